"""Offices in tables, headings and lists: which cell is a name, which a class, which a heading."""

from __future__ import annotations

from people_text import claims, offices

from kg.model import PositionClaim


def test_a_class_in_the_next_cell_is_no_part_of_a_name() -> None:
    text = (
        "Directors Whose Terms Continue\nName\tClass\tTerm ends\tServes as\n"
        "Jane Roe, Ph.D.\tII\t2013\tPresident, Chief Executive Officer and Director\n"
        "Tobias van Aken\tII\t2013\tChairman of the Board\nLeland S. Pettibone\tClass III\t2014\tDirector"
    )
    assert offices(text) == [
        ("Jane Roe", "President, Chief Executive Officer and Director", "holds", None),
        ("Tobias van Aken", "Chairman of the Board", "holds", None),
        ("Leland S. Pettibone", "Director", "holds", None),
    ]


def test_a_field_behind_a_hyphen() -> None:
    text = "Name\tAge\tOffice\nJane Roe, M.D.\t47\tVice President-Medical Affairs"
    assert offices(text) == [("Jane Roe", "Vice President-Medical Affairs", "holds", None)]


def test_a_firm_whose_name_has_the_shape_of_a_person() -> None:
    found = claims(
        "Jane Roe, 57. Ms. Roe ran the biologics division of Sennen Chemical until 2008 and is now Chief Executive"
        " Officer of Widget Devices, Inc. She is also a partner of Great Lakes Venture Forge."
    )
    assert [(c.person.name, c.person.organization.name, c.title) for c in found if isinstance(c, PositionClaim)] == [
        ("Jane Roe", "Widget Devices, Inc.", "Chief Executive Officer"),
        ("Jane Roe", "Great Lakes Venture Forge", "partner"),
    ]


def test_a_heading_tells_what_became_of_those_under_it() -> None:
    text = "Resignations effective May 31, 2012\nJane Roe, Treasurer\nJohn Doe, Secretary"
    assert offices(text) == [
        ("Jane Roe", "Treasurer", "departed", "2012-05-31"),
        ("John Doe", "Secretary", "departed", "2012-05-31"),
    ]


def test_an_office_that_somebody_had_until_lately() -> None:
    text = "The person whom she replaced, John Doe, was Chief Financial Officer until December 30, 2011."
    assert offices(text) == [("John Doe", "Chief Financial Officer", "departed", "2011-12-30")]
    assert offices("John Doe was Chief Financial Officer until December 30, 2001.") == []
