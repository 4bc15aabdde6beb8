"""Ownership forms 3, 4, 5: values on small XML, and equality with an oracle over real submissions."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kg.model import OwnershipReport
from kg.parse import read_filing, read_submissions
from kg.parse.ownership import ownership_report
from kg.parse.xml import xml_root

SHARED = Path(os.environ.get("KG_SHARED", Path(__file__).parents[2] / "shared"))
CORPUS = SHARED / "corpus"

FORM_4 = b"""<XML>
<?xml version="1.0" encoding="ISO-8859-1"?>
<ownershipDocument>
  <documentType>4/A</documentType>
  <periodOfReport>2011-05-06</periodOfReport>
  <issuer><issuerCik>0000777777</issuerCik><issuerName>Marsh &amp; Reed Biologics, Inc.</issuerName>
    <issuerTradingSymbol>MRB</issuerTradingSymbol></issuer>
  <reportingOwner>
    <reportingOwnerId><rptOwnerCik>1234567</rptOwnerCik><rptOwnerName>Oyelaran Tunde</rptOwnerName></reportingOwnerId>
    <reportingOwnerRelationship><isDirector>1</isDirector><isOfficer>true</isOfficer>
      <isTenPercentOwner>0</isTenPercentOwner><officerTitle>Chief Scientific Officer</officerTitle>
    </reportingOwnerRelationship>
  </reportingOwner>
  <nonDerivativeTable><nonDerivativeTransaction/><nonDerivativeHolding/></nonDerivativeTable>
  <derivativeTable><derivativeTransaction/><!-- one --></derivativeTable>
  <remarks>  See Exhibit 24 </remarks>
  <ownerSignature><signatureName>/s/ Tunde Oyelaran</signatureName>
    <signatureDate>2011-05-09</signatureDate></ownerSignature>
</ownershipDocument>
</XML>"""


def report(body: bytes) -> tuple[OwnershipReport | None, list[str]]:
    root, issues = xml_root(body, "document 1")
    return (None if root is None else ownership_report(root, 1)), [issue.kind for issue in issues]


def test_every_field_of_a_form_4() -> None:
    read, issues = report(FORM_4)
    assert issues == []
    assert read is not None
    assert (read.document_type, read.period, read.trading_symbol) == ("4/A", "2011-05-06", "MRB")
    assert (read.issuer.name, read.issuer.cik) == ("Marsh & Reed Biologics, Inc.", "0000777777")
    (owner,) = read.owners
    assert (owner.name, owner.cik, owner.officer_title) == ("Oyelaran Tunde", "0001234567", "Chief Scientific Officer")
    assert (owner.is_director, owner.is_officer, owner.is_ten_percent, owner.is_other) == (True, True, False, None)
    assert (read.transactions, read.holdings, read.remarks) == (2, 1, "See Exhibit 24")
    assert read.signatures == (("/s/ Tunde Oyelaran", "2011-05-09"),)


def test_a_line_broken_by_the_feed_is_joined_and_reported() -> None:
    start = b"<ownershipDocument><documentType>4</documentType>\n"
    note = b"<footnote>" + b"x" * 1000 + b"</footnote><remarks>held by a trust</remarks>"
    broken = start + note[:1023] + b"\n" + note[1023:] + b"</ownershipDocument>"
    read, issues = report(broken)
    assert issues == ["xml-line-broken"]
    assert read is not None
    assert read.remarks == "held by a trust"


def test_cut_xml_gives_what_stands_before_the_cut() -> None:
    read, issues = report(FORM_4[: FORM_4.index(b"<nonDerivativeTable>")])
    assert issues == ["xml-malformed"]
    assert read is not None
    assert read.owners[0].name == "Oyelaran Tunde"


@pytest.mark.parametrize("body", [b"", b"no xml", b"<", b"<a", b"\x00\xff<ownershipDocument>"])
def test_what_is_no_xml_is_an_issue(body: bytes) -> None:
    read, issues = report(body)
    assert issues in (["xml-unreadable"], ["xml-malformed"])
    assert read is None or read.owners == ()


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("TOP")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    body = f"""<!DOCTYPE o [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY l0 "ha">{laughs}]>
    <ownershipDocument><documentType>3</documentType><remarks>a&x;&l9;</remarks></ownershipDocument>"""
    read, _ = report(body.encode())
    assert read is None or "TOP" not in str(read)
    assert len(str(read)) < 1000


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not beside this checkout")
def test_equal_to_the_oracle(capsys: pytest.CaptureFixture[str]) -> None:
    compared = facts = 0
    for path in sorted((CORPUS / "oracle").glob("*.json")):
        oracle = json.loads(path.read_text())
        expected = oracle["ownership"]
        if not expected:
            continue
        data = (
            (CORPUS / oracle["file"]).read_bytes()
            if "/" in oracle["file"]
            else (CORPUS / "submissions" / oracle["file"]).read_bytes()
        )
        filing = next(iter(read_submissions(data, oracle["file"])))
        (read,) = read_filing(filing).reports
        assert isinstance(read, OwnershipReport)
        found = {
            "document_type": read.document_type,
            "period": read.period,
            "issuer": {"cik": read.issuer.cik, "name": read.issuer.name, "trading_symbol": read.trading_symbol},
            "reporting_owners": [
                {
                    "name": owner.name,
                    "cik": owner.cik,
                    "isDirector": owner.is_director,
                    "isOfficer": owner.is_officer,
                    "isTenPercentOwner": owner.is_ten_percent,
                    "isOther": owner.is_other,
                    "officerTitle": owner.officer_title,
                    "otherText": owner.other_text,
                }
                for owner in read.owners
            ],
            "remarks": read.remarks,
            "signatures": [{"name": name, "date": date} for name, date in read.signatures],
            "transactions": read.transactions,
            "holdings": read.holdings,
        }
        for key, value in found.items():
            if key == "transactions":
                wanted = expected["n_nonderivative"] + expected["n_derivative"]
            elif key == "holdings":
                wanted = expected["n_nonderivative_holdings"] + expected["n_derivative_holdings"]
            else:
                wanted = expected[key]
            assert value == wanted, f"{oracle['file']}: {key}"
        compared += 1
        facts += 8 + 8 * len(read.owners) + 2 * len(read.signatures)
    with capsys.disabled():
        print(f"\nownership reports equal to the oracle: {compared}, facts: {facts}")
    assert compared >= 60
