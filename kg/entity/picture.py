"""The page of an entity → a small SVG picture: what leads to it at the left, what it leads to at the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from kg import svg

_SIDE = 6  # most boxes at each side
_ROW, _WIDE, _MIDDLE = 36.0, 210.0, 180.0
_LEFT, _RIGHT = 0, 1

Seen = tuple[int, str, str]
"""Side, name, what is told of it."""


class Titled(Protocol):
    """A table of a page."""

    @property
    def title(self) -> str: ...
    @property
    def columns(self) -> Sequence[str]: ...
    @property
    def rows(self) -> Sequence[Sequence[str]]: ...


# Table → side, columns of the name (joined by an arrow), column of the note (with an arrow where it has one); what
# matters most first. A name that is the entity's own is skipped.
_DRAWN: dict[str, tuple[int, tuple[str, ...], str]] = {
    "Licensed in": (_LEFT, ("licensor",), "compounds"),
    "Licensed out": (_RIGHT, ("licensee",), "compounds"),
    "Compounds": (_RIGHT, ("compound",), ""),
    "People": (_LEFT, ("person",), "title"),
    "Positions": (_RIGHT, ("organization",), "title"),
    "Development": (_RIGHT, ("compound", "indication"), "phase"),
    "Licences": (_LEFT, ("licensor",), "→ licensee"),
    "Grants": (_RIGHT, ("compound", "indication"), "exclusivity"),
    "Parties": (_LEFT, ("name",), "role"),
    "Documents": (_RIGHT, ("file",), "type"),
}
_FACTS = {"licensor": _LEFT, "developer": _LEFT, "broader": _LEFT, "licensee": _RIGHT}


def picture(label: str, facts: Iterable[tuple[str, str]], tables: Iterable[Titled]) -> str:
    """The SVG text; empty when there is nothing around the entity to draw."""
    sides = _sides(label, facts, tables)
    if not any(sides):
        return ""
    shown = [side[:_SIDE] for side in sides]
    high = _ROW * max(len(side) + (len(every) > _SIDE) for side, every in zip(shown, sides, strict=True)) + 8
    wide = 2 * _WIDE + 3 * _MIDDLE / 2
    middle = wide / 2
    parts = []
    for which, (side, every) in enumerate(zip(shown, sides, strict=True)):
        x = wide - _WIDE / 2 if which else _WIDE / 2
        inner, edge = (x - _WIDE / 2, middle + _MIDDLE / 2) if which else (x + _WIDE / 2, middle - _MIDDLE / 2)
        top = (high - _ROW * (len(side) + (len(every) > _SIDE))) / 2
        for number, (name, note) in enumerate(side):
            y = top + _ROW * (number + 0.5)
            ends = (edge, high / 2, inner, y) if which else (inner, y, edge, high / 2)
            parts += [svg.arrow(*ends), *_boxed(x, y, name, note)]
        if len(every) > _SIDE:
            y = top + _ROW * (len(side) + 0.5)
            parts.append(svg.words(x, y, f"and {len(every) - _SIDE} more", 10, colour="#555555"))
    parts += [
        svg.box(middle, high / 2, _MIDDLE, 30, "#fff3d6"),
        svg.words(middle, high / 2 + 4, svg.fitted(label, 12, _MIDDLE - 12), 12),
    ]
    return svg.picture(wide, high, parts, label)


def _sides(label: str, facts: Iterable[tuple[str, str]], tables: Iterable[Titled]) -> list[list[tuple[str, str]]]:
    """(name, note) at the left and at the right, each name once with all its notes."""
    ranked = sorted((table for table in tables if table.title in _DRAWN), key=lambda t: list(_DRAWN).index(t.title))
    notes: tuple[dict[str, dict[str, None]], ...] = ({}, {})
    for side, name, note in (*_from_facts(facts), *(seen for table in ranked for seen in _from_table(label, table))):
        notes[side].setdefault(name, {}).update({note: None} if note else {})
    return [[(name, ", ".join(told)) for name, told in side.items()] for side in notes]


def _boxed(x: float, y: float, name: str, note: str) -> list[str]:
    parts = [
        svg.box(x, y, _WIDE - 4, _ROW - 6),
        svg.words(x, y + (-1 if note else 4), svg.fitted(name, 11, _WIDE - 16), 11),
    ]
    return [*parts, svg.words(x, y + 11, svg.fitted(note, 9, _WIDE - 16), 9, colour="#555555")] if note else parts


def _from_facts(facts: Iterable[tuple[str, str]]) -> Iterator[Seen]:
    for name, value in facts:
        if name in _FACTS:
            yield _FACTS[name], value, name


def _from_table(label: str, table: Titled) -> Iterator[Seen]:
    side, names, note = _DRAWN[table.title]
    for row in table.rows:
        cells = dict(zip(table.columns, row, strict=True))
        name = " → ".join(cells[column] for column in names if cells[column] not in ("", label))
        told = cells.get(note.removeprefix("→ "), "")
        if name:
            yield side, name, f"→ {told}" if told and note.startswith("→") else told
