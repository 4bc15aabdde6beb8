"""Names that look like drugs' and that the text says to be something else."""

from __future__ import annotations

import pytest

from kg.extract.abbreviations import abbreviations_of
from kg.extract.compound_denials import is_no_drug, is_only_a_class, says_otherwise

OTHERS = [
    ("The pivotal study, known as TOVA-2, tests velatocin. Enrollment in TOVA-2 is complete.", "TOVA-2"),
    ("Two trials, NAIL-1 and NAIL-2, are under way.", "NAIL-2"),
    ("Enrollment in AXIOM-1, the pivotal trial, closed in July.", "AXIOM-1"),
    ("QRX-117 is an antibody against CD3 and an inhibitor of DLL3.", "DLL3"),
    ("ONC-841 is an inhibitor targeting SIGLEC10, a protein.", "SIGLEC10"),
    ("Givosiran breaks down aminolevulinic acid synthase 1 (ALAS1) in the liver.", "ALAS1"),
    ("We then identify the recommended Phase 2 dose (RP2D). The RP2D was 40 mg.", "RP2D"),
]
DRUGS = [
    ("In our Phase 2 trial, BGT-9 was safe. Enrollment in the trial of BGT-9 is complete.", "BGT-9"),
    ("The QRX-117 trial enrolled 40 patients. Patients in the QRX-117 study were adults.", "QRX-117"),
    ("AS1413 is in a Phase 3 trial in leukemia. An AS1413 antibody test exists.", "AS1413"),
    ("We dosed patients with ABT1, an inhibitor of ALK5; ABT1 is safe and ABT1 inhibitors are not.", "ABT1"),
]


@pytest.mark.parametrize(("text", "form"), OTHERS)
def test_codes_that_are_no_drugs(text: str, form: str) -> None:
    assert is_no_drug(text, form, abbreviations_of(text))


@pytest.mark.parametrize(("text", "form"), DRUGS)
def test_codes_that_are_drugs(text: str, form: str) -> None:
    assert not is_no_drug(text, form, abbreviations_of(text))


def test_what_a_drug_is_made_of_is_not_its_name() -> None:
    assert is_only_a_class("DUN-8, a polyamine analogue, was tested.", "polyamine")
    assert not is_only_a_class("DUN-8, a heparin fragment, is tested against heparin.", "heparin")
    assert says_otherwise("The new drug certificate was sold.", "certificate", "inn", {})
    assert not says_otherwise("Patients took aspirin.", "aspirin", "inn", {})


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The Company developed its AQ7(R) Biofungicide for grapes. AQ7 sells well.", "AQ7"),
        ("Tilto(TM) storage containers are sold to shops.", "Tilto"),
        ("HIVE-SCENT(R) ATTRACTANT directs bees.", "HIVE-SCENT"),
        ("We use our Pharmaz(TM) recombinant metabolic technology.", "Pharmaz"),
        ("AQ7 was the first registered biofungicide.", "AQ7"),
    ],
)
def test_goods_are_no_drugs(text: str, form: str) -> None:
    assert says_otherwise(text, form, "brand", {})


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("BGT-9 inhibits growth in assays.", "BGT-9"),
        ("Velstat(TM) was licensed; a technology was sold.", "Velstat"),
        ("Doses of Velstat(R) are low.", "Velstat"),
    ],
)
def test_drugs_beside_words_of_goods(text: str, form: str) -> None:
    assert not says_otherwise(text, form, "brand", {})
