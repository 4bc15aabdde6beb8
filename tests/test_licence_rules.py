"""Every rule of licences fires on its own sentence; sentences that tell of no licence yield none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.extract import licence_rules
from kg.extract.licence_frames import directed, undirected
from kg.extract.licence_passages import paragraphs
from kg.extract.licence_rules import NEGATIVE, RULES
from kg.extract.licence_sentence import shape_of
from tests.licence_text import licences_of, read


def fired(text: str) -> set[str]:
    """Ids of the frames that match in `text` and of the rules its licences carry."""
    context, mentions = read(text)
    seen = set()
    for start, end in context.sentences(1):
        sentence = shape_of(context, mentions, 1, start, end)
        seen |= {event.rule for event in directed(sentence)}
        seen |= {event.rule for event, _ in undirected(sentence)}
    return seen | {claim.source.rule.rpartition("_")[0] for claim in licences_of(text)}


INNER = {"license-agreement-bare", "license-option-clause", "license-option-agreement"}
"""Rules that name a record before a better one does; their effect is tested in test_licences."""


@pytest.mark.parametrize("rule", [r for r in RULES.values() if r.id not in INNER], ids=lambda r: r.id)
def test_rule_fires_on_its_own_example(rule: licence_rules.Rule) -> None:
    for example in rule.positive:
        assert rule.id in fired(example)


@pytest.mark.parametrize("text", NEGATIVE)
def test_no_licence_where_none_is_told(text: str) -> None:
    assert licences_of(text) == []


def test_every_frame_has_a_rule() -> None:
    folder = Path(licence_rules.__file__).parent
    used = set()
    for path in folder.glob("licence_*.py"):
        if path.name != "licence_rules.py":
            used |= set(re.findall(r'"(license-[a-z-]+)"', path.read_text(encoding="utf-8")))
    assert used <= set(RULES)


def test_paragraphs_cover_the_layout() -> None:
    assert list(paragraphs("ab\n\ncd")) == [(0, 2), (4, 6)]
