"""Amounts, percentages, dates and territories in running text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.extract.dates import find_dates
from kg.extract.money import find_money, find_rates
from kg.extract.places import find_territories


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("$38.5 million", [("38500000", "USD")]),
        ("five million dollars ($5,000,000)", [("5000000", "USD")]),
        ("EUR 2 million and 400 million yen", [("2000000", "EUR"), ("400000000", "JPY")]),
        ("$5 to $10 million", [("5000000", "USD"), ("10000000", "USD")]),
        ("cost us $90,000", [("90000", "USD")]),
        ("C$0.80 per share", [("0.80", "CAD")]),
    ],
)
def test_money(text: str, amounts: list[tuple[str, str]]) -> None:
    assert [(a.value, a.currency) for a in find_money(text)] == [(Decimal(v), c) for v, c in amounts]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("8% rising to 12%", "8", "12"),
        ("two and one-half percent (2.5%)", "2.5", "2.5"),
        ("half of one percent", "0.5", "0.5"),
        ("fifteen cents of every dollar", "15", "15"),
        ("starting at 14 and ending at 22 per cent", "14", "22"),
        ("seven and a quarter percent", "7.25", "7.25"),
        ("2¾%", "2.75", "2.75"),
    ],
)
def test_rates(text: str, low: str, high: str) -> None:
    (rate,) = find_rates(text)
    assert (rate.low, rate.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("March 8, 2017", "2017-03-08"),
        ("the 8th day of March, 2017", "2017-03-08"),
        ("8 March 2017", "2017-03-08"),
        ("December 2003", "2003-12"),
        ("in 2005", "2005"),
        ("a 2011 agreement", "2011"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    assert [d[2] for d in find_dates(text)] == [iso]


def test_a_day_without_year_needs_one() -> None:
    assert find_dates("on May 7") == []
    assert [d[2] for d in find_dates("on May 7", "2012")] == ["2012-05-07"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("in Japan, Korea and Taiwan", ["Japan", "Korea", "Taiwan"]),
        ("throughout the world", ["worldwide"]),
        ("for every country except Japan", ["every country except Japan"]),
        ("outside the United States and Canada", ["outside the United States and Canada"]),
        ("European rights", ["Europe"]),
        ("the United States, its territories and possessions, and Canada", ["United States", "Canada"]),
        ("the French-speaking part of Switzerland", ["French-speaking part of Switzerland"]),
        ("all countries except those of the European Union", ["all countries except those of the European Union"]),
        ("three United States patents", []),
    ],
)
def test_territories(text: str, labels: list[str]) -> None:
    assert [t.label for t in find_territories(text)] == labels
