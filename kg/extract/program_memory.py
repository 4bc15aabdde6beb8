"""What a document says of drugs and their diseases together (`Memory`), worked out when first asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from kg.extract.late import late
from kg.extract.mentions import CompoundMention, DiseaseMention, Mentions
from kg.extract.program_companions import companions
from kg.extract.program_order import in_order, paired
from kg.extract.program_phrases import Trigger, find_stages
from kg.extract.scan import cue, lower
from kg.model import IndicationRef

LONG = 4000
"""A longer "sentence" is no sentence."""
_ENOUGH = 60
"""So many sentences tell what disease a document mostly speaks of."""
ANAPHORA = cue(
    r"\b(?:(?:that|this|the same|such|said|each|either|both|these|those) (?:\w+ )?(?:use|uses|disease|diseases|"
    r"indications?|conditions?|disorders?|setting|field|cancers?|tumou?rs?|patients|population)|"
    r"(?:in|for) (?:both|either)|the (?:disease|disorder|condition)(?! of| that| area| burden| progress| activ))\b",
    re.I,
)
NOT_THE_INDICATION = late(
    r"(?:\b(?:adverse (?:events?|effects?|reactions?)|side[- ]effects?|toxicit\w+|incidence of|risk of|rates? of|"
    r"caused|causes|history of|exclud\w+|because of|due to|cases? of|episodes of|deaths? from|"
    r"markers? of|lack of|despite|including mild|such as mild|most common(?:ly)?|experienced|reported|developed|"
    r"signs of)(?:[ ,:]+(?:were|was|are|is|include[sd]?|including|such as|of|and|or|mild|severe|serious|transient|"
    r"the|with|by|in|(?!trials?|stud(?:y|ies)|patients)[a-z]+,)){0,5}) ?$",
    re.I,
)
AN_EVENT = late(
    r" (?:among|occurred|arose|led|(?:was|were) (?:also )?(?:seen|observed|reported|noted|"
    r"recorded)|in \d+ (?:patients|subjects|people|cases))\b"
)
"""What follows a disease that befell patients of a trial."""


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

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where the document names each drug."""
        found: dict[str, list[int]] = {}
        for mention in self.mentions.named.get(self.sequence, ()):
            found.setdefault(mention.name, []).append(mention.start)
        return found

    @cached_property
    def named_stages(self) -> list[Trigger]:
        """Every stage the document names, in order."""
        text = self.mentions.context.text(self.sequence)
        return find_stages(text, lower(text))


def given_diseases(memory: Memory, number: int) -> dict[str, tuple[DiseaseMention, ...]]:
    """Every disease of a sentence belongs to the drug named last before it, else to the first after it.

    A sentence without a drug speaks of the one drug of the sentence before it.
    """
    if number in memory.given:
        return memory.given[number]
    mentions, sequence = memory.mentions, memory.sequence
    spans = mentions.context.sentences(sequence)
    start, end = spans[number]
    by_drug: dict[str, list[DiseaseMention]] = defaultdict(list)
    if end - start < LONG:
        text = mentions.context.text(sequence)
        drugs = mentions.compounds_in(sequence, start, end)
        if not drugs:
            drugs = mentions.resolved_in(sequence, start, end)
        if not drugs and number:
            before = mentions.compounds_in(sequence, *spans[number - 1])
            drugs = before if len({m.name for m in before}) == 1 else ()
        beside = companions(text, start, drugs)
        if drugs and in_order(text, start, end):
            for drug, disease in paired(text, drugs, mentions.indications_in(sequence, start, end)):
                by_drug[drug.name].append(disease)
        if by_drug:
            memory.given[number] = {name: tuple(found) for name, found in by_drug.items()}
            return memory.given[number]
        for disease in mentions.indications_in(sequence, start, end) if drugs else ():
            if NOT_THE_INDICATION.search(text[max(0, disease.start - 60) : disease.start]):
                continue
            ahead = [d for d in drugs if d.end <= disease.start and d not in beside]
            by_drug[(ahead[-1] if ahead else drugs[0]).name].append(disease)
    memory.given[number] = {name: tuple(found) for name, found in by_drug.items()}
    return memory.given[number]


