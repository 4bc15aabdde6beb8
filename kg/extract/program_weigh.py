"""Stages that the rules read, and what sentences may say besides → those that stand, weighed by a model."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from kg.extract.drug_triples import Cue, Triple, class_of, marked_line, triples
from kg.extract.late import late
from kg.extract.program_companions import companions
from kg.extract.program_cues import program_cues
from kg.extract.program_memory import Memory
from kg.extract.program_phrases import Trigger, find_triggers
from kg.extract.program_roles import judge
from kg.extract.program_rules import SCORED
from kg.extract.program_status import HYPOTHETICAL, VOLUNTEERS, status_of
from kg.extract.program_text import IN_UNREAD, Stage
from kg.extract.program_unread import speaks_of_another
from kg.extract.program_words import contained
from kg.extract.scorer import margin

PROPOSE = 1.3
"""Margin from which a stage that no rule read is proposed."""
SURELY = 3.0
"""Margin from which another disease is proposed for a stage that a rule read in the same sentence."""
DOUBT = -1.5
"""Margin below which a stage that a rule read is left out."""
STATUSES = ("active", "planned", "completed", "discontinued")


@dataclass(frozen=True, slots=True)
class Looked:
    """A triple with what the rules say of it."""

    triple: Triple
    features: frozenset[str]


def looked_at(memory: Memory, read: Sequence[Stage]) -> list[Looked]:
    """Every triple of a document's cues of development, knowing the stages that the rules read there."""
    context, sequence = memory.mentions.context, memory.sequence
    spans = context.sentences(sequence)
    every = list(triples(memory, program_cues(context.text(sequence), spans, memory.named_stages)))
    known: dict[tuple[str, str], list[Stage]] = {}
    drugs: dict[str, list[Stage]] = {}
    for stage in read:
        known.setdefault((stage.compound, stage.phase), []).append(stage)
        drugs.setdefault(stage.compound, []).append(stage)
    out = []
    for triple in every:
        out.append(Looked(triple, triple.features | said_of(triple, known, drugs, spans[triple.number])))
    return out


def said_of(
    triple: Triple,
    known: dict[tuple[str, str], list[Stage]],
    drugs: dict[str, list[Stage]],
    span: tuple[int, int],
) -> frozenset[str]:
    """What the rules say of a triple, as features."""
    name, kind = triple.drug.name, triple.cue.kind
    mine = known.get((name, kind), [])
    found = set()
    for stage in mine:
        here = any(start == span[0] for _, start, _ in stage.spans)
        if stage.disease is None:
            found.add("rule:no-disease")
        elif contained(stage.disease.name, triple.disease.ref.name):
            found.add(f"rule:all{'' if here else '-elsewhere'}")
            found.add(f"rule:all{class_of(kind)}{stage.own}")
        else:
            found.add("rule:other-disease")
    if not mine:
        others = {s.phase for s in drugs.get(name, ())}
        found.add("rule:other-phase" if others else "rule:no-drug")
        if any(d != name for d, k in known if k == kind):
            found.add("rule:other-drug")
    return frozenset(found)


def status_features(memory: Memory, number: int, drug: str, cue: Cue) -> frozenset[str]:
    """What the words around a cue look like for telling the course of its stage."""
    mentions, sequence = memory.mentions, memory.sequence
    context = mentions.context
    spans = context.sentences(sequence)
    start, end = spans[number]
    line = marked_line(mentions, sequence, number, drug, cue)
    at = line.index("<T>") if "<T>" in line else 0
    said, sure = status_of(context.text(sequence)[start:end], Trigger(cue.start, cue.end, cue.kind), start)
    kind = class_of(cue.kind)
    found = {"bias", f"k={cue.kind}", f"kc={kind}", f"rule={said}{sure}", f"rule={said}{sure}{kind}"}
    for i, word in enumerate(line[max(0, at - 8) : at][::-1]):
        found |= {f"T<{word}", f"T<{i}={word}" if i < 3 else "", f"{kind}<{word}"}
    for i, word in enumerate(line[at + 1 : at + 11]):
        found |= {f"T>{word}", f"T>{i}={word}" if i < 3 else "", f"{kind}>{word}"}
    found |= {f"2:{a} {b}" for a, b in itertools.pairwise(line)}
    found |= {f"w={word}" for word in line}
    if number + 1 < len(spans) and spans[number + 1][1] - spans[number + 1][0] < 1000:
        after = marked_line(mentions, sequence, number + 1, drug, Cue(-1, -1, ""))
        found |= {f"next={word}" for word in after[:25]}
        found |= {f"next2={a} {b}" for a, b in itertools.pairwise(after[:13])}
    found.discard("")
    return frozenset(found)


def course(features: AbstractSet[str]) -> list[tuple[float, str]]:
    """Each course of a stage with its margin, the likeliest first."""
    return sorted(((margin(f"course-{name}", features), name) for name in STATUSES), reverse=True)


_NO_STATEMENT = late(
    r"\b(?:milestones?|payable|pay (?:us|the)|no assurance|cannot assure|responsib(?:le|ility) for|rights? to "
    r"(?:\w+,? ){0,4}(?:sell|market|"
    r"develop|commerciali[sz]e|distribute|make)|licen[cs]e to|compet\w+ (?:drug|product)s? may|means|refers to|"
    r"until the end of)\b",
    re.I,
)


def _states_nothing(text: str, span: tuple[int, int], cue: Cue) -> bool:
    """Do the words of a sentence say that it only supposes, explains or promises what the cue names?"""
    if _NO_STATEMENT.search(text, *span):
        return True
    verdict = judge(text, *span, Trigger(cue.start, cue.end, cue.kind))
    return verdict is None or bool(HYPOTHETICAL.search(text[span[0] : cue.start]))


