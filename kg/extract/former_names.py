"""Text → what organisations were called before: "Acme, Inc., formerly Widget Corp.", "changed its name from … to …".

Names that the header of the filing lists are left to it: one fact, with the header's date.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

import ahocorasick

from kg.extract.date_book import DateBook
from kg.extract.document import Context
from kg.extract.former_name_frames import AND_BEFORE, FORMER_NAMES
from kg.extract.former_name_own import OWN, own_name
from kg.extract.former_name_places import (
    LINE,
    LONGEST,
    PART,
    amended,
    current,
    heading,
    in_full,
    labelled,
    old_name,
    other,
)
from kg.extract.former_name_slots import SLOTS
from kg.extract.former_name_times import TIMES
from kg.extract.gates import Family, gate
from kg.extract.late import late
from kg.extract.name_history import HISTORY, OTHERS, histories
from kg.extract.name_mask import NameMask, is_full_name, is_name
from kg.model import FormerNameClaim, OrgRef, Source
from kg.names import org_key

_O, _D = "[\ue400-\ue5ff]", "[\ue600-\ue7ff]"
_NEW_DATE = frozenset({"former-name-formed-as"})  # the date before the name is that of the founding
_UNDATED = frozenset(
    f"former-name-{rule}"
    for rule in "formerly former-name predecessor-name set-off called-at-time name-then which-as at-that-time in-name which-then then-still when-still name-at-birth in-days-as as-itself named-us".split()
)
_UNREAL = late(
    r"\b(?:may(?!\s(?:know|remember|recall))|might|will(?!\s(?:henceforth|hereafter|recall|remember|know|find|see|look|notice|meet))|would|propos\w+|intends?|if(?!\sany\b)|shall(?!\s(?:henceforth|hereafter|thenceforth|now))|could|approve[ds]?\sa\schange|has\snot\staken"
    r"|requires)\b",
    re.I,
)
_HINTS = (
    "formerly Formerly FORMERLY f/k/a F/K/A f.k.a. fka renamed re-named rebranded known#until called#until"
    " named#until its#name our#name their#name corporate#name company#name former#name previous#name"
    " original#name "
    "prior#name old#name name#change change#of#name the#name henceforth hereafter previously#known"
    " Previously#known then#known originally#known present#name n/k/a f/n/a F/N/A (now#known (now# became under#the#name"
    " named#from incorporated#as "
    "formed#as organized#as founded#as name#was since#renamed rechristened name#of#the#corporation "
    "previously#specified Previously#specified PREVIOUSLY#SPECIFIED Previously#Specified no#longer ceased#to#be "
    "(before#1 (before#2 (until# (up#to# (prior#to# was#born were#born which,#as# that,#as# Certificate#of#Amendment Articles#of#Amendment "
    "hitherto Hitherto heretofore theretofore née né#  erstwhile the#former corporate#title corporate#style the#style#of"
    " Former#name Former#Name FORMER#NAME styled restyled style emerged#as continued#as was#continued redomest converted#to"
    " converted#into re-registered name,#which from#the#name for#its#name as#its#name change#of#name name#change bearing decades ;#it#is were#incorporated was#incorporated were#organized was#organized were#formed was#formed"
    " were#founded was#founded are#incorporated has#become Effective#today add#the#word into#our#name to#our#name"
    " went#by earlier#still a#change#of name#it#bears up#to subsequently drops# dropped rename#it rename Originally"
    " originally initially former#name#if at#the#time it#was#then it#is#now amendment "
    "name#of#the#company then#called then#named was#then#called were#then#known was#called "
    "been#called prior#to Prior#to Before#it Before#we Before#the registered#as were#registered was#registered set#up#in set#up#as came#into#being came#into#existence at#birth first#name traded#as traded#on trading#as under#the#corporate#name life#in life#as present#name "
    "established#in established#as name#it whose#name until#then"
).split()


_WEAK_HINTS = (
    "practiced#as practised#as letterhead ourselves itself until#last until#recently (at#the (when#it (in#those periods#before periods#prior name Name NAME identity called known knew remember traded trade#as trades#as business#as style chartered started#out began born#as calls#itself successor#in (ex- (then operated which#was that#was we#were Effective effective business#until business#before did#business under#its gave#up given#up christened called#us named#us named#the#Company called#the#Company days#as years#as existence#as Until# Till# Before#1 Before#2 Before#J Before#M Before#A From#1 From#2 From#J From#M From#A For#t until#1 until#2 till#1 till#2 before#1 before#2 (until till# still"
    " until#J until#F until#M until#A until#S until#O until#N until#D before#J before#F before#M before#A before#S before#O before#N before#D settling in#its#e we,#as# We,#as# Company,#as#"
).split()
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
_FRAMES = Family((frame, frame.pattern) for frame in (*FORMER_NAMES, *SLOTS, *TIMES))


def _read(names: NameMask, start: int, end: int) -> Iterator[FormerNameClaim]:
    if not names.tells_a_name(start, end):
        return
    context, sequence = names.context, names.sequence
    orgs: list[tuple[str, OrgRef | None]] = []
    days: list[str] = []
    masked = names.masked(start, end, orgs, days)
    told: set[str] = set()
    for item, pattern in _FRAMES.possible(masked):
        for match in _matches(pattern, masked, orgs):
            groups = match.groupdict()
            old = groups.get("y") or groups.get("y2") or groups.get("y3") or ""
            now = groups.get("x2") or groups.get("x3") or groups.get("x")
            if item.rule.id in _SUBJECTS and now and _of_another(masked, now, orgs):
                continue
            if item in TIMES and not now and _others_told(masked, match.start(), old, orgs, context.filer):
                continue
            if (
                _UNREAL.search(masked, max(0, match.start() - 40), match.end())
                and item.rule.id != "former-name-formerly"
                and (
                    not (now and _come_true(*orgs[ord(now) - 0xE400], context))
                    or _DOUBT.search(masked, max(0, match.start() - 40), match.end())
                )
            ):
                continue
            if item.rule.id in _FILED and not (now and _come_true(*orgs[ord(now) - 0xE400], context)):
                continue
            if item.rule.id in _CHANGES:
                old = _subject(masked, old) or ""
            if not old or old in told or PART.match(masked, masked.index(old) + 1):
                continue
            date = next((mark for name, mark in sorted(groups.items()) if name[0] == "d" and mark), None)
            turned = re.search(r"\buntil\sthen\b|\bthen\b", match[0]) and re.match(
                rf"[^;\ue400-\ue5ff]{{0,60}}?\bbecame\s{_O}", masked[match.end() :]
            )
            day = days[ord(date) - 0xE600] if date else None
            if not date and (item.rule.id not in _UNDATED or turned or _TURNS.search(masked, 0, match.start())) and not _NOW.search(match[0]):
                day = _day(masked, match, days, item.rule.id in _NEW_DATE)
            if not day and (ended := _ENDED.match(masked, match.end())):
                day = days[ord(ended["d"]) - 0xE600]
            pairs = [(old, day)]
            more = AND_BEFORE.match(masked, match.end()) if match[0].endswith(old) else None
            while more:
                pairs.append((more["y"], days[ord(more["d"]) - 0xE600] if more["d"] else None))
                more = AND_BEFORE.match(masked, more.end())
            words, org = orgs[ord(now) - 0xE400] if now else ("", context.filer)
            holder = current(context, words, org)
            for mark, when in pairs:
                name, last = in_full(old_name(*orgs[ord(mark) - 0xE400], context), context.text(sequence), start, end)
                if not other(name, context.filer.name, context.filer.name) and item.rule.id not in _CHANGES:
                    continue
                if mark != old and orgs[ord(mark) - 0xE400][1] == context.filer:
                    continue  # the next in a list of companies
                if not name or not holder.name or not is_full_name(name) or not other(name, words, holder.name):
                    continue
                told.add(mark)
                source = Source(item.rule.name, item.rule.confidence, (context.evidence(sequence, start, last),))
                yield FormerNameClaim(holder, name, source, used_until=when)
    if not told and context.filer.name and (own := own_name(masked, orgs, context.filer)):
        name = orgs[ord(own.old) - 0xE400][0].strip(' ,“”"')
        if other(name, context.filer.name, context.filer.name):
            source = Source(OWN.name, OWN.confidence, (context.evidence(sequence, start, end),))
            yield FormerNameClaim(context.filer, name, source, used_until=days[ord(own.date) - 0xE600] if own.date else None)


_OWNERS = frozenset({"our", "its", "their"})


def _matches(pattern: re.Pattern[str], masked: str, orgs: list[tuple[str, OrgRef | None]]) -> Iterator[re.Match[str]]:
    """Matches of a pattern, read anew behind "our" where that would be the old name ("our landlord, Widget Ltd., became …")."""
    match = pattern.search(masked)
    while match:
        old = match.groupdict().get("y")
        owner = bool(old) and orgs[ord(old or "") - 0xE400][0].lower() in _OWNERS
        if not owner:
            yield match
        match = pattern.search(masked, match.start() + 1 if owner else max(match.end(), match.start() + 1))


_SUBJECTS = frozenset({"former-name-called-then", "former-name-traded-as"})
"""Rules whose company is the subject of the sentence, with words between."""
_HIS_FIRM = late(rf"['’]?s?\s(?:[\w-]+\s){{0,3}}?{OTHERS}")
_FIRM_OF = late(rf"\b{OTHERS}\s(?:of|to|by|for)\s(?:the\s)?$")


def _of_another(masked: str, now: str, orgs: list[tuple[str, OrgRef | None]]) -> bool:
    """Is the subject something of the company ("our parent was …", "the sole shareholder of the Company was …")?"""
    at = masked.index(now)
    if orgs[ord(now) - 0xE400][0].lower() in _OWNERS and _HIS_FIRM.match(masked, at + 1):
        return True
    return bool(_FIRM_OF.search(masked[max(0, at - 32) : at]))


def _others_told(masked: str, at: int, old: str, orgs: list[tuple[str, OrgRef | None]], filer: OrgRef) -> bool:
    """Does the sentence speak of another company before `at`, so that a name without a bearer may be that one's?"""
    return any(m[0] != old and orgs[ord(m[0]) - 0xE400][1] != filer for m in re.finditer(_O, masked[:at]))


