"""A story of twenty years in 47 invented filings, and by hand: which of their mentions mean one thing.

Filings are told as claims, so that the story depends on no rule of extraction.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from kg import store
from kg.emit import emit
from kg.model import (
    Claim,
    CompoundClaim,
    CompoundFact,
    Evidence,
    Filing,
    FormerCompany,
    FormerNameClaim,
    Grant,
    IndicationRef,
    LicenseClaim,
    OrganizationClaim,
    OrgRef,
    Party,
    PersonRef,
    PositionClaim,
    ReadFiling,
    Source,
)


def because(words: str) -> Source:
    """A source whose only passage is `words`."""
    return Source("story_1", 0.9, (Evidence(1, 0, len(words), words),))


@dataclass(frozen=True)
class Told:
    """One filing: number, ISO date, header party and claims."""

    number: int
    day: str
    filer: Party
    claims: tuple[Claim, ...] = ()

    @property
    def accession(self) -> str:
        return f"0009900200-{self.day[2:4]}-{self.number:06}"

    def graph(self) -> store.FilingGraph:
        """The filing as the store takes it."""
        filing = Filing(self.accession, "8-K", filed=self.day.replace("-", ""), parties=(self.filer,))
        quads = emit(ReadFiling(filing, ()), self.claims)
        lines = list(quads.lines())
        return store.FilingGraph(
            self.accession, f"{self.number}.txt", hashlib.sha256(repr(self).encode()).hexdigest(), 1, "story",
            len(lines), "".join(lines).encode(), "".join(quads.fact_lines()).encode(),
        )  # fmt: skip


def party(name: str, cik: int, *former: tuple[str, str]) -> Party:
    names = tuple(FormerCompany(old, day) for old, day in former)
    return Party("filer", name, f"{cik:010}", sic="2834", state="DE", former_names=names)


# Renamed twice: Norvane (until May 2009), Lumeris (until March 2016), Caldera.
OLD = ("NORVANE THERAPEUTICS INC", "20090501")
MIDDLE = ("LUMERIS PHARMA INC", "20160301")
NORVANE = party("NORVANE THERAPEUTICS INC", 9100101)
LUMERIS = party("LUMERIS PHARMA INC", 9100101, OLD)
CALDERA = party("CALDERA ONCOLOGY INC", 9100101, MIDDLE, OLD)
# Two companies that exchange names in June 2010.
FIRST_HALCYON = party("HALCYON BIO INC", 9100102)
NOW_MERIDIAN = party("MERIDIAN BIO INC", 9100102, ("HALCYON BIO INC", "20100601"))
FIRST_MERIDIAN = party("MERIDIAN BIO INC", 9100103)
NOW_HALCYON = party("HALCYON BIO INC", 9100103, ("MERIDIAN BIO INC", "20100601"))
# A company, its spin-off of 2012, which takes a name of its own in 2015.
STONE = party("STONEBRIDGE HEALTH INC", 9100104)
SPIN = party("STONEBRIDGE SPECIALTY INC", 9100105)
VEYRA = party("VEYRA INC", 9100105, ("STONEBRIDGE SPECIALTY INC", "20150701"))
# A parent whose German subsidiary bears its name.
AXIMER = party("AXIMER INC", 9100106)
# Two bearers of one name at one time.
PINNACLE = party("PINNACLE PHARMA INC", 9100107)
OTHER_PINNACLE = party("PINNACLE PHARMA LLC", 9100108)

FOUNDATION = OrgRef("Oakholm Alumni Research Foundation")
SHORT = OrgRef("OARF")
GENERIC = OrgRef("the Foundation")
LAKE = OrgRef("Elder Lake Foundation")


def org(name: str, **more: object) -> OrganizationClaim:
    return OrganizationClaim(OrgRef(name), because(name), **more)  # type: ignore[arg-type]  # fields of the claim


def deal(giver: OrgRef, taker: OrgRef, drug: str = "", status: str = "executed", **more: str) -> LicenseClaim:
    words = f"{giver.name} licensed {drug} to {taker.name}"
    grants = (Grant(because(words), (drug,), (), "exclusive"),) if drug else ()
    kind = more.pop("kind", "license")
    return LicenseClaim((giver,), (taker,), kind, status, because(words), grants, **more)  # type: ignore[arg-type]


def drug(name: str, *aliases: str, **more: str) -> CompoundClaim:
    return CompoundClaim(name, because(name), aliases, **more)  # type: ignore[arg-type]


def made_by(name: str, cik: int, company: str) -> CompoundFact:
    return CompoundFact(name, "developer", OrgRef(company, f"{cik:010}"), because(f"{company} develops {name}"))


def office(name: str, company: OrgRef, title: str = "Chief Executive Officer") -> PositionClaim:
    return PositionClaim(PersonRef(name, company), title, "holds", because(name))


def own(filer: Party) -> OrgRef:
    return OrgRef(filer.name or "", filer.cik)


DEFINES = OrganizationClaim(
    FOUNDATION, because("(“OARF” or the “Foundation”)"), ("OARF", "the Foundation"), "foundation"
)
MYELOMA, KAHLER, ASTHMA = (
    IndicationRef("multiple myeloma", ("DOID:9538",)),
    IndicationRef("Kahler disease", ("DOID:9538",)),
    IndicationRef("asthma", ("DOID:2841",)),
)


def field(giver: OrgRef, taker: OrgRef, disease: IndicationRef, name: str, **more: str) -> LicenseClaim:
    one = deal(giver, taker, name, **more)
    return replace(one, grants=(replace(one.grants[0], indications=(disease,)),))


STORY = (
    # One agreement told nine times, by three names of the licensee and three forms of the licensor.
    Told(1, "2005-03-16", NORVANE, (DEFINES, deal(FOUNDATION, own(NORVANE), "NV-201", announced="2005-03-16"))),
    Told(2, "2005-03-18", NORVANE, (DEFINES, deal(SHORT, own(NORVANE), "NV-201", executed="2005-03-14"))),
    Told(3, "2005-05-10", NORVANE, (deal(SHORT, own(NORVANE), "NV-201", executed="2005-03"),)),
    Told(4, "2006-03-10", NORVANE, (deal(GENERIC, own(NORVANE), "NV 201", executed="2005-03-14"),)),
    Told(5, "2007-03-10", NORVANE, (deal(FOUNDATION, OrgRef("Norvane"), "NV201", executed="2005"),)),
    Told(6, "2010-03-10", LUMERIS, (DEFINES, deal(FOUNDATION, own(LUMERIS), "NV-201", effective="2005-03-14"))),
    Told(7, "2012-03-10", LUMERIS, (
        drug("lumetinib", "NV-201", inn="lumetinib"), deal(SHORT, own(LUMERIS), "lumetinib", executed="2005-03-14"),
    )),
    Told(8, "2014-03-10", LUMERIS, (deal(FOUNDATION, OrgRef("Lumeris Pharma"), "lumetinib", executed="2005-03-14"),)),
    Told(9, "2017-03-10", CALDERA, (
        drug("Calmera", "lumetinib", brands="Calmera"),
        deal(FOUNDATION, own(CALDERA), "Calmera", executed="2005-03-14"),
    )),
    # Its amendment and its end.
    Told(10, "2008-02-05", NORVANE, (deal(SHORT, own(NORVANE), "NV-201", "amended", amended="2008-02-01"),)),
    Told(11, "2017-07-03", CALDERA, (
        deal(FOUNDATION, own(CALDERA), "Calmera", "terminated", terminated="2017-06-30"),
    )),
    # Other agreements of the same parties, for another drug and of another year.
    Told(12, "2012-06-01", LUMERIS, (deal(FOUNDATION, own(LUMERIS), "NV-305", executed="2012-05-30"),)),
    Told(13, "2013-03-01", LUMERIS, (deal(SHORT, own(LUMERIS), "NV-305", executed="2012-05-30"),)),
    Told(14, "2015-06-01", LUMERIS, (deal(FOUNDATION, own(LUMERIS), "NV-305", executed="2015-05-20"),)),
    # Another filer's foundation.
    Told(15, "2011-04-01", STONE, (
        org("Elder Lake Foundation", aliases=("the Foundation",), kind="foundation"),
        deal(GENERIC, own(STONE), "ST-9", executed="2011-03-01"),
    )),
    Told(16, "2012-04-01", STONE, (deal(GENERIC, own(STONE), "ST-9", executed="2011-03-01"),)),
    # Names in the texts of others: in use, out of use, told as former.
    Told(17, "2008-09-01", STONE, (org("Norvane Therapeutics, Inc."),)),
    Told(18, "2011-09-01", STONE, (org("LUMERIS PHARMA"),)),
    Told(19, "2019-09-01", STONE, (org("Caldera Oncology Inc."),)),
    Told(20, "2019-10-01", VEYRA, (
        org("Lumeris"),
        FormerNameClaim(OrgRef("Caldera Oncology Inc."), "Lumeris Pharma", because("formerly Lumeris Pharma")),
        org("Lumeris Pharma, Inc."),
    )),
    Told(21, "2019-11-01", STONE, (org("Norvane Therapeutics"),)),
    # The exchange of names.
    Told(22, "2008-05-01", FIRST_HALCYON, (office("Robert T. Miller", own(FIRST_HALCYON)),)),
    Told(23, "2008-05-02", FIRST_MERIDIAN, (made_by("KX-101", 9100103, "Meridian Bio Inc"),)),
    Told(24, "2008-06-01", STONE, (org("Halcyon Bio"), org("Meridian Bio, Inc."))),
    Told(25, "2012-05-01", NOW_MERIDIAN, (office("Bob Miller", own(NOW_MERIDIAN)),)),
    Told(26, "2012-05-02", NOW_HALCYON, (made_by("KX-101", 9100103, "Halcyon Bio Inc"),)),
    Told(27, "2012-06-01", STONE, (org("Halcyon Bio, Inc."), org("Meridian Bio"))),
    # The spin-off.
    Told(28, "2012-11-01", SPIN, (made_by("KX-101", 9100105, "Stonebridge Specialty Inc"),)),
    Told(29, "2013-11-01", STONE, (org("Stonebridge Specialty"),)),
    Told(30, "2016-11-01", VEYRA, (made_by("KX-101", 9100105, "Veyra Inc"),)),
    Told(31, "2017-11-01", STONE, (org("Veyra, Inc."),)),
    # A subsidiary that bears its parent's name, and one that licenses.
    Told(32, "2010-02-01", AXIMER, (
        org("Aximer GmbH", parent=own(AXIMER)),
        org("Aximer Licensing LLC", parent=own(AXIMER)),
        deal(LAKE, OrgRef("Aximer Licensing LLC"), "AX-77", executed="2010-01-20"),
    )),
    Told(33, "2011-02-01", AXIMER, (
        deal(LAKE, OrgRef("Aximer Licensing, LLC"), "AX-77", executed="2010-01-20"),
    )),
    Told(34, "2011-03-01", STONE, (org("Aximer"),)),
    # Two bearers of one name.
    Told(35, "2014-01-05", PINNACLE),
    Told(36, "2014-01-06", OTHER_PINNACLE),
    Told(37, "2014-02-01", STONE, (org("Pinnacle Pharma"),)),
    # People.
    Told(38, "2006-05-01", NORVANE, (
        office("Jane Q. Roe, Ph.D.", own(NORVANE)), office("Li Wei Chen", own(NORVANE), "Director"),
    )),
    Told(39, "2010-05-01", LUMERIS, (office("J. Roe", own(LUMERIS)), office("Li Chen", own(LUMERIS), "Director"))),
    Told(40, "2018-05-01", CALDERA, (
        office("Jane Roe", own(CALDERA), "Chair"), office("Jane Roe", own(STONE), "Director"),
    )),
    Told(41, "2009-05-01", STONE, (
        office("John Smith", own(STONE)), office("Jane Smith", own(STONE), "Director"),
        office("J. Smith", own(STONE), "Treasurer"),
    )),
    Told(42, "2008-07-01", STONE, (office("Robert Miller", OrgRef("Halcyon Bio, Inc.")),)),
    # Diseases by two names; two hospitals that sound alike.
    Told(43, "2015-01-01", STONE, (field(LAKE, own(STONE), MYELOMA, "ST-12", executed="2014-12-12"),)),
    Told(44, "2016-01-01", STONE, (field(LAKE, own(STONE), KAHLER, "ST-12", executed="2014-12-12"),)),
    Told(45, "2016-02-01", STONE, (field(LAKE, own(STONE), ASTHMA, "ST-13", executed="2014-12-12"),)),
    Told(46, "2024-02-01", CALDERA, (org("Elder Lake Hospital"), org("Elder Lake Hospitals"), org("Caldera"))),
    Told(47, "2024-03-01", VEYRA, (org("Caldera"),)),
)  # fmt: skip

# What means one thing. "kind/name" is a node wherever it stands, "…@1,2" in these filings; "agreement@1" is the
# agreement that filing 1 tells. What stands alone is listed too, so that joining it with another would show.
ENTITIES: dict[str, tuple[str, ...]] = {
    "Norvane, Lumeris, Caldera": (
        "company/0009100101", "organization/norvane@5", "organization/lumeris-pharma@8,18,20",
        "organization/norvane-therapeutics@17", "organization/caldera-oncology@19,20",
        "organization/caldera@46",
    ),
    "somebody called Norvane ten years on": ("organization/norvane-therapeutics@21",),
    "somebody called Lumeris": ("organization/lumeris@20",),
    "somebody called Caldera": ("organization/caldera@47",),
    "Halcyon, then Meridian": ("company/0009100102", "organization/halcyon-bio@24,42", "organization/meridian-bio@27"),
    "Meridian, then Halcyon": ("company/0009100103", "organization/meridian-bio@24", "organization/halcyon-bio@27"),
    "Stonebridge Health": ("company/0009100104",),
    "Stonebridge Specialty, Veyra": ("company/0009100105", "organization/stonebridge-specialty", "organization/veyra"),
    "Aximer": ("company/0009100106", "organization/aximer@34"),
    "Aximer in Germany": ("organization/aximer@32",),
    "Aximer Licensing": ("organization/aximer-licensing",),
    "Pinnacle Inc": ("company/0009100107",),
    "Pinnacle LLC": ("company/0009100108",),
    "one of the Pinnacles": ("organization/pinnacle-pharma",),
    "Oakholm Foundation": (
        "organization/oakholm-alumni-research-foundation", "organization/oarf", "organization/foundation@4",
    ),
    "Elder Lake Foundation": ("organization/elder-lake-foundation", "organization/foundation@15,16"),
    "Elder Lake Hospital": ("organization/elder-lake-hospital",),
    "Elder Lake Hospitals": ("organization/elder-lake-hospitals",),
    "lumetinib": ("compound/nv-201", "compound/lumetinib", "compound/calmera"),
    "NV-305": ("compound/nv-305",),
    "KX-101 of Meridian": ("compound/kx-101@23,26",),
    "KX-101 of Veyra": ("compound/kx-101@28,30",),
    "the licence of 2005": tuple(f"agreement@{n}" for n in range(1, 12)),
    "the licence of 2012": ("agreement@12", "agreement@13"),
    "the licence of 2015": ("agreement@14",),
    "Stonebridge's licence of 2011": ("agreement@15", "agreement@16"),
    "Aximer's licence": ("agreement@32", "agreement@33"),
    "Stonebridge's licence of 2014": ("agreement@43", "agreement@44"),
    "its other licence of that day": ("agreement@45",),
    "Jane Roe of Norvane": (
        "person/0009100101_jane-q-roe-ph-d", "person/0009100101_j-roe", "person/0009100101_jane-roe",
    ),
    "Jane Roe of Stonebridge": ("person/0009100104_jane-roe",),
    "Li Chen": ("person/0009100101_li-wei-chen", "person/0009100101_li-chen"),
    "Robert Miller": (
        "person/0009100102_robert-t-miller", "person/0009100102_bob-miller", "person/halcyon-bio_robert-miller",
    ),
    "John Smith": ("person/0009100104_john-smith",),
    "Jane Smith": ("person/0009100104_jane-smith",),
    "J. Smith": ("person/0009100104_j-smith",),
    "multiple myeloma": ("indication/multiple-myeloma", "indication/kahler-disease"),
    "asthma": ("indication/asthma",),
}  # fmt: skip
