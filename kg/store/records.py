"""What is known of a filing beside its facts (source, digest, sizes, issues) ↔ statements of the records graph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph as ox

from kg import ontology
from kg.errors import Issue, StoreError

FORMAT = 1
"""Version of the layout below; raised when a store of an older one can no longer be read rightly."""

RECORDS = ox.NamedNode(ontology.GRAPH + "records")
"""Holds a record of each filing and every issue."""
DERIVED = ox.NamedNode(ontology.GRAPH + "derived")
"""Holds what follows from the facts of several filings: who licenses out to whom."""
ONTOLOGY = ox.NamedNode(ontology.GRAPH + "ontology")
"""Holds the ontology and the code lists."""


@dataclass(frozen=True, slots=True)
class FilingGraph:
    """One filing ready for the store: N-Quads of its own graph, N-Triples of the facts it adds to the default graph.

    `statements` counts the former. Both texts are sorted; `sha256` and `size` are those of the submission's bytes.
    """

    accession: str
    source: str
    sha256: str
    size: int
    ruleset: str
    statements: int
    graph: bytes
    facts: bytes
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Record:
    """What the store knows of a filing it holds."""

    accession: str
    source: str
    sha256: str
    size: int
    statements: int
    ruleset: str


_TYPE = ox.NamedNode(ontology.PREFIXES["rdf"] + "type")
_SOURCE = ox.NamedNode(ontology.PREFIXES["dct"] + "source")
_OF = ox.NamedNode(ontology.EKG + "recordOf")
_SHA256 = ox.NamedNode(ontology.EKG + "sha256")
_SIZE = ox.NamedNode(ontology.EKG + "byteSize")
_STATEMENTS = ox.NamedNode(ontology.EKG + "statementCount")
_RULESET = ox.NamedNode(ontology.EKG + "rulesetVersion")
_ACCESSION = ox.NamedNode(ontology.EKG + "accessionNumber")
_KIND = ox.NamedNode(ontology.EKG + "issueKind")
_WHERE = ox.NamedNode(ontology.EKG + "issueWhere")
_DETAIL = ox.NamedNode(ontology.EKG + "issueDetail")
_FORMAT = ox.NamedNode(ontology.EKG + "storeFormat")
_RECORD = ox.NamedNode(ontology.EKG + "FilingRecord")
_ISSUE = ox.NamedNode(ontology.EKG + "Issue")


Node = ox.NamedNode | ox.BlankNode | ox.Triple

_ACCESSION_NUMBER = re.compile(r"[0-9]{10}-[0-9]{2}-[0-9]{6}")
_UNSPEAKABLE = re.compile("[\0\ud800-\udfff\ufffe\uffff]")


def _text(value: str) -> ox.Literal:
    """A literal; what UTF-8 or RDF cannot hold (lone surrogates, NUL) becomes U+FFFD."""
    return ox.Literal(_UNSPEAKABLE.sub("\ufffd", value))


def is_accession(text: str) -> bool:
    """True for an accession number as EDGAR writes it; nothing else names a filing's graph."""
    return bool(_ACCESSION_NUMBER.fullmatch(text))


def record_node(accession: str) -> ox.NamedNode:
    """The record of a filing."""
    return ox.NamedNode(ontology.mint("record", accession))


def record_quads(filing: FilingGraph) -> list[ox.Quad]:
    """The record of one filing and its issues."""
    node = record_node(filing.accession)
    about: list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]] = [
        (_TYPE, _RECORD),
        (_OF, ox.NamedNode(ontology.mint("filing", filing.accession))),
        (_ACCESSION, _text(filing.accession)),
        (_SOURCE, _text(filing.source)),
        (_SHA256, _text(filing.sha256)),
        (_SIZE, ox.Literal(filing.size)),
        (_STATEMENTS, ox.Literal(filing.statements)),
        (_RULESET, _text(filing.ruleset)),
    ]
    made = [ox.Quad(node, predicate, value, RECORDS) for predicate, value in about]
    for issue in filing.issues:
        made += issue_quads(issue)
    return made


def issue_quads(issue: Issue) -> list[ox.Quad]:
    """One issue; equal issues give equal statements, so saying a thing twice changes nothing."""
    safe = [_text(field) for field in (issue.kind, issue.where, issue.detail, issue.accession, issue.source)]
    node = ox.NamedNode(ontology.hashed("issue", "", *(literal.value for literal in safe)))
    fields = zip((_KIND, _WHERE, _DETAIL, _ACCESSION, _SOURCE), safe, strict=True)
    return [
        ox.Quad(node, _TYPE, _ISSUE, RECORDS),
        *(ox.Quad(node, predicate, value, RECORDS) for predicate, value in fields if value.value),
    ]


