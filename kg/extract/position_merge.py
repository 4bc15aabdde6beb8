"""Offices as read sentence by sentence → one entry per person, organisation, office and event.

"CEO" and "Chief Executive Officer" are one office; a signature repeats what the text says; somebody appointed who also
signs is appointed only; a resignation taken back is no departure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.extract.late import late
from kg.extract.person_memory import middle_initial
from kg.extract.position_titles import offices
from kg.model import Evidence, OrgRef
from kg.names import org_key, person_key


@dataclass(frozen=True, slots=True)
class Fact:
    """One reading of one office. `stated_org`: the words themselves name the organisation."""

    person: str
    org: OrgRef
    title: str
    event: str
    date: str | None
    rule: str
    confidence: float
    evidence: tuple[Evidence, ...]
    stated_org: bool = False
    firm: bool = True


_EXPAND = {
    "ceo": "chief executive officer", "cfo": "chief financial officer", "coo": "chief operating officer",
    "cmo": "chief medical officer",
    "cso": "chief scientific officer", "cto": "chief technology officer", "cbo": "chief business officer",
    "cio": "chief information officer",
    "cco": "chief commercial officer", "clo": "chief legal officer", "cao": "chief administrative officer",
    "cdo": "chief development officer",
    "vp": "vice president", "svp": "senior vice president", "evp": "executive vice president",
    "chro": "chief human resources officer",
    "cpo": "chief people officer", "sr": "senior", "r&d": "research development",
}  # fmt: skip
_DIRECTOR = late(
    r"^(?:(?:class (?:i+|iv|\d|[abc])|independent|external|non executive|nonexecutive|outside|inside|additional"
    r"|statutory|new|shareholder|employee|sole) )*directors?$|^(?:board member"
    r"|member (?:of )?board(?: directors)?)$"
)


def office_key(office: str) -> str:
    """One spelling for an office: "Chairwoman of the Board" is "Chair", "Class I director" is "Director"."""
    words = re.findall(r"[a-zà-ÿ&]+|\d+", office.lower().replace("-", " ").replace("’", ""))
    expanded = " ".join(
        _EXPAND.get(w, w) for w in words if w not in ("the", "a", "an", "our", "its", "of", "and", "&", "for", "to")
    )
    if _DIRECTOR.match(expanded):
        return "director"
    expanded = re.sub(r"\bchair(?:man|woman|person)\b", "chair", expanded)
    expanded = re.sub(r"^board chair$", "chair", expanded)
    expanded = re.sub(r"\bchair (?:entire )?board(?: directors| trustees)?$", "chair", expanded)
    expanded = re.sub(r"^(?:non executive|independent|nonexecutive) chair$", "chair", expanded)
    expanded = re.sub(r"^(?:corporate|company) (secretary|controller|treasurer)$", r"\1", expanded)
    expanded = re.sub(r"^acting ", "interim ", expanded)
    return re.sub(r"\bchief executive$", "chief executive officer", expanded)


@lru_cache(maxsize=4096)
def office_keys(title: str) -> frozenset[str]:
    """The offices of a title as comparison keys; founders are left out where there is another office."""
    keys = frozenset(office_key(o) for o in offices(title))
    real = frozenset(k for k in keys if k not in ("founder", "co founder", "cofounder"))
    return real or keys


def _fullness(title: str) -> tuple[int, bool, int]:
    """How full a title is: its offices, "Director" before "member of the board", its length."""
    return len(office_keys(title)), " and member of " not in title, len(title)


def _better(a: Fact, b: Fact) -> Fact:
    """The fuller of two readings of one fact: with both their passages, a date if either has one, the fuller title."""
    first = a if _fullness(a.title) >= _fullness(b.title) else b
    if a.event == "holds" and office_keys(a.title) == {"director"} and bool(a.date) != bool(b.date):
        first = a if a.date else b  # in the words that date the seat
    dates = [d for d in (a.date, b.date) if d]
    date = max(dates, key=len) if dates else None
    prose = [f for f in (a, b) if not f.rule.startswith("signature")] or [a, b]
    evidence = tuple(dict.fromkeys(e for f in prose for e in f.evidence))[:3]
    confidence = round(1 - (1 - a.confidence) * (1 - 0.5 * b.confidence), 3)
    return replace(
        first, date=date, evidence=evidence, confidence=min(0.99, confidence), stated_org=a.stated_org or b.stated_org
    )


def _alike(a: str, b: str) -> bool:
    """Is one office the other in more words ("vice president" / "vice president finance", "interim" kept apart)?"""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if "interim" in long.split() and "interim" not in short.split():
        return False
    return set(short.split()) < set(long.split()) and short not in (
        "director",
        "president",
        "chair",
        "secretary",
        "manager",
        "counsel",
    )


def _covered(small: frozenset[str], large: Iterable[str]) -> bool:
    pool = list(large)
    return all(any(_alike(s, k) for k in pool) for s in small)


def _merge_one(facts: list[Fact]) -> list[Fact]:
    """Entries of one person at one organisation."""
    facts = _leave(facts)
    withdrawn = [office_keys(f.title) for f in facts if f.rule.startswith("position-withdrawn")]
    facts = [
        f for f in facts if not (f.event == "departed" and any(_covered(office_keys(f.title), w) for w in withdrawn))
    ]
    merged: list[Fact] = []
    for fact in facts:
        keys = office_keys(fact.title)
        for index, known in enumerate(merged):
            if known.event != fact.event or office_keys(known.title) != keys:
                continue
            if (
                known.date
                and fact.date
                and not (known.date.startswith(fact.date) or fact.date.startswith(known.date))
                and fact.event != "holds"
            ):
                fact = replace(fact, date=known.date)
            merged[index] = _better(known, fact)
            break
        else:
            merged.append(fact)
    merged = _absorb(merged)
    merged = [f for f in merged if not _superseded(f, merged)]
    joined = [f for f in merged if f.rule.startswith("position-joins_")]
    others = [f for f in merged if not f.rule.startswith("position-joins_")]
    for fact in joined:
        later = [
            o for o in others if o.event != "departed" and not _covered(office_keys(fact.title), office_keys(o.title))
        ]
        if not any((o.date or "9") > (fact.date or "") for o in later):
            others.append(fact)
    return others


def _superseded(fact: Fact, entries: list[Fact]) -> bool:
    """Was an appointment followed, a year or more later, by one to another office there? It is an earlier job."""
    if fact.event != "appointed" or not fact.date or _SEAT & office_keys(fact.title):
        return False
    later = [
        o
        for o in entries
        if o.event == "appointed" and o.date and o.date[:4] > fact.date[:4] and not _SEAT & office_keys(o.title)
    ]
    return bool(later)


_SEAT = frozenset({"director", "chair", "secretary", "executive chair"})


def _leave(facts: list[Fact]) -> list[Fact]:
    """Departures and withdrawals said without an office ("Mr. Roe will retire on May 1") applied to those held."""
    bare = [f for f in facts if not f.title]
    facts = [f for f in facts if f.title]
    for fact in bare:
        if fact.event == "promoted":
            facts = _came(facts, fact)
        elif fact.event == "since":
            facts = [
                replace(f, date=fact.date, rule=fact.rule, evidence=(*fact.evidence, *f.evidence)[:3])
                if f.event == "holds" and not f.date and not office_keys(f.title) <= _SEAT
                else f
                for f in facts
            ]
        elif fact.event == "withdrawn":
            facts = [
                replace(f, event="holds", date=None, rule="position-withdrawn_1") if f.event == "departed" else f
                for f in facts
            ]
        elif not any(f.event == "departed" for f in facts):
            appointed = any(f.event == "appointed" for f in facts)
            if not appointed:
                facts = [
                    replace(
                        f,
                        event="departed",
                        date=fact.date,
                        rule=fact.rule,
                        confidence=fact.confidence,
                        evidence=(*fact.evidence, *f.evidence)[:3],
                    )
                    if f.event == "holds" and (not f.date or f.date[:4] < (fact.date or "")[:4])
                    else f
                    for f in facts
                ]
    return facts


def _came(facts: list[Fact], told: Fact) -> list[Fact]:
    """Offices merely held, other than seats, as those the person came to on the day told; earlier ones left out."""
    now = [f for f in facts if f.event == "holds" and not f.date and not office_keys(f.title) <= _SEAT]
    now = [f for f in now if not f.rule.startswith("signature")] or now
    if not now:
        return facts
    keys = {k for f in now for k in office_keys(f.title)}
    came: list[Fact] = []
    for fact in facts:
        if fact in now:
            evidence = (*told.evidence, *fact.evidence)[:3]
            came.append(replace(fact, event="appointed", date=told.date, rule=told.rule, evidence=evidence))
        elif (
            fact.event != "appointed"
            or office_keys(fact.title) & (keys | _SEAT)
            or (fact.date or "") > (told.date or "")
        ):
            came.append(fact)
    return came


def _absorb(entries: list[Fact]) -> list[Fact]:
    """Entries whose offices other entries already hold are folded into them."""
    entries = _date_whole([_fuller_title(_no_founder(fact), entries) for fact in entries])
    kept: list[Fact] = []
    for index, fact in enumerate(entries):
        keys = office_keys(fact.title)
        rest = [o for j, o in enumerate(entries) if j != index]
        if fact.event == "holds":
            changed = [k for o in rest if o.event != "holds" for k in office_keys(o.title)]
            if changed and _covered(keys, changed) and not fact.rule.startswith("position-withdrawn"):
                continue
            fact = _seat_left(fact, changed)
            keys = office_keys(fact.title)
            dated = [k for o in rest if o.event != "holds" or o.date for k in office_keys(o.title)]
            if not fact.date and dated and _covered(keys, dated):
                continue
        larger = [
            (j, o) for j, o in enumerate(entries)
            if j != index and o.event == fact.event
            and len(office_keys(o.title)) >= len(keys) and _covered(keys, office_keys(o.title))
            and (office_keys(o.title) != keys or j < index)
            and (not fact.date or fact.date == o.date
                 or (fact.event != "holds" and (not o.date or (o.firm and not fact.firm))))
        ]  # fmt: skip
        if larger and not (
            len(larger) == 1
            and _mutual(fact, larger[0][1])
            and (len(fact.title), -index) > (len(larger[0][1].title), -larger[0][0])
        ):
            continue
        kept.append(fact)
    return kept


def _no_founder(fact: Fact) -> Fact:
    """Somebody leaves or takes an office; a founder one remains."""
    if fact.event == "holds" or "ounder" not in fact.title:
        return fact
    named = [office for office in offices(fact.title) if not office_key(office).endswith("founder")]
    if not named or len(named) == len(offices(fact.title)):
        return fact
    at = fact.title.find(named[0])
    return replace(fact, title=fact.title[at:]) if at > 0 and "ounder" not in fact.title[at:] else fact


def _date_whole(entries: list[Fact]) -> list[Fact]:
    """ "Chief Executive Officer since 2005", beside "Chief Executive Officer and Director" of a table: one entry."""
    held = [f for f in entries if f.event == "holds"]
    out: list[Fact] = []
    gone: list[Fact] = []
    for fact in entries:
        keys = office_keys(fact.title)
        parts = [f for f in held if f.date and office_keys(f.title) < keys]
        if fact.event == "holds" and not fact.date and len(parts) == 1 and office_keys(parts[0].title) != {"director"}:
            gone.append(parts[0])
            evidence = tuple(dict.fromkeys((*parts[0].evidence, *fact.evidence)))[:3]
            fact = replace(fact, date=parts[0].date, evidence=evidence, rule=parts[0].rule)
        out.append(fact)
    return [f for f in out if f not in gone]


def _seat_left(fact: Fact, changed: list[str]) -> Fact:
    """ "President and Director" of somebody just elected President: what is merely held is the seat on the board."""
    named = offices(fact.title)
    left = [office for office in named if not _covered(frozenset((office_key(office),)), changed)]
    seat = len(left) == 1 < len(named) and office_key(left[0]) == "director" and not fact.date
    return replace(fact, title=left[0]) if seat else fact


def _fuller_title(fact: Fact, entries: list[Fact]) -> Fact:
    """An event's bare "director" in the words of another entry for the same seat: "Class I director"."""
    if fact.event == "holds" or fact.title.lower() != "director":
        return fact
    longer = [
        o.title
        for o in entries
        if o is not fact and office_keys(o.title) == {"director"} and len(o.title) > len(fact.title)
    ]
    return replace(fact, title=longer[0]) if longer else fact


