"""One document → its statements of office, sentence by sentence, with what the sentences around add to each.

Only sentences that hold a word of office and a person are read closely; a later sentence may date an event of an
earlier one ("Dr. Roe will take office on March 1"), and a line that ends in a colon tells what the list after it means.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kg.extract.common_words import is_place
from kg.extract.date_book import DateBook
from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.person_mask import D, Masked, O, Office, P, T
from kg.extract.person_memory import PersonMemory
from kg.extract.person_names import find_persons
from kg.extract.position_columns import beside_lines, by_columns
from kg.extract.position_merge import Fact, office_keys
from kg.extract.position_pages import LONGEST, Pages
from kg.extract.position_parties import party_over, stacked
from kg.extract.position_reading import Reading, read_frames
from kg.extract.position_sequel import (
    follow,
    offices_had,
    predecessors,
    said_without_office,
    successions,
    with_office,
)
from kg.extract.position_tables import elected_in_table, list_event, of_committee_list, officers_of, since_column
from kg.extract.position_titles import is_field
from kg.extract.position_weigh import weigh
from kg.extract.sentence_mask import mask
from kg.model import DocumentText, OrgRef

_REACH = 300
"""How much of a long sentence is quoted on either side of the words."""
_PRONOUN = late(r"[HhSs](?<!\w.)(?:(?<=[Hh])(?:e|is|er|im)|(?<=[Ss])he)\b")  # a class first: `re` skips to it
_DATES_EVENTS = gate(
    r"\b(?:effect\w*|dates?|began|begin\w*|start\w*|took|tak\w+|resign\w*|withdr\w+|last\sday|final\sday|ends?"
    r"|appointment|election)\b"
)
# It begins with a letter, to which `re` skips at full speed.
_LETTER = late(r"I(?<!\wI)\s(?:am|have|resign|hereby|became|was|write|will|want|wish|thank)\b")


_ON_BEHALF = late(
    rf"^\W*For\s({O}),\s(?={T})|\b(?:[Ff]or(?:\sand)?(?:\son\sbehalf\sof)?|[Oo]n\sbehalf\sof|[Tt]o"
    rf"|represented\sby)\s(?:the\s)?({O})(?:\s?:|\sby\b|,\sby\b"
    rf"|[^{P[1:-1]}{T[1:-1]};.]{{0,60}}\b(?:[Aa]ttention|Attn))"
    rf"|({O}),?\s(?:(?:acting|represented)\s(?:by|through)|by\sits)\s(?:(?:its|the|duly|authori[sz]ed|lawful|attorney)\s)*(?={P})"
    rf"|\b(?:officers|executives|managers|directors|trustees|members)\sof\s(?:the\s)?({O})(?:\s(?:are|is|were))?(?:\sas\sfollows)?:\s"
    rf"|({O})[^{P[1:-1]}{T[1:-1]};]{{0,140}}?\b(?:[Aa]ttention|ATTENTION|Attn\.?|ATTN|[Aa]tt\.|c/o):?\s"
)
_ARE_OFFICERS_OF = gate(
    rf"\bare\s(?:all\s)?(?:the\s)?[^.;{P[1:-1]}{T[1:-1]}]{{0,40}}\b(?:officers|executives|managers)\sof\s({O})"
)


_WHOSE = late(rf"({O})(?:\s\([^()]{{0,40}}\))?,\s(?:of|at)\swhich\s{P}(?:,\s[^;.]{{1,60}}?,)?\s(?:is|was)\s{T}")
"""A firm "of which Mr. Roe, a director, is general partner"."""
_LED_BY = late(
    rf"(?:^|[.;,]\s|\b(?:and|that|at)\s)({O}),?\s(?:(?:which|that)\s)?(?:is|are|was|will|has|have|to|be|being)\s"
    rf"(?:(?!financing|round|offering|investment|consortium|syndicate|study|trial|group)[^;{P[1:-1]}{T[1:-1]}{O[1:-1]}]){{0,120}}?\bled\sby\b"
)
"""Who is led by the officers named: "Acme Spin will have 20,000 employees led by an experienced team, including …"."""
_AS_TOO = late(r"(\band|&) (?:also )?as (?:an? )?")
_FIRM_BEHIND = late(rf",\s({O})(?=[,;.)]|\sand\s|$)(?!,?\s(?:has|is|was|will|entered|shall)\b)")
"""The firm whose officer one is: "Lee Wong, Vice President, Gladstone Ventures, and …"."""
_OF_FILER = late(r"\s(?:of|for|with)\sthe\s(?:Issuer|Company|Registrant|Corporation)$")
_UNNAMED = late(
    r",?\s(?:of|at|for|with)\s(?:another|an?)\s(?:[\w-]+,?\s){0,4}(?:company|firm|corporation|start-?up|manufacturer|maker"
    r"|bank|fund|university|hospital|charity|foundation|institute|business|organization)\b"
)
"""Behind an office: it is of somebody the text does not name."""
_OF_OTHER = late(
    rf"(?:,?\sand\s(?:an?\s)?(?:\w+\s){{0,2}}(?:share|stock)holder)?,?\s(?:since\s(?:\w+\s)?{D},?\s)?(?:(?:of|at|with|for\sthe)\s(?:[Tt]he\s)?"
    r"(?:(?P<name>(?:[A-ZÀ-Þ]|[a-z]{1,2}(?=[A-Z]))[\wÀ-ÿ&'’-]*)|(?:that|such|said|these|those|each\sof)\s(?!meeting|date|time))"
    r"|(?:of|at)\s(?:its|our|their|the|a|an|his|her)\s(?:[\w-]+,?\s){0,4}(?:subsidiar(?:y|ies)|affiliates?|parent|predecessor)\b"
    r"|(?:of|at)\s*$"
    r"|(?<=,\s)(?P<firm>(?:[A-Z][\w&'’-]+\s){1,3}(?:International|Electronics|Industries|Systems|Partners|Capital|Ventures|Associates|Technologies|University|College|Hospital"
    r"|Institute|Foundation|Consulting|Holdings|Brothers|Laboratories|Labs|Bank|Advisors|Enterprises|Securities)\b))"
)
"""Behind an office: it is of a firm that is not known here, or whose name is cut off."""
_FIRM_NAMED = late(
    r",\s(?P<name>(?:[A-Z][\w&'’-]+\s){1,3}(?:Partners|Capital|Ventures|Associates|University|College|Hospital|Institute|Foundation|Brothers|Bank|Advisors"
    r"|Enterprises|Securities))(?=[;.\n\t]|,\s(?!(?:and|&|Inc|L))|$)"
)
"""Behind an office: whose it is, though nothing else of the filing knows the firm: "General Partner, Roe Capital; …"."""
_OWN_WORDS = frozenset(
    "Company Corporation Registrant Bank Partnership Firm Trust Fund Board Boards Directors Annual Special Meeting"
    " Effective January February March April May June July August September October November December".split()
)
_OTHERS = late(
    r"\b(?:these|those|such|each|both|other|their|th(?:at|is))\s(?:\w+\s)?(?:compan(?:y|ies)|entit(?:y|ies)|corporations?|subsidiar(?:y|ies)"
    r"|funds?|banks?)['’]s?\s$"
)
"""Before an office: it is of firms spoken of before."""
_OF_WHICH = late(rf"(?<!{P})(?<!{P},)(?<!letter)(?<!letter,)(?<!notice)(?<!notice,)(?<!meeting)(?<!meeting,)\s(?:of|at|for|in)\swhich\s[^;.{T[1:-1]}]{{0,90}}(?:,\s{T},\s[^;.,{T[1:-1]}]{{0,15}})?$")
_LATER = late(r"\b(?:later|subsequently|then)\s(?:became|(?:was\s)?(?:named|appointed|promoted|elected))\b")
_ADDRESSEE = late(r"\W*(?:Attention|ATTENTION|Attn|ATTN|c/o)\b")
_ACADEMIC = late(r"(?i)(?:\w+ )?(?:dean|provost|chancellor|rector|warden|bursar)\b")
_SCHOOL = late(r"(?i)universi|college|school|institut|academ")
_HAS_TRUSTEES = late(
    r"(?i)\b(?:trusts?|funds?|foundation|universi\w+|college|hospital|institut\w+|school|properties|realty|reit|portfolios?|series|shares|church|museum)\b"
)


def _of_somebody_else(masked: Masked, office: Office, mark: str, filer: OrgRef) -> bool:
    """Do the words around an office, though they name no organisation known here, tell that it is not the filer's?"""
    at = masked.text.find(mark)
    low = max(0, at - 130)
    if any(told.search(masked.text, low, at) for told in (_OTHERS, _OF_WHICH)) or _UNNAMED.match(masked.text, at + 1):
        return True
    other = _OF_OTHER.match(masked.text, at + 1)
    if other and other["firm"]:
        return not filer.name.lower().startswith(other["firm"].split()[0].lower())
    name = other["name"] if other else None
    if other and not (name and (name in _OWN_WORDS or is_place(name) or is_field(name))):
        return True
    title = office.title.text
    if _ACADEMIC.match(title) and not _SCHOOL.search(filer.name):
        return True
    if title.lower() in ("trustee", "co-trustee") and not _HAS_TRUSTEES.search(filer.name):
        return True
    return _ADDRESSEE.match(masked.text) is not None


