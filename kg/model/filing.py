"""What a submission says of itself: `Filing` with its parties and documents, and the normalised text of a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.errors import Issue
from kg.model.claims import OfferingNotice, OwnershipReport


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """An address as the header prints it; a field the header lacks is None."""

    street1: str | None = None
    street2: str | None = None
    city: str | None = None
    state: str | None = None
    zip: str | None = None


class HeaderLine(NamedTuple):
    """Where a header value stands: offsets in `Filing.header` (code points), for evidence in document sequence 0.

    `header[start:end]` is the whole line without outer blanks, `header[value:end]` the printed value alone. A
    classification's `value` covers title and code ("PHARMACEUTICAL PREPARATIONS [2834]"). A tuple, because a header
    has some fifty of them. `name` is the field's name in the model ("file_number", "item", "former_name",
    "mail_address.city").
    """

    name: str
    start: int
    end: int
    value: int


@dataclass(frozen=True, slots=True)
class FormerCompany:
    """A former name and the date printed beside it (YYYYMMDD, or None). EDGAR does not say what the date marks.

    `name_line` and `date_line` say where both stand in the header; quote the value of the first and the whole of the
    second.
    """

    name: str
    date: str | None = None
    name_line: HeaderLine | None = field(default=None, compare=False, repr=False)
    date_line: HeaderLine | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Party:
    """One company or person in one role of a submission; every value as printed, outer blanks removed.

    `role`: "filer", "subject company", "filed by", "filed for", "issuer", "reporting owner", "serial company",
    "depositor", "securitizer", "issuing entity", … (lower case). `other` keeps fields without a place of their own.
    """

    role: str
    name: str | None = None
    cik: str | None = None
    sic: str | None = None
    sic_title: str | None = None
    irs: str | None = None
    state: str | None = None
    fiscal_year_end: str | None = None
    organization_name: str | None = None
    relationship: str | None = None
    form_type: str | None = None
    act: str | None = None
    file_number: str | None = None
    film_number: str | None = None
    phone: str | None = None
    business_address: PostalAddress | None = None
    mail_address: PostalAddress | None = None
    former_names: tuple[FormerCompany, ...] = ()
    other: tuple[tuple[str, str], ...] = ()
    lines: tuple[HeaderLine, ...] = field(default=(), compare=False, repr=False)
    """Where this party's own fields stand in the header, in file order: "name", "file_number", "mail_address.city" …"""

    def line(self, name: str) -> HeaderLine | None:
        """The header line that states field `name` of this party ("name", "cik", "file_number", "phone" …), or None."""
        return next((line for line in self.lines if line.name == name), None)


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a submission. `span` holds byte offsets in the submission: [after <TEXT>, before </TEXT>).

    `body` is the raw bytes of that span (without a uuencode, PDF or XML wrapper removed); `kind` is one of "html",
    "text", "xml", "xbrl", "uuencoded", "pdf", "json", "empty".
    """

    type: str
    sequence: str | None
    filename: str | None
    description: str | None
    span: tuple[int, int]
    body: bytes = field(repr=False)
    kind: str = "text"

    @property
    def is_exhibit(self) -> bool:
        """True for EX-… documents."""
        return self.type.upper().startswith("EX-")


@dataclass(frozen=True, slots=True)
class Filing:
    """One EDGAR submission: header facts as printed, parties, documents, and what was odd (`issues`).

    Dates are YYYYMMDD, acceptance YYYYMMDDHHMMSS, as printed. `header` is the header's text, whose offsets
    header evidence uses (document sequence 0). `sha256` digests the submission's bytes.
    """

    accession: str
    form: str
    source: str = ""
    sha256: str = ""
    size: int = 0
    container: str = "sec-document"
    filed: str | None = None
    period: str | None = None
    changed: str | None = None
    acceptance: str | None = None
    effective: str | None = None
    declared_documents: int | None = None
    items: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    group_members: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    documents: tuple[Document, ...] = ()
    other: tuple[tuple[str, str], ...] = ()
    header: str = field(default="", repr=False)
    issues: tuple[Issue, ...] = ()
    lines: tuple[HeaderLine, ...] = field(default=(), compare=False, repr=False)
    """Where the filing's own fields stand in the header, in file order: "accession", "form", "filed", "item" …"""
    offset: int = 0
    """Byte offset of this submission in its file; document spans count from here."""

    @property
    def item_lines(self) -> tuple[HeaderLine, ...]:
        """The header lines of `items`, one for each, in the same order; evidence of an item quotes the whole line."""
        return tuple(line for line in self.lines if line.name == "item")

    def line(self, name: str) -> HeaderLine | None:
        """The header line that states the filing's field `name`, or None."""
        return next((line for line in self.lines if line.name == name), None)

    def numbered(self) -> Iterator[tuple[int, Document]]:
        """Each document with the number its text and its evidence go by: its sequence, else its place in the file."""
        for place, document in enumerate(self.documents, 1):
            printed = document.sequence or ""
            yield int(printed) if printed.isdecimal() and len(printed) < 7 else place, document

    @property
    def registrant(self) -> Party | None:
        """The company the filing is about: the issuer or subject company where there is one, else the first filer."""
        for role in ("issuer", "subject company", "filer"):
            for party in self.parties:
                if party.role == role:
                    return party
        return self.parties[0] if self.parties else None


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered item of a form in a document's text: `[start, end)` covers heading and body."""

    number: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The normalised text of one document; all offsets in the project are code points of `text`.

    `text` has every run of white space folded to one space; `sha256` digests it. `layout` is the same text, equal in
    length, in which the space that ends a paragraph or table row is "\\n" and the one between table cells is "\\t":
    read structure from `layout`, quote from `text`. A line break that ends no sentence (lines within a cell, lines a
    typist wrapped) is "\\v"; one where a page break with its number was left out is "\\f". Of ASCII filings the text
    leaves out rules, page marks, page numbers and running heads.
    """

    sequence: int
    type: str
    text: str = field(repr=False)
    layout: str = field(repr=False)
    sha256: str
    sections: tuple[Section, ...] = ()
    exhibit: str | None = None

    @property
    def is_exhibit(self) -> bool:
        """True for EX-… documents."""
        return self.type.upper().startswith("EX-")


@dataclass(frozen=True, slots=True)
class ReadFiling:
    """A filing with the texts of its readable documents and its XML reports: all that extraction and emission see."""

    filing: Filing
    texts: tuple[DocumentText, ...]
    issues: tuple[Issue, ...] = ()
    reports: tuple[OwnershipReport | OfferingNotice, ...] = ()
    """What the XML of forms 3, 4, 5 and D states."""

    def text(self, sequence: int) -> DocumentText:
        """The text of document `sequence`; KeyError when there is none."""
        for document in self.texts:
            if document.sequence == sequence:
                return document
        raise KeyError(sequence)


