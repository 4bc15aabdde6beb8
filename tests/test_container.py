"""What a submission says is read back from every dialect: parties, documents, spans, kinds, several in one file."""

from __future__ import annotations

import hashlib
import html
import time
from dataclasses import replace

import builders
import pytest
from builders import Address, Company, Doc, Submission

from kg.model import Filing, Party
from kg.parse.body import kind, unwrap
from kg.parse.container import read_submissions

OWNER = Company(
    name="HALVERSEN MIRA J", cik="0009100044", role="REPORTING-OWNER", sic=None, sic_title=None, irs=None, state=None,
    fiscal_year_end=None, business=None, mail=Address("C/O BRIARWOOD", "SUITE 4"), former=(("MOSS MIRA", "20110102"),),
)  # fmt: skip
RICH = Submission(
    companies=(
        Company(mail=Address("PO BOX 9", None, "OAKHOLM", "MA", None)),
        Company("SECOND & SONS", "0009100002", "SUBJECT COMPANY", former=()),
        replace(OWNER, phone=None),
    )
)
DIALECTS = {
    "sec": builders.sec,
    "ims": lambda said: builders.sec(said, "IMS"),
    "nc": builders.nc,
    "pem": lambda said: builders.pem(builders.sec(said)),
    "crlf": lambda said: builders.sec(said).replace(b"\n", b"\r\n"),
    "cr": lambda said: builders.sec(said).replace(b"\n", b"\r"),
    "nc-crlf": lambda said: builders.nc(said).replace(b"\n", b"\r\n"),
    "nc-cr": lambda said: builders.nc(said).replace(b"\n", b"\r"),
    "bom": lambda said: b"\xef\xbb\xbf" + builders.sec(said),
    "utf-16": lambda said: builders.sec(said).decode().encode("utf-16"),
    "indented": lambda said: builders.sec(said).replace(b"\n", b"\n    "),
}


def read(data: bytes) -> Filing:
    """The only submission of `data`."""
    (filing,) = read_submissions(data, "test.txt")
    return filing


def kinds(filing: Filing) -> list[str]:
    """The kinds of its issues, sorted."""
    return sorted(issue.kind for issue in filing.issues)


def check_parties(filing: Filing, said: Submission, titles: bool = True) -> None:
    """Every fact of every party is the one said."""
    assert len(filing.parties) == len(said.companies)
    for party, company in zip(filing.parties, said.companies, strict=True):
        assert party.role == company.role.lower().replace("-", " ")
        assert (party.name, party.cik, party.irs, party.state) == (
            company.name,
            company.cik,
            company.irs,
            company.state,
        )
        assert party.sic == company.sic
        if titles:
            assert party.sic_title == company.sic_title
        assert party.fiscal_year_end == company.fiscal_year_end
        assert (party.form_type, party.act) == (company.form_type, company.act)
        assert (party.file_number, party.film_number) == (company.file_number, company.film_number)
        assert party.phone == company.phone
        for read_address, address in ((party.business_address, company.business), (party.mail_address, company.mail)):
            fields = ("street1", "street2", "city", "state", "zip")
            expected = None if address is None else tuple(getattr(address, name) for name in fields)
            found = None if read_address is None else tuple(getattr(read_address, name) for name in fields)
            assert found == expected
        assert tuple((former.name, former.date) for former in party.former_names) == company.former
        assert party.other == ()


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_says_the_same(dialect: str) -> None:
    data = DIALECTS[dialect](RICH)
    filing = read(data)
    tagged = dialect.startswith("nc")
    assert filing.container == ("submission-tags (.nc)" if tagged else "sec-document")
    assert (filing.accession, filing.form) == ("0009100001-21-000007", "8-K")
    assert (filing.filed, filing.period, filing.changed) == ("20210309", "20210308", "20210309")
    assert filing.acceptance == "20210309163015"
    assert filing.declared_documents == 2
    assert filing.items == (RICH.items if tagged else tuple(builders.TITLES[item] for item in RICH.items))
    check_parties(filing, RICH, titles=not tagged)
    assert [(d.type, d.sequence, d.filename, d.description) for d in filing.documents] == [
        ("8-K", "1", "briar_8k.htm", "FORM 8-K"),
        ("EX-99.1", "2", "briar_ex99.htm", "PRESS RELEASE"),
    ]
    assert kinds(filing) == (["utf-16"] if dialect == "utf-16" else [])
    assert b"Oakholm University" in filing.documents[0].body
    stored = data if dialect != "utf-16" else data.decode("utf-16").encode()
    for document in filing.documents:
        start, end = document.span
        assert stored[start:end] == document.body
        assert stored[:start].endswith(b"<TEXT>")
        assert stored[end:].startswith(b"</TEXT>")
    assert filing.size == len(stored)
    assert filing.sha256 == hashlib.sha256(stored).hexdigest()


