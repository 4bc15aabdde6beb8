"""Who the parties of a licence are when their names stand elsewhere: in a list, a former name, a description, a pronoun."""

# ruff: noqa: E501 — sentences stand as a filing would have them

from __future__ import annotations

import pytest

from kg.extract.definitions import find_definitions, find_renamings
from kg.extract.organizations import find_names
from kg.model import OrgRef
from tests.licence_text import NORWELL, licences_of, read

FILER = OrgRef("Norwell Bio, Inc.")


def _terms(layout: str) -> dict[str, str | None]:
    text = layout.replace("\n", " ").replace("\t", " ")
    names = find_names(text, layout)
    return {form: d.key for d in find_definitions(text, names, FILER, layout) for form in d.forms}


@pytest.mark.parametrize(
    ("layout", "form", "key"),
    [
        ("PARTIES\n“Owner”\tCastor Pharma GmbH, Bonn\n“Marketer”\tDelmore Pharma LLC, Ohio\nThe Marketer shall sell.", "the Marketer", "delmore pharma"),
        ("Seller: Castor Pharma GmbH\nBuyer: Delmore Pharma LLC", "the Buyer", "delmore pharma"),
        ("1. THE VENDOR — Castor Pharma GmbH", "the Vendor", "castor pharma"),
        ("Castor Pharma GmbH, a firm of Bonn (hereafter: the Grantor), grants", "the Grantor", "castor pharma"),
        ("Castor Pharma GmbH (hereinafter called Castor) grants", "Castor", "castor pharma"),
        ("Castor Pharma GmbH (Optionee) pays", "the Optionee", "castor pharma"),
    ],
)
def test_terms_that_a_contract_lists_or_tells_without_quotes(layout: str, form: str, key: str) -> None:
    assert _terms(layout)[form] == key


@pytest.mark.parametrize(
    "layout", ["Product: Castor Pharma GmbH kits", "Notices\nCastor Pharma GmbH", "Shipper: Castor Pharma GmbH", "BACKGROUND\tCastor Pharma GmbH owns it."]
)
def test_a_label_that_names_no_side_binds_nothing(layout: str) -> None:
    assert _terms(layout) == {}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("In 2009 the Company, which then bore the name FBP Holdings LLC, licensed it.", ("fbp holdings", "norwell bio")),
        ("Castor Pharma GmbH, a firm which until April 9, 2001 was called Widget Labs AG.", ("widget labs", "castor pharma")),
        ("Castor Pharma GmbH, under its former name Widget Labs AG, licensed it.", ("widget labs", "castor pharma")),
    ],
)
def test_a_name_borne_before(text: str, pair: tuple[str, str]) -> None:
    assert find_renamings(text, find_names(text, text), [], FILER) == [pair]


def test_whoever_called_first_bore_no_other_name() -> None:
    text = "Castor Pharma GmbH was sold by Gamma Corp. to Beta Inc., which called Widget Corp. first."
    assert find_renamings(text, find_names(text, text), [], FILER) == []


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("Talks with Castor Pharma GmbH of Bonn and Tessen Pharma AB went on. The Bonn firm licensed NB-202 to us.", "Castor Pharma GmbH"),
        ("Talks with Castor Pharma GmbH and Tessen Pharma AB went on. The German company licensed NB-202 to us.", "Castor Pharma GmbH"),
        ("NB-202 comes from Tessen Pharma AB. This company licensed NB-202 to us in 2011.", "Tessen Pharma AB"),
        ("We took an exclusive license to its cord blood lines from Puget Tissue Bank in 2012.", "Puget Tissue Bank"),
    ],
)
def test_a_company_told_by_its_seat_or_nation(said: str, who: str) -> None:
    assert {o.name for c in licences_of(said) for o in c.licensors} == {who}


def test_a_seat_that_nobody_has_means_nobody() -> None:
    context, _ = read("Talks with Castor Pharma GmbH of Bonn went on. The Lyon firm left.")
    assert [m.org.name for m in context.orgs(1) if context.text(1)[m.start : m.end].startswith("The Lyon")] == []


@pytest.mark.parametrize(
    ("told", "giver"),
    [
        ("Dr. Mary Roe, our director, invented NB-303. In 2001 she assigned the patents to us for $20,000.", "Mary Roe"),
        ("RUTHERFORD QUAYLE, M.D. (63), director.\nIn 2006 Dr. Quayle licensed to us a family of patents on NB-303.", "Rutherford Quayle"),
    ],
)
def test_a_person_meant_by_a_pronoun_or_named_in_capitals(told: str, giver: str) -> None:
    assert [[o.name for o in c.licensors] for c in licences_of(told)] == [[giver]]


def test_of_two_persons_a_pronoun_means_neither() -> None:
    told = "Dr. Mary Roe and Dr. Paul Okimoto invented NB-303. In 2001 she assigned the patents to us."
    assert not any(o.individual for c in licences_of(told) for o in c.licensors)


def test_a_licence_granted_to_a_subsidiary_is_the_subsidiarys() -> None:
    told = "We have NB-202 under licence from Larkhill University. The licence is worldwide and was granted to our subsidiary Norwell Complement Pty Ltd on 21 August 2019."
    assert [(c.licensors[0].name, c.licensees[0].name) for c in licences_of(told)] == [("Larkhill University", "Norwell Complement Pty Ltd")]


TABLE = (
    "Agreement (date)\tDirection\tExclusive?\tCountries\tCash at outset\tRoyalty\n"
    "Larkhill University, Patent License (May 12, 2017)\tIn: conjugates\tYes\tAll\t$80,000\t2%\n"
    "Castor Pharma GmbH, Cross-License (July 30, 2018): to Castor\tOut: patents\tNo\tEuropean Union\tNone\tNone\n"
)


def test_a_column_says_which_way_a_right_goes() -> None:
    found = [(c.licensors[0].name, c.licensees[0].name, c.grants[0].exclusivity, c.grants[0].territory, c.executed) for c in licences_of(TABLE)]
    assert found == [
        ("Larkhill University", NORWELL, "exclusive", ("worldwide",), "2017-05-12"),
        (NORWELL, "Castor Pharma GmbH", "non-exclusive", ("European Union",), "2018-07-30"),
    ]
