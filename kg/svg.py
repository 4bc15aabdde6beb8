"""Boxes, marks, lines and words → a small SVG picture for a notebook or a page. Knows no graph and needs no library.

Everything is told in pixels from the upper left corner. Names that a viewer's font draws wider than estimated may reach
a little beyond their box: widths are those of a common sans-serif.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

FONT = "Helvetica, Arial, 'DejaVu Sans', sans-serif"
_NARROW, _WIDE = frozenset("ijlt.,;:'|!()[] fr-"), frozenset("mwMW@%")


def width(text: str, size: float) -> float:
    """About how wide a sans-serif text of that size is."""
    units = sum(0.36 if c in _NARROW else 0.92 if c in _WIDE else 0.72 if c.isupper() else 0.6 for c in text)
    return units * size


def short(label: str, most: int = 26) -> str:
    """A name cut to fit."""
    return label if len(label) <= most else label[: most - 1].rstrip(" ,.") + "…"


def fitted(text: str, size: float, room: float) -> str:
    """A text cut to the width there is."""
    while len(text) > 1 and width(text, size) > room:
        text = text.rstrip("…")[:-1].rstrip(" ,.") + "…"
    return text


def words(x: float, y: float, text: str, size: float = 11, anchor: str = "middle", colour: str = "#1c1c1c") -> str:
    """A text whose baseline is at y, with a pale rim, so that lines below it do not hide it."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}" fill="{colour}" '
        f'stroke="white" stroke-width="2.5" stroke-linejoin="round" paint-order="stroke">{escape(text)}</text>'
    )


def disc(x: float, y: float, radius: float, colour: str, title: str = "") -> str:
    """A round mark; the title shows under the pointer."""
    told = f"<title>{escape(title)}</title>" if title else ""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}" stroke="white">{told}</circle>'


def box(x: float, y: float, wide: float, high: float, colour: str = "#eef4fa") -> str:
    """A rounded box by its middle."""
    return (
        f'<rect x="{x - wide / 2:.1f}" y="{y - high / 2:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="4" '
        f'fill="{colour}" stroke="#0072B2"/>'
    )


def arrow(x0: float, y0: float, x1: float, y1: float, colour: str = "#8a8a8a", thick: float = 1.0) -> str:
    """A line with a head at its second end; a line without length has none."""
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    if length < 1:
        return ""
    dx, dy = (x1 - x0) / length * 6, (y1 - y0) / length * 6
    sides = [(x1 - dx - side * dy / 2, y1 - dy + side * dx / 2) for side in (1, -1)]
    head = " ".join(f"{x:.1f},{y:.1f}" for x, y in ((x1, y1), *sides))
    return (
        f'<line x1="{x0:.1f}" y1="{y0:.1f}" x2="{x1 - dx:.1f}" y2="{y1 - dy:.1f}" stroke="{colour}" '
        f'stroke-width="{thick:.1f}"/><polygon points="{head}" fill="{colour}"/>'
    )


def picture(wide: float, high: float, parts: Iterable[str], title: str) -> str:
    """The whole; the title tells it to whoever cannot see it."""
    body = "\n".join(part for part in parts if part)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}" height="{high:g}" viewBox="0 0 {wide:g} {high:g}" '
        f'role="img" style="max-width: 100%; height: auto; background: white" font-family="{escape(FONT)}">'
        f"<title>{escape(title)}</title>\n{body}\n</svg>"
    )
