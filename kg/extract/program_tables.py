"""Pipeline tables → stages of development: by row a drug, its disease and its stage, told or marked under headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.late import late
from kg.extract.mentions import DiseaseMention, Mentions
from kg.extract.program_phrases import Trigger, find_triggers
from kg.extract.program_roles import judge, segments
from kg.extract.program_status import PERIOD
from kg.extract.program_text import Stage, rule_of
from kg.model import DocumentText, IndicationRef


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text span."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: its span and cells, empty cells included."""

    start: int
    end: int
    cells: tuple[Cell, ...]


_BULLET = late(r"[•·●▪◦‣\-–—*■o§]?$|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]$")
_BAR = late(
    r"[■●▪◼⬛█▓✓✔√☑☒→►▶➔Xx•*⬤◆>\-–—=_ ]{1,80}(?:$|(?= ?(?:ongoing|complete|planned|enrolling|in progress|under)))", re.I
)


_COURSE = late(
    r"(?:(?:now |currently )?(?:ongoing|enrolling|recruiting|active|completed?|planned|in progress|under ?way|"
    r"initiated|dosing|"
    r"discontinued|terminated|suspended|stopped|to start|starting|start)\b.{0,40}|(?:[1-4]Q|Q[1-4]|[12]H|H[12]) "
    r"?(?:19|20)?\d\d)$",
    re.I,
)
"""A cell under a stage that says its course in words."""
_OPEN = late(
    r"[○◯◌☐□▢◇△] ?(?:(?:to )?(?:start|begin|open|enter)\w*|planned|expected|IND|Q[1-4]|[1-4]Q|[12]H|H[12]|(?:19|"
    r"20)\d\d)\b.{0,40}$",
    re.I,
)
"""An empty mark under a stage with when it is to be filled: "○ start Q3 2023"."""
_TO_COME = late(
    r"(?:(?:next|upcoming|anticipated|expected|planned|future|near-term|key) )+(?:\w+ )?(?:milestones?|steps?|events?|"
    r"catalysts?)",
    re.I,
)
"""The heading of a column that says what is to come."""
_PHASE_COLUMN = late(r"(?:clinical |current |development )?(?:phase|stage)(?: of development)?$", re.I)
_BARE_PHASE = late(r"(I{1,3}|[1-3])([ab])?(?: ?[/-] ?(I{2,3}|[23])[ab]?)?(?= ?\(|$)")


def _bare_phase(text: str, cell: Cell) -> list[Trigger]:
    """The stage that a cell under "Phase" gives by its number alone."""
    match = _BARE_PHASE.match(text[cell.start : cell.end].strip())
    if match is None:
        return []
    first, second = (str(len(n)) if n and n[0] == "I" else n or "" for n in (match[1], match[3]))
    phase = f"{first}-{second}" if second > first else first
    return [Trigger(cell.start, cell.end, phase, "" if second > first else match[2] or "")]


_BARE_STAGE = late(
    r"(?:(?P<approved>Approved|Cleared)|(?P<marketed>Marketed|On (?:the )?market|Launched|Commercially available)|"
    r"(?P<filed>Filed|Submitted|(?:Under|In) (?:regulatory |FDA |agency )?review|(?:Pre-?)?[Rr]egistration))\b"
    r"(?! (?:Products?|for|Indications?|Uses?)\b).{0,40}$"
)


def _bare_stage(text: str, cell: Cell) -> list[Trigger]:
    """The stage that a cell tells by one word: "Marketed (U.S.)"."""
    match = _BARE_STAGE.match(text, cell.start, cell.end) if cell.end - cell.start < 60 else None
    return [Trigger(cell.start, match.end(), match.lastgroup or "", "", "active")] if match else []


def rows_of(document: DocumentText) -> tuple[Row, ...]:
    """Table rows with at least two filled cells; bulleted paragraphs set as tables are prose and left out."""
    if "\t" not in document.layout:
        return ()
    rows: list[Row] = []
    position = 0
    for line in document.layout.split("\n"):
        if "\t" in line:
            cells: list[Cell] = []
            at = position
            for part in line.split("\t"):
                cells.append(Cell(at, at + len(part)))
                at += len(part) + 1
            filled = [c for c in cells if document.layout[c.start : c.end].strip()]
            first = document.layout[filled[0].start : filled[0].end].strip() if filled else ""
            if len(filled) >= 2 and not (len(filled) == 2 and _BULLET.match(first)):
                rows.append(Row(position, position + len(line), tuple(cells)))
        position += len(line) + 1
    return tuple(rows)


