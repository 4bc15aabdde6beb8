"""With what the matches of a pattern begin."""

from __future__ import annotations

import re

import pytest

from kg.extract.beginnings import beginnings


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"chief|Vice", {"chi", "vic"}),
        (r"(?<!\w)(?:co-)?founder", {"co-", "fou"}),
        (r"(?=[A-Z]\w+ Head)(?:[A-Z]\w+\s)?Head", {"A", "hea"}),
        (r"(?:[ES]\.\s?)?V\.\s?P\.", {"e.", "e.v", "s.", "s.v", "v.", "v.p"}),
        (r"(?:senior\s|vice\s){0,4}(?:dean|us\b)", {"sen", "vic", "dea", "us"}),
        (r"a(?i:B)[A-Z]c", {"ab"}),
    ],
)
def test_beginnings(pattern: str, found: set[str]) -> None:
    assert beginnings(re.compile(pattern)) == found


@pytest.mark.parametrize("pattern", [r"\w+ head", r"(?:chief )?", r"(?i:[A-Z])x", r"x*y?"])
def test_a_match_may_begin_anyhow(pattern: str) -> None:
    with pytest.raises(ValueError, match="begin anyhow"):
        beginnings(re.compile(pattern))
