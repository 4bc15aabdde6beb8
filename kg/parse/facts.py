"""What a header says while it is read: `HeaderFacts`, and `OpenParty`, whose `close` makes the `Party`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from kg.errors import Issue
from kg.model import FormerCompany, HeaderLine, Party, PostalAddress

_SIC = re.compile(r"(.*?)[ \t]*\[([^\[\]]*)\]")


@dataclass(slots=True)
class HeaderFacts:
    """All that one header says, under the names of `Filing`; `named` is the accession in the header's file name."""

    values: dict[str, str] = field(default_factory=dict)
    items: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    group_members: list[str] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    other: list[tuple[str, str]] = field(default_factory=list)
    lines: list[HeaderLine] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    named: str | None = None


class OpenParty:
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
        """The party as it was read."""
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
