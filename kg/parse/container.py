"""Bytes of a submission file → `Filing` values, in every dialect of the container; linear in the bytes, never raising.

A file is read as gaps and documents: one pass of `bytes.find` over `DOCUMENT>` finds every document and envelope tag
outside of text, and what stands between documents (a gap) is a header, an end tag, blanks, or odd. A header starts a
submission. Tags in lower case, and what is unclosed, cut or nested, are only looked for where the plain reading fails.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.errors import Issue
from kg.model import Document, Filing
from kg.parse import body as bodies
from kg.parse.header import ACCESSION, HeaderFacts, read_header
from kg.parse.index_page import is_index_page, read_index_page
from kg.parse.stripped import is_stripped, stripped_documents

_BLANK = b" \t\r\n\f\v\0"
_DETAIL = 200
_STRUCTURE = re.compile(
    rb"</?(?:(?:SEC|IMS)-(?:DOCUMENT|HEADER)|SUBMISSION|DOCUMENT|TEXT|TYPE|SEQUENCE|FILENAME|DESCRIPTION)>", re.I
)
_MARKER = re.compile(
    rb"(?P<pem>-----BEGIN PRIVACY-ENHANCED MESSAGE-----)|(?P<envelope><(?:SEC|IMS)-DOCUMENT>)"
    rb"|(?P<submission><SUBMISSION>)|(?P<header><(?:SEC|IMS)-HEADER>)"
)
_TAGGED = re.compile(rb"<(?:(?:SEC|IMS)-(?:DOCUMENT|HEADER)|SUBMISSION)>")
_RANK = {"pem": 0, "envelope": 1, "submission": 2, "header": 3}
_END_OF_SUBMISSION = re.compile(
    rb"[\s\0]*(?:</(?:(?:SEC|IMS)-DOCUMENT|SUBMISSION)>[\s\0]*)?(?:-----END PRIVACY-ENHANCED MESSAGE-----)?[\s\0]*"
)
_AFTER_DOCUMENT = re.compile(
    rb"[\s\0]*(?:\Z|<DOCUMENT>|</?(?:SEC|IMS)-DOCUMENT>|</?SUBMISSION>|<(?:SEC|IMS)-HEADER>|-----(?:END|BEGIN) PRIV)"
)
_DOCUMENT_START = re.compile(rb"[\s\0]*<(?:TYPE|SEQUENCE|FILENAME|DESCRIPTION|TEXT)>")
_NEXT_SUBMISSION = re.compile(
    rb"[\r\n][ \t\0]*(?:-----(?:BEGIN|END) PRIVACY-ENHANCED MESSAGE-----|</?(?:SEC|IMS)-DOCUMENT>|</?SUBMISSION>[ \t]*[\r\n]"
    rb"|<(?:SEC|IMS)-HEADER>)"
)
_FIELD = re.compile(rb"[\s\0]*<(/?[A-Za-z][\w.\-]*)>[ \t\0]*([^\r\n]*)")
_INNER = re.compile(rb"<(?:TYPE|SEQUENCE|FILENAME|DESCRIPTION|TEXT)>")
_DOCUMENT_FIELDS = {b"TYPE": "type", b"SEQUENCE": "sequence", b"FILENAME": "filename", b"DESCRIPTION": "description"}
_COUNT = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class _Block:
    """One `<DOCUMENT>`: bytes between its tags, where it ends in the file, and what was odd about its ends."""

    start: int
    end: int
    after: int
    trouble: str = ""


def decode(data: bytes) -> tuple[str, bool]:
    """UTF-8, else cp1252; the flag tells that bytes undefined in both became U+FFFD."""
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), False
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), True


def read_submissions(data: bytes, source: str = "") -> Iterator[Filing]:
    """Each submission in `data`, in file order; none when there is no submission in it.

    A submission that the file repeats byte for byte is given once, with an issue that says so.
    """
    issues: tuple[Issue, ...] = ()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode()
        issues = (Issue("utf-16", "", "stored as UTF-16; offsets are those of its UTF-8 form"),)
    if is_index_page(data):
        yield from (_finish(filing, source, issues) for filing in read_index_page(data, _read_plain))
        return
    yield from (_finish(filing, source, issues) for filing in _read_plain(data))


def _finish(filing: Filing, source: str, issues: tuple[Issue, ...]) -> Filing:
    """The filing with its source, and its issues naming source and accession."""
    every = tuple(
        Issue(issue.kind, issue.where, issue.detail, filing.accession, source) for issue in issues + filing.issues
    )
    return replace(filing, source=source, issues=every)


def _read_plain(data: bytes) -> Iterator[Filing]:
    structure, blocks, starts = _layout(data)
    if not starts:
        return
    digests: dict[str, int] = {}
    kept: list[tuple[int, int, str]] = []
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        content = data if (start, end) == (0, len(data)) else data[start:end]
        digest = hashlib.sha256(content if len(starts) == 1 else content.strip(_BLANK)).hexdigest()
        digests[digest] = digests.get(digest, 0) + 1
        if digests[digest] == 1:
            kept.append((start, end, digest))
    position = 0
    seen: set[str] = set()
    for start, end, digest in kept:
        while position < len(blocks) and blocks[position].start < start:
            position += 1
        first = position
        while position < len(blocks) and blocks[position].start < end:
            position += 1
        filing = _read_one(data, structure, start, end, blocks[first:position], digest)
        extra = []
        if digests[digest] > 1:
            extra.append(Issue("repeated-submission", "file", f"{digests[digest]} identical copies, read once"))
        if filing.accession and filing.accession in seen:
            extra.append(Issue("accession-twice", "file", "another submission of this file has the same accession number"))
        seen.add(filing.accession)
        if extra:
            filing = replace(filing, issues=filing.issues + tuple(extra))
        yield filing


def _layout(data: bytes) -> tuple[bytes, list[_Block], list[int]]:
    """The bytes that carry structure (tags in upper case), every document block, and where each submission starts."""
    blocks, sound = _blocks(data)
    starts = _starts(data, blocks)
    if sound and starts:
        return data, blocks, starts
    shadow = _STRUCTURE.sub(lambda tag: tag[0].upper(), data)
    if shadow != data:
        blocks, _ = _blocks(shadow)
        starts = _starts(shadow, blocks)
    if not starts and (blocks or is_stripped(shadow)):
        starts = [0]
    return shadow, blocks, starts


def _blocks(data: bytes) -> tuple[list[_Block], bool]:
    """Every document block in file order; the flag is False where something did not fit and lower case may be why."""
    blocks: list[_Block] = []
    sound = True
    begin = -1  # where the open document's content starts
    candidate = -1  # a </DOCUMENT> inside the open document that did not look like its end
    gap = 0  # where the last document ended
    position = data.find(b"DOCUMENT>")
    while position >= 0:
        after = position + 9
        if data[position - 1 : position] == b"<":
            if begin < 0:
                sound = sound and (not blocks or not data[gap : position - 1].strip(_BLANK) or _is_boundary(data, gap, position - 1))
                begin = after
            elif _line_start(data, position - 1) and _DOCUMENT_START.match(data, after):
                end = candidate if candidate >= 0 else position - 1
                blocks.append(_Block(begin, end, position - 1, "document-not-closed" if candidate < 0 else "text-after-document"))
                sound, begin, candidate = False, after, -1
        elif data[position - 2 : position] == b"</":
            if begin >= 0:
                if data[max(0, position - 40) : position - 2].rstrip(_BLANK).endswith(b"</TEXT>") or _AFTER_DOCUMENT.match(data, after):
                    blocks.append(_Block(begin, position - 2, after))
                    begin, candidate, gap = -1, -1, after
                else:
                    candidate = position - 2
        elif begin >= 0 and data[position - 5 : position - 1] in (b"<SEC", b"<IMS") and _line_start(data, position - 5):
            if ACCESSION.match(data[after : after + 24].decode("latin-1")):
                end = candidate if candidate >= 0 else position - 5
                start_of_pem = data.rfind(b"-----BEGIN PRIVACY-ENHANCED", max(begin, position - 2000), position)
                if start_of_pem >= 0 and candidate < 0:
                    end = start_of_pem
                blocks.append(_Block(begin, end, end, "document-not-closed"))
                sound, begin, candidate, gap = False, -1, -1, end
        position = data.find(b"DOCUMENT>", after)
    if begin >= 0:
        end = candidate
        if end < 0:
            following = _NEXT_SUBMISSION.search(data, begin)
            end = following.start() if following else len(data)
        blocks.append(_Block(begin, end, end, "document-not-closed"))
        sound = False
    return blocks, sound


def _line_start(data: bytes, position: int) -> bool:
    """Whether only blanks stand before `position` on its line."""
    before = data[max(0, position - 200) : position].rstrip(b" \t\0")
    return not before or before[-1:] in b"\r\n>"


def _is_boundary(data: bytes, start: int, end: int) -> bool:
    """Whether a gap between documents holds a submission's end, or its end and another one's header."""
    return bool(_END_OF_SUBMISSION.match(data, start, end)) and (
        _END_OF_SUBMISSION.fullmatch(data, start, end) is not None or _MARKER.search(data, start, end) is not None
    )


def _starts(data: bytes, blocks: list[_Block]) -> list[int]:
    """Where submissions start: at the first of each run of envelope, submission and header tags in a gap."""
    starts: list[int] = []
    gap = 0
    for end, after in [*((block.start, block.after) for block in blocks), (len(data), len(data))]:
        if end - gap > 20:
            rank = 9
            for marker in _MARKER.finditer(data, gap, end):
                this = _RANK[marker.lastgroup or "header"]
                if this <= rank:
                    starts.append(marker.start())
                rank = this
        gap = after
    if starts:
        starts[0] = 0
    return starts


def _read_one(data: bytes, structure: bytes, start: int, end: int, blocks: list[_Block], digest: str) -> Filing:
    issues: list[Issue] = []
    header_start, header_end = _header_span(structure, start, blocks[0].start if blocks else end)
    header, damaged = decode(data[header_start:header_end])
    documents: list[Document] = []
    container = "submission-tags (.nc)" if structure.startswith(b"<SUBMISSION>", header_start) else "sec-document"
    if not blocks and not _TAGGED.search(structure, start, end):
        container = "tags stripped in storage"
        header, header_end, documents = stripped_documents(data, start, end)
    facts = read_header(header)
    if damaged:
        issues.append(Issue("undecodable-bytes", "header", "bytes outside UTF-8 and cp1252 became U+FFFD"))
    issues += facts.issues
    for number, block in enumerate(blocks, 1):
        documents.append(_document(data, structure, start, block, number, issues))
    return _filing(facts, header, container, documents, issues, digest, start, end)


def _header_span(data: bytes, start: int, end: int) -> tuple[int, int]:
    """From the header's opening tag to before its end tag; where there is none, to the first document."""
    for opener, closer in ((b"<SEC-HEADER>", b"</SEC-HEADER>"), (b"<IMS-HEADER>", b"</IMS-HEADER>")):
        begin = data.find(opener, start, end)
        if begin >= 0:
            close = data.find(closer, begin, end)
            if close >= 0:
                return begin, close
            break
    else:
        begin = data.find(b"<SUBMISSION>", start, end)
        if begin < 0:
            begin = data.find(b"ACCESSION NUMBER:", start, end)
        if begin < 0:
            begin = start
    close = data.rfind(b"<DOCUMENT>", begin, end)
    if close < 0:
        close = end
    for mark in (b"</SUBMISSION>", b"</SEC-DOCUMENT>", b"</IMS-DOCUMENT>", b"-----END PRIVACY"):
        found = data.find(mark, begin, close)
        close = found if found >= 0 else close
    return begin, close


