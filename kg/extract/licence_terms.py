"""Part of a sentence → terms of an agreement: exclusivity, territory, dates by what they date, sums by what they pay."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kg.extract.dates import find_dates
from kg.extract.money import Amount, find_money, find_rates
from kg.extract.places import Territory, find_territories
from kg.extract.scan import cue

_EXCLUSIVITY = re.compile(
    r"(?P<co>\bco-?\s?exclusive(?:ly)?\b|\bsemi-?exclusive\b|jointly exclusive|\bright,? (?:alongside|together with|in parallel with|side by side with|concurrently with|jointly with) [^.;,]{2,50}, to )|(?P<non>\bnon-?\s?exclusive(?:ly)?\b|\bnot exclusive\b|without exclusivity|the second is not\b)|"
    r"(?P<ex>\bexclusive(?:ly)?\b|\bsole,? and exclusive|\bsole exclusive|to the exclusion(?: even)? of|on an exclusive basis|\bshuts? out (?:everyone|everybody|all others)|\b(?:nobody|no one|no-one|no other (?:party|person|company|firm|licensee)|no third part(?:y|ies)) (?:else )?(?:may|shall|can|is to|will be (?:allowed|permitted|entitled|licensed)))|(?P<sole>\bsole\b(?!,? (?:and )?exclusive|,? (?:customer|purpose|discretion|remedy|option|responsib|director|shareholder|employee|member|owner|supplier|cost|expense|source))|\bsole right)",
    re.I,
)
_NOT_EXCLUSIVITY = re.compile(
    r"(?:exclusive (?:negotiat|right of first|supplier|manufactur|of (?:all|any|tax|sales|interest)|dealing|forum|jurisdiction|business cooperation|period|basis all)|exclusivity (?:period|under))",
    re.I,
)


def exclusivity_in(text: str, exclusive_option: bool = False) -> str | None:
    """exclusive, non-exclusive, co-exclusive, sole or None; the first one that speaks of a right."""
    if re.search(r"but[^.;]{0,60}not exclusive", text) and re.search(r"\bsole\b", text):
        return "sole"
    for match in _EXCLUSIVITY.finditer(text):
        if _NOT_EXCLUSIVITY.match(text, match.start()):
            continue
        if (
            match["ex"]
            and re.search(
                r"(?:\bnot|\bno longer|previously|been|made that licen[cs]e|Before) $",
                text[max(0, match.start() - 16) : match.start()],
            )
            and "been exclusive" not in text[max(0, match.start() - 6) : match.end()]
        ):
            return "non-exclusive"
        return (
            "co-exclusive"
            if match["co"]
            else "non-exclusive"
            if match["non"]
            else "exclusive"
            if match["ex"]
            else "sole"
        )
    return None


_PLACE_ASIDE = re.compile(
    r"(?:\b(?:trials?|stud(?:y|ies)|patients?|testing|work|subsidiary|affiliate|company|corporation|headquartered|based|located|incorporated|office|approv\w+|centers?|sites?|launch\w*|maker|regulator|first patient|data|filed|filings?|application|taxes|laws?|Council|Bureau|import|stud(?:ied|ies)|University|Hospital|Institute|children|adults|marketed|plant)"
    r"(?: \w+){0,3} (?:in|of|from|for|throughout) (?:the )?|\d{5},? |, )$",
    re.I,
)
_PLACE_TIED = re.compile(
    r"\b(?:licen|right|territor|exclusiv|covers?|covering|extend|limited to|good in|valid|confined|restricted|consists|reach|applies|option|sell|market|commerciali[sz]e|develop|distribut|embrac|worldwide|grant|sublicen|entrust|for use in)",
    re.I,
)


_SPELT_OUT = re.compile(
    r",? ?\((?:the )?(?:(?:being|namely|consisting of|comprising|comprised of|that is|i\.e\.|meaning|defined as|which means),? (?:the )?)?"
    r"|,? (?:being|namely|consisting of|comprising|comprised of|that is|i\.e\.|meaning),? (?:the )?"
)


def territories_in(text: str, asides: tuple[tuple[int, int], ...] = ()) -> list[Territory]:
    """Territories of a right in a clause; places of companies, trials and patients are left out."""
    found: list[Territory] = []
    for place in find_territories(text):
        if any(a <= place.start < b for a, b in asides):
            continue
        before = text[max(0, place.start - 60) : place.start]
        if place.label == "worldwide" and re.search(
            r"(?:sales|market|leader|prevalence|patients|people|net sales|revenue|largest)\W*$", before
        ):
            continue
        if (
            _PLACE_ASIDE.search(before)
            and place.label != "worldwide"
            and not re.search(r"(?:licen[cs]e|rights?|exclusiv\w*|sell|market|territory)[^.;]{0,40}$", before)
        ) and not (found and text[found[-1].end : place.start] in (", ", " and ", ", and ")):
            continue
        if found and _SPELT_OUT.fullmatch(text[found[-1].end : place.start]):
            found.pop()  # "Greater China (mainland China, Hong Kong, …)" is told by its members
        found.append(place)
    return found


# ── dates ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_DEADLINE = re.compile(
    r"(?:\b(?:until|till|before|by|through|no later than|not later than|expir(?:es?|ing|ation)(?: on| in| date)?|prior to|ending|ends|end of|at any time before|up to|open until|deadline|beyond|within|to|period ended|quarter ended|year ended|months ended|ended|at|as of the (?:date|close)|patents? .{0,30}expire)"
    r"(?: (?:the|the end of|on|in|about|or before|late|early|mid|or about))*) ?$",
    re.I,
)
_AMENDING = re.compile(
    r"(?:\bamend(?:ed|ment|ments)(?! and restated)\b[^.;]{0,60}|[Aa]mendment,? (?:of|dated|signed|effective)[^.;]{0,30}|\bagain in |until now|\bconsent[^.;]{0,30}|made that license[^.;]{0,20}|both sides agreed[^.;]{0,30})$",
    re.I,
)
_ENDING = cue(
    r"(?:\bterminat\w+|\brescind\w+|\blaps\w+|\bended|\bending|\breturn\w*|\bhand\w* back|\bnotif\w+|\bnotice|\bgave up|\bsurrender\w*|\bexpir\w+|\breacquir\w+|\bregain\w*|effective (?:as of )?)[^.;]{0,70}$",
    re.I,
)
_END_TOLD = re.compile(
    r"terminat|rescind|rescission|laps|\bend(?:ed|ing|s)?\b|return|hand\w* back|notif|notice|gave up|surrender|expir|acquir|regain|cancel|revert|came back",
    re.I,
)
_MAKING = re.compile(
    r"(?:\b(?:dated|made|signed|executed|entered into|effective|concluded|granted|closed|since|of|licen[cs]ed|acquired|obtained|from|dates from|dated from|dates? back to|bear(?:s|ing)(?: the)? date(?: of)?|took|purchased|bought|assigned|gave|given|in effect|in force since|commencing|completed|existing)"
    r"(?: (?:as of|on|in|the|about|early|late|mid|on or about|back in|from|since|effective|effective as of|and effective))*,? ?)$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a clause by what it dates: "made", "event", "amended", "ended", "deadline"."""

    start: int
    iso: str
    role: str


