"""A text → words that may be a drug's name by their look alone: codes of any build, words of no language, brands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.common_words import is_common, is_known, is_place
from kg.extract.compound_domain import Domain
from kg.extract.compound_shapes import NOT_NAMES
from kg.extract.compound_stems import NOT_CODE, NOT_SPACED, SUFFIX
from kg.extract.compound_words import _is_english
from kg.extract.late import late

NEAR = 700
"""Words of drug development must stand within so many characters."""


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A word or two at `[start, end)`; `look`: "code", "cap", "loud" (capitals alone) or "low"."""

    start: int
    end: int
    form: str
    look: str


_BREAK = late(r"[\s,;:!?()\[\]“”\"<>{}|=*®™—@]")
_SHORTEST = 7
"""A name in small letters has no fewer."""
_LONGEST = 32
"""Of a longer run of characters only the end is looked at."""
_HANDS = frozenset(f"({hand})" for hand in "RSEZ+±")
"""Marks of a molecule's hand, which are part of its name: "(R)-gabetrol"."""
_SPACED = late(
    r"[A-Z](?<![\w.&-][A-Z])(?:[A-Z]{1,4}|[a-z]{3,}(?:-[A-Z])?) (?:\d{1,2}-)?\d{2,6}(?![\w%]|[.,]\d|-\d{4})")
_JOINT = late(r"[-‐‑–·./+]")
_CODE = late(r"[\wα-ωΑ-Ω⁰¹²³⁴-⁹]+(?:[-‐‑–·./+][\wα-ωΑ-Ω⁰¹²³⁴-⁹]+)*$")
_SUFFIX = late(SUFFIX)
_BRAND_TAIL = late(
    r"®?™? (?:[A-Z]{1,3}\b(?![-&])(?!\.[A-Z])|[Dd]uo\b|[Pp]lus\b|Forte\b|Retard\b|Depot\b|Foam\b|Gel\b|Cream\b|"
    r"Patch\b|Spray\b|"
    r"Inhaler\b|Oral\b|Junior\b|Max\b|LAR\b)"
)
_INITIAL = late(r" [A-Z]\. ?[A-Z]")
_NO_TAIL = frozenset("NDA BLA IND MAA FDA EMA US EU UK I II III IV PLA USA".split())
_SECOND = late(r" ([a-z]{5,})\b(?![-‑]\w)")


def unknown(low: str) -> bool:
    """Is the word in no list of English, of science or of diseases?"""
    return not (is_common(low) or _is_english(low) or low in NOT_NAMES or low.endswith(("ly", "ness", "ization")))


@lru_cache(maxsize=65536)
def look_of(token: str) -> str | None:
    """What a token may be by its look, None when it is no name of a drug."""
    if token[:1] == "(":
        return look_of(token[4:])
    if token.isascii() and token.isalpha():
        low = token.lower()
        if token.islower():
            return "low" if len(low) >= _SHORTEST and unknown(low) and not _plural(low) else None
        name = token.capitalize()
        if len(low) < 5 or not token[0].isupper() or not unknown(low) or is_known(name) or is_place(token):
            return None
        return "loud" if token.isupper() else "cap"
    if not _CODE.match(token) or not any(c.isalpha() for c in token):
        return None
    parts = [p for p in _JOINT.split(token) if p]
    if "/" in token and len(parts) == 2 and all(look_of(p) in ("low", "cap") for p in parts):
        return "low"
    if not any(c.isupper() for c in token) or NOT_CODE.match(token):
        return None
    if any(len(p) > 2 and p.isascii() and p.isalpha() and p[1:].islower() and not unknown(p.lower()) and not (
        p[0].isupper() and len(p) < 7 and len(parts) == 2 and parts[0].isupper() and len(parts[0]) > 1
    ) for p in parts):  # fmt: skip
        return None
    digits = any(c.isdigit() for c in token)
    if not digits and len(parts) < 2 and not any("α" <= c <= "ω" for c in token):
        return None
    if "." in token and not digits:
        return None
    return "code"


def _plural(low: str) -> bool:
    return low.endswith("s") and not low.endswith("ss") and not unknown(low[:-1])