def _tables(rows: tuple[Row, ...]) -> Iterator[list[Row]]:
    """Rows that follow each other directly."""
    table: list[Row] = []
    for row in rows:
        if table and row.start - table[-1].end > 120:
            yield table
            table = []
        table.append(row)
    if table:
        yield table


def table_stages(
    mentions: Mentions, document: DocumentText, rows: tuple[Row, ...], topic: str | None
) -> Iterator[Stage]:
    """Every stage that the tables of a document state."""
    for table in _tables(rows):
        start, end = table[0].start, table[-1].end
        if not re.search(
            r"(?i)phase|clin(?:ical|\.)|\bph\.? ?[1-3]\b|discovery|marketed|approved|\bNDA\b|\bBLA\b|"
            r"\bIND\b", document.text[start:end]
        ):
            continue
        yield from _table(mentions, document, table, topic)


def _table(mentions: Mentions, document: DocumentText, table: list[Row], topic: str | None) -> Iterator[Stage]:
    sequence, text = document.sequence, document.text
    header: list[Trigger | None] = []
    heading: Row | None = None
    column: int | None = None
    coming: int | None = None
    drug: str | None = None
    diseases: tuple[DiseaseMention, ...] = ()
    named = any(mentions.compounds_in(sequence, row.start, row.end) for row in table)
    last = table[0].end
    width = 0
    if not named:
        before = mentions.last_before(sequence, table[0].start, table[0].start - 400)
        drug = before.name if before else topic
    bars = any(sum(_is_marked(text, c, _BAR) for c in row.cells) > 1 for row in table)
    for row in table:
        drugs = mentions.compounds_in(sequence, row.start, row.end)
        found = mentions.indications_in(sequence, row.start, row.end)
        triggers = [find_triggers(text, c.start, c.end) for c in row.cells]
        if not drugs and not found:
            heads = [i for i, c in enumerate(row.cells) if _TO_COME.match(text[c.start : c.end].strip())]
            coming = heads[0] - len(row.cells) if heads else coming
            named_phase = [i for i, c in enumerate(row.cells) if _PHASE_COLUMN.match(text[c.start : c.end].strip())]
            column = named_phase[0] if len(named_phase) == 1 else column
        else:
            triggers = [ts or _bare_stage(text, c) for ts, c in zip(triggers, row.cells, strict=True)]
        if (drugs or found) and column is not None and column < len(row.cells) and not triggers[column]:
            triggers[column] = _bare_phase(text, row.cells[column])
        pure = [
            bool(t) and t[0].end - t[0].start >= (c.end - c.start) - 14
            for t, c in zip(triggers, row.cells, strict=True)
        ]
        if not drugs and not found and sum(pure) >= 2:
            header, heading = [t[0] if p else None for t, p in zip(triggers, pure, strict=True)], row
            continue
        above = mentions.compounds_in(sequence, last, row.start)
        last = row.end
        if above and not drugs:
            drug, diseases = above[-1].name, ()  # a line of its own over the rows of its uses
        if drugs:
            width = len(row.cells)
        elif len(row.cells) == width and _is_unread(text, row, found) and not above:
            drug = None  # its first cell names a drug that was not read
        if drugs:
            if drugs[0].name != drug:
                diseases = ()
            drug = drugs[0].name
        if found:
            diseases = tuple(d for d in found if not _in_stage(d, row, triggers)) or tuple(found)
        if drug is None or not (named or found):
            continue  # a table that names no drug tells stages only of diseases
        spans = ((sequence, row.start, row.end),)
        refs: list[IndicationRef | None] = [d.ref for d in diseases] if found or not drugs else []
        staged = [(cell, ts) for cell, ts in zip(row.cells, triggers, strict=True) if ts]
        if staged:
            alone = sum(len(ts) for _, ts in staged) == 1
            late_cell = row.cells[coming] if coming is not None and row.cells[coming:] else None
            past = late_cell.start if late_cell and late_cell.start > staged[0][0].end else row.end
            for cell, ts in staged:
                for begin, stop, trigger in segments(text, cell.start, cell.end, ts):
                    if trigger.phase == "marketed" and not re.search(
                        r"(?i)market|sold|launch", text[trigger.start : trigger.end]
                    ):
                        continue
                    verdict = judge(text, *((row.start, past) if alone else (begin, stop)), trigger)
                    if verdict is None:
                        continue
                    status, said = verdict
                    if trigger.phase != "marketed" and _ENDED.match(text, cell.start, cell.end):
                        status, said = "discontinued", True
                    elif trigger.phase[0].isdigit() and (not said or status == "completed") and _is_later(
                        text, trigger.end, stop, mentions.context.read.filing.filed
                    ):
                        status, said = "planned", True
                    if not said and cell is late_cell:
                        status, said = "planned", True
                    planned = PERIOD.search(text, trigger.end, stop) if status == "planned" else None
                    for ref in refs or (
                        [None] if trigger.phase not in ("marketed", "approved", "filed", "ind") else []
                    ):
                        yield Stage(
                            drug,
                            ref,
                            trigger.phase,
                            trigger.part,
                            status,
                            said,
                            True,
                            rule_of(trigger.phase, status),
                            spans,
                            planned[0] if planned else None,
                        )
            continue
        if header and heading and len(row.cells) <= len(header) + 1:
            marked = [i for i, c in enumerate(row.cells) if i < len(header) and header[i] and _is_marked(text, c, _BAR)]
            if len(marked) == 1 and not bars and len(row.cells) < len(header):
                continue  # empty cells are gone: one mark may stand under any heading
            headed = [i for i in range(min(len(row.cells), len(header))) if header[i]]
            opened = [i for i in headed if _is_marked(text, row.cells[i], _OPEN)]
            marked = opened[:1] or marked[-1:]
            if not marked and len(row.cells) == len(header):
                marked = [i for i, c in enumerate(row.cells) if header[i] and _is_marked(text, c, _COURSE)]
            for index in marked:
                trigger_at = header[index]
                assert trigger_at is not None
                cell = row.cells[index]
                status, said = judge(text, cell.start, cell.end, Trigger(cell.start, cell.start, trigger_at.phase)) or (
                    "active",
                    False,
                )
                if index in opened:
                    status, said = "planned", True
                for ref in refs or [None]:
                    yield Stage(
                        drug,
                        ref,
                        trigger_at.phase,
                        trigger_at.part,
                        status,
                        said,
                        True,
                        "stage-chart_1",
                        ((sequence, heading.start, heading.end), *spans),
                    )


