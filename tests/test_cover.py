"""Cover page, web site, listings and exhibit index: what the registrant states of itself and its exhibits."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.cover import cover
from kg.extract.document import Context, read_context
from kg.extract.exhibits import exhibits
from kg.extract.listing import listings
from kg.extract.signature import signatures
from kg.model import CoverPageClaim, Document, ExhibitClaim, Filing, Party
from kg.parse import read_filing

COMPANY = "MORROW THERAPEUTICS INC"

COVER = """<p>FORM 8-K</p><p>Date of Report: March 9, 2020</p><p><b>MORROW THERAPEUTICS, INC.</b></p>
<p>(Exact name of registrant as specified in its charter)</p>
<table><tr><td>Delaware</td><td>001-33333</td><td>04-4444444</td></tr>
<tr><td>(State or other jurisdiction<br>of incorporation)</td><td>(Commission File Number)</td>
<td>(IRS Employer<br>Identification No.)</td></tr></table>
<p>12 Elm Street, Suite 3</p><p>Dover, Delaware 19901</p><p>(Address of principal executive offices)</p>
<p>(302) 555-0100</p><p>(Registrant’s telephone number, including area code)</p>
<p>Not Applicable</p><p>(Former name or former address, if changed since last report)</p>
<table><tr><td>Title of each class</td><td>Trading Symbol(s)</td><td>Name of each exchange on which registered</td></tr>
<tr><td>Common Stock, $0.001 par value</td><td>MRRW</td><td>The Nasdaq Global Select Market</td></tr>
<tr><td>Notes due 2030</td><td>MRRW30</td><td>New York Stock Exchange LLC</td></tr></table>
"""  # fmt: skip


def context(*sources: str, kind: str = "html", types: tuple[str, ...] = ("8-K", "EX-99.1", "EX-10.1")) -> Context:
    documents = tuple(
        Document(name, str(place), None, None, (0, len(source.encode())), source.encode(), kind)
        for place, (source, name) in enumerate(zip(sources, types, strict=False), 1)
    )
    party = Party("filer", COMPANY, "0000777777")
    return read_context(read_filing(Filing("0000000000-20-000001", "8-K", parties=(party,), documents=documents)))


def stated(*sources: str, kind: str = "html") -> dict[str, str]:
    made = list(cover(context(*sources, kind=kind)))
    assert len({claim.property for claim in made}) == len(made)
    return {claim.property: claim.value for claim in made}


def quoted(claim: CoverPageClaim | ExhibitClaim) -> list[str]:
    return [passage.exact for passage in claim.source.evidence]


def test_a_cover_page_in_html() -> None:
    name, office, phone = cover(context(COVER))
    assert (name.property, name.value) == ("charterName", "MORROW THERAPEUTICS, INC.")
    assert quoted(name) == ["MORROW THERAPEUTICS, INC. (Exact name of registrant as specified in its charter)"]
    assert (office.property, office.value) == ("principalOffice", "12 Elm Street, Suite 3 Dover, Delaware 19901")
    assert quoted(office) == [f"{office.value} (Address of principal executive offices)"]
    assert (phone.property, phone.value, quoted(phone)) == ("coverPhone", "(302) 555-0100", ["(302) 555-0100"])
    assert {claim.source.rule for claim in (name, office, phone)} == {"cover-page_1"}


def test_a_cover_page_in_ascii() -> None:
    source = """
                           MORROW THERAPEUTICS, INC.
             (Exact name of registrant as specified in its charter)

          DELAWARE                                       04-4444444
  (State or other jurisdiction of                     (I.R.S. Employer
   incorporation or organization)                    Identification No.)

   12 ELM STREET                                           19901
  DOVER, DELAWARE                                        (Zip Code)
(Address of principal executive offices)

       REGISTRANT'S TELEPHONE NUMBER, INCLUDING AREA CODE: (302) 555-0100
