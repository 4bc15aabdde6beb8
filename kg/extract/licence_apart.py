"""Rights of one agreement that differ by territory → how exclusive each is, and which of them a royalty is paid for."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterator, Sequence

from kg.extract.late import late
from kg.extract.licence_record import Record
from kg.extract.licence_terms import exclusivity_in, territories_in
from kg.extract.money import find_rates
from kg.extract.places import find_territories

_BREAK = late(r"; |, (?:and )?| and ")
_MARKET = late(r"\b(?:[A-Z][a-z]+ )+(?:Market|Territory|Region|Countries|Area)\b")
_NOTHING_DUE = late(
    r"\b(?:[Nn]othing|[Nn]o (?:fee|payment|sum|up-?front \w+|milestones?(?: payments?)?))\b[^.;]{0,40}"
    r"\b(?:due|paid|payable|attach|owed)\b"
)


def pieces(text: str) -> Iterator[str]:
    """The parts of a sentence, one for each rate it names: "13% to 18% outside Canada, | and 6% in Canada"."""
    rates, start = find_rates(text), 0
    for one, two in itertools.pairwise(rates):
        breaks = list(_BREAK.finditer(text, one.end, two.start))
        if breaks:
            yield text[start : breaks[-1].start()]
            start = breaks[-1].end()
    yield text[start:]


def paid_for(
    text: str, record: Record, records: Sequence[Record], granted: Callable[[Record], str]
) -> Iterator[tuple[str, Record]]:
    """Each part of a sentence that names a rate, with the right it is paid for: that of its place, else `record`.

    `granted` gives the words in which a right was granted, for places known only by a name ("the Second Market").
    """
    beside = [r for r in records if r.apart and r is not record and r.sequence == record.sequence]
    rivals = [record, *(r for r in beside if set(r.everyone) == set(record.everyone))]
    if not record.apart or len(rivals) < 2:
        yield text, record
        return
    for piece in pieces(text):
        places = {place.label for place in find_territories(piece)}
        names = set(_MARKET.findall(piece))
        fit = [r for r in rivals if places & r.territory.keys() or any(name in granted(r) for name in names)]
        yield piece, fit[0] if len(fit) == 1 else record


def nothing_due(text: str) -> bool:
    """Does a sentence say that nothing is paid at signature, or no milestones?"""
    return _NOTHING_DUE.search(text) is not None


_CLAUSES = late(
    r"[;:.] |, (?:and|but|while|whereas) | (?:and|but|while|whereas) (?=(?:is |it is |an? )?(?:non-?|co-?)?exclusive)"
)


def by_place(text: str, known: Collection[str]) -> list[tuple[str, dict[str, tuple[str, ...]]]]:
    """Each kind of exclusivity that clauses tell of some of the `known` places.

    "Exclusivity goes only to A; in B others may be appointed"; "exclusive in A and non-exclusive in B".
    """
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for clause in _CLAUSES.split(text):
        value, places = exclusivity_in(clause), territories_in(clause)
        meant = [next((k for k in known if k == p.label or k.endswith(f" of {p.label}")), None) for p in places]
        if value and places and None not in meant:
            found.setdefault(value, {}).update({k: p.excluded for k, p in zip(meant, places, strict=True) if k})
    return list(found.items())
