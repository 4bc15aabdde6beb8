"""Masked sentence → who, which office, what happened, when: frames in order, what one has read left to it."""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.extract.gates import Family
from kg.extract.late import late
from kg.extract.person_mask import LIMIT, D, Masked, O, P, T, mark
from kg.extract.position_dates import event_mark, since_mark
from kg.extract.position_frame import Frame
from kg.extract.position_frames import FRAMES
from kg.extract.position_grammar import APPOINT, APPOSED, DEPART, PL, TL, TO_T, gap
from kg.extract.position_merge import office_keys
from kg.extract.position_titles import Title, offices
from kg.extract.position_unreal import left_since, refused
from kg.extract.rules import Rule


@dataclass(frozen=True, slots=True)
class Reading:
    """One office of one person in a masked sentence, by marks; `at` and `end` bound the words that say so."""

    person: str
    office: str
    event: str
    date: str | None
    rule: Rule
    at: int
    end: int
    firm: bool = True


_PERIOD = late(
    rf"\s(?:of\s)?(?:from|between)\s{D}\s(?:to|until|through|and|[-–])\s|\s(?:in\s|from\s)?{D}\s?[-–]\s?{D}"
    rf"|,?\suntil\s{D}"
)
_SINCE = late(rf",?\ssince\s(?:\w+\s)?{D}")
_CHAIN = late(
    rf"(?:\s\([^()]{{0,240}}\))?(?:,?\s(?:and|&)|[,;](?:\sand)?)\s(?:\(i+\)\s)?(?:{APPOINT}\s)?(?P<p>{PL}){APPOSED}"
    rf"(?!{gap(60)}\b(?:not|ceas\w+|resign\w*|retir\w*|left|leaves?|declin\w+|depart\w*|did|stands?|stood)\b)"
    rf"(?:{gap(60)}{TO_T}|,\sas|)\s(?P<t>{TL})"
)
_AS_TOO = late(rf"(?P<p>)(?:\sas|(?:\sso\screated|\sthus\screated)?,?\sto\sserve\sas)\s(?:an?\s)?(?P<t>{TL})")
_LISTED = late(rf"(?P<p>{P})(?:,\s{T})?(?:,|{gap(60)})?\sas\s(?P<t>{TL})")
_HELD_TOO = late(
    rf"(?P<p>)(?:\ssince[^;{P[1:-1]}{T[1:-1]}]{{0,50}})?,?\s(?:and"
    rf"|,),?\s(?:since\s{gap(20)}(?P<d>{D}),?\s)?(?:(?:also|as|has\sbeen|concurrently)\s)*(?P<t>{T})(?!,?\s{P})"
)
_ALSO_SINCE = late(rf"\s(?:since|from)\s[^;{P[1:-1]}{T[1:-1]}]{{0,40}}?{D}(?P<p>)(?:[;,]|,?\sand)\s(?:(?:and|also|as)\s){{0,2}}(?P<t>{TL})(?=[\s,]*\(?since\s)")
"""Another office behind the day since which one has the first: "Director since 1994; Chairman since 1998"."""
_CHAINED = frozenset({"position-appointed-active", "position-appointed-passive", "position-appointment-of"})
_BESIDE = frozenset({"position-named-beside", "position-title-before"})
_LISTING = _BESIDE | {"position-elected-class", "position-held-list"}
"""Frames of offices and persons in a list, of whom the words before it may tell what became of them."""
_ONE = late(r",?\s(?:also\s|now\s)?(?:is|was|has|continues|remains|serves|holds|retains|will|resigned|retired|became|becomes)\b")
_NEXT_IS_PERSON = late(rf",?\s{P}")
_OWN_CLAUSE = late(rf"(?:,\s{T}(?:\ssince\s{D})?)?,?\swho(?:m|se)?\s[^;{P[1:-1]}{T[1:-1]}]{{0,90}}?({D})")
_SEAT_AS = late(rf"(?:\s(?:on|in|from)\s{D})?,?\sas\s(?P<t>{T})")
"""Behind a seat on the board what kind it is: "joined our board as an independent director"."""
_UNTIL = late(rf",?\s(?:until|through|up\sto)\s({D})(?=[,.;)]|$)")
_LEAVING = late(
    rf"(?P<p>{P})[^;{P[1:-1]}{T[1:-1]}]{{0,80}}?\b(?:{DEPART}|goes|will\sgo|is\sgoing|is\sto\sgo|separates?|will\sseparate)\b[^;{P[1:-1]}{T[1:-1]}]{{0,60}}?(?P<d>{D})"
)
# Subordinate clauses and insertions that tell of an earlier job: left out before the frames are tried.
_EARLIER = late(
    rf",?\s(?:where|when|while|during\swhich\stime|at\swhich|before\swhich|prior\sto\swhich)\s(?:{P}|he|she"
    rf"|they)\s(?:was|were|served|had|held|worked|acted|spent|last"
    rf"|most)\b[^;,{T[1:-1]}]{{0,60}}?{T}(?:[^;,.{P[1:-1]}{T[1:-1]}]{{0,40}}?(?=,|;|\.|\sand\s|\swill\s|$))"
    rf"|(?<={D}),\swhen\s(?:{P}|he|she)\s(?:was|were)\s{APPOINT}\b[^;.{P[1:-1]}{T[1:-1]}]{{0,60}}(?:{T})?"
    rf"|,\s(?:and\s)?(?:formerly|previously|most\srecently|until\s(?:recently|{D}|then|now|today|this\s\w+|lately)|lately|once|earlier"
    rf"|at\sone\stime|before\sthat)\s(?:the\s|a\s|as\s)?{T}(?:\sof\s{O})?"
)
_PEOPLE = ("p", "p2", "p3", "p4", "p5", "p6")
_OFFICES = ("t", "t2", "t3", "t4", "t5", "t6")
"""Groups of a frame that name persons and offices, one for each of its wordings."""
_FAMILY = Family((frame, frame.pattern) for frame in FRAMES)
_Hit = tuple[Frame, re.Match[str], list[str]]


