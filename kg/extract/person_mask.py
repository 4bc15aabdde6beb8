"""A sentence → the same sentence with every person, title, organisation and date replaced by one character.

Frames of grammar then read as short patterns over the masked string ("P was elected T"), and nothing inside a name can
match by accident. Offsets of the masked string lead back to the text.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.extract.date_book import DateBook
from kg.extract.document import Context, OrgMention
from kg.extract.gates import gate
from kg.extract.person_names import PersonMemory, PersonMention
from kg.extract.position_titles import Title, find_titles
from kg.model import OrgRef

_BLOCK = 0x200
_BASE = 0xE000
# Person, title, organisation, date: the letters in which the grammar is written (hence the name "O").
P, T, O, D = (f"[{chr(_BASE + k * _BLOCK)}-{chr(_BASE + (k + 1) * _BLOCK - 1)}]" for k in range(4))  # noqa: E741
_ANY = re.compile("[\ue000-\uf8ff]")
LIMIT = 400
"""Most mentions of one kind in one passage; longer passages are cut before."""


@dataclass(frozen=True, slots=True)
class Office:
    """A title with whose it is: `org` where the words say so, `own` when "our" or "the Company's" stands before it."""

    title: Title
    org: OrgRef | None
    former: bool = False
    board_seat: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A person meant in a sentence by full name; `spoken` tells a name ("name", "short") from a pronoun."""

    name: str
    spoken: str


@dataclass(slots=True)
class Masked:
    """The masked string `text`, the offset of each of its characters in the document, and what the marks stand for."""

    text: str
    offsets: list[int]
    people: list[Person] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    orgs: list[OrgMention] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)

    def person(self, mark: str) -> Person:
        """The person behind a mark."""
        return self.people[ord(mark) - _BASE]

    def office(self, mark: str) -> Office:
        """The office behind a mark."""
        return self.offices[ord(mark) - _BASE - _BLOCK]

    def org(self, mark: str) -> OrgMention:
        """The organisation behind a mark."""
        return self.orgs[ord(mark) - _BASE - 2 * _BLOCK]

    def date(self, mark: str) -> str:
        """The ISO date behind a mark."""
        return self.dates[ord(mark) - _BASE - 3 * _BLOCK]


def _replace(text: str, offsets: list[int], spans: Sequence[tuple[int, int, str]]) -> tuple[str, list[int]]:
    """Spans (start, end, mark) of a string replaced by their marks; spans are in order and do not overlap."""
    out: list[str] = []
    kept: list[int] = []
    at = 0
    for start, end, mark in spans:
        out.append(text[at:start])
        kept.extend(offsets[at:start])
        out.append(mark)
        kept.extend([offsets[start]] * len(mark))
        at = end
    out.append(text[at:])
    kept.extend(offsets[at:])
    return "".join(out), kept


def mark(kind: int, number: int) -> str:
    """The character of mention `number` of a kind: 0 person, 1 title, 2 organisation, 3 date."""
    return chr(_BASE + kind * _BLOCK + number)


