"""What a corpus says of persons → one node for each person of an organisation."""

from __future__ import annotations

from collections import defaultdict

from kg import ontology
from kg.identify import people
from kg.model.identity import Candidate, Link, Place
from kg.resolve.state import EKG, State, cik


def join_people(state: State) -> None:
    """Links of name variants in one organisation."""
    corpus = state.corpus
    orgs_of: dict[Place, set[str]] = defaultdict(set)
    for who, where in (("org:member", "org:organization"), ("ekg:signer", "ekg:onBehalfOf")):
        for (accession, node), persons in corpus.facts.get(who, {}).items():
            for person in persons:
                orgs_of[accession, person] |= state.all_of(accession, corpus.values((accession, node), where))
    members: dict[str, list[tuple[Place, str]]] = defaultdict(list)
    for place in state.of_type(EKG + "Person"):
        for organization in sorted(orgs_of.get(place, ())):
            for name in corpus.values(place, "schema:name", "rdfs:label"):
                members[organization].append((place, name))
    targets: dict[Place, tuple[str, str]] = {}
    for organization in sorted(members):
        every = members[organization]
        turned = {node for (_, node), _ in every if cik(node)}
        groups, open_ = people.group(((node, name) for (_, node), name in every), turned)
        state.candidates += open_
        for nodes in groups:
            ids = [node for node in nodes if cik(node)]
            if len(ids) > 1:
                state.candidates += [Candidate(ids[0], other, "", 0.5, ("same name, two CIKs",)) for other in ids[1:]]
                continue
            inside = [(place, name) for place, name in every if place[1] in nodes]
            names = {name for (_, node), name in inside if not cik(node)}
            fullest = min(names, key=lambda n: (-len(people.parts(n)[1]), -len(n), n), default="")
            own = ontology.person_slug(people.bare(fullest))
            head = ids[0] if ids else ontology.mint("person", organization.rpartition("/")[2], own)
            for place, _ in inside:
                targets.setdefault(place, (head, "name variants in one organisation"))
    heads = {target for target, _ in targets.values()}
    state.take(_spread(targets), lambda node: (not cik(node), node not in heads, node), "person")


def _spread(targets: dict[Place, tuple[str, str]]) -> list[Link]:
    """One link a node where all its filings agree, else one for each filing."""
    by_node: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for (accession, node), (target, reason) in sorted(targets.items()):
        by_node[node].append((accession, target, reason))
    links = []
    for node, found in by_node.items():
        if len({target for _, target, _ in found}) == 1:
            if found[0][1] != node:
                links.append(Link(node, found[0][1], "", 1.0, (found[0][2],)))
        else:
            links += [Link(node, target, accession, 1.0, (reason,)) for accession, target, reason in found]
    return links
