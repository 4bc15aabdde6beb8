"""Sentences with a cue (a stage, a status) → each drug and disease it may speak of (`Triple`), as features.

The names are never looked at: the drug is C and others X, the disease D and others E, the cue T, its rivals U.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.compound_features import tokens
from kg.extract.mentions import CompoundMention, DiseaseMention, Mentions
from kg.extract.program_companions import companions
from kg.extract.program_memory import NOT_THE_INDICATION, Memory, usual_disease
from kg.extract.program_words import contained

LONG = 1500
"""A longer sentence is none."""
FEW = 6
"""Of so many drugs and so many diseases of a sentence each pair is looked at."""
REACH = 4
"""So many sentences back a drug may be meant without its name."""
MOST = 4000
"""So many triples of a document are looked at."""
Mark = tuple[int, int, str]


@dataclass(frozen=True, slots=True, order=True)
class Cue:
    """Words at `[start, end)` that speak of `kind`: a phase ("2", "filed") or a status ("orphan-drug")."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Triple:
    """A drug, a disease and a kind of cue in sentence `number`, with what their places look like."""

    number: int
    drug: CompoundMention
    disease: DiseaseMention
    cue: Cue
    features: frozenset[str]


def class_of(kind: str) -> str:
    """Numbered phases are alike."""
    return "phase" if kind[0].isdigit() else kind


def triples(memory: Memory, by_sentence: Sequence[tuple[int, list[Cue]]]) -> Iterator[Triple]:
    """Every triple of a document worth a look."""
    made = 0
    for number, cues in by_sentence:
        for triple in _sentence(memory, number, cues):
            yield triple
            made += 1
        if made > MOST:
            return


def _drugs(memory: Memory, number: int) -> list[tuple[CompoundMention, str]]:
    """Drugs of a sentence, each name once, else of the sentences around it, with where they stand."""
    mentions, sequence = memory.mentions, memory.sequence
    spans = mentions.context.sentences(sequence)
    here = _once(mentions.resolved_in(sequence, *spans[number]))
    found = [(m, "here") for m in here]
    if any(m.form == "name" for m in here):
        return found[:FEW]
    for back in (1, 2, 3):
        if number >= back:
            before = _once(mentions.compounds_in(sequence, *spans[number - back]))
            found += [(m, f"back{back}") for m in before if m.name not in {f.name for f, _ in found}]
            if before:
                break
    if not found and number + 1 < len(spans):
        found = [(m, "next") for m in _once(mentions.compounds_in(sequence, *spans[number + 1]))]
    return found[:FEW]


def _once(found: Sequence[CompoundMention]) -> list[CompoundMention]:
    kept: dict[str, CompoundMention] = {}
    for mention in found:
        if mention.name not in kept or (kept[mention.name].form != "name" and mention.form == "name"):
            kept[mention.name] = mention
    return list(kept.values())


def _diseases(memory: Memory, number: int) -> list[tuple[DiseaseMention, str]]:
    mentions, sequence = memory.mentions, memory.sequence
    spans = mentions.context.sentences(sequence)
    found = [(d, "here") for d in mentions.indications_in(sequence, *spans[number])][:FEW]
    for back in (1, 2, 3):
        if number >= back and spans[number - back][1] - spans[number - back][0] < LONG:
            before = mentions.indications_in(sequence, *spans[number - back])
            found += [(d, f"back{back}") for d in before[-3:]]
            if found:
                break
    if not any(w == "here" for _, w in found) and number + 1 < len(spans):
        start, end = spans[number + 1]
        if end - start < LONG:
            found += [(d, "next") for d in mentions.indications_in(sequence, start, end)[:2]]
    return found


def _sentence(memory: Memory, number: int, cues: Sequence[Cue]) -> Iterator[Triple]:
    mentions, sequence = memory.mentions, memory.sequence
    spans = mentions.context.sentences(sequence)
    start, end = spans[number]
    around = spans[max(0, number - REACH)][0], spans[min(number + 1, len(spans) - 1)][1]
    if end - start > LONG or not mentions.compounds_in(sequence, *around):
        return
    drugs = _drugs(memory, number)
    diseases = _diseases(memory, number) if drugs else []
    if not drugs or not diseases:
        return
    text = mentions.context.text(sequence)
    named = mentions.resolved_in(sequence, start, end)
    beside = {m.name for m in companions(text, start, named)}
    sick = [d for d, where in diseases if where == "here"]
    for kind in dict.fromkeys(c.kind for c in cues):
        mine = [c for c in cues if c.kind == kind]
        rivals = [c for c in cues if c.kind != kind]
        for drug, of_drug in drugs:
            spots = [m for m in named if m.name == drug.name]
            for disease, of_disease in diseases:
                cue = _nearest(mine, disease if of_disease == "here" else drug if of_drug == "here" else None)
                spot = _closest(spots, cue) if spots else None
                marks: list[Mark] = [(cue.start, cue.end, "T")]
                marks += [(m.start, m.end, "C" if m is spot else "Y" if m.name == drug.name else "X") for m in named]
                marks += [(d.start, d.end, "D" if d is disease else "E") for d in sick]
                marks += [(c.start, c.end, "U") for c in rivals]
                marks += [(c.start, c.end, "S") for c in mine if c is not cue]
                said = set(_features(text, (start, end), marks, class_of(kind), of_drug, of_disease))
                said.add(f"k={kind}")
                if drug.name in beside:
                    said.add("beside")
                if spot and spot.form == "pronoun":
                    said.add("pronoun")
                before = text[max(start, disease.start - 60) : disease.start]
                if of_disease == "here" and NOT_THE_INDICATION.search(before):
                    said.add("not-indication")
                usual = usual_disease(memory, drug.name)
                same = usual is not None and contained(usual.name, disease.ref.name)
                said.add(f"usual={'none' if usual is None else same}{of_disease[:4]}")
                said.add(f"drugs={min(4, len(drugs))}{of_drug[:4]}")
                said.add(f"diseases={min(4, len(sick))}{of_disease[:4]}")
                said.add(f"kinds={min(3, len({c.kind for c in cues}))}")
                yield Triple(number, drug, disease, cue, frozenset(said))


