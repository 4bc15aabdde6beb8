"""A filing's mentions → `DesignationClaim`s: special statuses that an agency has granted to a drug for a disease.

A status that was asked for, denied, withdrawn or only explained is no fact.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.dates import find_dates
from kg.extract.designation_tables import table_statuses
from kg.extract.designation_weigh import weighed
from kg.extract.designation_words import (
    GATE,
    JOINED,
    LIKEWISE,
    Status,
    find_agencies,
    find_statuses,
    find_windows,
    granted_until,
    is_doubtful,
)
from kg.extract.document import Context
from kg.extract.drug_triples import Triple
from kg.extract.late import late
from kg.extract.mentions import CompoundMention, DiseaseMention, Mentions
from kg.extract.program_companions import companions
from kg.extract.program_memory import ANAPHORA, Memory, last_diseases, recent_disease, usual_disease
from kg.extract.program_order import each_own, in_order, member, ordinals, paired
from kg.extract.program_words import contained
from kg.extract.rules import Rule
from kg.model import DesignationClaim, DocumentText, IndicationRef, OrgRef, Source

DESIGNATED = Rule(
    "designation-granted",
    1,
    "A special regulatory status granted to a drug",
    (
        "The FDA has granted orphan drug designation to QRX-117 for the treatment of cystinuria.",
        "QRX-117 enjoys fast track status at the FDA for cystinuria.",
        "In 2001 the agency named QRX-117 an orphan drug for cystinuria.",
        "The European Commission has designated QRX-117 an orphan medicinal product for cystinuria.",
        "In May the FDA gave QRX-117 for cystinuria orphan drug and rare pediatric disease designations.",
        "The EMA has told us that QRX-117, which targets cystinuria, qualifies for PRIME.",
        "QRX-117 was admitted to the PRIME scheme of the European Medicines Agency for cystinuria.",
        "Orphan: QRX-117 (cystinuria, US and EU).",
        "Granted orphan status in 2009, QRX-117 is in Phase 2 for cystinuria.",
        "With orphan drug designation in hand, QRX-117 will enter Phase 3 for cystinuria next year.",
        "QRX-117 has orphan status for cystinuria, and we may apply for fast track designation.",
        "QRX-117 was designated an orphan medicinal product by the Commission, in each case for cystinuria.",
    ),
    (
        "We have applied for orphan drug designation of QRX-117 for cystinuria.",
        "The FDA denied our request for breakthrough therapy designation for QRX-117 in cystinuria.",
        "The FDA may grant fast track designation to a drug such as QRX-117 for cystinuria.",
        "The Committee for Orphan Medicinal Products recommended that QRX-117 be designated an orphan medicinal "
        "product for cystinuria.",
        "Our application for orphan drug status of QRX-117 in cystinuria is pending.",
        "QRX-117 is tested in cystinuria; it is not, contrary to reports, a fast-track product.",
        "QRX-117 is a breakthrough prescription medicine to treat cystinuria.",
    ),
    0.96,
)
SCORED = Rule(
    "designation-scored",
    1,
    "A drug, a disease and a status that stand together as in statements of grants, weighed by a model",
    (
        "QRX-117 is the orphan among our drugs, for cystinuria.",
    ),
    ("Our application for orphan drug status of QRX-117 in cystinuria is pending.",),
    0.85,
)
RULES = (DESIGNATED, SCORED)


def designations(context: Context, mentions: Mentions, memories: Mapping[int, Memory]) -> Iterator[DesignationClaim]:
    """Every granted status of a filing, each once."""
    if not mentions.drugs:
        return
    every: list[DesignationClaim] = []
    for document in context.read.texts:
        made = read_designations(context, mentions, memories, document)
        kept, more = weighed(memories[document.sequence], made)
        every += kept
        spans = context.sentences(document.sequence)
        every += (
            _scored(memories[document.sequence], triple)
            for triple, _ in more
            if not is_doubtful(document.text[slice(*spans[triple.number])])
        )
    yield from _once(every)


def _scored(memory: Memory, triple: Triple) -> DesignationClaim:
    """A designation that the model proposes."""
    context, sequence = memory.mentions.context, memory.sequence
    start, end = context.sentences(sequence)[triple.number]
    where = {(sequence, start, end)}
    where |= {(sequence, *context.sentence_at(sequence, m.start)) for m in (triple.drug, triple.disease)}
    agencies = find_agencies(context.text(sequence), start, end)
    source = Source(SCORED.name, SCORED.confidence, tuple(context.evidence(*span) for span in sorted(where)))
    agency = OrgRef(agencies[0]) if len(agencies) == 1 else None
    return DesignationClaim(triple.cue.kind, triple.drug.name, triple.disease.ref, source, agency, None, None)


def read_designations(
    context: Context, mentions: Mentions, memories: Mapping[int, Memory], document: DocumentText
) -> list[DesignationClaim]:
    """The granted statuses that the rules read in a document."""
    made: list[DesignationClaim] = []
    if mentions.drugs:
        text, sequence = document.text, document.sequence
        memory = memories[sequence]
        spans = context.sentences(sequence)
        done = -1
        for match in GATE.finditer(text):
            number = bisect_right(spans, match.start(), key=lambda s: s[0]) - 1
            if number <= done or number < 0 or spans[number][1] - spans[number][0] > 6000:
                continue
            done = number
            told = list(
                _sentence(memory, number, *spans[number], mentions.indications_in(sequence, *spans[number]))
            )
            made += told
            made += _likewise(memory, told, text, spans, number)
        made += table_statuses(mentions, document, DESIGNATED.name)
    return made


def _likewise(
    memory: Memory, told: Sequence[DesignationClaim], text: str, spans: Sequence[tuple[int, int]], number: int
) -> Iterator[DesignationClaim]:
    """What another agency gave too: "…; the European Commission did likewise in March"."""
    kinds = {(claim.kind, claim.compound) for claim in told}
    if len(kinds) != 1:
        return
    start = spans[number][0]
    match = LIKEWISE.search(text, start, spans[min(number + 1, len(spans) - 1)][1])
    if match is None:
        return
    begin, end = memory.mentions.context.sentence_at(memory.sequence, match.start())
    cut = max(text.rfind("; ", begin, match.start()), text.rfind(", ", begin, match.start()), begin)
    ends = (text.find(mark, match.end(), end) for mark in (", ", "; "))
    stop = min((at for at in ends if at > 0), default=end)
    if is_doubtful(text[cut:stop]):
        return
    known = {claim.agency.name for claim in told if claim.agency}
    agencies = [a for a in find_agencies(text, cut, stop) if a not in known and _may_give(a, told[0].kind)]
    context = memory.mentions.context
    evidence = tuple(
        context.evidence(memory.sequence, *span) for span in sorted({spans[number], (begin, end)})
    )
    dates = find_dates(text[cut:stop])
    for agency in agencies:
        for claim in {c.indication: c for c in told}.values():
            yield replace(
                claim, agency=OrgRef(agency), source=replace(claim.source, evidence=evidence),
                date=dates[0][2] if len(dates) == 1 else None,
            )  # fmt: skip


def _once(made: Sequence[DesignationClaim]) -> Iterator[DesignationClaim]:
    """Each fact once; one without a disease or an agency gives way to one that has them."""
    kept: list[DesignationClaim] = []
    for claim in sorted(made, key=lambda c: (c.indication is None, c.agency is None, -c.source.confidence)):
        for other in kept:
            if (claim.kind, claim.compound) != (other.kind, other.compound):
                continue
            alike = (
                claim.indication is None
                or other.indication is None
                or contained(claim.indication.name, other.indication.name)
            )
            if alike and (claim.agency is None or other.agency is None or claim.agency == other.agency):
                break
            if claim.source.confidence < 0.8 <= other.source.confidence:  # its disease was only assumed
                break
        else:
            kept.append(claim)
    yield from sorted(
        kept,
        key=lambda c: (
            c.source.evidence[0],
            c.kind,
            c.compound,
            c.indication.name if c.indication else "",
            c.agency.name if c.agency else "",
        ),
    )


_LISTS = late(r"(?: drug)?(?: designations?| status)?: ")


def _sentence(
    memory: Memory, number: int, start: int, end: int, found: Sequence[DiseaseMention]
) -> Iterator[DesignationClaim]:
    mentions, sequence = memory.mentions, memory.sequence
    context = mentions.context
    text = context.text(sequence)
    resolved = mentions.resolved_in(sequence, start, end)
    carried: str | None = None
    parts = [start, *(m.end() for m in re.finditer(r"; ", text[start:end]))]
    bounds = [start] + [start + p for p in parts[1:]] + [end]
    listed: str | None = None
    for begin, stop in itertools.pairwise(bounds):
        statuses = find_statuses(text, begin, stop)
        if not statuses and listed and any(begin <= m.start < stop for m in resolved):
            statuses = [Status(listed, begin, begin)]  # "Orphan: QRX-1 (gout); QRX-2 (lupus)"
        listed = statuses[-1].kind if statuses and (listed or _LISTS.match(text, statuses[-1].end)) else None
        found = [d for d in found if not any(s.start < d.end and d.start < s.end for s in statuses)]
        if not statuses:
            here = [m for m in resolved if begin <= m.start < stop]
            carried = here[-1].name if here else carried
            continue
        windows = find_windows(text, begin, stop, statuses)
        shared = find_agencies(text, begin, stop)
        first = 0
        for index, (status, (low, high)) in enumerate(zip(statuses, windows, strict=True)):
            if not (index and JOINED.fullmatch(text[statuses[index - 1].end : status.start])):
                first = low
            names = _holders(text, low, high, status, resolved) or _holders(text, begin, stop, status, resolved)
            spans = [(sequence, start, end)]
            if not names and carried:
                names = [carried]
            if not names:
                before = [m for m in resolved if m.end <= begin]
                salient = before[-1] if before else mentions.salient(sequence, start)
                if salient is None:
                    continue
                names = [salient.name]
                spans.append((sequence, *context.sentence_at(sequence, salient.start)))
            carried = names[-1]
            reach = index
            for one, other in itertools.pairwise(statuses[index:]):
                if not JOINED.fullmatch(text[one.end : other.start]):
                    break
                reach += 1  # kinds named in one breath share what follows
            last = windows[reach][1]
            told = last if status.start == status.end else granted_until(text, first, last, status, begin)
            if told is None:
                continue
            high = min(last, told)
            near_by = find_agencies(text, low, high) or find_agencies(text, first, high)
            agencies: Sequence[str | None] = near_by or shared or [None]
            agencies = [a for a in agencies if _may_give(a, status.kind)] or [None]
            each = _each(text, (begin, stop), status, resolved, found)
            for name in each or names:
                refs = [(d.ref, spans, True) for d in each.get(name, ())] or _diseases(
                    memory, number, name, status, found, (low, high), (begin, stop), resolved, spans
                )
                for ref, where, own in refs:
                    for agency in agencies:
                        dates = find_dates(text[low:high])
                        evidence = tuple(context.evidence(*span) for span in sorted(set(where)))
                        sure = DESIGNATED.confidence - (0.1 if len(where) > 1 else 0) - (0 if own else 0.2)
                        yield DesignationClaim(
                            status.kind, name, ref, Source(DESIGNATED.name, round(sure, 2), evidence),
                            OrgRef(agency) if agency else None, None,
                            dates[0][2] if len(dates) == 1 and len(agencies) == 1 else None,
                        )  # fmt: skip


_OF_THE_FDA = frozenset(("fast-track", "breakthrough-therapy", "rmat", "rare-pediatric-disease", "qidp"))
"""Statuses that the FDA gives, and China's agency some of them."""


