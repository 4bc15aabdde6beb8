"""A process that does one thing to a store, up to a chosen point: STORE VERB POINT NUMBER WORKERS FILES."""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import light_reader  # noqa: F401  # puts its stand-in in place of extraction
from made_filings import accession_of, submission

from kg import pipeline
from kg.settings import Settings
from kg.store import directory

at, verb, point = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
number, workers, count = map(int, sys.argv[4:])


def die(*_: object) -> Any:
    """The end, as by kill -9."""
    os.kill(os.getpid(), signal.SIGKILL)


def hear(step: str, done: int, total: int | None) -> None:
    """Progress; at the chosen point the last."""
    if step == point and done >= number:
        die()


def then_die(function: Callable[..., object]) -> Callable[..., None]:
    """The function, and the end."""

    def run(*arguments: object) -> None:
        function(*arguments)
        die()

    return run


rename = Path.rename
if point == "before-swap":
    directory.swap = die
if point == "before-exchange":
    directory._exchange = die
if point == "after-exchange":
    directory._exchange = then_die(directory._exchange)
if point == "between-renames":
    directory._exchange = lambda one, other: False
    Path.rename = lambda self, target: die() if self.name == "new" else rename(self, target)
if point == "before-clearing":
    shutil.rmtree = die

pipeline.READER = "light_reader:read_batch"
limits = Settings(workers=workers, batch_files=2, load_bytes=20_000)
files = [submission(n) for n in range(count)]
if verb == "export":
    if point == "written":  # all is written, nothing renamed
        Path.replace = die
    from kg.cli import main

    sys.argv = ["kg", "export", "--store", str(at), "-o", str(at.with_name("graph.ttl"))]
    main()
elif verb == "build":
    pipeline.build(files, at, [], limits, hear)
elif verb == "add":
    pipeline.add(files, at, limits, hear)
else:
    pipeline.remove([accession_of(n) for n in range(6)], at)
