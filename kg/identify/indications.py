"""Indications with vocabulary ids → one node for each disease, and the diseases above it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from kg.model.identity import Link


def by_id(ids: Mapping[str, Iterable[str]], slug_of: Callable[[str], str]) -> list[Link]:
    """Links of indications that match the same vocabulary term; `ids` maps nodes to IRIs of terms.

    A node that matches two terms of one vocabulary is vague and joins nothing. The node that bears the term's own label
    (`slug_of` a term's IRI, "" if unknown) stands for the others.
    """
    bearers: dict[str, list[str]] = defaultdict(list)
    for node in sorted(ids):
        terms = sorted(set(ids[node]))
        vocabularies = [term.rpartition("_")[0] or term.rpartition("/")[0] for term in terms]
        if len(set(vocabularies)) == len(terms):
            for term in terms:
                bearers[term].append(node)
    links = set()
    for term, nodes in bearers.items():
        label = slug_of(term)
        head = min(nodes, key=lambda node: (node.rpartition("/")[2] != label, node))
        links |= {Link(node, head, "", 1.0, (f"matches {term.rpartition('/')[2]}",)) for node in nodes if node != head}
    return sorted(links)
