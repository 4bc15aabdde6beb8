"""Raw vocabulary tables (TSV or TSV.xz) → the compact tables that ship in `kg/extract/data/`.

    python scripts/build_vocabulary.py SOURCE_FOLDER [--to kg/extract/data]

SOURCE_FOLDER holds disease_do, disease_ncit2018, fda_orphan_2022, brand_rxnorm2015 and universities as `.tsv.xz`,
each with a header line. Same input, same bytes: rows are sorted, and nothing depends on the clock or on hash order.
Where the sources come from, and under which licence, is written in `docs/vocabularies.md` and in the manifest this
script makes.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.extract.spelling import fold, spelled
from kg.extract.vocabulary import TableInfo, read_table, write_tables

Row = tuple[str, ...]

SOURCES = (
    TableInfo(
        "disease-do", "disease_do.tsv.xz", ("id", "label", "synonyms", "parents", "same"), "2026-08",
        "Disease Ontology, HumanDO.tsv with cross references; synonyms also of the release of 2018-07-05",
        "CC0-1.0 (2018 synonyms: CC0-1.0 or CC BY 3.0)", "Disease Ontology, https://disease-ontology.org",
    ),
    TableInfo(
        "disease-ncit", "disease_ncit2018.tsv.xz", ("id", "label", "synonyms"), "2018-06-08",
        "NCI Thesaurus, branch Disease or Disorder (C2991), without stage, grade and TNM classes",
        "CC BY 4.0", "National Cancer Institute, NCI Thesaurus, https://ncithesaurus.nci.nih.gov",
    ),
    TableInfo(
        "disease-words", "disease_do.tsv.xz", ("word",), "2026-08",
        "words that stand before the last one in at least two names of the Disease Ontology",
        "CC0-1.0 (2018 synonyms: CC0-1.0 or CC BY 3.0)", "Disease Ontology, https://disease-ontology.org",
    ),
    TableInfo(
        "orphan-designations", "fda_orphan_2022.tsv.xz", ("generic", "trade", "designation"), "2022",
        "FDA Office of Orphan Products Development, approved orphan designations",
        "US government work", "US Food and Drug Administration",
    ),
    TableInfo(
        "brands", "brand_rxnorm2015.tsv.xz", ("brand", "ingredient"), "2015",
        "RxNorm brand names (SAB=RXNORM)",
        "public domain", "Courtesy of the U.S. National Library of Medicine, RxNorm; "
        "NLM does not endorse this product and the names need not be current",
    ),
    TableInfo(
        "chemical-words", "chemicals/Identifiers/chemical identifiers pubchem large.tsv", ("word", "kind"), "2026-06",
        "PubChem compounds and synonyms, as the package chemicals 1.5.2 by C. Bell and contributors carries them",
        "MIT (package); PubChem data: public domain", "PubChem, National Library of Medicine; chemicals, "
        "Copyright (c) Caleb Bell and contributors, https://github.com/CalebBell/chemicals",
    ),
    TableInfo(
        "universities", "universities.tsv.xz", ("name", "country"), "2025",
        "university-domains-list by Hipo",
        "MIT", "Copyright (c) Hipo, https://github.com/Hipo/university-domains-list",
    ),
)  # fmt: skip


SPELLINGS = TableInfo(
    "disease-spellings", "", ("form", "ids", "searched"), "2026-08",
    "made of disease-do and disease-ncit: spellings of every name with the ids of what it names",
    "as disease-do and disease-ncit", "Disease Ontology; National Cancer Institute, NCI Thesaurus",
)  # fmt: skip


def _clean(names: Iterable[str], label: str) -> str:
    """Synonyms worth matching: each once, without the label, pure numbers and inverted forms ("anemia, aplastic")."""
    seen = {label.casefold()}
    kept = []
    for name in names:
        name = " ".join(name.split())
        if len(name) < 3 or len(name) > 90 or ", " in name or "(" in name or name.casefold() in seen:
            continue
        if name.isupper() and " " in name:
            name = name.lower()
        if name.isdigit():
            continue
        seen.add(name.casefold())
        kept.append(name)
    return "|".join(sorted(kept))


def _lists(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def disease_do(rows: Iterable[Row]) -> Iterator[Row]:
    """Current terms; parents by id; `same` are the NCIt codes DO gives as cross references."""
    rows = [row for row in rows if not row[1].startswith("obsolete")]
    ids = {row[1]: row[0] for row in rows}
    for identifier, label, exact, _other, parents, xrefs in rows:
        codes = sorted(f"NCIT:{x[4:]}" for x in _lists(xrefs) if x.startswith("NCI:"))
        up = sorted(ids[p] for p in _lists(parents) if p in ids)
        yield identifier, label, _clean(_lists(exact), label), "|".join(up), "|".join(codes)


def disease_ncit(rows: Iterable[Row]) -> Iterator[Row]:
    """Every class, synonyms cleaned."""
    for identifier, label, exact in rows:
        yield identifier, label, _clean(_lists(exact), label)


def orphan_designations(rows: Iterable[Row]) -> Iterator[Row]:
    """Drug, trade name and designation, each combination once."""
    for generic, trade, _when, designation, _approved, _sponsor in rows:
        yield generic, trade, designation


def disease_words(rows: Iterable[Row]) -> Iterator[Row]:
    """Words that modify a disease's last word ("breast", "lymphocytic"), folded."""
    count: Counter[str] = Counter()
    for _id, label, exact, *_ in rows:
        names = {fold(name) for name in (label, *_lists(exact))}
        count.update({word for name in names for word in name.split()[:-1]})
    yield from ((word,) for word, times in count.items() if times > 1 and word.isalpha() and len(word) > 2)


