"""Dates as EDGAR or a text writes them → ISO strings and bounds. Pure functions; nothing is guessed."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

_MONTHS = {
    name: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}
_PART = re.compile(
    r"\b(?:(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)\s+(?P<unit>quarter|half)|(?P<short>[QH])(?P<digit>[1-4])"
    r"|(?P<month>" + "|".join(_MONTHS) + r"))(?:\s+of|,)?\s+(?:fiscal\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
_YEAR = re.compile(r"(?:(?:in|during|by|the|calendar|year|end|of)\s+)*(?P<year>(?:19|20)\d\d)", re.I)
_ORDINAL = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def iso(value: str | None) -> str | None:
    """YYYYMMDD → YYYY-MM-DD; None for None and for what is no day of the calendar."""
    if not value or len(value) != 8 or not (value.isascii() and value.isdigit()):
        return None
    day = f"{value[:4]}-{value[4:6]}-{value[6:]}"
    try:
        date.fromisoformat(day)
    except ValueError:
        return None
    return day


def _sunday(year: int, month: int, number: int) -> datetime:
    """02:00 of the n-th Sunday of a month; -1 is the last."""
    day = datetime(year, month, 1, 2)
    first = day + timedelta(days=(6 - day.weekday()) % 7)
    if number > 0:
        return first + timedelta(weeks=number - 1)
    sundays = [first + timedelta(weeks=week) for week in range(5)]
    return [s for s in sundays if s.month == month][-1]


def _daylight(moment: datetime) -> bool:
    """True in US daylight saving time, by the laws of 1966, 1986 and 2005; not every machine has a table of zones."""
    year = moment.year
    if year >= 2007:
        return _sunday(year, 3, 2) <= moment < _sunday(year, 11, 1)
    return _sunday(year, 4, 1 if year >= 1987 else -1) <= moment < _sunday(year, 10, -1)


def acceptance(value: str | None) -> str | None:
    """YYYYMMDDHHMMSS in Washington's time → `2017-03-08T16:02:21-05:00`; None when it is no moment of the calendar."""
    if not value or len(value) != 14 or not (value.isascii() and value.isdigit()):
        return None
    try:
        moment = datetime.strptime(value, "%Y%m%d%H%M%S")
    except ValueError:
        return None
    return f"{moment.isoformat()}-0{4 if _daylight(moment) else 5}:00"


def fiscal_year_end(value: str | None) -> str | None:
    """MMDD → `--12-31`; None when it is no day of a leap year."""
    day = iso(f"2000{value}") if value else None
    return f"-{day[4:]}" if day else None


def bounds(text: str) -> tuple[str, str] | None:
    """First and last day of a period written as quarter, half, month or year: "first quarter of 2017" →
    ("2017-01-01", "2017-03-31"). None for anything vaguer ("mid-2017", "late 2018") and for two periods in one text."""
    found = list(_PART.finditer(text))
    if not found:
        whole = _YEAR.fullmatch(text.strip())
        if not whole or re.search(r"\b(?:by|end)\b", text, re.I):
            return None
        return f"{whole['year']}-01-01", f"{whole['year']}-12-31"
    match = found[0]
    if len(found) > 1 or re.search(r"\b(?:by|end|late|early|mid|before|after)\b", text[: match.start()], re.I):
        return None
    if match["month"]:
        start, months = _MONTHS[match["month"].lower()], 1
    else:
        number = int(match["digit"]) if match["digit"] else _ORDINAL[match["ordinal"].lower()]
        half = (match["unit"] or match["short"]).lower() in ("half", "h")
        if half and number > 2:
            return None
        months = 6 if half else 3
        start = (number - 1) * months + 1
    year = int(match["year"])
    last = date(year + (start + months > 12), (start + months - 1) % 12 + 1, 1) - timedelta(days=1)
    return date(year, start, 1).isoformat(), last.isoformat()
