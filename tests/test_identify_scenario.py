"""The story of tests/scenario: resolution joins the nodes that the story joins, in any order of filings."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from made_filings import dump, load
from scenario import rivals_story
from scenario.identity_story import ENTITIES, LAKE, LUMERIS, STONE, STORY, Told, deal, org, own
from scenario.score import score

from kg import ontology, resolve, store
from kg.cli import cli
from kg.entity import find
from kg.errors import UsageError
from kg.graph import KnowledgeGraph
from kg.identify import judgements
from kg.model.identity import Corpus, Judgement, Meaning

ID = ontology.ID
ACCESSION = {told.number: told.accession for told in STORY}
Corpora = Corpus


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the story, not resolved; copy it before changing it."""
    at = tmp_path_factory.mktemp("story") / "s"
    load(at, [told.graph() for told in STORY])
    return at


@pytest.fixture
def at(plain: Path, tmp_path: Path) -> Path:
    shutil.copytree(plain, tmp_path / "s")
    return tmp_path / "s"


@pytest.fixture(scope="module")
def resolved(plain: Path) -> Path:
    """The story resolved; read it, do not change it."""
    at = plain.parent / "resolved"
    shutil.copytree(plain, at)
    KnowledgeGraph(at).resolve()
    return at


def test_the_story_is_long_enough() -> None:
    assert len(STORY) >= 40
    days = sorted(told.day for told in STORY)
    assert int(days[-1][:4]) - int(days[0][:4]) >= 19
    assert len({told.accession for told in STORY}) == len(STORY)


