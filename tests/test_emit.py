"""Claims and header facts → statements: what is said once stays one, and every line parses."""

from __future__ import annotations

import difflib
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from decimal import Decimal
from itertools import cycle
from pathlib import Path
from typing import get_args

import filings_said as said
import pyoxigraph as ox
import pytest
import rdflib
from builders import Address, Company, Submission
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import ontology
from kg.emit import Quads, dates, emit
from kg.emit.claims import WRITERS
from kg.emit.parties import is_person, tax_number
from kg.model import (
    Claim,
    CompoundClaim,
    Evidence,
    Filing,
    FormerCompany,
    FormerNameClaim,
    Grant,
    LicenseClaim,
    OrganizationClaim,
    OrgRef,
    OwnershipReport,
    Party,
    PersonRef,
    PositionClaim,
    ReadFiling,
    Source,
)

GOLDEN = Path(__file__).parent / "golden"
BECAUSE = Source("some-rule_1", 0.8, (Evidence(1, 0, 9, "BRIARWOOD"),))
CO = "company/0009100001"


def graph(*claims: Claim, filing: ReadFiling | None = None) -> set[tuple[str, str, str]]:
    return said.triples(emit(filing or said.read(), claims))


def values(triples: set[tuple[str, str, str]], subject: str, predicate: str) -> list[str]:
    return sorted(o for s, p, o in triples if (s, p) == (subject, predicate))


# ---- whole filings


@pytest.mark.parametrize("name", ["license-8-k", "insiders-4"])
def test_golden(name: str) -> None:
    """KG_GOLDEN=write renews the files; look at their diff before committing it."""
    quads = said.everything() if name == "license-8-k" else emit(said.read(said.INSIDERS), ())
    path, text = GOLDEN / f"{name}.ttl", said.turtle(quads)
    if os.environ.get("KG_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    expected = path.read_text(encoding="utf-8")
    assert text == expected, "".join(difflib.unified_diff(expected.splitlines(True), text.splitlines(True), n=0))


def test_every_kind_of_claim_has_a_writer_and_is_in_the_golden() -> None:
    kinds = set(get_args(Claim))
    assert set(WRITERS) == kinds
    assert {type(claim) for claim in said.claims(said.read())} == kinds


def test_the_same_filing_gives_the_same_bytes_and_order_of_other_claims_does_not_matter() -> None:
    filing = said.read()
    claims = said.claims(filing)
    one = "".join(emit(filing, claims).lines())
    assert one == "".join(emit(said.read(), said.claims(said.read())).lines())
    assert one == "".join(emit(filing, tuple(reversed(claims))).lines())
    assert one.splitlines() == sorted(one.splitlines())


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # rdflib warns of its own call
def test_two_parsers_read_the_same_number_of_statements() -> None:
    text = "".join(said.everything().lines())
    store = ox.Store()
    store.load(text.encode(), format=ox.RdfFormat.N_QUADS)
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format="nquads")
    assert len(store) == len(dataset) == len(text.splitlines())
    assert "_:" not in text


def test_default_graph_gets_facts_without_quotes_assertions_and_records() -> None:
    quads = said.everything()
    facts = set("".join(quads.fact_lines()).splitlines())
    every = {line.rsplit(" <", 1)[0] + " ." for line in quads.lines()}
    assert facts < every
    local = every - facts
    kinds = Counter(line.split("/id/", 1)[1].split("/")[0] for line in local if "/id/" in line.split(" ")[0])
    assert set(kinds) == {"assertion", "document", "rule", "run"}
    assert all("oa#exact" in line for line in local if "/id/document/" in line.split(" ")[0])
    assert not any("oa#exact" in line or "/id/assertion/" in line or "/id/run/" in line for line in facts)
    assert any("ontology#evidence" in line for line in facts)


# ---- header


