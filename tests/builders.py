"""Synthetic submissions: what a filing says (`Submission`) → its bytes in any dialect of the container.

Companies, people and numbers are invented. A test builds a `Submission`, renders it with `sec`, `nc`, `index_page`,
`stripped` or `pem`, and compares what is read back with the same values.
"""

from __future__ import annotations

import html
from dataclasses import dataclass, field

TITLES = {
    "1.01": "Entry into a Material Definitive Agreement",
    "5.02": "Departure of Directors or Certain Officers; Election of Directors: Appointment of Certain Officers",
    "7.01": "Regulation FD Disclosure",
    "8.01": "Other Events",
    "9.01": "Financial Statements and Exhibits",
}
"""Item numbers and the titles that the `KEY: value` dialect prints for them."""


@dataclass(frozen=True)
class Address:
    """An address; None leaves its line out."""

    street1: str | None = "12 HARBOUR ROAD"
    street2: str | None = None
    city: str | None = "OAKHOLM"
    state: str | None = "MA"
    zip: str | None = "02139"


@dataclass(frozen=True)
class Company:
    """One party as the header states it; None leaves its line out."""

    name: str = "BRIARWOOD THERAPEUTICS, INC."
    cik: str = "0009100001"
    role: str = "FILER"
    sic: str | None = "2834"
    sic_title: str | None = "PHARMACEUTICAL PREPARATIONS"
    irs: str | None = "990000001"
    state: str | None = "DE"
    fiscal_year_end: str | None = "1231"
    form_type: str | None = "8-K"
    act: str | None = "1934 Act"
    file_number: str | None = "001-90001"
    film_number: str | None = "21000001"
    phone: str | None = "617-555-0101"
    business: Address | None = field(default_factory=Address)
    mail: Address | None = None
    former: tuple[tuple[str, str], ...] = (("BRIARWOOD HOLDINGS INC", "20120305"), ("OLD MILL CORP /DE/", "20050617"))


@dataclass(frozen=True)
class Doc:
    """One document and its text."""

    type: str = "8-K"
    sequence: str | None = "1"
    filename: str | None = "briar_8k.htm"
    description: str | None = "FORM 8-K"
    body: str = "<html><body><p>Briarwood entered into a license with Oakholm University.</p></body></html>\n"


@dataclass(frozen=True)
class Submission:
    """What one submission says."""

    accession: str = "0009100001-21-000007"
    form: str = "8-K"
    filed: str = "20210309"
    period: str | None = "20210308"
    changed: str | None = "20210309"
    acceptance: str | None = "20210309163015"
    items: tuple[str, ...] = ("1.01", "5.02", "9.01")
    companies: tuple[Company, ...] = (Company(),)
    documents: tuple[Doc, ...] = (
        Doc(),
        Doc("EX-99.1", "2", "briar_ex99.htm", "PRESS RELEASE", "<html><body><p>News of the day.</p></body></html>\n"),
    )


def _lines(pairs: list[tuple[str, str | None]], indent: str) -> list[str]:
    return [f"{indent}{key}:\t\t{value}" for key, value in pairs if value is not None]


def _address_lines(heading: str, address: Address | None, phone: str | None, indent: str) -> list[str]:
    if address is None:
        return []
    pairs = [
        ("STREET 1", address.street1),
        ("STREET 2", address.street2),
        ("CITY", address.city),
        ("STATE", address.state),
        ("ZIP", address.zip),
        ("BUSINESS PHONE", phone),
    ]
    return [f"{indent}{heading}:\t", *_lines(pairs, indent + "\t"), ""]


