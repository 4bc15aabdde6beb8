"""Documents of one thing over and over are read in work that grows as they do; for times, `benchmarks/hostile.py`."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pytest

from kg.extract import extract


def _benchmark() -> ModuleType:
    path = Path(__file__).parent.parent / "benchmarks" / "hostile.py"
    spec = importlib.util.spec_from_file_location("hostile", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


hostile = _benchmark()


def _calls(layout: str) -> int:
    """How many functions, ours and built in, reading this text calls."""
    count = 0

    def hear(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    read = hostile.reading(layout)
    before = sys.getprofile()
    sys.setprofile(hear)
    try:
        extract(read)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("shape", hostile.SHAPES)
def test_work_grows_as_the_text_does(shape: str) -> None:
    made = hostile.SHAPES[shape]
    extract(hostile.reading(made(500)))  # tables and caches
    small, large = _calls(made(2_000)), _calls(made(8_000))
    assert large < 6 * max(small, 2_000), (small, large)
