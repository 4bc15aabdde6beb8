"""Spellings of disease names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.spelling import american, american_with_cuts, fold, name_key, plural, spelled, spellings, usable


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Non-Small Cell", "non small cell"),
        ("Sjögren’s Syndrome", "sjogren s syndrome"),
        ("(HER2-positive", " her2 positive"),
        ("relapsed/refractory", "relapsed refractory"),
        ("İstanbul", "İstanbul"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_fold_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_american() -> None:
    assert american("acute lymphoblastic leukaemia") == "acute lymphoblastic leukemia"
    assert american("oesophageal tumour with oedema") == "esophageal tumor with edema"
    assert american("multiple myeloma") == "multiple myeloma"


def test_cuts_lead_back_to_the_british_text() -> None:
    text, cuts, lost = american_with_cuts("anaemia and oedema")
    assert (text, cuts, lost) == ("anemia and edema", [4, 14], [0, 1, 2])


def test_name_key_is_one_for_all_spellings() -> None:
    keys = {name_key(name) for name in ("Crohn's disease", "CROHN’S DISEASE", "Crohn s  disease")}
    assert keys == {"crohn s disease"}


def test_possessives_come_both_ways() -> None:
    assert spellings("Huntington's disease") == ("huntington s disease", "huntington disease")
    assert spellings("Alport syndrome") == ("alport syndrome", "alport s syndrome")
    assert spellings("heart disease") == ("heart disease",)


@pytest.mark.parametrize(
    ("key", "more"),
    [
        ("muscular dystrophy", "muscular dystrophies"),
        ("psychosis", "psychoses"),
        ("fibroma", "fibromata"),
        ("cancer", None),
    ],
)
def test_plural(key: str, more: str | None) -> None:
    assert plural(key) == more


def test_usable_names() -> None:
    assert usable("gout")
    assert not usable("ALS")
    assert not usable("disease")
    assert not usable("Syndrome")


def test_spelled_prefers_labels_and_adds_equals() -> None:
    terms = [
        ("DOID:1", "wasting", "blue fever", "", "NCIT:C1"),
        ("DOID:2", "blue fever", "azure fever|BF", "DOID:1", ""),
        ("NCIT:C9", "Azure Fever", ""),
    ]
    rows = {form: (ids, searched) for form, ids, searched in spelled(terms)}
    assert rows["blue fever"] == ("DOID:2|NCIT:C1", "y")
    assert rows["azure fever"] == ("NCIT:C9|DOID:2", "y")
    assert rows["wasting"] == ("DOID:1|NCIT:C1", "y")
    assert rows["BF"] == ("DOID:2", "")
    assert list(rows) == sorted(rows)


def test_numbered_subtypes_are_looked_up_but_not_sought() -> None:
    rows = {
        form: searched for form, _, searched in spelled([("X:1", "psoriasis 5", ""), ("X:2", "type 2 diabetes", "")])
    }
    assert rows == {"psoriasis 5": "", "type 2 diabetes": "y"}
