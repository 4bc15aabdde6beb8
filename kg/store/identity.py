"""The identity graph ↔ which node stands for which, and the view of a filing's facts through it.

Filings' graphs stay as they were extracted. The default graph holds their facts with every node replaced by the one
that stands for it, so taking a judgement back and writing the default graph again gives the former bytes.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from kg import ontology
from kg.model.identity import Candidate, Corpus, Meaning, NameUse
from kg.store import derived, directory
from kg.store.load import Stream
from kg.store.records import DERIVED, ONTOLOGY, RECORDS, Node, lines

IDENTITY = ox.NamedNode(ontology.GRAPH + "identity")
"""Holds which node means which, with score and reasons; candidates; and the names by which companies are known."""
KNOWN = ox.NamedNode(ontology.GRAPH + "known")
"""Holds what identity adds to the default graph: companies of imported lists, broader diseases of the vocabularies."""

_DEFAULT = ox.DefaultGraph()
_SAME = ox.NamedNode(ontology.PREFIXES["owl"] + "sameAs")
_IN = ox.NamedNode(ontology.EKG + "inGraph")
_MENTION = ox.NamedNode(ontology.EKG + "mention")
_RESOLVED = ox.NamedNode(ontology.EKG + "resolvedTo")
_KEY = ox.NamedNode(ontology.EKG + "nameKey")
_OF = ox.NamedNode(ontology.EKG + "nameOf")
_NAME = ox.NamedNode(ontology.PREFIXES["schema"] + "name")
_FROM = ox.NamedNode(ontology.EKG + "usedFrom")
_UNTIL = ox.NamedNode(ontology.EKG + "usedUntil")
_LEFT = ox.NamedNode(ontology.EKG + "leftNode")
_RIGHT = ox.NamedNode(ontology.EKG + "rightNode")
_SCORE = ox.NamedNode(ontology.EKG + "matchScore")
_REASON = ox.NamedNode(ontology.EKG + "matchReason")
_EXACT = ox.NamedNode(ontology.PREFIXES["oa"] + "exact")
_ALT = ox.NamedNode(ontology.PREFIXES["skos"] + "altLabel")
_LABELS = frozenset(
    ox.NamedNode(iri) for iri in (ontology.PREFIXES["rdfs"] + "label", ontology.PREFIXES["skos"] + "prefLabel")
)
_LOCAL = tuple(ontology.ID + kind for kind in ("assertion/", "run/", "rule/"))
_OWN = frozenset((IDENTITY, KNOWN, RECORDS, ONTOLOGY, DERIVED))
_CHUNK = 20_000

Moved = Callable[[str], str]
"""Node → node that stands for it in one filing (itself when none does)."""


def _value(term: object) -> str:
    """The text of an IRI or literal."""
    return str(getattr(term, "value", ""))


def is_fact(quad: ox.Quad | ox.Triple) -> bool:
    """True for a statement of a filing that also belongs to the default graph: no quote, assertion or run record."""
    if quad.predicate == _EXACT or not isinstance(quad.subject, ox.NamedNode):
        return False
    subject = _value(quad.subject)
    return not subject.startswith(_LOCAL) and not subject.startswith(ontology.GRAPH)


def rewrite(triple: ox.Triple, moved: Moved) -> ox.Triple:
    """A fact through the identity of its filing. The label of a node that gives way becomes one more name."""
    subject, predicate, obj = triple.subject, triple.predicate, triple.object
    if isinstance(subject, ox.NamedNode) and (new := moved(subject.value)) != subject.value:
        subject = ox.NamedNode(new)
        if predicate in _LABELS and isinstance(obj, ox.Literal):
            predicate, obj = _ALT, ox.Literal(obj.value)
    if isinstance(obj, ox.NamedNode) and (new := moved(obj.value)) != obj.value:
        obj = ox.NamedNode(new)
    return ox.Triple(subject, predicate, obj)


def is_resolved(store: ox.Store) -> bool:
    """True when the store has an identity graph."""
    return next(store.quads_for_pattern(None, None, None, IDENTITY), None) is not None


def read_meaning(store: ox.Store) -> Meaning:
    """All of the identity graph."""
    everywhere = {_value(q.subject): _value(q.object) for q in store.quads_for_pattern(None, _SAME, None, IDENTITY)}
    in_filing = {}
    for quad in store.quads_for_pattern(None, _IN, None, IDENTITY):
        mention, target = (_object(store, quad.subject, p) for p in (_MENTION, _RESOLVED))
        if mention and target:
            in_filing[_value(quad.object).removeprefix(ontology.GRAPH), mention] = target
    return Meaning(everywhere, in_filing)


def _object(store: ox.Store, node: Node, predicate: ox.NamedNode) -> str:
    found = next(store.quads_for_pattern(node, predicate, None, IDENTITY), None)
    return found.object.value if found and isinstance(found.object, ox.NamedNode) else ""


def names_in_use(store: ox.Store, key: str) -> list[NameUse]:
    """Who bore a name of this key, and when."""
    found = []
    for quad in store.quads_for_pattern(None, _KEY, ox.Literal(key), IDENTITY):
        about = {q.predicate: _value(q.object) for q in store.quads_for_pattern(quad.subject, None, None, IDENTITY)}
        found.append(NameUse(about[_OF], about[_NAME], about.get(_FROM, ""), about.get(_UNTIL, "")))
    return sorted(found)


def candidates(store: ox.Store) -> list[Candidate]:
    """Pairs that may mean one thing."""
    found = []
    for quad in store.quads_for_pattern(None, _LEFT, None, IDENTITY):
        about = list(store.quads_for_pattern(quad.subject, None, None, IDENTITY))
        one = {q.predicate: _value(q.object) for q in about if not isinstance(q.object, ox.Triple)}
        reasons = tuple(sorted(_value(q.object) for q in about if q.predicate == _REASON))
        filing = one.get(_IN, "").removeprefix(ontology.GRAPH)
        found.append(Candidate(one[_LEFT], one[_RIGHT], filing, float(one[_SCORE]), reasons))
    return sorted(found)


def canonical(store: ox.Store, iri: str) -> list[str]:
    """Nodes that stand for `iri` somewhere; [] when it stands for itself alone."""
    try:
        node = ox.NamedNode(iri)
    except ValueError:
        return []
    found = {_value(q.object) for q in store.quads_for_pattern(node, _SAME, None, IDENTITY)}
    for quad in store.quads_for_pattern(None, _MENTION, node, IDENTITY):
        found.add(_object(store, quad.subject, _RESOLVED))
    return sorted(found - {"", iri})


def moved_in(
    store: ox.Store, accession: str, triples: Iterable[ox.Triple], told: Sequence[ox.Triple] | None = None
) -> Moved:
    """What the identity graph says of the nodes of one filing's statements.

    With `told` (statements meant for the identity graph) these take the place of what it says of this filing alone.
    """
    graph = ox.NamedNode(ontology.graph(accession))
    nodes = {term for t in triples for term in (t.subject, t.object) if isinstance(term, ox.NamedNode)}
    moved = {}
    for node in nodes:
        if node.value.startswith(ontology.ID):
            for quad in store.quads_for_pattern(node, _SAME, None, IDENTITY):
                moved[node.value] = _value(quad.object)
    if told is None:
        for quad in store.quads_for_pattern(None, _IN, graph, IDENTITY):
            moved[_object(store, quad.subject, _MENTION)] = _object(store, quad.subject, _RESOLVED)
    else:
        targets = {t.subject: _value(t.object) for t in told if t.predicate == _RESOLVED}
        moved |= {
            _value(t.object): targets[t.subject] for t in told if t.predicate == _MENTION and t.subject in targets
        }
    return lambda node: moved.get(node, node)


def resolutions_of(store: ox.Store, accession: str) -> list[ox.Quad]:
    """Statements of the identity graph that hold in one filing alone."""
    graph = ox.NamedNode(ontology.graph(accession))
    nodes = [q.subject for q in store.quads_for_pattern(None, _IN, graph, IDENTITY)]
    return [quad for node in nodes for quad in store.quads_for_pattern(node, None, None, IDENTITY)]


def is_held(store: ox.Store, fact: ox.Triple, but: ox.NamedNode) -> bool:
    """True when a graph other than `but` states the fact, seen through identity."""
    for subject in _meant_by(store, fact.subject):
        for obj in _meant_by(store, fact.object):
            predicates = [fact.predicate, *(_LABELS if fact.predicate == _ALT else ())]
            for predicate in predicates:
                for quad in _stating(store, subject, predicate, obj):
                    graph = quad.graph_name
                    if graph in (but, _DEFAULT, IDENTITY, RECORDS, DERIVED):
                        continue
                    if graph in (ONTOLOGY, KNOWN):
                        if quad.triple == fact:
                            return True
                        continue
                    accession = _value(graph).removeprefix(ontology.GRAPH)
                    if rewrite(quad.triple, moved_in(store, accession, (quad.triple,))) == fact:
                        return True
    return False


def _stating(store: ox.Store, subject: Node, predicate: ox.NamedNode, obj: object) -> Iterator[ox.Quad]:
    if predicate in _LABELS and isinstance(obj, ox.Literal):  # a label loses its language when its node gives way
        for quad in store.quads_for_pattern(subject, predicate, None, None):
            if isinstance(quad.object, ox.Literal) and _value(quad.object) == obj.value:
                yield quad
    else:
        yield from store.quads_for_pattern(subject, predicate, obj, None)  # type: ignore[arg-type]  # any RDF term


def _meant_by(store: ox.Store, term: object) -> list[Node]:
    """The term, and every node for which it stands somewhere."""
    found: list[Node] = [term]  # type: ignore[list-item]  # a literal stands for itself
    if isinstance(term, ox.NamedNode) and term.value.startswith(ontology.ID):
        found += [q.subject for q in store.quads_for_pattern(None, _SAME, term, IDENTITY)]
        for quad in store.quads_for_pattern(None, _RESOLVED, term, IDENTITY):
            mention = _object(store, quad.subject, _MENTION)
            if mention:
                found.append(ox.NamedNode(mention))
    return list(dict.fromkeys(found))


def spoken_of(store: ox.Store, node: ox.NamedNode) -> list[tuple[ox.NamedNode, list[ox.NamedNode]]]:
    """The filings' graphs that speak of a node, each with the nodes that mean it there; sorted."""
    every = [one for one in _meant_by(store, node) if isinstance(one, ox.NamedNode)]
    whole = {q.subject for q in store.quads_for_pattern(None, _SAME, node, IDENTITY)} | {node}
    held: dict[ox.NamedNode, set[ox.NamedNode]] = {}
    for one in every:
        for quads in (store.quads_for_pattern(one, None, None, None), store.quads_for_pattern(None, None, one, None)):
            for quad in quads:
                graph = quad.graph_name
                if isinstance(graph, ox.NamedNode) and graph not in _OWN and graph.value.startswith(ontology.GRAPH):
                    held.setdefault(graph, set()).add(one)
    found = []
    for place in sorted(held, key=_value):
        alone = {}
        for quad in store.quads_for_pattern(None, _IN, place, IDENTITY):
            alone[_object(store, quad.subject, _MENTION)] = _object(store, quad.subject, _RESOLVED)
        meant = [n for n in held[place] if alone.get(n.value, node.value if n in whole else "") == node.value]
        if meant:
            found.append((place, sorted(meant, key=_value)))
    return found


