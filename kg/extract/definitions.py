"""Text with its full names → defined terms: "Acme Pharma, Inc. (“Acme” or the “Company”)" binds Acme and the Company."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.organizations import Name, acronyms
from kg.extract.scan import cue
from kg.model import OrgRef
from kg.names import org_key, words


@dataclass(frozen=True, slots=True)
class Definition:
    """`forms` stand for the organisation with name key `key` (None: the filer); `generic` for words like "Licensor"."""

    start: int
    end: int
    key: str | None
    forms: tuple[str, ...]
    generic: bool


_PAREN = late(r"\(([^()]{2,240})\)")
_QUOTE = late(r"[\"“”„«‘]")
_QUOTED = late(r"[\"“”„«‘]\s?([^\"“”„«»‘’]{1,60}?)[,.]?\s?[\"”“»’]")
_BARE = cue(
    r"(?:hereinafter|herein|referred to as|called|known as)[ ,]+(?:referred to as |called |collectively )?(?:the |as )?[\"“]([^\"“”]{2,60}?)[,.]?[\"”]",
    re.I,
)
_ROLES = frozenset(
    ["company", "registrant", "licensor", "licensee", "university", "institute", "institution", "hospital", "foundation", "college", "corporation", "parent", "purchaser", "seller", "buyer", "assignor", "assignee", "borrower", "lender", "issuer", "partner", "optionee", "optionor", "grantor", "grantee", "transferor", "transferee", "trust", "center", "centre", "clinic", "agency", "sublicensor", "sublicensee", "sub-licensee", "manufacturer", "supplier", "distributor", "collaborator", "sponsor", "acquirer", "corporation", "subsidiary", "firm", "bank", "sublicensor", "sub-licensor", "head-licensor", "vendor", "customer", "consultant", "contractor", "employer", "developer", "owner", "holder", "agent", "laboratory", "inventor", "society", "ministry", "government"]
)
_NOT_ORG = late(
    r"agreement|licen[cs]e\b|licensed|amendment|contract|product|patent|territory|field|technology|closing|date|stock|shares?|notes?\b|act\b|plan\b|transaction|merger|"
    r"loan|facility|offering|warrant|option\b|policy|report|exhibit|exchange|securities|common|preferred|program|project|trial|study|compound|rights|party|parties|"
    r"letter|mou\b|term|board|committee|commission|sec\b|annual|meeting|proxy|payment|royalt|milestone|period|event|property|premises|lease|building|fund\b|"
    r"effective|know-how|materials|antibod|disease|syndrome|know|data|information|code|rule|release|form|item|unit|employee|executive|director|officer|nda\b|bla\b|ind\b|"
    r"assets|business|liabilities|purchase|mark|name|purpose|research|development|services|software|system|invention|improvement|method|process|order|deed|addendum|termination|"
    r"subject|settlement|restate|section|schedule|consent|memorandum|option|sublicense|bonus|salary|award|grant\b|registration|prospectus|statement",
    re.I,
)
_HEREAFTER = late(
    r"(?:(?:and )?(?:[Hh]ere(?:in)?after|[Hh]erein|[Hh]enceforth|[Bb]elow|in what follows|in the following)(?: also| simply)?(?:,? (?:referred to as|called|named|known as|termed))?|referred to as|called)[,:]? (?:as )?(?:the |The )?(?P<term>[A-Z][\w&'’.-]*(?: [A-Z&][\w&'’.-]*){0,3})"
)
"""A term without quotation marks: "(hereafter: the Seller)"."""
_A_PARTY = late(r"(?!third |other |either |each |any |such |both |defaulting |non|breaching |indemnif|disclosing |receiving |prosecuting |terminating |enforcing )[a-z-]+ party")
"""What one of three who sign is called: "the Retiring Party", "the Incoming Party"."""
_SKIP = late(
    r"\s*(?:collectively|together(?! with)|each(?:,| an?\b| individually)|individually|jointly|both|the parties|a(?:n)? party|such )",
    re.I,
)
_APPOSITIVE = late(r"(?:\s?\([^()]{0,160}\))*,?(?: ?(?:an?|the|of|located|with|having|organi[sz]ed|incorporated|formerly|its|whose|based|in|at|on behalf|for itself|acting|successor|and its|through|together|which|known|headquartered|registered|doing|d/b/a|company|registration|no\.|corp|a/k/a|-|–|—|by and|under)\b[^()]{0,260}(?:\([^()]{0,120}\)[^()]{0,120})?)?,?\s*$", re.I)  # fmt: skip
_AGREEMENT_GAP = late(
    r"\b(?:agreement|license|licence|merger|plan|amendment|contract|loan|note|lease|letter|memorandum)\b", re.I
)
_PRONOUN_TERMS = frozenset(["we", "us", "our", "ourselves"])
_MEANS = late(r"[\"“]([A-Z][\w ’'-]{1,40}?),?[\"”](?:,? (?:and |or )?[\"“][^\"“”]{1,40}[\"”]){0,4},? (?:means?|shall mean|refers? to|is|shall refer to) (?:the )?")
_CALLED = r"(?:called|known as|named|styled|(?:under )?the (?:corporate |company )?name(?: of)?)"
_ONCE_BEFORE = gate(
    r"(?:\b(?P<role>[A-Z][\w-]+|we|us))?(?:, | \(|, \()(?:"
    rf"(?P<when>then|formerly|previously|originally|at (?:the|that) time|now|presently|currently)(?: (?:bearing|trading|operating))?(?: {_CALLED})?"
    r"|under (?:its|our|the|their) (?:former|previous|prior|earlier|old|original|then) (?:corporate )?name,?(?: of)?"
    r") (?:the )?[“\"]?$"
    r"|(?:\b(?P<subject>[A-Z][\w-]+|we|us))?,? \(?(?:which|who|that)(?: (?:(?:until|till|before|prior to|up to) [^;()]{4,24}|then|once|formerly|previously|originally|at (?:the|that) time|in those days|has|had|itself),?)*"
    rf" (?:was|were|bore|borne|went by|used|traded|operated|carried)(?: (?:(?:until|till|before) [^;()]{{4,24}}|then|once|formerly|previously|originally|at (?:the|that) time),?)* {_CALLED} (?:the )?[“\"]?$"
)
"""What stands between whoever bore a name before and that name: ", then Acme Inc.", ", which until 2001 was called Acme Inc."."""
_A_COMPANY = late(r"(?: \([^()]{1,80}\))?(?:,? an? [^;()]{3,110})?")
"""What the bearer is, before the clause that tells its former name: "Acme, Inc., a Delaware corporation which …"."""
_NOW = frozenset({"now", "presently", "currently"})
_FILER = frozenset({"Company", "Registrant", "we", "us"})
_DBA = cue(
    r",? \(?(?:d/b/a|doing business as|also known as|a/k/a|aka|operating as|trading as)\s+[\"“]?((?:[A-Z][\w&'’.-]*)(?: (?:of |the |and |for |& )*[A-Z][\w&'’.-]*){0,6})"
)


def _derived(term: str, name: str) -> bool:
    """Is `term` made from `name`: one of its words, its beginning, its initials or letters of it in order?"""
    mine, theirs = words(term), words(name)
    if not mine or not theirs:
        return False
    if mine[0] in theirs and all(w in theirs for w in mine):
        return True
    squeezed = "".join(mine)
    if squeezed.upper() in acronyms(name) or ("".join(theirs).startswith(squeezed) and len(squeezed) > 2):
        return True
    if term.upper() != term or not 2 <= len(squeezed) <= 8:
        return False
    at, whole = 0, "".join(theirs)
    for letter in squeezed:
        at = whole.find(letter, at) + 1
        if not at:
            return False
    return squeezed[0] == theirs[0][0] or squeezed[0] in {w[0] for w in theirs}


def _forms(term: str, generic: bool) -> tuple[str, ...]:
    if not generic:
        return (term,)
    bare = re.sub(r"^(?:the|The|THE) ", "", term)
    return (f"the {bare}", f"The {bare}", bare) if bare[:1].isupper() else (f"the {bare}", f"The {bare}")


_CAPITALISED = late(r"(?:the |The )?[A-Z][\w&'’.-]*(?: [A-Z&][\w&'’.-]*){0,3}")
_OWN_WORDS = late(r"\bwe\b|\bus\b|\bour\b|Company")


def _own(start: int, end: int, terms: list[str], filer: OrgRef) -> Iterator[Definition]:
    """The filer's own terms: "Acme, Inc. and its subsidiary Acme GmbH (together, “Acme” or the “Company”)"."""
    for term in terms:
        bare = re.sub(r"^(?:the|The|THE) ", "", term.strip(" ,.;"))
        low = bare.lower()
        if low in _PRONOUN_TERMS:
            yield Definition(start, end, None, (low, low.capitalize()), True)
        elif low in ("company", "registrant"):
            yield Definition(start, end, None, _forms(bare, True), True)
        elif _derived(bare, filer.name):
            yield Definition(start, end, None, (bare,), False)


