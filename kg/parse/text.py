"""Document bodies → normalised text with its layout (paragraphs, table rows and cells) → `ReadFiling`."""

from __future__ import annotations

import hashlib

from kg.model import Document, DocumentText, Filing, ReadFiling
from kg.parse.html import marked_html
from kg.parse.marks import fold
from kg.parse.plain import marked_plain


def decode(body: bytes) -> str:
    """UTF-8, else cp1252; undefined bytes become U+FFFD."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def read_document(document: Document, sequence: int) -> DocumentText:
    """The normalised text of one HTML or plain document."""
    source = decode(document.body)
    text, layout = fold(marked_html(source) if document.kind == "html" else marked_plain(source))
    return DocumentText(sequence, document.type, text, layout, hashlib.sha256(text.encode()).hexdigest())


def read_filing(filing: Filing) -> ReadFiling:
    """The filing with the text of every document that has one."""
    texts = tuple(
        read_document(document, int(document.sequence or number))
        for number, document in enumerate(filing.documents, 1)
        if document.kind in ("html", "text")
    )
    return ReadFiling(filing, texts)