def last_diseases(memory: Memory, number: int, name: str, back: int = 4) -> tuple[DiseaseMention, ...]:
    """The diseases that the nearest of the `back` sentences before gave to the drug."""
    for earlier in range(number - 1, max(-1, number - back - 1), -1):
        found = given_diseases(memory, earlier).get(name)
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
    for place in memory.places.get(name, ()):
        if len(numbers) >= _ENOUGH:
            break
        number = max(0, bisect_right(spans, place, key=lambda s: s[0]) - 1)
        numbers[number] = None
        if number + 1 < len(spans) and not mentions.compounds_in(sequence, *spans[number + 1]):
            numbers[number + 1] = None
    counts: Counter[str] = Counter()
    refs: dict[str, IndicationRef] = {}
    for number in numbers:
        for disease in given_diseases(memory, number).get(name, ()):
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


def recent_disease(memory: Memory, number: int) -> DiseaseMention | None:
    """The disease named last in the three sentences before: what "that disease" means."""
    spans = memory.mentions.context.sentences(memory.sequence)
    for back in range(number - 1, max(-1, number - 4), -1):
        start, end = spans[back]
        if end - start < LONG:
            found = memory.mentions.indications_in(memory.sequence, start, end)
            if found:
                return found[-1]
    return None


_FIELD = cue(
    r"\b(?:compan(?:y|ies)|compet\w+|products?|treatments?|therap(?:y|ies)|drugs?|candidates?|programs?|approved|"
    r"marketed)\b",
    re.I,
)


def topic_disease(memory: Memory, number: int, back: int = 4) -> DiseaseMention | None:
    """The one disease of a sentence before that names no drug and speaks of many ("companies with drugs for gout")."""
    mentions, sequence = memory.mentions, memory.sequence
    text, spans = mentions.context.text(sequence), mentions.context.sentences(sequence)
    for earlier in range(number - 1, max(-1, number - back - 1), -1):
        start, end = spans[earlier]
        found = mentions.indications_in(sequence, start, end) if end - start < LONG else ()
        if found:
            one = len({d.ref.name.lower() for d in found}) == 1
            alone = one and not mentions.compounds_in(sequence, start, end) and _FIELD.search(text, start, end)
            return found[0] if alone else None
    return None


def heading_disease(memory: Memory, number: int) -> tuple[DiseaseMention, ...]:
    """The one disease of a short heading right before a sentence ("Crohn's disease. QRX-117 is …")."""
    start, end = memory.mentions.context.sentences(memory.sequence)[number - 1] if number else (0, 0)
    found = memory.mentions.indications_in(memory.sequence, start, end) if 0 < end - start < 60 else ()
    return found if len(found) == 1 else ()


_WITH_THEM = cue(r"\b(?:combination (?:trial|study|regimen|therapy|arm|cohort) with|in combination with)\b")
"""A sentence of an unnamed drug says what it is given with."""


def salient_drug(memory: Memory, position: int) -> CompoundMention | None:
    """The drug spoken of before a sentence: not one that another was only compared with or made of."""
    mentions, sequence = memory.mentions, memory.sequence
    found = mentions.salient(sequence, position)
    if found is None:
        return None
    start, end = mentions.context.sentence_at(sequence, found.start)
    inside = mentions.compounds_in(sequence, start, end)
    beside = {m.name for m in companions(mentions.context.text(sequence), start, inside)}
    leading = [m for m in inside if m.name not in beside]
    if not leading and _WITH_THEM.search(mentions.context.text(sequence), start, end):
        return mentions.salient(sequence, start) or found  # the sentence goes on about the drug before it
    return found if found.name not in beside or not leading else leading[0]
