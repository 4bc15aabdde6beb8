"""Defined terms and former names of parties: whom they are bound to."""

# ruff: noqa: E501 — a sentence reads better unbroken

from __future__ import annotations

import pytest

from kg.extract.definitions import find_definitions, find_renamings
from kg.extract.organizations import find_names
from kg.model import OrgRef

NOVATION = (
    "(1) HALSING UNIVERSITY ENTERPRISES LIMITED, whose registered office is at Senate Lodge (“HUE”); "
    "(2) COBALT RIDGE THERAPEUTICS LIMITED (formerly Cobalt Ridge Diagnostics Limited), company no. 4417190, of 2 Wharf "
    "Lane, Reading (the “Retiring Party”); and (3) MERROW PHARMACEUTICALS, INC., a corporation of the State of Delaware "
    "(the “Incoming Party”)."
)


def test_each_party_has_its_own_term() -> None:
    names = find_names(NOVATION, NOVATION)
    defined = {form: d.key for d in find_definitions(NOVATION, names, OrgRef("Acme")) for form in d.forms}
    assert defined["HUE"] == "halsing university enterprises"
    assert defined["the Retiring Party"] == "cobalt ridge therapeutics"
    assert defined["the Incoming Party"] == "merrow pharmaceuticals"
    assert find_renamings(NOVATION, names, []) == [("cobalt ridge diagnostics", "cobalt ridge therapeutics")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("between ACME PHARMA COMPANY LIMITED (“Acme”) and", ["ACME PHARMA COMPANY LIMITED"]),
        ("EXECUTED as a deed by HALSING ENTERPRISES LIMITED acting by:", ["HALSING ENTERPRISES LIMITED"]),
        ("LIABILITY SHALL BE LIMITED, AND THE COMPANY SHALL", []),
        ("PRODUCTS OF THE COMPANY (as defined)", []),
        ("THE GROUP COMPANY (a subsidiary)", []),
    ],
)
def test_names_in_capitals(text: str, found: list[str]) -> None:
    assert [n.name for n in find_names(text, text)] == found
