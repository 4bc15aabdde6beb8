"""Texts → drug codes of unusual build: odd joints ("CTX.88/9"), letters alone ("ABX-neo"), isotopes ("177Lu-tesotide").

Letters alone are a code when they begin with the initials of a firm of the filing or stand right after a drug's noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.compound_domain import Domain
from kg.extract.compound_rules import CODE_RULE, Found
from kg.extract.compound_shapes import NOT_NAMES
from kg.extract.compound_stems import DRUG_NOUN, NOT_CODE, NOT_CODE_BEFORE, TARGET_AFTER
from kg.extract.late import late
from kg.names import words

_ODD = late(
    r"([A-Z](?<![\w.&’'/@:-][A-Z])[A-Z]{1,4})([._#·])([A-Z]{0,3}-?\d{1,5}(?:/\d{1,3})?[a-z]?)(?![\w@]|[.,/_]\w|%|[-‑]\w)"
)
_PART = r"(?:[A-Z]?[a-z]{1,4}|[a-z]?[A-Z]{1,5}|[A-Z][a-z][A-Z]|[a-z]{1,2}[A-Z]{2,4})[A-Z]?\d{0,3}[a-z²³]?"
_LETTERS = late(rf"([A-Z](?<![\w.&’'/@‑-][A-Z])[A-Z]{{1,4}}\d?)[-‑]({_PART})(?:[-‑]({_PART}))?(?![\w@]|[-‑/]\w)")
_ISOTOPE = late(r"(?<![\w-])\[?\d{2,3}m?[A-Z][a-z]?\]?[-‑][a-z]{6,}\b(?![-‑]\w)")
_NO_DRUG = late(r"label|based|urea|isotope|tagged|enriched")
_AFTER_NOUN = late(rf"\b{DRUG_NOUN},? [“\"]?$")
_FIRM_AFTER = late(r",? (?:Inc|Ltd|LLC|Corp|GmbH|AG|S\.A|plc|Limited|Company)\b")
_FIRM_BEFORE = late(r"(?:Inc|Ltd|LLC|Corp|GmbH|AG|plc|Limited|Company)\.?,? \([“\"]?$")  # its short name
_TRIAL = late(
    r"[”\"]?\)? (?:[Pp]hase \w+ )?(?:clinical )?(?:trials?|stud(?:y|ies)|platform|technology|system|device)\b"
)
_NO_PART = frozenset(
    "us uk eu usa ny inc llc ltd plc ag sa ceo cfo led run own like type free wide only non pre post and or of to the "
    "based held paid side line plan fund bank note loan bond stock share term cap rate date day year q fda sec gmp rx "
    "owned class model form rule act law tax pay kind sites site made safe net".split()
)


def find_lettered(text: str, near: Domain, firms: Sequence[str]) -> Iterator[Found]:
    """Codes of unusual build, each where words of drug development stand close by."""
    for window in near.windows(text, 120):
        yield from _lettered(text, window, near, firms)


def _lettered(text: str, window: tuple[int, int], near: Domain, firms: Sequence[str]) -> Iterator[Found]:
    for match in _ODD.finditer(text, *window):
        start, end = match.span()
        plain = f"{match[1]}-{match[3].lstrip('-')}"
        if (
            not NOT_CODE.match(plain)
            and not NOT_CODE_BEFORE.search(match[1])
            and near(start, end, 90)
            and not NOT_CODE_BEFORE.search(text, max(0, start - 24), start)
        ):
            yield Found(match[0], "code", start, end, CODE_RULE.name)
    for match in _ISOTOPE.finditer(text, *window):
        if near(match.start(), match.end(), 120) and not _NO_DRUG.search(match[0]):
            yield Found(match[0], "inn", match.start(), match.end(), CODE_RULE.name)
    for match in _LETTERS.finditer(text, *window):
        start, end = match.span()
        parts = [p for p in (match[2], match[3]) if p]
        if any(p.lower() in _NO_PART for p in parts) or NOT_CODE.match(match[1] + "-1") or not near(start, end, 120):
            continue
        if TARGET_AFTER.match(text, end) or _FIRM_AFTER.match(text, end) or _TRIAL.match(text, end):
            continue
        if _FIRM_BEFORE.search(text, max(0, start - 16), start) or any(p.lower() in NOT_NAMES for p in parts):
            continue
        if any(_initials(match[1], firm) for firm in firms) or (
            (len(parts) > 1 or parts[0][-1:].isdigit() or not parts[0].islower())
            and len(match[1]) > 1
            and _AFTER_NOUN.search(text, max(0, start - 40), start)
        ):
            yield Found(match[0], "code", start, end, CODE_RULE.name)


def _initials(letters: str, firm: str) -> bool:
    """Are `letters` the first letters of a firm's words?"""
    low = letters.rstrip("0123456789").lower()
    named = words(firm)
    if not named or len(low) < 2:
        return False
    return "".join(w[0] for w in named).startswith(low)
