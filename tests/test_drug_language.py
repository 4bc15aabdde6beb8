"""Sentences as press releases and reports have them → exactly the stages and statuses that they state."""

from __future__ import annotations

from pathlib import Path

import pytest
from drug_text import programs, statuses

SETTING = "Acme Therapeutics, Inc. is a drug company that develops medicines for patients.\n"
LINES = [
    line.split(" || ")
    for line in (Path(__file__).parent / "drug-language.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("text", "told"), LINES, ids=range(len(LINES)))
def test_what_a_sentence_states(text: str, told: str) -> None:
    layout = SETTING + text.replace("\\n", "\n").replace("\\t", "\t")
    found = {f"P {drug} / {ill} / {phase} / {status}" for drug, ill, phase, status in programs(layout) if ill}
    found |= {f"D {kind} / {drug} / {ill or '-'}" for kind, drug, ill, _ in statuses(layout)}
    assert found == ({*told.split(" ; ")} if told != "-" else set())
