"""Diseases as written in running text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.indications import IndicationMention, disease_abbreviations, find


def names(text: str) -> list[str]:
    return [mention.name for mention in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for relapsed or refractory multiple myeloma in adults", ["relapsed or refractory multiple myeloma"]),
        ("in metastatic HER2-positive breast cancer", ["metastatic HER2-positive breast cancer"]),
        ("of moderate to severe plaque psoriasis", ["moderate to severe plaque psoriasis"]),
        ("with pediatric Crohn’s disease.", ["pediatric Crohn’s disease"]),
        ("relapsed/refractory acute myeloid leukemia", ["relapsed/refractory acute myeloid leukemia"]),
        (
            "locally advanced or metastatic urothelial carcinoma",
            ["locally advanced or metastatic urothelial carcinoma"],
        ),
        ("BRAF V600E mutant melanoma", ["BRAF V600E mutant melanoma"]),
        ("we treat severe asthma", ["severe asthma"]),
        ("a potential asthma drug", ["asthma"]),
    ],
)
def test_modifiers_stay(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("heart failure with preserved ejection fraction", ["heart failure with preserved ejection fraction"]),
        ("narcolepsy with cataplexy", ["narcolepsy with cataplexy"]),
        ("anemia associated with chronic kidney disease", ["anemia associated with chronic kidney disease"]),
        ("squamous cell carcinoma of the head and neck", ["squamous cell carcinoma of the head and neck"]),
        ("infections caused by Clostridium difficile", ["infections caused by Clostridium difficile"]),
        ("asthma with our inhaler", ["asthma"]),
    ],
)
def test_complements_stay(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Duchenne and Becker muscular dystrophy", ["Duchenne muscular dystrophy", "Becker muscular dystrophy"]),
        ("acute and chronic lymphocytic leukemia", ["acute lymphocytic leukemia", "chronic lymphocytic leukemia"]),
        ("breast, ovarian and prostate cancers", ["breast cancers", "ovarian cancers", "prostate cancers"]),
        ("type 1 and type 2 diabetes", ["type 1 diabetes", "type 2 diabetes"]),
        ("hemophilia A and B", ["hemophilia A", "hemophilia B"]),
        ("gout and asthma", ["gout", "asthma"]),
        ("pain and suffering", ["pain"]),
    ],
)
def test_coordination(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velmar-Ostrow syndrome", ["Velmar-Ostrow syndrome"]),
        ("CDKL5 deficiency disorder", ["CDKL5 deficiency disorder"]),
        ("idiopathic quorlitis", ["idiopathic quorlitis"]),
        ("chronic low back pain", ["chronic low back pain"]),
        ("hot flashes in women", ["hot flashes"]),
        ("opioid-induced constipation", ["opioid-induced constipation"]),
        ("chemotherapy-induced nausea and vomiting", ["chemotherapy-induced nausea and vomiting"]),
        ("noise-induced hearing loss", ["noise-induced hearing loss"]),
        ("septic shock", ["septic shock"]),
        ("pneumococcal disease", ["pneumococcal disease"]),
    ],
)
def test_diseases_no_vocabulary_knows(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the Cystic Fibrosis Foundation and the American Cancer Society",
        "tumor necrosis factor and cancer cells",
        "an anti-cancer drug",
        "a rare disease; rare pediatric disease designation; the disease",
        "net loss, capital loss, impairment loss and unrealized (gain)/loss",
        "a system failure, latent defects and a partial withdrawal",
        "diagnosis and prognosis by osmosis in Oklahoma",
        "NAND flash memory; net capital deficiency; credit loss",
        "infection, syndrome, tumor",
    ],
)
def test_what_is_none(text: str) -> None:
    assert names(text) == []


def test_spans_and_ids() -> None:
    text = "Indicated for Multiple Myeloma."
    assert find(text) == [IndicationMention(14, 30, "Multiple Myeloma", ("DOID:9538", "NCIT:C3242"))]
    assert find(text, 15) != find(text)
    assert find(text, 0, 14) == []


def test_ids_are_of_the_disease_not_of_its_complement() -> None:
    (mention,) = find("narcolepsy with cataplexy")
    assert mention.ids[0] == "DOID:8986"
    (mention,) = find("severe idiopathic quorlitis")
    assert mention.ids == ()


def test_abbreviations_of_the_document_are_resolved() -> None:
    text = "Multiple myeloma (MM) is rare. In relapsed MM we saw responses. MMR is a vaccine."
    known = disease_abbreviations(text)
    assert known == {"MM": "Multiple myeloma"}
    assert [(m.name, text[m.start : m.end]) for m in find(text, 31, None, known)] == [
        ("relapsed Multiple myeloma", "relapsed MM")
    ]
    assert disease_abbreviations("Investigational New Drug (IND)") == {}


def test_abbreviations_everybody_knows() -> None:
    (mention,) = find("patients with COPD")
    assert (mention.name, mention.ids[0]) == ("COPD", "DOID:3083")
    assert find("COPDX") == []


@given(st.text(alphabet="acute chronic lymphoid leukemia disease MM (),-/’", max_size=120))
def test_mentions_lie_inside_and_in_order(text: str) -> None:
    found = find(text)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert [m.end for m in found] == sorted(m.end for m in found)


@pytest.mark.parametrize(
    "unit", ["disease ", "acute and chronic ", "heart failure associated with ", "(", "AML ", "a-"]
)
def test_time_is_linear(unit: str) -> None:
    find("warm")
    times = []
    for size in (20_000, 80_000):
        text = unit * (size // len(unit))
        began = time.process_time()
        find(text)
        times.append(time.process_time() - began)
    assert times[1] < 16 * max(times[0], 0.01)
