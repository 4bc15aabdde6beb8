"""A pattern of grammar and what it tells of the persons in it (`Frame`), with the rule it stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.late import late
from kg.extract.rules import Rule


@dataclass(frozen=True, slots=True)
class Frame:
    """One pattern. `event` for the persons in group p; `other` for those in q, who held the office before or after."""

    rule: Rule
    pattern: re.Pattern[str]
    event: str
    other: str | None = None


def frame(
    number: str,
    description: str,
    pattern: str,
    event: str,
    other: str | None,
    positive: tuple[str, ...],
    negative: tuple[str, ...] = (),
    confidence: float = 0.9,
) -> Frame:
    """The frame of rule `position-NUMBER` with its examples."""
    return Frame(
        Rule(f"position-{number}", 1, description, positive, negative, confidence), late(pattern), event, other
    )
