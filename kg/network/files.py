"""Network → files that other programs open: GraphML, GEXF with time, Cytoscape JSON, CSV, Parquet.

Attributes are flattened to texts and numbers: lists are joined by "; ", missing values are left out. Every writer is
atomic in its caller's hands: it writes to the stream it is given.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from typing import IO, Any

import networkx as nx

from kg.errors import UsageError
from kg.network.time import LIFE, year_of

NODE_COLUMNS = ("id", "label", "kind", "sic", "state", "cik")
EDGE_COLUMNS = (
    "source",
    "target",
    "id",
    "date",
    "terminated",
    "kind",
    "status",
    "exclusivity",
    "compounds",
    "indications",
    "territory",
    "upfront",
    "milestones",
    "royalty_min",
    "royalty_max",
    "filings",
    "confidence",
)


def flat(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The same network with attributes that every format can hold, in sorted order."""
    made = nx.MultiDiGraph()
    for node in sorted(network):
        made.add_node(node, **_plain(network.nodes[node]))
    for giver, taker, key, data in sorted(network.edges(keys=True, data=True), key=lambda e: (e[0], e[1], str(e[2]))):
        made.add_edge(giver, taker, key=key, **_plain(data))
    return made


def _plain(data: dict[str, Any]) -> dict[str, str | float]:
    return {
        name: "; ".join(map(str, value)) if isinstance(value, tuple | list) else value
        for name, value in data.items()
        if value is not None and value not in ((), [])
    }


def graphml(network: nx.MultiDiGraph, out: IO[bytes]) -> None:
    """GraphML; agreement IRIs are edge ids."""
    nx.write_graphml_xml(flat(network), out)


def gexf(network: nx.MultiDiGraph, out: IO[bytes], life: int = LIFE) -> None:
    """Dynamic GEXF for Gephi: an edge lives from its date for `life` years or until terminated, undated ones always."""
    made = flat(network)
    made.graph["mode"] = "dynamic"
    for _, _, key, data in made.edges(keys=True, data=True):
        data["agreement"] = str(key)
        data["deal"] = data.pop("kind", "")  # GEXF keeps `kind` for itself
        begun = year_of(data.get("date"))
        if begun is not None:
            data["start"] = begun
            data["end"] = year_of(data.get("terminated")) or begun + life
    text = io.BytesIO()
    nx.write_gexf(made, text)
    out.write(re.sub(rb' lastmodifieddate="[^"]*"', b"", text.getvalue()))  # a clock has no place in the bytes


def cytoscape(network: nx.MultiDiGraph, out: IO[bytes]) -> None:
    """Cytoscape JSON."""
    made = flat(network)
    for _, _, key, data in made.edges(keys=True, data=True):
        data["agreement"] = str(key)
    for node, data in made.nodes(data=True):
        data["name"] = data.get("label", node)
    out.write(json.dumps(nx.cytoscape_data(made), ensure_ascii=False, indent=1).encode())


def nodes(network: nx.MultiDiGraph) -> list[dict[str, Any]]:
    """One row per organisation, sorted."""
    return [{"id": n, **{c: d.get(c) for c in NODE_COLUMNS[1:]}} for n, d in flat(network).nodes(data=True)]


def edges(network: nx.MultiDiGraph) -> list[dict[str, Any]]:
    """One row per agreement and pair of parties, sorted."""
    return [
        {"source": a, "target": b, "id": key, **{c: d.get(c) for c in EDGE_COLUMNS[3:]}}
        for a, b, key, d in flat(network).edges(keys=True, data=True)
    ]


def _csv(rows: list[dict[str, Any]], columns: tuple[str, ...], out: IO[bytes]) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    out.write(text.getvalue().encode())


def nodes_csv(network: nx.MultiDiGraph, out: IO[bytes]) -> None:
    """Organisations as CSV."""
    _csv(nodes(network), NODE_COLUMNS, out)


def edges_csv(network: nx.MultiDiGraph, out: IO[bytes]) -> None:
    """Agreements as CSV, the table most tools import as edges."""
    _csv(edges(network), EDGE_COLUMNS, out)


def edges_parquet(network: nx.MultiDiGraph, out: IO[bytes]) -> None:
    """Agreements as Parquet; UsageError when pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise UsageError("pyarrow is not installed: pip install pyarrow") from None
    numbers = {"upfront", "milestones", "royalty_min", "royalty_max", "confidence"}
    schema = pa.schema([(c, pa.float64() if c in numbers else pa.string()) for c in EDGE_COLUMNS])
    pq.write_table(pa.Table.from_pylist(edges(network), schema=schema), out)


FORMATS: dict[str, Callable[[nx.MultiDiGraph, IO[bytes]], None]] = {
    "graphml": graphml,
    "gexf": gexf,
    "cytoscape": cytoscape,
    "nodes-csv": nodes_csv,
    "edges-csv": edges_csv,
    "parquet": edges_parquet,
}
