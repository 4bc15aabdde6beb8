"""A sentence that grants nothing itself → the agreement told of before that it speaks of, or the several it speaks of at once.

Who is named decides first, then who pays whom, then the compound; of an option and the licence it leads to, royalties
and milestones are those of the licence; in a contract the payments are those of its main grant.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.licence_direction import PAYEE, PAYER
from kg.extract.licence_record import RECENT, Record
from kg.extract.licence_sentence import ORG, Sentence
from kg.model import OrgRef

REACH = 3
"""A paragraph may add terms to an agreement told of this many paragraphs before, not further."""
REACH_BY_NAME = 60
"""The same when it names a party of the agreement."""
REACH_IN_CONTRACT = 400
_REFERENCE = late(
    r"(?i:\bthe (?:\w+ )?(?:term sheet|letter|amendment|license|licence|agreement)\b)|\b(?:[Tt]he|[Tt]hat|[Tt]his|[Uu]nder(?: the| that| this| it)?|[Ii]n (?:exchange|return|consideration|addition)|[Ii]ts|[Tt]hese|[Tt]hose|[Ii]t|[Oo]ur) ?(?:\w+[ -]){0,3}?(?:licen[cs]e|sub-?licen[cs]e|agreement|option|grant|rights|collaboration|amendment|terms|consideration|exchange|return|Agreement|License|territory|Sublicense|Option|arrangement|deal|transaction|royalt\w+|milestone\w*|payments?|price|fee)\b|"
    r"^(?:It|Both|Royalt\w+|Milestones?|Payable|Potential|Aggregate|No (?:royalt|upfront|milestone)|The (?:price|royalty|up-?front|initial|first|territory)|An (?:initial|upfront)|A (?:further|fee)|Consideration|Upfront|Signature|Territory|Field|Payments?|Of (?:the|this)|Should|Nothing|There)\b",
)
_IT_IS = late(
    r"(?:It|That licen[cs]e|This licen[cs]e|The (?:sub)?licen[cs]e) (?:is|was|covers|extends|runs|embraces|has been|concerns|relates)\b"
)
_TERMS = late(r"\$|%|per ?cent|royalt|milestone|licen|rights?\b")
_PAID = late(r"(?:pay|payments?|payable|receive|fee|royalt\w*|milestones?|up-?front)\b", re.I)
_ASIDE = gate(
    rf",? (?:out|part|some|a portion|one \w+|half) of (?:which|what it)\b[^;]*|,? from which (?:we|it|the Company|{ORG}) (?:must|will|shall|is|are|has|have)\b[^;]*"
    rf"|,? (?:and|but|while|whereas) {ORG} +(?:alone +)?(?:remains?|is|are|stays?|continues? to be|shall be|shall remain|will remain|will be)(?: +\w+ly)? +(?:alone +)?(?:liable|responsible|bound|accountable)\b[^;]*"
)
_OF_LICENCE = late(
    r"royalt|milestone|\b(?:[Tt]h(?:e|is|at|ese)|[Bb]oth|[Ee]ach) (?:of the )?(?:[\w-]+ )?(?:licen[cs]es?|Licenses?)\b|(?:up)?on exercise|exercise (?:payment|fee|price)|on signing (?:of )?the licen",
    re.I,
)
_OF_OPTION = late(
    r"\boption (?:fee|payment|period|agreement|premium)|\bthe option\b|for (?:the|its|this) option|(?:if|should|were|until|unless)\b[^.;]{0,40}exercis|license option",
    re.I,
)
_FOR_OPTION = late(r"\b(?:paid|pays|received|payment|fee)\b(?:[^.;]|\.\d){0,60}\bfor (?:the|its|this|that) option\b|\boption fee (?:of|was)\b", re.I)
_PAYS = late(r"\$|%|per ?cent|royalt|milestone|\bfees?\b|payment", re.I)
_SECTION = late(r"\b(?:licen[cs]es?|rights?|grants?)(?: granted| set forth| contained| given)?(?: to \w+)? (?:in|under|by|pursuant to) (?:Sections?|Articles?|Paragraphs?|Clauses?)? ?(\d+(?:\.\d+)*)\b", re.I)
"""A grant named by the number of its section."""
_ALL = late(r"^(?:In (?:either|both|each)\b|Each|Both|All|The two|The three|Every one)\b(?! (?:[Pp]art(?:y|ies)|compan|sides?)\b)(?! of (?:the )?(?:part|compan|us|them (?:has|may)))")


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a reader stands: what it has read in this document, and who was told to pay."""

    records: Sequence[Record]
    current: Record | None
    sequence: int
    paragraph: int
    filer: OrgRef
    contract: bool
    payer: tuple[OrgRef, ...] = ()


def reach_of(contract: bool) -> int:
    """How many paragraphs on an agreement is still spoken of without its parties being named."""
    return REACH_IN_CONTRACT if contract else REACH


def spoken_of(sentence: Sentence, here: Passage) -> Record | None:
    """The record a sentence without event of its own adds to."""
    if here.contract and (numbered := _of_section(sentence, here)):
        return numbered
    found = _by_name_or_nearness(sentence, here)
    return found and _licence_of_option(sentence, _turned(sentence, _main_grant(sentence, found, here), here), here)


def _of_section(sentence: Sentence, here: Passage) -> Record | None:
    """The grant that payments name by its section: "for the license in 2.2", "under the rights granted in Section 3.1(a)"."""
    named = _SECTION.search(sentence.text) if _PAYS.search(sentence.text) else None
    if not named:
        return None
    granted = [r for r in here.records[-RECENT:] if r.sequence == here.sequence and r.section == named[1]]
    return granted[0] if len(granted) == 1 else None


