"""Events of a sentence → those that are real and whose two sides are known: from the passage, the record at hand, the filer."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract import licence_words as words
from kg.extract.dates import find_dates
from kg.extract.gates import gate
from kg.extract.licence_event import Event
from kg.extract.licence_frames import both_give, directed, mutual, option_agreement, undirected
from kg.extract.licence_gather import Gatherer
from kg.extract.licence_sentence import ORG, Sentence
from kg.model import OrgRef

_DEAL = re.compile(
    r"(?:commerciali[sz]\w+|develop\w*|market\w*|registr\w+|register|promot\w+|sale|sell|rights?|licen\w+|exclusiv\w+|covers|covering)\b[^.;]{0,110}[\ue800-\uefff]|[\ue800-\uefff][^.;]{0,80}\b(?:exclusiv|licen|commerciali)"
)
_ENUMERATED = re.compile(
    rf"^(?:The (?:first|second|third|fourth|other|latter|former|one)|One|Another|A (?:second|third))(?: of (?:these|them|those|the two))?(?: (?:licen[cs]e|agreement|option))?,? +(?:is |was |which is )?(?P<way>from|with|to|granted by|granted to) +(?P<O>{ORG})"
)
_AUTHORITY = r"(?:FDA|F\.D\.A\.|Food and Drug Administration|European Commission|European Medicines Agency|EMEA?|MHRA|PMDA|Health Canada|Ministry of Health[\w, ]{0,20}|Minister of Health|regulator\w*|authorit(?:y|ies))"
_REGULATOR = re.compile(
    rf"\b{_AUTHORITY}(?: has| had| first| then)* licen[cs]ed\b|\blicen[cs]ed? (?:\w+ )?(?:by|from) (?:the )?(?:\w+ )?{_AUTHORITY}\b|\bmarketing licen[cs]e\b|\brights? to supply\b"
)
_IF_EXERCISED = re.compile(rf"(?:If|Should|Were|When) +({ORG})(?!['’\uf8fe]) +(?:to +)?exercises? +(?:the|its|that|this) +option\b")
_UNNAMED_TO = re.compile(
    r"\bto +(?:(?:certain|third|other|several|another|various|some|subsidiaries|affiliates|others|customers|end users|researchers|companies|the (?:subsidiar|affiliat|public|government|trustee|holder|bank))\w*|[A-Z][a-z]{2,}(?! *(?:\d|,? \d{4})))"
)
_UNNAMED_FROM = re.compile(
    r"\b(?:by|from) +(?:(?:certain|third|other|several|another|various|some|an? (?:third|former|affiliate|subsidiary|unrelated|large|major|number)|others|customers|plaintiffs?|defendants?)\w*|(?!January|February|March|April|May|June|July|August|September|October|November|December|Phase|Europe|Japan|China|Asia|North|South|Latin|United|Canada|The|Our|A\b)[A-Z][a-z]{2,})"
)
_CHANGES_HANDS = gate(
    r"assign|purchas|acqui|obtained from|bought|sold|\bsale of|transfer|agreement|collaborat|divest|contribut|entrust|convey|\bced|ownership|owner of|\btitle\b|made over|hand(?:ed)? (?:back|over)",
    re.I,
)


_THE_AGREEMENT = re.compile(r"(?:The|That|This|Such) (?:[\w-]+ ){0,2}(?:agreement|licen[cs]e|contract|instrument)\b")
_OF_HOLDER = re.compile(
    rf"({ORG})(?:['’]s?|(?<=\uf8fe)) +(?:[\w-]+ +){{0,4}}(?:rights?|interest|licen[cs]e|title)\b|({ORG}) +(?:has|have|holds?|held|enjoys?) +(?:an? |the )?(?:[\w-]+ +){{0,3}}(?:rights?|licen[cs]e)\b"
)
_TO_NEGOTIATE = re.compile(r"\boption\b[^.;]{0,160}\bto (?:enter into )?negotiat")
_NEITHER = re.compile(r"\bneither\b|\bno (?:rights?|licen[cs]es?)\b|\bnot (?:grant|licen[cs]e)", re.I)
_NOTHING = re.compile(r"[\w-]+(?: (?!and\b|or\b)[\w’.-]+){0,3}? (?:no|neither|none of)\b (?:[\w-]+ )?(?:licen|rights?\b|option|interest|title|claim)")
"""Somebody gives or has no right."""
_SOMEBODY = re.compile(r"\bwho\b[^;]{0,40}$")
_DISCUSSED = re.compile(r"^[^,;]{0,110}?\b(?:had|has|have)\b[^,;]{0,40}?\b(?:discussed|negotiated|explored|considered|contemplated)\b")


class Resolver(Gatherer):
    """Says who the parties of an event are when its sentence does not name both."""

    holder: tuple[OrgRef, ...] = ()
    """Whose right the sentence before spoke of without telling from whom it comes."""

    def _real(self, sentence: Sentence, event: Event) -> bool:
        text = sentence.text
        if (not self.proposed and text.startswith("If ")) or re.match(r"(?:Should|Were|Upon any|In the event)\b", text):
            return False
        if event.kind == "option":
            around = text[max(0, event.at - 160) : event.at + 220]
            if _TO_NEGOTIATE.search(around):
                return False
            if not (words.OPTION_OF_RIGHTS.search(around) or sentence.drugs) or words.OTHER_OPTION.search(
                text[max(0, event.at - 60) : event.at + 130]
            ):
                return False
        near = text[max(event.start, event.at - 90) : event.at + 160]
        bad = words.NOT_LICENCE.search(near)
        if bad and not sentence.drugs_of(sentence.shape[event.start : event.end]):
            return False
        if bad and re.search(r"keeps?|kept|reserv|retain", bad[0], re.I) and bad.start() < min(len(near), 100):
            return False
        if bad and re.search(r"trade-?mark|software|named patients|merger|mark [A-Z]|F\.?D\.?A", bad[0], re.I):
            return False
        if _REGULATOR.search(text[max(event.start, event.at - 90) : event.at + 160]):
            return False
        before = re.split(r"; |\. (?=[A-Z])", text[max(0, event.at - 110) : event.at + 12])[-1]
        before = re.sub(r"^.*\b(?:licen[cs]e|rights?|option)\b[^;,]{0,60} (?:that|which) (?=[^;,]{0,50}$)", "", before)
        if event.rule == "license-option-granted":
            return True
        if event.rule in ("license-agreement-signed", "license-held") and _DISCUSSED.match(text[event.at : event.end]):
            return False
        if words.UNREAL.search(before) and not self.proposed:
            return False
        after = text[event.at : event.at + 60]
        if _NOTHING.match(after):
            return False
        if re.search(r"right of first|first refusal|first negotiation|rights? to (?:negotiate|terminate)", after):
            return False
        return not (re.search(r"\b(?:may|might|could|can|if|no|not|never|neither|unless|plans to|intends to|seek|wish(?:es)? to|would)\b[^.;,]{0,30}$", text[max(event.start, event.at - 40):event.at]) and not self.proposed)

    def _resolved(self, sentence: Sentence) -> list[Event]:
        """Directed events with both roles filled, pairs whose direction is open, cross-licences both ways."""
        if (
            (not sentence.orgs
            and not re.search(r"\b[Ee]ach\b|\b[Bb]oth\b|\b[Tt]hese\b|\b[Oo]ption\b", sentence.text))
            or (not words.STRONG.search(sentence.text) and not _ENUMERATED.match(sentence.shape)
            and not _CHANGES_HANDS.search(sentence.text))
        ):
            return []
        out: list[Event] = []
        pairs = undirected(sentence)
        if mutual(sentence) and not _NEITHER.search(sentence.text):
            sides: tuple[OrgRef, ...] = next((e.parties for e, _ in pairs if len(e.parties) == 2), ())
            if not sides and len(sentence.orgs) == 2:
                sides = sentence.orgs
            if not sides:
                known = self.current.everyone if self.current else ()
                near = (self.context.filer, *self.topic[:1])
                sides = known if len(known) == 2 and set(self.topic) <= set(known) else near
            if len(sides) == 2:
                at = 0
                out.append(Event(0, len(sentence.shape), "license-cross", (sides[0],), (sides[1],), (), None, at))
                out.append(Event(0, len(sentence.shape), "license-cross", (sides[1],), (sides[0],), (), None, at))
                return out
        found = [self._held(e) for e in directed(sentence) if self._real(sentence, e)]
        held = _OF_HOLDER.search(sentence.shape)
        self.holder = sentence.orgs_of(held[0]) if held else ()
        whole = [e for e in found if e.licensors and e.licensees]
        for event in found:
            if event not in whole and any(
                e.start <= event.at <= e.end
                and (
                    (event.licensors
                    and event.licensors == e.licensors)
                    or (event.licensees
                    and event.licensees == e.licensees)
                    or ({*event.licensors, *event.licensees} <= {*e.licensors, *e.licensees}
                    and abs(e.at - event.at) < 120)
                )
                for e in whole
            ):
                continue
            if event.licensors or event.licensees or event.missing:
                full = self._fill(sentence, event, [p for p, _ in pairs])
                if full:
                    out.append(full)
        supposed = _IF_EXERCISED.match(sentence.shape) if not out else None
        if supposed and (takers := sentence.orgs_of(supposed[1])):
            unexercised = Event(0, len(sentence.shape), "license-option-of", (), takers, (), "option", 0)
            if full := self._fill(sentence, unexercised, []):
                out.append(full)
        listed = _ENUMERATED.match(sentence.shape)
        if listed and not out and re.search(r"licen[cs]e|option|agreement", self.before):
            one = sentence.orgs_of(listed["O"])
            own = (self.context.filer,)
            givers, takers = (own, one) if listed["way"] in ("to", "granted to") else (one, own)
            kind = "option" if re.search(r"\boptions\b", self.before) else None
            if one[0] != self.context.filer:
                out.append(Event(0, len(sentence.shape), "license-enumerated", givers, takers, (), kind, 0))
        if both_give(sentence) and len(self.topic) > 1:
            out.append(
                Event(0, len(sentence.shape), "license-licensors", self.topic, (self.context.filer,), (), None, 0)
            )
        if (
            self.option_head
            and not out
            and self.current
            and self.current.directed
            and re.search(r"\bmay\b|right|until|exercis", sentence.text)
        ):
            self.option_head = False
            out.append(
                Event(
                    0,
                    len(sentence.shape),
                    "license-option-clause",
                    self.current.licensors,
                    self.current.licensees,
                    (),
                    "option",
                    0,
                )
            )
        named_option = option_agreement(sentence)
        if (
            named_option
            and not any("ption" in title for _, title in pairs)
            and not any(e.kind == "option" for e in out)
        ):
            start = named_option.start()
            whole_before = next(
                ((e.licensors, e.licensees) for e in out if e.at < start and e.licensors and e.licensees), None
            )
            sides_known = whole_before or (
                self.current and self.current.directed and (self.current.licensors, self.current.licensees)
            )
            if sides_known:
                out = [e for e in out if e.at < start]
                out.append(
                    Event(start, len(sentence.shape), "license-option-agreement", *sides_known, (), "option", start)
                )
        for event, title in pairs:
            if len(event.parties) == 1:
                actor = self._actor(sentence, event)
                if actor and actor != event.parties[0]:
                    event = replace(event, parties=(actor, *event.parties))
            sides = event.parties if len(event.parties) == 2 else self._sides_in(sentence, event, out)
            plain = re.search(
                r"(?:^|\b)(?:into |an? |the |to |our |this |that |definitive |exclusive |strategic |written |binding |\d{4} )*(?:agreements?|deal|partnership|alliance)$",
                title.strip(),
            )
            deal = (
                plain
                and len(sides) == 2
                and _DEAL.search(sentence.shape)
                and not words.OTHER_TITLE.search(sentence.text)
                and not words.NOT_LICENCE.search(sentence.text)
            )
            if (
                deal
                and self._real(sentence, event)
                and not any(set(sides) == {*e.licensors, *e.licensees} for e in out)
            ):
                out.append(replace(event, parties=tuple(sides)))
                continue
            bare = (
                event.rule == "license-agreement-signed"
                and re.fullmatch(r"(?:into |an? |the |to )*agreements?", title.strip())
                and len(sides) == 2
            )
            if bare and not any(set(sides) == {*e.licensors, *e.licensees} for e in out):
                out.append(replace(event, parties=tuple(sides), rule="license-agreement-bare"))
                continue
            if (
                len(sides) != 2
                or not words.LICENCE_TITLE.search(title)
                or (words.OTHER_TITLE.search(title) and not re.search(r"licen[cs]|collaborat", title, re.I))
            ):
                continue
            if words.NOT_LICENCE.search(sentence.text[max(0, event.at - 30) : event.at + 200]) or not self._real(
                sentence, event
            ):
                continue
            if any(set(sides) == {*e.licensors, *e.licensees} for e in out):
                continue
            made = (
                re.match(
                    r"[^;]{0,60}? to (?:sub)?licen[cs]e\b",
                    sentence.shape[event.end - (event.end - event.at) :][:300].split("with", 1)[-1],
                )
                if "with" in sentence.shape[event.at :] and event.rule == "license-agreement-with"
                else None
            )
            if made and len(event.parties) == 2:
                out.append(
                    replace(
                        event,
                        licensors=event.parties[:1],
                        licensees=event.parties[1:],
                        parties=(),
                        kind="sublicense" if "sublicen" in made[0] else None,
                    )
                )
                continue
            out.append(
                Event(
                    event.start,
                    event.end,
                    event.rule,
                    (),
                    (),
                    tuple(sides),
                    "option"
                    if re.search(r"option", title, re.I) and not re.search(r"licen", title, re.I)
                    else "assignment"
                    if re.search(r"asset purchase|assignment", title, re.I)
                    else None,
                    event.at,
                )
            )
        return self._distinct(sorted(out, key=lambda e: e.at))

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

    def _distinct(self, events: list[Event]) -> list[Event]:
        """Each (licensor, licensee, kind) once a sentence; a more telling frame replaces a vaguer one."""
        kept: list[Event] = []
        for event in events:
            if event.rule in ("license-granted-listed", "license-option-agreement", "license-option-clause"):
                kept.append(event)
                continue
            roles = (set(event.licensors), set(event.licensees))
            twin = next(
                (
                    i
                    for i, k in enumerate(kept)
                    if (set(k.licensors), set(k.licensees)) == roles
                    and not event.parties
                    and not k.parties
                    and (k.start == event.start or event.kind == k.kind or None in (k.kind, event.kind))
                    and abs(k.at - event.at) < 500
                ),
                None,
            )
            if twin is None:
                swapped = next(
                    (
                        k
                        for k in kept
                        if event.licensors
                        and set(k.licensors) == roles[1]
                        and set(k.licensees) == roles[0]
                        and abs(k.at - event.at) < 60
                    ),
                    None,
                )
                if swapped is None:
                    kept.append(event)
            elif event.kind and not kept[twin].kind:
                kept[twin] = replace(kept[twin], kind=event.kind)
        return kept

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
        filer = self.context.filer
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
        if not other and event.missing:
            other = tuple(o for o in (*self.lead, *self.topic) if o not in known)[:1]
        stranger = filer not in sentence.orgs and any(o not in known for o in sentence.orgs)
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
                    r"\b[Tt]he (?:licen[cs]e|patents?|technology|agreement|product)\b|exclusive|patent|[A-Z]{2,}[-‑ ]?\d",
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
