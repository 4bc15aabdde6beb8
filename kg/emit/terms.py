"""N-Triples terms as text: own escaping and IRI checks, because building text is four times faster than objects."""

from __future__ import annotations

import datetime as calendar
import re
from decimal import Decimal
from functools import lru_cache

from kg.ontology import EKG, PREFIXES

_XSD = PREFIXES["xsd"]
# What RFC 3987 forbids in an IRI, as far as it is told without knowing the IRI's parts; a percent sign must escape.
_IRI_BAD = re.compile(
    r'[\s\x00-\x20<>"{}|^`\\\[\]\x7f-\x9f\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff\U000e0000-\U0010ffff]'
    r"|[\U0001fffe-\U0001ffff\U0002fffe-\U0002ffff\U00030000-\U000dffff]|%(?![0-9A-Fa-f]{2})|(?<=#)#|#(?=[^#]*#)"
)
_ESCAPE = re.compile(r'["\\\n\r\t\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_DATE = (
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "date", ""),
    (re.compile(r"[0-9]{4}-[0-9]{2}"), "gYearMonth", "-01"),
    (re.compile(r"[0-9]{4}"), "gYear", "-01-01"),
)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


@lru_cache(maxsize=16384)  # a filing names each of its nodes many times
def iri(value: str) -> str:
    """`<value>`; characters an IRI may not hold are percent-encoded (UTF-8)."""
    safe = _IRI_BAD.sub(_percent, value)
    return f"<{safe}>"


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _SHORT:
        return _SHORT[char]
    code = ord(char)
    return "\\uFFFD" if code == 0 or 0xD800 <= code <= 0xDFFF or code >= 0xFFFE else f"\\u{code:04X}"


def literal(text: str, datatype: str | None = None, lang: str | None = None) -> str:
    """A literal with N-Triples escapes; NUL and lone surrogates, which RDF cannot hold, become U+FFFD."""
    quoted = f'"{_ESCAPE.sub(_escape, text)}"'
    if lang:
        return f"{quoted}@{lang}"
    return f"{quoted}^^<{datatype}>" if datatype else quoted


def integer(value: int) -> str:
    """xsd:integer."""
    return f'"{value}"^^<{_XSD}integer>'


def decimal(value: Decimal | float) -> str:
    """xsd:decimal in its canonical form with at least one digit after the point."""
    text = format(Decimal(str(value)).normalize(), "f")
    return f'"{text if "." in text else text + ".0"}"^^<{_XSD}decimal>'


def boolean(value: bool) -> str:
    """xsd:boolean."""
    return f'"{"true" if value else "false"}"^^<{_XSD}boolean>'


def date(value: str) -> str:
    """xsd:date, xsd:gYearMonth or xsd:gYear by how precise the ISO string is.

    Anything else, also a day that no calendar has (2019-02-30), stays a plain string: it is printed so, and no date.
    """
    for pattern, kind, rest in _DATE:
        if pattern.fullmatch(value):
            try:
                calendar.date.fromisoformat(value + rest)
            except ValueError:
                break
            return f'"{value}"^^<{_XSD}{kind}>'
    return literal(value)


def term(name: str) -> str:
    """Full IRI term of a prefixed name: "ekg:licensor" → `<https://…#licensor>`."""
    prefix, _, local = name.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


def ekg(local: str) -> str:
    """A term of our own ontology."""
    return f"<{EKG}{local}>"
