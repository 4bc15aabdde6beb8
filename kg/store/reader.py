"""The child side of reading: `python -m kg.store.reader STORE MEMORY` answers queries on its pipe until it is killed.

Queries run here and not in the asking process, because the database has no time limit of its own: what runs too long
is ended with its process, and it was opened read-only, so nothing can come to harm.
"""

from __future__ import annotations

import os
import sys
from itertools import islice
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg import pool
from kg.errors import StoreError
from kg.store import directory

Answer = tuple[str, Any, Any, bool]
"""("rows", columns, rows, truncated), ("triples", columns, rows, truncated), ("boolean", answer, None, False) or
("error", "query" or "store", message, False); a cell is None or (kind, value, datatype, language)."""


def fingerprint(store: Path) -> tuple[tuple[str, int, int], ...]:
    """Changes whenever the store does: names, sizes and times of its files."""
    files = []
    with os.scandir(store) as entries:
        for entry in entries:
            if not entry.name.startswith(("LOG", "LOCK")):
                about = entry.stat()
                files.append((entry.name, about.st_size, about.st_mtime_ns))
    return tuple(sorted(files))


def answer(store: ox.Store, query: str, limit: int | None, prefixes: dict[str, str]) -> Answer:
    """Evaluate a query; at most `limit` rows are fetched."""
    try:
        found = store.query(query, prefixes=prefixes)
    except SyntaxError as error:
        return ("error", "query", _shorten(str(error)), False)
    if isinstance(found, ox.QueryBoolean):
        return ("boolean", bool(found), None, False)
    if isinstance(found, ox.QueryTriples):
        kind, columns = "triples", ["subject", "predicate", "object"]
    else:
        kind, columns = "rows", [variable.value for variable in found.variables]
    rows = [tuple(cell(term) for term in row) for row in islice(found, None if limit is None else limit + 1)]
    return (kind, columns, rows[:limit], limit is not None and len(rows) > limit)


def cell(term: object) -> tuple[str, str, str | None, str | None] | None:
    """A term as plain values."""
    if isinstance(term, ox.NamedNode):
        return ("uri", term.value, None, None)
    if isinstance(term, ox.Literal):
        if term.language:
            return ("literal", term.value, None, term.language)
        datatype = term.datatype.value
        return ("literal", term.value, None if datatype.endswith("XMLSchema#string") else datatype, None)
    if isinstance(term, ox.BlankNode):
        return ("bnode", term.value, None, None)
    return None if term is None else ("literal", str(term), None, None)


def _shorten(message: str) -> str:
    """A grammar error without the long list of character classes that could have come next."""
    place, _, expected = " ".join(message.split()).partition(": expected")
    words = [word for word in expected.replace("one of", "").split(", ") if "['" not in word and "[_]" not in word]
    return f"{place}: expected {', '.join(w.strip() for w in words[:8])}" if any(words) else place


class Source:
    """The store as it is now: opened again when it has changed on disk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[tuple[str, int, int], ...] | None = None
        self._store: ox.Store | None = None

    def current(self) -> ox.Store:
        """The open store; StoreError when there is none."""
        now = fingerprint(self._path) if self._path.is_dir() else None
        if self._store is None or now != self._seen:
            self._store = directory.open_read_only(self._path)
            self._seen = now
        return self._store

    def forget(self) -> None:
        """Open afresh the next time."""
        self._store = None


def respond(source: Source, query: str, limit: int | None, prefixes: dict[str, str]) -> Answer:
    """Answer one request; a store replaced while it was being read is read once more."""
    for attempt in (1, 2):
        try:
            return answer(source.current(), query, limit, prefixes)
        except StoreError as error:
            return ("error", "store", str(error), False)
        except OSError as error:
            source.forget()
            if attempt == 2:
                return ("error", "store", " ".join(str(error).split())[:300], False)
    raise AssertionError("unreachable")


def main(path: str, memory: str) -> None:
    """Answer requests until the parent is gone."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (int(memory), int(memory)))
    except (ImportError, ValueError, OSError):  # no such limit on this system: the time limit still holds
        pass
    source = Source(Path(path))
    for query, limit, prefixes in pool.requests(sys.stdin.buffer):
        try:
            told = respond(source, query, limit, prefixes)
        except Exception as error:  # of the database or of us: told to the asker, who may ask on
            told = ("error", "query", f"{type(error).__name__}: {error}", False)
        pool.send(answers, told)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
