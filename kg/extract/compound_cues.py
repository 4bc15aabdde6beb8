"""Sentences → drug names found by what is said around them: "the enzyme dornavase", "X®, which Y sells for …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.common_words import is_common
from kg.extract.compound_domain import Domain
from kg.extract.compound_rules import APPOSED_RULE, BRAND_RULE, Found
from kg.extract.compound_shapes import MARK, NOT_NAMES, is_capital, name_after, name_before
from kg.extract.compound_stems import DRUG_NOUN, FORM, SUFFIX, is_strong, is_weak, known_brands
from kg.extract.compound_words import _is_english
from kg.extract.indications import find
from kg.extract.late import late
from kg.extract.scan import cue

APPOSED = late(
    rf"\b{DRUG_NOUN}(?:,? (?:known as|called|named|designated|code[- ]named|identified as|dubbed))? "
    rf"([a-z]{{6,}})\b(?![-‑]\w){SUFFIX}"
)
_KIND_OF_DRUG = (
    r"(?:compound|drug|medicine|medication|molecule|candidate|antibody|vaccine|peptide|protein|enzyme|"
    r"oligonucleotide|biologic|inhibitor|antagonist|"
    r"agonist|modulator|blocker|analog(?:ue)?|prodrug|antibiotic|antifungal|antiviral|therapy|immunotherapy|"
    r"treatment|tablet|capsule|cream|gel|ointment|spray|conjugate|statin|steroid)"
)
NAMED = {
    # "our lead candidate, Tavligo, …"
    "introduced": late(
        rf"\b(?:{_KIND_OF_DRUG}|(?:marketed|commercial|approved|lead|first|principal|only|second|other|main|"
        rf"flagship|core|key|prescription|competing) (?:product|brand)),? (?:called |named "
        rf")?(?=[“\"]?[A-Z][A-Za-z]{{4,}}(?:-[A-Z0-9]\w*)?[”\"]?(?:®|™|\(R\)|\(TM\))?(?:,| is | has | had | was | "
        rf"will | "
        rf"for | in | remains | generated | entered | completed | \())"
    ),
    # "an approved antibody (Tavligo, from Holm)"
    "bracketed": late(
        rf"\b{_KIND_OF_DRUG} \((?=[“\"]?[A-Z][A-Za-z]{{4,}}[”\"]?(?:®|™|\(R\)|\(TM\))?,? (?:from|by|of|made by|"
        rf"sold by|marketed by) [A-Z])"
    ),
    # "Tavligo, our oral inhibitor of …"
    "explained": late(
        rf"(?:,| is| are) (?:our|an?|its|the [Cc]ompany[’']s|the)(?: [\w/αβγ+-]+){{0,6}}? "
        rf"{_KIND_OF_DRUG}(?=[,.;)]| (?:for|that|"
        rf"which|in|being|to|against|of|designed|under|with|candidate|targeting|sold|marketed|approved|made|given|discovered|"
        rf"invented|developed|found|known|licen[cs]ed|from|now|currently|with)\b)"
    ),
}
_SALTED = late(
    r"\b([A-Za-z][a-z]{5,}) (?:mono|di)?(?:hydrochloride|hydrobromide|mesylate|maleate|tartrate|besylate|fumarate|"
    r"succinate|tosylate)\b"
)
_SALT_WORDS = (
    "hydrochloride",
    "hydrobromide",
    "mesylate",
    "maleate",
    "tartrate",
    "besylate",
    "fumarate",
    "succinate",
    "tosylate",
)


_LOUD_AFTER = late(r"[“\"]?([A-Z]{6,14})[”\"]?(?:®|™|\(R\)|\(TM\))?,? (?:an?|is|our|which|for|has) ")
_LOUD_SOLD = late(rf"[“\"]?([A-Z]{{6,14}})(?=[”\"]?{MARK}?(?: for | in |,| \(| {FORM}))")
_LOUD_BEFORE = late(r"(?:^|[^\w-])([A-Z]{6,14})(?:®|™|\(R\)|\(TM\))?\Z")
_LOUD_FIRM = late(r"[A-Z][\w.&]+,? \Z|\bby \Z")


_SMALL_BEFORE = late(r"(?<![\w-])([a-z]{8,})\Z")


def _is_nobodys_word(text: str, word: str) -> bool:
    """Is a small word one of no language, named more than once ("telzafibrant, a once-daily modulator")?"""
    return not (is_common(word) or _is_english(word) or word.endswith("s") or find(word)) and (
        text.lower().count(word) > 1
    )


def _only_a_name(text: str, word: str) -> bool:
    """Is a capitalised word named more than once, and never written small?"""
    return text.count(word) > 1 and word.lower() not in text and not find(word)


def introduced(text: str, matches: Sequence[tuple[str, re.Match[str]]], near: Domain) -> Iterator[Found]:
    """Names beside the words that say what kind of drug they are: capitalised ones too."""
    for kind, match in matches:
        loud = _LOUD_AFTER.match(text, match.end()) if kind == "introduced" else None
        if loud and is_capital(loud[1]) and not _NO_DRUG.search(text[match.start() : loud.end() + 20]):
            yield Found(loud[1], "brand", loud.start(1), loud.end(1), APPOSED_RULE.name)
            continue
        named = name_after(text, match.end()) if kind in ("introduced", "bracketed") else None
        if named:
            form, end = named[0], named[1]
            if (
                named[2] != "code"
                and not _NO_DRUG.search(text[match.start() : end + 20])
                and near(match.start(), end, 160)
            ):
                yield Found(form, named[2], end - len(form), end, APPOSED_RULE.name)
        elif kind == "explained":
            left = name_before(text, match.start())
            loud = _LOUD_BEFORE.search(text, max(0, match.start() - 30), match.start())
            if (
                left is None
                and loud
                and is_capital(loud[1])
                and not _LOUD_FIRM.search(text, max(0, loud.start() - 30), loud.start(1))
            ):
                left = loud[1], loud.start(1), "brand"
            small = _SMALL_BEFORE.search(text, max(0, match.start() - 30), match.start()) if left is None else None
            if small and match[0][0] == "," and _is_nobodys_word(text, small[1]):
                left = small[1], small.start(1), "inn"
            if text[match.start()] == " " and (left is None or left[2] != "brand" or not _only_a_name(text, left[0])):
                continue  # "X is a vaccine": X must be a name wherever it stands
            if left is None or left[2] == "code" or text[left[1] + len(left[0]) : match.start()].strip("®™ "):
                continue
            if left[2] == "brand" and (
                " " in left[0]
                or re.search(r"(?:[A-Z][\w.&’'-]*|\b[A-Z]\.) $", text[max(0, left[1] - 24) : left[1]])
                or _PERSON.search(text[max(0, left[1] - 30) : left[1]])
            ):
                continue
            yield Found(left[0], left[2], left[1], left[1] + len(left[0]), APPOSED_RULE.name)


TESTED = {
    # "the trial of delorine", "rights to delorine"
    "of": late(
        r"\b(?:trials?|stud(?:y|ies)|testing|doses?|efficacy|safety|formulations?|programs?|programmes?|NDA|IND|"
        r"BLA|MAA|applications?|rights|"
        r"licen[cs]es?|sublicen[cs]e|commerciali[sz]ation|launch|evaluation|manufacture|treated|therapy|development) "
        r"(?:of|with|to|for) (?:oral |intravenous |inhaled |topical |our |its |the )?([a-z]{7,})\b(?! (?:of|to|the|"
        r"and (?:sell|use))\b)"
    ),
    # "Delorine … is in Phase 2"
    "phase": late(r"\b[Pp]hase (?:[1-3]|I)"),
}
_SUBJECT = late(
    r"(?:^|[.;:] |, |\b(?:and|that|when) )([A-Z]?[a-z]{6,})(?:,[^,.;]{3,80},)? (?:is|was|has|had|entered|completed|"
    r"will|should|"
    r"began|enters|remains)\b[^.;]{0,120}\Z"
)


_FOR_A_DISEASE = late(r" (?:in|for) ")
_PEOPLE = late(
    r"(?:ment|tion|sion|ness|ity|ence|ance|ing|ist|ers?|ors?|ants?ic|ics?|ive|able|ous|al|ly|ren|ology|therapy|ure|age|"
    r"one-?time|ery|ary|ory|product|compound|vaccine|medicine|therapeutic|agent|antibody|candidate|placebo|drug|"
    r"patient|"
    r"participant|recipient|infant|adult|subject|depressant|stimulant|clot)$"
)


def tested(text: str, matches: Sequence[tuple[str, re.Match[str]]]) -> Iterator[Found]:
    """Words with a drug's ending that are studied or licensed, if the text names them more than once."""
    counted: dict[str, int] = {}
    for kind, match in matches:
        if kind == "of":
            word, start = match[1], match.start(1)
        else:
            left = _SUBJECT.search(text, max(0, match.start() - 190), match.start())
            if left is None:
                continue
            word, start = left[1], left.start(1)
        low = word.lower()
        if kind == "of" and _FOR_A_DISEASE.match(text, match.end()) and low not in NOT_NAMES and not find(low):
            follow = text[match.end() : match.end() + 60]
            if low[-1] not in "sgd" and not _PEOPLE.search(low) and find(follow) and text.lower().count(low) > 1:
                yield Found(word, "inn", start, start + len(word), APPOSED_RULE.name)
                continue
        if len(low) < 7 or low.endswith("ase") or not is_weak(low) or low in NOT_NAMES:
            continue
        if low not in counted:
            counted[low] = 0 if find(low) else len(re.findall(rf"\b{low}\b", text, re.I))
        if counted[low] > 1:
            yield Found(word, "inn", start, start + len(word), APPOSED_RULE.name)


