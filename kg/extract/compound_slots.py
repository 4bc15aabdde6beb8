"""Texts → drug names that need no words of medicine around them: coined words, and what licences and rights are about.

A slot is the place after words whose object, in the filing of a maker of medicines, is a product: "rights to …",
"license for …", "to develop and sell …". What stands there must still look like a code or a coined word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.compound_domain import Domain
from kg.extract.compound_rules import COINED_RULE, SLOT_RULE, Found
from kg.extract.compound_shapes import CODE_SHAPE, HYPHEN, NOT_NAMES, is_code
from kg.extract.compound_stems import DRUG_NOUN, NOT_CODE, SUFFIX, TARGET_AFTER
from kg.extract.compound_words import has_shape, is_coined
from kg.extract.indications import find
from kg.extract.late import late
from kg.extract.person_names import is_surname

_LINKS = r"(?:to|in|for|on|of|over|covering|concerning|claiming|regarding|relating to|related to|with respect to)"
SLOTS = {
    "right": late(
        r"\b(?:rights?|licen[cs]es?|licensees?|sublicen[cs]es?|options?|patents?|patent rights|interests?|title|"
        r"royalt(?:y|ies)|agreements?|partner|ownership|development|commerciali[sz]ation|sales|distribution|"
        rf"exploitation|marketing|assignment|use|delivery|supply|in-licensing|out-licensing|know-how),? {_LINKS} "
    ),
    "do": late(
        r"\b(?:develop|developing|commerciali[sz]e|commerciali[sz]ing|market|marketing|sell|selling|distribute|"
        r"promote|manufacture|register|exploit|make|(?:in-|out-)?licen[cs](?:e|ed|es|ing)|sublicen[cs]ed?|acquired?|"
        r"discovered|ceded|assigned|returned|gets|concerns|covers|covering|disclose|disclosing)"
        r"(?:,? (?:and|or|and/or) (?:to )?[a-z]+)? "
    ),
    "noun": late(
        rf"\b{DRUG_NOUN},? (?:known as |called |named |designated |coded )?(?=[“\"‘]?[A-Za-z]+[{HYPHEN}]?\d)"
    ),
}
_WORD = late(rf"[“\"‘(]?(?:({CODE_SHAPE})(?![\w]|[.,]\d|[{HYPHEN}]\w|%|/[A-Z\d])|([A-Za-z][a-z]+(?:-[a-z]+)*))")
_STOP = frozenset(
    "of for from by with in under that which who and or to at on as until upon is are was were be been has have had "
    "will shall may if when between through during before after against than but not all".split()
)
_NO_PRODUCT = late(
    r"[”\"’]?®?™? (?:suites?|facilit\w+|devices?|monitors?|systems?|software|models?|forms?|plans?|platforms?|"
    r"technolog\w+|assays?|tests?|kits?|instruments?|trials?|study|studies|laborator\w+|scanners?|analy[sz]ers?|"
    r"lasers?|catheters?|stents?|machines?|vehicles?|aircraft|cells?|receptors?|genes?|street|building)\b",
    re.I,
)
_NO_PRODUCT_BEFORE = late(
    r"\b(?:models?|devices?|monitors?|instruments?|systems?|software|machines?|analy[sz]ers?|scanners?|lasers?|"
    r"aircraft|forms?|phases?|patents?|class|level|type|no\.?|number)(?:, the|,)? [“\"]?$",
    re.I,
)
_BREAK = late(r"[”\"’®™)]*(?: |$)")


def in_slots(text: str, slots: Sequence[tuple[str, re.Match[str]]]) -> Iterator[Found]:
    """The first code or coined word of the noun phrase in each slot."""
    for kind, match in slots:
        at = match.end()
        for _ in range(6):
            word = _WORD.match(text, at)
            if word is None:
                break
            form, group = (word[1], 1) if word[1] else (word[2], 2)
            start, end = word.span(group)
            if group == 1:
                if (
                    is_code(form)
                    and len(form) >= 4
                    and " " not in form
                    and not NOT_CODE.match(form)
                    and not _NO_PRODUCT.match(text, end)
                    and not _NO_PRODUCT_BEFORE.search(text, max(0, start - 24), start)
                    and not (TARGET_AFTER.match(text, end) and not re.search(r"\d{2}", form))
                ):
                    yield Found(form, "code", start, end, SLOT_RULE.name)
                break
            if form in _STOP or not form[0].islower():
                break
            if kind != "noun" and is_coined(form) and _is_drug(text, start, end):
                tail = _SUFFIX.match(text, end)
                end = tail.end() if tail else end
                yield Found(text[start:end], "inn", start, end, SLOT_RULE.name)
                break
            gap = _BREAK.match(text, end)
            if gap is None:
                break
            at = gap.end()


_SUFFIX = late(SUFFIX)
_AFTER_CAPITAL = late(
    r"(?:®|™)?(?:, (?:an?|our|its|for|which|in|the [a-z]+ (?:of|for|being))\b| \((?:[a-z]|[A-Z]{2,5}[-‑]?\d)| "
    r"(?:is|was|has|will|remains|may|entered|met|failed|received|showed|caused) (?:an?|the|in|our|being|been|not|given|"
    r"permitted|indicated|approved|under|now|also|designed|currently|marketed|sold|tested)\b)"
)
_KIND_SAID = late(
    r"\b[a-z]{4,}(?:i[sz]er|itor|gonist|ulator|locker|ivator|iotic|iral|ungal|elator|body)\b|"
    r"\b(?:made|sold|marketed) by\b"
)
_TREATED_AS = late(r" (?:given|permitted|indicated|approved|marketed|tested)$")
_CLAUSE_END = late(r"[,.;:]")
_SENTENCE_START = late(r"(?:^|[.!?;:—–|)] |\n|[“\"])\Z")
_RUN = late(r"\b[A-Za-z][a-z]{6,}\b")


def _is_drug(text: str, start: int, end: int) -> bool:
    """Do the characters around a coined word leave it a name by itself, and nothing's other than a drug's?"""
    if (start and text[start - 1] in "-‑’'/&_@.") or text[end : end + 1] in ("/", "_", "@"):
        return False
    if text[end : end + 1] in ("-", "‑") and text[end + 1 : end + 2].isalpha():
        return False
    if TARGET_AFTER.match(text, end):
        return False
    return not any(d.start < end and start < d.end for d in find(text, max(0, start - 50), end + 40))


def _opens(text: str, start: int, end: int, near: Domain) -> bool:
    """Does a capital word open a sentence whose next words say a drug's kind or what was done with it?"""
    after = _AFTER_CAPITAL.match(text, end)
    if after is None or is_surname(text[start:end]) or not _SENTENCE_START.search(text[max(0, start - 2) : start]):
        return False
    if _TREATED_AS.search(after[0]):
        return True
    stop = _CLAUSE_END.search(text, after.end(), after.end() + 90)
    last = stop.start() if stop else after.end() + 90
    return near(end, last, 0) or _KIND_SAID.search(text, after.end(), last) is not None


def find_coined(text: str, near: Domain) -> Iterator[Found]:
    """Words of no language near words of drug development: small ones, or capital ones that open a sentence."""
    runs = {w for window in near.windows(text, 120) for w in _RUN.findall(text, *window)}
    words = {w for w in runs if has_shape(w.lower()) and is_coined(w.lower())}
    for word in sorted(words):
        low = word.lower()
        if low in NOT_NAMES:
            continue
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            begins = not (at and (text[at - 1].isalnum() or text[at - 1] in "-‑’'"))
            if (
                begins
                and not text[end : end + 1].isalnum()
                and near(at, end, 120)
                and (word[0].islower() or _opens(text, at, end, near))
                and _is_drug(text, at, end)
            ):
                tail = _SUFFIX.match(text, end)
                end = tail.end() if tail else end
                yield Found(text[at:end], "inn", at, end, COINED_RULE.name)
                break
            at = text.find(word, end)
