"""Sentence → mentions of chemicals and diseases, by a conditional random field with vocabulary features.

The model (`data/tagger*.crfsuite.xz`, made by `scripts/train_tagger.py`, described in `docs/model-card.md`) reads two
things of a document: the sentence at hand, and what a first reading found about the same words nearby. It proposes;
rules decide.
"""

from __future__ import annotations

import lzma
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pycrfsuite

from kg.extract.diseases import disease_index
from kg.extract.indications import long_form
from kg.extract.late import late
from kg.extract.spelling import fold
from kg.extract.vocabulary import load

MODEL = Path(__file__).parent / "data" / "tagger.crfsuite.xz"
FIRST_MODEL = Path(__file__).parent / "data" / "tagger-first.crfsuite.xz"
TOKEN = late(r"[^\W_]+|[^\w\s]|_")
WINDOW = 14  # sentences before and after, in which a word is taken to mean the same


@dataclass(frozen=True, slots=True)
class TaggedMention:
    """A chemical or disease (`kind` "Chemical" or "Disease") at `[start, end)` of the text."""

    start: int
    end: int
    kind: str


# ── features ────────────────────────────────────────────────────────────────────────────────────────────────────────

_SHAPES = ((late(r"[A-Z]"), "A"), (late(r"[a-z]"), "a"), (late(r"\d"), "0"))
_RUN = late(r"(.)\1+")
_STOP = frozenset(
    "the of and in with to a for was were is are on by or that as at from an this be after than not no".split()
)


@lru_cache(maxsize=1)
def _drug_words() -> Mapping[str, str]:
    """Lower-case words of drug names → "one" (a name by itself) or "part" (of a longer one)."""
    found = {word: kind for word, kind, *_ in load("chemical-words")}
    names = [row[0] for row in load("orphan-designations")]
    names += [name for row in load("brands") for name in (row[0], *row[1].split(" / "))]
    for name in names:
        words = [word.lower() for word in TOKEN.findall(name) if len(word) > 3 and not word.isdigit()]
        for word in words:
            found[word] = "one" if len(words) == 1 else found.get(word, "part")
    return found


@lru_cache(maxsize=65536)
def _word_features(word: str) -> tuple[str, ...]:
    """What a word looks like."""
    low = word.lower()
    shape = word
    for pattern, mark in _SHAPES:
        shape = pattern.sub(mark, shape)
    size = len(word)
    made = ["w=" + low, "s=" + _RUN.sub(r"\1", shape), "n=" + str(min(size, 12))]
    if size < 9:
        made.append("S=" + shape)
    for length in (2, 3, 4, 5):
        if size > length:
            made += (f"p{length}=" + low[:length], f"x{length}=" + low[-length:])
    if size > 5:
        made.append("r=" + (low[:-1] if low.endswith("s") else low)[:7])
    drug = _drug_words().get(low)
    if drug:
        made.append("drug=" + drug)
    return tuple(made)


def _disease_marks(words: Sequence[str]) -> list[str]:
    """B, I or O for each word by the disease vocabularies."""
    starts = []
    position = 0
    for word in words:
        starts.append(position)
        position += len(word) + 1
    marks = ["O"] * len(words)
    for start, end in disease_index().spans(fold(" ".join(words))):
        first = True
        for number, place in enumerate(starts):
            if start <= place < end:
                marks[number] = "B" if first else "I"
                first = False
    return marks


def features(words: Sequence[str], nearby: Sequence[str] = ()) -> list[list[str]]:
    """One list of features per word; `nearby` has for each word what a first reading says of it elsewhere, or ""."""
    marks = _disease_marks(words)
    own = [_word_features(word) for word in words]
    rows: list[list[str]] = []
    last = len(words) - 1
    for number, word in enumerate(words):
        low = word.lower()
        row = ["b", *own[number], "v=" + marks[number]]
        if nearby and nearby[number]:
            row.append("near=" + nearby[number])
        for offset in (-3, -2, -1, 1, 2, 3):
            place = number + offset
            if 0 <= place <= last:
                row.append(f"{offset}w=" + words[place].lower())
                if abs(offset) < 3:
                    row += (f"{offset}{own[place][1]}", f"{offset}v=" + marks[place])
                    if abs(offset) == 1:
                        row += [
                            f"{offset}{feature}" for feature in own[place] if feature[:2] in ("x3", "x4", "p3", "dr")
                        ]
                    if nearby and nearby[place]:
                        row.append(f"{offset}near=" + nearby[place])
            elif abs(offset) == 1:
                row.append(f"{offset}edge")
        if number:
            row.append(f"-1|0={words[number - 1].lower()}|{low}")
        if number < last:
            row.append(f"0|1={low}|{words[number + 1].lower()}")
        if 0 < number < last and words[number - 1] == "(" and words[number + 1] == ")":
            row.append("in-parentheses")
        rows.append(row)
    return rows


