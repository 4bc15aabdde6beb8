"""Part of a sentence that speaks of an agreement → sums by what they pay."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.extract.late import late
from kg.extract.licence_unreal import unreal_from
from kg.extract.money import Amount, find_money
from kg.extract.scan import cue

_NOT_PAYMENT = late(
    r"amend\w* fees?|fee for the amendment|for (?:the|this|that) (?:change|amendment|modification|extension|variation|waiver|concession)\b|no fee|annual (?:maintenance|fee|minimum)|maintenance fee|minimum (?:annual )?royalt|minimum|reimburs|patent (?:cost|expense|prosecution)|legal fees|attorney|counsel fees|lawyers|per share|shares? of|common shares|stock|warrant|"
    r"equity investment|invest(?:ed|ment)|cash and|research and development expense|expenses? (?:rose|increased|were)|revenues?\b[^.;]{0,40}(?:of|was|were|include[sd]?)|net (?:loss|income)|[Nn]et [Ss]ales (?:up to|of|in excess of|exceed\w*|between|over|above|below|greater than)[^.;]{0,12}$|transaction price|accumulated|salary|per (?:year|annum|month|quarter)|a year|annually|annum|each year|annual|unamorti[sz]ed|"
    r"impairment|\bcharge of|written off|write-?off|of which(?! the (?:aggregate|total|sum|maximum))|balance of|recogni[sz]ed(?! \$?[\d.,]+ on signature)|deferred|accrued|wrote off|sublicen[cs]e (?:fees|income)|spend|deemed price|principal|\bnote\b|\bloan|\bgrant of|\bgrants,|budget|market capitalization|\bloss of|(?:was |were )?(?:also )?paid for (?:[\w-]+ ){0,2}(?:studies|services|work|materials|supplies|equipment)|purchases? at least|research funding|research support|fund\w* research|\bFTEs?\b|\bconsult",
    re.I,
)
_CONTINGENT = cue(
    r"milestone|contingent|up to|as much as|(?:up)?on (?:the |a |an |its |our |each )?(?:successful |initial |first |second |third )?(?:filing|dosing|enrol|allowance|initiation|commencement|completion|acceptance|submission|start of|launch|commercial sale|IND\b|NDA\b|BLA\b|MAA\b|Phase|pricing|clearance|issuance of a patent|issue of a patent)|when (?:the|a|an|its) (?!(?:[\w-]+ ){0,2}(?:was|were|is) (?:signed|executed|made|concluded|entered|first signed))|upon (?:the |completion |successful )*(?:transfer|receipt|issuance|clearance|validation|achiev|development|clinical|commercial|certain|specified|the achiev|regulatory|the first|first|approv|attain|later events|registration|the occurrence|reaching)|at (?:the )?(?:start|beginning|initiation|commencement|completion|filing|approval|launch|first (?:approval|sale|patient|commercial))\b|on milestones|further|additional|another|in addition|more (?:if|is|as|on|upon|when)|conditional|depend|"
    r"if (?:all|every|certain|dornase|\S+ is approved)|sales events|development events|approvals?|could (?:owe|come|total|reach|receive)|cannot (?:exceed|be more)|not exceed|maximum|ceiling|capped|altogether|thresholds|as registrations|each event|later\b|eligible|potential|on top of that|for (?:an?|the|each) (?:second|third|additional|further|new) (?:indication|product|compound)|thereafter|remaining|events?\b|success|may (?:reach|receive|pay|have to pay|add|total|follow|earn)|stand(?:s)? to receive|attainment|\b(?:for|on|tied to|linked to) (?:clinical|development|regulatory|commercial|sales (?:levels?|thresholds?|milestones|events|goals|targets))\b|aggregating|at the utmost",
    re.I,
)
_INITIAL = cue(
    r"up-?\s?front|initial|at signing|on signing|upon signing|at signature|on signature|at closing|on closing|at the closing|on execution|upon execution|at execution|on grant|issue fee|license fee|licence fee|option fee|signing fee|entry fee|at the outset|at inception|one-time|cash payment|payment of|\bcost ?$|purchase price|the price|"
    r"in cash|for the option|for the right|for the exercise|exercise (?:payment|fee|price)|option exercise|restatement fee|when (?:the|this|that|our|its) (?:[\w-]+ ){0,2}(?:was|were|is) (?:signed|executed|made|concluded|entered)|license issue|technology access|in exchange for|in consideration|against (?:a |payment|a payment)?|within (?:[\w()]+[ -]){1,5}(?:business |calendar )?days|issuance fee|access fee|sign-on|the whole of which|consummation|upon exercise|on exercise|restatement|paid today|on the (?:effective date|date of|date hereof|restatement)|upon the effective|immediately|non-?refundable|signature\b|entered into|lump sum|down payment|payable|bought|purchased|now\b|at once\b|outlay|wired|bringing|cost (?:us|it)|it cost|[;:,] consideration:? ?$|paid|pays|paying|remit|gave|received|fee of|for a fee",
    re.I,
)
_OLD_VALUE = late(
    r"(?:instead of|in place of|rather than|formerly|previously|reduced from|raised from|increased from|lowered from|cut from|from|up from|until now|as before|had been (?:as much as )?|stated that .{0,40}paid|figure of|not|wrong figure .{0,40}\(?)\s*(?:up to |a maximum of |as much as )?$",
    re.I,
)
_PART = late(
    r"(?:two of which|one of which|of which|including|(?<!milestones )(?<!payments )(?<!fees )totaling|the present one|comprising|consisting of the|being)\W*(?:\(?totaling )?$",
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


_LINK = late(r"(?:,| and|, and| or|, or) (?:of )?")
"""Between the sums of a bare list."""
_OF_SALES = late(r",? (?:of|in) (?:(?:annual|net|calendar|cumulative|aggregate|worldwide|its|their|our) )*sales\b(?![- ](?:based|milestone|payment|event|target))", re.I)
_EACH_OF_SALES = late(r"\bthresholds?(?: of| between| above| ranging)*(?: from| of)?(?: more than| less than)? (?: ?to )?$|\b(?:will|would|could|expected to|estimated to|likely to) cost (?:us |it |about |approximately |some |over )*$|\bsales (?:of|above|over|exceeding|below|up to|between|less than|greater than|more than|in excess of)(?: more than| less than| up to)?\W*$", re.I)
_NOT_PAID = late(r"[^.;]{0,60}?,? (?:which|that|but this|but that|and which)(?: \w+)? (?:was|were|has been|have been|is)(?: \w+)? (?:waived|forgiven|cancelled|never paid|not paid|abandoned)\b|,? (?:which|that) [^.;]{3,60} (?:is|was|were|being) (?:a |the |in )?reimburs")
_OUT_OF_MILESTONES = late(r" out of (?:the |such |these |total |possible )*(?:\w+ )?milestones?\b")
"""What has been paid of a sum told beside it."""
_OF_RATE = late(
    r"(?:%|per ?cent)\)?,?(?: (?:of|on|for|the|all|such|that|those|any|annual|net|Net|aggregate|yearly|total|cumulative|sales|Sales|Proceeds|proceeds|receipts|revenues?|part|portion|in|a|year|Year))*"
    r" (?:up to|until|till|first|next|above|over|below|under|exceeding|beyond|in excess of|(?:until|till|once|when) (?:they|it|sales|these|those) (?:attain|reach|exceed|pass|amount to|come to)\w*|on the (?:first|next))(?: and including)? (?:US|U\.S\. )?$"
)
"""Up to where a rate is paid: "3% up to $50 million"."""
_RESULT = late(
    r"for the (?:first|second|third|fourth|full|three|six|nine)|(?:first|second|third|fourth) quarter|ended (?:March|June|September|December)|net loss|total assets|stockholder|aggregate market value|accumulated deficit|expenses? |revenue[sd]? |cash(?! (?:purchase|payment|consideration|price|fee|sum))"
)
_SHARES_AND = late(r"\b(?:gave|gives?|issued|delivered|transferred|granted)\b[^.;$]{0,60}\b(?:shares|stock|equity)\b[^.;$]{0,20} and $")
_WHOLE_BEFORE = late(
    r"(?:total(?:ing|ling)?|aggregate|altogether|in all|maximum|combined|at the utmost|capped at|not exceed|cannot exceed|(?:may|could|might|would|can) (?:reach|amount to|come to|add up to|run to))\b[^.;]{0,30}$|\b(?:together|which|all) (?:come|amount|add up|total)s?(?: to)?\W*$|^\W*(?:and )?together\W*$",
    re.I,
)
_WHOLE_AFTER = late(r",? ?(?:\(?in (?:the )?(?:aggregate|total|all)|altogether|in total|all told|together)", re.I)
_OF_MILESTONES = late(r",? (?:of|in|as|for) (?:(?:clinical|preclinical|development(?:al)?|regulatory|commercial(?:i[sz]ation)?|sales|approval|launch|potential|future|additional|further|product),? (?:and |or |and/or )?){0,4}(?:(?!and\b)\w+ )?(?:milestones?|contingent|sales-based|event-based|success-based|performance)")
_MILESTONE_BEFORE = late(
    r"milestone|contingent|up to\W*$|as much as\W*$|not (?:more|exceeding)[^.;]{0,14}$|exceed(?:ing)?\W*$|ceiling of\W*$|(?:further|additional|another)\W*$",
    re.I,
)
_UPFRONT_AFTER = late(r"(?: \w+)? ?(?:up-?\s?front|initial|on sign|at sign|upon sign|in cash|on execut|option fee|issue fee|for the option|signing|on grant)", re.I)
_NEXT_PAYMENT = late(
    r"(?:,|,? and|,? plus|;) (?=(?:to make |make |made |an? |the )*(?:future |further |additional |contingent |potential |subsequent |up-?front |initial |development |regulatory |commercial |sales |clinical |one-time |cash |aggregate )+(?:and \w+ )?(?:payments?|milestones?|fees?)\b)"
    r"|,? and (?=(?:\S+ )?(?:will|must|shall|would|could|agreed to) (?:also |then )?(?:pay|owe|receive|make)\b)"
)
"""Where what is paid next begins ("… of our stock and future payments of up to …")."""
_FEE_INSIDE = late(r"[^.;$]{0,30},? including (?:the|our|its|an?) (?:\w+ ){0,2}(?:US)?\$[\d.,]+(?: [mb]illion)? (?:up-?front|initial|licen[cs]e|option|signing|issue) (?:\w+ )?(?:fee|payment)", re.I)
_DIVIDED = late(r"\b(?:of which|consist|compris|includ|made up|divided|split|namely|allocated|being|composed|i\.e\.)|[:—–]|\((?![ivxa-h\d]{1,4}\))|, $", re.I)
"""Between a sum and the parts it is divided into."""
_IN_SHARES = late(r"[^.;$]{0,40}\b(?:shares?|stock|equity|warrants?|notes?|ADSs?|units)\b", re.I)
_LATER_PART = late(r"(?:\b(?:and|then|plus|further|additional|another|second|third|remaining|balance)\b[^.;$]{0,40}|^ ?(?:\(?\w{1,3}\) )?(?:and )?)$", re.I)
_INSTALMENT = late(
    r",? (?:(?:was |were |is |to be )?(?:paid|payable|due) )?(?:on (?:or before )?the (?:first|second|third|same day|following|next|[\w-]+-month) (?:anniversary|day)|(?:(?:one|two|three|six|nine|twelve|\d+)(?: \(\d+\))? (?:days|weeks|months|years?) (?:later|after|thereafter))|(?:in|on|by) (?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?![^.;,]{0,30}\b(?:when|upon|after|following)\b)|within (?:[\w()]+[ -]){1,3}(?:business |calendar )?(?:days|weeks|months)\b(?! (?:after|of|following) (?:the )?(?:\w+ )?(?:approval|filing|acceptance|achievement|first)))"
)
"""When a further part of a fee falls due, whatever becomes of the drug."""


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
    joined = _joined(text, amounts)
    for index, amount in enumerate(amounts):
        if amount.start >= limit:
            break
        before, after = _around(text, amounts, index, joined)
        whole = _is_whole(before[-70:], _near_after(after))
        if (more := _AND_UP_TO.match(text[amount.end : amount.end + 160]) is not None) or beside:
            whole = False  # "an aggregate of up to $12.5 million on approvals and up to $20 million on sales"
        if _is_no_payment(text, amounts, index, before, after, bool(out)):
            continue
        beside = more
        due = _DUE_ON.match(text, (amounts[joined[index][1]] if index in joined else amount).end)
        kind = _kind_of(text, amount, before, after, out, whole=whole, due=due is not None, option=option)
        if kind and out and kind != "instalment" and _INSTALMENT.match(after) and out[-1].kind == "upfront" and not due:
            kind = "instalment"
        if kind == "instalment":
            if out and out[-1].kind == "upfront" and out[-1].amount.currency == amount.currency:
                out[-1] = replace(out[-1], amount=replace(out[-1].amount, value=out[-1].amount.value + amount.value))
        elif kind:
            out.append(Paid(amount.start, amount.end, kind, amount, whole))
    return _without_parts(text, amounts, out)


def _joined(text: str, amounts: list[Amount]) -> dict[int, tuple[int, int]]:
    """Index of each sum of a bare list ("$50,000, $250,000 and $1,000,000 on …") → first and last of the list."""
    out: dict[int, tuple[int, int]] = {}
    first = 0
    for index in range(1, len(amounts) + 1):
        if index < len(amounts) and _LINK.fullmatch(text, amounts[index - 1].end, amounts[index].start):
            continue
        if index - first > 1:
            out |= dict.fromkeys(range(first, index), (first, index - 1))
        first = index
    return out


def _around(text: str, amounts: list[Amount], index: int, joined: dict[int, tuple[int, int]]) -> tuple[str, str]:
    """What stands before and behind a sum and speaks of it."""
    amount = amounts[index]
    low = amounts[index - 1].end if index else 0
    high = amounts[index + 1].start if index + 1 < len(amounts) else len(text)
    before, after = text[max(0, low, amount.start - 130) : amount.start], text[amount.end : min(high, amount.end + 130)]
    if index in joined:
        first, last = joined[index]
        if index > first:
            before = text[max(0, amounts[first].start - 90) : amounts[first].start]
        if index < last:
            high = amounts[last + 1].start if last + 1 < len(amounts) else len(text)
            after = text[amounts[last].end : min(high, amounts[last].end + 130)]
    if index == 0 or index not in joined or index == joined[index][0]:
        clauses = list(_NEXT_PAYMENT.finditer(before))
        if clauses:
            before = before[clauses[-1].start() :]
    if index and index not in joined:
        # What stands right behind the sum before ("$1 million at signing, …") speaks of that one.
        own = re.search(r",| and |;|\(", before)
        if own:
            before = before[own.end() :] if own[0] != " and " else before[own.start() :]
        elif re.fullmatch(r" (?:to|and|or) (?:up to |as much as )?", before):
            before = text[max(0, amounts[index - 1].start - 90) : amounts[index - 1].start] + before
    before = re.split(r"(?<=[a-z)]); |\. (?=[A-Z])", before)[-1]
    after = re.split(r"; |\. (?=[A-Z])|\.$", after)[0]
    return before, after


def _near_after(after: str) -> str:
    return re.split(r", (?=and |[\ue000-\uefff])|,? and (?=[a-z]+ )", after)[0][:70]


def _is_no_payment(text: str, amounts: list[Amount], index: int, before: str, after: str, known: bool) -> bool:
    """Is a sum an old figure, a part of the one before, upkeep, costs, shares, sales or a result of the business?"""
    amount = amounts[index]
    if (
        _OLD_VALUE.search(before[-45:])
        and (re.match(r"(?: ?,| to | in | as before|\W*$)", after) or "from" not in before[-6:])
        and not re.search(r"(?:fee|payment|price) had been $|receives?d? .{0,25}from $|not (?:more|less) than $|will receive from \W*$", before)
    ) and not (before.rstrip().endswith("from") and not re.match(r"[^.;]{0,12} to ", after)):
        return True
    if re.search(r"\buntil \W*$|\b(?:none|neither|each|any|no one) of (?:which|them) (?:\w+ )?exceed\w*\W*$", before) or _SHARE_OF.match(text[amount.end : amount.end + 60]):
        return True
    if _PART.search(before[-20:]) and index and known and not re.search(r"being $", before):
        return True
    if _OF_RATE.search(before) or _OF_SALES.match(text[amount.end : amount.end + 40]) or _EACH_OF_SALES.search(before) or _NOT_PAID.match(text[amount.end : amount.end + 110]) or _OUT_OF_MILESTONES.match(text, amount.end):
        return True
    near_before, near_after = before[-70:], _near_after(after)
    if _RESULT.search(near_before) and not re.search(r"paid|milestone|upfront|fee\b|received", near_before):
        return True
    if _PROLONGS.search(near_before) or (_HAD.search(before) and _CASH.match(after)):
        return True
    bad = (
        _NOT_PAYMENT.search(near_before[-60:])
        or _NOT_PAYMENT.match(near_after.strip())
        or re.match(
            r" ?(?:per (?!(?:licensed )?(?:product|indication|compound|target|program))|of (?:net|annual|research|common|its|our|deferred|unearned) |a (?:year|month)|annual|in (?:each|fiscal)|annually|shares|accrued)",
            near_after,
        )
    )
    if bad and _INITIAL_BEYOND_DOUBT.match(after):
        bad = None
    elif bad and re.match(r"share|stock|common|warrant", bad[0], re.I):
        if besides := _SHARES_THEN_PAID.search(before):
            bad = _NOT_PAYMENT.search(besides["paid"])
        elif _SHARES_AND.search(before) and not re.match(r" (?:of|in|worth)\b", after):
            bad = None
    if not bad:
        return False
    initial = list(_INITIAL.finditer(near_before))
    return not (
        initial
        and initial[-1].start() > 40
        and not re.search(r"amend|reimburs|mainten|annual|minimum|share|stock|patent|year|month|quarter", bad[0], re.I)
    )


def _is_whole(near_before: str, near_after: str) -> bool:
    """Is a sum said to be the total?"""
    if re.search(r"\b(?:remaining|further|additional)\b", near_before, re.I):
        return False
    return bool(_WHOLE_BEFORE.search(near_before) or _WHOLE_AFTER.match(near_after))


def _kind_of(
    text: str, amount: Amount, before: str, after: str, out: list[Paid], *, whole: bool, due: bool, option: bool
) -> str | None:
    """What a sum pays: "upfront", "milestone", "instalment" of the upfront payment before it, or None."""
    near_before, near_after = before[-70:], _near_after(after)
    contingent, initial = list(_CONTINGENT.finditer(near_before)), list(_INITIAL.finditer(near_before))
    contingent_after, initial_after = _CONTINGENT.search(near_after), _INITIAL.search(near_after)
    last_contingent, last_initial = (found[-1].end() if found else -1 for found in (contingent, initial))
    if due and not _INITIAL_FEE.search(near_before):
        return "milestone"
    if (_EXERCISED.search(near_before) or _EXERCISED.match(near_after.lstrip())) and not _FUTURE.search(near_before):
        return "upfront"
    if _LATER_PART.search(near_before) and _INSTALMENT.match(after):
        return "instalment"
    if _OF_MILESTONES.match(after) or _MILESTONE_BEFORE.search(near_before[-34:]):
        return "milestone"
    if _UPFRONT_AFTER.match(near_after):
        return "upfront"
    at_hand = bool(initial) and last_initial > len(near_before) - 14
    if (contingent_after and (contingent_after.start() < 30 or not initial) and not at_hand) or last_contingent > last_initial:
        return "milestone"
    if initial or initial_after:
        return "upfront"
    if contingent_after or (whole and out and out[-1].kind == "milestone"):
        return "milestone"
    if (_PRICE.search(before) and _RIGHTS_SOLD.search(text)) or (option and _OPTION_PRICE.search(near_before)):
        return "upfront"
    listed = out and out[-1].kind == "milestone" and (whole or (_LISTED.search(text[out[-1].end : amount.start]) and _UPON.match(after)))
    if listed or (whole and re.search(r"\bmilestones?\b", text[: amount.start], re.I)):
        return "milestone"
    if _CORRECTED.search(before) or (_HAD.search(before) and after.startswith(" from ")) or _SHARES_AND.search(before):
        return "upfront"
    return None


def _without_parts(text: str, amounts: list[Amount], out: list[Paid]) -> list[Paid]:
    """Of a sum and those it is divided into: the sum if all pay the same, else its parts."""
    kinds = {p.start: p.kind for p in out}
    dropped: set[int] = set()
    for index, amount in enumerate(amounts):
        if amount.start in kinds and _FEE_INSIDE.match(text, amount.end):
            dropped.add(amount.start)  # "$1.2 million to date, including the $0.2 million license fee"
        parts = _parts_of(amounts, index)
        if not parts or amount.start not in kinds or not _DIVIDED.search(text, amount.end, parts[0].start):
            continue
        paid = {kinds.get(p.start) or (None if _IN_SHARES.match(text, p.end) else kinds[amount.start]) for p in parts}
        if len(paid) == 1 and None not in paid:
            dropped |= {p.start for p in parts}
        elif paid != {None}:
            dropped.add(amount.start)
    return [p for p in out if p.start not in dropped]


def _parts_of(amounts: list[Amount], index: int) -> list[Amount]:
    """The sums right behind a sum that add up to it."""
    most, total, parts = amounts[index], Decimal(0), []
    for part in amounts[index + 1 :]:
        total += part.value
        parts.append(part)
        if part.currency != most.currency or total > most.value:
            return []
        if total == most.value:
            return parts if len(parts) > 1 else []
    return []


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