def test_header_facts_of_a_filing_and_its_company() -> None:
    found = graph()
    filing = "filing/0009100001-21-000007"
    assert values(found, filing, "rdfs:label") == ["8-K of BRIARWOOD THERAPEUTICS, INC., filed 2021-03-09"]
    assert values(found, filing, "ekg:formType") == ["ekgc:form_8-K"]
    assert values(found, filing, "ekg:acceptanceDateTime") == ["2021-03-09T16:30:15-05:00"]
    assert values(found, filing, "dct:source") == [
        "https://www.sec.gov/Archives/edgar/data/9100001/0009100001-21-000007.txt"
    ]
    assert values(found, filing, "ekg:reportsItem") == [
        "item/0009100001-21-000007_1.01",
        "item/0009100001-21-000007_9.01",
    ]
    assert values(found, CO, "schema:taxID") == ["99-0000001"]
    assert values(found, CO, "ekg:fiscalYearEnd") == ["--12-31"]
    assert values(found, CO, "ekg:stateOfIncorporation") == ["ekgc:state_US-DE"]
    assert values(found, CO, "ekg:headerPhone") == ["617-555-0101"]
    assert values(found, CO, "ekg:businessAddress") == values(found, CO, "ekg:mailAddress") != []
    entry = "filer/0009100001-21-000007_0009100001"
    assert values(found, entry, "ekg:secFileNumber") == ["001-90001"]
    assert values(found, entry, "ekg:filmNumber") == ["21000001"]
    assert values(found, entry, "ekg:filerRole") == ["ekgc:filer_filer"]


def test_items_quote_header_and_heading_and_tell_what_they_are_about() -> None:
    found = said.triples(said.everything())
    item = "item/0009100001-21-000007_1.01"
    quotes = {q for e in values(found, item, "ekg:evidence") for q in values(found, e, "oa:exact")}
    assert quotes == {
        "ITEM INFORMATION:\t\tEntry into a Material Definitive Agreement",
        "Item 1.01 Entry into a Material Definitive Agreement",
    }
    (agreement,) = values(found, item, "schema:about")
    assert values(found, agreement, "ekg:licensor") == ["organization/oakholm-university"]
    assert values(found, "item/0009100001-21-000007_9.01", "dct:references") == ["document/0009100001-21-000007_2"]


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("20170308160221", "2017-03-08T16:02:21-05:00"),
        ("20170312015959", "2017-03-12T01:59:59-05:00"),
        ("20170312030000", "2017-03-12T03:00:00-04:00"),
        ("20171105020000", "2017-11-05T02:00:00-05:00"),
        ("20060402030000", "2006-04-02T03:00:00-04:00"),
        ("20060315120000", "2006-03-15T12:00:00-05:00"),
        ("20061028120000", "2006-10-28T12:00:00-04:00"),
        ("20061029030000", "2006-10-29T03:00:00-05:00"),
        ("19960701120000", "1996-07-01T12:00:00-04:00"),
        ("20170230160221", None),
        ("2017", None),
        (None, None),
    ],
)
def test_acceptance_is_in_washington_time(printed: str | None, moment: str | None) -> None:
    assert dates.acceptance(printed) == moment


def test_acceptance_agrees_with_the_zone_table() -> None:
    zoneinfo = pytest.importorskip("zoneinfo")
    from datetime import datetime, timedelta

    try:
        zone = zoneinfo.ZoneInfo("America/New_York")
    except zoneinfo.ZoneInfoNotFoundError:
        pytest.skip("no zone table on this machine")
    moment = datetime(1993, 1, 1, 12)
    while moment.year < 2027:
        assert dates.acceptance(f"{moment:%Y%m%d%H%M%S}") == moment.replace(tzinfo=zone).isoformat()
        moment += timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("first quarter of 2017", ("2017-01-01", "2017-03-31")),
        ("the second half of 2022", ("2022-07-01", "2022-12-31")),
        ("Q4 2019", ("2019-10-01", "2019-12-31")),
        ("1H 2020", None),
        ("H1 2020", ("2020-01-01", "2020-06-30")),
        ("February 2024", ("2024-02-01", "2024-02-29")),
        ("in 2021", ("2021-01-01", "2021-12-31")),
        ("by the end of 2021", None),
        ("late 2018", None),
        ("mid-2017", None),
        ("by the first quarter of 2017", None),
        ("third half of 2017", None),
        ("second quarter of 2017 or first quarter of 2018", None),
        ("soon", None),
    ],
)
def test_planned_periods_have_bounds_only_where_stated(text: str, days: tuple[str, str] | None) -> None:
    assert dates.bounds(text) == days


