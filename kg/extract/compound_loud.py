"""Texts → brands in capitals ("LUZARA for plaque psoriasis"), by what stands right before and after them.

Capitals are also written for trials, firms and headings; so a word of no language in capitals is a drug's name only
where a passage says of it what is said of products, and where the words beside it are not in capitals themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.compound_candidates import look_of
from kg.extract.compound_domain import Domain
from kg.extract.compound_rules import LOUD_RULE, Found
from kg.extract.compound_shapes import MARK
from kg.extract.compound_stems import FORM
from kg.extract.indications import find
from kg.extract.late import late

REACH = 300
"""Words of drug development must stand within so many characters."""
_LOUD = late(r"[A-Z](?<![\w.&/@‑-][A-Z])[A-Z]{4,15}(?![\w&/@]|[-‑]\w|\.[A-Z])")
_AFTER = late(
    rf"(?:{MARK})?(?: \((?!NASDAQ|NYSE|AMEX|OTC|TSX)[a-z][\w ,/-]{{4,60}}\))?,? (?:{FORM}\b|"
    r"(?:is|was|has been|had been|remains|will be) (?:\w+ )?(?:approved|indicated|marketed|sold|launched|prescribed|"
    r"dosed|administered|in (?:an? |two |three |the )?(?:Phase|pivotal|clinical|preclinical)|"
    r"being (?:studied|evaluated|tested|developed)|designated)\b|(?:has )?(?:entered|completed) (?:\w+ )?Phase\b|"
    r"(?:our|its|the Company[’']s|an?) (?:[\w/-]+ ){0,4}?(?:marketed |commercial |lead )?(?:products?|drugs?|product "
    r"candidates?|medicines?|antibody|inhibitor|agonist|antagonist|vaccine)\b)"
)
_GENERIC = late(rf"(?:{MARK})? \((?:INN[:,] )?[a-z]{{6,}}(?:[ ,/-][a-z]+){{0,5}}(?:[,;] [^()]{{0,40}})?\)")
_FOR = late(
    rf"(?:{MARK})?(?: \([^()]{{3,60}}\))?(?: \d[\d.]*%)?,? (?:for|in|to treat)(?: the (?:treatment|prevention|"
    rf"management) of)? ")
_BEFORE = late(
    r"\b(?:(?:NDA|BLA|MAA|IND|[Aa]pplications?|[Aa]pproval|[Ll]aunch|[Ss]ales|[Rr]evenues?|[Ee]fficacy|[Ss]afety|"
    r"[Pp]rescriptions?|[Dd]oses?|[Ff]ormulations?|[Cc]ommerciali[sz]ation|[Tt]rials?|[Ss]tud(?:y|ies)) "
    r"(?:of|for|from|with)|approved|launched?|prescribed?|markets?|sells?|promotes?) (?:our |its |the )?\Z"
)
_OTHER = late(
    r"[’”\"]?\)? (?:[Pp]hase \w+ |clinical |pivotal )*(?:trial|study|program|platform|system|technology|software|"
    r"index|score|scale|criteria|exchange|catheter|device|assay|Inc|Corp|Ltd|LLC)\b"
)
_CELL = late(r"[\t\n]")
_SHOUTED = late(r"[A-Z]{4,}")


def _beside(layout: str, start: int, end: int) -> bool:
    """Do other words in capitals stand beside it in its line or cell, as in a heading?"""
    left = _CELL.split(layout[max(0, start - 20) : start])[-1].rstrip(" ,").split(" ")[-1]
    right = _CELL.split(layout[end : end + 20])[0].lstrip(" ,").split(" ")[0]
    return bool(_SHOUTED.fullmatch(left) or _SHOUTED.match(right))


def _for_a_disease(text: str, end: int) -> bool:
    match = _FOR.match(text, end)
    return match is not None and any(d.start - match.end() < 30 for d in find(text, match.end(), match.end() + 80))


def _says(text: str, start: int, end: int) -> int:
    """How much a passage says for a drug's name at `[start, end)`: nothing, half or enough."""
    before = _BEFORE.search(text, max(0, start - 40), start) is not None
    if _GENERIC.match(text, end) or _AFTER.match(text, end) or _for_a_disease(text, end):
        return 2
    return int(before)


_IN_TABLE = late(
    rf"(?:{MARK})?\t[^\n]{{0,120}}?(?:\b[Pp]hase (?:[1-3]|I{{1,3}})|\t(?:Marketed|Approved|Preclinical|Pre-clinical|"
    rf"(?:NDA|BLA|PLA|IND|MAA) )|\bclinical trials?\b)"
)
"""A cell of its own in a row that tells a stage."""


def _is_row(layout: str, start: int, end: int) -> bool:
    """Does a word fill the first cell of a row that tells a stage of development?"""
    return (start == 0 or layout[start - 1] == "\n") and _IN_TABLE.match(layout, end) is not None


def find_loud(text: str, layout: str, near: Domain) -> Iterator[Found]:
    """Words of no language in capitals that stand as the names of products do."""
    points: dict[str, int] = {}
    first: dict[str, tuple[int, int]] = {}
    for match in (m for window in near.windows(text, REACH) for m in _LOUD.finditer(text, *window)):
        word, (start, end) = match[0], match.span()
        if points.get(word, 0) < 0 or look_of(word) != "loud" or not near(start, end, REACH):
            continue
        if _OTHER.match(text, end):
            points[word] = -1
        elif not _beside(layout, start, end):
            points[word] = points.get(word, 0) + (2 if _is_row(layout, start, end) else _says(text, start, end))
            first.setdefault(word, (start, end))
    for word, many in points.items():
        if many > 1:
            yield Found(word, "brand", *first[word], LOUD_RULE.name)
