"""Text of a form → its numbered items, by heading."""

from __future__ import annotations

from kg.model import Section


def sections(text: str, layout: str, form: str) -> tuple[Section, ...]:
    """Items of the form in text order."""
    return ()
