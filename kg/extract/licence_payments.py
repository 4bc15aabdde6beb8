"""Part of a sentence that speaks of an agreement → its sums and royalties added to the record of the agreement."""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.extract.late import late
from kg.extract.licence_apart import nothing_due, paid_for
from kg.extract.licence_money import Paid, new_milestones_in, sums_in
from kg.extract.licence_record import Record, Span
from kg.extract.licence_royalties import replaces_rates, royalties_in

_DEFINITE = late(r"\bthe $", re.I)
_AMENDING = late(r"\b(?:amended|amends|amending|amendment|extended|enlarged|modified)\b", re.I)
_FOR_AMENDMENT = late(
    r"(?<!as )\b(?:amend(?:ed|s|ing|ment)|modified|enlarged|extended|adding|added)\b(?![^.;]{0,30}\brestat)[^.;]{0,120}(?:\b(?:for|in (?:exchange|return|consideration) for|in consideration of) which\b|\bin (?:exchange|return) for\b|\bin consideration\b)"
    r"|\b(?:for|in (?:exchange|return|consideration) (?:for|of)|in connection with|on|upon|as part of|under) (?:the|this|that|such|an|each|signing the) (?:\w+ )?amendment\b",
    re.I,
)
"""What was paid for a change of an agreement is no price of the agreement."""


def add_payments(
    record: Record,
    text: str,
    span: Span,
    opened: bool,
    before: str,
    records: Sequence[Record],
    granted: Callable[[Record], str],
) -> bool:
    """Whether the clause, which `before` precedes in its sentence, told of a payment; `records` are the last ones read."""
    used = _add_sums(record, text, span, opened, before, records)
    rates = royalties_in(text)
    if rates and replaces_rates(text):
        record.royalties = []
    split = paid_for(text, record, records, granted) if record.apart and rates else ((text, record),)
    for piece, payable in split:
        found = rates if piece is text else royalties_in(piece) or royalties_in(piece + " of net sales")
        payable.royalties += [(low, high, span) for low, high in found]
    return used or bool(rates)


def _add_sums(
    record: Record, text: str, span: Span, opened: bool, before: str, records: Sequence[Record]
) -> bool:
    used = False
    sums = sums_in(text, record.kind == "option")
    if record.status == "amended" or _AMENDING.search(before + text):
        sums = [p for p in sums if p.kind != "upfront" or not _FOR_AMENDMENT.search(before + text[: p.end + 60])]
    changed = None if opened else new_milestones_in(text)
    if changed:
        record.milestones, sums, used = [(changed, True, span)], [], True
    if not opened and any(_of_another(record, paid, text, records) for paid in sums):
        sums = []
    for paid in sums:
        target = record.upfront if paid.kind == "upfront" else record.milestones
        if not any(a.value == paid.amount.value and told != span for a, _, told in target):
            target.append((paid.amount, paid.whole, span))
        used = True
    if record.apart and not opened and nothing_due(text):
        record.upfront, record.milestones = [], []
    return used


def _of_another(record: Record, paid: Paid, text: str, records: Sequence[Record]) -> bool:
    """Is "the $11 million in milestones" the sum told of another agreement before?"""
    if not _DEFINITE.search(text, max(0, paid.start - 6), paid.start):
        return False
    known = [r.upfront if paid.kind == "upfront" else r.milestones for r in (record, *records)]
    here, *others = [any(a.value == paid.amount.value for a, _, _ in sums) for sums in known]
    return not here and any(others)
