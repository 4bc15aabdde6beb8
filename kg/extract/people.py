"""Persons and their offices: a filing's context → position claims (and the former names its text states)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.document import Context
from kg.extract.person_mask import Masked, O, P, T, mask
from kg.extract.person_names import PersonMemory, PersonMention, find_persons, remember
from kg.extract.position_dates import DateBook, read_dates
from kg.extract.position_frames import Reading, read_frames
from kg.extract.position_merge import Fact, merge
from kg.extract.position_titles import HINT
from kg.extract.roles import role_codes
from kg.extract.signature import signatures
from kg.model import Claim, DocumentText, OrgRef, PersonRef, PositionClaim, SignatureClaim, Source

_NAME_HINT = re.compile(r"/s/|\b(?:Dr|Mr|Ms|Mrs|Prof|DR|MR|MS|MRS|Messrs)\.|\b(?:Ph\.\s?D|M\.D)\b|\b(?:Sir|Dame)\s")
_LONGEST = 4000
"""A passage longer than this is read in pieces of that many characters."""
_REACH = 300
"""How much of a long sentence is quoted on either side of the words."""


def _windows(sentences: tuple[tuple[int, int], ...], layout: str) -> list[tuple[int, int, int]]:
    """(index, start, end) of the sentences that can name an office, long ones in pieces."""
    starts = [s for s, _ in sentences]
    wanted: list[int] = []
    for match in HINT.finditer(layout):
        index = bisect_right(starts, match.start()) - 1
        if index >= 0 and (not wanted or wanted[-1] != index):
            wanted.append(index)
    out: list[tuple[int, int, int]] = []
    for index in wanted:
        start, end = sentences[index]
        while end - start > _LONGEST:
            cut = layout.rfind(" ", start + 1, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            out.append((index, start, cut))
            start = cut
        out.append((index, start, end))
    return out


def _persons_in(context: Context, document: DocumentText, start: int, end: int) -> list[PersonMention]:
    blocked = [(m.start, m.end) for m in context.orgs_in(document.sequence, start, end) if m.form != "pronoun"]
    return find_persons(document.layout, start, end, blocked)


def _memory(context: Context, plans: dict[int, list[tuple[int, int, int]]]) -> PersonMemory:
    """The full names of all documents: in passages that name offices, their neighbours, and beside honorifics and "/s/"."""
    mentions: list[PersonMention] = []
    for document in context.read.texts:
        sentences = context.sentences(document.sequence)
        starts = [s for s, _ in sentences]
        wanted = {i + k for i, _, _ in plans[document.sequence] for k in (-1, 0, 1)}
        wanted.update(bisect_right(starts, m.start()) - 1 for m in _NAME_HINT.finditer(document.layout))
        for index in sorted(i for i in wanted if 0 <= i < len(sentences)):
            start, end = sentences[index]
            for at in range(start, end, _LONGEST):
                mentions.extend(_persons_in(context, document, at, min(end, at + _LONGEST)))
    return remember(mentions)


_ON_BEHALF = re.compile(rf"\b(?:[Ff]or(?:\sand)?(?:\son\sbehalf\sof)?|[Oo]n\sbehalf\sof|[Tt]o|represented\sby)\s(?:the\s)?({O})(?:\s?:|\sby\b|,\sby\b|[^{P[1:-1]}{T[1:-1]};.]{{0,60}}\b(?:[Aa]ttention|Attn))")


def _default_org(masked: Masked, at: int, filer: OrgRef) -> tuple[OrgRef, bool]:
    """Whose office it is when the words beside it do not say: the side a notice or signature line speaks of, else the filer."""
    last = None
    for match in _ON_BEHALF.finditer(masked.text, 0, at + 1):
        last = match
    return (masked.org(last[1]).org, True) if last else (filer, False)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a reading was made."""

    sequence: int
    start: int
    end: int


