"""Items of forms by heading: not fooled by contents, running heads and cross-references."""

from __future__ import annotations

import pytest

from kg.model import Document
from kg.parse.text import read_document


def items(source: str, form: str, kind: str = "html") -> list[tuple[str, str, str]]:
    """(number, title, begin of the body) of every section."""
    body = source.encode()
    text = read_document(Document(form, "1", None, None, (0, len(body)), body, kind), 1)
    starts = [section.start for section in text.sections]
    assert starts == sorted(starts)
    assert all(section.start < section.end <= len(text.text) for section in text.sections)
    return [(section.number, section.title, text.text[section.start : section.end][-30:]) for section in text.sections]


def test_items_of_an_8k() -> None:
    source = """<p>FORM 8-K</p><p>ITEM 1.01 Entry into a Material Definitive Agreement.</p><p>See Item 7.01 below.</p>
    <table><tr><td>Item 7.01</td><td>Regulation FD Disclosure.</td></tr></table>
    <p>Item 1.01 of this report says more.</p>
    <p>Item&nbsp;9.01.</p><p>Financial Statements and Exhibits</p><p>99.1 Release</p><p>SIGNATURES</p><p>By: me</p>"""
    assert [(number, title, end.split()[-2:]) for number, title, end in items(source, "8-K")] == [
        ("1.01", "Entry into a Material Definitive Agreement", ["7.01", "below."]),
        ("7.01", "Regulation FD Disclosure", ["says", "more."]),
        ("9.01", "Financial Statements and Exhibits", ["99.1", "Release"]),
    ]


def test_old_items_of_an_8k() -> None:
    source = "ITEM 5.  OTHER EVENTS.\n\nMet.\n\nITEM 7.  FINANCIAL STATEMENTS AND EXHIBITS.\n\n(c) 99 Release"
    assert [(number, title) for number, title, _ in items(source, "8-K", "text")] == [
        ("5", "OTHER EVENTS"),
        ("7", "FINANCIAL STATEMENTS AND EXHIBITS"),
    ]


def test_two_items_under_one_heading() -> None:
    for source in (
        "<p>Items 1.01 and 2.03 Entry into an Agreement; Creation of an Obligation</p><p>Body.</p>",
        "<p>Item 1.01 / 2.03. Entry into an Agreement</p><p>Body.</p>",
        "<p>Item 1.01 Entry into an Agreement; Item 2.03 Creation of an Obligation</p><p>Body.</p>",
    ):
        assert [(number, end[-5:]) for number, _, end in items(source, "8-K")] == [("1.01", "Body."), ("2.03", "Body.")]


CHAPTERS = [
    ("1", "Business"),
    ("1A", "Risk Factors"),
    ("2", "Properties"),
    ("3", "Legal Proceedings"),
    ("7", "Management’s Discussion and Analysis of Financial Condition and Results of Operations"),
    ("8", "Financial Statements and Supplementary Data"),
    ("10", "Directors, Executive Officers and Corporate Governance"),
    ("15", "Exhibits and Financial Statement Schedules"),
]


def annual_report(heading: str = "<p><b>Item {}. {}</b></p>") -> str:
    contents = "".join(
        f"<tr><td>Item {number}.</td><td>{title}</td><td>{3 + place}</td></tr>"
        for place, (number, title) in enumerate(CHAPTERS)
    )
    body = "".join(
        heading.format(number, title)
        + f"<p>Body of {number}. "
        + "The Company makes medicines. " * 30
        + "</p><p>Item 1A, “Risk Factors,” tells of risks. See Item 8.</p><p>Item 7 of this report discusses it.</p>"
        for number, title in CHAPTERS
    )
    return f"<h1>FORM 10-K</h1><table>{contents}</table>{body}<p>SIGNATURES</p><p>Signed.</p>"


@pytest.mark.parametrize(
    "heading",
    [
        "<p><b>Item {}. {}</b></p>",
        "<p>ITEM {}</p><p>{}</p>",
        "<table><tr><td>Item&nbsp;{}.</td><td>{}</td></tr></table>",
        "<p>PART I — Item {} – {}</p>",
    ],
)
def test_contents_and_references_are_no_sections_of_a_10k(heading: str) -> None:
    body = annual_report(heading).encode()
    for form in ("10-K", "10-K405", "10-K/A"):
        text = read_document(Document(form, "1", None, None, (0, len(body)), body, "html"), 1)
        assert [(section.number, section.title) for section in text.sections] == CHAPTERS
        for section in text.sections:
            assert f"Body of {section.number}." in text.text[section.start : section.end]
        assert text.text[text.sections[-1].end :].startswith("SIGNATURES")


def test_a_10q_has_two_parts() -> None:
    source = """<p>PART I</p><p>Item 1. Financial Statements</p><p>Numbers.</p>
    <p>Item 2. Management’s Discussion</p><p>Words.</p>
    <p>PART II</p><p>Item 1. Legal Proceedings</p><p>None.</p><p>Item 1A. Risk Factors</p><p>None.</p>
    <p>Item 6. Exhibits</p>"""
    assert [(number, title) for number, title, _ in items(source, "10-Q")] == [
        ("I-1", "Financial Statements"),
        ("I-2", "Management’s Discussion"),
        ("II-1", "Legal Proceedings"),
        ("II-1A", "Risk Factors"),
        ("II-6", "Exhibits"),
    ]


def test_parts_are_told_by_title_when_they_are_not_marked() -> None:
    source = "<p>Item 2. Management’s Discussion</p><p>Words.</p><p>Item 2. Changes in Securities</p><p>None.</p>"
    assert [number for number, _, _ in items(source, "10-Q")] == ["I-2", "II-2"]


def test_other_forms_and_exhibits_have_none() -> None:
    assert items("<p>Item 1. Business</p>", "S-1") == []
    assert items("<p>Item 1. Business</p>", "EX-10.1") == []


def test_items_of_a_20f_and_a_10ksb() -> None:
    assert [
        number
        for number, _, _ in items("<p>Item 4. Information on the Company</p><p>x</p><p>Item 16A. Experts</p>", "20-F")
    ] == ["4", "16A"]
    assert [
        number for number, _, _ in items("<p>Item 6. Plan of Operation</p><p>x</p><p>Item 8A. Controls</p>", "10KSB")
    ] == ["6", "8A"]
