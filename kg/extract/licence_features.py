"""A sentence and an ordered pair of its organisations → features: what the words between and around them look like.

The names themselves are never looked at: the pair is A and B, everybody else is O, compounds are D, sums and years N.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.extract import licence_words as words
from kg.extract.licence_sentence import ORG, Sentence
from kg.extract.organizations import org_kind
from kg.model import OrgRef

_TOKEN = re.compile(
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
    (name, re.compile(rf"(?:{source})$", re.I))
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
    ("LICN", re.compile(r"(?:sub|cross-?|in-|out-)?licen[cs]es?$")),
    ("LOR", re.compile(r"(?:sub)?licensors?$")),
    ("LEE", re.compile(r"(?:sub)?licensees?$")),
    ("OPT", re.compile(r"options?$")),
    ("RGHT", re.compile(r"(?:rights?|title|interests?)$")),
    ("EXCL", re.compile(r"(?:non-?|co-)?exclusiv\w*$|sole$")),
    ("AGR", re.compile(r"(?:agreements?|contracts?|deals?|accords?|instruments?|deeds?)$")),
    ("PAY", re.compile(r"(?:royalt(?:y|ies)|milestones?|fees?|payments?)$")),
    ("PAT", re.compile(r"(?:patents?|patented|technology|know-how|inventions?)$")),
    ("BE", re.compile(r"(?:is|are|was|were|be|been|being)$")),
    ("HAVE", re.compile(r"(?:has|have|had|having)$")),
)
_FLAGS = (
    ("unreal", words.UNREAL),
    ("not", words.NOT_LICENCE),
    ("title", words.OTHER_TITLE),
    ("option", words.OTHER_OPTION),
    ("strong", words.STRONG),
    ("proposed", words.PROPOSED),
)
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


Token = tuple[str, str, int]
"""Word, class, index of the organisation (-1 when it is none)."""


def tokens(sentence: Sentence) -> list[Token]:
    """The words of a shape with their classes."""
    found: list[Token] = []
    for match in _TOKEN.finditer(sentence.shape):
        raw = match[0]
        if match["org"]:
            org = sentence.orgs.index(sentence.orgs_of(raw[0])[0])
            found.append(("own" if raw.endswith("\uf8fe") else "", "", org))
        elif "\ue800" <= raw[0] <= "\uefff":
            found.append(("<D>", "D", -1))
        elif raw[0] in "$€£":
            found.append(("<$>", "", -1))
        elif raw[0].isdigit():
            found.append(("<%>" if raw.endswith("%") else "<N>", "", -1))
        elif raw.lower() not in _SKIPPED:
            found.append((*_word(raw), -1))
    return found


def _cast(line: Sequence[Token], giver: int, taker: int) -> tuple[list[str], list[str]]:
    """Words and classes with the pair as A and B and everybody else as O."""
    plain: list[str] = []
    classed: list[str] = []
    for word, kind, org in line:
        if org >= 0:
            role = "A" if org == giver else "B" if org == taker else "O"
            plain.append(role + ("'s" if word else ""))
            classed.append(role)
        else:
            plain.append(word)
            if kind:
                classed.append(kind)
            elif word in "’'":
                classed.append("'s")
    return plain, classed


def _around(name: str, line: Sequence[str], places: Sequence[int], bare: str) -> Iterator[str]:
    for at in places[:_MENTIONS]:
        left, right = line[max(0, at - 4) : at], line[at + 1 : at + 5]
        yield f"{bare}{name}-1:{left[-1] if left else '^'}"
        yield f"{bare}{name}+1:{right[0] if right else '$'}"
        yield f"{bare}{name}-2:{' '.join(left[-2:])}"
        yield f"{bare}{name}+2:{' '.join(right[:2])}"
        yield f"{bare}{name}+3:{' '.join(right[:3])}"
        yield f"{bare}{name}-3:{' '.join(left[-3:])}"
        for word in left:
            yield f"{bare}{name}<{word}"
        for word in right:
            yield f"{bare}{name}>{word}"


def features(sentence: Sentence, line: Sequence[Token], giver: OrgRef, taker: OrgRef, filer: OrgRef) -> set[str]:
    """What a pair looks like in its sentence; `line` is `tokens(sentence)`."""
    index = {org: number for number, org in enumerate(sentence.orgs)}
    plain, classed = _cast(line, index.get(giver, -2), index.get(taker, -2))
    found = {"bias", "A=" + org_kind(giver.name), "B=" + org_kind(taker.name)}
    found.add("filer=" + ("A" if giver == filer else "B" if taker == filer else "O"))
    found.add(f"orgs={min(5, len(sentence.orgs))}")
    found.update(f"w:{word}" for word in plain)
    for line_, bare in ((plain, ""), (classed, "c")):
        givers = [i for i, w in enumerate(line_) if w in ("A", "A's")]
        takers = [i for i, w in enumerate(line_) if w in ("B", "B's")]
        found.update(_around("A", line_, givers, bare))
        found.update(_around("B", line_, takers, bare))
        if not givers or not takers:
            side = "onlyA" if givers else "onlyB" if takers else "none"
            found.add(side)
            found.update(f"{bare}{side}:{word}" for word in line_)
            found.update(f"{bare}{side}:{' '.join(line_[i : i + 2])}" for i in range(len(line_) - 1))
            continue
        found.update(_between(line_, givers, takers, bare))
    found.update(f"F:{name}" for name, pattern in _FLAGS if pattern.search(sentence.text))
    if sentence.drugs:
        found.add("F:drug")
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
    for i in range(len(between[:30]) - 1):
        yield f"{order}2:{' '.join(between[i : i + 2])}"
    for i in range(len(between[:20]) - 2):
        yield f"{order}3:{' '.join(between[i : i + 3])}"
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
        for i in range(len(key) - 1):
            yield f"{order}key2:{' '.join(key[i : i + 2])}"
        for i in range(len(key) - 2):
            yield f"{order}key3:{' '.join(key[i : i + 3])}"
        verbs = [w for w in between if w.startswith(("GIVE", "GET", "LIC", "IN", "REG", "RET", "LOR", "LEE"))]
        ways = "".join(way for way in ("to", "from", "by") if way in between)
        yield f"{order}first:{verbs[0] if verbs else '-'} {ways}"
        before = [w for w in line[max(0, low - 8) : low] if w.isupper() and w != "O"]
        yield f"{order}before:{' '.join(before[-2:])} {' '.join(key[:2])}"
        after = [w for w in line[high + 1 : high + 8] if w.isupper() and w != "O"]
        yield f"{order}after:{' '.join(key[-2:])} {' '.join(after[:2])}"


def pairs(sentence: Sentence, topic: Sequence[OrgRef], filer: OrgRef, most: int = 8) -> Iterator[tuple[OrgRef, OrgRef]]:
    """The ordered pairs worth a look: organisations of the sentence, the filer, and the topic when it names but one."""
    here = list(sentence.orgs[:most])
    known = [*here, *(o for o in (filer,) if o not in here)]
    if len(here) <= 1:
        known += [o for o in topic[:1] if o not in known]
    for giver in known:
        for taker in known:
            if giver != taker and (giver in here or taker in here):
                yield giver, taker
