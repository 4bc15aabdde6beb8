"""When an office begins or ends: days told by another day, by a meeting, or in what somebody said would happen."""

from __future__ import annotations

import pytest
from people_text import offices


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Until June 1, 2012 our consultants kept the books. On that day Jane Roe entered upon her duties as Chief"
            " Financial Officer.",
            ("Jane Roe", "Chief Financial Officer", "appointed", "2012-06-01"),
        ),
        (
            "Jane Roe joined the Board on May 4, 2012 in place of John Doe, who resigned as a director the day before.",
            ("John Doe", "director", "departed", "2012-05-03"),
        ),
        (
            "The annual meeting of stockholders will be held on July 26, 2012. John Doe will not stand for re-election"
            " as a director at the Annual Meeting.",
            ("John Doe", "director", "departed", "2012-07-26"),
        ),
        (
            "On May 3, 2012 John Doe informed us that he would be stepping down as Treasurer effective June 30, 2012.",
            ("John Doe", "Treasurer", "departed", "2012-06-30"),
        ),
        (
            "The position of Treasurer has been vacant since May 4, 2012, on which day John Doe, who had occupied it,"
            " retired.",
            ("John Doe", "Treasurer", "departed", "2012-05-04"),
        ),
    ],
)
def test_when(text: str, found: tuple[str, str, str, str]) -> None:
    assert found in offices(text)


def test_what_would_not_happen() -> None:
    text = "John Doe told the Board that he would not resign as Treasurer on June 30, 2012."
    assert all(event != "departed" for _, _, event, _ in offices(text))
