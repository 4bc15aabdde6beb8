"""A name as written → its comparison keys and legal form, as identity uses them."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.names import LEGAL_FORMS, plain_letters, words

_STATE_MARK = re.compile(r"\s*[/\\][A-Z]{2,3}[/\\]?\s*$|\s*/(?:ADV|BD|FI|NEW|OLD)\s*$", re.I)
_DOING_BUSINESS = re.compile(r"\s*,?\s*\b(?:d\s*/\s*b\s*/\s*a|d\.b\.a\.|dba|doing business as)\b\s*", re.I)
_FORM = {
    "incorporated": "inc", "corporation": "corp", "co": "company", "limited": "ltd",
    "oy": "oyj", "se": "ag", "kg": "kgaa",
}  # fmt: skip
_NO_FORM = frozenset({"the", "as"})  # legal forms in one language, small words in another
_ABBREVIATED = {
    "intl": "international", "internat": "international", "pharm": "pharmaceutical", "pharms": "pharmaceutical",
    "pharmaceuticals": "pharmaceutical", "lab": "laboratory", "labs": "laboratory", "laboratories": "laboratory",
    "tech": "technology", "techs": "technology", "technologies": "technology", "hldg": "holding", "hldgs": "holding",
    "holdings": "holding", "grp": "group", "mfg": "manufacturing", "natl": "national", "amer": "american",
    "assoc": "associates", "univ": "university", "inst": "institute", "fdn": "foundation", "fndn": "foundation",
    "hosp": "hospital", "ctr": "center", "centre": "center", "sci": "science", "sciences": "science",
    "biosciences": "bioscience", "dept": "department", "svcs": "service", "services": "service", "sys": "system",
    "systems": "system", "industries": "industry", "inds": "industry", "therapeutic": "therapeutics",
    "bros": "brothers", "resh": "research", "dev": "development", "devel": "development",
}  # fmt: skip
"""Abbreviations and plurals that one name is written with: EDGAR cuts names short, texts write them out."""


def plain(name: str) -> str:
    """Without the mark of a state that EDGAR appends: "OLD MILL CORP /DE/" → "OLD MILL CORP"."""
    return _STATE_MARK.sub("", name) or name


@lru_cache(maxsize=65536)
def keys(name: str) -> tuple[str, ...]:
    """Comparison keys of an organisation's name; a trade name after "d/b/a" gives one of its own."""
    parts = [plain(name)]
    if "b" in name or "B" in name:  # cheap test before the pattern
        parts = [part for part in _DOING_BUSINESS.split(parts[0]) if part.strip()] or parts
    return tuple(dict.fromkeys(_key(part) for part in parts))


def _key(part: str) -> str:
    """Words without legal forms and accents, abbreviations written out: "Saint-Élme Intl Co." → "saint elme
    international". "Moss & Co." keeps its company, which "Moss" lacks."""
    every = words(plain_letters(part))
    kept = [_ABBREVIATED.get(word, word) for word in every if word not in LEGAL_FORMS]
    if kept and kept[-1] == "and" and len(kept) > 1:
        kept.append("company")
    return " ".join(kept) or " ".join(every)


@lru_cache(maxsize=65536)
def legal_form(name: str) -> frozenset[str]:
    """Legal forms that a name states, spelling variants as one: "Acme Pharma, Incorporated" → {"inc"}."""
    found = (word for word in words(plain(name)) if word in LEGAL_FORMS and word not in _NO_FORM)
    return frozenset(_FORM.get(word, word) for word in found)


def forms_differ(one: str, other: str) -> bool:
    """True when both names state legal forms and share none: "Acme GmbH" and "Acme Inc."."""
    left, right = legal_form(one), legal_form(other)
    return bool(left and right and not left & right)


def is_acronym(short: str, name: str) -> bool:
    """True when `short` is made of the initials of `name`: "WARF" of "Wisconsin Alumni Research Foundation"."""
    return "".join(words(short)) in initials(name)


def initials(name: str) -> frozenset[str]:
    """At least three initials of a name's words: all of them, without small words, without legal forms."""
    small = {"of", "the", "and", "for", "at", "in"}
    every = words(plain(name))
    heads = (
        "".join(word[0] for word in every),
        "".join(word[0] for word in every if word not in small),
        "".join(word[0] for word in every if word not in LEGAL_FORMS and word not in small),
    )
    return frozenset(head for head in heads if len(head) >= 3)


_DESCRIPTIVE = frozenset(
    """pharma pharmaceutical therapeutics oncology bioscience bio biotherapeutics biopharma biopharmaceuticals biotech
    biotechnology biotechnologies biologics science lifesciences medical medicines medicine health healthcare holding
    group international technology laboratory genetics genomics diagnostics vaccines devices life system""".split()
)


def short_key(name: str) -> str:
    """The key without the words that say what a company does: "Norvane Therapeutics, Inc." → "norvane".

    "" when there are none, or too little is left to tell companies apart.
    """
    every = keys(name)[0].split()
    while every and every[-1] in _DESCRIPTIVE:
        every.pop()
    short = " ".join(every)
    return short if len(short) >= 5 and short != keys(name)[0] else ""
