"""Store folder → its table of agreements, kept in a file beside the store so that only the first call pays for it.

The file says which state of the store and which code it was made from, and carries a digest: one that is stale, cut or
damaged is made anew without a word. A store that cannot be written beside is read each time.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from kg import collector
from kg import store as stores
from kg.network import agreements
from kg.network.agreements import ROW, Table
from kg.store.reader import fingerprint


def file_of(store: Path) -> Path:
    """Where the table of a store lies: beside it. It may be deleted at any time."""
    return store.with_name(store.name + ".agreements.jsonl")


def table(store: Path) -> Table:
    """The agreements of the store as it is now; StoreError when there is none."""
    store = store.absolute()
    before = _stamp(store)
    with collector.at_rest():
        kept = _read(file_of(store), before) if before else None
        if kept is not None:
            return kept
        made = agreements.read(stores.open_read_only(store))
        if before and _stamp(store) == before:  # nobody wrote meanwhile
            with suppress(OSError):
                _write(file_of(store), before, made)
        return made


def _stamp(store: Path) -> str | None:
    """What the table depends on: the state of the store's files, and the code that reads them."""
    try:
        state = repr(fingerprint(store)).encode()
    except OSError:  # just being replaced
        return None
    return hashlib.sha256(state + Path(agreements.__file__).read_bytes()).hexdigest()


def _write(path: Path, stamp: str, made: Table) -> None:
    columns = {name: _encode(made.columns[name]) for name in ROW}
    whole = {"columns": columns, "organizations": made.organizations, "indications": made.indications}
    body = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    head = json.dumps({"stamp": stamp, "sha256": hashlib.sha256(body).hexdigest()})
    partial = path.with_name(path.name + ".part")
    partial.write_bytes(head.encode() + b"\n" + body)
    os.replace(partial, path)


def _read(path: Path, stamp: str) -> Table | None:
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        if json.loads(head) != {"stamp": stamp, "sha256": hashlib.sha256(body).hexdigest()}:
            return None
    except (OSError, ValueError):
        return None
    whole = json.loads(body)
    return Table(
        {name: _decode(*whole["columns"][name]) for name in ROW},
        {iri: tuple(values) for iri, values in whole["organizations"].items()},
        {iri: (tuple(names), tuple(broader)) for iri, (names, broader) in whole["indications"].items()},
    )


def _encode(values: list[Any]) -> tuple[list[Any], list[int]]:
    """Each distinct value once, and where it stands: columns repeat themselves."""
    places: dict[Any, int] = {}
    at = [places.setdefault(value, len(places)) for value in values]
    return list(places), at


def _decode(distinct: list[Any], at: list[int]) -> list[Any]:
    values = [tuple(value) if isinstance(value, list) else value for value in distinct]
    return [values[place] for place in at]
