"""Tokens of SPARQL: parameters go in as terms, and nothing gets out of the store."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg import sparql
from kg.errors import UsageError


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])) | st.text(alphabet="<>#\"'\\?$a:. \n{}()"))
def test_tokens_are_the_text(text: str) -> None:
    assert "".join(token for _, token in sparql.tokens(text)) == text


def test_words_are_told_from_strings_comments_and_iris() -> None:
    text = """SELECT ?a { # a ?comment
      ?a <http://x/?b#c> "?d \\" ?e" , '''?f ' '' ?g''' , "é"@en ; ex:p\\#q $h FILTER(?a<$i) }"""
    assert sparql.variables(text) == {"a", "h", "i"}
    assert [token for kind, token in sparql.tokens(text) if kind == "iri"] == ["<http://x/?b#c>"]
    assert [token for kind, token in sparql.tokens(text) if kind == "comment"] == ["# a ?comment"]
    assert "comment" not in sparql.without_comments(text)


def test_terms_take_the_place_of_variables_only() -> None:
    text = 'SELECT ?x { ?x ex:p $n ; ex:q ?n , "?n" , <http://x/?n> # $n\n } LIMIT $n'
    assert sparql.bind(text, {"n": "7"}) == 'SELECT ?x { ?x ex:p 7 ; ex:q 7 , "?n" , <http://x/?n> # $n\n } LIMIT 7'
    assert sparql.bind("?number ?n", {"n": "7"}) == "?number 7"


CALLS = [
    "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { service<http://127.0.0.1:1/>{?s ?p ?o} }",
    "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { BIND(<http://127.0.0.1:1/> AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "PREFIX x: <http://127.0.0.1:1/> SELECT * {SERVICEx:a{?s ?p ?o}}",
    "PREFIX : <http://127.0.0.1:1/> SELECT * {SERVICE:a{?s ?p ?o}}",
    "SELECT * {?s ?p 1SERVICE<http://127.0.0.1:1/>{?s ?p ?o}}",
    "SELECT * {\\u0053ERVICE <http://127.0.0.1:1/>{?s ?p ?o}}",
    "SELECT * { # not yet\nSERVICE # now\n<http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p \"it's\" . SERVICE <http://127.0.0.1:1/> { ?s ?p 'x' } }",
    "PREFIX : <http://127.0.0.1:1/> SELECT * {?s ?p 1 FILTER(1<2)SERVICE:x#>\n{?s ?p ?o}}",
    "PREFIX e: <http://e/> PREFIX : <http://127.0.0.1:1/> SELECT * { ?s ?p ?a FILTER(?a<e:b)SERVICE:x#>\n{?s ?p ?o}}",
]


HIDDEN = """PREFIX e: <http://e/>
SELECT * { ?s ?p ?a FILTER(?a<e:b#> '''
|| true) SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } #'''
}"""


@pytest.mark.parametrize("text", CALLS)
def test_calls_to_other_machines_are_refused(text: str) -> None:
    with pytest.raises(UsageError, match="SERVICE is not allowed"):
        sparql.contained(text)


def test_a_call_that_could_be_a_string_is_made_one() -> None:
    with pytest.raises(OSError, match="port 1"):
        list(world().query(HIDDEN))  # type: ignore[arg-type]
    with pytest.raises(SyntaxError):
        world().query(sparql.contained(HIDDEN))


def world() -> ox.Store:
    """A store of one statement, so that a call is really made."""
    held = ox.Store()
    held.add(ox.Quad(ox.NamedNode("http://s"), ox.NamedNode("http://p"), ox.Literal(1), ox.DefaultGraph()))
    return held


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service ?p ?o }",
        "SELECT * { ?s ?p 'SERVICE <http://x> {}' }",
        "# no SERVICE here\nSELECT * { ?s ?p ?o }",
        "SELECT * { ?s <https://x/service#a> ?o }",
        "PREFIX x: <http://x/> SELECT * { ?s x:service ?o ; x:theService 'x' }",
        "SELECT * { ?s ?p 'a'@service }",
    ],
)
def test_the_word_alone_is_no_call(text: str) -> None:
    kept = sparql.contained(text)
    ox.Store().query(kept)
    bare = [token.strip() for kind, token in sparql.tokens(text) if kind != "comment" and token.strip()]
    assert [token.strip() for kind, token in sparql.tokens(kept) if token.strip()] == bare


PIECES = [
    "SERVICE",
    "service",
    "1SERVICE",
    "SERVICE:x",
    ":SERVICE",
    "?SERVICE",
    "SERVICEe:",
    "<http://127.0.0.1:1/>",
    ":x",
    "e:b",
    "e:",
    "{?s ?p ?o}",
    "{",
    "}",
    "?s ?p ?o",
    "?s",
    ".",
    ";",
    "FILTER(",
    "FILTER(?o<",
    "?a<",
    ")",
    "(",
    "#",
    "#>",
    "<",
    ">",
    "'''",
    '"',
    "'",
    "\n",
    " ",
    "1",
    "true",
    "\\",
    "\\u0053ERVICE",
    "\\#",
    "BIND(1 AS ?x)",
    "OPTIONAL",
    "UNION",
    "@en",
    "^^",
    "GRAPH ?g",
    "<e:b#>",
    "<e:b)SERVICE:x#>",
    "&&",
    "||",
    "!=",
    "a",
]


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["", " "]))
@example(
    ["FILTER(?o<", "e:b#>", "'''", "\n", ")", "SERVICE", "<http://127.0.0.1:1/>", "{?s ?p ?o}", "#", "'''", "\n"], ""
)
def test_whatever_passes_calls_nobody(pieces: list[str], between: str) -> None:
    text = f"PREFIX e: <http://e/> PREFIX : <http://127.0.0.1:1/> SELECT * {{ ?s ?p ?o {between.join(pieces)} }}"
    try:
        kept = sparql.contained(text)
    except UsageError:
        return
    try:
        list(world().query(kept))  # type: ignore[arg-type]
    except SyntaxError:
        return
    except (OSError, RuntimeError) as error:
        pytest.fail(f"a request was made for {kept!r}: {error}")


def test_the_harness_above_would_notice_a_request() -> None:
    noticed = 0
    for text in CALLS:
        try:
            list(world().query(text))  # type: ignore[arg-type]
        except (SyntaxError, RuntimeError):
            continue
        except OSError:
            noticed += 1
    assert noticed >= 6