@pytest.mark.parametrize("dialect", [name for name in DIALECTS if not name.startswith("nc")])
def test_header_text_is_exact(dialect: str) -> None:
    data = DIALECTS[dialect](RICH)
    text = data.decode("utf-16" if dialect == "utf-16" else "utf-8")
    tag = "IMS" if dialect == "ims" else "SEC"
    assert read(data).header == text[text.index(f"<{tag}-HEADER>") : text.index(f"</{tag}-HEADER>")]


def test_header_of_the_tag_dialect_runs_to_the_first_document() -> None:
    text = builders.nc(RICH).decode()
    assert read(text.encode()).header == text[: text.index("<DOCUMENT>")]


def test_lower_case_tags() -> None:
    data = builders.sec(RICH)
    for tag in (
        b"SEC-DOCUMENT",
        b"SEC-HEADER",
        b"DOCUMENT",
        b"TEXT",
        b"TYPE",
        b"SEQUENCE",
        b"FILENAME",
        b"DESCRIPTION",
    ):
        data = data.replace(b"<" + tag + b">", b"<" + tag.lower() + b">")
        data = data.replace(b"</" + tag + b">", b"</" + tag.lower() + b">")
    assert b"<DOCUMENT>" not in data
    filing = read(data)
    check_parties(filing, RICH)
    assert [document.type for document in filing.documents] == ["8-K", "EX-99.1"]
    assert kinds(filing) == []
    lowered = builders.nc(RICH).decode().split("<DOCUMENT>")[0]
    for word in sorted({line[1 : line.index(">")] for line in lowered.splitlines() if line.startswith("<")}):
        lowered = lowered.replace(f"<{word}>", f"<{word.lower()}>")
    filing = read(lowered.encode() + b"".join(builders.nc(RICH).partition(b"<DOCUMENT>")[1:]))
    check_parties(filing, RICH, titles=False)
    assert filing.items == RICH.items


def test_one_lower_case_document_among_others() -> None:
    first, second, third = builders.sec(RICH).partition(b"<DOCUMENT>\n<TYPE>EX-99.1")
    changed = (second + third).replace(b"DOCUMENT>\n<TYPE>EX-99.1", b"Document>\n<type>EX-99.1", 1)
    changed = changed.replace(b"</DOCUMENT>", b"</document>", 1)
    filing = read(first + changed)
    assert [(d.type, d.sequence) for d in filing.documents] == [("8-K", "1"), ("EX-99.1", "2")]
    assert kinds(filing) == []


def test_stripped_tags() -> None:
    body = "Form 8-K\nOakholm.\n"
    documents = (
        Doc(body=body),
        Doc("EX-10.1", "2", "a.htm", None, "LICENSE AGREEMENT\n"),
        Doc("EX-21", "4", None, None, "x\n"),
    )
    said = replace(RICH, documents=documents)
    for data in (builders.stripped(said), builders.pem(builders.stripped(said)).replace(b"\n", b"\r\n")):
        filing = read(data)
        assert filing.container == "tags stripped in storage"
        check_parties(filing, said)
        assert filing.acceptance == "20210309163015"
        assert [(d.type, d.sequence, d.filename) for d in filing.documents] == [
            ("8-K", "1", "briar_8k.htm"),
            ("EX-10.1", "2", "a.htm"),
            ("EX-21", "4", None),
        ]
        assert b"LICENSE AGREEMENT" in filing.documents[1].body
        assert kinds(filing) == ["tags-stripped"]


