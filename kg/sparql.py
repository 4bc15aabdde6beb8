"""SPARQL text → the same text with parameters bound as terms and without anything that reaches outside the store.

Works on tokens, because in raw text a word may stand in a string, a comment or an IRI.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.errors import UsageError

_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\n\r]* )
    | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<string> '''(?:(?:'|'')?(?:[^'\\]|\\.))*''' | \"\"\"(?:(?:"|"")?(?:[^"\\]|\\.))*\"\"\"
                | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*" )
    | (?P<variable> [?$]\w+ )
    | (?P<other> (?: \\. | [^\#<"'?$\\] )+ | . )
    """,
    re.X | re.S,
)
_FAR = re.compile(r"service", re.I)
_NAME_BEFORE = re.compile(r"[:@?$][\w\-]*\Z")
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def tokens(text: str) -> Iterator[tuple[str, str]]:
    """(kind, text) of every token; kinds are comment, iri, string, variable and other. Joined they give `text`."""
    for match in _TOKEN.finditer(text):
        yield str(match.lastgroup), match[0]


def without_comments(text: str) -> str:
    """The query without its comments; line numbers stay."""
    return "".join(token for kind, token in tokens(text) if kind != "comment")


def variables(text: str) -> set[str]:
    """Names of the variables in a query, without sigil."""
    return {token[1:] for kind, token in tokens(text) if kind == "variable"}


def bind(text: str, terms: Mapping[str, str]) -> str:
    """Replace every variable named in `terms` by its term, already written in SPARQL syntax."""
    return "".join(terms.get(token[1:], token) if kind == "variable" else token for kind, token in tokens(text))


def contained(text: str) -> str:
    """`text` when it asks nothing of other machines; UsageError when it does or might (`SERVICE`).

    The database's grammar reads without a separate step for tokens: `1SERVICE<…>` and `SERVICEx:y` are calls to it.
    What we take for an IRI with a "#" it may take for "less than" and a comment, so a text with the word in it comes
    back without comments and with a line end after every such IRI: then both readings end at the same place.
    """
    if not _FAR.search(_CODEPOINT.sub(_char, text)):
        return text
    kept = []
    for kind, token in tokens(text):
        if kind == "comment":
            continue
        if kind == "iri" and _FAR.search(token) and re.search(r"[()]", token):
            raise _refusal()
        if kind == "other":
            if _CODEPOINT.search(token):
                raise _refusal()
            for found in _FAR.finditer(token):
                if not _NAME_BEFORE.search(token[: found.start()]):
                    raise _refusal()
        kept.append(token + "\n" if kind == "iri" and "#" in token else token)
    return "".join(kept)


def _char(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else ""


def _refusal() -> UsageError:
    return UsageError("SERVICE is not allowed: queries are answered from the store alone")
