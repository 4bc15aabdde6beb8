"""Store → the table of all agreements with their parties, as plain values that can be kept in a file.

One row per agreement, one value per column; organisations and indications stand once each. What a selection leaves
out is decided later (`graph`), so one table serves all.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pyoxigraph as ox

from kg import ontology
from kg.names import org_key, words

Columns = Mapping[str, list[str]]

NODE = ("label", "kind", "sic", "state", "cik")
"""What is told of an organisation."""
EDGE = (
    "date", "terminated", "kind", "status", "exclusivity", "compounds", "indications", "territory", "upfront",
    "milestones", "royalty_min", "royalty_max", "filings", "confidence",
)  # fmt: skip
"""What is told of an agreement."""
ROW = ("agreement", "licensors", "licensees", "diseases", *EDGE)
"""Columns of the table; `diseases` are the IRIs of the indications."""


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` has the columns of `ROW`, equally long, sorted by agreement; missing values are None or ().

    `organizations`: IRI → values of `NODE`. `indications`: IRI → (its names, the IRIs of what is broader).
    """

    columns: dict[str, list[Any]]
    organizations: dict[str, tuple[str | None, ...]]
    indications: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


_DCT = ontology.PREFIXES["dct"]
_DATES = ("effectiveDate", "executedDate", "announcedDate")
_OF_AGREEMENTS = ("licensor", "licensee", "hasGrant", "hasPayment", "agreementKind", "agreementStatus", "disclosedIn")
_OF_PARTS = ("compound", "indication", "exclusivity", "territory", "paymentKind", "currency", "amount")
_RATES = ("royaltyRateMin", "royaltyRateMax", "terminatedDate")
_NODE_COLUMNS = {
    "sic": ontology.EKG + "sic",
    "state": ontology.EKG + "stateOfIncorporation",
    "cik": ontology.EKG + "cik",
}
_PARTY = "{ SELECT DISTINCT ?s { { ?a ekg:licensor ?s } UNION { ?a ekg:licensee ?s } } }"
_PLACE = "{ SELECT DISTINCT ?s { ?g ekg:territory ?s } }"


def questions() -> dict[str, str]:
    """Column → the query whose two variables fill it. One narrow scan each: joins over all would cost far more."""
    asked = {name: f"SELECT ?s ?o {{ ?s ekg:{name} ?o }}" for name in (*_OF_AGREEMENTS, *_DATES, *_RATES)}
    asked |= {name: f"SELECT ?s ?o {{ ?s ekg:{name} ?o }}" for name in _OF_PARTS}
    asked["confidence"] = "SELECT ?s ?o { ?s a ekg:LicenseAgreement ; ekg:confidence ?o }"
    asked["label"] = f"SELECT ?s ?o {{ {_PARTY} ?s rdfs:label ?o }}"
    asked["former"] = f"SELECT ?s ?o {{ {_PARTY} ?s ekg:hasFormerName/schema:name ?o }}"
    asked["drug"] = "SELECT ?s ?o { ?s a ekg:Compound ; rdfs:label ?o }"
    asked["place"] = f"SELECT ?s ?o {{ {_PLACE} ?s rdfs:label ?o }}"
    asked["type"] = f"SELECT ?s ?o {{ {_PARTY} ?s <{_DCT}type> ?o }}"
    asked |= {name: f"SELECT ?s ?o {{ {_PARTY} ?s <{iri}> ?o }}" for name, iri in _NODE_COLUMNS.items()}
    asked["prefLabel"] = "SELECT ?s ?o { ?s a ekg:Indication ; skos:prefLabel ?o }"
    asked["broader"] = "SELECT ?s ?o { ?s a ekg:Indication ; skos:broader ?o }"
    return asked


def read(store: ox.Store) -> Table:
    """Every agreement of the default graph that has a licensor and a licensee."""
    columns = _Columns(store)
    agreements = sorted(columns["licensor"].keys() & columns["licensee"].keys())
    rows = [_row(columns, agreement) for agreement in agreements]
    parties = {party for row in rows for side in (row["licensors"], row["licensees"]) for party in side}
    named = columns["prefLabel"].keys() | columns["broader"].keys()
    return Table(
        {name: [row[name] for row in rows] for name in ROW},
        {party: _organization(columns, party) for party in sorted(parties)},
        {n: (_sorted(columns, "prefLabel", n), _sorted(columns, "broader", n)) for n in sorted(named)},
    )


class _Columns(dict[str, Columns]):
    """Column → subject → values. All are read at once, in threads: the database does not hold the interpreter."""

    def __init__(self, store: ox.Store) -> None:
        asked = questions()
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


def _sorted(columns: _Columns, name: str, node: str) -> tuple[str, ...]:
    return tuple(sorted(columns[name].get(node, ())))


def _first(columns: _Columns, name: str, node: str) -> str | None:
    values = columns[name].get(node)
    return min(values) if values else None


def _code(iri: str | None) -> str | None:
    """…/concept/status_executed → executed."""
    return iri.rpartition("/")[2].partition("_")[2] if iri else None


def _label(columns: _Columns, node: str, column: str) -> str:
    return _first(columns, column, node) or node.rpartition("/")[2].replace("-", " ")


def _granted(columns: _Columns, agreement: str, name: str) -> list[str]:
    return sorted({v for g in columns["hasGrant"].get(agreement, []) for v in columns[name].get(g, [])})


def _row(columns: _Columns, agreement: str) -> dict[str, Any]:
    payments = columns["hasPayment"].get(agreement, [])
    confidence = _first(columns, "confidence", agreement)
    lows = [float(v) for p in payments for v in columns["royaltyRateMin"].get(p, [])]
    highs = [float(v) for p in payments for v in columns["royaltyRateMax"].get(p, [])]
    exclusivity = _granted(columns, agreement, "exclusivity")
    diseases = _granted(columns, agreement, "indication")
    return {
        "agreement": agreement,
        "licensors": _sorted(columns, "licensor", agreement),
        "licensees": _sorted(columns, "licensee", agreement),
        "diseases": tuple(diseases),
        "date": next((d for name in _DATES if (d := _first(columns, name, agreement))), None),
        "terminated": _first(columns, "terminatedDate", agreement),
        "kind": _code(_first(columns, "agreementKind", agreement)),
        "status": _code(_first(columns, "agreementStatus", agreement)),
        "exclusivity": _code(exclusivity[0]) if exclusivity else None,
        "compounds": tuple(_label(columns, c, "drug") for c in _granted(columns, agreement, "compound")),
        "indications": tuple(_label(columns, i, "prefLabel") for i in diseases),
        "territory": tuple(_label(columns, t, "place") for t in _granted(columns, agreement, "territory")),
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


def _organization(columns: _Columns, node: str) -> tuple[str | None, ...]:
    label = _current(columns, node)
    sic = _code(_first(columns, "sic", node))
    stated = _code(_first(columns, "type", node))
    plain = stated in (None, "company")  # an industry code says more than that something is a company
    kind = _KIND_BY_SIC.get(sic, "company") if plain and sic else stated or _kind(label)
    return (label, kind, sic, _code(_first(columns, "state", node)), _first(columns, "cik", node))


def _kind(label: str) -> str:
    """Kind of an organisation of which the graph states none and that has no SIC code: by a word of its name."""
    named = set(words(label))
    return next((kind for kind, hints in _KIND_WORDS if named.intersection(hints.split())), "company")
