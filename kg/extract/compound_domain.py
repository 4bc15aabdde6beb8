"""Words of drug development in a text → which places have one near, and the stretches of text that hold all those."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

LONGEST = 64
"""No name that is sought near such words has more characters."""


class Domain:
    """Answers whether words of drug development stand within some characters of a place."""

    def __init__(self, places: Sequence[int]) -> None:
        self.places = places

    def __call__(self, start: int, end: int, radius: int) -> bool:
        """Is there such a word between `start - radius` and `end + radius`?"""
        index = bisect_left(self.places, start - radius)
        return index < len(self.places) and self.places[index] < end + radius

    def windows(self, text: str, radius: int) -> Iterator[tuple[int, int]]:
        """Spans that end at blanks, in order, with every name of the text that has such a word within `radius`."""
        low = high = 0
        for place in self.places:
            if place - radius - LONGEST > high:
                if high:
                    yield low, high
                low = text.rfind(" ", high, place - radius - LONGEST) + 1 or high
            if place + radius + LONGEST >= high:
                stop = text.find(" ", place + radius + LONGEST)
                high = len(text) if stop < 0 else stop
        if high:
            yield low, high
