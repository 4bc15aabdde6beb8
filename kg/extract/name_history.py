"""A passage with organisations and dates as marks → how a company's name went on: each name ends where the next begins.

"Formed in 2004 as A, Inc., it became B Corp. in 2010 and took its present name in 2012" tells of two former names: A,
until 2010, and B, until 2012. The events may stand in several sentences.
"""



from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.rules import Rule

_O, _D = "[\ue400-\ue5ff]", "[\ue600-\ue7ff]"
_NOT_O = r"[^;\ue400-\ue5ff]"
HISTORY = Rule(
    "former-name-history", 1, "The names of a company one after another, each until the next.",
    ("The Company was organized in Utah in 1983 as Widget Leasing, Inc.; it became Widget Bingo Corp. in 1991 and, in"
     " April 1999, Acme Therapeutics, Inc.",
     "We were incorporated in May 2004 under the name Pool Supply, Inc. On February 8, 2010 we amended our articles to"
     " become Widget Acquisition Corp., and on April 19, 2010 we assumed our present name.",
     "We began life in 1994 as Helixware, a software house."),
    ("The Company was incorporated in Delaware as a corporation and became Acme's supplier.",
     "The Company was formed as Nevada corporation.",
     "In 1968 Acme was incorporated in California, in what became known as Silicon Valley.",
     "We may change our name and become Widget Tools Corp. in 2013."),
    0.9,
)  # fmt: skip
_START = gate(
    r"\b(?:(?:formed|founded|incorporated|organi[sz]ed|established|constituted|chartered|registered|set\sup)(?!\s(?:an?|our|the|two|several|another)\s(?:[\w-]+\s){0,4}(?:subsidiar|compan|corporation|venture|entit|affiliate|partnership))|continued(?=\s(?:under|into|in|as)\b)|born(?:\sas)?(?=\s[“\"]?[\ue400-\ue5ff])"
    r"|(?:began|started|commenced)(?:\s(?:its\s|our\s)?(?:life|business|operations|existence|trading|out|up))?|c[ao]me\sinto\s(?:being|existence|the\sworld|life)|saw\sthe\slight(?:\sof\sday)?)\b"
    rf"(?:{_NOT_O}|{_O}(?=['’])){{0,120}}?\b(?:as(?:\san?\s[^;,\ue400-\ue7ff]{{3,60}},)?|under\sthe\s(?:corporate\s)?name(?:\sof)?|by\sthe\sname\sof|with\sthe\sname"
    rf"|called|named|(?<=born))\s[“\"]?(?P<y>{_O})(?!['’]s?\s)",
    re.I,
)
_CHANGE = gate(
    r"\b(?:(?<!what\s)(?:became|become)(?:\sknown\sas)?"
    r"|(?:emerged|relaunched|rebranded|restyled|re-?registered|reconstituted|redesignated)(?:\sitself|\sourselves)?\s(?:as|to)"
    rf"|(?:converted|reorgani[sz]ed|reincorporated|redomesticated|continued|merged)\b[^;\ue400-\ue5ff]{{0,80}}?\s(?:bearing|under|with|taking|assuming)\sthe\s(?:\w+\s)?name(?:\sof)?"
    r"|(?:converted|reorgani[sz]ed)\s(?:in)?to"
    rf"|chang(?:ed|ing)\s(?:its|our|the|their|{_O})\s(?:\w+\s)?name\s(?:again\s|"
    rf"(?:in|on)\s{_D}\s|from\s{_O}\s){{0,3}}to"
    r"|re-?named(?:\sitself|\sourselves)?(?:\sas|\sto)?|rechristened|(?:been|was|were)\s(?:called|known\sas)"
    r"|name\s(?:of\sthe\s\w+\s)?(?:was|were|has\sbeen|had\sbeen)\s(?:again\s|then\s|later\s|subsequently\s)?(?:changed|amended)\sto"
    r"|which\s(?:name\s)?was\s(?:later\s|then\s|subsequently\s)?changed\sto"
    r"|(?:took|taking|assum(?:ed|ing)|adopt(?:ed|ing))\sthe\s(?:new\s)?(?:corporate\s)?name(?:\sof)?)"
    rf"\s[“\"]?(?P<y>{_O})(?!['’]|\s(?:subsidiar|shareholder|stockholder|supplier|division|unit))"
)
_PRESENT = gate(
    rf"(?:\b|(?={_O}))(?:(?:took|taking|assum(?:ed|ing)|adopt(?:ed|ing)|acquired|received|borne|bore|used|had|gone\sby|operated\sunder|chang(?:ed|ing)\s(?:its|our)\sname\sto|g[ai]v(?:en?|ing|es)(?:\s(?:to\s)?(?:it|us|{_O}))?)"
    rf"\s(?:its|our|their|the|{_O})\s(?:present|current|existing)\s(?:\w+\s)?name\b"
    rf"|(?:its|our|the|{_O})\s(?:present|current|existing)\s(?:\w+\s)?name\s(?:(?:was|has\sbeen)\s(?:adopted|assumed|taken|chosen|used|in\suse|given)\b|dates\s(?:from|back\sto)\b|goes\sback\sto\b)"
    rf"|(?:took|assum(?:ed|ing)|adopt(?:ed|ing)|g[ai]v(?:en?|ing|es)(?:\s(?:to\s)?(?:it|us|{_O}))?)\sthe\sname\s(?:that\s|which\s)?(?:it|we|{_O})\s(?:now\s|today\s)?bears?"
    rf"|\bto\s(?:its|our|the|{_O})\s(?:present|current|existing)\s(?:\w+\s)?name\b"
    r"|changed\s(?:its|our)\sname\sto\s(?:what|that\swhich)\sit\sis\s(?:now|today))"
)
_CONVERTED = gate(rf"\b(?:converted|reorgani[sz]ed|privati[sz]ed|restructured)\b{_NOT_O}{{0,30}}?(?:in|on)\s(?={_D})")
# "…, B Corp. in 1999 and, upon its merger, C, Inc.": the verb is understood.
_THEN = late(
    rf"(?:[”\"]?,|,?\sand(?:\sthen|\slater|\sfinally)?(?:,\s[^;\ue400-\ue5ff]{{0,80}}(?:{_O}[^;\ue400-\ue5ff]{{0,10}})?,)?)"
    rf"\s(?:then\s|later\s)?(?:(?:in|on)\s{_D},?\s)?(?:again\s)?(?:to\s)?[“\"]?(?P<y>{_O})(?=,?\s(?:in|on)\s{_D}|\.?\s?$|\.\s)"
)
_AFTER = late(
    rf"[”\"]?(?:\s\([^()]{{1,60}}\))?,?\s(?:(?:effective|with\seffect)\s)?(?:(?:in|on|as\sof|since|from)\s)?"
    rf"(?:(?:late|early|mid-?)\s?)?(?P<d>{_D})"
)
_UNREAL = late(
    r"\b(?:may|might|will|would|propos\w+|intends?|if|shall|could|requires|approved?\sa\schange)\b", re.I
)
# "Widget Tools Corp. was formed in 2006. It changed its name to …": what was formed is the old name itself.
_ITSELF = gate(
    rf"(?P<y>{_O})(?:\s\([^()]{{0,60}}\))?,?\s(?:which\s)?(?:was|were)\s(?:\w+\s)?(?:formed|founded|incorporated|organi[sz]ed|established|set\sup)\b"
    rf"(?!{_NOT_O}{{0,120}}?\b(?:as|under\sthe\s(?:\w+\s)?name(?:\sof)?|called|named|by)\s[“\"]?{_O})"
    rf"[^;\ue400-\ue5ff]{{0,200}}?\b(?:chang(?:ed|ing)\s(?:its|the)\s(?:\w+\s)?name\s(?:(?:in|on)\s{_D}\s)?to|re-?named(?:\sitself)?(?:\sas|\sto)?)\s[“\"]?(?P<x>{_O})"
)
_NOT_ITSELF = late(r"\b(?:what|known|such|same|recognized|regarded|served?|acting)\b")
OTHERS = (
    r"(?:parent|landlord|lessor|partner|customer|supplier|vendor|(?:share|stock)holder|owner|bank|licen[sc][eo]|lender"
    r"|creditor|distributor|manufactur|competitor|auditor|accountant|counsel|underwriter|adviser|advisor|agent|insurer|contractor"
    r"|collaborator|acquir|buyer|seller|sponsor|investor|division|brand|product|plan|facility|plant|building)\w*"
)
"""Who or what a company has that bears a name of its own."""
_OTHERS_IS = late(rf"\b{OTHERS}\b[^;.]{{0,40}}$")
"""Before the words of a founding: it is that of somebody else."""
_REACH = 420
"""How far apart two events of one history may stand."""


