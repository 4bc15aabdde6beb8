"""Names of organisations, their defined terms, short forms and kinds."""

# ruff: noqa: E501 — a sentence reads better unbroken

from __future__ import annotations

import pytest

from kg.extract.definitions import find_definitions
from kg.extract.organizations import acronyms, find_names, org_kind, short_forms
from kg.model import OrgRef


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("with Merck & Co., Inc. and others", ["Merck & Co., Inc."]),
        ("Baiyun Pharma (Suzhou) Co., Ltd. signed", ["Baiyun Pharma (Suzhou) Co., Ltd."]),
        ("the University of Texas at Austin and we", ["University of Texas at Austin"]),
        ("a license agreement with Harbrook University for NB-101", ["Harbrook University"]),
        ("Regents of the University of California granted", ["Regents of the University of California"]),
        ("the Institut Carrel de Lyon. An", ["Institut Carrel de Lyon"]),
        ("Laboratorios Quiroga, S.A. de C.V. took", ["Laboratorios Quiroga, S.A. de C.V."]),
        ("Affiliated Company or the Company", []),
        ("our Board of Directors met", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [n.name for n in find_names(text, text)] == names


def test_defined_terms_bind_to_the_name_before_them() -> None:
    text = "Acme Pharma, Inc. (“Acme” or the “Company”) and Beta Corp. (the “Licensee”) signed a deal (the “License Agreement”)."
    found = find_definitions(text, find_names(text, text), OrgRef("Acme Pharma, Inc."))
    assert [(d.key, d.forms[0], d.generic) for d in found] == [
        ("acme pharma", "Acme", False),
        ("acme pharma", "the Company", True),
        ("beta", "the Licensee", True),
    ]


def test_short_forms_acronyms_kinds() -> None:
    assert short_forms("Kitamori Seiyaku Co., Ltd.") == ("Kitamori Seiyaku", "Kitamori")
    assert "American" not in short_forms("American Therapeutics, Inc.")
    assert acronyms("Food and Drug Administration") == ("FDA",)
    assert [org_kind(n) for n in ("Harbrook University", "St. Ann Hospital", "Acme Pharma, Inc.")] == [
        "university",
        "hospital",
        "pharma",
    ]
