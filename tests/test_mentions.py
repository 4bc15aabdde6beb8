"""Mentions of drugs and diseases: names, aliases, pronouns, and what looks like a drug and is none."""

from __future__ import annotations

import time

import pytest
from drug_text import claims_of, context_of, drugs

from kg.extract.document import read_context
from kg.extract.mention_reading import read_mentions
from kg.model import CompoundClaim, DocumentText, Filing, ReadFiling

SETTING = "Acme Therapeutics, Inc. is a drug company.\n"
NAMED: tuple[tuple[str, set[tuple[str, ...]]], ...] = (
    ("Our lead candidate, Tavligo, is in a Phase 2 trial for gout.", {("Tavligo",)}),
    ("Zelnoride, a selective JAK inhibitor, is in Phase 1 for psoriasis.", {("Zelnoride",)}),
    ("ACM-101 (INN: feloxistat) is in Phase 2 for gout.", {("ACM-101", "feloxistat")}),
    ("feloxistat, previously referred to as ACM-101, is in Phase 2 for gout.", {("feloxistat", "ACM-101")}),
    (
        "The compound, which Holm Pharma Inc. had called HP 221 and which we have renamed ACM-101, is oral.",
        {("HP 221", "ACM-101")},
    ),
    ("ACM-101's nonproprietary name is feloxistat. It is in Phase 2 for gout.", {("ACM-101", "feloxistat")}),
    ("Goutrex (feloxistat tablets, 40 mg) is sold for gout.", {("Goutrex", "feloxistat")}),
    ("We market feloxistat under the brand name Goutrex for gout.", {("feloxistat", "Goutrex")}),
    ("We licensed 131I-ACM20 for neuroblastoma. It is in a Phase 1 trial.", {("131I-ACM20",)}),
    ("mRNA-4410 is our vaccine against influenza.", {("mRNA-4410",)}),
    (
        "The compound delorine hydrochloride, known within the Company as AQ-12, is oral. AQ-12 is safe.",
        {("AQ-12", "delorine", "delorine hydrochloride")},
    ),
    (
        "Patients in the trial of ACM-101 may also take warfarin or ibuprofen.",
        {("ACM-101",), ("ibuprofen",), ("warfarin",)},
    ),
    ("ACM-101 is an anti-IL-17 antibody with effects on TNF, IL-6 and CD20 in patients.", {("ACM-101",)}),
    ("The trial, called ENLIGHTEN-2, tests ACM-101 in patients with gout.", {("ACM-101",)}),
    ("Our drug ACM-101 complies with 21 CFR 312 and ICH E6; Form FDA-1571 was filed under Rule 12b-2.", {("ACM-101",)}),
    (
        "Patent No. US 7,123,456 and application WO 2019/123456 cover compound ACM-101, claims A-1 to A-12.",
        {("ACM-101",)},
    ),
    (
        "The lease of Suite B-210 at 12 Route I-95 in Cambridge, MA 02139 houses our clinical group for drug ACM-101.",
        {("ACM-101",)},
    ),
    ("HEK293 and MCF-7 cells and CYP3A4 and HLA-B27 were used in studies of drug ACM-101.", {("ACM-101",)}),
    (
        "On June 18, 2020 our drug ACM-101 met with FDA under Section 505(b)(2). See Note 12 and Item 1A.",
        {("ACM-101",)},
    ),
    ("ACM-101 is delivered by a Boeing 737-800 or Airbus A320 to patients.", {("ACM-101",)}),
    ("In 4Q19 our drug ACM-101 had ICD-10 code M10.9, COVID-19 effects and ACR20 response.", {("ACM-101",)}),
    ("DataRoom® software is licensed for clinical trials of patients.", set()),
)


@pytest.mark.parametrize(("sentence", "expected"), NAMED, ids=[str(n) for n in range(len(NAMED))])
def test_names(sentence: str, expected: set[tuple[str, ...]]) -> None:
    assert drugs(SETTING + sentence) == expected


def test_one_drug_in_three_spellings() -> None:
    (claim,) = [
        c
        for c in claims_of(SETTING + "CLX 131, CLX131 and CLX-131 are our drug. CLX 131 treats patients.")
        if isinstance(c, CompoundClaim)
    ]
    assert (claim.name, claim.aliases, claim.codes) == ("CLX 131", (), ("CLX 131",))


def test_pronouns_and_kinds_are_resolved() -> None:
    text = SETTING + "ACM-101 is a drug for gout. It is in Phase 2. The compound was discovered by us."
    mentions = read_mentions(context_of(text))
    found = mentions.resolved_in(1, 0, len(text))
    assert [(text[m.start : m.end], m.name, m.form) for m in found] == [
        ("ACM-101", "ACM-101", "name"),
        ("It", "ACM-101", "pronoun"),
        ("The compound", "ACM-101", "pronoun"),
    ]
    (disease,) = mentions.indications_in(1, 0, len(text))
    assert text[disease.start : disease.end] == disease.ref.name == "gout"


def test_canonical_names_follow_aliases() -> None:
    mentions = read_mentions(context_of(SETTING + "ACM-101 (feloxistat) is a drug. ACM-101 is oral."))
    assert [mentions.canonical(f) for f in ("ACM 101", "Feloxistat", "ACM-102")] == ["ACM-101", "ACM-101", None]


def test_an_abbreviation_of_one_document_holds_in_the_others() -> None:
    told = "ACM-101 is in trials for paroxysmal nocturnal hemoglobinuria (“PNH”) and C3 glomerulopathy (“C3G”)."
    said = "A Phase 2 trial of ACM-101 in PNH has begun."
    texts = tuple(DocumentText(number, "8-K", text, text, str(number)) for number, text in ((1, told), (2, said)))
    filing = Filing("0009100001-20-000001", "8-K", filed="20200304")
    mentions = read_mentions(read_context(ReadFiling(filing, texts)))
    (disease,) = mentions.indications_in(2, 0, len(said))
    assert said[disease.start : disease.end] == "PNH"
    assert disease.ref.name == "paroxysmal nocturnal hemoglobinuria"


def test_companies_that_make_no_medicines_have_none() -> None:
    text = "Shake® 3 and IEEE 1394 are products marketed under the name Logic for musicians. See Rule 13a-14."
    assert [c for c in claims_of(text, "Orchard Computer Inc", "3571") if isinstance(c, CompoundClaim)] == []


@pytest.mark.parametrize(
    "unit", ["ACM-101 (", "(", "Phase 2 trial of ACM-101 in gout, ", "ACM-{n} and ", "formerly known as ", "® "]
)
def test_long_texts_take_linear_time(unit: str) -> None:
    taken = []
    for size in (2_000, 8_000):
        text = SETTING + "".join(unit.replace("{n}", str(n)) for n in range(size))
        begun = time.process_time()
        claims_of(text)
        taken.append(time.process_time() - begun)
    assert taken[1] < 10 * taken[0] + 1.0
