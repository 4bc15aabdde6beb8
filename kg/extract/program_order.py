"""Lists told in one order → what goes with what: "A and B for D and E, respectively", "the first …, the second …"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from kg.extract.late import late
from kg.extract.scan import cue


class Place(Protocol):
    """Something that stands at `[start, end)`."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


A = TypeVar("A", bound=Place)
B = TypeVar("B", bound=Place)
T = TypeVar("T")

_IN_ORDER = cue(r"\b(?:respectively|in that order|in the order named)\b", re.I)
_MOST = 6
"""A longer list is none."""
_NEXT = late(
    r"[®™]?(?: \([^()]{0,60}\))?(?:, (?:marketed|sold|developed|made) by [^,;()]{2,40}(?=,))?(?:,? (?:and|or|&)|,|/)"
    r"(?: (?:in|for|the|of|against|with|a|an|patients|people|those|"
    r"treatment|phase|also|another|our|its|late-stage|drug|candidate|compound|trials?|stud(?:y|ies)|development|"
    r"stage))*"
    r" ?[“\"(]?",
    re.I,
)


def lists_of(text: str, items: Sequence[A]) -> list[list[A]]:
    """Neighbours that stand in one list, as lists of at least two."""
    out: list[list[A]] = []
    for item in items:
        if out and _NEXT.fullmatch(text, out[-1][-1].end, item.start):
            out[-1].append(item)
        else:
            out.append([item])
    return [group for group in out if 1 < len(group) <= _MOST]


def in_order(text: str, start: int, end: int) -> bool:
    """Does a passage say that it tells its lists one for one?"""
    return _IN_ORDER.search(text, start, end) is not None


def paired(text: str, ones: Sequence[A], others: Sequence[B]) -> list[tuple[A, B]]:
    """The members of the first two lists of one length, one for one."""
    for first, second in itertools.product(lists_of(text, ones), lists_of(text, others)):
        if len(first) == len(second):
            return list(zip(first, second, strict=True))
    return []


_OF_DRUG = late(
    r"[®™]?(?: \([^()]{0,60}\))?(?: \d[\d.]*%)?(?:,? (?:for|in|against)(?: (?:the )?(?:treatment|prevention) of)? "
    r"(?:the )?|,? \(|: )"
)
_THEN = late(
    r"\)?(?:,? (?:and|or|plus)|[,;])(?:, [^,;]{3,80},)?(?: (?:to|for|also|of|with|on|sales|a|an|our|its))* ?[“\"(]?"
)


def each_own(text: str, end: int, ones: Sequence[A], others: Sequence[B]) -> list[tuple[A, B]]:
    """Members of a list each with what is told right after it: "A for D and B (E)"; at least two, else none."""
    out: list[tuple[A, B]] = []
    told = 0
    for one, stop in zip(ones, [*(m.start for m in ones[1:]), end], strict=False):
        mine = [d for d in others if one.end <= d.start < stop]
        if not mine or not _OF_DRUG.fullmatch(text, one.end, mine[0].start):
            return []
        if one is not ones[-1] and not _THEN.fullmatch(text, mine[-1].end, stop):
            return []
        out += [(one, other) for other in mine]
        told += 1
    return out if told > 1 else []


_ORDINAL = late(
    r"\b[Tt]he (?P<n>first|second|third|fourth|former|latter|one|other|last)"
    r"(?: (?:one|named|of (?:these|them|the (?:two|three|four))))?"
    r"(?=,| (?:is|are|was|has|had|of|to|will|would|should|entered|went|being|in|completed|began|targets|treats|met|"
    r"failed|for|remains|at|now|also|on|still)\b|[.;:)])"
)
_PLACES = {
    "first": 0, "former": 0, "one": 0, "second": 1, "latter": -1, "other": -1, "third": 2, "fourth": 3, "last": -1,
}  # fmt: skip


def ordinals(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """(start, place in a list) of each "the first", "the latter", "the other" of a passage."""
    return [(m.start(), _PLACES[m["n"].lower()]) for m in _ORDINAL.finditer(text, start, end)]


def member(place: int, items: Sequence[T]) -> T | None:
    """The item that an ordinal means, None where the list is none or too short."""
    return items[place] if len(items) > 1 and place < len(items) else None
