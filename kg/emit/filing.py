"""A submission's own facts → statements: the filing, its documents and the items it reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from kg import ontology
from kg.emit import terms
from kg.emit.dates import acceptance, iso
from kg.emit.parties import add_party, is_person, owners, quote_line
from kg.emit.quads import Quads
from kg.model import DocumentText, Evidence, Filing, ReadFiling, Section, Source

_ARCHIVE = "https://www.sec.gov/Archives/edgar/data"
_EXHIBITS = re.compile(r"\bExhibits?\s+(\d+(?:\.\d+)*)|(?<![\d.$])(\d+\.\d+)(?=\*{0,3}\s+[A-Z])")
_ITEMIZED = ("8-K", "10-K", "10-Q")


def document_node(accession: str, sequence: int) -> str:
    """A document of a filing; sequence 0 is its header."""
    return ontology.mint("document", f"{accession}_{sequence}")


def _label(filing: Filing) -> str:
    """ "8-K of Acme, Inc., filed 2017-03-08"."""
    party = filing.registrant
    name = f" of {party.name}" if party and party.name else ""
    when = iso(filing.filed)
    form = f"Form {filing.form}" if filing.form.isdecimal() else filing.form or "submission"
    return f"{form}{name}" + (f", filed {when}" if when else "")


def _header(quads: Quads, filing: Filing, node: str) -> None:
    quads.type(node, "Filing")
    quads.once(node, "rdfs:label", terms.literal(_label(filing), lang="en"))
    quads.once_text(node, "ekg:accessionNumber", filing.accession)
    if filing.form:
        quads.code(node, "ekg:formType", "form", filing.form, single=True)
    for predicate, printed in (
        ("ekg:filedDate", filing.filed),
        ("ekg:periodOfReport", filing.period),
        ("ekg:dateAsOfChange", filing.changed),
        ("ekg:effectivenessDate", filing.effective),
    ):
        quads.date(node, predicate, iso(printed) or printed)
    moment = acceptance(filing.acceptance)
    if moment:
        quads.once(node, "ekg:acceptanceDateTime", terms.literal(moment, ontology.PREFIXES["xsd"] + "dateTime"))
    elif filing.acceptance:
        quads.text(node, "ekg:otherHeaderValue", f"ACCEPTANCE-DATETIME: {filing.acceptance}")
    if filing.declared_documents is not None:
        quads.once(node, "ekg:declaredDocumentCount", terms.integer(filing.declared_documents))
    if filing.sha256:
        quads.once_text(node, "ekg:sha256", filing.sha256)
    party = filing.registrant
    if party and party.cik and party.cik.isdigit():
        quads.link(node, "dct:source", f"{_ARCHIVE}/{int(party.cik)}/{filing.accession}.txt")
    for reference in filing.references:
        quads.text(node, "ekg:referenceText", reference)
    for member in filing.group_members:
        quads.text(node, "ekg:groupMember", member)
    for key, value in filing.other:
        quads.text(node, "ekg:otherHeaderValue", f"{key}: {value}")


def _document(quads: Quads, filing: str, node: str, sequence: int, kind: str, exhibit: bool) -> None:
    quads.link(filing, "dct:hasPart", node)
    quads.link(node, "dct:isPartOf", filing)
    quads.type(node, "Exhibit" if exhibit else "FilingDocument")
    quads.once(node, "ekg:sequence", terms.integer(sequence))
    quads.once_text(node, "ekg:documentType", kind)


def _documents(quads: Quads, read: ReadFiling, filing: str) -> None:
    accession = read.filing.accession
    _document(quads, filing, document_node(accession, 0), 0, "SEC-HEADER", False)
    for sequence, document in read.filing.numbered():
        node = quads.distinct(
            document_node(accession, sequence), document.type, document.filename or "", str(document.span[0])
        )
        _document(quads, filing, node, sequence, document.type, document.is_exhibit)
        if document.is_exhibit:
            exhibit = document.type[3:].split()
            quads.once_text(node, "ekg:exhibitNumber", exhibit[0] if exhibit else None)
        quads.once_text(node, "ekg:fileName", document.filename)
        quads.once_text(node, "dct:description", document.description)
    for text in read.texts:
        quads.once_text(document_node(accession, text.sequence), "ekg:textSha256", text.sha256)


def _heading(text: DocumentText, section: Section) -> Evidence:
    """The heading of a section, quoted: its number and, where it follows, its title."""
    limit = min(section.end, section.start + 400)
    at = text.text.find(section.title, section.start, limit) if section.title else -1
    if at < 0:
        at = text.text.find(section.number, section.start, limit)
        end = at + len(section.number) if at >= 0 else min(section.end, section.start + 80)
    else:
        end = at + len(section.title)
    return Evidence(text.sequence, section.start, end, text.text[section.start : end])


def item_node(accession: str, number: str) -> str:
    """An item that a filing reports on."""
    return ontology.mint("item", accession, ontology.concept("", number).rpartition("_")[2])


def _named_exhibits(read: ReadFiling, text: str) -> Iterator[int]:
    """Exhibits of the filing whose number an item of it names as an exhibit: "furnished as Exhibit 99.1"."""
    named = {match[1] or match[2] for match in _EXHIBITS.finditer(text)}
    for sequence, document in read.filing.numbered():
        if document.is_exhibit and document.type[3:].strip() in named:
            yield sequence


def _items(quads: Quads, read: ReadFiling, filing: str) -> None:
    """Items named by the header, by headings of the main document, or by both."""
    form, accession = read.filing.form, read.filing.accession
    base = ontology.base_form(form)
    found: dict[str, list[Evidence]] = {}
    where: dict[str, int] = {}
    for printed, line in zip_longest(read.filing.items, read.filing.item_lines[: len(read.filing.items)]):
        number = ontology.item_code(form, printed, quads.filed)
        found.setdefault(number or printed, []).extend(quote_line(read.filing, line))
    for text in read.texts:
        if text.is_exhibit or base not in _ITEMIZED or ontology.base_form(text.type) != base:
            continue
        for section in text.sections:
            number = ontology.item_code(form, section.number, quads.filed)
            if number:
                found.setdefault(number, []).append(_heading(text, section))
                where.setdefault(number, text.sequence)
                item = item_node(accession, number)
                quads.sections.append((text.sequence, section.start, section.end, item))
                for exhibit in _named_exhibits(read, text.text[section.start : section.end]):
                    quads.link(item, "dct:references", document_node(accession, exhibit))
    for number, evidence in found.items():
        node = item_node(accession, number)
        quads.link(filing, "ekg:reportsItem", node)
        quads.type(node, "FilingItem")
        quads.code(node, "ekg:itemType", f"item_{base}", number, single=True)
        if number in where:
            quads.link(node, "dct:isPartOf", document_node(accession, where[number]))
        if evidence:
            quads.source(node, Source("item-heading_1", 1.0, tuple(evidence)))


def add_filing(quads: Quads, read: ReadFiling) -> None:
    """The filing's node with header facts, parties, documents and items."""
    filing = read.filing
    node = ontology.mint("filing", filing.accession)
    officers = owners(read)
    _header(quads, filing, node)
    for number, party in enumerate(filing.parties, 1):
        add_party(quads, filing, number, party, is_person(party, officers))
    _documents(quads, read, node)
    _items(quads, read, node)
