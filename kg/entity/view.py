"""Reading a graph node by node: values, labels and short texts of nodes, from the default graph or one filing's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import pyoxigraph as ox

from kg import ontology
from kg.names import org_key

Node = ox.NamedNode
Graph = ox.NamedNode | ox.DefaultGraph

_DEFAULT = ox.DefaultGraph()
_LABELS = ("rdfs:label", "skos:prefLabel", "ekg:conformedName", "schema:name", "skos:altLabel")


def name(prefixed: str) -> Node:
    """The node of a prefixed name: "ekg:licensor"."""
    prefix, _, local = prefixed.partition(":")
    return ox.NamedNode(ontology.PREFIXES[prefix] + local)


@dataclass(frozen=True, slots=True)
class View:
    """One graph of a store: the default graph (de-duplicated facts) or a filing's own (with quotes)."""

    store: ox.Store
    graph: Graph = _DEFAULT

    def objects(self, node: Node, *predicates: str) -> list[Node]:
        """Object nodes by any of the predicates, sorted."""
        found = {
            q.object
            for p in predicates
            for q in self.store.quads_for_pattern(node, name(p), None, self.graph)
            if isinstance(q.object, ox.NamedNode)
        }
        return sorted(found, key=str)

    def subjects(self, node: Node, *predicates: str) -> list[Node]:
        """Nodes that point at `node` by any of the predicates, sorted."""
        found = {
            q.subject
            for p in predicates
            for q in self.store.quads_for_pattern(None, name(p), node, self.graph)
            if isinstance(q.subject, ox.NamedNode)
        }
        return sorted(found, key=str)

    def texts(self, node: Node, *predicates: str) -> list[str]:
        """Literal values by any of the predicates, sorted within each predicate, without repeats."""
        found: dict[str, None] = {}
        for p in predicates:
            values = {
                q.object.value
                for q in self.store.quads_for_pattern(node, name(p), None, self.graph)
                if isinstance(q.object, ox.Literal)
            }
            found.update(dict.fromkeys(sorted(values)))
        return list(found)

    def text(self, node: Node, *predicates: str) -> str:
        """All values by the predicates, joined by "; "."""
        return "; ".join(self.texts(node, *predicates))

    def first(self, node: Node, *predicates: str) -> str:
        """The first value by the first predicate that has one, else an empty string."""
        for p in predicates:
            if values := self.texts(node, p):
                return values[0]
        return ""

    def types(self, node: Node) -> set[str]:
        """Local names of the node's classes in our ontology."""
        kinds = self.objects(node, "rdf:type")
        return {k.value.removeprefix(ontology.EKG) for k in kinds if k.value.startswith(ontology.EKG)}

    def label(self, node: Node) -> str:
        """What a person would call the node; concepts fall back to their code, others to the end of their IRI."""
        if found := self._named(node):
            return found
        if not isinstance(self.graph, ox.DefaultGraph) and (found := View(self.store).first(node, *_LABELS)):
            return found
        tail = node.value.rpartition("/")[2].rpartition("#")[2]
        if node.value.startswith(ontology.EKGC):
            tail = tail.partition("_")[2] or tail
        return tail.replace("_", " ")

    def _named(self, node: Node) -> str:
        """The first label; of a company that filed under several names, one that it does not call a former name."""
        every = self.texts(node, _LABELS[0])
        if len(every) > 1:
            former = {org_key(self.first(n, "schema:name")) for n in self.objects(node, "ekg:hasFormerName")}
            every = [text for text in every if org_key(text) not in former] or every
        return every[0] if every else self.first(node, *_LABELS[1:])

    def labels(self, nodes: list[Node]) -> str:
        """Labels joined by ", "."""
        return ", ".join(dict.fromkeys(self.label(n) for n in nodes))

    def via(self, node: Node, *predicates: str) -> str:
        """Labels of the objects by the predicates, joined."""
        return self.labels(self.objects(node, *predicates))

    def of_type(self, kind: str) -> Iterator[Node]:
        """Every node of a class of our ontology."""
        for quad in self.store.quads_for_pattern(None, name("rdf:type"), name(f"ekg:{kind}"), self.graph):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject


def money(amount: str, currency: str) -> str:
    """ "12500000.0", "USD" → "USD 12,500,000"."""
    try:
        value = Decimal(amount)
    except InvalidOperation:
        return f"{currency} {amount}".strip()
    whole = f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,f}"
    return f"{currency} {whole}".strip()


def percent(low: str, high: str) -> str:
    """Royalty bounds as "9-14%" or "5%"."""
    shown = [format(Decimal(v).normalize(), "f") for v in (low, high) if v]
    return "-".join(dict.fromkeys(shown)) + "%" if shown else ""
