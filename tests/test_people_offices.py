"""Offices in the words around them: whose they are, which title, which of several dates; names beside them."""

from __future__ import annotations

import pytest
from people_text import claims, offices

from kg.model import PositionClaim


def test_the_fuller_title_of_a_table_takes_the_date_of_the_text() -> None:
    text = (
        "Name\tAge\tPosition\nJane Roe\t52\tChief Executive Officer and Director\n"
        "Ms. Roe has served as our Chief Executive Officer since March 2005."
    )
    assert offices(text) == [("Jane Roe", "Chief Executive Officer and Director", "holds", "2005-03")]


def test_a_seat_that_goes_on_beside_a_new_office() -> None:
    text = (
        "Name\tAge\tPosition\nJane Roe\t52\tPresident and Director\n"
        "Ms. Roe was elected President on February 6, 2012."
    )
    assert sorted(offices(text)) == [
        ("Jane Roe", "Director", "holds", None),
        ("Jane Roe", "President", "appointed", "2012-02-06"),
    ]


def test_the_present_office_is_the_one_of_the_table() -> None:
    text = (
        "Name\tAge\tPosition\nJane Roe\t52\tSenior Vice President, Clinical Development\n"
        "Dr. Roe joined us in June 2007 as Vice President, Biology, and was promoted to her present position"
        " in May 2010."
    )
    assert offices(text) == [("Jane Roe", "Senior Vice President, Clinical Development", "appointed", "2010-05")]


def test_the_successor_of_a_stand_in_is_no_stand_in() -> None:
    text = (
        "On May 4, 2012 the board appointed Jane Roe as Treasurer, effective May 19, 2012. "
        "She will succeed John Doe, who has served as Acting Treasurer since March 2012."
    )
    assert [o for o in offices(text) if o[0] == "Jane Roe"] == [("Jane Roe", "Treasurer", "appointed", "2012-05-19")]


def test_a_short_given_name_is_the_person_of_the_long_one() -> None:
    text = (
        "On May 4, 2012 Gerald P. Mowbray was appointed Treasurer.\n"
        "“Good,” said Gerry Mowbray, Treasurer."
    )
    assert offices(text) == [("Gerald P. Mowbray", "Treasurer", "appointed", "2012-05-04")]


def test_a_surname_that_a_firm_bears_too_is_a_person_where_mr_stands_before_it() -> None:
    text = (
        "Yoshinobu Kitagaki is a director. Mr. Kitagaki is President of Kitagaki Ventures Co., Ltd. of Tokyo, "
        "which owns our common stock."
    )
    assert ("Yoshinobu Kitagaki", "President", "holds", None) in offices(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Good,” said Jane Roe, Executive Officer and Head of Business Development of Northwind Pharma K.K.",
         ("Jane Roe", "Executive Officer and Head of Business Development", "Northwind Pharma K.K.")),
        ("Jane Roe, 52, is Managing Director of Gantry Bioventures, a venture capital firm.",
         ("Jane Roe", "Managing Director", "Gantry Bioventures")),
        ("John Doe was earlier a partner of Ledger Foods, Inc. Jane Roe is a director of Orbis Imaging Corp. Ann Poe is"
         " here.",
         ("Jane Roe", "director", "Orbis Imaging Corp.")),
    ],
)  # fmt: skip
def test_whose_an_office_is(text: str, expected: tuple[str, str, str]) -> None:
    found = [c for c in claims(text) if isinstance(c, PositionClaim)]
    assert [(c.person.name, c.title, c.person.organization.name) for c in found] == [expected]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Jane Roe, who since 2008 has been Treasurer of Acme, will speak.", "2008"),
        ("Jane Roe is Treasurer, and was from 1998 to 2006 a partner in a firm of accountants.", None),
        ("Jane Roe, 52, a director since 2008, is a tobacco broker.", "2008"),
        ("Jane Roe has been a director since March 2006, when she was elected by the board to fill a seat.", "2006-03"),
    ],
)
def test_since_when(text: str, date: str | None) -> None:
    assert [(o[2], o[3]) for o in offices(text)] == [("holds", date)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On March 7, 2012, John Doe notified us that he will not stand for re-election as a director.", None),
        ("Our Treasurer, John Doe, has tendered his resignation effective May 31, 2012.", "2012-05-31"),
        ("On August 27, 2011 Mr. John Doe died. Mr. Doe had served as a director of the Company since 1994.",
         "2011-08-27"),
        ("The employment of John Doe, Ph.D., Treasurer, will end effective May 31, 2012.", "2012-05-31"),
        ("Also on May 12, 2012, John Doe, who has served as a director since July 2006, resigned from the board.",
         "2012-05-12"),
        ("Jane Roe was appointed Treasurer on May 14, 2012, following the resignation on April 30, 2012 of John Doe"
         " from that office.", "2012-04-30"),
    ],
)  # fmt: skip
def test_when_somebody_left(text: str, date: str | None) -> None:
    assert [(o[2], o[3]) for o in offices(text) if o[0] == "John Doe"] == [("departed", date)]