def _two(first: str, second: str) -> bool:
    """Are two words one name ("etranacogene dezaparvovec", "zolagatran etexate")?"""
    return second.endswith(("vec", "cel", "exate", "etexil")) or (first.endswith("gene") and second.endswith("gene"))


def _may_follow(word: str) -> bool:
    """May a small word be the second of a name? Those of cells and vectors are short ("anacel")."""
    return look_of(word) == "low" or (word.endswith(("cel", "vec")) and unknown(word))


_OF_TRIAL = late(
    r"\b(?:trials?|stud(?:y|ies)),? ?\(?(?:(?:which )?(?:is |we |was )?(?:the|called|call|named|known as|dubbed|"
    r"designated|entitled) )+[“\"‘]?$"
)
_TRIAL_AFTER = late(
    r"[”\"’]?\)? (?:[Pp]hase \w+ |clinical |pivotal |outcomes )*(?:trials?|stud(?:y|ies)|protocol)\b")


def _is_trial(text: str, start: int, end: int) -> bool:
    """Is a code the name of a trial ("the trial, called ENLIGHTEN-2", "the RESCUE-HF study")?"""
    loud = re.match(r"[A-Z]{4,}|[A-Z]-[A-Z]{3,}", text[start:end]) is not None
    if _OF_TRIAL.search(text, max(0, start - 50), start):
        return True
    return loud and _TRIAL_AFTER.match(text, end) is not None


def _tokens(text: str, near: Domain, dull: set[str]) -> Iterator[tuple[int, str]]:
    """(place, token) of what stands between breaks near words of drug development, but for the `dull` tokens."""
    for low, high in near.windows(text, NEAR):
        after = low
        for token in _BREAK.split(text[low:high]):
            start, after = after, after + len(token) + 1
            if token in dull:
                continue
            if len(token) < 3 or (len(token) < _SHORTEST and token.islower()):
                dull.add(token)
                continue
            if token[0] == "-" and 3 < len(token) <= _LONGEST + 1 and text[start - 3 : start] in _HANDS:
                start -= 3
                yield start, text[start : after - 1]
            else:
                yield max(start, after - 1 - _LONGEST), token[-_LONGEST:]


def candidates(text: str, near: Domain) -> Iterator[Candidate]:
    """Every candidate near words of drug development, in order of place; a word that belongs to it is part of it."""
    done = 0
    dull: set[str] = set()
    for start, token in _tokens(text, near, dull):
        if start < done:
            continue
        whole, end = token, start + len(token)
        while token and token[-1] in ".’'-–/…":
            token = token[:-1]
        while token and token[0] in "‘'’-–/.•":
            token = token[1:]
            start += 1
        if token[-2:] in ("'s", "’s"):
            token = token[:-2]
        look = look_of(token)
        if look is None:
            if whole[0] != "-":  # a hand before it would make it another token
                dull.add(whole)
            continue
        if not near(start, end, NEAR):
            continue
        end = start + len(token)
        if look == "code" and _is_trial(text, start, end):
            continue
        if look in ("cap", "low", "loud"):
            second = _SECOND.match(text, end)
            if second and look != "loud" and _may_follow(second[1]) and _two(token.lower(), second[1]):
                end = second.end()
            tail = _SUFFIX.match(text, end)
            end = tail.end() if tail else end
        if look in ("cap", "loud") or (look == "code" and not any(c.isdigit() for c in token)):
            brand = _BRAND_TAIL.match(text, end)
            if brand and brand[0].split(" ")[-1] not in _NO_TAIL and not _INITIAL.match(text, brand.end() - 2):
                end = brand.end()
        done = end
        yield Candidate(start, end, text[start:end], look)


def spaced(text: str, near: Domain) -> Iterator[Candidate]:
    """Letters and figures with a space between: "SBO 3306", "BRT 1-204"."""
    for match in (m for window in near.windows(text, NEAR) for m in _SPACED.finditer(text, *window)):
        head = match[0].split(" ")[0]
        if head in NOT_SPACED or NOT_CODE.match(match[0]) or not near(match.start(), match.end(), NEAR):
            continue
        if not head.isupper() and not unknown(head.split("-")[0].lower()):
            continue
        yield Candidate(match.start(), match.end(), match[0], "code")
