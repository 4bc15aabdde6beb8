"""Network → one self-contained HTML page: figures, tables, methods, and what was selected. Opens without a server."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from typing import Any

import networkx as nx

from kg.network import figures
from kg.network.fast import community_method
from kg.network.measures import MEASURES, PIVOTS, SAMPLED_ABOVE, concentration, table, whole
from kg.network.time import LIFE, growth

ROWS = 25  # organisations, indications and agreements shown in a table

_STYLE = """
body { font: 15px/1.5 Georgia, 'Times New Roman', serif; color: #1c1c1c;
  max-width: 62rem; margin: 0 auto; padding: 2rem }
h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; break-after: avoid }
figure { margin: 0 0 1.2rem; break-inside: avoid } figure svg { max-width: 100%; height: auto }
figcaption, .note { color: #555; font-size: .88rem }
.scroll { overflow-x: auto } table { border-collapse: collapse; font: .84rem/1.4 Arial, sans-serif; width: 100% }
th, td { text-align: left; padding: .22rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top }
th { border-bottom: 1.5px solid #444 } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0 }
dt { color: #555 } dd { margin: 0 }
@media print { body { padding: 0 } a { color: inherit } }
"""


def page(network: nx.MultiDiGraph, *, selection: Sequence[str] = (), title: str = "Licensing network") -> str:
    """The report; `selection` says in words what was selected ("since 2010"), and is printed as given."""
    chosen = "; ".join(selection) or "all agreements of the store"
    parts = [
        f"<h1>{html.escape(title)}</h1>",
        f"<p class=note>{html.escape(chosen)}. An arrow runs from licensor to licensee.</p>",
        _section("Figures of the whole", _list(whole(network))),
    ]
    captions = {
        "network": f"Marker: kind of organisation; colour: community ({community_method()}). Size: number of partners.",
        "growth": f"An agreement is alive for {LIFE} years from its own date, or until it is terminated.",
        "degrees": "Share of organisations with at least so many partners, with maximum-likelihood fits.",
        "mixing": "Number of agreements by kind of licensor and licensee.",
        "cores": "Organisations by the largest k-core that holds them.",
        "values": "Upfront payments and milestone totals stated in US dollars.",
        "chains": "From the owner of the rights to who uses them; the compound stands over the arrow.",
    }
    years = growth(network)
    for name, (heading, draw) in figures.FIGURES.items():
        drawn = figures.growth_by_year(network, years) if name == "growth" else draw(network)
        parts.append(_section(heading, _figure(figures.render(drawn), captions[name])))
    rows = table(network)
    rows.sort(key=lambda r: (-(r["in-degree"] + r["out-degree"]), str(r["label"]), r["iri"]))
    columns = ("label", "kind", *MEASURES)
    shown = [[row.get(c) for c in columns] for row in rows[:ROWS]]
    parts.append(_section("Organisations", _table(columns, shown, len(rows))))
    fields = concentration(network)
    named = ("indication", "agreements", "licensors", "Herfindahl index")
    parts.append(_section("Concentration by indication", _table(named, fields[:ROWS], len(fields))))
    if years:
        parts.append(_section("Year by year", _table(tuple(years[0]), [list(r.values()) for r in years], len(years))))
    parts.append(_section("Agreements", _agreements(network)))
    parts.append(_section("Methods", _methods()))
    body = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>'
        f"<body>\n{body}\n</body></html>\n"
    )


def _section(heading: str, body: str) -> str:
    return f"<section><h2>{html.escape(heading)}</h2>{body}</section>"


def _figure(svg: bytes, caption: str) -> str:
    text = svg.decode()
    return f"<figure>{text[text.index('<svg') :]}<figcaption>{html.escape(caption)}</figcaption></figure>"


def _show(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.0f}" if value == int(value) else f"{value:.3f}"
    return html.escape(f"{value:,}" if isinstance(value, int) and value > 9999 else str(value))


def _list(figures_of: Iterable[tuple[str, float | None]]) -> str:
    rows = "".join(
        f"<dt>{html.escape(name)}</dt><dd>{'not defined here' if value is None else _show(value)}</dd>"
        for name, value in figures_of
    )
    return f"<dl>{rows}</dl>"


def _table(columns: Sequence[str], rows: Sequence[Sequence[Any]], total: int) -> str:
    if not rows:
        return "<p class=note>none</p>"
    numeric = [all(row[i] is None or isinstance(row[i], int | float) for row in rows) for i in range(len(columns))]
    kinds = [" class=n" if right else "" for right in numeric]
    head = "".join(f"<th{kind}>{html.escape(c)}</th>" for c, kind in zip(columns, kinds, strict=True))
    body = "".join(
        "<tr>" + "".join(f"<td{kind}>{_show(v)}</td>" for v, kind in zip(row, kinds, strict=True)) + "</tr>\n"
        for row in rows
    )
    note = f"<p class=note>{len(rows)} of {total:,} rows</p>" if len(rows) < total else ""
    return f"<div class=scroll><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{note}"


def _agreements(network: nx.MultiDiGraph) -> str:
    def row(giver: str, taker: str, data: dict[str, Any]) -> list[Any]:
        names = [str(network.nodes[n].get("label") or n) for n in (giver, taker)]
        what = [", ".join(data.get(name) or ()) for name in ("compounds", "indications")]
        return [
            data.get("date"),
            *names,
            *what,
            data.get("kind"),
            data.get("status"),
            ", ".join(data.get("filings") or ()),
        ]

    rows = sorted((row(a, b, d) for a, b, d in network.edges(data=True)), key=lambda r: [str(v or "") for v in r])
    rows.reverse()
    columns = ("date", "licensor", "licensee", "compounds", "indications", "kind", "status", "filings")
    return _table(columns, rows[: 4 * ROWS], len(rows))


def _methods() -> str:
    rows = [(name, (function.__doc__ or "").strip().split("\n")[0], how) for name, (function, how) in MEASURES.items()]
    text = (
        "<p>Organisations are nodes; every agreement with a licensor and a licensee is an edge. Measures work on the "
        "collapsed graph: parallel agreements are one edge of that weight, self-licences are dropped. Undated "
        "agreements count in all figures but those by year. Betweenness is exact up to "
        f"{SAMPLED_ABOVE:,} organisations and estimated from {PIVOTS} random pivots above.</p>"
    )
    return text + _table(("measure", "definition", "treats"), rows, len(rows))
