"""The network of licences: the words it is given, and that it reads them as it was trained to."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.licence_features import tokens
from kg.extract.licence_network import PATH, margins, network
from kg.extract.licence_sentence import shape_of
from kg.extract.licence_sequence import FAR, GIVER, MOST, NOWHERE, OTHER, TAKER, Words, before, said, sequence
from tests.licence_text import read

STORY = (
    "Harbrook University owns the patents on NB-101. "
    "In May 2018 it licensed them to Castor Pharma GmbH, which Delmore Bank plc advised."
)


NAMES = ("Harbrook", "Castor", "Delmore")


def seen(text: str, giver: int, taker: int) -> Words:
    """The last sentence as two of `NAMES` see it."""
    context, mentions = read(text)
    start, end = context.sentences(1)[-1]
    sentence = shape_of(context, mentions, 1, start, end)
    orgs = [m.org for m in context.orgs(1)]
    one, other = (next(o for o in orgs if o.name.startswith(NAMES[n])) for n in (giver, taker))
    return sequence(tokens(sentence), before(context, mentions, sentence), one, other)


def named(words: Words, part: int) -> list[int]:
    return [at for at, value in enumerate(words.parts) if value == part]


def test_a_sequence_marks_the_pair_here_and_in_the_sentence_before() -> None:
    context, mentions = read(STORY)
    start, end = context.sentences(1)[-1]
    sentence = shape_of(context, mentions, 1, start, end)
    harbrook = next(m.org for m in context.orgs(1) if m.org.name.startswith("Harbrook"))
    castor = next(m.org for m in context.orgs(1) if m.org.name.startswith("Castor"))
    words = sequence(tokens(sentence), before(context, mentions, sentence), harbrook, castor)
    assert words.words[named(words, GIVER + 4)[0]] == "A"
    assert [words.words[at] for at in named(words, TAKER)] == ["B"]
    assert len(named(words, OTHER)) == 1
    assert not any("harbrook" in w.lower() or "castor" in w.lower() for w in words.words)
    at = named(words, TAKER)[0]
    assert words.to_taker[at] == FAR
    assert words.to_taker[at + 1] == FAR + 1
    assert words.to_taker[at - 1] == FAR - 1


def test_the_two_ways_of_a_pair_differ_in_their_marks_alone() -> None:
    one, other = seen(STORY, 0, 1), seen(STORY, 1, 0)
    assert one.kinds == other.kinds
    assert one.to_giver == other.to_taker
    assert {(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b} <= {
        ("A", "B"), ("B", "A"), ("A's", "B's"), ("B's", "A's")
    }  # fmt: skip


def test_long_sentences_are_cut_around_the_pair() -> None:
    filler = "the old and the new report, " * 80
    words = seen(f"{filler}Harbrook University licensed NB-101 to Castor Pharma GmbH {filler}", 0, 1)
    assert len(words.words) == MOST
    assert named(words, GIVER)
    assert named(words, TAKER)


def test_one_who_is_not_named_is_nowhere() -> None:
    context, mentions = read("Harbrook University has licensed NB-101.")
    start, end = context.sentences(1)[-1]
    sentence = shape_of(context, mentions, 1, start, end)
    words = sequence(tokens(sentence), None, sentence.orgs[0], context.filer)
    assert set(words.to_taker) == {NOWHERE}


def test_what_frames_say_is_told_beside_the_words() -> None:
    assert said({"frame:AB", "w:license", "F:unreal", "cAB:GIVE", "filer=A"}) == ["F:unreal", "filer=A", "frame:AB"]


def test_its_margins_tell_a_plain_licence_from_its_reverse() -> None:
    text = "Harbrook University granted Castor Pharma GmbH an exclusive license to its patents."
    there, back = margins([(seen(text, 0, 1), []), (seen(text, 1, 0), [])])
    assert there > 0 > back


def test_each_pair_is_read_by_itself() -> None:
    pairs = [(seen(STORY, a, b), ["filer=O"]) for a, b in ((0, 1), (1, 0), (1, 2))]
    assert margins(pairs) == pytest.approx([margins([pair])[0] for pair in pairs], abs=1e-4)


@given(st.lists(st.sampled_from(["A", "B", "licensed", "to", "<$>", "zzz", ""]), min_size=1, max_size=40))
def test_any_words_have_a_margin(words: list[str]) -> None:
    none = (NOWHERE,) * len(words)
    line = Words(tuple(words), ("",) * len(words), (0,) * len(words), none, none)
    assert np.isfinite(margins([(line, ["nothing known"])])).all()


def test_the_file_is_small_and_its_lists_fit_its_weights() -> None:
    net = network()
    assert PATH.stat().st_size < 2_500_000
    for weights in net.weights:
        assert weights["word"].shape[0] == len(net.words) + 2
        assert weights["kind"].shape[0] == len(net.kinds) + 1
        assert weights["said"].shape[0] == len(net.said)
