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
    r"licensors?|licensees?|sub-?licensees?|partners?|(?:other |counter-?)?part(?:y|ies)|collaborators?|institutions?|company|with whom|^with$|counter-?part|other side|^who$|grantors?|grantees?",
    re.I,
)
_ABOUT = late(
    r"licen[cs]|royalt|milestone|territor|region|field|grant|rights|up-?front|compound|product|subject|signed|executed|scope|terms|exclusiv|countr|\barea|direction|agreement|\bdated?\b|^wh(?:at|ere|en)$",
    re.I,
)
_ROLE = r"(?:role|part|position|capacity|interest|side|status)"
_DIRECTION = late(rf"direction|^(?:in|inbound|inward)(?:/| or | / )out|^way\b|our {_ROLE}\b|{_ROLE} of (?:the company|the registrant|us)|(?:company|registrant)['’]s {_ROLE}\b|^we are$|licen[cs]ed (?:in|from) or (?:out|to)", re.I)
"""The head of a column that says which way a right goes."""
_INWARD = late(r"\bto us\b|\bin-?licen|\blicen[cs]ed (?:to us|from)|\bwe (?:hold|license)\b|^inbound", re.I)
_OUTWARD = late(r"\bfrom us\b|\bout-?licen|\blicen[cs]ed (?:by us|to (?!us))|^outbound|\bby us\b", re.I)
_IN = late(r"\W*(?:(?:as |sole |exclusive |non-?exclusive |the )*(?:sub-?)?licensee\b|(?:holder|grantee|owner) of (?:an? |the )?(?:option|rights?)|optionee|assignee|buyer|grantee|in\b|inward|inbound|into\b|in-?licen|from\b|received|(?:sub-?)?licensees?\b|we (?:hold|have|are (?:the )?licensee)|to (?:us|the company)\b)", re.I)
_OUT = late(r"\W*(?:(?:as |sole |exclusive |non-?exclusive |the )*(?:sub-?)?licensor\b|(?:grantor|giver) of (?:an? |the )?(?:option|rights?)|optionor|assignor|seller|grantor|out\b|outward|outbound|out-?licen|to\b|given|granted|(?:sub-?)?licensors?\b|we (?:grant|gave|are (?:the )?licensor)|from (?:us|the company)\b|by (?:us|the company)\b)", re.I)
_IN_LICENCE = late(r"\W*(?:(?:co-|non-?)?exclusive |worldwide |patent |sole )*in-?licen[cs]", re.I)
_OUT_LICENCE = late(r"\W*(?:(?:co-|non-?)?exclusive |worldwide |patent |sole )*out-?licen[cs]", re.I)
"""A cell that says by its first words which way the right goes: "Exclusive out-licence, NB-101"."""
_TAIL = late(r"(?:^|[:;,(–—-] ?)(?P<way>from|to) [^:;,()]{2,60}\)?$")
"""A cell that ends with from whom or to whom: "Acme GmbH, Cross-License (2018): to Acme"."""
_YES, _NO = late(r"\W*yes\b", re.I), late(r"\W*no\b", re.I)
_ALL_PLACES = late(r"\W*(?:all|everywhere|world|global|all countries|whole world|no limit)\W*$", re.I)
_ENDED = late(r"\bterminated\b|\bexpired\b|\blapsed\b|\breturned\b", re.I)


def header_of(cells: list[str]) -> tuple[str, ...] | None:
    """The labels of a table of licences when `cells` is its head, else None."""
    if not 3 <= len(cells) <= 12 or any(len(c) > 60 for c in cells):
        return None
    if not any(_PARTY.search(c.strip()) for c in cells[:2]) and not any(_DIRECTION.search(c) for c in cells):
        return None
    return tuple(c.lower() for c in cells) if sum(bool(_ABOUT.search(c)) for c in cells) >= 2 else None


def _roles(labels: tuple[str, ...], cells: list[str], column: int, filer: OrgRef, other: OrgRef) -> tuple[OrgRef, OrgRef] | None:
    """(licensor, licensee) by a column of the direction, the head of the party column, or "to us" / "from us" in the row."""
    head, row = labels[column], " ".join(cells[1:])
    way = next((cell for label, cell in zip(labels, cells, strict=False) if _DIRECTION.search(label)), "")
    if _IN.match(way):
        return other, filer
    if _OUT.match(way):
        return filer, other
    given = next((cell for cell in cells[1:] if _IN_LICENCE.match(cell) or _OUT_LICENCE.match(cell)), "")
    if given:
        return (other, filer) if _IN_LICENCE.match(given) else (filer, other)
    tail = _TAIL.search(cells[column])
    if tail:
        return (other, filer) if tail["way"] == "from" else (filer, other)
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
    column = next((i for i, label in enumerate(labels) if _PARTY.search(label)), 0)
    if column >= len(spans):
        return None
    others = [m.org for m in context.orgs_in(sequence, *spans[column]) if m.org != context.filer]
    row = text[spans[0][0] : spans[-1][1]]
    roles = others and _roles(labels, [text[a:b] for a, b in spans], column, context.filer, others[0])
    if not roles:
        return None
    record = Record((roles[0],), (roles[1],), rule="license-table-row", sequence=sequence, granted=True)
    record.kind = (
        "option"
        if re.search(r"\boption\b|optionee", row, re.I)
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
        elif re.search(r"exclusiv", label) and (_YES.match(cell) or _NO.match(cell)):
            record.exclusivity = "exclusive" if _YES.match(cell) else "non-exclusive"
        elif re.search(r"countr|territor|\barea|region|where", label) and _ALL_PLACES.match(cell):
            record.territory = {"worldwide": ()}
        elif re.search(r"paid|up-?front|received|signing|initial|fee|outset|cash", label):
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