def company_lines(company: Company, indent: str = "") -> list[str]:
    """One party in the `KEY: value` dialect; `indent` is put before every line, as drifting headers do."""
    one, two = indent + "\t", indent + "\t\t"
    classification = None if company.sic is None else f"{company.sic_title or ''} [{company.sic}]".strip()
    data = "OWNER DATA" if company.role == "REPORTING-OWNER" else "COMPANY DATA"
    former = "FORMER NAME" if company.role == "REPORTING-OWNER" else "FORMER COMPANY"
    lines = [f"{indent}{company.role}:", "", f"{one}{data}:\t"]
    lines += _lines(
        [
            ("COMPANY CONFORMED NAME", company.name),
            ("CENTRAL INDEX KEY", company.cik),
            ("STANDARD INDUSTRIAL CLASSIFICATION", classification),
            ("IRS NUMBER", company.irs),
            ("STATE OF INCORPORATION", company.state),
            ("FISCAL YEAR END", company.fiscal_year_end),
        ],
        two,
    )
    values = [
        ("FORM TYPE", company.form_type),
        ("SEC ACT", company.act),
        ("SEC FILE NUMBER", company.file_number),
        ("FILM NUMBER", company.film_number),
    ]
    lines += ["", f"{one}FILING VALUES:", *_lines(values, two), ""]
    lines += _address_lines("BUSINESS ADDRESS", company.business, company.phone, one)
    lines += _address_lines("MAIL ADDRESS", company.mail, None, one)
    for name, date in company.former:
        pairs = [("FORMER CONFORMED NAME", name), ("DATE OF NAME CHANGE", date)]
        lines += [f"{one}{former}:\t", *_lines(pairs, two), ""]
    return lines


def header_lines(said: Submission) -> list[str]:
    """The header of the `KEY: value` dialect, without its tags."""
    lines = [] if said.acceptance is None else [f"<ACCEPTANCE-DATETIME>{said.acceptance}"]
    lines += _lines(
        [
            ("ACCESSION NUMBER", said.accession),
            ("CONFORMED SUBMISSION TYPE", said.form),
            ("PUBLIC DOCUMENT COUNT", str(len(said.documents))),
            ("CONFORMED PERIOD OF REPORT", said.period),
            *(("ITEM INFORMATION", TITLES[item]) for item in said.items),
            ("FILED AS OF DATE", said.filed),
            ("DATE AS OF CHANGE", said.changed),
        ],
        "",
    )
    lines.append("")
    for company in said.companies:
        lines += company_lines(company)
    return lines


def document_lines(document: Doc) -> list[str]:
    """One `<DOCUMENT>` block."""
    tags = [
        ("TYPE", document.type),
        ("SEQUENCE", document.sequence),
        ("FILENAME", document.filename),
        ("DESCRIPTION", document.description),
    ]
    return [
        "<DOCUMENT>",
        *(f"<{tag}>{value}" for tag, value in tags if value is not None),
        "<TEXT>\n" + document.body + "</TEXT>",
        "</DOCUMENT>",
    ]


def sec(said: Submission = Submission(), wrapper: str = "SEC") -> bytes:
    """The `<SEC-DOCUMENT>` (or `<IMS-DOCUMENT>`) dialect, LF line ends, UTF-8."""
    lines = [
        f"<{wrapper}-DOCUMENT>{said.accession}.txt : {said.filed}",
        f"<{wrapper}-HEADER>{said.accession}.hdr.sgml : {said.filed}",
        *header_lines(said),
        f"</{wrapper}-HEADER>",
    ]
    for document in said.documents:
        lines += document_lines(document)
    lines.append(f"</{wrapper}-DOCUMENT>")
    return ("\n".join(lines) + "\n").encode()


def _tags(pairs: list[tuple[str, str | None]]) -> list[str]:
    return [f"<{tag}>{value}" for tag, value in pairs if value is not None]


def company_tags(company: Company) -> list[str]:
    """One party in the tag dialect."""
    data = "OWNER-DATA" if company.role == "REPORTING-OWNER" else "COMPANY-DATA"
    lines = [f"<{company.role.replace(' ', '-')}>", f"<{data}>"]
    lines += _tags(
        [
            ("CONFORMED-NAME", company.name),
            ("CIK", company.cik),
            ("ASSIGNED-SIC", company.sic),
            ("IRS-NUMBER", company.irs),
            ("STATE-OF-INCORPORATION", company.state),
            ("FISCAL-YEAR-END", company.fiscal_year_end),
        ]
    )
    lines += [f"</{data}>", "<FILING-VALUES>"]
    lines += _tags(
        [
            ("FORM-TYPE", company.form_type),
            ("ACT", company.act),
            ("FILE-NUMBER", company.file_number),
            ("FILM-NUMBER", company.film_number),
        ]
    )
    lines.append("</FILING-VALUES>")
    for tag, address, phone in (
        ("BUSINESS-ADDRESS", company.business, company.phone),
        ("MAIL-ADDRESS", company.mail, None),
    ):
        if address is not None:
            pairs = [("STREET1", address.street1), ("STREET2", address.street2), ("CITY", address.city)]
            pairs += [("STATE", address.state), ("ZIP", address.zip), ("PHONE", phone)]
            lines += [f"<{tag}>", *_tags(pairs), f"</{tag}>"]
    for name, date in company.former:
        pairs = [("FORMER-CONFORMED-NAME", name), ("DATE-CHANGED", date)]
        lines += ["<FORMER-COMPANY>", *_tags(pairs), "</FORMER-COMPANY>"]
    lines.append(f"</{company.role.replace(' ', '-')}>")
    return lines


