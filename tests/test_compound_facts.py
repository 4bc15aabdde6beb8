"""Who develops a drug, what it carries, which platform it comes from, whose lead it is; quantities."""

from __future__ import annotations

from decimal import Decimal

import pytest
from drug_text import MAKER, claims_of, facts

from kg.model import QuantityClaim

SETTING = "Acme Therapeutics, Inc. is a drug company.\n"
SAID = (
    ("Our antibody ACM-101 is in a Phase 2 trial for gout.", ("ACM-101", "developer", MAKER)),
    ("ACM-101 is in a Phase 2 trial for gout.", ("ACM-101", "developer", MAKER)),
    ("Holm Pharma Inc. sells Sanorel for gout.", ("Sanorel", "developer", "Holm Pharma Inc.")),
    (
        "It would compete with Sanorel, which Holm Pharma Inc. markets for gout.",
        ("Sanorel", "developer", "Holm Pharma Inc."),
    ),
    (
        "HLM-7, a peptide, is being tested in patients by Holm Pharma Inc. for gout.",
        ("HLM-7", "developer", "Holm Pharma Inc."),
    ),
    ("ACM-101 utilizes iodine-131, a cytotoxic radioisotope, as its payload.", ("ACM-101", "payload", "iodine-131")),
    (
        "We study conjugates for targeted delivery of chemotherapeutics such as paclitaxel (ACM-16).",
        ("ACM-16", "payload", "paclitaxel"),
    ),
    (
        "ACM-101 was discovered with our proprietary NovaBody platform.",
        ("ACM-101", "usesPlatform", "NovaBody platform"),
    ),
    ("The company's lead compound, ACM-101, is oral.", ("ACM-101", "isLeadOf", MAKER)),
    ("ACM-101, our lead product candidate, is oral.", ("ACM-101", "isLeadOf", MAKER)),
)


@pytest.mark.parametrize(("sentence", "expected"), SAID, ids=[str(n) for n in range(len(SAID))])
def test_facts(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in facts(SETTING + sentence)


def test_a_comparator_has_no_developer() -> None:
    assert not [f for f in facts(SETTING + "Patients also took warfarin.") if f[0] == "warfarin"]


def test_quantities() -> None:
    text = (
        SETTING + "ACM-101 is a drug for multiple myeloma. The database reports the annual prevalence and incidence in "
        "the United States to be approximately 90,000 and 30,000, respectively.\n"
        "Wold Research Foundation manages more than 1,700 licensing agreements and an investment portfolio of $2.6 "
        "billion."
    )
    found = [
        (c.kind, c.value, c.comparator, c.currency, c.place) for c in claims_of(text) if isinstance(c, QuantityClaim)
    ]
    assert found == [
        ("prevalence-annual", Decimal(90000), "approximately", None, "US"),
        ("incidence-annual", Decimal(30000), "approximately", None, "US"),
        ("licensing-agreements-managed", Decimal(1700), "more-than", None, None),
        ("investment-portfolio", Decimal("2600000000"), "equal", "USD", None),
    ]


def test_gains_on_a_portfolio_are_not_its_size() -> None:
    text = "The Company had net unrealized gains on its investment portfolio of $57 million as of September 26, 2009."
    assert [c for c in claims_of(text) if isinstance(c, QuantityClaim)] == []
