"""A right graph conforms; each way to spoil it is named in one clear line."""

from __future__ import annotations

import re
from pathlib import Path

import filings_said as said
import pyoxigraph as ox
import pytest
from builders import Submission

from kg import ontology, validate
from kg.emit import emit
from kg.errors import StoreError

NQ = ox.RdfFormat.N_QUADS
ID, EKG = ontology.ID, ontology.EKG
ACCESSION = "0009100001-21-000007"
GRAPH = ontology.graph(ACCESSION)


@pytest.fixture(scope="module")
def right() -> str:
    return "".join(said.everything().lines())


def check(text: str) -> validate.Report:
    store = ox.Store()
    store.load(text.encode(), format=NQ)
    return validate.validate(store)


def swap(text: str, pattern: str, new: str, count: int = 0) -> str:
    """`text` changed; fails when the pattern is not there, so that no corruption is tested in vain."""
    changed, times = re.subn(pattern, new, text, count=count, flags=re.M)
    assert times, pattern
    return changed


def test_a_right_graph_conforms(right: str) -> None:
    report = check(right)
    assert [finding.line() for finding in report.findings] == []
    assert (report.conforms, report.filings, report.statements) == (True, 1, len(right.splitlines()))
    assert list(report.lines()) == [f"conforms: 1 filings, {report.statements} statements, 0 violations, 0 warnings"]


@pytest.mark.parametrize("submission", [said.INSIDERS, said.PLACEMENT], ids=lambda s: s.form)
def test_forms_of_xml_conform(submission: Submission) -> None:
    assert check("".join(emit(said.read(submission), ()).lines())).findings == ()


COMPANY = re.escape(f"<{ID}company/0009100001>")
AGREEMENT = re.escape(f"<{ID}agreement/") + r"[^>]+>"
POSITION = re.escape(f"<{ID}position/0009100001_bo-lind_director>")


def line(subject: str, predicate: str, rest: str = ".*") -> str:
    """A whole N-Quads line as a pattern."""
    return rf"^{subject} {predicate} {rest}\n"


def own(name: str) -> str:
    return re.escape(f"<{EKG}{name}>")