_PRONOUN = re.compile(r"(?<![\w’'-])(?:(he|she|He|She|him)|(his|her|His|Her))(?![\w’'-])")
_CAPITAL = re.compile(r"(?<![\w’'.-])[A-ZÀ-Þ][\w’'-]+(?![\w])")
_OTHER_SUBJECT = re.compile(r"\b(?:we|We|someone|somebody|[Bb]oard|[Cc]ompany|directors|successor|search|that)\b")
# After "her" these tell that it is no possessive; between a name and "he", that a new clause speaks.
_OBJECT = re.compile(r"(?:[.,;)]|\s(?:as|on|in|with|effective|at|for|to|and)\b)")
_BREAK = re.compile(
    r";|,\s(?:and|but|while|a|an|the|our|its)\s|\s(?:and|but)\s|[A-Z][a-z]+\s(?:Officer|President|Director)"
    r"|\b(?:[Dd]irector|[Pp]resident|Treasurer|Controller|Secretary|Counsel)\b|\("
)
_FIRST = re.compile(r"(?<![\w’'.-])(?:(I)|([Mm]y))(?=\s[a-z])")
_ADJECTIVE = (
    r"(?:new|current|present|newly\s(?:appointed|elected|created)|long-?\s?time|long-serving|first|permanent|next"
    r"|two|three|other|existing|own)\s"
)
_OWNER = re.compile(
    rf"(?<!\w)(?:(?P<one>[Oo]ne\sof\s)?(?:(?P<org>{O})(?:['’]s?)?\s"
    rf"|(?P<poss>[A-ZÀ-Þ][\w&-]+(?:\s[A-ZÀ-Þ][\w&-]+){{0,3}})['’]s?\s|(?P<its>[Ii]ts|[Tt]heir|whose"
    rf"|[Tt]he\s(?:latter|former)['’]s)\s|(?P<det>[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Mm]y)\s)?)"
    rf"(?:{_ADJECTIVE}|(?<=[{chr(_BASE + 2 * _BLOCK)}-{chr(_BASE + 3 * _BLOCK - 1)}] )remaining\s)?(?P<former>"
    rf"(?:then[- ]|[Ff]ormer\s|ex-|[Rr]etired\s|[Pp]ast\s|[Pp]revious\s|erstwhile\s|late\s"
    rf"|[Ff]ormerly\s(?:its\s|our\s|the\s)?|[Pp]reviously\s|[Oo]ne-?time\s))?$"
)
_OF = re.compile(
    rf"(?:\s\([^()]{{2,80}}\))?(?:\sand\s(?:(?:principal|majority|sole|controlling|largest|part)\s)?"
    rf"(?:co-?owner|owner|shareholder|stockholder|proprietor|co-?founder|founder))?,?\s(?:(?:of|at|for|with|in|to|und|de|von)\s)(?:both\s"
    rf"|each\sof\s)?(?:[Tt]he\s)?(?P<org>{O})(?:['’]s(?:\s[A-Z][\w-]+(?:\s(?:of|and|for))?){{1,6}})?(?!['’])(?:\s\([^()]{{1,40}}\))?"
)
_OF_FIELD = re.compile(rf"(?P<field>\s(?:of|for)\s{O}),?\s(?:at|of|for)\s(?:the\s)?(?P<org>{O})(?!['’])")
_BESIDE = re.compile(rf",\s(?P<org>{O})(?=[.;)”\"\n\t]|$)|,\ssince\s{D},\s(?:of|at|with)\s(?:[Tt]he\s)?(?P<org2>{O})")
# "…, President, Acme, Inc., 12 Main Street" beside a name; "Acme, Inc. (President: Jane Roe)"; "Acme, of which she is".
_BESIDE_NAME = re.compile(rf",\s(?P<org>{O})(?=,\s(?!(?:and|or|an?|the|our|its|which|who|by|with)\s))")
_AFTER_NAME = re.compile(rf"{P}(?:,\s|\s\()(?:an?\s|the\s)?$")
_INSIDE = re.compile(rf"(?P<org>{O})\s\($")
_OF_WHICH = re.compile(
    rf"(?P<org>{O})(?:\s\([^()]{{0,60}}\))?,?\s(?:of|at|for|in)\swhich\s(?:the\s$|{P}\s(?:is|was|has\sbeen|serves\sas|acts\sas)"
    r"\s(?:an?\s|the\s|now\s|also\s)*$)"
)
_WORKS_FOR = re.compile(
    rf"\b(?:employed\sby|worked?\sfor|works\sfor|joined|with|at)\s(?:the\s)?(?P<org>{O})(?:\s(?:in|on)\s{D})?,?\sas\s"
    r"(?:an?\s|its\s|the\s)?$"
)
_OF_AFTER_NAME = re.compile(rf",?\s{P},?\s(?:of|at|from)\s(?:the\s)?(?P<org>{O})(?!['’])")
_OF_NAME = re.compile(
    r",?\s(?:(?:in|at|with)\sthe\s(?:\w+\s){1,2}firm\s)?(?:of|at)\s(?:the\s)?(?P<name>(?:[A-ZÀ-Þ][\wÀ-ÿ&.'’-]*)(?:\s(?:of|and|&|for|de"
    r"|the)?\s?[A-ZÀ-Þ][\wÀ-ÿ&.'’-]*){0,5}(?:,\s(?:Inc|Ltd|LLC|L\.P|S\.A|Corp)\.?)?)"
)
_SEAT = gate(
    rf"(?<![\w])(?P<before>(?:to|from|on|onto|off|join(?:s|ed|ing)?|leav(?:es?|ing)|left|quit|quits|constitutes?|compose|comprise|form|make\sup"
    rf"|entered?)\s)(?P<det>(?:(?P<org>{O})(?:['’]s?)?\s|its\s|the\s|their\s)?)"
    rf"(?:entire\s|full\s)?(?P<kind>(?:Supervisory|Management"
    rf"|Executive)\s)?[Bb]oards?(?:\sof\s[Dd]irectors)?(?P<of>\sof\s(?P<org2>{O}))?(?![\w’'])(?!\s(?:[Cc]ommittee"
    rf"|[Mm]eeting|of\s|approved|has|and\s(?:the\s)?(?:[Cc]ommittee|stockholders|shareholders)))"
)
_AND_ORG = re.compile(rf"(?:,\sand\s|,\s|\sand\s)(?:of\s)?(?P<org>{O})")
_BOARD_IS = gate(
    rf"(?<!\w)(?P<before>)(?P<det>(?:(?P<org>{O})(?:['’]s?)?\s|[Ii]ts\s|[Tt]he\s"
    rf"|[Tt]heir\s)?)(?P<kind>(?:Supervisory|Management"
    rf"|Executive)\s)?[Bb]oard(?:\sof\s[Dd]irectors)?(?P<of>\sof\s(?P<org2>{O}))?"
    r"(?=\s(?:now\s|currently\s|presently\s|then\s|thus\s)?(?:consists?\sof|comprises?\s|is\s(?:composed"
    r"|made\sup)\sof|(?:has|numbers)\s\w+\s(?:members|directors)[:,]))"
)
_ABSTRACT = gate(
    r"\b(?:the\s|his\s|her\s)?(?P<noun>presidency|chairmanship|treasurership)(?P<board>\sof\sthe\s(?:[Bb]oard"
    r"|board)(?:\sof\s[Dd]irectors)?)?\b"
)
_BOARD_MEMBER = re.compile(
    r"(?i)members?\sof\s(?:(?!board|management|supervisory)[^\s]+\s){1,5}(?=(?:board|management|supervisory"
    r"|executive)\b)"
)
_VACANCY = re.compile(
    r"\b(?:the|a|an|that|this|such|one|both|their|those|his|her|two|the\stwo)\s(?:vacant\s|newly[- ]created\s"
    r"|new\s|resulting\s|additional\s|open\s|empty\s)?(?P<seat>seats?|vacanc(?:y|ies)"
    r"|directorships?)\b(?!\son\sthe\s(?:audit|compensation))"
)
_ANAPHOR = re.compile(
    r"\b(?:[Tt]hat|[Tt]his|[Tt]he\ssame|[Ss]uch|[Ss]aid)\s(?:post|position|office|role|job|capacity|title)\b"
    r"(?!\s(?:of|as|to|for|with|at|which|that|building|space)\b|['’])"
)
"""An office meant by a word for offices: the one named last."""
_TERMS = re.compile(rf"\b[Tt]he\sterms?(?=\s(?:of\soffice\s)?of\s{P}(?![^;]{{0,200}}\sas\s)[^;]{{0,200}}\b(?:continue|do\snot\sexpire|run\son))")
_OFFICE_OF = re.compile(
    r"(?:(?:Vice\s|Deputy\s|Associate\s|Executive\s)?(?:Provost|Dean|Chancellor|Rector|President|Director|Warden|Bursar"
    r"|Registrar|Chairman|Trustee|Governor|Treasurer|Secretary|Partner|Principal)\s(?:of|at)\s(?:the\s)?)+(?=[A-Z])"
)
_OF_OWN = re.compile(
    r",?\s(?:of|at|for|with)\s(?:the|our|this)\s(?:[Cc]ompany|[Cc]orporation|[Rr]egistrant|[Bb]ank|[Pp]artnership"
    r"|[Ff]irm)\b"
)