def _subjects(text: str, match: re.Match[str], said: str) -> list[str]:
    """The persons of a frame; of "…; Jane Roe; John Doe has been …" the last alone, since the verb is of one."""
    clauses = re.split(r";\s(?!and\b)", said)
    if len(clauses) > 1 and match["p"] and match.start("t") > match.end("p") and _ONE.match(text, match.end("p")):
        return re.findall(P, clauses[-1])
    return re.findall(P, said)


_HEADLINE_VERB = late(
    r"(?i)\b(?:Names?|Named|Appoints?|Appointed|Elects?|Elected|Promotes?|Promoted|Hires?|Joins?|Resigns?|Retires?|Steps?|Stepping|Departs?|Leaves?"
    r"|Succeeds?|Succeeded|Becomes?|Welcomes?|Announces?|Adds?|Departure|Resignation|Retirement|Appointment)\b"
)
_SMALL = frozenset("a an the and or of to in on at by for as with from its his her".split())


def _headline(masked: Masked) -> Masked:
    """A line in which every word is capitalised, with its words in small letters, as the frames know them."""
    if "\t" in masked.text or not _HEADLINE_VERB.search(masked.text):
        return masked
    words = [w for w in re.findall(r"[A-Za-z]{2,}", masked.text) if w not in _SMALL]
    if len(words) < 2 or not all(w[0].isupper() for w in words) or masked.text.rstrip().endswith("."):
        return masked
    low = masked.text.lower()
    return replace(masked, text=low) if len(low) == len(masked.text) else masked


def _hits(text: str) -> list[_Hit]:
    """Every match of every frame with its persons, in the order in which they are to be read."""
    hits: list[_Hit] = []
    beside: list[_Hit] = []
    for frame, pattern in _FAMILY.possible(text):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            people = _subjects(text, match, next((groups[g] for g in _PEOPLE if groups.get(g)), ""))
            (beside if frame.rule.id in _BESIDE else hits).append((frame, match, people))
            at = match.end("t") if match["t"] else -1
            too = _ALSO_SINCE.match(text, at) if at >= 0 and frame.rule.id == "position-named-beside" else None
            while too:
                beside.append((frame, too, people))
                too = _ALSO_SINCE.match(text, too.end())
            if frame.rule.id == "position-appointed-list":
                hits.extend((frame, m, [m["p"]]) for m in _LISTED.finditer(text, at))
                continue
            follow = _CHAIN if frame.rule.id in _CHAINED else _HELD_TOO if frame.rule.id == "position-held" else None
            besides = _AS_TOO.match(text, at) if at >= 0 and follow is _CHAIN else None
            if besides:
                hits.append((frame, besides, people))
            while follow and at >= 0:
                chained = follow.match(text, at)
                if chained is None:
                    break
                hits.append((frame, chained, re.findall(P, chained["p"]) or people))
                at = chained.end()
    last = next((n for n, hit in enumerate(hits) if hit[0].rule.id == "position-title-both"), len(hits))
    return hits[:last] + sorted(beside, key=lambda hit: hit[1].start()) + hits[last:]


