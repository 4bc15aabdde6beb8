"""A sentence → the same sentence with every person, title, organisation and date replaced by one character."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.date_book import DateBook
from kg.extract.document import Context
from kg.extract.late import late
from kg.extract.office_mask import mask_offices
from kg.extract.person_mask import ANY, LIMIT, Masked, Office, Person, mark, replaced
from kg.extract.person_memory import PersonMemory
from kg.extract.person_names import PersonMention
from kg.model import OrgRef

_PRONOUN = late(r"(?<![\w’'-])(?:(he|she|He|She|him)|(his|her|His|Her))(?![\w’'-])")
_CAPITAL = late(r"(?<![\w’'.-])[A-ZÀ-Þ][\w’'-]+(?![\w])")
_OTHER_SUBJECT = late(r"\b(?:we|We|someone|somebody|[Bb]oard|[Cc]ompany|directors|successor|search|that)\b")
# After "her" these tell that it is no possessive; between a name and "he", that a new clause speaks.
_OBJECT = late(r"(?:[.,;)]|\s(?:as|on|in|with|effective|at|for|to|and)\b)")
_BREAK = late(
    r";|,\s(?:and|but|while|a|an|the|our|its)\s|\s(?:and|but)\s|[A-Z][a-z]+\s(?:Officer|President|Director)"
    r"|\b(?:[Dd]irector|[Pp]resident|Treasurer|Controller|Secretary|Counsel)\b|\("
)
_FIRST = late(r"(?<![\w’'.-])(?:(I)|([Mm]y))(?=\s[a-z])")
_SUBJECT = late(r",?\s(?:is|was|has|had|will|joined|became|serves|served|currently|also|age|aged)\b")
_OFFICE_OF = late(
    r"(?:(?:Vice\s|Deputy\s|Associate\s|Executive\s)?(?:Provost|Dean|Chancellor|Rector|President|Director|Warden|Bursar"
    r"|Registrar|Chairman|Trustee|Governor|Treasurer|Secretary|Partner|Principal)\s(?:of|at)\s(?:the\s)?)+(?=[A-Z])"
)


def mask(
    context: Context,
    sequence: int,
    start: int,
    end: int,
    persons: Sequence[PersonMention],
    memory: PersonMemory,
    book: DateBook,
    subject: str | None,
    writer: str | None = None,
    last: Office | None = None,
) -> Masked:
    """`[start, end)` of a document masked.

    `persons` were found in it, `subject` is "he" or "she", `writer` "I", `last` "that post".
    """
    layout = ANY.sub(" ", context.read.text(sequence).layout[start:end])
    orgs = list(context.orgs_in(sequence, start, end))[:LIMIT]
    masked = Masked(layout, list(range(start, end)), orgs=orgs)
    spans = _Spans(masked)
    near = subject
    for mention in persons[:LIMIT]:
        name = memory.resolve(mention, near)
        if name is None:
            continue
        near = name
        spans.person(mention.start - start, mention.end - start, Person(name, "name" if mention.full else "short"))
    begins = {mention.start - start for mention in persons[:LIMIT] if _SUBJECT.match(layout, mention.end - start)}
    for number, org in enumerate(orgs):
        office = _OFFICE_OF.match(layout, org.start - start, org.end - start)
        if office:  # "Provost of Halden College" as read for one name
            orgs[number] = replace(org, org=OrgRef(layout[office.end() : org.end - start]))
        stop = org.end - start
        if layout[stop - 1 : stop + 1] == ". " and stop + 1 in begins:
            stop -= 1  # "… of Acme, Inc. Jane Roe is …": the full stop ends the sentence too
        spans.take(office.end() if office else org.start - start, stop, mark(2, number))
    for a, z, iso in book.within(start, end)[:LIMIT]:
        if spans.take(a - start, z - start, mark(3, len(masked.dates))):
            masked.dates.append(iso)
    for match in _CAPITAL.finditer(layout):
        word = match[0][:-2] if match[0].endswith(("'s", "’s")) else match[0]
        known = memory.by_last.get(word.casefold(), ())
        if (
            len(known) == 1
            and word != known[0]
            and not re.match(r"\s(?:[A-Z]|& )", layout[match.end() : match.end() + 3])
        ):
            spans.person(match.start(), match.start() + len(word), Person(known[0], "short"))
    for match in _FIRST.finditer(layout) if writer else ():
        spans.person(match.start(), match.end(), Person(writer or "", "pronoun"), "’s" if match[2] else "")
    _pronouns(layout, spans, subject)
    masked.text, masked.offsets = replaced(layout, masked.offsets, sorted(spans.found))
    told = _opening(context, sequence, start) if _ITS.search(layout) else None
    masked.text, masked.offsets = mask_offices(context, masked, layout, context.filer, last, told)
    return masked


_ITS = late(r"\b[Ii]ts\s")
_ARTICLE = late(r"\W*(?:[Tt]he\s)?")


def _opening(context: Context, sequence: int, start: int) -> OrgRef | None:
    """With which organisation the sentence before opens: what "its" means where none stands before it."""
    sentences = context.sentences(sequence)
    index = bisect_left(sentences, (start, 0)) - 1
    if index < 0 or sentences[index][1] - sentences[index][0] > _SHORT:
        return None
    before = sentences[index]
    opens = _ARTICLE.match(context.read.text(sequence).layout, *before)
    first = next(iter(context.orgs_in(sequence, *before)), None)
    return first.org if first and opens and first.start <= opens.end() else None


_SHORT = 600
"""A longer sentence does not tell of whom the next one speaks."""


class _Spans:
    """Non-overlapping marked spans of one sentence; the first to take a place keeps it."""

    def __init__(self, masked: Masked) -> None:
        self.masked = masked
        self.found: list[tuple[int, int, str]] = []
        self.covered = bytearray(len(masked.text))

    def take(self, start: int, end: int, sign: str) -> bool:
        """Mark a span unless part of it is marked; True when done."""
        if start < 0 or end > len(self.covered) or start >= end or any(self.covered[start:end]):
            return False
        self.covered[start:end] = b"\1" * (end - start)
        self.found.append((start, end, sign))
        return True

    def person(self, start: int, end: int, person: Person, tail: str = "") -> None:
        """Mark a span as a person."""
        if len(self.masked.people) < LIMIT and self.take(start, end, mark(0, len(self.masked.people)) + tail):
            self.masked.people.append(person)


def _pronouns(layout: str, spans: _Spans, subject: str | None) -> None:
    """He, she, him, his and her marked with whom they mean, where frames could not read on without."""
    for match in _PRONOUN.finditer(layout):
        before = sorted((a, m) for a, _, m in spans.found if a < match.start() and "\ue000" <= m[0] <= "\ue1ff")
        names = [spans.masked.person(m[0]).name for _, m in before]
        own = bool(match[2]) and not _OBJECT.match(layout, match.end())
        if match[0] == "him" or (match[2] and not own):
            earlier = [n for n in names[:-1] if n != names[-1]] if names else []
            if names and _OTHER_SUBJECT.search(layout, before[-1][0], match.start()):
                earlier = names[-1:]
            who = earlier[-1] if earlier else subject if not names or subject != names[-1] else None
        else:
            who = names[-1] if names else subject
            if (
                names
                and match.start() - before[-1][0] < 150
                and (own or not _BREAK.search(layout, before[-1][0], match.start()))
            ):
                continue
        if who:
            spans.person(match.start(), match.end(), Person(who, "pronoun"), "’s" if own else "")