def dates_in(text: str, year: str | None = None) -> list[Dated]:
    """Every date of a clause with its role: "made" when a word of making governs it, "event" when nothing does."""
    out = []
    for start, end, iso in find_dates(text, year):
        before = text[max(0, start - 90) : start]
        if re.search(
            r"(?:press release|news release|quarter|fiscal year|year|months|Form \S+|report)(?: \w+)? (?:dated|ended|of|on|for) $",
            before,
        ):
            out.append(Dated(start, iso, "deadline"))
            continue
        if re.search(
            r"\b(?:terminat\w*|ended|ending|laps\w+|rescind\w+)\b(?![^.;]*\bdated )[^.;]{0,44}?(?:effective(?: as of| on)?|as of|on) (?:the )?$",
            before,
        ) and not re.search(
            r"(?:option|sublicen[cs]e|licen[cs]e|development|collaboration|) ?[Aa]greement (?:of|dated) $", before
        ):
            out.append(Dated(start, iso, "ended"))
            continue
        if (
            re.search(
                r"\b(?:replaces?|supersedes?|replaced|superseded|in place of|previous|prior|earlier|first|original)\b[^.;]{0,50}$",
                before,
            )
            and re.search(r"(?:licen[cs]e|agreement|letter of intent)\b[^.;]{0,20}$", before, re.I)
            and re.search(r"replace|supersede|in place", before)
        ):
            out.append(Dated(start, iso, "deadline"))
            continue
        if re.search(r"\(amended (?:in|on) $|^[^(]*\(amended[^)]*$", before):
            out.append(Dated(start, iso, "amended"))
            continue
        if _DEADLINE.search(before) and not re.search(r"(?:effective as of|made|dated) $", before):
            role = "deadline"
        elif (
            re.match(r" [Aa]mendment", text[end:])
            or (
                re.search(r"[Aa]mendment (?:No\. ?\d+ )?to [^.;]{0,80}$", before)
                and not re.search(r"[Aa]greement (?:dated|of|made) (?:as of )?$", before)
            )
            or (_AMENDING.search(before)
            and not re.search(
                r"(?:restated|[Aa]greement|[Ll]icen[cs]e|Agreement,?)(?: \w+)? (?:dated|of|on|effective)(?: as of)? $|amended and restated[^.;]{0,30}$",
                before,
            ))
        ):
            role = "amended"
        elif re.match(r" (?:[Ll]icen|[Aa]greement|[Oo]ption|[Cc]ollab)", text[end:]) or re.search(
            r"(?:[Aa]greement|[Ll]icen[cs]e|[Ss]ublicen[cs]e|[Oo]ption|[Dd]eed|letter(?: of intent)?|term sheet|AGREEMENT|that they had signed on|[Cc]ollaboration(?: \w+)?)(?: with [^.;,]{2,60})?,?(?: which was)? (?:(?:made|dated|of|executed|signed|effective|entered into|granted|concluded|made effective|in)(?: and effective)?(?: as of| on| in| this| the)* ?)+$",
            before,
        ):
            role = "made"
        elif _ENDING.search(before) and _END_TOLD.search(text) and not re.search(
            r"\b(?:made|and|is) effective(?: as of)? $|\b(?:dated|granted|signed|had (?:been )?(?:signed|licensed|given|entered|held)[^.;]{0,40}|since|of|licen[cs]ed to \w+ in|by a licen[cs]e of|made on|in a) $|had[^.;]{0,60}$",
            before,
        ):
            role = "ended"
        elif _MAKING.search(before):
            role = "made"
        else:
            role = "event"
            after = text[end : end + 110]
            if re.search(
                r"\b(?:gave|granted|licen[cs]ed|obtained|took|acquired|signed|received|entered)\b[^.;,]{0,60}\b(?:in|on) $",
                before,
            ):
                out.append(Dated(start, iso, "event"))
                continue
            if re.match(
                r"[^.;]{0,70}?\b(?:terminat|rescind|laps|ended\b|returned|notif|deliver\w* notice|gave notice|gave up|surrender|expired)",
                after,
            ) and not re.match(r"[^.;]{0,40}?\b(?:granted|licensed|entered|signed|obtained|had)", after):
                role = "ended"
            elif re.match(r"[^.;]{0,40}?\b(?:amend|modif|enlarged|extended)", after) and not re.match(
                r"[^.;]{0,20}?\bentered", after
            ):
                role = "amended"
        out.append(Dated(start, iso, role))
    return out