def read_frames(masked: Masked) -> list[Reading]:
    """Every office that the frames find in a masked sentence, each (person, office) once, by the first to read it."""
    masked = _headline(masked)
    leaving = {masked.person(m["p"]).name: m["d"] for m in _LEAVING.finditer(masked.text)}
    text = _EARLIER.sub(lambda m: "_" * len(m[0]), masked.text)
    done: set[tuple[str, str]] = set()
    owned: dict[str, str] = {}
    before_name: set[str] = set()
    readings: list[Reading] = []
    hits = _hits(text)
    anchors = sorted({m.start("t") if m["t"] else m.start() for f, m, _ in hits if f.event != "holds"})
    for frame, match, people in hits:
        groups = match.groupdict()
        titles = re.findall(T, "".join(groups.get(g) or "" for g in _OFFICES))
        kind = _SEAT_AS.match(text, text.find(titles[0]) + 1) if len(titles) == 1 and masked.office(titles[0]).board_seat else None
        if kind and office_keys(masked.office(kind["t"]).title.text) == {"director"}:
            titles = [kind["t"]]
        if not titles or not people:
            continue
        start, end = match.span()
        if frame.event == "departed" and match["p"] and (told := _TOLD_TO.search(text, 0, match.start("p"))) and _THAT_HE.match(text, match.end("p")):
            people = [told["who"]]
        title_end = max(match.end("t") if groups.get("t") else end, match.end("v") if groups.get("v") else 0)
        if frame.event != "holds":
            title_end = max(title_end, end)
        if kind and titles == [kind["t"]]:
            title_end = max(title_end, kind.end())
        if frame.event == "appointed" and "attorney" in text:
            continue
        if refused(text, frame, start, end):
            for title in titles:
                owned.setdefault(title, "refused")
            continue
        if frame.rule.id in _SAME_PERSON and any(
            masked.person(p).name != masked.person(people[0]).name
            for p in re.findall(P, text[match.end("p") : match.start("v")])
        ):
            continue
        if frame.rule.id == "position-board-consists":
            people = [p for p in people if masked.person(p).spoken != "pronoun"]
            if not masked.office(titles[0]).board_seat and not masked.office(titles[0]).title.plural:
                continue
        if frame.event == "appointed" and _HAD_BEEN.search(text, start, end) and _LEAVES_TOO.search(text, end):
            continue
        if frame.event == "holds" and match["p"] and _OTHER_THAN.search(text, max(0, match.start("p") - 40), match.start("p")):
            continue
        if frame.event in ("appointed", "joined") and all(masked.office(t).former for t in titles):
            continue  # "appointed Jane Roe, formerly Treasurer of …"
        if frame.event == "holds" and (any(masked.office(t).former for t in titles) or _PERIOD.match(text, title_end)):
            continue
        if (
            re.match(r"(?i)principal\s", masked.office(titles[0]).title.text)
            and re.search(r"\(\s?$", text[: match.start("t")] if match["t"] else "")
            and frame.event == "holds"
        ):
            continue
        place = match.start("t") if match["t"] else match.start()
        if _REPORTS_TO.search(text, max(0, place - 40), place):
            continue
        if frame.rule.id in _SAME_PERSON and _THAT_HE.match(text, max(match.end("p"), match.end("t"))):
            continue  # "informed the Chairman, Jane Roe, that he resigns"
        if frame.rule.id == "position-goes-to" and re.search(r"\b[Uu]ntil\s[^;]{0,40}$", text[:place]):
            continue  # "until that day the chair was filled by John Doe"
        if frame.rule.id == "position-in-place-of" and (masked.office(titles[0]).former or _AT_PRESENT.search(text, max(0, place - 16), place)):
            continue  # "She, formerly Treasurer of Acme, came in place of John Doe"
        if frame.rule.id == "position-title-before" and _WHILE.search(text, max(0, place - 40), place):
            continue  # "While serving as Controller, Jane Roe was named Treasurer in 1999"
        if of_committee(text, masked, titles[0], place) or left_since(text, frame.event, start, title_end):
            continue
        if frame.rule.id == "position-title-before":
            if place == 0 and masked.office(titles[0]).title.plural and len(people) == 1 and text[1:3] == ", ":
                continue  # the rest of a sentence that a page cuts: "Directors, Ms. Roe will be granted …"
            if not masked.office(titles[0]).title.plural:
                people = people[:1]
            if titles[0] not in owned:
                before_name.update(people)
        elif (
            (frame.rule.id == "position-named-beside"
            and people[0] in before_name
            and _NEXT_IS_PERSON.match(text, title_end))
            or (frame.rule.id == "position-joins"
            and re.search(r"\b(?:after|where|formerly|previously|years)\b", text[match.end("v") : match.start("t")]))
        ):
            continue
        stop = next((a for a in anchors if a > title_end), len(text))
        next_person = re.search(rf"(?:;|,?\sand|\.)\s(?:as\s)?{P}|,\swhile\s", text[title_end:stop])
        limit = title_end + next_person.start() if next_person and frame.event == "holds" else stop
        event = "appointed" if frame.event == "joined" else frame.event
        if event == "appointed" and not frame.other and _SINCE.match(text, title_end):
            event = "holds"
        floor = _floor(text, start, [r.end for r in readings])
        if event == "holds":
            dated, firm = (
                since_mark(text, title_end, limit) or groups.get("d") or _since_before(text, start, match) or _since_within(text, match),
                True,
            )
        else:
            dated, firm = event_mark(text, start, title_end, stop, floor, event)
        if frame.rule.id == "position-seat-ended" and not masked.office(titles[0]).board_seat:
            continue
        if frame.rule.id == "position-until":
            dated, firm = next(groups[g] for g in ("d", "d2", "d3", "d4", "d5") if groups[g]), True
        if event == "departed" and dated and _NOT_AGAIN.search(text, start, end) and _TOLD.match(text, text.find(dated)):
            dated, firm = None, True
        if event == "holds" and frame.rule.id in _LISTING:
            head = _LIST_HEAD.search(text, 0, start)
            if head:
                event = "appointed" if head["in"] else "departed"
                own = re.match(rf"\s?[(,]\s?(?:effective\s(?:as\sof\s|on\s|from\s)?|as\sof\s|from\s|with\seffect\sfrom\s|since\s)?({D})(?=\)|[.;]|$)", text[title_end:])
                dated, firm = own[1] if own else (re.findall(D, text[: head.end()]) or [None])[-1], True
        if len(titles) == 1 and len(people) > 1 and "respectively" in text[title_end : title_end + 24]:
            titles = _each(masked, titles[0], len(people))
        pairs = (
            dict(zip(people, titles, strict=False))
            if len(titles) == len(people) > 1 and "respectively" in text[title_end : title_end + 24]
            else {}
        )
        plan = [(p, event) for p in people]
        if frame.other and groups.get("q"):
            plan.append((groups["q"], frame.other))
        for title in titles:
            if title != titles[0] and of_committee(text, masked, title, text.find(title)):
                continue
            if (
                event == "holds"
                and title in owned
                and (owned[title] != "holds" or not masked.office(title).title.plural)
            ):
                continue
            taken = (
                event != "holds"
                and owned.get(title) == event
                and not frame.other
                and frame.rule.id != "position-in-place-of"
            )
            for person, what in plan:
                if (person, title) in done or taken or pairs.get(person, title) != title:
                    continue
                if (
                    what != "departed"
                    and groups.get("q")
                    and _STAND_IN.match(masked.office(title).title.text)
                    and ", " in text[match.end("q") : match.start("t")]
                ):
                    continue  # "She succeeds John Doe, who was Acting Treasurer"
                if frame.rule.id == "position-in-place-of" and any(
                    r.event == "departed"
                    and masked.person(r.person).name == masked.person(person).name
                    and office_keys(masked.office(r.office).title.text) != office_keys(masked.office(title).title.text)
                    for r in readings
                ):
                    continue  # the words say themselves from which office, and when
                done.add((person, title))
                when = dated or (leaving.get(masked.person(person).name) if what == "departed" else None)
                if what == "departed" and (frame.rule.id == "position-in-place-of" or person == groups.get("q")):
                    clause = _OWN_CLAUSE.match(text, text.find(person) + 1) or _UNTIL.match(text, text.find(title) + 1)
                    when = clause[1] if clause else leaving.get(masked.person(person).name, dated)
                mine = _permanent(masked, title) if what == "departed" and person in _gone(frame, groups) and _comes_to(text, match, person) else title
                readings.append(Reading(person, mine, what, when, frame.rule, start, end, firm))
            owned.setdefault(title, event)
    return _share_dates(masked, readings)


