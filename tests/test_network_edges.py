"""Every `kg network` command on stores that hold next to nothing, or something odd: sensible output, no traceback."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import networkx as nx
import pytest

from kg import ontology, store
from kg.cli import main
from kg.emit import Quads
from kg.emit.claims import add_claims
from kg.model import Evidence, Grant, LicenseClaim, OrgRef, Source
from kg.settings import settings

LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"


@dataclass(frozen=True)
class Case:
    """Agreements (licensor, licensee, date) and what is to be found of them."""

    name: str
    agreements: tuple[tuple[str, str, str | None], ...]
    organisations: int
    edges: int
    pairs: int
    years: int
    labelled: bool = True


CASES = (
    Case("empty", (), 0, 0, 0, 0),
    Case("self-licence, one node", (("Alone Bio", "Alone Bio", "2010-05-01"),), 1, 1, 0, 1),
    Case("undated", (("Uni", "Bolt Bio", None), ("Uni", "Acme", None)), 3, 2, 2, 0),
    Case("unknown organisations", (("Uni", "Bolt Bio", "2012"),), 2, 1, 1, 1, labelled=False),
    Case("cycle", (("A Bio", "B Bio", "2010"), ("B Bio", "C Bio", "2011"), ("C Bio", "A Bio", "2012")), 3, 3, 3, 3),
    Case("both ways, twice", (("A Bio", "B Bio", "2010"), ("B Bio", "A Bio", "2010-02"), ("A Bio", "B Bio", "2011")),
         2, 3, 2, 2),
)  # fmt: skip

Run = Callable[..., tuple[int, str, str]]


def build(at: Path, case: Case) -> None:
    """A store whose filings tell one agreement each, all of one compound."""
    source = Source("made_1", 0.9, (Evidence(1, 0, 10, "a licence"),))
    graphs = []
    for number, (giver, taker, date) in enumerate(case.agreements):
        quads = Quads(f"{number:010}-10-{number:06}", "2024-06-30")
        grant = Grant(source, ("X-1",))
        add_claims(quads, [LicenseClaim((OrgRef(giver),), (OrgRef(taker),), "license", "executed", source, (grant,),
                                        effective=date)])  # fmt: skip
        lines = list(quads.lines())
        facts = [line for line in quads.fact_lines() if case.labelled or LABEL not in line]
        told = (f"{number}.txt", f"{number:064x}", 100, "made", len(lines))
        graphs.append(store.FilingGraph(quads.accession, *told, "".join(lines).encode(), "".join(facts).encode()))
    with store.writing(at) as work:
        (work / "shards").mkdir(exist_ok=True)
        store.write_shard(work / "shards", "000000", ["made"], graphs)
        store.load(at, work, ["000000"], ontology.ontology_files(), settings().load_bytes)


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, Path]:
    path = tmp_path_factory.mktemp("edges") / "store"
    build(path, request.param)
    return request.param, path


@pytest.fixture
def kg(case: tuple[Case, Path], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("KG_STORE", str(case[1]))

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["kg", "network", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return int(ended.value.code or 0), out, err

    return run


def test_measures(kg: Run, case: tuple[Case, Path]) -> None:
    code, out, err = kg("measures")
    rows = json.loads(out)
    assert (code, err, len(rows)) == (0, "", case[0].organisations)
    assert sum(row["out-degree"] for row in rows) == case[0].pairs
    assert all(row["label"] for row in rows)
    if case[0].name == "cycle":
        assert {row["bow-tie"] for row in rows} == {"core"}
        assert {row["constraint"] for row in rows} == {1.125}
    if case[0].name == "self-licence, one node":
        assert (rows[0]["constraint"], rows[0]["pagerank"], rows[0]["community"]) == (None, 1.0, 1.0)
    if not case[0].labelled:
        assert {row["label"] for row in rows} == {"bolt bio", "uni"}  # by their IRIs


def test_whole(kg: Run, case: tuple[Case, Path]) -> None:
    code, out, _ = kg("measures", "--whole")
    figures = {row["figure"]: row["value"] for row in json.loads(out)}
    assert code == 0
    assert (figures["organisations"], figures["pairs"]) == (case[0].organisations, case[0].pairs)
    assert figures["agreements"] == case[0].edges
    assert figures["undated agreements"] == sum(date is None for *_, date in case[0].agreements)
    assert figures["self-licences"] == sum(giver == taker for giver, taker, _ in case[0].agreements)
    assert (figures["density"] is None) == (case[0].organisations < 2)
    assert (figures["reciprocity"] is None) == (case[0].pairs == 0)


def test_slice(kg: Run, case: tuple[Case, Path]) -> None:
    code, out, _ = kg("slice")
    rows = json.loads(out)
    assert (code, len(rows)) == (0, case[0].years)
    assert sum(row["begun"] for row in rows) == sum(date is not None for *_, date in case[0].agreements)


def test_ego(kg: Run, case: tuple[Case, Path]) -> None:
    center = case[0].agreements[0][0] if case[0].agreements else "Nobody"
    code, out, err = kg("ego", center if case[0].labelled else f"{ontology.ID}organization/uni")
    if not case[0].agreements:
        assert (code, out) == (2, "")
        assert "'Nobody' is party to no agreement" in err
        return
    rows = json.loads(out)
    assert (code, len(rows)) == (0, case[0].edges)
    assert all(row["licensor"] and row["licensee"] for row in rows)


@pytest.mark.parametrize("format", ["graphml", "gexf", "cytoscape", "csv", "nodes-csv", "parquet"])
def test_export(kg: Run, case: tuple[Case, Path], format: str, tmp_path: Path) -> None:
    if format == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    path = tmp_path / "network"
    code, out, err = kg("export", "--format", format, "-o", str(path))
    assert (code, out) == (0, "")
    assert err == f"{case[0].organisations} organisations, {case[0].edges} edges\n"
    data = path.read_bytes()
    if format == "graphml":
        assert nx.read_graphml(io.BytesIO(data), force_multigraph=True).number_of_edges() == case[0].edges
    elif format == "gexf":
        assert nx.read_gexf(io.BytesIO(data)).number_of_nodes() == case[0].organisations
    elif format == "cytoscape":
        assert len(json.loads(data)["elements"]["edges"]) == case[0].edges
    elif format == "parquet":
        assert data.startswith(b"PAR1")
    else:
        rows = list(csv.DictReader(io.StringIO(data.decode())))
        assert len(rows) == (case[0].edges if format == "csv" else case[0].organisations)


def test_report(kg: Run, case: tuple[Case, Path], tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="matplotlib is not installed")
    code, out, err = kg("report", "-o", str(tmp_path / "made" / "here"))
    assert (code, out) == (0, "")
    assert err.endswith(f"{case[0].organisations} organisations, {case[0].edges} edges\n")
    text = (tmp_path / "made" / "here" / "report.html").read_text("utf-8")
    assert "nan" not in text.lower().replace("finan", "")
    if not case[0].pairs:
        assert "no agreements" in text
    if case[0].name == "undated":
        assert "no dated agreements" in text