_PERSON = late(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Professor|by|from|with|by the|of)\.? $")


def apposed(text: str, matches: Sequence[re.Match[str]]) -> Iterator[Found]:
    for match in matches:
        if is_weak(match[1]):
            yield Found(text[match.start(1) : match.end()], "inn", match.start(1), match.end(), APPOSED_RULE.name)
    if any(word in text for word in _SALT_WORDS):
        for match in _SALTED.finditer(text):
            if is_weak(match[1].lower()) and match[1].lower() not in ("ammonium", "lithium"):
                yield Found(match[0], "inn", match.start(), match.end(), APPOSED_RULE.name)


_MARKED = late(rf"\b([A-Z][A-Za-z]{{3,}}(?:-[A-Za-z0-9]+)?){MARK}")
_NO_DRUG = cue(
    r"\b(?:software|platform|trademark|trade mark|mark|logo|assay|system|device|database|data|application|website|"
    r"app|network|"
    r"insecticide|fungicide|herbicide|pesticide|biofungicide|attractant|pheromone|fertilizer|trap|lure|"
    r"catheter|stent|monitor|vest|clearance system|"
    r"test kit|"
    r"technology|instrument|sequenc\w+|card|service|search engine|registered|library|engine)\b",
    re.I,
)
_DRUG_USE = cue(
    rf"\b(?:treat(?:s|ed|ing|ment)?|patients|tablets?|capsules?|cream|gel|injection|vaccine|drug|drugs|medicine|"
    rf"therapy|approved|"
    rf"NDA|BLA|Phase (?:[1-3]|I{{1,3}})|[Pp]reclinical|clinical (?:trials?|stud(?:y|ies))|prescri\w+|dos(?:e|es|"
    rf"ing)|indicated|combination|net sales|(?:sold|marketed|sells|markets|launched) "
    rf"[^.;]{{0,60}}?\bfor [A-Za-z]+|{FORM}|for [a-z-]*(?:itis|osis|emia|oma|disease|syndrome|disorder))\b",
    re.I,
)
SELLING = late(
    r"\b(?:(?:compet(?:e|es|ed|ing|ition)|comparable) with|such as|(?:sales|launch|approval|sale|marketing) of|"
    r"(?:brand|trade|proprietary|product|commercial) names?|"
    r"(?:under|by) the (?:trade|brand)? ?names?|(?:marketed|sold|launched|approved|distributed|prescribed|branded|"
    r"sells it|markets it) (?:in [A-Z][\w ]{2,30} )?(?:as|under the names?))(?: of)? (?=[“\"‘'A-Z])"
    r"|\b(?:sold|marketed|used|prescribed|approved|available|dispensed)\b[^.;:()]{0,80}?,? (?:among (?:them|these)|"
    r"notably|chiefly|principally|mainly|including)(?: being| are| is)?,? (?=[“\"‘'A-Z])"
    r"|\b(?:drugs|medicines|products|treatments|therapies|tablets|vaccines|antibodies),? (?:including|among (?:them|"
    r"which)|notably)(?: being| are| is)?,? (?=[“\"‘'A-Z])"
    r"|\b(?:sells?|markets?|launched|promotes?|sell|commerciali[sz]es?|introduced|prescribes?) "
    r"(?=[A-Z][A-Za-z]{4,}(?:®|™|\(R\)|,| for | in | as | to treat | under | throughout | worldwide| \())"
)
SOLD = late(
    r"(?:sells|markets|sold|marketed|launched|distributes|makes|promotes|approved|brought in \$)(?![a-z])"
)
_SOLD_BEFORE = late(
    r"(?:^|[\s“\"(])([A-Za-z][A-Za-z]{4,}(?:-[A-Za-z0-9]+)?)(?:®|™|\(R\)|\(TM\))?(?: \([a-z][a-z -]{4,40}\))?"
    r"(?:,? (?:which|that) (?:is (?:now )?)?(?:[\w&.,’'-]+ ){0,6}?|(?:,| is| are| was| were| has been)? "
    r"(?:(?:currently|now|already|an?) )?)\Z"
)
_SOLD_AFTER = late(
    r" (?:by|in|for|since|as|under|throughout|gel|drug|product|cream|medicine|treatment|vaccine|therapy|tablets?)\b|"
    r"\d|[^a-z]*$"
)


