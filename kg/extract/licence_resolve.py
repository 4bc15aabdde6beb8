"""Events of a sentence → those that are real, once each, with both their sides."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract import licence_words as words
from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.licence_event import Event
from kg.extract.licence_frames import both_give, directed, mutual, option_agreement, undirected
from kg.extract.licence_sentence import ORG, Sentence
from kg.extract.licence_sides import Sides
from kg.extract.scan import cue
from kg.model import OrgRef

_DEAL = late(
    r"(?:commerciali[sz]\w+|develop\w*|market\w*|registr\w+|register|promot\w+|sale|sell|rights?|licen\w+|exclusiv\w+|covers|covering)\b[^.;]{0,110}[\ue800-\uefff]|[\ue800-\uefff][^.;]{0,80}\b(?:exclusiv|licen|commerciali)"
)
_ENUMERATED = late(
    rf"^(?:The (?:first|second|third|fourth|other|latter|former|one)|One|Another|A (?:second|third))(?: of (?:these|them|those|the two))?(?: (?:licen[cs]e|agreement|option))?,? +(?:is |was |which is )?(?P<way>from|with|to|granted by|granted to) +(?P<O>{ORG})"
)
_AUTHORITY = r"(?:FDA|F\.D\.A\.|Food and Drug Administration|European Commission|European Medicines Agency|EMEA?|MHRA|PMDA|Health Canada|Ministry of Health[\w, ]{0,20}|Minister of Health|regulator\w*|authorit(?:y|ies))"
_REGULATOR = late(
    rf"\b{_AUTHORITY}(?: has| had| first| then)* licen[cs]ed\b|\blicen[cs]ed? (?:\w+ )?(?:by|from) (?:the )?(?:\w+ )?{_AUTHORITY}\b|\bmarketing licen[cs]e\b|\brights? to supply\b"
)
_IF_EXERCISED = late(rf"(?:If|Should|Were|When) +({ORG})(?!['’\uf8fe]) +(?:to +)?exercises? +(?:the|its|that|this) +option\b")
_CHANGES_HANDS = gate(
    r"assign|purchas|acqui|obtained from|bought|sold|\bsale of|transfer|agreement|collaborat|divest|contribut|entrust|convey|\bced|disposal|\bchoose\b|ownership|owner of|\btitle\b|made over|\b(?:made|makes) [^,;]{3,60} over to\b|hand(?:ed)? (?:back|over)",
    re.I,
)
_OF_HOLDER = late(
    rf"({ORG})(?:['’]s?|(?<=\uf8fe)) +(?:[\w-]+ +){{0,4}}(?:rights?|interest|licen[cs]e|title)\b|({ORG}) +(?:has|have|holds?|held|enjoys?) +(?:an? |the )?(?:[\w-]+ +){{0,3}}(?:rights?|licen[cs]e)\b"
)
_SUPPOSES = late(r"(?:Should|Were|Upon any|In the event)\b")
_TO_NEGOTIATE = late(r"\boption\b[^.;]{0,160}\bto (?:enter into )?negotiat")
_TAKEN = late(
    rf"({ORG})(?: +(?:has|have|had|also|first))* +(?:acquired|obtained|purchased|bought|in-?licensed|received|secured|gained)\b[^;]{{0,160}}?\b(?:under|pursuant to|through|by) +(?:an?|the|our|its) +[^;]{{0,60}}?(?:agreement|contract|deed)[^;]{{0,30}}? +with +(?:the +)?({ORG})",
    re.I,
)
"""Who got something under an agreement with somebody got it from him."""
_GOODS = late(r"\b(?:drug substance|bulk|raw materials?|supplier|supply|quantities|requirements|inventory of|samples?)\b", re.I)
"""What is bought is a good, not the right in it."""
_OF_OPTION = frozenset({"license-option-that", "license-option-of", "license-its-own", "license-said-its"})
"""Frames that tell whose option it is; what the option is to may stand in the next sentence."""
OPTION_TOLD = cue(r"option agreement|licen[cs]e|exclusive right", re.I)
_STANDS = late(
    r"\b(?:from|to) (?:which|whom) (?:we|it|the Company|[A-Z][\w’'-]+)(?: has| have| had)? $|\b(?:licen[cs]e|rights?) (?:that|which) (?:it|they|we|he|[A-Z][\w’'-]+)(?: has| have| had)? $|\b(?:lose|lost|losing|loss of|depend(?:s|ent)? on|rel(?:y|ies) on) (?:our|its|the|this|that) (?:[\w-]+ ){0,3}$"
)
"""What is told as known within a supposition: "if Acme, from which we license it, were to fail"; "we could lose our licence from Acme"."""
_RELATIVE = frozenset({"license-from-which", "license-to-which", "license-relative"})
_ROLE_TOLD = late(
    rf"^The (?:(?P<gives>seller|vendor|transferor|assignor|licensor|grantor)|buyer|purchaser|acquirer|transferee|assignee|licensee|grantee)(?: +(?:is|was|being))?,? +(?:the +)?(?P<O>{ORG})(?!['’])"
)
_OF_PROPERTY = late(r"\b(?:owner of|disposed of|sold\b|bought\b|purchased\b|acquired\b|licen[cs]ed\b|rights? (?:to|in)|patents?\b|product purchase|asset purchase)", re.I)
_NEVER = late(r"^[^;]{0,140}?\b(?:was|were|has been|have been) never (?:signed|executed|concluded|granted|completed|consummated)|^[^;]{0,140}?\b(?:fell through|never (?:came into|took) (?:force|effect)|came to nothing|did not materiali[sz]e)", re.I)
_CALLS_FOR = late(
    r"\b(?:may|might|could|can|shall be entitled to|(?:is|are|was|were) (?:entitled|free) to|(?:has|have|had) the right to|will have the right to)(?:,[^;]{3,70}?,)? (?:elect to |choose to |decide to )?(?:call for|take up|take|require|demand|claim|elect|obtain|acquire|opt for|choose)(?: from [^,;]{2,40})? (?:an?|such|that|the) (?:[\w-]+,? ){0,4}(?:sub)?licen[cs]e\b", re.I
)
"""Who may call for a licence has an option."""
_NEITHER = late(r"\bneither\b|\bno (?:rights?|licen[cs]es?)\b|\bnot (?:grant|licen[cs]e)", re.I)
_NOTHING = late(r"[\w-]+(?: (?!and\b|or\b)[\w’.-]+){0,3}? (?:no|neither|none of)\b (?:[\w-]+ )?(?:licen|rights?\b|option|interest|title|claim)")
"""Somebody gives or has no right."""
_DISCUSSED = late(r"^[^,;]{0,110}?\b(?:had|has|have)\b[^,;]{0,40}?\b(?:discussed|negotiated|explored|considered|contemplated)\b")


class Resolver(Sides):
    """Says which events of a sentence are real, and what else its words tell."""

    @staticmethod
    def _stands(sentence: Sentence, event: Event) -> bool:
        """Is a licence told as one that there is, whatever the sentence supposes of it?"""
        near = sentence.text[max(0, event.at - 80) : event.at + 12]
        return event.rule in _RELATIVE or (event.kind != "option" and _STANDS.search(near) is not None)

    def _supposed(self, sentence: Sentence, event: Event) -> bool:
        """Does a sentence only suppose what it tells ("If …", "Should …"), or tell of an option to negotiate?"""
        text = sentence.text
        if event.kind == "option" and _TO_NEGOTIATE.search(text[max(0, event.at - 160) : event.at + 220]):
            return True
        if self._stands(sentence, event):
            return False
        return (not self.proposed and text.startswith("If ")) or _SUPPOSES.match(text) is not None

    def _real(self, sentence: Sentence, event: Event) -> bool:
        text = sentence.text
        if self._supposed(sentence, event):
            return False
        if event.rule == "license-purchased" and _GOODS.search(text):
            return False
        if event.kind == "option":
            around = text[max(0, event.at - 160) : event.at + 220]
            if not (words.OPTION_OF_RIGHTS.search(around) or sentence.drugs or (event.rule in _OF_OPTION and self.option_told)) or words.OTHER_OPTION.search(
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
        own = [m.start() for m in re.finditer(rf", +{ORG}(?: +(?:has|have|had))? +(?=[a-z]+ed\b)", sentence.shape[max(0, event.at - 110) : event.at + 12])]
        if own and not re.search(r"\b[Ii]f\b", before):  # "So that this may go on, Acme has licensed …"
            before = text[max(0, event.at - 110) + own[-1] : event.at + 12]
        before = re.sub(r"^.*\b(?:licen[cs]e|rights?|option)\b[^;,]{0,60} (?:that|which) (?=[^;,]{0,50}$)", "", before)
        if event.rule == "license-option-granted":
            return True
        if event.rule in ("license-agreement-signed", "license-held") and _DISCUSSED.match(text[event.at : event.end]):
            return False
        if words.UNREAL.search(before) and not self.proposed and not self._stands(sentence, event):
            return False
        after = text[event.at : event.at + 60]
        if _NOTHING.match(after) or _NEVER.match(text[event.at :]):
            return False
        if re.search(r"right of first|first refusal|first negotiation|rights? to (?:negotiate|terminate)", after):
            return False
        if self._stands(sentence, event):
            return True
        return not (re.search(r"\b(?:may|might|could|can|if|no|not|never|neither|unless|plans to|intends to|seek|wish(?:es)? to|would)\b[^.;,]{0,30}$", text[max(event.start, event.at - 40):event.at]) and not self.proposed)

    def _resolved(self, sentence: Sentence) -> list[Event]:
        """Directed events with both roles filled, pairs whose direction is open, cross-licences both ways."""
        if (
            (not sentence.orgs
            and not re.search(r"\b[Ee]ach\b|\b[Bb]oth\b|\b[Tt]hese\b|\b[Oo]ption\b", sentence.text))
            or (not words.STRONG.search(sentence.text) and not _ENUMERATED.match(sentence.shape) and not _ROLE_TOLD.match(sentence.shape)
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
        role = _ROLE_TOLD.match(sentence.shape) if not out and _OF_PROPERTY.search(self.before) else None
        if role:
            one = sentence.orgs_of(role["O"])
            here = tuple(o for o in sentence.orgs_of(sentence.shape[role.end() :]) if o not in one)
            known = here or tuple(o for o in (*self.lead, self.context.filer) if o not in one)[:1]
            giver, taker = (one, known) if role["gives"] else (known, one)
            kind = None if re.search("licens", role[0]) else "assignment"
            if known:
                out.append(Event(0, len(sentence.shape), "license-role-told", giver, taker, (), kind, role.start("O")))
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
            if event.kind is None and _CALLS_FOR.search(sentence.text, event.at, event.at + 300) and not re.search(r"licen[cs]e agreement|collaborat", title, re.I):
                event = replace(event, kind="option")
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
            taken = _TAKEN.search(sentence.shape)
            taker, giver = (sentence.orgs_of(taken[1]), sentence.orgs_of(taken[2])) if taken else ((), ())
            told = {*taker, *giver} == set(sides)
            out.append(
                Event(
                    event.start,
                    event.end,
                    event.rule,
                    giver if told else (),
                    taker if told else (),
                    () if told else tuple(sides),
                    "option"
                    if re.search(r"option", title, re.I) and not re.search(r"licen", title, re.I)
                    else "assignment"
                    if re.search(r"asset purchase|assignment", title, re.I)
                    else event.kind,
                    event.at,
                )
            )
        return self._distinct([each for event in sorted(out, key=lambda e: e.at) for each in _apart(sentence, event)])

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


_SEPARATE = late(
    r"\brespectively\b|\b(?:separate|two|three|four|several|both) (?:[\w-]+ ){0,3}(?:licen[cs]es|agreements|options)\b|\b(?:licen[cs]e|option|collaboration) agreements (?:[^.;]{0,40} )?with\b|\blicen[cs]es (?:to [^.;]{2,60} )?(?:from|granted by)\b", re.I
)


def _apart(sentence: Sentence, event: Event) -> list[Event]:
    """ "Licenses from A and B, respectively": one agreement with each."""
    if len(event.parties) > 2 or not (len(event.licensors) > 1) ^ (len(event.licensees) > 1) or not _SEPARATE.search(sentence.text):
        return [event]
    if len(event.licensors) > 1:
        return [replace(event, licensors=(one,), rule="license-granted-listed") for one in event.licensors]
    return [replace(event, licensees=(one,), rule="license-granted-listed") for one in event.licensees]
