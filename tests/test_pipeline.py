"""Files to store: the same bytes whatever the workers, batches, order or accidents on the way."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from made_filings import accession_of, dump, submission

from kg import pipeline, store
from kg.errors import Issue, StoreError
from kg.pipeline import File, Report
from kg.settings import Settings

ONE = Settings(workers=1, batch_files=4)
FILES = [submission(n, words=f"Quillon signed paper {n}.") for n in range(14)]
JUNK: File = ("notes.txt", b"nothing of the kind")


@pytest.fixture(autouse=True, scope="module")
def _without_extraction() -> Iterator[None]:
    """What is found in the text does not matter here; `light_reader` does the same in worker processes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "extract", lambda read: ())
        patch.setattr(pipeline, "READER", "light_reader:read_batch")
        patch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]))
        yield


def quiet(step: str, done: int, total: int | None) -> None:
    """Nobody listens."""


def build(at: Path, files: Iterable[File | Issue], settings: Settings = ONE) -> Report:
    return pipeline.build(files, at, [], settings, quiet)


def add(at: Path, files: Iterable[File | Issue], settings: Settings = ONE) -> Report:
    return pipeline.add(files, at, settings, quiet)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The dump of a store of all files, built in one go in this process."""
    at = tmp_path_factory.mktemp("whole") / "s"
    build(at, FILES, Settings(workers=1, batch_files=100))
    return dump(at)


def test_a_file_becomes_a_filing_graph() -> None:
    name, data = FILES[3]
    (made,) = pipeline.read_file(data, name)
    assert isinstance(made, store.FilingGraph)
    assert (made.accession, made.source, made.size) == (accession_of(3), name, len(data))
    assert made.statements == len(made.graph.splitlines()) > len(made.facts.splitlines()) > 10
    assert b'"OLDER 0000 CORP"' in made.facts
    assert list(pipeline.read_file(data, name)) == [made], "the same bytes give the same bytes"


def test_what_is_no_submission_is_told() -> None:
    (told,) = pipeline.read_file(JUNK[1], JUNK[0])
    assert isinstance(told, Issue)
    assert (told.kind, told.source) == ("no-submission", "notes.txt")
    assert next(iter(pipeline.read_file(b"", "empty"))).source == "empty"


def test_a_submission_without_a_proper_accession_number_is_told() -> None:
    data = FILES[0][1].replace(accession_of(0).encode(), b"none of these")
    (told,) = pipeline.read_file(data, "x.txt")
    assert isinstance(told, Issue)
    assert (told.kind, told.source) == ("no-accession", "x.txt")


def test_a_bug_in_one_stage_costs_only_what_that_stage_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> object:
        raise ZeroDivisionError("boom")

    name, data = FILES[0]
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "extract", fail)
        (made,) = pipeline.read_file(data, name)
    assert isinstance(made, store.FilingGraph)
    assert b'"OLDER 0000 CORP"' in made.facts
    told = [i for i in made.issues if i.kind == "internal-error"]
    assert [(i.where, i.detail, i.accession, i.source) for i in told] == [
        ("facts", "ZeroDivisionError: boom", accession_of(0), name)
    ]
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "read_submissions", fail)
        assert list(pipeline.read_file(data, name)) == [
            Issue("internal-error", "file", "ZeroDivisionError: boom", source=name)
        ]


def test_workers_batches_and_order_do_not_show(tmp_path: Path, whole: list[str]) -> None:
    chance = random.Random(7)
    for number, settings in enumerate(
        (
            Settings(workers=1, batch_files=1),
            Settings(workers=2, batch_files=3),
            Settings(workers=3, batch_files=100, batch_bytes=2000),
        )
    ):
        told = build(tmp_path / str(number), chance.sample(FILES, len(FILES)), settings)
        assert (told.files, told.filings, told.bytes) == (14, 14, sum(len(data) for _, data in FILES))
        assert dump(tmp_path / str(number)) == whole


def test_a_build_in_parts_equals_a_build_in_one(tmp_path: Path, whole: list[str]) -> None:
    build(tmp_path / "s", FILES[:5])
    told = add(tmp_path / "s", FILES[3:])
    assert (told.files, told.filings, told.unchanged) == (11, 11, 2)
    assert dump(tmp_path / "s") == whole


def test_added_and_removed(tmp_path: Path, whole: list[str]) -> None:
    build(tmp_path / "s", FILES)
    more = [submission(n, year=21, company=1) for n in range(3)]
    add(tmp_path / "s", more)
    assert dump(tmp_path / "s") != whole
    missing = pipeline.remove([accession_of(n, 21) for n in (0, 1, 2, 9, 9)], tmp_path / "s")
    assert missing == [accession_of(9, 21)]
    assert dump(tmp_path / "s") == whole
    assert [p.name for p in tmp_path.iterdir()] == ["s"]


def test_replaced(tmp_path: Path, whole: list[str]) -> None:
    name, data = FILES[6]
    changed = data.replace(b"QUILLON", b"QUARLON")
    build(tmp_path / "s", [*FILES[:6], (name, changed), *FILES[7:]])
    other = dump(tmp_path / "s")
    assert other != whole
    assert add(tmp_path / "s", [(name, data)]).unchanged == 0
    assert dump(tmp_path / "s") == whole
    add(tmp_path / "s", [(name, changed)])
    assert dump(tmp_path / "s") == other


def test_one_accession_twice_in_one_run(tmp_path: Path) -> None:
    name, data = FILES[0]
    longer = ("other.txt", data.replace(b"QUILLON", b"QUILLON AND SONS"))
    for number, files in enumerate([[FILES[0], longer, FILES[0]], [longer, FILES[0]]]):
        told = build(tmp_path / str(number), files)
        assert (told.filings, told.issues) == (1, 1)
        assert add(tmp_path / str(number), files).unchanged == 1
    assert dump(tmp_path / "0") == dump(tmp_path / "1")
    (issue,) = store.issues(store.open_read_only(tmp_path / "0"))
    assert (issue.kind, issue.source) == ("accession-given-twice", name)


def test_issues_of_acquisition_and_reading_are_kept(tmp_path: Path) -> None:
    unread = Issue("unreadable-file", "file", "no permission", source="locked.txt")
    told = build(tmp_path / "s", [FILES[0], unread, JUNK])
    assert (told.files, told.filings, told.issues) == (2, 1, 2)
    kinds = [issue.kind for issue in store.issues(store.open_read_only(tmp_path / "s"))]
    assert kinds == ["unreadable-file", "no-submission"]
    add(tmp_path / "s", [("notes.txt", FILES[1][1])])
    kinds = [issue.kind for issue in store.issues(store.open_read_only(tmp_path / "s"))]
    assert kinds == ["unreadable-file"], "the file is a submission now"


def test_nothing_at_all(tmp_path: Path) -> None:
    assert build(tmp_path / "s", []) == Report()
    assert add(tmp_path / "s", []) == Report()
    assert list(store.filings(store.open_read_only(tmp_path / "s"))) == []


def test_adding_to_no_store_reads_nothing(tmp_path: Path) -> None:
    def files() -> Iterable[File]:
        pytest.fail("nothing may be read")
        yield FILES[0]

    with pytest.raises(StoreError, match="there is no store here"):
        add(tmp_path / "s", files())
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("mine")
    with pytest.raises(StoreError, match="something else lies here"):
        build(tmp_path / "mine", files())
    assert [p.name for p in tmp_path.iterdir()] == ["mine"]


# -- accidents ---------------------------------------------------------------------------------------------------------


class Cut(Exception):
    """The run ends here."""


def cut_after(files: list[File]) -> Iterable[File]:
    yield from files
    raise Cut


def test_a_run_cut_short_is_taken_up_again(tmp_path: Path, whole: list[str]) -> None:
    at = tmp_path / "s"
    with pytest.raises(Cut):
        build(at, cut_after(FILES[:9]))
    assert not at.exists()
    told = build(at, FILES)
    assert (told.resumed, told.files, told.filings) == (8, 14, 14)  # two full batches of four
    assert dump(at) == whole
    assert build(at, FILES).resumed == 0, "a finished build leaves nothing to resume"


def test_shards_of_other_content_or_other_code_are_not_taken_up(
    tmp_path: Path, whole: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    at = tmp_path / "s"
    with pytest.raises(Cut):
        build(at, cut_after([("a", FILES[0][1].replace(b"QUILLON", b"QUARLON")), *FILES[1:9]]))
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "_code", lambda: "other")
        with pytest.raises(Cut):
            build(at, cut_after(FILES[:9]))
    assert build(at, FILES).resumed == 4  # the second batch, as this code read it
    assert dump(at) == whole


@pytest.mark.parametrize(
    ("word", "reason"), [("KILL-ME", "crashed (exit status -9)"), ("HANG-ME", "took longer than 2 s")]
)
def test_a_file_that_kills_or_hangs_its_reader_is_told_and_the_others_are_read(
    tmp_path: Path, whole: list[str], word: str, reason: str
) -> None:
    bad = submission(99, words=word)
    told = build(tmp_path / "s", [*FILES[:6], bad, *FILES[6:]], replace(ONE, workers=2, file_seconds=2.0))
    assert (told.files, told.filings, told.issues) == (15, 14, 1)
    (issue,) = store.issues(store.open_read_only(tmp_path / "s"))
    assert (issue.kind, issue.source) == ("reader-lost", bad[0])
    assert reason in issue.detail
    facts = [line for line in dump(tmp_path / "s") if "/id/issue/" not in line]
    assert facts == whole
