"""Collapsed graph → the measures that cost most, by igraph where it is installed and by networkx where it is not.

Both give the same figures, which the tests compare; communities alone differ in method (Leiden with igraph, Louvain
without). Triangles are counted with sparse matrices, as fast as igraph and always there.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import Any

import networkx as nx
import numpy as np
from scipy import sparse

try:
    import igraph
except ImportError:  # optional: pip install 'edgar-kg[fast]'
    igraph = None

Score = dict[str, float]


def community_method() -> str:
    """The method that `communities` uses here."""
    return "Leiden" if igraph else "Louvain"


def _nodes(graph: Any) -> list[Any]:
    return sorted(graph)


def _converted(graph: Any, nodes: Sequence[Any]) -> Any:
    place = {node: number for number, node in enumerate(nodes)}
    edges = sorted((place[a], place[b], weight) for a, b, weight in graph.edges(data="weight", default=1))
    made = igraph.Graph(len(nodes), [(a, b) for a, b, _ in edges], directed=graph.is_directed())
    made.es["weight"] = [weight for _, _, weight in edges]
    return made


def betweenness(simple: nx.DiGraph, sources: Sequence[Any] | None = None) -> Score:
    """Share of directed shortest paths that pass through each node; from `sources` alone when given, scaled up."""
    n = len(simple)
    if n < 3:
        return dict.fromkeys(simple, 0.0)
    nodes = _nodes(simple)
    scale = 1 / ((n - 1) * (n - 2)) * (n / len(sources) if sources else 1)
    if igraph:
        place = {node: number for number, node in enumerate(nodes)}
        chosen = [place[node] for node in sources] if sources else None
        raw = _converted(simple, nodes).betweenness(directed=True, sources=chosen)
        return {node: value * scale for node, value in zip(nodes, raw, strict=True)}
    if sources:
        counted = nx.betweenness_centrality_subset(simple, sources, nodes, normalized=False)
    else:
        counted = nx.betweenness_centrality(simple, normalized=False)
    return {node: counted[node] * scale for node in nodes}


def constraint(plain: nx.Graph) -> Score:
    """Burt's constraint, weighted; nodes without neighbours are left out."""
    if not plain.number_of_edges():
        return {}
    if igraph:
        nodes = _nodes(plain)
        values = _converted(plain, nodes).constraint(weights="weight")
        found = dict(zip(nodes, values, strict=True))
    else:
        found = nx.constraint(plain, weight="weight")
    return {node: float(value) for node, value in found.items() if not math.isnan(value)}


def communities(plain: nx.Graph, seed: int) -> list[set[Any]]:
    """Parts of the graph that maximise weighted modularity; the same for the same graph and seed."""
    nodes = _nodes(plain)
    if not nodes:
        return []
    if igraph and plain.number_of_edges():
        igraph.set_random_number_generator(random.Random(seed))
        try:
            parts = _converted(plain, nodes).community_leiden("modularity", weights="weight", n_iterations=-1)
        finally:
            igraph.set_random_number_generator(random)
        return [{nodes[number] for number in part} for part in parts]
    ordered = nx.Graph()
    ordered.add_nodes_from(nodes)
    ordered.add_weighted_edges_from(sorted((*sorted((a, b)), w) for a, b, w in plain.edges(data="weight", default=1)))
    return list(nx.community.louvain_communities(ordered, weight="weight", seed=seed))


def triangles(plain: nx.Graph) -> dict[Any, int]:
    """Number of triangles at each node.

    Each edge points to the end of higher degree, so that no node points to many and the work stays near linear (Chiba
    & Nishizeki 1985).
    """
    nodes = sorted(plain, key=lambda node: plain.degree(node))
    place = {node: number for number, node in enumerate(nodes)}
    pairs = np.array([(place[a], place[b]) for a, b in plain.edges() if a != b], dtype=np.int64).reshape(-1, 2)
    low, high = pairs.min(axis=1), pairs.max(axis=1)
    up = sparse.csr_matrix((np.ones(len(pairs), dtype=np.int64), (low, high)), shape=(len(nodes), len(nodes)))
    closed = (up @ up).multiply(up)  # (lowest, highest) of each triangle
    middle = (up.T @ up).multiply(up)  # (middle, highest)
    counts = np.asarray(closed.sum(axis=1)).ravel() + np.asarray(closed.sum(axis=0)).ravel()
    counts = counts + np.asarray(middle.sum(axis=1)).ravel()
    return dict(zip(nodes, map(int, counts), strict=True))
