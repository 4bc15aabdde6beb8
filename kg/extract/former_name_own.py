"""A sentence with names and dates as marks → a name that it says the filer bore, where no pattern knows its words.

The filer's present name is known. A sentence that speaks of the filer, names one other organisation in the place where
a name is given ("called …", "under the name …", "our letterhead read …") and says that this is past, tells of a former name.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.former_name_frames import NAMED, D, O
from kg.extract.former_name_places import FORM
from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.name_mask import is_full_name
from kg.extract.rules import Rule
from kg.model import OrgRef

OWN = Rule(
    "former-name-own", 1, "The filer is said to have borne another name before.",
    ("For the first nine years of our existence our letterhead read Widget Diagnostics, Inc.; we shortened it in 1999.",
     "The trademark gave the Company its name in 1995; earlier it had been incorporated as Widget Research Associates, Inc.",
     "Between our founding in 2005 and October 2009 our letterhead read Widget Surgical Ltd."),
    ("Our first subsidiary was incorporated as Widget Foods, Inc. before we were listed.",
     "Before 2005 our products were sold under the name Widget Labs, Inc.",
     "The Company was previously served by an agent named Widget Trust Company.",
     "Before the merger we were known as a customer of Widget Tools Corp."),
    0.8,
)  # fmt: skip
_GIVEN = late(
    rf"(?:\b{NAMED}(?:\s(?:itself|ourselves|[\ue400-\ue5ff]))?\s(?:as|under|by\sthe\sname(?:\sof)?|under\sthe\s(?:\w+\s)?name(?:\sof)?)"
    r"|\b(?:called|named|styled|titled)(?:\s(?:itself|ourselves|[\ue400-\ue5ff]))?|\bun(?:der|til)\sthe\s(?:\w+\s)?(?:name|style|title|banner|identity)(?:\sof)?"
    r"|\b(?:name|style|title|letterhead|stationery|sign|signboard|nameplate|identity|charter|certificates?|shares)\s(?:was|were|had\sbeen|read|bore|said|showed|carried)"
    r"|\bname\swas\s(?:then|still|at\sfirst|originally|once)|\b(?:practi[cs]ed|worked|conducted\s[^;.\ue400-\ue7ff]{1,30}|carried\son\s[^;.\ue400-\ue7ff]{1,30})\s(?:as|under\sthe\s(?:\w+\s)?name(?:\sof)?)"
    r"|\bname\b[^;.\ue600-\ue7ff]{1,60}?\s(?:rather\sthan|instead\sof|in\s(?:place|lieu)\sof)|\bname\s(?:to|being)\s[“\"]?[\ue400-\ue5ff][”\"]?,?\sfrom"
    r"|\bname\s(?:on|in)\s[^;.\ue400-\ue7ff]{1,40}\s(?:was|read|had\sbeen))\s(?:the\s)?[“\"]?$",
    re.I,
)
_THE_NAME = late(
    r"[”\"]?,?\s\(?(?:which\s(?:is|was)\s)?(?:the|its|our|a)\s(?:\w+\s){0,2}(?:name|style|title|identity)\s(?:under|by|with|in|that|which|it|we|of)\b[^;.]{0,80}?\b(?:chartered|formed|founded|incorporated|kept|bore|had|used|until|before|at\sthe\stime|then)\b"
)
_PAST = gate(
    r"\b(?:historically|through|still|instead|rather\sthan|in\splace\sof|formerly|previously|until|prior\sto|before|original(?:ly)?|then|no\slonger|had\sbeen|used\sto|earlier|initially|at\sfirst|once"
    r"|in\sthose\sdays|first\s\w+\syears|between|shortened|dropped|changed|since\srenamed|not\salways)\b", re.I
)  # fmt: skip
_WILL = late(r"\b(?:may|might|will|would|propos\w+|intends?|if|shall|could|should|unless)\b", re.I)
_OTHERS = late(
    r"\b(?:subsidiar\w+|affiliat\w+|divisions?|segments?|joint|ventures?|acquir\w*|purchas\w*|bought|sold|sells?|products?|brands?|drugs?|market\w*|technolog\w*"
    r"|licens\w*|agreements?|part(?:y|ies)|funds?|plans?|programs?|stud(?:y|ies)|trials?|symbols?|person|individual|customer\w*|investors?|shareholders?|directors?"
    r"|officers?|whom?|who|by|with|from|competitors?|agents?|suppliers?|lenders?|banks?|firms?|companies|another|persons?|employed|served|patents?|websites?|buildings?"
    r"|predecessors?|parents?|licensors?|trustees?|services?|clinics?|stores?|centers?|facilit\w+|hospitals?|formed\sa|formed\san)\b",
    re.I,
)
_UNTIL = late(
    rf"(?:\b(?:until|till|up\sto|before|prior\sto|through)\s|\b(?:between|from)\s[^;.\ue400-\ue5ff]{{1,60}}\s(?:and|to|until)\s)(?:[^;.\ue400-\ue7ff]{{0,40}}?\s)?(?P<d>{D})"
)
_CHANGED = late(
    rf"\b(?:chang|shorten|dropp|renam|adopt|gave|took|rebrand)\w*\b[^;.\ue400-\ue7ff]{{0,60}}?\b(?:in|on|as\sof|effective)\s(?P<d>{D})"
)
_REACH = 200


@dataclass(frozen=True, slots=True)
class Own:
    """The mark of a name that the filer bore, and that of the day until which it did so."""

    old: str
    date: str | None


def own_name(masked: str, orgs: Sequence[tuple[str, OrgRef | None]], filer: OrgRef) -> Own | None:
    """The one name of another than the filer, where the sentence says that it was the filer's."""
    others = [m for m in re.finditer(O, masked) if orgs[ord(m[0]) - 0xE400][1] != filer]
    if len(others) != 1 or not _PAST.search(masked) or _WILL.search(masked):
        return None
    mark = others[0]
    if not is_full_name(orgs[ord(mark[0]) - 0xE400][0].strip(' ,“”"')) or re.match(r"['’]|\s[“\"]?[a-z]+\s(?:of|at|for)\b", masked[mark.end() :]):
        return None
    head = masked[max(0, mark.start() - _REACH) : mark.start()]
    named = _THE_NAME.match(masked, mark.end())
    given = _GIVEN.search(head) or named
    if named and not re.search(O, head):
        return None
    mine = list(re.finditer(O, head))
    if not FORM.search(orgs[ord(mark[0]) - 0xE400][0].strip(' ,“”"')):
        return None
    if not given or not mine or _OTHERS.search(head, mine[-1].end()):
        return None
    date = _UNTIL.search(masked) or _CHANGED.search(masked)
    return Own(mark[0], date["d"] if date else None)
