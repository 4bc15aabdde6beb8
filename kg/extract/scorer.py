"""Features → how likely something is, by a logistic model whose weights are a table of the package.

The tables (`data/*-scorer.tsv.xz`) are made by `scripts/train_*.py` from texts written for this project;
`docs/model-card.md` tells from which, and how each model measures.
"""

from __future__ import annotations

import lzma
import math
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

SCALE = 100
"""Weights are stored as whole hundredths."""


def path_of(name: str) -> Path:
    """The file of a model's weights."""
    return Path(__file__).parent / "data" / f"{name}-scorer.tsv.xz"


def _rows(name: str) -> Iterator[list[str]]:
    return (row.split("\t") for row in lzma.decompress(path_of(name).read_bytes()).decode().splitlines())


def load(name: str) -> dict[str, tuple[int, ...]]:
    """Feature → its weights in hundredths, one for each class that the model tells apart."""
    return {feature: tuple(map(int, numbers)) for feature, *numbers in _rows(name)}


@cache  # each model is read once, however many there are
def weights(name: str) -> Mapping[str, int]:
    """Feature → weight of a model with one class; a feature that is not there weighs nothing."""
    return {feature: int(weight) for feature, weight in _rows(name)}


def margin(name: str, features: AbstractSet[str]) -> float:
    """Above 0 when it is more likely than not; the logarithm of the odds."""
    known = weights(name)
    return sum(map(known.__getitem__, known.keys() & features)) / SCALE


def chance(margin: float) -> float:
    """A margin as a probability from 0 to 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, margin))))
