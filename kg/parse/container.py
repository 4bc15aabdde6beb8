"""Bytes of a submission file → `Filing` values, in every dialect of the container; linear, never raising."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from kg.errors import Issue
from kg.model import Document, Filing
from kg.parse.document import DETAIL, decode, read_document
from kg.parse.facts import HeaderFacts
from kg.parse.header import ACCESSION, read_header
from kg.parse.index_page import is_index_page, read_index_page, unescaped
from kg.parse.layout import BLANK, Piece, read_layout
from kg.parse.stripped import is_stripped, read_stripped

_ESCAPED = Issue("escaped", "file", "stored with escaped tags; offsets are those of its plain form")
_COUNT = re.compile(r"\d{1,9}")


def read_submissions(data: bytes, source: str = "") -> Iterator[Filing]:
    """Each submission in `data`, in file order; none when there is no submission in it.

    A submission that the file repeats byte for byte is given once, with an issue that says so.
    """
    noted: list[Issue] = []
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode()
        noted.append(Issue("utf-16", "file", "stored as UTF-16; offsets are those of its UTF-8 form"))
    if is_index_page(data):
        yield from read_index_page(data, lambda part: _read_plain(part, source, noted))
        return
    yield from _read_plain(data, source, noted)


def _read_plain(data: bytes, source: str, noted: list[Issue]) -> Iterator[Filing]:
    structure, pieces = read_layout(data)
    if not any(piece.tagged or piece.blocks for piece in pieces):
        plain = unescaped(data)
        if plain and plain != data and _ESCAPED not in noted:
            yield from _read_plain(plain, source, [*noted, _ESCAPED])
            return
        if not is_stripped(data):
            return
        pieces = pieces or [Piece(0, len(data))]
    digests = [_digest(data, piece, len(pieces)) for piece in pieces]
    read: set[str] = set()
    accessions: set[str] = set()
    for piece, digest in zip(pieces, digests, strict=True):
        if digest in read:
            continue
        read.add(digest)
        issues = list(noted)
        copies = digests.count(digest) if len(pieces) > 1 else 1
        if copies > 1:
            issues.append(Issue("repeated-submission", "file", f"{copies} identical copies, read once"))
        filing = _read_piece(data, structure, piece, source, digest, issues, accessions)
        accessions.add(filing.accession)
        yield filing


def _digest(data: bytes, piece: Piece, pieces: int) -> str:
    return hashlib.sha256(data if pieces == 1 else data[piece.start : piece.end].strip(BLANK)).hexdigest()


def _read_piece(
    data: bytes, structure: bytes, piece: Piece, source: str, digest: str, issues: list[Issue], accessions: set[str]
) -> Filing:
    """One submission; `accessions` are those of earlier submissions in the same file."""
    documents: list[Document] = []
    container = "sec-document"
    if piece.tagged or piece.blocks:
        first = piece.blocks[0].before if piece.blocks else piece.end
        start = piece.header if piece.header >= 0 else piece.start
        end = piece.header_end if piece.header_end >= start else max(first, start)
        header, damaged = decode(data[start:end])
        if structure.startswith(b"<SUBMISSION>", start):
            container = "submission-tags (.nc)"
        elif not piece.header_closed:
            issues.append(Issue("header-not-closed", "header", header[-DETAIL:].strip()[-80:]))
        if not piece.closed and (piece.opened or piece.blocks or not piece.header_closed):
            issues.append(Issue("no-end-tag", "file", "the submission may be cut"))
    else:
        container = "tags stripped in storage"
        header, damaged, documents = read_stripped(data, piece.start, piece.end)
        issues.append(Issue("tags-stripped", "file", "documents are told apart by the lines their tags left"))
    if damaged:
        issues.append(Issue("undecodable-bytes", "header", "bytes outside UTF-8 and cp1252 became U+FFFD"))
    facts = read_header(header)
    issues += facts.issues
    sequences: set[str] = set()
    for number, block in enumerate(piece.blocks, 1):
        document, odd = read_document(data, structure, piece.start, block, number)
        issues += odd
        documents.append(document)
        sequence = document.sequence or ""
        if not sequence.isdecimal() or sequence in sequences:
            kind = "repeated-sequence" if sequence in sequences else "odd-sequence"
            issues.append(Issue(kind, f"document {number}", sequence[:DETAIL]))
        sequences.add(sequence)
    for start, end in piece.loose:
        passage = decode(data[start : min(end, start + DETAIL)])[0].strip()
        issues.append(Issue("text-outside-documents", f"bytes {start}-{end}", passage))
    return _filing(facts, header, container, documents, issues, digest, piece, source, accessions)


def _usual(declared: int, documents: list[Document]) -> bool:
    """Submissions with XBRL count one document that is never in the file."""
    return declared == len(documents) + 1 and any(document.type.startswith("EX-101") for document in documents)


def _filing(
    facts: HeaderFacts,
    header: str,
    container: str,
    documents: list[Document],
    issues: list[Issue],
    digest: str,
    piece: Piece,
    source: str,
    accessions: set[str],
) -> Filing:
    values: dict[str, str | None] = {**facts.values}
    accession = values.pop("accession", None) or ""
    form = values.pop("form", None) or ""
    printed = values.pop("declared_documents", None)
    if not accession and facts.named:
        accession = facts.named
        issues.append(Issue("accession-from-file-name", "header", accession))
    elif not accession:
        issues.append(Issue("no-accession-number", "header"))
    elif not ACCESSION.fullmatch(accession):
        issues.append(Issue("odd-accession-number", "header", accession[:DETAIL]))
    if accession and accession in accessions:
        issues.append(Issue("accession-twice", "file", "an earlier submission of this file has the same number"))
    if not form:
        issues.append(Issue("no-form-type", "header"))
    if not facts.parties:
        issues.append(Issue("no-parties", "header"))
    declared: int | None = None
    if printed is not None:
        if _COUNT.fullmatch(printed):
            declared = int(printed)
        else:
            issues.append(Issue("odd-document-count", "header", printed[:DETAIL]))
    if declared is not None and declared != len(documents) and not _usual(declared, documents):
        issues.append(Issue("document-count", "file", f"declared {declared}, found {len(documents)}"))
    return Filing(
        accession,
        form,
        source,
        digest,
        piece.end - piece.start,
        container,
        values.get("filed"),
        values.get("period"),
        values.get("changed"),
        values.get("acceptance"),
        values.get("effective"),
        declared,
        tuple(facts.items),
        tuple(facts.references),
        tuple(facts.group_members),
        tuple(facts.parties),
        tuple(documents),
        tuple(facts.other),
        header,
        tuple(Issue(issue.kind, issue.where, issue.detail, accession, source) for issue in issues),
        tuple(facts.lines),
        piece.start,
    )
