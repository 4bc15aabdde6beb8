"""IOB file of the BC5CDR training part → the tagger's models in `kg/extract/data/`.

    python scripts/train_tagger.py NER_FOLDER [--to kg/extract/data]

NER_FOLDER holds `bc5cdr/train.tsv` (token TAB tag, blank line between sentences). The second model is trained on what
the first says of sentences it has not seen (five folds in file order), as it will be when used. Nothing is random:
same files, same models.
"""

from __future__ import annotations

import argparse
import lzma
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from kg.extract.tagger import FIRST_MODEL, MODEL, features, nearby_tags

FOLDS = 5
PARAMETERS = {"c1": 0.2, "c2": 0.1, "max_iterations": 90, "feature.minfreq": 1}

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


def fit(rows: Sequence[list[list[str]]], tags: Sentences) -> bytes:
    """A model's bytes; L-BFGS from zero, so the result depends on the data alone."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for row, tag in zip(rows, tags, strict=True):
        trainer.append(row, tag)
    trainer.set_params(PARAMETERS)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "model"
        trainer.train(str(path))
        return path.read_bytes()


def read_with(model: bytes, rows: Sequence[list[list[str]]]) -> Sentences:
    """Tags that a model gives to sentences."""
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model)
    return [tagger.tag(row) for row in rows]


def train(folder: Path, to: Path) -> None:
    """Both models from the training part in `folder`."""
    words, tags = read_iob(folder / "bc5cdr" / "train.tsv")
    rows = [features(sentence) for sentence in words]
    unseen: Sentences = []
    for fold in range(FOLDS):
        start, end = len(words) * fold // FOLDS, len(words) * (fold + 1) // FOLDS
        unseen += read_with(fit(rows[:start] + rows[end:], tags[:start] + tags[end:]), rows[start:end])
    near = nearby_tags(words, unseen)
    known = [features(sentence, seen) for sentence, seen in zip(words, near, strict=True)]
    for name, model in ((FIRST_MODEL.name, fit(rows, tags)), (MODEL.name, fit(known, tags))):
        (to / name).write_bytes(lzma.compress(model, preset=9 | lzma.PRESET_EXTREME))


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
