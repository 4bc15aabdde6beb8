"""Words that may be drugs' names, and neighbours said to be one drug."""

from __future__ import annotations

import pytest

from kg.extract.compound_candidates import look_of
from tests.drug_text import drugs

LOOKS = {
    "PLX-Nav": "code", "TVN-α4β7i": "code", "hemarginate-PX": "code", "Tetracort": "cap", "IMMUVIR": "loud",
    "betrimorphan": "low", "FDA-approved": None, "off-the-shelf": None, "patients": None, "Boston": None,
}  # fmt: skip


@pytest.mark.parametrize(("word", "look"), LOOKS.items())
def test_look(word: str, look: str | None) -> None:
    assert look_of(word) == look


def test_neighbours_are_one_drug() -> None:
    text = "ACM-Nav (formerly known as QRX-1016), a selective blocker, is in a Phase 2 trial in patients with gout."
    assert drugs(text) == {("ACM-Nav", "QRX-1016")}


def test_a_name_of_two_words_is_one() -> None:
    assert drugs("Patients with hemophilia received etranacogene dezaparvovec in a Phase 3 trial.") == {
        ("etranacogene dezaparvovec",)
    }
