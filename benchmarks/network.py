"""Seconds and peak memory of the licensing network on an invented store: reading it, each measure, the report.

    python benchmarks/network.py [--agreements 10000] [--store PATH] [--seed 20260101] [--brief]

Every line is a process of its own, which reads the network first; its peak memory is the whole process's, its seconds
(by the clock, and of the processor, which a busy machine lengthens less) those of the work named alone. Measures are
taken with igraph and without it. Linux only (peak memory from /proc).
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import platform
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from made_licences import SEED, build

from kg.network import agreements, cache, fast, network
from kg.network.collapse import collapse
from kg.network.graph import selection_of
from kg.network.measures import MEASURES, table, whole
from kg.network.queries import programmes
from kg.network.report import page
from kg.store import open_read_only

Spent = tuple[float, float, float]
"""Seconds by the clock, seconds of the processor, most memory in MB."""


def _peak() -> float:
    """Most memory this process has held so far, in MB."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _timed(work: Callable[[], object]) -> Spent:
    start, busy = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start, time.process_time() - busy, _peak()


def _extract(store: Path, kept: bool) -> Spent:
    """The network from the store itself, or from the table kept beside it."""
    return _timed(lambda: network(cache.table(store) if kept else agreements.read(open_read_only(store))))


def _keep(store: Path) -> Spent:
    """The first look, which reads the store and sets the table beside it."""
    cache.file_of(store).unlink(missing_ok=True)
    return _timed(lambda: network(cache.table(store)))


def _measure(store: Path, name: str, quick: bool) -> Spent:
    """One measure of the collapsed network, by igraph or by networkx."""
    if not quick:
        fast.igraph = None
    simple = collapse(network(cache.table(store)))
    return _timed(lambda: MEASURES[name][0](simple))


def _together(store: Path, quick: bool) -> Spent:
    """All measures and the figures of the whole."""
    if not quick:
        fast.igraph = None
    made = network(cache.table(store))
    return _timed(lambda: (table(made), whole(made)))


def _report(store: Path, quick: bool) -> Spent:
    """The page with its figures and tables, and the query of programmes."""
    if not quick:
        fast.igraph = None
    made = network(cache.table(store))
    opened = open_read_only(store)
    return _timed(lambda: page(made, programmes(opened, selection_of(made))))


def _apart(work: Callable[..., Spent], *given: object) -> Spent:
    """The work in a fresh process."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    return f"{platform.machine()}, {cores} cores, {memory:.0f} GB; Python {platform.python_version()}"


def _line(name: str, *spent: Spent) -> None:
    told = "".join(f"{wall:>9.2f} s {cpu:>8.2f} s {peak:>6.0f} MB" for wall, cpu, peak in spent)
    print(f"{name:28}{told}", flush=True)


def _all(store: Path, brief: bool) -> None:
    made = network(cache.table(store))
    print(f"{len(made):,} organisations, {made.number_of_edges():,} edges\n")
    _line("network, no table", _apart(_extract, store, False))
    _line("network, table being made", _apart(_keep, store))
    _line("network, from the table", _apart(_extract, store, True))
    ways = (True, False) if fast.igraph and not brief else (bool(fast.igraph),)
    print(f"\n{'':28}" + "".join(f"{'igraph' if quick else 'no igraph':>32}" for quick in ways))
    for name in () if brief else MEASURES:
        _line(name, *(_apart(_measure, store, name, quick) for quick in ways))
    _line("all measures, and the whole", *(_apart(_together, store, quick) for quick in ways))
    _line("report", *(_apart(_report, store, quick) for quick in ways))


def main() -> None:
    """Make the store unless it is there, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--agreements", type=int, default=10_000, help="agreements to invent (10000)")
    parser.add_argument("--store", type=Path, help="use this store; it is made when it is not there, and kept")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--brief", action="store_true", help="no single measures, and with igraph alone where it is")
    given = parser.parse_args()
    print(_machine())
    with tempfile.TemporaryDirectory() as folder:
        store = (given.store or Path(folder) / "store").absolute()
        if not store.exists():
            start = time.perf_counter()
            quads = build(store, given.agreements, given.seed)
            seconds = time.perf_counter() - start
            print(f"made {given.agreements:,} agreements (seed {given.seed}), {quads:,} quads, in {seconds:.0f} s")
        _all(store, given.brief)


if __name__ == "__main__":
    main()
