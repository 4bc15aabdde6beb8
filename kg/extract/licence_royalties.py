"""Part of a sentence that speaks of an agreement → royalty rates in force by it."""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from decimal import Decimal

from kg.extract.late import late
from kg.extract.licence_unreal import unreal_from
from kg.extract.money import Rate, find_rates

_NOT_ROYALTY = late(
    r"^[^.;]{0,60}?\b(?:of (?:all |any |the |its |our |such |what |those |sublicen|licens|non-?royalty|upfront|receipts|profits?|gross margin|patients|shares|equity|voting|that fee|the fee|whatever|the outstanding|common|consideration|amounts?|milestone|fees)[^.;,]{0,30}?(?:sublicen\w*|licensing|income|receiv\w*|receipts|fees?|pay us|takes in|profit\w*|revenues?|consideration|stock|equity|shares|company|capital)|owned|of the (?:patients|common|shares|company|voting))"
    r"|^ ?(?:\w+ )?(?:improvement|increase|reduction|response|survival|discount|withholding)|^ of (?:the|its|their|those|all|such)? ?(?:\w+ )?(?:costs?|expenses?|price)\b",
    re.I,
)
_NOT_RATE = late(
    r"(?:\b(?:reduc(?:ed|es|tions?)|decreas(?:ed?|es)|offset|deduct(?:ed|ions?)?|credit(?:ed)?|discount(?:ed)?)\b[^.;,%]{0,40}\b(?:by|of)(?: up to| as much as| at most| not more than| no more than)?|improved|reduced|response|owns?|interest of|increase of|by|shares?|\bplus|\btax(?:es)?(?: of| at)?|discount(?: of)?|sublicens\w+ (?:income|fees?|revenue)(?:(?!royalt)[^.;]){0,20})\W*$",
    re.I,
)
_LEAST = late(r"(?:\b(?:floor|minimum)(?: rate| royalty)?(?: of| at)|\b(?:not|never|no event|circumstances)(?: be| fall| sink| go)? (?:less than|lower than|below))\W*$", re.I)
"""The least that remains after reductions is no rate of a tier."""
_UPSTREAM = late(r" (?:\w+ )?royalt\w+ (?:(?:payable|due|owed) )?to (?:[^.;,%]{0,40}\b(?:own|head|original|upstream) licensors?\b|(?:an?|any|such|other) third part)")
"""A royalty that goes on to somebody else."""
_OUT_OF = late(r"\W*(?:Of|Out of|From) (?:the|this|that|these|its|our) royalt[^.;]{2,60}?, ")
"""Of a royalty a part is handed on: what is named behind is no rate of the licence."""
_BARE_LIST = late(r"(?:,| and|, and| or|, or|;)+ (?:up to )?")
_ABBREVIATED = late(r"(?<=\bper cent)\.(?= [a-z])")
_ROYALTY_OF = late(r"\broyalt\w+\b[^.;%]*$", re.I)
_AND_A_SHARE = late(r",? (?:and|plus|as well as) (?:between |from |up to |of |a share of )*(?=[\d½¼¾]|\w+ per ?cent)")
_OF_PRICE = late(r"(?: ?\([^)]{0,12}\))? of (?:(?:its|the|their|our|\S+[’']s) )?(?:[\w-]+ ){0,3}(?:selling|sales|transfer|market|invoice|wholesale|supply) prices?\b", re.I)
_NO_ROYALTY = late(r"\b(?:transfer|supply) price\b[^.;,%]{0,40}$|\b(?:to be|being|is|still) (?:negotiated|agreed|determined)\b[^.;,%]{0,20}$|\bcost plus\W*$", re.I)
_OPEN_RATE = late(r"[^.;,]{0,20}\b(?:to be|yet to be|is to be) (?:negotiated|agreed|determined)|,? (?:of|on) (?:any|the|such|all|those|its|our) (?:\w+ )?royalt", re.I)
_REPLACED = late(r"\breplac(?:ing|es?|ed)\b[^.;%]{0,40}[“\"']$", re.I)
"""A price, a rate that nobody has agreed on, or one that gives way to the one named next."""
_NO_LOW = late(r"(?:digits?|teens|twenties)(?: percentages?)? (?:(?:rising |increasing |up |climbing )?to|and(?: reaching| rising to)?) (?:a (?:maximum|high|top) of )?$", re.I)
_SUBSTITUTED = late(r"\bfor [“\"][^”\"]{1,160}[”\"],? there (?:shall|is to|will|are to) be (?:read|substituted|inserted)\b", re.I)
"""For the words quoted others shall be read."""
_OLD_RATE = late(
    r"(?:in place of|instead of|until now(?:,? (?:it|they|which|that))?(?: was| were| had been| stood at)?|had provided for a royalty of|from|formerly|previously|rather than|not|had been(?: \w+)?|used to be) ?(?:at |of )?(?:a |the )?(?:flat |fixed |uniform |single )?(?:(?:royalty|rate) of )?$",
    re.I,
)
_CHANGED = late(
    r"\b(?:reduced|lowered|cut|decreased|dropped|fell|changed|adjusted|revised|brought (?:down|up)|raised|increased|reduc(?:es|ing)|lower(?:s|ing)|cut(?:s|ting)|chang(?:es|ing))\b[^.,;%]{0,60}\bfrom (?:a )?(?:flat |royalty |rate |of )*$",
    re.I,
)
_STRUCK = late(r"[^.;,]{0,3}(?:is|are|shall be|was|were)(?: hereby)? (?:struck|deleted|replaced|removed)", re.I)
_NO_LONGER = late(
    r"\b(?:no longer (?:appl\w+|in (?:force|effect)|payable|due)|ceased to apply|(?:are|is|were|was) (?:superseded|abolished|of no further effect))", re.I
)
_REPLACES = late(
    r"royalt\w*[^.;]{0,80}\bthere (?:shall|is to|will) be (?:read|substituted|inserted)|royalt\w*[^.;]{0,80}\b(?:reduced|lowered|cut|changed|adjusted|revised|raised|increased|replac(?:ed|ing)|inserted)\b|\b(?:reduced|lowered|cut|changed|adjusted|revised|raised|increased|reduc(?:es|ing)|lower(?:s|ing)|replac\w+)\b[^.;]{0,40}\broyalt|royalt\w*[^.;]{0,80}\bnow\b|\bnow\b[^.;]{0,40}\broyalt",
    re.I,
)
_LOAD = late(
    r"royalt|net sales|of sales|(?:%|per ?cent) of (?:its|their|our|\S+[’']s) (?:net )?sales|\brate|running|tiered|hand over|(?:%|percent|per cent) of what [^.;,]{1,40} sells?\b|(?:%|per ?cent) of (?:net |gross )*(?:revenues?|receipts|turnover)\b|\b[Oo]f (?:net |gross )*(?:receipts|turnover)\b|(?:%|per ?cent) (?:of|on) (?:whatever|what|all|everything) (?:that )?[^.;,]{1,40} sells?\b|\bon all (?:that )?\w+ sells?\b", re.I
)


