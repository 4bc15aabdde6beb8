"""Rows whose headings tell what became of whom, careers as dated lines, names under the words "Board of Directors".

`by_columns` reads a row under "Outgoing" and "Incoming" or "Present post" and "New post"; `career` a line
"2003 to present: Treasurer" under a name; `under_heading` the names that stand in lines of their own under a heading.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kg.extract.date_book import DateBook
from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.person_memory import PersonMemory
from kg.extract.position_merge import Fact, office_keys
from kg.extract.position_pages import LONGEST, Pages
from kg.extract.position_parties import Cell, cells_of
from kg.extract.position_tables import officers_of
from kg.extract.position_titles import find_titles, office_end
from kg.extract.rules import Rule

COLUMNS = Rule(
    "position-columns", 1, "A row under headings that tell who left an office, who came into it, or which is the new one.",
    ("Office\tOutgoing\tIncoming\nTreasurer\tJane Roe\tJohn Doe\n",
     "Name\tPresent post\tNew post\tEffective\nJane Roe\tController\tTreasurer\tApril 1, 2012\n",
     "Director\tOffice\tAppointed\tResigned\nJane Roe\tTreasurer\tMay 4, 2009\tApril 1, 2012\n"),
    ("Office\tName\tAge\nTreasurer\tJane Roe\t51\n",), 0.85,
)  # fmt: skip
CAREER = Rule(
    "position-career", 1, "A line of a career, of a person named above it, that goes on to this day.",
    ("JANE ROE, age 55\n2003 - present: Treasurer\n1998 - 2003: Controller, Widget Tools, Inc.\n",),
    ("JANE ROE, age 55\n1998 - 2003: Treasurer\n",), 0.85,
)  # fmt: skip
UNDER_BOARD = Rule(
    "position-under-heading", 1, "Persons in lines of their own under the words “Board of Directors”.",
    ("BOARD OF DIRECTORS\nJane Roe, President, Widget Tools, Inc.\nJohn Doe, Retired Partner, Doe & Roe\n",),
    ("To the Board of Directors\nJane Roe, Widget Tools, Inc.\nJohn Doe, Doe & Roe\n",), 0.8,
)  # fmt: skip
TELEGRAPHIC = Rule(
    "position-telegraphic", 1, "Offices in clauses without a subject, under a name and an age.",
    ("JANE ROE. Age 58. Director since 1994; Chairman of the Board since 1998. Treasurer, Widget Tools, Inc.",),
    ("JANE ROE. Age 58. Director from 1994 to 1998. Treasurer of Widget Tools, Inc. until 1999.",), 0.8,
)  # fmt: skip
NOMINEES = Rule(
    "position-nominees", 1, "Persons of whom the owners elected all who were nominated.",
    ("On May 4, 2012 the stockholders elected all three nominees: Jane Roe, John Doe and Ann Poe.",),
    ("The stockholders should have elected all three nominees: Jane Roe, John Doe and Ann Poe.",), 0.8,
)  # fmt: skip
_ROWS = 24
_POST = r"(?:posts?|positions?|offices?|titles?|roles?|responsibilit(?:y|ies)|capacity|job)"
_LABELS = {
    "name": r"name(?: of \w+)?|officers?|directors?|persons?|executives?|individual|name and age",
    "new": rf"(?:new|future|next|proposed new) {_POST}|(?:appointed|promoted|elected) (?:to|as)|new (?:title|role)|to",
    "old": rf"(?:present|current|existing|previous|former|prior|old) {_POST}|from",
    "office": rf"{_POST}(?: held)?",
    "out": r"(?:outgoing|departing|retiring|former|previous|predecessor|replaced|resigning)"
    r"(?: (?:officer|director|holder|incumbent|executive|member))?|predecessor",
    "in": r"(?:incoming|new|successor|appointee|replacement)(?: (?:officer|director|holder|incumbent|executive|member))?|successor",
    "day": r"effective(?: date| as of| from)?|date(?: effective| of (?:change|effect))?|with effect from|as of|when",
    "came": r"(?:date )?(?:appointed|elected)|date of (?:appointment|election)|appointment date",
    "left": r"(?:date )?(?:resigned|retired|ceased|departed|left)|date of (?:resignation|retirement|cessation|departure|removal)"
    r"|resignation date|until",
}
_MATCHERS = {kind: late(rf"(?i)\W*(?:{words})\W*") for kind, words in _LABELS.items()}


@lru_cache(maxsize=1024)  # tables repeat their headings, and a row asks for those over it
def _kind(words: str) -> str | None:
    """What a heading says that its column tells."""
    return next((kind for kind, matcher in _MATCHERS.items() if matcher.fullmatch(words)), None)


def _headings(pages: Pages, index: int, count: int) -> tuple[int, dict[str, int]] | None:
    """The row of headings over a row of `count` cells, and the kinds of its columns, by what they say."""
    sentences, layout = pages.context.sentences(pages.document.sequence), pages.document.layout
    for back in range(1, min(index, _ROWS) + 1):
        start, end = sentences[index - back]
        if end - start > 400 or layout.find("\t", start, end) < 0:
            return None
        kinds: dict[str, int] = {}
        for place, (a, z) in enumerate(cells_of(layout, start, end)):
            kind = _kind(" ".join(layout[a:z].split()))
            if kind:
                kinds.setdefault(kind, place)
        if len(kinds) > 1 and max(kinds.values()) < count:
            told = ("new" in kinds and "name" in kinds) or ("office" in kinds and {"out", "in"} & set(kinds) and "name" not in kinds)
            told = told or ("left" in kinds and {"name", "office"} <= set(kinds))
            return (index - back, kinds) if told else None
    return None


def _day_over(pages: Pages, book: DateBook, heading: int) -> str | None:
    """The one day that the line over a table gives ("Changes of officers (as of April 1, 2019)")."""
    sentences = pages.context.sentences(pages.document.sequence)
    for start, end in reversed(sentences[max(0, heading - 2) : heading]):
        days = {iso for _, _, iso in book.within(start, end) if len(iso) == 10} if end - start < 160 else set()
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _passed_on(pages: Pages, heading: int, index: int, place: int, title: str) -> bool:
    """Is an office that one has at present the new one of somebody in another row of the table?"""
    sentences, layout = pages.context.sentences(pages.document.sequence), pages.document.layout
    for n in range(heading + 1, min(heading + _ROWS, len(sentences))):
        cells = cells_of(layout, *sentences[n])
        if len(cells) <= place:
            return False
        if n != index and any(office_keys(t) == office_keys(title) for t in _titles(pages, cells[place])):
            return True
    return False


_BRACKETS = late(r"\([^()]*\)")
_PRESENT_POST = late(r"(?i)present|current|existing")


def _words(pages: Pages, index: int, place: int) -> str:
    """What a cell says."""
    a, z = cells_of(pages.document.layout, *pages.context.sentences(pages.document.sequence)[index])[place]
    return pages.document.layout[a:z]


def _person(pages: Pages, memory: PersonMemory, cell: Cell) -> str | None:
    mentions = pages.persons(*cell) if cell[1] - cell[0] < 200 else []
    return memory.resolve(mentions[0]) if len(mentions) == 1 else None


def _titles(pages: Pages, cell: Cell) -> list[str]:
    """The office of a cell: all of its words where they begin with an office, but not what it adds in brackets."""
    layout, (start, end) = pages.document.layout, cell
    titles = find_titles(layout, start, end)
    whole = " ".join(_BRACKETS.sub(" ", layout[start:end]).split()).strip(" ,;*")
    if titles and layout[start : titles[0].start].strip() == "" and len(whole) < 100 and not pages.context.orgs_in(pages.document.sequence, start, end):
        return [whole]
    return [" ".join(t.text.split()).strip(" ,") for t in titles]


def _date(pages: Pages, book: DateBook, cell: Cell) -> str | None:
    days = [iso for _, _, iso in book.within(*cell)]
    year = _YEAR.fullmatch(pages.document.layout, *cell)
    return year[1] if year else days[0] if len(days) == 1 else None


_YEAR = late(r"\W*((?:19|20)\d\d)\W*")


def beside_lines(pages: Pages, memory: PersonMemory, book: DateBook, index: int) -> Iterator[Fact]:
    """What a line says only together with those above or below it."""
    yield from career(pages, memory, book, index)
    yield from under_heading(pages, memory, index)
    yield from nominees(pages, memory, book, index)
    yield from telegraphic(pages, memory, book, index)


def by_columns(pages: Pages, memory: PersonMemory, book: DateBook, index: int) -> list[Fact] | None:
    """The offices of the row at sentence `index`, where its headings tell what became of them; None under others."""
    start, end = pages.context.sentences(pages.document.sequence)[index]
    if end - start > 600 or pages.document.layout.find("\t", start, end) < 0:
        return None
    cells = cells_of(pages.document.layout, start, end)
    found = _headings(pages, index, len(cells))
    if found is None:
        return None
    heading, kinds = found
    evidence = (pages.context.evidence(pages.document.sequence, start, end),)
    org = officers_of(pages, index) or pages.context.filer
    if not org.name:
        return []

    def told(who: str, what: str, event: str, day: str | None) -> list[Fact]:
        name = _person(pages, memory, cells[kinds[who]]) if who in kinds else None
        titles = _titles(pages, cells[kinds[what]]) if name else []
        return [
            Fact(name or "", org, title, event, day, COLUMNS.name, COLUMNS.confidence, evidence, False, True) for title in titles
        ]

    day = _date(pages, book, cells[kinds["day"]]) if "day" in kinds else _day_over(pages, book, heading)
    if "new" in kinds:
        past = told("name", "old", "holds", None) if "old" in kinds and _PRESENT_POST.search(_words(pages, heading, kinds["old"])) else []
        gone = [_passed_on(pages, heading, index, kinds["new"], f.title) for f in past]
        past = [replace(f, event="departed", date=day) if g else f for f, g in zip(past, gone, strict=True)]
        return [*told("name", "new", "appointed", day), *past]
    if "left" in kinds:
        left = _date(pages, book, cells[kinds["left"]])
        came = _date(pages, book, cells[kinds["came"]]) if "came" in kinds else None
        return told("name", "office", "departed" if left else "holds", left or came)
    return [*told("out", "office", "departed", day), *told("in", "office", "appointed", day)]


_ON = late(
    r"\W*(?:since\s+)?(?P<from>(?:\w+\.?\s+)?(?:\d{1,2},?\s+)?(?:19|20)\d\d)\s*(?:[-–—]+|to|until)\s*(?:the\s+)?(?:present|date|now|current|today)\b"
    r"(?:\s+(?:day|time))?[\s:,.–—-]*", 2
)  # fmt: skip
_PAST = late(r"\W*(?:\w+\.?\s+)?(?:19|20)\d\d\s*(?:[-–—]+|to|until)\s*(?:\w+\.?\s+)?(?:19|20)?\d\d\b|\W*(?:19|20)\d\d\b", 2)
_OF_SOMEBODY = late(r"(?:,|\s+(?:of|at|for|with|in))\s+\S")


def career(pages: Pages, memory: PersonMemory, book: DateBook, index: int) -> Iterator[Fact]:
    """The office of a line "2003 - present: Treasurer", of the person whose name stands over the lines of the career."""
    context, sequence, layout = pages.context, pages.document.sequence, pages.document.layout
    sentences = context.sentences(sequence)
    start, end = sentences[index]
    line = _ON.match(layout, start, end) if end - start < 300 else None
    if line is None:
        return
    titles = find_titles(layout, line.end(), end)
    if not titles or titles[0].start > line.end() + 4:
        return
    title = titles[0]
    orgs = [m for m in context.orgs_in(sequence, title.end, end) if m.form != "pronoun"]
    if not orgs and _OF_SOMEBODY.match(layout, title.end, end):
        return
    org = orgs[0].org if orgs else context.filer
    for back in range(1, min(index, _ROWS) + 1):
        a, z = sentences[index - back]
        if _PAST.match(layout, a, z) or _ON.match(layout, a, z):
            continue
        mentions = pages.persons(a, z) if z - a < 160 else []
        name = memory.resolve(mentions[0]) if mentions and mentions[0].full and mentions[0].start - a < 8 else None
        if not name:
            return
        days = [iso for _, _, iso in book.within(*line.span("from"))]
        quotes = (context.evidence(sequence, a, z), context.evidence(sequence, start, end))
        date = days[0] if days else line["from"][-4:]
        yield Fact(name, org, " ".join(title.text.split()), "holds", date, CAREER.name, CAREER.confidence, quotes, bool(orgs), True)
        return


_NOMINEES = gate(
    r"(?<!be )(?<!to )\b(?:re-?)?elected (?:all|each|both|the)(?: of)?(?: the| its| our| these)?(?: following)?(?: \w+)? (?:director )?(?:nominees|candidates)\b(?![^:]{0,90}\b[Bb]oard\b)[^.;:]{0,80}:\s"
)
_NO_OTHER = late(r"(?i)\b(?:propos\w+|recommend\w*|trustees|committee|if|should|would)\b")


def nominees(pages: Pages, memory: PersonMemory, book: DateBook, index: int) -> Iterator[Fact]:
    """Directors: the persons behind "The stockholders elected all eight nominees:"."""
    context, sequence = pages.context, pages.document.sequence
    start, end = context.sentences(sequence)[index]
    said = _NOMINEES.search(pages.document.layout, start, end) if end - start < 1200 else None
    if said is None or _NO_OTHER.search(pages.document.layout, start, said.end()):
        return
    mentions = pages.persons(said.end(), end)
    if not mentions or mentions[0].start > said.end() + 6:
        return
    days = [iso for _, _, iso in book.within(start, said.end()) if len(iso) == 10]
    date = days[-1] if days else book.last_before(start)
    quote = (context.evidence(sequence, start, end),)
    for name in dict.fromkeys(memory.resolve(m) for m in mentions if m.full):
        if name:
            yield Fact(name, context.filer, "director", "appointed", date, NOMINEES.name, NOMINEES.confidence, quote, False, True)


_NAME_ALONE = late(r"\W*(?:,?\s*(?:[Aa]ge|AGE)?[\s:]*\(?\d\d\)?)?\W*(?:[Aa]ge|AGE)?\W*(?:\d\d)?\W*")
_AGE = late(r"\W*(?:[Aa]ge|AGE)?\W*\d\d\W*")
_NOW = late(r"\W*(?:(?:[Aa]lso|[Cc]urrently|[Pp]resently|[Aa]nd)\s+)*(?:(?:[Aa]n?|[Tt]he|[Oo]ur)\s+)?")
_OVER = late(r"(?i)\b(?:former(?:ly)?|previous(?:ly)?|retired|until|through|was|were|resigned|from (?:\w+\s+)?(?:19|20)\d\d)\b|(?:19|20)\d\d\s*(?:[-–—]|to)\s")
_SINCE_DAY = late(r",?\s+(?:of the Company\s+|of the Corporation\s+)?since\s+(?:\w+\s+of\s+)?")
_ENDS = late(r"\s*(?:\([^()]{1,60}\))?\W*$")
_BEHIND = late(r",?\s+(?:of|at|for|with)\s+(?:the\s+)?$|,\s+$")


def telegraphic(pages: Pages, memory: PersonMemory, book: DateBook, index: int) -> Iterator[Fact]:
    """Offices of clauses without a subject: "JANE ROE. Age 58. Director since 1994. Treasurer, Widget Tools, Inc."."""
    context, sequence, layout = pages.context, pages.document.sequence, pages.document.layout
    sentences = context.sentences(sequence)
    start, end = sentences[index]
    if end - start >= 400 or layout.find("\t", start, end) >= 0:
        return
    at, stop = _NOW.match(layout, start, end).end(), min(end, start + 120)  # type: ignore[union-attr]  # matches nothing too
    opening = find_titles(layout, start, stop) if office_end(layout, at, stop) else []
    if not opening or opening[0].start != at or pages.persons(start, end):
        return
    for back in range(1, min(index, 6) + 1):
        a, z = sentences[index - back]
        mentions = pages.persons(a, z) if z - a < 400 else []
        if mentions:
            break
    else:
        return
    name = memory.resolve(mentions[0]) if len(mentions) == 1 and mentions[0].full and mentions[0].start - a < 4 else None
    if not name or not _NAME_ALONE.fullmatch(layout, mentions[0].end, z):
        return
    if not (_AGE.fullmatch(layout, mentions[0].end, z) or any(_AGE.fullmatch(layout, *sentences[n]) for n in (index - back + 1,))):
        return
    head = context.evidence(sequence, a, z)
    at = start
    for clause in layout[start:end].split(";"):
        low, high = at, at + len(clause)
        at = high + 1
        titles = find_titles(layout, low, high)
        if not titles or _NOW.match(layout, low, high).end() != titles[0].start or _OVER.search(layout, low, high):  # type: ignore[union-attr]
            continue
        title = titles[0]
        since = _SINCE_DAY.match(layout, title.end, high)
        dates = [iso for s, _, iso in book.within(title.end, high) if since and s - since.end() < 3]
        org = next((m for m in context.orgs_in(sequence, title.end, high) if _BEHIND.fullmatch(layout, title.end, m.start)), None)
        if not org and not since and not _ENDS.match(layout, title.end, high):
            continue
        quotes = (head, context.evidence(sequence, start, end))
        yield Fact(
            name, org.org if org else context.filer, " ".join(title.text.split()), "holds", dates[0] if dates else None,
            TELEGRAPHIC.name, TELEGRAPHIC.confidence, quotes, bool(org), True,
        )  # fmt: skip


_BOARD = late(r"\W*(?:OUR |THE )?(?:BOARD OF DIRECTORS|DIRECTORS|Board of Directors|Directors)(?: OF THE (?:COMPANY|CORPORATION))?\W*")
_SEAT = late(r"(?i)\b(?:director|chair)")
_LIST = 2
"""So many names at least make a list."""


def under_heading(pages: Pages, memory: PersonMemory, index: int) -> Iterator[Fact]:
    """Directors: the persons whose names open the lines after sentence `index`, which is the heading alone."""
    context, sequence, layout = pages.context, pages.document.sequence, pages.document.layout
    sentences = context.sentences(sequence)
    start, end = sentences[index]
    if end - start > 60 or not _BOARD.fullmatch(layout, start, end) or layout[start - 80 : start].rstrip().lower().endswith((" the", " of", " to")):
        return
    told: list[tuple[str, Cell]] = []
    listed = 0
    for a, z in sentences[index + 1 : index + 1 + _ROWS]:
        mentions = pages.persons(a, z) if z - a < min(LONGEST, 140) else []
        name = memory.resolve(mentions[0]) if mentions and mentions[0].full and mentions[0].start - a < 8 else None
        if not name or "/s/" in layout[a:z] or layout[mentions[0].end : z].lstrip()[:1].isalpha():
            break
        others = any(m.org != context.filer for m in context.orgs_in(sequence, a, z))
        if not others and any(_SEAT.search(t.text) for t in find_titles(layout, a, z)):
            listed += 1  # the line itself says what he or she is on this board
            continue
        told.append((name, (a, z)))
    if len(told) + listed < _LIST:
        return
    quote = context.evidence(sequence, start, end)
    for name, (a, z) in told:
        evidence = (quote, context.evidence(sequence, a, z))
        yield Fact(name, context.filer, "director", "holds", None, UNDER_BOARD.name, UNDER_BOARD.confidence, evidence, False, True)
