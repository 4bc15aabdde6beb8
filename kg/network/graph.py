"""Store → the licensing network: organisations joined by agreements, licensor → licensee, as a networkx MultiDiGraph.

Only organisations are nodes; an agreement is an edge (its key the agreement's IRI), never a node.
"""

from __future__ import annotations

import csv
import io
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import networkx as nx
import pyoxigraph as ox

from kg import ontology
from kg.names import org_key, words

Columns = Mapping[str, list[str]]

_DATES = ("effectiveDate", "executedDate", "announcedDate")


def network(
    store: ox.Store,
    *,
    since: str | None = None,
    until: str | None = None,
    indication: str | None = None,
    kind: str | None = None,
    status: str | None = None,
) -> nx.MultiDiGraph:
    """One edge per agreement and pair of parties.

    `since` and `until` are ISO dates (or years) compared with the agreement's own date: effective, else executed, else
    announced; an undated agreement is left out when either is given. `indication` keeps agreements whose grants name
    it or anything below it in the hierarchy (label or IRI). `kind` and `status` are codes ("license", "terminated").

    Nodes carry label, kind, sic, state, cik; edges date, kind, status, exclusivity, compounds, indications, territory,
    upfront, milestones (USD), royalty_min, royalty_max, filings, confidence. Missing values are None or ().
    """
    columns = _Columns(store, hierarchy=indication is not None)
    wanted = _below(columns, indication) if indication else None
    graph = nx.MultiDiGraph()
    for agreement in sorted(columns["licensor"]):
        takers = columns["licensee"].get(agreement, [])
        edge = _edge(columns, agreement)
        if not takers or not _kept(edge, since, until, kind, status):
            continue
        if wanted is not None and not wanted.intersection(_granted(columns, agreement, "indication")):
            continue
        for giver in sorted(columns["licensor"][agreement]):
            for taker in sorted(takers):
                graph.add_edge(giver, taker, key=agreement, **edge)
    for node in graph.nodes:
        graph.nodes[node].update(_organization(columns, node))
    return graph


_DCT = ontology.PREFIXES["dct"]
_OF_AGREEMENTS = ("licensor", "licensee", "hasGrant", "hasPayment", "agreementKind", "agreementStatus", "disclosedIn")
_OF_PARTS = ("compound", "indication", "exclusivity", "territory", "paymentKind", "currency", "amount")
_RATES = ("royaltyRateMin", "royaltyRateMax", "terminatedDate")
_NODE_COLUMNS = {
    "sic": ontology.EKG + "sic",
    "state": ontology.EKG + "stateOfIncorporation",
    "cik": ontology.EKG + "cik",
}
_PARTY = "{ SELECT DISTINCT ?s { { ?a ekg:licensor ?s } UNION { ?a ekg:licensee ?s } } }"
_THING = "{ SELECT DISTINCT ?s { ?g a ekg:LicenseGrant ; ekg:compound|ekg:indication|ekg:territory ?s } }"


def _questions() -> dict[str, str]:
    """Column → the query whose two variables fill it. One narrow scan each: joins over all would cost far more."""
    asked = {name: f"SELECT ?s ?o {{ ?s ekg:{name} ?o }}" for name in (*_OF_AGREEMENTS, *_DATES, *_RATES)}
    asked |= {name: f"SELECT ?s ?o {{ ?s ekg:{name} ?o }}" for name in _OF_PARTS}
    asked["confidence"] = "SELECT ?s ?o { ?s a ekg:LicenseAgreement ; ekg:confidence ?o }"
    asked["label"] = f"SELECT ?s ?o {{ {_PARTY} ?s rdfs:label ?o }}"
    asked["former"] = f"SELECT ?s ?o {{ {_PARTY} ?s ekg:hasFormerName/schema:name ?o }}"
    asked["named"] = f"SELECT ?s ?o {{ {_THING} ?s rdfs:label|skos:prefLabel ?o }}"
    asked["type"] = f"SELECT ?s ?o {{ {_PARTY} ?s <{_DCT}type> ?o }}"
    asked |= {name: f"SELECT ?s ?o {{ {_PARTY} ?s <{iri}> ?o }}" for name, iri in _NODE_COLUMNS.items()}
    return asked


class _Columns(dict[str, Columns]):
    """Column → subject → values. All are read at once, in threads: the database does not hold the interpreter."""

    def __init__(self, store: ox.Store, hierarchy: bool) -> None:
        asked = _questions()
        if hierarchy:
            asked["prefLabel"] = "SELECT ?s ?o { ?s a ekg:Indication ; skos:prefLabel ?o }"
            asked["broader"] = "SELECT ?s ?o { ?s a ekg:Indication ; skos:broader ?o }"
        with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
            columns = threads.map(lambda text: _column(store, text), asked.values())
            super().__init__(zip(asked, columns, strict=True))