# ── what a first reading says of the same words nearby ──────────────────────────────────────────────────────────────


def _defined(words: Sequence[str], tags: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(abbreviation, kind) for each abbreviation that a sentence defines in parentheses after its long form."""
    for number in range(2, len(words) - 2):
        short = words[number + 1]
        if (
            words[number] != "("
            or words[number + 2] not in ")],;"
            or not 2 <= len(short) <= 8
            or not any(c.isupper() for c in short)
        ):
            continue
        if long_form(" ".join(words[max(0, number - 12) : number]), short):
            kind = tags[number - 1][2:] or "O"
            yield short, kind


def nearby_tags(sentences: Sequence[Sequence[str]], tags: Sequence[Sequence[str]]) -> list[list[str]]:
    """For each word of each sentence the tag it most often bears in the sentences around, and how surely.

    An abbreviation also learns what its long form was read as.
    """
    counts: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    defined = [tuple(_defined(words, tag)) for words, tag in zip(sentences, tags, strict=True)]
    meaning: dict[str, str] = {}

    def add(number: int, sign: int) -> None:
        for word, tag in zip(sentences[number], tags[number], strict=True):
            low = word.lower()
            if len(low) > 1 and low not in _STOP and not low.isdigit():
                counts[low, tag] += sign
                totals[low] += sign
        for short, kind in defined[number]:
            if sign > 0:
                meaning[short] = kind
            else:
                meaning.pop(short, None)

    result: list[list[str]] = []
    for number in range(min(WINDOW, len(sentences))):
        add(number, 1)
    for number, sentence in enumerate(sentences):
        if number + WINDOW < len(sentences):
            add(number + WINDOW, 1)
        if number > WINDOW:
            add(number - WINDOW - 1, -1)
        row = []
        for word in sentence:
            low = word.lower()
            total = totals[low]
            if word in meaning:
                row.append("abbr:" + meaning[word])
            elif not total or len(low) < 2 or low in _STOP or low.isdigit():
                row.append("")
            else:
                share, tag = max((counts[low, tag] / total, tag) for tag in TAGS)
                row.append(f"{tag}:{'all' if share == 1 else 'most'}:{min(total, 3)}")
        result.append(row)
    return result


TAGS = ("B-Chemical", "B-Disease", "I-Chemical", "I-Disease", "O")


# ── tagging ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=2)
def _open(path: Path) -> tuple[pycrfsuite.Tagger, bytes]:
    """A reader and the bytes of its model, which it points into and which must live as long."""
    model = lzma.decompress(path.read_bytes())
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model)
    return tagger, model


def tag_sentences(
    sentences: Sequence[Sequence[str]], first: Path = FIRST_MODEL, second: Path = MODEL
) -> list[list[str]]:
    """IOB tags for consecutive sentences of words: a first reading, then a second that knows the first."""
    reader, _ = _open(first)
    tags = [reader.tag(features(sentence)) for sentence in sentences]
    if not second.is_file():
        return tags
    reader, _ = _open(second)
    return [reader.tag(features(s, near)) for s, near in zip(sentences, nearby_tags(sentences, tags), strict=True)]


def spans_of(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """(first word, one past the last, kind) of each mention in IOB tags; an I without its B begins one."""
    begin, kind = 0, ""
    for number, tag in enumerate((*tags, "O")):
        if kind and tag != "I-" + kind:
            yield begin, number, kind
            kind = ""
        if tag != "O" and not kind:
            begin, kind = number, tag[2:]


def mentions(text: str, spans: Sequence[tuple[int, int]]) -> list[TaggedMention]:
    """Chemicals and diseases in the sentences of `text` at `spans`, which are read together as one document."""
    words = [[(hit.start(), hit.end()) for hit in TOKEN.finditer(text, start, end)] for start, end in spans]
    tagged = tag_sentences([[text[a:b] for a, b in sentence] for sentence in words])
    return [
        TaggedMention(sentence[begin][0], sentence[end - 1][1], kind)
        for sentence, tags in zip(words, tagged, strict=True)
        for begin, end, kind in spans_of(tags)
    ]
