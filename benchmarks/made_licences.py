"""A number of agreements and a seed → invented licences with realistic degrees, as claims and as a store of filings.

Who gives and who takes follows what is known of such networks: old hands are chosen again (preferential attachment),
mostly within one field of medicine; universities give to biotechs, biotechs to pharma; a tenth goes on as sublicence.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from pathlib import Path

from kg import ontology, store
from kg.emit import Quads
from kg.emit.claims import add_claims
from kg.emit.entities import organization
from kg.model import Claim, Evidence, Grant, IndicationRef, LicenseClaim, OrgRef, Payment, ProgramClaim, Source
from kg.settings import settings

SEED = 20_260_101
FIELDS = (
    "oncology", "cardiology", "neurology", "immunology", "infection", "ophthalmology", "dermatology", "haematology",
    "endocrinology", "gastroenterology", "nephrology", "pulmonology",
)  # fmt: skip
_SHARE = {"biotech": 0.62, "pharma": 0.16, "university": 0.12, "company": 0.05, "hospital": 0.03, "foundation": 0.02}
_GIVES = {"university": 30, "biotech": 42, "pharma": 18, "hospital": 4, "foundation": 3, "company": 3}
_TAKES = {"biotech": 52, "pharma": 40, "company": 6, "university": 2}
_NAMED = {
    "biotech": "{} Therapeutics, Inc.", "pharma": "{} Pharmaceuticals plc", "university": "University of {}",
    "company": "{} Devices LLC", "hospital": "{} General Hospital", "foundation": "{} Research Foundation",
}  # fmt: skip
_SIC = {"biotech": "2836", "pharma": "2834", "company": "3841"}
_STATES = ("DE", "CA", "MA", "NJ", "NY", "NC")
_PHASES = ("preclinical", "1", "1-2", "2", "3", "marketed")
_KINDS = ("license",) * 7 + ("collaboration", "option", "assignment")
_STATUS = ("executed",) * 7 + ("amended", "amended", "terminated")
_HEAD = ("Al", "Bel", "Cor", "Dra", "El", "Fen", "Gar", "Hal", "Is", "Jun", "Kel", "Lor", "Mer", "Nov", "Or", "Pel")
_TAIL = ("vane", "dora", "mont", "wick", "stad", "lune", "thera", "gard", "more", "field", "holm", "bury", "ton")


def invented(number: int) -> str:
    """A name that no other number has: 7 → "Halvane", 7000 → "Belwick Halvane"."""
    parts = []
    while True:
        number, tail = divmod(number, len(_TAIL))
        number, head = divmod(number, len(_HEAD))
        parts.append(_HEAD[head] + _TAIL[tail])
        if not number:
            return " ".join(reversed(parts))


@dataclass(frozen=True, slots=True)
class Party:
    """An invented organisation; registrants have a CIK."""

    ref: OrgRef
    kind: str
    field: str
    number: int


@dataclass
class _World:
    """What the generator remembers while it goes through the years."""

    rng: random.Random
    parties: dict[tuple[str, str], list[Party]] = field(default_factory=lambda: defaultdict(list))
    seen: dict[tuple[str, str], list[Party]] = field(default_factory=lambda: defaultdict(list))
    drugs: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    going_on: list[tuple[Party, str, str]] = field(default_factory=list)

    def pick(self, weights: dict[str, int], area: str) -> Party:
        """Somebody of a kind drawn by weight: three times in four one who licensed before, as often as it did."""
        kind = self.rng.choices(list(weights), list(weights.values()))[0]
        area = area if self.rng.random() < 0.7 else self.rng.choice(FIELDS)
        old = self.seen[kind, area]
        if old and self.rng.random() < 0.75:
            return self.rng.choice(old)
        return self.rng.choice(self.parties[kind, area] or self.parties["biotech", area])


def _populate(world: _World, count: int) -> None:
    kinds = list(_SHARE)
    for number in range(count):
        kind = kinds[number] if number < len(kinds) else world.rng.choices(kinds, list(_SHARE.values()))[0]
        cik = f"{number + 1:010}" if kind in _SIC and world.rng.random() < 0.6 else None
        name = _NAMED[kind].format(invented(number))
        area = FIELDS[number % len(FIELDS)] if number < 10 * len(FIELDS) else world.rng.choice(FIELDS)
        world.parties[kind, area].append(Party(OrgRef(name, cik), kind, area, number))
    for area in FIELDS:  # small worlds have no gaps
        if not world.parties["biotech", area]:
            number = count + FIELDS.index(area)
            party = Party(OrgRef(_NAMED["biotech"].format(invented(number))), "biotech", area, number)
            world.parties["biotech", area].append(party)


def _date(rng: random.Random, part: float) -> str | None:
    """Of the agreement that stands at `part` of the whole: 1985 to 2024, more each year; a tenth has none."""
    year = 1985 + int(40 * part**0.45) if part < 1 else 2024
    shape = rng.random()
    if shape < 0.1:
        return None
    full = f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    return full if shape < 0.8 else full[:7] if shape < 0.9 else full[:4]


def _payments(rng: random.Random, source: Source) -> tuple[Payment, ...]:
    made = []
    if rng.random() < 0.35:
        made.append(Payment("upfront", source, Decimal(round(10 ** rng.uniform(4.5, 8))), "USD"))
    if rng.random() < 0.3:
        made.append(Payment("milestone", source, Decimal(round(10 ** rng.uniform(6, 9))), "USD"))
    if rng.random() < 0.25:
        low = Decimal(rng.randint(1, 12))
        made.append(Payment("royalty", source, rate_min=low, rate_max=low + rng.randint(0, 6)))
    return tuple(made)


def made(count: int, seed: int = SEED) -> Iterator[tuple[str, tuple[Party, ...], list[Claim]]]:
    """(accession, parties, claims) of `count` filings, each with one agreement; the same for the same seed."""
    rng = random.Random(seed)
    world = _World(rng)
    _populate(world, max(30, count * 3 // 10))
    for number in range(count):
        accession = f"{number:010}-{number % 100:02}-{number % 1_000_000:06}"
        source = Source("license-entered_1", rng.choice((0.75, 0.9, 0.95)), (Evidence(1, 60, 90, "granted a licence"),))
        kind, drug = rng.choice(_KINDS), None
        if world.going_on and rng.random() < 0.1:
            giver, area, drug = world.going_on[rng.randrange(len(world.going_on))]
            kind = "sublicense"
        else:
            area = rng.choices(FIELDS, range(len(FIELDS) + 3, 3, -1))[0]
            giver = world.pick(_GIVES, area)
            own = world.drugs[giver.number]
            if rng.random() < 0.8:
                fresh = f"{invented(giver.number)[:3].upper()}-{number}"
                drug = rng.choice(own) if own and rng.random() < 0.4 else fresh
        found = [world.pick(_TAKES, area) for _ in range(2 if rng.random() < 0.03 else 1)]
        takers = [t for t in dict.fromkeys(found) if t != giver or rng.random() < 0.02]
        takers = takers or [rng.choice([p for p in world.parties["biotech", area] if p != giver] or [giver])]
        for party in (giver, *takers):
            world.seen[party.kind, party.field].append(party)
        if drug:
            world.drugs[giver.number].append(drug)
            world.going_on.append((takers[0], area, drug))
        disease = IndicationRef(f"{area} disease {1 + int(40 * rng.random() ** 2)}", broader=f"{area} disease")
        diseases = (disease,) if rng.random() < 0.8 else ()
        exclusivity = rng.choice(("exclusive", "exclusive", "non-exclusive", None))
        grant = Grant(source, (drug,) if drug else (), diseases, exclusivity, ("worldwide",) * (rng.random() < 0.5))
        date, status = _date(rng, number / count), rng.choice(_STATUS)
        ended = f"{int(date[:4]) + rng.randint(1, 9)}" if status == "terminated" and date else None
        claims: list[Claim] = [
            LicenseClaim(
                (giver.ref,), tuple(t.ref for t in takers), kind, status, source, (grant,), _payments(rng, source),
                effective=date, terminated=ended,
            )
        ]  # fmt: skip
        if drug and rng.random() < 0.3:
            claims.append(ProgramClaim(drug, disease, rng.choice(_PHASES), "active", source))
        yield accession, (giver, *takers), claims


def filing_graph(accession: str, parties: tuple[Party, ...], claims: list[Claim]) -> store.FilingGraph:
    """The graph of one filing, written by the same code as that of a real one."""
    quads = Quads(accession, "2024-06-30")
    for party in parties:
        node = organization(quads, party.ref)
        if party.kind in _SIC and party.ref.cik:
            quads.code(node, "ekg:sic", "sic", _SIC[party.kind], single=True)
            state = _STATES[party.number % len(_STATES)]
            quads.code(node, "ekg:stateOfIncorporation", "state", f"US-{state}", single=True)
        elif party.kind != "company":
            quads.code(node, "dct:type", "orgkind", party.kind)
    add_claims(quads, claims)
    lines = list(quads.lines())
    facts = "".join(quads.fact_lines()).encode()
    told = (f"{accession}.txt", f"{int(accession[:10]):064x}", 20_000, "made", len(lines))
    return store.FilingGraph(accession, *told, "".join(lines).encode(), facts)


def build(at: Path, count: int, seed: int = SEED) -> int:
    """A store of `count` invented agreements; returns its number of quads."""
    with store.writing(at) as work:
        (work / "shards").mkdir(exist_ok=True)
        every = (filing_graph(*one) for one in made(count, seed))
        keys: list[str] = []
        while batch := list(islice(every, 500)):
            keys.append(f"{len(keys):06}")
            store.write_shard(work / "shards", keys[-1], ["made"], batch)
        store.load(at, work, keys, ontology.ontology_files(), settings().load_bytes)
        for path in (work / "shards").iterdir():
            path.unlink()
        (work / "shards").rmdir()
    return len(store.open_read_only(at))
