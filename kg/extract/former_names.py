"""Text → what organisations were called before: "Acme, Inc., formerly Widget Corp.", "changed its name from … to …".

Names that the header of the filing lists are left to it: one fact, with the header's date.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import ahocorasick

from kg.extract.date_book import DateBook
from kg.extract.document import Context
from kg.extract.gates import gate
from kg.extract.name_history import HISTORY, histories
from kg.extract.name_mask import mask_names
from kg.extract.rules import Rule
from kg.model import FormerNameClaim, OrgRef, Source
from kg.names import org_key

_O, _D = "[\ue400-\ue5ff]", "[\ue600-\ue7ff]"
_LONGEST = 3000
_G = r"[^;\ue400-\ue5ff]"
_NAME_WORDS = r"(?:(?:corporate|company|legal|official|present|current)\s)?name"


@dataclass(frozen=True, slots=True)
class _Pattern:
    """`x` is what the organisation is called now, `y` what it was called before; `d` the day of the change."""

    rule: Rule
    pattern: re.Pattern[str]


def _rule(
    number: str,
    description: str,
    pattern: str,
    positive: tuple[str, ...],
    negative: tuple[str, ...] = (),
    confidence: float = 0.92,
) -> _Pattern:
    return _Pattern(
        Rule(f"former-name-{number}", 1, description, positive, negative, confidence), re.compile(pattern, re.I)
    )


_BEFORE = (
    rf"(?:formerly|previously|f/k/a|f\.k\.a\.|fka|then|once|originally"
    rf"|until\s(?:its\s{_NAME_WORDS}\swas\schanged\s(?:in|on)\s)?(?P<d>{_D})|until\s(?:recently|then)"
    rf"|formerly\sand\suntil\s{_D}|(?:prior\sto|before)\s(?P<d0>{_D}),?)"
)
_CALLED = (
    r"(?:\s?,?\s(?:known|called|named|styled|trading|operating|operated|incorporated|doing\sbusiness|registered"
    r"|organized))?(?:\s(?:as|under\sthe\sname(?:\sof)?))?"
)
_X_THEN_Y = (
    rf"(?P<x>{_O})[”\"]?(?:\s\([^()]{{0,60}}\))?,?\s[(\[]?(?:which\swas\s|itself\s|a\scompany\s|was\s"
    rf"|is\sthe\scompany\s|an?\s(?:[A-Z][\w-]*\s){{0,3}}(?:\w+\s){{0,3}}(?:corporation|company|partnership|firm"
    rf"|entity|society|institute|foundation|association)(?:\s(?:organized|incorporated|formed|based)?\s?(?:in|of"
    rf"|under\sthe\slaws\sof)\s[^,;\ue400-\ue7ff]{{1,40}})?,?\s)?"
)

PATTERNS: tuple[_Pattern, ...] = (
    _rule(
        "formerly", "A name followed by the former one.",
            rf"{_X_THEN_Y}{_BEFORE}{_CALLED}:?\s[“\"]?(?P<y>{_O})(?:,?\suntil\s{_G}{{0,40}}?(?P<d2>{_D}))?",
        ("Acme Therapeutics, Inc. (formerly known as Widget Tools Corp.) has its office in Ohio.",
         "Acme Therapeutics, Inc., formerly Widget Tools Corp., makes drugs."),
        ("Acme Therapeutics, Inc. acquired Widget Tools Corp.",),
    ),
    _rule(
        "which-until", "A company which until some day was called otherwise.",
            rf"(?P<x>{_O})(?:\s\([^()]{{0,60}}\))?,?\s(?:which|that)\s(?:until\s(?P<d>{_D}),?\s(?:was|had\sbeen|bore\sthe\sname|traded"
            rf"|operated|did\sbusiness|went)|(?:was|had\sbeen|traded|operated|did\sbusiness)\s(?:until|prior\sto|before)\s(?P<d0>{_D}))"
            rf"(?:\s(?:called|named|known|listed|registered|quoted|trading))?(?:\s(?:on|in|at)\s[^;,\ue400-\ue7ff]{{1,30}})?"
            rf"(?:\s(?:as|by\sthe\sname\sof|under\sthe\sname(?:\sof)?))?\s[“\"]?(?P<y>{_O})",
        ("Acme Therapeutics, Inc., which until May 2010 was called Widget Tools Corp., makes drugs.",
         "Acme Therapeutics, Inc., which until May 3, 2010 traded on AIM as Widget Tools plc, has moved.",),
    ),
    _rule(
        "as-it-was-called", "A name, as the company was then called.",
            rf"(?P<y>{_O}),?\s(?:as\s(?P<x>{_O})\s(?:was|were)\s(?:then|formerly|previously|at\sthe\stime|originally)\s(?:called|known|named|styled))",
        ("The licence was granted to Widget Tools Corp., as Acme Therapeutics, Inc. was then called.",),
    ),
    _rule(
        "known-until", "A name, and until when the company was known by another.", 
            rf"(?P<x>{_O})(?:\s\([^()]{{0,60}}\))?,?\s(?:which\swas\s|was\s)?(?:known|called"
            rf"|named)\s(?:until|prior\sto|before)\s(?:(?P<d>{_D})|[^;\ue400-\ue7ff]{{1,40}})\s(?:as|by\sthe\sname(?:\sof)?"
            rf"|under\sthe\sname(?:\sof)?)?\s?[“\"]?(?P<y>{_O})",
        ("Acme Therapeutics, Inc., known until August 1991 as Widget Tools Corp., makes drugs.",),
    ),
    _rule(
        "whose-name", "A company whose name had been another.", 
            rf"(?P<x>{_O}),?\swhose\s{_NAME_WORDS}\s(?:had|was"
            rf"|has)\s{_G}{{0,40}}?\s?[“\"]?(?P<y>{_O})(?:\s(?:before|until|prior\sto)\s{_G}{{0,20}}?(?P<d>{_D}))?(?:[^;]{{0,20}}?\bbec[ao]me[s]?\s(?P<x2>{_O}))?",
        (
            "Effective May 2, 2012, the Company, whose corporate name had until then been Widget Tools Corp.,"
            " became Acme Therapeutics, Inc.",),
    ),
    _rule(
        "renamed", "A company renamed.", 
            rf"(?P<y>{_O})(?:\s\([^()]{{0,60}}\))?,?{_G}{{0,40}}?\b(?:was|were|is|has\sbeen|had\sbeen|be|since"
            rf"|subsequently|thereupon|and)?\s?(?:re-?named|rechristened|rebranded)(?:\sitself)?(?:\s(?:as|to"
            rf"|into))?\s[“\"]?(?P<x>{_O})",
        ("On June 14, 1999 Widget Tools Limited was renamed Acme Europe Limited.",),
    ),
    _rule(
        "name-changed", "The change of a name from one to another.", 
            rf"\bname\b{_G}{{0,40}}?\b(?:was|has\sbeen|is|had\sbeen)?\s?(?:changed"
            rf"|change)?\s?from\s[“\"]?(?P<y>{_O})[”\"]?,?\sto\s[“\"]?(?P<x>{_O})",
        ("The name of the corporation was changed on May 5, 2003 from Widget Tools Corp. to Acme Therapeutics, Inc.",
         "On May 5, 2003 we changed our name from Widget Tools Corp. to Acme Therapeutics, Inc."),
        ("We may change our name from Widget Tools Corp. to Acme Therapeutics, Inc.",),
    ),
    _rule(
        "changed-to", "A company changed its name to another.", 
            rf"(?P<y>{_O})(?:\s\([^()]{{0,60}}\))?{_G}{{0,200}}?\b(?:chang(?:ed|es|ing)|has\schanged)\s(?:its|their"
            rf"|the|our)\s{_NAME_WORDS}\sto\s[“\"]?(?P<x>{_O})",
        ("In May 2003 Widget Tools Corp. changed its name to Acme Therapeutics, Inc.",),
        ("Widget Tools Corp. may have changed its name to Acme Therapeutics, Inc.",),
    ),
    _rule(
        "adopted", "A company took, adopted or assumed a name.", 
            rf"(?P<y>{_O})(?:\s\([^()]{{0,60}}\))?[^;]{{0,120}}?\b(?:adopt(?:ed|s|ing)|assum(?:ed|es|ing)|took"
            rf"|takes|taking)\sthe\s(?:new\s|present\s)?name\s(?:of\s)?[“\"]?(?P<x>{_O})",
        ("In May 2003 Widget Tools Corp. adopted the name Acme Therapeutics, Inc.",),
    ),
    _rule(
        "formed-as", "A company formed under another name, which it has changed since.",
        rf"(?P<x>{_O})[^;]{{0,80}}?\b(?:formed|founded|incorporated|organi[sz]ed|established|began|started"
        rf"|commenced)\b{_G}{{0,60}}?\b(?:as|under\sthe\sname(?:\sof)?)\s[“\"]?(?P<y>{_O})(?:[^;]{{0,120}}?\b"
        rf"(?:name|renamed)\b[^;]{{0,40}}?(?P<d>{_D})?)?",
        ("The Company was formed in 2004 as Widget Tools Limited and took its present name on 1 May 2007.",
         "We were incorporated in Nevada under the name Widget Tools Corp."),
        ("We were incorporated in Nevada as a corporation.",),
    ),
    _rule(
        "became", "One full name became another.", 
            rf"(?P<y>{_O})(?:\s\([^()]{{0,60}}\))?\sbecame\s(?:known\sas\s|called\s)?(?P<x>{_O})(?=,|\.|\sby\s|\s\("
            rf"|\supon|\son\s|$)",
        ("A few minutes later Widget Tools Corp. became Acme Therapeutics, Inc.",),
        ("Widget Tools Corp. became a subsidiary of Acme Therapeutics, Inc.",), 0.8,
    ),
    _rule(
        "known-as-now", "A company henceforth known by another name.", 
            rf"(?P<y>{_O})[^;]{{0,200}}?\b(?:henceforth|now|hereafter|thereafter|since\sthen|today"
            rf"|currently)\s(?:be\s)?(?:known|called|named)\s(?:as\s)?[“\"]?(?P<x>{_O})",
        ("Holders of Widget Tools Corp. voted that the corporation is henceforth known as Acme Therapeutics, Inc.",),
    ),
    _rule(
        "former-name", "A former name given as such.", 
            rf"\b(?:former|previous|prior|old|original|earlier)\s{_NAME_WORDS},?\s(?:was\s|of\s(?P<x>{_O})\s(?:was"
            rf"|is)\s|had\sbeen\s|being\s)?[“\"]?(?P<y>{_O})",
        ("The shares traded under our former name, Widget Tools Corp., until May.",),
    ),
    _rule(
        "predecessor-name", "The old name before the new one.", 
            rf"(?P<y>{_O})(?:\s(?:of|in)\s[A-Z]\w+)?\s?[,(]\s?(?:now|which\sis\snow|now\sknown\sas|which\sis\snow\sknown\sas|n/k/a"
            rf"|which\shas\ssince\sbeen\srenamed|since\srenamed|today)\s(?:known\sas\s|called\s"
            rf"|named\s|(?:trading|operating|doing\sbusiness)\s(?:as|under\sthe\sname(?:\sof)?)\s)?(?P<x>{_O})",
        ("We licensed the patents to Widget Tools Corp. (now Acme Therapeutics, Inc.) in 1999.",),
    ),
)  # fmt: skip
_NEW_DATE = frozenset({"former-name-formed-as"})  # the date before the name is that of the founding
_UNDATED = frozenset({"former-name-formerly", "former-name-former-name", "former-name-predecessor-name"})
_UNREAL = re.compile(
    r"\b(?:may|might|will|would|propos\w+|intends?|if|shall|could|approve[ds]?\sa\schange|has\snot\staken"
    r"|requires)\b",
    re.I,
)
_HINTS = (
    "formerly Formerly FORMERLY f/k/a F/K/A f.k.a. fka renamed re-named rebranded known#until called#until"
    " named#until its#name our#name their#name corporate#name company#name former#name previous#name"
    " original#name "
    "prior#name old#name name#change change#of#name the#name henceforth hereafter previously#known"
    " Previously#known then#known originally#known present#name n/k/a (now#known (now# became under#the#name"
    " named#from incorporated#as "
    "formed#as organized#as founded#as name#was since#renamed rechristened name#of#the#corporation "
    "name#of#the#company then#called then#named was#then#called were#then#known was#called "
    "been#called prior#to traded#as traded#on trading#as under#the#corporate#name life#in life#as present#name "
    "established#in established#as name#it whose#name until#then"
).split()


def _hints() -> ahocorasick.Automaton:
    made = ahocorasick.Automaton()
    for hint in _HINTS:
        made.add_word(hint.replace("#", " "), True)
    made.make_automaton()
    return made


_AUTOMATON = _hints()


def _current(context: Context, words: str, org: OrgRef | None) -> OrgRef:
    """The organisation of the present name: as the filing knows it, else by these words."""
    return org or OrgRef(words.strip(' ,“”"'))


def _read(context: Context, sequence: int, start: int, end: int, book: DateBook) -> Iterator[FormerNameClaim]:
    orgs: list[tuple[str, OrgRef | None]] = []
    days: list[str] = []
    masked = mask_names(context, sequence, start, end, book, orgs, days)
    if not orgs:
        return
    for item in PATTERNS:
        for match in item.pattern.finditer(masked):
            groups = match.groupdict()
            old, _ = orgs[ord(groups["y"]) - 0xE400]
            now = groups.get("x2") or groups.get("x")
            if (
                _UNREAL.search(masked, max(0, match.start() - 40), match.end())
                and item.rule.id != "former-name-formerly"
            ):
                continue
            words, org = orgs[ord(now) - 0xE400] if now else ("", context.filer)
            holder = _current(context, words, org)
            old = old.strip(' ,“”"')
            key = org_key(old)
            if not holder.name or key == org_key(holder.name) or key == org_key(words) or not _full(old):
                continue
            date = groups.get("d") or groups.get("d2") or groups.get("d0")
            turned = re.search(r"\buntil\sthen\b|\bthen\b", match[0]) and re.match(
                rf"[^;\ue400-\ue5ff]{{0,60}}?\bbecame\s{_O}", masked[match.end() :]
            )
            day = days[ord(date) - 0xE600] if date else None
            if not date and (item.rule.id not in _UNDATED or turned):
                day = _day(masked, match, days, item.rule.id in _NEW_DATE)
            source = Source(item.rule.name, item.rule.confidence, (context.evidence(sequence, start, end),))
            yield FormerNameClaim(holder, old, source, used_until=day)


_FOUNDED = gate(
    r"\b(?:formed|founded|incorporated|organi[sz]ed|established|constituted|chartered|registered|set\sup|began|started"
    r"|commenced)\b"
)
_MORE = gate(r"\b(?:name|became|become|renamed|called|known)\b")
_PASSAGE = 3
"""So many sentences a history may take: the founding and what follows it."""


def _told(
    context: Context, sequence: int, spans: Sequence[tuple[int, int]], book: DateBook
) -> Iterator[FormerNameClaim]:
    """Former names of the histories that a few sentences in a row tell."""
    text = context.text(sequence)
    if not _FOUNDED.search(text, *spans[0]):
        return
    orgs: list[tuple[str, OrgRef | None]] = []
    days: list[str] = []
    masked = ""
    ends: list[int] = []
    for number, (start, end) in enumerate(spans):
        if number and (end - start > 600 or not _MORE.search(text, start, end)):
            break
        masked += mask_names(context, sequence, start, min(end, start + _LONGEST), book, orgs, days) + " "
        ends.append(len(masked))
    for past in histories(masked):
        old = orgs[ord(past.old) - 0xE400][0].strip(' ,“”"')
        words, org = orgs[ord(past.now) - 0xE400] if past.now else ("", context.filer)
        holder = _current(context, words, org)
        if not holder.name or org_key(old) in (org_key(holder.name), org_key(words)) or not _named(old):
            continue
        low, high = bisect_right(ends, past.start), bisect_right(ends, past.end - 1)
        quotes = tuple(context.evidence(sequence, *spans[n]) for n in range(low, min(high, len(ends) - 1) + 1))
        day = days[ord(past.date) - 0xE600] if past.date else None
        yield FormerNameClaim(holder, old, Source(HISTORY.name, HISTORY.confidence, quotes), used_until=day)


def _named(name: str) -> bool:
    """Is it a name, be it of one word, and not a role ("the Company")?"""
    return _full(name) or bool(re.fullmatch(r"[A-Z][\w’'&-]*[a-z][\w’'&-]{2,}", name))


def _full(name: str) -> bool:
    """Is it the full name of a company, and not a role ("the Company") or a code?"""
    return (
        len(name) > 4
        and bool(re.search(r"[A-Za-z]{3}", name))
        and " " in name
        and not re.match(r"(?:the|our|we|us|its)\b", name, re.I)
    )


def _day(masked: str, match: re.Match[str], days: list[str], founded: bool) -> str | None:
    """The day of a change of name: an effective date, or one at the head of the sentence."""
    effective = re.search(
        rf"\b(?:effective|with\seffect\sfrom|as\sof|on|in)\s(?P<d>{_D})", masked[match.end() : match.end() + 60]
    )
    if founded:
        return days[ord(effective["d"]) - 0xE600] if effective else None
    inside = re.search(_D, match[0])
    head = list(re.finditer(_D, masked[: match.start()]))
    found = effective["d"] if effective else inside[0] if inside else head[-1][0] if head else None
    return days[ord(found) - 0xE600] if found else None


def former_names(context: Context) -> Iterator[FormerNameClaim]:
    """Former names that the text states and the header does not, each once, dated where the text says since when."""
    header = {org_key(former.name) for party in context.read.filing.parties for former in party.former_names}
    best: dict[tuple[str, str], FormerNameClaim] = {}
    for document in context.read.texts:
        sequence = document.sequence
        sentences = context.sentences(sequence)
        starts = [s for s, _ in sentences]
        book = DateBook(document.text, context.filed, document.is_exhibit)
        last = -1
        for at, _ in _AUTOMATON.iter(document.text):
            index = bisect_right(starts, at) - 1
            if index <= last:
                continue
            last = index
            start, end = sentences[index]
            passage = sentences[index : index + _PASSAGE]
            told = list(_told(context, sequence, passage, book))
            known = {org_key(claim.name) for claim in told}
            read = _read(context, sequence, start, min(end, start + _LONGEST), book)
            for claim in [*told, *(c for c in read if org_key(c.name) not in known)]:
                key = org_key(claim.name)
                if key in header:
                    continue
                place = (org_key(claim.org.name), key)
                if place in best and claim in told and best[place].source.rule == HISTORY.name:
                    place = (place[0], f"{key} {claim.used_until}")  # the same words, another legal form
                if place not in best or (claim.used_until and not best[place].used_until):
                    best[place] = claim
    yield from best.values()
