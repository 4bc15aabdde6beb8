"""Made documents that no person would write → seconds to read each at four sizes, and how the time grows.

    python benchmarks/hostile.py [--sizes 0.6,1.2,2.5,5] [--only WORD] [--limit 120]

Each shape is one thing over and over: a single sentence, names, parentheses, one endless word, numbers, quotes. The
time of reading (text to claims, processor seconds) is printed for every size, then its growth: the seconds per
character at the largest size over those at the smallest. A rule that compares everything with everything grows with
the size (8 from 0.6 to 5 MB); a linear one stays near 1. A shape that takes longer than the limit is left there.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from kg.extract import extract
from kg.model import DocumentText, Filing, Party, ReadFiling


def _letters(number: int) -> str:
    """A number as a word of lower-case letters."""
    out = ""
    while True:
        number, rest = divmod(number, 26)
        out = chr(97 + rest) + out
        if not number:
            return out


def _name(number: int) -> str:
    return f"John {chr(65 + number % 26)}. Smith{_letters(number)}"


SHAPES: dict[str, Callable[[int], str]] = {
    "one sentence": lambda n: (
        "the company granted an exclusive license to Acme Bio, Inc. for AB-101 in acute myeloid leukemia and "
        * (n // 100)
    ),
    "exclusive license": lambda n: "exclusive license " * (n // 18),
    "exclusive licenses": lambda n: "Acme Bio, Inc. granted Bolt Pharma, Inc. an exclusive license and " * (n // 66),
    "names in lines": lambda n: "\n".join(f"{_name(i)}, M.D., Chief Medical Officer" for i in range(n // 46)),
    "names in one line": lambda n: " ".join(f"{_name(i)}, M.D.," for i in range(n // 28)),
    "names and offices": lambda n: ", ".join(f"{_name(i)} as Director" for i in range(n // 34)),
    "parentheses": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "short parentheses": lambda n: "(a) " * (n // 4),
    "one token": lambda n: "a" * n,
    "one code": lambda n: "AB-1" * (n // 4),
    "capitals": lambda n: "ACME BIO INC " * (n // 13),
    "capitalised words": lambda n: "Granite Harbor Meadow Lantern " * (n // 30),
    "codes": lambda n: " ".join(f"AB-{i}" for i in range(n // 9)),
    "numbers": lambda n: " ".join(str(i * 7919 % 100_000) for i in range(n // 6)),
    "digits": lambda n: "1234567890" * (n // 10),
    "money": lambda n: "$1.5 million, " * (n // 14),
    "dates": lambda n: "March 3, 2012 and " * (n // 18),
    "modifiers": lambda n: "relapsed or refractory metastatic " * (n // 34),
    "defined terms": lambda n: "(the “Company”) " * (n // 16),
    "quotes": lambda n: "“”" * (n // 2),
    "open quotes": lambda n: "“" * n,
    "spaces": lambda n: "a" + " " * (n - 2) + "a",
    "commas": lambda n: ", and " * (n // 6),
    "full stops": lambda n: ". " * (n // 2),
    "cells": lambda n: "a\tb\t" * (n // 4),
    "rows": lambda n: "Phase 2\tAB-101\n" * (n // 15),
    "signatures": lambda n: "/s/ John Smith\n" * (n // 15),
    "offices": lambda n: "President and Chief Executive Officer, " * (n // 39),
    "licences": lambda n: "Acme granted Bolt a license. " * (n // 29),
    "definitions": lambda n: " ".join(f"Company{i}, Inc. (“C{i}”)" for i in range(n // 27)),
    "addresses": lambda n: "www.acme." * (n // 9),
    "lettered recitals": lambda n: "\n".join(
        f"A. {_letters(i).title()} Pharma GmbH owns drugs." for i in range(n // 32)
    ),
    "institutes": lambda n: " ".join(
        f"{_letters(i).title()} Research Institute licensed AB-{i} to us. The Institute holds rights in cancer."
        for i in range(n // 90)
    ),
    "assigned in one paragraph": lambda n: " ".join(
        f"{_letters(i).title()} Pharma GmbH assigned its license to us for the drug in cancer." for i in range(n // 72)
    ),
    "named fees": lambda n: "\n".join(
        f"In 2003 we licensed AB-{i} to {_letters(i).title()} Pharma GmbH for cancer. "
        f"The {_letters(i).title()} license fee was paid."
        for i in range(n // 96)
    ),
}


def reading(layout: str) -> ReadFiling:
    """A filing of one document with this text."""
    layout = layout.strip()
    text = layout.replace("\n", " ").replace("\t", " ")
    document = DocumentText(1, "8-K", text, layout, hashlib.sha256(text.encode()).hexdigest())
    party = Party("filer", "Acme Bio, Inc.", "0000000001")
    return ReadFiling(Filing("0000000000-20-000001", "8-K", filed="20200101", parties=(party,)), (document,))


class TooLong(Exception):
    """The time is up."""


@contextmanager
def _limited(seconds: int) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def main() -> None:
    """Command line: see the docstring of this file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="0.6,1.2,2.5,5", help="millions of characters")
    parser.add_argument("--only", default="", help="shapes whose name holds this")
    parser.add_argument("--limit", type=int, default=120, help="seconds for one reading")
    given = parser.parse_args()
    sizes = [int(float(size) * 1e6) for size in given.sizes.split(",")]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"{'':20}" + "".join(f"{size / 1e6:8.2f} M" for size in sizes) + "    growth")
    extract(reading("Acme Bio, Inc. licensed AB-101."))
    for name, made in SHAPES.items():
        if given.only not in name:
            continue
        paces: list[float] = []
        print(f"{name:20}", end="", flush=True)
        for size in sizes:
            read = reading(made(size))
            began = time.process_time()
            try:
                with _limited(given.limit):
                    extract(read)
            except TooLong:
                print(f" > {given.limit:4d} s", end="")
                break
            spent = time.process_time() - began
            paces.append(max(spent, 0.01) / size)
            print(f"{spent:8.2f} s", end="", flush=True)
        print(f"{paces[-1] / paces[0]:10.1f}" if len(paces) > 1 else "", flush=True)


if __name__ == "__main__":
    main()
