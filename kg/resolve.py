"""A store, judgements and known names → the same store in which one node stands for each thing, and what is open.

Stages in order, each a pure function of what all filings say: organisations, persons, compounds, indications,
agreements, and the nodes made of them. The filings' graphs stay as they are; only the default graph changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pyoxigraph as ox

from kg import ontology, store
from kg.identify import agreements, compounds, dependents, indications, judgements, people
from kg.identify import organizations as orgs
from kg.identify.book import NameBook, header_uses
from kg.identify.clusters import cluster, follow
from kg.identify.keys import keys, short_key
from kg.identify.similar import similar
from kg.model.identity import Candidate, Corpus, Judgement, Link, Meaning, NameUse, Place
from kg.names import slug
from kg.settings import Settings

EKG = ontology.EKG
_NAMES = ("rdfs:label", "ekg:conformedName")
PREDICATES = tuple(
    dict.fromkeys(
        (
            "rdf:type", "rdfs:label", "skos:prefLabel", "skos:altLabel", "dct:type", "org:subOrganizationOf",
            "ekg:filedDate", "ekg:filer", "ekg:conformedName", "ekg:charterName", "ekg:hasFormerName", "schema:name",
            "org:member", "org:organization", "ekg:signer", "ekg:onBehalfOf", "skos:exactMatch",
            "ekg:compoundCode", "ekg:inn", "ekg:brandName", "ekg:developer", "ekg:compound", "ekg:hasGrant",
            "ekg:licensor", "ekg:licensee", "ekg:agreementKind", "ekg:agreementStatus", "ekg:executedDate",
            "ekg:effectiveDate", "ekg:announcedDate", *dependents.PREDICATES,
        )
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Diseases:
    """What the disease tables know: label and parents of an id ("DOID:9538")."""

    label: Callable[[str], str | None] = lambda identifier: None
    parents: Callable[[str], Sequence[str]] = lambda identifier: ()


@dataclass(frozen=True, slots=True)
class Identity:
    """Which node means which, why, and what is open."""

    meaning: Meaning
    links: tuple[Link, ...]
    candidates: tuple[Candidate, ...]
    uses: tuple[NameUse, ...]


@dataclass(slots=True)
class _State:
    """What the stages have found so far."""

    corpus: Corpus
    decided: Sequence[Judgement]
    everywhere: dict[str, str] = field(default_factory=dict)
    in_filing: dict[Place, str] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)

    def of(self, place: Place) -> str:
        return self.in_filing.get(place) or self.everywhere.get(place[1], place[1])

    def all_of(self, accession: str, nodes: Iterable[str]) -> frozenset[str]:
        return frozenset(self.of((accession, node)) for node in nodes)

    def take(self, links: Sequence[Link], rank: Callable[[str], tuple[object, ...]], *kinds: str) -> None:
        """Add the links of one stage: clusters of those that hold everywhere, then those of single filings."""
        starts = tuple(ontology.ID + kind + "/" for kind in kinds)
        judged = [j for j in self.decided if j.left.startswith(starts)]
        made = cluster(links, judged, rank, identifier)
        why: dict[str, Link] = {}
        for link in links:
            if not link.filing:
                why.setdefault(link.node, link)
        for link in links:  # a link counts for both its ends: either may give way
            if not link.filing:
                why.setdefault(link.target, link)
        self.everywhere.update(made)
        said = {(end, j) for j in judged if j.verdict == "same" for end in (j.left, j.right)}
        told = {end: ("judged the same",) for end, _ in said}
        for node, canonical in sorted(made.items()):
            reason = why.get(node, Link(node, canonical, reasons=("others lead to both",)))
            self.links.append(Link(node, canonical, "", reason.score, told.get(node) or reason.reasons))
        for link in follow(links, made, judged):
            if link.target != made.get(link.node, link.node):
                self.in_filing[link.filing, link.node] = link.target
                self.links.append(link)


def identifier(node: str) -> str:
    """What two things cannot share: the CIK of a company or person."""
    kind, _, name = node.removeprefix(ontology.ID).partition("/")
    return node if kind == "company" or (kind == "person" and name.isdigit()) else ""


def _rank(node: str) -> tuple[object, ...]:
    return (not identifier(node), node)


def identify(
    corpus: Corpus, decided: Sequence[Judgement] = (), listed: Iterable[NameUse] = (), diseases: Diseases = Diseases()
) -> Identity:
    """Cross-filing identity of all that a corpus names; `listed` are names from EDGAR's own lists."""
    state = _State(corpus, decided)
    uses = sorted({*name_uses(corpus), *listed})
    _organizations(state, NameBook(uses))
    _people(state)
    _compounds(state)
    _indications(state, diseases)
    _agreements(state)
    for kind in dependents.KINDS:
        links = list(dependents.joined(corpus, kind, EKG + kind.name, state.of))
        state.take(links, lambda node: (node,))
    closed = {frozenset((j.left, j.right)) for j in decided if j.verdict != "unsure"}
    open_ = [
        c for c in sorted(set(state.candidates))
        if frozenset((c.left, c.right)) not in closed and state.of((c.filing, c.left)) != state.of((c.filing, c.right))
    ]  # fmt: skip
    meaning = Meaning(state.everywhere, state.in_filing)
    return Identity(meaning, tuple(sorted(set(state.links))), tuple(open_), tuple(uses))


