"""Dates of a document as asked for: "May 3, 2011", "March 10", "today", "the same day", "the Closing Date".

`DateBook(text, filed, exhibit).within(start, end)` → (start, end, ISO date) in order.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cached_property
from itertools import islice

from kg.extract.dates import find_dates
from kg.extract.gates import gate
from kg.extract.late import late

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = rf"(?:{'|'.join(_MONTHS)}|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
_PARTIAL = gate(
    rf"\b(?:({_MONTH})\s(\d{{1,2}})(?:st|nd|rd|th)?|(\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?({_MONTH}))\b(?!,?\s(?:19"
    rf"|20)\d\d)(?!,?\s\d)"
)
_TODAY = gate(
    r"\b(?:today|this\s(?:morning|afternoon|evening)|the\sdate\s(?:of\sthis|hereof)|the\sdate\sof\sthis\s(?:report"
    r"|release|letter))\b",
    re.I,
)
_THEN = gate(
    r"\b(?:(?:on|from)\s)?(?:that(?:\ssame)?|the(?:\svery)?\ssame|such|said|(?<=\bon\s)which|(?<=\bat\s)which)\s(?:very\s)?"
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)?"
    r"(?:day|date|meeting|afternoon|morning|sitting)\b"
    r"|\b(?:at|following|after|as\sof|upon|with)\s(?:the\s|our\s)?(?:effective\stime|same\stime|(?:end|close"
    r"|conclusion)\sof\s(?:the|that|our|this)\s(?:annual\s|general\s)*meeting|(?:the\s)?(?:annual|general"
    r"|special|extraordinary)\s(?:general\s)?meeting|(?:the\s)?meeting|that\s(?:annual\s)?meeting"
    r"|this\s(?:annual\s)?meeting)\b(?!\s(?:of|on|held|in|called|to)\b)"
    r"|\bwhen\s(?:the|that|our|this)\s(?:annual\s|general\s)*meeting\s(?:ends?|ended|closes?|closed|adjourns?|adjourned|is\sover)\b",
    re.I,
)
_NEXT_DAY = gate(
    r"\b(?:on\s)?the\s(?:(?P<before>day\s(?:before|earlier)|(?:previous|preceding|prior)\sday)|day\s(?:after|later)"
    r"|(?:next|following)\sday)\b(?=[.,;)]|\s(?:and|by|to|as|with)\b|$)"
)
_HEAD = late(r"\b(?:On|Through|Until|From|By|Since|After)\s(?:the\s\w+\sof\s|and\sas\sof\s|as\sof\s)?$")
"""Before the date with which a sentence opens."""
_CALLED = gate(
    r"\b(?:annual|special|general|extraordinary)\s(?:general\s)?meeting\b[^.;]{0,90}?\b(?:held|convened?|called\sfor|scheduled\sfor"
    r"|take\splace|meet)\b",
    re.I,
)
"""A meeting announced, whose date follows."""
_MEETING = late(r"\b(?:meeting|voted|vote|assembled)\b", re.I)
_DATE_OF = gate(r"\bthe\sdate\sof\sthe\s([A-Z]\w+(?:\s[A-Z]\w+){0,3})")
_MONTH_ALONE = gate(
    rf"\b(?:in|since|until|during|of|by|last|this\spast|this)\s(?:late\s|early\s|mid-?\s?)?(?P<month>{'|'.join(_MONTHS)})\b"
    r"(?!,?\s(?:of\s)?\d|['’]s|\s[A-Z])"
)
_LAST_MONTH = gate(r"\b(?:(?:in|of)\sthe\s)?(?:last|this|previous|earlier\sthis)\smonth\b")
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_WEEKDAY = gate(
    rf"\b(?:(?:last|on|this|since|until)\s)?(?P<day>{'|'.join(_DAYS)})(?:['’]s)?\b"
    r"(?!,?\s(?:\d|[A-Z][a-z]+\s\d))"
)
_YEAR = late(r"\b(?:[Dd]uring|[Ii]n|[Oo]f|,|its|the|a)\s(?:fiscal\s|calendar\s)?(?P<year>(?:19|20)\d\d)\b")
_YEAR_OF = gate(
    r"\b(?:its|the|our|their|a)\s(?P<year>(?:19|20)\d\d)(?=\s(?:listing|merger|acquisition|offering|reorgani[sz]ation"
    r"|flotation|conversion|incorporation|recapitali[sz]ation|reverse|share|spin-?off)\b)"
)
_NEXT_YEAR = late(r",?\s((?:19|20)\d\d)\b")
_DIGIT = late(r"\d")
_DATELINE = 700


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


def _year_near(month: int, now: date) -> int:
    """The year of the month so named that is nearest to a day: "in November", said in January, is last year's."""
    ahead = month - now.month
    return now.year + (1 if ahead < -6 else -1 if ahead > 5 else 0)


def _month_number(name: str) -> int:
    return next(n for n, m in enumerate(_MONTHS, 1) if m.startswith(name.rstrip(".")[:3]))


_Found = tuple[int, int, str]
_TERM = gate(r"\b[Tt]he\s((?:[A-Z][\w-]*\s){0,4}(?:Date|Time|Day|Closing|Meeting))\b")
_BACK = 1500


