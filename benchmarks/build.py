"""Whole build, files to loaded store, at growing size: filings, MB and quads per second, peak memory, store size.

    python benchmarks/build.py FOLDER [--sizes 300,3000,30000] [--workers 2]

The filings of FOLDER are repeated with changed accession numbers until there are enough; nothing is copied to disk.
Each size runs in a process of its own, so that its peak memory is its own. Time should be linear and memory flat.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kg import ontology, pipeline, store
from kg.settings import settings

ACCESSION = re.compile(rb"\d{10}-\d{2}-\d{6}")


def copies(folder: Path, count: int) -> Iterator[pipeline.File]:
    """`count` submissions: those of the folder, then the same with other accession numbers."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    made = 0
    while True:
        for path in paths:
            data = path.read_bytes()
            found = ACCESSION.search(data[:4000])
            if not found:
                continue
            if made == count:
                return
            yield (
                f"{path.name}#{made}",
                data.replace(found[0], b"%010d-%02d-%06d" % (made, made % 100, made % 1_000_000)),
            )
            made += 1


def measure(folder: Path, count: int, workers: int, at: Path) -> dict[str, float]:
    """Build once; what it took."""
    steps = {"read": 0.0, "load": 0.0}
    last = time.perf_counter()

    def hear(step: str, done: int, total: int | None) -> None:
        nonlocal last
        now = time.perf_counter()
        steps[step] += now - last
        last = now

    began = time.perf_counter()
    told = pipeline.build(
        copies(folder, count), at, ontology.ontology_files(), replace(settings(), workers=workers), hear
    )
    seconds = time.perf_counter() - began
    opened = store.open_read_only(at)
    return {
        "filings": told.filings,
        "MB": told.bytes / 1e6,
        "seconds": seconds,
        "read": steps["read"],
        "load": seconds - steps["read"],
        "quads": len(opened),
        "store": store.size(at),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "worker_peak": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
    }


def main() -> None:
    """Measure every size and print a table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--sizes", default="300,3000,30000")
    options.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as scratch:
        if given.one is not None:
            print(json.dumps(measure(given.folder, given.one, given.workers, Path(scratch) / "store")))
            return
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
        free = shutil.disk_usage(scratch).free / 2**30
        print(
            f"{os.cpu_count()} cores, {memory:.0f} GB, {free:.0f} GB disk free, Python {platform.python_version()}, ",
            end="",
        )
        print(f"{given.workers} workers")
        print(
            "filings      MB  seconds  filings/s   MB/s  quads/s    quads  peak MB  worker MB  store/source  load share"
        )
        for size in map(int, given.sizes.split(",")):
            command = [sys.executable, __file__, str(given.folder), "--one", str(size), "--workers", str(given.workers)]
            m = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            rates = [m[name] / m["seconds"] for name in ("filings", "MB", "quads")]
            print(
                f"{m['filings']:7,} {m['MB']:7.1f} {m['seconds']:8.1f} "
                f"{rates[0]:10.1f} {rates[1]:6.2f} {rates[2]:8,.0f} "
                f"{m['quads']:8,} {m['peak']:8.0f} {m['worker_peak']:10.0f} {m['store'] / m['MB'] / 1e6:13.1f} "
                f"{m['load'] / m['seconds']:11.0%}",
                flush=True,
            )


if __name__ == "__main__":
    main()
