"""Names that companies bore, with time → which companies a name meant on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kg.identify.keys import keys, legal_form, short_key
from kg.model.identity import NameUse

SLACK_DAYS = 183
"""A name is still written for half a year after the change: reports on the last year under it, old stationery."""
EARLY_DAYS = 60
"""A name to come is written shortly before it is borne; the printed date of a change may lag behind it."""


def _later(day: str, days: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day


class NameBook:
    """Name uses by key."""

    def __init__(self, uses: Iterable[NameUse] = ()) -> None:
        self._uses: dict[str, list[NameUse]] = {}
        self._short: dict[str, list[NameUse]] = {}
        for use in sorted(set(uses)):
            for key in keys(use.name):
                self._uses.setdefault(key, []).append(use)
            if short := short_key(use.name):
                self._short.setdefault(short, []).append(use)

    def uses(self, name: str) -> list[NameUse]:
        """Every use of a name, whatever its case, punctuation and legal form."""
        return [use for key in keys(name) for use in self._uses.get(key, ())]

    def shortened(self, name: str) -> list[NameUse]:
        """Uses of names that begin with all of `name` and add only what the company does."""
        return [use for key in keys(name) for use in self._short.get(key, ())]

    def knows(self, key: str) -> bool:
        """True when somebody bears or bore a name of this key."""
        return key in self._uses

    def by_key(self) -> Iterator[tuple[str, list[NameUse]]]:
        """All keys with their uses."""
        yield from self._uses.items()

    def companies(self, name: str, on: str = "") -> list[str]:
        """Companies called `name` on a day (ISO), or at any time without one; sorted."""
        found = self.uses(name)
        return sorted({use.company for use in (in_use(found, on) if on else found)})


def in_use(uses: Iterable[NameUse], on: str, slack: int = 0) -> list[NameUse]:
    """The uses that cover a day, did up to `slack` days ago, or will soon; without a day only those still open."""
    found = []
    for use in uses:
        since = _later(use.since, -min(slack, EARLY_DAYS)) if use.since and slack else use.since
        until = _later(use.until, slack) if use.until and slack else use.until
        if (not use.since or (on and since <= on)) and (not use.until or (on and on < until)):
            found.append(use)
    return found


def _written(name: str) -> str:
    """A name whatever its case and punctuation, but with its legal form: "Fenn Inc" became "Fenn plc"."""
    return " ".join((keys(name)[0], *sorted(legal_form(name))))


def header_uses(seen: Iterable[tuple[str, str, str]], former: Iterable[tuple[str, str, str]]) -> list[NameUse]:
    """Name uses of the headers.

    `seen` are (company, conformed name, date of the filing), `former` (company, former name, printed date of change).
    A former name ended about the date printed beside it, and began when the one before it ended. A name that the
    headers of a company show, but no block of former names dates, lasted until another was first shown.
    """
    shown: dict[str, list[tuple[str, str]]] = defaultdict(list)
    changed: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    names: dict[tuple[str, str], str] = {}
    for company, name, day in seen:
        shown[company].append((day, name))
    for company, name, day in former:
        key = _written(name)
        old = changed[company].get(key)
        if old is None or day > old[0]:  # a name borne twice ended last at the later date
            changed[company][key] = (day, name)
    uses: list[NameUse] = []
    for company in sorted({*shown, *changed}):
        ends = sorted((day, name, key) for key, (day, name) in changed[company].items())
        since = ""
        for day, name, key in ends:
            uses.append(NameUse(company, name, since if since < day else "", day))
            names[company, key] = name
            since = day
        uses += _undated(company, sorted(shown[company]), {key: day for day, _, key in ends}, since)
    return uses


def _undated(company: str, shown: list[tuple[str, str]], ends: dict[str, str], last: str) -> Iterator[NameUse]:
    """Uses of conformed names that headers show, beside those that blocks of former names date."""
    runs: list[list[str]] = []  # [key, name, first shown, last shown]
    for day, name in shown:
        key = _written(name)
        if runs and runs[-1][0] == key:
            runs[-1][3] = day
        else:
            runs.append([key, name, day, day])
    for number, (key, name, first, final) in enumerate(runs):
        if key in ends and final <= _later(ends[key], SLACK_DAYS):
            continue  # the block of former names tells it better
        until = runs[number + 1][2] if number + 1 < len(runs) else ""
        since = last if last and last <= first else ("" if number == 0 and not last else first)
        yield NameUse(company, name, since, until)
