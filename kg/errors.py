"""Two kinds of trouble: a user's mistake is an exception with one clear line, a data problem is an `Issue` value."""

from __future__ import annotations

from dataclasses import dataclass


class KgError(Exception):
    """Base of everything this package raises on purpose; its text is one line fit for a person.

    KgError
    ├── UsageError    wrong arguments: unknown query, missing parameter (exit 2)
    └── StoreError    a store that is missing, locked, full or of another version (exit 1)
    """


class UsageError(KgError):
    """The call itself is wrong; the message says what would be right."""


class StoreError(KgError):
    """The store cannot be opened, written or trusted; the message says which and why."""


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One thing in the data that could not be read or was odd; counted, stored and shown, never raised.

    `kind` is a stable kebab-case word ("unknown-header-field"); `where` a place a person can find
    ("document 2", "header line 31"); `detail` the offending text, shortened.
    """

    kind: str
    where: str = ""
    detail: str = ""
    accession: str = ""
    source: str = ""
