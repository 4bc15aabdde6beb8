"""Distinct names → pairs with a similar spelling, as candidates. Linear: names meet in blocks of bounded size."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from rapidfuzz import fuzz, process

from kg.model.identity import Candidate

_NUMBER = re.compile(r"\d|^[ivx]+$")

CUT_OFF = 90.0
"""Below it, names of different companies look alike."""
BLOCK = 14
"""Most names of a block; a larger one is cut into runs of this size in alphabetical order."""


def blocks(every: Iterable[str]) -> Iterator[list[str]]:
    """Groups of name keys that may be similar: they share one of their two rarest words, begin alike, or their first
    words end alike."""
    names = sorted(set(every))
    frequency = Counter(word for name in names for word in set(name.split()))
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        rare = sorted(set(name.split()), key=lambda word: (frequency[word], word))[:2]
        for word in rare:
            if frequency[word] > 1:
                groups[word].append(name)
        groups["^" + name.replace(" ", "")[:5]].append(name)
        groups["$" + name.partition(" ")[0][-6:]].append(name)
    frequency.clear()
    for key in sorted(groups):
        group = groups.pop(key)
        if key[0] == "$":  # those with a long common end side by side
            group.sort(key=lambda name: name[::-1])
        for start in range(0, len(group), BLOCK):
            part = group[start : start + BLOCK]
            if len(part) > 1:
                yield part


def similar(nodes: Mapping[str, str]) -> list[Candidate]:
    """Candidates between nodes whose name keys are spelled alike. `nodes` maps a name key to its node."""
    names = sorted(nodes)
    number = {name: at for at, name in enumerate(names)}
    pairs, scored = array("q"), array("f")  # millions of pairs: numbers, where tuples would take ten times the room
    for part in blocks(names):
        scores = process.cdist(part, part, scorer=fuzz.ratio, score_cutoff=CUT_OFF)
        for row, column in zip(*scores.nonzero(), strict=True):
            if row < column and _differ_only_in_spelling(part[row], part[column]):
                left, right = sorted((number[part[row]], number[part[column]]))
                pairs.append(left * len(names) + right)
                scored.append(scores[row, column])
    del number
    found, first = np.unique(np.asarray(pairs, np.int64), return_index=True)
    told: dict[float, tuple[float, tuple[str]]] = {}  # one text for each score
    candidates = []
    for pair, at in zip(found, first, strict=True):
        score = scored[at]
        worth, reasons = told.setdefault(score, (round(score / 100, 3), (f"spelling {score:.0f} of 100",)))
        one, other = sorted((nodes[names[pair // len(names)]], nodes[names[pair % len(names)]]))
        if one != other:
            candidates.append(Candidate(one, other, "", worth, reasons))
    return candidates


def _differ_only_in_spelling(left: str, right: str) -> bool:
    """False when what numbers a name differs: "Fund 12" is not "Fund 13", nor "Fund XI" "Fund XII", nor "Fund A"
    "Fund B", nor "HCF4" "HCF5"."""
    return _numbers(left) == _numbers(right)


def _numbers(name: str) -> list[str]:
    return [word for word in name.split() if len(word) == 1 or _NUMBER.search(word)]