class DateBook:
    """The dates of one document, read where asked for: written, without a year, relative, or by a defined term."""

    def __init__(self, text: str, filed: str | None, exhibit: bool) -> None:
        self.text = text
        self.filed = filed
        self.exhibit = exhibit
        self._read: dict[tuple[int, int], list[_Found]] = {}
        self._terms: dict[str, str | None] = {}

    @cached_property
    def today(self) -> str | None:
        """What "today" means: the date at the head of an exhibit, else that of filing."""
        head = find_dates(self.text[:_DATELINE]) if self.exhibit else []
        return next((iso for _, _, iso in head if len(iso) == 10), self.filed)

    @cached_property
    def meeting(self) -> str | None:
        """The day of the meeting that the document calls."""
        for match in islice(_CALLED.finditer(self.text), 8):
            days = [iso for _, _, iso in self.written(match.end(), match.end() + 120) if len(iso) == 10]
            if days:
                return days[0]
        return None

    def written(self, start: int, end: int) -> list[_Found]:
        """Dates written in `[start, end)`, with or without a year."""
        piece = self.text[start:end]
        found = [(start + a, start + z, iso) for a, z, iso in find_dates(piece)] if _DIGIT.search(piece) else []
        for match in _PARTIAL.finditer(piece) if _DIGIT.search(piece) else ():
            month, day = (match[1], match[2]) if match[1] else (match[4], match[3])
            year = _NEXT_YEAR.match(self.text, start + match.end()) if start + match.end() >= end - 2 else None
            if year:  # the year stands on the line after the passage
                iso: str | None = f"{year[1]}-{_month_number(month):02}-{int(day):02}"
            else:
                iso = _near(_month_number(month), int(day), self.filed)
            if iso:
                found.append((start + match.start(), start + match.end(), iso))
        return sorted(found)

    def spoken(self, start: int, end: int) -> list[_Found]:
        """Dates said as one speaks: "in January" of the year told before, "last month", "Monday's"."""
        text = self.text
        found = [(m.start("year"), m.end(), m["year"]) for m in _YEAR_OF.finditer(text, start, end)]
        if not self.today:
            return found
        now = date.fromisoformat(self.today)
        for match in _MONTH_ALONE.finditer(text, start, end):
            month = _month_number(match["month"])
            told = list(_YEAR.finditer(text, start, match.start()))
            year = int(told[-1]["year"]) if told else _year_near(month, now)
            found.append((match.start("month"), match.end(), f"{year}-{month:02}"))
        for match in _LAST_MONTH.finditer(text, start, end):
            back = 0 if "this" in match[0] else 1
            months = now.year * 12 + now.month - 1 - back
            found.append((match.start(), match.end(), f"{months // 12}-{months % 12 + 1:02}"))
        for match in _WEEKDAY.finditer(text, start, end):
            ago = (now.weekday() - _DAYS.index(match["day"])) % 7
            past = ago or (7 if match[0].startswith("last") else 0)
            found.append((match.start(), match.end(), (now - timedelta(days=past)).isoformat()))
        return found

    def term(self, name: str) -> str | None:
        """The date a defined term stands for: "the Transition Date"."""
        if name not in self._terms:
            at = next((i for i in (self.text.find(f"{q}{name}{z}") for q, z in ("“”", '""')) if i >= 0), -1)
            before = [iso for a, z, iso in self.written(max(0, at - 130), at) if len(iso) == 10] if at >= 0 else []
            self._terms[name] = before[-1] if before else None
        return self._terms[name]

    def within(self, start: int, end: int) -> list[_Found]:
        """Dates of every kind wholly inside `[start, end)`, in order."""
        known = self._read.get((start, end))
        if known is not None:
            return known
        text = self.text
        events = [*self.written(start, end), *self.spoken(start, end)]
        if self.today:
            events.extend((m.start(), m.end(), self.today) for m in _TODAY.finditer(text, start, end))
        for pattern in (_TERM, _DATE_OF):
            for match in pattern.finditer(text, start, end):
                iso = self.term(match[1])
                if iso:
                    events.append((match.start(), match.end(), iso))
        relative = [(m.start(), m.end(), "") for m in _THEN.finditer(text, start, end)]
        relative += [(m.start(), m.end(), "") for m in _NEXT_DAY.finditer(text, start, end)]
        found: list[_Found] = []
        for a, z, iso in sorted(events + relative):
            if found and a < found[-1][1]:
                continue
            meant = iso or self._meant(a, z, found)
            if meant:
                found.append((a, z, meant))
        self._read[start, end] = found
        return found

    def _meant(self, start: int, end: int, found: list[_Found]) -> str | None:
        """The date that "the same day" or "at the meeting" refers back to."""
        back = max(0, start - _BACK)
        terms = [(m.start(), m.end(), self.term(m[1]) or "") for m in _TERM.finditer(self.text, back, start)]
        earlier = [f for f in sorted([*self.written(back, start), *terms]) + found if len(f[2]) == 10]
        if "meeting" in self.text[start:end].lower():
            held = [iso for a, z, iso in earlier if _MEETING.search(self.text, max(0, a - 70), z + 40)]
            if held or self.meeting:
                return held[-1] if held else self.meeting
        beside = _NEXT_DAY.search(self.text, start, min(len(self.text), end + 6))
        if beside and beside.start() == start:
            step = timedelta(days=-1 if beside["before"] else 1)
            return (date.fromisoformat(earlier[-1][2]) + step).isoformat() if earlier else None
        if self.text.startswith("On ", start):
            # "On the same date" at the head of a sentence means the day of which the last such sentence told.
            heads = [iso for a, _, iso in earlier if _HEAD.search(self.text, max(0, a - 40), a)]
            return heads[-1] if heads else earlier[-1][2] if earlier else None
        return earlier[-1][2] if earlier else None

    def last_before(self, position: int, reach: int = 700) -> str | None:
        """The last full date that ends before `position`, at most `reach` characters back."""
        earlier = [iso for _, _, iso in self.written(max(0, position - reach), position) if len(iso) == 10]
        return earlier[-1] if earlier else None