def _mutual(a: Fact, b: Fact) -> bool:
    x, y = office_keys(a.title), office_keys(b.title)
    return _covered(x, y) and _covered(y, x)


def _earlier_job(fact: Fact, own: Iterable[Fact], filed: str) -> bool:
    """Is an appointment of long ago a stage of a biography, the person having another office by now?

    It still stands when an office the person has includes it, or nothing is said of what the person is today.
    """
    if fact.event != "appointed" or not fact.date:
        return False
    if int(filed[:4]) - int(fact.date[:4]) < _PAST_YEARS:
        return False
    keys = office_keys(fact.title)
    home = org_key(fact.org.name)
    left = [o for o in own if o.event == "departed" and o.title and (o.date or "9") > fact.date]
    if any(org_key(o.org.name) == home and _covered(keys, office_keys(o.title)) for o in left):
        return True
    if keys & _SEAT and not any(_PROMOTED.search(e.exact) for e in fact.evidence):
        return False
    own = [o for o in own if o.title and o is not fact]
    last = max((o.date for o in own if o.event == "appointed" and o.date), default="")
    now = [o for o in own if o.event == "holds" or (o.event == "appointed" and (o.date or last) >= last > fact.date)]
    here = {k for o in now if org_key(o.org.name) == home for k in office_keys(o.title)}
    if all(any(k == h or h.startswith(k + " ") for h in here) for k in keys):
        return False
    return any(office_keys(o.title) != {"director"} for o in now)


