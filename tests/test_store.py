"""The embedded store: what goes in, what comes out, what stays, and every way in which it says no."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_filings import accession_of, dump, filing_graph, load

from kg import ontology, store
from kg.errors import Issue, StoreError
from kg.store import directory, records, shards

EKG = ontology.EKG


def ask(at: Path, query: str) -> list[tuple[str, ...]]:
    """Sorted rows of plain values."""
    opened = store.open_read_only(at)
    found = opened.query(query, prefixes=ontology.PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    return sorted(tuple(getattr(term, "value", "") for term in row) for row in found)


def licence(number: int, giver: str, taker: str, status: str = "executed") -> str:
    return (
        f"agreement:{number} a ekg:LicenseAgreement ; ekg:licensor organization:{giver} ;"
        f" ekg:licensee organization:{taker} ; ekg:agreementStatus ekgc:status_{status} ."
    )


def made(number: int, turtle: str, **more: str) -> store.FilingGraph:
    return filing_graph(accession_of(number), turtle, **more)


def edges(at: Path) -> list[tuple[str, ...]]:
    rows = ask(at, f"SELECT ?x ?y {{ GRAPH {store.DERIVED} {{ ?x ekg:outLicensesTo ?y }} }}")
    return [tuple(value.rpartition("/")[2] for value in row) for row in rows]


# -- what goes in ------------------------------------------------------------------------------------------------------


def test_facts_are_in_the_filing_and_once_in_the_default_graph(tmp_path: Path) -> None:
    shared = 'company:1 rdfs:label "Acme" .'
    told = load(
        tmp_path / "s",
        [made(n, f"{shared} company:1 ekg:seen {n} .", local=f'document:{n} oa:exact "q{n}" .') for n in (1, 2, 3)],
    )
    assert told == store.Loaded(filings=3, statements=9, issues=0)
    assert ask(tmp_path / "s", "SELECT ?o { ?s rdfs:label ?o }") == [("Acme",)]
    assert ask(tmp_path / "s", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == [("4",)]
    assert ask(tmp_path / "s", "SELECT ?g ?q { GRAPH ?g { ?d oa:exact ?q } }") == [
        (ontology.graph(accession_of(n)), f"q{n}") for n in (1, 2, 3)
    ]
    assert ask(tmp_path / "s", "SELECT ?q { ?d oa:exact ?q }") == []


def test_the_store_is_a_plain_oxigraph_directory(tmp_path: Path) -> None:
    load(tmp_path / "s", [made(1, 'company:1 rdfs:label "Acme" .')])
    assert (
        len(list(ox.Store.read_only(str(tmp_path / "s")).quads_for_pattern(None, None, ox.Literal("Acme"), None))) == 2
    )
    assert sorted(p.name for p in tmp_path.iterdir()) == ["s"], "nothing is left beside a finished store"


def test_records_say_where_a_filing_came_from(tmp_path: Path) -> None:
    filing = made(1, 'company:1 rdfs:label "Acme" .', source="a/b c.txt")
    load(tmp_path / "s", [filing])
    opened = store.open_read_only(tmp_path / "s")
    record = store.Record(filing.accession, "a/b c.txt", filing.sha256, filing.size, 1, "1.0")
    assert store.read_record(opened, filing.accession) == record
    assert list(store.filings(opened)) == [record]
    assert store.read_record(opened, accession_of(2)) is None


def test_issues_come_back_as_they_were_but_for_what_text_cannot_hold(tmp_path: Path) -> None:
    odd = Issue("odd-thing", "header line 3", 'tab\t "quote" \\ newline\n é 😀', accession_of(1), "a.txt")
    broken = Issue("broken", "file", "nul \0 and \ud800 end", "", "b.txt")
    bare = Issue("bare")
    load(tmp_path / "s", [replace(made(1, "company:1 a ekg:Company ."), issues=(odd,)), broken, bare])
    found = store.issues(store.open_read_only(tmp_path / "s"))
    assert found == [bare, odd, replace(broken, detail="nul \ufffd and \ufffd end")]


def test_the_ontology_lies_in_its_graph_and_labels_plain_queries(tmp_path: Path) -> None:
    file = tmp_path / "o.ttl"
    file.write_text("@prefix skos: <http://www.w3.org/2004/02/skos/core#> . <http://x/c> skos:prefLabel 'code'@en .")
    load(tmp_path / "s", [], vocabulary=[file])
    query = "SELECT ?l { <http://x/c> skos:prefLabel ?l }"
    assert ask(tmp_path / "s", query) == [("code",)]
    assert ask(tmp_path / "s", f"SELECT ?l {{ GRAPH {store.ONTOLOGY} {{ ?x skos:prefLabel ?l }} }}") == [("code",)]


def test_a_malformed_statement_is_told_and_the_others_stand() -> None:
    filing = made(1, 'company:1 rdfs:label "Acme" .')
    graph, bad = f"<{ontology.graph(filing.accession)}>", "<http://x/1> <http://x/url> <http://[broken>"
    dirty = replace(
        filing,
        graph=filing.graph + f"{bad} {graph} .\n".encode(),
        facts=filing.facts + f"{bad} .\n".encode(),
        statements=2,
    )
    clean = store.sound(dirty)
    assert (clean.graph, clean.facts, clean.statements) == (filing.graph, filing.facts, 1)
    assert [(i.kind, i.accession) for i in clean.issues] == [("malformed-statement", filing.accession)]
    assert "http://[broken" in clean.issues[0].detail
    assert store.sound(filing) is filing


# -- order, batches, repeats -------------------------------------------------------------------------------------------

WORLD = [
    made(1, f'company:1 rdfs:label "A" . {licence(1, "x", "y")}', local='document:1 oa:exact "one" .'),
    made(2, f'company:1 rdfs:label "A" ; ekg:cik "1" . {licence(2, "x", "y")}'),
    made(3, f'company:2 rdfs:label "B" . {licence(3, "y", "x", "proposed")}'),
    made(4, f'company:1 rdfs:label "A" . {licence(1, "x", "y")} {licence(4, "z", "x", "terminated")}'),
    made(5, 'company:1 ekg:rate 1.50, 0.95 ; ekg:day "2020-01-01"^^xsd:date ; ekg:count 007 .'),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The dump of the whole world, built in one go."""
    at = tmp_path_factory.mktemp("whole") / "s"
    load(at, WORLD)
    return dump(at)


