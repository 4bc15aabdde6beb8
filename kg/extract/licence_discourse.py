"""Documents of a filing → agreements: sentences open records, later sentences add terms to the record they speak of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from kg.extract import licence_words as words
from kg.extract.dates import find_dates
from kg.extract.document import Context
from kg.extract.licence_contract import complete
from kg.extract.licence_frames import Event, both_give, directed, mutual, option_agreement, source_of_rights, undirected
from kg.extract.licence_record import Record, absorb, compatible_dates, same_agreement
from kg.extract.licence_sentence import ORG, Sentence, shape_of
from kg.extract.licence_tables import header_of, read_row
from kg.extract.licence_terms import dates_in, exclusivity_in, royalties_in, sums_in, territories_in
from kg.extract.mentions import Mentions
from kg.model import DocumentText, OrgRef

_REACH = 3
"""A paragraph may add terms to an agreement told of this many paragraphs before, not further."""
_REFERENCE = re.compile(
    r"(?i:\bthe (?:\w+ )?(?:term sheet|letter|amendment|license|licence|agreement)\b)|\b(?:[Tt]he|[Tt]hat|[Tt]his|[Uu]nder(?: the| that| this| it)?|[Ii]n (?:exchange|return|consideration|addition)|[Ii]ts|[Tt]hese|[Tt]hose|[Ii]t|[Oo]ur) ?(?:\w+[ -]){0,3}?(?:licen[cs]e|sub-?licen[cs]e|agreement|option|grant|rights|collaboration|amendment|terms|consideration|exchange|return|Agreement|License|territory|Sublicense|Option|arrangement|deal|transaction|royalt\w+|milestone\w*|payments?|price|fee)\b|"
    r"^(?:It|Both|Royalt\w+|Milestones?|Payable|Potential|Aggregate|No (?:royalt|upfront|milestone)|The (?:price|royalty|up-?front|initial|first|territory)|An (?:initial|upfront)|A (?:further|fee)|Consideration|Upfront|Signature|Territory|Field|Payments?|Of (?:the|this)|Should|Nothing|There)\b",
)
_TIED = re.compile(
    r"(?:\bfor(?: use)?(?: in| against)?|\bto treat|\bagainst|\blimited to|\bin respect of|\bfor the (?:treatment|prevention|therapy|management)(?: or prevention| and prevention)? of|\bin the (?:field|treatment|indications?) (?:of )?|\bas a treatment (?:for|of)|\btreatment of|\bprevention of|\ball uses in|\badds|\bfor use in|\buses? in|\bin)"
    r"(?: the(?: treatment of)?| patients with| adults with| people with| human| children with| chronic| acute)* *$",
    re.I,
)
_APPOSITION = re.compile(r"(?:\uf8ff *,? +|, )(?:\([^)]*\) *)?,? *(?:an?|its|our|the) (?:[\w-]+ ){0,6}$|\b(?:candidate|agent|inhibitor|agonist|antagonist|antibody|therapy|molecule|treatment|vaccine|modulator|peptide|protein) *$|\b(?:trial|study|studies|tested|model|models|approved|development|Phase \S+|indicated|program|market(?:ed)?|markets|marketed \S+|designation|testing|work)\b[^.;,]{0,40}$", re.I)  # fmt: skip
_PAYER = re.compile(rf"({ORG})(?!['’\uf8fe]) *,?(?: +(?:has|had|have|will|would|shall|is|are|may|must|also|in turn|then|agreed|to|could|itself|already|on signing|thereupon|now|further|in addition|thereafter|therefore|hereby))* +(?:pa(?:y|ys|id|ying)|remit(?:s|ted)?|owes?|ma[dk]es? (?:a|an) (?:\w+[ -]){{0,3}}payments?|made payments?|bears?|reimburses?)\b")
_PAYEE = re.compile(rf"(?:({ORG})(?!['’\uf8fe]) *,?(?: +(?:has|had|have|will|would|shall|is|may|also|stands?|to|could|was|been|be|due|eligible|entitled|the|which))* +(?:receiv(?:e|es|ed|ing)|collects?|collected|earn(?:s|ed)?|(?:is|was|be|been) (?:also )?(?:paid|due))\b|bringing +({ORG})|\bpa(?:y|ys|id|ying)(?: to)? +({ORG})(?!['’\uf8fe])|payments? (?:of [^;]{{3,30}} )?to +({ORG})(?!['’\uf8fe])|\bowes? +({ORG})|remit\w* [^;]{{3,30}} to +({ORG}))")
_REVERTED = re.compile(rf"\brights?\b[^;\ue000-\ue7ff]{{0,50}} (?:revert(?:ed|s)?|return(?:ed|s)?|came back|come back|go back|went back)(?: +back)? +to +({ORG})(?!['’])")
_MADE_FOR = re.compile(rf"({ORG})[^;]{{0,100}}\bto (?:sub)?licen[cs]e\b")
_DEVELOPS = re.compile(rf"({ORG})(?!['’\uf8fe]),?(?: +(?:will|shall|may|is to|are to|has the right to|can|becomes responsible for|assumes responsibility for))(?: +\w+ly)? +(?:be (?:solely )?responsible for )?(?:develop\w*|commerciali[sz]\w*|market\w*|sell\w*|register\w*|distribut\w*|regist\w+)")
_FORCED = re.compile(r"\b(?:separate|second|another|further|additional|other) (?:\w+ )?(?:licen|sublicen|option|agreement)|\balso (?:hold|granted|licen|gave|has|have|entered|obtained|acquired)|\bgrant(?:s|ed)? back|\bback to\b|\bgrant-?back|licensed back|in (?:its|their) turn|in addition, a\b|Likewise", re.I)
_EXERCISE = re.compile(r"\bexercis(?:ed|ing) (?:its|the|that|this|of|an)\b|notice of exercise|exercise of (?:the|its|an) option|\btook up (?:the|its) option|option (?:was|has been|having been) exercised|elected to (?:exercise|take)", re.I)
_UNEXERCISED = re.compile(r"\b(?:not|never|may|might|if|could|un|would|until|were|upon|for the)\b[^.;]{0,40}exercis|exercisable|not (?:been )?exercised|before exercising", re.I)
_TERM_HEAD = re.compile(r"term|payment|royalt|milestone|consideration|rights|licen|grant|financial|territor|governance|equity|option|agreement|settlement|exclusiv|field|upfront|collaborat|letter of intent|sublicen|commercial", re.I)
_BY_WHOM = re.compile(rf"(?:[Pp]ayments?|[Rr]oyalt\w+|[Mm]ilestones?|[Cc]onsideration|[Ff]ees) +(?:payable +|to be made +|due +)?by +({ORG})")
_DEAL = re.compile(r"(?:commerciali[sz]\w+|develop\w*|market\w*|registr\w+|register|promot\w+|sale|sell|rights?|licen\w+|exclusiv\w+|covers|covering)\b[^.;]{0,110}[\ue800-\uefff]|[\ue800-\uefff][^.;]{0,80}\b(?:exclusiv|licen|commerciali)")
_ENUMERATED = re.compile(rf"^(?:The (?:first|second|third|fourth|other|latter|former|one)|One|Another|A (?:second|third))(?: of (?:these|them|those|the two))?(?: (?:licen[cs]e|agreement|option))?,? +(?:is |was |which is )?(?P<way>from|with|to|granted by|granted to) +(?P<O>{ORG})")
_CONSENTED = re.compile(rf"({ORG})(?: +(?:has|have|had|also|thereupon))* +(?:agreed|consented|gave +(?:its|their) +(?:\w+ +)?consent) +to +(?:the|this|that|such) +(?:assignment|transfer)")
_LIST_WORDS = ("The first", "The second", "The third", "The other", "The latter", "One", "Another", "A second", "Both", "Each", "Ownership", "Title", "Our licens", "The licens")
_DEALING = re.compile(r"agreement|signed|entered|licen|closed|settle|executed|merger|transaction|announce", re.I)
_BACK = re.compile(r"\b(?:licen[cs]ed|grant(?:s|ed)?|gave|gives) back|grant-?back|\bback to\b|licen[cs]e back", re.I)
_ANOTHER = re.compile(r"\b(?:[Aa] second|[Aa]nother|[Aa] separate|[Aa] further|[Aa]n additional|[Aa] third) (?:[\w-]+ ){0,2}(?:licen|sublicen|option)", re.I)
_UNNAMED_TO = re.compile(r"\bto +(?:(?:certain|third|other|several|another|various|some|subsidiaries|affiliates|others|customers|end users|researchers|companies|the (?:subsidiar|affiliat|public|government|trustee|holder|bank))\w*|[A-Z][a-z]{2,}(?! *(?:\d|,? \d{4})))")
_UNNAMED_FROM = re.compile(r"\b(?:by|from) +(?:(?:certain|third|other|several|another|various|some|an? (?:third|former|affiliate|subsidiary|unrelated|large|major|number)|others|customers|plaintiffs?|defendants?)\w*|(?!January|February|March|April|May|June|July|August|September|October|November|December|Phase|Europe|Japan|China|Asia|North|South|Latin|United|Canada|The|Our|A\b)[A-Z][a-z]{2,})")
_HEAD = re.compile(r"^(?:[A-Z][\w’'&. -]{1,60}?)\. ")


class Reader:
    """Reads the documents of one filing in order; `records` is what it has learnt."""

    def __init__(self, context: Context, mentions: Mentions) -> None:
        self.context = context
        self.mentions = mentions
        self.records: list[Record] = []
        self.current: Record | None = None
        self.topic: tuple[OrgRef, ...] = ()
        self.lead: tuple[OrgRef, ...] = ()
        self.drug: str | None = None
        self.drug_at = -9
        self.proposed = False
        self.paragraph = 0
        self.year: str | None = context.filed[:4] if context.filed else None
        self.day: str | None = None
        self.deal: tuple[str, int] | None = None
        self.option_head = False
        self.passed: tuple[int, int, int] | None = None
        self.before = ""
        self.payer: tuple[OrgRef, ...] = ()
        self.contract = False
        self.labels: tuple[str, ...] | None = None

    # ── documents, paragraphs, sentences ──

    def read(self, text: DocumentText) -> None:
        """All agreements of one document."""
        self.current, self.topic, self.drug = None, (), None
        self.year, self.day = (self.context.filed or "")[:4] or None, None
        self.contract = text.type.upper().startswith("EX-10")
        live = -9
        for number, (start, end) in enumerate(paragraphs(text.layout), 1):
            self.paragraph = number + text.sequence * 1_000_000
            body = text.text[start:end]
            row = "\t" in text.layout[start:end]
            near = self.current is not None and self.paragraph - self.current.paragraph <= (_REACH if not self.contract else 400)
            opens = any(piece in body for piece in words.OPENING)
            if opens and (near or row or self._foreign(text.sequence, start, end) or number - live <= 1):
                live = number
            elif not row and not (near and any(piece in body for piece in words.CONTINUING)) and number - live > 2:
                continue
            if row and not opens and not self.labels and "\t" in text.layout[start:end] and not header_like(body):
                continue
            if "\t" not in text.layout[start:end]:
                self.labels = None
                self._paragraph(text, start, end)
                continue
            self._row(text, start, end)
        if self.contract:
            complete(text, [r for r in self.records if r.sequence == text.sequence], self.mentions)

    def _catch_up(self, sequence: int) -> None:
        """Whom the sentence just passed over spoke of, because "it" may mean him."""
        if self.passed and self.passed[0] == sequence:
            orgs = [m.org for m in self.context.orgs_in(*self.passed)]
            if orgs:
                self.lead = (orgs[0],)
            named = tuple(dict.fromkeys(o for o in orgs if o != self.context.filer))
            self.topic = named or self.topic
            drug = self.mentions.compounds_in(*self.passed)
            if drug:
                self.drug, self.drug_at = drug[0].name, self.paragraph
        self.passed = None

    def _remember_dates(self, said: str) -> None:
        """The last day told of, which "the same date" means, and the day of the deal the passage is about."""
        told = dates_in(said, self.year)
        for date in told:
            if date.role == "event" or (date.role == "made" and not any(d.role == "event" for d in told)):
                self.year, self.day = date.iso[:4], date.iso
                if _DEALING.search(said):
                    self.deal = (date.iso, self.paragraph)

    def _foreign(self, sequence: int, start: int, end: int) -> bool:
        """Is anybody but the filer named in `[start, end)`?"""
        memory, filer = self.context.memories[sequence], self.context.filer
        if not memory.forms:
            return False
        if any(org != filer for _, (_, org, _) in memory.automaton.iter(memory.text.text, start, end)):
            return True
        return any(m.org != filer for m in memory.mentions(start, end)) if " the " in memory.text.text[start:end] else False

    def _row(self, text: DocumentText, start: int, end: int) -> None:
        """A table row: head of a table of licences, one of its rows, or cells in running words."""
        spans = list(cells(text.layout, start, end))
        labels = header_of([text.text[a:b] for a, b in spans])
        if labels:
            self.labels = labels
            return
        if self.labels and abs(len(spans) - len(self.labels)) <= 1 and len(spans) >= 3:
            record = read_row(self.context, self.mentions, text.sequence, self.labels, spans)
            if record:
                record.paragraph = self.paragraph
                twin = next((r for r in self.records if r.directed and same_agreement(r, record)), None)
                if twin:
                    absorb(twin, record)
                else:
                    self.records.append(record)
                return
        else:
            self.labels = None
        for low, high in spans:
            if high - low > 60:
                self._paragraph(text, low, high)

    def _paragraph(self, text: DocumentText, start: int, end: int) -> None:
        body = text.text[start:end]
        self.proposed = any(piece in body for piece in words.UNSETTLED) and bool(words.PROPOSED.search(body))
        if self.current and self.paragraph - self.current.paragraph > (_REACH if not self.contract else 400):
            self.current = None
        sequence = text.sequence
        self.payer, self.option_head = (), False
        first = True
        for begin, stop in spans_within(self.context.sentences(sequence), start, end) or ((start, end),):
            begin, stop = max(begin, start), min(stop, end)
            said = text.text[begin:stop]
            live = self.current is not None or self.option_head
            heads = first and stop < end - 20 and stop - begin <= 64
            if not heads and not said.startswith(_LIST_WORDS) and not any(p in said for p in words.OPENING) and not (live and any(p in said for p in words.CONTINUING)):
                self.passed = (sequence, begin, stop)
                first = False
                if "19" in said or "20" in said:
                    self._remember_dates(said)
                continue
            self._catch_up(sequence)
            sentence = shape_of(self.context, self.mentions, sequence, begin, stop, self.paragraph)
            self._sentence(sentence, body, first)
            first = False

    def _heading(self, sentence: Sentence, runs_in: bool) -> bool:
        """A heading that names somebody turns to his agreement; one that names another matter leaves the last one."""
        bare = sentence.text.strip(" .:–—-")
        if len(bare) > 60 or not re.match(r"(?:\(?[\w.]{1,4}\)?\.? )?[A-Z(]", bare) or re.search(r" (?:is|are|was|were|has|have|had|will|shall|pays?|paid|may) ", bare):
            return False
        if sentence.orgs and len(sentence.orgs) == 1 and len(re.sub(ORG, "", sentence.shape).strip(" .:–—-;")) < 22:
            org = sentence.orgs[0]
            self.current = next((r for r in reversed(self.records) if r.sequence == sentence.sequence and org in r.everyone), None) if org != self.context.filer else self.current
            if self.current:
                self.current.paragraph = self.paragraph
            self.topic = sentence.orgs if org != self.context.filer else self.topic
            return True
        self.option_head = bool(re.fullmatch(r"(?:[\d.()]+ *)?(?:Exclusive )?Options?(?: Rights?| Grant)?", bare))
        if self.option_head:
            return True
        if not sentence.orgs and not _TERM_HEAD.search(bare) and not self.contract and len(bare.split()) <= 8:
            if runs_in:
                self.current = None
            return True
        return False

    def _consent(self, sentence: Sentence) -> None:
        """The licensor agrees that a licence goes with what was sold: the buyer becomes its holder."""
        agreed = _CONSENTED.search(sentence.shape) if "consent" in sentence.text or "agreed to the" in sentence.text else None
        if not agreed:
            return
        giver = sentence.orgs_of(agreed[1])
        for record in reversed(self.records):
            if record.directed and set(giver) & set(record.licensors):
                sale = next((r for r in self.records if r.kind == "assignment" and set(r.licensors) & set(record.licensees)), None)
                if sale:
                    record.licensees, record.status = sale.licensees, "amended"
                    record.spans[(sentence.sequence, sentence.start, sentence.end)] = None
                return

    def _sentence(self, sentence: Sentence, paragraph: str, first: bool) -> None:
        payer = _BY_WHOM.search(sentence.shape) if len(sentence.text) < 60 else None
        if payer:
            self.payer = sentence.orgs_of(payer[1])
            return
        if first and self._heading(sentence, len(paragraph) > len(sentence.text) + 20):
            return
        self._consent(sentence)
        events = self._resolved(sentence)
        blocked = not events and any(p in sentence.text for p in ("icen", "ight", "ption", "ICEN")) and words.NOT_LICENCE.search(sentence.text)
        if blocked and not (self.current and self._speaks_of(sentence, self.current)):
            if re.search(r"trade-?mark|software|premises|data capture|information system", sentence.text, re.I):
                self.current = None
        elif events:
            self._open(sentence, events)
        else:
            record = self._target(sentence)
            if record:
                record = self._exercised(record, sentence) or self._sibling(record, sentence) or record
                origin = source_of_rights(sentence)
                if origin and record.filled and not set(origin) & set(record.licensees):
                    record.licensors, record.filled = origin, False
                self._add(record, sentence, 0, len(sentence.shape), None)
                self._save_where(record, sentence, 0, len(sentence.shape))
                self.current = record
        if not listed_sentence(sentence):
            self.before = sentence.text
        named = [o for o in sentence.orgs if o != self.context.filer]
        if named:
            self.topic = tuple(named)
        if "19" in sentence.text or "20" in sentence.text:
            self._remember_dates(sentence.text)
        if sentence.orgs:
            self.lead = sentence.orgs[:1]
        if sentence.drugs:
            self.drug, self.drug_at = sentence.drugs[0 if len(sentence.drugs) > 1 else -1], self.paragraph

    # ── events ──

    def _real(self, sentence: Sentence, event: Event) -> bool:
        text = sentence.text
        if not self.proposed and text.startswith("If ") or re.match(r"(?:Should|Were|Upon any|In the event)\b", text):
            return False
        if event.kind == "option":
            around = text[max(0, event.at - 160) : event.at + 220]
            if not (words.OPTION_OF_RIGHTS.search(around) or sentence.drugs) or words.OTHER_OPTION.search(text[max(0, event.at - 60) : event.at + 130]):
                return False
        near = text[max(event.start, event.at - 90) : event.at + 160]
        bad = words.NOT_LICENCE.search(near)
        if bad and not sentence.drugs_of(sentence.shape[event.start : event.end]):
            return False
        if bad and re.search(r"keeps?|kept|reserv|retain", bad[0], re.I) and bad.start() < min(len(near), 100):
            return False
        if bad and re.search(r"trade-?mark|software|named patients|merger|mark [A-Z]", bad[0], re.I):
            return False
        before = re.split(r"; |\. (?=[A-Z])", text[max(0, event.at - 110) : event.at + 12])[-1]
        before = re.sub(r"^.*\b(?:licen[cs]e|rights?|option)\b[^;,]{0,60} (?:that|which) (?=[^;,]{0,50}$)", "", before)
        if event.rule == "license-option-granted":
            return True
        if words.UNREAL.search(before) and not self.proposed:
            return False
        after = text[event.at : event.at + 60]
        if re.search(r"right of first|first refusal|first negotiation|rights? to (?:negotiate|terminate)", after):
            return False
        if re.search(r"\b(?:may|might|could|can|if|no|not|never|neither|unless|plans to|intends to|seek|wish(?:es)? to|would)\b[^.;,]{0,30}$", text[max(event.start, event.at - 40) : event.at]) and not self.proposed:
            return False
        return True

    def _resolved(self, sentence: Sentence) -> list[Event]:
        """Directed events with both roles filled, pairs whose direction is open, cross-licences both ways."""
        if not sentence.orgs and not re.search(r"\b[Ee]ach\b|\b[Bb]oth\b|\b[Tt]hese\b|\b[Oo]ption\b", sentence.text) or not words.STRONG.search(sentence.text) and not re.search(r"assign|purchas|acqui|bought|sold|\bsale of|transfer|agreement|collaborat|divest|contribut|entrust|convey|\bced|made over|hand(?:ed)? (?:back|over)", sentence.text, re.I):
            return []
        out: list[Event] = []
        pairs = undirected(sentence)
        if mutual(sentence):
            sides = next((e.parties for e, _ in pairs if len(e.parties) == 2), None)
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
        found = [e for e in directed(sentence) if self._real(sentence, e)]
        whole = [e for e in found if e.licensors and e.licensees]
        for event in found:
            if event not in whole and any(e.start <= event.at <= e.end and (event.licensors and event.licensors == e.licensors or event.licensees and event.licensees == e.licensees or set((*event.licensors, *event.licensees)) <= {*e.licensors, *e.licensees} and abs(e.at - event.at) < 120) for e in whole):
                continue
            if event.licensors or event.licensees or event.missing:
                full = self._fill(sentence, event, [p for p, _ in pairs])
                if full:
                    out.append(full)
        listed = _ENUMERATED.match(sentence.shape)
        if listed and not out and re.search(r"licen[cs]e|option|agreement", self.before):
            one = sentence.orgs_of(listed["O"])
            roles = ((self.context.filer,), one) if listed["way"] in ("to", "granted to") else (one, (self.context.filer,))
            kind = "option" if re.search(r"\boptions\b", self.before) else None
            if one[0] != self.context.filer:
                out.append(Event(0, len(sentence.shape), "license-enumerated", *roles, (), kind, 0))
        if both_give(sentence) and len(self.topic) > 1:
            out.append(Event(0, len(sentence.shape), "license-licensors", self.topic, (self.context.filer,), (), None, 0))
        if self.option_head and not out and self.current and self.current.directed and re.search(r"\bmay\b|right|until|exercis", sentence.text):
            self.option_head = False
            out.append(Event(0, len(sentence.shape), "license-option-clause", self.current.licensors, self.current.licensees, (), "option", 0))
        named_option = option_agreement(sentence)
        if named_option and not any("ption" in title for _, title in pairs) and not any(e.kind == "option" for e in out):
            start = named_option.start()
            whole_before = next(((e.licensors, e.licensees) for e in out if e.at < start and e.licensors and e.licensees), None)
            sides_known = whole_before or (self.current and self.current.directed and (self.current.licensors, self.current.licensees))
            if sides_known:
                out = [e for e in out if e.at < start]
                out.append(Event(start, len(sentence.shape), "license-option-agreement", *sides_known, (), "option", start))
        for event, title in pairs:
            if len(event.parties) == 1:
                actor = self._actor(sentence, event)
                if actor and actor != event.parties[0]:
                    event = replace(event, parties=(actor, *event.parties))
            sides = event.parties if len(event.parties) == 2 else self._sides(event.parties)
            plain = re.search(r"(?:^|\b)(?:into |an? |the |to |our |this |that |definitive |exclusive |strategic |written |binding |\d{4} )*(?:agreements?|deal|partnership|alliance)$", title.strip())
            deal = plain and len(sides) == 2 and _DEAL.search(sentence.shape) and not words.OTHER_TITLE.search(sentence.text) and not words.NOT_LICENCE.search(sentence.text)
            if deal and self._real(sentence, event) and not any(set(sides) == {*e.licensors, *e.licensees} for e in out):
                out.append(replace(event, parties=tuple(sides)))
                continue
            bare = event.rule == "license-agreement-signed" and re.fullmatch(r"(?:into |an? |the |to )*agreements?", title.strip()) and len(sides) == 2
            if bare and not any(set(sides) == {*e.licensors, *e.licensees} for e in out):
                out.append(replace(event, parties=tuple(sides), rule="license-agreement-bare"))
                continue
            if len(sides) != 2 or not words.LICENCE_TITLE.search(title) or (words.OTHER_TITLE.search(title) and not re.search(r"licen[cs]|collaborat", title, re.I)):
                continue
            if words.NOT_LICENCE.search(sentence.text[max(0, event.at - 30) : event.at + 200]) or not self._real(sentence, event):
                continue
            if any(set(sides) == {*e.licensors, *e.licensees} for e in out):
                continue
            made = re.match(r"[^;]{0,60}? to (?:sub)?licen[cs]e\b", sentence.shape[event.end - (event.end - event.at) :][:300].split("with", 1)[-1]) if "with" in sentence.shape[event.at :] and event.rule == "license-agreement-with" else None
            if made and len(event.parties) == 2:
                out.append(replace(event, licensors=event.parties[:1], licensees=event.parties[1:], parties=(), kind="sublicense" if "sublicen" in made[0] else None))
                continue
            out.append(Event(event.start, event.end, event.rule, (), (), tuple(sides), "option" if re.search(r"option", title, re.I) and not re.search(r"licen", title, re.I) else "assignment" if re.search(r"asset purchase|assignment", title, re.I) else None, event.at))
        return self._distinct(sorted(out, key=lambda e: e.at))

    def _actor(self, sentence: Sentence, event: Event) -> OrgRef | None:
        """Who signed an agreement "with" somebody: the subject of the clause, "it" being the one last spoken of."""
        left = sentence.shape[: event.at]
        signed = re.search(rf"(?:({ORG})|\b(?:it|It|they|which))(?: +(?:has|had|have|also|today|then))* +(?:signed|entered into|executed|concluded|made|reached)\b[^;]{{0,40}}$", left)
        if not signed:
            return None
        if signed[1]:
            return sentence.orgs_of(signed[1])[0]
        before = [o for o in sentence.orgs_of(left[: signed.start()]) if o not in event.parties]
        return before[0] if before else next((o for o in self.lead if o not in event.parties), None)

    def _sides(self, known: tuple[OrgRef, ...]) -> tuple[OrgRef, ...]:
        """The two sides when one is known: the filer is the other unless it is the one."""
        if len(known) == 1 and known[0] != self.context.filer:
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
            twin = next((i for i, k in enumerate(kept) if (set(k.licensors), set(k.licensees)) == roles and not event.parties and not k.parties and (k.start == event.start or event.kind == k.kind or None in (k.kind, event.kind)) and abs(k.at - event.at) < 500), None)
            if twin is None:
                swapped = next((k for k in kept if event.licensors and set(k.licensors) == roles[1] and set(k.licensees) == roles[0] and abs(k.at - event.at) < 60), None)
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
        if givers and _UNNAMED_TO.search(after) or takers and _UNNAMED_FROM.search(after):
            return None
        if event.rule == "license-became-licensee" and known == (filer,):
            return None
        pair = next((p.parties for p in pairs if set(known) <= set(p.parties) and len(p.parties) == 2), None)
        if pair:
            other = tuple(o for o in pair if o not in known)
        elif len([p for p in pairs if len(p.parties) == 1]) and known == (filer,):
            other = next(p.parties for p in pairs if len(p.parties) == 1)
        elif self.current and set(known) & set(self.current.everyone) and not event.missing and not self._third(sentence, known) and (known != (filer,) or self._specific(sentence)):
            side = self.current
            if set(known) & set(side.licensors):
                other = side.licensees
            elif set(known) & set(side.licensees):
                other = side.licensors
            else:
                other = tuple(o for o in side.everyone if o not in known)
            if givers and side.directed and not set(givers) & set(side.licensors) and filer not in known and filer not in side.everyone:
                other = ()
        if not other and event.missing:
            other = tuple(o for o in (*self.lead, *self.topic) if o not in known)[:1]
        stranger = filer not in sentence.orgs and any(o not in known for o in sentence.orgs)
        if not other and filer not in known and not stranger and (filer in sentence.orgs or sentence.drugs or event.kind == "option" or re.search(r"\b[Tt]he (?:licen[cs]e|patents?|technology|agreement|product)\b|exclusive|patent|[A-Z]{2,}[-‑ ]?\d", sentence.text)):
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
        if sentence.drugs or find_dates(sentence.text):
            return True
        return bool(re.search(r"\bexclusiv|worldwide|\b[Tt]he (?:licen[cs]e|sublicen[cs]e|option|agreement|Agreement)\b|\b(?:an?|one) (?:[\w-]+ ){0,3}(?:licen[cs]e|option)\b", sentence.text)) and not re.search(r"\b(?:certain|various|several|many|other|any|third part(?:y|ies)|others|licen[cs]es)\b", sentence.text)

    def _third(self, sentence: Sentence, known: tuple[OrgRef, ...]) -> bool:
        """Does the sentence name somebody outside the record at hand, so that the record does not tell the other side?"""
        sides = {*self.current.everyone, *known} if self.current else set(known)
        return any(o not in sides and o != self.context.filer for o in sentence.orgs)

    # ── records ──

    def _open(self, sentence: Sentence, events: list[Event]) -> None:
        main = [e for e in events if e.rule not in _SIDE] or events
        events = main + [e for e in events if e not in main]
        ends = _window_ends(main, len(sentence.shape)) + [min(e.end, e.at + 90) for e in events[len(main) :]]
        lead = re.match(r"(?:It|That licen[cs]e|The (?:sub)?licen[cs]e|This licen[cs]e|Our licen[cs]e) (?:is|was|covers|extends)[^;]{5,160}?(?=, which )", sentence.text)
        cut = 0
        if lead and self.current and lead.end() < events[0].at:
            self._add(self.current, sentence, 0, lead.end(), None)
            cut = lead.end()
        first: Record | None = None
        for number, (event, end) in enumerate(zip(events, ends, strict=True)):
            if event.succession:
                self._succeed(sentence, event)
                continue
            clause = max(sentence.shape.rfind(";", 0, event.at), sentence.shape.rfind(":", 0, event.at)) + 1
            if event.rule == "license-cross":
                clause, cut = 0, 0
            beside = number >= len(main)
            start = max(cut, clause) if number == 0 or event.rule == "license-cross" else max(clause, event.at - 60) if beside else min(event.start if event.start >= ends[number - 1] else ends[number - 1], event.at)
            fresh = Record(event.licensors, event.licensees, event.parties, event.kind, sequence=sentence.sequence, paragraph=self.paragraph, rule=event.rule)
            fresh.granted = not event.parties
            fresh.weak = event.rule == "license-agreement-bare"
            fresh.apart = event.rule == "license-granted-listed"
            fresh.status = event.status
            fresh.filled = event.filled
            self._add(fresh, sentence, start, end, event)
            record = self._match(fresh, sentence)
            self._save_where(record or fresh, sentence, start, end)
            if record is None:
                self.records.append(fresh)
                record = fresh
            else:
                self._merge(record, fresh)
            if first is None or event.rule not in _SIDE:
                self.current = record
            first = first or record
            if any(e.rule in _SIDE for e in events[: number + 1]) and number + 1 == len(events) and events[0].rule not in _SIDE:
                self.current = first
        if first is not None and all(e.rule == "license-granted-listed" for e in events):
            self.current = first

    def _succeed(self, sentence: Sentence, event: Event) -> None:
        """A licence changes hands: the record of its former holder gets the new one, as an amendment."""
        for record in reversed(self.records):
            if record.directed and set(event.licensors) & set(record.licensees) and not set(event.licensees) & set(record.licensors):
                record.licensees = event.licensees
                record.status = "amended"
                record.spans[(sentence.sequence, sentence.start, sentence.end)] = None
                record.paragraph = self.paragraph
                self.current = record
                return

    def _save_where(self, record: Record, sentence: Sentence, start: int, end: int) -> None:
        """Two kinds of exclusivity for two territories in one sentence make two records."""
        text = sentence.text[start:end]
        save = _SAVE_WHERE.search(text)
        then = None if save else _AND_EXCLUSIVE.search(text)
        if not save and not then:
            return
        piece = save[0] if save else text[then.start() :] if then else ""
        value = exclusivity_in(save[2] if save else piece)
        places = territories_in(save[1] if save else piece)
        if not value or not places or value == exclusivity_in(text[: (save or then).start()]):  # type: ignore[union-attr]
            return
        if then and not territories_in(text[: then.start()], tuple((a - start, b - start) for a, b in sentence.asides)):
            return
        made = Record(record.licensors, record.licensees, record.parties, record.kind, record.collaboration, sequence=record.sequence, paragraph=self.paragraph, rule=record.rule)
        made.granted, made.compounds, made.made, made.event, made.effective = record.granted, dict(record.compounds), record.made, record.event, record.effective
        made.indications, made.upfront, made.milestones = dict(record.indications), record.upfront, record.milestones
        made.exclusivity, made.territory = value, {p.label: p.excluded for p in places}
        made.spans[(sentence.sequence, sentence.start, sentence.end)] = None
        made.apart = record.apart = True
        record.territory = {k: v for k, v in record.territory.items() if k not in made.territory}
        self.records.append(made)

    def _exercised(self, record: Record, sentence: Sentence) -> Record | None:
        """An option taken up becomes a licence between the same parties, a record of its own."""
        option = next((r for r in reversed(self.records) if r.kind == "option" and set(r.everyone) & set(record.everyone) and r.sequence == record.sequence), None)
        if not option or option.status == "terminated" or not _EXERCISE.search(sentence.text) or _UNEXERCISED.search(sentence.text):
            return None
        known = next((r for r in self.records if r.kind != "option" and r.directed and set(r.everyone) == set(option.everyone) and r.rule == "license-option-exercised"), None)
        if known:
            return known
        made = Record(option.licensors, option.licensees, option.parties, None, sequence=sentence.sequence, paragraph=self.paragraph, rule="license-option-exercised")
        made.granted, made.compounds, made.territory, made.copied = True, dict(option.compounds), dict(option.territory), True
        made.indications = dict(option.indications)
        made.spans[(sentence.sequence, sentence.start, sentence.end)] = None
        self.records.append(made)
        dated = [d.iso for d in dates_in(sentence.text) if d.role in ("event", "made", "ended") and d.iso != option.made]
        made.event = dated[0] if dated else None
        return made

    def _sibling(self, record: Record, sentence: Sentence) -> Record | None:
        """Rights that differ by territory are agreements apart: "exclusive in A … non-exclusive in B"."""
        split = _apart(sentence.text)
        found = exclusivity_in(sentence.text)
        places = territories_in(sentence.text, sentence.asides)
        if not record.exclusivity or not found or found == record.exclusivity or not places or words.AMENDED.search(sentence.text) or split:
            return None
        if not re.search(r"licen|rights?\b|exclusive", sentence.text) or re.search(r"option", sentence.text, re.I):
            return None
        made = Record(record.licensors, record.licensees, record.parties, record.kind, record.collaboration, sequence=record.sequence, paragraph=self.paragraph, rule=record.rule)
        made.granted, made.compounds, made.made, made.event, made.effective = record.granted, dict(record.compounds), record.made, record.event, record.effective
        made.upfront, made.milestones = list(record.upfront), list(record.milestones)
        made.apart = True
        record.apart = True
        self.records.append(made)
        return made

    def _match(self, fresh: Record, sentence: Sentence) -> Record | None:
        forced = bool(_FORCED.search(sentence.text))
        if fresh.directed and _ANOTHER.search(sentence.text) and any(same_agreement(r, fresh) and r.paragraph != fresh.paragraph + 1 for r in self.records if r.sequence == fresh.sequence):
            return None
        for record in reversed(self.records):
            if record.sequence != fresh.sequence:
                break
            if fresh.directed and not record.directed and _BACK.search(sentence.text) and set(record.parties) == {*fresh.licensors, *fresh.licensees}:
                record.direct(fresh.licensees[0], None)
                continue
            if fresh.directed and not record.directed and set(record.parties) == {*fresh.licensors, *fresh.licensees} and self.paragraph - record.paragraph <= 60:
                if record.kind == "option" and fresh.kind != "option":
                    continue
                record.licensors, record.licensees, record.weak = fresh.licensors, fresh.licensees, False
                return record
            if not fresh.directed and set(fresh.parties) == set(record.everyone) and compatible_dates(record.date, fresh.made) and (fresh.kind == record.kind or fresh.kind is None):
                return record
            if fresh.directed and same_agreement(record, fresh):
                if forced and record.compounds and fresh.made and record.made and fresh.made != record.made:
                    continue
                return record
        return None

    @staticmethod
    def _merge(record: Record, fresh: Record) -> None:
        absorb(record, fresh)

    def _speaks_of(self, sentence: Sentence, record: Record) -> bool:
        filer = self.context.filer
        named = {o for o in sentence.orgs if o != filer}
        return bool(named & set(record.everyone)) or not named

    def _target(self, sentence: Sentence) -> Record | None:
        """The record a sentence without event of its own adds to."""
        filer = self.context.filer
        named = {o for o in sentence.orgs if o != filer}
        reference = _REFERENCE.search(sentence.text)
        reach = (400 if self.contract else 60) if named and (reference or re.search(r"\$|%|per ?cent|royalt|milestone|licen|rights?\b", sentence.text)) else (_REACH if not self.contract else 400) if reference or named else 0
        near = [r for r in self.records if r.sequence == sentence.sequence and self.paragraph - r.paragraph <= reach]
        if self.current and self.current.paragraph == self.paragraph and re.match(r"(?:It|That licen[cs]e|This licen[cs]e|The (?:sub)?licen[cs]e) (?:is|was|covers|extends|runs|embraces|has been|concerns|relates)\b", sentence.text):
            return self.current
        if named:
            drugs = set(sentence.drugs)
            holders = [r for r in near if named & set(r.everyone)]
            holders = [r for r in holders if set(sentence.orgs) <= set(r.everyone)] or [r for r in holders if named <= set(r.everyone)] or holders
            holders = self._paying(sentence, holders)
            if drugs:
                holders = [r for r in holders if not r.compounds or drugs & r.compounds.keys()] or holders
            if self.current in holders:
                return self.current
            return holders[-1] if holders else None
        if self.current and (self.current.paragraph == self.paragraph or reference or re.search(r"(?:pay|payments?|receive|fee|royalt\w*|milestones?|up-?front)\b", sentence.text)):
            if self.paragraph - self.current.paragraph <= (_REACH if not self.contract else 400):
                return self.current
        return None

    def _paying(self, sentence: Sentence, holders: list[Record]) -> list[Record]:
        """Of several records those in which who pays is the licensee and who is paid the licensor."""
        if len(holders) < 2:
            return holders
        payer, payee = _PAYER.search(sentence.shape), _PAYEE.search(sentence.shape)
        by = sentence.orgs_of(payer[1]) if payer else self.payer
        to = sentence.orgs_of(next(g for g in payee.groups() if g)) if payee else ()
        fit = [r for r in holders if (not by or set(by) & set(r.licensees)) and (not to or set(to) & set(r.licensors))]
        return fit or holders

    # ── terms ──

    def _add(self, record: Record, sentence: Sentence, start: int, end: int, event: Event | None) -> None:
        text, shape = sentence.text[start:end], sentence.shape[start:end]
        span = (sentence.sequence, sentence.start, sentence.end)
        opened = event is not None
        speaks = opened or bool(re.search(r"licen|right|territor|exclusiv|grant|agreement|option|covers|extends|field", text, re.I))
        used = opened
        rest = not opened and words.UNREAL.search(text) is not None and not re.search(r"milestone|royalt|\$", text)
        if rest:
            return
        changed = re.search(r"should become|made (?:that|the|this) licen[cs]e|has become|became (?:non-)?exclusive|now (?:non-)?exclusive|converted|make the licen[cs]e", text)
        if speaks and (not record.exclusivity or changed):
            found = exclusivity_in(text[changed.start() :] if changed else text)
            if found:
                record.exclusivity, used = found, True
        if re.search(r"\b[Cc]ollaborat(?:ion|ive)\b(?! partner)", text) and (opened or "ollaboration Agreement" in text) and re.search(r"[Cc]ollaborati(?:on|ve)[^.;]{0,60}\b[Aa]greement|[Rr]esearch collaboration|the collaboration", text):
            record.collaboration = True
        self._places(record, sentence, start, end, opened)
        self._compounds(record, sentence, start, end, opened, event)
        self._diseases(record, sentence, start, end, opened)
        self._dates(record, text, opened, event.at - start if event else 0)
        used |= self._money(record, text, span, opened)
        used |= self._status(record, text, sentence, opened)
        self._direction(record, sentence, shape)
        if re.search(r"right to (?:grant )?sub-?licen|sub-?licen[cs]able|may (?:grant )?sublicen|right to grant sub", text, re.I) and not re.search(r"no right to (?:grant )?sub|not sublicen", text, re.I):
            record.sublicensable, used = True, True
        elif re.search(r"no right to (?:grant )?sub-?licen|may not sub-?licen|not sublicen", text, re.I):
            record.sublicensable, used = False, True
        for right in re.findall(r"\b(?:develop|manufactur|make|sell|market|commerciali[sz]e|distribute|import|use|promote|register)\b", text):
            if opened and re.search(r"\bto (?:\w+,? (?:and |or )?){0,6}" + right, text):
                record.rights[_RIGHTS.get(right, right)] = None
        if used:
            record.spans[span] = None
            if opened:
                record.grant_spans[span] = None
            record.paragraph = self.paragraph

    def _places(self, record: Record, sentence: Sentence, start: int, end: int, opened: bool) -> None:
        text = sentence.text[start:end]
        if not opened and not (re.search(r"licen|rights?\b|territor|exclusiv|grant|option|covers|extends?|reaches|limit|limited|field|sublicen|good in|consists", text, re.I)):
            return
        if record.copied and territories_in(text):
            record.territory, record.copied = {}, False
        if not opened and record.territory and not re.search(r"extend\w* th|give way|enlarge|now cover|add", text):
            return
        if not opened and re.search(r"\b(?:retain|keep|trial|study|approv|royalt|supply|file)", text) and not re.search(r"licen|exclusiv", text):
            return
        asides = tuple((a - start, b - start) for a, b in sentence.asides if not re.search(r"worldwide|exclusive|licen|territor", sentence.text[a:b]))
        names = tuple(m.span() for m in re.finditer(ORG, sentence.shape[start:end]))
        found = territories_in(text, asides + names)
        if re.search(r"No rights are conveyed elsewhere|retains", text):
            found = [p for p in found if p.label not in ("worldwide",)]
        if not found:
            return
        fresh = {p.label: p.excluded for p in found}
        if "worldwide" in fresh and len(fresh) > 1 and opened:
            fresh = {"worldwide": ()} if not any(p.excluded for p in found) else {k: v for k, v in fresh.items() if k != "worldwide"}
        if not opened and record.territory:
            record.territory = fresh
        else:
            record.territory |= fresh

    def _compounds(self, record: Record, sentence: Sentence, start: int, end: int, opened: bool, event: Event | None) -> None:
        shape = sentence.shape[start:end]
        shape = re.sub(r"[\ue800-\uefff]\uf8ff*+(?= +(?:is|are) subject to)", "", shape)
        shape = re.sub(r"(?:\bvectors?|cell lines?|\bprocess|\bdevice|\bpolymer|\bassays?|\bligand|delivery)\b[^;\ue000-\ue7ff]{0,40}[\ue800-\uefff]\uf8ff*+", "", shape)
        found = sentence.drugs_of(shape)
        if not found and opened:
            found = tuple(dict.fromkeys(m.name for a, b in sentence.asides if start <= a < end and b - a < 40 for m in self.mentions.compounds_in(sentence.sequence, sentence.start + a, sentence.start + b)))
        if not found and opened and start > 0 and sentence.shape[start - 1 : start] == ":":
            found = sentence.drugs_of(sentence.shape[:start])[:1]
        if found and opened:
            record.compounds |= dict.fromkeys(found[:1] if len(found) > 1 and not re.search(r" and | or |,", shape) else found)
            return
        if record.compounds:
            return
        text = sentence.text[start:end]
        if found and re.search(r"licen|rights?\b|covers|concern|relat|embrac|grant|sublicen|option|limited to|exclusive|lead molecule|to take in|known", text, re.I):
            record.compounds |= dict.fromkeys(found)
            return
        if opened and self.drug and self.paragraph - self.drug_at <= 1 and not re.search(r"patents?\b(?! on the)|technolog|platform|vector|cell line|library|assay|media|process|device|polymer|hybridoma|linker|know-how|inventions relating|panel|adjuvant|screen|improvements?", text, re.I):
            if re.search(r"\b(?:it|them|the (?:compound|molecule|drug|product|antibody|candidate|peptide|protein|vaccine|program)|rights?|which)\b", text):
                record.compounds[self.drug] = None

    def _diseases(self, record: Record, sentence: Sentence, start: int, end: int, opened: bool) -> None:
        text = sentence.text
        if not opened and (record.indications and not re.search(r"\b(?:adds?|added|also covers|extends|enlarge)", text) or not re.search(r"licen|rights?\b|grant|covers|embrac|field|limited to|adds|exclusiv|sublicen|confined", text, re.I)):
            return
        if not opened and re.search(r"trial|study|studies|approved|Phase|designation|plans", text):
            return
        last = -1
        for disease in self.mentions.indications_in(sentence.sequence, sentence.start + start, sentence.start + end):
            at, stop = disease.start - sentence.start, disease.end - sentence.start
            before = text[max(0, at - 90) : at]
            joined = last >= 0 and re.fullmatch(r"(?:,? (?:and|or|and in|or in|and for|and the|and of|as well as)|,|,? and (?:the )?(?:treatment|prevention) of) ?", text[last:at]) is not None
            tied = _TIED.search(before)
            if tied and re.search(r"\bin (?:the )?$", tied[0] + "") and re.match(r"in", tied[0].strip()) and not re.search(r"licen|right|exclusiv|sublicen|option|uses", before):
                tied = None
            if joined or (tied and not _APPOSITION.search(sentence.shape[max(0, at - 110) : at - len(tied[0])])):
                record.indications[disease.ref.name] = disease.ref
                last = stop

    def _dates(self, record: Record, text: str, opened: bool, at: int) -> None:
        dated = dates_in(text, self.year)
        told = re.search(r"issued (?:a|the) (?:joint )?(?:press|news) release|\bannounced\b", text)
        if told and len(dated) > 1:
            dated = [d for d in dated if d.start > told.start() or d.role != "event"]
        if opened and self.day and re.search(r"\b(?:of|on|made|at) (?:that|the same|such) (?:date|day)\b|\bthe same day\b|\bof even date\b|on the day of (?:the )?exercise|(?:that|same) day\b", text) and not record.made:
            record.made = self.day
        events = [d for d in dated if d.role == "event"]
        nearest = min(events, key=lambda d: (abs(d.start - at) + (40 if d.start > at else 0))) if events else None
        for date in dated:
            if date.role == "made" and (opened or re.search(r"licen|agreement|option|sublicen|collaborat|sign|letter|term sheet|dates", text[: date.start + 60], re.I)):
                if not record.made or (len(date.iso) > len(record.made) and date.iso.startswith(record.made)):
                    record.made = date.iso
                    record.effective = bool(re.search(r"effective (?:as of )?$", text[max(0, date.start - 20) : date.start]))
                elif re.search(r"restated[^.;]{0,40}$", text[max(0, date.start - 60) : date.start]):
                    record.made = date.iso
                    record.status = record.status or "amended"
            elif date is nearest and opened and not record.event:
                record.event = date.iso
            elif date.role == "event" and not record.date and re.search(r"\b(?:paid|bought|purchased|received|granted|signed)\b[^.;]*\b(?:option|licen[cs]e)\b", text):
                record.event = date.iso
            elif date.role == "amended":
                if re.search(r"restated", text[max(0, date.start - 60) : date.start]):
                    record.made, record.status = date.iso, "amended"
                record.amended = record.amended or date.iso
            elif date.role == "ended":
                record.ended = date.iso
        if opened and not record.date and self.deal and self.paragraph - self.deal[1] <= 3 and re.search(r"\b(?:grants|receives|obtains|gives|takes|becomes|will|shall|hereby|makes over|assigns|acquires|gets|is to)\b|[Ii]mmediately before|[Ss]imultaneous|[Cc]oncurrent|[Aa]t the (?:same )?(?:closing|time)|same instrument|settlement each|In the same", text):
            record.passage = self.deal[0]
        if opened and not record.date and re.search(r"\btoday\b|\bannounced\b", text) and self.context.filed:
            record.announced = self.context.filed

    def _money(self, record: Record, text: str, span: tuple[int, int, int], opened: bool) -> bool:
        used = False
        for paid in sums_in(text):
            target = record.upfront if paid.kind == "upfront" else record.milestones
            if not any(a.value == paid.amount.value for a, _, _ in target):
                target.append((paid.amount, paid.whole, span))
            used = True
        for low, high in royalties_in(text, True):
            record.royalties.append((low, high, span))
            used = True
        return used

    def _status(self, record: Record, text: str, sentence: Sentence, opened: bool) -> bool:
        used = False
        if record.kind == "option" and words.OPTION_GIVEN_UP.search(text):
            record.status, used = "terminated", True
        for match in words.TERMINATED.finditer(text):
            before = text[max(0, match.start() - 100) : match.start()]
            if words.CONDITIONAL.search(before) or re.search(r"\b(?:trial|study|employment|exclusivity[^.;]*|patents?|lease|term|discussions|negotiations|waiting period|offer|merger|first negotiation|Phase \S+|months|quarter|year|weeks|period|days|years) $", before):
                if not re.search(r"notice[^.;]{0,40}(?:elect\w* to|would|will|that it)[^.;]{0,20}$|agreed to $|elected to $|elects to $|(?:was|were|been) $", before):
                    continue
            if re.search(r"\b(?:employment|trial|study)\b[^.;]{0,40}$", before):
                continue
            if not re.search(r"licen|agreement|rights?|collaborat|option|arrangement|contract", text, re.I):
                continue
            if "amendment" in before.lower()[-30:] or re.search(r"replace|supersede", before[-40:]):
                continue
            record.status, used = "terminated", True
        if record.status != "terminated" and words.AMENDED.search(re.sub(r"(?i)amended and restated (?=(?:[\w-]+ ){0,4}(?:agreement|licen))", "", text)) and not re.search(r"Amended and Restated|amendment fee", text) and re.search(r"licen|agreement|amend|restated|royalt|milestone", text, re.I):
            if record.status != "proposed":
                record.status, used = "amended", True
        if self.proposed and opened and record.status is None and re.search(r"letter of intent|term sheet|would|definitive|non-?binding|set out terms|proposal", text, re.I):
            record.status, used = "proposed", True
        if record.kind == "option" and re.search(r"\bexercis(?:ed|ing) (?:its|the|that|this) (?:\w+ )?option|notice of exercise|option (?:was|has been) exercised", text):
            record.rights["exercised"] = None
            used = True
        return used

    def _direction(self, record: Record, sentence: Sentence, shape: str) -> None:
        if record.directed or len(record.parties) != 2:
            return
        develops = _DEVELOPS.search(shape)
        back = _REVERTED.search(shape)
        if back and sentence.orgs_of(back[1])[0] in record.parties:
            record.direct(sentence.orgs_of(back[1])[0], None)
            return
        payee, payer = _PAYEE.search(shape), _PAYER.search(shape)
        if develops:
            record.direct(None, sentence.orgs_of(develops[1])[0])
        elif payee and re.search(r"\$|milestone|royalt|payment|upfront|million|percent|%", shape):
            marked = next(g for g in payee.groups() if g)
            record.direct(sentence.orgs_of(marked)[0], None)
        elif payer and re.search(r"\$|milestone|royalt|payment|upfront|million|percent|%", shape):
            record.direct(None, sentence.orgs_of(payer[1])[0])
        elif owner := re.search(rf"({ORG})(?:['’]s?|(?<=\uf8fe)) +(?:(?!rights?\b|licen|work\b|trial|stud|interest|option|agreement|use\b|for\b|to\b)[\w-]+ +){{0,5}}[\ue800-\uefff]", shape):
            hint = sentence.orgs_of(owner[1])[0]
            record.hint = record.hint or (hint if hint in record.parties else None)


_SAVE_WHERE = re.compile(r"(?:save|except|other than|but not|excluding)(?: for| that)? in ([^,;.]{3,40}),? where [^,;.]{0,40}?\b((?:non-?|co-)exclusive|exclusive)", re.I)
_AND_EXCLUSIVE = re.compile(r",? and (?:an? |the )(?:(?:non-?|co-)?exclusive|sole) (?:right|licen[cs]e)", re.I)


def _apart(text: str) -> bool:
    """Do two kinds of exclusivity stand in one sentence?"""
    return len({w.lower() for w in re.findall(r"\b(?:co-|non-?)?exclusive(?:ly)?\b", text, re.I)}) > 1


_SIDE = frozenset({"license-owned-held", "license-from-which", "license-to-which", "license-licensee-apposed", "license-licensor-apposed", "license-our-licensee"})
_RIGHTS = {"make": "manufacture", "manufactur": "manufacture", "commercialise": "commercialize"}


def _window_ends(events: list[Event], length: int) -> list[int]:
    """Where the words about each event of a sentence end: at the begin of the next, or at the end of the sentence."""
    ends = []
    for event, following in zip(events, events[1:], strict=False):
        if event.rule == "license-cross":
            ends.append(length)
        else:
            ends.append(following.start if following.start > event.start else max(event.at + 1, following.at - 25))
    return [*ends, length]


def paragraphs(layout: str) -> Iterator[tuple[int, int]]:
    """Spans between breaks of the layout."""
    start = 0
    while start < len(layout):
        end = layout.find("\n", start)
        end = len(layout) if end < 0 else end
        if end > start:
            yield start, end
        start = end + 1


def header_like(body: str) -> bool:
    """Might a row be the head of a table of licences?"""
    return len(body) < 300 and any(w in body for w in ("icens", "artner", "arty", "arties", "ollaborator", "nstitution", "ompany", "hom"))


def listed_sentence(sentence: Sentence) -> bool:
    """Does the sentence go on with a list that the one before it opened ("The second, from …")?"""
    return _ENUMERATED.match(sentence.shape) is not None


def cells(layout: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the cells of a row."""
    while start < end:
        stop = layout.find("\t", start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            yield start, stop
        start = stop + 1


def spans_within(sentences: tuple[tuple[int, int], ...], start: int, end: int) -> list[tuple[int, int]]:
    """The sentences that overlap `[start, end)`."""
    index = max(0, bisect_left(sentences, (start + 1, 0)) - 1)
    found = []
    while index < len(sentences) and sentences[index][0] < end:
        if sentences[index][1] > start:
            found.append(sentences[index])
        index += 1
    return found
