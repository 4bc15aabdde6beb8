"""Headers, parameters and the child process that answers."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_filings import accession_of, filing_graph, load

from kg import ontology, query, sparql, store
from kg.errors import StoreError, UsageError
from kg.query import Parameter
from kg.store.client import Reader

TEXT = """# title: Names
# question: Which names?
# param cik: cik - its CIK
# param most: integer 10 how many
# param like: string "a b" part of the name

SELECT ?name { ?x ekg:cik $cik ; rdfs:label ?name FILTER(CONTAINS(?name, $like)) } LIMIT $most
"""


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two small filings."""
    folder = tmp_path_factory.mktemp("store") / "s"
    facts = (
        'company:1 a ekg:Company ; ekg:cik "0000000001" ; rdfs:label "the a b c", "other" ; ekg:n 1, 2.50, true, 1e3 .'
    )
    load(folder, [filing_graph(accession_of(1), facts), filing_graph(accession_of(2), 'company:2 rdfs:label "x"@en .')])
    return folder


@pytest.fixture(scope="module")
def reader(at: Path) -> Iterator[Reader]:
    """A reader of that store."""
    with Reader(at, 1 << 32) as made:
        yield made


def ask(reader: Reader, text: str, **more: object) -> list[dict[str, object]]:
    return query.run(reader, text, {}, **more).to_dicts()  # type: ignore[arg-type]


# -- headers -----------------------------------------------------------------------------------------------------------


def test_a_header_is_read() -> None:
    made = query.read_query(TEXT, "names")
    assert (made.name, made.title, made.question) == ("names", "Names", "Which names?")
    assert made.parameters == (
        Parameter("cik", "cik", None, "its CIK"),
        Parameter("most", "integer", "10", "how many"),
        Parameter("like", "string", "a b", "part of the name"),
    )


@pytest.mark.parametrize("line", ["# param x: nosuch - y", "# param : string - y", "# param x: string"])
def test_a_malformed_parameter_line_is_told(line: str) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        query.read_query(line + "\nSELECT * {}", "q")


def test_a_query_is_found_by_name_path_or_text(tmp_path: Path) -> None:
    assert query.find("former-names").title == "Former names of a company"
    file = tmp_path / "mine.rq"
    file.write_text(TEXT)
    assert query.find(str(file)).title == "Names"
    assert query.find("SELECT * {}").text == "SELECT * {}"
    with pytest.raises(UsageError, match=r"no query named 'former-name'; did you mean former-names"):
        query.find("former-name")
    with pytest.raises(UsageError, match="see `kg queries`"):
        query.find("zzzzzz")


# -- parameters --------------------------------------------------------------------------------------------------------


def bound(values: dict[str, query.Value]) -> str:
    return query.bind(query.read_query(TEXT, "names"), values).splitlines()[-1]


def test_parameters_are_bound_as_typed_terms() -> None:
    assert bound({"cik": 1, "like": 'q"\\ }'}) == (
        'SELECT ?name { ?x ekg:cik "0000000001" ; rdfs:label ?name FILTER(CONTAINS(?name, "q\\"\\\\ }")) } LIMIT 10'
    )
    assert bound({"cik": "9", "most": "3"}).endswith('"a b")) } LIMIT 3')


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, r"query names needs cik \(its CIK\)"),
        ({"cik": "1", "name": "x"}, r"has no parameter 'name'; it has cik, most, like"),
        ({"cik": "x1"}, r"parameter cik: 'x1' is not a CIK: up to ten digits"),
        ({"cik": "1", "most": "10 } DROP ALL"}, r"parameter most: .* is not a whole number"),
    ],
)
def test_wrong_parameters_are_told(values: dict[str, query.Value], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        bound(values)


def term(kind: str, value: query.Value) -> str:
    made = query.read_query(f"# param x: {kind} - y\nSELECT * {{ ?s ?p $x }}")
    found = re.search(r"\?p (.*) \}", query.bind(made, {"x": value}))
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("kind", "value", "made"),
    [
        ("integer", "-07", "-7"),
        ("decimal", "1.50", '"1.50"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("decimal", 3, '"3"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("boolean", True, "true"),
        ("boolean", "no", "false"),
        ("date", date(2019, 6, 3), '"2019-06-03"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("iri", "<http://x/y>", "<http://x/y>"),
        ("iri", "ekg:Company", f"<{ontology.EKG}Company>"),
        ("accession", "000123456719000123", '"0001234567-19-000123"'),
        ("graph", "0001234567-19-000123", f"<{ontology.GRAPH}0001234567-19-000123>"),
        ("filing", "0001234567-19-000123", f"<{ontology.ID}filing/0001234567-19-000123>"),
        ("compound", "CLR131", f"<{ontology.ID}compound/clr-131>"),
        ("concept:form", "10-K/A", f"<{ontology.EKGC}form_10-K-A>"),
        ("concept:form", "> ?x }", f"<{ontology.EKGC}form_---x-->".replace("---x--", "---x--")),
        ("string", "a\nb\t'", '"a\\nb\\t\'"'),
    ],
)
def test_types(kind: str, value: query.Value, made: str) -> None:
    if kind == "concept:form" and value != "10-K/A":
        assert re.fullmatch(r"<[^<>\s{}?]+>", term(kind, value))
    else:
        assert term(kind, value) == made


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", "1.5"), ("integer", "٣"), ("decimal", "NaN"), ("decimal", "1e99999999"), ("decimal", "x"),
        ("boolean", "maybe"), ("date", "2019-13-01"), ("date", "June"), ("iri", "no iri"), ("iri", "http://x/> ?o }"),
        ("iri", "http://x/)SERVICE"), ("accession", "1"), ("graph", "x"), ("concept:form", " "), ("cik", "12345678901"),
    ],
)  # fmt: skip
def test_values_that_do_not_fit(kind: str, value: str) -> None:
    with pytest.raises(UsageError, match="parameter x: "):
        term(kind, value)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_no_text_leaves_its_literal(text: str) -> None:
    made = query.read_query("# param x: string - y\nSELECT (STR($x) AS ?y) {}")
    (row,) = ox.Store().query(query.bind(made, {"x": text}))  # type: ignore[misc]
    assert row[0].value == text


