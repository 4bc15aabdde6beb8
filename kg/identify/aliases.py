"""Short names that texts define ("WARF", "the Foundation") → the organisations they mean, there and elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.identify.keys import initials, is_acronym, keys
from kg.identify.organizations import Decision, OrgUse
from kg.model.identity import Candidate, Link
from kg.names import words

Where = tuple[str, frozenset[str]]
"""A filing that defines an alias, and its filers."""
Table = Mapping[str, Mapping[str, list[Where]]]
"""Key of an alias → organisation → where it is defined so."""

_GENERIC = frozenset(
    """foundation university institute hospital college school center company corporation bank trust agency fund parent
    licensor licensee partnership institution group board association society laboratory subsidiary""".split()
)


_MOST_OPEN = 10
"""Bearers of a short name beyond which it tells nothing."""


def table_of(defined: Iterable[tuple[str, str, str, frozenset[str]]]) -> Table:
    """The aliases of all filings; `defined` are (alias, organisation, accession, filers of it)."""
    table: dict[str, dict[str, list[Where]]] = defaultdict(lambda: defaultdict(list))
    for alias, node, accession, filers in defined:
        for key in keys(alias):
            table[key][node].append((accession, filers))
    return table


def decide(use: OrgUse, table: Table, by_book: Decision, names: Mapping[str, str]) -> Decision:
    """What a name means, when aliases count as well as the book of names. `names` has a name for each organisation.

    A definition in the same text goes before all. One by the same filer holds in its other filings while it is the only
    one; against a company of just that name it holds when it is made of initials. Where several filers define an alias
    alike and nobody otherwise, it holds everywhere. One by another filer is a candidate. Of mere nouns ("the
    Foundation") definitions by others count for nothing.
    """
    found: dict[str, list[Where]] = defaultdict(list)
    for key in {key for name in use.names for key in keys(name)}:
        for node, where in table.get(key, {}).items():
            if node != use.node:
                found[node] += where
    if not found:
        return by_book
    here = sorted(node for node, where in found.items() if any(accession == use.accession for accession, _ in where))
    if here:
        return _only(use, here, 1.0, "alias defined in the text")
    link, open_ = by_book
    own = sorted(node for node, where in found.items() if any(filers & use.filers for _, filers in where))
    if own:
        if link is None or link.target in own:
            return _only(use, own, 0.98, "alias defined by the same filer") if link is None else by_book
        if len(own) == 1 and any(is_acronym(name, names.get(own[0], "")) for name in use.names):
            return _only(use, own, 0.95, "initials, defined as an alias by the same filer")
        both = sorted({*own, link.target})
        return None, [Candidate(use.node, n, use.accession, 0.5, ("a name, and an alias by the filer",)) for n in both]
    if link is not None:
        return by_book
    if {key for name in use.names for key in keys(name)} & _GENERIC or len(found) > _MOST_OPEN:
        return by_book  # what others call "the Foundation" tells nothing
    if len(found) == 1:
        ((node, where),) = found.items()
        if len({filers for _, filers in where}) > 1:
            return Link(use.node, node, use.accession, 0.96, ("alias defined alike by several filers",)), []
    score = 0.8 if len(found) == 1 else 0.5
    reason = ("alias defined by another filer",)
    return None, [*open_, *(Candidate(use.node, node, use.accession, score, reason) for node in sorted(found))]


def _only(use: OrgUse, nodes: list[str], score: float, reason: str) -> Decision:
    if len(nodes) == 1:
        return Link(use.node, nodes[0], use.accession, score, (reason,)), []
    return None, [Candidate(use.node, n, use.accession, 0.5, (f"{reason}, for several",)) for n in nodes]


def acronyms(
    names: Mapping[str, str], shorts: Mapping[str, str], filers: Mapping[str, frozenset[str]]
) -> list[Candidate]:
    """Candidates of all-capital names that are the initials of another organisation of the same filer."""
    by_initials: dict[tuple[str, str], list[str]] = defaultdict(list)
    for node in sorted(names):
        for head in initials(names[node]):
            for filer in filers.get(node, ()):
                by_initials[filer, head].append(node)
    found = set()
    for short in sorted(shorts):
        for filer in sorted(filers.get(short, ())):
            for node in by_initials.get((filer, "".join(words(shorts[short]))), ()):
                if node != short:
                    found.add(Candidate(short, node, "", 0.75, ("initials of the name",)))
    return sorted(found)
