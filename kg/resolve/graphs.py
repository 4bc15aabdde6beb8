"""What identity found → statements: the graph of identity, and what it adds to the default graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import pyoxigraph as ox

from kg import ontology
from kg.identify.keys import keys, short_key
from kg.model.identity import Candidate, Corpus, Link, NameUse
from kg.names import slug
from kg.resolve.science import term_of
from kg.resolve.state import EKG, NO_DISEASES, Diseases, Identity

INDICATION = ontology.ID + "indication/"


def known(found: Identity, corpus: Corpus, diseases: Diseases = NO_DISEASES) -> list[ox.Triple]:
    """Companies of lists that links lead to and no filing describes; diseases above those that filings name;
    what an amendment changes."""
    described = {node for _, node in corpus.facts.get("rdf:type", {})}
    names = {use.company: use.name for use in found.uses if use.source == "list" and not use.until}
    triples = {t for link in found.links if link.target not in described for t in listed(link.target, names)}
    triples |= set(amendments(found.amends))
    meaning = found.meaning.everywhere
    terms = {
        (meaning.get(node, node), iri)
        for (_, node), iris in corpus.facts.get("skos:exactMatch", {}).items()
        for iri in iris
        if node.startswith(INDICATION)
    }
    triples |= set(broader(terms, lambda node: meaning.get(node, node), described.__contains__, diseases))
    return sorted(triples, key=str)


def listed(company: str, names: Mapping[str, str]) -> Iterator[ox.Triple]:
    """A company of which nothing but its name in a list is known."""
    if company in names:
        yield _triple(company, "rdf:type", ox.NamedNode(EKG + "Company"))
        yield _triple(company, "ekg:cik", ox.Literal(company.rpartition("/")[2]))
        yield _triple(company, "rdfs:label", ox.Literal(names[company]))


def amendments(pairs: Iterable[tuple[str, str]]) -> Iterator[ox.Triple]:
    """What an amendment changes."""
    return (_triple(change, "ekg:amends", ox.NamedNode(changed)) for change, changed in pairs)


def broader(
    terms: Iterable[tuple[str, str]],
    meaning: Callable[[str], str],
    described: Callable[[str], bool],
    diseases: Diseases,
) -> Iterator[ox.Triple]:
    """The diseases above those of (node, IRI of its term), up to the top of their vocabulary."""
    bearers: dict[str, str] = {}
    for node, iri in sorted(terms):
        bearers.setdefault(term_of(iri), node)
    queue, seen = sorted(bearers), set(bearers)
    for term in queue:
        child = bearers[term]
        for parent in diseases.parents(term):
            label = diseases.label(parent)
            if not label:
                continue
            node = bearers.setdefault(parent, meaning(ontology.mint("indication", slug(label))))
            if node != child:
                yield _triple(child, "skos:broader", ox.NamedNode(node))
            if parent not in seen:
                seen.add(parent)
                queue.append(parent)
                if not described(node):
                    yield _triple(node, "rdf:type", ox.NamedNode(EKG + "Indication"))
                    yield _triple(node, "skos:prefLabel", ox.Literal(label, language="en"))


def _triple(subject: str, predicate: str, obj: ox.NamedNode | ox.Literal) -> ox.Triple:
    prefix, _, local = predicate.partition(":")
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(ontology.PREFIXES[prefix] + local), obj)


def statements(found: Identity) -> Iterator[ox.Triple]:
    """The identity graph: links with reasons, candidates, names in use."""
    for link in found.links:
        yield from link_statements(link)
    yield from key_statements(found.keys)
    for one in found.candidates:
        yield from candidate_statements(one)
    for use in found.uses:
        yield from name_statements(use)


def key_statements(keys: Iterable[tuple[str, str, str]]) -> Iterator[ox.Triple]:
    """The keys by which nodes of filings are looked up."""
    return (_triple(node, f"ekg:{kind}Key", ox.Literal(key)) for node, kind, key in keys)


def candidate_statements(one: Candidate) -> Iterator[ox.Triple]:
    """A pair to be judged."""
    node = ontology.hashed("candidate", "", one.filing, one.left, one.right)
    yield _triple(node, "rdf:type", ox.NamedNode(EKG + "IdentityCandidate"))
    yield _triple(node, "ekg:leftNode", ox.NamedNode(one.left))
    yield _triple(node, "ekg:rightNode", ox.NamedNode(one.right))
    yield from _scored(node, one.filing, one.score, one.reasons)


def name_statements(use: NameUse) -> Iterator[ox.Triple]:
    """One use of a name, found by its key."""
    node = ontology.hashed("nameuse", "", use.company, use.name, use.since, use.until)
    yield _triple(node, "rdf:type", ox.NamedNode(EKG + "NameUse"))
    yield _triple(node, "ekg:nameOf", ox.NamedNode(use.company))
    yield _triple(node, "schema:name", ox.Literal(use.name))
    yield _triple(node, "ekg:nameSource", ox.Literal(use.source))
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
