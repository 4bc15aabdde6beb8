"""Document memory: who the filer is, which names and defined terms stand for whom, what day it is.

`read_context(ReadFiling)` → `Context`, which every extractor reads and none changes.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Evidence, OrgRef, ReadFiling


@dataclass(frozen=True, slots=True)
class Context:
    """All that extractors know of a filing beyond the sentence at hand."""

    read: ReadFiling
    filer: OrgRef

    def evidence(self, sequence: int, start: int, end: int) -> Evidence:
        """The passage `[start, end)` of document `sequence`, outer blanks trimmed."""
        text = self.read.text(sequence).text
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        return Evidence(sequence, start, end, text[start:end])


def read_context(read: ReadFiling) -> Context:
    """First pass over a filing."""
    party = read.filing.registrant
    return Context(read, OrgRef((party and party.name) or "", (party and party.cik) or None))
