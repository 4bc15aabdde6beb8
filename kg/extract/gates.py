"""Regular expressions → gates: the same matches, sought only in text that holds the words every match must hold.

A pattern that matches nothing costs `re` a walk over the text. Its parse tree tells fixed strings of which every match
holds at least one; `in` finds them a hundred times faster. A `Gate` asks for them before it asks the pattern, a
`Family` asks for those of many patterns in one pass, so that text without a rule's words costs that rule nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from re import _constants as sre  # type: ignore[attr-defined]  # the parse tree's opcodes, stable since Python 3.11
from re import _parser as sre_parse  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

import ahocorasick

from kg.extract.late import late
from kg.extract.scan import lower

T = TypeVar("T")
_Masked = tuple[T, re.Pattern[str], int, int, int, int]

_SHORTEST = 3
"""A string of fewer characters is in every text."""
_LONGEST = 12
_MANY = 60
"""More alternatives than this are not told apart."""
_FEW, _STEM = 8, 5
"""A clause of more strings than this is asked for by their beginnings."""
_CLAUSES = 4
_MARKS = ("\ue000", "\uf8ff")
"""Between these lie the private characters that stand for names; they are sought by class, not by string."""
Clause = frozenset[str]
"""Strings of which a match holds at least one; a string of marks gives the bounds of ranges of which it holds one."""


class _Needs:
    """Clauses gathered along a sequence; `run` are the strings that may just have been read."""

    def __init__(self) -> None:
        self.clauses: list[Clause] = []
        self.run: set[str] = {""}

    def cut(self) -> None:
        """What follows stands apart: the strings of the run are what is sure so far."""
        if all(len(s) >= _SHORTEST for s in self.run):
            self.clauses.append(frozenset(self.run))
        self.run = {""}

    def extend(self, more: set[str]) -> None:
        """One of `more` follows at once."""
        longer = {a + b for a in self.run for b in more}
        if len(longer) > _MANY or max(map(len, longer)) > _LONGEST:
            self.cut()
            longer = more
        self.run = longer


def _is_mark(char: str) -> bool:
    return _MARKS[0] <= char <= _MARKS[1]


@lru_cache(maxsize=512)
def _char(code: int, exact: bool) -> str | None:
    """A character as it is sought; None for a mark, and for one with several cases beyond ASCII unless `exact`."""
    char = chr(code)
    if _is_mark(char):
        return None
    if exact:
        return char
    return lower(char) if char.isascii() or char.lower() == char.upper() else None


def _class(value: Any, exact: bool) -> set[str] | None:
    """The characters of a small class."""
    found = {_char(v, exact) if op is sre.LITERAL else None for op, v in value}
    return None if None in found or len(found) > 4 else {c for c in found if c is not None}


def _mark(value: Any) -> str | None:
    """The bounds of a class made of marks alone."""
    bounds = [(v, v) if op is sre.LITERAL else v if op is sre.RANGE else (0, 0) for op, v in value]
    ends = [chr(end) for pair in sorted(bounds) for end in pair]
    return "".join(ends) if all(map(_is_mark, ends)) else None


def _read(items: Any, exact: bool) -> tuple[set[str] | None, list[Clause]]:
    """(the strings that a parsed sequence matches, when they are few, else None; its clauses)."""
    needs = _Needs()
    whole: set[str] | None = {""}
    for op, value in items:
        strings, clauses = _part(op, value, exact)
        if strings is None:
            needs.cut()
            whole = None
        else:
            needs.extend(strings)
            if whole is not None:
                whole = {a + b for a in whole for b in strings}
                if len(whole) > _MANY or max(map(len, whole)) > _LONGEST:
                    whole = None
        needs.clauses.extend(clauses)
    if whole is not None:
        return whole, []
    needs.cut()
    return None, needs.clauses


def _part(op: Any, value: Any, exact: bool) -> tuple[set[str] | None, list[Clause]]:
    if op is sre.LITERAL:
        char = _char(value, exact)
        if char is None:
            return None, [frozenset({chr(value) * 2})] if _is_mark(chr(value)) else []
        return {char}, []
    if op is sre.IN:
        few = _class(value, exact)
        mark = None if few else _mark(value)
        return few, [frozenset({mark})] if mark else []
    if op in (sre.AT, sre.ASSERT_NOT):
        return {""}, []
    if op is sre.ASSERT:  # what it looks back at may lie before the text that is asked for
        return {""}, _closed(value[1], exact)[1] if value[0] > 0 else []
    if op is sre.SUBPATTERN:
        return _read(value[3], exact)
    if op is sre.ATOMIC_GROUP:
        return _read(value, exact)
    if op is sre.BRANCH:
        return _branch(value[1], exact)
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        least, most, inner = value
        strings, clauses = _read(inner, exact)
        if least == 0:
            return (strings | {""} if most == 1 and strings is not None else None), []
        return (strings, clauses) if most == 1 else (None, _alone(strings, clauses))
    return None, []


def _closed(items: Any, exact: bool) -> tuple[None, list[Clause]]:
    """The clauses of a sequence whatever stands around it."""
    return None, _alone(*_read(items, exact))


def _alone(strings: set[str] | None, clauses: list[Clause]) -> list[Clause]:
    """The clauses of what `_read` told, whatever stands around it."""
    if strings is not None and all(len(s) >= _SHORTEST for s in strings):
        return [frozenset(strings)]
    return clauses


def _branch(branches: Any, exact: bool) -> tuple[set[str] | None, list[Clause]]:
    parts = [_read(branch, exact) for branch in branches]
    together: set[str] = set().union(*(strings for strings, _ in parts if strings is not None))
    if all(strings is not None for strings, _ in parts) and len(together) <= _MANY:
        return together, []
    best: set[str] = set()
    for part in parts:
        clauses = _alone(*part)
        if not clauses:
            return None, []
        best |= min(clauses, key=_cost)
    return None, [frozenset(best)] if len(best) <= _MANY else []


def _cost(clause: AbstractSet[str]) -> float:
    """How often a clause may be fulfilled by chance: by many strings, or by short ones."""
    return sum(0.02 if _is_mark(s[0]) else 4.0 ** -len(s) for s in clause)


def _least(clause: Clause) -> Clause:
    """The same demand, or a weaker one, in fewer strings: none that holds another, beginnings of many."""
    if len(clause) > _FEW:
        clause = frozenset(s if _is_mark(s[0]) else s[:_STEM] for s in clause)
    return frozenset(s for s in clause if not any(o != s and o in s for o in clause))


def needs(pattern: re.Pattern[str], exact: bool = False) -> tuple[Clause, ...]:
    """At most four clauses that every match of `pattern` fulfils, with what it looks ahead to; there may be none.

    Their strings are to be sought in `lower(text)`, or, when they are `exact`, in the text as it is.
    """
    clauses = _closed(sre_parse.parse(pattern.pattern, pattern.flags), exact)[1]
    return tuple(sorted({_least(c) for c in clauses}, key=lambda c: (_cost(c), sorted(c)))[:_CLAUSES])


def _is_exact(pattern: re.Pattern[str]) -> bool:
    """Does every part of the pattern mind the case?"""
    return not pattern.flags & re.I and "(?i" not in pattern.pattern


def _marked(bounds: str) -> re.Pattern[str]:
    """The class of marks between each two of `bounds`."""
    pairs = zip(bounds[::2], bounds[1::2], strict=True)
    return re.compile("[" + "".join(f"{low}-{high}" for low, high in pairs) + "]")


class Gate:
    """One pattern behind its clauses, with those methods of `re.Pattern` that extraction uses; compiled when asked."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.pattern = late(source, flags)

    @cached_property
    def _asked(self) -> tuple[bool, tuple[tuple[str, ...], ...], tuple[re.Pattern[str], ...]]:
        """Whether the case counts; the strings of each clause; the classes of marks."""
        exact = _is_exact(self.pattern)
        clauses = needs(self.pattern, exact)
        words = tuple(tuple(sorted(c)) for c in clauses if not any(_is_mark(s[0]) for s in c))
        return exact, words, tuple(_marked(s) for c in clauses if len(c) == 1 for s in c if _is_mark(s[0]))

    def may(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Holds `text[start:end]` a string of every clause?"""
        marks = self._asked[2]
        return self.may_unmasked(text, start, end) and (not marks or all(m.search(text, start, end) for m in marks))

    def may_unmasked(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """May `text[start:end]` match once its names are marks? The same, marks not asked for."""
        exact, words, _ = self._asked
        piece = text if start == 0 and end >= len(text) else text[start:end]
        if not exact:
            piece = lower(piece)
        for clause in words:
            for word in clause:
                if word in piece:
                    break
            else:
                return False
        return True

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match."""
        return self.pattern.search(text, start, end) if self.may(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Non-overlapping matches from left to right."""
        return self.pattern.finditer(text, start, end) if self.may(text, start, end) else iter(())


def gate(pattern: str, flags: int = 0) -> Gate:
    """A `Gate`, written as `re.compile` is."""
    return Gate(pattern, flags)


class Family(Generic[T]):
    """Many patterns, each with what it stands for; one pass over a text tells which of them can match in it."""

    def __init__(self, patterns: Iterable[tuple[T, re.Pattern[str]]]) -> None:
        self._patterns = tuple(patterns)

    @cached_property
    def _asked(self) -> tuple[ahocorasick.Automaton, list[tuple[re.Pattern[str], int]], list[_Masked[T]]]:
        """What finds the strings, each with its bit; the classes of marks with theirs; the bits each pattern needs."""
        bits: dict[str, int] = {}
        rules: list[_Masked[T]] = []
        for item, pattern in self._patterns:
            masks = [sum(bits.setdefault(s, 2 << len(bits)) for s in sorted(clause)) for clause in needs(pattern)]
            a, b, c, d = (masks + [1] * _CLAUSES)[:_CLAUSES]
            rules.append((item, pattern, a, b, c, d))
        automaton = ahocorasick.Automaton()
        for word, bit in bits.items():
            if not _is_mark(word[0]):
                automaton.add_word(word, bit)
        automaton.make_automaton()
        return automaton, [(_marked(s), bit) for s, bit in bits.items() if _is_mark(s[0])], rules

    def possible(self, text: str) -> list[tuple[T, re.Pattern[str]]]:
        """The patterns, in order, of which `text` holds a string of every clause."""
        automaton, marks, rules = self._asked
        seen = 1
        if len(automaton):
            for _, bit in automaton.iter(lower(text)):
                seen |= bit
        for mark, bit in marks:
            if mark.search(text):
                seen |= bit
        return [
            (item, pattern) for item, pattern, a, b, c, d in rules if seen & a and seen & b and seen & c and seen & d
        ]
