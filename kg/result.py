"""A table of bindings → dicts, JSON, CSV, TSV, HTML, a terminal table, data frames. Knows no RDF library."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError

if TYPE_CHECKING:
    from rich.table import Table

_XSD = "http://www.w3.org/2001/XMLSchema#"
_HTML_ROWS = 100  # a notebook page with more is no longer read


@dataclass(frozen=True, slots=True)
class Term:
    """One bound value. `kind` is "uri", "literal" or "bnode", as SPARQL JSON says; `datatype` None means string."""

    kind: str
    value: str
    datatype: str | None = None
    language: str | None = None

    def python(self) -> Any:
        """str, int, Decimal, float, bool, date or datetime; what does not fit its datatype stays a str."""
        if self.datatype is None or not self.datatype.startswith(_XSD):
            return self.value
        convert = _CONVERT.get(self.datatype[len(_XSD) :])
        try:
            return convert(self.value) if convert else self.value
        except (ValueError, InvalidOperation):
            return self.value


def _boolean(text: str) -> bool:
    return text in ("true", "1")


_INTEGERS = ("integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger", "unsignedInt")
_CONVERT: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(_INTEGERS, int),
    "decimal": Decimal,
    "double": float,
    "float": float,
    "boolean": _boolean,
    "date": date.fromisoformat,
    "dateTime": datetime.fromisoformat,
}


@dataclass(frozen=True, slots=True)
class Result:
    """Rows of bindings in the columns of a SELECT; of a CONSTRUCT or DESCRIBE, triples in three columns.

    `boolean` is the answer of an ASK, whose only row holds it too. `truncated`: rows were cut at the limit asked for.
    `prefixes` (short name → IRI) shorten IRIs where people read them.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...] = field(repr=False)
    boolean: bool | None = None
    truncated: bool = False
    triples: bool = False
    seconds: float = 0.0
    prefixes: dict[str, str] = field(default_factory=dict, repr=False)
    title: str = ""

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.to_dicts())

    def __bool__(self) -> bool:
        """The answer of an ASK; else whether there is any row."""
        return bool(self.rows) if self.boolean is None else self.boolean

    def to_dicts(self) -> list[dict[str, Any]]:
        """One dict per row with Python values; an unbound column is None."""
        return [
            {name: None if term is None else term.python() for name, term in zip(self.columns, row, strict=True)}
            for row in self.rows
        ]

    def column(self, name: str) -> list[Any]:
        """The Python values of one column."""
        if name not in self.columns:
            raise UsageError(f"no column {name!r}; there are {', '.join(self.columns)}")
        at = self.columns.index(name)
        return [None if row[at] is None else row[at].python() for row in self.rows]  # type: ignore[union-attr]  # tested

    def short(self, term: Term | None) -> str:
        """How a person reads a value: IRIs shortened by prefix, six digits of a measured number, unbound as nothing."""
        if term is None:
            return ""
        if term.kind == "bnode":
            return f"_:{term.value}"
        if term.kind != "uri":
            value = term.python()
            return f"{value:.6g}" if isinstance(value, float) else term.value
        fits = [(len(iri), name) for name, iri in self.prefixes.items() if term.value.startswith(iri)]
        if not fits:
            return term.value
        length, name = max(fits)
        return f"{name}:{term.value[length:]}"

    # -- texts -------------------------------------------------------------------------------------------------------

    def to_sparql_json(self) -> str:
        """SPARQL 1.1 Query Results JSON."""
        if self.boolean is not None:
            return json.dumps({"head": {}, "boolean": self.boolean})
        bindings = [
            {name: _binding(term) for name, term in zip(self.columns, row, strict=True) if term is not None}
            for row in self.rows
        ]
        return json.dumps({"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}, ensure_ascii=False)

    def to_json(self) -> str:
        """A list of objects with plain values; numbers that JSON holds exactly stay numbers."""
        return json.dumps([_plain(row) for row in self.to_dicts()], ensure_ascii=False, indent=1)

    def to_jsonl(self) -> str:
        """One JSON object a line."""
        return "".join(json.dumps(_plain(row), ensure_ascii=False) + "\n" for row in self.to_dicts())

    def to_csv(self) -> str:
        """SPARQL 1.1 CSV: a heading, plain values, lines ended by CRLF."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.columns)
        writer.writerows([_csv_value(term) for term in row] for row in self.rows)
        return out.getvalue()

    def to_tsv(self) -> str:
        """SPARQL 1.1 TSV: terms in their Turtle form, separated by tabs."""
        lines = ["\t".join(f"?{name}" for name in self.columns)]
        lines += ["\t".join("" if term is None else turtle(term) for term in row) for row in self.rows]
        return "".join(line + "\n" for line in lines)

    def to_html(self, most: int | None = None) -> str:
        """An HTML table; IRIs become links. `most` rows at most, with a note of how many there are."""
        shown = self.rows if most is None else self.rows[:most]
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        body = "".join("<tr>" + "".join(f"<td>{self._cell(term)}</td>" for term in row) + "</tr>\n" for row in shown)
        caption = f"<caption>{html.escape(self.title)}</caption>" if self.title else ""
        note = f"<p>{len(shown)} of {len(self.rows)} rows</p>" if len(shown) < len(self.rows) else ""
        return f"<table>{caption}<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table>{note}"

    def _cell(self, term: Term | None) -> str:
        text = html.escape(self.short(term))
        if term is None or term.kind != "uri" or not term.value.startswith(("http://", "https://")):
            return text
        return f'<a href="{html.escape(term.value)}">{text}</a>'

    def _repr_html_(self) -> str:
        return self.to_html(_HTML_ROWS)

    def table(self, most: int | None = None, width: int | None = None) -> Table:
        """A table for the terminal (rich), as wide as it or `width`; `most` rows at most."""
        shown = self.rows if most is None else self.rows[:most]
        numeric = [self._is_number(at) for at in range(len(self.columns))]
        made = text_table(self.columns, [[self.short(t) for t in row] for row in shown], self.title, numeric, width)
        if len(shown) < len(self.rows) or self.truncated:
            of = f"{len(self.rows)}{' or more' if self.truncated else ''}"
            made.caption = f"{len(shown)} of {of} rows"
        return made

    def _is_number(self, at: int) -> bool:
        values = [row[at] for row in self.rows[:50]]
        return any(values) and all(v is None or isinstance(v.python(), int | float | Decimal) for v in values)

    # -- frames ------------------------------------------------------------------------------------------------------

    def to_pandas(self) -> Any:
        """A pandas DataFrame; UsageError when pandas is not installed."""
        try:
            import pandas  # type: ignore[import-untyped, unused-ignore]  # optional, ships no types
        except ImportError:
            raise UsageError("pandas is not installed: pip install pandas") from None
        return pandas.DataFrame(self.to_dicts(), columns=list(self.columns))

    def to_polars(self) -> Any:
        """A polars DataFrame; columns of mixed types become strings. UsageError when polars is not installed."""
        try:
            import polars  # type: ignore[import-not-found, unused-ignore]  # optional
        except ImportError:
            raise UsageError("polars is not installed: pip install polars") from None
        columns = {}
        for name in self.columns:
            values = self.column(name)
            mixed = len({type(value) for value in values if value is not None}) > 1
            columns[name] = [None if v is None else str(v) for v in values] if mixed else values
        return polars.DataFrame(columns)


def _csv_value(term: Term | None) -> str:
    if term is None:
        return ""
    return f"_:{term.value}" if term.kind == "bnode" else term.value


def _binding(term: Term) -> dict[str, str]:
    made = {"type": term.kind, "value": term.value}
    if term.language:
        made["xml:lang"] = term.language
    elif term.datatype:
        made["datatype"] = term.datatype
    return made


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: _json_value(value) for name, value in row.items()}


def _json_value(value: Any) -> Any:
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value() and abs(value) < 2**53
        return int(value) if whole else float(value) if len(value.as_tuple().digits) <= 15 else str(value)
    if isinstance(value, float) and not -1e308 < value < 1e308:
        return str(value)  # JSON has no infinity
    return value.isoformat() if isinstance(value, date) else value


_ESCAPES = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def turtle(term: Term) -> str:
    """A term as Turtle and SPARQL write it, escaped."""
    if term.kind == "uri":
        return f"<{term.value}>"
    if term.kind == "bnode":
        return f"_:{term.value}"
    text = f'"{term.value.translate(_ESCAPES)}"'
    if term.language:
        return f"{text}@{term.language}"
    return f"{text}^^<{term.datatype}>" if term.datatype else text


# -- tables for people -----------------------------------------------------------------------------------------------

_WORD = 24  # a longer word may be broken to fit a column
_GAP = 2  # blanks between columns


def text_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    title: str = "",
    right: Sequence[bool] = (),
    width: int | None = None,
) -> Table:
    """A rich table whose columns keep words whole; one block of lines per row where the columns do not fit `width`."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    widths = column_widths(columns, rows, width or Console().width)
    made = Table.grid(padding=(0, _GAP, 0, 0))
    if widths is not None:
        made = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, _GAP - 1, 0, 0))
    made.title, made.title_justify, made.title_style = title or None, "left", "bold"
    made.caption_justify = "left"
    if widths is None:
        for row in rows:
            for name, cell in zip(columns, row, strict=True):
                if cell:
                    made.add_row(Text(name, style="dim"), Text(cell))
            made.add_row()
        return made
    for name, wide, numeric in zip(columns, widths, right or [False] * len(columns), strict=True):
        made.add_column(Text(name), width=wide, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        made.add_row(*map(Text, row))
    return made


def column_widths(columns: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """Widths that fit `room` and break no word of ordinary length; None when there are none."""
    from rich.cells import cell_len

    cells = [[name, *(row[at] for row in rows)] for at, name in enumerate(columns)]
    wished = [max(map(cell_len, column)) for column in cells]
    least = [min(_WORD, max(cell_len(word) for cell in column for word in cell.split() or [""])) for column in cells]
    room -= _GAP * len(columns)
    if sum(least) > room:
        return None
    spare = room - sum(least)
    widths = least
    for left, at in enumerate(sorted(range(len(columns)), key=lambda at: wished[at] - least[at])):
        given = min(wished[at] - least[at], spare // (len(columns) - left))
        widths[at] += given
        spare -= given
    return widths
