"""What the frames read in a sentence → what stands: doubtful events leave, those the frames missed are proposed."""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from kg.extract import licence_words as words
from kg.extract import scorer
from kg.extract.late import late
from kg.extract.licence_event import Event, kind_of
from kg.extract.licence_features import Line, features, pairs, tokens
from kg.extract.licence_network import margins
from kg.extract.licence_record import RECENT
from kg.extract.licence_resolve import Resolver
from kg.extract.licence_sentence import ORG, ORGS, Sentence
from kg.extract.licence_sequence import after, before, said, sequence
from kg.extract.licence_succession import changed, succession
from kg.model import OrgRef

Pair = tuple[OrgRef, OrgRef]
LINEAR, NETWORK, ALWAYS = 0.31, 0.48, 0.15
"""How the margins of the linear model and of the network are weighed (`scripts/train_licence_network.py --folds`)."""
UNLIKELY = -4.0
"""The network is not asked of a pair that no frame speaks of and whose linear margin is no higher; where no word of
licences stands it must be above 0."""
PROPOSE = 0.75
"""A pair no frame speaks of is a licence when at least this likely."""
UNSAID = 0.85
"""The same when the sentence has no word of licences, options or rights ("sold", "agreement")."""
BESIDE = 0.85
"""The same when a frame already tells to whom the giver, or from whom the taker, has a licence."""
UNNAMED = 0.9
"""The same when one of the two is not named in the sentence."""
SURE = 0.85
"""What keeps the frames from a sentence keeps no pair from it that is at least this likely, unless it only supposes or is of
stocks, loans and leases."""
IN_CONTRACT = 0.95
"""The same in a contract, whose clauses name many who have licences."""
DOUBT = 0.25
"""A licence that a frame reads is left out when less likely than this."""
REVERSED, EVEN = 0.8, 0.5
"""A licence that a frame reads is left out when its reverse is at least this likely and itself less likely than `EVEN`."""
UNSURE = 0.7
"""A licence that a frame reads, when less likely than this, gives way to a likelier one of the same organisation."""
INSTEAD = 0.5
"""How likely that other one must be to be told in its place."""
DIRECT = 0.6
"""Of two parties whose roles nothing tells one gives when that is at least this likely."""
FRAMED = 0.7
"""How likely a licence is that a frame says in so many words, which no text the model knows has."""
_PLAIN = frozenset({"license-carved-out", "license-let-have", "license-only-one", "license-place-given", "license-let-use", "license-practised-under", "license-role-told", "license-licensee-under", "license-rights-under", "license-sold-under"})
MOST = 12
"""A sentence that names more organisations is a list, whose grammar the tables and frames know better."""
RULE = "license-scored"

_CLAUSE = late(r"\b(?:means?|shall mean|shall pay|Net Sales|[Aa]ffiliates|[Ss]ublicensees|in lieu of)\b")
"""A clause of a contract that defines or says who pays: it names those who have licences but grants none."""
_TOGETHER = late(ORGS)
_SEATED = late(rf"{ORG} +(?:in|of|at|from) [A-Z]\w+(?:,? [A-Z]\w+)?,? +and +(?:the +)?(?:of +)?{ORG}")
"""Two that stand together, the first with its seat: "the Acme Institute in Malaysia and the Beta Hospital"."""
_ORG = late(ORG)
_SUBJECT = late(r"patent|technolog|know-how|invention|compound|molecule|antibod|vaccine|product|programme?\b", re.I)
_DEED = late(r"\bassignment (?:agreement|deed|contract)\b|\b(?:agreement|deed|contract) of assignment\b", re.I)
_NOTHING = late(r"licen[cs]ed nothing|\bno rights? (?:in|to|under)\b|\bwithout (?:any |the )?(?:grant|transfer|licen[cs]e)|\b(?:ha(?:s|ve) not|never) (?:\w+ )?(?:out-?|in-?)?licen[cs]ed|\bno licen[cs]e (?:from|to)\b|\bnever (?:signed|executed|concluded|completed|came)\b", re.I)
_SECURITY = late(r"\b(?:shares?|stock|notes?|warrants?|bonds?|debentures?|units)\b", re.I)
_SOLD = late(r"\bassign(?:ed|s|ing|ment)|\bsold\b|\bsale\b|\bpurchase|\bbought\b|\btransferred\b|\bconvey|\ball right, title", re.I)


