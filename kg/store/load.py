"""Finished shards → a complete new store, put in the place of the old one in one step."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from kg.store import derived, directory
from kg.store.records import ONTOLOGY, format_quads, lines
from kg.store.shards import blocks, choose, chosen, read_shard


@dataclass(frozen=True, slots=True)
class Loaded:
    """What went into a new store: filings, statements of their graphs, issues."""

    filings: int
    statements: int
    issues: int


class Stream:
    """Chunks of bytes as a file to read from: the loader takes no iterators."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = memoryview(b"")

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, empty at the end."""
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return b""
            self._rest = memoryview(chunk)
        taken = self._rest if size < 0 else self._rest[:size]
        self._rest = self._rest[len(taken) :]
        return bytes(taken)


def load(
    store: Path,
    work: Path,
    keys: Sequence[str],
    vocabulary: Sequence[Path],
    load_bytes: int,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Loaded:
    """Build a store from the shards of those keys and swap it in.

    `vocabulary` are the Turtle files of the ontology. The old store stays until the last step; memory depends on
    `load_bytes` and, slightly (a name and a digest), on the number of filings. `progress` hears shards loaded.
    """
    directory.check_replaceable(store)
    new = work / "new"
    with directory.errors(store):
        shutil.rmtree(new, ignore_errors=True)
        fresh = ox.Store(str(new))
        told = _fill(fresh, work / "shards", keys, load_bytes, progress)
        for path in vocabulary:
            _load_vocabulary(fresh, path)
        fresh.bulk_load(derived.all_edges(fresh) + lines(format_quads()), ox.RdfFormat.N_QUADS)
        fresh.optimize()
        fresh.flush()
        del fresh
        directory.tidy(new)
    directory.swap(new, store)
    return told


def _fill(
    fresh: ox.Store, folder: Path, keys: Sequence[str], load_bytes: int, progress: Callable[[int, int], None]
) -> Loaded:
    choice, problems = choose(read_shard(folder, key) for key in keys)
    statements, issues = 0, sum(map(len, problems.values()))
    pending: list[Iterator[bytes]] = []
    size = 0
    for done, key in enumerate(keys, 1):
        shard = read_shard(folder, key)
        kept = list(chosen(shard, choice))
        statements += sum(entry.statements for entry in kept)
        issues += len(shard.issues) + sum(len(entry.issues) for entry in kept)
        pending.append(blocks(shard, kept, problems))
        size += sum(entry.end - entry.start for entry in kept)
        if size >= load_bytes or done == len(keys):
            # Several shards in one load make fewer and longer sorted files; all in one would need memory for all.
            chunks = (chunk for stream in pending for chunk in stream)
            fresh.bulk_load(cast(IO[bytes], Stream(chunks)), ox.RdfFormat.N_QUADS, lenient=True)
            pending, size = [], 0
        progress(done, len(keys))
    return Loaded(len(choice), statements, issues)


def _load_vocabulary(fresh: ox.Store, path: Path) -> None:
    """The ontology in its own graph, and in the default graph so that plain queries find labels."""
    triples = list(ox.parse(path=path, format=ox.RdfFormat.TURTLE))
    for graph in (ONTOLOGY, ox.DefaultGraph()):
        fresh.bulk_extend(ox.Quad(t.subject, t.predicate, t.object, graph) for t in triples)
