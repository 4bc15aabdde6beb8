"""Load and query times of the query library on an invented graph of millions of quads, beside rdflib on a part of it.

    python benchmarks/queries.py [--quads 2000000] [--rdflib 200000] [--runs 5]

The store is asked through its killable reader, as users ask it. rdflib gets a graph of the size given, with the same
questions and 20 seconds for each; the store is timed on that size too. Times are medians of the runs, in milliseconds.
"""

from __future__ import annotations

import argparse
import os
import platform
import signal
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import rdflib

from kg import ontology, query, store
from kg.errors import UsageError
from kg.settings import settings
from kg.store.client import Reader

SECONDS = 20
PHASES = ("preclinical", "1", "2", "3")
DISEASES = ("glioblastoma", "multiple myeloma", "asthma", "psoriasis", "melanoma", "gout", "lupus", "sepsis")
TURTLE = """
company:{cik} a ekg:Company ; ekg:cik "{cik}" ; rdfs:label "COMPANY {c} INC" ; ekg:conformedName "COMPANY {c} INC" ;
  ekg:sic ekgc:sic_283{sic} ; ekg:stateOfIncorporation ekgc:state_US-DE ; ekg:hasFormerName name:{cik} ;
  schema:taxID "{cik}" .
name:{cik} a ekg:FormerName ; schema:name "OLDER {c} CORP" ; ekg:headerNameChangeDate "2005-06-17"^^xsd:date .
filing:{acc} a ekg:Filing ; ekg:accessionNumber "{acc}" ; ekg:formType ekgc:form_8-K ;
  ekg:filedDate "20{year:02}-03-01"^^xsd:date ;
  ekg:hasFiler filer:{acc}_1 ; ekg:reportsItem item:{acc}_1 ; dct:hasPart document:{acc}_1 .
filer:{acc}_1 a ekg:FilerEntry ; ekg:filer company:{cik} ; ekg:filerRole ekgc:filer_filer .
item:{acc}_1 a ekg:FilingItem ; ekg:itemType ekgc:item_8-K_{item} .
document:{acc}_1 a ekg:FilingDocument ; dct:isPartOf filing:{acc} ; ekg:sequence 1 ; ekg:documentType "8-K" ;
  ekg:fileName "a.htm" .
person:{cik}_{n} a ekg:Person ; schema:name "Person {n} Roe" ; rdfs:label "Person {n} Roe" .
position:{cik}_{n} a ekg:Position ; org:member person:{cik}_{n} ; org:organization company:{cik} ;
  ekg:titleText "Director" ;
  ekg:attestedOn "20{year:02}-03-01"^^xsd:date ; ekg:evidence <{doc}1,20> ; ekg:extractedBy rule:position_1 ;
  ekg:confidence {sure} .
signature:{acc} a ekg:Signature ; ekg:signer person:{cik}_{n} ; ekg:onBehalfOf company:{cik} ;
  ekg:signedDocument document:{acc}_1 ;
  ekg:signedDate "20{year:02}-03-01"^^xsd:date ; ekg:titleText "Director" .
organization:u{u} a ekg:Organization ; rdfs:label "University {u}" .
compound:c-{c} a ekg:Compound ; rdfs:label "C-{c}" ; skos:altLabel "drug{c}mab" ; ekg:developer company:{cik} .
indication:i{i} a ekg:Indication ; skos:prefLabel "{disease}"@en .
program:{n} a ekg:DevelopmentProgram ; ekg:compound compound:c-{c} ; ekg:indication indication:i{i} ;
  ekg:hasStage stage:{n} .
stage:{n} a ekg:DevelopmentStage ; ekg:phase ekgc:phase_{phase} ; ekg:stageStatus ekgc:stage_active ;
  ekg:evidence <{doc}30,50> ; ekg:extractedBy rule:program_1 ; ekg:confidence 0.9 .
agreement:{n} a ekg:LicenseAgreement ; ekg:licensor organization:u{u} ; ekg:licensee company:{cik} ;
  ekg:agreementKind ekgc:agreement_license ; ekg:agreementStatus ekgc:status_{status} ;
  ekg:effectiveDate "20{year:02}-02-01"^^xsd:date ;
  ekg:hasGrant grant:{n} ; ekg:hasPayment payment:{n} ; ekg:undisclosedTerm ekg:territory ; ekg:evidence <{doc}60,90> ;
  ekg:extractedBy rule:license_1 ; ekg:confidence 0.95 .
grant:{n} a ekg:LicenseGrant ; ekg:exclusivity ekgc:exclusivity_exclusive ; ekg:compound compound:c-{c} ;
  ekg:indication indication:i{i} ;
  ekg:territory ekgc:territory_t{i} .
ekgc:territory_t{i} rdfs:label "Country {i}" .
payment:{n} a ekg:Payment ; ekg:paymentKind ekgc:payment_royalty ; ekg:amount {amount} ; ekg:currency "USD" ;
  ekg:royaltyRateMin {sic} .
designation:{n} a ekg:RegulatoryDesignation ; ekg:designationKind ekgc:designation_orphan-drug ;
  ekg:compound compound:c-{c} ;
  ekg:indication indication:i{i} .
"""
QUOTES = """
<{doc}1,20> oa:exact "Person {n} Roe, a director of the company" .
<{doc}30,50> oa:exact "a phase {phase} trial of C-{c} in {disease}" .
<{doc}60,90> oa:exact "University {u} granted us an exclusive licence to C-{c} in {disease}" .
"""


