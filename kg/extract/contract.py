"""Text of an agreement (exhibit 10) → title, parties with their defined names, dates, exclusivity and licence grant.

All is read from where contracts state it: the preamble ("THIS AGREEMENT … is made as of … by and between …"), the title
page, "Effective Date" among the definitions, and the granting clauses. Nothing is guessed from file names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.contract_dates import Dated, dates_in
from kg.extract.contract_parties import (
    ContractParty,
    Preamble,
    find_preamble,
    has_legal_form,
    introduced,
    read_parties,
)
from kg.extract.late import late

__all__ = ["Contract", "ContractParty", "read_contract"]


@dataclass(frozen=True, slots=True)
class Contract:
    """What an agreement says of itself; a date is ISO ("2018-03" when the day is blank) or None where none is stated.

    `exclusivity` and `license_grant` say whether such a clause was found; the `_span` fields tell where each stands.
    """

    title: str | None = None
    parties: tuple[ContractParty, ...] = ()
    agreement_date: str | None = None
    effective_date: str | None = None
    exclusivity: bool = False
    license_grant: bool = False
    agreement_date_span: tuple[int, int] | None = None
    effective_date_span: tuple[int, int] | None = None
    exclusivity_span: tuple[int, int] | None = None
    license_grant_span: tuple[int, int] | None = None


# ── dates ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_MADE = late(r"(?:(?:made|entered into|dated|effective|as of|on this)(?! date)[^.;:]{0,40}|\bthis )$", re.I)
_TITLE_DATE = late(r"(?:dated|as of|effective)(?: as of| on| date)?:? ", re.I)
_DATED = late(r"\b(?:DATED|Dated)(?: as of| this)?:? ")


def _agreement_date(text: str, preamble: Preamble | None) -> Dated | None:
    """The date by which the agreement is called: of its preamble, its title page, or the last signature."""
    if preamble:
        for dated in dates_in(text, preamble.start, preamble.parties + 40):
            return dated
        for dated in dates_in(text, preamble.parties, preamble.end + 160):
            if _MADE.search(text[dated[1][0] - 60 : dated[1][0]]):
                return dated
    marks = _TITLE_DATE.finditer(text, 0, preamble.start) if preamble else _DATED.finditer(text, 0, 60_000)
    for mark in marks:
        for dated in dates_in(text, mark.end(), mark.end() + 40):
            return dated
    return _signature_date(text)


_WITNESS = late(
    r"IN WITNESS WHEREOF|In [Ww]itness [Ww]hereof|/s/|\b[Ss]/ |\b(?:Date|DATE|Dated|DATED|Date signed):"
)
_SIGNING = late(r"/s/|\bS/ |\b(?:By|BY|Name|NAME|Signature):")
_OTHER_DATE = late(  # "Source: …, 8-K, 2/5/2020" at the foot of a page; dates of other things
    r"(?:10-[KQ]|8-K|20-F|6-K|S-\d+|SB-2|F-\d+)[/A]*,? $"
    r"|\b(?:Act of|dated|effective|commenc|until|through|expir|term)[^.;]{0,30}$",
    re.I,
)


def _signature_date(text: str) -> Dated | None:
    """The latest date beside the signatures."""
    found: list[Dated] = []
    reached = 0
    for mark in _WITNESS.finditer(text, max(0, len(text) - 250_000)):
        if mark.start() < reached:
            continue
        reached = mark.end() + 500
        if not _SIGNING.search(text, max(0, mark.start() - 300), reached):
            continue
        for value, span in dates_in(text, max(0, mark.start() - 120), reached):
            if not _OTHER_DATE.search(text[max(0, span[0] - 40) : span[0]]):
                found.append((value, span))
    return max(found, default=None)


_EFFECTIVE_MARK = late(
    r"[”\"]?\)?,? ?\(?(?:the |such date,? |hereinafter |hereafter |referred to as |called |herein |the date of which "
    r"is )*"
    r"[“\"]? ?(?:Effective|Commencement) Date",
    re.I,
)
_EFFECTIVE_BEFORE = late(
    r"(?:effective|is effective)(?: as of| on| from| date| the)*[:,]? ?(?:the |this )?$", re.I
)
_EFFECTIVE_DEFINED = late(
    r"[“\"](?:Effective|EFFECTIVE|Commencement) (?:Date|DATE)[”\"][^.;]{0,60}?(?:[Mm]eans|shall mean|is|:|shall be)\s?"
    r"|(?:EFFECTIVE|Effective) (?:DATE|Date)(?: of this Agreement)?(?: is| shall be|:)\s?"
    r"|(?:[Tt]his|[Tt]he) [Aa]greement (?:is|shall be|shall become|becomes) (?:made )?effective (?:as of|on|from)?\s?"
    r"|(?:[Cc]ontract|[Aa]greement|[Pp]romotion|[Tt]erm(?: of this Agreement)?) "
    r"(?:starts?|(?:shall )?(?:begins?|starts?|commences?))(?: on| as of)?:? "
)
_SAME_DATE = late(
    r"(?:the )?(?:date (?:first )?(?:hereof|of this Agreement|above|(?:set forth|written|stated) (?:above|on)|"
    r"first (?:above|set|written|stated))|day and year first)",
    re.I,
)


def _effective_date(text: str, preamble: Preamble | None, agreement: Dated | None) -> Dated | None:
    """The date the agreement says it takes effect; None where it says nothing or makes it depend on an event."""
    if preamble:
        for dated in dates_in(text, preamble.start, preamble.end + 200):
            start, end = dated[1]
            if _EFFECTIVE_MARK.match(text, end) or _EFFECTIVE_BEFORE.search(text[max(0, start - 40) : start]):
                return dated
    for mark in _EFFECTIVE_DEFINED.finditer(text):
        first = next(dates_in(text, mark.end(), mark.end() + 60), None)
        if first:
            return first
        if _SAME_DATE.search(text, mark.end(), mark.end() + 60):
            return agreement
    return None


# ── clauses ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_OPERATIVE = late(r"NOW,? THEREFORE|agreed? as follows|IT IS (?:HEREBY )?AGREED", re.I)
_GRANT = late(
    r"\b(?:hereby (?:does )?grants?|(?:shall|does|do|will)(?:,? and hereby does,?)? (?:hereby )?grant|"
    r"grants?(?:ed)?(?= (?:to|an?|the|such|each|and|it|unto|[A-Z]))|agrees? to grant)\b(?! back| Date)[^.;]{0,260}?\b"
    r"(?:sub-?licen[sc]es?|licen[sc]es?|rights? (?:to|of) (?:use|reproduce|distribute|market|manufacture|make|sell|"
    r"promote|"
    r"produce|commerciali[sz]e|practice))\b"
    r"|\b(?:is|are) (?:hereby )?granted (?:an?|the) [^.;]{0,80}\blicen[sc]e\b|\bhereby licen[sc]es\b"
    r"|\b(?:is|are) (?:hereby )?(?:permitted|licensed|authorized) to use the\b|\bagrees? that [\w’' ]{2,40} may use\b"
)
_DENIED = late(r"\b(?:not|nothing|no|nor|never)\b[^.;]{0,50}$", re.I)
_NO_LICENCE = late(r"\b(?:no|any)(?: necessary| other| further)? (?:right|licen)", re.I)


def _operative(text: str) -> int:
    """Where the recitals, which tell of other agreements, are over."""
    found = _OPERATIVE.search(text, 0, 40_000)
    return found.end() if found else 0


def _license_grant(text: str) -> tuple[int, int] | None:
    """The first clause by which a party grants a licence or a right to use, make or sell."""
    for found in _GRANT.finditer(text, _operative(text)):
        before = text[max(0, found.start() - 60) : found.start()]
        if not _DENIED.search(before) and not _NO_LICENCE.search(found[0]):
            return found.span()
    return None


_EXCLUSIVE = late(r"(?<![A-Za-z-])(?<!non )(?:exclusive(?:ly)?|sole(?: and exclusive)?)\b", re.I)
_EXCLUSIVE_OTHER = late(
    r"(?:exclusive(?:ly)?|sole(?: and exclusive)?),? (?:\w+ ){0,2}?(?:jurisdiction|venue|remed|property|owner|liabilit|"
    r"discretion|responsib|cost|expense|judgment|risk|forum|exploitation|rights? of ownership|purpose|benefit|"
    r"obligation|"
    r"means|control|cause|courts?|use)",
    re.I,
)
_EXCLUSIVE_BUSINESS = late(
    r"[ ,]*(?:(?:,|and|or|even as to[^)]*\)|\([^)]*\)|[\w’'-]+,?) ){0,9}?(?:sub-?licen[sc]es?|licen[sc]es?|rights?|"
    r"distributors?|distribution|suppliers?|options?|appointment|agent|provider|sponsor|basis|purchase|from|"
    r"franchise\w*|"
    r"territory|period|reseller|manufacturer|marketing|promot\w+|representative|supply)\b",
    re.I,
)
_SOLE_ROLE = late(r"(?:agent|distributor|supplier|provider|licensee)\b")
_NOT_EXCLUSIVE = late(
    r"\b(?:not|nothing|neither|no)\b[^.;]{0,100}$|\b(?:not|belong|owned?|vest\w*|in)[ ,]*$", re.I
)
_BINDS = late(
    r"\b(?:grants?|granted|appoints?|appointed|appointment|have|has|retains?|agrees?|be|shall|its|as|the|purchase|"
    r"an)\b[^.;]*$"
)


def _exclusivity(text: str) -> tuple[int, int] | None:
    """The first word that makes a grant, an appointment or a supply exclusive."""
    for found in _EXCLUSIVE.finditer(text, _operative(text)):
        before = text[max(0, found.start() - 110) : found.start()]
        if _EXCLUSIVE_OTHER.match(text, found.start()) or _NOT_EXCLUSIVE.search(before):
            continue
        if found[0].lower() == "sole":
            if _SOLE_ROLE.match(text, found.end() + 1):
                return found.span()
        elif _EXCLUSIVE_BUSINESS.match(text, found.end(), found.end() + 120) and _BINDS.search(before):
            return found.span()
    return None


# ── the title ───────────────────────────────────────────────────────────────────────────────────────────────────────

_TITLE = late(
    r"(?:THIS|This|THE|The) ((?:[A-Z][\w,&/()’'-]*\s|(?:of|and|for|to|the|in|on|with)\s){0,14}?"
    r"(?:AGREEMENT|Agreement|AMENDMENT|Amendment|(?:CONTRACT|Contract|LEASE|Lease|LICENSE|License)"
    r"(?!,? (?:AGREEMENT|Agreement|AND|and|[A-Z])))\b"
    r"(?: (?:No\.|NO\.|Number|#) ?\d+)?"
    r"(?: (?:to|TO|and|AND)(?: (?:the|THE))?(?: (?:(?:[A-Z][\w,&/’'-]*)|and|of|for)){0,9}? "
    r"(?:AGREEMENT|Agreement|MERGER|Merger|CONTRACT|LEASE|Lease)\b)?)"
)
_HEADING = late(
    r"(?<![\w-])(?:(?!THIS\b|WHEREAS\b)[A-Z][A-Z0-9,&/()’'.-]*\s){0,12}"
    r"(?:AGREEMENT|CONTRACT|AMENDMENT|LICENSE|LEASE|DEED)\b(?: (?:NO\.|NUMBER|#) ?\d+)?"
    r"(?:\s(?:TO|OF|AND|FOR|THE|[A-Z]{3,})){0,8}?(?=\n|$| [A-Za-z]?[a-z]| THIS)"
)
_NOT_TITLE = late(
    r"^(?:(?:EXHIBIT|EX|ANNEX|SCHEDULE|APPENDIX)\b[\s-]*[\d.\w()-]*\s+|"
    r"(?:EXECUTION|CONFORMED|FINAL) (?:COPY|VERSION)\s+|[^A-Z]+|[A-Z]\s(?=[A-Z]{3}))+"
)


def _title(text: str, layout: str, preamble: Preamble | None) -> str | None:
    """The words after "This" in the opening sentence, else the heading in capitals that names the agreement."""
    if preamble:
        found = _TITLE.match(text, preamble.start)
        if found and len(found[1].split()) > 1:
            return found[1].strip()
    end = preamble.parties if preamble else 1500
    for heading in _HEADING.finditer(layout, max(0, end - 3000), end):
        title = _NOT_TITLE.sub("", " ".join(heading[0].split()))
        if len(title.split()) > 1:
            return title
    return None


def read_contract(text: str, layout: str = "") -> Contract:
    """Reads one agreement; `layout` is `text` with line breaks kept (see `DocumentText`), used for the title alone."""
    preamble = find_preamble(text)
    parties = read_parties(text, preamble.parties, preamble.end) if preamble else ()
    if not any(has_legal_form(party.name) for party in parties):
        parties = introduced(text) or parties
    agreement = _agreement_date(text, preamble)
    effective = _effective_date(text, preamble, agreement)
    exclusivity = _exclusivity(text)
    grant = _license_grant(text)
    return Contract(
        _title(text, layout or text, preamble),
        parties,
        agreement[0] if agreement else None,
        effective[0] if effective else None,
        exclusivity is not None,
        grant is not None,
        agreement[1] if agreement else None,
        effective[1] if effective else None,
        exclusivity,
        grant,
    )
