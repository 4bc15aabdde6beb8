"""A store or an RDF file → what is wrong with it: SHACL shapes and build gates, as one `Report` of readable lines.

Every filing's graph is checked on its own, because what may have one value in a filing may have several in the union.
For speed many graphs go through the SHACL engine at once: their instances are renamed apart (`…/id/~7/…`) and the names
are restored in the findings. Memory is that of one batch, time is linear in the store.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

import pyoxigraph as ox
import rdflib
from pyshacl import validate as shacl
from pyshacl.graph_abstraction import OxigraphDataGraph
from rdflib.namespace import SH

from kg import ontology
from kg.errors import StoreError

VIOLATION, WARNING = "violation", "warning"
_BATCH = 40_000  # statements that go through the SHACL engine at once
_APART = re.compile(re.escape(ontology.ID) + r"~(\d+)/")
_FRAGMENT = re.compile(r"#char=(\d+),(\d+)$")
_TYPE = ox.NamedNode(ontology.PREFIXES["rdf"] + "type")
_EXACT = ox.NamedNode(ontology.PREFIXES["oa"] + "exact")
_NOTATION = ox.NamedNode(ontology.PREFIXES["skos"] + "notation")
_FILING = ox.NamedNode(ontology.EKG + "Filing")
_ACCESSION = ox.NamedNode(ontology.EKG + "accessionNumber")
_FORMATS = {
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
}
# Records of the run and of statements stay in the filing's graph (rule 5); so do quotes.
_LOCAL_TYPES = frozenset(
    [ontology.EKG + name for name in ("Assertion", "ExtractionRun", "ExtractionRule")]
    + [ontology.PREFIXES["void"] + "Dataset"]
)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong: in which filing, at which node, what, and with which value."""

    severity: str
    graph: str
    node: str
    message: str
    value: str = ""

    def line(self) -> str:
        """One line for a person: `violation  0001144204-17-013452  company/12: a company has one CIK … (12)`."""
        node = self.node.removeprefix(ontology.ID).removeprefix(ontology.BASE)
        where = f"{self.graph.removeprefix(ontology.GRAPH)}  " if self.graph else ""
        return f"{self.severity}  {where}{node}: {self.message}" + (f" ({self.value})" if self.value else "")


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome: how much was checked and every finding, violations first."""

    filings: int
    statements: int
    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """True when there is no violation; warnings tell of odd data, which is kept as printed."""
        return not any(finding.severity == VIOLATION for finding in self.findings)

    def lines(self) -> Iterator[str]:
        """The report as text: one line for each finding, then a summary."""
        yield from (finding.line() for finding in self.findings)
        wrong = sum(finding.severity == VIOLATION for finding in self.findings)
        verdict = "conforms" if self.conforms else "does not conform"
        yield (
            f"{verdict}: {self.filings} filings, {self.statements} statements, "
            f"{wrong} violations, {len(self.findings) - wrong} warnings"
        )


class _Data(OxigraphDataGraph):
    """A store for the SHACL engine, which asks for the truth of its data at every failed constraint; without this that
    counts all statements each time, and checking is quadratic."""

    def __bool__(self) -> bool:
        return True


@lru_cache(maxsize=1)
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology.shapes_file(), format="turtle")


@lru_cache(maxsize=1)
def terms() -> frozenset[str]:
    """IRI of every class and property of the ontology."""
    graph = rdflib.Graph().parse(ontology.folder() / "edgar-kg.ttl", format="turtle")
    return frozenset(str(subject) for subject in graph.subjects() if str(subject).startswith(ontology.EKG))


def read(path: Path) -> ox.Store:
    """An RDF file (N-Quads, TriG, Turtle, N-Triples) as a store in memory; StoreError when it cannot be parsed."""
    store = ox.Store()
    try:
        store.bulk_load(path=str(path), format=_FORMATS[path.suffix.lower()])
    except KeyError:
        raise StoreError(f"{path}: not an RDF file I know ({', '.join(_FORMATS)})") from None
    except (OSError, SyntaxError, ValueError) as error:
        raise StoreError(f"{path}: {error}") from error
    return store


def filing_graphs(store: ox.Store) -> Iterator[ox.NamedNode | ox.DefaultGraph]:
    """The graph of each filing, in a fixed order; the default graph when the store has no named graph at all."""
    named = [graph for graph in store.named_graphs() if isinstance(graph, ox.NamedNode)]
    own = [g for g in named if re.search(r"/graph/\d[^/]*$", g.value)]
    if not named:
        yield ox.DefaultGraph()
    yield from sorted(own, key=lambda graph: graph.value)


def _value(term: object) -> str:
    text = str(getattr(term, "value", term))
    return text if len(text) <= 80 else f"{text[:77]}…"


def _shacl(batch: list[tuple[str, bytes]]) -> Iterator[Finding]:
    """The shapes over several filings' graphs at once; `batch` holds (name of the graph, its N-Triples)."""
    store = ox.Store()
    apart = ontology.ID.encode()
    for number, (_, triples) in enumerate(batch):
        renamed = triples.replace(b"<" + apart, b"<" + apart + f"~{number}/".encode())
        store.load(renamed, format=ox.RdfFormat.N_TRIPLES)
    _, results, _ = shacl(_Data(store), shacl_graph=_shapes(), inference="none")
    for result in results.subjects(rdflib.RDF.type, SH.ValidationResult):
        node = str(results.value(result, SH.focusNode))
        place = _APART.match(node)
        value = results.value(result, SH.value)
        yield Finding(
            VIOLATION if results.value(result, SH.resultSeverity) == SH.Violation else WARNING,
            batch[int(place[1])][0] if place else "",
            _APART.sub(ontology.ID, node),
            "; ".join(sorted(str(message) for message in results.objects(result, SH.resultMessage))),
            "" if value is None or str(value) == node else _value(_APART.sub(ontology.ID, str(value))),
        )


