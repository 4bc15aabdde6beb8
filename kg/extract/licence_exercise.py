"""An option and the sentence that tells of its exercise → the licence it became, a record of its own."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.late import late
from kg.extract.licence_dates import dates_in
from kg.extract.licence_event import Event
from kg.extract.licence_record import RECENT, Record
from kg.extract.licence_sentence import Sentence
from kg.extract.licence_weigh import RULE as WEIGHED
from kg.extract.licence_weigh import Weigher

_EXERCISE = late(
    r"\bexercis(?:ed|ing) (?:its|the|that|this|of|an)\b(?![^.;,]{0,40}\b(?:terminat|withdraw|cancel|rescind|leav|walk|quit|renounc|to end\b|veto|warrant|shares))|notice of exercise|exercise of (?:the|its|an) option|\btook up (?:the|its) option|option (?:was|has been|having been) exercised|\bopted in(?:to)?\b|\bexercise\b[^.;]{0,40} of (?:the|its|that|an) option\b|elected to (?:exercise|take)",
    re.I,
)
_THEN = late(r"\band (?:thereby|thus|so|now|thereupon|obtained|acquired|received|took)\b|so that|\bresulting\b|\bthereby\b|; ")
_UNEXERCISED = late(
    r"\b(?:not|never|may|might|if|could|un|would|until|were|upon|for the)\b[^.;]{0,40}exercis|exercisable|not (?:been )?exercised|before exercising",
    re.I,
)


class Exerciser(Weigher):
    """Makes licences of options that are taken up."""

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

    def _names_option(self, record: Record) -> bool:
        """Was an agreement of open kind called one of options too ("Option and License Agreement")?"""
        told = (self.context.text(sequence)[start:end] for sequence, start, end in record.spans)
        return record.kind is None and any("ption" in said for said in told)
