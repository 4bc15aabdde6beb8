"""Links that the stages find, one stage after the other → which node means which, so far, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg import ontology
from kg.identify.clusters import cluster, follow
from kg.model.identity import Candidate, Corpus, Judgement, Link, Meaning, NameUse, Place

EKG = ontology.EKG
Rank = Callable[[str], tuple[object, ...]]
"""Sorts the nodes of a cluster; the first stands for all."""


@dataclass(frozen=True, slots=True)
class Diseases:
    """What the disease tables know: label and parents of an id ("DOID:9538")."""

    label: Callable[[str], str | None] = lambda identifier: None
    parents: Callable[[str], Sequence[str]] = lambda identifier: ()


NO_DISEASES = Diseases()


@dataclass(frozen=True, slots=True)
class Identity:
    """Which node means which, why, and what is open."""

    meaning: Meaning
    links: tuple[Link, ...]
    candidates: tuple[Candidate, ...]
    uses: tuple[NameUse, ...]
    amends: tuple[tuple[str, str], ...] = ()
    """Amendments and terminations that are nodes of their own, each with the agreement it changes."""
    keys: tuple[tuple[str, str, str], ...] = ()
    """By which keys nodes are looked up: (node, "name" or "alias", key)."""


@dataclass(slots=True)
class State:
    """What the stages have found so far."""

    corpus: Corpus
    decided: Sequence[Judgement]
    everywhere: dict[str, str] = field(default_factory=dict)
    in_filing: dict[Place, str] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    amends: list[tuple[str, str]] = field(default_factory=list)
    only: set[str] | None = None
    """The nodes to be decided about, when others are there to be looked at only; None for all."""

    def of_type(self, *classes: str) -> Iterator[Place]:
        """Places of nodes of these classes (full IRIs) about which to decide, sorted."""
        return (place for place in self.corpus.of_type(*classes) if self.only is None or place[1] in self.only)

    def of(self, place: Place) -> str:
        """What a node means in a filing."""
        return self.in_filing.get(place) or self.everywhere.get(place[1], place[1])

    def all_of(self, accession: str, nodes: Iterable[str]) -> frozenset[str]:
        """What nodes of one filing mean."""
        return frozenset(self.of((accession, node)) for node in nodes)

    def take(
        self, links: Sequence[Link], rank: Rank, *kinds: str, identifier: Callable[[str], str] | None = None
    ) -> None:
        """Add the links of one stage: clusters of those that hold everywhere, then those of single filings."""
        starts = tuple(ontology.ID + kind + "/" for kind in kinds)
        judged = [j for j in self.decided if j.left.startswith(starts)]
        made = cluster(links, judged, rank, identifier or cik)
        why: dict[str, Link] = {}
        for link in links:
            if not link.filing:
                why.setdefault(link.node, link)
        for link in links:  # a link counts for both its ends: either may give way
            if not link.filing:
                why.setdefault(link.target, link)
        self.everywhere.update(made)
        told = {end: ("judged the same",) for j in judged if j.verdict == "same" for end in (j.left, j.right)}
        for node, canonical in sorted(made.items()):
            reason = why.get(node, Link(node, canonical, reasons=("others lead to both",)))
            self.links.append(Link(node, canonical, "", reason.score, told.get(node) or reason.reasons))
        for link in follow(links, made, judged):
            if link.target != made.get(link.node, link.node):
                self.in_filing[link.filing, link.node] = link.target
                self.links.append(link)


def cik(node: str) -> str:
    """What two things cannot share: the CIK of a company or person."""
    kind, _, name = node.removeprefix(ontology.ID).partition("/")
    return node if kind == "company" or (kind == "person" and name.isdigit()) else ""
