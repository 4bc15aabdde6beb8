"""Compact tables of names (diseases, brands, orphan designations, universities) → rows, and an index over diseases.

The tables are xz-compressed TSV with a header line beside this file, described by `vocabularies.json`; each is read when
first asked for. A folder named by `$KG_VOCABULARIES` may hold further tables (see `import_table`); those with the columns
of a disease table join the disease index.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import ahocorasick

from kg.errors import UsageError

DATA = Path(__file__).parent / "data"
MANIFEST = "vocabularies.json"
FOLDER_VARIABLE = "KG_VOCABULARIES"


@dataclass(frozen=True, slots=True)
class TableInfo:
    """What is known of one table: its columns, where it comes from, its licence, and the bytes that carry it."""

    name: str
    file: str
    columns: tuple[str, ...]
    version: str
    source: str
    licence: str
    credit: str
    rows: int = 0
    bytes: int = 0
    sha256: str = ""


# ── reading and writing tables ──────────────────────────────────────────────────────────────────────────────────────


def read_table(path: Path) -> Iterator[tuple[str, ...]]:
    """Rows of a TSV (`.tsv` or `.tsv.xz`) without its header, every row as wide as the header."""
    raw = path.read_bytes()
    text = (lzma.decompress(raw) if path.suffix == ".xz" else raw).decode("utf-8")
    lines = text.split("\n")
    width = lines[0].count("\t") + 1
    for line in lines[1:]:
        if line:
            row = tuple(line.rstrip("\r").split("\t"))
            yield (row + ("",) * width)[:width]


def write_tables(folder: Path, tables: Sequence[tuple[TableInfo, Sequence[tuple[str, ...]]]]) -> list[TableInfo]:
    """Writes each table as `NAME.tsv.xz` and all their descriptions as the manifest; same rows, same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    infos = []
    for info, rows in tables:
        lines = "\n".join("\t".join(cell.replace("\t", " ") for cell in row) for row in (info.columns, *rows)) + "\n"
        packed = lzma.compress(lines.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)
        file = f"{info.name}.tsv.xz"
        (folder / file).write_bytes(packed)
        digest = hashlib.sha256(lines.encode("utf-8")).hexdigest()
        infos.append(replace(info, file=file, rows=len(rows), bytes=len(packed), sha256=digest))
    manifest = json.dumps([asdict(info) for info in infos], ensure_ascii=False, indent=1) + "\n"
    (folder / MANIFEST).write_text(manifest, encoding="utf-8")
    return infos


def _manifest(folder: Path) -> list[tuple[TableInfo, Path]]:
    path = folder / MANIFEST
    if not path.is_file():
        return []
    entries = json.loads(path.read_text(encoding="utf-8"))
    infos = [TableInfo(**{**entry, "columns": tuple(entry["columns"])}) for entry in entries]
    return [(info, folder / info.file) for info in infos]


def _every() -> list[tuple[TableInfo, Path]]:
    extra = os.environ.get(FOLDER_VARIABLE)
    return _manifest(DATA) + (_manifest(Path(extra)) if extra else [])


def tables() -> tuple[TableInfo, ...]:
    """The tables at hand, shipped ones first."""
    return tuple(info for info, _ in _every())


def table_info(name: str) -> TableInfo:
    """The description of table `name`; UsageError when there is none."""
    for info, _ in _every():
        if info.name == name:
            return info
    known = ", ".join(info.name for info in tables())
    raise UsageError(f"no vocabulary {name!r}; there are: {known}")


@lru_cache(maxsize=16)
def _rows(path: Path) -> tuple[tuple[str, ...], ...]:
    return tuple(read_table(path))


def load(name: str) -> tuple[tuple[str, ...], ...]:
    """All rows of table `name`, in the order of its columns."""
    info = table_info(name)
    return next(_rows(path) for other, path in _every() if other == info)


def verify(name: str) -> bool:
    """True when the table's text still has the digest of its manifest."""
    info = table_info(name)
    path = next(path for other, path in _every() if other == info)
    text = lzma.decompress(path.read_bytes())
    return hashlib.sha256(text).hexdigest() == info.sha256


DISEASE_COLUMNS = ("id", "label", "synonyms")


def import_table(path: Path, folder: Path, name: str, licence: str, credit: str, version: str = "") -> TableInfo:
    """Adds a user's TSV (columns id, label, synonyms and optionally parents, same; lists joined by "|") to `folder`.

    The folder takes part in matching once `$KG_VOCABULARIES` names it. UsageError when the header is another one.
    """
    if not path.is_file():
        raise UsageError(f"no such file: {path}")
    opener: Any = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        columns = tuple(stream.readline().rstrip("\r\n").split("\t"))
    if columns[:3] != DISEASE_COLUMNS:
        raise UsageError(f"{path.name}: the header must begin with id, label, synonyms (tab-separated), not {columns[:3]}")
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name) or name in {info.name for info in tables()}:
        raise UsageError(f"{name!r} is taken or not of lower-case letters, digits and hyphens")
    info = TableInfo(name, path.name, columns, version, f"imported from {path.name}", licence, credit)
    kept = [(old, tuple(read_table(place))) for old, place in _manifest(folder)]
    made = write_tables(folder, [*kept, (info, sorted(set(read_table(path))))])
    disease_index.cache_clear()
    return made[-1]


