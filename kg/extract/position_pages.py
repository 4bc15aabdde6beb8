"""A document → the passages that can name an office (`Pages`), and the persons named in each."""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from kg.extract.document import Context
from kg.extract.late import late
from kg.extract.org_memory import OrgMention
from kg.extract.person_names import PersonMention, find_persons
from kg.extract.position_titles import hints
from kg.extract.scan import finds
from kg.model import DocumentText

LONGEST = 4000
"""A passage longer than this is read in pieces of that many characters."""
_WORD = late(r"[^\W\d_]{3,}")
_MANY_WORDS = 400
# What a name leads into when it is part of another's: "the Jane Roe Family Trust", "John Doe Professor of Surgery",
# "Roe Tools Division"; not before an office ("Jane Roe Group Controller").
_PART_OF = late(
    r"(?:,? (?:Jr|Sr)\.?|,? (?:II|III|IV))?"
    r" (?:(?:(?:(?:[A-Z][\w&-]* ){0,2}(?:Family|Living|Revocable|Irrevocable|Charitable|Gift|Marital|Testamentary|Grantor|Children['’]s) )"
    r"(?:[A-Z][\w&-]* ){0,3}(?:Trusts?|Foundation|Fund|Partnership|Limited|LLC|L\.L\.C|L\.?P|Company)\b)"
    r"|(?:(?:Endowed|Distinguished|University|Memorial|Career) )?(?:Professor|Professorship|Fellow|Scholar|Lecturer)\b(?= (?:of|in|for)\b)"
    r"|(?:Endowed )?Chair (?:in|for)\b"
    r"|(?:[A-Z][\w&-]* )?(?:Divisions?|Group|Products|Unit|Segment|Business|Studios)\b"
    r"(?![ \t,]*(?:Vice|President|Controller|Head|Manager|Director|Chief|General|Leader|Executive|Officer|Treasurer|Secretary|Counsel|Chairman)\b))"
)
_HONORIFICS = ("Mr. ", "Ms. ", "Mrs. ", "Dr. ")
_TERM_CELL = late(r"[“\"](?P<term>[^“”\"\t\n]{2,50})[”\"]\W{0,3}\t")
_NAMED_AFTER = late(r"(?:Dr|Mr|Ms|Mrs|Prof|Messrs)\.? ")
_KIND_OF = late(r"(?i:(?<!\w)(?:an?|the|each|such|any|this|every|no|under) )$")
_LETTERS = late(r"[B-DF-HJ-NP-TV-XZ]{3,}(?!\S)[^,]* |[^,]* (?!NG$)[B-DF-HJ-NP-TV-XZ]{2}$")
"""Capitals without a vowel that open a name or end it: "MSD AGVET", "APPLESOFT GM"."""
"""So many words of unknown names are looked up in a document; a list of thousands of names is taken at its word."""


def _stands_alone(word: str, text: str) -> bool:
    """Does `word` stand in `text` before a blank, a comma or a full stop?"""
    at = text.find(word)
    while at >= 0:
        after = at + len(word)
        if text[after : after + 1] in (" ", ",", "."):
            return True
        at = text.find(word, after)
    return False