_LEAVES_TOO = late(rf"\b(?:{DEPART}|resignation|retirement)\b")
_HAD_BEEN = late(rf"\bwho\shad\sbeen\s(?:\w+ly\s)?{APPOINT}\b")
"""Of one who leaves: how he or she once came to the office."""
_REPORTS_TO = late(r"\b(?:report(?:s|ed|ing)?|accountable|answerable|responsible)\s(?:directly\s)?to\s(?:the\s|our\s)?$")
"""Before the office or the board to which the person reports."""
_TOLD_TO = late(
    rf"(?P<who>{P})[^;.{P[1:-1]}]{{0,80}}?\b(?:informed|notified|told|advised|wrote\sto)\s[^;.{P[1:-1]}]{{0,40}}$"
)
"""Who tells somebody "that he resigns"."""
_THAT_HE = late(rf",?\s(?:in\swriting\s)?(?:that|of)\s(?:{P}|(?:he|she|they|his|her)\b)")
_WHILE = late(r"\b[Ww]hile\s(?:remaining|serving|acting|working|still)\s(?:as\s)?(?:an?\s|the\s|our\s)?$")
_SAME_PERSON = frozenset({"position-departed-bare", "position-departed-title-first"})
_AT_PRESENT = late(r"\b(?:currently|presently|now|at\spresent|formerly|previously)\s$")
"""Before the office of the one who comes, which is not the one that is left."""
_OTHER_THAN = late(rf"\b(?:other\sthan|except(?:\sfor)?|with\sthe\sexception\sof)\s(?:{P}(?:,|\sand)\s)*$")
_STAND_IN = late(r"(?i)(?:interim|acting)\s")
_LIST_HEAD = late(
    r"\b(?:(?P<in>IN\b(?=\s?[-–—:])|[Nn]ew\s(?:hires|faces|recruits|arrivals|appointments)|[Aa]rrivals|[Aa]ppointments|(?:[Jj]oining|[Aa]rriving|[Ii]ncoming)(?=:)|(?:re-?)?(?:elected|appointed|named(?!\s(?:executives?|officers?|NEOs)\b)|promoted|welcom(?:ed|es|ing)|hired)|took\soffice|take\soffice)|(?P<out>OUT\b(?=\s?[-–—:])|[Dd]epartures|[Rr]esignations|(?:[Rr]etiring|[Ll]eaving|[Dd]eparting|[Oo]utgoing)(?=:)|resigned"
    r"|retired|stepped\sdown|left\soffice))\b[^:;\ue200-\ue3ff]{0,90}(?::|(?<=\bIN)\s?[-–—]|(?<=\bOUT)\s?[-–—])\s"
)


