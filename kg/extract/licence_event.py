"""What a frame reads in a sentence: a right that changes hands; with the small patterns all frames share."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.gates import Gate, gate
from kg.extract.late import late
from kg.extract.licence_sentence import Sentence
from kg.extract.licence_words import spaced
from kg.model import OrgRef


@dataclass(frozen=True, slots=True)
class Event:
    """A right that changes hands, as one frame reads it. `[start, end)` in the shape is the clause that says so.

    `parties` are both sides when the frame does not tell who gives. `kind` as in `LicenseClaim`, None when unsaid.
    """

    start: int
    end: int
    rule: str
    licensors: tuple[OrgRef, ...] = ()
    licensees: tuple[OrgRef, ...] = ()
    parties: tuple[OrgRef, ...] = ()
    kind: str | None = None
    at: int = 0
    missing: bool = False
    """True when a role was said by a pronoun that the sentence does not resolve ("it", "they")."""
    status: str | None = None
    succession: bool = False
    """True when an existing licence changes hands: `licensors` is then the former licensee."""
    filled: bool = False
    """True when the licensor was not said and is taken to be the filer."""
    hint: OrgRef | None = None
    """Which of `parties` gives, unless something in the passage tells."""
    chance: float | None = None
    """How likely the model finds it, from 0 to 1; None where it was not asked."""


def pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return late(spaced(pattern), flags)


def gated(pattern: str, flags: int = 0) -> Gate:
    return gate(spaced(pattern), flags)


BOUNDARY = late(r"[;:]|(?<=[a-z)\d])\.(?= +[A-Z(])")
_MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WHEN = rf"(?:in|on|since|as of|effective|by) (?:early |late |mid-?)?(?:{_MONTHS}(?: \d{{1,2}},?)?(?: (?:of )?\d{{4}})?|\d{{1,2}} {_MONTHS}(?: \d{{4}})?|\d{{4}}|that (?:year|day|month)|the same (?:day|year|month))"
ADVERB = rf"(?:{_WHEN}|\w+ly|also|now|then|thereby|hereby|in turn|in its turn|jointly|each|first|previously|since|already|thereupon|thus|both|again|do|does|did|has|have|had|been|today|further|not only|therein|later|subsequently|itself|itself,|separately|will|shall|would|agreed to|agrees to|elected to|is to|are to|be|being|having)"


def named_in(sentence: Sentence, marked: str | None) -> tuple[OrgRef, ...]:
    return sentence.orgs_of(marked) if marked else ()


def clause_of(shape: str, at: int) -> tuple[int, int]:
    """The clause around `at`: to the next semicolon, colon or list mark on either side."""
    start, end = 0, len(shape)
    for match in BOUNDARY.finditer(shape):
        if match.end() <= at:
            start = match.end()
        else:
            end = match.start()
            break
    return start, end


_OF_SUBLICENSING = late(
    r"(?:rights? to|may|including|through|by|with|without)(?: further)? (?:grant )?(?:further )?sub-?licen\w*|\bgrant sub-?licen[cs]es\b|sub-?licen[cs]e?able|sub-?licensees\b|any sub-?licensee|"
    r"(?:non-royalty )?sub-?licens\w+ (?:income|fees?|revenues?|consideration|proceeds|payments?|royalt\w+|receipts)|(?:income|fees?|revenues?|consideration|proceeds|amounts|received|sums) (?:\w+ ){0,2}(?:from|for|under|of) (?:any |a |its |such |the )?sub-?licen\w+"
)
_EXERCISED = late(r"(?<!not )(?<!never )exercis(?:ed|ing) (?:of )?(?:the|its|that|this|such|an?|our|their)(?: [\w-]+){0,2} option\b")
"""A licence may be sublicensed, and the income of that shared, without being a sublicence."""


def kind_of(words: str) -> str | None:
    low = _EXERCISED.sub("", _OF_SUBLICENSING.sub("", words.lower()))
    if re.search(r"sub-?licen", low):
        return "sublicense"
    if re.search(
        r"\boption\b|^\W*(?:has |have |had )?(?:\w+|\d+)[- ](?:days|months|years|weeks)\b[^;]{0,80}\b(?:take|acquire|elect|call for|decide|choose|obtain)\b|\bright\b[^;]{0,60}\bto (?:acquire|obtain|take|license)\b|\b(?:days|months|years|weeks)\b[^;]{0,30}\b(?:in|within|during) which\b[^;]{0,40}\b(?:take|acquire|elect|call for|decide|choose|obtain|exercise|request)\b|^until .* to (?:decide|choose|elect|exercise|take|notify|extend)$|right to (?:choose|elect|decide)",
        low,
    ):
        return "option"
    return None


_LICENSED = late(r"(?<!sub)(?<!sub-)\b(?:head |cross-)?licen[cs]", re.I)


def sublicensed(words: str) -> bool:
    """Do the words about an event speak of a sublicence, and of no licence beside it?"""
    return kind_of(words) == "sublicense" and not _LICENSED.search(words)