@pytest.mark.parametrize(
    "text",
    [
        "Upon the closing of this offering Jane Roe is expected to join our board.",
        "Jane Roe has agreed to join our board upon completion of this offering.",
        "We license capsids invented by our scientific founder, Dr. Jane Roe.",
        "Our Treasurer, Ann Poe, left us on May 4, 2012, and her duties have been taken over by Jane Roe.",
        "On May 4, 2012 John Doe resigned, and Jane Roe left us to become Treasurer of a private company.",
    ],
)
def test_no_office_is_taken(text: str) -> None:
    assert [o for o in offices(text) if o[0] == "Jane Roe"] == []


def test_a_headline_that_somebody_is_to_succeed_another() -> None:
    text = "Jane Roe to Succeed John Doe, M.D., as Treasurer\nOn May 4, 2012 Jane Roe became Treasurer."
    names = {o[0] for o in offices(text)}
    assert "Jane Roe" in names
    assert names <= {"Jane Roe", "John Doe"}


def test_a_signer_does_not_take_in_the_line_of_the_one_above() -> None:
    text = (
        "By: /s/ JANE ROE\nJane Roe, Chief Executive Officer\n"
        "/s/ JOHN DOE\vJohn Doe\tChairman of the Board of Directors\tMarch 26, 2012\n"
    )
    assert ("John Doe", "Chairman of the Board of Directors") in {o[:2] for o in offices(text, kind="10-K")}


def held(text: str) -> list[tuple[str, str, str]]:
    """(person, title, organisation) of every office."""
    return [
        (c.person.name, c.title, c.person.organization.name) for c in claims(text) if isinstance(c, PositionClaim)
    ]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Ms. Jane Roe is also Chairman of Pixel Dale Studios.", "Pixel Dale Studios"),
        ("Jane Roe has served as Treasurer of MIRA TV since May 1998.", "MIRA TV"),
        ("Jane Roe has been a Director, since 1999, of The BASE Fund (Bay Scholarships).", "BASE Fund"),
        ("Jane Roe has served as a Director of Open Hands Away, a non-profit that feeds people.", "Open Hands Away"),
        ("Jane Roe has been Chairman of the Board of Dorn Corporation since 1989.", "Dorn Corporation"),
        ("Jane Roe is a Trustee of the Board of Trustees of Halden College.", "Halden College"),
        ("Jane Roe is President of iSEV3.", "iSEV3"),
        ("Jane Roe is a partner of Sonnenberg, Nathan & Rosen.", "Sonnenberg, Nathan & Rosen"),
        ("Jane Roe has been a principal in Arbor Investors LLC since 1995.", "Arbor Investors LLC"),
        ("Dorn Corporation will have 500 employees led by a seasoned team, including Jane Roe as Treasurer.",
         "Dorn Corporation"),
    ],
)  # fmt: skip
def test_an_office_is_of_the_firm_that_the_words_behind_it_name(text: str, firm: str) -> None:
    assert [org for person, _, org in held(text) if person == "Jane Roe"] == [firm]


