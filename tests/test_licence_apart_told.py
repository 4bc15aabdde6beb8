"""Agreements of the same two that are told in one breath: bought after licensed, each to the other, by territory."""

# ruff: noqa: E501 — sentences stand as a filing would have them

from __future__ import annotations

import pytest

from kg.extract.licence_status import amended, ended
from kg.extract.licence_terms import exclusivity_in
from tests.licence_text import NORWELL, licences_of

CASTOR = "Castor Pharma GmbH"


def test_what_was_licensed_first_is_bought_later() -> None:
    told = f"In 2006, {CASTOR} licensed to us patents on NB-303. In place of the license, which was thereby brought to an end, we purchased the patents from {CASTOR} on February 20, 2019 for $325,000."
    assert [(c.kind, c.status, c.executed) for c in licences_of(told)] == [("license", "terminated", "2006"), ("assignment", "executed", "2019-02-20")]


def test_each_opens_its_patents_to_the_other() -> None:
    told = f"We have two contracts with {CASTOR}. Under the first, of November 29, 2018, exclusive rights to NB-101 in Japan were granted to {CASTOR}. Under the second, made the same day, each company’s cell-processing patents were opened to the other, without charge and non-exclusively."
    assert [(c.licensors[0].name, c.licensees[0].name, c.executed) for c in licences_of(told)] == [
        (NORWELL, CASTOR, "2018-11-29"),
        (NORWELL, CASTOR, "2018-11-29"),
        (CASTOR, NORWELL, "2018-11-29"),
    ]


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ("The license is exclusive in France and Germany and non-exclusive in Italy.", [("exclusive", ("France", "Germany")), ("non-exclusive", ("Italy",))]),
        ("Exclusivity goes only to France; in Germany and Italy we remain free to appoint others.", [("exclusive", ("France",)), ("non-exclusive", ("Germany", "Italy"))]),
        ("The license is exclusive in all of them.", [("exclusive", ("France", "Germany", "Italy"))]),
    ],
)
def test_territories_of_two_kinds(told: str, parts: list[tuple[str, tuple[str, ...]]]) -> None:
    found = licences_of(f"On May 3, 2010 we granted {CASTOR} a license to NB-101 in France, Germany and Italy. {told}")
    assert [(c.grants[0].exclusivity, c.grants[0].territory) for c in found] == parts


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("it authorized us, and us alone, to work the patents", "exclusive"),
        ("nobody but Acme was entitled there", "exclusive"),
        ("we have been the only party entitled to develop it", "exclusive"),
        ("the Company undertook not to admit another", "exclusive"),
        ("it shall not confer the same on another", "exclusive"),
        ("Acme alone may sell the spray", "exclusive"),
        ("a license which is open to all comers", "non-exclusive"),
        ("we are free to license others", "non-exclusive"),
        ("Acme alone may be held responsible", None),
        ("the only party that came was Acme", None),
        ("it agreed not to compete", None),
    ],
)
def test_exclusivity_in_other_words(told: str, value: str | None) -> None:
    assert exclusivity_in(told) == value


@pytest.mark.parametrize(
    ("told", "changed"),
    [
        ("Our agreement with Acme was changed on February 11, 2021.", True),
        ("In 1995 Acme agreed to let the royalty fall to three percent.", True),
        ("Canada was added on May 30, 2013 by a letter agreement.", True),
        ("The agreement may be changed by the parties.", False),
        ("Acme changed its auditors.", False),
    ],
)
def test_a_change(told: str, changed: bool) -> None:
    assert amended(told) is changed


def test_ceasing_to_be_of_effect_is_an_end() -> None:
    assert ended("whereupon its sublicense of July 11, 1995 ceased to be of effect")
    assert not ended("the license shall not cease to be of effect")


def test_an_exercised_right_to_withdraw_is_no_option() -> None:
    told = f"Following the trial, {CASTOR} on September 22, 1997 exercised its privilege to withdraw, whereupon its sublicense of July 11, 1995 for NB-101, which had been non-exclusive, ceased to be of effect."
    assert [(c.kind, c.status) for c in licences_of(told)] == [("sublicense", "terminated")]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (f"{CASTOR}, to which we gave an exclusive sublicense of NB-101 on February 3, 2010, sells it.", "sublicense"),
        (f"In 2010 we granted {CASTOR} an exclusive license to NB-101 with the right to grant sublicenses.", "license"),
    ],
)
def test_a_sublicence_is_told_from_a_right_to_grant_one(told: str, kind: str) -> None:
    assert [c.kind for c in licences_of(told)] == [kind]


def test_a_right_to_mark_is_no_licence() -> None:
    assert licences_of(f"Our inhaler is bought from {CASTOR}, which has licensed to us, for the duration of the contract, the right to mark it with the word AIRLINK.") == []
