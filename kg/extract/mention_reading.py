"""A filing's context → `Mentions`: drugs' names are found, those of one drug joined, all their places looked up."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import ahocorasick

from kg.extract.abbreviations import abbreviations_of
from kg.extract.compound_denials import says_otherwise
from kg.extract.compound_names import Found, Link, find_cues, find_names, is_medical, kind_of
from kg.extract.compound_pairs import same
from kg.extract.compound_rules import ALIAS_RULE, LIST_RULE
from kg.extract.compound_stems import RELEASE, SALT
from kg.extract.compound_weigh import weighed
from kg.extract.document import Context
from kg.extract.late import late
from kg.extract.mentions import CompoundMention, Drug, Mentions
from kg.names import compound_key

_SALTED = late(rf"^(.+?) (?:{SALT}|{RELEASE})(?: .*)?$")
_HYPHENS = str.maketrans("‐‑–", "---")


class _Groups:
    """Union-find over comparison keys."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}

    def find(self, key: str) -> str:
        self.parent.setdefault(key, key)
        while self.parent[key] != key:
            self.parent[key] = self.parent[self.parent[key]]
            key = self.parent[key]
        return key

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self.parent[second] = first


def _bare(form: str) -> str:
    """The form without its salt: "delorphan hydrochloride" → "delorphan"."""
    match = _SALTED.match(form)
    return match[1] if match else form


def _variants(form: str, kind: str) -> Iterator[str]:
    """Spellings by which `form` is sought in the text."""
    plain = form.translate(_HYPHENS)
    if kind == "code":
        parts = re.split(r"[- ]", plain)
        if len(parts) == 1:
            cut = re.match(r"([A-Za-z]+)(\d.*)$", plain)
            if cut and len(cut[1]) >= 2:
                parts = [cut[1], cut[2]]
        yield plain
        for joint in ("-", " ", "‑", "–", "‐", ""):
            yield joint.join(parts)
        return
    yield form
    if kind == "inn":
        yield form.lower()
        yield form[0].upper() + form[1:].lower()
        yield form.title()
    elif form.isupper() and form.isalpha() and len(form) > 4:
        yield form.capitalize()
    yield form.upper()


def _automaton(forms: Mapping[str, tuple[str, str]]) -> ahocorasick.Automaton:
    made = ahocorasick.Automaton()
    for key, (form, kind) in forms.items():
        for variant in _variants(form, kind):
            if len(variant) >= 3:
                made.add_word(variant, (len(variant), key))
    made.make_automaton()
    return made


def _edges(text: str, start: int, end: int) -> bool:
    """Does a name stand at `[start, end)` as a word of its own?"""
    if start and (text[start - 1].isalnum() or (text[start - 1] in "-‑_" and start > 1 and text[start - 2].isalnum())):
        return False
    if end < len(text) and text[end].isalnum():
        return False
    return not (
        (end + 1 < len(text) and text[end] in "-‑" and text[end + 1].isdigit()) or text[end : end + 2] in (".0", ".1")
    )


def _occurrences(text: str, automaton: ahocorasick.Automaton) -> list[tuple[int, int, str]]:
    """(start, end, key) of every form, longest first where they overlap."""
    hits = sorted(
        ((last - length + 1, last + 1, key) for last, (length, key) in automaton.iter(text)),
        key=lambda h: (h[0], -h[1]),
    )
    out: list[tuple[int, int, str]] = []
    for start, end, key in hits:
        if (out and start < out[-1][1]) or not _edges(text, start, end):
            continue
        if text[start:end].isupper() and text[start:end].isalpha() and len(text[start:end]) < 5:
            continue
        out.append((start, end, key))
    return out


_THE_PRODUCT = late(r"\b(?:the|this) (?:product|drug|compound)\b|\b(?:markets|sells|market|sell|launched) it\b")
_NAME_OF = late(r"\bunder the (?:brand |trade |proprietary |commercial )?names? (?:of )?[“\"‘']?$")


