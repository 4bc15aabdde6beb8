"""Every header, party and document fact of the real submissions against an oracle kept beside the project.

The material is not part of the project: the tests skip where it is missing (`KG_SHARED` says where it is, else
`../shared`). `ODDITIES` lists what is compared differently, with the reason.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg.model import Filing, Party, PostalAddress
from kg.parse import read_submissions

SHARED = Path(os.environ.get("KG_SHARED", Path(__file__).parents[2] / "shared"))
CORPUS = SHARED / "corpus"
ORACLE = sorted((CORPUS / "oracle").glob("*.json"))

pytestmark = pytest.mark.skipif(not ORACLE, reason="the corpus of real submissions is not beside the checkout")

ODDITIES = {
    "SEC HEADER": "in `other` of index-headers pages: the tag that opens the header, with its file name; an envelope",
    "items_alt": "the item titles of an index-headers page, whose items are numbers: kept in `other`",
    "second accession": "further accession numbers of a submission stand in the oracle's notes, with us in `other`",
    "documents null": "files whose tags were stripped: the oracle has no documents, we tell them apart by other lines",
}
MOVED = {
    "DATE AS OF CHANGE": "changed",
    "DATE OF FILING DATE CHANGE": "changed",
    "EFFECTIVENESS DATE": "effective",
    "PUBLIC REFERENCE ACCESSION NUMBER": "reference",
}
"""Keys that the oracle keeps in `other` and the model has a place for."""


@cache
def read(name: str) -> Filing:
    """The only submission of a corpus file."""
    (filing,) = read_submissions((CORPUS / "submissions" / name).read_bytes(), name)
    return filing


def address(value: PostalAddress | None) -> dict[str, str] | None:
    if value is None:
        return None
    return {name: getattr(value, name) for name in value.__slots__ if getattr(value, name) is not None}


def party_facts(party: Party, expected: dict[str, Any]) -> Iterator[tuple[str, object, object]]:
    """(fact, ours, the oracle's) of one party."""
    fields = {"irs": "irs", "fye": "fiscal_year_end", "business_phone": "phone"}
    for key in ("role", "name", "cik", "sic", "irs", "state", "fye", "file_number", "film_number", "business_phone"):
        yield key, getattr(party, fields.get(key, key)), expected[key]
    if "sic_title" in expected:
        yield "sic_title", party.sic_title, expected["sic_title"]
    for key in ("organization_name", "relationship"):
        yield key, getattr(party, key), expected.get(key)
    for key in ("business_address", "mail_address"):
        yield key, address(getattr(party, key)), expected.get(key)
    yield "former names", len(party.former_names), len(expected["former_names"])
    for former, wanted in zip(party.former_names, expected["former_names"], strict=False):
        yield "former name", former.name, wanted["name"]
        yield "former name's date", former.date, wanted["date"]


def other_facts(filing: Filing, expected: dict[str, Any]) -> Iterator[tuple[str, object, object]]:
    """(fact, ours, the oracle's) of the header lines without a place of their own."""
    ours: dict[str, list[str]] = defaultdict(list)
    for key, value in filing.other:
        ours[key].append(value)
    moved = {"changed": filing.changed, "effective": filing.effective, "reference": ",".join(filing.references)}
    for key, values in expected["other"].items():
        if key in MOVED:
            yield key, moved[MOVED[key]], ",".join(values)
        elif key != "SEC HEADER":
            yield key, ours.pop(key, None), values
    more = [note.split(": ")[1] for note in expected["notes"] if note.startswith("second accession")]
    yield "further accession numbers", ours.pop("ACCESSION NUMBER", []), more
    yield "item titles", ours.pop("ITEM INFORMATION", []), expected.get("items_alt", [])
    yield "nothing else", dict(ours), {}


def facts(filing: Filing, expected: dict[str, Any]) -> Iterator[tuple[str, object, object]]:
    """(fact, ours, the oracle's) of one submission."""
    yield "container", filing.container, expected["container"]
    for key in ("accession", "form", "filed", "period", "acceptance"):
        yield key, getattr(filing, key), expected[key]
    yield "declared documents", filing.declared_documents, expected["declared_document_count"]
    yield "items", list(filing.items), expected["items"]
    yield from other_facts(filing, expected)
    yield "parties", len(filing.parties), len(expected["parties"])
    for party, wanted in zip(filing.parties, expected["parties"], strict=False):
        yield from party_facts(party, wanted)
    empty = sum(issue.kind == "empty-header-field" for issue in filing.issues)
    yield "empty item lines", empty, expected.get("empty_item_lines", 0)
    copies = next((issue.detail for issue in filing.issues if issue.kind == "repeated-submission"), "1 ").split()[0]
    yield "copies", int(copies), expected.get("copies_in_file", 1)
    if expected["documents"] is None:
        return
    yield "documents", len(filing.documents), len(expected["documents"])
    for document, wanted in zip(filing.documents, expected["documents"], strict=False):
        for key in ("type", "sequence", "filename", "description"):
            yield key, getattr(document, key), wanted[key]
        if wanted["text_span"] is None:
            yield "no text", document.body, b""
        else:
            yield "span of text", list(document.span), wanted["text_span"]


def test_every_fact_equals_the_oracle(capsys: pytest.CaptureFixture[str]) -> None:
    compared = 0
    wrong: list[str] = []
    for path in ORACLE:
        expected = json.loads(path.read_text())
        for fact, ours, theirs in facts(read(expected["file"]), expected):
            compared += 1
            if ours != theirs:
                wrong.append(f"{expected['file']}: {fact}: {ours!r}, oracle {theirs!r}")
    with capsys.disabled():
        print(f"\n{compared} facts of {len(ORACLE)} submissions compared with the oracle, {len(wrong)} differ")
    assert wrong == []
    assert compared > 13_000


def test_bodies_are_the_bytes_of_their_spans() -> None:
    for path in ORACLE:
        filing = read(json.loads(path.read_text())["file"])
        data = (CORPUS / "submissions" / filing.source).read_bytes()
        for document in filing.documents:
            start, end = document.span
            assert data[start:end] == document.body
            assert (document.kind == "empty") == (not document.body.strip(b" \t\r\n\f\v\0"))


def test_header_lines_quote_their_values() -> None:
    """Every recorded place of a header value holds that value."""
    quoted = 0
    for path in ORACLE:
        filing = read(json.loads(path.read_text())["file"])
        for party in filing.parties:
            for line in party.lines:
                section, _, name = line.name.rpartition(".")
                value = getattr(getattr(party, section), name) if section else getattr(party, name)
                found = filing.header[line.value : line.end]
                assert found == value or (name == "sic" and (value or "[]") in found)
                quoted += 1
            for former in party.former_names:
                assert former.name_line is not None
                assert filing.header[former.name_line.value : former.name_line.end] == former.name
                if former.date is not None:
                    assert former.date_line is not None
                    assert filing.header[former.date_line.start : former.date_line.end].endswith(former.date)
        items = [filing.header[line.value : line.end] for line in filing.item_lines]
        assert items == list(filing.items)
    assert quoted > 9_000


def test_issues_of_sound_files() -> None:
    """A file in which the oracle saw nothing odd has no issue but the count of documents."""
    for path in ORACLE:
        expected = json.loads(path.read_text())
        if not expected["notes"] and not expected["truncated"] and expected["documents"]:
            filing = read(expected["file"])
            assert [issue for issue in filing.issues if issue.kind != "document-count"] == []


def test_truncated_files_say_so() -> None:
    seen = 0
    for path in ORACLE:
        expected = json.loads(path.read_text())
        if expected["truncated"]:
            kinds = {issue.kind for issue in read(expected["file"]).issues}
            assert "no-end-tag" in kinds
            assert kinds & {"header-not-closed", "document-not-closed"}
            seen += 1
    assert seen


def test_every_cut_of_a_real_file_is_read() -> None:
    """A submission cut anywhere in its first 4 kB gives no exception, and an issue once there is a submission."""
    data = (CORPUS / "submissions" / "0000912057-00-002128.txt").read_bytes()
    for cut in range(0, 4096, 13):
        for filing in read_submissions(data[:cut]):
            assert {"no-end-tag", "tags-stripped"} & {issue.kind for issue in filing.issues}


@pytest.mark.skipif(
    not (SHARED / "gold" / "dev").is_dir(), reason="the written submissions are not beside the checkout"
)
def test_written_submissions() -> None:
    read_files = 0
    for path in sorted((SHARED / "gold" / "dev").glob("*.txt")):
        data = path.read_bytes()
        (filing,) = read_submissions(data, path.name)
        assert len(filing.documents) == data.count(b"<DOCUMENT>")
        assert filing.parties
        assert all(party.name and party.cik for party in filing.parties)
        assert all(document.kind != "empty" for document in filing.documents)
        assert {issue.kind for issue in filing.issues} <= {"document-count", "odd-accession-number"}
        read_files += 1
    assert read_files > 100


@pytest.mark.skipif(not (CORPUS / "seed").is_dir(), reason="the seed is not beside the checkout")
def test_header_evidence_of_the_seed() -> None:
    """The places of header values are those of the hand-made graph."""
    filing = next(read_submissions(next((CORPUS / "seed").glob("*.txt")).read_bytes()))
    (party,) = filing.parties
    spans = {line.name: (line.start, line.end) for line in party.lines}
    assert [(line.start, line.end) for line in filing.item_lines] == [(223, 266), (267, 319)]
    assert spans["name"] == (404, 457)
    assert spans["cik"] == (460, 491)
    sic = party.line("sic")
    assert sic is not None
    assert (sic.value, sic.end) == (530, 564)
    assert spans["irs"] == (567, 591)
    assert spans["state"] == (594, 622)
    assert spans["fiscal_year_end"] == (625, 648)
    assert spans["file_number"] == (707, 733)
    assert spans["phone"] == (865, 894)
    names = [former.name_line for former in party.former_names]
    dates = [former.date_line for former in party.former_names]
    assert [(line.value, line.end) for line in names if line] == [(1039, 1065), (1142, 1161)]
    assert [(line.start, line.end) for line in dates if line] == [(1068, 1097), (1164, 1193)]