# ── money ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_NOT_PAYMENT = re.compile(
    r"amend\w* fees?|fee for the amendment|no fee|annual (?:maintenance|fee|minimum)|maintenance fee|minimum (?:annual )?royalt|minimum|reimburs|patent (?:cost|expense|prosecution)|legal fees|attorney|counsel fees|lawyers|per share|shares? of|common shares|stock|warrant|"
    r"equity investment|invest(?:ed|ment)|cash and|research and development expense|expenses? (?:rose|increased|were)|revenues?\b[^.;]{0,20}(?:of|was|were)|net (?:loss|income)|[Nn]et [Ss]ales (?:up to|of|in excess of|exceed\w*|between|over|above|below|greater than)[^.;]{0,12}$|transaction price|accumulated|salary|per (?:year|annum|month|quarter)|a year|annually|annum|each year|annual|unamorti[sz]ed|"
    r"of which|balance of|recogni[sz]ed(?! \$?[\d.,]+ on signature)|deferred|accrued|wrote off|sublicen[cs]e (?:fees|income)|spend|deemed price|principal|\bnote\b|\bloan|\bgrant of|\bgrants,|budget|market capitalization|\bloss of|purchases? at least|research funding|research support|fund\w* research|\bFTEs?\b|\bconsult",
    re.I,
)
_CONTINGENT = cue(
    r"milestone|contingent|up to|as much as|(?:up)?on (?:the |a |an |its |our |each )?(?:successful |initial |first |second |third )?(?:filing|dosing|enrol|initiation|commencement|completion|acceptance|submission|start of|launch|commercial sale|IND\b|NDA\b|BLA\b|MAA\b|Phase|pricing|clearance|issuance of a patent|issue of a patent)|when (?:the|a|an|its) |upon (?:achiev|development|the achiev|regulatory|the first|first|approv|attain|later events|registration|the occurrence|reaching)|on milestones|further|additional|another|in addition|more (?:if|is|as|on|upon|when)|conditional|depend|"
    r"if (?:all|every|certain|dornase|\S+ is approved)|sales events|development events|approvals?|could (?:owe|come|total|reach|receive)|cannot (?:exceed|be more)|not exceed|maximum|ceiling|capped|altogether|thresholds|as registrations|each event|later\b|eligible|potential|on top of that|thereafter|remaining|events?\b|success|may (?:reach|receive|pay|have to pay|add|total)|stand(?:s)? to receive|attainment|\b(?:for|on|tied to|linked to) (?:clinical|development|regulatory|commercial|sales (?:levels?|thresholds?|milestones|events|goals|targets))\b|aggregating|at the utmost",
    re.I,
)
_INITIAL = cue(
    r"up-?\s?front|initial|at signing|on signing|upon signing|at signature|on signature|at closing|on closing|at the closing|on execution|upon execution|at execution|on grant|issue fee|license fee|licence fee|option fee|signing fee|entry fee|at the outset|at inception|one-time|cash payment|payment of|\bcost ?$|purchase price|the price|"
    r"in cash|for the option|for the right|for the exercise|exercise (?:payment|fee|price)|option exercise|restatement fee|license issue|technology access|in exchange for|in consideration|against (?:a |payment|a payment)?|within (?:[\w()]+[ -]){1,5}(?:business |calendar )?days|issuance fee|access fee|sign-on|the whole of which|consummation|upon exercise|on exercise|restatement|paid today|on the (?:effective date|date of|date hereof|restatement)|upon the effective|immediately|non-?refundable|signature\b|entered into|lump sum|down payment|payable|bought|purchased|now\b|bringing|cost (?:us|it)|it cost|paid|pays|paying|remit|gave|received|fee of|for a fee",
    re.I,
)
_OLD_VALUE = re.compile(
    r"(?:instead of|in place of|rather than|formerly|previously|reduced from|raised from|increased from|lowered from|cut from|from|up from|until now|as before|had been (?:as much as )?|stated that .{0,40}paid|figure of|not|wrong figure .{0,40}\(?)\s*(?:up to |a maximum of |as much as )?$",
    re.I,
)
_PART = re.compile(
    r"(?:two of which|one of which|of which|including|totaling|the present one|comprising|consisting of the|being)\W*(?:\(?totaling )?$",
    re.I,
)