def test_what_is_joined_is_what_the_story_joins(resolved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = score(resolved, STORY, ENTITIES)
    with capsys.disabled():
        print(f"\nidentity: {found.expected} pairs, precision {found.precision:.3f}, recall {found.recall:.3f}")
    assert found.wrong == ()
    assert found.recall >= 0.95, found.missed


def test_nothing_is_joined_wrongly_in_the_adversarys_story(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = tmp_path / "s"
    load(at, [told.graph() for told in rivals_story.STORY])
    KnowledgeGraph(at).resolve()
    found = score(at, rivals_story.STORY, rivals_story.ENTITIES)
    with capsys.disabled():
        print(f"\nrivals: {found.expected} pairs, precision {found.precision:.3f}, recall {found.recall:.3f}")
    assert found.wrong == ()
    assert found.recall >= 0.998, found.missed
    told = {t.number: t.accession for t in rivals_story.STORY}
    meaning = store.read_meaning(store.open_read_only(at))
    places = store.corpus(store.open_read_only(at), ["rdf:type"]).of_type(ontology.EKG + "LicenseAgreement")
    node = {place[0]: meaning.of(*place) for place in places}
    amends = store.open_read_only(at).quads_for_pattern(
        None, ox.NamedNode(ontology.EKG + "amends"), None, ox.DefaultGraph()
    )
    assert (node[told[37]], node[told[34]]) in {(q.subject.value, q.object.value) for q in amends}  # type: ignore[union-attr]
    load(tmp_path / "t", [told.graph() for told in random.Random(1).sample(rivals_story.STORY, 60)], batch=7)
    KnowledgeGraph(tmp_path / "t").resolve()
    assert dump(tmp_path / "t") == dump(at)


def test_canonical_nodes_by_rank(resolved: Path) -> None:
    meaning = store.read_meaning(store.open_read_only(resolved))

    def of(number: int, node: str) -> str:
        return meaning.of(ACCESSION[number], ID + node).removeprefix(ID)

    assert of(17, "organization/norvane-therapeutics") == "company/0009100101"
    assert of(21, "organization/norvane-therapeutics") == "organization/norvane-therapeutics"
    assert of(24, "organization/halcyon-bio") == "company/0009100102"
    assert of(27, "organization/halcyon-bio") == "company/0009100103"
    assert of(23, "compound/kx-101") == "compound/kx-101_0009100103"
    assert of(28, "compound/kx-101") == "compound/kx-101_0009100105"
    assert of(44, "indication/kahler-disease") == "indication/multiple-myeloma"
    assert of(42, "person/halcyon-bio_robert-miller") == "person/0009100102_robert-t-miller"


def test_one_agreement_with_all_its_witnesses(resolved: Path) -> None:
    opened = store.open_read_only(resolved)
    rows = opened.query(
        "SELECT ?a (COUNT(DISTINCT ?f) AS ?n) { ?a a ekg:LicenseAgreement ; ekg:disclosedIn ?f } GROUP BY ?a",
        prefixes=ontology.PREFIXES,
    )
    assert isinstance(rows, ox.QuerySolutions)
    assert sorted((int(row["n"].value) for row in rows), reverse=True) == [11, 2, 2, 2, 2, 1, 1]
    status = opened.query(
        "SELECT DISTINCT ?s { ?a ekg:disclosedIn ?f ; ekg:agreementStatus ?s . "
        f"?f ekg:accessionNumber '{ACCESSION[1]}' }}",
        prefixes=ontology.PREFIXES,
    )
    assert isinstance(status, ox.QuerySolutions)
    told = {row["s"].value.rpartition("_")[2] for row in status}
    assert told == {"executed", "amended", "terminated"}


def test_candidates_tell_what_is_open(resolved: Path) -> None:
    open_ = {(c.left.removeprefix(ID), c.right.removeprefix(ID)): c for c in KnowledgeGraph(resolved).candidates()}
    homonyms = [open_["organization/pinnacle-pharma", f"company/000910010{n}"] for n in (7, 8)]
    assert {c.reasons for c in homonyms} == {("2 organisations bear the name at that time",)}
    assert open_["organization/aximer", "company/0009100106"].reasons == (
        "legal form differs", "same name", "the text calls it a subsidiary of that organisation",
    )  # fmt: skip
    assert open_["organization/norvane-therapeutics", "company/0009100101"].score == 0.7
    spelled = open_["organization/elder-lake-hospital", "organization/elder-lake-hospitals"]
    assert spelled.score > 0.9
    assert spelled.reasons[0].startswith("spelling ")


@pytest.mark.parametrize("seed", range(3))
def test_neither_order_nor_batches_show(tmp_path: Path, resolved: Path, seed: int) -> None:
    chance = random.Random(seed)
    at = tmp_path / "s"
    load(at, [told.graph() for told in chance.sample(STORY, len(STORY))], batch=chance.choice((1, 7, 50)))
    KnowledgeGraph(at).resolve()
    assert dump(at) == dump(resolved)


def test_undone_and_repeated_with_the_same_bytes(at: Path, plain: Path, resolved: Path) -> None:
    graph = KnowledgeGraph(at)
    graph.resolve()
    assert dump(at) == dump(resolved) != dump(plain)
    graph.resolve()
    assert dump(at) == dump(resolved)
    graph.unresolve()
    assert dump(at) == dump(plain)


PINNACLE = (ID + "organization/pinnacle-pharma", ID + "company/0009100107")


def test_a_judgement_joins_and_taken_back_leaves_no_trace(at: Path, resolved: Path) -> None:
    graph = KnowledgeGraph(at)
    graph.judge(Judgement("same", *PINNACLE, who="me", why="same address"))
    found = graph.resolve()
    assert found.meaning.of(ACCESSION[37], PINNACLE[0]) == PINNACLE[1]
    assert [link.reasons for link in found.links if link.node == PINNACLE[0]] == [("judged the same",)]
    assert not [c for c in graph.candidates() if set(PINNACLE) == {c.left, c.right}]
    assert [n.value for n in find(graph.snapshot(), "organization/pinnacle-pharma")] == [PINNACLE[1]]
    graph.judge(Judgement("unsure", *PINNACLE))
    graph.resolve()
    assert dump(at) == dump(resolved)


def test_a_judgement_keeps_apart(at: Path) -> None:
    graph = KnowledgeGraph(at)
    pair = (ID + "organization/halcyon-bio", ID + "company/0009100102")
    graph.judge(Judgement("different", *pair))
    found = graph.resolve()
    assert found.meaning.of(ACCESSION[24], pair[0]) == pair[0]
    assert found.meaning.of(ACCESSION[27], pair[0]) == ID + "company/0009100103"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["{"], "line 1: no JSON"),
        (['{"verdict": "same", "left": "a", "right": "b"}', "[]"], "line 2: a judgement is a JSON object"),
        (['{"verdict": "perhaps", "left": "a", "right": "b"}'], "line 1: verdict is one of same, different, unsure"),
        (['{"verdict": "same", "left": "a"}'], "line 1: left and right name two nodes"),
        (['{"verdict": "same", "left": "a", "right": "a"}'], "line 1: left and right are the same node"),
        (['{"verdict": "same", "left": "a", "right": 1}'], "line 1: right is a text"),
        (
            [
                '{"verdict": "same", "left": "a", "right": "b"}',
                "",
                '{"verdict": "same", "left": "b", "right": "c"}',
                '{"verdict": "different", "left": "c", "right": "a"}',
            ],
            "line 4 says different what line(s) 1, 3 say is the same: c and a",
        ),
    ],
)
def test_a_wrong_file_of_judgements_changes_nothing(at: Path, plain: Path, lines: list[str], told: str) -> None:
    judgements.file_of(at).write_text("\n".join(lines) + "\n")
    with pytest.raises(UsageError) as caught:
        KnowledgeGraph(at).resolve()
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert dump(at) == dump(plain)


