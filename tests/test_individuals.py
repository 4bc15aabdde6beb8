"""Human beings as parties: who assigns or licenses in his own name, and who merely speaks or signs for others."""

# ruff: noqa: E501 — a sentence reads better unbroken

from __future__ import annotations

import pytest

from kg.emit.licences import licence
from kg.emit.quads import Quads
from kg.model import OrgRef
from tests.licence_text import NORWELL, licences_of

GIVEN = [
    ("On March 8, 2013, Dr. Leopold Marchetti assigned to us every right he had in NB-303.", "Leopold Marchetti", "assignment"),
    ("We acquired all right, title and interest in the NB-303 patents from Robert J. Haldane in June 2004.", "Robert J. Haldane", "assignment"),
    ("In June 2004 Dr. Maria Keller licensed NB-303 exclusively to the Company.", "Maria Keller", "license"),
]
NOT_GIVEN = [
    "“We have licensed NB-303,” said Dr. Leopold Marchetti, our chief executive officer.",
    "In June 2004 Norwell granted Dr. Maria Keller an option to purchase 20,000 shares of common stock.",
    "NB-303 was discovered by Dr. Maria Keller of Harbrook University, which has patents.",
    "Dr. Maria Keller signed the license agreement for Harbrook University as its director of licensing.",
]


@pytest.mark.parametrize(("text", "name", "kind"), GIVEN)
def test_a_person_gives_a_right(text: str, name: str, kind: str) -> None:
    claims = licences_of(text)
    assert [(c.licensors, c.licensees[0].name, c.kind) for c in claims] == [
        ((OrgRef(name, individual=True),), NORWELL, kind)
    ]


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_a_person_gives_none(text: str) -> None:
    assert not any(o.individual for c in licences_of(text) for o in (*c.licensors, *c.licensees))


def test_a_person_is_a_node_of_the_other_side() -> None:
    quads = Quads("0000000001-20-000001")
    licence(quads, licences_of(GIVEN[0][0])[0])
    said = "".join(quads.lines())
    (giver,) = {line.split(" ")[2] for line in said.splitlines() if "ontology#licensor>" in line}
    assert giver == "<https://w3id.org/edgar-kg/id/person/0000000001_leopold-marchetti>"
    assert f"{giver} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/edgar-kg/ontology#Person>" in said
