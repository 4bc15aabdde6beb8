"""What it costs to start: processor seconds of a fresh interpreter, from nothing to the answer.

    python benchmarks/start.py [FILE ...] [--rounds 5]

Importing extraction, then `kg explain FILE` for each file (by default the shortest and the longest of the package's
samples), each in a process of its own with compiled modules at hand; the least of the rounds, since only waiting and
other work on the machine make one longer.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from pathlib import Path

import kg

ROOT = Path(kg.__file__).parent


def seconds(arguments: list[str]) -> float:
    """Processor seconds of one run of this interpreter with `arguments`."""
    before = os.times()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    path = [str(ROOT.parent), *filter(None, [environment.get("PYTHONPATH")])]
    environment["PYTHONPATH"] = os.pathsep.join(path)
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    """Measure what the arguments ask for and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    samples = sorted((ROOT / "samples").glob("*.txt"), key=lambda path: path.stat().st_size)
    files: list[Path] = given.files or [samples[0], samples[-1]]
    runs = {"import kg.extract": ["-c", "import kg.extract"]}
    runs |= {f"kg explain {path.name}": ["-m", "kg", "explain", str(path)] for path in files}
    print(f"{platform.machine()}, Python {platform.python_version()}; processor seconds, the least of {given.rounds}")
    for arguments in runs.values():
        seconds(arguments)  # what is compiled once is compiled here
    measured: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(given.rounds):
        for name, arguments in runs.items():
            measured[name].append(seconds(arguments))
    for name, spent in measured.items():
        print(f"{min(spent):6.2f} s  {name}")


if __name__ == "__main__":
    main()
