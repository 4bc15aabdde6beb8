"""What identity found → statements: the graph of identity, and what it adds to the default graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg import ontology
from kg.identify.keys import keys, short_key
from kg.model.identity import Corpus, Link, NameUse
from kg.names import slug
from kg.resolve.science import disease_ids, term_of
from kg.resolve.state import EKG, NO_DISEASES, Diseases, Identity


def known(found: Identity, corpus: Corpus, diseases: Diseases = NO_DISEASES) -> list[ox.Triple]:
    """Companies of lists that links lead to and no filing describes; diseases above those that filings name;
    what an amendment changes."""
    triples = set()
    described = {node for _, node in corpus.facts.get("rdf:type", {})}
    names = {use.company: use.name for use in found.uses if use.source == "list" and not use.until}
    for link in found.links:
        if link.target in names and link.target not in described:
            company = link.target
            triples |= {
                _triple(company, "rdf:type", ox.NamedNode(EKG + "Company")),
                _triple(company, "ekg:cik", ox.Literal(company.rpartition("/")[2])),
                _triple(company, "rdfs:label", ox.Literal(names[company])),
            }
    triples |= {_triple(change, "ekg:amends", ox.NamedNode(changed)) for change, changed in found.amends}
    bearers: dict[str, str] = {}
    for node, ids in sorted(disease_ids(corpus).items()):
        for iri in ids:
            bearers.setdefault(term_of(iri), found.meaning.everywhere.get(node, node))
    queue, seen = sorted(bearers), set(bearers)
    for term in queue:
        child = bearers[term]
        for parent in diseases.parents(term):
            label = diseases.label(parent)
            if not label:
                continue
            node = bearers.setdefault(
                parent, found.meaning.everywhere.get(made := ontology.mint("indication", slug(label)), made)
            )
            if node != child:
                triples.add(_triple(child, "skos:broader", ox.NamedNode(node)))
            if parent not in seen:
                seen.add(parent)
                queue.append(parent)
                if node not in described:
                    triples.add(_triple(node, "rdf:type", ox.NamedNode(EKG + "Indication")))
                    triples.add(_triple(node, "skos:prefLabel", ox.Literal(label, language="en")))
    return sorted(triples, key=str)


def _triple(subject: str, predicate: str, obj: ox.NamedNode | ox.Literal) -> ox.Triple:
    prefix, _, local = predicate.partition(":")
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(ontology.PREFIXES[prefix] + local), obj)


def statements(found: Identity) -> Iterator[ox.Triple]:
    """The identity graph: links with reasons, candidates, names in use."""
    for link in found.links:
        yield from link_statements(link)
    for one in found.candidates:
        node = ontology.hashed("candidate", "", one.filing, one.left, one.right)
        yield _triple(node, "rdf:type", ox.NamedNode(EKG + "IdentityCandidate"))
        yield _triple(node, "ekg:leftNode", ox.NamedNode(one.left))
        yield _triple(node, "ekg:rightNode", ox.NamedNode(one.right))
        yield from _scored(node, one.filing, one.score, one.reasons)
    for use in found.uses:
        yield from name_statements(use)


def name_statements(use: NameUse) -> Iterator[ox.Triple]:
    """One use of a name, found by its key."""
    node = ontology.hashed("nameuse", "", use.company, use.name, use.since, use.until)
    yield _triple(node, "rdf:type", ox.NamedNode(EKG + "NameUse"))
    yield _triple(node, "ekg:nameOf", ox.NamedNode(use.company))
    yield _triple(node, "schema:name", ox.Literal(use.name))
    for key in filter(None, (*keys(use.name), short_key(use.name))):
        yield _triple(node, "ekg:nameKey", ox.Literal(key))
    for name, day in (("ekg:usedFrom", use.since), ("ekg:usedUntil", use.until)):
        if day:
            yield _triple(node, name, ox.Literal(day))


def link_statements(link: Link) -> Iterator[ox.Triple]:
    """One link: `owl:sameAs` where it holds everywhere, and a resolution with score and reasons."""
    if not link.filing:
        yield _triple(link.node, "owl:sameAs", ox.NamedNode(link.target))
    node = ontology.hashed("resolution", "", link.filing, link.node, link.target)
    yield _triple(node, "rdf:type", ox.NamedNode(EKG + "Resolution"))
    yield _triple(node, "ekg:mention", ox.NamedNode(link.node))
    yield _triple(node, "ekg:resolvedTo", ox.NamedNode(link.target))
    yield from _scored(node, link.filing, link.score, link.reasons)


def _scored(node: str, filing: str, score: float, reasons: Iterable[str]) -> Iterator[ox.Triple]:
    if filing:
        yield _triple(node, "ekg:inGraph", ox.NamedNode(ontology.graph(filing)))
    decimal = ox.NamedNode(ontology.PREFIXES["xsd"] + "decimal")
    yield _triple(node, "ekg:matchScore", ox.Literal(str(round(score, 3)), datatype=decimal))
    for reason in reasons:
        yield _triple(node, "ekg:matchReason", ox.Literal(reason))
