"""Lines → the same lines sorted by bytes and without repeats, in bounded memory (external merge sort)."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import IO

CHUNK_BYTES = 64 * 1024 * 1024  # a laptop's graph is a few runs; small beside its memory
FAN_IN = 64  # runs merged at once: far below the usual limit of 256 open files


def sorted_unique(
    lines: Iterable[bytes], folder: Path | None = None, chunk_bytes: int = CHUNK_BYTES
) -> Iterator[bytes]:
    """Distinct lines in byte order. Each line must end in a newline. Spills sorted runs into `folder` (else the
    system's temporary folder), which is cleaned when the iterator is exhausted or closed."""
    with tempfile.TemporaryDirectory(prefix="kg-sort-", dir=folder) as held:
        runs: list[Path] = []
        chunk: list[bytes] = []
        size = 0
        for line in lines:
            chunk.append(line)
            size += len(line) + 60  # 60 bytes: what the object and its list slot cost
            if size >= chunk_bytes:
                runs.append(_spill(sorted(set(chunk)), Path(held) / f"{len(runs):06}"))
                chunk, size = [], 0
        if not runs:
            yield from sorted(set(chunk))
            return
        if chunk:
            runs.append(_spill(sorted(set(chunk)), Path(held) / f"{len(runs):06}"))
        made = len(runs)
        while len(runs) > FAN_IN:
            merged: list[Path] = []
            for start in range(0, len(runs), FAN_IN):
                group = runs[start : start + FAN_IN]
                merged.append(_spill(_merge(group), Path(held) / f"{made:06}"))
                made += 1
                for run in group:
                    run.unlink()
            runs = merged
        yield from _merge(runs)


def _spill(lines: Iterable[bytes], path: Path) -> Path:
    with path.open("wb") as out:
        out.writelines(lines)
    return path


def _merge(runs: list[Path]) -> Iterator[bytes]:
    files: list[IO[bytes]] = []
    try:
        for run in runs:
            files.append(run.open("rb"))
        for line, _ in groupby(heapq.merge(*files)):
            yield line
    finally:
        for file in files:
            file.close()
