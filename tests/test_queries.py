"""Every query of the library on a small invented graph, with the rows it must give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from made_filings import filing_graph, load

from kg import ontology, query, sparql
from kg.errors import Issue
from kg.query import Query
from kg.store.client import Reader

FIRST, SECOND = "0009100001-19-000001", "0009100001-20-000002"

COMPANY = """
company:0009100001 a ekg:Company ; ekg:cik "0009100001" ; rdfs:label "QUILLON BIO INC" ;
  ekg:conformedName "QUILLON BIO INC" ;
  skos:altLabel "Quillon" ; schema:taxID "123456789" ; ekg:sic ekgc:sic_2834 ;
  ekg:stateOfIncorporation ekgc:state_US-DE ;
  ekg:fiscalYearEnd "--12-31"^^xsd:gMonthDay ; ekg:headerPhone "555-0100" ; ekg:coverPhone "555-0199" ;
  ekg:hasFormerName name:1, name:2 .
name:1 a ekg:FormerName ; schema:name "OLD QUILL CORP" ; ekg:headerNameChangeDate "2005-06-17"^^xsd:date .
name:2 a ekg:FormerName ; schema:name "QUILL HOLDINGS" ; ekg:headerNameChangeDate "2011-02-01"^^xsd:date ;
  ekg:usedUntil "2011-01-31"^^xsd:date .
organization:tarn-university a ekg:Organization ; rdfs:label "Tarn University" ; skos:altLabel "Tarn" .
organization:fda a ekg:Organization ; rdfs:label "FDA" .
company:0009100002 a ekg:Company ; ekg:cik "0009100002" ; rdfs:label "BRAMLEY PHARMA PLC" ;
  ekg:conformedName "BRAMLEY PHARMA PLC" ;
  ekg:sic ekgc:sic_2834 .
"""
FILING = """
filing:{0} a ekg:Filing ; ekg:accessionNumber "{0}" ; ekg:formType ekgc:form_8-K ; ekg:filedDate "{1}"^^xsd:date ;
  ekg:hasFiler filer:{0}_1 ; ekg:reportsItem item:{0}_1 ; dct:hasPart document:{0}_0, document:{0}_1 .
filer:{0}_1 a ekg:FilerEntry ; ekg:filer company:0009100001 ; ekg:filerRole ekgc:filer_filer .
item:{0}_1 a ekg:FilingItem ; ekg:itemType ekgc:item_8-K_5.02 .
document:{0}_0 a ekg:FilingDocument ; dct:isPartOf filing:{0} ; ekg:sequence 0 ; ekg:documentType "SEC-HEADER" .
document:{0}_1 a ekg:FilingDocument ; dct:isPartOf filing:{0} ; ekg:sequence 1 ; ekg:documentType "8-K" ;
  ekg:fileName "a.htm" ;
  dct:description "report" .
"""
PEOPLE = """
person:ann a ekg:Person ; schema:name "Ann Roe" ; rdfs:label "Ann Roe" .
person:bob a ekg:Person ; schema:name "Bob Poe" ; rdfs:label "Bob Poe" .
position:ann-ceo a ekg:Position ; org:member person:ann ; org:organization company:0009100001 ;
  ekg:titleText "Chief Executive Officer" ;
  ekg:attestedOn "2019-03-01"^^xsd:date ; ekg:startDate "2019-01-01"^^xsd:date ;
  ekg:evidence {doc}1,20> ; ekg:extractedBy rule:position_2 ; ekg:confidence 0.95 .
position:bob-cfo a ekg:Position ; org:member person:bob ; org:organization company:0009100001 ; ekg:titleText "CFO" ;
  ekg:attestedOn "2019-03-01"^^xsd:date ; ekg:extractedBy rule:position_2 ; ekg:confidence 0.75 ;
  ekg:evidence {doc}30,50> .
position:ann-director a ekg:Position ; org:member person:ann ; org:organization company:0009100002 ;
  ekg:titleText "Director" ;
  ekg:attestedOn "2018-03-01"^^xsd:date .
change:1 a ekg:PositionChange ; ekg:ofPosition position:bob-cfo ; ekg:changeKind ekgc:change_departed ;
  ekg:effectiveDate "2019-02-15"^^xsd:date .
signature:1 a ekg:Signature ; ekg:signer person:ann ; ekg:onBehalfOf company:0009100001 ;
  ekg:signedDocument document:{acc}_1 ;
  ekg:signedDate "2019-03-01"^^xsd:date ; ekg:titleText "CEO" .
