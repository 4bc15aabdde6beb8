"""Running text → filings that it cites by form and period ("our Form 10-K for the year ended December 31, 2015")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.dates import find_dates
from kg.extract.document import Context
from kg.extract.late import late
from kg.model import DocumentText, FilingReferenceClaim, OrgRef, Source

RULE = "filing-reference_1"
_CITED = late(
    r"Forms? (?P<form>(?:10-?K(?:SB|T|405)?|10-?Q(?:SB|T)?|20-F|40-F)(?:/A)?)(?![\w/-])"
    r"(?:,? as amended,?)? for (?:the|its|our) (?:fiscal |transition )?"
    r"(?:year|quarter|period|quarterly period|three months|six months|nine months|twelve months)"
    r" end(?:ed|ing)(?: on)? (?P<when>[A-Z][a-z]+ \d{1,2}, ?\d{4})",
)
_LED = late(r"(?:\b(?:our|its) )?(?:(?:amended )?(?:annual|quarterly|transition) reports? on )?$", re.I)
_OWN = late(r"\b(?:our|we|us|its|the (?:Company|Registrant|registrant|Corporation)['’]s?)\b", re.I)


def references(context: Context) -> Iterator[FilingReferenceClaim]:
    """Each filing cited by form and period, once, with the first passage that cites it."""
    seen: set[tuple[OrgRef, str, str]] = set()
    for text in context.read.texts:
        for match in _CITED.finditer(text.text):
            dates = find_dates(match["when"])
            org = _whose(context, text, match.start())
            if not dates or len(dates[0][2]) != 10 or org is None:
                continue
            form = match["form"].replace("10-", "10").replace("10", "10-", 1)
            key = (org, form, dates[0][2])
            if key in seen:
                continue
            seen.add(key)
            start = _start(text.text, match.start())
            source = Source(RULE, 0.95, (context.evidence(text.sequence, start, match.end()),))
            yield FilingReferenceClaim(org, form, source, dates[0][2])


def _start(text: str, at: int) -> int:
    """Where the words before the form begin that belong to the citation ("our Annual Report on ")."""
    led = _LED.search(text[max(0, at - 60) : at])
    return at - len(led[0]) if led else at


def _whose(context: Context, text: DocumentText, at: int) -> OrgRef | None:
    """Whose filing: the filer's, unless an organisation just before is named in the genitive."""
    begin = max(context.sentence_at(text.sequence, at)[0], at - 160)
    for mention in reversed(context.orgs_in(text.sequence, begin, at)):
        if text.text[mention.end : mention.end + 2] in ("'s", "’s") or text.text[mention.end : mention.end + 1] in "'’":
            return mention.org
        if _OWN.search(text.text, mention.end, at):
            break
    return context.filer if context.filer.name else None
