"""Every field of the header, where it stands, and what becomes of lines nobody knows."""

from __future__ import annotations

import builders
from builders import Submission
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import HeaderLine
from kg.parse.header import HeaderFacts, read_header
from kg.parse.tags import KEYS, canonical, meaning


def kinds(facts: HeaderFacts) -> list[str]:
    return [issue.kind for issue in facts.issues]


def quote(text: str, line: HeaderLine | None) -> tuple[str, str]:
    """The whole line and the value that a header line points at."""
    assert line is not None
    return text[line.start : line.end], text[line.value : line.end]


def header() -> str:
    return "\n".join(builders.header_lines(Submission())) + "\n"


def test_lines_point_at_what_was_read() -> None:
    text = header()
    facts = read_header(text)
    (party,) = facts.parties
    assert quote(text, party.line("file_number")) == ("SEC FILE NUMBER:\t\t001-90001", "001-90001")
    assert quote(text, party.line("phone")) == ("BUSINESS PHONE:\t\t617-555-0101", "617-555-0101")
    assert quote(text, party.line("sic"))[1] == "PHARMACEUTICAL PREPARATIONS [2834]"
    assert quote(text, party.line("state"))[0] == "STATE OF INCORPORATION:\t\tDE"
    assert quote(text, party.line("business_address.state"))[0] == "STATE:\t\tMA"
    first, second = party.former_names
    assert quote(text, first.name_line)[1] == first.name == "BRIARWOOD HOLDINGS INC"
    assert quote(text, first.date_line) == ("DATE OF NAME CHANGE:\t\t20120305", "20120305")
    assert quote(text, second.name_line)[1] == "OLD MILL CORP /DE/"
    items = [line for line in facts.lines if line.name == "item"]
    assert [quote(text, line)[1] for line in items] == facts.items
    assert quote(text, items[0])[0].startswith("ITEM INFORMATION:")


def test_lines_of_the_tag_dialect() -> None:
    text = "\n".join(builders.header_tags(Submission()))
    facts = read_header(text)
    (party,) = facts.parties
    assert quote(text, party.line("file_number")) == ("<FILE-NUMBER>001-90001", "001-90001")
    assert quote(text, party.former_names[1].name_line)[1] == "OLD MILL CORP /DE/"
    assert quote(text, party.former_names[1].date_line)[0] == "<DATE-CHANGED>20050617"


def test_every_line_quotes_its_value_in_any_line_end() -> None:
    for end in ("\n", "\r\n", "\r"):
        text = header().replace("\n", end)
        facts = read_header(text)
        (party,) = facts.parties
        assert facts.issues == []
        for line in party.lines:
            section, _, name = line.name.rpartition(".")
            value = getattr(getattr(party, section), name) if section else getattr(party, name)
            expected = f"{party.sic_title} [{value}]" if name == "sic" else value
            assert quote(text, line)[1] == expected


def test_item_titles_keep_their_colons() -> None:
    facts = read_header("ITEM INFORMATION:\t\tDeparture of Directors: Election; Compensatory Arrangements: Officers\n")
    assert facts.items == ["Departure of Directors: Election; Compensatory Arrangements: Officers"]


