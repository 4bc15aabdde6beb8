"""Records of a filing → those in which a parent is not told to hold what its subsidiary holds.

"Our subsidiary signed a license agreement with Acme" and, later, "the Company gave Acme notice": there is one licence,
the subsidiary's. Kin share the word that opens their names; the parent's telling goes to the subsidiary's licence when
nothing in it contradicts.
"""

from __future__ import annotations

from kg.extract.licence_record import Record, absorb, compatible_dates
from kg.model import OrgRef
from kg.names import org_key

_SHORT = 4
"""A word of fewer letters is no family name."""


def kin(one: OrgRef, other: OrgRef) -> bool:
    """Do two bear the same family name?"""
    mine, theirs = org_key(one.name).split(), org_key(other.name).split()
    return one != other and len(mine[0]) >= _SHORT and mine[0] == theirs[0]


def with_kin(records: list[Record], filer: OrgRef) -> list[Record]:
    """The records in order, those of the filer that tell of its subsidiary's licence gone into it."""
    kept = list(records)
    for record in records:
        if not record.directed or record.weak or filer not in record.everyone or len(record.everyone) != 2:
            continue
        held = next((r for r in kept if r is not record and _same(record, r, filer)), None)
        if held is not None and any(r is record for r in kept):
            absorb(held, record)
            kept = [r for r in kept if r is not record]
    return kept


def _same(own: Record, held: Record, filer: OrgRef) -> bool:
    """Is `held` the licence of a subsidiary of which `own` tells as the filer's?"""
    if not held.directed or held.weak or filer in held.everyone or (own.kind == "option") != (held.kind == "option"):
        return False
    gives = filer in own.licensors
    if set(own.licensees if gives else own.licensors) != set(held.licensees if gives else held.licensors):
        return False
    if not all(kin(filer, org) for org in (held.licensors if gives else held.licensees)):
        return False
    if own.compounds and held.compounds and not own.compounds.keys() & held.compounds.keys():
        return False
    if own.exclusivity and held.exclusivity and own.exclusivity != held.exclusivity:
        return False
    return compatible_dates(own.made, held.made)
