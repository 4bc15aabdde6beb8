"""Texts written for this project, each with its facts on drugs → the weights of `kg/extract/scorer.py`.

    python scripts/train_drugs.py compound [--folds] [--to FOLDER]

Reads the passages of `tests/passages/drugs-*read.txt`, those of `training/drugs-*.txt` (of the same form), the
submissions of `tests/gold`, for stages and designations also `gold-2` and `gold-3`, and for the names of drugs the
texts of `training/licences-*.txt` with the list `training/drug-names.txt`. What the rules say of a text they were
written with is hidden from the model.
`--folds` prints how a model trained on all texts but a fifth of a hand's does on these. Nothing is random.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fitting
from fitting import ROOT, measured

from kg.extract import designation_weigh, program_weigh
from kg.extract.compound_candidates import look_of
from kg.extract.compound_names import find_cues, find_names
from kg.extract.compound_weigh import looked_at, suspects, whole
from kg.extract.designations import read_designations
from kg.extract.development import read_stages
from kg.extract.document import read_context
from kg.extract.mention_reading import read_mentions
from kg.extract.program_memory import Memory, survey
from kg.extract.program_weigh import STATUSES
from kg.extract.scorer import SCALE, path_of
from kg.names import compound_key, words
from kg.parse import read_filing, read_submissions

DATA = ROOT / "kg" / "extract" / "data"
PASSAGES = ROOT / "tests" / "passages"
GOLD = {"compound": ("gold",), "program": ("gold", "gold-2", "gold-3"), "designation": ("gold", "gold-2", "gold-3")}
"""Submissions each model is trained on; more of them made the model of names less precise on the others."""
NOT_FOR_NAMES = "drugs-4"
"""Dense texts on stages, whose names are all of one kind."""
FRESH = ("drugs-2-read", "drugs-3", "licences")
"""Texts that no rule about drugs was written with."""
PENALTY = {"compound": 3.0, "program": 15.0, "designation": 15.0}


@dataclass(frozen=True, slots=True)
class Text:
    """A submission, the hand that wrote it, and its facts."""

    hand: str
    data: bytes
    facts: dict[str, Any]

    @property
    def fresh(self) -> bool:
        """Were no rules written with it?"""
        return self.hand in FRESH


@dataclass(frozen=True, slots=True)
class Row:
    """Something the model weighs, of text number `text`."""

    text: int
    what: tuple[str, ...]
    features: frozenset[str]
    true: bool


def lines(path: Path) -> Iterator[Text]:
    """The texts of a file with one text a line."""
    for number, filer, text, told in fitting.lines(path):
        facts: dict[str, list[dict[str, Any]]] = {"compounds": [], "programs": [], "designations": []}
        aliases: dict[str, list[str]] = {}
        for fact in told.split(" ; ") if told != "-" else ():
            kind, _, rest = fact.strip().partition(" ")
            parts = rest.replace("1/2", "1-2").replace("2/3", "2-3").split(" / ")
            if kind == "C":
                name, *others = rest.split(" = ")
                aliases[name] = others
            elif kind == "P":
                drug, disease, phase, status = parts
                aliases.setdefault(drug, [])
                facts["programs"].append(
                    {"compound": drug, "indication": disease, "phase": phase, "status": status}
                )
            elif kind == "D":
                name, drug, disease = parts
                aliases.setdefault(drug, [])
                disease_ = None if disease == "-" else disease
                facts["designations"].append({"kind": name, "compound": drug, "indication": disease_})
            else:
                raise SystemExit(f"{path.name}, line {number + 1}: {fact!r}")
        facts["compounds"] = [{"name": name, "aliases": others} for name, others in aliases.items()]
        yield Text(path.stem, fitting.filing(number, filer, text), facts)


def texts(model: str) -> Iterator[Text]:
    """Every text with its facts that a model is trained on."""
    for path in sorted((ROOT / "training").glob("drugs-*.txt")):
        if model != "compound" or path.stem != NOT_FOR_NAMES:
            yield from lines(path)
    for path in sorted(PASSAGES.glob("drugs-*read.txt")):
        if not path.stem.endswith("unread"):
            for data, facts in measured.passages(path):
                yield Text(path.stem, data, facts)
    for data, facts in (x for f in GOLD[model] for x in measured.submissions(ROOT / "tests" / f)):
        yield Text("gold", data, facts)


def licence_texts() -> Iterator[Text]:
    """The texts about licences, with the names of drugs in them."""
    lists: dict[str, set[str]] = {}
    for line in (ROOT / "training" / "drug-names.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, listed = line.partition(": ")
            lists[name] = set(listed.split())
    facts = {"names": lists["cap"] | lists["low"], "not": lists["not"], "unsure": lists["unsure"]}
    for path in sorted((ROOT / "training").glob("licences-[1-5].txt")):
        for number, filer, text, _ in fitting.lines(path):
            yield Text("licences", fitting.filing(number, filer, text), facts)


def names_rows(number: int, text: Text) -> Iterator[Row]:
    """The candidates for names of drugs in one text."""
    stated = {
        compound_key(name) for c in text.facts.get("compounds", ()) for name in (c["name"], *c.get("aliases", ()))
    }
    for filing in read_submissions(text.data, ""):
        context = read_context(read_filing(filing))
        firms = [party.name for party in context.read.filing.parties if party.name]
        for document in context.read.texts:
            cues = find_cues(document.text)
            found, _ = find_names(document.text, document.layout, cues, firms)
            every = suspects(document.text, cues)
            for key, rows in looked_at(context, document, whole(found, every), every, firms).items():
                for candidate, seen in rows:
                    if "names" in text.facts:
                        verdict = _listed(candidate.form, text.facts)
                        if verdict is None:
                            continue
                        true = verdict
                    else:
                        true = key in stated
                    if not text.fresh:
                        seen = {f for f in seen if not f.startswith("rule=")} | {"rule=hidden"}
                    yield Row(number, (key,), frozenset(seen), true)


def _listed(form: str, facts: dict[str, Any]) -> bool | None:
    first = form.split(" ")[0]
    if first in facts["unsure"]:
        return None
    if first in facts["names"] or first.lower() in facts["names"]:
        return True
    if first in facts["not"] or look_of(first) != "code":
        return False
    letters, joint, figures = first.partition("-")
    return bool(joint) and letters.isupper() and 1 < len(letters) < 7 and figures[:1].isdigit() and letters != "OX"


_PHASES = {"IND": "ind", "1/2": "1-2", "2/3": "2-3"}
_STOP = frozenset("a an the of in for and or with to treatment patients adult adults pediatric".split())


def _telling(name: str) -> set[str]:
    singular = (w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith(("ss", "is")) else w for w in words(name))
    return {w for w in singular if w not in _STOP}


def alike(one: str, other: str) -> bool:
    """Do two names of diseases share half of their words?"""
    first, second = _telling(one), _telling(other)
    return bool(first and second) and len(first & second) / len(first | second) >= 0.5


def contexts(text: Text) -> Iterator[tuple[Memory, dict[str, set[str]]]]:
    """Each document of a text as a memory, and every listed drug's key with the keys of all its names."""
    named = {
        compound_key(n): {compound_key(x) for x in (c["name"], *c.get("aliases", ()))}
        for c in text.facts.get("compounds", ())
        for n in (c["name"], *c.get("aliases", ()))
    }
    for filing in read_submissions(text.data, ""):
        context = read_context(read_filing(filing))
        mentions = read_mentions(context)
        for document in context.read.texts:
            if mentions.named.get(document.sequence):
                yield survey(mentions, document.sequence), named


