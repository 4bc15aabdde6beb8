"""A document → its paragraphs, cells and sentences in which a licence may be told."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterator

from kg.extract import licence_words as words
from kg.extract.openings import Openings
from kg.model import DocumentText


def paragraphs(layout: str) -> Iterator[tuple[int, int]]:
    """Spans between breaks of the layout."""
    start = 0
    while start < len(layout):
        end = layout.find("\n", start)
        end = len(layout) if end < 0 else end
        if end > start:
            yield start, end
        start = end + 1


_OPENINGS = Openings(words.OPENING, exact=True)
_LONGEST_OPENING = max(map(len, words.OPENING))


def opening_places(text: DocumentText) -> list[int]:
    """Where words that open an agreement begin, in order, closed by a place beyond the text."""
    told = text.text

    def breaks(at: int, length: int) -> bool:
        return text.layout.find("\n", at, at + length) >= 0

    found = (at for at in _OPENINGS.places(told, 0, len(told)) if told.startswith(words.OPENING, at))
    whole = [
        at
        for at in found
        if not breaks(at, _LONGEST_OPENING)
        or any(told.startswith(word, at) and not breaks(at, len(word)) for word in words.OPENING)
    ]
    return [*whole, sys.maxsize]


def header_like(body: str) -> bool:
    """Might a row be the head of a table of licences?"""
    return len(body) < 300 and any(
        w in body for w in ("With What", "With Subject", "With Product", "icens", "artner", "arty", "arties", "ollaborator", "nstitution", "ompany", "hom")
    )


def cells(layout: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the cells of a row."""
    while start < end:
        stop = layout.find("\t", start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            yield start, stop
        start = stop + 1


_LONGEST = 2_500
"""No sentence of a person is longer; what runs on is cut, because the frames of one sentence are compared with each other."""


def pieces(text: str, spans: list[tuple[int, int]], low: int, high: int) -> Iterator[tuple[int, int]]:
    """The spans inside `[low, high)`; one that is too long comes in pieces that end at a blank."""
    for begin, stop in spans:
        begin, stop = max(begin, low), min(stop, high)
        while stop - begin > _LONGEST:
            cut = text.rfind(" ", begin + 1, begin + _LONGEST)
            cut = begin + _LONGEST if cut <= begin else cut
            yield begin, cut
            begin = cut
        if begin < stop:
            yield begin, stop


def spans_within(sentences: tuple[tuple[int, int], ...], start: int, end: int) -> list[tuple[int, int]]:
    """The sentences that overlap `[start, end)`."""
    index = max(0, bisect_left(sentences, (start + 1, 0)) - 1)
    found = []
    while index < len(sentences) and sentences[index][0] < end:
        if sentences[index][1] > start:
            found.append(sentences[index])
        index += 1
    return found
