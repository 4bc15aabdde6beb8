"""Abbreviations that a text defines."""

from __future__ import annotations

import pytest

from kg.extract.abbreviations import abbreviations_of, long_form


@pytest.mark.parametrize(
    ("before", "short", "long"),
    [
        ("patients with multiple myeloma", "MM", "multiple myeloma"),
        ("treatment of non-small cell lung cancer", "NSCLC", "non-small cell lung cancer"),
        (
            "in heart failure with preserved ejection fraction",
            "HFpEF",
            "heart failure with preserved ejection fraction",
        ),
        ("a study of acute graft-versus-host disease", "GVHD", "graft-versus-host disease"),
        ("approved by the agency", "XQZ", None),
        ("", "AB", None),
    ],
)
def test_long_form(before: str, short: str, long: str | None) -> None:
    assert long_form(before, short) == long


def test_abbreviations_of_a_text() -> None:
    text = "For dry eye disease (“DED”), Investigational New Drug (IND; see it), us (the Company); dead eels die (DED)."
    assert abbreviations_of(text) == {"DED": "dry eye disease", "IND": "Investigational New Drug"}


def test_many_parentheses_take_linear_time() -> None:
    assert abbreviations_of("(" * 200_000 + "(AB)" * 50_000) == {}
