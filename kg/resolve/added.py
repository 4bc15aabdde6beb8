"""A filing that comes into a resolved store, or leaves it → what identity becomes, as if resolved anew.

The stages of `resolve`, each over the few nodes that the filing may touch (`partial`); what moves in one stage is told
to the next. All other nodes mean what they meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import pyoxigraph as ox

from kg import ontology, store
from kg.identify import dependents
from kg.identify.book import NameBook
from kg.identify.keys import keys, short_key
from kg.identify.organizations import decide
from kg.model.identity import Corpus, Judgement, NameUse, Place
from kg.resolve import graphs, partial
from kg.resolve.agreements import join_agreements
from kg.resolve.organizations import NAMES, join_organizations, name_uses, org_keys, org_uses
from kg.resolve.partial import COMPANY, ORGANIZATION, PARTIES, Names, Partial
from kg.resolve.people import join_people
from kg.resolve.science import NAMES as DRUG_NAMES
from kg.resolve.science import compound_keys, join_compounds, join_indications
from kg.resolve.state import EKG, Diseases

_NAMED_IN_TIME = ("ekg:conformedName", "ekg:charterName", "ekg:hasFormerName")
_TIMES = (*NAMES, *_NAMED_IN_TIME, "schema:name", "ekg:headerNameChangeDate", "ekg:usedFrom", "ekg:usedUntil")
_NAME_IRIS = frozenset(partial.iri(name) for name in NAMES)
_TELLING = frozenset(
    partial.iri(name) for name in ("skos:altLabel", "ekg:lei", "ekg:hasFormerName", "org:subOrganizationOf")
)
More = Mapping[str, Mapping[Place, list[str]]]


class Book:
    """The names in use when the filing has come: those of the store, but of some organisations new ones."""

    def __init__(self, opened: ox.Store) -> None:
        self._store = opened
        self.old: dict[str, list[NameUse]] = {}
        self.new: dict[str, list[NameUse]] = {}

    def uses(self, key: str) -> set[NameUse]:
        """Uses of names of this key."""
        found = {use for use in store.names_in_use(self._store, key) if use.company not in self.new}
        return found | {use for uses in self.new.values() for use in uses if key in _keys(use)}

    def changed(self) -> set[str]:
        """Keys of names that come or go."""
        return {key for one in self.new for use in {*self.old[one]} ^ {*self.new[one]} for key in _keys(use)}


def _keys(use: NameUse) -> tuple[str, ...]:
    return tuple(filter(None, (*keys(use.name), short_key(use.name))))


def change(
    around: store.Around, predicates: Sequence[str], decided: Sequence[Judgement], diseases: Callable[[], Diseases]
) -> store.Change:
    """What identity becomes with the filing of `around`; judgements about nodes that it does not touch wait."""
    state = Partial(Corpus(), decided, around=around, only=set())
    names, book = Names(around), Book(around.store)
    told = _Told(around)
    _names_in_time(around, names, book, told)

    def decide(nodes: Iterable[str], stage: Callable[[], None], more: More | None = None) -> None:
        fresh = set(nodes)
        assert state.only is not None
        state.only |= fresh
        state.decided = [one for one in decided if one.left in fresh or one.right in fresh]
        state.corpus = around.corpus(fresh, predicates, more)
        links = len(state.links)
        stage()
        made = {link.node for link in state.links[links:]}
        parted = {target for n in fresh for target in store.resolutions(around.store, n).values()}
        state.only |= made | {node for node in parted if node.partition("_")[0] in fresh}
        state.move(fresh | made)

    _organizations(state, names, book, told, decide)
    nodes, held = partial.persons(state, told.of("Person") | state.reached("Person"), decided)
    decide(nodes, lambda: join_people(state), held)
    nodes = partial.closed(_drugs(state, told), partial.near_compound(state, names), decided)
    decide(nodes, lambda: join_compounds(state), _around_compounds(state, nodes))
    start = {node for node in told.of("Indication") if not _known_disease(around, decided, told, node)}
    nodes = partial.closed(start, partial.near_indication(state), decided)
    tables = diseases() if nodes else Diseases()
    decide(nodes, lambda: join_indications(state, tables))
    start = told.of("LicenseAgreement") | state.reached("LicenseAgreement")
    nodes = partial.closed(start, partial.near_agreement(state), decided)
    decide(nodes, lambda: join_agreements(state))
    for kind in dependents.KINDS:
        start = told.of(kind.name) | state.reached(kind.name)
        near = partial.near_dependent(state, kind.owned_by, kind.anchors)
        nodes = partial.closed(start, near, ())
        owners: dict[Place, list[str]] = {}
        for node in nodes if kind.owned_by else ():
            for place in around.subjects(kind.owned_by, node):
                owners.setdefault(place, []).append(node)

        def join(kind: dependents.Kind = kind) -> None:
            places = state.of_type(EKG + kind.name)
            state.take(list(dependents.joined(state.corpus, kind, places, state.of)), lambda one: (one,))

        decide(nodes, join, {kind.owned_by: owners} if kind.owned_by else None)
    return _change(state, told, book, decided, tables)


class _Told:
    """What the filing says, before and from now on."""

    def __init__(self, around: store.Around) -> None:
        self.before = around.before()
        self.quads = [*self.before, *around.now()]
        self._kinds: dict[str, set[str]] = {}
        for quad in self.quads:
            if store.text_of(quad.predicate) == ontology.PREFIXES["rdf"] + "type":
                kind = self._kinds.setdefault(store.text_of(quad.object), set())
                node = store.text_of(quad.subject)
                kind |= {node, *(self._mates(around, node) if self.before else ())}

    @staticmethod
    def _mates(around: store.Around, node: str) -> set[str]:
        """What has stood, or may stand, for the same: it may part when a filing goes."""
        opened = around.store
        meant = {around.meant((around.accession, node)), around.everywhere(node)}
        return {one for target in meant for one in store.bearers(opened, target)} | store.partners(opened, node)

    def of(self, *kinds: str) -> set[str]:
        """Nodes of these classes."""
        return {node for kind in kinds for node in self._kinds.get(EKG + kind, ())}

    def saying(self, *predicates: str) -> list[ox.Quad]:
        """Statements by prefixed predicates."""
        wanted = {ontology.PREFIXES[p.partition(":")[0]] + p.partition(":")[2] for p in predicates}
        return [quad for quad in self.quads if store.text_of(quad.predicate) in wanted]


def _names_in_time(around: store.Around, names: Names, book: Book, told: _Told) -> None:
    """Names that organisations bear when the filing has come, of all organisations for which that may differ."""
    opened = around.store
    start = {store.text_of(quad.subject) for quad in told.saying(*_NAMED_IN_TIME)}
    concerned = set(start)
    for quad in told.saying(*NAMES):
        if store.text_of(quad.subject) in start:
            concerned |= {
                u.company for key in keys(store.text_of(quad.object)) for u in store.names_in_use(opened, key)
            }
    while concerned - set(book.new):
        corpus = around.corpus(concerned, _TIMES)
        called = {key for place in corpus.facts["rdfs:label"] for v in corpus.values(place, *NAMES) for key in keys(v)}
        others = {u for key in called for u in store.names_in_use(opened, key) if u.source == "header"}
        made = name_uses(corpus, [use for use in others if use.company not in concerned])
        for one in concerned:
            before = store.names_of(opened, one)
            listed = [use for use in before if use.source == "list"]
            book.old[one], book.new[one] = before, listed
        for use in made:
            if use.company in concerned:
                book.new[use.company].append(use)
        concerned |= {use.company for use in made}
        concerned |= {u.company for key in book.changed() for u in store.names_in_use(opened, key)}
        borne = {key for one in book.new for use in (*book.old[one], *book.new[one]) for key in keys(use.name)}
        owners = {node for key in borne for node in names(key, ORGANIZATION)}
        concerned |= {node for node in owners if around.values(node, "ekg:hasFormerName")}


def _organizations(state: Partial, names: Names, book: Book, told: _Told, decide: Callable[..., None]) -> None:
    around, changed = state.around, book.changed()
    start = {node for node in told.of("Organization") if node.startswith(ORGANIZATION)}
    start = {node for node in start if not _settled(state, names, book, told, node)}
    start |= {node for key in changed for node in names(key, ORGANIZATION)}
    for quad in told.saying("skos:altLabel"):
        if store.text_of(quad.subject).startswith((ORGANIZATION, COMPANY)):
            start |= {node for key in keys(store.text_of(quad.object)) for node in names(key, ORGANIZATION)}
    bearers = {use.company for key in changed for use in book.uses(key)} | start
    bearers |= {one for one in book.new if {*book.old[one]} ^ {*book.new[one]}}
    for one in bearers:  # of whom texts say that they are above another, or that they bore another's name
        start |= {node for _, node in around.subjects("org:subOrganizationOf", one)}
    for owner in bearers | {store.text_of(quad.subject) for quad in told.saying("ekg:hasFormerName")}:
        for quad in around.quads(owner, "ekg:hasFormerName", None):
            accession, _ = store.place(quad)
            for name in around.quads(store.text_of(quad.object), "schema:name", None, accession):
                start |= {node for key in keys(store.text_of(name.object)) for node in names(key, ORGANIZATION)}
    start |= {store.text_of(quad.subject) for quad in told.saying("ekg:lei")}
    near = partial.near_organization(state, names)
    judged = {node for one in state.decided for node in (one.left, one.right) if node.startswith(COMPANY)}
    nodes, grown = set(start), set(start)
    while True:
        nodes = partial.closed(nodes | grown, near, state.decided)
        called = {v for node in nodes for v in around.values(node, *NAMES)}
        wanted = {key for name in called for key in keys(name)}
        former = _former(around, nodes)
        others = {place for place in former if place[1].startswith(ORGANIZATION)}
        for node in nodes:
            for quad in around.quads(node, "org:subOrganizationOf", None):
                others.add((store.place(quad)[0], store.text_of(quad.object)))
        for accession, node in others:
            said = {store.text_of(q.object) for p in NAMES for q in around.quads(node, p, None, accession)}
            wanted |= {key for name in said for key in keys(name)}
        uses = {use for key in wanted for use in book.uses(key)}
        met = {use.company for use in uses} & {*judged, *_with_lei(around, uses)}
        if not (grown := met - nodes):
            break
    defined: dict[str, dict[Place, list[str]]] = {"rdf:type": {}, "ekg:hasFormerName": former}
    for node in {n for name in called for key in keys(name) for n in names(key, COMPANY, alias=True)}:
        for quad in around.quads(node, "skos:altLabel", None):
            defined["rdf:type"].setdefault(store.place(quad), [EKG + "Company"])
    decide(nodes, lambda: join_organizations(state, NameBook(uses)), defined)


def _settled(state: Partial, names: Names, book: Book, told: _Told, node: str) -> bool:
    """True when the filing says of an organisation nothing but a name that others have told as well, and means by it
    what all of them mean. Of an agency that thousands of filings name, these need not be read again."""
    around = state.around
    said = [quad for quad in told.quads if store.text_of(quad.subject) == node]
    called = {quad.object for quad in said if store.text_of(quad.predicate) in _NAME_IRIS}
    if told.before or len(called) != 1 or any(store.text_of(quad.predicate) in _TELLING for quad in said):
        return False
    name = store.text_of(next(iter(called)))
    elsewhere = around.quads(node, "rdfs:label", ox.Literal(name))
    if all(store.place(quad)[0] == around.accession for quad in elsewhere):
        return False
    every = keys(name)
    if any(names(key, ORGANIZATION) != {node} or names(key, "", alias=True) for key in every):
        return False
    if any(node in (one.left, one.right) for one in state.decided) or store.partners(around.store, node):
        return False
    corpus = around.corpus((), (*_TIMES, "skos:altLabel", "dct:type", "org:subOrganizationOf"),
                           {"ekg:hasFormerName": _former_in(around, (around.accession,))})  # fmt: skip
    known = NameBook(use for key in every for use in book.uses(key))
    ((link, open_),) = (decide(use, known) for use in org_uses(corpus, known, [(around.accession, node)]))
    if open_ or store.resolutions(around.store, node) or (every and book.changed() & set(every)):
        return False
    if link is None:
        return around.everywhere(node) == node
    score, reasons = store.why_same(around.store, node)
    same = around.everywhere(node) == link.target and link.target.startswith(COMPANY)
    return same and score <= link.score and set(link.reasons) <= reasons


def _known_disease(around: store.Around, decided: Sequence[Judgement], told: _Told, node: str) -> bool:
    """True when other filings name the disease too, and match it to all that this one does."""
    if told.before or any(node in (one.left, one.right) for one in decided):
        return False
    said = [("rdf:type", EKG + "Indication")]
    said += [("skos:exactMatch", store.text_of(q.object)) for q in told.saying("skos:exactMatch")
             if store.text_of(q.subject) == node]  # fmt: skip
    return all(any(store.place(q)[0] != around.accession for q in around.quads(node, p, o)) for p, o in said)


def _former(around: store.Around, nodes: Iterable[str]) -> dict[Place, list[str]]:
    """Who, in the filings that speak of the nodes, is said to have borne other names, and which."""
    return _former_in(around, {store.place(q)[0] for node in nodes for q in around.about(node)})


def _former_in(around: store.Around, accessions: Iterable[str]) -> dict[Place, list[str]]:
    found: dict[Place, list[str]] = {}
    for accession in accessions:
        for quad in around.quads(None, "ekg:hasFormerName", None, accession):
            found.setdefault(store.place(quad), []).append(store.text_of(quad.object))
    return found


def _with_lei(around: store.Around, uses: Iterable[NameUse]) -> set[str]:
    return {c for c in {use.company for use in uses} if next(around.quads(c, "ekg:lei", None), None)}


def _drugs(state: Partial, told: _Told) -> set[str]:
    """Compounds that the filing speaks of, and those whose developers it may show in another light."""
    around = state.around
    found = told.of("Compound")
    for accession in state.moved:
        found |= around.inside(accession, "rdf:type", EKG + "Compound")
    tied = {(around.accession, end) for q in told.saying("org:subOrganizationOf") for end in _ends(q)}
    for accession, nodes in state.moved.items():
        for quad in around.quads(None, "org:subOrganizationOf", None, accession):
            if nodes & set(_ends(quad)):
                tied |= {(accession, end) for end in _ends(quad)}
    for one in {meaning for place in tied for meaning in (state.of(place), around.meant(place))}:
        found |= set(partial.compounds_of(state, one))
    return found


def _ends(quad: ox.Quad) -> tuple[str, str]:
    return store.text_of(quad.subject), store.text_of(quad.object)


def _around_compounds(state: Partial, nodes: Iterable[str]) -> More:
    """Licences in the filings that speak of the compounds, and who owns whom among their owners."""
    around = state.around
    deals: dict[Place, list[str]] = {}
    owners: set[str] = set()
    for node in nodes:
        for quad in around.about(node):
            accession, _ = store.place(quad)
            if store.text_of(quad.predicate) == EKG + "developer":
                owners.add(state.of((accession, store.text_of(quad.object))))
            if store.text_of(quad.predicate) == ontology.PREFIXES["rdf"] + "type":
                for deal in around.inside(accession, "rdf:type", EKG + "LicenseAgreement"):
                    deals[accession, deal] = [EKG + "LicenseAgreement"]
    for accession, deal in deals:
        for party in PARTIES:
            owners |= {
                state.of((accession, store.text_of(q.object))) for q in around.quads(deal, party, None, accession)
            }
    above: dict[Place, list[str]] = {}
    for one in {bearer for owner in owners for bearer in state.bearers(owner)}:
        for quad in (
            *around.quads(one, "org:subOrganizationOf", None),
            *around.quads(None, "org:subOrganizationOf", one),
        ):
            if (parent := store.text_of(quad.object)) not in (known := above.setdefault(store.place(quad), [])):
                known.append(parent)
    return {"rdf:type": deals, "org:subOrganizationOf": above}


def _change(state: Partial, told: _Told, book: Book, decided: Sequence[Judgement], diseases: Diseases) -> store.Change:
    """The difference between what the store says of identity and what it says from now on."""
    around, opened = state.around, state.around.store
    assert state.only is not None
    nodes = state.only | {link.node for link in state.links}
    gone = {t for node in nodes for t in store.told_of(opened, node)}
    come = {t for link in state.links for t in graphs.link_statements(link)}
    closed = {frozenset((one.left, one.right)) for one in decided if one.verdict != "unsure"}
    for pair in set(state.candidates):
        left, right = state.of((pair.filing, pair.left)), state.of((pair.filing, pair.right))
        if left != right and frozenset((pair.left, pair.right)) not in closed:
            come |= set(graphs.candidate_statements(pair))
    for node in nodes | {store.text_of(quad.subject) for quad in told.saying("skos:altLabel")}:
        if node.startswith((COMPANY, ORGANIZATION)):
            gone |= set(store.keys_of(opened, node))
            every = org_keys(node, around.values(node, *NAMES), around.values(node, "skos:altLabel"))
            come |= set(graphs.key_statements(every))
        elif node.startswith(ontology.ID + "compound/") and around.about(node):
            come |= set(graphs.key_statements(compound_keys(node, around.values(node, *DRUG_NAMES))))
    for one in book.new:
        gone |= {t for use in book.old[one] for t in graphs.name_statements(use)}
        come |= {t for use in book.new[one] for t in graphs.name_statements(use)}
    known_gone, known_come = _known(state, told, nodes, diseases)
    moved = frozenset((accession, node) for accession, some in state.moved.items() for node in some)
    return store.Change(
        lambda accession, node: state.of((accession, node)), moved, frozenset(gone - come), frozenset(come - gone),
        frozenset(known_gone - known_come), frozenset(known_come - known_gone),
    )  # fmt: skip


def _known(state: Partial, told: _Told, nodes: set[str], diseases: Diseases) -> tuple[set[ox.Triple], set[ox.Triple]]:
    """What identity adds to the default graph: statements as they were, and as they are from now on, as far as these
    nodes may change them."""
    around, opened = state.around, state.around.store
    gone = {t for node in nodes if "/agreement/" in node for t in store.known_of(opened, node, EKG + "amends")}
    come = set(graphs.amendments(state.amends))
    before = {target for node in nodes for target in store.canonical(opened, node)}
    linked = {link.target for link in state.links}
    for company in {one for one in before | linked | told.of("Company") if one.startswith(COMPANY)}:
        gone |= set(store.known_of(opened, company, None))
        if company not in linked and not store.bearers(opened, company) - nodes - {company}:
            continue
        if next(around.quads(company, "rdf:type", None), None) is None:
            listed = [use for use in store.names_of(opened, company) if use.source == "list" and not use.until]
            come |= set(graphs.listed(company, {use.company: use.name for use in listed}))
    indications = {node for node in nodes if node.startswith(graphs.INDICATION)}
    if indications:
        some_gone, some_come = _broader(state, told, indications, diseases)
        gone, come = gone | some_gone, come | some_come
    return gone, come


def _broader(
    state: Partial, told: _Told, indications: set[str], diseases: Diseases
) -> tuple[set[ox.Triple], set[ox.Triple]]:
    around, opened = state.around, state.around.store
    before = store.matches(opened, graphs.INDICATION)
    touched = indications | {around.everywhere(node) for node in indications}
    terms = {(node, iri) for node, iri in before if node not in touched}
    for node in indications:
        terms |= {(state.everywhere.get(node, node), iri) for iri in around.values(node, "skos:exactMatch")}

    def described(node: str) -> bool:
        return next(around.quads(node, "rdf:type", None), None) is not None

    if terms == before and all(store.place(q)[0] != around.accession for n in told.of("Indication")
                               for q in list(around.quads(n, "rdf:type", None))[:1]):  # fmt: skip
        return set(), set()
    gone = {t for t in store.known_of(opened, None, None) if store.text_of(t.subject).startswith(graphs.INDICATION)}

    def meaning(node: str) -> str:
        return state.everywhere.get(node) or (node if node in indications else around.everywhere(node))

    return gone, set(graphs.broader(terms, meaning, described, diseases))
