"""The model that weighs licences: what it sees of a pair, what it proposes, doubts and leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.licence_features import features, pairs, tokens
from kg.extract.licence_sentence import Sentence, shape_of
from kg.extract.scorer import chance, margin, weights
from tests.licence_text import licences_of, read

HARBROOK, CASTOR, NORWELL = "Harbrook University", "Castor Pharma GmbH", "NORWELL BIO, INC."


def sides(text: str) -> set[tuple[str, str]]:
    return {(a.name, b.name) for c in licences_of(text) for a in c.licensors for b in c.licensees}


def sentence_of(text: str) -> Sentence:
    context, mentions = read(text)
    start, end = context.sentences(1)[-1]
    return shape_of(context, mentions, 1, start, end)


@pytest.mark.parametrize(
    ("text", "giver", "taker"),
    [
        ("Castor Pharma GmbH, licensee under Harbrook University’s patents, pays it 2%.", HARBROOK, CASTOR),
        ("Harbrook University, as licensor, and Castor Pharma GmbH, as licensee, share the costs.", HARBROOK, CASTOR),
        ("Castor Pharma GmbH came by Harbrook University's patents by exclusive license.", HARBROOK, CASTOR),
    ],
)  # fmt: skip
def test_what_no_frame_reads_is_proposed(text: str, giver: str, taker: str) -> None:
    assert sides(text) == {(giver, taker)}


@pytest.mark.parametrize(
    "text",
    [
        "Harbrook University and Castor Pharma GmbH published the results of a study of NB-101 in May 2018.",
        "Castor Pharma GmbH bought 40,000 shares of Harbrook University's spin-off Delmore Therapeutics LLC.",
        "Under a license agreement with Hollin AG, the commercial arm of Castor Pharma GmbH, we work on NB-101.",
        "Castor Pharma GmbH works on NB-101. Cash rose, as net proceeds from stock option exercises outdid debt.",
        "Castor Pharma GmbH makes tablets of NB-101 for Harbrook University under a supply agreement.",
    ],
)
def test_neighbours_are_no_parties(text: str) -> None:
    assert sides(text) == set()


def test_features_tell_the_two_ways_apart_and_never_the_names() -> None:
    sentence = sentence_of("In May 2018 Harbrook University licensed NB-101 to Castor Pharma GmbH.")
    line = tokens(sentence)
    giver, taker = sentence.orgs
    one, other = (features(sentence, line, *pair, giver) for pair in ((giver, taker), (taker, giver)))
    assert "cABpath:LICED D to" in one
    assert "cBApath:LICED D to" in other
    assert not any("harbrook" in f.lower() or "castor" in f.lower() for f in one | other)


def test_pairs_are_ordered_and_never_of_one() -> None:
    sentence = sentence_of("In May 2018 Harbrook University licensed NB-101 to Castor Pharma GmbH.")
    filer = read("x")[0].filer
    found = [(a.name, b.name) for a, b in pairs(sentence, (), filer)]
    assert found[0] == (HARBROOK, CASTOR)
    assert len(found) == len(set(found)) == 6
    assert all(a != b for a, b in found)


@given(st.sets(st.sampled_from([*sorted(weights("licence"))[:500], "never seen", "bias"])))
def test_a_probability_lies_between_nought_and_one(seen: set[str]) -> None:
    assert 0 < chance(margin("licence", seen)) < 1
    assert margin("licence", seen | {"never seen"}) == margin("licence", seen - {"never seen"})
