"""Two invented filings with all that may be said of them: what the tests of emission, validation and goldens share."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pyoxigraph as ox
from builders import Address, Company, Doc, Submission, sec

from kg import ontology
from kg.emit import Quads, emit
from kg.model import (
    Claim,
    CompoundClaim,
    CompoundFact,
    CoverPageClaim,
    DesignationClaim,
    EquityStakeClaim,
    Evidence,
    ExhibitClaim,
    FilingReferenceClaim,
    FormerNameClaim,
    Grant,
    IndicationRef,
    LicenseClaim,
    ListingClaim,
    OrganizationClaim,
    OrgRef,
    PatentOwnershipClaim,
    Payment,
    PersonRef,
    PositionClaim,
    ProgramClaim,
    QuantityClaim,
    ReadFiling,
    SignatureClaim,
    Source,
)
from kg.parse import read_filing, read_submissions

BODY = """<html><body>
<p>BRIARWOOD THERAPEUTICS, INC. (Exact name of registrant as specified in its charter)</p>
<p>12 Harbour Road Oakholm, MA 02139</p><p>(617) 555-0199</p>
<p>Item 1.01 Entry into a Material Definitive Agreement</p>
<p>On March 8, 2021, Briarwood Therapeutics, Inc. entered into an exclusive license agreement with Oakholm University
for BRW-101 in glioblastoma in Europe. Briarwood pays $2,500,000 upfront and royalties of 3% to 5.5%.</p>
<p>Item 9.01 Financial Statements and Exhibits</p><p>99.1 Press release, furnished herewith</p>
<p>/s/ Ada Quill</p><p>Ada Quill, Ph.D., Chief Executive Officer</p>
</body></html>
"""
NEWS = """<html><body><p>Briarwood (Nasdaq: BRWD) today said that BRW-101 is in a Phase 2 trial in glioblastoma.
The FDA granted it orphan drug designation. A Phase 3 trial is planned for the second half of 2022.</p></body></html>
"""
LICENCE = Submission(
    items=("1.01", "9.01"),
    companies=(Company(mail=Address()),),
    documents=(
        Doc(body=BODY),
        Doc("EX-99.1", "2", "briar_ex99.htm", "PRESS RELEASE", NEWS),
    ),
)
COMPANY = OrgRef("Briarwood Therapeutics, Inc.", "0009100001")
COMPANY_IN_HEADER = OrgRef("BRIARWOOD THERAPEUTICS, INC.", "0009100001")
UNIVERSITY = OrgRef("Oakholm University")
GLIOBLASTOMA = IndicationRef("glioblastoma", ("DOID:3068",))
CHIEF = PersonRef("Ada Quill", COMPANY)


def read(said: Submission = LICENCE) -> ReadFiling:
    """The filing with its texts, by the project's own reader."""
    return read_filing(next(read_submissions(sec(said), "test")))


def quote(filing: ReadFiling, sequence: int, words: str) -> Evidence:
    """The passage that reads `words`."""
    text = filing.text(sequence).text
    start = text.index(words)
    return Evidence(sequence, start, start + len(words), words)