def _may_give(agency: str | None, kind: str) -> bool:
    if agency is None or kind not in (*_OF_THE_FDA, "prime"):
        return True
    return agency.startswith("European Medicines" if kind == "prime" else ("U.S.", "National", "Health Canada"))


def _each(
    text: str, part: tuple[int, int], status: Status, named: Sequence[CompoundMention], found: Sequence[DiseaseMention]
) -> dict[str, list[DiseaseMention]]:
    """Drug → its diseases where a passage tells several drugs with their own: "A for D and B for E", "respectively"."""
    inside = [m for m in named if part[0] <= m.start and m.end <= part[1] and m.form == "name"]
    ill = [d for d in found if part[0] <= d.start and d.end <= part[1]]
    if in_order(text, *part):
        pairs = paired(text, inside, ill)
    else:
        pairs = each_own(text, part[1], [m for m in inside if m.start >= status.end], ill)
    out: dict[str, list[DiseaseMention]] = {}
    for drug, disease in pairs:
        out.setdefault(drug.name, []).append(disease)
    return out


def _holders(text: str, start: int, end: int, status: Status, resolved: Sequence[CompoundMention]) -> list[str]:
    """The drug that the passage gives the status to: "to X", else the last named before, else the first after."""
    inside = [m for m in resolved if start <= m.start and m.end <= end]
    beside = companions(text, start, inside)
    inside = [m for m in inside if m not in beside] or inside
    if not inside:
        return []
    after = [m for m in inside if m.start >= status.end]
    before = [m for m in inside if m.end <= status.start]
    if after and (
        not before
        or re.search(r"\b(?:to|for|upon|on|of) (?:[\w’'®-]+ ){0,4}[“\"(]?$", text[status.end : after[0].start])
    ):
        chosen = [after[0]]
        rest = after[1:]
    elif before:
        chosen = [before[-1]]
        rest = []
    else:
        return [inside[0].name]
    for mention in rest:
        if not re.fullmatch(r",? and (?:to )?|, ", text[chosen[-1].end : mention.start]):
            break
        chosen.append(mention)
    return list(dict.fromkeys(m.name for m in chosen))


