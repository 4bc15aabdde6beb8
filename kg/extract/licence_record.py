"""One agreement while it is being read: parties, terms and passages gathered from the sentences that speak of it."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from kg.extract.money import Amount
from kg.model import IndicationRef, OrgRef

COARSE = frozenset({"Europe", "European", "Asia", "Latin America", "Greater China", "North America", "Middle East", "Africa"})
RECENT = 60
"""A sentence speaks of one of the last agreements told of, so that a list of thousands costs no more than its length."""
UNWEIGHED = 0.8
"""How likely a licence is of which two parties are known, and no model was asked."""
Span = tuple[int, int, int]
"""(document sequence, start, end)."""


@dataclass(slots=True)
class Record:
    """Mutable on purpose: discourse fills it sentence by sentence; `licences` turns it into a claim at the end."""

    licensors: tuple[OrgRef, ...] = ()
    licensees: tuple[OrgRef, ...] = ()
    parties: tuple[OrgRef, ...] = ()
    kind: str | None = None
    collaboration: bool = False
    titled: bool = False
    granted: bool = False
    blocked: bool = False
    status: str | None = None
    exclusivity: str | None = None
    territory: dict[str, tuple[str, ...]] = field(default_factory=dict)
    compounds: dict[str, None] = field(default_factory=dict)
    indications: dict[str, IndicationRef] = field(default_factory=dict)
    made: str | None = None
    effective: bool = False
    in_force: str | None = None
    """When it took effect, if that is another day than that of signature."""
    event: str | None = None
    announced: str | None = None
    amended: str | None = None
    ended: str | None = None
    upfront: list[tuple[Amount, bool, Span]] = field(default_factory=list)
    milestones: list[tuple[Amount, bool, Span]] = field(default_factory=list)
    royalties: list[tuple[Decimal, Decimal, Span]] = field(default_factory=list)
    sublicensable: bool | None = None
    rights: dict[str, None] = field(default_factory=dict)
    spans: dict[Span, None] = field(default_factory=dict)
    grant_spans: dict[Span, None] = field(default_factory=dict)
    rule: str = ""
    sequence: int = 0
    paragraph: int = 0
    strength: float = 0.0
    apart: bool = False
    filled: bool = False
    weak: bool = False
    copied: bool = False
    passage: str | None = None
    hint: OrgRef | None = None
    chance: float | None = None
    """How likely it is at its likeliest telling; None where no model was asked."""
    subject: dict[str, None] = field(default_factory=dict)
    """The one drug its passage names, which it covers when nothing says what it covers."""
    adds: bool = False
    """Does its territory come on top of the one told before?"""
    milestone_text: str = ""
    """The clause that told of milestones last."""
    section: str | None = None
    """The number of the section of a contract that grants it."""
    former: tuple[OrgRef, ...] = ()
    """Who held the licence before the licensees of now."""

    @property
    def everyone(self) -> tuple[OrgRef, ...]:
        """Both sides."""
        return tuple(dict.fromkeys((*self.licensors, *self.licensees, *self.parties)))

    @property
    def directed(self) -> bool:
        """Are both roles known?"""
        return bool(self.licensors and self.licensees)

    @property
    def date(self) -> str | None:
        """The agreement's own date, else that of the event that tells of it."""
        return self.made or self.event or self.passage

    def direct(self, licensor: OrgRef | None, licensee: OrgRef | None) -> None:
        """Settle the roles of a pair from one side."""
        if self.directed or len(self.parties) != 2:
            return
        one, two = self.parties
        if licensor in self.parties:
            self.licensors, self.licensees = (one, two)[one != licensor :][:1], (two,) if one == licensor else (one,)
        elif licensee in self.parties:
            self.licensees, self.licensors = (one, two)[one != licensee :][:1], (two,) if one == licensee else (one,)


def compatible_dates(one: str | None, two: str | None) -> bool:
    """Is one date the other, or a less precise form of it, or unknown?"""
    return not one or not two or one.startswith(two) or two.startswith(one)