def frame_features(events: Iterable[Event]) -> dict[Pair, set[str]]:
    """What the frames say of a pair, as features; both directions of a pair they speak of."""
    said: dict[Pair, set[str]] = {}
    for event in events:
        for giver in event.licensors:
            for taker in event.licensees:
                said.setdefault((giver, taker), set()).update(("frame:AB", f"frame:{event.rule}"))
                said.setdefault((taker, giver), set()).add("frame:BA")
        if len(event.parties) == 2:
            one, other = event.parties
            for pair in ((one, other), (other, one)):
                said.setdefault(pair, set()).add("frame:open")
    return said


class Weigher(Resolver):
    """Weighs each ordered pair of organisations in a sentence, knowing what the frames say of it."""

    def looked_at(self, sentence: Sentence, events: Sequence[Event], line: Line) -> list[tuple[Pair, set[str]]]:
        """Each pair worth a look with its features; `line` is `tokens(sentence)`."""
        if len(sentence.orgs) > MOST:
            return []
        said = frame_features(events)
        givers = {org for event in events for org in event.licensors}
        takers = {org for event in events for org in event.licensees}
        filer = self.context.filer
        found = []
        for pair in pairs(sentence, self.topic, None if self.absent else filer):
            of_frames = said.get(pair) or {
                f"frame:{role}{name}"
                for role, org in zip("AB", pair, strict=True)
                for name, known in (("gives", givers), ("takes", takers))
                if org in known
            }
            found.append((pair, features(sentence, line, *pair, filer) | of_frames))
        return found

    def _resolved(self, sentence: Sentence) -> list[Event]:
        framed = super()._resolved(sentence)
        events = self._weighed(sentence, framed)
        told = succession(sentence, self.consented or self.agreed, [*framed, *events])
        if told and (told.licensor or any(told.then in r.licensees for r in self.records[-RECENT:] if r.directed)):
            return changed(events, told)
        return events

    def _weighed(self, sentence: Sentence, events: list[Event]) -> list[Event]:
        if not sentence.orgs:
            return events
        if not events and not (_may_tell(sentence) and self._may_propose(sentence)):
            return []
        likely = self._likely(sentence, events)
        if not likely:
            return events
        deed = _DEED.search(sentence.text) is not None
        weighed = [replace(event, chance=_trusted(event, _chance(event, likely), deed)) for event in events]
        told = {(a, b) for e in weighed for a in e.licensors for b in e.licensees}
        better = {event: _better(event, likely, sentence.orgs, told) for event in weighed}
        kept = [self._hinted(e, likely) for e in weighed if not better[e] and self._believed(e, likely)]
        instead = {pair for pair in better.values() if pair}
        if (max(likely.values()) < PROPOSE and not instead) or (self.contract and _CLAUSE.search(sentence.text)):
            return kept
        proposed = [
            event
            for event in self._proposed(sentence, kept, likely, instead)
            if self._real(sentence, event) or (
                (event.chance or 0.0) >= SURE
                and not self._supposed(sentence, event)
                and not words.OTHER_OPTION.search(sentence.text)
            )
        ]
        return sorted(_joined(sentence, kept, proposed), key=lambda e: e.at)

    def _likely(self, sentence: Sentence, events: Sequence[Event]) -> dict[Pair, float]:
        """Each pair worth a look → how likely it is a licence, by the linear model and the network together."""
        line = tokens(sentence)
        looked_at = self.looked_at(sentence, events, line)
        linear = {pair: scorer.margin("licence", seen) for pair, seen in looked_at}
        least = UNLIKELY if words.STRONG.search(sentence.text) else 0.0  # or it tells only what another sentence says
        asked = [(pair, seen) for pair, seen in looked_at if linear[pair] > least or "frame:AB" in seen]
        likely = {pair: scorer.chance(margin) for pair, margin in linear.items()}
        if asked:
            earlier, later = (seek(self.context, self.mentions, sentence) for seek in (before, after))
            read = margins([(sequence(line, earlier, *pair, later), said(seen)) for pair, seen in asked])
            for (pair, _), margin in zip(asked, read, strict=True):
                likely[pair] = scorer.chance(LINEAR * linear[pair] + NETWORK * margin + ALWAYS)
        return likely

    @staticmethod
    def _believed(event: Event, likely: dict[Pair, float]) -> bool:
        """Is a directed event likely enough, and likelier than its reverse?"""
        if event.chance is None or event.rule == "license-cross":
            return True
        back = max(likely.get((b, a), 0.0) for a in event.licensors for b in event.licensees)
        return event.chance >= DOUBT and not (event.chance < EVEN and back > event.chance and back >= REVERSED)

    @staticmethod
    def _hinted(event: Event, likely: dict[Pair, float]) -> Event:
        """Who gives of two parties whose roles no frame tells; other words of the passage may still say it better."""
        if len(event.parties) != 2:
            return event
        one, other = event.parties
        there, back = likely.get((one, other), 0.0), likely.get((other, one), 0.0)
        if max(there, back) < DIRECT:
            return event
        return replace(event, hint=one if there > back else other, chance=max(there, back))

    def _may_propose(self, sentence: Sentence) -> bool:
        """May `_proposed` tell of any pair of a sentence of which no frame speaks, however likely it is?"""
        told = {(a, b) for r in self.records[-RECENT:] for a in r.licensors for b in r.licensees}
        return any(
            (taker, giver) not in told
            and ({giver, taker} <= set(sentence.orgs) or not (self.contract or (giver, taker) in told))
            for giver, taker in pairs(sentence, self.topic, None if self.absent else self.context.filer)
        )

    def _told_before(self, giver: OrgRef, taker: OrgRef) -> bool:
        """Is a licence of the two known already?"""
        return any(giver in r.licensors and taker in r.licensees for r in self.records)

    def _proposed(
        self, sentence: Sentence, events: Sequence[Event], likely: dict[Pair, float], instead: set[Pair]
    ) -> list[Event]:
        """Pairs of which no frame speaks; those who stand together ("A and B licensed") are one side.

        `instead` are pairs that are likelier than what a frame says of one of the two.
        """
        if not _may_tell(sentence):
            return []
        if _NOTHING.search(sentence.text):
            return []
        gives = {org for e in events for org in e.licensors}
        takes = {org for e in events for org in e.licensees}
        strong = words.STRONG.search(sentence.text)
        told = {frozenset((a, b)) for e in events for a in e.licensors for b in e.licensees}
        told |= {frozenset(e.parties) for e in events}
        back = {(a, b) for r in self.records[-RECENT:] for a in r.licensors for b in r.licensees}
        together = [sentence.orgs_of(match[0]) for match in _TOGETHER.finditer(sentence.shape)]
        together += [sentence.orgs_of(match[0]) for match in _SEATED.finditer(sentence.shape)]
        told_of = {org for name in _ORG.finditer(sentence.shape) for org in sentence.orgs_of(name[0])}
        aside = set(sentence.orgs) - told_of  # "Acme Ltd., the commercial arm of Beta, …": Beta is no party by that
        made: dict[OrgRef, list[OrgRef]] = {}
        for (giver, taker), chance in sorted(likely.items(), key=lambda item: -item[1]):
            asked = (giver, taker) in instead
            if self.contract and (chance < IN_CONTRACT or not {giver, taker} <= set(sentence.orgs)):
                continue
            if chance < (INSTEAD if asked else PROPOSE):
                continue
            if frozenset((giver, taker)) in told or likely.get((taker, giver), 0.0) >= chance:
                continue
            unnamed = not {giver, taker} <= set(sentence.orgs)
            if unnamed and ((chance < UNNAMED and not asked) or self._told_before(giver, taker)):
                continue
            if chance < BESIDE and (giver in gives or taker in takes):
                continue
            if not strong and chance < UNSAID:
                continue
            if (taker, giver) in back or (chance < SURE and {giver, taker} & aside):
                continue
            told.add(frozenset((giver, taker)))
            made.setdefault(taker, []).append(giver)
        proposals = []
        for taker, givers in made.items():
            while givers:
                side = [g for g in givers if any({g, givers[0]} <= set(group) for group in together)] or givers[:1]
                givers = [g for g in givers if g not in side]
                chance = max(likely[giver, taker] for giver in side)
                proposals.append(replace(_event(sentence, tuple(side), taker), chance=chance))
        return proposals