ownership:1 a ekg:EquityStake ; ekg:owner organization:tarn-university ; ekg:ownedThing company:0009100001 ;
  ekg:sharePercent 7.5 ;
  ekg:stakeRank ekgc:stake_largest ; ekg:attestedOn "2019-03-01"^^xsd:date .
"""
SCIENCE = """
compound:qb-101 a ekg:Compound ; rdfs:label "QB-101" ; skos:altLabel "quillomab" ; ekg:compoundCode "QB-101" ;
  ekg:developer company:0009100001 ; ekg:payload substance:iodine ; ekg:usesPlatform platform:pdc ;
  ekg:isLeadOf company:0009100001 .
compound:qb-7 a ekg:Compound ; rdfs:label "QB-7" ; ekg:developer company:0009100001 .
substance:iodine a ekg:Substance ; rdfs:label "iodine" .
platform:pdc a ekg:Platform ; rdfs:label "PDC" .
indication:glioblastoma a ekg:Indication ; skos:prefLabel "glioblastoma"@en ; skos:altLabel "GBM" .
indication:myeloma a ekg:Indication ; skos:prefLabel "multiple myeloma"@en .
program:1 a ekg:DevelopmentProgram ; ekg:compound compound:qb-101 ; ekg:indication indication:glioblastoma ;
  ekg:hasStage stage:1 .
stage:1 a ekg:DevelopmentStage ; ekg:phase ekgc:phase_2 ; ekg:stageStatus ekgc:stage_active ;
  ekg:attestedOn "2019-03-01"^^xsd:date .
program:2 a ekg:DevelopmentProgram ; ekg:compound compound:qb-7 ; ekg:hasStage stage:2 .
stage:2 a ekg:DevelopmentStage ; ekg:phase ekgc:phase_preclinical ; ekg:stageStatus ekgc:stage_planned .
designation:1 a ekg:RegulatoryDesignation ; ekg:designationKind ekgc:designation_orphan-drug ;
  ekg:compound compound:qb-101 ;
  ekg:indication indication:glioblastoma ; ekg:grantedBy organization:fda ; ekg:holder company:0009100001 ;
  ekg:attestedOn "2019-03-01"^^xsd:date .
"""
LICENCES = """
agreement:in a ekg:LicenseAgreement ; ekg:licensor organization:tarn-university ; ekg:licensee company:0009100001 ;
  ekg:agreementKind ekgc:agreement_license ; ekg:agreementStatus ekgc:status_executed ;
  ekg:effectiveDate "2019-02-01"^^xsd:date ;
  ekg:announcedDate "2019-03-01"^^xsd:date ; ekg:hasGrant grant:in_1 ; ekg:hasPayment payment:in_1, payment:in_2 ;
  ekg:undisclosedTerm ekg:termEnd ; ekg:evidence {doc}60,80> ; ekg:extractedBy rule:license_1 ; ekg:confidence 0.9 .
grant:in_1 a ekg:LicenseGrant ; ekg:exclusivity ekgc:exclusivity_exclusive ; ekg:compound compound:qb-101 ;
  ekg:indication indication:glioblastoma ; ekg:territory ekgc:territory_japan ;
  ekg:excludedTerritory ekgc:territory_china ;
  ekg:sublicensable true .
ekgc:territory_japan rdfs:label "Japan" .
ekgc:territory_china rdfs:label "China" .
payment:in_1 a ekg:Payment ; ekg:paymentKind ekgc:payment_upfront ; ekg:amount 5000000 ; ekg:currency "USD" ;
  ekg:trigger "on signing" .
payment:in_2 a ekg:Payment ; ekg:paymentKind ekgc:payment_royalty ; ekg:royaltyRateMin 3.5 ; ekg:royaltyRateMax 8 .
agreement:out a ekg:LicenseAgreement ; ekg:licensor company:0009100001 ; ekg:licensee company:0009100002 ;
  ekg:agreementKind ekgc:agreement_option ; ekg:agreementStatus ekgc:status_terminated ;
  ekg:executedDate "2015-05"^^xsd:gYearMonth ;
  ekg:terminatedDate "2018-07-01"^^xsd:date ; ekg:hasGrant grant:out_1 ; ekg:hasPayment payment:out_1 .
