"""A reader of batches without extraction, which dies or hangs on certain words: for tests of the pipeline."""

import os
import signal
import sys
import time
import types

_nothing = types.ModuleType("kg.extract")
_nothing.extract = lambda read: ()  # type: ignore[attr-defined]  # stands in for the real one, which is slow to load
sys.modules.setdefault("kg.extract", _nothing)

from kg import pipeline  # noqa: E402  # after its stand-in


def read_batch(batch: pipeline.Batch) -> None:
    """Read a batch, unless a file of it says otherwise."""
    for _, data in batch.files:
        if b"KILL-ME" in data:
            os.kill(os.getpid(), signal.SIGKILL)
        if b"HANG-ME" in data:
            time.sleep(60)
    pipeline.read_batch(batch)
