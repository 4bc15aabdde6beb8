"""Header keys of both dialects → what they mean: the vocabulary of the SGML header, as data.

`KEYS` maps a key as printed ("SEC FILE NUMBER" or "FILE-NUMBER") to `(kind, field)`; `meaning` also finds keys that
drift in case, blanks or hyphens. Sources: EDGAR's Public Dissemination Service specification and real submissions.
"""

from __future__ import annotations

import re

ROLES = (
    "FILER",
    "SUBJECT COMPANY",
    "FILED BY",
    "FILED FOR",
    "ISSUER",
    "REPORTING OWNER",
    "SERIAL COMPANY",
    "DEPOSITOR",
    "SECURITIZER",
    "ISSUING ENTITY",
    "UNDERWRITER",
    "SPONSOR",
)
"""Headings that open a party; the role is the heading in lower case."""

SECTIONS = {
    "COMPANY DATA": "company",
    "OWNER DATA": "company",
    "FILING VALUES": "values",
    "BUSINESS ADDRESS": "business_address",
    "MAIL ADDRESS": "mail_address",
    "FORMER COMPANY": "former",
    "FORMER NAME": "former",
}
"""Headings inside a party."""

FILING_FIELDS = {
    "ACCESSION NUMBER": "accession",
    "CONFORMED SUBMISSION TYPE": "form",
    "TYPE": "form",
    "CONFORMED PERIOD OF REPORT": "period",
    "PERIOD": "period",
    "FILED AS OF DATE": "filed",
    "FILING DATE": "filed",
    "DATE AS OF CHANGE": "changed",
    "DATE OF FILING DATE CHANGE": "changed",
    "ACCEPTANCE DATETIME": "acceptance",
    "EFFECTIVENESS DATE": "effective",
    "PUBLIC DOCUMENT COUNT": "declared_documents",
}
"""Facts of the filing that stand once."""

LISTS = {
    "ITEM INFORMATION": "item",
    "ITEMS": "item",
    "REFERENCES 429": "reference",
    "REFERENCE 462B": "reference",
    "REFERENCES": "reference",
    "PUBLIC REFERENCE ACCESSION NUMBER": "reference",
    "PUBLIC REFERENCE ACC": "reference",
    "PREVIOUS ACCESSION NUMBER": "reference",
    "WITHDRAWN ACCESSION NUMBER": "reference",
    "GROUP MEMBERS": "group_member",
    "GROUP MEMBER": "group_member",
}
"""Facts of the filing that may stand many times."""

PARTY_FIELDS = {
    "COMPANY CONFORMED NAME": "name",
    "CONFORMED NAME": "name",
    "CENTRAL INDEX KEY": "cik",
    "CIK": "cik",
    "STANDARD INDUSTRIAL CLASSIFICATION": "sic",
    "ASSIGNED SIC": "sic",
    "IRS NUMBER": "irs",
    "EIN": "irs",
    "STATE OF INCORPORATION": "state",
    "FISCAL YEAR END": "fiscal_year_end",
    "ORGANIZATION NAME": "organization_name",
    "RELATIONSHIP": "relationship",
    "FORM TYPE": "form_type",
    "SEC ACT": "act",
    "ACT": "act",
    "SEC FILE NUMBER": "file_number",
    "FILE NUMBER": "file_number",
    "FILM NUMBER": "film_number",
    "BUSINESS PHONE": "phone",
    "PHONE": "phone",
}
"""Facts of one party."""

ADDRESS_FIELDS = {
    "STREET 1": "street1",
    "STREET1": "street1",
    "STREET 2": "street2",
    "STREET2": "street2",
    "CITY": "city",
    "STATE": "state",
    "ZIP": "zip",
}
"""Lines of an address."""

FORMER_FIELDS = {
    "FORMER CONFORMED NAME": "former_name",
    "DATE OF NAME CHANGE": "former_date",
    "DATE CHANGED": "former_date",
}
"""Lines of a former name."""

PARTY_OTHER = (
    "ADDRESS IS A NON US LOCATION",
    "NON US STATE TERRITORY",
    "PROVINCE COUNTRY",
)
"""Known facts of a party without a place of their own: kept in `Party.other`."""

