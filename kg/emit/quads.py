"""Collects the statements of one filing's graph and writes them as sorted N-Quads."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kg import ontology
from kg.emit import terms
from kg.model import Evidence, Source


@lru_cache(maxsize=4096)
def _predicate(name: str) -> str:
    return terms.term(name)


class Quads:
    """A set of statements about one filing. `fact` statements also belong to the default graph (rule 5)."""

    def __init__(self, accession: str) -> None:
        self.accession = accession
        self._graph = terms.iri(ontology.graph(accession))
        self._facts: set[str] = set()
        self._local: set[str] = set()

    def add(self, subject: str, predicate: str, obj: str, *, fact: bool = True) -> None:
        """One statement: subject an IRI, predicate a prefixed name, object an N-Triples term."""
        (self._facts if fact else self._local).add(f"{terms.iri(subject)} {_predicate(predicate)} {obj}")

    def link(self, subject: str, predicate: str, target: str, *, fact: bool = True) -> None:
        """A statement whose object is an IRI."""
        self.add(subject, predicate, terms.iri(target), fact=fact)

    def text(self, subject: str, predicate: str, value: str | None, *, fact: bool = True) -> None:
        """A statement whose object is a plain string; nothing for None."""
        if value is not None:
            self.add(subject, predicate, terms.literal(value), fact=fact)

    def source(self, subject: str, source: Source, *, fact: bool = True) -> None:
        """Evidence, rule and confidence of a node; quotes stay in the filing's graph."""
        for passage in source.evidence:
            self.link(subject, "ekg:evidence", self.quote(passage), fact=fact)
        self.link(subject, "ekg:extractedBy", ontology.mint("rule", source.rule), fact=fact)
        self.add(subject, "ekg:confidence", terms.decimal(source.confidence), fact=fact)

    def quote(self, passage: Evidence) -> str:
        """The evidence node of a passage, with its quote."""
        node = ontology.evidence(self.accession, passage.sequence, passage.start, passage.end)
        self.text(node, "oa:exact", passage.exact, fact=False)
        return node

    def assertion(self, subject: str, predicate: str, obj: str, source: Source) -> None:
        """A plain binary fact with its reified, evidenced twin."""
        self.add(subject, predicate, obj)
        node = ontology.hashed("assertion", "", self.accession, subject, predicate, obj)
        self.link(node, "rdf:type", ontology.EKG + "Assertion", fact=False)
        self.link(node, "rdf:subject", subject, fact=False)
        self.add(node, "rdf:predicate", _predicate(predicate), fact=False)
        self.add(node, "rdf:object", obj, fact=False)
        self.source(node, source, fact=False)

    def lines(self) -> Iterator[str]:
        """N-Quads lines of the named graph, sorted, each ending in a newline."""
        for statement in sorted(self._facts | self._local):
            yield f"{statement} {self._graph} .\n"

    def fact_lines(self) -> Iterator[str]:
        """N-Triples lines this filing contributes to the default graph, sorted."""
        for statement in sorted(self._facts):
            yield f"{statement} .\n"