def claims(filing: ReadFiling) -> tuple[Claim, ...]:
    """One claim of every kind, each with a passage of the filing."""

    def said(rule: str, sequence: int, *words: str, confidence: float = 0.9) -> Source:
        return Source(f"{rule}_1", confidence, tuple(quote(filing, sequence, w) for w in words))

    licence = said("license-entered", 1, "entered into an exclusive license agreement with Oakholm University")
    news = said("ticker", 2, "(Nasdaq: BRWD)")
    trial = said("phase-current", 2, "BRW-101 is in a Phase 2 trial in glioblastoma")
    return (
        OrganizationClaim(
            UNIVERSITY, licence, aliases=("Oakholm",), kind="university", founded="1871", url="oakholm.example"
        ),
        FormerNameClaim(COMPANY, "Briarwood Holdings, Inc.", news, used_until="2012-03"),
        FormerNameClaim(UNIVERSITY, "Oakholm College", licence),
        PositionClaim(
            CHIEF,
            "Chief Executive Officer",
            "holds",
            said("signature-block", 1, "/s/ Ada Quill"),
            ("chief-executive-officer",),
        ),
        PositionClaim(PersonRef("Bo Lind", COMPANY), "Director", "appointed", news, ("director",), "2021-03-08"),
        SignatureClaim(
            CHIEF,
            1,
            "/s/ Ada Quill",
            said("signature-block", 1, "/s/ Ada Quill"),
            "Chief Executive Officer",
            "2021-03-09",
        ),
        LicenseClaim(
            (UNIVERSITY,),
            (COMPANY,),
            "license",
            "executed",
            licence,
            grants=(
                Grant(
                    licence,
                    ("BRW-101",),
                    (GLIOBLASTOMA,),
                    "exclusive",
                    ("Europe",),
                    ("Norway",),
                    ("development",),
                    "brain tumours",
                    True,
                ),
            ),
            payments=(
                Payment("upfront", licence, Decimal(2500000), "USD", payer=COMPANY, payee=UNIVERSITY),
                Payment("royalty", licence, rate_min=Decimal(3), rate_max=Decimal("5.5")),
            ),
            executed="2021-03-08",
            undisclosed=("termEnd",),
        ),
        CompoundClaim("BRW-101", trial, ("BRW101",), ("BRW-101",)),
        CompoundFact("BRW-101", "developer", COMPANY, trial),
        CompoundFact("BRW-101", "payload", "iodine-125", trial),
        ProgramClaim("BRW-101", GLIOBLASTOMA, "2", "active", trial),
        ProgramClaim(
            "BRW-101",
            GLIOBLASTOMA,
            "3",
            "planned",
            said("phase-planned", 2, "A Phase 3 trial is planned for the second half of 2022"),
            planned_text="second half of 2022",
        ),
        DesignationClaim(
            "orphan-drug",
            "BRW-101",
            GLIOBLASTOMA,
            said("orphan-designation", 2, "granted it orphan drug designation"),
            agency=OrgRef("U.S. Food and Drug Administration"),
            holder=COMPANY,
        ),
        PatentOwnershipClaim(
            (COMPANY, UNIVERSITY), "BRW-101 in glioblastoma", licence, "BRW-101", GLIOBLASTOMA, "method-of-use"
        ),
        EquityStakeClaim(UNIVERSITY, COMPANY, licence, "shareholder", Decimal("4.5")),
        ListingClaim(COMPANY, "nasdaq", "BRWD", news),
        CoverPageClaim(
            COMPANY,
            "charterName",
            "BRIARWOOD THERAPEUTICS, INC.",
            said("cover-page", 1, "BRIARWOOD THERAPEUTICS, INC."),
        ),
        CoverPageClaim(COMPANY, "coverPhone", "(617) 555-0199", said("cover-page", 1, "(617) 555-0199")),
        CoverPageClaim(
            COMPANY,
            "principalOffice",
            "12 Harbour Road Oakholm, MA 02139",
            said("cover-page", 1, "12 Harbour Road Oakholm, MA 02139"),
        ),
        QuantityClaim(UNIVERSITY, "licensing-agreements-managed", Decimal(120), "more-than", licence),
        QuantityClaim(GLIOBLASTOMA, "incidence-annual", Decimal("3.2"), "approximately", trial, place="United States"),
        ExhibitClaim(
            2,
            said("exhibit-index", 1, "99.1 Press release, furnished herewith"),
            "furnished",
            "News of the day",
            "2021-03-09",
        ),
        FilingReferenceClaim(COMPANY, "10-K/A", licence, "2020-12-31"),
    )


def everything() -> Quads:
    """The 8-K with one claim of every kind."""
    filing = read()
    return emit(filing, claims(filing))


OWNERSHIP = """<XML>
<?xml version="1.0"?>
<ownershipDocument>
  <documentType>4</documentType><periodOfReport>2021-03-05</periodOfReport>
  <issuer><issuerCik>0009100001</issuerCik><issuerName>BRIARWOOD THERAPEUTICS, INC.</issuerName>
    <issuerTradingSymbol>BRWD</issuerTradingSymbol></issuer>
  <reportingOwner>
    <reportingOwnerId><rptOwnerCik>0009200001</rptOwnerCik><rptOwnerName>QUILL ADA M</rptOwnerName></reportingOwnerId>
    <reportingOwnerRelationship><isDirector>1</isDirector><isOfficer>1</isOfficer>
      <officerTitle>President &amp; CEO</officerTitle></reportingOwnerRelationship>
  </reportingOwner>
  <reportingOwner>
    <reportingOwnerId><rptOwnerCik>0009200002</rptOwnerCik>
      
      <rptOwnerName>Millrace Ventures LP</rptOwnerName></reportingOwnerId>
    <reportingOwnerRelationship><isTenPercentOwner>1</isTenPercentOwner></reportingOwnerRelationship>
  </reportingOwner>
  <ownerSignature><signatureName>/s/ Ada M. Quill</signatureName>
    
    <signatureDate>2021-03-09</signatureDate></ownerSignature>
</ownershipDocument>
</XML>
"""
_OWNER = Company(
    role="REPORTING-OWNER",
    sic=None,
    irs=None,
    state=None,
    fiscal_year_end=None,
    form_type="4",
    business=None,
    former=(),
)


