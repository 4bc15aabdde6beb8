"""A read filing and its claims → the text with every fact marked where it is stated: for the terminal and as HTML.

The page is what rule authors live in and what lets a reader check the graph against the filing without it.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from rich.console import Group
from rich.text import Text

from kg.model import (
    Claim,
    CompoundClaim,
    CompoundFact,
    CoverPageClaim,
    DesignationClaim,
    DocumentText,
    EquityStakeClaim,
    ExhibitClaim,
    FilingReferenceClaim,
    FormerNameClaim,
    Grant,
    IndicationRef,
    LicenseClaim,
    ListingClaim,
    OrganizationClaim,
    OrgRef,
    PatentOwnershipClaim,
    Payment,
    PositionClaim,
    ProgramClaim,
    QuantityClaim,
    ReadFiling,
    SignatureClaim,
    Source,
)

# kind of fact → (name, background for the page, style for the terminal); hues a colour-blind reader can tell apart,
# and every mark carries the number of its fact besides.
_KINDS: dict[str, tuple[str, str, str]] = {
    "licence": ("licence", "#ffd9a8", "black on orange1"),
    "programme": ("programme", "#e3d4f7", "black on plum1"),
    "designation": ("designation", "#fbf0a0", "black on khaki1"),
    "person": ("person", "#bfe0ff", "black on sky_blue1"),
    "compound": ("compound", "#d3f0c8", "black on pale_green1"),
    "organisation": ("organisation", "#e4e4e4", "black on grey78"),
}
"""Kind → label and colours; where several facts share a passage, it has the colour of the first of their kinds."""
_RANK = {kind: rank for rank, kind in enumerate(_KINDS)}


@dataclass(frozen=True, slots=True)
class Fact:
    """One marked fact: a number, its kind, one line of text, and why it is believed."""

    number: int
    kind: str
    line: str
    source: Source


def facts(claims: Iterable[Claim]) -> list[Fact]:
    """Claims, grants and payments as numbered facts in the order of the claims."""
    made: list[tuple[str, str, Source]] = []
    for claim in claims:
        kind, line = _line(claim)
        made.append((kind, line, claim.source))
        if isinstance(claim, LicenseClaim):
            made.extend(("licence", "grant: " + _grant(grant), grant.source) for grant in claim.grants)
            made.extend(("licence", "payment: " + _payment(paid), paid.source) for paid in claim.payments)
    return [Fact(number, *fact) for number, fact in enumerate(made, 1)]


def _names(orgs: Iterable[OrgRef]) -> str:
    return ", ".join(o.name for o in orgs)


def _disease(ref: IndicationRef | None) -> str:
    return f" in {ref.name}" if ref else ""


def _grant(grant: Grant) -> str:
    parts = [
        grant.exclusivity or "",
        ", ".join(grant.compounds),
        ", ".join(i.name for i in grant.indications),
        ", ".join(grant.territory),
        "except " + ", ".join(grant.excluded_territory) if grant.excluded_territory else "",
    ]
    return " · ".join(p for p in parts if p) or "rights"


def _payment(paid: Payment) -> str:
    amount = f" {paid.currency or ''} {_number(paid.amount)}" if paid.amount is not None else ""
    rates = [format(r.normalize(), "f") for r in (paid.rate_min, paid.rate_max) if r is not None]
    return f"{paid.kind}{amount}{' ' + '-'.join(dict.fromkeys(rates)) + '%' if rates else ''}"


def _number(value: Decimal) -> str:
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,f}"


def _spaced(word: str) -> str:
    """ "charterName" → "charter name"."""
    return re.sub("(?<=[a-z])(?=[A-Z])", " ", word).lower()


def _line(claim: Claim) -> tuple[str, str]:
    match claim:
        case LicenseClaim():
            when = claim.effective or claim.executed or claim.announced or ""
            names = f"{_names(claim.licensors)} → {_names(claim.licensees)}"
            return "licence", f"{names} ({claim.kind}, {claim.status}) {when}".strip()
        case PositionClaim():
            when = f" {claim.date}" if claim.date else ""
            office = f"{claim.title} of {claim.person.organization.name}"
            return "person", f"{claim.person.name}, {office}: {claim.event}{when}"
        case SignatureClaim():
            return "person", f"signed by {claim.person.name} for {claim.person.organization.name}"
        case CompoundClaim():
            also = f" (also {', '.join(claim.aliases)})" if claim.aliases else ""
            return "compound", claim.name + also
        case CompoundFact():
            target = claim.object.name if isinstance(claim.object, OrgRef) else claim.object
            return "compound", f"{claim.compound}: {_spaced(claim.property)} {target}"
        case ProgramClaim():
            when = f", {claim.planned_text}" if claim.planned_text else ""
            what = f"{claim.compound}{_disease(claim.indication)}"
            return "programme", f"{what}: phase {claim.phase}, {claim.status}{when}"
        case DesignationClaim():
            by = f" by {claim.agency.name}" if claim.agency else ""
            return "designation", f"{claim.kind} for {claim.compound}{_disease(claim.indication)}{by}"
        case OrganizationClaim():
            also = f" (also {', '.join(claim.aliases)})" if claim.aliases else ""
            return "organisation", f"{claim.org.name}{also}"
        case FormerNameClaim():
            return "organisation", f"{claim.org.name} was called {claim.name}"
        case CoverPageClaim():
            return "organisation", f"{claim.org.name}: {_spaced(claim.property)} {claim.value}"
        case ListingClaim():
            return "organisation", f"{claim.org.name} is listed at {claim.exchange} as {claim.ticker}"
        case EquityStakeClaim():
            share = f"{claim.percent}% of " if claim.percent is not None else ""
            return "organisation", f"{claim.owner.name} holds {share}{claim.held.name}"
        case PatentOwnershipClaim():
            return "licence", f"{_names(claim.owners)} own the patent filing for {claim.subject}"
        case ExhibitClaim():
            return "organisation", f"document {claim.sequence}: {claim.status or 'exhibit'} {claim.title or ''}".strip()
        case FilingReferenceClaim():
            return "organisation", f"refers to {claim.form} of {claim.org.name} {claim.period or ''}".strip()
        case QuantityClaim():
            return "organisation", f"{claim.subject.name}: {claim.kind} {claim.comparator} {_number(claim.value)}"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text under one set of facts; `ends` are the facts whose passage ends here.

    `kind` is that of the shortest passage it lies in, "" outside of all.
    """

    text: str
    facts: tuple[Fact, ...]
    ends: tuple[Fact, ...]
    kind: str


