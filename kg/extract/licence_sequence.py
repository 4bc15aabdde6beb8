"""A pair of organisations in a sentence → the words of the sentence and of what stands around it, as a sequence.

The linear model (`licence_features`) looks at words near the pair; a sequence keeps the order of all of them, what was
said before ("the Swiss company", "it", "the licensee" mean somebody of whom the sentence before tells), and what is
said next: of an agreement "with" somebody often only the sentence about payments tells who gave and who took.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from kg.extract.document import Context
from kg.extract.licence_features import Line, tokens
from kg.extract.licence_sentence import Sentence, shape_of
from kg.extract.mentions import Mentions
from kg.model import OrgRef

BEFORE, AFTER = 600, 500
"""Characters before and after a sentence that are looked at, and at most two sentences of them."""
WORDS_BEFORE, WORDS_AFTER, MOST = 48, 40, 150
"""Words kept of what stands before, of what stands after, and of all."""
FAR = 9
"""Distances between a word and one of the pair are told up to so many words."""
NOWHERE = 2 * FAR + 2
"""The distance to one who is not named."""
GIVER, TAKER, OTHER = 1, 2, 3
_BEFORE, _AFTER = 4, 8
"""Added to the part of a word that stands before the sentence, or after it."""
PARTS = 3 * _BEFORE
_END = "<.>"
"""Stands between the sentence and what is said before and after it."""
_SAID = ("frame:", "F:", "A=", "B=", "filer=", "orgs=")


@dataclass(frozen=True, slots=True)
class Words:
    """A sequence: words, their classes, their parts (0 a word, 1 giver, 2 taker, 3 another; +4 before the sentence,
    +8 after it), and their distances to giver and taker (0 to 18, `NOWHERE` without one)."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    parts: tuple[int, ...]
    to_giver: tuple[int, ...]
    to_taker: tuple[int, ...]


def before(context: Context, mentions: Mentions, sentence: Sentence) -> Line | None:
    """The words of the one or two sentences before a sentence; None where it is the first."""
    spans = context.sentences(sentence.sequence)
    index = bisect_left(spans, (sentence.start, 0))
    starts = [start for start, _ in spans[max(0, index - 2) : index] if start >= sentence.start - BEFORE]
    if not starts or starts[0] >= sentence.start:
        return None
    return tokens(shape_of(context, mentions, sentence.sequence, starts[0], sentence.start, sentence.paragraph))


def after(context: Context, mentions: Mentions, sentence: Sentence) -> Line | None:
    """The words of the one or two sentences after a sentence; None where it is the last."""
    spans = context.sentences(sentence.sequence)
    end = sentence.start + len(sentence.text)
    index = bisect_left(spans, (max(sentence.start + 1, end - 2), 0))
    stops = [stop for start, stop in spans[index : index + 2] if start >= sentence.start and stop <= end + AFTER]
    if not stops or stops[-1] <= end:
        return None
    return tokens(shape_of(context, mentions, sentence.sequence, end, stops[-1], sentence.paragraph))


def sequence(line: Line, earlier: Line | None, giver: OrgRef, taker: OrgRef, later: Line | None = None) -> Words:
    """The words of a sentence, of those before it and of those after it, as one pair sees them."""
    words, kinds, parts = _seen(line, giver, taker)
    if later:
        told, classes, sides = _seen(later, giver, taker)
        words = [*words, _END, *told[:WORDS_AFTER]]
        kinds = [*kinds, _END, *classes[:WORDS_AFTER]]
        parts = [*parts, _AFTER, *(part + _AFTER for part in sides[:WORDS_AFTER])]
    if earlier:
        told, classes, sides = _seen(earlier, giver, taker)
        words = [*told[-WORDS_BEFORE:], _END, *words]
        kinds = [*classes[-WORDS_BEFORE:], _END, *kinds]
        parts = [*(part + _BEFORE for part in sides[-WORDS_BEFORE:]), _BEFORE, *parts]
    low = _window(parts)
    words, kinds, parts = words[low : low + MOST], kinds[low : low + MOST], parts[low : low + MOST]
    if not words:
        words, kinds, parts = [_END], [_END], [_BEFORE]
    there = [[i for i, part in enumerate(parts) if part % _BEFORE == side] for side in (GIVER, TAKER)]
    to_giver, to_taker = (_distances(len(parts), places) for places in there)
    return Words(tuple(words), tuple(kinds), tuple(parts), to_giver, to_taker)


def said(features: Iterable[str]) -> list[str]:
    """Of the features of a pair those that no sequence shows: what the frames say, kinds of organisation, moods."""
    return sorted(feature for feature in features if feature.startswith(_SAID))


def _seen(line: Line, giver: OrgRef, taker: OrgRef) -> tuple[list[str], list[str], list[int]]:
    words, parts = list(line.plain), [0] * len(line.plain)
    for org, places in line.places.items():
        part = GIVER if org == giver else TAKER if org == taker else OTHER
        for at, _, own in places:
            words[at] = "OAB"[part % 3] + ("'s" if own else "")
            parts[at] = part
    return words, list(line.kinds), parts


def _window(parts: Sequence[int]) -> int:
    """Where to begin when the words are too many: with the pair in the middle."""
    if len(parts) <= MOST:
        return 0
    at = [i for i, part in enumerate(parts) if part in (GIVER, TAKER)] or [len(parts) - MOST // 2]
    return max(0, min((at[0] + at[-1] - MOST) // 2, len(parts) - MOST))


def _distances(length: int, places: Sequence[int]) -> tuple[int, ...]:
    """From each word to the nearest of some places, in words, from 0 (far before it) to 2 · FAR."""
    if not places:
        return (NOWHERE,) * length
    at, known = np.arange(length), np.array(places)
    after = np.searchsorted(known, at)
    behind, ahead = at - known[np.maximum(after - 1, 0)], at - known[np.minimum(after, len(known) - 1)]
    steps = np.where(abs(behind) <= abs(ahead), behind, ahead)
    return tuple((FAR + steps.clip(-FAR, FAR)).tolist())
