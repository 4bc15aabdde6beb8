"""One document → its statements of office, sentence by sentence, with what the sentences around add to each.

Only sentences that hold a word of office and a person are read closely; a later sentence may date an event of an
earlier one ("Dr. Roe will take office on March 1"), and a line that ends in a colon tells what the list after it means.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.extract.date_book import DateBook
from kg.extract.document import Context, OrgMention
from kg.extract.person_mask import Masked, O, P, T, mask
from kg.extract.person_names import PersonMemory, PersonMention, find_persons
from kg.extract.position_frames import DEPART
from kg.extract.position_merge import Fact
from kg.extract.position_reading import Reading, read_frames
from kg.extract.position_titles import hints
from kg.extract.rules import Rule
from kg.model import DocumentText, OrgRef

LEAVES = Rule(
    "position-leaves", 1, "A departure said without the office, which another sentence names.",
    ("“Good,” said Jane Roe, our Treasurer. As announced, Ms. Roe will retire on September 30, 2012.",),
    ("“Good,” said Jane Roe, our Treasurer. Ms. Roe never left the room.",), 0.75,
)  # fmt: skip
PREDECESSOR = Rule(
    "position-predecessor", 1, "Whom the person just appointed took over from.",
    ("On May 4, 2012 Jane Roe became Treasurer. Her predecessor, John Doe, had served for ten years.",), (), 0.7,
)  # fmt: skip
SUCCESSOR = Rule(
    "position-successor", 1, "Who follows the officer who leaves.",
    ("Jane Roe, our Treasurer, will leave on May 31, 2012; her successor will be John Doe.",), (), 0.75,
)  # fmt: skip
SENTENCE_RULES = (LEAVES, PREDECESSOR, SUCCESSOR)
"""Rules that join two sentences or clauses; the others are the frames."""

_LONGEST = 4000
"""A passage longer than this is read in pieces of that many characters."""
_REACH = 300
"""How much of a long sentence is quoted on either side of the words."""
_D = "[\ue600-\ue7ff]"
_NOT_P = f"[^;{P[1:-1]}]"
_NOT_PT = f"[^;{P[1:-1]}{T[1:-1]}]"
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
_DATES_EVENTS = re.compile(
    r"\b(?:effect\w*|dates?|began|begin\w*|start\w*|took|tak\w+|resign\w*|withdr\w+|appointment|election)\b"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_MANY_WORDS = 400
"""So many words of unknown names are looked up in a document; a list of thousands of names is taken at its word."""
_LETTER = re.compile(r"\bI\s(?:am|have|resign|hereby|became|was|write|will|want|wish|thank)\b")


@dataclass(slots=True)
class Pages:
    """A document being read: its windows (sentence index, start, end) and the persons found in each."""

    context: Context
    document: DocumentText
    windows: list[tuple[int, int, int]]
    found: dict[tuple[int, int], list[PersonMention]] = field(default_factory=dict)
    ordinary: dict[str, bool] = field(default_factory=dict)

    def persons(self, start: int, end: int) -> list[PersonMention]:
        """Persons named in `[start, end)`, with offsets in the document."""
        known = self.found.get((start, end))
        if known is None:
            known = find_persons(self.document.layout, start, end)
            known = [m for m in known if m.weight or not self._common(m.name)]
            if known:
                orgs = [m for m in self.context.orgs_in(self.document.sequence, start, end) if m.form != "pronoun"]
                known = [m for m in known if not any(_is_org(o, m) for o in orgs)]
            self.found[start, end] = known
        return known

    def _common(self, name: str) -> bool:
        """Is every word of a name that no list knows also an ordinary word of this document ("Restated Articles")?"""
        for word in _WORD.findall(name.lower()):
            if word not in self.ordinary:
                if len(self.ordinary) >= _MANY_WORDS:
                    return False
                text = self.document.text
                self.ordinary[word] = any(text.find(f" {word}{end}") >= 0 for end in (" ", ",", "."))
            if not self.ordinary[word]:
                return False
        return True


def _is_org(org: OrgMention, person: PersonMention) -> bool:
    """Are the words of a person those of an organisation? "Eastlake" within "Lowell B. Eastlake, 66" is the person."""
    if org.end <= person.start or person.end <= org.start:
        return False
    inside = person.start < org.start and org.end <= person.end
    return not (inside and person.full and person.weight >= 2)


def open_pages(context: Context, document: DocumentText) -> Pages:
    """The passages of a document that can name an office."""
    sentences = context.sentences(document.sequence)
    starts = [s for s, _ in sentences]
    windows: list[tuple[int, int, int]] = []
    last = -1
    floor = 0
    for at in hints(document.layout):
        if at < floor:
            continue
        index = bisect_right(starts, at) - 1
        if index <= last:
            continue
        last = index
        start, end = sentences[index]
        floor = end
        while end - start > _LONGEST:
            cut = document.layout.rfind(" ", start + 1, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            windows.append((index, start, cut))
            start = cut
        windows.append((index, start, end))
    return Pages(context, document, windows)


_ON_BEHALF = re.compile(
    rf"\b(?:[Ff]or(?:\sand)?(?:\son\sbehalf\sof)?|[Oo]n\sbehalf\sof|[Tt]o"
    rf"|represented\sby)\s(?:the\s)?({O})(?:\s?:|\sby\b|,\sby\b"
    rf"|[^{P[1:-1]}{T[1:-1]};.]{{0,60}}\b(?:[Aa]ttention|Attn))"
    rf"|({O})[^{P[1:-1]}{T[1:-1]};]{{0,140}}?\b(?:[Aa]ttention|ATTENTION|Attn\.?|ATTN|[Aa]tt\.|c/o):?\s"
)
_ARE_OFFICERS_OF = re.compile(
    rf"\bare\s(?:all\s)?(?:the\s)?[^.;{P[1:-1]}{T[1:-1]}]{{0,40}}\b(?:officers|executives|managers)\sof\s({O})"
)


def _default_org(masked: Masked, at: int, filer: OrgRef) -> tuple[OrgRef, bool]:
    """Whose office it is when the words do not say: the side a notice or signature line speaks of, else the filer."""
    last = None
    for match in _ON_BEHALF.finditer(masked.text, 0, at + 1):
        last = match
    last = last or _ARE_OFFICERS_OF.search(masked.text, at)
    return (masked.org(last[1] or last[last.lastindex or 1]).org, True) if last else (filer, False)


def _passage(masked: Masked, start: int, end: int, at: int, until: int) -> tuple[int, int]:
    """The part of a sentence to quote: all of it, or the surroundings of the words when it is long."""
    if end - start <= 2 * _REACH or not masked.offsets:
        return start, end
    last = masked.offsets[min(until, len(masked.offsets) - 1)]
    return max(start, masked.offsets[min(at, len(masked.offsets) - 1)] - _REACH), min(end, last + _REACH)


def _quotes(layout: str, start: int, end: int, masked: Masked, reading: Reading) -> list[tuple[int, int]]:
    """The passages to quote: one, or, in a table row with cells of several lines, the lines with name and title."""
    if "\v" not in layout[start:end] or "\t" not in layout[start:end]:
        return [(start, end)]
    pieces: list[tuple[int, int]] = []
    at = masked.offsets[masked.text.find(reading.person)]
    title = masked.offsets[masked.text.find(reading.office)]
    words = len(masked.office(reading.office).title.text)
    for low, high in ((at, at + 1), (title, title + words)):
        begin = max(layout.rfind(mark, start, low + 1) for mark in "\t\v\n") + 1
        begin = max(begin, start)
        while begin < high:
            stop = min((i for i in (layout.find(mark, begin, end) for mark in "\t\v\n") if i >= 0), default=end)
            if stop > begin and (begin, stop) not in pieces:
                pieces.append((begin, stop))
            begin = stop + 1
    return sorted(pieces)[:4] or [(start, end)]


def _fact(pages: Pages, window: tuple[int, int], masked: Masked, reading: Reading) -> Fact | None:
    context = pages.context
    person, office = masked.person(reading.person), masked.office(reading.office)
    title = " ".join(office.title.text.split()).strip(" ,")
    org, stated = (office.org, True) if office.org else _default_org(masked, reading.at, context.filer)
    if not title or not org.name:
        return None
    start, end = _passage(masked, *window, reading.at, reading.end)
    evidence = tuple(
        context.evidence(pages.document.sequence, a, z)
        for a, z in _quotes(pages.document.layout, start, end, masked, reading)
    )
    date = masked.date(reading.date) if reading.date else None
    confidence = reading.rule.confidence - (0.05 if person.spoken == "pronoun" else 0.0) - (0.0 if stated else 0.03)
    return Fact(
        person.name,
        org,
        title,
        reading.event,
        date,
        reading.rule.name,
        round(confidence, 3),
        evidence,
        stated,
        reading.firm,
    )


_TAKES_OFFICE = re.compile(
    rf"(?P<p>{P})(?:['’]s?)?(?:{_NOT_P}{{0,90}}?\b(?P<verb>(?:will\s)?(?:(?:take|takes|took)(?!\seffect)"
    rf"|assume[sd]?|begin|begins|began|start|starts|started|commence[sd]?|join|joins|joined|enter"
    rf"|enters)\b{_NOT_PT}{{0,60}}?)"
    rf"|{_NOT_P}{{0,160}}?\b(?P<n>appointment|election|promotion|resignation|retirement|departure|employment"
    rf"|tenure)[^;]{{0,160}}?\b(?:effective|takes?\seffect|took\seffect|become[s]?\seffective|begin|begins"
    rf"|commence[s]?|was\seffective)\b{_NOT_PT}{{0,30}}?)(?P<d>{_D})"
)
_ALL_EFFECTIVE = re.compile(
    rf"^\W*(?:[Bb]oth|[Aa]ll|[Ee]ach|[Tt]hese|[Tt]he|[Ss]uch|[Tt]hose)\b[^;]{{0,40}}?\b(?P<n>appointments?"
    rf"|elections?|promotions?|changes?|resignations?|departures?|retirements?|moves?|of\sthem|of\sthese|men"
    rf"|women|started|start|began|took\soffice)\b"
    rf"[^;]{{0,60}}?\b(?:effective|effect|date[sd]?|began|begins?|start(?:s|ed)?|office|work|valid"
    rf"|force)\b{_NOT_PT}{{0,40}}?(?P<d>{_D})"
)


def _follow(masked: Masked, pending: list[Fact]) -> list[Fact]:
    """Facts of the sentences before with the dates that this sentence gives them."""
    own: dict[tuple[str, str], str] = {}
    for match in _TAKES_OFFICE.finditer(masked.text):
        kind = "departed" if match["n"] in ("resignation", "retirement", "departure") else "appointed"
        own[masked.person(match["p"]).name, kind] = masked.date(match["d"])
    every = _ALL_EFFECTIVE.search(masked.text)
    kind = ""
    if every:
        kind = "departed" if re.match("resign|depart|retire", every["n"]) else "any"
    out: list[Fact] = []
    for fact in pending:
        mine = own.get((fact.person, fact.event))
        if mine and len(mine) >= 7:
            out.append(replace(fact, date=mine, firm=True))
        elif every and fact.event != "holds" and not fact.firm and kind in (fact.event, "any"):
            out.append(replace(fact, date=masked.date(every["d"]), firm=True))
        else:
            out.append(fact)
    return out


_LEAVES = re.compile(
    rf"(?P<p>{P})(?P<gap>(?:,\s{T},)?{_NOT_PT}{{0,80}}?)\b(?P<v>{DEPART}|(?:employment|service)\b{_NOT_PT}{{0,60}}?\b(?:end|terminate|cease|conclude)(?:s|d|ed)?)\b(?P<after>{_NOT_PT}{{0,90}}?)(?P<d>{_D})"
)
_NOT_OFFICE = re.compile(
    r"\b(?:committee|plan|agreement|exercise|trial|study|voting|shares|if|may|would|could|not|never|until|had"
    r"|from\s(?!the\s(?:company|board)|his|her|service|employment|all))\b",
    re.I,
)
_STAYS = re.compile(r"\b(?:withdr[ae]w\w*|rescind\w*|revok\w+|retract\w*|reconsidered|treated\sas\swithdrawn)\b")


def _said_without_office(
    pages: Pages, window: tuple[int, int], masked: Masked, readings: list[Reading]
) -> Iterator[Fact]:
    """A departure, or its withdrawal, of an officer whose office another sentence names; the title is left empty."""
    gone = {masked.person(r.person).name for r in readings if r.event != "holds" or not r.rule.id.endswith("-beside")}
    evidence = pages.context.evidence(pages.document.sequence, *window)
    if _STAYS.search(masked.text) and re.search(r"\b(?:resign|notice|retire)", masked.text):
        match = re.search(P, masked.text)
        if match:
            yield Fact(
                masked.person(match[0]).name,
                pages.context.filer,
                "",
                "withdrawn",
                None,
                "position-withdrawn_1",
                0.8,
                (evidence,),
            )
        return
    for match in _LEAVES.finditer(masked.text):
        name, date = masked.person(match["p"]).name, masked.date(match["d"])
        if (
            name in gone
            or _NOT_OFFICE.search(match["gap"] + " " + match["after"])
            or re.search(O, match["after"])
            or len(date) < 7
        ):
            continue
        filed = pages.context.filed
        if filed and abs(int(date[:4]) - int(filed[:4])) > 1:
            continue
        yield Fact(name, pages.context.filer, "", "departed", date, LEAVES.name, LEAVES.confidence, (evidence,))


_PREDECESSOR = re.compile(
    rf"\b(?:predecessor(?:\sas\s{T})?,?\s(?P<a>{P})|(?P<b>{P}),?\s(?:his|her|my|’s)\s(?:immediate\s)?predecessor)"
)


_SUCCESSOR = re.compile(
    rf"\bsuccessor(?:,|\s(?:will\sbe|is|was|is\sto\sbe|has\sbeen))\s(?:named\s"
    rf"|appointed\s)?(?P<a>{P})(?:{_NOT_PT}{{0,60}}?(?P<d>{_D}))?"
)


def _predecessors(masked: Masked, pending: list[Fact], facts: list[Fact]) -> Iterator[Fact]:
    """Whom the person just appointed took over from ("My predecessor, John Doe, …"), or who follows one who left."""
    for match in _SUCCESSOR.finditer(masked.text):
        who = masked.person(match["a"]).name
        old = next(
            (f for f in reversed(pending + facts) if f.event == "departed" and f.person != who and f.title), None
        )
        if old and not any(f.person == who and f.event == "appointed" for f in facts):
            date = masked.date(match["d"]) if match["d"] else old.date
            then = replace(old, person=who, event="appointed", date=date)
            yield replace(then, rule=SUCCESSOR.name, confidence=SUCCESSOR.confidence)
    for match in _PREDECESSOR.finditer(masked.text):
        who = masked.person(match["a"] or match["b"]).name
        new = next((f for f in reversed(pending + facts) if f.event == "appointed" and f.person != who), None)
        if new:
            yield replace(new, person=who, event="departed", rule=PREDECESSOR.name, confidence=PREDECESSOR.confidence)


_LIST_HEAD = re.compile(
    r"\b(?P<in>appointed|elected|re-?elected|promoted|(?:were|was|has\sbeen|have\sbeen)\snamed|took\soffice"
    r"|take\soffice|takes\soffice|assumed\soffice|joined\sthe\s(?:board|company|management))\b"
    r"|\b(?P<out>resigned|stepped\sdown|retired|left\soffice|ceased\sto)\b"
)
_ROW = re.compile(r"\s*(?:[•\-–*]|\(?[ivx\d]+[.)])?\s*(?:(?:Mr|Ms|Mrs|Dr)\.\s)?[A-Z]")


def _list_event(pages: Pages, book: DateBook, index: int) -> tuple[str, str | None] | None:
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


def _subject(pages: Pages, index: int, memory: PersonMemory) -> str | None:
    """Whom "he" or "she" in sentence `index` means: the first person of the sentence before, or before that."""
    sentences = pages.context.sentences(pages.document.sequence)
    for back in (1, 2):
        if index - back < 0 or sentences[index - back][1] - sentences[index - back][0] > _LONGEST:
            break
        for mention in pages.persons(*sentences[index - back]):
            name = memory.resolve(mention)
            if name:
                return name
    return None


def _writer(document: DocumentText, memory: PersonMemory) -> str | None:
    """Who says "I" in a letter: the one who signs it."""
    at = document.layout.find("/s/ ")
    if at < 0 or document.layout.find("/s/ ", at + 4) >= 0 or not _LETTER.search(document.layout):
        return None
    mentions = find_persons(document.layout, at + 4, min(len(document.layout), at + 84))
    return memory.resolve(mentions[0]) if mentions else None


def read_document(pages: Pages, memory: PersonMemory) -> Iterator[Fact]:
    """Statements of office of one document, in order; those without a title speak of offices named elsewhere."""
    if not pages.windows:
        return
    context, document = pages.context, pages.document
    sentences = context.sentences(document.sequence)
    book = DateBook(document.text, context.filed, document.is_exhibit)
    writer = _writer(document, memory)
    pending: list[Fact] = []
    last = -9
    subject: str | None = None
    todo = iter(pages.windows)
    queue: list[tuple[int, int, int]] = []
    while True:
        window = queue.pop() if queue else next(todo, None)
        if window is None:
            break
        index, start, end = window
        persons = pages.persons(start, end)
        follows = index == last + 1 and bool(pending) and _DATES_EVENTS.search(document.layout, start, end) is not None
        if not persons and not follows and not (writer or _PRONOUN.search(document.layout, start, end)):
            continue
        if index > last + 2:
            yield from pending
            pending = []
        if index > last + 1:
            subject = _subject(pages, index, memory) or (subject if index == last + 2 else None)
        if not persons and not follows and not writer and not subject:
            continue
        masked = mask(context, document.sequence, start, end, persons, memory, book, subject, writer)
        found: list[Fact] = []
        pending = _follow(masked, pending)
        if masked.people:
            readings = read_frames(masked) if masked.offices else []
            found = [f for f in (_fact(pages, (start, end), masked, r) for r in readings) if f]
            found = [_with_context(pages, book, f, index, start, end) for f in found]
            found.extend(_predecessors(masked, pending, found))
            pending = [*pending, *found, *_said_without_office(pages, (start, end), masked, readings)]
            subject = next((p.name for p in masked.people if p.spoken != "pronoun"), subject)
        last = index
        if found and index + 1 < len(sentences) and sentences[index + 1][1] - sentences[index + 1][0] <= _LONGEST:
            upcoming = next(todo, None)
            if upcoming:
                queue.append(upcoming)
            if not upcoming or upcoming[0] > index + 1:
                queue.append((index + 1, *sentences[index + 1]))
        if len(pending) > 60:
            yield from pending[:-20]
            pending = pending[-20:]
    yield from pending


def _with_context(pages: Pages, book: DateBook, fact: Fact, index: int, start: int, end: int) -> Fact:
    """A fact with what stands before its sentence: the event of a list, the date of the sentence before."""
    if (
        fact.event == "holds"
        and not fact.date
        and end - start < 260
        and fact.rule in ("position-named-beside_1", "position-title-before_1")
    ):
        event = _list_event(pages, book, index)
        if event:
            return replace(fact, event=event[0], date=event[1], firm=False)
    if fact.event != "holds" and fact.date is None:
        sentences, layout = pages.context.sentences(pages.document.sequence), pages.document.layout
        while index > 0 and "\t" in layout[slice(*sentences[index])]:
            index -= 1
            start = sentences[index][1]
        near = book.last_before(start + 1)
        if near:
            return replace(fact, date=near, firm=False, confidence=round(fact.confidence - 0.1, 3))
    return fact
