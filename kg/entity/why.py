"""A node → every fact about it with the sentence that states it, the filing, the rule and the confidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.entity.describe import describe
from kg.entity.view import Node, View
from kg.store import spoken_of

_PLACE = re.compile(r"/document/(\d{10}-\d{2}-\d{6})_(\d+)#char=(\d+),(\d+)$")


@dataclass(frozen=True, slots=True, order=True)
class Witness:
    """One fact, one passage: `confidence` is 0..1; `document` and offsets locate `sentence` in the filing's text."""

    fact: str
    sentence: str
    accession: str
    document: int
    start: int
    end: int
    rule: str
    confidence: float


def why(store: ox.Store, node: Node) -> list[Witness]:
    """Facts about `node`, sorted by fact, then by sentence."""
    found: set[Witness] = set()
    for view, fact in _facts(store, node):
        text = describe(view, fact)
        rule = ", ".join(r.value.rpartition("/")[2] for r in view.objects(fact, "ekg:extractedBy"))
        confidence = float(view.first(fact, "ekg:confidence") or 0)
        for passage in view.objects(fact, "ekg:evidence"):
            place = _PLACE.search(passage.value)
            if place:
                accession, document, start, end = place[1], int(place[2]), int(place[3]), int(place[4])
                quote = view.text(passage, "oa:exact")
                found.add(Witness(text, quote, accession, document, start, end, rule, confidence))
    return sorted(found)


def _facts(store: ox.Store, node: Node) -> Iterator[tuple[View, Node]]:
    """Evidenced nodes that are, point at, or are pointed at by whatever means `node`, one step around, in each filing's
    graph."""
    for graph, meant in spoken_of(store, node):
        view = View(store, graph)
        near = set(meant)
        for one in meant:
            for quad in store.quads_for_pattern(None, None, one, graph):
                if isinstance(quad.subject, ox.NamedNode):
                    near.add(quad.subject)
            for quad in store.quads_for_pattern(one, None, None, graph):
                if isinstance(quad.object, ox.NamedNode):
                    near.add(quad.object)
        stages = {o for n in near for o in view.objects(n, "ekg:hasStage")}
        deals = {s for n in near for s in view.subjects(n, "ekg:hasGrant", "ekg:ofPosition")}
        for fact in sorted(near | stages | deals, key=lambda n: n.value):
            if view.objects(fact, "ekg:evidence"):
                yield view, fact
