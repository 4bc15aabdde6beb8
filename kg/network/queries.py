"""Selection → the SPARQL questions whose answers the figures and tables of a report stand on.

The network itself is read by narrower scans (`agreements.questions`); these give the same rows, which the tests
compare, in a form that a person can read, run with `kg query` and change.
"""

from __future__ import annotations

import pyoxigraph as ox

from kg import ontology
from kg.network.graph import Selection

_SHOWN = """SELECT ?agreement ?date ?licensor ?licensee ?kind ?status WHERE {
%s
}
ORDER BY ?agreement ?licensor ?licensee"""

_PAIRS = """SELECT ?licensor ?licensee (COUNT(DISTINCT ?agreement) AS ?agreements) WHERE {
%s
  FILTER(?licensor != ?licensee)
}
GROUP BY ?licensor ?licensee
ORDER BY ?licensor ?licensee"""

_YEARS = """SELECT ?year (COUNT(DISTINCT ?agreement) AS ?begun) WHERE {
%s
  BIND(SUBSTR(?date, 1, 4) AS ?year)
}
GROUP BY ?year
HAVING(?year != "")
ORDER BY ?year"""

_VALUES = """SELECT ?agreement ?paymentKind (SUM(?amount) AS ?dollars) WHERE {
  { SELECT DISTINCT ?agreement WHERE {
%s
  } }
  VALUES ?paymentKind { ekgc:payment_upfront ekgc:payment_milestone }
  ?agreement ekg:hasPayment ?payment .
  ?payment ekg:paymentKind ?paymentKind ; ekg:currency "USD" ; ekg:amount ?amount .
}
GROUP BY ?agreement ?paymentKind
ORDER BY ?agreement ?paymentKind"""

_SHARES = """SELECT ?indication (COUNT(?licensor) AS ?licensors) (SUM(?n * ?n) / (SUM(?n) * SUM(?n)) AS ?herfindahl)
WHERE {
  { SELECT (MIN(STR(?name)) AS ?indication) ?licensor (COUNT(DISTINCT ?agreement) AS ?n) WHERE {
%s
    ?agreement ekg:hasGrant/ekg:indication ?disease .
    ?disease skos:prefLabel ?name .
  } GROUP BY ?disease ?licensor }
}
GROUP BY ?indication
ORDER BY DESC(SUM(?n)) ?indication"""

_PROGRAMMES = """SELECT (MIN(STR(?name)) AS ?indication) ?phase (COUNT(DISTINCT ?programme) AS ?programmes) WHERE {
%s  ?programme a ekg:DevelopmentProgram ; ekg:indication ?disease ; ekg:hasStage ?stage .
  ?stage ekg:phase ?phase .
  ?disease skos:prefLabel ?name .
  FILTER NOT EXISTS { ?stage ekg:stageStatus ekgc:stage_planned }
}
GROUP BY ?disease ?phase
ORDER BY ?indication ?phase"""


def queries(chosen: Selection) -> dict[str, tuple[str, str]]:
    """Name → (what it asks, SPARQL with its prefixes) for the agreements chosen."""
    where = _chosen(chosen)
    below = _below(chosen) if chosen.indication else ""
    return {
        "agreements": ("Agreements and their parties", _whole(_SHOWN % where)),
        "pairs": ("Pairs of licensor and licensee, on which all measures stand", _whole(_PAIRS % where)),
        "years": ("Agreements begun in each year", _whole(_YEARS % where)),
        "values": ("Stated US dollars", _whole(_VALUES % where)),
        "shares": ("Concentration of licensors by indication", _whole(_SHARES % where)),
        "programmes": ("Programmes by indication and phase, planned ones apart", _whole(_PROGRAMMES % below)),
    }


def programmes(store: ox.Store, chosen: Selection) -> dict[tuple[str, str], int]:
    """(indication, phase code) → development programmes that reached it; of the indication chosen and those below it,
    whatever else was chosen."""
    found = store.query(queries(chosen)["programmes"][1])
    assert isinstance(found, ox.QuerySolutions)
    counts: dict[tuple[str, str], int] = {}
    for row in found:
        disease, phase, number = (row[name].value for name in ("indication", "phase", "programmes"))
        key = (disease, phase.rpartition("phase_")[2])
        counts[key] = counts.get(key, 0) + int(number)
    return counts


def _whole(body: str) -> str:
    used = [f"PREFIX {short}: <{iri}>\n" for short, iri in sorted(ontology.PREFIXES.items()) if f"{short}:" in body]
    return "".join(used) + body


def _chosen(chosen: Selection) -> str:
    """The pattern of the agreements chosen: ?agreement, ?licensor, ?licensee, ?date (text), ?kind, ?status."""
    lines = [
        "  { SELECT ?agreement (MIN(?k) AS ?kind) (MIN(?s) AS ?status)",
        '      (COALESCE(MIN(STR(?effective)), MIN(STR(?executed)), MIN(STR(?announced)), "") AS ?date) WHERE {',
        "    ?agreement a ekg:LicenseAgreement .",
        "    OPTIONAL { ?agreement ekg:agreementKind ?k }",
        "    OPTIONAL { ?agreement ekg:agreementStatus ?s }",
        *(f"    OPTIONAL {{ ?agreement ekg:{name}Date ?{name} }}" for name in ("effective", "executed", "announced")),
        "  } GROUP BY ?agreement }",
        "  ?agreement ekg:licensor ?licensor ; ekg:licensee ?licensee .",
    ]
    if chosen.kind:
        lines.append(f"  FILTER(?kind = {_concept('agreement', chosen.kind)})")
    if chosen.status:
        lines.append(f"  FILTER(?status = {_concept('status', chosen.status)})")
    if chosen.since is not None or chosen.until is not None:
        lines.append('  FILTER(?date != "")')
    if chosen.since is not None:
        lines.append(f"  FILTER(?date >= SUBSTR({_text(chosen.since)}, 1, STRLEN(?date)))")
    if chosen.until is not None:
        lines.append(f"  FILTER(SUBSTR(?date, 1, {len(chosen.until)}) <= {_text(chosen.until)})")
    if chosen.indication:
        lines.append("  { SELECT DISTINCT ?agreement WHERE {")
        lines.append(f"  {_below(chosen)}    ?agreement ekg:hasGrant/ekg:indication ?disease .\n  }} }}")
    return "\n".join(lines)


def _below(chosen: Selection) -> str:
    """The pattern of a ?disease that is one of those meant or lies below one."""
    meant = " ".join(f"<{iri}>" for iri in chosen.meant)
    return f"  VALUES ?meant {{ {meant} }} ?disease skos:broader* ?meant .\n"


def _concept(of: str, code: str) -> str:
    safe = "".join(c if c.isalnum() or c in "-_" else "_" for c in code)
    return f"<{ontology.EKGC}{of}_{safe}>"


_ESCAPES = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r"})


def _text(value: str) -> str:
    return f'"{value.translate(_ESCAPES)}"'
