"""A resolved store and a story's entities → pairs rightly joined, wrongly joined and missed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from scenario.identity_story import Told

from kg import ontology, store
from kg.model.identity import Place

ID = ontology.ID


@dataclass(frozen=True)
class Score:
    """Pairs of mentions: how many should be joined, how many of them are; names of what went wrong."""

    expected: int
    found: int
    right: int
    wrong: tuple[tuple[str, ...], ...]
    missed: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.right / self.found

    @property
    def recall(self) -> float:
        return self.right / self.expected


def places(at: Path, story: Sequence[Told], entities: Mapping[str, tuple[str, ...]]) -> dict[str, list[Place]]:
    """Entity of the story → where it is spoken of."""
    accession = {told.number: told.accession for told in story}
    corpus = store.corpus(store.open_read_only(at), ["rdf:type"])
    by_node: dict[str, list[str]] = defaultdict(list)
    deals: dict[str, str] = {}
    for number, node in corpus.facts["rdf:type"]:
        by_node[node].append(number)
        if node.startswith(ID + "agreement/"):
            deals[number] = node
    found: dict[str, list[Place]] = {}
    for entity, written in entities.items():
        for text in written:
            name, _, numbers = text.partition("@")
            wanted = [accession[int(n)] for n in numbers.split(",") if n]
            if name == "agreement":
                found.setdefault(entity, []).extend((a, deals[a]) for a in wanted)
            else:
                node = ID + name
                assert by_node[node], f"{text} is nowhere"
                assert set(wanted) <= set(by_node[node]), text
                found.setdefault(entity, []).extend((a, node) for a in wanted or sorted(set(by_node[node])))
    return found


def _pairs(groups: Iterable[list[Place]]) -> set[frozenset[Place]]:
    return {frozenset(pair) for group in groups for pair in combinations(sorted(set(group)), 2)}


def score(at: Path, story: Sequence[Told], entities: Mapping[str, tuple[str, ...]]) -> Score:
    """How far the nodes of a store are those of a story."""
    meaning = store.read_meaning(store.open_read_only(at))
    expected = places(at, story, entities)
    made: dict[str, list[Place]] = defaultdict(list)
    for place in (place for group in expected.values() for place in group):
        made[meaning.of(*place)].append(place)
    right, found = _pairs(expected.values()), _pairs(made.values())
    name = {place: entity for entity, group in expected.items() for place in group}
    wrong = {tuple(sorted({name[p] for p in pair})) for pair in found - right}
    missed = {" = ".join(sorted(f"{a[-6:]} {n.removeprefix(ID)}" for a, n in pair)) for pair in right - found}
    return Score(len(right), len(found), len(right & found), tuple(sorted(wrong)), tuple(sorted(missed)))