def _turned(sentence: Sentence, found: Record, here: Passage) -> Record:
    """Of two grants between the same two, each to the other, the one by which who pays a royalty is the licensee."""
    if not found.directed or not _PAYS.search(sentence.text):
        return found
    payer = PAYER.search(sentence.shape)
    by = set(sentence.orgs_of(payer[1])) if payer else set()
    if not by or not by <= set(found.licensors):
        return found
    other = [
        r
        for r in here.records[-RECENT:]
        if r.sequence == found.sequence and by <= set(r.licensees) and set(r.everyone) == set(found.everyone)
    ]
    return other[0] if other else found


def spoken_of_together(sentence: Sentence, here: Passage) -> list[Record]:
    """The agreements of the passage to which "each", "both" or "all" of a sentence refers, when there are several."""
    if not _ALL.search(sentence.text) or "respectively" in sentence.text:
        return []
    if any(org != here.filer for org in sentence.orgs):
        return []
    return [
        r
        for r in here.records[-RECENT:]
        if r.sequence == here.sequence and here.paragraph - r.paragraph <= 1 and (r.directed or len(r.parties) == 2)
    ]


def _by_name_or_nearness(sentence: Sentence, here: Passage) -> Record | None:
    said = _ASIDE.pattern.sub("", sentence.shape) if _ASIDE.may(sentence.shape) else sentence.shape
    orgs = [o for o in sentence.orgs_of(said) if o in sentence.orgs] if said != sentence.shape else list(sentence.orgs)
    named = {o for o in orgs if o != here.filer}
    current = here.current
    reference = _REFERENCE.search(sentence.text)
    reach = (
        (REACH_IN_CONTRACT if here.contract else REACH_BY_NAME)
        if named and (reference or _TERMS.search(sentence.text))
        else reach_of(here.contract)
        if reference or named
        else 0
    )
    near = [
        r for r in here.records[-RECENT:] if r.sequence == sentence.sequence and here.paragraph - r.paragraph <= reach
    ]
    if current and current.paragraph == here.paragraph and _IT_IS.match(sentence.text):
        return current
    if named:
        drugs = set(sentence.drugs)
        holders = [r for r in near if named & set(r.everyone)]
        holders = (
            [r for r in holders if set(orgs) <= set(r.everyone)]
            or [r for r in holders if named <= set(r.everyone)]
            or holders
        )
        holders = _paying(sentence, holders, here.payer)
        if drugs:
            holders = [r for r in holders if not r.compounds or drugs & r.compounds.keys()] or holders
        if current in holders:
            return current
        return holders[-1] if holders else None
    if (
        current
        and (current.paragraph == here.paragraph or reference or (_PAYS if here.contract else _PAID).search(sentence.text))
        and here.paragraph - current.paragraph <= reach_of(here.contract)
    ):
        return current
    return None


def _main_grant(sentence: Sentence, found: Record, here: Passage) -> Record:
    """The first grant of a contract between the same two: its payments are told far from it."""
    if not here.contract or found.paragraph == here.paragraph or not _PAYS.search(sentence.text):
        return found
    if found.kind == "option" and _OF_OPTION.search(sentence.text):
        return found
    held = [
        r
        for r in here.records[-RECENT:]
        if r.sequence == here.sequence
        and r.kind != "option"
        and set(r.everyone) == set(found.everyone)
        and (not r.directed or set(r.licensors) == set(found.licensors))
    ]
    licences = [r for r in held if r.kind != "sublicense" and r.directed and r.granted]
    grants = licences or [r for r in held if r.kind == "sublicense"]  # those of a contract of sublicence
    first = next((r for r in grants if r.rule.startswith("license-granted")), grants[0] if grants else found)
    if first.exclusivity not in (None, "exclusive"):  # what is paid for is the exclusive right, if there is one
        return next((r for r in grants if r.exclusivity == "exclusive"), first)
    return first


def _licence_of_option(sentence: Sentence, found: Record, here: Passage) -> Record:
    """What is said of royalties, milestones or "the license" is said of the licence that an option leads to.

    An option that is but a clause of a licence, or has been exercised, has nothing more to be told of it.
    """
    if found.kind != "option" and _FOR_OPTION.search(sentence.text):
        bought = [r for r in here.records[-RECENT:] if r.kind == "option" and r.sequence == found.sequence and set(r.everyone) == set(found.everyone)]
        return bought[-1] if bought else found
    if found.kind != "option" or _OF_OPTION.search(sentence.text):
        return found
    spent = "exercised" in found.rights or not (found.made or found.event or found.upfront)
    if not _OF_LICENCE.search(sentence.text) and (not spent or "option" in sentence.text):
        return found
    taken = [
        r
        for r in here.records[-RECENT:]
        if r.kind != "option"
        and r.sequence == found.sequence
        and set(r.everyone) == set(found.everyone)
        and here.paragraph - r.paragraph <= reach_of(here.contract)
    ]
    return taken[-1] if taken else found


def _paying(sentence: Sentence, holders: list[Record], payers: tuple[OrgRef, ...]) -> list[Record]:
    """Of several records those in which who pays is the licensee and who is paid the licensor."""
    if len(holders) < 2:
        return holders
    payer, payee = PAYER.search(sentence.shape), PAYEE.search(sentence.shape)
    by = sentence.orgs_of(payer[1]) if payer else payers
    to = sentence.orgs_of(next(g for g in payee.groups() if g)) if payee else ()
    fit = [r for r in holders if (not by or set(by) & set(r.licensees)) and (not to or set(to) & set(r.licensors))]
    return fit or holders
