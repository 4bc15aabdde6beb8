"""Values of cross-filing identity: what all filings say (`Corpus`), names in use, links, candidates and judgements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Place = tuple[str, str]
"""An accession number and the IRI of a node that the filing's graph speaks of."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the graphs of all filings say, as far as identity needs it.

    `facts` maps a prefixed predicate ("ekg:licensor") to subjects by filing and their values (IRIs or texts);
    `filed` maps accession numbers to ISO dates, `filers` to the companies of the header.
    """

    facts: Mapping[str, Mapping[Place, list[str]]] = field(default_factory=dict)
    filed: Mapping[str, str] = field(default_factory=dict)
    filers: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def values(self, place: Place, *predicates: str) -> list[str]:
        """Sorted values of a node in a filing by any of the predicates."""
        return sorted({value for name in predicates for value in self.facts.get(name, {}).get(place, ())})

    def first(self, place: Place, *predicates: str) -> str:
        """The first value by the first predicate that has one, else ""."""
        return next((min(found) for name in predicates if (found := self.facts.get(name, {}).get(place))), "")

    def of_type(self, *classes: str) -> Iterator[Place]:
        """Places of nodes of these classes (full IRIs), sorted."""
        wanted = set(classes)
        yield from sorted(place for place, kinds in self.facts.get("rdf:type", {}).items() if wanted & set(kinds))


@dataclass(frozen=True, slots=True, order=True)
class NameUse:
    """A company bore `name` from `since` until `until` (ISO dates; "" for open). `source`: header, text or list."""

    company: str
    name: str
    since: str = ""
    until: str = ""
    source: str = "header"


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """`node` means `target`: in one filing when `filing` is its accession number, else wherever it stands."""

    node: str
    target: str
    filing: str = ""
    score: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """Two nodes that may mean one thing; nobody has decided. `score` in [0, 1]; `filing` as in `Link`."""

    left: str
    right: str
    filing: str = ""
    score: float = 0.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person (or a list) decided about two nodes: "same", "different" or "unsure".

    `line` is where it stands in the file of judgements (from 1).
    """

    verdict: str
    left: str
    right: str
    who: str = ""
    when: str = ""
    why: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Meaning:
    """Which canonical node stands for a node: `everywhere`, unless `in_filing` knows better; else the node itself."""

    everywhere: Mapping[str, str] = field(default_factory=dict)
    in_filing: Mapping[Place, str] = field(default_factory=dict)

    def of(self, accession: str, node: str) -> str:
        """The canonical node that `node` means in that filing."""
        return self.in_filing.get((accession, node)) or self.everywhere.get(node, node)
