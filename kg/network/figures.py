"""Network → matplotlib figures that read in print, in grey and to colour-blind eyes. One function, one figure.

Colours are Okabe & Ito's; kinds differ in marker as well. Large networks are cut to their best-connected part, and the
figure says what was left out. Nothing here depends on a display or a clock.
"""

from __future__ import annotations

import io
import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from textwrap import fill
from typing import Any

import matplotlib as mpl
import networkx as nx
from matplotlib.figure import Figure
from scipy.optimize import minimize_scalar
from scipy.special import zeta

from kg import svg
from kg.network.collapse import CHAINS, chains, collapse, undirected
from kg.network.layout import Box, Spot, names_beside, part_to_draw, spots, strongest
from kg.network.measures import communities, k_core, mixing
from kg.network.time import growth, year_of
from kg.svg import short

PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000")
MARKERS = {
    "university": "s", "hospital": "P", "foundation": "D", "institute": "X", "agency": "^", "pharma": "o",
    "biotech": "h",
}  # fmt: skip
OTHER = "v"
DRAWN = 60  # most organisations in a drawing that stays legible on a page
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


def degree_distribution(network: nx.MultiDiGraph) -> Figure:
    """Share of organisations with at least k partners; a discrete power law (Clauset, Shalizi & Newman 2009) and a
    geometric distribution, both from one on, fitted by maximum likelihood."""
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
    if len(counts) > 2:
        alpha = power_law(degrees)
        tail = [float(zeta(alpha, k) / zeta(alpha)) for k in xs]
        axes.loglog(xs, tail, "-", color=PALETTE[5], label=f"power law, α = {alpha:.2f}")
        rate = math.log(sum(degrees) / (sum(degrees) - len(degrees)))
        axes.loglog(xs, [math.exp(-rate * (k - 1)) for k in xs], "--", color=PALETTE[2], label="geometric")
        axes.set_ylim(min(ys) / 2, 1.5)
    for axis, ends in ((axes.xaxis, xs), (axes.yaxis, ys)):
        marked = "235" if max(ends) / min(ends) < 20 else ""  # within a decade or so its own ends are no guide
        axis.set_major_formatter(lambda value, _: f"{value:g}")
        axis.set_minor_formatter(lambda value, _, shown=marked: f"{value:g}" if f"{value:e}"[0] in shown else "")
    axes.tick_params(axis="x", which="both", pad=4, length=3)  # minor ticks bear numbers as well
    axes.set_xlabel("partners, k")
    axes.set_ylabel("share with at least k")
    axes.legend(frameon=False)
    return figure


def power_law(degrees: Sequence[int]) -> float:
    """The exponent of a discrete power law from one on that makes these degrees most likely."""
    logs = sum(map(math.log, degrees))

    def unlikely(alpha: float) -> float:
        return len(degrees) * math.log(zeta(alpha)) + alpha * logs

    return float(minimize_scalar(unlikely, bounds=(1.01, 20), method="bounded").x)


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


def _map(wide: float, high: float) -> tuple[Figure, Any]:
    """A figure of that size in inches whose axes are its page, in points, above a line for the legend."""
    figure, axes = _figure(wide, high)
    figure.set_layout_engine("none")
    axes.set_position((0, 0, 1, 1))
    axes.set_axis_off()
    return figure, axes


FOOT, HEAD, NAME = 26.0, 16.0, 7.0  # points: room for the legend, for a note, and the size of names


