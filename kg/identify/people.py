"""Persons of one organisation → groups of name variants: initials, nicknames, suffixes, surname first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from kg.model.identity import Candidate
from kg.names import HONORIFICS, words

_DEGREE = re.compile(r"\b(?:Ph|Pharm|Sc|D|M|J|D\.?V)\.\s?(?:D|Sc|M|B\.?A)\b\.?|\b(?:M\.P\.H|M\.S|Esq)\b\.?")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NICKNAMES = [
    set(line.split())
    for line in """
    william bill billy will
    robert bob rob bobby
    richard dick rick rich
    james jim jimmy jamie
    john jack johnny jon
    jonathan jon
    thomas tom
    michael mike mick
    christopher chris
    christine christina chris
    daniel dan danny
    david dave
    joseph joe
    charles charlie chuck
    edward ed eddie ted
    theodore ted
    anthony tony
    andrew andy drew
    stephen steven steve
    kenneth ken
    ronald ron
    donald don
    gregory greg
    jeffrey jeff geoffrey
    lawrence larry
    laurence larry
    matthew matt
    nicholas nick
    patrick pat
    patricia pat patty
    peter pete
    philip phil phillip
    raymond ray
    samuel sam
    samantha sam
    timothy tim
    benjamin ben
    alexander alex
    alexandra alex
    frederick fred
    gerald jerry
    leonard len
    douglas doug
    elizabeth liz beth betsy
    katherine kathy kate
    catherine cathy kate
    margaret peggy maggie
    susan sue
    deborah debbie deb
    barbara barb
    jennifer jen
    rebecca becky
    judith judy
    pamela pam
    vincent vince
    walter walt
    arthur art
    eugene gene
    francis frank
    franklin frank
    harold hal
    henry hank harry
    martin marty
    """.strip().splitlines()
]


def bare(name: str) -> str:
    """A name without what follows its comma and without degrees: "Jane Roe Ph.D." → "Jane Roe"."""
    return _DEGREE.sub("", name.partition(",")[0]).strip() or name


def parts(name: str, surname_first: bool = False) -> tuple[str, tuple[str, ...], str]:
    """(surname, given names, suffix): "Chad J. Kolean, MBA" → ("kolean", ("chad", "j"), "")."""
    every = words(_DEGREE.sub("", name) if surname_first else bare(name))
    suffix = next((word for word in words(name) if word in _SUFFIXES), "")
    kept = [word for word in every if word not in HONORIFICS] or every
    if surname_first and len(kept) > 1:
        return kept[0], tuple(kept[1:]), suffix
    return (kept[-1] if kept else ""), tuple(kept[:-1]), suffix


def _given_fit(one: str, other: str) -> bool:
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    return any(one in group and other in group for group in _NICKNAMES)


def fit(one: tuple[str, tuple[str, ...], str], other: tuple[str, tuple[str, ...], str]) -> bool:
    """True when two names of one organisation can be of one person: same surname, given names that do not conflict."""
    if one[0] != other[0] or not one[0] or (one[2] and other[2] and one[2] != other[2]):
        return False
    left, right = one[1], other[1]
    if not left or not right:
        return False
    if not _given_fit(left[0], right[0]):
        # "J. Robert Smith" is called "Robert Smith"
        return any(len(a) > 1 and a in b for a, b in ((left[0], right[1:]), (right[0], left[1:]))) and (
            min(len(left[0]), len(right[0])) == 1
        )
    return all(_given_fit(a, b) for a, b in zip(left[1:], right[1:], strict=False))


def group(
    names: Iterable[tuple[str, str]], surname_first: Iterable[str] = ()
) -> tuple[list[list[str]], list[Candidate]]:
    """(node, name) of one organisation → groups of nodes of one person each, and candidates.

    A variant that fits two persons ("J. Smith" beside John and Jane Smith) joins neither.
    """
    turned = set(surname_first)
    forms: dict[str, set[tuple[str, tuple[str, ...], str]]] = defaultdict(set)
    for node, name in names:
        forms[node].add(parts(name, node in turned))
    by_surname: dict[str, list[str]] = defaultdict(list)
    for node in sorted(forms):
        for surname in {form[0] for form in forms[node]}:
            by_surname[surname].append(node)
    near: dict[str, set[str]] = {node: {node} for node in forms}
    for nodes in by_surname.values():
        for number, left in enumerate(nodes):
            for right in nodes[number + 1 :]:
                if any(fit(a, b) for a in forms[left] for b in forms[right]):
                    near[left].add(right)
                    near[right].add(left)
    groups: dict[str, list[str]] = {}
    candidates = []
    for node in sorted(near):
        around = near[node]
        if all(near[other] == around for other in around):  # everybody fits everybody: one person
            groups.setdefault(min(around), sorted(around))
        else:
            groups.setdefault(node, [node])
            candidates += [
                Candidate(node, other, "", 0.6, ("name fits several persons of the organisation",))
                for other in sorted(around)
                if other > node and near[other] != around
            ]
    return list(groups.values()), candidates
