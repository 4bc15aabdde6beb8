"""Features of a sentence and a pair → how likely the sentence says that A licensed to B: a logistic model.

The weights (`data/licence-scorer.tsv.xz`) are made by `scripts/train_licences.py` from texts written for this project;
`docs/model-card.md` tells from which, and how it measures.
"""

from __future__ import annotations

import lzma
import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

MODEL = Path(__file__).parent / "data" / "licence-scorer.tsv.xz"
SCALE = 100
"""Weights are stored as whole hundredths."""


@lru_cache(maxsize=1)
def weights() -> Mapping[str, int]:
    """Feature → weight in hundredths; a feature that is not there weighs nothing."""
    rows = lzma.decompress(MODEL.read_bytes()).decode().splitlines()
    return {name: int(weight) for name, _, weight in (row.rpartition("\t") for row in rows)}


def probability(features: Iterable[str]) -> float:
    """How likely it is, from 0 to 1."""
    weight = weights().get
    total = sum([weight(feature, 0) for feature in features]) / SCALE
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
