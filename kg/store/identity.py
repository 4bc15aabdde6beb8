"""The identity graph ↔ which node stands for which, and the view of a filing's facts through it.

Filings' graphs stay as they were extracted. The default graph holds their facts with every node replaced by the one
that stands for it, so taking a judgement back and writing the default graph again gives the former bytes.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
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
_ALIAS = ox.NamedNode(ontology.EKG + "aliasKey")
_TOLD_BY = ox.NamedNode(ontology.EKG + "nameSource")
_NAMED = tuple(ontology.ID + kind for kind in ("organization/", "company/", "compound/"))
_LEFT = ox.NamedNode(ontology.EKG + "leftNode")
_RIGHT = ox.NamedNode(ontology.EKG + "rightNode")
_SCORE = ox.NamedNode(ontology.EKG + "matchScore")
_REASON = ox.NamedNode(ontology.EKG + "matchReason")
_EXACT = ox.NamedNode(ontology.PREFIXES["oa"] + "exact")
ALT = ox.NamedNode(ontology.PREFIXES["skos"] + "altLabel")
LABELS = frozenset(
    ox.NamedNode(iri) for iri in (ontology.PREFIXES["rdfs"] + "label", ontology.PREFIXES["skos"] + "prefLabel")
)
_LOCAL = tuple(ontology.ID + kind for kind in ("assertion/", "run/", "rule/"))
_OWN = frozenset((IDENTITY, KNOWN, RECORDS, ONTOLOGY, DERIVED))
_CHUNK = 20_000

Moved = Callable[[str], str]
"""Node → node that stands for it in one filing (itself when none does)."""


def text_of(term: object) -> str:
    """The text of an IRI or literal."""
    return str(getattr(term, "value", ""))


def is_fact(quad: ox.Quad | ox.Triple) -> bool:
    """True for a statement of a filing that also belongs to the default graph: no quote, assertion or run record."""
    if quad.predicate == _EXACT or not isinstance(quad.subject, ox.NamedNode):
        return False
    subject = text_of(quad.subject)
    return not subject.startswith(_LOCAL) and not subject.startswith(ontology.GRAPH)


def rewrite(triple: ox.Triple, moved: Moved) -> ox.Triple:
    """A fact through the identity of its filing. The label of a node that gives way becomes one more name."""
    subject, predicate, obj = triple.subject, triple.predicate, triple.object
    if isinstance(subject, ox.NamedNode) and (new := moved(subject.value)) != subject.value:
        subject = ox.NamedNode(new)
        if predicate in LABELS and isinstance(obj, ox.Literal):
            predicate, obj = ALT, ox.Literal(obj.value)
    if isinstance(obj, ox.NamedNode) and (new := moved(obj.value)) != obj.value:
        obj = ox.NamedNode(new)
    return ox.Triple(subject, predicate, obj)


def is_resolved(store: ox.Store) -> bool:
    """True when the store has an identity graph."""
    return next(store.quads_for_pattern(None, None, None, IDENTITY), None) is not None


def read_meaning(store: ox.Store) -> Meaning:
    """All of the identity graph."""
    everywhere = {text_of(q.subject): text_of(q.object) for q in store.quads_for_pattern(None, _SAME, None, IDENTITY)}
    in_filing = {}
    for quad in store.quads_for_pattern(None, _IN, None, IDENTITY):
        mention, target = (_object(store, quad.subject, p) for p in (_MENTION, _RESOLVED))
        if mention and target:
            in_filing[text_of(quad.object).removeprefix(ontology.GRAPH), mention] = target
    return Meaning(everywhere, in_filing)


def _object(store: ox.Store, node: Node, predicate: ox.NamedNode) -> str:
    found = next(store.quads_for_pattern(node, predicate, None, IDENTITY), None)
    return found.object.value if found and isinstance(found.object, ox.NamedNode) else ""


def names_in_use(store: ox.Store, key: str) -> list[NameUse]:
    """Who bore a name of this key, and when."""
    found = [_uses(store, q.subject) for q in store.quads_for_pattern(None, _KEY, ox.Literal(key), IDENTITY)]
    return sorted(use for uses in found for use in uses)


def names_of(store: ox.Store, company: str) -> list[NameUse]:
    """The names that an organisation bore, and when."""
    found = [_uses(store, q.subject) for q in store.quads_for_pattern(None, _OF, ox.NamedNode(company), IDENTITY)]
    return sorted(use for uses in found for use in uses)


def every_name(store: ox.Store) -> list[NameUse]:
    """All names that organisations bore, and when."""
    found = [_uses(store, q.subject) for q in store.quads_for_pattern(None, _OF, None, IDENTITY)]
    return sorted(use for uses in found for use in uses)


def _uses(store: ox.Store, node: Node) -> list[NameUse]:
    """A use of a name, once for each kind of source; none when the node is no such use."""
    about = list(store.quads_for_pattern(node, None, None, IDENTITY))
    one = {q.predicate: text_of(q.object) for q in about}
    if _OF not in one:
        return []
    sources = sorted(text_of(q.object) for q in about if q.predicate == _TOLD_BY)
    return [NameUse(one[_OF], one[_NAME], one.get(_FROM, ""), one.get(_UNTIL, ""), source) for source in sources]


def with_key(store: ox.Store, key: str, alias: bool = False) -> set[str]:
    """Nodes of filings that bear a name (or a short name) of this key."""
    found = store.quads_for_pattern(None, _ALIAS if alias else _KEY, ox.Literal(key), IDENTITY)
    return {text_of(q.subject) for q in found if text_of(q.subject).startswith(_NAMED)}


def same_as(store: ox.Store, node: str) -> str:
    """What stands for a node everywhere; "" when nothing does."""
    found = next(store.quads_for_pattern(ox.NamedNode(node), _SAME, None, IDENTITY), None)
    return text_of(found.object) if found else ""


def count_listed(store: ox.Store) -> int:
    """How many names of imported lists the store follows."""
    return sum(1 for _ in store.quads_for_pattern(None, _TOLD_BY, ox.Literal("list"), IDENTITY))


def alone_in(store: ox.Store, accession: str) -> dict[str, str]:
    """What nodes mean in one filing alone."""
    graph = ox.NamedNode(ontology.graph(accession))
    found = {}
    for quad in store.quads_for_pattern(None, _IN, graph, IDENTITY):
        mention, target = (_object(store, quad.subject, p) for p in (_MENTION, _RESOLVED))
        if mention and target:
            found[mention] = target
    return found


def resolutions(store: ox.Store, node: str) -> dict[str, str]:
    """Accession numbers of the filings in which a node means something of its own → what."""
    found = {}
    for quad in store.quads_for_pattern(None, _MENTION, ox.NamedNode(node), IDENTITY):
        if place := _object(store, quad.subject, _IN):
            found[place.removeprefix(ontology.GRAPH)] = _object(store, quad.subject, _RESOLVED)
    return found


def told_of(store: ox.Store, node: str) -> list[ox.Triple]:
    """All that the identity graph says of a node: what it means and why, its keys, pairs whose first node it is."""
    one = ox.NamedNode(node)
    found = [q.triple for q in store.quads_for_pattern(one, None, None, IDENTITY)]
    for predicate in (_MENTION, _LEFT):
        for quad in store.quads_for_pattern(None, predicate, one, IDENTITY):
            found += [q.triple for q in store.quads_for_pattern(quad.subject, None, None, IDENTITY)]
    return found


def keys_of(store: ox.Store, node: str) -> list[ox.Triple]:
    """The keys by which a node is looked up."""
    one = ox.NamedNode(node)
    return [q.triple for by in (_KEY, _ALIAS) for q in store.quads_for_pattern(one, by, None, IDENTITY)]


def matches(store: ox.Store, start: str) -> set[tuple[str, str]]:
    """Nodes of the default graph whose IRIs begin so, with the vocabulary terms that they match."""
    exact = ox.NamedNode(ontology.PREFIXES["skos"] + "exactMatch")
    found = {(text_of(q.subject), text_of(q.object)) for q in store.quads_for_pattern(None, exact, None, _DEFAULT)}
    return {(node, iri) for node, iri in found if node.startswith(start)}


def why_same(store: ox.Store, node: str) -> tuple[float, frozenset[str]]:
    """Score and reasons of what stands for a node everywhere; (0, none) when nothing does."""
    target = same_as(store, node)
    one = ox.NamedNode(ontology.hashed("resolution", "", "", node, target))
    about = list(store.quads_for_pattern(one, None, None, IDENTITY)) if target else []
    score = next((float(text_of(q.object)) for q in about if q.predicate == _SCORE), 0.0)
    return score, frozenset(text_of(q.object) for q in about if q.predicate == _REASON)


def partners(store: ox.Store, node: str) -> set[str]:
    """Nodes that may mean the same as this one."""
    one = ox.NamedNode(node)
    return {
        _object(store, quad.subject, other)
        for side, other in ((_LEFT, _RIGHT), (_RIGHT, _LEFT))
        for quad in store.quads_for_pattern(None, side, one, IDENTITY)
    }


def known_of(store: ox.Store, node: str | None, predicate: str | None) -> list[ox.Triple]:
    """What identity adds to the default graph about a node (or all), by a predicate (or any)."""
    one = ox.NamedNode(node) if node else None
    by = ox.NamedNode(predicate) if predicate else None
    return [q.triple for q in store.quads_for_pattern(one, by, None, KNOWN)]


def bearers(store: ox.Store, node: str) -> set[str]:
    """The node, and every node for which it stands somewhere."""
    return {text_of(one) for one in _meant_by(store, ox.NamedNode(node))}


def candidates(store: ox.Store) -> list[Candidate]:
    """Pairs that may mean one thing."""
    found = []
    for quad in store.quads_for_pattern(None, _LEFT, None, IDENTITY):
        about = list(store.quads_for_pattern(quad.subject, None, None, IDENTITY))
        one = {q.predicate: text_of(q.object) for q in about if not isinstance(q.object, ox.Triple)}
        reasons = tuple(sorted(text_of(q.object) for q in about if q.predicate == _REASON))
        filing = one.get(_IN, "").removeprefix(ontology.GRAPH)
        found.append(Candidate(one[_LEFT], one[_RIGHT], filing, float(one[_SCORE]), reasons))
    return sorted(found)


def canonical(store: ox.Store, iri: str) -> list[str]:
    """Nodes that stand for `iri` somewhere; [] when it stands for itself alone."""
    try:
        node = ox.NamedNode(iri)
    except ValueError:
        return []
    found = {text_of(q.object) for q in store.quads_for_pattern(node, _SAME, None, IDENTITY)}
    for quad in store.quads_for_pattern(None, _MENTION, node, IDENTITY):
        found.add(_object(store, quad.subject, _RESOLVED))
    return sorted(found - {"", iri})


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
    for place in sorted(held, key=text_of):
        alone = {}
        for quad in store.quads_for_pattern(None, _IN, place, IDENTITY):
            alone[_object(store, quad.subject, _MENTION)] = _object(store, quad.subject, _RESOLVED)
        meant = [n for n in held[place] if alone.get(n.value, node.value if n in whole else "") == node.value]
        if meant:
            found.append((place, sorted(meant, key=text_of)))
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
                place = (names.setdefault(accession, accession), text_of(quad.subject))
                found.setdefault(place, []).append(text_of(quad.object))
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
