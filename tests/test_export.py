"""Exports are sorted, prefixed, complete and read back to the statements they came from."""

from __future__ import annotations

import io

import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.export import FORMATS, export

EKG = "https://w3id.org/edgar-kg/ontology#"
COMPANY = "https://w3id.org/edgar-kg/id/company/0009100001"
NAME = "https://w3id.org/edgar-kg/id/name/0009100001_halden"
GRAPH = "https://w3id.org/edgar-kg/graph/0009100001-08-000004"
NQUADS = f"""
<{COMPANY}> <{EKG}cik> "0009100001" .
<{COMPANY}> <{EKG}hasFormerName> <{NAME}> .
<{NAME}> <https://schema.org/name> "HALDEN \\"VENTURES\\" é" .
<https://example.org/other> <{EKG}cik> "0000000002" .
<{COMPANY}> <{EKG}cik> "0009100001" <{GRAPH}> .
<{NAME}#char=1,2> <http://www.w3.org/ns/oa#exact> "called Halden" <{GRAPH}> .
"""


@pytest.fixture
def store() -> ox.Store:
    made = ox.Store()
    made.load(NQUADS.encode(), format=ox.RdfFormat.N_QUADS)
    return made


def written(store: ox.Store, format: str, **chosen: object) -> bytes:
    out = io.BytesIO()
    export(store, out, format, **chosen)  # type: ignore[arg-type]  # keyword names are checked by the calls below
    return out.getvalue()


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_facts_read_back_equal(store: ox.Store, format: str) -> None:
    back = {(q.subject, q.predicate, q.object) for q in ox.parse(written(store, format), format=FORMATS[format])}
    want = {(q.subject, q.predicate, q.object) for q in store.quads_for_pattern(None, None, None, ox.DefaultGraph())}
    assert back == want
    assert len(want) == 4


@pytest.mark.parametrize("format", ["trig", "nquads"])
def test_evidence_keeps_graphs_apart(store: ox.Store, format: str) -> None:
    back = set(ox.parse(written(store, format, with_evidence=True), format=FORMATS[format]))
    assert back == set(store)


def test_turtle_with_evidence_is_the_union(store: ox.Store) -> None:
    text = written(store, "turtle", with_evidence=True).decode()
    assert text.count("0009100001\" ") == 1
    assert '"called Halden"' in text


def test_turtle_is_prefixed_and_sorted(store: ox.Store) -> None:
    text = written(store, "turtle").decode()
    body = text[text.index("\n<https://example.org") :]
    assert "co:0009100001 " in body
    assert body.index("example.org") < body.index("co:0009100001") < body.index("nm:0009100001_halden schema:name")
    assert written(store, "turtle") == text.encode()


def test_one_filing(store: ox.Store) -> None:
    assert len(written(store, "nquads", filing="0009100001-08-000004").splitlines()) == 2
    with pytest.raises(UsageError, match="no filing 0000000000-00-000000"):
        written(store, "nquads", filing="0000000000-00-000000")


def test_about_one_entity_brings_its_nodes_and_nothing_else(store: ox.Store) -> None:
    lines = written(store, "ntriples", about=COMPANY).decode().splitlines()
    assert len(lines) == 3
    assert not any("example.org" in line for line in lines)
    with pytest.raises(UsageError, match="nothing is known"):
        written(store, "ntriples", about="https://example.org/none")
    with pytest.raises(UsageError, match="not an IRI"):
        written(store, "ntriples", about="no iri")


def test_unknown_format_names_the_known_ones(store: ox.Store) -> None:
    with pytest.raises(UsageError, match="turtle, trig, nquads, ntriples, jsonld"):
        written(store, "xml")


def test_empty_store() -> None:
    assert written(ox.Store(), "nquads") == b""
