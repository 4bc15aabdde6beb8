"""One filing into or out of an existing store: a single transaction each, so that a kill leaves the old or the new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox

from kg import ontology
from kg.errors import Issue
from kg.store import derived, identity, records
from kg.store.records import RECORDS, FilingGraph

_DEFAULT = ox.DefaultGraph()


def put(store: ox.Store, filing: FilingGraph, told_identity: Sequence[ox.Triple] = ()) -> bool:
    """Add or replace one filing; False when the store holds exactly this already.

    `told_identity` are statements for the identity graph of which nodes mean which in this filing.
    """
    held = records.quads_of_filing(store, filing.accession)
    told = records.record_quads(filing)
    if set(held) == set(told):
        return False
    graph = ox.NamedNode(ontology.graph(filing.accession))
    old = list(store.quads_for_pattern(None, None, None, graph))
    stated = list(ox.parse(filing.facts, ox.RdfFormat.N_TRIPLES, lenient=True))
    if identity.is_resolved(store):
        before = _through_identity(store, filing.accession, old)
        moved = identity.moved_in(store, filing.accession, (q.triple for q in stated), told_identity)
        facts = {identity.rewrite(quad.triple, moved) for quad in stated}
        gone: Iterable[ox.Triple] = [t for t in before - facts if not identity.is_held(store, t, graph)]
        held_identity = identity.resolutions_of(store, filing.accession)
    else:
        facts = {quad.triple for quad in stated}
        before, held_identity = set(), []
        gone = _orphans(store, old, graph, facts)
    changing = [ox.Quad(t.subject, t.predicate, t.object) for t in sorted(before | facts, key=str)]
    operations = [
        *_drop(graph, old, gone, held),
        _data("DELETE", _triples(held_identity), identity.IDENTITY),
        _data("INSERT", "".join(f"{triple} .\n" for triple in sorted(facts, key=str))),
        _data("INSERT", _plain(filing.graph, graph), graph),
        _data("INSERT", _triples(told), RECORDS),
        _data("INSERT", "".join(f"{triple} .\n" for triple in told_identity), identity.IDENTITY),
        derived.refresh(derived.touched(store, [*old, *changing])),
    ]
    store.update(" ;\n".join(operation for operation in operations if operation))
    return True


def drop(store: ox.Store, accession: str) -> bool:
    """Take one filing out, with every fact that no other graph states; False when the store does not hold it."""
    if not records.is_accession(accession):
        return False
    held = records.quads_of_filing(store, accession)
    graph = ox.NamedNode(ontology.graph(accession))
    old = list(store.quads_for_pattern(None, None, None, graph))
    if not held and not old:
        return False
    changing = old
    gone: Iterable[ox.Triple]
    if identity.is_resolved(store):
        before = _through_identity(store, accession, old)
        gone = [triple for triple in before if not identity.is_held(store, triple, graph)]
        held_identity = identity.resolutions_of(store, accession)
        changing = [*old, *(ox.Quad(t.subject, t.predicate, t.object) for t in before)]
    else:
        gone, held_identity = _orphans(store, old, graph, set()), []
    operations = [
        *_drop(graph, old, gone, held),
        _data("DELETE", _triples(held_identity), identity.IDENTITY),
        derived.refresh(derived.touched(store, changing)),
    ]
    store.update(" ;\n".join(operation for operation in operations if operation))
    return True


def _through_identity(store: ox.Store, accession: str, statements: list[ox.Quad]) -> set[ox.Triple]:
    """What a filing contributed to the default graph."""
    facts = [quad.triple for quad in statements if identity.is_fact(quad)]
    moved = identity.moved_in(store, accession, facts)
    return {identity.rewrite(triple, moved) for triple in facts}


def put_file_issues(store: ox.Store, sources: Iterable[str], issues: Iterable[Issue]) -> None:
    """Issues of files as a whole take the place of those that the store held of these files."""
    held = {quad for source in sources for quad in records.quads_of_file(store, source)}
    told = {quad for issue in issues for quad in records.issue_quads(issue)}
    operations = [
        _data("DELETE", _triples(sorted(held - told, key=str)), RECORDS),
        _data("INSERT", _triples(sorted(told - held, key=str)), RECORDS),
    ]
    if any(operations):
        store.update(" ;\n".join(operation for operation in operations if operation))


def _orphans(
    store: ox.Store, old: Iterable[ox.Quad], graph: ox.NamedNode, kept: set[ox.Triple]
) -> Iterator[ox.Triple]:
    """Facts of the default graph that only `graph` states and that will not be stated again."""
    for quad in old:
        if quad.triple in kept:
            continue
        holders = [q.graph_name for q in store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)]
        if _DEFAULT in holders and all(holder in (_DEFAULT, graph) for holder in holders):
            yield quad.triple


def _drop(
    graph: ox.NamedNode, old: list[ox.Quad], gone: Iterable[ox.Triple], held: list[ox.Quad]
) -> Iterator[str]:
    if old:
        yield f"DROP SILENT GRAPH {graph}"
    yield _data("DELETE", "".join(f"{triple} .\n" for triple in gone))
    yield _data("DELETE", _triples(held), RECORDS)


def _triples(quads: Iterable[ox.Quad]) -> str:
    return "".join(f"{quad.triple} .\n" for quad in quads)


def _plain(lines: bytes, graph: ox.NamedNode) -> str:
    """N-Quads of one graph as N-Triples: the graph's name ends every line."""
    return lines.decode().replace(f" {graph} .\n", " .\n")


def _data(verb: str, triples: str, graph: ox.NamedNode | None = None) -> str:
    """An INSERT DATA or DELETE DATA operation, empty when there is nothing to do. N-Triples are SPARQL as they are."""
    if not triples:
        return ""
    return f"{verb} DATA {{ GRAPH {graph} {{\n{triples}}} }}" if graph else f"{verb} DATA {{\n{triples}}}"
