"""Network → matplotlib figures that read in print, in grey and to colour-blind eyes. One function, one figure.

Colours are Okabe & Ito's; kinds differ in marker as well. Large networks are cut to their best-connected part, and the
figure says what was left out. Nothing here depends on a display or a clock.
"""

from __future__ import annotations

import io
import math
from collections import Counter
from collections.abc import Callable, Sequence
from textwrap import fill
from typing import Any

import matplotlib as mpl
import networkx as nx
from matplotlib.figure import Figure

from kg.network.collapse import chains, collapse, undirected
from kg.network.measures import communities, k_core, mixing
from kg.network.time import growth, year_of

PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000")
MARKERS = {"university": "s", "hospital": "P", "foundation": "D", "agency": "^", "pharma": "o", "biotech": "h"}
DRAWN = 60  # most organisations in a drawing that stays legible on a page
LABELLED = 22  # most names in a drawing
MANY = 2000  # marks of a scatter drawn one by one

STYLE: Any = {  # matplotlib types its keys as one long literal
    "font.size": 9,
    "font.family": "DejaVu Sans",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 10,
    "axes.titlelocation": "left",
    "svg.hashsalt": "edgar-kg",  # fixed ids: the same network gives the same bytes
    "svg.fonttype": "none",
    "figure.constrained_layout.use": True,
}


def render(figure: Figure, format: str = "svg") -> bytes:
    """The figure as SVG or PNG bytes, without a date in it."""
    out = io.BytesIO()
    with mpl.rc_context(STYLE):
        figure.savefig(out, format=format, dpi=160, metadata={"Date": None} if format == "svg" else {"Software": None})
    return out.getvalue()


def _figure(width: float = 6.4, height: float = 3.8) -> tuple[Figure, Any]:
    with mpl.rc_context(STYLE):
        made = Figure(figsize=(width, height))
        return made, made.subplots()


def _empty(axes: Any, text: str) -> None:
    axes.set_axis_off()
    axes.text(0.5, 0.5, text, ha="center", va="center", transform=axes.transAxes, color="#555555")


def short(label: str, most: int = 26) -> str:
    """A name cut to fit a drawing."""
    return label if len(label) <= most else label[: most - 1].rstrip(" ,.") + "…"


def degree_distribution(network: nx.MultiDiGraph) -> Figure:
    """Share of organisations with at least k partners, with a power-law exponent by maximum likelihood (Clauset,
    Shalizi & Newman 2009, discrete approximation, k ≥ 1)."""
    figure, axes = _figure()
    degrees = sorted(d for _, d in undirected(collapse(network)).degree() if d > 0)
    if not degrees:
        _empty(axes, "no agreements")
        return figure
    counts = Counter(degrees)
    left, xs, ys = len(degrees), [], []
    for k in sorted(counts):
        xs.append(k)
        ys.append(left / len(degrees))
        left -= counts[k]
    axes.loglog(xs, ys, "o", color=PALETTE[0], markersize=4, label="organisations")
    logs = sum(math.log(d / 0.5) for d in degrees)
    if logs > 0 and len(counts) > 2:
        alpha = 1 + len(degrees) / logs
        axes.loglog(
            xs, [(k / xs[0]) ** (1 - alpha) for k in xs], "-", color=PALETTE[5], label=f"power law, α = {alpha:.2f}"
        )
        mean = sum(degrees) / len(degrees)
        if mean > 1:
            rate = math.log(mean / (mean - 1))
            axes.loglog(xs, [math.exp(-rate * (k - 1)) for k in xs], "--", color=PALETTE[2], label="geometric")
            axes.set_ylim(min(ys) / 2, 1.5)
    axes.set_xlabel("partners, k")
    axes.set_ylabel("share with at least k")
    axes.legend(frameon=False)
    return figure


