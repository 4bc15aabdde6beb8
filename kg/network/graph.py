"""Table of agreements → the licensing network: organisations joined by agreements, as a networkx MultiDiGraph.

Only organisations are nodes; an agreement is an edge from licensor to licensee (its key the agreement's IRI), never a
node.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import repeat
from typing import Any

import networkx as nx
import pyoxigraph as ox

from kg.names import words
from kg.network import agreements
from kg.network.agreements import EDGE, NODE, ROW, Table


def network(
    store: ox.Store | Table,
    *,
    since: str | None = None,
    until: str | None = None,
    indication: str | None = None,
    kind: str | None = None,
    status: str | None = None,
) -> nx.MultiDiGraph:
    """One edge per agreement and pair of parties.

    `since` and `until` are ISO dates (or years) compared with the agreement's own date: effective, else executed, else
    announced; an undated agreement is left out when either is given. `indication` keeps agreements whose grants name
    it or anything below it in the hierarchy (label or IRI). `kind` and `status` are codes ("license", "terminated").

    Nodes carry label, kind, sic, state, cik; edges date, kind, status, exclusivity, compounds, indications, territory,
    upfront, milestones (USD), royalty_min, royalty_max, filings, confidence. Missing values are None or ().
    """
    table = store if isinstance(store, Table) else agreements.read(store)
    wanted = _below(table, indication) if indication else None
    made = nx.MultiDiGraph()
    columns = [table.columns[name] for name in ROW]
    at_date, at_kind, at_status = (EDGE.index(name) for name in ("date", "kind", "status"))
    dated = since is not None or until is not None
    for agreement, givers, takers, diseases, *values in zip(*columns, strict=True):
        if (kind and values[at_kind] != kind) or (status and values[at_status] != status):
            continue
        if (dated and not _within(values[at_date], since, until)) or (
            wanted is not None and wanted.isdisjoint(diseases)
        ):
            continue
        edge = dict(zip(EDGE, values, strict=True))
        for giver in givers:
            for taker in takers:
                made.add_edge(giver, taker, agreement, **edge)
    for node, data in made.nodes(data=True):
        data.update(zip(NODE, table.organizations.get(node, repeat(None)), strict=False))
    return made


def _within(date: Any, since: str | None, until: str | None) -> bool:
    """A date known to the year or month lies in the window when any of its days may; an unknown one does not."""
    if not isinstance(date, str):
        return False
    return (since is None or date >= since[: len(date)]) and (until is None or date[: len(until)] <= until)


def _below(table: Table, indication: str) -> set[str]:
    """The indication meant by a label or IRI, with everything narrower in the graph."""
    asked = words(indication)
    found = {node for node, (names, _) in table.indications.items() if any(words(name) == asked for name in names)}
    found.add(indication)
    narrower: dict[str, list[str]] = defaultdict(list)
    for node, (_, parents) in table.indications.items():
        for parent in parents:
            narrower[parent].append(node)
    todo = list(found)
    while todo:
        for node in narrower.get(todo.pop(), []):
            if node not in found:
                found.add(node)
                todo.append(node)
    return found