@pytest.mark.parametrize("seed", range(4))
def test_order_and_batches_do_not_show(tmp_path: Path, whole: list[str], seed: int) -> None:
    chance = random.Random(seed)
    load(tmp_path / "s", chance.sample(WORLD, len(WORLD)), batch=chance.randint(1, 5))
    assert dump(tmp_path / "s") == whole


def test_the_same_filing_twice_is_there_once(tmp_path: Path, whole: list[str]) -> None:
    assert load(tmp_path / "s", [*WORLD, WORLD[1], *WORLD], batch=3).filings == len(WORLD)
    assert dump(tmp_path / "s") == whole


@pytest.mark.parametrize("turn", [False, True])
def test_of_two_submissions_with_one_accession_the_longer_stands_and_the_other_is_told(
    tmp_path: Path, turn: bool
) -> None:
    cut = made(1, 'company:1 rdfs:label "Cut" .', source="cut.txt", content=b"short")
    full = made(1, 'company:1 rdfs:label "Full" .', source="full.txt", content=b"a longer one")
    again = replace(cut, source="again.txt")
    every = [cut, full, made(2, "company:2 a ekg:Company ."), again]
    told = load(tmp_path / "s", every[::-1] if turn else every, batch=1)
    assert (told.filings, told.issues) == (2, 2)
    assert ask(
        tmp_path / "s", "SELECT ?l { company:1 rdfs:label ?l }".replace("company:1", f"<{ontology.ID}company/1>")
    ) == [("Full",)]
    found = store.issues(store.open_read_only(tmp_path / "s"))
    assert [(i.kind, i.source, i.accession) for i in found] == [
        ("accession-given-twice", "again.txt", full.accession),
        ("accession-given-twice", "cut.txt", full.accession),
    ]
    assert "kept the 12 bytes of full.txt" in found[0].detail


# -- put and drop ------------------------------------------------------------------------------------------------------


@pytest.fixture
def at(tmp_path: Path) -> Path:
    """A store of the whole world."""
    load(tmp_path / "s", WORLD)
    return tmp_path / "s"


def put(at: Path, *filings: store.FilingGraph) -> list[bool]:
    opened = store.open_writable(at)
    return [store.put(opened, filing) for filing in filings]


def drop(at: Path, *accessions: str) -> list[bool]:
    opened = store.open_writable(at)
    return [store.drop(opened, accession) for accession in accessions]


def test_adding_and_removing_gives_the_same_bytes_back(at: Path, whole: list[str]) -> None:
    more = made(
        9,
        f'company:1 rdfs:label "A", "New" . {licence(9, "q", "x")} {licence(1, "x", "y")}',
        local='document:9 oa:exact "n" .',
    )
    assert put(at, more) == [True]
    assert ("q", "x") in edges(at)
    assert dump(at) != whole
    assert drop(at, more.accession) == [True]
    assert dump(at) == whole


