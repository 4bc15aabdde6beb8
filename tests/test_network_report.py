"""The report and the `kg network` commands on the sample filings and on networks with nothing in them."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path

import networkx as nx
import pytest

from kg.cli import main
from kg.graph import KnowledgeGraph

pytest.importorskip("matplotlib", reason="matplotlib is not installed")

from kg.network.figures import FIGURES, ego_drawing, indication_phase, power_law, render
from kg.network.report import _table, page


@pytest.fixture(scope="module")
def made(sample_store: Path) -> nx.MultiDiGraph:
    return KnowledgeGraph(sample_store).network()


def test_the_samples_give_a_network_of_organisations(made: nx.MultiDiGraph) -> None:
    labels = {data["label"] for _, data in made.nodes(data=True)}
    assert "Lindenhall Research Foundation" in labels
    assert all("/id/company/" in n or "/id/organization/" in n for n in made)
    assert made.number_of_edges() >= 8


def test_report_is_one_self_contained_page(made: nx.MultiDiGraph) -> None:
    text = page(made, {("gout", "2"): 3}, "Samples & more")
    assert text.startswith("<!doctype html>")
    assert "<h1>Samples &amp; more</h1>" in text
    assert text.count("<svg") == len(FIGURES) + 1
    assert "Lindenhall Research Foundation" in text
    outside = [u for u in re.findall(r'(?:src|href)="(http[^"]+)"', text) if "w3.org" not in u]
    assert outside == []
    assert page(made, {("gout", "2"): 3}, "Samples & more") == text
    names = set(re.findall(r'href="#(query-\w+)"', text))
    assert names == set(re.findall(r'id="(query-\w+)"', text))
    assert page(made).count("<svg") == len(FIGURES)


@pytest.mark.parametrize("name", sorted(FIGURES))
@pytest.mark.parametrize(
    "empty", [nx.MultiDiGraph(), nx.MultiDiGraph([("a", "a")]), nx.MultiDiGraph([("a", "b"), ("b", "a")])]
)
def test_figures_of_next_to_nothing(name: str, empty: nx.MultiDiGraph) -> None:
    assert render(FIGURES[name][1](empty)).startswith(b"<?xml")


def test_large_networks_say_what_is_left_out() -> None:
    large = nx.MultiDiGraph(nx.gnm_random_graph(300, 500, seed=1, directed=True))
    text = render(FIGURES["network"][1](large)).decode()
    assert re.search(r"\d+ of 300 organisations", text)


def test_ego_and_heat_map() -> None:
    assert b"no partners" in render(ego_drawing(nx.MultiDiGraph([("a", "a")]), "a"))
    assert b"marketed" in render(indication_phase({("gout", "marketed"): 2}))
    assert b"no programmes" in render(indication_phase({}))


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], sample_store: Path):
    monkeypatch.setenv("KG_STORE", str(sample_store))

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["kg", "network", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfd.readouterr()
        return int(ended.value.code or 0), out, err

    return run


def test_commands(kg, tmp_path: Path) -> None:
    rows = json.loads(kg("measures", "--measure", "out-degree")[1])
    assert {"label", "kind", "out-degree", "iri"} == set(rows[0])
    assert {"agreements", "density"} <= {r["figure"] for r in json.loads(kg("measures", "--whole")[1])}
    years = [r["year"] for r in json.loads(kg("slice")[1])]
    assert years == sorted(years)
    around = json.loads(kg("ego", "Lindenhall Research Foundation")[1])
    assert {r["licensor"] for r in around} == {"Lindenhall Research Foundation"}
    edges = list(csv.DictReader(io.StringIO(kg("export", "--format", "csv")[1])))
    assert len(edges) >= 8
    assert kg("report", "-o", str(tmp_path / "report"))[0] == 0
    assert (tmp_path / "report" / "report.html").stat().st_size > 50_000
    assert json.loads(kg("measures", "--since", "2090", "--whole")[1])[0] == {"figure": "organisations", "value": 0}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["measures", "--measure", "nosuch"], "no measure 'nosuch'"),
        (["export", "--format", "nosuch"], "unknown format"),
        (["ego", "Okonite Hill Software"], "party to no agreement"),
    ],
)
def test_mistakes(kg, arguments: list[str], message: str) -> None:
    code, out, err = kg(*arguments)
    assert (code, out) == (2, "")
    assert message in err


def test_a_long_chain_shows_both_ends() -> None:
    long = nx.MultiDiGraph()
    for n in range(12):
        long.add_edge(f"o{n:02}", f"o{n + 1:02}", key=n, compounds=(f"Y{n}", "X"))
    text = FIGURES["chains"][1](long)
    words = [t.get_text() for t in text.axes[0].texts]
    assert [w for w in words if w.startswith("o")] == ["o00", "o01", "o02", "o10", "o11", "o12"]
    assert "… 7 more …" in words
    assert {"Y0, X", "Y2, X", "Y9, X", "Y11, X"} <= set(words)


def test_power_law_where_the_answer_is_known() -> None:
    """The likelihood is highest where -ζ'(α)/ζ(α) is the mean logarithm: .5700 at α = 2 (.9375 over π²/6)."""
    assert power_law([1] * 100 + [3] * 108) == pytest.approx(2.0, abs=0.01)  # 108·ln 3/208 = .5704
    assert power_law([1] * 5834 + [2] * 4166) == pytest.approx(2.5, abs=0.01)  # .4166·ln 2 = .2888


def test_a_column_with_fractions_has_equal_places() -> None:
    made = _table(("name", "share", "count"), [["a", 0.5, 3], ["b", 1.0, 12000], ["c", None, 0]], 3)
    assert re.findall(r"<td[^>]*>([^<]*)", made) == ["a", "0.500", "3", "b", "1.000", "12,000", "c", "", "0"]
