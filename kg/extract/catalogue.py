"""Every rule that reads filings, gathered from the modules that hold them, for documentation and the `kg rules` list.

Rules are values (`Rule`) beside the code that uses them; those that read structure (header lines, tables, signature
blocks) have no sentences to prove them and are described here.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import kg.extract
from kg.extract.rules import Rule

STRUCTURAL = (
    Rule("cover-page", 1, "What the cover page states: name in the charter, address, telephone, web site."),
    Rule(
        "exhibit-index",
        1,
        "A line of the exhibit index or of an item: title of an exhibit, its date, filed or furnished.",
    ),
    Rule("filing-reference", 1, "A filing cited by form and period, without its accession number."),
    Rule("header-filing-values", 1, "File number, film number and act of a party, from the header."),
    Rule("header-former-company", 1, "A former name and the date printed beside it, from the header."),
    Rule("item-heading", 1, "An item reported, from the header and from the heading in the body."),
    Rule("investor", 1, "One organisation holds shares of another: an investor, a shareholder, a percentage."),
    Rule("joint-owner", 1, "Two organisations own a patent filing together."),
    Rule("license-milestone", 1, "Milestone payments of the agreement at hand, in total."),
    Rule("license-royalty", 1, "Royalty rates of the agreement at hand: one rate, a range or tiers."),
    Rule("license-upfront", 1, "What is paid at the start: upfront payment, issue or option fee, purchase price."),
    Rule("organization-letters", 1, "A registrant's name as the text writes it, in letters the header lacks."),
    Rule("organization-party", 1, "A party to an agreement, with its other names in the filing."),
    Rule("signature-block", 1, "A signature: who signed, as what, for whom, on which day."),
    Rule("ticker", 1, "A listing: exchange and ticker, in parentheses or on the cover."),
    Rule("url", 1, "The web site of an organisation."),
)


def catalogue() -> tuple[Rule, ...]:
    """Every rule, sorted by name; imports all of the extraction."""
    found = {rule.name: rule for rule in STRUCTURAL}
    for module in pkgutil.iter_modules(kg.extract.__path__):
        if module.name != "catalogue":
            for value in vars(importlib.import_module(f"kg.extract.{module.name}")).values():
                found.update((rule.name, rule) for rule in _rules(value, 3))
    return tuple(found[name] for name in sorted(found))


def _rules(value: object, depth: int) -> Iterator[Rule]:
    """Rules in a module's constant: the value itself, one inside a frame (`.rule`), or inside tables of them."""
    inner = getattr(value, "rule", None)
    if isinstance(value, Rule):
        yield value
    elif isinstance(inner, Rule):
        yield inner
    elif depth and isinstance(value, tuple | list | frozenset | set | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _rules(item, depth - 1)
