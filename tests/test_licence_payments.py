"""Payments told in several sentences: what adds up, what is told again, and whose royalty it is."""

# ruff: noqa: E501 — sentences stand as a filing would have them

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.licence_text import licences_of

GRANT = "In September 2012 we obtained a worldwide, exclusive license to NB-101 from Larkhill University. "


def milestones(text: str) -> Decimal | None:
    """What the milestones of the only licence come to."""
    (claim,) = licences_of(text)
    return next((p.amount for p in claim.payments if p.kind == "milestone"), None)


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("We are to pay up to $3.2 million in development milestones. In addition, we are to pay up to $9.0 million in sales milestones.", 12_200_000),
        ("We are to pay up to $50.0 million in milestones. We may be required to pay up to an additional $45.0 million in milestones.", 50_000_000),
        ("We paid $2.0 million upon dosing of the first patient in Phase 2. Remaining milestones amount to $8.0 million.", 10_000_000),
        ("We are to pay up to $3.2 million in development milestones. We paid $1.0 million of development milestones in 2013.", 3_200_000),
    ],
)
def test_milestones_of_several_sentences(text: str, total: int) -> None:
    assert milestones(GRANT + text) == total


def test_milestones_added_up_are_shown_by_both_sentences() -> None:
    text = "We are to pay up to $3.2 million in development milestones. In addition, we are to pay up to $9.0 million in sales milestones."
    (claim,) = licences_of(GRANT + text)
    (shown,) = next(p for p in claim.payments if p.kind == "milestone").source.evidence
    assert "$3.2 million" in shown.exact
    assert "$9.0 million" in shown.exact


def test_who_pays_a_royalty_is_the_licensee() -> None:
    text = (
        "This Agreement is made on May 3, 2011 by and between Norwell Bio, Inc. (“Norwell”) and Tessen Pharma AB (“Tessen”).\n"
        "1. Tessen hereby grants to Norwell an exclusive license to NB-101 in the United States.\n"
        "2. Norwell hereby grants to Tessen a non-exclusive license to its improvements of NB-101 in Europe.\n"
        "3. Norwell shall pay a royalty of 5% of Net Sales.\n"
    )
    paying = [c for c in licences_of(text, "EX-10.1") if any(p.kind == "royalty" for p in c.payments)]
    assert [c.licensors[0].name for c in paying] == ["Tessen Pharma AB"]


def test_what_was_paid_for_an_option_is_told_of_the_option() -> None:
    text = (
        "Castor Pharma GmbH has exercised its option under the option agreement of March 3, 2010 and taken an exclusive license to NB-101 in Canada. "
        "Castor Pharma paid $2 million for the option in 2010."
    )
    paid = {c.kind: [int(p.amount or 0) for p in c.payments if p.kind == "upfront"] for c in licences_of(text)}
    assert paid["option"] == [2_000_000]
    assert paid["license"] == []


def test_a_region_of_the_headline_is_spelt_out_below() -> None:
    text = "Norwell has licensed the European rights to NB-101 to Castor Pharma GmbH. The agreement covers the European Union, Norway and Iceland."
    assert [c.grants[0].territory for c in licences_of(text)] == [("European Union", "Norway", "Iceland")]


def test_signature_and_effect_are_two_days() -> None:
    text = "On May 5, 2014 we entered into an exclusive license agreement with Castor Pharma GmbH for NB-101. The agreement became effective on June 1, 2014."
    assert [(c.executed, c.effective) for c in licences_of(text)] == [("2014-05-05", "2014-06-01")]
