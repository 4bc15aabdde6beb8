"""Names that look like drugs' and that the text says to be something else."""

from __future__ import annotations

import pytest
from drug_text import drugs

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


KINDS = [
    ("Pulmavant is an inhaled prostacyclin for the lungs. Others are better.", "prostacyclin"),
    ("All knowledge of PRC-70, a siderophore cephalosporin, is theirs.", "cephalosporin"),
    ("Calendor contains a purified faradiol ester. Faradiol esters were patented.", "faradiol"),
    ("Each strand has a phosphonate cap at its end.", "phosphonate"),
    ("QNB-20 is a vector for otoferlin deafness.", "otoferlin"),
]
NAMES = [
    ("We sell a levotrine tablet.", "levotrine"),
    ("Patients took levotrine for a year.", "levotrine"),
    ("A trial of levotrine is on; a levotrine ester is not tested.", "levotrine"),
    ("A dose of levotrine was given.", "levotrine"),
]


@pytest.mark.parametrize(("text", "word"), KINDS)
def test_words_that_say_of_what_kind_something_is(text: str, word: str) -> None:
    assert is_only_a_class(text, word)


@pytest.mark.parametrize(("text", "word"), NAMES)
def test_words_that_are_names(text: str, word: str) -> None:
    assert not is_only_a_class(text, word)


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("VRD-220, a BFL-1 degrader, is in trials.", "BFL-1", "code"),
        ("We use the HEX-293 cell line.", "HEX-293", "code"),
        ("Briscoe sells a dietary supplement tea, Passiflex, for sleeplessness.", "Passiflex", "brand"),
        ("PASSIFLEX. Passiflex is a herbal tea.", "PASSIFLEX", "brand"),
        ("Somnalia, an infant formula, is sold in shops.", "Somnalia", "brand"),
    ],
)
def test_targets_cells_and_food_are_no_drugs(text: str, form: str, kind: str) -> None:
    assert says_otherwise(text, form, kind, {})


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("The BFL-1 antibody is in trials; patients took BFL-1.", "BFL-1", "code"),
        ("Sanorel, a tablet, is sold beside shampoos.", "Sanorel", "brand"),
    ],
)
def test_drugs_beside_such_words(text: str, form: str, kind: str) -> None:
    assert not says_otherwise(text, form, kind, {})


SETTING = " The drug is in a clinical trial in patients."
WRITTEN = [
    ("Colvisan® (sodium ambrate) is a drug for gout.", ("Colvisan", "sodium ambrate")),
    ("Patients were treated with Dornavent (inhaled dornasulam) for asthma.", ("Dornavent", "dornasulam")),
    ("The compound, which Coldwater has docketed as CU-1107 and Licensee calls BRK-44, is new.", ("CU-1107", "BRK-44")),
    ("The peptide cardiolin (Foundation reference CHF-33) was invented.", ("cardiolin", "CHF-33")),
    ("MGT-101 (elivacabtagene anacel) is a cell therapy.", ("MGT-101", "elivacabtagene anacel")),
    ("NT-60 is a second-generation molecule.", ("NT-60",)),
    ("An approved antibody (Tezallin, from Roxburgh Biologics plc, for asthma) did well.", ("Tezallin",)),
    ("Other drugs are sold for asthma, among them Tyvarest, by Unison Corp.", ("Tyvarest",)),
    ("We concern ourselves with telzafibrant, a once-daily modulator discovered in Japan. Telzafibrant is new.",
     ("telzafibrant",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), WRITTEN)
def test_names_as_they_are_written(text: str, names: tuple[str, ...]) -> None:
    assert set(names) in [set(found) for found in drugs(text + SETTING)]


@pytest.mark.parametrize(
    "text", ["Our office is at Fruebjergvej 8, DK-2100 Copenhagen.", "Alpha-1 antitrypsin was measured.",
             "We paid CHF 33 million for the drug."],
)  # fmt: skip
def test_addresses_proteins_and_money(text: str) -> None:
    assert drugs(text + SETTING) == set()