def _fact(context: Context, place: _Place, masked: Masked, reading: Reading, home: OrgRef) -> Fact | None:
    person, office = masked.person(reading.person), masked.office(reading.office)
    title = office.title.text.strip(" ,")
    org, stated = (office.org, True) if office.org else _default_org(masked, reading.at, home)
    if not title or not org.name:
        return None
    start, end = place.start, place.end
    if end - start > 2 * _REACH:
        start = max(start, masked.offsets[reading.at] - _REACH)
        last = masked.offsets[min(reading.end, len(masked.offsets) - 1)] if masked.offsets else end
        end = min(end, last + _REACH)
    evidence = context.evidence(place.sequence, start, end)
    date = masked.date(reading.date) if reading.date else None
    confidence = reading.rule.confidence - (0.05 if person.spoken == "pronoun" else 0.0) - (0.0 if stated or office.org else 0.03)
    return Fact(person.name, org, title, reading.event, date, reading.rule.name, round(confidence, 3), (evidence,), stated, reading.firm)


_TAKES_OFFICE = re.compile(
    rf"(?P<p>{P})(?:['’]s?)?(?:[^;{P[1:-1]}]{{0,90}}?\b(?P<verb>(?:will\s)?(?:(?:take|takes|took)(?!\seffect)|assume[sd]?|begin|begins|began|start|starts|started|commence[sd]?|join|joins|joined|enter|enters)\b[^{P[1:-1]}{T[1:-1]};]{{0,60}}?)"
    rf"|[^;{P[1:-1]}]{{0,160}}?\b(?P<n>appointment|election|promotion|resignation|retirement|departure|employment|tenure)[^{P[1:-1]}{T[1:-1]};]{{0,40}}?\b(?:effective|takes?\seffect|took\seffect|become[s]?\seffective|begin|begins|commence[s]?|was\seffective)\b[^{P[1:-1]}{T[1:-1]};]{{0,30}}?)(?P<d>[\ue600-\ue7ff])"
)
_ALL_EFFECTIVE = re.compile(
    r"\b(?:[Bb]oth|[Aa]ll|[Ee]ach|[Tt]hese|[Tt]he|[Ss]uch)\b[^;]{0,30}?\b(?P<n>appointments?|elections?|promotions?|changes?|resignations?|of\sthem|started|departures?|retirements?|of\sthese|start|began|took\soffice)\b[^;]{0,80}?(?P<d>[\ue600-\ue7ff])"
)


def _read_document(context: Context, document: DocumentText, windows: list[tuple[int, int, int]], memory: PersonMemory, filed: str | None) -> Iterator[Fact]:
    """Facts of one document, in order."""
    if not windows:
        return
    sequence = document.sequence
    sentences = context.sentences(sequence)
    book = read_dates(document.text, filed, document.is_exhibit)
    writer = _writer(document, memory)
    pending: list[Fact] = []
    last_index = -9
    subject: str | None = None
    for index, start, end in windows:
        if index > last_index + 1:
            yield from pending
            pending = []
            subject = _subject(context, document, sentences, index, memory, subject if index - last_index <= 3 else None)
            for skipped in range(max(last_index + 1, index - 3), index) if last_index >= 0 else ():
                pending = list(_follow_up(context, document, sentences[skipped], memory, book, subject, pending))
        masked = mask(context, sequence, start, end, memory, book.within(start, end), subject, writer)
        found: list[Fact] = []
        for reading in read_frames(masked):
            fact = _fact(context, _Place(sequence, start, end), masked, reading, context.filer)
            if fact is None:
                continue
            if fact.date is None and fact.event != "holds":
                near = book.last_before(start + 1)
                if near:
                    fact = _dated(fact, near, 0.1)
            found.append(fact)
        pending = [*_adjust(masked, pending), *found]
        named = [p for p in masked.people if p.spoken != "pronoun"]
        first = re.search(P, masked.text)
        if first and named:
            subject = masked.person(first[0]).name
        last_index = index
        following = index + 1
        if following < len(sentences) and pending:
            pending = list(_follow_up(context, document, sentences[following], memory, book, subject, pending))
        if len(pending) > 40:
            yield from pending[:-20]
            pending = pending[-20:]
    yield from pending


def _dated(fact: Fact, date: str, loss: float) -> Fact:
    return replace(fact, date=date, confidence=round(fact.confidence - loss, 3), firm=not loss)


