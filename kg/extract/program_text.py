"""Sentences → stages of development: which drug, for which disease, how far, with what course (`Stage`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.dates import find_dates
from kg.extract.mentions import CompoundMention, DiseaseMention, Mentions
from kg.extract.program_phrases import (
    GENERIC,
    HYPOTHETICAL,
    ONGOING,
    PERIOD,
    PLANNED,
    VOLUNTEERS,
    Trigger,
    find_stages,
    settle,
    status_of,
)
from kg.extract.scan import cue, lower
from kg.model import IndicationRef


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


@dataclass
class Memory:
    """What a document says of drugs and their diseases, worked out when first asked for."""

    mentions: Mentions
    sequence: int
    topic: str | None = None
    """The drug named most often."""
    usual: dict[str, IndicationRef | None] = field(default_factory=dict)
    given: dict[int, dict[str, tuple[DiseaseMention, ...]]] = field(default_factory=dict)
    """Number of a sentence → drug → the diseases it gives to the drug."""


_LONG = 4000
"""A longer "sentence" is no sentence."""
_ENOUGH = 60
"""So many sentences tell what disease a document mostly speaks of."""
_COMPARATOR = re.compile(
    r"(?:\b(?:versus|vs\.?|compar(?:ed|es|ing) (?:with|to|[A-Z][\w-]+ (?:with|to|and|against))|against|added to|on "
    r"top of|in combination with|combined with|plus|together with|over|than|relative to|"
    r"compete(?:s|d)? with|competing with|alternative to|background|receiving|standard|following|failed|unlike|"
    r"similar to|derived from|analog(?:ue)? of|as well as standard)"
    r"(?: (?:the|an?|standard|its|oral|current|approved|PD-1|antibody|inhibitor)){0,3} )$",
    re.I,
)
_OF_DRUG = re.compile(
    r"^[^;:.]{0,90}?(?:\b(?:of|with|test|tests|testing|evaluate|evaluating|evaluates|for|studying|study|using|on|"
    r"give|giving|called|its|the name|comparing|assessing|examining|to|include|includes|including|are|is)|,)"
    r"(?: (?:[\w’'®™-]+)){0,4} [“\"(]?$"
)
_DIRECT = re.compile(
    r"^(?: (?:clinical |pivotal |human |[\w-]+ )*(?:trials?|stud(?:y|ies)|program(?:me)?s?|development|testing|"
    r"tests?|data|results?|work|evaluation|investigation|proof of concept))?(?: (?:of|with|testing|to test|"
    r"evaluating|to evaluate|for|comparing)) (?:[\w’'®™-]+ ){0,3}[“\"(]?$"
)
_SOLD_DIRECT = re.compile(r"^ ?(?:of |, )?(?:[\w’'®™-]+ ){0,4}[“\"(]?$")
_ANAPHORA = cue(
    r"\b(?:(?:that|this|the same|such|said|each|either|both|these|those) (?:\w+ )?(?:use|uses|disease|diseases|"
    r"indications?|conditions?|disorders?|setting|field|cancers?|tumou?rs?|patients|population)|"
    r"(?:in|for) (?:both|either))\b",
    re.I,
)
_NOT_THE_INDICATION = re.compile(
    r"(?:\b(?:adverse (?:events?|effects?|reactions?)|side[- ]effects?|toxicit\w+|incidence of|risk of|rates? of|"
    r"caused|causes|history of|exclud\w+|because of|due to|cases of|episodes of|deaths? from|"
    r"markers? of|lack of|despite|including mild|such as mild|most common(?:ly)?|experienced|reported|developed|"
    r"signs of)(?:[ ,:]+(?:were|was|are|is|include[sd]?|including|such as|of|and|or|mild|severe|serious|transient|"
    r"the|with|by|in|(?!trials?|stud(?:y|ies)|patients)[a-z]+,)){0,5}) ?$",
    re.I,
)
_DESIGNATED = cue(r"\b(?:orphan|fast[- ]track|breakthrough|designat\w+|priority review|PRIME|RMAT|QIDP)\b", re.I)
_RESPECTIVELY = re.compile(r"\brespectively\b")
_PART = re.compile(r"\b(?:part|portion|component|segment)\b")
_PLURAL = re.compile(r"\b(?:both|each|these|those|all (?:three|two|four|of these))\b", re.I)
_BOUNDARIES = (
    re.compile(r"; "),
    re.compile(r", (?:and|but|while|whereas|although|though|yet|with|where) "),
    re.compile(r" (?:and|but|while|whereas|although|whose|before|after) "),
    re.compile(r", | [–—] |\. "),
    re.compile(r": "),
)
_FILED_DONE = re.compile(
    r"(?<!be )(?<!to )\b(?:submitted|filed|accepted|validated|under (?:\w+ )?review|pending|went to|lodged|in "
    r"review|before the FDA|on file|lies with|awaits|awaiting|being reviewed|action date|decision date|review (?:by|at|of)|resubmitted|"
    r"subject of|is with the|completed (?:the )?(?:rolling )?submission|submission (?:was|is|of)|has sent|"
    r"sent)\b(?! (?:by|in) (?:the )?(?:first|second|third|fourth|end|early|mid|late|20|next))",
    re.I,
)
_IND_DONE = re.compile(
    r"(?<!be )(?<!to )\b(?:submitted|filed|went to|cleared|accepted|allowed|opened|active|effective|in effect|took effect|"
    r"approved|stage|open|in place|on file|cleared|clearance|acceptance|under (?:an?|the|our|its|that)|has|holds|"
    r"received)\b",
    re.I,
)
_DEVELOPS_FOR = re.compile(
    r"\b(?:for|in|against|treat(?:s|ing|ment of)?|treatment for|therapy for|of patients with|with|prevent(?:s|ing|"
    r"ion of)?|as a treatment for|intended for|targeting|models? of|use in|from)(?: (?:the|patients|adults|children|"
    r"people|women|men|a|an|treatment|of|with|who|have|suffering|from|prevention|acute|chronic))* $"
)


def _segments(text: str, start: int, end: int, triggers: Sequence[Trigger]) -> Iterator[tuple[int, int, Trigger]]:
    """Each stage with the part of the sentence that speaks of it."""
    cuts = [start]
    for left, right in zip(triggers, triggers[1:], strict=False):
        cut = right.start
        for boundary in _BOUNDARIES:
            found = [m for m in boundary.finditer(text, left.end, right.start)]
            if found:
                cut = found[-1].start() + 1
                break
        cuts.append(cut)
    cuts.append(end)
    for number, trigger in enumerate(triggers):
        yield cuts[number], cuts[number + 1], trigger


def _coordinated(text: str, group: list[CompoundMention], chosen: CompoundMention) -> list[str]:
    """The chosen drug with those named in one breath with it ("A and B")."""
    index = group.index(chosen)
    kept = {index}
    for step, stop in ((-1, -1), (1, len(group))):
        here = chosen
        for other in range(index + step, stop, step):
            one, two = sorted((here, group[other]))
            gap = text[one.end : two.start].replace(")", "")
            if not (re.fullmatch(r",? and |, | & ", gap) or (gap == " (" and one.name == two.name)):
                break
            here = group[other]
            kept.add(other)
    return list(dict.fromkeys(group[i].name for i in sorted(kept)))


def _compounds(text: str, start: int, end: int, trigger: Trigger, found: Sequence[CompoundMention]) -> list[str]:
    """The drugs whose stage the segment tells."""
    named = [
        m for m in found
        if start <= m.start and m.end <= end and (trigger.phase in ("marketed", "approved") or not _COMPARATOR.search(text[max(start, m.start - 48) : m.start]))
    ]  # fmt: skip
    if not named:
        return []
    before = [m for m in named if m.end <= trigger.start]
    after = [m for m in named if m.start >= trigger.end]
    gap = text[trigger.end : after[0].start] if after else ""
    if after and (_SOLD_DIRECT.match(gap) and not before if trigger.phase == "marketed" else _DIRECT.match(gap)):
        return _coordinated(text, named, after[0])
    if (
        trigger.phase == "marketed"
        and after
        and re.match(
            r"(?:net )?sales of|sells|markets|we sell|we market|launched|has|have", text[trigger.start : trigger.end]
        )
        and _SOLD_DIRECT.match(gap)
    ):
        return _coordinated(text, named, after[0])
    if (
        after
        and _OF_DRUG.match(gap)
        and (
            not before
            or (
                after[0].form == "name"
                and re.search(r"(?:\bof|\btest(?:ing)?|\bevaluat\w+)(?: [\w’'-]+){0,3} [“\"(]?$", gap)
            )
        )
    ):
        return _coordinated(text, named, after[0])
    if before:
        inside = [m for m in before if m.form == "name"] or before
        chosen = before[-1] if before[-1].form == "pronoun" else inside[-1]
        at = before.index(chosen)
        while at and text[before[at - 1].end : before[at].start] == " or ":
            at -= 1  # "either A or B": B is the comparator
        return _coordinated(text, before, before[at])
    inside = [m for m in named if m.start < trigger.end and m.end > trigger.start]
    return [inside[0].name] if inside else _coordinated(text, named, after[0]) if after and len(gap) < 140 else []


def _diseases(
    text: str, start: int, end: int, trigger: Trigger, found: Sequence[DiseaseMention]
) -> tuple[DiseaseMention, ...]:
    """The diseases for which the segment tells the stage."""
    usable = [
        m
        for m in found
        if start <= m.start
        and m.end <= end
        and not _NOT_THE_INDICATION.search(text[max(start, m.start - 60) : m.start])
    ]
    after = [m for m in usable if m.start >= trigger.end]
    if after:
        cut = _DESIGNATED.search(text, trigger.end, end)
        near = [m for m in after if cut is None or m.end <= cut.start()] or after[:1]
        stop = re.search(
            r"; |, (?:which|where|but|while|who|whose|and (?:with|the|other|by|to|we|it|its|our|has|have|is|are)) | "
            r"(?:were|was|had|showed|reported|included|experienced|developed) |(?<=[a-z]): | which ",
            text[near[0].end : end],
        )
        limit = near[0].end + stop.start() if stop else end
        kept = [m for m in near if m.start < limit]
        return tuple(kept)
    before = [m for m in usable if m.end <= trigger.start]
    if not before:
        return tuple(usable)
    group = [before[-1]]
    for mention in reversed(before[:-1]):
        between = text[mention.end : group[0].start]
        if not re.fullmatch(r"(?:,? (?:and|or)|,)(?: (?:in|for|the|of|with|patients|treatment))* ?", between):
            break
        group.insert(0, mention)
    return tuple(group)


def _given(memory: Memory, number: int) -> dict[str, tuple[DiseaseMention, ...]]:
    """Every disease of a sentence belongs to the drug named last before it, else to the first after it.

    A sentence without a drug speaks of the one drug of the sentence before it.
    """
    if number in memory.given:
        return memory.given[number]
    mentions, sequence = memory.mentions, memory.sequence
    spans = mentions.context.sentences(sequence)
    start, end = spans[number]
    by_drug: dict[str, list[DiseaseMention]] = defaultdict(list)
    if end - start < _LONG:
        text = mentions.context.text(sequence)
        drugs = mentions.compounds_in(sequence, start, end)
        if not drugs and number:
            before = mentions.compounds_in(sequence, *spans[number - 1])
            drugs = before if len({m.name for m in before}) == 1 else ()
        for disease in mentions.indications_in(sequence, start, end) if drugs else ():
            if _NOT_THE_INDICATION.search(text[max(0, disease.start - 60) : disease.start]):
                continue
            ahead = [d for d in drugs if d.end <= disease.start]
            by_drug[(ahead[-1] if ahead else drugs[0]).name].append(disease)
    memory.given[number] = {name: tuple(found) for name, found in by_drug.items()}
    return memory.given[number]


def last_diseases(memory: Memory, number: int, name: str, back: int = 4) -> tuple[DiseaseMention, ...]:
    """The diseases that the nearest of the `back` sentences before gave to the drug."""
    for earlier in range(number - 1, max(-1, number - back - 1), -1):
        found = _given(memory, earlier).get(name)
        if found:
            return found
    return ()


def usual_disease(memory: Memory, name: str) -> IndicationRef | None:
    """The disease the document mostly speaks of with the drug, None when there is no clear one."""
    if name in memory.usual:
        return memory.usual[name]
    mentions, sequence = memory.mentions, memory.sequence
    spans = mentions.context.sentences(sequence)
    numbers: dict[int, None] = {}
    for mention in mentions.named.get(sequence, ()):
        if mention.name == name and len(numbers) < _ENOUGH:
            number = max(0, bisect_right(spans, mention.start, key=lambda s: s[0]) - 1)
            numbers[number] = None
            if number + 1 < len(spans) and not mentions.compounds_in(sequence, *spans[number + 1]):
                numbers[number + 1] = None
    counts: Counter[str] = Counter()
    refs: dict[str, IndicationRef] = {}
    for number in numbers:
        for disease in _given(memory, number).get(name, ()):
            key = " ".join(sorted(set(re.findall(r"\w{3,}", disease.ref.name.lower()))))
            counts[key] += 1
            refs.setdefault(key, disease.ref)
    ranked = counts.most_common(2)
    clear = bool(ranked)
    if len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]:
        one, two = (set(key.split()) for key, _ in ranked)
        clear = one <= two or two <= one
    memory.usual[name] = refs[ranked[0][0]] if clear else None
    return memory.usual[name]


def survey(mentions: Mentions, sequence: int) -> Memory:
    """A memory of one document."""
    counts = Counter(m.name for m in mentions.named.get(sequence, ()))
    return Memory(mentions, sequence, counts.most_common(1)[0][0] if counts else None)


def judge(text: str, start: int, end: int, trigger: Trigger) -> tuple[str, bool] | None:
    """(status, said) of a stage in its segment, None where the words state no fact."""
    passage = text[start:end]
    left = text[start : trigger.start]
    if GENERIC.search(passage) or re.search(
        r"\b[Bb]ased (?:up)?on (?:[\w-]+,? ){0,6}$", text[max(0, trigger.start - 70) : trigger.start]
    ):
        return None
    if HYPOTHETICAL.search(left) and not re.search(
        r"\bshould (?:enter|begin|start|get)", left + text[trigger.start : trigger.end]
    ):
        return None
    if trigger.phase in ("marketed", "approved"):
        if (
            re.search(
                r"\b(?:no longer|discontinued|withdrawn|not (?:been |yet )?(?:approved|launched|marketed|sold)|"
                r"ceased)\b",
                passage,
            )
            and trigger.phase == "marketed"
        ):
            return (
                ("discontinued", True)
                if re.search(r"no longer (?:sold|marketed)|withdrawn|discontinued", passage)
                else None
            )
        return "active", True
    status, said = status_of(passage, trigger, start)
    if "-" in trigger.phase and status == "completed" and _PART.search(passage) and ONGOING.search(passage):
        status = "active"  # the first part of a Phase 1/2 trial is over, the second is not
    if trigger.phase in ("filed", "ind"):
        if status == "discontinued":
            return status, True
        done = (_FILED_DONE if trigger.phase == "filed" else _IND_DONE).search(passage)
        if trigger.status == "active" or (done and not PLANNED.search(passage[: done.end()][-60:])):
            return "active", True
        return ("planned", True) if PLANNED.search(passage) else None
    if trigger.phase in ("preclinical", "discovery") and (
        status == "completed"
        or (status == "planned" and not PLANNED.search(text, max(start, trigger.start - 70), trigger.start))
    ):
        status = "active"
    return status, said


def stages(memory: Memory, skip: Sequence[tuple[int, int]] = ()) -> Iterator[Stage]:
    """Every stage the prose of a document states; `skip` are the spans of table rows, read elsewhere."""
    mentions, sequence = memory.mentions, memory.sequence
    text = mentions.context.text(sequence)
    spans = mentions.context.sentences(sequence)
    rows = iter([*skip, (len(text) + 1, len(text) + 1)])
    row = next(rows)
    for number, triggers in _by_sentence(spans, find_stages(text, lower(text))):
        start, end = spans[number]
        while row[1] <= start:
            row = next(rows)
        if row[0] <= start or end - start > _LONG:
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
        if drugs or found or numbered or applied or _ANAPHORA.search(text, start, end):
            yield from _sentence(memory, number, start, end, triggers, found)


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
    crowded = len({m.name for m in resolved}) > 3
    for begin, stop, trigger in _segments(text, start, end, triggers):
        verdict = judge(text, begin, stop, trigger)
        here = _compounds(text, begin, stop, trigger, resolved)
        own = _diseases(text, begin, stop, trigger, found)
        certain, spans = True, [(sequence, start, end)]
        if here:
            changed = here != names
            names = here
        elif heard and names:
            changed = False
        else:
            changed = True
            earlier = [m for m in resolved if m.end <= begin]
            salient = earlier[-1] if earlier else mentions.salient(sequence, start)
            if salient is None and memory.topic and own and (trigger.phase[0].isdigit() or trigger.phase == "filed"):
                names, certain = [memory.topic], False
            else:
                names = [salient.name] if salient else []
            if salient and not earlier:
                spans.insert(0, (sequence, *mentions.context.sentence_at(sequence, salient.start)))
        heard = True
        if verdict is None or not names or (crowded and trigger.phase in ("marketed", "approved", "filed")):
            diseases = own or diseases
            continue
        status, said = verdict
        volunteers = VOLUNTEERS.search(text, begin, stop) is not None
        for name in names:
            refs: list[tuple[IndicationRef | None, bool, list[tuple[int, int, int]]]] = []
            if own:
                diseases = own
                refs = [(d.ref, True, spans) for d in own]
            elif volunteers and not diseases:
                refs = [(None, True, spans)]
            elif diseases and (not changed or _ANAPHORA.search(text, begin, stop)):
                refs = [(d.ref, True, spans) for d in diseases]
            elif (
                _PLURAL.search(text, begin, stop)
                and len(last_diseases(memory, number, name)) > 1
                and _ANAPHORA.search(text, begin, stop)
            ):
                given = last_diseases(memory, number, name)
                refs = [
                    (d.ref, False, [*spans, (sequence, *mentions.context.sentence_at(sequence, d.start))])
                    for d in given
                ]
            else:
                refs = [_inherited(memory, number, name, text[begin:stop], spans)]
                before = [d for d in found if d.end <= begin]
                if refs[0][0] is None and before and not [d for d in resolved if d.end <= begin]:
                    refs = [(before[-1].ref, False, spans)]
            if len(names) > 1 and len(names) == len(refs) and _RESPECTIVELY.search(text, begin, stop):
                refs = [refs[names.index(name)]]
            for ref, mine, where in refs:
                if ref is None and trigger.phase in ("marketed", "approved", "filed", "ind"):
                    continue
                planned = (
                    (PERIOD.search(text, trigger.end, stop) or PERIOD.search(text, begin, trigger.start))
                    if status == "planned"
                    else None
                )
                dated = find_dates(text[begin:stop]) if status in ("completed", "discontinued") else []
                yield Stage(
                    name, ref, trigger.phase, trigger.part, status, said, mine, _rule(trigger.phase, status), tuple(sorted(set(where))),
                    planned[0] if planned else None, dated[0][2] if len(dated) == 1 else None, certain,
                )  # fmt: skip


def recent_disease(memory: Memory, number: int) -> DiseaseMention | None:
    """The disease named last in the three sentences before: what "that disease" means."""
    spans = memory.mentions.context.sentences(memory.sequence)
    for back in range(number - 1, max(-1, number - 4), -1):
        start, end = spans[back]
        if end - start < _LONG:
            found = memory.mentions.indications_in(memory.sequence, start, end)
            if found:
                return found[-1]
    return None


def _heading(memory: Memory, number: int) -> tuple[DiseaseMention, ...]:
    """The one disease of a short heading right before a sentence ("Crohn's disease. QRX-117 is …")."""
    start, end = memory.mentions.context.sentences(memory.sequence)[number - 1] if number else (0, 0)
    found = memory.mentions.indications_in(memory.sequence, start, end) if 0 < end - start < 60 else ()
    return found if len(found) == 1 else ()


def _inherited(
    memory: Memory, number: int, name: str, passage: str, spans: list[tuple[int, int, int]]
) -> tuple[IndicationRef | None, bool, list[tuple[int, int, int]]]:
    """The disease that an earlier sentence gave to the drug."""
    sequence, context = memory.sequence, memory.mentions.context

    def where(disease: DiseaseMention) -> list[tuple[int, int, int]]:
        return [*spans, (sequence, *context.sentence_at(sequence, disease.start))]

    if _ANAPHORA.search(passage):
        recent = recent_disease(memory, number)
        if recent:
            return recent.ref, False, where(recent)
    diseases = last_diseases(memory, number, name) or _heading(memory, number)
    if len({d.ref.name.lower() for d in diseases}) == 1:
        return diseases[0].ref, False, where(diseases[0])
    return usual_disease(memory, name), False, spans


def _rule(phase: str, status: str) -> str:
    if phase in ("marketed", "approved", "filed", "ind", "preclinical", "discovery"):
        return f"stage-{phase}_1"
    return f"phase-{'current' if status == 'active' else status}_1"
