"""The external sort agrees with `sorted(set(…))` whatever the size of its runs."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kg.sorting import sorted_unique

LINES = st.lists(st.binary(max_size=6).map(lambda b: b.replace(b"\n", b"") + b"\n"), max_size=200)


@given(LINES, st.sampled_from([1, 200, 10_000]))
def test_equals_sorted_set(lines: list[bytes], chunk: int) -> None:
    assert list(sorted_unique(lines, chunk_bytes=chunk)) == sorted(set(lines))


def test_more_runs_than_one_merge_takes(tmp_path: Path) -> None:
    lines = [b"%05d\n" % (n * 7919 % 5000) for n in range(5000)]
    assert list(sorted_unique(lines, tmp_path, chunk_bytes=500)) == [b"%05d\n" % n for n in range(5000)]
    assert list(tmp_path.iterdir()) == []


def test_closing_early_leaves_no_files(tmp_path: Path) -> None:
    made = sorted_unique((b"%d\n" % n for n in range(100)), tmp_path, chunk_bytes=100)
    next(made)
    assert len(list(tmp_path.iterdir())) == 1
    made.close()
    assert list(tmp_path.iterdir()) == []
