"""Text and the place of a word that makes a name → where the name begins, and where a name of another tongue ends."""

# ruff: noqa: E501, SIM102 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re

from kg.extract.common_words import is_common, is_known
from kg.extract.late import late
from kg.extract.organization_words import (
    AND_LEFT,
    FOREIGN_KIND,
    FOREIGN_LINK,
    FOREIGN_SMALL,
    LEGAL,
    LINK,
    NOT_NAME,
    OF_LEFT,
    OFF_NOUN,
    PAIR,
    PLACED,
    SHORTENED,
)
from kg.extract.person_names import UP

_CAPITAL = late(rf"(?:(?:[dl]['’])?[{UP}][\w'’.&/+-]*|\d+[A-Za-z][\w-]*|[a-z]{{1,4}}[A-Z][\w'’-]*|\d{{1,3}}\Z)$")
_TOKEN = late(r" (\S+)")
_LEGAL_WORD = late(rf"(?:{LEGAL}),?")
TITLE_STOP = late(
    r"\b(?:License|Licence|Agreement|Option|Patent|Patents|Rights|Announces?|Program|Technology|Product|Products|Compound|Study|Trial)\b"
)


def _cased(link: str, word: str) -> str:
    """A word as it stands beside `link`, or, beside "AND", as it would stand beside "and"."""
    return word.title() if link.isupper() else word


_OFFERED = late(
    rf",? (?:{LEGAL})|(?: (?:Delivery|Stores?|Discovery|Development|Research|Royalty|Innovations?|Films?|Carriers|Therapies|Houses?|Group|Holdings?|International|Industries|Technologies|Sciences|Company)| &(?: [A-Z]\w+)){{1,3}},? (?:{LEGAL})"
)
"""What a firm's name goes on with after "Drug" or "Products"."""
_ENDED = frozenset("AB. AG. SA. NV. BV. AS. SE. KK. LP. KG. Oy. SAS. plc. GmbH. ASA. PLC. ApS. KGaA. Oyj.".split())
"""Legal forms that take no point: a sentence ends there, and another name begins."""
_PLACED_WORD = late(r"\w+-(?:based|listed|affiliated|owned|headquartered|quoted|backed|born|led)$")


_REACH = 24
"""No small word is longer."""


def _led_by_small_words(text: str, start: int) -> bool:
    """Does no name go on to the left: behind "The", or small words of which the first is in no name ("by the Company")?"""
    if text.endswith(" The ", max(0, start - 5), start):
        return True
    stop = start - 1
    while stop > 0 and text[stop] == " ":
        begin = text.rfind(" ", max(0, stop - _REACH), stop)
        word = text[begin + 1 : stop]
        if begin < 0 or not word.islower() or not word.isalpha() or not word.isascii():
            return False
        if word not in LINK:
            return True
        stop = begin
    return False


