"""Store → Turtle, TriG, N-Quads, N-Triples or JSON-LD: streamed, sorted and prefixed, fit for a diff.

Sorting goes through N-Quads lines on disk, so memory does not grow with the graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kg import ontology
from kg.errors import UsageError
from kg.sorting import sorted_unique

FORMATS: dict[str, ox.RdfFormat] = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
}
_NAMED = {"trig", "nquads"}  # formats that keep graphs apart; the others take the union of what is chosen

# Kinds of instance and the short prefix under which a person reads them in Turtle.
_KINDS = {
    "company": "co",
    "organization": "o",
    "person": "pe",
    "position": "pos",
    "change": "chg",
    "name": "nm",
    "address": "addr",
    "filing": "fil",
    "filer": "fe",
    "document": "doc",
    "item": "itm",
    "signature": "sig",
    "agreement": "agr",
    "grant": "gra",
    "payment": "pay",
    "ip": "ip",
    "ownership": "own",
    "compound": "cmp",
    "substance": "sub",
    "platform": "plt",
    "indication": "ind",
    "program": "prg",
    "stage": "stg",
    "designation": "des",
    "listing": "lst",
    "quantity": "qty",
    "assertion": "ast",
    "rule": "rule",
    "run": "run",
}
PREFIXES = {
    **ontology.PREFIXES,
    **{short: f"{ontology.ID}{kind}/" for kind, short in _KINDS.items()},
    "g": ontology.GRAPH,
    "obo": "http://purl.obolibrary.org/obo/",
}


def export(
    store: ox.Store,
    out: IO[bytes],
    format: str = "turtle",
    *,
    with_evidence: bool = False,
    filing: str | None = None,
    about: str | None = None,
    scratch: Path | None = None,
) -> int:
    """Write the chosen part of `store` to `out`; returns the number of statements written.

    By default the de-duplicated facts. `with_evidence` adds the filings' own graphs (quotes, assertions). `filing`
    takes one filing's graph alone; `about` one entity with the nodes that describe it. `scratch`: where sorting may
    spill. Raises UsageError for an unknown format, filing or IRI.
    """
    if format not in FORMATS:
        raise UsageError(f"unknown format '{format}'; choose one of {', '.join(FORMATS)}")
    quads = _chosen(store, with_evidence=with_evidence, filing=filing, about=about)
    if format not in _NAMED:
        quads = (ox.Quad(q.subject, q.predicate, q.object) for q in quads)
    lines = sorted_unique((f"{quad} .\n".encode() for quad in quads), scratch)
    counted = _Counter(lines)
    if format in ("nquads", "ntriples"):
        out.writelines(counted)
    else:
        ordered: Iterable[bytes] = _default_graph_first(counted) if format == "trig" else counted
        statements: Iterable[ox.Quad] | Iterable[ox.Triple] = _parsed(ordered)
        if format != "trig":
            statements = (quad.triple for quad in _parsed(ordered))
        ox.serialize(statements, out, FORMATS[format], prefixes=PREFIXES)
    return counted.count


class _Counter:
    """Iterates lines and remembers how many went by."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines = lines
        self.count = 0

    def __iter__(self) -> Iterator[bytes]:
        for line in self._lines:
            self.count += 1
            yield line


def _parsed(lines: Iterable[bytes]) -> Iterator[ox.Quad]:
    rest = iter(lines)
    while batch := b"".join(islice(rest, 10_000)):  # one parser per batch: a parser per line costs ten times as much
        yield from ox.parse(batch, format=ox.RdfFormat.N_QUADS)


def _default_graph_first(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Lines regrouped by graph, in order of graph, because TriG repeats a graph's name at every change."""

    def keyed() -> Iterator[bytes]:
        for quad in _parsed(lines):
            yield f"{getattr(quad.graph_name, 'value', '')}\x1f{quad} .\n".encode()

    for line in sorted_unique(keyed()):
        yield line.split(b"\x1f", 1)[1]


def _chosen(store: ox.Store, *, with_evidence: bool, filing: str | None, about: str | None) -> Iterator[ox.Quad]:
    if filing is not None:
        graph = ox.NamedNode(ontology.graph(filing))
        first = next(store.quads_for_pattern(None, None, None, graph), None)
        if first is None:
            raise UsageError(f"no filing {filing} in this store")
        quads: Iterator[ox.Quad] = store.quads_for_pattern(None, None, None, graph)
        return quads if about is None else _about(store, about, graph)
    if about is not None:
        return _about(store, about, None if with_evidence else ox.DefaultGraph())
    if with_evidence:
        return iter(store)
    return store.quads_for_pattern(None, None, None, ox.DefaultGraph())


def _about(store: ox.Store, about: str, graph: ox.NamedNode | ox.DefaultGraph | None) -> Iterator[ox.Quad]:
    """The entity's own statements, those that point at it, and all that is said of the nodes on either side."""
    try:
        node = ox.NamedNode(about)
    except ValueError:
        raise UsageError(f"'{about}' is not an IRI") from None
    own = list(store.quads_for_pattern(node, None, None, graph))
    pointing = list(store.quads_for_pattern(None, None, node, graph))
    if not own and not pointing:
        raise UsageError(f"nothing is known about <{about}>")
    near = {q.subject for q in pointing} | {q.object for q in own if isinstance(q.object, ox.NamedNode)}
    beside = (store.quads_for_pattern(n, None, None, graph) for n in sorted(near, key=str))
    return chain(own, pointing, chain.from_iterable(beside))