def _follow_up(context: Context, document: DocumentText, sentence: tuple[int, int], memory: PersonMemory, book: DateBook, subject: str | None, pending: list[Fact]) -> Iterator[Fact]:
    """Pending facts with the date that the next sentence gives: "Dr. Roe will take office on March 1"."""
    start, end = sentence
    dates = book.within(start, end)
    if not dates or end - start > _LONGEST or not pending:
        yield from pending
        return
    masked = mask(context, document.sequence, start, end, memory, dates, subject)
    yield from _adjust(masked, pending)


def _adjust(masked: Masked, pending: list[Fact]) -> Iterator[Fact]:
    own: dict[str, tuple[str, str]] = {}
    for match in _TAKES_OFFICE.finditer(masked.text):
        kind = "departed" if match["n"] in ("resignation", "retirement", "departure") else "appointed"
        own[masked.person(match["p"]).name] = (kind, masked.date(match["d"]))
    every = _ALL_EFFECTIVE.search(masked.text)
    everyone: tuple[str, str] | None = None
    if every:
        kind = "departed" if re.match("resign|depart|retire", every["n"]) else "changed" if re.match("change|of", every["n"]) else "appointed"
        everyone = (kind, masked.date(every["d"]))
    for fact in pending:
        mine = own.get(fact.person)
        if mine and mine[0] == fact.event and len(mine[1]) >= 7:
            yield _dated(fact, mine[1], 0.0)
        elif everyone and fact.event != "holds" and not fact.firm and everyone[0] in (fact.event, "changed", "appointed"):
            yield _dated(fact, everyone[1], 0.0)
        else:
            yield fact


def _subject(context: Context, document: DocumentText, sentences: tuple[tuple[int, int], ...], index: int, memory: PersonMemory, fallback: str | None) -> str | None:
    """Whom "he" or "she" at the start of sentence `index` means: the first person of the sentence before."""
    for back in (1, 2):
        if index - back < 0:
            break
        start, end = sentences[index - back]
        if end - start > _LONGEST:
            break
        for mention in _persons_in(context, document, start, end):
            name = memory.resolve(mention)
            if name:
                return name
    return fallback


_LETTER = re.compile(r"\bI\s(?:am|have|resign|hereby|became|was|write|will|want|wish|thank)\b")


def _writer(document: DocumentText, memory: PersonMemory) -> str | None:
    """Who says "I" in a letter: the one who signs it."""
    signed = list(re.finditer(r"/s/\s", document.layout))
    if len(signed) != 1 or not _LETTER.search(document.layout):
        return None
    mentions = find_persons(document.layout, signed[0].end(), min(len(document.layout), signed[0].end() + 80))
    return memory.resolve(mentions[0]) if mentions else None


def _signed(claims: list[SignatureClaim | PositionClaim], memory: PersonMemory) -> Iterator[Fact]:
    """Offices under signatures."""
    for claim in claims:
        if isinstance(claim, PositionClaim) and claim.person.organization.name:
            name = _name_of(claim.person.name, memory)
            yield Fact(name, claim.person.organization, claim.title, claim.event, claim.date, claim.source.rule, claim.source.confidence, claim.source.evidence, True)


def _name_of(name: str, memory: PersonMemory) -> str:
    """The fullest name known for a person."""
    return memory.resolve(PersonMention(0, 0, name, True, 0)) or name


def people(context: Context) -> Iterator[Claim]:
    """Position, signature and former-name claims of one filing."""
    plans = {d.sequence: _windows(context.sentences(d.sequence), d.layout) for d in context.read.texts}
    memory = _memory(context, plans)
    signed = list(signatures(context))
    yield from (claim for claim in signed if isinstance(claim, SignatureClaim))
    facts: list[Fact] = []
    for document in context.read.texts:
        facts.extend(_read_document(context, document, plans[document.sequence], memory, context.filed))
    facts.extend(_signed(signed, memory))
    for fact in merge(facts):
        person = PersonRef(fact.person, fact.org)
        source = Source(fact.rule, max(0.3, min(0.99, fact.confidence)), fact.evidence)
        yield PositionClaim(person, fact.title, fact.event, source, role_codes(fact.title), fact.date)
