"""Small pictures of networks and entities: well-formed SVG with the right names, arrows and order, and nothing else."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest

from kg import svg
from kg.entity.picture import picture as around
from kg.entity.show import Table
from kg.graph import KnowledgeGraph
from kg.network.graph import Network
from kg.network.picture import picture

NS = "{http://www.w3.org/2000/svg}"


def words(text: str) -> list[str]:
    return [node.text or "" for node in ET.fromstring(text).iter(f"{NS}text")]


def count(text: str, tag: str) -> int:
    return sum(1 for _ in ET.fromstring(text).iter(NS + tag))


def test_a_network_shows_itself(sample_store: Path) -> None:
    made = KnowledgeGraph.open(sample_store).network()
    drawn = made._repr_svg_()
    assert count(drawn, "circle") == len(made)
    assert "University of Eastmere" in words(drawn)
    assert made._repr_html_().startswith(f"<p>{len(made)} organisations, ")
    assert made._repr_svg_() == drawn


def test_a_network_stays_a_network() -> None:
    made = Network([("a", "b"), ("b", "c")])
    assert isinstance(made.copy(), Network)
    assert isinstance(made.subgraph(["a", "b"]).copy(), Network)
    assert made._repr_html_().startswith("<p>3 organisations, 1 agreements; all agreements of the store</p>")
    assert nx.to_numpy_array(made).sum() == 2


@pytest.mark.parametrize("made", [nx.MultiDiGraph(), nx.MultiDiGraph([("a", "a")]), nx.MultiDiGraph([("a", "b")])])
def test_pictures_of_next_to_nothing(made: nx.MultiDiGraph) -> None:
    drawn = picture(made)
    assert count(drawn, "circle") == len(made)
    assert count(drawn, "polygon") == (1 if len(made) == 2 else 0)
    assert words(drawn) == (sorted(made) if len(made) else ["no agreements"])


def test_a_large_network_says_what_is_left_out() -> None:
    drawn = picture(nx.MultiDiGraph(nx.gnm_random_graph(200, 400, seed=1, directed=True)))
    assert count(drawn, "circle") == 30
    assert any(word.startswith("30 of 200 organisations") for word in words(drawn))


def test_what_is_around_an_entity() -> None:
    tables = [
        Table("People", ("person", "title"), (("Ann <Lee>", "director"), ("Ann <Lee>", "chair"))),
        Table("Licensed in", ("date", "licensor", "compounds"), (("2010", "University & Co", "X-1"),)),
        Table("Licensed out", ("date", "licensee", "compounds"), (("2012", "Big Pharma", ""),)),
        Table("Filings", ("filed",), (("2020",),)),
    ]
    drawn = around("Bolt Bio", [("CIK", "1"), ("licensor", "Bolt")], tables)
    assert words(drawn) == ["Bolt", "licensor", "University & Co", "X-1", "Ann <Lee>", "director, chair", "Big Pharma",
                            "Bolt Bio"]  # fmt: skip
    assert count(drawn, "polygon") == 4
    assert count(drawn, "rect") == 5


def test_nothing_around() -> None:
    assert around("x", [("CIK", "1")], [Table("Filings", ("filed",), (("2020",),))]) == ""


def test_too_many_are_counted() -> None:
    rows = tuple((f"drug {n}",) for n in range(9))
    assert words(around("x", [], [Table("Compounds", ("compound",), rows)]))[-2:] == ["and 3 more", "x"]


def test_entities_show_themselves(sample_store: Path) -> None:
    page = KnowledgeGraph.open(sample_store).show("AUR-101")[0]
    drawn = page._repr_svg_()
    assert drawn is not None
    assert drawn in page._repr_html_()
    assert {"AUR-101", "acute myeloid leukemia"} <= set(words(drawn))


def test_texts_are_cut_to_their_room() -> None:
    assert svg.fitted("University of Eastmere", 11, 500) == "University of Eastmere"
    cut = svg.fitted("University of Eastmere", 11, 60)
    assert cut.endswith("…")
    assert svg.width(cut, 11) <= 60
    assert svg.fitted("W", 11, 1) == "W"


def test_a_licence_of_a_compound_tells_both_parties() -> None:
    deals = Table("Licences", ("date", "licensor", "licensee"), (("2010", "Uni", "Bolt"), ("2012", "Uni", "Acme")))
    assert words(around("X-1", [], [deals])) == ["Uni", "→ Bolt, → Acme", "X-1"]
