"""Links and judgements → clusters with one canonical node each; the order of links never shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kg.identify.judgements import check
from kg.model.identity import Judgement, Link

Rank = Callable[[str], tuple[object, ...]]


class Clusters:
    """Connected components in which no two nodes are "different" or bear two identifiers of one scheme.

    `identifier` gives the identifiers of a node, "scheme:value" each and parted by blanks; "" for none.
    """

    def __init__(self, different: Iterable[tuple[str, str]] = (), identifier: Callable[[str], str] = lambda node: ""):
        self._parent: dict[str, str] = {}
        self._enemies: dict[str, set[str]] = {}
        self._ids: dict[str, dict[str, str]] = {}  # representative → scheme → identifier
        self._identifier = identifier
        for left, right in different:
            self._enemies.setdefault(left, set()).add(right)
            self._enemies.setdefault(right, set()).add(left)

    def find(self, node: str) -> str:
        """The representative of the node's cluster (any node of it)."""
        parent = self._parent
        if node not in parent:
            parent[node] = node
            if found := self._identifier(node):
                self._ids[node] = {one.partition(":")[0]: one for one in found.split()}
            return node
        root = node
        while parent[root] != root:
            root = parent[root]
        while parent[node] != root:
            parent[node], node = root, parent[node]
        return root

    def join(self, left: str, right: str, *, force: bool = False) -> bool:
        """Make one cluster of two; False when they are different, or have two identifiers and `force` is not set."""
        one, other = self.find(left), self.find(right)
        if one == other:
            return True
        if any(self.find(enemy) == other for enemy in self._enemies.get(one, ())):
            return False
        ids, others = self._ids.get(one, {}), self._ids.get(other, {})
        if not force and any(others.get(scheme, value) != value for scheme, value in ids.items()):
            return False
        self._parent[other] = one
        if others:
            self._ids[one] = others | {s: min(v, others.get(s, v)) for s, v in ids.items()}
        if other in self._enemies:
            self._enemies.setdefault(one, set()).update(self._enemies.pop(other))
        return True

    def members(self) -> dict[str, list[str]]:
        """Representative → its nodes, sorted."""
        found: dict[str, list[str]] = {}
        for node in sorted(self._parent):
            found.setdefault(self.find(node), []).append(node)
        return found


def cluster(
    links: Iterable[Link], judgements: Iterable[Judgement], rank: Rank, identifier: Callable[[str], str]
) -> dict[str, str]:
    """Node → canonical node, for nodes that are not canonical themselves.

    Judgements go first, then links by falling score; a link that would join what was judged different, or two
    identifiers of one scheme (two CIKs), is left out. The canonical node is the first of its cluster by `rank`.
    """
    decided = list(judgements)
    check(decided)
    made = Clusters(((j.left, j.right) for j in decided if j.verdict == "different"), identifier)
    for judgement in decided:
        if judgement.verdict == "same":
            made.join(judgement.left, judgement.right, force=True)
    for link in sorted((link for link in links if not link.filing), key=lambda link: (-link.score, link)):
        made.join(link.node, link.target)
    found: dict[str, str] = {}
    for nodes in made.members().values():
        canonical = min(nodes, key=rank)
        found.update((node, canonical) for node in nodes if node != canonical)
    return found


def follow(links: Iterable[Link], everywhere: Mapping[str, str], judgements: Iterable[Judgement]) -> list[Link]:
    """Links of single filings with canonical targets, without those that a judgement denies."""
    denied = {frozenset((j.left, j.right)) for j in judgements if j.verdict == "different"}
    kept = []
    for link in links:
        target = everywhere.get(link.target, link.target)
        if link.filing and not {frozenset((link.node, link.target)), frozenset((link.node, target))} & denied:
            kept.append(Link(link.node, target, link.filing, link.score, link.reasons))
    return kept
