"""A contract's list of terms: what its main grant takes from it, and lists that are none."""

# ruff: noqa: E501 — lines stand as a contract would have them

from __future__ import annotations

from decimal import Decimal

from kg.extract.licence_money import sums_in
from kg.extract.licence_particulars import particulars
from tests.licence_text import licences_of

CONTRACT = (
    "PARTIES\n“Owner”\tNorwell Bio, Inc., Bloomington\n“Marketer”\tHanbit Pharm Co., Ltd., Seoul\nPARTICULARS\n"
    "Substance\tNB-101, an antibody\nPurpose\tasthma\nCountries\tRepublic of Korea, Thailand\n"
    "Character\tExclusive for Korea. In Thailand, non-exclusive\nEntry Payment\tUS$12,000,000\n"
    "Event Payments\tin total not more than US$101,000,000\nRunning Payment\tKorea: from 13% to 18% of receipts. Thailand: 10% of receipts\n"
    "TERMS\n1. Grant. By its signature the Owner grants the Marketer, within the Particulars, a license to import and sell the Substance."
)


def test_the_main_grant_takes_its_terms_from_the_list() -> None:
    found = licences_of(CONTRACT, "EX-10.1")
    told = [
        (c.licensees[0].name, c.grants[0].exclusivity, c.grants[0].territory, c.grants[0].compounds, [(p.kind, p.amount or p.rate_max) for p in c.payments])
        for c in found
    ]
    assert told == [
        ("Hanbit Pharm Co., Ltd.", "exclusive", ("Republic of Korea",), ("NB-101",), [("upfront", 12_000_000), ("milestone", 101_000_000), ("royalty", Decimal(18))]),
        ("Hanbit Pharm Co., Ltd.", "non-exclusive", ("Thailand",), ("NB-101",), [("royalty", Decimal(10))]),
    ]


def test_an_address_block_is_no_list_of_terms() -> None:
    assert particulars("Owner: Norwell Bio, Inc.\nAddress: 9 Elm Street\nCountry: Japan\nProduct: 4 boxes\n") == []


def test_up_to_where_a_rate_is_paid_is_no_payment() -> None:
    assert sums_in("a royalty of three per cent (3%) up to $50,000,000 in any Year, and four and one-half per cent (4.5%) above") == []
    assert [p.kind for p in sums_in("it will pay royalties of 5% and milestones of up to $50 million")] == ["milestone"]