def test_a_contradicting_judgement_is_refused(at: Path) -> None:
    graph = KnowledgeGraph(at)
    graph.judge(Judgement("same", "a", "b"))
    graph.judge(Judgement("same", "b", "c"))
    with pytest.raises(UsageError, match="line 3 says different"):
        graph.judge(Judgement("different", "a", "c"))
    kept = judgements.file_of(at).read_text().splitlines()
    assert [json.loads(line)["right"] for line in kept] == ["b", "c"]
    graph.judge(Judgement("different", "b", "a"))  # takes line 1 back
    assert [(j.verdict, j.line) for j in judgements.read(judgements.file_of(at))] == [("same", 2), ("different", 3)]


def _added(at: Path, told: Iterable[Told], *judged: Judgement) -> None:
    """Filings come into a resolved store one by one."""
    opened = store.open_writable(at)
    for one in told:
        assert store.put(opened, one.graph(), lambda f: resolve.change(opened, f.accession, f.graph, judged))


def _removed(at: Path, told: Iterable[Told], *judged: Judgement) -> None:
    opened = store.open_writable(at)
    for one in told:
        assert store.drop(opened, one.accession, lambda accession: resolve.change(opened, accession, b"", judged))


STORIES = {"story": STORY, "rivals": rivals_story.STORY}
LATE = [("story", n) for n in (2, 7, 9, 20, 28)] + [("rivals", n) for n in (8, 20, 34, 53, 56)]


