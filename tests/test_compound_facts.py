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


RIVAL = "Holm Pharma Inc."
RIVALS = (
    "Dr. Roe comes to us from Holm Pharma Inc., the maker of Sanorel, sold since 2003 for gout.",
    "Our drug would meet Sanorel, which Holm Pharma Inc. has sold for gout since 2004.",
    "Holm Pharma Inc. has an antibody conjugate, HLM-7, in Phase 1/2 for gout.",
    "Sanorel, by Holm Pharma Inc., was approved last year for gout.",
    "Holm Pharma Inc. is in Phase 3 with HLM-7 for gout.",
    "Holm Pharma Inc. has filed an NDA for HLM-7 in gout.",
    "Doctors prescribe Sanorel (Holm Pharma Inc.), which is on the market for gout.",
    "Sanorel, the property of Holm Pharma Inc., is sold for gout.",
    "The leader in gout is Holm Pharma Inc. with Sanorel, which has been sold since 2003.",
    "The nearest rival is HLM-7, in Phase 3 for gout at Holm Pharma Inc.",
    "Holm Pharma Inc. hopes to bring HLM-7, now in Phase 3 for gout, to market in 2013.",
    "At Holm Pharma Inc., HLM-7 is in Phase 2 for gout.",
    "HLM-7 was invented at Holm Pharma Inc., which is testing it in gout in Phase 2.",
    "Holm Pharma Inc. placed at our disposal a choice whether to license from it HLM-7, preclinical for gout.",
)
OURS = (
    "Holm Pharma Inc. supplies the capsules of ACM-9, in Phase 2 for lupus.",
    "Holm Pharma Inc., a contractor, conducts the Phase 2 trial of ACM-9 in lupus.",
    "Holm Pharma Inc. has ACM-9 for Japan and Korea; our Phase 2 trial of ACM-9 in lupus goes on.",
    "We tested ACM-9 in a Phase 2 trial in lupus at Holm University Hospital.",
)


@pytest.mark.parametrize("sentence", RIVALS)
def test_a_drug_is_its_makers(sentence: str) -> None:
    assert {holder for _, kind, holder in facts(SETTING + sentence) if kind == "developer"} == {RIVAL}


@pytest.mark.parametrize("sentence", OURS)
def test_who_serves_or_has_a_country_does_not_develop(sentence: str) -> None:
    assert {holder for _, kind, holder in facts(SETTING + sentence) if kind == "developer"} == {MAKER}


def test_a_firm_is_told_by_its_bare_name() -> None:
    text = SETTING + "The market for gout belongs to Sanorel (sanomab), an injection marketed by Saxby Ophthalmics."
    assert ("Sanorel", "developer", "Saxby Ophthalmics") in facts(text)


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