_ENDED = late(
    r"\s*(?:Closed|Ended|Dropped|Stopped|Abandoned|Given up|Shelved|Discontinued|Terminated|Halted|Withdrawn)\b"
    r"(?! (?:to|for) (?:new |further )?(?:enrol|accrual|recruit|patients))",
    re.I,
)
"""A cell that opens with the end of what it tells: "Closed in February after mouse studies"."""
_WHEN = late(r",? ?(?:\(|[-–—:] ?|in |by |during |from |starts? (?:in )?|for )?(?:(?:early|mid|late|spring|"
             r"summer|fall|autumn|winter|"
             r"[1-4]Q|Q[1-4]|[12]H|H[12])[ -]?(?:of )?)?((?:19|20)\d\d)\b")  # fmt: skip


def _is_later(text: str, start: int, end: int, filed: str | None) -> bool:
    """Does a year after that of the filing stand right behind a stage: "Phase II in 2002"?"""
    match = _WHEN.match(text, start, end)
    return match is not None and filed is not None and match[1] > filed[:4]


def _is_unread(text: str, row: Row, found: Sequence[DiseaseMention]) -> bool:
    """Does the first cell of a row hold something that is neither empty nor its disease?"""
    first = row.cells[0]
    return bool(found) and found[0].start >= first.end and bool(text[first.start : first.end].strip())


def _is_marked(text: str, cell: Cell, mark: re.Pattern[str]) -> bool:
    return mark.match(text[cell.start : cell.end].strip() or "?") is not None


def _in_stage(disease: DiseaseMention, row: Row, triggers: list[list[Trigger]]) -> bool:
    return any(ts and c.start <= disease.start < c.end for c, ts in zip(row.cells, triggers, strict=True))
