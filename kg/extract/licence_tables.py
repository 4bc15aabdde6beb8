"""Rows of a table of licences → records: the header says what each column holds and who gives."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re

from kg.extract.dates import find_dates
from kg.extract.document import Context
from kg.extract.late import late
from kg.extract.licence_money import sums_in
from kg.extract.licence_record import Record
from kg.extract.licence_sentence import shape_of
from kg.extract.licence_terms import exclusivity_in, territories_in
from kg.extract.mentions import Mentions
from kg.extract.money import find_money, find_rates
from kg.model import OrgRef

_PARTY = late(
    r"licensors?|licensees?|sub-?licensees?|partners?|(?:other |counter-?)?part(?:y|ies)|collaborators?|institutions?|company|with whom",
    re.I,
)
_ABOUT = late(
    r"licen[cs]|royalt|milestone|territor|region|field|grant|rights|up-?front|compound|product|subject|signed|executed|scope|terms",
    re.I,
)
_INWARD = late(r"\bto us\b|\bin-?licen|\blicen[cs]ed (?:to us|from)|\bwe (?:hold|license)\b|^inbound", re.I)
_OUTWARD = late(r"\bfrom us\b|\bout-?licen|\blicen[cs]ed (?:by us|to (?!us))|^outbound|\bby us\b", re.I)
_ENDED = late(r"\bterminated\b|\bexpired\b|\blapsed\b|\breturned\b", re.I)


def header_of(cells: list[str]) -> tuple[str, ...] | None:
    """The labels of a table of licences when `cells` is its head, else None."""
    if not 3 <= len(cells) <= 12 or any(len(c) > 45 for c in cells) or not _PARTY.search(cells[0] + " " + cells[1]):
        return None
    return tuple(c.lower() for c in cells) if sum(bool(_ABOUT.search(c)) for c in cells) >= 2 else None


def _roles(labels: tuple[str, ...], row: str, filer: OrgRef, other: OrgRef) -> tuple[OrgRef, OrgRef] | None:
    """(licensor, licensee) by the head of the party column, else by "to us" / "from us" in the row."""
    head = next(label for label in labels if _PARTY.search(label))
    if _INWARD.search(row):
        return other, filer
    if _OUTWARD.search(row):
        return filer, other
    if "licensee" in head or "partner" in head or "collaborator" in head:
        return filer, other
    if "licensor" in head or "institution" in head:
        return other, filer
    return None


def read_row(
    context: Context, mentions: Mentions, sequence: int, labels: tuple[str, ...], spans: list[tuple[int, int]]
) -> Record | None:
    """The agreement one row tells of; None when it names no organisation or no direction."""
    text = context.text(sequence)
    column = next(i for i, label in enumerate(labels) if _PARTY.search(label))
    if column >= len(spans):
        return None
    others = [m.org for m in context.orgs_in(sequence, *spans[column]) if m.org != context.filer]
    row = text[spans[0][0] : spans[-1][1]]
    roles = others and _roles(labels, " ".join(text[a:b] for a, b in spans[1:]), context.filer, others[0])
    if not roles:
        return None
    record = Record((roles[0],), (roles[1],), rule="license-table-row", sequence=sequence, granted=True)
    record.kind = (
        "option"
        if re.search(r"\boption\b", row, re.I)
        else "sublicense"
        if re.search(r"sub-?licen", row, re.I)
        else None
    )
    record.collaboration = bool(re.search(r"collaboration", row, re.I))
    if _ENDED.search(row):
        record.status = "terminated"
    span = (sequence, spans[0][0], spans[-1][1])
    for label, (start, end) in zip(labels, spans, strict=False):
        cell = text[start:end]
        money, rates = find_money(cell), find_rates(cell)
        if re.search(r"royalt", label):
            record.royalties += [(r.low, r.high, span) for r in rates]
        elif re.search(r"milestone|contingent|potential", label):
            record.milestones += [(a, False, span) for a in money]
        elif re.search(r"paid|up-?front|received|signing|initial|fee", label):
            record.upfront += [(a, False, span) for a in money if not re.match(r" (?:in )?milestone", cell[a.end :])]
        elif re.search(r"sign|execut|date|effective|entered|year", label) and not money:
            dated = find_dates(cell) or find_dates("in " + cell)
            record.made = dated[0][2] if dated and not _ENDED.search(cell[:40]) else None
        elif start != spans[column][0]:
            _free_cell(context, mentions, record, sequence, start, end, span)
    if record.made and record.status is None:
        record.status = "executed"
    record.spans[span] = None
    record.grant_spans[span] = None
    return record


def _free_cell(
    context: Context,
    mentions: Mentions,
    record: Record,
    sequence: int,
    start: int,
    end: int,
    span: tuple[int, int, int],
) -> None:
    """A cell in running words: whatever terms it holds."""
    sentence = shape_of(context, mentions, sequence, start, end)
    record.exclusivity = record.exclusivity or exclusivity_in(sentence.text)
    if not record.territory:
        record.territory = {p.label: p.excluded for p in territories_in(sentence.text)}
    vague = re.search(r"library|technolog|cell line|vector|process|device|platform|assay", sentence.text, re.I)
    if not record.compounds and not vague:
        record.compounds = dict.fromkeys(sentence.drugs_of(sentence.shape)[:2])
    for disease in mentions.indications_in(sequence, start, end):
        if re.search(r"\b(?:for|in|of) (?:the treatment of )?$", sentence.text[: disease.start - start]):
            record.indications[disease.ref.name] = disease.ref
    for paid in sums_in(sentence.text):
        (record.upfront if paid.kind == "upfront" else record.milestones).append((paid.amount, paid.whole, span))
    if re.search(r"royalt", sentence.text, re.I):
        record.royalties += [(r.low, r.high, span) for r in find_rates(sentence.text)]
    signed = re.search(r"(?:signed|executed|dated|effective|entered into)", sentence.text, re.I)
    if signed and not record.made:
        after = [d for d in find_dates(sentence.text) if d[0] > signed.start()]
        record.made = after[0][2] if after else None