def test_a_filing_put_again_unchanged_changes_nothing(at: Path, whole: list[str]) -> None:
    assert put(at, *WORLD) == [False] * len(WORLD)
    assert dump(at) == whole


def test_replacing_removes_what_the_old_version_alone_said(at: Path) -> None:
    new = made(2, 'company:1 rdfs:label "A" ; ekg:cik "2" .', content=b"new")
    assert put(at, new) == [True]
    assert ask(at, "SELECT ?c { ?x ekg:cik ?c }") == [("2",)]
    assert ask(at, f"SELECT ?l {{ <{ontology.ID}company/1> rdfs:label ?l }}") == [("A",)]
    assert ask(at, f"SELECT ?x {{ <{ontology.ID}agreement/2> ekg:licensor ?x }}") == []
    assert dump(at).count(f'<{ontology.ID}company/1> <{EKG}cik> "1"') == 0


def test_a_fact_stays_while_another_graph_states_it(at: Path) -> None:
    label = f"SELECT ?l {{ <{ontology.ID}company/1> rdfs:label ?l }}"
    drop(at, accession_of(1), accession_of(2))
    assert ask(at, label) == [("A",)]
    drop(at, accession_of(4))
    assert ask(at, label) == []


def test_removing_all_leaves_an_empty_store(at: Path, tmp_path: Path) -> None:
    assert drop(at, *(filing.accession for filing in WORLD)) == [True] * len(WORLD)
    assert drop(at, accession_of(1), "no such") == [False, False]
    load(tmp_path / "empty", [])
    assert dump(at) == dump(tmp_path / "empty")


def test_derived_edges_follow_the_licences(at: Path) -> None:
    assert edges(at) == [("x", "y"), ("z", "x")]  # the proposed one (y to x) is no edge
    drop(at, accession_of(1), accession_of(2))
    assert edges(at) == [("x", "y"), ("z", "x")]  # filing 4 states agreement 1 too
    drop(at, accession_of(4))
    assert edges(at) == []
    put(at, made(3, licence(3, "y", "x"), content=b"signed now"), made(6, licence(6, "y", "y")))
    assert edges(at) == [("y", "x")]


def test_issues_of_a_file_are_replaced_when_it_is_added_again(at: Path) -> None:
    opened = store.open_writable(at)
    first, second = Issue("no-submission", "file", "x", "", "bad.txt"), Issue("other", "file", "y", "", "bad.txt")
    elsewhere = Issue("no-submission", "file", "x", "", "worse.txt")
    store.put_file_issues(opened, ["bad.txt", "worse.txt"], [first, elsewhere])
    assert store.issues(opened) == [first, elsewhere]
    store.put_file_issues(opened, ["bad.txt"], [second])
    assert store.issues(opened) == [second, elsewhere]
    store.put_file_issues(opened, ["bad.txt", "worse.txt"], [])
    assert store.issues(opened) == []


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[int, int | None]]:
    """Puts of version v of filing n, and removals (v None)."""
    return draw(st.lists(st.tuples(st.integers(0, 3), st.none() | st.integers(0, 2)), max_size=12))


def version(number: int, which: int) -> store.FilingGraph:
    texts = [
        f'company:1 rdfs:label "A" . {licence(1, "x", "y")}',
        f'company:1 rdfs:label "A", "N{number}" . {licence(number, "x", "z")} {licence(8, "y", "x")}',
        f"company:{number} ekg:rate 1.0, 2.50 . {licence(1, 'x', 'y', 'proposed')}",
    ]
    issue = Issue("odd", "here", f"{which}", accession_of(number), "f.txt")
    filing = made(
        number, texts[which], local=f'document:{number} oa:exact "q{which}\\n\\\\u0041" .', content=f"{which}".encode()
    )
    return replace(filing, issues=(issue,) if which else ())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=histories(), start=st.integers(0, 12))
def test_any_history_ends_as_if_built_afresh(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[int, int | None]], start: int
) -> None:
    folder = tmp_path_factory.mktemp("history")
    held: dict[int, int] = {n: v for n, v in history[:start] if v is not None}
    load(folder / "s", [version(n, v) for n, v in held.items()])
    opened = store.open_writable(folder / "s")
    for number, which in history[start:]:
        if which is None:
            assert store.drop(opened, accession_of(number)) == (number in held)
            held.pop(number, None)
        else:
            assert store.put(opened, version(number, which)) == (held.get(number) != which)
            held[number] = which
    del opened
    load(folder / "fresh", [version(n, v) for n, v in held.items()])
    assert dump(folder / "s") == dump(folder / "fresh")
    shutil.rmtree(folder)


