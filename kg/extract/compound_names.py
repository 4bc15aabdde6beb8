"""A text and its cues → the names of drugs in it, and which names mean the same drug."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import ahocorasick

from kg.extract.compound_cues import APPOSED, NAMED, SELLING, SOLD, TESTED, apposed, find_brands, introduced, tested
from kg.extract.compound_domain import Domain
from kg.extract.compound_letters import find_lettered
from kg.extract.compound_links import ALIAS, parentheses, spoken_links
from kg.extract.compound_lists import in_lists, own_brands
from kg.extract.compound_loud import find_loud
from kg.extract.compound_rules import RULES, Found, Link
from kg.extract.compound_shapes import LETTERED, find_codes, find_stems, kind_of
from kg.extract.compound_slots import SLOTS, find_coined, in_slots
from kg.extract.compound_stems import DOMAIN
from kg.extract.late import late
from kg.extract.scan import Scanner, lower

__all__ = ["RULES", "Cues", "Found", "Link", "find_cues", "find_names", "is_medical", "kind_of"]

_MEDICAL = {
    "trial": "clinical trial|clinical stud|clinical development|clinical testing|clinical-stage|preclinical|"
    "pre-clinical",
    "phase": "phase i|phase 1|phase 2|phase 3",
    "agency": "designation|fda|food and drug administration|european medicines|orphan",
    "application": "new drug application|biologics license|investigational new drug|nda|ind",
    "drug": "drug|drugs|drug candidate|product candidate|medicine|medicines|medicinal",
    "compound": "compound|compounds|molecule|small molecule",
    "biologic": "antibody|antibodies|vaccine|vaccines|peptide|enzyme|oligonucleotide|gene therapy|cell therapy|protein|"
    "antisense",
    "action": "inhibitor|agonist|antagonist|modulator|analog|retinoid",
    "patient": "subjects|volunteers|animals|mice|primates|patients|placebo|dose|dosing|doses",
    "disease":
        "pain|injury|infection|infections|diseases|cancers|vertigo|stroke|melanoma|migraine|epilepsy|disease|cancer|"
        "tumors|syndrome|asthma|diabetes|psoriasis|arthritis|hepatitis|sclerosis|disorder|"
    "leukemia|lymphoma|carcinoma",
    "company": "therapeutics|pharmaceuticals|pharma|biosciences|biologics|biopharma|pharmaceutical|oncology",
    "therapy": "therapy|therapies|therapeutic|treatment",
    "indication": "indication|indications",
    "licence": "license|licence|licensed|licenses|licences|licensee|licensor|licensing|sublicense|sublicence|rights|"
    "patent|patents|royalty|royalties|option|approval|collaboration",
}
_ENOUGH = frozenset(_MEDICAL) - {"company"}
_TELLING = frozenset({"trial", "phase", "agency", "application", "drug", "compound", "biologic", "action", "licence"})


@lru_cache(maxsize=1)
def _medical() -> ahocorasick.Automaton:
    made = ahocorasick.Automaton()
    for kind, listed in _MEDICAL.items():
        for word in listed.split("|"):
            made.add_word(word, (len(word), kind))
    made.make_automaton()
    return made


def is_medical(texts: Iterable[str], maker: bool) -> bool:
    """Do the texts of a filing speak of medicines? Those of a `maker` of medicines do with one kind of word; those of
    another company with four kinds, two of them telling."""
    seen: set[str] = set()
    for text in texts:
        low = lower(text)
        for last, (length, kind) in _medical().iter(low):
            if kind in seen:
                continue
            start, end = last - length + 1, last + 1
            if kind == "licence" and not maker:
                continue
            if not (low[start - 1 : start].isalnum() or low[end : end + 1].isalnum()) or kind in ("trial", "phase"):
                seen.add(kind)
                if (maker and (kind in _ENOUGH or len(seen) >= 2)) or (
                    len(seen) >= 4 and len(seen & _TELLING) >= 2 and seen & {"trial", "drug", "biologic"}
                ):
                    return True
    return False


MEDICINE = late(
    r"\b(?:FDA|EMA|EMEA|approv(?:al|ed)|volunteers|subjects|women|children|adults|designat(?:ed|ion)|medicines?|"
    r"infections?|"
    r"hepatitis|arthritis|pain|injury|leukemia|lymphoma|carcinoma|melanoma|diabetes|asthma|migraine|epilepsy|"
    r"disorders?|"
    r"animals|mice|rats|primates|toxicology|prescri\w+|pharmac\w+|physicians?|sales|label|tablets?|capsules?|"
    r"biosimilar|"
    r"mg|milligrams)\b"
)
_GROUPS = {
    **dict.fromkeys(ALIAS, "alias"),
    **dict.fromkeys(NAMED, "named"),
    **dict.fromkeys(TESTED, "tested"),
    **dict.fromkeys(SLOTS, "slot"),
}
Cues = Mapping[str, Sequence[tuple[str, re.Match[str]]]]
"""What a text says around drug names, by group: (kind of cue, match), in order of place."""


@lru_cache(maxsize=1)
def _scanner() -> Scanner:
    single = {"apposed": APPOSED, "selling": SELLING, "sold": SOLD, "lettered": LETTERED}
    return Scanner({**ALIAS, **NAMED, **TESTED, **SLOTS, **single, "domain": DOMAIN, "medicine": MEDICINE})


def find_cues(text: str) -> Cues:
    """All that leads to drug names, in one pass over a text."""
    found: dict[str, list[tuple[str, re.Match[str]]]] = defaultdict(list)
    for kind, match in _scanner().scan(text, lower(text)):
        found[_GROUPS.get(kind, kind)].append((kind, match))
    return found


def find_names(
    text: str, layout: str, cues: Cues, firms: Sequence[str] = ()
) -> tuple[tuple[Found, ...], tuple[Link, ...]]:
    """Every drug name that a text (with its layout and cues) of `firms` shows; every statement that two are one."""

    def matches(group: str) -> list[re.Match[str]]:
        return [match for _, match in cues.get(group, ())]

    places = [match.start() for match in matches("domain")]
    slots = cues.get("slot", ())
    if not places and not slots:
        return (), ()
    near = Domain(places)
    links = sorted(
        dict.fromkeys((*parentheses(text, near), *spoken_links(text, cues.get("alias", ()), near))),
        key=lambda link: (link.start, link.end, link.other),
    )
    found = [
        *in_slots(text, slots),
        *find_codes(text, layout, matches("lettered"), near, firms),
        *find_lettered(text, near, firms),
        *find_stems(text),
        *apposed(text, matches("apposed")),
        *introduced(text, cues.get("named", ()), near),
        *tested(text, cues.get("tested", ())),
        *find_brands(text, matches("selling"), matches("sold"), near),
        *find_coined(text, near),
        *find_loud(text, layout, near),
        *own_brands(text, near),
    ]
    found += in_lists(text, found)
    return tuple(sorted(dict.fromkeys(found), key=lambda f: (f.start, f.end, f.form))), tuple(links)
