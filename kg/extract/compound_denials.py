"""A text and a name read in it → does the text say that it is no drug: a trial, a target, something defined?

One place suffices: a code that the text once calls a trial is none of its drugs wherever else it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain, islice

from kg.extract.common_words import is_common
from kg.extract.compound_stems import known_drugs
from kg.extract.late import late

MOST = 40
"""So many places of a name are looked at."""
_TRIAL_NAME = late(r"[A-Z][A-Za-z]{2,}(?:[-‑ ]?[A-Z]{2,})*[-‑ ]?(?:\d{1,2}|I{1,3}|IV)?\Z")
_CALLED_TRIAL = late(
    r"\b(?:trials?|stud(?:y|ies)|protocols?),? (?:(?:which )?(?:is|are|was|were|we) )?(?:called|call|named|known as|"
    r"dubbed|"
    r"designated|entitled|titled|namely) (?:the )?[“\"‘]?(?:[A-Z][\w-]+(?:,| and|, and) (?:the )?)*\Z"
)
_TRIAL_BESIDE = late(
    r"\b(?:trials?|stud(?:y|ies)|protocols?),? \(?(?:the )?[“\"‘]?(?:[A-Z][\w-]+(?:,| and|, and) (?:the )?)*\Z"
)
_IN_TRIAL = late(
    r"\b(?:[Ee]nrol(?:l?ment|led|ling|s)?|[Rr]andomi[sz]ed|[Rr]ecruit(?:ment|ed|ing)|[Aa]ccrual|[Pp]articipants|"
    r"[Ii]nvestigators|[Rr]esults|[Dd]ata|[Rr]eadout|[Pp]atients|[Ss]ubjects) (?:in|into|of|from|for) (?:the |our |"
    r"its )?[“\"‘]?\Z"
)
_IS_TRIAL = late(
    r"[”\"’]?(?:,? (?:is |was |our |its |the |an? |Company’s )+(?:(?!(?:in|under|of|by|being|entering) )[\w./-]+,? )"
    r"{0,6}?|\)? (?:[Pp]hase [\w/]+ |"
    r"clinical |pivotal |"
    r"outcomes |registration |extension |global )*)(?:trials?|stud(?:y|ies)|protocol)\b"
)
_SYMBOL = late(r"[A-Z][A-Za-z]{0,5}\d{0,2}[A-Z]?\d?\Z")
"""A gene or protein ("DLL3", "SIGLEC10", "STAT6"): letters and at most two figures, without a hyphen."""
_HYPHENED = late(r"[A-Z][A-Za-z]{1,4}[-‑]\d{1,2}[A-Z]?\Z")
_OF_HYPHENED = late(
    r"[- ](?:inhibitors?|antagonists?|agonists?|degraders?|blockers?|modulators?|activators?|kinase|genes?|receptors?|"
    r"pathways?|mutations?|mutant|expression)\b"
)
"""A target with a hyphen, as codes have it, is told by what it is part of wherever it stands ("a BFL-1 degrader")."""
_TARGETED = late(
    r"(?:\banti[-‑]|\b(?:targets?|targeting|targeted to|inhibits?|inhibiting|inhibitors? of|antagonists? of|"
    r"agonists? of|"
    r"modulators? of|blocks?|blocking|binds?(?: to)?|binding to|directed (?:to|against|at)|specific for|expression of|"
    r"express(?:es|ing)?|encod(?:es|ing)|codes for|suppresses|silences|degrades?|degraders? of|activat(?:es|ing)|"
    r"knocks? down|mutations? "
    r"in|mutated|deficient in|levels of|loss of|the gene|the protein|the enzyme|the receptor|a gene called|treatment "
    r"of|"
    r"(?:antibod(?:y|ies)|specific|directed|selective|vaccine|cells?|inhibitor) (?:for|against)|antibody to) "
    r"(?:the |human |both |mutant |wild-type )?(?:[A-Z][A-Z]+\d* (?:and|or) )?)\Z"
)
_OF_TARGET = late(
    r"[- ](?:(?:small )?(?:molecule |kinase |protein )?(?:inhibitors?|antagonists?|agonists?|degraders?|blockers?|"
    r"modulators?|"
    r"activators?)|kinase|genes?|receptors?|proteins?|pathways?|mutations?|mutant|mutated|expression|"
    r"expressing|"
    r"signal+ing|directed|targeted|ADCs?\b|(?:is|are) (?:over)?expressed|cyclase|positive|negative|amplified|"
    r"deficien(?:t|cy)|biology|[Aa]ntibod(?:y|ies)|antigens?)\b"
)
_OTHER_THING = late(
    r"(?:dose|kinase|synthase|receptor|factor|ligand|antigen|gene|chain|enzyme|channel|transporter|assay|score|scale|"
    r"index|"
    r"criteria|survival|rate|endpoint|form|rule|section|standard|agreement|act|disease|syndrome|disorder|amaurosis|"
    r"level|"
    r"response|trial|study|group|program|pathway|protein)s?(?: [\dA-Z]{1,4})?\Z",
    re.I,
)


def is_no_drug(text: str, form: str, short: Mapping[str, str]) -> bool:
    """Does `text` say that the code `form` is no drug? `short`: its abbreviations with their long forms."""
    if form in short and _OTHER_THING.search(short[form]):
        return True
    if _HYPHENED.match(form) and _is_part(text, form):
        return True
    trial, symbol = _TRIAL_NAME.match(form) is not None, _SYMBOL.match(form) is not None
    if not (trial or symbol):
        return False
    at, looked = text.find(form), 0
    aimed = 0
    while at >= 0 and looked < MOST:
        end = at + len(form)
        if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            looked += 1
            left = text[max(0, at - 60) : at]
            if trial and (
                _CALLED_TRIAL.search(left)
                or (
                    form[:4].isalpha()
                    and form[:4].isupper()
                    and (_TRIAL_BESIDE.search(left) or _IN_TRIAL.search(left) or _IS_TRIAL.match(text, end))
                )
            ):
                return True
            aimed += symbol and bool(_aimed(left, text, end))
        at = text.find(form, end)
    return aimed > 0 and 2 * aimed >= looked


def _is_part(text: str, form: str) -> bool:
    """Does a code stand nowhere but after an article and before the noun that says what acts on it?"""
    places = islice(re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text), MOST)
    first = next(places, None)
    return first is not None and all(
        _OF_HYPHENED.match(text, p.end()) and _A_KIND.search(text, max(0, p.start() - 60), p.start())
        for p in chain((first,), places)
    )


def _aimed(left: str, text: str, end: int) -> bool:
    """Do the words around a symbol say that a drug acts on it?"""
    return bool(_OF_TARGET.match(text, end) or _TARGETED.search(left))


_OF_CLASS = late(
    r"[- ](?:analog(?:ue)?s?|fragments?|derivatives?|modulators?|mimetics?|antagonists?|agonists?|inhibitors?|"
    r"receptors?|"
    r"pathways?|synthesis|levels?|deficiency|precursors?|degradation|biosynthesis|antibod(?:y|ies)|family|class|"
    r"cyclases?|kinases?|"
    r"chelators?|conjugates?|molecules?|oligomers?|chains?|esters?|ethers?|caps?|linkers?|backbones?|rings?|groups?|"
    r"moiet(?:y|ies)|scaffolds?|skeletons?|residues?|side chains?|cores?|genes?|mutations?|deafness|blindness|"
    r"expression|promoters?|proteins?)\b"
)
_A_KIND = late(
    r"\b[Aa]n? (?:(?!(?:of|with|to|for|in|on|by|from|than|dose|course|trial|study|brand|generic|form|version)\b)"
    r"[\w/-]+,? ){0,3}\Z"
)
_NO_NOUN = late(r"(?:[,.;:)]|$| (?:for|that|which|with|in|of|to|and|or|from|against|given|taken|designed|active)\b)")
"""What stands around a word that says what kind of drug one is: "an inhaled prostacyclin for …"."""


def is_only_a_class(text: str, word: str) -> bool:
    """Does a small word stand nowhere but where it says of what kind something is?

    Before a noun ("a polyamine analogue", "a phosphonate cap", "otoferlin deafness"), or after an article ("an inhaled
    prostacyclin for …"), which no drug's own name has; a class is also told by its plural.
    """
    places = islice(re.finditer(rf"\b{re.escape(word)}\b", text, re.I), MOST)
    first = next(places, None)
    if first is None:
        return False
    kinds = word not in known_drugs()
    return all(
        _OF_CLASS.match(text, place.end()) or (kinds and _is_a_kind(text, place.start(), place.end()))
        for place in chain((first,), places)
    )


def _is_a_kind(text: str, start: int, end: int) -> bool:
    """Does a word stand after an indefinite article and before no noun?"""
    return bool(_A_KIND.search(text, max(0, start - 60), start) and _NO_NOUN.match(text, end))


_MARK = r"(?:\s?(?:®|™|\((?:[Rr]|TM|SM)\)))"
_GOODS = (
    r"(?:(?:[Bb]io[-‑]?)?(?:fungicides?|pesticides?|insecticides?|herbicides?|nematicides?|miticides?|larvicides?)|"
    r"attractants?"
    r"|pheromones?|fertili[sz]ers?|containers?|fixtures?|software|databases?|assays?|test kits?"
    r"|diagnostic kits?|reagents?|(?:delivery |imaging |microneedle |dialysis )?catheters?|stents?|monitors?|"
    r"pacemakers?"
    r"|ATTRACTANTS?|FUNGICIDES?|INSECTICIDES?|BIOFUNGICIDES?|PESTICIDES?|HERBICIDES?)\b"
)
_IS_GOODS = late(
    rf"{_MARK}?,? (?:(?:storage|brand|microbial|biological|biochemical|chemical|natural) )?{_GOODS}"
    rf"|{_MARK}? (?:is|was|are) (?:an?|the|our|its) (?:[\w-]+ ){{0,3}}?{_GOODS}"
    rf"|{_MARK} (?:[\w-]+ ){{0,4}}?technolog(?:y|ies)\b"
    r"|,? (?:(?:cell|producer|packaging|production) )*lines?\b(?! of\b)"
)
"""What is no medicine by the noun behind its name: "AQ7 biofungicide", "Tilto(TM) storage containers"."""


_FOOD = (
    r"(?:(?:dietary|nutritional|food|herbal|vitamin|mineral) (?:supplements?|teas?|foods?|drinks?|bars?|products?)|"
    r"nutraceuticals?|cosmetics?|cosmeceuticals?|shampoos?|toothpastes?|mouthwash(?:es)?|infant formulas?|sweeteners?)"
)
_FOOD_BEFORE = late(rf"\b{_FOOD}(?: [a-z]+)?,? (?:called |named |known as |sold as )?[“\"‘]?\Z")
_FOOD_AFTER = late(rf"{_MARK}?,? (?:(?:is|was|are) )?(?:(?:an?|the|our|its) )?(?:[\w-]+ ){{0,2}}?{_FOOD}\b")
"""What is eaten, drunk or washed with: "a dietary supplement tea, Passiflex"."""


def _is_goods(text: str, form: str) -> bool:
    """Does the text call it a pesticide, a container, an assay, a technology or food?"""
    at = text.find(form)
    if form.isupper() and form.isalpha() and len(form) > 4 and _is_goods(text, form.capitalize()):
        return True
    for _ in range(MOST):
        if at < 0:
            return False
        end = at + len(form)
        if not (at and text[at - 1].isalnum()) and (
            _IS_GOODS.match(text, end)
            or _FOOD_AFTER.match(text, end)
            or _FOOD_BEFORE.search(text, max(0, at - 60), at)
        ):
            return True
        at = text.find(form, end)
    return False


_NO_NAMES = frozenset({"immunoglobulin", "immunoglobulins", "verboselabel", "globulin", "plasma"})


def says_otherwise(text: str, form: str, kind: str, short: Mapping[str, str]) -> bool:
    """Does the text say of what looks like a drug's name that it is something else?"""
    if form in _NO_NAMES:
        return True
    if not form.islower() and form.lower() not in known_drugs() and _is_goods(text, form):
        return True
    if kind == "code":
        return is_no_drug(text, form, short)
    if " " in form or form.lower() in known_drugs():
        return kind == "inn" and form.islower() and is_only_a_class(text, form)
    if kind == "inn" and form.islower():
        return is_common(form) or is_only_a_class(text, form)
    return form.isalnum() and is_no_drug(text, form, short)
