"""What the training scripts share: lines of text as filings, features as tables, weights as files."""

from __future__ import annotations

import html
import lzma
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from kg.extract.scorer import SCALE

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))
import measured  # noqa: E402 — the tests' reader of passages

LEAST = 2
"""A feature must stand in so many rows to be kept."""


def lines(path: Path) -> Iterator[tuple[int, str, str, str]]:
    """Number, filer, text and facts of each line of a file of texts."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if line.strip() and not line.startswith("#"):
            filer, text, facts = line.split(" | ")
            yield number, filer, text, facts.strip()


def filing(number: int, filer: str, text: str, form: str = "8-K") -> bytes:
    """A submission that says a text."""
    body = f"<p>{html.escape(text, quote=False)}</p>"
    return measured.submission(number, form, form, "2012-03-01", filer, body)


def columns_of(rows: Iterable[AbstractSet[str]]) -> dict[str, int]:
    """Feature → its column; features that hardly ever stand have none."""
    counts = Counter(feature for row in rows for feature in row)
    return {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}


def table(rows: Sequence[AbstractSet[str]], columns: Mapping[str, int]) -> csr_matrix:
    """Rows of features as a sparse matrix of ones."""
    starts, places = [0], []
    for row in rows:
        places += sorted(columns[f] for f in row if f in columns)
        starts.append(len(places))
    return csr_matrix((np.ones(len(places)), places, starts), shape=(len(rows), len(columns)))


def fit(rows: Sequence[AbstractSet[str]], true: Sequence[bool], penalty: float, steps: int = 300) -> dict[str, int]:
    """Weights in hundredths, those below .02 left out: logistic regression with an L2 penalty, by L-BFGS from zero."""
    columns = columns_of(rows)
    matrix = table(rows, columns)
    sign = np.where(np.array(true), 1.0, -1.0)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = np.clip(sign * (matrix @ weights), -30, 30)
        slope = matrix.T @ (-sign / (1 + np.exp(margin)))
        return float(np.logaddexp(0, -margin).sum() + penalty / 2 * weights @ weights), slope + penalty * weights

    found = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": steps}).x
    whole = {f: round(float(found[i]) * SCALE) for f, i in columns.items()}
    return {f: w for f, w in whole.items() if abs(w) >= 2}


def save(weights: Mapping[str, Sequence[int]], path: Path) -> None:
    """The weights as a packed table: feature, then its weight for each class."""
    body = "".join("\t".join((f, *map(str, row))) + "\n" for f, row in sorted(weights.items()))
    path.write_bytes(lzma.compress(body.encode(), preset=9))
    print(f"{path.name}: {len(weights)} features, {path.stat().st_size} bytes")
