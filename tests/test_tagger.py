"""The tagger of chemicals and diseases."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.extract.tagger import (
    FIRST_MODEL,
    MODEL,
    TaggedMention,
    features,
    mentions,
    nearby_tags,
    spans_of,
    tag_sentences,
)


def test_spans_of_iob_tags() -> None:
    tags = ["O", "B-Chemical", "I-Chemical", "B-Chemical", "I-Disease", "O", "B-Disease"]
    assert list(spans_of(tags)) == [(1, 3, "Chemical"), (3, 4, "Chemical"), (4, 5, "Disease"), (6, 7, "Disease")]
    assert list(spans_of([])) == []


def test_features_of_a_word() -> None:
    rows = features(["Paclitaxel", "for", "gout"])
    assert {"w=paclitaxel", "drug=one", "x3=xel", "v=O", "0|1=paclitaxel|for"} <= set(rows[0])
    assert {"v=B", "-1w=for", "-1|0=for|gout"} <= set(rows[2])


def test_words_nearby_tell_their_tag() -> None:
    sentences = [["Zorbine", "helps"], ["we", "gave", "zorbine"]]
    tags = [["B-Chemical", "O"], ["O", "O", "B-Chemical"]]
    near = nearby_tags(sentences, tags)
    assert near[0] == ["B-Chemical:all:2", "O:all:1"]
    assert near[1][2] == "B-Chemical:all:2"


def test_an_abbreviation_learns_from_its_long_form() -> None:
    sentences = [["hepatic", "mire", "fever", "(", "HMF", ")", "grew"], ["HMF", "fell"]]
    tags = [["B-Disease", "I-Disease", "I-Disease", "O", "O", "O", "O"], ["O", "O"]]
    assert nearby_tags(sentences, tags)[1][0] == "abbr:Disease"


def test_words_far_away_do_not_count() -> None:
    sentences = [["zorbine"], *([["x"]] * 40), ["zorbine"]]
    tags = [["B-Chemical"], *([["O"]] * 40), ["O"]]
    assert nearby_tags(sentences, tags)[-1] == ["O:all:1"]


def test_mentions_have_offsets() -> None:
    text = "Patients with hypertension received cisplatin. Severe nausea followed cisplatin."
    found = mentions(text, [(0, 46), (47, len(text))])
    assert TaggedMention(text.index("hypertension"), text.index("hypertension") + 12, "Disease") in found
    assert [text[m.start : m.end] for m in found if m.kind == "Chemical"] == ["cisplatin", "cisplatin"]
    assert mentions(text, []) == []


def test_same_words_same_tags() -> None:
    words = [["Selegiline", "-", "induced", "postural", "hypotension"]]
    assert tag_sentences(words) == tag_sentences(words)
    assert tag_sentences(words)[0][0] == "B-Chemical"


def test_models_are_small() -> None:
    assert FIRST_MODEL.stat().st_size + MODEL.stat().st_size < 3_000_000


def test_development_part() -> None:
    root = (
        Path(os.environ.get("KG_SHARED", Path(__file__).parent.parent.parent / "shared"))
        / "ner"
        / "bc5cdr"
        / "devel.tsv"
    )
    if not root.is_file():
        pytest.skip("the annotated abstracts are not at hand")
    sentences: list[list[str]] = [[]]
    gold: list[list[str]] = [[]]
    for line in root.read_text(encoding="utf-8").split("\n"):
        if line:
            word, tag = line.split("\t")
            sentences[-1].append(word)
            gold[-1].append(tag)
        else:
            sentences.append([])
            gold.append([])
        if len(sentences) > 1_500:
            break
    hit = made = wanted = 0
    for right, mine in zip(gold, tag_sentences(sentences), strict=True):
        a, b = set(spans_of(right)), set(spans_of(mine))
        hit, made, wanted = hit + len(a & b), made + len(b), wanted + len(a)
    assert 2 * hit / (made + wanted) > 0.84
