"""The story on one page: files → filings → document text → claims with evidence → quads → store.

Reading is a pure function of a file's bytes, so batches may be read in any number of processes; the store takes them
as a set, so neither order nor batching shows in it.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg import ontology, pool, resolve, store, versions
from kg.emit import Quads, emit
from kg.errors import Issue
from kg.extract import extract
from kg.model import Claim, Filing, ReadFiling
from kg.model.identity import Judgement
from kg.parse import read_filing, read_submissions
from kg.settings import Settings

File = tuple[str, bytes]
"""Where a submission comes from, and its bytes."""
Progress = Callable[[str, int, int | None], None]
"""Hears the step ("read", "load", "store"), how much of it is done, and of how much when that is known."""


READER = "kg.pipeline:read_batch"
"""What worker processes run."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did: files and bytes read, filings now stored by it, statements of their graphs, issues found.

    `unchanged` filings were in the store already; `resumed` files had been read by an earlier run that was cut short.
    """

    files: int = 0
    bytes: int = 0
    filings: int = 0
    statements: int = 0
    issues: int = 0
    unchanged: int = 0
    resumed: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """Files to be read together, and the shard that they become."""

    folder: Path
    key: str
    files: tuple[File, ...]


def claims(data: bytes, source: str = "") -> Iterator[tuple[ReadFiling, tuple[Claim, ...]]]:
    """Bytes of a submission file → each filing in it with its texts and all that it claims."""
    for filing in read_submissions(data, source):
        read = read_filing(filing)
        yield read, extract(read)


def graphs(data: bytes, source: str = "") -> Iterator[Quads]:
    """Bytes of a submission file → the graph of each filing in it."""
    return (emit(read, found) for read, found in claims(data, source))


def read_file(data: bytes, source: str = "") -> Iterator[store.FilingGraph | Issue]:
    """Bytes of a file → each filing ready for the store, with what was odd; an issue when there is none."""
    found = False
    try:
        for filing in read_submissions(data, source):
            found = True
            yield _filing_graph(filing, data)
    except Exception as error:  # a bug in reading one file must not cost the others; it is told, not hidden
        yield Issue("internal-error", "file", _told(error), source=source)
    else:
        if not found:
            yield Issue("no-submission", "file", "no EDGAR submission was found in it", source=source)


def _filing_graph(filing: Filing, data: bytes) -> store.FilingGraph | Issue:
    if not store.is_accession(filing.accession):
        detail = f"{filing.accession!r} is no accession number; nothing of this submission is stored"
        return Issue("no-accession", "header", detail, source=filing.source)
    issues: list[Issue] = []
    try:
        read = read_filing(filing)
    except Exception as error:
        issues.append(Issue("internal-error", "text", _told(error)))
        read = ReadFiling(filing, ())
    try:
        quads = emit(read, extract(read))
    except Exception as error:
        issues.append(Issue("internal-error", "facts", _told(error)))
        quads = emit(ReadFiling(filing, ()), ())
    every = dict.fromkeys((*filing.issues, *read.issues, *issues))
    lines = list(quads.lines())
    return store.sound(
        store.FilingGraph(
            accession=filing.accession,
            source=filing.source,
            sha256=filing.sha256 or hashlib.sha256(data).hexdigest(),
            size=filing.size or len(data),
            ruleset=versions.RULESET,
            statements=len(lines),
            graph="".join(lines).encode(),
            facts="".join(quads.fact_lines()).encode(),
            issues=tuple(replace(i, accession=filing.accession, source=filing.source) for i in every),
        )
    )


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:300]


def read_batch(batch: Batch) -> None:
    """Read the files of a batch into its shard."""
    results = (result for source, data in batch.files for result in read_file(data, source))
    store.write_shard(batch.folder, batch.key, [source for source, _ in batch.files], results)


def build(
    files: Iterable[File | Issue], into: Path, vocabulary: Sequence[Path], settings: Settings, progress: Progress
) -> Report:
    """Make a new store of these files; what lay at `into` stays until the new one is complete."""
    into = into.absolute()
    store.check_replaceable(into)
    with store.writing(into) as work:
        keys, report = _read(files, work, settings, progress)
        loaded = store.load(
            into, work, keys, vocabulary, settings.load_bytes, lambda done, total: progress("load", done, total)
        )
        shutil.rmtree(work / "shards")
    return replace(report, filings=loaded.filings, statements=loaded.statements, issues=loaded.issues)


def add(
    files: Iterable[File | Issue],
    into: Path,
    settings: Settings,
    progress: Progress,
    judged: Sequence[Judgement] = (),
) -> Report:
    """Add these files to the store, replacing filings that it holds; each filing is one transaction.

    In a resolved store each is seen through identity, by the judgements about what it touches.
    """
    into = into.absolute()
    with store.writing(into) as work:
        store.change(into, lambda opened: None)  # nothing is read for a store that cannot be written
        keys, report = _read(files, work, settings, progress)
        told = store.change(into, lambda opened: _put_all(opened, work / "shards", keys, judged, progress))
        shutil.rmtree(work / "shards")
    return replace(told, files=report.files, bytes=report.bytes, resumed=report.resumed)


def _put_all(
    opened: ox.Store, folder: Path, keys: Sequence[str], judged: Sequence[Judgement], progress: Progress
) -> Report:
    choice, problems = store.choose(store.read_shard(folder, key) for key in keys)
    done = unchanged = statements = 0
    issues = sum(map(len, problems.values()))
    for key in keys:
        shard = store.read_shard(folder, key)
        store.put_file_issues(opened, shard.sources, shard.issues)
        issues += len(shard.issues)
        for entry in store.chosen(shard, choice):
            filing = store.read_filing_graph(entry, problems.get(entry.accession, ()))
            changed = store.put(
                opened, filing, lambda f: resolve.change(opened, f.accession, f.graph, judged)
            )
            done += 1
            unchanged += not changed
            statements += entry.statements
            issues += len(entry.issues)
            progress("store", done, len(choice))
    return Report(filings=done, statements=statements, issues=issues, unchanged=unchanged)


def remove(accessions: Iterable[str], out_of: Path, judged: Sequence[Judgement] = ()) -> list[str]:
    """Take filings out of the store, one transaction each; returns those that it did not hold."""
    out_of = out_of.absolute()
    every = dict.fromkeys(accessions)

    def drop_all(opened: ox.Store) -> list[str]:
        return [
            one for one in every
            if not store.drop(opened, one, lambda accession: resolve.change(opened, accession, b"", judged))
        ]  # fmt: skip

    with store.writing(out_of):
        return store.change(out_of, drop_all)


def _read(
    files: Iterable[File | Issue], work: Path, settings: Settings, progress: Progress
) -> tuple[list[str], Report]:
    """Read all files into shards, skipping those that an earlier run finished; returns the shards' keys."""
    folder = work / "shards"
    with store.errors(work):
        folder.mkdir(exist_ok=True)
    keys: list[str] = []
    counted = {"files": 0, "bytes": 0, "resumed": 0}
    problems: list[Issue] = []

    def batches() -> Iterator[Batch]:
        for key, group in _batches(_only_files(files, problems), settings):
            keys.append(key)
            counted["bytes"] += sum(len(data) for _, data in group)
            if store.is_done(folder, key):
                counted["files"] += len(group)
                counted["resumed"] += len(group)
                progress("read", counted["files"], None)
            else:
                yield Batch(folder, key, group)

    with store.errors(work):
        for batch in _in_processes(batches(), settings):
            counted["files"] += len(batch.files)
            progress("read", counted["files"], None)
        if problems:
            keys.append(_key((issue.source, repr(issue).encode()) for issue in problems))
            store.write_shard(folder, keys[-1], [issue.source for issue in problems], problems)
    return list(dict.fromkeys(keys)), Report(**counted)


