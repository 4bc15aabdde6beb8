"""Agreements: parties, dates, exclusivity, grants, titles."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.contract import Contract, read_contract
from kg.extract.contract_dates import dates_in
from kg.extract.contract_parties import find_preamble, read_parties

LICENCE = (
    "Exhibit 10.4 EXCLUSIVE LICENSE AGREEMENT This Exclusive License Agreement (this “Agreement”), dated as of "
    "March 4, 2011 "
    "(the “Effective Date”), is made by and between Brackwater Institute of Technology, a non-profit corporation "
    "having its "
    "offices at 12 Mill Lane, Dover, Ohio 44622 (“Institute”), and Tarn & Fell Biosciences, Inc., a Delaware "
    "corporation "
    "(“Licensee”). Institute and Licensee may be called a “Party” or the “Parties”. WHEREAS, Institute granted "
    "Oldmoor Ltd. an "
    "exclusive license in 1999; NOW, THEREFORE, the Parties agree as follows: 2.1 Institute hereby grants to "
    "Licensee an "
    "exclusive, royalty-bearing license under the Patents. 9.1 The courts of Ohio have exclusive jurisdiction."
)


def parties(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(party.name, party.aliases) for party in read_contract(text).parties]


def test_a_licence_agreement() -> None:
    contract = read_contract(LICENCE)
    assert contract.title == "Exclusive License Agreement"
    assert [(p.name, p.aliases) for p in contract.parties] == [
        ("Brackwater Institute of Technology", ("Institute",)),
        ("Tarn & Fell Biosciences, Inc.", ("Licensee",)),
    ]
    assert (contract.agreement_date, contract.effective_date) == ("2011-03-04", "2011-03-04")
    assert contract.exclusivity
    assert contract.license_grant
    for party in contract.parties:
        assert LICENCE[party.span[0] : party.span[1]] == party.name
    assert contract.license_grant_span is not None
    assert LICENCE[slice(*contract.license_grant_span)].startswith("hereby grants to Licensee an exclusive")
    assert contract.exclusivity_span is not None
    assert contract.exclusivity_span[0] > LICENCE.index("2.1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "This Supply Agreement is entered into by and among HOLM PHARMA A/S, of 4 Havnegade, Aarhus "
            "(hereinafter referred to "
            "as “HOLM”); Quay Labs (UK) Limited, with offices in Hull (“Quay UK”) and Quay Labs LLC (“Quay US”; "
            "Quay UK and Quay "
            "US together, “Quay”). WHEREAS",
            [("HOLM PHARMA A/S", ("HOLM",)), ("Quay Labs (UK) Limited", ("Quay UK",)), ("Quay Labs LLC", ("Quay US",))],
        ),
        (
            "DEVELOPMENT AGREEMENT between Northolt Corp. 600 Elm, Suite B-1, Austin, Texas 77001 hereinafter "
            'called "Northolt" '
            'and Dr. Ines Vael, an individual ("Consultant"). WITNESSETH',
            [("Northolt Corp.", ("Northolt",)), ("Dr. Ines Vael", ("Consultant",))],
        ),
        (
            "This Agreement is made as of May 2, 2003 between iVale, Inc. (iVale) and The University of Estmere "
            "(University). WHEREAS",
            [("iVale, Inc.", ()), ("The University of Estmere", ("University",))],
        ),
    ],
)
def test_parties(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    found = parties(text)
    assert [name for name, _ in found] == [name for name, _ in expected]
    for (_, have), (_, want) in zip(found, expected, strict=True):
        assert set(want) <= set(have)


def test_parties_of_a_title_page() -> None:
    text = (
        "LICENSE AGREEMENT between Oakham Medical Research Foundation and Elmer Biotech, Inc. dated as of April 3, 2015"
    )
    assert parties(text) == [("Oakham Medical Research Foundation", ()), ("Elmer Biotech, Inc.", ())]
    assert read_contract(text).agreement_date == "2015-04-03"


def test_names_taken_by_all_parties_before_go_to_each() -> None:
    text = "Acorn, Inc. (“Acorn”) and Birch, Inc. (“Birch”, and collectively with Acorn, the “Sellers”)"
    assert [party.aliases for party in read_parties(text, 0, len(text))] == [("Acorn", "Sellers"), ("Birch", "Sellers")]


def test_companies_introduced_without_an_opening() -> None:
    text = (
        "1. Definitions. Dell Freight Limited (company no 11) whose registered office is at Hull. "
        "Hay Carts Limited (company no 12)"
    )
    assert [name for name, _ in parties(text)] == ["Dell Freight Limited", "Hay Carts Limited"]


def test_no_agreement_has_no_parties() -> None:
    plan = "The purpose of the Plan is to give directors of Mossbank Corp. an opportunity to defer pay."
    assert read_contract(plan) == Contract()
    assert find_preamble("") is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("as of the 23rd day of September, 2016", "2016-09-23"),
        ("this ____ day of March, 2018", "2018-03"),
        ("the [ ] day of [ ], 2020", "2020"),
        ("on April __, 2005", "2005-04"),
        ("24t h day of August 2018", "2018-08-24"),
        ("13 October 2005", "2005-10-13"),
        ("Date: 5/17/12", "2012-05-17"),
        ("Date: 3-29-1998", "1998-03-29"),
        ("March 12,1999", "1999-03-12"),
        ("Dec. 8, 2005", "2005-12-08"),
        ("Rule 13/45/2001", None),
        ("February 30, 2001", None),
        ("$1,999 and 2001 shares", None),
    ],
)
def test_dates(text: str, iso: str | None) -> None:
    assert [value for value, _ in dates_in(text, 0, len(text))] == ([iso] if iso else [])


OPEN = (
    "This Agreement (the “Agreement”) is made by and between Acorn, Inc. (“Acorn”) and Birch LLC (“Birch”). "
    "WHEREAS all is well. "
)


@pytest.mark.parametrize(
    ("text", "made", "effective"),
    [
        (OPEN + "“Effective Date” means August 10, 2007.", None, "2007-08-10"),
        (OPEN + "This Agreement shall commence on June 1, 1999.", None, "1999-06-01"),
        (OPEN + "“Effective Date” means the date on which all approvals are received.", None, None),
        (OPEN + "IN WITNESS WHEREOF By: /s/ A. Bee Date: 3-29-2016 By: /s/ C. Dee Date: 3-31-16", "2016-03-31", None),
        (OPEN + "IN WITNESS WHEREOF By: /s/ A. Bee Source: ACORN INC, 8-K, 2/5/2020", None, None),
        ("DATED AS OF MAY 5, 2001 " + OPEN, "2001-05-05", None),
    ],
)
def test_agreement_and_effective_dates(text: str, made: str | None, effective: str | None) -> None:
    contract = read_contract(text)
    assert (contract.agreement_date, contract.effective_date) == (made, effective)


@pytest.mark.parametrize(
    ("clause", "exclusive", "grants"),
    [
        ("Acorn hereby grants to Birch a non-exclusive license under the Patents.", False, True),
        ("Acorn appoints Birch as its exclusive distributor in the Territory.", True, False),
        ("Acorn hereby appoints Birch as its sole agent for sales.", True, False),
        ("Nothing herein grants to Birch any license or right.", False, False),
        ("The courts have exclusive jurisdiction; the remedy is exclusive.", False, False),
        ("Acorn is the sole and exclusive owner of the Marks.", False, False),
        ("Birch grants Acorn the right to use its Marks.", False, True),
        ("Birch shall obtain all grants, permits or licenses.", False, False),
        ("Nothing shall create an exclusive arrangement for supply.", False, False),
    ],
)
def test_clauses(clause: str, exclusive: bool, grants: bool) -> None:
    contract = read_contract(OPEN + "NOW, THEREFORE, the parties agree as follows: " + clause)
    assert (contract.exclusivity, contract.license_grant) == (exclusive, grants)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("This Amendment No. 3 to Credit and Security Agreement is made by Acorn, Inc.", None),
        (
            OPEN.replace("This Agreement", "This Amendment No. 3 to License Agreement"),
            "Amendment No. 3 to License Agreement",
        ),
        ("EXHIBIT 10.1 EXECUTION COPY\nSUPPLY AGREEMENT\n" + OPEN, "SUPPLY AGREEMENT"),
    ],
)
def test_title(text: str, title: str | None) -> None:
    if title is None:
        assert read_contract(text).title == "Amendment No. 3 to Credit and Security Agreement"
    else:
        assert read_contract(text.replace("\n", " "), text).title == title


@given(st.text(alphabet="This Agreement between and (“A”) Inc., 2001 May /s/", max_size=300))
def test_nothing_breaks(text: str) -> None:
    contract = read_contract(text)
    for party in contract.parties:
        assert text[party.span[0] : party.span[1]] == party.name


@pytest.mark.parametrize(
    "unit", ["(", "This Agreement between ", "Acme Inc., ", "not exclusive license grant ", "May 5, 2001 /s/ "]
)
def test_time_is_linear(unit: str) -> None:
    times = []
    for size in (100_000, 400_000):
        text = unit * (size // len(unit))
        began = time.process_time()
        read_contract(text)
        times.append(time.process_time() - began)
    assert times[1] < 16 * max(times[0], 0.02)


def test_annotated_contracts() -> None:
    root = Path(__file__).parent.parent
    folder = Path(os.environ.get("KG_SHARED", root.parent / "shared")) / "cuad" / "dev"
    if not folder.is_dir():
        pytest.skip("the annotated contracts are not at hand")
    run = subprocess.run(
        [sys.executable, "benchmarks/cuad.py", str(folder)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    figures = {
        line.split()[0]: float(line.split("F1 ")[1].split()[0]) for line in run.stdout.splitlines() if "F1 " in line
    }
    least = {
        "parties": 0.88,
        "agreement_date": 0.93,
        "effective_date": 0.85,
        "exclusivity": 0.80,
        "license_grant": 0.80,
    }
    assert all(figures[field] >= wanted for field, wanted in least.items()), figures
