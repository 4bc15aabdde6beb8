"""Sentence → its shape: the same text, equal in length, with organisations and compounds as marks and asides blanked.

Grammar is then a matter of short regular expressions: `ORG granted ORG … licence … DRUG`. Offsets stay those of the text.
"""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.document import Context
from kg.extract.gates import gate
from kg.extract.individuals import individuals
from kg.extract.late import late
from kg.extract.mentions import Mentions
from kg.model import OrgRef

_ORG_BASE, _DRUG_BASE, _LIMIT = 0xE000, 0xE800, 0x7FF
_FILL, _OWN = "\uf8ff", "\uf8fe"
ORG = "[\ue000-\ue7ff]\uf8ff*+\uf8fe?+"
"""One organisation in a shape; a mention that is possessive in itself ("our") ends with U+F8FE."""
ORGS = rf"{ORG}(?:(?:(?: *, +{ORG})* *,? +(?:and|&) +(?:of +)?(?:the +)?{ORG}))?"
"""One or several coordinated organisations."""
DRUG = "[\ue800-\uefff]\uf8ff*+"
"""One compound in a shape."""
_ORG_MARK = late("[\ue000-\ue7ff]")
_DRUG_MARK = late("[\ue800-\uefff]")
_MARK = late("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at `[start, end)` of a document; `shape` has the length of `text`; marks index `orgs` and `drugs`."""

    sequence: int
    start: int
    end: int
    text: str
    shape: str
    orgs: tuple[OrgRef, ...]
    drugs: tuple[str, ...]
    asides: tuple[tuple[int, int], ...] = ()
    paragraph: int = 0

    def orgs_of(self, marked: str) -> tuple[OrgRef, ...]:
        """The organisations marked in a piece of the shape, in order, each once."""
        return tuple(dict.fromkeys(self.orgs[ord(c) - _ORG_BASE] for c in _ORG_MARK.findall(marked)))

    def drugs_of(self, marked: str) -> tuple[str, ...]:
        """The compounds marked in a piece of the shape, in order, each once."""
        return tuple(dict.fromkeys(self.drugs[ord(c) - _DRUG_BASE] for c in _DRUG_MARK.findall(marked)))

    def place_of(self, org: OrgRef) -> int:
        """Where in the shape an organisation of the sentence first stands; -1 when it stands in asides alone."""
        return self.shape.find(chr(_ORG_BASE + self.orgs.index(org)))

    def drug_before(self, position: int) -> bool:
        """Stands a compound before `position` in the clauses of the sentence that precede it?"""
        return _DRUG_MARK.search(self.shape, 0, position) is not None

    def drug_at(self, position: int) -> str | None:
        """The compound marked at `position` of the shape."""
        code = ord(self.shape[position])
        return self.drugs[code - _DRUG_BASE] if _DRUG_BASE <= code < _DRUG_BASE + len(self.drugs) else None


_LIST_MARK = late(r"\((?:[ivx]{1,5}|[a-h]|\d{1,2})\)(?= )")
_PAREN = late(r"\((?![ivxa-h\d]{1,4}\))[^()]*(?:\([^()]*\)[^()]*)*\)")
_AFTER_ORG = r"(?<=[\uf8ff\uf8fe])"
_AS_ROLE = late(r"\((?:as )(?:the |sole |exclusive )?(?:sub-?)?(?:licen[cs]ors?|licen[cs]ees?|grantors?|grantees?|assignors?|assignees?)\)", re.I)
_PLACE_WORD = r"[A-ZÀ-Þ][\w.'’-]*"
_RIGHT_WORD = late(r"licen|right|option|exclusive", re.I)
_ASIDES = (
    gate(
        rf"{_AFTER_ORG} *,? +(?:of|based in|located in|headquartered in|located at) +{_PLACE_WORD}(?: +{_PLACE_WORD}){{0,2}}(?:, +{_PLACE_WORD}(?: +{_PLACE_WORD}){{0,2}})*,?"
    ),
    gate(
        rf"(?:\b(?:the|an?) +)?(?:\b[A-Z][a-z]+ +)?\b(?:drug ?maker|drug company|(?:pharmaceutical|biotechnology|biotech|generics?|vaccine|specialty) (?:company|group|firm|maker)),?(?= +{ORG})"
    ),
    gate(
        rf"{ORG}(?:['’]s?)? +(?:[\w-]+ +){{0,3}}(?:affiliate|subsidiary|unit|division|parent|arm|customer),?(?= +{ORG})"
    ),
    gate(rf"{_AFTER_ORG}, +{_PLACE_WORD}(?: +{_PLACE_WORD})?, +{_PLACE_WORD}(?: +{_PLACE_WORD})?,?"),
    gate(
        rf"{_AFTER_ORG} *, +(?:an?|the|its|[\ue000-\ue7ff]\uf8ff*\uf8fe|formerly|then|acting|through its|together with its|on behalf of|as successor|whose) [^,;:]{{3,160}}?(?:,|(?=\.$)|(?=;))"
    ),
)


_CALLED = late(
    r",? (?:which|that|and which) (?:we|the Company|[A-Z]\w+) (?:also |sometimes |collectively |together )?(?:refers?|calls?)\b(?: to)?(?: collectively| together)?(?: herein| in this [\w ]{3,20})? (?:as )?[^,;.]{2,60}"
)
"""What something is called ("which we refer to as the Acme license") says nothing of who does what."""


_THROUGH = late(
    rf"(?P<parent>{ORG})(?P<between> *,? (?:acting )?(?:by and )?through (?:its|our|a) (?:wholly[- ]owned |majority[- ]owned |own )?(?:[A-Z]\w+ )?(?:subsidiary|affiliate|unit|division)?,? *)(?P<acting>{ORG})"
)


def _stand_in(chars: list[str]) -> None:
    """ "Acme, through its subsidiary Acme GmbH, signed": the subsidiary signed."""
    for match in _THROUGH.finditer("".join(chars)):
        acting = chars[match.start("acting")]
        _blank(chars, match.start(), match.end())
        chars[match.start()] = acting


def _blank(shape: list[str], start: int, end: int) -> None:
    shape[start:end] = [" "] * (end - start)


def shape_of(context: Context, mentions: Mentions, sequence: int, start: int, end: int, paragraph: int = 0) -> Sentence:
    """The sentence with its shape."""
    text = context.text(sequence)[start:end]
    chars = list(text)
    orgs: list[OrgRef] = []
    named = context.orgs_in(sequence, start, end)
    called = [m.span() for m in _CALLED.finditer(text)] if "refer" in text or "call" in text else []
    for low, high in called:
        _blank(chars, low, high)
        named = tuple(m for m in named if not low <= m.start - start < high)
    for mention in named[:_LIMIT]:
        at, stop = mention.start - start, mention.end - start
        if mention.org not in orgs:
            orgs.append(mention.org)
        chars[at:stop] = [_FILL] * (stop - at)
        chars[at] = chr(_ORG_BASE + orgs.index(mention.org))
        if mention.form == "pronoun" and text[at:stop].lower().startswith("our"):
            chars[stop - 1] = _OWN
    spans = [(m.start, m.end) for m in named]
    for begin, stop, person in individuals(context, sequence, start, end, spans):
        if person not in orgs:
            orgs.append(person)
        at, stop = begin - start, stop - start
        chars[at:stop] = [_FILL] * (stop - at)
        chars[at] = chr(_ORG_BASE + min(_LIMIT, orgs.index(person)))
    if "through" in text:
        _stand_in(chars)
    names: list[str] = []
    for drug in mentions.compounds_in(sequence, start, end)[:_LIMIT]:
        at, stop, name = drug.start - start, drug.end - start, drug.name
        if any(c >= "\ue000" for c in chars[at:stop]):
            continue
        if name not in names:
            names.append(name)
        chars[at:stop] = [_FILL] * (stop - at)
        chars[at] = chr(_DRUG_BASE + names.index(name))
    asides: list[tuple[int, int]] = []
    shape = "".join(chars)
    bracketed, marked = "(" in shape, _MARK.search(shape) is not None
    for match in _LIST_MARK.finditer(shape) if bracketed else ():
        chars[match.start() : match.end()] = [";"] + [" "] * (match.end() - match.start() - 1)
    for match in _PAREN.finditer(shape) if bracketed else ():
        if _ORG_MARK.search(match[0]) and re.search(r"licen[cs]ed|assigned|acquired", match[0]):
            chars[match.start()] = chars[match.end() - 1] = (
                ","  # "(licensed from Acme)" is said of what stands before it
            )
            continue
        if _AS_ROLE.fullmatch(match[0]):
            chars[match.start()] = chars[match.end() - 1] = " "  # "Acme (as licensor) with Beta (as licensee)"
            continue
        asides.append(match.span())
        _blank(chars, *match.span())
    made = "".join(chars)
    for pattern in _ASIDES if marked else ():
        found = [match.span() for match in pattern.finditer(made) if not _RIGHT_WORD.search(match[0])]
        for aside in found:
            _blank(chars, *aside)
        if found:
            asides += found
            made = "".join(chars)
    if " ," in made or " ." in made:  # the comma after an aside belongs to the word before it
        made = re.sub(r"( +)([,.])", lambda m: m[2] + m[1], made)
    return Sentence(sequence, start, end, text, made, tuple(orgs), tuple(names), tuple(asides), paragraph)


def others(orgs: Sequence[OrgRef], *known: Sequence[OrgRef]) -> tuple[OrgRef, ...]:
    """The organisations that are in none of the other lists."""
    seen = {org for group in known for org in group}
    return tuple(org for org in orgs if org not in seen)