def _nearest(cues: Sequence[Cue], to: CompoundMention | DiseaseMention | None) -> Cue:
    if to is None:
        return cues[0]
    return min(cues, key=lambda c: abs(c.start - to.start))


def _closest(spots: Sequence[CompoundMention], cue: Cue) -> CompoundMention:
    return min(spots, key=lambda m: abs(m.start - cue.start))


def _line(text: str, span: tuple[int, int], marks: Sequence[Mark]) -> list[str]:
    """The words of a sentence with its marks as "<C>", the first of those that overlap."""
    out, at = [], span[0]
    for start, end, name in sorted(marks, key=lambda m: (m[0], "CDT".find(m[2]) < 0, -m[1])):
        if start < at or end > span[1]:
            continue
        out += [text[at:start], f" \ue000{name} "]
        at = end
    return tokens("".join((*out, text[at : span[1]])))


def _features(
    text: str, span: tuple[int, int], marks: Sequence[Mark], kind: str, of_drug: str, of_disease: str
) -> Iterator[str]:
    line = _line(text, span, marks)
    places = {name: line.index(name) for name in ("<C>", "<D>", "<T>") if name in line}
    order = "".join(n[1] for n in sorted(places, key=lambda n: places[n]))
    yield "bias"
    yield f"order={order}"
    yield f"order={order}{kind}{of_drug}{of_disease}"
    yield f"from={of_drug}{of_disease}"
    yield f"from={of_drug}{of_disease}{kind}"
    for name, at in places.items():
        left, right = line[max(0, at - 3) : at][::-1], line[at + 1 : at + 4]
        for side, near in (("<", left), (">", right)):
            for i, word in enumerate(near):
                yield f"{name}{side}{i}={word}"
            yield f"{name}{side}01={' '.join(near[:2])}"
            if near:
                yield f"{name}{kind}{side}={near[0]}"
    for one, other in (("<C>", "<T>"), ("<T>", "<D>"), ("<C>", "<D>")):
        if one in places and other in places:
            yield from _between(line, one[1] + other[1], places[one], places[other], kind)
    if "<T>" in places:
        at = places["<T>"]
        for word in line[max(0, at - 8) : at]:
            yield f"T<{word}"
        for word in line[at + 1 : at + 9]:
            yield f"T>{word}"
    for word in line[:60]:
        yield f"w={word}"
        yield f"w{kind}={word}"


def _between(line: Sequence[str], name: str, one: int, other: int, kind: str) -> Iterator[str]:
    low, high = min(one, other), max(one, other)
    way = name if one < other else name[::-1]
    gap = line[low + 1 : high]
    yield f"{way}len={min(6, len(gap) // 3)}"
    for mark in ("<X>", "<E>", "<U>", "<S>", ";", ",", "and", "<Y>"):
        many = gap.count(mark)
        if many:
            yield f"{way}has{mark}={min(3, many)}"
            yield f"{way}{kind}has{mark}"
    for word in gap[:16]:
        yield f"{way}:{word}"
    for i in range(min(8, len(gap) - 1)):
        yield f"{way}2:{gap[i]} {gap[i + 1]}"
    if len(gap) <= 6:
        yield f"{way}path:{' '.join(gap)}"


def marked_line(mentions: Mentions, sequence: int, number: int, drug: str, cue: Cue) -> list[str]:
    """The words of a sentence with the drug, other drugs and the cue marked."""
    span = mentions.context.sentences(sequence)[number]
    named = mentions.resolved_in(sequence, *span)
    marks: list[Mark] = [(cue.start, cue.end, "T")]
    marks += [(m.start, m.end, "C" if m.name == drug else "X") for m in named]
    return _line(mentions.context.text(sequence), span, marks)