_FILED = frozenset({"former-name-to-change-name", "former-name-exchange-name"})
"""Rules that tell of a change only where the new name is the filer's."""
_TURNS = late(r"\b(?:chang|renam|rebrand|rechristen|replac|dropp|abandon|adopt|shed)\w*\s(?:[\w’']+\s){0,2}$", re.I)
_NOW = late(r"\b(?:now|today|currently)\s(?:known|called|named|styled)\b", re.I)
"""The sentence tells what a company is called at its writing, and its date is that of something else."""
_ENDED = late(rf"[”\"]?,?\s(?:(?:from|since)\s[^;.]{{1,50}}?\s)?(?:until|up\sto|before|prior\sto)\s(?:[^;.\ue600-\ue7ff]{{0,90}}?\s)?(?P<d>{_D})")
"""Until when the company bore the name."""


_DOUBT = late(r"\b(?:may|might|could|would|if)\b", re.I)


def _come_true(words: str, org: OrgRef | None, context: Context) -> bool:
    """Is the name that a company is to take the one under which it files?"""
    return org == context.filer and is_full_name(words.strip(' ,“”"')) and org_key(words) == org_key(context.filer.name)


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


_FOUNDED = gate(
    r"\b(?:c[ao]me\sinto|formed|founded|incorporated|organi[sz]ed|established|constituted|chartered|registered|set\sup|began|started"
    r"|commenced|continued|born)\b", re.I
)  # fmt: skip
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
    told = [(start, min(end, start + LONGEST)) for start, end in told]
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
        holder = current(context, words, org)
        if not holder.name or org_key(old) in (org_key(holder.name), org_key(words)) or not is_name(old):
            continue
        low, high = bisect_right(ends, past.start), bisect_right(ends, past.end - 1)
        quotes = tuple(context.evidence(sequence, *spans[n]) for n in range(low, min(high, len(ends) - 1) + 1))
        day = days[ord(past.date) - 0xE600] if past.date else None
        yield FormerNameClaim(holder, old, Source(HISTORY.name, HISTORY.confidence, quotes), used_until=day)