_EXERCISED = re.compile(
    r"\b(?:(?:up)?on|at|for|when it|by) (?:the |its |such |that |their )?exercis(?:e|ed|ing)\b(?! price)|\bexercise (?:has )?cost\b",
    re.I,
)
_FUTURE = re.compile(r"milestone|\bup to\W*$|as much as\W*$|\b(?:would|could|might|may|should|if|were)\b", re.I)


@dataclass(frozen=True, slots=True)
class Paid:
    """A sum by what it pays: "upfront", "milestone" or "equity"; `whole` when it is said to be the total."""

    start: int
    end: int
    kind: str
    amount: Amount
    whole: bool = False


def sums_in(text: str, option: bool = False) -> list[Paid]:
    """Sums of a clause that the agreement makes payable; fees for upkeep, costs, shares and old figures are left out."""
    out: list[Paid] = []
    amounts = find_money(text)
    for index, amount in enumerate(amounts):
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
        if _PART.search(before[-20:]) and index and out and not re.search(r"being $", before):
            continue
        near_before, near_after = (
            before[-70:],
            re.split(r", (?=and |[\ue000-\uefff])|,? and (?=[a-z]+ )", after)[0][:70],
        )
        if re.search(
            r"for the (?:first|second|third|fourth|full|three|six|nine)|(?:first|second|third|fourth) quarter|ended (?:March|June|September|December)|net loss|total assets|stockholder|aggregate market value|accumulated deficit|expenses? |revenue[sd]? |cash",
            near_before,
        ) and not re.search(r"paid|milestone|upfront|fee\b|received", near_before):
            continue
        bad = (
            _NOT_PAYMENT.search(near_before[-60:])
            or _NOT_PAYMENT.match(near_after.strip())
            or re.match(
                r" ?(?:per|of (?:net|annual|research|common|its|our) |a (?:year|month)|annual|in (?:each|fiscal)|annually|shares|accrued|on development)",
                near_after,
            )
        )
        contingent = list(_CONTINGENT.finditer(near_before)) or []
        initial = list(_INITIAL.finditer(near_before)) or []
        contingent_after, initial_after = _CONTINGENT.search(near_after), _INITIAL.search(near_after)
        if bad and re.match(
            r" (?:on|at|upon) (?:signature|signing|execution|closing)| up-?front|,? being the whole of the up-?front",
            after,
        ):
            bad = None
        if bad and not (
            initial
            and initial[-1].start() > 40
            and not re.search(r"amend|reimburs|mainten|annual|minimum|share|stock|patent", bad[0], re.I)
        ):
            continue
        c_score = (contingent[-1].end() + 1 if contingent else 0, 1 if contingent_after else 0)
        i_score = (initial[-1].end() + 1 if initial else 0, 1 if initial_after else 0)
        whole = bool(
            re.search(
                r"(?:total|aggregate|altogether|in all|maximum|combined|at the utmost|capped at|not exceed|cannot exceed)\b[^.;]{0,30}$",
                near_before,
                re.I,
            )
            or re.match(
                r",? ?(?:\(?in (?:the )?(?:aggregate|total|all)|altogether|in total|all told|together)",
                near_after,
                re.I,
            )
        )
        if (_EXERCISED.search(near_before) or _EXERCISED.match(near_after.lstrip())) and not _FUTURE.search(near_before):
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
        elif contingent_after:
            kind = "milestone"
        else:
            continue
        out.append(Paid(amount.start, amount.end, kind, amount, whole))
    return out


