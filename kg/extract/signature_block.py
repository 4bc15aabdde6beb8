"""Rows around a signature → its block: who signed, with which lines of title, on which date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.dates import find_dates
from kg.extract.late import late
from kg.extract.signature_lines import MARK, STAR, Line, Row
from kg.extract.signature_words import (
    NAME_BREAK,
    OPEN_END,
    TITLE,
    before_title,
    behind_degrees,
    clean_name,
    core_words,
    ends_with_legal_form,
    is_person,
    is_title,
    said_once,
    same_person,
    split_name,
    unfinished,
)

_ATTORNEY = late(r"attorneys?[- ]in[- ]fact|power of attorney", re.I)
WITNESS = late(r"witness|presence of|as to form|notar|translat|\bindividual(?:ly| capacity)\b", re.I)
"""Words of those who sign for nobody but themselves."""
_AS_WITNESS = late(r"\W*(?:(?:as )?witness|notary public)\W*", re.I)
_INSIDE_TITLE = late(r"(?i:officer|and|of)\b|[a-z]")
_COMMITTEE = late(r"\bcommittee\W*$", re.I)
_MOST_LINES = 9


@dataclass(slots=True)
class Block:
    """What the lines after one mark say."""

    mark: Line
    conformed: str
    name: str
    titles: list[Line] = field(default_factory=list)
    date: str | None = None
    date_line: Line | None = None
    attorney: str | None = None
    printed: str | None = None
    closed: bool = False
    beside: bool = False
    witness: bool = False
    committee: bool = False


def is_mark(line: Line, attorney: str | None) -> bool:
    return line.signed or (attorney is not None and bool(STAR.match(line.text)))


def begun(line: Line, attorney: str | None) -> Block:
    """The block of a mark: its conformed signature, and what its own line adds."""
    mark = MARK.search(line.text)
    if not mark:
        rest = line.text.lstrip("*").strip()
        return Block(line, "*", clean_name(rest), attorney=attorney)
    after = line.text[mark.end() :].strip(" _")
    block = Block(line, line.text[mark.start() :].strip(), "")
    inner = re.search(r"\(([^()]+)\)", after)
    cut = NAME_BREAK.search(after)
    name = after[: cut.start()] if cut else after
    rest = after[cut.end() :].strip() if cut else ""
    if cut and cut[0].startswith(","):
        end = behind_degrees(after, cut.start())
        name, rest = after[:end], after[end:].strip(" ,")
    end = before_title(after)
    if end and (not cut or end < cut.start()):
        name, rest = after[:end], after[end:].strip()
    block.name = said_once(clean_name(name))
    block.conformed = line.text[
        mark.start() : mark.end() + len(line.text[mark.end() :]) - len(line.text[mark.end() :].lstrip()) + len(name)
    ].strip()
    if inner and (rest.startswith("(") or (cut and "(" in cut[0])):
        rest = inner[1]
    if rest and _ATTORNEY.search(rest):
        principal = re.search(r"(?:for|on behalf of)\s+(.+)$", rest, re.I)
        if principal:
            block.attorney, block.name = block.name, clean_name(principal[1])
    elif rest:
        at = line.text.find(rest, mark.end())
        take(block, Line(line.start + at, line.start + at, line.start + at + len(rest), rest))
    return block


def following_lines(
    rows: list[Row], number: int, column: int, place: int, marks: int, attorney: str | None, name: str
) -> Iterator[Line | None]:
    """Lines that may belong to the mark at `place` of its cell: the rest of the cell, of the row, of the rows below.

    None stands between the cells beside the mark and the rows below.
    """
    row = rows[number]
    for line in row[column][place + 1 :]:
        if is_mark(line, attorney):
            return
        yield line
    if marks == 1:
        for line in (line for cell in row[:column] for line in cell if date_of(line) or line.label == "name"):
            yield line
        for cell in row[column + 1 :]:
            yield _joined(cell)
        if len(row) > column + 1:
            yield None
    mine = column == 0
    for below in rows[number + 1 : number + 1 + _MOST_LINES]:
        if marks > 1 and len(below) != len(row):
            if len(below) > 1 or len(below[0]) > 1 or is_mark(below[0][0], attorney):
                return
            if below[0][0].label == "name":
                mine = same_person(split_name(below[0][0].text)[0], name)
            if mine or date_of(below[0][0]):  # the left column goes on, or the one that is named, or a date for all
                yield below[0][0]
            continue
        cells = below if marks == 1 else below[column : column + 1]
        for cell in cells:
            for line in cell:
                if is_mark(line, attorney):
                    return
                yield line


def _joined(cell: tuple[Line, ...]) -> Line:
    """A cell beside the signature is one title, however many lines it takes."""
    if len(cell) > 1 and not any(line.label or date_of(line) for line in cell) and TITLE.search(cell[0].text):
        text = " ".join(line.text for line in cell)
        if cell[-1].end - cell[0].start == len(text):
            return Line(cell[0].begin, cell[0].start, cell[-1].end, text)
    return cell[0]


def take_above(block: Block, row: Row) -> None:
    """A title set in the middle of its row begins on the line above the signature: "Chief Executive" / "Officer"."""
    if not (block.titles and block.beside and len(row) == 1 and len(row[0]) == 1):
        return
    line, first = row[0][0], block.titles[0]
    starts_inside = _INSIDE_TITLE.match(first.text) or OPEN_END.search(line.text)
    if (
        starts_inside
        and not line.label
        and len(line.text) < 60
        and (is_title(line.text) or OPEN_END.search(line.text))
        and not line.signed
        and not is_person(split_name(line.text)[0])
    ):
        block.titles.insert(0, line)


def take(block: Block, line: Line) -> None:
    """Adds one line to a block: name, title, date; anything else closes it."""
    line = _without_date(block, line)
    text = line.text.strip()
    if not text or block.closed:
        return
    if line.label == "name":
        name, rest = split_name(text)
        block.printed = block.printed or clean_name(name)
        if rest and is_title(rest):
            _add_title(block, line, rest)
    elif line.label == "title":
        if not block.titles:
            _add_title(block, line, text)
    elif date_of(line):
        if not block.date_line:
            block.date_line, block.date = line, date_of(line)
        return
    elif line.label == "other":
        return
    elif not block.titles and _AS_WITNESS.fullmatch(text):
        block.witness = True
    elif _ATTORNEY.search(text) and len(text) < 120:
        block.attorney = block.attorney or block.printed or block.name
    elif block.printed and (
        same_person(text, block.printed)
        or (core_words(text) and set(core_words(text)) <= set(core_words(block.printed)))
    ):
        return
    elif (
        block.name
        and not line.label
        and not same_person(text, block.name)
        and core_words(text)
        and set(core_words(text)) <= set(core_words(block.name))
    ):
        return  # a piece of the name in a narrow column
    elif (
        block.name
        and not block.printed
        and not block.titles
        and unfinished(block.name)
        and len(text.split()) < 3
        and not is_title(text)
    ):
        block.name = clean_name(f"{block.name} {text}")
    elif not block.printed and (not block.name or same_person(split_name(text)[0], block.name)):
        name, rest = split_name(text)
        if not is_person(name):
            block.witness = block.witness or (not block.name and ends_with_legal_form(text))
            block.closed = not (block.name and is_title(text)) and not ends_with_legal_form(text)
            if not block.closed and is_title(text):
                _add_title(block, line, text)
            return
        block.printed = clean_name(name)
        block.witness = block.witness or bool(WITNESS.search(rest))
        if rest and (is_title(rest) or TITLE.search(rest)):
            _add_title(block, line, rest)
    elif _continues(block, text):
        _add_title(block, line, text)
    else:
        block.closed = bool(block.titles or block.printed) or (bool(block.name) and is_person(text))


def _without_date(block: Block, line: Line) -> Line:
    """Takes the date that stands behind a title off its line: "Chief Financial Officer August 11, 1997"."""
    dates = find_dates(line.text) if len(line.text) <= 160 else []
    if not dates or date_of(line) or dates[-1][1] < len(line.text.rstrip(" .")):
        return line
    if not TITLE.search(line.text[: dates[-1][0]]):
        return line
    start = dates[-1][0]
    label = re.search(r"\W*(?:dated?:?)?\W*$", line.text[:start], re.I)
    if not block.date_line:
        block.date = dates[-1][2]
        block.date_line = Line(
            line.start + start, line.start + start, line.start + dates[-1][1], line.text[start : dates[-1][1]]
        )
    end = label.start() if label else start
    return Line(line.begin, line.start, line.start + end, line.text[:end], line.label)


def _continues(block: Block, text: str) -> bool:
    if not block.titles:
        return is_title(text)
    if text in (line.text for line in block.titles) or len(block.titles) > 3:
        return False
    last = block.titles[-1].text
    if is_title(text) and not block.beside:
        return True
    if len(text) < 60 and _COMMITTEE.search(text):
        return True  # "Chairman, Compensation" / "and Management Committee"
    if len(text) > 60:
        return False
    return (
        bool(OPEN_END.search(last.rstrip()) or last.count("(") > last.count(")"))
        or text[:1] in "(&"
        or (text[:1].islower() and is_title(text))
    )


def _add_title(block: Block, line: Line, text: str) -> None:
    at = line.text.rfind(text)
    start = line.start + max(at, 0)
    block.titles.append(
        Line(line.begin if line.label == "title" else start, start, start + len(text), text, line.label)
    )


def date_of(line: Line) -> str | None:
    """The ISO date of a line that is a date and nothing else."""
    if len(line.text) > 60:
        return None
    dates = find_dates(line.text)
    rest = len(line.text) - sum(end - start for start, end, _ in dates)
    return (
        dates[-1][2]
        if dates
        and (line.label == "date" or rest <= 10 or (re.match(r"\D{0,25},? ?$", line.text[: dates[0][0]]) and rest < 28))
        else None
    )