grant:out_1 a ekg:LicenseGrant ; ekg:exclusivity ekgc:exclusivity_non-exclusive ; ekg:indication indication:myeloma .
payment:out_1 a ekg:Payment ; ekg:paymentKind ekgc:payment_milestone ; ekg:amount 90000 ; ekg:currency "EUR" .
"""
QUOTES = """
{doc}1,20> oa:exact "Ann Roe, our chief executive officer" .
{doc}30,50> oa:exact "Bob Poe, CFO" .
{doc}60,80> oa:exact "Tarn University licensed QB-101 to us" .
assertion:1 a ekg:Assertion ; rdf:subject compound:qb-101 ; rdf:predicate skos:altLabel ; rdf:object "quillomab" ;
  ekg:evidence {doc}60,80> ; ekg:extractedBy rule:alias_1 ; ekg:confidence 0.6 .
"""


def _text(template: str) -> str:
    return template.replace("{doc}", f"<{ontology.ID}document/{FIRST}_1#char=").replace("{acc}", FIRST)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader of the invented graph, with the code lists."""
    at: Path = tmp_path_factory.mktemp("queries") / "s"
    lists = [
        path
        for path in ontology.ontology_files()
        if path.name in ("codes-lists.ttl", "codes-sic.ttl", "codes-places.ttl")
    ]
    issue = Issue("unknown-header-field", "header line 3", "ODD: 1", FIRST, "a.txt")
    first = filing_graph(
        FIRST,
        _text(COMPANY + FILING.format(FIRST, "2019-03-01") + PEOPLE + LICENCES + SCIENCE),
        local=_text(QUOTES),
        source="a.txt",
        issues=(issue,),
    )
    second = filing_graph(SECOND, COMPANY + FILING.format(SECOND, "2020-04-01"), source="b.txt")
    load(at, [first, second, Issue("no-submission", "file", "notes", source="c.txt")], vocabulary=lists)
    with Reader(at, 1 << 32) as made:
        yield made


def _id(kind: str, name: str) -> str:
    return f"{ontology.ID}{kind}/{name}"


IN, OUT = _id("agreement", "in"), _id("agreement", "out")
LICENCE_IN = {
    "licensor": "Tarn University",
    "licensee": "QUILLON BIO INC",
    "agreement": "license",
    "state": "executed",
    "when": date(2019, 2, 1),
    "licence": IN,
}
LICENCE_OUT = {
    "licensor": "QUILLON BIO INC",
    "licensee": "BRAMLEY PHARMA PLC",
    "agreement": "option",
    "state": "terminated",
    "when": "2015-05",
    "licence": OUT,
}
CIK = {"cik": "9100001"}
D = Decimal

