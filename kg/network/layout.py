"""Collapsed graph → where its organisations and their names stand in a drawing that stays legible. No drawing library.

Large networks are cut to what can be drawn, and a note says what was left out. Coordinates are points of the page,
y upward; the same graph gives the same drawing.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from kg.network.collapse import undirected

Spot = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def part_to_draw(simple: nx.DiGraph, most: int) -> tuple[nx.DiGraph, str]:
    """At most `most` organisations, and a note of what is left out: connected parts whole, the largest first; of one
    that is too large its best-connected organisations that hang together."""
    if len(simple) <= most:
        return simple, ""
    plain = undirected(simple)
    kept: set[Any] = set()
    for part in sorted(nx.connected_components(plain), key=lambda part: (-len(part), min(part))):
        room = most - len(kept)
        if len(part) <= room:
            kept |= part
        elif room > 1 and not kept:
            kept |= _best_connected(plain, part, room)
    shown = strongest(simple.subgraph(kept), 3 * most // 2)
    drawn, every = shown.number_of_edges(), simple.number_of_edges()
    note = f"{len(shown):,} of {len(simple):,} organisations, {drawn:,} of {every:,} pairs"
    if drawn < simple.subgraph(kept).number_of_edges():
        note += " (those with most agreements)"
    return shown, note


def strongest(part: nx.DiGraph, most: int, center: Any = None) -> nx.DiGraph:
    """About `most` pairs, those of `center` and those with most agreements first; what hangs together stays so, by a
    maximum spanning forest."""
    if part.number_of_edges() <= most:
        return part
    ranked = sorted(part.edges(data="weight"), key=lambda e: (center not in e[:2], -e[2], e[0], e[1]))
    plain = nx.Graph()
    plain.add_weighted_edges_from((a, b, -rank) for rank, (a, b, _) in reversed(list(enumerate(ranked))))
    joined = {frozenset(pair) for pair in nx.maximum_spanning_edges(plain, data=False)}
    kept = [(a, b) for a, b, _ in ranked if frozenset((a, b)) in joined]
    kept += [(a, b) for a, b, _ in ranked if frozenset((a, b)) not in joined][: max(0, most - len(kept))]
    shown = nx.DiGraph()
    shown.add_nodes_from(part.nodes(data=True))
    shown.add_edges_from((a, b, part[a][b]) for a, b in kept)
    return shown


def _best_connected(plain: nx.Graph, part: set[Any], most: int) -> set[Any]:
    """From the organisation with the most partners outward, always the best connected of those next to it."""
    first = min(part, key=lambda node: (-plain.degree(node), node))
    found: set[Any] = set()
    waiting = [(-plain.degree(first), first)]
    seen = {first}
    while waiting and len(found) < most:
        _, node = heapq.heappop(waiting)
        found.add(node)
        for other in plain[node]:
            if other not in seen:
                seen.add(other)
                heapq.heappush(waiting, (-plain.degree(other), other))
    return found


def spots(simple: nx.DiGraph, wide: float, high: float, apart: float = 24) -> dict[Any, Spot]:
    """Where each organisation stands in a room of that size: connected parts by Kamada-Kawai (1989), side by side.

    Organisations are pushed `apart` where the room allows it.
    """
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(simple))
    ordered.add_edges_from(sorted(tuple(sorted(e)) for e in simple.edges()))
    parts = sorted(nx.connected_components(ordered), key=lambda part: (-len(part), min(part)))
    found: dict[Any, Spot] = {}
    for part, (x0, y0, x1, y1) in zip(parts, _cells([len(p) for p in parts], wide, high), strict=True):
        for node, (a, b) in _inside(ordered.subgraph(sorted(part))).items():
            found[node] = (x0 + (x1 - x0) * a, y0 + (y1 - y0) * b)
    return _pushed(found, wide, high, apart)


def _cells(sizes: Sequence[int], wide: float, high: float) -> list[Box]:
    """A box for each part in rows from the top, of an area that goes with its size, all stretched to fill the room."""
    if not sizes:
        return []
    needs = [size + 1.0 for size in sizes]
    rows: list[list[int]] = [[]]
    share = math.sqrt(sum(needs) * wide / high)  # how much of `needs`' roots one row holds
    filled = 0.0
    for index, need in enumerate(needs):
        if rows[-1] and filled + math.sqrt(need) > share * 1.05:
            rows.append([])
            filled = 0.0
        rows[-1].append(index)
        filled += math.sqrt(need)
    heights = [max(math.sqrt(needs[i]) for i in row) for row in rows]
    cells: list[Box] = []
    top = high
    for row, height in zip(rows, heights, strict=True):
        bottom = top - high * height / sum(heights)
        left, roots = 0.0, max(sum(math.sqrt(needs[i]) for i in row), 0.7 * share)
        for i in row:
            right = left + wide * math.sqrt(needs[i]) / roots
            edge_x, edge_y = min(30.0, (right - left) * 0.14), min(24.0, (top - bottom) * 0.16)
            cells.append((left + edge_x, bottom + edge_y, right - edge_x, top - edge_y))
            left = right
        top = bottom
    return cells


def _inside(part: nx.Graph) -> dict[Any, Spot]:
    """Positions within the unit square."""
    if len(part) == 1:
        return dict.fromkeys(part, (0.5, 0.5))
    made = nx.kamada_kawai_layout(part)
    (left, right), (low, high) = (
        (min(p[axis] for p in made.values()), max(p[axis] for p in made.values())) for axis in (0, 1)
    )

    def scaled(value: float, least: float, most: float) -> float:
        return float((value - least) / (most - least)) if most - least > 1e-6 else 0.5

    return {node: (scaled(x, left, right), scaled(y, low, high)) for node, (x, y) in made.items()}


def _pushed(found: dict[Any, Spot], wide: float, high: float, apart: float, rounds: int = 60) -> dict[Any, Spot]:
    """Nobody nearer to another than `apart`, as far as some rounds of pushing can bring it about."""
    nodes, at = list(found), [list(spot) for spot in found.values()]
    for _ in range(rounds):
        calm = True
        for i in range(len(at)):
            for j in range(i):
                dx, dy = at[i][0] - at[j][0], at[i][1] - at[j][1]
                length = math.hypot(dx, dy)
                if length >= apart:
                    continue
                calm = False
                if length < 1e-6:
                    dx, dy, length = 1.0, 0.3, 1.0
                push = (apart - length) / 2 + 0.1
                for k, sign in ((i, 1), (j, -1)):
                    at[k][0] = min(wide, max(0.0, at[k][0] + sign * push * dx / length))
                    at[k][1] = min(high, max(0.0, at[k][1] + sign * push * dy / length))
        if calm:
            break
    return {node: (x, y) for node, (x, y) in zip(nodes, at, strict=True)}


def names_beside(
    names: Iterable[tuple[Any, float, float]],
    spots: Mapping[Any, Spot],
    radius: Mapping[Any, float],
    edges: Iterable[tuple[Any, Any]],
    room: Box,
) -> dict[Any, Box]:
    """Where the name of each (node, width, height) stands: nearer to its node than to any other, on no mark and no
    other name, within the room, and across as few lines as may be. A name that finds no such place is
    left out."""
    marks = [(x - radius[n], y - radius[n], x + radius[n], y + radius[n]) for n, (x, y) in spots.items()]
    lines = [(spots[a], spots[b]) for a, b in edges if a != b]
    taken: list[Box] = []
    found: dict[Any, Box] = {}
    for node, wide, high in names:
        others = [spot for other, spot in spots.items() if other != node]
        free = [
            (cost + sum(_crosses(line, place) for line in lines), number, place)
            for number, (cost, place) in enumerate(_places(spots[node], radius[node] + 1.5, wide, high))
            if _within(place, room)
            and not any(_meet(place, other) for other in (*marks, *taken))
            and all(_distance(place, other) > _distance(place, spots[node]) for other in others)
        ]
        if free:
            found[node] = min(free)[2]
            taken.append(found[node])
    return found


def _places(spot: Spot, gap: float, wide: float, high: float) -> Iterator[tuple[float, Box]]:
    """Boxes around a node, the liked ones first: below, above, right, left, between these, and the same farther off,
    which costs as much as some lines crossed."""
    x, y = spot
    for away, cost in ((gap, 0.0), (gap + 0.5 * high, 1.5), (gap + high, 4.0)):
        slant = 0.5 * away
        for left, low in (
            (x - wide / 2, y - away - high),
            (x - wide / 2, y + away),
            (x + away, y - high / 2),
            (x - away - wide, y - high / 2),
            (x + slant, y - slant - high),
            (x - slant - wide, y - slant - high),
            (x + slant, y + slant),
            (x - slant - wide, y + slant),
        ):
            yield cost, (left, low, left + wide, low + high)


def _distance(box: Box, spot: Spot) -> float:
    """From a point to the nearest point of a box."""
    return math.hypot(
        max(box[0] - spot[0], 0.0, spot[0] - box[2]),
        max(box[1] - spot[1], 0.0, spot[1] - box[3]),
    )


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _within(one: Box, room: Box) -> bool:
    return one[0] >= room[0] and one[1] >= room[1] and one[2] <= room[2] and one[3] <= room[3]


def _crosses(line: tuple[Spot, Spot], box: Box) -> bool:
    """Whether a straight line enters the box (Liang & Barsky 1984)."""
    (x0, y0), (x1, y1) = line
    enter, leave = 0.0, 1.0
    for start, step, low, high in ((x0, x1 - x0, box[0], box[2]), (y0, y1 - y0, box[1], box[3])):
        if abs(step) < 1e-9:
            if not low <= start <= high:
                return False
            continue
        first, second = sorted(((low - start) / step, (high - start) / step))
        enter, leave = max(enter, first), min(leave, second)
    return enter <= leave
