"""Pipeline tables → special statuses of drugs that a cell of its own tells: "RMAT; PRIME; rare pediatric disease"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.designation_words import GATE, Status, find_agencies, find_statuses, is_doubtful
from kg.extract.late import late
from kg.extract.mentions import DiseaseMention, Mentions
from kg.extract.program_tables import Row, rows_of
from kg.model import DesignationClaim, DocumentText, OrgRef, Source

CONFIDENCE = 0.9
_BESIDE = late(
    r"(?:\b(?:designations?|designated|status|granted|received|drug|product|medicinal|therapy|medicine|for|in|by|the|FDA|EMA|EC|"
    r"EU|US|U\.S\.|MHRA|PMDA|NMPA|Japan|Europe|European|Commission|Union|United States|yes|of|(?:19|20)\d\d|"
    r"January|February|"
    r"March|April|May|June|July|August|September|October|November|December|\d{1,2})(?!\w)|[\s().:;,/•·|*†‡✓✔√-]|and\b)*",
    re.I,
)
"""What may stand in the cell besides the statuses."""


def table_statuses(mentions: Mentions, document: DocumentText, rule: str) -> Iterator[DesignationClaim]:
    """Every status that a cell of a table, which holds nothing else, gives to the drug of its row."""
    text, sequence = document.text, document.sequence
    if "\t" not in document.layout or GATE.search(text) is None:
        return
    context = mentions.context
    for row in rows_of(document):
        if GATE.search(text, row.start, row.end) is None:
            continue
        drugs = {m.name for m in mentions.compounds_in(sequence, row.start, row.end)}
        found = mentions.indications_in(sequence, row.start, row.end)
        if len(drugs) != 1:
            continue
        for cell in row.cells:
            ill = _of_row(row, cell.start, cell.end, found)
            if ill is None:
                continue
            for status, high in _statuses(text, cell.start, cell.end):
                agencies: list[str | None] = [*find_agencies(text, status.start, high)] or [None]
                for agency in agencies:
                    yield DesignationClaim(
                        status.kind, next(iter(drugs)), ill.ref,
                        Source(rule, CONFIDENCE, (context.evidence(sequence, row.start, row.end),)),
                        OrgRef(agency) if agency else None, None, None,
                    )  # fmt: skip


def _of_row(row: Row, start: int, end: int, found: tuple[DiseaseMention, ...]) -> DiseaseMention | None:
    """The one disease of a row outside the cell of statuses."""
    others = [d for d in found if not start <= d.start < end]
    return others[0] if len({d.ref.name.lower() for d in others}) == 1 else None


def _statuses(text: str, start: int, end: int) -> Iterator[tuple[Status, int]]:
    """The statuses of a cell that holds nothing else, each with where what belongs to it ends."""
    if GATE.search(text, start, end) is None or is_doubtful(text[start:end]):
        return
    named = find_statuses(text, start, end)
    bounds = zip([start, *(s.end for s in named)], [*(s.start for s in named), end], strict=True)
    if all(_BESIDE.fullmatch(text[low:high]) for low, high in bounds):
        yield from zip(named, [*(s.start for s in named[1:]), end], strict=True)
