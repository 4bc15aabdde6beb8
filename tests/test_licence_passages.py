"""Paragraphs, cells, sentences and the places of words that open an agreement."""

from __future__ import annotations

import sys

from kg.extract.licence_passages import cells, opening_places, paragraphs, pieces, spans_within
from kg.model import DocumentText


def _text(layout: str) -> DocumentText:
    told = layout.replace("\n", " ").replace("\t", " ")
    return DocumentText(sequence=1, type="8-K", text=told, sha256="", layout=layout)


def test_opening_words_stand_within_one_paragraph() -> None:
    assert opening_places(_text("We license it.\nThey sold it.")) == [3, 20, sys.maxsize]
    assert opening_places(_text("All was sold\nLater on.")) == [sys.maxsize]  # "sold " runs over the break
    assert opening_places(_text("All was sold\tlater on.")) == [8, sys.maxsize]
    assert opening_places(_text("Nothing here.")) == [sys.maxsize]


def test_spans() -> None:
    assert list(paragraphs("ab\n\ncd")) == [(0, 2), (4, 6)]
    assert list(cells("a\tb\t\tc", 0, 6)) == [(0, 1), (2, 3), (5, 6)]
    assert spans_within(((0, 5), (6, 9), (10, 20)), 7, 12) == [(6, 9), (10, 20)]
    long = "word " * 1000
    assert [stop - start for start, stop in pieces(long, [(0, 5000)], 0, 5000)] == [2499, 2495, 6]
