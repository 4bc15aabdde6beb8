"""A query of the library, a file or a text, with parameters → a `Result`.

The header of a `.rq` file is the single source of what is known of it:

    # title: Former names of a company
    # question: What was this company called before, and when?
    # param cik: cik - its CIK
    # param limit: integer 100 most rows

A parameter line gives type, default ("-" for none, quoted when it holds blanks) and description; in the text the
parameter is the variable of that name, written `$cik`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from kg import ontology, sparql
from kg.errors import UsageError
from kg.result import Result, Term, turtle

_XSD = ontology.PREFIXES["xsd"]
_LINE = re.compile(r"#\s*(title|question|param)\s*(\w*)\s*:\s*(.*?)\s*$")
_PARAM = re.compile(r'(\S+)\s+("(?:[^"\\]|\\.)*"|\S+)\s*(.*)')
_ACCESSION = re.compile(r"(\d{10})-?(\d{2})-?(\d{6})")

Value = str | int | float | Decimal | bool | date
"""What a parameter may be given as."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query; `default` None means it must be given."""

    name: str
    type: str
    default: str | None
    description: str


@dataclass(frozen=True, slots=True)
class Query:
    """A query with what its header says."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str


class Asks(Protocol):
    """Whatever can answer a bound query."""

    def ask(self, query: str, prefixes: dict[str, str], seconds: float | None, limit: int | None) -> Result:
        """The answer."""
        ...


def folder() -> Path:
    """Where the library lies: in an installed package or in the checkout."""
    package = Path(__file__).parent
    shipped = package / "_data" / "queries"
    return shipped if shipped.is_dir() else package.parent / "queries"


@lru_cache(maxsize=4)
def library(at: Path | None = None) -> Mapping[str, Query]:
    """Every query of the library by name, sorted."""
    return {path.stem: read_query(path.read_text("utf-8"), path.stem) for path in sorted((at or folder()).glob("*.rq"))}


def read_query(text: str, name: str = "") -> Query:
    """A query from its text; UsageError when its header is malformed."""
    said: dict[str, str] = {}
    parameters: list[Parameter] = []
    for line in text.splitlines():
        if not (found := _LINE.match(line)):
            continue
        key, parameter, value = found.groups()
        if key != "param":
            said[key] = value
            continue
        parts = _PARAM.match(value)
        if not parameter or not parts or parts[1].partition(":")[0] not in _TYPES:
            raise UsageError(f"query {name or '(text)'}: cannot read {line!r}; write `# param name: type default text`")
        default = None if parts[2] == "-" else parts[2].strip('"') if parts[2].startswith('"') else parts[2]
        parameters.append(Parameter(parameter, parts[1], default, parts[3]))
    return Query(name, said.get("title", name), said.get("question", ""), tuple(parameters), text)


def find(what: str) -> Query:
    """The query meant by a name of the library, the path of a file, or a text; UsageError when it is none of them."""
    known = library()
    if what in known:
        return known[what]
    if re.search(r"[\s{]", what.strip()):
        return read_query(what)
    path = Path(what)
    if path.is_file():
        return read_query(path.read_text("utf-8"), path.stem)
    near = difflib.get_close_matches(what, known, 3, 0.4)
    hint = f"did you mean {' or '.join(near)}?" if near else "see `kg queries`"
    raise UsageError(f"no query named {what!r}; {hint}")


def bind(query: Query, values: Mapping[str, Value]) -> str:
    """The text with every parameter in place, refused when it would reach outside the store."""
    declared = {parameter.name: parameter for parameter in query.parameters}
    present = sparql.variables(query.text)
    terms: dict[str, str] = {}
    for name, value in values.items():
        if name not in declared and (declared or name not in present):
            raise UsageError(f"{_named(query)} has no parameter {name!r}; {_has(query)}")
        terms[name] = _term(declared[name].type if name in declared else "", name, value)
    for parameter in query.parameters:
        if parameter.name not in terms:
            if parameter.default is None:
                raise UsageError(f"{_named(query)} needs {parameter.name} ({parameter.description or parameter.type})")
            terms[parameter.name] = _term(parameter.type, parameter.name, parameter.default)
    return sparql.contained(sparql.bind(query.text, terms))


def run(
    reader: Asks, what: str, values: Mapping[str, Value], seconds: float | None = None, limit: int | None = None
) -> Result:
    """Find, bind and ask."""
    query = find(what)
    result = reader.ask(bind(query, values), dict(ontology.PREFIXES), seconds, limit)
    return replace(result, title=query.title)


def _named(query: Query) -> str:
    return f"query {query.name}" if query.name else "the query"


def _has(query: Query) -> str:
    names = ", ".join(parameter.name for parameter in query.parameters)
    return f"it has {names}" if names else "it has none"


# -- values → terms ---------------------------------------------------------------------------------------------------


def _literal(text: str, datatype: str | None = None) -> str:
    return turtle(Term("literal", text, _XSD + datatype if datatype else None))


def _iri(text: str) -> str:
    text = text.strip()
    text = text[1:-1] if text.startswith("<") and text.endswith(">") else text
    prefix, colon, local = text.partition(":")
    if colon and prefix in ontology.PREFIXES and not local.startswith("//"):
        text = ontology.PREFIXES[prefix] + local
    if not re.fullmatch(r'[A-Za-z][A-Za-z0-9+.-]*:[^<>"{}|^`\\\x00-\x20()]+', text):
        raise ValueError("an IRI, like https://… or ekg:Company")
    return f"<{text}>"


def _integer(text: str) -> str:
    if not re.fullmatch(r"[+-]?\d{1,18}", text.strip(), re.A):
        raise ValueError("a whole number")
    return str(int(text))


def _decimal(text: str) -> str:
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        raise ValueError("a number") from None
    if not value.is_finite() or abs(value.adjusted()) > 30:
        raise ValueError("a number of a reasonable size")
    return _literal(format(value, "f"), "decimal")


def _boolean(text: str) -> str:
    if text.lower() not in ("true", "false", "yes", "no", "1", "0"):
        raise ValueError("true or false")
    return "true" if text.lower() in ("true", "yes", "1") else "false"


def _date(text: str) -> str:
    try:
        return _literal(date.fromisoformat(text.strip()).isoformat(), "date")
    except ValueError:
        raise ValueError("a date like 2019-06-03") from None


def _cik(text: str) -> str:
    digits = text.strip()
    if not re.fullmatch(r"\d{1,10}", digits, re.A):
        raise ValueError("a CIK: up to ten digits")
    return _literal(digits.zfill(10))


def _accession(text: str) -> str:
    found = _ACCESSION.fullmatch(text.strip())
    if not found:
        raise ValueError("an accession number like 0001234567-19-000123")
    return "-".join(found.groups())


def _concept(scheme: str, code: str) -> str:
    if not code.strip():
        raise ValueError(f"a code of the list {scheme!r}")
    return f"<{ontology.concept(scheme, code)}>"


_TYPES: dict[str, Callable[[str], str]] = {
    "string": _literal,
    "integer": _integer,
    "decimal": _decimal,
    "boolean": _boolean,
    "date": _date,
    "iri": _iri,
    "cik": _cik,
    "accession": lambda text: _literal(_accession(text)),
    "graph": lambda text: f"<{ontology.graph(_accession(text))}>",
    "filing": lambda text: f"<{ontology.mint('filing', _accession(text))}>",
    "compound": lambda text: f"<{ontology.compound(text)}>",
    "concept": str,  # replaced by `_concept`, which needs the list's name
}


def _term(kind: str, name: str, value: Value) -> str:
    """A value as a SPARQL term of the declared type; without a declaration, of the type the value has."""
    if not kind:
        kind = _type_of(value)
    text = value.isoformat() if isinstance(value, date) else str(value)
    base, _, scheme = kind.partition(":")
    try:
        if base == "concept":
            return _concept(scheme, text)
        return _TYPES[base](text)
    except ValueError as error:
        raise UsageError(f"parameter {name}: {text!r} is not {error}") from None


def _type_of(value: Value) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float | Decimal):
        return "decimal"
    if isinstance(value, date):
        return "date"
    return "iri" if re.fullmatch(r"<[^<>\s]+>", value) else "string"