def test_index_page() -> None:
    said = replace(RICH, companies=(replace(RICH.companies[0], name="A & B <BIO> INC"), *RICH.companies[1:]))
    filing = read(builders.index_page(said))
    assert filing.container == "index-headers"
    check_parties(filing, said)
    assert filing.items == said.items
    assert [value for key, value in filing.other if key == "ITEM INFORMATION"] == [
        builders.TITLES[i] for i in said.items
    ]
    assert [(d.type, d.filename, d.kind, d.body) for d in filing.documents] == [
        ("8-K", "briar_8k.htm", "empty", b""),
        ("EX-99.1", "briar_ex99.htm", "empty", b""),
    ]
    assert kinds(filing) == ["index-page"]


def test_submission_saved_as_a_page() -> None:
    for escape in (html.escape, lambda text: text.replace("<", "&lt;").replace(">", "&gt;")):
        page = "<html><head></head><body><pre>" + escape(builders.sec(RICH).decode()) + "</pre></body></html>"
        filing = read(page.encode())
        check_parties(filing, RICH)
        assert [document.body for document in filing.documents] == [d.body for d in read(builders.sec(RICH)).documents]
        assert kinds(filing) == ["escaped"]


def test_several_submissions_in_one_file() -> None:
    other = replace(RICH, accession="0009100001-21-000008", companies=(Company("THIRD INC", "0009100003"),))
    for one, two in ((builders.sec, builders.sec), (builders.nc, builders.nc), (builders.sec, builders.nc)):
        data = one(RICH) + two(other)
        first, second = read_submissions(data)
        assert (first.accession, second.accession) == (RICH.accession, other.accession)
        assert second.parties[0].name == "THIRD INC"
        assert len(first.documents) == len(second.documents) == 2
        assert (first.offset, second.offset) == (0, len(one(RICH)))
        assert first.size + second.size == len(data)
        start, end = second.documents[1].span
        assert data[second.offset + start : second.offset + end] == second.documents[1].body
    first, second = read_submissions(builders.pem(builders.sec(RICH)) + builders.pem(builders.sec(other)))
    assert (first.accession, second.accession) == (RICH.accession, other.accession)
    assert kinds(first) == kinds(second) == []


def test_repeated_submission_is_read_once() -> None:
    filing = read(builders.pem(builders.sec(RICH)) * 5)
    assert kinds(filing) == ["repeated-submission"]
    assert "5 identical" in filing.issues[0].detail
    assert len(filing.documents) == 2


def test_same_number_with_other_content_is_told() -> None:
    first, second = read_submissions(builders.sec(RICH) + builders.sec(replace(RICH, period="20210301")))
    assert (kinds(first), kinds(second)) == ([], ["accession-twice"])


def test_end_tags_inside_text() -> None:
    body = "See the tag </TEXT> and </DOCUMENT> and <DOCUMENT> here.\n</TEXT>\nmore\n<DOCUMENT>\nnot a type\n"
    filing = read(builders.sec(replace(RICH, documents=(Doc(body=body), RICH.documents[1]))))
    assert filing.documents[0].body == b"\n" + body.encode()
    assert [document.type for document in filing.documents] == ["8-K", "EX-99.1"]
    assert kinds(filing) == []


