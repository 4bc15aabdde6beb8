"""Offices told in one sentence and gone on with in the next → the same facts with dates, successors and departures.

"Dr. Roe will take office on March 1" dates what came before; "her predecessor, John Doe" tells who left.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.person_mask import Masked, O, Office, P, T
from kg.extract.position_grammar import APPOINT, DEPART
from kg.extract.position_merge import Fact
from kg.extract.position_pages import Pages
from kg.extract.position_reading import Reading
from kg.extract.rules import Rule
from kg.model import OrgRef

LEAVES = Rule(
    "position-leaves", 1, "A departure said without the office, which another sentence names.",
    ("“Good,” said Jane Roe, our Treasurer. As announced, Ms. Roe will retire on September 30, 2012.",),
    ("“Good,” said Jane Roe, our Treasurer. Ms. Roe never left the room.",), 0.75,
)  # fmt: skip
PREDECESSOR = Rule(
    "position-predecessor", 1, "Whom the person just appointed took over from.",
    ("On May 4, 2012 Jane Roe became Treasurer. Her predecessor, John Doe, had served for ten years.",), (), 0.7,
)  # fmt: skip
SUCCESSOR = Rule(
    "position-successor", 1, "Who follows the officer who leaves.",
    ("Jane Roe, our Treasurer, will leave on May 31, 2012; her successor will be John Doe.",), (), 0.75,
)  # fmt: skip
SUCCESSION = Rule(
    "position-succession", 1, "Who follows whom in the office that the sentence before names.",
    ("Jane Roe will retire as Treasurer on May 31, 2012. She will be succeeded, from June 1, 2012, by John Doe.",
     "We welcomed Jane Roe as Treasurer on May 4, 2012. She takes over from John Doe.",
     "Jane Roe, who has been Chairman, will hand that office to John Doe on June 1, 2012."),
    ("Jane Roe will retire as Treasurer on May 31, 2012. She will be followed home by John Doe.",), 0.75,
)  # fmt: skip
HELD_BEFORE = Rule(
    "position-held-before", 1, "The office that somebody had who died or left.",
    ("Jane Roe died on February 24, 2012. She had been our Treasurer since 2003.",), (), 0.75,
)  # fmt: skip
PRESENT = Rule(
    "position-present", 1, "When somebody came to the present office, which a table or another sentence names.",
    ("Jane Roe, our Treasurer, spoke. Ms. Roe joined us in 2004 and was promoted to her present post in May 2010.",),
    ("Jane Roe, our Treasurer, spoke. Ms. Roe was promoted in a present position of strength in May 2010.",), 0.75,
)  # fmt: skip
SINCE = Rule(
    "position-held-since", 1, "Since when somebody has had the office that a table or another sentence names.",
    ("Jane Roe\t51\tTreasurer\n\nMs. Roe has held her post since April 2010.",),
    ("Jane Roe, our Treasurer, spoke. Ms. Roe has held her tongue since April 2010.",), 0.75,
)  # fmt: skip
SENTENCE_RULES = (SINCE, PRESENT, LEAVES, PREDECESSOR, SUCCESSOR, SUCCESSION, HELD_BEFORE)
"""Rules that join two sentences or clauses; the others are the frames."""


_D = "[\ue600-\ue7ff]"
_NOT_P = f"[^;{P[1:-1]}]"
_NOT_PT = f"[^;{P[1:-1]}{T[1:-1]}]"

_TAKES_OFFICE = gate(
    rf"(?P<p>{P})(?:['’]s?)?(?:{_NOT_P}{{0,90}}?\b(?P<verb>(?:will\s)?(?:(?:take|takes|took)(?!\seffect)"
    rf"|assume[sd]?|begin|begins|began|start|starts|started|commence[sd]?|join|joins|joined|enter"
    rf"|enters)\b{_NOT_PT}{{0,60}}?)"
    rf"|{_NOT_P}{{0,160}}?\b(?P<n>appointment|election|promotion|resignation|retirement|departure|employment"
    rf"|tenure)[^;]{{0,160}}?\b(?:effective|takes?\seffect|took\seffect|become[s]?\seffective|begin|begins"
    rf"|commence[s]?|was\seffective)\b{_NOT_PT}{{0,30}}?)(?P<d>{_D})"
)
_LAST_DAY = gate(
    rf"(?P<p>{P})(?:['’]s?)?\s(?:(?:last|final)\s(?:working\s|full\s)?day|employment|service|tenure|term)\b{_NOT_PT}{{0,60}}?"
    rf"\b(?:(?:will\s|is\sto\s)be|is|was|(?:will\s|is\sto\s)?(?:end|conclude|cease|terminate)s?|ended|concluded)"
    rf"\s(?:on\s|as\sof\s|effective\s)?(?P<d>{_D})"
)
_ALL_EFFECTIVE = gate(
    rf"^\W*(?:[Bb]oth|[Aa]ll|[Ee]ach|[Tt]hese|[Tt]he|[Ss]uch|[Tt]hose)\b[^;]{{0,40}}?\b(?P<n>appointments?"
    rf"|elections?|promotions?|changes?|resignations?|departures?|retirements?|moves?|of\sthem|of\sthese|men"
    rf"|women|started|start|began|took\soffice)\b"
    rf"[^;]{{0,60}}?\b(?:effective|effect|date[sd]?|began|begins?|start(?:s|ed)?|office|work|valid"
    rf"|force)\b{_NOT_PT}{{0,40}}?(?P<d>{_D})"
)


_CLOSED = gate(
    rf"\b(?:[Cc]losing|[Mm]erger|[Ee]ffective\s[Tt]ime|[Tt]ransactions?|[Oo]ffering|[Aa]cquisition|[Ee]xchange)\s(?:\w+\s)?(?:took\splace|occurred|was\scompleted|were\scompleted|closed"
    rf"|was\sconsummated|became\seffective|was\seffected)\s(?:on\s|as\sof\s)?(?P<d>{_D})"
)
_AT_CLOSING = late(
    r"(?i)\b(?:(?:up)?on|at|following|immediately (?:after|prior to|before|following)|in connection with|as of) (?:the )?"
    r"(?:(?:closing|completion|consummation|effectiveness)\b|(?:effective time|merger|offering|share exchange|transactions?)\b)"
)


def follow(masked: Masked, pending: list[Fact]) -> list[Fact]:
    """Facts of the sentences before with the dates that this sentence gives them."""
    own: dict[tuple[str, str], str] = {}
    for match in _TAKES_OFFICE.finditer(masked.text):
        if _NOW.search(match[0]):
            continue  # the present office is none of those told before
        kind = "departed" if match["n"] in ("resignation", "retirement", "departure") else "appointed"
        own[masked.person(match["p"]).name, kind] = masked.date(match["d"])
    for match in _LAST_DAY.finditer(masked.text):
        own[masked.person(match["p"]).name, "departed"] = masked.date(match["d"])
    closed = _CLOSED.search(masked.text)
    every = _ALL_EFFECTIVE.search(masked.text)
    kind = ""
    if every:
        kind = "departed" if re.match("resign|depart|retire", every["n"]) else "any"
    out: list[Fact] = []
    for fact in pending:
        mine = own.get((fact.person, fact.event))
        if closed and not fact.date and fact.event != "holds" and _AT_CLOSING.search(fact.evidence[0].exact):
            out.append(replace(fact, date=masked.date(closed["d"]), firm=True))
        elif mine and len(mine) >= 7:
            out.append(replace(fact, date=mine, firm=True))
        elif every and fact.event != "holds" and not fact.firm and kind in (fact.event, "any"):
            out.append(replace(fact, date=masked.date(every["d"]), firm=True))
        else:
            out.append(fact)
    return out


_LEAVES = gate(
    rf"(?P<p>{P})(?P<gap>(?:,\s{T},)?{_NOT_PT}{{0,80}}?)\b(?P<v>{DEPART}|(?:employment|service)\b{_NOT_PT}{{0,60}}?\b(?:end|terminate|cease|conclude)(?:s|d|ed)?)\b(?P<after>{_NOT_PT}{{0,90}}?)(?P<d>{_D})"
)
_NOW = late(r"\b(?:present|current)\s(?:positions?|offices?|posts?|roles?)\b")
_PRESENT = gate(
    rf"(?P<p>{P})[^;]{{0,160}}?\b(?:(?:promoted|appointed|elected|named|advanced)\sto|assumed|took\s(?:up|over)|entered(?:\s(?:up)?on|\sinto)?|began|acceded\sto|came\s(?:in)?to)\s(?:(?:{P}’s|his|her|their|the)\s(?:present|current)|{P}’s|his|her)"
    rf"\s(?:positions?|offices?|posts?|roles?)\b{_NOT_PT}{{0,30}}?(?P<d>{_D})"
)
_HELD_SINCE = gate(
    rf"(?P<p>{P})\s(?:has|have)\s(?:held|occupied|filled|had|been\sin|served\sin)\s(?:{P}’s|his|her|their|the)\s(?:present\s|current\s|own\s)?"
    rf"(?:positions?|offices?|posts?|roles?|jobs?)\s(?:ever\s)?since\s{_NOT_PT}{{0,30}}?(?P<d>{_D})"
)
_STAYS_UNTIL = gate(
    rf"(?P<p>{P})(?P<gap>)\s(?P<v>(?:will\s|is\sto\s|has\sagreed\sto\s|intends\sto\s)?(?:stays?|remains?|works?\sfor)(?:\son)?(?:\s(?:with\s)?(?:us|{O}))?"
    rf"(?:\s(?:at|in)\s(?:{P}’s|his|her)\s(?:post|place|position|job|role))?)(?:\suntil|\sthrough)\s(?P<after>)(?P<d>{_D})"
)
_DIED = gate(
    rf"\b[Oo]n\s(?P<d>{_D}),?\s[^;{P[1:-1]}{T[1:-1]}]{{0,40}}?(?P<p>{P})(?P<gap>(?:,\s{T},)?\s)(?P<v>died|passed\saway)\b(?P<after>)"
)
_OWN_LEAVING = late(rf"{_NOT_PT}{{0,60}}?\b{DEPART}\b{_NOT_PT}{{0,60}}?(?P<d>{_D})")
_NOT_OFFICE = late(
    r"\b(?:committee|plan|agreement|exercise|trial|study|voting|shares|if|may|would|could|not|never|until|had"
    r"|from\s(?!the\s(?:company|board)|his|her|service|employment|all))\b",
    re.I,
)
_STAYS = gate(r"\b(?:withdr[ae]w\w*(?!\s(?:from|as)\s)|rescind\w*|revok\w+|retract\w*|reconsidered|treated\sas\swithdrawn|changed\s(?:his|her)\smind|thought\sbetter\sof)\b")


def said_without_office(
    pages: Pages, window: tuple[int, int], masked: Masked, readings: list[Reading], before: list[Fact]
) -> Iterator[Fact]:
    """A departure, or its withdrawal, of an officer whose office another sentence names; the title is left empty."""
    gone = {masked.person(r.person).name for r in readings if r.event != "holds" or not r.rule.id.endswith("-beside")}
    evidence = pages.context.evidence(pages.document.sequence, *window)
    here = {p.name for p in masked.people}
    letter = any(f.event == "departed" and f.person in here for f in before)
    if _STAYS.search(masked.text) and (letter or re.search(r"\b(?:resign|notice|retire)", masked.text)):
        match = re.search(P, masked.text)
        if match:
            yield Fact(
                masked.person(match[0]).name,
                pages.context.filer,
                "",
                "withdrawn",
                None,
                "position-withdrawn_1",
                0.8,
                (evidence,),
            )
        return
    for match in _PRESENT.finditer(masked.text):
        name, date = masked.person(match["p"]).name, masked.date(match["d"])
        yield Fact(name, pages.context.filer, "", "promoted", date, PRESENT.name, PRESENT.confidence, (evidence,))
    for match in _HELD_SINCE.finditer(masked.text):
        name, date = masked.person(match["p"]).name, masked.date(match["d"])
        yield Fact(name, pages.context.filer, "", "since", date, SINCE.name, SINCE.confidence, (evidence,))
    for match in (*_LEAVES.finditer(masked.text), *_DIED.finditer(masked.text), *_STAYS_UNTIL.finditer(masked.text)):
        name, date = masked.person(match["p"]).name, masked.date(match["d"])
        if (
            name in gone
            or _NOT_OFFICE.search(match["gap"] + " " + match["after"])
            or any(masked.org(o).org != pages.context.filer for o in re.findall(O, match["after"]))
            or len(date) < 7
        ):
            continue
        filed = pages.context.filed
        if filed and abs(int(date[:4]) - int(filed[:4])) > 1:
            continue
        yield Fact(name, pages.context.filer, "", "departed", date, LEAVES.name, LEAVES.confidence, (evidence,))


_WAS = late(rf"(?:(?P<p>{P})(?:,\s[^,;{P[1:-1]}{T[1:-1]}]{{1,40}},)?|\b(?:he|she))\s(?:was|had\sbeen|served\sas|had\sserved\sas)\s(?P<t>{T})(?!,?\s(?:until|through|from\s{_D}|by)\b)")


def offices_had(masked: Masked) -> dict[str, Office]:
    """The offices that persons of a sentence are said to have had, by name."""
    had: dict[str, Office] = {}
    for told in _WAS.finditer(masked.text):
        named = re.findall(P, masked.text[: told.end()])
        office = masked.office(told["t"])
        if named and not office.former:
            had.setdefault(masked.person(told["p"] or named[-1]).name, office)
    return had


def with_office(fact: Fact, had: dict[str, Office], filer: OrgRef) -> Fact:
    """A departure said without the office, with that which the person is said to have had."""
    office = had.get(fact.person)
    if fact.title or fact.event != "departed" or office is None or office.org not in (None, filer):
        return fact
    return replace(fact, title=" ".join(office.title.text.split()).strip(" ,"), rule=HELD_BEFORE.name, confidence=HELD_BEFORE.confidence)


_PREDECESSOR = gate(
    rf"\b(?:predecessor(?:\sas\s{T}|\sin\s(?:[^,;{P[1:-1]}{T[1:-1]}]{{0,40}}|{T}))?,?\s(?P<a>{P})|(?P<b>{P}),?\s(?:his|her|my|’s)\s(?:immediate\s)?predecessor)"
)


_SUCCESSOR = gate(
    rf"\bsuccessor(?:,|\s(?:will\sbe|is|was|is\sto\sbe|has\sbeen))\s(?:named\s"
    rf"|appointed\s)?(?P<a>{P})(?:{_NOT_PT}{{0,60}}?(?P<d>{_D}))?"
)


_FOLLOWED_BY = gate(
    rf"(?P<old>{P})(?:,\swho\s[^;{P[1:-1]}]{{0,120}},)?[^;{P[1:-1]}{T[1:-1]}]{{0,60}}?\b(?:(?:will\sbe|was|is|has\sbeen)\s(?:succeeded|replaced)"
    rf"(?P<mid>[^;{P[1:-1]}{T[1:-1]}]{{0,60}}?)\sby"
    rf"|(?:hand(?:s|ed)?|pass(?:es|ed)?|turn(?:s|ed)?)\s(?:over\s|on\s)?(?:that|this|the)\s(?:office|post|position|role)"
    rf"\s(?:over\s|on\s)?to)\s(?P<new>{P})"
)
_FOLLOWS = gate(
    rf"(?P<new>{P})[^;{P[1:-1]}{T[1:-1]}]{{0,60}}?\b(?:succeed(?:s|ed)?|replace[sd]?|(?:takes?|took|taking)\sover\sfrom"
    rf"|(?:takes?|took)\sthe\splace\sof|succeeding|replacing)\s(?P<old>{P})(?!['’\ue200-\ue3ff])(?!,?\s(?:as|in|on|at)\s)"
    rf"(?P<mid>(?:,\swho\s[^;{P[1:-1]}{T[1:-1]}]{{0,60}})?)"
)
_HAD_BEEN = gate(
    rf"(?P<p>{P})\s(?:had\sbeen|was|had\sserved\sas|served\sas|has\sbeen|has\sserved\sas)\s(?P<t>{T})(?=\s(?:since|for|from)\b)"
)


def successions(
    pages: Pages, window: tuple[int, int], masked: Masked, before: list[Fact], facts: list[Fact]
) -> Iterator[Fact]:
    """Who follows whom in an office named before: "She takes over from John Doe, who retired in May"."""
    evidence = pages.context.evidence(pages.document.sequence, *window)
    for match in (*_FOLLOWED_BY.finditer(masked.text), *_FOLLOWS.finditer(masked.text)):
        new, old = masked.person(match["new"]).name, masked.person(match["old"]).name
        if new == old:
            continue
        told = [f for f in (*before, *facts) if f.title and f.person in (new, old)]
        ends = ((old, "departed"), (new, "appointed"))
        known = next((f for f in reversed(told) if (f.person, f.event) in ends), None)
        known = known or next((f for f in reversed(told) if (f.person, f.event) == (old, "holds")), None)
        if known is None:
            continue
        own = re.search(_D, match["mid"]) if "mid" in match.groupdict() and match["mid"] else None
        after = re.match(rf"[^;{P[1:-1]}]{{0,40}}?({_D})", masked.text[match.end() :])
        for person, event in ((old, "departed"), (new, "appointed")):
            if any(f.person == person and f.event == event for f in told):
                continue
            clause = match["old"] in match[0] and bool(match["mid"]) and ", who" in match["mid"]
            date = None
            if own and (event == "departed") == clause:
                date = masked.date(own[0])
            elif after and not own:
                date = masked.date(after[1])
            elif known.event != "holds" and not clause:
                date = known.date
            if known.event == "holds" and not date:
                continue
            yield replace(
                known, person=person, event=event, date=date, rule=SUCCESSION.name,
                confidence=SUCCESSION.confidence, evidence=tuple(dict.fromkeys((*known.evidence, evidence)))[:3],
            )  # fmt: skip
    for match in _HAD_BEEN.finditer(masked.text):
        who, office = masked.person(match["p"]).name, masked.office(match["t"])
        gone = next((f for f in reversed(before) if f.person == who and f.event == "departed" and not f.title), None)
        if gone and not any(f.title and f.person == who and f.event == "departed" for f in before):
            title = " ".join(office.title.text.split()).strip(" ,")
            yield replace(
                gone, title=title, org=office.org or gone.org, rule=HELD_BEFORE.name,
                confidence=HELD_BEFORE.confidence, evidence=(*gone.evidence, evidence)[:3],
            )  # fmt: skip


_TO_SUCCEED = late(
    rf"(?:(?P<a>{P})[^;{P[1:-1]}{T[1:-1]}]{{0,60}}?\b(?:was|were|is|has\sbeen|will\sbe)\s(?:\w+ly\s)?{APPOINT}\b[^;{P[1:-1]}{T[1:-1]}]{{0,60}}?"
    rf"|\b{APPOINT}\s(?P<b>{P})(?:,\s[^;{P[1:-1]}]{{1,80}}?,)?)\sto\s(?:succeed|replace|follow)\s(?:him|her|{P})(?=[.,;]|\s(?:effective|on|as\sof)\b|$)"
)


def predecessors(masked: Masked, pending: list[Fact], facts: list[Fact]) -> Iterator[Fact]:
    """Whom the person just appointed took over from ("My predecessor, John Doe, …"), or who follows one who left."""
    for match in _SUCCESSOR.finditer(masked.text):
        who = masked.person(match["a"]).name
        old = next(
            (f for f in reversed(pending + facts) if f.event == "departed" and f.person != who and f.title), None
        )
        if old and not any(f.person == who and f.event == "appointed" for f in facts):
            date = masked.date(match["d"]) if match["d"] else old.date
            then = replace(old, person=who, event="appointed", date=date)
            yield replace(then, rule=SUCCESSOR.name, confidence=SUCCESSOR.confidence)
    for match in _TO_SUCCEED.finditer(masked.text):
        who = masked.person(match["a"] or match["b"]).name
        left = [f for f in pending if f.event == "departed" and f.person != who and f.title]
        if left and len({f.person for f in left}) == 1 and not any(f.person == who and f.event != "holds" for f in facts):
            days = [masked.date(m) for m in re.findall(_D, masked.text)]
            then = replace(left[-1], person=who, event="appointed", date=days[0] if len(days) == 1 else None, firm=True)
            yield replace(then, rule=SUCCESSOR.name, confidence=SUCCESSOR.confidence)
    for match in _PREDECESSOR.finditer(masked.text):
        who = masked.person(match["a"] or match["b"]).name
        new = next((f for f in reversed(pending + facts) if f.event == "appointed" and f.person != who), None)
        if new:
            own = _OWN_LEAVING.match(masked.text, match.end())
            gone = replace(new, person=who, event="departed", date=masked.date(own["d"]) if own else new.date)
            yield replace(gone, rule=PREDECESSOR.name, confidence=PREDECESSOR.confidence)