def _diseases(
    memory: Memory, number: int, name: str, status: Status, found: Sequence[DiseaseMention],
    window: tuple[int, int], part: tuple[int, int], resolved: Sequence[CompoundMention],
    spans: list[tuple[int, int, int]],
) -> list[tuple[IndicationRef | None, list[tuple[int, int, int]], bool]]:  # fmt: skip
    sequence, context = memory.sequence, memory.mentions.context
    text = context.text(sequence)
    inside = [d for d in found if window[0] <= d.start and d.end <= window[1]]
    rival = next((m.start for m in resolved if m.start >= status.end and m.name != name), window[1])
    after = [d for d in inside if status.end <= d.start < rival]
    chosen = after or [d for d in inside if d.start < rival]
    if not chosen:
        later = [d for d in found if part[0] <= d.start and d.end <= part[1]]
        chosen = [d for d in later if d.start >= status.end][:1] or later[-1:]
    if not chosen and number:
        before = memory.mentions.indications_in(sequence, *context.sentences(sequence)[number - 1])
        meant = [member(place, before) for _, place in ordinals(text, status.end, part[1])]
        chosen = [d for d in meant if d]  # "for the first of the two"
    if not chosen and len({m.name for m in resolved}) == 1 and not ANAPHORA.search(text, *part):
        chosen = [d for d in found if d.start >= part[1]][:1]  # "…; the designated use is gout"
    if not chosen and ANAPHORA.search(text, *part):
        earlier = [d for d in found if d.end <= part[0]]
        chosen = earlier[-1:]
    if chosen:
        return [(d.ref, spans, True) for d in chosen]
    last = recent_disease(memory, number) if ANAPHORA.search(text, *part) else None
    if last:
        return [(last.ref, [*spans, (sequence, *context.sentence_at(sequence, last.start))], True)]
    diseases = last_diseases(memory, number, name, 3)
    if len({d.ref.name.lower() for d in diseases}) == 1:
        return [(diseases[0].ref, [*spans, (sequence, *context.sentence_at(sequence, diseases[0].start))], True)]
    return [(usual_disease(memory, name), spans, False)]