def _default_org(masked: Masked, at: int, office: str, filer: OrgRef) -> tuple[OrgRef, bool]:
    """Whose office it is when the words do not say: the side a notice or signature line speaks of, else the filer."""
    last = None
    for match in _ON_BEHALF.finditer(masked.text, 0, at + 1):
        last = match
    which = _WHOSE.search(masked.text, max(0, at - 40)) if at >= 0 else None
    which = which if which and masked.text[which.end() - 1] == office else None
    last = last or which or _ARE_OFFICERS_OF.search(masked.text, at) or _LED_BY.search(masked.text, 0, at + 1)
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


def _lately(masked: Masked, reading: Reading, filed: str | None) -> bool:
    """Is the day of a reading one of the last eighteen months before the filing?"""
    day = masked.date(reading.date) if reading.date else ""
    day = f"{day}-01" if len(day) == 7 else day
    if len(day) != 10 or not filed:
        return False
    return 0 <= (date.fromisoformat(filed) - date.fromisoformat(day)).days < 550


def _fact(pages: Pages, window: tuple[int, int], masked: Masked, reading: Reading) -> Fact | None:
    context = pages.context
    person, office = masked.person(reading.person), masked.office(reading.office)
    title = _OF_FILER.sub("", _AS_TOO.sub(r"\1 ", " ".join(office.title.text.split()).strip(" ,")))
    org, stated = (office.org, True) if office.org else _default_org(masked, reading.at, reading.office, context.filer)
    if not title or not org.name:
        return None
    elsewhere = reading.event == "appointed" and not reading.date and org != context.filer
    if elsewhere and _LATER.search(masked.text, max(0, reading.at), reading.end):
        return None  # a stage of a career
    if not stated and _of_somebody_else(masked, office, reading.office, context.filer):
        firm = _FIRM_NAMED.match(masked.text, masked.text.find(reading.office) + 1)
        if not firm or firm["name"].split()[0].lower() == context.filer.name.split()[0].lower():
            return None
        org, stated = context.org_named(firm["name"]) or OrgRef(firm["name"]), True
    firm = _FIRM_BEHIND.match(masked.text, masked.text.find(reading.office) + 1)
    if firm and not office.org and reading.rule.id == "position-named-beside":
        org, stated = masked.org(firm[1]).org, True
    if reading.rule.id == "position-where-held":
        works = re.search(rf"({O}),\s(?:where|at\swhich|in\swhich)\s[^;{T[1:-1]}]*$", masked.text[: masked.text.find(reading.office)])
        org, stated = (masked.org(works[1]).org, True) if works and not office.org else (org, stated)
    if reading.rule.id in ("position-office-taken-up", "position-new-officer") and not _lately(masked, reading, context.filed):
        reading = replace(reading, event="holds")
    if reading.rule.id == "position-until" and (org != context.filer or not _lately(masked, reading, context.filed)):
        return None
    start, end = _passage(masked, *window, reading.at, reading.end)
    evidence = tuple(
        context.evidence(pages.document.sequence, a, z)
        for a, z in _quotes(pages.document.layout, start, end, masked, reading)
    )
    date = masked.date(reading.date) if reading.date else None
    if reading.event == "holds" and date and len(date) == 10 and context.filed and date > context.filed:
        reading = replace(reading, event="appointed")  # "Treasurer (from April 1, 2012)"
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


