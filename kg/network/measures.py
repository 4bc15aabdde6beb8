"""Network → a table of figures per organisation and a list of figures of the whole.

Every measure says how it treats direction, weights, parallel edges and undated agreements in `MEASURES`. All work on
the collapsed graph (`collapse`): parallel agreements are one edge of that weight, self-licences are dropped, undated
agreements count like any other (slices by time leave them out).
"""

from __future__ import annotations

import heapq
import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import networkx as nx

from kg.network import fast
from kg.network.collapse import collapse, undirected

Score = dict[str, float]

SAMPLED_ABOVE = 2000  # nodes; above, betweenness is estimated from this many pivots
PIVOTS = 100
SEED = 20_260_101


def degree_in(simple: nx.DiGraph) -> Score:
    """Number of distinct licensors."""
    return {n: float(d) for n, d in simple.in_degree()}


def degree_out(simple: nx.DiGraph) -> Score:
    """Number of distinct licensees."""
    return {n: float(d) for n, d in simple.out_degree()}


def strength_in(simple: nx.DiGraph) -> Score:
    """Stated USD of agreements as licensee."""
    return {n: float(d) for n, d in simple.in_degree(weight="value")}


def strength_out(simple: nx.DiGraph) -> Score:
    """Stated USD of agreements as licensor."""
    return {n: float(d) for n, d in simple.out_degree(weight="value")}


def pagerank(simple: nx.DiGraph) -> Score:
    """Brin & Page 1998, damping .85, along licensor → licensee."""
    return dict(nx.pagerank(simple, weight="weight")) if len(simple) else {}


def is_sampled(simple: nx.DiGraph) -> bool:
    """True for a network so large that betweenness is an estimate."""
    return len(simple) > SAMPLED_ABOVE


def betweenness(simple: nx.DiGraph) -> Score:
    """Freeman 1977 on directed shortest paths; estimated from pivots in large graphs (Brandes & Pich 2007)."""
    pivots = random.Random(SEED).sample(sorted(simple), PIVOTS) if is_sampled(simple) else None
    return fast.betweenness(simple, pivots)


def constraint(simple: nx.DiGraph) -> Score:
    """Burt 1992, weighted by agreements, direction ignored; isolated organisations have none."""
    return fast.constraint(undirected(simple))


def effective_size(simple: nx.DiGraph) -> Score:
    """Burt 1992 in Borgatti's form (1997): partners less the mean ties among them; isolated ones have none."""
    plain = undirected(simple)
    return {n: d - 2 * t / d for n, t in fast.triangles(plain).items() if (d := plain.degree(n))}


def k_core(simple: nx.DiGraph) -> Score:
    """Largest k such that the organisation lies in the k-core (Seidman 1983), direction ignored."""
    return {n: float(k) for n, k in nx.core_number(undirected(simple)).items()}


def clustering(simple: nx.DiGraph) -> Score:
    """Watts & Strogatz 1998, unweighted, direction ignored."""
    plain = undirected(simple)
    pairs = {n: d * (d - 1) / 2 for n, d in plain.degree()}
    return {n: t / pairs[n] if pairs[n] else 0.0 for n, t in fast.triangles(plain).items()}


def transitivity(plain: nx.Graph) -> float | None:
    """Share of two-paths that are closed (Newman, Watts & Strogatz 2002); None without edges."""
    if not plain.number_of_edges():
        return None
    paths = sum(d * (d - 1) / 2 for _, d in plain.degree())
    return sum(fast.triangles(plain).values()) / paths if paths else 0.0


def communities(simple: nx.DiGraph) -> Score:
    """Leiden (Traag et al. 2019) with igraph, else Louvain (Blondel et al. 2008); 1 is the largest community."""
    parts = fast.communities(undirected(simple), SEED)
    ordered = sorted(parts, key=lambda part: (-len(part), min(part)))
    return {node: float(number) for number, part in enumerate(ordered, 1) for node in part}


def bow_tie(simple: nx.DiGraph) -> dict[str, str]:
    """Broder et al. 2000: core (largest strongly connected component), in, out, tendril, or disconnected.

    Where no two organisations reach each other there is no core, and nothing lies beside it.
    """
    if not len(simple):
        return {}
    core = max(nx.strongly_connected_components(simple), key=lambda part: (len(part), min(part)))
    if len(core) < 2:
        return {}
    seed = min(core)
    downstream, upstream = nx.descendants(simple, seed) | core, nx.ancestors(simple, seed) | core
    joined = nx.node_connected_component(simple.to_undirected(as_view=True), seed)
    return {
        node: "core"
        if node in core
        else "out"
        if node in downstream
        else "in"
        if node in upstream
        else "tendril"
        if node in joined
        else "disconnected"
        for node in simple
    }


