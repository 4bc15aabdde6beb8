"""The command line as a user meets it: results on stdout, talk on stderr, one clear line for a mistake, exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli import main

SAMPLES = Path(__file__).parent.parent / "kg" / "samples"


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], sample_store: Path):
    """Run `kg …` in this process; gives (exit code, stdout, stderr)."""
    monkeypatch.setenv("KG_STORE", str(sample_store))

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["kg", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfd.readouterr()
        return int(ended.value.code or 0), out, err

    return run


def test_help_names_every_command(kg) -> None:
    code, out, _ = kg("--help")
    assert code == 0
    for command in (
        "build",
        "add",
        "remove",
        "query",
        "queries",
        "show",
        "why",
        "export",
        "stats",
        "validate",
        "issues",
    ):
        assert f"\n  {command} " in out


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys; from kg.cli import cli; cli.main(['--help'], standalone_mode=False);"
        "print(sorted({'pyoxigraph', 'rdflib', 'rich', 'lxml', 'networkx', 'numpy', 'kg.extract'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.endswith("\n[]\n")


def test_completion_offers_commands_and_queries() -> None:
    def offered(words: str, at: int) -> list[str]:
        asked = {**os.environ, "_KG_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
        script = "from kg.cli import cli; cli.main(prog_name='kg')"
        run = subprocess.run([sys.executable, "-c", script], env=asked, capture_output=True, text=True)
        return [line.partition(",")[2] for line in run.stdout.splitlines()]

    assert offered("kg val", 1) == ["validate"]
    assert offered("kg query former", 2) == ["former-names"]
    assert offered("kg export --format tu", 3) == ["turtle"]


def test_query_by_name_is_json_in_a_pipe(kg) -> None:
    code, out, _ = kg("query", "former-names", "--param", "cik=9100001")
    assert code == 0
    assert {"HALDEN VENTURES CORP", "NORTHLIGHT THERAPEUTICS INC"} == {row["formerName"] for row in json.loads(out)}


def test_query_text_as_csv_tsv_jsonl_and_table(kg) -> None:
    text = "SELECT ?cik WHERE { ?c a ekg:Company ; ekg:cik ?cik } ORDER BY ?cik LIMIT 2"
    rows = list(csv.DictReader(io.StringIO(kg("query", "-e", text, "--format", "csv")[1])))
    assert rows == [{"cik": "0009100001"}, {"cik": "0009100002"}]
    assert kg("query", "-e", text, "--format", "tsv")[1] == '?cik\n"0009100001"\n"0009100002"\n'
    assert [json.loads(line) for line in kg("query", "-e", text, "--format", "jsonl")[1].splitlines()] == rows
    assert "0009100002" in kg("query", "-e", text, "--format", "table")[1]


def test_query_file_and_output_file(kg, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text("# title: Mine\nASK { ?c a ekg:Company }")
    code, out, _ = kg("query", str(tmp_path / "mine.rq"), "-o", str(tmp_path / "answer.json"))
    assert (code, out) == (0, "")
    assert json.loads((tmp_path / "answer.json").read_text())
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".part"] == []


def test_queries_lists_and_prints(kg) -> None:
    listed = json.loads(kg("queries")[1])
    assert len(listed) >= 18
    assert all(row["title"] and row["question"] for row in listed)
    assert kg("queries", "former-names")[1].startswith("# title:")


def test_show_and_why(kg) -> None:
    page = json.loads(kg("show", "Northlight Therapeutics")[1])[0]
    assert page["iri"].endswith("/company/0009100001")
    people = next(t for t in page["tables"] if t["title"] == "People")
    assert "Naomi T. Birch" in {row[0] for row in people["rows"]}
    assert "AURELIS BIOSCIENCES, INC." in kg("show", "9100001", "--format", "table")[1]
    witnesses = json.loads(kg("why", "AUR-101")[1])
    assert witnesses
    assert all(w["sentence"] and w["rule"] and 0 < w["confidence"] <= 1 for w in witnesses)


def test_export_parses_and_repeats(kg, tmp_path: Path) -> None:
    kg("export", "-o", str(tmp_path / "one.ttl"))
    kg("export", "-o", str(tmp_path / "two.ttl"))
    text = (tmp_path / "one.ttl").read_bytes()
    assert text == (tmp_path / "two.ttl").read_bytes()
    assert len(list(ox.parse(text, format=ox.RdfFormat.TURTLE))) > 1000
    code, out, _ = kg("export", "--filing", "0009100004-19-000003", "--format", "nquads")
    assert code == 0
    assert "<https://w3id.org/edgar-kg/graph/0009100004-19-000003> ." in out
    assert "HALDEN" in kg("export", "--about", "0009100001", "--format", "ntriples")[1]


def test_stats_issues_and_validate(kg) -> None:
    counted = {row["what"]: row["number"] for row in json.loads(kg("stats")[1])}
    assert counted["filings"] == 16
    assert counted["store bytes per byte of filing"] > 0
    assert [(i["file"].rpartition("/")[2], i["kind"]) for i in json.loads(kg("issues")[1])] == [
        ("README.md", "no-submission")
    ]
    code, _, err = kg("validate")
    assert code == 0
    assert "conforms: 16 filings" in err


def test_build_add_remove_and_strict(kg, tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    first, second = sorted(SAMPLES.glob("*.txt"))[:2]
    code, out, err = kg("build", str(first), "--store", store, "--workers", "1")
    assert (code, out) == (0, "")
    assert err.startswith("1 filings from 1 files")
    assert kg("add", str(second), "--store", store, "--workers", "1", "--quiet") == (0, "", "")
    assert kg("remove", first.stem, "--store", store)[0] == 0
    assert kg("remove", first.stem, "--store", store)[0] == 1
    (tmp_path / "note.txt").write_text("not a submission")
    code, _, err = kg("add", str(tmp_path / "note.txt"), "--store", store, "--strict", "--workers", "1")
    assert code == 3
    assert "see `kg issues`" in err


def test_explain_in_the_terminal_and_as_a_page(kg, tmp_path: Path) -> None:
    sample = str(SAMPLES / "0009100004-19-000003.txt")
    code, out, _ = kg("explain", sample)
    assert code == 0
    assert "Walter Penn, Chief Operating Officer" in out
    kg("explain", sample, "--html", "-o", str(tmp_path / "page.html"))
    assert (tmp_path / "page.html").read_text().startswith("<!doctype html>")


def test_completion(kg) -> None:
    assert kg("completion", "bash")[1] == 'eval "$(_KG_COMPLETE=bash_source kg)"\n'


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["nosuch"], 2, "No such command 'nosuch'"),
        (["query"], 2, "give the name of a query"),
        (["query", "nosuch"], 2, "no query named 'nosuch'"),
        (["query", "former-names"], 2, "needs cik"),
        (["query", "former-names", "--param", "cik"], 2, "name=value"),
        (["query", "former-names", "--param", "cik=abc"], 2, "is not a CIK"),
        (["query", "-e", "SELECT nonsense"], 2, ""),
        (["query", "-e", "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }"], 2, "SERVICE is not allowed"),
        (["show", "Nobody At All"], 2, "nothing in the store is called"),
        (["export", "--filing", "0000000000-00-000000"], 2, "no filing"),
        (["export", "-o", "/nowhere/at/all.ttl"], 2, "cannot write"),
        (["stats", "--store", "/nowhere"], 1, "there is no store here"),
        (["build"], 2, "name at least one"),
        (["explain", "/nowhere.txt"], 2, "no such file"),
        (["queries", "nosuch"], 2, "no query named"),
        (["vocab", "show", "nosuch"], 2, "no vocabulary"),
    ],
)
def test_a_mistake_is_one_clear_line(kg, arguments: list[str], code: int, message: str) -> None:
    got, out, err = kg(*arguments)
    assert (got, out) == (code, "")
    assert err.startswith("kg: ")
    assert message in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


@pytest.mark.parametrize("command", ["", "vocab", "network"])
def test_no_command_shows_the_help(kg, command: str) -> None:
    _, out, err = kg(*command.split())
    said = out + err
    assert said.startswith(f"Usage: kg {command}".rstrip())
    assert "Commands:" in said or "Make a store:" in said
    assert "--help`" not in said


def test_a_closed_pipe_ends_quietly(sample_store: Path) -> None:
    program = [sys.executable, "-c", "from kg.cli import main; main()", "export", "--store", str(sample_store)]
    child = subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout
    assert child.stderr
    child.stdout.read(10)
    child.stdout.close()
    assert child.stderr.read() == b""
    assert child.wait(60) == 1
    child.stderr.close()


def test_demo_does_the_whole_job(kg, tmp_path: Path) -> None:
    code, out, _ = kg("demo", "-o", str(tmp_path / "demo"))
    assert code == 0
    assert "2. Join: kg resolve" in out
    assert "7. Export" in out
    graph = (tmp_path / "demo" / "graph.ttl").read_text()
    assert "HALDEN VENTURES CORP" in graph
    assert 'rdfs:label "AUR-101"' in graph