CORRUPTIONS = [
    ("CIK of nine digits", own("cik") + ' "0009100001"', f'<{EKG}cik> "009100001"', "one CIK, of ten digits"),
    ("no CIK", line(COMPANY, own("cik")), "", "one CIK, of ten digits"),
    (
        "licensor is licensee",
        own("licensor") + r" <[^>]+>",
        f"<{EKG}licensor> <{ID}company/0009100001>",
        "licensor and licensee differ",
    ),
    ("no licensee", line(AGREEMENT, own("licensee")), "", "a licence has a licensee"),
    ("no status", line(AGREEMENT, own("agreementStatus")), "", "a licence has one status"),
    ("licence without evidence", line(AGREEMENT, own("evidence")), "", "a fact from text has evidence"),
    ("licence without rule", line(AGREEMENT, own("extractedBy")), "", "names the rule that read it"),
    ("licence without confidence", line(AGREEMENT, own("confidence")), "", "has a confidence"),
    ("confidence above 1", own("confidence") + r' "0\.9"', f'<{EKG}confidence> "1.9"', "one decimal from 0 to 1"),
    ("confidence as text", r'"0\.9"\^\^<[^>]+decimal>', '"0.9"', "one decimal from 0 to 1"),
    (
        "position without title and role",
        line(POSITION, rf"(?:{own('titleText')}|<http://www.w3.org/ns/org#role>)"),
        "",
        "a position has a title or a role",
    ),
    (
        "position without any date",
        line(POSITION, rf"(?:{own('attestedOn')}|{own('startDate')})"),
        "",
        "a position has a date",
    ),
    ("position of nobody", line(POSITION, "<http://www.w3.org/ns/org#member>"), "", "held by one person or org"),
    (
        "two titles",
        line(POSITION, own("titleText")),
        f'<{ID}position/0009100001_bo-lind_director> <{EKG}titleText> "A" <{GRAPH}> .\n'
        f'<{ID}position/0009100001_bo-lind_director> <{EKG}titleText> "B" <{GRAPH}> .\n',
        "a position has one title",
    ),
    ("no quote", line(r"<[^>]+#char=[^>]+>", r"<http://www.w3.org/ns/oa#exact>"), "", "evidence quotes its text"),
    ("shortened quote", r'#exact> "BRIARWOOD THERAPEUTICS', '#exact> "BRIARWOOD', "as long as its range"),
    (
        "evidence that is no range",
        r"_2#char=41,86>",
        "_2#page=4>",
        "a range of characters of a document",
    ),
    (
        "quote of another filing",
        r"document/0009100001-21-000007_2#char",
        "document/0009100001-21-000099_2#char",
        "quotes a document of the filing",
    ),
    (
        "assertion of what is not stated",
        line(COMPANY, own("coverPhone")),
        "",
        "reifies a statement that the graph makes",
    ),
    ("assertion without object", line(r"<[^>]+/assertion/[^>]+>", r"<[^>]+#object>"), "", "has one object"),
    ("date as text", r'"2021-03-08"\^\^<[^>]+#date>', '"8 March 2021"', "day, month or year of the calendar"),
    ("impossible day", r'(executedDate> "2021-)03-08', r"\g<1>02-30", "day, month or year of the calendar"),
    ("negative amount", r'"2500000\.0"', '"-5.0"', "one number above 0"),
    ("royalties upside down", r'"5\.5"', '"2.5"', "not above the highest"),
    ("royalty of 550 percent", r'"5\.5"', '"550.0"', "is a percentage"),
    ("payer is payee", own("payee") + r" <[^>]+>", f"<{EKG}payee> <{ID}company/0009100001>", "payer and payee differ"),
    ("currency in words", r'currency> "USD"', 'currency> "dollars"', "three letters"),
    ("grant of no agreement", line(AGREEMENT, own("hasGrant")), "", "belongs to one agreement"),
    ("stage without phase", line(r"<[^>]+/stage/[^>]+>", own("phase")), "", "a stage has one phase"),
    (
        "programme of two compounds",
        line(r"<[^>]+/program/[^>]+>", own("compound")),
        f"\\g<0><{ID}program/brw-101_glioblastoma> <{EKG}compound> <{ID}compound/x> <{GRAPH}> .\n",
        "a programme develops one compound",
    ),
    (
        "two preferred labels",
        r'prefLabel> "glioblastoma"@en.*\n',
        f'\\g<0><{ID}indication/glioblastoma> <{ontology.PREFIXES["skos"]}prefLabel> "GBM"@en <{GRAPH}> .\n',
        "one preferred label",
    ),
    ("unknown rule", line(r"<[^>]+/rule/ticker_1>", r"\S+"), "", "a rule that the graph describes"),
    ("unknown property", own("disclosedIn"), f"<{EKG}revealedIn>", "a property that the ontology lacks"),
    ("unknown class", own("Payment"), f"<{EKG}Bribe>", "a term that the ontology lacks"),
    ("unknown code", r"concept/status_executed", "concept/status_done", "a code that no list describes"),
    ("blank node", r"<[^>]+/listing/nasdaq_BRWD>", "_:listing", "no blank nodes"),
    ("graph of another filing", re.escape(f"<{GRAPH}> .\n"), f"<{GRAPH[:-1]}8> .\n", "named by its accession number"),
    ("digest cut short", r'sha256> "([0-9a-f]{60})[0-9a-f]+"', r'sha256> "\1"', "64 hexadecimal digits"),
    ("sequence as text", r'"1"\^\^<[^>]+integer>', '"1"', "one sequence number"),
    ("former name of nobody", line(COMPANY, own("hasFormerName")), "", "belongs to an organisation"),
    ("moment without a zone type", r'dateTime>', "string>", "an xsd:dateTime"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "new", "message"), [row[1:] for row in CORRUPTIONS], ids=[row[0] for row in CORRUPTIONS]
)
def test_a_spoilt_graph_does_not_conform(right: str, pattern: str, new: str, message: str) -> None:
    report = check(swap(right, pattern, new))
    assert not report.conforms
    lines = [finding.line() for finding in report.findings if finding.severity == validate.VIOLATION]
    assert any(message in text for text in lines), lines
    assert all(text.startswith("violation  ") and "\n" not in text for text in lines)
    assert list(report.lines())[-1].startswith("does not conform: 1 filings")


