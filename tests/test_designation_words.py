"""Statuses, agencies and grants as passages name them."""

from __future__ import annotations

import pytest

from kg.extract.designation_words import find_agencies, find_statuses, find_windows, granted_until, is_doubtful

KINDS = {
    "orphan drug designation and fast track status": ["orphan-drug", "fast-track"],
    "Regenerative Medicine Advanced Therapy (RMAT) designation": ["rmat"],
    "the PRIME scheme": ["prime"],
    "the prime rate": [],
    "a priority review voucher": [],
    "a rare pediatric disease priority review voucher": [],
    "the Orphan Drug Act": [],
}


@pytest.mark.parametrize(("words", "kinds"), KINDS.items())
def test_statuses(words: str, kinds: list[str]) -> None:
    assert [s.kind for s in find_statuses(words, 0, len(words))] == kinds


def test_each_status_has_the_part_that_speaks_of_it() -> None:
    text = "It has orphan drug status in gout, but fast track status was refused for psoriasis."
    orphan, fast = find_windows(text, 0, len(text), find_statuses(text, 0, len(text)))
    assert (text[slice(*orphan)], text[slice(*fast)]) == (
        "It has orphan drug status in gout",
        ", but fast track status was refused for psoriasis.",
    )


AGENCIES = {
    "The FDA granted it.": ["U.S. Food and Drug Administration"],
    "It is an orphan drug in Europe.": ["European Commission"],
    "The European Commission, on the advice of the EMA, designated it.": ["European Commission"],
    "The FDA and Swissmedic granted it.": ["U.S. Food and Drug Administration", "Swissmedic"],
    "The agency granted it.": [],
}


@pytest.mark.parametrize(("text", "names"), AGENCIES.items())
def test_agencies(text: str, names: list[str]) -> None:
    assert find_agencies(text, 0, len(text)) == names


GRANTS = {
    "In May 2009 it received orphan drug designation.": True,
    "Our request for orphan drug designation was granted.": True,
    "We have requested orphan drug designation.": False,
    "It may receive orphan drug designation.": False,
    "It received orphan drug designation, but it was withdrawn.": False,
    "Orphan drug designation, a matter of law.": False,
}


@pytest.mark.parametrize(("text", "granted"), GRANTS.items())
def test_grants(text: str, granted: bool) -> None:
    (status,) = find_statuses(text, 0, len(text))
    assert (granted_until(text, 0, len(text), status, 0) is not None) is granted


def test_what_stands_besides_a_grant_makes_it_no_doubt() -> None:
    assert not is_doubtful("granted to our product candidate in May 2009, which may be sold")
    assert is_doubtful("may be granted to our product candidate")