def _day(masked: str, match: re.Match[str], days: list[str], founded: bool) -> str | None:
    """The day of a change of name: an effective date, or one at the head of the sentence."""
    effective = re.search(
        rf"\b(?:effective|with\seffect\sfrom|as\sof|on|in|during\sthe\s\w+\s\w+\sof)\s(?P<d>{_D})", masked[match.end() : match.end() + 60].partition(";")[0]
    )
    if founded:
        return days[ord(effective["d"]) - 0xE600] if effective else None
    inside = re.search(_D, match[0])
    head = [m for m in re.finditer(_D, masked[: match.start()]) if not _OF_PAPER.search(masked, 0, m.start())]
    found = effective["d"] if effective else inside[0] if inside else head[-1][0] if head else None
    return days[ord(found) - 0xE600] if found else None


_OF_PAPER = late(r"(?<!\b[Aa]mendment\s)(?<!\b[Aa]rticles\s)(?<!\b[Cc]ertificate\s)\bdated(?:\s(?:as\s)?of)?\s(?:the\s)?$")
"""Before the day of an agreement that names a company, which tells nothing of its names."""
_ARTICLE_HINT = gate(r"\b[Nn]ame\sof\s(?:the|this|said|such)\s(?:\w+\s)?(?:[Cc]orporation|[Cc]ompany|[Pp]artnership|[Tt]rust|[Ee]ntity|[Aa]ssociation)\b")