def test_drifting_indentation() -> None:
    lines: list[str] = []
    for depth, line in enumerate(header().splitlines()):
        lines.append("\t" * (depth // 4) + line)
    facts = read_header("\n".join(lines))
    assert facts.parties == read_header(header()).parties
    assert facts.issues == []


def test_serial_company_without_indentation() -> None:
    text = header() + "SERIAL COMPANY:\n\nCOMPANY DATA:\n\tCOMPANY CONFORMED NAME:\tTRUST 2000-8\n"
    text += "FILING VALUES:\n\tFORM TYPE:\t424B5\n\tSEC ACT:\n\tSEC FILE NUMBER:\t333-80941-08\n</SERIAL-COMPANY>\n"
    facts = read_header(text)
    assert [(p.role, p.name, p.file_number, p.act) for p in facts.parties][1:] == [
        ("serial company", "TRUST 2000-8", "333-80941-08", None)
    ]
    assert facts.issues == []


def test_both_dialects_mixed() -> None:
    text = (
        header()
        + "<REPORTING-OWNER>\n\nCOMPANY DATA:\n\tCOMPANY CONFORMED NAME:\tFOSS ADA\n\tCENTRAL INDEX KEY:\t0009100050\n"
    )
    text += "<RELATIONSHIP>DIRECTOR\n\nMAIL ADDRESS:\n\tSTREET 1:\tPO BOX 3\n</REPORTING-OWNER>\n"
    facts = read_header(text)
    owner = facts.parties[1]
    assert (owner.role, owner.name, owner.relationship) == ("reporting owner", "FOSS ADA", "DIRECTOR")
    assert owner.mail_address is not None
    assert owner.mail_address.street1 == "PO BOX 3"
    assert facts.issues == []


def test_several_tags_on_one_line() -> None:
    facts = read_header("<FILER><COMPANY-DATA><CONFORMED-NAME>ACME <NEW> CO<CIK>0009100003</COMPANY-DATA></FILER>")
    assert [(p.role, p.name, p.cik) for p in facts.parties] == [("filer", "ACME <NEW> CO", "0009100003")]
    assert facts.issues == []


def test_closed_tags() -> None:
    facts = read_header("<FILER>\n<CIK>0009100003</CIK>\n<CONFORMED-NAME>ACME</CONFORMED-NAME>\n</FILER>\n")
    assert [(p.name, p.cik) for p in facts.parties] == [("ACME", "0009100003")]
    assert facts.issues == []


def test_classification_forms() -> None:
    def sic(value: str) -> tuple[str | None, str | None]:
        party = read_header(f"FILER:\nCOMPANY DATA:\nSTANDARD INDUSTRIAL CLASSIFICATION:\t{value}\n").parties[0]
        return party.sic, party.sic_title

    assert sic("PHARMACEUTICAL PREPARATIONS [2834]") == ("2834", "PHARMACEUTICAL PREPARATIONS")
    assert sic("3711") == ("3711", None)
    assert sic("UNKNOWN SIC - 0001 [0001]") == ("0001", "UNKNOWN SIC - 0001")
    assert sic(" []") == (None, None)
    assert sic("A [B] C [6189]") == ("6189", "A [B] C")
    assert sic("TITLE ONLY") == (None, "TITLE ONLY")


def test_lists_and_references() -> None:
    text = "GROUP MEMBERS:\tONE LP\nGROUP MEMBERS:\tTWO LP\nREFERENCES 429:\t333-1\nSROS:\tNYSE\nSROS:\tNASD\n"
    facts = read_header(text + "<PUBLIC-REFERENCE-ACC>0009100001-21-000001\n")
    assert facts.group_members == ["ONE LP", "TWO LP"]
    assert facts.references == ["333-1", "0009100001-21-000001"]
    assert facts.other == [("SROS", "NYSE"), ("SROS", "NASD")]
    assert facts.issues == []


def test_series_and_further_accession_numbers() -> None:
    text = "ACCESSION NUMBER:\t0009100001-21-000001\n"
    text += "<SERIES>\n<SERIES-ID>S000000001\n</SERIES>\n<MULTI-ACCESSION-NUMBERS>\n"
    facts = read_header(text + "ACCESSION NUMBER:\t0009100001-21-000002\n</MULTI-ACCESSION-NUMBERS>\n")
    assert facts.values["accession"] == "0009100001-21-000001"
    assert facts.other == [
        ("SERIES", ""),
        ("SERIES ID", "S000000001"),
        ("MULTI ACCESSION NUMBERS", ""),
        ("ACCESSION NUMBER", "0009100001-21-000002"),
    ]
    assert facts.issues == []


def test_containers_speak_of_others() -> None:
    text = "<FILER>\n<CIK>0009100001\n</FILER>\n"
    text += "<SERIES-AND-CLASSES-CONTRACTS-DATA>\n<TARGET-DATA>\n<CIK>0009100002\n</TARGET-DATA>\n"
    text += "</SERIES-AND-CLASSES-CONTRACTS-DATA>\n"
    text += "<RULE>\n<RULE-NAME>15g\n<ITEM>\n<ITEM-NUMBER>1.01\n</ITEM>\n</RULE>\n<ITEMS>9.01\n"
    facts = read_header(text)
    assert [party.cik for party in facts.parties] == ["0009100001"]
    assert facts.items == ["9.01"]
    assert [pair for pair in facts.other if pair[1]] == [
        ("CIK", "0009100002"),
        ("RULE NAME", "15g"),
        ("ITEM NUMBER", "1.01"),
    ]
    assert facts.issues == []
    facts = read_header("<SERIES-AND-CLASSES-CONTRACTS-DATA>\n<SERIES>\n<FILER>\n<CIK>0009100001\n")
    assert [party.cik for party in facts.parties] == ["0009100001"]


def test_filing_without_parties_has_a_file_number() -> None:
    facts = read_header("<TYPE>NO ACT\n<FILE-NUMBER>132-0001\n<FILM-NUMBER>21000001\n")
    assert facts.parties == []
    assert facts.other == [("FILE NUMBER", "132-0001"), ("FILM NUMBER", "21000001")]
    assert facts.issues == []


def test_foreign_address() -> None:
    facts = read_header("FILER:\n BUSINESS ADDRESS:\n  CITY: LONDON\n  STATE: X0\n  PROVINCE COUNTRY: X0\n")
    assert facts.parties[0].other == (("PROVINCE COUNTRY", "X0"),)
    assert facts.issues == []


def test_unknown_fields_are_kept_and_told() -> None:
    text = header().replace("\t\tFORM TYPE:", "\t\tMOON PHASE:\t\tFULL\n\t\tFORM TYPE:") + "<NEW-THING>42\nfree words\n"
    facts = read_header(text)
    assert facts.parties[0].other == (("MOON PHASE", "FULL"),)
    assert facts.other == [("NEW THING", "42")]
    assert [(issue.kind, issue.detail) for issue in facts.issues] == [
        ("unknown-header-field", "MOON PHASE: FULL"),
        ("unknown-header-field", "NEW THING: 42"),
        ("odd-header-line", "free words"),
    ]
    number = text.splitlines().index("free words") + 1
    assert facts.issues[2].where == f"header line {number}"


def test_unknown_role_is_a_party() -> None:
    for text in (
        "GUARANTOR:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\tPARENT CO\n",
        "<GUARANTOR>\n<COMPANY-DATA>\n<CONFORMED-NAME>PARENT CO\n</COMPANY-DATA>\n</GUARANTOR>\n",
    ):
        facts = read_header(text)
        assert [(party.role, party.name) for party in facts.parties] == [("guarantor", "PARENT CO")]
        assert kinds(facts) == ["unknown-party-role"]


def test_unknown_heading_that_opens_nothing() -> None:
    facts = read_header("PRIVATE THINGS:\nFILER:\n\tCOMPANY DATA:\n\t\tCENTRAL INDEX KEY:\t0009100003\n")
    assert [(party.role, party.cik) for party in facts.parties] == [("filer", "0009100003")]
    assert facts.other == [("PRIVATE THINGS", "")]
    assert kinds(facts) == ["unknown-header-field"]


def test_lost_party_headings() -> None:
    one = "\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\tONE\n\t\tCENTRAL INDEX KEY:\t1\n"
    facts = read_header(one + one.replace("ONE", "TWO").replace("\t1", "\t2"))
    assert [(party.role, party.name, party.cik) for party in facts.parties] == [
        ("unknown", "ONE", "1"),
        ("unknown", "TWO", "2"),
    ]
    assert kinds(facts) == ["party-without-heading"] * 2


def test_former_name_dates_stay_with_their_names() -> None:
    text = "FILER:\n FORMER COMPANY:\n  FORMER CONFORMED NAME: A\n FORMER COMPANY:\n  DATE OF NAME CHANGE: 20010101\n"
    facts = read_header(text + " FORMER COMPANY:\n  FORMER CONFORMED NAME: B\n  DATE OF NAME CHANGE: 20020202\n")
    (party,) = facts.parties
    assert [(former.name, former.date) for former in party.former_names] == [("A", None), ("B", "20020202")]
    assert party.other == (("DATE OF NAME CHANGE", "20010101"),)
    assert kinds(facts) == ["misplaced-header-field"]


def test_second_values_are_kept_and_told() -> None:
    facts = read_header(
        "FILED AS OF DATE: 20010101\nFILED AS OF DATE: 20010102\nFILER:\n IRS NUMBER: 1\n IRS NUMBER: 2\n"
    )
    assert facts.values["filed"] == "20010101"
    assert facts.other == [("FILED AS OF DATE", "20010102")]
    assert facts.parties[0].other == (("IRS NUMBER", "2"),)
    assert kinds(facts) == ["repeated-header-field"] * 2


def test_empty_item_is_told() -> None:
    facts = read_header("ITEM INFORMATION:\t\t\nITEM INFORMATION:\t\tOther Events\n")
    assert facts.items == ["Other Events"]
    assert kinds(facts) == ["empty-header-field"]


def test_issues_are_counted_where_there_are_too_many() -> None:
    facts = read_header("odd words\n" * 5000)
    assert len(facts.issues) == 1001
    assert facts.issues[-1].detail == "4000 more"


def test_keys_are_found_however_spelled() -> None:
    assert meaning("Sec File Number") == ("party", "file_number")
    assert meaning("ISSUING_ENTITY") == ("role", "issuing entity")
    assert meaning("STANDARD  INDUSTRIAL\tCLASSIFICATION") == ("party", "sic")
    assert meaning("NO SUCH KEY") is None
    assert canonical("Former-Company ") == "FORMER COMPANY"
    assert all(meaning(key.lower()) == value for key, value in KEYS.items())


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    facts = read_header(text)
    for line in facts.lines + [line for party in facts.parties for line in party.lines]:
        assert 0 <= line.start <= line.value <= line.end <= len(text)


_KEYS = st.sampled_from([*sorted(KEYS), "NO SUCH KEY", "Some words"])
_VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\r\n<>"), max_size=12)
_ROWS = st.one_of(
    st.builds("{}:\t{}".format, _KEYS, _VALUES),
    st.builds("<{}>{}".format, _KEYS, _VALUES),
    st.builds("</{}>".format, _KEYS),
    _VALUES,
)


@settings(deadline=None)
@given(st.lists(_ROWS, max_size=25), st.sampled_from(["\n", "\r\n", "\r"]))
def test_no_value_is_lost(rows: list[str], end: str) -> None:
    """Every value of a well-formed line stands in a fact, in `other`, or in an issue."""
    text = end.join(rows)
    facts = read_header(text)
    kept = [*facts.values.values(), *facts.items, *facts.references, *facts.group_members, facts.named or ""]
    kept += [value for _, value in facts.other] + [issue.detail for issue in facts.issues]
    for party in facts.parties:
        kept += [value for _, value in party.other]
        kept += [
            str(getattr(party, name)) for name in ("name", "cik", "irs", "state", "sic", "sic_title", "phone", "act")
        ]
        kept += [
            str(party.fiscal_year_end),
            str(party.relationship),
            str(party.organization_name),
            str(party.form_type),
        ]
        kept += [str(party.file_number), str(party.film_number)]
        kept += [f"{former.name} {former.date}" for former in party.former_names]
        for address in (party.business_address, party.mail_address):
            kept += [] if address is None else [str(getattr(address, name)) for name in address.__slots__]
    for row in rows:
        key, mark, value = row.partition(">" if row.startswith("<") else ":")
        known = meaning(key.lstrip("<"))
        value = value.strip().replace("\0", "").replace("\x1f", "").replace("\ufeff", "").strip()
        if mark and known and known[0] not in ("envelope", "") and value and known[1] != "sic":
            assert any(value in text.replace("\x1f", "") for text in kept), (row, kept)