def _subject(pages: Pages, index: int, memory: PersonMemory) -> str | None:
    """Whom "he" or "she" in sentence `index` means: the first person of the sentence before, or before that."""
    sentences = pages.context.sentences(pages.document.sequence)
    for back in (1, 2):
        if index - back < 0 or sentences[index - back][1] - sentences[index - back][0] > LONGEST:
            break
        for mention in pages.persons(*sentences[index - back]):
            name = memory.resolve(mention)
            if name:
                return name
    return None


_TO_REPLACE = late(
    rf"\W*(?:\(\w\)\s)?(?:To|In\sorder\sto)\s(?:fill|replace|succeed|take|make|relieve)\b[^;.]{{0,120}}?,\s(?:the|its|we|{O})\b"
)
"""The opening of a sentence that names whose place is to be filled; whom it speaks of comes after."""


def _spoken_of(masked: Masked) -> str | None:
    """Whom "he" or "she" in the next sentence means: the first person named, but for one whose place is filled."""
    opening = _TO_REPLACE.match(masked.text)
    named = [masked.person(m) for m in re.findall(P, masked.text[opening.end() if opening else 0 :])]
    return next((p.name for p in named if p.spoken != "pronoun"), None)


_CLOSING = gate(
    r"\b(?:[Yy]ours\s(?:very\s)?(?:truly|sincerely|faithfully)|[Tt]ruly\s[Yy]ours|Sincerely(?:\s[Yy]ours)?"
    r"|Respectfully(?:\s(?:submitted|yours))?|(?:[Bb]est|[Kk]ind|[Ww]arm)\s[Rr]egards)[,.]?\s"
)


