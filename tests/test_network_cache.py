"""The table of agreements beside a store: equal to a fresh reading, never stale, made anew when damaged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg import store as stores
from kg.errors import StoreError
from kg.graph import KnowledgeGraph
from kg.network import agreements, cache
from kg.network.graph import network
from kg.settings import Settings


@pytest.fixture
def store(sample_store: Path, tmp_path: Path) -> Path:
    """A copy of the sample store that may be changed."""
    return Path(shutil.copytree(sample_store, tmp_path / "store"))


def fresh(store: Path) -> agreements.Table:
    return agreements.read(stores.open_read_only(store))


def test_a_build_leaves_the_table_beside_the_store(sample_store: Path) -> None:
    assert cache.file_of(sample_store).is_file()
    assert cache.table(sample_store) == fresh(sample_store)


def test_kept_and_read_again(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = cache.table(store)
    assert made == fresh(store)
    assert len(made.columns["agreement"]) >= 8

    def never(_: object) -> agreements.Table:
        raise AssertionError("the file beside the store was not used")

    monkeypatch.setattr(agreements, "read", never)
    assert cache.table(store) == made


def test_never_stale(store: Path) -> None:
    whole = network(cache.table(store))
    filing = next(d["filings"][0] for _, _, d in whole.edges(data=True) if len(d["filings"]) == 1)
    graph = KnowledgeGraph(store, Settings(workers=1))
    graph.remove([filing])
    fewer = graph.network()
    assert all(d["filings"] != (filing,) for _, _, d in fewer.edges(data=True))
    assert fewer.number_of_edges() < whole.number_of_edges()
    assert cache.table(store) == fresh(store)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]\n{}", b'{"stamp": 1}\n'])
def test_damage_is_repaired(store: Path, damage: bytes) -> None:
    good = cache.table(store)
    cache.file_of(store).write_bytes(damage)
    assert cache.table(store) == good
    assert cache.file_of(store).read_bytes() != damage


def test_a_changed_letter_is_seen(store: Path) -> None:
    good = cache.table(store)
    file = cache.file_of(store)
    text = file.read_bytes()
    file.write_bytes(text.replace(b"Lindenhall", b"Lindenhell"))
    assert cache.table(store) == good
    assert file.read_bytes() == text


def test_nothing_can_be_written(store: Path) -> None:
    cache.file_of(store).with_name(cache.file_of(store).name + ".part").mkdir()  # the writer's way is barred
    assert cache.table(store) == fresh(store)
    assert not cache.file_of(store).exists()


def test_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here"):
        cache.table(tmp_path / "nothing")
    assert list(tmp_path.iterdir()) == []
