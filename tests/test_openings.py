"""Places in long texts: the matches of a scan are those of `re`, however its openings are sought."""

from __future__ import annotations

import random
import re

import pytest

from kg.extract.openings import Openings
from kg.extract.scan import Cue

_WORDS = [f"{a}{b}{c}" for a in "abcde" for b in "lmno" for c in ("xyz", "rst", "uvwq", "k")]


def _text(alphabet: str) -> str:
    chosen = random.Random(7)
    parts = [chosen.choice([*_WORDS, *alphabet, " ", "“", "é", "Ω"]) for _ in range(6000)]
    return "".join(part.upper() if chosen.random() < 0.3 else part for part in parts)


@pytest.mark.parametrize("count", [3, 40, 80])
@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize("alphabet", ["abcdlmno", "abcdlmnoİıſK"])
def test_long_text_as_re_finds(count: int, exact: bool, alphabet: str) -> None:
    pattern = re.compile("|".join(_WORDS[:count]), 0 if exact else re.I)
    text = _text(alphabet)
    assert len(text) > 10_000
    wanted = [m.span() for m in pattern.finditer(text)]
    assert len(wanted) > 100
    assert [m.span() for m in Cue(pattern, exact).finditer(text)] == wanted


def test_places_of_every_length() -> None:
    text = "Co Inc Incor Ltd “Ltd” " * 200
    found = list(Openings(["Co", "Inc", "Ltd”", "Incor"], True).places(text, 0, len(text)))
    assert [text[at : at + 3] for at in found[:5]] == ["Co ", "Inc", "Inc", "Ltd", "Co "]
    assert found == sorted(set(found))
