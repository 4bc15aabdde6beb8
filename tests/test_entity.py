"""Find, show and why on a small graph written by hand."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.entity import find, show, suggest, why
from kg.entity.view import View, money, percent

GRAPH = """
PREFIX ekg: <https://w3id.org/edgar-kg/ontology#>
PREFIX ekgc: <https://w3id.org/edgar-kg/concept/>
PREFIX id: <https://w3id.org/edgar-kg/id/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
FACTS = """
<https://w3id.org/edgar-kg/id/company/0009100001> a ekg:Company ; ekg:cik "0009100001" ;
  rdfs:label "Aurelis Biosciences, Inc." ; ekg:hasFormerName <https://w3id.org/edgar-kg/id/name/0009100001_halden> .
<https://w3id.org/edgar-kg/id/name/0009100001_halden> a ekg:FormerName ; schema:name "HALDEN VENTURES CORP" ;
  ekg:headerNameChangeDate "2004-03-12"^^xsd:date .
<https://w3id.org/edgar-kg/id/organization/castellan> a ekg:Organization ; rdfs:label "Castellan Pharma Inc" .
<https://w3id.org/edgar-kg/id/person/0009100001_naomi-birch> a ekg:Person ; rdfs:label "Naomi T. Birch" .
<https://w3id.org/edgar-kg/id/position/0009100001_naomi-birch_cfo> a ekg:Position ;
  org:member <https://w3id.org/edgar-kg/id/person/0009100001_naomi-birch> ;
  org:organization <https://w3id.org/edgar-kg/id/company/0009100001> ; ekg:titleText "Chief Financial Officer" ;
  ekg:attestedOn "2012-09-18"^^xsd:date ; ekg:extractedBy <https://w3id.org/edgar-kg/id/rule/signature-block_1> ;
  ekg:confidence 0.99 ;
  ekg:evidence <https://w3id.org/edgar-kg/id/document/0009100001-12-000019_1#char=10,40> .
<https://w3id.org/edgar-kg/id/agreement/lic-1> a ekg:LicenseAgreement ;
  ekg:licensor <https://w3id.org/edgar-kg/id/company/0009100001> ;
  ekg:licensee <https://w3id.org/edgar-kg/id/organization/castellan> ; ekg:executedDate "2012-09-17"^^xsd:date ;
  ekg:agreementKind ekgc:agreement_license ; ekg:agreementStatus ekgc:status_executed ;
  ekg:hasGrant <https://w3id.org/edgar-kg/id/grant/lic-1_1> ;
  ekg:hasPayment <https://w3id.org/edgar-kg/id/payment/lic-1_1> .
<https://w3id.org/edgar-kg/id/grant/lic-1_1> a ekg:LicenseGrant ; ekg:exclusivity ekgc:exclusivity_exclusive ;
  ekg:compound <https://w3id.org/edgar-kg/id/compound/aur-101> ;
  ekg:extractedBy <https://w3id.org/edgar-kg/id/rule/grant_1> ;
  ekg:confidence 0.9 ; ekg:evidence <https://w3id.org/edgar-kg/id/document/0009100001-12-000019_1#char=50,90> .
<https://w3id.org/edgar-kg/id/payment/lic-1_1> a ekg:Payment ; ekg:paymentKind ekgc:payment_upfront ;
  ekg:amount 12500000.0 ; ekg:currency "USD" .
<https://w3id.org/edgar-kg/id/compound/aur-101> a ekg:Compound ; rdfs:label "AUR-101" ; skos:altLabel "NLT-101" .
"""
QUOTES = """
<https://w3id.org/edgar-kg/id/document/0009100001-12-000019_1#char=10,40> oa:exact "Title: Chief Financial Officer" .
<https://w3id.org/edgar-kg/id/document/0009100001-12-000019_1#char=50,90> oa:exact "an exclusive license to AUR-101" .
"""


@pytest.fixture(scope="module")
def store() -> ox.Store:
    made = ox.Store()
    made.update(
        f"{GRAPH} INSERT DATA {{ {FACTS} GRAPH <https://w3id.org/edgar-kg/graph/0009100001-12-000019> "
        f"{{ {FACTS} {QUOTES} }} }}"
    )
    return made


