"""Words of a sentence as a pair of organisations sees them → how likely the first gave the second a right.

A small recurrent network that reads the words in both directions. Its weights (`data/licence-network.npz`) are made by
`scripts/train_licence_network.py`; `docs/model-card.md` tells from what, and how it measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Network:
    """Word, class and other feature → their numbers; the weights of one or several networks that are averaged."""

    words: Mapping[str, int]
    kinds: Mapping[str, int]
    said: Mapping[str, int]
    weights: Sequence[Mapping[str, Numbers]]


@cache  # read once, however many sentences there are
def network() -> Network:
    """The network of the package."""
    with np.load(PATH) as stored:
        names = {name: bytes(stored[name]).decode().split("\n") for name in ("words", "kinds", "said")}
        arrays = {name: stored[name].astype(np.float64) for name in stored.files if "/" in name}
    many = sorted({name.split("/")[0] for name in arrays})
    weights = [{name.split("/")[1]: a for name, a in arrays.items() if name.split("/")[0] == one} for one in many]
    return Network(
        {word: i for i, word in enumerate(names["words"], UNKNOWN + 1)},
        {kind: i for i, kind in enumerate(names["kinds"], 1)},
        {feature: i for i, feature in enumerate(names["said"])},
        weights,
    )


def margins(pairs: Sequence[tuple[Words, Sequence[str]]]) -> list[float]:
    """For pairs of one sentence, whose sequences are equally long: above 0 when a licence is more likely than not."""
    net = network()
    words = np.array([[net.words.get(word, UNKNOWN) for word in seen.words] for seen, _ in pairs])
    kinds = np.array([[net.kinds.get(kind, 0) for kind in seen.kinds] for seen, _ in pairs])
    parts = np.array([seen.parts for seen, _ in pairs])
    far = np.array([[seen.to_giver, seen.to_taker] for seen, _ in pairs])
    said = np.zeros((len(pairs), len(net.said)))
    for row, (_, features) in enumerate(pairs):
        said[row, [net.said[f] for f in features if f in net.said]] = 1
    total = sum(_forward(w, words, kinds, parts, far, said) for w in net.weights)
    return [round(float(value), 4) for value in np.asarray(total) / len(net.weights)]


def _forward(
    w: Mapping[str, Numbers], words: NDArray[Any], kinds: NDArray[Any], parts: NDArray[Any], far: NDArray[Any],
    said: Numbers,
) -> Numbers:  # fmt: skip — one line of shapes: (pairs, words) ×3, (pairs, 2, words), (pairs, features)
    embedded = (w["word"][words], w["part"][parts], w["kind"][kinds], w["giver"][far[:, 0]], w["taker"][far[:, 1]])
    line = np.concatenate(embedded, axis=-1)
    forth, back = _read(w, "forth", line), _read(w, "back", line[:, ::-1])[:, ::-1]
    states = np.concatenate((forth, back), axis=-1)
    weight = np.exp(states @ w["look"] - np.max(states @ w["look"], axis=1, keepdims=True))
    looked = (states * (weight / weight.sum(axis=1, keepdims=True))[..., None]).sum(axis=1)
    sides = [_mean(states, parts % 4 == side) for side in (GIVER, TAKER)]
    told = np.maximum(0, said @ w["said"] + w["said_bias"])
    seen = np.concatenate((states.max(axis=1), looked, *sides, told), axis=-1)
    hidden = np.maximum(0, seen @ w["hidden"] + w["hidden_bias"])
    return np.asarray(hidden @ w["out"] + w["out_bias"])


def _read(w: Mapping[str, Numbers], way: str, line: Numbers) -> Numbers:
    """A long short-term memory over the words; the states of every word."""
    return np.stack(list(_states(line @ w[f"{way}_in"] + w[f"{way}_bias"], w[f"{way}_state"])), axis=1)


def _states(given: Numbers, passed: Numbers) -> Iterator[Numbers]:
    size = passed.shape[0]
    state, memory = np.zeros((len(given), size)), np.zeros((len(given), size))
    for at in range(given.shape[1]):
        gates = given[:, at] + state @ passed
        keep, forget, send = (_open(gates[:, n * size : (n + 1) * size]) for n in (0, 1, 3))
        memory = forget * memory + keep * np.tanh(gates[:, 2 * size : 3 * size])
        state = send * np.tanh(memory)
        yield state


def _open(gate: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-np.clip(gate, -30, 30))))


def _mean(states: Numbers, chosen: NDArray[Any]) -> Numbers:
    """The mean state of the chosen words of each pair; zeros where there are none."""
    marked = chosen[..., None].astype(float)
    return np.asarray((states * marked).sum(axis=1) / np.maximum(1, marked.sum(axis=1)))