# -- reading what identity needs ---------------------------------------------------------------------------------------


def corpus(store: ox.Store, predicates: Iterable[str], only: str | None = None) -> Corpus:
    """What the filings' graphs (or that of one filing) say by the given prefixed predicates."""
    facts: dict[str, dict[tuple[str, str], list[str]]] = {}
    graph = ox.NamedNode(ontology.graph(only)) if only else None
    names: dict[str, str] = {}  # one string for each accession number, not one for each statement
    for prefixed in predicates:
        prefix, _, local = prefixed.partition(":")
        node = ox.NamedNode(ontology.PREFIXES[prefix] + local)
        found = facts.setdefault(prefixed, {})
        for quad in store.quads_for_pattern(None, node, None, graph):
            where = quad.graph_name
            if isinstance(where, ox.NamedNode) and where not in _OWN and not isinstance(quad.object, ox.Triple):
                accession = where.value.removeprefix(ontology.GRAPH)
                place = (names.setdefault(accession, accession), _value(quad.subject))
                found.setdefault(place, []).append(_value(quad.object))
    filed = {a: min(v) for (a, s), v in facts.get("ekg:filedDate", {}).items() if s == ontology.mint("filing", a)}
    filers: dict[str, set[str]] = {}
    for (accession, _), values in facts.get("ekg:filer", {}).items():
        filers.setdefault(accession, set()).update(values)
    return Corpus(facts, filed, {accession: frozenset(found) for accession, found in filers.items()})


