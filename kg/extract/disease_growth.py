"""Where the name of a disease begins and ends in running text: modifiers before it, complements after it."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.disease_words import BODY, HYPHENATED, LINKERS, MODIFIERS, NOT_BEFORE, PAIRED
from kg.extract.late import late
from kg.extract.spelling import fold
from kg.extract.vocabulary import load

_HYPHENATED = late(rf"(?:.*-)?(?:{'|'.join(HYPHENATED)})$", re.I)
_MARKER = late(
    r"[A-Z]\d{2,4}[A-Z]$|[A-Z][A-Za-z]{0,4}\d{0,3}[A-Z]?\d?[+\-−–]$"  # V600E, CD30+
    r"|(?:EGFR|HER2|KRAS|BRAF|ALK|FLT3|IDH\d?|PD-L1|ROS1|NTRK|MET|RET|BRCA\d?|ER|PR|KIT|C[1-5]|AL|ATTR|IgG4?|IgA)$"
)
_ADJECTIVE = late(r"[a-z]{2,}(?:al|ic|ary|ous|ar|ive|oid|ant|ile|ine|ian|ured|ated|ial)$")
_MEDICAL = late(  # endings of adjectives that no business word has
    r"(?:coccal|viral|bacterial|static|pathic|trophic|plastic|lytic|emic|itic|otic|cytic|vascular|skeletal|"
    r"neural|dermal|genic)$"
)
_PATHOLOGY = late(  # "amyloidotic neuropathy"
    r"(?<!antibi)(?<!prob)(?<!narc)(?<!rob)(?:pathic|trophic|lytic|otic|genic)$"
)
_EPONYM = late(r"(?!Compan|Licens|Patient|Part)[A-ZÀ-Þ][\w-]+['’]s?$|[A-ZÀ-Þ][a-zß-ÿ]{3,}(?:-[A-ZÀ-Þ][\w-]+)*$")
_SYMBOL = late(r"(?!FDA|EMA|NDA|IND|BLA|US|EU|UK|TNF)[A-Z][A-Z0-9]{2,6}$")  # a gene: "CDKL5 deficiency disorder"


@lru_cache(maxsize=1)
def _vocabulary_words() -> frozenset[str]:
    return frozenset(row[0] for row in load("disease-words")) - NOT_BEFORE


def _is_modifier(word: str) -> bool:
    return word.lower() in MODIFIERS or ("-" in word and _HYPHENATED.match(word) is not None)


def _grows(word: str, generic: bool) -> bool:
    """Whether the word before a disease belongs to it; before a generic head ("disease") more words do."""
    if _is_modifier(word) or _MARKER.match(word):
        return True
    low = word.lower()
    if low in NOT_BEFORE:
        return False
    parts = fold(low).split()
    known = bool(parts) and all(part in _vocabulary_words() for part in parts)
    if generic:
        return known or bool(_MEDICAL.search(low) or _EPONYM.match(word) or _SYMBOL.match(word))
    return (known and bool(_ADJECTIVE.match(parts[-1]))) or _PATHOLOGY.search(low) is not None


def _first_word(text: str, start: int) -> str:
    return re.split(r"[\s-]", text[start : start + 40], maxsplit=1)[0].lower()


_ORGANISM = late(
    r"(?<![\w-])(?:[A-Z][a-z]{3,} |[A-Z]\. )(?!(?:the|this|that|these|those|such|chronic|acute|severe)\b)"
    r"[a-z]{3,}(?:us|um|is|ae|es|ii|ns|er|yi|[^aeiou]a|ile|li|oae|eri) \Z"
)
_INFECTIOUS = late(
    r"(?:infections?|pneumonia|bacter(?:a)?emia|sepsis|colitis|meningitis|endocarditis|keratitis|diarrhea|disease|"
    r"bronchiectasis|osteomyelitis|peritonitis)\Z",
    re.I,
)


def left(text: str, floor: int, start: int, end: int, generic: bool) -> int:
    """Where a mention with a core at `[start, end)` begins: modifiers and the names of germs belong to it."""
    best = _modifiers(text, floor, start, generic)
    if text[best - 1 : best] == " " and _INFECTIOUS.search(text, start, end):
        germ = _ORGANISM.search(text, max(floor, best - 48), best)
        if germ:
            best = _modifiers(text, floor, germ.start(), False)
    return best


def _modifiers(text: str, floor: int, start: int, generic: bool) -> int:
    """Where the modifiers before `start` begin."""
    if start > floor and text[start - 1] in "-‐‑–/":  # inside a hyphenated word: all of it
        back = max(text.rfind(" ", floor, start) + 1, floor)
        start = back if start - back < 40 else start
    best = position = start
    linked = False
    modified = _first_word(text, start) in MODIFIERS  # a name like "refractory multiple myeloma" brings its own
    for _ in range(9):
        if position <= floor or text[position - 1] != " ":
            break
        back = max(text.rfind(" ", max(floor, position - 60), position - 1) + 1, floor)
        word = text[back : position - 1]
        if not word or position - back > 40:
            break
        bare = word.lstrip("([“\"‘'")
        paired = bare.lower() == "and" and _first_word(text, best) in PAIRED
        if (paired or bare.lower() in LINKERS) and (best < start or modified) and not linked:
            linked = True
            position = back
            continue
        if not bare or word[-1] in ",;:.)" or not _grows(bare, generic and not linked):
            break
        if linked and not _is_modifier(bare):
            break
        best = position = back + (len(word) - len(bare))
        linked = False
        if bare != word:
            break
    return best


COMPLEMENT = late(
    r"(?: with (?:preserved|reduced|mid-range) ejection fraction| types? (?:[IVX]{1,4}|\d[A-Da-d]?|[A-D])\b"
    rf"| of (?:the )?(?:{BODY})(?: (?:and|or) (?:{BODY}))?(?!\w)"
    r"| (?:caused by|due to|with) [A-Z][a-z]+(?:\.|[a-z]{2,}) [a-z]{4,}| (?:[A-E])(?= infections?\b)| nodularis\b"
    r"| (?:refractory|resistant|unresponsive) to [a-z]{5,}(?: therapy| treatment)?(?=[ ,.;)]|$)"
    r"| (?:after|following) (?:[a-z-]+ ){0,3}?(?:replacement|surgery|repair|transplant(?:ation)?|chemotherapy|"
    r"radiotherapy|"
    r"[a-z]{3,}(?:ectomy|plasty|otomy)|caesarean section|cesarean section)\b| of prematurity\b"
    r"| characteri[sz]ed by [a-z][a-z -]{5,60}(?=[,.;)]))"
)
JOIN = late(
    r" (?:with|without|of|in patients with|(?:that (?:is|are) )?(?:associated with|characteri[sz]ed by|related to|"
    r"due to|caused by|"
    r"secondary to|resulting from|"
    r"induced by|following|complicated by|(?:with )?progression to)|in (?=the setting of))(?: the| a| an)? "
)


_SYMPTOM = late(
    r"(?:impairment|pain|psychosis|agitation|dyskinesias?|an(?:a)?emia|nausea|vomiting|fatigue|pruritus|spasticity|"
    r"cachexia|"
    r"sialorrhea|dysfunction|neutropenia|thrombocytopenia|hyperkal(?:a)?emia|hyperphosphat(?:a)?emia|"
    r"hyperparathyroidism|affect|flash(?:es)?|flush(?:es)?|fistulas?|drooling|insomnia|constipation|"
    r"aggression|itch|apathy|deficits?)\Z",
    re.I,
)
_IN = late(
    r" in (?:the setting of |(?:adults|patients|people|men|women|children) (?:with|undergoing|after|on) )?"
)


def join(text: str, last: int, following: int) -> bool:
    """Whether text between two cores makes them one disease: a joining phrase, then only modifiers."""
    joined = JOIN.match(text, last, following + 1)
    if joined is None and _SYMPTOM.search(text, max(0, last - 24), last):
        joined = _IN.match(text, last, following + 1)  # "cognitive impairment in schizophrenia"
    return joined is not None and all(_grows(word, True) for word in text[joined.end() : following].split())


_BOUND = late(r"[-‑](?:associated|related|induced|linked|dependent) (?:[a-z-]+ ){0,2}")


def touch(text: str, begin: int, last: int, following: int) -> bool:
    """Whether two neighbouring cores are one name: "plaque | psoriasis", but not "skin disease | Hypertension"."""
    if _BOUND.fullmatch(text, last, following):
        return True  # "systemic sclerosis-associated | pulmonary hypertension"
    if text[last:following] not in (" ", "-"):
        return False
    titled = all(word[:1].isupper() for word in text[begin:last].split())
    return text[following].islower() or not text[last - 1].islower() or titled
