"""Records of a filing → those without echoes: a headline, "the Acme fee", an amendment listed among the exhibits.

An echo tells nothing of its own of an agreement told elsewhere in the filing; its passages go to that agreement.
"""

from __future__ import annotations

from kg.extract.licence_record import Record
from kg.model import OrgRef


def without_echoes(records: list[Record], filer: OrgRef) -> list[Record]:
    """The records that tell of an agreement of their own, in order."""
    told = _Told([r for r in records if r.directed and not r.weak and not _is_bare(r)])
    kept = []
    for record in records:
        meant = told.meant(record, filer) if _is_bare(record) and not record.weak and not record.former else None
        if meant is None or meant is record:
            kept.append(record)
            continue
        meant.spans |= record.spans
        meant.event = meant.event or (record.event if record.status != "amended" else None)
        if record.status == "amended" and meant.status in (None, "executed"):
            meant.status = "amended"
    return kept


class _Told:
    """Agreements by their sides and by each partner, options apart from the others."""

    def __init__(self, records: list[Record]) -> None:
        self.of_sides: dict[tuple[object, ...], Record] = {}
        self.of_one: dict[tuple[bool, OrgRef], list[Record]] = {}
        for record in records:
            option, everyone = record.kind == "option", frozenset(record.everyone)
            self.of_sides.setdefault((option, everyone), record)
            self.of_sides.setdefault((option, everyone, record.licensors, record.licensees), record)
            for org in everyone:
                self.of_one.setdefault((option, org), []).append(record)

    def meant(self, echo: Record, filer: OrgRef) -> Record | None:
        """The agreement an echo is of: of the same two sides, or of a partner whose only licence a subsidiary has."""
        option, everyone = echo.kind == "option", frozenset(echo.everyone)
        roles = (echo.licensors, echo.licensees) if echo.directed and echo.rule != "license-named" else ()
        same = self.of_sides.get((option, everyone, *roles))
        partner = everyone - {filer}
        if same or echo.status != "amended" or len(partner) != 1 or filer not in everyone:
            return same
        of_partner = self.of_one.get((option, next(iter(partner))), [])
        return of_partner[0] if len(of_partner) == 1 else None


def _is_bare(record: Record) -> bool:
    """No date, sum, place, kind or state is told of it; of an amendment neither its own date nor its sums count."""
    if record.kind is not None or record.collaboration or record.territory or record.exclusivity:
        return False
    if record.status == "amended":
        return not record.milestones and not record.royalties
    sums = record.rule != "license-named" and (record.upfront or record.milestones or record.royalties)
    return record.status in (None, "executed") and not (sums or record.made or record.compounds)