def test_odd_data_is_a_warning(right: str) -> None:
    report = check(swap(right, r'(headerNameChangeDate> )"2012-03-05"\^\^<[^>]+>', r'\1"20120231"'))
    assert report.conforms
    assert [finding.line() for finding in report.findings] == [
        f"warning  {ACCESSION}  name/0009100001_briarwood-holdings-inc_2012-03-05: "
        "the header prints a day that no calendar has (20120231)"
    ]


def test_findings_name_the_filing_and_the_node(right: str) -> None:
    other = right.replace(ACCESSION, "0009100001-22-000001")
    report = check(right + swap(other, own("cik") + ' "0009100001"', f'<{EKG}cik> "12"'))
    assert report.filings == 2
    assert [finding.line() for finding in report.findings] == [
        "violation  0009100001-22-000001  company/0009100001: a company has one CIK, of ten digits (12)"
    ]


def test_what_may_differ_between_filings_is_no_fault(right: str) -> None:
    later = right.replace(ACCESSION, "0009100001-22-000001").replace("BRIARWOOD THERAPEUTICS", "BIRCHWOOD THERAPEUTICS")
    report = check(right + later)
    assert (report.filings, report.findings) == (2, ())


def test_facts_stand_in_the_default_graph_too() -> None:
    quads = said.everything()
    graph, facts = "".join(quads.lines()), "".join(quads.fact_lines())
    assert check(graph + facts).findings == ()
    lost = [f for f in facts.splitlines(keepends=True) if "hasListing" not in f]
    report = check(graph + "".join(lost))
    assert [finding.message for finding in report.findings] == ["a fact of a filing stands in the default graph too"]
    extra = f'<{ID}company/0009100001> <{EKG}coverPhone> "1" .\n'
    report = check(graph + facts + extra)
    assert [finding.message for finding in report.findings] == [
        "a fact of the default graph stands in a filing's graph"
    ]


def test_an_empty_store_does_not_conform() -> None:
    report = validate.validate(ox.Store())
    assert not report.conforms
    assert [finding.line() for finding in report.findings] == ["violation  store: a build holds at least one filing"]


@pytest.mark.parametrize("name", ["license-8-k.ttl", "insiders-4.ttl"])
def test_golden_files_conform(name: str) -> None:
    report = validate.validate(Path(__file__).parent / "golden" / name)
    assert (report.findings, report.filings) == ((), 1)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    broken, odd = tmp_path / "a.nq", tmp_path / "a.doc"
    broken.write_text("<a> <b>")
    odd.write_text("")
    with pytest.raises(StoreError, match=r"a\.nq: "):
        validate.validate(broken)
    with pytest.raises(StoreError, match="not an RDF file"):
        validate.validate(odd)
    with pytest.raises(StoreError, match=r"b\.ttl"):
        validate.validate(tmp_path / "b.ttl")


def test_time_is_linear_in_violations(right: str) -> None:
    """The engine counted all statements at each failure; a thousand failures in one batch must stay quick."""
    import time

    spoilt = swap(right, own("cik") + ' "0009100001"', f'<{EKG}cik> "12"')
    many = "".join(spoilt.replace(ACCESSION, f"0009100001-21-{n:06}") for n in range(100))
    start = time.process_time()
    report = check(many)
    assert len(report.findings) == 100
    assert time.process_time() - start < 30
