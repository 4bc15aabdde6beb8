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

NEAR = 400
"""So many characters behind the milestones told before stand those that are added to them."""
_ALSO = late(r"^\W*(?:In addition|Additionally|Further|Furthermore|Moreover|Beyond that|Besides)\b|\balso\b|\b(?:additional|further)\b", re.I)
_MORE = late(r"\b(?:[Rr]emaining|additional|further)\b")
_AT_MOST = late(r"\bup to\b|\bmay\b|\bcould\b|\bmaximum\b|\bpotential|\beligible\b|\btotal|\baggregate\b|\bas much as\b", re.I)
_KINDS = late(r"\b(?:clinical|development|regulatory|approval|sales|commercial|research)\b")
"""What milestones are for."""
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
    if any(p.kind == "milestone" for p in sums):
        span = _together(record, text, span)
    for paid in sums:
        target = record.upfront if paid.kind == "upfront" else record.milestones
        if not any(a.value == paid.amount.value and told != span for a, _, told in target):
            target.append((paid.amount, paid.whole, span))
        used = True
    if record.apart and not opened and nothing_due(text):
        record.upfront, record.milestones = [], []
    return used


def _together(record: Record, text: str, span: Span) -> Span:
    """The passage of milestones that come on top of those told just before, taken together with theirs, else `span`."""
    before, record.milestone_text = record.milestone_text, text
    near = [told for _, _, told in record.milestones if told[0] == span[0] and 0 <= span[1] - told[2] < NEAR]
    if not near:
        return span
    other_kind = set(_KINDS.findall(text.lower())) - set(_KINDS.findall(before.lower()))
    if not ((_ALSO.search(text) and other_kind) or (_MORE.search(text) and not _AT_MOST.search(before))):
        return span
    both = (span[0], near[-1][1], span[2])
    record.milestones = [(a, whole, both if told == near[-1] else told) for a, whole, told in record.milestones]
    record.milestone_text = before + " " + text
    return both


def _of_another(record: Record, paid: Paid, text: str, records: Sequence[Record]) -> bool:
    """Is "the $11 million in milestones" the sum told of another agreement before?"""
    if not _DEFINITE.search(text, max(0, paid.start - 6), paid.start):
        return False
    known = [r.upfront if paid.kind == "upfront" else r.milestones for r in (record, *records)]
    here, *others = [any(a.value == paid.amount.value for a, _, _ in sums) for sums in known]
    return not here and any(others)
