"""The queries printed in a report give the rows that its figures and tables were made from."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg import ontology
from kg.graph import KnowledgeGraph
from kg.network.collapse import collapse
from kg.network.graph import Network, network, selection_of
from kg.network.measures import concentration
from kg.network.queries import programmes, queries
from kg.network.time import growth

SELECTIONS: list[dict[str, str]] = [
    {},
    {"since": "2010"},
    {"since": "2012-09-17", "until": "2019"},
    {"until": "2016-10"},
    {"kind": "sublicense"},
    {"status": "terminated"},
    {"indication": "glioblastoma"},
    {"indication": 'no "such" thing', "kind": "no } such"},
    {"since": '20"10', "status": "executed"},
]


@pytest.fixture(params=SELECTIONS, ids=lambda s: ", ".join(f"{k} {v}" for k, v in s.items()) or "all")
def selected(request: pytest.FixtureRequest, sample_store: Path) -> tuple[Network, ox.Store]:
    graph = KnowledgeGraph.open(sample_store)
    return graph.network(**request.param), graph.snapshot()


def ask(made: Network, store: ox.Store, name: str) -> list[list[Any]]:
    found = store.query(queries(selection_of(made))[name][1])
    assert isinstance(found, ox.QuerySolutions)
    return [[None if value is None else value.value for value in row] for row in found]


def code(iri: str) -> str:
    return iri.rpartition("/")[2].partition("_")[2]


def test_the_selections_are_no_idle_ones(sample_store: Path) -> None:
    graph = KnowledgeGraph.open(sample_store)
    sizes = [graph.network(**chosen).number_of_edges() for chosen in SELECTIONS]  # type: ignore[arg-type]
    assert sizes[0] > 10
    assert all(0 < size < sizes[0] for size in sizes[1:7])
    assert sizes[7] == 0


def test_agreements(selected: tuple[Network, ox.Store]) -> None:
    made, store = selected
    rows = {
        (k, a, b): (date, code(kind), code(status)) for k, date, a, b, kind, status in ask(made, store, "agreements")
    }
    edges = made.edges(keys=True, data=True)
    assert rows == {(k, a, b): (d["date"] or "", d["kind"], d["status"]) for a, b, k, d in edges}


def test_pairs(selected: tuple[Network, ox.Store]) -> None:
    made, store = selected
    rows = {(a, b): int(n) for a, b, n in ask(made, store, "pairs")}
    assert rows == {(a, b): weight for a, b, weight in collapse(made).edges(data="weight")}


def test_years(selected: tuple[Network, ox.Store]) -> None:
    made, store = selected
    rows = {int(year): int(n) for year, n in ask(made, store, "years")}
    assert rows == {r["year"]: r["begun"] for r in growth(made) if r["begun"]}


def test_values(selected: tuple[Network, ox.Store]) -> None:
    made, store = selected
    rows = {(key, code(kind)): float(dollars) for key, kind, dollars in ask(made, store, "values")}
    wanted = {
        (key, kind): data[column]
        for _, _, key, data in made.edges(keys=True, data=True)
        for kind, column in (("upfront", "upfront"), ("milestone", "milestones"))
        if data[column] is not None
    }
    assert rows == wanted


def test_shares(selected: tuple[Network, ox.Store]) -> None:
    made, store = selected
    rows = {disease: (int(n), pytest.approx(float(index))) for disease, n, index in ask(made, store, "shares")}
    assert rows == {disease: (givers, index) for disease, _, givers, index in concentration(made)}


def test_programmes_by_hand() -> None:
    """Two programmes in gout, one of them planned only; one below it; a stage told twice counts once."""
    store = ox.Store()
    prefixes = "".join(f"PREFIX {name}: <{iri}> " for name, iri in ontology.PREFIXES.items())
    store.update(
        prefixes
        + """PREFIX : <http://x/> INSERT DATA {
        :gout a ekg:Indication ; skos:prefLabel "gout" , "Gout" . :tophi a ekg:Indication ; skos:prefLabel "tophi" ;
          skos:broader :gout . :flu a ekg:Indication ; skos:prefLabel "influenza" .
        :p1 a ekg:DevelopmentProgram ; ekg:indication :gout ; ekg:hasStage :s1 , :s2 , :s3 .
        :s1 ekg:phase ekgc:phase_1 ; ekg:stageStatus ekgc:stage_completed .
        :s2 ekg:phase ekgc:phase_1 . :s3 ekg:phase ekgc:phase_2 ; ekg:stageStatus ekgc:stage_active .
        :p2 a ekg:DevelopmentProgram ; ekg:indication :gout ; ekg:hasStage :s4 .
        :s4 ekg:phase ekgc:phase_3 ; ekg:stageStatus ekgc:stage_planned .
        :p3 a ekg:DevelopmentProgram ; ekg:indication :tophi ; ekg:hasStage :s5 . :s5 ekg:phase ekgc:phase_1 .
        :p4 a ekg:DevelopmentProgram ; ekg:indication :flu ; ekg:hasStage :s6 . :s6 ekg:phase ekgc:phase_marketed . }"""
    )
    gout = {("Gout", "1"): 1, ("Gout", "2"): 1, ("tophi", "1"): 1}
    assert programmes(store, selection_of(network(store))) == {**gout, ("influenza", "marketed"): 1}
    assert programmes(store, selection_of(network(store, indication="gout"))) == gout
    assert programmes(store, selection_of(network(store, indication="http://x/flu"))) == {("influenza", "marketed"): 1}
    assert programmes(store, selection_of(network(store, indication="nothing"))) == {}


def test_programmes_of_the_samples(sample_store: Path) -> None:
    graph = KnowledgeGraph.open(sample_store)
    counts = programmes(graph.snapshot(), selection_of(graph.network()))
    phases = Counter(phase for (_, phase), n in counts.items() for _ in range(n))
    assert phases["2"] >= 2
    assert all(n > 0 for n in counts.values())
    assert "Development by indication and phase" in graph.report(graph.network())