def _draw(axes: Any, simple: nx.DiGraph, colours: dict[str, str], names: Sequence[str], note: str) -> None:
    """The network on its page: arrows, marks by kind, the names that find room, a legend and a note."""
    wide, high = (72 * float(inches) for inches in axes.figure.get_size_inches())
    room = (4.0, FOOT, wide - 4, high - HEAD)
    placed = spots(simple, wide - 120, high - FOOT - HEAD - 40)
    placed = {node: (x + 60, y + FOOT + 20) for node, (x, y) in placed.items()}
    areas = {node: 40 + 25 * math.sqrt(simple.degree(node)) for node in simple}
    nx.draw_networkx_edges(
        simple,
        placed,
        ax=axes,
        edge_color="#9a9a9a",
        width=[min(3.0, 0.6 + 0.5 * math.log2(d["weight"])) for _, _, d in simple.edges(data=True)],
        arrowsize=7,
        nodelist=list(simple),
        node_size=[areas[node] for node in simple],
        connectionstyle="arc3,rad=0.06",
    )
    by_kind: dict[str, list[str]] = {}
    for node in sorted(simple):
        by_kind.setdefault(str(simple.nodes[node].get("kind") or "company"), []).append(node)
    for kind, members in sorted(by_kind.items()):
        axes.scatter(
            [placed[n][0] for n in members],
            [placed[n][1] for n in members],
            s=[areas[n] for n in members],
            c=[colours[n] for n in members],
            marker=MARKERS.get(kind, OTHER),
            edgecolors="white",
            linewidths=0.8,
            zorder=3,
            label=kind,
        )
    _name(axes, simple, placed, {node: math.sqrt(area) / 2 for node, area in areas.items()}, names, room)
    legend = axes.legend(frameon=False, loc="lower center", ncol=len(by_kind), fontsize=8, borderaxespad=0.2)
    for handle in legend.legend_handles:
        handle.set_facecolor("#777777")
    if note:
        axes.text(wide / 2, high - 4, note, ha="center", va="top", fontsize=8, color="#555555")
    axes.set_xlim(0, wide)
    axes.set_ylim(0, high)


