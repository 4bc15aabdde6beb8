"""One `<DOCUMENT>` block → `Document` with its tags, span, body and kind, and issues for whatever was odd."""

from __future__ import annotations

import re

from kg.errors import Issue
from kg.model import Document
from kg.parse.body import kind
from kg.parse.layout import BLANK, Block

DETAIL = 200  # characters of an odd passage that an issue quotes

# The common form in one match; everything else is read tag by tag.
_PLAIN = re.compile(
    rb"\s*<TYPE>([^\r\n<]*)\s+(?:<SEQUENCE>([^\r\n<]*)\s+)?(?:<FILENAME>([^\r\n<]*)\s+)?"
    rb"(?:<DESCRIPTION>([^\r\n<]*)\s+)?<TEXT>"
)
_FIELD = re.compile(rb"[\s\0]*<(/?[A-Za-z][\w.\-]*)>[ \t\0]*([^\r\n]*)")
_INNER = re.compile(rb"<(?:TYPE|SEQUENCE|FILENAME|DESCRIPTION|TEXT)>")
_NAMES = {b"TYPE": "type", b"SEQUENCE": "sequence", b"FILENAME": "filename", b"DESCRIPTION": "description"}
_CUT_TAG = re.compile(rb"</?[A-Z]{0,12}")
_SEARCH = 4096  # bytes after the tags in which <TEXT> may still come


def decode(data: bytes) -> tuple[str, bool]:
    """UTF-8, else cp1252; the flag tells that bytes undefined in both became U+FFFD."""
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding), False
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", "replace"), True


def read_document(data: bytes, structure: bytes, base: int, block: Block, number: int) -> tuple[Document, list[Issue]]:
    """The `number`th document of a submission that begins at byte `base`; its body is a slice of `data`."""
    issues: list[Issue] = []
    where = f"document {number}"

    def odd(kind: str, detail: bytes = b"") -> None:
        issues.append(Issue(kind, where, _value(detail[:DETAIL])))

    if block.trouble:
        odd(block.trouble)
    values: dict[str, str | None] = {}
    plain = _PLAIN.match(structure, block.start, block.end)
    if plain:
        for name, group in (("type", 1), ("sequence", 2), ("filename", 3), ("description", 4)):
            start, end = plain.span(group)
            values[name] = (_value(data[start:end]) or None) if start >= 0 else None
        start = plain.end()
    else:
        start = _read_tags(data, structure, block, values, odd)
    end = structure.rfind(b"</TEXT>", start, block.end)
    if end < 0:
        end = block.end
        if not block.trouble and start < end:
            odd("text-not-closed")
    else:
        rest = data[end + 7 : block.end].strip(BLANK)
        if rest:
            odd("text-after-text-end", rest)
    if not values.get("type"):
        odd("document-without-type")
    body = data[start:end]
    filename = values.get("filename")
    document = Document(
        values.get("type") or "",
        values.get("sequence"),
        filename,
        values.get("description"),
        (start - base, end - base),
        body,
        kind(body, filename),
    )
    return document, issues


def _value(raw: bytes) -> str:
    text = decode(raw)[0]
    return (text.replace("\0", "") if "\0" in text else text).strip()


def _read_tags(data: bytes, structure: bytes, block: Block, values: dict[str, str | None], odd: object) -> int:
    """The document's tags one by one into `values`; returns where its text starts."""
    assert callable(odd)
    position = block.start
    while found := _FIELD.match(structure, position, block.end):
        tag = found[1].upper()
        if tag == b"TEXT":
            return found.end(1) + 1
        start, end = found.span(2)
        inner = _INNER.search(structure, start, end)
        if inner:  # several tags on one line
            end = inner.start()
        value = _value(data[start:end])
        name = _NAMES.get(tag)
        if name is None:
            if value.lstrip().startswith("<") or (tag[:1] == b"/" and tag[1:] not in _NAMES):
                break
            odd("unknown-document-tag", data[found.start(1) - 1 : end])
        elif values.get(name) is None:
            values[name] = value or None
        elif value and values[name] != value:
            odd("repeated-document-tag", data[found.start(1) - 1 : end])
        position = end
    text = structure.find(b"<TEXT>", position, min(block.end, position + _SEARCH))
    rest = data[position : block.end if text < 0 else text].strip(BLANK)
    if text >= 0:
        odd("odd-document-line", rest)
        return text + 6
    odd("text-tag-missing")
    if _CUT_TAG.fullmatch(rest):  # the file was cut inside a tag
        if rest:
            odd("odd-document-line", rest)
        return block.end
    return position