def header_tags(said: Submission) -> list[str]:
    """The header of the tag dialect, without what is around it."""
    lines = _tags(
        [
            ("ACCEPTANCE-DATETIME", said.acceptance),
            ("ACCESSION-NUMBER", said.accession),
            ("TYPE", said.form),
            ("PUBLIC-DOCUMENT-COUNT", str(len(said.documents))),
            ("PERIOD", said.period),
            *(("ITEMS", item) for item in said.items),
            ("FILING-DATE", said.filed),
            ("DATE-OF-FILING-DATE-CHANGE", said.changed),
        ]
    )
    for company in said.companies:
        lines += company_tags(company)
    return lines


def nc(said: Submission = Submission()) -> bytes:
    """The `<SUBMISSION>` dialect of the dissemination feed."""
    lines = ["<SUBMISSION>", *header_tags(said)]
    for document in said.documents:
        lines += document_lines(document)
    lines.append("</SUBMISSION>")
    return ("\n".join(lines) + "\n").encode()


def pem(inner: bytes) -> bytes:
    """A submission in the privacy-enhanced envelope of the 1990s."""
    return (
        b"-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\nOriginator-Name: keymaster@example.org\n"
        b"Originator-Key-Asymmetric:\n MFkwCgYEVQgBAQICAgADSwAwSAJBALeWW4xDV4i7\n"
        b"MIC-Info: RSA-MD5,RSA,\n papaXys0z88BTHR5FHUEkjXXrqU6QeM5Q==\n\n"
        + inner
        + b"-----END PRIVACY-ENHANCED MESSAGE-----\n"
    )


def stripped(said: Submission = Submission()) -> bytes:
    """The submission as some collections store it: every tag left out, its value on the line."""
    lines = [f"{said.accession}.txt : {said.filed}", f"{said.accession}.hdr.sgml : {said.filed}"]
    lines += [line.replace("<ACCEPTANCE-DATETIME>", "") for line in header_lines(said)]
    for document in said.documents:
        values = (document.type, document.sequence, document.filename, document.description)
        lines += [value for value in values if value is not None]
        lines.append(document.body)
    return ("\n".join(lines) + "\n").encode()


def index_page(said: Submission = Submission()) -> bytes:
    """EDGAR's index-headers page: the tag header in a comment, the other one escaped, documents as links."""
    listing = [
        f"<SEC-DOCUMENT>{said.accession}-index.html : {said.filed}",
        f"<SEC-HEADER>{said.accession}.hdr.sgml : {said.filed}",
        *header_lines(said),
        "</SEC-HEADER>",
    ]
    escaped = html.escape("\n".join(listing), quote=False) + "\n"
    for document in said.documents:
        tags = [line for line in document_lines(document) if not line.startswith("<TEXT>")]
        escaped += html.escape("\n".join([*tags[:-1], "<TEXT>"]), quote=False)
        escaped += f'\n<a href="{document.filename}">Document {document.sequence}</a><br>\n&lt;/DOCUMENT&gt;\n'
    comment = [f"<SEC-HEADER>{said.accession}.hdr.sgml : {said.filed}", *header_tags(said), "</SEC-HEADER>"]
    return (
        f"<HTML><HEAD><TITLE>SEC EDGAR Submission {said.accession}</TITLE>\n<!--\n"
        + "\n".join(comment)
        + "\n-->\n</HEAD><BODY>\n<PRE>"
        + escaped
        + "&lt;/SEC-DOCUMENT&gt;</PRE></BODY></HTML>\n"
    ).encode()