def test_odd_header_values_are_kept_not_invented() -> None:
    company = Company(irs="000000000", fiscal_year_end="1340", state="Q0", sic="9911", sic_title="ODD TRADES")
    found = graph(filing=said.read(replace(said.LICENCE, companies=(company,), acceptance="20210230000000")))
    entry = "filer/0009100001-21-000007_0009100001"
    assert values(found, CO, "schema:taxID") == []
    assert values(found, CO, "ekg:fiscalYearEnd") == []
    assert {"FISCAL YEAR END: 1340", "IRS NUMBER: 000000000"} <= set(values(found, entry, "ekg:otherHeaderValue"))
    assert values(found, CO, "ekg:stateOfIncorporation") == ["ekgc:place_Q0"]
    assert values(found, "ekgc:place_Q0", "skos:notation") == ["Q0"]
    assert values(found, "ekgc:sic_9911", "skos:prefLabel") == ["ODD TRADES"]
    kept = values(found, "filing/0009100001-21-000007", "ekg:otherHeaderValue")
    assert "ACCEPTANCE-DATETIME: 20210230000000" in kept
    assert tax_number("94324470") == "94324470"


def test_one_company_in_two_roles_has_two_entries_and_single_values() -> None:
    subject = Company(role="SUBJECT COMPANY", form_type="SC 13D", film_number="21000009")
    filed_by = Company(role="FILED BY", form_type="SC 13D", film_number=None, file_number=None, sic="6770", state="NV")
    found = graph(filing=said.read(replace(said.LICENCE, companies=(subject, filed_by))))
    entries = values(found, "filing/0009100001-21-000007", "ekg:hasFiler")
    assert len(entries) == 2
    assert sorted(values(found, e, "ekg:filerRole")[0] for e in entries) == [
        "ekgc:filer_filed-by",
        "ekgc:filer_subject-company",
    ]
    assert {values(found, e, "ekg:formType")[0] for e in entries} == {"ekgc:form_SC-13D"}
    assert values(found, CO, "ekg:sic") == ["ekgc:sic_2834"]
    assert values(found, CO, "ekg:stateOfIncorporation") == ["ekgc:state_US-DE"]


@pytest.mark.parametrize(
    ("party", "officers", "natural"),
    [
        (Party("reporting owner", "QUILL ADA M", "0009200001"), frozenset(), True),
        (Party("reporting owner", "Millrace Ventures LP", "0009200002"), frozenset(), False),
        (Party("reporting owner", "Millrace Ventures LP", "0009200002"), frozenset({"0009200002"}), False),
        (Party("reporting owner", "MILLRACE", "0009200003"), frozenset(), False),
        (Party("reporting owner", "SUKARNO", "0009200003"), frozenset({"0009200003"}), True),
        (Party("reporting owner", "LIND BO", "0009200004", state="DE"), frozenset({"0009200004"}), False),
        (Party("reporting owner", "LIND BO", "0009200004", irs="000000000"), frozenset(), True),
        (Party("filed by", "LIND BO", "0009200004"), frozenset(), True),
        (Party("filer", "LIND BO", "0009200004"), frozenset(), False),
        (Party("issuer", "LIND BO", "0009200004"), frozenset({"0009200004"}), False),
        (Party("filed by", "LIND FAMILY TRUST", "0009200005"), frozenset(), False),
    ],
)
def test_who_is_a_natural_person(party: Party, officers: frozenset[str], natural: bool) -> None:
    assert is_person(party, officers) is natural


def test_header_and_cover_share_an_address() -> None:
    found = said.triples(said.everything())
    assert values(found, CO, "ekg:principalOffice") == values(found, CO, "ekg:businessAddress")
    foreign = replace(said.LICENCE, companies=(Company(business=Address("1 Quay", "Floor 2", "HAIFA", "L3", None)),))
    (node,) = values(found := graph(filing=said.read(foreign)), CO, "ekg:businessAddress")
    assert values(found, node, "schema:streetAddress") == ["1 Quay, Floor 2"]
    assert values(found, node, "schema:addressCountry") == ["IL"]
    assert values(found, node, "schema:postalCode") == []


# ---- forms 3, 4, 5 and D


def test_insiders_have_offices_and_stakes() -> None:
    found = graph(filing=said.read(said.INSIDERS))
    position = "position/0009100001_0009200001_president-and-ceo"
    assert values(found, position, "ekg:titleText") == ["President & CEO"]
    assert values(found, position, "org:role") == ["ekgc:role_chief-executive-officer", "ekgc:role_president"]
    assert values(found, position, "org:member") == ["person/0009200001"]
    quotes = [q for e in values(found, position, "ekg:evidence") for q in values(found, e, "oa:exact")]
    assert sorted(quotes) == ["President &amp; CEO", "QUILL ADA M"]
    assert values(found, "position/0009100001_0009200001_director", "org:role") == ["ekgc:role_director"]
    stake = "ownership/0009200002_0009100001_equity"
    assert values(found, stake, "ekg:stakeRank") == ["ekgc:stake_ten-percent-owner"]
    assert values(found, stake, "ekg:owner") == ["company/0009200002"]
    assert values(found, CO, "ekg:tradingSymbol") == ["BRWD"]


