"""A query → its rows, by way of a child process that can be ended when time is up."""

from __future__ import annotations

import subprocess
import threading
import time
from pathlib import Path
from types import TracebackType

from kg import pool
from kg.errors import StoreError, UsageError
from kg.result import Result, Term


class Reader:
    """Asks one store through one child process, started when needed and again after it was ended.

    One question at a time: several threads that share a reader wait for each other. `memory` in bytes.
    """

    def __init__(self, store: Path, memory: int) -> None:
        self._path = store.absolute()
        self._memory = memory
        self._child: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    def ask(self, query: str, prefixes: dict[str, str], seconds: float | None, limit: int | None) -> Result:
        """Rows of a SELECT or CONSTRUCT, or the answer of an ASK; at most `limit` rows within `seconds`.

        UsageError for a query that is wrong or takes too long, StoreError for a store that cannot be read.
        """
        with self._turn:
            began = time.monotonic()
            child = self._running()
            assert child.stdin is not None
            assert child.stdout is not None
            late = threading.Event()
            timer = threading.Timer(seconds, _end, (child, late)) if seconds is not None else None
            if timer:
                timer.start()
            try:
                pool.send(child.stdin, (query, limit, prefixes))
                kind, first, second, truncated = pool.receive(child.stdout)
            except (EOFError, OSError):
                self._stop()
                if late.is_set():
                    raise UsageError(f"the query took longer than {seconds:g} s and was stopped") from None
                raise UsageError("the query was stopped: it needs more memory than allowed") from None
            except BaseException:
                self._stop()  # interrupted between question and answer: the pipe is out of step
                raise
            finally:
                if timer:
                    timer.cancel()
            took = time.monotonic() - began
        if kind == "error":
            raise StoreError(second) if first == "store" else UsageError(f"the query is not valid SPARQL: {second}")
        if kind == "boolean":
            datatype = "http://www.w3.org/2001/XMLSchema#boolean"
            term = Term("literal", "true" if first else "false", datatype)
            return Result(("answer",), ((term,),), boolean=first, seconds=took, prefixes=prefixes)
        rows = tuple(tuple(None if cell is None else Term(*cell) for cell in row) for row in second)
        return Result(
            tuple(first), rows, truncated=truncated, triples=kind == "triples", seconds=took, prefixes=prefixes
        )

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self._stop()
            self._child = pool.start("kg.store.reader", str(self._path), str(self._memory), quiet=True)
        return self._child

    def _stop(self) -> None:
        if self._child is not None:
            pool.stop(self._child)
            self._child = None

    def close(self) -> None:
        """End the child."""
        with self._turn:
            self._stop()

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _end(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()
