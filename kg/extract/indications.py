"""Text → diseases as a careful reader would underline them: modifiers kept, coordination resolved, vocabulary ids.

A mention starts from a core, which is a name of the vocabularies or a word that looks like a disease ("-itis",
"… syndrome"); it then grows to the left over modifiers ("relapsed or refractory") and to the right over complements
("with preserved ejection fraction", "associated with chronic hepatitis C"). "Duchenne and Becker muscular
dystrophy" gives two mentions. Abbreviations count where the document defines them (`abbreviations`), or where everybody
knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick

from kg.extract.abbreviations import abbreviations_of, long_form
from kg.extract.disease_growth import COMPLEMENT, JOIN, join, left, touch
from kg.extract.disease_slots import in_slots
from kg.extract.disease_words import ALONE, ENDINGS, HEADS, KNOWN, NOT_DISEASES, ORGANISATIONS, TOO_GENERAL, WEAK
from kg.extract.diseases import DiseaseIndex, disease_index
from kg.extract.late import late
from kg.extract.spelling import fold

__all__ = ["IndicationMention", "abbreviations_of", "disease_abbreviations", "find", "long_form"]


@dataclass(frozen=True, slots=True)
class IndicationMention:
    """A disease at `[start, end)` of the text; `name` as written, completed where a coordination shares words.

    `ids` are vocabulary ids ("DOID:9538", "NCIT:C3242") of the disease, else of the nearest name inside the mention.
    """

    start: int
    end: int
    name: str
    ids: tuple[str, ...] = ()


# ── cores ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_Core = tuple[int, int, str]  # start, end, kind: "name" | "head" | "known" | "defined"


@lru_cache(maxsize=1)
def _heads() -> ahocorasick.Automaton:
    """Heads and endings; a value says which, and how long it is."""
    automaton = ahocorasick.Automaton()
    for ending in ENDINGS:
        automaton.add_word(ending, ("ending", len(ending)))
    for head in HEADS:
        automaton.add_word(" " + head, ("head", len(head)))
    automaton.make_automaton()
    return automaton


def _looks(folded: str) -> Iterator[_Core]:
    """Words of `folded` that look like diseases by their ending, and heads; a plural "s" belongs to them."""
    size = len(folded)
    for last, (kind, length) in _heads().iter(" " + folded):
        end = last
        if end < size and folded[end].isalnum():
            if folded[end] != "s" or (end + 1 < size and folded[end + 1].isalnum()):
                continue
            end += 1
        start = last - length
        if kind == "head":
            yield start, end, kind
            continue
        while start > 0 and folded[start - 1].isalpha():
            start -= 1
        if last - length - start > 2:
            yield start, end, "name"


@lru_cache(maxsize=64)
def _either(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{longest_first})(?![\w-])")


_KNOWN = _either(tuple(KNOWN))
_MAY_BE_KNOWN = late(r"[A-Z]{3}|HIV")


def _cores(text: str, folded: str, base: int, index: DiseaseIndex, short: re.Pattern[str] | None) -> list[_Core]:
    """Disjoint cores by position; of two that overlap the longer one, or the earlier."""
    end = base + len(folded)
    found: list[_Core] = [(start, stop, "name") for start, stop in index.spans(folded)]
    found += _looks(folded)
    if short is not None:
        found += [(hit.start() - base, hit.end() - base, "defined") for hit in short.finditer(text, base, end)]
    if _MAY_BE_KNOWN.search(text, base, end):
        found += [(hit.start() - base, hit.end() - base, "known") for hit in _KNOWN.finditer(text, base, end)]
    found.sort(key=lambda core: (core[0], -core[1]))
    kept: list[_Core] = []
    for core in found:
        if kept and core[0] < kept[-1][1]:
            if core[1] - core[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = core
            continue
        kept.append(core)
    return [core for core in kept if folded[core[0] : core[1]] not in NOT_DISEASES]


# ── what is none ────────────────────────────────────────────────────────────────────────────────────────────────────

_NOT_AFTER = late(
    r"[ -](?:cells?|factors?|antigens?|necrosis factor|suppressor|inhibitory|microenvironment|markers?|biology|"
    r"biops(?:y|ies)|"
    r"virus(?!es? infection| infection)|drugs?\b(?= delivery))\b",
    re.I,
)
_ORGANISATION = late(rf"['’]?s?(?: (?:[A-Z][\w&-]*|and|of|for)){{0,5}}? (?:{ORGANISATIONS})\b")
_SCALE = late(  # "Eczema Area and Severity Index", "Parkinson’s Disease Rating Scale"
    r"['’]?s?(?:,? (?:[A-Z][\w-]*|and|of|for|in)){0,6}? (?:Index|Scale|Scores?|Questionnaire|Inventory|Ratings?|"
    r"Checklist|"
    r"Criteria|Assessment)\b"
)
_ORGANISATION_BEFORE = late(
    r"(?:National|American|European|International|Leukemia (?:&|and)|Society of|Institutes? (?:of|for|on)|Centers for|"
    r"Association for|Society for|Foundation for|Journal of) ?$"
)
_PREFIXED = late(r"(?<!\w)(?:anti|pro|counter)[-‐‑–]?$", re.I)


def _not_a_disease(text: str, begin: int, last: int) -> bool:
    """Organisations ("Cystic Fibrosis Foundation") and parts of other names ("tumor necrosis factor")."""
    if _NOT_AFTER.match(text, last):
        return True
    head = text[begin:last].split()[-1]
    if not head[0].isupper() or head.isupper():
        return False
    return bool(
        _ORGANISATION.match(text, last, last + 80)
        or _SCALE.match(text, last, last + 80)
        or _ORGANISATION_BEFORE.search(text[max(0, begin - 24) : begin])
    )


def _weak_alone(surface: str) -> bool:
    """Whether a weak head stands without one of its words: "capital loss"."""
    *before, head = re.split(r"[\s/-]+", surface.lower())
    wanted = WEAK.get(head) or WEAK.get(head.removesuffix("s"))
    return wanted is not None and wanted.isdisjoint(before)


def _bare(low: str) -> bool:
    """Whether a head without any modifier is no indication by itself."""
    return low not in ALONE and low.removesuffix("s") not in ALONE and not low.startswith("hot ")


# ── finding ─────────────────────────────────────────────────────────────────────────────────────────────────────────


_LONGEST = 160  # characters, after which a mention grows no more


def find(
    text: str, start: int = 0, end: int | None = None, abbreviations: Mapping[str, str] | None = None
) -> list[IndicationMention]:
    """Diseases in `text[start:end]`, left to right. `abbreviations`: the document's (see `disease_abbreviations`)."""
    end = len(text) if end is None else end
    index = disease_index()
    folded = fold(text[start:end])
    short = _either(tuple(abbreviations)) if abbreviations else None
    mentions: list[IndicationMention] = []
    floor = start
    cores = _cores(text, folded, start, index, short)
    number = 0
    while number < len(cores):
        first, last, kind = cores[number][0] + start, cores[number][1] + start, cores[number][2]
        number += 1
        if first < floor or _PREFIXED.search(text[max(floor, first - 9) : first]):
            continue
        begin = left(text, floor, first, last, kind == "head")
        while (
            number < len(cores) and last - begin < _LONGEST
        ):  # neighbours: "thrombocytopenia associated with | chronic hepatitis C"
            next_start, next_end, next_kind = cores[number]
            touching = touch(text, begin, last, next_start + start)
            if touching and folded[next_start:next_end] == "symptoms":
                break
            if not touching and (next_start + start - last > 80 or not join(text, last, next_start + start)):
                break
            last = next_end + start
            if kind != "defined" and not (kind == next_kind == "head"):
                kind = "name"
            number += 1
        more = COMPLEMENT.match(text, last, end)
        last = more.end() if more else last
        surface = text[begin:last]
        low = surface.lower()
        if kind == "head" and not more and (_weak_alone(surface) or (begin == first and _bare(low))):
            continue
        if low in TOO_GENERAL or _not_a_disease(text, begin, last):
            continue
        written = surface
        if kind == "defined" and short is not None and abbreviations:
            written = short.sub(lambda hit: abbreviations[hit[0]], surface)
        mentions += _coordinated(text, floor, begin, last, written, index)
        floor = last
    return _with_slots(text, start, end, mentions)


