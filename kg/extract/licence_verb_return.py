"""A verb of returning in the shape of a sentence → events: a licence ends when its rights go back."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.licence_event import Event, kind_of, named_in, pattern
from kg.extract.licence_sentence import ORG, ORGS, Sentence
from kg.extract.licence_verb_parts import DIRECT, INFINITIVE, TO, right_phrase, subject_of
from kg.extract.licence_words import ADJ

_BACK_TO_USE = pattern(
    r"^[^;]{0,60}? (?:the|an?) (?:{ADJ})?right,?(?: [^;]{0,60},)? to (?:make|sell|use|develop|market|manufacture|practi[sc]e|distribute)\b|^ back[^;]{0,30} (?:the|an?) (?:{ADJ})?licen[cs]e (?:to|under|for)\b".replace("{ADJ}", ADJ)
)
_RIGHTS_GO = pattern(
    r"\brights?(?: [^;,\ue000-\ue7ff]{0,50})? (?:(?:were|was|are|is|have|has|had|been|being|then|therefore|all|thereby|thereupon) )*$|\brights? $"
)


def returned(
    sentence: Sentence, verb: re.Match[str], start: int, end: int, left: str, right: str, passive: bool
) -> Iterator[Event]:
    """Rights that go back: who hands them back was the licensee, to whom they go the licensor."""
    if _RIGHTS_GO.search(left):
        # The rights themselves return: they go back to the licensor, named or "it", from the one named with "by" or "from".
        direct, giver_back = DIRECT.match(right), pattern(rf"^(?: to {ORG})? (?:by|from) (?:the )?({ORGS})").match(right)
        back = named_in(sentence, direct[1]) if direct else ()
        takers = named_in(sentence, giver_back[1]) if giver_back else ()
        if back and not set(back) & set(takers):
            yield Event(start, end, "license-returned", back, takers, (), None, verb.start(), False, "terminated")
            return
    if passive or (INFINITIVE.search(left) and not re.search(r"(?:will|agreed to|elected to|and) +$", left)):
        return
    if not re.search(r"\brights?\b|licen[cs]e", right[:120]) or re.search(
        r"\b(?:may|might|could|would|if)\b[^;,]{0,30}$", left
    ):
        return
    subject, missing, begin = subject_of(sentence, start, verb.start())
    to = DIRECT.match(right) or TO.search(right)
    receivers = named_in(sentence, to[1]) if to else ()
    if verb[0].lower().startswith("revert"):
        # What reverts are the rights: they go back to the licensor, named or "it".
        direct = DIRECT.match(right)
        back = named_in(sentence, direct[1]) if direct else (subject if re.match(r" +to +it\b", right) else ())
        if back:
            yield Event(start, end, "license-returned", back, (), (), None, verb.start(), False, "terminated")
        return
    source = pattern(rf"(?:from|with|by) ({ORGS})(?<!\uf8fe)(?!['’])").search(right)
    if not receivers and source:
        receivers = named_in(sentence, source[1])
    if not subject or set(subject) & set(receivers):
        return
    if receivers and _BACK_TO_USE.search(right[:200]):
        # "gave back to Acme the right to make …": who had taken the whole lets the other use a part.
        yield Event(begin, end, "license-granted", subject, receivers, (), None, verb.start(), missing)
        return
    yield Event(
        begin,
        end,
        "license-returned",
        receivers,
        subject,
        (),
        kind_of(right_phrase(right[:120])),
        verb.start(),
        missing,
        "terminated",
    )