# -- organisations -----------------------------------------------------------------------------------------------------


def name_uses(corpus: Corpus) -> list[NameUse]:
    """Names that headers and texts say organisations bore, with time."""
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
    book = NameBook(headers)
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
    names = tuple(corpus.values(place, *_NAMES))
    use = orgs.OrgUse(node, accession, corpus.filed.get(accession, ""), names)
    link = None if identifier(node) else orgs.decide(use, book)[0]
    return link.target if link else node


def org_uses(corpus: Corpus, book: NameBook) -> Iterator[orgs.OrgUse]:
    """Every organisation without CIK as each filing names it."""
    former: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for (accession, owner), names in corpus.facts.get("ekg:hasFormerName", {}).items():
        former[accession] += [
            (k, owner) for n in names for v in corpus.values((accession, n), "schema:name") for k in keys(v)
        ]
    for place in corpus.of_type(EKG + "Organization"):
        accession, node = place
        names = corpus.values(place, *_NAMES)
        if not node.startswith(ontology.ID + "organization/") or not names:
            continue
        filed = corpus.filed.get(accession, "")
        above = set(corpus.values(place, "org:subOrganizationOf"))
        for parent in list(above):
            for name in corpus.values((accession, parent), *_NAMES):
                above.update(book.companies(name, filed))
        mine = {key for name in names for key in keys(name)}
        told = {owner for key, owner in former.get(accession, ()) if key in mine}
        formerly = frozenset(_owner(corpus, book, (accession, owner)) for owner in told)
        yield orgs.OrgUse(
            node, accession, filed, tuple(names), tuple(corpus.values(place, "skos:altLabel")),
            frozenset(kind.rpartition("_")[2] for kind in corpus.values(place, "dct:type")),
            frozenset(above), corpus.filers.get(accession, frozenset()), formerly,
        )  # fmt: skip


def _organizations(state: _State, book: NameBook) -> None:
    corpus = state.corpus
    uses = list(org_uses(corpus, book))
    links, candidates = orgs.by_name(uses, book)
    linked = {(link.filing, link.node) for link in links}
    rest = [use for use in uses if not {("", use.node), (use.accession, use.node)} & linked]
    defined = [
        (alias, place[1], place[0], corpus.filers.get(place[0], frozenset()))
        for place in corpus.of_type(EKG + "Organization", EKG + "Company")
        for alias in corpus.values(place, "skos:altLabel")
    ]
    more, open_ = orgs.by_alias(rest, defined)
    found = [*links, *more]
    state.take(found, _rank, "organization", "company")
    names = {use.node: use.names[0] for use in uses}
    filers: dict[str, frozenset[str]] = defaultdict(frozenset)
    for use in uses:
        filers[use.node] |= use.filers
    shorts = {n: v for n, v in names.items() if v.isupper() and " " not in v and len(v) < 8}
    by_key = {key: node for node in sorted(names) for key in keys(names[node]) if node not in state.everywhere}
    by_key |= {key: found_uses[0].company for key, found_uses in book.by_key()}
    state.candidates += [*candidates, *open_, *orgs.acronyms(names, shorts, filers), *similar(by_key)]


# -- persons -----------------------------------------------------------------------------------------------------------