def _since_before(text: str, start: int, match: re.Match[str]) -> str | None:
    """The date of "Since May 2004, …" at the head of the clause."""
    head = re.search(
        rf"\b[Ss]ince\s(?:[^;{P[1:-1]}{T[1:-1]}]{{0,40}}\s)?({D})[^;{P[1:-1]}{T[1:-1]}]{{0,22}}$",
        text[: min(match.start(g) for g in ("p", "t") if match[g]) if match["p"] else start],
    )
    return head[1] if head else None


def _since_within(text: str, match: re.Match[str]) -> str | None:
    """The date of "who since May 2004 has been …", between the name and the office."""
    if not match["p"] or not match["t"]:
        return None
    between = text[match.end("p") : match.start("t")]
    told = re.search(rf"\bsince\s({D}),?\s(?:has|have)\s(?:\w+\s)?(?:been|served|acted)\b[^,;{T[1:-1]}]{{0,40}}$", between)
    return told[1] if told else None


def _gone(frame: Frame, groups: dict[str, str | None]) -> str:
    """Who had the office before the one who comes into it in the words of a frame."""
    return groups.get("q") or "" if frame.event == "appointed" else (groups.get("p") or "") * (frame.rule.id == "position-in-place-of")


def _comes_to(text: str, match: re.Match[str], person: str) -> bool:
    """Is the office said of the one who comes, and not in apposition of the one who was there?"""
    at = text.find(person, match.start(), match.end())
    return match.start("t") < at or text[at + 1 : match.start("t")].endswith((" as ", " as the ", " as its "))


