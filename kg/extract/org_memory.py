"""The names that one document knows → who is meant in a passage of it: by name, short form, role or pronoun."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from operator import itemgetter

import ahocorasick

from kg.extract import descriptions
from kg.extract.late import late
from kg.extract.sentences import find_sentences
from kg.model import DocumentText, OrgRef
from kg.names import org_key


@dataclass(frozen=True, slots=True, order=True)
class OrgMention:
    """Words at `[start, end)` that stand for `org`.

    `form`: "name", "alias", "role" ("the Company") or "pronoun" ("we").
    """

    start: int
    end: int
    org: OrgRef = field(compare=False)
    form: str = field(default="name", compare=False)


_NEAR = 300
"""So far back "the latter" looks for whom it means."""


class Memory:
    """Names, aliases and sentences of one document; the automaton holds every form that stands for an organisation."""

    def __init__(
        self,
        text: DocumentText,
        forms: dict[str, tuple[OrgRef, str]],
        names: list[tuple[int, OrgRef]],
        filer: OrgRef,
    ) -> None:
        self.text = text
        self.filer = filer
        self.forms = forms
        self.names = names

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Sentence spans in order."""
        return find_sentences(self.text.layout)

    @cached_property
    def starts(self) -> list[int]:
        """Starts of the sentences, for bisection."""
        return [start for start, _ in self.sentences]

    @cached_property
    def automaton(self) -> ahocorasick.Automaton:
        """Every form with its organisation."""
        made = ahocorasick.Automaton()
        for form, (org, kind) in self.forms.items():
            made.add_word(form, (len(form), org, kind))
        made.make_automaton()
        return made

    @cached_property
    def folded(self) -> list[tuple[str, OrgRef]]:
        """Every form without its case, in order, with its organisation."""
        return sorted(((form.casefold(), org) for form, (org, _) in self.forms.items()), key=itemgetter(0))

    def opening_with(self, words: str) -> Iterator[OrgRef]:
        """Whom the forms stand for that open with `words`, which are without their case."""
        for form, org in islice(self.folded, bisect_left(self.folded, words, key=itemgetter(0)), None):
            if not form.startswith(words):
                return
            yield org

    @cached_property
    def keys(self) -> dict[str, OrgRef]:
        """The first organisation named with each comparison key."""
        return {org_key(org.name): org for _, org in reversed(self.names)}

    @cached_property
    def bodies(self) -> dict[str, list[tuple[int, OrgRef]]]:
        """Full names by the words that describe them."""
        return descriptions.bodies(self.names)

    def described(self, found: re.Match[str]) -> OrgRef | None:
        """Whom "the university" or "the Japanese company" means."""
        if found["pair"] or found["that"]:
            return self._spoken_of(found.start(), found["pair"] == "former")
        if found["body"]:
            return descriptions.body(self.bodies, found["body"], found.start())
        if found["place"]:
            return descriptions.seated(self.names, self.filer, found.start(), found["place"], self.text.text)
        return descriptions.company(self.names, self.filer, found.start(), found["nation"])

    def _spoken_of(self, at: int, former: bool) -> OrgRef | None:
        """Whom "the former", "the latter" or "that company" means: one of the last two spoken of."""
        begin = max(0, at - _NEAR)
        last: dict[OrgRef, int] = {}
        for place, (length, org, form) in self.automaton.iter(self.text.text[begin:at]) if self.forms else ():
            if form != "pronoun" and (place == length - 1 or not self.text.text[begin + place - length].isalnum()):
                last[org] = place
        named = sorted(last, key=lambda org: last[org])
        if not former:
            return named[-1] if named and (len(named) > 1 or named[-1] != self.filer) else None
        return named[-2] if len(named) > 1 else None

    def mentions(self, start: int, end: int) -> tuple[OrgMention, ...]:
        """Mentions inside `[start, end)`, longest first where they overlap."""
        text = self.text.text
        hits: list[tuple[int, int, OrgRef, str]] = []
        if self.forms:
            # The passage is cut out: given bounds, the automaton would copy the whole text at every call.
            for last, (length, org, form) in self.automaton.iter(text[start:end]):
                begin, stop = start + last - length + 1, start + last + 1
                if text[begin - 1 : begin].isalnum() and text[begin].isalnum():
                    continue  # the "us" of "business": most of what is found
                if (begin and _joined(text[begin - 1], text[begin])) or (
                    stop < len(text) and _joined(text[stop - 1], text[stop])
                ):
                    continue
                if form == "alias" and text[begin:stop].isupper() and _CODE_TAIL.match(text, stop):
                    continue  # "ADS-40" is a compound of ADS
                if form == "alias" and _TITLE.search(text, max(0, begin - 10), begin):
                    continue  # "Dr. Marchetti" is a person, though Marchetti Pharma goes by "Marchetti"
                if form == "role" and _inside_name(text, begin, stop):
                    continue
                hits.append((begin, stop, org, form))
        for match in descriptions.DESCRIPTION.finditer(text, start, end):
            org_meant = self.described(match)
            if org_meant and not any(a < match.end() and match.start() < b for a, b, _, _ in hits):
                hits.append((match.start(), match.end(), org_meant, "role"))
        if len(hits) > 1:
            hits.sort(key=lambda h: (h[0], -h[1]))
        out: list[OrgMention] = []
        for begin, stop, org, form in hits:
            if out and begin < out[-1].end:
                continue
            out.append(OrgMention(begin, stop, org, form))
        return tuple(out)


def _joined(left: str, right: str) -> bool:
    """Are two neighbouring characters parts of one word?"""
    return (left.isalnum() or left == "_") and (right.isalnum() or right == "_")


_TITLE = late(r"\b(?:Drs?|Mrs?|Ms|Messrs|Prof|Professor)\.? \Z")
_CODE_TAIL = late(r"[-‐‑– ]\d|[-‐‑][A-Z]{0,2}\d")


_GOES_ON = late(r" (?:Act|Law|Group|Code|Rules?|Stock|Inc|Corp)\b")
_CAPITAL_BEFORE = late(r"([A-Z][\w&.'’-]*),? $")
_LEADING = frozenset("the and by to if that of with for from in between each or whereas neither both".split())
"""Words that may stand before a role and are no part of a name."""


def _inside_name(text: str, start: int, end: int) -> bool:
    """Is the word at `[start, end)` only part of a longer capitalised name ("Holding Company Act")?"""
    after = text[end : end + 2]
    if after[:1] == " " and after[1:2].isupper() and not text[start].islower() and _GOES_ON.match(text, end, end + 8):
        return True
    if text[start].isupper() and start > 1 and text[start - 1] == " ":
        before = _CAPITAL_BEFORE.search(text, max(0, start - 24), start)
        if before and before[1].lower() not in _LEADING:
            ending = before[1].endswith(".") and (len(before[1]) > 3 or len(before[1]) == 2)
            return not ending and not before[0].endswith(", ")
    return False
