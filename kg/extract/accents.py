"""A company of the header, whose name EDGAR writes in plain letters → its name as the text writes it ("Nymølle")."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.document import Context
from kg.model import OrganizationClaim, OrgRef, Source
from kg.names import org_key

RULE = "organization-letters_1"


def accents(context: Context) -> Iterator[OrganizationClaim]:
    """For each registrant the first spelling with letters the header does not know, and its sentence."""
    told: set[OrgRef] = set()
    for sequence, memory in context.memories.items():
        for form, (org, kind) in memory.forms.items():
            if form.isascii() or kind != "name" or not org.cik or org in told or org_key(form) != org_key(org.name):
                continue
            at = memory.text.text.find(form)
            if at < 0 or form == org.name:
                continue
            told.add(org)
            evidence = context.evidence(sequence, *context.sentence_at(sequence, at))
            yield OrganizationClaim(org, Source(RULE, 0.95, (evidence,)), (form,))
