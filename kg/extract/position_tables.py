"""Lists and tables of persons → what the line or the heading before them says of all: elected, left, since when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.date_book import DateBook
from kg.extract.late import late
from kg.extract.person_memory import PersonMemory
from kg.extract.position_merge import Fact
from kg.extract.position_pages import LONGEST, Pages
from kg.extract.rules import Rule
from kg.model import OrgRef

ELECTED = Rule(
    "position-elected-table", 1, "Persons in a table of votes under the words that they were elected directors.",
    ("At the meeting on June 4, 2012 the shareholders elected the following persons as directors:\n"
     "Jane Roe\t31,402,118\t511,002\nJohn Doe\t30,998,440\t914,680\n",),
    ("The following persons are to be elected directors:\nJane Roe\t31,402,118\t511,002\n",), 0.8,
)  # fmt: skip
_ELECTED = late(
    r"(?<!be )(?<!for )\b(?:re-?)?elected\b(?! officers)[^.;]{0,140}\b(?:directors?|[Bb]oard)\b[^;]{0,160}$"
    r"|\b(?:directors|nominees|persons|individuals)\b[^.;]{0,100}\b(?:were|was|have been|has been) "
    r"(?:duly )?(?:re-?)?elected\b[^;]{0,200}$"
)
_FOLLOWING = late(r"\b(?:following|below|listed|named|each of)\b|:$")
_NOT_YET = late(r"\b(?:propos(?:e|es|ing)|to be elected|will be elected|if elected|would|nominate[sd]? for)\b")
_VOTES = late(r"\d,\d{3}\b[^\n]*\t[^\n]*\d")
_ROWS = 24
_SINCE = late(
    r"(?i)^\W*(?:(?:in |held )?(?:office |position |officer |served |serving |employed )?since(?: \(?year\)?)?"
    r"|(?:date|year)(?: first)? (?:appointed|elected|of appointment|of (?:first )?election))\W*$"
)
_DIRECTOR_SINCE = late(r"(?i)^\W*(?:a )?director\s+since\W*$")
_YEAR = late(r"\W*((?:19|20)\d\d)\W*")


def elected_in_table(pages: Pages, memory: PersonMemory, book: DateBook, index: int) -> Iterator[Fact]:
    """The directors whose names stand in the rows after sentence `index`, which says that they were elected."""
    sentences, layout = pages.context.sentences(pages.document.sequence), pages.document.layout
    start, end = sentences[index]
    head = layout[start:end][-500:]
    if not _ELECTED.search(head) or not _FOLLOWING.search(head) or _NOT_YET.search(head):
        return
    days = [iso for _, _, iso in book.within(start, end) if len(iso) == 10]
    date = days[-1] if days else book.last_before(start)
    told = pages.context.evidence(pages.document.sequence, start, end)
    found = False
    for a, z in sentences[index + 1 : index + 1 + _ROWS]:
        persons = pages.persons(a, z) if z - a < LONGEST else []
        if persons and persons[0].start - a < 12 and _VOTES.search(layout, a, z):
            name = memory.resolve(persons[0])
            if name:
                found = True
                row = pages.context.evidence(pages.document.sequence, a, z)
                yield Fact(
                    name, pages.context.filer, "director", "appointed", date, ELECTED.name, ELECTED.confidence,
                    (told, row), False,
                )  # fmt: skip
        elif found or z - a > 200:
            return


def since_column(pages: Pages, book: DateBook, index: int, title: str) -> str | None:
    """The date of a row under a heading "Since", or "Director since" for a seat on the board."""
    sentences, layout = pages.context.sentences(pages.document.sequence), pages.document.layout
    start, end = sentences[index]
    cells = layout[start:end].split("\t")
    for back in range(1, _ROWS):
        if len(cells) < 3 or index < back:
            return None
        a, z = sentences[index - back]
        if z - a > 300:
            return None
        names = layout[a:z].split("\t")
        for place, name in enumerate(names):
            name = " ".join(name.split())
            if not _SINCE.match(name) and not (_DIRECTOR_SINCE.match(name) and title.lower() == "director"):
                continue
            if len(names) != len(cells):
                return None
            begin = start + sum(len(c) + 1 for c in cells[:place])
            stop = begin + len(cells[place])
            year = _YEAR.fullmatch(layout, begin, stop)
            dates = [iso for _, _, iso in book.within(begin, stop)]
            return year[1] if year else dates[0] if len(dates) == 1 else None
    return None

_LIST_HEAD = late(
    r"\b(?P<in>appointed|elected|re-?elected|promoted|(?:were|was|has\sbeen|have\sbeen)\snamed|took\soffice"
    r"|take\soffice|takes\soffice|assumed\soffice|joined\sthe\s(?:board|company|management))\b"
    r"|\b(?P<out>resigned|stepped\sdown|retired|left\soffice|ceased\sto)\b"
)
_EACH_WAS = late(r"\beach\sof\swhom\s(?:is|was|has\sbeen)\b|\bare\selected\b")
"""Officers of whom it is said by the way that the board elected them."""
_ROW = late(r"\s*(?:[•\-–*]|\(?[ivx\d]+[.)])?\s*(?:(?:Mr|Ms|Mrs|Dr)\.\s)?[A-Z]")


_HEADED = late(
    r"\W*(?:\(?[0-9ivxA-Z]{1,3}[.)] ?)?(?:(?P<out>(?i:retire(?:ments?|es|ing)|resign(?:ations?|ing)|departures?)\b)"
    r"|(?P<in>(?i:(?:new )?(?:appointments?|promotions?|elections?)|newly (?:appointed|elected))\b))[^.;:]{0,60}"
)
"""A heading over persons and offices that tells what became of them, and when."""


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
            if head is None or _EACH_WAS.search(layout, max(start, end - 400), end):
                return None
            dates = [iso for _, _, iso in book.within(start, end) if len(iso) >= 7]
            return ("appointed" if head["in"] else "departed"), (dates[-1] if dates else book.last_before(start))
        headed = _HEADED.match(layout, start, end) if end - start < 100 else None
        if headed:
            days = [iso for a, z, iso in book.within(start, end) if len(iso) == 10]
            if days and not re.search(r"[.;:]", layout[headed.end() : end].rstrip(" ).")):
                return ("appointed" if headed["in"] else "departed"), days[-1]
        if end - start > 260 or not _ROW.match(layout, start):
            return None
    return None


_OFFICERS_OF = late(
    r"(?:[A-Z][\w’'&,-]* |and |of |the ){0,6}(?:[Dd]irectors?|[Oo]fficers?|[Mm]anagement|[Tt]rustees|[Ee]xecutives"
    r"|DIRECTORS|OFFICERS|MANAGEMENT) (?:of|OF|with|at) (?:the |THE )?"
    r"(?P<org>[A-Z][^.;:]{2,80}(?:\b(?:Inc|Corp|Co|Ltd|N\.A|L\.P|INC|CORP|CO|LTD)\.?)?)"
)
_CAPACITY = late(
    r"(?i)(?:capacity|positions?|offices?|titles?)(?:\(s\))?(?: and \w+| held)* (?:with|at|in) (?:the )?"
    r"(?P<org>[^\n\t]{2,80})"
)
_MANY_ROWS = 40
_OWN = frozenset(
    "company corporation registrant issuer bank trust fund firm partnership group us board".split()
)


def officers_of(pages: Pages, index: int) -> OrgRef | None:
    """Whose officers a table lists, by the heading over it or over its column; None for the filer's own.

    An organisation without a name where the heading says somebody who is not known here ("Capacity with BFA").
    """
    context, sequence = pages.context, pages.document.sequence
    sentences, layout = context.sentences(sequence), pages.document.layout
    for back in range(1, min(index, _MANY_ROWS) + 1):
        start, end = sentences[index - back]
        line = layout[start:end]
        if len(line) > 300:
            return None
        for cell in line.split("\t"):
            words = " ".join(cell.split())
            heading = _CAPACITY.fullmatch(words) if "\t" in line else _OFFICERS_OF.fullmatch(words)
            if heading:
                name = heading["org"].strip(" .,*")
                if name.lower() in _OWN:
                    return None
                org = context.org_named(name, sequence) or context.org_named(f"the {name}", sequence)
                if org is None and (len(name.split()) > 1 or name.isupper()) and name[0].isupper():
                    org = OrgRef(name if len(name.split()) > 1 else "")
                return None if org == context.filer else org
        if "\t" not in line and len(line) > 90 and line.endswith("."):
            return None
    return None


_BARE_CHAIR = late(r"\((?:[Cc]o-)?[Cc]hair(?:man|woman|person)?\)")
_COMMITTEE = late(r"\b(?:[Cc]ommittee|COMMITTEE)\b")


def of_committee_list(pages: Pages, start: int, end: int) -> bool:
    """Is a passage a list of names, one with "(Chairman)", under words of a committee?"""
    layout = pages.document.layout
    if end - start > 200 or not _BARE_CHAIR.search(layout, start, end):
        return False
    told = _COMMITTEE.search(layout, max(0, start - 300), end)
    return told is not None and not re.search(r" [a-z]{3,} ", layout[start:end])