def weighed(memory: Memory, read: Sequence[Stage]) -> Iterator[Stage]:
    """The stages of a document after weighing."""
    context, sequence = memory.mentions.context, memory.sequence
    spans = context.sentences(sequence)
    text = context.text(sequence)
    best: dict[tuple[str, str, str], tuple[float, Looked]] = {}
    for looked in looked_at(memory, read):
        triple = looked.triple
        key = (triple.drug.name, triple.cue.kind, triple.disease.ref.name.lower())
        likely = margin("program", looked.features)
        if key not in best or likely > best[key][0]:
            best[key] = (likely, looked)
    for stage in read:
        found = [
            item
            for (drug, kind, _), item in best.items()
            if drug == stage.compound
            and kind == stage.phase
            and stage.disease is not None
            and contained(stage.disease.name, item[1].triple.disease.ref.name)
        ]
        doubted = found and max(likely for likely, _ in found) < DOUBT
        if doubted and not _in_row(memory, stage) and not _to_market(text, stage):
            continue
        yield stage if stage.said else _with_course(memory, stage)
    for likely, looked in best.values():
        triple = looked.triple
        if likely < PROPOSE or "beside" in looked.features:
            continue
        if _states_nothing(text, spans[triple.number], triple.cue) or any(
            s.compound == triple.drug.name
            and s.phase == triple.cue.kind
            and s.disease is not None
            and contained(s.disease.name, triple.disease.ref.name)
            for s in read
        ):
            continue
        start, end = spans[triple.number]
        if any(
            (s.compound, s.phase, s.disease) == (triple.drug.name, triple.cue.kind, None)
            and (sequence, start, end) in s.spans
            for s in read
        ) and (VOLUNTEERS.search(text, start, end) or " form " in text[start:end]):
            continue  # it was read, and is for no disease: "a Phase 1 trial in volunteers"
        if likely < SURELY and any(
            (s.compound, s.phase) == (triple.drug.name, triple.cue.kind) and s.own and (sequence, start, end) in s.spans
            for s in read
        ):
            continue  # the sentence was read: another disease of it is rather the one the patients had besides
        if not start <= triple.drug.start < end and speaks_of_another(memory.mentions, sequence, start, end):
            continue
        if IN_UNREAD.match(text, triple.cue.end) or _is_companion(memory, triple, (start, end)):
            continue
        if triple.cue.kind in _SOLD and _sells_another(triple, (sequence, *spans[triple.number]), read):
            continue
        verdict = course(status_features(memory, triple.number, triple.drug.name, triple.cue))
        where = {(sequence, *spans[triple.number])}
        where |= {(sequence, *context.sentence_at(sequence, m.start)) for m in (triple.drug, triple.disease)}
        yield Stage(
            triple.drug.name, triple.disease.ref, triple.cue.kind, "", _possible(triple.cue.kind, verdict), True, True,
            SCORED.name, tuple(sorted(where)),
        )  # fmt: skip


def _is_companion(memory: Memory, triple: Triple, span: tuple[int, int]) -> bool:
    """Was the drug, named in another sentence, only what another drug was given with there?"""
    if span[0] <= triple.drug.start < span[1]:
        return False
    start, end = memory.mentions.context.sentence_at(memory.sequence, triple.drug.start)
    inside = memory.mentions.compounds_in(memory.sequence, start, end)
    return triple.drug in companions(memory.mentions.context.text(memory.sequence), start, inside)


_TO_MARKET = late(
    r"\b(?:cleared|approved|authori[sz]ed|approval|clearance)\b[^.;]{0,240}?"
    r"\b(?:for (?:marketing|sale)|to (?:market|sell))\b"
)


def _to_market(text: str, stage: Stage) -> bool:
    """Does a sentence say of an approval that it was one to market, which no trial needs?"""
    return stage.phase == "approved" and stage.own and any(_TO_MARKET.search(text, s, e) for _, s, e in stage.spans)


def _in_row(memory: Memory, stage: Stage) -> bool:
    """Was a stage read in a row of a table? The model knows sentences."""
    layout = next(t.layout for t in memory.mentions.context.read.texts if t.sequence == memory.sequence)
    return any("\t" in layout[start:end] for _, start, end in stage.spans)


def _sells_another(triple: Triple, span: tuple[int, int, int], read: Sequence[Stage]) -> bool:
    """Do the rules read in a sentence that another drug is sold there?"""
    return any(s.compound != triple.drug.name and s.phase in _SOLD and span in s.spans for s in read)


def _with_course(memory: Memory, stage: Stage) -> Stage:
    """A stage of whose course no rule reads anything → with the likeliest one."""
    spans = memory.mentions.context.sentences(memory.sequence)
    text = memory.mentions.context.text(memory.sequence)
    for _, start, end in stage.spans:
        number = bisect_right(spans, start, key=lambda s: s[0]) - 1
        cues = [t for t in find_triggers(text, start, end) if t.phase == stage.phase]
        if cues and spans[number] == (start, end):
            cue = Cue(cues[-1].start, cues[-1].end, stage.phase)
            verdict = course(status_features(memory, number, stage.compound, cue))
            return replace(stage, status=_possible(stage.phase, verdict)) if verdict[0][0] > 0 else stage
    return stage


_SOLD = ("marketed", "approved")


def _possible(kind: str, verdict: Sequence[tuple[float, str]]) -> str:
    ended = ("active", "discontinued")
    return next(name for _, name in verdict if kind not in ("marketed", "approved") or name in ended)
