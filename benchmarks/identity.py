"""Distinct organisation names (made by a rule) → clusters: seconds and peak memory at 10 000, 100 000 and 1 000 000.

    python benchmarks/identity.py [NUMBER ...]

A third of the names belong to companies with a CIK and a former name; the others are mentions of these in another case,
without or with another legal form, misspelled, or of nobody. One core, one process for each size.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator

from kg.identify import aliases, forms
from kg.identify import organizations as orgs
from kg.identify.book import NameBook
from kg.identify.clusters import cluster
from kg.identify.similar import similar
from kg.model.identity import Link, NameUse
from kg.names import org_key, slug

_HEADS = "ar bel cor dor el fen gal hel ix jor kal lum mor nov or pel quin ros sil tor ul ver wen xan yor zel".split()
_TAILS = "ada bex cia dine era fos gen ho ira jin kos lis mab nia ota pha qua ris sta tis una via wex yra zon".split()
_WORDS = "therapeutics pharma biosciences oncology medical holdings research sciences labs genomics systems".split()
_FORMS = ("Inc", "Corp", "LLC", "Ltd", "")
ID = "https://w3id.org/edgar-kg/id/"


def made(number: int) -> str:
    """The name of company `number`, without legal form."""
    first, rest = number % len(_HEADS), number // len(_HEADS)
    second, rest = rest % len(_TAILS), rest // len(_TAILS)
    third, rest = rest % len(_HEADS), rest // len(_HEADS)
    word, rest = rest % len(_WORDS), rest // len(_WORDS)
    fourth = _TAILS[rest % len(_TAILS)] if rest else ""
    return f"{_HEADS[first]}{_TAILS[second]}{_HEADS[third]}{fourth} {_WORDS[word]}".title()


def uses_of_companies(number: int) -> Iterator[NameUse]:
    """Two names of each of `number` companies: one until 2010, one since."""
    for one in range(number):
        company = f"{ID}company/{one:010}"
        yield NameUse(company, f"{made(2 * one)} {_FORMS[one % 4]}".upper(), "", "2010-01-01")
        yield NameUse(company, f"{made(2 * one + 1)} {_FORMS[one % 4]}".upper(), "2010-01-01", "")


def mentions(number: int) -> Iterator[orgs.OrgUse]:
    """Distinct names in texts: known ones in and out of time, misspelled ones, unknown ones."""
    for one in range(number):
        name = made(one)
        if one % 10 == 9:
            name = name[:3] + name[4:]
        year = 2004 if one % 2 == 0 else 2014
        yield orgs.OrgUse(
            f"{ID}organization/{slug(org_key(name))}_{one}",
            f"{one:010}-{year % 100:02}-000001",
            f"{year}-06-01",
            (f"{name} {_FORMS[one % 5]}".strip(),),
        )


def measure(number: int) -> tuple[int, int, int, float, int]:
    """(names, nodes that stand for another, candidates, seconds, bytes) of one run."""
    begun = time.process_time()
    companies = number // 3
    book = NameBook(uses_of_companies(companies))
    uses = list(mentions(number - 2 * companies))
    decided: dict[str, list[Link | None]] = defaultdict(list)
    candidates = 0
    for use in uses:
        link, open_ = aliases.decide(use, {}, orgs.decide(use, book), {})
        decided[use.node].append(link)
        candidates += len(open_)
    whole = {use.node: use.names for use in uses if not any(decided[use.node])}
    links = [*orgs.agreed(decided), *forms.written_otherwise(whole, book)]
    del decided, whole
    found = cluster(links, (), lambda node: ("/company/" not in node, node), lambda node: "")
    by_key = {org_key(use.names[0]): use.node for use in uses if use.node not in found}
    by_key |= {key: some[0].company for key, some in book.by_key()}
    every = candidates + len(similar(by_key))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return 2 * companies + len(uses), len(found), every, time.process_time() - begun, peak


def main() -> None:
    """Each size in a process of its own, so that peaks do not mix."""
    if sys.argv[1:2] == ["--one"]:
        print(*measure(int(sys.argv[2])), sep="\t")
        return
    print(f"{'names':>10} {'clustered':>10} {'candidates':>10} {'seconds':>8} {'MB':>6} {'µs/name':>8}")
    for number in map(int, sys.argv[1:] or ("10000", "100000", "1000000")):
        command = [sys.executable, __file__, "--one", str(number)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        names, found, open_, seconds, peak = (float(x) for x in done.stdout.split("\t"))
        each = seconds / names * 1e6
        print(f"{names:10,.0f} {found:10,.0f} {open_:10,.0f} {seconds:8.1f} {peak / 1e6:6,.0f} {each:8.1f}")


if __name__ == "__main__":
    main()