# "X's A and Y's B are marketed": A as well as B
_PAIR = late(r"(?:[’']s? |with |of |, |^|[.;] )([A-Z][a-z]{4,})(?:®|™)? and (?:[A-Z][\w&.’'-]* ){0,4}\Z")
_VACCINE = late(r"\b([A-Z][a-zA-Z]{3,})(?:®|™|\(R\)|\(TM\))? \([^()]{3,50} [Vv]accine[^()]{0,30}\)")


def find_brands(
    text: str, selling: Sequence[re.Match[str]], sold: Sequence[re.Match[str]], near: Domain
) -> Iterator[Found]:
    for mark in ("®", "™", "(R)", "(TM)"):
        at = text.find(mark)
        while at >= 0:
            match = _MARKED.search(text, max(0, at - 40), at + len(mark))
            if match and match.end() == at + len(mark):
                passage = text[max(0, match.start() - 90) : match.end() + 110]
                if _DRUG_USE.search(passage) and not _NO_DRUG.search(
                    text[max(0, match.start() - 30) : match.end() + 40]
                ):
                    yield Found(match[1], "brand", match.start(1), match.end(1), BRAND_RULE.name)
            at = text.find(mark, at + 1)
    for match in _VACCINE.finditer(text) if " vaccine" in text or " Vaccine" in text else ():
        if is_capital(match[1]):
            yield Found(match[1], "brand", match.start(1), match.end(1), BRAND_RULE.name)
    for match in selling:
        if not near(match.start(), match.end(), 160):
            continue
        named = name_after(text, match.end())
        loud = None if named else _LOUD_SOLD.match(text, match.end())
        if loud and is_capital(loud[1]):
            named = loud[1], loud.end(1), "brand"
        if named and named[2] != "code":
            passage = text[max(0, match.start() - 140) : named[1] + 120]
            if _DRUG_USE.search(passage) and not _NO_DRUG.search(passage):
                form = named[0]
                begin = named[1] - len(form)
                if form[0].isupper() and not re.match(
                    r"[”\"’]?(?:®|™)? ?(?:\(|[a-z,.;:])|$", text[named[1] : named[1] + 4]
                ):
                    continue
                yield Found(form, named[2], begin, named[1], BRAND_RULE.name)
    for match in sold:
        at = match.start()
        if not near(at, at, 160):
            continue
        left = _SOLD_BEFORE.search(text, max(0, at - 90), at)
        if left is None or (left[0].endswith(("an ", "a ")) and not _SOLD_AFTER.match(text, match.end())):
            continue
        form, start, end = left[1], left.start(1), left.end(1)
        which = " which " in left[0] or " that " in left[0]
        if not which and match[0] in ("sells", "markets", "makes", "promotes", "distributes"):
            continue
        if (
            not which
            and match[0] in ("sold", "marketed", "launched", "approved")
            and not _SOLD_AFTER.match(text, match.end())
        ):
            continue
        passage = text[max(0, start - 100) : match.end() + 120]
        if not _DRUG_USE.search(passage) or _NO_DRUG.search(passage):
            continue
        if form.islower():
            if is_weak(form) and form not in NOT_NAMES:
                yield Found(form, "inn", start, end, BRAND_RULE.name)
        elif is_capital(form) and (
            re.search(
                rf"(?:{DRUG_NOUN},? |with |of |, |^|[.;] |“|such as |includes? |including |from |than |against |are |"
                rf"is |exist, |and |or |to it |to us |[’']s |[’'] )\Z",
                text[max(0, start - 24) : start],
                re.I,
            )
        ):
            yield Found(form, "inn" if is_strong(form.lower()) else "brand", start, end, BRAND_RULE.name)
            pair = _PAIR.search(text, max(0, start - 90), start) if left else None
            if pair and is_capital(pair[1]) and (" are " in left[0] or pair[1] in known_brands()):
                yield Found(pair[1], "brand", pair.start(1), pair.end(1), BRAND_RULE.name)
