"""Licences of the default graph → edges `?licensor ekg:outLicensesTo ?licensee` of the derived graph.

Every agreement counts except those merely proposed; nobody licenses out to itself.
"""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg import ontology
from kg.store.records import DERIVED, Node, lines

Pair = tuple[ox.NamedNode, ox.NamedNode]

_LICENSOR = ox.NamedNode(ontology.EKG + "licensor")
_LICENSEE = ox.NamedNode(ontology.EKG + "licensee")
_SAID = (_LICENSOR, _LICENSEE, ox.NamedNode(ontology.EKG + "agreementStatus"))
_EDGE = ox.NamedNode(ontology.EKG + "outLicensesTo")
_PATTERN = f"""
    ?agreement <{ontology.EKG}licensor> ?licensor ; <{ontology.EKG}licensee> ?licensee .
    FILTER(?licensor != ?licensee)
    MINUS {{ ?agreement <{ontology.EKG}agreementStatus> <{ontology.EKGC}status_proposed> }}
"""


def all_edges(store: ox.Store) -> bytes:
    """N-Quads of every edge that the default graph implies."""
    found = store.query(f"CONSTRUCT {{ ?licensor {_EDGE} ?licensee }} WHERE {{ {_PATTERN} }}")
    assert isinstance(found, ox.QueryTriples)
    return lines(sorted({ox.Quad(t.subject, t.predicate, t.object, DERIVED) for t in found}, key=str))


def touched(store: ox.Store, changing: Iterable[ox.Quad]) -> set[Pair]:
    """Pairs whose edge must be looked at when these statements come or go.

    An agreement may be stated by several filings, so what the store knows of it counts as well.
    """
    givers: dict[Node, set[ox.NamedNode]] = {}
    takers: dict[Node, set[ox.NamedNode]] = {}
    agreements = set()
    for quad in changing:
        if quad.predicate in _SAID:
            agreements.add(quad.subject)
            _collect(quad, givers, takers)
    for agreement in agreements:
        for quad in store.quads_for_pattern(agreement, None, None, ox.DefaultGraph()):
            _collect(quad, givers, takers)
    return {(x, y) for agreement, every in givers.items() for x in every for y in takers.get(agreement, ())}


def _collect(quad: ox.Quad, givers: dict[Node, set[ox.NamedNode]], takers: dict[Node, set[ox.NamedNode]]) -> None:
    if isinstance(quad.object, ox.NamedNode) and quad.predicate in (_LICENSOR, _LICENSEE):
        (givers if quad.predicate == _LICENSOR else takers).setdefault(quad.subject, set()).add(quad.object)


def refresh(changed: set[Pair]) -> str:
    """Update operations that make the edges of these pairs right again, to run after their facts have changed."""
    if not changed:
        return ""
    rows = sorted(f"({x} {y})" for x, y in changed)
    edges = " ".join(sorted(f"{x} {_EDGE} {y} ." for x, y in changed))
    return (
        f"DELETE DATA {{ GRAPH {DERIVED} {{ {edges} }} }} ;\n"
        f"INSERT {{ GRAPH {DERIVED} {{ ?licensor {_EDGE} ?licensee }} }}\n"
        f"WHERE {{ VALUES (?licensor ?licensee) {{ {' '.join(rows)} }} {_PATTERN} }}"
    )
