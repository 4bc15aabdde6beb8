"""Who made a filing's graph: the run, its rules, and the description of the graph itself. None of it is a fact."""

from __future__ import annotations

from kg import ontology, versions
from kg.emit import terms
from kg.emit.quads import Quads

VERSION_IRI = f"{ontology.BASE}ontology/{versions.ONTOLOGY}"


def run_node(accession: str) -> str:
    """One run of one rule set over one filing: the same versions give the same IRI."""
    return ontology.hashed("run", "", accession, versions.RULESET, versions.NORMALIZER)


def rule_label(rule: str) -> str:
    """ "license-entered_1" → "license-entered, version 1"."""
    name, _, version = rule.rpartition("_")
    return f"{name}, version {version}" if name else rule


def add_run(quads: Quads) -> None:
    """Run, rules and graph description; the last thing to be added, when all rules are known."""
    filing, graph = ontology.mint("filing", quads.accession), ontology.graph(quads.accession)
    run = run_node(quads.accession)
    quads.type(run, "ExtractionRun", fact=False)
    quads.text(run, "ekg:rulesetVersion", versions.RULESET, fact=False)
    quads.text(run, "ekg:normalizerVersion", versions.NORMALIZER, fact=False)
    quads.link(run, "prov:used", filing, fact=False)
    quads.link(graph, "rdf:type", ontology.PREFIXES["void"] + "Dataset", fact=False)
    quads.link(graph, "rdf:type", ontology.PREFIXES["prov"] + "Entity", fact=False)
    title = terms.literal(f"Facts extracted from {quads.accession}", lang="en")
    quads.add(graph, "dct:title", title, fact=False)
    quads.link(graph, "prov:wasDerivedFrom", filing, fact=False)
    quads.link(graph, "prov:wasGeneratedBy", run, fact=False)
    quads.link(graph, "dct:conformsTo", VERSION_IRI, fact=False)
    for rule in quads.rules:
        node = ontology.mint("rule", rule)
        quads.type(node, "ExtractionRule", fact=False)
        quads.add(node, "rdfs:label", terms.literal(rule_label(rule), lang="en"), fact=False)
