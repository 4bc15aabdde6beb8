"""A second story, told by an adversary: 60 invented filings full of traps, and by hand what means one thing.

Acronyms and names shared by strangers, a name taken over within a year, a reverse merger in which names change hands,
legal forms that tell companies apart, names written in other ways, one code of two makers, a person who moves, dates
and royalties that witnesses tell differently, a licence amended and restated, and one assigned to a subsidiary.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from scenario.identity_story import Told, because, deal, drug, made_by, office, org, own, party

from kg.model import FormerNameClaim, LicenseClaim, OrgRef, Payment, PersonRef, PositionClaim

ARC = party("ARC INC", 9200101)
BRAMBLE = party("BRAMBLE INC", 9200102)
THORNFIELD = party("THORNFIELD INC", 9200102, ("BRAMBLE INC", "20100201"))
GORSE = party("GORSE CORP", 9200103)
NEW_BRAMBLE = party("BRAMBLE CORP", 9200103, ("GORSE CORP", "20100901"))
QUARTZ = party("QUARTZ ACQUISITION INC", 9200104)
NEW_HELIO = party("HELIO BIO INC", 9200104, ("QUARTZ ACQUISITION INC", "20120615"))
HELIO = party("HELIO BIO INC", 9200105)
OPERATING = party("HELIO OPERATING INC", 9200105, ("HELIO BIO INC", "20120615"))
KESTREL = party("KESTREL LABORATORIES INC", 9200106)
TARN = party("TARN THERAPEUTICS INC /DE/", 9200107)
VALE = party("VALE BIOSCIENCES INC", 9200108)
SAINT = party("SAINT ELME INTL PHARM CO", 9200109)
FINCH = party("FINCH & HERON INC", 9200110)
FENN = party("FENN INC", 9200111)
FENN_PLC = party("FENN PLC", 9200111, ("FENN INC", "20120301"))

COLLEGE = OrgRef("Alder Research College")
ABBREVIATED = OrgRef("ARC")
IRELAND = OrgRef("Kestrel Ireland Ltd")
DEFINES = org("Alder Research College", aliases=("ARC",), kind="university")


def royalty(one: LicenseClaim, rate: str) -> LicenseClaim:
    return replace(one, payments=(Payment("royalty", because(f"{rate}%"), rate_min=Decimal(rate)),))


def insider(name: str, cik: int, company: OrgRef) -> PositionClaim:
    return PositionClaim(PersonRef(name, company, f"{cik:010}"), "Director", "holds", because(name))


STORY = (
    # A college and a company go by one acronym.
    Told(1, "2006-03-01", ARC),
    Told(2, "2006-03-02", KESTREL, (DEFINES, deal(COLLEGE, own(KESTREL), "KS-1", executed="2006-02-10"))),
    Told(3, "2007-03-02", KESTREL, (deal(ABBREVIATED, own(KESTREL), "KS 1", executed="2006-02-10"),)),
    Told(4, "2007-04-02", TARN, (org("ARC Inc."),)),
    # A former name is taken over by another company in the same year.
    Told(5, "2009-05-01", BRAMBLE),
    Told(6, "2010-11-01", THORNFIELD),
    Told(7, "2009-05-02", GORSE),
    Told(8, "2010-12-01", NEW_BRAMBLE),
    Told(9, "2009-08-01", TARN, (org("Bramble"),)),
    Told(10, "2011-06-01", TARN, (org("Bramble Corp."),)),
    Told(11, "2010-05-01", TARN, (org("Bramble, Inc."),)),
    # A reverse merger: the shell takes the name of the company that it buys.
    Told(12, "2011-01-10", QUARTZ),
    Told(13, "2011-02-10", HELIO),
    Told(14, "2013-01-10", NEW_HELIO, (org("Helio Operating Inc.", parent=own(NEW_HELIO)),)),
    Told(15, "2013-02-10", OPERATING),
    Told(16, "2011-09-01", TARN, (org("Helio Bio"),)),
    Told(17, "2014-09-01", TARN, (org("Helio Bio, Inc."),)),
    Told(18, "2019-09-01", TARN, (org("Quartz Acquisition"),)),
    # A licence, and its assignment to a subsidiary.
    Told(19, "2008-02-01", KESTREL, (DEFINES, deal(COLLEGE, own(KESTREL), "KS-2", executed="2008-01-15"))),
    Told(20, "2010-04-05", KESTREL, (
        org("Kestrel Ireland Ltd", parent=own(KESTREL)),
        deal(COLLEGE, IRELAND, "KS-2", kind="assignment", executed="2010-04-01"),
    )),
    Told(21, "2011-04-05", KESTREL, (
        deal(ABBREVIATED, OrgRef("Kestrel Ireland Limited"), "KS-2", kind="assignment", executed="2010-04"),
    )),
    # Two agreements of the same parties in one year, and one the other way.
    Told(22, "2009-02-05", KESTREL, (
        deal(OrgRef("Tarn Therapeutics, Inc."), own(KESTREL), "TR-10", executed="2009-02-02"),
    )),
    Told(23, "2009-09-12", KESTREL, (deal(OrgRef("Tarn Therapeutics"), own(KESTREL), "TR-20", executed="2009-09-09"),)),
    Told(24, "2010-03-12", KESTREL, (deal(OrgRef("Tarn Therapeutics"), own(KESTREL), "TR-10", executed="2009"),)),
    Told(25, "2010-03-13", TARN, (deal(own(TARN), OrgRef("Kestrel Labs"), "TR-20", executed="2009-09"),)),
    Told(26, "2009-02-06", TARN, (deal(OrgRef("Kestrel Laboratories"), own(TARN), "KS-1", executed="2009-02-02"),)),
    # One code of two makers who have nothing to do with each other.
    Told(27, "2013-05-01", VALE, (made_by("TR-10", 9200108, "Vale Biosciences Inc"),)),
    Told(28, "2014-05-01", VALE, (made_by("TR 10", 9200108, "Vale Biosciences Inc"),)),
    # Persons: one name at two companies; one person who moves, known by the CIK of an owner.
    Told(29, "2008-05-01", KESTREL, (
        office("Anna Berg", own(KESTREL)), office("Carl Voss", own(KESTREL), "Treasurer"),
    )),
    Told(30, "2008-06-01", KESTREL, (insider("VOSS CARL M", 9300001, own(KESTREL)),)),
    Told(31, "2012-05-01", TARN, (office("Carl M. Voss", own(TARN)),)),
    Told(32, "2012-06-01", TARN, (insider("VOSS CARL M", 9300001, own(TARN)),)),
    Told(33, "2013-06-01", VALE, (office("Anna Berg", own(VALE)), office("Anna L. Berg, M.D.", own(VALE), "Director"))),
    # One licence: witnesses differ about its day and its royalty; then it is amended and restated, then ended.
    Told(34, "2011-03-04", KESTREL, (
        royalty(deal(OrgRef("Vale Biosciences, Inc."), own(KESTREL), "VL-5", executed="2011-03-01"), "5"),
    )),
    Told(35, "2012-03-10", KESTREL, (
        royalty(deal(OrgRef("Vale Biosciences"), own(KESTREL), "VL-5", executed="2011-03-02"), "6"),
    )),
    Told(36, "2013-03-10", VALE, (
        royalty(deal(own(VALE), OrgRef("Kestrel Laboratories"), "VL-5", executed="2011-03-01"), "5"),
    )),
    Told(37, "2014-05-08", KESTREL, (
        deal(OrgRef("Vale Biosciences"), own(KESTREL), "VL-5", "amended", executed="2014-05-05",
             title="Amended and Restated License Agreement"),
    )),
    Told(38, "2015-03-08", KESTREL, (
        deal(OrgRef("Vale Biosciences"), own(KESTREL), "VL-5", executed="2014-05-05",
             title="Amended and Restated License Agreement"),
    )),
    Told(39, "2016-02-08", KESTREL, (
        deal(OrgRef("Vale Biosciences"), own(KESTREL), "VL-5", "terminated", terminated="2016-02-01"),
    )),
    # An option, and the licence that it became.
    Told(40, "2012-07-01", VALE, (
        deal(own(VALE), OrgRef("Tarn Therapeutics"), "VL-9", kind="option", executed="2012-06-28"),
    )),
    Told(41, "2013-07-01", VALE, (deal(own(VALE), OrgRef("Tarn Therapeutics"), "VL-9", executed="2013-06-20"),)),
    Told(42, "2014-03-01", TARN, (deal(OrgRef("Vale Biosciences"), own(TARN), "VL-9", executed="2013-06-20"),)),
    # A university, its hospital, and another university of the same town.
    Told(43, "2015-01-01", TARN, (
        org("Oakholm University", kind="university"), org("The Oakholm University Hospital", kind="hospital"),
    )),
    Told(44, "2015-02-01", VALE, (org("Oakholm Univ. Hospital"), org("University of Oakholm", kind="university"))),
    # Names written in other ways.
    Told(45, "2015-03-01", SAINT),
    Told(46, "2015-04-01", TARN, (org("Saint-Élme International Pharmaceuticals Co."),)),
    Told(47, "2015-05-01", VALE, (org("The Saint Elme International Pharmaceutical Company"),)),
    Told(48, "2015-06-01", FINCH),
    Told(49, "2015-07-01", TARN, (org("Finch and Heron, Incorporated"),)),
    # Legal forms that tell companies of one name apart, and some that do not.
    Told(50, "2015-08-01", TARN, (org("Moss KGaA"),)),
    Told(51, "2015-09-01", VALE, (org("Moss Inc."),)),
    Told(52, "2016-09-01", VALE, (org("Moss KGaA"), org("Moss & Co., Inc."))),
    Told(53, "2016-10-01", VALE, (org("Sedge GmbH"), org("Sedge K.K."))),
    Told(54, "2016-11-01", TARN, (org("Sedge GmbH"),)),
    Told(55, "2008-11-01", TARN, (org("Rill Inc."),)),
    Told(56, "2015-11-01", TARN, (
        org("Rill plc"), FormerNameClaim(OrgRef("Rill plc"), "Rill Inc.", because("formerly Rill Inc.")),
    )),
    Told(57, "2010-01-02", FENN, (drug("kestrelimab", "KS-1", inn="kestrelimab"),)),
    Told(58, "2013-01-02", FENN_PLC, (drug("Kestria", "kestrelimab", brands="Kestria"),)),
    Told(59, "2010-02-02", TARN, (org("Fenn, Inc."),)),
    Told(60, "2014-02-02", TARN, (org("Fenn plc"), org("Kestrel Dormant LLC", parent=OrgRef("Kestrel Laboratories")))),
)  # fmt: skip

ENTITIES: dict[str, tuple[str, ...]] = {
    "ARC Inc": ("company/0009200101", "organization/arc@4"),
    "the college": ("organization/alder-research-college", "organization/arc@3,21"),
    "Bramble, then Thornfield": ("company/0009200102", "organization/bramble@9,11"),
    "Gorse, then Bramble": ("company/0009200103", "organization/bramble@10"),
    "Quartz, then Helio": ("company/0009200104", "organization/helio-bio@17"),
    "Helio, then Helio Operating": ("company/0009200105", "organization/helio-bio@16", "organization/helio-operating"),
    "somebody called Quartz": ("organization/quartz-acquisition",),
    "Kestrel": ("company/0009200106", "organization/kestrel-laboratories", "organization/kestrel-labs"),
    "Kestrel in Ireland": ("organization/kestrel-ireland",),
    "a dormant subsidiary": ("organization/kestrel-dormant",),
    "Tarn": ("company/0009200107", "organization/tarn-therapeutics"),
    "Vale": ("company/0009200108", "organization/vale-biosciences"),
    "Saint Elme": (
        "company/0009200109", "organization/saint-elme-international-pharmaceuticals",
        "organization/saint-elme-international-pharmaceutical",
    ),
    "Finch & Heron": ("company/0009200110", "organization/finch-and-heron"),
    "Fenn": ("company/0009200111", "organization/fenn"),
    "Oakholm University": ("organization/oakholm-university",),
    "its hospital": ("organization/oakholm-university-hospital", "organization/oakholm-univ-hospital"),
    "the other university": ("organization/university-of-oakholm",),
    "Moss KGaA": ("organization/moss@50,52",),
    "Moss Inc": ("organization/moss@51",),
    "Moss & Co": ("organization/moss-and",),
    "Sedge GmbH": ("organization/sedge_gmbh@53", "organization/sedge@54"),
    "Sedge KK": ("organization/sedge_kk@53",),
    "Rill": ("organization/rill@55,56",),
    "KS-1": ("compound/ks-1", "compound/kestrelimab", "compound/kestria"),
    "KS-2": ("compound/ks-2",),
    "TR-10 of Tarn": ("compound/tr-10@22,24",),
    "TR-10 of Vale": ("compound/tr-10@27,28",),
    "TR-20": ("compound/tr-20",),
    "the college's licence of 2006": ("agreement@2", "agreement@3"),
    "the college's licence of 2008": ("agreement@19",),
    "its assignment": ("agreement@20", "agreement@21"),
    "TR-10's licence": ("agreement@22", "agreement@24"),
    "TR-20's licence": ("agreement@23", "agreement@25"),
    "the licence the other way": ("agreement@26",),
    "VL-5's licence": ("agreement@34", "agreement@35", "agreement@36"),
    "the same, amended and restated": ("agreement@37", "agreement@38", "agreement@39"),
    "the option": ("agreement@40",),
    "the licence that it became": ("agreement@41", "agreement@42"),
    "Anna Berg of Kestrel": ("person/0009200106_anna-berg",),
    "Anna Berg of Vale": ("person/0009200108_anna-berg", "person/0009200108_anna-l-berg"),
    "Carl Voss": ("person/0009300001", "person/0009200106_carl-voss", "person/0009200107_carl-m-voss"),
}  # fmt: skip