# name, parameters, rows
CASES: list[tuple[str, dict[str, Any], list[dict[str, Any]]]] = [
    (
        "company",
        CIK,
        [
            {"what": "name", "value": "QUILLON BIO INC"},
            {"what": "also known as", "value": "Quillon"},
            {"what": "CIK", "value": "0009100001"},
            {"what": "IRS number", "value": "123456789"},
            {"what": "industry", "value": "Pharmaceutical Preparations"},
            {"what": "state of incorporation", "value": "Delaware"},
            {"what": "fiscal year end", "value": "--12-31"},
            {"what": "phone (header)", "value": "555-0100"},
            {"what": "phone (cover page)", "value": "555-0199"},
        ],
    ),
    (
        "companies",
        {"name": "quill"},
        [
            {"cik": "0009100001", "current": "QUILLON BIO INC", "matched": "QUILLON BIO INC", "how": "name"},
            {"cik": "0009100001", "current": "QUILLON BIO INC", "matched": "Quillon", "how": "name"},
            {"cik": "0009100001", "current": "QUILLON BIO INC", "matched": "OLD QUILL CORP", "how": "former name"},
            {"cik": "0009100001", "current": "QUILLON BIO INC", "matched": "QUILL HOLDINGS", "how": "former name"},
        ],
    ),
    ("companies", {"name": "nobody"}, []),
    (
        "companies-by-industry",
        {"sic": "2834"},
        [
            {"cik": "0009100002", "name": "BRAMLEY PHARMA PLC", "state": None},
            {"cik": "0009100001", "name": "QUILLON BIO INC", "state": "Delaware"},
        ],
    ),
    (
        "former-names",
        CIK,
        [
            {
                "formerName": "QUILL HOLDINGS",
                "headerDate": date(2011, 2, 1),
                "usedFrom": None,
                "usedUntil": date(2011, 1, 31),
            },
            {"formerName": "OLD QUILL CORP", "headerDate": date(2005, 6, 17), "usedFrom": None, "usedUntil": None},
        ],
    ),
    ("name-at-date", {**CIK, "date": "2004-01-01"}, [{"name": "OLD QUILL CORP", "until": date(2005, 6, 17)}]),
    ("name-at-date", {**CIK, "date": date(2005, 6, 17)}, [{"name": "QUILL HOLDINGS", "until": date(2011, 1, 31)}]),
    ("name-at-date", {**CIK, "date": "2011-02-01"}, [{"name": "QUILLON BIO INC", "until": None}]),
    (
        "filings",
        CIK,
        [
            {"filed": date(2020, 4, 1), "form": "8-K", "accession": SECOND, "role": "filer"},
            {"filed": date(2019, 3, 1), "form": "8-K", "accession": FIRST, "role": "filer"},
        ],
    ),
    (
        "filings-by-form",
        {"form": "8-K", "from": "2020-01-01"},
        [{"filed": date(2020, 4, 1), "accession": SECOND, "company": "QUILLON BIO INC"}],
    ),
    ("filings-by-form", {"form": "10-K"}, []),
    (
        "filings-by-item",
        {"item": "5.02", "limit": 1},
        [{"filed": date(2020, 4, 1), "accession": SECOND, "company": "QUILLON BIO INC"}],
    ),
    (
        "documents",
        {"filing": FIRST},
        [
            {"sequence": 0, "type": "SEC-HEADER", "fileName": None, "description": None},
            {"sequence": 1, "type": "8-K", "fileName": "a.htm", "description": "report"},
        ],
    ),
    (
        "officers",
        CIK,
        [
            {
                "person": "Ann Roe",
                "title": "Chief Executive Officer",
                "firstAttested": date(2019, 3, 1),
                "lastAttested": date(2019, 3, 1),
                "since": date(2019, 1, 1),
            }
        ],
    ),
    ("officer-changes", CIK, [{"date": date(2019, 2, 15), "person": "Bob Poe", "change": "departed", "title": "CFO"}]),
    (
        "person",
        {"name": "ann"},
        [
            {
                "person": "Ann Roe",
                "organization": "QUILLON BIO INC",
                "title": "Chief Executive Officer",
                "since": date(2019, 1, 1),
                "until": None,
                "lastAttested": date(2019, 3, 1),
            },
            {
                "person": "Ann Roe",
                "organization": "BRAMLEY PHARMA PLC",
                "title": "Director",
                "since": None,
                "until": None,
                "lastAttested": date(2018, 3, 1),
            },
        ],
    ),
    ("signatures", CIK, [{"date": date(2019, 3, 1), "signer": "Ann Roe", "title": "CEO", "accession": FIRST}]),
    (
        "stakes",
        CIK,
        [{"owner": "Tarn University", "sharePercent": D("7.5"), "rank": None, "lastAttested": date(2019, 3, 1)}],
    ),
    ("licences", CIK, [{"side": "licensee", **LICENCE_IN}, {"side": "licensor", **LICENCE_OUT}]),
    ("licences-by-licensor", {"name": "tarn"}, [LICENCE_IN]),
    ("licences-by-licensor", {"name": "quill holdings"}, [LICENCE_OUT]),
    ("licences-by-indication", {"indication": "gbm"}, [{"covered": "GBM", **LICENCE_IN}]),
    ("licences-by-indication", {"indication": "MYELOMA"}, [{"covered": "multiple myeloma", **LICENCE_OUT}]),
    ("licences-by-compound", {"name": "qb 101"}, [LICENCE_IN]),
    ("licences-by-compound", {"name": "Quillomab"}, [LICENCE_IN]),
    ("licences-by-compound", {"name": "QB-7"}, []),
    ("exclusive-licences", {"territory": "japan"}, [{"granted": "Japan", **LICENCE_IN}]),
    ("exclusive-licences", {"territory": "china"}, []),
    (
        "licence-terms",
        {"licence": IN},
        [
            {
                "grant": _id("grant", "in_1"),
                "exclusivity": "exclusive",
                "compounds": "QB-101",
                "indications": "glioblastoma",
                "territory": "Japan",
                "excluded": "China",
                "sublicensable": True,
            }
        ],
    ),
    (
        "licence-payments",
        {"minimum": 1000},
        [
            {
                "amount": 5000000,
                "kind": "upfront",
                "licensor": "Tarn University",
                "licensee": "QUILLON BIO INC",
                "trigger": "on signing",
                "licence": IN,
            }
        ],
    ),
    (
        "licence-payments",
        {"minimum": "90000", "currency": "EUR"},
        [
            {
                "amount": 90000,
                "kind": "milestone",
                "licensor": "QUILLON BIO INC",
                "licensee": "BRAMLEY PHARMA PLC",
                "trigger": None,
                "licence": OUT,
            }
        ],
    ),
    ("licence-payments", {"minimum": "90000.01", "currency": "EUR"}, []),
    (
        "royalties",
        {},
        [
            {
                "lowest": D("3.5"),
                "highest": 8,
                "licensor": "Tarn University",
                "licensee": "QUILLON BIO INC",
                "licence": IN,
            }
        ],
    ),
    (
        "licence-history",
        {"licence": ontology.mint("agreement", "out")},
        [
            {"state": state, "date": day, "told": date(2019, 3, 1), "witness": FIRST, "witnesses": 1}
            for state, day in (("terminated", date(2018, 7, 1)), ("executed", "2015-05"))
        ],
    ),
    (
        "terminated-licences",
        {},
        [{"terminated": date(2018, 7, 1), **{k: v for k, v in LICENCE_OUT.items() if k != "state"}}],
    ),
    ("undisclosed-terms", {"term": "ekg:termEnd"}, [LICENCE_IN]),
    ("undisclosed-terms", {}, []),
    (
        "licence-network",
        {},
        [{"licensor": "QUILLON BIO INC", "licensees": 1}, {"licensor": "Tarn University", "licensees": 1}],
    ),
    (
        "compound",
        {"name": "Quillomab"},
        [
            {"compound": _id("compound", "qb-101"), "what": what, "value": value}
            for what, value in (
                ("name", "QB-101"),
                ("also known as", "quillomab"),
                ("code", "QB-101"),
                ("developer", "QUILLON BIO INC"),
                ("payload", "iodine"),
                ("platform", "PDC"),
                ("lead compound of", "QUILLON BIO INC"),
            )
        ],
    ),
    (
        "compounds",
        CIK,
        [
            {"name": "QB-101", "aliases": "quillomab", "compound": _id("compound", "qb-101")},
            {"name": "QB-7", "aliases": None, "compound": _id("compound", "qb-7")},
        ],
    ),
    (
        "indications",
        {"name": "QB101"},
        [{"indication": "glioblastoma", "phase": "2", "status": "active", "lastAttested": date(2019, 3, 1)}],
    ),
    (
        "indications",
        {"name": "QB-7"},
        [{"indication": None, "phase": "preclinical", "status": "planned", "lastAttested": None}],
    ),
    ("compounds-by-indication", {"indication": "GBM"}, [{"name": "QB-101", "matched": "GBM", "phases": "2"}]),
    (
        "pipeline",
        {"phase": "2"},
        [
            {
                "compound": "QB-101",
                "indication": "glioblastoma",
                "developer": "QUILLON BIO INC",
                "lastAttested": date(2019, 3, 1),
            }
        ],
    ),
    (
        "pipeline",
        {"phase": "preclinical", "status": "planned"},
        [
            {"compound": "QB-7", "indication": None, "developer": "QUILLON BIO INC", "lastAttested": None},
        ],
    ),
    ("pipeline", {"phase": "3"}, []),
    (
        "designations",
        {},
        [
            {
                "compound": "QB-101",
                "indication": "glioblastoma",
                "agency": "FDA",
                "holder": "QUILLON BIO INC",
                "date": None,
                "firstAttested": date(2019, 3, 1),
            }
        ],
    ),
    ("designations", {"kind": "fast-track"}, []),
    (
        "why",
        {"node": IN},
        [
            {
                "accession": FIRST,
                "sentence": "Tarn University licensed QB-101 to us",
                "rule": "license_1",
                "confidence": D("0.9"),
                "passage": f"{ontology.ID}document/{FIRST}_1#char=60,80",
            }
        ],
    ),
    (
        "why-statement",
        {"node": _id("compound", "qb-101")},
        [
            {
                "property": ontology.PREFIXES["skos"] + "altLabel",
                "value": "quillomab",
                "accession": FIRST,
                "sentence": "Tarn University licensed QB-101 to us",
                "rule": "alias_1",
                "confidence": D("0.6"),
            }
        ],
    ),
    (
        "filing-facts",
        {"filing": SECOND, "limit": 2},
        [
            {
                "subject": _id("company", "0009100001"),
                "property": "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
                "value": ontology.EKG + "Company",
            },
            {
                "subject": _id("company", "0009100001"),
                "property": ontology.PREFIXES["rdfs"] + "label",
                "value": "QUILLON BIO INC",
            },
        ],
    ),
    (
        "doubtful-facts",
        {},
        [
            {
                "confidence": D("0.6"),
                "kind": "Assertion",
                "node": _id("assertion", "1"),
                "accession": FIRST,
                "sentence": "Tarn University licensed QB-101 to us",
            },
            {
                "confidence": D("0.75"),
                "kind": "Position",
                "node": _id("position", "bob-cfo"),
                "accession": FIRST,
                "sentence": "Bob Poe, CFO",
            },
        ],
    ),
    ("doubtful-facts", {"below": 0.5}, []),
    (
        "rules",
        {},
        [
            {"rule": "position_2", "facts": 2, "least": D("0.75"), "mean": D("0.85")},
            {"rule": "alias_1", "facts": 1, "least": D("0.6"), "mean": D("0.6")},
            {"rule": "license_1", "facts": 1, "least": D("0.9"), "mean": D("0.9")},
        ],
    ),
    (
        "issues",
        {},
        [
            {
                "source": "a.txt",
                "accession": FIRST,
                "issue": "unknown-header-field",
                "where": "header line 3",
                "detail": "ODD: 1",
            },
            {"source": "c.txt", "accession": None, "issue": "no-submission", "where": "file", "detail": "notes"},
        ],
    ),
    (
        "issues",
        {"kind": "no-submission"},
        [
            {"source": "c.txt", "accession": None, "issue": "no-submission", "where": "file", "detail": "notes"},
        ],
    ),
    (
        "issues-by-kind",
        {},
        [{"issue": "no-submission", "times": 1, "files": 1}, {"issue": "unknown-header-field", "times": 1, "files": 1}],
    ),
    (
        "overview",
        {},
        [
            {"kind": kind, "number": number}
            for kind, number in (
                ("Company", 2),
                ("Compound", 2),
                ("DevelopmentProgram", 2),
                ("DevelopmentStage", 2),
                ("EquityStake", 1),
                ("Filing", 2),
                ("FormerName", 2),
                ("Indication", 2),
                ("LicenseAgreement", 2),
                ("LicenseGrant", 2),
                ("Organization", 2),
                ("Payment", 3),
                ("Person", 2),
                ("Position", 3),
                ("PositionChange", 1),
                ("RegulatoryDesignation", 1),
                ("Signature", 1),
            )
        ],
    ),
]


