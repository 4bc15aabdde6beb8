"""A filing → licence claims: agreements read from every document, merged across them, each with its passages."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kg.extract.document import Context
from kg.extract.late import late
from kg.extract.licence_discourse import Reader
from kg.extract.licence_echoes import without_echoes
from kg.extract.licence_kin import with_kin
from kg.extract.licence_money import total_of
from kg.extract.licence_record import RECENT, Record, Span, absorb, compatible_dates, same_agreement
from kg.extract.licence_rules import rule_name
from kg.extract.licence_words import BIOMEDICAL
from kg.extract.mentions import Mentions
from kg.extract.organizations import org_kind
from kg.model import Claim, Evidence, Grant, LicenseClaim, OrganizationClaim, OrgRef, Payment, Source

_INSTITUTIONS = ("university", "hospital", "foundation", "institute")


_IN_CLAUSE = late(r"(?:research|collaboration|licen[cs]e|supply|development|funding)(?: \w+){0,2} agreement", re.I)
"""An option that another agreement contains; one that was paid for by itself is an agreement of its own."""
_BOUGHT = late(
    r"\bpa(?:id|ys)\b[^.;]{0,80}\bfor (?:the|an|its|this|such)(?: [\w-]+){0,2} option\b|\boption\b[^;]{0,120}\bcost\b|\b(?:bought|purchased|sold)\b[^.;]{0,80}\boption\b|\boption\b[^.;]{0,80}\b(?:bought|purchased|sold)\b|[$€£][\d.,]+(?: million)?,? (?:for )?an (?:[\w-]+ )?option\b|(?:^|\d\S* )option, (?:dated |of )?[a-z]+ \d",
    re.I,
)
LEAST = 0.66
"""A licence that is nowhere told more likely than this is not told."""


def licences(context: Context, mentions: Mentions) -> Iterator[Claim]:
    """Licence claims of one filing, then the organisations they name."""
    if not _biomedical(context, mentions):
        return
    reader = Reader(context, mentions)
    for text in context.read.texts:
        reader.read(text)
    records = _settled(reader.records, context.filer)
    _options_made(records)
    for record in records:
        yield _claim(context, record)
    yield from _organizations(context, records)


def _options_made(records: list[Record]) -> None:
    """An option of a day on which no licence was made between the two is an instrument of its own, and so executed."""
    days = {(frozenset(r.everyone), r.made or r.event or r.passage) for r in records if r.kind != "option"}
    for record in records:
        made = record.made or record.event
        if record.kind == "option" and record.status is None and made and "exercised" not in record.rights and (frozenset(record.everyone), made) not in days:
            record.status = "executed"


def _biomedical(context: Context, mentions: Mentions) -> bool:
    """Licences are sought where drugs, patients or diseases are spoken of: elsewhere they are of software and brands."""
    party = context.read.filing.registrant
    if mentions.drugs or (party and (party.sic or "")[:3] in ("283", "873", "384")):
        return True
    return any(_speaks_of_medicine(text.text[:200_000]) for text in context.read.texts)


def _speaks_of_medicine(text: str) -> bool:
    """Do at least three different words of medicine stand in it?"""
    seen: set[str] = set()
    for match in BIOMEDICAL.finditer(text):
        seen.add(match[0].lower())
        if len(seen) == 3:
            return True
    return False


def _settled(records: list[Record], filer: OrgRef) -> list[Record]:
    """Directed records, those of one agreement merged whichever document they come from."""
    kept: dict[frozenset[OrgRef], list[Record]] = {}
    sides: dict[frozenset[OrgRef], list[Record]] = {}
    for record in records:
        sides.setdefault(frozenset(record.everyone), []).append(record)
    for record in records:
        if not record.directed and len(record.parties) == 2:
            known = next(
                (
                    r
                    for r in sides[frozenset(record.everyone)]
                    if r.directed
                    and not r.weak
                    and set(r.everyone) == set(record.parties)
                    and (r.kind == "option") == (record.kind == "option")
                    and compatible_dates(r.made, record.made)
                ),
                None,
            )
            if known:
                record.licensors, record.licensees = known.licensors, known.licensees
                record.weak = False
    records = with_kin(without_echoes(records, filer), filer)
    for record in records:
        _institution(record)
    _inherit_dates(records)
    _subject_of_option(records)
    givers = {(drug, r.licensors) for r in records if r.directed for drug in r.compounds}
    for record in records:
        if not record.directed and len(record.parties) == 2:
            owner = next((o for o in record.parties for drug in record.compounds if (drug, (o,)) in givers), None)
            if owner:
                record.direct(owner, None)
        if any(org_kind(o.name) == "agency" and not re.search(r"Institute|NIH", o.name) for o in record.licensors):
            continue
        if not record.directed or record.blocked or record.weak or set(record.licensors) & set(record.licensees):
            continue
        beside = kept.setdefault(frozenset(record.everyone), [])
        twin = next((k for k in beside[:RECENT] if same_agreement(k, record)), None)
        if twin is None:
            beside.append(record)
        else:
            absorb(twin, record)
    chosen = {id(record) for beside in kept.values() for record in beside}
    return [record for record in records if id(record) in chosen and (record.chance is None or record.chance >= LEAST)]


def _inherit_dates(records: list[Record]) -> None:
    """A licence back, or one of several grants of one instrument, is of the date of the record beside it."""
    for index, record in enumerate(records):
        if record.date or not record.directed:
            continue
        for other in reversed(records[max(0, index - RECENT) : index]):
            if (
                other.sequence == record.sequence
                and other.date
                and set(other.everyone) == set(record.everyone)
                and record.paragraph - other.paragraph <= 4
                and record.kind != "option"
                and other.kind != "option"
            ):
                record.made, record.effective = other.date, other.effective
                break


def _subject_of_option(records: list[Record]) -> None:
    """An option that was taken up covered what the licence covers that it became."""
    for option in records[:1000]:
        if option.kind == "option" and "exercised" in option.rights and not option.compounds and option.directed:
            taken = next(
                (
                    r
                    for r in records
                    if r.kind != "option"
                    and r.directed
                    and r.licensors == option.licensors
                    and r.licensees == option.licensees
                    and r.compounds
                ),
                None,
            )
            if taken:
                option.compounds = dict(taken.compounds)
                option.exclusivity = option.exclusivity or taken.exclusivity
                option.territory = option.territory or dict(taken.territory)
                option.indications = option.indications or dict(taken.indications)


def _institution(record: Record) -> None:
    """A pair whose licence nobody directs: the institution gives to the company, the owner of the compound to the other."""
    if record.directed or len(record.parties) != 2:
        return
    if record.hint:
        record.direct(record.hint, None)
        return
    institutions = [o for o in record.parties if org_kind(o.name) in _INSTITUTIONS]
    if len(institutions) == 1:
        record.direct(institutions[0], None)


def _claim(context: Context, record: Record) -> LicenseClaim:
    def evidence(spans: list[Span]) -> tuple[Evidence, ...]:
        return tuple(sorted({context.evidence(*span) for span in spans}))

    spans = list(record.spans)
    source = Source(rule_name(record.rule), _confidence(record), evidence(spans))
    kind = record.kind or "license"
    if record.collaboration and kind == "license":
        kind = "collaboration"
    status = record.status or "executed"
    if kind == "option" and record.status is None and "exercised" not in record.rights:
        told = " ".join(e.exact for e in source.evidence)
        status = (
            "executed"
            if re.search(r"option agreement|option and licen[cs]e agreement|option deed", told, re.I) or (_BOUGHT.search(told) and not _IN_CLAUSE.search(told))
            else "proposed"
        )
    territory = tuple(record.territory)
    excluded = tuple(dict.fromkeys(p for places in record.territory.values() for p in places))
    grant = Grant(
        Source(rule_name(record.rule), _confidence(record), evidence(list(record.grant_spans) or spans)),
        tuple(record.compounds or record.subject),
        tuple(record.indications.values()),
        record.exclusivity,
        territory,
        excluded,
        tuple(r for r in record.rights if r != "exercised"),
        None,
        record.sublicensable,
    )
    payments = tuple(_payments(context, record))
    undisclosed = [
        name
        for name, known in (("exclusivity", record.exclusivity), ("territory", territory), ("hasPayment", payments))
        if not known
    ]
    return LicenseClaim(
        record.licensors,
        record.licensees,
        kind,
        status,
        source,
        (grant,),
        payments,
        executed=None if record.effective else record.date,
        effective=record.made if record.effective else record.in_force,
        announced=None if record.date else record.announced,
        amended=record.amended,
        terminated=record.ended if status == "terminated" else None,
        undisclosed=tuple(undisclosed),
    )


def _confidence(record: Record) -> float:
    """How often records like this one are right: by the model, else by how the two sides were found."""
    if record.chance is not None:
        return round(min(0.99, max(0.5, record.chance)), 2)
    if record.filled:
        return 0.88
    return 0.8 if record.parties and not record.granted else 0.95


def _payments(context: Context, record: Record) -> Iterator[Payment]:
    payer, payee = record.licensees[0], record.licensors[0]

    def source(rule: str, span: Span) -> Source:
        return Source(f"{rule}_1", 0.85, (context.evidence(*span),))

    for kind, sums in (("upfront", record.upfront), ("milestone", record.milestones)):
        total = total_of(sums, kind == "milestone")
        if total:
            value, currency, span = total
            yield Payment(kind, source(f"license-{kind}", span), value, currency, payer=payer, payee=payee)
    if record.royalties:
        low, high = min(r[0] for r in record.royalties), max(r[1] for r in record.royalties)
        yield Payment(
            "royalty",
            source("license-royalty", record.royalties[0][2]),
            rate_min=low,
            rate_max=high,
            payer=payer,
            payee=payee,
        )


def _organizations(context: Context, records: list[Record]) -> Iterator[Claim]:
    seen: dict[str, OrganizationClaim] = {}
    known = _defined_forms(context) if records else {}
    for record in records:
        for org in (*record.licensors, *record.licensees):
            key = org.cik or org.name
            if key not in seen and record.spans and not org.individual:
                forms = known.get(org, {})
                spans = dict.fromkeys((next(iter(record.spans)), *forms.values()))
                evidence = tuple(sorted({context.evidence(*span) for span in spans}))
                source = Source("organization-party_1", 0.95, evidence)
                seen[key] = OrganizationClaim(org, source, tuple(forms), org_kind(org.name))
    yield from seen.values()


_ROLE_WORDS = frozenset(
    "company registrant licensor licensee sublicensee university hospital institute foundation party partner corporation "
    "issuer seller buyer purchaser we us our group agency".split()
)
_QUOTED = late(r"[“\"](?:the )?([A-Z][^“”\"]{1,40})[”\"]")


def _defined_forms(context: Context) -> dict[OrgRef, dict[str, Span]]:
    """Organisation → the short names a document defines for it, each with the sentence that does."""
    found: dict[OrgRef, dict[str, Span]] = {}
    for sequence, memory in context.memories.items():
        for match in _QUOTED.finditer(memory.text.text):
            form = match[1].rstrip(" ,")
            org, kind = memory.forms.get(form, (None, ""))
            if org is None or kind != "alias" or form == org.name or form.lower() in _ROLE_WORDS:
                continue
            start, end = memory.sentences[max(0, bisect_right(memory.starts, match.start()) - 1)]
            found.setdefault(org, {}).setdefault(form, (sequence, start, end))
    return found