@dataclass(frozen=True, slots=True)
class Event:
    """At `[start, end)` a name begins to be used: `name` is its mark, "" for the present one; `date` a mark or None."""

    start: int
    end: int
    name: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Past:
    """A name that ended: its mark, that of the name now used ("" for the company that speaks), the mark of the day."""

    old: str
    now: str
    date: str | None
    start: int
    end: int


def _date(masked: str, start: int, end: int, floor: int) -> tuple[str | None, int]:
    """The date of a change whose words stand at `[start, end)`: behind them, in them, else the last one before."""
    after = _AFTER.match(masked, end)
    if after:
        return after["d"], after.end()
    inside = re.findall(_D, masked[start:end]) or re.findall(_D, masked[floor:start])
    return (inside[-1] if inside else None), end


def _changes(masked: str, begin: int) -> Iterator[Event]:
    """Changes of name behind `begin`, in order, each near the one before."""
    found: list[tuple[int, int, str]] = [(m.start(), m.end(), m["y"]) for m in _CHANGE.finditer(masked, begin)]
    found += [(m.start(), m.end(), "") for m in _PRESENT.finditer(masked, begin)]
    at = begin
    for start, end, name in sorted(found):
        if start < at:
            continue
        if start - at > _REACH or _UNREAL.search(masked, max(at, start - 60), start):
            return
        date, at = _date(masked, start, end, at)
        yield Event(start, at, name, date)
        then = _THEN.match(masked, at) if name else None
        while then:
            date, at = _date(masked, then.start(), then.end(), at)
            yield Event(then.start(), at, then["y"], date)
            then = _THEN.match(masked, at)


