"""How a party stands: entitled to exploit, licensee or assignee of, with a licence of its own, paying for a use → events.

Beside the predicates that move a right (`licence_predicates`), a text tells a licence by what one side is or may do.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.gates import Family
from kg.extract.late import late
from kg.extract.licence_event import ADVERB, Event, clause_of, kind_of, named_in, pattern
from kg.extract.licence_sentence import DRUG, ORG, ORGS, Sentence
from kg.extract.licence_words import ADJ

_EXPLOIT = r"(?:develop|make|manufacture|sell|market|commerciali[sz]e|practi[sc]e|exploit|distribute|register|import|keep using|use(?= [^;.]{0,80}(?:patent|process|technolog|invention|method|compound)))\b"
_WHERE = rf"(?:,? (?:on|in|as of|since|for|under|outside|within|throughout|until|against) [^,;\ue000-\ue7ff]{{2,60}},|,? {ADVERB})*"
_BE = r"(?:is|are|was|were|be|been|has been|have been|had been|will be|shall be|becomes?|became|remains?|stands)"
_R = rf"(?P<R>{ORGS})(?<!\uf8fe)(?!['’])"
_G = rf"(?:[Tt]he )?(?P<G>{ORGS})(?<!\uf8fe)(?!['’])"
_OWNER = rf"(?:[Tt]he )?(?P<G>{ORG})(?:['’]s?|(?<=\uf8fe))"
_STANDING: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("license-entitling", pattern(rf"(?P<P>{ORGS})(?<!\uf8fe)(?!['’])(?:,? {ADVERB})* (?:entitle[sd]?|permit(?:s|ted)?|authori[sz]e[sd]?|allow(?:s|ed)?|empower(?:s|ed)?|licensed?) {_R}(?:,? (?:and )?(?:it |them )?(?:alone|only|exclusively|solely))?{_WHERE},? (?P<what>to {_EXPLOIT})")),
    ("license-entitling", pattern(rf"\b(?:agreement|licen[cs]e|instrument|contract|deed)\b[^;.\ue000-\ue7ff]{{0,90}}(?:with (?P<G>{ORG})[^;.\ue000-\ue7ff]{{0,20}})? (?:entitle[sd]?|permit(?:s|ted)?|authori[sz]e[sd]?|allow(?:s|ed)?|empower(?:s|ed)?) {_R}(?:, which [^,;\ue000-\ue7ff]{{3,60}}\ue000?[^,;]{{0,60}},)?{_WHERE},? (?P<what>to {_EXPLOIT})")),
    ("license-entitled", pattern(rf"{_R}(?:,? {ADVERB})* {_BE}(?: {ADVERB})* (?:entitled|permitted|authori[sz]ed|empowered|licensed|entrusted) by {_G}{_WHERE},? (?P<what>to {_EXPLOIT}|with (?:the )?(?:[\w-]+ ){{0,3}}(?:exploitation|development|commerciali[sz]ation|marketing|sale|rights?))")),
    ("license-entrusted", pattern(rf"{_G}(?:,? {ADVERB})* (?:entrust(?:s|ed)?|charg(?:es|ed)|provid(?:es|ed)|vest(?:s|ed)?) {_R}{_WHERE},? (?P<what>with (?:the )?(?:[\w-]+ ){{0,3}}(?:exploitation|development|commerciali[sz]ation|marketing|rights?))")),
    ("license-stands-licensee", pattern(rf"{_R}(?:,? (?:by contrast|however|in turn))?,? {_BE}{_WHERE},? {_OWNER} (?:{ADJ})(?:only )?(?P<what>(?:sub-?)?licensee|optionee|assignee|grantee)\b")),
    ("license-stands-licensee", pattern(rf"{_R},? {_BE} (?:the |an? |now the )*(?:{ADJ})(?:only )?(?P<what>(?:sub-?)?licensee|optionee|grantee)\b")),
    ("license-licensee-had-been", pattern(rf"(?P<what>(?:sub-?)?licensee) of {_OWNER} [^;\ue000-\ue7ff]{{3,140}}? (?:is|was|has been|had been|remains),? {_R}")),
    ("license-assignee", pattern(rf"{_R},? {_BE} (?:the |an? |now |sole )*(?P<what>(?:assignee|owner|proprietor)\b)[^;\ue000-\ue7ff]{{0,80}} (?:of|from) (?:everything|all|what(?:ever)?|the (?:rights|patents)|any)[^;\ue000-\ue7ff]{{0,50}} (?:that )?{_G} (?:once |had |formerly |previously |has )*(?:owned|held|had|possessed)")),
    ("license-owned-by-assignment", pattern(rf"{_R},? (?:is|are|became|becomes) (?:the )?(?P<what>assignee) (?:from|of) {_G}")),
    ("license-its-from", pattern(rf"(?P<R>{ORG})(?:['’]s?|(?<=\uf8fe)) [^;\ue000-\ue7ff]{{3,60}} (?:is|was|are|were|remains) (?:its|their|an?) (?:{ADJ})(?P<what>(?:sub-?)?licen[cs]e)[^;\ue000-\ue7ff]{{0,60}} from {_G}")),
    ("license-paid-for-use", pattern(rf"(?:paid|payable|due|owed) by {_R} (?:for|in respect of) (?:the )?(?:{ADJ})(?P<what>use|licen[cs]e|right)\b[^;\ue000-\ue7ff]{{0,60}} of {_OWNER}")),
    ("license-paid-for-use", pattern(rf"{_R}(?:,? {ADVERB})* (?:pays?|paid)(?: {ORG})? [^;\ue000-\ue7ff]{{0,80}} for (?:the )?(?:{ADJ})(?P<what>use|licen[cs]e) of {_OWNER} (?:[\w-]+ ){{0,3}}(?:patents?|technology|process|compound)")),
    ("license-hold-owned", pattern(rf"{_R}(?:,? {ADVERB})* (?:holds?|held|has|had|enjoys?|enjoyed|received|obtained|acquired){_WHERE} {_OWNER} (?P<what>(?:{ADJ})(?:rights?|licen[cs]e))\b")),
    ("license-granted-same", pattern(rf"{_R}(?:,? {ADVERB})* (?:has|had|holds?|held|enjoys?) (?P<what>[^;\ue000-\ue7ff]{{0,60}}right[^;\ue000-\ue7ff]{{0,90}}),? having (?:been (?:granted|given|accorded|assigned) (?:the same|it|them|such rights?)|(?:received|obtained|acquired) (?:the same|it|them)) (?:by|from) {_G}")),
    ("license-owe-rights", pattern(rf"{_R}(?:,? {ADVERB})* (?:owes?|derives?|draws?|traces?|has|had|have|takes?) (?:its|{ORG}) (?P<what>(?:{ADJ})(?:rights?|title|interest|licen[cs]e|position))\b[^;\ue000-\ue7ff]{{0,60}} (?:to|from) {_G}")),
    ("license-may-elect", pattern(rf"{_R} (?:may|can|is entitled to|are entitled to|was entitled to|were entitled|is free to)(?:,? [^;\ue000-\ue7ff]{{0,90}},)?(?: to)?(?: elect| choose| decide)?(?:,? [^;\ue000-\ue7ff]{{0,60}},)? to (?P<what>(?:license|acquire|obtain|take|buy)) [^;\ue000-\ue7ff]{{2,80}} from {_G}")),
    ("license-access", pattern(rf"{_R}(?:,? {ADVERB})* (?:will have|has|have|gains?|gained|obtains?|obtained|gets|receives?|received) (?:{ADJ})(?P<what>access) to {_OWNER} (?:{DRUG}|[\w()]+ ){{0,4}}(?:database|technolog|platform|librar|patents|process)")),
    ("license-practised-under", pattern(rf"{_R}(?:,? {ADVERB})* (?:practi[sc]es?|practi[sc]ed|exploits?|works?|uses?|employs?) (?:them|it|these|those|this|the [\w-]+|its [\w-]+)(?: [\w-]+)?(?: exclusively)? (?:under|by virtue of|pursuant to|by) (?:an?|the|its|that) (?P<what>(?:[\w-]+ ){{0,3}}?(?:indenture|licen[cs]e|agreement|instrument|deed|contract|grant|permission))[^;\ue000-\ue7ff]{{0,60}} (?:with|from|granted by|given by|made with) {_G}")),
    ("license-sold-under", pattern(rf"{_R}(?:,? {ADVERB})* (?:sells?|sold|markets?|marketed|makes|made|develops|developed|uses|used|practi[sc]es|practi[sc]ed|manufactures)(?! [^;]{{0,80}}(?:supply|distribution|service) agreement) [^;\ue000-\ue7ff]{{2,70}} under {_OWNER} (?:{ADJ})(?P<what>patents?|licen[cs]e|patent rights|technology|rights)\b")),
    ("license-responsible-under", pattern(rf"{_R}(?:,? {ADVERB})* (?:is|are|will be|shall be|becomes|became) (?:solely |exclusively |alone )?(?:responsible for|in charge of|to be responsible for) [^;\ue000-\ue7ff]{{3,90}} under (?:the|an?|its|that) (?P<what>(?:{ADJ})licen[cs]e)(?: agreement)?\b")),
    ("license-as-worked", pattern(rf"{_R}(?:,? {ADVERB})* (?:works?|sells?|markets?|develops?|makes?|distributes?|acts?|sold|marketed) [^;\ue000-\ue7ff]{{2,60}} as {_OWNER} (?:{ADJ})(?P<what>(?:sub-?)?licensee)\b")),
    ("license-let-use", pattern(rf"{_G}(?:,? {ADVERB})* (?:lets?|allows?|allowed|permits?|permitted) {_R}(?: exclusively| alone)? (?P<what>(?:the )?use(?: of)?) (?:its|their|the|his|her|certain) (?:[\w-]+ ){{0,4}}(?:patents?|technology|process|invention|compound|antibod|vaccine|know-how)")),
    ("license-let-use", pattern(rf"{_G}(?:,? {ADVERB})* (?:lets?|allows?|allowed|permits?|permitted) {_R}(?: exclusively| alone)? (?P<what>(?:the )?use(?: of)?) (?:its|their|the) {DRUG} patents")),
    ("license-pays-under-its", pattern(rf"{_R}(?:,? {ADVERB})* pays? (?P<G>{ORG}) [^;\ue000-\ue7ff]{{2,80}} under its (?P<what>(?:{ADJ})(?:sub-?)?licen[cs]e)\b")),
    ("license-belonged", pattern(rf"\b(?P<what>rights?)\b[^;\ue000-\ue7ff]{{0,80}} (?:have|has|had) (?:since )?belonged (?:exclusively )?to {_R}", re.I)),
    ("license-let-have", pattern(rf"{_G}(?:,? {ADVERB})* (?:let|lets) {_R} (?P<what>have) (?=[^;]{{0,110}}(?:licen[cs]e|exclusiv|alone\b|for (?:the )?[A-Z]))")),
    ("license-only-one", pattern(rf"{_R}(?:,? {ADVERB}| thereby)* {_BE} the (?:only|sole) (?:company|firm|one|party|concern|group|enterprise|person)[^;\ue000-\ue7ff]{{0,40}}(?:[\ue000-\ue7ff]\uf8ff*\uf8fe?[^;\ue000-\ue7ff]{{0,30}})? (?:entitled|allowed|permitted|licensed|free|with the right|having the right) (?P<what>to {_EXPLOIT})")),
    ("license-place-given", pattern(rf"\b(?:was|were|has been|have been|had been)(?: {ADVERB}| thereupon)* (?:given|granted|allotted|awarded|conceded|ceded) to {_R} (?:by|under|in) an? (?P<what>(?:{ADJ})(?:sub-?)?licen[cs]e)\b")),
    ("license-carved-out", pattern(rf"(?:[Uu]nder|[Bb]y) an? (?P<what>(?:{ADJ})(?:[Ss]ub-?)?[Ll]icen[cs]e)\b[^;\ue000-\ue7ff]{{0,50}}, {_G}(?:,? {ADVERB})* (?:carved out|reserved|set aside|allotted|gave up|opened|released|parted with) [^;\ue000-\ue7ff]{{2,60}} (?:for|to) {_R}")),
    ("license-licensee-under", pattern(rf"{_R},? {_BE}(?:,? {ADVERB})* (?:the |an? )?(?:{ADJ})(?P<what>(?:sub-?)?licensee)\b[^;\ue000-\ue7ff]{{0,120}} (?:belonging to|owned by|held by|in the name of|the property of) {_G}")),
    ("license-rights-under", pattern(rf"(?:[Uu]nder|[Bb]y|[Pp]ursuant to) (?:the |our |its )?(?P<G>{ORG})(?<!\uf8fe)(?:['’]s)? (?:[Ss]ub-?)?(?:[Ll]icen[cs]e )?(?:[Aa]greement|[Ll]icen[cs]e),? (?:the )?(?P<R>{ORG})(?:['’]s?|(?<=\uf8fe)) (?P<what>(?:{ADJ})rights?)\b")),
    ("license-parted", pattern(rf"{_R},? to (?:which|whom) {_G}(?:,? {ADVERB})* (?:parted with|ceded|conveyed|gave up|made over|passed) (?P<what>[^;]{{0,40}}?rights?)")),
    ("license-exchanged", pattern(rf"{_R} (?:gets?|got|receives?|takes?|obtains?) (?P<what>{DRUG}|[A-Z][\w-]+), (?:until now|hitherto|previously|formerly|heretofore) (?P<G>{ORG})['’]s?")),
    ("license-entitling", pattern(rf"(?P<G>{ORG})(?:['’]s?|(?<=\uf8fe)) (?:[\w-]+ ){{0,3}}(?:agreement|contract)[^;\ue000-\ue7ff]{{0,60}} with {_R}(?:,? {ADVERB})* (?:entitle[sd]?|permit(?:s|ted)?|authori[sz]e[sd]?|allow(?:s|ed)?) (?:that company|the latter|it|them|the firm)(?: alone)? (?P<what>to {_EXPLOIT})")),
    ("license-obtained-it", pattern(rf"^(?:It|They|These|Those|Such|This|That|The)(?: rights?| (?:sub)?licen[cs]e)? (?:was|were|had been)(?: {ADVERB})* (?P<what>obtained|acquired|licensed|in-licensed|secured|taken|received|bought) from {_G}")),
    ("license-grant-made", pattern(rf"\b(?:{ADJ})(?P<what>grant|licen[cs]e|rights?)(?:,? (?:which|that))? {_G}(?:,? {ADVERB})* (?:made|given|granted|extended) to (?:it|them)\b")),
    ("license-position-of", pattern(rf"(?P<R>{ORG})[^;]{{0,40}}\b(?:its|their) position as (?:an? |the )?(?:{ADJ})(?P<what>licensee) of {_G}")),
    ("license-entitling", pattern(rf"(?P<P>{ORGS})(?<!\uf8fe)(?!['’])(?:,? {ADVERB})* (?:entitle[sd]?|permit(?:s|ted)?|authori[sz]e[sd]?|allow(?:s|ed)?) (?:it|them|that company|the latter|the firm)(?: alone| also)? (?P<what>to (?:\w+ and )?{_EXPLOIT})(?=[^;]{{0,160}}(?:licen[cs]|exclusiv|royalt|\bsole\b|\balone\b|no other|no one else))")),
    ("license-licensee-of", pattern(rf"{_R}[^;:\ue000-\ue7ff]{{2,80}}[:;,] (?:and )?(?:it|they) {_BE}(?: {ADVERB}| itself| only| but)* (?:the |an? )?(?:{ADJ})(?P<what>(?:sub-?)?licensees?) of {_G}")),
    ("license-licensee-of", pattern(rf"^(?:It|They|That company|The firm) {_BE}(?: {ADVERB}| itself| only| but)* (?:the |an? )?(?:{ADJ})(?P<what>(?:sub-?)?licensees?) of {_G}")),
    ("license-let-use", pattern(rf"{_G}{_WHERE},? (?:puts?|plac(?:es|ed)|(?:has|have|had) (?:put|placed)) (?:[^;\ue000-\ue7ff]{{2,80}} )?at (?:the )?(?P<R>{ORG})(?:['’]s?|(?<=\uf8fe)) (?P<what>disposal)\b(?=[^;]{{0,200}}(?:patents?|improvements?|technolog|invention|know-how|rights?\b|{DRUG}))")),
    ("license-let-use", pattern(rf"{_G}{_WHERE},? (?:puts?|plac(?:es|ed)|(?:has|have|had) (?:put|placed)) [^;\ue000-\ue7ff]{{0,60}}(?:patents?|improvements?|technolog\w+|inventions?|know-how|{DRUG})[^;\ue000-\ue7ff]{{0,40}} at (?:the )?(?P<R>{ORG})(?:['’]s?|(?<=\uf8fe)) (?P<what>disposal)\b")),
    ("license-until-choose", pattern(rf"{_G}(?:,? {ADVERB})* (?:lets?|allow(?:s|ed)?|permit(?:s|ted)?) {_R} (?:to )?(?P<what>choose|decide|elect)\b(?=[^;]{{0,140}}\b(?:whether|to (?:have|take|license)))")),
    ("license-may-elect", pattern(rf"(?P<what>agreed|arranged|settled|stipulated|(?:an|the) (?:agreement|arrangement|understanding)) with {_G}[^;\ue000-\ue7ff]{{0,40}} that {_R} (?:may|might|could|can|should be (?:free|entitled) to|(?:is|was|were|are) to be (?:free|entitled) to)(?=,?[^;]{{0,100}} (?:call for|take up|require|demand|claim|elect|obtain|acquire|take|request|choose)\b[^;]{{0,60}}\b(?:licen[cs]e|rights?)\b)")),
    ("license-may-elect", pattern(rf"(?P<P>{ORGS})(?<!\uf8fe)(?!['’])(?:,? {ADVERB})* (?P<what>agreed|arranged|settled|stipulated) with {_R}[^;\ue000-\ue7ff]{{0,40}} that (?:it|they) (?:should|would|shall) have an option\b")),
    ("license-option-from", pattern(rf"{_R}(?:,? {ADVERB})* (?:has|have|had|holds?|held|took|takes|obtained|bought|acquired) (?:an? |the )(?:{ADJ})(?P<what>option)(?! agreement| to (?:purchase|sell|buy) (?:the |all |its )?(?:shares|stock|building))(?=[^;]{{0,120}}(?:patent|licen[cs]|right|{DRUG}|technolog|compound|invention))[^;\ue000-\ue7ff]{{2,120}} from (?:(?:its|the|an?) [^,;\ue000-\ue7ff]{{2,50}}, )?{_G}")),
    ("license-option-of", pattern(rf"(?P<R>{ORG})(?:['’]s?|(?<=\uf8fe)) (?:{ADJ})(?P<what>option),?(?: [^;\ue000-\ue7ff]{{2,50}},)? (?:over|on|in|under|to license|in respect of) (?:the |certain |some |its )?(?:[\w-]+ ){{0,5}}?(?:of|belonging to|owned by) {_G}")),
    ("license-completed-sale", pattern(rf"{_G}{_WHERE},? (?:entered into|signed|concluded|made|executed|reached) (?:an?|the) (?:definitive )?(?:asset (?:purchase|sale)|(?:purchase and )?sale|purchase)(?: and (?:purchase|sale))? agreement[^;\ue000-\ue7ff]{{0,50}} to (?P<what>sell) (?=[^;]{{0,90}}{DRUG})[^;\ue000-\ue7ff]{{2,140}} to {_R}")),
    ("license-roster", pattern(rf"^\W*(?:\d[\d.]*\W+)?(?:[\w-]+ ){{0,4}}?(?P<what>(?:sub-?)?licen[cs]e|option)(?: and \w+)?(?: agreement| deed| contract)?,? [^;:\ue000-\ue7ff]{{0,60}}{_G},? \(?as (?:sole |exclusive |the )?(?:licensor|grantor)\)?(?:,? (?:with|and|to|,) {_R})?", re.I)),
    ("license-roster", pattern(rf"^\W*(?:\d[\d.]*\W+)?(?:[\w-]+ ){{0,4}}?(?P<what>(?:sub-?)?licen[cs]e|option)(?: and \w+)?(?: agreement| deed| contract)?,? [^;:\ue000-\ue7ff]{{0,60}}{_R},? \(?as (?:sole |exclusive |the )?(?:sub-?)?(?:licensee|optionee|grantee)\)?(?:,? (?:with|and|,) {_G})?", re.I)),
    ("license-roster", pattern(rf"^\W*(?:\d[\d.]*\W+)?(?:(?!to |from |of |under )[\w-]+ ){{0,4}}?(?P<what>(?:sub-?)?licen[cs]e|option|(?:invention|patent) assignment)(?: and \w+)?(?: agreement| deed| contract)?,? (?:dated |of |made )?[^;:\ue000-\ue7ff]{{4,40}} (?:from {_G}|to {_R})(?=[,.;(]| \(|$| *$)", re.I)),
)  # fmt: skip
_FAMILY = Family(_STANDING)
_UNREAL = late(r"\b(?:if|might|could|would|not|never|no|neither|unless|seeks?|sought|wish\w*|hoped?|whether|should)\b[^;,]{0,40}$", re.I)
_OTHER = late(r"\b(?:supply agreement|software|trade-?marks?|premises|procedure rooms|lease[ds]?|shares? of|stock|toll manufactur\w+|material transfer|lender|pledged?|default)\b", re.I)
_OPTIONS = frozenset({"license-may-elect", "license-until-choose"})
_PRONOUNS = frozenset({"license-entitling", "license-licensee-of", "license-may-elect"})
"""Frames whose other side may be told by "it" or "them"."""
_SOLD = frozenset({"license-assignee", "license-owned-by-assignment", "license-completed-sale"})


def standing_events(sentence: Sentence) -> Iterator[Event]:
    """The events that the standing of a party tells in a sentence."""
    shape = sentence.shape
    if not sentence.orgs:
        return
    for rule, frame in _FAMILY.possible(shape):
        for match in frame.finditer(shape):
            named = match.groupdict()
            takers = named_in(sentence, named.get("R"))
            givers = tuple(o for o in named_in(sentence, named.get("G") or named.get("P")) if o not in takers)
            at = match.start("what")
            start, end = clause_of(shape, at)
            if not (takers or givers) or _OTHER.search(shape[max(start, match.start() - 60) : min(end, match.end() + 60)]):
                continue
            if _UNREAL.search(shape[max(start, match.start() - 60) : match.start()]):
                continue
            kind = "option" if rule in _OPTIONS else "assignment" if rule in _SOLD else kind_of(named["what"])
            if "assign" in named["what"].lower():
                kind = "assignment"
            yield Event(start, end, rule, givers, takers, (), kind, at, rule == "license-grant-made" or (not (takers and givers) and rule in _PRONOUNS))


_EACH_OTHER = pattern(
    rf"each of {ORGS} (?:has|holds|grants|granted|licenses|is granted|received)[^;]{{0,60}}(?:licen[cs]e|rights?)[^;]{{0,80}} (?:of|to|from) the other|cross-licen[cs]ed (?:one another|each other)|\b(?:an )?exchange of (?:rights|licen[cs]es)\b|\b(?:traded|swapped|exchanged) (?:[\w-]+ ){{0,2}}licen[cs]es\b|licen[cs]e\b[^;]{{0,80}} and {ORG} (?:received|got|has|obtained|was granted|were granted) (?:one|a like licen[cs]e|a similar licen[cs]e|the same) (?:under|to|from|in return)\b",
    re.I,
)


def each_other(sentence: Sentence) -> bool:
    """Does the sentence tell that each of two licenses the other?"""
    return any(w in sentence.text for w in ("other", "exchange", "traded", "swapped", " one under", "similar", "the same")) and _EACH_OTHER.search(sentence.shape) is not None


_SEVERAL = r"(?:two|three|four|five|six|several|the following)"
_LISTED = (
    pattern(rf"(?P<G>{ORGS})(?<!\uf8fe)(?!['’])(?:,? {ADVERB})* (?:licen[cs]ed|granted|licenses|grants|conveyed|gave|assigned|sublicen[cs]ed)\b[^;:\ue000-\ue7ff]{{0,120}} to {_SEVERAL} [^;:\ue000-\ue7ff]{{3,60}}(?P<list>: )"),
    pattern(rf"\b{_SEVERAL} [^;:\ue000-\ue7ff]{{3,60}} (?:hold|have|enjoy|own|took|take|obtained)\b[^;:\ue000-\ue7ff]{{0,80}}(?:rights?|licen[cs]es?)\b[^;:\ue000-\ue7ff]{{0,60}} (?:from|by|under) (?P<G>{ORG})(?!['’])[^;:\ue000-\ue7ff]{{0,40}}(?P<list>: )", re.I),
    pattern(rf"(?P<G>{ORG})(?<!\uf8fe)(?!['’])(?:,? {ADVERB})* (?:divided|parcelled|licensed|granted|allotted|apportioned|split)\b[^;:]{{0,120}}(?:rights?|licen[cs]es?)\b[^;:]{{0,120}} (?:among|amongst|between|to) [^:]{{3,80}}(?P<list>: )"),
)  # fmt: skip


def listed_events(sentence: Sentence) -> Iterator[Event]:
    """ "Acme licensed it to two companies: A for Europe and B for Japan": each is a licence of its own."""
    shape = sentence.shape
    if ": " not in shape or len(sentence.orgs) < 3:
        return
    for frame in _LISTED:
        match = frame.search(shape)
        if not match:
            continue
        givers = named_in(sentence, match["G"])
        found = [m for m in re.finditer(ORG, shape[match.end("list") :]) if not shape[match.end("list") + m.end() :].startswith(("'", "’"))]
        for number, item in enumerate(found):
            takers = tuple(o for o in named_in(sentence, item[0]) if o not in givers)
            at = match.end("list") + item.start()
            end = match.end("list") + found[number + 1].start() if number + 1 < len(found) else len(shape)
            if takers:
                yield Event(at, end, "license-granted-listed", givers, takers, (), kind_of(match[0]), at)
        return
