"""Shape of a sentence → events told by verbs: what each verb says is read by its kind; of licensing itself here."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.licence_event import ADVERB, Event, clause_of, kind_of, named_in, pattern
from kg.extract.licence_sentence import ORG, ORGS, Sentence
from kg.extract.licence_verb_get import got
from kg.extract.licence_verb_give import given
from kg.extract.licence_verb_parts import (
    BY,
    DIRECT,
    FROM,
    HAVE_BEEN,
    INFINITIVE,
    PASSIVE,
    PERFECT,
    TO,
    WILLING,
    further,
    subject_of,
)
from kg.extract.licence_verb_return import returned
from kg.extract.licence_words import GET, GIVE, IN_LICENSE, LICENSE_VERB, REGAIN, RETURN
from kg.extract.scan import cue

_VERB = cue(
    rf"\b(?:(?P<inlic>{IN_LICENSE})|(?P<lic>{LICENSE_VERB})|(?P<again>{REGAIN})|(?P<ret>{RETURN})|(?P<give>{GIVE})|(?P<get>{GET}))\b(?!-)",
    re.I,
)
_NOUN_BEFORE = pattern(
    r"(?:\b(?:an?|the|this|that|its|our|their|his|such|any|each|every|no|one|new|exclusive|non-?exclusive|co-exclusive|sole|worldwide|world-wide|perpetual|free|royalty-free|patent|separate|head|library|software|under|of|and|or|these|those|same|former|earlier|existing|original|two|paid-up|bearing|paid|up|limited|direct|in|further|irrevocable|transferable|cross|on|by|to an?|for|with)|['’]s?|\uf8fe|\d{4}|[,(“\"])[ -]$"
)


def verb_events(sentence: Sentence) -> Iterator[Event]:
    """Events of the verbs of a sentence, in order of place."""
    shape = sentence.shape
    for verb in _VERB.finditer(shape):
        at, stop = verb.span()
        start, end = clause_of(shape, at)
        left, right = shape[start:at], shape[stop:end]
        word = verb[0].lower()
        if verb["lic"] and re.match(
            r" +(?:[Aa]greements?|fees?|revenues?|income|payments?|issue|holders?)\b", shape[stop:]
        ):
            continue
        passive = bool(PASSIVE.search(left) or HAVE_BEEN.search(left)) and not word.endswith("ing")
        if verb["lic"] or verb["inlic"]:
            finite = passive or bool(
                re.search(
                    rf"(?:{ORG}|\b(?:which|who|that|it|they|we|company|party|university|center))(?:['’]s)?(?:,? +{ADVERB})* *$",
                    left,
                )
                or re.search(
                    r"\b(?:to|will|would|has|have|had|shall|be|and|then|by|in|not|may|also)(?: \w+ly)? +$", left
                )
            )
            participle = word.endswith(("ed", "ed out", "ed back"))
            if (
                not participle
                and not word.endswith(("s", "ing"))
                and INFINITIVE.search(left)
                and not WILLING.search(left)
            ):
                continue
            if (
                not participle
                and (not finite or _NOUN_BEFORE.search(left))
                and not (
                    finite
                    and re.search(rf"(?:{ORG}|which|who|jointly|would|will|shall|not|to|may|has|have) +$", left)
                    and not re.search(r"['’]s? +$|\uf8fe +$", left)
                )
            ):
                continue
            yield from _license_verb(sentence, verb, start, end, left, right, passive, participle)
        elif verb["again"]:
            if (
                not passive
                and re.search(r"\brights?\b|licen", right[:80])
                and not re.search(r"\b(?:may|would|could|might|if)\b[^,;]{0,30}$", left)
            ):
                subject, missing, begin = subject_of(sentence, start, at)
                source = FROM.search(right)
                if subject and source:
                    yield Event(
                        begin,
                        end,
                        "license-regained",
                        subject,
                        named_in(sentence, source[1]),
                        (),
                        None,
                        at,
                        missing,
                        "terminated",
                    )
        elif verb["ret"]:
            yield from returned(sentence, verb, start, end, left, right, passive)
        elif verb["give"]:
            yield from given(sentence, verb, start, end, left, right, passive)
        else:
            yield from got(sentence, verb, start, end, left, right, passive)


def _license_verb(
    sentence: Sentence,
    verb: re.Match[str],
    start: int,
    end: int,
    left: str,
    right: str,
    passive: bool,
    participle: bool,
) -> Iterator[Event]:
    word = verb[0].lower()
    kind = kind_of(word)
    to, source, by = TO.search(right), FROM.search(right), BY.match(right) or BY.search(right[:120])
    inward = bool(verb["inlic"])
    if passive or (
        participle
        and not PERFECT.search(left)
        and not re.search(rf"(?:{ORG}|\b(?:which|who|that|it|they|has|have|had))(?: +{ADVERB})*,? *$", left)
        and (by or to or source)
    ):
        if source and not by and not to:
            subject, missing, begin = subject_of(sentence, start, verb.start())
            yield Event(start, end, "license-licensed-from", named_in(sentence, source[1]), (), (), kind, verb.start())
            return
        receivers = named_in(sentence, to[1]) if to else ()
        givers = named_in(sentence, by[1]) if by else ()
        subject, missing, begin = subject_of(sentence, start, verb.start())
        if not receivers and subject and passive:
            receivers = subject
        if givers or receivers:
            yield Event(start, end, "license-licensed-passive", givers, receivers, (), kind, verb.start())
        if to and passive and not (by and by.start() > to.start()):
            yield from further(sentence, givers, verb.end() + to.end(), end, kind, False)
        return
    subject, missing, begin = subject_of(sentence, start, verb.start())
    reach = pattern(rf"({ORGS}),? (?:to|from) (?:which|whom) {ORG}").search(sentence.shape[start : verb.end()])
    if (
        (reach
        and sentence.shape[start : verb.start()].endswith(reach[0][-3:] + " "))
        or (reach and reach.end() > len(left) - 30)
    ):
        other = named_in(sentence, reach[1])
        giver = named_in(sentence, re.findall(ORG, reach[0])[-1])
        if " from " in re.sub(" +", " ", reach[0]):
            yield Event(start, end, "license-relative", other, giver, (), kind, verb.start())
        else:
            yield Event(start, end, "license-relative", giver, other, (), kind, verb.start())
        return
    if source and (inward or not to or source.start() < to.start()):
        yield Event(
            begin if subject else start,
            end,
            "license-licensed-from",
            named_in(sentence, source[1]),
            subject,
            (),
            kind,
            verb.start(),
            missing,
        )
        return
    if inward:
        yield Event(
            begin if subject else start, end, "license-in-licensed", (), subject, (), kind, verb.start(), missing
        )
        return
    direct = DIRECT.match(right) or to
    receivers = named_in(sentence, direct[1]) if direct else ()
    if not subject and not missing and not receivers:
        return
    subject = tuple(o for o in subject if o not in receivers)
    owner = pattern(rf"^(?: {ADVERB})* ({ORG})(?:['’]s?|(?<=\uf8fe)) ").match(right)
    if owner and not receivers and subject and not set(subject) & set(named_in(sentence, owner[1])):
        yield Event(
            begin, end, "license-licensed-owner", named_in(sentence, owner[1]), subject, (), kind, verb.start(), missing
        )
        return
    it = re.match(r"(?: +(?:out|exclusively))* +to +(?:it|them)\b", right)
    if receivers or it:
        yield Event(
            begin if subject else start,
            end,
            "license-licensed",
            subject,
            receivers,
            (),
            kind,
            verb.start(),
            missing or bool(it),
        )
    if receivers and direct:
        yield from further(sentence, subject, verb.end() + direct.end(), end, kind, missing)
