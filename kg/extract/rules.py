"""A rule of extraction as a value: what it is called, what it does, and the sentences that prove it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of reading a sentence; `positive` examples must yield a fact, `negative` ones none: tests run them."""

    id: str
    version: int
    description: str
    positive: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    confidence: float = 0.9

    @property
    def name(self) -> str:
        """Id and version as facts carry it: "license-granted_1"."""
        return f"{self.id}_{self.version}"