def replaces_rates(text: str) -> bool:
    """Does a clause put a royalty in the place of the one told of before ("the royalty was cut to 4%")?"""
    return _REPLACES.search(text) is not None


def royalties_in(text: str) -> list[tuple[Decimal, Decimal]]:
    """(lowest, highest) of each royalty rate in force by a clause; shares of other income and former rates are left out."""
    if not _LOAD.search(text) or _NO_LONGER.search(text):
        return []
    out = []
    text = _ABBREVIATED.sub(" ", text)
    handed_on = _OUT_OF.match(text)
    limit, former = min(unreal_from(text), handed_on.end() if handed_on else len(text)), _SUBSTITUTED.search(text)
    rates = find_rates(text)
    for index, rate in enumerate(rates):
        if rate.start >= limit:
            break
        if former and former.start() < rate.start < former.end():
            continue
        before, after = text[max(0, rate.start - 70) : rate.start], _behind(text, rates, index)
        if _ROYALTY_OF.search(before):
            after = _AND_A_SHARE.split(after, maxsplit=1)[0]  # "rates of 3% to 7%, and between 10% and 25% of what sublicensees pay"
        if _NO_ROYALTY.search(before) or (_OF_PRICE.match(after) and not _ROYALTY_OF.search(before)) or _OPEN_RATE.match(after) or _REPLACED.search(before):
            continue
        if (
            (_NOT_ROYALTY.match(after) or (text[: rate.end].endswith("dollar") and not re.match(r"[^.;]{0,12}\b(?:net )?(?:sales|revenue)|[^.;]{0,40}\bsold\b", after)))
            and not re.match(r"[^.;]{0,14}(?:net )?sales|[^.;,]{0,20}\bwhat [^.;,]{1,40} sells?\b", after)
            and not re.search(r"royalt\w* (?:rate )?(?:of|at|is|was|set at)\W*$", before)
        ):
            continue
        if _NOT_RATE.search(before) or _UPSTREAM.match(after) or re.match(r"[^.;]{0,20}\b(?:interest|stake|share of)\b", after) or _STRUCK.match(after):
            continue
        if rate.low != rate.high and rate.last is not None and _CHANGED.search(before):
            out.append((rate.last, rate.last))
            continue
        if rate.low == rate.high and _CHANGED.search(before) and re.match(r" to\b", after):
            continue
        if rate.low != rate.high and not re.search(r"(?:in place of|instead of|until now|rather than|formerly|previously|had been(?: \w+ at| \w+)?) ?$", before):
            out.append((rate.low, rate.high))
            continue
        if (
            _OLD_RATE.search(before)
            and (
                re.match(r"(?:,| to (?:a |an )|to a range| to \d|\W*$|\.)", after)
                or re.search(r"in place of|until now|had provided", before)
            )
            and not re.search(
                r"(?:range|ranges|ranging|royalt\w+|run|runs|stepped|tiered|fall) from $|percent from $", before
            )
        ):
            continue
        if rate.high > 60 or _LEAST.search(before):
            continue
        if _NO_LOW.search(before):
            continue  # "from the high single digits to 13%": the lowest figure is not told, so the range is not
        out.append((rate.low, rate.high))
    return out


def _behind(text: str, rates: list[Rate], index: int) -> str:
    """What stands behind a rate and speaks of it: as far as the next rate, unless both are items of one list."""
    end = rates[index].end
    following = rates[index + 1].start if index + 1 < len(rates) else len(text)
    listed = following < len(text) and _BARE_LIST.fullmatch(text, end, following)
    return text[end : end + 100] if listed else text[end : min(following, end + 100)]
