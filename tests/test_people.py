"""Offices across sentences: follow-ups, lists, letters, tables, merging; and that long documents take linear time."""

from __future__ import annotations

import time

import pytest
from people_text import COMPANY, claims, former, offices

from kg.model import PositionClaim


def test_a_later_sentence_dates_the_appointment() -> None:
    text = (
        "On January 13, 2012 the board appointed Jane Roe as Treasurer. "
        "Ms. Roe will take office on February 7, 2012."
    )
    assert offices(text) == [("Jane Roe", "Treasurer", "appointed", "2012-02-07")]


def test_somebody_appointed_who_also_signs_is_appointed_only() -> None:
    text = "On May 4, 2012 Jane Roe was appointed Chief Executive Officer.\n“Good,” said Jane Roe, CEO."
    assert offices(text) == [("Jane Roe", "Chief Executive Officer", "appointed", "2012-05-04")]


def test_one_office_in_different_words_is_one_entry_with_the_fuller_title() -> None:
    text = "“Good,” said Jane Roe, CEO.\nJane Roe, President and Chief Executive Officer, will speak."
    assert offices(text) == [("Jane Roe", "President and Chief Executive Officer", "holds", None)]


def test_a_succession_gives_both_events() -> None:
    text = "On June 4, 2012 Jane Roe succeeded John Doe as General Counsel."
    assert offices(text) == [
        ("Jane Roe", "General Counsel", "appointed", "2012-06-04"),
        ("John Doe", "General Counsel", "departed", "2012-06-04"),
    ]


def test_a_resignation_withdrawn_in_the_next_sentence_is_no_departure() -> None:
    text = (
        "Jane Roe, our Treasurer, gave notice on May 4, 2012 that she would leave the Company. "
        "On May 30, 2012 Ms. Roe and the Company agreed that the notice be treated as withdrawn."
    )
    assert offices(text) == [("Jane Roe", "Treasurer", "holds", None)]


def test_a_departure_said_without_the_office() -> None:
    text = "“Good,” said Jane Roe, our Treasurer.\nAs announced, Ms. Roe will retire on September 30, 2012."
    assert offices(text) == [("Jane Roe", "Treasurer", "departed", "2012-09-30")]


def test_a_list_under_a_line_that_tells_what_happened() -> None:
    text = "On May 22, 2012 the following took office:\nJane Roe\tTreasurer\nJohn Doe\tSecretary"
    assert offices(text) == [
        ("Jane Roe", "Treasurer", "appointed", "2012-05-22"),
        ("John Doe", "Secretary", "appointed", "2012-05-22"),
    ]


def test_a_table_of_officers() -> None:
    text = "Name\tAge\tPosition\nJane Roe, Ph.D.\t51\tPresident and Director\nJohn Doe (1)\t47\tVice President, Finance"
    assert offices(text) == [
        ("Jane Roe", "President and Director", "holds", None),
        ("John Doe", "Vice President, Finance", "holds", None),
    ]


def test_a_letter_speaks_for_its_writer() -> None:
    text = "Dear shareholders:\nI became Chief Executive Officer on April 17, 2012.\n/s/ Jane Roe"
    assert ("Jane Roe", "Chief Executive Officer", "appointed", "2012-04-17") in offices(text)


def test_the_organisation_is_the_one_the_words_name() -> None:
    text = "“Good,” said Jane Roe, Chief Executive Officer of Widget Tools, Inc."
    (claim,) = [c for c in claims(text) if isinstance(c, PositionClaim)]
    assert claim.person.organization.name == "Widget Tools, Inc."
    assert claim.roles == ("chief-executive-officer",)
    assert 0.5 < claim.source.confidence < 1


@pytest.mark.parametrize(
    "text",
    [
        "Before she joined us Jane Roe was Treasurer of Widget Tools, Inc.",
        "Jane Roe has been nominated for election as a director.",
        "Karen Roe was elected Chair of the Audit Committee.",
        "Professor Emil Roe, chair of our Scientific Advisory Board, presented the data.",
        "Our founder, Jane Roe, owns 4% of the shares.",
        "We have offered John Doe the position of Treasurer.",
    ],
)
def test_what_is_no_office_held_today(text: str) -> None:
    assert offices(text) == []


def test_several_persons_and_offices_respectively() -> None:
    text = (
        "On May 4, 2012 Abel Roe, M.D. and Carmen Doe, Ph.D. were promoted to Senior Vice President, Clinical Affairs "
        "and Vice President, Toxicology, respectively."
    )
    assert offices(text) == [
        ("Abel Roe", "Senior Vice President, Clinical Affairs", "appointed", "2012-05-04"),
        ("Carmen Doe", "Vice President, Toxicology", "appointed", "2012-05-04"),
    ]


