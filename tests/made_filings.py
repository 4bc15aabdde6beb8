"""Small EDGAR submissions of invented companies, and filing graphs made without any reading."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg import ontology, store
from kg.errors import Issue

RUN = "1.0"


def submission(number: int, *, year: int = 20, company: int | None = None, words: str = "") -> tuple[str, bytes]:
    """(name, bytes) of an 8-K: filing `number` of a company (one in five filings is of the same one)."""
    cik = f"{(number // 5 if company is None else company) + 9_000_000:010}"
    accession = accession_of(number, year)
    header = "\n".join([
        f"<SEC-DOCUMENT>{accession}.txt : 20{year:02}0303",
        f"<SEC-HEADER>{accession}.hdr.sgml : 20{year:02}0303",
        f"ACCESSION NUMBER:\t\t{accession}",
        "CONFORMED SUBMISSION TYPE:\t8-K",
        "PUBLIC DOCUMENT COUNT:\t\t1",
        f"CONFORMED PERIOD OF REPORT:\t20{year:02}0301",
        "ITEM INFORMATION:\t\tRegulation FD Disclosure",
        f"FILED AS OF DATE:\t\t20{year:02}0303",
        "",
        "FILER:",
        "",
        "\tCOMPANY DATA:\t",
        f"\t\tCOMPANY CONFORMED NAME:\t\t\tQUILLON {cik[-4:]} INC",
        f"\t\tCENTRAL INDEX KEY:\t\t\t{cik}",
        "\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tPHARMACEUTICAL PREPARATIONS [2834]",
        "\t\tSTATE OF INCORPORATION:\t\t\tDE",
        "",
        "\tFORMER COMPANY:\t",
        f"\t\tFORMER CONFORMED NAME:\tOLDER {cik[-4:]} CORP",
        "\t\tDATE OF NAME CHANGE:\t20110405",
        "</SEC-HEADER>",
        "<DOCUMENT>",
        "<TYPE>8-K",
        "<SEQUENCE>1",
        f"<FILENAME>q{number}.txt",
        "<TEXT>",
        f"Filing {number}. {words}",
        "</TEXT>",
        "</DOCUMENT>",
        "</SEC-DOCUMENT>",
        "",
    ])  # fmt: skip
    return f"{accession}.txt", header.encode()


def accession_of(number: int, year: int = 20) -> str:
    """The accession number of made filing `number`."""
    return f"0009900000-{year:02}-{number:06}"


def filing_graph(
    accession: str,
    turtle: str,
    *,
    local: str = "",
    source: str = "",
    content: bytes | None = None,
    issues: tuple[Issue, ...] = (),
) -> store.FilingGraph:
    """A filing graph of the facts in `turtle` and the statements of the filing alone in `local`."""
    facts = sorted({str(t.triple) for t in ox.parse(prefixes() + turtle, ox.RdfFormat.TURTLE)})
    alone = sorted({str(t.triple) for t in ox.parse(prefixes() + local, ox.RdfFormat.TURTLE)})
    every = sorted({*facts, *alone})
    data = turtle.encode() if content is None else content
    return store.FilingGraph(
        accession=accession,
        source=source or f"{accession}.txt",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        ruleset=RUN,
        statements=len(every),
        graph="".join(f"{line} <{ontology.graph(accession)}> .\n" for line in every).encode(),
        facts="".join(f"{line} .\n" for line in facts).encode(),
        issues=issues,
    )


_KINDS = "company organization person position change name filing filer document item signature agreement grant payment"
_MORE = "compound substance platform indication program stage designation rule assertion ownership"


def prefixes() -> str:
    """Turtle prefixes: those of the ontology and one for each kind of instance."""
    lines = [f"@prefix {name}: <{iri}> ." for name, iri in ontology.PREFIXES.items()]
    lines += [f"@prefix {kind}: <{ontology.ID}{kind}/> ." for kind in (_KINDS + " " + _MORE).split()]
    return "\n".join(lines) + "\n"


def load(
    into: Path, filings: Iterable[store.FilingGraph | Issue], batch: int = 2, vocabulary: Iterable[Path] = ()
) -> store.Loaded:
    """Build a store from filing graphs, `batch` to a shard."""
    every = list(filings)
    with store.writing(into) as work, store.errors(into):
        (work / "shards").mkdir(exist_ok=True)
        keys = []
        for start in range(0, len(every), batch):
            keys.append(f"k{start}")
            store.write_shard(work / "shards", keys[-1], ["made"], every[start : start + batch])
        made = store.load(into, work, keys, list(vocabulary), 1 << 20)
        for path in (work / "shards").iterdir():
            path.unlink()
        (work / "shards").rmdir()
    return made


def dump(at: Path) -> list[str]:
    """Every statement of a store, sorted."""
    return sorted(str(quad) for quad in store.open_read_only(at))