def _pieces(document: DocumentText, marked: Sequence[Fact]) -> list[_Piece]:
    spans: list[tuple[int, int, Fact]] = []
    for fact in marked:
        for passage in fact.source.evidence:
            if passage.sequence == document.sequence:
                spans.append((passage.start, passage.end, fact))
    opens: dict[int, list[tuple[Fact, int]]] = defaultdict(list)
    closes: dict[int, list[Fact]] = defaultdict(list)
    for start, end, fact in spans:
        opens[start].append((fact, end - start))
        closes[end].append(fact)
    cuts = sorted({0, len(document.layout), *opens, *closes})
    active: dict[int, tuple[Fact, int]] = {}
    pieces: list[_Piece] = []
    for start, end in pairwise(cuts):
        for fact in closes[start]:
            active.pop(fact.number, None)
        active.update((fact.number, (fact, length)) for fact, length in opens[start])
        ends = tuple(sorted(closes[end], key=lambda f: f.number))
        kind = min(((length, _RANK[f.kind], f.kind) for f, length in active.values()), default=(0, 0, ""))[2]
        pieces.append(_Piece(document.layout[start:end], tuple(active[n][0] for n in sorted(active)), ends, kind))
    return pieces


def terminal(read: ReadFiling, claims: Iterable[Claim]) -> Group:
    """The marked texts and, under each document, its numbered facts with rule and confidence."""
    marked = facts(claims)
    parts: list[Text] = []
    for document in read.texts:
        heading = f"\n── document {document.sequence}: {document.type} " + "─" * 40
        body = Text(heading + "\n", style="bold")
        for piece in _pieces(document, marked):
            shown = piece.text.replace("\t", "  |  ")
            body.append(shown, style=_KINDS[piece.kind][2] if piece.kind else "not bold")
            if piece.ends:
                body.append("[" + ",".join(str(f.number) for f in piece.ends) + "]", style="bold red")
        parts.append(body)
        for fact in marked:
            if any(passage.sequence == document.sequence for passage in fact.source.evidence):
                line = Text(f"{fact.number:>4} ", style="bold red")
                line.append(f" {_KINDS[fact.kind][0]} ", style=_KINDS[fact.kind][2])
                line.append(f" {fact.line} ")
                line.append(f"{fact.source.rule} {fact.source.confidence:.2f}", style="dim")
                parts.append(line)
    return Group(*parts)


