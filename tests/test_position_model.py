"""The model of offices: what it looks at, and that its probabilities are such."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people_text import offices

from kg.extract.person_mask import Masked, Office, Person, mark
from kg.extract.position_features import features, pairs, tokens
from kg.extract.position_model import EVENTS, probabilities, weights
from kg.extract.position_titles import Title


def _masked(text: str, people: list[str], titles: list[str]) -> Masked:
    """A masked sentence: "1" to "9" are persons, "a" in braces offices."""
    for number, _ in enumerate(people):
        text = text.replace(f"<P{number}>", mark(0, number))
    for number, _ in enumerate(titles):
        text = text.replace(f"<T{number}>", mark(1, number))
    found = [Office(Title(0, 1, title), None) for title in titles]
    return Masked(text, list(range(len(text))), [Person(p, "name") for p in people], found)


def test_names_and_titles_are_not_looked_at() -> None:
    one = _masked("<P0> was named <T0> in place of <P1>.", ["Jane Roe", "John Doe"], ["Chief Risk Officer"])
    two = _masked("<P0> was named <T0> in place of <P1>.", ["Ada Wu", "Al Coe"], ["Chief Data Officer"])
    seen = [features(m, tokens(m), mark(0, 0), mark(1, 0)) for m in (one, two)]
    assert seen[0] == seen[1]
    assert not any("Roe" in f or "Risk" in f for f in seen[0])


def test_who_is_appointed_and_who_makes_way_look_different() -> None:
    masked = _masked("<P0> was named <T0> in place of <P1>.", ["Jane Roe", "John Doe"], ["Treasurer"])
    line = tokens(masked)
    first, second = (features(masked, line, mark(0, n), mark(1, 0)) for n in (0, 1))
    assert {"order:AT", "ATc=APPT"} <= first
    assert "order:TA" in second


def test_each_office_is_paired_with_the_nearest_mention_of_each_person() -> None:
    masked = _masked("<P0> met <P1>, and <P2> is <T0>.", ["Jane Roe", "John Doe", "Jane Roe"], ["Treasurer"])
    assert set(pairs(masked, tokens(masked))) == {(mark(0, 2), mark(1, 0)), (mark(0, 1), mark(1, 0))}


@given(st.sets(st.sampled_from(sorted(weights())), max_size=80))
def test_probabilities_sum_to_one(seen: set[str]) -> None:
    chance = probabilities(seen)
    assert tuple(chance) == EVENTS
    assert sum(chance.values()) == pytest.approx(1)


def test_a_heavier_feature_decides() -> None:
    table = {"bias": (100, 0, 0, 0), "x": (0, 0, 500, 0)}
    assert probabilities({"bias"}, table)["none"] > 0.4
    assert probabilities({"bias", "x"}, table)["appointed"] > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "Prior to joining us, Jane Roe held the position of Vice President, Sales with Nordvik AS.",
        "Each director of Acme met Jane Roe in the course of the year.",
        "The action, Fund v. Jane Roe, names the President as a defendant.",
    ],
)
def test_nothing_is_added_where_an_office_is_of_long_ago_or_nobodys(text: str) -> None:
    assert offices(text) == []
