"""Licences told by persons paid in shares, by options in other words, in lists of exhibits and in tables: who gives whom what."""

# ruff: noqa: E501 — a sentence reads better unbroken

from __future__ import annotations

import pytest

from tests.licence_text import NORWELL, licences_of

KITA, CASTOR = "Kita Seiyaku Co., Ltd.", "Castor Pharma GmbH"
TOLD = [
    ("From Ms. Lourdes Abel, the widow of its inventor, Norwell acquired by bill of sale on June 19, 2003 the whole right to NB-303 for $15,000 and 100,000 shares.", "Lourdes Abel", NORWELL, "assignment"),
    ("Dr. Archibald Nwoye made NB-303 in private practice. He ceded to us on July 7, 2000 all that he owned in NB-303 and its patents, in consideration of 150,000 shares of our common stock.", "Archibald Nwoye", NORWELL, "assignment"),
    ("Dr. Lucius Fairfax devised NB-303. By an instrument of March 3, 1999 he made the invention over to us outright.", "Lucius Fairfax", NORWELL, "assignment"),
    ("On May 3, 2001 Dr. Lucius Fairfax sold us NB-303 with all patents for 40,000 shares of our stock.", "Lucius Fairfax", NORWELL, "assignment"),
    (f"Our partner for Japan is {KITA} We have permitted it to sell NB-303 there as our sole licensee since May 2001.", NORWELL, KITA, "license"),
    (f"{CASTOR}, on September 22, 2009, put at our disposal, without exclusivity, its patents on NB-303 outside Japan.", CASTOR, NORWELL, "license"),
    ("By an Option Agreement of May 3, 2018, Harbrook University gave the Company fifteen months in which to call for an exclusive license to NB-202.", "Harbrook University", NORWELL, "option"),
    ("Norwell has an option over the foreign patents on NB-202, dated April 4, 2016, from its inventors’ company, Oxbow Chemistry Ltd., for which it paid $250,000.", "Oxbow Chemistry Ltd.", NORWELL, "option"),
    ("Norwell has let Delmar Antibody Partners, L.P. choose, not later than the end of 2021, whether it wishes to have NB-303 in the United States.", NORWELL, "Delmar Antibody Partners, L.P.", "option"),
    ("On October 30, 2019, the Company entered into an asset purchase agreement to sell its preclinical candidate NB-303 to Trevan Hepatics Ltd. for $1.5 million in cash.", NORWELL, "Trevan Hepatics Ltd.", "assignment"),
    ("10.9\tLicense Agreement, April 14, 1997, Harbrook University as licensor, covering transdermal NB-202 for osteoporosis; exclusive; all countries", "Harbrook University", NORWELL, "license"),
    ("10.8\tPatent licence, January 17, 2000, Marischal Trust (as licensor) with Cullompton Limited (as licensee): NB-303; exclusive, for Europe", "Marischal Trust", "Cullompton Limited", "license"),
    (f"With\tWhat\tWhere\tSigned\n{KITA}\tExclusive out-licence, NB-303\tJapan\t8 Oct 2018", NORWELL, KITA, "license"),
    (f"Counterparty\tSubject\tNature of the Company’s interest\tDate of instrument\n{CASTOR}\tNB-303\tHolder of option\tAugust 3, 2018", CASTOR, NORWELL, "option"),
]
NOT_TOLD = [
    "Dr. Lucius Fairfax sold us 40,000 shares of common stock and agreed to assign inventions.",
    f"We agreed with {CASTOR} that it may supply us with NB-101 tablets.",
    f"{CASTOR} allowed us to choose the site of the trial of NB-101.",
    f"Our option to buy the shares of {CASTOR} expired.",
    f"We entered into a purchase agreement to sell shares to {CASTOR}.",
    "Norwell has allowed it to use the office.",
]


@pytest.mark.parametrize(("text", "giver", "taker", "kind"), TOLD)
def test_told(text: str, giver: str, taker: str, kind: str) -> None:
    assert [(c.licensors[0].name, c.licensees[0].name, c.kind) for c in licences_of(text)] == [(giver, taker, kind)]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_not_told(text: str) -> None:
    assert not licences_of(text)


def test_each_receiver_has_its_own_place() -> None:
    told = licences_of(f"NB-303 is licensed to {KITA} for Japan and to {CASTOR} for Germany.")
    assert [(c.licensees[0].name, c.grants[0].territory) for c in told] == [(KITA, ("Japan",)), (CASTOR, ("Germany",))]


def test_what_is_compared_is_not_licensed() -> None:
    assert len(licences_of(f"NB-303 is licensed to {KITA} and compared to {CASTOR}.")) == 1
