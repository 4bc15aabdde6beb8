"""Events of a sentence → records: of an agreement told before, of a new one, or of two where the terms differ."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re

from kg.extract import licence_succession as succession
from kg.extract import licence_words as words
from kg.extract.late import late
from kg.extract.licence_apart import by_place
from kg.extract.licence_dates import dates_in
from kg.extract.licence_event import Event, sublicensed
from kg.extract.licence_exercise import Exerciser
from kg.extract.licence_portions import blanked, relative_clause, respective
from kg.extract.licence_record import RECENT, Record, Span, absorb, compatible_dates, held_before, same_agreement
from kg.extract.licence_sentence import Sentence
from kg.extract.licence_terms import exclusivity_in, territories_in
from kg.model import OrgRef

_FORCED = late(
    r"\b(?:separate|second|another|further|additional|other) (?:\w+ )?(?:licen|sublicen|option|agreement)|\balso (?:hold|granted|licen|gave|has|have|entered|obtained|acquired)|\bgrant(?:s|ed)? back|\bback to\b|\bgrant-?back|licensed back|in (?:its|their) turn|in addition, a\b|Likewise",
    re.I,
)
_BACK = late(r"\b(?:licen[cs]ed|grant(?:s|ed)?|gave|gives) back|grant-?back|\bback to\b|licen[cs]e back", re.I)
_ANOTHER = late(
    r"\A(?:Under|By|Pursuant to|In) the (?:second|third)(?:,| (?:agreement|contract|licen[cs]e|deed|instrument)\b)|\b(?:[Aa] second|[Aa]nother|[Aa] separate|[Aa] further|[Aa]n additional|[Aa] third) (?:[\w-]+ ){0,2}(?:licen|sublicen|option)",
    re.I,
)
_SAVE_WHERE = late(
    r"(?:save|except|other than|but not|excluding)(?: for| that)? in ([^,;.]{3,40}),? where [^,;.]{0,40}?\b((?:non-?|co-)exclusive|exclusive)",
    re.I,
)
_AND_EXCLUSIVE = late(r",? and (?:an? |the )(?:(?:non-?|co-)?exclusive|sole) (?:right|licen[cs]e)", re.I)
_OTHER_ONE = late(r"(?:The (?:other|second|third|latter)|Another|A (?:second|third|separate|further))\b")
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


_DAY_AHEAD = late(r",? (?:and|while|whereas),? (?:in|on|during|effective|as of) [^,;]{4,20}(?:, \d{4})?,? $")
"""The day at the head of the next grant: "… to A, and in February 2016 we granted …"."""
_HAD_MADE = late(r"\b(?:[Aa]greement|[Ll]icen[cs]e),? (?:which|that)\b[^.;]{0,80}\bhad (?:earlier |previously )?(?:made|signed|concluded|executed|entered)")
"""An agreement that somebody takes over "which A and B had made on May 3, 2001": the day is that of the licence taken over."""
_NUMBER = late(r"(?:^|[\n.;:)]) *(\d+(?:\.\d+)+)\.? +(?=[A-Z(])")
_WHICH = frozenset({"license-from-which", "license-to-which"})
"""Told in a relative clause: its dates and places are not those of what the sentence tells."""


def _apart(text: str) -> bool:
    """Do two kinds of exclusivity stand in one sentence?"""
    return len({w.lower() for w in re.findall(r"\b(?:co-|non-?)?exclusive(?:ly)?\b", text, re.I)}) > 1


def _window_ends(events: list[Event], text: str) -> list[int]:
    """Where the words about each event of a sentence end: at the begin of the next, or at the end of the sentence."""
    ends = []
    for number, event in enumerate(events):
        following = next((e for e in events[number + 1 :] if e.at != event.at or e.rule != "license-granted-listed"), None)
        if event.rule == "license-cross" or following is None:
            ends.append(len(text))
            continue
        end = following.start if following.start > event.start else max(event.at + 1, following.at - 25)
        ahead = _DAY_AHEAD.search(text, event.at, end)
        ends.append(ahead.start() if ahead else end)
    return ends


def _each_told(sentence: Sentence, events: list[Event]) -> dict[tuple[OrgRef, ...], Sentence]:
    """Both sides of each licence of a list → the sentence as it is told of that one ("… and …, respectively")."""
    sides = dict.fromkeys((*e.licensors, *e.licensees) for e in events if e.rule == "license-granted-listed")
    parts = respective(sentence, len(sides))
    return dict(zip(sides, parts, strict=True)) if parts else {}


_HEAD_DAY = late(r"(?:In|On|During|Effective|As of) [^,;]{3,20}(?:, \d{4})?,")


def span_of(sentence: Sentence) -> Span:
    """The place of a sentence."""
    return (sentence.sequence, sentence.start, sentence.end)


class Opener(Exerciser):
    """Opens a record for each event, or finds the one it speaks of."""

    def _open(self, sentence: Sentence, events: list[Event]) -> None:
        apposed = [e for e in events[1:] if e.parties and _HAD_MADE.search(sentence.text, max(0, e.at - 60), e.at + 200)]
        events = [e for e in events if e not in apposed]
        main = [e for e in events if e.rule not in _SIDE] or events
        events = main + [e for e in events if e not in main]
        aside = {e.at: span for e in events[len(main) :] if e.rule in _WHICH and (span := relative_clause(sentence, e.at))}
        bare = blanked(sentence, [a for a in aside.values() if not any(a[0] <= e.at < a[1] for e in main)])
        ends = _window_ends(main, sentence.text) + [
            aside[e.at][1] if e.at in aside else min(e.end, e.at + 90) for e in events[len(main) :]
        ]
        lead = re.match(
            r"(?:It|That licen[cs]e|The (?:sub)?licen[cs]e|This licen[cs]e|Our licen[cs]e) (?:is|was|covers|extends)[^;]{5,160}?(?=, which )",
            sentence.text,
        )
        cut = 0
        if lead and self.current and lead.end() < events[0].at:
            self._add(self.current, sentence, 0, lead.end(), None)
            cut = lead.end()
        first: Record | None = None
        each = _each_told(sentence, events)
        start = 0
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
                else start
                if event.rule == "license-granted-listed" and event.at == events[number - 1].at
                else max(clause, event.at - 60)
                if beside
                else min(event.start if event.start >= ends[number - 1] and not _DAY_AHEAD.search(sentence.text, ends[number - 1], event.start) else ends[number - 1], event.at)
            )
            fresh = Record(
                event.licensors,
                event.licensees,
                event.parties,
                event.kind or ("sublicense" if len(events) == 1 and sublicensed(bare.shape[start:end]) else None),
                sequence=sentence.sequence,
                paragraph=self.paragraph,
                rule=event.rule,
            )
            fresh.granted = not event.parties
            fresh.weak = event.rule == "license-agreement-bare"
            fresh.apart = event.rule in ("license-granted-listed", "license-cross")
            fresh.status = event.status
            fresh.filled = event.filled
            fresh.section = self._section(sentence) if self.contract else None
            said = each.get((*event.licensors, *event.licensees), sentence if beside else bare)
            self._add(fresh, said, start, end, event)
            if each and not fresh.date:
                self._dates(fresh, said.text, True, event.at)
            fresh.hint, fresh.chance = fresh.hint or event.hint, event.chance
            self._replaces(fresh)
            record = self._match(fresh, sentence)
            self._save_where(record or fresh, sentence, 0 if record and len(events) == 1 else start, end)
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
        self._same_day(sentence, [r for r in self.records[-RECENT:] if span_of(sentence) in r.grant_spans])

    def _replaces(self, fresh: Record) -> None:
        """Whoever buys what he had under licence ends the licence, not the purchase."""
        if fresh.kind != "assignment" or fresh.status != "terminated":
            return
        for held in reversed(self.records[-RECENT:]):
            if held.kind not in ("assignment", "option") and held.licensors == fresh.licensors and held.licensees == fresh.licensees:
                held.status, fresh.status = "terminated", None
                held.spans |= fresh.spans
                return

    def _same_day(self, sentence: Sentence, opened: list[Record]) -> None:
        """ "In 2015, we licensed it for China to A and for Japan to B": the day at the head is that of each."""
        head = _HEAD_DAY.match(sentence.text)
        days = dates_in(head[0], self.year) if head and len(opened) > 1 else []
        for record in opened[1:] if len(days) == 1 and opened[0].date == days[0].iso else ():
            if not record.date and record.status != "terminated":
                record.event = days[0].iso

    def _section(self, sentence: Sentence) -> str | None:
        """The number before a clause of a contract."""
        ahead = self.context.text(sentence.sequence)[max(0, sentence.start - 80) : sentence.start + 12]
        numbers = _NUMBER.findall(ahead)
        return numbers[-1] if numbers else None

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
        if not held and givers:
            held = [r for r in self.records[-RECENT:] if not r.directed and set(r.parties) == {*givers, *then}][-1:]
            for passed in held:
                passed.direct(givers[0], None)
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
        parts = by_place(text, record.territory) if len(record.territory) > 1 and not record.apart else []
        if len(parts) == 2 and not parts[0][1].keys() & parts[1][1].keys():
            other = _twin(record, self.paragraph)
            for part, (kind, where) in zip((record, other), parts, strict=True):
                part.exclusivity, part.territory, part.apart = kind, where, True
            other.indications = dict(record.indications)
            if span_of(sentence) in record.grant_spans:  # both are of one grant, whose payments are told below
                other.upfront, other.milestones = record.upfront, record.milestones
            other.spans[span_of(sentence)] = None
            self.records.append(other)
            return
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

    def _sibling(self, record: Record, sentence: Sentence) -> Record | None:
        """Rights that differ by territory are agreements apart: "exclusive in A … non-exclusive in B"."""
        found = exclusivity_in(sentence.text) if record.exclusivity else None
        if not found or found == record.exclusivity or not territories_in(sentence.text, sentence.asides):
            return None
        if words.AMENDED.search(sentence.text) or _apart(sentence.text):
            return None
        if not re.search(r"licen|rights?\b|exclusive", sentence.text) or re.search(r"option", sentence.text, re.I):
            return None
        made = _twin(record, self.paragraph)
        if _OTHER_ONE.match(sentence.text):  # "The other is a non-exclusive license of a cell line": an agreement of its own
            made.compounds = {}
        else:
            made.upfront, made.milestones = list(record.upfront), list(record.milestones)
            made.indications = dict(record.indications)
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
            if fresh.directed and self._all_of(record, fresh, sentence):
                return record
            if fresh.directed and same_agreement(record, fresh):
                if self._granted_apart(record, fresh):
                    continue
                if forced and record.compounds and fresh.made and record.made and fresh.made != record.made:
                    continue
                return record
        return None

    def _granted_apart(self, record: Record, fresh: Record) -> bool:
        """Do two clauses of a contract grant rights of two kinds ("exclusive in the Home Market", "non-exclusive in the Second")?"""
        both = self.contract and record.granted and fresh.granted and record.paragraph != fresh.paragraph
        apart = both and {record.exclusivity, fresh.exclusivity} in ({"exclusive", "non-exclusive"}, {"exclusive", "co-exclusive"})
        if apart and fresh.rule == record.rule == "license-granted":
            record.apart = fresh.apart = True
            return True
        return False

    def _all_of(self, record: Record, fresh: Record, sentence: Sentence) -> bool:
        """Do "they" who grant stand for all the licensors of the agreement just told of?"""
        together = len(record.licensors) > 1 and set(fresh.licensors) < set(record.licensors)
        near = fresh.paragraph - record.paragraph <= 1
        return together and near and record.licensees == fresh.licensees and sentence.text.startswith(("They", "Both", "The "))

    def _meant(self, fresh: Record) -> Record | None:
        """Which licence of a partner is meant where the filer speaks of "the license" though its subsidiary has it."""
        partner = set(fresh.parties) - {self.context.filer}
        if len(partner) != 1:
            return None
        known = [r for r in self.records[-RECENT:] if r.sequence == fresh.sequence and partner <= set(r.everyone)]
        if not known or any(self.context.filer in r.everyone for r in known):
            return None
        return known[-1] if known[-1].directed else None

    @staticmethod
    def _merge(record: Record, fresh: Record) -> None:
        absorb(record, fresh)


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
