"""Licences read from passages: who licenses what to whom, on which terms, and what is merged or kept apart."""

# ruff: noqa: E501 — sentences stand as a filing would have them

from __future__ import annotations

import time
from decimal import Decimal
from typing import Any

import pytest

from kg.model import LicenseClaim
from kg.names import org_key
from tests.licence_text import NORWELL, licences_of

TESSEN, LARKHILL, CASTOR = "Tessen Pharma AB", "Larkhill University", "Castor Pharma GmbH"
DELMORE, MIZUKAWA = "Delmore Therapeutics LLC", "Mizukawa Seiyaku K.K."


def facts(claim: LicenseClaim) -> dict[str, Any]:
    """The terms of a claim, one word each; absent terms are left out."""
    grant = claim.grants[0]
    made: dict[str, Any] = {
        "kind": claim.kind,
        "status": claim.status,
        "excl": grant.exclusivity,
        "terr": list(grant.territory),
        "drug": list(grant.compounds),
        "ind": [i.name for i in grant.indications],
        "date": claim.effective or claim.executed or claim.announced,
    }
    for payment in claim.payments:
        if payment.kind == "royalty":
            made["roy"] = (payment.rate_min, payment.rate_max)
        elif payment.amount is not None:
            made[payment.kind] = (int(payment.amount), payment.currency)
    return made


CASES: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    (
        "Norwell Bio Licenses Asthma Drug to Tessen Pharma AB\nBOSTON, June 3, 2015 -- Norwell Bio, Inc. (Nasdaq: NRWL) today "
        "announced an exclusive agreement with Tessen Pharma AB, a Swedish company, covering the development and "
        "commercialization of NB-101 in the Nordic countries. Under the terms of the deal, Norwell receives $3 million upfront, "
        "with the potential for a further $27 million in development and sales milestones. Tessen will also pay tiered "
        "royalties, from 12% to 18%, on net sales.",
        NORWELL,
        TESSEN,
        {
            "kind": "license",
            "status": "executed",
            "excl": "exclusive",
            "terr": ["Nordic countries"],
            "drug": ["NB-101"],
            "date": "2015-06-03",
            "upfront": (3_000_000, "USD"),
            "milestone": (27_000_000, "USD"),
            "roy": (Decimal(12), Decimal(18)),
        },
    ),
    (
        "On June 30, 2019, Tessen Pharma AB (“Tessen”) informed the Company of its decision to terminate the License and "
        "Collaboration Agreement dated March 2, 2016. Under that agreement Tessen held exclusive rights to NB-101 in Europe.",
        NORWELL,
        TESSEN,
        {"kind": "collaboration", "status": "terminated", "excl": "exclusive", "terr": ["Europe"], "date": "2016-03-02"},
    ),
    (
        "The Company licenses from Larkhill University certain patents relating to NB-101 pursuant to an Exclusive License "
        "Agreement effective as of June 7, 2004, as amended on March 3, 2010. The license is worldwide. The Company paid a "
        "license issue fee of $60,000 and must pay an annual maintenance fee of $25,000, milestone payments of up to "
        "$1.8 million, and royalties of 2.5% to 4% of net sales.",
        LARKHILL,
        NORWELL,
        {
            "status": "amended",
            "excl": "exclusive",
            "terr": ["worldwide"],
            "date": "2004-06-07",
            "upfront": (60_000, "USD"),
            "milestone": (1_800_000, "USD"),
            "roy": (Decimal("2.5"), Decimal(4)),
        },
    ),
    (
        "Tessen Pharma AB and the Company agreed on June 5, 2013 to a license under which Tessen may develop, register and sell "
        "NB-101 for asthma in Finland and Denmark. Tessen paid the Company €2 million. Tessen’s rights are sole.",
        NORWELL,
        TESSEN,
        {"excl": "sole", "terr": ["Finland", "Denmark"], "ind": ["asthma"], "upfront": (2_000_000, "EUR")},
    ),
    (
        "Haiwen Pharma Co., Ltd. sublicensed NB-101 for Taiwan to Delmore Therapeutics LLC on June 1, 2019. We consented.",
        "Haiwen Pharma Co., Ltd.",
        DELMORE,
        {"kind": "sublicense", "terr": ["Taiwan"], "drug": ["NB-101"], "date": "2019-06-01"},
    ),
    (
        "Option. By an Option Agreement of June 12, 2018, Tessen Pharma AB acquired an exclusive option to license NB-202 in "
        "Europe. It paid $750,000 for the option, which runs until June 2020.",
        NORWELL,
        TESSEN,
        {"kind": "option", "status": "executed", "excl": "exclusive", "upfront": (750_000, "USD"), "date": "2018-06-12"},
    ),
    (
        "Castor Pharma GmbH has an exclusive option to license NB-202 from us, which it may exercise until 2022.",
        NORWELL,
        CASTOR,
        {"kind": "option", "status": "proposed", "excl": "exclusive", "drug": ["NB-202"]},
    ),
    (
        "On June 18, 2020 we completed the sale of NB-303 to Delmore Therapeutics LLC. At closing Delmore paid us $9 million. We "
        "are entitled to up to $31 million in contingent payments and a royalty of 3%.",
        NORWELL,
        DELMORE,
        {
            "kind": "assignment",
            "drug": ["NB-303"],
            "upfront": (9_000_000, "USD"),
            "milestone": (31_000_000, "USD"),
            "roy": (Decimal(3), Decimal(3)),
        },
    ),
    (
        "The Company and Castor Pharma GmbH have signed a letter of intent under which Castor would license NB-202 from the "
        "Company for Europe.",
        NORWELL,
        CASTOR,
        {"status": "proposed", "terr": ["Europe"]},
    ),
    (
        "Since June 2004 the rights to NB-101 in Japan have been in the hands of Mizukawa Seiyaku K.K. under an exclusive license "
        "granted by Norwell.",
        NORWELL,
        MIZUKAWA,
        {"excl": "exclusive", "terr": ["Japan"], "drug": ["NB-101"], "date": "2004-06"},
    ),
    (
        "Castor Pharma GmbH paid Larkhill University $1 million in 2012 for an exclusive license to CP-77 in the United States.",
        LARKHILL,
        CASTOR,
        {"excl": "exclusive", "terr": ["United States"], "drug": ["CP-77"], "upfront": (1_000_000, "USD"), "date": "2012"},
    ),
)