def format_quads() -> list[ox.Quad]:
    """What marks a directory as a complete store of ours; written last."""
    return [ox.Quad(RECORDS, _FORMAT, ox.Literal(FORMAT), RECORDS)]


def read_format(store: ox.Store) -> str | None:
    """The format that the database says it has; None when it is no complete store of ours."""
    return _fields(store, RECORDS).get(_FORMAT)


def check_format(store: ox.Store, path: Path) -> None:
    """StoreError unless the store at `path` is complete and of this format."""
    found = read_format(store)
    if found is None:
        raise StoreError(f"{path}: this is an oxigraph database, but no edgar-kg store")
    if found != str(FORMAT):
        raise StoreError(f"{path}: the store has format {found}, this version reads {FORMAT}; build it again")


def _fields(store: ox.Store, node: Node) -> dict[ox.NamedNode, str]:
    about = store.quads_for_pattern(node, None, None, RECORDS)
    return {q.predicate: q.object.value for q in about if not isinstance(q.object, ox.Triple)}


def read_record(store: ox.Store, accession: str) -> Record | None:
    """The record of one filing, None when the store does not hold it."""
    about = _fields(store, record_node(accession)) if is_accession(accession) else {}
    return _record(about) if about else None


def _record(about: dict[ox.NamedNode, str]) -> Record:
    return Record(
        about[_ACCESSION],
        about.get(_SOURCE, ""),
        about[_SHA256],
        int(about[_SIZE]),
        int(about[_STATEMENTS]),
        about[_RULESET],
    )


def filings(store: ox.Store) -> Iterator[Record]:
    """The record of every filing, in the store's order."""
    for quad in store.quads_for_pattern(None, _TYPE, _RECORD, RECORDS):
        yield _record(_fields(store, quad.subject))


def issues(store: ox.Store) -> list[Issue]:
    """Every issue, sorted by file, accession, kind and place."""
    found = []
    for quad in store.quads_for_pattern(None, _TYPE, _ISSUE, RECORDS):
        about = _fields(store, quad.subject)
        found.append(Issue(*(about.get(p, "") for p in (_KIND, _WHERE, _DETAIL, _ACCESSION, _SOURCE))))
    return sorted(found, key=lambda i: (i.source, i.accession, i.kind, i.where, i.detail))


def quads_of_filing(store: ox.Store, accession: str) -> list[ox.Quad]:
    """The record of a filing and its issues, as the store has them."""
    nodes: list[Node] = [record_node(accession)]
    for quad in store.quads_for_pattern(None, _ACCESSION, _text(accession), RECORDS):
        if quad.subject != nodes[0]:
            nodes.append(quad.subject)
    return [quad for node in nodes for quad in store.quads_for_pattern(node, None, None, RECORDS)]


def quads_of_file(store: ox.Store, source: str) -> list[ox.Quad]:
    """Issues of a file as a whole (those without an accession), as the store has them."""
    found: list[ox.Quad] = []
    for quad in store.quads_for_pattern(None, _SOURCE, _text(source), RECORDS):
        about = list(store.quads_for_pattern(quad.subject, None, None, RECORDS))
        if not any(one.predicate == _ACCESSION for one in about):
            found += about
    return found


def sound(filing: FilingGraph) -> FilingGraph:
    """The filing with every statement that breaks the grammar (a malformed IRI) taken out and told as an issue.

    So one odd address in a text can stop neither a bulk load nor a transaction.
    """
    if _parses(filing.graph):
        return filing
    graph: list[bytes] = []
    broken: list[bytes] = []
    for line in filing.graph.splitlines(keepends=True):
        (graph if _parses(line) else broken).append(line)
    facts = [line for line in filing.facts.splitlines(keepends=True) if _parses(line)]
    told = (
        Issue("malformed-statement", "graph", line.decode(errors="replace")[:200], filing.accession, filing.source)
        for line in broken
    )
    return replace(
        filing,
        statements=len(graph),
        graph=b"".join(graph),
        facts=b"".join(facts),
        issues=(*filing.issues, *told),
    )


def _parses(text: bytes) -> bool:
    try:
        for _ in ox.parse(text, ox.RdfFormat.N_QUADS):
            pass
    except (SyntaxError, ValueError):
        return False
    return True


def lines(quads: Iterable[ox.Quad]) -> bytes:
    """The quads as N-Quads text."""
    return b"".join(f"{quad} .\n".encode() for quad in quads)
