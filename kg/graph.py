"""The Python face: `KnowledgeGraph` opens a store, builds it, asks it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from kg import entity, ontology, query, store
from kg.acquire import read_paths
from kg.entity import Page, Witness
from kg.errors import Issue, UsageError
from kg.export import PREFIXES, export
from kg.query import Query, Value
from kg.result import Result
from kg.settings import Settings, settings
from kg.store.client import Reader

if TYPE_CHECKING:  # who only asks need not wait for the rules and vocabularies that reading takes
    import networkx as nx

    from kg import validate as validation
    from kg.model.identity import Candidate, Judgement, NameUse
    from kg.network.graph import Network
    from kg.pipeline import File, Progress, Report
    from kg.resolve import Identity

Input = str | Path
"""A file or folder of submissions."""


@dataclass(frozen=True, slots=True)
class Stats:
    """What a store holds. `things` counts instances by class; sizes are bytes, of submissions and of the store."""

    things: Mapping[str, int]
    filings: int
    facts: int
    statements: int
    issues: int
    source_bytes: int
    store_bytes: int

    @property
    def bytes_per_source_byte(self) -> float:
        """Store bytes for each byte of filing; 0 for an empty store."""
        return self.store_bytes / self.source_bytes if self.source_bytes else 0.0


def _silent(step: str, done: int, total: int | None) -> None:
    """Progress that nobody watches."""


class KnowledgeGraph:
    """One store: `KnowledgeGraph("kg-store").query("former-names", cik="1279704")`.

    The store is opened for each call and read as it then is, so several of these may look at one store while one
    process writes to it. Use it as a context manager, or `close` it, to end its query process early.
    """

    def __init__(self, path: str | Path | None = None, limits: Settings | None = None) -> None:
        self._settings = limits or settings()
        self.path = Path(path) if path is not None else self._settings.store
        self._reader: Reader | None = None

    @classmethod
    def open(cls, path: str | Path | None = None, limits: Settings | None = None) -> KnowledgeGraph:
        """An existing store; StoreError when there is none at `path` (default `$KG_STORE`, else `./kg-store`)."""
        graph = cls(path, limits)
        graph.snapshot()
        return graph

    def snapshot(self) -> ox.Store:
        """The store as it is now, read-only, for whoever wants to work on the RDF itself."""
        return store.open_read_only(self.path)

    # -- writing -----------------------------------------------------------------------------------------------------

    def build(self, paths: Iterable[Input | File], progress: Progress = _silent) -> Report:
        """Make the store anew from files and folders; the old one stays until the new one is complete."""
        from kg import pipeline

        vocabulary = [path for path in ontology.ontology_files() if path.is_file()]
        report = pipeline.build(_files(paths, self._settings), self.path, vocabulary, self._settings, progress)
        self._read_agreements()
        return report

    def add(self, paths: Iterable[Input | File], progress: Progress = _silent) -> Report:
        """Add files and folders to the store, replacing the filings it already holds."""
        from kg import pipeline

        return pipeline.add(_files(paths, self._settings), self.path, self._settings, progress, self._judgements())

    def remove(self, accessions: Iterable[str]) -> list[str]:
        """Take filings out of the store; returns the accession numbers that it did not hold."""
        from kg import pipeline

        return pipeline.remove(accessions, self.path, self._judgements())

    def _read_agreements(self) -> None:
        """Set the table of agreements aside after long work, so that the first look at the network is quick too."""
        from kg.network import cache

        cache.table(self.path)

    # -- identity ----------------------------------------------------------------------------------------------------

    def resolve(self, progress: Progress = _silent) -> Identity:
        """Make one node of each thing across filings; reads judgements and imported names beside the store."""
        from kg import resolve
        from kg.identify import lists

        decided = self._judgements()
        found = resolve.resolve(self.path, decided, lists.read(lists.file_of(self.path)), self._settings, progress)
        self._read_agreements()
        return found

    def unresolve(self) -> None:
        """Take all identity out of the store: every node stands for itself again."""
        from kg import resolve

        resolve.undo(self.path, self._settings)

    def candidates(self) -> list[Candidate]:
        """Pairs of nodes that may mean one thing and about which no judgement says anything."""
        from kg import resolve

        closed = {frozenset((j.left, j.right)) for j in self._judgements() if j.verdict != "unsure"}
        opened = self.snapshot()
        every = {*store.candidates(opened), *resolve.alike(opened)}
        return sorted(c for c in every if frozenset((c.left, c.right)) not in closed)

    def waiting(self) -> tuple[int, int]:
        """Judgements and imported names that the store does not follow yet; they wait for `resolve`."""
        from kg.identify import lists

        opened = self.snapshot()
        if not store.is_resolved(opened):
            return 0, 0

        def one(left: str, right: str) -> bool:
            return (store.same_as(opened, left) or left) == (store.same_as(opened, right) or right)

        told = {"same": True, "different": False}
        open_ = [j for j in self._judgements() if j.verdict in told and one(j.left, j.right) != told[j.verdict]]
        listed = len(set(lists.read(lists.file_of(self.path))))
        return len(open_), max(0, listed - store.count_listed(opened))

    def _judgements(self) -> list[Judgement]:
        from kg.identify import judgements

        return judgements.read(judgements.file_of(self.path))

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement to those beside the store; UsageError when it contradicts them. `resolve` applies it."""
        from kg.identify import judgements

        judgements.append(judgements.file_of(self.path), judgement)

    def import_names(self, path: str | Path) -> tuple[int, int]:
        """Take names from one of EDGAR's lists; returns how many it has and how many are new."""
        from kg.identify import lists

        uses = lists.read_list(Path(path))
        return len(uses), lists.write(lists.file_of(self.path), uses)

    def bearers(self, name: str, on: str = "") -> list[NameUse]:
        """Who bore a name (whatever its case and legal form), at any time or on a day (ISO)."""
        from kg.identify import book, keys

        found = {use for key in keys.keys(name) for use in store.names_in_use(self.snapshot(), key)}
        return sorted(book.in_use(found, on) if on else found)

    def label(self, iri: str) -> str:
        """What a person would call a node, in the default graph or in any filing's."""
        opened = self.snapshot()
        node = ox.NamedNode(iri)
        for name in ("rdfs:label", "skos:prefLabel", "schema:name"):
            for quad in opened.quads_for_pattern(node, entity.name(name), None, None):
                return str(getattr(quad.object, "value", ""))
        return iri.rpartition("/")[2]

    def quotes(self, iri: str, most: int = 3) -> list[str]:
        """Some passages about a node."""
        witnesses = entity.why(self.snapshot(), ox.NamedNode(iri))
        return list(dict.fromkeys(f"“{w.sentence}” ({w.accession})" for w in witnesses if w.sentence))[:most]

    # -- asking ------------------------------------------------------------------------------------------------------

    def query(self, what: str, *, seconds: float | None = None, rows: int | None = None, **parameters: Value) -> Result:
        """Answer a query of the library (by name), a `.rq` file (by path) or a SPARQL text.

        At most `rows` rows; stopped after `seconds` (default of the settings). UsageError when it is wrong.
        """
        if self._reader is None:
            self._reader = Reader(self.path, self._settings.query_memory)
        limit = self._settings.query_seconds if seconds is None else seconds
        return replace(query.run(self._reader, what, parameters, limit, rows), prefixes=PREFIXES)

    @staticmethod
    def queries() -> Mapping[str, Query]:
        """The query library by name."""
        return query.library()

    def find(self, what: str) -> list[str]:
        """IRIs of whatever bears this name, CIK, accession number or IRI."""
        return [node.value for node in entity.find(self.snapshot(), what)]

    def show(self, what: str) -> list[Page]:
        """The page of everything meant by `what`; UsageError when nothing is."""
        opened = self.snapshot()
        return [entity.show(opened, node) for node in _found(opened, what)]

    def why(self, what: str) -> list[Witness]:
        """The sentences behind the facts about `what`; UsageError when nothing is meant by it."""
        opened = self.snapshot()
        return [witness for node in _found(opened, what) for witness in entity.why(opened, node)]

    def export(
        self,
        out: IO[bytes],
        format: str = "turtle",
        *,
        with_evidence: bool = False,
        filing: str | None = None,
        about: str | None = None,
    ) -> int:
        """Write the graph, or a part of it, sorted and prefixed; returns the number of statements."""
        return export(self.snapshot(), out, format, with_evidence=with_evidence, filing=filing, about=about)

    def network(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        indication: str | None = None,
        kind: str | None = None,
        status: str | None = None,
    ) -> Network:
        """The licensing network: one edge per agreement, licensor → licensee (see `kg.network.graph.network`)."""
        from kg.network import cache, network

        table = cache.table(self.path)
        return network(table, since=since, until=until, indication=indication, kind=kind, status=status)

    def report(self, network: nx.MultiDiGraph, title: str = "Licensing network") -> str:
        """A network of this store on one HTML page: figures, tables, methods and the queries behind them.

        UsageError when matplotlib is not installed.
        """
        try:
            from kg.network.report import page
        except ImportError:
            raise UsageError("matplotlib is not installed: pip install 'edgar-kg[figures]'") from None
        from kg.network.graph import selection_of
        from kg.network.queries import programmes

        return page(network, programmes(self.snapshot(), selection_of(network)), title)

    def validate(self) -> validation.Report:
        """Check every filing's graph against the SHACL shapes and the build gates."""
        from kg.validate import validate  # loads rdflib and pyshacl

        return validate(self.snapshot())

    def issues(self) -> list[Issue]:
        """Everything that could not be read or was odd."""
        return store.issues(self.snapshot())

    def filings(self) -> list[store.Record]:
        """What is known of each filing beside its facts: source, digest, size; sorted by accession number."""
        return sorted(store.filings(self.snapshot()))

    def stats(self) -> Stats:
        """Counts and sizes."""
        things = {row["kind"]: row["number"] for row in self.query("overview")}
        facts = self.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").column("n")[0]
        sums = self.query(_SUMS).to_dicts()[0]
        issues = self.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {store.RECORDS} {{ ?i a ekg:Issue }} }}")
        return Stats(
            things, sums["filings"], facts, sums["statements"], issues.column("n")[0], sums["bytes"],
            store.size(self.path),
        )  # fmt: skip

    def close(self) -> None:
        """End the query process; the next query starts another."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def __enter__(self) -> KnowledgeGraph:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"KnowledgeGraph({str(self.path)!r})"


_SUMS = f"""
SELECT (COUNT(?record) AS ?filings) (SUM(?size) AS ?bytes) (SUM(?count) AS ?statements) WHERE {{
  GRAPH {store.RECORDS} {{ ?record a ekg:FilingRecord ; ekg:byteSize ?size ; ekg:statementCount ?count }}
}}
"""


def _found(opened: ox.Store, what: str) -> list[ox.NamedNode]:
    nodes = entity.find(opened, what)
    if not nodes:
        near = entity.suggest(opened, what)
        hint = f"; did you mean {', '.join(near)}?" if near else ""
        raise UsageError(f"nothing in the store is called {what!r}{hint}")
    return nodes


def _files(paths: Iterable[Input | File], limits: Settings) -> Iterable[File | Issue]:
    """Files below paths, archives opened, in a fixed order; (name, bytes) pairs pass as they are."""
    for path in paths:
        if isinstance(path, tuple):
            yield path
        else:
            yield from read_paths([path], limits)
