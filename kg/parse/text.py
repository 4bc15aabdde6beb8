"""Documents of a filing → `ReadFiling`: normalised texts with layout and sections, and what the XML forms state."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from kg.errors import Issue
from kg.model import Document, DocumentText, Filing, OfferingNotice, OwnershipReport, ReadFiling
from kg.parse.html import marked_html
from kg.parse.marks import fold
from kg.parse.offering import offering_notice
from kg.parse.ownership import ownership_report
from kg.parse.plain import marked_plain
from kg.parse.sections import sections
from kg.parse.xml import xml_root

_C1 = re.compile("[\x80-\x9f]")
_FROM_C1 = {chr(code): bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
_RENDERED = re.compile(r"R\d+\.html?$", re.I)
_EXHIBIT = re.compile(r"EX-\s*(\d+[\w.()-]*)", re.I)
_REPORTED = re.compile(rb"<(?:\w+:)?(?:ownershipDocument|edgarSubmission)\b")


def decode(body: bytes) -> str:
    """UTF-8, else cp1252; undefined bytes become U+FFFD. Control characters that once were cp1252 become it again."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")
    return text if text.isascii() else _C1.sub(lambda control: _FROM_C1[control[0]], text)


def exhibit_number(kind: str) -> str | None:
    """ "EX-99.1" → "99.1"; None for what is no exhibit."""
    found = _EXHIBIT.match(kind.strip())
    return found[1] if found else None


def numbered(filing: Filing) -> Iterator[tuple[int, Document]]:
    """Each document with the number its text and its evidence go by: its sequence, else its place in the file."""
    for place, document in enumerate(filing.documents, 1):
        printed = document.sequence or ""
        yield int(printed) if printed.isdecimal() and len(printed) < 7 else place, document


def read_document(document: Document, sequence: int, form: str = "") -> DocumentText:
    """The normalised text of one HTML or plain document, with the sections its form (or type) has."""
    source = decode(document.body)
    text, layout = fold(marked_html(source) if document.kind == "html" else marked_plain(source))
    return DocumentText(
        sequence,
        document.type,
        text,
        layout,
        hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        () if document.is_exhibit else sections(text, layout, document.type or form),
        exhibit_number(document.type),
    )


def read_filing(filing: Filing) -> ReadFiling:
    """The filing with the text of every document that has one and the reports of its XML; what failed is an issue."""
    texts: dict[int, DocumentText] = {}
    reports: list[OwnershipReport | OfferingNotice] = []
    issues: list[Issue] = []
    for sequence, document in numbered(filing):
        where = f"document {sequence}"
        if document.type.upper() == "XML" and _RENDERED.match(document.filename or ""):
            continue  # a viewer's rendering of the filing's XBRL, which no filer wrote
        if document.kind in ("html", "text"):
            text = read_document(document, sequence, filing.form)
            if sequence in texts:
                issues.append(Issue("duplicate-sequence", where, f"{document.type} {document.filename or ''}".strip()))
            else:
                texts[sequence] = text
            if not text.text:
                issues.append(Issue("empty-text", where, f"{len(document.body)} bytes of {document.kind}"))
            elif text.text.count("\ufffd") * 100 > len(text.text):
                issues.append(Issue("undecodable-text", where, text.text[:80]))
        elif document.kind == "xml" and _REPORTED.search(document.body):
            report, wrong = _report(document, sequence, where)
            issues += wrong
            if report:
                reports.append(report)
    located = (replace(issue, accession=filing.accession, source=filing.source) for issue in issues)
    return ReadFiling(filing, tuple(texts.values()), tuple(located), tuple(reports))


def _report(
    document: Document, sequence: int, where: str
) -> tuple[OwnershipReport | OfferingNotice | None, tuple[Issue, ...]]:
    root, issues = xml_root(document.body, where)
    if root is None:
        return None, issues
    return ownership_report(root, sequence) or offering_notice(root, sequence), issues
