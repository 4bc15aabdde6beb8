"""A filing's mentions → `ProgramClaim`s: the stages of prose and tables, merged so that each is told once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.document import Context
from kg.extract.mentions import Mentions
from kg.extract.program_memory import Memory
from kg.extract.program_phrases import find_triggers
from kg.extract.program_sequel import with_ends
from kg.extract.program_tables import rows_of, table_stages
from kg.extract.program_text import Stage, stages
from kg.extract.program_weigh import weighed
from kg.extract.program_words import contained
from kg.extract.scan import cue
from kg.model import DocumentText, IndicationRef, ProgramClaim, Source

_CLINICAL = frozenset({"1", "1-2", "2", "2-3", "3", "filed", "approved", "marketed"})
_TRIED = frozenset({"preclinical", "1", "1-2", "2", "2-3", "3"})
_RANK = {"discontinued": 3, "completed": 2, "active": 1, "planned": 0}


def programs(context: Context, mentions: Mentions, memories: Mapping[int, Memory]) -> Iterator[ProgramClaim]:
    """Every programme of a filing, each stage once, in order of place."""
    if not mentions.drugs:
        return
    found: list[Stage] = []
    ended: set[tuple[str, str | None]] = set()
    for document in context.read.texts:
        sequence = document.sequence
        if not mentions.named.get(sequence):
            continue
        memory = memories[sequence]
        found += with_ends(memory, list(weighed(memory, read_stages(memory, document))))
        ended |= _ended(mentions, sequence)
    yield from _claims(context, _merged(found, ended))


def read_stages(memory: Memory, document: DocumentText) -> list[Stage]:
    """The stages that the rules read in a document's prose and tables."""
    rows = rows_of(document)
    return [
        *stages(memory, [(row.start, row.end) for row in rows]),
        *table_stages(memory.mentions, document, rows, memory.topic),
    ]


_STOPPED_WORK = cue(
    r"\b(?:no longer (?:work|develop|pursu)\w*|(?:stopped|ended|ceased|discontinued|abandoned) (?:all |our |its |"
    r"the |any )?(?:clinical )?(?:work|development|research|trials|studies|testing)|will not (?:continue with|go on "
    r"with|be continued|be developed)|"
    r"(?:does|will) not stay|[Ww]hat (?:does not stay|goes|has gone|we (?:drop|dropped|have dropped|are dropping|"
    r"give up|gave up|have given up|no longer (?:pursue|fund))) is|"
    r"shelved|will not (?:proceed|advance|move|go)(?: on)? (?:in)?to (?:a )?Phase|will (?:spend|do|"
    r"conduct) no (?:more|further)|(?:do|does|did) not (?:currently |now )?(?:plan|intend|expect) to (?:pursue|"
    r"continue|"
    r"conduct|undertake) (?:any )?(?:further |additional )?(?:clinical )?(?:development|trials|studies|work))\b"
)


_TAKEN_OUT = cue(
    r"\b(?:taken|took|pulled|withdrawn|withdrew|removed) (?:our |the |it, )?[\w-]{3,20}(?: [\w-]{2,20})? out of\b"
)
"""A drug that is no longer tried in a disease ("we have taken QRX-117 out of gout")."""


def _ended(mentions: Mentions, sequence: int) -> set[tuple[str, str | None]]:
    """Drugs on which all work was stopped (for one disease, where one is named), by sentences that name no stage."""
    context = mentions.context
    text = context.text(sequence)
    out: set[tuple[str, str | None]] = set()
    for match in _STOPPED_WORK.finditer(text):
        start, end = context.sentence_at(sequence, match.start())
        drugs = {m.name for m in mentions.compounds_in(sequence, start, end)}
        ill = mentions.indications_in(sequence, start, end)
        other = match[0].endswith("Phase") or not find_triggers(text, start, end)
        if len(drugs) == 1 and len(ill) < 2 and other:
            out |= {(name, ill[0].ref.name if ill else None) for name in drugs}
    for match in _TAKEN_OUT.finditer(text):
        start, end = context.sentence_at(sequence, match.start())
        left = [m.name for m in mentions.compounds_in(sequence, start, end) if match.start() < m.start < match.end()]
        sick = [d for d in mentions.indications_in(sequence, start, end) if 0 <= d.start - match.end() < 12]
        if len(set(left)) == 1 and sick:
            out.add((left[0], sick[0].ref.name))
    return out