def _name(
    axes: Any,
    simple: nx.DiGraph,
    placed: Mapping[str, Spot],
    radius: Mapping[str, float],
    names: Sequence[str],
    room: Box,
) -> None:
    """Names beside their marks, the best-connected first; one that finds no room is left out."""
    texts = {node: _two_lines(str(simple.nodes[node].get("label") or node)) for node in names}
    sizes = [
        (node, max(svg.width(line, NAME) for line in text.split("\n")) + 2, 1.2 * NAME * (text.count("\n") + 1) + 1)
        for node, text in texts.items()
    ]
    under = {"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 0.4}
    for node, (left, low, right, top) in names_beside(sizes, placed, radius, simple.edges(), room).items():
        ha, x = "center", (left + right) / 2
        if left > placed[node][0]:
            ha, x = "left", left
        elif right < placed[node][0]:
            ha, x = "right", right
        y = (low + top) / 2
        axes.text(x, y, texts[node], ha=ha, va="center", fontsize=NAME, linespacing=1.1, zorder=4, bbox=under)


def _two_lines(name: str) -> str:
    return fill(name, 20, max_lines=2, placeholder=" …", break_long_words=len(name.split()) == 1)


def drawing(network: nx.MultiDiGraph) -> Figure:
    """Organisations by kind (marker) and community (colour); an arrow runs from licensor to licensee."""
    figure, axes = _map(8.2, 6.4)
    part, note = part_to_draw(collapse(network), DRAWN)
    if not len(part):
        _empty(axes, "no agreements")
        return figure
    group = communities(part)
    colours = {n: PALETTE[(int(group[n]) - 1) % (len(PALETTE) - 2)] for n in part}
    _draw(axes, part, colours, sorted(part, key=lambda n: (-part.degree(n), n)), note)
    return figure


def ego_drawing(network: nx.MultiDiGraph, center: str) -> Figure:
    """One organisation and its partners. KeyError when it is not in the network."""
    figure, axes = _map(7.2, 5.2)
    simple = collapse(network)
    ties = undirected(simple)[center]
    near = [center, *sorted(ties, key=lambda n: (-ties[n]["weight"], n))]
    kept = near[: DRAWN // 2]
    if len(kept) < 2:
        _empty(axes, "no partners")
        return figure
    part = strongest(simple.subgraph(kept), DRAWN, center)
    note = f"{len(kept) - 1} of {len(near) - 1} partners (those with most agreements)" if len(near) > len(kept) else ""
    _draw(axes, part, {n: PALETTE[5] if n == center else PALETTE[0] for n in part}, kept, note)
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
    room = 72 * axes.figure.get_size_inches()[0] - max(svg.width(short(r, 34), 9) for r in rows) - 40
    crowded = max(svg.width(c, 9) for c in columns) + 6 > room / len(columns)
    axes.set_xticks(range(len(columns)), columns)
    if crowded:
        axes.tick_params(axis="x", rotation=35)
        for text in axes.get_xticklabels():
            text.set(ha="right", rotation_mode="anchor")
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
    axes.set_xlim(-0.6, max(len(ks), 5) - 0.4)  # one shell is a bar too, no wall
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


def indication_phase(counts: Mapping[tuple[str, str], int]) -> Figure:
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


COLUMNS = 7  # most organisations of a chain drawn side by side


def sublicence_chains(network: nx.MultiDiGraph, most: int = 8) -> Figure:
    """The longest sublicence chains, owner of the rights at the left; of very long ones the middle is left out."""
    found = sorted(chains(network), key=lambda c: (-len(c[0]), c))
    shown = [_steps(network, members, keys) for members, keys in found[:most]]
    longest = max((len(steps) for steps in shown), default=0)
    figure, axes = _figure(max(7.2, 1.7 * longest), max(1.6, 0.66 * len(shown) + 0.5))
    if not shown:
        _empty(axes, "no sublicence chain")
        return figure
    axes.set_axis_off()
    box = {"boxstyle": "round,pad=0.3", "fc": "#eef4fa", "ec": PALETTE[0], "lw": 0.8}
    arrow = {"arrowstyle": "->", "color": "#555555"}
    for row, steps in enumerate(shown):
        for column, (name, drugs) in enumerate(steps):
            label = fill(name, 17, max_lines=3, placeholder=" …")
            framed = None if name.startswith("…") else box
            axes.text(column, -row, label, ha="center", va="center", fontsize=7, bbox=framed, zorder=3)
            if column + 1 < len(steps):
                axes.annotate("", (column + 0.62, -row), (column + 0.38, -row), arrowprops=arrow)
                axes.text(column + 0.5, -row + 0.14, short(drugs, 14), ha="center", fontsize=6, color="#555555")
    axes.set_xlim(-0.5, longest - 0.5)
    axes.set_ylim(-len(shown) + 0.4, 0.6)
    if len(found) > len(shown):
        more = " or more" if len(found) == CHAINS else ""
        axes.set_title(f"{len(shown)} of {len(found):,}{more} chains", fontsize=8, color="#555555")
    return figure


def _steps(network: nx.MultiDiGraph, members: Sequence[str], keys: Sequence[str]) -> list[tuple[str, str]]:
    """(name, compounds of the agreement that leads on) along a chain; a step that begins with … stands for several."""
    told: list[tuple[str, str]] = []
    for node, taker, key in zip(members, members[1:], keys, strict=False):
        compounds = network.edges[node, taker, key].get("compounds") or ()
        told.append((str(network.nodes[node].get("label") or node), ", ".join(compounds)))
    told.append((str(network.nodes[members[-1]].get("label") or members[-1]), ""))
    if len(told) <= COLUMNS:
        return told
    half = COLUMNS // 2
    return [*told[:half], (f"… {len(told) - 2 * half} more …", told[-half - 1][1]), *told[-half:]]


FIGURES: dict[str, tuple[str, Callable[[nx.MultiDiGraph], Figure]]] = {
    "network": ("The network", drawing),
    "growth": ("Growth by year", growth_by_year),
    "degrees": ("Degree distribution", degree_distribution),
    "mixing": ("Who licenses to whom", mixing_matrix),
    "cores": ("k-core shells", core_blocks),
    "values": ("Stated values", value_timeline),
    "chains": ("Sublicence chains", sublicence_chains),
}
