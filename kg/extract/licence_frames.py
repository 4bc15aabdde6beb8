"""Shape of a sentence → who gives which right to whom: the frames of verbs and of nouns together.

Each frame names the parties it can; what it cannot is left empty for the discourse to fill. No frame guesses a direction.
"""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re

from kg.extract.licence_event import Event, gated, named_in
from kg.extract.licence_nouns import noun_events, pair_events, roster_events
from kg.extract.licence_predicates import predicate_events
from kg.extract.licence_sentence import ORG, Sentence
from kg.extract.licence_standing import each_other, listed_events, standing_events
from kg.extract.licence_verbs import verb_events
from kg.model import OrgRef

_RIGHTS_FLOW = gated(
    rf"(?:[Tt]hose|[Ii]ts|[Tt]hese|[Oo]ur|[Tt]he|[Tt]heir|{ORG}['’]s?) (?:[\w-]+ ){{0,3}}?(?:rights|licen[cs]e)[^;\ue000-\ue7ff]{{0,40}} (?:flows?|comes?|came|derives?|derived|stems?|stemmed|run|runs|originates?|were obtained|was obtained)[^;\ue000-\ue7ff]{{0,20}} from ({ORG})"
)


def source_of_rights(sentence: Sentence) -> tuple[OrgRef, ...]:
    """Whom the rights spoken of before come from ("Those rights flow from Acme"); empty when unsaid."""
    match = _RIGHTS_FLOW.search(sentence.shape)
    return named_in(sentence, match[1]) if match else ()


_BOTH_GIVE = gated(
    r"(?:[Ee]ach of (?:these|the|them|the two)|[Tt]hese|[Bb]oth|[Tt]he two|[Bb]oth of these)(?: \w+)? (?:\w+ )?(?:is|are) (?:an? |the |our |each |joint |co-)*licensors?\b"
)


def both_give(sentence: Sentence) -> bool:
    """Does the sentence call those named before the licensors?"""
    return _BOTH_GIVE.search(sentence.shape) is not None


_OPTION_AGREEMENT = gated(
    r"[Bb]y (?:an |the |that )?(?:[Oo]ption [Aa]greement)[^;\ue000-\ue7ff]{0,60}|[Uu]nder (?:an )?[Oo]ption [Aa]greement[^;\ue000-\ue7ff]{0,60}"
)


def option_agreement(sentence: Sentence) -> re.Match[str] | None:
    """A separate option agreement named without its parties ("By an option agreement made June 1")."""
    return _OPTION_AGREEMENT.search(sentence.shape)


_MUTUAL = gated(
    r"\b(?:each(?: of them| company| party| side)?|the (?:two )?parties)[^;]{0,60}(?:licen[cs]ed|granted|licen[cs]es|grants)[^;]{0,30} (?:to )?(?:the other|each other|one another)|\beach (?:company|party|side|one|partner|firm)['’]s [^;.]{2,80}?\b(?:opened|made available|licen[cs]ed|thrown open|at the disposal|available|free|granted|given|extended)\b[^;.]{0,24}\b(?:of|to|for(?: use by)?) the other|cross-licen[cs]ed? (?:each other|their)|\bexchang\w+ (?:[\w-]+ ){0,4}licen[cs]es|\bcross-?licen[cs]e(?: and \w+)? agreement\b[^;]{0,60} (?:between|among|with) ",
    re.I,
)


def directed(sentence: Sentence) -> list[Event]:
    """Events of a sentence that name at least one role, in order of place, each verb or noun once."""
    events = [
        *verb_events(sentence),
        *noun_events(sentence),
        *roster_events(sentence),
        *predicate_events(sentence),
        *standing_events(sentence),
        *listed_events(sentence),
    ]
    return sorted(events, key=lambda e: (e.at, not (e.licensors and e.licensees)))


def undirected(sentence: Sentence) -> list[tuple[Event, str]]:
    """Agreements whose two sides the sentence names without saying who gives, each with the agreement's title."""
    return sorted(pair_events(sentence), key=lambda pair: pair[0].at)


def mutual(sentence: Sentence) -> bool:
    """Does the sentence say that each side licenses the other?"""
    return _MUTUAL.search(sentence.shape) is not None or each_other(sentence)