def _place(context: Context, item: Found | Link, sequence: int) -> tuple[int, int, int, str]:
    return sequence, item.start, item.end, item.rule


_MAKERS = frozenset({"2833", "2834", "2835", "2836", "8731", "5122", "8733", "8071"})  # SIC codes
_MAKER_NAME = late(
    r"(?i)pharm|therap|bio|medic|vaccin|gen(?:e|o|etic)|onco|immun|neuro|derm|cardi|arznei|labora|peptid|antibod|"
    r"cell|rna\b|cure|health|drug|life ?scien|hepat|renal|inhal|opht|vision"
)


def _makes_medicines(context: Context) -> bool:
    """Is a company of the header in the business by its SIC code or its name?"""
    parties = context.read.filing.parties
    return any(p.sic in _MAKERS for p in parties) or any(_MAKER_NAME.search(p.name or "") for p in parties)


def _is_firm(context: Context, form: str) -> bool:
    """Does a capitalised name stand for an organisation of the filing, or begin the name of one?"""
    if context.org_named(form) is not None:
        return True
    first = form.lower()
    return any(
        org.name.lower().split(" ")[0].strip(",.") == first
        for memory in context.memories.values()
        for _, org in memory.names
    )


def read_mentions(context: Context) -> Mentions:
    """Finds the drugs of a filing and every place where they are mentioned."""
    names: dict[str, tuple[str, str]] = {}
    first: dict[str, tuple[int, int, int, str]] = {}
    groups = _Groups()
    linked: dict[str, list[tuple[int, int, int, str]]] = defaultdict(list)
    brands: list[tuple[int, Found]] = []

    def learn(form: str, kind: str, place: tuple[int, int, int, str]) -> str:
        key = compound_key(form)
        if key not in names:
            names[key] = (form.translate(_HYPHENS), kind)
        first.setdefault(key, place)
        bare = compound_key(_bare(form))
        if bare != key:
            names.setdefault(bare, (_bare(form), kind))
            first.setdefault(bare, place)
            groups.join(key, bare)
        return key

    maker = _makes_medicines(context)
    if not is_medical((text.text for text in context.read.texts), maker):
        return Mentions(context, (), {}, {})
    firms = [party.name for party in context.read.filing.parties if party.name]
    for text in context.read.texts:
        cues = find_cues(text.text)
        by_rules, links = find_names(text.text, text.layout, cues, firms)
        found = tuple(weighed(context, text, cues, by_rules, firms))
        short = abbreviations_of(text.text) if found else {}
        for item in found:
            if says_otherwise(text.text, item.form, item.kind, short) or (item.rule == LIST_RULE.name and not maker):
                continue
            spelled_out = item.kind != "code" or not any(c.isdigit() for c in item.form)
            if spelled_out and item.form[0].isupper() and _is_firm(context, item.form):
                continue
            learn(item.form, item.kind, _place(context, item, text.sequence))
            if item.kind == "brand":
                brands.append((text.sequence, item))
        for link in links:
            if any(says_otherwise(text.text, form, kind_of(form) or "inn", short) for form in (link.one, link.other)):
                continue
            if any(form[0].isupper() and form.isalpha() and _is_firm(context, form) for form in (link.one, link.other)):
                continue
            place = _place(context, link, text.sequence)
            keys = [learn(form, kind_of(form) or "inn", place) for form in (link.one, link.other)]
            groups.join(*keys)
            linked[keys[0]].append(place)
    if not names:
        return Mentions(context, (), {}, {})

    automaton = _automaton(names)
    counts: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[int, list[tuple[int, int, str]]] = {}
    for text in context.read.texts:
        places[text.sequence] = _occurrences(text.text, automaton)
        for start, end, key in places[text.sequence]:
            counts[key] += 1
            spelled[key][text.text[start:end].translate(_HYPHENS)] += 1
    _join_brands(context, brands, places, groups, linked)
    kinds = {key: kind for key, (_, kind) in names.items()}
    for text in context.read.texts:
        for one, other, start, end in same(text.text, places[text.sequence], kinds):
            if groups.find(one) != groups.find(other):
                groups.join(one, other)
                linked[one].append((text.sequence, start, end, ALIAS_RULE.name))

    members: dict[str, list[str]] = defaultdict(list)
    for key in names:
        members[groups.find(key)].append(key)
    drugs = [_drug(keys, names, counts, spelled, first, linked) for keys in members.values()]
    drugs.sort(key=lambda d: d.seen[:2])
    canonical = {
        key: drug.name
        for drug, keys in ((d, members[groups.find(compound_key(d.name))]) for d in drugs)
        for key in keys
    }
    named = {
        sequence: tuple(CompoundMention(start, end, canonical[key]) for start, end, key in found)
        for sequence, found in places.items()
    }
    return Mentions(context, tuple(drugs), named, canonical)


