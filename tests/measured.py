"""Measured passages and submissions → submissions with their listed facts; facts found → precision and recall."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.model import CompoundClaim, FormerNameClaim, LicenseClaim, PositionClaim
from kg.names import HONORIFICS, compound_key, org_key, words
from kg.pipeline import claims

HERE = Path(__file__).parent
Fact = tuple[str, ...]
_SUBMISSION = """<SEC-DOCUMENT>{accession}.txt : {day}
<SEC-HEADER>{accession}.hdr.sgml : {day}
ACCESSION NUMBER:\t\t{accession}
CONFORMED SUBMISSION TYPE:\t{form}
PUBLIC DOCUMENT COUNT:\t\t1
FILED AS OF DATE:\t\t{day}

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\t{name}
\t\tCENTRAL INDEX KEY:\t\t\t{cik}
\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tPHARMACEUTICAL PREPARATIONS [2834]
</SEC-HEADER>
<DOCUMENT>
<TYPE>{kind}
<SEQUENCE>1
<FILENAME>d1.htm
<TEXT>
<html><body>
{body}
</body></html>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


def passages(path: Path) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """Each passage of a file as a submission, with its facts."""
    for number, block in enumerate(re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:], 1):
        head, _, rest = block.partition("\n")
        text, _, facts = rest.partition("\n---\n")
        _, form, filed, company = (part.strip() for part in head.split("|"))
        whole = form if not form.startswith(("PR", "EX")) else "8-K"
        paragraphs = (f"<p>{html.escape(p.strip(), quote=False)}</p>" for p in text.strip().split("\n\n"))
        kind = "EX-99.1" if form == "PR" else form
        yield submission(number, whole, kind, filed, company, "\n".join(paragraphs)), json.loads(facts)


def submission(number: int, form: str, kind: str, filed: str, company: str, body: str) -> bytes:
    """A submission of one document of type `kind`, filed on the day `filed` by a company of that name."""
    accession = f"0009990{number % 1000:03d}-{filed[2:4]}-{number:06d}"
    made = _SUBMISSION.format(
        accession=accession,
        day=filed.replace("-", ""),
        form=form,
        name=re.sub(r"[^\w& ]", "", re.sub(r"[-/]", " ", company)).upper(),
        cik=accession[:10],
        kind=kind,
        body=body,
    )
    return made.encode()


def submissions(folder: Path) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """Each submission of a folder with its facts."""
    for path in sorted(folder.glob("*.txt")):
        yield path.read_bytes(), json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def _person(name: str) -> str:
    bare = [w for w in words(name) if w not in HONORIFICS and len(w) > 1]
    return f"{bare[0]} {bare[-1]}" if bare else ""


def names(value: str | list[str]) -> list[str]:
    """One name or several, as a list."""
    return value if isinstance(value, list) else [value]


def listed(facts: dict[str, Any], kind: str) -> list[Fact]:
    """The facts of one kind that a careful reader finds: who to whom, who where, which drug, which name."""
    if kind == "licenses":
        return [(_side(names(f["licensor"])), _side(names(f["licensee"]))) for f in facts["licenses"]]
    if kind == "positions":
        return [(_person(f["person"]), org_key(f["organization"])) for f in facts["positions"]]
    if kind == "compounds":
        return [(compound_key(f["name"]),) for f in facts["compounds"]]
    return [(org_key(f["name"]),) for f in facts["former_names"]]


def _side(names: list[str]) -> str:
    return " + ".join(sorted(org_key(name) for name in names))


def found(data: bytes, kind: str) -> list[Fact]:
    """The facts of one kind that the rules find, in the shape of `listed`."""
    facts: list[Fact] = []
    for _, said in claims(data):
        for claim in said:
            if kind == "licenses" and isinstance(claim, LicenseClaim):
                facts.append((_side([o.name for o in claim.licensors]), _side([o.name for o in claim.licensees])))
            elif kind == "positions" and isinstance(claim, PositionClaim) and claim.person.organization.name:
                facts.append((_person(claim.person.name), org_key(claim.person.organization.name)))
            elif kind == "compounds" and isinstance(claim, CompoundClaim):
                facts.append((compound_key(claim.name),))
            elif kind == "former_names" and isinstance(claim, FormerNameClaim):
                facts.append((org_key(claim.name),))
    return facts


def score(material: Iterator[tuple[bytes, dict[str, Any]]], kind: str) -> tuple[float, float]:
    """Precision and recall over all texts; a fact counts once a text."""
    hits = false = missed = 0
    for data, facts in material:
        want, have = set(listed(facts, kind)), set(found(data, kind))
        hits += len(want & have)
        false += len(have - want)
        missed += len(want - have)
    return hits / max(1, hits + false), hits / max(1, hits + missed)
