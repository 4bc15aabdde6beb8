"""Sentences → stages of development: which drug, for which disease, how far, with what course (`Stage`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.dates import find_dates
from kg.extract.late import late
from kg.extract.mentions import CompoundMention, DiseaseMention, Mentions
from kg.extract.program_meant import all_of_them, by_place, unread_subject
from kg.extract.program_memory import (
    ANAPHORA,
    LONG,
    Memory,
    given_diseases,
    heading_disease,
    last_diseases,
    recent_disease,
    salient_drug,
    topic_disease,
    usual_disease,
)
from kg.extract.program_order import each_own, in_order, paired
from kg.extract.program_phrases import Trigger, settle
from kg.extract.program_roles import compounds_told, diseases_told, judge, segments
from kg.extract.program_status import PERIOD, VOLUNTEERS
from kg.extract.program_unread import speaks_of_another
from kg.extract.scan import cue
from kg.model import IndicationRef

_LABEL = late(r"(?:Current )?(?:Stage|Status|Phase|Development [Ss]tage|Stage of [Dd]evelopment): ")
_RELATIVE = late(r",? ?(?:where|in which|for which|of which) ")
_FOR_WHICH = late(r",? ?(?:for|of|with|on|in) (?:which|whom) ")
_RESPECTIVELY = late(r"\brespectively\b")
_GOES_ON = late(
    r",? ?(?:and|or) (?!(?:[\w-]+ ){0,6}(?:is|are|was|were|has|have|remains|continues|entered|will|goes)\b)"
)
"""How a part of a sentence goes on that has no verb of its own."""
_OTHER_FORM = late(
    r"[;, ]*(?:and |while |but )?(?:the|an?|its|our) (?:new |second |other )?[\w-]+ (?:form|formulation|version|"
    r"preparation)\b"
)
"""How a part of a sentence opens that speaks of a drug in another form, whose use it does not say."""
_FRONTED = late(
    r"(?:Having|After|Following|With|Since|Because|Although|While|Launched|Marketed|Sold|Introduced|Approved|Now|"
    r"Currently|Already|Once|Upon|Despite|First|Originally) "
)
"""How a clause opens that speaks of the drug named after it."""
_BOILERPLATE = cue(
    r"\b(?:forward-looking|differ materially|could cause (?:our |the )?actual|Litigation Reform Act|safe harbor|"
    r"undertakes? "
    r"no (?:obligation|duty)|assumes? no (?:obligation|duty)|risks and uncertainties)\b",
    re.I,
)
"""Sentences that warn of what may happen: whatever they name is told elsewhere, if it is a fact."""
_OPENS_WITH_SALES = late(r"(?:First |Commercial )?(?:[Ss]ales|[Ll]aunch|[Ss]hipments)\b")
_OF_ANOTHER = late(
    r"(?: (?:clinical |human )?(?:trials?|stud(?:y|ies)|programs?|programmes?))(?: \([^)]*\))? (?:of|with|for|"
    r"testing|evaluating) "
    r"(?:(?:its|their|another|other|several|the drug,)\b)"
)
"""A trial of something told by what it is, whose name was not read: no trial of the drug spoken of before."""
IN_UNREAD = late(
    r"(?: (?:clinical |human )?(?:trials?|stud(?:y|ies)))? (?:in|for) (?:patients with )?(?!US\b|USA\b|UK\b|EU\b|FDA\b|"
    r"IND\b|NDA\b|AIDS\b)[A-Z]{2,5}(?:-[A-Z])?\b(?! [A-Z]|[ -]?\d)"
)
"""A stage told for what only letters name."""
_APPLIED = late(
    r"\b(?:the|its|our|this|that|their|supplemental|second|first|such)(?: [\w.-]+){0,3} $|"
    r"\b(?:submit|submits|submitted|submitting|file|files|filed|filing|lodged?|accepted|completed|sent|submission of|"
    r"filing of) "
    r"(?:an?|the)(?: \w+){0,2} $",
    re.I,
)
_PLURAL = late(r"\b(?:both|each|these|those|all (?:three|two|four|of these))\b", re.I)


@dataclass(frozen=True, slots=True)
class Stage:
    """One statement of a stage. `said`: its status is stated, not assumed; `own`: its disease stands beside it."""

    compound: str
    disease: IndicationRef | None
    phase: str
    part: str
    status: str
    said: bool
    own: bool
    rule: str
    spans: tuple[tuple[int, int, int], ...]
    planned_text: str | None = None
    date: str | None = None
    certain: bool = True
    """False where the drug itself was only the most spoken of in the filing."""


def stages(memory: Memory, skip: Sequence[tuple[int, int]] = ()) -> Iterator[Stage]:
    """Every stage the prose of a document states; `skip` are the spans of table rows, read elsewhere."""
    mentions, sequence = memory.mentions, memory.sequence
    text = mentions.context.text(sequence)
    spans = mentions.context.sentences(sequence)
    rows = iter([*skip, (len(text) + 1, len(text) + 1)])
    row = next(rows)
    for number, triggers in _by_sentence(spans, memory.named_stages):
        start, end = spans[number]
        while row[1] <= start:
            row = next(rows)
        if row[0] <= start or end - start > LONG or _BOILERPLATE.search(text, start, end):
            continue
        triggers = settle(text, triggers, start)
        if not triggers:
            continue
        drugs = mentions.compounds_in(sequence, start, end)
        numbered = any(t.phase[0].isdigit() for t in triggers)
        if not drugs and not numbered and not _near(mentions, sequence, start):
            continue
        found = mentions.indications_in(sequence, start, end)
        applied = any(t.phase in ("ind", "filed") for t in triggers)
        labelled = _LABEL.match(text, start) is not None
        led = not drugs and number > 0 and _LED.match(text, start) and _is_head(mentions, sequence, spans[number - 1])
        if drugs or found or numbered or applied or labelled or led or ANAPHORA.search(text, start, end):
            yield from _sentence(memory, number, start, end, triggers, found)


_LED = late(r"(?:IND[- ]enabling|[Pp]re-?clinical|[Tt]oxicology|GLP) (?:[\w-]+ ){0,3}?(?:stud(?:y|ies)|work|testing)\b")
"""How a sentence opens that says of the drug of a heading before it that it is not yet in man."""


def _is_head(mentions: Mentions, sequence: int, span: tuple[int, int]) -> bool:
    """Is a sentence a few words with one drug?"""
    return span[1] - span[0] < 90 and len({m.name for m in mentions.compounds_in(sequence, *span)}) == 1


def _near(mentions: Mentions, sequence: int, start: int) -> bool:
    """Is a drug named not far before?"""
    last = mentions.last_before(sequence, start)
    return last is not None and start - last.end < 900


def _by_sentence(spans: Sequence[tuple[int, int]], found: Sequence[Trigger]) -> Iterator[tuple[int, list[Trigger]]]:
    """Stages grouped by the sentence they stand in."""
    number, group = -1, list[Trigger]()
    for trigger in found:
        here = bisect_right(spans, trigger.start, key=lambda s: s[0]) - 1
        if here < 0 or trigger.end > spans[here][1]:
            continue
        if here != number:
            if group:
                yield number, group
            number, group = here, []
        group.append(trigger)
    if group:
        yield number, group


def _sentence(
    memory: Memory, number: int, start: int, end: int, triggers: Sequence[Trigger], found: Sequence[DiseaseMention]
) -> Iterator[Stage]:
    mentions, sequence = memory.mentions, memory.sequence
    text = mentions.context.text(sequence)
    resolved = mentions.resolved_in(sequence, start, end)
    names: list[str] = []
    diseases: tuple[DiseaseMention, ...] = ()
    heard = False
    course: tuple[str, bool] | None = None
    crowded = len({m.name for m in resolved}) > 3
    aligned = _aligned(text, triggers, resolved, found) if in_order(text, start, end) else {}
    for begin, stop, trigger in segments(text, start, end, triggers):
        verdict = judge(text, begin, stop, trigger)
        if verdict and not verdict[1] and course and _GOES_ON.match(text, begin, stop):
            verdict = course  # "to discontinue A (Phase 1) and B (preclinical)"
        course = verdict if verdict and verdict[1] and verdict[0] == "discontinued" else None
        if verdict and (each := aligned.get(trigger) or _each(text, stop, trigger, resolved, found)):
            for name, sick in each:
                ref, where = sick.ref if sick else usual_disease(memory, name), [(sequence, start, end)]
                yield _stage(trigger, verdict, name, ref, sick is not None, where, text, (begin, stop))
            continue
        here = compounds_told(text, begin, stop, trigger, resolved)
        own = diseases_told(text, begin, stop, trigger, found)
        certain, spans = True, [(sequence, start, end)]
        placed, ill = by_place(memory, number, (begin, stop), trigger, resolved, found)
        if placed and not (here and own):
            here, own = placed, tuple(d for d in own if d.start >= trigger.end)
        own = own or (() if VOLUNTEERS.search(text, begin, stop) else ill)
        here = here or all_of_them(memory, number, text[begin:stop])
        relative = not here and not own and begin > start and _RELATIVE.match(text, begin, stop)
        if relative:
            own = tuple(d for d in found if 0 <= begin - d.end < 3)
        if not here and _FOR_WHICH.match(text, begin, stop):
            here = [m.name for m in resolved if 0 <= begin - m.end < 3]
        if trigger.phase in ("marketed", "approved", "filed") and unread_subject(memory, begin, trigger):
            continue
        if not own and trigger.phase[0].isdigit() and IN_UNREAD.match(text, trigger.end):
            continue  # "a Phase II study in IBS-D": a disease, but which?
        if here:
            changed = here != names
            names = here
        elif heard and names:
            changed = False
        else:
            changed = True
            earlier = [m for m in resolved if m.end <= begin]
            if not earlier and begin == start and _FRONTED.match(text, start):
                earlier = [m for m in resolved if m.start >= stop][:1]
            salient = earlier[-1] if earlier else salient_drug(memory, start)
            if not earlier and (
                _OF_ANOTHER.match(text, trigger.end)
                or not _speaks_on(text, start, end, trigger, bool(own))
            ):
                salient = None
            if not earlier and not resolved and speaks_of_another(mentions, sequence, start, end):
                names, salient = [], None
            elif salient:
                names = [salient.name]
            elif memory.topic and own and (trigger.phase[0].isdigit() or trigger.phase == "filed"):
                names, certain = [memory.topic], False
            else:
                names = []
            if salient and not earlier:
                spans.insert(0, (sequence, *mentions.context.sentence_at(sequence, salient.start)))
        heard = True
        if verdict is None or not names or (crowded and trigger.phase in ("marketed", "approved", "filed")):
            diseases = own or diseases
            continue
        volunteers = VOLUNTEERS.search(text, begin, stop) is not None
        for name in names:
            refs: list[tuple[IndicationRef | None, bool, list[tuple[int, int, int]]]] = []
            if own:
                diseases = own
                refs = [(d.ref, True, spans) for d in own]
            elif begin > start and trigger.phase[0].isdigit() and _OTHER_FORM.match(text, begin, trigger.start):
                refs = [(None, True, spans)]  # "…; the intravenous form has completed Phase I"
            elif volunteers and not diseases:
                refs = [(None, True, spans)]
            elif diseases and (not changed or ANAPHORA.search(text, begin, stop)):
                refs = [(d.ref, True, spans) for d in diseases]
            elif (
                _PLURAL.search(text, begin, stop)
                and len(last_diseases(memory, number, name)) > 1
                and ANAPHORA.search(text, begin, stop)
            ):
                given = last_diseases(memory, number, name)
                refs = [
                    (d.ref, False, [*spans, (sequence, *mentions.context.sentence_at(sequence, d.start))])
                    for d in given
                ]
            elif changed and (told := _given_before(memory, number, name, trigger)):
                refs = [(d.ref, True, spans) for d in told]
            elif head := _of_all(found, resolved):
                refs = [(head.ref, True, spans)]
            else:
                refs = [_inherited(memory, number, name, text[begin:stop] if found else text[start:end], spans)]
                before = [d for d in found if d.end <= begin]
                if refs[0][0] is None and before and not [d for d in resolved if d.end <= begin]:
                    refs = [(before[-1].ref, False, spans)]
            if len(names) > 1 and len(names) == len(refs) and _RESPECTIVELY.search(text, begin, stop):
                refs = [refs[names.index(name)]]
            for ref, mine, where in refs:
                if ref is None and trigger.phase in ("marketed", "approved", "filed", "ind"):
                    continue
                yield _stage(trigger, verdict, name, ref, mine, where, text, (begin, stop), certain)


def _stage(
    trigger: Trigger, verdict: tuple[str, bool], name: str, ref: IndicationRef | None, own: bool,
    where: Sequence[tuple[int, int, int]], text: str, part: tuple[int, int], certain: bool = True,
) -> Stage:  # fmt: skip
    """A stage with the period or the date that the part of its sentence gives."""
    status, said = verdict
    begin, stop = part
    planned = (
        (PERIOD.search(text, trigger.end, stop) or PERIOD.search(text, begin, trigger.start))
        if status == "planned"
        else None
    )
    dated = find_dates(text[begin:stop]) if status in ("completed", "discontinued") else []
    return Stage(
        name, ref, trigger.phase, trigger.part, status, said, own, rule_of(trigger.phase, status),
        tuple(sorted(set(where))),
        planned[0] if planned else None, dated[0][2] if len(dated) == 1 else None, certain,
    )  # fmt: skip


def _each(
    text: str, stop: int, trigger: Trigger, named: Sequence[CompoundMention], found: Sequence[DiseaseMention]
) -> list[tuple[str, DiseaseMention | None]]:
    """Drugs that stand after a stage, each with its own disease: "sales of A (D) and of B (E)"."""
    inside = [m for m in named if trigger.end <= m.start < stop and m.form == "name"]
    return [(drug.name, disease) for drug, disease in each_own(text, stop, inside, [d for d in found if d.end <= stop])]


def _aligned(
    text: str, triggers: Sequence[Trigger], named: Sequence[CompoundMention], found: Sequence[DiseaseMention]
) -> dict[Trigger, list[tuple[str, DiseaseMention | None]]]:
    """Each stage with its drugs and diseases where a sentence tells its lists one for one."""
    drugs = list({m.name: m for m in reversed(named) if m.form == "name"}.values())[::-1]
    own = each_own(text, triggers[0].start, drugs, [d for d in found if d.end <= triggers[0].start])
    if len(triggers) > 1 and len({drug.name for drug, _ in own}) == len(drugs) == len(triggers):
        return {  # "A for D, B for E and C for F, which are in Phase 3, Phase 2 and Phase 1, respectively"
            trigger: [(one.name, disease) for one, disease in own if one.name == drug.name]
            for trigger, drug in zip(triggers, drugs, strict=True)
        }
    ill = paired(text, drugs, found)
    if len(triggers) == 1:
        return {triggers[0]: [(drug.name, disease) for drug, disease in ill]} if ill else {}
    of_drug = {t: d for d, t in paired(text, drugs, triggers)}
    of_disease = dict(paired(text, triggers, found))
    out: dict[Trigger, list[tuple[str, DiseaseMention | None]]] = {}
    for trigger in triggers:
        drug = of_drug.get(trigger) or (drugs[0] if len(drugs) == 1 and trigger in of_disease else None)
        if drug is None:
            continue
        mine = [d for m, d in ill if m.name == drug.name]
        disease = of_disease.get(trigger) or (mine[0] if mine else found[0] if len(found) == 1 else None)
        out[trigger] = [(drug.name, disease)]
    return out


def _of_all(found: Sequence[DiseaseMention], named: Sequence[CompoundMention]) -> DiseaseMention | None:
    """The one disease that stands before all of a sentence's several drugs: "drugs for gout include A, …, B, …"."""
    names = [m for m in named if m.form == "name"]
    if len({d.ref.name.lower() for d in found}) != 1 or len({m.name for m in names}) < 2:
        return None
    return found[0] if found[-1].end <= names[0].start else None


