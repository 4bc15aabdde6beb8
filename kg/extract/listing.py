"""Tickers in the text → on which exchange a company's securities are listed ("(Nasdaq: ACME)", the cover's table)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.document import Context
from kg.extract.late import late
from kg.model import DocumentText, ListingClaim, OrgRef, Source

RULE = "ticker_1"
_EXCHANGES = (
    ("nyse-american", r"NYSE (?:American|MKT|Amex)(?: LLC)?|NYSE Alternext(?: US)?"),
    ("nyse-arca", r"NYSE Arca"),
    ("nyse", r"New York Stock Exchange(?:,? (?:Inc|LLC)\.?)?|NYSE"),
    ("amex", r"American Stock Exchange|AMEX|Amex"),
    (
        "nasdaq",
        r"N(?:asdaq|ASDAQ)(?:[- ](?:Stock Exchange|Stock Market|Global Select Market|Global Select|Global Market"
        r"|Capital Market|National Market(?: System)?|SmallCap Market"
        r"|GS|GM|CM|NM|NMS|BX|SC))?(?:,? (?:LLC|Inc)\.?)?|NasdaqG[SM]|NasdaqCM",
    ),
    ("otcqb", r"OTC ?QB(?: (?:Venture )?Market(?:place)?)?"),
    ("otcqx", r"OTC ?QX(?: Best Market)?"),
    ("otcbb", r"OTC ?BB|OTC(?: Electronic)? Bulletin Board|Over[- ]the[- ]Counter Bulletin Board"),
    ("pink-sheets", r"Pink Sheets|OTC Pink(?: Marketplace| Current)?"),
    ("otc", r"OTC(?: Markets?(?: Group)?)?"),
    ("tsx-venture", r"TSX[- ]?V(?:enture(?: Exchange)?)?|CDNX"),
    ("tsx", r"Toronto Stock Exchange|TSX|TSE(?= ?:)"),
    ("lse", r"London Stock Exchange|LSE"),
    ("aim", r"AIM"),
    ("euronext", r"(?:NYSE )?Euronext(?: (?:Growth )?(?:Paris|Brussels|Amsterdam|Lisbon|Dublin))?"),
    ("asx", r"Australian (?:Securities|Stock) Exchange|ASX"),
    ("tase", r"Tel[- ]Aviv Stock Exchange|TASE"),
    ("six", r"SIX(?: Swiss Exchange)?|SWX"),
    ("frankfurt", r"Frankfurt(?: Stock Exchange)?|FSE|FWB|XETRA|Xetra"),
    ("hkex", r"(?:The )?(?:Stock Exchange of Hong Kong|Hong Kong Stock Exchange)(?: Limited)?|HKEX|HKSE|SEHK"),
    ("tokyo", r"Tokyo Stock Exchange"),
    ("cboe", r"Cboe(?: BZX)?(?: Exchange)?"),
)
_NAMED = "|".join(f"(?:{pattern})" for _, pattern in _EXCHANGES)
_CODES = tuple((code, late(pattern)) for code, pattern in _EXCHANGES)
_TICKER = r"[A-Z][A-Z0-9]{0,5}(?:[.\-][A-Z]{1,3})?"
# Where a name of an exchange may begin: cheap to search, and looked at more closely only there.
_ANCHOR = late(
    r"N(?:asdaq|ASDAQ|YSE|ew York Stock)|A(?:MEX|mex|merican Stock|IM|SX|ustralian S)|O(?:TC|ver[- ]the)|Pink S"
    r"|T(?:SX|SE|ASE|oronto S|okyo S|el[- ]Aviv S)"
    r"|L(?:SE|ondon S)|Euronext|S(?:IX|WX|EHK|tock Exchange of)|F(?:rankfurt|SE|WB)|X(?:ETRA|etra)|H(?:K|ong Kong S)"
    r"|C(?:boe|DNX)"
)
_INLINE = late(
    rf"(?P<exchange>{_NAMED})(?:(?: and|/|,)(?: the)? (?P<second>{_NAMED}))?(?: symbol)?\s?[:;—–]\s?(?:symbol:? )?[“"
    rf"\"]?(?P<ticker>{_TICKER})(?=[”\")\],;/ ])"
)
_UNDER = late(
    rf"(?P<exchange>{_NAMED})[^.;()]{{0,90}}?\bunder the (?:new |trading |ticker "
    rf"|stock )*symbols?:?,? [“\"'‘]?(?P<ticker>{_TICKER})(?=[”\"'’.,; )])"
)
_ROW_TICKER = late(rf"(?:(?<=[\t ])|^)[“\"]?({_TICKER})[”\"]?(?=[\t\v ])")
_NOT_TICKERS = frozenset("NYSE NASDAQ LLC INC THE NONE N NA A I II III PAR NEW AND OR OF US USD ADS".split())
_COVER = 12_000


def listings(context: Context) -> Iterator[ListingClaim]:
    """Every listing the filing states, once each, in text order."""
    seen: set[tuple[str, str, str]] = set()
    for number, text in enumerate(context.read.texts):
        found = [*(_cover_table(context, text) if number == 0 else ()), *_inline(context, text)]
        for claim in found:
            key = (claim.org.name, claim.exchange, claim.ticker)
            if key not in seen:
                seen.add(key)
                yield claim


def _code(exchange: str) -> str:
    return next(code for code, pattern in _CODES if pattern.fullmatch(exchange))


def _inline(context: Context, text: DocumentText) -> Iterator[ListingClaim]:
    """ "Acme, Inc. (Nasdaq: ACME)" and "our common stock trades on Nasdaq under the symbol ACME"."""
    anchors = [
        anchor.start()
        for anchor in _ANCHOR.finditer(text.text)
        if not text.text[anchor.start() - 1 : anchor.start()].isalnum()
    ]
    for match in filter(None, (_INLINE.match(text.text, anchor) for anchor in anchors)):
        org = _before_parenthesis(context, text, match.start())
        if org and match["ticker"] not in _NOT_TICKERS:
            # Quoted with its parentheses, as far as the parenthesis holds nothing else.
            start, end = match.span()
            start -= text.text[start - 1 : start] in ("(", "[")
            end += text.text[end : end + 1] in (")", "]")
            yield _claim(context, text, org, match, (start, end), 0.99)
            if match["second"]:
                yield _claim(context, text, org, match, (start, end), 0.99, "second")
    for match in filter(None, (_UNDER.match(text.text, anchor) for anchor in anchors)):
        start, end = context.sentence_at(text.sequence, match.start())
        before = text.text[start : match.start()]
        named = [
            mention
            for mention in context.orgs_in(text.sequence, start, match.start())
            if mention.org.name not in match["exchange"]
        ]
        own = re.search(
            r"\b(?:our|its|the|company['’]?s|registrant['’]?s) (?:\w+ )?(?:common|ordinary|capital|class|securities"
            r"|shares|stock|ADSs?)\b",
            before,
            re.I,
        )
        org = (
            context.filer if own and not text.is_exhibit else named[-1].org if named else context.filer if own else None
        )
        if org and match["ticker"] not in _NOT_TICKERS:
            yield _claim(context, text, org, match, (start, end) if end - start < 400 else match.span(), 0.95)


def _before_parenthesis(context: Context, text: DocumentText, position: int) -> OrgRef | None:
    """The organisation named straight before the parenthesis that holds `position`."""
    opened = max(
        text.text.rfind("(", max(0, position - 80), position), text.text.rfind("[", max(0, position - 80), position)
    )
    if opened < 0 or text.text.find(")", opened, position) >= 0:
        return None
    for mention in reversed(context.orgs_in(text.sequence, max(0, opened - 120), opened)):
        between = text.text[mention.end : opened].strip(" ,®™")
        if not between or re.fullmatch(
            r"[(“\"][^()]{1,60}[)”\"]|(?:common stock|ordinary shares|ADSs?)", between, re.I
        ):
            return mention.org
        return None
    return None


def _cover_table(context: Context, text: DocumentText) -> Iterator[ListingClaim]:
    """Rows of "Title of each class / Trading symbol / Name of each exchange on which registered"."""
    start = 0
    below = 0  # rows that may still belong to the table
    for row in text.layout[:_COVER].split("\n"):
        plain = row.casefold()
        if "symbol" in plain and len(row) < 250 and ("exchange" in plain or "registered" in plain):
            below = 12
        elif below:
            below = 0 if len(row) > 200 or plain.startswith(("indicate", "item ")) else below - 1
            exchange = re.search(_NAMED, row)
            tickers = _ROW_TICKER.finditer(row[: exchange.start()]) if exchange else iter(())
            ticker = next((found for found in tickers if found[1] not in _NOT_TICKERS), None)
            if exchange and ticker:
                evidence = (context.evidence(text.sequence, start, start + len(row)),)
                yield ListingClaim(context.filer, _code(exchange[0]), ticker[1], Source(RULE, 0.99, evidence))
        start += len(row) + 1


def _claim(
    context: Context,
    text: DocumentText,
    org: OrgRef,
    match: re.Match[str],
    span: tuple[int, int],
    sure: float,
    group: str = "exchange",
) -> ListingClaim:
    evidence = (context.evidence(text.sequence, *span),)
    return ListingClaim(org, _code(match[group]), match["ticker"], Source(RULE, sure, evidence))
