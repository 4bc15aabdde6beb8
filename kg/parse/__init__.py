"""Parse stage: bytes → `Filing` (`read_submissions`) → `ReadFiling` with normalised texts (`read_filing`)."""

from kg.parse.container import read_submissions
from kg.parse.text import read_filing

__all__ = ["read_filing", "read_submissions"]
