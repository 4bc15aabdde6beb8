"""Names of persons: shapes, short mentions, and whom they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.person_memory import remember
from kg.extract.person_names import display, find_persons


def names(text: str) -> list[str]:
    return [m.name for m in find_persons(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("said Jane F. Roe, M.D., President of Acme", ["Jane F. Roe"]),
        ("Hugo van Doorn III, who is President", ["Hugo van Doorn III"]),
        ("Olu “Sam” Ade-Clark, Ph.D., M.B.A., age 47, as President", ["Olu “Sam” Ade-Clark"]),
        ("Beata dos Santos Silva, M.D., Senior Vice President", ["Beata dos Santos Silva"]),
        ("Ms. Thuy Tran Thi Mai was appointed", ["Thuy Tran Thi Mai"]),
        ('A. J. "Skip" Doe, M.D. 44 Senior Vice President', ['A. J. "Skip" Doe']),
        ("Prof. dr. h.c. Sir Alan Poe as member", ["Alan Poe"]),
        ("Hollis R. Doe, Jr. and Mei-Ling Roe, M.D., whose terms", ["Hollis R. Doe, Jr.", "Mei-Ling Roe"]),
        ("Dr. Sun-hee Park, who discovered it", ["Sun-hee Park"]),
        ("Oriane St. Clair told the board", ["Oriane St. Clair"]),
        ("Nils Doe and Carolina Poe continue", ["Nils Doe", "Carolina Poe"]),
        ("J.W. van den Berg as member", ["J.W. van den Berg"]),
        ("Replacing John Doe as Treasurer", ["John Doe"]),
        ("Dr. Roe’s responsibilities", ["Roe"]),
    ],
)
def test_shapes(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Acme Therapeutics, Inc. has an office",
        "the University of Ohio and Stanmore Hospital",
        "Vice President, Clinical Research",
        "the Board of Directors in New Jersey",
        "Roe & Doe LLP advised us",
        "On May 5, 2001 the Audit Committee met",
        "Phase III Trial in South Carolina",
    ],
)
def test_what_is_no_person(text: str) -> None:
    assert names(text) == []


def test_the_span_holds_honorific_degrees_and_age() -> None:
    text = "Dr. Jane Roe, Ph.D. (47), our Treasurer"
    (mention,) = find_persons(text, 0, len(text))
    assert text[mention.start : mention.end] == "Dr. Jane Roe, Ph.D. (47)"
    assert mention.full
    assert mention.weight >= 6


def test_a_name_that_is_an_organisation_elsewhere_is_left_out() -> None:
    text = "Jane Roe and John Doe signed"
    assert [m.name for m in find_persons(text, 0, len(text), blocked=[(0, 8)])] == ["John Doe"]


def test_short_mentions_resolve_to_the_full_name() -> None:
    memory = remember(find_persons("Jane F. Roe", 0, 11) + find_persons("Hugo van Doorn III", 0, 18))
    meant = {"Dr. Roe": "Jane F. Roe", "Mr. van Doorn": "Hugo van Doorn III", "JANE F. ROE": "Jane F. Roe"}
    for short, full in meant.items():
        (mention,) = find_persons(short, 0, len(short))
        assert memory.resolve(mention) == full


def test_a_short_mention_that_fits_two_persons_resolves_to_the_nearer_only() -> None:
    memory = remember(find_persons("Jane Roe", 0, 8) + find_persons("John Roe", 0, 8))
    (mention,) = find_persons("Dr. Roe", 0, 7)
    assert memory.resolve(mention) is None
    assert memory.resolve(mention, "John Roe") == "John Roe"


def test_capitals_are_displayed_as_a_name() -> None:
    assert display("ROSA J. PELL-DOE III") == "Rosa J. Pell-Doe III"
    assert display("Rosa McPell") == "Rosa McPell"


@given(st.text(alphabet="ABab .,’'“”()-\t\néÖ1", max_size=80))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    found = find_persons(text, 0, len(text))
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert [m.start for m in found] == sorted(m.start for m in found)
