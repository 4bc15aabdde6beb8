"""Documents of a filing → agreements: sentences open records, later sentences add terms to the record they speak of."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import itertools
import re
import sys
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from kg.extract import individuals
from kg.extract import licence_succession as succession
from kg.extract import licence_words as words
from kg.extract.licence_contract import complete
from kg.extract.licence_dates import dates_in
from kg.extract.licence_event import Event
from kg.extract.licence_frames import source_of_rights
from kg.extract.licence_record import RECENT, Record, absorb, compatible_dates, held_before, same_agreement
from kg.extract.licence_reference import Passage, reach_of, spoken_of, spoken_of_together
from kg.extract.licence_resolve import _ENUMERATED
from kg.extract.licence_sentence import ORG, Sentence, shape_of
from kg.extract.licence_tables import header_of, read_row
from kg.extract.licence_terms import exclusivity_in, territories_in
from kg.extract.licence_weigh import RULE as WEIGHED
from kg.extract.licence_weigh import Weigher
from kg.extract.openings import Openings
from kg.model import DocumentText

_PREAMBLE = 6_000
"""In so many characters a contract names its parties."""
_FORCED = re.compile(
    r"\b(?:separate|second|another|further|additional|other) (?:\w+ )?(?:licen|sublicen|option|agreement)|\balso (?:hold|granted|licen|gave|has|have|entered|obtained|acquired)|\bgrant(?:s|ed)? back|\bback to\b|\bgrant-?back|licensed back|in (?:its|their) turn|in addition, a\b|Likewise",
    re.I,
)
_EXERCISE = re.compile(
    r"\bexercis(?:ed|ing) (?:its|the|that|this|of|an)\b|notice of exercise|exercise of (?:the|its|an) option|\btook up (?:the|its) option|option (?:was|has been|having been) exercised|elected to (?:exercise|take)",
    re.I,
)
_THEN = re.compile(r"\band (?:thereby|thus|so|now|thereupon|obtained|acquired|received|took)\b|so that|\bresulting\b|\bthereby\b|; ")
_OTHER_MATTER = re.compile(
    r"\b(?:employment|leases?|leased|landlord|salary|bonus|severance|credit (?:agreement|facility)|loans?|lenders?|promissory|private placement|underwrit\w+|stock purchase|"
    r"(?:securities|share|stock|note|unit) purchase|purchase agreement|public offering|sold [^.;]{0,40}(?:shares|stock|notes)|research grant|grant agreement|consulting|merger|insurance|"
    r"supply agreement|manufacturing agreement|lawsuit|audit\w*|restructuring|line of credit)\b",
    re.I,
)
_OF_LICENCES = re.compile(r"licen[cs]|royalt|milestone|collaborat|territor|exclusiv|\boption\b|\brights?\b", re.I)
_UNEXERCISED = re.compile(
    r"\b(?:not|never|may|might|if|could|un|would|until|were|upon|for the)\b[^.;]{0,40}exercis|exercisable|not (?:been )?exercised|before exercising",
    re.I,
)
_TERM_HEAD = re.compile(
    r"term|payment|royalt|milestone|consideration|rights|licen|grant|financial|territor|governance|equity|option|agreement|settlement|exclusiv|field|upfront|collaborat|letter of intent|sublicen|commercial",
    re.I,
)
_BY_WHOM = re.compile(
    rf"(?:[Pp]ayments?|[Rr]oyalt\w+|[Mm]ilestones?|[Cc]onsideration|[Ff]ees) +(?:payable +|to be made +|due +)?by +({ORG})"
)
_CONSENTED = re.compile(
    rf"({ORG})(?: +(?:has|have|had|also|thereupon))* +(?:agreed|consented|gave +(?:its|their) +(?:\w+ +)?consent) +to +(?:the|this|that|such) +(?:assignment|transfer)"
)
_LIST_WORDS = (
    "The first",
    "The second",
    "The third",
    "The other",
    "The latter",
    "One",
    "Another",
    "A second",
    "Both",
    "Each",
    "Ownership",
    "Title",
    "Our licens",
    "The licens",
)
_DEALING = re.compile(r"agreement|signed|entered|licen|closed|settle|executed|merger|transaction|announce", re.I)
_BACK = re.compile(r"\b(?:licen[cs]ed|grant(?:s|ed)?|gave|gives) back|grant-?back|\bback to\b|licen[cs]e back", re.I)
_ANOTHER = re.compile(
    r"\b(?:[Aa] second|[Aa]nother|[Aa] separate|[Aa] further|[Aa]n additional|[Aa] third) (?:[\w-]+ ){0,2}(?:licen|sublicen|option)",
    re.I,
)
_HEAD = re.compile(r"^(?:[A-Z][\w’'&. -]{1,60}?)\. ")
_SAVE_WHERE = re.compile(
    r"(?:save|except|other than|but not|excluding)(?: for| that)? in ([^,;.]{3,40}),? where [^,;.]{0,40}?\b((?:non-?|co-)exclusive|exclusive)",
    re.I,
)
_AND_EXCLUSIVE = re.compile(r",? and (?:an? |the )(?:(?:non-?|co-)?exclusive|sole) (?:right|licen[cs]e)", re.I)
_REFERRING = frozenset({"license-notice", "license-named"})
"""Frames that speak of an agreement told of before."""
_SIDE = frozenset(
    {
        "license-owned-held",
        "license-from-which",
        "license-to-which",
        "license-licensee-apposed",
        "license-licensor-apposed",
        "license-our-licensee",
    }
)


def _apart(text: str) -> bool:
    """Do two kinds of exclusivity stand in one sentence?"""
    return len({w.lower() for w in re.findall(r"\b(?:co-|non-?)?exclusive(?:ly)?\b", text, re.I)}) > 1


def _window_ends(events: list[Event], length: int) -> list[int]:
    """Where the words about each event of a sentence end: at the begin of the next, or at the end of the sentence."""
    ends = []
    for event, following in itertools.pairwise(events):
        if event.rule == "license-cross":
            ends.append(length)
        else:
            ends.append(following.start if following.start > event.start else max(event.at + 1, following.at - 25))
    return [*ends, length]


def paragraphs(layout: str) -> Iterator[tuple[int, int]]:
    """Spans between breaks of the layout."""
    start = 0
    while start < len(layout):
        end = layout.find("\n", start)
        end = len(layout) if end < 0 else end
        if end > start:
            yield start, end
        start = end + 1


_OPENINGS = Openings(words.OPENING, exact=True)
_LONGEST_OPENING = max(map(len, words.OPENING))


def opening_places(text: DocumentText) -> list[int]:
    """Where words that open an agreement begin, in order, closed by a place beyond the text."""
    told = text.text

    def breaks(at: int, length: int) -> bool:
        return text.layout.find("\n", at, at + length) >= 0

    found = (at for at in _OPENINGS.places(told, 0, len(told)) if told.startswith(words.OPENING, at))
    whole = [
        at
        for at in found
        if not breaks(at, _LONGEST_OPENING)
        or any(told.startswith(word, at) and not breaks(at, len(word)) for word in words.OPENING)
    ]
    return [*whole, sys.maxsize]


def header_like(body: str) -> bool:
    """Might a row be the head of a table of licences?"""
    return len(body) < 300 and any(
        w in body for w in ("icens", "artner", "arty", "arties", "ollaborator", "nstitution", "ompany", "hom")
    )


def listed_sentence(sentence: Sentence) -> bool:
    """Does the sentence go on with a list that the one before it opened ("The second, from …")?"""
    return _ENUMERATED.match(sentence.shape) is not None


def cells(layout: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the cells of a row."""
    while start < end:
        stop = layout.find("\t", start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            yield start, stop
        start = stop + 1


_LONGEST = 2_500
"""No sentence of a person is longer; what runs on is cut, because the frames of one sentence are compared with each other."""


def pieces(text: str, spans: list[tuple[int, int]], low: int, high: int) -> Iterator[tuple[int, int]]:
    """The spans inside `[low, high)`; one that is too long comes in pieces that end at a blank."""
    for begin, stop in spans:
        begin, stop = max(begin, low), min(stop, high)
        while stop - begin > _LONGEST:
            cut = text.rfind(" ", begin + 1, begin + _LONGEST)
            cut = begin + _LONGEST if cut <= begin else cut
            yield begin, cut
            begin = cut
        if begin < stop:
            yield begin, stop


def spans_within(sentences: tuple[tuple[int, int], ...], start: int, end: int) -> list[tuple[int, int]]:
    """The sentences that overlap `[start, end)`."""
    index = max(0, bisect_left(sentences, (start + 1, 0)) - 1)
    found = []
    while index < len(sentences) and sentences[index][0] < end:
        if sentences[index][1] > start:
            found.append(sentences[index])
        index += 1
    return found


class Reader(Weigher):
    """Reads the documents of one filing in order; `records` is what it has learnt."""

    def read(self, text: DocumentText) -> None:
        """All agreements of one document."""
        self.current, self.topic, self.drug = None, (), None
        self.year, self.day = (self.context.filed or "")[:4] or None, None
        self.contract = text.type.upper().startswith("EX-10")
        self.absent = self.contract and not self._names_filer(text.sequence)
        opening = text.text[:_PREAMBLE] if self.contract else ""
        self.consented = "assign" in opening and succession.CONSENT.search(opening) is not None
        live = -9
        openings = opening_places(text)
        for number, (start, end) in enumerate(paragraphs(text.layout), 1):
            self.paragraph = number + text.sequence * 1_000_000
            row = text.layout.find("\t", start, end) >= 0
            near = self.current is not None and self.paragraph - self.current.paragraph <= reach_of(self.contract)
            opens = openings[bisect_left(openings, start)] < end
            if not (opens or row or near) and number - live > 2:
                continue
            body = text.text[start:end]
            if opens and (near or row or self._foreign(text.sequence, start, end) or number - live <= 1):
                live = number
            elif not row and not (near and any(piece in body for piece in words.CONTINUING)) and number - live > 2:
                continue
            if row and not opens and not self.labels and not header_like(body):
                continue
            if not row:
                self.labels = None
                self._paragraph(text, start, end)
                continue
            self._row(text, start, end)
        if self.contract:
            complete(text, [r for r in self.records[-RECENT:] if r.sequence == text.sequence], self.mentions)

    def _names_filer(self, sequence: int) -> bool:
        """Does a contract name the filer where contracts name their parties?"""
        names = self.context.memories[sequence].names
        return any(org == self.context.filer for start, org in names if start < _PREAMBLE)

    def _catch_up(self, sequence: int) -> None:
        """Whom the sentence just passed over spoke of, because "it" may mean him."""
        if self.passed and self.passed[0] == sequence:
            orgs = [m.org for m in self.context.orgs_in(*self.passed)]
            if orgs:
                self.lead = (orgs[0],)
            named = tuple(dict.fromkeys(o for o in orgs if o != self.context.filer))
            self.topic = named or self.topic
            drug = self.mentions.compounds_in(*self.passed)
            if drug:
                self.drug, self.drug_at = drug[0].name, self.paragraph
        self.passed = None

    def _remember_dates(self, said: str) -> None:
        """The last day told of, which "the same date" means, and the day of the deal the passage is about."""
        told = dates_in(said, self.year)
        for date in told:
            if date.role == "event" or (date.role == "made" and not any(d.role == "event" for d in told)):
                self.year, self.day = date.iso[:4], date.iso
                if _DEALING.search(said):
                    self.deal = (date.iso, self.paragraph)

    def _foreign(self, sequence: int, start: int, end: int) -> bool:
        """Is anybody but the filer named in `[start, end)`?"""
        memory, filer = self.context.memories[sequence], self.context.filer
        body = memory.text.text[start:end]
        if memory.forms:
            if any(org != filer for _, (_, org, _) in memory.automaton.iter(body)):
                return True
            if " the " in body and any(m.org != filer for m in memory.mentions(start, end)):
                return True
        return individuals.CUE.search(body) is not None

    def _row(self, text: DocumentText, start: int, end: int) -> None:
        """A table row: head of a table of licences, one of its rows, or cells in running words."""
        spans = list(cells(text.layout, start, end))
        labels = header_of([text.text[a:b] for a, b in spans])
        if labels:
            self.labels = labels
            return
        if self.labels and abs(len(spans) - len(self.labels)) <= 1 and len(spans) >= 3:
            record = read_row(self.context, self.mentions, text.sequence, self.labels, spans)
            if record:
                record.paragraph = self.paragraph
                twin = next((r for r in self.records[-RECENT:] if r.directed and same_agreement(r, record)), None)
                if twin:
                    absorb(twin, record)
                else:
                    self.records.append(record)
                return
        else:
            self.labels = None
        for low, high in spans:
            if high - low > 60:
                self._paragraph(text, low, high)

    def _paragraph(self, text: DocumentText, start: int, end: int) -> None:
        body = text.text[start:end]
        self.proposed = any(piece in body for piece in words.UNSETTLED) and bool(words.PROPOSED.search(body))
        if self.current and self.paragraph - self.current.paragraph > reach_of(self.contract):
            self.current = None
        sequence, self.around = text.sequence, body
        self.payer, self.option_head = (), False
        first = True
        for begin, stop in pieces(text.text, spans_within(self.context.sentences(sequence), start, end) or [(start, end)], start, end):
            said = text.text[begin:stop]
            live = self.current is not None or self.option_head
            heads = first and stop < end - 20 and stop - begin <= 64
            if (
                not heads
                and not said.startswith(_LIST_WORDS)
                and not any(p in said for p in words.OPENING)
                and not (live and any(p in said for p in words.CONTINUING))
            ):
                self.passed = (sequence, begin, stop)
                first = False
                if "19" in said or "20" in said:
                    self._remember_dates(said)
                continue
            self._catch_up(sequence)
            sentence = shape_of(self.context, self.mentions, sequence, begin, stop, self.paragraph)
            self._sentence(sentence, body, first)
            first = False

    def _heading(self, sentence: Sentence, runs_in: bool) -> bool:
        """A heading that names somebody turns to his agreement; one that names another matter leaves the last one."""
        bare = sentence.text.strip(" .:–—-")
        if (
            len(bare) > 60
            or not re.match(r"(?:\(?[\w.]{1,4}\)?\.? )?[A-Z(]", bare)
            or re.search(r" (?:is|are|was|were|has|have|had|will|shall|pays?|paid|may) ", bare)
        ):
            return False
        if sentence.orgs and len(sentence.orgs) == 1 and len(re.sub(ORG, "", sentence.shape).strip(" .:–—-;")) < 22:
            org = sentence.orgs[0]
            if runs_in:
                self.drug = None
            self.current = (
                next((r for r in reversed(self.records[-RECENT:]) if r.sequence == sentence.sequence and org in r.everyone), None)
                if org != self.context.filer
                else self.current
            )
            if self.current:
                self.current.paragraph = self.paragraph
            self.topic = sentence.orgs if org != self.context.filer else self.topic
            return True
        self.option_head = bool(re.fullmatch(r"(?:[\d.()]+ *)?(?:Exclusive )?Options?(?: Rights?| Grant)?", bare))
        if self.option_head:
            return True
        if not sentence.orgs and not _TERM_HEAD.search(bare) and not self.contract and len(bare.split()) <= 8:
            if runs_in:
                self.current = None
            return True
        return False

    def _consent(self, sentence: Sentence) -> None:
        """The licensor agrees that a licence goes with what was sold: the buyer becomes its holder."""
        agreed = (
            _CONSENTED.search(sentence.shape)
            if "consent" in sentence.text or "agreed to the" in sentence.text
            else None
        )
        if not agreed:
            return
        giver = sentence.orgs_of(agreed[1])
        for record in reversed(self.records[-RECENT:]):
            if record.directed and set(giver) & set(record.licensors):
                sale = next(
                    (r for r in self.records[-RECENT:] if r.kind == "assignment" and set(r.licensors) & set(record.licensees)),
                    None,
                )
                if sale:
                    record.licensees, record.status = sale.licensees, "amended"
                    record.spans[(sentence.sequence, sentence.start, sentence.end)] = None
                return

    def _sentence(self, sentence: Sentence, paragraph: str, first: bool) -> None:
        payer = _BY_WHOM.search(sentence.shape) if len(sentence.text) < 60 else None
        if payer:
            self.payer = sentence.orgs_of(payer[1])
            return
        if first and self._heading(sentence, len(paragraph) > len(sentence.text) + 20):
            return
        self._consent(sentence)
        events = self._resolved(sentence)
        blocked = (
            not events
            and any(p in sentence.text for p in ("icen", "ight", "ption", "ICEN"))
            and words.NOT_LICENCE.search(sentence.text)
        )
        if blocked and not (self.current and self._speaks_of(sentence, self.current)):
            if re.search(r"trade-?mark|software|premises|data capture|information system", sentence.text, re.I):
                self.current = None
        elif events:
            if not self._taken_up(sentence, events):
                self._open(sentence, self._becoming_licences(sentence, events))
        else:
            record = spoken_of(sentence, self._passage(sentence)) if self.records else None
            if record and _OTHER_MATTER.search(sentence.text) and not _OF_LICENCES.search(sentence.text):
                others = set(record.everyone) - {self.context.filer}
                record = record if others & set(sentence.orgs) else None
            origin = source_of_rights(sentence)
            if origin and not record and self.current and self.current.filled and self.paragraph == self.current.paragraph:
                record = self.current
            together = spoken_of_together(sentence, self._passage(sentence)) if self.records else []
            for other in together[:-1]:
                self._add(other, sentence, 0, len(sentence.shape), None)
            record = together[-1] if together else record
            if record:
                record = self._exercised(record, sentence) or self._sibling(record, sentence) or record
                if origin and record.filled and not set(origin) & set(record.licensees):
                    record.licensors, record.filled = origin, False
                self._add(record, sentence, 0, len(sentence.shape), None)
                self._save_where(record, sentence, 0, len(sentence.shape))
                self.current = record
        if not listed_sentence(sentence):
            self.before = sentence.text
        named = [o for o in sentence.orgs if o != self.context.filer]
        if named:
            self.topic = tuple(named)
        if "19" in sentence.text or "20" in sentence.text:
            self._remember_dates(sentence.text)
        if sentence.orgs:
            self.lead = sentence.orgs[:1]
        if sentence.drugs:
            self.drug, self.drug_at = sentence.drugs[0 if len(sentence.drugs) > 1 else -1], self.paragraph

    def _open(self, sentence: Sentence, events: list[Event]) -> None:
        main = [e for e in events if e.rule not in _SIDE] or events
        events = main + [e for e in events if e not in main]
        ends = _window_ends(main, len(sentence.shape)) + [min(e.end, e.at + 90) for e in events[len(main) :]]
        lead = re.match(
            r"(?:It|That licen[cs]e|The (?:sub)?licen[cs]e|This licen[cs]e|Our licen[cs]e) (?:is|was|covers|extends)[^;]{5,160}?(?=, which )",
            sentence.text,
        )
        cut = 0
        if lead and self.current and lead.end() < events[0].at:
            self._add(self.current, sentence, 0, lead.end(), None)
            cut = lead.end()
        first: Record | None = None
        for number, (event, end) in enumerate(zip(events, ends, strict=True)):
            if event.succession:
                self._succeed(sentence, event)
                continue
            clause = max(sentence.shape.rfind(";", 0, event.at), sentence.shape.rfind(":", 0, event.at)) + 1
            if event.rule == "license-cross":
                clause, cut = 0, 0
            beside = number >= len(main)
            start = (
                max(cut, clause)
                if number == 0 or event.rule == "license-cross"
                else max(clause, event.at - 60)
                if beside
                else min(event.start if event.start >= ends[number - 1] else ends[number - 1], event.at)
            )
            fresh = Record(
                event.licensors,
                event.licensees,
                event.parties,
                event.kind,
                sequence=sentence.sequence,
                paragraph=self.paragraph,
                rule=event.rule,
            )
            fresh.granted = not event.parties
            fresh.weak = event.rule == "license-agreement-bare"
            fresh.apart = event.rule == "license-granted-listed"
            fresh.status = event.status
            fresh.filled = event.filled
            self._add(fresh, sentence, start, end, event)
            fresh.hint, fresh.chance = fresh.hint or event.hint, event.chance
            record = self._match(fresh, sentence)
            self._save_where(record or fresh, sentence, start, end)
            if record is None:
                self.records.append(fresh)
                record = fresh
            else:
                self._merge(record, fresh)
                record.paragraph = self.paragraph
            if first is None or event.rule not in _SIDE:
                self.current = record
            first = first or record
            if (
                any(e.rule in _SIDE for e in events[: number + 1])
                and number + 1 == len(events)
                and events[0].rule not in _SIDE
            ):
                self.current = first
        if first is not None and all(e.rule == "license-granted-listed" for e in events):
            self.current = first

    def _succeed(self, sentence: Sentence, event: Event) -> None:
        """A licence changes hands: the record of its former holder gets the new one, as an amendment."""
        then, now, givers = event.parties, event.licensees, event.licensors
        if event.rule != succession.RULE:
            then, givers = givers, ()
        held = [
            r
            for r in self.records[-RECENT:]
            if r.directed
            and (set(then) <= set(r.licensees) or set(then) <= set(r.former))
            and set(givers) <= set(r.licensors)
            and not set(now) & set(r.licensors)
        ]
        if not held and not givers:
            return
        fresh = Record(givers, now, (), None, sequence=sentence.sequence, paragraph=self.paragraph, rule=event.rule)
        fresh.granted, fresh.status, fresh.former = True, "amended", then
        self._add(fresh, sentence, 0, len(sentence.shape), event)
        fresh.event = None
        for passed in self.records[-RECENT:]:  # "the License Agreement and the Sublicense": what was granted goes along
            if "ublicens" in sentence.text and passed.directed and then and set(then) == set(passed.licensors):
                passed.licensors, passed.status = now, "amended"
        record = held[-1] if held else next((r for r in self.records[-RECENT:] if same_agreement(r, fresh)), None)
        if record is None:
            self.records.append(fresh)
            self.current = fresh
            return
        if not set(now) <= set(record.licensees):
            record.former = tuple(dict.fromkeys((*record.former, *record.licensees)))
            record.licensees = now
        fresh.licensors, fresh.rule = record.licensors, record.rule
        absorb(record, fresh)
        record.paragraph, self.current = self.paragraph, record

    def _save_where(self, record: Record, sentence: Sentence, start: int, end: int) -> None:
        """Two kinds of exclusivity for two territories in one sentence make two records."""
        text = sentence.text[start:end]
        save = _SAVE_WHERE.search(text)
        then = None if save else _AND_EXCLUSIVE.search(text)
        if not save and not then:
            return
        piece = save[0] if save else text[then.start() :] if then else ""
        value = exclusivity_in(save[2] if save else piece)
        places = territories_in(save[1] if save else piece)
        if not value or not places or value == exclusivity_in(text[: (save or then).start()]):  # type: ignore[union-attr]
            return
        if then and not territories_in(text[: then.start()], tuple((a - start, b - start) for a, b in sentence.asides)):
            return
        made = _twin(record, self.paragraph)
        made.indications, made.upfront, made.milestones = dict(record.indications), record.upfront, record.milestones
        made.exclusivity, made.territory = value, {p.label: p.excluded for p in places}
        made.spans[(sentence.sequence, sentence.start, sentence.end)] = None
        made.apart = record.apart = True
        record.territory = {k: v for k, v in record.territory.items() if k not in made.territory}
        self.records.append(made)

    def _exercised(self, record: Record, sentence: Sentence) -> Record | None:
        """An option taken up becomes a licence between the same parties, a record of its own."""
        option = next(
            (
                r
                for r in reversed(self.records[-RECENT:])
                if r.kind == "option" and set(r.everyone) & set(record.everyone) and r.sequence == record.sequence
            ),
            None,
        )
        if (
            not option
            or option.status == "terminated"
            or not _EXERCISE.search(sentence.text)
            or _UNEXERCISED.search(sentence.text)
        ):
            return None
        known = next(
            (
                r
                for r in self.records[-RECENT:]
                if r.kind != "option"
                and r.directed
                and set(r.everyone) == set(option.everyone)
                and r.rule == "license-option-exercised"
            ),
            None,
        )
        if known:
            return known
        made = Record(
            option.licensors,
            option.licensees,
            option.parties,
            None,
            sequence=sentence.sequence,
            paragraph=self.paragraph,
            rule="license-option-exercised",
        )
        made.granted, made.compounds, made.territory, made.copied = (
            True,
            dict(option.compounds),
            dict(option.territory),
            True,
        )
        made.indications = dict(option.indications)
        made.spans[(sentence.sequence, sentence.start, sentence.end)] = None
        self.records.append(made)
        dated = [
            d.iso for d in dates_in(sentence.text) if d.role in ("event", "made", "ended") and d.iso != option.made
        ]
        made.event = dated[0] if dated else None
        return made

    def _taken_up(self, sentence: Sentence, events: list[Event]) -> bool:
        """One sentence that tells of an option and of its exercise makes two records: the option and what it became."""
        text = sentence.text
        took = _EXERCISE.search(text)
        sides = {(e.licensors, e.licensees) for e in events}
        if not took or _UNEXERCISED.search(text) or len(sides) != 1 or any(e.parties for e in events):
            return False
        givers, takers = sides.pop()
        known = [
            r
            for r in self.records[-RECENT:]
            if r.kind == "option" and r.licensors == givers and r.licensees == takers and r.status != "terminated"
        ]
        if known:
            known[-1].rights["exercised"] = None
            return False
        then = _THEN.search(text, took.end())
        cut = then.start() if then else len(text)
        option = Record(givers, takers, (), "option", sequence=sentence.sequence, paragraph=self.paragraph)
        option.rule, option.granted = "license-option-exercised", True
        option.rights["exercised"] = None
        told = Event(took.start(), cut, option.rule, givers, takers, (), "option", took.end())
        self._add(option, sentence, took.start(), cut, told)
        if sentence.drugs:
            option.compounds = dict.fromkeys(sentence.drugs)
        self.records.append(option)
        made = self._exercised(option, sentence)
        if made is None:
            return True
        when = dates_in(text[: took.start()], self.year)
        made.event = when[0].iso if when else None
        self._add(made, sentence, cut, len(text), None)
        self.current = made
        return True

    def _becoming_licences(self, sentence: Sentence, events: list[Event]) -> list[Event]:
        """What a sentence on the exercise of an option known already tells of is the licence it became."""
        if not _EXERCISE.search(sentence.text) or _UNEXERCISED.search(sentence.text):
            return events
        taken = [r for r in self.records[-RECENT:] if r.kind == "option" and "exercised" in r.rights]
        return [
            replace(e, kind=None, rule="license-option-exercised")
            if (e.kind == "option" or e.rule == WEIGHED) and any(set(r.everyone) == {*e.licensors, *e.licensees} for r in taken)
            else e
            for e in events
        ]

    def _sibling(self, record: Record, sentence: Sentence) -> Record | None:
        """Rights that differ by territory are agreements apart: "exclusive in A … non-exclusive in B"."""
        split = _apart(sentence.text)
        found = exclusivity_in(sentence.text)
        places = territories_in(sentence.text, sentence.asides)
        if (
            not record.exclusivity
            or not found
            or found == record.exclusivity
            or not places
            or words.AMENDED.search(sentence.text)
            or split
        ):
            return None
        if not re.search(r"licen|rights?\b|exclusive", sentence.text) or re.search(r"option", sentence.text, re.I):
            return None
        made = _twin(record, self.paragraph)
        made.upfront, made.milestones = list(record.upfront), list(record.milestones)
        made.apart = True
        record.apart = True
        self.records.append(made)
        return made

    def _match(self, fresh: Record, sentence: Sentence) -> Record | None:
        forced = bool(_FORCED.search(sentence.text))
        if (
            fresh.directed
            and _ANOTHER.search(sentence.text)
            and any(
                same_agreement(r, fresh) and r.paragraph != fresh.paragraph + 1
                for r in self.records[-RECENT:]
                if r.sequence == fresh.sequence
            )
        ):
            return None
        for record in reversed(self.records[-RECENT:]):
            if held_before(record, fresh):
                return record
        if fresh.rule in _REFERRING and not fresh.directed and (meant := self._meant(fresh)):
            return meant
        for record in reversed(self.records[-RECENT:]):
            if record.sequence != fresh.sequence:
                break
            if (
                fresh.directed
                and not record.directed
                and _BACK.search(sentence.text)
                and set(record.parties) == {*fresh.licensors, *fresh.licensees}
            ):
                record.direct(fresh.licensees[0], None)
                continue
            if (
                fresh.directed
                and not record.directed
                and set(record.parties) == {*fresh.licensors, *fresh.licensees}
                and self.paragraph - record.paragraph <= 60
            ):
                if (record.kind == "option") != (fresh.kind == "option") and not self._names_option(record):
                    continue
                record.licensors, record.licensees, record.weak = fresh.licensors, fresh.licensees, False
                return record
            if (
                not fresh.directed
                and set(fresh.parties) == set(record.everyone)
                and compatible_dates(record.date, fresh.made)
                and (fresh.kind == record.kind or fresh.kind is None)
            ):
                return record
            if fresh.directed and same_agreement(record, fresh):
                if forced and record.compounds and fresh.made and record.made and fresh.made != record.made:
                    continue
                return record
        return None

    def _meant(self, fresh: Record) -> Record | None:
        """Which licence of a partner is meant where the filer speaks of "the license" though its subsidiary has it."""
        partner = set(fresh.parties) - {self.context.filer}
        if len(partner) != 1:
            return None
        known = [r for r in self.records[-RECENT:] if r.sequence == fresh.sequence and partner <= set(r.everyone)]
        if not known or any(self.context.filer in r.everyone for r in known):
            return None
        return known[-1] if known[-1].directed else None

    def _names_option(self, record: Record) -> bool:
        """Was an agreement of open kind called one of options too ("Option and License Agreement")?"""
        told = (self.context.text(sequence)[start:end] for sequence, start, end in record.spans)
        return record.kind is None and any("ption" in said for said in told)

    @staticmethod
    def _merge(record: Record, fresh: Record) -> None:
        absorb(record, fresh)

    def _speaks_of(self, sentence: Sentence, record: Record) -> bool:
        filer = self.context.filer
        named = {o for o in sentence.orgs if o != filer}
        return bool(named & set(record.everyone)) or not named

    def _passage(self, sentence: Sentence) -> Passage:
        return Passage(
            self.records, self.current, sentence.sequence, self.paragraph, self.context.filer, self.contract, self.payer
        )


def _twin(record: Record, paragraph: int) -> Record:
    """A second record of the same parties, compounds and dates, for rights on other terms told in `paragraph`."""
    made = Record(
        record.licensors,
        record.licensees,
        record.parties,
        record.kind,
        record.collaboration,
        sequence=record.sequence,
        paragraph=paragraph,
        rule=record.rule,
    )
    made.granted, made.compounds, made.made = record.granted, dict(record.compounds), record.made
    made.event, made.effective = record.event, record.effective
    return made