def _with_slots(text: str, start: int, end: int, mentions: list[IndicationMention]) -> list[IndicationMention]:
    """The mentions, with phrases known only by their place where no mention stands."""
    more = [
        IndicationMention(begin, last, text[begin:last])
        for begin, last in in_slots(text, start, end)
        if not any(m.start < last and begin < m.end for m in mentions)
    ]
    return sorted([*mentions, *more], key=lambda m: (m.start, m.end)) if more else mentions


_CONJUNCT = r"[\w-]+(?: [\w-]+)?"
_AND = late(rf"(?:({_CONJUNCT}), )?(?:({_CONJUNCT}), )?({_CONJUNCT}),? (?:and|or|and/or) $")
_AND_LAST = late(r" (?:and|or|and/or) (type )?([A-Z]|[IVX]{1,4}|\d[a-z]?)\b(?![-\w])")


def _coordinated(
    text: str, floor: int, begin: int, last: int, written: str, index: DiseaseIndex
) -> Iterator[IndicationMention]:
    """The mention, with those before it that share its last words ("breast and ovarian cancer"), and one after it."""
    reach = max(floor, begin - 80)
    before = _AND.search(text[reach:begin])
    if before:
        words = written.split()
        for part in before.groups():
            for piece in _tails(part):
                names = (" ".join((piece, *words[cut:])) for cut in range(1, len(words)))
                named = next((name for name in names if index.ids(name)), None)
                if named:
                    yield IndicationMention(text.rfind(piece, reach, begin), last, named, index.ids(named))
                    break
    yield IndicationMention(begin, last, written, _ids(written, index))
    after = _AND_LAST.match(text, last)
    if after and " " in written:
        name = written.rsplit(" ", 1)[0] + " " + after[2]
        ids = index.ids(name)
        if ids:
            yield IndicationMention(begin, after.end(), name, ids)


def _tails(part: str | None) -> Iterator[str]:
    """The words of a conjunct that may belong to a disease, longest first."""
    words = (part or "").split()
    while words:
        yield " ".join(words)
        words = words[1:]


def _ids(name: str, index: DiseaseIndex) -> tuple[str, ...]:
    """Ids of the whole name, else of what stands before its complement, else of its longest known ending or part."""
    found = index.ids(name)
    if found:
        return found
    cut = COMPLEMENT.search(name) or JOIN.search(name)
    words = (name[: cut.start()] if cut else name).split()
    for begin in range(len(words)):
        found = index.ids(" ".join(words[begin:]))
        if found:
            return found
    folded = fold(name)
    for start, end in index.spans(folded):
        return index.ids(folded[start:end])
    return index.ids(KNOWN[words[-1]]) if words and words[-1] in KNOWN else ()


def disease_abbreviations(text: str) -> dict[str, str]:
    """Abbreviations the text defines whose long forms are diseases: what `find` wants."""
    kept = {}
    for short, long in abbreviations_of(text).items():
        inside = find(long)
        if inside and inside[-1].end == len(long) and inside[0].start == 0:
            kept[short] = long
    return kept