def test_related_persons_of_a_form_d_have_offices_be_they_persons_or_not() -> None:
    found = graph(filing=said.read(said.PLACEMENT))
    officer = "position/0009100001_ada-m-quill_executive-officer"
    assert values(found, officer, "org:role") == ["ekgc:role_executive-officer"]
    assert values(found, officer, "ekg:clarification") == ["Chief Executive Officer"]
    quotes = [q for e in values(found, officer, "ekg:evidence") for q in values(found, e, "oa:exact")]
    assert sorted(quotes) == ["Ada", "Chief Executive Officer", "Executive Officer", "Quill"]
    assert values(found, "position/0009100001_ada-m-quill_director", "ekg:titleText") == ["Director"]
    promoter = "position/0009100001_millrace-ventures_promoter"
    assert values(found, promoter, "org:member") == ["organization/millrace-ventures"]
    assert ("organization/millrace-ventures", "rdf:type", "ekg:Organization") in found
    assert values(found, CO, "ekg:entityType") == ["Corporation"]
    assert values(found, CO, "ekg:hasFormerName") == ["name/0009100001_hazel-bio-inc_text"]


def test_the_title_of_see_remarks_is_in_the_remarks() -> None:
    filing = said.read(said.INSIDERS)
    (report,) = filing.reports
    assert isinstance(report, OwnershipReport)
    boss = replace(report.owners[0], officer_title="See Remarks", is_director=False)
    report = replace(report, owners=(boss,), remarks="Chief Scientific Officer")
    found = graph(filing=replace(filing, reports=(report,)))
    assert [o for _, p, o in found if p == "ekg:titleText"] == ["Chief Scientific Officer"]


# ---- claims


def test_labels_tell_what_an_agreement_is() -> None:
    found = said.triples(said.everything())
    (label,) = (o for s, p, o in found if s.startswith("agreement/") and p == "rdfs:label")
    assert label == "License agreement, Oakholm University to Briarwood Therapeutics, BRW-101 in glioblastoma (2021)"


def test_a_former_name_in_header_and_text_is_one_node() -> None:
    found = said.triples(said.everything())
    assert values(found, CO, "ekg:hasFormerName") == [
        "name/0009100001_briarwood-holdings-inc_2012-03-05",
        "name/0009100001_old-mill-corp-de_2005-06-17",
    ]
    node = "name/0009100001_briarwood-holdings-inc_2012-03-05"
    assert values(found, node, "schema:name") == ["BRIARWOOD HOLDINGS INC"]
    assert values(found, node, "ekg:usedUntil") == ["2012-03"]
    assert len(values(found, node, "ekg:evidence")) == 3
    assert values(found, "name/oakholm-university_oakholm-college_text", "schema:name") == ["Oakholm College"]


def test_the_same_office_twice_is_one_position_with_the_surer_confidence() -> None:
    who = PersonRef("Ada Quill", said.COMPANY)
    sure = replace(BECAUSE, confidence=0.95)
    found = graph(
        PositionClaim(who, "President and CEO", "holds", BECAUSE, ("president",)),
        PositionClaim(who, "president and CEO", "holds", sure, ("chief-executive-officer",), "2019-05"),
    )
    node = "position/0009100001_ada-quill_president-and-ceo"
    assert values(found, node, "ekg:titleText") == ["President and CEO"]
    assert values(found, node, "ekg:confidence") == ["0.95"]
    assert values(found, node, "ekg:startDate") == ["2019-05"]
    (change,) = (s for s, p, o in found if (p, o) == ("ekg:ofPosition", node))
    assert values(found, change, "ekg:changeKind") == ["ekgc:change_holds"]
    assert values(found, change, "ekg:effectiveDate") == ["2019-05"]


