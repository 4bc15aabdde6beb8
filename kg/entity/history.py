"""An agreement that several filings tell → its states with their dates and the filings that witness them.

Each filing tells the agreement as of its day; the dates of signing, change and end that it states are events of their
own. What witnesses date differently stays side by side.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from kg import ontology
from kg.entity.view import Node, View
from kg.store import spoken_of

_DATES = {
    "announced": ("ekg:announcedDate",),
    "executed": ("ekg:executedDate", "ekg:effectiveDate"),
    "amended": ("ekg:amendedDate",),
    "terminated": ("ekg:terminatedDate",),
}
_ORDER = ("proposed", "announced", "executed", "amended", "terminated")


@dataclass(frozen=True, slots=True)
class Event:
    """The agreement came into a state on a date (as precise as the texts; "" when none states it); the first filing
    that tells so, the day on which that was filed, and how many do."""

    state: str
    date: str
    filed: str
    accession: str
    witnesses: int

    @property
    def when(self) -> tuple[str, int, str]:
        """Sorts by time: the date, or else the day of the first filing that tells it."""
        return (self.date or self.filed, _ORDER.index(self.state) if self.state in _ORDER else 0, self.filed)


def history(store: ox.Store, agreement: Node) -> list[Event]:
    """The states of an agreement, the latest first."""
    told: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for graph, nodes in spoken_of(store, agreement):
        view = View(store, graph)
        accession = graph.value.removeprefix(ontology.GRAPH)
        filed = view.first(ox.NamedNode(ontology.mint("filing", accession)), "ekg:filedDate")
        for node in nodes:
            states = {s.value.rpartition("_")[2] for s in view.objects(node, "ekg:agreementStatus")}
            made = states <= {"executed", "proposed"}  # else the news are of a change or the end
            every = {*states, *_DATES} if states else set()  # what merely speaks of the node tells no state
            for state in sorted(every - (set() if made else {"announced"})):
                date = view.first(node, *_DATES.get(state, ()))
                if date or state in states:
                    told.setdefault((state, date), []).append((filed, accession))
    dated = {state for state, date in told if date}
    events = [
        Event(state, date, *min(witnesses), len(set(witnesses)))
        for (state, date), witnesses in told.items()
        if date or state not in dated
    ]
    return sorted(events, key=lambda event: event.when, reverse=True)