def _document(
    data: bytes, structure: bytes, base: int, block: _Block, number: int, issues: list[Issue]
) -> Document:
    where = f"document {number}"
    if block.trouble:
        issues.append(Issue(block.trouble, where, ""))
    values: dict[str, str] = {}
    position = block.start
    text_start = -1
    while found := _FIELD.match(structure, position, block.end):
        tag = found[1].upper()
        if tag == b"TEXT":
            text_start = found.end(1) + 1
            break
        name = _DOCUMENT_FIELDS.get(tag)
        value_start, value_end = found.span(2)
        inner = _INNER.search(structure, value_start, value_end)
        if inner:
            value_end = inner.start()
        value = decode(data[value_start:value_end])[0].replace("\0", "").strip()
        position = value_end
        if name is None:
            issues.append(Issue("unknown-document-tag", where, f"<{tag.decode('latin-1')}>{value}"[:_DETAIL]))
        elif name in values:
            if values[name] != value:
                issues.append(Issue("repeated-document-tag", where, f"<{tag.decode('latin-1')}>{value}"[:_DETAIL]))
        elif value:
            values[name] = value
    if text_start < 0:
        found_text = structure.find(b"<TEXT>", position, min(block.end, position + 4096))
        rest = structure[position : block.end if found_text < 0 else found_text].strip(_BLANK)
        if found_text >= 0:
            issues.append(Issue("odd-document-line", where, decode(rest[:_DETAIL])[0]))
            text_start = found_text + 6
        else:
            issues.append(Issue("text-tag-missing", where, ""))
            if rest and block.trouble and len(rest) < 16 and rest.startswith(b"<"):
                issues.append(Issue("odd-document-line", where, decode(rest)[0]))  # a tag cut in two
                text_start = block.end
            else:
                text_start = position if rest else block.end
    text_end = structure.rfind(b"</TEXT>", text_start, block.end)
    if text_end < 0:
        text_end = block.end
        if not block.trouble and text_start < block.end:
            issues.append(Issue("text-not-closed", where, ""))
    else:
        rest = structure[text_end + 7 : block.end].strip(_BLANK)
        if rest:
            issues.append(Issue("text-after-text-end", where, decode(rest[:_DETAIL])[0]))
    raw = data[text_start:text_end]
    if "type" not in values:
        issues.append(Issue("document-without-type", where, ""))
    return Document(
        values.get("type", ""),
        values.get("sequence"),
        values.get("filename"),
        values.get("description"),
        (text_start - base, text_end - base),
        raw,
        bodies.kind(raw, values.get("filename")),
    )


