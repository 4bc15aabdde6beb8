"""Names of organisations, their defined terms, short forms and kinds."""

# ruff: noqa: E501 — a sentence reads better unbroken

from __future__ import annotations

import pytest

from kg.extract.definitions import find_definitions
from kg.extract.organizations import acronyms, find_names, org_kind, short_forms
from kg.model import OrgRef


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("with Merck & Co., Inc. and others", ["Merck & Co., Inc."]),
        ("Baiyun Pharma (Suzhou) Co., Ltd. signed", ["Baiyun Pharma (Suzhou) Co., Ltd."]),
        ("the University of Texas at Austin and we", ["University of Texas at Austin"]),
        ("a license agreement with Harbrook University for NB-101", ["Harbrook University"]),
        ("Regents of the University of California granted", ["Regents of the University of California"]),
        ("the Institut Carrel de Lyon. An", ["Institut Carrel de Lyon"]),
        ("Laboratorios Quiroga, S.A. de C.V. took", ["Laboratorios Quiroga, S.A. de C.V."]),
        ("with Laboratório Serra Ltda. in Brazil", ["Laboratório Serra Ltda."]),
        ("with Andina Norte S.A.C. and Adamo Sp. z o.o. today", ["Andina Norte S.A.C.", "Adamo Sp. z o.o."]),
        ("from Brandt Gesellschaft für Strahlenmedizin mbH (“Brandt”)", ["Brandt Gesellschaft für Strahlenmedizin mbH"]),
        ("the Fundación Oriel para la Ciencia granted", ["Fundación Oriel para la Ciencia"]),
        ("the Università degli Studi di Corvara, which", ["Università degli Studi di Corvara"]),
        ("with Groupe Arvel License Agreement", ["Groupe Arvel"]),
        ("the Nordisches Krebsforschungszentrum was", ["Nordisches Krebsforschungszentrum"]),
        ("with Hollin Health Products, Inc. for", ["Hollin Health Products, Inc."]),
        ("our Products, Hollin Corp. said", ["Hollin Corp."]),
        ("to Dr. Orsi Pharma KGaA and Dr. Orsi of Harbrook University", ["Dr. Orsi Pharma KGaA", "Harbrook University"]),
        ("with Oriel Peak (Hong Kong) Limited", ["Oriel Peak (Hong Kong) Limited"]),
        ("with Negba Technologies and Applications Ltd.", ["Negba Technologies and Applications Ltd."]),
        ("Arvel Therapeutics and Health Research, Inc.", ["Arvel Therapeutics", "Health Research, Inc."]),
        ("The President and Fellows of Oriel College met", ["President and Fellows of Oriel College"]),
        ("our President and Harbrook University", ["Harbrook University"]),
        ("by Oriel College London and Oriel College Professor Jones", ["Oriel College London", "Oriel College"]),
        ("at the U.S. Department of Energy’s site", ["U.S. Department of Energy"]),
        ("the Department of Surgery at Harbrook University", ["Harbrook University"]),
        ("from the Estate of Dr. Amos Lindqvist under", ["Estate of Dr. Amos Lindqvist"]),
        ("under the Public Health Service Act", []),
        ("by the Public Health Service, which", ["Public Health Service"]),
        ("Merger Sub, Inc. and Acquisition Holdings, Inc.", []),
        ("by SEVERN & LOWE RESEARCH, a general partnership having", ["SEVERN & LOWE RESEARCH"]),
        ("Hollin Ventura, a company organized under the laws of Spain", ["Hollin Ventura"]),
        ("the Effective Time, the Surviving Corporation shall", []),
        ("Hollin Ventura, a company of some fame", []),
        ("THE PRESIDENT AND FELLOWS OF ORIEL COLLEGE, a", ["PRESIDENT AND FELLOWS OF ORIEL COLLEGE"]),
        ("by ELI ORIEL AND COMPANY, a", ["ELI ORIEL AND COMPANY"]),
        ("SIGNIFICANT INVESTMENTS AND COMPANY OPERATIONS", []),
        ("March 13, 2000--Oriel-Pratt Company, the", ["Oriel-Pratt Company"]),
        ("from orielbird bio, Inc. and by oriCODE genetics, Inc.", ["orielbird bio, Inc.", "oriCODE genetics, Inc."]),
        ("the company, Inc. of its parent Ltd", []),
        ("of the University of Oriel Research Corporation and the Research Corporation", ["University of Oriel Research Corporation"]),
        ("Affiliated Company or the Company", []),
        ("our Board of Directors met", []),
        ("from the Institut de recherche cardiaque d’Orval (the “Institut”)", ["Institut de recherche cardiaque d’Orval"]),
        ("from the Institut national d’études biologiques de Corvin", ["Institut national d’études biologiques de Corvin"]),
        ("the Institut national de la santé et de la recherche animale, which", ["Institut national de la santé et de la recherche animale"]),
        ("a state body, the Centre Botanique de Corvin. That body", ["Centre Botanique de Corvin"]),
        ("the Centre hospitalier universitaire de Corvin holds", ["Centre hospitalier universitaire de Corvin"]),
        ("the Zentrum für Molekulare Medizin Corvin gave", ["Zentrum für Molekulare Medizin Corvin"]),
        ("Groupe Orvel sublicensed the Oriel rights, and the Institut developed Oriel", ["Groupe Orvel"]),
        ("the Centre pays 5%", []),
        ("a sublicense that JSC Oriel Farma had, from Arvel Pharm JSC, today", ["JSC Oriel Farma", "Arvel Pharm JSC"]),
        ("to the Closed Joint Stock Company Orielfarm of Moscow", ["Closed Joint Stock Company Orielfarm"]),
        ("the Company Oriel bought", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [n.name for n in find_names(text, text)] == names


def test_defined_terms_bind_to_the_name_before_them() -> None:
    text = "Acme Pharma, Inc. (“Acme” or the “Company”) and Beta Corp. (the “Licensee”) signed a deal (the “License Agreement”)."
    found = find_definitions(text, find_names(text, text), OrgRef("Acme Pharma, Inc."))
    assert [(d.key, d.forms[0], d.generic) for d in found] == [
        ("acme pharma", "Acme", False),
        ("acme pharma", "the Company", True),
        ("beta", "the Licensee", True),
    ]


def test_short_forms_acronyms_kinds() -> None:
    assert short_forms("Kitamori Seiyaku Co., Ltd.") == ("Kitamori Seiyaku", "Kitamori")
    assert "American" not in short_forms("American Therapeutics, Inc.")
    assert acronyms("Food and Drug Administration") == ("FDA",)
    assert [org_kind(n) for n in ("Harbrook University", "St. Ann Hospital", "Acme Pharma, Inc.")] == [
        "university",
        "hospital",
        "pharma",
    ]
