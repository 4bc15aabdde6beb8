"""Text of a periodic or current report → its numbered items, by heading, with offsets.

Tables of contents, running heads and cross-references name the same items. Of all lines that look like the heading of
an item, the chain is kept that follows the form's own order and covers the most text; a report of events (8-K) may
take its items in any order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kg import ontology
from kg.model import Section

_ITEM = re.compile(
    r"[Ii][Tt][Ee][Mm][Ss]?[\s\xa0]{0,2}[#:.]?[\s]{0,2}(\d{1,2}(?:\.\d\d)?(?:\(T\)|[A-Ka-k](?![a-z]))?(?:\(T\))?)"
)
_ALSO = re.compile(r"(?:^|[;/,&]|\band\b)\s*(?:items?\s+)?(\d\.\d\d)(?=\s|$|,)", re.I)
_MORE = re.compile(r"(?:\s*(?:,|/|;|&|and)\s*(?:items?\s+)?\d\.\d\d\b){1,6}", re.I)  # "Items 5.01, 5.02 and 9.01"
_FIRST_PART = re.compile(r"financial statements|management|md&a|discussion|quantitative|market risk|controls", re.I)
_PART = re.compile(r"(?:^|(?<=[\n\t\v]))part\s+(i{1,3}v?|[1-4])\b", re.I)
_LINE_START = frozenset("\n\t\v")
_BEFORE = re.compile(r"[\W_]{0,4}(?:part\s+[ivx\d]+\W{1,4})?", re.I)
_SEPARATOR = re.compile(r"[\s.:;,\-–—|•]*")
_REFERENCE = re.compile(
    r"(?:of|in|and|or|to|above|below|herein|hereof|which|as|is|was|are|were|that|this|under|on|for|contains?|shall"
    r"|through|by|with)\b"
)
_TITLE_END = re.compile(r"[\n\t]|(?<=[a-z)\]’'”\"A-Z])[.:](?=\s)(?!\s[a-z])|\s[–—]\s(?=[A-Z][a-z]+ [a-z])")
_PAGE = re.compile(r"[\s.]*\d{1,3}\s*$")
_CONTINUED = re.compile(r"\(?\bcontinued\b", re.I)
_SIGNATURE = re.compile(r"(?<=\n)\W{0,3}signatures?\W{0,3}(?=\n)", re.I)
_MOST = 4000  # headings looked at: no report has so many, but a file may

_ORDERS = {
    "10-K": "1 1A 1B 1C 2 3 4 4A 5 6 7 7A 8 9 9A 9A(T) 9B 9C 10 11 12 13 14 15 16",
    "10-Q": "I-1 I-1A I-2 I-3 I-4 I-4T II-1 II-1A II-2 II-3 II-4 II-5 II-6",
    "10-KSB": "1 2 3 4 5 6 7 8 8A 8B 9 10 11 12 13 14 15",
    "10-QSB": "I-1 I-2 I-3 I-3A II-1 II-2 II-3 II-4 II-5 II-6",
    "20-F": "1 2 3 4 4A 5 6 7 8 9 10 11 12 13 14 15 16 16A 16B 16C 16D 16E 16F 16G 16H 16I 16J 16K 17 18 19",
}


class _Heading(NamedTuple):
    number: str
    title: str
    start: int
    end: int  # of the heading
    known: bool  # the title is that of the item


def sections(text: str, layout: str, form: str) -> tuple[Section, ...]:
    """Items of a form 8-K, 10-K, 10-Q, 10-KSB, 10-QSB or 20-F (and variants) in text order; none for other forms."""
    base = _base(form)
    if base != "8-K" and base not in _ORDERS:
        return ()
    headings = list(_headings(text, layout, base))
    chosen = _events(headings) if base == "8-K" else _chain(headings, base, len(text))
    if not chosen:
        return ()
    last = _SIGNATURE.search(layout, chosen[-1].end)
    end = last.start() if last else len(text)
    ends = [next((later.start for later in chosen if later.start > heading.start), end) for heading in chosen]
    return tuple(
        Section(heading.number, heading.title, heading.start, max(end, heading.end))
        for heading, end in zip(chosen, ends, strict=True)
    )


def _base(form: str) -> str:
    plain = form.upper().replace("10K", "10-K").replace("10Q", "10-Q").replace("20F", "20-F").replace("8K", "8-K")
    base = ontology.base_form(plain)
    return re.sub(r"(?<=^10-[KQ]SB).*|40$", "", base.removesuffix("/A"))


def _headings(text: str, layout: str, base: str) -> Iterator[_Heading]:
    """Lines that begin with "Item" and a number of the form, and do not go on like a sentence that refers to it."""
    parts = [
        (match.start(), "I" * min(len(match[1]), 2) if match[1].lower() in ("i", "ii") else match[1])
        for match in _PART.finditer(layout)
    ]
    place = found = 0
    part = ""
    for match in _ITEM.finditer(layout):
        start = match.start()
        if not _at_line_start(layout, start):
            continue
        more = _MORE.match(layout, match.end()) if base == "8-K" else None
        after = more.end() if more else match.end()
        rest = _SEPARATOR.match(layout, after)
        begin = rest.end() if rest else after
        if _REFERENCE.match(layout, begin) or (
            layout[match.end() : match.end() + 1] in ("(", "”", '"') and base != "8-K"
        ):
            continue
        while place < len(parts) and parts[place][0] <= start:
            part = parts[place][1].upper()
            place += 1
        title, end = _title(text, layout, after, begin)
        if _CONTINUED.search(title):
            continue
        for number in _numbers(match[1].upper(), base, part, title):
            yield _Heading(number, title, start, end, _is_title(base, number, title))
        for also in _ALSO.findall(f"{more[0] if more else ''} {title}") if base == "8-K" else ():
            if ontology.item_code("8-K", also) == also:
                yield _Heading(also, title, start, end, False)
        found += 1
        if found >= _MOST:
            return


def _at_line_start(layout: str, start: int) -> bool:
    if not start or layout[start - 1] in _LINE_START:
        return True
    line = max(layout.rfind(mark, max(0, start - 24), start) for mark in _LINE_START) + 1
    return (line > 0 or start < 24) and bool(_BEFORE.fullmatch(layout, line, start))


def _title(text: str, layout: str, after: int, begin: int) -> tuple[str, int]:
    """The title behind the number, in the same line, the next cell or, if the number stands alone, the next line."""
    stop = _TITLE_END.search(layout, begin, begin + 300)
    end = stop.start() if stop else min(len(text), begin + 120 if begin + 300 < len(text) else len(text))
    if "\n" in layout[after:begin] and (end - begin > 160 or not text[begin : begin + 1].isupper()):
        return "", after
    title = text[begin:end]
    page = _PAGE.search(title)
    title = (title[: page.start()] if page and len(title) > 6 else title).rstrip(" .:-–—")
    words = [word for word in title.split() if len(word) > 3]
    if len(words) > 8 and sum(word[0].isupper() for word in words) * 2 < len(words):
        return "", after  # the text itself, without a title
    return title, begin + len(title)


def _numbers(printed: str, base: str, part: str, title: str) -> Iterator[str]:
    """The form's own numbers that a printed one may mean: a 10-Q has an item 1 in each of its parts."""
    if base == "8-K":
        if ontology.item_code("8-K", printed) == printed:
            yield printed
        return
    order = _ORDERS[base].split()
    if base not in ("10-Q", "10-QSB"):
        if printed in order:
            yield printed
        return
    by_title = ontology.item_code("10-Q", title) if title else None
    if by_title and by_title.partition("-")[2] == printed:
        yield by_title
        return
    likely = ["I" if _FIRST_PART.search(title) else "II"] if title else ["I", "II"]
    for each in [part] if part in ("I", "II") else likely:
        if f"{each}-{printed}" in order:
            yield f"{each}-{printed}"


