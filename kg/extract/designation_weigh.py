"""Designations that the rules read, and what sentences may say besides → those that stand, weighed by a model."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.extract.drug_triples import Cue, Triple, triples
from kg.extract.program_memory import Memory
from kg.extract.program_words import contained
from kg.extract.scan import cue
from kg.extract.scorer import margin
from kg.model import DesignationClaim

PROPOSE = 1.1
"""Margin from which a designation that no rule read is proposed."""
CLOSE = 0.8
"""Only the likeliest disease of a drug's status is proposed, and those within such a margin of it."""
DOUBT = -2.0
"""Margin below which a designation that a rule read is left out."""
_CUES = cue(
    r"\b(?:(?P<orphan_drug>[Oo]rphan)|(?P<fast_track>[Ff]ast[- ]?[Tt]rack(?:ed)?)|"
    r"(?P<breakthrough_therapy>[Bb]reakthrough(?! (?:pain|cancer|infection|bleeding|seizure|prescription|medicines?|"
    r"treatment|innovation|technolog|discover|science)))|"
    r"(?P<priority_review>[Pp]riority (?:[Rr]eview|track))|(?P<rmat>RMAT|[Rr]egenerative [Mm]edicine [Aa]dvanced)|"
    r"(?P<prime>PRIME|[Pp]riority [Mm]edicines)|(?P<rare_pediatric_disease>[Rr]are [Pp]a?ediatric)|"
    r"(?P<qidp>QIDP|[Qq]ualified [Ii]nfectious))(?![\w])"
)


def cues(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, list[Cue]]]:
    """The places that name a status, by the number of their sentence."""
    grouped: dict[int, list[Cue]] = defaultdict(list)
    for match in _CUES.finditer(text):
        number = bisect_right(spans, match.start(), key=lambda s: s[0]) - 1
        if number >= 0 and match.end() <= spans[number][1]:
            kind = str(match.lastgroup).replace("_", "-")
            grouped[number].append(Cue(match.start(), match.end(), kind))
    return sorted(grouped.items())


def looked_at(memory: Memory, read: Sequence[DesignationClaim]) -> Iterator[tuple[Triple, frozenset[str]]]:
    """Every triple of a document's statuses with its features, knowing what the rules read."""
    context, sequence = memory.mentions.context, memory.sequence
    if not memory.mentions.named.get(sequence):
        return
    for triple in triples(memory, cues(context.text(sequence), context.sentences(sequence))):
        mine = [c for c in read if (c.compound, c.kind) == (triple.drug.name, triple.cue.kind)]
        said = {f"rule:{'all' if _alike(c, triple) else 'other'}" for c in mine} or {"rule:none"}
        if any(c.kind == triple.cue.kind for c in read if c.compound != triple.drug.name):
            said.add("rule:other-drug")
        yield triple, triple.features | said


def _alike(claim: DesignationClaim, triple: Triple) -> bool:
    return claim.indication is not None and contained(claim.indication.name, triple.disease.ref.name)


def _of_another(memory: Memory, triple: Triple, read: Sequence[DesignationClaim]) -> bool:
    """Did a rule read the very status of a sentence as another drug's?"""
    context = memory.mentions.context
    span = context.sentences(memory.sequence)[triple.number]
    text = context.evidence(memory.sequence, *span)
    return any(c.kind == triple.cue.kind and c.compound != triple.drug.name and text in c.source.evidence for c in read)


def weighed(
    memory: Memory, read: Sequence[DesignationClaim]
) -> tuple[list[DesignationClaim], list[tuple[Triple, float]]]:
    """(what stands of what the rules read, what else is likely, each once with its margin)."""
    best: dict[tuple[str, str, str], tuple[Triple, float]] = {}
    for triple, said in looked_at(memory, read):
        key = (triple.drug.name, triple.cue.kind, triple.disease.ref.name.lower())
        likely = margin("designation", said)
        if key not in best or likely > best[key][1]:
            best[key] = (triple, likely)
    kept = []
    for claim in read:
        of_claim = [m for t, m in best.values() if (t.drug.name, t.cue.kind) == (claim.compound, claim.kind)
                    and _alike(claim, t)]  # fmt: skip
        if not of_claim or max(of_claim) >= DOUBT:
            kept.append(claim)
    told = {(c.compound, c.kind) for c in kept}
    most: dict[tuple[str, str], float] = defaultdict(lambda: PROPOSE)
    for (drug, kind, _), (_, likely) in best.items():
        most[drug, kind] = max(most[drug, kind], likely)
    more = [
        (t, m)
        for t, m in best.values()
        if (t.drug.name, t.cue.kind) not in told
        and m >= max(PROPOSE, most[t.drug.name, t.cue.kind] - CLOSE)
        and not _of_another(memory, t, kept)
    ]
    return kept, more
