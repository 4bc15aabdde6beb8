"""A licence agreement filed as an exhibit → what its definitions and its date add to the grants read from its clauses."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from decimal import Decimal

from kg.extract.contract import read_contract
from kg.extract.dates import find_dates
from kg.extract.late import late
from kg.extract.licence_record import Record
from kg.extract.licence_terms import territories_in
from kg.extract.mentions import Mentions
from kg.extract.money import Amount, find_money
from kg.model import DocumentText

_DEFINED = late(
    r"[\"“](?:the )?([A-Z][\w -]{2,40}?)[\"”]\)?,?(?: \([^)]{1,40}\))?(?::|,? (?:means|shall mean|is|are|refers? to|shall refer to|has the meaning|comprises|includes)\b)"
)
_INLINE = late(r"\((?:the |each,? an? |an? )?[\"“](?:the )?([A-Z][\w -]{2,40}?)[\"”]\)")
_TERRITORY, _FIELD = late(r"territor|\bmarkets?$|\bregions?$|\bcountr(?:y|ies)$|\barea$|\bworld$", re.I), late(r"\bfield|indication|purpose|\buse$", re.I)
_THING = late(
    r"compound|product|drug|molecule|substance|antibod|vaccine|preparation|material|candidate|vector|construct", re.I
)

_BEYOND = late(r"\boutside (?:of )?the (?:[A-Z]\w+ )?Territory\b")
_CALLED = late(r"(?:known|designated|referred to|coded|identified|called)(?: [^;.\"“]{0,40})?(?: as| by)? ?[\"“]?$")


def definitions_of(text: str, layout: str) -> dict[str, tuple[int, int]]:
    """Defined terms about territory, field and product → the passage that defines each."""
    found: dict[str, tuple[int, int]] = {}
    for match in _DEFINED.finditer(text):
        term = match[1].lower()
        if _TERRITORY.search(term) or _FIELD.search(term) or _THING.search(term):
            stop = layout.find("\n", match.end())
            stop = len(text) if stop < 0 else stop
            following = re.compile(r"\.\s+[\"“][A-Z]").search(text, match.end(), stop)
            found.setdefault(term, (match.end(), following.start() if following else min(stop, match.end() + 900)))
    for match in _INLINE.finditer(text):
        term = match[1].lower()
        if _THING.search(term) and term not in found and not re.search(r"agreement|liabilit", term):
            found[term] = (max(layout.rfind("\n", 0, match.start()) + 1, match.start() - 220), match.start())
    return found


_SCHEDULE = late(r"[Mm]ilestone[^\n]{0,400}?[:.]\s?\n((?:[^\n\t]+\t[^\n]+(?:\n|$)){2,40})")
_BARE = late(r"\d{1,3}(?:,\d{3})+")


def scheduled_milestones(layout: str) -> tuple[Amount, int, int] | None:
    """The payments of a table of milestones added up, with where it stands; None when a cell is not in dollars."""
    table = _SCHEDULE.search(layout)
    if not table:
        return None
    rows = table[1].rstrip("\n").split("\n")
    in_dollars = re.search(r"\$|\bdollars\b", rows[0], re.I) is not None
    values: list[Decimal] = []
    for row in rows:
        label, _, cell = row.rpartition("\t")
        money, bare = find_money(cell), _BARE.fullmatch(cell.strip())
        if money and money[0].currency != "USD":
            return None
        value = money[0].value if money else Decimal(bare[0].replace(",", "")) if bare and in_dollars else None
        if value is None:
            continue
        if re.match(r"\s*(?:total|aggregate)\b", label, re.I):
            values = [value]
            break
        values.append(value)
    total = sum(values, Decimal(0))
    start, end = table.start(), table.start(1) + len(table[1].rstrip("\n"))
    return (Amount(start, end, total, "USD"), start, end) if total else None


def complete(document: DocumentText, records: list[Record], mentions: Mentions) -> None:
    """Fills what the grants of a contract leave to its definitions: territory, field, compound, date, kind."""
    text = document.text
    known = definitions_of(text, document.layout)
    contract = read_contract(text, document.layout)
    scheduled = scheduled_milestones(document.layout)
    for record in records:
        granted = " ".join(
            text[start:end] for sequence, start, end in record.grant_spans if sequence == document.sequence
        )
        if not record.granted and not re.search(r"hereby|grants", granted):
            continue
        present = re.search(r"\b(?:hereby|grants|sell, assign|assigns|sells)\b", granted) is not None
        if present and (not record.made or record.rule == "license-granted-listed") and not record.event:
            record.made = contract.effective_date or contract.agreement_date
            record.effective = bool(contract.effective_date)
            if not record.made:
                dated = find_dates(text[:3000])
                record.made = dated[0][2] if dated else None
        if present and contract.title and re.search(r"amended and restated", contract.title, re.I) and (
            restated := contract.effective_date or contract.agreement_date
        ):
            record.made, record.status = restated, "executed"  # a restated agreement bears its own date
        if present and contract.title and re.search(r"collaborati", contract.title, re.I):
            record.collaboration = True
        if (
            present
            and contract.title
            and re.search(r"(?<!licen[cs]e and )sub-?licen", contract.title, re.I)
            and re.search(r"sub-?licen(?!s?able)", granted, re.I)
        ):
            record.kind = record.kind or "sublicense"
        _apply(record, granted, known, document, mentions)
        if present and scheduled and not record.milestones:
            amount, start, end = scheduled
            record.milestones.append((amount, True, (document.sequence, start, end)))
            record.spans[(document.sequence, start, end)] = None
            scheduled = None


def _apply(
    record: Record, granted: str, known: dict[str, tuple[int, int]], document: DocumentText, mentions: Mentions
) -> None:
    low = granted.lower()
    sequence, text = document.sequence, document.text
    for term, (start, end) in known.items():
        if not re.search(rf"\b{re.escape(term)}(?:s|es)?\b", low):
            continue
        if _TERRITORY.search(term) and not record.territory:
            beyond = _BEYOND.search(granted)
            record.territory = {beyond[0]: ()} if beyond else {p.label: p.excluded for p in territories_in(text[start:end])}
        elif _FIELD.search(term) and not record.indications:
            record.indications = {d.ref.name: d.ref for d in mentions.indications_in(sequence, start, end)}
        if _THING.search(term) and not record.compounds:
            found = mentions.compounds_in(sequence, start, end)
            called = [m for m in found if _CALLED.search(text, max(start, m.start - 60), m.start)]
            record.compounds = dict.fromkeys(m.name for m in called or found)
            if not record.compounds:
                body = text[start:end].lower()
                for other, (a, b) in known.items():
                    if other != term and re.search(rf"\b{re.escape(other)}(?:s|es)?\b", body):
                        record.compounds |= dict.fromkeys(m.name for m in mentions.compounds_in(sequence, a, b))
            if not record.indications:
                fields = [
                    span for other, span in known.items() if _FIELD.search(other) and other in text[start:end].lower()
                ]
                for a, b in fields:
                    record.indications = {d.ref.name: d.ref for d in mentions.indications_in(sequence, a, b)}
