"""Table of agreements → the licensing network: organisations joined by agreements, as a networkx MultiDiGraph.

Only organisations are nodes; an agreement is an edge from licensor to licensee (its key the agreement's IRI), never a
node. A network knows what it was selected by (`selection_of`) and shows itself in a notebook.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from html import escape
from itertools import repeat
from typing import Any

import networkx as nx
import pyoxigraph as ox

from kg import collector
from kg.names import words
from kg.network import agreements
from kg.network.agreements import EDGE, NODE, ROW, Table


@dataclass(frozen=True, slots=True)
class Selection:
    """Which agreements were asked for (see `network`); `meant` are the IRIs that bear the name of the indication."""

    since: str | None = None
    until: str | None = None
    indication: str | None = None
    kind: str | None = None
    status: str | None = None
    meant: tuple[str, ...] = ()

    def __str__(self) -> str:
        names = ("since", "until", "indication", "kind", "status")
        told = "; ".join(f"{name} {value}" for name in names if (value := getattr(self, name)))
        return told or "all agreements of the store"


class Network(nx.MultiDiGraph):  # type: ignore[misc]  # networkx ships no types
    """A MultiDiGraph that a notebook draws; all else is networkx's."""

    def _join(self, giver: str, taker: str, agreement: str, told: dict[str, Any]) -> None:
        """An edge that is not there yet: `add_edge` without its two copies of what is told, in a third of the time."""
        if giver not in self._succ or taker not in self._succ:
            self.add_nodes_from((giver, taker))
        edges = self._succ[giver].get(taker)
        if edges is None:
            edges = self._succ[giver][taker] = self._pred[taker][giver] = self.edge_key_dict_factory()
        edges[agreement] = told

    def _repr_svg_(self) -> str:
        from kg.network.picture import picture

        return picture(self)

    def _repr_html_(self) -> str:
        agreements = len({key for _, _, key in self.edges(keys=True)})
        told = f"{len(self):,} organisations, {agreements:,} agreements; {selection_of(self)}"
        return f"<p>{escape(told)}</p>{self._repr_svg_()}"


def selection_of(made: nx.MultiDiGraph) -> Selection:
    """What a network was selected by; of one that nobody selected, everything."""
    found = made.graph.get("selection")
    return found if isinstance(found, Selection) else Selection()


def network(
    store: ox.Store | Table,
    *,
    since: str | None = None,
    until: str | None = None,
    indication: str | None = None,
    kind: str | None = None,
    status: str | None = None,
) -> Network:
    """One edge per agreement and pair of parties.

    `since` and `until` are ISO dates (or years) compared with the agreement's own date: effective, else executed, else
    announced; an undated agreement is left out when either is given. `indication` keeps agreements whose grants name
    it or anything below it in the hierarchy (label or IRI). `kind` and `status` are codes ("license", "terminated").

    Nodes carry label, kind, sic, state, cik; edges date, kind, status, exclusivity, compounds, indications, territory,
    upfront, milestones (USD), royalty_min, royalty_max, filings, confidence. Missing values are None or ().
    """
    table = store if isinstance(store, Table) else agreements.read(store)
    meant = _meant(table, indication) if indication else set()
    wanted = _below(table, meant) if indication else None
    made = Network(selection=Selection(since, until, indication, kind, status, tuple(sorted(meant))))
    columns = [table.columns[name] for name in ROW]
    at_date, at_kind, at_status = (EDGE.index(name) for name in ("date", "kind", "status"))
    dated = since is not None or until is not None
    with collector.at_rest():
        for agreement, givers, takers, diseases, *values in zip(*columns, strict=True):
            if (kind and values[at_kind] != kind) or (status and values[at_status] != status):
                continue
            if (dated and not _within(values[at_date], since, until)) or (
                wanted is not None and wanted.isdisjoint(diseases)
            ):
                continue
            for giver in givers:
                for taker in takers:
                    made._join(giver, taker, agreement, dict(zip(EDGE, values, strict=True)))
    for node, data in made.nodes(data=True):
        data.update(zip(NODE, table.organizations.get(node, repeat(None)), strict=False))
    return made


def _within(date: Any, since: str | None, until: str | None) -> bool:
    """A date known to the year or month lies in the window when any of its days may; an unknown one does not."""
    if not isinstance(date, str):
        return False
    return (since is None or date >= since[: len(date)]) and (until is None or date[: len(until)] <= until)


def _meant(table: Table, indication: str) -> set[str]:
    """The indications that bear a name; an IRI means itself."""
    asked = words(indication)
    found = {node for node, (names, _) in table.indications.items() if any(words(name) == asked for name in names)}
    return found | ({indication} & table.indications.keys())


def _below(table: Table, meant: set[str]) -> set[str]:
    """These indications with everything narrower in the graph."""
    narrower: dict[str, list[str]] = defaultdict(list)
    for node, (_, parents) in table.indications.items():
        for parent in parents:
            narrower[parent].append(node)
    found = set(meant)
    todo = list(found)
    while todo:
        for node in narrower.get(todo.pop(), []):
            if node not in found:
                found.add(node)
                todo.append(node)
    return found
