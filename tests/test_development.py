"""Sentences and tables → stages of development."""

from __future__ import annotations

import pytest
from drug_text import claims_of, programs

from kg.model import ProgramClaim

SETTING = "Acme Therapeutics, Inc. is a drug company.\n"
GOUT = "gout"
SAID: tuple[tuple[str, set[tuple[str, str | None, str, str]]], ...] = (
    (
        "We began a Phase 2b trial of ACM-101 in patients with ulcerative colitis in March 2020.",
        {("ACM-101", "ulcerative colitis", "2", "active")},
    ),
    (
        "The first subject has been treated in ACM-101's Phase 3 registration study for gout.",
        {("ACM-101", GOUT, "3", "active")},
    ),
    (
        "We have completed Phase 1 testing of ACM-101 in gout and plan to move it into Phase 2 next year.",
        {("ACM-101", GOUT, "1", "completed"), ("ACM-101", GOUT, "2", "planned")},
    ),
    (
        "ACM-101 has completed Phase 2 studies in hypertension; Phase 3 is slated to begin in 2021.",
        {("ACM-101", "hypertension", "2", "completed"), ("ACM-101", "hypertension", "3", "planned")},
    ),
    (
        "Development of ACM-101 for gout was discontinued following the results of the Phase 2 trial.",
        {("ACM-101", GOUT, "2", "discontinued")},
    ),
    ("ACM-101 entered the clinic in May for multiple sclerosis.", {("ACM-101", "multiple sclerosis", "1", "active")}),
    (
        "ACM-101 is in IND-enabling studies for cystic fibrosis.",
        {("ACM-101", "cystic fibrosis", "preclinical", "active")},
    ),
    (
        "The FDA cleared our IND for ACM-101 in glioblastoma in June 2020.",
        {("ACM-101", "glioblastoma", "ind", "active")},
    ),
    (
        "We intend to file an IND for ACM-101 for cystic fibrosis by the end of 2021.",
        {("ACM-101", "cystic fibrosis", "ind", "planned")},
    ),
    (
        "A New Drug Application for ACM-101 in gout was submitted to the FDA on March 3, 2020.",
        {("ACM-101", GOUT, "filed", "active")},
    ),
    ("ACM-101 was approved by the FDA in 2018 for the treatment of gout.", {("ACM-101", GOUT, "approved", "active")}),
    (
        "ACM-101 was approved by the FDA for gout in May, and we have sold it since July.",
        {("ACM-101", GOUT, "marketed", "active")},
    ),
    ("Acme sells Goutrex for gout in 30 countries.", {("Goutrex", GOUT, "marketed", "active")}),
    (
        "ACM-101 would compete with Goutrex, which Holm Pharma sells for gout.",
        {("Goutrex", GOUT, "marketed", "active")},
    ),
    (
        "ACM-101 and ACM-102 are in Phase 2 trials for asthma and psoriasis, respectively.",
        {("ACM-101", "asthma", "2", "active"), ("ACM-102", "psoriasis", "2", "active")},
    ),
    (
        "ACM-101 is a monoclonal antibody that we are developing for the treatment of asthma and atopic dermatitis. "
        "It is in Phase 2 for both diseases.",
        {("ACM-101", "asthma", "2", "active"), ("ACM-101", "atopic dermatitis", "2", "active")},
    ),
    (
        "ACM-101 plus gemcitabine was compared with gemcitabine alone in a Phase 2 trial in pancreatic cancer.",
        {("ACM-101", "pancreatic cancer", "2", "active")},
    ),
    (
        "A Phase IIa trial with ACM-101 in gout read out positively in 2019, and a Phase IIb trial is now recruiting.",
        {("ACM-101", GOUT, "2", "completed"), ("ACM-101", GOUT, "2", "active")},
    ),
    (
        "ACM-101, for gout, is in a Phase 1 trial. A Phase 2 trial in the same disease is planned.",
        {("ACM-101", GOUT, "1", "active"), ("ACM-101", GOUT, "2", "planned")},
    ),
    (
        "ACM-101 is intended for gout. A Phase 1 study in healthy volunteers was completed.",
        {("ACM-101", None, "1", "completed")},
    ),
    (
        "ACM-101, once studied preclinically in gout, has been abandoned.",
        {("ACM-101", GOUT, "preclinical", "discontinued")},
    ),
    ("Phase 1 trials are conducted in a small number of patients; ACM-101 is for gout.", set()),
    ("If the Phase 2 trial of ACM-101 in gout is successful, we may begin a Phase 3 trial.", set()),
    ("We granted Holm Pharma Inc. the exclusive right to sell ACM-101 for gout.", set()),
    (
        "The most common adverse events in the Phase 2 trial of ACM-101 in gout were nausea and headache.",
        {("ACM-101", GOUT, "2", "active")},
    ),
)


@pytest.mark.parametrize(("sentence", "expected"), SAID, ids=[str(n) for n in range(len(SAID))])
def test_stages_of_a_sentence(sentence: str, expected: set[tuple[str, str | None, str, str]]) -> None:
    assert programs(SETTING + sentence) == expected


def test_a_table_of_stages_with_an_empty_first_cell() -> None:
    table = (
        "Candidate\tIndication\tStage\nACM-101\tGout\tPhase 2, enrolling\n"
        "\tPsoriasis\tPhase 1 completed; Phase 2 planned 2013\nACM-102\tAsthma\tPreclinical; no longer funded"
    )
    assert programs(SETTING + table) == {
        ("ACM-101", "Gout", "2", "active"),
        ("ACM-101", "Psoriasis", "1", "completed"),
        ("ACM-101", "Psoriasis", "2", "planned"),
        ("ACM-102", "Asthma", "preclinical", "discontinued"),
    }


def test_a_chart_counts_to_its_last_mark() -> None:
    chart = (
        "Program\tIndication\tPreclinical\tPhase 1\tPhase 2\tPhase 3\n"
        "ACM-101\tGout\t■\t■\t■\t\nACM-102\tAsthma\t■ ongoing"
    )
    assert programs(SETTING + chart) == {
        ("ACM-101", "Gout", "2", "active"),
        ("ACM-102", "Asthma", "preclinical", "active"),
    }


def test_a_plan_keeps_its_period_and_evidence_quotes_the_text() -> None:
    text = SETTING + "We expect to start a Phase 3 trial of ACM-101 for gout in the second half of 2021."
    (claim,) = [c for c in claims_of(text) if isinstance(c, ProgramClaim)]
    assert claim.planned_text == "the second half of 2021"
    flat = text.replace("\n", " ")
    assert all(flat[e.start : e.end] == e.exact for e in claim.source.evidence)
    assert claim.source.rule == "phase-planned_1"
