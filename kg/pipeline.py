"""The story on one page: filing → document text → claims with evidence → quads → store."""

from __future__ import annotations

from collections.abc import Iterator

from kg.emit import Quads, emit
from kg.extract import extract
from kg.parse import read_filing, read_submissions


def graphs(data: bytes, source: str = "") -> Iterator[Quads]:
    """Bytes of a submission file → the graph of each filing in it."""
    for filing in read_submissions(data, source):
        read = read_filing(filing)
        yield emit(read, extract(read))
