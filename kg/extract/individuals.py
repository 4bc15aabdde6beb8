"""A sentence → the persons in it who give or take a right themselves: inventors who assign, owners who license.

Officers sign, speak and negotiate for others; so a person counts as a party only in a slot of giving or taking, in a
sentence that speaks of rights, and never with shares, employment or an office beside the name.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.document import Context
from kg.extract.person_names import display, find_persons
from kg.model import OrgRef

_TITLED = r"(?:Drs?|Mr|Mrs|Ms|Prof(?:essors?)?|Professors?)\b"
_VERB = (
    r"(?:assigned|licensed|sublicensed|granted|conveyed|transferred|sold|made over|ceded|contributed|gave|"
    r"assigns|licenses|grants|conveys|transfers|sells|makes over|hereby)"
)
CUE = re.compile(rf"\b{_TITLED}|\b(?:Ph\.? ?D|M\.? ?D)\b|\binventors?\b|\b[A-Z][\w’'-]+,? (?:has |have |had |also |then )*{_VERB}\b|\b(?:from|by|to) [A-Z][\w’'-]+ (?:[A-Z][\w’'.-]* )?[A-Z][\w’'-]+")
"""What a paragraph must hold for a person to be a party in it."""

_RIGHT = re.compile(r"licen[cs]|\bassign|\bpatents?\b|\brights?\b|\btitle\b|\binventions?\b|\bknow-how\b", re.I)
_OTHER = re.compile(
    r"\bshares?\b|\bstock\b|[Rr]egistration [Rr]ights|owner by assignment|\bwarrants?\b|\bemploy|\bconsult|\bofficer\b|\bexecutive\b|\bcounsel\b|\bloan|\bpromissory|\bsalary|\bunits\b|\blease|\bnotes? payable",
    re.I,
)
_GIVES = re.compile(rf"(?:,? (?:[^,;.]{{3,60}}),)?,? (?:has |have |had |also |then |thereupon |jointly |each |in turn |by [^,;.]{{3,60}}, )*{_VERB}\b")
_SOURCE = re.compile(
    r"(?:\b(?:licen[cs]ed?|licen[cs]e agreement|sublicen[cs]e|rights?|patents?|title|interest|obtained|acquired|purchased|bought|received|assigned|assignment|know-how|in-licensed|taken|derive[sd]?|secured)\b[^.;]{0,110}?"
    r"\b(?:from|with|of)|\b(?:licen[cs]ed|assigned|granted|conveyed|transferred|sold|ceded|made over|owned|given) (?:to [^.;]{2,50}? )?by|\b(?:between|among)\b[^.;]{0,90}|,? and)"
    r" (?:the (?:inventors?|late)(?: of [^,;.]{2,40})?,? |its inventors?,? |(?:our|the) founders?,? |an individual,? )?$"
)
_TAKES = re.compile(r"\b(?:licen[cs]ed|sublicensed|assigned|conveyed|transferred|sold|ceded|licen[cs]e)\b[^.;]{0,90}? (?:back )?to (?:the inventors?,? |its inventors?,? )?$")
_PLACES = 20
"""How often a surname is looked at for a first name before it; people are introduced early."""
_OFFICE = re.compile(r",? (?:its|our|the Company’s|the Company's|who is (?:the|our)|as|acting as|in (?:his|her) capacity as) (?:[\w-]+ ){0,4}(?:officer|president|chairman|director|counsel|secretary|treasurer|attorney|agent)\b", re.I)


def individuals(
    context: Context, sequence: int, start: int, end: int, taken: Sequence[tuple[int, int]]
) -> list[tuple[int, int, OrgRef]]:
    """`[start, end)` and name of each person who gives or takes a right in the sentence; `taken` spans are others' names."""
    text = context.text(sequence)
    said = text[start:end]
    if not CUE.search(said) or not _RIGHT.search(said) or _OTHER.search(said):
        return []
    found: list[tuple[int, int, OrgRef]] = []
    for person in find_persons(text, start, end, taken):
        if not (person.full and person.weight >= 2) and not person.weight >= 3:
            continue
        before, after = text[max(start, person.start - 170) : person.start], text[person.end : min(end, person.end + 150)]
        if _OFFICE.match(after) or re.match(r"['’]s? ", after):
            continue
        partner = bool(found) and found[-1][1] >= person.start - 6 and re.fullmatch(r",? (?:and )?", text[found[-1][1] : person.start])
        if not (_GIVES.match(after) or _SOURCE.search(before) or _TAKES.search(before) or partner):
            continue
        name = display(person.name) if person.full else _full_name(text, person.name)
        if name:
            found.append((person.start, person.end, OrgRef(name, individual=True)))
    return found


def _full_name(text: str, surname: str) -> str | None:
    """The first full name in the document that ends with `surname`, among the first places it stands."""
    at = -1
    for _ in range(_PLACES):
        at = text.find(f" {surname}", at + 1)
        if at < 0:
            break
        for person in find_persons(text, max(0, at - 60), at + len(surname) + 1):
            if person.full and person.name.endswith(surname) and person.name != surname:
                return display(person.name)
    return None
