"""Text of an SGML header, in either dialect or both mixed → `HeaderFacts`: every fact, where it stands, what was odd.

The two dialects say the same: `KEY:<blanks>value` with indented sections, and `<TAG>value` with `<SECTION>` …
`</SECTION>`. Indentation is not trusted (it drifts in 2000 and 2001); the vocabulary in `kg.parse.tags` is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from kg.errors import Issue
from kg.model import FormerCompany, HeaderLine, Party, PostalAddress
from kg.parse.tags import ADDRESS_FIELDS, KEYS, canonical, meaning

# One line: blanks, then </TAG>, <TAG> or KEY:, then the value. Control characters count as blanks.
_LINE = re.compile(
    r"[ \t\f\v\0\ufeff]*(?:<(/?)([^<>\r\n]{1,80})>|([^:<\r\n]{1,80}):)?[ \t\0]*([^\r\n]+)?(?:[\r\n]+|$)"
)
_BLANKS = " \t\f\v\0\ufeff"
_KEY = re.compile(r"[A-Z0-9][A-Z0-9 .,/()&'_\-\t]*")
_NAMED_FILE = re.compile(r"(\d{10}-\d\d-\d{6})\.\S+ : \d{6,8}")
_INNER_TAG = re.compile(r"</?([A-Za-z][\w.\-]*)>")
_SIC = re.compile(r"(.*?)[ \t]*\[([^\[\]]*)\]")
_DETAIL = 200  # characters of an odd line that an issue quotes

_ADDRESS_LINES = {
    (section, name): f"{section}.{name}"
    for section in ("business_address", "mail_address")
    for name in set(ADDRESS_FIELDS.values())
}

ACCESSION = re.compile(r"\d{10}-\d\d-\d{6}")


@dataclass(slots=True)
class HeaderFacts:
    """All that one header says; the fields are those of `Filing`. `named` is the accession in the header's file name."""

    values: dict[str, str] = field(default_factory=dict)
    items: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    group_members: list[str] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    other: list[tuple[str, str]] = field(default_factory=list)
    lines: list[HeaderLine] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    named: str | None = None


class _OpenParty:
    """A party while its lines are read; `close` makes the value."""

    __slots__ = ("addresses", "former", "lines", "other", "role", "tagged", "values")

    def __init__(self, role: str, tagged: bool) -> None:
        self.role = role
        self.tagged = tagged
        self.values: dict[str, str] = {}
        self.addresses: dict[str, dict[str, str]] = {}
        self.former: list[list[Any]] = []
        self.other: list[tuple[str, str]] = []
        self.lines: list[HeaderLine] = []

    def close(self) -> Party:
        sic = self.values.pop("sic", None)
        title: str | None = None
        if sic is not None:
            split = _SIC.fullmatch(sic)
            if split:
                title, sic = split[1] or None, split[2].strip() or None
            elif not sic.isdigit():
                title, sic = sic, None
        return Party(
            self.role,
            sic=sic,
            sic_title=title,
            business_address=_address(self.addresses.get("business_address")),
            mail_address=_address(self.addresses.get("mail_address")),
            former_names=tuple(FormerCompany(*entry) for entry in self.former),
            other=tuple(self.other),
            lines=tuple(self.lines),
            **self.values,
        )


def _address(lines: dict[str, str] | None) -> PostalAddress | None:
    return PostalAddress(**lines) if lines else None


