"""Organisations as filings name them → links to companies and to each other, and candidates for a person to judge.

Only an exact name key in its time, or an alias that a text defines, makes a link. Everything likely but open (two
bearers of a name, a former name out of its time, another legal form, a similar spelling) becomes a candidate with its
reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.identify.book import SLACK_DAYS, NameBook, in_use
from kg.identify.keys import forms_differ, is_acronym, keys
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
    company, score, reason = _meant(use, every)
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


def _meant(use: OrgUse, every: list[NameUse]) -> tuple[str | None, float, str]:
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


def by_name(uses: Iterable[OrgUse], book: NameBook) -> tuple[list[Link], list[Candidate]]:
    """Links of names to companies; one link for all filings where they agree."""
    decided: dict[str, list[tuple[OrgUse, Link | None]]] = defaultdict(list)
    candidates: set[Candidate] = set()
    for use in uses:
        link, open_ = decide(use, book)
        decided[use.node].append((use, link))
        candidates.update(open_)
    links = [link for node in sorted(decided) for link in _agreed([link for _, link in decided[node]])]
    return links, sorted(candidates)


def _agreed(decided: Collection[Link | None]) -> Iterator[Link]:
    """One link without a filing when all filings agree, else one each."""
    made = sorted(link for link in decided if link)
    if made and len(made) == len(decided) and len({link.target for link in made}) == 1:
        best = min(made, key=lambda link: (link.score, link))
        yield Link(best.node, best.target, "", best.score, tuple(sorted({r for link in made for r in link.reasons})))
    else:
        yield from made


def by_alias(
    uses: Collection[OrgUse], defined: Iterable[tuple[str, str, str, frozenset[str]]]
) -> tuple[list[Link], list[Candidate]]:
    """Links of short names ("WARF", "the Foundation") to the organisations that texts define them for.

    `defined` are (alias, node, accession, filers of it). A definition holds in its own filing and in the other filings
    of the same filer as long as that filer defines the alias in one way only; where two filers define it alike and
    nobody otherwise, it holds everywhere. One that nobody but another filer defines is a candidate.
    """
    table: dict[str, dict[str, list[tuple[str, frozenset[str], str]]]] = defaultdict(lambda: defaultdict(list))
    for alias, node, accession, filers in defined:
        for key in keys(alias):
            table[key][node].append((accession, filers, alias))
    decided: dict[str, list[Link | None]] = defaultdict(list)
    candidates: set[Candidate] = set()
    for use in uses:
        found = {node: where for name in use.names for key in keys(name) for node, where in table[key].items()
                 if node != use.node} if any(k in table for n in use.names for k in keys(n)) else {}  # fmt: skip
        link, open_ = _alias(use, found)
        decided[use.node].append(link)
        candidates.update(open_)
    return [link for node in sorted(decided) for link in _agreed(decided[node])], sorted(candidates)


def _alias(use: OrgUse, found: Mapping[str, list[tuple[str, frozenset[str], str]]]) -> Decision:
    here = [node for node, where in found.items() if any(accession == use.accession for accession, _, _ in where)]
    filer = [node for node, where in found.items() if any(filers & use.filers for _, filers, _ in where)]
    for nodes, score, reason in (
        (here, 1.0, "alias defined in the text"),
        (filer, 0.98, "alias defined by the same filer"),
    ):
        if len(nodes) == 1:
            return Link(use.node, nodes[0], use.accession, score, (reason,)), []
        if nodes:
            return None, [
                Candidate(use.node, n, use.accession, 0.5, (f"{reason}, for several",)) for n in sorted(nodes)
            ]
    if not found:
        return None, []
    if len(found) == 1:
        ((node, where),) = found.items()
        if len({filers for _, filers, _ in where}) > 1:
            return Link(use.node, node, use.accession, 0.96, ("alias defined alike by several filers",)), []
    return None, [
        Candidate(use.node, node, use.accession, 0.8 if len(found) == 1 else 0.5, ("alias defined by another filer",))
        for node in sorted(found)
    ]


def acronyms(
    names: Mapping[str, str], shorts: Mapping[str, str], filers: Mapping[str, frozenset[str]]
) -> list[Candidate]:
    """Candidates of all-capital names that are the initials of another organisation of the same filer."""
    by_filer: dict[str, list[str]] = defaultdict(list)
    for node in sorted(names):
        for filer in sorted(filers.get(node, ())):
            by_filer[filer].append(node)
    found = set()
    for short in sorted(shorts):
        for filer in sorted(filers.get(short, ())):
            for node in by_filer[filer][:500]:
                if node != short and is_acronym(shorts[short], names[node]):
                    found.add(Candidate(short, node, "", 0.75, ("initials of the name",)))
    return sorted(found)
