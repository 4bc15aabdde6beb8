"""Texts of documents: HTML and ASCII to text and layout, digests, issues; linear on anything."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, Filing
from kg.parse import read_filing, read_submissions
from kg.parse.text import decode, exhibit_number, read_document

SHARED = Path(os.environ.get("KG_SHARED", Path(__file__).parents[2] / "shared"))


def layout(source: str | bytes, kind: str = "html") -> str:
    body = source.encode() if isinstance(source, str) else source
    read = read_document(Document("8-K", "1", None, None, (0, len(body)), body, kind), 1)
    assert len(read.text) == len(read.layout)
    assert read.text == re.sub(r"\s", " ", read.layout)
    return read.layout


def plain(source: str) -> str:
    return layout(source, "text")


# HTML


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One<p>Two <b>bold</b>ly", "One\nTwo boldly"),
        ("<div>a</div><div>b</div>", "a\nb"),
        ("A&#146;s &amp; B&nbsp;&nbsp;C &lt;1&gt; caf&eacute;", "A’s & B C <1> café"),
        ("soft&shy;ly zero&#8203;width \ufeffmark", "softly zerowidth mark"),
        ("x<script>var a = '<p>no</p>';</script><style>p{}</style><!-- no -->y", "xy"),
        ("<p style='display:none'>hidden</p><p STYLE='color:red; DISPLAY: NONE'>hidden</p>shown", "shown"),
        ("<p hidden>hidden</p>shown", "shown"),
        (
            "<ix:header><ix:hidden>0000</ix:hidden></ix:header><p>Our <ix:nonnumeric>net loss</ix:nonnumeric></p>",
            "Our net loss",
        ),
        ("<p>unclosed <b>bold <i>both</p></td></tr><p>next", "unclosed bold both\nnext"),
    ],
)
def test_html(source: str, expected: str) -> None:
    assert layout(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>after", "a\tb\nc\td\nafter"),
        ("<table><tr><td><p>a</p></td><td><p>b</p><p>c</p></td></tr></table>", "a\tb\vc"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td"),  # no end tags
        ("<table><tr><td>a</td><td></td><td>&nbsp;</td><td>b</td></tr></table>", "a\tb"),  # empty cells
        ("<table><tr><th colspan=2>Head</th></tr><tr><td>a</td><td>b</td></tr></table>", "Head\na\tb"),
        (
            "<table><tr><td>By:</td><td>/s/ A. Roe<br>A. Roe<br>Treasurer</td></tr></table>",
            "By:\t/s/ A. Roe\vA. Roe\vTreasurer",
        ),
        (
            "<table><tr><td>out<table><tr><td>in 1</td><td>in 2</td></tr></table></td><td>x</td></tr></table>",
            "out\nin 1\tin 2\nx",
        ),
        (
            "<table><tr><td></td><td><p>One long paragraph.</p><p>Another.</p></td></tr></table>",
            "One long paragraph.\nAnother.",
        ),
        (
            "<div style='display:table-row'><div style='display: table-cell'>a</div>"
            "<div style='display:table-cell'>b</div></div>",
            "a\tb",
        ),
        ("<TABLE><TR><TD ALIGN='LEFT'>a</TD><TD>b</TD></TR></TABLE>", "a\tb"),
    ],
)
def test_tables_keep_rows_and_cells(source: str, expected: str) -> None:
    assert layout(source) == expected


def test_line_breaks_wrap_or_end() -> None:
    """A title before <BR> is a line; lines that a typist wrapped with <BR> are one paragraph."""
    body = "The Company entered into a license agreement with the University"
    assert (
        layout(f"<p>Overview<br>{body} on that day, and paid a fee.</p>")
        == f"Overview\n{body} on that day, and paid a fee."
    )
    wrapped = layout(
        f"<p>{body}<br>of the North on May 2, 2011, under which it pays royalties to it<br>Annually or more often.</p>"
    )
    assert (
        wrapped == f"{body}\vof the North on May 2, 2011, under which it pays royalties to it\vAnnually or more often."
    )
    assert (
        layout("<p>12 Elm Street<br>Dover, DE 19901<br><br>Phone 555-0100</p>")
        == "12 Elm Street\nDover, DE 19901\nPhone 555-0100"
    )


def test_pre_is_read_as_ascii() -> None:
    source = (
        "<html><pre>\nThe Company has licensed the compound\nto a partner.\n\n"
        "Name            Age\nA. Roe           51\n</pre><p>End</p>"
    )
    assert layout(source) == "The Company has licensed the compound to a partner.\nName\tAge\nA. Roe\t51\nEnd"


def test_three_thousand_levels_are_read() -> None:
    assert layout("<div><b>" * 3000 + "deep" + "</b></div>" * 3000) == "deep"


# ASCII


def test_wrapped_lines_become_paragraphs() -> None:
    source = """
     On May 2, 1997 the Registrant and Harrow Laboratories Ltd. entered into a
