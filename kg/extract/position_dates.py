"""A masked sentence → which of its dates an appointment, a departure or a term of office has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.late import late
from kg.extract.person_mask import D, P, T

_YEAR = r"(?:19|20)\d\d"
_EFFECTIVE = late(
    rf"(?:\beffective(?:ness)?(?:\s(?:as\s(?:of|from)|on|from|at|upon|date\sof))?|\bwith\seffect\s(?:from|on"
    rf"|as\sof)|\bas\s(?:of|from|at)|\bbeginning(?:\son|\sin)?|\bcommencing(?:\son|\sin)?|\bstarting(?:\son"
    rf"|\sin)?|\bfrom(?:\sand\safter)?|\btakes?\seffect(?:\son|\sat)?"
    rf"|\btook\seffect(?:\son)?|\bto\stake\seffect(?:\son)?|\beffective\stime|\bto\sbe\s(?:held"
    rf"|effective)(?:\son)?|\bbegan(?:\son)?|\bstart(?:s|ed)?(?:\son|\sin)?|\bjoin(?:s|ed)?(?:\son"
    rf"|\sin)?)[\s,]+(?:(?:the\sclose\sof\sbusiness\son|the\send\sof\sthe\smeeting\son|about|or\sabout"
    rf"|the\sopening\sof\sbusiness\son"
    rf"|(?:(?:at|as\sof|upon|on|from|when)\s)?(?:(?:the|our|its|her|his)\s)?(?:(?:close|end|conclusion|adjournment|expiration|start|opening)\sof\s(?:the\s|our\s|its\s)?)?"
    rf"(?:(?:next|coming|annual|general|special|regular|ordinary|{_YEAR})\s){{0,3}}(?:[Mm]eeting|AGM|session)(?:\sof\s(?:share|stock)?(?:holders|owners|members|directors))?"
    rf"(?:\s(?:to\sbe\s)?held)?,?\s(?:on|of))\s)?(?P<d>{D})"
)
_SINCE = late(
    rf"\b(?:since\b[^{P[1:-1]}{T[1:-1]}{D[1:-1]};]{{0,70}}?|from\s(?:[a-z]+\s){{0,2}})(?P<d>{D})(?!\s(?:to|until|through)\b)"
)
_NOT_BEFORE = late(
    r"(?:\buntil(?:\sthe)?|\bthrough|\bexpir\w+(?:\sat|\son|\sin)?|\bterm\s(?:ending|that\sends)(?:\swith|\sat"
    r"|\sin)?|(?<!consent\s)(?<!resolution\s)(?<!action\s)\bdated(?:\sas\sof)?|\blater\sof|\bfounded\b[^;]{0,40}|\bborn(?:\sin)?|\bsince|\bended|\bending"
    r"|\breported\s(?:on|in)|\bannounced\s(?:on|in)|\bfiled\s(?:on|in)|\bprior\sto|\bbefore"
    r"|\bending\swith\sthe|\bby|\bamended|\bmeeting\sin|\bletter\sof|\bnotice\sof|\bfor|\bfiscal(?:\syear)?"
    r"|\bplan\sof|\byear)\s(?:the\s)?(?:annual\smeeting\s(?:of|in)\s)?$"
)
_ANNOUNCED = late(r"\b(?:announced|said|says|announces|reported|reports|disclosed)\s$")
_TERM_OF = late(
    r"(?:until|expir\w+|serve\sa\sterm|term\s(?:that\s)?(?:ends?|ending)|terms?\s(?:that\s|which\s)?(?:runs?|running"
    r"|continu\w+)|hold\soffice)\b[^;]{0,90}$"
)


def _candidates(text: str, start: int, end: int, kind: str) -> Iterator[str]:
    for match in re.finditer(D, text[start:end]):
        head = text[start : start + match.start()][-110:]
        if kind != "departed" and _TERM_OF.search(head):
            continue
        if _NOT_BEFORE.search(head) and not (
            kind == "departed" and re.search(r"\b(?:until|through)\s(?:the\s)?$", head)
        ):
            continue
        if kind == "departed" and (
            _ANNOUNCED.search(head)
            or re.match(r"\s(?:announce|said|report|disclose)", text[start + match.end() : start + match.end() + 12])
        ):
            continue
        yield match[0]


_NEXT_CLAUSE = late(
    rf",?\s(?:and|then|but|before)\s(?:then\s|later\s|subsequently\s|again\s)?(?:in|on|effective|since|as\sof|from|by)\s(?:the\s\w+\sof\s)?{D}"
    rf"|\s(?:and|then|before\sbeing)\s(?:was\s|were\s|then\s|later\s|subsequently\s|also\s)*(?:named|elected|appointed|promoted|made|became|becoming)\s[^;{D[1:-1]}]{{0,60}}?{T}"
)


def _next_clause(text: str, start: int, end: int) -> int:
    """Where "…, and in May 1999 was named …" begins, which has a date of its own; else `end`."""
    following = _NEXT_CLAUSE.search(text, start, end)
    return following.start() if following else end


_LAST_DAY = late(
    rf"[^{P[1:-1]}{T[1:-1]}]{{0,120}}?\b(?:his|her|their|whose)\s(?:last|final)\s(?:working\s|full\s)?day\b[^;{P[1:-1]}{T[1:-1]}]{{0,50}}?(?P<d>{D})"
)


_ASIDE = late(
    r",\swho\s(?:first\s|originally\s)?(?:joined|came|has|had|was\s(?:an?|our|the)\b|is|founded|co-founded|served|started|began|worked|holds|turned)\b[^,;]{0,80},"
)
"""What is told of a person between the name and the verb."""


def event_mark(text: str, start: int, end: int, stop: int, floor: int, kind: str) -> tuple[str | None, bool]:
    """The date mark of an event whose words stand at `[start, end)`, and whether it is stated firmly.

    Looked for in this order: an effective date up to `stop` (where the next event begins); any date after the words
    up to the next person; any between them; an effective date, then any, from `floor` up to the words (not firm).
    """
    last = _LAST_DAY.match(text, end) if kind == "departed" else None
    if last:
        return last["d"], True
    inner = [
        m["d"]
        for m in _EFFECTIVE.finditer(text, start, stop)
        if not _TERM_OF.search(text[max(start, m.start() - 90) : m.start()])
    ]
    if kind == "departed":
        inner = [
            m
            for m in inner
            if not re.search(rf"\b(?:since|from)\s[^{D[1:-1]}]{{0,40}}{m}", text)
            or re.search(rf"\beffect\sfrom\s{m}", text)
        ]
    if inner:
        return (inner[-1] if kind == "departed" and len(inner) > 1 and text.find(inner[-1]) > end else inner[0]), True
    person = re.search(P, text[end:stop])
    near = end + person.start() if person else stop
    clause = text.find(";", end, near)
    if clause >= 0 and any(_candidates(text, floor, end, kind)):
        near = clause  # what stands behind a semicolon dates the next event
    if any(_candidates(text, floor, end, kind)):
        near = _next_clause(text, end, near)
    for found in _candidates(text, end, near, kind):
        return found, True
    aside = _ASIDE.search(text, start, end)
    between = list(_candidates(text, start, end, kind))
    if aside and not any(found not in aside[0] for found in between) and any(_candidates(text, floor, start, kind)):
        between = []
    if between:
        return (
            between[0]
            if re.match(
                r"\W*(?:the\s)?(?:death|resignation|retirement|appointment|passing|election)", text[start:end], re.I
            )
            else between[-1]
        ), True
    before = [m["d"] for m in _EFFECTIVE.finditer(text, floor, start)]
    if before:
        return before[-1], True
    earlier = list(_candidates(text, floor, start, kind))
    written = _WRITTEN.search(text, floor, end) if kind == "departed" and not earlier else None
    return (earlier[-1] if earlier else written["d"] if written else None), False


_WRITTEN = late(
    rf"\b[BbIi][yn]\s(?:an?|his|her|their|the)?\s?(?:\w+\s)?(?:letter|notice|e-?mail|message|fax|telegram|note|writing)s?\s(?:to\s[^;{P[1:-1]}{T[1:-1]}]{{1,40}}\s)?(?:of|dated|sent\son|written\son|on)\s(?P<d>{D})"
)
"""A letter by which somebody leaves, and its day."""


_SO_SINCE = late(
    rf"[;,]?\s(?:and\s)?(?:{P}|he|she)?\s?(?:has|have)\s(?:been\s(?:so|that|one|such)|held\s(?:it|the\soffice|{T})"
    rf"|(?:served|acted)\sas\ssuch|done\sso)\s(?:ever\s)?since\s(?P<d>{D})"
)


def since_mark(text: str, end: int, stop: int) -> str | None:
    """The date mark after "since" that belongs to the office ending at `end`."""
    so = _SO_SINCE.match(text, end)
    if so:
        return so["d"]
    match = _SINCE.search(text, end, min(stop, end + 160))
    if match is None or re.search(rf"[;]|{T}", text[end : match.start()]):
        return None
    if re.search(r"\band,?\s$", text[end : match.start()]):
        return None  # "and since June 2001, …" opens the next clause
    return match["d"]
