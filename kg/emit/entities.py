"""References inside claims → typed, labelled nodes: organisations, persons, compounds, indications, territories."""

from __future__ import annotations

from decimal import Decimal

from kg import ontology
from kg.emit import terms
from kg.emit.quads import Quads
from kg.model import IndicationRef, OrgRef, PersonRef
from kg.names import LEGAL_FORMS, slug, words

_VOCABULARY = {
    "DOID": "http://purl.obolibrary.org/obo/DOID_",
    "NCIT": "http://purl.obolibrary.org/obo/NCIT_",
    "MONDO": "http://purl.obolibrary.org/obo/MONDO_",
    "MESH": "http://id.nlm.nih.gov/mesh/",
}


def tail(node: str) -> str:
    """Last part of an instance's IRI, to build the IRI of something that belongs to it."""
    return node.rpartition("/")[2]


def organization(quads: Quads, ref: OrgRef) -> str:
    """The organisation's node, typed and labelled; a registrant carries its CIK."""
    node = ontology.organization(ref)
    if ref.cik:
        quads.type(node, "Company")
        quads.once_text(node, "ekg:cik", ref.cik)
    else:
        quads.type(node, "Organization")
    if ref.name:
        quads.label(node, ref.name)
    return node


def person(quads: Quads, ref: PersonRef) -> str:
    """The person's node."""
    node = ontology.person(ref)
    quads.type(node, "Person")
    if ref.cik:
        quads.once_text(node, "ekg:cik", ref.cik)
    quads.label(node, ref.name)
    quads.once_text(node, "schema:name", ref.name)
    return node


def compound(quads: Quads, name: str) -> str:
    """The compound's node, labelled with the first form of its name that is met."""
    node = ontology.compound(name)
    quads.type(node, "Compound")
    quads.label(node, name)
    return node


def indication(quads: Quads, ref: IndicationRef) -> str:
    """The indication's node with links to the vocabularies."""
    node = ontology.indication(ref)
    quads.type(node, "Indication")
    quads.label(node, ref.name, "skos:prefLabel", "en")
    quads.link(node, "skos:inScheme", ontology.EKGC + "indications")
    for identifier in ref.ids:
        prefix, _, code = identifier.partition(":")
        if prefix in _VOCABULARY:
            quads.link(node, "skos:exactMatch", _VOCABULARY[prefix] + code)
    if ref.broader and slug(ref.broader) != slug(ref.name):
        quads.link(node, "skos:broader", indication(quads, IndicationRef(ref.broader)))
    return node


def place(quads: Quads, name: str) -> str:
    """A territory as a labelled concept, matched to the country or state of that name."""
    node = ontology.concept("territory", slug(name))
    quads.link(node, "rdf:type", ontology.PREFIXES["skos"] + "Concept")
    quads.link(node, "skos:inScheme", ontology.EKGC + "territories")
    quads.label(node, name)
    code = ontology.place_code(name) if len(name) > 2 else None
    if code:
        quads.link(node, "skos:exactMatch", ontology.EKGC + code)
    return node


def named(quads: Quads, kind: str, name: str) -> str:
    """A substance or platform by its name."""
    node = ontology.mint(kind, slug(name))
    quads.type(node, kind.capitalize())
    quads.label(node, name, lang="en")
    return node


def short_name(name: str) -> str:
    """A name for labels, without the legal form at its end: "Acme Pharma, Inc." → "Acme Pharma"."""
    parts = name.split()
    while len(parts) > 1 and "".join(words(parts[-1])) in LEGAL_FORMS:
        parts.pop()
    return " ".join(parts).rstrip(",") or name


def year(date: str | None) -> str:
    """` (2017)` for a label; nothing without a date."""
    return f" ({date[:4]})" if date else ""


def number(value: Decimal) -> str:
    """xsd:integer for a whole number, else xsd:decimal."""
    return terms.integer(int(value)) if value == value.to_integral_value() else terms.decimal(value)