def owner(name: str, cik: str, **more: object) -> Company:
    """A reporting owner of the header."""
    return replace(_OWNER, name=name, cik=cik, phone=None, mail=Address(), **more)  # type: ignore[arg-type]


INSIDERS = Submission(
    accession="0009100001-21-000009",
    form="4",
    period="20210305",
    acceptance="20210709163015",
    items=(),
    companies=(
        Company(role="ISSUER", file_number=None, film_number=None, act=None, form_type=None),
        owner("QUILL ADA M", "0009200001"),
        owner("Millrace Ventures LP", "0009200002", file_number="001-90001", film_number="21000002"),
    ),
    documents=(Doc("4", "1", "form4.xml", "FORM 4", OWNERSHIP),),
)


OFFERING = """<XML>
<?xml version="1.0"?>
<edgarSubmission>
  <submissionType>D</submissionType>
  <primaryIssuer><cik>0009100001</cik><entityName>BRIARWOOD THERAPEUTICS, INC.</entityName>
    <jurisdictionOfInc>DELAWARE</jurisdictionOfInc>
    <issuerPreviousNameList><value>Hazel Bio Inc</value></issuerPreviousNameList>
    <entityType>Corporation</entityType></primaryIssuer>
  <relatedPersonsList>
    <relatedPersonInfo>
      <relatedPersonName><firstName>Ada</firstName><middleName>M.</middleName><lastName>Quill</lastName></relatedPersonName>
      <relatedPersonRelationshipList><relationship>Executive Officer</relationship>
        <relationship>Director</relationship></relatedPersonRelationshipList>
      <relationshipClarification>Chief Executive Officer</relationshipClarification>
    </relatedPersonInfo>
    <relatedPersonInfo>
      <relatedPersonName><firstName>N/A</firstName><lastName>Millrace Ventures, LLC</lastName></relatedPersonName>
      <relatedPersonRelationshipList><relationship>Promoter</relationship></relatedPersonRelationshipList>
    </relatedPersonInfo>
  </relatedPersonsList>
</edgarSubmission>
</XML>
"""
PLACEMENT = Submission(
    accession="0009100001-21-000010",
    form="D",
    items=(),
    companies=(Company(form_type="D", act="1933 Act", former=()),),
    documents=(Doc("D", "1", "primary_doc.xml", None, OFFERING),),
)


def turtle(quads: Quads) -> str:
    """The graph as Turtle: sorted, prefixed, the same on every machine."""
    nodes = sorted(ox.parse("".join(quads.lines()), format=ox.RdfFormat.N_QUADS), key=str)
    triples = (ox.Triple(q.subject, q.predicate, q.object) for q in nodes)
    made = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=ontology.PREFIXES)
    assert made is not None
    return made.decode()


def triples(quads: Quads) -> set[tuple[str, str, str]]:
    """(subject, predicate, object) with our namespaces shortened: ("company/1", "ekg:cik", '"1"')."""

    def short(term: object) -> str:
        if isinstance(term, ox.NamedNode):
            if term.value.startswith(ontology.ID):
                return term.value.removeprefix(ontology.ID)
            for prefix, base in ontology.PREFIXES.items():
                if term.value.startswith(base):
                    return f"{prefix}:{term.value.removeprefix(base)}"
            return term.value
        assert isinstance(term, ox.Literal)
        return term.value

    parsed = ox.parse("".join(quads.lines()), format=ox.RdfFormat.N_QUADS)
    return {(short(q.subject), short(q.predicate), short(q.object)) for q in parsed}