_LISTED = late(
    r"(?:\A|[\n\t])[ •·–-]*(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)] ?)?(?P<quote>[“\"])?(?:the |The |THE )?(?P<term>[A-Z][\w-]{2,}(?: (?:Party|PARTY|[A-Z][\w-]{2,}))?)[”\"]?(?: ?:| ?[—–]|(?<=[”\"]) (?:is|means|shall mean)| ?[\t\n]) ?$"
)
_PARTIES = 9_000
"""In so many characters a contract lists who its parties are."""


def _used(term: str, layout: str, after: int) -> bool:
    """Does a contract speak of "the Owner" after it has listed one?"""
    if any(_NOT_ORG.fullmatch(word) for word in term.split()):
        return False
    return re.compile(rf"\b[Tt]he {term}\b").search(layout, after) is not None


def listed_parties(layout: str, names: list[Name]) -> Iterator[Definition]:
    """Parties of a contract that it lists with what it calls them: "“Owner”: Acme, Inc., of Leeds", "OWNER" in a cell before."""
    for name in names:
        if name.start > _PARTIES:
            return
        label = _LISTED.search(layout, max(0, name.start - 50), name.start)
        if not label:
            continue
        term = label["term"].title() if label["term"].isupper() else label["term"]
        if term.lower() in _ROLES or _A_PARTY.fullmatch(term.lower()) or _used(term, layout, name.end):
            yield Definition(label.start(), name.start, org_key(name.name), _forms(term, True), True)