# ── the disease index ───────────────────────────────────────────────────────────────────────────────────────────────

# Words that name no disease by themselves; "cancer" stays, filings use it as an indication.
GENERIC = frozenset(
    """disease syndrome disorder neoplasm condition finding infection injury disability lesion mass death stress change
    disorders complication symptom sign failure abnormality toxicity trauma ring fever recurrence obstruction perforation
    rash wound cyst ulcer stricture stone polyp block shock weakness dependence tolerance withdrawal abuse
    tumor tumour malignancy hernia bleeding hemorrhage inflammation edema metastasis relapse remission cold bite burn fall
    allergic atretic colic corn crabs deformity hypercoagulable hypersensitive infectious intrinsic malformation manic mole mono
    regression rumination sensitive sensitivity stenotic withdrawn hyperplastic lymphomatous polia pica prolapse squint leeches
    intersex exhibitionism torula vaccinia borrelia legionella neurotoxicity analgesia agenesis amelia alexia delle yaba amusia
    boil malnourished varix photosensitiveness noma pinta favus mania stye
    pregnancy aging allergy phobia retraction crisis drift tic cough swelling seizure discharge hypersensitivity poisoning
    """.split()  # noqa: SIM905  a word list reads better as text
)
# British spelling → American, for looking up; the second column replaces the first wherever it stands.
_BRITISH = {
    "haem": "hem", "aemi": "emi", "oede": "ede", "tumour": "tumor", "oesoph": "esoph", "paed": "ped", "rrhoe": "rrhe",
    "oestr": "estr", "anaem": "anem", "foet": "fet", "coeli": "celi", "gynae": "gyne", "caecal": "cecal", "leucom": "leukom",
}  # fmt: skip
_IS_BRITISH = re.compile("|".join(sorted(_BRITISH, key=len, reverse=True)))
_FOLD = str.maketrans({c: " " for c in "-‐‑–—'’‘`´/\"“”([{"} | dict(zip("áàâäãåçéèêëíìîïñóòôöõøúùûüýÿ",
                      "aaaaaaceeeeiiiinoooooouuuuyy", strict=True)))  # fmt: skip
_SPECIAL = re.compile(r"[^\x00-\x7f]")


def fold(text: str) -> str:
    """`text` in lower case, equal in length: hyphens, slashes, quotes and opening brackets as blanks, accents removed."""
    low = text.lower()
    if len(low) != len(text):  # a few capitals grow in lower case ("İ"): offsets matter more than they do
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    if low.isascii():
        for mark in "-'/\"([":
            low = low.replace(mark, " ")
        return low
    for mark in set(_SPECIAL.findall(low)) | set("-'`/\"([{"):
        to = _FOLD.get(ord(mark))
        if to is not None:
            low = low.replace(mark, str(to))
    return low


@dataclass(frozen=True, slots=True)
class Term:
    """One disease of a vocabulary: id ("DOID:9538"), label, ids of its parents, ids that mean the same elsewhere."""

    id: str
    label: str
    parents: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


_LONGEST = 64  # characters; longer names are looked up, but no text is searched for them
# "psoriasis 5" is a gene's number, and "psoriasis 5 mg" is not; "infant ALL" would find "infant all"
_NUMBERED = re.compile(r"^(?!.*\b(?:type|trisomy|monosomy|covid)\b).* \d+[a-z]{0,2}$| (?:all|net|als|is|as)$|^(?:all|net|ap) ")
_EPONYM = re.compile(r"[A-Z][a-zé\-]{3,}[a-rt-z] (?:disease|syndrome|lymphoma|sarcoma|chorea|ataxia)$")


def _spellings(name: str) -> tuple[str, ...]:
    """Folded spellings of a vocabulary name: "Parkinson's disease" also as "parkinson disease", and the other way round."""
    key = american(" ".join(fold(name).split()))
    if " s " in key:
        return key, key.replace(" s ", " ")
    if name.endswith(("disease", "syndrome", "oma", "ataxia", "chorea")) and _EPONYM.match(name):
        return key, key.replace(" ", " s ", 1)
    return (key,)


def american(folded: str) -> str:
    """A folded name in American spelling: "anaemia" → "anemia"."""
    return _IS_BRITISH.sub(lambda found: _BRITISH[found[0]], folded)


def _american_with_cuts(folded: str) -> tuple[str, list[int], list[int]]:
    """`american(folded)` with, for each place where letters went, its offset there and how many went up to it."""
    parts, cuts, lost = [], [], [0]
    position = gone = 0
    for found in _IS_BRITISH.finditer(folded):
        spelling = _BRITISH[found[0]]
        parts += (folded[position : found.start()], spelling)
        gone += len(found[0]) - len(spelling)
        cuts.append(found.end() - gone)
        lost.append(gone)
        position = found.end()
    return "".join((*parts, folded[position:])), cuts, lost