def growth_by_year(network: nx.MultiDiGraph, rows: Sequence[dict[str, Any]] | None = None) -> Figure:
    """Agreements begun each year (bars) and alive, with their organisations (lines); `rows` as `growth` gives them."""
    figure, axes = _figure()
    rows = growth(network) if rows is None else rows
    if not rows:
        _empty(axes, "no dated agreements")
        return figure
    when = [int(r["year"] or 0) for r in rows]
    axes.bar(when, [r["begun"] or 0 for r in rows], color=PALETTE[4], label="agreements begun")
    axes.plot(when, [r["alive"] or 0 for r in rows], "-o", color=PALETTE[0], markersize=3, label="agreements alive")
    axes.plot(
        when, [r["organisations"] or 0 for r in rows], "--s", color=PALETTE[5], markersize=3, label="organisations"
    )
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.yaxis.get_major_locator().set_params(integer=True)
    axes.set_ylim(bottom=0)
    axes.legend(frameon=False)
    return figure


def _core_part(simple: nx.DiGraph, most: int) -> tuple[nx.DiGraph, str]:
    """The `most` organisations with the most partners, and a note of what is left out."""
    if len(simple) <= most:
        return simple, ""
    plain = undirected(simple)
    kept = sorted(simple, key=lambda n: (-plain.degree(n), n))[:most]
    part = simple.subgraph(kept)
    alone = [n for n in part if part.degree(n) == 0]
    shown = simple.subgraph([n for n in kept if n not in set(alone)])
    edges = shown.number_of_edges()
    note = f"{len(shown)} of {len(simple)} organisations (most partners), {edges} of {simple.number_of_edges()} pairs"
    return shown, note


def _layout(simple: nx.DiGraph) -> dict[str, Any]:
    """Positions: each component by Kamada-Kawai, components packed side by side by size."""
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(simple))
    ordered.add_edges_from(sorted(tuple(sorted(e)) for e in simple.edges()))
    parts = sorted(nx.connected_components(ordered), key=lambda part: (-len(part), min(part)))
    if not parts:
        return {}
    spots: dict[str, Any] = {}
    width = math.sqrt(sum(math.sqrt(len(p)) ** 2 for p in parts)) * 1.6
    x = y = row = 0.0
    for part in parts:
        size = math.sqrt(len(part))
        if x > 0 and x + size > width:
            x, y, row = 0.0, y - row - 0.6, 0.0
        inner = nx.kamada_kawai_layout(ordered.subgraph(sorted(part))) if len(part) > 1 else {min(part): (0.0, 0.0)}
        for node, (a, b) in inner.items():
            spots[node] = (x + size * (float(a) + 1) / 2, y - size * (1 - float(b)) / 2)
        x += size + 0.6
        row = max(row, size)
    return spots


def _draw(axes: Any, simple: nx.DiGraph, colours: dict[str, str], names: Sequence[str]) -> None:
    spots = _layout(simple)
    axes.set_axis_off()
    widths = [0.6 + 0.5 * math.log2(d["weight"]) for _, _, d in simple.edges(data=True)]
    nx.draw_networkx_edges(
        simple,
        spots,
        ax=axes,
        edge_color="#9a9a9a",
        width=widths,
        arrowsize=7,
        node_size=90,
        connectionstyle="arc3,rad=0.06",
    )
    by_kind: dict[str, list[str]] = {}
    for node in sorted(simple):
        by_kind.setdefault(str(simple.nodes[node].get("kind") or "company"), []).append(node)
    for kind, members in sorted(by_kind.items()):
        axes.scatter(
            [spots[n][0] for n in members],
            [spots[n][1] for n in members],
            s=[40 + 25 * math.sqrt(simple.degree(n)) for n in members],
            c=[colours[n] for n in members],
            marker=MARKERS.get(kind, "v"),
            edgecolors="white",
            linewidths=0.8,
            zorder=3,
            label=kind,
        )
    _label(axes, simple, spots, names)
    handles, labels = axes.get_legend_handles_labels()
    legend = axes.legend(
        handles,
        labels,
        frameon=False,
        loc="upper center",
        bbox_to_anchor=(0.5, -0.01),
        ncol=len(labels) or 1,
        fontsize=8,
    )
    for handle in legend.legend_handles:
        handle.set_facecolor("#777777")
    axes.margins(0.12, 0.06)