def _codes(store: ox.Store, quad: ox.Quad) -> bool:
    """True for a code that a list or this store describes."""
    assert isinstance(quad.object, ox.NamedNode)
    listed = ontology.is_listed(quad.object.value) or not quad.object.value.partition("_")[2]
    return listed or any(True for _ in store.quads_for_pattern(quad.object, None, None, None))


def _gates(store: ox.Store, graph: ox.NamedNode | ox.DefaultGraph) -> Iterator[Finding]:
    """What SHACL says badly or slowly: terms, codes, offsets, blank nodes, and the name of the graph, of one filing."""
    name = graph.value if isinstance(graph, ox.NamedNode) else ""

    def wrong(node: object, message: str, value: object = "") -> Finding:
        return Finding(VIOLATION, name, str(getattr(node, "value", node)), message, _value(value))

    documents: set[str] = set()
    quoted: dict[str, ox.NamedNode] = {}
    accessions: set[str] = set()
    for quad in store.quads_for_pattern(None, None, None, graph):
        subject, predicate, value = quad.subject, quad.predicate.value, quad.object
        if not isinstance(subject, ox.NamedNode) or isinstance(value, ox.BlankNode):
            yield wrong(subject, "the graph has no blank nodes", quad.predicate)
            continue
        if predicate.startswith(ontology.EKG) and predicate not in terms():
            yield wrong(subject, "a property that the ontology lacks", predicate)
        if isinstance(value, ox.NamedNode):
            if value.value.startswith(ontology.EKG) and value.value not in terms():
                yield wrong(subject, "a term that the ontology lacks", value)
            elif value.value.startswith(ontology.EKGC) and not _codes(store, quad):
                yield wrong(subject, "a code that no list describes", value)
        if quad.predicate == _EXACT:
            assert isinstance(value, ox.Literal)
            place = _FRAGMENT.search(subject.value)
            if place and int(place[2]) - int(place[1]) != len(value.value):
                yield wrong(subject, "a quote is as long as its range of characters", len(value.value))
            quoted[subject.value.partition("#")[0]] = subject
        elif quad.predicate == _TYPE and value in _DOCUMENTS:
            documents.add(subject.value)
        elif quad.predicate == _ACCESSION and isinstance(value, ox.Literal):
            accessions.add(value.value)
    for document, passage in sorted(quoted.items()):
        if document not in documents:
            yield wrong(passage, "evidence quotes a document of the filing", document)
    if name and accessions != {name.removeprefix(ontology.GRAPH)}:
        yield wrong(name, "a filing's graph is named by its accession number", " ".join(sorted(accessions)) or "none")


_DOCUMENTS = frozenset(ox.NamedNode(ontology.EKG + name) for name in ("FilingDocument", "Exhibit"))


def _local(store: ox.Store, graph: ox.NamedNode) -> frozenset[str]:
    """Nodes of a filing's graph that are records, no facts."""
    return frozenset(
        quad.subject.value
        for kind in _LOCAL_TYPES
        for quad in store.quads_for_pattern(None, _TYPE, ox.NamedNode(kind), graph)
        if isinstance(quad.subject, ox.NamedNode)
    )


def _missing(store: ox.Store, graph: ox.NamedNode) -> Iterator[Finding]:
    """Facts of a filing that the default graph lacks (rule 5)."""
    records = _local(store, graph)
    for quad in store.quads_for_pattern(None, None, None, graph):
        assert isinstance(quad.subject, ox.NamedNode)
        if quad.predicate == _EXACT or quad.subject.value in records:
            continue
        if ox.Quad(quad.subject, quad.predicate, quad.object) not in store:
            message = "a fact of a filing stands in the default graph too"
            yield Finding(VIOLATION, graph.value, quad.subject.value, message, _value(quad.predicate.value))


def _orphans(store: ox.Store) -> Iterator[Finding]:
    """Facts of the default graph that no named graph holds any more."""
    for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph()):
        held = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        if all(isinstance(other.graph_name, ox.DefaultGraph) for other in islice(held, 2)):
            message = "a fact of the default graph stands in a filing's graph"
            yield Finding(VIOLATION, "", _value(quad.subject), message, _value(quad.predicate.value))


def _batches(store: ox.Store, graphs: Iterable[ox.NamedNode | ox.DefaultGraph]) -> Iterator[list[tuple[str, bytes]]]:
    batch: list[tuple[str, bytes]] = []
    size = 0
    for graph in graphs:
        triples = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph)
        assert isinstance(triples, bytes)
        batch.append((graph.value if isinstance(graph, ox.NamedNode) else "", triples))
        size += triples.count(b"\n")
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def validate(source: ox.Store | Path) -> Report:
    """Check an open store, or an RDF file by its path."""
    store = read(source) if isinstance(source, Path) else source
    graphs = list(filing_graphs(store))
    findings: set[Finding] = set()
    statements = 0
    for batch in _batches(store, graphs):
        statements += sum(triples.count(b"\n") for _, triples in batch)
        findings.update(_shacl(batch))
    twofold = any(True for _ in store.quads_for_pattern(None, _TYPE, _FILING, ox.DefaultGraph()))
    for graph in graphs:
        findings.update(_gates(store, graph))
        if twofold and isinstance(graph, ox.NamedNode):
            findings.update(_missing(store, graph))
    if twofold and not isinstance(graphs[0] if graphs else None, ox.DefaultGraph):
        findings.update(_orphans(store))
    if not statements:
        findings.add(Finding(VIOLATION, "", "store", "a build holds at least one filing"))
    return Report(len(graphs), statements, tuple(sorted(findings)))
