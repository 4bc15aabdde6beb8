"""A table of bindings in every form in which it leaves."""

from __future__ import annotations

import builtins
import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyoxigraph as ox
import pytest
from rich.console import Console

from kg.errors import UsageError
from kg.result import Result, Term, turtle

XSD = "http://www.w3.org/2001/XMLSchema#"
NASTY = 'a "b", <c>\n\\d\té'


def literal(value: str, kind: str | None = None) -> Term:
    return Term("literal", value, XSD + kind if kind else None)


TABLE = Result(
    ("iri", "text", "number"),
    (
        (Term("uri", "http://x/a#b"), literal(NASTY), literal("1.50", "decimal")),
        (Term("bnode", "b0"), Term("literal", "ein", None, "de"), None),
        (None, literal("2019-06-03", "date"), literal("7", "integer")),
    ),
    prefixes={"x": "http://x/", "xa": "http://x/a#"},
    title="A <title>",
)


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (literal("7", "integer"), 7),
        (literal("1.50", "decimal"), Decimal("1.50")),
        (literal("1e3", "double"), 1000.0),
        (literal("true", "boolean"), True),
        (literal("0", "boolean"), False),
        (literal("2019-06-03", "date"), date(2019, 6, 3)),
        (literal("2019-06-03T10:00:00", "dateTime"), datetime(2019, 6, 3, 10)),
        (literal("2019-06", "gYearMonth"), "2019-06"),
        (literal("2019-13-40", "date"), "2019-13-40"),
        (literal("x", "integer"), "x"),
        (Term("literal", "x", "http://other/type"), "x"),
        (Term("uri", "http://x/"), "http://x/"),
    ],
)
def test_python_values(term: Term, value: object) -> None:
    assert term.python() == value
    assert type(term.python()) is type(value)


def test_dicts_and_columns() -> None:
    assert TABLE.to_dicts()[2] == {"iri": None, "text": date(2019, 6, 3), "number": 7}
    assert list(TABLE) == TABLE.to_dicts()
    assert TABLE.column("number") == [Decimal("1.50"), None, 7]
    assert len(TABLE) == 3
    with pytest.raises(UsageError, match="no column 'x'; there are iri, text, number"):
        TABLE.column("x")


def test_truth() -> None:
    assert TABLE
    assert not Result(("a",), ())
    assert not Result(("answer",), ((literal("false", "boolean"),),), boolean=False)


def test_sparql_json_says_everything() -> None:
    told = json.loads(TABLE.to_sparql_json())
    assert told["head"] == {"vars": ["iri", "text", "number"]}
    assert told["results"]["bindings"] == [
        {
            "iri": {"type": "uri", "value": "http://x/a#b"},
            "text": {"type": "literal", "value": NASTY},
            "number": {"type": "literal", "value": "1.50", "datatype": XSD + "decimal"},
        },
        {"iri": {"type": "bnode", "value": "b0"}, "text": {"type": "literal", "value": "ein", "xml:lang": "de"}},
        {
            "text": {"type": "literal", "value": "2019-06-03", "datatype": XSD + "date"},
            "number": {"type": "literal", "value": "7", "datatype": XSD + "integer"},
        },
    ]
    parsed = ox.parse_query_results(TABLE.to_sparql_json(), ox.QueryResultsFormat.JSON)
    assert len(list(parsed)) == 3  # type: ignore[arg-type]
    assert json.loads(Result(("answer",), (), boolean=True).to_sparql_json()) == {"head": {}, "boolean": True}


def test_plain_json_and_lines() -> None:
    rows = [
        {"iri": "http://x/a#b", "text": NASTY, "number": 1.5},
        {"iri": "b0", "text": "ein", "number": None},
        {"iri": None, "text": "2019-06-03", "number": 7},
    ]
    assert json.loads(TABLE.to_json()) == rows
    assert [json.loads(line) for line in TABLE.to_jsonl().splitlines()] == rows
    odd = Result(
        ("n",),
        ((literal("0.1234567890123456789", "decimal"),), (literal("INF", "double"),), (literal("5.00", "decimal"),)),
    )
    assert json.loads(odd.to_json()) == [{"n": "0.1234567890123456789"}, {"n": "inf"}, {"n": 5}]


def test_csv_and_tsv() -> None:
    assert list(csv.reader(io.StringIO(TABLE.to_csv(), newline=""))) == [
        ["iri", "text", "number"],
        ["http://x/a#b", NASTY, "1.50"],
        ["_:b0", "ein", ""],
        ["", "2019-06-03", "7"],
    ]
    lines = TABLE.to_tsv().split("\n")
    assert lines[0] == "?iri\t?text\t?number"
    assert lines[1] == f'<http://x/a#b>\t"a \\"b\\", <c>\\n\\\\d\\té"\t"1.50"^^<{XSD}decimal>'
    assert lines[2] == '_:b0\t"ein"@de\t'
    assert len(lines) == 5


def test_turtle_is_read_back_by_a_parser() -> None:
    for row in TABLE.rows:
        for term in row:
            if term and term.kind == "literal":
                (read,) = ox.parse(f"<http://s> <http://p> {turtle(term)} .", ox.RdfFormat.N_TRIPLES)
                assert read.object.value == term.value  # type: ignore[union-attr]


def test_html_is_escaped_and_links_iris() -> None:
    made = TABLE.to_html()
    assert '<a href="http://x/a#b">xa:b</a>' in made
    assert "a &quot;b&quot;, &lt;c&gt;" in made
    assert "<caption>A &lt;title&gt;</caption>" in made
    assert made.count("<tr>") == 4
    script = Result(("x",), ((Term("uri", "javascript:alert(1)"),), (literal("<script>"),)))
    assert "href" not in script.to_html()
    assert "<script>" not in script.to_html()
    long = Result(("n",), tuple((literal(str(n), "integer"),) for n in range(250)))
    assert long._repr_html_().count("<tr>") == 101
    assert "100 of 250 rows" in long._repr_html_()


def test_the_terminal_table() -> None:
    console = Console(width=100, file=io.StringIO())
    console.print(TABLE.table())
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert "xa:b" in shown
    assert "A <title>" in shown
    assert "1.50" in shown
    cut = Result(("a",), ((literal("[bold]x"),),) * 3, truncated=True)
    console.print(cut.table(2))
    assert "[bold]x" in console.file.getvalue(), "markup in data is data"
    assert "2 of 3 or more rows" in " ".join(console.file.getvalue().split())


def test_frames() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = TABLE.to_pandas()
    assert list(frame.columns) == ["iri", "text", "number"]
    assert frame.shape == (3, 3)
    assert pandas.isna(frame["number"][1])


def test_polars_frames() -> None:
    pytest.importorskip("polars", reason="polars is not installed")
    frame = TABLE.to_polars()
    assert frame.shape == (3, 3)
    assert frame["text"].to_list() == [NASTY, "ein", "2019-06-03"]


@pytest.mark.parametrize(("name", "method"), [("pandas", "to_pandas"), ("polars", "to_polars")])
def test_frames_without_their_library(name: str, method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    load = builtins.__import__

    def refuse(wanted: str, *arguments: Any, **more: Any) -> Any:
        if wanted == name:
            raise ImportError(wanted)
        return load(wanted, *arguments, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(UsageError, match=f"{name} is not installed: pip install {name}"):
        getattr(TABLE, method)()
