"""A store, judgements and known names → the same store in which one node stands for each thing, and what is open.

Stages in order, each a pure function of what all filings say: organisations, persons, compounds, indications,
agreements, and the nodes made of them. The filings' graphs stay as they are; only the default graph changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg import store
from kg.identify import dependents, judgements
from kg.identify.book import NameBook
from kg.model.identity import Candidate, Corpus, Judgement, Meaning, NameUse
from kg.resolve import added, organizations
from kg.resolve.agreements import join_agreements
from kg.resolve.graphs import known, statements
from kg.resolve.organizations import NAMES, join_organizations, name_uses, org_keys
from kg.resolve.people import join_people
from kg.resolve.science import NAMES as DRUG_NAMES
from kg.resolve.science import compound_keys, join_compounds, join_indications
from kg.resolve.state import EKG, NO_DISEASES, Diseases, Identity, State
from kg.settings import Settings

__all__ = ["PREDICATES", "Diseases", "Identity", "alike", "change", "diseases", "identify", "resolve", "undo"]

PREDICATES = tuple(
    dict.fromkeys(
        (
            "rdf:type", "rdfs:label", "skos:prefLabel", "skos:altLabel", "dct:type", "org:subOrganizationOf",
            "ekg:filedDate", "ekg:filer", "ekg:conformedName", "ekg:charterName", "ekg:lei", "ekg:hasFormerName",
            "schema:name", "org:member", "org:organization", "ekg:signer", "ekg:onBehalfOf", "skos:exactMatch",
            "ekg:compoundCode", "ekg:inn", "ekg:brandName", "ekg:developer", "ekg:compound", "ekg:hasGrant",
            "ekg:licensor", "ekg:licensee", "ekg:agreementKind", "ekg:agreementStatus", "ekg:executedDate",
            "ekg:effectiveDate", "ekg:announcedDate", "ekg:amendedDate", "ekg:terminatedDate", "dct:title",
            *dependents.PREDICATES,
        )
    )
)  # fmt: skip
"""All that identity reads of a filing's graph."""

Progress = Callable[[str, int, int | None], None]


def identify(
    corpus: Corpus, decided: Sequence[Judgement] = (), listed: Iterable[NameUse] = (), diseases: Diseases = NO_DISEASES
) -> Identity:
    """Cross-filing identity of all that a corpus names; `listed` are names from EDGAR's own lists."""
    state = State(corpus, decided)
    uses = sorted({*name_uses(corpus), *listed})
    join_organizations(state, NameBook(uses))
    join_people(state)
    join_compounds(state)
    join_indications(state, diseases)
    join_agreements(state)
    for kind in dependents.KINDS:
        links = list(dependents.joined(corpus, kind, corpus.of_type(EKG + kind.name), state.of))
        state.take(links, lambda node: (node,))
    closed = {frozenset((j.left, j.right)) for j in decided if j.verdict != "unsure"}
    open_ = [
        c for c in sorted(set(state.candidates))
        if frozenset((c.left, c.right)) not in closed and state.of((c.filing, c.left)) != state.of((c.filing, c.right))
    ]  # fmt: skip
    meaning = Meaning(state.everywhere, state.in_filing)
    keyed: set[tuple[str, str, str]] = set()
    for place in corpus.of_type(EKG + "Organization", EKG + "Company"):
        keyed.update(org_keys(place[1], corpus.values(place, *NAMES), corpus.values(place, "skos:altLabel")))
    for place in corpus.of_type(EKG + "Compound"):
        keyed.update(compound_keys(place[1], corpus.values(place, *DRUG_NAMES)))
    return Identity(
        meaning, tuple(sorted(set(state.links))), tuple(open_), tuple(uses), tuple(state.amends), tuple(sorted(keyed))
    )


def alike(opened: ox.Store) -> list[Candidate]:
    """Pairs of organisations in a resolved store that nothing but spelling or initials suggests."""
    if not store.is_resolved(opened):
        return []
    corpus = store.corpus(opened, ("rdf:type", "rdfs:label", "ekg:conformedName", "ekg:filer"))
    return organizations.alike(corpus, store.read_meaning(opened), store.every_name(opened))


def diseases() -> Diseases:
    """The disease tables that extraction uses, read when first asked."""
    from kg.extract.diseases import term

    def label(identifier: str) -> str | None:
        found = term(identifier)
        return found.label if found else None

    def parents(identifier: str) -> tuple[str, ...]:
        found = term(identifier)
        return found.parents if found else ()

    return Diseases(label, parents)


def _silent(step: str, done: int, total: int | None) -> None:
    """Progress that nobody watches."""


def resolve(
    at: Path, decided: Sequence[Judgement], listed: Iterable[NameUse], settings: Settings, progress: Progress = _silent
) -> Identity:
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


def change(
    opened: ox.Store, accession: str, graph: bytes = b"", decided: Sequence[Judgement] = ()
) -> store.Change | None:
    """What identity becomes when the filing's graph is this from now on (nothing: when the filing goes).

    None when the store is not resolved. Judgements count where they are about nodes that the filing touches.
    """
    if not store.is_resolved(opened):
        return None
    return added.change(store.Around(opened, accession, graph), PREDICATES, decided, diseases)


def undo(at: Path, settings: Settings) -> None:
    """Take all identity out of the store: every node stands for itself again."""
    at = at.absolute()
    with store.writing(at) as work:
        store.apply(at, work, Meaning(), (), (), settings.load_bytes)
