"""One filing into or out of an existing store: a single transaction each, so that a kill leaves the old or the new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import pyoxigraph as ox

from kg import ontology
from kg.errors import Issue
from kg.store import derived, identity, records
from kg.store.around import Around, Change, is_of_filing, place
from kg.store.records import RECORDS, FilingGraph

_DEFAULT = ox.DefaultGraph()


def put(
    store: ox.Store, filing: FilingGraph, changing: Callable[[FilingGraph], Change | None] = lambda filing: None
) -> bool:
    """Add or replace one filing; False when the store holds exactly this already.

    Of a resolved store `changing` tells what identity becomes with the filing.
    """
    held = records.quads_of_filing(store, filing.accession)
    told = records.record_quads(filing)
    if set(held) == set(told):
        return False
    graph = ox.NamedNode(ontology.graph(filing.accession))
    old = list(store.quads_for_pattern(None, None, None, graph))
    change = changing(filing)
    if change:
        facts, gone = _through_identity(Around(store, filing.accession, filing.graph), change)
        before = gone
    else:
        facts = {quad.triple for quad in ox.parse(filing.facts, ox.RdfFormat.N_TRIPLES, lenient=True)}
        before, gone = set(), set(_orphans(store, old, graph, facts))
    facts_of_both = [ox.Quad(t.subject, t.predicate, t.object) for t in sorted(before | facts, key=str)]
    operations = [
        *_drop(graph, old, gone, held),
        *_identity(change),
        _data("INSERT", "".join(f"{triple} .\n" for triple in sorted(facts, key=str))),
        _data("INSERT", _plain(filing.graph, graph), graph),
        _data("INSERT", _triples(told), RECORDS),
        derived.refresh(derived.touched(store, [*old, *facts_of_both])),
    ]
    store.update(" ;\n".join(operation for operation in operations if operation))
    return True


def drop(store: ox.Store, accession: str, changing: Callable[[str], Change | None] = lambda accession: None) -> bool:
    """Take one filing out, with every fact that no other graph states; False when the store does not hold it.

    Of a resolved store `changing` tells what identity becomes without the filing.
    """
    if not records.is_accession(accession):
        return False
    held = records.quads_of_filing(store, accession)
    graph = ox.NamedNode(ontology.graph(accession))
    old = list(store.quads_for_pattern(None, None, None, graph))
    if not held and not old:
        return False
    change = changing(accession)
    if change:
        facts, gone = _through_identity(Around(store, accession), change)
    else:
        facts, gone = set(), set(_orphans(store, old, graph, set()))
    facts_of_both = [ox.Quad(t.subject, t.predicate, t.object) for t in sorted(gone | facts, key=str)]
    operations = [
        *_drop(graph, old, gone, held),
        *_identity(change),
        _data("INSERT", "".join(f"{triple} .\n" for triple in sorted(facts, key=str))),
        derived.refresh(derived.touched(store, [*old, *facts_of_both])),
    ]
    store.update(" ;\n".join(operation for operation in operations if operation))
    return True


def _identity(change: Change | None) -> Iterator[str]:
    """Operations on the graphs of identity."""
    for verb, graph, triples in (
        ("DELETE", identity.IDENTITY, change.gone if change else ()),
        ("INSERT", identity.IDENTITY, change.come if change else ()),
        ("DELETE", identity.KNOWN, change.known_gone if change else ()),
        ("INSERT", identity.KNOWN, change.known_come if change else ()),
    ):
        yield _data(verb, "".join(f"{triple} .\n" for triple in sorted(triples, key=str)), graph)


def _through_identity(around: Around, change: Change) -> tuple[set[ox.Triple], set[ox.Triple]]:
    """Facts that come into the default graph, and those that leave it: what the filing says, and what others say of
    nodes that mean another from now on."""
    before, after = set(change.known_gone), set(change.known_come)
    for quads, meaning, found in (
        (around.before(), lambda *at: around.meant(at), before),
        (around.now(), change.meaning, after),
    ):
        moved = partial(meaning, around.accession)
        found |= {identity.rewrite(quad.triple, moved) for quad in quads if identity.is_fact(quad)}
    for accession, node in sorted(change.moved):
        if accession == around.accession:
            continue
        for quad in {*around.quads(node, None, None, accession), *around.quads(None, None, node, accession)}:
            if identity.is_fact(quad):
                before.add(identity.rewrite(quad.triple, lambda one, at=accession: around.meant((at, one))))  # type: ignore[misc]
                after.add(identity.rewrite(quad.triple, partial(change.meaning, accession)))
    turned: dict[str, set[str]] = {}
    for accession, node in change.moved:
        turned.setdefault(change.meaning(accession, node), set()).add(node)
    gone = {fact for fact in before - after if not _is_held(around, change, turned, fact)}
    return after, gone


def _is_held(around: Around, change: Change, turned: Mapping[str, set[str]], fact: ox.Triple) -> bool:
    """True when another filing states the fact, seen through identity as it becomes, or a vocabulary does."""
    store = around.store
    graphs = {q.graph_name for q in store.quads_for_pattern(fact.subject, fact.predicate, fact.object, None)}
    if records.ONTOLOGY in graphs or (identity.KNOWN in graphs and fact not in change.known_gone):
        return True
    labels = identity.LABELS if fact.predicate == identity.ALT else ()
    for subject in _bearers(around, turned, fact.subject):
        for predicate in (fact.predicate, *labels):
            for obj in _bearers(around, turned, fact.object):
                loose = predicate in identity.LABELS and isinstance(obj, ox.Literal)
                for quad in store.quads_for_pattern(subject, predicate, None if loose else obj, None):
                    if not is_of_filing(quad) or quad.graph_name == ox.NamedNode(ontology.graph(around.accession)):
                        continue
                    accession = place(quad)[0]
                    if identity.rewrite(quad.triple, partial(change.meaning, accession)) == fact:
                        return True
    return False


def _bearers(around: Around, turned: Mapping[str, set[str]], term: object) -> list[Any]:
    """A term, and every node that stands or stood for it."""
    if not isinstance(term, ox.NamedNode) or not term.value.startswith(ontology.ID):
        return [term]
    every = identity.bearers(around.store, term.value) | turned.get(term.value, set())
    return [ox.NamedNode(one) for one in sorted(every)]


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


def _orphans(store: ox.Store, old: Iterable[ox.Quad], graph: ox.NamedNode, kept: set[ox.Triple]) -> Iterator[ox.Triple]:
    """Facts of the default graph that only `graph` states and that will not be stated again."""
    for quad in old:
        if quad.triple in kept:
            continue
        holders = [q.graph_name for q in store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)]
        if _DEFAULT in holders and all(holder in (_DEFAULT, graph) for holder in holders):
            yield quad.triple


def _drop(graph: ox.NamedNode, old: list[ox.Quad], gone: Iterable[ox.Triple], held: list[ox.Quad]) -> Iterator[str]:
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