_STYLE = """
:root { color-scheme: light }
body { font: 16px/1.55 Georgia, 'Times New Roman', serif; color: #1c1c1c; background: #fff; margin: 0 }
header { padding: 1.2rem 2rem; border-bottom: 1px solid #ccc }
h1 { font-size: 1.4rem; margin: 0 0 .3rem } h2 { font-size: 1.1rem; margin: 1.2rem 0 0 }
header p { margin: .2rem 0 }
.key span { padding: .1rem .5rem; margin-right: .5rem; border-radius: .2rem; font-size: .85rem }
section { display: grid; grid-template-columns: minmax(0, 3fr) minmax(16rem, 2fr); gap: .8rem 2rem; padding: 0 2rem }
section h2 { grid-column: 1 / -1 }
.text { white-space: pre-wrap; overflow-wrap: anywhere }
.text p { margin: 0 0 .7rem } .cell { color: #999; padding: 0 .6rem }
mark { color: inherit; padding: .05rem 0 } mark:target, li:target { outline: 2px solid #c00 }
sup { line-height: 0 } sup a { color: #a00; text-decoration: none; font: .7rem/1 Arial, sans-serif; padding: 0 .1rem }
ol { font-size: .88rem; padding-left: 2.6rem; margin: 0 } li { margin-bottom: .6rem }
li b { font-weight: normal; padding: 0 .35rem; border-radius: .2rem } li small { display: block; color: #666 }
@media (max-width: 60rem) { section { display: block } ol { margin-top: 1.5rem } }
@media print { section { display: block } mark { print-color-adjust: exact } }
"""


def page(read: ReadFiling, claims: Iterable[Claim]) -> str:
    """One self-contained HTML page: the marked texts beside their facts; opens without a server, prints."""
    marked = facts(claims)
    filing = read.filing
    party = filing.registrant
    title = f"{filing.form} of {party.name if party else 'unknown'} ({filing.accession})"
    key = "".join(f'<span style="background:{colour}">{label}</span>' for label, colour, _ in _KINDS.values())
    body = "".join(_document(document, marked) for document in read.texts)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body>'
        f"<header><h1>{html.escape(title)}</h1><p>{len(marked)} facts. A number in the text leads to its fact, "
        f'a fact\'s number back to its sentence.</p><p class="key">{key}</p></header>\n{body}</body></html>\n'
    )


def _document(document: DocumentText, marked: Sequence[Fact]) -> str:
    here = [f for f in marked if any(p.sequence == document.sequence for p in f.source.evidence)]
    out: list[str] = []
    anchored: set[int] = set()
    for piece in _pieces(document, marked):
        shown = html.escape(piece.text).replace("\t", '<span class="cell">|</span>')
        if piece.facts:
            fresh = [f.number for f in piece.facts if f.number not in anchored]
            anchored.update(fresh)
            anchors = "".join(f'<a id="t{document.sequence}-{number}"></a>' for number in fresh)
            hint = html.escape("; ".join(f"{f.number}: {f.line}" for f in piece.facts), quote=True)
            shown = f'{anchors}<mark style="background:{_KINDS[piece.kind][1]}" title="{hint}">{shown}</mark>'
        out.append(shown)
        out.extend(f'<sup><a href="#f{document.sequence}-{f.number}">{f.number}</a></sup>' for f in piece.ends)
    rows = "".join(_row(document, fact) for fact in here)
    heading = f"Document {document.sequence}: {html.escape(document.type)}"
    return f'<section><h2>{heading}</h2><div class="text">{"".join(out)}</div><ol>{rows}</ol></section>\n'


def _row(document: DocumentText, fact: Fact) -> str:
    label, colour, _ = _KINDS[fact.kind]
    return (
        f'<li id="f{document.sequence}-{fact.number}" value="{fact.number}">'
        f'<b style="background:{colour}">{label}</b> {html.escape(fact.line)}&nbsp;'
        f'<a href="#t{document.sequence}-{fact.number}">↩</a>'
        f"<small>{html.escape(fact.source.rule)} · confidence {fact.source.confidence:.2f}</small></li>"
    )
