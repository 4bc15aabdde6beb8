"""Texts written for this project, each with the licences it states → the weights of the licence network.

    pip install -e ".[train]"
    python scripts/train_words.py FOLDER  (once; its numbers are in training/words.npz)
    python scripts/train_licence_network.py [--folds HAND,HAND …] [--to kg/extract/data/licence-network.npz]

Reads the texts of `train_licences.py` and makes the same rows of them. `--folds` trains without the hands that are
named, prints how the linear model, the network and both together order the pairs of those hands, and how to weigh the
two. Fixed seeds, one process and one thread a network: the same machine makes the same weights.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

import numpy as np
import torch
from scipy.optimize import minimize
from torch import Tensor, nn
from train_licences import Row, everything, fit
from train_words import PATH as VECTORS
from train_words import STEP, WIDTH

from kg.extract.licence_network import PATH, UNKNOWN
from kg.extract.licence_sequence import GIVER, NOWHERE, PARTS, TAKER, said
from kg.extract.scorer import SCALE

STATES, SMALL, FAR, TOLD, HIDDEN = 64, 16, 8, 32, 64
ROUNDS, RATE, DECAY, BATCH, HIDDEN_WORDS = 9, 4e-3, 5e-2, 96, 0.2
"""`HIDDEN_WORDS`: the share of words that a round of training does not show, so that no single word decides."""
SEEDS = (0, 1)
"""One network each; their margins are averaged."""
LEAST = 3
"""A word, class or feature must stand in so many rows to be learned."""
UNTOLD = 0.3
"""How large the first numbers of a word are that has none of `train_words.py`."""
STEPS = 127
"""The numbers of a word are stored as so many steps up and down, of a size of its own."""
Coded = tuple[list[list[int]], list[list[int]], list[np.ndarray], np.ndarray]


class Names:
    """Word, class and feature → number, in the order of their frequency."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.words = _common(word for row in rows for word in row.words.words)
        self.words += sorted(vectors().keys() - set(self.words))
        self.kinds = _common(kind for row in rows for kind in row.words.kinds)
        self.said = _common(feature for row in rows for feature in said(row.features))

    def coded(self, rows: Sequence[Row]) -> Coded:
        """The rows as numbers: words, classes, (part, distances) and other features."""
        words = {word: i for i, word in enumerate(self.words, UNKNOWN + 1)}
        kinds = {kind: i for i, kind in enumerate(self.kinds, 1)}
        told = {feature: i for i, feature in enumerate(self.said)}
        features = np.zeros((len(rows), len(told)), np.float32)
        for number, row in enumerate(rows):
            features[number, [told[f] for f in said(row.features) if f in told]] = 1
        return (
            [[words.get(word, UNKNOWN) for word in row.words.words] for row in rows],
            [[kinds.get(kind, 0) for kind in row.words.kinds] for row in rows],
            [np.array([row.words.parts, row.words.to_giver, row.words.to_taker]) for row in rows],
            features,
        )


def _common(names: object) -> list[str]:
    counts = Counter(names)  # type: ignore[call-overload]  # an iterable of words
    return [name for name, count in counts.most_common() if count >= LEAST and name]


@cache
def vectors() -> dict[str, np.ndarray]:
    """Word → the numbers it begins with."""
    with np.load(VECTORS) as stored:
        return dict(zip(bytes(stored["words"]).decode().split("\n"), stored["vectors"] / STEP, strict=True))