_PROMOTED = late(r"promoted to (?:the position of )?Director\b")
_PAST_YEARS = 2
"""An appointment this many years before the filing is old."""


def merge(facts: Iterable[Fact], filed: str | None = None) -> list[Fact]:
    """Every fact once, in order of first mention; an office without an organisation goes to the one the person has.

    `filed` is the day of the filing: appointments of long ago to offices since left are no statements of today.
    """
    facts = list(facts)
    keys = _person_keys({fact.person for fact in facts})
    pool = [(keys[fact.person], fact) for fact in facts]
    if filed:
        people: dict[str, list[Fact]] = {}
        for person, fact in pool:
            if len(people.setdefault(person, [])) < _MANY:
                people[person].append(fact)
        pool = [(person, fact) for person, fact in pool if not _earlier_job(fact, people[person], filed)]
    stated: dict[str, list[Fact]] = {}
    for person, fact in pool:
        if fact.stated_org and len(stated.setdefault(person, [])) < _MANY:
            stated[person].append(fact)
    groups: dict[tuple[str, str], list[Fact]] = {}
    for person, fact in pool:
        if not fact.stated_org and not fact.date and office_keys(fact.title) != {"director"}:
            fact = _at_home(fact, stated.get(person, []))
        group = groups.setdefault((person, org_key(fact.org.name)), [])
        if len(group) < _MANY:
            group.append(fact)
    merged = [(person, entry) for (person, _), group in groups.items() for entry in _merge_one(group)]
    current = {person for person, entry in merged if entry.event != "departed"}
    return [entry for person, entry in merged if not (filed and person in current and _left_long_ago(entry, filed))]


