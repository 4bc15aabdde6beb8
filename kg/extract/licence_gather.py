"""Part of a sentence that speaks of an agreement → terms added to its record, with the passage."""

# ruff: noqa: E501, SIM102 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re

from kg.extract import licence_words as words
from kg.extract.document import Context
from kg.extract.late import late
from kg.extract.licence_dates import dates_in, month_in
from kg.extract.licence_direction import settle_direction
from kg.extract.licence_event import Event
from kg.extract.licence_fields import tied_indications
from kg.extract.licence_payments import add_payments
from kg.extract.licence_record import COARSE, RECENT, Record, Span
from kg.extract.licence_sentence import ORG, Sentence
from kg.extract.licence_status import add_status
from kg.extract.licence_terms import exclusivity_in, left_out, spells_out, territories_in
from kg.extract.licence_unreal import former
from kg.extract.mentions import Mentions
from kg.extract.places import find_territories
from kg.model import OrgRef

_NO_DRUG = late(
    r"patents?\b(?! on the)|technolog|platform|vector|cell line|substrate|plasmid|\bstrain|reagent|library|assay|media|process|device|polymer|hybridoma|linker|know-how|inventions relating|panel|adjuvant|screen|improvements?|option|another|other (?:compound|product)",
    re.I,
)
_ADDS_PLACE = late(
    r"\badd(?:s|ed|ing)?\b|\bjoins?\b|\benlarg\w+|\bwiden\w*|\bbroaden\w*|\bexpand\w*|\bextend(?:s|ed|ing)? (?:\w+ ){0,4}to\b|\btake in\b|as well\b|\balso cover", re.I
)
_CHANGES_PLACE = late(
    _ADDS_PLACE.pattern + r"|extend\w* th|give way|now cover|\bto (?:confine|limit|restrict|narrow|reduce)\b|\b(?:confined|limited|restricted|narrowed|reduced) (?:it |the \w+ )?to\b", re.I
)
_TOLD_PLACE = late(r"territor|licen[cs]|agreement|rights?\b|countr|exclusiv|amend", re.I)
_SUPPOSED = late(r"\b(?:whether|may|might|could|would|until|if)\b")
_NOT_PLACE = late(r"\b(?:does|do|did|shall|will|is|are) not (?:extend|cover|include|reach|apply|embrace|run|take in)|\b(?:granted|licensed|given) (?:nothing|nobody|no (?:one|rights?|licen[cs]es?))\b|\bnothing (?:is|was|has been) (?:granted|licensed)\b|\binquir(?:y|ies)\b", re.I)
_SAME_PLACE = late(
    r"\b(?:in|for|throughout|within) the Territory\b|\b(?:in|for|throughout|within|as to|of) (?:the same|those|these) (?:countries|territor\w+|regions?|markets?|states|part of the world)\b"
)
_SAME_DAY = late(
    r"\b(?:of|on|made|at) (?:that|the same|such) (?:date|day)\b|\bthe same day\b|\bof even date\b|on the day of (?:the )?exercise|(?:that|same) day\b"
)
_NEWS = late(
    r"\b(?:has|have|will|today|this morning|now|just|becomes?|grants?|gets?|gains?|receives?|obtains?|takes?|licen[cs]es|pays|is to)\b|[Uu]nder the (?:terms|agreement|deal|licen|new)"
)
_LONG_AGO = late(r"\b(?:previously|earlier|already|formerly|years? ago|had (?:been )?(?:granted|licensed|given|sold|assigned))\b")
_HEADLINE = late(r"\W*(?:Entered|Signed|Executed|Announced|Granted|Licensed|Out-licensed|In-licensed|Acquired|Established|Completed|Formed)\b")
"""A line of a list of what is new begins with what was done."""
_FIGURES = late(r"milestone|royalt|\$")
_CLAUSE = late(r"[:;]|, (?:and|but)\b")
_THE_COLLABORATION = late(r"(?:The|This|That|Our|Under the|By the) [Cc]ollaboration (?:and \w+ )?[Aa]greement\b")
_EFFECTIVE = late(r"\b(?:effective|in(?:to)? force|in(?:to)? effect)(?: (?:as of|on|from|since))? $")
_RESTATED = late(r"\brestate|\bamend", re.I)
_RIGHTS = {"make": "manufacture", "manufactur": "manufacture", "commercialise": "commercialize"}


