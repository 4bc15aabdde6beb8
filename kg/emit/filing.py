"""Header facts of a filing → statements. First cut: company, former names."""

from __future__ import annotations

from kg import ontology
from kg.emit import terms
from kg.emit.quads import Quads
from kg.model import Filing
from kg.names import slug


def iso(date: str | None) -> str | None:
    """YYYYMMDD → YYYY-MM-DD; None stays None."""
    return f"{date[:4]}-{date[4:6]}-{date[6:8]}" if date and len(date) == 8 and date.isdigit() else None


def add_filing(quads: Quads, filing: Filing) -> None:
    """The filing's node and its parties."""
    node = ontology.mint("filing", filing.accession)
    quads.link(node, "rdf:type", ontology.EKG + "Filing")
    quads.text(node, "ekg:accessionNumber", filing.accession)
    for party in filing.parties:
        if not party.cik:
            continue
        company = ontology.mint("company", party.cik)
        quads.link(company, "rdf:type", ontology.EKG + "Company")
        quads.text(company, "ekg:cik", party.cik)
        quads.text(company, "rdfs:label", party.name)
        quads.text(company, "ekg:conformedName", party.name)
        for former in party.former_names:
            name = ontology.mint("name", party.cik, slug(former.name), slug(iso(former.date) or "undated"))
            quads.link(company, "ekg:hasFormerName", name)
            quads.link(name, "rdf:type", ontology.EKG + "FormerName")
            quads.text(name, "schema:name", former.name)
            day = iso(former.date)
            if day:
                quads.add(name, "ekg:headerNameChangeDate", terms.date(day))