@pytest.mark.parametrize(
    ("event", "date", "bound"),
    [
        ("appointed", "2021-03-08", "ekg:startDate"),
        ("elected", "2021", "ekg:startDate"),
        ("departed", "2021-03-08", "ekg:endDate"),
        ("departed", None, None),
    ],
)
def test_changes_of_office(event: str, date: str | None, bound: str | None) -> None:
    found = graph(PositionClaim(PersonRef("Bo Lind", said.COMPANY), "Director", event, BECAUSE, (), date))
    node = "position/0009100001_bo-lind_director"
    (change,) = (s for s, p, o in found if (p, o) == ("ekg:ofPosition", node))
    assert values(found, change, "ekg:changeKind") == [f"ekgc:change_{event}"]
    given = [p for s, p, _ in found if s == node and p in ("ekg:startDate", "ekg:endDate")]
    assert given == ([bound] if bound else [])


def test_spellings_of_one_compound_are_one_node_with_one_label() -> None:
    found = graph(
        LicenseClaim(
            (said.UNIVERSITY,), (said.COMPANY,), "license", "executed", BECAUSE, (Grant(BECAUSE, ("BRW101",)),)
        ),
        CompoundClaim("BRW-101", BECAUSE, ("BRW 101",)),
    )
    assert values(found, "compound/brw-101", "rdfs:label") == ["BRW-101"]
    assert values(found, "compound/brw-101", "skos:altLabel") == ["BRW 101", "BRW101"]
    asserted = {o for s, p, o in found if s.startswith("assertion/") and p == "rdf:object"}
    assert {"BRW-101", "BRW 101", "BRW101"} <= asserted


def test_agreements_that_differ_in_territory_alone_are_two() -> None:
    def licence(area: str) -> LicenseClaim:
        grant = Grant(BECAUSE, ("BRW-101",), exclusivity="exclusive", territory=(area,))
        return LicenseClaim((said.UNIVERSITY,), (said.COMPANY,), "license", "executed", BECAUSE, (grant,))

    found = graph(licence("Europe"), licence("Japan"), licence("Japan"))
    assert len({s for s, p, o in found if o == "ekg:LicenseAgreement"}) == 2


def test_payments_of_one_agreement_do_not_mix() -> None:
    found = said.triples(said.everything())
    payments = {s for s, p, o in found if o == "ekg:Payment"}
    said_of = {tuple(sorted((p, o) for s, p, o in found if s == node and p != "ekg:evidence")) for node in payments}
    kinds = {dict(pairs)["ekg:paymentKind"]: dict(pairs) for pairs in said_of}
    assert kinds["ekgc:payment_upfront"]["ekg:amount"] == "2500000.0"
    assert "ekg:amount" not in kinds["ekgc:payment_royalty"]
    assert kinds["ekgc:payment_royalty"]["ekg:royaltyRateMax"] == "5.5"


def test_a_company_that_is_no_party_has_cik_and_label() -> None:
    other = OrgRef("Quarry Bio Ltd", "0009300001")
    found = graph(FormerNameClaim(other, "Pit Bio Ltd", BECAUSE))
    assert values(found, "company/0009300001", "ekg:cik") == ["0009300001"]
    assert values(found, "company/0009300001", "rdfs:label") == ["Quarry Bio Ltd"]


def test_an_impossible_web_address_stays_text() -> None:
    from kg.emit.organizations import _url

    assert _url("www.oakholm.example.") == "<http://www.oakholm.example>"
    assert _url("https://oakholm.example:8080/a?b=c") == "<https://oakholm.example:8080/a?b=c>"
    assert _url("see our site") == '"see our site"'


def test_rules_and_run_are_recorded() -> None:
    found = graph(FormerNameClaim(said.COMPANY, "Elm Ltd", BECAUSE))
    assert values(found, "rule/some-rule_1", "rdfs:label") == ["some-rule, version 1"]
    (run,) = {s for s, _, o in found if o == "ekg:ExtractionRun"}
    assert values(found, run, "prov:used") == ["filing/0009100001-21-000007"]


# ---- anything at all

ODD = st.text(st.characters(codec=None), min_size=1, max_size=12) | st.sampled_from(
    ["\x00", "\ud800", 'a"b\\', "\r\n", "<x>", "%zz", "https://[::", "é 漢", "#a#b", "..", "\u202e", "_:b0", "\ufffe"]
)

TEXTS = st.lists(ODD, min_size=1, max_size=3)