class Gatherer:
    """What a reader of agreements remembers of the passage, and how a sentence adds to a record."""

    def __init__(self, context: Context, mentions: Mentions) -> None:
        self.context = context
        self.mentions = mentions
        self.records: list[Record] = []
        self.current: Record | None = None
        self.topic: tuple[OrgRef, ...] = ()
        self.lead: tuple[OrgRef, ...] = ()
        self.terms: tuple[int, int, int] | None = None
        self.drug: str | None = None
        self.drug_at = -9
        self.proposed = False
        self.paragraph = 0
        self.year: str | None = context.filed[:4] if context.filed else None
        self.day: str | None = None
        self.deal: tuple[str, int] | None = None
        self.dateline: tuple[str, int] | None = None
        self.told: tuple[str, int, set[OrgRef]] | None = None
        self.option_head = False
        self.passed: tuple[int, int, int] | None = None
        self.before = ""
        self.option_told = False
        self.payer: tuple[OrgRef, ...] = ()
        self.contract = False
        self.absent = False
        self.consented = False
        self.agreed = False
        self.labels: tuple[str, ...] | None = None

    def _add(self, record: Record, sentence: Sentence, start: int, end: int, event: Event | None) -> None:
        text, shape = sentence.text[start:end], sentence.shape[start:end]
        span = (sentence.sequence, sentence.start, sentence.end)
        opened = event is not None
        speaks = opened or bool(
            re.search(r"licen|right|territor|exclusiv|grant|agreement|option|covers|extends|field", text, re.I)
        )
        used = opened
        if not opened and former(text):
            return
        rest = None if opened or _FIGURES.search(text) else words.UNREAL.search(text)
        if rest:  # "the license is co-exclusive: each may sell, and neither may let in a third"
            cut = max((m.start() for m in _CLAUSE.finditer(text, 0, rest.start())), default=0)
            if not exclusivity_in(text[:cut]):
                return
            end = start + cut
            text, shape = sentence.text[start:end], sentence.shape[start:end]
        changed = re.search(
            r"should become|made (?:that|the|this) licen[cs]e|has become|became (?:non-)?exclusive|now (?:non-)?exclusive|converted|make the licen[cs]e",
            text,
        )
        if speaks and (not record.exclusivity or changed):
            found = exclusivity_in(text[changed.start() :] if changed else text)
            if found:
                record.exclusivity, used = found, True
        if (
            re.search(r"\b[Cc]ollaborat(?:ion|ive)\b(?! partner)", text)
            and (opened or "ollaboration Agreement" in text)
            and re.search(
                r"[Cc]ollaborati(?:on|ve)[^.;]{0,60}\b[Aa]greement|(?:[Rr]esearch|[Ss]trategic|[Dd]evelopment|[Gg]lobal) collaboration|the collaboration", text
            )
        ) or _THE_COLLABORATION.match(text):
            record.collaboration = True
        self._places(record, sentence, start, end, opened)
        self._compounds(record, sentence, start, end, opened, event)
        self._diseases(record, sentence, start, end, opened)
        self._dates(record, text, opened, event.at - start if event else 0)
        used |= self._paid(record, text, span, opened, sentence.text[:start])
        used |= add_status(record, text, opened, self.proposed, self.contract)
        settle_direction(record, sentence, shape)
        if re.search(
            r"right to (?:grant )?sub-?licen|sub-?licen[cs]able|may (?:grant )?sublicen|right to grant sub", text, re.I
        ) and not re.search(r"no right to (?:grant )?sub|not sublicen", text, re.I):
            record.sublicensable, used = True, True
        elif re.search(r"no right to (?:grant )?sub-?licen|may not sub-?licen|not sublicen", text, re.I):
            record.sublicensable, used = False, True
        for right in re.findall(
            r"\b(?:develop|manufactur|make|sell|market|commerciali[sz]e|distribute|import|use|promote|register)\b", text
        ):
            if opened and re.search(r"\bto (?:\w+,? (?:and |or )?){0,6}" + right, text):
                record.rights[_RIGHTS.get(right, right)] = None
        if used:
            record.spans[span] = None
            if opened:
                record.grant_spans[span] = None
            record.paragraph = self.paragraph

    def _places(self, record: Record, sentence: Sentence, start: int, end: int, opened: bool) -> None:
        text = sentence.text[start:end]
        if not opened and not (
            re.search(
                r"licen|rights?\b|territor|exclusiv|grant|option|covers|embrac|extends?|reaches|limit|limited|field|sublicen|good in|consists",
                text,
                re.I,
            )
        ):
            return
        if record.copied and territories_in(text):
            record.territory, record.copied = {}, False
        if not opened and _NOT_PLACE.search(text):
            return
        may = _SUPPOSED.search(text) and not re.search(r"amend", text, re.I)
        changed = None if may else _CHANGES_PLACE.search(text) if not opened and record.territory and _TOLD_PLACE.search(text) else None
        spelt = not opened and spells_out(text) and record.territory.keys() <= COARSE
        if not opened and record.territory and not changed and not spelt:
            return
        if (
            not opened
            and not changed
            and re.search(r"\b(?:retain|keep|trial|study|approv|royalt|supply|file)", text)
            and not re.search(r"licen|exclusiv", text)
        ):
            return
        asides = tuple(
            (a - start, b - start)
            for a, b in sentence.asides
            if not re.search(r"worldwide|exclusive|licen|territor", sentence.text[a:b])
            and len(find_territories(sentence.text[a:b])) < 2
        )
        names = tuple(m.span() for m in re.finditer(ORG, sentence.shape[start:end]))
        found = territories_in(text, asides + names)
        if re.search(r"No rights are conveyed elsewhere|retains", text):
            found = [p for p in found if p.label not in ("worldwide",)]
        if not found and opened and not record.territory and (left := left_out(sentence.text, start)):
            record.territory = dict.fromkeys(left, ())
            return
        if not found:
            if opened and not record.territory and _SAME_PLACE.search(text):
                record.territory = self._defined_territory(record)
            return
        fresh = {p.label: p.excluded for p in found}
        if "worldwide" in fresh and len(fresh) > 1 and opened:
            fresh = (
                {"worldwide": ()}
                if not any(p.excluded for p in found)
                else {k: v for k, v in fresh.items() if k != "worldwide"}
            )
        if spelt and record.territory and not changed:
            if "worldwide" not in fresh and not fresh.keys() <= COARSE:
                record.territory = fresh
        elif changed and ("worldwide" in fresh or not _ADDS_PLACE.search(text)):
            record.territory = fresh
        else:
            record.territory |= fresh
            record.adds = opened and bool(
                _ADDS_PLACE.search(text) and _TOLD_PLACE.search(text) and not _SUPPOSED.search(text)
            )

    def _defined_territory(self, record: Record) -> dict[str, tuple[str, ...]]:
        """What "the Territory" means: the territory of the last grant between the same two, else of one of them, in the document."""
        known = [r for r in reversed(self.records[-12:]) if r is not record and r.sequence == record.sequence and r.territory]
        same = [r for r in known if set(r.everyone) == set(record.everyone)]
        beside = [r for r in known if set(r.licensors) & set(record.licensors)]
        return dict((same or beside)[0].territory) if same or beside else {}

    def _compounds(
        self, record: Record, sentence: Sentence, start: int, end: int, opened: bool, event: Event | None
    ) -> None:
        shape = sentence.shape[start:end]
        shape = re.sub(r"[\ue800-\uefff]\uf8ff*+(?= +(?:is|are) subject to)", "", shape)
        shape = re.sub(
            r"(?:\bvectors?|cell lines?|\bprocess|\bdevice|\bpolymer|\bassays?|\bligand|delivery|controlled release|sustained release|formulations? of|methods? of)\b[^;\ue000-\ue7ff]{0,40}[\ue800-\uefff]\uf8ff*+",
            "",
            shape,
        )
        found = sentence.drugs_of(shape)
        if not found and opened:
            found = tuple(
                dict.fromkeys(
                    m.name
                    for a, b in sentence.asides
                    if start <= a < end and b - a < 40
                    for m in self.mentions.compounds_in(sentence.sequence, sentence.start + a, sentence.start + b)
                )
            )
        if not found and opened and start > 0 and sentence.shape[start - 1 : start] == ":":
            found = sentence.drugs_of(sentence.shape[:start])[:1]
        if (
            not found
            and opened
            and len(sentence.drugs) == 1
            and event is not None
            and sentence.drug_before(event.start)
            and set(sentence.orgs_of(sentence.shape[: event.start])) <= set(record.everyone)
            and not _NO_DRUG.search(shape)
        ):
            found = sentence.drugs  # "… to co-develop NB-101; Acme gains exclusive rights"
        if found and opened:
            record.compounds |= dict.fromkeys(
                found[:1] if len(found) > 1 and not re.search(r" and | or |,", shape) else found
            )
            return
        if record.compounds:
            return
        text = sentence.text[start:end]
        if found and re.search(
            r"licen|rights?\b|\bput\b|hands\b|covers|concern|relat|embrac|grant|sublicen|option|limited to|exclusive|lead molecule|to take in|known",
            text,
            re.I,
        ):
            record.compounds |= dict.fromkeys(found)
            return
        if (
            opened
            and self.drug
            and self.paragraph - self.drug_at <= 1
            and not re.search(
                r"patents?\b(?! on the)|technolog|platform|vector|cell line|library|assay|media|process|device|polymer|hybridoma|linker|know-how|inventions relating|panel|adjuvant|screen|improvements?",
                text,
                re.I,
            )
        ):
            if re.search(
                r"\b(?:it|them|the (?:compound|molecule|drug|product|antibody|candidate|peptide|protein|vaccine|program)|rights?|(?<!Agreement )which)\b",
                text,
            ):
                record.compounds[self.drug] = None

    def _subject_of_passage(self, sequence: int, start: int, end: int) -> None:
        """The one drug a passage names is the subject of its licences that name none, unless of a technology."""
        bare = [
            r
            for r in self.records[-RECENT:]
            if r.paragraph == self.paragraph and not r.compounds and r.directed and not self.contract
        ]
        if not bare:
            return
        named = {m.name for m in self.mentions.compounds_in(sequence, start, end)}
        for record in bare if len(named) == 1 else ():
            told = " ".join(self.context.text(s)[a:b] for s, a, b in record.spans)
            if not _NO_DRUG.search(told):
                record.subject = dict.fromkeys(named)

    def _diseases(self, record: Record, sentence: Sentence, start: int, end: int, opened: bool) -> None:
        text = sentence.text
        if not opened and (
            (record.indications
            and not re.search(r"\b(?:adds?|added|also covers|extends|enlarge)", text))
            or not re.search(
                r"licen|rights?\b|grant|covers|embrac|field|limited to|adds|exclusiv|sublicen|confined", text, re.I
            )
        ):
            return
        if not opened and re.search(r"trial|study|studies|approved|Phase|designation|plans", text):
            return
        for ref in tied_indications(self.mentions, sentence, start, end):
            record.indications[ref.name] = ref

    def _dates(self, record: Record, text: str, opened: bool, at: int) -> None:
        dated = [d for d in dates_in(text, self.year) if not self._later(d.iso)]
        told = re.search(r"issued (?:a|the) (?:joint )?(?:press|news) release|\bannounced\b", text)
        if told and len(dated) > 1:
            dated = [d for d in dated if d.start > told.start() or d.role != "event"]
        same = _SAME_DAY.search(text) if opened and not record.made else None
        if same and not any(d.role == "made" for d in dated):
            before = [d.iso for d in dated if d.start < same.start()]
            record.made = before[-1] if before else self.day
        events = [d for d in dated if d.role == "event"]
        nearest = min(events, key=lambda d: abs(d.start - at) + (40 if d.start > at else 0)) if events else None
        if nearest:  # "in 2017 and, on September 29, 2017, …": the one that says more of the same
            nearest = next((d for d in events if d.iso.startswith(nearest.iso + "-")), nearest)
        for date in dated:
            if date.role == "made" and (
                opened
                or re.search(
                    r"licen|agreement|option|sublicen|collaborat|sign|letter|term sheet|dates",
                    text[: date.start + 60],
                    re.I,
                )
            ):
                effective = _EFFECTIVE.search(text, max(0, date.start - 30), date.start) is not None
                signed = record.made or record.event
                if effective and signed and len(signed) == len(date.iso) and signed < date.iso and not _RESTATED.search(text):
                    record.in_force = record.in_force or date.iso
                elif not record.made or (len(date.iso) > len(record.made) and date.iso.startswith(record.made)):
                    record.made, record.effective = date.iso, effective
                elif re.search(r"restated[^.;]{0,40}$", text[max(0, date.start - 60) : date.start]):
                    record.made = date.iso
                    record.status = record.status or "amended"
            elif (date is nearest and opened and not record.event) or (
                date.role == "event"
                and not record.date
                and re.search(
                    r"\b(?:paid|bought|purchased|received|granted|signed|acquired|obtained|took|taken)\b[^.;]*\b(?:option|licen[cs]e|rights?|it|them)\b|\boption,? for which [^.;]{2,40} paid\b|\bpaid\b(?:[^.;]|\.\d){0,60}\bfor (?:the|this|that|its) (?:option|licen[cs]e|rights?)\b", text
                )
            ):
                record.event = date.iso
            elif date.role == "amended":
                if re.search(r"restated", text[max(0, date.start - 60) : date.start + 100]):
                    record.made, record.status = date.iso, "amended"
                record.amended = record.amended or date.iso
            elif date.role == "ended":
                record.ended = date.iso
        if (
            opened
            and not record.date
            and record.status != "terminated"
            and self.deal
            and self.paragraph - self.deal[1] <= 3
            and re.search(
                r"^(?:By|Under) the (?:first|second|third|former|latter|same)\b|of even date|\b(?:grants|receives|obtains|gives|takes|becomes|will(?! (?:end|expire|terminate|lapse|cease))|shall|hereby|makes over|assigns|acquires|gets|is to)\b|[Ii]mmediately before|[Ss]imultaneous|[Cc]oncurrent|[Aa]t the (?:same )?(?:closing|time)|same instrument|settlement each|In the same",
                text,
            )
        ):
            record.passage = self.deal[0]
        deal = self.told
        if (
            opened
            and not record.date
            and record.status != "terminated"
            and deal
            and deal[1] in (self.paragraph, self.paragraph - 1)
            and deal[2] <= set(record.everyone)
            and not _LONG_AGO.search(text)
        ):
            record.passage = deal[0]  # "On May 3 the two signed a term sheet. Chesil would have …"
        if opened and not record.date and not dated:
            record.event = month_in(text, self.dateline[0] if self.dateline else self.context.filed)
        line = next((d.iso for d in dated if d.role == "dateline"), None)
        if line:
            self.dateline = (line, self.paragraph)
        if opened and not record.date and not record.announced:
            record.announced = self._announced(text, line)

    def _later(self, iso: str) -> bool:
        """Is a date later than the filing, so that no agreement told of can be of it?"""
        filed = self.context.filed
        return bool(filed) and iso > filed[: len(iso)]  # type: ignore[index]

    def _announced(self, text: str, line: str | None) -> str | None:
        """The day on which what a clause opens is news: that of the dateline, or of the filing."""
        if line:
            return line
        if self.dateline and self.paragraph - self.dateline[1] <= (40 if _HEADLINE.match(text) else 2) and (
            _NEWS.search(text) or _HEADLINE.match(text)
        ):
            return self.dateline[0]
        return self.context.filed if re.search(r"\btoday\b|\bannounced\b", text) else None

    def _paid(self, record: Record, text: str, span: Span, opened: bool, before: str) -> bool:
        """Adds the sums and royalties of a clause; `before` is what precedes it in its sentence."""
        return add_payments(record, text, span, opened, before, self.records[-RECENT:], self._granted)

    def _granted(self, record: Record) -> str:
        """The words in which the right of a record was granted."""
        return " ".join(self.context.text(sequence)[start:end] for sequence, start, end in record.grant_spans)
