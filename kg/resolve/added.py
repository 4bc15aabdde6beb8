"""A filing that comes into a resolved store → what the names in use say of it."""

from __future__ import annotations

import pyoxigraph as ox

from kg import ontology, store
from kg.identify.book import NameBook
from kg.identify.keys import keys
from kg.model.identity import Link
from kg.resolve.graphs import link_statements, name_statements
from kg.resolve.organizations import join_organizations, name_uses, org_uses
from kg.resolve.people import join_people
from kg.resolve.state import EKG, State


def of_filing(opened: ox.Store, filing: store.FilingGraph, predicates: tuple[str, ...]) -> list[ox.Triple]:
    """What the names in use say of a filing that comes into a resolved store: statements for the identity graph.

    Organisations, and persons by them, are looked up in the store's index of names; the rest waits for `resolve`.
    """
    alone = ox.Store()
    alone.bulk_load(filing.graph, ox.RdfFormat.N_QUADS, lenient=True)
    corpus = store.corpus(alone, predicates)
    named = {key for use in org_uses(corpus, NameBook()) for name in use.names for key in keys(name)}
    uses = [use for key in sorted(named) for use in store.names_in_use(opened, key)]
    own = name_uses(corpus)
    fresh = [
        u for u in own if u.company not in {o.company for k in keys(u.name) for o in store.names_in_use(opened, k)}
    ]
    state = State(corpus, ())
    join_organizations(state, NameBook([*uses, *fresh]))
    join_people(state)
    graph = ox.NamedNode(ontology.graph(filing.accession))
    held = {node: store.canonical(opened, node) for _, node in corpus.facts.get("rdf:type", {})}
    triples: list[ox.Triple] = []
    made = {link.node: link for link in state.links}
    for node, link in sorted(made.items()):
        target = next(iter(store.canonical(opened, link.target)), link.target)
        if held.get(node) != [target]:
            triples += link_statements(Link(node, target, filing.accession, link.score, link.reasons))
    for one in state.candidates:  # a name that has gone to another bearer no longer means the one it meant
        if one.filing and one.left not in made and one.right in held.get(one.left, ()):
            triples += link_statements(Link(one.left, one.left, filing.accession, 1.0, one.reasons))
    for use in fresh:
        about = list(name_statements(use))
        triples += [*about, ox.Triple(about[0].subject, ox.NamedNode(EKG + "inGraph"), graph)]
    return sorted(set(triples), key=str)
