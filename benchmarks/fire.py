#!/usr/bin/env python3
"""Persons and designations in the FIRE sentences (filings and news) → precision, recall and F1 of spans.

usage: python benchmarks/fire.py [FIRE_JSON]     (default: ../shared/ner/fire/fire_dev.json, or $KG_SHARED)

FIRE (Hamad et al., CC BY 4.0) marks persons with their honorific and each single office of a title; it also marks as
designations words that are none here ("customers", "third parties"), which bounds recall. "overlap" counts a span as
found when it shares a word with one of the same type.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections.abc import Iterable
from pathlib import Path

from kg.extract.person_names import find_persons
from kg.extract.position_titles import find_titles, offices

SHARED = Path(os.environ.get("KG_SHARED") or Path(__file__).resolve().parent.parent.parent / "shared")
Span = tuple[int, int]


def detokenised(tokens: list[str]) -> tuple[str, list[int]]:
    """A sentence as one would write it, with the offset of each token in it."""
    text, starts, opened = "", [], False
    for token in tokens:
        glued = not text or token in {",", ".", ";", ":", ")", "'s", "’s", "%", "?", "!"} or text.endswith(("(", "$"))
        quote = token == '"'
        if quote:
            glued = glued or opened
            opened = not opened
        text += "" if glued or (text.endswith('"') and opened and not quote) else " "
        starts.append(len(text))
        text += token
    return text, starts


def predicted(text: str) -> tuple[list[Span], list[Span]]:
    """Spans of persons and of single offices."""
    found = [m for m in find_persons(text, 0, len(text)) if m.weight >= 3]
    persons = [(m.start, m.start + _spoken(text[m.start : m.end], m.name)) for m in found]
    masked = list(text)
    for start, end in persons:
        masked[start:end] = "\ue100" * (end - start)
    covered = "".join(masked)
    titles: list[Span] = []
    for title in find_titles(covered):
        at = title.start
        for office in offices(covered[title.start : title.end]):
            begin = covered.find(office, at)
            titles.append((begin, begin + len(office)))
            at = begin + len(office)
    return persons, titles


def _spoken(words: str, name: str) -> int:
    """Length of honorific and name, without degrees and age."""
    at = words.find(name)
    return at + len(name) if at >= 0 else len(words)


def score(gold: list[Span], found: list[Span], exact: bool) -> int:
    """How many gold spans are found."""
    free = list(found)
    hits = 0
    for start, end in gold:
        for span in free:
            if span == (start, end) or (not exact and span[0] < end and start < span[1]):
                free.remove(span)
                hits += 1
                break
    return hits


def report(rows: Iterable[tuple[str, bool, int, int, int]]) -> None:
    """The table on stdout."""
    print(f"{'type':14}{'match':10}{'gold':>6}{'found':>7}{'hits':>6}{'P':>8}{'R':>8}{'F1':>8}")
    for kind, exact, gold, found, hits in rows:
        p, r = hits / found if found else 0.0, hits / gold if gold else 0.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        print(f"{kind:14}{'exact' if exact else 'overlap':10}{gold:6}{found:7}{hits:6}{p:8.3f}{r:8.3f}{f:8.3f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, nargs="?", default=SHARED / "ner" / "fire" / "fire_dev.json")
    path = parser.parse_args().path
    if not path.exists():
        print(f"{path} is not here: nothing to measure")
        return 0
    counts: dict[tuple[str, bool], list[int]] = {}
    for sentence in json.loads(path.read_text(encoding="utf-8")):
        text, starts = detokenised(sentence["tokens"])
        tokens = sentence["tokens"]
        for kind, found in zip(("Person", "Designation"), predicted(text), strict=True):
            gold = [
                (starts[e["start"]], starts[e["end"] - 1] + len(tokens[e["end"] - 1]))
                for e in sentence["entities"]
                if e["type"] == kind
            ]
            for exact in (True, False):
                row = counts.setdefault((kind, exact), [0, 0, 0])
                row[0] += len(gold)
                row[1] += len(found)
                row[2] += score(gold, found, exact)
    report((kind, exact, *values) for (kind, exact), values in counts.items())
    sentences = json.loads(path.read_text(encoding="utf-8"))
    plain = [e for s in sentences for e in s["entities"] if e["type"] == "Designation"]
    head = re.compile(
        r"officer|president|director|chair|treasurer|secretary|controller|counsel|manager|partner|head|founder"
        r"|C.O\b", re.I)
    print(
        f"designations that name an office at all: {sum(bool(head.search(e['text'])) for e in plain)} of"
        f" {len(plain)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
