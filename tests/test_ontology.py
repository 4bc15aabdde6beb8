"""The ontology is the authority: nothing published vanishes, nothing is emitted that it lacks; codes and IRIs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS

import kg
from kg import ontology, versions
from kg.extract.roles import ROLES
from kg.model import IndicationRef, OrgRef, PersonRef

ROOT = Path(__file__).parent.parent
SCHEMA = rdflib.Namespace("https://schema.org/")
PACKAGE = Path(kg.__file__).parent


@pytest.fixture(scope="module")
def vocabulary() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology.folder() / "edgar-kg.ttl")


@pytest.fixture(scope="module")
def codes() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in ontology.ontology_files()[1:]:
        graph.parse(path)
    return graph


def names(graph: rdflib.Graph) -> set[str]:
    return {
        str(subject).removeprefix(ontology.EKG)
        for subject in graph.subjects(RDF.type)
        if str(subject).startswith(ontology.EKG)
    }


def test_no_published_term_has_vanished(vocabulary: rdflib.Graph) -> None:
    lines = (ontology.folder() / "published-terms.txt").read_text().splitlines()
    published = {line.removeprefix("ekg:") for line in lines if line.startswith("ekg:")}
    assert len(published) >= 164
    assert published == names(vocabulary), "add new terms to published-terms.txt; never remove one"


def test_every_term_has_label_definition_and_home(vocabulary: rdflib.Graph) -> None:
    home = rdflib.URIRef("https://w3id.org/edgar-kg/ontology")
    for name in names(vocabulary):
        term = rdflib.URIRef(ontology.EKG + name)
        assert vocabulary.value(term, RDFS.label), name
        definition = str(vocabulary.value(term, SKOS.definition))
        assert len(definition) > 15, name
        assert definition.endswith("."), name
        assert vocabulary.value(term, RDFS.isDefinedBy) == home, name


def test_every_property_hints_at_its_values_by_classes_that_exist(vocabulary: rdflib.Graph) -> None:
    known = {rdflib.URIRef(ontology.EKG + name) for name in names(vocabulary)}
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in vocabulary.subjects(RDF.type, kind):
            ranges = set(vocabulary.objects(term, SCHEMA.rangeIncludes))
            assert ranges, term
            hints = ranges | set(vocabulary.objects(term, SCHEMA.domainIncludes))
            assert {h for h in hints if str(h).startswith(ontology.EKG)} <= known, term
            literal = all(str(r).startswith(ontology.PREFIXES["xsd"]) for r in ranges)
            assert literal == (kind == OWL.DatatypeProperty), term
    assert not list(vocabulary.subject_objects(RDFS.domain))
    assert not list(vocabulary.subject_objects(RDFS.range))


def test_versions_agree(vocabulary: rdflib.Graph) -> None:
    home = rdflib.URIRef("https://w3id.org/edgar-kg/ontology")
    assert str(vocabulary.value(home, OWL.versionInfo)) == versions.ONTOLOGY
    assert str(vocabulary.value(home, OWL.versionIRI)) == f"https://w3id.org/edgar-kg/ontology/{versions.ONTOLOGY}"


_USES = re.compile(
    r"\bekg:([A-Za-z][A-Za-z0-9]*)|EKG \+ f?\"([A-Za-z][A-Za-z0-9]*)\"|\{(?:ontology\.)?EKG\}([A-Za-z][A-Za-z0-9]*)"
    r"|(?:quads|self)\.type\([\w.()]+, \"([A-Za-z]+)\""
)


def test_code_and_queries_use_no_term_that_the_ontology_lacks(vocabulary: rdflib.Graph) -> None:
    files = [*PACKAGE.rglob("*.py"), *(ROOT / "queries").glob("*.rq"), ontology.shapes_file()]
    known, used = names(vocabulary), {}
    for path in files:
        for match in _USES.finditer(path.read_text(encoding="utf-8")):
            used[next(filter(None, match.groups()))] = path.name
    assert len(used) > 120
    assert {name: where for name, where in used.items() if name not in known} == {}


def test_code_lists_are_schemes_of_labelled_concepts(codes: rdflib.Graph) -> None:
    concepts = set(codes.subjects(RDF.type, SKOS.Concept))
    schemes = set(codes.subjects(RDF.type, SKOS.ConceptScheme))
    assert len(concepts) > 2500
    for scheme in schemes:
        assert codes.value(scheme, DCTERMS.title), scheme
    for concept in concepts:
        assert len(list(codes.objects(concept, SKOS.prefLabel))) == 1, concept
        assert len(list(codes.objects(concept, SKOS.notation))) == 1, concept
        assert set(codes.objects(concept, SKOS.inScheme)) <= schemes, concept
    assert {str(concept) for concept in concepts} == ontology._listed()


@pytest.mark.parametrize(
    ("script", "told"),
    [("build_codes.py", "stale: none"), ("build_ontology_page.py", "ontology.md: up to date")],
)
def test_what_is_built_from_the_tables_is_up_to_date(script: str, told: str) -> None:
    command = [sys.executable, str(ROOT / "scripts" / script), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, check=False)
    assert (done.returncode, done.stderr.strip()) == (0, told)


def test_every_role_that_titles_give_is_in_the_list() -> None:
    assert [code for code in ROLES if not ontology.is_listed(ontology.concept("role", code))] == []


def test_old_items_point_to_the_new(codes: rdflib.Graph) -> None:
    old, new = (rdflib.URIRef(ontology.concept("item_8-K", number)) for number in ("5", "8.01"))
    assert codes.value(old, DCTERMS.isReplacedBy) == new
    replaced = {
        (str(codes.value(a, SKOS.notation)), str(codes.value(b, SKOS.notation)))
        for a, b in codes.subject_objects(DCTERMS.isReplacedBy)
    }
    assert replaced == {
        ("1", "5.01"), ("2", "2.01"), ("3", "1.03"), ("4", "4.01"), ("5", "8.01"), ("6", "5.02"),
        ("7", "9.01"), ("8", "5.03"), ("9", "7.01"), ("10", "5.05"), ("11", "5.04"), ("12", "2.02"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("form", "text", "filed", "number"),
    [
        ("8-K", "7.01", None, "7.01"),
        ("8-K/A", "ITEM 5.02.", None, "5.02"),
        ("8-K", "Regulation FD Disclosure", None, "7.01"),
        ("8-K", "Regulation FD Disclosure", "2017-03-08", "7.01"),
        ("8-K", "Regulation FD Disclosure", "2003-05-01", "9"),
        ("8-K", "Other events", "2001-01-02", "5"),
        ("8-K", "OTHER EVENTS", "2004-08-23", "8.01"),
        ("8-K", "Resignations of registrant's directors", "1998-01-02", "6"),
        ("8-K", "Cost Associated with Exit or Disposal Activities", "2005-01-02", "2.05"),
        (
            "8-K",
            "Departure of Directors or Principal Officers; Election of Directors; Appointment of Principal Officers",
            "2005-02-02",
            "5.02",
        ),
        ("10-K405", "1A", None, "1A"),
        ("10-K/A", "Submission of Matters to a Vote of Security Holders", "1999-03-01", "4"),
        ("10-Q", "Legal Proceedings", None, "II-1"),
        ("20-F", "Key Information", None, "3"),
        ("ABS-15G", "Periodic Filing of Rule 15Ga-1 Representations and Warranties Disclosure", None, "1.02"),
        ("8-K", "Dance of the Directors", None, None),
        ("8-K", "", None, None),
        ("S-1", "1", None, None),
    ],
)
def test_items_by_number_and_by_title(form: str, text: str, filed: str | None, number: str | None) -> None:
    assert ontology.item_code(form, text, filed) == number


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("DE", "state_US-DE"), ("ca", "state_US-CA"), ("PR", "state_US-PR"), ("A6", "state_CA-ON"),
        ("L3", "country_IL"), ("2M", "country_DE"), ("X0", "country_GB"), ("X1", "country_US"),
        ("Israel", "country_IL"), ("United States", "country_US"), ("U.S.", "country_US"), ("Ontario", "state_CA-ON"),
        ("GA", "state_US-GA"), ("Georgia", None), ("Q0", None), ("Atlantis", None), ("", None),
    ],
)  # fmt: skip
def test_places_by_code_and_by_name(text: str, place: str | None) -> None:
    assert ontology.place_code(text) == place


def test_country_of_a_place() -> None:
    assert ontology.country_of("state_US-DE") == "US"
    assert ontology.country_of("country_IL") == "IL"


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Chief Financial Officer", ("chief-financial-officer",)),
        ("President & CEO", ("president", "chief-executive-officer")),
        ("EVP, General Counsel and Secretary", ("executive-vice-president", "general-counsel", "secretary")),
        ("SVP Engineering", ()),
        ("", ()),
    ],
)
def test_roles_of_a_form_field(title: str, codes: tuple[str, ...]) -> None:
    assert ontology.role_codes(title) == codes


def test_iris_are_pure_functions_of_the_source() -> None:
    acme = OrgRef("Acme Pharma, Inc.", "0001279704")
    assert ontology.organization(acme) == "https://w3id.org/edgar-kg/id/company/0001279704"
    assert ontology.organization(OrgRef("Acme Pharma, Inc.")) == "https://w3id.org/edgar-kg/id/organization/acme-pharma"
    assert ontology.person(PersonRef("Chad J. Kolean, MBA", acme)).endswith("/id/person/0001279704_chad-j-kolean")
    assert ontology.person(PersonRef("KOLEAN CHAD", acme, "0009")).endswith("/id/person/0009")
    assert {ontology.compound(n) for n in ("CLR 131", "CLR131", "CLR-131", "clr 131")} == {
        "https://w3id.org/edgar-kg/id/compound/clr-131"
    }
    assert ontology.indication(IndicationRef("Multiple myeloma")).endswith("/id/indication/multiple-myeloma")
    assert ontology.evidence("a", 2, 3, 9) == "https://w3id.org/edgar-kg/id/document/a_2#char=3,9"
    assert ontology.concept("form", "10-K/A") == "https://w3id.org/edgar-kg/concept/form_10-K-A"
    assert ontology.hashed("run", "", "a", "b") != ontology.hashed("run", "", "ab", "")


@given(st.text(min_size=1, max_size=30))
def test_any_name_mints_an_iri_of_plain_characters(name: str) -> None:
    for iri in (ontology.organization(OrgRef(name)), ontology.compound(name), ontology.concept("form", name)):
        assert re.fullmatch(r"https://w3id\.org/edgar-kg/(?:id|concept)/[A-Za-z0-9/._-]*", iri)
