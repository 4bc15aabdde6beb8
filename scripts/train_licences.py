"""Texts written for this project, each with the licences it states → the weights of the model `licence`.

    python scripts/train_licences.py [--folds] [--to kg/extract/data/licence-scorer.tsv.xz]

Reads `training/licences-*.txt` (one text a line: filer | text | `Licensor > Licensee …`), the passages of
`tests/passages/licences-*-read.txt` and the whole submissions of `tests/gold`, `gold-2`, `gold-5`, `gold-7`, `gold-9`
and `gold-11`. Each text is made a filing and read by the frames; each ordered pair of organisations in a sentence is a
row, true when the text states that licence. What the frames say of texts they were written with (the passages, all
submissions but `gold-2`, `-7`, `-9` and `-11`) is hidden from the model. `--folds` prints how a model trained on all
hands but one does on that one. Nothing is random: same texts, same weights.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fitting
import numpy as np
from fitting import ROOT, measured

from kg.extract.document import read_context
from kg.extract.licence_discourse import Reader
from kg.extract.licence_event import Event
from kg.extract.licence_features import tokens
from kg.extract.licence_resolve import Resolver
from kg.extract.licence_rules import NEGATIVE
from kg.extract.licence_sentence import Sentence
from kg.extract.licence_sequence import Words, after, before, sequence
from kg.extract.licence_weigh import Pair
from kg.extract.mention_reading import read_mentions
from kg.extract.scorer import SCALE, path_of
from kg.names import org_key
from kg.parse import read_filing, read_submissions

FACT = re.compile(
    r"(.+?) > (.+?)"
    r"(?: (?:option|sublicense|collaboration|assignment|license|proposed|terminated|amended|executed)){0,2}"
)
TITLES = re.compile(r"^(?:(?:dr|drs|mr|mrs|ms|prof|professor) )+")
SUBMISSIONS = ("gold", "gold-2", "gold-5", "gold-7", "gold-9", "gold-11")
FRESH = ("gold-2", "gold-7", "gold-9", "gold-11")
"""Submissions of which the frames knew nothing."""
PENALTY = 6.0
STEPS = 200


@dataclass(frozen=True, slots=True)
class Text:
    """One text as a submission, the hand that wrote it, and the licences it states as (licensor, licensee)."""

    hand: str
    data: bytes
    stated: frozenset[tuple[str, str]]
    fresh: bool
    """False when the frames were written with it at hand."""


@dataclass(frozen=True, slots=True)
class Row:
    """A pair in a sentence of text number `text`."""

    text: int
    pair: tuple[str, str]
    features: frozenset[str]
    words: Words
    true: bool


def key(name: str) -> str:
    """A name as pairs are compared by it."""
    return TITLES.sub("", org_key(name))


def lines(path: Path) -> Iterator[Text]:
    """The texts of one hand."""
    for number, filer, text, facts in fitting.lines(path):
        pairs: set[tuple[str, str]] = set()
        for fact in facts.split(" ; ") if facts != "-" else []:
            match = FACT.fullmatch(fact.strip())
            if not match:
                raise SystemExit(f"{path.name}, line {number + 1}: {fact!r} is no “Licensor > Licensee”")
            pairs |= {(key(a), key(b)) for a in match[1].split(" + ") for b in match[2].split(" + ")}
        yield Text(path.stem, fitting.filing(number, filer, text), frozenset(pairs), True)


def denied() -> Iterator[Text]:
    """The negative examples of the rules."""
    for number, sentence in enumerate(NEGATIVE):
        yield Text("rules", fitting.filing(number, "Norwell Therapeutics, Inc.", sentence), frozenset(), False)


def stated(facts: dict[str, Any]) -> frozenset[tuple[str, str]]:
    """Who licenses to whom by a list of facts."""
    return frozenset(
        (key(a), key(b))
        for licence in facts["licenses"]
        for a in measured.names(licence["licensor"])
        for b in measured.names(licence["licensee"])
    )


def passages(path: Path) -> Iterator[Text]:
    """The passages of one hand."""
    for data, facts in measured.passages(path):
        yield Text(path.stem, data, stated(facts), False)


def submissions(folder: Path) -> Iterator[Text]:
    """Whole submissions; each hand begins the names of its files with a sign of its own."""
    for path, (data, facts) in zip(sorted(folder.glob("*.txt")), measured.submissions(folder), strict=True):
        yield Text(path.name.split("-")[0], data, stated(facts), folder.name in FRESH)


class Observer(Reader):
    """Reads with the frames alone and keeps what the model would look at."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]  # as the reader's
        self.seen: list[tuple[Pair, set[str], Words]] = []

    def _resolved(self, sentence: Sentence) -> list[Event]:
        events = Resolver._resolved(self, sentence)
        line = tokens(sentence)
        pairs = self.looked_at(sentence, events, line)
        earlier, later = (seek(self.context, self.mentions, sentence) if pairs else None for seek in (before, after))
        self.seen += [(pair, seen, sequence(line, earlier, *pair, later)) for pair, seen in pairs]
        return events


