"""EDGAR submissions → a knowledge graph one can trust: `from kg import KnowledgeGraph`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.errors import Issue, KgError, StoreError, UsageError
    from kg.graph import KnowledgeGraph
    from kg.result import Result

__all__ = ["Issue", "KgError", "KnowledgeGraph", "Result", "StoreError", "UsageError"]

_HOME = {"KnowledgeGraph": "kg.graph", "Result": "kg.result"}


def __getattr__(name: str) -> Any:
    """Loads a public name when it is first used: query and worker processes start without what they do not need."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME.get(name, "kg.errors")), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