license agreement for its non-
exclusive use. The parties de-
veloped the process; it was developed in 1996.
     A second paragraph begins with an indent although no blank line stands before
it, and ends here.

                              OTHER EVENTS
"""
    assert plain(source).split("\n") == [
        "On May 2, 1997 the Registrant and Harrow Laboratories Ltd. entered into a license agreement for its "
        "non-exclusive use. The parties developed the process; it was developed in 1996.",
        "A second paragraph begins with an indent although no blank line stands before it, and ends here.",
        "OTHER EVENTS",
    ]


def test_pages_do_not_cut_sentences() -> None:
    head = "ACME PHARMACEUTICALS, INC."
    page = f"                                      {{}}\n\n<PAGE>\n{head}\n\n"
    source = (
        "The Company has granted to the licensee an exclusive right to make and sell\n"
        + page.format(11)
        + "the compound in Japan.\n\nA new paragraph starts and goes on for one whole line of text, and\n"
        + page.format("- 12 -")
        + "continues here.\n"
        + page.format("Page 13 of 20")
        + "The last."
    )
    assert plain(source).split("\n") == [
        "The Company has granted to the licensee an exclusive right to make and sell\fthe compound in Japan.",
        "A new paragraph starts and goes on for one whole line of text, and\fcontinues here.",
        "The last.",
    ]


def test_tables_of_aligned_columns() -> None:
    source = """
Name                      Age     Position
- ----                    ---     --------
Harriet B. Moss, Ph.D.    54      Chairman of the Board, President and Chief
                                  Executive Officer
Ivo Tanaka                47      Vice President, Clinical
                                  Research
"""
    assert plain(source).split("\n") == [
        "Name\tAge\tPosition",
        "Harriet B. Moss, Ph.D.\t54\tChairman of the Board, President and Chief\vExecutive Officer",
        "Ivo Tanaka\t47\tVice President, Clinical\vResearch",
    ]


def test_tagged_tables_and_captions() -> None:
    source = """<TABLE>
<CAPTION>
Product  Use        Status
<S>      <C>        <C>
AB-1     Gout       Phase II
         Psoriasis  Phase I
AB-2     Sepsis     Preclinical
</TABLE>"""
    assert plain(source).split("\n") == [
        "Product\tUse\tStatus",
        "AB-1\tGout\tPhase II",
        "Psoriasis\tPhase I",
        "AB-2\tSepsis\tPreclinical",
    ]


def test_signatures_in_two_columns() -> None:
    source = """
Date:  March 8, 1999                By:  /s/ Ivo Tanaka
                                         ---------------------
                                         Ivo Tanaka
                                         Vice President and
                                         Treasurer
"""
    assert plain(source) == "Date: March 8, 1999\tBy: /s/ Ivo Tanaka\vIvo Tanaka\vVice President and\vTreasurer"


def test_lists_and_short_lines_stay_apart() -> None:
    source = """12 Elm Street
Dover, Delaware 19901

The parties agree:
  (a) that the first condition of the agreement, as amended, has been met by
      the licensee;
  (b) that the second has not."""
    assert plain(source).split("\n") == [
        "12 Elm Street",
        "Dover, Delaware 19901",
        "The parties agree:",
        "(a) that the first condition of the agreement, as amended, has been met by the licensee;",
        "(b) that the second has not.",
    ]


def test_underlined_words_do_not_cut_sentences() -> None:
    source = """Overview
--------
Vaccines protect children against diseases such as Haemophilus influenzae
                                                   ----------- ----------
