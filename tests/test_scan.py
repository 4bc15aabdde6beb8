"""Scanners find what the regular expressions themselves find."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import program_status
from kg.extract.scan import Cue, Scanner, cue, lower, openings

WORDS = [
    "plans to",
    "start",
    "will",
    "Phase",
    "II",
    "2b",
    "was",
    "stopped",
    "no longer",
    "developed",
    "trial",
    "NDA",
    "was filed",
    ",",
    "İ",
    "ß",
    "ongoing",
    "completed",
]


def test_openings_of_alternatives_and_options() -> None:
    assert openings(re.compile(r"\b(?:sold|very |un)?marketed (?:by|in)")) == {
        "soldmark",
        "very mar",
        "unmarket",
        "marketed",
    }
    assert openings(re.compile(r"Phases?[ -]?([1-4])", re.I)) == {"phase"}


def test_a_pattern_without_an_opening_is_refused() -> None:
    with pytest.raises(ValueError, match="less than 2"):
        openings(re.compile(r"\w+ trial"))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_a_cue_finds_what_its_pattern_finds(words: list[str]) -> None:
    text = " ".join(words)
    for found in (
        program_status.PLANNED,
        program_status.DISCONTINUED,
        program_status.COMPLETED,
        program_status.ONGOING,
    ):
        assert [m.span() for m in found.finditer(text)] == [m.span() for m in found.pattern.finditer(text)]


def test_a_cue_in_a_passage_keeps_the_offsets_of_the_text() -> None:
    text = "İİ nothing; the trial was stopped in May"
    match = cue(r"\b(?:stopped|halted)\b").search(text, 10)
    assert match is not None
    assert text[match.start() : match.end()] == "stopped"


def test_lower_keeps_the_length() -> None:
    assert len(lower("İSTANBUL")) == len("İSTANBUL")


def test_a_scanner_reports_each_pattern_in_order() -> None:
    scanner = Scanner({"sold": re.compile(r"\bsold\b"), "phase": re.compile(r"\bphase \d", re.I)})
    text = "Phase 2 was sold; unsold phase 3"
    assert [(name, m[0]) for name, m in scanner.scan(text, lower(text))] == [
        ("phase", "Phase 2"),
        ("sold", "sold"),
        ("phase", "phase 3"),
    ]


def test_linear_in_the_length() -> None:
    found = Cue(re.compile(r"\b(?:plans? to|will) (?:\w+ ){0,3}start\b"))
    taken = []
    for size in (20_000, 80_000):
        text = "will plan to " * size
        begun = time.process_time()
        assert found.search(text) is None
        taken.append(time.process_time() - begun)
    assert taken[1] < 12 * taken[0] + 0.5
