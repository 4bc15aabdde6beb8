"""Collects the statements of one filing's graph and writes them as sorted N-Quads."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kg import ontology
from kg.emit import terms
from kg.model import Evidence, Source
from kg.names import digest


@lru_cache(maxsize=4096)
def _predicate(name: str) -> str:
    return terms.term(name)


class Quads:
    """A set of statements about one filing. `fact` statements also belong to the default graph (rule 5).

    What may have one value only is written with `once` or `label`: the first value stands, so the order of parties and
    claims, which is fixed, decides. `filed` is the ISO date on which the filing attests what it says.
    """

    def __init__(self, accession: str, filed: str | None = None) -> None:
        self.accession = accession
        self.filed = filed
        self.rules: set[str] = set()
        self.run: str | None = None
        self.because: Source | None = None
        """The source of the claim that is being written: other names that it uses are asserted with it."""
        self.former_names: dict[tuple[str, str], str] = {}
        """(owner's node, key of the name) → node, so that header and text speak of one former name."""
        self.sections: list[tuple[int, int, int, str]] = []
        """(document, start, end, item) of every item found in a text, to tell what an item is about."""
        self.addresses: dict[str, str] = {}
        """Words of an address run together → node, so that header and cover page speak of one address."""
        self._graph = terms.iri(ontology.graph(accession))
        self._facts: set[str] = set()
        self._local: set[str] = set()
        self._first: dict[tuple[str, str], str] = {}
        self._identity: dict[str, tuple[str, ...]] = {}
        self._confidence: dict[tuple[str, bool], float] = {}

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

    def date(self, subject: str, predicate: str, value: str | None) -> None:
        """A single-valued statement whose object is an ISO date as precise as its text; nothing for None."""
        if value:
            self.once(subject, predicate, terms.date(value))

    def once(self, subject: str, predicate: str, obj: str, *, fact: bool = True) -> bool:
        """A statement of a single-valued predicate: kept when it is the first for `subject`, or the same again."""
        kept = self._first.setdefault((subject, predicate), obj) == obj
        if kept:
            self.add(subject, predicate, obj, fact=fact)
        return kept

    def knows(self, subject: str, predicate: str) -> bool:
        """True when `once` or `label` has given `subject` this predicate."""
        return (subject, predicate) in self._first

    def once_text(self, subject: str, predicate: str, value: str | None) -> None:
        """`once` for a plain string; nothing for None."""
        if value is not None:
            self.once(subject, predicate, terms.literal(value))

    def label(self, subject: str, name: str, predicate: str = "rdfs:label", lang: str | None = None) -> None:
        """The node's one label; a further name that differs in more than case becomes a skos:altLabel."""
        literal = terms.literal(name, lang=lang)
        if not self.once(subject, predicate, literal):
            first = self._first[subject, predicate]
            if first.casefold() == literal.casefold():
                return
            if self.because:
                self.assertion(subject, "skos:altLabel", literal, self.because)
            else:
                self.add(subject, "skos:altLabel", literal)

    def type(self, subject: str, name: str, *, fact: bool = True) -> None:
        """`rdf:type` of a class of our own ontology."""
        self.link(subject, "rdf:type", ontology.EKG + name, fact=fact)

    def code(self, subject: str, predicate: str, scheme: str, code: str, *, single: bool = False) -> None:
        """A link into a code list. A code the list lacks is described here, so that no code is a bare IRI."""
        node = ontology.concept(scheme, code)
        if single:
            if not self.once(subject, predicate, terms.iri(node)):
                return
        else:
            self.link(subject, predicate, node)
        if not ontology.is_listed(node):
            self.link(node, "rdf:type", ontology.PREFIXES["skos"] + "Concept")
            self.text(node, "skos:notation", code.strip())

    def distinct(self, node: str, *identity: str) -> str:
        """`node`, unless another thing of this filing has that IRI: then `node` with a digest of `identity`."""
        if self._identity.setdefault(node, identity) == identity:
            return node
        return f"{node}_{digest(*identity)}"

    def source(self, subject: str, source: Source, *, fact: bool = True) -> None:
        """Evidence, rule and confidence of a node; quotes stay in the filing's graph. The higher confidence counts."""
        for passage in source.evidence:
            self.link(subject, "ekg:evidence", self.quote(passage), fact=fact)
        self.link(subject, "ekg:extractedBy", ontology.mint("rule", source.rule), fact=fact)
        self.rules.add(source.rule)
        self._confidence[subject, fact] = max(source.confidence, self._confidence.get((subject, fact), 0.0))

    def quote(self, passage: Evidence) -> str:
        """The evidence node of a passage, with its quote."""
        node = ontology.evidence(self.accession, passage.sequence, passage.start, passage.end)
        self.once(node, "oa:exact", terms.literal(passage.exact), fact=False)
        return node

    def assertion(self, subject: str, predicate: str, obj: str, source: Source) -> None:
        """A plain binary fact with its reified, evidenced twin."""
        self.add(subject, predicate, obj)
        node = ontology.hashed("assertion", "", self.accession, subject, predicate, obj)
        self.type(node, "Assertion", fact=False)
        self.link(node, "rdf:subject", subject, fact=False)
        self.add(node, "rdf:predicate", _predicate(predicate), fact=False)
        self.add(node, "rdf:object", obj, fact=False)
        if self.run:
            self.link(node, "prov:wasGeneratedBy", self.run, fact=False)
        self.source(node, source, fact=False)

    def _statements(self, local: bool) -> list[str]:
        """Sorted statements: the facts, and with `local` everything else too."""
        every = set(self._facts)
        if local:
            every |= self._local
        predicate = _predicate("ekg:confidence")
        for (subject, fact), value in self._confidence.items():
            if fact or local:
                every.add(f"{terms.iri(subject)} {predicate} {terms.decimal(value)}")
        return sorted(every)

    def lines(self) -> Iterator[str]:
        """N-Quads lines of the named graph, sorted, each ending in a newline."""
        for statement in self._statements(local=True):
            yield f"{statement} {self._graph} .\n"

    def fact_lines(self) -> Iterator[str]:
        """N-Triples lines this filing contributes to the default graph, sorted."""
        for statement in self._statements(local=False):
            yield f"{statement} .\n"