def _label(axes: Any, simple: nx.DiGraph, spots: dict[str, Any], names: Sequence[str]) -> None:
    """Names beside their nodes, the best-connected first; a name that would lie on another is left out."""
    axes.margins(0.12, 0.06)
    axes.autoscale_view()
    (x0, x1), (y0, y1) = axes.get_xlim(), axes.get_ylim()
    wide, high = (x1 - x0) / 105, (y1 - y0) / 34  # about one character of 7 points on a 6.4 × 5 inch figure
    taken: list[tuple[float, float, float, float]] = []
    for node in names:
        text = short(str(simple.nodes[node].get("label") or node))
        length = len(text) * wide
        x, y = spots[node]
        for dy, va in ((-0.55, "top"), (0.55, "bottom")):
            low = y + dy * high - (high if va == "top" else 0.0)
            box = (x - length / 2, low, x + length / 2, low + high)
            if all(box[2] < t[0] or box[0] > t[2] or box[3] < t[1] or box[1] > t[3] for t in taken):
                taken.append(box)
                axes.text(x, y + dy * high, text, ha="center", va=va, fontsize=7, zorder=4)
                break


def drawing(network: nx.MultiDiGraph) -> Figure:
    """Organisations by kind (marker) and community (colour); an arrow runs from licensor to licensee."""
    figure, axes = _figure(6.8, 5.4)
    simple = collapse(network)
    part, note = _core_part(simple, DRAWN)
    if not len(part):
        _empty(axes, "no agreements")
        return figure
    group = communities(part)
    colours = {n: PALETTE[(int(group[n]) - 1) % (len(PALETTE) - 1)] for n in part}
    names = sorted(part, key=lambda n: (-part.degree(n), n))[:LABELLED]
    _draw(axes, part, colours, names)
    if note:
        axes.set_title(note, fontsize=8, color="#555555")
    return figure