class _Reader:
    """Reads one header line by line; the state is the open party and the open section."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.facts = HeaderFacts()
        self.party: _OpenParty | None = None
        self.section = ""
        self.heading: tuple[str, HeaderLine, bool] | None = None  # an unknown heading that may yet open a party
        self.several = False  # inside MULTI-ACCESSION-NUMBERS

    def issue(self, kind: str, start: int, detail: str) -> None:
        line = len(re.findall(r"\r\n|\r|\n", self.text[:start])) + 1 if len(self.facts.issues) < 100 else 0
        where = f"header line {line}" if line else "header"
        self.facts.issues.append(Issue(kind, where, detail[:_DETAIL]))

    def read(self) -> HeaderFacts:
        text = self.text
        position, end = 0, len(text)
        match_line = _LINE.match
        while position < end:
            found = match_line(text, position)
            if found is None:  # cannot be: the pattern matches any line; kept so that no input can loop
                break
            position = found.end()
            close, tag, key, value = found.groups()
            if value is None:
                value = ""
                value_start = value_end = found.end(2) + 1 if tag else found.end(3) + 1 if key else found.start()
            else:
                value_start = found.start(4)
                value = value.rstrip(_BLANKS)
                value_end = value_start + len(value)
            if tag:
                if "<" in value:
                    inner = _INNER_TAG.search(value)
                    if inner and meaning(inner[1]):  # several tags on one line: go on behind the first value
                        position = value_start + inner.start()
                        value = value[: inner.start()].rstrip(_BLANKS)
                        value_end = value_start + len(value)
                if close:
                    self.closing(tag)
                    if value:
                        self.odd(value_start, value)
                    continue
                start = found.start(2) - 1
                self.field(tag, value, HeaderLine("", start, max(value_end, found.end(2) + 1), value_start), True)
            elif key:
                known = KEYS.get(key) or meaning(key)
                start = found.start(3)
                if known is None and not _KEY.fullmatch(key.rstrip()):
                    self.odd(start, text[start:value_end])
                    continue
                self.field(key, value, HeaderLine("", start, max(value_end, found.end(3) + 1), value_start), False)
            elif value:
                self.odd(value_start, value)
        self.flush_heading()
        self.close_party()
        return self.facts

    def field(self, key: str, value: str, line: HeaderLine, tagged: bool) -> None:
        """One key with its value goes where it belongs."""
        if "\0" in value:
            value = value.replace("\0", "")
            self.issue("nul-bytes", line.start, key)
        kind, name = KEYS.get(key) or meaning(key) or ("", canonical(key))
        if self.heading and not (kind == "section" and name == "company"):
            self.flush_heading()
        party = self.party
        if kind == "address":
            self.address(name, key, value, line)
        elif kind == "party":
            if party is None:
                party = self.open_party("unknown", tagged, line)
            elif name == "name" and "name" in party.values and self.section == "company" and "cik" in party.values:
                party = self.open_party(party.role, tagged, line)
            if not value:
                return
            if name in party.values:
                if party.values[name] != value:
                    party.other.append((canonical(key), value))
                    self.issue("repeated-header-field", line.start, f"{canonical(key)}: {value}")
                return
            party.values[name] = value
            party.lines.append(line._replace(name=name))
        elif kind == "section":
            self.open_section(name, tagged, line)
        elif kind == "role":
            self.close_party()
            self.party = _OpenParty(name, tagged)
            self.section = ""
            if value:
                self.party.other.append((canonical(key), value))
                self.issue("value-on-heading", line.start, f"{canonical(key)}: {value}")
        elif kind == "former":
            self.former(name, key, value, line)
        elif kind == "filing":
            self.filing(name, key, value, line)
        elif kind == "list":
            self.listed(name, key, value, line)
        elif kind == "other":
            if name == "MULTI ACCESSION NUMBERS":
                self.several = True
            self.facts.other.append((name, value))
        elif kind == "envelope":
            named = ACCESSION.match(value)
            if named and self.facts.named is None:
                self.facts.named = named[0]
        elif not value:
            self.heading = (name, line, tagged)
        else:
            self.unknown(name, value, line, tagged)

    def address(self, name: str, key: str, value: str, line: HeaderLine) -> None:
        if not value:
            return
        party = self.party
        if party is None:
            party = self.open_party("unknown", False, line)
        if self.section in ("business_address", "mail_address"):
            lines = party.addresses.setdefault(self.section, {})
            if name not in lines:
                lines[name] = value
                party.lines.append(line._replace(name=_ADDRESS_LINES[self.section, name]))
                return
            if lines[name] == value:
                return
        party.other.append((canonical(key), value))
        self.issue("misplaced-header-field", line.start, f"{canonical(key)}: {value}")

    def former(self, name: str, key: str, value: str, line: HeaderLine) -> None:
        if not value:
            return
        party = self.party
        if party is None:
            party = self.open_party("unknown", False, line)
        if name == "former_name":
            party.former.append([value, None, line._replace(name=name), None])
        elif party.former and party.former[-1][1] is None:
            party.former[-1][1] = value
            party.former[-1][3] = line._replace(name=name)
        else:
            party.other.append((canonical(key), value))
            self.issue("misplaced-header-field", line.start, f"{canonical(key)}: {value}")

    def filing(self, name: str, key: str, value: str, line: HeaderLine) -> None:
        if not value:
            return
        values = self.facts.values
        if name not in values:
            values[name] = value
            self.facts.lines.append(line._replace(name=name))
        elif values[name] != value:
            self.facts.other.append((canonical(key), value))
            if not self.several:
                self.issue("repeated-header-field", line.start, f"{canonical(key)}: {value}")

    def listed(self, name: str, key: str, value: str, line: HeaderLine) -> None:
        if not value:
            self.issue("empty-header-field", line.start, canonical(key))
            return
        facts = self.facts
        {"item": facts.items, "reference": facts.references, "group_member": facts.group_members}[name].append(value)
        facts.lines.append(line._replace(name=name))

    def odd(self, start: int, text: str) -> None:
        """A line that is neither `KEY: value` nor `<TAG>value`."""
        self.flush_heading()
        named = _NAMED_FILE.fullmatch(text)
        if named:
            self.facts.named = self.facts.named or named[1]
        elif len(text) == 14 and text.isdigit() and "acceptance" not in self.facts.values:
            self.facts.values["acceptance"] = text  # its tag was stripped in storage
            self.facts.lines.append(HeaderLine("acceptance", start, start + len(text), start))
        else:
            self.issue("odd-header-line", start, text)

    def unknown(self, name: str, value: str, line: HeaderLine, tagged: bool) -> None:
        """A key nobody knows is kept, in the party where it stands inside one, else in the filing."""
        indented = line.start > 0 and self.text[line.start - 1] in " \t"
        party = self.party
        inside = party is not None and (party.tagged if tagged else indented)
        (party.other if party is not None and inside else self.facts.other).append((name, value))
        self.issue("unknown-header-field", line.start, f"{name}: {value}" if value else name)

    def open_section(self, name: str, tagged: bool, line: HeaderLine) -> None:
        if self.heading:
            heading, place, was_tagged = self.heading
            self.heading = None
            self.close_party()
            self.party = _OpenParty(heading.lower(), was_tagged)
            self.issue("unknown-party-role", place.start, heading)
        elif self.party is None:
            self.open_party("unknown", tagged, line)
        elif name == "company" and ("name" in self.party.values or "cik" in self.party.values):
            self.open_party(self.party.role, tagged, line)
        self.section = name

    def open_party(self, role: str, tagged: bool, line: HeaderLine) -> _OpenParty:
        """A party whose heading is missing."""
        self.close_party()
        self.party = _OpenParty(role, tagged)
        self.section = "company"
        self.issue("party-without-heading", line.start, self.text[line.start : line.end])
        return self.party

    def close_party(self) -> None:
        if self.party is not None:
            self.facts.parties.append(self.party.close())
            self.party = None
        self.section = ""

    def closing(self, tag: str) -> None:
        """`</TAG>` ends the section or party it names; an unknown heading before it was a plain section."""
        kind, name = meaning(tag) or ("", "")
        self.flush_heading()
        if kind == "role":
            self.close_party()
        elif kind == "section":
            self.section = ""
        elif name == "MULTI ACCESSION NUMBERS":
            self.several = False

    def flush_heading(self) -> None:
        if self.heading:
            name, line, tagged = self.heading
            self.heading = None
            self.unknown(name, "", line, tagged)


def read_header(text: str) -> HeaderFacts:
    """Every fact of one header; offsets in `lines` are code points of `text`."""
    return _Reader(text).read()
