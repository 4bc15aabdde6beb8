"""`KnowledgeGraph`: every verb once on the sample filings, and what it says when it cannot."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from made_filings import accession_of, dump, submission

import kg
from kg import Issue, KgError, KnowledgeGraph, Result, StoreError, UsageError
from kg.settings import Settings

SAMPLES = Path(kg.__file__).parent / "samples"


def test_the_samples_come_to_a_graph_that_answers(sample_store: Path) -> None:
    with KnowledgeGraph.open(sample_store) as graph:
        found = graph.query("companies", name="northlight")
        assert isinstance(found, Result)
        assert ("0009100001", "former name") in [(row["cik"], row["how"]) for row in found]
        (name,) = graph.query("former-names", cik=9100001).column("formerName")[:1]
        assert name == "NORTHLIGHT THERAPEUTICS INC"
        assert graph.query("ASK { ?x a ekg:Filing }").boolean is True
        cut = graph.query("SELECT ?x { ?x a ekg:Filing }", rows=3)
        assert (len(cut), cut.truncated) == (3, True)
        assert cut.short(cut.rows[0][0]).startswith("fil:00091")
        with pytest.raises(UsageError, match=r"took longer than 0\.3 s"):
            graph.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", seconds=0.3)


def test_stats_count_what_is_there(sample_store: Path) -> None:
    graph = KnowledgeGraph.open(sample_store)
    told = graph.stats()
    graph.close()
    sources = [path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".nc")]
    assert told.filings == told.things["Filing"] == len(sources) == len(graph.filings())
    assert told.source_bytes == sum(path.stat().st_size for path in sources)
    assert told.store_bytes == sum(path.stat().st_size for path in sample_store.iterdir())
    assert told.bytes_per_source_byte == told.store_bytes / told.source_bytes
    assert told.statements == sum(record.statements for record in graph.filings())
    assert told.issues == len(graph.issues())
    assert told.facts == len(list(graph.snapshot().quads_for_pattern(None, None, None, ox.DefaultGraph())))


def test_an_entity_is_found_shown_and_explained(sample_store: Path) -> None:
    graph = KnowledgeGraph.open(sample_store)
    assert graph.find("9100001") == ["https://w3id.org/edgar-kg/id/company/0009100001"]
    (page,) = graph.show("NORTHLIGHT THERAPEUTICS INC")
    assert page.iri.endswith("/company/0009100001")
    with pytest.raises(UsageError, match="nothing in the store is called 'zzz'"):
        graph.show("zzz")
    with pytest.raises(UsageError, match="nothing in the store is called 'zzz'"):
        graph.why("zzz")


def test_export_writes_what_it_says(sample_store: Path) -> None:
    out = io.BytesIO()
    written = KnowledgeGraph.open(sample_store).export(out, "ntriples")
    assert written == len(out.getvalue().splitlines()) > 1000


def test_build_add_and_remove(tmp_path: Path) -> None:
    graph = KnowledgeGraph(tmp_path / "s", Settings(workers=1))
    told = graph.build([submission(1), submission(2), ("junk", b"junk")])
    assert (told.files, told.filings, told.issues) == (3, 2, 1)
    before = dump(tmp_path / "s")
    assert [(issue.kind, issue.source) for issue in graph.issues()] == [("no-submission", "junk")]
    (tmp_path / "more.txt").write_bytes(submission(3)[1])
    assert graph.add([tmp_path / "more.txt"]).filings == 1
    assert sorted(record.accession for record in graph.filings()) == [accession_of(n) for n in (1, 2, 3)]
    assert graph.remove([accession_of(3), accession_of(4)]) == [accession_of(4)]
    assert dump(tmp_path / "s") == before
    with pytest.raises(UsageError, match="nowhere: no such file"):
        graph.add([tmp_path / "nowhere"])
    assert dump(tmp_path / "s") == before


def test_two_processes_read_the_samples_as_one_does(tmp_path: Path, sample_store: Path) -> None:
    KnowledgeGraph(tmp_path / "s", Settings(workers=2, batch_files=5)).build([SAMPLES])
    assert dump(tmp_path / "s") == dump(sample_store)


def test_no_store_is_a_mistake_that_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store here; make one with `kg build`"):
        KnowledgeGraph.open(tmp_path / "none")
    graph = KnowledgeGraph(tmp_path / "none")
    for verb in (
        graph.stats,
        graph.issues,
        graph.filings,
        lambda: graph.query("overview"),
        lambda: graph.add([SAMPLES]),
    ):
        with pytest.raises(StoreError, match="there is no store here"):
            verb()
    graph.close()
    assert not list(tmp_path.iterdir())


def test_the_store_is_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE", str(tmp_path / "there"))
    assert KnowledgeGraph().path == tmp_path / "there"
    monkeypatch.delenv("KG_STORE")
    assert KnowledgeGraph().path == Path("kg-store")
    assert repr(KnowledgeGraph("x")) == "KnowledgeGraph('x')"


def test_the_public_names() -> None:
    assert sorted(kg.__all__) == kg.__all__
    assert set(kg.__all__) <= set(dir(kg))
    assert issubclass(UsageError, KgError)
    assert Issue("x").kind == "x"
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = kg.nothing


def test_asking_loads_neither_rules_nor_vocabularies() -> None:
    code = "import sys, kg.graph; print([m for m in sys.modules if m.startswith(('kg.extract', 'kg.pipeline'))])"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(kg.__file__).parents[1]
    )
    assert told.stdout.strip() == "[]"
