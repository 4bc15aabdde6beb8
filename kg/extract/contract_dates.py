"""Text of a contract → its dates, also those with a blank day: "this ____ day of March, 2018" is 2018-03."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from kg.extract.late import late

Dated = tuple[str, tuple[int, int]]
"""An ISO date, as precise as the text, and where it stands."""

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_BLANK = r"(?:\[[^\]]{0,12}\]|[_•*.]{2,}|[_•]|\( *\))"


def _day(form: int) -> str:
    """The day of one form of date, or a blank for it; converters tear ordinals apart ("24t h")."""
    return rf"(?:(?P<day{form}>\d{{1,2}})(?: ?(?:st|nd|rd|th|t h|s t|n d|r d))?|{_BLANK})"


_DATE = late(
    rf"(?P<month1>{_MONTH}) ?{_day(1)}? ?,? ?,? ?(?P<year1>(?:19|20)\d\d)(?!\d)"
    rf"|{_day(2)} ?(?:day of|of)? ?[ ,_-]*(?P<month2>{_MONTH}) ?,? ?(?P<year2>(?:19|20)\d\d)(?!\d)"
    rf"|(?P<month3>\d{{1,2}})[/.-](?P<day3>\d{{1,2}})[/.-](?P<year3>(?:19|20)?\d\d)(?![\d/])"
    rf"|{_BLANK} day of {_BLANK} ?,? ?(?P<year4>(?:19|20)\d\d)(?!\d)",
    re.I,
)
_YEAR = late(r"(?<![\d$])(?:(?:19|20)\d\d|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d)(?![\d/])")


def _iso(found: re.Match[str]) -> str | None:
    """The ISO form of a `_DATE` match, as precise as it is; None when the numbers make no date."""
    form = next(n for n in "1234" if found[f"year{n}"])
    year = int(found[f"year{form}"])
    if year < 100:
        year += 1900 if year > 60 else 2000
    if form == "4":
        return f"{year:04d}"
    word = found[f"month{form}"].lower().rstrip(".")
    month = int(word) if word.isdigit() else _MONTHS[word]
    if not 1 <= month <= 12:
        return None
    day = found[f"day{form}"]
    if not day:
        return f"{year:04d}-{month:02d}"
    if not 1 <= int(day) <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{int(day):02d}"


def dates_in(text: str, start: int, end: int) -> Iterator[Dated]:
    """Dates in `[start, end)`; only places that hold a year are looked at closely, which keeps this fast."""
    floor = start
    for year in _YEAR.finditer(text, start, end):
        for found in _DATE.finditer(text, max(floor, year.start() - 50), year.end()):
            value = _iso(found)
            if value:
                floor = found.end()
                yield value, found.span()
