"""Regular expressions → scanners that only try them where one of their opening words stands.

Python's `re` tries a long alternation at every character (below 1 MB/s). A `Scanner` derives the literal openings of
each pattern from its parse tree, finds them with one Aho-Corasick pass over the lower-cased text, and matches the
pattern there: the same matches, from left to right, at the speed of the automaton.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from re import _constants as sre  # type: ignore[attr-defined]  # the parse tree's opcodes, stable since Python 3.11
from re import _parser as sre_parse  # type: ignore[attr-defined]
from typing import Any

import ahocorasick

from kg.extract.late import late
from kg.extract.openings import Openings

_LONGEST = 8
_SHORTEST = 2
_LONG = 2000
"""In a text of so many characters the openings are sought in other ways than by an automaton."""
_FEW, _MANY = 8, 60
"""So few openings are sought one by one in a long text, more than so many by tables."""


_SAME = (("ı", "i"), ("ſ", "s"), ("ς", "σ"))
"""Letters that `re` takes for the same when it ignores case, beyond what `str.lower` does."""


def lower(text: str) -> str:
    """Lower case, character by character, so that offsets stay ("İ", which has no single lower-case letter, is "i")."""
    low = text.lower()
    if low.isascii():
        return low
    if len(low) != len(text):
        low = "".join(c.lower()[0] for c in text)
    for odd, plain in _SAME:
        if odd in low:
            low = low.replace(odd, plain)
    return low


def _openings(items: Any, exact: bool = False) -> tuple[set[str], bool]:
    """(literal openings, whether they are whole) of a parsed sequence; in lower case unless `exact`."""
    heads, whole = {""}, True
    for op, value in items:
        if not whole or min(map(len, heads)) >= _LONGEST:
            return heads, False
        more, whole = _opening(op, value, exact)
        heads = {(a + b)[:_LONGEST] for a in heads for b in more}
    return heads, whole


def _opening(op: Any, value: Any, exact: bool) -> tuple[set[str], bool]:
    if op is sre.LITERAL:
        return {chr(value) if exact else lower(chr(value))}, True
    if op is sre.AT or op is sre.ASSERT or op is sre.ASSERT_NOT:
        return {""}, True
    if op is sre.IN and all(o is sre.LITERAL for o, _ in value):
        return {chr(v) if exact else lower(chr(v)) for _, v in value}, True
    if op is sre.SUBPATTERN:
        return _openings(value[3], exact)
    if op is sre.BRANCH:
        parts = [_openings(branch, exact) for branch in value[1]]
        return set().union(*(p[0] for p in parts)), all(p[1] for p in parts)
    if op is sre.MAX_REPEAT or op is sre.MIN_REPEAT:
        least, most, inner = value
        heads, whole = _openings(inner, exact)
        # an opening that may be absent: what follows it can open the match too
        return (heads | {""} if least == 0 else heads), whole and most == 1
    return {""}, False


def openings(pattern: re.Pattern[str], exact: bool = False) -> frozenset[str]:
    """Strings, in lower case unless `exact`, with which matches of `pattern` begin; ValueError if one is short."""
    heads, _ = _openings(sre_parse.parse(pattern.pattern, pattern.flags), exact)
    short = {h for h in heads if len(h) < _SHORTEST and not (len(h) == 1 and not h.isalnum() and h != " ")}
    if short:
        raise ValueError(
            f"pattern opens with less than {_SHORTEST} fixed characters: {sorted(short)} in {pattern.pattern[:80]}"
        )
    return frozenset(h for h in heads if not any(h != o and h.startswith(o) for o in heads))


_lowered = lru_cache(maxsize=2)(lower)


def finds(text: str, word: str, start: int, stop: int) -> Iterator[int]:
    """Where a word stands in `text[start:stop]`."""
    at = text.find(word, start, stop)
    while at >= 0:
        yield at
        at = text.find(word, at + 1, stop)


class Scanner:
    """Named patterns sought together in one pass."""

    def __init__(self, patterns: Mapping[str, re.Pattern[str]]) -> None:
        self.patterns = dict(patterns)
        by_opening: dict[str, list[str]] = {}
        for name, pattern in self.patterns.items():
            for head in openings(pattern):
                by_opening.setdefault(head, []).append(name)
        self.automaton = ahocorasick.Automaton()
        for head, names in by_opening.items():
            self.automaton.add_word(head, (len(head), tuple(names)))
        self.automaton.make_automaton()

    def scan(self, text: str, low: str, start: int = 0, end: int | None = None) -> list[tuple[str, re.Match[str]]]:
        """(name, match) in `text[start:end]` by place, those of one pattern not overlapping; `low` is `lower(text)`."""
        stop = len(text) if end is None else end
        # A piece is cut out: given bounds, the automaton would copy the whole text at every call.
        piece = low if start == 0 and stop == len(low) else low[start:stop]
        hits = [(start + last - length + 1, names) for last, (length, names) in self.automaton.iter(piece)]
        hits.sort(key=lambda h: h[0])
        over: dict[str, int] = {}
        out = []
        for at, names in hits:
            for name in names:
                if at < over.get(name, 0):
                    continue
                match = self.patterns[name].match(text, at, stop)
                if match:
                    over[name] = max(match.end(), at + 1)
                    out.append((name, match))
        return out


class Cue:
    """One pattern, with those methods of `re.Pattern` that extraction uses; `exact`: it minds the case throughout."""

    def __init__(self, pattern: re.Pattern[str], exact: bool = False) -> None:
        self.pattern = pattern
        self.exact = exact

    @cached_property
    def _heads(self) -> list[str]:
        """The openings, in order."""
        return sorted(openings(self.pattern, self.exact))

    @cached_property
    def _tables(self) -> Openings | None:
        return Openings(self._heads, self.exact) if len(self._heads) > _MANY else None

    @cached_property
    def _automaton(self) -> ahocorasick.Automaton:
        made = ahocorasick.Automaton()
        for head in self._heads:
            made.add_word(head, len(head))
        made.make_automaton()
        return made

    def _places(self, text: str, start: int, stop: int) -> Iterable[int]:
        """Where in `text[start:stop]` a match may begin, in order."""
        if stop - start < _LONG:
            piece = text[start:stop]
            found = self._automaton.iter(piece if self.exact else lower(piece))
            return sorted({last - length + 1 + start for last, length in found})
        if self._tables and self._tables.may_use(text):
            return self._tables.places(text, start, stop)
        sought = text if self.exact else _lowered(text)
        if len(self._heads) <= _FEW:
            return sorted(at for head in self._heads for at in finds(sought, head, start, stop))
        found = self._automaton.iter(sought if start == 0 and stop == len(sought) else sought[start:stop])
        return sorted({last - length + 1 + start for last, length in found})

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Non-overlapping matches from left to right."""
        stop = len(text) if end is None else end
        over = start
        for at in self._places(text, start, stop):
            if at < over:
                continue
            match = self.pattern.match(text, at, stop)
            if match:
                over = max(match.end(), at + 1)
                yield match

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match."""
        return next(self.finditer(text, start, end), None)


def cue(pattern: str, flags: int = 0) -> Cue:
    """A `Cue`, written as `re.compile` is.

    Its openings are sought as they are written unless a part of the pattern ignores case.
    """
    return Cue(late(pattern, flags), not flags & re.I and "(?i" not in pattern)
