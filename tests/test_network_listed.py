"""The network of the sample filings against a list written by hand from their text."""

from __future__ import annotations

import shutil
from pathlib import Path

import networkx as nx
import pytest

from kg.graph import KnowledgeGraph

Edge = tuple[str, str, str, str]

# Registrants bear the name of the filing's header in capitals; others the name the text calls them by.
AURELIS, CASTELLAN = "AURELIS BIOSCIENCES, INC.", "CASTELLAN PHARMA INC"
PENHALE, VARDEN = "PENHALE GENE THERAPIES INC", "VARDEN ONCOLOGY CORP"
LINDENHALL, NIH, SORAMI = (
    "Lindenhall Research Foundation",
    "National Institutes of Health",
    "Sorami Pharmaceutical Co., Ltd.",
)
MARLHAVEN, EASTMERE, TARN = "Trustees of Marlhaven College", "University of Eastmere", "Tarn Biologics B.V."
TOLD_AURELIS, TOLD_CASTELLAN, TOLD_VARDEN = "Aurelis Biosciences, Inc.", "Castellan Pharma Inc", "Varden Oncology Corp"

# Filing by filing: what each tells, before names and agreements are joined across filings.
TOLD: list[Edge] = [
    (LINDENHALL, AURELIS, "license", "executed"),  # 0009100001-08-000004: May 2005, as Northlight
    (AURELIS, TOLD_CASTELLAN, "license", "executed"),  # 0009100001-12-000019: September 17, 2012, and its press release
    (LINDENHALL, AURELIS, "license", "executed"),  # 0009100001-23-000005: May 2005
    (AURELIS, TOLD_CASTELLAN, "license", "executed"),  # 0009100001-23-000005: September 2012
    (TOLD_VARDEN, AURELIS, "license", "executed"),  # 0009100001-23-000005: March 2021
    (TARN, AURELIS, "assignment", "executed"),  # 0009100001-23-000005: November 2022
    (TOLD_AURELIS, CASTELLAN, "license", "executed"),  # 0009100002-17-000008: September 2012
    (CASTELLAN, SORAMI, "sublicense", "executed"),  # 0009100002-17-000008: January 2015
    (TOLD_VARDEN, CASTELLAN, "license", "terminated"),  # 0009100002-17-000008: June 2014 to October 2016
    (EASTMERE, PENHALE, "license", "executed"),  # 0009100003-16-000015: November 1, 2016, and the agreement itself
    (PENHALE, TOLD_CASTELLAN, "collaboration", "executed"),  # 0009100003-20-000021: June 8, 2020
    (MARLHAVEN, VARDEN, "license", "amended"),  # 0009100005-18-000010: August 2009, amended February 20, 2018
    (VARDEN, TOLD_AURELIS, "option", "executed"),  # 0009100005-18-000010: granted March 2018, for a fee
    (VARDEN, TOLD_AURELIS, "option", "executed"),  # 0009100005-21-000007: the option, now exercised
    (VARDEN, TOLD_AURELIS, "license", "executed"),  # 0009100005-21-000007: March 11, 2021
    (NIH, VARDEN, "license", "executed"),  # 0009100005-98-000002: April 1997, as Varden Laboratories
]  # 0009100004-19-000003 renews a licence to use software: not an edge

# The same once resolved: one organisation of each name, one edge for each agreement however often it is told.
JOINED: list[Edge] = [
    (LINDENHALL, AURELIS, "license", "executed"),
    (AURELIS, CASTELLAN, "license", "executed"),
    (CASTELLAN, SORAMI, "sublicense", "executed"),
    (VARDEN, CASTELLAN, "license", "terminated"),
    (VARDEN, AURELIS, "option", "executed"),
    (VARDEN, AURELIS, "license", "executed"),
    (TARN, AURELIS, "assignment", "executed"),
    (EASTMERE, PENHALE, "license", "executed"),
    (PENHALE, CASTELLAN, "collaboration", "executed"),
    (MARLHAVEN, VARDEN, "license", "amended"),
    (NIH, VARDEN, "license", "executed"),
]


def edges_of(made: nx.MultiDiGraph) -> list[Edge]:
    """Every edge by the names of its ends, sorted; two alike stand twice."""
    name = made.nodes(data="label")
    return sorted((name[a], name[b], data["kind"], data["status"]) for a, b, data in made.edges(data=True))


def parties(edges: list[Edge]) -> list[str]:
    """The organisations that the edges join, each once."""
    return sorted({name for edge in edges for name in edge[:2]})


@pytest.fixture(scope="module")
def resolved(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> nx.MultiDiGraph:
    """The network of a copy of the samples after `resolve`."""
    copy = tmp_path_factory.mktemp("resolved") / "store"
    shutil.copytree(sample_store, copy)
    with KnowledgeGraph(copy) as graph:
        graph.resolve()
        return graph.network()


def test_the_network_as_each_filing_tells_it(sample_store: Path) -> None:
    with KnowledgeGraph.open(sample_store) as graph:
        made = graph.network()
    assert edges_of(made) == sorted(TOLD)
    assert sorted(label for _, label in made.nodes(data="label")) == parties(TOLD)


def test_the_network_once_resolved(resolved: nx.MultiDiGraph) -> None:
    assert edges_of(resolved) == sorted(JOINED)
    assert sorted(label for _, label in resolved.nodes(data="label")) == parties(JOINED)
