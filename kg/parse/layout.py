"""Bytes of a file → where its submissions, headers and documents lie; one pass, linear, never raising.

One `bytes.find` over `DOCUMENT>` finds every document tag and envelope tag. What stands between documents (a gap) is a
header, an end tag, blanks, or odd; only gaps are searched for the tags that begin and end submissions and headers.
Tags in lower case are only looked for where this plain reading leaves something unexplained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

BLANK = b" \t\r\n\f\v\0\xef\xbb\xbf"
_TAG = b"DOCUMENT>"
_STRUCTURE = re.compile(
    rb"</?(?:(?:SEC|IMS)-(?:DOCUMENT|HEADER)|SUBMISSION|DOCUMENT|TEXT|TYPE|SEQUENCE|FILENAME|DESCRIPTION)>", re.I
)
_FRESH, _HEADER_END, _END = 3, 4, 5
# Tags of a gap with their rank. A submission runs through the ranks 0 to 3 once; a rank that does not rise begins the
# next submission.
_MARKS = (
    (b"-----BEGIN PRIVACY-ENHANCED MESSAGE-----", 0),
    (b"<SEC-DOCUMENT>", 1),
    (b"<IMS-DOCUMENT>", 1),
    (b"<SUBMISSION>", 2),
    (b"<SEC-HEADER>", 3),
    (b"<IMS-HEADER>", 3),
    (b"</SEC-HEADER>", _HEADER_END),
    (b"</IMS-HEADER>", _HEADER_END),
    (b"</SEC-DOCUMENT>", _END),
    (b"</IMS-DOCUMENT>", _END),
    (b"</SUBMISSION>", _END),
    (b"-----END PRIVACY-ENHANCED MESSAGE-----", _END),
)
# What the marks end with: four searches find all twelve.
_TAILS = (b"-DOCUMENT>", b"-HEADER>", b"SUBMISSION>", b" PRIVACY-ENHANCED MESSAGE-----")
_BY_TAIL = tuple((tail, tuple(mark for mark in _MARKS if mark[0].endswith(tail))) for tail in _TAILS)
_AFTER_END = re.compile(
    rb"[\s\0]*(?:\Z|<DOCUMENT>|</?(?:SEC|IMS)-DOCUMENT>|</?SUBMISSION>|<(?:SEC|IMS)-HEADER>|-----(?:END|BEGIN) PRIV)"
)
_DOCUMENT_START = re.compile(rb"[\s\0]*<(?:TYPE|SEQUENCE|FILENAME|DESCRIPTION|TEXT)>")
_ENVELOPE = re.compile(rb"[ \t]*\d{10}-\d\d-\d{6}")
_BOUNDARY = re.compile(
    rb"[\r\n][ \t\0]*(?:-----(?:BEGIN|END) PRIVACY-ENHANCED MESSAGE-----|</?(?:SEC|IMS)-DOCUMENT>"
    rb"|</?SUBMISSION>[ \t]*(?=[\r\n]|\Z)|<(?:SEC|IMS)-HEADER>)"
)


@dataclass(frozen=True, slots=True)
class Block:
    """One `<DOCUMENT>`: the bytes between its tags, the bytes with its tags, and what was wrong with its end."""

    start: int
    end: int
    before: int
    after: int
    trouble: str = ""


@dataclass(slots=True)
class Piece:
    """One submission of a file: `[start, end)`, its header, its documents and bytes that belong to nothing (`loose`).

    `tagged` tells that a tag of an envelope or header was seen; `opened` and `closed` that an envelope's tags were.
    """

    start: int
    end: int = -1
    header: int = -1
    header_end: int = -1
    header_closed: bool = False
    tagged: bool = False
    opened: bool = False
    closed: bool = False
    blocks: list[Block] = field(default_factory=list)
    loose: list[tuple[int, int]] = field(default_factory=list)


def read_layout(data: bytes) -> tuple[bytes, list[Piece]]:
    """The bytes to read tags from (equal in length to `data`, structural tags in upper case) and every submission."""
    pieces, sound = _pieces(data)
    if sound:
        return data, pieces
    raised = _STRUCTURE.sub(lambda tag: tag[0].upper(), data)
    return (data, pieces) if raised == data else (raised, _pieces(raised)[0])


def _pieces(data: bytes) -> tuple[list[Piece], bool]:
    """Every submission; the flag is False where something stayed unexplained and tags in lower case may be why."""
    blocks, sound = _blocks(data)
    pieces: list[Piece] = []
    gap = 0
    for block in blocks:
        _read_gap(data, gap, block.before, pieces)
        if not pieces:
            pieces.append(Piece(0))
        pieces[-1].blocks.append(block)
        gap = block.after
    _read_gap(data, gap, len(data), pieces)
    if pieces:
        pieces[0].start = 0
        for piece, following in pairwise(pieces):
            piece.end = following.start
        pieces[-1].end = len(data)
    return pieces, sound and bool(pieces) and all(piece.tagged and not piece.loose for piece in pieces)


def _read_gap(data: bytes, start: int, end: int, pieces: list[Piece]) -> None:
    """What stands between two documents: ends and beginnings of submissions, headers, and loose text."""
    piece = pieces[-1] if pieces else None
    explained = start
    rank = _FRESH
    in_header = False
    for position, size, this in _marks(data, start, end):
        before = explained
        explained = position + size
        if this > _FRESH:
            if not in_header:
                _add_loose(data, before, position, piece)
            elif piece is not None:
                piece.header_end = position
                piece.header_closed = this == _HEADER_END
            if this == _END and piece is not None:
                piece.closed = True
            in_header = False
            rank = _FRESH
            continue
        # Envelopes may follow each other in any order as long as nothing of a header stands between them.
        said = not in_header or b"ACCESSION" in data[before:position].upper()
        if piece is None or (this <= rank and said):
            fresh = Piece(position)
            if not in_header:
                _add_loose(data, before, position, piece or fresh)
            elif piece is not None:
                piece.header_end = position
            piece = fresh
            pieces.append(piece)
        rank = this
        in_header = True
        if this > 0:
            piece.tagged = True
            piece.opened = piece.opened or this < _FRESH
            piece.header = position
    if not in_header:
        _add_loose(data, explained, end, piece)
    elif piece is not None:
        piece.header_end = end


def _add_loose(data: bytes, start: int, end: int, piece: Piece | None) -> None:
    if piece is not None and start < end and data[start:end].strip(BLANK):
        piece.loose.append((start, end))


def _marks(data: bytes, start: int, end: int) -> list[tuple[int, int, int]]:
    """Position, length and rank of every structural tag in a gap, in order."""
    found: list[tuple[int, int, int]] = []
    if end - start < 64:
        content = data[start:end].strip(BLANK)
        if not content:
            return found
        if content == b"</SEC-DOCUMENT>":  # the last gap of nearly every file
            return [(data.index(content, start), len(content), _END)]
    for tail, marks in _BY_TAIL:
        position = data.find(tail, start, end)
        while position >= 0:
            after = position + len(tail)
            for mark, rank in marks:
                if after - len(mark) >= start and data.startswith(mark, after - len(mark)):
                    found.append((after - len(mark), len(mark), rank))
                    break
            position = data.find(tail, after, end)
    found.sort()
    return found


def _positions(data: bytes, needle: bytes) -> Iterator[int]:
    position = data.find(needle)
    while position >= 0:
        yield position
        position = data.find(needle, position + len(needle))


def _blocks(data: bytes) -> tuple[list[Block], bool]:
    """Every document in file order; the flag is False where one had no end of its own.

    A tag inside of text is no end unless it stands like one: `</DOCUMENT>` behind `</TEXT>` or before the next piece of
    structure, `<DOCUMENT>` on a line of its own before `<TYPE>`.
    """
    blocks: list[Block] = []
    sound = True
    begin = -1
    candidate = -1  # a </DOCUMENT> on a line of its own inside the open document that did not stand like its end

    def force(limit: int) -> None:
        """Ends the open document before `limit`, where no end tag did."""
        nonlocal sound, begin, candidate
        if candidate >= 0:
            blocks.append(Block(begin, candidate, begin - 10, candidate + 11, "document-end-unclear"))
        else:
            boundary = _BOUNDARY.search(data, begin, limit)
            end = boundary.start() if boundary else limit
            blocks.append(Block(begin, end, begin - 10, end, "document-not-closed"))
        sound, begin, candidate = False, -1, -1

    for position in _positions(data, _TAG):
        after = position + len(_TAG)
        before = data[position - 5 : position] if position >= 5 else data[:position]
        if begin < 0:
            if before[-1:] == b"<":
                begin = after
        elif before[-2:] == b"</":
            closes_text = data[max(0, position - 40) : position - 2].rstrip(BLANK).endswith(b"</TEXT>")
            if (closes_text and _alone(data, position - 2, after)) or _AFTER_END.match(data, after):
                blocks.append(Block(begin, position - 2, begin - 10, after))
                begin, candidate = -1, -1
            elif _alone(data, position - 2, after):
                candidate = position - 2
        elif before[-1:] == b"<":
            if _line_start(data, position - 1) and _DOCUMENT_START.match(data, after):
                force(position - 1)
                begin = after
        elif before in (b"<SEC-", b"<IMS-") and _line_start(data, position - 5) and _ENVELOPE.match(data, after):
            force(position - 5)
    if begin >= 0:
        force(len(data))
    return blocks, sound


def _line_start(data: bytes, position: int) -> bool:
    """Whether only blanks, or another tag, stand before `position` on its line."""
    before = data[max(0, position - 200) : position].rstrip(b" \t\0")
    return not before or before[-1:] in b"\r\n>"


def _alone(data: bytes, start: int, end: int) -> bool:
    """Whether `[start, end)` is a line of its own."""
    following = data[end : end + 200].lstrip(b" \t\0")
    return _line_start(data, start) and (not following or following[:1] in b"\r\n")