class Net(nn.Module):
    """The network of `kg.extract.licence_network`, with what training needs."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self.word = nn.Embedding(len(names.words) + 2, WIDTH, padding_idx=0)
        self.part, self.kind = nn.Embedding(PARTS, SMALL), nn.Embedding(len(names.kinds) + 1, SMALL)
        self.giver, self.taker = nn.Embedding(NOWHERE + 1, FAR), nn.Embedding(NOWHERE + 1, FAR)
        self.read = nn.LSTM(WIDTH + 2 * SMALL + 2 * FAR, STATES, bidirectional=True, batch_first=True)
        self.look = nn.Linear(2 * STATES, 1, bias=False)
        self.said = nn.Linear(len(names.said), TOLD)
        self.hidden, self.out = nn.Linear(8 * STATES + TOLD, HIDDEN), nn.Linear(HIDDEN, 1)
        self.drop, self.less = nn.Dropout(0.5), nn.Dropout(0.3)
        with torch.no_grad():
            self.word.weight[UNKNOWN:] *= UNTOLD
            for number, word in enumerate(names.words, UNKNOWN + 1):
                if word in vectors():
                    self.word.weight[number] = torch.from_numpy(vectors()[word])

    def forward(self, words: Tensor, kinds: Tensor, places: Tensor, told: Tensor) -> Tensor:
        """Margins of a batch; lines are filled up with 0 at their ends."""
        part = places[:, 0]
        there = (words > 0).unsqueeze(-1)
        if self.training:
            hidden = (torch.rand(words.shape) < HIDDEN_WORDS) & (part % 4 == 0) & (words > 0)
            words = words.masked_fill(hidden, UNKNOWN)
        near = (self.giver(places[:, 1]), self.taker(places[:, 2]))
        embedded = (self.word(words), self.part(part), self.kind(kinds), *near)
        line = nn.utils.rnn.pack_padded_sequence(
            self.drop(torch.cat(embedded, -1)), there.sum((1, 2)), batch_first=True, enforce_sorted=False
        )
        states = nn.utils.rnn.pad_packed_sequence(self.read(line)[0], batch_first=True)[0]
        nothing = (~there) * -1e9
        looked = (torch.softmax(self.look(states) + nothing, 1) * states).sum(1)
        sides = [self._mean(states, (part % 4 == side) & there.squeeze(-1)) for side in (GIVER, TAKER)]
        seen = [self.drop(x) for x in ((states + nothing).max(1)[0], looked, *sides)]
        found = torch.relu(self.hidden(torch.cat([*seen, torch.relu(self.said(told))], -1)))
        return self.out(self.less(found)).squeeze(-1)

    @staticmethod
    def _mean(states: Tensor, chosen: Tensor) -> Tensor:
        marked = chosen.unsqueeze(-1).float()
        return (states * marked).sum(1) / marked.sum(1).clamp(min=1)

    def arrays(self) -> dict[str, np.ndarray]:
        """The weights by the names that reading uses."""
        size = STATES
        found = {name: getattr(self, name).weight for name in ("word", "part", "kind", "giver", "taker")}
        for way, end in (("forth", ""), ("back", "_reverse")):
            found[f"{way}_in"] = getattr(self.read, f"weight_ih_l0{end}").T
            found[f"{way}_state"] = getattr(self.read, f"weight_hh_l0{end}").T
            found[f"{way}_bias"] = getattr(self.read, f"bias_ih_l0{end}") + getattr(self.read, f"bias_hh_l0{end}")
            assert found[f"{way}_state"].shape == (size, 4 * size)
        found["look"], found["out"], found["out_bias"] = self.look.weight[0], self.out.weight[0], self.out.bias[0]
        for name in ("said", "hidden"):
            found[name], found[f"{name}_bias"] = getattr(self, name).weight.T, getattr(self, name).bias
        stored = {name: array.detach().numpy().astype(np.float16) for name, array in found.items()}
        size = np.maximum(1e-4, np.abs(stored["word"]).max(axis=1, keepdims=True) / STEPS)
        return stored | {"word": np.round(stored["word"] / size).astype(np.int8), "word_size": size}


def batch(coded: Coded, chosen: Sequence[int]) -> tuple[Tensor, ...]:
    """Rows as tensors of equal length."""
    words, kinds, places, told = coded
    longest = max(len(words[i]) for i in chosen)
    line, kind = np.zeros((len(chosen), longest), int), np.zeros((len(chosen), longest), int)
    place = np.zeros((len(chosen), 3, longest), int)
    for row, i in enumerate(chosen):
        line[row, : len(words[i])], kind[row, : len(words[i])] = words[i], kinds[i]
        place[row, :, : len(words[i])] = places[i]
    return tuple(map(torch.from_numpy, (line, kind, place, told[list(chosen)])))


def train(rows: Sequence[Row], names: Names, seed: int) -> Net:
    """A network that has read the rows `ROUNDS` times."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    coded, true = names.coded(rows), torch.tensor([float(row.true) for row in rows])
    net = Net(names)
    steps = ROUNDS * -(-len(rows) // BATCH)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    net.train()
    for number in range(ROUNDS):
        order = sorted(range(len(rows)), key=lambda i: len(coded[0][i]) + chance.random() * 8)
        batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
        chance.shuffle(batches)
        lost = 0.0
        for chosen in batches:
            optimizer.zero_grad()
            loss = nn.functional.binary_cross_entropy_with_logits(net(*batch(coded, chosen)), true[chosen])
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            lost += loss.item() * len(chosen)
        print(f"seed {seed}, round {number + 1}: loss {lost / len(rows):.4f}", flush=True)
    return net.eval()


def learned(given: tuple[Sequence[Row], Names, int]) -> Net:
    """What `train` makes, in a process of its own."""
    torch.set_num_threads(1)
    return train(*given)


def all_trained(rows: Sequence[Row], names: Names) -> list[Net]:
    """A network for each seed, side by side."""
    with ProcessPoolExecutor(len(SEEDS)) as pool:
        return list(pool.map(learned, [(rows, names, seed) for seed in SEEDS]))


def margins(net: Net, names: Names, rows: Sequence[Row]) -> np.ndarray:
    """What a network says of rows."""
    coded = names.coded(rows)
    with torch.no_grad():
        parts = [net(*batch(coded, range(i, min(i + 256, len(rows))))) for i in range(0, len(rows), 256)]
    return np.concatenate([part.numpy() for part in parts])


def ordered(score: np.ndarray, true: np.ndarray) -> float:
    """Average precision."""
    hits = true[np.argsort(-score, kind="stable")]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits > 0].mean())


