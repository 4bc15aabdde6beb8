"""Signature blocks as filings lay them out: who signed, as what, when, for whom."""

from __future__ import annotations

import pytest

from kg.extract.document import read_context
from kg.extract.signature import signatures
from kg.extract.signature_words import bare_name, is_person, read_title, same_person, split_name
from kg.model import Document, Filing, Party, PositionClaim, SignatureClaim
from kg.parse import read_filing

COMPANY = "Morrow Therapeutics, Inc."
SENTENCE = (
    "Pursuant to the requirements of the Act, the registrant has caused this report to be signed by the undersigned."
)

Signed = tuple[str, str | None, str | None]


def claims(source: str, kind: str = "html", form: str = "8-K") -> list[SignatureClaim | PositionClaim]:
    body = source.encode()
    filing = Filing(
        "0000000000-20-000001",
        "8-K",
        filed="20200309",
        parties=(Party("filer", COMPANY, "0000777777"),),
        documents=(Document(form, "1", None, None, (0, len(body)), body, kind),),
    )
    read = read_filing(filing)
    made = list(signatures(read_context(read)))
    for claim in made:
        for passage in claim.source.evidence:
            assert read.text(1).text[passage.start : passage.end] == passage.exact != ""
    return made


def signed(source: str, kind: str = "html", form: str = "8-K") -> list[Signed]:
    """(signer, title, date) of every signature."""
    made = claims(source, kind, form)
    return [(claim.person.name, claim.title, claim.date) for claim in made if isinstance(claim, SignatureClaim)]


def offices(source: str, kind: str = "html", form: str = "8-K") -> list[tuple[str, str, str]]:
    """(person, title, organisation) of every office claimed."""
    made = claims(source, kind, form)
    return [(c.person.name, c.title, c.person.organization.name) for c in made if isinstance(c, PositionClaim)]


ONE = [("Ilse Brandt", "Vice President and Chief Financial Officer", "2020-03-09")]


@pytest.mark.parametrize(
    "block",
    [
        "<p>MORROW THERAPEUTICS, INC.</p><p>By: /s/ Ilse Brandt</p><p>Ilse Brandt</p>"
        "<p>Vice President and Chief Financial Officer</p><p>March 9, 2020</p>",
        "<p>Date: March 9, 2020</p><p>Morrow Therapeutics, Inc.</p><p>/s/ Ilse Brandt</p>"
        "<p>Name: Ilse Brandt</p><p>Title: Vice President and Chief Financial Officer</p>",
        "<table><tr><td>Dated: March 9, 2020</td><td>MORROW THERAPEUTICS, INC.</td></tr>"
        "<tr><td></td><td>By:</td><td>/s/ Ilse Brandt</td></tr><tr><td></td><td>Name:</td><td>Ilse Brandt</td></tr>"
        "<tr><td></td><td>Title:</td><td>Vice President and Chief Financial Officer</td></tr></table>",
        "<table><tr><td>March 9, 2020</td><td><p>By: /s/ ILSE BRANDT</p><p>Ilse Brandt, M.B.A.</p>"
        "<p>Vice President and</p><p>Chief Financial Officer</p><p>(Principal Financial Officer)</p></td></tr></table>",
        "<p>By: /s/ Ilse Brandt<br>Ilse Brandt, Vice President and Chief Financial Officer<br>March 9, 2020</p>",
        "<p>Morrow Therapeutics, Inc. By: /s/ Ilse Brandt Name: Ilse Brandt Title: Vice President and Chief Financial "
        "Officer Date: March 9, 2020</p>",
        "<table><tr><td>By: /s/ Ilse Brandt</td><td>Date: March 9, 2020</td></tr>"
        "<tr><td>Ilse Brandt, Vice President and Chief Financial Officer</td></tr></table>",
    ],
)
def test_one_signer(block: str) -> None:
    source = f"<p>SIGNATURES</p><p>{SENTENCE}</p>{block}"
    assert signed(source) == ONE
    assert offices(source) == [("Ilse Brandt", "Vice President and Chief Financial Officer", COMPANY)]


def test_ascii_with_the_date_at_the_left() -> None:
    source = """
                                  SIGNATURES

                                       MORROW THERAPEUTICS, INC.

Date:  March 9, 2020                   By:  /s/ Ilse Brandt
                                            ---------------------------
                                            Ilse Brandt
                                            Vice President and
                                            Chief Financial Officer
"""
    assert signed(source, "text") == ONE


