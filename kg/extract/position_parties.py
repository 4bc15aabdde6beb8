"""Tables of those who sign → for whom each of them does: the party that heads the column, name and office below it.

A contract ends in columns: "For the Foundation:" or "LICENSOR" or a company's name above, then names, then offices,
each in a row of its own where nobody wrote "By:" or "/s/".
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.late import late
from kg.extract.person_memory import PersonMemory
from kg.extract.position_merge import Fact
from kg.extract.position_pages import Pages
from kg.extract.position_titles import find_titles
from kg.extract.rules import Rule
from kg.model import OrgRef

STACKED = Rule(
    "position-stacked", 1, "Names in one row and their offices in the next, under the parties for whom they sign.",
    ("WIDGET TOOLS, INC.\tGIZMO, LTD.\nJane Roe\tJohn Doe\nTreasurer\tManaging Director\n",),
    ("NAME\tNAME\nJane Roe\tJohn Doe\nTreasurer\tManaging Director\n",), 0.85,
)  # fmt: skip
_ROWS = 8
"""So many lines at most stand between a party's name and the office of the one who signs for it."""
_LONGEST_NAME = 60
_FOR = late(r"\s*(?:[Ss]igned\s|[Ee]xecuted\s)?(?:[Ff]or|FOR|[Oo]n\sbehalf\sof|ON\sBEHALF\sOF)(?:\sand\s(?:on\s|in\s)?(?:behalf|the\sname)\sof)?\s(?:[Tt]he\s|THE\s)?(?P<name>[^\n\t]{2,80}?)\W*")
_ROLE = late(r"\W*(?:(?:THE|The)\s)?(?P<name>[A-Z][A-Za-z]{3,20}(?:\s[A-Z][A-Za-z]{2,20})?)\W*")
_BY_ORDER = late(r"(?i)\W*by\sorder\sof\sthe\sboard(?:\sof\sdirectors)?\W*")
Cell = tuple[int, int]
"""Where a cell begins and ends."""


def cells_of(layout: str, start: int, end: int) -> list[Cell]:
    """The bounds of the cells of a row."""
    cells = []
    for cell in layout[start:end].split("\t"):
        cells.append((start, start + len(cell)))
        start += len(cell) + 1
    return cells


def _party(pages: Pages, cell: Cell) -> OrgRef | None:
    """The party that a cell names and nothing else: by its name, as "For the Clinic:", or by its part in the contract."""
    context, layout, (start, end) = pages.context, pages.document.layout, cell
    if not 2 < end - start < 120:
        return None
    lead = _FOR.fullmatch(layout, start, end)
    named = lead["name"] if lead else layout[start:end].strip(" :,*")
    known = context.org_named(named, pages.document.sequence) or context.org_named(f"the {named}", pages.document.sequence)
    if known:
        return known
    orgs = [m for m in context.orgs_in(pages.document.sequence, start, end) if m.form != "pronoun"]
    if len(orgs) == 1 and (lead or 3 * (orgs[0].end - orgs[0].start) > 2 * len(named)):
        return orgs[0].org
    role = _ROLE.fullmatch(named)
    return _with_part(pages, role["name"]) if role else None


def _with_part(pages: Pages, part: str) -> OrgRef | None:
    """Who has a part in the contract by a table at its head: "“Marketer”" in one cell, the company in the next."""
    layout = pages.document.layout
    for at in pages.terms_of_table.get(part.lower(), ()):
        orgs = pages.context.orgs_in(pages.document.sequence, at, min(len(layout), at + 120))
        if orgs and orgs[0].start - at < 4:
            return orgs[0].org
    return None


def party_over(pages: Pages, index: int, at: int) -> OrgRef | None:
    """The party that heads the column in which place `at` of sentence `index` stands; None where none does."""
    sentences, layout = pages.context.sentences(pages.document.sequence), pages.document.layout
    place = layout.count("\t", sentences[index][0], at)
    for back in range(1, min(index, _ROWS) + 1):
        start, end = sentences[index - back]
        if end - start > 300:
            return None
        cells = cells_of(layout, start, end)
        if place >= len(cells) or len(cells) < 2:
            continue
        parties = [_party(pages, cell) for cell in cells]
        if any(parties):
            return parties[place] if all(parties) else None
    return None


def _name(pages: Pages, memory: PersonMemory, cell: Cell) -> str | None:
    """The person whose name a cell is."""
    mentions = pages.persons(*cell) if cell[1] - cell[0] < _LONGEST_NAME else []
    if len(mentions) != 1 or not mentions[0].full or len(pages.document.layout[slice(*cell)].strip(" _*()")) > mentions[0].end - mentions[0].start + 12:
        return None
    return memory.resolve(mentions[0])


def _is_office(layout: str, cell: Cell) -> bool:
    """Is a cell an office, and nothing else?"""
    titles = find_titles(layout, *cell)
    return bool(titles) and titles[0].start - cell[0] < 3 and cell[1] - titles[-1].end < 3


def stacked(pages: Pages, memory: PersonMemory, index: int) -> Iterator[Fact]:
    """The offices of sentence `index`, a row of offices alone, of the persons in the row above, for the parties over them."""
    context, sequence, layout = pages.context, pages.document.sequence, pages.document.layout
    sentences = context.sentences(sequence)
    start, end = sentences[index]
    if index < 2 or end - start > 240:
        return
    offices, (a, z) = cells_of(layout, start, end), sentences[index - 1]
    names = cells_of(layout, a, z)
    if len(names) != len(offices) or z - a > 200:
        return
    if any(stop - begin >= _LONGEST_NAME for begin, stop in names) or not all(_is_office(layout, cell) for cell in offices):
        return
    people = [_name(pages, memory, cell) for cell in names]
    if not all(people):
        return
    above = sentences[index - 2]
    for name, cell in zip(people, offices, strict=True):
        org = party_over(pages, index, cell[0]) if len(offices) > 1 else _party(pages, above)
        if len(offices) == 1 and _BY_ORDER.fullmatch(layout, *above):
            org = context.filer
        if org and name:
            title = " ".join(layout[slice(*cell)].split()).strip(" ,")
            quotes = (context.evidence(sequence, a, z), context.evidence(sequence, start, end))
            yield Fact(name, org, title, "holds", None, STACKED.name, STACKED.confidence, quotes, True, True)