@given(st.text(), st.sampled_from(["iri", "graph", "filing", "compound", "concept:form", "cik", "integer", "decimal"]))
def test_no_value_of_another_type_leaves_its_term(text: str, kind: str) -> None:
    try:
        made = term(kind, text)
    except UsageError:
        return
    kinds = [token for token in sparql.tokens(made) if token[1].strip()]
    assert len(kinds) <= 3
    ox.Store().query(f"SELECT * {{ ?s ?p {made} }}")


def test_a_text_without_header_takes_the_types_of_its_values() -> None:
    made = query.read_query("SELECT * { ?s ?p $a , $b , $c , $d , $e }")
    values: dict[str, query.Value] = {"a": 1, "b": "x", "c": "<http://x/>", "d": Decimal("1.5"), "e": True}
    decimal = '"1.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    assert query.bind(made, values) == f'SELECT * {{ ?s ?p 1 , "x" , <http://x/> , {decimal} , true }}'
    with pytest.raises(UsageError, match="has no parameter 'z'; it has none"):
        query.bind(made, {"z": 1})


def test_service_is_refused_in_every_query(reader: Reader) -> None:
    with pytest.raises(UsageError, match="SERVICE is not allowed"):
        query.run(reader, "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", {})


# -- answers -----------------------------------------------------------------------------------------------------------


def test_rows_with_their_types(reader: Reader) -> None:
    rows = ask(reader, "SELECT ?n { ?x ekg:n ?n } ORDER BY STR(?n)")
    assert sorted(map(repr, (row["n"] for row in rows))) == ["1", "1000.0", "Decimal('2.5')", "True"]
    found = query.run(reader, "SELECT ?l ?none { ?x rdfs:label ?l } ORDER BY ?l", {})
    assert found.column("l") == ["other", "the a b c", "x"]
    assert found.column("none") == [None] * 3
    assert found.columns == ("l", "none")
    assert found.rows[2][0] is not None
    assert found.rows[2][0].language == "en"


def test_ask_construct_and_describe(reader: Reader) -> None:
    assert query.run(reader, "ASK { ?x a ekg:Company }", {}).boolean is True
    assert query.run(reader, "ASK { ?x a ekg:Nothing }", {}).boolean is False
    made = query.run(reader, "CONSTRUCT { ?x ekg:m ?n } WHERE { ?x ekg:cik ?n }", {})
    assert made.triples
    assert made.to_dicts() == [
        {"subject": f"{ontology.ID}company/1", "predicate": f"{ontology.EKG}m", "object": "0000000001"}
    ]
    assert len(query.run(reader, f"DESCRIBE <{ontology.ID}company/2>", {})) == 1


def test_rows_are_cut_at_the_limit_and_that_is_said(reader: Reader) -> None:
    found = query.run(reader, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", {}, limit=100)
    assert (len(found), found.truncated) == (100, True)
    every = query.run(reader, "SELECT ?l { ?x rdfs:label ?l }", {}, limit=3)
    assert (len(every), every.truncated) == (3, False)


def test_what_is_no_query_is_told_with_its_place(reader: Reader) -> None:
    with pytest.raises(UsageError, match="not valid SPARQL: error at 2:"):
        query.run(reader, "SELECT * {\n ?s ?p }", {})
    for text in ("DROP ALL", "LOAD <http://127.0.0.1:1/>", "INSERT DATA { <http://x> <http://x> 1 }"):
        with pytest.raises(UsageError, match="not valid SPARQL"):
            query.run(reader, text, {})


SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r . ?s ?t ?u }"


def test_a_query_that_takes_too_long_is_stopped_and_the_next_is_answered(reader: Reader) -> None:
    began = time.monotonic()
    with pytest.raises(UsageError, match=r"took longer than 0.5 s and was stopped"):
        query.run(reader, SLOW, {}, seconds=0.5)
    assert time.monotonic() - began < 5
    assert query.run(reader, "ASK {}", {}).boolean is True


def test_a_query_that_takes_too_much_memory_is_stopped(at: Path) -> None:
    with Reader(at, 200 << 20) as small:
        with pytest.raises(UsageError, match="needs more memory than allowed"):
            query.run(small, SLOW.replace("(COUNT(*) AS ?n)", "*") + " ORDER BY ?c ?f", {}, seconds=60.0)
        assert query.run(small, "ASK {}", {}).boolean is True


def test_a_reader_sees_what_has_changed(tmp_path: Path) -> None:
    at = tmp_path / "s"
    count = "SELECT ?l { ?x rdfs:label ?l }"
    with Reader(at, 1 << 32) as reader:
        with pytest.raises(StoreError, match="there is no store here"):
            query.run(reader, count, {})
        load(at, [filing_graph(accession_of(1), 'company:1 rdfs:label "A" .')])
        assert query.run(reader, count, {}).column("l") == ["A"]
        store.change(at, lambda opened: store.put(opened, filing_graph(accession_of(2), 'company:2 rdfs:label "B" .')))
        assert sorted(query.run(reader, count, {}).column("l")) == ["A", "B"]
        load(at, [filing_graph(accession_of(1), 'company:1 rdfs:label "C" .')])
        assert query.run(reader, count, {}).column("l") == ["C"]