SIGNERS = [
    ("Karl-Otto Falk", "Chairman, President and Chief Executive Officer", "2020-03-09"),
    ("Ilse Brandt", "Chief Financial Officer", "2020-03-09"),
    ("Morag T. Hill", "Director", "2020-03-08"),
]


def test_a_table_of_signers() -> None:
    rows = "".join(
        f"<tr><td>/s/ {name.upper()}</td><td>{title} (Principal Officer)</td><td>March {int(date[-2:])}, 2020</td></tr>"
        f"<tr><td>{name}</td></tr>"
        for name, title, date in SIGNERS
    )
    source = f"<p>SIGNATURES</p><table><tr><td>Signature</td><td>Title</td><td>Date</td></tr>{rows}</table>"
    assert signed(source, form="10-K") == SIGNERS


def test_an_ascii_table_of_signers() -> None:
    source = """
      SIGNATURE                        TITLE                        DATE
      ---------                        -----                        ----

/s/ KARL-OTTO FALK            Chairman, President and Chief    March 9, 2020
- ----------------------      Executive Officer
Karl-Otto Falk                (principal executive officer)

/s/ ILSE BRANDT               Chief Financial Officer          March 9, 2020
- ----------------------
Ilse Brandt

/s/ MORAG T. HILL             Director                         March 8, 2020
- ----------------------
Morag T. Hill, M.D.

- ----------------------      Director                         March __, 2020
Ruth Unsigned
"""
    assert signed(source, "text", "10-K") == SIGNERS


def test_signers_side_by_side() -> None:
    source = """<table><tr><td>By: /s/ Karl Falk</td><td>By: /s/ Ilse Brandt</td></tr>
    <tr><td>Karl Falk, Chief Executive Officer</td><td>Ilse Brandt, Treasurer</td></tr></table><p>March 9, 2020</p>"""
    assert signed(source) == [
        ("Karl Falk", "Chief Executive Officer", "2020-03-09"),
        ("Ilse Brandt", "Treasurer", "2020-03-09"),
    ]


def test_stars_are_signed_by_an_attorney() -> None:
    source = """<table><tr><td>/s/ Karl Falk</td><td>Karl Falk</td><td>President and Director</td></tr>
    <tr><td>*</td><td>Morag Hill</td><td>Director</td></tr></table><p>* By: /s/ Karl Falk, attorney-in-fact</p>"""
    made = [claim for claim in claims(source, form="10-K") if isinstance(claim, SignatureClaim)]
    assert [(claim.person.name, claim.conformed, claim.attorney_in_fact) for claim in made[:2]] == [
        ("Karl Falk", "/s/ Karl Falk", None),
        ("Morag Hill", "*", "Karl Falk"),
    ]
    assert offices(source, form="10-K") == [
        ("Karl Falk", "President and Director", COMPANY),
        ("Morag Hill", "Director", COMPANY),
    ]


def test_an_attorney_signs_for_the_signer() -> None:
    (made,) = claims("<p>/s/ Karl Falk, as Attorney-in-Fact for Morag Hill</p>", form="4")
    assert isinstance(made, SignatureClaim)
    assert (made.person.name, made.attorney_in_fact) == ("Morag Hill", "Karl Falk")


AGREEMENT = "<p>This License Agreement is made between Morrow Therapeutics, Inc. and Tarn Pharma GmbH.</p>"


@pytest.mark.parametrize(
    "block",
    [
        "<p>TARN PHARMA GMBH</p><p>By: /s/ Karl Falk</p><p>Name: Karl Falk</p><p>Title: Managing Director</p>"
        "<p>MORROW THERAPEUTICS, INC.</p><p>By: /s/ Ilse Brandt</p><p>Name: Ilse Brandt</p><p>Title: President</p>",
        "<table><tr><td>TARN PHARMA GMBH</td><td>MORROW THERAPEUTICS, INC.</td></tr><tr><td>By: /s/ K. Falk</td>"
        "<td>By: /s/ I. Brandt</td></tr><tr><td>Karl Falk</td><td>Ilse Brandt</td></tr>"
        "<tr><td>Managing Director</td><td>President</td></tr></table>",
        "<table><tr><td><p>TARN PHARMA GMBH</p><p>/s/ Karl Falk</p><p>Name: Karl Falk</p>"
        "<p>Title: Managing Director</p></td>"
        "<td><p>MORROW THERAPEUTICS, INC.</p><p>/s/ Ilse Brandt</p><p>Name: Ilse Brandt</p>"
        "<p>Title: President</p></td></tr>"
        "</table>",
        "<p>Tarn Pharma GmbH By: /s/ Karl Falk Name: Karl Falk Title: Managing Director</p>"
        "<p>Morrow Therapeutics, Inc. By: /s/ Ilse Brandt Name: Ilse Brandt Title: President</p>",
    ],
)
def test_each_party_of_an_agreement_has_its_signer(block: str) -> None:
    source = f"{AGREEMENT}<p>IN WITNESS WHEREOF, the parties have signed.</p>{block}"
    found = {(person, title, org.lower()) for person, title, org in offices(source, form="EX-10.1")}
    assert found == {
        ("Karl Falk", "Managing Director", "tarn pharma gmbh"),
        ("Ilse Brandt", "President", COMPANY.lower()),
    }