# -- the file system ---------------------------------------------------------------------------------------------------


def test_a_build_takes_the_place_of_the_old_store(at: Path) -> None:
    load(at, [made(7, 'company:7 rdfs:label "Seven" .')])
    assert ask(at, "SELECT ?l { ?x rdfs:label ?l }") == [("Seven",)]
    assert [p.name for p in at.parent.iterdir()] == ["s"]


def test_where_names_cannot_be_exchanged_two_steps_do_it(at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "_exchange", lambda one, other: False)
    load(at, [made(7, 'company:7 rdfs:label "Seven" .')])
    assert ask(at, "SELECT ?l { ?x rdfs:label ?l }") == [("Seven",)]
    assert [p.name for p in at.parent.iterdir()] == ["s"]


def test_a_swap_cut_between_its_steps_is_undone(at: Path, whole: list[str]) -> None:
    aside = store.work_folder(at) / "replaced"
    aside.parent.mkdir()
    at.rename(aside)
    assert dump(at) == whole, "readers find the old store where it was set aside"
    with store.writing(at):
        assert at.is_dir()
        assert not aside.exists()
    assert dump(at) == whole


def test_a_reader_keeps_its_view_while_filings_are_added(at: Path) -> None:
    before = store.open_read_only(at)
    count = len(before)
    put(at, made(9, 'company:9 rdfs:label "Nine" .'))
    assert len(before) == count
    assert len(store.open_read_only(at)) > count


def test_opening_leaves_no_old_logs(at: Path) -> None:
    for _ in range(3):
        put(at, WORLD[0])
    assert list(at.glob("LOG.old.*"))
    store.tidy(at)
    assert not list(at.glob("LOG.old.*"))
    assert store.size(at) == sum(p.stat().st_size for p in at.iterdir())


def refusal(action: object, *arguments: object) -> str:
    assert callable(action)
    with pytest.raises(StoreError) as caught:
        action(*arguments)
    text = str(caught.value)
    assert "\n" not in text
    return text


def test_no_store(tmp_path: Path) -> None:
    for action in (store.open_read_only, store.open_writable):
        assert "there is no store here" in refusal(action, tmp_path / "none")
    assert not (tmp_path / "none").exists(), "looking makes nothing"


def test_a_folder_that_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    for action in (store.open_read_only, store.open_writable):
        assert "no edgar-kg store" in refusal(action, tmp_path)
    assert "something else lies here" in refusal(store.check_replaceable, tmp_path)
    assert "something else lies here" in refusal(store.check_replaceable, tmp_path / "notes.txt")
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]


def test_somebody_elses_database(tmp_path: Path) -> None:
    other = ox.Store(str(tmp_path / "db"))
    other.add(ox.Quad(ox.NamedNode("http://x"), ox.NamedNode("http://x"), ox.Literal("mine")))
    del other
    for action in (store.open_read_only, store.open_writable):
        assert "no edgar-kg store" in refusal(action, tmp_path / "db")
    assert "another database" in refusal(store.check_replaceable, tmp_path / "db")


def test_an_older_format_is_told_and_may_be_built_again(at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "FORMAT", 2)
    for action in (store.open_read_only, store.open_writable):
        assert "format 1, this version reads 2; build it again" in refusal(action, at)
    store.check_replaceable(at)
    load(at, WORLD[:1])
    assert len(list(store.filings(store.open_read_only(at)))) == 1


def test_a_store_without_its_mark_is_not_complete(tmp_path: Path) -> None:
    load(tmp_path / "s", WORLD)
    opened = store.open_writable(tmp_path / "s")
    for quad in records.format_quads():
        opened.remove(quad)
    del opened
    assert "no edgar-kg store" in refusal(store.open_read_only, tmp_path / "s")


_HOLD = "import sys, time; from pathlib import Path; from kg import store\n"


@pytest.fixture
def holder(at: Path) -> Iterator[list[subprocess.Popen[str]]]:
    """Processes that hold something of the store; ended afterwards."""
    held: list[subprocess.Popen[str]] = []
    yield held
    for process in held:
        process.kill()
        process.communicate()