_NOT_ROYALTY = re.compile(
    r"^[^.;]{0,60}?\b(?:of (?:all |any |the |its |our |such |what |those |sublicen|licens|non-?royalty|upfront|profits?|gross margin|patients|shares|equity|voting|that fee|the fee|whatever|the outstanding|common|consideration|amounts?|milestone|fees)[^.;,]{0,30}?(?:sublicen\w*|licensing|income|receiv\w*|fees?|pay us|takes in|profit\w*|revenues?|consideration|stock|equity|shares|company|capital)|improvement|increase|reduction|response|survival|owned|of the (?:patients|common|shares|company|voting))",
    re.I,
)
_NO_LOW = re.compile(r"(?:digits?|teens|twenties)(?: percentages?)? (?:(?:rising |increasing |up |climbing )?to|and(?: reaching| rising to)?) (?:a (?:maximum|high|top) of )?$", re.I)
_OLD_RATE = re.compile(
    r"(?:in place of|instead of|until now|had provided for a royalty of|from|formerly|previously|rather than|not) ?(?:a (?:royalty|rate) of )?$",
    re.I,
)
_LOAD = re.compile(
    r"royalt|net sales|of sales|% of (?:its|their|our|\S+[’']s) (?:net )?sales|\brate|running|tiered|hand over|(?:%|percent|per cent) of what [^.;,]{1,40} sells?\b", re.I
)


def royalties_in(text: str, active: bool) -> list[tuple[Decimal, Decimal]]:
    """(lowest, highest) of each royalty rate in a clause; `active` when an agreement is being described already."""
    if not _LOAD.search(text):
        return []
    out = []
    for rate in find_rates(text):
        before, after = text[max(0, rate.start - 70) : rate.start], text[rate.end : rate.end + 100]
        if (
            (_NOT_ROYALTY.match(after) or (text[: rate.end].endswith("dollar") and not re.match(r"[^.;]{0,12}\b(?:net )?(?:sales|revenue)|[^.;]{0,40}\bsold\b", after)))
            and not re.match(r"[^.;]{0,14}(?:net )?sales|[^.;,]{0,20}\bwhat [^.;,]{1,40} sells?\b", after)
            and not re.search(r"royalt\w* (?:rate )?(?:of|at|is|was|set at)\W*$", before)
        ):
            continue
        if re.search(
            r"(?:improved|reduced|response|owns?|interest of|increase of|by|shares?|sublicens\w+ (?:income|fees?|revenue)[^.;]{0,20})\W*$",
            before,
            re.I,
        ) or re.match(r"[^.;]{0,20}\b(?:interest|stake|share of)\b", after):
            continue
        if rate.low != rate.high and not re.search(r"(?:in place of|instead of|until now|rather than) ?$", before):
            out.append((rate.low, rate.high))
            continue
        if (
            _OLD_RATE.search(before)
            and (
                re.match(r"(?:,| to a range| to \d|\W*$|\.)", after)
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