def _may_tell(sentence: Sentence) -> bool:
    """Has a sentence words of licences, or of what is licensed, and no title of an agreement of another kind alone?"""
    text = sentence.text
    if not words.STRONG.search(text) and (
        not (sentence.drugs or _SUBJECT.search(text)) or _SECURITY.search(text)
    ):
        return False
    return not words.OTHER_TITLE.search(text) or words.LICENCE_TITLE.search(text) is not None


def _joined(sentence: Sentence, events: Sequence[Event], proposed: Sequence[Event]) -> list[Event]:
    """An agreement of which a frame knows two parties, and a giver that stands beside one of them, are one."""
    sides = [sentence.orgs_of(match[0]) for match in _TOGETHER.finditer(sentence.shape)]
    out, left = [], list(proposed)
    for event in events:
        for other in left:
            taker = other.licensees[0]
            giver = next((o for o in event.parties if o != taker), None)
            if taker in event.parties and any({giver, *other.licensors} <= set(side) for side in sides):
                givers = tuple(o for side in sides if giver in side for o in side if o in (giver, *other.licensors))
                event = replace(event, licensors=givers, licensees=(taker,), parties=(), hint=None, chance=other.chance)
                left.remove(other)
                break
        out.append(event)
    return [*out, *left]


def _better(
    event: Event, likely: dict[Pair, float], named: Sequence[OrgRef], told: Collection[Pair]
) -> Pair | None:
    """The likeliest pair, of those named and not told, that contradicts an unsure event and is likelier than it.

    Another giver, another taker or the reverse contradict it; that its giver has the right from somebody does not.
    """
    if event.chance is None or event.chance >= UNSURE or event.rule == "license-cross":
        return None
    others = [
        (chance, pair)
        for pair, chance in likely.items()
        if pair not in told
        and set(pair) <= set(named)
        and (
            pair[0] in event.licensors
            or pair[1] in event.licensees
            or (pair[1] in event.licensors and pair[0] in event.licensees)
        )
    ]
    best, pair = max(others, key=lambda other: other[0], default=(0.0, None))
    return pair if best >= max(INSTEAD, event.chance) else None


