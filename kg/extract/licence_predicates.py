"""Predicates of licensing that are data: each verb or noun with the roles of its slots, read in every voice it has.

`predicate_events(sentence)` → events. A predicate is one line: what it is called, its forms, and who gives (G) and who
gets (R) in its slots: the subject, the person it is done to, "to", "from", "by", "of". The reader finds the slots once
for all of them: active, passive, participle, after "agreed to", with an aside between verb and object.
"""

# ruff: noqa: E501 — one predicate, one line

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.gates import Family
from kg.extract.late import late
from kg.extract.licence_event import ADVERB, Event, clause_of, kind_of, named_in, pattern
from kg.extract.licence_sentence import DRUG, ORGS, Sentence
from kg.model import OrgRef

_THING = r"(?:sub-?)?licen[cs]es?\b|\brights?\b|\boption\b|\btitle\b|\binterests?\b|\bpatents?\b|\bownership\b|\bposition\b"
_RIGHT = pattern(rf"{_THING}|{DRUG}", re.I)
_ASIDE = r"(?:,? (?:on|in|as of|effective|since|for|against|throughout|by|under|upon|with|at) [^,;\ue000-\ue7ff]{2,70},|,? {0}|, [^,;\ue000-\ue7ff]{2,40},)*".replace("{0}", ADVERB)
_PERSON = rf"(?:the |its (?:\w+ )?(?:affiliate|subsidiary|partner),? )?(?P<X>{ORGS})(?<!\uf8fe)(?! ?['’])"
_BE = r"(?:is|are|was|were|be|been|being|has been|have been|had been|will be|shall be|stands|remains?)"


@dataclass(frozen=True, slots=True)
class Predicate:
    """`roles` gives G or R to the slots `s` (subject), `o` (the person), `t` (to), `f` (from), `b` (by), `w` (with)."""

    rule: str
    active: str
    participle: str
    roles: str
    status: str | None = None
    object: str = _THING


PREDICATES: tuple[Predicate, ...] = (
    Predicate("license-ceded", r"(?:made|makes?) (?:the|its|his|her|their|this|that|all|every|such) [^,;\ue000-\ue7ff]{2,60}? over(?= to\b)|ced(?:es?|ed|ing)|convey(?:s|ed|ing)?|ma[dk]es? over|parts? with|parted with|assur(?:es?|ed)|secur(?:es|ed) to|se(?:ts?) over|ma[dk]es? available|extend(?:s|ed)?|g(?:ives?|ave) leave|plac(?:es|ed)|pass(?:es|ed) on|contribut(?:es?|ed)|vest(?:s|ed)?|turn(?:s|ed) over|entrust(?:s|ed)?|commit(?:s|ted)|deliver(?:s|ed) up|affords?|afforded|accord(?:s|ed)?", r"ceded|conveyed|made over|assured|made available|extended|contributed|vested|entrusted|placed|turned over|committed|accorded|afforded", "sG oR tR bG wR"),
    Predicate("license-relinquished", r"relinquish(?:es|ed)?|surrender(?:s|ed)?|renounc(?:es?|ed)|hand(?:s|ed) back|g(?:ives?|ave|iving) up|yield(?:s|ed) up|forgo(?:es)?|forwent|disclaim(?:s|ed)", r"relinquished|surrendered|renounced|handed back|given up", "sR tG bR", "terminated"),
    Predicate("license-taken", r"tak(?:es?|ing)|took|sources?|sourced|pick(?:s|ed) up|buys?|bought|acquir(?:es?|ed)|win(?:s)?|won|lands?|landed|lift(?:s|ed)|snap(?:s|ped) up|obtain(?:s|ed)?|secur(?:es?|ed)|h(?:olds?|eld)|enjoys?|enjoyed", r"obtained|acquired|taken|bought|sourced|picked up|secured", "sR fG bR"),
    Predicate("license-reverted", r"revert(?:s|ed)?|c(?:omes?|ame) (?:back|home)|fall(?:s)? back|fell back|g(?:oes|o) back|went back|return(?:s|ed)?", r"reverted|returned", "tG fR", "terminated"),
)  # fmt: skip

