"""Document bodies → normalised text with its layout (paragraphs, table rows and cells)."""

from __future__ import annotations

import hashlib
import re

from resiliparse.extract.html2text import extract_plain_text

from kg.model import Document, DocumentText, Filing, ReadFiling

_CELL_END = re.compile(r"</t[dh]\s*>", re.I)
_ROW_END = re.compile(r"</tr\s*>", re.I)
_CELL, _ROW = "\ue000", "\ue001"  # private-use marks that survive the HTML converter and show where cells and rows end
_SPACE = re.compile(r"[\s\ue000\ue001]+")


def decode(body: bytes) -> str:
    """UTF-8, else cp1252; undefined bytes become U+FFFD."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def _html(source: str) -> str:
    marked = _ROW_END.sub(_ROW + "</tr>", _CELL_END.sub(_CELL + "</td>", source))
    plain: str = extract_plain_text(
        marked, main_content=False, alt_texts=False, links=False, form_fields=False, list_bullets=False, noscript=False
    )
    return plain


def _ascii(source: str) -> str:
    """Hard-wrapped lines joined into paragraphs; lines of a table keep their breaks, runs of blanks become cells."""
    source = re.sub(r"(?i)</?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d+)>", " ", source)
    out: list[str] = []
    for block in re.split(r"\n[ \t]*\n", source.replace("\r\n", "\n")):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        if sum(bool(re.search(r"\S[ \t]{3,}\S", line)) for line in lines) >= max(1, len(lines) // 2):
            out.append("\n".join(re.sub(r"[ \t]{3,}", _CELL, line) for line in lines))
        else:
            out.append(" ".join(lines))
    return "\n\n".join(out)


def _fold(plain: str) -> tuple[str, str]:
    """White-space runs to one character: a space in the text; in the layout "\\n" or "\\t" where a break or cell ended."""

    def mark(run: re.Match[str]) -> str:
        seen = run[0]
        if _ROW in seen:
            return "\n"
        if _CELL in seen:
            return "\t"
        return "\n" if "\n" in seen else " "

    layout = _SPACE.sub(mark, plain).strip()
    return layout.replace("\n", " ").replace("\t", " "), layout


def read_document(document: Document, sequence: int) -> DocumentText:
    """The normalised text of one HTML or plain document."""
    source = decode(document.body)
    text, layout = _fold(_html(source) if document.kind == "html" else _ascii(source))
    return DocumentText(sequence, document.type, text, layout, hashlib.sha256(text.encode()).hexdigest())


def read_filing(filing: Filing) -> ReadFiling:
    """The filing with the text of every document that has one."""
    texts = tuple(
        read_document(document, int(document.sequence or number))
        for number, document in enumerate(filing.documents, 1)
        if document.kind in ("html", "text")
    )
    return ReadFiling(filing, texts)
