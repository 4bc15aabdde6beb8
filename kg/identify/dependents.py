"""Nodes that are nothing but their parts (a position, a programme, a grant) → one node where the parts are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg.model.identity import Corpus, Link, Place
from kg.names import digest, slug


@dataclass(frozen=True, slots=True)
class Kind:
    """A class (local name), the predicates whose values identify an instance, and the one by which it is owned."""

    name: str
    parts: tuple[str, ...]
    owned_by: str = ""
    words: tuple[str, ...] = ()
    """Predicates whose texts count whatever their case and punctuation."""
    anchors: tuple[str, ...] = ()
    """Parts without any of which an instance tells too little to be joined; of owned things the owner."""


KINDS = (
    Kind(
        "FormerName",
        ("ekg:headerNameChangeDate", "ekg:usedFrom", "ekg:usedUntil"), "ekg:hasFormerName", ("schema:name",),
    ),
    Kind("Position", ("org:member", "org:organization"), "", ("ekg:titleText",), ("org:member",)),
    Kind("PositionChange", ("ekg:ofPosition", "ekg:changeKind", "ekg:effectiveDate"), anchors=("ekg:ofPosition",)),
    Kind("DevelopmentProgram", ("ekg:compound", "ekg:indication"), anchors=("ekg:compound", "ekg:indication")),
    Kind(
        "DevelopmentStage",
        ("ekg:phase", "ekg:stageStatus", "ekg:statedDate", "ekg:plannedStartText"), "ekg:hasStage",
    ),
    Kind(
        "RegulatoryDesignation", ("ekg:designationKind", "ekg:compound", "ekg:indication", "ekg:grantedBy"),
        anchors=("ekg:compound", "ekg:indication"),
    ),
    Kind("EquityStake", ("ekg:owner", "ekg:ownedThing"), anchors=("ekg:owner",)),
    Kind(
        "LicenseGrant",
        (
            "ekg:compound", "ekg:indication", "ekg:exclusivity", "ekg:territory", "ekg:excludedTerritory",
            "ekg:grantedRight", "ekg:sublicensable",
        ),
        "ekg:hasGrant",
        ("ekg:fieldOfUseText",),
    ),
    Kind(
        "Payment",
        (
            "ekg:paymentKind", "ekg:amount", "ekg:currency", "ekg:royaltyRateMin", "ekg:royaltyRateMax", "ekg:payer",
            "ekg:payee",
        ),
        "ekg:hasPayment",
        ("ekg:trigger",),
    ),
)  # fmt: skip
"""In this order, because later ones are made of earlier ones."""

PREDICATES = tuple(dict.fromkeys(p for kind in KINDS for p in (*kind.parts, *kind.words, kind.owned_by) if p))


def joined(corpus: Corpus, kind: Kind, places: Iterable[Place], meaning: Callable[[Place], str]) -> Iterator[Link]:
    """Links of one kind's nodes at these places; `meaning` tells the canonical node of a node in a filing."""
    owners: dict[Place, list[str]] = defaultdict(list)
    if kind.owned_by:
        for (accession, owner), owned in corpus.facts.get(kind.owned_by, {}).items():
            for node in owned:
                owners[accession, node].append(meaning((accession, owner)))
    groups: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    keys: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for place in places:
        accession = place[0]
        if not owners.get(place) and not any(corpus.values(place, anchor) for anchor in kind.anchors):
            continue
        key = ["|".join(sorted(set(owners.get(place, ()))))]
        key += ["|".join(sorted({meaning((accession, v)) for v in corpus.values(place, p)})) for p in kind.parts]
        key += ["|".join(sorted(slug(v) for v in corpus.values(place, p))) for p in kind.words]
        groups[tuple(key)].append(place)
        keys[place[1]].add(tuple(key))
    for parts, places in sorted(groups.items()):
        nodes = sorted({node for _, node in places})
        whole = [node for node in nodes if len(keys[node]) == 1]
        head = whole[0] if whole else f"{nodes[0]}_{digest(*parts)}"
        for node in nodes:
            if node == head:
                continue
            if len(keys[node]) == 1:
                yield Link(node, head, "", 1.0, ("its parts are the same",))
            else:
                yield from (
                    Link(node, head, accession, 1.0, ("its parts are the same",))
                    for accession, other in places
                    if other == node
                )
