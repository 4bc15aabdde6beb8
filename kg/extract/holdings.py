"""Sentences that say who owns a patent together, or who holds shares of whom → claims. Ownership must be stated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kg.extract.document import Context
from kg.extract.late import late
from kg.extract.mentions import Mentions
from kg.extract.org_memory import OrgMention
from kg.model import Claim, DocumentText, EquityStakeClaim, Evidence, PatentOwnershipClaim, Source

_JOINT = late(r"(?:[Jj]oint(?:ly)?[- ]|[Cc]o-?)own(?:er|ers|ed|s)?\b")
# Words without which nothing is found; plain search is a hundred times as fast as an alternation.
_JOINT_WORDS = ("oint own", "oint-own", "ointly own", "ointly-own", "o-own", "coown")
_HELD_WORDS = ("shareholder", "stockholder", "investor in", "% of", " percent of")
_STATED = late(r"\b(?:one of|among|(?:is|was|remains) the)\b|investor in\b|\d(?:%| percent) of\b")
_UNSURE = late(r"\b(?:may|could|might|would|will|if|not)\b")
_PATENT = late(r"\b(?:patents?|provisional application)\b", re.I)
_SCOPE = (
    ("method-of-use", late(r"\bMOU\b|\bmethods?[- ]of[- ]use\b|\bmethods? of treat", re.I)),
    ("composition-of-matter", late(r"\bcompositions?[- ]of[- ]matter\b", re.I)),
    ("formulation", late(r"\bformulations?\b", re.I)),
)
_LARGEST = late(
    r"^,? (?:is|are|was|remains|has been)(?: currently| also| now)? (?P<rank>one of (?:the )?|among (?:the )?|the )?$"
)
_HOLDER = late(
    r"(?:['’]s?)? (?:five |ten |two |three )?(?P<largest>largest |principal |major )?(?:share|stock)holders?\b"
)
_INVESTOR = late(
    r"^,? (?:is|was|has been|remains)(?:,? and continues to be,?| also| currently)? an? "
    r"(?:equity |early |strategic )?investor in (?:the )?$"
)
_PERCENT = late(
    r"\b(?:owns?|holds?|beneficially owns?)(?: (?:approximately|about|some))? "
    r"(?P<share>\d{1,2}(?:\.\d{1,3})?)(?:%| percent) of (?:the |all )?(?:issued and )?(?:outstanding )?"
    r"(?:capital stock|common stock|shares|equity|voting securities|stock)?"
    r"(?: (?:issued and )?outstanding)?(?: of)? ?(?:the )?$"
)


def holdings(context: Context, mentions: Mentions) -> Iterator[Claim]:
    """Joint ownership of patents and stakes between organisations; passages that say the same are put together."""
    stakes: dict[tuple[str, str], EquityStakeClaim] = {}
    for text in context.read.texts:
        for start, end in _sentences(context, text, _JOINT_WORDS):
            yield from _patent(context, mentions, text, start, end)
        for start, end in _sentences(context, text, _HELD_WORDS):
            for claim in _stakes(context, text, start, end):
                key = (claim.owner.name, claim.held.name)
                stakes[key] = _merged(stakes[key], claim) if key in stakes else claim
    yield from stakes.values()


def _sentences(context: Context, text: DocumentText, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Sentences that hold one of `words`, each once and in order, none longer than a paragraph."""
    spans = set()
    for word in words:
        at = text.text.find(word)
        while at >= 0:
            start, end = context.sentence_at(text.sequence, at)
            if end - start < 1500:
                spans.add((start, end))
            at = text.text.find(word, max(end, at + 1))
    yield from sorted(spans)


def _merged(one: EquityStakeClaim, other: EquityStakeClaim) -> EquityStakeClaim:
    evidence: tuple[Evidence, ...] = tuple(dict.fromkeys(one.source.evidence + other.source.evidence))
    return EquityStakeClaim(
        one.owner,
        one.held,
        Source(one.source.rule, max(one.source.confidence, other.source.confidence), evidence),
        one.rank if one.rank not in (None, "investor") else other.rank or one.rank,
        one.percent if one.percent is not None else other.percent,
    )


def _patent(
    context: Context, mentions: Mentions, text: DocumentText, start: int, end: int
) -> Iterator[PatentOwnershipClaim]:
    """ "A has been a joint owner, with B, of the MOU patent filing for X for the treatment of D"."""
    joint = _JOINT.search(text.text, start, end)
    if not joint or _UNSURE.search(text.text, start, end):
        return
    patent = _PATENT.search(text.text, max(start, joint.start() - 120), min(end, joint.end() + 120))
    orgs = list(dict.fromkeys(m.org for m in context.orgs_in(text.sequence, start, min(end, joint.end() + 160))))
    drugs = mentions.compounds_in(text.sequence, start, end)
    if not patent or len(orgs) != 2 or len({d.name for d in drugs}) != 1:
        return
    diseases = mentions.indications_in(text.sequence, start, end)
    disease = diseases[0].ref if len({d.ref.name for d in diseases}) == 1 else None
    scope = next((code for code, word in _SCOPE if word.search(text.text, start, end)), None)
    subject = drugs[0].name + (f" for {disease.name}" if disease else "")
    source = Source("joint-owner_1", 0.95, (context.evidence(text.sequence, start, end),))
    yield PatentOwnershipClaim(tuple(orgs), subject, source, drugs[0].name, disease, scope)


def _stakes(context: Context, text: DocumentText, start: int, end: int) -> Iterator[EquityStakeClaim]:
    """Pairs of neighbouring organisations whose words between state a stake of the first in the second."""
    if not _STATED.search(text.text, start, end):  # cheap, and true of one sentence in twenty
        return
    orgs = context.orgs_in(text.sequence, start, end)
    for owner, held in pairwise(orgs):
        if owner.org == held.org:
            continue
        between = text.text[owner.end : held.start]
        said = _stake(text.text, between, held, end)
        if said:
            rank, percent, stop = said
            source = Source("investor_1", 0.95, (context.evidence(text.sequence, owner.start, stop),))
            yield EquityStakeClaim(owner.org, held.org, source, rank, percent)


def _stake(text: str, between: str, held: OrgMention, end: int) -> tuple[str | None, Decimal | None, int] | None:
    """(rank, percent, end of the passage) when the words between two organisations and after state a stake."""
    if _INVESTOR.match(between):
        return "investor", None, held.end
    largest, holder = _LARGEST.match(between), _HOLDER.match(text, held.end, end)
    if largest and holder:
        rank = (largest["rank"] or "").strip()
        if holder["largest"] and rank.startswith(("one of", "among")):
            return "among-largest-shareholders", None, holder.end()
        if holder["largest"] == "largest " and rank == "the":
            return "largest-shareholder", None, holder.end()
        return "shareholder", None, holder.end()
    share = _PERCENT.search(between)
    if share and len(between) < 140 and ("stock" in share[0] or "shares" in share[0] or "equity" in share[0]):
        return None, Decimal(share["share"]), held.end
    return None
