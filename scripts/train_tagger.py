"""IOB files of the BC5CDR (and NCBI disease) training parts → the tagger's models in `kg/extract/data/`.

    python scripts/train_tagger.py NER_FOLDER [--to kg/extract/data]

NER_FOLDER holds `bc5cdr/train.tsv` (token TAB tag, blank line between sentences). The second model is trained on what the
first says of sentences it has not seen (five folds in file order), as it will be when used. Nothing is random: same
files, same models.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from kg.extract.tagger import FIRST_MODEL, MODEL, features, nearby_tags

FOLDS = 5
FIRST = {"c1": 0.35, "c2": 0.02, "max_iterations": 110, "feature.minfreq": 2, "feature.possible_transitions": True}
SECOND = {**FIRST}

Sentences = list[list[str]]


def read_iob(path: Path) -> tuple[Sentences, Sentences]:
    """(words, tags) of each sentence of an IOB file."""
    words: Sentences = [[]]
    tags: Sentences = [[]]
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line.strip():
            if words[-1]:
                words.append([])
                tags.append([])
            continue
        word, tag = line.rstrip("\r").split("\t")
        words[-1].append(word)
        tags[-1].append(tag)
    return (words, tags) if words[-1] else (words[:-1], tags[:-1])


def fit(rows: Sequence[list[list[str]]], tags: Sentences, parameters: dict[str, object], to: Path) -> None:
    """Trains one model; L-BFGS from zero, so the result depends on the data alone."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for row, tag in zip(rows, tags, strict=True):
        trainer.append(row, tag)
    trainer.set_params(parameters)
    trainer.train(str(to))


def train(folder: Path, to: Path) -> None:
    """Both models from the training part in `folder`."""
    words, tags = read_iob(folder / "bc5cdr" / "train.tsv")
    rows = [features(sentence) for sentence in words]
    fit(rows, tags, FIRST, to / FIRST_MODEL.name)
    unseen: Sentences = []
    size = len(words)
    with tempfile.TemporaryDirectory() as scratch:
        for fold in range(FOLDS):
            start, end = size * fold // FOLDS, size * (fold + 1) // FOLDS
            path = Path(scratch) / f"fold{fold}.crfsuite"
            fit(rows[:start] + rows[end:], tags[:start] + tags[end:], FIRST, path)
            tagger = pycrfsuite.Tagger()
            tagger.open(str(path))
            unseen += [tagger.tag(row) for row in rows[start:end]]
            tagger.close()
    near = nearby_tags(words, unseen)
    fit([features(s, n) for s, n in zip(words, near, strict=True)], tags, SECOND, to / MODEL.name)


def main() -> None:
    """Command line: see the docstring of this file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--to", type=Path, default=MODEL.parent)
    given = parser.parse_args()
    began = time.perf_counter()
    train(given.folder, given.to)
    for name in (FIRST_MODEL.name, MODEL.name):
        print(f"{name}\t{(given.to / name).stat().st_size} bytes")
    print(f"{time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
