"""Namespaces and IRI minting: every IRI is a pure function of what the source says, the same on every machine."""

from __future__ import annotations

import re

from kg.model import IndicationRef, OrgRef, PersonRef
from kg.names import HONORIFICS, digest, org_key, slug, words

BASE = "https://w3id.org/edgar-kg/"
EKG = BASE + "ontology#"
EKGC = BASE + "concept/"
ID = BASE + "id/"
GRAPH = BASE + "graph/"

_LETTER_DIGIT = re.compile(r"(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])")

PREFIXES: dict[str, str] = {
    "ekg": EKG,
    "ekgc": EKGC,
    "dct": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def mint(kind: str, *parts: str) -> str:
    """IRI of an instance: `…/id/<kind>/<part>_<part>`; parts must be slugs, CIKs, accessions or digests."""
    return f"{ID}{kind}/{'_'.join(parts)}"


def concept(scheme: str, code: str) -> str:
    """IRI of a code-list entry: concept("form", "10-K/A") → `…/concept/form_10-K-A`."""
    kept = "".join(c if c.isascii() and (c.isalnum() or c in "-._") else "-" for c in code.strip())
    return f"{EKGC}{scheme}_{kept}"


def graph(accession: str) -> str:
    """Named graph of one filing."""
    return GRAPH + accession


def org_slug(ref: OrgRef) -> str:
    """CIK where the filing gives one, else the slug of the name key."""
    return ref.cik or slug(org_key(ref.name))


def organization(ref: OrgRef) -> str:
    """`…/id/company/<cik>` for a registrant, `…/id/organization/<slug>` for any other."""
    return mint("company", ref.cik) if ref.cik else mint("organization", slug(org_key(ref.name)))


def person_slug(name: str) -> str:
    """Slug of a personal name without honours and degrees: "Chad J. Kolean, MBA" → "chad-j-kolean"."""
    return slug(" ".join(w for w in words(name) if w not in HONORIFICS) or name)


def person(ref: PersonRef) -> str:
    """Scoped by organisation, because names are not identifiers; reporting owners go by their CIK."""
    return mint("person", ref.cik) if ref.cik else mint("person", org_slug(ref.organization), person_slug(ref.name))


def compound(name: str) -> str:
    """`CLR 131`, `CLR131` and `CLR-131` give one IRI (`…/compound/clr-131`): letters and digits are always parted."""
    return mint("compound", _LETTER_DIGIT.sub("-", slug(name)))


def indication(ref: IndicationRef) -> str:
    """By the slug of the name as written; vocabulary ids hang on it as skos:exactMatch."""
    return mint("indication", slug(ref.name))


def evidence(accession: str, sequence: int, start: int, end: int) -> str:
    """RFC 5147 fragment of a document's normalised text."""
    return f"{ID}document/{accession}_{sequence}#char={start},{end}"


def hashed(kind: str, prefix: str, *fields: str) -> str:
    """IRI whose tail digests its fields: `…/id/agreement/lic-0bf886e8af83`."""
    return mint(kind, prefix + digest(*fields))
