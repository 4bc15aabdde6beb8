#!/usr/bin/env python3
"""US Census name tables → `kg/extract/data/given-names.txt.xz` and `surnames.txt.xz`, one lower-cased name a line.

usage: python scripts/build_names.py VOCAB_DIR
VOCAB_DIR holds `given_names_census1990.tsv.xz` and `surnames_census1990_top20k.tsv.xz` (US Census 1990, US government
data, free of copyright). Names that are everyday words of filings ("May", "Price", "Chase") stay: they are weak
evidence and never count alone.
"""

from __future__ import annotations

import argparse
import lzma
from pathlib import Path

TABLES = {
    "given_names_census1990.tsv.xz": "given-names.txt.xz",
    "surnames_census1990_top20k.tsv.xz": "surnames.txt.xz",
}
TARGET = Path(__file__).resolve().parent.parent / "kg" / "extract" / "data"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vocab", type=Path)
    folder = parser.parse_args().vocab
    for source, target in TABLES.items():
        with lzma.open(folder / source, "rt", encoding="utf-8") as lines:
            next(lines)
            names = sorted({line.split("\t")[0].strip().lower() for line in lines if line.strip()})
        packed = lzma.compress("\n".join(names).encode(), preset=9 | lzma.PRESET_EXTREME)
        (TARGET / target).write_bytes(packed)
        print(f"{target}: {len(names)} names, {len(packed)} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
