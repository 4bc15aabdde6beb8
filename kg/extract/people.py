"""Persons and their offices: a filing's context → signature, position and former-name claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import ahocorasick

from kg.extract.document import Context
from kg.extract.former_names import former_names
from kg.extract.person_memory import PersonMemory, remember
from kg.extract.person_names import PersonMention, find_persons
from kg.extract.position_merge import Fact, merge
from kg.extract.position_pages import Pages, open_pages
from kg.extract.position_reader import read_document
from kg.extract.roles import role_codes
from kg.extract.signature import signatures
from kg.model import Claim, PersonRef, PositionClaim, SignatureClaim, Source

_LONGEST = 4000
_PLACES = 6
"""In so many places a surname is looked at."""
_MANY = 200
"""So many surnames are looked up for a full name beside them."""


def _name_hints() -> ahocorasick.Automaton:
    made = ahocorasick.Automaton()
    for word in (
        "/s/",
        "Dr. ",
        "Mr. ",
        "Ms. ",
        "Mrs. ",
        "Prof. ",
        "DR. ",
        "MR. ",
        "MS. ",
        "MRS. ",
        "Messrs. ",
        "M.D.",
        "Ph.D",
        "Sir ",
        "Dame ",
    ):
        made.add_word(word, len(word))
    made.make_automaton()
    return made


_NAME_HINTS = _name_hints()


def _memory(books: list[Pages]) -> PersonMemory:
    """The full names of all documents: in passages that name offices, and beside honorifics, degrees and "/s/"."""
    mentions: list[PersonMention] = []
    for pages in books:
        sentences = pages.context.sentences(pages.document.sequence)
        starts = [s for s, _ in sentences]
        for _, start, end in pages.windows:
            mentions.extend(pages.persons(start, end))
        read = {index for index, _, _ in pages.windows}
        for last, _ in _NAME_HINTS.iter(pages.document.layout):
            index = bisect_right(starts, last) - 1
            if index >= 0 and index not in read:
                read.add(index)
                start, end = sentences[index]
                for at in range(start, end, _LONGEST):
                    mentions.extend(pages.persons(at, min(end, at + _LONGEST)))
    known = remember(mentions)
    more = _introduced(books, [m for m in mentions if not m.full and known.resolve(m) is None])
    return remember([*mentions, *more]) if more else known


def _introduced(books: list[Pages], short: list[PersonMention]) -> list[PersonMention]:
    """Full names in the sentences that first give the surnames of persons so far known as "Mr. Roe" only."""
    found: list[PersonMention] = []
    for name in sorted({m.name for m in short if " " not in m.name})[:_MANY]:
        for pages in books:
            layout, at = pages.document.layout, -1
            full: list[PersonMention] = []
            for _ in range(_PLACES):
                at = layout.find(f" {name}", at + 1)
                if at < 0 or full:
                    break
                start, end = max(0, at - 60), min(len(layout), at + len(name) + 20)
                full = [m for m in pages.persons(start, end) if m.full and m.name.split()[-1] == name]
            found.extend(full)
    return found


def _signed(claims: list[SignatureClaim | PositionClaim], memory: PersonMemory) -> Iterator[Fact]:
    """Offices under signatures."""
    for claim in claims:
        if isinstance(claim, PositionClaim) and claim.person.organization.name:
            name = _name_of(claim.person.name, memory)
            yield Fact(
                name,
                claim.person.organization,
                claim.title,
                claim.event,
                claim.date,
                claim.source.rule,
                claim.source.confidence,
                claim.source.evidence,
                True,
            )


def _name_of(name: str, memory: PersonMemory) -> str:
    """The fullest name known for a person."""
    read = find_persons(name, 0, len(name))
    if len(read) == 1 and read[0].full:
        name = read[0].name
    return memory.resolve(PersonMention(0, 0, name, True, 0)) or name


def people(context: Context) -> Iterator[Claim]:
    """Signature, position and former-name claims of one filing."""
    signed = list(signatures(context))
    yield from (claim for claim in signed if isinstance(claim, SignatureClaim))
    books = [open_pages(context, document) for document in context.read.texts]
    memory = _memory(books)
    facts = [fact for pages in books for fact in read_document(pages, memory)]
    facts.extend(_signed(signed, memory))
    for fact in merge(facts, context.filed):
        person = PersonRef(fact.person, fact.org)
        source = Source(fact.rule, max(0.3, min(0.99, fact.confidence)), fact.evidence)
        yield PositionClaim(person, fact.title, fact.event, source, role_codes(fact.title), fact.date)
    yield from former_names(context)
