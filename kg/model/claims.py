"""What a filing claims about the world: one frozen dataclass per kind of fact, each with its `Source`.

Entities inside claims are references by name, resolved within the document already ("the Company" never appears
here); minting IRIs from them is the business of `emit`, cross-filing identity that of `identify`. Dates are ISO
strings as precise as the text: "2019-06-03", "2003-12" or "2005". Money is in whole units of `currency`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A passage: code points `[start, end)` of the normalised text of document `sequence` (0 is the header)."""

    sequence: int
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Source:
    """Why a claim is believed: rule id with version ("license-entered_1"), confidence in (0, 1], passages (1..n)."""

    rule: str
    confidence: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class OrgRef:
    """An organisation by its full name; `cik` (10 digits) when the filing itself identifies it in its header or XML."""

    name: str
    cik: str | None = None
    form: str | None = None
    """The legal form ("gmbh"), where the filing names several organisations that differ in nothing else."""
    individual: bool = False
    """True for a human being who is himself party to an agreement (an inventor who assigns his patents)."""


@dataclass(frozen=True, slots=True)
class PersonRef:
    """A person as named in the context of one organisation; `cik` for reporting owners of forms 3, 4, 5."""

    name: str
    organization: OrgRef
    cik: str | None = None


@dataclass(frozen=True, slots=True)
class IndicationRef:
    """A disease as written (modifiers kept), with vocabulary ids ("DOID:9538", "NCIT:C3242") of the term it matches."""

    name: str
    ids: tuple[str, ...] = ()
    broader: str | None = None


@dataclass(frozen=True, slots=True)
class OrganizationClaim:
    """An organisation named in the text. `kind`: university, hospital, foundation, biotech, pharma, agency, …"""

    org: OrgRef
    source: Source
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    parent: OrgRef | None = None
    """The organisation of which the text says this one is a subsidiary or unit."""
    founded: str | None = None
    """The year or date of foundation."""
    url: str | None = None
    """Its web site as printed ("www.example.com")."""
    supports: OrgRef | None = None
    """The institution it exists to support ("the technology transfer arm of …")."""


@dataclass(frozen=True, slots=True)
class FormerNameClaim:
    """The text says `org` was called `name`; `used_until` when it says since when it no longer is."""

    org: OrgRef
    name: str
    source: Source
    used_from: str | None = None
    used_until: str | None = None


@dataclass(frozen=True, slots=True)
class PositionClaim:
    """A person's office(s). `title` verbatim without the company's name; `roles` are codes of the role list.

    `event`: "holds", "appointed", "elected" or "departed"; `date` when the text says it takes effect.
    """

    person: PersonRef
    title: str
    event: str
    source: Source
    roles: tuple[str, ...] = ()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class SignatureClaim:
    """A signature under a document; `attorney_in_fact` names who signed for the signer, if anybody did."""

    person: PersonRef
    sequence: int
    conformed: str
    source: Source
    title: str | None = None
    date: str | None = None
    attorney_in_fact: str | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """One bundle of rights within a licence. `exclusivity`: exclusive, non-exclusive, co-exclusive, sole or None."""

    source: Source
    compounds: tuple[str, ...] = ()
    indications: tuple[IndicationRef, ...] = ()
    exclusivity: str | None = None
    territory: tuple[str, ...] = ()
    excluded_territory: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    field_of_use: str | None = None
    sublicensable: bool | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """One agreed payment. `kind`: upfront, milestone, royalty, equity, fee; royalty rates in percent."""

    kind: str
    source: Source
    amount: Decimal | None = None
    currency: str | None = None
    rate_min: Decimal | None = None
    rate_max: Decimal | None = None
    payer: OrgRef | None = None
    payee: OrgRef | None = None
    trigger: str | None = None


@dataclass(frozen=True, slots=True)
class LicenseClaim:
    """One agreement with its latest status.

    `kind`: license, sublicense, option, collaboration, assignment. `status`: executed, amended, terminated, proposed.
    `undisclosed` names ontology properties ("territory", "hasPayment") that were looked for and are not stated.
    """

    licensors: tuple[OrgRef, ...]
    licensees: tuple[OrgRef, ...]
    kind: str
    status: str
    source: Source
    grants: tuple[Grant, ...] = ()
    payments: tuple[Payment, ...] = ()
    executed: str | None = None
    effective: str | None = None
    announced: str | None = None
    amended: str | None = None
    terminated: str | None = None
    term_end: str | None = None
    title: str | None = None
    undisclosed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompoundClaim:
    """A named drug or biologic; `name` is the form used most, `aliases` every other form the text equates with it."""

    name: str
    source: Source
    aliases: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    inn: str | None = None
    brands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompoundFact:
    """A plain binary fact of a compound, emitted with an `ekg:Assertion`.

    `property`: "developer" (object OrgRef), "payload", "usesPlatform" (object str), "isLeadOf" (object OrgRef).
    """

    compound: str
    property: str
    object: OrgRef | str
    source: Source


