"""Files stored with all `<…>` tags stripped: where the header ends, and the text after it as documents."""

from __future__ import annotations

import re

from kg.model import Document
from kg.parse.document import decode
from kg.parse.layout import BLANK

_HEADER = re.compile(rb"(?:^|[\r\n])[ \t\0]*ACCESSION NUMBER:[ \t\0]*\d{10}-\d\d-\d{6}")
_NAME = re.compile(rb"\d{10}-\d\d-\d{6}\.hdr\.sgml : \d{8}")
_HEADER_LINE = re.compile(
    rb"[ \t\0]*(?:[A-Z0-9][A-Z0-9 \-/&()'.,]*:[^\r\n]*|\d{14}[ \t]*|\d{10}-\d\d-\d{6}\.\S+ : \d{8}[ \t]*)?"
    rb"(?:\r\n|\r|\n|\Z)"
)
_FIRST = re.compile(rb"[\s\0]*([A-Z0-9][^\r\n]{0,24})(?:\r\n|\r|\n)(\d{1,4})[ \t]*(?:\r\n|\r|\n)")
_END = b"-----END PRIVACY-ENHANCED MESSAGE-----"
_HEAD = 2_000_000


def is_stripped(data: bytes) -> bool:
    """Whether the file has a header but no tags at all around it."""
    return bool(_HEADER.search(data, 0, _HEAD))


def read_stripped(data: bytes, start: int, end: int) -> tuple[str, bool, list[Document]]:
    """Header text, whether bytes of it could not be decoded, and the rest as documents.

    The first two lines after the header are the type and sequence of the first document. Where later documents begin
    cannot be told for certain, so the rest is one document.
    """
    named = _NAME.search(data, start, min(end, start + _HEAD))
    found = _HEADER.search(data, start, min(end, start + _HEAD))
    begin = named.start() if named else found.start() if found else start
    position = begin
    while position < end and (line := _HEADER_LINE.match(data, position, end)) and line.end() > position:
        position = line.end()
    header, damaged = decode(data[begin:position])
    documents: list[Document] = []
    first = _FIRST.match(data, position, end)
    stop = data.find(_END, position, end)
    stop = end if stop < 0 else stop
    body_start = first.end() if first else position
    body = data[body_start:stop]
    if body.strip(BLANK):
        kind = first[1].decode("latin-1").strip() if first else ""
        sequence = first[2].decode() if first else None
        documents.append(Document(kind, sequence, None, None, (body_start - start, stop - start), body, "text"))
    return header, damaged, documents
