"""Predicates of licensing in all their voices: who gives and who gets is the same however the verb is turned."""

# ruff: noqa: E501 — sentences stand as a filing would have them

from __future__ import annotations

import pytest

from tests.licence_text import NORWELL, licences_of

CASTOR, DELMORE, HARBROOK = "Castor Pharma GmbH", "Delmore Therapeutics LLC", "Harbrook University"


def sides(text: str) -> set[tuple[str, str]]:
    """(licensor, licensee) of each licence that `text` tells."""
    return {(c.licensors[0].name, c.licensees[0].name) for c in licences_of(text)}


@pytest.mark.parametrize(
    "text",
    [
        "In June 2012 Castor Pharma GmbH ceded to Delmore Therapeutics LLC exclusive rights to CP-77.",
        "In June 2012 exclusive rights to CP-77 were ceded to Delmore Therapeutics LLC by Castor Pharma GmbH.",
        "Delmore Therapeutics LLC, to which Castor Pharma GmbH ceded exclusive rights to CP-77 in 2012, is in Ohio.",
        "Castor Pharma GmbH agreed to make over to Delmore Therapeutics LLC the exclusive right to sell CP-77.",
        "To Delmore Therapeutics LLC, by an agreement of May 8, 1998, Castor Pharma GmbH made available its patents on CP-77.",
        "Castor Pharma GmbH has extended to Delmore Therapeutics LLC a non-exclusive license to CP-77.",
        "Delmore Therapeutics LLC has been entrusted by Castor Pharma GmbH with the exploitation of CP-77.",
        "Castor Pharma GmbH authorised Delmore Therapeutics LLC alone to sell CP-77 under an agreement of June 2012.",
        "Delmore Therapeutics LLC has the exclusive right to sell CP-77, having been granted it by Castor Pharma GmbH.",
        "Delmore Therapeutics LLC derives its exclusive rights to CP-77 from Castor Pharma GmbH.",
    ],
)
def test_one_licence_in_every_voice(text: str) -> None:
    assert sides(text) == {(CASTOR, DELMORE)}


def test_a_list_after_a_colon_is_a_licence_each() -> None:
    text = "In 2001 Harbrook University licensed its patents to two companies: Castor Pharma GmbH for Europe, and Delmore Therapeutics LLC for Japan."
    assert sides(text) == {(HARBROOK, CASTOR), (HARBROOK, DELMORE)}


def test_each_has_a_licence_of_the_other() -> None:
    text = "Under an agreement of June 1, 1999, each of the Company and Castor Pharma GmbH has a non-exclusive license under the patents of the other."
    assert sides(text) == {(NORWELL, CASTOR), (CASTOR, NORWELL)}


def test_what_was_obtained_is_the_right_just_told_of() -> None:
    text = "Our right to use the CP-77 patents is non-exclusive. It was obtained from Castor Pharma GmbH on June 15, 2008."
    assert sides(text) == {(CASTOR, NORWELL)}


def test_time_to_take_a_licence_is_an_option() -> None:
    (claim,) = licences_of("Castor Pharma GmbH has 60 days from June 1, 2015 to take an exclusive license to NB-202 from us.")
    assert claim.kind == "option"


def test_nobody_known_gave_it() -> None:
    assert sides("Our founder, who in 1991 gave an exclusive license to Castor Pharma GmbH, is retired.") == set()