type b and hepatitis."""
    assert plain(source).split("\n") == [
        "Overview",
        "Vaccines protect children against diseases such as Haemophilus influenzae type b and hepatitis.",
    ]


def test_entities_in_ascii() -> None:
    assert plain("R&amp;D by AT&T; less than &lt;5%") == "R&D by AT&T; less than <5%"


# Both


def test_decoding() -> None:
    assert decode("naïve “x”".encode()) == "naïve “x”"
    assert decode(b"na\xefve \x93x\x94") == "naïve “x”"
    assert decode("It\x92s".encode()) == "It’s"  # cp1252 that was taken for Latin-1 on its way


def test_exhibit_numbers() -> None:
    assert [exhibit_number(kind) for kind in ("EX-99.1", "EX-10(A)", "ex-27", "8-K")] == ["99.1", "10(A)", "27", None]


def test_what_has_no_text_is_told() -> None:
    def document(sequence: str, kind: str, body: bytes, name: str = "") -> Document:
        return Document("EX-1", sequence, name, None, (0, len(body)), body, kind)

    read = read_filing(
        Filing(
            "0000000000-20-000001",
            "8-K",
            source="a.txt",
            documents=(
                document("1", "html", b"<p>text</p>"),
                document("2", "html", b"<p></p>"),
                document("1", "text", b"again"),
                document("4", "pdf", b"%PDF-"),
                document("5", "xml", b"<ownershipDocument>"),
                document("6", "text", b"\x81" * 50),
            ),
        )
    )
    assert [(text.sequence, text.text[:5]) for text in read.texts] == [(1, "text"), (2, ""), (6, "\ufffd" * 5)]
    assert [(issue.kind, issue.where) for issue in read.issues] == [
        ("empty-text", "document 2"),
        ("duplicate-sequence", "document 1"),
        ("xml-malformed", "document 5"),
        ("undecodable-text", "document 6"),
    ]
    assert {issue.accession for issue in read.issues} == {"0000000000-20-000001"}


MARKUP = "<p> </p> <br> <td> </td> <tr> <table> </table> <pre> </pre> <PAGE> <S> <ix:header> </ix:header> &#150; &shy;"
WORDS = "word Word /s/ 12 (a) * -----"
BLANKS = ["\n", "\r\n", "   ", "     ", "\t", "a-\nb", "\n<PAGE>\n", "\ue000", "\x85", "\u2028", "\x1c"]
pieces = st.sampled_from([*MARKUP.split(), *WORDS.split(), *BLANKS])


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces | st.text(max_size=6), max_size=40).map("".join), st.sampled_from(["html", "text"]))
def test_any_text_folds(source: str, kind: str) -> None:
    body = source.encode("utf-8", "surrogatepass")
    made = layout(body, kind)
    assert not re.search(r"\s\s", made)
    assert made == made.strip()
    assert layout(body, kind) == made
    assert set(re.findall(r"\s", made)) <= set(" \n\t\v")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["html", "text", "xml"]))
def test_any_bytes_are_read(body: bytes, kind: str) -> None:
    document = Document("10-K", "1", None, None, (0, len(body)), body, kind)
    read = read_filing(Filing("0000000000-20-000001", "10-K", documents=(document,)))
    assert all(len(text.text) == len(text.layout) for text in read.texts)


@given(st.lists(st.sampled_from(["Net", "loss", "was", "high.", "The", "board", "met"]), min_size=1, max_size=30))
def test_folded_text_is_stable(words: list[str]) -> None:
    """Text read again as one line of ASCII stays what it is."""
    text = " ".join(words)
    assert plain(text) == text


MEGABYTES = 5_000_000
HOSTILE = {
    "one line": ("text", "word " * (MEGABYTES // 5)),
    "one paragraph": ("html", "<p>" + "word " * (MEGABYTES // 5)),
    "blanks": ("text", "a" + " " * MEGABYTES + "b"),
    "columns": ("text", "a    b    c\n" * (MEGABYTES // 12)),
    "hyphens": ("text", "ab-\n" * (MEGABYTES // 4)),
    "rules": ("text", "-" * MEGABYTES),
    "pages": ("text", "<PAGE>\nhead\ntext\n" * (MEGABYTES // 17)),
    "open cells": ("html", "<td " * (MEGABYTES // 10)),
    "breaks": ("html", "a<br>" * (MEGABYTES // 10)),
    "nested tables": ("html", "<table><tr><td>a" * 20_000),
    "open pre": ("html", "<pre>a" * (MEGABYTES // 20)),
    "open comments": ("html", "<pre>" + "<!-- " * (MEGABYTES // 10)),
    "entities": ("html", "&#146;" * (MEGABYTES // 10)),
    "headings": ("text", "Item 1. Business\n\n" * (MEGABYTES // 20)),
    "parentheses": ("text", "(" * MEGABYTES),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_linear_on_hostile_input(name: str) -> None:
    """Four times the text takes about four times as long, not sixteen."""
    kind, source = HOSTILE[name]

    def seconds(part: str) -> float:
        body = part.encode()
        start = time.process_time()
        read_document(Document("10-K", "1", None, None, (0, len(body)), body, kind), 1)
        return time.process_time() - start

    small = min(seconds(source[: len(source) // 16]) for _ in range(2))
    large = seconds(source[: len(source) // 4])
    assert large < 0.15 or large < 12 * small, (small, large)


@pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="the shared corpus is not beside this checkout")
def test_digests_of_the_seed() -> None:
    digests = set(re.findall(r'textSha256 "(\w+)"', (SHARED / "design" / "seed.ttl").read_text()))
    (path,) = (SHARED / "corpus" / "seed").glob("*.txt")
    (filing,) = read_submissions(path.read_bytes(), path.name)
    assert {text.sha256 for text in read_filing(filing).texts} == digests
    assert [text.exhibit for text in read_filing(filing).texts] == [None, "99.1"]
