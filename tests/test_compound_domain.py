"""Stretches of text near words of drug development hold every name that has one near, and nothing is held twice."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.compound_domain import LONGEST, Domain


@given(st.text(alphabet="ab  ", max_size=900), st.lists(st.integers(0, 899), max_size=4), st.integers(0, 200))
def test_windows_hold_every_word_near_a_place(text: str, places: list[int], radius: int) -> None:
    near = Domain(sorted(p for p in places if p < len(text)))
    windows = list(near.windows(text, radius))
    assert all(0 <= low <= high <= len(text) for low, high in windows)
    assert all(one[1] <= other[0] for one, other in pairwise(windows))
    for word in re.finditer(r"\S+", text):
        if len(word[0]) <= LONGEST and near(word.start(), word.end(), radius):
            assert any(low <= word.start() and word.end() <= high for low, high in windows)


def test_far_words_are_in_no_window() -> None:
    text = "word " * 400
    assert list(Domain([1000]).windows(text, 20)) == [(915, 1084)]
    assert list(Domain([]).windows(text, 20)) == []
    assert list(Domain([0, 1000]).windows(text, 20)) == [(0, 84), (915, 1084)]
    assert list(Domain([900, 1000]).windows(text, 20)) == [(815, 1084)]