def _statements(template: str) -> list[tuple[str, str, str]]:
    """Subject, predicate and object templates of the Turtle above, whose grammar is simple."""
    prefix = ontology.PREFIXES

    def term(text: str) -> str:
        if text == "a":
            return f"<{prefix['rdf']}type>"
        if text[0] in '<"':
            body, marks, kind = text.partition("^^")
            return f"{body}^^{term(kind)}" if marks else text
        if text[0] in "{0123456789" and ":" not in text:
            return f'"{text}"^^<{prefix["xsd"]}decimal>'
        name, _, local = text.partition(":")
        return f"<{prefix.get(name, f'{ontology.ID}{name}/')}{local}>"

    found = []
    for block in template.strip().split(" .\n"):
        first, *rest = block.removesuffix(" .").replace("\n ", "").split(" ; ")
        subject, first = first.strip().split(" ", 1)
        for pair in (first, *rest):
            predicate, value = pair.strip().split(" ", 1)
            found.append((term(subject), term(predicate), term(value.strip())))
    return found


def filings(count: int) -> Iterator[store.FilingGraph]:
    """`count` invented filings; one company has five."""
    facts = "".join(f"{s} {p} {o} .\n" for s, p, o in _statements(TURTLE))
    every = facts + "".join(f"{s} {p} {o} .\n" for s, p, o in _statements(QUOTES))
    for n in range(count):
        c = n // 5
        accession = f"{n:010}-{n % 20:02}-{n % 1_000_000:06}"
        values: dict[str, Any] = {
            "n": n,
            "c": c,
            "cik": f"{c:010}",
            "acc": accession,
            "year": n % 20,
            "item": ("1.01", "5.02", "7.01")[n % 3],
            "sic": n % 8,
            "u": c % 500,
            "i": c % len(DISEASES),
            "disease": DISEASES[c % len(DISEASES)],
            "phase": PHASES[n % 4],
            "sure": (0.75, 0.9, 0.95)[n % 3],
            "status": "terminated" if n % 10 == 0 else "executed",
            "amount": n * 1000,
            "doc": f"{ontology.ID}document/{accession}_1#char=",
        }
        graph = every.format(**values).replace(" .\n", f" <{ontology.graph(accession)}> .\n").encode()
        own = facts.format(**values).encode()
        yield store.FilingGraph(accession, f"{n}.txt", f"{n:064x}", 20_000, "bench", graph.count(b"\n"), graph, own)


def build(at: Path, quads: int) -> tuple[int, float]:
    """A store of about so many quads; how many, and the seconds that loading took."""
    per_filing = sum(1 for _ in _statements(TURTLE)) * 2 + len(_statements(QUOTES)) + 8
    with store.writing(at) as work:
        (work / "shards").mkdir()
        every = filings(int(quads * 1.2 / per_filing))
        keys: list[str] = []
        while batch := [filing for _, filing in zip(range(200), every, strict=False)]:
            keys.append(f"{len(keys):06}")
            store.write_shard(work / "shards", keys[-1], ["bench"], batch)
        began = time.perf_counter()
        store.load(at, work, keys, ontology.ontology_files(), settings().load_bytes)
        seconds = time.perf_counter() - began
        for path in (work / "shards").iterdir():
            path.unlink()
        (work / "shards").rmdir()
    return len(store.open_read_only(at)), seconds


