"""Mentions of a filing → `CompoundFact`s of what a drug is: its payload, its platform, whose lead it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.abbreviations import abbreviations_of
from kg.extract.document import Context
from kg.extract.late import late
from kg.extract.mentions import Mentions
from kg.extract.rules import Rule
from kg.extract.scan import cue
from kg.model import CompoundFact, OrgRef, Source

PAYLOAD = Rule(
    "payload",
    1,
    "What a conjugate carries",
    (
        "QRX-117 uses iodine-131, a radioisotope, as its payload.",
        "We study conjugates for targeted delivery of chemotherapeutics such as paclitaxel (QRX-117).",
    ),
    ("QRX-117 is given with paclitaxel.",),
    0.9,
)
PLATFORM = Rule(
    "platform",
    1,
    "The platform a drug was made with",
    (
        "QRX-117 is based on our NovaBody platform.",
        "QRX-117 was discovered with the company's peptide conjugate technology.",
    ),
    ("QRX-117 is safe. Our platform is new.",),
    0.88,
)
LEAD = Rule(
    "lead-compound",
    1,
    "The drug a company calls its lead",
    ("Our lead product candidate, QRX-117, is oral.", "QRX-117, our lead compound, is oral."),
    ("Our second candidate, QRX-117, is oral.",),
    0.92,
)
RULES = (PAYLOAD, PLATFORM, LEAD)

_SUBSTANCE = r"([a-z][a-z]{3,}(?:-\d{1,3})?|[A-Z][a-z]?-\d{2,3})"
_PAYLOAD = cue(
    rf"\b(?:utili[sz]es|uses|carries|employs|delivers|contains|has) (?:the )?{_SUBSTANCE}(?:, [^,.;]{{3,60}},)? as "
    rf"(?:its|a|an|the) (?:[\w-]+ ){{0,2}}payload"
    rf"|\b(?:deliver|delivers|delivering|carries|carrying) (?:an? |the )?(?:[\w-]+ ){{0,4}}?(?:radioisotope|isotope|"
    rf"payload|toxin|cytotoxin|radionuclide),? {_SUBSTANCE}\b"
    rf"|\bpayload(?: of [\w -]{{3,20}})? (?:is|,) {_SUBSTANCE}\b"
    rf"|\bdelivery of (?:[\w-]+ ){{0,4}}?(?:such as |including )?{_SUBSTANCE} \("
)
_PLATFORM = cue(
    r"\b(?:utili[sz]es|uses|using|based (?:up)?on|built (?:up)?on|derived from|generated (?:with|using|by|from)|"
    r"discovered (?:with|using|through|by|from)|developed (?:with|using|on|from)|product of|employs|leverages|"
    r"created (?:with|using)) "
    r"(?:the [Cc]ompany[’']s|our|its|the|[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}[’']s?) ((?:[\w/®™-]+ "
    r"){0,6}?(?:platform|technology))\b(?! (?:license|company))"
)
_PRAISE = late(
    r"^(?:(?:proprietary|patented|novel|own|unique|innovative|new|first|next-generation|exclusive|in-house|"
    r"validated) )+"
)
_LEAD = cue(
    r"\blead (?:[\w-]+ ){0,4}?(?:compound|candidate|product|drug|molecule|antibody|asset|conjugate|protein|vaccine|"
    r"peptide|program|inhibitor|therapeutic|therapy|[A-Z]{2,5})\b(?! (?:candidates?|compounds?|products?|drugs?|"
    r"molecule|antibody|program|[A-Z]{2,5}\b))"
)


def traits(context: Context, mentions: Mentions) -> Iterator[CompoundFact]:
    """Payloads, platforms and leads, each once."""
    seen: set[tuple[str, str, str]] = set()
    for document in context.read.texts:
        if mentions.named.get(document.sequence):
            for fact in (
                *_payloads(context, mentions, document.sequence),
                *_platforms(context, mentions, document.sequence),
                *_leads(context, mentions, document.sequence),
            ):
                key = (
                    fact.compound,
                    fact.property,
                    fact.object.name if isinstance(fact.object, OrgRef) else fact.object.lower(),
                )
                if key not in seen:
                    seen.add(key)
                    yield fact


def _fact(
    context: Context, drug: str, name: str, value: OrgRef | str, rule: Rule, span: tuple[int, int, int]
) -> CompoundFact:
    return CompoundFact(drug, name, value, Source(rule.name, rule.confidence, (context.evidence(*span),)))


def _payloads(context: Context, mentions: Mentions, sequence: int) -> Iterator[CompoundFact]:
    text = context.text(sequence)
    for match in _PAYLOAD.finditer(text):
        start, end = context.sentence_at(sequence, match.start())
        drugs = mentions.compounds_in(sequence, start, end)
        value = next(g for g in match.groups() if g)
        if text[match.end() - 1] == "(":
            drugs = mentions.compounds_in(sequence, match.end(), match.end() + 40)[:1]
        else:
            drugs = tuple(d for d in drugs if d.end <= match.start())[-1:] or drugs[:1]
        if drugs and mentions.canonical(value) != drugs[0].name:
            yield _fact(context, drugs[0].name, "payload", value, PAYLOAD, (sequence, start, end))


def _platforms(context: Context, mentions: Mentions, sequence: int) -> Iterator[CompoundFact]:
    text = context.text(sequence)
    short: dict[str, str] | None = None
    for match in _PLATFORM.finditer(text):
        start, end = context.sentence_at(sequence, match.start())
        drugs = [
            d
            for d in mentions.compounds_in(sequence, start, match.start())
            if not re.search(r"[.;]", text[d.end : match.start()])
        ]
        value = _PRAISE.sub("", match[1])
        if not drugs or value.lower() in ("platform", "technology"):
            continue
        short = abbreviations_of(text) if short is None else short
        for word in value.split(" "):
            long = short.get(word) or short.get(word + "s")
            if long:
                value = f"{long.lower().removesuffix('s')} {value.rsplit(' ', 1)[1]}"
                break
        yield _fact(context, drugs[-1].name, "usesPlatform", value, PLATFORM, (sequence, start, end))


def _leads(context: Context, mentions: Mentions, sequence: int) -> Iterator[CompoundFact]:
    text = context.text(sequence)
    for match in _LEAD.finditer(text):
        start, end = context.sentence_at(sequence, match.start())
        drugs = mentions.compounds_in(sequence, start, end)
        after = [
            d
            for d in drugs
            if d.start >= match.end() and re.fullmatch(r",? (?:is )?[“\"]?", text[match.end() : d.start])
        ]
        before = [
            d
            for d in drugs
            if d.end <= match.start()
            and re.fullmatch(
                r"(?:®|™)?(?: \([^)]*\))?(?:,| is| as) (?:our|its|the|an?|[\w’'& .-]{2,40}[’']s?) ",
                text[d.end : match.start()],
            )
        ]
        chosen = after[:1] or before[-1:]
        if not chosen:
            continue
        owners = context.orgs_in(sequence, start, match.start())
        owner = owners[-1].org if owners and match.start() - owners[-1].end < 6 else context.filer
        if owner.name:
            yield _fact(context, chosen[0].name, "isLeadOf", owner, LEAD, (sequence, start, end))
