"""Brands in capitals, and codes that look like something else."""

from __future__ import annotations

import pytest
from drug_text import drugs

SETTING = "Acme Therapeutics, Inc. is a drug company that develops medicines for patients.\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We market ORCELLA for acne vulgaris.", {"ORCELLA"}),
        ("The FDA approved RYLANTA (levotrine) capsules for gout.", {"RYLANTA"}),
        ("BRYTON is in a Phase 3 trial for gout.", {"BRYTON"}),
        ("In the BRYTON trial patients with gout took placebo.", set()),
        ("KELMORA HOLDINGS FOR GOUT AND ASTHMA", set()),
        ("APR-246 is in a Phase 2 trial for gout.", {"APR-246"}),
        ("In APR-12 the trial in patients with gout began.", set()),
        ("ACM-48 is in a Phase 2 trial for gout.", {"ACM-48"}),
        ("We adopted FIN-48 in a trial of patients.", set()),
    ],
)
def test_names_by_what_stands_beside_them(text: str, names: set[str]) -> None:
    assert {name for found in drugs(SETTING + text) for name in found[:1]} == names


def test_a_brand_is_known_in_small_letters_too() -> None:
    text = "We market ORCELLA for acne vulgaris. Orcella is also in a Phase 3 trial for rosacea."
    assert drugs(SETTING + text) == {("ORCELLA",)}
