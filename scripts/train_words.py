"""Public filings and the texts on licences → `training/words.npz`: for each word, numbers that tell its company.

    python scripts/train_words.py FOLDER

FOLDER holds submissions as EDGAR serves them (`*.txt`); about 13 MB of text are enough. Words that stand in the same
places ("licensor", "grantor"; "milestone", "upfront") get like numbers, so that a network that learns from few texts
(`train_licence_network.py`) knows more words than these have. What is counted: which words stand up to four places
before and after a word, the nearer the more; positive pointwise mutual information, reduced by singular values to
`WIDTH` numbers (Levy and Goldberg 2014). No text can be read from them. Same texts, same numbers.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from fitting import ROOT
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.linalg import svds
from train_licences import everything

from kg.extract.licence_features import words_of
from kg.parse import read_filing, read_submissions

PATH = ROOT / "training" / "words.npz"
WIDTH = 64
NEAR = 4
LEAST = 15
"""A word must stand so often to get numbers."""
OFTEN = 3
"""How often the texts on licences count beside the filings, of which there are more: as their first pair sees them."""
SPREAD = 0.5
"""The mean size of a number."""
STEP = 100
"""Numbers are stored as whole hundredths from −1.27 to 1.27."""


def documents(folder: Path) -> Iterator[list[str]]:
    """The words of each document; a text that stands in several filings counts once."""
    known: set[str] = set()
    for path in sorted(folder.rglob("*.txt")):
        for submission in read_submissions(path.read_bytes(), path.name):
            for document in read_filing(submission).texts:
                if document.text not in known:
                    known.add(document.text)
                    yield list(words_of(document.text))
    last = -1
    for row in everything()[1]:
        if row.text != last:
            yield list(row.words.words) * OFTEN
        last = row.text


def counted(texts: Iterable[Sequence[str]]) -> tuple[list[str], csr_matrix]:
    """The frequent words, and how much each stands near each: the first half of columns before it, the second after."""
    kept = list(texts)
    counts = Counter(word for text in kept for word in text)
    words = [word for word, count in counts.most_common() if count >= LEAST]
    number = {word: i for i, word in enumerate(words)}
    near = csr_matrix((len(words), 2 * len(words)))
    line = np.concatenate([[*(number.get(word, -1) for word in text), *[-1] * NEAR] for text in kept])
    for far in range(1, NEAR + 1):
        first, second = line[:-far], line[far:]
        both = (first >= 0) & (second >= 0)
        first, second, one = first[both], second[both], np.full(both.sum(), 1 / far)
        near += coo_matrix((one, (first, second + len(words))), shape=near.shape).tocsr()
        near += coo_matrix((one, (second, first)), shape=near.shape).tocsr()
    return words, near


def vectors(near: csr_matrix) -> np.ndarray:
    """Rows of numbers: positive pointwise mutual information, reduced."""
    cells = near.tocoo()
    of_word = np.asarray(near.sum(axis=1)).ravel()
    of_place = np.asarray(near.sum(axis=0)).ravel() ** 0.75  # so that rare places do not weigh too much
    of_place *= of_word.sum() / of_place.sum()
    told = np.maximum(0, np.log(cells.data * of_word.sum() / (of_word[cells.row] * of_place[cells.col])))
    left, sizes, _ = svds(csr_matrix((told, (cells.row, cells.col)), near.shape), k=WIDTH, random_state=0)
    order = np.argsort(-sizes)
    found = left[:, order] * np.sqrt(sizes[order])
    found *= np.sign(found.sum(axis=0))  # the sign of a singular vector is chance
    return np.asarray(found * SPREAD / np.sqrt((found**2).mean()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--to", type=Path, default=PATH)
    args = parser.parse_args()
    words, near = counted(documents(args.folder))
    numbers = np.clip(np.round(vectors(near) * STEP), -127, 127).astype(np.int8)
    np.savez_compressed(args.to, words=np.frombuffer("\n".join(words).encode(), np.uint8), vectors=numbers)
    print(f"{args.to.name}: {len(words)} words, {args.to.stat().st_size} bytes")


if __name__ == "__main__":
    main()