def _column(store: ox.Store, text: str) -> Columns:
    found = store.query(text, prefixes=ontology.PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    table = found.serialize(format=ox.QueryResultsFormat.CSV)
    assert table is not None
    rows = csv.reader(io.StringIO(table.decode(), newline=""))
    next(rows)
    column: dict[str, list[str]] = {}
    for subject, value in rows:
        if subject in column:
            column[subject].append(value)
        else:
            column[subject] = [value]
    return column


def _first(columns: _Columns, name: str, node: str) -> str | None:
    values = columns[name].get(node)
    return min(values) if values else None


def _code(iri: str | None) -> str | None:
    """…/concept/status_executed → executed."""
    return iri.rpartition("/")[2].partition("_")[2] if iri else None


def _label(columns: _Columns, node: str, column: str = "named") -> str:
    return _first(columns, column, node) or node.rpartition("/")[2].replace("-", " ")


def _granted(columns: _Columns, agreement: str, name: str) -> list[str]:
    return sorted({v for g in columns["hasGrant"].get(agreement, []) for v in columns[name].get(g, [])})


def _edge(columns: _Columns, agreement: str) -> dict[str, object]:
    payments = columns["hasPayment"].get(agreement, [])
    confidence = _first(columns, "confidence", agreement)
    lows = [float(v) for p in payments for v in columns["royaltyRateMin"].get(p, [])]
    highs = [float(v) for p in payments for v in columns["royaltyRateMax"].get(p, [])]
    exclusivity = _granted(columns, agreement, "exclusivity")
    return {
        "date": next((d for name in _DATES if (d := _first(columns, name, agreement))), None),
        "terminated": _first(columns, "terminatedDate", agreement),
        "kind": _code(_first(columns, "agreementKind", agreement)),
        "status": _code(_first(columns, "agreementStatus", agreement)),
        "exclusivity": _code(exclusivity[0]) if exclusivity else None,
        "compounds": tuple(_label(columns, c) for c in _granted(columns, agreement, "compound")),
        "indications": tuple(_label(columns, i) for i in _granted(columns, agreement, "indication")),
        "territory": tuple(_label(columns, t) for t in _granted(columns, agreement, "territory")),
        "upfront": _dollars(columns, payments, "upfront"),
        "milestones": _dollars(columns, payments, "milestone"),
        "royalty_min": min(lows) if lows else None,
        "royalty_max": max(highs or lows) if highs or lows else None,
        "filings": tuple(sorted(f.rpartition("/")[2] for f in columns["disclosedIn"].get(agreement, []))),
        "confidence": float(confidence) if confidence else None,
    }


def _dollars(columns: _Columns, payments: Iterable[str], kind: str) -> float | None:
    """Sum of the payments of a kind stated in US dollars; None when there is none."""
    amounts = [
        Decimal(amount)
        for p in payments
        if _code(_first(columns, "paymentKind", p)) == kind and _first(columns, "currency", p) == "USD"
        for amount in columns["amount"].get(p, [])
    ]
    return float(sum(amounts)) if amounts else None


def _kept(
    edge: Mapping[str, object], since: str | None, until: str | None, kind: str | None, status: str | None
) -> bool:
    if (kind and edge["kind"] != kind) or (status and edge["status"] != status):
        return False
    if since is None and until is None:
        return True
    date = edge["date"]
    if not isinstance(date, str):
        return False
    # A date known to the year or month lies in the window when any of its days may.
    return (since is None or date >= since[: len(date)]) and (until is None or date[: len(until)] <= until)


def _below(columns: _Columns, indication: str) -> set[str]:
    """The indication meant by a label or IRI, with everything narrower in the graph."""
    labels = columns["prefLabel"]
    asked = words(indication)
    found = {node for node, texts in labels.items() if any(words(text) == asked for text in texts)}
    found.add(indication)
    narrower: dict[str, list[str]] = defaultdict(list)
    for node, parents in columns["broader"].items():
        for parent in parents:
            narrower[parent].append(node)
    todo = list(found)
    while todo:
        for node in narrower.get(todo.pop(), []):
            if node not in found:
                found.add(node)
                todo.append(node)
    return found


_KIND_BY_SIC = {"2833": "pharma", "2834": "pharma", "2835": "biotech", "2836": "biotech", "8731": "biotech"}
_KIND_WORDS = (
    ("university", "university universities universität université universidad college institute school regents"),
    ("hospital", "hospital hospitals clinic medical-center infirmary"),
    ("foundation", "foundation stiftung fondation trust"),
    ("agency", "administration agency ministry department institutes nih"),
)


def _current(columns: _Columns, node: str) -> str:
    """Its label; of a company that filed under several names, one that it does not call a former name."""
    every = sorted(columns["label"].get(node, ()))
    former = {org_key(name) for name in columns["former"].get(node, ())}
    return next((text for text in every if org_key(text) not in former), None) or _label(columns, node, "label")


def _organization(columns: _Columns, node: str) -> dict[str, object]:
    label = _current(columns, node)
    sic = _code(_first(columns, "sic", node))
    return {
        "label": label,
        "kind": _code(_first(columns, "type", node)) or _kind(label, sic),
        "sic": sic,
        "state": _code(_first(columns, "state", node)),
        "cik": _first(columns, "cik", node),
    }


def _kind(label: str, sic: str | None) -> str:
    """Kind of an organisation of which the graph states none: by SIC code, else by a word of its name, else company."""
    if sic:
        return _KIND_BY_SIC.get(sic, "company")
    named = set(words(label))
    for kind, hints in _KIND_WORDS:
        if named.intersection(hints.split()):
            return kind
    return "company"
