"""A sentence → the claims about people that the extractor reads in it, as if it stood alone in a filing of Acme."""

from __future__ import annotations

from kg.extract.document import read_context
from kg.extract.people import people
from kg.model import Claim, DocumentText, Filing, FormerNameClaim, Party, PositionClaim, ReadFiling

COMPANY = "Acme Therapeutics, Inc."


def claims(layout: str, filed: str = "20120615", kind: str = "8-K") -> list[Claim]:
    """Claims of a filing of Acme whose one document has this layout."""
    party = Party("filer", COMPANY, "0001234567", sic="2834", state="DE")
    filing = Filing("0001234567-12-000001", kind, filed=filed, parties=(party,))
    text = layout.replace("\n", " ").replace("\t", " ").replace("\v", " ")
    return list(people(read_context(ReadFiling(filing, (DocumentText(1, kind, text, layout, ""),)))))


def offices(layout: str, **options: str) -> list[tuple[str, str, str, str | None]]:
    """(person, title, event, date) of every office, in order."""
    return [
        (c.person.name, c.title, c.event, c.date) for c in claims(layout, **options) if isinstance(c, PositionClaim)
    ]


def former(layout: str) -> list[tuple[str, str, str | None]]:
    """(company, former name, date) of every former name."""
    return [(c.org.name, c.name, c.used_until) for c in claims(layout) if isinstance(c, FormerNameClaim)]
