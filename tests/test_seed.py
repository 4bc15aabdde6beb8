"""The 8-K of the measuring material becomes the graph that the design shows, for all that does not need judgement."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS

from kg import ontology, validate
from kg.emit import Quads
from kg.pipeline import graphs

ID, EKG = ontology.ID, ontology.EKG
ACCESSION = "0001144204-17-013452"
Triple = tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]

# Nodes that the header, the documents and the signature page give. `filing/unresolved` is a citation in running text.
KINDS = ("filing/0", "filer/", "document/", "item/", "signature/", "company/", "name/", "listing/")
# Where ours differs from the design's example, and why.
DIFFERENT = {
    (EKG + "businessAddress", "the address is the same, its IRI digests the fields in another way"),
    (EKG + "mailAddress", "as businessAddress"),
    (EKG + "principalOffice", "as businessAddress"),
    ("https://schema.org/about", "the agreement's IRI digests what the extraction knows of it"),
    ("http://www.w3.org/2004/02/skos/core#altLabel", "short names of the filer; a matter of extraction"),
    (EKG + "evidence", "passages are compared by what they quote, below"),
    (EKG + "confidence", "confidences are measured, not copied"),
    (EKG + "extractedBy", "rules have their own names"),
}


@pytest.fixture(scope="module")
def quads(shared: Path) -> Quads:
    path = shared / "corpus" / "seed" / f"{ACCESSION}.txt"
    (made,) = graphs(path.read_bytes(), path.name)
    return made


@pytest.fixture(scope="module")
def ours(quads: Quads) -> rdflib.Graph:
    text = "".join(line.rsplit(" <", 1)[0] + " .\n" for line in quads.lines())
    return rdflib.Graph().parse(data=text, format="nt")


@pytest.fixture(scope="module")
def design(shared: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(shared / "design" / "seed.ttl")


def node(name: str) -> URIRef:
    return URIRef(ID + name)


def compared(graph: rdflib.Graph) -> set[Triple]:
    skipped = {URIRef(predicate) for predicate, _ in DIFFERENT}
    return {
        (s, p, o)
        for s, p, o in graph
        if str(s).startswith(tuple(ID + kind for kind in KINDS)) and "#char=" not in str(s) and p not in skipped
    }


def test_header_documents_items_company_and_signature_are_as_designed(
    ours: rdflib.Graph, design: rdflib.Graph
) -> None:
    expected = compared(design)
    assert len(expected) > 75
    assert sorted(expected - compared(ours)) == []


def test_what_we_say_beyond_the_design_is_known(ours: rdflib.Graph, design: rdflib.Graph) -> None:
    beyond = {(str(s).removeprefix(ID), str(p)) for s, p, _ in compared(ours) - compared(design)}
    assert beyond <= {
        ("filer/0001144204-17-013452_0001279704", EKG + "printedName"),
        ("item/0001144204-17-013452_7.01", "http://purl.org/dc/terms/references"),  # "furnished as Exhibit 99.1"
        ("company/0001279704", "http://purl.org/dc/terms/type"),  # the text calls it a biopharmaceutical company
    }


def test_one_address_serves_header_mail_and_cover(ours: rdflib.Graph, design: rdflib.Graph) -> None:
    company = node("company/0001279704")

    def parts(graph: rdflib.Graph) -> set[tuple[str, str]]:
        (where,) = {
            graph.value(company, URIRef(EKG + name)) for name in ("businessAddress", "mailAddress", "principalOffice")
        }
        return {(str(p), str(o)) for p, o in graph.predicate_objects(where)}

    assert parts(ours) == parts(design)
    assert len(parts(ours)) == 6


def test_the_filing_cited_in_the_text_is_as_designed(ours: rdflib.Graph, design: rdflib.Graph) -> None:
    cited = node("filing/unresolved_0001279704_10-K-A_2015-12-31")
    skipped = {RDFS.label, URIRef(EKG + "confidence")}  # the design spells the period out; confidences are measured
    expected = {(p, o) for p, o in design.predicate_objects(cited) if p not in skipped}
    assert len(expected) == 6
    assert expected <= set(ours.predicate_objects(cited))


def test_holdings_are_as_designed(ours: rdflib.Graph, design: rdflib.Graph) -> None:
    wanted = [URIRef(EKG + name) for name in ("owner", "ownedThing", "stakeRank", "claimScope", "compound")]
    wanted.append(URIRef("http://purl.org/dc/terms/type"))
    for kind in ("EquityStake", "PatentOwnership", "PatentFiling"):
        for thing in design.subjects(RDF.type, URIRef(EKG + kind)):
            expected = {(p, o) for p, o in design.predicate_objects(thing) if p in wanted}
            assert expected
            assert expected <= set(ours.predicate_objects(thing)), thing


def test_both_phones_are_kept_apart(ours: rdflib.Graph) -> None:
    company = node("company/0001279704")
    assert list(ours.objects(company, URIRef(EKG + "headerPhone"))) == [Literal("617-244-1616")]
    assert list(ours.objects(company, URIRef(EKG + "coverPhone"))) == [Literal("(608) 441-8120")]


@pytest.mark.parametrize("kind", ["filer/", "name/", "item/", "signature/"])
def test_evidence_of_header_items_and_signature_quotes_the_designed_lines(
    kind: str, ours: rdflib.Graph, design: rdflib.Graph
) -> None:
    def quotes(graph: rdflib.Graph) -> dict[str, set[str]]:
        exact = URIRef(ontology.PREFIXES["oa"] + "exact")
        found: dict[str, set[str]] = {}
        for subject, passage in graph.subject_objects(URIRef(EKG + "evidence")):
            if str(subject).startswith(ID + kind):
                found.setdefault(str(subject), set()).add(str(graph.value(passage, exact)))
        return found

    expected, got = quotes(design), quotes(ours)
    assert set(expected) == set(got)
    for subject, lines in expected.items():
        # A passage may be longer or shorter than the designed one, but each designed line must be met by one of ours.
        assert all(any(line in other or other in line for other in got[subject]) for line in lines), subject


def test_offsets_are_those_of_the_design(ours: rdflib.Graph, design: rdflib.Graph) -> None:
    """Same digest, same text: every passage that both graphs quote stands at the same place."""
    exact = URIRef(ontology.PREFIXES["oa"] + "exact")
    theirs = {str(s): str(o) for s, o in design.subject_objects(exact)}
    both = [(str(s), str(o)) for s, o in ours.subject_objects(exact) if str(s) in theirs]
    assert len(both) >= 15
    assert all(theirs[place] == quote for place, quote in both)
    header = {s for s in theirs if "_0#char=" in s}
    assert len(header & {place for place, _ in both}) >= 7


def test_two_stores_hold_the_same_number_of_statements(quads: Quads, ours: rdflib.Graph) -> None:
    store = ox.Store()
    store.load("".join(quads.lines()).encode(), format=ox.RdfFormat.N_QUADS)
    assert len(store) == len(ours) == sum(1 for _ in quads.lines())
    assert not any(isinstance(term, rdflib.BNode) for triple in ours for term in triple)


def test_it_conforms_and_spoilt_copies_do_not(quads: Quads) -> None:
    text = "".join(quads.lines())
    cik = f'<{EKG}cik> "0001279704"'
    name = f'"NOVELOS THERAPEUTICS, INC." <{ontology.GRAPH}'
    assert text.count(cik) == 1
    assert name in text
    spoilt = [text.replace(cik, f'<{EKG}cik> "1279704"'), text.replace(name, name.replace("INC.", "CORP."))]
    reports = []
    for data in (text, *spoilt):
        store = ox.Store()
        store.load(data.encode(), format=ox.RdfFormat.N_QUADS)
        reports.append(validate.validate(store))
    assert [report.conforms for report in reports] == [True, False, False]
    assert [finding.line() for finding in reports[1].findings] == [
        f"violation  {ACCESSION}  company/0001279704: a company has one CIK, of ten digits (1279704)"
    ]
    messages = {finding.message for finding in reports[2].findings}
    assert "a quote is as long as its range of characters" in messages


def test_the_design_itself_conforms(shared: Path) -> None:
    report = validate.validate(shared / "design" / "seed.ttl")
    assert [finding.line() for finding in report.findings] == []


def test_types(ours: rdflib.Graph) -> None:
    kinds = {str(o).removeprefix(EKG) for o in ours.objects(None, RDF.type) if str(o).startswith(EKG)}
    assert {"Filing", "FilerEntry", "FilingDocument", "Exhibit", "FilingItem", "Company", "FormerName"} <= kinds