@dataclass(frozen=True, slots=True)
class ProgramClaim:
    """Development of a compound for an indication (None where the text names none) at a phase and status.

    `phase`: discovery, preclinical, ind, 1, 1-2, 2, 2-3, 3, filed, approved, marketed.
    `status`: active, planned, completed, discontinued. `planned_text`: the period as written ("first half of 2020").
    """

    compound: str
    indication: IndicationRef | None
    phase: str
    status: str
    source: Source
    date: str | None = None
    planned_text: str | None = None


@dataclass(frozen=True, slots=True)
class DesignationClaim:
    """A regulatory designation as granted. `kind`: orphan-drug, fast-track, breakthrough-therapy, priority-review,
    rmat, prime, rare-pediatric-disease, qidp. `agency`: "FDA", "EMA", …"""

    kind: str
    compound: str
    indication: IndicationRef | None
    source: Source
    agency: OrgRef | None = None
    holder: OrgRef | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class PatentOwnershipClaim:
    """Who owns a patent filing together; `subject` says what it covers ("CLR 131 for multiple myeloma")."""

    owners: tuple[OrgRef, ...]
    subject: str
    source: Source
    compound: str | None = None
    indication: IndicationRef | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class EquityStakeClaim:
    """An organisation's stake in another; `rank` a code ("among-largest-shareholders"), `percent` when stated."""

    owner: OrgRef
    held: OrgRef
    source: Source
    rank: str | None = None
    percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ListingClaim:
    """A security of `org` listed at `exchange` ("nasdaq", "nyse", …) under `ticker`."""

    org: OrgRef
    exchange: str
    ticker: str
    source: Source


@dataclass(frozen=True, slots=True)
class CoverPageClaim:
    """What the cover page states of the registrant: `property` is charterName, coverPhone, principalOffice or url."""

    org: OrgRef
    property: str
    value: str
    source: Source


@dataclass(frozen=True, slots=True)
class QuantityClaim:
    """A number stated of an organisation or indication: prevalence, incidence, licences managed, portfolio, …"""

    subject: OrgRef | IndicationRef
    kind: str
    value: Decimal
    comparator: str
    source: Source
    currency: str | None = None
    place: str | None = None
    authority: OrgRef | None = None


@dataclass(frozen=True, slots=True)
class ExhibitClaim:
    """What the filing says of its own document `sequence`. `status`: "filed" or "furnished"; `issued` an ISO date."""

    sequence: int
    source: Source
    status: str | None = None
    title: str | None = None
    issued: str | None = None


@dataclass(frozen=True, slots=True)
class FilingReferenceClaim:
    """A filing of `org` that the text cites by form and period, without an accession number."""

    org: OrgRef
    form: str
    source: Source
    period: str | None = None
    """Last day of the period reported on (ISO), or the date of the report."""


Claim = (
    OrganizationClaim
    | FormerNameClaim
    | PositionClaim
    | SignatureClaim
    | LicenseClaim
    | CompoundClaim
    | CompoundFact
    | ProgramClaim
    | DesignationClaim
    | PatentOwnershipClaim
    | EquityStakeClaim
    | ListingClaim
    | CoverPageClaim
    | QuantityClaim
    | ExhibitClaim
    | FilingReferenceClaim
)


@dataclass(frozen=True, slots=True)
class Owner:
    """A reporting owner of a form 3, 4 or 5; a flag is None when its element is absent."""

    name: str
    cik: str | None = None
    is_director: bool | None = None
    is_officer: bool | None = None
    is_ten_percent: bool | None = None
    is_other: bool | None = None
    officer_title: str | None = None
    other_text: str | None = None


@dataclass(frozen=True, slots=True)
class OwnershipReport:
    """The XML of a form 3, 4 or 5, text verbatim after unescaping; `signatures` are (name, date as printed)."""

    sequence: int
    document_type: str
    issuer: OrgRef
    period: str | None = None
    trading_symbol: str | None = None
    owners: tuple[Owner, ...] = ()
    remarks: str | None = None
    transactions: int = 0
    holdings: int = 0
    signatures: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class RelatedPerson:
    """A person of a Form D with roles ("Executive Officer", "Director", "Promoter") and the clarification if any."""

    name: str
    roles: tuple[str, ...] = ()
    clarification: str | None = None


@dataclass(frozen=True, slots=True)
class OfferingNotice:
    """The XML of a Form D: issuer and related persons."""

    sequence: int
    submission_type: str
    issuer: OrgRef
    persons: tuple[RelatedPerson, ...] = field(default=())
    previous_names: tuple[str, ...] = ()
    jurisdiction: str | None = None
    entity_type: str | None = None
