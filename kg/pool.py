"""A function and many inputs → its results from several processes, of which any may die or hang without harm.

Workers are plain `python -m kg.pool` processes that speak over pipes: they need no guarded main module, as spawned
`multiprocessing` children do, and it is always known which input a dead one was busy with.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import pickle
import struct
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from typing import IO, Any

from kg.errors import KgError

_LENGTH = struct.Struct("<Q")


@dataclass(frozen=True, slots=True)
class Lost:
    """Stands for a result that never came: `reason` is "crashed" or "took too long", with what is known of it."""

    reason: str


def send(pipe: IO[bytes], value: object) -> None:
    """Write one value to a pipe."""
    data = pickle.dumps(value, protocol=5)
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Any:
    """Read one value written by `send`; EOFError when the other side is gone."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)


def start(module: str, *arguments: str, quiet: bool = False) -> subprocess.Popen[bytes]:
    """A child of this interpreter running one of our modules, with pipes; it finds the package wherever we did.

    `quiet`: what it writes to stderr is not shown.
    """
    path = os.pathsep.join([str(Path(__file__).parent.parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if quiet else None,
        env={**os.environ, "PYTHONPATH": path},
    )


def stop(child: subprocess.Popen[bytes]) -> None:
    """End a child at once and close its pipes."""
    child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe:
            with contextlib.suppress(OSError):  # unsent bytes to a dead child
                pipe.close()


def requests(pipe: IO[bytes]) -> Iterator[Any]:
    """Values sent to this child. When the parent is gone, however it went, the child leaves at once, busy or not."""
    waiting: Queue[Any] = Queue()

    def listen() -> None:
        while True:
            try:
                waiting.put(receive(pipe))
            except (EOFError, OSError):
                os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    while True:
        yield waiting.get()


@dataclass(slots=True)
class _Worker:
    """One child: `busy` is the number of the input it works on, `since` when it got it (monotonic seconds).

    `ready` once it has loaded the code: that may take longer than the work, and does not count as work.
    """

    process: subprocess.Popen[bytes]
    busy: int | None = None
    since: float = 0.0
    ready: bool = False


def run(
    function: str, inputs: Iterable[Any], workers: int, seconds: float | None = None
) -> Iterator[tuple[Any, Any]]:
    """(input, result or `Lost`) for each input, in order of completion; at most `workers` inputs are held at a time.

    `function` is "module:name"; inputs and results are pickled. An input that takes longer than `seconds` is lost.
    An exception in the function is raised here.
    """
    source = iter(inputs)
    results: Queue[tuple[_Worker, Any]] = Queue()
    held: dict[int, Any] = {}
    pool: list[_Worker] = []
    number = 0
    try:
        more = True
        while True:
            while more and len(held) < workers:
                try:
                    value = next(source)
                except StopIteration:
                    more = False
                    break
                worker = next((w for w in pool if w.busy is None), None) or _hire(pool, function, results)
                worker.busy, worker.since, held[number] = number, time.monotonic(), value
                number += 1
                _give(worker, value)
            if not held:
                return
            worker, answer = _next_answer(pool, results, seconds)
            if worker not in pool:
                continue  # given up before; this comes too late
            done, worker.busy = worker.busy, None
            if isinstance(answer, Lost):
                pool.remove(worker)
                stop(worker.process)
            if done is None:
                continue  # it died while it had nothing to do
            if isinstance(answer, BaseException):
                raise answer
            yield held.pop(done), answer
    finally:
        for worker in pool:
            stop(worker.process)


def _hire(pool: list[_Worker], function: str, results: Queue[tuple[_Worker, Any]]) -> _Worker:
    worker = _Worker(start(__name__, function))
    pool.append(worker)

    def listen() -> None:
        assert worker.process.stdout is not None
        while True:
            try:
                answer = receive(worker.process.stdout)
                if worker.ready:
                    results.put((worker, answer))
                else:
                    worker.since, worker.ready = time.monotonic(), True
            except (EOFError, OSError, ValueError):
                results.put((worker, Lost(f"crashed (exit status {worker.process.wait()})")))
                return

    threading.Thread(target=listen, daemon=True).start()
    return worker


def _give(worker: _Worker, value: object) -> None:
    assert worker.process.stdin is not None
    try:
        send(worker.process.stdin, value)
    except OSError:  # it died before it was asked; its listener tells
        return


def _next_answer(
    pool: list[_Worker], results: Queue[tuple[_Worker, Any]], seconds: float | None
) -> tuple[_Worker, Any]:
    while True:
        busy = [worker for worker in pool if worker.busy is not None and worker.ready]
        oldest = min(busy, key=lambda worker: worker.since, default=None)
        wait = 0.2 if oldest is None or seconds is None else max(0.0, oldest.since + seconds - time.monotonic())
        try:
            return results.get(timeout=min(wait, 0.2))
        except Empty:
            if oldest and seconds is not None and time.monotonic() >= oldest.since + seconds:
                return oldest, Lost(f"took longer than {seconds:g} seconds")


def main(function: str) -> None:
    """The child's life: answer requests until the parent is gone."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not mix with the answers
    module, _, name = function.partition(":")
    work = getattr(importlib.import_module(module), name)
    send(answers, "ready")
    for value in requests(sys.stdin.buffer):
        try:
            answer = work(value)
        except (KgError, OSError) as error:
            answer = error
        except Exception:  # a bug: any other exception might not survive the journey, its traceback does
            answer = RuntimeError(traceback.format_exc())
        send(answers, answer)


if __name__ == "__main__":
    main(sys.argv[1])
