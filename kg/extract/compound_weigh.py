"""Drug names by rules, and words that may be some → those that stand: doubtful ones leave, missed ones come."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from kg.extract.compound_candidates import Candidate, candidates, spaced
from kg.extract.compound_domain import Domain
from kg.extract.compound_features import features, of_document
from kg.extract.compound_lists import is_own_name
from kg.extract.compound_names import Cues
from kg.extract.compound_rules import SCORED_RULE, Found
from kg.extract.compound_stems import CATION
from kg.extract.document import Context
from kg.extract.indications import find
from kg.extract.late import late
from kg.extract.scorer import margin
from kg.model import DocumentText
from kg.names import compound_key

PROPOSE = 0.3
"""Margin from which a word that no rule took is a drug's name."""
DOUBT = -1.5
"""Margin below which a name that a rule found is none."""
MOST = 5
"""So many places of one form are looked at."""
MANY = 1500
"""A document with more candidates is a list of another kind."""


def suspects(text: str, cues: Cues) -> list[Candidate]:
    """Every candidate of a text, in order of place."""
    near = Domain(sorted(m.start() for group in ("domain", "medicine") for _, m in cues.get(group, ())))
    return sorted((*candidates(text, near), *spaced(text, near)))


_ANIONS = ("ate", "ite", "ide")
_CATION = late(rf"(?<![\w-]){CATION} \Z", re.I)


def whole(found: Iterable[Found], every: Iterable[Candidate], text: str = "") -> list[Found]:
    """The finds, a part of a name of two words ("dezaparvovec") being the whole of it."""
    long = {c.end: c for c in every if " " in c.form}
    starts = {c.start: c for c in long.values()}
    out = []
    for item in found:
        around = long.get(item.end) or starts.get(item.start)
        if around and around.start <= item.start and around.end >= item.end and around.form != item.form:
            item = replace(item, form=around.form, start=around.start, end=around.end)
        elif text and item.kind == "inn" and item.form.endswith(_ANIONS):
            salt = _CATION.search(text, max(0, item.start - 14), item.start)
            if salt:  # "sodium oxybate"
                item = replace(item, form=text[salt.start() : item.end], start=salt.start())
        out.append(item)
    return out


def looked_at(
    context: Context, text: DocumentText, found: Iterable[Found], every: Sequence[Candidate], firms: Sequence[str]
) -> dict[str, list[tuple[Candidate, set[str]]]]:
    """Each form that may be a drug's name with its places and their features."""
    passage = text.text
    places: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in every:
        places[compound_key(candidate.form)].append(candidate)
    if len(places) > MANY:
        return {}
    rules: dict[str, set[str]] = defaultdict(set)
    for item in found:
        key = compound_key(item.form)
        rules[key].add(f"rule={item.rule}")
        if key not in places:
            look = "code" if item.kind == "code" else "low" if item.form[0].islower() else "cap"
            places[key].append(Candidate(item.start, item.end, item.form, look))
    marks: dict[int, list[tuple[int, int, str]]] = {}
    seen: dict[str, list[tuple[Candidate, set[str]]]] = {}
    for key, all_here in places.items():
        own = (c for c in all_here if c.look == "code" or not _named(context, text.sequence, c))
        here = list(islice(own, MOST))
        if not here and key not in rules:
            continue
        of_rules = rules.get(key) or {"rule=none"}
        rows = []
        for candidate in here or all_here[:1]:
            span = context.sentence_at(text.sequence, candidate.start)
            if span[1] - span[0] > 4000:
                continue
            if span[0] not in marks:
                marks[span[0]] = _marks(context, text.sequence, passage, span)
            seen_here = features(passage, span, candidate, marks[span[0]], firms)
            if any(a < candidate.end and candidate.start < b for a, b, n in marks[span[0]] if n == "D"):
                seen_here.add("in-disease")
            rows.append((candidate, seen_here | of_rules | set(of_document(len(all_here), len(places) - 1))))
        if rows:
            seen[key] = rows
    return seen


def _named(context: Context, sequence: int, candidate: Candidate) -> bool:
    """Is the candidate part of the name of an organisation?"""
    inside = context.orgs_in(sequence, max(0, candidate.start - 60), candidate.end + 60)
    return any(m.start < candidate.end and candidate.start < m.end for m in inside)


def _marks(context: Context, sequence: int, text: str, span: tuple[int, int]) -> list[tuple[int, int, str]]:
    orgs = [(m.start, m.end, "P" if m.form in ("pronoun", "role") else "O") for m in context.orgs_in(sequence, *span)]
    diseases = [
        (d.start, d.end, "D")
        for d in find(text, *span)
        if not any(a < d.end and d.start < b for a, b, _ in orgs)
    ]
    return sorted((*orgs, *diseases))


def likely(seen: Mapping[str, Sequence[tuple[Candidate, set[str]]]]) -> dict[str, float]:
    """Each form's margin: between what its best place says and what its places say on the whole."""
    out = {}
    for key, rows in seen.items():
        margins = [margin("compound", said) for _, said in rows]
        out[key] = (max(margins) + sum(margins) / len(margins)) / 2
    return out


_CALLED = late(
    r"\b(?:(?:product |drug |development |clinical |vaccine )?candidate|investigational (?:drug|compound|agent)|"
    r"compound|drug),? "
    r"(?:called |named |known as |designated )?[“\"‘]?\Z"
)


def _is_called(text: str, item: Found) -> bool:
    """Does a code stand right after what it is: "its candidate PEGPH20"?"""
    return item.kind == "code" and _CALLED.search(text, max(0, item.start - 50), item.start) is not None


def weighed(
    context: Context, text: DocumentText, cues: Cues, found: Sequence[Found], firms: Sequence[str]
) -> Iterator[Found]:
    """The names of a document after weighing."""
    every = suspects(text.text, cues)
    known = {compound_key(item.form) for item in found}
    found = whole(found, every, text.text)
    seen = looked_at(context, text, found, every, firms)
    margins = likely(seen)
    for item in found:
        if margins.get(compound_key(item.form), 0.0) > DOUBT or is_own_name(item.form) or _is_called(text.text, item):
            yield item
    known |= {compound_key(item.form) for item in found}
    for key, rows in seen.items():
        if key not in known and margins[key] >= PROPOSE:
            first = rows[0][0]
            kind = "code" if first.look == "code" else "inn" if first.look == "low" else "brand"
            yield Found(first.form, kind, first.start, first.end, SCORED_RULE.name)
