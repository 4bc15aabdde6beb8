"""A sentence and an ordered pair of its organisations → features: what the words between and around them look like.

The names themselves are never looked at: the pair is A and B, everybody else is O, compounds are D, sums and years N.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kg.extract import licence_words as words
from kg.extract.late import late
from kg.extract.licence_sentence import ORG, Sentence
from kg.extract.organizations import org_kind
from kg.model import OrgRef

_TOKEN = late(
    rf"(?P<org>{ORG})|[\ue800-\uefff]\uf8ff*+|[A-Za-zÀ-ÿ]+(?:-[A-Za-zÀ-ÿ]+)*|[$€£]?\d[\d.,]*%?|[^\s\w]"
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_SKIPPED = frozenset("a an the certain".split())
_PREPOSITIONS = frozenset("from to by with of under between among for upon in at via through into against".split())
_PLAIN = _PREPOSITIONS | frozenset(
    "which who whom whose that and or not no nor never we it they its their neither both each former latter may might "
    "would could can will shall if should unless back out over as then , ; : ( )".split()
)
_VERBS = tuple(
    (name, late(rf"(?:{source})$", re.I))
    for name, source in (
        ("IN", words.IN_LICENSE),
        ("LIC", words.LICENSE_VERB),
        ("REG", words.REGAIN),
        ("RET", words.RETURN),
        ("GIVE", words.GIVE),
        ("GET", words.GET),
    )
)
_NOUNS = (
    ("LICN", late(r"(?:sub|cross-?|in-|out-)?licen[cs]es?$")),
    ("LOR", late(r"(?:sub)?licensors?$")),
    ("LEE", late(r"(?:sub)?licensees?$")),
    ("OPT", late(r"options?$")),
    ("RGHT", late(r"(?:rights?|title|interests?)$")),
    ("EXCL", late(r"(?:non-?|co-)?exclusiv\w*$|sole$")),
    ("AGR", late(r"(?:agreements?|contracts?|deals?|accords?|instruments?|deeds?)$")),
    ("PAY", late(r"(?:royalt(?:y|ies)|milestones?|fees?|payments?)$")),
    ("PAT", late(r"(?:patents?|patented|technology|know-how|inventions?)$")),
    ("BE", late(r"(?:is|are|was|were|be|been|being)$")),
    ("HAVE", late(r"(?:has|have|had|having)$")),
)
_FLAGS = (
    ("unreal", words.UNREAL),
    ("not", words.NOT_LICENCE),
    ("title", words.OTHER_TITLE),
    ("option", words.OTHER_OPTION),
    ("strong", words.STRONG),
    ("proposed", words.PROPOSED),
)
_NAMED = frozenset({"LICN", "AGR", "OPT", "PAT"})
"""Written large after a name they are a deed called by it ("the Acme License"), in which it may have no part."""
_MENTIONS = 3
"""How many mentions of one organisation in a sentence are looked at."""


@lru_cache(maxsize=32768)
def _word(raw: str) -> tuple[str, str]:
    """A word → itself (its stem when long) and its class, "" when it has none."""
    low = raw.lower()
    if low in _MONTHS:
        return "<M>", ""
    for name, pattern in _NOUNS[:3]:
        if pattern.match(low):
            return low[:9], name
    for name, pattern in _VERBS:
        if pattern.match(low):
            ending = "ED" if low.endswith(("ed", "en", "old", "ought", "own")) else "ING" if low.endswith("ing") else ""
            return low[:9], name + ending
    for name, pattern in _NOUNS[3:]:
        if pattern.match(low):
            return low[:9], name
    return low[:9], low if low in _PLAIN else ""


def plain(raw: str) -> tuple[str, str] | None:
    """A token that is no organisation → itself (its stem, or what it is) and its class; None for an article."""
    if "\ue800" <= raw[0] <= "\uefff":
        return "<D>", "D"
    if raw[0] in "$€£":
        return "<$>", ""
    if raw[0].isdigit():
        return ("<%>" if raw.endswith("%") else "<N>"), ""
    return None if raw.lower() in _SKIPPED else _word(raw)


def words_of(text: str) -> Iterator[str]:
    """The words of any text as `tokens` tells them."""
    found = (plain(match[0]) for match in _TOKEN.finditer(text))
    return (word for word, _ in filter(None, found))


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence, and the classes of those that have one, with "O" for every organisation.

    `kinds`: the class of each word, "" when it has none; `places`: where each organisation stands, in the words and in
    the classes, and whether as owner; `shared`: the features of every pair of the sentence.
    """

    plain: tuple[str, ...]
    classed: tuple[str, ...]
    kinds: tuple[str, ...]
    places: Mapping[OrgRef, Sequence[tuple[int, int, bool]]]
    shared: frozenset[str]


def tokens(sentence: Sentence) -> Line:
    """The words of a shape with their classes."""
    line: list[str] = []
    classed: list[str] = []
    kinds: list[str] = []
    places: dict[OrgRef, list[tuple[int, int, bool]]] = {}
    shared = {"bias", f"orgs={min(5, len(sentence.orgs))}"}
    for match in _TOKEN.finditer(sentence.shape):
        raw = match[0]
        if match["org"]:
            own = raw.endswith("\uf8fe")
            places.setdefault(sentence.orgs_of(raw[0])[0], []).append((len(line), len(classed), own))
            line.append("O's" if own else "O")
            kinds.append("O")
            classed.append("O")
            continue
        told = plain(raw)
        if told is None:
            continue
        word, kind = told
        if raw[0].isupper() and kind in _NAMED and line and line[-1] == "O":
            word, kind = "<deed>", "DEED"
        line.append(word)
        kinds.append(kind or (word if word[0] == "<" else "Cap" if raw[0].isupper() else ""))
        shared.add("w:" + word)
        if kind:
            classed.append(kind)
        elif word in "’'":
            classed.append("'s")
    shared.update(f"F:{name}" for name, pattern in _FLAGS if pattern.search(sentence.text))
    if sentence.drugs:
        shared.add("F:drug")
    return Line(tuple(line), tuple(classed), tuple(kinds), places, frozenset(shared))


