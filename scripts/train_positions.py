"""Texts written for this project, each with the offices it states → the weights of `kg/extract/position_model.py`.

    python scripts/train_positions.py [--folds] [--to kg/extract/data/position-scorer.tsv.xz]

Reads `training/people-*.txt`, `tests/passages/people-read.txt`, `people-2-read.txt`, and `tests/gold`. Each is read by the
frames; each office with each person of its sentence is a row, labelled by the event that the text states. What the
frames say of texts they were written with (all but `people-2-read` and `training`) is hidden from the model. `--folds` prints how models do on texts
they have not seen. Nothing is random: same texts, same weights.
"""

# ruff: noqa: E501 — a table reads better unbroken

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import fitting
import numpy as np
from fitting import ROOT, measured
from scipy.optimize import minimize

from kg.extract import position_reader
from kg.extract.document import read_context
from kg.extract.person_mask import Masked
from kg.extract.position_model import EVENTS, probabilities
from kg.extract.position_pages import open_pages
from kg.extract.position_reading import Reading
from kg.extract.position_weigh import looked_at
from kg.extract.scorer import SCALE, path_of
from kg.names import person_key, words
from kg.parse import read_filing, read_submissions

PENALTY = 0.7
SMALLEST = 3
"""Weights below so many hundredths are left out."""
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Text:
    """One text as a submission with the offices it states as (person, words of the title, event)."""

    source: str
    data: bytes
    stated: tuple[tuple[str, frozenset[str], str], ...]
    fresh: bool
    """False when the frames were written with it at hand."""


@dataclass(frozen=True, slots=True)
class Row:
    """A person and an office in a sentence of text number `text`."""

    text: int
    features: frozenset[str]
    event: int


def title_words(title: str) -> frozenset[str]:
    """A title as titles are compared by it."""
    return frozenset(w for w in words(title) if w not in {"a", "an", "the", "of", "in", "and", "for", "or", "to"})


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= 0.6 * len(one | other)


def _stated(facts: Mapping[str, list[dict[str, str]]]) -> tuple[tuple[str, frozenset[str], str], ...]:
    return tuple(
        (person_key(f["person"]), title_words(f["title"]), f.get("event") or "holds") for f in facts["positions"]
    )


def texts() -> Iterator[Text]:
    """Every text of the training material."""
    for path in sorted((ROOT / "training").glob("people-*.txt")):
        yield from lines(path)
    for name, fresh in (("people-read", False), ("people-2-read", True)):
        for data, facts in measured.passages(ROOT / "tests" / "passages" / f"{name}.txt"):
            yield Text(name, data, _stated(facts), fresh)
    for path in sorted((ROOT / "tests" / "gold").glob("*.txt")):
        facts = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        yield Text("gold", path.read_bytes(), _stated(facts), False)


def lines(path: Path) -> Iterator[Text]:
    """The texts of a file of lines: filer | text | Person > Title > event ; …"""
    for number, filer, text, said in fitting.lines(path):
        facts = []
        for fact in said.split(" ; ") if said != "-" else []:
            person, title, event = fact.strip().split(" > ")
            facts.append((person_key(person), title_words(title), event))
        yield Text(path.stem, fitting.filing(number, filer, text, "10-K"), tuple(facts), True)


def rows_of(number: int, text: Text) -> Iterator[Row]:
    """The rows of one text."""
    seen: list[tuple[Masked, list[Reading]]] = []

    def keep(masked: Masked, readings: list[Reading]) -> list[Reading]:
        seen.append((masked, readings))
        return readings

    weigh, position_reader.weigh = position_reader.weigh, keep  # type: ignore[assignment]  # the reader without the model
    try:
        for filing in read_submissions(text.data, ""):
            context = read_context(read_filing(filing))
            books = [open_pages(context, document) for document in context.read.texts]
            memory = import_module("kg.extract.people")._memory(books)
            for pages in books:
                list(position_reader.read_document(pages, memory))
    finally:
        position_reader.weigh = weigh
    for masked, readings in seen:
        for (person, office), features in looked_at(masked, readings):
            who, title = person_key(masked.person(person).name), title_words(masked.office(office).title.text)
            event = next((e for p, t, e in text.stated if p == who and _alike(title, t)), "none")
            if not text.fresh:
                features = {f for f in features if not f.startswith("frame:")} | {"frame:hidden"}
            yield Row(number, frozenset(features), EVENTS.index(event))


