"""Drug names told by the list they stand in, or by being a brand and nothing else."""

from __future__ import annotations

from kg.extract.compound_domain import Domain
from kg.extract.compound_lists import in_lists, own_brands
from kg.extract.compound_rules import Found

NEAR = Domain(range(0, 2000, 20))
FAR = Domain([])


def listed(text: str, known: str) -> list[str]:
    at = text.index(known)
    return [f.form for f in in_lists(text, [Found(known, "inn", at, at + len(known), "")])]


def test_names_of_one_list_are_told_by_one_of_them() -> None:
    assert listed("Platelet inhibitors include aspirin, Trivextin and Plavix.", "aspirin") == ["Trivextin", "Plavix"]
    assert listed("Combined with Lexatane® and gemcitabine, it failed.", "gemcitabine") == ["Lexatane"]


def test_words_places_and_diseases_of_a_list_are_no_drugs() -> None:
    assert listed("Patients took aspirin, Placebo and Boston water.", "aspirin") == []
    assert listed("Patients with aspirin, Psoriasis and Migraine were excluded.", "aspirin") == []


def test_a_brand_is_a_drug_only_where_drugs_are_spoken_of() -> None:
    text = "Patients were switched from Humira or treated with liso-cel."
    assert [f.form for f in own_brands(text, NEAR)] == ["Humira", "liso-cel"]
    assert list(own_brands(text, FAR)) == []
