"""Vocabulary tables of diseases → an index: names in a text, ids of a name, labels and broader diseases of an id."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick

from kg.extract.spelling import IS_BRITISH, american_with_cuts, name_key, spelled
from kg.extract.vocabulary import DISEASE_COLUMNS, imported, load, table_info, tables

SPELLINGS = "disease-spellings"


@dataclass(frozen=True, slots=True)
class Term:
    """One disease of a vocabulary: id ("DOID:9538"), label, ids of its parents, ids that mean the same elsewhere."""

    id: str
    label: str
    parents: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


class DiseaseIndex:
    """Diseases by name, with an Aho-Corasick automaton over the spellings that texts are searched for."""

    def __init__(self, ids: Mapping[str, str], searched: list[str]) -> None:
        self._ids = ids
        automaton = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
        for form in searched:
            automaton.add_word(" " + form)
        automaton.make_automaton()
        self._automaton = automaton

    def spans(self, folded: str) -> Iterator[tuple[int, int]]:
        """`(start, end)` of longest disease names in `folded` (see `fold`), left to right, whole words, plurals too."""
        if not IS_BRITISH.search(folded):
            yield from self._spans(folded)
            return
        text, cuts, lost = american_with_cuts(folded)
        for start, end in self._spans(text):
            yield start + lost[bisect_right(cuts, start)], end + lost[bisect_right(cuts, end)]

    def _spans(self, folded: str) -> Iterator[tuple[int, int]]:
        if not self._automaton:
            return
        size = len(folded)
        found = []
        for last, length in self._automaton.iter(" " + folded):  # the blank in front stands for the text's begin
            end = last
            if end < size and folded[end].isalnum():
                if folded[end] != "s" or (end + 1 < size and folded[end + 1].isalnum()):
                    continue
                end += 1
            found.append((last - length + 1, -end))
        # the automaton's own search for longest matches loses " b" in " a b c" when it sought " a b c d"
        floor = 0
        for start, negative in sorted(found):
            if start >= floor:
                yield start, -negative
                floor = -negative

    def ids(self, name: str) -> tuple[str, ...]:
        """Ids of the disease called `name` in any spelling, the nearest term's first; () if unknown."""
        key = name_key(name)
        found = self._ids.get(key) or self._ids.get(singular(key)) or self._ids.get(name)
        return tuple(found.split("|")) if found else ()

    def label(self, identifier: str) -> str | None:
        """The vocabulary's preferred name, or None for an unknown id."""
        term = _terms().get(identifier)
        return term.label if term else None

    def parents(self, identifier: str) -> tuple[str, ...]:
        """Ids of the next broader diseases (skos:broader); () for a root or where none are known."""
        term = _terms().get(identifier)
        return term.parents if term else ()

    def ancestors(self, identifier: str) -> tuple[str, ...]:
        """Every broader disease, nearest first."""
        seen: dict[str, None] = {}
        queue = list(self.parents(identifier))
        for item in queue:  # grows while it is walked
            if item not in seen:
                seen[item] = None
                queue += self.parents(item)
        return tuple(seen)


def singular(key: str) -> str:
    """A key with its last word in the singular where an "s" made the plural: "lung cancers" → "lung cancer"."""
    return key[:-1] if key.endswith("s") and not key.endswith(("ss", "is", "us")) else key


@lru_cache(maxsize=1)
def _terms() -> dict[str, Term]:
    """Every term of the disease tables by id."""
    found: dict[str, Term] = {}
    for info in tables():
        if info.columns[:3] == DISEASE_COLUMNS:
            for identifier, label, _synonyms, *more in load(info.name):
                parents, same = (*more, "", "")[:2]
                found[identifier] = Term(identifier, label, _list(parents), _list(same))
    return found


def term(identifier: str) -> Term | None:
    """One disease by its id, without the index over spellings; None for an unknown id."""
    return _terms().get(identifier)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


@lru_cache(maxsize=1)
def disease_index() -> DiseaseIndex:
    """The index over the shipped vocabularies and those a user imported; built when first asked for."""
    rows = list(load(table_info(SPELLINGS).name))
    extra = [row for info in imported() if info.columns[:3] == DISEASE_COLUMNS for row in load(info.name)]
    if extra:
        rows += spelled(extra)
    ids = {form: found for form, found, _ in reversed(rows)}  # the shipped tables come first
    return DiseaseIndex(ids, [form for form, _, search in rows if search])


def forget() -> None:
    """Drops what was read, for the moment after an import."""
    disease_index.cache_clear()
    _terms.cache_clear()
