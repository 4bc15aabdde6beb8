"""Compounds as filings name them → names of one compound joined, a code of two unrelated developers parted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model.identity import Candidate, Link
from kg.names import compound_key

_CODE = re.compile(r"[a-z]{1,6}-?\d{2,7}[a-z]?", re.I)


@dataclass(frozen=True, slots=True)
class CompoundUse:
    """A compound as one filing names it. `owners`: canonical organisations that the filing says develop or license it;
    `around` those of the filing at large."""

    node: str
    accession: str
    names: tuple[str, ...]
    owners: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()


def part(uses: Iterable[CompoundUse], related: Mapping[str, frozenset[str]]) -> list[Link]:
    """Links that part a code of unrelated developers: in each of their filings `…/abc-101` means `…/abc-101_<owner>`.

    Filings belong together when their owners are the same or related (as parent and subsidiary); the parties of a
    licence of the compound are its owners. A
    filing that states no owner goes with the group of one of its own organisations, else it keeps the plain node.
    """
    by_node: dict[str, list[CompoundUse]] = defaultdict(list)
    for use in uses:
        by_node[use.node].append(use)
    links = []
    for node in sorted(by_node):
        every = by_node[node]
        groups = _groups([use.owners for use in every if use.owners], related)
        if len(groups) < 2 or not any(_CODE.fullmatch(name.replace(" ", "-")) for use in every for name in use.names):
            continue
        for use in sorted(every, key=lambda use: use.accession):
            held = [group for group in groups if group & (use.owners or use.around)]
            if len(held) == 1:
                owner = min(held[0], key=lambda org: ("/company/" not in org, org)).rpartition("/")[2]
                reason = "its developers are unrelated to others who use the code"
                links.append(Link(node, f"{node}_{owner}", use.accession, 1.0, (reason,)))
    return links


def _groups(owners: list[frozenset[str]], related: Mapping[str, frozenset[str]]) -> list[set[str]]:
    groups: list[set[str]] = []
    for some in owners:
        near = set(some)
        for org in some:
            near |= related.get(org, frozenset())
        touching = [group for group in groups if group & near]
        groups = [group for group in groups if group not in touching]
        groups.append(set(some).union(*touching))
    merged = True
    while merged:  # a group that came late may tie two earlier ones
        merged = False
        for number, one in enumerate(groups):
            near = one.union(*(related.get(org, frozenset()) for org in one))
            for other in groups[number + 1 :]:
                if other & near:
                    groups = [g for g in groups if g is not one and g is not other] + [one | other]
                    merged = True
                    break
            if merged:
                break
    return sorted(groups, key=min)


def by_alias(uses: Iterable[CompoundUse], parted: Mapping[tuple[str, str], str]) -> tuple[list[Link], list[Candidate]]:
    """Links between nodes that a filing says are one compound: each of its other names leads to the node of that name.

    `parted` says which node a code means in a filing, where `part` has parted it.
    """
    every = list(uses)
    by_key: dict[str, set[str]] = defaultdict(set)
    for use in every:
        by_key[compound_key(use.node.rpartition("/")[2])].add(parted.get((use.accession, use.node), use.node))
    links, candidates = set(), set()
    for use in every:
        own = parted.get((use.accession, use.node), use.node)
        key = compound_key(use.node.rpartition("/")[2])
        for name in use.names:
            if compound_key(name) == key:
                continue
            bearers = by_key.get(compound_key(name), set()) - {own}
            if len(bearers) == 1:
                links.add(Link(own, next(iter(bearers)), "", 1.0, ("other name defined in the text",)))
            elif bearers:
                related = {
                    b for b in bearers if any(b.endswith("_" + o.rpartition("/")[2]) for o in use.owners | use.around)
                }
                if len(related) == 1:
                    links.add(Link(own, next(iter(related)), "", 1.0, ("other name defined in the text",)))
                else:
                    candidates |= {Candidate(own, b, "", 0.5, ("other name, of several compounds",)) for b in bearers}
    return sorted(links), sorted(candidates)