@pytest.mark.parametrize(
    "block",
    [
        "<p>/s/ Ashby &amp; Crane LLP</p><p>Boston, Massachusetts</p>",  # a firm
        "<p>In the presence of: /s/ Karl Falk</p><p>Karl Falk, Secretary</p>",  # a witness
        "<p>/s/ Karl Falk</p><p>Karl Falk, individually</p>",
        "<p>See www.example.com/s/page for more.</p>",
        "<p>By: ______________</p><p>Name: Karl Falk</p><p>Title: President</p>",  # not signed
    ],
)
def test_no_office_is_claimed(block: str) -> None:
    assert offices(AGREEMENT + block, form="EX-10.1") == []


def test_certifications_are_the_registrants() -> None:
    source = "<p>Date: March 9, 2020</p><p>/s/ Karl Falk</p><p>Karl Falk</p><p>Chief Executive Officer</p>"
    assert offices(source, form="EX-31.1") == [("Karl Falk", "Chief Executive Officer", COMPANY)]


def test_roles_and_rule_of_an_office() -> None:
    _, position = claims("<p>By: /s/ Ilse Brandt</p><p>Title: Vice President and Chief Financial Officer</p>")
    assert isinstance(position, PositionClaim)
    assert (position.event, position.date) == ("holds", None)
    assert position.roles == ("vice-president", "chief-financial-officer")
    assert position.source.rule == "signature-block_1"
    assert [passage.exact for passage in position.source.evidence] == [
        "/s/ Ilse Brandt",
        "Title: Vice President and Chief Financial Officer",
    ]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Vice President and Chief", "Financial Officer"], "Vice President and Chief Financial Officer"),
        (["Senior Vice President, Clinical", "Research"], "Senior Vice President, Clinical Research"),
        (["Chief Executive Officer", "Director"], "Chief Executive Officer, Director"),
        (["Controller (Principal Accounting Officer)"], "Controller"),
        (["President", "(duly authorized officer)"], "President"),
        (["(Chairman of the Board)"], "Chairman of the Board"),
        (["Principal Financial Officer"], "Principal Financial Officer"),
        (["Sole Director (Amministratore Delegato)"], "Sole Director"),
        (["Vice President (Finance)"], "Vice President (Finance)"),
    ],
)
def test_titles_of_several_lines(lines: list[str], title: str) -> None:
    assert read_title(lines) == title


def test_names() -> None:
    assert split_name("Ilse Brandt, Ph.D., M.B.A., Chief Operating Officer") == (
        "Ilse Brandt, Ph.D., M.B.A.",
        "Chief Operating Officer",
    )
    assert bare_name("Ilse Brandt, Ph.D.") == "Ilse Brandt"
    assert bare_name("J.W. Falk, Jr., M.D.") == "J.W. Falk, Jr."
    assert same_person("K.-O. Falk", "Karl-Otto Falk")
    assert not same_person("Karl Falk", "Ruth Falk")
    assert [is_person(name) for name in ("Karl Falk", "Ashby Crane LLP", "President", "12 Elm Street", "Falk")] == [
        True,
        False,
        False,
        False,
        False,
    ]


DEED = (
    "<p>THIS DEED is made between (1) HALSING ENTERPRISES LIMITED, of London (the “Licensor”); and (2) MORROW"
    " THERAPEUTICS, INC. (the “Licensee”); and (3) Whin Hill Partners, L.P.</p><p>IN WITNESS whereof they sign.</p>"
)


