"""One more filing for a resolved store: milliseconds, with stores of 300 and 3 000 invented filings.

    python benchmarks/added.py [NUMBER ...]

Each filing is of one of NUMBER / 10 companies; it names three other companies, all of them name one agency, two persons
sign, and one licence of the filer's own compound is told again. The time is that of the process, disk included.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import pyoxigraph as ox

from kg import ontology, resolve, store
from kg.settings import settings

_PREFIXES = {
    **ontology.PREFIXES,
    **{kind: f"{ontology.ID}{kind}/" for kind in (
        "company", "organization", "person", "filing", "filer", "agreement", "grant", "compound", "position"
    )},
}  # fmt: skip
_TELLING = """
filing:{a} a ekg:Filing ; ekg:filedDate "{day}"^^xsd:date ; ekg:accessionNumber "{a}" ; ekg:hasFiler filer:{a}_1 .
filer:{a}_1 a ekg:FilerEntry ; ekg:filer company:{cik} .
company:{cik} a ekg:Company ; ekg:cik "{cik}" ; ekg:conformedName "FIRM {n} BIO INC" ; rdfs:label "FIRM {n} BIO INC" .
{others}
organization:agency a ekg:Organization ; rdfs:label "National Drug Agency" .
person:{cik}_ann-roe a ekg:Person ; schema:name "Ann Roe" .
person:{cik}_{short} a ekg:Person ; schema:name "{name}" .
position:{cik}_ann-roe_ceo a ekg:Position ; org:member person:{cik}_ann-roe ; org:organization company:{cik} ;
  ekg:titleText "Chief Executive Officer" .
position:{cik}_{short}_cfo a ekg:Position ; org:member person:{cik}_{short} ; org:organization company:{cik} ;
  ekg:titleText "Chief Financial Officer" .
compound:fb-{n} a ekg:Compound ; rdfs:label "FB-{n}" ; ekg:compoundCode "FB-{n}" ; ekg:developer company:{cik} .
agreement:lic-{a} a ekg:LicenseAgreement ; ekg:licensor organization:firm-{other}-bio ; ekg:licensee company:{cik} ;
  ekg:agreementKind ekgc:agreement_license ; ekg:agreementStatus ekgc:status_executed ;
  ekg:executedDate "2004-05-06"^^xsd:date ; ekg:hasGrant grant:lic-{a}_1 ; ekg:disclosedIn filing:{a} .
grant:lic-{a}_1 a ekg:LicenseGrant ; ekg:compound compound:fb-{n} ; ekg:exclusivity ekgc:exclusivity_exclusive .
"""


def filing(number: int, companies: int) -> store.FilingGraph:
    """Filing `number` as the store takes it."""
    n = number % companies
    accession = f"{n:010}-{5 + number // companies % 20:02}-{number:06}"
    names = [(n + step) % companies for step in (1, 7, 31)]
    others = "\n".join(
        f'organization:firm-{o}-bio a ekg:Organization ; rdfs:label "Firm {o} Bio, Inc." .' for o in names
    )
    short, name = [("robert-poe", "Robert Poe"), ("bob-poe", "Bob Poe")][number // companies % 2]
    told = _TELLING.format(
        a=accession, day=f"20{5 + number // companies % 20:02}-03-01", cik=f"{n + 1:010}", n=n, other=names[0],
        others=others, short=short, name=name,
    )  # fmt: skip
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in _PREFIXES.items())
    lines = sorted({str(q.triple) for q in ox.parse(head + told, ox.RdfFormat.TURTLE)})
    return store.FilingGraph(
        accession, f"{number}.txt", f"{number:064}", len(told), "made", len(lines),
        "".join(f"{line} <{ontology.graph(accession)}> .\n" for line in lines).encode(),
        "".join(f"{line} .\n" for line in lines).encode(),
    )  # fmt: skip


def _change(opened: ox.Store, told: store.FilingGraph) -> store.Change | None:
    return resolve.change(opened, told.accession, told.graph)


def measure(number: int) -> tuple[float, float, float]:
    """(seconds to resolve them all, median and longest milliseconds of adding one of thirty more)."""
    companies = max(number // 10, 40)
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder) / "s"
        with store.writing(at) as work:
            (work / "shards").mkdir()
            every = [filing(one, companies) for one in range(number)]
            store.write_shard(work / "shards", "k", ["made"], every)
            store.load(at, work, ["k"], (), 1 << 24)
        begun = time.process_time()
        resolve.resolve(at, (), (), settings())
        whole = time.process_time() - begun
        took = []
        opened = store.open_writable(at)
        for one in range(number, number + 30):
            begun = time.process_time()
            told = filing(one, companies)
            store.put(opened, told, partial(_change, opened))
            took.append((time.process_time() - begun) * 1000)
        del opened
    return whole, statistics.median(took), max(took)


def main() -> None:
    print(f"{'filings':>8} {'resolve s':>10} {'add: median ms':>15} {'longest ms':>11}")
    for number in map(int, sys.argv[1:] or ("300", "3000")):
        whole, median, longest = measure(number)
        print(f"{number:8,} {whole:10.1f} {median:15.0f} {longest:11.0f}", flush=True)


if __name__ == "__main__":
    main()