_MODAL = late(r"\b(?:may|might|could|can|would|if|not|never|no|neither|unless|cannot|seeks?|sought|declined|wish\w*|hoped?|intends?|plans?|offered|discussed|should|whether|until)\b[^;,]{0,45}$")
_NOT_RIGHT = late(r"\b(?:supply|supplies|software|trade-?marks?|premises|office|lease|loan|shares? of|common stock|first (?:refusal|negotiation|offer)|material transfer|notes?|lender|inventory|equipment|employ\w+|goodwill|insurance)\b", re.I)
_SLOTS = {
    "o": pattern(rf"^{_ASIDE} {_PERSON}"),
    "t": pattern(rf" (?:back )?(?:to|upon|unto|in) {_PERSON}"),
    "f": pattern(rf" from (?:the (?:bankruptcy )?estate of )?{_PERSON}"),
    "b": pattern(rf" by {_PERSON}"),
    "w": pattern(rf" with {_PERSON}"),
}
_NEXT_CLAUSE = pattern(rf"[;:]|,? (?:and|but|while|whereas|so that|as) {ORGS}(?<!\uf8fe)(?!['’]) (?:\w+ly )?(?:\w+ed|has|had|have|is|was|will|may|shall|pays?)\b|, (?:for )?(?:which|who|whom|whose)\b")
_FRONTED = pattern(rf"(?:^|[,;:] ?)(?:[Tt]o|[Ff]rom) (?:the (?:same )?(?:bankruptcy )?(?:estate of )?)?(?P<X>{ORGS})(?!['’]|\uf8fe)[^;:]{{0,80}}$")
_RELATIVE = pattern(rf"(?P<X>{ORGS}),? (?P<w>to|from) (?:which|whom) (?P<s>{ORGS})(?:,? {ADVERB})* $")
_SUBJECT_ORG = pattern(rf"(?P<X>{ORGS})(?<!\uf8fe)(?!['’])(?:,? {ADVERB}|,? (?:on|in|as of|since|effective) [^,;\ue000-\ue7ff]{{3,40}},?|,? in turn,?|, in (?:return|exchange|consideration) [^,;\ue000-\ue7ff]{{3,50}},)* *$")
_GOVERNED = late(r"(?:\b(?:from|of|with|by|to|under|for|between|among|against|than|in|via|through|upon|into|toward|about|notified|told|informed)|[a-z]ed) +(?:the +|its +|our +|both +)?$")
_PRONOUN = pattern(rf"(?:^|[,;:] |\b(?:and|but|that|which|by the first,|agreement|it) )(?:[Ii]t|[Tt]hey|[Tt]hat company|[Tt]he partnership|[Ss]he|[Hh]e)(?:,? {ADVERB})* *$")
_BE_BEFORE = pattern(rf"\b{_BE}(?:,? {ADVERB})* *$")
_TO_BEFORE = late(r"\b(?:to|and|or|,) +$")
_WILLING = late(r"(?:agree[sd]?|elect(?:s|ed)?|is|are|was|undert(?:akes|ook)|decided|intention|bound|obliged|notice) +to +$")
_RIGHTS_BEFORE = late(r"\brights?\b|licen[cs]e\b|\btitle\b|\bownership\b|\binterest\b", re.I)
_OWNED = late(r"\b(?:right, title|title\b|entire (?:right|interest)|[Aa]ll (?:of )?(?:its|his|her|their|the|such)? ?(?:patents|rights|interest)|[Aa]ll (?:that|which) (?:[Hh]e|she|it|they|[\ue000-\ue7ff]\uf8ff*\uf8fe?) (?:owned|owns|had|held|possessed)|ownership|outright|(?:its|his|her|their|the) (?:half|share|patents?) )", re.I)
_LIKE_LICENCE = late(r"licen|exclusiv|option|right to|\bright\b|rights? (?:to|in|for)", re.I)


_PROPERTY = late(r"\b(?:inventions?|compounds?|molecules?|discover(?:y|ies)|patents?|title|ownership|formulas?|know-how|licen[cs]e|rights?)\b")


def owned_outright(words: str) -> bool:
    """Is it the property itself that moves, and no right in it?"""
    return _OWNED.search(words) is not None and not _LIKE_LICENCE.search(re.sub(r"right, title", "", words[:100]))


