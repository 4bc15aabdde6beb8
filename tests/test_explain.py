"""The marked text holds every passage once, in place, whatever the spans do to each other."""

from __future__ import annotations

import hashlib
import html
import io
import re

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from kg.explain import facts, page, terminal
from kg.model import (
    Claim,
    CompoundClaim,
    DocumentText,
    Evidence,
    Filing,
    Grant,
    LicenseClaim,
    OrgRef,
    ReadFiling,
    Source,
)

TEXT = "Acme <Bio> granted Bolt a license to AC-1 & AC-2. Royalties are 5%."


def read(text: str = TEXT) -> ReadFiling:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return ReadFiling(Filing("0000000000-20-000001", "8-K"), (DocumentText(1, "8-K", text, text, digest),))


def source(start: int, end: int, text: str = TEXT) -> Source:
    return Source("made_1", 0.9, (Evidence(1, start, end, text[start:end]),))


def plain(made: str) -> str:
    """The document column without tags, notes and entities."""
    column = re.search(r'<div class="text">(.*?)</div>', made, re.S)
    assert column
    bare = re.sub(r"<sup>.*?</sup>|<[^>]+>", "", column[1])
    return html.unescape(bare)


GRANT = Grant(source(28, 49), ("AC-1",))
LICENCE = LicenseClaim((OrgRef("Acme <Bio>"),), (OrgRef("Bolt"),), "license", "executed", source(0, 49), (GRANT,))


def test_licence_and_grant_are_two_numbered_facts() -> None:
    lines = [(f.number, f.kind, f.line) for f in facts([LICENCE])]
    assert lines == [(1, "licence", "Acme <Bio> → Bolt (license, executed)"), (2, "licence", "grant: AC-1")]


def test_page_escapes_and_links_both_ways() -> None:
    made = page(read(), [LICENCE])
    assert "Acme &lt;Bio&gt; → Bolt" in made
    assert 'href="#f1-1"' in made
    assert 'id="f1-1"' in made
    assert 'id="t1-1"' in made
    assert 'href="#t1-1"' in made
    assert plain(made) == TEXT


def test_a_passage_has_the_colour_of_its_narrowest_fact_then_of_what_tells_most() -> None:
    drug, again = CompoundClaim("AC-1", source(37, 41)), CompoundClaim("AC-2", source(0, 49))
    licence = LicenseClaim((OrgRef("Acme <Bio>"),), (OrgRef("Bolt"),), "license", "executed", source(0, 49))
    made = page(read(), [drug, again, licence])
    found = re.findall(r'<mark style="background:(#\w+)"[^>]*>([^<]+)', made)
    assert [(html.unescape(text), colour) for colour, text in found] == [
        ("Acme <Bio> granted Bolt a license to ", "#ffd9a8"),
        ("AC-1", "#d3f0c8"),
        (" & AC-2.", "#ffd9a8"),
    ]


def test_terminal_shows_text_and_rules() -> None:
    console = Console(width=200, record=True, file=io.StringIO())
    console.print(terminal(read(), [LICENCE]))
    shown = console.export_text()
    assert "license to AC-1 & AC-2.[1,2]" in shown
    assert "made_1 0.90" in shown


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).filter(lambda p: p[0] < p[1])))
def test_any_overlap_keeps_the_text(spans: list[tuple[int, int]]) -> None:
    claims: list[Claim] = [CompoundClaim(f"C-{n}", source(*span)) for n, span in enumerate(spans)]
    assert plain(page(read(), claims)) == TEXT