def _is_title(base: str, number: str, title: str) -> bool:
    return bool(title) and ontology.item_code(base, title) == number


def _events(headings: list[_Heading]) -> list[_Heading]:
    """The first heading of every item of a report of events; one whose title is the item's goes before others."""
    best: dict[str, _Heading] = {}
    for heading in headings:
        kept = best.get(heading.number)
        if kept is None or (heading.known and not kept.known):
            best[heading.number] = heading
    return sorted(best.values(), key=lambda heading: heading.start)


def _chain(headings: list[_Heading], base: str, length: int) -> list[_Heading]:
    """Headings in the form's order that together cover the most text."""
    rank = {number: place for place, number in enumerate(_ORDERS[base].split())}
    best: list[tuple[float, int]] = [(0.0, -1)] * len(rank)  # by rank of the last item: (score, place in `links`)
    links: list[tuple[_Heading, int]] = []
    following = dict(pairwise([*sorted({heading.start for heading in headings}), length]))
    for heading in headings:
        place = rank[heading.number]
        extent = following[heading.start] - heading.start
        worth = 0.2 + min(extent, 4000) / 4000 + (0.5 if heading.known else 0.2 if heading.title else 0.0)
        earlier = [(score, link) for score, link in best[:place] if link < 0 or links[link][0].start < heading.start]
        score, before = max(earlier, default=(0.0, -1))
        if score + worth > best[place][0]:
            best[place] = (score + worth, len(links))
            links.append((heading, before))
    chain: list[_Heading] = []
    link = max(best)[1]
    while link >= 0:
        heading, link = links[link]
        chain.append(heading)
    return chain[::-1]
