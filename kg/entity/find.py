"""What a person types (IRI, CIK, accession, any name) → the nodes meant by it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyoxigraph as ox

from kg import ontology
from kg.entity.view import Node, View, name
from kg.names import compound_key, org_key, person_key, words
from kg.store import canonical

_ACCESSION = re.compile(r"\d{10}-\d{2}-\d{6}")
_NAMES = ("rdfs:label", "skos:altLabel", "skos:prefLabel", "schema:name", "ekg:conformedName", "ekg:charterName")
_LOOKED_FOR = ("Company", "Organization", "Person", "Compound", "Indication", "Platform", "Substance")
_OWNERS = {"FormerName": "ekg:hasFormerName"}  # a name node stands for the company that bore the name


def find(store: ox.Store, what: str) -> list[Node]:
    """Nodes named by `what`, the surest way first: IRI, accession, CIK, exact name, name key, then the only thing whose
    name holds all the words. Empty when there is none, or when the last way finds several."""
    what = what.strip()
    for way in (_by_iri, _by_accession, _by_cik, _by_tail, _by_exact_name, _by_key, _by_words):
        if found := sorted(set(way(store, what)), key=str):
            return found
    return []


def suggest(store: ox.Store, what: str, most: int = 5) -> list[str]:
    """Names that contain every word of `what`, for a message when nothing was found."""
    wanted = what.casefold().split()
    if not wanted:
        return []
    seen = {text for _, text in _all_names(store) if all(w in text.casefold() for w in wanted)}
    return sorted(seen, key=lambda t: (len(t), t))[:most]


def _known(store: ox.Store, iri: str) -> Iterator[Node]:
    try:
        node = ox.NamedNode(iri)
    except ValueError:
        return
    if next(store.quads_for_pattern(node, None, None, ox.DefaultGraph()), None):
        yield node
    else:  # a node that gave way to another is found by its old name
        yield from (ox.NamedNode(other) for other in canonical(store, iri))


def _by_iri(store: ox.Store, what: str) -> Iterator[Node]:
    if "://" in what:
        yield from _known(store, what.strip("<>"))


def _by_accession(store: ox.Store, what: str) -> Iterator[Node]:
    if _ACCESSION.fullmatch(what):
        yield from _known(store, ontology.mint("filing", what))


def _by_cik(store: ox.Store, what: str) -> Iterator[Node]:
    digits = what.upper().removeprefix("CIK").lstrip("0 ")
    if digits.isdigit() and len(digits) <= 10:
        yield from _known(store, ontology.mint("company", digits.zfill(10)))


def _by_tail(store: ox.Store, what: str) -> Iterator[Node]:
    """The end of an instance IRI as tables print it: "agreement/lic-0bf886e8af83" or "lic-0bf886e8af83"."""
    if "/" in what:
        yield from _known(store, ontology.ID + what)
    elif what.startswith("lic-"):
        yield from _known(store, ontology.mint("agreement", what))


def _all_names(store: ox.Store) -> Iterator[tuple[Node, str]]:
    view = View(store)
    for predicate in _NAMES:
        for quad in store.quads_for_pattern(None, name(predicate), None, ox.DefaultGraph()):
            if not isinstance(quad.object, ox.Literal) or not isinstance(quad.subject, ox.NamedNode):
                continue
            kinds = view.types(quad.subject)
            for kind, owner in _OWNERS.items():
                if kind in kinds:
                    for bearer in view.subjects(quad.subject, owner):
                        yield bearer, quad.object.value
            if kinds.intersection(_LOOKED_FOR):
                yield quad.subject, quad.object.value


def _by_exact_name(store: ox.Store, what: str) -> Iterator[Node]:
    folded = what.casefold()
    return (node for node, text in _all_names(store) if text.casefold() == folded)


def _by_key(store: ox.Store, what: str) -> Iterator[Node]:
    view = View(store)
    for node, text in _all_names(store):
        kinds = view.types(node)
        if "Person" in kinds:
            same = person_key(text) == person_key(what)
        elif kinds & {"Compound", "Substance"}:
            same = compound_key(text) == compound_key(what)
        else:
            same = org_key(text) == org_key(what)
        if same:
            yield node


def _by_words(store: ox.Store, what: str) -> Iterator[Node]:
    """The one thing with a name that holds every word: "aurelis" for "Aurelis Biosciences, Inc."."""
    asked = set(words(what))
    found = {node for node, text in _all_names(store) if asked and asked <= set(words(text))}
    return iter(found if len(found) == 1 else ())