def _known(context: Context, name: str) -> OrgRef:
    """The organisation a capitalised name stands for: one the filing knows by it or a longer one, else one so named."""
    known = context.org_named(name)
    if known:
        return known
    plain = name if re.search(r"(?:Inc|Ltd|Corp|Co|S\.A|L\.P)\.$", name) else name.rstrip(".,")
    opening = plain.casefold() + " "
    owners = {
        org
        for memory in context.memories.values()
        for form, (org, _) in memory.forms.items()
        if form.casefold().startswith(opening)
    }
    owners |= {
        context.filer
        for party in context.read.filing.parties
        for former in party.former_names
        if former.name.casefold().startswith(opening)
    }
    return next(iter(owners)) if len(owners) == 1 else OrgRef(plain)


def _offices(
    context: Context, masked: Masked, layout: str, default: OrgRef, last: Office | None
) -> tuple[str, list[int]]:
    """Titles of the string masked so far, each with its owner, replaced by marks."""
    text = masked.text
    spans: list[tuple[int, int, str]] = []
    titles = find_titles(text)
    for title in titles[:LIMIT]:
        start, end = title.start, title.end
        if spans and start < spans[-1][1]:
            continue
        org: OrgRef | None = None
        before = _OWNER.search(text, max(0, start - 60), start)
        former = False
        if before:
            former = bool(before["former"])
            start = before.start()
            if spans:
                start = max(start, spans[-1][1])
            if before["org"]:
                org = masked.org(before["org"]).org
            elif before["poss"]:
                org = _known(context, before["poss"])
            elif before["its"]:
                org = _nearest(masked, text, before.start())
                told = masked.offices[-1].org if masked.offices else None
                if told and spans and not re.search(O, text[spans[-1][1] : before.start()]):
                    org = told  # "managing director of Acme, and John Doe, its chairman"
            if before["one"] and not title.plural:
                start = title.start
        inside = _INSIDE.search(text, max(0, start - 80), start) if text[end : end + 2] == ": " else None
        which = _OF_WHICH.search(text, max(0, start - 120), start)
        if inside or which:
            org = masked.org((inside or which)["org"]).org  # type: ignore[index]  # one of them matched
        after = _OF.match(text, end)
        field_of = _OF_FIELD.match(text, end)
        if field_of:
            words = layout[
                masked.offsets[title.start] - masked.offsets[0] : masked.offsets[field_of.end("field")]
                - masked.offsets[0]
            ].strip()
            title = Title(title.start, field_of.end("field"), words)
            org, end = masked.org(field_of["org"]).org, field_of.end()
        elif after and layout[masked.offsets[after.start("org")] - masked.offsets[0] :][:4].lower() != "our ":
            org, end = masked.org(after["org"]).org, after.end()
        elif org is None:
            named = _OF_NAME.match(text, end)
            if named and not re.match(
                r"(?:The|January|February|March|April|May|June|July|August|September|October|November|December)\b",
                named["name"],
            ):
                org, end = _known(context, named["name"]), named.end()
            else:
                own = _OF_OWN.match(text, end)
                beside = _BESIDE.match(text, end)
                if beside is None and _AFTER_NAME.search(text, max(0, start - 8), start):
                    beside = _BESIDE_NAME.match(text, end)
                works = _WORKS_FOR.search(text, max(0, start - 80), start + len(before[0]) if before else start)
                named_for = _OF_AFTER_NAME.match(text, end)
                if own:
                    org, end = default, own.end()
                elif named_for:
                    org = masked.org(named_for["org"]).org
                elif beside:
                    org = masked.org(beside[beside.lastindex or 1]).org
                elif works:
                    org = masked.org(works["org"]).org
        if _ANY.search(title.text):
            title = Title(
                title.start,
                title.end,
                _BOARD_MEMBER.sub(
                    "member of the ",
                    layout[
                        masked.offsets[title.start] - masked.offsets[0] : masked.offsets[title.end - 1]
                        - masked.offsets[0]
                        + 1
                    ],
                ),
                title.plural,
            )
        masked.offices.append(Office(title, org, former))
        spans.append((start, end, mark(1, len(masked.offices) - 1)))
    for seat in (*_SEAT.finditer(text), *_BOARD_IS.finditer(text)):
        start, end = seat.start("det"), seat.end()
        if any(s < end and start < e for s, e, _ in spans) or len(masked.offices) >= LIMIT:
            continue
        holder = seat["org2"] or seat["org"]
        seat_org = masked.org(holder).org if holder else None
        kind = seat["kind"]
        while seat["of"] and len(masked.offices) < LIMIT:
            other = _AND_ORG.match(text, end)
            if other is None:
                break
            also = Title(other.start("org"), other.end(), "director")
            masked.offices.append(Office(also, masked.org(other["org"]).org, board_seat=True))
            spans.append((other.start("org"), other.end(), mark(1, len(masked.offices) - 1)))
            end = other.end()
        end = seat.end()
        masked.offices.append(
            Office(
                Title(start, end, f"member of the {kind.strip()} Board" if kind else "director"),
                seat_org,
                board_seat=True,
            )
        )
        spans.append((start, end, mark(1, len(masked.offices) - 1)))
    for noun in _ABSTRACT.finditer(text):
        if not any(s < noun.end() and noun.start() < e for s, e, _ in spans) and len(masked.offices) < LIMIT:
            office = {"presidency": "President", "chairmanship": "Chairman", "treasurership": "Treasurer"}[
                noun["noun"].lower()
            ]
            masked.offices.append(
                Office(Title(noun.start(), noun.end(), office + (" of the Board" if noun["board"] else "")), None)
            )
            spans.append((noun.start(), noun.end(), mark(1, len(masked.offices) - 1)))
    if re.search(r"\b(?:[Bb]oard|[Dd]irectors?|[Ss]hareholders|[Ss]tockholders|elect\w*)\b", text):
        for seat in _VACANCY.finditer(text):
            if any(s < seat.end() and seat.start() < e for s, e, _ in spans) or len(masked.offices) >= LIMIT:
                continue
            masked.offices.append(Office(Title(seat.start(), seat.end(), "director"), None, board_seat=True))
            spans.append((seat.start(), seat.end(), mark(1, len(masked.offices) - 1)))
    spans.sort()
    for same in _ANAPHOR.finditer(text):
        taken = any(s < same.end() and same.start() < e for s, e, _ in spans)
        offices = [masked.office(m) for s, _, m in spans if s < same.start()]
        meant = offices[-1] if offices else last
        if meant is not None and not taken and len(masked.offices) < LIMIT:
            masked.offices.append(meant)
            spans.append((same.start(), same.end(), mark(1, len(masked.offices) - 1)))
            spans.sort()
    for term in _TERMS.finditer(text):
        if not any(s < term.end() and term.start() < e for s, e, _ in spans) and len(masked.offices) < LIMIT:
            masked.offices.append(Office(Title(term.start(), term.end(), "director"), None, board_seat=True))
            spans.append((term.start(), term.end(), mark(1, len(masked.offices) - 1)))
            spans.sort()
    return _replace(text, masked.offsets, spans)