def fit(rows: Sequence[Row]) -> dict[str, tuple[int, ...]]:
    """Weights in hundredths: multinomial logistic regression with an L2 penalty, by L-BFGS from zero."""
    columns = fitting.columns_of(row.features for row in rows)
    matrix = fitting.table([row.features for row in rows], columns)
    right = np.zeros((len(rows), len(EVENTS)))
    right[np.arange(len(rows)), [row.event for row in rows]] = 1.0

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(len(columns), len(EVENTS))
        scores = matrix @ weights
        scores -= scores.max(axis=1, keepdims=True)
        chance = np.exp(scores)
        chance /= chance.sum(axis=1, keepdims=True)
        value = -np.log(np.maximum(1e-12, (chance * right).sum(axis=1))).sum() + PENALTY / 2 * (flat @ flat)
        return float(value), (matrix.T @ (chance - right) + PENALTY * weights).ravel()

    found = minimize(loss, np.zeros(len(columns) * len(EVENTS)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    table = found.reshape(len(columns), len(EVENTS))
    whole = {f: tuple(round(float(w) * SCALE) for w in table[i]) for f, i in columns.items()}
    return {f: w for f, w in whole.items() if max(map(abs, w)) >= SMALLEST}


def folds(rows: Sequence[Row], every: Sequence[Text]) -> None:
    """Precision and recall of the rows of fresh texts by models that have not seen them, at several thresholds."""
    said: list[tuple[Row, dict[str, float]]] = []
    for fold in range(FOLDS):
        known = fit([r for r in rows if r.text % FOLDS != fold or not every[r.text].fresh])
        said += [(r, probabilities(r.features, known)) for r in rows if r.text % FOLDS == fold and every[r.text].fresh]
    positive = sum(r.event > 0 for r, _ in said)
    for level in (0.5, 0.6, 0.7, 0.8, 0.9):
        picked = [(r, max(EVENTS[1:], key=p.__getitem__), p) for r, p in said]
        picked = [(r, e, p) for r, e, p in picked if p[e] >= level]
        hits = sum(r.event > 0 for r, _, _ in picked)
        exact = sum(EVENTS[r.event] == e for r, e, _ in picked)
        print(f"p ≥ {level:.1f}  precision {hits / max(1, len(picked)):.3f}  recall {hits / positive:.3f}  event {exact / max(1, hits):.3f}")
        new = [(r, e) for r, e, _ in picked if not any(re.match(r"frame:(?:holds|app|dep)", f) for f in r.features)]
        print(f"         beyond the frames: {sum(r.event > 0 for r, _ in new)} of {len(new)} right")
    for level in (0.85, 0.9, 0.93, 0.96):
        gone = [r for r, p in said if p["none"] >= level and any(re.match(r"frame:(?:holds|app|dep)", f) for f in r.features)]
        print(f"none ≥ {level:.2f}  frames doubted: {len(gone)}, rightly {sum(r.event == 0 for r in gone)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=path_of("position"))
    parser.add_argument("--folds", action="store_true")
    args = parser.parse_args()
    every = list(texts())
    rows = [row for number, text in enumerate(every) for row in rows_of(number, text)]
    print(f"{len(every)} texts, {len(rows)} rows, {Counter(EVENTS[r.event] for r in rows)}")
    if args.folds:
        folds(rows, every)
    weights = fit(rows)
    fitting.save(weights, args.to)


if __name__ == "__main__":
    main()
