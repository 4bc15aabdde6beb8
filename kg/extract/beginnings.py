"""A regular expression → with which characters its matches begin, so that it is tried only at words that begin so."""

from __future__ import annotations

import re
from re import _constants as sre  # type: ignore[attr-defined]  # the parse tree's opcodes, stable since Python 3.11
from re import _parser as sre_parse  # type: ignore[attr-defined]
from typing import Any

from kg.extract.scan import lower

CAPITAL = "A"
"""Stands for any capital letter; all else is in lower case."""
_SIZE = 3
_Heads = set[tuple[str, bool]]
"""Beginnings, each with whether it is known what follows it."""


def _read(items: Any, folded: bool) -> _Heads:
    """The beginnings of what a parsed sequence matches; `folded` when it does not mind the case."""
    heads: _Heads = {("", True)}
    for op, value in items:
        if all(len(head) >= _SIZE or not known for head, known in heads):
            break
        more = _part(op, value, folded)
        heads = {
            longer
            for head, known in heads
            for longer in (_joined(head, more) if known and len(head) < _SIZE else {(head, known)})
        }
    return heads


def _joined(head: str, more: _Heads) -> _Heads:
    return {(head, False) if head and tail == CAPITAL else ((head + tail)[:_SIZE], known) for tail, known in more}


def _part(op: Any, value: Any, folded: bool) -> _Heads:
    if op is sre.LITERAL:
        return {(lower(chr(value)), True)}
    if op is sre.IN:
        return _class(value, folded)
    if op in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
        return {("", True)}
    if op is sre.SUBPATTERN:
        return _read(value[3], folded or bool(value[1] & re.I))
    if op is sre.ATOMIC_GROUP:
        return _read(value, folded)
    if op is sre.BRANCH:
        return set().union(*(_read(branch, folded) for branch in value[1]))
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        least, most, inner = value
        heads = _read(inner, folded)
        if most > 1:
            heads = {(head, False) for head, _ in heads}
        return heads | {("", True)} if least == 0 else heads
    return {("", False)}


def _class(value: Any, folded: bool) -> _Heads:
    if all(op is sre.LITERAL for op, _ in value):
        return {(lower(chr(v)), True) for _, v in value}
    bounds = [(v, v) if op is sre.LITERAL else v if op is sre.RANGE else (0, 0) for op, v in value]
    capital = not folded and all(chr(c).isupper() for low, high in bounds for c in range(low, high + 1))
    return {(CAPITAL if capital else "", False)}


def beginnings(pattern: re.Pattern[str]) -> frozenset[str]:
    """At most three characters each, with one of which every match begins; ValueError when a match may begin anyhow."""
    heads = {head for head, _ in _read(sre_parse.parse(pattern.pattern, pattern.flags), bool(pattern.flags & re.I))}
    if "" in heads:
        raise ValueError(f"matches begin anyhow: {pattern.pattern[:80]}")
    return frozenset(heads)
