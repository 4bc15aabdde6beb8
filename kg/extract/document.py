"""Document memory: who the filer is, which names and defined terms stand for whom, what day it is.

`read_context(ReadFiling)` → `Context`, which every extractor reads and none changes. Names and definitions are read
once per filing; mentions are looked up on demand in the passages that matter, so reading a long filing stays cheap.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from kg.extract.dates import iso_of_stamp
from kg.extract.definitions import Definition, find_definitions, find_renamings
from kg.extract.late import late
from kg.extract.org_memory import Memory, OrgMention
from kg.extract.organization_slots import find_parties
from kg.extract.organizations import Name, acronyms, find_names, org_kind, short_forms
from kg.model import DocumentText, Evidence, OrgRef, Party, ReadFiling
from kg.names import LEGAL_FORMS, org_key, words

_PRONOUNS = ("we", "We", "our", "Our", "us", "ourselves", "WE", "OUR")
_OWN_ROLES = (
    "the Company",
    "The Company",
    "the Registrant",
    "The Registrant",
    "the registrant",
    "Registrant",
    "Company",
)
_OWN_LOWER = ("the company", "The company")
_CONTRACTS = ("EX-10", "EX-2", "EX-4")
_MANY = 400
"""Short forms are derived for that many names of a document at most; lists of thousands of names define none."""


@dataclass(frozen=True)
class Context:
    """All that extractors know of a filing beyond the sentence at hand."""

    read: ReadFiling
    filer: OrgRef
    filed: str | None = None
    memories: dict[int, Memory] = field(default_factory=dict, repr=False)

    def text(self, sequence: int) -> str:
        """Normalised text of a document; sequence 0 is the header."""
        return self.read.filing.header if sequence == 0 else self.memories[sequence].text.text

    def evidence(self, sequence: int, start: int, end: int) -> Evidence:
        """The passage `[start, end)` of document `sequence`, outer blanks trimmed.

        Where a page break of the source runs through it, the longer side of the break: a quotation stands verbatim.
        """
        text = self.text(sequence)
        layout = self.memories[sequence].text.layout
        if layout.find("\f", start, end) >= 0:
            pieces = [start - 1, *(i for i in range(start, end) if layout[i] == "\f"), end]
            start, end = max(((a + 1, b) for a, b in pairwise(pieces)), key=lambda span: span[1] - span[0])
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Evidence(sequence, start, end, text[start:end])

    def sentences(self, sequence: int) -> tuple[tuple[int, int], ...]:
        """Sentence spans of a document in order; a paragraph or row break always ends one."""
        return self.memories[sequence].sentences

    def sentence_at(self, sequence: int, position: int) -> tuple[int, int]:
        """The sentence that holds `position` (the one before it, if it falls between two)."""
        memory = self.memories[sequence]
        index = max(0, bisect_left(memory.starts, position + 1) - 1)
        return memory.sentences[index] if memory.sentences else (0, 0)

    def orgs(self, sequence: int) -> tuple[OrgMention, ...]:
        """Every mention of an organisation in a document, resolved, in order."""
        memory = self.memories[sequence]
        return memory.mentions(0, len(memory.text.text))

    def orgs_in(self, sequence: int, start: int, end: int) -> tuple[OrgMention, ...]:
        """The mentions inside `[start, end)`."""
        return self.memories[sequence].mentions(start, end)

    def org_named(self, text: str, sequence: int | None = None) -> OrgRef | None:
        """Whom a name or alias stands for, asked in one document or in all; None when the filing does not say."""
        chosen = [self.memories[sequence]] if sequence in self.memories else list(self.memories.values())
        wanted = text.strip(" ,")
        for memory in chosen:
            if wanted in memory.forms:
                return memory.forms[wanted][0]
        key = org_key(wanted)
        for memory in chosen:
            if key in memory.keys:
                return memory.keys[key]
        return self.filer if key == org_key(self.filer.name) else None


def _is_contract(text: DocumentText) -> bool:
    return text.type.upper().startswith(_CONTRACTS)


_STATE_MARK = late(r"\s*/[A-Z]{2,3}/?\s*$")


def _clean(name: str) -> str:
    """A conformed name without the marks EDGAR adds: "ACME CORP /DE/" → "ACME CORP"."""
    return _STATE_MARK.sub("", name).strip()


def _is_company(party: Party) -> bool:
    """Persons report too; a company has a SIC code, a state of incorporation or a legal form in its name."""
    if not party.name:
        return False
    if party.sic or party.state or party.role in ("filer", "issuer", "subject company"):
        return True
    return any(w in LEGAL_FORMS for w in words(party.name))


def _header_orgs(read: ReadFiling) -> dict[str, OrgRef]:
    """Key → organisation for every company of the header, its former names included."""
    known: dict[str, OrgRef] = {}
    for party in read.filing.parties:
        if party.name and _is_company(party):
            known.setdefault(org_key(_clean(party.name)), OrgRef(_clean(party.name), party.cik))
    for party in read.filing.parties:
        if party.name and _is_company(party):
            for former in party.former_names:
                known.setdefault(org_key(_clean(former.name)), OrgRef(_clean(party.name), party.cik))
    return known


def _canonical(names: list[list[Name]], known: dict[str, OrgRef]) -> dict[str, OrgRef]:
    """Key → organisation for every full name of the filing; of several spellings the fullest and most used is kept."""
    spellings: dict[str, Counter[str]] = {}
    for found in names:
        for name in found:
            spellings.setdefault(org_key(name.name), Counter())[name.name] += 1
    table = dict(known)
    for key, counts in spellings.items():
        if key not in table:
            best = max(counts, key=lambda n: (n != n.upper(), words(n)[-1] in LEGAL_FORMS, counts[n], n))
            table[key] = OrgRef(re.sub(r"^(?:The|THE) ", "", best) if not best.startswith("The Regents") else best)
    if len(table) > _MANY:
        return table
    first, last = _by_word(table, 0), _by_word(table, -1)
    for key in [k for k in table if k not in known]:
        if any(w in LEGAL_FORMS for w in words(table[key].name)):
            continue
        longer = [other for other in first[key.partition(" ")[0]] if other.startswith(key + " ")]
        whole = table[longer[0]] if len(longer) == 1 else _fuller(key, table, first, last)
        if whole:
            table[key] = whole
    return table


def _by_word(keys: Iterable[str], place: int) -> dict[str, list[str]]:
    """Keys by their word at `place`."""
    found: dict[str, list[str]] = {}
    for key in keys:
        found.setdefault(key.split(" ")[place], []).append(key)
    return found


_GOVERNED = late(
    r"(?:the )?(?:board|trustees|regents|governors|president|chancellor|corporation|council)\b.* of (?:the )?"
)
_TRADE_KEY = late(
    r"\S+ (?:pharma|pharmaceuticals?|therapeutics|bio|biotech|biopharma|biosciences?|group|medicines?|holdings?| )+"
)


def _fuller(
    key: str, table: dict[str, OrgRef], first: dict[str, list[str]], last: dict[str, list[str]]
) -> OrgRef | None:
    """Whose short form a name without legal form is: "Harrow Pharma" of the one "Harrow Pharmaceutical Group Ltd.",
    "Harrow University" of the one "Trustees of Harrow University". `first` and `last` are the keys by these words.
    """
    found = {
        table[other]
        for other in last[key.split(" ")[-1]]
        if other.endswith(" " + key) and _GOVERNED.fullmatch(other[: -len(key)])
    }
    if not found and _TRADE_KEY.fullmatch(key):
        found = {
            table[other]
            for other in first[key.split(" ")[0]]
            if other not in (key, key.split(" ")[0]) and words(table[other].name)[-1] in LEGAL_FORMS
        }
    return found.pop() if len(found) == 1 else None


def _document_forms(
    text: DocumentText,
    names: list[Name],
    definitions: list[Definition],
    table: dict[str, OrgRef],
    filer: OrgRef,
    elsewhere: dict[str, tuple[OrgRef, str]],
) -> dict[str, tuple[OrgRef, str]]:
    """Every form that stands for somebody in one document; what it defines itself comes before all else."""
    forms: dict[str, tuple[OrgRef, str]] = {}
    for definition in definitions:
        org = table.get(definition.key) if definition.key else filer
        if org:
            for form in definition.forms:
                forms.setdefault(form, (org, "role" if definition.generic else "alias"))
                if not definition.generic and len(form) > 3 and form != form.upper():
                    forms.setdefault(form.upper(), (org, "alias"))
    for name in names:
        org = table[org_key(name.name)]
        forms.setdefault(name.name, (org, "name"))
        if len(name.name) > 6:
            forms.setdefault(name.name.upper(), (org, "name"))
    for form, value in elsewhere.items():
        forms.setdefault(form, value)
    contract = _is_contract(text)
    for form in _PRONOUNS if not contract else ():
        forms.setdefault(form, (filer, "pronoun"))
    for form in (*_OWN_ROLES, *_OWN_LOWER) if not contract or "Company" not in forms else ():
        forms.setdefault(form, (filer, "role"))
    return forms


def _short(table: dict[str, OrgRef], filer: OrgRef) -> dict[str, tuple[OrgRef, str]]:
    """Short forms and acronyms derived from full names; one that could stand for two others is dropped."""
    claimed: dict[str, set[OrgRef]] = {}
    for org in list(dict.fromkeys([*table.values()]))[:_MANY]:
        name = org.name.title() if org.name == org.name.upper() else org.name
        for form in short_forms(name):
            claimed.setdefault(form, set()).add(org)
    full = {o.name for o in table.values()}
    out: dict[str, tuple[OrgRef, str]] = {}
    for form, owners in claimed.items():
        if filer in owners:
            owners = {filer}
        if len(owners) == 1 and form not in full:
            org = next(iter(owners))
            out[form] = (org, "alias")
            if len(form) > 3:
                out.setdefault(form.upper(), (org, "alias"))
    return out


def _once(read: ReadFiling, found: list[list[Name]], table: dict[str, OrgRef]) -> dict[str, OrgRef]:
    """Short forms of names that somebody bore before: "Bluegill" of what was Bluegill Respiratory, Inc."""
    old = [former.name.title() for party in read.filing.parties for former in party.former_names]
    old += [name.name for names in found for name in names[:_MANY] if name.legal]
    out: dict[str, OrgRef] = {}
    for name in dict.fromkeys(old):
        org = table.get(org_key(_clean(name)))
        if org and org_key(org.name) != org_key(name):
            for form in short_forms(name):
                out.setdefault(form, org)
    return out


def read_context(read: ReadFiling) -> Context:
    """First pass over a filing: names, then definitions, then the forms each document knows."""
    party = read.filing.registrant
    filer = OrgRef(_clean((party and party.name) or ""), (party and party.cik) or None)
    known = _header_orgs(read)
    found = [find_names(text.text, text.layout) for text in read.texts]
    found = [
        names if _is_contract(text) else find_parties(text.text, text.layout, names)
        for text, names in zip(read.texts, found, strict=True)
    ]
    table = _canonical(found, known)
    defined = [
        find_definitions(text.text, names, filer, text.layout if _is_contract(text) else "")
        for text, names in zip(read.texts, found, strict=True)
    ]
    for text, names, definitions in zip(read.texts, found, defined, strict=True):
        for then, now in find_renamings(text.text, names, definitions, filer):
            if then not in known and now in table:
                table[then] = table[now]
    shared = _short(table, filer)
    for form, org in _once(read, found, table).items():
        shared.setdefault(form, (org, "alias"))
    for org in list(dict.fromkeys(table.values()))[:_MANY]:
        for letters in acronyms(org.name):
            if len(letters) >= 3 and org_kind(org.name) in (
                "university",
                "hospital",
                "institute",
                "agency",
                "foundation",
            ):
                shared.setdefault(letters, (org, "alias"))
    for definitions in defined:
        for definition in definitions:
            meant = table.get(definition.key) if definition.key else filer
            if meant and not definition.generic:
                for form in definition.forms:
                    shared[form] = (meant, "alias")
    memories = {}
    for text, names, definitions in zip(read.texts, found, defined, strict=True):
        forms = _document_forms(text, names, definitions, table, filer, shared)
        memories[text.sequence] = Memory(text, forms, [(n.start, table[org_key(n.name)]) for n in names], filer)
    return Context(read, filer, iso_of_stamp(read.filing.filed), memories)