def _others(context: Context, sequence: int, start: int, end: int) -> bool:
    """Does a sentence name an organisation other than the filer, or the filer by a name that it does not bear now?"""
    text, mine = context.text(sequence), org_key(context.filer.name)
    return any(
        m.org != context.filer or (is_full_name(text[m.start : m.end]) and org_key(text[m.start : m.end]) != mine)
        for m in context.orgs_in(sequence, start, end)
    )


_RENAMED = late(
    rf"\b(?:name\schange|new\s(?:corporate\s)?name|renam\w+|chang(?:e|ed|ing)\s(?:of\s|in\s)?(?:(?:its|our|the|{_O}['’]?s?)\s)?(?:corporate\s)?name|name\s[^.;]{{0,30}}\bdates\sfrom)\b",
    re.I,
)
_BARE_NAMES = frozenset({"former-name-former-name", "former-name-old-name-is", "former-name-name-had-been", "former-name-own"})


def _dated(claim: FormerNameClaim, names: NameMask, around: Sequence[tuple[int, int]]) -> FormerNameClaim:
    """A former name of the filer that its sentence gives without a day, with that of the change told beside it."""
    if claim.used_until or claim.org != names.context.filer or claim.source.rule.partition("_")[0] not in _BARE_NAMES:
        return claim
    for start, end in around:
        days: list[str] = []
        said = names.masked(start, min(end, start + 600), [], days)
        if len(set(days)) == 1 and _RENAMED.search(said) and not _UNREAL.search(said):
            return replace(claim, used_until=days[0])
    return claim


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
                told += amended(names, sentences, index)
            if end - start < 2 * LINE:
                told += heading(names, sentences[index - 1] if index else None, (start, end))
            told += labelled(names, start, min(end, start + LONGEST))
            known = {org_key(claim.name) for claim in told}
            read = _read(names, start, min(end, start + LONGEST))
            around = (*sentences[max(0, index - 1) : index], *sentences[index + 1 : index + 2])
            for claim in [*told, *(_dated(c, names, around) for c in read if org_key(c.name) not in known)]:
                key = org_key(claim.name)
                if key in header:
                    continue
                place = (org_key(claim.org.name), key)
                if place in best and claim in told and best[place].source.rule == HISTORY.name:
                    place = (place[0], f"{key} {claim.used_until}")  # the same words, another legal form
                if place not in best or (claim.used_until and not best[place].used_until):
                    best[place] = claim
    yield from best.values()
