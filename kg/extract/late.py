"""A regular expression → the same pattern, compiled when it is first asked.

Extraction has some 1,400 patterns. To compile them all takes longer than to read most filings, which ask few of them.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Any, cast

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub")


class Late:
    """Stands for a pattern, with those of its methods that extraction uses; after the first call, its own methods."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self.flags = flags
        for method in _METHODS:
            setattr(self, method, partial(self._first, method))

    def _first(self, method: str, *given: Any, **named: Any) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        for name in _METHODS:
            setattr(self, name, getattr(compiled, name))
        return getattr(compiled, method)(*given, **named)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """Written as `re.compile` is; the `flags` are those given, without those that the source itself sets."""
    return cast("re.Pattern[str]", Late(source, flags))
