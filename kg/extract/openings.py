"""Many strings and a long text → the places where one of them may begin, faster than an automaton walks.

The text becomes an array of the pairs of its characters once; tables say of each pair whether a string may begin with
it or go on with it: a few array operations, however many strings there are. The strings' first four characters are then
looked for; whether the rest stands there too is left to the caller, who matches there in any case.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

_PIECE = 1 << 16
_REACH = 6
_ALL = slice(None)
_LOWER = bytes(ord(chr(c).lower()) if len(chr(c).lower()) == 1 and ord(chr(c).lower()) < 256 else c for c in range(256))
_BEYOND = "İıſKÅŸẞ"
"""Letters beyond Latin-1 whose lower case is in it, or that are taken for one of it."""
_Table = npt.NDArray[np.uint8]
_Codes = npt.NDArray[np.uint32]


@lru_cache(maxsize=4)
def _pairs(text: str, exact: bool) -> npt.NDArray[np.uint16]:
    """Each character with the next one, as bytes; what Latin-1 has not is "?", in the strings sought as in the text."""
    data = text.encode("latin-1", "replace")
    codes = np.frombuffer((data if exact else data.translate(_LOWER)) + bytes(_REACH + 1), dtype=np.uint8)
    pairs = codes[1:].astype(np.uint16)
    pairs <<= 8
    pairs |= codes[:-1]
    return pairs


class Openings:
    """Strings sought together, in lower case unless `exact`."""

    def __init__(self, strings: Collection[str], exact: bool) -> None:
        self.exact = exact
        self._strings = tuple(strings)

    @cached_property
    def _tables(self) -> list[_Table]:
        """For the pairs at 0, 2 and 4: strings of which length may have them there, a bit for each length."""
        tables = []
        sought = [s.encode("latin-1", "replace") for s in self._strings]
        for at in range(0, _REACH, 2):
            table = np.zeros((256, 256), dtype=np.uint8)  # by second and first character
            for string in sought:
                first = string[at] if len(string) > at else _ALL
                second = string[at + 1] if len(string) > at + 1 else _ALL
                table[second, first] |= 1 << min(len(string), _REACH)
            tables.append(table.reshape(-1))
        return tables

    @cached_property
    def _heads(self) -> list[tuple[int, _Codes]]:
        """The strings' first four characters, or all of shorter ones, as numbers in order: by length, with its mask."""
        heads = {s.encode("latin-1", "replace")[:4] for s in self._strings}
        found: list[tuple[int, _Codes]] = []
        for size in sorted({len(h) for h in heads}):
            codes = sorted(int.from_bytes(h, "little") for h in heads if len(h) == size)
            found.append((256**size - 1, np.array(codes, dtype=np.uint32)))
        return found

    def may_use(self, text: str) -> bool:
        """Do the arrays tell the truth about this text? Letters that are of Latin-1 in lower case only are not."""
        return self.exact or text.isascii() or not any(c in text for c in _BEYOND)

    def places(self, text: str, start: int, stop: int) -> Iterator[int]:
        """Where in `text[start:stop]` one of the strings may begin, in order."""
        pairs = _pairs(text, self.exact)
        opening, *others = self._tables
        for low in range(start, stop, _PIECE):
            bits = opening[pairs[low : min(stop, low + _PIECE)]]
            found = bits.nonzero()[0]
            bits = bits[found]
            found += low
            for number, table in enumerate(others, 1):
                bits &= table[pairs[found + 2 * number]]
                kept = bits.nonzero()[0]
                found, bits = found[kept], bits[kept]
            four = pairs[found + 2].astype(np.uint32) << 16 | pairs[found]
            known = np.zeros(len(found), dtype=np.bool_)
            for mask, heads in self._heads:
                codes = four & mask
                known |= heads[np.searchsorted(heads, codes).clip(max=len(heads) - 1)] == codes
            yield from found[known].tolist()
