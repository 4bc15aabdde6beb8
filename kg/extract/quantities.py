"""Sentences → `QuantityClaim`s: how many people have a disease, and what an organisation manages."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.extract.document import Context
from kg.extract.late import late
from kg.extract.mentions import Mentions
from kg.extract.money import find_money
from kg.extract.rules import Rule
from kg.extract.scan import cue
from kg.model import OrgRef, QuantityClaim, Source

EPIDEMIOLOGY = Rule(
    "epidemiology",
    1,
    "How many people have or get a disease",
    (
        "QRX-117 is a compound against gout. Gout affects approximately 8,000,000 people in the United States.",
        "QRX-117 is a compound. In asthma, the agency reports the annual prevalence and incidence in the United "
        "States to be approximately 90,000 and 30,000, respectively.",
    ),
    ("The trial of QRX-117 enrolled approximately 8,000 people with gout.",),
    0.85,
)
MANAGED = Rule(
    "quantity",
    1,
    "What an organisation manages",
    ("Wold Research Foundation manages more than 1,700 licensing agreements.",),
    ("The agreement has more than 1,700 pages.",),
    0.9,
)
RULES = (EPIDEMIOLOGY, MANAGED)

_N = r"(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)? million|\d{4,})"
_HOW = (
    r"((?:approximately|about|nearly|almost|roughly|an estimated|estimated at|some|more than|over|at least|fewer than|"
    r"less than|up to) )?"
)
_BOTH = cue(rf"\bprevalence and incidence\b[^.;]{{0,60}}?\b(?:to be|are|of|at|is|were|being) {_HOW}{_N} and {_HOW}{_N}")
_AFFECTS = cue(
    rf"\b(?:affects|afflicts|strikes) {_HOW}{_N} (?:people|patients|persons|adults|children|individuals|Americans|"
    rf"men|women|new patients)"
)
_MANAGES = cue(
    r"\b(?:manages|administers|oversees|holds|maintains) ((?:more than|over|approximately|about|nearly|at least) "
    r")?(\d{1,3}(?:,\d{3})+|\d+) (licen[cs](?:ing|e) agreements|licen[cs]es|patents)"
)
_PORTFOLIO = cue(
    r"\binvestment portfolio (?:of|worth|valued at) ((?:more than|over|approximately|about|nearly) )?(?=(?:US)?\$|€|£)"
)
_GAINS = late(r"\b(?:gains?|loss(?:es)?|income|returns?|interest) (?:on|from) (?:\w+ ){0,2}$")
"""Before a portfolio: what is told is the gain on it, not its size."""
_COMPARATOR = {
    **dict.fromkeys(("approximately", "about", "nearly", "almost", "roughly", "some"), "approximately"),
    **dict.fromkeys(("an estimated", "estimated at"), "approximately"),
    **dict.fromkeys(("more than", "over", "at least"), "more-than"),
    **dict.fromkeys(("fewer than", "less than", "up to"), "less-than"),
}
_COUNTRY = {
    "United States": "US",
    "U.S.": "US",
    "US": "US",
    "Europe": "Europe",
    "European Union": "EU",
    "EU": "EU",
    "Japan": "JP",
    "China": "CN",
}
_PLACES = late(r"\b(?:United States|U\.S\.|US|European Union|EU|Europe|Japan|China)(?!\w)")


def _value(number: str) -> Decimal:
    if number.endswith(" million"):
        return Decimal(number.removesuffix(" million")) * 1_000_000
    return Decimal(number.replace(",", ""))


def _compared(how: str | None) -> str:
    return _COMPARATOR.get((how or "").strip().lower(), "equal")


def quantities(context: Context, mentions: Mentions) -> Iterator[QuantityClaim]:
    """Every quantity of a filing, in order of place."""
    for document in context.read.texts:
        sequence, text = document.sequence, document.text
        if mentions.drugs:
            yield from _epidemiology(context, mentions, sequence)
        for match in _MANAGES.finditer(text):
            start, end = context.sentence_at(sequence, match.start())
            subject = _subject(context, sequence, start, match.start())
            if subject:
                kind = "patents-managed" if match[3] == "patents" else "licensing-agreements-managed"
                yield _managed(
                    context, subject, kind, _value(match[2]), _compared(match[1]), None, (sequence, start, end)
                )
        for match in _PORTFOLIO.finditer(text):
            if _GAINS.search(text, max(0, match.start() - 40), match.start()):
                continue
            start, end = context.sentence_at(sequence, match.start())
            subject = _subject(context, sequence, start, match.start())
            amounts = find_money(text[match.end() : match.end() + 40])
            if subject and amounts:
                yield _managed(
                    context,
                    subject,
                    "investment-portfolio",
                    amounts[0].value,
                    _compared(match[1]),
                    amounts[0].currency,
                    (sequence, start, end),
                )


def _subject(context: Context, sequence: int, start: int, end: int) -> OrgRef | None:
    found = [o for o in context.orgs_in(sequence, start, end) if o.form in ("name", "alias", "role", "pronoun")]
    return found[-1].org if found else None


def _managed(
    context: Context,
    subject: OrgRef,
    kind: str,
    value: Decimal,
    how: str,
    currency: str | None,
    span: tuple[int, int, int],
) -> QuantityClaim:
    return QuantityClaim(
        subject, kind, value, how, Source(MANAGED.name, MANAGED.confidence, (context.evidence(*span),)), currency
    )


def _epidemiology(context: Context, mentions: Mentions, sequence: int) -> Iterator[QuantityClaim]:
    text = context.text(sequence)
    for pattern in (_BOTH, _AFFECTS):
        for match in pattern.finditer(text):
            start, end = context.sentence_at(sequence, match.start())
            spans = [(sequence, start, end)]
            diseases = mentions.indications_in(sequence, start, match.start())
            back = start
            for _ in range(4):
                if diseases or back <= 2:
                    break
                begin, stop = context.sentence_at(sequence, back - 2)
                diseases, back = mentions.indications_in(sequence, begin, stop), begin
                if diseases:
                    spans.insert(0, (sequence, begin, stop))
            if not diseases:
                continue
            place = _PLACES.search(text, start, min(end, match.end() + 40))
            where = _COUNTRY.get(place[0]) if place else None
            authority = next((o.org for o in context.orgs_in(sequence, start, match.start())), None)
            source = Source(
                EPIDEMIOLOGY.name, EPIDEMIOLOGY.confidence, tuple(context.evidence(*span) for span in spans)
            )
            subject = diseases[0].ref
            if pattern is _BOTH:
                yield QuantityClaim(
                    subject, "prevalence-annual", _value(match[2]), _compared(match[1]), source, None, where, authority
                )
                yield QuantityClaim(
                    subject,
                    "incidence-annual",
                    _value(match[4]),
                    _compared(match[3] or match[1]),
                    source,
                    None,
                    where,
                    authority,
                )
            else:
                yield QuantityClaim(
                    subject, "prevalence", _value(match[2]), _compared(match[1]), source, None, where, authority
                )
