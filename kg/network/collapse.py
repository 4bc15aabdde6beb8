"""MultiDiGraph of agreements → simple graphs that measures can be defined on, and the bipartite projections.

networkx refuses or silently misreads parallel edges in several measures, so collapsing is always explicit.
"""

from __future__ import annotations

from itertools import combinations
from typing import Any

import networkx as nx


def collapse(network: nx.MultiDiGraph) -> nx.DiGraph:
    """One edge per ordered pair: weight = number of agreements, value = sum of stated USD; self-licences are dropped.

    `value` adds upfront and milestones where stated; agreements that state none add nothing.
    """
    simple = nx.DiGraph()
    simple.add_nodes_from(network.nodes(data=True))
    for giver, taker, data in network.edges(data=True):
        if giver == taker:
            continue
        value = (data.get("upfront") or 0.0) + (data.get("milestones") or 0.0)
        if simple.has_edge(giver, taker):
            simple[giver][taker]["weight"] += 1
            simple[giver][taker]["value"] += value
        else:
            simple.add_edge(giver, taker, weight=1, value=value)
    return simple


def undirected(simple: nx.DiGraph) -> nx.Graph:
    """Direction forgotten; weights and values of both directions are added."""
    plain = nx.Graph()
    plain.add_nodes_from(simple.nodes(data=True))
    for giver, taker, data in simple.edges(data=True):
        if plain.has_edge(giver, taker):
            plain[giver][taker]["weight"] += data["weight"]
            plain[giver][taker]["value"] += data["value"]
        else:
            plain.add_edge(giver, taker, weight=data["weight"], value=data["value"])
    return plain


_SIDES = ("licensor", "licensee", "compound", "indication")


def bipartite(network: nx.MultiDiGraph, one: str, other: str) -> nx.Graph:
    """Two-mode graph of any two of licensor, licensee, compound, indication; weight = number of agreements.

    Nodes are (side, key) pairs with attributes side and label, so that a company that is licensor and licensee is two
    nodes. Raises ValueError for an unknown side or the same side twice.
    """
    if one not in _SIDES or other not in _SIDES or one == other:
        raise ValueError(f"two different sides of {', '.join(_SIDES)} are needed, not {one!r} and {other!r}")
    graph = nx.Graph()
    seen: set[tuple[Any, ...]] = set()
    for giver, taker, key, data in network.edges(keys=True, data=True):
        ends = {
            "licensor": [(giver, network.nodes[giver].get("label", giver))],
            "licensee": [(taker, network.nodes[taker].get("label", taker))],
            "compound": [(c, c) for c in data.get("compounds") or ()],
            "indication": [(i, i) for i in data.get("indications") or ()],
        }
        for a, a_label in ends[one]:
            for b, b_label in ends[other]:
                if (a, b, key) in seen:  # one agreement with two licensees tells its compound × indication only once
                    continue
                seen.add((a, b, key))
                graph.add_node((one, a), side=one, label=a_label)
                graph.add_node((other, b), side=other, label=b_label)
                if graph.has_edge((one, a), (other, b)):
                    graph[(one, a)][(other, b)]["weight"] += 1
                else:
                    graph.add_edge((one, a), (other, b), weight=1)
    return graph


def one_mode(two_mode: nx.Graph, side: str) -> nx.Graph:
    """Nodes of one side joined when they share a neighbour; weight = number of shared neighbours."""
    graph = nx.Graph()
    graph.add_nodes_from((n, d) for n, d in two_mode.nodes(data=True) if d["side"] == side)
    for hub, data in two_mode.nodes(data=True):
        if data["side"] == side:
            continue
        for a, b in combinations(sorted(two_mode.neighbors(hub)), 2):
            if graph.has_edge(a, b):
                graph[a][b]["weight"] += 1
            else:
                graph.add_edge(a, b, weight=1)
    return graph


def ego(network: nx.MultiDiGraph, center: str, radius: int = 1) -> nx.MultiDiGraph:
    """The agreements among `center` and everybody within `radius` steps, direction ignored. KeyError if unknown."""
    if center not in network:
        raise KeyError(center)
    near = nx.single_source_shortest_path_length(network.to_undirected(as_view=True), center, cutoff=radius)
    return network.subgraph(near).copy()


CHAINS = 10_000


def chains(network: nx.MultiDiGraph, most: int = CHAINS) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Sublicence chains: (organisations, agreement keys) from who ultimately owns the rights to who uses them, sorted.

    An agreement continues another when its licensor is the other's licensee, they share a compound, and it is not
    older. Chains are maximal and visit nobody twice; at least two agreements each. Looking ends after `most` chains.
    """
    deals = [
        (key, giver, taker, sorted(set(data.get("compounds") or ())), data.get("date") or "")
        for giver, taker, key, data in network.edges(keys=True, data=True)
        if giver != taker
    ]
    given: dict[tuple[str, str], list[int]] = {}
    for index, (_, giver, _, drugs, _) in enumerate(deals):
        for drug in drugs:
            given.setdefault((giver, drug), []).append(index)

    def follow(first: int) -> list[int]:
        _, _, taker, drugs, date = deals[first]
        later = dict.fromkeys(second for drug in drugs for second in given.get((taker, drug), ()) if second != first)
        return [second for second in later if _not_older(deals[second][4], date)]

    next_of = [follow(index) for index in range(len(deals))]
    continued = {j for targets in next_of for j in targets}
    found: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    stack = [[i] for i in range(len(deals)) if i not in continued]
    while stack and len(found) < most:
        path = stack.pop()
        visited = {deals[path[0]][1], *(deals[i][2] for i in path)}
        longer = [j for j in next_of[path[-1]] if deals[j][2] not in visited]
        if longer:
            stack.extend([*path, j] for j in longer)
        elif len(path) > 1:
            members = (deals[path[0]][1], *(deals[i][2] for i in path))
            found.append((members, tuple(deals[i][0] for i in path)))
    return sorted(found)


def _not_older(later: str, date: str) -> bool:
    """By the part of two dates that both tell; true where one of them is unknown."""
    return not date or not later or later[: len(date)] >= date[: len(later)]
