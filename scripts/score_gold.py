#!/usr/bin/env python3
"""Folder of submissions (`*.txt`) → N-Quads on stdout or `-o FILE`, for scoring against gold facts.

usage: python scripts/score_gold.py GOLD_DIR -o gold.nq
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kg.pipeline import graphs


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    args = parser.parse_args()
    out = args.output.open("w", encoding="utf-8") if args.output else sys.stdout
    for path in sorted(args.folder.glob("*.txt")):
        for quads in graphs(path.read_bytes(), path.name):
            out.writelines(quads.lines())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
