"""Text of an SGML header, in either dialect or both mixed → `HeaderFacts`: every fact, where it stands, what was odd.

The two dialects say the same: `KEY:<blanks>value` with indented sections, and `<TAG>value` with `<SECTION>` …
`</SECTION>`. Indentation is not trusted (it drifts in 2000 and 2001); the vocabulary in `kg.parse.tags` is.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from kg.errors import Issue
from kg.model import HeaderLine
from kg.parse.facts import HeaderFacts, OpenParty
from kg.parse.tags import ADDRESS_FIELDS, KEYS, canonical, meaning

_LEFT_OUT = "\x1f"  # stands for NUL and BOM while reading: a blank to `strip`, so that offsets stay
_KEY = re.compile(r"[A-Z0-9][A-Z0-9 .,/()&'_\-\t]*")
_NAMED_FILE = re.compile(r"\d\S{5,80}(?:\s*:\s*\d{1,8})?")
_TAG = re.compile(r"<(/?)([A-Za-z0-9][\w.\- ]{0,80})>")
_DETAIL = 200  # characters of an odd line that an issue quotes
_MOST_ISSUES = 1000  # issues of one header given one by one; what comes after is counted by kind

_ADDRESSES = ("business_address", "mail_address")
_ADDRESS_LINES = {
    (section, name): f"{section}.{name}" for section in _ADDRESSES for name in set(ADDRESS_FIELDS.values())
}

_DIGITS = {
    "period": (8,),
    "filed": (8,),
    "changed": (8,),
    "effective": (8,),
    "acceptance": (14,),
}
"""How many digits a value should have."""

_place = tuple.__new__  # makes a HeaderLine in half the time of calling its class

ACCESSION = re.compile(r"\d{10}-\d\d-\d{6}")


class _Reader:
    """Reads one header line by line; the state is the open party and the open section."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.facts = HeaderFacts()
        self.party: OpenParty | None = None
        self.section = ""
        self.address_lines: dict[str, str] | None = None  # those of the open section
        self.former: list[Any] | None = None  # the former name of the open section
        self.heading: tuple[HeaderLine, bool] | None = None  # an unknown heading that may yet open a party
        self.container = ""  # the open tag whose lines speak of other things than this filing
        self.counted = (0, 1)  # an offset and its line number, so that lines are counted once
        self.more: Counter[str] = Counter()

    def issue(self, kind: str, start: int, detail: str) -> None:
        if len(self.facts.issues) >= _MOST_ISSUES:
            self.more[kind] += 1
            return
        offset, number = self.counted
        if start >= offset:
            number += self.text.count("\n" if "\n" in self.text else "\r", offset, start)
            self.counted = (start, number)
        self.facts.issues.append(Issue(kind, f"header line {number}", detail[:_DETAIL]))

    def read(self) -> HeaderFacts:
        text = self.text
        left_out = "\0" in text or "\ufeff" in text
        if left_out:
            self.issue("nul-bytes", max(text.find("\0"), 0), f"{text.count(chr(0))} NUL characters left out of values")
            text = text.replace("\0", _LEFT_OUT).replace("\ufeff", _LEFT_OUT)
        if "\r" in text:
            text = text.replace("\r", "\n")  # CRLF gives a blank line more, and offsets stay
        known = KEYS.get
        values = self.facts.values
        following = 0
        for raw in text.split("\n"):
            begin = following
            following += len(raw) + 1
            line = raw.strip()
            if not line:
                continue
            key, colon, value = line.partition(":")
            start = begin + raw.find(key)
            found = known(key)
            if found is None or not colon:
                self.unusual_line(line, start)
                continue
            kind, name = found
            value = value.lstrip()
            end = start + len(line)
            # The common lines at once, the others with all their cases in `field`.
            if value and not self.heading and not self.container and not left_out:
                party = self.party
                if kind == "filing":
                    if name not in values:
                        values[name] = value
                        self.facts.lines.append(_place(HeaderLine, (name, start, end, end - len(value))))
                        continue
                elif party is None:
                    pass
                elif kind == "party" and name not in party.values:
                    party.values[name] = value
                    party.lines.append(_place(HeaderLine, (name, start, end, end - len(value))))
                    continue
                elif kind == "address" and self.address_lines is not None and name not in self.address_lines:
                    self.address_lines[name] = value
                    full = _ADDRESS_LINES[self.section, name]
                    party.lines.append(_place(HeaderLine, (full, start, end, end - len(value))))
                    continue
            self.field(kind, name, key, value, HeaderLine(name, start, end, end - len(value)), False)
        self.flush_heading()
        self.close_party()
        self.check_values()
        for kind, count in sorted(self.more.items()):
            self.facts.issues.append(Issue(kind, "header", f"{count} more"))
        return self.facts

    def unusual_line(self, line: str, start: int) -> None:
        """A line that does not begin with a known key and a colon."""
        if line[0] == "<":
            self.tag_line(line, start)
            return
        key, colon, value = line.partition(":")
        found = meaning(key) if colon else None
        if not colon or (found is None and not _KEY.fullmatch(key)):
            self.odd(start, line)
            return
        value = value.lstrip()
        end = start + len(line)
        kind, name = found or ("", canonical(key))
        self.field(kind, name, key, value, HeaderLine(name, start, end, end - len(value)), False)

    def tag_line(self, line: str, start: int) -> None:
        """`<TAG>value`, `</TAG>`, or several of them on one line."""
        position = 0
        while position < len(line):
            tag = _TAG.match(line, position)
            if tag is None:
                self.odd(start + position, line[position:])
                return
            after = tag.end()
            inner = line.find("<", after)
            while inner >= 0 and not ((found := _TAG.match(line, inner)) and meaning(found[2])):
                inner = line.find("<", inner + 1)
            position = inner if inner >= 0 else len(line)
            value = line[after:position].strip()
            at = start + (line.index(value, after) if value else after)
            if tag[1]:
                self.closing(tag[2])
                if value:
                    self.odd(at, value)
            else:
                kind, name = KEYS.get(tag[2]) or meaning(tag[2]) or ("", canonical(tag[2]))
                place = HeaderLine(name, start + tag.start(), at + len(value), at)
                self.field(kind, name, tag[2], value, place, True)

    def field(self, kind: str, name: str, key: str, value: str, line: HeaderLine, tagged: bool) -> None:
        """One key with its value goes where it belongs."""
        if _LEFT_OUT in value:
            value = value.replace(_LEFT_OUT, "")
        if self.heading and not (kind == "section" and name == "company"):
            self.flush_heading()
        if self.container:
            if kind not in ("role", "section"):
                self.facts.other.append((canonical(key), value))
                return
            self.container = ""  # its end tag is missing
        party = self.party
        if kind == "address":
            self.address(name, key, value, line)
        elif kind == "party":
            if not value:
                return
            if party is None and name in ("file_number", "film_number"):  # a filing without parties has them too
                self.facts.other.append((canonical(key), value))
                return
            if party is None:
                party = self.open_party("unknown", tagged, line)
            elif name == "name" and "name" in party.values and self.section == "company" and "cik" in party.values:
                party = self.open_party(party.role, tagged, line)
            if name in party.values:
                if party.values[name] != value:
                    party.other.append((canonical(key), value))
                    self.issue("repeated-header-field", line.start, f"{canonical(key)}: {value}")
                return
            party.values[name] = value
            party.lines.append(line)
        elif kind == "section":
            self.open_section(name, tagged, line)
        elif kind == "role":
            self.close_party()
            self.party = OpenParty(name, tagged)
        elif kind == "former":
            self.former_name(name, key, value, line)
        elif kind == "filing":
            self.filing(name, key, value, line)
        elif kind == "list":
            self.listed(name, key, value, line)
        elif kind == "other" or (kind == "party other" and party is None):
            self.facts.other.append((name, value))
        elif kind == "party other" and party is not None:
            party.other.append((name, value))
        elif kind == "container":
            self.container = name
            self.facts.other.append((name, value))
        elif kind == "envelope":
            if value:
                self.odd(line.value, value)
        elif not value:
            self.heading = (line, tagged)
        else:
            self.unknown(name, value, line, tagged)
        if value and kind in ("section", "role") and self.party is not None:
            self.party.other.append((canonical(key), value))
            self.issue("value-on-heading", line.start, f"{canonical(key)}: {value}")

    def address(self, name: str, key: str, value: str, line: HeaderLine) -> None:
        if not value:
            return
        party = self.party
        if party is None:
            party = self.open_party("unknown", False, line)
        lines = self.address_lines
        if lines is None or lines.get(name, value) != value:
            party.other.append((canonical(key), value))
            self.issue("misplaced-header-field", line.start, f"{canonical(key)}: {value}")
        elif name not in lines:
            lines[name] = value
            party.lines.append(line._replace(name=_ADDRESS_LINES[self.section, name]))

    def former_name(self, name: str, key: str, value: str, line: HeaderLine) -> None:
        if not value:
            return
        party = self.party
        if party is None:
            party = self.open_party("unknown", False, line)
        if name == "former_name":
            self.former = [value, None, line, None]
            party.former.append(self.former)
        elif self.former and self.former[1] is None:
            self.former[1] = value
            self.former[3] = line
        else:
            party.other.append((canonical(key), value))
            self.issue("misplaced-header-field", line.start, f"{canonical(key)}: {value}")

    def filing(self, name: str, key: str, value: str, line: HeaderLine) -> None:
        if not value:
            return
        values = self.facts.values
        if name not in values:
            values[name] = value
            self.facts.lines.append(line)
        elif values[name] != value:
            self.facts.other.append((canonical(key), value))
            self.issue("repeated-header-field", line.start, f"{canonical(key)}: {value}")

    def listed(self, name: str, key: str, value: str, line: HeaderLine) -> None:
        if not value:
            self.issue("empty-header-field", line.start, canonical(key))
            return
        facts = self.facts
        {"item": facts.items, "reference": facts.references, "group_member": facts.group_members}[name].append(value)
        facts.lines.append(line)

    def odd(self, start: int, text: str) -> None:
        """A line that is neither `KEY: value` nor `<TAG>value`."""
        self.flush_heading()
        if len(text) == 14 and text.isdigit() and "acceptance" not in self.facts.values:
            self.facts.values["acceptance"] = text  # its tag was stripped in storage
            self.facts.lines.append(HeaderLine("acceptance", start, start + len(text), start))
        elif _NAMED_FILE.fullmatch(text) and "." in text:
            named = ACCESSION.match(text)
            self.facts.named = self.facts.named or (named[0] if named else None)
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
            heading, was_tagged = self.heading
            self.heading = None
            self.close_party()
            self.party = OpenParty(heading.name.lower(), was_tagged)
            self.issue("unknown-party-role", heading.start, heading.name)
        elif self.party is None:
            self.open_party("unknown", tagged, line)
        elif name == "company" and ("name" in self.party.values or "cik" in self.party.values):
            self.open_party(self.party.role, tagged, line)
        self.section = name
        self.address_lines = self.party.addresses.setdefault(name, {}) if self.party and name in _ADDRESSES else None
        self.former = None

    def open_party(self, role: str, tagged: bool, line: HeaderLine) -> OpenParty:
        """A party whose heading is missing."""
        self.close_party()
        self.party = OpenParty(role, tagged)
        self.section = "company"
        self.issue("party-without-heading", line.start, self.text[line.start : line.end])
        return self.party

    def close_party(self) -> None:
        if self.party is not None:
            self.facts.parties.append(self.party.close())
            self.party = None
        self.section = ""
        self.address_lines = None
        self.former = None

    def closing(self, tag: str) -> None:
        """`</TAG>` ends the section or party it names; an unknown heading before it was a plain section."""
        kind, name = meaning(tag) or ("", "")
        self.flush_heading()
        if kind == "role":
            self.close_party()
        elif kind == "section":
            self.section = ""
            self.address_lines = None
        elif name == self.container:
            self.container = ""

    def check_values(self) -> None:
        """Dates and numbers that are not what they should be, cut ones mostly, are told; they are kept as printed."""
        for line in self.facts.lines:
            digits = _DIGITS.get(line.name)
            if digits and not (len(value := self.text[line.value : line.end]) in digits and value.isdecimal()):
                self.issue("odd-header-value", line.start, self.text[line.start : line.end])
        for party in self.facts.parties:
            if party.cik and not (len(party.cik) <= 10 and party.cik.isdecimal()):
                place = party.line("cik")
                self.issue("odd-header-value", place.start if place else 0, f"CENTRAL INDEX KEY: {party.cik}")
            for former in party.former_names:
                if former.date and former.date_line and not (len(former.date) == 8 and former.date.isdecimal()):
                    self.issue("odd-header-value", former.date_line.start, f"DATE OF NAME CHANGE: {former.date}")

    def flush_heading(self) -> None:
        if self.heading:
            line, tagged = self.heading
            self.heading = None
            self.unknown(line.name, "", line, tagged)


def read_header(text: str) -> HeaderFacts:
    """Every fact of one header; offsets in `lines` are code points of `text`."""
    return _Reader(text).read()
