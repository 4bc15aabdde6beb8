"""Layout of a document → rows, cells and labelled lines around its signatures ("By:", "Name:", "Title:", "Date:")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.late import late
from kg.extract.scan import cue

MARK = late(r"/[sS]/(?!\w*\.\w)|\([sS](?:igned|IGNED)\)")
"""The conformed signature's mark; not the path of a web address."""
_MARKS = cue(MARK.pattern)

STAR = late(r"(?:\*(?<![^\n\t\v]\*)|B(?<![^\n\t\v]B)y:?\s*\*)\*?(?=[\n\t\v]|$| [A-Z][a-z])")
"""A star in place of a signature: somebody signs for the person under a power of attorney."""

_REACH = 1500  # characters before and after a signature in which its block lies
_LABEL = late(
    r"(?P<by>(?:signed |duly )?by)\s*[:;]\s*|(?P<by2>by)\s+(?=/s/|\*|[A-Z])|(?P<name>(?:print(?:ed)? "
    r"|full )?name(?: \(print\))?)\s*:\s*"
    r"|(?P<title>(?:print(?:ed)? )?(?:title|its|capacity|office|position)(?: \(print\))?)\s*:\s*|(?P<date>dated?"
    r"|date signed)\s*[:;]\s*"
    r"|(?P<other>address|occupation|attention|attn|witness(?:ed)?(?: by)?|e-?mail|telephone|fax(?: no\.?)?|phone|place"
    r"|signature)\s*:\s*",
    re.I,
)
# It begins with a blank, to which `re` skips at full speed.
_INLINE = late(
    r" (?<=\S )(?:(?=(?:(?:print(?:ed)? )?name|title|its|dated?|signed by|by)\s*: ?\S)|(?=by:? ?/s/)"
    r"|(?<=[\w.)] )(?=/s/))",
    re.I,
)
_ONLY_BEFORE_MARK = late(r"(?:\W|by|and|signed|date:?)*$", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """Code points `[start, end)` of a line without its label; `begin` is where the label starts."""

    begin: int
    start: int
    end: int
    text: str
    label: str = ""

    @property
    def signed(self) -> bool:
        """Does a conformed signature stand in it?"""
        return bool(MARK.search(self.text))


Cell = tuple[Line, ...]
Row = tuple[Cell, ...]


def signature_rows(layout: str, stars: bool) -> Iterator[list[Row]]:
    """Runs of rows around each group of signatures, in text order; `stars`: a star counts as a signature too."""
    hits = [match.start() for match in _MARKS.finditer(layout)]
    if stars:
        hits = sorted({*hits, *(match.start() for match in STAR.finditer(layout))})
    regions: list[tuple[int, int]] = []
    for hit in hits:
        start = layout.rfind("\n", 0, max(0, hit - _REACH)) + 1
        end = layout.find("\n", min(len(layout), hit + _REACH))
        end = len(layout) if end < 0 else end
        end = min(end, hit + 4 * _REACH)
        start = max(start, hit - 4 * _REACH)
        if regions and start <= regions[-1][1]:
            regions[-1] = (regions[-1][0], max(end, regions[-1][1]))
        else:
            regions.append((start, end))
    for start, end in regions:
        yield list(_rows(layout, start, end))


def _rows(layout: str, start: int, end: int) -> Iterator[Row]:
    for row_start, row_end in _split(layout, start, end, "\n"):
        cells = [tuple(_lines(layout, a, z)) for a, z in _split(layout, row_start, row_end, "\t")]
        row = _with_labels([cell for cell in cells if cell])
        if row:
            yield row


def _split(layout: str, start: int, end: int, mark: str) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = layout.find(mark, start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            yield start, stop
        start = stop + 1


def _lines(layout: str, start: int, end: int) -> Iterator[Line]:
    for a, z in _split(layout, start, end, "\v"):
        if z - a > 1500:
            yield Line(a, a, z, layout[a:z])
            continue
        begin = a
        for cut in _INLINE.finditer(layout, a, z):
            # A mark is a line of its own unless only "By:" or the like stands before it.
            if (
                not _ONLY_BEFORE_MARK.match(layout[begin : cut.start()])
                or layout[cut.end() : cut.end() + 3].lower() != "/s/"
            ):
                yield _labelled(layout, begin, cut.start())
                begin = cut.end()
        yield _labelled(layout, begin, z)


def _labelled(layout: str, start: int, end: int) -> Line:
    label = _LABEL.match(layout, start, end)
    if not label:
        return Line(start, start, end, layout[start:end])
    kind = next(name for name, value in label.groupdict().items() if value).rstrip("2")
    return Line(start, label.end(), end, layout[label.end() : end], kind)


def _with_labels(cells: list[Cell]) -> Row:
    """A cell of labels alone gives them to the lines of the next cell, in order."""
    out: list[Cell] = []
    waiting: list[Line] = []
    for cell in _with_marks(cells):
        if waiting and not all(line.label for line in cell):
            given = [
                replace(line, label=line.label or label.label, begin=label.begin if not line.label else line.begin)
                for label, line in zip(waiting, cell, strict=False)
            ]
            cell = (*given, *cell[len(given) :])
            waiting = []
        if all(line.label and not line.text for line in cell):
            waiting = list(cell)
        else:
            waiting = []
            out.append(cell)
    return tuple(out)


def _with_marks(cells: list[Cell]) -> Iterator[Cell]:
    """A mark alone in its cell belongs to the name that opens the next one."""
    mark: Line | None = None
    for cell in cells:
        if mark is not None:
            first = cell[0]
            joined = Line(mark.begin, mark.start, first.end, f"{mark.text} {first.text}", mark.label)
            cell = (joined, *cell[1:]) if first.start == mark.end + 1 and not first.label else (mark, *cell)
            mark = None
        if len(cell) == 1 and cell[0].text.strip() in ("/s/", "/S/"):
            mark = cell[0]
        else:
            yield cell
    if mark is not None:
        yield (mark,)
