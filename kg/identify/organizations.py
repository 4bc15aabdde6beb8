"""Organisations as filings name them → the companies that their names mean, and candidates for a person to judge.

Only an exact name key in its time makes a link. Everything likely but open (two bearers of a name, a former name out of
its time, another legal form, a similar spelling) becomes a candidate with its reasons.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.identify.book import SLACK_DAYS, NameBook, in_use
from kg.identify.keys import forms_differ
from kg.model.identity import Candidate, Link, NameUse

_PUBLIC = frozenset({"university", "hospital", "agency", "government", "institute", "foundation"})


@dataclass(frozen=True, slots=True)
class OrgUse:
    """An organisation without CIK as one filing names it. `formerly` holds who the text says bore the name before."""

    node: str
    accession: str
    filed: str
    names: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    parents: frozenset[str] = frozenset()
    filers: frozenset[str] = frozenset()
    formerly: frozenset[str] = frozenset()


Decision = tuple[Link | None, list[Candidate]]


def decide(use: OrgUse, book: NameBook) -> Decision:
    """The company that a name means in a filing of that day, or the candidates when that is open."""
    found = [(name, one) for name in use.names for one in book.uses(name) if one.company != use.node]
    if not found:
        return _shortened(use, book)
    by_use = {one: name for name, one in found}
    every = [one for _, one in found]
    company, score, reason = _meant(use, every, by_use)
    if company is None:
        return None, [
            Candidate(use.node, c, use.accession, score, (reason,)) for c in sorted({u.company for u in every})
        ]
    own = [one for one in every if one.company == company]
    doubts = _doubts(use, own, by_use)
    if doubts:
        return None, [Candidate(use.node, company, use.accession, 0.9, (reason, *doubts))]
    return Link(use.node, company, use.accession, score, (reason,)), []


def _shortened(use: OrgUse, book: NameBook) -> Decision:
    """ "Norvane" in a filing of Norvane Therapeutics, Inc. means the filer; in another's it may mean it."""
    near = {one.company for name in use.names for one in in_use(book.shortened(name), use.filed, SLACK_DAYS)}
    own = near & use.filers
    if len(own) == 1 and not use.kinds & _PUBLIC and not own & use.parents:
        return Link(use.node, next(iter(own)), use.accession, 0.97, ("short name of the filer",)), []
    reason = "may be short for its name" if len(near) == 1 else f"may be short for {len(near)} names"
    score = 0.8 if len(near) == 1 else 0.5
    return None, [Candidate(use.node, company, use.accession, score, (reason,)) for company in sorted(near)[:10]]


def _meant(use: OrgUse, every: list[NameUse], by_use: Mapping[NameUse, str]) -> tuple[str | None, float, str]:
    strict = {one.company for one in in_use(every, use.filed)}
    if len(strict) == 1:
        company = next(iter(strict))
        if use.formerly - strict:
            return None, 0.5, "the text speaks of a former name that another organisation bears now"
        current = any(one.company == company and not one.until for one in every)
        return company, 1.0, "same name" if current else "former name, in use then"
    if len(strict) > 1:
        inside = strict & use.filers
        if len(inside) == 1:
            return next(iter(inside)), 0.98, "same name, borne by the filer"
        if only := _of_form(in_use(every, use.filed), by_use):
            return only, 0.97, "same name, and the only bearer of this legal form"
        return None, 0.5, f"{len(strict)} organisations bear the name at that time"
    near = {one.company for one in in_use(every, use.filed, SLACK_DAYS)} | (
        {one.company for one in every} & use.formerly
    )
    if len(near) == 1:
        told = "the text calls it a former name" if near & use.formerly else "former name, in use shortly before"
        return next(iter(near)), 0.97, told
    if near:
        return None, 0.5, f"{len(near)} organisations bore the name about that time"
    return None, 0.7, "bore the name at another time"


def _of_form(uses: Iterable[NameUse], by_use: Mapping[NameUse, str]) -> str:
    """The only company whose legal form is that of the name as written; "" when none or several are."""
    same = {one.company for one in uses if not forms_differ(by_use[one], one.name)}
    return next(iter(same)) if len(same) == 1 else ""


def _doubts(use: OrgUse, own: Iterable[NameUse], by_use: Mapping[NameUse, str]) -> list[str]:
    """Reasons against a link that the name alone suggests."""
    doubts = []
    if all(forms_differ(by_use[one], one.name) for one in own):
        doubts.append("legal form differs")
    if {one.company for one in own} & use.parents:
        doubts.append("the text calls it a subsidiary of that organisation")
    if use.kinds & _PUBLIC and not any(one.company in use.filers for one in own):
        doubts.append(f"the text calls it a {min(use.kinds & _PUBLIC)}")
    return doubts


def agreed(decided: Mapping[str, Collection[Link | None]]) -> Iterator[Link]:
    """Of each node one link without a filing when all filings that name it agree, else one each."""
    for node in sorted(decided):
        made = sorted(link for link in decided[node] if link)
        if made and len(made) == len(decided[node]) and len({link.target for link in made}) == 1:
            best = min(made, key=lambda link: (link.score, link))
            reasons = tuple(sorted({reason for link in made for reason in link.reasons}))
            yield Link(best.node, best.target, "", best.score, reasons)
        else:
            yield from made
