"""Dates around an office: a document's dates (also "today", "March 10" without a year, "the Effective Date") → which of
them an appointment, a departure or a term of office has in a masked sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.extract.dates import find_dates
from kg.extract.person_mask import D, P, T

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = rf"(?:{'|'.join(_MONTHS)}|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
_PARTIAL = re.compile(rf"\b(?:({_MONTH})\s(\d{{1,2}})(?:st|nd|rd|th)?|(\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?({_MONTH}))\b(?!,?\s(?:19|20)\d\d)(?!,?\s\d)")
_TODAY = re.compile(r"\b(?:today|this\s(?:morning|afternoon|evening)|the\sdate\s(?:of\sthis|hereof)|the\sdate\sof\sthis\s(?:report|release|letter))\b", re.I)
_THEN = re.compile(
    r"\b(?:(?:on|from)\s)?(?:that|the\ssame|such|said)\s(?:very\s)?(?:day|date|meeting|afternoon|morning|sitting)\b"
    r"|\b(?:at|following|after|as\sof|upon|with)\s(?:the\s|our\s)?(?:effective\stime|same\stime|(?:end|close|conclusion)\sof\s(?:the|that|our|this)\s(?:annual\s|general\s)*meeting|(?:the\s)?(?:annual|general|special|extraordinary)\s(?:general\s)?meeting|(?:the\s)?meeting|that\s(?:annual\s)?meeting|this\s(?:annual\s)?meeting)\b(?!\s(?:of|on|held|in|called|to)\b)",
    re.I,
)
_MEETING = re.compile(r"\b(?:meeting|voted|vote|assembled)\b", re.I)
_DEFINED = re.compile(r"\s?\(?(?:the\s|such\sdate,\s(?:the\s)?|such\sday,\s)?[“\"]([A-Z][\w-]*(?:\s[\w-]+){0,4})[”\"]")
_DATE_OF = re.compile(r"\bthe\sdate\sof\sthe\s([A-Z]\w+(?:\s[A-Z]\w+){0,3})")
_DATELINE = 700


@dataclass(frozen=True, slots=True)
class DateBook:
    """The dates of a document in order of place; `exact` tells a written date from a relative one."""

    found: tuple[tuple[int, int, str], ...]
    starts: tuple[int, ...]

    def within(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Dates wholly inside `[start, end)`."""
        first = bisect_left(self.starts, start)
        out = []
        for item in self.found[first:]:
            if item[0] >= end:
                break
            if item[1] <= end:
                out.append(item)
        return out

    def last_before(self, position: int, reach: int = 700) -> str | None:
        """The last full date that ends before `position`, at most `reach` characters back."""
        index = bisect_left(self.starts, position) - 1
        while index >= 0 and self.starts[index] >= position - reach:
            if len(self.found[index][2]) == 10:
                return self.found[index][2]
            index -= 1
        return None


def _near(month: int, day: int, filed: str | None) -> str | None:
    """The day of the year nearest to the filing's date: "March 10" in a filing of 2003-03-11 is 2003-03-10."""
    if not filed:
        return None
    anchor = date.fromisoformat(filed)
    best: date | None = None
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        if best is None or abs((candidate - anchor).days) < abs((best - anchor).days):
            best = candidate
    return best.isoformat() if best else None


def _month_number(name: str) -> int:
    return next(n for n, m in enumerate(_MONTHS, 1) if m.startswith(name.rstrip(".")[:3]))


def read_dates(text: str, filed: str | None, exhibit: bool) -> DateBook:
    """Every date of a text: written, without its year, relative to another, or by a defined term."""
    written = find_dates(text)
    events: list[tuple[int, int, str, str]] = [(s, e, "date", iso) for s, e, iso in written]
    for match in _PARTIAL.finditer(text):
        month, day = (match[1], match[2]) if match[1] else (match[4], match[3])
        iso = _near(_month_number(month), int(day), filed)
        if iso:
            events.append((match.start(), match.end(), "date", iso))
    dateline = next((iso for s, _, iso in written if s < _DATELINE and len(iso) == 10), None) if exhibit else None
    events.extend((m.start(), m.end(), "date", dateline or filed) for m in _TODAY.finditer(text) if dateline or filed)
    events.extend((m.start(), m.end(), "then", "") for m in _THEN.finditer(text))
    defined: dict[str, str] = {}
    for start, end, iso in written:
        if len(iso) != 10:
            continue
        named = _DEFINED.match(text, end) or _DEFINED.search(text, end, min(len(text), end + 90))
        if named and named[1] not in ("Company", "Board", "Registrant") and "." not in text[end : named.start()]:
            defined.setdefault(named[1], iso)
    for term, iso in defined.items():
        if re.search(r"(?:Date|Time|Day|Closing|Meeting)$", term):
            events.extend((m.start(), m.end(), "date", iso) for m in re.finditer(rf"\b[Tt]he\s{re.escape(term)}\b", text))
    events.extend((m.start(), m.end(), "date", defined[m[1]]) for m in _DATE_OF.finditer(text) if m[1] in defined)
    events.sort()
    found: list[tuple[int, int, str]] = []
    last: tuple[int, str] | None = None
    for start, end, kind, iso in events:
        if found and start < found[-1][1]:
            continue
        if kind == "then":
            if "meeting" in text[start:end].lower():
                held = next((d for a, b, d in reversed(found) if len(d) == 10 and _MEETING.search(text, max(0, a - 70), b + 40)), None)
                if held is None and (last is None or start - last[0] > 1500):
                    continue
                iso = held or (last[1] if last else "")
            elif last is None or start - last[0] > 1500:
                continue
            else:
                iso = last[1]
        elif len(iso) == 10:
            last = (end, iso)
        found.append((start, end, iso))
    return DateBook(tuple(found), tuple(s for s, _, _ in found))


