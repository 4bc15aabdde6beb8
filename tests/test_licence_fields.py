"""The diseases and fields a right is tied to, and the days and milestones agreements get from sentences beside them."""

# ruff: noqa: E501 — an example reads better unbroken

from __future__ import annotations

import pytest
from licence_text import licences_of


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("We granted Castor Pharma GmbH an exclusive license to NB-101 for asthma and gout.", ["asthma", "gout"]),
        ("We granted Castor Pharma GmbH exclusive rights to NB-101 in Europe, the Middle East and Africa for asthma.", ["asthma"]),
        ("Castor Pharma GmbH granted us a non-exclusive license under its patents for use in cell therapy for liver cancer.", ["liver cancer"]),
        ("Castor Pharma GmbH granted us a license to its vectors for use in products directed to hemophilia A.", ["hemophilia A"]),
        ("Castor Pharma GmbH granted us the right to practice its inventions in the treatment of asthma.", ["asthma"]),
        # What a drug is or is tried for says nothing of the right.
        ("Castor Pharma GmbH granted us exclusive rights to CP-77, a topical agent for psoriasis, for $2 million.", []),
        ("We sold to Castor Pharma GmbH all rights in NB-303, which we had tested in Phase 2 for psoriasis.", []),
        ("Castor Pharma GmbH granted us a license to a protein, CP-77, which it is studying in animals for psoriasis.", []),
        ("In June 2019 we licensed CP-77 and clinical data in psoriasis from Castor Pharma GmbH.", []),
    ],
)
def test_what_a_right_is_tied_to(text: str, named: list[str]) -> None:
    assert [i.name for claim in licences_of(text) for i in claim.grants[0].indications] == named


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On May 3, 2018 we and Castor Pharma GmbH put our names to a License Agreement. Castor Pharma GmbH granted us exclusive rights to CP-77.", "2018-05-03"),
        ("Castor Pharma GmbH and we signed a term sheet on May 3, 2018. If an agreement follows, Castor Pharma GmbH would have an exclusive license to NB-101.", "2018-05-03"),
        # A day told of something else, or of somebody else, is not that of the licence.
        ("On May 3, 2018 we closed a private placement. Castor Pharma GmbH granted us exclusive rights to CP-77.", None),
        ("On May 3, 2018 we signed a License Agreement with Tessen Pharma AB. Castor Pharma GmbH had earlier granted us exclusive rights to CP-77.", None),
    ],
)  # fmt: skip
def test_the_day_of_a_deal_told_in_the_sentence_before(text: str, date: str | None) -> None:
    found = [c for c in licences_of(text) if any(o.name.startswith("Castor") for o in (*c.licensors, *c.licensees))]
    assert [c.effective or c.executed for c in found] == [date]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("We granted Castor Pharma GmbH rights to NB-101, its formulations included, in all territories outside Greater China.", [["all territories outside Greater China"]]),
        ("We licensed NB-101 to Castor Pharma GmbH in the People’s Republic of China, including Hong Kong and Macau.", [["People’s Republic of China", "Hong Kong", "Macau"]]),
        ("We licensed NB-101 to Castor Pharma GmbH for Japan. We have had inquiries about Italy and have granted nothing there.", [["Japan"]]),
    ],
)  # fmt: skip
def test_where_a_right_holds(text: str, places: list[list[str]]) -> None:
    assert [list(claim.grants[0].territory) for claim in licences_of(text)] == places


def test_what_was_left_out_of_one_right_is_the_place_of_another() -> None:
    found = licences_of(
        "Castor Pharma GmbH granted us exclusive rights to CP-77 in all countries other than Japan, in which it had "
        "licensed CP-77 to Mizukawa Seiyaku K.K. in 2016."
    )
    assert {c.licensees[0].name: c.grants[0].territory for c in found}["Mizukawa Seiyaku K.K."] == ("Japan",)


def test_terms_far_from_the_grant_belong_to_the_party_they_name() -> None:
    (claim,) = licences_of(
        "In June 2015 we licensed NB-101 to Castor Pharma GmbH.\nOur staff is small.\nWe rent offices.\nWe have patents.\n"
        "We have no debt.\nCastor Pharma GmbH is to pay milestones of up to $20 million and royalties of 5%."
    )
    assert [p.kind for p in claim.payments] == ["milestone", "royalty"]


def test_what_was_paid_for_an_amendment_is_no_price_of_the_licence() -> None:
    (claim,) = licences_of(
        "In June 2015 we licensed NB-101 to Castor Pharma GmbH for Japan for $2 million. In May 2018 the agreement was "
        "amended to add China to the territory, for which Castor Pharma GmbH paid us a fee of $750,000."
    )
    assert [(p.kind, int(p.amount or 0)) for p in claim.payments] == [("upfront", 2_000_000)]


def test_milestones_are_those_in_force() -> None:
    (claim,) = licences_of(
        "In June 2015 we licensed NB-101 to Castor Pharma GmbH. Castor Pharma GmbH was to pay milestones of up to "
        "$70 million. The amendment of May 2018 reduced that sum to $60 million."
    )
    assert [(p.kind, int(p.amount or 0)) for p in claim.payments] == [("milestone", 60_000_000)]