def folds(rows: Sequence[Row], hands: Sequence[str], held: set[str]) -> None:
    """How the models do on hands that they have not learned from."""
    known = [row for row, hand in zip(rows, hands, strict=True) if hand not in held]
    fresh = [row for row, hand in zip(rows, hands, strict=True) if hand in held]
    true = np.array([float(row.true) for row in fresh])
    weights, names = fit(known), Names(known)
    line = np.array([sum(weights.get(f, 0) for f in row.features) / SCALE for row in fresh])
    net = np.mean([margins(made, names, fresh) for made in all_trained(known, names)], axis=0)
    table = np.stack((line, net, np.ones_like(line)), axis=1)
    best = minimize(lambda w: np.logaddexp(0, -(2 * true - 1) * (table @ w)).sum(), np.array([0.5, 0.5, 0.0])).x
    print(f"{sorted(held)}: {len(fresh)} rows, {int(true.sum())} true")
    print(f"average precision: linear {ordered(line, true):.3f}, network {ordered(net, true):.3f}, "
          f"both {ordered(table @ best, true):.3f}; weights {np.round(best, 2)}")  # fmt: skip


def save(path: Path, names: Names, nets: Sequence[Net]) -> None:
    """All that reading needs, in one file."""
    lists = {"words": names.words, "kinds": names.kinds, "said": names.said}
    stored = {kind: np.frombuffer("\n".join(known).encode(), np.uint8) for kind, known in lists.items()}
    for number, net in enumerate(nets):
        stored |= {f"{number}/{name}": array for name, array in net.arrays().items()}
    np.savez_compressed(path, **stored)
    print(f"{path.name}: {len(names.words)} words, {path.stat().st_size} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=PATH)
    parser.add_argument("--folds", nargs="*", default=[], metavar="HAND,HAND")
    args = parser.parse_args()
    texts, rows = everything()
    for group in args.folds:
        folds(rows, [texts[row.text].hand for row in rows], set(group.split(",")))
    if not args.folds:
        names = Names(rows)
        save(args.to, names, all_trained(rows, names))


if __name__ == "__main__":
    main()