@pytest.mark.parametrize(
    "text",
    [
        "After the merger, Jane Roe remained President of that company.",
        "Each of these companies’ Chief Executive Officer is Jane Roe.",
        "Dorn, of which Jane Roe and John Doe are directors, sells tools.",
        "Jane Roe has been President of the Board of Directors for the Hope & Heroes Fund since 2002.",
        "Jane Roe is Dean and John Henry Doe Professor of Accounting.",
        "Jane Roe, Trustee u/a dated 8/25/94, owns 500 shares.",
        "Attention: Jane Roe, Treasurer\t698,696\t56.1%",
        "Jane Roe is a member of the Global Executive Committee.",
    ],
)
def test_an_office_of_somebody_not_known_is_not_the_companys(text: str) -> None:
    assert held(text) == []


def test_a_part_of_the_company_belongs_to_the_title() -> None:
    assert held("Jane Roe is President of Acme Europe.") == [
        ("Jane Roe", "President of Acme Europe", "Acme Therapeutics, Inc.")
    ]
    assert held("Jane Roe, Senior Vice President and President, Acme Pacific, spoke.") == [
        ("Jane Roe", "Senior Vice President and President, Acme Pacific", "Acme Therapeutics, Inc.")
    ]
    assert held("Jane Roe is a director of Acme and Dorn Corporation.")[0] == (
        "Jane Roe", "director", "Acme Therapeutics, Inc."
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "In the case of a Periodic Offering, the Trustee may rely upon the officers.",
        "RADSOFT GM, VP of Tools, was there.",
        "Vice President, Business Affairs, MSD RADVET Division",
        "The Chairman of the Jane Roe Family Trust spoke.",
    ],
)
def test_kinds_of_things_units_and_trusts_hold_no_office(text: str) -> None:
    assert held(text) == []


def test_each_of_two_events_has_the_date_of_its_clause() -> None:
    text = "In October 2011, Jane Roe was elected Treasurer, and in May 2012, Ms. Roe was elected a director."
    assert sorted(offices(text)) == [
        ("Jane Roe", "Treasurer", "appointed", "2011-10"),
        ("Jane Roe", "director", "appointed", "2012-05"),
    ]


def test_the_heading_of_a_table_tells_whose_officers_it_lists() -> None:
    text = (
        "Executive Officers of Acme Therapeutics, Inc.\nJane Roe\tTreasurer\n"
        "Directors and Senior Officers of Dorn Savings Bank\n"
        "John Doe\tDirector, Senior Vice President\nAnn Poe\tDirector"
    )
    assert held(text) == [
        ("Jane Roe", "Treasurer", "Acme Therapeutics, Inc."),
        ("John Doe", "Director, Senior Vice President", "Dorn Savings Bank"),
        ("Ann Poe", "Director", "Dorn Savings Bank"),
    ]
    text = (
        "Dorn Advisers LLC (“DAL”) advises the Company.\n"
        "Name\tCapacity with DAL\tOther Business\nJane Roe\tTreasurer\tLaw\n"
    )
    assert held(text) == [("Jane Roe", "Treasurer", "Dorn Advisers LLC")]
    assert held("NAME\tPOSITION WITH THE COMPANY\nJane Roe\tTreasurer\n") == [
        ("Jane Roe", "Treasurer", "Acme Therapeutics, Inc.")
    ]


def test_the_chairman_in_a_list_of_a_committee() -> None:
    assert held("MEMBERS OF THE COMPENSATION COMMITTEE\nJane Roe (Chairman)\tJohn Doe") == []


def test_persons_who_differ_in_the_middle_initial() -> None:
    text = (
        "Robert L. Doe, Controller, sold shares. Robert L. Doe, Controller, and Robert L. Doe’s wife left.\n"
        "Robert T. Doe (Director)\nRobert T. Doe, director, voted. Robert T. Doe, director, spoke."
    )
    assert sorted(held(text)) == [
        ("Robert L. Doe", "Controller", "Acme Therapeutics, Inc."),
        ("Robert T. Doe", "Director", "Acme Therapeutics, Inc."),
    ]


