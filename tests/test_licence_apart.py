"""Royalties of one agreement that differ by territory go to the right of the place they name."""

from __future__ import annotations

import pytest
from licence_text import licences_of

from kg.extract.licence_apart import nothing_due, pieces


def test_a_sentence_is_taken_apart_between_its_rates() -> None:
    text = "It will pay 13% to 18% outside the United States and Canada, and 6% in Canada."
    assert list(pieces(text)) == ["It will pay 13% to 18% outside the United States and Canada", "6% in Canada."]
    assert list(pieces("a royalty of 6%")) == ["a royalty of 6%"]


def test_each_right_has_the_royalty_of_its_place() -> None:
    found = licences_of(
        "In June 2015 we granted Castor Pharma GmbH rights to NB-101 that are exclusive in Europe save in Norway, "
        "where they are non-exclusive. It will pay royalties of 13% to 18% in Europe and 6% in Norway."
    )
    rates = {c.grants[0].exclusivity: [(int(p.rate_min or 0), int(p.rate_max or 0)) for p in c.payments] for c in found}
    assert rates == {"exclusive": [(13, 18)], "non-exclusive": [(6, 6)]}


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("Nothing was due on signature for these two countries.", True),
        ("No milestones attach to them.", True),
        ("No royalty was agreed, but $2 million is due on signature.", False),
    ],
)
def test_nothing_due(text: str, none: bool) -> None:
    assert nothing_due(text) is none
