"""EDGAR's own lists of companies → names in use: company tickers, submissions with former names, CIK look-up data.

Names from lists let texts lead to companies whose filings are not loaded. They are kept beside the store as lines
`cik<TAB>name<TAB>from<TAB>until`.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg import ontology
from kg.errors import UsageError
from kg.model.identity import NameUse

_LOOKUP = re.compile(r"(?P<name>.+):(?P<cik>\d{10}):")


def file_of(store: Path) -> Path:
    """Where imported names of a store lie: beside it."""
    return store.with_name(store.name + ".names.tsv")


def read_list(path: Path) -> list[NameUse]:
    """Names of one of EDGAR's files, told by its content. UsageError when it is none of them."""
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from None
    uses = _json(path, text) if text.lstrip()[:1] in ("{", "[") else list(_lookup(text))
    if not uses:
        raise UsageError(f"{path}: no company tickers, submissions or CIK look-up data in it")
    return sorted(set(uses))


def _json(path: Path, text: str) -> list[NameUse]:
    try:
        said = json.loads(text)
    except ValueError as error:
        raise UsageError(f"{path}: broken JSON ({error})") from None
    if isinstance(said, dict) and "cik" in said and "name" in said:
        return _submissions([said])
    if isinstance(said, dict) and isinstance(said.get("data"), list) and isinstance(said.get("fields"), list):
        said = [dict(zip(said["fields"], row, strict=False)) for row in said["data"] if isinstance(row, list)]
    rows = list(said.values()) if isinstance(said, dict) else said
    rows = [row for row in rows if isinstance(row, dict)]
    if any("formerNames" in row for row in rows):
        return _submissions(rows)
    found = ((row.get("cik_str", row.get("cik")), row.get("title", row.get("name"))) for row in rows)
    return [
        NameUse(node, name, "", "", "list") for cik, name in found if (node := _company(cik)) and isinstance(name, str)
    ]


def _submissions(rows: Iterable[dict[str, Any]]) -> list[NameUse]:
    uses = []
    for row in rows:
        node, name, last = _company(row.get("cik")), row.get("name"), ""
        if not node or not isinstance(name, str):
            continue
        for former in row.get("formerNames") or ():
            since, until = (str(former.get(end) or "")[:10] for end in ("from", "to"))
            if former.get("name") and until:
                # EDGAR dates the first and last filing under a name; the first name was borne before its first filing.
                uses.append(NameUse(node, str(former["name"]), since, until, "list"))
                last = max(last, until)
        uses.append(NameUse(node, name, last, "", "list"))
    return uses


def _lookup(text: str) -> Iterator[NameUse]:
    for line in text.splitlines():
        match = _LOOKUP.fullmatch(line.strip())
        node = _company(match["cik"]) if match else None
        if match and node:
            yield NameUse(node, match["name"].strip(), "", "", "list")


def _company(cik: object) -> str | None:
    digits = str(cik).strip()
    return (
        ontology.mint("company", digits.zfill(10))
        if digits.isdigit() and 0 < len(digits) <= 10 and int(digits)
        else None
    )


def read(path: Path) -> list[NameUse]:
    """Names kept beside a store; UsageError naming the line that is wrong."""
    if not path.exists():
        return []
    uses = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        fields = line.split("\t")
        node = _company(fields[0])
        if len(fields) != 4 or node is None:
            raise UsageError(f"{path}, line {number}: four fields are expected: CIK, name, from, until")
        uses.append(NameUse(node, fields[1], fields[2], fields[3], "list"))
    return uses


def write(path: Path, uses: Iterable[NameUse]) -> int:
    """Add names to those kept beside a store; returns how many are new."""
    before = set(read(path))
    every = before | set(uses)
    rows = sorted((u.company.rpartition("/")[2], " ".join(u.name.split()), u.since, u.until) for u in every)
    part = path.with_name(path.name + ".part")
    part.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    os.replace(part, path)
    return len(every) - len(before)
