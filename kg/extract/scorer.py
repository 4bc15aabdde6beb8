"""Features → how likely something is, by a logistic model whose weights are a table of the package.

The tables (`data/*-scorer.tsv.xz`) are made by `scripts/train_drugs.py` from texts written for this project.
"""

from __future__ import annotations

import lzma
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

SCALE = 100
"""Weights are stored as whole hundredths."""


@cache  # each model is read once, however many there are
def weights(name: str) -> Mapping[str, int]:
    """Feature → weight in hundredths; a feature that is not there weighs nothing."""
    rows = lzma.decompress((files("kg.extract") / "data" / f"{name}-scorer.tsv.xz").read_bytes()).decode().splitlines()
    return {feature: int(weight) for feature, _, weight in (row.rpartition("\t") for row in rows)}


def margin(name: str, features: Iterable[str]) -> float:
    """Above 0 when it is more likely than not; the logarithm of the odds."""
    weight = weights(name).get
    return sum([weight(feature, 0) for feature in features]) / SCALE


def chance(margin: float) -> float:
    """A margin as a probability from 0 to 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, margin))))