# -- writing -----------------------------------------------------------------------------------------------------------


def apply(
    store: Path,
    work: Path,
    meaning: Meaning,
    identity: Iterable[str],
    known: Iterable[str],
    load_bytes: int,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> None:
    """Write the store anew with this identity: the old one stays until the new one is complete.

    `identity` and `known` are N-Triples lines of these two graphs.
    """
    new = work / "new"
    with directory.errors(store):
        shutil.rmtree(new, ignore_errors=True)
        old = directory.open_read_only(store)
        graphs = sorted((g for g in old.named_graphs() if isinstance(g, ox.NamedNode)), key=str)
        fresh = ox.Store(str(new))
        _load(fresh, (f"{line.rstrip(' .')} {IDENTITY} .\n".encode() for line in identity), load_bytes)
        _load(fresh, (f"{line.rstrip(' .')}{g} .\n".encode() for line in known for g in (f" {KNOWN}", "")), load_bytes)
        _load(fresh, _statements(old, graphs, meaning, progress), load_bytes)
        fresh.bulk_load(derived.all_edges(fresh), ox.RdfFormat.N_QUADS)
        fresh.optimize()
        fresh.flush()
        del fresh, old
        directory.tidy(new)
    directory.swap(new, store)


def _statements(
    old: ox.Store,
    graphs: list[ox.NamedNode],
    meaning: Meaning,
    progress: Callable[[int, int], None],
) -> Iterator[bytes]:
    for number, graph in enumerate(graphs, 1):
        progress(number, len(graphs))
        if graph in (IDENTITY, KNOWN, DERIVED):
            continue
        plain = graph in (ONTOLOGY, RECORDS)
        moved = partial(meaning.of, graph.value.removeprefix(ontology.GRAPH))
        block: list[ox.Quad | ox.Triple] = []
        for quad in old.quads_for_pattern(None, None, None, graph):
            block.append(quad)
            if plain:
                if graph == ONTOLOGY:
                    block.append(quad.triple)
            elif is_fact(quad):
                block.append(rewrite(quad.triple, moved))
            if len(block) > _CHUNK:
                yield lines(block)  # type: ignore[arg-type]  # a triple prints like a quad of the default graph
                block = []
        yield lines(block)  # type: ignore[arg-type]


def _load(fresh: ox.Store, chunks: Iterable[bytes], load_bytes: int) -> None:
    """Bulk loads of bounded size."""
    held: list[bytes] = []
    size = 0
    for chunk in chunks:
        held.append(chunk)
        size += len(chunk)
        if size >= load_bytes:
            fresh.bulk_load(cast(IO[bytes], Stream(iter(held))), ox.RdfFormat.N_QUADS, lenient=True)
            held, size = [], 0
    if held:
        fresh.bulk_load(cast(IO[bytes], Stream(iter(held))), ox.RdfFormat.N_QUADS, lenient=True)
