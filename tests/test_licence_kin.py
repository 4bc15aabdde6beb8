"""A parent that tells of its subsidiary's licence, sides told in other words, and options that stand by themselves."""

# ruff: noqa: E501 — a sentence reads better unbroken

from __future__ import annotations

import pytest

from kg.extract.licence_kin import kin
from kg.model import OrgRef
from tests.licence_text import licences_of


def _told(text: str) -> list[tuple[str, str, str, str]]:
    return [(" + ".join(o.name for o in c.licensors), " + ".join(o.name for o in c.licensees), c.kind, c.status) for c in licences_of(text)]


def test_kin_share_the_word_that_opens_their_names() -> None:
    assert kin(OrgRef("Norwell Bio, Inc."), OrgRef("Norwell Labs GmbH"))
    assert not kin(OrgRef("Norwell Bio, Inc."), OrgRef("Harbrook University"))
    assert not kin(OrgRef("ABC Bio"), OrgRef("ABC Labs"))


def test_the_licence_of_a_subsidiary_is_told_once() -> None:
    text = (
        "In December 2010, Norwell Labs, Inc., our subsidiary, obtained from the Harbrook Foundation an exclusive license to NB-101. "
        "On March 3, 2013, the Company gave the Harbrook Foundation notice of termination of the license."
    )
    assert _told(text) == [("Harbrook Foundation", "Norwell Labs, Inc.", "license", "terminated")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Harbrook University had already, in October 2016, licensed NB-101 exclusively to Castor Pharma GmbH.", ("Harbrook University", "Castor Pharma GmbH", "license", "executed")),
        ("All patents and data relating to NB-101 were conveyed to the Company on October 3, 2016 by Castor Pharma GmbH.", ("Castor Pharma GmbH", "NORWELL BIO, INC.", "assignment", "executed")),
        ("In 2015 Castor Pharma GmbH bought from us, for $150,000, an exclusive option to license NB-101 in Japan.", ("NORWELL BIO, INC.", "Castor Pharma GmbH", "option", "executed")),
        ("We entered into a research agreement with Harbrook University, which gives us an option to obtain an exclusive license to NB-101. We have not exercised this option.", ("Harbrook University", "NORWELL BIO, INC.", "option", "proposed")),
    ],
)
def test_told_in_other_words(text: str, told: tuple[str, str, str, str]) -> None:
    assert _told(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "A license of NB-101 to Castor Pharma GmbH, described in our last report, was never signed.",
        "Castor Pharma GmbH will distribute NB-101. It will purchase finished bottles from us at a list price and resell them, and has no right to use our patents.",
    ],
)
def test_no_licence(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Castor Pharma GmbH and Delmore Therapeutics LLC signed a license agreement in 2010. The former granted the latter exclusive rights to CP-77 in North America.", [("Castor Pharma GmbH", "Delmore Therapeutics LLC", "license", "executed")]),
        ("We hold exclusive licenses to NB-101 and NB-202 from Harbrook University and Larkhill Institute, respectively.", [("Harbrook University", "NORWELL BIO, INC.", "license", "executed"), ("Larkhill Institute", "NORWELL BIO, INC.", "license", "executed")]),
        pytest.param("Castor Pharma GmbH sublicensed NB-202 to us in 2011; its own license is from Harbrook University.", [("Castor Pharma GmbH", "NORWELL BIO, INC.", "sublicense", "executed"), ("Harbrook University", "Castor Pharma GmbH", "license", "executed")], marks=pytest.mark.xfail(strict=True, reason="the network of licences, which reads on after the sentence, errs here")),
        ("Dr. Alan Marsh, our founder, assigned the NB-101 patents to us in 2004 in return for stock.", [("Alan Marsh", "NORWELL BIO, INC.", "assignment", "executed")]),
        ("We could lose our license from Harbrook University if we fail to meet its milestones for NB-101.", [("Harbrook University", "NORWELL BIO, INC.", "license", "executed")]),
        ("In February 2016, Mizukawa Seiyaku K.K. opted in under the 2013 option agreement and obtained exclusive rights to NB-202 in Japan.", [("NORWELL BIO, INC.", "Mizukawa Seiyaku K.K.", "option", "executed"), ("NORWELL BIO, INC.", "Mizukawa Seiyaku K.K.", "license", "executed")]),
    ],
)
def test_several_told_in_few_words(text: str, told: list[tuple[str, str, str, str]]) -> None:
    assert _told(text) == told
