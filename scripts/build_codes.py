#!/usr/bin/env python3
"""Tables of facts (`ontology/codes/*.tsv`) → code lists as SKOS (`ontology/codes-*.ttl`).

usage: python scripts/build_codes.py [--check]

The tables are what people edit; the Turtle is what programs load. `--check` writes nothing and fails when they differ.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.ontology import EKGC, PREFIXES, code_rows, concept, folder

PREFIXES_USED = ("ekgc", "dct", "skos")
EXTERNAL = {
    "obo": "http://purl.obolibrary.org/obo/",
    "fibo-lcap": "https://spec.edmcouncil.org/fibo/ontology/FND/Law/LegalCapacity/",
}
TITLES = {
    "form": "EDGAR form types",
    "sic": "Standard Industrial Classification",
    "state": "States and provinces",
    "country": "Countries",
    "place": "Places without a code of ISO 3166",
    "role": "Offices of persons",
    "filer": "Roles of parties in a filing",
    "agreement": "Kinds of agreement",
    "status": "Statuses of agreements",
    "exclusivity": "Exclusivity of grants",
    "payment": "Kinds of payment",
    "phase": "Phases of development",
    "stage": "Statuses of development stages",
    "designation": "Regulatory designations",
    "exchange": "Stock exchanges",
    "orgkind": "Kinds of organisation",
    "right": "Rights granted",
    "change": "Changes of positions",
    "comparator": "Comparators of quantities",
    "quantity": "Kinds of quantity",
    "exhibit": "Statuses of exhibits",
    "claim": "Scopes of patent claims",
    "ownership": "Kinds of ownership",
    "stake": "Ranks of stakes",
    "substance": "Kinds of substance",
    "territory": "Territories",
}
# A scheme that the graph names itself keeps that name.
SCHEMES = {"territory": "territories", "indication": "indications"}


def quoted(text: str, lang: str = "") -> str:
    """A Turtle string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' + (f"@{lang}" if lang else "")


def resource(iri: str) -> str:
    """An IRI as Turtle: full, because codes hold dots and slashes that prefixed names escape."""
    return f"<{iri}>"


def scheme_iri(name: str) -> str:
    """IRI of the scheme of a list."""
    return EKGC + SCHEMES.get(name, f"scheme_{name}")


def scheme(name: str, title: str) -> str:
    """The skos:ConceptScheme of a list."""
    return f"{resource(scheme_iri(name))} a skos:ConceptScheme ;\n    dct:title {quoted(title, 'en')} .\n"


def entry(
    iri: str, list_name: str, notation: str, label: str, alternatives: Sequence[str] = (), **more: str
) -> str:
    """One skos:Concept; `more` maps a property (with `_` for `:`) to Turtle."""
    lines = [
        f"{resource(iri)} a skos:Concept",
        f"skos:inScheme {resource(scheme_iri(list_name))}",
        f"skos:notation {quoted(notation)}",
        f"skos:prefLabel {quoted(label, 'en')}",
    ]
    others = [quoted(other, "en") for other in dict.fromkeys(alternatives) if other and other != label]
    if others:
        lines.append("skos:altLabel " + " , ".join(others))
    lines += [f"{key.replace('_', ':')} {value}" for key, value in more.items() if value]
    return " ;\n    ".join(lines) + " .\n"


def forms() -> Iterator[str]:
    """Form types, each with its amendment."""
    yield scheme("form", TITLES["form"])
    listed = {concept("form", form) for form, _ in code_rows("forms")}
    for form, name in code_rows("forms"):
        yield entry(concept("form", form), "form", form, name)
        amendment = f"{form}/A"
        if concept("form", amendment) in listed:
            continue  # "SBSE-A" is a form of its own
        yield entry(
            concept("form", amendment),
            "form",
            amendment,
            f"{name} (amendment)",
            skos_broader=resource(concept("form", form)),
        )


def items() -> Iterator[str]:
    """Items of forms; an item of the old 8-K is linked to the one that took its place."""
    rows = list(code_rows("items"))
    for form in dict.fromkeys(row[0] for row in rows):
        yield scheme(f"item_{form}", f"Items of form {form}")
    for form, number, title, since, until, successor, variants in rows:
        name = f"item_{form}"
        new = resource(concept(name, successor)) if successor else ""
        yield entry(
            concept(name, number),
            name,
            number,
            title,
            variants.split("|"),
            dct_isReplacedBy=new,
            skos_closeMatch=new,
            dct_valid=quoted(f"{since}/{until}") if since or until else "",
        )


def industries() -> Iterator[str]:
    """Industries by SIC."""
    yield scheme("sic", TITLES["sic"])
    for code, title in code_rows("sic"):
        yield entry(concept("sic", code), "sic", code, title)


def places() -> Iterator[str]:
    """States, provinces and countries; the notation is EDGAR's code, the IRI ends in the ISO code."""
    rows = list(code_rows("places"))
    for name in ("state", "country", "place"):
        yield scheme(name, TITLES[name])
    for edgar, place, name, variants in rows:
        kind, _, code = place.partition("_")
        country = f"country_{code.partition('-')[0]}"
        broader = resource(EKGC + country) if kind == "state" else ""
        yield entry(
            EKGC + place, kind, edgar, name, variants.split("|"), dct_identifier=quoted(code), skos_broader=broader
        )


def lists() -> Iterator[str]:
    """The small lists."""
    rows = list(code_rows("lists"))
    yield scheme("indication", "Indications, as filings name them")
    for name in dict.fromkeys(row[0] for row in rows):
        yield scheme(name, TITLES[name])
    for name, code, label, *rest in rows:
        definition, match = (*rest, "", "")[:2]
        prefix, _, local = match.partition(":")
        yield entry(
            concept(name, code),
            name,
            code,
            label,
            skos_definition=quoted(definition, "en") if definition else "",
            skos_closeMatch=resource(EXTERNAL[prefix] + local) if match else "",
        )


BUILDERS = {"forms": forms, "items": items, "sic": industries, "places": places, "lists": lists}


def turtle(name: str) -> str:
    """One file of code lists."""
    head = [f"# Built by scripts/build_codes.py from codes/{name}.tsv; edit that file.\n"]
    head += [f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in PREFIXES_USED]
    return "".join(head) + "\n" + "\n".join(BUILDERS[name]())


def main() -> int:
    """Write or check every file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    stale = []
    for name in BUILDERS:
        path: Path = folder() / f"codes-{name}.ttl"
        text = turtle(name)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path.name)
            if not args.check:
                path.write_text(text, encoding="utf-8")
    print(f"{'stale' if args.check else 'written'}: {', '.join(stale) or 'none'}", file=sys.stderr)
    return 1 if args.check and stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
