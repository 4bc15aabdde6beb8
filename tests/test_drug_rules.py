"""Every rule about drugs yields a fact from its positive examples and none from its negative ones."""

from __future__ import annotations

import pytest
from drug_text import claims_of

from kg.extract import compound_facts, compound_names, compound_traits, designations, program_rules, quantities
from kg.extract.rules import Rule
from kg.model import CompoundClaim

RULES = [
    rule
    for module in (compound_names, compound_facts, compound_traits, designations, program_rules, quantities)
    for rule in module.RULES
]
POSITIVE = [(rule, text) for rule in RULES for text in rule.positive]
NEGATIVE = [(rule, text) for rule in RULES for text in rule.negative]


SETTING = "Acme develops drugs for patients.\n"


def rules_of(text: str) -> set[str]:
    claims = claims_of(SETTING + text)
    named = {c.source.rule for c in claims}
    named |= {
        rule for c in claims if isinstance(c, CompoundClaim) for rule in (["compound-alias_1"] if c.aliases else [])
    }
    return named


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("rule", "text"), POSITIVE, ids=[f"{r.id}-{n}" for n, (r, _) in enumerate(POSITIVE)])
def test_positive(rule: Rule, text: str) -> None:
    assert rule.name in rules_of(text)


@pytest.mark.parametrize(("rule", "text"), NEGATIVE, ids=[f"{r.id}-{n}" for n, (r, _) in enumerate(NEGATIVE)])
def test_negative(rule: Rule, text: str) -> None:
    assert rule.name not in rules_of(text)