def chemical_words(rows: Iterable[Row]) -> Iterator[Row]:
    """Words that name a compound ("one"), and words inside the names of at least eight compounds ("part")."""
    one: set[str] = set()
    part: Counter[str] = Counter()
    for row in rows:
        names = [name.lower() for name in row[7:]]
        one.update(name for name in names if re.fullmatch("[a-z]{4,24}", name))
        part.update({word for name in names for word in re.findall("[a-z]{3,}", name)})
    yield from ((word, "one") for word in one)
    yield from ((word, "part") for word, times in part.items() if times > 7 and word not in one)


def as_is(rows: Iterable[Row]) -> Iterator[Row]:
    """A table whose columns need no work."""
    yield from rows


MAKERS = {
    "disease-do": disease_do,
    "disease-ncit": disease_ncit,
    "disease-words": disease_words,
    "orphan-designations": orphan_designations,
    "chemical-words": chemical_words,
    "brands": as_is,
    "universities": as_is,
}


def _package_file(file: str) -> Path:
    """A file inside an installed package; `pip install --no-deps chemicals` brings this one."""
    package, _, inside = file.partition("/")
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"pip install --no-deps {package}, whose data are read here")
    return Path(spec.origin).parent / inside


def _ragged(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            yield tuple(line.rstrip("\n").split("\t"))


def build(source: Path, to: Path) -> list[TableInfo]:
    """Reads the raw tables in `source`, writes the compact ones and their manifest into `to`."""
    made: list[tuple[TableInfo, list[Row]]] = []
    terms: list[Row] = []
    for info in SOURCES:
        path = source / info.file
        if info.name == "chemical-words":
            rows = sorted(set(MAKERS[info.name](_ragged(_package_file(info.file)))))
        else:
            rows = sorted(set(MAKERS[info.name](read_table(path))))
        made.append((info, rows))
        terms += rows if info.name in ("disease-do", "disease-ncit") else []
    made.append((SPELLINGS, list(spelled(terms))))
    return write_tables(to, made)


def main() -> None:
    """Command line: see the docstring of this file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("--to", type=Path, default=Path(__file__).parent.parent / "kg/extract/data")
    given = parser.parse_args()
    for info in build(given.source, given.to):
        print(f"{info.name}\t{info.rows} rows\t{info.bytes} bytes\t{info.sha256[:12]}")


if __name__ == "__main__":
    main()