def _nearest(masked: Masked, text: str, at: int) -> OrgRef | None:
    """The organisation named last before `at`; what "its" means."""
    for match in re.finditer(O, text[at::-1] if at < len(text) else text[::-1]):
        return masked.org(match[0]).org
    return None


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
    """`[start, end)` of a document masked; `persons` were found in it, `subject` is "he" or "she", `writer` "I", `last` "that post"."""
    layout = _ANY.sub(" ", context.read.text(sequence).layout[start:end])
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
    for number, org in enumerate(orgs):
        office = _OFFICE_OF.match(layout, org.start - start, org.end - start)
        if office:  # "Provost of Halden College" as read for one name
            orgs[number] = replace(org, org=OrgRef(layout[office.end() : org.end - start]))
        spans.take(office.end() if office else org.start - start, org.end - start, mark(2, number))
    for a, z, iso in book.within(start, end)[:LIMIT]:
        if spans.take(a - start, z - start, mark(3, len(masked.dates))):
            masked.dates.append(iso)
    for match in _CAPITAL.finditer(layout):
        word = re.sub(r"['’]s$", "", match[0])
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
    masked.text, masked.offsets = _replace(layout, masked.offsets, sorted(spans.found))
    masked.text, masked.offsets = _offices(context, masked, layout, context.filer, last)
    return masked


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
            who = earlier[-1] if earlier else subject if names and subject != names[-1] else None
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