def test_unclosed_documents() -> None:
    data = builders.sec(RICH)
    filing = read(data.replace(b"</TEXT>\n</DOCUMENT>\n<DOCUMENT>", b"<DOCUMENT>", 1))
    assert [document.type for document in filing.documents] == ["8-K", "EX-99.1"]
    assert b"EX-99.1" not in filing.documents[0].body
    assert kinds(filing) == ["document-not-closed"]
    filing = read(data.replace(b"</DOCUMENT>\n</SEC-DOCUMENT>", b"</SEC-DOCUMENT>"))
    assert len(filing.documents) == 2
    assert filing.documents[1].body == read(data).documents[1].body
    assert kinds(filing) == ["document-not-closed"]
    other = builders.nc(replace(RICH, accession="0009100001-21-000008"))
    cut = builders.nc(RICH)[: -len(b"</TEXT>\n</DOCUMENT>\n</SUBMISSION>\n")]
    first, second = read_submissions(cut + other)
    assert second.accession == "0009100001-21-000008"
    assert first.documents[1].body.rstrip().endswith(b"</html>")
    assert kinds(first) == ["document-not-closed", "no-end-tag"]
    assert kinds(second) == []


def test_text_that_belongs_to_nothing_is_told() -> None:
    data = builders.sec(RICH).replace(b"</DOCUMENT>\n<DOCUMENT>", b"</DOCUMENT>\nSTRAY WORDS\n<DOCUMENT>", 1)
    filing = read(b"From: a mail\n" + data)
    assert sorted(issue.detail for issue in filing.issues) == ["From: a mail", "STRAY WORDS"]
    assert kinds(filing) == ["text-outside-documents"] * 2
    assert len(filing.documents) == 2


def test_not_a_submission() -> None:
    for data in (
        b"",
        b"\n\n",
        b"hello",
        b"<html><body>x</body></html>",
        bytes(range(256)) * 50,
        b"PK\x03\x04" + b"\0" * 99,
    ):
        assert list(read_submissions(data)) == []


def test_documents_without_a_header_are_kept() -> None:
    filing = read(b"".join(builders.sec(RICH).partition(b"<DOCUMENT>")[1:]))
    assert len(filing.documents) == 2
    assert {"no-accession-number", "no-form-type", "no-parties"} <= set(kinds(filing))


def test_cp1252_header_and_undefined_bytes() -> None:
    data = builders.sec(RICH).replace(b"BRIARWOOD THERAPEUTICS", b"BRIARWOOD TH\xc9RAPEUTICS \x96 X", 1)
    filing = read(data)
    assert filing.parties[0].name == "BRIARWOOD THÉRAPEUTICS – X, INC."
    assert kinds(filing) == []
    filing = read(data.replace(b"\x96", b"\x81"))
    assert kinds(filing) == ["undecodable-bytes"]


def test_nul_bytes_stay_out_of_values() -> None:
    filing = read(builders.sec(RICH).replace(b"BRIARWOOD THERAPEUTICS", b"BRIAR\0WOOD THERAPEUTICS", 1))
    assert filing.parties[0].name == "BRIARWOOD THERAPEUTICS, INC."
    assert kinds(filing) == ["nul-bytes"]


@pytest.mark.parametrize(
    ("body", "filename", "expected"),
    [
        (b"\n<html><body>x", "a.htm", "html"),
        (b"\n<XBRL>\n<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>", "a.htm", "html"),
        (b"\n<p align='left'>A paragraph", None, "html"),
        (b"\nPlain words.\n<PAGE>\n<TABLE>\n<S> <C>\nFee 1\n</TABLE>\n", "a.txt", "text"),
        (b"\n<TABLE> <S> <C>\n<ARTICLE> 5\n</TABLE>\n", None, "text"),
        (b"mail to <a@example.org> or <http://example.org>", None, "text"),
        (b'\n<XML>\n<?xml version="1.0"?>\n<ownershipDocument>\n', "form4.xml", "xml"),
        (b"\n<XML>\n<FilingSummary><HtmlFileName>R1.htm</HtmlFileName>", "FilingSummary.xml", "xml"),
        (b"\n<XBRL>\n<?xml version='1.0'?>\n<xbrli:xbrl>", "a.xml", "xbrl"),
        (b"\n<XBRL>\n<?xml version='1.0'?>\n<xs:schema>", "a.xsd", "xbrl"),
        (b"\nbegin 644 a.jpg\nM_]C_\n", "a.jpg", "uuencoded"),
        (b"\n<PDF>\nbegin 644 a.pdf\nM)5!$\n", "a.pdf", "pdf"),
        (b"\nbegin 644 a.pdf\nM)5!$\n", "a.pdf", "pdf"),
        (b"%PDF-1.4", None, "pdf"),
        (b'\n{"a": 1}', "MetaLinks.json", "json"),
        (b"\n[**] omitted", None, "text"),
        (b"", None, "empty"),
        (b"\n \r\n\0", "a.htm", "empty"),
        (b"\n<XML>\n</XML>\n", None, "xml"),
    ],
)
def test_kind(body: bytes, filename: str | None, expected: str) -> None:
    assert kind(body, filename) == expected


