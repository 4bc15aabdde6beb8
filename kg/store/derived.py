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


def pairs(quads: Iterable[ox.Quad | ox.Triple]) -> set[Pair]:
    """Who may license to whom by these statements: pairs whose edge must be looked at when they change."""
    givers: dict[Node, list[ox.NamedNode]] = {}
    takers: dict[Node, list[ox.NamedNode]] = {}
    for quad in quads:
        if not isinstance(quad.object, ox.NamedNode):
            continue
        if quad.predicate == _LICENSOR:
            givers.setdefault(quad.subject, []).append(quad.object)
        elif quad.predicate == _LICENSEE:
            takers.setdefault(quad.subject, []).append(quad.object)
    return {(x, y) for agreement, every in givers.items() for x in every for y in takers.get(agreement, ())}


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