@pytest.mark.parametrize(("name", "values", "rows"), CASES, ids=[f"{name}-{i}" for i, (name, *_) in enumerate(CASES)])
def test_rows(reader: Reader, name: str, values: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    found = query.run(reader, name, values)
    assert found.to_dicts() == rows
    assert found.title == query.library()[name].title


def test_every_query_stands_alone(reader: Reader) -> None:
    for name, values, rows in CASES:
        text = query.bind(query.library()[name], values)
        assert len(reader.ask(text, {}, 60, None)) == len(rows), "with no prefixes but its own"


def test_every_query_is_tried_and_gives_rows() -> None:
    assert {name for name, _, rows in CASES if rows} == set(query.library())
    assert len(query.library()) >= 20


@pytest.mark.parametrize("found", query.library().values(), ids=lambda found: found.name)
def test_headers_and_habits(found: Query) -> None:
    assert found.title
    assert found.question.endswith("?")
    present = sparql.variables(found.text)
    code = sparql.without_comments(found.text)
    head = code[code.index("SELECT") : code.index("WHERE")]
    for parameter in found.parameters:
        assert parameter.name in present
        assert parameter.description
        assert f"?{parameter.name}" not in code, "a parameter is written with $, and is no other variable"
        assert parameter.name not in sparql.variables(head)
    assert "NOT EXISTS" not in code.upper(), "the planner runs it for every row: use MINUS or OPTIONAL with !BOUND"
    assert "ORDER BY" in code
    declared = set(re.findall(r"PREFIX (\w+):", code))
    body = code[code.index("SELECT") :]
    used = set(re.findall(r"(?<![\w:])(\w+):\w", re.sub(r'"[^"]*"|<[^>]*>', "", body)))
    assert used == declared


def test_terms_are_those_of_the_ontology() -> None:
    file = ontology.folder() / "edgar-kg.ttl"
    defined = {triple.subject.value for triple in ox.parse(path=file) if isinstance(triple.subject, ox.NamedNode)}
    for found in query.library().values():
        for term in re.findall(r"\bekg:(\w+)", found.text):
            assert ontology.EKG + term in defined, f"{found.name} uses ekg:{term}"


def test_every_name_of_a_file_is_a_plain_word() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in query.library())