def rows_of(number: int, text: Text) -> Iterator[Row]:
    """The pairs of one text; those of a text the frames were written with do not tell what the frames say."""
    for filing in read_submissions(text.data, ""):
        read = read_filing(filing)
        context = read_context(read)
        reader = Observer(context, read_mentions(context))
        for document in context.read.texts:
            reader.read(document)
        for (giver, taker), seen, words in reader.seen:
            pair = (key(giver.name), key(taker.name))
            if not text.fresh:
                seen = {f for f in seen if not f.startswith("frame:")} | {"frame:hidden"}
            yield Row(number, pair, frozenset(seen), words, pair in text.stated)


def fit(rows: Sequence[Row]) -> dict[str, int]:
    """Feature → weight in hundredths."""
    return fitting.fit([row.features for row in rows], [row.true for row in rows], PENALTY, STEPS)


def folds(rows: Sequence[Row], texts: Sequence[Text]) -> None:
    """For each hand: precision and recall of pairs by a model of the other hands, at several thresholds."""
    for hand in sorted({t.hand for t in texts if t.fresh}):
        weights = fit([r for r in rows if texts[r.text].hand != hand])
        best: dict[tuple[int, tuple[str, str]], float] = defaultdict(lambda: -99.0)
        for row in rows:
            if texts[row.text].hand == hand:
                margin = sum(weights.get(f, 0) for f in row.features) / SCALE
                best[row.text, row.pair] = max(best[row.text, row.pair], margin)
        total = sum(len(t.stated) for t in texts if t.hand == hand) or 1
        for chance in (0.3, 0.5, 0.65, 0.8):
            level = np.log(chance / (1 - chance))
            said = [k for k, m in best.items() if m >= level and m > best.get((k[0], k[1][::-1]), -99)]
            hits = sum(k[1] in texts[k[0]].stated for k in said)
            print(f"{hand:16} p ≥ {chance:.2f}  precision {hits / max(1, len(said)):.3f}  recall {hits / total:.3f}")


def everything() -> tuple[list[Text], list[Row]]:
    """All texts to learn from, with their rows."""
    texts = [t for path in sorted((ROOT / "training").glob("licences-*.txt")) for t in lines(path)]
    texts += [t for path in sorted((ROOT / "tests" / "passages").glob("licences-*-read.txt")) for t in passages(path)]
    texts += [t for folder in SUBMISSIONS for t in submissions(ROOT / "tests" / folder)]
    texts += denied()
    rows = [row for number, text in enumerate(texts) for row in rows_of(number, text)]
    known, true = sum(len(t.stated) for t in texts), sum(row.true for row in rows)
    print(f"{len(texts)} texts, {known} licences, {len(rows)} rows, {true} true")
    return texts, rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=path_of("licence"))
    parser.add_argument("--folds", action="store_true")
    args = parser.parse_args()
    texts, rows = everything()
    if args.folds:
        folds(rows, texts)
    weights = fit(rows)
    fitting.save({feature: (weight,) for feature, weight in weights.items()}, args.to)


if __name__ == "__main__":
    main()