def test_unwrap() -> None:
    assert unwrap(b'\n<XML>\n<?xml version="1.0"?>\n<a/>\n</XML>\n') == b'<?xml version="1.0"?>\n<a/>'
    assert unwrap(b"\n<xml>\r\n<a/>") == b"<a/>"
    assert unwrap(b"\n<p>no wrapper") == b"\n<p>no wrapper"


def test_three_thousand_filers_and_a_large_document() -> None:
    companies = tuple(
        Company(f"FUND {n} LP", f"{9_200_000_000 + n}", former=((f"OLD {n}", "20010203"),)) for n in range(3000)
    )
    body = "<p>" + "word " * 200 + "</p>\n"
    said = replace(RICH, companies=companies, documents=(Doc(body=body * 16_000), RICH.documents[1]))
    data = builders.sec(said)
    start = time.process_time()
    filing = read(data)
    assert time.process_time() - start < 5
    assert [party.cik for party in filing.parties] == [company.cik for company in companies]
    assert [party.former_names[0].name for party in filing.parties] == [f"OLD {n}" for n in range(3000)]
    assert filing.documents[0].body == ("\n" + body * 16_000).encode()
    assert kinds(filing) == []


@pytest.mark.parametrize(
    "unit",
    [
        b"<DOCUMENT>\n<TYPE>X\n",
        b"<DOCUMENT>\n",
        b"</DOCUMENT>\n",
        b"<TEXT>\n",
        b"</TEXT>\n",
        b"<SEC-HEADER>\n",
        b"<SEC-HEADER>ACCESSION NUMBER: 1\n",
        b"<SUBMISSION>\n",
        b"-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n",
        b"</SEC-DOCUMENT>\n",
        b"<SEC-DOCUMENT>0009100001-21-000007.txt\n",
        b"<TYPE>",
        b"<A>",
        b"<FILER>",
        b"ODD LINE\n",
        b"FILER:\n",
        b"FORMER COMPANY:\n",
        b"UNKNOWN:\n",
        b"        ",
        b"\n",
        b"<",
        b"DOCUMENT>",
        b"\0",
    ],
)
def test_time_is_linear(unit: bytes) -> None:
    """Twelve times the input takes far less than 144 times as long, whatever is repeated where."""

    def seconds(count: int) -> float:
        data = builders.sec(RICH)
        repeated = unit * count
        best = []
        for place in (b"<SEC-HEADER>", b"</SEC-HEADER>", b"Oakholm", b"</TEXT>"):
            at = data.index(place)
            broken = data[:at] + repeated + data[at:]
            begin = time.process_time()
            list(read_submissions(broken))
            best.append(time.process_time() - begin)
        return max(best)

    small, large = seconds(300), seconds(3600)
    assert large < 0.2 + small * 60


def test_party_lookup() -> None:
    filing = read(builders.sec(RICH))
    party: Party | None = filing.registrant
    assert party is not None
    assert party.role == "subject company"
    assert party.line("nothing") is None
