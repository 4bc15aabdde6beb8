"""An EDGAR index-headers page (HTML with the header in a comment and again, escaped, in PRE) → `Filing` values.

The page lists a submission's documents; their text is not in it.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.errors import Issue
from kg.model import Document, Filing, Party
from kg.parse.layout import BLANK

_ESCAPED = re.compile(rb"&lt;(?:SEC|IMS)-(?:HEADER|DOCUMENT)&gt;", re.I)
_PRE = re.compile(r"<PRE>(.*?)(?:</PRE>|\Z)", re.I | re.S)
_OF_COMMENTS = frozenset({"document-count", "no-end-tag", "text-outside-documents"})  # a comment holds a header only
_LINKS = re.compile(rb"(?:\s|<a\b[^>]*>[^<]*</a>|<br\s*/?>)*", re.I)
_PLAIN_FORM = "stored as a page; offsets are those of its plain form"
_HEAD = 1_000_000  # headers with thousands of parties reach hundreds of kilobytes


def is_index_page(data: bytes) -> bool:
    """Whether the file is a page about a submission and not the submission itself."""
    head = data[:4096].lstrip(BLANK)[:5].lower()
    return head in (b"<html", b"<!doc", b"<head") and _ESCAPED.search(data, 0, _HEAD) is not None


def read_index_page(data: bytes, read: Callable[[bytes], Iterator[Filing]]) -> Iterator[Filing]:
    """The submission that the page describes; `read` reads a plain container."""
    page = _text(data)
    listing = html.unescape(" ".join(_PRE.findall(page)) or page)
    comment = data[: max(data.find(b"-->"), 0)]
    pages = list(read(listing.encode()))
    headers = list(read(comment)) if b"-HEADER>" in comment.upper() else []
    if not pages:
        yield from headers
    for filing in pages:
        same = next((head for head in headers if head.accession == filing.accession), None)
        yield _joined(filing, same, data)


def unescaped(data: bytes) -> bytes:
    """The plain form of a file whose tags are all written as entities; empty for other files."""
    if _ESCAPED.search(data) is None:
        return b""
    return html.unescape(_text(data)).encode()


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _joined(page: Filing, head: Filing | None, data: bytes) -> Filing:
    """The listing's documents with the comment's header, and what only the listing says (titles of items and SIC)."""
    documents = tuple(_without_links(document) for document in page.documents)
    if any(document.body for document in documents):  # a whole submission saved as a page
        return replace(page, issues=(_note("escaped", _PLAIN_FORM, page), *page.issues))
    issues = tuple(issue for issue in page.issues if issue.kind != "text-not-closed")
    note = _note("index-page", "documents are listed here; their text is not in the file", page)
    digest = hashlib.sha256(data).hexdigest()
    joined = replace(
        page, documents=documents, issues=(note, *issues), container="index-headers", size=len(data), sha256=digest
    )
    if head is None:
        return joined
    parties = head.parties
    if len(parties) == len(page.parties):
        parties = tuple(_with_title(one, two) for one, two in zip(parties, page.parties, strict=True))
    titles = () if page.items == head.items else tuple(("ITEM INFORMATION", title) for title in page.items)
    return replace(
        head,
        container="index-headers",
        size=len(data),
        sha256=digest,
        documents=documents,
        parties=parties,
        other=head.other + titles,
        issues=(note, *(issue for issue in head.issues if issue.kind not in _OF_COMMENTS), *issues),
    )


def _note(kind: str, detail: str, page: Filing) -> Issue:
    return Issue(kind, "file", detail, page.accession, page.source)


def _without_links(document: Document) -> Document:
    """A listed document: the links to its text are no text of its own."""
    if _LINKS.fullmatch(document.body):
        return replace(document, span=(0, 0), body=b"", kind="empty")
    return document


def _with_title(party: Party, listed: Party) -> Party:
    return replace(party, sic_title=listed.sic_title) if party.cik == listed.cik and not party.sic_title else party
