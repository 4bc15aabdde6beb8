"""Network → how it grew: slices of years, figures by year, attachment kernel, link prediction over time.

An agreement lives from its own date (effective, else executed, else announced) for `life` years, or until it was
terminated. Undated agreements are in no slice; their number is reported by `measures.whole`.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import networkx as nx

from kg.network.collapse import collapse, undirected
from kg.network.measures import SEED, assortativity, giant, transitivity

LIFE = 5  # years an agreement is taken to be active: the window usual in studies of alliance networks


def year_of(date: object) -> int | None:
    """Year of an ISO date of any precision; None for anything else."""
    return int(date[:4]) if isinstance(date, str) and date[:4].isdigit() and len(date) >= 4 else None


def years(network: nx.MultiDiGraph) -> range:
    """From the first to the last year in which an agreement is dated; empty when none is."""
    dated = [y for _, _, d in network.edges(data=True) if (y := year_of(d.get("date"))) is not None]
    return range(min(dated), max(dated) + 1) if dated else range(0)


def slice_of(network: nx.MultiDiGraph, year: int, life: int = LIFE) -> nx.MultiDiGraph:
    """The agreements alive in `year` and their parties: begun in the `life` years up to it, not ended before it."""
    made = nx.MultiDiGraph()
    for giver, taker, key, data in network.edges(keys=True, data=True):
        begun, ended = year_of(data.get("date")), year_of(data.get("terminated"))
        if begun is None or not year - life < begun <= year or (ended is not None and ended < year):
            continue
        for node in (giver, taker):
            made.add_node(node, **network.nodes[node])
        made.add_edge(giver, taker, key=key, **data)
    return made


def growth(network: nx.MultiDiGraph, life: int = LIFE) -> list[dict[str, float | int | None]]:
    """One row per year: agreements begun, agreements alive, and the figures of the slice (`slice_of`)."""
    deals = [
        (begun, year_of(data.get("terminated")), key, giver, taker)
        for giver, taker, key, data in network.edges(keys=True, data=True)
        if (begun := year_of(data.get("date"))) is not None
    ]
    rows: list[dict[str, float | int | None]] = []
    for year in years(network):
        alive = [d for d in deals if year - life < d[0] <= year and (d[1] is None or d[1] >= year)]
        pairs = {(giver, taker) for *_, giver, taker in alive if giver != taker}
        plain = nx.Graph()
        plain.add_nodes_from(end for deal in alive for end in deal[3:])
        plain.add_edges_from(pairs)
        n = len(plain)
        rows.append(
            {
                "year": year,
                "begun": len({deal[2] for deal in deals if deal[0] == year}),
                "alive": len({key for _, _, key, *_ in alive}),
                "organisations": n,
                "density": len(pairs) / (n * (n - 1)) if n > 1 else None,
                "giant component": giant(plain),
                "transitivity": transitivity(plain),
                "degree assortativity": assortativity(plain),
            }
        )
    return rows


def attachment(network: nx.MultiDiGraph) -> list[tuple[int, int, float]]:
    """Attachment kernel (Newman 2001; Jeong, Néda & Barabási 2003): per degree k, new partners gained by organisations
    of degree k, and that number relative to what chance among the organisations then present would give."""
    events = sorted(
        (year, min(a, b), max(a, b))
        for a, b, d in network.edges(data=True)
        if a != b and (year := year_of(d.get("date"))) is not None
    )
    by_year: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for year, a, b in events:
        by_year[year].append((a, b))
    partners: dict[str, set[str]] = defaultdict(set)
    gained: Counter[int] = Counter()
    expected: dict[int, float] = defaultdict(float)
    for year in sorted(by_year):
        fresh = {pair for pair in by_year[year] if pair[1] not in partners[pair[0]]}
        present = [n for n in partners if partners[n]]
        degrees = Counter(len(partners[n]) for n in present)
        ends = [end for pair in fresh for end in pair if partners[end]]
        for end in ends:
            gained[len(partners[end])] += 1
        for degree, count in degrees.items():
            expected[degree] += len(ends) * count / len(present)
        for a, b in fresh:
            partners[a].add(b)
            partners[b].add(a)
    return [(k, gained[k], gained[k] / expected[k]) for k in sorted(expected) if expected[k] > 0]


@dataclass(frozen=True, slots=True)
class Prediction:
    """How well a score told new pairs from pairs that never came: `auc` .5 is chance."""

    score: str
    auc: float
    new_pairs: int


def predict(network: nx.MultiDiGraph, split: int, samples: int = 10_000) -> list[Prediction]:
    """Learn up to and including year `split`, test on pairs first joined after it among organisations known by then.

    AUC is the share of `samples` (new pair, random never-joined pair) draws in which the new pair scores higher, ties
    counting half; seeds are fixed. "random" is the null model. Empty when there is nothing to learn from or to test.
    """
    before, after = nx.MultiDiGraph(), []
    for a, b, key, data in network.edges(keys=True, data=True):
        year = year_of(data.get("date"))
        if year is not None and year <= split:
            before.add_edge(a, b, key=key, **data)
        elif year is not None:
            after.append((a, b))
    plain = undirected(collapse(before))
    known = sorted(plain)
    both_known = ((min(a, b), max(a, b)) for a, b in after if a in plain and b in plain and a != b)
    new = sorted({pair for pair in both_known if not plain.has_edge(*pair)})
    rng = random.Random(SEED)
    never = _never(known, plain, set(new), rng, samples)
    if not new or not never:
        return []
    tests = [(new[rng.randrange(len(new))], other) for other in never]
    made = []
    for name, score in _scores(before, plain, rng).items():
        wins = sum(1.0 if (x := score(*hit)) > (y := score(*miss)) else 0.5 if x == y else 0.0 for hit, miss in tests)
        made.append(Prediction(name, wins / len(tests), len(new)))
    return made


def _never(
    known: list[str], plain: nx.Graph, new: set[tuple[str, str]], rng: random.Random, samples: int
) -> list[tuple[str, str]]:
    """Up to `samples` pairs of known organisations that were never joined."""
    found: list[tuple[str, str]] = []
    for _ in range(20 * samples):
        if len(found) == samples or len(known) < 2:
            break
        a, b = sorted(rng.sample(known, 2))
        if not plain.has_edge(a, b) and (a, b) not in new:
            found.append((a, b))
    return found


def _scores(before: nx.MultiDiGraph, plain: nx.Graph, rng: random.Random) -> dict[str, Callable[[str, str], float]]:
    fields: dict[str, set[str]] = defaultdict(set)
    for a, b, data in before.edges(data=True):
        for node in (a, b):
            fields[node].update(data.get("indications") or ())

    def adamic_adar(a: str, b: str) -> float:
        return float(sum(score for _, _, score in nx.adamic_adar_index(plain, [(a, b)])))

    def preferential(a: str, b: str) -> float:
        return float(plain.degree(a) * plain.degree(b))

    def katz(a: str, b: str) -> float:
        """Katz 1953 cut after paths of length three, with beta .05."""
        near, far = set(plain[a]), set(plain[b])
        threes = sum(len(far.intersection(plain[n])) for n in near)
        return 0.05**2 * len(near & far) + 0.05**3 * threes

    def shared_fields(a: str, b: str) -> float:
        either = fields[a] | fields[b]
        return len(fields[a] & fields[b]) / len(either) if either else 0.0

    return {
        "Adamic-Adar": adamic_adar,
        "Katz (to length 3)": katz,
        "preferential attachment": preferential,
        "common indications": shared_fields,
        "random": lambda a, b: rng.random(),
    }
