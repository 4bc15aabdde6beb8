"""A store, one filing that changes, and what has been decided so far → the nodes of each kind to decide about again.

Each function gives the nodes of one kind whose meaning the filing may touch, and with them all on which their meaning
depends. Too many cost time; too few would show as a difference from what `resolve` makes of all filings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg import ontology, store
from kg.identify.keys import keys
from kg.model.identity import Judgement, Place
from kg.names import compound_key
from kg.resolve.organizations import NAMES as ORG_NAMES
from kg.resolve.science import NAMES as DRUG_NAMES
from kg.resolve.state import EKG, State, cik

COMPANY, ORGANIZATION = ontology.ID + "company/", ontology.ID + "organization/"
_PLAIN = tuple(ontology.ID + kind for kind in ("filing/", "document/", "item/", "rule/", "filer/"))
OFFICES = (("org:member", "org:organization"), ("ekg:signer", "ekg:onBehalfOf"))
PARTIES = ("ekg:licensor", "ekg:licensee")


@dataclass(slots=True)
class Partial(State):
    """State of a few nodes; all others mean what they meant."""

    around: store.Around = field(kw_only=True)
    moved: dict[str, set[str]] = field(default_factory=dict, kw_only=True)
    """Accession numbers → nodes that mean another from now on."""

    def of(self, place: Place) -> str:
        node = place[1]
        found = self.in_filing.get(place) or self.everywhere.get(node)
        return found or (node if self.only is not None and node in self.only else self.around.meant(place))

    def bearers(self, node: str) -> set[str]:
        """All nodes that meant or mean `node` somewhere."""
        turned = {n for at, nodes in self.moved.items() for n in nodes if self.of((at, n)) == node}
        return store.bearers(self.around.store, node) | turned

    def move(self, nodes: Iterable[str]) -> None:
        """Take down where these nodes mean another than so far."""
        around = self.around
        alone: dict[str, dict[str, str]] = {}
        for (accession, node), target in self.in_filing.items():
            alone.setdefault(node, {})[accession] = target
        for node in sorted(nodes):
            before = store.resolutions(around.store, node)
            if around.everywhere(node) == self.everywhere.get(node, node) and before == alone.get(node, {}):
                continue
            seen = {store.place(q)[0] for q in around.about(node)}
            seen |= {store.place(q)[0] for q in around.quads(None, None, node)}
            for accession in seen:
                if around.meant((accession, node)) != self.of((accession, node)):
                    self.moved.setdefault(accession, set()).add(node)

    def reached(self, kind: str, steps: int = 2) -> set[str]:
        """Nodes of a class within a few steps of those that moved, in the filings where they did."""
        found = set()
        for accession, nodes in self.moved.items():
            near, edge = set(nodes), set(nodes)
            for _ in range(steps):
                every = {q for n in edge for q in self.around.quads(n, None, None, accession)}
                every |= {q for n in edge for q in self.around.quads(None, None, n, accession)}
                ends = {end.value for q in every for end in (q.subject, q.object) if isinstance(end, ox.NamedNode)}
                edge = {n for n in ends - near if n.startswith(ontology.ID) and not n.startswith(_PLAIN)}
                near |= edge
            found |= near & self.around.inside(accession, "rdf:type", EKG + kind)
        return found


def closed(start: Iterable[str], near: Callable[[str], Iterable[str]], judged: Sequence[Judgement]) -> set[str]:
    """The nodes, those near them or judged with them, those near these, and so on."""
    told: dict[str, set[str]] = {}
    for one in judged:
        told.setdefault(one.left, set()).add(one.right)
        told.setdefault(one.right, set()).add(one.left)
    found = set(start)
    queue = sorted(found)
    for node in queue:
        for other in sorted({*near(node), *told.get(node, ())} - found):
            found.add(other)
            queue.append(other)
    return found


def iri(prefixed: str) -> str:
    """The IRI of a prefixed name."""
    prefix, _, local = prefixed.partition(":")
    return ontology.PREFIXES[prefix] + local


_SHORT = {iri(name): name for name in (*ORG_NAMES, *DRUG_NAMES, "skos:altLabel")}


class Names:
    """Looks nodes up by the keys of their names: in the store, and in the filing that comes."""

    def __init__(self, around: store.Around) -> None:
        self._around = around
        self._own: dict[tuple[str, bool], set[str]] = {}
        for quad in around.now():
            node = store.place(quad)[1]
            prefixed, text = _SHORT.get(store.text_of(quad.predicate), ""), store.text_of(quad.object)
            if prefixed in ORG_NAMES and node.startswith(ORGANIZATION):
                self._add(node, keys(text), False)
            elif prefixed == "skos:altLabel" and node.startswith((ORGANIZATION, COMPANY)):
                self._add(node, keys(text), True)
            elif node.startswith(ontology.ID + "compound/"):
                self._add(node, (compound_key(node.rpartition("/")[2]),), False)
                if prefixed in DRUG_NAMES:
                    self._add(node, (compound_key(text),), True)

    def _add(self, node: str, every: Iterable[str], alias: bool) -> None:
        for key in every:
            self._own.setdefault((key, alias), set()).add(node)

    def __call__(self, key: str, start: str, alias: bool = False) -> set[str]:
        """Nodes whose IRI begins so with a name (or short name) of this key."""
        found = store.with_key(self._around.store, key, alias) | self._own.get((key, alias), set())
        return {node for node in found if node.startswith(start)}


def near_organization(state: Partial, names: Names) -> Callable[[str], Iterator[str]]:
    """Organisations without CIK that share a key, a short name or a Legal Entity Identifier with one."""
    around = state.around

    def near(node: str) -> Iterator[str]:
        for lei in around.values(node, "ekg:lei"):
            yield from (n for _, n in around.subjects("ekg:lei", ox.Literal(lei)))
        if node.startswith(COMPANY):  # here for a judgement or an identifier: then all that leads to it counts
            yield from store.bearers(around.store, node)
            return
        for name in around.values(node, *ORG_NAMES):
            for key in keys(name):
                yield from names(key, ORGANIZATION)
                yield from names(key, ORGANIZATION, alias=True)
        for alias in around.values(node, "skos:altLabel"):
            for key in keys(alias):
                yield from names(key, ORGANIZATION)

    return near


def persons(
    state: Partial, start: Iterable[str], judged: Sequence[Judgement]
) -> tuple[set[str], dict[str, dict[Place, list[str]]]]:
    """All persons of the organisations to which any of these belongs, and their offices there."""
    around = state.around
    held: dict[str, dict[Place, list[str]]] = {member: {} for member, _ in OFFICES}
    found: set[str] = set()
    organizations: set[str] = set()

    def homes(node: str, everywhere: bool) -> Iterator[str]:
        for member, where in OFFICES:
            for accession, office in around.subjects(member, node):
                if everywhere or accession == around.accession or accession in state.moved:
                    for quad in around.quads(office, where, None, accession):
                        place = (accession, store.text_of(quad.object))
                        yield from (state.of(place), around.meant(place))

    def everybody(organization: str) -> Iterator[str]:
        for one in state.bearers(organization):
            for member, where in OFFICES:
                for accession, office in around.subjects(where, one):
                    if organization in (state.of((accession, one)), around.meant((accession, one))):
                        people = [store.text_of(q.object) for q in around.quads(office, member, None, accession)]
                        held[member][accession, office] = people
                        yield from people

    queue = sorted(set(start))
    while queue:
        queue = sorted(closed(queue, lambda node: (), judged) - found)
        found.update(queue)
        fresh = set()
        for node in queue:
            known = not cik(node) or bool(store.partners(around.store, node))
            fresh |= set(homes(node, known)) - organizations
        organizations |= fresh
        queue = sorted({person for one in fresh for person in everybody(one)} - found)
    return found, held


def compounds_of(state: Partial, organization: str) -> Iterator[str]:
    """What an organisation develops or has to do with by a licence."""
    around = state.around
    for one in state.bearers(organization):
        yield from (node for _, node in around.subjects("ekg:developer", one))
        for party in PARTIES:
            for accession, agreement in around.subjects(party, one):
                yield from drugs(around, accession, agreement)


def drugs(around: store.Around, accession: str, agreement: str) -> Iterator[str]:
    """Compounds of the grants of an agreement."""
    for grant in around.quads(agreement, "ekg:hasGrant", None, accession):
        for quad in around.quads(store.text_of(grant.object), "ekg:compound", None, accession):
            yield store.text_of(quad.object)


def near_compound(state: Partial, names: Names) -> Callable[[str], Iterator[str]]:
    """Compounds that a name, or a name of which, a compound bears."""
    start = ontology.ID + "compound/"

    def near(node: str) -> Iterator[str]:
        own = compound_key(node.rpartition("/")[2])
        yield from names(own, start)
        yield from names(own, start, alias=True)
        for name in state.around.values(node, *DRUG_NAMES):
            yield from names(compound_key(name), start)

    return near


def near_indication(state: Partial) -> Callable[[str], Iterator[str]]:
    """Indications that match the same term."""

    def near(node: str) -> Iterator[str]:
        for term in state.around.values(node, "skos:exactMatch"):
            yield from (n for _, n in state.around.subjects("skos:exactMatch", term) if "/indication/" in n)

    return near


def near_agreement(state: Partial) -> Callable[[str], Iterator[str]]:
    """Agreements of the same parties."""
    around = state.around
    asked: set[tuple[frozenset[str], ...]] = set()

    def parties(place: Place, of: Callable[[Place], str]) -> tuple[frozenset[str], ...]:
        accession, node = place
        return tuple(
            frozenset(of((accession, store.text_of(q.object))) for q in around.quads(node, p, None, accession))
            for p in PARTIES
        )

    def near(node: str) -> Iterator[str]:
        for accession in {store.place(q)[0] for q in around.about(node)}:
            for of in (state.of, around.meant):
                key = parties((accession, node), of)
                if key in asked or not all(key):
                    continue
                asked.add(key)
                for one in state.bearers(min(key[0])):
                    for place in around.subjects(PARTIES[0], one):
                        if key in (parties(place, state.of), parties(place, around.meant)):
                            yield place[1]

    return near


def near_dependent(state: Partial, owned_by: str, anchors: Sequence[str]) -> Callable[[str], Iterator[str]]:
    """Nodes that belong to the same owner, or speak of the same thing."""
    around = state.around
    asked: set[tuple[str, str]] = set()

    def near(node: str) -> Iterator[str]:
        if owned_by:
            for accession, owner in around.subjects(owned_by, node):
                for one in _both(state, (accession, owner), owned_by, asked):
                    yield from (store.text_of(q.object) for q in around.quads(one, owned_by, None))
        for anchor in anchors:
            for accession in {store.place(q)[0] for q in around.about(node)}:
                for quad in around.quads(node, anchor, None, accession):
                    for one in _both(state, (accession, store.text_of(quad.object)), anchor, asked):
                        yield from (n for _, n in around.subjects(anchor, one))

    return near


def _both(state: Partial, place: Place, predicate: str, asked: set[tuple[str, str]]) -> Iterator[str]:
    """All nodes that mean what one meant or means, once for each predicate."""
    for meaning in {state.of(place), state.around.meant(place)}:
        if (predicate, meaning) not in asked:
            asked.add((predicate, meaning))
            yield from state.bearers(meaning)