def _people(state: _State) -> None:
    corpus = state.corpus
    orgs_of: dict[Place, set[str]] = defaultdict(set)
    for who, where in (("org:member", "org:organization"), ("ekg:signer", "ekg:onBehalfOf")):
        for (accession, node), persons in corpus.facts.get(who, {}).items():
            for person in persons:
                orgs_of[accession, person] |= state.all_of(accession, corpus.values((accession, node), where))
    members: dict[str, list[tuple[Place, str]]] = defaultdict(list)
    for place in corpus.of_type(EKG + "Person"):
        for organization in sorted(orgs_of.get(place, ())):
            for name in corpus.values(place, "schema:name", "rdfs:label"):
                members[organization].append((place, name))
    targets: dict[Place, tuple[str, str]] = {}
    for organization in sorted(members):
        every = members[organization]
        turned = {node for (_, node), _ in every if identifier(node)}
        groups, open_ = people.group(((node, name) for (_, node), name in every), turned)
        state.candidates += open_
        for nodes in groups:
            ids = [node for node in nodes if identifier(node)]
            if len(ids) > 1:
                state.candidates += [Candidate(ids[0], other, "", 0.5, ("same name, two CIKs",)) for other in ids[1:]]
                continue
            inside = [(place, name) for place, name in every if place[1] in nodes]
            names = {name for (_, node), name in inside if not identifier(node)}
            fullest = min(names, key=lambda n: (-len(people.parts(n)[1]), -len(n), n), default="")
            own = ontology.person_slug(people.bare(fullest))
            head = ids[0] if ids else ontology.mint("person", organization.rpartition("/")[2], own)
            for place, _ in inside:
                targets.setdefault(place, (head, "name variants in one organisation"))
    heads = {target for target, _ in targets.values()}
    state.take(_spread(targets), lambda node: (not identifier(node), node not in heads, node), "person")


def _spread(targets: dict[Place, tuple[str, str]]) -> list[Link]:
    """One link a node where all its filings agree, else one for each filing."""
    by_node: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for (accession, node), (target, reason) in sorted(targets.items()):
        by_node[node].append((accession, target, reason))
    links = []
    for node, found in by_node.items():
        if len({target for _, target, _ in found}) == 1:
            if found[0][1] != node:
                links.append(Link(node, found[0][1], "", 1.0, (found[0][2],)))
        else:
            links += [Link(node, target, accession, 1.0, (reason,)) for accession, target, reason in found]
    return links


# -- compounds, indications --------------------------------------------------------------------------------------------


def _parties(state: _State, accession: str, node: str) -> frozenset[str]:
    return state.all_of(accession, state.corpus.values((accession, node), "ekg:licensor", "ekg:licensee"))


def _compounds(state: _State) -> None:
    corpus = state.corpus
    owners: dict[Place, set[str]] = defaultdict(set)
    around: dict[str, set[str]] = defaultdict(set)
    related: dict[str, set[str]] = defaultdict(set)
    for (accession, node), found in corpus.facts.get("ekg:developer", {}).items():
        owners[accession, node] |= state.all_of(accession, found)
    for accession, node in corpus.of_type(EKG + "LicenseAgreement"):
        parties = _parties(state, accession, node)
        around[accession] |= parties
        for party in parties:
            related[party] |= parties
        for grant in corpus.values((accession, node), "ekg:hasGrant"):
            for drug in corpus.values((accession, grant), "ekg:compound"):
                owners[accession, drug] |= parties
    for (accession, node), found in corpus.facts.get("org:subOrganizationOf", {}).items():
        below = state.of((accession, node))
        for parent in state.all_of(accession, found):
            related[below].add(parent)
            related[parent].add(below)
    uses = [
        compounds.CompoundUse(
            place[1], place[0],
            tuple(corpus.values(place, "rdfs:label", "skos:altLabel", "ekg:compoundCode", "ekg:inn", "ekg:brandName")),
            frozenset(owners.get(place, ())),
            frozenset(around.get(place[0], ())) | corpus.filers.get(place[0], frozenset()),
        )
        for place in corpus.of_type(EKG + "Compound")
    ]  # fmt: skip
    parting = compounds.part(uses, {org: frozenset(near) for org, near in related.items()})
    parted = {(link.filing, link.node): link.target for link in parting}
    links, open_ = compounds.by_alias(uses, parted)
    state.candidates += open_
    state.take([*parting, *links], lambda node: ("_" in node.rpartition("/")[2], node), "compound")


def _term(iri: str) -> str:
    """ "…/obo/DOID_9538" → "DOID:9538"."""
    return iri.rpartition("/")[2].replace("_", ":", 1)


def _ids(corpus: Corpus) -> dict[str, set[str]]:
    ids: dict[str, set[str]] = defaultdict(set)
    for place in corpus.of_type(EKG + "Indication"):
        ids[place[1]].update(corpus.values(place, "skos:exactMatch"))
    return ids


def _indications(state: _State, diseases: Diseases) -> None:
    ids = {node: found for node, found in _ids(state.corpus).items() if found}
    links = indications.by_id(ids, lambda iri: slug(diseases.label(_term(iri)) or "-"))
    heads = {link.target for link in links}
    state.take(links, lambda node: (node not in heads, node), "indication")


