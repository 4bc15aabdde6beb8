"""Parts of identity: keys, names in time, decisions, persons, agreements, clusters, EDGAR's lists, the commands."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from made_filings import dump

from kg.cli import cli
from kg.cli.build import SAMPLES
from kg.errors import UsageError
from kg.graph import KnowledgeGraph
from kg.identify import agreements, lists, people, similar
from kg.identify.book import SLACK_DAYS, NameBook, header_uses
from kg.identify.clusters import cluster
from kg.identify.keys import forms_differ, is_acronym, keys, legal_form, short_key
from kg.identify.organizations import OrgUse, decide
from kg.model.identity import Judgement, Link, NameUse
from kg.parse import read_submissions

A, B = "https://w3id.org/edgar-kg/id/company/0000000001", "https://w3id.org/edgar-kg/id/company/0000000002"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("OLD MILL CORP /DE/", ("old mill",)),
        ("Old Mill, Inc.", ("old mill",)),
        ("The Old-Mill Company", ("old mill",)),
        ("Elm Health LLC d/b/a BetaCare", ("elm health", "betacare")),
        ("A/B Labs", ("a b laboratory",)),
        ("SAINT ELME INTL PHARM CO", ("saint elme international pharmaceutical",)),
        ("The Saint-Élme International Pharmaceuticals Company", ("saint elme international pharmaceutical",)),
        ("Moss & Co., Inc.", ("moss and company",)),
        ("Moss KGaA", ("moss",)),
    ],
)
def test_keys(name: str, expected: tuple[str, ...]) -> None:
    assert keys(name) == expected


def test_legal_forms() -> None:
    assert legal_form("Acme Pharma, Incorporated") == legal_form("ACME PHARMA INC /DE/") == {"inc"}
    assert forms_differ("Acme GmbH", "Acme, Inc.")
    assert not forms_differ("Acme", "Acme, Inc.")
    assert not forms_differ("The Acme Co.", "Acme Company")


def test_short_forms() -> None:
    assert short_key("Norvane Therapeutics, Inc.") == "norvane"
    assert short_key("Norvane, Inc.") == short_key("Ox Pharma Inc") == ""
    assert is_acronym("OARF", "Oakholm Alumni Research Foundation")
    assert not is_acronym("OAF", "Oakholm Alumni Research Foundation")


def test_names_of_headers_in_time() -> None:
    uses = header_uses(
        [(A, "GAMMA INC", "2016-05-01"), (A, "ALPHA INC", "2003-01-01")],
        [(A, "ALPHA INC", "2005-06-01"), (A, "BETA INC", "2010-02-01")],
    )
    assert [(u.name, u.since, u.until) for u in uses] == [
        ("ALPHA INC", "", "2005-06-01"), ("BETA INC", "2005-06-01", "2010-02-01"), ("GAMMA INC", "2010-02-01", ""),
    ]  # fmt: skip
    book = NameBook(uses)
    assert book.companies("Alpha", "2004-01-01") == [A]
    assert book.companies("alpha, inc.", "2005-06-01") == []
    assert book.companies("Alpha") == [A]


def test_a_name_that_no_block_dates_lasts_until_the_next_is_shown() -> None:
    uses = header_uses([(A, "ALPHA INC", "2003-01-01"), (A, "BETA INC", "2008-01-01")], [])
    assert [(u.name, u.since, u.until) for u in uses] == [
        ("ALPHA INC", "", "2008-01-01"),
        ("BETA INC", "2008-01-01", ""),
    ]


def decided(name: str, day: str, *uses: NameUse, **more: frozenset[str]) -> str | list[str]:
    link, open_ = decide(OrgUse("o", "x", day, (name,), **more), NameBook(uses))  # type: ignore[arg-type]
    return link.target if link else sorted(reason for c in open_ for reason in c.reasons)


def test_decisions() -> None:
    old, new = NameUse(A, "ALPHA INC", "", "2010-01-01"), NameUse(A, "BETA INC", "2010-01-01", "")
    taken = NameUse(B, "ALPHA INC", "2010-01-01", "")
    assert decided("Alpha", "2008-01-01", old, new) == A
    assert decided("Alpha", "2010-03-01", old, new) == A, "shortly after"
    assert decided("Alpha", "2015-01-01", old, new) == ["bore the name at another time"]
    assert decided("Alpha", "2015-01-01", old, new, formerly=frozenset({A})) == A
    assert decided("Alpha", "2010-03-01", old, new, taken) == B, "the name has a new bearer"
    assert decided("Alpha GmbH", "2008-01-01", old, new) == ["former name, in use then", "legal form differs"]
    both = NameUse(B, "ALPHA LLC", "", "")
    assert decided("Alpha", "2008-01-01", old, both) == ["2 organisations bear the name at that time"] * 2
    assert decided("Alpha", "2008-01-01", old, both, filers=frozenset({B})) == B
    assert decided("Alpha", "2008-01-01", old, kinds=frozenset({"university"})) == [
        "former name, in use then", "the text calls it a university",
    ]  # fmt: skip
    assert decided("Nobody", "2008-01-01", old) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jane Q. Roe", "Jane Roe, Ph.D.", True),
        ("J. Roe", "Jane Roe", True),
        ("Bob Miller", "Robert T. Miller", True),
        ("Jane Q. Roe", "Jane R. Roe", False),
        ("John Roe, Jr.", "John Roe, Sr.", False),
        ("John Roe, Jr.", "John Roe", True),
        ("Jane Roe", "John Roe", False),
        ("J. Robert Smith", "Robert Smith", True),
        ("Roe", "Jane Roe", False),
    ],
)
def test_variants_of_a_persons_name(one: str, other: str, same: bool) -> None:
    assert people.fit(people.parts(one), people.parts(other)) is same
    assert people.fit(people.parts(other), people.parts(one)) is same


def test_surname_first_and_ambiguous_initials() -> None:
    groups, open_ = people.group([("1", "ROE JANE Q"), ("2", "Jane Roe")], ["1"])
    assert (groups, open_) == ([["1", "2"]], [])
    groups, open_ = people.group([("1", "John Smith"), ("2", "Jane Smith"), ("3", "J. Smith")])
    assert groups == [["1"], ["2"], ["3"]]
    assert [(c.left, c.right) for c in open_] == [("1", "3"), ("2", "3")]


def deal(node: str, filed: str, **more: object) -> agreements.AgreementUse:
    fields = {"kind": "license", "status": "executed", "compounds": frozenset({"c"})} | more
    return agreements.AgreementUse(node, node, filed, frozenset({"x"}), frozenset({"y"}), **fields)  # type: ignore[arg-type]


def joined(*uses: agreements.AgreementUse) -> list[str]:
    links, _ = agreements.same(uses)
    assert agreements.same(sorted(uses, key=lambda u: u.node, reverse=True))[0] == links
    return [f"{link.node}={link.target}" for link in links]


def test_agreements_by_time() -> None:
    day, month = deal("1", "2005-04-01", executed="2005-03-14"), deal("2", "2006-01-01", executed="2005-03")
    assert joined(day, month) == ["2=1"]
    assert joined(day, deal("3", "2006-01-01", executed="2005-04-02")) == [], "another day, another agreement"
    assert joined(day, deal("3", "2005-03-20", announced="2005-03-16")) == ["1=3"], "the first told stands"
    assert joined(day, deal("3", "2006-03-20", announced="2006-03-16")) == []
    assert joined(day, deal("3", "2004-01-01", status="amended")) == [], "told before it was made"
    assert joined(day, deal("3", "2008-01-01", status="terminated", announced="2008-01-01")) == ["3=1"]
    later = deal("4", "2007-01-01", executed="2007-01-01")
    assert joined(day, later, deal("5", "2008-01-01")) == [], "several fit"
    assert joined(day, deal("3", "2006-01-01", executed="2005-03-14", compounds=frozenset({"d"}))) == []
    assert joined(day, deal("3", "2006-01-01", executed="2005-03-14", compounds=frozenset())) == ["3=1"]
    assert joined(day, deal("3", "2006-01-01", executed="2005-03-14", kind="option")) == []
    assert joined(day, deal("3", "2006-01-01", executed="2005-03-14", kind="collaboration")) == ["3=1"]
    assert joined(day, deal("3", "2006-01-01", status="proposed")) == []


def test_what_ends_after_a_restatement_is_the_restated_agreement() -> None:
    first, restated = deal("1", "2011-03-04", executed="2011-03-01"), deal(
        "2", "2014-05-08", executed="2014-05-05", status="amended"
    )
    end = deal("3", "2016-02-08", status="terminated")
    assert joined(first, restated, end) == ["3=2"]
    assert joined(first, restated, replace(end, filed="2013-02-08")) == ["3=1"], "before it was restated"
    assert joined(first, replace(restated, status="executed"), end) == [], "two agreements: which of them ended?"
    assert joined(first, restated, deal("3", "2016-02-08")) == [], "no end: either may be told again"


def test_days_of_signing_that_differ_by_one_need_a_shared_compound() -> None:
    first, drug = "2011-03-01", frozenset({"d"})
    for day, compounds, one in (("2011-03-02", drug, True), ("2011-03-03", drug, False), ("2011-03-02", (), False)):
        more = {"compounds": frozenset(compounds)}
        pair = (deal("a", "2011-03-04", executed=first, **more), deal("b", "2012-03-04", executed=day, **more))
        assert agreements.fits(*pair) is one, (day, compounds)


def test_clusters_do_not_depend_on_order_and_keep_identifiers_apart() -> None:
    links = [Link("n", A), Link("n", "m"), Link("m", B, score=0.9), Link("k", "m")]
    expected = {"n": A, "m": A, "k": A}
    for seed in range(10):
        random.Random(seed).shuffle(links)
        found = cluster(links, (), lambda node: (node not in (A, B), node), lambda node: node if node in (A, B) else "")
        assert found == expected, "B has another CIK"
    joined = cluster(links, [Judgement("same", A, B)], lambda node: (node != A, node), lambda node: node)
    assert joined[B] == A


def test_similar_names_are_candidates_only_when_spelled_alike() -> None:
    found = similar.similar(
        {"cellectar": "1", "celectar": "2", "seelos": "3", "novelos": "4", "elm fund 12": "5", "elm fund 13": "6"}
    )
    assert [(c.left, c.right) for c in found] == [("1", "2")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("harrow partners xi buyout fund", "harrow partners xii buyout fund"),
        ("dover lane investment holding a", "dover lane investment holding b"),
        ("wren fourteen hcf4 holding", "wren fourteen hcf5 holding"),
    ],
)
def test_what_numbers_a_fund_is_no_matter_of_spelling(one: str, other: str) -> None:
    assert similar.similar({one: "1", other: "2"}) == []
    assert [(c.left, c.right) for c in similar.similar({one: "1", one.replace("r", "rr", 1): "2"})] == [("1", "2")]


TICKERS = {"0": {"cik_str": 1, "ticker": "AL", "title": "Alpha Inc."}}
SUBMISSIONS = {
    "cik": "1", "name": "Alpha Inc.",
    "formerNames": [{"name": "Omega Corp", "from": "1999-01-02T00:00:00.000Z", "to": "2004-05-06T00:00:00.000Z"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (json.dumps(TICKERS), [NameUse(A, "Alpha Inc.", "", "", "list")]),
        (
            json.dumps({"fields": ["cik", "name", "ticker"], "data": [[1, "Alpha Inc.", "AL"]]}),
            [NameUse(A, "Alpha Inc.", "", "", "list")],
        ),
        (
            json.dumps(SUBMISSIONS),
            [
                NameUse(A, "Alpha Inc.", "2004-05-06", "", "list"),
                NameUse(A, "Omega Corp", "1999-01-02", "2004-05-06", "list"),
            ],
        ),
        ("ALPHA INC:0000000001:\nBETA: THE FUND:0000000002:\n",
         [NameUse(A, "ALPHA INC", "", "", "list"), NameUse(B, "BETA: THE FUND", "", "", "list")]),
    ],
)  # fmt: skip
def test_lists_of_edgar(tmp_path: Path, text: str, expected: list[NameUse]) -> None:
    (tmp_path / "list").write_text(text)
    assert lists.read_list(tmp_path / "list") == expected
    kept = tmp_path / "kept.tsv"
    assert (lists.write(kept, expected), lists.write(kept, expected)) == (len(expected), 0)
    assert lists.read(kept) == sorted(expected)


@pytest.mark.parametrize("text", ["{", "{}", "[]", "nothing here", '{"0": {"title": "x"}}', '{"cik": "x", "name": 3}'])
def test_what_is_no_list_is_one_clear_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "list").write_text(text)
    with pytest.raises(UsageError) as caught:
        lists.read_list(tmp_path / "list")
    assert str(tmp_path / "list") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_broken_line_of_kept_names_is_named(tmp_path: Path) -> None:
    (tmp_path / "kept.tsv").write_text("0000000001\tA\t\t\nx\tB\t\t\n")
    with pytest.raises(UsageError, match="line 2"):
        lists.read(tmp_path / "kept.tsv")


def run(*arguments: str, text: str = "") -> str:
    done = CliRunner().invoke(cli, arguments, input=text, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_samples_added_and_removed_by_the_commands_are_as_if_resolved_together(
    tmp_path: Path, sample_store: Path
) -> None:
    """Real reading, real commands: half of the samples come late, and go again."""
    import shutil

    texts = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".nc"))
    half = [*texts[::2], SAMPLES / "README.md"]
    shutil.copytree(sample_store, tmp_path / "whole")
    options = ("--workers", "1", "--store")
    run("build", *map(str, half), *options, str(tmp_path / "s"))
    for at in ("whole", "s"):
        run("resolve", "--store", str(tmp_path / at))
    before = dump(tmp_path / "s")
    run("add", *map(str, texts[1::2]), *options, str(tmp_path / "s"))
    assert dump(tmp_path / "s") == dump(tmp_path / "whole")
    late = {one.accession for one in KnowledgeGraph(tmp_path / "s").filings() if one.source in map(str, texts[1::2])}
    assert len(late) >= len(texts) // 2
    run("remove", *sorted(late), "--store", str(tmp_path / "s"))
    assert dump(tmp_path / "s") == before


def test_the_commands(tmp_path: Path, sample_store: Path) -> None:
    import shutil

    at = tmp_path / "s"
    shutil.copytree(sample_store, at)
    where = ("--store", str(at))
    assert "nodes stand for another" in run("resolve", *where)
    (tmp_path / "tickers.json").write_text(json.dumps(TICKERS))
    assert "1 names, 1 of them new" in run("names", "import", str(tmp_path / "tickers.json"), *where)
    run("resolve", "-q", *where)
    assert json.loads(run("names", "find", "ALPHA", "--format", "json", *where))[0]["company"] == "0000000001"
    rows = json.loads(run("review", "--list", "--format", "json", *where))
    graph = KnowledgeGraph(at)
    assert len(rows) == len(graph.candidates())
    assert "every node stands for itself" in run("resolve", "--undo", *where)


def test_every_former_name_of_real_headers_leads_to_its_company(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In any case, with and without legal form: at any time, on the day before the change, but not on days out of its
    use."""
    seen, former, undated = [], [], []
    for path in sorted((shared / "corpus" / "submissions").iterdir()):
        for filing in read_submissions(path.read_bytes(), path.name):
            for party in filing.parties:
                if party.cik and party.name:
                    seen.append((party.cik, party.name, filing.filed or ""))
                    for old in party.former_names:
                        told = former if old.date else undated
                        told.append((party.cik, old.name, old.date or filing.filed or ""))
    iso = {day: f"{day[:4]}-{day[4:6]}-{day[6:]}" for _, _, day in [*seen, *former, *undated]}
    uses = header_uses(((c, n, iso[d]) for c, n, d in seen), ((c, n, iso[d]) for c, n, d in former))
    uses += [NameUse(c, n, "", iso[d], "text") for c, n, d in undated]  # out of use when the filing calls it former
    book = NameBook(uses)
    oracle = {
        (party["cik"], name["name"])
        for path in sorted((shared / "corpus" / "oracle").glob("*.json"))
        for party in json.loads(path.read_text())["parties"]
        for name in party["former_names"]
        if party["cik"]
    }
    assert len(oracle) > 50
    lost, shared_names = [], 0
    in_use_on: dict[str, list[bool]] = defaultdict(list)
    out_of_use: list[bool] = []
    for cik, name in sorted(oracle):
        for written in (name, name.title(), name.lower(), keys(name)[0].upper()):
            found = book.companies(written)
            shared_names += len(found) > 1
            if cik not in found:
                lost.append((cik, written, found))
        for use in (use for use in uses if (use.company, use.name) == (cik, name) and use.until > use.since):
            again = [o for o in uses if o != use and o.company == cik and set(keys(o.name)) & set(keys(name))]
            days = (date.fromisoformat(use.until) + timedelta(n) for n in (-1, 1, SLACK_DAYS + 1))
            before, after, late = (day.isoformat() for day in days)
            early = [(date.fromisoformat(use.since) - timedelta(1)).isoformat()] if use.since else []
            in_use_on[before] += [cik in book.companies(name, before)]
            if not again:  # a name that the company bears at another time too is right on those days as well
                out_of_use += [cik in book.companies(name, day) for day in (after, late, *early)]
    with capsys.disabled():
        print(
            f"\n{len(oracle)} former names in four spellings: {len(lost)} lost, {shared_names} shared by two companies"
        )
    assert lost == []
    assert sum(map(len, in_use_on.values())) >= len(oracle) * 3 // 4
    assert all(all(found) for found in in_use_on.values()), "the day before the change"
    assert len(out_of_use) > len(oracle)
    assert not any(out_of_use), "the days after the change, and before the name was borne"
