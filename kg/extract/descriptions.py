"""A description and who was named before it → whom it means: "the Institute", "the Japanese company".

A body is described by a word of its name or of what it is; a company by its nation, when one was named before in the
document. Nobody is guessed where several could be meant and none was named before.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.late import late
from kg.extract.organizations import org_kind
from kg.model import OrgRef

_KIND_OF = {
    "university": "university", "college": "university", "institute": "institute", "institution": "university",
    "hospital": "hospital", "foundation": "foundation", "trust": "foundation", "clinic": "hospital",
    "medical center": "hospital", "cancer center": "hospital", "charity": "foundation", "society": "institute",
    "agency": "agency", "school": "university", "academy": "institute", "fund": "foundation", "council": "agency",
    "polytechnic": "university", "regents": "university", "trustees": "university", "department": "agency",
    "center": "institute", "centre": "institute", "consortium": "institute",
}  # fmt: skip
_NATIONS = (
    "American|U\\.S\\.|Japanese|Chinese|Korean|South Korean|Taiwanese|Indian|Israeli|Australian|Canadian|British|"
    "English|Scottish|Irish|French|German|Swiss|Austrian|Italian|Spanish|Portuguese|Dutch|Belgian|Danish|Swedish|Norwegian|"
    "Finnish|Icelandic|Polish|Czech|Hungarian|Greek|Turkish|Russian|Brazilian|Mexican|Argentine|European|Asian"
)
_FIRM = "company|firm|group|concern|drug ?maker|manufacturer|partner|licensee|licensor|corporation|house"
# It begins with one class of characters: only then does `re` skip the text between at full speed.
DESCRIPTION = late(
    rf"[Tt](?<!\w[Tt])(?i:he (?P<pair>former|latter)\b(?=[,.;]| (?:has|had|have|is|was|will|would|may|shall|must|grants?|granted|licen[cs]es?|licen[cs]ed|gave|gives|pays?|paid|holds?|held|obtained|acquired|received|took|takes|assigned|sold|sells|retains?|owns?|develops?|markets?|an?|the|its|exclusive|sole|non-exclusive|to|for|with|from|under|in return|and|for)\b)"
    r"|h(?:at|is) (?P<that>company|firm|concern|house|institution|university|college|school|hospital|clinic|institute|foundation|trust|charity|society)\b(?! (?:which|that|to|in|has been (?:formed|organi[sz]ed))\b)"
    rf"|he (?:(?P<body>{'|'.join(_KIND_OF)})\b(?! of | for [A-Z]| in [A-Z])|(?:(?P<nation>{_NATIONS})|(?P<place>(?-i:[A-ZÀ-Þ][a-zà-ÿ]+(?: [A-ZÀ-Þ][a-zà-ÿ]+)?))(?:-based)?) (?:{_FIRM})\b))"
)
_SCHOOL = frozenset({"university", "hospital", "foundation", "institute", "agency"})
_FORMS = {
    "Japanese": late(r"\b(?:K\.K\.|KK|Kabushiki|Seiyaku|Yakuhin|Kagaku|Co\., Ltd)"),
    "Chinese": late(r"\bCo\., Ltd"),
    "Korean": late(r"\bCo\., Ltd"),
    "Taiwanese": late(r"\bCo\., Ltd"),
    "Swiss": late(r"\b(?:AG|SA|S\.A|GmbH|S[àa]rl)\b"),
    "German": late(r"\b(?:AG|GmbH|KG|KGaA|SE|mbH)\b"),
    "Austrian": late(r"\b(?:AG|GmbH|KG)\b"),
    "French": late(r"\b(?:S\.?A|S\.?A\.?S|SARL|SNC)\b|\bLaboratoires?\b"),
    "Belgian": late(r"\b(?:S\.?A|N\.?V|SPRL|BVBA|SE)\b"),
    "Italian": late(r"\b(?:S\.?p\.?A|S\.?r\.?l)\b"),
    "Spanish": late(r"\b(?:S\.?A|S\.?L)\b|\bLaboratorios\b"),
    "Dutch": late(r"\b(?:B\.?V|N\.?V)\b"),
    "Danish": late(r"\b(?:A/S|ApS)"),
    "Norwegian": late(r"\b(?:ASA?|A/S)\b"),
    "Swedish": late(r"\bAB\b"),
    "Finnish": late(r"\bOyj?\b"),
    "Mexican": late(r"\bde C\.V"),
    "Brazilian": late(r"\b(?:Ltda|S\.?A)\b"),
    "British": late(r"\b(?:plc|PLC|Limited|Ltd)\b"),
    "English": late(r"\b(?:plc|PLC|Limited|Ltd)\b"),
    "Indian": late(r"\b(?:Limited|Ltd|Pvt)\b"),
    "Australian": late(r"\b(?:Pty|Limited|Ltd)\b"),
}
"""Legal forms and words of trade by which a company of a nation is known."""
_ABROAD = late(
    r"\b(?:K\.K\.|Kabushiki|Seiyaku|Yakuhin|GmbH|mbH|KGaA|AG|S\.p\.A|S\.r\.l|B\.V|N\.V|A/S|ApS|ASA|AB|Oyj?|Pty|Ltda|Pvt)(?!\w)|\bde C\.V|\bCo\., Ltd"
)
"""Forms that a company of another nation does not have."""
_BESIDE = 70
"""So far behind a name its seat may be told."""
_RECENT = 12
"""So many names before a description are looked at for the company it means."""

Names = Sequence[tuple[int, OrgRef]]
"""Where each full name of a document stands and whom it names, in order."""


def bodies(names: Names) -> dict[str, list[tuple[int, OrgRef]]]:
    """Names by the words that describe them; those that hold the word go before those that are merely of that kind."""
    table: dict[str, list[tuple[int, OrgRef]]] = {}
    for place, org in names:
        low, kind = org.name.lower(), org_kind(org.name)
        for word, meant in _KIND_OF.items():
            if kind == meant or (kind in _SCHOOL and word in low):
                table.setdefault(word, []).append((place, org))
    return {word: [item for item in known if word in item[1].name.lower()] or known for word, known in table.items()}


def body(table: dict[str, list[tuple[int, OrgRef]]], word: str, at: int) -> OrgRef | None:
    """Whom "the university" means at `at`: the last one named before, else the only one of the document."""
    known = table.get(word.lower(), [])
    if not known:
        return None
    index = bisect_left(known, at, key=lambda item: item[0])
    return known[index - 1][1] if index else (known[0][1] if len({o for _, o in known}) == 1 else None)


def company(names: Names, filer: OrgRef, at: int, nation: str | None = None) -> OrgRef | None:
    """Whom "the Japanese company" means at `at`: the last company named before but the filer.

    One whose legal form is of that nation goes before one whose form is of none, and one of another nation is not meant.
    """
    index = bisect_left(names, at, key=lambda item: item[0])
    before = [org for _, org in reversed(names[max(0, index - _RECENT) : index]) if org != filer and org_kind(org.name) not in _SCHOOL]
    at_home = _FORMS.get((nation or "").removeprefix("South "))
    if at_home is None:
        return next(iter(before), None)
    own = [org for org in before if at_home.search(org.name)]
    return next(iter(own or [org for org in before if not _ABROAD.search(org.name)]), None)


def seated(names: Names, filer: OrgRef, at: int, place: str, text: str) -> OrgRef | None:
    """Whom "the Lyon company" means at `at`: the last one named before, but the filer, with that place beside its name."""
    index = bisect_left(names, at, key=lambda item: item[0])
    for start, org in reversed(names[max(0, index - _RECENT) : index]):
        if org != filer and text.find(place, start, min(at, start + len(org.name) + _BESIDE)) >= 0:
            return org
    return None
