"""Human beings as parties: who assigns or licenses in his own name, and who merely speaks or signs for others."""

# ruff: noqa: E501 — a sentence reads better unbroken

from __future__ import annotations

import pytest

from kg.emit.licences import licence
from kg.emit.quads import Quads
from kg.extract.individuals import individuals
from kg.model import OrgRef
from tests.licence_text import NORWELL, licences_of, read

GIVEN = [
    ("On March 8, 2013, Dr. Leopold Marchetti assigned to us every right he had in NB-303.", "Leopold Marchetti", "assignment"),
    ("We acquired all right, title and interest in the NB-303 patents from Robert J. Haldane in June 2004.", "Robert J. Haldane", "assignment"),
    ("Because Dr. Jonas Veldt, who had licensed NB-303 to us in 2001, died, royalties go to his heirs.", "Jonas Veldt", "license"),
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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dr. Sylvia Brandt and Dr. Paul Okimoto, being the joint owners, licensed NB-303 to us.", ["Sylvia Brandt", "Paul Okimoto"]),
        ("Dr. Westerlund is himself the owner of the patents.", ["Dr. Westerlund"]),
        ("We are dependent on Dr. Gordon Abelard, from whom we have it under license.", ["Gordon Abelard"]),
        ("We have taken but one license, namely that by Dr. Ferdinand Oyelaran of his extract.", ["Ferdinand Oyelaran"]),
        ("The Company granted Dr. Hugo Brandt, a founder, a non-exclusive licence.", ["Hugo Brandt"]),
        ("The patents were sold by Dr. Eugene Pascoe to Norwell in 1992.", ["Eugene Pascoe"]),
        ("Dr. Simon Quill, who negotiated the 2001 licence, steps down.", []),
        ("The drug was invented by Dr. Lena Abbot and licensed from Harbrook University.", []),
        ("Dr. Wei Han, who invented the patents we license, has been named chief scientific officer.", []),
        ("Thistledown Inc., of which Ms. Ada Webb is a director, received a license.", []),
        ("Dr. Claire Osei was appointed to the board; the license continues.", []),
    ],
)
def test_persons_in_slots_of_giving_and_taking(text: str, names: list[str]) -> None:
    context, _ = read(text)
    found = [
        person.name
        for start, end in context.sentences(1)
        for _, _, person in individuals(context, 1, start, end, [(m.start, m.end) for m in context.orgs_in(1, start, end)])
    ]
    assert found == names
