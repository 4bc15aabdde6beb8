"""Vocabulary tables: shipped ones intact, written ones the same every time, imports checked."""

from __future__ import annotations

import lzma
import re
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path

import pytest

import kg.extract
from kg.errors import UsageError
from kg.extract.vocabulary import TableInfo, import_table, load, read_table, table_info, tables, verify, write_tables

INFO = TableInfo("small", "", ("id", "label", "synonyms"), "1", "made up", "CC0-1.0", "nobody")
DATA = Path(kg.extract.__file__).parent / "data"
DOCS = Path(__file__).parent.parent / "docs"
ROWS = [("A:1", "marsh ague", "bog shakes|mire fever"), ("A:2", "hill cough", "")]


@pytest.mark.parametrize("name", [info.name for info in tables()])
def test_shipped_tables_are_as_described(name: str) -> None:
    info = table_info(name)
    rows = load(name)
    assert len(rows) == info.rows > 0
    assert {len(row) for row in rows} == {len(info.columns)}
    assert verify(name)
    assert info.licence
    assert info.credit


@pytest.mark.parametrize("page", [DATA / "ATTRIBUTION.md", DOCS / "vocabularies.md"], ids=lambda page: page.name)
def test_the_pages_name_every_file(page: Path) -> None:
    shipped = {path.name for path in DATA.iterdir() if path.suffix == ".xz"}
    cells = "".join(re.findall(r"(?m)^\|.*", page.read_text(encoding="utf-8")))
    named = set(re.findall(r"`([^`\s]+\.xz)`", cells))
    assert len(shipped) > 20
    assert {file for file in shipped if not any(fnmatch(file, name) for name in named)} == set()
    assert {name for name in named if not any(fnmatch(file, name) for file in shipped)} == set()


def test_the_page_counts_rows() -> None:
    page = (DOCS / "vocabularies.md").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^\| `([\w-]+)\.t\w\w\.xz` \| ([\d,]+) \|", page)
    counts = {name: int(count.replace(",", "")) for name, count in rows}
    lists = {
        path.name.partition(".")[0]: len(lzma.decompress(path.read_bytes()).split()) for path in DATA.glob("*.txt.xz")
    }
    assert counts == lists | {info.name: info.rows for info in tables()}


def test_known_rows() -> None:
    assert ("DOID:9538", "multiple myeloma") in {row[:2] for row in load("disease-do")}
    assert "Plasma Cell Myeloma" in {row[1] for row in load("disease-ncit")}
    assert ("bosentan", "Tracleer", "Treatment of pulmonary arterial hypertension") in load("orphan-designations")
    assert ("paclitaxel", "one") in load("chemical-words")


def test_all_tables_together_stay_small() -> None:
    assert sum(info.bytes for info in tables()) < 2_000_000


def test_unknown_table() -> None:
    with pytest.raises(UsageError, match="no vocabulary 'nope'; there are: disease-do"):
        table_info("nope")


def test_writing_gives_the_same_bytes(tmp_path: Path) -> None:
    first = write_tables(tmp_path / "a", [(INFO, ROWS)])
    second = write_tables(tmp_path / "b", [(INFO, ROWS)])
    assert first == second
    assert first[0].rows == 2
    for name in ("small.tsv.xz", "vocabularies.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    assert list(read_table(tmp_path / "a" / "small.tsv.xz")) == ROWS


def test_short_rows_are_filled(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    path.write_bytes(b"a\tb\tc\r\n1\t2\r\n\n1\t2\t3\t4\n")
    assert list(read_table(path)) == [("1", "2", ""), ("1", "2", "3")]


def test_import_keeps_earlier_tables(tmp_path: Path) -> None:
    table = tmp_path / "t.tsv"
    table.write_text("id\tlabel\tsynonyms\nA:1\tmarsh ague\tbog shakes\n", encoding="utf-8")
    first = import_table(table, tmp_path / "v", "first", "CC0-1.0", "nobody")
    second = import_table(table, tmp_path / "v", "second", "CC0-1.0", "nobody", version="7")
    assert (first.rows, second.rows, second.version) == (1, 1, "7")
    assert sorted(path.name for path in (tmp_path / "v").iterdir()) == [
        "first.tsv.xz",
        "second.tsv.xz",
        "vocabularies.json",
    ]


@pytest.mark.parametrize(
    ("header", "name", "message"),
    [
        ("id\tname", "own", "its header must begin with id, label, synonyms"),
        ("id\tlabel\tsynonyms", "disease-do", "is taken"),
        ("id\tlabel\tsynonyms", "Own Table", "lower-case"),
    ],
)
def test_import_refuses(tmp_path: Path, header: str, name: str, message: str) -> None:
    table = tmp_path / "t.tsv"
    table.write_text(header + "\nA:1\tx\ty\n", encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        import_table(table, tmp_path / "v", name, "CC0-1.0", "nobody")


def test_import_of_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        import_table(tmp_path / "gone.tsv", tmp_path, "own", "CC0-1.0", "nobody")


def test_a_changed_table_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = write_tables(tmp_path, [(INFO, ROWS)])
    changed = write_tables(tmp_path / "other", [(INFO, ROWS[:1])])
    assert replace(made[0], sha256="", rows=0, bytes=0) == replace(changed[0], sha256="", rows=0, bytes=0)
    (tmp_path / "small.tsv.xz").write_bytes((tmp_path / "other" / "small.tsv.xz").read_bytes())
    monkeypatch.setenv("KG_VOCABULARIES", str(tmp_path))
    assert not verify("small")