@pytest.mark.parametrize(
    ("block", "found"),
    [
        (
            "<p>EXECUTED as a deed by HALSING ENTERPRISES LIMITED acting by:<br>/s/ Dr. Jane Roe &nbsp; Dr. Jane Roe,"
            " Director<br>in the presence of: /s/ Susan Clegg, Accountant, 14 Mill Street, Reading</p>",
            [("Dr. Jane Roe", "Director", "HALSING ENTERPRISES LIMITED")],
        ),
        (
            "<p>THE COMMON SEAL of HALSING ENTERPRISES LIMITED was hereunto affixed in the presence of:</p>"
            "<p>/s/ Jane Roe Director</p><p>/s/ John Doe Secretary</p>",
            [
                ("Jane Roe", "Director", "HALSING ENTERPRISES LIMITED"),
                ("John Doe", "Secretary", "HALSING ENTERPRISES LIMITED"),
            ],
        ),
        (
            "<p>SIGNED for and on behalf of HALSING ENTERPRISES LIMITED by /s/ Jane Roe, Director, in the presence of:"
            " /s/ Susan Clegg</p>",
            [("Jane Roe", "Director", "HALSING ENTERPRISES LIMITED")],
        ),
        (
            "<p>WHIN HILL PARTNERS, L.P.</p><p>By: Whin Hill GP LLC, its general partner</p><p>By: /s/ John Doe</p>"
            "<p>Name: John Doe</p><p>Title: Managing Member</p>",
            [("John Doe", "Managing Member", "Whin Hill GP LLC")],
        ),
        (
            "<p>HALSING ENTERPRISES LIMITED</p><p>By: /s/ Jane Roe</p><p>Jane Roe Head of Licensing</p>"
            "<p>/s/ Susan Clegg</p><p>Witness</p><p>Occupation: Secretary</p>",
            [("Jane Roe", "Head of Licensing", "HALSING ENTERPRISES LIMITED")],
        ),
    ],
)
def test_for_whom_a_deed_is_signed(block: str, found: list[tuple[str, str, str]]) -> None:
    assert offices(DEED + block, form="EX-10.1") == found


def test_a_name_and_a_title_in_one_line() -> None:
    source = (
        f"<p>{SENTENCE}</p><p>MORROW THERAPEUTICS, INC.</p><p>Date: March 9, 2020 By: /s/ Ilse Brandt</p>"
        "<p>Ilse Brandt Controller (Chief Accounting<br>Officer)</p>"
    )
    assert offices(source) == [("Ilse Brandt", "Controller (Chief Accounting Officer)", COMPANY)]


def test_each_party_of_a_contract_has_its_own_officers() -> None:
    source = """
BORROWER:                MORROW THERAPEUTICS, INC.,
                         a Delaware corporation

                         By: /s/ Ilse Brandt
                         Name: Ilse Brandt
                         Title: Vice President

BANK:                    FIRST DALE NATIONAL BANK

                         By: /s/ Karl-Otto Falk
                         Name: Karl-Otto Falk
                         Title: Senior Vice President
"""
    assert offices(source, "text", form="EX-10.1") == [
        ("Ilse Brandt", "Vice President", COMPANY),
        ("Karl-Otto Falk", "Senior Vice President", "FIRST DALE NATIONAL BANK"),
    ]


def test_the_chairman_of_a_committee_is_not_the_companys() -> None:
    source = (
        "<p>MORROW THERAPEUTICS, INC.</p><p>COMPENSATION COMMITTEE</p><p>By: /s/ Ilse Brandt</p><p>Chairman</p>"
    )
    assert offices(source, form="EX-10.1") == []


def test_the_rest_of_a_name_that_a_line_breaks_off_heads_nothing() -> None:
    source = (
        "<p>that information contained in such report fairly presents the condition of Morrow</p>"
        "<p>Therapeutics International, Inc.</p><p>By:</p><p>/s/ Ilse Brandt</p><p>Ilse Brandt</p><p>Treasurer</p>"
    )
    assert [org for _, _, org in offices(source, form="EX-32.1")] == [COMPANY]


def test_a_closing_before_the_party_is_no_part_of_its_name() -> None:
    source = "<p>Very truly yours, Dorn Holdings, Inc.</p><p>By: /s/ Ilse Brandt</p><p>Title: Treasurer</p>"
    assert offices(source, form="EX-1.1") == [("Ilse Brandt", "Treasurer", "Dorn Holdings, Inc.")]
