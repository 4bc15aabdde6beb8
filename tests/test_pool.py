"""Processes that work: results arrive, exceptions travel, deaths and delays are known by their input."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg import pool
from kg.errors import StoreError


@pytest.fixture(autouse=True)
def _findable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]))


def test_every_input_gets_its_result() -> None:
    assert sorted(pool.run("pool_work:square", range(20), 3)) == [(n, n * n) for n in range(20)]
    assert list(pool.run("pool_work:square", [], 3)) == []


def test_no_more_inputs_are_held_than_there_are_workers() -> None:
    drawn = 0

    def inputs() -> object:
        nonlocal drawn
        for number in range(30):
            drawn += 1
            yield number

    for done, _ in enumerate(pool.run("pool_work:square", inputs(), 2)):  # type: ignore[arg-type]
        assert drawn <= done + 3


def test_an_exception_is_raised_where_the_work_was_asked_for() -> None:
    with pytest.raises(StoreError, match="no room for 3"):
        list(pool.run("pool_work:refuse", [3], 2))
    with pytest.raises(RuntimeError, match="division by zero"):
        list(pool.run("pool_work:stumble", [3], 2))


def test_a_death_is_known_by_its_input_and_the_rest_is_done() -> None:
    told = dict(pool.run("pool_work:die_on_seven", range(12), 2))
    assert told[7] == pool.Lost("crashed (exit status -9)")
    assert [told[n] for n in range(12) if n != 7] == [n for n in range(12) if n != 7]


def test_what_takes_too_long_is_given_up() -> None:
    began = time.monotonic()
    told = dict(pool.run("pool_work:sleep_on_two", range(4), 2, seconds=1.5))
    assert told[2] == pool.Lost("took longer than 1.5 seconds")
    assert [told[n] for n in (0, 1, 3)] == [0, 1, 3]
    assert time.monotonic() - began < 20


def test_what_a_worker_prints_does_not_mix_with_its_answers(capfd: pytest.CaptureFixture[str]) -> None:
    assert list(pool.run("pool_work:chatter", [1], 1)) == [(1, 1)]
    assert "chatter" not in capfd.readouterr().out


def test_workers_leave_when_their_parent_is_killed(tmp_path: Path) -> None:
    code = f"from kg import pool\nlist(pool.run('pool_work:note_and_sleep', [{str(tmp_path)!r}] * 2, 2))"
    path = os.pathsep.join([str(Path(pool.__file__).parents[1]), os.environ["PYTHONPATH"]])
    parent = subprocess.Popen([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": path})
    wait_for(lambda: len(list(tmp_path.iterdir())) == 2)
    pids = [int(p.name) for p in tmp_path.iterdir()]
    parent.kill()
    parent.wait()
    wait_for(lambda: not any(alive(pid) for pid in pids))


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_for(condition: object, seconds: float = 20) -> None:
    assert callable(condition)
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def test_a_message_cut_short_is_an_end() -> None:
    whole = io.BytesIO()
    pool.send(whole, {"a": b"x" * 1000})
    assert pool.receive(io.BytesIO(whole.getvalue())) == {"a": b"x" * 1000}
    for size in (0, 4, 8, 500):
        with pytest.raises(EOFError):
            pool.receive(io.BytesIO(whole.getvalue()[:size]))