def ego_drawing(network: nx.MultiDiGraph, center: str) -> Figure:
    """One organisation and its partners. KeyError when it is not in the network."""
    figure, axes = _figure(6.8, 4.8)
    simple = collapse(network)
    near = [center, *sorted(set(simple.predecessors(center)) | set(simple.successors(center)))]
    kept = near[: DRAWN // 2]
    part = simple.subgraph(kept)
    if len(part) < 2:
        _empty(axes, "no partners")
        return figure
    _draw(axes, part, {n: PALETTE[5] if n == center else PALETTE[0] for n in part}, kept)
    if len(near) > len(kept):
        axes.set_title(f"{len(kept) - 1} of {len(near) - 1} partners", fontsize=8, color="#555555")
    return figure


def mixing_matrix(network: nx.MultiDiGraph) -> Figure:
    """Agreements by kind of licensor (rows) and licensee (columns)."""
    figure, axes = _figure(5.2, 4.0)
    cells = mixing(collapse(network))
    if not cells:
        _empty(axes, "no agreements")
        return figure
    kinds = sorted({k for pair in cells for k in pair})
    _heat(axes, kinds, kinds, [[cells.get((a, b), 0) for b in kinds] for a in kinds])
    axes.set_ylabel("licensor")
    axes.set_xlabel("licensee")
    return figure


def _heat(axes: Any, rows: Sequence[str], columns: Sequence[str], values: Sequence[Sequence[int]]) -> None:
    most = max((v for row in values for v in row), default=1) or 1
    axes.imshow(values, cmap="Blues", vmin=0, vmax=most, aspect="auto")
    axes.set_xticks(range(len(columns)), columns, rotation=35 if sum(map(len, columns)) > 50 else 0, ha="center")
    axes.set_yticks(range(len(rows)), [short(r, 34) for r in rows])
    for i, row in enumerate(values):
        for j, value in enumerate(row):
            if value:
                axes.text(j, i, str(value), ha="center", va="center", color="white" if value > 0.5 * most else "black")
    axes.tick_params(length=0)


def core_blocks(network: nx.MultiDiGraph) -> Figure:
    """How many organisations lie in each k-shell."""
    figure, axes = _figure(6.4, 3.2)
    shells = Counter(int(k) for k in k_core(collapse(network)).values())
    if not shells:
        _empty(axes, "no organisations")
        return figure
    ks = list(range(min(shells), max(shells) + 1))
    bars = axes.bar([str(k) for k in ks], [shells[k] for k in ks], color=PALETTE[0])
    axes.bar_label(bars, fontsize=8)
    axes.set_xlabel("k-core")
    axes.set_ylabel("organisations")
    return figure


def value_timeline(network: nx.MultiDiGraph) -> Figure:
    """Stated value of dated agreements, upfront and milestones, log scale; agreements that state none are absent."""
    figure, axes = _figure()
    drawn = False
    for name, marker, colour in (("upfront", "o", PALETTE[0]), ("milestones", "^", PALETTE[1])):
        points = sorted(
            {
                (year, float(d[name]) / 1e6, key)
                for _, _, key, d in network.edges(keys=True, data=True)
                if d.get(name) and (year := year_of(d.get("date"))) is not None
            }
        )
        if points:
            many = len(points) > MANY  # as a picture within the SVG, which stays small
            axes.plot(
                [p[0] for p in points],
                [p[1] for p in points],
                marker,
                color=colour,
                label=name,
                alpha=0.15 if many else 0.8,
                rasterized=many,
            )
            drawn = True
    if not drawn:
        _empty(axes, "no dated agreement states a value in US dollars")
        return figure
    axes.set_yscale("log")
    axes.yaxis.set_major_formatter(lambda v, _: f"{v:g}")
    axes.set_ylabel("million USD")
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.legend(frameon=False)
    return figure


def indication_phase(counts: dict[tuple[str, str], int]) -> Figure:
    """Programmes by indication (the twenty with most) and phase; `counts` from (indication, phase code)."""
    order = ("discovery", "preclinical", "ind", "1", "1-2", "2", "2-3", "3", "filed", "approved", "marketed")
    totals: Counter[str] = Counter()
    for (disease, _), n in counts.items():
        totals[disease] += n
    top = sorted(totals, key=lambda d: (-totals[d], d))[:20]
    phases = [p for p in order if any((d, p) in counts for d in top)]
    figure, axes = _figure(6.8, max(2.0, 0.28 * len(top) + 1.0))
    if not top or not phases:
        _empty(axes, "no programmes")
        return figure
    _heat(axes, top, phases, [[counts.get((d, p), 0) for p in phases] for d in top])
    if len(totals) > len(top):
        axes.set_title(f"{len(top)} of {len(totals)} indications", fontsize=8, color="#555555")
    return figure


def sublicence_chains(network: nx.MultiDiGraph, most: int = 8) -> Figure:
    """The longest sublicence chains, owner of the rights at the left."""
    found = sorted(chains(network), key=lambda c: (-len(c[0]), c))
    shown = found[:most]
    figure, axes = _figure(7.2, max(1.6, 0.62 * len(shown) + 0.5))
    if not shown:
        _empty(axes, "no sublicence chain")
        return figure
    axes.set_axis_off()
    longest = max(len(members) for members, _ in shown)
    room = max(14, 64 // longest)
    for row, (members, keys) in enumerate(shown):
        for column, node in enumerate(members):
            box = {"boxstyle": "round,pad=0.3", "fc": "#eef4fa", "ec": PALETTE[0], "lw": 0.8}
            label = fill(str(network.nodes[node].get("label") or node), room, break_long_words=False)
            axes.text(column, -row, label, ha="center", va="center", fontsize=7, bbox=box, zorder=3)
            if column < len(keys):
                data = next(d for _, b, k, d in network.out_edges(node, keys=True, data=True) if k == keys[column])
                axes.annotate(
                    "",
                    (column + 0.62, -row),
                    (column + 0.38, -row),
                    arrowprops={"arrowstyle": "->", "color": "#555555"},
                )
                drugs = ", ".join(data.get("compounds") or ())
                axes.text(column + 0.5, -row + 0.3, short(drugs, 18), ha="center", fontsize=6, color="#555555")
    axes.set_xlim(-0.5, longest - 0.5)
    axes.set_ylim(-len(shown) + 0.4, 0.6)
    if len(found) > len(shown):
        axes.set_title(f"{len(shown)} of {len(found)} chains", fontsize=8, color="#555555")
    return figure


FIGURES: dict[str, tuple[str, Callable[[nx.MultiDiGraph], Figure]]] = {
    "network": ("The network", drawing),
    "growth": ("Growth by year", growth_by_year),
    "degrees": ("Degree distribution", degree_distribution),
    "mixing": ("Who licenses to whom", mixing_matrix),
    "cores": ("k-core shells", core_blocks),
    "values": ("Stated values", value_timeline),
    "chains": ("Sublicence chains", sublicence_chains),
}
