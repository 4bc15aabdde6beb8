"""Patterns that are compiled when first asked."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import kg.extract
from kg.extract.gates import Gate
from kg.extract.late import Late, late
from kg.extract.scan import Cue


def test_it_finds_what_the_pattern_finds() -> None:
    pattern = late(r"(?P<n>\d)a", re.I)
    found = pattern.search("b1A2a", 2)
    assert found is not None
    assert found["n"] == "2"
    assert [m[0] for m in pattern.finditer("b1A2a")] == ["1A", "2a"]
    assert pattern.findall("1A2a") == ["1", "2"]
    assert pattern.split("x1ay2az", maxsplit=1) == ["x", "1", "y2az"]
    assert pattern.sub("-", "x1ay2a", count=1) == "x-y2a"
    assert pattern.match("xx1a", 2) is not None
    assert pattern.fullmatch("1ab") is None


def test_any_method_may_be_the_first() -> None:
    assert late("a").split("bab", maxsplit=1) == ["b", "b"]
    assert late("a").sub("c", "aa", count=1) == "ca"
    assert late("a", re.I).fullmatch("A") is not None


def test_it_is_compiled_when_asked() -> None:
    broken = late("(")
    assert broken.pattern == "("
    try:
        broken.search("")
    except re.error as error:
        assert "unterminated" in str(error)  # noqa: PT017 — the error is that of the compiler
    else:
        raise AssertionError("a broken pattern was asked")


def test_all_patterns_of_extraction_are_sound() -> None:
    """What importing told before: each can be compiled, and each cue has openings."""
    asked = 0
    for module in pkgutil.iter_modules(kg.extract.__path__, "kg.extract."):
        for value in vars(importlib.import_module(module.name)).values():
            for each in value if isinstance(value, tuple | list) else (value,):
                if isinstance(each, Late):
                    re.compile(each.pattern, each.flags)
                elif isinstance(each, Gate | Cue):
                    each.search("Neither fish nor fowl.")
                else:
                    continue
                asked += 1
    assert asked > 700


def test_nobody_asks_which_late_pattern_a_match_is_of() -> None:
    """`match.re` is the compiled pattern, never the one that stands for it."""
    for path in Path(kg.extract.__path__[0]).glob("*.py"):
        assert not re.search(r"\.re (?:is|==|in)\b", path.read_text()), path.name
