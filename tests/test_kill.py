"""kill -9 at any moment of a build, an addition or a removal: the store is whole, and a second run completes it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from made_filings import accession_of, dump, submission

from kg import pipeline, store
from kg.settings import Settings

COUNT = 24
HERE = Path(__file__).parent
OLD = [submission(n) for n in range(6)]


@pytest.fixture(autouse=True, scope="module")
def _light() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "extract", lambda read: ())
        yield


@pytest.fixture(scope="module")
def dumps(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What a store holds before anything is done to it, and after building or adding everything."""
    folder = tmp_path_factory.mktemp("dumps")
    build(folder / "old", OLD)
    build(folder / "new", [submission(n) for n in range(COUNT)])
    build(folder / "none", [])
    return {name: dump(folder / name) for name in ("old", "new", "none")}


def build(at: Path, files: list[pipeline.File]) -> None:
    pipeline.build(files, at, [], Settings(workers=1), lambda *_: None)


def start(at: Path, verb: str, point: str = "never", number: int = 0, workers: int = 1) -> subprocess.Popen[bytes]:
    paths = [str(HERE), str(Path(pipeline.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return subprocess.Popen(
        [sys.executable, str(HERE / "killed_run.py"), str(at), verb, point, *map(str, (number, workers, COUNT))],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    )


def whole_filings(at: Path) -> set[str]:
    """Accession numbers in the store, each of which is checked to be there completely or not at all."""
    opened = store.open_read_only(at)
    records = {record.accession: record for record in store.filings(opened)}
    graphs = {graph.value.rpartition("/")[2] for graph in opened.named_graphs()}
    assert {g for g in graphs if store.is_accession(g)} == set(records)
    for accession, record in records.items():
        found = opened.query(
            f"SELECT (COUNT(*) AS ?n) {{ GRAPH <https://w3id.org/edgar-kg/graph/{accession}> {{ ?s ?p ?o }} }}"
        )
        assert [int(row[0].value) for row in found] == [record.statements]  # type: ignore[union-attr]
    return set(records)


POINTS = [
    *(("read", n) for n in (1, COUNT)),
    *(("load", n) for n in (1, 12)),
    ("before-swap", 0),
    ("before-exchange", 0),
    ("after-exchange", 0),
    ("between-renames", 0),
]


@pytest.mark.parametrize(("point", "number"), POINTS)
def test_a_killed_build_leaves_the_old_store_or_the_new_one(
    tmp_path: Path, dumps: dict[str, list[str]], point: str, number: int
) -> None:
    at = tmp_path / "s"
    build(at, OLD)
    assert start(at, "build", point, number).wait() == -signal.SIGKILL
    assert dump(at) == dumps["new" if point == "after-exchange" else "old"]
    assert store.work_folder(at).is_dir(), "it had begun"
    assert start(at, "build").wait() == 0
    assert dump(at) == dumps["new"]
    assert [p.name for p in tmp_path.iterdir()] == ["s"]


@pytest.mark.parametrize(("point", "number"), [("read", 5), ("before-swap", 0)])
def test_a_killed_first_build_leaves_no_store(
    tmp_path: Path, dumps: dict[str, list[str]], point: str, number: int
) -> None:
    at = tmp_path / "s"
    assert start(at, "build", point, number, workers=2).wait() == -signal.SIGKILL
    assert not at.exists()
    assert start(at, "build", workers=2).wait() == 0
    assert dump(at) == dumps["new"]


@pytest.mark.parametrize(
    ("point", "number"), [("read", 3), ("store", 8), ("store", COUNT), ("before-clearing", 0)]
)
def test_a_killed_addition_has_added_whole_filings(
    tmp_path: Path, dumps: dict[str, list[str]], point: str, number: int
) -> None:
    at = tmp_path / "s"
    build(at, OLD)
    assert start(at, "add", point, number).wait() == -signal.SIGKILL
    held = whole_filings(at)
    assert {accession_of(n) for n in range(6)} <= held
    if point == "read":
        assert dump(at) == dumps["old"]
    assert start(at, "add").wait() == 0
    assert dump(at) == dumps["new"]
    assert [p.name for p in tmp_path.iterdir()] == ["s"]


def test_a_killed_export_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    at, graph = tmp_path / "s", tmp_path / "graph.ttl"
    build(at, OLD)
    graph.write_text("before")
    assert start(at, "export", "written").wait() == -signal.SIGKILL
    assert graph.read_text() == "before"
    assert start(at, "export").wait() == 0
    assert accession_of(5) in graph.read_text()
    assert {p.name for p in tmp_path.iterdir()} == {"s", "graph.ttl"}


@pytest.mark.parametrize("verb", ["build", "add", "remove"])
def test_killed_at_moments_of_chance(tmp_path: Path, dumps: dict[str, list[str]], verb: str) -> None:
    chance = random.Random(verb)
    at = tmp_path / "s"
    build(at, OLD)
    began = time.monotonic()
    assert start(tmp_path / "other", "build", workers=2).wait() == 0
    length = time.monotonic() - began
    for _ in range(3):
        process = start(at, verb, workers=2 if verb == "build" else 1)
        time.sleep(chance.uniform(0.2, 1.0) * length)
        process.kill()
        process.wait()
        whole_filings(at)
        if verb == "build":
            assert dump(at) in (dumps["old"], dumps["new"])
    assert start(at, verb).wait() == 0
    assert dump(at) == dumps["none" if verb == "remove" else "new"]
