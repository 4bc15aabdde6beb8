"""Every rule about offices and former names, run on its own examples."""

from __future__ import annotations

import pytest
from people_text import claims, former

from kg.extract.former_name_frames import AMENDMENT, FORMER_NAMES, HEADINGS
from kg.extract.former_name_own import OWN
from kg.extract.former_name_slots import SLOTS
from kg.extract.former_name_times import TIMES
from kg.extract.name_history import HISTORY
from kg.extract.position_columns import CAREER, COLUMNS, NOMINEES, TELEGRAPHIC, UNDER_BOARD
from kg.extract.position_frames import FRAMES
from kg.extract.position_parties import STACKED
from kg.extract.position_sequel import SENTENCE_RULES
from kg.extract.position_tables import ELECTED
from kg.extract.position_weigh import SCORED
from kg.extract.rules import Rule
from kg.model import FormerNameClaim, PositionClaim

RULES: list[Rule] = [
    *(frame.rule for frame in FRAMES),
    *(*SENTENCE_RULES, ELECTED, SCORED, HISTORY, HEADINGS, AMENDMENT),
    *(item.rule for item in (*FORMER_NAMES, *SLOTS, *TIMES)),
    *(OWN, COLUMNS, CAREER, NOMINEES, STACKED, TELEGRAPHIC, UNDER_BOARD),
]


def _read(text: str) -> list[tuple[str, str]]:
    """(rule, evidence) of every claim made from a text."""
    return [
        (c.source.rule, c.source.evidence[0].exact)
        for c in claims(text)
        if isinstance(c, PositionClaim | FormerNameClaim)
    ]


@pytest.mark.parametrize(
    ("rule", "text"), [(r, t) for r in RULES for t in r.positive], ids=lambda v: v.name if isinstance(v, Rule) else ""
)
def test_positive_examples_are_read(rule: Rule, text: str) -> None:
    found = _read(text)
    assert found
    assert all(passage in text.replace("\t", " ") for _, passage in found)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_a_positive_example_is_read_by_the_rule_itself(rule: Rule) -> None:
    assert rule.positive
    assert rule.name in {name for text in rule.positive for name, _ in _read(text)}


@pytest.mark.parametrize(
    ("rule", "text"), [(r, t) for r in RULES for t in r.negative], ids=lambda v: v.name if isinstance(v, Rule) else ""
)
def test_negative_examples_are_left_alone(rule: Rule, text: str) -> None:
    assert rule.name not in {name for name, _ in _read(text)}


def test_rules_are_named_once_and_explained() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert all(rule.description.endswith(".") for rule in RULES)


def test_a_former_name_cut_at_the_end_of_its_line() -> None:
    assert former("Widget Mail Company\n(Formerly known as Widget\nHarbor Company)") == [
        ("Widget Mail Company", "Widget Harbor Company", None)
    ]
    assert former("We buy from Widget Parts, Inc. (formerly the Standard Products\nSegment of Gizmo, Inc.).") == []


def test_the_day_of_an_agreement_is_not_that_of_a_change_of_name() -> None:
    text = "Agreement dated as of May 4, 2001 among Widget Tools Corp. (later renamed to be “Gizmo, Inc.”) and us."
    assert former(text) == [("Gizmo, Inc.", "Widget Tools Corp.", None)]


def test_a_list_of_companies_goes_on_behind_a_former_name() -> None:
    text = "Fees due to Gizmo Holdings, Inc. f/k/a Widget Tools, Inc., Acme Therapeutics, Inc., or any affiliate."
    assert former(text) == [("Gizmo Holdings, Inc.", "Widget Tools, Inc.", None)]