def _in_processes(batches: Iterable[Batch], settings: Settings) -> Iterator[Batch]:
    """Read batches in this process, or in several; yields each when its shard is written."""
    if settings.workers <= 1:
        for batch in batches:
            read_batch(batch)
            yield batch
        return
    limit = settings.file_seconds
    for batch, lost in pool.run(READER, batches, settings.workers, limit):
        if lost is not None:
            _rescue(batch, limit)
        yield batch


def _rescue(batch: Batch, limit: float) -> None:
    """A worker died or hung over this batch: read its files one by one, so that the culprit is known."""
    parts = batch.folder / f"{batch.key}.parts"
    shutil.rmtree(parts, ignore_errors=True)
    parts.mkdir()
    alone = [Batch(parts, str(number), (file,)) for number, file in enumerate(batch.files)]
    results: list[store.FilingGraph | Issue] = []
    for part, lost in pool.run(READER, alone, 1, limit):
        if lost is not None:
            source = part.files[0][0]
            results.append(Issue("reader-lost", "file", f"the process reading it {lost.reason}", source=source))
            continue
        shard = store.read_shard(parts, part.key)
        results += [store.read_filing_graph(entry) for entry in shard.entries]
        results += shard.issues
    store.write_shard(batch.folder, batch.key, [source for source, _ in batch.files], results)
    shutil.rmtree(parts)


def _only_files(files: Iterable[File | Issue], problems: list[Issue]) -> Iterator[File]:
    for file in files:
        if isinstance(file, Issue):
            problems.append(file)
        else:
            yield file


def _batches(files: Iterable[File], settings: Settings) -> Iterator[tuple[str, tuple[File, ...]]]:
    """Consecutive files, bounded in number and bytes, each group with its key."""
    group: list[File] = []
    size = 0
    for file in files:
        group.append(file)
        size += len(file[1])
        if len(group) >= settings.batch_files or size >= settings.batch_bytes:
            yield _key(group), tuple(group)
            group, size = [], 0
    if group:
        yield _key(group), tuple(group)


def _key(files: Iterable[File]) -> str:
    """Digest of what a shard is made from: the files, and the code that reads them."""
    made = hashlib.sha256(_code().encode())
    for source, data in files:
        made.update(hashlib.sha256(source.encode("utf-8", "surrogateescape")).digest())
        made.update(hashlib.sha256(data).digest())
    return made.hexdigest()[:32]


@lru_cache(maxsize=1)
def _code() -> str:
    """Digest of the package and its tables: shards made by other code are not taken up again."""
    made = hashlib.sha256()
    for folder in (Path(__file__).parent, ontology.folder()):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                made.update(path.relative_to(folder).as_posix().encode() + b"\0")
                made.update(hashlib.sha256(path.read_bytes()).digest())
    return made.hexdigest()