def test_the_surname_of_several_words_is_the_persons() -> None:
    text = "Guerrino De Roca, Treasurer, spoke. Mr. De Roca was made a Senior Vice President of the Company in 2012."
    assert {person for person, _, _ in held(text)} == {"Guerrino De Roca"}


def test_a_date_whose_year_stands_on_the_next_line() -> None:
    text = "Jane Roe was appointed Treasurer of the Company on April 29,\n2003. She is a lawyer."
    assert offices(text) == [("Jane Roe", "Treasurer", "appointed", "2003-04-29")]


def test_a_column_of_classes_is_no_part_of_the_name() -> None:
    text = "Directors Whose Terms Continue\nName\tClass\tTerm ends\tServes as\nJane Roe\tIII\t2013\tDirector"
    assert offices(text) == [("Jane Roe", "Director", "holds", None)]


def test_a_son_of_the_same_name_is_another() -> None:
    text = (
        "James F. Roe, Chairman, spoke. James F. Roe, Chairman, signed. The plan of James F. Roe, Chairman, stands.\n"
        "Messrs. James F. Roe, II, and Michael Roe, director, are brothers."
    )
    assert ("James F. Roe", "Chairman", "Acme Therapeutics, Inc.") in held(text)


def test_a_sentence_broken_off_takes_no_date_from_before() -> None:
    text = "On May 4, 2012 we moved.\nJane Roe was appointed Treasurer of the\nEuropean Council in 1990."
    assert [date for *_, date in offices(text)] in ([], [None])


def test_officers_of_a_government_and_fields_of_work() -> None:
    assert held("I, Jane Roe, Acting Comptroller of the Currency, certify this.") == []
    assert held("Jane Roe is director, Corporate Quality Assurance.")[0][1] == "director, Corporate Quality Assurance"


def test_the_same_seat_at_each_company_of_a_list() -> None:
    text = "Jane Roe is also a director of Dorn Corporation, Widget, Inc., Gizmo Ltd. and Boston Mills Corp."
    assert [org for _, _, org in held(text)] == ["Dorn Corporation", "Widget, Inc.", "Gizmo Ltd.", "Boston Mills Corp."]
    assert [org for _, _, org in held("Jane Roe is a director of Dorn Corporation, Widget, Inc.’s parent.")] == [
        "Dorn Corporation"
    ]


def test_a_year_of_birth_between_name_and_office() -> None:
    assert offices("Jane Roe (1980)\tSecretary (since 2011)\tLawyer") == [("Jane Roe", "Secretary", "holds", "2011")]


def test_officers_each_of_whom_was_elected_hold_their_offices() -> None:
    head = "Our officers, each of whom was elected by our Board, as of March 20, 2012, were as follows:"
    text = f"{head}\nJane Roe, Treasurer"
    assert offices(text) == [("Jane Roe", "Treasurer", "holds", None)]


def test_a_partner_of_before_is_none_now() -> None:
    assert held("Previously, Ms. Jane Roe served as Founder of Dorn, a Partner of Oliver Wye, and Treasurer.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Mr. John Doe later became VP of Business Development for Dorn Corporation, focusing on tools.",
        "Directors, Ms. Jane Roe will be granted 77,500 shares.",
        "Ms. Jane Roe is also the Chairman and a large shareholder of Dixar.",
    ],
)
def test_stages_of_a_career_rests_of_sentences_and_owners_of_other_firms(text: str) -> None:
    assert held(text) == []


def test_directors_listed_each_with_the_office_elsewhere() -> None:
    text = (
        "The new directors are Jane Roe, President of Dorn Corp.; John Doe, Chairman of Widget Corp.; and Ann Poe,"
        " former Treasurer of Gizmo Corp."
    )
    assert [who for who, title, org in held(text) if org.startswith("Acme")] == ["Jane Roe", "John Doe", "Ann Poe"]