# -- agreements --------------------------------------------------------------------------------------------------------


def _agreements(state: _State) -> None:
    corpus = state.corpus
    uses = []
    for place in corpus.of_type(EKG + "LicenseAgreement"):
        accession, node = place
        drugs = (d for g in corpus.values(place, "ekg:hasGrant") for d in corpus.values((accession, g), "ekg:compound"))
        uses.append(
            agreements.AgreementUse(
                node, accession, corpus.filed.get(accession, ""),
                state.all_of(accession, corpus.values(place, "ekg:licensor")),
                state.all_of(accession, corpus.values(place, "ekg:licensee")),
                corpus.first(place, "ekg:agreementKind").rpartition("_")[2],
                corpus.first(place, "ekg:agreementStatus").rpartition("_")[2],
                state.all_of(accession, drugs),
                *(corpus.first(place, f"ekg:{name}Date") for name in ("executed", "effective", "announced")),
            )
        )  # fmt: skip
    links, open_ = agreements.same(uses)
    state.candidates += open_
    filed = {use.node: use.filed for use in uses}
    state.take(links, lambda node: (filed.get(node, "9999"), node), "agreement")


# -- what identity adds to the default graph ---------------------------------------------------------------------------


def known(found: Identity, corpus: Corpus, diseases: Diseases = Diseases()) -> list[ox.Triple]:
    """Companies of lists that links lead to and no filing describes; diseases above those that filings name."""
    triples = set()
    described = {node for _, node in corpus.facts.get("rdf:type", {})}
    names = {use.company: use.name for use in found.uses if use.source == "list" and not use.until}
    for link in found.links:
        if link.target in names and link.target not in described:
            company = link.target
            triples |= {
                _triple(company, "rdf:type", ox.NamedNode(EKG + "Company")),
                _triple(company, "ekg:cik", ox.Literal(company.rpartition("/")[2])),
                _triple(company, "rdfs:label", ox.Literal(names[company])),
            }
    bearers: dict[str, str] = {}
    for node, ids in sorted(_ids(corpus).items()):
        for iri in ids:
            bearers.setdefault(_term(iri), found.meaning.everywhere.get(node, node))
    queue, seen = sorted(bearers), set(bearers)
    for term in queue:
        child = bearers[term]
        for parent in diseases.parents(term):
            label = diseases.label(parent)
            if not label:
                continue
            node = bearers.setdefault(
                parent, found.meaning.everywhere.get(made := ontology.mint("indication", slug(label)), made)
            )
            if node != child:
                triples.add(_triple(child, "skos:broader", ox.NamedNode(node)))
            if parent not in seen:
                seen.add(parent)
                queue.append(parent)
                if node not in described:
                    triples.add(_triple(node, "rdf:type", ox.NamedNode(EKG + "Indication")))
                    triples.add(_triple(node, "skos:prefLabel", ox.Literal(label, language="en")))
    return sorted(triples, key=str)


def _triple(subject: str, predicate: str, obj: ox.NamedNode | ox.Literal) -> ox.Triple:
    prefix, _, local = predicate.partition(":")
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(ontology.PREFIXES[prefix] + local), obj)


def statements(found: Identity) -> Iterator[ox.Triple]:
    """The identity graph: links with reasons, candidates, names in use."""
    for link in found.links:
        yield from link_statements(link)
    for one in found.candidates:
        node = ontology.hashed("candidate", "", one.filing, one.left, one.right)
        yield _triple(node, "rdf:type", ox.NamedNode(EKG + "IdentityCandidate"))
        yield _triple(node, "ekg:leftNode", ox.NamedNode(one.left))
        yield _triple(node, "ekg:rightNode", ox.NamedNode(one.right))
        yield from _scored(node, one.filing, one.score, one.reasons)
    for use in found.uses:
        yield from name_statements(use)


def name_statements(use: NameUse) -> Iterator[ox.Triple]:
    """One use of a name, found by its key."""
    node = ontology.hashed("nameuse", "", use.company, use.name, use.since, use.until)
    yield _triple(node, "rdf:type", ox.NamedNode(EKG + "NameUse"))
    yield _triple(node, "ekg:nameOf", ox.NamedNode(use.company))
    yield _triple(node, "schema:name", ox.Literal(use.name))
    for key in filter(None, (*keys(use.name), short_key(use.name))):
        yield _triple(node, "ekg:nameKey", ox.Literal(key))
    for name, day in (("ekg:usedFrom", use.since), ("ekg:usedUntil", use.until)):
        if day:
            yield _triple(node, name, ox.Literal(day))


