"""A store and one filing that comes, changes or goes → what all filings' graphs will say, read node by node.

Identity asks this instead of a whole corpus when one filing is added: what it asks for is read and kept, nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import pyoxigraph as ox

from kg import ontology
from kg.model.identity import Corpus, Place
from kg.store import identity
from kg.store.records import DERIVED, ONTOLOGY, RECORDS

_NOT_FILINGS = frozenset((identity.IDENTITY, identity.KNOWN, RECORDS, ONTOLOGY, DERIVED))

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Change:
    """What identity becomes with a filing: of each node that means another from now on, where; statements of the
    graphs of identity and of what it adds, that go and that come."""

    meaning: Callable[[str, str], str]
    moved: frozenset[Place]
    gone: frozenset[ox.Triple]
    come: frozenset[ox.Triple]
    known_gone: frozenset[ox.Triple]
    known_come: frozenset[ox.Triple]


def _node(prefixed: str) -> ox.NamedNode:
    prefix, _, local = prefixed.partition(":")
    return ox.NamedNode(ontology.PREFIXES[prefix] + local)


class _Asked(Mapping[str, Value], Generic[Value]):
    """A mapping whose values are read when first asked for."""

    def __init__(self, held: dict[str, Value], read: Callable[[str], Value]) -> None:
        self._held, self._read = held, read

    def __getitem__(self, key: str) -> Value:
        if key not in self._held:
            self._held[key] = self._read(key)
        return self._held[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)


class _Facts(Mapping[Place, list[str]]):
    """Values of one predicate: those at hand, over which one may go, and others read when asked for."""

    def __init__(self, at_hand: dict[Place, list[str]], read: Callable[[Place], list[str]]) -> None:
        self._at_hand, self._read = at_hand, read
        self._others: dict[Place, list[str]] = {}

    def __getitem__(self, place: Place) -> list[str]:
        if place in self._at_hand:
            return self._at_hand[place]
        if place not in self._others:
            self._others[place] = self._read(place)
        if not self._others[place]:
            raise KeyError(place)
        return self._others[place]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._at_hand)

    def __len__(self) -> int:
        return len(self._at_hand)


class Around:
    """The filings' graphs of `store`, that of `accession` being `graph` (N-Quads) from now on."""

    def __init__(self, store: ox.Store, accession: str, graph: bytes = b"") -> None:
        self.store = store
        self.accession = accession
        self._graph = ox.NamedNode(ontology.graph(accession))
        self._fresh = ox.Store()
        self._fresh.bulk_load(graph, ox.RdfFormat.N_QUADS, lenient=True)
        self._about: dict[str, list[ox.Quad]] = {}
        self._alone: dict[str, dict[str, str]] = {}
        self._every: dict[str, str] = {}
        self._filed: dict[str, str] = {}
        self._filers: dict[str, frozenset[str]] = {}

    # -- statements ----------------------------------------------------------------------------------------------------

    def quads(
        self, subject: str | None, predicate: str | None, obj: str | ox.Literal | None, accession: str | None = None
    ) -> Iterator[ox.Quad]:
        """Statements of the filings' graphs, or of one of them; predicates are prefixed."""
        s = ox.NamedNode(subject) if subject else None
        p = _node(predicate) if predicate else None
        o = ox.NamedNode(obj) if isinstance(obj, str) else obj
        if accession == self.accession:
            yield from self._fresh.quads_for_pattern(s, p, o, self._graph)
            return
        graph = ox.NamedNode(ontology.graph(accession)) if accession else None
        for quad in self.store.quads_for_pattern(s, p, o, graph):
            if is_of_filing(quad) and quad.graph_name != self._graph:
                yield quad
        if accession is None:
            yield from self._fresh.quads_for_pattern(s, p, o, self._graph)

    def before(self) -> list[ox.Quad]:
        """What the filing's graph said so far."""
        return list(self.store.quads_for_pattern(None, None, None, self._graph))

    def now(self) -> list[ox.Quad]:
        """What the filing's graph says from now on."""
        return list(self._fresh.quads_for_pattern(None, None, None, self._graph))

    def about(self, node: str) -> list[ox.Quad]:
        """All statements of filings whose subject is the node."""
        if node not in self._about:
            self._about[node] = list(self.quads(node, None, None))
        return self._about[node]

    def values(self, node: str, *predicates: str) -> set[str]:
        """What filings say of a node."""
        wanted = {_node(p) for p in predicates}
        return {identity.text_of(q.object) for q in self.about(node) if q.predicate in wanted}

    def subjects(self, predicate: str, obj: str | ox.Literal) -> set[Place]:
        """Where filings say this, and of which nodes."""
        return {place(quad) for quad in self.quads(None, predicate, obj)}

    def inside(self, accession: str, predicate: str, obj: str | None = None) -> set[str]:
        """Subjects of such statements in one filing."""
        return {place(quad)[1] for quad in self.quads(None, predicate, obj, accession)}

    def _filed_on(self, accession: str) -> str:
        found = self.quads(ontology.mint("filing", accession), "ekg:filedDate", None, accession)
        return min((identity.text_of(q.object) for q in found), default="")

    def _filers_of(self, accession: str) -> frozenset[str]:
        return frozenset(identity.text_of(q.object) for q in self.quads(None, "ekg:filer", None, accession))

    def corpus(
        self,
        nodes: Iterable[str],
        predicates: Iterable[str],
        more: Mapping[str, Mapping[Place, list[str]]] | None = None,
    ) -> Corpus:
        """What filings say, by these predicates, to be gone over for these nodes (and the places of `more`) and to be
        asked for any other."""
        wanted = {_node(p): p for p in predicates}
        at_hand: dict[str, dict[Place, list[str]]] = {p: {} for p in wanted.values()}
        whole = set(nodes)
        for node in sorted(whole):
            few = len(wanted) < 15 and node not in self._about  # of a company hundreds of filings say the same
            quads = (q for p in wanted.values() for q in self.quads(node, p, None)) if few else self.about(node)
            for quad in quads:
                if (prefixed := wanted.get(quad.predicate)) and not isinstance(quad.object, ox.Triple):
                    at_hand[prefixed].setdefault(place(quad), []).append(identity.text_of(quad.object))
        for prefixed, said in (more or {}).items():
            at_hand[prefixed] = {**said, **at_hand[prefixed]}

        def reader(prefixed: str) -> Callable[[Place], list[str]]:
            def read(where: Place) -> list[str]:
                if where[1] in whole:
                    return []
                return [identity.text_of(q.object) for q in self.quads(where[1], prefixed, None, where[0])]

            return read

        # made here, not kept: whoever writes closes the store by letting go of it, and no circle may hold it open
        filed, filers = _Asked(self._filed, self._filed_on), _Asked(self._filers, self._filers_of)
        return Corpus({p: _Facts(said, reader(p)) for p, said in at_hand.items()}, filed, filers)

    # -- identity so far -----------------------------------------------------------------------------------------------

    def alone(self, accession: str) -> dict[str, str]:
        """Nodes that mean something of their own in one filing."""
        if accession not in self._alone:
            self._alone[accession] = identity.alone_in(self.store, accession)
        return self._alone[accession]

    def meant(self, where: Place) -> str:
        """What a node meant in a filing so far."""
        accession, node = where
        if not node.startswith(ontology.ID):
            return node  # a code, or a text that is part of something
        return self.alone(accession).get(node) or self.everywhere(node)

    def everywhere(self, node: str) -> str:
        """What a node meant so far wherever no filing knows better."""
        if node not in self._every:
            self._every[node] = identity.same_as(self.store, node) or node
        return self._every[node]


def is_of_filing(quad: ox.Quad) -> bool:
    """True for a statement of a filing's graph."""
    graph = quad.graph_name
    return isinstance(graph, ox.NamedNode) and graph not in _NOT_FILINGS


def place(quad: ox.Quad) -> Place:
    """Where a statement of a filing stands, and of what it speaks."""
    return identity.text_of(quad.graph_name).removeprefix(ontology.GRAPH), identity.text_of(quad.subject)
