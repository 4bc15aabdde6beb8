"""Words that stand for a drug or a disease, or are an unread name → what they mean: "the latter", "all three are"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.late import late
from kg.extract.mentions import CompoundMention, DiseaseMention
from kg.extract.program_memory import Memory
from kg.extract.program_order import member, ordinals
from kg.extract.program_phrases import Trigger
from kg.extract.program_unread import is_unread

_PREPOSITION = late(r"\b(?:for|in|against|of) \Z", re.I)


def by_place(
    memory: Memory, number: int, span: tuple[int, int], trigger: Trigger,
    named: Sequence[CompoundMention], found: Sequence[DiseaseMention],
) -> tuple[list[str], tuple[DiseaseMention, ...]]:  # fmt: skip
    """The drugs and diseases that "the first", "the latter" mean: of the sentence so far, else of the one before."""
    sequence, context = memory.sequence, memory.mentions.context
    text = context.text(sequence)
    places = ordinals(text, *span)
    nearest = [p for p in places if p[0] < trigger.start][-1:] or places[:1]
    names: list[str] = []
    ill: list[DiseaseMention] = []
    for start, place in nearest:
        if any(start <= m.start < trigger.start and m.form == "name" for m in named):
            continue  # "the first, A, is in Phase 2"
        drugs = list(dict.fromkeys(m.name for m in named if m.end <= start and m.form == "name"))
        sick = [d for d in found if d.end <= start]
        before = context.sentences(sequence)[number - 1] if number else (0, 0)
        if len(drugs) < 2 and number:
            drugs = list(dict.fromkeys(m.name for m in memory.mentions.compounds_in(sequence, *before)))
        if len(sick) < 2 and number:
            sick = list(memory.mentions.indications_in(sequence, *before))
        sick = list({d.ref.name.lower(): d for d in sick}.values())
        disease = member(place, sick)
        drug = member(place, drugs)
        if disease and (_PREPOSITION.search(text, max(span[0], start - 9), start) or drug is None):
            ill.append(disease)
        elif drug:
            names.append(drug)
    return names, tuple(ill)


_ALL = late(
    r"\b(?:[Bb]oth|[Aa]ll (?P<n>two|three|four|five)|[Ee]ach)(?: of (?:them|these|which|the (?:\w+ )?(?:compounds|"
    r"drugs|"
    r"candidates|products|vaccines))| (?:compounds|drugs|candidates|products|vaccines|product candidates))? "
    r"(?:is|are|have|has|were|was|entered|will)\b"
)
_MANY = {"two": 2, "three": 3, "four": 4, "five": 5}


def all_of_them(memory: Memory, number: int, passage: str) -> list[str]:
    """The drugs that "both are", "all three have" mean: those of the nearest of three sentences that names several."""
    match = _ALL.search(passage)
    sequence, spans = memory.sequence, memory.mentions.context.sentences(memory.sequence)
    for back in range(number - 1, max(-1, number - 4), -1) if match else ():
        names = list(dict.fromkeys(m.name for m in memory.mentions.compounds_in(sequence, *spans[back])))
        if len(names) > 1 and match:
            return names if len(names) == _MANY.get(match["n"] or "", len(names) if len(names) < 4 else 0) else []
    return []


_SUBJECT = late(r"(?:\A|\b(?:[Ww]hen|[Aa]fter|[Oo]nce|[Ss]ince|[Bb]efore|and|while|with|by|that|to|than) )"
                      r"([A-Z][a-z]{4,})(?:®|™|\(R\))?(?:, (?:the|an?|our|its) [\w -]{3,60},)? (?:(?:was|is|has been|"
                      r"which is) )?"
                      r"\Z")  # fmt: skip


def unread_subject(memory: Memory, begin: int, trigger: Trigger) -> bool:
    """Is a name that we do not know what is sold or approved ("When Tafordis was | approved")?"""
    mentions, sequence = memory.mentions, memory.sequence
    low = max(begin, trigger.start - 90)
    match = _SUBJECT.search(mentions.context.text(sequence)[low : trigger.start])
    if match is None:
        return False
    at = low + match.start(1)
    known = mentions.compounds_in(sequence, at, at + len(match[1]) + 1)
    return not known and is_unread(mentions, sequence, match[1], at)
