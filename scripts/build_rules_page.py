#!/usr/bin/env python3
"""Rules with their examples, and docs/results.md → docs/rules.md. `--check` fails when the page is out of date."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

from kg.extract.catalogue import catalogue

DOCS = Path(__file__).parent.parent / "docs"
KINDS = {
    "license": "Licences",
    "position": "People and their offices",
    "former-name": "Former names",
    "compound": "Compounds",
    "phase": "Development",
    "stage": "Development",
    "designation": "Designations",
}
ORDER = [*dict.fromkeys(KINDS.values()), "Structure and other facts"]


def kind_of(rule_id: str) -> str:
    """The heading under which a rule stands."""
    return next((heading for prefix, heading in KINDS.items() if rule_id.startswith(prefix)), ORDER[-1])


def page() -> str:
    """The page as Markdown."""
    rules = sorted(catalogue(), key=lambda r: (ORDER.index(kind_of(r.id)), r.name))
    lines = [
        "# Extraction rules",
        "",
        f"{len(rules)} rules, generated from the code by `scripts/build_rules_page.py`. Each fact names the rule",
        "and version that found it. The examples run as tests: ✓ must yield a fact, ✗ none.",
        "",
        (DOCS / "results.md").read_text("utf-8").strip(),
        "",
    ]
    for heading, group in groupby(rules, key=lambda r: kind_of(r.id)):
        lines += [f"## {heading}", ""]
        for rule in group:
            lines.append(f"**{rule.name}**: {rule.description.strip()}")
            lines += [f"* ✓ {' '.join(text.split())}" for text in rule.positive[:4]]
            lines += [f"* ✗ {' '.join(text.split())}" for text in rule.negative[:3]]
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def main() -> int:
    target = DOCS / "rules.md"
    made = page()
    if "--check" in sys.argv[1:]:
        if not target.is_file() or target.read_text("utf-8") != made:
            print("docs/rules.md is not up to date: run scripts/build_rules_page.py", file=sys.stderr)
            return 1
        return 0
    target.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