def _permanent(masked: Masked, title: str) -> str:
    """The mark of the office that somebody is to fill for the time being: "Acting Treasurer" follows a Treasurer."""
    office = masked.office(title)
    bare = _STAND_IN.sub("", office.title.text, count=1)
    if bare == office.title.text or len(masked.offices) >= LIMIT:
        return title
    masked.offices.append(replace(office, title=replace(office.title, text=bare)))
    return mark(1, len(masked.offices) - 1)


def _each(masked: Masked, title: str, count: int) -> list[str]:
    """The marks of the single offices of a title, when there are as many of them as persons; else the title itself."""
    office = masked.office(title)
    parts = offices(office.title.text)
    if len(parts) != count or len(masked.offices) + count > LIMIT:
        return [title]
    marks = []
    for part in parts:
        masked.offices.append(replace(office, title=Title(office.title.start, office.title.end, part)))
        marks.append(mark(1, len(masked.offices) - 1))
    return marks


_NOT_AGAIN = late(r"\bnot\s(?:to\s)?(?:be\s)?(?:stand|seek|offer|run)")
_TOLD = late(rf"{D},?\s{P}[^;{P[1:-1]}{T[1:-1]}]{{0,40}}?\b(?:notified|informed|advised|told|decided|announced)\b")
"""The day on which somebody says so is not the day on which he leaves."""


def _share_dates(masked: Masked, readings: list[Reading]) -> list[Reading]:
    """Undated events of a sentence get the date of another: of the same person, else of the same kind, else of any."""
    dated = [r for r in readings if r.date and r.event != "holds"]
    out = []
    for reading in readings:
        if reading.event != "holds" and not reading.date and not reading.firm and dated:
            name = masked.person(reading.person).name
            same = [r for r in dated if masked.person(r.person).name == name and r.event == reading.event]
            kind = [r for r in dated if r.event == reading.event]
            best = (same or kind or dated)[0]
            reading = replace(reading, date=best.date, firm=False)
        out.append(reading)
    return out


_BARE_CHAIR = late(r"(?i)(?:co-|vice[- ])?chair(?:man|woman|person)?$|members?$|secretary$")


def of_committee(text: str, masked: Masked, title: str, at: int) -> bool:
    """Is a bare "chairman" that of a committee or panel the sentence speaks of?"""
    if not _BARE_CHAIR.match(masked.office(title).title.text):
        return False
    before, after = text[max(0, at - 200) : at], text[at + 1 : at + 70]
    return bool(
        re.search(r"\b(?:[Cc]ommittees?|[Pp]anel|[Aa]dvisory|[Ww]orking\s[Gg]roup|[Tt]ask\s[Ff]orce)\b", before)
        or (masked.office(title).title.text.lower().startswith("co-") and not re.search(r"\b[Bb]oard\b", text))
        or re.match(r"\s(?:[\w()-]+\s){0,2}(?:[Cc]ommittee|[Cc]ouncil|[Pp]anel)\b", after)
        or re.match(
            rf"\s(?:of|for)\s(?:the\s|our\s|its\s|{O}(?:['’]s)?\s)?[^,.;]{{0,40}}\b(?:[Cc]ommittee|[Aa]dvisory"
            rf"|[Pp]anel|[Dd]epartment\sof)\b",
            after,
        )
    )


def _floor(text: str, start: int, ends: list[int]) -> int:
    """How far back from `start` a date may be looked for: to the clause before, or to the event before."""
    stops = [m.end() for m in re.finditer(r";\s|\.\s(?=[A-Z\ue000-\ue1ff])", text[:start])]
    return max([0, *stops[-1:], *[e for e in ends if e <= start]])
