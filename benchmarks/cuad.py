"""Contracts of CUAD → how well `read_contract` finds parties, dates, exclusivity and licence grants.

    python benchmarks/cuad.py [FOLDER] [--errors]

FOLDER (default `../shared/cuad/dev`, or `$KG_SHARED/cuad/dev`) holds texts and `gold.tsv`. A party counts as found when
its name, or every word of it without legal forms, equals the gold name; names of aliases do not count.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import time
from pathlib import Path

from kg.extract.contract import read_contract
from kg.names import org_key

csv.field_size_limit(10**9)


def fold(raw: str) -> tuple[str, str]:
    """Raw text → (text, layout) with blanks folded, as the parse stage makes them."""
    layout = re.sub(r"\s+", lambda run: "\n" if "\n" in run[0] else " ", raw).strip()
    return layout.replace("\n", " "), layout


def key(name: str) -> str:
    """Comparison key of a party's name."""
    return org_key(" ".join(name.split())).removeprefix("the ")


def f1(hit: int, found: int, gold: int) -> float:
    """Harmonic mean of precision and recall from counts."""
    return 2 * hit / (found + gold) if found + gold else 0.0


def main() -> None:
    """Command line: see the docstring of this file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    shared = Path(os.environ.get("KG_SHARED", Path(__file__).parent.parent.parent / "shared"))
    parser.add_argument("folder", type=Path, nargs="?", default=shared / "cuad/dev")
    parser.add_argument("--errors", action="store_true", help="print what was missed and what was wrong")
    given = parser.parse_args()
    counts = dict.fromkeys(("party", "party_found", "party_gold"), 0)
    dates = {field: [0, 0, 0] for field in ("agreement_date", "effective_date")}
    yes = {field: [0, 0, 0] for field in ("exclusivity", "license_grant")}
    seconds = size = 0.0
    with (given.folder / "gold.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    for row in rows:
        text, layout = fold((given.folder / row["file"]).read_text(encoding="utf-8"))
        began = time.perf_counter()
        contract = read_contract(text, layout)
        seconds += time.perf_counter() - began
        size += len(text)
        gold = {key(p["name"]): p["name"] for p in json.loads(row["parties"])}
        mine = {key(p.name): p.name for p in contract.parties}
        hit = gold.keys() & mine.keys()
        counts["party"] += len(hit)
        counts["party_found"] += len(mine)
        counts["party_gold"] += len(gold)
        said: list[str] = []
        if gold.keys() != mine.keys():
            said.append(
                f"parties missed {[gold[k] for k in gold.keys() - hit]} wrong {[mine[k] for k in mine.keys() - hit]}"
            )
        for field, tally in dates.items():
            want, have = row[field] or None, getattr(contract, field)
            tally[0] += want is not None and want == have
            tally[1] += have is not None
            tally[2] += want is not None
            if want != have:
                said.append(f"{field} gold {want} found {have}")
        for field, tally in yes.items():
            want_yes, have_yes = row[field] == "yes", getattr(contract, field)
            tally[0] += want_yes and have_yes
            tally[1] += have_yes
            tally[2] += want_yes
            if want_yes != have_yes:
                span = getattr(contract, field + "_span")
                said.append(
                    f"{field} gold {row[field]}"
                    + (f" found {text[max(0, span[0] - 80) : span[1] + 120]!r}" if span else "")
                )
        if given.errors and said:
            print(row["file"][:50], *said, sep="\n    ")
    print(f"{len(rows)} contracts, {size / 1e6 / seconds:.1f} MB/s")
    print(f"parties         F1 {f1(counts['party'], counts['party_found'], counts['party_gold']):.3f}")
    for field, tally in {**dates, **yes}.items():
        print(f"{field:15} F1 {f1(*tally):.3f}  ({tally[0]} right of {tally[1]} found, {tally[2]} in gold)")


if __name__ == "__main__":
    main()
