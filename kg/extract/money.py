"""Text → amounts of money and percentages in it, with offsets."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kg.extract.late import late


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum as stated: `[start, end)` in the text, `value` in whole units of `currency` (ISO 4217)."""

    start: int
    end: int
    value: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Rate:
    """Percentages stated together ("4% to 6%"): `[start, end)`, lowest and highest figure, and the one said last."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    last: Decimal | None = None


_CODES = {
    "$": "USD", "US$": "USD", "USD": "USD", "U.S.$": "USD", "U.S. $": "USD", "US $": "USD", "USD$": "USD",
    "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "¥": "JPY", "JPY": "JPY", "CHF": "CHF", "SFr": "CHF",
    "A$": "AUD", "AU$": "AUD", "AUD": "AUD", "C$": "CAD", "CA$": "CAD", "CDN$": "CAD", "Cdn$": "CAD", "CAD": "CAD",
    "HK$": "HKD", "HKD": "HKD", "RMB": "CNY", "CNY": "CNY", "NT$": "TWD", "S$": "SGD", "SGD": "SGD", "NIS": "ILS",
    "ILS": "ILS", "SEK": "SEK", "DKK": "DKK", "NOK": "NOK", "INR": "INR", "KRW": "KRW", "Rs.": "INR", "₩": "KRW",
    "NZ$": "NZD", "R$": "BRL", "DM": "DEM", "FF": "FRF", "₪": "ILS", "¥RMB": "CNY", "Fr.": "CHF",
}  # fmt: skip
_NAMES = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "franc": "CHF", "krona": "SEK", "kronor": "SEK",
    "krone": "DKK", "kroner": "DKK", "yuan": "CNY", "renminbi": "CNY", "shekel": "ILS", "won": "KRW", "rupee": "INR",
    "mark": "DEM", "usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "chf": "CHF", "rmb": "CNY", "lire": "ITL",
}  # fmt: skip
_NATIONS = {
    "canadian": "CAD", "australian": "AUD", "hong kong": "HKD", "singapore": "SGD", "new zealand": "NZD",
    "taiwan": "TWD", "new taiwan": "TWD",
}  # fmt: skip
_SCALE = {
    "thousand": 3, "k": 3, "million": 6, "mm": 6, "m": 6, "mn": 6, "mio": 6, "billion": 9, "bn": 9, "b": 9,
    "trillion": 12, "hundred": 2,
}  # fmt: skip
_UNITS = {
    word: value
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    )
} | {
    word: 10 * value for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
} | {"a": 1, "an": 1}  # fmt: skip
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_SCALES = r"thousand|million|billion|trillion|mm|mn|mio|bn|[kKMB](?![A-Za-z])"
_SIGNS = "|".join(sorted(map(re.escape, _CODES), key=len, reverse=True))
_CURRENCY_WORDS = r"(?:dollar|euro|pound|yen|(?:Swiss |French )?franc|(?:Swedish )?kron(?:or|a)|(?:Danish |Norwegian )?krone(?:r)?|yuan|renminbi|shekel|won|rupee|(?:Deutsche? )?[Mm]ark|USD|EUR|GBP|JPY|CHF|RMB|lire)s?"
_WORD = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion"
)
_WORDS = (
    rf"(?:(?:{_WORD})(?:[ -](?:and[ -])?(?:{_WORD}))*|(?:half )?an? (?:half )?(?:million|billion|hundred thousand)|one[ -]half (?:million|billion)|(?:{_WORD}) and (?:a|one)[ -]half (?:million|billion))"
)
_SIGNED = late(
    rf"(?<![A-Za-z])(?P<sign>(?-i:{_SIGNS}))\s?(?P<number>{_NUMBER})(?:[ -]?(?P<scale>{_SCALES})\b)?"
    rf"|(?<![\d.,])(?P<number2>{_NUMBER})(?:[ -](?P<scale2>{_SCALES})\b)?(?: (?P<nation>U\.?S\.?|Canadian|Australian|Hong Kong|Singapore|New Zealand|(?:New )?Taiwan))? (?P<name>{_CURRENCY_WORDS})\b"
    rf"|\b(?P<words>{_WORDS})(?: (?P<nation2>U\.?S\.?|United States|Canadian|Australian))? (?P<name2>[Dd]ollars|[Ee]uros?|pounds|yen)\b",
    re.I,
)
_IN_PAREN = late(
    rf"\s?\(\s?(?P<sign>{_SIGNS})\s?(?P<number>{_NUMBER})(?:[ -]?(?P<scale>{_SCALES})\b)?\s?\)", re.I
)
_TRIGGER = late(r"[$€£¥₩₪]|\b(?:EUR|USD|GBP|JPY|CHF|AUD|CAD|RMB|NIS|SEK|DKK|NOK|DM|dollars?|euros?|pounds|yen|francs?|kron(?:or|er)|yuan|marks|won)\b", re.I)  # fmt: skip
_RANGE = late(r"\s?(?:to|-|–|—|and)\s?$")


def _spoken(words: str) -> Decimal:
    """ "twelve million five hundred thousand" → 12500000; "half a million" → 500000."""
    total, current = Decimal(0), Decimal(0)
    if mixed := re.fullmatch(r"(?i)(.+) and (?:a|one)[ -]half (million|billion)", words):
        return (_spoken(mixed[1]) + Decimal("0.5")) * Decimal(10 ** _SCALE[mixed[2].lower()])
    half = "half" in words
    for word in re.split(r"[ -]", words.lower()):
        if word in _UNITS:
            current += _UNITS[word]
        elif word == "hundred":
            current = (current or Decimal(1)) * 100
        elif word in ("thousand", "million", "billion"):
            total += (current or Decimal(1)) * 10 ** _SCALE[word]
            current = Decimal(0)
    return (total + current) / (2 if half else 1)


def _value(number: str, scale: str | None) -> Decimal:
    return Decimal(number.replace(",", "")) * (10 ** _SCALE[scale.lower()] if scale else 1)


def _code(sign: str) -> str:
    return _CODES.get(sign) or _CODES.get(sign.upper()) or "USD"


def _named(nation: str | None, name: str) -> str:
    if nation and nation.lower() in _NATIONS:
        return _NATIONS[nation.lower()]
    word = name.lower().split()[-1]
    if word in ("pounds", "yen", "won"):
        word = {"pounds": "pound"}.get(word, word)
    return _NAMES.get(word) or _NAMES.get(word.rstrip("s")) or "USD"


def find_money(text: str) -> list[Amount]:
    """Amounts in order; "five million dollars ($5,000,000)" is one; "$5 to $10 million" gives both ends scaled."""
    found: list[Amount] = []
    if not _TRIGGER.search(text):
        return found
    position = 0
    unscaled: list[bool] = []
    while match := _SIGNED.search(text, position):
        position = match.end()
        if match["number"]:
            value, currency, scale = _value(match["number"], match["scale"]), _code(match["sign"]), match["scale"]
        elif match["number2"]:
            value, scale = _value(match["number2"], match["scale2"]), match["scale2"]
            currency = _named(match["nation"], match["name"])
        elif match["words"].lower() in _SCALE:
            continue  # "several million dollars" is no sum
        else:
            value, currency, scale = _spoken(match["words"]), _named(match["nation2"], match["name2"]), "said"
            if again := _IN_PAREN.match(text, position):
                value, currency = _value(again["number"], again["scale"]), _code(again["sign"])
                position = again.end()
        if found and scale and scale != "said" and unscaled[-1] and found[-1].currency == currency:
            between = text[found[-1].end : match.start()]
            if _RANGE.fullmatch(between) and found[-1].value < 1000:
                last = found[-1]
                found[-1] = Amount(last.start, last.end, last.value * 10 ** _SCALE[scale.lower()], currency)
        found.append(Amount(match.start(), position, value, currency))
        unscaled.append(not scale)
    return found


_PERCENT_WORDS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|thirty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|forty|fifty|sixty|seventy|seventy-five|eighty|ninety|one hundred)(?:[ -]and[ -](?:one|a)[ -](?:half|quarter)|[ -]and[ -]three[ -]quarters)?"
_FIGURE = rf"(?:\d+(?:\.\d+)?(?: ?[½¼¾]|[ -][13]/[24])?|[½¼¾]|\b{_PERCENT_WORDS}\b)"
_PERCENT = r"(?: ?%| per ?cent(?:um)?\b| percent\b| percentage points?\b)"
_ASIDE = rf"(?: ?\((?:\d+(?:\.\d+)?){_PERCENT}?\))?"
_RATE = late(
    rf"(?<![\d.,$])({_FIGURE})({_PERCENT})?{_ASIDE}({_PERCENT})?"
    rf"(?:(?: of (?:annual )?net sales(?!,? and \d| and))?,? ?(?:(?:rising|increasing|climbing|scaling|escalating|stepping|going|growing|moving|mounting|ascending)(?: up)? to(?: a (?:maximum|high|top|ceiling|peak) of)?|(?:and|then|and then) (?:ending|reaching|topping out|peaking|rising|climbing|culminating|finishing|going up|increasing|ends?|reach(?:es)?|tops? out|peaks?|rises?|climbs?|goes up|go up|increases?|steps? up|mounts?|grows?)(?: up)? (?:at|to|in)?|up to|to a maximum of|(?:and|or|but|nor) (?:at most|never |no|not)? ?(?:higher|more|greater|above|exceeding)(?: than)?|(?:and|but) at (?:the )?most|to|and|or|through|-|–|—) ?({_FIGURE}){_PERCENT}?{_ASIDE})?({_PERCENT})?",
    re.I,
)
_HALF = late(r"(?:one[- ]|a )?(?:half|quarter) of (?:one|1|a) per ?cent", re.I)
_ANY_PERCENT = late(r"%|\bper ?cent|\bpercent|\bcents (?:of|on|in|from|out|per)\b", re.I)


_PARTS = (
    (("½", "1/2", "half"), Decimal("0.5")),
    (("¾", "3/4", "three quarters", "three-quarters"), Decimal("0.75")),
    (("¼", "1/4", "quarter"), Decimal("0.25")),
)
_CENTS = late(
    rf"\b(?P<low>\d+(?:\.\d+)?|{_PERCENT_WORDS})(?: (?:to|or) (?P<high>\d+|{_PERCENT_WORDS}))? cents (?:of|on|in|from|out of|per)(?: every| each| the| a)? dollar",
    re.I,
)


def _figure(text: str) -> Decimal:
    text = text.strip().lower()
    if re.match(r"[\d½¼¾]", text):
        part = next((p for signs, p in _PARTS if any(sign in text for sign in signs)), Decimal(0))
        digits = re.match(r"\d+(?:\.\d+)?(?!/)", text)
        return (Decimal(digits[0]) if digits else Decimal(0)) + part
    extra = next((p for signs, p in _PARTS if any(sign in text for sign in signs)), Decimal(0))
    return _spoken(re.split(r"[ -]and[ -]", text)[0]) + extra


def find_rates(text: str) -> list[Rate]:
    """Percentages in order; "4% to 6%", "eight to twelve percent" and "8% rising to 12%" are one rate each."""
    found: list[Rate] = []
    if not _ANY_PERCENT.search(text):
        return found
    for match in _HALF.finditer(text):
        part = Decimal("0.5") if "half" in match[0].lower() else Decimal("0.25")
        found.append(Rate(match.start(), match.end(), part, part))
    for match in _CENTS.finditer(text):
        ends = [_figure(match["low"]), _figure(match["high"] or match["low"])]
        found.append(Rate(match.start(), match.end(), min(ends), max(ends)))
    for match in _RATE.finditer(text):
        if any(r.start <= match.start() < r.end for r in found):
            continue
        body = match[0]
        if not _ANY_PERCENT.search(body):
            continue
        low = _figure(match[1])
        high = _figure(match[4]) if match[4] else low
        found.append(Rate(match.start(), match.end(), min(low, high), max(low, high), high))
    return sorted(found, key=lambda r: r.start)
