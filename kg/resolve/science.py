"""What a corpus says of compounds and indications → one node for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.identify import compounds, indications
from kg.model.identity import Place
from kg.names import compound_key, slug
from kg.resolve.state import EKG, Diseases, State

NAMES = ("rdfs:label", "skos:altLabel", "ekg:compoundCode", "ekg:inn", "ekg:brandName")


def compound_keys(node: str, names: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """The keys by which a compound is looked up."""
    own = compound_key(node.rpartition("/")[2])
    yield node, "name", own
    yield from ((node, "alias", key) for key in sorted({compound_key(name) for name in names} - {own}))


def _parties(state: State, accession: str, node: str) -> frozenset[str]:
    return state.all_of(accession, state.corpus.values((accession, node), "ekg:licensor", "ekg:licensee"))


def join_compounds(state: State) -> None:
    corpus = state.corpus
    owners: dict[Place, set[str]] = defaultdict(set)
    around: dict[str, set[str]] = defaultdict(set)
    related: dict[str, set[str]] = defaultdict(set)
    for (accession, node), found in corpus.facts.get("ekg:developer", {}).items():
        owners[accession, node] |= state.all_of(accession, found)
    for accession, node in corpus.of_type(EKG + "LicenseAgreement"):
        parties = _parties(state, accession, node)
        around[accession] |= parties
        for grant in corpus.values((accession, node), "ekg:hasGrant"):
            for drug in corpus.values((accession, grant), "ekg:compound"):
                owners[accession, drug] |= parties
    for (accession, node), found in corpus.facts.get("org:subOrganizationOf", {}).items():
        below = state.of((accession, node))
        for parent in state.all_of(accession, found):
            related[below].add(parent)
            related[parent].add(below)
    uses = [
        compounds.CompoundUse(
            place[1], place[0],
            tuple(corpus.values(place, *NAMES)),
            frozenset(owners.get(place, ())),
            frozenset(around.get(place[0], ())) | corpus.filers.get(place[0], frozenset()),
        )
        for place in state.of_type(EKG + "Compound")
    ]  # fmt: skip
    parting = compounds.part(uses, {org: frozenset(near) for org, near in related.items()})
    parted = {(link.filing, link.node): link.target for link in parting}
    links, open_ = compounds.by_alias(uses, parted)
    state.candidates += open_
    state.take([*parting, *links], lambda node: ("_" in node.rpartition("/")[2], node), "compound")


def term_of(iri: str) -> str:
    """ "…/obo/DOID_9538" → "DOID:9538"."""
    return iri.rpartition("/")[2].replace("_", ":", 1)


def disease_ids(state: State) -> dict[str, set[str]]:
    """Indications → the IRIs of their vocabulary terms."""
    ids: dict[str, set[str]] = defaultdict(set)
    for place in state.of_type(EKG + "Indication"):
        ids[place[1]].update(state.corpus.values(place, "skos:exactMatch"))
    return ids


def join_indications(state: State, diseases: Diseases) -> None:
    ids = {node: found for node, found in disease_ids(state).items() if found}
    links = indications.by_id(ids, lambda iri: slug(diseases.label(term_of(iri)) or "-"))
    heads = {link.target for link in links}
    state.take(links, lambda node: (node not in heads, node), "indication")