@dataclass
class Pages:
    """A document being read: its windows (sentence index, start, end) and the persons found in each."""

    context: Context
    document: DocumentText
    windows: list[tuple[int, int, int]]
    found: dict[tuple[int, int], list[PersonMention]] = field(default_factory=dict)
    ordinary: dict[str, bool] = field(default_factory=dict)
    addressed: dict[str, bool] = field(default_factory=dict)

    def persons(self, start: int, end: int) -> list[PersonMention]:
        """Persons named in `[start, end)`, with offsets in the document."""
        known = self.found.get((start, end))
        if known is None:
            known = find_persons(self.document.layout, start, end)
            known = [m for m in known if m.weight or not self._common(m.name)]
            known = [m for m in known if not _names_a_thing(self.document.layout, m)]
            if known:
                orgs = [m for m in self.context.orgs_in(self.document.sequence, start, end) if m.form != "pronoun"]
                known = [m for m in known if self._addressed(m) or self._acts(m) or not any(_is_org(o, m) for o in orgs)]
            self.found[start, end] = known
        return known

    @cached_property
    def terms_of_table(self) -> dict[str, list[int]]:
        """Term in quotes that a cell consists of → where the cells after it begin."""
        found: dict[str, list[int]] = {}
        for told in _TERM_CELL.finditer(self.document.layout):
            found.setdefault(told["term"].lower(), []).append(told.end())
        return found

    @cached_property
    def _after_honorifics(self) -> list[int]:
        """Where "Mr. " and the like end in the text."""
        text = self.document.text
        return [at + len(form) for form in _HONORIFICS for at in finds(text, form, 0, len(text))]

    def _acts(self, mention: PersonMention) -> bool:
        """Does "who" follow a full name with a known given name? Then it is no firm's."""
        return mention.full and mention.weight >= 2 and self.document.layout.startswith((", who ", " who "), mention.end)

    def _addressed(self, mention: PersonMention) -> bool:
        """Does the document speak of "Mr." and the last word of a full name ("Yoshi Kitagaki" of Kitagaki Ventures)?"""
        words = mention.name.split()
        last = " ".join(words[next((n for n, word in enumerate(words) if word[:1].islower()), len(words) - 1) :])
        if not mention.full:
            return False
        if last not in self.addressed:
            if len(self.addressed) >= _MANY_WORDS:
                return False
            text = self.document.text
            self.addressed[last] = any(text.startswith(last, at) for at in self._after_honorifics)
        return self.addressed[last]

    def _common(self, name: str) -> bool:
        """Is every word of a name that no list knows also an ordinary word of this document ("Restated Articles")?"""
        for word in _WORD.findall(name.lower()):
            if word not in self.ordinary:
                if len(self.ordinary) >= _MANY_WORDS:
                    return False
                text = self.document.text
                self.ordinary[word] = _stands_alone(f" {word}", text)
            if not self.ordinary[word]:
                return False
        return True


def _names_a_thing(layout: str, mention: PersonMention) -> bool:
    """Is what has the shape of a name a trust or chair named after somebody, a kind of thing, or a unit in letters?"""
    start, end = mention.start, mention.end
    if _NAMED_AFTER.match(layout, start):
        return False
    if mention.full and _PART_OF.match(layout, end, end + 80):
        return True
    if mention.weight < 2 and _KIND_OF.search(layout, max(0, start - 8), start):
        return True  # "a Periodic Offering"
    return mention.weight < 3 and mention.name.isupper() and bool(_LETTERS.match(mention.name))


def _is_org(org: OrgMention, person: PersonMention) -> bool:
    """Are the words of a person those of an organisation? "Eastlake" within "Lowell B. Eastlake, 66" is the person."""
    if org.end <= person.start or person.end <= org.start:
        return False
    inside = person.start < org.start and org.end <= person.end
    return not (inside and (person.weight >= 2 if person.full else person.weight >= 3))


def open_pages(context: Context, document: DocumentText) -> Pages:
    """The passages of a document that can name an office."""
    sentences = context.sentences(document.sequence)
    starts = [s for s, _ in sentences]
    windows: list[tuple[int, int, int]] = []
    last = -1
    floor = 0
    for at in hints(document.layout):
        if at < floor:
            continue
        index = bisect_right(starts, at) - 1
        if index <= last:
            continue
        last = index
        start, end = sentences[index]
        floor = end
        while end - start > LONGEST:
            cut = document.layout.rfind(" ", start + 1, start + LONGEST)
            cut = cut if cut > start else start + LONGEST
            windows.append((index, start, cut))
            start = cut
        windows.append((index, start, end))
    return Pages(context, document, windows)
