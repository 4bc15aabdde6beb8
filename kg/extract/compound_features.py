"""A candidate at its place → features: its look, the words around it, who and what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.extract.compound_candidates import Candidate
from kg.extract.compound_stems import TARGET_AFTER, is_strong, is_weak, known_brands, known_drugs
from kg.extract.compound_words import _SCIENCE, has_shape
from kg.extract.late import late
from kg.extract.person_names import is_given_name, is_surname
from kg.names import words

_TOKEN = late(r"\ue000[A-Z]|[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_SHAPES = ((late(r"[A-ZΑ-Ω]+"), "A"), (late(r"[a-zα-ω]+"), "a"), (late(r"\d+"), "0"))
_SKIPPED = frozenset("a an the".split())
_ENDED = late(r"[.!?;:] $|^$")
REACH = 130


@lru_cache(maxsize=8192)
def _look(form: str, look: str) -> tuple[str, ...]:
    """What a form looks like by itself."""
    first = form.split(" ")[0]
    low = first.lower()
    shape = first
    for pattern, mark in _SHAPES:
        shape = pattern.sub(mark, shape)
    made = [f"look={look}", f"shape={shape}", f"size={min(14, len(first)) // 2}", f"words={form.count(' ')}"]
    if look != "code":
        made += [f"x{n}={low[-n:]}" for n in (1, 2, 3)]
        tests = (("strong", is_strong), ("weak", is_weak), ("drugshape", has_shape))
        made += [name for name, test in tests if test(low)]
        made += ["known"] if low in known_drugs() else []
        made += ["brand"] if first in known_brands() else []
        made += ["surname"] if is_surname(first.capitalize()) else []
        made += ["given"] if is_given_name(first.capitalize()) else []
        made += ["science"] if _SCIENCE.search(low) else []
        made += ["inner"] if re.search(r"[a-z][A-Z]", first) else []
    else:
        head = re.match(r"[A-Za-z]+", first)
        made.append(f"head={min(6, len(head[0])) if head else 0}{'u' if head and head[0].isupper() else 'm'}")
    return tuple(made)


def initials(form: str, firms: Sequence[str]) -> str:
    """How the letters of a code stand to the names of the filing's firms: "first" letters, "in" order, "none"."""
    head = re.match(r"[A-Za-z]{2,}", form)
    if not head:
        return "none"
    low = head[0].lower()
    best = "none"
    for firm in firms:
        named = words(firm)
        whole = "".join(named)
        if "".join(w[0] for w in named).startswith(low[:3]) or whole.startswith(low[:3]):
            return "first"
        at = -1
        for letter in low[:4]:
            at = whole.find(letter, at + 1)
            if at < 0:
                break
        if at >= 0 and whole[:1] == low[0]:
            best = "in"
    return best


def marked(text: str, start: int, end: int, marks: Sequence[tuple[int, int, str]]) -> str:
    """The passage with each span of `marks` as one letter behind a private mark."""
    out, at = [], start
    for begin, stop, name in marks:
        if begin >= at and stop <= end:
            out += [text[at:begin], f" \ue000{name} "]
            at = stop
    return "".join((*out, text[at:end]))


@lru_cache(maxsize=16384)
def _plain(token: str) -> str:
    if token[0] == "\ue000":
        return "<" + token[1] + ">"
    if token[0].isdigit():
        return "<N>"
    return token.lower()[:10]


def tokens(passage: str) -> list[str]:
    """The words of a marked passage in plain form, articles left out."""
    return [w for w in map(_plain, _TOKEN.findall(passage)) if w not in _SKIPPED]


def features(
    text: str, span: tuple[int, int], candidate: Candidate, marks: Sequence[tuple[int, int, str]], firms: Sequence[str]
) -> set[str]:
    """What a candidate looks like in its sentence `span`; `marks` are the sentence's organisations and diseases."""
    start, end = candidate.start, candidate.end
    low = max(span[0], start - REACH)
    high = min(span[1], end + REACH)
    left = tokens(marked(text, low, start, marks))
    right = tokens(marked(text, end, high, marks))
    found = {"bias", *_look(candidate.form, candidate.look)}
    kind = candidate.look[0]
    found.add(f"fit={initials(candidate.form, firms)}{kind}")
    before = left[::-1]
    for name, line in (("L", before), ("R", right)):
        near = line[:6]
        found.update(f"{name}{i}={w}" for i, w in enumerate(near[:3]))
        found.add(f"{name}01={' '.join(near[:2])}")
        found.add(f"{name}012={' '.join(near[:3])}")
        found.update(f"{name}n={w}" for w in near)
        found.update(f"{name}{kind}{i}={w}" for i, w in enumerate(near[:2]))
        found.update(f"{name}w={w}" for w in line[6:18])
    found.add(f"LR={(before or ['^'])[0]} {(right or ['$'])[0]}")
    if start == span[0] or _ENDED.search(text[max(span[0], start - 2) : start]):
        found.add(f"opens{kind}")
    previous = text[max(0, start - 24) : start].rstrip().split(" ")[-1]
    if previous[:1].isupper() and start > span[0]:
        found.add(f"after-capital{kind}")
    following = text[end : end + 24].lstrip().split(" ")[0]
    if text[end : end + 1] == " " and following[:1].isupper():
        found.add(f"before-capital{kind}")
    if TARGET_AFTER.match(text, end):
        found.add("target")
    if text[end : end + 1] in "®™" and text[end : end + 1]:
        found.add("mark")
    return found


def of_document(count: int, others: int) -> Iterator[str]:
    """How often a document names the candidate, and how many other candidates it has."""
    yield f"count={min(4, count)}"
    yield f"others={min(4, others)}"
