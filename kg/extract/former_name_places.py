"""Where a former name stands without a sentence of its own: cover pages, lines under a name, lists, certificates.

The sentences of one document with names and dates as marks → former names, each with the lines that give it.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.document import Context
from kg.extract.former_name_frames import AMENDMENT, COVER, COVER_LINE, HEADING, HEADINGS, LABELLED, LABELS
from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.name_mask import NUMERAL, NameMask, is_full_name
from kg.model import FormerNameClaim, OrgRef, Source
from kg.names import org_key

_O, _D = "[\ue400-\ue5ff]", "[\ue600-\ue7ff]"
LONGEST = 3000
"""A sentence is read so far."""
LINE = 160
"""A name that stands alone in its line is no longer than this."""
_ARTICLES = 6
"""So many sentences before and after the new name belong to the same certificate."""
_MARKS = ' ,“”"'


def current(context: Context, words: str, org: OrgRef | None) -> OrgRef:
    """The organisation of the present name: as the filing knows it, else by these words."""
    return org or OrgRef(words.strip(_MARKS))


PART = late(r"[”\"]?\s(?:segment|division|business|unit|subsidiary|department)\b", re.I)


def old_name(words: str, org: OrgRef | None, context: Context) -> str:
    """A former name in full: what a defined term ("NAC") stands for, else the words themselves."""
    words = words.strip(_MARKS)
    if org is None or is_full_name(words) or org == context.filer:
        return words
    numbered = re.search(re.escape(org.name) + NUMERAL.pattern, context.read.texts[0].text) if context.read.texts else None
    return numbered[0] if numbered else org.name


_REST = late(r" ((?:[A-Z][\w’'&.,-]*|&|and|of)(?: (?:[A-Z][\w’'&.,-]*|&|and|of)){0,5})\)")


def in_full(name: str, text: str, start: int, end: int) -> tuple[str, int]:
    """A name that the end of its line cuts inside of a parenthesis, with its rest, and where that ends.

    "" where the rest cannot be told, or is that of a part of a company ("formerly the Tools" / "Segment of Widget Corp.").
    """
    said = text[start:end].rstrip()
    if not said.endswith(name) or said.count("(") <= said.count(")"):
        return name, end
    rest = _REST.match(text, start + len(said))
    if rest is None or PART.match(rest[0]):
        return "", end
    return f"{name} {rest[1]}", rest.end()


FORM = late(r"(?i)\b(?:(inc|incorporated|corp|corporation|co|company)|(l\.?l\.?c)|(limited|ltd)|(plc)|(gmbh)|(ag)|(l\.?p))\.?\W*$")


def other(old: str, words: str, holder: str) -> bool:
    """Are two names not the same? Names that differ in their legal form alone ("Acme LLC", "Acme, Inc.") are two."""
    key = org_key(old)
    if key != org_key(holder) and key != org_key(words):
        return True
    one, two = FORM.search(old), FORM.search(words)
    return bool(key == org_key(words) and one and two and one.lastindex != two.lastindex)


def heading(names: NameMask, before: tuple[int, int] | None, span: tuple[int, int]) -> Iterator[FormerNameClaim]:
    """The former name that a line under a name, or a line of a cover page, gives."""
    context, sequence = names.context, names.sequence
    said = context.text(sequence)[slice(*span)]
    under = COVER_LINE.match(said)
    if not (under or ((HEADING.may_unmasked(said) or COVER.may_unmasked(said)) and names.tells_a_name(*span))):
        return
    above: list[tuple[str, OrgRef | None]] = []
    line = None
    if under:  # "(Former name, if changed since last report)": the name stands in the line above
        if before is None or before[1] - before[0] > LINE or not _LINE_OF_NAME.match(names.masked(*before, above, [])):
            return
        name, span = above[0][0].strip(_MARKS), (before[0], span[1])
        if not FORM.search(name):
            return
    else:
        orgs: list[tuple[str, OrgRef | None]] = []
        masked = names.masked(*span, orgs, [])
        line = HEADING.search(masked)
        match = line or COVER.search(masked)
        if match is None:
            return
        name, end = in_full(orgs[ord(match["y"]) - 0xE400][0].strip(_MARKS), context.text(sequence), *span)
        span = (span[0], end)
    holder, quotes = context.filer, [context.evidence(sequence, *span)]
    if line:
        if before is None or before[1] - before[0] > LINE:
            return
        names.masked(*before, above, [])
        if not above:
            return
        holder = current(context, *above[0])
        quotes.insert(0, context.evidence(sequence, *before))
    if holder.name and is_full_name(name) and other(name, holder.name, holder.name):
        yield FormerNameClaim(holder, name, Source(HEADINGS.name, HEADINGS.confidence, tuple(quotes)))


_LINE_OF_NAME = late(rf"\W*{_O}(?:\W|$)")


def labelled(names: NameMask, start: int, end: int) -> Iterator[FormerNameClaim]:
    """Former names listed behind a label: "Former names: Widget Tools Corp. (1962-1981); Box Corp. (1981-1999)"."""
    context, sequence = names.context, names.sequence
    if not LABELS.may_unmasked(context.text(sequence)[start:end]) or not names.tells_a_name(start, end):
        return
    orgs: list[tuple[str, OrgRef | None]] = []
    days: list[str] = []
    masked = names.masked(start, end, orgs, days)
    for label in LABELS.finditer(masked):
        words, org = orgs[ord(label["x"]) - 0xE400] if label["x"] else ("", context.filer)
        holder = current(context, words, org)
        item = LABELLED.match(masked, label.end())
        while item:
            name = orgs[ord(item["y"]) - 0xE400][0].strip(_MARKS)
            if holder.name and is_full_name(name) and other(name, words, holder.name):
                source = Source(HEADINGS.name, HEADINGS.confidence, (context.evidence(sequence, start, end),))
                day = days[ord(item["d"]) - 0xE600] if item["d"] else item["year"]
                yield FormerNameClaim(holder, name, source, used_until=day)
            item = LABELLED.match(masked, item.end())


_NAME_IS = gate(
    r"\b[Nn]ame\sof\s(?:the|this|said|such)\s(?:\w+\s)?(?:[Cc]orporation|[Cc]ompany|[Pp]artnership|[Tt]rust|[Ee]ntity|[Aa]ssociation)\s(?:is|shall\sbe|be|will\sbe)"
    rf"\s(?:hereby\s|now\s)*(?:(?:amended|changed)\sto\s(?:read:?\s|be\s)?)?[“\"]?(?P<x>{_O})"
)
_AMENDED = late(
    r"\bamend(?:ed|ing|s|ment)\b[^\ue400-\ue5ff]{0,300}?\b(?:read|follows|substitut\w+|striking|changing|deleting|replac\w+|changed)\b"
    r"|\bis\s(?:hereby\s)?changed\sto\b", re.I
)  # fmt: skip
_DATED = late(rf"\b(?:[Dd]ated|[Ee]ffective|[Ff]iled|[Ss]igned|[Ee]xecuted|[Aa]dopted|[Ww]itness\swhereof|WITNESS\sWHEREOF)\b[^;]{{0,120}}?(?P<d>{_D})")


def amended(names: NameMask, sentences: Sequence[tuple[int, int]], index: int) -> Iterator[FormerNameClaim]:
    """The name that a certificate of amendment replaces: "… of Widget Corp. certifies that … is amended to read: …"."""
    context, sequence = names.context, names.sequence
    text = context.text(sequence)
    orgs: list[tuple[str, OrgRef | None]] = []
    days: list[str] = []
    masked = ""
    low = max(0, index - _ARTICLES)
    for start, end in sentences[low : index + 1]:
        if end - start > LONGEST:
            return
        masked += names.masked(start, end, orgs, days) + " "
    said = list(_NAME_IS.finditer(masked))
    change = _AMENDED.search(masked, 0, said[-1].end()) if said else None
    if change is None:
        return
    now = said[-1]["x"]
    words, org = orgs[ord(now) - 0xE400]
    before = [m["x"] for m in said[:-1]] or re.findall(_O, masked[: said[-1].start()])
    olds = [orgs[ord(m) - 0xE400][0].strip(_MARKS) for m in before]
    old = next((o for o in olds if is_full_name(o) and FORM.search(o)), None)
    holder = current(context, words, org)
    if old is None or not holder.name or not is_full_name(words) or org_key(old) == org_key(words):
        return
    after = sentences[index : index + _ARTICLES]
    day = None
    for start, end in after:
        more: list[str] = []
        dated = _DATED.search(names.masked(start, min(end, start + LONGEST), [], more))
        if dated:
            day = more[ord(dated["d"]) - 0xE600]
            break
    first = next(n for n in range(low, index + 1) if old in text[slice(*sentences[n])])
    quotes = tuple(context.evidence(sequence, *sentences[n]) for n in sorted({first, index}))
    yield FormerNameClaim(holder, old, Source(AMENDMENT.name, AMENDMENT.confidence, quotes), used_until=day)


_ARTICLES = 6
"""So many sentences before and after the new name belong to the same certificate."""
LINE = 160
"""A name that stands alone in its line is no longer than this."""


