"""Broken submissions: no exception, no hang, and what is lost stands in the issues."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import builders
import pytest
from builders import Address, Company, Doc, Submission
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Filing
from kg.parse.container import read_submissions

PROSE = "<html><body><p>It is of no use. Briarwood Therapeutics licensed BT-101 from Oakholm University.</p></body>\n"
SAID = Submission(
    companies=(
        Company(mail=Address("PO BOX 9", None, "OAKHOLM", "MA", "02140")),
        Company(
            "HOLLIS POND CAPITAL LP", "0009100002", "FILED BY", file_number=None, former=(("POND ONE LP", "20090909"),)
        ),
    ),
    documents=(Doc(body=PROSE), Doc("EX-10.1", "2", "ex10.htm", "LICENSE", "<p>Exclusive license.</p>\n")),
)
SEC, NC = builders.sec(SAID), builders.nc(SAID)
WHOLE = next(iter(read_submissions(SEC)))

Break = Callable[[bytes], bytes]


def read(data: bytes) -> list[Filing]:
    return list(read_submissions(data, "broken.txt"))


def once(old: bytes, new: bytes) -> Break:
    """Replace the first occurrence; the variant must change something."""

    def change(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new, 1)

    return change


def every(old: bytes, new: bytes) -> Break:
    def change(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new)

    return change


def cut_before(mark: bytes) -> Break:
    return lambda data: data[: data.index(mark)]


def cut_after(mark: bytes) -> Break:
    return lambda data: data[: data.index(mark) + len(mark)]


def drop_line(mark: bytes) -> Break:
    """Leave out the first line that holds `mark`."""

    def change(data: bytes) -> bytes:
        lines = data.split(b"\n")
        at = next(number for number, line in enumerate(lines) if mark in line)
        return b"\n".join(lines[:at] + lines[at + 1 :])

    return change


# (name, how it is broken, kinds of issue that must say so: none where every fact must still be there)
VARIANTS: list[tuple[str, Break, set[str]]] = [
    ("no end of submission", once(b"</SEC-DOCUMENT>\n", b""), {"no-end-tag"}),
    ("no end of header", once(b"</SEC-HEADER>\n", b""), {"header-not-closed"}),
    ("no beginning of header", drop_line(b"<SEC-HEADER>"), set()),
    ("no envelope", drop_line(b"<SEC-DOCUMENT>"), set()),
    ("no header at all", lambda d: d[d.index(b"<DOCUMENT>") :], {"no-accession-number", "no-form-type", "no-parties"}),
    ("no end of first text", once(b"</TEXT>\n", b""), {"text-not-closed"}),
    ("no end of first document", once(b"</TEXT>\n</DOCUMENT>\n", b""), {"document-not-closed"}),
    ("no end of last document", lambda d: d[: d.rindex(b"</TEXT>")] + b"</SEC-DOCUMENT>\n", {"document-not-closed"}),
    ("no beginning of text", once(b"<TEXT>\n", b""), {"text-tag-missing"}),
    ("no beginning of document", drop_line(b"<DOCUMENT>"), {"text-outside-documents", "document-count"}),
    ("two beginnings of document", once(b"<DOCUMENT>\n", b"<DOCUMENT>\n<DOCUMENT>\n"), {"document-not-closed"}),
    ("two ends of document", once(b"</DOCUMENT>\n", b"</DOCUMENT>\n</DOCUMENT>\n"), {"text-outside-documents"}),
    ("two ends of text", once(b"</TEXT>\n", b"</TEXT>\n</TEXT>\n"), set()),
    ("two headers", once(b"<SEC-HEADER>", b"<SEC-HEADER>\n<SEC-HEADER>"), set()),
    ("cut after envelope", cut_before(b"<SEC-HEADER>"), {"no-end-tag", "no-form-type"}),
    ("cut in header", cut_before(b"\tMAIL ADDRESS"), {"header-not-closed", "no-end-tag"}),
    ("cut in a key", cut_after(b"FORMER CONFO"), {"header-not-closed", "odd-header-line"}),
    ("cut in a header tag", cut_after(b"</SEC-HEA"), {"header-not-closed", "no-end-tag"}),
    ("cut before documents", cut_after(b"</SEC-HEADER>\n"), {"no-end-tag", "document-count"}),
    ("cut in a document's tags", cut_after(b"<FILENAM"), {"document-not-closed", "odd-document-line", "no-end-tag"}),
    ("cut in text", cut_after(b"licensed BT-1"), {"document-not-closed", "no-end-tag"}),
    ("cut between documents", cut_after(b"</DOCUMENT>\n"), {"no-end-tag", "document-count"}),
    ("cut in an end tag", cut_after(b"</DOCUM"), {"document-not-closed", "text-after-text-end"}),
    ("words before", lambda d: b"Received: from a server\n" + d, {"text-outside-documents"}),
    ("words after", lambda d: d + b"-- \nsignature of a mail\n", {"text-outside-documents"}),
    ("words between documents", once(b"</DOCUMENT>\n", b"</DOCUMENT>\nlost words\n"), {"text-outside-documents"}),
    ("words after header", once(b"</SEC-HEADER>\n", b"</SEC-HEADER>\nlost words\n"), {"text-outside-documents"}),
    ("words after text", once(b"</TEXT>\n", b"</TEXT>\nlost words\n"), {"text-after-text-end"}),
    ("words in a document's tags", once(b"<SEQUENCE>1\n", b"lost words\n<SEQUENCE>1\n"), {"odd-document-line"}),
    ("unknown document tag", once(b"<SEQUENCE>1\n", b"<FLAWED>\n<SEQUENCE>1\n"), {"unknown-document-tag"}),
    ("type twice", once(b"<SEQUENCE>1\n", b"<TYPE>EX-1\n<SEQUENCE>1\n"), {"repeated-document-tag"}),
    ("no type", drop_line(b"<TYPE>8-K"), {"document-without-type"}),
    ("no sequence", drop_line(b"<SEQUENCE>1"), {"odd-sequence"}),
    ("odd sequence", once(b"<SEQUENCE>1\n", b"<SEQUENCE>one\n"), {"odd-sequence"}),
    ("sequence twice", once(b"<SEQUENCE>2\n", b"<SEQUENCE>1\n"), {"repeated-sequence"}),
    ("no accession number", drop_line(b"ACCESSION NUMBER"), {"accession-from-file-name"}),
    ("odd accession number", once(b"\t0009100001-21-000007", b"\t9100001-21-7"), {"odd-accession-number"}),
    ("two accession numbers", once(b"CONFORMED SUB", b"ACCESSION NUMBER: 0009100001-21-000009\nCONFORMED SUB"),
     {"repeated-header-field"}),
    ("no form", drop_line(b"CONFORMED SUBMISSION TYPE"), {"no-form-type"}),
    ("odd count", once(b"COUNT:\t\t2", b"COUNT:\t\ttwo"), {"odd-document-count"}),
    ("wrong count", once(b"COUNT:\t\t2", b"COUNT:\t\t19"), {"document-count"}),
    ("empty item", once(b"Entry into a Material Definitive Agreement", b""), {"empty-header-field"}),
    ("no role", drop_line(b"FILER:"), {"party-without-heading"}),
    ("unknown role", once(b"FILER:", b"GUARANTOR:"), {"unknown-party-role"}),
    ("value on role", once(b"FILER:", b"FILER: first"), {"value-on-heading"}),
    ("unknown field", once(b"\t\tIRS NUMBER", b"\t\tSHOE SIZE:\t\t44\n\t\tIRS NUMBER"), {"unknown-header-field"}),
    ("unknown tag", once(b"FILER:", b"<NEW-RULE>yes\nFILER:"), {"unknown-header-field"}),
    ("line without colon", once(b"IRS NUMBER:", b"IRS NUMBER"), {"odd-header-line"}),
    ("sentence in header", once(b"FILER:", b"This is odd: is it not?\nFILER:"), {"odd-header-line"}),
    ("field twice", once(b"\t\tIRS NUMBER", b"\t\tIRS NUMBER:\t1\n\t\tIRS NUMBER"), {"repeated-header-field"}),
    ("date without a name", drop_line(b"FORMER CONFORMED NAME"), {"misplaced-header-field"}),
    ("address outside of one", drop_line(b"BUSINESS ADDRESS"), {"misplaced-header-field"}),
    ("NUL in a value", once(b"BRIARWOOD THERA", b"BRIAR\0WOOD THERA"), {"nul-bytes"}),
    ("NUL after every line", every(b"\n", b"\0\n"), {"nul-bytes"}),
    ("NUL padding", lambda d: d + b"\0" * 5000, set()),
    ("byte of no encoding", once(b"BRIARWOOD THERA", b"BRIAR\x81WOOD THERA"), {"undecodable-bytes"}),
    ("cp1252", once(b"It is of", b"It \x93\x94 is of"), set()),
    ("BOM", lambda d: b"\xef\xbb\xbf" + d, set()),
    ("UTF-16", lambda d: d.decode().encode("utf-16"), {"utf-16"}),
    ("CR", every(b"\n", b"\r"), set()),
    ("CRLF", every(b"\n", b"\r\n"), set()),
    ("CRCRLF", every(b"\n", b"\r\r\n"), set()),
    ("mixed line ends", lambda d: b"\r".join(d.split(b"\n", 20)), set()),
    ("double spacing", every(b"\n", b"\n\n"), set()),
    ("no indentation", every(b"\t", b""), set()),
    ("blanks for tabs", every(b"\t", b"    "), set()),
    ("quoted in a mail", every(b"\n", b"\n> "), {"odd-header-line"}),
    ("PEM", builders.pem, set()),
    ("PEM without end", lambda d: builders.pem(d).replace(b"-----END PRIVACY-ENHANCED MESSAGE-----\n", b""), set()),
    ("twice", lambda d: d * 2, {"repeated-submission"}),
    ("once and a half", lambda d: d + d[: len(d) // 2], {"no-end-tag", "accession-twice"}),
    ("tags in lower case", lambda d: d.replace(b"DOCUMENT>", b"document>").replace(b"TEXT>", b"text>"), set()),
    ("tags in mixed case", every(b"SEC-HEADER>", b"Sec-Header>"), set()),
    ("document tags in mixed case", every(b"DOCUMENT>\n", b"Document>\n"), set()),
    ("keys in lower case", lambda d: d.replace(b"COMPANY CONFORMED NAME", b"Company Conformed Name"), set()),
    ("blanks before colons", every(b"NUMBER:", b"NUMBER :"), set()),
    ("blanks in front of tags", every(b"\n<", b"\n   <"), set()),
    ("all on one line", every(b"\n", b" "), {"odd-header-value", "no-parties"}),
    ("cut in a date", cut_after(b"FILED AS OF DATE:\t\t2021"), {"odd-header-value"}),
    ("end tag inside a line", once(b"licensed BT-101", b"licensed </TEXT> </DOCUMENT> BT-101"), set()),
    ("end tag on a line", once(b"licensed BT-101", b"licensed\n</DOCUMENT>\nBT-101"), set()),
    ("document inside of a document", once(b"licensed", b"\n<DOCUMENT>\n<TYPE>EX-5\n<TEXT>\nlicensed"),
     {"document-not-closed"}),
    ("submission inside of a document",
     once(b"licensed", b"\n<SEC-DOCUMENT>0009100009-21-000001.txt : 20210101\nlicensed"), {"document-not-closed"}),
    ("escaped", lambda d: d.replace(b"<", b"&lt;").replace(b">", b"&gt;"), {"escaped"}),
    ("gzip magic in text", once(b"licensed", b"\x1f\x8b\x08 licensed"), set()),
]  # fmt: skip


@pytest.mark.parametrize(("change", "kinds"), [case[1:] for case in VARIANTS], ids=[case[0] for case in VARIANTS])
def test_broken(change: Break, kinds: set[str]) -> None:
    data = change(SEC)
    filings = read(data)
    told = {issue.kind for filing in filings for issue in filing.issues}
    assert filings
    assert kinds <= told
    assert_nothing_silently_lost(data, filings)
    if not kinds:
        assert set().union(*map(shown, filings)) >= WHOLE_FACTS
        assert len(filings) == 1


def test_there_are_many() -> None:
    assert len(VARIANTS) >= 60
    assert len({name for name, _, _ in VARIANTS}) == len(VARIANTS)


def shown(filing: Filing) -> set[str]:
    """Every fact of a filing as text, with the texts of its documents."""
    values = {
        f"accession {filing.accession}",
        f"form {filing.form}",
        f"filed {filing.filed}",
        f"period {filing.period}",
    }
    values |= {f"item {item}" for item in filing.items}
    for party in filing.parties:
        for name in (
            "role",
            "name",
            "cik",
            "sic",
            "irs",
            "state",
            "file_number",
            "film_number",
            "phone",
            "fiscal_year_end",
        ):
            values.add(f"{name} {getattr(party, name)}")
        values |= {f"former {former.name} {former.date}" for former in party.former_names}
        for address in (party.business_address, party.mail_address):
            if address is not None:
                values |= {f"{name} {getattr(address, name)}" for name in address.__slots__}
    for document in filing.documents:
        values.add(f"document {document.type} {document.sequence} {document.filename} {document.description}")
        values |= {f"text {word}" for word in document.body.decode("utf-8", "replace").replace("\0", "").split()}
    return {value for value in values if not value.endswith(" None")}


WHOLE_FACTS = shown(WHOLE)
COUNTED = {"document-count", "nul-bytes", "repeated-submission"}
"""Issues that explain no loss by themselves."""


def assert_nothing_silently_lost(data: bytes, filings: list[Filing]) -> None:
    """Where a fact of the sound submission is missing, an issue (or the absence of any filing) tells it."""
    if not filings:
        return
    found = set().union(*map(shown, filings))
    lost = {value for value in WHOLE_FACTS - found if value.split()[-1].encode() in data}
    issues = {issue.kind for filing in filings for issue in filing.issues}
    assert not lost or issues - COUNTED, lost
    for filing in filings:
        assert filing.source == "broken.txt"
        assert all((issue.source, issue.accession) == ("broken.txt", filing.accession) for issue in filing.issues)


def test_the_sound_submission_has_no_issue() -> None:
    assert WHOLE.issues == ()
    assert len(WHOLE_FACTS) >= 40


@pytest.mark.parametrize(
    "data", [SEC, NC, builders.index_page(SAID), builders.stripped(SAID)], ids=["sec", "nc", "index", "stripped"]
)
def test_cut_at_every_byte(data: bytes) -> None:
    """A submission cut anywhere says so, unless only the last line end is missing."""
    for cut in range(len(data) - 1):
        filings = read(data[:cut])
        for filing in filings:
            assert filing.issues, cut
        if cut > 400:
            assert len(filings) == 1, cut


def test_cut_keeps_every_document_before_the_cut() -> None:
    first = SEC.index(b"</DOCUMENT>")
    for cut in range(first + 11, len(SEC)):
        (filing,) = read(SEC[:cut])
        assert filing.documents[0] == WHOLE.documents[0]
        assert filing.parties == WHOLE.parties


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from([SEC, NC, builders.pem(SEC), builders.index_page(SAID), builders.stripped(SAID)]),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 60), st.binary(max_size=20)), max_size=6),
)
def test_random_damage(data: bytes, damages: list[tuple[int, int, bytes]]) -> None:
    for at, length, new in damages:
        at %= len(data)
        data = data[:at] + new + data[at + length :]
    for filing in read(data):
        check_sound(filing, data)


@settings(deadline=None, max_examples=200)
@given(st.sampled_from([SEC, NC]), st.randoms(use_true_random=False))
def test_shuffled_lines(data: bytes, random: object) -> None:
    lines = data.split(b"\n")
    random.shuffle(lines)  # type: ignore[attr-defined]
    shuffled = b"\n".join(lines)
    filings = read(shuffled)
    for filing in filings:
        check_sound(filing, shuffled)
    assert_nothing_silently_lost(shuffled, filings)


_PARTS = [line + b"\n" for line in dict.fromkeys(SEC.split(b"\n") + NC.split(b"\n"))]


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(_PARTS), max_size=40))
def test_lines_at_random(lines: list[bytes]) -> None:
    data = b"".join(lines)
    for filing in read(data):
        check_sound(filing, data)


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    for filing in read(data):
        check_sound(filing, data)


def check_sound(filing: Filing, data: bytes) -> None:
    """What holds of every filing whatever it was read from."""
    assert 0 <= filing.offset <= filing.offset + filing.size
    ends = 0
    for document in filing.documents:
        start, end = document.span
        assert 0 <= start <= end <= filing.size
        if not {"index-page", "escaped", "utf-16"} & {issue.kind for issue in filing.issues}:
            assert data[filing.offset + start : filing.offset + end] == document.body
            assert start >= ends
            ends = end
        assert document.kind in ("html", "text", "xml", "xbrl", "uuencoded", "pdf", "json", "empty")
    for party in filing.parties:
        assert party.role == party.role.lower()
        for line in party.lines:
            assert 0 <= line.start <= line.value <= line.end <= len(filing.header)
    assert len(filing.sha256) == 64
    assert filing == replace(filing)
    filing.header.encode()
    for issue in filing.issues:
        issue.detail.encode()
        assert len(issue.detail) <= 300


ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("stage", ["acquire", "container"])
def test_every_kind_of_issue_is_described(stage: str) -> None:
    if not (ROOT / "docs").is_dir():
        pytest.skip("the pages are not installed with the package")
    modules = ("container", "layout", "document", "header", "facts", "index_page", "stripped")
    container = [ROOT / "kg" / "parse" / f"{name}.py" for name in modules]
    sources = container if stage == "container" else sorted((ROOT / "kg" / "acquire").glob("*.py"))
    made = set()
    for source in sources:
        text = source.read_text()
        made |= set(re.findall(r'(?:Issue|issue|odd|note)\(\s*"([a-z0-9-]+)"', text))
        made |= set(re.findall(r'kind = "([a-z-]+)" if .* else "[a-z-]+"', text))
        made |= set(re.findall(r'kind = "[a-z-]+" if .* else "([a-z-]+)"', text))
        made |= set(re.findall(r'"(document-[a-z-]+)"', text))
    described = set(re.findall(r"`([a-z0-9-]+)`", (ROOT / "docs" / "issues.md").read_text()))
    assert made
    assert made - described == set()
