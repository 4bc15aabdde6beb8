"""The quick ways against networkx, and two measures against the worked examples of the papers that define them."""

from __future__ import annotations

import math
import random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.network import fast, measures
from kg.network.collapse import collapse, undirected


def weighted(n: int, m: int, seed: int) -> nx.DiGraph:
    """A random network with parallel agreements, collapsed."""
    rng = random.Random(seed)
    made = nx.MultiDiGraph()
    made.add_nodes_from(f"n{i:03}" for i in range(n))
    for key in range(m):
        made.add_edge(f"n{rng.randrange(n):03}", f"n{int(n * rng.random() ** 2):03}", key=key)
    return collapse(made)


@pytest.fixture(params=["igraph", "networkx"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every test runs by both ways."""
    if request.param == "networkx":
        monkeypatch.setattr(fast, "igraph", None)
    elif fast.igraph is None:
        pytest.skip("igraph is not installed")
    return request.param


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_same_figures_by_both_ways(engine: str, seed: int) -> None:
    simple = weighted(60, 200, seed)
    plain = undirected(simple)
    assert measures.betweenness(simple) == pytest.approx(nx.betweenness_centrality(simple))
    want = {n: v for n, v in nx.constraint(plain, weight="weight").items() if not math.isnan(v)}
    assert measures.constraint(simple) == pytest.approx(want)


def test_an_estimate_from_all_pivots_is_exact(engine: str) -> None:
    simple = weighted(40, 120, 4)
    assert fast.betweenness(simple, sorted(simple)) == pytest.approx(nx.betweenness_centrality(simple))


def test_pivots_give_both_ways_one_estimate(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("igraph", reason="igraph is not installed")
    simple = weighted(50, 160, 5)
    quick = fast.betweenness(simple, sorted(simple)[:7])
    monkeypatch.setattr(fast, "igraph", None)
    assert fast.betweenness(simple, sorted(simple)[:7]) == pytest.approx(quick)


def test_communities_of_three_cliques(engine: str) -> None:
    cliques = nx.MultiDiGraph()
    for block, size in enumerate((6, 5, 4)):
        cliques.add_edges_from((f"{block}{i}", f"{block}{j}") for i in range(size) for j in range(i))
    cliques.add_edges_from([("00", "10"), ("11", "20")])
    found = measures.communities(collapse(cliques))
    assert found == {n: float(int(n[0]) + 1) for n in cliques}
    assert measures.communities(collapse(cliques)) == found


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=40))
def test_triangles_are_those_of_networkx(pairs: list[tuple[int, int]]) -> None:
    plain = nx.Graph(pair for pair in pairs if pair[0] != pair[1])
    plain.add_node(99)
    assert fast.triangles(plain) == nx.triangles(plain)
    simple = nx.DiGraph()
    simple.add_nodes_from(plain)
    simple.add_edges_from(plain.edges, weight=1, value=0.0)
    assert measures.clustering(simple) == pytest.approx(nx.clustering(plain))
    want = {n: v for n, v in nx.effective_size(plain).items() if not math.isnan(v)}
    assert measures.effective_size(simple) == pytest.approx(want)
    if plain.number_of_edges():
        assert measures.transitivity(plain) == pytest.approx(nx.transitivity(plain))


def test_structural_holes_as_published(engine: str) -> None:
    """The example network of Borgatti 1997 ("Structural holes: unpacking Burt's redundancy measures", Connections
    20(1)): G has six contacts and four ties among them, so an effective size of 6 - 2·4/6 = 4.67."""
    simple = nx.DiGraph()
    simple.add_edges_from((tuple(t) for t in "AB AE AD BD GA GB GC GD GE GF".split()), weight=1, value=0.0)
    assert round(measures.effective_size(simple)["G"], 2) == 4.67
    # By Burt's definition with p = 1/6 for G and each contact's share of its own ties toward G's other contacts:
    # A (G B E D): 1/6 + (1/3 + 1/2 + 1/3)/6; B, D (A and each other and G); E (A G); C and F (G alone).
    parts = [(1 + 1 / 3 + 1 / 2 + 1 / 3) / 6, (1 + 1 / 4 + 1 / 3) / 6, (1 + 1 / 4 + 1 / 3) / 6, (1 + 1 / 4) / 6]
    assert measures.constraint(simple)["G"] == pytest.approx(sum(x * x for x in parts) + 2 * (1 / 6) ** 2)


@pytest.mark.parametrize("made", [nx.MultiDiGraph(), nx.MultiDiGraph([("a", "a")]), nx.MultiDiGraph([("a", "b")])])
def test_next_to_nothing(engine: str, made: nx.MultiDiGraph) -> None:
    simple = collapse(made)
    for name, (measure, _) in measures.MEASURES.items():
        assert set(measure(simple)) <= set(simple), name
    assert set(measures.betweenness(simple).values()) <= {0.0}
    assert measures.constraint(simple) == ({"a": 1.0, "b": 1.0} if len(simple) == 2 else {})
