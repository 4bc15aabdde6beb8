"""Agreements as filings tell them → which of them are one: the same parties, compounds, kind and time.

The most precise tellings come first and found an agreement; a vaguer one (a year only, an amendment or termination that
names no date of the original) joins it when it is the only one that fits, and is a candidate when several do. Where an
agreement has been restated under a date of its own, what ends later is the restated one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from kg.model.identity import Candidate, Link

SLIP_DAYS = 1
"""Witnesses of one signing may print the day of the text or the day of the last signature."""
WINDOW_DAYS = 31
"""An announcement follows the signing within about a month."""


@dataclass(frozen=True, slots=True)
class AgreementUse:
    """An agreement as one filing tells it, its parties and compounds canonical; dates as precise as the text."""

    node: str
    accession: str
    filed: str
    licensors: frozenset[str]
    licensees: frozenset[str]
    kind: str
    status: str
    compounds: frozenset[str] = frozenset()
    executed: str = ""
    effective: str = ""
    announced: str = ""

    @property
    def signed(self) -> tuple[str, ...]:
        """The dates of the agreement itself."""
        return tuple(filter(None, (self.executed, self.effective)))

    @property
    def news(self) -> str:
        """The date of its announcement; of an amendment or termination that is another event."""
        return self.announced if self.status in ("executed", "") else ""

    @property
    def precision(self) -> int:
        """0 for a day of signing, then a day of announcement, months, years, 4 for no date at all."""
        longest = max(map(len, self.signed), default=0)
        if longest == 10:
            return 0
        if len(self.news) == 10:
            return 1
        return {7: 2, 4: 3}.get(max(longest, len(self.news)), 4)


def _prefix(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _near(one: str, other: str, days: int = WINDOW_DAYS) -> bool:
    if len(one) == len(other) == 10:
        try:
            return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= days
        except ValueError:
            return False
    return _prefix(one, other)


def dates_fit(one: AgreementUse, other: AgreementUse) -> bool:
    """False when what is told of their time cannot be of one agreement."""
    slip = SLIP_DAYS if one.compounds & other.compounds else 0
    for left, right in ((one.executed, other.executed), (one.effective, other.effective)):
        if left and right and not _near(left, right, slip):
            return False
    if one.signed and other.signed:
        return any(_prefix(a, b) for a in one.signed for b in other.signed) or any(
            _near(a, b) for a in one.signed for b in other.signed
        )
    for made, told in ((one, other), (other, one)):
        begun = made.signed or ((made.news,) if made.news else ())
        if begun and told.filed and min(begun) > told.filed:
            return False  # told before it was made
    if one.news and other.news:
        return _near(one.news, other.news)
    signed, news = one.signed or other.signed, one.news or other.news
    return not (signed and news) or any(_near(day, news) for day in signed)


_SAME_KIND = (frozenset(("license", "collaboration")), frozenset(("license", "sublicense")))


def fits(one: AgreementUse, other: AgreementUse) -> bool:
    """True when both can tell of one agreement; their parties are the same."""
    if (one.status == "proposed") != (other.status == "proposed"):
        return False
    kinds = frozenset((one.kind, other.kind))
    if len(kinds) > 1 and "" not in kinds and kinds not in _SAME_KIND:
        return False
    same_day = any(len(a) == 10 and a in other.signed for a in one.signed)
    if one.compounds and other.compounds:
        if not one.compounds & other.compounds:
            return False
    elif (one.compounds or other.compounds) and not same_day:
        return False
    return dates_fit(one, other)


def same(uses: Iterable[AgreementUse]) -> tuple[list[Link], list[Candidate]]:
    """Links of each telling to the first filed one of its agreement, and candidates."""
    by_parties: dict[tuple[frozenset[str], frozenset[str]], list[AgreementUse]] = defaultdict(list)
    for use in uses:
        if use.licensors and use.licensees:
            by_parties[use.licensors, use.licensees].append(use)
    links: list[Link] = []
    candidates: list[Candidate] = []
    for tellings in by_parties.values():
        groups: list[list[AgreementUse]] = []
        for use in sorted(tellings, key=lambda u: (u.precision, not u.compounds, u.filed, u.node)):
            found = _in_force(use, [group for group in groups if all(fits(use, member) for member in group)])
            if len(found) == 1:
                found[0].append(use)
                continue
            groups.append([use])
            candidates += [
                Candidate(use.node, _head(group).node, "", 0.6, ("same parties; several agreements fit",))
                for group in found
            ]
        for group in groups:
            head = _head(group)
            links += [
                Link(use.node, head.node, "", 1.0 if use.precision < 2 else 0.95, (_reason(use),))
                for use in group
                if use.node != head.node
            ]
    return sorted(links), sorted(candidates)


def _in_force(use: AgreementUse, found: list[list[AgreementUse]]) -> list[list[AgreementUse]]:
    """Of several agreements that a change or end may be of, those that no restatement told by then has replaced."""
    if len(found) < 2 or use.status not in ("amended", "terminated") or use.signed:
        return found
    restated = [
        min(one.signed) for group in found for one in group
        if one.status == "amended" and one.signed and (not use.filed or one.filed <= use.filed)
    ]  # fmt: skip
    last = max(restated, default="")
    kept = [group for group in found if not last or any(day >= last for one in group for day in one.signed)]
    return kept if len(kept) == 1 else found


def amended(uses: Iterable[AgreementUse], of: Callable[[AgreementUse], str]) -> list[tuple[str, str]]:
    """Pairs (amendment, what it changes): an amendment or termination that is a node of its own, and the only other
    agreement of its parties on its compounds that was told before it. `of` gives the node that an agreement means."""
    by_parties: dict[tuple[frozenset[str], frozenset[str]], list[AgreementUse]] = defaultdict(list)
    for use in uses:
        if use.licensors and use.licensees and use.compounds:
            by_parties[use.licensors, use.licensees].append(use)
    found = set()
    for tellings in by_parties.values():
        first: dict[str, AgreementUse] = {}
        for use in sorted(tellings, key=lambda u: (u.filed, u.node)):
            first.setdefault(of(use), use)
        about: dict[str, list[str]] = defaultdict(list)  # compound → agreements, the first told first
        for node, use in first.items():
            for compound in sorted(use.compounds):
                about[compound].append(node)
            if use.status in ("amended", "terminated"):
                earlier = {n for c in use.compounds for n in about[c][:3] if n != node and first[n].filed < use.filed}
                if len(earlier) == 1:
                    found.add((node, earlier.pop()))
    return sorted(found)


def _head(group: list[AgreementUse]) -> AgreementUse:
    return min(group, key=lambda use: (use.filed, use.node))


def _reason(use: AgreementUse) -> str:
    about = "compounds" if use.compounds else "subject"
    when = "date" if use.precision < 4 else "no other agreement of theirs fits"
    return f"same parties, {about} and {when}" if use.precision < 4 else f"same parties and {about}; {when}"
