"""Part of a sentence that speaks of an agreement → sums by what they pay, and royalty rates."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kg.extract.late import late
from kg.extract.licence_unreal import unreal_from
from kg.extract.money import Amount, find_money, find_rates
from kg.extract.scan import cue

_NOT_PAYMENT = late(
    r"amend\w* fees?|fee for the amendment|no fee|annual (?:maintenance|fee|minimum)|maintenance fee|minimum (?:annual )?royalt|minimum|reimburs|patent (?:cost|expense|prosecution)|legal fees|attorney|counsel fees|lawyers|per share|shares? of|common shares|stock|warrant|"
    r"equity investment|invest(?:ed|ment)|cash and|research and development expense|expenses? (?:rose|increased|were)|revenues?\b[^.;]{0,40}(?:of|was|were|include[sd]?)|net (?:loss|income)|[Nn]et [Ss]ales (?:up to|of|in excess of|exceed\w*|between|over|above|below|greater than)[^.;]{0,12}$|transaction price|accumulated|salary|per (?:year|annum|month|quarter)|a year|annually|annum|each year|annual|unamorti[sz]ed|"
    r"impairment|\bcharge of|written off|write-?off|of which(?! the (?:aggregate|total|sum|maximum))|balance of|recogni[sz]ed(?! \$?[\d.,]+ on signature)|deferred|accrued|wrote off|sublicen[cs]e (?:fees|income)|spend|deemed price|principal|\bnote\b|\bloan|\bgrant of|\bgrants,|budget|market capitalization|\bloss of|(?:was |were )?(?:also )?paid for (?:[\w-]+ ){0,2}(?:studies|services|work|materials|supplies|equipment)|purchases? at least|research funding|research support|fund\w* research|\bFTEs?\b|\bconsult",
    re.I,
)
_CONTINGENT = cue(
    r"milestone|contingent|up to|as much as|(?:up)?on (?:the |a |an |its |our |each )?(?:successful |initial |first |second |third )?(?:filing|dosing|enrol|allowance|initiation|commencement|completion|acceptance|submission|start of|launch|commercial sale|IND\b|NDA\b|BLA\b|MAA\b|Phase|pricing|clearance|issuance of a patent|issue of a patent)|when (?:the|a|an|its) (?!(?:[\w-]+ ){0,2}(?:was|were|is) (?:signed|executed|made|concluded|entered|first signed))|upon (?:achiev|development|the achiev|regulatory|the first|first|approv|attain|later events|registration|the occurrence|reaching)|on milestones|further|additional|another|in addition|more (?:if|is|as|on|upon|when)|conditional|depend|"
    r"if (?:all|every|certain|dornase|\S+ is approved)|sales events|development events|approvals?|could (?:owe|come|total|reach|receive)|cannot (?:exceed|be more)|not exceed|maximum|ceiling|capped|altogether|thresholds|as registrations|each event|later\b|eligible|potential|on top of that|thereafter|remaining|events?\b|success|may (?:reach|receive|pay|have to pay|add|total)|stand(?:s)? to receive|attainment|\b(?:for|on|tied to|linked to) (?:clinical|development|regulatory|commercial|sales (?:levels?|thresholds?|milestones|events|goals|targets))\b|aggregating|at the utmost",
    re.I,
)
_INITIAL = cue(
    r"up-?\s?front|initial|at signing|on signing|upon signing|at signature|on signature|at closing|on closing|at the closing|on execution|upon execution|at execution|on grant|issue fee|license fee|licence fee|option fee|signing fee|entry fee|at the outset|at inception|one-time|cash payment|payment of|\bcost ?$|purchase price|the price|"
    r"in cash|for the option|for the right|for the exercise|exercise (?:payment|fee|price)|option exercise|restatement fee|when (?:the|this|that|our|its) (?:[\w-]+ ){0,2}(?:was|were|is) (?:signed|executed|made|concluded|entered)|license issue|technology access|in exchange for|in consideration|against (?:a |payment|a payment)?|within (?:[\w()]+[ -]){1,5}(?:business |calendar )?days|issuance fee|access fee|sign-on|the whole of which|consummation|upon exercise|on exercise|restatement|paid today|on the (?:effective date|date of|date hereof|restatement)|upon the effective|immediately|non-?refundable|signature\b|entered into|lump sum|down payment|payable|bought|purchased|now\b|at once\b|outlay|wired|bringing|cost (?:us|it)|it cost|paid|pays|paying|remit|gave|received|fee of|for a fee",
    re.I,
)
_OLD_VALUE = late(
    r"(?:instead of|in place of|rather than|formerly|previously|reduced from|raised from|increased from|lowered from|cut from|from|up from|until now|as before|had been (?:as much as )?|stated that .{0,40}paid|figure of|not|wrong figure .{0,40}\(?)\s*(?:up to |a maximum of |as much as )?$",
    re.I,
)
_PART = late(
    r"(?:two of which|one of which|of which|including|totaling|the present one|comprising|consisting of the|being)\W*(?:\(?totaling )?$",
    re.I,
)


_PRICE = late(r"\b(?:for|against|in exchange for|in return for|at a price of) (?:approximately |about |the sum of )?$", re.I)
_RIGHTS_SOLD = late(r"\b(?:licen[cs]ed?|rights?|option|patents?)\b", re.I)
_SHARE_OF = late(r" of (?:the|this|that|such|these|those|which) (?!date|first|effective)", re.I)
_PROLONGS = late(r"\b(?:extend|lengthen|prolong|renew)\w*\b[^.;]{0,60}(?:payment|pay\w*|fee|for|cost) (?:of |a further |an? )*$|\bextension fee\b", re.I)
_INITIAL_BEYOND_DOUBT = late(
    r" (?:on|at|upon) (?:signature|signing|execution|closing)|,? being the whole of the up-?front"
    r"| (?:non-?refundable,? )?(?:up-?front|(?:initial|signing|signature|licen[cs]e|option|access) (?:licen[cs]e )?(?:fee|payment))|(?: which| that)? [^.;,]{3,60}? (?:had )?paid [^.;,]{0,20}\b(?:on|at|upon) (?:signature|signing|execution|closing)",
    re.I,
)
_SHARES_THEN_PAID = late(
    r"\b(?:issu(?:ed?|ing)|gave|granted|delivered|transferred)\b[^.;]{0,80}\b(?:shares|stock|warrants?)\b[^.;]{0,24}(?:,|\band) (?P<paid>(?:\w+ ){0,2}(?:paid|pays?|paying|owes?)\b[^.;,]{0,40})$",
    re.I,
)
"""Shares were given, and a sum paid besides."""
_EXERCISED = late(
    r"\b(?:(?:up)?on|at|for|when it|by) (?:the |its |such |that |their )?exercis(?:e|ed|ing)\b(?! price)|\b[Ee]xercising (?:it|the option|its option|that option)\b|\b[Ee]xercise (?:entitles?|entitled|brings?|brought)\b|\bexercise (?:has )?cost\b",
    re.I,
)
_DUE_ON = late(
    r"(?: (?:was|were|is|has been|have been|will be|became|being|(?:falls?|fell|will fall|becoming))(?: \w+)?| (?:due|payable|paid|received|earned))? (?:(?:up)?on|after|following) (?:the |its |their |our |each )?(?:successful |initial |first |U\.?S\.? |regulatory |marketing |FDA )*"
    r"(?:filing|submission|acceptance|approval(?! of (?:the |this |its |our )?(?:agreement|board|share))|dosing|enrol\w+|initiation|commencement|completion|start|launch|clearance|licensure|commercial sale|registration)\b",
    re.I,
)
"""What a sum that has been paid, or will be, depended on."""
_AND_UP_TO = late(r"[^.;$(]{0,110}?,? (?:and|plus)(?: to)? (?:an? )?(?:additional |further |another |maximum of )*(?:up to|as much as) (?:an? )?(?:additional |further |another |aggregate of )*\$")
_INITIAL_FEE = late(r"up-?\s?front|initial|(?:licen[cs]e|option|issue|signing|signature|access|exercise|purchase) (?:fee|payment|price)|\bat signing|\bon signing", re.I)
_LISTED = late(r"(?:;|,| and)(?: and)?(?: \(?[a-z\d]{1,3}\))? ?$")
_UPON = late(r" (?:up)?on\b| when\b| at\b| if\b| after\b| in the (?:first )?year\b| for\b", re.I)
"""One more sum of a list of milestones."""
_CORRECTED = late(r"\b(?:correct|right|actual|true) (?:figure|sum|amount|payment)(?: paid)? (?:is|was|being)\W*$|\b[Ii]n fact (?:the sum paid|[\w ]{2,30} paid)(?: was)?\W*$")
_HAD = late(r"\b(?:had|got|took)\W*$")
_CASH = late(r" (?:in|of) (?:cash|working capital|liquid)")
_OPTION_PRICE = late(r"\b(?:(?:would|will|shall|must|to|may) (?:then )?pay|pays?|paid|payment(?: to [^.;,]{2,40})? of|a price of|by paying|for|at a cost of|against)\b[^.;,]{0,30}$", re.I)
_FUTURE = late(r"milestone|\bup to\W*$|as much as\W*$|\b(?:would|could|might|may|should|if|were)\b", re.I)


@dataclass(frozen=True, slots=True)
class Paid:
    """A sum by what it pays: "upfront", "milestone" or "equity"; `whole` when it is said to be the total."""

    start: int
    end: int
    kind: str
    amount: Amount
    whole: bool = False


_NEW_SUM = late(
    r"\b(?:rais|increas|reduc|lower|cut|chang|adjust|revis|rose|fell|drop|grew|enlarg)\w*\b(?: (?:that|this|the|these|those|its|our|total|aggregate|maximum|possible|potential|remaining|amount of|sum of|payable|under the agreement)\b)* (?P<what>sums?|amounts?|figure|total|aggregate|maximum|ceiling|milestones?|milestone payments?)[^.;$]{0,40}?(?: from (?P<old>\$[\d.,]+\d(?: [mb]illion)?))? to (?=(?:US)?\$)"
    r"|\b(?P<what2>sum|amount|figure|total|maximum|ceiling|milestones?|milestone payments?)\b[^.;$]{0,60}\b(?:was|were|has been|have been|is|are|is now)? ?(?:raised|increased|reduced|lowered|cut|changed|revised|rose|fell|dropped|grew)(?: from (?P<old2>\$[\d.,]+\d(?: [mb]illion)?))? to (?=(?:US)?\$)",
    re.I,
)


def new_milestones_in(text: str) -> Amount | None:
    """What milestones come to instead of what was told before: "the amendment raised that amount to $84 million"."""
    changed = _NEW_SUM.search(text)
    if not changed or _INITIAL_FEE.search(changed[0]) or changed.start() >= unreal_from(text):
        return None
    return next((a for a in find_money(text) if a.start == changed.end()), None)


def sums_in(text: str, option: bool = False) -> list[Paid]:
    """Sums of a clause that the agreement makes payable; fees for upkeep, costs, shares and old figures are left out."""
    out: list[Paid] = []
    amounts = find_money(text)
    limit, beside = unreal_from(text) if amounts else 0, False
    for index, amount in enumerate(amounts):
        if amount.start >= limit:
            break
        low = amounts[index - 1].end if index else 0
        high = amounts[index + 1].start if index + 1 < len(amounts) else len(text)
        before, after = (
            text[max(low, amount.start - 130) : amount.start],
            text[amount.end : min(high, amount.end + 130)],
        )
        if index:
            # What stands right behind the sum before ("$1 million at signing, …") speaks of that one.
            own = re.search(r",| and |;|\(", before)
            if own:
                before = before[own.end() :] if own[0] != " and " else before[own.start() :]
            elif re.fullmatch(r" (?:to|and|or) (?:up to |as much as )?", before):
                before = text[max(0, amounts[index - 1].start - 90) : amounts[index - 1].start] + before
        before = re.split(r"(?<=[a-z)]); |\. (?=[A-Z])", before)[-1]
        after = re.split(r"; |\. (?=[A-Z])|\.$", after)[0]
        if (
            _OLD_VALUE.search(before[-45:])
            and (re.match(r"(?: ?,| to | in | as before|\W*$)", after) or "from" not in before[-6:])
            and not re.search(r"(?:fee|payment|price) had been $|receives?d? .{0,25}from $|not (?:more|less) than $|will receive from \W*$", before)
        ) and not (before.rstrip().endswith("from") and not re.match(r"[^.;]{0,12} to ", after)):
            continue
        if re.search(r"\buntil \W*$|\b(?:none|neither|each|any|no one) of (?:which|them) (?:\w+ )?exceed\w*\W*$", before) or _SHARE_OF.match(text[amount.end : amount.end + 60]):
            continue
        if _PART.search(before[-20:]) and index and out and not re.search(r"being $", before):
            continue
        near_before, near_after = (
            before[-70:],
            re.split(r", (?=and |[\ue000-\uefff])|,? and (?=[a-z]+ )", after)[0][:70],
        )
        if re.search(
            r"for the (?:first|second|third|fourth|full|three|six|nine)|(?:first|second|third|fourth) quarter|ended (?:March|June|September|December)|net loss|total assets|stockholder|aggregate market value|accumulated deficit|expenses? |revenue[sd]? |cash(?! (?:purchase|payment|consideration|price|fee|sum))",
            near_before,
        ) and not re.search(r"paid|milestone|upfront|fee\b|received", near_before):
            continue
        bad = (
            _NOT_PAYMENT.search(near_before[-60:])
            or _NOT_PAYMENT.match(near_after.strip())
            or re.match(
                r" ?(?:per|of (?:net|annual|research|common|its|our|deferred|unearned) |a (?:year|month)|annual|in (?:each|fiscal)|annually|shares|accrued)",
                near_after,
            )
        )
        if _PROLONGS.search(near_before) or (_HAD.search(before) and _CASH.match(after)):
            continue
        contingent = list(_CONTINGENT.finditer(near_before)) or []
        initial = list(_INITIAL.finditer(near_before)) or []
        contingent_after, initial_after = _CONTINGENT.search(near_after), _INITIAL.search(near_after)
        if bad and _INITIAL_BEYOND_DOUBT.match(after):
            bad = None
        elif bad and re.match(r"share|stock|common|warrant", bad[0], re.I) and (besides := _SHARES_THEN_PAID.search(before)):
            bad = _NOT_PAYMENT.search(besides["paid"])
        if bad and not (
            initial
            and initial[-1].start() > 40
            and not re.search(r"amend|reimburs|mainten|annual|minimum|share|stock|patent|year|month|quarter", bad[0], re.I)
        ):
            continue
        c_score = (contingent[-1].end() + 1 if contingent else 0, 1 if contingent_after else 0)
        i_score = (initial[-1].end() + 1 if initial else 0, 1 if initial_after else 0)
        whole = bool(
            re.search(
                r"(?:total(?:ing|ling)?|aggregate|altogether|in all|maximum|combined|at the utmost|capped at|not exceed|cannot exceed|(?:may|could|might|would|can) (?:reach|amount to|come to|add up to|run to))\b[^.;]{0,30}$|\b(?:together|which|all) (?:come|amount|add up|total)s?(?: to)?\W*$|^\W*(?:and )?together\W*$",
                near_before,
                re.I,
            )
            or re.match(
                r",? ?(?:\(?in (?:the )?(?:aggregate|total|all)|altogether|in total|all told|together)",
                near_after,
                re.I,
            )
        )
        due = _DUE_ON.match(text[amount.end : amount.end + 90])
        if (joined := _AND_UP_TO.match(text[amount.end : amount.end + 160]) is not None) or beside:
            whole = False  # "an aggregate of up to $12.5 million on approvals and up to $20 million on sales"
        beside = joined
        if due and not _INITIAL_FEE.search(near_before):
            kind = "milestone"
        elif (_EXERCISED.search(near_before) or _EXERCISED.match(near_after.lstrip())) and not _FUTURE.search(near_before):
            kind = "upfront"
        elif re.match(r",? (?:of|in|as|for) (?:\w+ )?(?:milestones?|contingent)", after) or re.search(
            r"milestone|contingent|up to\W*$|as much as\W*$|not (?:more|exceeding)[^.;]{0,14}$|exceed(?:ing)?\W*$|ceiling of\W*$|(?:further|additional|another)\W*$",
            near_before[-34:],
            re.I,
        ):
            kind = "milestone"
        elif re.match(
            r"(?: \w+)? ?(?:up-?\s?front|initial|on sign|at sign|upon sign|in cash|on execut|option fee|issue fee|for the option|signing|on grant)",
            near_after,
            re.I,
        ):
            kind = "upfront"
        elif (
            contingent_after
            and (contingent_after.start() < 30 or not initial)
            and not (initial and initial[-1].end() > len(near_before) - 14)
        ) or c_score[0] > i_score[0]:
            kind = "milestone"
        elif i_score[0] or initial_after:
            kind = "upfront"
        elif contingent_after or (whole and out and out[-1].kind == "milestone"):
            kind = "milestone"
        elif (_PRICE.search(before) and _RIGHTS_SOLD.search(text)) or (option and _OPTION_PRICE.search(near_before)):
            kind = "upfront"
        elif (out and out[-1].kind == "milestone" and (whole or (_LISTED.search(text[out[-1].end : amount.start]) and _UPON.match(after)))) or (whole and re.search(r"\bmilestones?\b", text[: amount.start], re.I)):
            kind = "milestone"
        elif _CORRECTED.search(before) or (_HAD.search(before) and after.startswith(" from ")):
            kind = "upfront"
        else:
            continue
        out.append(Paid(amount.start, amount.end, kind, amount, whole))
    return out


_NOT_ROYALTY = late(
    r"^[^.;]{0,60}?\b(?:of (?:all |any |the |its |our |such |what |those |sublicen|licens|non-?royalty|upfront|profits?|gross margin|patients|shares|equity|voting|that fee|the fee|whatever|the outstanding|common|consideration|amounts?|milestone|fees)[^.;,]{0,30}?(?:sublicen\w*|licensing|income|receiv\w*|fees?|pay us|takes in|profit\w*|revenues?|consideration|stock|equity|shares|company|capital)|owned|of the (?:patients|common|shares|company|voting))"
    r"|^ ?(?:\w+ )?(?:improvement|increase|reduction|response|survival|discount|withholding)|^ of (?:the|its|their|those|all|such)? ?(?:\w+ )?(?:costs?|expenses?|price)\b",
    re.I,
)
_NOT_RATE = late(
    r"(?:improved|reduced|response|owns?|interest of|increase of|by|shares?|\bplus|\btax(?:es)?(?: of| at)?|discount(?: of)?|sublicens\w+ (?:income|fees?|revenue)(?:(?!royalt)[^.;]){0,20})\W*$",
    re.I,
)
_ROYALTY_OF = late(r"\broyalt\w+\b[^.;%]*$", re.I)
_AND_A_SHARE = late(r",? (?:and|plus|as well as) (?:between |from |up to |of |a share of )*(?=[\d½¼¾]|\w+ per ?cent)")
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
    r"\b(?:reduced|lowered|cut|decreased|dropped|fell|changed|adjusted|revised|brought (?:down|up)|raised|increased|reduc(?:es|ing)|lower(?:s|ing)|cut(?:s|ting)|chang(?:es|ing))\b[^.,;%]{0,40}\bfrom (?:a )?(?:flat |royalty |rate |of )*$",
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
    limit, former = unreal_from(text), _SUBSTITUTED.search(text)
    for rate in find_rates(text):
        if rate.start >= limit:
            break
        if former and former.start() < rate.start < former.end():
            continue
        before, after = text[max(0, rate.start - 70) : rate.start], text[rate.end : rate.end + 100]
        if _ROYALTY_OF.search(before):
            after = _AND_A_SHARE.split(after, maxsplit=1)[0]  # "rates of 3% to 7%, and between 10% and 25% of what sublicensees pay"
        if _NO_ROYALTY.search(before) or _OPEN_RATE.match(after) or _REPLACED.search(before):
            continue
        if (
            (_NOT_ROYALTY.match(after) or (text[: rate.end].endswith("dollar") and not re.match(r"[^.;]{0,12}\b(?:net )?(?:sales|revenue)|[^.;]{0,40}\bsold\b", after)))
            and not re.match(r"[^.;]{0,14}(?:net )?sales|[^.;,]{0,20}\bwhat [^.;,]{1,40} sells?\b", after)
            and not re.search(r"royalt\w* (?:rate )?(?:of|at|is|was|set at)\W*$", before)
        ):
            continue
        if _NOT_RATE.search(before) or re.match(r"[^.;]{0,20}\b(?:interest|stake|share of)\b", after) or _STRUCK.match(after):
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
        if rate.high > 60:
            continue
        if _NO_LOW.search(before):
            continue  # "from the high single digits to 13%": the lowest figure is not told, so the range is not
        out.append((rate.low, rate.high))
    return out


Told = tuple[Amount, bool, tuple[int, int, int]]
"""A sum, whether it is said to be the whole, and the passage that says so."""


def total_of(sums: list[Told], add: bool) -> tuple[Decimal, str, tuple[int, int, int]] | None:
    """What sums told in several passages come to: the most that one passage adds up to (`add`), else the first of them."""
    if not sums:
        return None
    if not add:
        amount, _, span = max((s for s in sums if s[1]), key=lambda s: s[0].value, default=sums[0])
        return amount.value, amount.currency, span
    whole = [s for s in sums if s[1]] or _divided(sums)
    totals = [_of_passage(span, whole or sums) for span in dict.fromkeys(s[2] for s in whole or sums)]
    return max(totals, key=lambda t: t[0])


def _of_passage(span: tuple[int, int, int], sums: list[Told]) -> tuple[Decimal, str, tuple[int, int, int]]:
    """The sums of one passage added up, unless one of them is the sum of the others."""
    here = [s[0] for s in sums if s[2] == span]
    values = [a.value for a in here if a.currency == here[0].currency]
    all_of_them, most = sum(values, Decimal(0)), max(values)
    return (most if all_of_them == 2 * most else all_of_them), here[0].currency, span


def _divided(sums: list[Told]) -> list[Told]:
    """The sum of which two or more others are the parts ("$210 million, $60 million for … and $150 million for …")."""
    values = [s[0].value for s in sums]
    most = max(values)
    return [s for s in sums if s[0].value == most] if len(sums) > 2 and sum(values) == 2 * most else []