def _speaks_on(text: str, start: int, end: int, trigger: Trigger, own: bool) -> bool:
    """May a sentence without a drug speak of the drug of a sentence before? Sales and approvals need a name."""
    if _LABEL.match(text, start):
        return True
    if trigger.phase in ("marketed", "approved"):
        return _OPENS_WITH_SALES.match(text, start) is not None
    if trigger.phase in ("filed", "ind"):
        done = re.search(
            r"\b(?:was|were|has been|have been|is|are|will be|shall be|"
            r"should) ", text[trigger.end : min(end, trigger.end + 90)]
        )
        return own or bool(done) or _APPLIED.search(text[max(start, trigger.start - 60) : trigger.start]) is not None
    return True


def _given_before(memory: Memory, number: int, name: str, trigger: Trigger) -> list[DiseaseMention]:
    """The diseases that the sentence gave to a drug before it named the stage."""
    return [d for d in given_diseases(memory, number).get(name, ()) if d.end <= trigger.start]


def _inherited(
    memory: Memory, number: int, name: str, passage: str, spans: list[tuple[int, int, int]]
) -> tuple[IndicationRef | None, bool, list[tuple[int, int, int]]]:
    """The disease that an earlier sentence gave to the drug."""
    sequence, context = memory.sequence, memory.mentions.context

    def where(disease: DiseaseMention) -> list[tuple[int, int, int]]:
        return [*spans, (sequence, *context.sentence_at(sequence, disease.start))]

    if ANAPHORA.search(passage):
        recent = recent_disease(memory, number)
        if recent:
            return recent.ref, False, where(recent)
    diseases = last_diseases(memory, number, name) or heading_disease(memory, number)
    if len({d.ref.name.lower() for d in diseases}) == 1:
        return diseases[0].ref, _is_heading(memory, number, diseases[0]), where(diseases[0])
    usual = usual_disease(memory, name)
    field = topic_disease(memory, number) if usual is None else None
    return (field.ref, False, where(field)) if field else (usual, False, spans)


def _is_heading(memory: Memory, number: int, disease: DiseaseMention) -> bool:
    """Does a disease stand in a few words right before the sentence ("AAR-1 in gout. The Phase 2 trial …")?"""
    context = memory.mentions.context
    start, end = context.sentences(memory.sequence)[number - 1] if number else (0, 0)
    return start <= disease.start < end < start + 90 and not _VERB.search(context.text(memory.sequence), start, end)


_VERB = late(r"\b(?:is|are|was|were|has|have|had|will|may|would|completed|began|met|failed|targets|treats)\b")


def rule_of(phase: str, status: str) -> str:
    if phase in ("marketed", "approved", "filed", "ind", "preclinical", "discovery"):
        return f"stage-{phase}_1"
    return f"phase-{'current' if status == 'active' else status}_1"
