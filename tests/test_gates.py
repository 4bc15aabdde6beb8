"""What stands behind a gate finds what the pattern alone finds."""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import lru_cache
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg.extract
from kg.extract.gates import Family, Gate, needs
from kg.extract.late import Late
from kg.extract.licence_nouns import _NOMINAL
from kg.extract.position_frames import FRAMES
from kg.extract.sentences import find_sentences
from kg.parse import read_filing, read_submissions

ORG, MARKS = "[\ue000-\ue7ff]", "\ue000\ue7ff"


@pytest.mark.parametrize(
    ("pattern", "flags", "clauses"),
    [
        (r"licen[cs]e from", 0, [{"licence from", "license from"}]),
        (r"\b(?:sold|bought) (?:by|to) \w+ under", 0, [{" under"}, {"sold by ", "sold to ", "bought by", "bought to"}]),
        (r"(?:a|b)?cede?", 0, [{"ced"}]),
        (r"[A-Z]\w+ Director(?:s|ate)?", re.I, [{" director"}]),
        (rf"{ORG} granted", 0, [{" granted"}, {MARKS}]),
        (r"(?:\w+ly )*royalt(?:y|ies)", 0, [{"royalty", "royalties"}]),
        (r"term(?=inated)", 0, [{"terminated"}]),
        (r"(?<=never )sold", 0, [{"sold"}]),
        (r"(?!never)sold", 0, [{"sold"}]),
        (r"(?:license|\d+) of", 0, [{" of"}]),
        (r"\d+ \w*", 0, []),
        (r"(?:Straße)", re.I, [{"stra"}]),
    ],
)
def test_what_a_match_must_hold(pattern: str, flags: int, clauses: list[set[str]]) -> None:
    found = [set(clause) for clause in needs(re.compile(pattern, flags))]
    for clause in clauses:
        assert any(all(any(f in c or c in f for c in clause) for f in have) for have in found), (clause, found)
    assert bool(found) == bool(clauses)


def test_a_gate_stays_shut_without_the_words() -> None:
    rule = Gate(r"\blicen[cs]ed? (?:to|from) [A-Z]\w+")
    assert not rule.may("The lease was assigned to Acme.")
    assert rule.may("It licensed to Acme.")
    assert rule.search("It licensed to Acme.")[0] == "licensed to Acme"  # type: ignore[index]
    assert rule.search("It licensed to Acme.", 0, 12) is None
    assert [m.span() for m in rule.finditer("licensed to Acme, licensed from Bolt", 5)] == [(18, 36)]


def test_letters_that_ignoring_case_takes_for_the_same() -> None:
    rule = Gate("license", re.I)
    for text in ("LICENSE", "lİcense", "lıcense", "licenſe", "LİCENſE"):
        assert (rule.search(text) is not None) == (rule.pattern.search(text) is not None), text


def test_a_family_names_those_that_can_match() -> None:
    family = Family(
        [("gives", re.compile(rf"{ORG} grants")), ("any", re.compile(r"\d")), ("sells", re.compile("sold to"))]
    )
    assert [item for item, _ in family.possible("\ue001 grants a license")] == ["gives", "any"]
    assert [item for item, _ in family.possible("Acme grants; SOLD to \ue001")] == ["gives", "any", "sells"]
    assert [item for item, _ in family.possible("")] == ["any"]


@lru_cache(maxsize=1)
def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern that the extract stage compiles on import, gated or not."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.iter_modules(kg.extract.__path__, "kg.extract."):
        for name, value in vars(importlib.import_module(module.name)).items():
            pattern = value.pattern if isinstance(value, Gate) else value
            if isinstance(pattern, re.Pattern | Late):
                found[f"{module.name}.{name}"] = cast("re.Pattern[str]", pattern)
    return found


@lru_cache(maxsize=1)
def passages() -> list[str]:
    """Sentences of the samples."""
    found: list[str] = []
    for path in sorted((Path(kg.__file__ or "").parent / "samples").iterdir()):
        if path.suffix in (".txt", ".nc"):
            for submission in read_submissions(path.read_bytes(), path.name):
                for text in read_filing(submission).texts:
                    found += [text.text[a:b] for a, b in find_sentences(text.layout)]
    return found


def test_no_pattern_matches_behind_a_shut_gate() -> None:
    sentences = passages()
    matched = shut = 0
    for number, (name, pattern) in enumerate([*patterns().items()][::3]):
        behind = Gate(pattern.pattern, pattern.flags)
        for text in sentences[number % 40 :: 40]:
            if behind.may(text):
                matched += pattern.search(text[:400]) is not None
            else:
                shut += 1
                assert not pattern.search(text[:400]), (name, text)
    assert matched > 100
    assert shut > 3 * matched


WORDS = (
    "\ue001 \ue201 \ue401 \ue601 \ue901 \uf8fe granted an option exclusive license Licence to from under which has been"
    " the of and rights , ; . director elected appointed resigned as on its their royalty paid sublicensee LICENSOR"
    " agreement with between terminated successor İ ſold ς"
).split()


@lru_cache(maxsize=1)
def families() -> list[tuple[Family[str], list[tuple[re.Pattern[str], Gate]]]]:
    """The largest families, with a gate for each pattern of them."""
    every = [[*_NOMINAL], [(frame.rule.id, frame.pattern) for frame in FRAMES]]
    return [
        (Family(rules), [(pattern, Gate(pattern.pattern, pattern.flags)) for _, pattern in rules]) for rules in every
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25), st.booleans())
def test_a_family_loses_no_match(words: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(words)
    for family, rules in families():
        possible = {pattern for _, pattern in family.possible(text)}
        for pattern, behind in rules:
            if pattern.search(text):
                assert behind.may(text)
                assert pattern in possible