def histories(masked: str) -> Iterator[Past]:
    """Names that ended, of every history that the passage tells from the founding of a company on."""
    for itself in _ITSELF.finditer(masked):
        if not _UNREAL.search(itself[0]):
            date, end = _date(masked, itself.end(), itself.end(), itself.end())
            yield Past(itself["y"], itself["x"], date, itself.start(), end)
    for first in _START.finditer(masked):
        if _UNREAL.search(masked, max(0, first.start() - 40), first.end()) or _NOT_ITSELF.search(first[0]):
            continue
        if _OTHERS_IS.search(masked, max(0, first.start() - 80), first.start()):
            continue
        before = list(re.finditer(_O, masked[max(0, first.start() - 160) : first.start()]))
        subject = before[-1][0] if before else ""
        events = [Event(first.start(), first.end(), first["y"], None)]
        other = _START.search(masked, first.end())
        events += _changes(masked[: other.start()] if other else masked, first.end())
        if len(events) == 1:
            turned = _CONVERTED.search(masked, first.end(), first.end() + 160)
            day = masked[turned.end()] if turned else None
            if turned or re.match(r"[”\"]?(?:,|\.|;|\sand\b|\sin\s|\son\s|$)", masked[first.end() :]):
                yield Past(first["y"], subject, day, first.start(), turned.end() + 1 if turned else first.end())
            continue
        now = subject or events[-1].name
        for event, follower in pairwise(events):
            if event.name:
                yield Past(event.name, now, follower.date, event.start, follower.end)
