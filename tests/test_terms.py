"""N-Triples terms: every string is written so that two parsers read the same thing back."""

from __future__ import annotations

from decimal import Decimal

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.emit import terms
from kg.ontology import PREFIXES

XSD = PREFIXES["xsd"]
ANY_TEXT = st.text(st.characters(codec=None), max_size=40) | st.text(
    st.sampled_from('"\\\n\r\t\x00\x07\x1f\x7f\x85\u2028\ufeff\ufffe\uffff\ud800\udfff<>{}|^` é漢𝒳'), max_size=12
)


def readable(text: str) -> str:
    """What RDF can hold of a text: NUL, lone surrogates and the two non-characters become U+FFFD."""
    return "".join("\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" or c in "\ufffe\uffff" else c for c in text)


def parse(term: str) -> ox.Literal | ox.NamedNode:
    (quad,) = ox.parse(f"<urn:s> <urn:p> {term} .\n", format=ox.RdfFormat.N_TRIPLES)
    assert isinstance(quad.object, ox.Literal | ox.NamedNode)
    return quad.object


@given(ANY_TEXT)
def test_any_text_makes_the_round_trip_through_two_parsers(text: str) -> None:
    line = terms.literal(text)
    assert parse(line).value == readable(text)
    graph = rdflib.Graph().parse(data=f"<urn:s> <urn:p> {line} .\n", format="nt")
    assert [str(o) for o in graph.objects()] == [readable(text)]


@given(ANY_TEXT)
def test_any_text_makes_a_valid_iri(text: str) -> None:
    node = parse(terms.iri(f"https://example.org/{text}"))
    assert isinstance(node, ox.NamedNode)
    assert node.value.startswith("https://example.org/")
    assert not set(node.value) & set('<>"{}|^`\\ \n')


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("https://example.org/a b", "<https://example.org/a%20b>"),
        ('https://example.org/"<>', "<https://example.org/%22%3C%3E>"),
        ("https://example.org/é", "<https://example.org/é>"),
    ],
)
def test_iri_percent_encodes_what_it_may_not_hold(value: str, written: str) -> None:
    assert terms.iri(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("5.50"), f'"5.5"^^<{XSD}decimal>'),
        (Decimal("2500000"), f'"2500000.0"^^<{XSD}decimal>'),
        (Decimal("1E+3"), f'"1000.0"^^<{XSD}decimal>'),
        (0.97, f'"0.97"^^<{XSD}decimal>'),
        (1.0, f'"1.0"^^<{XSD}decimal>'),
        (Decimal("-0.5"), f'"-0.5"^^<{XSD}decimal>'),
    ],
)
def test_decimals_have_one_spelling(value: Decimal | float, written: str) -> None:
    assert terms.decimal(value) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2019-06-03", f'"2019-06-03"^^<{XSD}date>'),
        ("2020-02-29", f'"2020-02-29"^^<{XSD}date>'),
        ("2019-06", f'"2019-06"^^<{XSD}gYearMonth>'),
        ("2019", f'"2019"^^<{XSD}gYear>'),
        ("2019-02-29", '"2019-02-29"'),
        ("2019-13-01", '"2019-13-01"'),
        ("2019-13", '"2019-13"'),
        ("0000", '"0000"'),
        ("20190603", '"20190603"'),
        ("٢٠١٩", '"٢٠١٩"'),
        ("spring", '"spring"'),
    ],
)
def test_dates_are_as_precise_as_the_text_and_never_impossible(text: str, written: str) -> None:
    assert terms.date(text) == written


def test_tagged_and_typed_literals() -> None:
    assert terms.literal('say "hi"', lang="en") == '"say \\"hi\\""@en'
    assert terms.literal("x", XSD + "token") == f'"x"^^<{XSD}token>'
    assert terms.integer(-7) == f'"-7"^^<{XSD}integer>'
    assert terms.boolean(False) == f'"false"^^<{XSD}boolean>'
    assert terms.term("ekg:licensor") == "<https://w3id.org/edgar-kg/ontology#licensor>"
