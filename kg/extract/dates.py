"""Text → calendar dates in it, as ISO strings as precise as the words: "2017-03-08", "2003-12", "2005"."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re

from kg.extract.late import late

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first"],
        1,
    )
}
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_YEAR = r"(?:19[5-9]\d|20[0-6]\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL_DAY = rf"{_DAY}(?:st|nd|rd|th)?"
# Each alternative starts with a literal class so that the scan stays one pass; groups are named by their order.
_SPELLED = rf"([Tt]he\s+)?([a-z]+(?:-[a-z]+)?)\s+day\s+of\s+({_MONTH}),?\s+({_YEAR})"  # 15-18 the third day of May, 1999


def _pattern(opening: str, spelled: str) -> re.Pattern[str]:
    """The pattern of a date whose first character is `opening`; `spelled` are the alternatives 15-18."""
    return re.compile(
        rf"(?={opening})\b(?:"
        rf"({_MONTH})\s+({_DAY})(?:st|nd|rd|th)?(?:\s*,)?\s+({_YEAR})"  # 1-3 March 8, 2017
        rf"|(?:the\s+)?({_ORDINAL_DAY})(?:\s+day)?(?:\s+of)?\s+({_MONTH}),?\s+({_YEAR})"  # 4-6 8th day of March, 2017
        rf"|({_YEAR})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"  # 7-9 ISO
        rf"|(0?[1-9]|1[0-2])/({_DAY})/({_YEAR})"  # 10-12 3/8/2017
        rf"|({_MONTH})(?:\s*,)?(?:\s+of)?\s+(?:_+,?\s+)?({_YEAR})"  # 13-14 March 2017
        rf"|{spelled}"
        rf"|({_YEAR})(?![\d,.]*\d|\s*%|[-–]\d)"  # 19 a bare year
        rf"|({_MONTH})\s+({_DAY})(?:st|nd|rd|th)?(?!\d|,?\s+\d{{4}})"  # 20-21 May 7, the year being that of the passage
        rf")\b"
    )


_DATE = _pattern("[A-Za-z0-9]", _SPELLED)
_PLAIN_DATE = _pattern("[JFMASOND0-9t]", "(?!)()()()()")  # a third of the time, where no "day" is said
_ANY_YEAR = late(_YEAR)
_BEFORE_YEAR = late(
    r"(?:\b(?:in|since|during|of|until|by|from|year|fiscal|early|mid|late|through|before|after|to|ended|and|or|back in|"
    r"year-end|spring|summer|fall|autumn|winter|as of|effective|dated|circa|around|between|calendar|second half|half)"
    r"[ -]|[(/,]\s?|^)$",
    re.I,
)


def _iso(year: str, month: str | None = None, day: str | int | None = None) -> str | None:
    if month is None:
        return year
    number = int(month) if month.isdigit() else _MONTHS.get(month.rstrip(".").lower(), 0)
    if not number:
        return None
    if day is None:
        return f"{year}-{number:02d}"
    value = int(day)
    longest = 29 if number == 2 else 30 if number in (4, 6, 9, 11) else 31
    return f"{year}-{number:02d}-{value:02d}" if 1 <= value <= longest else None


_YEAR_OF = late(
    r" (?:[Ll]icen[cs]e|[Ss]ublicen|[Aa]greement|[Oo]ption|[Cc]ollaborat|[Aa]mendment|[Tt]ransaction|deal\b)"
)


def find_dates(text: str, year: str | None = None) -> list[tuple[int, int, str]]:
    """Dates in order as (start, end, iso); a bare year counts only where a word beside it makes it a date ("in 2005").

    A day without a year ("on May 7") is a date only when `year` says which one is meant.
    """
    found: list[tuple[int, int, str]] = []
    if not year and not _ANY_YEAR.search(text):
        return found
    for match in (_DATE if "day" in text else _PLAIN_DATE).finditer(text):
        g = match.groups()
        iso: str | None = None
        if g[0]:
            iso = _iso(g[2], g[0], g[1])
        elif g[3]:
            iso = _iso(g[5], g[4], g[3].rstrip("stndrh"))
        elif g[6]:
            iso = _iso(g[6], g[7], g[8])
        elif g[9]:
            iso = _iso(g[11], g[9], g[10])
        elif g[12]:
            iso = _iso(g[13], g[12])
        elif g[15]:
            day = _ORDINALS.get(g[15])
            iso = _iso(g[17], g[16], day)
        elif g[18] and (
            _BEFORE_YEAR.search(text, max(0, match.start() - 16), match.start()) or _YEAR_OF.match(text, match.end())
        ):
            iso = g[18]
        elif g[19] and year:
            iso = _iso(year, g[19], g[20])
        if iso:
            found.append((match.start(), match.end(), iso))
    return found


def iso_of_stamp(stamp: str | None) -> str | None:
    """ "20170308" or "20170308…" as EDGAR's headers print it → "2017-03-08"; None for anything else."""
    if not stamp or not re.match(r"(?:19|20)\d{6}", stamp):
        return None
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"
