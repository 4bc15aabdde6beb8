"""An event that names some of its parties → both its sides: from the passage, the record at hand, the filer."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.dates import find_dates
from kg.extract.late import late
from kg.extract.licence_event import Event
from kg.extract.licence_gather import Gatherer
from kg.extract.licence_record import Record
from kg.extract.licence_sentence import ORG, Sentence
from kg.model import OrgRef

_UNNAMED_TO = late(
    r"\bto +(?:(?:certain|third|other|several|another|various|some|subsidiaries|affiliates|others|customers|end users|researchers|companies|the (?:subsidiar|affiliat|public|government|trustee|holder|bank))\w*|[A-Z][a-z]{2,}(?! *(?:\d|,? \d{4})))"
)
_UNNAMED_FROM = late(
    r"\b(?:by|from) +(?:(?:certain|third|other|several|another|various|some|an? (?:third|former|affiliate|subsidiary|unrelated|large|major|number)|others|customers|plaintiffs?|defendants?)\w*|(?!January|February|March|April|May|June|July|August|September|October|November|December|Phase|Europe|Japan|China|Asia|North|South|Latin|United|Canada|The|Our|A\b)[A-Z][a-z]{2,})"
)


_THE_AGREEMENT = late(r"(?:The|That|This|Such) (?:[\w-]+ ){0,2}(?:agreement|licen[cs]e|contract|instrument)\b")
_ITS_OWN = late(r"\b(?:its|their) own +(?:[\w-]+ +){0,3}(?:sub-?)?(?:licen[cs]e|rights?|option)\b")
"""Who was spoken of before has "its own licence"."""
_OF_OWN = late(r"(?:The|That|This|Our|It)\b[^;]*? (?:our|its|the Company['’]s) (?:[\w-]+ ){0,3}(?:subsidiary|affiliate),? $")
"""The licence told of before is that of a subsidiary."""
_SOMEBODY = late(r"\bwho\b[^;]{0,40}$")


_EACH_TO = late(rf"\bto (?:the )?{ORG}(?!['’]|\uf8fe)")
_TO_EACH = frozenset({"license-licensed-passive", "license-further"})
"""Frames of which a sentence may tell several: "NB-101 is licensed to Acme in Japan and to Beta in Canada"."""


class Sides(Gatherer):
    """Says who the parties of an event are when its sentence does not name both."""

    holder: tuple[OrgRef, ...] = ()
    """Whose right the sentence before spoke of without telling from whom it comes."""

    def _held(self, event: Event) -> Event:
        """ "It was obtained from Acme": by the one whose right the sentence before told of."""
        if event.rule == "license-obtained-it" and self.holder and not set(self.holder) & set(event.licensors):
            return replace(event, licensees=self.holder[:1])
        return event

    def _actor(self, sentence: Sentence, event: Event) -> OrgRef | None:
        """Who signed an agreement "with" somebody: the subject of the clause, "it" being the one last spoken of."""
        left = sentence.shape[: event.at]
        signed = re.search(
            rf"(?:({ORG})|\b(?:it|It|they|which))(?: +(?:has|had|have|also|today|then))* +(?:signed|entered into|executed|concluded|made|reached)\b[^;]{{0,40}}$",
            left,
        )
        if not signed:
            return None
        if signed[1]:
            return sentence.orgs_of(signed[1])[0]
        before = [o for o in sentence.orgs_of(left[: signed.start()]) if o not in event.parties]
        return before[0] if before else next((o for o in self.lead if o not in event.parties), None)

    def _sides_in(self, sentence: Sentence, event: Event, told: list[Event]) -> tuple[OrgRef, ...]:
        """The two sides of an agreement with one party: the one named before it goes before a filer who is not named."""
        known, filer = event.parties, self.context.filer
        if filer in sentence.orgs or filer in known:
            return self._sides(known)
        if any(set(known) & {*e.licensors, *e.licensees} for e in told if e.licensors and e.licensees):
            return ()
        before = [o for o in sentence.orgs_of(sentence.shape[: event.at]) if o not in known]
        return (before[0], *known) if len(before) == 1 else self._sides(known) if not before else ()

    def _sides(self, known: tuple[OrgRef, ...]) -> tuple[OrgRef, ...]:
        """The two sides when one is known: the filer is the other unless it is the one."""
        if len(known) == 1 and known[0] != self.context.filer and not self.absent:
            return (self.context.filer, known[0])
        return known

    def _fill(self, sentence: Sentence, event: Event, pairs: list[Event]) -> Event | None:
        """The event with the role it leaves open taken from the sentence's pair, the record at hand, or the filer."""
        givers, takers = event.licensors, event.licensees
        if givers and takers:
            takers = tuple(o for o in takers if o not in givers)
            if not takers:
                return None
            return replace(event, licensees=takers)
        known = givers or takers
        if not known:
            return None
        own = _ITS_OWN.search(sentence.shape[: event.at + 30]) if givers else None
        whose = tuple(o for o in sentence.orgs_of(sentence.shape[: own.start()]) if o not in givers) if own else ()
        if whose:
            return replace(event, licensees=whose[:1])
        filer = self.context.filer
        if takers and not event.kind and (held := self._held_by_own(sentence, takers)):
            held.licensees = takers
            return replace(event, licensors=held.licensors)
        other: tuple[OrgRef, ...] = ()
        after = sentence.shape[event.at : event.at + 150]
        if (givers and _UNNAMED_TO.search(after)) or (takers and _UNNAMED_FROM.search(after)):
            return None
        if event.rule in ("license-became-licensee", "license-rights-with", "license-licensee-apposed", "license-holder") and known == (filer,):
            return None
        if event.rule == "license-noun-to" and _SOMEBODY.search(sentence.shape[: event.at]):
            return None
        pair = next((p.parties for p in pairs if set(known) <= set(p.parties) and len(p.parties) == 2), None)
        if pair:
            other = tuple(o for o in pair if o not in known)
        elif len([p for p in pairs if len(p.parties) == 1]) and known == (filer,):
            other = next(p.parties for p in pairs if len(p.parties) == 1)
        elif (
            self.current
            and set(known) & set(self.current.everyone)
            and not event.missing
            and not self._third(sentence, known)
            and (known != (filer,) or self._specific(sentence))
        ):
            side = self.current
            if set(known) & set(side.licensors):
                other = side.licensees
            elif set(known) & set(side.licensees):
                other = side.licensors
            else:
                other = tuple(o for o in side.everyone if o not in known)
            if side.directed and filer not in known and filer not in side.everyone and not (
                set(givers) & set(side.licensors) if givers else set(takers) & set(side.licensees)
            ):
                other = ()
        if not other and event.missing and givers:
            before = tuple(o for o in sentence.orgs_of(sentence.shape[: event.at]) if o not in known)
            other = before[-1:] if self.proposed else ()
        if not other and event.missing:
            other = tuple(o for o in (*self.lead, *self.topic) if o not in known)[:1]
        alike = {o for m in _EACH_TO.finditer(sentence.shape) for o in sentence.orgs_of(m[0])} if event.rule in _TO_EACH else set()
        stranger = filer not in sentence.orgs and any(o not in known and o not in alike for o in sentence.orgs)
        if (
            not other
            and filer not in known
            and not self.absent
            and not stranger
            and (
                filer in sentence.orgs
                or sentence.drugs
                or event.kind == "option"
                or re.search(
                    r"\b[Tt]he (?:licen[cs]e|patents?|technology|agreement|product)\b|exclusive|patent|\b(?:by|under) an? (?:sub-?)?licen[cs]e|[A-Z]{2,}[-‑ ]?\d",
                    sentence.text,
                )
            )
        ):
            other = (filer,)
        if not other and known == (filer,):
            here = tuple(o for o in sentence.orgs if o != filer)
            if len(here) == 1 and self._specific(sentence) and event.rule != "license-held":
                other = here
            elif not here and self.topic and self._specific(sentence):
                other = self.topic[:1]
        if not other or set(other) & set(known):
            return None
        if not givers:
            return replace(event, licensors=other, filled=other == (filer,))
        return replace(event, licensees=other)

    def _held_by_own(self, sentence: Sentence, takers: tuple[OrgRef, ...]) -> Record | None:
        """The filer's licence just told of, when the sentence says that it was granted to "our subsidiary"."""
        held = self.current
        if not held or not held.directed or held.licensees != (self.context.filer,) or self.paragraph - held.paragraph > 1:
            return None
        if takers[0] not in sentence.orgs or set(takers) & set(held.licensors):
            return None
        return held if _OF_OWN.match(sentence.text[: max(0, sentence.place_of(takers[0]))]) else None

    def _specific(self, sentence: Sentence) -> bool:
        """Does a sentence about the filer's rights tell of one agreement, not of its practice in general?"""
        if _THE_AGREEMENT.match(sentence.text):
            return True
        if sentence.drugs or find_dates(sentence.text):
            return True
        return bool(
            re.search(
                r"\bexclusiv|worldwide|\b[Tt]he (?:licen[cs]e|sublicen[cs]e|option|agreement|Agreement)\b|\b(?:an?|one) (?:[\w-]+ ){0,3}(?:licen[cs]e|option)\b",
                sentence.text,
            )
        ) and not re.search(
            r"\b(?:certain|various|several|many|other|any|third part(?:y|ies)|others|licen[cs]es)\b", sentence.text
        )

    def _third(self, sentence: Sentence, known: tuple[OrgRef, ...]) -> bool:
        """Does the sentence name somebody outside the record at hand, so that the record does not tell the other side?"""
        sides = {*self.current.everyone, *known} if self.current else set(known)
        return any(o not in sides and o != self.context.filer for o in sentence.orgs)
