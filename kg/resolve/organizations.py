"""What a corpus says of organisations → names in time, and the links between organisations that follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg import ontology
from kg.identify import aliases, forms
from kg.identify import organizations as orgs
from kg.identify.book import NameBook, header_uses
from kg.identify.keys import keys
from kg.identify.similar import similar
from kg.model.identity import Candidate, Corpus, Link, Meaning, NameUse, Place
from kg.resolve.state import EKG, State, cik

NAMES = ("rdfs:label", "ekg:conformedName")


def name_uses(corpus: Corpus, others: Iterable[NameUse] = ()) -> list[NameUse]:
    """Names that headers and texts say organisations bore, with time.

    `others` are names in headers of which the corpus does not tell; they count where a text names an organisation.
    """
    seen, former = [], []
    for predicate in ("ekg:conformedName", "ekg:charterName"):
        for (accession, node), values in corpus.facts.get(predicate, {}).items():
            seen += [(node, name, corpus.filed.get(accession, "")) for name in values]
    told = []
    for (accession, owner), names in corpus.facts.get("ekg:hasFormerName", {}).items():
        for node in names:
            place = (accession, node)
            for name in corpus.values(place, "schema:name"):
                if day := corpus.first(place, "ekg:headerNameChangeDate"):
                    former.append((owner, name, day))
                else:
                    until = corpus.first(place, "ekg:usedUntil") or corpus.filed.get(accession, "")
                    told.append((accession, NameUse(owner, name, corpus.first(place, "ekg:usedFrom"), until, "text")))
    headers = header_uses(seen, former)
    book = NameBook([*headers, *others])
    dated = {(owner, key) for owner, name, _ in former for key in keys(name)}
    first: dict[tuple[str, str], NameUse] = {}
    owned = (replace(use, company=_owner(corpus, book, (accession, use.company))) for accession, use in told)
    for use in sorted(owned, key=lambda use: (use.until or "9999", use)):
        if (use.company, keys(use.name)[0]) not in dated:
            first.setdefault((use.company, keys(use.name)[0]), use)
    return [*headers, *first.values()]


def _owner(corpus: Corpus, book: NameBook, place: Place) -> str:
    """The company that an organisation of a text is, if its name tells; else the organisation."""
    accession, node = place
    names = tuple(corpus.values(place, *NAMES))
    use = orgs.OrgUse(node, accession, corpus.filed.get(accession, ""), names)
    link = None if cik(node) else orgs.decide(use, book)[0]
    return link.target if link else node


def org_uses(corpus: Corpus, book: NameBook, places: Iterable[Place]) -> Iterator[orgs.OrgUse]:
    """Organisations without CIK as filings name them."""
    former: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for (accession, owner), names in corpus.facts.get("ekg:hasFormerName", {}).items():
        former[accession] += [
            (k, owner) for n in names for v in corpus.values((accession, n), "schema:name") for k in keys(v)
        ]
    for place in places:
        accession, node = place
        names = corpus.values(place, *NAMES)
        if not node.startswith(ontology.ID + "organization/") or not names:
            continue
        filed = corpus.filed.get(accession, "")
        above = set(corpus.values(place, "org:subOrganizationOf"))
        for parent in list(above):
            for name in corpus.values((accession, parent), *NAMES):
                above.update(book.companies(name, filed))
        mine = {key for name in names for key in keys(name)}
        told = {owner for key, owner in former.get(accession, ()) if key in mine and owner != node}
        formerly = frozenset(_owner(corpus, book, (accession, owner)) for owner in told)
        yield orgs.OrgUse(
            node, accession, filed, tuple(names), tuple(corpus.values(place, "skos:altLabel")),
            frozenset(kind.rpartition("_")[2] for kind in corpus.values(place, "dct:type")),
            frozenset(above), corpus.filers.get(accession, frozenset()), formerly,
        )  # fmt: skip


def _successions(corpus: Corpus) -> dict[str, list[frozenset[str]]]:
    """Node → legal forms that a text calls those of one organisation: "Acme plc, formerly Acme Inc."."""
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for (accession, owner), names in corpus.facts.get("ekg:hasFormerName", {}).items():
        now = corpus.values((accession, owner), *NAMES)
        before = [v for n in names for v in corpus.values((accession, n), "schema:name")]
        shared = {key for name in now for key in keys(name)}
        before = [name for name in before if shared & set(keys(name))]
        if before:
            found[owner].append(forms.families([*now, *before]))
    return found


def _lei(corpus: Corpus) -> dict[str, str]:
    """Node → its Legal Entity Identifier, where filings state one and agree."""
    told: dict[str, set[str]] = defaultdict(set)
    for (_, node), values in corpus.facts.get("ekg:lei", {}).items():
        told[node].update(value.strip().upper() for value in values)
    return {node: next(iter(values)) for node, values in told.items() if len(values) == 1}


def _same_lei(lei: dict[str, str]) -> Iterator[Link]:
    heads: dict[str, str] = {}
    for node in sorted(lei, key=lambda node: (not cik(node), node)):
        if (head := heads.setdefault(lei[node], node)) != node:
            yield Link(node, head, "", 1.0, ("same Legal Entity Identifier",))


def join_organizations(state: State, book: NameBook) -> None:
    """Links of organisations to companies and to each other."""
    corpus = state.corpus
    uses = list(org_uses(corpus, book, state.of_type(EKG + "Organization")))
    by_book = {(use.accession, use.node): orgs.decide(use, book) for use in uses}
    parting = forms.part([u for u in uses if by_book[u.accession, u.node][0] is None], _successions(corpus))
    means = {(link.filing, link.node): link.target for link in parting}
    means |= {place: link.target for place, (link, _) in by_book.items() if link}
    defined = [
        (alias, means.get(place, place[1]), place[0], corpus.filers.get(place[0], frozenset()))
        for place in corpus.of_type(EKG + "Organization", EKG + "Company")
        for alias in corpus.values(place, "skos:altLabel")
    ]
    table = aliases.table_of(defined)
    names: dict[str, str] = {}
    for use in uses:
        names[use.node] = min(use.names[0], names.get(use.node, use.names[0]))
    decided: dict[str, list[Link | None]] = defaultdict(list)
    open_: list[Candidate] = []
    parted = {(link.filing, link.node): link for link in parting}
    for use in uses:
        place = (use.accession, use.node)
        link, candidates = aliases.decide(use, table, by_book[place], names)
        decided[use.node].append(link or parted.get(place))
        open_ += candidates
    every: dict[str, set[str]] = defaultdict(set)
    for use in uses:
        every[use.node].update(use.names)
    whole = {node: every[node] for node, links in decided.items() if not any(links)}
    lei = _lei(corpus)
    links = [*orgs.agreed(decided), *forms.written_otherwise(whole, book), *_same_lei(lei)]

    def identifier(node: str) -> str:
        return " ".join(filter(None, (cik(node), f"lei:{lei[node]}" if node in lei else "")))

    def rank(node: str) -> tuple[object, ...]:
        return (not cik(node), node not in lei, -max(map(len, every.get(node, ("",)))), node)

    state.take(links, rank, "organization", "company", identifier=identifier)
    state.candidates += open_


def org_keys(node: str, names: Iterable[str], others: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """The keys by which an organisation is looked up: those of its names and other names, but of a company of the
    latter alone, as its names have times."""
    if node.startswith(ontology.ID + "organization/"):
        yield from ((node, "name", key) for name in names for key in keys(name))
    yield from ((node, "alias", key) for name in others for key in keys(name))


def alike(corpus: Corpus, meaning: Meaning, uses: Iterable[NameUse]) -> list[Candidate]:
    """Pairs that nothing but their spelling, or initials, suggests. They are sought when somebody reviews: one more
    name may change any of them, so no filing is their witness."""
    names: dict[str, str] = {}
    filers: dict[str, frozenset[str]] = defaultdict(frozenset)
    for place in corpus.of_type(EKG + "Organization"):
        accession, node = place
        called = corpus.values(place, *NAMES)
        if node.startswith(ontology.ID + "organization/") and called:
            names[node] = min(called[0], names.get(node, called[0]))
            filers[node] |= corpus.filers.get(accession, frozenset())
    shorts = {n: v for n, v in names.items() if v.isupper() and " " not in v and len(v) < 8}
    by_key = {key: node for node in sorted(names) for key in keys(names[node]) if node not in meaning.everywhere}
    by_key |= {key: found[0].company for key, found in NameBook(uses).by_key()}
    every = {*aliases.acronyms(names, shorts, filers), *similar(by_key)}
    whole = meaning.everywhere
    return sorted(c for c in every if whole.get(c.left, c.left) != whole.get(c.right, c.right))
