"""Sentences → the filing of an invented registrant that says them, and the licences read from it."""

from __future__ import annotations

from kg.extract.document import Context, read_context
from kg.extract.licences import licences
from kg.extract.mention_reading import read_mentions
from kg.extract.mentions import Mentions
from kg.model import DocumentText, Filing, LicenseClaim, Party, ReadFiling

OPENING = (
    "Norwell Bio, Inc. (“Norwell” or the “Company”) develops drug candidates. NB-101, our lead drug candidate, is in a "
    "Phase 2 trial in asthma. NB-202, NB-303 and NB-404 are preclinical compounds. CP-77 is another drug.\n"
)
NORWELL = "NORWELL BIO, INC."


def filing_saying(text: str, kind: str = "8-K") -> ReadFiling:
    """An 8-K of Norwell Bio, filed 15 June 2020, with one document; breaks and tabs of `text` are its layout."""
    layout = OPENING + text
    plain = layout.replace("\n", " ").replace("\t", " ")
    party = Party("filer", NORWELL, "0000000001", sic="2834")
    filing = Filing("0000000001-20-000001", "8-K", filed="20200615", parties=(party,))
    return ReadFiling(filing, (DocumentText(1, kind, plain, layout, "0"),))


def read(text: str, kind: str = "8-K") -> tuple[Context, Mentions]:
    """Context and mentions of the filing that says `text`."""
    context = read_context(filing_saying(text, kind))
    return context, read_mentions(context)


def licences_of(text: str, kind: str = "8-K") -> list[LicenseClaim]:
    """Licence claims of the filing that says `text`."""
    return [c for c in licences(*read(text, kind)) if isinstance(c, LicenseClaim)]