def _is_ended(stage: Stage, ended: set[tuple[str, str | None]]) -> bool:
    return any(
        name == stage.compound
        and (disease is None or (stage.disease is not None and contained(stage.disease.name, disease)))
        for name, disease in ended
    )


def _same(one: IndicationRef | None, other: IndicationRef | None) -> bool:
    if one is None or other is None:
        return one is other
    return contained(one.name, other.name)


def _merged(found: Sequence[Stage], ended: set[tuple[str, str | None]]) -> list[Stage]:
    """One stage per drug, disease, phase (and part where both parts are told with different courses)."""
    groups: list[list[Stage]] = []
    for stage in found:
        for group in groups:
            first = group[0]
            if (first.compound, first.phase) == (stage.compound, stage.phase) and any(
                _same(g.disease, stage.disease) for g in group
            ):
                group.append(stage)
                break
        else:
            groups.append([stage])
    out = [s for group in groups for s in _resolved(group)]
    kept = []
    for stage in out:
        same = [s for s in out if s.compound == stage.compound and s is not stage]
        phases = {s.phase for s in same if _same(s.disease, stage.disease)}
        begun = [s for s in same if s.phase in _CLINICAL and s.status != "planned"]
        if stage.phase in ("preclinical", "discovery") and any(
            not stage.own or _same(s.disease, stage.disease) for s in begun
        ):
            continue
        if stage.phase == "marketed" and not stage.own and any(
            s.phase in _TRIED and s.own and s.status in ("active", "planned") and _same(s.disease, stage.disease)
            for s in same
        ):
            continue  # sold elsewhere for another use
        if stage.phase == "discovery" and "preclinical" in phases:
            continue
        if stage.phase == "ind" and stage.status != "planned" and any(
            s.phase in _CLINICAL and s.status != "planned" for s in same if _same(s.disease, stage.disease)
        ):
            continue
        if stage.phase == "approved" and "marketed" in phases:
            continue
        if (stage.disease is None or not stage.own) and any(
            s.phase == stage.phase and s.own and s.disease for s in same
        ):
            continue
        if _is_ended(stage, ended) and stage.status in ("active", "completed") and stage.phase != "marketed":
            stage = _with(stage, "discontinued")
        kept.append(stage)
    return kept


def _with(stage: Stage, status: str) -> Stage:
    return replace(stage, status=status, rule="phase-discontinued_1")


def _resolved(group: list[Stage]) -> list[Stage]:
    """The statements of one stage → what holds: said before assumed, an end before a course before a plan.

    Phases 2a and 2b told with different courses are two stages.
    """
    certain = [s for s in group if s.certain] or group
    said = [s for s in certain if s.said] or certain
    parts = {s.part for s in said if s.part}
    if len(parts) > 1:
        loose = [s for s in said if not s.part]
        split = [_chosen([s for s in said if s.part == part]) for part in sorted(parts)]
        if len({s.status for s in split}) > 1:
            return (
                split
                if all(_rank(s) <= max(map(_rank, split)) for s in loose)
                else [*split[:-1], _chosen([*loose, *said])]
            )
    return [_chosen(said)]


def _rank(stage: Stage) -> int:
    return _RANK[stage.status]


def _chosen(said: list[Stage]) -> Stage:
    best = max(said, key=lambda s: (_rank(s), s.own))
    alike = [s for s in said if s.status == best.status]
    diseases = [s.disease for s in alike if s.disease is not None and s.own] or [
        s.disease for s in alike if s.disease is not None
    ]
    disease = max(diseases, key=lambda d: (len(d.name), d.name)) if diseases else best.disease
    spans = tuple(sorted({span for s in alike[:3] for span in s.spans}))
    planned_text = next((s.planned_text for s in alike if s.planned_text), None)
    date = next((s.date for s in alike if s.date), None)
    return replace(best, disease=disease, spans=spans, planned_text=planned_text, date=date)


def _confidence(stage: Stage) -> float:
    base = 0.95 if stage.said else 0.9
    if not stage.own:
        base -= 0.2
    if not stage.certain:
        base -= 0.2
    return round(base, 2)


def _claims(context: Context, found: Sequence[Stage]) -> Iterator[ProgramClaim]:
    for stage in sorted(found, key=lambda s: (s.spans[0], s.compound, s.phase, s.status)):
        evidence = tuple(context.evidence(*span) for span in stage.spans)
        source = Source(stage.rule, _confidence(stage), evidence)
        yield ProgramClaim(
            stage.compound, stage.disease, stage.phase, stage.status, source, stage.date, stage.planned_text
        )
