"""Where organisations and names stand: what is left out is said, nothing lies on anything, all stays on the page."""

from __future__ import annotations

import math
import random
from itertools import combinations

import networkx as nx
import pytest

from kg.network.layout import Box, names_beside, part_to_draw, spots, strongest

ROOM = (0.0, 0.0, 500.0, 400.0)


def paths(*sizes: int) -> nx.DiGraph:
    """Connected parts of these numbers of organisations, each a path."""
    made = nx.DiGraph()
    for part, size in enumerate(sizes):
        nx.add_path(made, [f"{part}-{i:03}" for i in range(size)], weight=1, value=0.0)
    return made


def test_small_networks_are_drawn_whole() -> None:
    simple = paths(5, 3)
    assert part_to_draw(simple, 8) == (simple, "")


def test_parts_are_kept_whole_and_the_rest_is_told() -> None:
    shown, note = part_to_draw(paths(5, 4, 3, 2), 10)
    assert {n[0] for n in shown} == {"0", "1"}  # 5 + 4; the next part would not fit
    assert note == "9 of 14 organisations, 7 of 10 pairs"


def test_of_a_large_part_the_best_connected_stay_together() -> None:
    simple = paths(30)
    simple.add_edges_from((("0-020", f"leaf{i:02}") for i in range(9)), weight=1, value=0.0)
    shown, note = part_to_draw(simple, 6)
    assert "0-020" in shown
    assert len(shown) == 6
    assert nx.is_weakly_connected(shown)
    assert note.startswith("6 of 39 organisations")


def test_a_dense_part_keeps_its_strongest_pairs() -> None:
    simple = nx.DiGraph()
    for number, (a, b) in enumerate(combinations("abcdefgh", 2)):
        simple.add_edge(a, b, weight=number + 1, value=0.0)
    shown = strongest(simple, 10)
    assert shown.number_of_edges() == 10
    assert nx.is_weakly_connected(shown)
    assert shown.has_edge("g", "h")
    assert set(strongest(simple, 10, "a")["a"]) == set("bcdefgh")  # all pairs of the one in the middle
    shown, note = part_to_draw(nx.disjoint_union(nx.DiGraph(simple), nx.DiGraph(simple)), 8)
    assert note == "8 of 16 organisations, 12 of 56 pairs (those with most agreements)"


@pytest.mark.parametrize("sizes", [(1,), (2,), (40,), (9, 7, 5, 3, 1), (2,) * 20])
def test_organisations_stand_apart_and_on_the_page(sizes: tuple[int, ...]) -> None:
    simple = paths(*sizes)
    found = spots(simple, 480, 360)
    assert set(found) == set(simple)
    assert all(-0.01 <= x <= 480.01 and -0.01 <= y <= 360.01 for x, y in found.values())
    gaps = [math.dist(found[a], found[b]) for a, b in combinations(found, 2)]
    assert min(gaps, default=24) > 20
    assert spots(simple, 480, 360) == found


def meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_name_lies_on_a_mark_or_a_name(seed: int) -> None:
    rng = random.Random(seed)
    at = {n: (rng.uniform(0, 500), rng.uniform(0, 400)) for n in range(40)}
    edges = [(rng.randrange(40), rng.randrange(40)) for _ in range(60)]
    found = names_beside([(n, rng.uniform(20, 110), 17) for n in at], at, dict.fromkeys(at, 5.0), edges, ROOM)
    assert len(found) > 15
    assert [pair for pair in combinations(found.values(), 2) if meet(*pair)] == []
    marks = [(x - 5, y - 5, x + 5, y + 5) for x, y in at.values()]
    assert [(n, m) for n in found for m in marks if meet(found[n], m)] == []
    assert all(b[0] >= 0 and b[1] >= 0 and b[2] <= 500 and b[3] <= 400 for b in found.values())


def test_a_name_keeps_off_the_lines() -> None:
    """Of a node with a line to the left, below and above, the name stands to the right."""
    at = {"a": (250.0, 200.0), "l": (0.0, 200.0), "u": (250.0, 400.0), "d": (250.0, 0.0)}
    edges = [("a", other) for other in "lud"]
    left, low, right, top = names_beside([("a", 60, 10)], at, dict.fromkeys(at, 4.0), edges, ROOM)["a"]
    assert (left, right) == (255.5, 315.5)
    assert low < 200 < top


def test_a_name_without_room_is_left_out() -> None:
    assert names_beside([("a", 600, 10)], {"a": (250.0, 200.0)}, {"a": 4.0}, [], ROOM) == {}
