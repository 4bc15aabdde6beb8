"""Form D: issuer, related persons, earlier names."""

from __future__ import annotations

import pytest

from kg.model import Document, Filing, OfferingNotice, OrgRef, RelatedPerson
from kg.parse import read_filing

FORM_D = """<XML><?xml version="1.0"?>
<edgarSubmission>
  <schemaVersion>X0708</schemaVersion><submissionType>{}</submissionType><testOrLive>LIVE</testOrLive>
  <primaryIssuer><cik>0001777001</cik><entityName>Tern &amp; Gull Biologics, Inc.</entityName>
    <jurisdictionOfInc>DELAWARE</jurisdictionOfInc>
    <issuerPreviousNameList><value>None</value></issuerPreviousNameList>
    <edgarPreviousNameList><previousName>TERN BIO INC</previousName></edgarPreviousNameList>
    <entityType>Corporation</entityType></primaryIssuer>
  <relatedPersonsList>
    <relatedPersonInfo><relatedPersonName><firstName>Ilse</firstName><middleName>M.</middleName><lastName>Brandt</lastName></relatedPersonName>
      <relatedPersonRelationshipList><relationship>Executive Officer</relationship>
        <relationship>Director</relationship></relatedPersonRelationshipList>
      <relationshipClarification>Chief Executive Officer</relationshipClarification></relatedPersonInfo>
    <relatedPersonInfo>
      <relatedPersonName><firstName>N/A</firstName><lastName>Gull Capital, LLC</lastName></relatedPersonName>
      <relatedPersonRelationshipList><relationship>Promoter</relationship></relatedPersonRelationshipList></relatedPersonInfo>
  </relatedPersonsList>
</edgarSubmission></XML>"""  # fmt: skip


def notices(body: str) -> tuple[object, ...]:
    document = Document("D", "1", "primary_doc.xml", None, (0, 0), body.encode(), "xml")
    return read_filing(Filing("0000000000-20-000001", "D", documents=(document,))).reports


@pytest.mark.parametrize("kind", ["D", "D/A"])
def test_every_field_of_a_notice(kind: str) -> None:
    assert notices(FORM_D.format(kind)) == (
        OfferingNotice(
            1,
            kind,
            OrgRef("Tern & Gull Biologics, Inc.", "0001777001"),
            (
                RelatedPerson("Ilse M. Brandt", ("Executive Officer", "Director"), "Chief Executive Officer"),
                RelatedPerson("Gull Capital, LLC", ("Promoter",), None),
            ),
            ("TERN BIO INC",),
            "DELAWARE",
            "Corporation",
        ),
    )


def test_other_submissions_in_the_same_schema_are_no_notices() -> None:
    assert notices(FORM_D.format("13F-HR")) == ()


def test_a_default_namespace_changes_nothing() -> None:
    spaced = FORM_D.format("D").replace("<edgarSubmission>", '<edgarSubmission xmlns="http://www.sec.gov/edgar/formd">')
    assert notices(spaced) == notices(FORM_D.format("D"))
