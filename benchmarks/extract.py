"""Text to facts on one core: MB of text per second by stage, and the whole build against edgartools rendering text.

    python benchmarks/extract.py FOLDER [--rounds 3] [--build]

Stages are timed in processor seconds of this process, each filing through all of them before the next; the figure of a
stage is the median of the rounds after one round that warms up tables and caches. `--build` also loads the folder into
a store (HTML to loaded store) and lets edgartools, where it is installed, render the text of the same documents, in
the same run. Made documents that no person would write have a script
of their own, `hostile.py`.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

BEGAN = time.process_time()

from kg import ontology, pipeline  # noqa: E402 — what importing costs is part of the story
from kg.emit import emit  # noqa: E402
from kg.extract import extract  # noqa: E402
from kg.parse import read_filing, read_submissions  # noqa: E402
from kg.settings import settings  # noqa: E402

IMPORTED = time.process_time() - BEGAN


def once(paths: Iterable[Path]) -> tuple[dict[str, float], int, int, int]:
    """Processor seconds by stage, bytes, characters of text, and quads, of one pass over the files."""
    spent = {"container": 0.0, "text": 0.0, "extract": 0.0, "emit": 0.0}
    size = characters = quads = 0
    for path in paths:
        data = path.read_bytes()
        size += len(data)
        at = time.process_time()
        submissions = list(read_submissions(data, path.name))
        spent["container"] += time.process_time() - at
        for submission in submissions:
            at = time.process_time()
            read = read_filing(submission)
            spent["text"] += (texts := time.process_time()) - at
            claims = extract(read)
            spent["extract"] += (facts := time.process_time()) - texts
            quads += sum(1 for _ in emit(read, claims).lines())
            spent["emit"] += time.process_time() - facts
            characters += sum(len(text.text) for text in read.texts)
    return spent, size, characters, quads


def render(paths: Iterable[Path]) -> float | None:
    """Processor seconds in which edgartools renders the text of the HTML documents; None where it is absent."""
    try:
        from edgar.documents import parse_html  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return None
    bodies = [
        document.body.decode("utf-8", "replace")
        for path in paths
        for submission in read_submissions(path.read_bytes(), path.name)
        for document in submission.documents
        if b"<html" in bytes(document.body[:3000]).lower()
    ]
    at = time.process_time()
    for body in bodies:
        parse_html(body).text()
    return time.process_time() - at


def whole(folder: Path) -> float:
    """Processor seconds of a build with one worker, from the files to the loaded store."""
    with tempfile.TemporaryDirectory() as scratch:
        files = ((path.name, path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file())
        before = os.times()
        pipeline.build(
            files, Path(scratch) / "store", ontology.ontology_files(), replace(settings(), workers=1), lambda *_: None
        )
        after = os.times()
    return sum(after[:4]) - sum(before[:4])


def main() -> None:
    """Measure what the arguments ask for and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--build", action="store_true")
    given = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; import {IMPORTED:.2f} s")
    if given.folder is None:
        sys.exit("name a folder of submissions")
    paths = sorted(path for path in given.folder.rglob("*") if path.is_file())
    once(paths)
    rounds = [once(paths) for _ in range(given.rounds)]
    _, size, characters, quads = rounds[0]
    print(f"{len(paths)} files, {size / 1e6:.1f} MB, {characters / 1e6:.1f} million characters of text, {quads} quads")
    total = 0.0
    for stage in rounds[0][0]:
        seconds = statistics.median(spent[stage] for spent, *_ in rounds)
        total += seconds
        print(f"{stage:10}{seconds:8.2f} s{size / 1e6 / seconds:9.1f} MB/s{characters / 1e6 / seconds:9.1f} of text")
    print(f"{'all':10}{total:8.2f} s{size / 1e6 / total:9.1f} MB/s{characters / 1e6 / total:9.1f} MB of text/s")
    if given.build:
        built = whole(given.folder)
        print(f"{'build':10}{built:8.2f} s{size / 1e6 / built:9.1f} MB/s, files to loaded store, one worker")
        rendered = render(paths)
        if rendered is None:
            print("edgartools is not installed")
        else:
            ratio = rendered / built
            print(f"{'edgartools':10}{rendered:8.2f} s to render the text of the HTML documents alone: {ratio:.2f} x")


if __name__ == "__main__":
    main()
