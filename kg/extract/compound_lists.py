"""Texts → drug names told by the company they keep: brands of the vocabulary, and what stands in one list with a drug.

"Aspirin, Ticlid and Plavix" are three drugs when one of them is; a brand that no other word resembles is a drug
wherever drugs are spoken of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.extract.common_words import is_common, is_known, is_place
from kg.extract.compound_domain import Domain
from kg.extract.compound_rules import LIST_RULE, Found
from kg.extract.compound_shapes import MARK, is_capital
from kg.extract.compound_stems import is_strong, known_brands
from kg.extract.compound_words import _english, is_coined
from kg.extract.gates import gate
from kg.extract.indications import find
from kg.extract.late import late
from kg.extract.person_names import is_surname

MOST = 12
"""So many places of one name are looked at."""
_CAPITAL = late(r"\b[A-Z][A-Za-z]{4,}\b")
_CELLS = gate(r"\b[A-Za-z][a-z]{2,7}-cel\b")
_NAME = r"(?:[A-Z][A-Za-z]{3,}|[a-z]{7,})"
_RIGHT = late(
    rf"{MARK}?(?: \([^()]{{2,40}}\))?(?:, (?:and |or )?| and | or )({_NAME})(?={MARK}| ?\(|[,.;]| and | or | for | "
    rf"in | are | is | as )"
)
_LEFT = late(
    rf"(?:(?<=, )|(?<= and )|(?<=such as )|(?<=include )|(?<=including )|(?<=with )|(?<=of )|(?<=from )|(?<=than )|"
    rf"(?<=are ))"
    rf"({_NAME}){MARK}?(?: \([^()]{{2,40}}\))?(?:, (?:and |or )?| and | or )\Z"
)


@lru_cache(maxsize=4096)  # few of the brands are ever asked for, the same ones again and again
def is_own_name(word: str) -> bool:
    """Is it a brand that is no word, no name and no place besides?"""
    return word in known_brands() and not _is_other(word)


def _is_other(word: str) -> bool:
    return (
        is_common(word.lower()) or is_known(word) or is_place(word) or is_surname(word) or word.lower() in _english()
    )


def own_brands(text: str, near: Domain) -> Iterator[Found]:
    """Brands that nothing else is called, and short names of cells ("tab-cel"), near words of drug development."""
    seen: set[str] = set()
    capitals = {*_CAPITAL.findall(text)}
    brands = {form for form in capitals if is_own_name(form.capitalize() if form.isupper() else form)}
    branded = (match for match in _CAPITAL.finditer(text) if match[0] in brands) if brands else ()
    for match in (*branded, *_CELLS.finditer(text)):
        form = match[0]
        if form in seen:
            continue
        if near(match.start(), match.end(), 120):
            seen.add(form)
            kind = "inn" if form.endswith("-cel") else "brand"
            yield Found(form, kind, match.start(), match.end(), LIST_RULE.name)


def in_lists(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """What stands in one list with a drug that is told by its word, and looks like a name itself."""
    waiting = [f.form for f in found if f.kind != "code" and " " not in f.form]
    done = set(waiting)
    while waiting:
        form = waiting.pop()
        for start, end in _places(text, form):
            for match, group in ((_RIGHT.match(text, end), 1), (_LEFT.search(text, max(0, start - 70), start), 1)):
                if match is None or match[group] in done or not _may_be(text, *match.span(group)):
                    continue
                done.add(match[group])
                waiting.append(match[group])
                kind = "inn" if match[group].islower() or is_strong(match[group].lower()) else "brand"
                yield Found(match[group], kind, *match.span(group), LIST_RULE.name)


def _places(text: str, form: str) -> Iterator[tuple[int, int]]:
    at, looked = text.find(form), 0
    while at >= 0 and looked < MOST:
        end = at + len(form)
        if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            looked += 1
            yield at, end
        at = text.find(form, end)


def _may_be(text: str, start: int, end: int) -> bool:
    """Is a word of a list a name that may be a drug's?"""
    word = text[start:end]
    if word.islower():
        return is_coined(word)
    if not is_capital(word) or _is_other(word) or (word.isupper() and len(word) < 5):
        return False
    return not any(d.start < end and start < d.end for d in find(text, max(0, start - 40), end + 40))