def _person_keys(names: Iterable[str]) -> dict[str, str]:
    """The comparison key of each person, with the middle initial where that alone tells two apart."""
    initials: dict[str, set[str]] = {}
    keys = {name: person_key(name) for name in names}
    for name, key in keys.items():
        initials.setdefault(key, set()).add(middle_initial(name))
    return {
        name: f"{key} {middle_initial(name)}" if len(initials[key] - {""}) > 1 else key for name, key in keys.items()
    }


def _left_long_ago(fact: Fact, filed: str) -> bool:
    """Did a departure take place years before the filing?"""
    if fact.event != "departed" or not fact.date:
        return False
    return int(filed[:4]) - int(fact.date[:4]) >= _PAST_YEARS


_MANY = 200
"""So many statements about one person at one organisation are weighed against each other; rarely are there five."""


def _at_home(fact: Fact, known: list[Fact]) -> Fact:
    """An office said without its organisation, at the one organisation where other sentences say the person has it."""
    homes = {org_key(f.org.name): f.org for f in known}
    if len(homes) != 1 or org_key(fact.org.name) in homes:
        return fact
    keys = office_keys(fact.title)
    same = any(f.evidence != fact.evidence and _covered(keys, office_keys(f.title)) for f in known)
    return replace(fact, org=next(iter(homes.values()))) if same else fact
