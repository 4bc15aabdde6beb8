"""The masked sentence: persons, titles, organisations and dates of a passage, each replaced by one character.

Frames of grammar then read as short patterns over the masked string ("P was elected T"), and nothing inside a name can
match by accident. Offsets of the masked string lead back to the text. `sentence_mask` makes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.late import late
from kg.extract.org_memory import OrgMention
from kg.extract.position_titles import Title
from kg.model import OrgRef

_BLOCK = 0x200
_BASE = 0xE000
# Person, title, organisation, date: the letters in which the grammar is written (hence the name "O").
P, T, O, D = (f"[{chr(_BASE + k * _BLOCK)}-{chr(_BASE + (k + 1) * _BLOCK - 1)}]" for k in range(4))  # noqa: E741
ANY = late("[\ue000-\uf8ff]")
LIMIT = 400
"""Most mentions of one kind in one passage; longer passages are cut before."""


@dataclass(frozen=True, slots=True)
class Office:
    """A title with whose it is: `org` where the words say so, `own` when "our" or "the Company's" stands before it."""

    title: Title
    org: OrgRef | None
    former: bool = False
    board_seat: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A person meant in a sentence by full name; `spoken` tells a name ("name", "short") from a pronoun."""

    name: str
    spoken: str


@dataclass(slots=True)
class Masked:
    """The masked string `text`, the offset of each of its characters in the document, and what the marks stand for."""

    text: str
    offsets: list[int]
    people: list[Person] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    orgs: list[OrgMention] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)

    def person(self, mark: str) -> Person:
        """The person behind a mark."""
        return self.people[ord(mark) - _BASE]

    def office(self, mark: str) -> Office:
        """The office behind a mark."""
        return self.offices[ord(mark) - _BASE - _BLOCK]

    def org(self, mark: str) -> OrgMention:
        """The organisation behind a mark."""
        return self.orgs[ord(mark) - _BASE - 2 * _BLOCK]

    def date(self, mark: str) -> str:
        """The ISO date behind a mark."""
        return self.dates[ord(mark) - _BASE - 3 * _BLOCK]


def replaced(text: str, offsets: list[int], spans: Sequence[tuple[int, int, str]]) -> tuple[str, list[int]]:
    """Spans (start, end, mark) of a string replaced by their marks; spans are in order and do not overlap."""
    out: list[str] = []
    kept: list[int] = []
    at = 0
    for start, end, mark in spans:
        out.append(text[at:start])
        kept.extend(offsets[at:start])
        out.append(mark)
        kept.extend([offsets[start]] * len(mark))
        at = end
    out.append(text[at:])
    kept.extend(offsets[at:])
    return "".join(out), kept


def mark(kind: int, number: int) -> str:
    """The character of mention `number` of a kind: 0 person, 1 title, 2 organisation, 3 date."""
    return chr(_BASE + kind * _BLOCK + number)