@pytest.mark.parametrize(
    ("what", "tail"),
    [
        ("0009100001", "company/0009100001"),
        ("9100001", "company/0009100001"),
        ("CIK0009100001", "company/0009100001"),
        ("aurelis biosciences", "company/0009100001"),
        ("Halden Ventures", "company/0009100001"),
        ("Naomi Birch", "person/0009100001_naomi-birch"),
        ("Birch", "person/0009100001_naomi-birch"),
        ("AUR 101", "compound/aur-101"),
        ("nlt101", "compound/aur-101"),
        ("lic-1", "agreement/lic-1"),
        ("https://w3id.org/edgar-kg/id/compound/aur-101", "compound/aur-101"),
    ],
)
def test_found_by_any_name(store: ox.Store, what: str, tail: str) -> None:
    assert [n.value for n in find(store, what)] == [f"https://w3id.org/edgar-kg/id/{tail}"]


def test_nothing_found_and_suggestions(store: ox.Store) -> None:
    assert find(store, "Nobody Corp") == []
    assert find(store, "") == []
    assert find(store, "inc") == []  # in two names
    assert suggest(store, "birch") == ["Naomi T. Birch"]
    assert suggest(store, "") == []


def test_page_of_a_company(store: ox.Store) -> None:
    page = show(store, find(store, "0009100001")[0])
    tables = {t.title: t for t in page.tables}
    assert page.label == "Aurelis Biosciences, Inc."
    assert dict(page.facts)["CIK"] == "0009100001"
    assert tables["Former names"].rows == (("HALDEN VENTURES CORP", "2004-03-12", "", ""),)
    assert tables["People"].rows == (("Naomi T. Birch", "Chief Financial Officer", "", "2012-09-18"),)
    assert tables["Licensed out"].rows[0][:3] == ("2012-09-17", "Castellan Pharma Inc", "AUR-101")
    assert "Licensed in" not in tables
    assert "<tr><td>HALDEN VENTURES CORP</td><td>2004-03-12</td>" in page._repr_html_()


def test_page_of_a_licence(store: ox.Store) -> None:
    page = show(store, find(store, "lic-1")[0])
    tables = {t.title: t.rows for t in page.tables}
    assert dict(page.facts)["executed"] == "2012-09-17"
    assert tables["Grants"] == (("AUR-101", "", "exclusive", "", "", ""),)
    assert tables["Payments"] == (("upfront", "USD 12,500,000", "", "", ""),)


def test_why_gives_sentence_rule_and_confidence(store: ox.Store) -> None:
    found = why(store, find(store, "AUR-101")[0])
    assert [(w.fact, w.sentence, w.accession, w.rule, w.confidence) for w in found] == [
        ("exclusive rights to AUR-101", "an exclusive license to AUR-101", "0009100001-12-000019", "grant_1", 0.9)
    ]
    facts = {w.fact for w in why(store, find(store, "0009100001")[0])}
    assert "Naomi T. Birch, Chief Financial Officer of Aurelis Biosciences, Inc." in facts


def test_money_and_percent_as_people_write_them() -> None:
    assert money("12500000.0", "USD") == "USD 12,500,000"
    assert money("0.5", "EUR") == "EUR 0.5"
    assert percent("9.0", "14.0") == "9-14%"
    assert percent("2.50", "") == "2.5%"
    assert percent("", "") == ""


def test_a_company_goes_by_its_present_name() -> None:
    made = ox.Store()
    company = "<https://w3id.org/edgar-kg/id/company/1>"
    made.update(f"""{GRAPH} INSERT DATA {{ {company} rdfs:label "ADA LABS INC", "Zeta Corp" ;
        ekg:hasFormerName <https://w3id.org/edgar-kg/id/name/1> .
        <https://w3id.org/edgar-kg/id/name/1> schema:name "Ada Labs, Inc." }}""")
    assert View(made).label(ox.NamedNode(company[1:-1])) == "Zeta Corp"
