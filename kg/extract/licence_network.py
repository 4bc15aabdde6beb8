"""Words of a sentence as a pair of organisations sees them → how likely the first gave the second a right.

A small recurrent network that reads the words in both directions. Its weights (`data/licence-network.npz`) are made by
`scripts/train_licence_network.py`; `docs/model-card.md` tells from what, and how it measures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.extract.licence_sequence import GIVER, TAKER, Words

PATH = Path(__file__).parent / "data" / "licence-network.npz"
UNKNOWN = 1
"""The number of a word that the network has not learned; 0 fills up lines of different length in training."""
Numbers = NDArray[np.float32]
WAYS = ("forth", "back")


@dataclass(frozen=True, slots=True)
class Network:
    """Word, class and other feature → their numbers; the weights of one or several networks that are averaged."""

    words: Mapping[str, int]
    kinds: Mapping[str, int]
    said: Mapping[str, int]
    weights: Sequence[Mapping[str, Numbers]]
    passed: Numbers
    """What the memories of all networks, forth and back, pass from word to word: (memories, states, gates)."""


@cache  # read once, however many sentences there are
def network() -> Network:
    """The network of the package."""
    with np.load(PATH) as stored:
        names = {name: bytes(stored[name]).decode().split("\n") for name in ("words", "kinds", "said")}
        arrays = {name: stored[name].astype(np.float32) for name in stored.files if "/" in name}
    for name in [name for name in arrays if name.endswith("/word_size")]:
        arrays[name.removesuffix("_size")] *= arrays.pop(name)
    for name, array in arrays.items():
        if name.endswith(("_in", "_state", "_bias")) and name.split("/")[1].startswith(WAYS):
            array *= _halves(array.shape[-1])
    many = sorted({name.split("/")[0] for name in arrays})
    weights = [{name.split("/")[1]: a for name, a in arrays.items() if name.split("/")[0] == one} for one in many]
    return Network(
        {word: i for i, word in enumerate(names["words"], UNKNOWN + 1)},
        {kind: i for i, kind in enumerate(names["kinds"], 1)},
        {feature: i for i, feature in enumerate(names["said"])},
        weights,
        np.stack([w[f"{way}_state"] for w in weights for way in WAYS]),
    )


def _halves(gates: int) -> Numbers:
    """½ for the gates that open (the first, second and fourth quarter), 1 for what they let in.

    As sigmoid(x) = ½ + ½·tanh(x/2), halved weights leave one tanh for all gates.
    """
    return np.repeat(np.array([0.5, 0.5, 1, 0.5], np.float32), gates // 4)


def margins(pairs: Sequence[tuple[Words, Sequence[str]]]) -> list[float]:
    """For pairs of one sentence, whose sequences are equally long: above 0 when a licence is more likely than not."""
    net = network()
    words = np.array([[net.words.get(word, UNKNOWN) for word in seen.words] for seen, _ in pairs])
    kinds = np.array([[net.kinds.get(kind, 0) for kind in seen.kinds] for seen, _ in pairs])
    parts = np.array([seen.parts for seen, _ in pairs])
    far = np.array([[seen.to_giver, seen.to_taker] for seen, _ in pairs])
    said = np.zeros((len(pairs), len(net.said)), np.float32)
    for row, (_, features) in enumerate(pairs):
        said[row, [net.said[f] for f in features if f in net.said]] = 1
    lines = [_embedded(w, words, kinds, parts, far) for w in net.weights]
    read = _read(net, lines)
    total = sum(_forward(w, states, parts, said) for w, states in zip(net.weights, read, strict=True))
    return [round(float(value), 4) for value in np.asarray(total) / len(net.weights)]


def _embedded(
    w: Mapping[str, Numbers], words: NDArray[Any], kinds: NDArray[Any], parts: NDArray[Any], far: NDArray[Any]
) -> Numbers:
    """All that is known of each word: (pairs, words) ×3 and (pairs, 2, words) → (pairs, words, numbers)."""
    embedded = (w["word"][words], w["part"][parts], w["kind"][kinds], w["giver"][far[:, 0]], w["taker"][far[:, 1]])
    return np.concatenate(embedded, axis=-1)


def _forward(w: Mapping[str, Numbers], states: Numbers, parts: NDArray[Any], said: Numbers) -> Numbers:
    """The states of every word, the words' parts and the other features → the margin of each pair."""
    look = states @ w["look"]
    weight = np.exp(look - np.max(look, axis=1, keepdims=True))
    looked = (states * (weight / weight.sum(axis=1, keepdims=True))[..., None]).sum(axis=1)
    sides = [_mean(states, parts % 4 == side) for side in (GIVER, TAKER)]
    told = np.maximum(0, said @ w["said"] + w["said_bias"])
    seen = np.concatenate((states.max(axis=1), looked, *sides, told), axis=-1)
    hidden = np.maximum(0, seen @ w["hidden"] + w["hidden_bias"])
    return np.asarray(hidden @ w["out"] + w["out_bias"])


def _read(net: Network, lines: Sequence[Numbers]) -> list[Numbers]:
    """The line of each network → the states of every word, as two long short-term memories have read up to it."""
    given = np.stack([
        line[:, :: 1 if way == "forth" else -1] @ w[f"{way}_in"] + w[f"{way}_bias"]
        for w, line in zip(net.weights, lines, strict=True)
        for way in WAYS
    ])  # fmt: skip — (memories, pairs, words, gates)
    states = _states(given, net.passed)
    return [np.concatenate((states[n], states[n + 1][:, ::-1]), axis=-1) for n in range(0, len(states), len(WAYS))]


def _states(given: Numbers, passed: Numbers) -> Numbers:
    """All memories step by step, side by side: what a step costs is the call, not the numbers."""
    memories, pairs, length, gates = given.shape
    size = gates // 4
    half = _halves(gates)
    rest = 1 - half
    given = np.ascontiguousarray(given.transpose(2, 0, 1, 3))
    states = np.empty((length, memories, pairs, size), np.float32)
    state, memory = np.zeros((2, memories, pairs, size), np.float32)
    passed = passed[:, None]  # one vector a product: faster than a few together, and the same for a pair in any company
    for at in range(length):
        gate = given[at]
        gate += (state[:, :, None] @ passed)[:, :, 0]
        np.tanh(gate, out=gate)
        gate *= half
        gate += rest
        memory *= gate[..., size : 2 * size]
        memory += gate[..., :size] * gate[..., 2 * size : 3 * size]
        state = np.multiply(np.tanh(memory), gate[..., 3 * size :], out=states[at])
    return states.transpose(1, 2, 0, 3)


def _mean(states: Numbers, chosen: NDArray[Any]) -> Numbers:
    """The mean state of the chosen words of each pair; zeros where there are none."""
    marked = chosen[..., None].astype(np.float32)
    return np.asarray((states * marked).sum(axis=1) / np.maximum(1, marked.sum(axis=1)))