def grow_left(text: str, layout: str, start: int, commas: bool, person: bool) -> int:
    """Where the capitalised words before `start` begin; `commas` lets one comma stand directly before the anchor, `person` a "Dr." open it."""
    if _led_by_small_words(text, start):
        return start
    low = max(0, start - 120)
    brk = max(layout.rfind("\n", low, start), layout.rfind("\t", low, start))
    low = brk + 1 if brk >= 0 else low
    at, kept, right = start, start, ""
    for _ in range(10):
        end = at
        while end > low and text[end - 1] == " ":
            end -= 1
        if end <= low:
            break
        begin = text.rfind(" ", low, end) + 1 or low
        if begin < low:
            begin = low
        token = text[begin:end]
        for dash in ("--", "—"):  # a dateline: "May 3, 2001--Acme"
            if dash in token[1:-2]:
                token = token[token.rindex(dash) + len(dash) :]
        begin = end - len(token)
        opened = token.lstrip("(\"“‘'[")
        begin += len(token) - len(opened)
        bare, closed = opened, len(opened) != len(token)
        if bare.endswith(","):
            if not commas or kept != start:
                break
            bare = bare[:-1]
        commas = commas and kept == start and bool(_LEGAL_WORD.fullmatch(bare))
        if not bare or bare[-1] in ';:)"”’]—–':
            close = begin + len(bare)
            placed = PLACED.search(text, max(low, close - 40), close) if bare.endswith(")") else None
            if not placed or text[placed.start() - 1] != " ":
                break
            begin = kept = at = placed.start()
            right = ")"
            continue
        if (
            bare.endswith(".")
            and len(bare) > 3
            and not SHORTENED.fullmatch(bare)
        ):
            break
        if kept != start and bare in _ENDED:
            break
        low_word = bare.lower().rstrip(".,")
        if (low_word in LINK and bare[0].islower()) or bare in ("&", "OF", "THE", "AND", "FOR"):
            if low_word == "and" and not AND_LEFT.match(_cased(bare, right or text[start : start + 12])):
                pair = text[:begin].rstrip().rpartition(" ")[2] if PAIR.match(right) else ""
                if not PAIR.match(pair):
                    break
            right = bare.lower()
            at = begin
            continue
        if not _CAPITAL.match(bare) or bare in ("I", "II", "III") or _PLACED_WORD.search(bare):
            break
        if low_word in NOT_NAME and bare != "A.":
            if bare == "Dr.":
                if not person or kept == start:
                    break
            elif low_word not in OFF_NOUN or not _OFFERED.match(text, begin + len(bare)):
                break
        if right == "of" or (right == "the" and text[kept - 7 : kept].strip().lower() == "of the"):
            if not OF_LEFT.match(bare.title() if bare.isupper() else bare):
                break
        elif right in ("the", "for") and not OF_LEFT.match(bare.title() if bare.isupper() else bare):
            break
        if _LEGAL_WORD.fullmatch(bare) and kept != start and bare not in ("Drug",):
            if not (commas or text.startswith("Technologies", kept) or text[kept : kept + 3] in ("Ltd", "Inc", "LLC", "L.L", "Lim", "Pty")):
                break
        kept, at, right = begin, begin, bare
        if closed:
            break
    return start if text[kept] == "(" else kept


def grow_right(text: str, end: int, stop: int) -> int:
    """Where a name that begins with a foreign kind of institution ends: capitalised words, and small links between."""
    kept = head = end
    told = small_end = 0  # words of another tongue in small letters before the first capital, and where the last ends
    linked = False
    for _ in range(14):
        token = _TOKEN.match(text, end, stop)
        if not token:
            break
        word = token[1]
        core = word if re.fullmatch(r"(?:[A-Z]\.)+", word) else word.rstrip(",.;:)\"”’'")
        small = FOREIGN_SMALL.match(core)
        bare = core[small.end() :] if small else core
        end = token.end()
        if core == word and word in FOREIGN_LINK:
            linked = True
            continue
        if core.islower() and kept == head and _foreign(core):
            told, linked, small_end = told + 1, False, end - len(word) + len(core)
            if core != word:
                break
            continue
        if told and not (linked or small):
            break
        if not _CAPITAL.match(bare) or bare.isdigit() or bare.lower() in NOT_NAME or TITLE_STOP.match(bare):
            break
        if _LEGAL_WORD.fullmatch(word.rstrip(",")) or _LEGAL_WORD.fullmatch(core):
            break
        end = kept = end - len(word) + len(core)
        told = 0
        if core != word:
            break
    return small_end if kept == head and told > 2 else kept


def _foreign(word: str) -> bool:
    """Is a word in small letters none of English, or one that other tongues name institutions by as well?"""
    bare = re.sub(r"^[dl]['’]", "", word)
    if bare in FOREIGN_KIND or not bare.isascii() or bare != word:
        return bare.isalpha()
    return len(bare) > 4 and bare.isalpha() and not is_common(bare) and not is_known(bare) and not bare.endswith(("ed", "ing", "ly"))