def _writer(document: DocumentText, memory: PersonMemory) -> str | None:
    """Who says "I" in a letter: the one who signs it."""
    layout = document.layout
    if not _LETTER.search(layout):
        return None
    at = layout.find("/s/ ") + 4
    if at < 4:
        closing = _CLOSING.search(layout)
        at = closing.end() if closing and not _CLOSING.search(layout, closing.end()) else 0
    if at < 4 or layout.find("/s/ ", at) >= 0:
        return None
    mentions = find_persons(layout, at, min(len(layout), at + 80))
    return memory.resolve(mentions[0]) if mentions else None


_AGREEMENT = late(r"EX-(?:1|2|4|10)(?:\D|$)")
"""Contracts: who signs there may be an officer of any party."""
_ELECTED_HINT = gate(r"\belected\b")


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
    office: Office | None = None
    had: dict[str, Office] = {}
    todo = iter(pages.windows)
    queue: list[tuple[int, int, int]] = []
    while True:
        window = queue.pop() if queue else next(todo, None)
        if window is None:
            break
        index, start, end = window
        rows = by_columns(pages, memory, book, index)
        if rows is not None:
            pending.extend(rows)
            last = index
            continue
        pending.extend(beside_lines(pages, memory, book, index))
        pending.extend(stacked(pages, memory, index))
        persons = pages.persons(start, end)
        if _ELECTED_HINT.search(document.layout, start, end):
            pending.extend(elected_in_table(pages, memory, book, index))
        follows = index == last + 1 and bool(pending) and _DATES_EVENTS.search(document.layout, start, end) is not None
        if not persons and not follows and not (writer or _PRONOUN.search(document.layout, start, end)):
            continue
        if index > last + 2:
            yield from pending
            pending = []
        if index > last + 2:
            office = None
        if index > last + 1:
            subject = _subject(pages, index, memory) or (subject if index == last + 2 else None)
        if not persons and not follows and not writer and not subject:
            continue
        masked = mask(context, document.sequence, start, end, persons, memory, book, subject, writer, office)
        office = masked.offices[-1] if masked.offices else office
        found: list[Fact] = []
        pending = follow(masked, pending)
        if masked.people:
            readings = weigh(masked, read_frames(masked)) if masked.offices else []
            if _AGREEMENT.match(document.type):
                readings = [r for r in readings if r.rule.id != "position-signed-line"]
            found = [f for f in (_fact(pages, (start, end), masked, r) for r in readings) if f]
            if of_committee_list(pages, start, end):
                found = [f for f in found if office_keys(f.title) != {"chair"}]
            found = [f for f in (_with_context(pages, book, f, index, start, end) for f in found) if f.org.name]
            found.extend(predecessors(masked, pending, found))
            found.extend(successions(pages, (start, end), masked, pending, found))
            had = {**(had if index == last + 1 else {}), **offices_had(masked)}
            bare = (with_office(f, had, context.filer) for f in said_without_office(pages, (start, end), masked, readings, pending))
            pending = [*pending, *found, *bare]
            subject = _spoken_of(masked) or subject
        last = index
        if found and index + 1 < len(sentences) and sentences[index + 1][1] - sentences[index + 1][0] <= LONGEST:
            upcoming = next(todo, None)
            if upcoming:
                queue.append(upcoming)
            if not upcoming or upcoming[0] > index + 1:
                queue.append((index + 1, *sentences[index + 1]))
        if len(pending) > 60:
            yield from pending[:-20]
            pending = pending[-20:]
    yield from pending


