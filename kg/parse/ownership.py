"""XML of forms 3, 4 and 5 → `OwnershipReport`."""

from __future__ import annotations

from lxml import etree

from kg.model import OrgRef, Owner, OwnershipReport
from kg.parse.xml import child, children, local_name, value

_TRUE = frozenset(("1", "true", "y", "yes"))
_FALSE = frozenset(("0", "false", "n", "no"))
_TABLES = ("nonDerivativeTable", "derivativeTable")
_TRANSACTIONS = frozenset(("nonDerivativeTransaction", "derivativeTransaction"))
_HOLDINGS = frozenset(("nonDerivativeHolding", "derivativeHolding"))


def ownership_report(root: etree._Element, sequence: int) -> OwnershipReport | None:
    """The report of an `ownershipDocument`, text verbatim; None for any other root."""
    if local_name(root) != "ownershipDocument":
        return None
    entries = [local_name(entry) for table in _TABLES for found in children(root, table) for entry in found]
    signatures = (
        (value(signed, "signatureName"), value(signed, "signatureDate")) for signed in children(root, "ownerSignature")
    )
    return OwnershipReport(
        sequence,
        document_type=value(root, "documentType") or "",
        issuer=OrgRef(value(root, "issuer", "issuerName") or "", cik(value(root, "issuer", "issuerCik"))),
        period=value(root, "periodOfReport"),
        trading_symbol=value(root, "issuer", "issuerTradingSymbol"),
        owners=tuple(_owner(owner) for owner in children(root, "reportingOwner")),
        remarks=value(root, "remarks"),
        transactions=sum(name in _TRANSACTIONS for name in entries),
        holdings=sum(name in _HOLDINGS for name in entries),
        signatures=tuple((name, date) for name, date in signatures if name),
    )


def cik(printed: str | None) -> str | None:
    """A CIK in ten digits; None when it is none."""
    return printed.zfill(10) if printed and printed.isdecimal() and len(printed) <= 10 else None


def _owner(owner: etree._Element) -> Owner:
    relation = child(owner, "reportingOwnerRelationship")
    return Owner(
        name=value(owner, "reportingOwnerId", "rptOwnerName") or "",
        cik=cik(value(owner, "reportingOwnerId", "rptOwnerCik")),
        is_director=_flag(relation, "isDirector"),
        is_officer=_flag(relation, "isOfficer"),
        is_ten_percent=_flag(relation, "isTenPercentOwner"),
        is_other=_flag(relation, "isOther"),
        officer_title=value(relation, "officerTitle"),
        other_text=value(relation, "otherText"),
    )


def _flag(relation: etree._Element | None, name: str) -> bool | None:
    printed = (value(relation, name) or "").lower()
    return True if printed in _TRUE else False if printed in _FALSE else None