"""
    assert stated(source, kind="text") == {
        "charterName": "MORROW THERAPEUTICS, INC.",
        "principalOffice": "12 ELM STREET DOVER, DELAWARE 19901",
        "coverPhone": "(302) 555-0100",
    }


PHONES = ["302-555-0100", "302.555.0100", "+44 131 555 0143", "(302)555-0100", "011 41 22 555 01 43"]


@pytest.mark.parametrize("phone", PHONES)
def test_telephones(phone: str) -> None:
    assert stated(f"<p>Registrant’s telephone number, including area code: {phone}</p>") == {"coverPhone": phone}


def test_another_name_above_the_caption_is_not_taken() -> None:
    caption = "<p>(Exact name of registrant as specified in its charter)</p>"
    assert stated(f"<p>For the year ended May 2, 2019</p>{caption}") == {}
    (name,) = cover(context(f"<p>Fell Rock Holdings Corp.</p>{caption}"))
    assert (name.value, name.source.confidence) == ("Fell Rock Holdings Corp.", 0.9)


def test_the_registrants_web_site() -> None:
    release = "<p>Write to info@morrow.com or see investors.morrow.com, www.sec.gov and www.morrow.com.</p>"
    assert stated("<p>FORM 8-K</p>", release) == {"url": "www.morrow.com"}
    assert stated("<p>FORM 8-K</p>", "<p>See www.otherfirm.com.</p>") == {}


def tickers(*sources: str) -> list[tuple[str, str, str]]:
    return [(claim.org.name, claim.exchange, claim.ticker) for claim in listings(context(*sources))]


def test_securities_of_the_cover() -> None:
    assert tickers(COVER) == [(COMPANY, "nasdaq", "MRRW"), (COMPANY, "nyse", "MRRW30")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Morrow Therapeutics, Inc. (Nasdaq: MRRW) today", [(COMPANY, "nasdaq", "MRRW")]),
        (
            "Morrow Therapeutics, Inc. (NYSE American: MRRW; LSE: MRW.L)",
            [(COMPANY, "nyse-american", "MRRW"), (COMPANY, "lse", "MRW.L")],
        ),
        ("Morrow Therapeutics, Inc. (NASDAQ and TASE: MRRW)", [(COMPANY, "nasdaq", "MRRW"), (COMPANY, "tase", "MRRW")]),
        ("Tarn Pharma Limited (ASX: TRN) and Morrow", [("Tarn Pharma Limited", "asx", "TRN")]),
        ("Our common stock trades on the OTCQB under the symbol “MRRW.”", [(COMPANY, "otcqb", "MRRW")]),
        ("Our common shares trade on the New York Stock Exchange under the symbol MRW.", [(COMPANY, "nyse", "MRW")]),
        ("a fee (NYSE: see below) and trials (Phase 2: N of 1)", []),
        ("Nasdaq rules require a majority (the Nasdaq: Rule 5605)", []),
    ],
)
def test_listings_in_prose(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert tickers(f"<p>FORM 8-K</p><p>{text}</p>") == expected


def index(main: str, *exhibit_types: str) -> dict[int, tuple[str | None, str | None, str | None]]:
    types = ("8-K", *exhibit_types)
    made = exhibits(context(main, *["<p>x</p>" for _ in exhibit_types], types=types))
    return {claim.sequence: (claim.status, claim.title, claim.issued) for claim in made}


def test_an_exhibit_index() -> None:
    main = """<p>Item 7.01 Regulation FD Disclosure</p><p>A copy of the release is furnished as Exhibit 99.1.</p>
    <p>Item 9.01 Financial Statements and Exhibits</p>
    <table><tr><td>10.1*</td>
    <td>License Agreement, dated as of March 2, 2020, with Tarn Pharma GmbH (filed herewith)</td><td>12</td></tr>
    <tr><td>99.1</td><td>Press release dated March 9, 2020, entitled “Morrow Licenses AB-1”</td></tr></table>"""
    assert index(main, "EX-99.1", "EX-10.1") == {
        2: ("furnished", "Morrow Licenses AB-1", "2020-03-09"),
        3: ("filed", "License Agreement, dated as of March 2, 2020, with Tarn Pharma GmbH", "2020-03-02"),
    }


def test_furnished_because_not_deemed_filed() -> None:
    main = "<p>The release attached as Exhibit 99.1 shall not be deemed “filed” for purposes of Section 18.</p>"
    assert index(main, "EX-99.1") == {2: ("furnished", None, None)}


def test_exhibits_of_other_filings_are_left_out() -> None:
    assert index("<p>A lease was filed as Exhibit 10.4 to our Form 10-K.</p>", "EX-99.1") == {}
    assert index("<p>Nothing is said.</p>", "EX-99.1") == {}


WORDS = """/s/ By: Name: Title: Date: * ( ) Nasdaq: MRRW Exhibit 99.1 10.1 Item 9.01 Morrow Inc. Karl Falk President
Director March 9, 2020 furnished as filed symbol www.morrow.com <p> <br> <td> <tr> <table> </table> , and of the
telephone number"""
fragments = st.sampled_from(WORDS.split())


@settings(max_examples=120, deadline=None)
@given(st.lists(fragments, max_size=60).map(" ".join), st.sampled_from(["html", "text"]))
def test_nothing_raises_and_every_passage_is_quoted(source: str, kind: str) -> None:
    read = context(source, "<p>x</p>", kind=kind)
    for claim in (*cover(read), *listings(read), *exhibits(read), *signatures(read)):
        assert claim.source.evidence
        for passage in claim.source.evidence:
            assert read.text(passage.sequence)[passage.start : passage.end] == passage.exact != ""


HOSTILE = [
    "/s/ Karl Falk\n",
    "By: /s/ Karl Falk Name: ",
    "* Karl ",
    "(Nasdaq: ",
    "Exhibit 99.1 filed ",
    "99.1 Release\n",
    "www.",
    "A. B. ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_linear_on_hostile_text(piece: str) -> None:
    def seconds(size: int) -> float:
        read = context(piece * (size // len(piece)), "x", kind="text")
        start = time.process_time()
        made = [*cover(read), *listings(read), *exhibits(read), *signatures(read)]
        assert len(made) < size
        return time.process_time() - start

    small, large = seconds(50_000), seconds(400_000)
    assert large < 0.3 or large < 20 * small, (small, large)
