"""Cover page of the main document → what the registrant states there of itself; and its web site, wherever printed.

Values stand above their captions ("(Exact name of registrant as specified in its charter)"), or behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.document import Context
from kg.extract.late import late
from kg.extract.scan import finds, lower
from kg.model import CoverPageClaim, DocumentText, Source
from kg.names import LEGAL_FORMS, org_key, words

RULE, URL_RULE = "cover-page_1", "url_1"
_COVER = 12_000  # characters within which a cover page ends
_MOST_ROWS = 5
_CHARTER = late(
    r"[(\[]?\s?exact name of (?:each )?(?:the )?(?:registrants?|company|(?:small business )?issuer"
    r"|filer)[^()\[\]\n]{0,40}?(?:specified|set forth|appears|stated)"
    r" in (?:its|their|the)?\s?(?:respective )?(?:\w+ )?(?:charter|articles|certificate|declaration"
    r"|governing)[^)\]\n]{0,60}[)\]]?",
    re.I,
)
_OFFICE = late(
    r"[(\[]?\s?(?:street )?address (?:and zip code )?of (?:the )?(?:registrant['’]?s? )?principal (?:executive )?offi"
    r"ces?\b[^)\]\n\t:]{0,80}[)\]:]?",
    re.I,
)
_PHONE_CAPTION = late(
    r"[(\[]?\s?(?:(?:registrant|issuer|company)['’]?s['’]?\s"
    r"|area code and\s)?tele?phone number[s,]*(?: of (?:the )?registrant)?,?(?: \(?including(?: the)? area code\)?)?["
    r")\]:]?",
    re.I,
)
_PHONE = late(
    r"(?<![\d-])(?:\+\s?\d{1,3}[\s.\-()]{0,2}(?:\(?\d{1,5}\)?[\s.\-–/]{1,2}){1,5}\d{2,8}|\+\d{8,14}"
    r"|(?:1[\s.\-])?\(?\d{3}\)?[\s.\-–/]{0,3}\d{3}[\s.\-–]{1,3}\d{4}"
    r"|\(?\d{2,4}\)?[\s\-]\d{2,5}(?:[\s\-]\d{2,8}){1,5})(?![\d-])"
)
_CAPTION = late(
    r"^[(\[]|[)\]]$|identification|incorporation|commission|file n|employer|charter|^date of|^for the|^form "
    r"|exchange act|pursuant to|act of 19|[a-z]{4}:$",
    re.I,
)
_ZIP_CAPTION = late(r"\s*[(\[]?zip code[)\]]?", re.I)
_ZIP = late(r"\d{5}(?:-\d{4})?$")
_DOMAIN = r"\.(?:com|org|net|bio|io|co|health|life|eu|de|uk|ch|fr|ca|dk|se|il|us)\b(?![\w@-]|\.\w)"
_DOMAIN_END = late(_DOMAIN, re.I)
_URL = late(
    rf"(?<![\w@./-])(?:https?://)?((?:www\.)?[a-z0-9][a-z0-9-]{{1,40}}(?:\.[a-z0-9-]{{2,30}})?{_DOMAIN})",
    re.I,
)
_URL_REACH = 100  # more than the longest address holds before the end of its domain


_OPENINGS = (
    (_CHARTER, ("exact name of",)),
    (_OFFICE, ("street address", "address")),
    (_PHONE_CAPTION, ("registrant", "issuer", "company", "area code and", "telephone number", "telphone number")),
)
"""With what the captions begin, after a bracket and a blank at most."""


class _Row(NamedTuple):
    start: int
    end: int
    text: str


def cover(context: Context) -> Iterator[CoverPageClaim]:
    """Charter name, telephone and principal office from the cover page, and the registrant's web site."""
    for text in context.read.texts:
        if not text.is_exhibit:
            yield from _cover_page(context, text)
            break
    yield from _web_site(context)


def _cover_page(context: Context, text: DocumentText) -> Iterator[CoverPageClaim]:
    rows = list(_rows(text.layout[:_COVER]))
    charter, office, phone = (_captions(text.text, *sought) for sought in _OPENINGS)
    for caption in charter:
        found = _charter_name(context, rows, caption)
        if found:
            start, end = found
            sure = 0.99 if _is_filer(context, text.text[start:end]) else 0.9
            yield _claim(context, text, "charterName", (start, end), (start, caption.end()), sure)
            break
    for caption in office:
        lines = _office(rows, caption)
        if lines:
            value = _joined(lines)
            evidence = (min(lines[0].start, caption.start()), max(caption.end(), lines[-1].end))
            source = Source(RULE, 0.99, (context.evidence(text.sequence, *evidence),))
            yield CoverPageClaim(context.filer, "principalOffice", value, source)
            break
    for caption in phone:
        span = _phone(text.text, caption)
        if span:
            yield _claim(context, text, "coverPhone", span, span, 0.99)
            break


