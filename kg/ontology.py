"""Namespaces, IRI minting and code lists: every IRI is a pure function of what the source says, on every machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

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


@lru_cache(maxsize=4096)
def concept(scheme: str, code: str) -> str:
    """IRI of a code-list entry: concept("form", "10-K/A") → `…/concept/form_10-K-A`."""
    kept = "".join(c if c.isascii() and (c.isalnum() or c in "-._") else "-" for c in code.strip())
    return f"{EKGC}{scheme}_{kept}"


def graph(accession: str) -> str:
    """Named graph of one filing."""
    return GRAPH + accession


def org_slug(ref: OrgRef) -> str:
    """CIK where the filing gives one, else the slug of the name key, with the legal form where it has to tell apart."""
    return ref.cik or slug(org_key(ref.name)) + (f"_{ref.form}" if ref.form else "")


def organization(ref: OrgRef) -> str:
    """`…/id/company/<cik>` for a registrant, `…/id/organization/<slug>` for any other."""
    return mint("company" if ref.cik else "organization", org_slug(ref))


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


@lru_cache(maxsize=1)
def folder() -> Path:
    """The folder of the ontology: inside an installed wheel, else at the root of the checkout."""
    package = Path(__file__).parent
    shipped = package / "_data" / "ontology"
    return shipped if shipped.is_dir() else package.parent / "ontology"


def ontology_files() -> list[Path]:
    """The ontology and its code lists, as Turtle, in a fixed order."""
    return [folder() / "edgar-kg.ttl", *sorted(folder().glob("codes-*.ttl"))]


def shapes_file() -> Path:
    """The SHACL shapes."""
    return folder() / "shapes.ttl"


def code_rows(name: str) -> Iterator[list[str]]:
    """Rows of one table of facts behind the code lists (`ontology/codes/<name>.tsv`), without its heading and notes."""
    path = folder() / "codes" / f"{name}.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    width = len(next(rows, []))
    for row in rows:
        yield [*row, *[""] * (width - len(row))]


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    """IRI of every code that a list describes."""
    found = {concept("form", form) for form, *_ in code_rows("forms")}
    found |= {concept("form", f"{form}/A") for form, *_ in code_rows("forms")}
    found |= {concept(f"item_{form}", number) for form, number, *_ in code_rows("items")}
    found |= {concept("sic", code) for code, *_ in code_rows("sic")}
    found |= {EKGC + place for _, place, *_ in code_rows("places")}
    found |= {concept(scheme, code) for scheme, code, *_ in code_rows("lists")}
    return frozenset(found)


def is_listed(iri: str) -> bool:
    """True for a concept that the code lists describe."""
    return iri in _listed()


def _title_key(title: str) -> str:
    return " ".join(words(title))


@lru_cache(maxsize=1)
def _items() -> dict[tuple[str, str], list[tuple[str, str, str]]]:
    """(form, number or title key) → items that bear it: number, first and last day of its use ("" for open)."""
    found: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for form, number, title, since, until, _, variants in code_rows("items"):
        keys = {number.casefold(), _title_key(title), *(_title_key(text) for text in variants.split("|") if text)}
        for key in keys:
            found.setdefault((form, key), []).append((number, since, until))
    return found


def base_form(form: str) -> str:
    """The form whose items an amendment or variant uses: "8-K/A" → "8-K", "10-K405" and "10-KT" → "10-K"."""
    plain = form.upper().strip().removesuffix("/A")
    for base, variants in (("10-K", ("10-K405", "10-KT", "10-KT405", "10-K")), ("10-Q", ("10-QT", "10-Q"))):
        if plain in variants:
            return base
    return "8-K" if plain.startswith("8-K") else plain


def item_code(form: str, text: str, filed: str | None = None) -> str | None:
    """Number of an item from its number or its title as printed; None when no list has it.

    `item_code("8-K", "Regulation FD Disclosure")` → "7.01", but "9" when `filed` (ISO) lies before the renumbering of
    2004; `item_code("8-K/A", "ITEM 5.02")` → "5.02".
    """
    plain = re.sub(r"^\s*item\s+", "", text.strip(), flags=re.I).rstrip(". ")
    base = base_form(form)
    rows = _items().get((base, plain.casefold())) or _items().get((base, _title_key(text))) or []
    valid = [number for number, since, until in rows if not filed or since <= filed <= (until or "9999")]
    current = [number for number, _, until in rows if not until]
    return next(iter([*(valid if filed else []), *current, *(number for number, *_ in rows)]), None)


_SHORT_TITLES = {
    "ceo": "chief executive officer",
    "cfo": "chief financial officer",
    "coo": "chief operating officer",
    "cto": "chief technology officer",
    "cmo": "chief medical officer",
    "cso": "chief scientific officer",
    "clo": "chief legal officer",
    "cao": "chief accounting officer",
    "evp": "executive vice president",
    "svp": "senior vice president",
    "vp": "vice president",
}


@lru_cache(maxsize=1)
def _roles() -> dict[str, str]:
    found = {_title_key(label): code for scheme, code, label, *_ in code_rows("lists") if scheme == "role"}
    return found | {_title_key(code.replace("-", " ")): code for code in found.values()}


def role_codes(title: str) -> tuple[str, ...]:
    """Codes of the offices that a form's field lists: "EVP & CFO" → ("executive-vice-president", …).

    Only offices that the code list knows by just that name; a title with words of its own gives none.
    """
    parts = (_title_key(part) for part in re.split(r",|;|/|&|\band\b", title, flags=re.I))
    codes = (_roles().get(_SHORT_TITLES.get(part, part)) for part in parts)
    return tuple(dict.fromkeys(code for code in codes if code))


@lru_cache(maxsize=1)
def _places() -> tuple[dict[str, str], dict[str, str]]:
    """EDGAR code → place, and name key → place."""
    by_code: dict[str, str] = {}
    by_name: dict[str, set[str]] = {}
    for code, place, name, variants in code_rows("places"):
        by_code[code] = place
        for text in filter(None, (name, *variants.split("|"))):
            by_name.setdefault(_title_key(text), set()).add(place)
    return by_code, {name: next(iter(places)) for name, places in by_name.items() if len(places) == 1}


def place_code(text: str) -> str | None:
    """Place from EDGAR's two-character code or from a name: "DE" → "state_US-DE", "L3" and "Israel" → "country_IL".

    None for an unknown one, and for a name of two places ("Georgia").
    """
    by_code, by_name = _places()
    return by_code.get(text.strip().upper()) or by_name.get(_title_key(text))


def country_of(place: str) -> str:
    """ISO 3166 code of the country of a place: "state_US-DE" → "US", "country_IL" → "IL"."""
    return place.partition("_")[2].partition("-")[0]