def find_definitions(text: str, names: list[Name], filer: OrgRef, layout: str = "") -> list[Definition]:
    """Definitions in order of place; a term is bound to the name it follows, never to an agreement that names one.

    `layout` is that of a contract, which may list its parties with their terms before their names.
    """
    starts = [name.start for name in names]
    found: list[Definition] = list(listed_parties(layout, names)) if layout else []

    def before(position: int) -> Name | None:
        index = bisect_right(starts, position) - 1
        while index > 0 and position - names[index].end < 420:
            gap = text[names[index].end : position]
            if gap.count(")") <= gap.count("("):
                break
            index -= 1  # a name within parentheses: "Acme Ltd (formerly Widget Ltd), of Leeds (“Acme”)"
        return names[index] if index >= 0 and position - names[index].end < 420 else None

    def bind(term: str, at: int, end: int, quoted: bool) -> None:
        term = re.sub(r"^(?:the|The|THE) ", "", term.strip(" ,.;"))
        low = term.lower()
        if not term or len(term) > 60:
            return
        generic = low in _ROLES or _A_PARTY.fullmatch(low) is not None
        name = before(at)
        gap = text[name.end : at] if name else ""
        if low in _PRONOUN_TERMS:
            key = org_key(name.name) if name and _APPOSITIVE.match(gap) else None
            found.append(Definition(at, end, key, (low, low.capitalize()), True))
            return
        if name is None:
            if low in ("company", "registrant") and quoted:
                found.append(Definition(at, end, None, _forms(term, True), True))
            return
        derived = _derived(term, name.name)
        adjacent = gap.strip(" ,") == "" or bool(_APPOSITIVE.match(gap))
        if not derived and not adjacent:
            # The name before may belong to an appositive ("Acme Inc., a subsidiary of Beta Corp. (“Acme”)").
            for other in reversed(names[max(0, bisect_right(starts, at) - 4) : bisect_right(starts, at) - 1]):
                if at - other.end < 420 and _derived(term, other.name):
                    found.append(Definition(at, end, org_key(other.name), _forms(term, generic), generic))
                    return
            if generic and quoted and low in ("company", "registrant"):
                found.append(Definition(at, end, None, _forms(term, True), True))
            return
        if not derived and not generic:
            if not quoted or _NOT_ORG.search(term) or not term[:1].isupper() or _AGREEMENT_GAP.search(gap):
                return
            earlier = names[max(0, bisect_right(starts, at) - 3) : bisect_right(starts, at) - 1]
            for other in reversed(earlier):
                if at - other.end < 300 and _derived(term, other.name):
                    found.append(Definition(at, end, org_key(other.name), _forms(term, False), False))
                    return
        if (
            generic
            and not derived
            and _AGREEMENT_GAP.search(gap)
            and low not in ("licensor", "licensee", "company", "registrant")
        ):
            return
        if generic and gap.strip(" ,"):
            # "Acme Inc., a wholly owned subsidiary of Beta Corp. (the “Licensee”)": the head of the phrase is meant.
            index = names.index(name, max(0, bisect_right(starts, at) - 8))
            while index > 0:
                other = names[index - 1]
                between = text[other.end : names[index].start]
                if len(between) < 80 and re.match(
                    r",? (?:an?|the) [\w\s,-]*(?:subsidiary|affiliate|division|unit|part) of ", between
                ):
                    index -= 1
                    continue
                break
            name = names[index]
        found.append(Definition(at, end, org_key(name.name), _forms(term, generic), generic))

    for match in _PAREN.finditer(text):
        inner = match[1]
        quoted = _QUOTE.search(inner) is not None
        after = None if quoted else _HEREAFTER.fullmatch(inner)
        if after:
            bind(after["term"], match.start(), match.end(), True)
            continue
        if not quoted and not (len(inner) < 40 and _CAPITALISED.fullmatch(inner)):
            continue
        together = _SKIP.match(inner) is not None
        if together and not _OWN_WORDS.search(inner):
            continue
        terms = _QUOTED.findall(inner) if quoted else []
        if together and terms:
            found.extend(_own(match.start(), match.end(), terms, filer))
        elif terms:
            for term in terms:
                bind(term, match.start(), match.end(), True)
        elif len(inner) < 40 and _CAPITALISED.fullmatch(inner):
            bare = re.sub(r"^[Tt]he ", "", inner)
            name = before(match.start())
            if (
                name
                and 0 <= match.start() - name.end < 3
                and (_derived(bare, name.name) or bare.lower() in _ROLES)
            ):
                bind(bare, match.start(), match.end(), False)
    for match in _BARE.finditer(text):
        if not found or not any(d.start <= match.start() < d.end for d in found[-40:]):
            bind(match[1], match.start(), match.end(), True)
    terms_known = {form: d.key for d in found for form in d.forms}
    by_start = {name.start: name for name in names}
    for match in _MEANS.finditer(text):
        meant = by_start.get(match.end())
        if match[1].lower() not in _ROLES:
            if meant and not _NOT_ORG.search(match[1]) and match[1].lower() not in _PRONOUN_TERMS:
                found.append(Definition(match.start(), match.end(), org_key(meant.name), (match[1],), False))
            continue
        alias = re.match(r"[\w&'’.-]+", text[match.end() : match.end() + 40])
        key = org_key(meant.name) if meant else terms_known.get(alias[0].rstrip(".")) if alias else None
        if key:
            found.append(Definition(match.start(), match.end(), key, _forms(match[1], True), True))
    for match in _DBA.finditer(text):
        name = before(match.start())
        if name and match.start() - name.end < 3:
            found.append(Definition(match.start(), match.end(), org_key(name.name), (match[1].rstrip(".,"),), False))
    return found


