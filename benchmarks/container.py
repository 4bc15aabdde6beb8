"""A folder of submissions → megabytes a second of header + container, beside reading the bytes and other parsers.

    python benchmarks/container.py FOLDER [--repeats N]

All files are read into memory first, so that no figure holds the disk. Every reader runs over all files N times, in
turn with the others; the median of its processor time is shown, with how many files made it raise. `secsgml` and
`edgartools` are measured when they are installed (for measuring only: the project does not need them). What each does
is not the same: ours also digests the bytes, tells the kind of every body and where every header value stands;
edgartools leaves bodies unread until they are asked for.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import os
import platform
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kg.acquire import read_paths
from kg.errors import Issue
from kg.parse.container import read_submissions

Reader = Callable[[bytes], object]


def readers() -> dict[str, Reader]:
    """Name → what it does with the bytes of one file."""
    found: dict[str, Reader] = {
        "bytes.count": lambda data: data.count(b"DOCUMENT>"),
        "edgar-kg": lambda data: list(read_submissions(data)),
    }
    secsgml = _module("secsgml")
    if secsgml:
        found[_named("secsgml")] = lambda data: secsgml.parse_sgml_content_into_memory(bytes_content=data)
    edgar = _module("edgar.sgml.sgml_common")
    if edgar:
        found[_named("edgartools")] = lambda data: edgar.parse_submission_text(data.decode("utf-8", "replace"))
    return found


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def _named(package: str) -> str:
    return f"{package} {importlib.metadata.version(package)}"


def run(reader: Reader, files: list[bytes]) -> tuple[float, int]:
    """Seconds over all files, and how many of them made the reader raise."""
    failed = 0
    begin = time.process_time()
    for data in files:
        try:
            reader(data)
        except Exception:  # another parser may raise anything; it is counted
            failed += 1
    return time.process_time() - begin, failed


def main() -> None:
    """Command line: see the docstring of this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--repeats", type=int, default=5)
    given = parser.parse_args()
    files = [entry[1] for entry in read_paths([given.folder]) if not isinstance(entry, Issue)]
    size = sum(map(len, files)) / 1e6
    print(
        f"{len(files)} files, {size:.1f} MB; Python {platform.python_version()}, "
        f"{os.cpu_count()} cores, {platform.machine()}"
    )
    measured: dict[str, list[float]] = {}
    failures: dict[str, int] = {}
    for _ in range(given.repeats):
        for name, reader in readers().items():
            seconds, failures[name] = run(reader, files)
            measured.setdefault(name, []).append(seconds)
    ours = statistics.median(measured["edgar-kg"])
    for name, times in measured.items():
        middle = statistics.median(times)
        note = f", raised on {failures[name]}" if failures[name] else ""
        print(
            f"{name:20} {size / middle:8.0f} MB/s {len(files) / middle:9.0f} files/s"
            f"   {middle / ours:6.2f} x the time of edgar-kg{note}"
        )


if __name__ == "__main__":
    main()