_TO_COME = late(r"(?i)\b(?:due|matur\w+|expir\w+|until|through|terminat\w+ on|ending|payable|dated|born)\s(?:on\s|in\s|at\s)?$")
_BACK = 700
"""So far back an event without a date of its own looks for one."""


def _told_before(book: DateBook, layout: str, position: int) -> str | None:
    """The last day before `position` on which something happened: none yet to come, when something falls due."""
    for start, _, iso in reversed(book.written(max(0, position - _BACK), position)):
        if len(iso) == 10 and not (book.filed and iso > book.filed) and not _TO_COME.search(layout, max(0, start - 20), start):
            return iso
    return None


def _with_context(pages: Pages, book: DateBook, fact: Fact, index: int, start: int, end: int) -> Fact:
    """A fact with what stands before its sentence: the event of a list, the date of the sentence or the column."""
    whose = not fact.stated_org or "Board" in fact.title
    if whose and fact.event == "holds" and fact.org == pages.context.filer and _AGREEMENT.match(pages.document.type) and end - start < 260:
        party = party_over(pages, index, max(start, pages.document.layout.find(fact.person.split()[-1], start, end)))
        if party:
            return replace(fact, org=party, stated_org=True)
    if fact.event == "holds" and not fact.stated_org and "\t" in pages.document.layout[start:end]:
        org = officers_of(pages, index)
        if org:
            fact = replace(fact, org=org, stated_org=True)
    if fact.event == "holds" and not fact.date and "\t" in pages.document.layout[start:end]:
        since = since_column(pages, book, index, fact.title)
        if since:
            return replace(fact, date=since)
    if (
        fact.event == "holds"
        and not fact.date
        and end - start < 260
        and fact.rule in ("position-named-beside_1", "position-title-before_1", "position-signed-line_1")
    ):
        event = list_event(pages, book, index)
        if event:
            return replace(fact, event=event[0], date=event[1], firm=False)
    broken_off = pages.document.layout[end - 1].isalnum() and "\t" not in pages.document.layout[start:end]
    if fact.event != "holds" and fact.date is None and not fact.firm and not broken_off:
        sentences, layout = pages.context.sentences(pages.document.sequence), pages.document.layout
        while index > 0 and "\t" in layout[slice(*sentences[index])]:
            index -= 1
            start = sentences[index][1]
        near = _told_before(book, layout, start + 1)
        if near:
            return replace(fact, date=near, firm=False, confidence=round(fact.confidence - 0.1, 3))
    return fact
