"""Titles of office: their bounds, their single offices, their role codes."""

from __future__ import annotations

import time

import pytest

from kg.extract.position_merge import office_key, office_keys
from kg.extract.position_titles import find_titles, hints, offices, singular
from kg.extract.roles import ROLES, role_codes

TITLES = {
    "President and Chief Executive Officer": ("president", "chief-executive-officer"),
    "Senior Vice President, Development and Chief Medical Officer": ("senior-vice-president", "chief-medical-officer"),
    "Chief Operating Officer and Interim Principal Financial Officer": (
        "chief-operating-officer",
        "principal-financial-officer",
    ),
    "Vice President, General Counsel and Assistant Secretary": ("vice-president", "general-counsel", "secretary"),
    "Class II director": ("director",),
    "Non-executive Chairman": ("chair",),
    "Executive Chair": ("executive-chair",),
    "Director of Technology Ventures": ("area-director",),
    "director of clinical operations": ("area-director",),
    "Lead Independent Director": ("lead-independent-director",),
    "VP Finance and CFO": ("vice-president", "chief-financial-officer"),
    "President & CEO": ("president", "chief-executive-officer"),
    "member of the Supervisory Board": ("supervisory-board-member",),
    "President of the Foundation Board": ("president",),
    "Directeur Général": ("chief-executive-officer",),
    "Vice Provost for Research": ("academic-officer",),
    "Head of Alliance Management": ("head",),
    "Corporate Counsel and Secretary": ("counsel", "secretary"),
    "Chairman of the Board of Directors": ("chair",),
    "Corporate Officer": ("officer",),
}


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_found_whole(title: str) -> None:
    assert [t.text for t in find_titles(f"said Jane, {title}.")] == [title]


@pytest.mark.parametrize(("title", "codes"), TITLES.items())
def test_roles_of_a_title(title: str, codes: tuple[str, ...]) -> None:
    assert role_codes(title) == codes
    assert set(codes) <= set(ROLES)


@pytest.mark.parametrize(
    "text",
    ["Chairman of the Audit Committee", "directors and officers liability", "the Board of Directors met", "of counsel"],
)
def test_what_is_no_office(text: str) -> None:
    assert find_titles(text) == []


def test_a_field_of_work_ends_where_the_next_name_begins() -> None:
    text = "named \ue100 Vice President, Commercial Operations and \ue101 Vice President, Medical Affairs."
    assert [t.text for t in find_titles(text)] == [
        "Vice President, Commercial Operations",
        "Vice President, Medical Affairs",
    ]


def test_plurals_are_of_one_person_each() -> None:
    assert singular("Class II directors") == ("Class II director", True)
    assert singular("Chairman of the Board of Directors") == ("Chairman of the Board of Directors", False)


def test_single_offices() -> None:
    assert offices("Chairman, President and CEO") == ("Chairman", "President", "CEO")


def test_office_keys_see_through_wording() -> None:
    assert office_key("CEO") == office_key("Chief Executive Officer") == office_key("Chief Executive")
    assert office_key("Chairwoman of the Board") == office_key("Chair") == office_key("non-executive Chairman")
    assert office_key("Class I director") == office_key("member of the Board of Directors") == "director"
    assert office_key("Interim Treasurer") != office_key("Treasurer")
    assert office_keys("founder and Chairman") == {"chair"}


def test_hints_stand_where_offices_may_be() -> None:
    text = "The PRESIDENT met our CFO."
    assert [text[at : at + 3] for at in hints(text)] == ["PRE", "CFO"]
    assert list(hints("Nothing here at all.")) == []


@pytest.mark.parametrize("before", ["President of ", "President, ", "Vice President, "])
def test_a_run_of_hyphens_is_read_in_one_way(before: str) -> None:
    def spent(count: int) -> float:
        said = before + "Aa-" * count + "Aa and so on"
        began = time.process_time()
        find_titles(said)
        return time.process_time() - began

    spent(8)  # patterns are compiled
    assert spent(400) < 1  # two to the power of 400 ways would take for ever, and of 24 a minute
