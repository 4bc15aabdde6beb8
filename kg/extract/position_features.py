"""A masked sentence, a person and an office in it → features: what the words between and around the two look like.

Names and titles themselves are never looked at: the person is A, the office T, other persons B, other offices S,
organisations O, dates D.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from kg.extract.late import late
from kg.extract.person_mask import Masked, O, P, T
from kg.extract.position_grammar import APPOINT, DEPART, NOMINAL

_TOKEN = late(
    rf"(?P<p>{P})|(?P<t>{T})|(?P<o>{O})|(?P<d>[\ue600-\ue7ff])|[A-Za-zÀ-ÿ]+(?:-[A-Za-zÀ-ÿ]+)*|\d[\d.,]*%?|[^\s\w]"
)
_SKIPPED = frozenset("a an the".split())
_CLASSES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, late(rf"(?:{source})$", re.I))
    for name, source in (
        ("NOT", r"not|never|no|nor|neither|without|denied|refused|declined"),
        ("UNREAL", r"may|might|could|would|should|if|unless|whether|propos\w+|nominat\w+|nominees?|candidates?|intend\w*"
                   r"|seek\w*|search\w*|offered|consider\w*|rescind\w*|withdr[ae]w\w*|recommend\w*|hypothetical|potential"),
        ("FUTURE", r"will|shall|going|expect\w*|effective|upon"),
        ("PAST", r"former(?:ly)?|previous(?:ly)?|past|ex|retired|once|earlier|prior|before|until|outgoing|erstwhile|late|then"),
        ("SUCC", r"succe(?:ed\w*|ssor|ssion)|replac\w+|predecessor|follow(?:s|ed)|place|lieu|vice"),
        ("COME", r"join\w*|becom\w*|became|assum\w+|enter\w*|accept\w*|begin\w*|began|start\w*|commenc\w*|arriv\w*|takes?|took"
                 r"|taking|taken|moves?|moved|moving|rises?|rose|risen|step(?:s|ped|ping)?|inherit\w*|lured|snared|wooed|poached"
                 r"|land(?:s|ed)|secured|given|gives?|gave|granted|conferred|adds?|added|newly|new|incoming|welcom\w*|in|returned"
                 r"|constitut\w+|seated|sworn|crowned|anointed|entrust\w*|charged|tasked|tapped|handed|inducted|ascend\w*"),
        ("APPT", rf"{APPOINT}|{NOMINAL}"),
        ("GONE", rf"{DEPART}|resignation|retirement|departure|removal|dismissal|termination|death|exit|loss|passing|demise|separation"
                 r"|strip(?:s|ped)?|fired|sacked|recall(?:ed|s)?|shown|dropped|lost|deposed|demoted|out|outgoing|severance|goes|gone|went"
                 r"|lapse[sd]?|withdr[ae]w\w*|divest\w*|forfeit\w*|forced|suspended|unseated|defeated|left|leaves?|leaving|fold\w*"),
        ("STAY", r"continu\w*|remain\w*|still|keeps?|kept|retain\w*|stays?|stayed|staying|carries|carry|wears?|worn|doubles|incumbent"
                 r"|holds?|held|holding|holder|hold|occup\w+|serves?|served|serving|acts?|acting|acted|sits?|sat|sitting|fills?"
                 r"|discharg\w+|perform\w*|functions?|resum\w+|revert\w*|same|unchanged|now|current(?:ly)?|present(?:ly)?|today"),
        ("LEAD", r"heads?|headed|leads?|led|runs?|ran|directs?|directed|oversees?|manag\w+|chairs?|chaired|presid\w+|governs?|steers?"
                 r"|supervis\w*|responsible|pilot\w*"),
        ("BE", r"is|are|am|being|be"),
        ("WAS", r"was|were|been"),
        ("HAVE", r"has|have|had|having"),
        ("SINCE", r"since|from|ever|throughout"),
        ("POST", r"posts?|positions?|offices?|roles?|titles?|capacit(?:y|ies)|jobs?|seats?|duties|chair|portfolio|mantle|hats?"),
        ("SAY", r"said|says|added|adds|commented|stated|remark\w*|explain\w*|observ\w*|wrote|quipped|according|spoke\w*|speak\w*"
                r"|contact|signed|certif\w*|attest\w*|quoted|told"),
        ("COMM", r"committees?|advisory|panel|council"),
        ("WHO", r"who|whom|whose|which|that"),
        ("HIS", r"his|her|their|its|our|my|your"),
        ("AND", r"and|or|&|both|each|as|well|respectively|too|also|likewise"),
        ("PREP", r"of|to|by|with|for|at|on|into|under|between|among|after|during|through"),
    )
)  # fmt: skip
_AGE = late(r"[2-9]\d$")


@lru_cache(maxsize=16384)
def _word(raw: str) -> tuple[str, str]:
    """A word → itself (its stem when long) and its class, "" when it has none."""
    low = raw.lower()
    if low[0].isdigit():
        return ("<age>" if _AGE.match(low) else "<n>"), ""
    return low[:8], next((name for name, pattern in _CLASSES if pattern.match(low)), low if not low[0].isalpha() else "")


Token = tuple[str, str, str]
"""Word, class, mark of a person, office, organisation or date ("" for a word)."""


def tokens(masked: Masked) -> list[Token]:
    """The words of a masked sentence with their classes."""
    found: list[Token] = []
    for match in _TOKEN.finditer(masked.text):
        kind = match.lastgroup
        if kind:
            found.append((kind.upper(), kind.upper(), match[0]))
        elif match[0].lower() not in _SKIPPED:
            found.append((*_word(match[0]), ""))
    return found


def _title_kind(text: str, board: bool) -> str:
    low = text.lower()
    if board or re.match(r"(?:\w+[ -]){0,3}directors?$|member of", low):
        return "board"
    if re.search(r"\bchair", low):
        return "chair"
    return "officer" if re.search(r"chief|president|officer|treasurer|secretary|counsel|controller|c[a-z]o\b", low) else "other"


def features(masked: Masked, line: Sequence[Token], person: str, office: str) -> set[str]:
    """What a person and an office look like in their sentence; `line` is `tokens(masked)`."""
    name, title = masked.person(person).name, masked.office(office)
    plain: list[str] = []
    classed: list[str] = []
    places: list[int] = []
    at = -1
    for number, (word, kind, mark) in enumerate(line):
        if kind == "P" and mark:
            same = masked.person(mark).name == name
            plain.append("A" if same else "B")
            if same:
                places.append(number)
        elif kind == "T" and mark:
            plain.append("T" if mark == office else "S")
            at = number if mark == office else at
        else:
            plain.append(word)
        classed.append(plain[-1] if mark else kind)
    here = next((n for n, token in enumerate(line) if token[2] == person), places[0])
    low, high = min(here, at), max(here, at)
    order = "AT" if here < at else "TA"
    found = {
        "bias", f"order:{order}", f"spoken:{masked.person(person).spoken}", f"{order}dist:{min(9, (high - low) // 2)}",
        f"kind:{_title_kind(title.title.text, title.board_seat)}", f"org:{'stated' if title.org else 'none'}",
        f"persons:{min(4, len({masked.person(m).name for _, k, m in line if k == 'P' and m}))}",
        f"offices:{min(4, plain.count('T') + plain.count('S'))}",
    }  # fmt: skip
    if title.title.plural:
        found.add("plural")
    if title.former:
        found.add("former")
    found.update(_shape(plain, classed, low, high, order))
    return found


def _shape(plain: Sequence[str], classed: Sequence[str], low: int, high: int, order: str) -> Iterator[str]:
    inner, core = plain[low + 1 : high], [c for c in classed[low + 1 : high] if c]
    for name, count in (("B", inner.count("B")), ("S", inner.count("S")), ("A", inner.count("A")), (";", inner.count(";"))):
        yield f"{order}mid{name}:{min(2, count)}"
    yield f"{order}path:{' '.join(core[:7]) if len(core) <= 7 else 'long'}"
    yield f"{order}words:{' '.join(inner[:4]) if len(inner) <= 4 else 'many'}"
    for word in inner[:24]:
        yield f"{order}={word}"
    for kind in set(core):
        yield f"{order}c={kind}"
    for a, b in pairwise(core):
        yield f"{order}c2={a} {b}"
    verbs = [c for c in core if c.isupper() and c not in ("B", "S", "A", "O", "D", "HIS", "AND", "PREP", "WHO")]
    yield f"{order}key:{' '.join(verbs[:4])}"
    if verbs:
        yield f"{order}last:{verbs[-1]}"
        yield f"{order}first:{verbs[0]}"
    before, after = classed[max(0, low - 8) : low], classed[high + 1 : high + 9]
    for name, words in (("<", [c for c in before if c][-5:]), (">", [c for c in after if c][:5])):
        for kind in words:
            yield f"{order}{name}{kind}"
        yield f"{order}{name}1:{(words[-1] if name == '<' else words[0]) if words else '^'}"
        yield f"{order}{name}2:{' '.join(words[-2:] if name == '<' else words[:2])}"
    for word in plain[max(0, low - 4) : low]:
        yield f"{order}<={word}"
    for word in plain[high + 1 : high + 5]:
        yield f"{order}>={word}"
    for kind in set(classed) & {"NOT", "UNREAL", "PAST", "GONE", "APPT", "COME", "STAY", "SUCC", "COMM", "FUTURE", "SAY"}:
        yield f"any:{kind}"


def pairs(masked: Masked, line: Sequence[Token], most: int = 12) -> Iterator[tuple[str, str]]:
    """Each office with each person of the sentence, by the mention that stands nearest to it; none in long lists."""
    people = [(n, m) for n, (_, k, m) in enumerate(line) if k == "P" and m]
    offices = [(n, m) for n, (_, k, m) in enumerate(line) if k == "T" and m]
    if not people or not offices or len(people) > most or len(offices) > most:
        return
    for at, office in offices:
        nearest: dict[str, tuple[int, str]] = {}
        for n, mark in people:
            name = masked.person(mark).name
            best = nearest.get(name)
            if best is None or abs(n - at) < abs(best[0] - at):
                nearest[name] = (n, mark)
        for _, mark in nearest.values():
            yield mark, office
