"""Offices told by other words than their titles: "the presidency", a vacancy, a board that somebody chairs, "that post".

Each is masked like a title, with the office that it stands for.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.person_mask import LIMIT, D, Masked, O, Office, P, mark
from kg.extract.position_titles import Title
from kg.model import OrgRef

Spans = list[tuple[int, int, str]]
"""Places that become marks: start, end, mark."""
_ABSTRACT = gate(
    r"\b(?:the\s|his\s|her\s)?(?P<noun>presidency|chairmanship|treasurership)(?P<board>\sof\sthe\s(?:[Bb]oard"
    r"|board)(?:\sof\s[Dd]irectors)?)?\b"
)
_VACANCY = late(
    r"\b(?:the|a|an|that|this|such|one|both|their|those|his|her|two|the\stwo|(?:[Tt]he\s)?(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth))\s(?:vacant\s|newly[- ]created\s"
    r"|new\s|resulting\s|additional\s|open\s|empty\s)?(?P<seat>seats?|places?(?=\s(?:made\s(?:free|vacant)|vacated|left\s(?:free|empty|vacant|open|by)|so\svacated))|vacanc(?:y|ies)"
    r"|directorships?)\b(?!\son\sthe\s(?:audit|compensation)|\son\s(?:the\s|our\s|its\s|[\ue400-\ue5ff](?:['’]s?)?\s)?[Bb]oard)"
)
_DIRECTORSHIP = gate(rf"(?:\bwhose\s|{P}['’]s\s)(?P<seat>directorship|(?:board\s|[Bb]oard\s)seat|seat(?=\son\s(?:the|our|its)\s[Bb]oard\b))\b")
"""Somebody's seat on the board."""
_ANAPHOR = late(
    rf"(?:\b(?:been|become|became|as)\s(?P<such>such)|\b(?:held|occupied|filled|assumed|(?:appoint|elect|promot|call|advanc|nam)\w*\sto)\s(?P<it>it))"
    rf"(?=\s(?:ever\s)?since\b|\s(?:(?:on|in|from|as\sof|effective|until)\s)?{D})"
    rf"|\b[Tt]he\s(?:(?:higher|top|senior|new|vacant|former)\s)?(?:post|position|role|job|office)(?=\s(?:ever\s)?since\b|\s(?:(?:on|in|from|as\sof|effective)\s)?{D})"
    r"|\b[Tt]he\s(?:office|post|position|role)(?=\s(?:(?:was|had\sbeen)\s(?:held|filled|occupied)\sby|over\s(?:to|from))\b)|\b(?:(?:[Tt]hat|[Tt]his|[Tt]he\ssame|[Ss]uch|[Ss]aid)\s(?:post|position|office|role|job|capacity|title)"
    r"|(?:[Tt]hose|[Tt]hese|[Tt]he\ssame|[Ss]uch|[Bb]oth)\s(?:posts|positions|offices|roles|capacities|titles))\b"
    r"(?!\s(?:of|as|to|for\s(?:the|our|an?)|with|at|which|that|building|space)\b|['’])"
)
"""An office meant by a word for offices: the one named last."""
_STAND_AGAIN = gate(
    r"\bnot\s(?:to\s)?(?:be\s)?(?:stand|seek|offer|run|standing|seeking|offering|running)(?:\s(?:himself|herself|themselves))?\s(?:for\s)?"
    r"(?P<seat>re-?election|(?:election\s)?again|(?:another|a\s(?:further|new|second|third)|an\sadditional)\sterm)\b(?!\s(?:as|to|on|of)\b)"
)
"""Whom a board's election would have kept in a seat that no word names: "will not stand for re-election"."""
_FORMER = late(rf"\b[Ff]ormer\s(?:\w+\s){{1,3}}{P}")
_CO_OPTS = gate(
    rf"(?P<det>(?:(?P<org>{O})(?:['’]s?)?\s|[Ii]ts\s|[Tt]he\s))[Bb]oard(?:\sof\s[Dd]irectors)?(?=\s(?:has\s|have\s|had\s)?(?:\w+ly\s)?co-?opt(?:s|ed)\b)"
)
_CHAIRS = gate(
    rf"\b(?:chairs|chaired)\s(?P<seat>(?:the\s|its\s|{O}(?:['’]s?)?\s)?[Bb]oard(?:\sof\s[Dd]irectors)?(?:\sof\s(?:the\s)?(?P<org>{O}))?)(?![\w’'])(?!\s(?:of|[Cc]ommittee|[Mm]eeting))"
    rf"|(?P<own>(?:(?P<org2>{O})(?:['’]s?)?|[Tt]he|[Ii]ts|\bwhose)\s[Bb]oard(?:\sof\s[Dd]irectors)?)(?=\s(?:is|has\sbeen)\s(?:now\s|currently\s)?chaired\sby\s)"
)
_TO_HERE = late(r"\bfrom\s[^;.]{1,80}\sto\s$")
TERMS = late(
    rf"\b[Tt]he\sterms?(?=\s(?:of\soffice\s)?of\s{P}(?![^;]{{0,200}}\sas\s)[^;]{{0,200}}\b(?:continue|do\snot\sexpire|run\son))"
)
_OF_NOUN = {"presidency": "President", "chairmanship": "Chairman", "treasurership": "Treasurer"}
_OF_BOARDS = late(r"\b(?:[Ss]eats?(?=\s(?:left|vacated|made\svacant|held|became|fell|was\svacated|has\sbeen\s(?:vacant|empty)|is\s(?:vacant|empty)))|[Bb]oard|[Dd]irectors?(?:hips?)?|[Ss]hareholders|[Ss]tockholders|[Mm]eeting|elect\w*)\b")


