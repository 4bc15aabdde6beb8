"""A folder of submissions → MB/s of the text stage, HTML and ASCII apart, against resiliparse alone, in one run.

usage: python benchmarks/text.py FOLDER [--rounds N]

Every figure is the median of the rounds, over all documents of a kind; MB are megabytes of document bodies as filed.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from resiliparse.extract.html2text import extract_plain_text

from kg.model import Document
from kg.parse import read_submissions
from kg.parse.text import decode, read_document


def documents(folder: Path) -> list[tuple[str, Document]]:
    """Every readable document of the folder's submissions, with the form it was filed under."""
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        for filing in read_submissions(path.read_bytes(), str(path)):
            found += [(filing.form, document) for document in filing.documents if document.kind in ("html", "text")]
    return found


def alone(form: str, document: Document) -> None:
    """The HTML converter by itself, with the switches the text stage uses."""
    extract_plain_text(decode(document.body), main_content=False, alt_texts=False, list_bullets=False)


def stage(form: str, document: Document) -> None:
    """The text stage: text, layout, digest and sections."""
    read_document(document, 1, form)


def seconds(work: Callable[[str, Document], None], among: Iterable[tuple[str, Document]], rounds: int) -> float:
    """Median time of one pass over the documents."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        for form, document in among:
            work(form, document)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Prints one line per kind of document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    every = documents(arguments.folder)
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    print(f"{machine}, {arguments.rounds} rounds")
    print(f"{'kind':6} {'documents':>9} {'MB':>8} {'stage MB/s':>11} {'resiliparse MB/s':>17} {'ratio':>6}")
    for kind in ("html", "text"):
        among = [(form, document) for form, document in every if document.kind == kind]
        size = sum(len(document.body) for _, document in among) / 1e6
        if not among:
            continue
        own = size / seconds(stage, among, arguments.rounds)
        line = f"{kind:6} {len(among):9} {size:8.1f} {own:11.1f}"
        if kind == "html":
            other = size / seconds(alone, among, arguments.rounds)
            line += f" {other:17.1f} {own / other:6.2f}"
        print(line)


if __name__ == "__main__":
    main()
