"""Every rule that finds facts is in the catalogue, and the page of rules is the one the code makes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from kg.extract.catalogue import STRUCTURAL, catalogue
from kg.pipeline import claims

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "kg" / "samples"


def test_names_are_unique_and_rules_described() -> None:
    every = catalogue()
    assert len({r.name for r in every}) == len(every) > 100
    assert all(r.description and re.fullmatch(r"[a-z0-9-]+", r.id) and 0 < r.confidence <= 1 for r in every)


def test_rules_that_read_sentences_have_examples() -> None:
    structural = {r.name for r in STRUCTURAL}
    assert [r.name for r in catalogue() if not r.positive and r.name not in structural] == []


def test_every_fact_of_the_samples_names_a_rule_of_the_catalogue() -> None:
    known = {r.name for r in catalogue()}
    used = set()
    for path in sorted(SAMPLES.glob("*.txt")):
        for _, found in claims(path.read_bytes(), path.name):
            used |= {claim.source.rule for claim in found}
    assert len(used) > 10
    assert used <= known


def test_the_page_of_rules_is_up_to_date() -> None:
    done = subprocess.run([sys.executable, ROOT / "scripts" / "build_rules_page.py", "--check"], capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
