"""Where each drug and each disease of a filing is mentioned, with pronouns and aliases resolved: `Mentions`.

A place in a document → the drugs and diseases there. Every extractor that speaks of them asks it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.extract.document import Context
from kg.extract.indications import disease_abbreviations, find
from kg.extract.late import late
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

    def _abbreviations(self, sequence: int) -> dict[str, str]:
        """Those a document defines and, where it says nothing of them, those of the filing's other documents."""
        if not self.shortened:
            for number, memory in self.context.memories.items():
                self.shortened[number] = disease_abbreviations(memory.text.text)
            everywhere: dict[str, str] = {}
            for known in self.shortened.values():
                everywhere = {**known, **everywhere}
            for number, known in self.shortened.items():
                self.shortened[number] = {**everywhere, **known}
        return self.shortened.get(sequence, {})

    def _diseases(self, sequence: int, start: int, end: int) -> tuple[DiseaseMention, ...]:
        key = (sequence, start)
        if key not in self.diseases:
            text = self.context.text(sequence)
            found = find(text, start, end, self._abbreviations(sequence))
            drugs = self.compounds_in(sequence, start, end)
            firms = [o for o in self.context.orgs_in(sequence, start, end) if o.form == "name"] if found else []
            kept: list[DiseaseMention] = []
            for m in found:
                if any(o.start < m.start and m.end <= o.end for o in firms):
                    continue  # "the National Institute of Allergy and Infectious Diseases"
                if any(d.start < m.end and m.start < d.end and text[d.start - 4 : d.start] != " to " for d in drugs):
                    continue  # but "gout refractory to allopurinol"
                if kept and _SAID_AGAIN.fullmatch(text, kept[-1].end, m.start):
                    continue  # "small cell lung cancer (SCLC)", "gout, a disease of the joints"
                kept.append(DiseaseMention(m.start, m.end, IndicationRef(m.name, m.ids)))
            self.diseases[key] = tuple(kept)
        return self.diseases[key]


_SAID_AGAIN = late(r" \([“\"]?|, an? (?:[a-z-]+ ){0,3}")
_COREFERENCE = late(
    r"\b(?:(?P<pronoun>[Ii]t|[Ii]ts)|"
    r"(?:[Tt]he|[Tt]his|[Tt]hat|[Oo]ur|[Ss]uch|[Ii]ts) (?:\w+ )?(?P<noun>compound|drug candidate|drug|product "
    r"candidate|candidate|molecule|medicine|antibody|"
    r"vaccine|peptide|protein|enzyme|therapy|agent|product|program|programme|treatment))\b(?! (?:candidates|product|"
    r"development|delivery|discovery|line|pipeline|label|that|which|of a))"
)
_PRONOUN_OF_DRUG = late(
    r" (?:is (?:also |now |currently |intended|being|in |under|designed|given|sold|marketed|approved|an? |the )|has "
    r"(?:been|also|completed|received|shown|orphan|fast)|"
    r"was (?:granted|designated|approved|tested|developed|shown|discovered|in )|will (?:enter|be tested)|entered|"
    r"completed|received|met|failed|remains|showed|are|were|had been|enjoys|development|phase|first|lead)",
    re.I,
)