def _family() -> Family[Predicate]:
    return Family((p, re.compile(rf"\b(?:{p.active}|{p.participle})\b")) for p in PREDICATES)


_FAMILY = _family()


def _roles(predicate: Predicate, found: dict[str, tuple[OrgRef, ...]]) -> tuple[tuple[OrgRef, ...], tuple[OrgRef, ...]]:
    """(who gives, who gets): each the first of its slots that is filled."""
    role = {pair[0]: pair[1] for pair in predicate.roles.split()}
    sides: dict[str, tuple[OrgRef, ...]] = {"G": (), "R": ()}
    for slot, orgs in found.items():
        if orgs and slot in role and not sides[role[slot]]:
            sides[role[slot]] = orgs
    return sides["G"], sides["R"]


def _read(sentence: Sentence, predicate: Predicate, verb: re.Match[str]) -> Event | None:
    """One predicate with its slots; None when no right is in them or nobody who gives or gets."""
    shape = sentence.shape
    start, end = clause_of(shape, verb.start())
    left, right = shape[start : verb.start()], shape[verb.end() : end]
    if _MODAL.search(left) or (_TO_BEFORE.search(left) and not _WILLING.search(left)):
        return None
    stop = _NEXT_CLAUSE.search(right)
    near = right[: stop.start() if stop else 260]
    passive = _BE_BEFORE.search(left) is not None and re.fullmatch(predicate.participle, verb[0]) is not None
    slots = {name: _SLOTS[name].search(near) for name in ("o", "t", "f", "b", "w")}
    found = {name: named_in(sentence, m["X"]) if m else () for name, m in slots.items()}
    relative = _RELATIVE.search(left)
    if relative:
        subject = named_in(sentence, relative["s"])
        found["t" if relative["w"] == "to" else "f"] = named_in(sentence, relative["X"])
    else:
        said = _SUBJECT_ORG.search(left)
        subject = named_in(sentence, said["X"]) if said and not _GOVERNED.search(left[: said.start()]) else ()
        fronted = _FRONTED.search(left)
        if fronted:
            name = "t" if "o " in fronted[0][:6].lower() else "f"
            found[name] = found[name] or named_in(sentence, fronted["X"])
    missing = not subject and _PRONOUN.search(left) is not None
    rights_move = not subject and not missing and _RIGHTS_BEFORE.search(left[-150:]) is not None
    if predicate.rule == "license-reverted":
        if not rights_move or passive or not found["t"]:
            return None
    elif passive:
        found["o"] = ()
        found = {**found, "s": ()} if rights_move else {"b": found["b"], "f": found["f"], "t": found["t"], "o": subject}
        if not (found["b"] or found["t"] or found["f"]):
            return None
    else:
        if not subject and not missing:
            return None
        found = {"s": subject, **found}
    text = near if not rights_move else left[-150:]
    thing = _RIGHT.search(text) or (" over" in verb[0] and _PROPERTY.search(verb[0]))
    if not thing or _NOT_RIGHT.search(left[-60:] + near):
        return None
    givers, takers = _roles(predicate, found)
    givers = tuple(o for o in givers if o not in takers) if found.get("s") != givers else givers
    takers = tuple(o for o in takers if o not in givers)
    if not (givers or takers) or not ((givers and takers) or missing):
        return None
    words = near[:200] if not rights_move else left[-150:] + near[:60]
    kind = kind_of(words[: 120])
    if kind is None and (owned_outright(words[:120]) or (_PROPERTY.search(verb[0]) and not _LIKE_LICENCE.search(verb[0]))):
        kind = "assignment"
    return Event(start, end, predicate.rule, givers, takers, (), kind, verb.start(), missing, predicate.status)


def predicate_events(sentence: Sentence) -> Iterator[Event]:
    """The events that the predicates of the lexicon tell in a sentence."""
    if not sentence.orgs:
        return
    for predicate, form in _FAMILY.possible(sentence.shape):
        for verb in form.finditer(sentence.shape):
            event = _read(sentence, predicate, verb)
            if event:
                yield event
