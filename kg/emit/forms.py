"""Claims of one filing → the same claims, organisations of one name and several legal forms told apart.

"Acme GmbH" beside "Acme K.K." are two organisations; "Acme" alone, or "Acme Inc" beside "Acme Corp", is one. A text
that calls one a former name of the other means one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from kg.model import Claim, FormerNameClaim, OrgRef
from kg.names import legal_family, org_key


def told_apart(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims, with the legal form in those references that nothing else tells from another."""
    forms: dict[str, set[str]] = defaultdict(set)
    for ref in _refs(claims):
        if not ref.cik:
            forms[org_key(ref.name)].add(legal_family(ref.name))
    several = {key for key, found in forms.items() if len(found - {""}) > 1}
    for claim in claims:
        if isinstance(claim, FormerNameClaim) and org_key(claim.name) == org_key(claim.org.name):
            several.discard(org_key(claim.name))
    return [_marked(claim, several) for claim in claims] if several else claims


def _refs(value: Any) -> Iterator[OrgRef]:
    if isinstance(value, OrgRef):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from _refs(part)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "source":
                yield from _refs(getattr(value, field.name))


def _marked(value: Any, several: set[str]) -> Any:
    if isinstance(value, OrgRef):
        family = legal_family(value.name)
        return replace(value, form=family) if family and not value.cik and org_key(value.name) in several else value
    if isinstance(value, tuple):
        return tuple(_marked(part, several) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: new
            for field in fields(value)
            if (new := _marked(old := getattr(value, field.name), several)) is not old and new != old
        }
        return replace(value, **changed) if changed else value
    return value