def find_renamings(
    text: str, names: list[Name], definitions: list[Definition], filer: OrgRef | None = None
) -> list[tuple[str, str]]:
    """Keys (bore then, bears now) of one organisation under two full names: "Acme Inc. (then named Widget Corp.)".

    What "the Company" bore before, where it stands for nobody else, the filer did.
    """
    roles = {form: d.key for d in definitions if d.generic and d.key for form in d.forms}
    if filer:
        roles = {form: org_key(filer.name) for form in _FILER} | roles
    found: list[tuple[str, str]] = []
    ends = {name.end: org_key(name.name) for name in names}
    for index, name in enumerate(names):
        gap = _ONCE_BEFORE.search(text, max(0, name.start - 110), name.start)
        if not gap:
            continue
        who = "role" if gap["role"] else "subject" if gap["subject"] else None
        before = ends.get(gap.end(who) if who else gap.start()) or roles.get(gap[who] if who else "")
        last = names[index - 1] if index and gap["when"] is None else None
        if last and not before and _A_COMPANY.fullmatch(text, last.end, gap.end("subject") if gap["subject"] else gap.start()):
            before = org_key(last.name)
        key = org_key(name.name)
        if before and before != key:
            found.append((before, key) if gap["when"] in _NOW else (key, before))
    return found