def test_a_power_of_attorney_appoints_to_no_office() -> None:
    text = "I, Jane Roe, our Treasurer, hereby appoint John Doe, our President, my true and lawful attorney."
    assert {event for _, _, event, _ in offices(text)} == {"holds"}


def test_each_office_has_its_own_since() -> None:
    text = "Since January 1994 Jane Roe has been Treasurer of the Company and since June 1992 she has been Secretary."
    assert offices(text) == [
        ("Jane Roe", "Treasurer", "holds", "1994-01"),
        ("Jane Roe", "Secretary", "holds", "1992-06"),
    ]


def test_evidence_quotes_the_document() -> None:
    text = "Prelude. On May 4, 2012 Jane Roe was appointed Treasurer. Coda."
    (claim,) = [c for c in claims(text) if isinstance(c, PositionClaim)]
    (quote,) = claim.source.evidence
    assert text[quote.start : quote.end] == quote.exact == "On May 4, 2012 Jane Roe was appointed Treasurer."


def test_a_former_name_with_its_day() -> None:
    text = "On June 14, 2011 Widget Tools Limited was renamed Acme Europe Limited."
    assert former(text) == [("Acme Europe Limited", "Widget Tools Limited", "2011-06-14")]


def test_who_takes_a_firm_over_is_the_one_to_change_the_name() -> None:
    told = "In May 2003 Widget Tools Corp. acquired Lakeside Labs, Inc. and changed its name to Acme Therapeutics, Inc."
    assert former(told) == [(COMPANY, "Widget Tools Corp.", "2003-05")]
    bought = "In May 2003 we bought Widget Ventures Limited, which changed its name to Acme Europe Limited."
    assert former(bought) == [("Acme Europe Limited", "Widget Ventures Limited", "2003-05")]


def test_a_name_only_planned_is_no_former_name() -> None:
    assert former("Our board has approved a change of our name to Widget Tools, Inc.") == []


def test_a_former_name_of_the_filer() -> None:
    text = "We were incorporated in Nevada under the name Widget Tools Corp."
    assert former(text) == [(COMPANY, "Widget Tools Corp.", None)]


def _took(text: str) -> float:
    start = time.process_time()
    claims(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "unit",
    ["Jane Roe, ", "the president ", "Jane Roe Director ", "( director Jane Roe )", "Acme, Inc., formerly Box Corp., "],
)
def test_time_grows_with_length(unit: str) -> None:
    _took(unit * 50)
    short, long = _took("The directors are " + unit * 500), _took("The directors are " + unit * 2000)
    assert long < 12 * short + 0.3


def test_many_persons_of_one_surname() -> None:
    text = ", ".join(f"Jane{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)} Roe" for i in range(4000))
    assert _took(f"The directors are {text}.") < 20


def test_its_means_whom_the_sentence_before_opens_with() -> None:
    text = "Widget Tools, Inc. owns 300,000 of the shares. Jane Roe, its Secretary, has sole power to vote them."
    assert [(p.person.name, p.person.organization.name) for p in claims(text) if isinstance(p, PositionClaim)] == [
        ("Jane Roe", "Widget Tools, Inc.")
    ]


def test_who_left_had_the_office_told_before() -> None:
    text = "Before the acquisition, Jane Roe was President of the issuer. She resigned in November 2011."
    assert offices(text) == [("Jane Roe", "President", "departed", "2011-11")]


def test_the_seat_that_was_taken_long_ago_and_left_is_left_only() -> None:
    text = (
        "Jane Roe, M.D., who became a director in 2004, tendered her resignation from the Board on May 6, 2012, "
        "to be effective at the annual meeting on June 22, 2012."
    )
    assert offices(text) == [("Jane Roe", "director", "departed", "2012-06-22")]


def test_a_seat_is_told_with_its_kind() -> None:
    text = "Jane Roe joined the board as a non-executive director on April 1, 2012."
    assert offices(text) == [("Jane Roe", "non-executive director", "appointed", "2012-04-01")]


def test_a_letter_in_which_somebody_resigns_has_the_day() -> None:
    text = "On May 1, 2012 the Board received a letter from Dr. Jane Roe, in which she gave up her seat as a director."
    assert offices(text) == [("Jane Roe", "director", "departed", "2012-05-01")]
