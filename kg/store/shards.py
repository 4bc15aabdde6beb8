"""Filing graphs → shard files in the work folder, one per batch; shard files → statements to load.

A shard is `<key>.nq` (for each filing its graph, then its facts) and `<key>.json` (the index, written last: a shard
without it is unfinished). The key digests the batch's input, so a run that was killed finds what it had finished.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import Issue
from kg.store.records import FilingGraph, issue_quads, lines, record_quads


@dataclass(frozen=True, slots=True)
class Entry:
    """One filing of a shard: where its graph and its facts lie in the shard's text."""

    shard: Path
    accession: str
    source: str
    sha256: str
    size: int
    ruleset: str
    statements: int
    start: int
    facts: int
    end: int
    issues: tuple[Issue, ...]


_COPIED = ("accession", "source", "sha256", "size", "ruleset", "statements")


@dataclass(frozen=True, slots=True)
class Shard:
    """The index of a finished shard; `issues` are those of files as a whole."""

    path: Path
    sources: tuple[str, ...]
    entries: tuple[Entry, ...]
    issues: tuple[Issue, ...]


def is_done(folder: Path, key: str) -> bool:
    """True when the shard of that key was finished before."""
    return (folder / f"{key}.json").is_file()


def write_shard(folder: Path, key: str, sources: Iterable[str], results: Iterable[FilingGraph | Issue]) -> None:
    """Write one shard; nothing of it counts until the last step."""
    text, index = folder / f"{key}.nq", folder / f"{key}.json"
    filings: list[dict[str, object]] = []
    problems: list[Issue] = []
    partial = text.with_suffix(".nq.part")
    with partial.open("wb") as out:
        for result in results:
            if isinstance(result, Issue):
                problems.append(result)
                continue
            start = out.tell()
            out.write(result.graph)
            facts = out.tell()
            out.write(result.facts)
            about = {name: getattr(result, name) for name in _COPIED}
            places = {"start": start, "facts": facts, "end": out.tell()}
            filings.append({**about, **places, "issues": [_fields(i) for i in result.issues]})
    os.replace(partial, text)
    told = {"sources": list(sources), "filings": filings, "issues": [_fields(i) for i in problems]}
    partial = index.with_suffix(".json.part")
    partial.write_text(json.dumps(told, ensure_ascii=True), encoding="ascii")
    os.replace(partial, index)


def _fields(issue: Issue) -> tuple[str, str, str, str, str]:
    return (issue.kind, issue.where, issue.detail, issue.accession, issue.source)


def read_shard(folder: Path, key: str) -> Shard:
    """The index of a finished shard."""
    told = json.loads((folder / f"{key}.json").read_text(encoding="ascii"))
    path = folder / f"{key}.nq"
    entries = tuple(
        Entry(shard=path, **{**filing, "issues": tuple(Issue(*i) for i in filing["issues"])})
        for filing in told["filings"]
    )
    return Shard(path, tuple(told["sources"]), entries, tuple(Issue(*i) for i in told["issues"]))


def read_filing_graph(entry: Entry, extra: Iterable[Issue] = ()) -> FilingGraph:
    """One filing of a shard as it was given to `write_shard`, with further issues."""
    with entry.shard.open("rb") as file:
        file.seek(entry.start)
        graph = file.read(entry.facts - entry.start)
        facts = file.read(entry.end - entry.facts)
    about = {name: getattr(entry, name) for name in _COPIED}
    return FilingGraph(**about, graph=graph, facts=facts, issues=(*entry.issues, *extra))


def rank(size: int, sha256: str) -> tuple[int, str]:
    """Of several submissions with one accession the greatest stands: the longest, for the others may be cut short."""
    return (size, sha256)


def choose(shards: Iterable[Shard]) -> tuple[dict[str, str], dict[str, list[Issue]]]:
    """Accession → "sha256 source" of the submission that stands for it; accession → an issue for each that does not.

    Depends on what was given, not on its order or batches. Equal submissions are one, known by the first source.
    """
    first: dict[str, tuple[int, str, str]] = {}
    several: dict[str, set[tuple[int, str, str]]] = {}
    for shard in shards:
        for entry in shard.entries:
            mine = (*rank(entry.size, entry.sha256), entry.source)
            if first.setdefault(entry.accession, mine) != mine:
                several.setdefault(entry.accession, {first[entry.accession]}).add(mine)
    choice = {accession: _choice(sha256, source) for accession, (_, sha256, source) in first.items()}
    problems: dict[str, list[Issue]] = {}
    for accession, every in several.items():
        size, sha256, _ = max(every)
        source = min(source for _, digest, source in every if digest == sha256)
        choice[accession] = _choice(sha256, source)
        for other_size, other, where in sorted(every):
            if other != sha256:
                detail = f"{other_size} bytes, sha256 {other[:12]}; kept the {size} bytes of {source}"
                issue = Issue("accession-given-twice", "submission", detail, accession, where)
                problems.setdefault(accession, []).append(issue)
    return choice, problems


def _choice(sha256: str, source: str) -> str:
    return f"{sha256} {source}"


def chosen(shard: Shard, choice: dict[str, str]) -> Iterator[Entry]:
    """The filings of a shard that stand, each once."""
    seen: set[str] = set()
    for entry in shard.entries:
        if choice[entry.accession] == _choice(entry.sha256, entry.source) and entry.accession not in seen:
            seen.add(entry.accession)
            yield entry


def blocks(shard: Shard, kept: Iterable[Entry], extra: dict[str, list[Issue]]) -> Iterator[bytes]:
    """Statements of the kept filings with their records, then the issues of whole files."""
    for entry in kept:
        filing = read_filing_graph(entry, extra.get(entry.accession, ()))
        yield filing.graph
        yield filing.facts
        yield lines(record_quads(filing))
    for issue in shard.issues:
        yield lines(issue_quads(issue))
