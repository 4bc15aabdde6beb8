"""Text → what organisations were called before: "Acme, Inc., formerly Widget Corp.", "changed its name from … to …".

Names that the header of the filing lists are left to it: one fact, with the header's date.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile

import ahocorasick

from kg.extract.date_book import DateBook
from kg.extract.document import Context
from kg.extract.former_name_frames import AMENDMENT, AND_BEFORE, COVER, FORMER_NAMES, HEADING, HEADINGS
from kg.extract.former_name_slots import SLOTS
from kg.extract.gates import Family, gate
from kg.extract.late import late
from kg.extract.name_history import HISTORY, histories
from kg.extract.name_mask import NUMERAL, NameMask, is_full_name, is_name
from kg.model import FormerNameClaim, OrgRef, Source
from kg.names import org_key

_O, _D = "[\ue400-\ue5ff]", "[\ue600-\ue7ff]"
_LONGEST = 3000
_NEW_DATE = frozenset({"former-name-formed-as"})  # the date before the name is that of the founding
_UNDATED = frozenset({"former-name-formerly", "former-name-former-name", "former-name-predecessor-name"})
_UNREAL = late(
    r"\b(?:may(?!\s(?:know|remember|recall))|might|will(?!\s(?:henceforth|hereafter|recall|remember|know))|would|propos\w+|intends?|if(?!\sany\b)|shall(?!\s(?:henceforth|hereafter|thenceforth|now))|could|approve[ds]?\sa\schange|has\snot\staken"
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
    "hitherto Hitherto heretofore theretofore née né#  erstwhile the#former corporate#title corporate#style the#style#of"
    " Former#name Former#Name FORMER#NAME styled restyled style emerged#as continued#as was#continued redomest converted#to"
    " converted#into re-registered name,#which from#the#name for#its#name as#its#name change#of#name name#change bearing decades ;#it#is were#incorporated was#incorporated were#organized was#organized were#formed was#formed"
    " were#founded was#founded are#incorporated has#become Effective#today add#the#word into#our#name to#our#name"
    " went#by earlier#still a#change#of name#it#bears up#to subsequently drops# dropped rename#it rename Originally"
    " originally initially former#name#if at#the#time it#was#then it#is#now amendment "
    "name#of#the#company then#called then#named was#then#called were#then#known was#called "
    "been#called prior#to traded#as traded#on trading#as under#the#corporate#name life#in life#as present#name "
    "established#in established#as name#it whose#name until#then"
).split()


_WEAK_HINTS = "name Name NAME identity called known knew remember traded trade#as trades#as business#as style chartered started#out began born#as calls#itself successor#in (ex- (then operated which#was that#was we#were Effective effective".split()
"""Words that are looked at where the sentence names another organisation besides."""


def _hints() -> ahocorasick.Automaton:
    made = ahocorasick.Automaton()
    for hint in _WEAK_HINTS:
        made.add_word(hint.replace("#", " "), False)
    for hint in _HINTS:
        made.add_word(hint.replace("#", " "), True)
    made.make_automaton()
    return made


_AUTOMATON = _hints()
_FRAMES = Family((frame, frame.pattern) for frame in (*FORMER_NAMES, *SLOTS))


def _current(context: Context, words: str, org: OrgRef | None) -> OrgRef:
    """The organisation of the present name: as the filing knows it, else by these words."""
    return org or OrgRef(words.strip(' ,“”"'))


def _read(names: NameMask, start: int, end: int) -> Iterator[FormerNameClaim]:
    if not names.tells_a_name(start, end):
        return
    context, sequence = names.context, names.sequence
    orgs: list[tuple[str, OrgRef | None]] = []
    days: list[str] = []
    masked = names.masked(start, end, orgs, days)
    told: set[str] = set()
    for item, pattern in _FRAMES.possible(masked):
        for match in pattern.finditer(masked):
            groups = match.groupdict()
            old = groups.get("y") or groups.get("y2") or ""
            now = groups.get("x2") or groups.get("x")
            if (
                _UNREAL.search(masked, max(0, match.start() - 40), match.end())
                and item.rule.id != "former-name-formerly"
            ):
                continue
            if item.rule.id in _CHANGES:
                old = _subject(masked, old) or ""
            if not old or old in told or _PART.match(masked, masked.index(old) + 1):
                continue
            date = next((mark for name, mark in sorted(groups.items()) if name[0] == "d" and mark), None)
            turned = re.search(r"\buntil\sthen\b|\bthen\b", match[0]) and re.match(
                rf"[^;\ue400-\ue5ff]{{0,60}}?\bbecame\s{_O}", masked[match.end() :]
            )
            day = days[ord(date) - 0xE600] if date else None
            if not date and (item.rule.id not in _UNDATED or turned):
                day = _day(masked, match, days, item.rule.id in _NEW_DATE)
            pairs = [(old, day)]
            more = AND_BEFORE.match(masked, match.end()) if match[0].endswith(old) else None
            while more:
                pairs.append((more["y"], days[ord(more["d"]) - 0xE600] if more["d"] else None))
                more = AND_BEFORE.match(masked, more.end())
            words, org = orgs[ord(now) - 0xE400] if now else ("", context.filer)
            holder = _current(context, words, org)
            for mark, when in pairs:
                name, last = _in_full(_old_name(*orgs[ord(mark) - 0xE400], context), context.text(sequence), start, end)
                if mark != old and orgs[ord(mark) - 0xE400][1] == context.filer:
                    continue  # the next in a list of companies
                if not name or not holder.name or not is_full_name(name) or not _other(name, words, holder.name):
                    continue
                told.add(mark)
                source = Source(item.rule.name, item.rule.confidence, (context.evidence(sequence, start, last),))
                yield FormerNameClaim(holder, name, source, used_until=when)


_CHANGES = frozenset({"former-name-changed-to", "former-name-renamed", "former-name-adopted"})
_TAKEN_OVER = late(
    rf"(?:(?P<subject>{_O})|\b(?:it|we|which|who)\b)[^;\ue400-\ue5ff]{{0,90}}?\b(?:acquir(?:ed|es|ing)|purchas(?:ed|es|ing)|bought"
    r"|merged\swith|combined\swith)\s(?:[^;,\ue400-\ue5ff]{0,60}\s)?(?P<y>" + _O + r")(?!,?\s(?:which|that|who|whose)\b)",
    re.I,
)


def _subject(masked: str, old: str) -> str | None:
    """Who changed its name: not the firm that the one who did so had acquired ("Acme bought Widget and changed …")."""
    for taken in _TAKEN_OVER.finditer(masked):
        if taken["y"] == old:
            return taken["subject"]
    return old


_PART = late(r"[”\"]?\s(?:segment|division|business|unit|subsidiary|department)\b", re.I)


def _old_name(words: str, org: OrgRef | None, context: Context) -> str:
    """A former name in full: what a defined term ("NAC") stands for, else the words themselves."""
    words = words.strip(' ,“”"')
    if org is None or is_full_name(words) or org == context.filer:
        return words
    numbered = re.search(re.escape(org.name) + NUMERAL.pattern, context.read.texts[0].text) if context.read.texts else None
    return numbered[0] if numbered else org.name


_REST = late(r" ((?:[A-Z][\w’'&.,-]*|&|and|of)(?: (?:[A-Z][\w’'&.,-]*|&|and|of)){0,5})\)")


def _in_full(name: str, text: str, start: int, end: int) -> tuple[str, int]:
    """A name that the end of its line cuts inside of a parenthesis, with its rest, and where that ends.

    "" where the rest cannot be told, or is that of a part of a company ("formerly the Tools" / "Segment of Widget Corp.").
    """
    said = text[start:end].rstrip()
    if not said.endswith(name) or said.count("(") <= said.count(")"):
        return name, end
    rest = _REST.match(text, start + len(said))
    if rest is None or _PART.match(rest[0]):
        return "", end
    return f"{name} {rest[1]}", rest.end()


_FORM = late(r"(?i)\b(?:(inc|incorporated|corp|corporation|co|company)|(l\.?l\.?c)|(limited|ltd)|(plc)|(gmbh)|(ag)|(l\.?p))\.?\W*$")


def _other(old: str, words: str, holder: str) -> bool:
    """Are two names not the same? Names that differ in their legal form alone ("Acme LLC", "Acme, Inc.") are two."""
    key = org_key(old)
    if key != org_key(holder) and key != org_key(words):
        return True
    one, two = _FORM.search(old), _FORM.search(words)
    return bool(key == org_key(words) and one and two and one.lastindex != two.lastindex)


def _heading(names: NameMask, before: tuple[int, int] | None, span: tuple[int, int]) -> Iterator[FormerNameClaim]:
    """The former name that a line under a name, or a line of a cover page, gives."""
    context, sequence = names.context, names.sequence
    said = context.text(sequence)[slice(*span)]
    if not (HEADING.may_unmasked(said) or COVER.may_unmasked(said)) or not names.tells_a_name(*span):
        return
    orgs: list[tuple[str, OrgRef | None]] = []
    days: list[str] = []
    masked = names.masked(*span, orgs, days)
    line, cover = HEADING.search(masked), COVER.search(masked)
    match = line or cover
    if match is None:
        return
    name, end = _in_full(orgs[ord(match["y"]) - 0xE400][0].strip(' ,“”"'), context.text(sequence), *span)
    holder, quotes = context.filer, [context.evidence(sequence, span[0], end)]
    if line:
        above: list[tuple[str, OrgRef | None]] = []
        if before is None or before[1] - before[0] > _LINE:
            return
        names.masked(*before, above, [])
        if not above:
            return
        holder = _current(context, *above[0])
        quotes.insert(0, context.evidence(sequence, *before))
    if holder.name and is_full_name(name) and _other(name, holder.name, holder.name):
        yield FormerNameClaim(holder, name, Source(HEADINGS.name, HEADINGS.confidence, tuple(quotes)))


_NAME_IS = gate(
    r"\b[Nn]ame\sof\s(?:the|this|said|such)\s(?:\w+\s)?(?:[Cc]orporation|[Cc]ompany|[Pp]artnership|[Tt]rust|[Ee]ntity|[Aa]ssociation)\s(?:is|shall\sbe|be|will\sbe)"
    rf"\s(?:hereby\s|now\s)*(?:(?:amended|changed)\sto\s(?:read:?\s|be\s)?)?[“\"]?(?P<x>{_O})"
)
_AMENDED = late(
    r"\bamend(?:ed|ing|s|ment)\b[^\ue400-\ue5ff]{0,300}?\b(?:read|follows|substitut\w+|striking|changing|deleting|replac\w+|changed)\b"
    r"|\bis\s(?:hereby\s)?changed\sto\b", re.I
)  # fmt: skip
_DATED = late(rf"\b(?:[Dd]ated|[Ee]ffective|[Ff]iled|[Ww]itness\swhereof)\b[^;]{{0,120}}?(?P<d>{_D})")


def _amended(names: NameMask, sentences: Sequence[tuple[int, int]], index: int) -> Iterator[FormerNameClaim]:
    """The name that a certificate of amendment replaces: "… of Widget Corp. certifies that … is amended to read: …"."""
    context, sequence = names.context, names.sequence
    text = context.text(sequence)
    orgs: list[tuple[str, OrgRef | None]] = []
    days: list[str] = []
    masked = ""
    low = max(0, index - _ARTICLES)
    for start, end in sentences[low : index + 1]:
        if end - start > _LONGEST:
            return
        masked += names.masked(start, end, orgs, days) + " "
    said = list(_NAME_IS.finditer(masked))
    change = _AMENDED.search(masked, 0, said[-1].end()) if said else None
    if change is None:
        return
    now = said[-1]["x"]
    words, org = orgs[ord(now) - 0xE400]
    before = [m["x"] for m in said[:-1]] or re.findall(_O, masked[: said[-1].start()])
    olds = [orgs[ord(m) - 0xE400][0].strip(' ,“”"') for m in before]
    old = next((o for o in olds if is_full_name(o) and _FORM.search(o)), None)
    holder = _current(context, words, org)
    if old is None or not holder.name or not is_full_name(words) or org_key(old) == org_key(words):
        return
    after = sentences[index : index + _ARTICLES]
    day = None
    for start, end in after:
        more: list[str] = []
        dated = _DATED.search(names.masked(start, min(end, start + _LONGEST), [], more))
        if dated:
            day = more[ord(dated["d"]) - 0xE600]
            break
    first = next(n for n in range(low, index + 1) if old in text[slice(*sentences[n])])
    quotes = tuple(context.evidence(sequence, *sentences[n]) for n in sorted({first, index}))
    yield FormerNameClaim(holder, old, Source(AMENDMENT.name, AMENDMENT.confidence, quotes), used_until=day)


_ARTICLES = 6
"""So many sentences before and after the new name belong to the same certificate."""
_LINE = 160
"""A name that stands alone in its line is no longer than this."""


_FOUNDED = gate(
    r"\b(?:formed|founded|incorporated|organi[sz]ed|established|constituted|chartered|registered|set\sup|began|started"
    r"|commenced)\b"
)
_MORE = gate(r"\b(?:name|became|become|renamed|called|known)\b")
_PASSAGE = 3
"""So many sentences a history may take: the founding and what follows it."""


def _told(names: NameMask, spans: Sequence[tuple[int, int]]) -> Iterator[FormerNameClaim]:
    """Former names of the histories that a few sentences in a row tell."""
    context, sequence = names.context, names.sequence
    text = context.text(sequence)
    if not _FOUNDED.search(text, *spans[0]):
        return
    told = [spans[0], *takewhile(lambda span: span[1] - span[0] <= 600 and _MORE.search(text, *span), spans[1:])]
    told = [(start, min(end, start + _LONGEST)) for start, end in told]
    if not any(names.tells_a_name(*span) for span in told):
        return
    orgs: list[tuple[str, OrgRef | None]] = []
    days: list[str] = []
    masked = ""
    ends: list[int] = []
    for span in told:
        masked += names.masked(*span, orgs, days) + " "
        ends.append(len(masked))
    for past in histories(masked):
        old = orgs[ord(past.old) - 0xE400][0].strip(' ,“”"')
        words, org = orgs[ord(past.now) - 0xE400] if past.now else ("", context.filer)
        holder = _current(context, words, org)
        if not holder.name or org_key(old) in (org_key(holder.name), org_key(words)) or not is_name(old):
            continue
        low, high = bisect_right(ends, past.start), bisect_right(ends, past.end - 1)
        quotes = tuple(context.evidence(sequence, *spans[n]) for n in range(low, min(high, len(ends) - 1) + 1))
        day = days[ord(past.date) - 0xE600] if past.date else None
        yield FormerNameClaim(holder, old, Source(HISTORY.name, HISTORY.confidence, quotes), used_until=day)


def _day(masked: str, match: re.Match[str], days: list[str], founded: bool) -> str | None:
    """The day of a change of name: an effective date, or one at the head of the sentence."""
    effective = re.search(
        rf"\b(?:effective|with\seffect\sfrom|as\sof|on|in)\s(?P<d>{_D})", masked[match.end() : match.end() + 60]
    )
    if founded:
        return days[ord(effective["d"]) - 0xE600] if effective else None
    inside = re.search(_D, match[0])
    head = [m for m in re.finditer(_D, masked[: match.start()]) if not _OF_PAPER.search(masked, 0, m.start())]
    found = effective["d"] if effective else inside[0] if inside else head[-1][0] if head else None
    return days[ord(found) - 0xE600] if found else None


_OF_PAPER = late(r"\bdated(?:\s(?:as\s)?of)?\s(?:the\s)?$")
"""Before the day of an agreement that names a company, which tells nothing of its names."""
_ARTICLE_HINT = gate(r"\b[Nn]ame\sof\s(?:the|this|said|such)\s(?:\w+\s)?(?:[Cc]orporation|[Cc]ompany|[Pp]artnership|[Tt]rust|[Ee]ntity|[Aa]ssociation)\b")


def _others(context: Context, sequence: int, start: int, end: int) -> bool:
    """Does a sentence name an organisation other than the filer?"""
    return any(m.org != context.filer for m in context.orgs_in(sequence, start, end))


def former_names(context: Context) -> Iterator[FormerNameClaim]:
    """Former names that the text states and the header does not, each once, dated where the text says since when."""
    header = {org_key(former.name) for party in context.read.filing.parties for former in party.former_names}
    best: dict[tuple[str, str], FormerNameClaim] = {}
    for document in context.read.texts:
        sequence = document.sequence
        sentences = context.sentences(sequence)
        starts = [s for s, _ in sentences]
        names = NameMask(context, sequence, DateBook(document.text, context.filed, document.is_exhibit))
        last = alone = -1
        for at, strong in _AUTOMATON.iter(document.text):
            index = bisect_right(starts, at) - 1
            if index <= last or (not strong and index == alone):
                continue
            if not strong and not _others(context, sequence, *sentences[index]):
                alone = index
                continue
            last = index
            start, end = sentences[index]
            passage = sentences[index : index + _PASSAGE]
            told = list(_told(names, passage))
            if _ARTICLE_HINT.search(document.text, start, end):
                told += _amended(names, sentences, index)
            if end - start < 2 * _LINE:
                told += _heading(names, sentences[index - 1] if index else None, (start, end))
            known = {org_key(claim.name) for claim in told}
            read = _read(names, start, min(end, start + _LONGEST))
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
