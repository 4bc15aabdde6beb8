"""ASCII of a filing → marked text (`marks`): wrapped lines joined to paragraphs, aligned columns to rows and cells.

Typography goes, words stay: rules ("-----"), page marks and the page numbers and repeated running heads beside them
are left out, a word divided at a line end is joined, and a cell that runs over several lines is read as one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kg.parse.marks import CELL, ROW, SEAM, SOFT, unmarked, wrapped

_ENTITY = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&nbsp;": " "}
_ENTITIES = re.compile("|".join(_ENTITY))
_PAGE = re.compile(r"^\s*(?:<page>|\f)(.*)$", re.I)
_TABLE = re.compile(r"</?table>", re.I)
_TAG = re.compile(r"</?(?:page|table|caption|s|c|fn|f\d+|btb|hr|center|b|i|u|r)>", re.I)
_RULE = re.compile(r"[\s\-=_*~.+|]*$")
_STARS = re.compile(r"\s*\*(?:\s{6,}\*)*$")  # in place of signatures
_DASHES = re.compile(r"(?<![-=])(?:- )?+[-=]{8,}+(?=\s+\S)")
_RULED_CELL = re.compile(r"[\s\-=_~]{3,}$|[.\s]{5,}$")
_PAGE_NUMBER = re.compile(r"[\s\-–]*(?:page\s*)?[a-z]{0,3}-?(?:\d{1,4}|[ivxl]{1,6})(?:\s*of\s*\d{1,4})?[\s\-–.]*", re.I)
_OUTER_NUMBER = re.compile(r"^[-–]? ?\d{1,4} ?[-–]? |(?: page)? [-–]? ?\d{1,4} ?[-–]?$", re.I)
_GAP = re.compile(r" {3,}")
_WIDE_GAP = re.compile(r" {5,}")
_TABLE_GAP = re.compile(r" {2,}")
_ITEM = re.compile(r"(?:[-*•·o]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]|\d{1,2}(?:\.\d{1,2})+)(?: |$)", re.I)
_ENDED = re.compile(r"[.:;!?][\"')\]]*$|(?:; (?:and|or))$")
_DIVIDED = re.compile(r"([A-Za-z]{2,})-$")
_SIGNED = re.compile(r"(?:by:? *)?(?:/s/|\* *$)", re.I)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


class _Cell(NamedTuple):
    start: int
    text: str


def marked_plain(source: str) -> str:
    """Text of an ASCII document with marks for paragraphs, rows, cells and line breaks."""
    if "&" in source:
        source = _ENTITIES.sub(lambda entity: _ENTITY[entity[0]], source)
    lines = [line.expandtabs(8).rstrip() for line in _lines(unmarked(source))]
    words = frozenset(_WORD.findall(source)) if re.search(r"[A-Za-z]-[ \t]*\r?\n", source) else frozenset()
    width = _usual_width(lines)
    out: list[str] = []
    for block, tagged in _blocks(_without_page_breaks(lines)):
        cells = _table(block, tagged)
        out.append(ROW.join(_rows(cells)) if cells else _paragraph(block, width, words))
    return ROW.join(filter(None, out))


def _lines(source: str) -> list[str]:
    return source.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _usual_width(lines: list[str]) -> int:
    """The width at which the typist wrapped: the length that one line in twenty of the long ones exceeds."""
    lengths = sorted(len(line) for line in lines if len(line) > 45 and "   " not in line.strip())
    return lengths[len(lengths) * 19 // 20] if lengths else 80


def _without_page_breaks(lines: list[str]) -> Iterator[str]:
    """Lines without page marks, page numbers beside them, and heads that stand at the top or foot of several pages.

    A paragraph that a page break cuts is closed up again, with a seam where words of the page were left out.
    """
    pages: list[list[str]] = [[]]
    for line in lines:
        mark = _PAGE.match(line) if "<" in line or "\f" in line else None
        if mark:
            pages.append([mark[1]] if mark[1].strip() else [])
        else:
            pages[-1].append(line)
    if len(pages) == 1:
        yield from lines
        return
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_head(line) for line in _edge(page)})
    repeated = {head for head, times in edges.items() if times > 2 and times * 4 > len(pages)}
    before: list[str] = []
    spared = False  # stood a number or head between the last words and these?
    for page in pages:
        start, end = _body(page, repeated)
        body = page[start:end]
        spared = spared or any(line.strip() for line in page[:start])
        if before and body:
            last, first = before[-1].rstrip(), body[0].strip()
            closed = last.strip() and not _ENDED.search(last) and first[:1].islower() and not _TAG.search(last + first)
            if not closed:
                yield ""
            elif spared:
                body[0] = SEAM + first
        yield from body
        spared = any(line.strip() for line in page[end:]) or (spared and not body)
        before = body or before


def _edge(page: list[str]) -> list[str]:
    """The first two and last two lines of a page that are not blank."""
    return [line for line in page[:12] if line][:2] + [line for line in page[-12:] if line][-2:]


def _head(line: str) -> str:
    """A running head without the page number at its outer side."""
    return _OUTER_NUMBER.sub("", " ".join(line.split()))


def _body(page: list[str], repeated: set[str]) -> tuple[int, int]:
    """First and last line (exclusive) of a page without the numbers and heads at its edges."""

    def spare(line: str) -> bool:
        return not line.strip() or bool(_PAGE_NUMBER.fullmatch(line)) or (_head(line) in repeated and len(line) < 100)

    start, end = 0, len(page)
    for _ in range(3):  # blank lines, a number, a head: in any order
        while start < end and not page[start].strip():
            start += 1
        while end > start and not page[end - 1].strip():
            end -= 1
        if start < end and spare(page[start]):
            start += 1
        if end > start and spare(page[end - 1]):
            end -= 1
    while start < end and not page[start].strip():
        start += 1
    while end > start and not page[end - 1].strip():
        end -= 1
    return start, end


def _blocks(lines: Iterator[str]) -> Iterator[tuple[list[str], bool]]:
    """Runs of lines without a blank line, rule or table mark between them, and whether they stand in a tagged table."""
    block: list[str] = []
    tagged = ruled = False  # `ruled`: a rule stood under the last line of the block
    for line in lines:
        mark = _TABLE.search(line) if "<" in line else None
        if mark and block:
            yield block, tagged
            block, ruled = [], False
        if mark:
            tagged = mark[0][1] != "/"
        kept = _TAG.sub(_blank, line).rstrip() if "<" in line else line
        if "--------" in kept or "========" in kept:
            kept = _DASHES.sub(_blank, kept).rstrip()
        if kept and (kept[-1].isalnum() or not _RULE.match(kept) or _STARS.match(kept)):
            if ruled and not (kept.lstrip()[0].islower() and not _ENDED.search(block[-1])):  # not merely underlined
                yield block, tagged
                block = []
            block.append(kept)
            ruled = False
        elif block and not kept:
            yield block, tagged
            block, ruled = [], False
        elif block:
            ruled = not _hangs(kept, block)
    if block:
        yield block, tagged


def _blank(tag: re.Match[str]) -> str:
    return " " * len(tag[0])


def _hangs(rule: str, block: list[str]) -> bool:
    """True for the rule under a signature: what follows still belongs to the line above."""
    if "/s/" in block[-1].lower():
        return True
    start = len(rule) - len(rule.lstrip())
    return start > 20 and any(abs(start - cell.start) <= 5 for cell in _cells(block[0], _GAP)[1:])


def _cells(line: str, gap: re.Pattern[str]) -> list[_Cell]:
    cells: list[_Cell] = []
    start = len(line) - len(line.lstrip())
    for space in gap.finditer(line, start):
        cells.append(_Cell(start, line[start : space.start()]))
        start = space.end()
    cells.append(_Cell(start, line[start:].rstrip()))
    return cells


def _table(block: list[str], tagged: bool) -> list[list[_Cell]] | None:
    """The block's lines in cells when columns are aligned in it, else None."""
    if not any("   " in line.lstrip() for line in block) and not tagged:
        return None
    split = [_cells(line, _TABLE_GAP if tagged else _GAP) for line in block]
    several = [cells for cells in split if len(cells) > 1]
    if not several:
        return split if tagged and all(len(line) < 60 for line in block) else None
    if tagged or len(block) == 1:
        return split
    starts = Counter(cell.start // 2 for cells in several for cell in cells[1:])
    aligned = sum(any(starts[c.start // 2] + starts[c.start // 2 + 1] > 1 for c in cells[1:]) for cells in several)
    columns = {cell.start for cell in split[0][1:]}
    hanging = all(any(abs(cells[0].start - column) <= 5 for column in columns) for cells in split[1:])
    signed = any("/s/" in line.lower() for line in block)
    enough = (signed or len(several) * 2 >= len(block)) and aligned * 2 >= len(several)
    return split if enough or (columns and hanging) else None


def _rows(table: list[list[_Cell]]) -> Iterator[str]:
    """Rows as marked text; a line whose cells hang under those of the row above continues them."""
    row: list[tuple[int, list[str]]] = []
    for line in table:
        cells = [cell for cell in line if not _RULED_CELL.match(cell.text)] or line[:1] if len(line) > 1 else line
        targets = _continued(row, cells)
        if targets:
            for target, cell in zip(targets, cells, strict=True):
                row[target][1].append(cell.text)
            continue
        if row:
            yield CELL.join(SOFT.join(parts) for _, parts in row)
        row = [(cell.start, [cell.text]) for cell in cells]
    if row:
        yield CELL.join(SOFT.join(parts) for _, parts in row)


def _continued(row: list[tuple[int, list[str]]], cells: list[_Cell]) -> list[int]:
    """Which cells of `row` the `cells` of the next line continue, in order; empty when it is a row of its own.

    A first cell is continued by a word in lower case, or by the name typed under a signature: anything else begins a
    row. Several cells at once continue only where the column was too narrow for their first words.
    """
    if len(row) < 2 or len(cells) > len(row) or not all(_LETTER.search(cell.text) for cell in cells):
        return []
    signed = _SIGNED.match(row[0][1][0]) and len(row[0][1]) == 1 and not _SIGNED.match(cells[0].text)
    if cells[0].start < row[1][0] - 5 and not cells[0].text[:1].islower() and not signed:
        return []
    targets: list[int] = []
    for cell in cells:
        near = [n for n, (start, parts) in enumerate(row) if start - 5 <= cell.start < start + max(len(parts[0]), 6)]
        if not near or (targets and near[-1] <= targets[-1]):
            return []
        targets.append(near[-1])
        if len(cells) > 1 and not signed and not _filled(row, near[-1], cell.text):
            return []
    return targets


def _filled(row: list[tuple[int, list[str]]], column: int, following: str) -> bool:
    """True when `following` stands on a new line because its first word no longer fitted into the column."""
    start, parts = row[column]
    end = row[column + 1][0] - 1 if column + 1 < len(row) else 80
    return following[:1].islower() or start + len(parts[-1]) + 1 + len(following.split(None, 1)[0]) > end


def _paragraph(block: list[str], width: int, words: frozenset[str]) -> str:
    """Lines joined where the typist wrapped them; a new paragraph at list items, indents and lines ended on purpose."""
    if len(block) > 3:
        width = max(60, min(width, max(map(len, block))))
    out = [CELL.join(_WIDE_GAP.split(block[0].strip()))]
    indents = [_indent(line) for line in block]
    last = block[0].strip()
    for number in range(1, len(block)):
        above = last
        last = text = block[number].strip()
        if text[0] == SEAM:
            out.append(text)
            last = text[1:]
            continue
        if "     " in above or "     " in text:
            out += (ROW, CELL.join(_WIDE_GAP.split(text)))
            continue
        divided = _DIVIDED.search(above) if above[-1] == "-" else None
        if divided and text[:1].islower():
            joined = _WORD.match(text)
            whole = divided[1] + joined[0] if joined else ""
            if whole in words:
                out[-1] = out[-1][:-1]
            out.append(text)
        elif _begins_anew(above, text, indents[number - 1 : number + 2]) or not wrapped(
            above, text, width - indents[number - 1]
        ):
            out += (ROW, text)
        else:
            out += (" ", text)
    return "".join(out)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _begins_anew(above: str, text: str, indents: list[int]) -> bool:
    """A list item, or an indented first line after a sentence ended; `indents`: of the line above, this, the next."""
    deeper = indents[1] - indents[0]
    if deeper and _ITEM.match(text):
        return True
    if deeper >= 2:
        return (len(indents) < 3 or indents[2] < indents[1]) and bool(_ENDED.search(above))
    return not deeper and bool(_ITEM.match(text)) and bool(_ENDED.search(above))
