"""Organisations known by name alone → those that a legal form tells apart, and those written in two ways joined.

A group often has an "Acme GmbH" and an "Acme K.K."; both have one name key, and they are not one. What the texts say
does join them: "Acme plc, formerly Acme Inc.".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from kg.identify.book import NameBook
from kg.identify.keys import keys
from kg.identify.organizations import OrgUse
from kg.model.identity import Link
from kg.names import legal_family


def families(names: Iterable[str]) -> frozenset[str]:
    """Legal forms that names state, Inc and Corp as one."""
    return frozenset(filter(None, map(legal_family, names)))


def part(uses: Collection[OrgUse], same: Mapping[str, Collection[frozenset[str]]]) -> list[Link]:
    """Links that part a node of several legal forms: "Acme GmbH" means `…/acme_gmbh` in each filing that says so.

    `same` tells of a node which forms texts call one organisation's, one after the other. A filing that states no form
    goes with the other filings of its filer when these know one form only; else it keeps the plain node.
    """
    by_node: dict[str, list[OrgUse]] = defaultdict(list)
    for use in uses:
        by_node[use.node.partition("_")[0]].append(use)  # what one filing tells apart bears the form already
    links = []
    for node in sorted(by_node):
        every = by_node[node]
        groups = _groups([*(families(use.names) for use in every), *same.get(node, ())])
        if len(groups) < 2:
            continue
        told: dict[str, set[frozenset[str]]] = defaultdict(set)
        for use in every:
            for filer in use.filers:
                told[filer] |= {group for group in groups if group & families(use.names)}
        for use in sorted(every, key=lambda use: use.accession):
            stated = [group for group in groups if group & families(use.names)]
            by_filer = {group for filer in use.filers for group in told[filer]}
            reason = "its legal form differs from that of others with the name"
            if not stated and len(by_filer) == 1:
                stated, reason = list(by_filer), "the filer's other filings state the legal form"
            if len(stated) == 1 and (target := f"{node}_{min(stated[0])}") != use.node:
                links.append(Link(use.node, target, use.accession, 1.0, (reason,)))
    return links


def _groups(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The sets, those that overlap as one."""
    groups: list[frozenset[str]] = []
    for one in sets:
        if one:
            touching = [group for group in groups if group & one]
            groups = [group for group in groups if not group & one]
            groups.append(one.union(*touching))
    return sorted(groups, key=min)


def written_otherwise(names: Mapping[str, Collection[str]], book: NameBook) -> list[Link]:
    """Links between nodes whose names have one key ("Oakholm Univ. Hospital") and no differing legal forms.

    `names` are those of each node; keys that the book knows are left to other rules. The longest name stands for the
    others.
    """
    first: dict[str, str] = {}
    by_key: dict[str, set[str]] = {}  # of the few keys that several nodes share
    for node, every in names.items():
        for key in {key for name in every for key in keys(name)}:
            if not book.knows(key) and (other := first.setdefault(key, node)) != node:
                by_key.setdefault(key, {other}).add(node)
    links = set()
    for nodes in by_key.values():
        if len(_groups(families(names[node]) for node in nodes)) > 1:
            continue
        head = min(nodes, key=lambda node: (-max(map(len, names[node])), node))
        links |= {Link(node, head, "", 0.98, ("same name, written in another way",)) for node in nodes - {head}}
    return sorted(links)
