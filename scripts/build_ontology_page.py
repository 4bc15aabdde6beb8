#!/usr/bin/env python3
"""The ontology (`ontology/edgar-kg.ttl` and the code lists) → `docs/ontology.md`, a page of all terms for readers.

usage: python scripts/build_ontology_page.py [--check]
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS

from kg import ontology, versions

PAGE = Path(__file__).parent.parent / "docs" / "ontology.md"
SCHEMA = rdflib.Namespace("https://schema.org/")
INTRO = f"""# Terms of the graph

<!-- Built by scripts/build_ontology_page.py from ontology/edgar-kg.ttl; edit that file. -->

Version {versions.ONTOLOGY} of the ontology. `ekg:` is `{ontology.EKG}`, `ekgc:` (codes) is `{ontology.EKGC}`;
instances stand under `{ontology.ID}`, the graph of a filing is `{ontology.GRAPH}` + its accession number.

* Every IRI is a pure function of the source; there are no blank nodes.
* What a filing says stands in its named graph, with quotes and assertions; facts stand in the default graph once more,
  so that plain queries count right. Ask for quotes with `GRAPH`.
* Every node read from text has `ekg:evidence` (a passage that `oa:exact` quotes), `ekg:extractedBy` and
  `ekg:confidence`; a plain fact has an `ekg:Assertion` that carries them.
* Published names stay: a term may be deprecated, never removed.
"""


def short(term: rdflib.term.Node) -> str:
    """`ekg:Filing`; the last part of the IRI when its prefix is not one of ours."""
    text = str(term)
    for prefix, base in ontology.PREFIXES.items():
        if text.startswith(base):
            return f"`{prefix}:{text.removeprefix(base)}`"
    return f"[{re.split(r'[/#]', text)[-1]}]({text})"


def joined(graph: rdflib.Graph, term: rdflib.term.Node, *predicates: rdflib.URIRef) -> str:
    """All values of a term for these predicates, sorted."""
    return ", ".join(sorted({short(o) for p in predicates for o in graph.objects(term, p)}))


def rows(graph: rdflib.Graph, term: rdflib.term.Node) -> str:
    """One row of a table of properties."""
    cells = (
        short(term),
        joined(graph, term, SCHEMA.domainIncludes) or "any",
        joined(graph, term, SCHEMA.rangeIncludes),
        str(graph.value(term, SKOS.definition)),
        joined(graph, term, SKOS.closeMatch),
    )
    return "| " + " | ".join(cells) + " |"


def classes(graph: rdflib.Graph, terms: list[rdflib.term.Node]) -> Iterator[str]:
    """The table of classes."""
    yield "| class | is a | meaning | close to |\n|---|---|---|---|"
    for term in terms:
        parents, close = joined(graph, term, RDFS.subClassOf), joined(graph, term, SKOS.closeMatch)
        yield f"| {short(term)} | {parents} | {graph.value(term, SKOS.definition)} | {close} |"


def sections(text: str) -> Iterator[tuple[str, list[str]]]:
    """The headings of the Turtle file, each with the names of the terms under it, in file order."""
    parts = re.split(r"^#{20} (.+)$", text, flags=re.M)
    for heading, body in zip(parts[1::2], parts[2::2], strict=True):
        yield heading, re.findall(r"^ekg:(\w+) a ", body, flags=re.M)


def code_lists() -> Iterator[str]:
    """The table of code lists."""
    graph = rdflib.Graph()
    for path in ontology.ontology_files()[1:]:
        graph.parse(path)
    yield "| list | codes | for instance |\n|---|---|---|"
    for scheme in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme), key=str):
        members = sorted(graph.subjects(SKOS.inScheme, scheme), key=str)
        some = ", ".join(f"{short(m)} {graph.value(m, SKOS.prefLabel)}" for m in members[:3])
        yield f"| {graph.value(scheme, DCTERMS.title)} | {len(members)} | {some} |"


def page() -> str:
    """The whole page."""
    path = ontology.folder() / "edgar-kg.ttl"
    graph = rdflib.Graph().parse(path)
    lines = [INTRO]
    for heading, names in sections(path.read_text(encoding="utf-8")):
        terms: list[rdflib.term.Node] = [rdflib.URIRef(ontology.EKG + name) for name in names]
        lines.append(f"\n## {heading}\n")
        if (terms[0], RDF.type, OWL.Class) in graph:
            lines += classes(graph, terms)
        else:
            lines.append("| property | of | value | meaning | close to |\n|---|---|---|---|---|")
            lines += [rows(graph, term) for term in terms]
    lines.append("\n## Code lists\n")
    lines += code_lists()
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write or check the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    text = page()
    stale = not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text
    if stale and not args.check:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(text, encoding="utf-8")
    print(f"{PAGE.name}: {'stale' if stale and args.check else 'up to date'}", file=sys.stderr)
    return 1 if stale and args.check else 0


if __name__ == "__main__":
    raise SystemExit(main())