CONTAINERS = (
    "MULTI ACCESSION NUMBERS",
    "RULE",
    "SERIES AND CLASSES CONTRACTS DATA",
)
"""Tags that hold, up to their end tag, lines which speak of other things than this filing and its parties."""

KNOWN_OTHER = (
    "1933 ACT REGISTRATION",
    "ABS ASSET CLASS",
    "ABS RULE",
    "ABS SUB ASSET CLASS",
    "ACQUIRING DATA",
    "ACTION DATE",
    "CALENDAR YEAR ENDING",
    "CATEGORY",
    "CLASS CONTRACT",
    "CLASS CONTRACT ID",
    "CLASS CONTRACT NAME",
    "CLASS CONTRACT TICKER SYMBOL",
    "CONFIRMING COPY",
    "CORRECTION",
    "DELETION",
    "DEPOSITOR CIK",
    "EXISTING SERIES AND CLASSES CONTRACTS",
    "FILED PURSUANT TO GENERAL INSTRUCTION A2",
    "IS FILER A NEW REGISTRANT",
    "IS FILER A WELL KNOWN SEASONED ISSUER",
    "IS FUND 24F2 ELIGIBLE",
    "ITEM",
    "ITEM NUMBER",
    "ITEM PERIOD",
    "MA I INDIVIDUAL",
    "MERGER",
    "MERGER SERIES AND CLASSES CONTRACTS",
    "NEW CLASSES CONTRACTS",
    "NEW SERIES",
    "NEW SERIES AND CLASSES CONTRACTS",
    "NO ANNUAL ACTIVITY",
    "NO INITIAL PERIOD ACTIVITY",
    "NO QUARTERLY ACTIVITY",
    "OWNER CIK",
    "PAPER",
    "PERIOD START",
    "PRIVATE TO PUBLIC",
    "PUBLIC REL DATE",
    "RECEIVED DATE",
    "REGISTERED ENTITY",
    "RESOURCE EXT ISSUER",
    "RULE NAME",
    "SERIES",
    "SERIES ID",
    "SERIES NAME",
    "SPONSOR CIK",
    "SROS",
    "TARGET DATA",
    "TIMESTAMP",
)
"""Known facts of the filing that have no place of their own in the model: kept as (key, value) pairs in `other`."""

ENVELOPE = (
    "SEC DOCUMENT",
    "IMS DOCUMENT",
    "SEC HEADER",
    "IMS HEADER",
    "SUBMISSION",
)
"""Tags of the container around a header; they state nothing but the file's name."""


def _table() -> dict[str, tuple[str, str]]:
    kinds: dict[str, tuple[str, str]] = {}
    kinds.update({key: ("role", key.lower()) for key in ROLES})
    kinds.update({key: ("section", name) for key, name in SECTIONS.items()})
    kinds.update({key: ("filing", name) for key, name in FILING_FIELDS.items()})
    kinds.update({key: ("list", name) for key, name in LISTS.items()})
    kinds.update({key: ("party", name) for key, name in PARTY_FIELDS.items()})
    kinds.update({key: ("address", name) for key, name in ADDRESS_FIELDS.items()})
    kinds.update({key: ("former", name) for key, name in FORMER_FIELDS.items()})
    kinds.update({key: ("party other", key) for key in PARTY_OTHER})
    kinds.update({key: ("container", key) for key in CONTAINERS})
    kinds.update({key: ("other", key) for key in KNOWN_OTHER})
    kinds.update({key: ("envelope", key) for key in ENVELOPE})
    # Tags spell the blanks as hyphens; both spellings stand in the table, so that the common case is one look-up.
    return {spelling: kind for key, kind in kinds.items() for spelling in (key, key.replace(" ", "-"))}


KEYS = _table()

_APART = re.compile(r"[\s_\-\0]+")


def canonical(key: str) -> str:
    """A key in upper case with single blanks: "Issuing_Entity" → "ISSUING ENTITY"."""
    return _APART.sub(" ", key.upper()).strip()


def meaning(key: str) -> tuple[str, str] | None:
    """What a key of the header stands for, however it is spelled; None when it is not known."""
    return KEYS.get(key) or KEYS.get(canonical(key))
