"""Two names of diseases → do they mean one programme's disease? Words are compared, not vocabulary ids."""

from __future__ import annotations

import re

_STOP = frozenset(
    "a an the of in for and or with to treatment patients adult adults pediatric prevention s disease".split()
)


def disease_words(name: str) -> frozenset[str]:
    """The telling words of a disease, in lower case and singular."""
    kept = [
        w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith(("ss", "is")) else w
        for w in re.findall(r"[^\W_]+", name.lower())
    ]
    return frozenset(w for w in kept if w not in _STOP) or frozenset(kept)


def contained(one: str, other: str) -> bool:
    """Is one disease the other, or the other with modifiers ("lymphoma" in "relapsed lymphoma")?"""
    first, second = disease_words(one), disease_words(other)
    return first <= second or second <= first
