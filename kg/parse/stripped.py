"""Files stored with all `<…>` tags stripped → header text and documents, told apart by the lines that tags left behind.

`<TYPE>EX-21` and `<SEQUENCE>3` leave two lines, "EX-21" and "3"; a number that follows the last document's makes them
a boundary. The header ends at the first line that is not one of a header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Document
from kg.parse.body import kind
from kg.parse.document import decode
from kg.parse.layout import BLANK

_HEADER = re.compile(rb"(?:^|[\r\n])[ \t\0]*ACCESSION NUMBER:[ \t\0]*\d{10}-\d\d-\d{6}")
_NAME = re.compile(rb"\d{10}-\d\d-\d{6}\.hdr\.sgml : \d{8}")
_HEADER_LINE = re.compile(
    rb"[ \t\0]*(?:[A-Z0-9][A-Z0-9 \-/&()'.,]*:[^\r\n]*|\d{14}[ \t]*|\d{10}-\d\d-\d{6}\.\S+ : \d{8}[ \t]*)?"
    rb"(?:\r\n|\r|\n|\Z)"
)
_FIRST = re.compile(rb"[\s\0]*([A-Z0-9][^\r\n]{0,24})(?:\r\n|\r|\n)(\d{1,4})[ \t]*(?:\r\n|\r|\n)")
_TYPES = (b"EX-", b"GRAPHIC", b"COVER", b"CORRESP", b"XML", b"ZIP", b"EXCEL", b"PDF", b"TEXT-EXTRACT")
_LATER = re.compile(rb"(EX-[A-Z0-9.\-]{1,12}|[A-Z\-]{3,12})[ \t]*(?:\r\n|\r|\n)(\d{1,4})[ \t]*(?:\r\n|\r|\n)")
_FILE = re.compile(rb"([\w.\-]{1,64}\.[a-z]{2,4})[ \t]*(?:\r\n|\r|\n)")
_END = b"-----END PRIVACY-ENHANCED MESSAGE-----"
_HEAD = 2_000_000  # bytes in which a header is looked for
_SKIP = 3  # a sequence number may be left out, not many


def is_stripped(data: bytes) -> bool:
    """Whether the file has a header; to be asked of files without any tags around one."""
    return bool(_HEADER.search(data, 0, _HEAD))


def read_stripped(data: bytes, start: int, end: int) -> tuple[str, bool, list[Document]]:
    """Header text, whether bytes of it could not be decoded, and the documents of the submission `[start, end)`."""
    named = _NAME.search(data, start, min(end, start + _HEAD))
    found = _HEADER.search(data, start, min(end, start + _HEAD))
    begin = named.start() if named else found.start() if found else start
    position = begin
    while position < end and (line := _HEADER_LINE.match(data, position, end)) and line.end() > position:
        position = line.end()
    header, damaged = decode(data[begin:position])
    stop = data.find(_END, position, end)
    return header, damaged, list(_documents(data, start, position, end if stop < 0 else stop))


def _documents(data: bytes, base: int, start: int, end: int) -> list[Document]:
    first = _FIRST.match(data, start, end)
    if first is None:
        return [_document(data, base, start, end, "", None)] if data[start:end].strip(BLANK) else []
    documents: list[Document] = []
    kind_of, sequence, begin = first[1], int(first[2]), first.end()
    for later in _boundaries(data, begin, end):
        if sequence < int(later[2]) <= sequence + _SKIP:
            documents.append(_document(data, base, begin, later.start(), kind_of.decode("latin-1"), sequence))
            kind_of, sequence, begin = later[1], int(later[2]), later.end()
    documents.append(_document(data, base, begin, end, kind_of.decode("latin-1"), sequence))
    return documents


def _boundaries(data: bytes, start: int, end: int) -> Iterator[re.Match[bytes]]:
    """Every type and number on two lines, in order."""
    found: list[int] = []
    for start_of_type in _TYPES:
        position = data.find(start_of_type, start, end)
        while position >= 0:
            if data[position - 1] in b"\r\n\f":
                found.append(position)
            position = data.find(start_of_type, position + 1, end)
    for position in sorted(found):
        later = _LATER.match(data, position, end)
        if later:
            yield later


def _document(data: bytes, base: int, start: int, end: int, kind_of: str, sequence: int | None) -> Document:
    file = _FILE.match(data, start, end)
    filename = file[1].decode() if file else None
    if file:
        start = file.end()
    body = data[start:end]
    number = None if sequence is None else str(sequence)
    return Document(kind_of.strip(), number, filename, None, (start - base, end - base), body, kind(body, filename))
