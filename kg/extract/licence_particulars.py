"""A contract that tells its terms in a list of labels ("Countries", "Entry Payment") → what its main grant leaves to them.

Cover sheets, particulars and schedules of key terms give each term a line: the label, then its value. A list counts when
several of its labels are those of licences, so that an address block or a price list is none.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.extract.late import late
from kg.extract.licence_apart import by_place
from kg.extract.licence_record import Record
from kg.extract.licence_terms import exclusivity_in, territories_in
from kg.extract.mentions import Mentions
from kg.extract.money import find_money, find_rates
from kg.model import DocumentText

_LINE = late(r"(?:^|\n)(?:\(?\w{1,3}[.)] ?)?[“\"]?(?P<label>[A-Z][\w’' /&-]{2,44}?)[”\"]?(?:\t|: ?\t?)(?P<value>[^\n\t]{1,400})(?=\n|$)")
_KINDS = {
    "territory": late(r"(?:licen[cs]ed |the )?(?:territor(?:y|ies)|countr(?:y|ies)|area|regions?|markets?)(?: covered| licen[cs]ed)?", re.I),
    "field": late(r"(?:licen[cs]ed |permitted |the )?(?:field(?: of use)?|purpose|indications?|uses?|disease)", re.I),
    "thing": late(r"(?:licen[cs]ed |the )?(?:compound|product|substance|molecule|drug|antibody|vaccine|subject(?: matter)?)s?", re.I),
    "exclusivity": late(r"(?:exclusivity|character|nature|type|grant|kind)(?: of (?:the )?(?:licen[cs]e|rights?|grant))?|licen[cs]e (?:type|grant)", re.I),
    "upfront": late(r"(?:entry|up-?front|initial|signing|signature|licen[cs]e|down|access|issue|first)(?: licen[cs]e)? (?:payment|fee|sum)", re.I),
    "milestone": late(r"(?:\w+ )?(?:milestones?(?: payments?)?|event payments?|contingent payments?|success payments?)", re.I),
    "royalty": late(r"(?:earned |running )?(?:royalt(?:y|ies)(?: rates?)?|running payments?)", re.I),
}
"""What the label of a line is about."""
_CLAUSES = late(r"[;.] (?=[A-Z])|; ")
_LEAST = 4
"""So many labels of licences make a list of terms."""
_OPENING = 20_000
"""In so many characters a contract gives its particulars."""


@dataclass(frozen=True, slots=True)
class Term:
    """A line of the list: what it is about, and where its value stands."""

    kind: str
    start: int
    end: int


def particulars(layout: str) -> list[Term]:
    """The terms a contract lists, in order; none when it has no such list."""
    found = [
        Term(kind, match.start("value"), match.end("value"))
        for match in _LINE.finditer(layout, 0, _OPENING)
        for kind, label in _KINDS.items()
        if label.fullmatch(match["label"].strip())
    ]
    return found if len({term.kind for term in found}) >= _LEAST else []


def fill(document: DocumentText, records: Sequence[Record], mentions: Mentions) -> Iterator[Record]:
    """Adds to the main grant what the list tells; yields a second record where it is exclusive for some places only."""
    terms = particulars(document.layout)
    main = next((r for r in records if r.directed and r.granted and r.kind != "option" and r.status is None), None)
    if not terms or main is None:
        return
    granted = " ".join(document.text[start:end] for sequence, start, end in main.grant_spans if sequence == document.sequence)
    if any(t.kind == "territory" for t in terms) and not territories_in(granted):
        main.territory = {}  # what other clauses say of places is said of other rights
    if any(t.kind == "exclusivity" for t in terms) and not exclusivity_in(granted):
        main.exclusivity = None
    for term in terms:
        _add(main, term, document, mentions)
    told = next((t for t in terms if t.kind == "exclusivity"), None)
    parts = by_place(document.text[told.start : told.end], main.territory) if told and len(main.territory) > 1 else []
    if len(parts) == 2 and {p for _, where in parts for p in where} == set(main.territory):
        other = replace(main, exclusivity=parts[1][0], territory=parts[1][1], upfront=[], milestones=[], royalties=[], apart=True)
        other.compounds, other.indications, other.rights = dict(main.compounds), dict(main.indications), dict(main.rights)
        other.spans, other.grant_spans = dict(main.spans), dict(main.grant_spans)
        main.exclusivity, main.territory, main.apart = parts[0][0], parts[0][1], True
        _share_royalty(main, other, next((t for t in terms if t.kind == "royalty"), None), document)
        yield other


def _share_royalty(main: Record, other: Record, term: Term | None, document: DocumentText) -> None:
    """Rates that a line tells of each place ("Korea: 13% to 18%. Thailand: 10%") are those of the right for that place."""
    if term is None:
        return
    span = (document.sequence, term.start, term.end)
    rates: dict[int, list[tuple[Decimal, Decimal, tuple[int, int, int]]]] = {id(main): [], id(other): []}
    for clause in _CLAUSES.split(document.text[term.start : term.end]):
        places = {p.label for p in territories_in(clause)}
        owners = [r for r in (main, other) if any(k == p or k.endswith(f" of {p}") for k in r.territory for p in places)]
        if len(owners) == 1:
            rates[id(owners[0])] += [(r.low, r.high, span) for r in find_rates(clause)]
    if all(rates.values()):
        main.royalties, other.royalties = rates[id(main)], rates[id(other)]


def _add(record: Record, term: Term, document: DocumentText, mentions: Mentions) -> None:
    """What one line of the list tells, unless the record knows it."""
    text, span = document.text[term.start : term.end], (document.sequence, term.start, term.end)
    before = (dict(record.territory), dict(record.indications), dict(record.compounds), record.exclusivity, len(record.upfront), len(record.milestones), len(record.royalties))
    if term.kind == "territory":
        record.territory = record.territory or {p.label: p.excluded for p in territories_in(text)}
    elif term.kind == "field":
        record.indications = record.indications or {d.ref.name: d.ref for d in mentions.indications_in(*span)}
    elif term.kind == "thing":
        record.compounds = record.compounds or dict.fromkeys(m.name for m in mentions.compounds_in(*span))
    elif term.kind == "exclusivity":
        record.exclusivity = record.exclusivity or exclusivity_in(text)
    elif term.kind == "royalty":
        record.royalties = record.royalties or [(r.low, r.high, span) for r in find_rates(text)]
    else:
        sums = record.upfront if term.kind == "upfront" else record.milestones
        if not sums:
            sums += [(amount, True, span) for amount in find_money(text)[:1]]
    after = (record.territory, record.indications, record.compounds, record.exclusivity, len(record.upfront), len(record.milestones), len(record.royalties))
    if before != after:
        record.spans[span] = None