def filled(make: Iterator[str], value: object) -> object:
    """`value` with every string in it, at any depth, replaced by the next text."""
    if isinstance(value, str):
        return next(make)
    if isinstance(value, tuple):
        return tuple(filled(make, v) for v in value)
    if isinstance(value, Evidence):
        return replace(value, exact=next(make))
    if hasattr(value, "__dataclass_fields__"):
        names = [f.name for f in fields(value) if f.name not in ("event", "property", "lines", "body", "header")]
        changed = {n: filled(make, getattr(value, n)) for n in names}
        return replace(value, **changed)  # type: ignore[type-var]
    return value


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_any_text_anywhere_gives_lines_that_parse_and_single_values(texts: list[str]) -> None:
    filing = said.read()
    pool = cycle(texts)
    claims = tuple(filled(pool, claim) for claim in said.claims(filing))
    quads = emit(filing, claims)  # type: ignore[arg-type]
    check(quads)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_any_text_in_a_header_gives_lines_that_parse(texts: list[str]) -> None:
    party = Party("filer", "N", "1", "2", "t", "3", "DE", "1231", "o", "r", "8-K", "a", "f", "m", "p")
    party = replace(party, former_names=(FormerCompany("F", "20200101"), FormerCompany("F", None)), other=(("K", "v"),))
    filing = Filing("0000000001-20-000001", "8-K", filed="20200101", parties=(party, party), items=("Other Events",))
    odd = filled(cycle(texts), replace(filing, references=("x",), group_members=("y",), other=(("k", "v"),)))
    assert isinstance(odd, Filing)
    check(emit(ReadFiling(replace(odd, accession="0000000001-20-000001"), ()), ()))


def check(quads: Quads) -> None:
    lines = list(quads.lines())
    parsed = list(ox.parse("".join(lines), format=ox.RdfFormat.N_QUADS))
    assert len(parsed) == len(set(parsed)) == len(lines)
    dataset = rdflib.Graph().parse(data="".join(line.rsplit(" <", 1)[0] + " .\n" for line in lines), format="nt")
    assert len(dataset) == len(lines)
    single = {ontology.EKG + n for n in ("titleText", "cik", "confidence", "sic", "fiscalYearEnd", "agreementStatus")}
    counted = Counter((q.subject, q.predicate) for q in parsed if q.predicate.value in single)
    assert all(count == 1 for count in counted.values())


def test_a_quantity_is_an_integer_or_a_decimal() -> None:
    text = "".join(said.everything().lines())
    assert '"120"^^<http://www.w3.org/2001/XMLSchema#integer>' in text
    assert '"3.2"^^<http://www.w3.org/2001/XMLSchema#decimal>' in text
    assert Decimal("3.2") == Decimal("3.20")


def test_a_filing_without_anything_still_has_its_node() -> None:
    quads = emit(ReadFiling(Filing("0000000001-20-000001", ""), ()), ())
    found = said.triples(quads)
    assert values(found, "filing/0000000001-20-000001", "rdfs:label") == ["submission"]
    assert ("filing/0000000001-20-000001", "rdf:type", "ekg:Filing") in found


def test_submission_without_parties_or_items() -> None:
    found = graph(filing=said.read(Submission(items=(), companies=(), documents=())))
    assert values(found, "filing/0009100001-21-000007", "ekg:hasFiler") == []
    assert values(found, "filing/0009100001-21-000007", "dct:hasPart") == ["document/0009100001-21-000007_0"]


def test_legal_forms_tell_organizations_of_one_filing_apart() -> None:
    filing = said.read()
    because = Source("r_1", 0.9, (said.quote(filing, 1, "Oakholm University"),))

    def nodes(*claims: Claim) -> set[str]:
        made = said.triples(emit(filing, claims))
        return {s for s, p, o in made if p == "rdf:type" and o == "ekg:Organization"} - {"company/0009100001"}

    one, other = OrganizationClaim(OrgRef("Sedge GmbH"), because), OrganizationClaim(OrgRef("Sedge K.K."), because)
    assert nodes(one, other) == {"organization/sedge_gmbh", "organization/sedge_kk"}
    assert nodes(one) == {"organization/sedge"}
    assert nodes(OrganizationClaim(OrgRef("Rill Inc."), because), OrganizationClaim(OrgRef("Rill Corp"), because)) == {
        "organization/rill"
    }
    assert nodes(one, other, FormerNameClaim(OrgRef("Sedge K.K."), "Sedge GmbH", because)) == {"organization/sedge"}