def is_free(masked: Masked, spans: Spans, found: re.Match[str], group: str | int = 0) -> bool:
    """May what was found from `group` on become an office?"""
    start, end = found.start(group), found.end()
    return len(masked.offices) < LIMIT and not any(s < end and start < e for s, e, _ in spans)


def put(masked: Masked, spans: Spans, office: Office, start: int, end: int) -> None:
    """Marks a place as an office."""
    masked.offices.append(office)
    spans.append((start, end, mark(1, len(masked.offices) - 1)))


def nouns(masked: Masked, spans: Spans) -> None:
    """Offices by their own nouns ("the presidency"), and vacancies of a board."""
    text = masked.text
    for noun in _ABSTRACT.finditer(text):
        if is_free(masked, spans, noun):
            name = _OF_NOUN[noun["noun"].lower()] + (" of the Board" if noun["board"] else "")
            put(masked, spans, Office(Title(*noun.span(), name), None), *noun.span())
    if not spans and not _FORMER.search(text):
        for seat in _STAND_AGAIN.finditer(text):
            put(masked, spans, Office(Title(*seat.span("seat"), "director"), None, board_seat=True), *seat.span("seat"))
    for seat in _CO_OPTS.finditer(text):
        if is_free(masked, spans, seat):
            org = masked.org(seat["org"]).org if seat["org"] else None
            put(masked, spans, Office(Title(*seat.span(), "director"), org, board_seat=True), *seat.span())
    for seat in _CHAIRS.finditer(text):
        group = "seat" if seat["seat"] else "own"
        if is_free(masked, spans, seat, group):
            mark_of = seat["org"] or seat["org2"] or next(iter(re.findall(O, seat[group])), None)
            org = masked.org(mark_of).org if mark_of else nearest(masked, text, seat.start(group)) if seat[group].startswith("whose") else None
            put(masked, spans, Office(Title(*seat.span(group), "Chair"), org), *seat.span(group))
    for seat in _DIRECTORSHIP.finditer(text):
        if is_free(masked, spans, seat, "seat"):
            put(masked, spans, Office(Title(*seat.span("seat"), "director"), None, board_seat=True), *seat.span("seat"))
    if _OF_BOARDS.search(text):
        for seat in _VACANCY.finditer(text):
            if is_free(masked, spans, seat):
                put(masked, spans, Office(Title(*seat.span(), "director"), None, board_seat=True), *seat.span())


def anaphors(masked: Masked, spans: Spans, last: Office | None) -> None:
    """ "That post" as the office named last before."""
    for same in _ANAPHOR.finditer(masked.text):
        group = next((g for g in ("such", "it") if same[g]), 0)
        offices = [masked.office(m) for s, _, m in spans if s < same.start()]
        meant = offices[-1] if offices else last
        if last is not None and offices and _TO_HERE.search(masked.text, max(0, same.start() - 100), same.start()):
            meant = last  # "was advanced from Controller to this post"
        if meant is not None and is_free(masked, spans, same, group):
            put(masked, spans, replace(meant, former=False), *same.span(group))
            spans.sort()


def nearest(masked: Masked, text: str, at: int) -> OrgRef | None:
    """The organisation named last before `at`; what "its" means."""
    for match in re.finditer(O, text[at::-1] if at < len(text) else text[::-1]):
        return masked.org(match[0]).org
    return None