def _around(name: str, line: Sequence[str], places: Sequence[int]) -> Iterator[str]:
    for at in places[:_MENTIONS]:
        left, right = line[max(0, at - 4) : at], line[at + 1 : at + 5]
        yield f"{name}-1:{left[-1] if left else '^'}"
        yield f"{name}+1:{right[0] if right else '$'}"
        yield f"{name}-2:{' '.join(left[-2:])}"
        yield f"{name}+2:{' '.join(right[:2])}"
        yield f"{name}+3:{' '.join(right[:3])}"
        yield f"{name}-3:{' '.join(left[-3:])}"
        for word in left:
            yield f"{name}<{word}"
        for word in right:
            yield f"{name}>{word}"


def _kind(org: OrgRef) -> str:
    return "person" if org.individual else org_kind(org.name)


def features(sentence: Sentence, line: Line, giver: OrgRef, taker: OrgRef, filer: OrgRef) -> set[str]:
    """What a pair looks like in its sentence; `line` is `tokens(sentence)`."""
    plain, classed = list(line.plain), list(line.classed)
    found = {"A=" + _kind(giver), "B=" + _kind(taker), *line.shared}
    found.add("filer=" + ("A" if giver == filer else "B" if taker == filer else "O"))
    for org, places in line.places.items():
        role = "A" if org == giver else "B" if org == taker else "O"
        for at, place, own in places:
            plain[at] = role + "'s" if own else role
            classed[place] = role
            found.add("w:" + plain[at])
    here, there = line.places.get(giver, ()), line.places.get(taker, ())
    for number, line_, bare in ((0, plain, ""), (1, classed, "c")):
        givers, takers = [place[number] for place in here], [place[number] for place in there]
        found.update(_around(bare + "A", line_, givers))
        found.update(_around(bare + "B", line_, takers))
        if not givers or not takers:
            side = "onlyA" if givers else "onlyB" if takers else "none"
            found.add(side)
            found.update([f"{bare}{side}:{word}" for word in line_])
            found.update([f"{bare}{side}:{one} {other}" for one, other in pairwise(line_)])
            continue
        found.update(_between(line_, givers, takers, bare))
    return found


def _between(line: Sequence[str], givers: Sequence[int], takers: Sequence[int], bare: str) -> Iterator[str]:
    first, second = min(((a, b) for a in givers for b in takers), key=lambda pair: abs(pair[0] - pair[1]))
    low, high = min(first, second), max(first, second)
    order = bare + ("AB" if first < second else "BA")
    yield f"order:{order}"
    between = line[low + 1 : high]
    yield f"{order}len:{min(8, len(between) // 3)}"
    for word in between[:30]:
        yield f"{order}:{word}"
    for one, other in pairwise(between[:30]):
        yield f"{order}2:{one} {other}"
    for one, other, third in zip(between[:18], between[1:19], between[2:20], strict=False):
        yield f"{order}3:{one} {other} {third}"
    yield f"{order}path:{' '.join(between[:9])}"
    for word in line[max(0, low - 6) : low]:
        yield f"{order}<:{word}"
    yield f"{order}<2:{' '.join(line[max(0, low - 2) : low])}"
    for word in line[high + 1 : high + 9]:
        yield f"{order}>:{word}"
    yield f"{order}>2:{' '.join(line[high + 1 : high + 3])}"
    if bare:
        key = [w for w in between if (w.isupper() and w != "O") or w in ("from", "to", "by", "with", "not", "of")]
        yield f"{order}key:{' '.join(key[:6])}"
        for one, other in pairwise(key):
            yield f"{order}key2:{one} {other}"
        for one, other, third in zip(key, key[1:], key[2:], strict=False):
            yield f"{order}key3:{one} {other} {third}"
        verbs = [w for w in between if w.startswith(("GIVE", "GET", "LIC", "IN", "REG", "RET", "LOR", "LEE"))]
        ways = "".join(way for way in ("to", "from", "by") if way in between)
        yield f"{order}first:{verbs[0] if verbs else '-'} {ways}"
        before = [w for w in line[max(0, low - 8) : low] if w.isupper() and w != "O"]
        yield f"{order}before:{' '.join(before[-2:])} {' '.join(key[:2])}"
        after = [w for w in line[high + 1 : high + 8] if w.isupper() and w != "O"]
        yield f"{order}after:{' '.join(key[-2:])} {' '.join(after[:2])}"


def pairs(
    sentence: Sentence, topic: Sequence[OrgRef], filer: OrgRef | None, most: int = 8
) -> Iterator[tuple[OrgRef, OrgRef]]:
    """The ordered pairs worth a look: organisations of the sentence, the filer where it may be meant unnamed, and the
    topic when the sentence names but one."""
    here = list(sentence.orgs[:most])
    known = [*here, *(o for o in (filer,) if o and o not in here)]
    if len(here) <= 1:
        known += [o for o in topic[:1] if o not in known]
    for giver in known:
        for taker in known:
            if giver != taker and (giver in here or taker in here):
                yield giver, taker