def _trusted(event: Event, chance: float | None, deed: bool) -> float | None:
    """The chance of an event by a frame that says it in so many words is not below that of frames alone.

    `deed`: the sentence names an assignment, so that what passes hands by it is told in so many words too.
    """
    plain = event.rule in _PLAIN or (deed and event.kind == "assignment")
    return max(chance, FRAMED) if chance is not None and plain and event.licensors and event.licensees else chance


def _chance(event: Event, likely: dict[Pair, float]) -> float | None:
    """How likely an event is at its likeliest pair."""
    sides = [likely[pair] for a in event.licensors for b in event.licensees if (pair := (a, b)) in likely]
    return max(sides, default=None)


def _event(sentence: Sentence, givers: tuple[OrgRef, ...], taker: OrgRef) -> Event:
    """A licence that the whole sentence tells of, from the first of its parties on."""
    places = [sentence.place_of(org) for org in (*givers, taker) if org in sentence.orgs]
    low, high = (min(places), max(places)) if places else (0, len(sentence.shape))
    near = sentence.shape[max(0, low - 40) : high + 80]
    kind = kind_of(near) or ("assignment" if _SOLD.search(near) and not re.search("licen[cs]", near, re.I) else None)
    return Event(0, len(sentence.shape), RULE, givers, (taker,), (), kind, low)