@pytest.mark.parametrize(("text", "giver", "taker", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_one_licence(text: str, giver: str, taker: str, expected: dict[str, Any]) -> None:
    (claim,) = licences_of(text)
    assert [org_key(o.name) for o in claim.licensors] == [org_key(giver)]
    assert [org_key(o.name) for o in claim.licensees] == [org_key(taker)]
    found = facts(claim)
    assert {key: found.get(key) for key in expected} == expected


def test_the_filer_carries_its_cik_and_facts_their_sentence() -> None:
    (claim,) = licences_of("In March 2012 we out-licensed NB-101 to Castor Pharma GmbH for Europe.")
    assert claim.licensors[0].cik == "0000000001"
    assert claim.source.rule == "license-licensed_1"
    assert 0.5 <= claim.source.confidence <= 0.99
    assert [e.exact for e in claim.source.evidence] == ["In March 2012 we out-licensed NB-101 to Castor Pharma GmbH for Europe."]


def test_a_cross_licence_is_two() -> None:
    claims = licences_of(
        "In 2004 the Company entered into a cross-license agreement with Delmore Therapeutics LLC under which each party granted "
        "the other a non-exclusive license."
    )
    assert {(c.licensors[0].name, c.licensees[0].name) for c in claims} == {(NORWELL, DELMORE), (DELMORE, NORWELL)}


def test_two_territories_two_kinds_of_exclusivity_two_records() -> None:
    claims = licences_of(
        "On June 8, 2014 we granted Castor Pharma GmbH an exclusive license to NB-101 outside the United States. Castor’s rights are "
        "exclusive save in Canada, where they are non-exclusive."
    )
    assert {(c.grants[0].exclusivity, c.grants[0].territory) for c in claims} == {
        ("exclusive", ("outside the United States",)),
        ("non-exclusive", ("Canada",)),
    }


def test_an_option_taken_up_is_the_option_and_the_licence() -> None:
    claims = licences_of(
        "Under an Option Agreement of June 2, 2011 we granted Castor Pharma GmbH an option to license NB-202 in Europe. On June 8, "
        "2013 Castor Pharma GmbH exercised its option and paid $3 million."
    )
    assert [(c.kind, c.executed) for c in claims] == [("option", "2011-06-02"), ("license", "2013-06-08")]


def test_the_licence_of_what_was_sold_goes_to_the_buyer_with_consent() -> None:
    claims = licences_of(
        "In June 2010 Delmore Therapeutics LLC assigned to us all rights in NB-303. Delmore’s license from Larkhill University of "
        "June 2004 for NB-303 is exclusive. Larkhill University consented to the assignment."
    )
    assert ("amended", LARKHILL, NORWELL) in [(c.status, c.licensors[0].name, c.licensees[0].name) for c in claims]


def test_a_contract_is_read_with_its_definitions() -> None:
    text = (
        "LICENSE AGREEMENT\nThis License Agreement is made as of June 17, 2019 by and between CASTOR PHARMA GMBH (“Licensor”) and "
        "NORWELL BIO, INC. (“Licensee”).\n1.1 “Territory” means Denmark, Sweden and Norway.\n1.2 “Field” means asthma.\n"
        "1.3 “Product” means any product containing CP-77.\n2.1 Licensor hereby grants to Licensee an exclusive license to develop and "
        "sell the Product in the Field in the Territory.\n3.1 Licensee shall pay Licensor an upfront fee of $400,000."
    )
    (claim,) = licences_of(text, "EX-10.1")
    found = facts(claim)
    assert (claim.licensors[0].name.upper(), claim.licensees[0].name) == ("CASTOR PHARMA GMBH", NORWELL)
    assert found["terr"] == ["Denmark", "Sweden", "Norway"]
    assert (found["ind"], found["drug"], found["date"]) == (["asthma"], ["CP-77"], "2019-06-17")
    assert found["upfront"] == (400_000, "USD")


def test_what_is_not_stated_is_named() -> None:
    (claim,) = licences_of("NB-202, licensed from Castor Pharma GmbH in 2013, is in Phase 1.")
    assert claim.undisclosed == ("exclusivity", "territory", "hasPayment")


@pytest.mark.parametrize("unit", ["(", "license ", "we license NB-101 to Castor Pharma GmbH, ", "Castor Pharma GmbH and "])
def test_long_sentences_take_no_more_than_their_share(unit: str) -> None:
    def cost(times: int) -> float:
        start = time.process_time()
        licences_of(unit * times)
        return time.process_time() - start

    cost(50)
    small, large = cost(150), cost(600)
    assert large < 10 * small + 0.5


@pytest.mark.parametrize(
    ("text", "kind", "status", "given"),
    [
        ("We sold NB-303 with all patents and data to Delmore Therapeutics LLC in June 2010.", "assignment", "executed", True),
        ("All rights to NB-101 were returned to us by Castor Pharma GmbH in June 2013.", "license", "terminated", True),
        ("The license that Castor Pharma GmbH has held since 2011 for NB-101 in Japan has been widened.", "license", "amended", True),
        ("An option held by Castor Pharma GmbH over rights to NB-101 in Italy was allowed to lapse.", "option", "terminated", True),
        ("On May 1, 2009 we gave Pelican Discovery, Inc. written notice that we were terminating the license agreement dated May 5, 2005, relating to Pelican’s phage library.", "license", "terminated", False),
    ],
)  # fmt: skip
def test_who_gives_and_what_became_of_it(text: str, kind: str, status: str, given: bool) -> None:
    (claim,) = licences_of(text)
    assert (claim.kind, claim.status) == (kind, status)
    assert any("NORWELL" in org.name for org in claim.licensors) is given


def test_option_and_its_exercise_in_one_sentence_are_two_facts() -> None:
    told = licences_of(
        "In September 2009 Castor Pharma GmbH elected to exercise the option that it had been granted under the Option "
        "Agreement of March 3, 2008, and thereby obtained an exclusive license to NB-101."
    )
    assert [(c.kind, c.status, c.executed) for c in told] == [
        ("option", "executed", "2008-03-03"),
        ("license", "executed", "2009-09"),
    ]


def test_a_territory_that_is_added_comes_on_top_of_the_one_before() -> None:
    one = licences_of(
        "On June 3, 2006, we granted Castor Pharma GmbH an exclusive license to NB-202 in Italy and Spain. "
        "In August 2008 we and Castor Pharma GmbH signed an amendment adding France to the territory."
    )
    assert [c.grants[0].territory for c in one] == [("Italy", "Spain", "France")]


def test_both_licences_are_told_of_at_once() -> None:
    both = licences_of(
        "In May 2004 we licensed NB-202 to Castor Pharma GmbH. In June 2005 we licensed NB-303 to Tessen Pharma AB. "
        "Both licenses are exclusive and worldwide."
    )
    assert [(c.grants[0].exclusivity, c.grants[0].territory) for c in both] == [("exclusive", ("worldwide",))] * 2


def test_terms_told_after_the_exercise_of_an_option_are_the_licences() -> None:
    option, licence = licences_of(
        "On May 9, 2009 we granted Castor Pharma GmbH an exclusive option to license NB-202 in Europe for $4 million. "
        "On January 31, 2011 Castor Pharma GmbH exercised its option and entered into a license agreement with us. "
        "It will pay royalties of 12% to 20% of net sales."
    )
    assert (option.kind, [p.kind for p in option.payments]) == ("option", ["upfront"])
    assert (licence.kind, [p.kind for p in licence.payments]) == ("license", ["royalty"])
    assert licence.executed == "2011-01-31"


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Castor Pharma GmbH gave notice that it would end the agreement with effect from February 2014.", "terminated"),
        ("In May 2013 Castor Pharma GmbH relinquished its license.", "terminated"),
        ("Castor Pharma GmbH may end the agreement on 90 days' notice.", "executed"),
        ("No amendment of the agreement with Castor Pharma GmbH was required.", "executed"),
        ("In May 2013 Castor Pharma GmbH and we revised our agreement.", "amended"),
    ],
)
def test_what_became_of_a_licence(told: str, status: str) -> None:
    found = licences_of(f"On June 3, 2006, we granted Castor Pharma GmbH an exclusive license to NB-202. {told}")
    assert [c.status for c in found] == [status]


@pytest.mark.parametrize(
    ("tied", "named"),
    [
        ("for use in oncology", ["oncology"]),
        ("for all dermatological uses", ["dermatological uses"]),
        ("for all oncology products", []),
        ("for the treatment of asthma in respiratory applications", ["asthma"]),
    ],
)
def test_a_right_is_tied_to_a_disease_or_a_field_of_medicine(tied: str, named: list[str]) -> None:
    found = licences_of(f"On June 3, 2006, we granted Castor Pharma GmbH an exclusive license to NB-202 {tied}.")
    assert [[i.name for i in c.grants[0].indications] for c in found] == [named]
