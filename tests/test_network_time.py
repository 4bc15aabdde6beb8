"""Growth, attachment, prediction and the files, on networks small enough to work by hand."""

from __future__ import annotations

import csv
import io
import json

import networkx as nx
import pytest

from kg.network.files import FORMATS, edges, flat
from kg.network.time import attachment, growth, predict, slice_of, year_of, years


def sample() -> nx.MultiDiGraph:
    made = nx.MultiDiGraph()
    made.add_node("u", label="University & Co", kind="university", sic=None)
    made.add_edge(
        "u", "b", key="k1", date="2010-05-01", terminated=None, compounds=("X-1", "Y"), upfront=5e5, kind="license"
    )
    made.add_edge("b", "p", key="k2", date="2012", terminated="2013-02-01", compounds=(), upfront=None, kind="option")
    made.add_edge("b", "p", key="k3", date=None, compounds=("Z",), kind="license")
    return made


def test_years_of_any_precision() -> None:
    assert [year_of(d) for d in ("2010-05-01", "2010-05", "2010", None, "", "soon")] == [2010] * 3 + [None] * 3
    assert list(years(sample())) == [2010, 2011, 2012]
    assert list(years(nx.MultiDiGraph())) == []


@pytest.mark.parametrize(
    ("year", "keys"),
    [(2009, set()), (2010, {"k1"}), (2012, {"k1", "k2"}), (2013, {"k1", "k2"}), (2014, {"k1"}), (2015, set())],
)
def test_slices(year: int, keys: set[str]) -> None:
    assert {k for _, _, k in slice_of(sample(), year).edges(keys=True)} == keys


def test_a_shorter_life() -> None:
    assert {k for _, _, k in slice_of(sample(), 2012, life=1).edges(keys=True)} == {"k2"}


def test_growth_by_hand() -> None:
    rows = growth(sample())
    assert [(r["year"], r["begun"], r["alive"], r["organisations"]) for r in rows] == [
        (2010, 1, 1, 2),
        (2011, 0, 1, 2),
        (2012, 1, 2, 3),
    ]
    assert rows[2]["density"] == pytest.approx(2 / 6)


def test_attachment_by_hand() -> None:
    """2000: a-b. 2001: a-c. The newcomer c had no degree; a, of degree one, gained where chance gives half of two."""
    made = nx.MultiDiGraph()
    made.add_edge("a", "b", key=1, date="2000")
    made.add_edge("a", "c", key=2, date="2001")
    assert attachment(made) == [(1, 1, 1.0)]


def test_prediction_finds_closing_triangles() -> None:
    made = nx.MultiDiGraph()
    key = 0
    for block in range(6):
        names = [f"{block}{x}" for x in "abcd"]
        for i, j in ((0, 1), (1, 2), (2, 3), (3, 0), (0, 2)):
            made.add_edge(names[i], names[j], key=(key := key + 1), date="2000", indications=(f"d{block}",))
        made.add_edge(names[1], names[3], key=(key := key + 1), date="2005", indications=())
    auc = {p.score: p.auc for p in predict(made, 2001, samples=2000)}
    assert auc["Adamic-Adar"] == 1.0
    assert auc["common indications"] == 1.0
    assert 0.45 < auc["random"] < 0.55
    assert predict(made, 2001, samples=2000) == predict(made, 2001, samples=2000)
    assert predict(made, 2010) == []
    assert predict(nx.MultiDiGraph(), 2000) == []


def written(name: str, network: nx.MultiDiGraph) -> bytes:
    out = io.BytesIO()
    FORMATS[name](network, out)
    return out.getvalue()


def test_graphml_round_trip() -> None:
    back = nx.read_graphml(io.BytesIO(written("graphml", sample())), force_multigraph=True)
    want = flat(sample())
    assert dict(back.nodes(data=True)) == dict(want.nodes(data=True))
    assert {(a, b, k): d for a, b, k, d in back.edges(keys=True, data=True)} == {
        (a, b, k): d for a, b, k, d in want.edges(keys=True, data=True)
    }


def test_gexf_has_intervals_and_reads_back() -> None:
    text = written("gexf", sample())
    assert b'mode="dynamic"' in text
    assert b"lastmodified" not in text
    back = nx.read_gexf(io.BytesIO(text))
    spans = {d["agreement"]: (d.get("start"), d.get("end")) for _, _, d in back.edges(data=True)}
    assert {k: tuple(str(v) if v is not None else None for v in s) for k, s in spans.items()} == {
        "k1": ("2010", "2015"),
        "k2": ("2012", "2013"),
        "k3": (None, None),
    }


def test_cytoscape_reads_back() -> None:
    back = nx.cytoscape_graph(json.loads(written("cytoscape", sample())))
    assert sorted(back.nodes) == ["b", "p", "u"]
    assert back.number_of_edges() == 3
    assert back.nodes["u"]["name"] == "University & Co"


def test_csv_and_parquet_hold_the_same_rows() -> None:
    rows = list(csv.DictReader(io.StringIO(written("edges-csv", sample()).decode())))
    assert [(r["source"], r["target"], r["id"], r["compounds"], r["upfront"]) for r in rows] == [
        ("b", "p", "k2", "", ""),
        ("b", "p", "k3", "Z", ""),
        ("u", "b", "k1", "X-1; Y", "500000.0"),
    ]
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    assert pq.read_table(io.BytesIO(written("parquet", sample()))).to_pylist() == edges(sample())
    assert written("nodes-csv", sample()).splitlines()[3].startswith(b"u,University & Co,university")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_an_empty_network_and_the_same_bytes(name: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    written(name, nx.MultiDiGraph())
    assert written(name, sample()) == written(name, sample())