VALUES = {
    "cik": "10", "name": "company 10 ", "date": "2004-01-01", "filing": "0000000050-10-000050", "indication": "myeloma",
    "territory": "country 3", "licence": f"{ontology.ID}agreement/50", "node": f"{ontology.ID}agreement/50",
}  # fmt: skip
NAMES = {
    "person": "person 50 ",
    "licences-by-licensor": "university 10",
    "compound": "C-10",
    "indications": "drug10mab",
}
NAMES["licences-by-compound"] = "drug10mab"


def values(found: query.Query) -> dict[str, query.Value]:
    """What each parameter without a default is given."""
    chosen: dict[str, query.Value] = {p.name: VALUES[p.name] for p in found.parameters if p.default is None}
    return {**chosen, "name": NAMES[found.name]} if found.name in NAMES else chosen


def median(ask: Callable[[], int], runs: int) -> tuple[str, int]:
    """Median milliseconds and the number of rows; ">20000" for what was stopped."""
    times = []
    rows = 0
    for _ in range(runs):
        began = time.perf_counter()
        try:
            rows = ask()
        except (TimeoutError, UsageError) as error:
            return (f">{SECONDS * 1000}" if "took longer" in str(error) else "failed"), -1
        except Exception as error:  # of rdflib, whose own errors have no common base
            return type(error).__name__, -1
        times.append((time.perf_counter() - began) * 1000)
        if times[-1] > 2000:
            break
    return f"{statistics.median(times):.1f}", rows


def load_rdflib(at: Path) -> tuple[rdflib.Dataset, float]:
    """The store's quads in rdflib's memory, and the seconds that took."""
    made = rdflib.Dataset()
    text = "".join(f"{quad} .\n" for quad in store.open_read_only(at))
    began = time.perf_counter()
    made.parse(data=text, format="nquads")
    return made, time.perf_counter() - began


def ask_rdflib(graph: rdflib.Dataset, text: str) -> int:
    """Rows of the answer, within the time allowed."""

    def late(*_: object) -> None:
        raise TimeoutError("took longer")

    signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    try:
        return len(list(graph.query(text)))
    finally:
        signal.alarm(0)


def main() -> None:
    """Build both graphs, ask everything of both, print a table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quads", type=int, default=2_000_000)
    options.add_argument("--rdflib", type=int, default=200_000)
    options.add_argument("--runs", type=int, default=5)
    given = options.parse_args()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    print(f"{os.cpu_count()} cores, {memory:.0f} GB, Python {platform.python_version()}, rdflib {rdflib.__version__}")
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as scratch:
        large, small = Path(scratch) / "large", Path(scratch) / "small"
        quads, seconds = build(large, given.quads)
        print(f"store: {quads:,} quads loaded in {seconds:.1f} s, {store.size(large) / quads:.0f} bytes a quad")
        few, brief = build(small, given.rdflib)
        other, slow = load_rdflib(small)
        print(f"part:  {few:,} quads loaded in {brief:.1f} s by the store, in {slow:.1f} s by rdflib\n")
        print(f"{'query':26} {'rows':>6} {'store ms':>9}   {'part: rows':>10} {'store ms':>9} {'rdflib ms':>9}")
        with Reader(large, 8 << 30) as one, Reader(small, 8 << 30) as two:
            for reader in (one, two):
                reader.ask("ASK {}", {}, SECONDS, None)  # its process has started
            for name, found in query.library().items():
                text = query.bind(found, values(found))

                def by(reader: Reader, text: str = text) -> Callable[[], int]:
                    return lambda: len(reader.ask(text, {}, SECONDS, None))

                whole, rows = median(by(one), given.runs)
                part, some = median(by(two), given.runs)
                told, same = median(lambda text=text: ask_rdflib(other, text), given.runs)  # type: ignore[misc]
                note = "" if same in (some, -1) else f"  rdflib gave {same} rows"
                print(f"{name:26} {rows:6} {whole:>9}   {some:10} {part:>9} {told:>9}{note}", flush=True)


if __name__ == "__main__":
    main()
