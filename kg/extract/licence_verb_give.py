"""A verb of giving in the shape of a sentence → events: who grants, sells, appoints, in active and passive."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.late import late
from kg.extract.licence_event import ADVERB, Event, kind_of, named_in, pattern
from kg.extract.licence_predicates import owned_outright
from kg.extract.licence_sentence import ORG, ORGS, Sentence
from kg.extract.licence_verb_parts import (
    ASSET,
    BY,
    DIRECT,
    DRUG_NAME,
    PERFECT,
    SAME_LICENCE,
    STRONG_RIGHT,
    TO,
    further,
    hollow,
    right_phrase,
    subject_of,
)
from kg.extract.licence_words import ADJ

_THAT_WHO = pattern(rf"\b(?:that|which) {ORG}(?:,? {ADVERB})* (?:was|were|had been|has been|have been)(?:,? {ADVERB})* *$")
_SECURITIES = late(r"shares? of|common stock|\bnotes?\b|units|warrants")
_PRICE = late(r"\b(?:for|against|in (?:exchange|consideration|return) (?:for|of)) [^;]{0,30}?\d[\d,]* (?:restricted )?(?:shares|units|warrants)\b[^;]*")
"""What is paid in shares: "sold us NB-101 for 40,000 shares of our stock"."""
_UNKNOWN_WHO = late(r"\bwho\b[^;]{0,40}$")
_AGREEMENT_WHICH = late(r"(?:agreement|licen[cs]e|instrument|contract|deed|amendment)\b[^;,]{0,80}$", re.I)


def given(
    sentence: Sentence, verb: re.Match[str], start: int, end: int, left: str, right: str, passive: bool
) -> Iterator[Event]:
    """What a verb of giving between the `left` and the `right` of its clause tells."""
    word = verb[0].lower()
    if hollow(left, right, word):
        return
    near = right[:260]
    object_right = STRONG_RIGHT.search(near)
    before_right = STRONG_RIGHT.search(left[-160:])
    selling = re.match(r"assign|transfer|s[eo]l[dl]|contribut|divest", word) is not None
    appointing = re.match(r"appoint|nam|designat|authori|permit|allow|let|pass|extend|provid|issu", word) is not None
    to, by = TO.search(right), BY.search(right[:140])
    kind = None
    if appointing:
        licensee = pattern(
            rf"^(?: {ADVERB})* ({ORGS}),? (?:as |to be |its |the |an? |{ORG} )*(?:{ADJ})?(?:sub)?licensee", re.I
        ).match(right)
        if licensee:
            subject, missing, begin = subject_of(sentence, start, verb.start())
            yield Event(
                begin,
                end,
                "license-appointed",
                subject,
                named_in(sentence, licensee[1]),
                (),
                None,
                verb.start(),
                missing,
            )
        elif re.match(r"permit|allow|authori", word) and object_right and "licen" in object_right[0].lower():
            pass
        return
    if passive or (
        word.endswith(("ed", "en", "sold")) and not _active_subject(left) and not PERFECT.search(left) and (by or to)
    ):
        subject, missing, begin = subject_of(sentence, start, verb.start())
        givers = named_in(sentence, by[1]) if by else ()
        receivers = named_in(sentence, to[1]) if to else ()
        if not receivers and subject and passive and object_right:
            receivers = subject
        right_before = before_right or (selling and ASSET.search(left[-200:]))
        if not (object_right and passive) and not right_before:
            return
        if passive and subject and _THAT_WHO.search(left):
            receivers = subject  # "the rights that Acme had been granted"
        elif passive and object_right and not before_right and not subject and not missing and not receivers:
            return  # somebody unknown was granted it
        if not givers and not receivers:
            return
        words = object_right[0] if object_right and receivers == subject else before_right[0] if before_right else ""
        kind = "assignment" if selling else kind_of(right_phrase(near if receivers == subject else left[-80:]) + " " + words)
        if kind is None and receivers != subject and re.match(r"convey|ced|made over|vest|deed", word) and owned_outright(left[-120:]):
            kind = "assignment"
        if selling and not ASSET.search(left[-200:] + " " + right[:200]):
            return
        if word.startswith("s") and not re.search(r"right|title|interest|assets?\b|patents?\b|program", left[-120:]):
            return
        if selling and re.search(r"shares?|invention|employee|agreement (?:was|is)|common stock", left[-80:]):
            return
        yield Event(
            start, end, "license-granted-passive", givers, receivers, (), kind, verb.start(), missing and not receivers
        )
        return
    subject, missing, begin = subject_of(sentence, start, verb.start())
    direct = DIRECT.match(right) or to
    receivers = named_in(sentence, direct[1]) if direct else ()
    it = re.match(r" +(?:to +)?(?:it|them)\b", right)
    missing = missing or bool(it and subject)
    subject = tuple(o for o in subject if o not in receivers)
    right_that = before_right and re.search(
        r"\b(?:that|which|licen[cs]es?|rights?|option) *(?:[\ue000-\ue7ff]\uf8ff*(?: +(?:had|has|have|previously|already))* *)$",
        left,
    )
    trusted = re.match(r"entrust|ced|made over|makes over|hand|turn", word) is not None and bool(receivers)
    if receivers and subject and len(right) < 90 and not object_right and sentence.shape[end : end + 1] == ";":
        yield from _listed(sentence, Event(end, end, "", subject, receivers, (), None, end, missing))
        return
    if not object_right and not right_that and not (selling and ASSET.search(right)) and not trusted:
        return
    if selling and not receivers:
        return
    if selling and object_right and SAME_LICENCE.search(near[: object_right.end() + 2]):
        yield Event(
            begin if subject else start,
            end,
            "license-assigned-on",
            subject,
            receivers,
            (),
            None,
            verb.start(),
            missing,
            None,
            True,
        )
        return
    if not subject and not missing and _UNKNOWN_WHO.search(left) and not _AGREEMENT_WHICH.search(left):
        return
    if not subject and not missing:
        agreement = re.search(
            r"(?:[Aa]greement|[Ii]nstrument|[Aa]mendment|[Cc]ontract|[Ll]icen[cs]e)\b[^;,]{0,80}$", left
        )
        if not agreement and not receivers:
            return
    if selling:
        if _SECURITIES.search(_PRICE.sub("", near[:120])) and "right" not in near[:80]:
            return
        if re.search(r"agreement|contract", near[:60]) and not DRUG_NAME.search(near[:60]):
            return
        if word.startswith(("sell", "sold")) and not re.search(
            r"right|interest|title|asset|patent|program|all of", near[:160]
        ):
            return
        kind = "assignment" if not re.match(r"(?:exclusive|[^;]{0,20}licen[cs])", near.strip()) else kind_of(near[:60])
    elif object_right and re.search(r"entire (?:right|interest)|right, title", near[: object_right.end() + 30]):
        kind = "assignment"
    else:
        kind = kind_of(
            right_phrase(object_right[0] if object_right else left[-100:])
            + " "
            + (near[: object_right.end()] if object_right else "")
        )
    if kind is None and re.match(r"convey|ced|made over|vest|deed", word) and owned_outright(near[:120]):
        kind = "assignment"
    yield Event(
        begin if subject else start, end, "license-granted", subject, receivers, (), kind, verb.start(), missing
    )
    if receivers and direct and not selling:
        yield from further(sentence, subject, verb.end() + direct.end(), end, kind, missing)


_ITEM = pattern(
    r"^(?: *;)? *(?:and )?(?:under [^;]{3,60}?,? )?(?:an?|the|one) (?:[\w-]+,? ){0,6}?(?:sub-?licen[cs]e|licen[cs]e|rights?|option)\b"
)


def _listed(sentence: Sentence, event: Event) -> Iterator[Event]:
    """ "A grants B (i) an exclusive licence …; and (ii) a non-exclusive licence …": one event for each item."""
    shape, start = sentence.shape, event.end
    while start < len(shape):
        stop = shape.find(";", start + 1)
        stop = len(shape) if stop < 0 else stop
        item = _ITEM.match(shape[start:stop])
        if item:
            yield Event(
                start,
                stop,
                "license-granted-listed",
                event.licensors,
                event.licensees,
                (),
                kind_of(item[0]),
                start + item.end() - 1,
                event.missing,
            )
        elif shape[start:stop].strip("; ") not in ("", "and"):
            return
        start = stop


def _active_subject(left: str) -> bool:
    return bool(
        re.search(
            rf"(?:{ORG}|\b(?:which|who|it|they|It|They))(?:,? +{ADVERB}|, +(?:on|in) [^;\ue000-\ue7ff]{{3,30}},)* *$",
            left,
        )
    )
