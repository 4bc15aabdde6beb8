"""Structural holes, brokerage and core-periphery against published figures and examples worked by hand."""

from __future__ import annotations

from itertools import combinations, permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kg.network import fast
from kg.network.measures import brokerage, constraint, core_periphery, effective_size

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


def simple(edges: object, weight: int = 1) -> nx.DiGraph:
    """A collapsed network of these edges."""
    made = nx.DiGraph(edges)
    nx.set_edge_attributes(made, weight, "weight")
    nx.set_edge_attributes(made, 0.0, "value")
    return made


@pytest.fixture(params=["igraph", "networkx"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every test runs by both ways."""
    if request.param == "networkx":
        monkeypatch.setattr(fast, "igraph", None)
    elif fast.igraph is None:
        pytest.skip("igraph is not installed")
    return str(request.param)


# -- Burt 1992 ---------------------------------------------------------------------------------------------------------


def test_constraint_of_a_triangle_as_published(engine: str) -> None:
    """9/8, the odd value above one that Everett & Borgatti 2020 ("Unpacking Burt's constraint measure", Social Networks
    62) show for a clique of three."""
    scores = constraint(simple([("a", "b"), ("b", "c"), ("c", "a")]))
    assert scores == pytest.approx(dict.fromkeys("abc", 9 / 8))


@pytest.mark.parametrize("contacts", [2, 3, 4, 7])
def test_cliques_by_formula(engine: str, contacts: int) -> None:
    """Of N contacts tied to each other, p = 1/N and the way through the others adds (N - 1)/N²: N ((2N - 1)/N²)². All
    are redundant but one, so the effective size is N - 2·(N(N - 1)/2)/N = 1."""
    clique = simple(combinations("abcdefgh"[: contacts + 1], 2))
    n = contacts
    assert constraint(clique)["a"] == pytest.approx(n * ((2 * n - 1) / n**2) ** 2)
    assert effective_size(clique)["a"] == pytest.approx(1)


def test_constraint_by_weight_worked_by_hand(engine: str) -> None:
    """Ego e has three agreements with a and one with b; a and b have one.

    p(e,a) = 3/4, p(e,b) = 1/4; a spreads over e 3/4 and b 1/4; b over e 1/2 and a 1/2. So a constrains e by
    (3/4 + 1/4·1/2)² = (7/8)², b by (1/4 + 3/4·1/4)² = (7/16)².
    """
    made = simple([("e", "a"), ("e", "b"), ("a", "b")])
    made["e"]["a"]["weight"] = 3
    assert constraint(made)["e"] == pytest.approx((7 / 8) ** 2 + (7 / 16) ** 2)


# -- Gould & Fernandez 1989 --------------------------------------------------------------------------------------------


def test_the_five_roles_as_defined() -> None:
    """Figure 1 of the paper: one broker in each of the five ways a two-path can lie across groups."""
    for kinds, role in zip(("111", "212", "211", "112", "213"), ROLES, strict=True):
        made = simple([("a", "b"), ("b", "c")])
        nx.set_node_attributes(made, dict(zip("abc", kinds, strict=True)), "kind")
        assert brokerage(made)["b"] == {r: int(r == role) for r in ROLES}, kinds


def test_a_documented_example_worked_by_hand() -> None:
    """The example network of R's cograph, whose coordinator scores are documented as all zero.

    Open two-paths (kinds A B = 1, C D = 2): A→B→D 112; A→C→D 122; B→D→A 121; C→D→A 221; D→A→B 211; D→A→C 212.
    A→B→C and B→C→D are closed by A→C and B→D.
    """
    made = simple(["AB", "AC", "BC", "BD", "CD", "DA"])
    nx.set_node_attributes(made, {"A": 1, "B": 1, "C": 2, "D": 2}, "kind")
    scores = {b: {role: n for role, n in roles.items() if n} for b, roles in brokerage(made).items()}
    assert scores == {
        "A": {"gatekeeper": 1, "itinerant": 1},
        "B": {"representative": 1},
        "C": {"gatekeeper": 1},
        "D": {"itinerant": 1, "representative": 1},
    }


@settings(max_examples=40, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda e: e[0] != e[1])), st.data())
def test_brokerage_counts_every_open_two_path(pairs: set[tuple[int, int]], data: st.DataObject) -> None:
    made = simple(sorted(pairs))
    nx.set_node_attributes(made, {n: data.draw(st.sampled_from("xyz")) for n in made}, "kind")
    every = [
        (a, b, c)
        for a, b, c in permutations(made, 3)
        if made.has_edge(a, b) and made.has_edge(b, c) and not made.has_edge(a, c)
    ]
    found = brokerage(made)
    assert sum(sum(roles.values()) for roles in found.values()) == len(every)
    kind = nx.get_node_attributes(made, "kind")
    liaisons = [b for a, b, c in every if len({kind[a], kind[b], kind[c]}) == 3]
    assert {b: roles["liaison"] for b, roles in found.items()} == {b: liaisons.count(b) for b in made}


# -- Borgatti & Everett 2000 -------------------------------------------------------------------------------------------


def correlation(made: nx.DiGraph, core: set[object]) -> float:
    """The paper's definition: Pearson's r over pairs of the ties and of the pattern (1 where an end is in the core)."""
    pairs = list(combinations(sorted(made), 2))
    ties = [float(made.has_edge(a, b) or made.has_edge(b, a)) for a, b in pairs]
    pattern = [float(a in core or b in core) for a, b in pairs]
    return float(np.corrcoef(ties, pattern)[0, 1]) if len(set(ties)) == len(set(pattern)) == 2 else -1.0


def test_the_ideal_pattern_of_the_paper() -> None:
    """Ten organisations, four of them tied to each other and to all others, who have no ties among them: r = 1."""
    ideal = simple([(a, b) for a, b in combinations("0123456789", 2) if a < "4"])
    core, fit = core_periphery(ideal)
    assert {n for n, value in core.items() if value} == set("0123")
    assert fit == pytest.approx(1)


def test_core_periphery_worked_by_hand() -> None:
    """A triangle a b c, of which a has leaves d and e, and b has a leaf f: 6 ties among 15 pairs.

    The core {a, b} expects the 9 pairs that touch it and finds 6: r = (15·6 - 6·9) / √(6·9·9·6) = 36/54 = 2/3. The core
    {a} expects 5 pairs and finds 4: (15·4 - 6·5) / √(6·9·5·10) = 30/√2700 = .577; {a, b, c} expects 12 and finds 6:
    (90 - 72) / √(6·9·12·3) = 18/√1944 = .408.
    """
    made = simple(["ab", "bc", "ca", "ad", "ae", "bf"])
    core, fit = core_periphery(made)
    assert {n for n, value in core.items() if value} == {"a", "b"}
    assert fit == pytest.approx(2 / 3)
    assert [round(correlation(made, set(c)), 3) for c in ("a", "ab", "abc")] == [0.577, 0.667, 0.408]


def best(made: nx.DiGraph) -> float:
    """The highest correlation of any core at all."""
    nodes = sorted(made)
    return max(correlation(made, set(core)) for k in range(1, len(nodes)) for core in combinations(nodes, k))


@settings(max_examples=60, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda e: e[0] < e[1]), min_size=2))
def test_the_fit_is_the_correlation_of_its_core(pairs: set[tuple[int, int]]) -> None:
    made = simple(sorted(pairs))
    assume(len(made) > 2)
    core, fit = core_periphery(made)
    assert fit == pytest.approx(correlation(made, {n for n, value in core.items() if value}))
    assert fit <= best(made) + 1e-9
    assert core_periphery(made) == (core, fit)


def test_the_core_is_nearly_always_the_best() -> None:
    found = []
    for seed in range(60):
        made = simple(nx.gnm_random_graph(7, 4 + seed % 12, seed=seed).edges)
        found.append(core_periphery(made)[1] == pytest.approx(best(made)))
    assert sum(found) >= 55