_EFFECTIVE = re.compile(
    rf"(?:\beffective(?:ness)?(?:\s(?:as\s(?:of|from)|on|from|at|upon|date\sof))?|\bwith\seffect\s(?:from|on|as\sof)|\bas\s(?:of|from|at)|\bbeginning(?:\son|\sin)?|\bcommencing(?:\son|\sin)?|\bstarting(?:\son|\sin)?|\bfrom(?:\sand\safter)?|\btakes?\seffect(?:\son|\sat)?"
    rf"|\btook\seffect(?:\son)?|\bto\stake\seffect(?:\son)?|\beffective\stime|\bto\sbe\s(?:held|effective)(?:\son)?|\bbegan(?:\son)?|\bstart(?:s|ed)?(?:\son|\sin)?|\bjoin(?:s|ed)?(?:\son|\sin)?)[\s,]+(?:(?:the\sclose\sof\sbusiness\son|the\send\sof\sthe\smeeting\son|about|or\sabout|the\sopening\sof\sbusiness\son)\s)?(?P<d>{D})"
)
_SINCE = re.compile(rf"\b(?:since|from)\b[^{P[1:-1]}{T[1:-1]};]{{0,70}}?(?P<d>{D})(?!\s(?:to|until|through)\b)")
_NOT_BEFORE = re.compile(
    r"(?:\buntil(?:\sthe)?|\bthrough|\bexpir\w+(?:\sat|\son|\sin)?|\bterm\s(?:ending|that\sends)(?:\swith|\sat|\sin)?|\bdated(?:\sas\sof)?|\bfounded\b[^;]{0,40}|\bborn(?:\sin)?|\bmeeting\sof|\bsince|\bended|\bending|\breported\s(?:on|in)|\bannounced\s(?:on|in)|\bfiled\s(?:on|in)|\bprior\sto|\bbefore"
    r"|\bending\swith\sthe|\bby|\bamended|\bmeeting\sin|\bletter\sof|\bnotice\sof|\bfor|\bfiscal(?:\syear)?|\bplan\sof|\byear)\s(?:the\s)?(?:annual\smeeting\s(?:of|in)\s)?$"
)
_TERM_OF = re.compile(r"(?:until|expir\w+|serve\sa\sterm|term\s(?:that\s)?(?:ends?|ending)|hold\soffice)\b[^;]{0,90}$")


def _candidates(text: str, start: int, end: int, kind: str) -> Iterator[str]:
    for match in re.finditer(D, text[start:end]):
        head = text[start : start + match.start()][-110:]
        if kind != "departed" and _TERM_OF.search(head):
            continue
        if _NOT_BEFORE.search(head) and not (kind == "departed" and re.search(r"\b(?:until|through)\s(?:the\s)?$", head)):
            continue
        yield match[0]


def event_mark(text: str, start: int, end: int, stop: int, floor: int, kind: str) -> tuple[str | None, bool]:
    """The date mark of an event whose words stand at `[start, end)` of a masked sentence, and whether it is stated firmly.

    Looked for in this order: an effective date up to `stop` (where the next event begins); any date after the words up to
    the next person; any between them; an effective date, then any, from `floor` up to the words (not firm).
    """
    inner = [m["d"] for m in _EFFECTIVE.finditer(text, start, stop) if not _TERM_OF.search(text[max(start, m.start() - 90) : m.start()])]
    if kind == "departed":
        inner = [m for m in inner if not re.search(rf"\b(?:since|from)\s[^{D[1:-1]}]{{0,40}}{m}", text) or re.search(rf"\beffect\sfrom\s{m}", text)]
    if inner:
        return (inner[-1] if kind == "departed" and len(inner) > 1 and text.find(inner[-1]) > end else inner[0]), True
    person = re.search(P, text[end:stop])
    near = end + person.start() if person else stop
    for found in _candidates(text, end, near, kind):
        return found, True
    between = list(_candidates(text, start, end, kind))
    if between:
        return (between[0] if re.match(r"\W*(?:the\s)?(?:death|resignation|retirement|appointment|passing|election)", text[start:end], re.I) else between[-1]), True
    before = [m["d"] for m in _EFFECTIVE.finditer(text, floor, start)]
    if before:
        return before[-1], True
    earlier = list(_candidates(text, floor, start, kind))
    return (earlier[-1] if earlier else None), False


def since_mark(text: str, end: int, stop: int) -> str | None:
    """The date mark after "since" that belongs to the office ending at `end`."""
    match = _SINCE.search(text, end, min(stop, end + 160))
    if match is None or re.search(rf"[;]|{T}", text[end : match.start()]):
        return None
    return match["d"]
