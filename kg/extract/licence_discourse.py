"""Documents of a filing → agreements: sentences open records, later sentences add terms to the record they speak of."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from bisect import bisect_left

from kg.extract import individuals
from kg.extract import licence_succession as succession
from kg.extract import licence_words as words
from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.licence_contract import complete
from kg.extract.licence_dates import dates_in
from kg.extract.licence_event import Event
from kg.extract.licence_frames import source_of_rights
from kg.extract.licence_key_terms import key_terms, labelled
from kg.extract.licence_open import Opener
from kg.extract.licence_particulars import fill
from kg.extract.licence_passages import cells, header_like, opening_places, paragraphs, pieces, spans_within
from kg.extract.licence_portions import RESPECTIVELY, portions
from kg.extract.licence_record import RECENT, Record, absorb, same_agreement
from kg.extract.licence_reference import REACH, Passage, reach_of, spoken_of, spoken_of_together
from kg.extract.licence_resolve import _ENUMERATED, OPTION_TOLD
from kg.extract.licence_sentence import ORG, Sentence, shape_of
from kg.extract.licence_tables import header_of, read_row
from kg.model import DocumentText, OrgRef

UNTOLD = 0.9
"""How likely a licence must be that a sentence tells without any word of agreements, rights or licences."""
TERMS_APART = 4
"""Labels of one list of key terms stand at most so many paragraphs apart."""
LONGEST_TERMS = 1_500
_PREAMBLE = 6_000
"""In so many characters a contract names its parties."""
_OTHER_MATTER = late(
    r"\b(?:employment|leases?|leased|landlord|salary|bonus|severance|credit (?:agreement|facility)|loans?|lenders?|promissory|private placement|underwrit\w+|stock purchase|"
    r"(?:securities|share|stock|note|unit) purchase|purchase agreement|public offering|sold [^.;]{0,40}(?:shares|stock|notes)|research grant|grant agreement|consulting|merger|insurance|"
    r"supply agreement|manufacturing agreement|lawsuit|audit\w*|restructuring|line of credit)\b",
    re.I,
)
_OF_LICENCES = late(r"licen[cs]|royalt|milestone|collaborat|territor|exclusiv|\boption\b|\brights?\b", re.I)
_TERM_HEAD = late(
    r"term|payment|royalt|milestone|consideration|rights|licen|grant|financial|territor|governance|equity|option|agreement|settlement|exclusiv|field|upfront|collaborat|letter of intent|sublicen|commercial",
    re.I,
)
_BY_WHOM = late(
    rf"(?:[Pp]ayments?|[Rr]oyalt\w+|[Mm]ilestones?|[Cc]onsideration|[Ff]ees) +(?:payable +|to be made +|due +)?by +({ORG})"
)
_CONSENTED = late(
    rf"({ORG})(?: +(?:has|have|had|also|thereupon))* +(?:agreed|consented|gave +(?:its|their) +(?:\w+ +)?consent) +to +(?:the|this|that|such) +(?:assignment|transfer)"
)
_LIST_WORDS = (
    "The first",
    "The second",
    "The third",
    "The other",
    "The latter",
    "One",
    "Another",
    "A second",
    "Both",
    "Each",
    "Ownership",
    "Title",
    "Our licens",
    "The licens",
    "The seller",
    "The vendor",
    "The buyer",
    "The purchaser",
    "The acquirer",
    "The assign",
)
_LICENCE_DEAL = gate(
    r"\b(?:[Ll]icen[cs]e|[Oo]ption|[Cc]ollaborat\w+|[Dd]evelopment|[Cc]ommerciali[sz]ation|[Ss]ublicen[cs]e)\b[^.;]{0,60}\b[Aa]greements?\b|\bterm sheet\b|\bletter of intent\b|\b(?:commercial |development |strategic |marketing )*partner\b"
    r"|\b(?:both|each|all|two|three)\b[^.;]{0,40}\bagreements?\b|\bexercised\b[^.;]{0,40}\boption\b"
)
"""Words for an agreement of rights."""
_DEALING = late(r"agreement|signed|entered|licen|closed|settle|executed|merger|transaction|announce", re.I)


def listed_sentence(sentence: Sentence) -> bool:
    """Does the sentence go on with a list that the one before it opened ("The second, from …")?"""
    return _ENUMERATED.match(sentence.shape) is not None


class Reader(Opener):
    """Reads the documents of one filing in order; `records` is what it has learnt."""

    untold = False
    """Has the sentence at hand none of the words that open an agreement?"""

    def read(self, text: DocumentText) -> None:
        """All agreements of one document."""
        self.current, self.topic, self.drug, self.told = None, (), None, None
        self.year, self.day = (self.context.filed or "")[:4] or None, None
        self.contract = text.type.upper().startswith("EX-10")
        self.absent = self.contract and not self._names_filer(text.sequence)
        opening = text.text[:_PREAMBLE] if self.contract else ""
        self.consented = "assign" in opening and succession.CONSENT.search(opening) is not None
        live = -9
        openings = opening_places(text)
        for number, (start, end) in enumerate(paragraphs(text.layout), 1):
            self.paragraph = number + text.sequence * 1_000_000
            row = text.layout.find("\t", start, end) >= 0
            near = self.current is not None and self.paragraph - self.current.paragraph <= reach_of(self.contract)
            opens = openings[bisect_left(openings, start)] < end
            known = bool(self.records) and self.records[-1].sequence == text.sequence
            if not (opens or row or near or known) and number - live > 2:
                continue
            body = text.text[start:end]
            near = near or (known and any(piece in body for piece in words.PAYING))
            if not (opens or row or near) and number - live > 2:
                continue
            if opens and (near or row or self._foreign(text.sequence, start, end) or number - live <= 1):
                live = number
            elif not row and not (near and any(piece in body for piece in words.CONTINUING)) and number - live > 2:
                continue
            if row:
                self._key_terms(text, start, end)
            if row and not opens and not self.labels and not header_like(body):
                continue
            if not row:
                self.labels = None
                self._paragraph(text, start, end)
                continue
            self._row(text, start, end)
        if self.contract:
            here = [r for r in self.records[-RECENT:] if r.sequence == text.sequence]
            complete(text, here, self.mentions)
            self.records += fill(text, here, self.mentions)

    def _names_filer(self, sequence: int) -> bool:
        """Does a contract name the filer where contracts name their parties?"""
        names = self.context.memories[sequence].names
        return any(org == self.context.filer for start, org in names if start < _PREAMBLE)

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
        body = memory.text.text[start:end]
        if memory.forms:
            if any(org != filer for _, (_, org, _) in memory.automaton.iter(body)):
                return True
            if " the " in body and any(m.org != filer for m in memory.mentions(start, end)):
                return True
        return individuals.CUE.search(body) is not None

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
                twin = next((r for r in self.records[-RECENT:] if r.directed and same_agreement(r, record)), None)
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
        if self.current and self.paragraph - self.current.paragraph > reach_of(self.contract):
            self.current = None
        sequence, self.agreed = text.sequence, succession.CONSENT.search(body) is not None
        self.option_told = OPTION_TOLD.search(body) is not None
        self._key_terms(text, start, end)
        self.payer, self.option_head = (), False
        first = True
        opens_here = any(p in body for p in words.OPENING)
        for begin, stop in pieces(text.text, spans_within(self.context.sentences(sequence), start, end) or [(start, end)], start, end):
            said = text.text[begin:stop]
            live = self.current is not None or self.option_head or (
                bool(self.records) and self.records[-1].sequence == sequence and any(p in said for p in words.PAYING)
            )
            heads = first and stop < end - 20 and stop - begin <= 64
            if (
                not heads
                and not said.startswith(_LIST_WORDS)
                and not opens_here
                and not (live and any(p in said for p in words.CONTINUING))
            ):
                self.passed, self.before = (sequence, begin, stop), said
                first = False
                if "19" in said or "20" in said:
                    self._remember_dates(said)
                continue
            self._catch_up(sequence)
            sentence = shape_of(self.context, self.mentions, sequence, begin, stop, self.paragraph)
            self.untold = opens_here and not any(p in said for p in words.OPENING)
            self._sentence(sentence, body, first)
            first = False
        self._subject_of_passage(sequence, start, end)

    def _key_terms(self, text: DocumentText, start: int, end: int) -> None:
        """The agreement of a list of key terms, whose labels may stand each in a paragraph or row of its own."""
        if not labelled(text.layout, max(0, start - 1), end):  # the break before it is the first label's
            return
        if not (self.terms and self.terms[0] == text.sequence and self.paragraph - self.terms[2] <= TERMS_APART):
            self.terms = (text.sequence, start, self.paragraph)
        first = self.terms[1]
        self.terms = (text.sequence, first, self.paragraph)

        def orgs_in(low: int, high: int) -> list[OrgRef]:
            return [m.org for m in self.context.orgs_in(text.sequence, low, high)]

        for said in key_terms(text.layout, max(first, end - LONGEST_TERMS), end, self.context.filer, orgs_in):
            whole = shape_of(self.context, self.mentions, text.sequence, said.start, min(end, said.start + LONGEST_TERMS), self.paragraph)
            self._open(whole, [Event(0, len(whole.shape), "license-key-terms", said.givers, said.takers, (), said.kind, 0)])

    def _heading(self, sentence: Sentence, runs_in: bool) -> bool:
        """A heading that names somebody turns to his agreement; one that names another matter leaves the last one."""
        bare = sentence.text.strip(" .:–—-")
        if (
            len(bare) > 60
            or not re.match(r"(?:\(?[\w.]{1,4}\)?\.? )?[A-Z(]", bare)
            or re.search(r" (?:is|are|was|were|has|have|had|will|shall|pays?|paid|may) ", bare)
        ):
            return False
        if sentence.orgs and len(sentence.orgs) == 1 and len(re.sub(ORG, "", sentence.shape).strip(" .:–—-;")) < 22:
            org = sentence.orgs[0]
            if runs_in:
                self.drug = None
            self.current = (
                next((r for r in reversed(self.records[-RECENT:]) if r.sequence == sentence.sequence and org in r.everyone), None)
                if org != self.context.filer
                else self.current
            )
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
        agreed = (
            _CONSENTED.search(sentence.shape)
            if "consent" in sentence.text or "agreed to the" in sentence.text
            else None
        )
        if not agreed:
            return
        giver = sentence.orgs_of(agreed[1])
        for record in reversed(self.records[-RECENT:]):
            if record.directed and set(giver) & set(record.licensors):
                sale = next(
                    (r for r in self.records[-RECENT:] if r.kind == "assignment" and set(r.licensors) & set(record.licensees)),
                    None,
                )
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
        if self.untold:
            events = [e for e in events if (e.chance is None or e.chance >= UNTOLD) and not self._told_of(e)]
        blocked = (
            not events
            and any(p in sentence.text for p in ("icen", "ight", "ption", "ICEN"))
            and words.NOT_LICENCE.search(sentence.text)
        )
        if blocked and not (self.current and self._speaks_of(sentence, self.current)):
            if re.search(r"trade-?mark|software|premises|data capture|information system", sentence.text, re.I):
                self.current = None
        elif shares := self._shared_out(sentence):
            for other, part in shares:
                self._add(other, part, 0, len(part.shape), None)
        elif events:
            if not self._taken_up(sentence, events):
                self._open(sentence, self._becoming_licences(sentence, events))
        else:
            record = spoken_of(sentence, self._passage(sentence)) if self.records else None
            if record and _OTHER_MATTER.search(sentence.text) and not _OF_LICENCES.search(sentence.text):
                others = set(record.everyone) - {self.context.filer}
                record = record if others & set(sentence.orgs) else None
            origin = source_of_rights(sentence)
            if origin and not record and self.current and self.current.filled and self.paragraph == self.current.paragraph:
                record = self.current
            together = spoken_of_together(sentence, self._passage(sentence)) if self.records else []
            for other in together[:-1]:
                self._add(other, sentence, 0, len(sentence.shape), None)
            record = together[-1] if together else record
            shares = [] if together or not record else portions(sentence, self._beside(sentence.sequence), self.context.filer)
            for other, part in shares:
                self._add(other, part, 0, len(part.shape), None)
                self.current = other
            if record and not shares:
                record = self._exercised(record, sentence) or self._sibling(record, sentence) or record
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
        self.told = self._deal_told(sentence) if "19" in sentence.text or "20" in sentence.text or self.year else None
        if "19" in sentence.text or "20" in sentence.text:
            self._remember_dates(sentence.text)
        if sentence.orgs:
            self.lead = sentence.orgs[:1]
        if sentence.drugs:
            self.drug, self.drug_at = sentence.drugs[0 if len(sentence.drugs) > 1 else -1], self.paragraph

    def _told_of(self, event: Event) -> bool:
        """Has the passage told before of an agreement between the two of an event?"""
        both = {*event.licensors, *event.licensees, *event.parties}
        return any(both == set(r.everyone) and self.paragraph - r.paragraph <= 1 for r in self.records[-RECENT:])

    def _deal_told(self, sentence: Sentence) -> tuple[str, int, set[OrgRef]] | None:
        """The day, the place and the parties of an agreement of which a sentence tells without saying what it grants."""
        if not _LICENCE_DEAL.search(sentence.text) or _OTHER_MATTER.search(sentence.text):
            return None
        days = [d.iso for d in dates_in(sentence.text, self.year) if d.role in ("event", "made")]
        named = {o for o in sentence.orgs if o != self.context.filer}
        return (days[0], self.paragraph, named) if len(set(days)) == 1 else None

    def _speaks_of(self, sentence: Sentence, record: Record) -> bool:
        filer = self.context.filer
        named = {o for o in sentence.orgs if o != filer}
        return bool(named & set(record.everyone)) or not named

    def _shared_out(self, sentence: Sentence) -> list[tuple[Record, Sentence]]:
        """What a sentence that names nobody tells of each of the last agreements ("$100,000 and $250,000, respectively")."""
        if RESPECTIVELY not in sentence.text or set(sentence.orgs) - {self.context.filer}:
            return []
        return portions(sentence, self._beside(sentence.sequence), self.context.filer)

    def _beside(self, sequence: int) -> list[Record]:
        """The agreements of a document told of lately."""
        return [r for r in self.records[-RECENT:] if r.sequence == sequence and self.paragraph - r.paragraph <= REACH]

    def _passage(self, sentence: Sentence) -> Passage:
        return Passage(
            self.records, self.current, sentence.sequence, self.paragraph, self.context.filer, self.contract, self.payer
        )
