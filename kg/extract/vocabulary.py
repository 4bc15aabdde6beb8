"""Compact tables of names (diseases, brands, orphan designations, universities) → rows, and what is known of them.

The tables are xz-compressed TSV with a header line in `data/`, described by `vocabularies.json`; each is read when
first asked for. A folder named by `$KG_VOCABULARIES` may hold further tables of diseases (see `import_table`).
"""

from __future__ import annotations

import hashlib
import json
import lzma
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.errors import UsageError

DATA = Path(__file__).parent / "data"
MANIFEST = "vocabularies.json"
FOLDER_VARIABLE = "KG_VOCABULARIES"


@dataclass(frozen=True, slots=True)
class TableInfo:
    """What is known of one table: its columns, where it comes from, its licence, and the bytes that carry it."""

    name: str
    file: str
    columns: tuple[str, ...]
    version: str
    source: str
    licence: str
    credit: str
    rows: int = 0
    bytes: int = 0
    sha256: str = ""


# ── reading and writing tables ──────────────────────────────────────────────────────────────────────────────────────


def read_table(path: Path) -> Iterator[tuple[str, ...]]:
    """Rows of a TSV (`.tsv` or `.tsv.xz`) without its header, every row as wide as the header."""
    raw = path.read_bytes()
    text = (lzma.decompress(raw) if path.suffix == ".xz" else raw).decode("utf-8")
    lines = text.split("\n")
    width = lines[0].count("\t") + 1
    for line in lines[1:]:
        if line:
            row = tuple(line.rstrip("\r").split("\t"))
            yield (row + ("",) * width)[:width]


def write_tables(folder: Path, tables: Sequence[tuple[TableInfo, Sequence[tuple[str, ...]]]]) -> list[TableInfo]:
    """Writes each table as `NAME.tsv.xz` and all their descriptions as the manifest; same rows, same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    infos = []
    for info, rows in tables:
        lines = "\n".join("\t".join(cell.replace("\t", " ") for cell in row) for row in (info.columns, *rows)) + "\n"
        packed = lzma.compress(lines.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)
        file = f"{info.name}.tsv.xz"
        (folder / file).write_bytes(packed)
        digest = hashlib.sha256(lines.encode("utf-8")).hexdigest()
        infos.append(replace(info, file=file, rows=len(rows), bytes=len(packed), sha256=digest))
    manifest = json.dumps([asdict(info) for info in infos], ensure_ascii=False, indent=1) + "\n"
    (folder / MANIFEST).write_text(manifest, encoding="utf-8")
    return infos


def _manifest(folder: Path) -> list[tuple[TableInfo, Path]]:
    path = folder / MANIFEST
    if not path.is_file():
        return []
    entries = json.loads(path.read_text(encoding="utf-8"))
    infos = [TableInfo(**{**entry, "columns": tuple(entry["columns"])}) for entry in entries]
    return [(info, folder / info.file) for info in infos]


def _every() -> list[tuple[TableInfo, Path]]:
    extra = os.environ.get(FOLDER_VARIABLE)
    return _manifest(DATA) + (_manifest(Path(extra)) if extra else [])


def imported() -> tuple[TableInfo, ...]:
    """The tables of the user's own folder."""
    extra = os.environ.get(FOLDER_VARIABLE)
    return tuple(info for info, _ in _manifest(Path(extra))) if extra else ()


def tables() -> tuple[TableInfo, ...]:
    """The tables at hand, shipped ones first."""
    return tuple(info for info, _ in _every())


def table_info(name: str) -> TableInfo:
    """The description of table `name`; UsageError when there is none."""
    for info, _ in _every():
        if info.name == name:
            return info
    known = ", ".join(info.name for info in tables())
    raise UsageError(f"no vocabulary {name!r}; there are: {known}")


@lru_cache(maxsize=16)
def _rows(path: Path) -> tuple[tuple[str, ...], ...]:
    return tuple(read_table(path))


def load(name: str) -> tuple[tuple[str, ...], ...]:
    """All rows of table `name`, in the order of its columns."""
    info = table_info(name)
    return next(_rows(path) for other, path in _every() if other == info)


def verify(name: str) -> bool:
    """True when the table's text still has the digest of its manifest."""
    info = table_info(name)
    path = next(path for other, path in _every() if other == info)
    text = lzma.decompress(path.read_bytes())
    return hashlib.sha256(text).hexdigest() == info.sha256


DISEASE_COLUMNS = ("id", "label", "synonyms")


def import_table(path: Path, folder: Path, name: str, licence: str, credit: str, version: str = "") -> TableInfo:
    """Adds a user's TSV (columns id, label, synonyms and optionally parents, same; lists joined by "|") to `folder`.

    The folder takes part in matching once `$KG_VOCABULARIES` names it. UsageError when the header is another one.
    """
    if not path.is_file():
        raise UsageError(f"no such file: {path}")
    opener: Any = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        columns = tuple(stream.readline().rstrip("\r\n").split("\t"))
    if columns[:3] != DISEASE_COLUMNS:
        raise UsageError(
            f"{path.name}: its header must begin with id, label, synonyms (tab-separated), not {columns[:3]}"
        )
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name) or name in {info.name for info in tables()}:
        raise UsageError(f"{name!r} is taken or not of lower-case letters, digits and hyphens")
    info = TableInfo(name, path.name, columns, version, f"imported from {path.name}", licence, credit)
    kept = [(old, tuple(read_table(place))) for old, place in _manifest(folder)]
    made = write_tables(folder, [*kept, (info, sorted(set(read_table(path))))])
    return made[-1]
