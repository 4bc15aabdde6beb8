"""Python's search for cycles, put off while millions of small values are made of which none is garbage.

Looking for cycles among them again and again takes up to half the time of making them.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest() -> Iterator[None]:
    """The collector rests inside the block, and goes on after it if it was at work before."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
