"""HTML of a filing → marked text (`marks`), through resiliparse."""

from __future__ import annotations

import html
import re

from resiliparse.extract.html2text import extract_plain_text

from kg.parse.marks import CELL, LINE, ROW, unmarked
from kg.parse.plain import marked_plain

_TAG = re.compile(r"<(?:t[dhr]|/?table|br)(?=[\s/>])[^<>]*>", re.I)
_DIV_CELL = re.compile(r"<(div|span)\b[^<>]*?display\s*:\s*table-(cell|row)[^<>]*>", re.I)
_HIDDEN = ('[style*="display:none" i]', '[style*="display: none" i]', "[hidden]")
_HIDING = ("none", "hidden", "None", "Hidden", "NONE", "HIDDEN")
_IX_HEADER = re.compile(r"<(/?)ix:header\b[^<>]*>", re.I)
_PRE = re.compile(r"<(/?)pre\b[^<>]*>", re.I)
_MARKUP = re.compile(r"</(?:p|div|tr)\s*>", re.I)
_ANY_TAG = re.compile(r"</?[a-z][^<>]*>|<!--[^<>]*-->", re.I)


def marked_html(source: str) -> str:
    """Visible text of an HTML document in reading order, with marks for cells, rows and line breaks.

    Dropped: scripts, styles, comments, form fields, elements that are not displayed, the hidden header of inline XBRL.
    """
    source = _preformatted(_without_hidden_facts(unmarked(source)))
    hidden = _HIDDEN if any(word in source for word in _HIDING) else ()
    plain: str = extract_plain_text(
        _mark_structure(source),
        main_content=False,
        alt_texts=False,
        links=False,
        form_fields=False,
        list_bullets=False,
        noscript=False,
        skip_elements=list(hidden) or None,
    )
    return plain


def _mark_structure(source: str) -> str:
    """Marks go inside cells and behind tables: text straight inside a table or row would be moved out by the parser."""
    pieces: list[str] = []
    start, first = 0, True  # `first`: the next cell begins a row
    for tag in _TAG.finditer(source):
        name = tag[0][1:3].lower()
        if name == "br":
            pieces += (source[start : tag.start()], LINE)
        elif name == "/t":
            pieces += (source[start : tag.end()], ROW)
        elif name in ("td", "th"):
            pieces += (source[start : tag.end()], ROW if first else CELL)
            first = False
        else:
            first = True
            continue
        start = tag.end()
    pieces.append(source[start:])
    marked = "".join(pieces)
    if "table-cell" in marked or "table-row" in marked:
        marked = _DIV_CELL.sub(lambda tag: tag[0] + (CELL if tag[2].lower() == "cell" else ROW), marked)
    return marked


def _without_hidden_facts(source: str) -> str:
    """Inline XBRL keeps undisplayed facts in `ix:header`, which an HTML parser would show."""
    out: list[str] = []
    start = 0
    opened = -1
    for tag in _IX_HEADER.finditer(source):
        if not tag[1]:
            opened = tag.start() if opened < 0 else opened
        elif opened >= 0:
            out.append(source[start:opened])
            start, opened = tag.end(), -1
    return "".join((*out, source[start:]))


def _preformatted(source: str) -> str:
    """Text inside PRE is laid out as an ASCII filing."""
    if not _PRE.search(source):
        return source
    out: list[str] = []
    start = depth = opened = 0
    for tag in _PRE.finditer(source):
        if not tag[1]:
            if depth == 0:
                out.append(source[start : tag.start()])
                opened = tag.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                out.append(_laid_out(source[opened : tag.start()]))
                start = tag.end()
    out.append(_laid_out(source[opened:]) if depth else source[start:])
    return "".join(out)


def _laid_out(inner: str) -> str:
    if _MARKUP.search(inner):
        return f"<div>{inner}</div>"  # marked up after all: PRE only wraps a document
    lines = re.sub(r"<br\b[^<>]*>", "\n", inner, flags=re.I)
    plain = marked_plain(html.unescape(_ANY_TAG.sub(_kept_tag, lines)))
    return f"<div>{ROW}{html.escape(plain, quote=False)}{ROW}</div>"


def _kept_tag(tag: re.Match[str]) -> str:
    """Tags that mean something in ASCII filings stay for the ASCII reader."""
    return tag[0] if re.fullmatch(r"</?(?:page|table|caption|s|c|fn|f\d+)>", tag[0], re.I) else ""