def _plurals(form: str) -> Iterator[str]:
    """The form and its irregular plural; a plain "s" is allowed when matching."""
    yield form
    if form.endswith("y") and len(form) > 5:
        yield form[:-1] + "ies"
    elif form.endswith("is"):
        yield form[:-2] + "es"
    elif form.endswith("oma"):
        yield form + "ta"


def _usable(name: str) -> bool:
    """False for abbreviations (they stand for too many things), generic words and bare adjectives."""
    if len(name) < 4 or (len(name) < 8 and sum(c.isupper() or c.isdigit() for c in name) > 1):
        return False
    return name.casefold() not in GENERIC


class DiseaseIndex:
    """Diseases by id and by name, with an Aho-Corasick automaton over all spellings of their names."""

    def __init__(self, rows: Iterable[Sequence[str]]) -> None:
        self.terms: dict[str, Term] = {}
        self._ids: dict[str, tuple[str, ...]] = {}
        self._abbreviations: dict[str, tuple[str, ...]] = {}
        labelled: dict[str, tuple[str, ...]] = {}
        for row in rows:
            identifier, label, synonyms, parents, same = (*row, "", "")[:5]
            term = Term(identifier, label, tuple(filter(None, parents.split("|"))), tuple(filter(None, same.split("|"))))
            self.terms[identifier] = term
            for number, name in enumerate((label, *filter(None, synonyms.split("|")))):
                if not _usable(name):
                    if name.casefold() not in GENERIC:
                        self._abbreviations.setdefault(name, (identifier,))
                    continue
                into = labelled if number == 0 else self._ids
                for key in _spellings(name):
                    if identifier not in into.get(key, ()):
                        into[key] = (*into.get(key, ()), identifier)
        for key, ids in labelled.items():  # a label outranks another term's synonym
            self._ids[key] = (*ids, *(i for i in self._ids.get(key, ()) if i not in ids))
        automaton = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
        searched = (key for key in self._ids if len(key) < _LONGEST and not _NUMBERED.search(key))
        for form in sorted({form for key in searched for form in _plurals(key)}):
            automaton.add_word(" " + form)
        automaton.make_automaton()
        self._automaton = automaton

    def spans(self, folded: str) -> Iterator[tuple[int, int]]:
        """`(start, end)` of longest disease names in `folded` (see `fold`), left to right, whole words, plurals too."""
        if not _IS_BRITISH.search(folded):
            yield from self._spans(folded)
            return
        text, cuts, lost = _american_with_cuts(folded)
        for start, end in self._spans(text):
            yield start + lost[bisect_right(cuts, start)], end + lost[bisect_right(cuts, end)]

    def _spans(self, folded: str) -> Iterator[tuple[int, int]]:
        size = len(folded)
        for last, length in self._automaton.iter_long(" " + folded):  # the blank in front stands for the text's begin
            start, end = last - length + 1, last
            if end < size and folded[end].isalnum():
                if folded[end] != "s" or (end + 1 < size and folded[end + 1].isalnum()):
                    continue
                end += 1
            yield start, end

    def ids(self, name: str) -> tuple[str, ...]:
        """Ids of the disease called `name` in any spelling, its own vocabulary's first, then the same elsewhere; () if unknown."""
        key = american(" ".join(fold(name).replace(",", " ").split()))
        own = self._ids.get(key) or self._ids.get(singular(key)) or self._abbreviations.get(name, ())
        out = list(own[:1])
        for identifier in own[:1]:
            out += self.terms[identifier].same
        out += [i for i in own[1:] if i not in out and i.partition(":")[0] != own[0].partition(":")[0]]
        return tuple(dict.fromkeys(out[:4]))

    def label(self, identifier: str) -> str | None:
        """The vocabulary's preferred name, or None for an unknown id."""
        term = self.terms.get(identifier)
        return term and term.label

    def parents(self, identifier: str) -> tuple[str, ...]:
        """Ids of the next broader diseases (skos:broader); () for a root, an unknown id, or a table without hierarchy."""
        term = self.terms.get(identifier)
        return term.parents if term else ()

    def ancestors(self, identifier: str) -> tuple[str, ...]:
        """Every broader disease, nearest first."""
        seen: dict[str, None] = {}
        queue = list(self.parents(identifier))
        for item in queue:  # grows while it is walked
            if item not in seen:
                seen[item] = None
                queue += self.parents(item)
        return tuple(seen)


def singular(key: str) -> str:
    """A folded name with its last word in the singular: "muscular dystrophies" → "muscular dystrophy"."""
    if key.endswith("omata"):
        return key[:-2]
    if key.endswith("ies"):
        return key[:-3] + "y"
    if key.endswith(("oses", "ases", "eses", "ites")):
        return key[:-2] + "is"
    if key.endswith("s") and not key.endswith(("ss", "is", "us")):
        return key[:-1]
    return key


@lru_cache(maxsize=1)
def disease_index() -> DiseaseIndex:
    """The index over all disease tables at hand; built when first asked for."""
    rows: list[tuple[str, ...]] = []
    for info, path in _every():
        if info.columns[:3] == DISEASE_COLUMNS:
            rows += _rows(path)
    return DiseaseIndex(rows)