def link_statements(link: Link) -> Iterator[ox.Triple]:
    """One link: `owl:sameAs` where it holds everywhere, and a resolution with score and reasons."""
    if not link.filing:
        yield _triple(link.node, "owl:sameAs", ox.NamedNode(link.target))
    node = ontology.hashed("resolution", "", link.filing, link.node, link.target)
    yield _triple(node, "rdf:type", ox.NamedNode(EKG + "Resolution"))
    yield _triple(node, "ekg:mention", ox.NamedNode(link.node))
    yield _triple(node, "ekg:resolvedTo", ox.NamedNode(link.target))
    yield from _scored(node, link.filing, link.score, link.reasons)


def _scored(node: str, filing: str, score: float, reasons: Iterable[str]) -> Iterator[ox.Triple]:
    if filing:
        yield _triple(node, "ekg:inGraph", ox.NamedNode(ontology.graph(filing)))
    decimal = ox.NamedNode(ontology.PREFIXES["xsd"] + "decimal")
    yield _triple(node, "ekg:matchScore", ox.Literal(str(round(score, 3)), datatype=decimal))
    for reason in reasons:
        yield _triple(node, "ekg:matchReason", ox.Literal(reason))


# -- the store ---------------------------------------------------------------------------------------------------------


def diseases() -> Diseases:
    """The disease tables that extraction uses."""
    from kg.extract.diseases import disease_index

    index = disease_index()
    return Diseases(index.label, index.parents)


def resolve(
    at: Path, decided: Sequence[Judgement], listed: Iterable[NameUse], settings: Settings,
    progress: Callable[[str, int, int | None], None] = lambda step, done, total: None,
) -> Identity:  # fmt: skip
    """Compute identity for the store at `at` and apply it; the old store stays until the new one is complete."""
    at = at.absolute()
    judgements.check(decided)
    with store.writing(at) as work:
        opened = store.open_read_only(at)
        corpus = store.corpus(opened, PREDICATES)
        del opened
        tables = diseases()
        found = identify(corpus, decided, listed, tables)
        store.apply(
            at, work, found.meaning, (f"{t} ." for t in statements(found)),
            (f"{t} ." for t in known(found, corpus, tables)), settings.load_bytes,
            lambda done, total: progress("load", done, total),
        )  # fmt: skip
    return found


def of_filing(opened: ox.Store, filing: store.FilingGraph) -> list[ox.Triple]:
    """What the names in use say of a filing that comes into a resolved store: statements for the identity graph.

    Organisations, and persons by them, are looked up in the store's index of names; the rest waits for `resolve`.
    """
    alone = ox.Store()
    alone.bulk_load(filing.graph, ox.RdfFormat.N_QUADS, lenient=True)
    corpus = store.corpus(alone, PREDICATES)
    named = {key for use in org_uses(corpus, NameBook()) for name in use.names for key in keys(name)}
    uses = [use for key in sorted(named) for use in store.names_in_use(opened, key)]
    own = name_uses(corpus)
    fresh = [
        u for u in own if u.company not in {o.company for k in keys(u.name) for o in store.names_in_use(opened, k)}
    ]
    state = _State(corpus, ())
    _organizations(state, NameBook([*uses, *fresh]))
    _people(state)
    graph = ox.NamedNode(ontology.graph(filing.accession))
    held = {node: store.canonical(opened, node) for _, node in corpus.facts.get("rdf:type", {})}
    triples: list[ox.Triple] = []
    made = {link.node: link for link in state.links}
    for node, link in sorted(made.items()):
        target = next(iter(store.canonical(opened, link.target)), link.target)
        if held.get(node) != [target]:
            triples += link_statements(Link(node, target, filing.accession, link.score, link.reasons))
    for one in state.candidates:  # a name that has gone to another bearer no longer means the one it meant
        if one.filing and one.left not in made and one.right in held.get(one.left, ()):
            triples += link_statements(Link(one.left, one.left, filing.accession, 1.0, one.reasons))
    for use in fresh:
        about = list(name_statements(use))
        triples += [*about, ox.Triple(about[0].subject, ox.NamedNode(EKG + "inGraph"), graph)]
    return sorted(set(triples), key=str)


def undo(at: Path, settings: Settings) -> None:
    """Take all identity out of the store: every node stands for itself again."""
    at = at.absolute()
    with store.writing(at) as work:
        store.apply(at, work, Meaning(), (), (), settings.load_bytes)
