"""Sentence → a licence that passes to a new holder with its licensor's consent: "assigned to B its licence from A".

What stands afterwards is one licence, from the licensor to the new holder, amended; neither the sale of the right nor
the licence of the former holder is a fact beside it.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.licence_event import Event
from kg.extract.licence_sentence import ORG, Sentence
from kg.extract.licence_words import spaced
from kg.model import OrgRef

RULE = "license-succession"
_LAST = 10**6
"""Beyond every sentence: a change of holder is told after the licence that changes hands."""
CONSENT = gate(r"\b(?:consent|novat|approv|permission|agreement of the licensor|recogni[sz]|agreed that|agreed to (?:the |such |this |that )?(?:assign|transfer|substitut)|has agreed to release)\w*", re.I)
_CUE = gate(r"assign|transfer|novat|place of|shoes of|succe|assum|took over|tak(?:en|es) over|replac|consent|substitut|stead of", re.I)
_UNREAL = late(r"\b(?:may|might|could|would|shall|can|if|unless|no|not|nor|neither|without|proposed|except|prohibit\w*|will require|requires?)\b", re.I)
_AGREED_SHALL = late(r"(?:(?:agreed|consented|accepted)[^;]{0,30} that .{1,80}?\b(?:should|shall|would|will|may|might)\b|shall be (?:treated|regarded|deemed|substituted))")
"""Who has agreed that it shall be so says that it is."""
_RIGHTS = r"(?:licen[cs]e|sub-?licen[cs]e|[Aa]greement|rights?|position|interests?|place|obligations|option|contract)"
_LICENCE = late(r"licen[cs]|Licen[cs]|LICEN[CS]|[Aa]greement|option", re.I)
_PASSED = r"(?:assign|transferr?|novat|convey|pass|contribut|made? over|sold and assign)(?:ed|s|es|ing)?"
_WHO = rf"(?:(?P<from>{ORG})|(?:,? +(?:which|who)|\bit))"
_ALSO = r"(?: (?:then|has|had|hereby|thereupon|later|also|subsequently|in turn|itself|duly|sells?|sold|grants?|and|[a-z]+ly),?)*"
_FRAMES = tuple(
    late(spaced(text))
    for text in (
        rf"{_WHO}{_ALSO},? {_PASSED},?(?! by)[^;]{{0,170}}?\b(?:to|upon|in favou?r of) (?P<to>{ORG})",
        rf"{_RIGHTS}[^;,]{{0,80}} (?:was|were|has been|have been|had been|being|is|are)(?: \w+ly| also| then| hereby)* {_PASSED}(?: by (?P<from>{ORG}))?[^;]{{0,60}}? to (?P<to>{ORG})",
        rf"(?P<of>{ORG})[^;]{{0,60}}?\b(?:consent\w*|agreed|approv\w+|recogni[sz]\w+)(?: to| of)? (?:the |this |that |such |an )?(?:assignment|transfer|novation)(?: and assumption)? (?:of|by) [^;]{{0,120}}?\bto (?P<to>{ORG})",
        rf"(?P<to>{ORG})(?: (?:has|have|had|then|thereby|also|thereupon))* (?:took|taken|takes|stepped into|steps into|succeeded to|succeeds to|assumed|assumes|took over|taken over|inherited)(?: all| the| of| each)* (?:place|shoes|position|rights?|obligations|role)[^;]{{0,40}}? of (?P<from>{ORG})",
        rf"(?P<to>{ORG})(?: (?:has|have|had|then|thereby|also|thereupon))* (?:succeeded to|succeeds to|assumed|assumes|took over|taken over)(?: all| the| of| each)* (?P<from>{ORG})(?:['’]s?|(?<=\uf8fe)) [^;]{{0,60}}?{_RIGHTS}",
        rf"(?P<of>{ORG})[^;]{{0,40}}? (?:agreed|consented|accepted)[^;]{{0,20}} that (?P<to>{ORG}) (?:should|shall|would|will|may|might) (?:replace|succeed|take the place of|stand in the place of|be substituted for|take over from) (?P<from>{ORG})",
        rf"(?P<to>{ORG})(?: shall| will| is| was| to)* (?:be |been )?(?:treated|regarded|deemed|become|becomes|became|substituted|accepted|recogni[sz]ed|the|licensee)[^;\ue000-\ue7ff]{{0,120}}? (?:in (?:the )?(?:place|stead|lieu) of|in substitution for|instead of) (?P<from>{ORG})",
        rf"(?P<of>{ORG})[^;]{{0,40}}? (?:accepts|accepted|recogni[sz]es|recogni[sz]ed) (?P<to>{ORG}) [^;\ue000-\ue7ff]{{0,40}}?in (?P<from>{ORG})['’]s? (?:stead|place)",
        rf"(?P<to>{ORG})(?: (?:has|have|had|then|thereby|also|thereupon))* (?:replaced|replaces|succeeded|succeeds) (?P<from>{ORG}) (?:as|under|in) [^;]{{0,40}}licen",
    )
)


@dataclass(frozen=True, slots=True)
class Succession:
    """`now` holds what `then` (None: whoever held it) had from `licensor` (None: told elsewhere)."""

    at: int
    now: OrgRef
    then: OrgRef | None
    licensor: OrgRef | None


def succession(sentence: Sentence, agreed: bool, events: Sequence[Event]) -> Succession | None:
    """The change of holder a sentence tells of, where it was agreed to.

    `events` are the licences the sentence tells of: that of the former holder is among them, or known from before.
    """
    if not agreed or not _CUE.search(sentence.text) or not _LICENCE.search(sentence.text):
        return None
    shape = sentence.shape
    for frame in _FRAMES:
        for match in frame.finditer(shape):
            if _UNREAL.search(_AGREED_SHALL.sub("", shape[max(0, match.start() - 60) : match.end()])) or not _LICENCE.search(shape, match.start()):
                continue
            groups = match.groupdict()
            now = sentence.orgs_of(groups["to"])[0]
            said = sentence.orgs_of(groups.get("from") or "")
            before = [o for o in sentence.orgs_of(shape[: match.start() + 1]) if o != now]
            then = said[0] if said else before[-1] if before and not groups.get("of") else None
            named = sentence.orgs_of(groups.get("of") or "")
            held = [e for e in events if e.licensors and e.licensees and now not in (*e.licensors, *e.licensees)]
            others = [o for o in sentence.orgs if o not in (now, then)]
            licensor = named[0] if named else others[0] if said and len(others) == 1 else None
            if held and not said:
                then, licensor = held[-1].licensees[0], held[-1].licensors[0]
            if then != now and licensor != now and then != licensor:
                return Succession(match.start(), now, then, licensor)
    return None


def changed(events: list[Event], told: Succession) -> list[Event]:
    """The events of a sentence without those that the change of holder replaces, and with the change itself after all."""
    inside = {o for o in (told.now, told.then, told.licensor) if o}
    head = ((told.licensor,), (told.then,))
    kept = [e for e in events if (e.licensors, e.licensees) == head or not {*e.licensors, *e.licensees, *e.parties} <= inside]
    licensors, then = ((told.licensor,) if told.licensor else ()), ((told.then,) if told.then else ())
    return [*kept, Event(told.at, _LAST, RULE, licensors, (told.now,), then, None, told.at, succession=True)]
