"""Sentences → designations as granted, by whom and for what."""

from __future__ import annotations

import pytest
from drug_text import claims_of, statuses

from kg.model import DesignationClaim

SETTING = "Acme Therapeutics, Inc. is a drug company. ACM-101 is a drug.\n"
FDA, EC, EMA = "U.S. Food and Drug Administration", "European Commission", "European Medicines Agency"
SAID: tuple[tuple[str, set[tuple[str, str, str | None, str | None]]], ...] = (
    (
        "The FDA has granted Orphan Drug Designation to ACM-101 for acromegaly.",
        {("orphan-drug", "ACM-101", "acromegaly", FDA)},
    ),
    (
        "ACM-101 has been granted orphan drug status in the United States and Europe for acromegaly.",
        {("orphan-drug", "ACM-101", "acromegaly", FDA), ("orphan-drug", "ACM-101", "acromegaly", EC)},
    ),
    (
        "ACM-101 received Fast Track and Breakthrough Therapy designations from the FDA for gout in 2019.",
        {("fast-track", "ACM-101", "gout", FDA), ("breakthrough-therapy", "ACM-101", "gout", FDA)},
    ),
    (
        "ACM-101 has been admitted to the EMA's PRIority MEdicines (PRIME) scheme in acromegaly.",
        {("prime", "ACM-101", "acromegaly", EMA)},
    ),
    (
        "Our BLA for ACM-101 in acromegaly is under priority review at the FDA.",
        {("priority-review", "ACM-101", "acromegaly", FDA)},
    ),
    (
        "ACM-101 holds Regenerative Medicine Advanced Therapy (RMAT) designation for gout.",
        {("rmat", "ACM-101", "gout", None)},
    ),
    (
        "The FDA granted rare pediatric disease designation and orphan drug designation to ACM-101 for Pompe disease.",
        {("rare-pediatric-disease", "ACM-101", "Pompe disease", FDA), ("orphan-drug", "ACM-101", "Pompe disease", FDA)},
    ),
    (
        "The FDA has designated ACM-101 a Qualified Infectious Disease Product for pneumonia.",
        {("qidp", "ACM-101", "pneumonia", FDA)},
    ),
    (
        "ACM-101 enjoys Fast Track designation for gout and orphan designation for acromegaly.",
        {("fast-track", "ACM-101", "gout", None), ("orphan-drug", "ACM-101", "acromegaly", None)},
    ),
    (
        "ACM-101 was awarded Breakthrough status for gout; its request for Fast Track status was refused.",
        {("breakthrough-therapy", "ACM-101", "gout", None)},
    ),
    (
        "In the U.S., ACM-101 has Orphan Drug status for acromegaly, and in the EU an application is pending.",
        {("orphan-drug", "ACM-101", "acromegaly", FDA)},
    ),
    (
        "Following our application, the FDA granted ACM-101 orphan drug designation for acromegaly.",
        {("orphan-drug", "ACM-101", "acromegaly", FDA)},
    ),
    (
        "ACM-101 is for gout. In that disease the agency named it an orphan drug.",
        {("orphan-drug", "ACM-101", "gout", None)},
    ),
    ("We have requested Fast Track designation for ACM-101 for gout.", set()),
    ("The FDA rescinded Fast Track designation for ACM-101 in gout.", set()),
    ("Neither the FDA nor the EMA has granted ACM-101 orphan drug designation for gout.", set()),
    (
        "Fast Track designation is intended to facilitate development of drugs for serious conditions such as gout.",
        set(),
    ),
    ("If ACM-101 receives orphan drug designation for acromegaly, it would be entitled to exclusivity.", set()),
    ("We may sell our priority review voucher for ACM-101 in gout.", set()),
)


@pytest.mark.parametrize(("sentence", "expected"), SAID, ids=[str(n) for n in range(len(SAID))])
def test_designations_of_a_sentence(sentence: str, expected: set[tuple[str, str, str | None, str | None]]) -> None:
    assert statuses(SETTING + sentence) == expected


def test_the_date_of_a_grant() -> None:
    (claim,) = [
        c
        for c in claims_of(SETTING + "On July 31, 2006 the FDA granted ACM-101 orphan drug designation for gout.")
        if isinstance(c, DesignationClaim)
    ]
    assert (claim.date, claim.source.rule) == ("2006-07-31", "designation-granted_1")


def test_a_fact_told_twice_is_one() -> None:
    text = (
        SETTING + "ACM-101 has orphan drug designation for gout from the FDA. The FDA granted ACM-101 orphan drug "
        "designation for gout in 2006."
    )
    assert len([c for c in claims_of(text) if isinstance(c, DesignationClaim)]) == 1
