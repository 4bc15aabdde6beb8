"""A filing's context → `Mentions`: where each drug and each disease is mentioned, with pronouns and aliases resolved.

Built once per filing by `read_mentions(context)`; every extractor that speaks of drugs or diseases asks it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import ahocorasick

from kg.extract.abbreviations import abbreviations_of
from kg.extract.compound_denials import says_otherwise
from kg.extract.compound_names import Found, Link, find_cues, find_names, is_medical, kind_of
from kg.extract.compound_pairs import same
from kg.extract.compound_rules import ALIAS_RULE, LIST_RULE
from kg.extract.compound_stems import RELEASE, SALT
from kg.extract.compound_weigh import weighed
from kg.extract.document import Context
from kg.extract.indications import disease_abbreviations, find
from kg.model import IndicationRef
from kg.names import compound_key


@dataclass(frozen=True, slots=True, order=True)
class CompoundMention:
    """Words at `[start, end)` that mean the drug `name` (canonical); `form`: "name", or "pronoun" when resolved."""

    start: int
    end: int
    name: str
    form: str = "name"


@dataclass(frozen=True, slots=True, order=True)
class DiseaseMention:
    """Words at `[start, end)` that name a disease, as an indication reference."""

    start: int
    end: int
    ref: IndicationRef = field(compare=False)


@dataclass(frozen=True, slots=True)
class Drug:
    """One drug of a filing: canonical name, every other form, which of them are codes, INN or brands, and where named.

    `seen` is (sequence, start, end, rule) of the first find; `links` those of the passages that equate its forms.
    """

    name: str
    aliases: tuple[str, ...]
    codes: tuple[str, ...]
    inn: str | None
    brands: tuple[str, ...]
    seen: tuple[int, int, int, str]
    links: tuple[tuple[int, int, int, str], ...] = ()


@dataclass(frozen=True)
class Mentions:
    """Every mention of drugs and diseases of one filing."""

    context: Context
    drugs: tuple[Drug, ...]
    named: Mapping[int, Sequence[CompoundMention]]
    """By document sequence, in order: mentions by name or alias."""
    forms: Mapping[str, str]
    """Comparison key of every form → canonical name."""
    diseases: dict[tuple[int, int], tuple[DiseaseMention, ...]] = field(default_factory=dict, repr=False)
    shortened: dict[int, dict[str, str]] = field(default_factory=dict, repr=False)
    starts: dict[int, list[int]] = field(default_factory=dict, repr=False)
    """By document sequence: where the drugs are named, for bisection."""

    def canonical(self, form: str) -> str | None:
        """The canonical name of the drug that `form` means, None when it means none."""
        return self.forms.get(compound_key(form))

    def compounds_in(self, sequence: int, start: int, end: int) -> tuple[CompoundMention, ...]:
        """Drugs named inside `[start, end)`, in order."""
        starts = self._starts(sequence)
        low, high = bisect_left(starts, start), bisect_left(starts, end)
        return tuple([m for m in self.named[sequence][low:high] if m.end <= end]) if low < high else ()

    def _starts(self, sequence: int) -> list[int]:
        if sequence not in self.starts:
            self.starts[sequence] = [m.start for m in self.named.get(sequence, ())]
        return self.starts[sequence]

    def last_before(self, sequence: int, position: int, floor: int = 0) -> CompoundMention | None:
        """The last drug named before `position` and not before `floor`."""
        found = self.named.get(sequence, ())
        index = bisect_left(self._starts(sequence), position)
        return found[index - 1] if index and found[index - 1].start >= floor else None

    def resolved_in(self, sequence: int, start: int, end: int) -> tuple[CompoundMention, ...]:
        """Like `compounds_in`, with "it", "the compound", "our lead candidate" resolved to the last salient drug."""
        named = self.compounds_in(sequence, start, end)
        text = self.context.text(sequence)
        out = list(named)
        for match in _COREFERENCE.finditer(text, start, end):
            if any(m.start < match.end() + 4 and match.start() < m.end for m in named):
                continue  # the name itself, or a name in apposition: "the typhoid vaccine, Typhalin"
            before = [m for m in out if m.end <= match.start()]
            if match["pronoun"] and not _PRONOUN_OF_DRUG.match(text, match.end()):
                continue
            last = max(before) if before else self.salient(sequence, match.start(), bool(match["pronoun"]))
            if last is not None:
                out.append(CompoundMention(match.start(), match.end(), last.name, "pronoun"))
        return tuple(sorted(out))

    def salient(self, sequence: int, position: int, near: bool = False) -> CompoundMention | None:
        """The drug spoken of last before `position`: in the sentence before it, else (unless `near`) in four before."""
        first, _ = self.context.sentence_at(sequence, position)
        spans = self.context.sentences(sequence)
        index = bisect_right(spans, first, key=lambda s: s[0]) - 1
        for back in range(1, 2 if near else 5):
            if index - back < 0:
                break
            begin, stop = spans[index - back]
            inside = self.compounds_in(sequence, begin, stop)
            if inside:
                names = {m.name for m in inside}
                return inside[0] if len(names) > 1 else inside[-1]
        return None

    def indications_in(self, sequence: int, start: int, end: int) -> tuple[DiseaseMention, ...]:
        """Diseases named inside `[start, end)`, in order; sought when first asked for."""
        spans = self.context.sentences(sequence)
        out: list[DiseaseMention] = []
        index = max(0, bisect_right(spans, start, key=lambda s: s[0]) - 1)
        while index < len(spans) and spans[index][0] < end:
            begin, stop = spans[index]
            out += [m for m in self._diseases(sequence, begin, stop) if m.start >= start and m.end <= end]
            index += 1
        return tuple(out)

    def _diseases(self, sequence: int, start: int, end: int) -> tuple[DiseaseMention, ...]:
        key = (sequence, start)
        if key not in self.diseases:
            text = self.context.text(sequence)
            if sequence not in self.shortened:
                self.shortened[sequence] = disease_abbreviations(text)
            found = find(text, start, end, self.shortened[sequence])
            drugs = self.compounds_in(sequence, start, end)
            kept: list[DiseaseMention] = []
            for m in found:
                if any(d.start < m.end and m.start < d.end for d in drugs):
                    continue
                if kept and _SAID_AGAIN.fullmatch(text, kept[-1].end, m.start):
                    continue  # "small cell lung cancer (SCLC)", "gout, a disease of the joints"
                kept.append(DiseaseMention(m.start, m.end, IndicationRef(m.name, m.ids)))
            self.diseases[key] = tuple(kept)
        return self.diseases[key]


_SAID_AGAIN = re.compile(r" \([“\"]?|, an? (?:[a-z-]+ ){0,3}")
_COREFERENCE = re.compile(
    r"\b(?:(?P<pronoun>[Ii]t|[Ii]ts)|"
    r"(?:[Tt]he|[Tt]his|[Tt]hat|[Oo]ur|[Ss]uch|[Ii]ts) (?:\w+ )?(?P<noun>compound|drug candidate|drug|product "
    r"candidate|candidate|molecule|medicine|antibody|"
    r"vaccine|peptide|protein|enzyme|therapy|agent|product|program|programme|treatment))\b(?! (?:candidates|product|"
    r"development|delivery|discovery|line|pipeline|label|that|which|of a))"
)
_PRONOUN_OF_DRUG = re.compile(
    r" (?:is (?:also |now |currently |intended|being|in |under|designed|given|sold|marketed|approved|an? |the )|has "
    r"(?:been|also|completed|received|shown|orphan|fast)|"
    r"was (?:granted|designated|approved|tested|developed|shown|discovered|in )|will (?:enter|be tested)|entered|"
    r"completed|received|met|failed|remains|showed|are|were|had been|enjoys|development|phase|first|lead)",
    re.I,
)


# ── from finds and links to drugs ───────────────────────────────────────────────────────────────────────────────────

_SALTED = re.compile(rf"^(.+?) (?:{SALT}|{RELEASE})(?: .*)?$")
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


_NAME_OF = re.compile(r"\bunder the (?:brand |trade |proprietary |commercial )?names? (?:of )?[“\"‘']?$")


def _place(context: Context, item: Found | Link, sequence: int) -> tuple[int, int, int, str]:
    return sequence, item.start, item.end, item.rule


_MAKERS = frozenset({"2833", "2834", "2835", "2836", "8731", "5122", "8733", "8071"})  # SIC codes
_MAKER_NAME = re.compile(
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
    inns = sorted(kinds["inn"], key=lambda f: (" " in f, f))
    return Drug(
        shown(best),
        tuple(shown(k) for k in order[1:]),
        tuple(kinds["code"]),
        inns[0] if inns else None,
        tuple(kinds["brand"]),
        where,
        tuple(links),
    )