@pytest.fixture(scope="module")
def wholes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the stores of both stories say, resolved."""
    found = {}
    for name, story in STORIES.items():
        at = tmp_path_factory.mktemp(name) / "s"
        load(at, [told.graph() for told in story])
        KnowledgeGraph(at).resolve()
        found[name] = dump(at)
    return found


@pytest.mark.parametrize(("story", "number"), LATE)
def test_one_filing_added_is_as_if_it_had_been_there(
    tmp_path: Path, wholes: dict[str, list[str]], story: str, number: int
) -> None:
    """Whoever gets a name, a code, an agreement by it or loses one: the store is that of `resolve`, byte for byte."""
    late = next(told for told in STORIES[story] if told.number == number)
    load(tmp_path / "s", [told.graph() for told in STORIES[story] if told is not late])
    KnowledgeGraph(tmp_path / "s").resolve()
    before = dump(tmp_path / "s")
    _added(tmp_path / "s", [late])
    assert dump(tmp_path / "s") == wholes[story]
    _removed(tmp_path / "s", [late])
    assert dump(tmp_path / "s") == before, "taken out again, it leaves no trace"


@pytest.mark.parametrize("story", STORIES)
def test_filings_added_one_by_one_are_as_if_resolved_together(
    tmp_path: Path, wholes: dict[str, list[str]], story: str
) -> None:
    """Nearly all filings come one at a time, in any order; half of them go again."""
    every = random.Random(7).sample(STORIES[story], len(STORIES[story]))
    some = every[: len(every) // 2]
    for name, told in (("s", every[:2]), ("some", some)):
        load(tmp_path / name, [one.graph() for one in told])
        KnowledgeGraph(tmp_path / name).resolve()
    _added(tmp_path / "s", every[2:])
    assert dump(tmp_path / "s") == wholes[story]
    _removed(tmp_path / "s", every[: len(some) - 1 : -1])
    assert dump(tmp_path / "s") == dump(tmp_path / "some")


def test_a_filing_replaced_is_as_if_the_former_had_never_been(tmp_path: Path) -> None:
    """A filing that told of a licence, a short name and a drug is replaced by one that tells of other things."""
    first = next(told for told in STORY if told.number == 7)
    other = replace(first, claims=(org("Lumeris Pharma"), deal(LAKE, own(LUMERIS), "NV-201", executed="2005-03-14")))
    load(tmp_path / "s", [told.graph() for told in STORY])
    load(tmp_path / "whole", [(other if told is first else told).graph() for told in STORY])
    for at in (tmp_path / "s", tmp_path / "whole"):
        KnowledgeGraph(at).resolve()
    _added(tmp_path / "s", [other])
    assert dump(tmp_path / "s") == dump(tmp_path / "whole")


def test_a_filing_added_is_seen_through_judgements_and_lists(tmp_path: Path) -> None:
    """A judgement about what the filing touches counts, and a name of a list leads to its company."""
    late = Told(90, "2014-03-01", STONE, (org("Pinnacle Pharma"), org("Everdale Medical, Inc."), org("Aximer AG")))
    listed = tmp_path / "tickers.json"
    listed.write_text(json.dumps({"0": {"cik_str": 9100777, "title": "EVERDALE MEDICAL INC", "ticker": "EVDL"}}))
    told = Judgement("same", *PINNACLE, who="me")
    for name, filings in (("s", STORY), ("whole", (*STORY, late))):
        load(tmp_path / name, [one.graph() for one in filings])
        graph = KnowledgeGraph(tmp_path / name)
        graph.judge(told)
        graph.import_names(listed)
        assert graph.waiting() == (0, 0), "nothing waits in a store that is not resolved"
        graph.resolve()
        assert graph.waiting() == (0, 0)
        graph.judge(Judgement("same", ID + "organization/aximer", ID + "company/0009100106"))
        assert graph.waiting() == (1, 0)
    before = dump(tmp_path / "s")
    _added(tmp_path / "s", [late], told)
    assert dump(tmp_path / "s") == dump(tmp_path / "whole")
    assert any("company/0009100777> <http://www.w3.org/2000/01/rdf-schema#label>" in q for q in dump(tmp_path / "s"))
    _removed(tmp_path / "s", [late], told)
    assert dump(tmp_path / "s") == before


def test_why_quotes_every_witness_of_what_is_joined(plain: Path, resolved: Path) -> None:
    """The agreement has witnesses in eleven filings; a code of two makers has each its own."""
    graph = KnowledgeGraph(resolved)
    meaning = store.read_meaning(store.open_read_only(resolved))
    corpus = store.corpus(store.open_read_only(resolved), ["rdf:type"])
    told = list(corpus.of_type(ontology.EKG + "LicenseAgreement"))
    first = next(meaning.of(*place) for place in told if place[0] == ACCESSION[1])
    expected = {place[0] for place in told if meaning.of(*place) == first}
    assert len(expected) == 11
    assert {w.accession for w in graph.why(first) if w.fact.count("→")} >= expected
    assert {w.accession for w in KnowledgeGraph(plain).why(first)} < expected
    makers = [ID + f"compound/kx-101_000910010{n}" for n in (3, 5)]
    one, other = ({w.accession for w in graph.why(maker)} for maker in makers)
    assert ACCESSION[23] in one - other
    assert ACCESSION[28] in other - one
    assert graph.quotes(makers[0])


def test_the_history_of_an_agreement_has_the_latest_state_first(resolved: Path) -> None:
    """Told in eleven filings: signed 2005 (as witnesses date it), amended 2008, ended 2017, each with a witness."""
    told = next(told for told in STORY if told.number == 11)
    old = next(
        node for accession, node in store.corpus(store.open_read_only(resolved), ["rdf:type"])
        .of_type(ontology.EKG + "LicenseAgreement") if accession == told.accession
    )  # fmt: skip
    graph = KnowledgeGraph(resolved)
    (page,) = graph.show(old)
    assert page.iri != old, "an old IRI leads to the node that stands for it"
    assert dict(page.facts)["status"] == "terminated, amended, executed"
    history = next(table for table in page.tables if table.title == "History")
    assert history.rows == (
        ("terminated", "2017-06-30", "2017-07-03", ACCESSION[11], "1"),
        ("amended", "2008-02-01", "2008-02-05", ACCESSION[10], "1"),
        ("announced", "2005-03-16", "2005-03-16", ACCESSION[1], "1"),
        ("executed", "2005-03-14", "2005-03-18", ACCESSION[2], "6"),
        ("executed", "2005-03", "2005-05-10", ACCESSION[3], "1"),
        ("executed", "2005", "2007-03-10", ACCESSION[5], "1"),
    )
    for iri in (old, page.iri):
        with KnowledgeGraph(resolved) as asked:
            answer = asked.query("licence-history", licence=iri).to_dicts()
        rows = [(row["state"], str(row["date"] or ""), row["witness"]) for row in answer]
        assert [row for row in rows if row[1]] == [(row[0], row[1], row[3]) for row in history.rows]
    told_of = CliRunner().invoke(cli, ["show", old, "--store", str(resolved), "--format", "json"])
    assert page.iri in told_of.output
    assert old not in told_of.output
    assert graph.show(f"agreement/{old.rpartition('/')[2]}") == [page], "as tables print it"
    facts = {witness.fact for witness in graph.why(old)}
    assert any("(license, terminated 2017-06-30)" in fact for fact in facts)
    assert any("(license, amended 2008-02-01)" in fact for fact in facts)


def test_review_in_the_terminal(at: Path) -> None:
    """y, n and later, typed: two judgements are written, the third pair stays open; quit asks no more."""
    graph = KnowledgeGraph(at)
    graph.resolve()
    found = sorted(graph.candidates(), key=lambda c: (-c.score, c))
    done = CliRunner().invoke(cli, ["review", "--store", str(at)], input="y\nn\nl\nq\n", catch_exceptions=False)
    assert done.exit_code == 0, done.output
    kept = [json.loads(line) for line in judgements.file_of(at).read_text().splitlines()]
    assert [(k["verdict"], k["left"], k["right"]) for k in kept] == [
        ("same", found[0].left, found[0].right), ("different", found[1].left, found[1].right),
    ]  # fmt: skip
    assert f"1 of {len(found)}" in done.output
    assert f"score {found[0].score:.2f}" in done.output
    assert "2 judged; now run `kg resolve`" in done.output + done.stderr


def test_review_of_the_sure_ones(at: Path) -> None:
    graph = KnowledgeGraph(at)
    graph.resolve()
    scores = sorted({c.score for c in graph.candidates()})
    assert scores[-1] < 0.98
    nothing = CliRunner().invoke(cli, ["review", "--auto", "0.98", "--store", str(at)], catch_exceptions=False)
    assert nothing.exit_code == 0
    assert not judgements.file_of(at).exists()
    sure = [c for c in graph.candidates() if c.score >= scores[-1]]
    done = CliRunner().invoke(cli, ["review", "--auto", str(scores[-1]), "--store", str(at)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    kept = judgements.read(judgements.file_of(at))
    assert sorted((j.verdict, j.left, j.right) for j in kept) == sorted(("same", c.left, c.right) for c in sure)


@pytest.mark.parametrize("other", ["organization/aaa", "company/0000000009"])
def test_the_lei_counts_after_the_cik_and_before_the_name(other: str) -> None:
    """Two nodes with one LEI are one; the CIK stands for both, or the node that states the LEI, however short."""
    lei, plain, text = ID + "organization/zz", ID + other, ID + "organization/zz-longest-of-names"
    kind = ontology.EKG + ("Company" if "company" in other else "Organization")
    facts = {
        "rdf:type": {("1", lei): [ontology.EKG + "Organization"], ("2", plain): [kind],
                     ("2", text): [ontology.EKG + "Organization"]},
        "rdfs:label": {("1", lei): ["Zz"], ("2", plain): ["Aaa"], ("2", text): ["Zz Longest of Names"]},
        "ekg:lei": {("1", lei): ["5493001KJTIIGC8Y1R12"], ("2", plain): ["5493001kjtiigc8y1r12"]},
    }  # fmt: skip
    same = Judgement("same", lei, text)
    found = resolve.identify(Corpus(facts, {"1": "2010-01-01", "2": "2011-01-01"}), [same])
    head = found.meaning.of("1", lei)
    assert head == found.meaning.of("2", plain) == found.meaning.of("2", text)
    assert head == plain  # a CIK first; else of two with the LEI the longer name
    differing = facts | {"ekg:lei": {("1", lei): ["A"], ("2", plain): ["B"]}}
    assert resolve.identify(Corpus(differing)).meaning.everywhere == {}


def test_identity_of_nothing() -> None:
    found = resolve.identify(Corpora())
    assert found == resolve.Identity(Meaning(), (), (), ())