def _is(memory: Memory, drug: str, listed: str, named: dict[str, set[str]]) -> bool:
    names = named.get(compound_key(listed), {compound_key(listed)})
    return any(compound_key(d.name) == compound_key(drug) and names & {compound_key(x) for x in (d.name, *d.aliases)}
               for d in memory.mentions.drugs)  # fmt: skip


def program_rows(number: int, text: Text) -> Iterator[Row]:
    """The triples of one text that may be stages of development; a true one's row ends with its course."""
    for memory, named in contexts(text):
        document = next(t for t in memory.mentions.context.read.texts if t.sequence == memory.sequence)
        read = read_stages(memory, document)
        for looked in program_weigh.looked_at(memory, read):
            triple = looked.triple
            drug, kind, disease = triple.drug.name, triple.cue.kind, triple.disease.ref.name
            told = [
                p
                for p in text.facts["programs"]
                if p.get("indication")
                and _PHASES.get(str(p["phase"]), str(p["phase"])) == kind
                and alike(p["indication"], disease)
                and _is(memory, drug, p["compound"], named)
            ]
            seen = looked.features
            if not text.fresh:
                seen = frozenset(f for f in seen if not f.startswith("rule:")) | {"rule:hidden"}
            what = (drug, kind, " ".join(sorted(_telling(disease))))
            yield Row(number, what, seen, bool(told))
            if told:
                of_course = program_weigh.status_features(memory, triple.number, drug, triple.cue)
                yield Row(number, (*what, "course", told[0].get("status") or "active"), of_course, True)


