"""A sentence that tells the terms of several agreements → for each agreement the words that are told of it.

"Acme paid us $3 million, and Borel $5 million", "royalties of 2% and 3%, respectively": what is another's is blanked,
so that each portion has the length of the sentence.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.late import late
from kg.extract.licence_record import Record
from kg.extract.licence_sentence import ORG, Sentence
from kg.model import OrgRef

_DAY = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ITEM = (
    rf"(?:(?:US ?)?[$€£] ?\d[\d.,]*(?<=\d)(?: (?:thousand|million|billion))?|\d+(?:\.\d+)? ?(?:%|per ?cent\b)|\w+ per ?cent\b"
    rf"|{_DAY}(?: \d{{1,2}},)? (?:19|20)\d\d|(?:19|20)\d\d\b)"
)
_LIST = late(rf"{_ITEM}(?:, {_ITEM}){{0,4}},? and {_ITEM}")
_ONE = late(_ITEM)
_FIGURE = late(r"[$€£] ?\d[\d.,]*|\d+(?:\.\d+)? ?(?:%|per ?cent\b)?(?: to | and |-|–)\d+(?:\.\d+)? ?(?:%|per ?cent\b)|\d+(?:\.\d+)? ?(?:%|per ?cent\b)|\b\w+ per ?cent\b|\b\w+ (?:million|thousand) dollars\b")
_FORWARD = late(r"[^;.$€£%\ue000-\ue7ff]{0,40}\b(?:from|by|to)(?: the)? $")
"""Between a sum and who pays or gets it: "$3 million from Acme and $5 million from Borel"."""
MOST = 8
"""A sentence that names more parties is a list of something else."""
RESPECTIVELY = "respectively"
_WHICH = late(r", +(?:to|from) +(?:which|whom) +")
_CLAUSE_END = late(r"[;:]|, (?!(?:19|20)\d\d\b)")


def respective(sentence: Sentence, count: int) -> list[Sentence]:
    """The sentence as it is told of each of `count` agreements in their order; empty when no list has that many items."""
    if count < 2 or RESPECTIVELY not in sentence.text:
        return []
    lists = [m.span() for m in _LIST.finditer(sentence.text) if len(_ONE.findall(m[0])) == count]
    return [_with_item(sentence, lists, number) for number in range(count)] if lists else []


def _with_item(sentence: Sentence, lists: Sequence[tuple[int, int]], number: int) -> Sentence:
    """The sentence with each list giving way to its item of that number."""
    text, shape = sentence.text, sentence.shape
    for start, end in lists:
        item = _ONE.findall(text[start:end])[number].ljust(end - start)
        text, shape = text[:start] + item + text[end:], shape[:start] + item + shape[end:]
    return replace(sentence, text=text, shape=shape)


def relative_clause(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Where the clause "…, to which Acme licensed it in 2001, …" behind the party at `at` stands, if the sentence goes on."""
    opening = _WHICH.search(sentence.shape, at, at + 160)
    end = _CLAUSE_END.search(sentence.shape, opening.end()) if opening else None
    return (opening.start(), end.start()) if opening and end else None


def portions(sentence: Sentence, records: Sequence[Record], filer: OrgRef) -> list[tuple[Record, Sentence]]:
    """Each agreement of which a sentence tells a sum or a rate of its own, with its portion; empty unless there are two."""
    named = [o for o in sentence.orgs if o != filer]
    if not 2 <= len(named) <= MOST:
        return _of_the_last(sentence, records) if not named else []
    held = {org: _held_by(org, records) for org in named}
    if any(r is None for r in held.values()) or len({id(r) for r in held.values()}) < len(named):
        return []
    if any(len({*named} & set(r.everyone)) > 1 for r in records):
        return []  # "Acme pays Borel": both are parties of one agreement
    parts = respective(sentence, len(named)) or [sentence] * len(named)
    fixed = parts[0] is not sentence
    owners = _owners(sentence, named, fixed)
    if len({org for _, _, org in owners}) < 2 and not fixed:
        return []
    out = []
    for org, part in zip(named, parts, strict=True):
        record = held[org]
        if record is not None:
            out.append((record, blanked(part, [(a, b) for a, b, owner in owners if owner != org])))
    return out


def _of_the_last(sentence: Sentence, records: Sequence[Record]) -> list[tuple[Record, Sentence]]:
    """ "We paid $100,000 and $250,000, respectively": the agreements told of just before, in their order."""
    near = [r for r in records if records[-1].paragraph - r.paragraph <= 1 and r.directed]
    return list(zip(near, parts, strict=True)) if (parts := respective(sentence, len(near))) else []


def _held_by(org: OrgRef, records: Sequence[Record]) -> Record | None:
    """The agreement of a party, if it has but one."""
    held = [r for r in records if org in r.everyone]
    return held[-1] if len(held) == 1 else None


def _owners(sentence: Sentence, named: Sequence[OrgRef], fixed: bool) -> list[tuple[int, int, OrgRef]]:
    """Stretches of the sentence that tell of one party each; what precedes the first of them is told of all."""
    shape = sentence.shape
    mentions = [(m.start(), m.end(), sentence.orgs_of(m[0])[0]) for m in re.finditer(ORG, shape)]
    mentions = [m for m in mentions if m[2] in named]
    taken = [m.span() for m in _LIST.finditer(sentence.text)] if fixed else []
    found: list[tuple[int, int, OrgRef]] = []
    reach: list[int] = []
    for figure in _FIGURE.finditer(shape):
        if any(a <= figure.start() < b for a, b in taken):
            continue
        after = next((m for m in mentions if m[0] >= figure.end()), None)
        before = next((m for m in reversed(mentions) if m[1] <= figure.start()), None)
        forward = after is not None and (before is None or _FORWARD.fullmatch(shape, figure.end(), after[0]))
        owner = after if forward else before
        if owner is None:
            continue
        start, end = (figure.start(), owner[1]) if forward else (owner[0], figure.end())
        if found and found[-1][2] == owner[2]:
            found[-1] = (found[-1][0], max(end, found[-1][1]), owner[2])
            continue
        if found:  # what stands between two speaks of the second when that is named behind its figure
            reach.append(found[-1][1] if forward else max(found[-1][1], start))
        found.append((max(start, found[-1][1]) if found else start, end, owner[2]))
    if taken or not found:
        return found
    return [(start, end, org) for (start, _, org), end in zip(found, [*reach, len(shape)], strict=True)]


def blanked(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> Sentence:
    """The sentence with spaces in place of what is told of others."""
    text, shape = sentence.text, sentence.shape
    for start, end in spans:
        gap = " " * (end - start)
        text, shape = text[:start] + gap + text[end:], shape[:start] + gap + shape[end:]
    return replace(sentence, text=text, shape=shape)
