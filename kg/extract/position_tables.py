"""Lists and tables of persons → what the line or the heading before them says of all: elected, left, since when."""

from __future__ import annotations

import re

from kg.extract.date_book import DateBook
from kg.extract.position_pages import Pages

_LIST_HEAD = re.compile(
    r"\b(?P<in>appointed|elected|re-?elected|promoted|(?:were|was|has\sbeen|have\sbeen)\snamed|took\soffice"
    r"|take\soffice|takes\soffice|assumed\soffice|joined\sthe\s(?:board|company|management))\b"
    r"|\b(?P<out>resigned|stepped\sdown|retired|left\soffice|ceased\sto)\b"
)
_ROW = re.compile(r"\s*(?:[•\-–*]|\(?[ivx\d]+[.)])?\s*(?:(?:Mr|Ms|Mrs|Dr)\.\s)?[A-Z]")


def list_event(pages: Pages, book: DateBook, index: int) -> tuple[str, str | None] | None:
    """What the line before a list says of all in it: ("appointed", date); None outside such lists."""
    sentences = pages.context.sentences(pages.document.sequence)
    layout = pages.document.layout
    for back in range(1, 14):
        if index - back < 0:
            return None
        start, end = sentences[index - back]
        if layout[end - 1] == ":":
            head = _LIST_HEAD.search(layout, max(start, end - 400), end)
            if head is None:
                return None
            dates = [iso for _, _, iso in book.within(start, end) if len(iso) >= 7]
            return ("appointed" if head["in"] else "departed"), (dates[-1] if dates else book.last_before(start))
        if end - start > 260 or not _ROW.match(layout, start):
            return None
    return None
