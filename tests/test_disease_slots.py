"""Phrases in the places of indications → indications, where no vocabulary knows them."""

from __future__ import annotations

import pytest

from kg.extract.disease_slots import in_slots
from kg.extract.indications import find


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("We filed a BLA for forehead lines in May.", "forehead lines"),
        ("QRX-117 is in Phase 2 for premature ejaculation.", "premature ejaculation"),
        ("a gel for the treatment of crow’s feet.", "crow’s feet"),
        ("approved for spinal fusion, and sold in Japan.", "spinal fusion"),
    ],
)
def test_read_by_place(text: str, phrase: str) -> None:
    assert [text[a:b] for a, b in in_slots(text, 0, len(text))] == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "QRX-117 was approved for sale in Japan.",
        "a Phase 2 trial in healthy volunteers",
        "a Phase 2 trial in combination with radiation",
        "The plan was approved for other corporate purposes.",
        "marketed for several years",
        "the treatment of patients",
    ],
)
def test_no_indication(text: str) -> None:
    assert not list(in_slots(text, 0, len(text)))


def test_a_known_disease_stays_as_it_is() -> None:
    assert [m.name for m in find("for the treatment of severe asthma in adults")] == ["severe asthma"]


def test_one_disease_of_another() -> None:
    assert [m.name for m in find("anemia of chronic kidney disease")] == ["anemia of chronic kidney disease"]
