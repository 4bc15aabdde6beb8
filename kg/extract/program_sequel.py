"""Stages of a document → those whose end the sentences after them tell ("We stopped the study and will not go on")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.late import late
from kg.extract.program_memory import LONG, Memory
from kg.extract.program_phrases import find_triggers
from kg.extract.program_text import Stage
from kg.extract.program_words import contained

AHEAD = 2
"""So many sentences after a stage may tell its end."""
_WORK = (
    r"(?:stud(?:y|ies)|trials?|programs?|programmes?|projects?|development|work|testing|compound|drug|candidate|"
    r"product|molecule|"
    r"indication|use|effort)"
)
_STOPPED = (
    r"(?:stopped|discontinued|terminated|ended|abandoned|halted|closed|dropped|shelved|ceased|given up|wound down|"
    r"suspended|"
    r"brought to an end)"
)
_END = late(
    rf"\b(?:{_STOPPED}|gave up|to (?:stop|end|discontinue|terminate|abandon|halt|drop|shelve|close)) "
    rf"(?:(?:the|this|that|its|our|all|any|further|it|such) ?)*(?:[\w-]+ ){{0,2}}?{_WORK}\b(?! of [A-Z])"
    rf"|\b(?:[Tt]he|[Tt]his|[Tt]hat|[Oo]ur|[Ii]ts|[Aa]ll|[Ff]urther) (?:[\w-]+ ){{0,2}}?{_WORK} (?:was|were|has been|"
    rf"have been|is being|"
    rf"will be) (?:[a-z]+ ){{0,2}}?{_STOPPED}\b"
    r"|\b(?:will|do|does|did|have|has|is|are) not (?:be )?(?:[a-z]+ )?(?:proceed|go on|be(?:ing)? (?:pursued|"
    r"continued|developed|"
    r"taken)|pursued?|continue|continued|taken further|take it|plan(?:ning)? (?:to (?:continue|pursue|conduct|"
    r"develop|resume)|any|"
    r"further)|intend to (?:continue|pursue|conduct|develop|resume))"
    rf"|\b[Nn]o (?:further|more|additional|other) (?:clinical )?{_WORK} (?:is|are|will|was|were|has|have)\b"
    r"|\b(?:decided|elected|chosen|resolved|determined|chose) (?:not to (?:proceed|continue|pursue|develop|advance|"
    r"take)|against)"
    r"|\b(?:[Ii]t|[Tt]he (?:compound|drug|program|programme|candidate)) (?:was|has been) (?:[a-z]+ )?(?:stopped|"
    r"discontinued|terminated|"
    r"abandoned|dropped|shelved|given up)\b"
)
_SUPPOSED = late(r"\b(?:may|might|could|would|if|whether|unless|risk|no assurance|cannot assure)\b", re.I)
_WHOLE = late(
    r"\b(?:program|programme|project|development|compound|drug|candidate|product|molecule|it|all|proceed|go on)\b"
)


def with_ends(memory: Memory, found: Sequence[Stage]) -> list[Stage]:
    """The stages, those as ended that the next sentences say so of."""
    if not found:
        return []
    context, sequence = memory.mentions.context, memory.sequence
    spans = context.sentences(sequence)
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for index, stage in enumerate(found):
        start = max(begin for _, begin, _ in stage.spans)
        by_sentence[bisect_right(spans, start, key=lambda s: s[0]) - 1].append(index)
    out = list(found)
    never: set[int] = set()
    for number, here in by_sentence.items():
        planned = [i for i in here if found[i].status == "planned"]
        if planned and number + 1 < len(spans) and _NEVER_CAME.match(context.text(sequence), spans[number + 1][0]):
            never |= set(planned)
        told = [i for i in here if found[i].status in ("active", "completed") and found[i].phase not in _SOLD]
        if not told:
            continue
        for ahead, passage in _sequel(memory, spans, number, {found[i].compound for i in here}):
            end = _END.search(passage)
            if end is None or _SUPPOSED.search(passage[: end.start()]):
                continue
            ill = [d.ref.name for d in memory.mentions.indications_in(sequence, *spans[ahead])]
            ill = [name for name in ill if name in passage]
            if ill:  # it says which use was given up
                told = [i for i in told if _is_for(found[i], ill)]
                if not told:
                    continue
            drugs = {found[i].compound for i in told}
            whole = len(drugs) == 1 and _WHOLE.search(end[0])
            for i in told if whole else told[-1:]:
                where = tuple(sorted({*found[i].spans, (sequence, *spans[ahead])}))
                out[i] = replace(found[i], status="discontinued", said=True, spans=where, rule="phase-discontinued_1")
            break
    return [stage for i, stage in enumerate(out) if i not in never]


def _is_for(stage: Stage, diseases: Sequence[str]) -> bool:
    return stage.disease is not None and any(contained(stage.disease.name, name) for name in diseases)


_NEW_CLAUSE = late(r"(?:,|;) (?:and|but|while|whereas) ")
_SOLD = ("marketed", "approved", "ind")
_NEVER_CAME = late(
    r"(?:It|That|This|The (?:trial|study)|We) (?:will|did|would|shall) not(?:[.:;,]| (?:happen|now))"
)


def _sequel(
    memory: Memory, spans: Sequence[tuple[int, int]], number: int, drugs: set[str]
) -> Iterator[tuple[int, str]]:
    """The next sentences as long as they speak of nothing else: no other drug, no other stage, no heading."""
    context, sequence = memory.mentions.context, memory.sequence
    text = context.text(sequence)
    for ahead in range(number + 1, min(number + 1 + AHEAD, len(spans))):
        start, end = spans[ahead]
        if end - start > LONG or (end - start < 30 and not _END.search(text, start, end)):
            return  # a heading
        named = {m.name for m in memory.mentions.compounds_in(sequence, start, end)}
        if named - drugs:
            return
        triggers = find_triggers(text, start, end)
        cuts = [m.start() for m in _NEW_CLAUSE.finditer(text, start, triggers[0].start)] if triggers else []
        if triggers and not cuts:
            return
        yield ahead, text[start : cuts[0] if cuts else end]
        if triggers:
            return