def hold(holder: list[subprocess.Popen[str]], code: str, at: Path) -> None:
    path = os.pathsep.join([str(Path(store.__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD + code, str(at)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    holder.append(process)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"


def test_two_writers(at: Path, whole: list[str], holder: list[subprocess.Popen[str]]) -> None:
    hold(holder, "s = store.open_writable(Path(sys.argv[1])); print('ready', flush=True); time.sleep(60)", at)
    assert "another process is writing" in refusal(store.open_writable, at)
    assert "another process is writing" in refusal(load, at, WORLD[:1])
    assert dump(at) == whole, "reading goes on"


def test_two_builds(at: Path, holder: list[subprocess.Popen[str]]) -> None:
    hold(holder, "with store.writing(Path(sys.argv[1])): print('ready', flush=True); time.sleep(60)", at)
    assert "another process is writing" in refusal(load, at, WORLD[:1])
    assert (store.work_folder(at) / "lock").exists(), "the other's work is not touched"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 12 MB; skipped where mounting is not permitted."""
    folder = tmp_path / "small"
    folder.mkdir()
    try:
        told = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=12m", "none", str(folder)], capture_output=True, text=True
        )
    except OSError as error:
        pytest.skip(f"no mount command: {error}")
    if told.returncode:
        pytest.skip(f"mounting a tmpfs is not permitted: {told.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def big(number: int) -> store.FilingGraph:
    return made(
        number,
        "".join(f'company:{number} ekg:note "{os.urandom(300).hex()} {i}" .\n' for i in range(3000)),
        content=b"big",
    )


def test_disk_full_during_a_build(small_disk: Path) -> None:
    at = small_disk / "s"
    load(at, WORLD)
    before = dump(at)
    assert "the disk is full" in refusal(load, at, [big(n) for n in range(10, 20)])
    assert dump(at) == before
    shutil.rmtree(store.work_folder(at))
    assert put(at, made(9, 'company:9 rdfs:label "Nine" .')) == [True]


def test_disk_full_during_an_addition(small_disk: Path) -> None:
    at = small_disk / "s"
    load(at, WORLD)
    before = dump(at)

    def add_much(opened: ox.Store) -> None:
        for number in range(10, 20):
            store.put(opened, big(number))

    with pytest.raises(StoreError, match="the disk is full") as held:
        store.change(at, add_much)
    added = {record.accession for record in store.filings(store.open_read_only(at))} - {f.accession for f in WORLD}
    assert len(added) < 10, "the store can still be read"
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    drop(at, *added)
    assert held.value.__traceback__, "the error is still at hand, but does not hold the store"
    assert dump(at) == before, "each filing is there wholly or not at all"


def test_read_only_disk(small_disk: Path) -> None:
    at = small_disk / "s"
    load(at, WORLD)
    before = dump(at)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert dump(at) == before
    assert "cannot be written" in refusal(store.open_writable, at)
    assert "cannot be written" in refusal(load, at, WORLD[:1])


def test_a_damaged_store_is_told(at: Path) -> None:
    manifest = next(at.glob("MANIFEST-*"))
    manifest.write_bytes(b"\x00garbage" * 10)
    assert "build it again" in refusal(store.open_read_only, at)


# -- shards ------------------------------------------------------------------------------------------------------------


def test_a_shard_counts_only_when_its_index_is_there(tmp_path: Path) -> None:
    def failing() -> Iterator[store.FilingGraph]:
        yield WORLD[0]
        raise OSError("cut")

    with pytest.raises(OSError, match="cut"):
        store.write_shard(tmp_path, "k", ["a"], failing())
    assert not store.is_done(tmp_path, "k")
    issue = Issue("odd", "file", "é\ud800", "", "a")
    store.write_shard(tmp_path, "k", ["a", "b"], [WORLD[0], issue, WORLD[1]])
    assert store.is_done(tmp_path, "k")
    shard = store.read_shard(tmp_path, "k")
    assert shard.sources == ("a", "b")
    assert shard.issues == (issue,)
    assert [store.read_filing_graph(entry) for entry in shard.entries] == WORLD[:2]


def test_choice_does_not_depend_on_order(tmp_path: Path) -> None:
    rivals = [made(1, f'company:1 rdfs:label "{n}" .', source=f"{n}.txt", content=b"x" * (n % 3)) for n in range(6)]
    told = []
    for turn in (1, -1):
        for number, filing in enumerate(rivals[::turn]):
            store.write_shard(tmp_path, f"{turn}{number}", [filing.source], [filing])
        told.append(store.choose(store.read_shard(tmp_path, f"{turn}{number}") for number in range(6)))
    assert told[0] == told[1]
    choice, problems = told[0]
    assert list(choice) == [accession_of(1)]
    assert choice[accession_of(1)].endswith(" 2.txt")
    assert len(problems[accession_of(1)]) == 4
    assert shards.rank(2, "a") > shards.rank(1, "b")
