"""Parties that no legal form tells: found by ending, words and slot; what stands in such slots and is none."""

# ruff: noqa: E501 — a sentence reads better unbroken

from __future__ import annotations

import time

import pytest

from kg.extract.organization_slots import find_parties
from kg.extract.organizations import find_names


def parties(text: str) -> list[str]:
    return [name.name for name in find_parties(text, text, find_names(text, text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We licensed the Korean rights to Hanbyul Bio in 2014.", ["Hanbyul Bio"]),
        ("The license from Oristano Chemical expired.", ["Oristano Chemical"]),
        ("Our licensee, Quellmar, paid a royalty.", ["Quellmar"]),
        ("In May we granted Tarn & Oswell an option on the program.", ["Tarn & Oswell"]),
        ("Rights were assigned to Loch Tay Marine Extracts by us.", ["Loch Tay Marine Extracts"]),
        ("We hold a license from the Imperial Fund for Radium Research.", ["Imperial Fund for Radium Research"]),
        ("The patents were licensed by the Drugs for River Blindness Alliance to us.", ["Drugs for River Blindness Alliance"]),
        ("By licence of 2012 OOO Farmdon sells the gel.", ["OOO Farmdon"]),
        ("Lyon-based Ouest Biothérapies was licensed the vector.", ["Ouest Biothérapies"]),
        ("Originally Fern Hill Brenvik Sciences licensed the antibody to us.", ["Fern Hill Brenvik Sciences"]),
        ("Zellmark granted us an exclusive license.", ["Zellmark"]),
        ("Under our settlement with Onkolex the patent is licensed to us.", ["Onkolex"]),
        ("Licensee: Adlerbrück Verfahren. Licensor: the Company.", ["Adlerbrück Verfahren"]),
    ],
)
def test_parties(text: str, names: list[str]) -> None:
    assert parties(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "We licensed the rights to Abraxane from a university.",
        "Under the License Agreement we pay a Royalty on Net Sales of Licensed Products in the Territory.",
        "The license covers Latin America, New Zealand and San Diego.",
        "Dr. Maria Keller signed the license agreement.",
        "We have exclusive rights to Combination Products and the Delivery System.",
        "The license was amended in March and in October.",
        "A competitor’s product, Vasoquil, approved in April, is licensed to others.",
        "The FDA and the European Commission granted the license.",
        "We filed a New Drug Application for the licensed product under the Orphan Drug Act.",
        "The loan from Marlbeck Growth Capital is secured by our patents and licenses.",
        "The licensed compound treats Parkinson’s disease and Crohn’s disease.",
        "On Monday the trees of Glen Torvik were cut.",
    ],
)
def test_no_parties(text: str) -> None:
    assert parties(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("licensed from Prague’s Institute of Corneal Physics", ["Institute of Corneal Physics"]),
        ("with Wichita's Prairie Lipids, Inc. for", ["Prairie Lipids, Inc."]),
        ("from St. Bertram's Medical Center of", ["St. Bertram's Medical Center"]),
        ("the Trustees of Penmark College and Children’s Institute of Lorain", ["Trustees of Penmark College", "Children’s Institute of Lorain"]),
        ("Should Norvik Biotech Sp. z o.o. fail", ["Norvik Biotech Sp. z o.o."]),
        ("Suzhou-based Hanlian Biosciences Ltd", ["Hanlian Biosciences Ltd"]),
        ("to Amberlough Drug Delivery Ltd. and", ["Amberlough Drug Delivery Ltd."]),
        ("our partner is Norrmark Pharma AB. Norrmark Pharma pays", ["Norrmark Pharma AB", "Norrmark Pharma"]),
        ("the Institute of Virology at Cherkan, which", ["Institute of Virology"]),
        ("from the Weidling-Stiftung in", ["Weidling-Stiftung"]),
        ("with Jinan Huaren Pharmaceutical Group in", ["Jinan Huaren Pharmaceutical Group"]),
        ("Jane Roe, Co-founder and chief", []),
        ("to Golden Gate İlaç A.Ş. for", ["Golden Gate İlaç A.Ş."]),
        ("from Kantonsspital Arvenwald the", ["Kantonsspital Arvenwald"]),
        ("at the Universitetshospital Nordby", ["Universitetshospital Nordby"]),
    ],
)
def test_names_are_cut_where_they_end(text: str, names: list[str]) -> None:
    assert [name.name for name in find_names(text, text)] == names


def test_a_short_form_is_no_name_of_its_own() -> None:
    text = "Quellmar Holdings AG licensed the drug to us. Quellmar granted us the right in 2010."
    assert parties(text) == ["Quellmar Holdings AG"]


def test_long_runs_of_capitals_cost_little() -> None:
    text = "license " + "Alpha Beta of Gamma & Delta " * 20000
    start = time.process_time()
    parties(text)
    assert time.process_time() - start < 5
