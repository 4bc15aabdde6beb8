"""What the rules find in written texts: precision and recall may rise, and must not fall below these floors."""

from __future__ import annotations

import pytest

from tests.measured import HERE, listed, passages, score, submissions

FLOORS = [
    ("gold", "licenses", 0.86, 0.81),
    ("gold", "positions", 0.97, 0.95),
    ("gold", "compounds", 0.95, 0.94),
    ("gold-3", "licenses", 0.88, 0.87),
    ("gold-4", "licenses", 0.9, 0.95),
    ("gold-4", "positions", 0.91, 0.93),
    ("gold-4", "compounds", 0.92, 0.95),
    ("gold-6", "licenses", 0.8, 0.47),
    ("gold-6", "positions", 0.92, 0.87),
    ("gold-6", "compounds", 0.88, 0.91),
    ("gold-8", "licenses", 0.79, 0.71),
    ("gold-8", "positions", 0.95, 0.91),
    ("gold-8", "compounds", 0.93, 0.88),
    ("gold-10", "licenses", 0.83, 0.6),
    ("gold-10", "positions", 0.87, 0.71),
    ("gold-10", "compounds", 0.91, 0.86),
    ("gold-12", "licenses", 0.85, 0.65),
    ("gold-12", "positions", 0.85, 0.78),
    ("gold-12", "compounds", 0.95, 0.94),
    ("licences-1-unread", "licenses", 0.82, 0.65),
    ("licences-2-unread", "licenses", 0.79, 0.59),
    ("licences-3-unread", "licenses", 0.65, 0.48),
    ("people-unread", "positions", 0.88, 0.59),
    ("people-unread", "former_names", 0.99, 0.45),
    ("people-2-unread", "positions", 0.93, 0.64),
    ("people-2-unread", "former_names", 0.6, 0.15),
    ("drugs-unread", "compounds", 0.8, 0.78),
    ("drugs-2-unread", "compounds", 0.79, 0.76),
]


@pytest.mark.parametrize(("material", "kind", "precision", "recall"), FLOORS)
def test_rules_do_not_fall_behind(material: str, kind: str, precision: float, recall: float) -> None:
    whole = material.startswith("gold")
    texts = submissions(HERE / material) if whole else passages(HERE / "passages" / f"{material}.txt")
    right, seen = score(texts, kind)
    assert (right >= precision, seen >= recall) == (True, True), (material, kind, round(right, 3), round(seen, 3))


def test_every_passage_can_be_read() -> None:
    """The lists are complete: a file that lost its facts would make the floors easy."""
    count = {p.stem: len(list(passages(p))) for p in sorted((HERE / "passages").glob("*.txt"))}
    assert count == {
        "drugs-2-read": 157,
        "drugs-2-unread": 79,
        "drugs-read": 55,
        "drugs-unread": 55,
        "licences-1-read": 45,
        "licences-1-unread": 45,
        "licences-2-read": 45,
        "licences-2-unread": 45,
        "licences-3-read": 40,
        "licences-3-unread": 40,
        "people-2-read": 146,
        "people-2-unread": 74,
        "people-read": 55,
        "people-unread": 55,
    }
    facts = [f for _, f in passages(HERE / "passages" / "licences-1-unread.txt")]
    assert sum(len(listed(f, "licenses")) for f in facts) == 46
