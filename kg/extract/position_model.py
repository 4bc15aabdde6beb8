"""Features of a sentence, a person and an office → how likely the person holds, enters or leaves it: a logistic model.

The weights (`data/position-scorer.tsv.xz`) are made by `scripts/train_positions.py` from texts written for this
project; `docs/model-card.md` tells from which, and how it measures.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache

from kg.extract.scorer import SCALE, load

EVENTS = ("none", "holds", "appointed", "departed")


@cache
def weights() -> Mapping[str, tuple[int, ...]]:
    """Feature → weight in hundredths for each of `EVENTS`; a feature that is not there weighs nothing."""
    return load("position")


def probabilities(features: Iterable[str], known: Mapping[str, tuple[int, ...]] | None = None) -> dict[str, float]:
    """How likely each of `EVENTS` is; they sum to one."""
    table = weights() if known is None else known
    found = [table[f] for f in features if f in table]
    sums = [sum(column) / SCALE for column in zip(*found, strict=True)] if found else [0.0] * len(EVENTS)
    top = max(sums)
    parts = [math.exp(s - top) for s in sums]
    whole = sum(parts)
    return {event: part / whole for event, part in zip(EVENTS, parts, strict=True)}