def _kinds_agree(one: str | None, two: str | None) -> bool:
    if one == two or one is None or two is None:
        return (
            (one != "option"
            and two != "option")
            or one == two
            or (one is None
            and two != "option")
            or (two is None
            and one != "option")
        )
    return {one, two} <= {"license", "sublicense"}


def same_agreement(one: Record, two: Record) -> bool:
    """Do two records tell of one agreement: same roles, no conflict in kind, date, compounds or exclusivity?"""
    if set(one.licensors) != set(two.licensors) or set(one.licensees) != set(two.licensees):
        return False
    if not _kinds_agree(one.kind, two.kind):
        return False
    for sold, held in ((one, two), (two, one)):
        if sold.kind == "assignment" and held.kind is None and "licensee" in held.rule:
            return False
    if one.compounds and two.compounds and not one.compounds.keys() & two.compounds.keys():
        return False
    if not compatible_dates(one.made, two.made):
        return False
    if (one.kind == "assignment") != (two.kind == "assignment") and not compatible_dates(one.made or one.event, two.made or two.event):
        return False  # what was licensed first was bought later
    if (one.apart or two.apart) and one.exclusivity != two.exclusivity and one.exclusivity and two.exclusivity:
        return False
    return not (one.exclusivity and two.exclusivity and one.exclusivity != two.exclusivity and one.territory and two.territory and one.territory.keys() != two.territory.keys())


def held_before(record: Record, told: Record) -> bool:
    """Does what is told speak of the licence as its former holder had it?"""
    if not record.former:
        return False
    if told.directed:
        return set(told.licensors) == set(record.licensors) and set(told.licensees) <= set(record.former)
    return bool(set(told.parties) & set(record.former)) and set(told.parties) <= {*record.licensors, *record.former}


def _likelier(one: float | None, two: float | None) -> float | None:
    """The better of two chances; a telling that no model weighed is not made worse by one that it did."""
    if one is None or two is None:
        known = one if two is None else two
        return known if known is not None and known >= UNWEIGHED else None
    return max(one, two)


def absorb(into: Record, other: Record) -> None:
    """Add what `other` knows to `into`; what `into` knows already stays."""
    into.kind = into.kind or other.kind
    if other.kind == "sublicense":
        into.kind = "sublicense"
    into.collaboration |= other.collaboration
    into.granted |= other.granted
    order = (None, "executed", "proposed", "amended", "terminated")
    into.status = max(into.status, other.status, key=order.index)
    firmer = bool(other.made or other.event) and not (into.made or into.event)
    into.exclusivity = (firmer and other.exclusivity) or into.exclusivity or other.exclusivity
    if other.adds and into.territory and "worldwide" not in other.territory:
        into.territory |= other.territory
    if other.territory and into.territory.keys() <= COARSE and not other.territory.keys() <= COARSE and "worldwide" not in other.territory:
        into.territory = other.territory  # "Europe" in a headline is spelt out below it
    into.territory = (firmer and other.territory) or into.territory or other.territory
    into.compounds |= other.compounds
    into.subject = into.subject or other.subject
    if not into.indications:
        into.indications = other.indications
    if other.made and (not into.made or len(other.made) > len(into.made)):
        into.made, into.effective = other.made, other.effective
    into.in_force = into.in_force or other.in_force
    into.event = into.event or other.event
    into.announced = into.announced or other.announced
    into.amended, into.ended = into.amended or other.amended, into.ended or other.ended
    into.upfront += other.upfront
    into.milestones += other.milestones
    into.royalties = into.royalties or other.royalties
    into.sublicensable = other.sublicensable if into.sublicensable is None else into.sublicensable
    into.rights |= other.rights
    into.spans |= other.spans
    into.grant_spans |= other.grant_spans
    into.strength = max(into.strength, other.strength)
    into.chance = _likelier(into.chance, other.chance)