def _captions(text: str, pattern: re.Pattern[str], openings: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Non-overlapping matches on the cover, in order, sought where one of the openings stands."""
    low = lower(text[:_COVER])
    over = 0
    for at in sorted(at for opening in openings for at in finds(low, opening, 0, len(low))):
        tried = (pattern.match(text, begin, _COVER) for begin in range(max(over, at - 2), at + 1))
        match = next(filter(None, tried), None)
        if match:
            over = match.end()
            yield match


def _claim(
    context: Context, text: DocumentText, name: str, span: tuple[int, int], quoted: tuple[int, int], sure: float
) -> CoverPageClaim:
    value = text.text[slice(*span)].strip()
    return CoverPageClaim(context.filer, name, value, Source(RULE, sure, (context.evidence(text.sequence, *quoted),)))


def _rows(layout: str) -> Iterator[_Row]:
    """Lines of the cover that hold a letter or digit."""
    start = 0
    for line in re.split(r"[\n\v]", layout):
        if any(c.isalnum() for c in line):
            yield _Row(start, start + len(line), line.replace("\t", " "))
        start += len(line) + 1


def _above(rows: list[_Row], start: int) -> list[_Row]:
    """Rows that end before `start`, nearest first; a row that `start` cuts ends there."""
    cut = [
        row if row.end <= start else _Row(row.start, start, row.text[: start - row.start].rstrip())
        for row in rows
        if row.start < start
    ]
    return [row for row in cut if row.text.strip(" ([")][::-1]


def _charter_name(context: Context, rows: list[_Row], caption: re.Match[str]) -> tuple[int, int] | None:
    """The line above the caption, or several when together they are the registrant's name."""
    above = _above(rows, caption.start())[:3]
    for row in above:
        named = re.sub(r"\s*\((?:formerly|f/k/a)\b.*", "", row.text, flags=re.I)
        if _is_filer(context, named):
            return row.start, row.start + len(named)
    for count in range(2, len(above) + 1):
        start, end = above[count - 1].start, above[0].end
        joined = " ".join(row.text for row in above[:count][::-1])
        if _is_filer(context, joined):
            return start, end
    if (
        above
        and not above[0].text.startswith("[")
        and not _CAPTION.search(above[0].text.strip())
        and len(above[0].text) < 120
    ):
        own = set(words(above[0].text))
        if own & (LEGAL_FORMS | set(words(context.filer.name))):
            return above[0].start, above[0].end
    return None


def _is_filer(context: Context, name: str) -> bool:
    """Are both the same name, legal forms and marks of states aside?"""
    one, other = org_key(name).replace(" ", ""), org_key(re.sub(r"/.*$", "", context.filer.name)).replace(" ", "")
    return bool(one) and (one == other or (len(other) > 12 and one.startswith(other) and len(one) < len(other) + 12))


def _office(rows: list[_Row], caption: re.Match[str]) -> list[_Row]:
    """Lines of the address: behind a caption that ends with a colon, else above it up to the next caption."""
    if caption[0].rstrip().endswith(":"):
        after = [row for row in rows if row.end > caption.end()][:2]
        if after and after[0].start < caption.end():
            rest = after[0].text[caption.end() - after[0].start :]
            return (
                [_Row(caption.end() + len(rest) - len(rest.lstrip()), after[0].end, rest.strip())]
                if len(rest.strip()) > 8
                else after[1:]
            )
        return after[:1]
    lines: list[_Row] = []
    for row in _above(rows, caption.start())[:_MOST_ROWS]:
        text = _ZIP_CAPTION.sub("", row.text).strip()
        if _CAPTION.search(text) or (_PHONE.search(text) and not re.search(r"[A-Za-z]{4}", text)) or len(text) > 160:
            break
        lines.insert(0, _Row(row.start, row.end, text))
    while lines and not re.search(r"\d", " ".join(row.text for row in lines)):
        lines.pop(0)
    return lines


def _joined(lines: list[_Row]) -> str:
    """The address on one line, the ZIP code at its end, where columns had torn it off."""
    first, _, last = lines[0].text.rpartition(" ")
    texts = [row.text.strip() for row in lines]
    if len(lines) > 1 and _ZIP.match(last) and first:
        texts = [first.strip(), *texts[1:], last]
    return " ".join(" ".join(texts).split())


def _phone(text: str, caption: re.Match[str]) -> tuple[int, int] | None:
    """The number behind the caption, or the one straight above it when the caption stands in parentheses."""
    after = _PHONE.search(text, caption.end(), caption.end() + 60)
    before = list(_PHONE.finditer(text, max(0, caption.start() - 60), caption.start()))
    if before and caption[0][:1] in "([" and not text[before[-1].end() : caption.start()].strip(" _-"):
        return before[-1].span()
    if after and not re.search(r"[A-Za-z]{4}", text[caption.end() : after.start()]):
        return after.span()
    if before and not re.search(r"[A-Za-z]{4}", text[before[-1].end() : caption.start()]):
        return before[-1].span()
    return None


def _addresses(text: str) -> Iterator[re.Match[str]]:
    """Web addresses, sought from the end of their domain, which is rarer than its beginning."""
    over = 0
    for ending in _DOMAIN_END.finditer(text):
        for match in _URL.finditer(text, max(over, ending.start() - _URL_REACH), ending.end() + 2):
            over = match.end()
            yield match


def _web_site(context: Context) -> Iterator[CoverPageClaim]:
    """Addresses of the web whose domain is the registrant's name, its first word or its initials."""
    named = [word for word in words(re.sub(r"/.*$", "", context.filer.name)) if word not in LEGAL_FORMS]
    if not named:
        return
    whole, initials = "".join(named), "".join(word[0] for word in named)
    names = {
        whole,
        *(name for name in (named[0], "".join(named[:2])) if len(name) > 3),
        *([initials] if len(named) > 2 else []),
    }
    found: list[tuple[int, CoverPageClaim]] = []  # with the number of dots: "www.acme.com" before "investors.acme.com"
    for text in context.read.texts:
        for match in _addresses(text.text):
            domain = re.sub(
                r"[^a-z0-9]", "", match[1].lower().removeprefix("www.").rpartition(".")[0].rpartition(".")[2]
            )
            if domain in names or (len(domain) > 4 and whole.startswith(domain)):
                evidence = (context.evidence(text.sequence, *match.span()),)
                dots = match[1].lower().removeprefix("www.").count(".")
                found.append((dots, CoverPageClaim(context.filer, "url", match[0], Source(URL_RULE, 0.95, evidence))))
    if found:
        yield min(found, key=lambda item: item[0])[1]
