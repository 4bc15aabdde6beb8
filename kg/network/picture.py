"""Network → a small SVG picture for a notebook, drawn without matplotlib (`figures` draws the large ones)."""

from __future__ import annotations

import math

import networkx as nx

from kg import svg
from kg.network.collapse import collapse
from kg.network.layout import names_beside, part_to_draw, spots

WIDE, HIGH = 640.0, 400.0
SHOWN = 30  # most organisations of a small picture
COLOURS = {
    "university": "#009E73", "hospital": "#009E73", "foundation": "#009E73", "institute": "#009E73",
    "agency": "#009E73", "pharma": "#0072B2", "biotech": "#E69F00",
}  # fmt: skip
OTHER = "#8a8a8a"


def picture(network: nx.MultiDiGraph) -> str:
    """Arrows from licensor to licensee; academia green, pharma blue, biotech orange, others grey."""
    part, note = part_to_draw(collapse(network), SHOWN)
    if not len(part):
        return svg.picture(WIDE, 40, [svg.words(WIDE / 2, 24, "no agreements", colour="#555555")], "licensing network")
    inner = spots(part, WIDE - 120, HIGH - 90)
    placed = {node: (x + 60, HIGH - y - 50) for node, (x, y) in inner.items()}  # SVG counts y downward
    radius = {node: 5 + math.sqrt(part.degree(node)) for node in part}
    parts: list[str] = []
    for giver, taker in sorted(part.edges()):
        (x0, y0), (x1, y1) = placed[giver], placed[taker]
        reach = max(math.dist((x0, y0), (x1, y1)), 1.0)
        cut = (radius[taker] + 1) / reach
        parts.append(svg.arrow(x0, y0, x1 - (x1 - x0) * cut, y1 - (y1 - y0) * cut))
    label = {node: str(part.nodes[node].get("label") or node) for node in part}
    for node in sorted(part):
        kind = part.nodes[node].get("kind")
        parts.append(svg.disc(*placed[node], radius[node], COLOURS.get(str(kind), OTHER), f"{label[node]}, {kind}"))
    ranked = sorted(part, key=lambda node: (-part.degree(node), node))
    names = [(node, svg.width(svg.short(label[node]), 10) + 2, 12.0) for node in ranked]
    boxes = names_beside(names, placed, radius, part.edges(), (2.0, 16.0, WIDE - 2, HIGH - 4))
    for node, (left, _, right, low) in boxes.items():  # the larger y is the lower edge
        parts.append(svg.words((left + right) / 2, low - 3, svg.short(label[node]), 10))
    if note:
        parts.append(svg.words(WIDE / 2, 12, note, 10, colour="#555555"))
    return svg.picture(WIDE, HIGH, parts, "licensing network")
