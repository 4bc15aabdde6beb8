"""A file of judgements (append-only JSON lines) ↔ `Judgement` values; a broken or contradictory one is refused.

One JSON object a line: verdict ("same", "different", "unsure"), left, right, who, when, why. Of two judgements about
the same pair the later one stands, so that a line can be taken back by adding another; "unsure" takes back and asks
again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from kg.errors import UsageError
from kg.model.identity import Judgement

VERDICTS = ("same", "different", "unsure")
_FIELDS = ("verdict", "left", "right", "who", "when", "why")


def file_of(store: Path) -> Path:
    """Where the judgements about a store lie: beside it, so that building it anew keeps them."""
    return store.with_name(store.name + ".judgements.jsonl")


def read(path: Path) -> list[Judgement]:
    """Judgements that stand, by line; [] when there is no file. UsageError naming the line that is wrong."""
    if not path.exists():
        return []
    every = []
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 at byte {error.start}") from None
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            every.append(_judgement(path, number, line))
    latest = {frozenset((j.left, j.right)): j for j in every}
    kept = sorted(latest.values(), key=lambda j: j.line)
    try:
        check(kept)
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from None
    return kept


def _judgement(path: Path, number: int, line: str) -> Judgement:
    where = f"{path}, line {number}"
    try:
        said = json.loads(line)
    except ValueError as error:
        raise UsageError(f"{where}: no JSON ({error})") from None
    if not isinstance(said, dict):
        raise UsageError(f"{where}: a judgement is a JSON object")
    if said.get("verdict") not in VERDICTS:
        raise UsageError(f"{where}: verdict is one of {', '.join(VERDICTS)}, not {said.get('verdict')!r}")
    for name in _FIELDS:
        if not isinstance(said.get(name, ""), str):
            raise UsageError(f"{where}: {name} is a text")
    if not said.get("left") or not said.get("right"):
        raise UsageError(f"{where}: left and right name two nodes")
    if said["left"] == said["right"]:
        raise UsageError(f"{where}: left and right are the same node")
    return Judgement(line=number, **{name: said.get(name, "") for name in _FIELDS})


def check(judgements: Iterable[Judgement]) -> None:
    """UsageError naming the line when nodes judged different are the same by other judgements."""
    decided = list(judgements)
    near: dict[str, list[tuple[str, int]]] = {}
    for one in decided:
        if one.verdict == "same":
            near.setdefault(one.left, []).append((one.right, one.line))
            near.setdefault(one.right, []).append((one.left, one.line))
    for one in decided:
        if one.verdict == "different":
            lines = _path(near, one.left, one.right)
            if lines is not None:
                told = ", ".join(str(line) for line in sorted(lines))
                raise UsageError(f"line {one.line} says different what line(s) {told} say is the same: "
                                 f"{one.left} and {one.right}")  # fmt: skip


def _path(near: dict[str, list[tuple[str, int]]], start: str, goal: str) -> list[int] | None:
    """Lines of the judgements that connect two nodes; None when nothing does."""
    came: dict[str, tuple[str, int]] = {start: ("", 0)}
    queue = [start]
    for node in queue:
        for other, line in near.get(node, ()):
            if other not in came:
                came[other] = (node, line)
                queue.append(other)
    if goal not in came:
        return None
    lines = []
    while goal != start:
        goal, line = came[goal]
        lines.append(line)
    return lines


def append(path: Path, judgement: Judgement) -> None:
    """Write one judgement at the end of the file; UsageError (and nothing written) when it contradicts the others."""
    existing = read(path)
    pair = frozenset((judgement.left, judgement.right))
    last = max((j.line for j in existing), default=0) + 1
    check([*(j for j in existing if frozenset((j.left, j.right)) != pair), _numbered(judgement, last)])
    said = {name: value for name, value in asdict(judgement).items() if name != "line" and value}
    with path.open("a", encoding="utf-8") as out:
        out.write(json.dumps(said, ensure_ascii=False) + "\n")
        out.flush()
        os.fsync(out.fileno())


def _numbered(judgement: Judgement, line: int) -> Judgement:
    return Judgement(**{**asdict(judgement), "line": line})