def _join_brands(
    context: Context,
    brands: Iterable[tuple[int, Found]],
    places: Mapping[int, list[tuple[int, int, str]]],
    groups: _Groups,
    linked: Mapping[str, list[tuple[int, int, int, str]]],
) -> None:
    """ "CL-412 … we sell … under the name Itchara": the brand belongs to the one other drug of its sentence."""
    for sequence, brand in brands:
        text = context.text(sequence)
        if not _NAME_OF.search(text[max(0, brand.start - 50) : brand.start]):
            continue
        start, end = context.sentence_at(sequence, brand.start)
        key = compound_key(brand.form)
        others = {groups.find(k) for s, e, k in places[sequence] if start <= s < end and k != key}
        if len(others) > 1:
            last = [k for s, e, k in places[sequence] if start <= s < brand.start and k != key]
            others = {groups.find(last[-1])} if last else set()
        if not others and _THE_PRODUCT.search(text, start, brand.start):
            before = [k for s, _, k in places[sequence] if start - 400 < s < start and k != key]
            others = {groups.find(before[-1])} if before else set()
        if len(others) == 1:
            groups.join(key, others.pop())
            linked[key].append((sequence, start, end, brand.rule))


def _drug(
    keys: Sequence[str],
    names: Mapping[str, tuple[str, str]],
    counts: Counter[str],
    spelled: Mapping[str, Counter[str]],
    first: Mapping[str, tuple[int, int, int, str]],
    linked: Mapping[str, list[tuple[int, int, int, str]]],
) -> Drug:
    """The drug of a group of names; it is called by the form used most, the earlier one on a tie."""

    def shown(key: str) -> str:
        form, kind = names[key]
        if kind == "inn":
            lower = [s for s in spelled[key] if s[0].islower()]
            return max(lower, key=lambda s: (spelled[key][s], s)) if lower else form
        spellings = [s for s in spelled[key] if kind == "code" or not s.isupper() or s == form] or [form]
        return max(spellings, key=lambda s: (spelled[key][s], s == form, s))

    order = sorted(keys, key=lambda k: (-counts[k], first[k][:2], k))
    best = order[0]
    kinds: dict[str, list[str]] = defaultdict(list)
    for key in order:
        kinds[names[key][1]].append(shown(key))
    where = min((first[k] for k in keys), key=lambda p: p[:3])
    links = sorted({place for k in keys for place in linked.get(k, ())})
    inns = sorted(kinds["inn"], key=lambda f: (f[0].isupper(), " " in f, f))
    if inns and inns[0][0].islower():  # "Velstat (tovastatin)": the capitalised one is a brand, whatever it ends in
        kinds["brand"] += [form for form in inns if form[0].isupper() and " " not in form]
    return Drug(
        shown(best),
        tuple(shown(k) for k in order[1:]),
        tuple(kinds["code"]),
        inns[0] if inns else None,
        tuple(kinds["brand"]),
        where,
        tuple(links),
    )
