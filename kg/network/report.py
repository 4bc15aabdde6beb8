"""Network → one self-contained HTML page: figures, tables, methods, what was selected, and the queries behind all.

It opens without a server and prints.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from kg.network import figures
from kg.network.fast import community_method
from kg.network.graph import selection_of
from kg.network.measures import MEASURES, PIVOTS, SAMPLED_ABOVE, concentration, table, whole
from kg.network.queries import queries
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
td.w { white-space: nowrap }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0 }
dt { color: #555 } dd { margin: 0 } .wide table { font-size: .74rem } .wide th, .wide td { padding: .18rem .4rem }
a.query { font: .75rem Arial, sans-serif; color: #0072B2; margin-left: .8em; text-decoration: none }
h3 { font-size: .95rem; margin: 1rem 0 .2rem; break-after: avoid }
pre { font-size: .78rem; background: #f6f6f6; padding: .6rem .8rem; white-space: pre-wrap; break-inside: avoid }
@media print { body { padding: 0; max-width: none } a { color: inherit } a.query { display: none }
  .scroll { overflow: visible } .scroll table { font-size: .58rem } .scroll th, .scroll td { padding: .1rem .22rem }
  tr { break-inside: avoid } }
"""


_CAPTIONS = {
    "network": f"Marker: kind of organisation; colour: community ({community_method()}); size: partners drawn.",
    "growth": f"An agreement is alive for {LIFE} years from its own date, or until it is terminated.",
    "degrees": "Share of organisations with at least so many partners, with maximum-likelihood fits.",
    "mixing": "Number of agreements by kind of licensor and licensee.",
    "cores": "Organisations by the largest k-core that holds them.",
    "values": "Upfront payments and milestone totals stated in US dollars.",
    "chains": "From the owner of the rights to who uses them; the compound stands over the arrow.",
}
_PHASES = (
    "Development programmes of the store by the phases they reached, planned ones apart. Only an indication selects "
    "among them: dates, kind and status are those of agreements."
)
_BEHIND = {"growth": "years", "values": "values", "chains": "agreements"}
"""Figure → the query it stands on; the others stand on the pairs."""


def page(
    network: nx.MultiDiGraph, programmes: Mapping[tuple[str, str], int] | None = None, title: str = "Licensing network"
) -> str:
    """The report; `programmes` as `queries.programmes` counts them (without them their figure is left out)."""
    chosen = selection_of(network)
    years = growth(network)
    parts = [
        f"<h1>{html.escape(title)}</h1>",
        f"<p class=note>{html.escape(_capital(str(chosen)))}. An arrow runs from licensor to licensee.</p>",
        _section("Figures of the whole", _list(whole(network)), "agreements"),
    ]
    for name, (heading, draw) in figures.FIGURES.items():
        drawn = figures.growth_by_year(network, years) if name == "growth" else draw(network)
        parts.append(_section(heading, _figure(drawn, _CAPTIONS[name]), _BEHIND.get(name, "pairs")))
    if programmes is not None:
        drawn = figures.indication_phase(programmes)
        parts.append(_section("Development by indication and phase", _figure(drawn, _PHASES), "programmes"))
    rows = table(network)
    rows.sort(key=lambda r: (-(r["in-degree"] + r["out-degree"]), str(r["label"]), r["iri"]))
    columns = [c for c in ("label", "kind", *MEASURES) if any(row.get(c) is not None for row in rows)]
    shown = [[row.get(c) for c in columns] for row in rows[:ROWS]]
    parts.append(_section("Organisations", _table(columns, shown, len(rows)), "pairs"))
    fields = concentration(network)
    named = ("indication", "agreements", "licensors", "Herfindahl index")
    parts.append(_section("Concentration by indication", _table(named, fields[:ROWS], len(fields)), "shares"))
    if years:
        by_year = _table(tuple(years[0]), [list(r.values()) for r in years], len(years))
        parts.append(_section("Year by year", by_year, "years"))
    parts.append(_section("Agreements", _agreements(network), "agreements"))
    parts.append(_section("Methods", _methods()))
    parts.append(_section("Queries", _queries(queries(chosen))))
    body = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>'
        f"<body>\n{body}\n</body></html>\n"
    )


def _section(heading: str, body: str, query: str = "") -> str:
    source = f'<a class=query href="#query-{query}">query</a>' if query else ""
    return f"<section><h2>{html.escape(heading)}{source}</h2>{body}</section>"


def _queries(behind: Mapping[str, tuple[str, str]]) -> str:
    text = (
        "<p>What stands above is computed from the answers to these questions; <code>kg query</code> runs them. The "
        "kind of an organisation is the one stated, else by its SIC code, else by a word of its name.</p>"
    )
    return text + "".join(
        f'<h3 id="query-{name}">{html.escape(told)}</h3><pre>{html.escape(sparql)}</pre>'
        for name, (told, sparql) in behind.items()
    )


def _figure(drawn: Any, caption: str) -> str:
    text = figures.render(drawn).decode()
    return f"<figure>{text[text.index('<svg') :]}<figcaption>{html.escape(caption)}</figcaption></figure>"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _is_broken(value: Any) -> bool:
    return isinstance(value, float) and value != int(value)


def _show(value: Any, broken: bool = False) -> str:
    """A value as text; a whole number among `broken` ones has their places."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.3f}" if broken or _is_broken(value) else f"{value:,.0f}"
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
    broken = [any(_is_broken(row[i]) for row in rows) for i in range(len(columns))]
    kinds = [" class=n" if right else "" for right in numeric]
    head = "".join(f"<th{kind}>{html.escape(c)}</th>" for c, kind in zip(columns, kinds, strict=True))
    body = "".join(
        "<tr>"
        + "".join(
            f"<td{kind or _whole_word(v)}>{_show(v, places)}</td>"
            for v, kind, places in zip(row, kinds, broken, strict=True)
        )
        + "</tr>\n"
        for row in rows
    )
    note = f"<p class=note>{len(rows)} of {total:,} rows</p>" if len(rows) < total else ""
    kind = "scroll wide" if len(columns) > 9 else "scroll"
    return f'<div class="{kind}"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{note}'


def _whole_word(value: Any) -> str:
    """Dates and accession numbers stay in one line."""
    text = str(value)
    return " class=w" if len(text) <= 22 and " " not in text else ""


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