def designation_rows(number: int, text: Text) -> Iterator[Row]:
    """The triples of one text that may be designations."""
    for memory, named in contexts(text):
        context = memory.mentions.context
        document = next(t for t in context.read.texts if t.sequence == memory.sequence)
        read = read_designations(context, memory.mentions, {memory.sequence: memory}, document)
        for triple, seen in designation_weigh.looked_at(memory, read):
            drug, disease = triple.drug.name, triple.disease.ref.name
            true = any(
                d["kind"].lower().replace(" ", "-") == triple.cue.kind
                and (not d.get("indication") or alike(d["indication"], disease))
                and _is(memory, drug, d["compound"] or "", named)
                for d in text.facts["designations"]
            )
            if not text.fresh:
                seen = frozenset(f for f in seen if not f.startswith("rule:")) | {"rule:hidden"}
            yield Row(number, (drug, triple.cue.kind, " ".join(sorted(_telling(disease)))), seen, true)


def fit(rows: Sequence[Row], penalty: float) -> dict[str, int]:
    """Feature → weight in hundredths."""
    return fitting.fit([row.features for row in rows], [row.true for row in rows], penalty)


def folds(rows: Sequence[Row], every: Sequence[Text], penalty: float) -> None:
    """Precision and recall by a model of the other texts, at several margins; hands are cut in five parts."""
    part = {n: f"{t.hand}/{n % 5}" for n, t in enumerate(every)}
    best: dict[tuple[int, tuple[str, ...]], list[float]] = defaultdict(list)
    truth: dict[tuple[int, tuple[str, ...]], bool] = {}
    tested = [h for h in dict.fromkeys(t.hand for t in every) if h != "licences"]
    for hand in tested:
        for cut in range(5):
            weights = fit([r for r in rows if part[r.text] != f"{hand}/{cut}"], penalty)
            for row in rows:
                if part[row.text] == f"{hand}/{cut}":
                    best[row.text, row.what].append(sum(weights.get(f, 0) for f in row.features) / SCALE)
                    truth[row.text, row.what] = row.true
    for hand in tested:
        mine = [k for k in best if every[k[0]].hand == hand]
        total = sum(truth[k] for k in mine)
        for level in (-1.0, 0.0, 0.5, 1.0, 1.5):
            said = [k for k in mine if (max(best[k]) + sum(best[k]) / len(best[k])) / 2 >= level]
            hits = sum(truth[k] for k in said)
            print(
                f"{hand:16} margin ≥ {level:4.1f}  precision {hits / max(1, len(said)):.3f}  recall "
                f"{hits / max(1, total):.3f} of {total}")


def courses(rows: Sequence[Row], every: Sequence[Text], penalty: float) -> None:
    """How often a model of the other texts tells the course of a stage rightly."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for cut in range(5):
        made = {c: fit(_one_course([r for r in rows if r.text % 5 != cut], c), penalty) for c in STATUSES}
        for row in rows:
            if row.text % 5 == cut:
                best = max(STATUSES, key=lambda c: sum(made[c].get(f, 0) for f in row.features))
                hand = every[row.text].hand
                total[hand] += 1
                right[hand] += best == row.what[-1]
                ruled = next(f for f in row.features if f.startswith("rule="))
                right[hand + " rules"] += ruled[5:].startswith(row.what[-1])
    print({h: round(n / total[h.removesuffix(" rules")], 3) for h, n in right.items()})


def _one_course(rows: Sequence[Row], name: str) -> list[Row]:
    return [Row(r.text, r.what, r.features, r.what[-1] == name) for r in rows]


def write(name: str, weights: dict[str, int], folder: Path) -> None:
    """A table of weights."""
    fitting.save({feature: (weight,) for feature, weight in weights.items()}, folder / path_of(name).name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", choices=("compound", "program", "designation"))
    parser.add_argument("--to", type=Path, default=DATA)
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--penalty", type=float)
    args = parser.parse_args()
    args.penalty = args.penalty or PENALTY[args.model]
    every = [*texts(args.model), *(licence_texts() if args.model == "compound" else ())]
    make = {"compound": names_rows, "program": program_rows, "designation": designation_rows}[args.model]
    rows = [row for number, text in enumerate(every) for row in make(number, text)]
    of_course = [r for r in rows if "course" in r.what]
    rows = [r for r in rows if "course" not in r.what]
    print(f"{len(every)} texts, {len(rows)} rows, {sum(r.true for r in rows)} true")
    if args.folds:
        folds(rows, every, args.penalty)
        if of_course:
            courses(of_course, every, args.penalty)
    write(args.model, fit(rows, args.penalty), args.to)
    for name in STATUSES if of_course else ():
        write(f"course-{name}", fit(_one_course(of_course, name), args.penalty), args.to)


if __name__ == "__main__":
    main()
