"""References to filings, and who holds shares or patents: stated ones are found, look-alikes are not."""

from __future__ import annotations

import time
from dataclasses import replace
from decimal import Decimal

import filings_said as said
import pytest
from builders import Doc

from kg.extract.document import Context, read_context
from kg.extract.holdings import holdings
from kg.extract.mention_reading import read_mentions
from kg.extract.mentions import Mentions
from kg.extract.references import references
from kg.model import Claim, EquityStakeClaim, PatentOwnershipClaim

LEAD = (
    'Briarwood Therapeutics, Inc. ("Briarwood" or the "Company") and the Oakholm Research Foundation ("ORF") work '
    "together. Briarwood develops BRW-101, a drug candidate, for glioblastoma."
)


def context(*paragraphs: str) -> tuple[Context, Mentions]:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in (LEAD, *paragraphs))
    read = said.read(replace(said.LICENCE, documents=(Doc(body=f"<html><body>{body}</body></html>"),)))
    made = read_context(read)
    return made, read_mentions(made)


def quotes(claim: Claim) -> list[str]:
    return [passage.exact for passage in claim.source.evidence]


@pytest.mark.parametrize(
    ("text", "form", "period"),
    [
        ("See our Annual Report on Form 10-K for the year ended December 31, 2019.", "10-K", "2019-12-31"),
        ("as described in our Form 10-K/A for the fiscal year ended June 30, 2018", "10-K/A", "2018-06-30"),
        ("the Company's Quarterly Report on Form 10-Q for the quarter ended March 31, 2020,", "10-Q", "2020-03-31"),
        ("its Form 10-KSB for the fiscal year ended September 30, 1999", "10-KSB", "1999-09-30"),
        ("the Company's Form 10K for the year ended December 31, 2001", "10-K", "2001-12-31"),
    ],
)
def test_filings_cited_by_form_and_period(text: str, form: str, period: str) -> None:
    (claim,) = references(context(text)[0])
    assert (claim.org, claim.form, claim.period) == (said.COMPANY_IN_HEADER, form, period)
    assert "Form" in quotes(claim)[0]
    assert quotes(claim)[0] in " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "We file annual reports on Form 10-K each year.",
        "Indicate by check mark whether Form 10-K is amended.",
        "This report on Form 10-K contains statements about the year ended December 31, 2019.",
        "Form 10-K for the year ended Smarch 31, 2019",
    ],
)
def test_forms_named_without_a_period_are_no_citations(text: str) -> None:
    assert list(references(context(text)[0])) == []


def test_another_company_s_filing_is_its_own_and_a_citation_counts_once() -> None:
    text = "Oakholm Research Foundation's Form 10-K for the year ended December 31, 2019"
    (claim,) = references(context(text, text)[0])
    assert claim.org.name == "Oakholm Research Foundation"


@pytest.mark.parametrize(
    ("text", "rank", "percent"),
    [
        ("ORF is one of Briarwood's largest shareholders.", "among-largest-shareholders", None),
        ("ORF has been, and continues to be, an investor in Briarwood.", "investor", None),
        ("ORF is an investor in Briarwood.", "investor", None),
        ("ORF owns approximately 4.5% of the outstanding common stock of Briarwood.", None, Decimal("4.5")),
        ("ORF is one of Briarwood's stockholders.", "shareholder", None),
    ],
)
def test_stakes(text: str, rank: str | None, percent: Decimal | None) -> None:
    (claim,) = holdings(*context(text))
    assert isinstance(claim, EquityStakeClaim)
    assert (claim.owner.name, claim.held) == ("Oakholm Research Foundation", said.COMPANY_IN_HEADER)
    assert (claim.rank, claim.percent) == (rank, percent)
    assert quotes(claim)[0] in text


@pytest.mark.parametrize(
    "text",
    [
        "ORF and Briarwood told their shareholders.",
        "ORF would become an investor in Briarwood.",
        "ORF owns 45% of the patents licensed to Briarwood.",
        "ORF hopes that investors in Briarwood will be pleased.",
        "The Company holds 12% notes. Briarwood is proud of its largest shareholders.",
    ],
)
def test_no_stakes(text: str) -> None:
    assert list(holdings(*context(text))) == []


def test_two_passages_on_one_stake_are_one_claim() -> None:
    (claim,) = holdings(*context("ORF is an investor in Briarwood.", "ORF is one of Briarwood's largest shareholders."))
    assert isinstance(claim, EquityStakeClaim)
    assert claim.rank == "among-largest-shareholders"
    assert len(quotes(claim)) == 2


def test_joint_owners_of_a_patent() -> None:
    text = (
        "ORF has been a joint owner, with Briarwood, of the method-of-use patent filing for BRW-101 "
        "for the treatment of glioblastoma."
    )
    (claim,) = holdings(*context(text))
    assert isinstance(claim, PatentOwnershipClaim)
    assert {owner.name for owner in claim.owners} == {said.COMPANY_IN_HEADER.name, "Oakholm Research Foundation"}
    assert (claim.compound, claim.scope) == ("BRW-101", "method-of-use")
    assert claim.indication is not None
    assert claim.indication.name == "glioblastoma"


@pytest.mark.parametrize(
    "text",
    [
        "ORF may become a joint owner with Briarwood of patents on BRW-101.",
        "ORF is not a joint owner, with Briarwood, of any patent on BRW-101.",
        "Briarwood is a joint owner of a patent on BRW-101.",
        "ORF and Briarwood jointly own a building where BRW-101 is made.",
    ],
)
def test_no_joint_owners(text: str) -> None:
    assert list(holdings(*context(text))) == []


@pytest.mark.parametrize(
    "unit",
    [
        "ORF is one of Briarwood's largest shareholders, ",
        "ORF is a joint owner, with Briarwood, of a patent on BRW-101, ",
        "our Form 10-K for the year ended December 31, 2019, ",
    ],
)
def test_one_endless_sentence_takes_linear_time(unit: str) -> None:
    made, mentions = context("<p>" + unit * 4000)
    start = time.process_time()
    list(references(made))
    list(holdings(made, mentions))
    assert time.process_time() - start < 10
