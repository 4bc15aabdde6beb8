"""Part of a sentence that speaks of an agreement → whether it is proposed, amended or at an end.

Three ways to tell an end are read apart: a verb in the past ("was terminated", "lapsed") counts unless its own clause
supposes or denies it; an infinitive ("to terminate") only after somebody who chose to; a noun ("notice of termination",
"termination of the licence") only where it is given, agreed or takes effect. The clauses of a contract say what would
happen, so that there only "hereby" and a stated past count.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract import licence_words as words
from kg.extract.late import late
from kg.extract.licence_record import Record
from kg.extract.scan import cue

_THING = r"(?:(?:sub-?|cross-?)?licen[cs]es?|agreements?|options?|collaborati\w+|alliance|partnership|arrangements?|contracts?|rights?|deed|indenture|grant|relationship|accord|deal|instrument|sublicen[cs]e)"
_GONE = cue(
    r"\b(?:terminated|terminates|rescinded|cancell?ed|lapsed|lapses|expired|revoked|annulled|dissolved|discontinued|wound up|unwound|ended|ends|extinguished|abrogated|determined|forfeited|at an end|came to an end|comes to an end|come to an end|came to its end|brought to an end|put an end to|puts an end to|putting an end to|ceased to be (?:in|of|effective|valid|binding)|ceased to have|cease on|end on|ceases on|ran out|run out|fell away|falls away|falls with|no longer in (?:force|effect)|in force no longer|unused on|unexercised|"
    r"allowed to (?:lapse|expire|run out)|to (?:lapse|expire|run out)|lapse|expire|bought back|buys back|buying back|repurchased|reacquired|re-acquired|regained|reclaimed|recovered|recaptured|took back|taken back|takes back|"
    r"returned|returns|returning|reverted|reverts|revert|handed back|hands back|gave (?:it |them )?(?:up|back)|gives (?:up|back)|given (?:up|back)|surrendered|surrenders|relinquished|relinquishes|renounced|abandoned|walked away from|walks away from|withdrew from|withdraws from|pulled out of|opted out of|part company|parted company)\b",
    re.I,
)
_BACK = late(r"bought|buys|buying|repurch|re-?acq|regain|reclaim|recov|recapt|t[oa]k|return|revert|hand|gave|give|surren|relinq|renoun|abandon", re.I)
_TO_END = cue(r"\b(?:terminat(?:e|ing)|end|ending|cancel|cancell?ing|rescind(?:ing)?|discontinue|dissolve|bring to an end|not to (?:exercise|renew|extend)|give up|hand back|return|relinquish|surrender)\b", re.I)
_CHOSE = late(
    r"(?:elect(?:s|ed|ing|ion)?|agree[sd]?|agreeing|decid(?:ed|es)|decision|chose|chosen|choosing|opted|resolved|determined|inten(?:t|tion|ds|ded)|notice|notices|notified|informed|advised|wrote|exercis(?:ed|es|ing) (?:its|the|their|his|a|our) (?:\w+ )?right|exercised? of (?:its|the|a|their) (?:\w+ )?right|moved|acted|agreement|consented|wish(?:es)?|wished|undertook|announced (?:that )?(?:it|they) (?:will|would)|that (?:it|they) (?:will|would|was|were|is|are)(?: be)?|(?:has|have|had) (?:today |since |now )?terminated)(?:,[^,;.]{3,60},)?(?: (?:not|also|mutually|jointly|early|formally|therefore|thereby))? (?:to )?$",
    re.I,
)
_DOING = late(r"[Aa]greement\b[^.;]{0,50}, $|\b(?:was|were|is|are|by|in|and thereby|thereby)(?: \w+ly)? $")
_NOTICE = cue(r"\b(?:termination|expiration|expiry|rescission|cancellation|dissolution|lapse|surrender|relinquishment|return|reversion|buy-?back|reacquisition|repurchase|discontinuation|non-renewal)\b", re.I)
_GIVEN = late(
    r"(?:\b(?:gave|given|gives|giving|received|receives|receiving|served|serves|delivered|sent|tendered|issued|accepted|acknowledg\w+|by|upon)\b[^.;]{0,70}\bnotices? of(?: the| its| such| an?)?(?: \w+)? $"
    r"|\b(?:announc\w+|agreed (?:to|on|upon)|agree (?:to|on|upon)|negotiated|effected|resulted in|led to|leading to|result of|following|after|since|reflects?|reported|disclosed|due to|because of|owing to|in connection with|prior to|before|with|date of|at the time of|effectiveness of|loss on|gain on) (?:the |its |their |this |such |our |an? )?(?:early |mutual |formal |voluntary |subsequent |[A-Z]\w+ \d{4} |\d{4} )?$)",
    re.I,
)
_OF_THING = late(rf" (?:in \d{{4}} |in [A-Z]\w+ \d{{4}} |on [A-Z]\w+ \d+, \d{{4}},? |by [^.;,]{{2,40}} |effective [^.;,]{{4,30}} |to [^.;,]{{2,40}} )?(?:of|under|in) (?:the |that |this |its |their |our |all |both |such |an? |those |these )?(?:[^.;,]{{0,70}}?)\b{_THING}\b", re.I)
_TAKES_EFFECT = late(r"^[^.;]{0,60}?\b(?:took effect|takes effect|will take effect|became effective|becomes effective|will become effective|will be effective|is effective|was effective|was agreed|effective (?:as of |on )?[A-Z]\w+ \d)", re.I)
_TITLED = late(r"^ (?:and (?:mutual )?(?:release|transition|settlement) )?(?:[Aa]greement|[Ll]etter|[Dd]eed)\b")
_SIGNED = late(r"\b(?:entered into|signed|executed|by|under|pursuant to|concluded|made)\b[^.;]{0,90}$", re.I)
_SUPPOSED = late(
    r"\b(?:[Ii]f|[Uu]nless|[Uu]ntil|[Ss]hould|[Ww]ere (?:it|we|they|the)|[Ww]hether|may|might|could|can|cannot|would|shall|[Ii]n the event|event (?:of|that)|so long)\b[^.;]{0,75}$"
    r"|\b(?:either|earlier|sooner|later of|never|nor|[Nn]o|[Ww]ithout|[Nn]either|[Nn]one|except|entitled|free|subject|provided that|provides?|prior to|[Uu]pon (?:any|such|its|written|the)|not(?! later| only| less| more| until| withstanding)|each|any|on or before|for so long|expected to|scheduled to|due to|when (?:the|all|it|its) (?:last|patents?))\b[^.;,]{0,50}$"
    r"|\b(?:ability|rights?|option|as) (?:to|of) (?:\w+ ){0,2}$|\bas $"
)
_DATED = late(r"^[^.;]{0,60}?\b(?:(?:on|as of|effective|from|by|in) (?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\d{1,2} [A-Z]|\d{4}|the (?:date|close|end))|with (?:immediate )?effect|by agreement|by mutual)", re.I)
_OTHER_SUBJECT = late(
    r"\b(?:trials?|stud(?:y|ies)|employment|exclusivity[^.;]*|patents?|leases?|terms?|discussions|negotiations|talks|waiting period|offer|merger|first negotiation|Phase \S+|months?|quarters?|years?|weeks?|periods?|days?|obligations?|program(?:me)?s?|war|season|enrol+ment|follow-up|dosing|patients?|shares?|warrants?|stock options?|right of first \w+),?(?: \w+ly| also| now| then)? (?:(?:was|were|has|have|had|been|being|is|are|which|that|then|recently|later|subsequently|thereafter),? )*$",
    re.I,
)
_OTHER_OBJECT = late(
    r"^ (?:[$€£¥]|that\b|to (?:exercise|develop)|(?:of )?(?:the |its |their |our |all |an? |that |this |any |further |such |his |her )?(?:(?!licen|option|collabor|agreement)[\w-]+ ){0,3}?(?:trials?|stud(?:y|ies)|employment|leases?|enrol\w+|dosing|research(?! and| agreement| collab)|discussions|negotiations|talks|merger|offering|development|work on|project|program(?:me)?s?|clinical|sales? of|sale|patients?|call|calls|questions|samples?|documents?|materials|year|quarter|period|month|session|with (?:cash|\$)|(?:consulting|supply|manufactur\w+|services?|employment|lease|loan|credit|advisory|lock-?up|merger|standstill|underwriting|purchase) (?:and \w+ )?agreement)\b(?!(?: [\w&]+){1,4} [Aa]greement))",
    re.I,
)
_AMBIGUOUS = late(r"(?:ended|ends|end|ending|determined|discontinued|expired|expire|lapse|returned?|returns|returning|recovered|abandoned|forfeited|unwound|dissolved|given up|reacquired|regained|revoked|at an end|ceased to have|ran out|run out|unexercised|unused on)$", re.I)
_THING_AFTER = late(rf"^[^.;]{{0,70}}?\b(?:{_THING}|it|them|all rights)\b", re.I)
_KEPT_PART = late(r"\b(?:retain|keep|kept|remain|continu|stays? in force|still|except|outside|other than|save)\w*", re.I)
_PART = late(r"\b(?:rights?|territor\w+|licen[cs]e) (?:in|for|to|outside|within|under) |\bas to\b|\bpart of\b|\bcertain\b|\bsome of\b|\bone of\b|\bits (?:[A-Z][\w-]+|non-?\w+) rights?\b|rights? for\b", re.I)
_SHARE = late(r"^[^.;]{0,30}\brights? (?:to (?:share|receive|participate|terminate|negotiate|appoint|purchase|convert|manufacture|co-?promote|designate|veto|audit)|of (?:first|negotiation))", re.I)
_HEREBY = late(r"\bhereby\b|\b(?:is|are|has been|have been|was|were|stands?)(?: hereby| thereby| duly)* $")

_AS_AMENDED = late(
    r"amended and restated (?=(?:[\w-]+ ){0,4}(?:agreement|licen))|,? as amended(?:,| and restated)(?! (?:on|in|by|effective|as of))|(?:Act|Code|Rules?|Plan)[^.;]{0,30},? as amended", re.I
)
_REVISED = late(r"\b(?:have|has|had|we|parties|and [^.;,]{2,30})\b[^.;,]{0,20}\brevised (?:their|its|our|the)\b[^.;]{0,40}\b(?:agreement|licen[cs]e)", re.I)
_LETS = late(r"\bagree[sd]?(?: (?:in|on) [^.;,]{4,20})? to (?:let|have|allow) (?:the|its|our|their) (?:royalt\w+|rates?|milestones?|term|territory|field)\b", re.I)
_NOT_AMENDED = late(r"\b(?:no|any|without(?: any)?|never|not(?: been)?|(?-i:may)(?: be)?|shall not be|if|unless|cannot be|only be) (?:\w+ )?amend\w*|amendments?[^.;]{0,40} (?:was|were|is|are) (?:not )?(?:required|needed)|\b(?-i:may) be (?:\w+ )?amended|amended (?:only|except)", re.I)
_CHANGED = cue(
    r"\b(?:extend|expand|enlarg|widen|broaden|reduc|lower|narrow|restrict|modif|vari|revis|restructur|renegotiat|convert|renew|limit|confin|increas|rais|chang|alter|adjust)(?:e?d|ied)\b"
    r"|\b(?:became|become|becomes|made|making|rendered|rendering|(?:turned|changed|converted) into (?:an? )?) ?(?:non-?|co-?|semi-?)?exclusive\b|\bextend the term\b|\b(?:agreed|agreeing) (?:in \d{4} |in [A-Z]\w+ \d{4} )?to (?:extend|expand|reduce|lower|enlarge|widen|broaden|modify|revise|amend|change|waive|convert|restructure|narrow)\b|\bsupplement(?:ed|al)\b|\bvariation\b|\bgave way\b|\bnow (?:also )?(?:covers|has|includes|extends)\b|\btook [^.;]{3,60} out of\b|\badd(?:ed|ing)\b",
    re.I,
)
_CHANGED_WHAT = late(
    r"(?:by [^.;,]{3,30}, )?(?:to [^.;,]{3,30}(?:, \d{4})?, )?\b(?:the|its|their|our|that|this|such|each|said|[A-Z][\w’']+|\d{4}) (?:[\w-]+ ){0,4}(?:[Ll]icen[cs]es?|[Aa]greements?|[Oo]ptions?|[Cc]ollaboration|alliance|partnership|deal|royalt(?:y|ies)(?: rates?)?|milestones?|territory|field|term|rights)\b"
)
_BY_LETTER = late(r" (?:(?:on|in|as of) [^;,.]{4,20}(?:, \d{4})?,? )?by (?:an?|the|that|this) (?:\w+ ){0,2}(?:letter|amendment|supplement|side letter|deed)\b", re.I)
"""What was added by a letter changed the agreement."""
_AT_FIRST = late(r"\b(?:(?-i:may)|might|could|can|would|will|shall|if|unless|whether|no|not|never|until|right|option|entitled|provided that|event)\b[^.;]{0,60}$", re.I)


def _clause_before(text: str, at: int) -> str:
    """The words of the same clause before a place."""
    start = 0
    for mark in _CLAUSE.finditer(text, max(0, at - 220), at):
        start = mark.end()
    return text[start:at]


_CLAUSE = late(
    r"[;:] |\. (?=[A-Z])|(?:,| —|,? and|,? but|,? while|,? whereas|,? so that|,? whereupon|,? because|,? and that) (?=(?:we|it|they|he|she|both|those|these|this|that|all|the (?:[\w-]+ ){0,3}(?:licen[cs]e|agreement|option|collaboration|parties|company|rights|sublicen[cs]e)|our|its|their|[A-Z][\w’'&.-]+(?: [A-Z][\w’'&.,-]+){0,4}) (?!of\b|for\b|in\b))|, and (?=(?:in|on|effective|as of) [^,;]{3,40} )|\) (?=[a-z])",
)


def _about_licence(text: str, start: int, end: int, before: str) -> bool:
    """Is what a verb at `[start, end)` says done to a licence, and not to a trial, a lease or a year?"""
    verb, after = text[start:end], text[end : end + 110]
    if _OTHER_SUBJECT.search(before) or _OTHER_OBJECT.match(after):
        return False
    if re.search(r"\b(?:employment|trial|study|termsheet|supply agreement)\b[^.,;]{0,40}$", before, re.I):
        return False
    if re.search(r"\bamendment[^.;]{0,30}$", before, re.I) or re.search(r"replace|supersede", before[-40:]):
        return False
    if _AMBIGUOUS.match(verb):
        near_before = re.search(rf"\b(?:{_THING}|it|they)\b(?:[^.;]|\.(?=,| [a-z])){{0,160}}$|\bwhich(?: \w+){{0,3}} $", before, re.I)
        near_after = re.search(rf"^[^.;,]{{0,55}}?\b(?:{_THING})\b", after, re.I)
        if not near_before and not near_after:
            return False
    return True


_SPOKEN = late(rf"{_THING}|\b(?:it|they|which|assets?)\b|terminat", re.I)
_LAPSE = frozenset(("lapse", "expire", "to lapse", "to expire", "to run out", "allowed to lapse", "run out"))
_COMING = frozenset(("revert", "end on", "cease on", "come to an end", "part company"))
_PRESENT = frozenset(("terminates", "ends", "lapses", "reverts", "returns", "unexercised"))
_PAST = frozenset(("expired", "lapsed", "terminated", "ended", "came to an end"))
_WITH = frozenset(("falls with", "falls away", "unused on"))
_LET = late(r"\b(?:let|allow|permit|suffer)(?:s|ed|t?ing|ted)?\b", re.I)
_OF_RIGHT = late(r"\brights?\b|licen[cs]e|\boption\b|\basset\b|\bit\b[^.;]{0,25}$|^ (?:it|them)\b", re.I | re.M)
_TO_USE = late(r"[^;]{0,60}\bright,?(?: [^;]{0,60},)? to (?:make|sell|use|develop|market|manufacture|practi[sc]e|distribute)\b")
_TO_BE = late(r"\b(?:will|shall|would|to)(?: \w+ly)? be (?:\w+ly )?$")
_NOT_BEING = late(r"\b(?:may|might|could|can|if|unless|either|not|never|until|right to|option to|entitled)\b[^.;]{0,50}$")
_NOT_GIVEN = late(r"\b(?:(?-i:may)|might|could|can|if|unless|either|not|never|no|without|until|upon|event|would|any)\b[^.;]{0,50}$", re.I)
_OF_NOTICE = late(r"^(?: of)? (?:the|its|that|this|such|their) (?:notice|termination)\b", re.I)


def _told_of(verb: str, before: str, after: str, text: str) -> bool:
    """Does a form that is no plain past ("reverts", "allowed … to lapse") tell of what happened or surely will?"""
    if verb in _LAPSE:
        let = [m.start() for m in _LET.finditer(before[-90:] + verb)]
        return bool(let) and not _SUPPOSED.search(before[: max(0, len(before) - 90) + let[-1]])
    if verb in _COMING:
        sure = re.search(r"(?:\bwill|\bto|\bshall|agreed to|have|has|had) $", before)
        dated = _DATED.match(after) or re.search(r"\b(?:terminat|notice|ended)", text)
        return bool(sure and (verb not in ("revert", "come to an end") or dated))
    if verb == "unexercised":
        return re.search(r"\b(?:lapsed|expired|ended|fell|went) $", before) is not None
    if verb in _PRESENT:
        return bool(_DATED.match(after) or re.search(r"\bnotice that (?:it|they) $", before))
    return verb != "determined" or re.search(r"\b(?:was|were|been|is|are|be)(?: \w+)? $", before) is not None


def _gone(text: str, contract: bool) -> Iterator[tuple[int, int]]:
    """Verbs in the past: a licence "was terminated", rights "went back"."""
    for match in _GONE.finditer(text):
        start, end = match.span()
        before, after, verb = _clause_before(text, start), text[end : end + 110], match[0].lower()
        if (contract and not (_HEREBY.search(before) or (verb in _PAST and _DATED.match(after)) or verb in _WITH)) or not _told_of(verb, before, after, text) or _OF_NOTICE.match(after):
            continue
        if verb in _LAPSE:
            yield start, end
            continue
        if _SUPPOSED.search(before) and not re.search(r"(?:would|will|that it|agreed (?:that|to)) [^.;]{0,20}$", before):
            continue
        if _TO_BE.search(before) and not (_DATED.match(after) or _CHOSE.search(before[: before.rfind(" be ")] + " ")):
            continue
        if _BACK.match(verb):
            if not _SHARE.match(after) and not _TO_USE.match(after) and _OF_RIGHT.search(text[max(0, start - 70) : start] + "\n" + after[:70]):
                yield start, end
        elif _about_licence(text, start, end, before):
            yield start, end


def _chosen(text: str) -> Iterator[tuple[int, int]]:
    """What somebody chose to do, or is doing: "elected to terminate", "by terminating"."""
    for match in _TO_END.finditer(text):
        verb, after = match[0].lower(), text[match.end() :]
        before = text[max(0, match.start() - 130) : match.start()]
        if re.search(r"\bwill(?: then| thus)? $", before) and _DATED.match(after):
            spoken = re.search(rf"\b(?:{_THING}|it|which)\b[^.;]{{0,60}}$", before, re.I)
            if spoken and not _SUPPOSED.search(_clause_before(text, match.start())[:-5]):
                yield match.span()
            continue
        doing = verb.endswith("ing") and _DOING.search(before)
        if not (doing or _CHOSE.search(before)) or not _THING_AFTER.match(after) or _OTHER_OBJECT.match(after):
            continue
        if verb.endswith("ing"):
            if not doing:
                continue
        elif not (before.endswith("to ") or verb.startswith("not to") or re.search(r"\b(?:that|it|they)(?: \w+)? (?:will|would) $", before)):
            continue
        if not _NOT_BEING.search(_CHOSE.sub("", before)[-70:]) or re.search(r"exercis\w+ (?:its|the|their|of)", before):
            yield match.span()


def _noticed(text: str) -> Iterator[tuple[int, int]]:
    """Nouns: a termination of which notice is given, which is agreed, or which takes effect."""
    for match in _NOTICE.finditer(text):
        before, after = text[max(0, match.start() - 130) : match.start()], text[match.end() : match.end() + 140]
        given = _GIVEN.search(before)
        if _NOT_GIVEN.search(before[: given.start() + 6] if given else before[-70:]):
            continue
        of_thing, effect = _OF_THING.match(after), _TAKES_EFFECT.match(after)
        if (
            (given and ("otice" in given[0] or of_thing))
            or (effect and (of_thing or re.search(rf"(?:{_THING}(?:['’]s)?|\b[Tt]he) $", before)))
            or (_TITLED.match(after) and _SIGNED.search(before))
        ):
            yield match.span()


def _ends(text: str, contract: bool) -> Iterator[tuple[int, int]]:
    """Where a part of a sentence tells that a licence ended."""
    if _SPOKEN.search(text):
        yield from _gone(text, contract)
        if not contract:
            yield from _chosen(text)
            yield from _noticed(text)


def ended(text: str, contract: bool = False) -> tuple[int, int] | None:
    """Where a part of a sentence tells that a licence ended; None when it does not."""
    return next(_ends(text, contract), None)


def amended(text: str) -> bool:
    """Does a part of a sentence tell that a licence was changed?"""
    plain = _NOT_AMENDED.sub("", _AS_AMENDED.sub("", text))
    if (
        (words.AMENDED.search(plain) or _REVISED.search(text) or _LETS.search(text))
        and not re.search(r"Amended and Restated|amendment fee", text)
        and re.search(r"licen|agreement|amend|restated|royalt|milestone|option", text, re.I)
    ):
        return True
    for match in _CHANGED.finditer(text):
        before, after = text[max(0, match.start() - 90) : match.start()], text[match.end() : match.end() + 80]
        if _AT_FIRST.search(before) and not re.search(r"agreed", match[0]):
            continue
        word = match[0].lower()
        if "exclusive" in word:
            if re.search(r"licen|rights?|it\b|agreement", before, re.I):
                return True
            continue
        if word.startswith(("add", "now", "limit", "increas", "rais", "revis", "convert", "renew", "lower", "vari", "narrow", "confin", "took", "supplement", "gave")) :
            near = (re.search(r"\b(?:amend|deed|letter|agreement of|variation|supplement)\w*\b", before, re.I) and _CHANGED_WHAT.match(after[:60].lstrip()) is not None) or _BY_LETTER.match(after)
            if not near and not (word.startswith(("convert", "renew", "revis", "vari", "narrow", "supplement", "took")) and (_CHANGED_WHAT.match(after.lstrip()) or re.search(r"\b(?:licen[cs]e|agreement|option|collaboration|royalty|milestones|term) (?:was|were|has been|have been|had been|is)(?: \w+)? $", before))):
                continue
            return True
        if _CHANGED_WHAT.match(after.lstrip()) or re.search(
            r"\b(?:licen[cs]e|agreement|option|collaboration|alliance|royalty(?: rate)?|royalties|milestones?|term|territory|field)(?:, (?:under|by|pursuant to|in|to) which [^.;,]{3,60},)? (?:[^.;,]{0,40}?(?:, (?:under|by|pursuant to|in|to) which [^.;,]{3,60},)? )?(?:was|were|has been|have been|had been)(?: \w+)? $", before, re.I
        ):
            return True
    return False


_LEAVES = late(r"\b(?:leaves|leaving|left|quits?|quitting|exited|exiting) (?:the|that|this|our|their) (?:[\w-]+ )?(?:collaboration|alliance|partnership|licen[cs]e|[A-Z]\w+ [Aa]greement)\b")
_REVIVED = late(
    r"\b(?:revok|withdr[ae]w|rescind|retract|cancel)\w* (?:the|its|that|this|such|their) (?:notice|termination)|\breinstat(?:ed|ement)\b|notice (?:of termination )?was (?:withdrawn|revoked|rescinded|retracted)", re.I
)
_DAY_PAST = late(r"\blet (?:the|that|this|its) (?:day|date|deadline|time|period)\b[^.;]{0,30}\b(?:go by|pass|run out)|\b(?:day|date|deadline) (?:went by|passed|came and went)", re.I)


def add_status(record: Record, text: str, opened: bool, proposed: bool, contract: bool = False) -> bool:
    """Adds to a record whether what a part of a sentence tells of it ended, was changed, or is only proposed."""
    used = False
    if record.kind == "option" and (words.OPTION_GIVEN_UP.search(text) or _DAY_PAST.search(text)):
        record.status, used = "terminated", True
    if record.status == "terminated" and not opened and _REVIVED.search(text):
        record.status = None
        return True
    end = ended(text, contract)
    if end:
        partly = _BACK.match(text[end[0] :]) and _KEPT_PART.search(text) and _PART.search(text)
        record.status, used = "amended" if partly and record.status != "terminated" else "terminated", True
    leaves = None if contract or end else _LEAVES.search(text)
    if leaves and not _AT_FIRST.search(text[: leaves.start()]):
        record.status, used = "terminated", True
    if record.status not in ("terminated", "proposed") and amended(text):
        record.status, used = "amended", True
    if (
        proposed
        and opened
        and record.status is None
        and re.search(
            r"letter of intent|term sheet|would|definitive|non-?binding|set out terms|proposal|memorandum of understanding|heads of|^if\b", text, re.I
        )
    ):
        record.status, used = "proposed", True
    if record.kind == "option" and re.search(
        r"(?<!not )(?<!never )(?<!before )(?<!without )\bexercis(?:ed|ing) (?:its|the|that|this) (?:\w+ )?option|notice of exercise|option (?:was|has been) exercised",
        text,
    ):
        record.rights["exercised"] = None
        used = True
    return used