def brokerage(simple: nx.DiGraph, kind: str = "kind") -> dict[str, dict[str, int]]:
    """Gould & Fernandez 1989: open two-paths a → b → c without a → c, counted for b by the kinds of a, b and c.

    coordinator AAA, itinerant ABA, gatekeeper ABB (b admits a's into its kind), representative AAB, liaison ABC.
    """
    group = {n: simple.nodes[n].get(kind) for n in simple}
    found: dict[str, dict[str, int]] = {}
    for b in simple:
        counts: Counter[str] = Counter()
        for a in simple.predecessors(b):
            for c in simple.successors(b):
                if a != c and not simple.has_edge(a, c):
                    counts[_role(group[a], group[b], group[c])] += 1
        found[b] = {r: counts[r] for r in ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")}
    return found


def _role(a: Any, b: Any, c: Any) -> str:
    if a == b == c:
        return "coordinator"
    if a == c:
        return "itinerant"
    if b == c:
        return "gatekeeper"
    return "representative" if a == b else "liaison"


def core_periphery(simple: nx.DiGraph) -> tuple[Score, float]:
    """Borgatti & Everett 2000, discrete model, direction ignored: 1.0 for the core, and the fit (Pearson's r).

    For each size of the core the pattern fits best where its members touch the most pairs. They are added one by one,
    always who touches most that nobody in the core yet touches (Nemhauser et al. 1978); in small networks that nearly
    always finds the best core of all.
    """
    plain = undirected(simple)
    n, edges = len(plain), plain.number_of_edges()
    if n < 3 or edges == 0:
        return dict.fromkeys(plain, 0.0), 0.0
    pairs = n * (n - 1) / 2
    best, fit, touched, ranked = 0, -1.0, 0, []
    for k, (node, fresh) in enumerate(_covering(plain), 1):
        touched += fresh
        ranked.append(node)
        r = _correlation(pairs, edges, pairs - (n - k) * (n - k - 1) / 2, touched)
        if r > fit:
            best, fit = k, r
    core = set(ranked[:best])
    return {node: 1.0 if node in core else 0.0 for node in plain}, fit


def _covering(plain: nx.Graph) -> Iterator[tuple[Any, int]]:
    """Each organisation once, with the pairs that it touches and nobody before it: the most first, of equals the one
    whose partners have the fewest partners of their own."""
    left = dict(plain.degree())
    waiting = [(-degree, sum(left[other] for other in plain[node]), node) for node, degree in left.items()]
    heapq.heapify(waiting)
    done: set[Any] = set()
    while waiting:
        fresh, around, node = heapq.heappop(waiting)
        if node in done:
            continue
        if -fresh != left[node]:
            heapq.heappush(waiting, (-left[node], around, node))
            continue
        done.add(node)
        yield node, left[node]
        for other in plain[node]:
            if other not in done:
                left[other] -= 1


def _correlation(pairs: float, edges: float, ideal: float, both: float) -> float:
    spread = edges * (pairs - edges) * ideal * (pairs - ideal)
    return (pairs * both - edges * ideal) / math.sqrt(spread) if spread > 0 else -1.0


def mixing(simple: nx.DiGraph, kind: str = "kind") -> dict[tuple[str, str], int]:
    """Agreements by (kind of licensor, kind of licensee); Newman 2003."""
    counts: Counter[tuple[str, str]] = Counter()
    for a, b, data in simple.edges(data=True):
        pair = (str(simple.nodes[a].get(kind)), str(simple.nodes[b].get(kind)))
        counts[pair] += data["weight"]
    return dict(sorted(counts.items()))


def concentration(network: nx.MultiDiGraph) -> list[tuple[str, int, int, float]]:
    """Per indication: agreements, licensors, and the Herfindahl index of the licensors' shares (1 is a monopoly).

    An agreement counts once for each of its licensors, however many licensees it has.
    """
    given: dict[str, dict[Any, set[Any]]] = defaultdict(lambda: defaultdict(set))
    for giver, _, key, data in network.edges(keys=True, data=True):
        for disease in data.get("indications") or ():
            given[disease][giver].add(key)
    rows = []
    for disease, givers in given.items():
        total = sum(map(len, givers.values()))
        index = sum((len(keys) / total) ** 2 for keys in givers.values())
        rows.append((disease, len(set().union(*givers.values())), len(givers), index))
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def giant(plain: nx.Graph) -> float | None:
    """Share of the organisations in the largest connected part; None when there are none."""
    return max(map(len, nx.connected_components(plain))) / len(plain) if len(plain) else None


def whole(network: nx.MultiDiGraph) -> list[tuple[str, float | None]]:
    """Figures of the whole network; None where a figure is not defined (an empty or edgeless network)."""
    simple = collapse(network)
    plain = undirected(simple)
    n = len(simple)
    return [
        ("organisations", float(n)),
        ("agreements", float(len({key for _, _, key in network.edges(keys=True)}))),
        ("pairs", float(simple.number_of_edges())),
        ("self-licences", float(nx.number_of_selfloops(network))),
        ("undated agreements", float(sum(1 for _, _, d in network.edges(data=True) if not d.get("date")))),
        ("density", nx.density(simple) if n > 1 else None),
        ("reciprocity", nx.overall_reciprocity(simple) if simple.number_of_edges() else None),
        ("giant component", giant(plain)),
        ("transitivity", transitivity(plain)),
        ("degree assortativity", assortativity(plain)),
        ("kind assortativity", kind_assortativity(simple)),
        ("core-periphery fit", core_periphery(simple)[1] if plain.number_of_edges() else None),
    ]


def kind_assortativity(simple: nx.DiGraph, kind: str = "kind") -> float | None:
    """Newman 2003 over ordered pairs, unweighted; None when all are of one kind, where it is not defined."""
    pairs = Counter((simple.nodes[a].get(kind), simple.nodes[b].get(kind)) for a, b in simple.edges())
    total = pairs.total()
    given, taken = Counter[Any](), Counter[Any]()
    for (a, b), number in pairs.items():
        given[a] += number
        taken[b] += number
    by_chance = sum(given[k] * taken[k] for k in given)
    if not total or by_chance == total**2:
        return None
    alike = sum(number for (a, b), number in pairs.items() if a == b)
    return (alike * total - by_chance) / (total**2 - by_chance)


def assortativity(plain: nx.Graph) -> float | None:
    """Newman 2002; None when all ends have one degree, where the correlation is not defined."""
    degree = dict(plain.degree())
    ends = [(degree[a], degree[b]) for a, b in plain.edges()]
    ends += [(b, a) for a, b in ends]
    if not ends:
        return None
    mean = sum(a for a, _ in ends) / len(ends)
    spread = sum((a - mean) ** 2 for a, _ in ends)
    return sum((a - mean) * (b - mean) for a, b in ends) / spread if spread > 0 else None


MEASURES: dict[str, tuple[Callable[[nx.DiGraph], dict[str, Any]], str]] = {
    "in-degree": (degree_in, "directed; distinct licensors"),
    "out-degree": (degree_out, "directed; distinct licensees"),
    "value in": (strength_in, "directed; weighted by stated USD"),
    "value out": (strength_out, "directed; weighted by stated USD"),
    "pagerank": (pagerank, "directed; weighted by agreements"),
    "betweenness": (betweenness, "directed; unweighted; sampled in large networks"),
    "constraint": (constraint, "direction ignored; weighted by agreements"),
    "effective size": (effective_size, "direction ignored; unweighted"),
    "k-core": (k_core, "direction ignored; unweighted"),
    "clustering": (clustering, "direction ignored; unweighted"),
    "community": (communities, "direction ignored; weighted by agreements; fixed seed"),
    "bow-tie": (bow_tie, "directed; unweighted"),
}


def table(network: nx.MultiDiGraph, names: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """One row per organisation: iri, label, kind and the measures asked for (default all), sorted by label."""
    simple = collapse(network)
    chosen = list(names or MEASURES)
    scores = {name: MEASURES[name][0](simple) for name in chosen}
    rows = []
    for node in sorted(simple, key=lambda n: (simple.nodes[n].get("label") or n, n)):
        data = simple.nodes[node]
        row: dict[str, Any] = {"iri": node, "label": data.get("label"), "kind": data.get("kind")}
        row.update({name: scores[name].get(node) for name in chosen})
        rows.append(row)
    return rows


def rewired_z(network: nx.MultiDiGraph, measure: Callable[[nx.DiGraph], float], runs: int = 100) -> tuple[float, float]:
    """Observed value and z-score against degree-preserving rewirings (Maslov & Sneppen 2002), seeds fixed.

    Each run swaps the heads of random edge pairs ten times the number of edges, without making loops or doubles. The
    z-score is NaN when the rewired values do not vary.
    """
    simple = collapse(network)
    observed = measure(simple)
    values = [measure(_rewired(simple, random.Random(SEED + run))) for run in range(runs)]
    mean = sum(values) / runs
    spread = math.sqrt(sum((v - mean) ** 2 for v in values) / (runs - 1)) if runs > 1 else 0.0
    return observed, (observed - mean) / spread if spread > 0 else math.nan


def _rewired(simple: nx.DiGraph, rng: random.Random) -> nx.DiGraph:
    edges = sorted(simple.edges())
    present = set(edges)
    for _ in range(10 * len(edges)):
        i, j = rng.randrange(len(edges)), rng.randrange(len(edges))
        (a, b), (c, d) = edges[i], edges[j]
        if a == d or c == b or (a, d) in present or (c, b) in present:
            continue
        present -= {(a, b), (c, d)}
        present |= {(a, d), (c, b)}
        edges[i], edges[j] = (a, d), (c, b)
    made = nx.DiGraph()
    made.add_nodes_from(simple.nodes(data=True))
    made.add_edges_from(edges, weight=1, value=0.0)
    return made
