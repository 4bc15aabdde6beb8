"""What a passage says of the course of a stage it names: planned, under way, finished, ended (`status_of`); as data.

Also the words by which a passage states no fact: conditions, generic explanations, other companies' work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.late import late
from kg.extract.program_phrases import Trigger
from kg.extract.scan import cue

_ENROLLED = cue(
    r"\b(?:complet(?:ed|es|e|ing|ion of) (?:patient |its |the |target |full )*(?:enrol?lment|recruitment|accrual|"
    r"dosing)|"
    r"(?:enrol?lment|"
    r"recruitment|accrual)[^.;]{0,40}? (?:is|was|has been|were)? ?(?:now )?(?:complete|completed|closed|full)|"
    r"fully enrol?led|last patient[^.;]{0,80}? (?:is|are) (?:now )?(?:expected|due|awaited)|"
    r"last patient(?: \w+){0,2}|dosed (?:the|its) last|maximum dose reached|as planned|on plan|"
    r"(?:half|fully|nearly|almost|partly|about|percent|%) (?:\w+ )?(?:enrol?led|complete|accrued|recruited)|(?:will|"
    r"to|is "
    r"expected to|should) (?:read out|finish|complete) (?:\w+ )?(?:accrual|enrol?lment|recruitment|dosing|in (?:19|"
    r"20)\d\d)|"
    r"(?:is|are|was) (?:now )?(?:expected|anticipated|scheduled|projected|estimated|due|on track) to (?:be "
    r")?(?:completed?|"
    r"concluded?|finish(?:ed)?|end|read out)|interim (?:\w+ )?(?:analys[ei]s|findings|data|results|look|"
    r"read-?out)(?: of safety)?|"
    r"complet(?:ed|ion of) (?:an?|the|its|our) (?:[\w-]+ )?interim|dosing (?:(?:is|was|has been) (?:now )?)?complete|"
    r"will (?:\w+ )?(?:complete|finish|conclude|end)\b|(?:than|as) planned|on (?:course|track) to (?:finish|complete|"
    r"end|"
    r"report)|complete (?:responses?|remissions?|clearance|resections?|regressions?|hematologic|response letters?)|"
    r"(?:must|shall|has to|have to|obliged to|agreed to|required to) (?:\w+ )?(?:complete|finish|conclude)|"
    r"(?:concentrat\w+|focus\w*|towards?|pending|prior to|until|fund\w*) (?:on )?(?:the )?completion of[^.;]*|"
    r"last[- ]patient[- ](?:in|last[- ]visit|visit)(?: (?:now )?behind (?:it|us))?|of (?:the |our |its )?(?:two|three|"
    r"four|five|six|\d+) planned|"
    r"will (?:deliver|yield|produce|provide) (?:\w+ )?(?:results|data|findings)|"
    r"(?:last|final) (?:\w+ )?visits?(?:[^.;,]{0,20} (?:scheduled|expected|planned|due|set))?|(?:of which|"
    r"whose) [^.;,]{0,40}"
    r"(?:is|are) (?:scheduled|expected|planned|due)|according to plan|development plan|on schedule|not affected|"
    r"is expected to (?:report|read)|"
    r"(?:results?|data|read-?outs?)(?:(?! look| plan)[^.;]){0,110}?(?: (?:is|are|remain|remains))? (?:now |still "
    r")?(?:expected|"
    r"anticipated|planned|"
    r"due)[^.;]{0,40}|expects? (?:to (?:report|announce|have|present|release|complete|finish|read)|results|data|"
    r"top-?line)[^.;]{0,60})",
    re.I,
)
DISCONTINUED = cue(
    r"\b(?:(?:discontinued?|discontinuing|terminated)(?! (?:the|its|our|their|this|that|an?|such) (?:[\w-]+ ){0,3}?"
    r"(?:agreements?|licen[cs]es?|collaborations?|contracts?|options?|alliances?|partnerships?|arrangements?)\b)|"
    r"discontinuation|(?:is|was|are|were|be) returning (?!to\b)|stopped|abandoned|halted|suspended|shelved|"
    r"dropped|ceased|closed the (?:program|file|books?)|closed (?:our|its) (?:file|books?)|closed down|wound down|"
    r"(?:programs?|programmes?|projects?|development|efforts?|work|research) (?:was|were|has been|have been|is being) "
    r"(?:then |now |thereupon )?wound up|(?:do|did|does|doing|done) (?:no more|nothing (?:more|further))|"
    r"no trial [^.;,]{0,60}? is "
    r"under ?way|having been (?:its|the|our) last|cancell?ed|withdrawn|withdrew|"
    r"no (?:more|further) (?:money|funds?|spending|effort)|wrote off|"
    r"(?:was|were|been) (?:given up|put aside|ended early|cut short|closed early|deprioriti[sz]ed|parked)|gave up|"
    r"(?:br[eo]ak|broke|broken) off|give up|"
    r"not (?:to )?be (?:taken|moved|developed|carried) (?:any )?(?:beyond|past|further|up again)|taken off the market|"
    r"(?:g[ia]ve|given|handed) back|returned to (?:the |its |our )?(?:licensor|licenser|owner|inventor)|for good|"
    r"let (?:the|that|this) (?:indication|program|programme|use|project) go|will not (?:see|reach)|"
    r"given up|no longer (?:\w+ )?(?:work|develop|pursu|fund|being|in development|under development|active)\w*|"
    r"(?:no|without) (?:further|more|additional) (?:work|development|stud(?:y|ies)|trials?|spending)|no plans?\b|"
    r"not (?:planning|pursue|pursued|pursuing|being pursued|be pursued|continue|continued|going forward)|"
    r"will (?:spend|do|conduct) no (?:more|further)|ended (?:our |its |all |the )?(?:work|development|program|"
    r"programme|effort)|(?:have|has) (?:since )?(?:ended|closed) (?:the |our |its |that |all )?(?:work|program|"
    r"programme|development|project|effort)|"
    r"not (?:being |to be |been )?taken (?:any )?(?:further|forward)|nothing (?:more|further) (?:will|is to|is being)|"
    r"will not (?:continue with|go on with|pursue|develop)|not to (?:pursue|continue|proceed|develop|advance)|"
    r"not (?:go|be taken|be moved|proceed) (?:beyond|any further|"
    r"further)|go no further|decided against|turned away from|laid aside|put on the "
    r"shelf|set aside|scrapped|called off|mothballed|stopped developing|futility|is idle|on ice|(?:would|will) be "
    r"(?:closed|"
    r"ended|wound up)|closed for (?:commercial|business|strategic|safety|lack)|no work is|never (?:resumed|restarted)|"
    r"written off|pulled the plug|(?:did not|not) (?:advance|progress|move|go) (?:past|beyond|further|forward)|"
    r"pull(?:ing|s) the plug|brought to an end|shutter(?:ed|ing)|axed|cull(?:ed|ing)|(?:will|to|would) (?:end|stop|"
    r"close|terminate|halt|"
    r"abandon|cease|discontinue|drop|shelve) (?:the|this|that|its|our|all|further|any)? ?(?:\w+ ){0,2}?(?:programs?|"
    r"programmes?|"
    r"development|trials?|stud(?:y|ies)|work|projects?|enrol?lment)|"
    r"(?:do|does|did) not (?:currently |now )?(?:plan|intend|expect) (?:any |to (?:conduct|do|pursue|continue|"
    r"undertake|"
    r"perform) )?(?:any )?(?:further|additional|more)|ended (?:its|the|all|our|that|this)? ?(?:\w+ "
    r")?(?:trials?|"
    r"stud(?:y|ies)|testing|development)|(?:decided|elected|chosen|opted|resolved|determined|chose|decision) (?:not "
    r"to|against|to "
    r"(?:stop|end|abandon|discontinue|terminate|cease|halt|drop|shelve|close))|"
    r"not (?:\w+ )?(?:plan|intend|expect|propose)(?:ning|ing)? to (?:\w+ ){1,2}[^.;,]{0,40}?further\b|"
    r"(?:programs?|programmes?|projects?|development|efforts?|work|research)(?: (?:in|on|of|with|for) [\w -]{2,40}?)? "
    r"(?:ended|stopped|ceased|came to (?:an end|a stop|nothing)|went no further)|to (?:be )?(?:discontinued?|"
    r"terminated?)|will not "
    r"(?:be (?:continued|pursued|developed|resumed|started|conducted|initiated)|proceed|resume)|for lack of efficacy|"
    r"due to (?:a )?"
    r"(?:lack of|poor) efficacy|(?:will|to) enrol?l nobody|failure of|not warranted|failed|deprioriti[sz]ed|"
    r"deprioriti[sz]ation|not (?:now |"
    r"currently )?(?:be )?(?:developed|develop) "
    r"further|nothing further|mothballed|no longer funded|off the table|(?:put|placed|puts) [\w-]+ on (?:hold|the "
    r"shelf|ice)|termination of (?:the |its |our |all |this )?(?:[\w-]+ ){0,4}?(?:trials?|stud(?:y|ies)|programs?|"
    r"programmes?|development|work)|end(?:ed|ing) of the program|leav(?:e|es|ing) (?:that|this) (?:field|indication|"
    r"disease|use|market|ground) (?:alone|to others)|laid (?:[\w-]+ ){1,3}aside|and no further|"
    r"c[ao]me to (?:a stop|a halt|nothing)|"
    r"nothing (?:is |else )?(?:planned|foreseen|intended)|shall not (?:be (?:continued|pursued|resumed)|resume|pursue|"
    r"continue))\b",
    re.I,
)
_START = (
    r"(?:begin|start|initiate|commence|open|enter|advance|move|proceed|progress|take|launch|conduct|run|undertake|"
    r"carry out|perform|file|submit|lodge|be lodged|go to|be made|send|dose|enrol?l|test|"
    r"evaluate|study|investigate|bring|put|follow|seek|apply|go|pursue|mount|embark|treat|be (?:started|initiated|"
    r"conducted|tested|opened|filed|submitted|run|studied|dosed|evaluated|begun)|get under way|be in|expand|develop|"
    r"sponsor|fund)"
)
PLANNED = cue(
    r"\b(?:(?:plan|plans|planning|planned|intend|intends|intended|intending|expect|expects|expected|anticipate|"
    r"anticipates|anticipated|scheduled|slated|hope|hopes|aim|aims|propose|proposes|proposed|due|poised|preparing|"
    r"prepares|set|agreed|"
    rf"undertaken|obliged|committed|looking|wishes|wants|projected|targeting|ready)(?: [A-Z][\w’']+)?(?:,? "
    rf"\w+){{0,3}}? (?:to|for) (?:\w+ly )?(?:\w+ ){{0,2}}?{_START}|plans? (?:an?|its|the|another|our|Phase|two|"
    rf"three|for|further)\b|planning (?:an?|its|the|another|our|Phase|two|for)\b|"
    rf"(?:is|are|was|were|being|currently) (?:now |also |currently )?planned|planned|"
    rf"(?:will|shall|should)(?:,? \w+){{0,3}}? {_START}|(?<!continue )(?<!continues )(?<!continued )(?<!designed )"
    rf"(?<!conducted )(?<!powered )to {_START}\b|\A(?:initiate|begin|start|commence|submit|file|launch|"
    rf"advance) |(?:is|are|being) (?:being )?(?:prepared|"
    rf"designed|foreseen|envisaged|contemplated|anticipated|expected|readied|set up|drawn up|slated|scheduled)\b|"
    r"expects? (?:an?|its|the) (?:Phase|IND|NDA|BLA|MAA)|upcoming|forthcoming|next (?:step|stage) (?:is|will be)|"
    r"pencill?ed in|timetabled|earmarked|to follow|on the drawing board|(?:gets?|goes|kicks?) (?:going|under ?way|"
    r"started|off|"
    r"live) (?:in|early|late|next|before|by|this|after|mid)|(?:starts?|begins?|opens?|commences?|launches) (?:early|"
    r"late|"
    r"before|after|by|mid|this (?:spring|summer|fall|autumn|winter|year))|to be (?:run|held|begun|started|opened)|"
    r"(?:is|are) (?:also |then |next |still |yet )*to be (?:tried|tested|studied|"
    r"evaluated|given)|not before (?:19|20)\d\d|no (?:earlier|sooner) than (?:\w+ )?(?:19|20)\d\d|"
    r"on our (?:list|agenda) for|"
    r"waits? for (?:money|funds|funding|financing|a partner)|"
    r""
    r"being readied|awaits? (?:funding|a partner|financing)|"
    r"and (?:potentially |then |subsequently |later )?(?:initiate|begin|start|commence|conduct|enter|submit|"
    r"advance)(?! \w+ed)\b|"
    r"look(?:s|ing)? forward to (?:\w+ )?(?:beginning|starting|initiating|conducting|commencing|advancing|entering|"
    r"opening|moving|"
    r"enrolling|dosing|evaluating)|(?:can|could|may) (?:now )?(?:begin|initiate|start|proceed with|commence)|every "
    r"effort to (?:\w+ )?"
    r"(?:enrol?l|begin|start|submit|initiate)|goal is to|on track to (?:begin|start|initiate|enter|submit|file)|"
    r"(?<=\([a-z]\) )(?:dose|initiate|begin|start|submit|file|complete|commence|enrol?l)|shall (?:use [^.;]{0,120}? "
    r")?(?:dose|begin|start|initiate|commence|submit|file|conduct)|"
    r"(?:mean|means|meaning|seeks?|promis\w+|prepar\w+|needs?|wish(?:es)?) to (?:file|submit|begin|start|initiate|"
    r"enter|launch|conduct)|moves? (?:on )?(?:in)?to|(?<=will )be (?:lodged|made|mailed|with the)|should (?:be|follow)|"
    r"(?:is|are|was) (?:to follow|awaited|about to)|about to (?:start|begin|enter|open)|(?:opens?|clears?|"
    r"paves?) the way "
    r"(?:to|for)|in (?:the )?planning|let (?:us|it|them) (?:begin|start|go)|"
    r"agreed with the investigators|"
    r"(?:put|pushed|moved|set) (?:off|back) (?:to|until|till) (?:\w+ ){0,4}?(?:19|20)\d\d|postponed|deferred|delayed "
    r"(?:to|until)|(?:will|shall|would|to|is expected to) be followed by|to have (?:\w+ )?running|foreseen|"
    r"in preparation|preparations? (?:for|are)|preparing (?:an?|its|the|for)|"
    r"initiation (?:is "
    r")?(?:expected|planned|targeted|anticipated)|"
    r"(?:expected|anticipated|planned|targeted) (?:in|for|by|to (?:begin|start))|(?:start|starts|begins|opens) "
    r"(?:next|in (?:early|mid|late|the|20|19|Q))|(?:starts|begins|opens) in (?:January|February|March|April|"
    r"May|June|July|August|September|October|November|December))\b",
    re.I,
)
COMPLETED = cue(
    r"\b(?:completed|complete|completes|completing|completion of(?! (?:an? |the |its |our )?(?:\w+ "
    r"){0,2}(?:licen[cs]e|agreement|"
    r"merger|acquisition|offering|financing|sale|collaboration|transaction|partnership))|finished|concluded|closed|"
    r"ended|"
    r"(?:come|came|comes) through|(?:taken|took|carried|put) (?:[\w-]+ ){0,4}through|wound up|data in hand|"
    r"(?:did|do) not (?:differ|"
    r"separate)|brought (?:remissions?|relief|about)|"
    r"ran its course|came to (?:the|an|its) (?:end|close)|come to (?:the|an|its) (?:end|close)|brought to a close|"
    r"reached the end of|"
    r"wrapped up|is over|has been done|(?:has|have|had) (?:now |already )?(?:gone|been) through|passed|"
    r"reached (?:its|their|the|both|all) (?:\w+ )?(?:endpoints?|goals?|objectives?|end points?)|"
    r"(?<!interim )(?:data|results|findings)[^.;]{0,70}? (?:were|was|have been) (?:presented|reported|published|"
    r"announced|released|positive|negative|encouraging|disappointing|favou?rable)|"
    r"met (?:(?:its|the|all|both|their) )?(?:\w+ )?(?:co-)?(?:primary )?(?:endpoints?|goals?|objectives?|end "
    r"points?)|(?:did not|didn[’']t|failed to) (?:meet|reach|achieve|show|separate|demonstrate)|missed (?:its|the)|"
    r"(?:positive|final|top-?line|encouraging|disappointing|favou?rable|successful|promising|impressive) (?:\w+ "
    r"){0,2}?(?:data|results|"
    r"findings|outcome|study|trial|Phase)|reported (?:\w+ ){0,3}?(?:data|results)|(?:results|data) (?:of|from) (?:\w+ "
    r"){0,3}?(?:showed|demonstrated|were)|read out|"
    r"hit (?:its|the|their|both) (?:\w+ )?(?:endpoints?|goals?|marks?)|was achieved|now-concluded|flopped|fell short|"
    r"behind (?:it|us)\b|"
    r"showed|demonstrated|improved|lowered|slowed|halved|prolonged|outperformed|(?:reduced|decreased|cut) (?!our|"
    r"costs?|expenses?|the (?:size|number|cost|price|dose)|its (?:cost|price|work))|(?:now|since) closed|successfully|"
    r"was (?:done|carried out|conducted)|has (?:done|"
    r"run|carried out))\b",
    re.I,
)
ONGOING = cue(
    r"\b(?:ongoing|under ?way|in progress|enrol?ling|enrol?ls|recruiting|is recruiting|continues|continuing|has "
    r"begun|have begun|began|started|(?<![-‑])initiated|commenced|opened|dosing has|first patients?|first subjects?|"
    r"is (?:being )?(?:in(?! (?:preparation|planning|the planning|prospect|view|abeyance|doubt)\b)|now in|"
    r"currently in|running|conducting|evaluated|tested|studied|given|dosing|open|testing|"
    r"finishing|evaluating|studying)|are (?:in(?! (?:preparation|planning|the planning|prospect|view|abeyance|"
    r"doubt)\b)|now in|running|conducting|enrolling|testing|evaluating|studying|"
    r"under)|"
    r"is being|are being|currently|being evaluated|now in|treated the first|dosed the first|remains|is open|in the "
    r"midst|which continues|taken up again|is getting|has dosed|patients enrolled|progressing)\b",
    re.I,
)
HYPOTHETICAL = cue(
    r"\b(?:may|might|could|would|[Ii]f|[Uu]nless|whether|were to|[Ii]n the event|provided that|[Ss]hould (?=we|the|"
    r"any|either|it|they|[A-Z])|no assurance|cannot assure)\b(?! reapply)[^,;:]*$"
)
GENERIC = cue(
    r"\b(?:trials|studies) (?:are|typically|generally|usually|involve|evaluate|may be|must)\b|\b(?:typically|"
    r"generally|usually) (?:conducted|involve|in three)|three (?:sequential )?phases|"
    r"\bphase (?:[1-4]|i{1,3}|iv) (?:units?|clinics?|facilit(?:y|ies)|beds|services|centers?)\b|upon (?:the "
    r")?(?:enrol?lment|dosing|initiation|commencement|first|start|approval|filing|acceptance|allowance|completion)|"
    r"\bon (?:the )?(?:completion|initiation|commencement|start) of (?:an?|the first|its first|any)\b|\b(?:NDA|BLA|"
    r"MAA)s? (?:or|and/or) (?:an? |the )?s?(?:NDA|BLA|MAA)|\bissues? (?:either )?an? (?:approval|complete response)|"
    r"\bdue (?:on|upon) \b|\b(?:time|deadline|date) for (?:beginning|starting|initiating|commencing|filing|"
    r"submitting)\b|\bpayable "
    r"(?:upon|on)|\bshall (?:pay|use|submit|not(?! (?:resume|continue|pursue)))\b|\bpayments? (?:of|upon|on)\b",
    re.I,
)
OF_OTHERS = cue(
    r"\b(?:several|other|many|some|various|numerous) (?:other )?(?:[a-z]+ )?(?:companies|groups|competitors|firms|"
    r"parties) "
    r"(?:have|are|may)\b",
    re.I,
)
VOLUNTEERS = cue(r"\b(?:healthy )?(?:volunteers|healthy (?:\w+ )?(?:subjects|adults|men|people|participants))\b", re.I)
PERIOD = late(
    r"\b(?:(?:the )?(?:first|second|third|fourth|last|next) (?:quarter|half)(?: of)?(?: (?:fiscal |calendar )?(?:19|"
    r"20)\d\d)?|[1-4]Q ?(?:19|20)?\d\d|Q[1-4] ?(?:19|20)\d\d|[12]H ?(?:19|20)?\d\d|H[12] (?:19|20)\d\d|"
    r"(?:early|mid|late|mid-|end of|by the end of|middle of|beginning of|spring|summer|fall|autumn|winter)(?: (?:in|"
    r"of))?[ -](?:19|20)\d\d|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2},)? (?:19|"
    r"20)\d\d|(?:next|this|the|coming) (?:spring|summer|fall|autumn|winter|year|month|quarter)|"
    r"(?:by |the )?(?:year[- ]end|end of the year)(?: (?:19|20)\d\d)?|before the end of the year|(?<=in )(?:19|"
    r"20)\d\d|(?<=during )(?:19|20)\d\d|(?<=for )(?:19|20)\d\d|(?<=planned )(?:19|20)\d\d|(?<=by )(?:19|20)\d\d)"
)


_NEW_CLAUSE = late(
    r"(?:,|;) (?:and|but|while|whereas) | (?:and|but) (?=(?:plans?|will|intends?|expects?|has|is|we)\b)"
)


_FOR_A_TIME = frozenset(("suspended", "halted", "stopped", "ceased"))
_UNTIL = late(r"\b(?:pending|temporar\w+|until|while (?:the|we|it)|for a time|taken up again|"
                    r"(?:has|have|had|was|were|is|are) "
                    r"(?:since |now |later )?resumed|(?<!never )(?<!not )resum(?:es|ption)|restarted)\b")  # fmt: skip


def _of_another_clause(text: str, end: int, place: int) -> bool:
    """Does an end told before the clause of a stage leave that stage alone ("will not pursue A, and plans … in B")?"""
    cuts = [m.end() for m in _NEW_CLAUSE.finditer(text, end, max(end, place))]
    return bool(cuts) and bool(PLANNED.search(text, cuts[-1]) or ONGOING.search(text, cuts[-1]))


_IS_ON = late(r"\b(?:this|that|the|which) (?:[\w/-]+ ){0,2}?(?:trial |study )?(?:is|are) (?:now |currently |also )?"
              r"(?:ongoing|under ?way|in progress|enrol?ling|recruiting)\b")  # fmt: skip
"""What says of a trial told before as agreed or intended that it is on."""


def _intended(text: str, start: int, planned: Sequence[re.Match[str]]) -> bool:
    """Do words that tell a course stand in what is only planned ("expects to enroll the first patient")?"""
    return any(0 <= start - m.end() < 25 and not re.search("[,;]", text[m.end() : start]) for m in planned)


def status_of(text: str, trigger: Trigger | None = None, offset: int = 0) -> tuple[str, bool]:
    """(status, said): what `text` says of the course of the stage it names; `said` is False where nothing is said.

    `offset` is where `text` starts in the string that `trigger` counts in; of several cues the more telling wins:
    an end before a plan, a plan before a completion when it stands nearer to the stage.
    """
    plain = text
    for match in _ENROLLED.finditer(text):
        plain = plain[: match.start()] + "~" * len(match[0]) + plain[match.end() :]
    planned = list(PLANNED.finditer(plain))
    done = [m for m in COMPLETED.finditer(plain) if not _intended(plain, m.start(), planned)]
    going = [m for m in ONGOING.finditer(plain) if not _intended(plain, m.start(), planned)]
    ended = DISCONTINUED.search(plain)
    if (
        ended
        and not re.search(
            r"\b(?:may|might|could|if|not been|never|not) (?:be )?(?:\w+ )?$",
            plain[max(0, ended.start() - 20) : ended.start()],
            re.I,
        )
        and not (ended[0].lower() in _FOR_A_TIME and _UNTIL.search(plain))
        and not (trigger is not None and _of_another_clause(plain, ended.end(), trigger.start - offset))
    ):
        return "discontinued", True
    if planned and not done and trigger is not None and _IS_ON.search(plain, trigger.end - offset):
        return "active", True
    if trigger is not None and ((planned and (done or going)) or (done and going)):
        middle = (trigger.start + trigger.end) // 2 - offset

        def distance(matches: list[re.Match[str]]) -> int:
            return min((min(abs(m.start() - middle), abs(m.end() - middle)) for m in matches), default=10**6)

        order = sorted(
            (distance(found), rank, name)
            for rank, (name, found) in enumerate((("planned", planned), ("completed", done), ("active", going)))
        )
        if done and going and not planned:
            strong = any(re.match(r"complet|finish|conclud|met|ended|closed", m[0], re.I) for m in done)
            return ("completed" if strong else order[0][2]), True
        return order[0][2], True
    if planned and not (going and _IS_ON.search(plain)):
        return "planned", True
    if planned:
        return "active", True
    if done:
        return "completed", True
    return "active", bool(going or plain != text)
