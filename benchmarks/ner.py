"""Development parts of BC5CDR and the NCBI disease corpus → strict span F1 of the tagger, and of the vocabulary alone.

    python benchmarks/ner.py [FOLDER] [--models DIR] [--errors N]

FOLDER (default `../shared/ner`, or `$KG_SHARED/ner`) holds `bc5cdr/devel.tsv` and `ncbi-disease/devel.tsv`. A mention
counts when kind, first and last token are right.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import Counter
from pathlib import Path

from kg.extract.tagger import FIRST_MODEL, MODEL, spans_of, tag_sentences
from scripts.train_tagger import read_iob


def score(gold: list[list[str]], found: list[list[str]], kind: str | None = None) -> tuple[float, float, float]:
    """Precision, recall and F1 of strict spans."""
    hit = made = wanted = 0
    for gold_tags, found_tags in zip(gold, found, strict=True):
        right = {span for span in spans_of(gold_tags) if kind in (None, span[2])}
        mine = {span for span in spans_of(found_tags) if kind in (None, span[2])}
        hit, made, wanted = hit + len(right & mine), made + len(mine), wanted + len(right)
    precision, recall = hit / made if made else 0.0, hit / wanted if wanted else 0.0
    return precision, recall, 2 * hit / (made + wanted) if made + wanted else 0.0


def main() -> None:
    """Command line: see the docstring of this file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    shared = Path(os.environ.get("KG_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
    parser.add_argument("folder", type=Path, nargs="?", default=shared / "ner")
    parser.add_argument("--models", type=Path, default=MODEL.parent)
    parser.add_argument("--errors", type=int, default=0)
    given = parser.parse_args()
    first, second = given.models / FIRST_MODEL.name, given.models / MODEL.name
    for name in ("bc5cdr", "ncbi-disease"):
        words, gold = read_iob(given.folder / name / "devel.tsv")
        began = time.perf_counter()
        found = tag_sentences(words, first, second)
        rate = sum(map(len, words)) / (time.perf_counter() - began)
        once = tag_sentences(words, first, Path("/nonexistent"))
        for kind in (None, "Chemical", "Disease") if name == "bc5cdr" else ("Disease",):
            precision, recall, f1 = score(gold, found, kind)
            alone = score(gold, once, kind)[2]
            figures = f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  (first reading alone {alone:.3f})"
            print(f"{name:13} {kind or 'both':9} {figures}")
        print(f"{name:13} {rate:,.0f} words a second")
        if given.errors:
            wrong: Counter[str] = Counter()
            for sentence, a, b in zip(words, gold, found, strict=True):
                right, mine = set(spans_of(a)), set(spans_of(b))
                wrong.update("missed " + s[2] + " " + " ".join(sentence[s[0] : s[1]]) for s in right - mine)
                wrong.update("wrong " + s[2] + " " + " ".join(sentence[s[0] : s[1]]) for s in mine - right)
            for text, times in wrong.most_common(given.errors):
                print(f"    {times:3} {text}")


if __name__ == "__main__":
    main()
