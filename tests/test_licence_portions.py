"""Sentences that tell the terms of several agreements: each gets its own, and none another's."""

# ruff: noqa: E501 — sentences stand as a filing would have them

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.model import LicenseClaim
from tests.licence_text import licences_of

TWO_OUT = "In May 2015 we granted Tessen Pharma AB an exclusive license to NB-101 in Europe. In June 2016 we granted Castor Pharma GmbH an exclusive license to NB-101 in Japan. "
TWO_IN = "On May 3, 2011 we obtained an exclusive license to NB-101 from Larkhill University. On June 4, 2012 we obtained an exclusive license to NB-202 from Wold College. "


def terms(claim: LicenseClaim) -> dict[str, object]:
    """What a claim says is paid."""
    return {p.kind: (p.rate_min, p.rate_max) if p.kind == "royalty" else p.amount for p in claim.payments}


def by_party(text: str) -> dict[str, dict[str, object]]:
    """The other party of each licence, by its first word → what is paid."""
    found = {}
    for claim in licences_of(text):
        others = [o.name for o in (*claim.licensors, *claim.licensees) if "norwell" not in o.name.lower()]
        found[others[0].split()[0]] = terms(claim)
    return found


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        (
            TWO_OUT + "Tessen paid us $3 million upfront and may pay up to $25 million in milestones; Castor paid us $7 million upfront and may pay up to $55 million in milestones.",
            {"Tessen": {"upfront": 3_000_000, "milestone": 25_000_000}, "Castor": {"upfront": 7_000_000, "milestone": 55_000_000}},
        ),
        (
            TWO_OUT + "Royalties are due at 8% from Tessen and at 15% from Castor.",
            {"Tessen": {"royalty": (8, 8)}, "Castor": {"royalty": (15, 15)}},
        ),
        (
            TWO_OUT + "Upfront payments of $3 million and $7 million were received from Tessen and Castor, respectively.",
            {"Tessen": {"upfront": 3_000_000}, "Castor": {"upfront": 7_000_000}},
        ),
        (
            TWO_IN + "We paid Larkhill University $30,000 and Wold College $45,000 upon execution and will pay royalties of 2% and 3%, respectively, on sales.",
            {"Larkhill": {"upfront": 30_000, "royalty": (2, 2)}, "Wold": {"upfront": 45_000, "royalty": (3, 3)}},
        ),
        (
            TWO_IN + "On signing these licenses we paid $100,000 and $250,000, respectively.",
            {"Larkhill": {"upfront": 100_000}, "Wold": {"upfront": 250_000}},
        ),
    ],
)
def test_each_agreement_has_its_own_terms(text: str, paid: dict[str, dict[str, object]]) -> None:
    assert by_party(text) == paid


def test_dates_told_respectively() -> None:
    text = "In September 1997 and March 1998, respectively, the Company obtained exclusive licenses from Larkhill University and Wold College to patents covering NB-101."
    assert {c.licensors[0].name: c.executed for c in licences_of(text)} == {
        "Larkhill University": "1997-09",
        "Wold College": "1998-03",
    }


def test_a_sublicence_told_in_a_relative_clause_keeps_its_day_and_place() -> None:
    text = "Tessen Pharma AB, to which we licensed NB-101 for Europe on November 2, 2011, has granted a sublicense of NB-101 for Poland to Castor Pharma GmbH."
    found = {c.licensees[0].name: (c.executed, c.grants[0].territory) for c in licences_of(text)}
    assert found["Tessen Pharma AB"] == ("2011-11-02", ("Europe",))
    assert found["Castor Pharma GmbH"][1] == ("Poland",)


def test_one_agreement_is_not_divided() -> None:
    text = "On May 3, 2011 Tessen Pharma AB granted Castor Pharma GmbH an exclusive license to NB-101. Castor paid Tessen $2 million upon signature and owes Tessen a royalty of 5%."
    assert [terms(c) for c in licences_of(text)] == [{"upfront": 2_000_000, "royalty": (Decimal(5), Decimal(5))}]


def test_payments_of_a_contract_name_the_section_of_the_grant() -> None:
    text = (
        "This Agreement is made on May 3, 2011 by and between Norwell Bio, Inc. (“Norwell”) and Tessen Pharma AB (“Tessen”).\n"
        "2.1 License to Tessen. Norwell grants to Tessen an exclusive license to NB-101 in Europe.\n"
        "2.2 License to Norwell. Tessen grants to Norwell an exclusive license to NB-202 in Canada.\n"
        "3.1 For the license granted in Section 2.1: $2,000,000 upon signature and royalties of 8%.\n"
        "3.2 For the license granted in Section 2.2: $500,000 upon signature and royalties of 3%.\n"
    )
    assert {c.licensees[0].name.split()[0].lower(): terms(c) for c in licences_of(text, "EX-10.1")} == {
        "tessen": {"upfront": 2_000_000, "royalty": (8, 8)},
        "norwell": {"upfront": 500_000, "royalty": (3, 3)},
    }