def _filing(
    facts: HeaderFacts,
    header: str,
    container: str,
    documents: list[Document],
    issues: list[Issue],
    digest: str,
    start: int,
    end: int,
) -> Filing:
    values = dict(facts.values)
    accession = values.pop("accession", "")
    if not accession and facts.named:
        accession = facts.named
        issues.append(Issue("accession-from-file-name", "header", facts.named))
    elif not accession:
        issues.append(Issue("no-accession-number", "header", ""))
    elif not ACCESSION.fullmatch(accession):
        issues.append(Issue("odd-accession-number", "header", accession[:_DETAIL]))
    form = values.pop("form", "")
    if not form:
        issues.append(Issue("no-form-type", "header", ""))
    declared: int | None = None
    printed = values.pop("declared_documents", None)
    if printed is not None:
        if _COUNT.fullmatch(printed):
            declared = int(printed)
        else:
            issues.append(Issue("odd-document-count", "header", printed[:_DETAIL]))
    if declared is not None and declared != len(documents):
        issues.append(Issue("document-count", "file", f"declared {declared}, found {len(documents)}"))
    return Filing(
        accession,
        form,
        sha256=digest,
        size=end - start,
        container=container,
        declared_documents=declared,
        items=tuple(facts.items),
        references=tuple(facts.references),
        group_members=tuple(facts.group_members),
        parties=tuple(facts.parties),
        documents=tuple(documents),
        other=tuple(facts.other),
        header=header,
        issues=tuple(issues),
        lines=tuple(facts.lines),
        offset=start,
        **values,
    )
