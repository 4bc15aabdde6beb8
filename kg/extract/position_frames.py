"""The grammar of appointments, departures and offices held: masked sentence → who, which office, what happened, when.

Each frame is a pattern over a masked sentence (see `person_mask`), P a person, T a title, O an organisation, D a date,
with the rule that it stands for. Frames are tried in order; what one has read, a later one leaves alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.person_mask import D, P, T
from kg.extract.rules import Rule


@dataclass(frozen=True, slots=True)
class Frame:
    """One pattern. `event` for the persons in group p; `other` for those in q, who held the office before or after."""

    rule: Rule
    pattern: re.Pattern[str]
    event: str
    other: str | None = None


def gap(most: int) -> str:
    """Up to `most` characters without person, title or semicolon."""
    return rf"[^{P[1:-1]}{T[1:-1]};]{{0,{most}}}?"


PL = rf"{P}(?:(?:,\s(?:and\s)?|\sand\s|\s&\s|;\s(?:and\s)?|,\sas\swell\sas\s|\stogether\swith\s|\sand\sof\s){P})*"
NOTED = rf"{P}(?:\s\([^();]{{1,60}}\))?(?:(?:,\s(?:and\s)?|\sand\s|\s&\s|;\s(?:and\s)?){P}(?:\s\([^();]{{1,60}}\))?(?!,?\s{T}))*"
TL = (
    rf"{T}(?:(?:,\s|,?\s(?:and|&)\s|,?\sas\swell\sas\s|,?\sand\salso\s)(?:\(i+\)\s)?(?:also\s)?(?:(?:as|from|of|to"
    rf"|to\sbe)\s)?{T}(?!,?\s{P}))*"
)
APPOSED = (
    rf"(?:(?:,\s|\s\(|\s[-–—]\s)(?:who\s(?:is|was|has\sbeen)\s)?(?:currently\s|presently\s|now\s|most\srecently\s"
    rf"|formerly\s|previously\s)?{T}[^{P[1:-1]}{T[1:-1]};]{{0,60}}?)?"
)
SUBJECT = rf"(?P<p>{PL}){APPOSED}"
_BE = r"(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen|will\sbe|to\sbe|be|been|being|is\sbeing|shall\sbe|got)"
APPOINT = (
    r"(?i:(?:re-?)?(?:appoint(?:s|ed|ing)?|elect(?:s|ed|ing)?|elevat(?:es?|ed|ing)|name[sd]?|naming"
    r"|promot(?:es?|ed|ing)|hire[sd]?|hiring|made|makes|making|choos(?:es?|ing)|chose|chosen|select(?:s|ed"
    r"|ing)?|recruit(?:s|ed|ing)?"
    r"|install(?:s|ed)?|designat(?:es?|ed|ing)|engag(?:es?|ed|ing)|tapp(?:s|ed)|taps|brought(?:\sin|\son)?"
    r"|brings(?:\sin|\son)?|voted(?:\sin)?|asked|asks|add(?:s|ed|ing)|welcom(?:es?|ed|ing)|confirm(?:s|ed)?"
    r"|co-?opt(?:s|ed)|picked|picks|tasked|called|invited|advanced|employ(?:s|ed)))"
)
_NOMINAL = (
    r"(?i:(?:re-?)?(?:appointment|election|elevation|promotion|hiring|hire|naming|selection|designation|arrival"
    r"|addition|installation|nomination\sand\selection|recruitment|accession|re-?election)s?)"
)
TO_T = (
    r"(?:\s(?:as|to\sbe|to\sbecome|to\sserve\s(?:as|on|in)|to\sact\sas|to\sfill|to\sjoin|to|for|into"
    r"|in\sthe)(?:\sits|\sthe)?(?:\s(?:additional|new|newly\screated|combined|vacant|interim))?(?:\s(?:position"
    r"|positions|office|offices|post|posts|role|roles|title|capacity|seat|functions?|duties|job)s?\sof"
    r"|\sthe\sseat\sof)?)"
)
DEPART = (
    r"(?:re?signs?|resigned|resigning|retires?|retired|retiring|steps?\s(?:down|aside|back)|stepped\s(?:down"
    r"|aside|back)|stepping\s(?:down|aside|back)|departs?|departed|departing|(?:left|leaves?"
    r"|leaving)(?!\sof\sabsence|\s(?:us|[\ue400-\ue5ff])\s(?:no|with|a|the|little|some)\s|\sopen|\sit\s"
    r"|\sbehind|\sno\s)|relinquish(?:es|ed|ing)?|vacat(?:es?|ed|ing)"
    r"|gave\sup|gives?\sup|giving\sup|hand(?:s|ed|ing)?\sover|lays?\sdown|laid\sdown|ceas(?:es?|ed"
    r"|ing)(?:\sto\s(?:be|serve|act|hold))?|no\slonger\s(?:be|is|are|serves?|acts?|holds?)|(?:was|were|is|are"
    r"|been|be)\s(?:removed|terminated|dismissed|relieved|released|discharged|ousted|replaced)"
    r"|surrender(?:s|ed)?|quits?|concluded?\s(?:his|her|its)|not\s(?:to\s)?(?:stand|seek|offer"
    r"|be\sstanding)(?:\sfor)?(?:\sre-?election)?|(?:offer|stand|seek|run)(?:ed|s)?\s(?:himself|herself"
    r"|themselves)?\s?(?:for\sre-?election\s)?again|declined\sto\sstand|died|passed\saway|(?:was|were)\slet\sgo|end(?:s|ed)\s(?:his"
    r"|her)\s(?:service|tenure|term)|move[sd]?\son"
    r"|transition(?:s|ed|ing)?|exit(?:s|ed|ing)?|conclude[sd]?|complete[sd]?\s(?:his|her)\sterm|rel?ieved\sof"
    r"|(?:went|goes|go|going|gone)\s(?:on|into)\s(?:\w+\s)?retirement|(?:took|takes?|taking)\s(?:\w+\s)?retirement|enter(?:s|ed)?\s(?:upon\s)?(?:his|her)?\s?retirement)"
)
_GONE = (
    r"(?i:resignations?|retirements?|departures?|removal|dismissal|termination|death|passing|loss|exit|ouster"
    r"|demise|separation)"
)
_FROM_T = (
    r"(?:\s(?:as|from|for\sre-?election\s(?:as|to)|being|(?:from\s)?(?:his|her|their|the|all|that|those"
    r"|such)?\s?(?:current\s|existing\s|additional\s|second\s|other\s|further\s|respective\s|former\s)?(?:positions?|offices?|posts?|roles?|duties|dut(?:y|ies)|services?"
    r"|functions?|employment|seats?|capacit(?:y|ies)|responsibilities|titles?|job|employ"
    r"|term)(?:\s\(i+\))?(?:\s(?:as|of|on|with))?)(?:\s\(?(?:i+|1|a)\))?(?:\sas)?(?:\sthe)?)"
)
_STILL = (
    r"(?<!to\s)(?:is|are|has\s(?:(?:also|since|long|always|now|likewise)\s)?been|have\s(?:(?:also|both|each)\s)?been|serves|serve|has\s(?:also\s|since\s)?served|have\sserved|acts|act|has\sacted"
    r"|continu(?:es?|ed|ing)(?:\s(?:to\s(?:serve|be|act|hold)|in\s(?:his|her|their|the)\s(?:\w+\s)?(?:role"
    r"|office|position|post|capacity)))?|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?(?:\son)?|holds|has\sheld|keeps"
    r"|kept|retain(?:s|ed|ing)?|occupies|sits|sit|has\ssat|have\ssat|heads|leads|runs|oversees|directs|has\s(?:run|led|headed)"
    r"|will\s(?:remain|continue|stay|retain|keep|also\sremain|also\scontinue)(?:\s(?:on|to\sserve|to\sbe"
    r"|to\sact|in\s(?:his|her|their|the)\s(?:\w+\s)?(?:role|office|position|post|capacity)))?|now\sserves"
    r"|doubles|functions|chairs\sit\sas|am|having\sbeen|which\sremains|being)"
)
_HELD_T = (
    r"(?:\s(?:as|on|in|the|also|currently|presently|now|concurrently|additionally|jointly|in\saddition|to\sbe|both"
    r"|its|with\sus|with\s\S+|to\sserve|a\smember\sof)|,\sin\saddition,|\s(?:the\s)?(?:position|office|post|role"
    r"|title|function|job)s?\sof){0,4}"
)


def _frame(
    number: str,
    description: str,
    pattern: str,
    event: str,
    other: str | None,
    positive: tuple[str, ...],
    negative: tuple[str, ...] = (),
    confidence: float = 0.9,
) -> Frame:
    return Frame(
        Rule(f"position-{number}", 1, description, positive, negative, confidence), re.compile(pattern), event, other
    )


FRAMES: tuple[Frame, ...] = (
    _frame(
        "withdrawn", "A resignation taken back: the office is still held.",
        rf"(?P<p>{P})(?={gap(0)}[^;]{{0,200}}\b(?:withdr[ae]w\w*|rescind\w*|revok\w+|took\sback|retract\w*"
        rf"|reconsidered|treated\sas\swithdrawn)\b)(?=[^;]{{0,260}}\b(?:resign\w*|notice)\b"
        rf"|[^;]{{0,60}}\bwithdr\w+)[^{P[1:-1]};]{{0,160}}?(?P<t>{TL})",
        "holds", None,
        ("On May 3, 2011 Jane Roe, our Treasurer, withdrew the resignation that she had submitted in April.",),
    ),
    _frame(
        "succeeds", "Somebody succeeds somebody in an office: an appointment and a departure.",
        rf"{SUBJECT}{gap(90)}\b(?:succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|follow(?:s|ed)|takes?\sover\sfrom"
        rf"|took\sover\sfrom|takes?\sthe\splace\sof|took\sthe\splace\sof|relie(?:ves"
        rf"|ved))\s(?P<q>{P})(?:’s)?(?:,\swho{gap(60)})?(?:\sas|\sin\sthe\s(?:office|post|role|position)\sof|,"
        rf"|\sin\s(?:his|her)\s(?:role|position|post)\sas|{gap(30)}\bas)\s(?P<t>{TL})",
        "appointed", "departed",
        ("On April 4, 2012 Mr. John Doe succeeded Jane Roe as General Counsel.",
         "Ann Poe succeeds Jane Roe as Treasurer effective June 1, 2015."),
    ),
    _frame(
        "replacing", "In place of an officer there is now another; the verb comes first.",
        rf"\b(?i:replacing|succeeding|following)\s(?P<q>{P})(?:’s)?,?\s(?:as|in\sthe\s(?:post|office|role"
        rf"|position)\sof)\s(?P<t>{TL})[^;{P[1:-1]}]{{0,60}}?\s(?:is|was|will\sbe|comes|came)\s(?P<p>{P})",
        "appointed", "departed",
        ("Replacing John Doe as Treasurer on June 4, 2012 is Jane Roe.",),
    ),
    _frame(
        "takes-over-from", "An office taken over from somebody.",
        rf"(?P<p>{P})[^;{P[1:-1]}]{{0,160}}?\b(?:takes?|took|taking)\sover\s(?:as|the\s(?:post|office|role"
        rf"|position|duties)\sof)\s(?P<t>{TL}){gap(40)}\bfrom\s(?P<q>{P})",
        "appointed", "departed",
        ("Effective May 1, 2012 Jane Roe took over as Treasurer from John Doe.",),
    ),
    _frame(
        "succeeded-by", "An officer is succeeded or replaced by somebody: a departure and an appointment.",
        rf"(?P<p>{P})(?:,\s(?P<t>{T}),?)?{gap(80)}\b(?:will\sbe|was|is|has\sbeen|be)\s(?:succeeded|replaced"
        rf"|followed)(?:\sas\s(?P<t2>{TL}))?{gap(30)}\sby\s(?P<q>{P})",
        "departed", "appointed",
        ("On June 1, 2015 Jane Roe was succeeded as Treasurer by John Doe.",),
    ),
    _frame(
        "succeeded-then", "Who follows the officer who leaves an office, in the same breath.",
        rf"(?P<t>{T})[^;{P[1:-1]}{T[1:-1]}]{{0,80}}?\b(?:was|is|will\sbe|has\sbeen|be)\s(?:then\s)?(?:succeeded|replaced|followed)"
        rf"(?:\sin\s(?:that|this|the)\s(?:office|post|role|position|capacity))?\sby\s(?P<p>{P})",
        "appointed", None,
        ("On May 31, 2012 John Doe retired as Secretary and was succeeded in that office by Jane Roe.",),
    ),
    _frame(
        "appointed-passive", "A person was appointed, elected, named, promoted … to an office.",
        rf"{SUBJECT}(?:,?\s(?:who|whom))?{gap(110)}\b{_BE}\s(?:\w+ly\s|also\s|then\s|both\s"
        rf"|this\sday\s)?{APPOINT}\b(?:{gap(70)}{TO_T}|\sto|,)?\s(?P<t>{TL})",
        "appointed", None,
        ("Jane Roe was elected a director on May 9, 2006.",
         "John Doe has been promoted to Vice President, Market Access, effective July 1, 2014.",
         "Ann Poe, our Controller, was also named Acting Treasurer on June 1, 1998."),
        ("Jane Roe has been nominated as a director.", "The compensation of directors was set by the board."),
    ),
    _frame(
        "fills-vacancy", "A vacancy on the board is filled with a person.",
        rf"\b(?i:fill(?:s|ed|ing)?)\s(?P<t>{T}){gap(60)}\b(?:by\s(?:the\s)?(?:electing|appointing|naming"
        rf"|choosing|election\sof|appointment\sof|adding)|with)\s(?P<p>{PL})(?!{APPOSED}(?:,|)(?:\sas)\s{T})",
        "appointed", None,
        ("On March 10, 2003 the board filled the vacancy by electing Jane Roe.",),
    ),
    _frame(
        "seats", "In the seats of others, persons were elected.",
        rf"\b(?i:in|to|for)\s(?P<t>{T})[^;{P[1:-1]}{T[1:-1]}]{{0,40}}?\b(?:elected|appointed|chose"
        rf"|named){gap(20)}\s(?P<p>{PL})(?!\sas\s)",
        "appointed", None,
        ("Two directors left on May 4, 2000. In their seats you elected Jane Roe and John Doe.",),
    ),
    _frame(
        "whom-elected", "An officer whom somebody elected.",
        rf"(?P<t>{T})[^;{T[1:-1]}]{{0,80}}?(?P<p>{P}),\s(?:whom\s{gap(60)}\b(?:elected|appointed|chose|named"
        rf"|added)|who\s(?:was|has\sbeen)\s(?:elected|appointed|added|chosen))\b(?=[^;{T[1:-1]}]{{0,60}}{D})",
        "appointed", None,
        ("Our directors are John Doe and Ann Poe, whom the shareholders elected on May 3, 2009.",),
    ),
    _frame(
        "hands-over", "An officer hands the office over to another.",
        rf"(?P<p>{P})(?:,\s|\s\()(?P<t>{T})[^;{P[1:-1]}]{{0,60}}?\b(?:hand(?:s|ed|ing)?\sover|pass(?:es"
        rf"|ed)?(?:\son)?|turn(?:s|ed)?\sover|yield(?:s|ed)?|cede[sd]?)\s[^;{P[1:-1]}]{{0,40}}?\bto\s(?P<q>{P})",
        "departed", "appointed",
        ("Jane Roe, our Chairman, will hand over the chair to John Doe on June 1, 2012.",),
    ),
    _frame(
        "appointed-list", "Several persons named after the office they were appointed to.",
        rf"\b{APPOINT}\b(?:\sto\sserve)?(?:{TO_T})?\s(?P<t>{T}){gap(140)}(?::|—|–|\b(?:namely|are|were|being"
        rf"|in\sthe\spersons\sof)\b)\s(?P<p>{PL})",
        "appointed", None,
        ("At our meeting on May 1, 2008 the following were elected directors: Jane Roe, John Doe and Ann Poe.",),
    ),
    _frame(
        "appointed-active", "Somebody appointed, elected, named, hired … a person to an office.",
        rf"(?<![”\"“]\s)\b{APPOINT}(?:\sof)?(?:\s(?:each\sof|both|all\sof|all|also|then|the\sfollowing|one\sof\sits\sown"
        rf"|a\sformer\s\w+|its\sown))?,?\s(?P<p>{PL}){APPOSED}(?:{gap(90)}{TO_T}|,|\sa|,\sas)?\s(?P<t>{TL})",
        "appointed", None,
        ("On May 2, 2011 the board appointed Jane Roe, Ph.D., age 51, as Chief Financial Officer.",
         "The company has named John Doe Vice President, Sales.",
         "On June 1, 2004 the directors elected Ann Poe to the Board."),
        ("Shareholders will be asked to elect Jane Roe as a director.",
         "We have offered John Doe the position of Treasurer."),
    ),
    _frame(
        "appointed-nominees", "The nominees elected, after a colon or beside the board.",
        rf"\b(?i:elected|re-elected|appointed)\s(?:to\s(?P<t>{T})\s)?[^;{P[1:-1]}{T[1:-1]}]{{0,30}}?\b"
        rf"(?:nominees|individuals|persons|people|directors|candidates"
        rf"|following)\b{gap(60)}(?:\s(?P<t2>{T}))?{gap(80)}(?::|—|–|,)\s(?:namely,?\s)?(?P<p>{PL})",
        "appointed", None,
        (
            "At the meeting on June 5, 2012 the stockholders elected the following nominees to the Board: Jane"
            " Roe, John Doe and Ann Poe.",),
    ),
    _frame(
        "promoted-from", "A person promoted from one office to another.",
        rf"(?:\b(?i:promot(?:ed|es|ing)|elevat(?:ed|es)|mov(?:ed|es))\s(?P<p>{P})"
        rf"|(?P<p2>{P})[^;{P[1:-1]}{T[1:-1]}]{{0,60}}?\b(?:was|has\sbeen|is|will\sbe)\s(?:promoted|elevated"
        rf"|moved))\sfrom\s{T}\s?{gap(30)}\bto\s(?P<t>{TL})",
        "appointed", None,
        ("On May 3, 2010 the board promoted Jane Roe from Controller to Chief Financial Officer.",),
    ),
    _frame(
        "appointment-of", "The appointment, election or promotion of a person to an office.",
        rf"\b{_NOMINAL}\s(?:on\s{D}\s|\(?effective{gap(20)}{D}\)?,?\s)?of\s(?:(?:one\sof\sits\sown"
        rf"|our\sown),\s)?(?P<p>{PL})(?:{gap(90)}{TO_T}|,(?:\sas)?)?\s(?P<t>{TL})",
        "appointed", None,
        ("On May 2, 2011 the board approved the appointment of Jane Roe as Chief Financial Officer.",),
        ("The proposal for the election of Jane Roe as a director will be voted on.",),
    ),
    _frame(
        "appointment-own", "His or her appointment to an office.",
        rf"(?P<p>{P})(?:['’]s?)?\s(?:\w+\s)?{_NOMINAL}{TO_T}\s(?P<t>{TL})",
        "appointed", None,
        ("Jane Roe’s appointment as Treasurer takes effect on June 3, 2013.",),
    ),
    _frame(
        "becomes", "A person becomes, or takes over as, an officer.",
        rf"{SUBJECT}(?:,?\s(?:who|and))?{gap(110)}\b(?:becom(?:es?|ing)|became|assum(?:es?|ed|ing)"
        rf"|takes?\s(?:over|up|on|office)|took\s(?:over|up|on|office)|taking\s(?:over|up|on|office)|step(?:s"
        rf"|ped|ping)?\s(?:in|into|up)|fill(?:s|ed|ing)?|accepted|accepts|moves?\s(?:up\s)?(?:in)?to"
        rf"|moved\s(?:up\s)?(?:in)?to|advance[sd]\sto|rises?\sto|rose\sto|return(?:s|ed)?)\b"
        rf"(?:{gap(40)}{TO_T}|{gap(30)}\s(?:the|his|her|its)?\s?(?:additional\s)?(?:positions?|offices?|posts?"
        rf"|roles?|titles?|duties|responsibilities|functions?|helm|job|seat)(?:\sand\s\w+)?(?:\sof|\sas)"
        rf"|{gap(30)}\sas)?\s(?P<t>{TL})",
        "appointed", None,
        ("Jane Roe became Chief Financial Officer on May 1, 1999.",
         "Dr. John Doe will assume the post of Chief Medical Officer on July 1, 2010."),
    ),
    _frame(
        "joins", "A person joins the company in an office.",
        rf"{SUBJECT}(?:,?\s(?:who|and))?{gap(110)}\b(?P<v>join(?:s|ed|ing)?|com(?:es?|ing)\sto|came\sto"
        rf"|enter(?:s|ed|ing)?|start(?:s|ed|ing)?|begins?|began|commence[sd]?|signs?\son|signed\son"
        rf"|comes?\s(?:aboard|on\sboard)|came\s(?:aboard|on\sboard)){gap(90)}\s(?:as|in\sthe\s(?:role|position"
        rf"|post|office|capacity)\sof|to\sbe|to\sserve\sas|to\sbecome)\s(?P<t>{TL})",
        "joined", None,
        ("Jane Roe joined the company on March 5, 2007 as Vice President, Research.",),
    ),
    _frame(
        "joins-board", "A person joins the board.",
        rf"{SUBJECT}(?:,?\s(?:who|and))?{gap(80)}\bjoin(?:s|ed|ing)?\s(?P<t>{T})",
        "appointed", None,
        ("Jane Roe joined our board on March 5, 2007.",),
    ),
    _frame(
        "will-serve", "A person will serve in an office, or has been asked or has agreed to.",
        rf"{SUBJECT}(?:,?\s(?:who|and))?{gap(90)}\b(?:will|shall|is\sto|are\sto|agreed\sto|asked{gap(30)}\sto"
        rf"|consented\sto|continues\sto\shelp\sand\sto)\s(?:also\s|then\s|now\s|thereupon\s"
        rf"|henceforth\s)?(?:(?:serve|act|work|lead\s\S+|head\s\S+)\b(?!\sa\sterm){gap(70)}(?:\s(?:as|on"
        rf"|in\sthe\s(?:role|position|capacity)\sof))|be)\s(?P<t>{TL})(?!['’])",
        "appointed", None,
        ("John Doe, the Controller, will serve as Acting Treasurer, beginning September 1, 2012.",),
        ("Jane Roe will be a panelist with directors of other companies.",),
    ),
    _frame(
        "appointed-too", "Somebody who did one thing was then appointed to an office.",
        rf"(?P<p>{P})[^;{P[1:-1]}]{{0,220}}?(?:,|\sand|\sbefore\sbeing|\suntil)\s(?:(?:subsequently|later|then"
        rf"|most\srecently|also|in\s{D}|on\s{D}|who|he|she)\s|,\s)*(?:(?:was|were|has\sbeen|have\sbeen|is"
        rf"|will\sbe)\s(?:\w+ly\s|also\s|then\s|later\s)?{APPOINT}(?:{gap(40)}{TO_T}|\sto)?|became|becomes"
        rf"|will\sbecome|assumed\sthe\s(?:position|role|office|post|title|duties)\sof"
        rf"|took\sover\sas)\s(?P<t>{TL})",
        "appointed", None,
        (
            "Jane Roe joined us in April 2008 as Vice President, Biology and was promoted to Chief Scientific"
            " Officer in February 2011.",),
        ("Jane Roe joined us in 2008 and was Treasurer until 2010.",),
    ),
    _frame(
        "gives-up-to-become", "Somebody who gives up one office to take another.",
        rf"(?P<p>{P})[^;{P[1:-1]}]{{0,160}}?\b(?:{DEPART})\b[^;{P[1:-1]}]{{0,80}}?\s(?:in\sorder\s)?to"
        rf"\s(?:become|take\sover\sas|assume\sthe\s(?:office|post|position|role|duties)\sof|serve\sas|take\sup"
        rf"\sthe\s(?:office|post|position|role)\sof)\s(?P<t>{TL})",
        "appointed", None,
        ("On June 24, 2009 Jane Roe gave up her post as Controller to become Chief Financial Officer.",),
        ("Jane Roe gave up her post as Controller to become a professor.",),
    ),
    _frame(
        "office-taken-up", "An officer, and when he or she was appointed to that office or took it up.",
        rf"(?P<p>{P})(?:,?\s(?:is|serves\sas)|,)\s(?P<t>{T}),\s(?:(?:an?|which)\s(?:post|position|office|role)?\s?"
        rf"(?:to\swhich|that|which)?\s?(?:{P}\s)?(?:was\s{APPOINT}|assumed|took\s(?:up|on)|came\sto|entered)"
        rf"|who\s(?:took\s(?:up|on|over)|assumed|entered(?:\supon)?|came\sto)\s(?:that|the|this|such)"
        rf"\s(?:post|position|office|role))\b(?=[^;{P[1:-1]}{T[1:-1]}]{{0,40}}{D})",
        "appointed", None,
        ("Jane Roe is Treasurer, a post to which she was appointed on May 4, 2004.",
         "Jane Roe, Treasurer, who took up that office on May 4, 2004; John Doe, Controller."),
        ("Jane Roe is Treasurer, a post of which she was proud on May 4, 2004.",),
    ),
    _frame(
        "appointed-inverted", "The office first, then the person appointed to it.",
        rf"(?<![”\"“]\s)\b(?:has|have|had)\s{APPOINT}{TO_T}\s(?P<t>{TL}),?\s(?:to\s[^;{P[1:-1]}{T[1:-1]}]{{0,120}}?,\s)?(?P<p>{P})",
        "appointed", None,
        ("The board has appointed as Treasurer, to serve from May 4, 2004 until the meeting, Jane Roe.",),
    ),
    _frame(
        "goes-to", "An office goes to a person.",
        rf"(?P<t>{T})[^;{P[1:-1]}]{{0,60}}?\b(?:goes|went|passes|passed|falls|fell|go|pass|(?:will\sbe|was|were"
        rf"|are|is|has\sbeen|have\sbeen)\s(?:given|assumed|taken(?:\sover)?|filled|entrusted|assigned"
        rf"|conferred)|given|entrusted|assigned)\b{gap(40)}\b(?:to|by|on|with)\s(?:the\s(?:appointment|election"
        rf"|promotion|hiring)\sof\s)?(?P<p>{P})",
        "appointed", None,
        ("The office of Treasurer passed to Jane Roe on June 1, 2001.",),
    ),
    _frame(
        "departed-too", "Somebody who did one thing also leaves an office.",
        rf"(?P<p>{P})[^;]{{0,220}}?,?\s(?:and|but)\s(?:(?:will|has|have|had|did|does|would|also|then|both"
        rf"|thereupon)\s)+(?:not\s)?{DEPART}\b(?:\s{P}’s)?(?:{gap(60)}{_FROM_T}|\sas|,)\s(?P<t>{TL})",
        "departed", None,
        (
            "Jane Roe, our Chairman, will hand over to John Doe on May 4, 2012, and will not stand for"
            " re-election as a director at that time.",),
    ),
    _frame(
        "departed-as", "A person resigned, retired, stepped down … from an office.",
        rf"{SUBJECT}(?:['’]s?\s(?:own\s)?(?:decision|intention|intent|plans?|wish|desire|election"
        rf"|agreement)\sto)?(?:,?\s(?:who|and))?{gap(150)}\b{DEPART}\b(?:\s{P}’s)?(?:{gap(60)}{_FROM_T}|\sas"
        rf"|,)?\s(?P<t>{TL})",
        "departed", None,
        ("John Doe resigned as Chief Scientific Officer on December 3, 2004.",
         "On May 7, 2010, Ann Poe gave notice that she will step down as Treasurer on June 30, 2010.",
         "Jane Roe ceased to be a director on May 5, 2001."),
    ),
    _frame(
        "departure-of", "The resignation, retirement, removal or death of a person, with the office.",
        rf"\b{_GONE}(?:,?\s(?:on|effective|as\sof|effective\sas\sof){gap(12)}{D},?)?,?\sof\s(?:the\s)?"
        rf"(?P<p>{P})(?P<who>,\swho\s[^{P[1:-1]};]{{0,120}}?\b(?:was|served\sas|is|has\sbeen|had\sbeen"
        rf"|had\sserved\sas)|{gap(70)}(?:{_FROM_T})|,)?\s(?P<t>{TL})",
        "departed", None,
        ("The board accepted the resignation of Jane Roe as Treasurer on November 6, 2003.",
         "We report the death on May 4, 2002 of John Doe, our Chairman."),
    ),
    _frame(
        "departure-of-title", "The resignation or death of our officer so-and-so.",
        rf"\b{_GONE}(?:,?\s(?:on|effective|as\sof){gap(12)}{D},?)?,?\sof\s(?P<t>{T}),?\s(?P<p>{P})",
        "departed", None,
        ("We announce the retirement of our Chief Medical Officer, Jane Roe, on March 1, 2003.",),
    ),
    _frame(
        "tendered", "Persons gave, tendered or submitted a resignation from an office.",
        rf"{SUBJECT}{gap(90)}\b(?:tender(?:s|ed|ing)?|submit(?:s|ted|ting)?|gave|gives?|giving|given"
        rf"|deliver(?:s|ed)|hand(?:s|ed)\sin|announce[sd]?|offered|provided|notif(?:ies"
        rf"|ied)){gap(60)}\b(?:resignations?|retirement|intention\sto\s(?:resign"
        rf"|retire)){gap(60)}{_FROM_T}\s(?P<t>{TL})",
        "departed", None,
        ("On May 16, 2012 Jane Roe and John Doe each tendered a resignation from the Board.",),
    ),
    _frame(
        "title-passes", "A person had an office that now goes to another.",
        rf"(?P<p>{P})\s(?:was|had\sbeen)\s(?P<t>{T}),\s(?:an?|the)\s(?:title|post|office|job|role"
        rf"|position){gap(40)}\b(?:goes|went|passes|passed|falls|fell){gap(20)}\sto\s(?P<q>{P})",
        "departed", "appointed",
        ("Jane Roe was promoted on June 1, 2003; she was Treasurer, a post that now goes to John Doe.",),
    ),
    _frame(
        "departure-own", "His or her resignation or death, with the office.",
        rf"(?P<p>{P})(?:['’]s?|,\swhose)?\s(?:\w+\s)?{_GONE}\b(?:{gap(60)}{_FROM_T}|,)\s(?P<t>{TL})",
        "departed", None,
        ("Jane Roe’s resignation as Treasurer took effect on June 3, 2013.",
         "She takes the place of John Doe, whose resignation as Treasurer took effect on May 1, 1998."),
    ),
    _frame(
        "employment-ended", "Employment in an office was terminated.",
        rf"\b(?:employment|service|services|engagement|mandate|tenure|term)\s(?:of"
        rf"|with)\s(?P<p>{P})(?:{gap(20)}\s(?:as|in\sthe\soffice\sof)|,)\s(?P<t>{TL}){gap(40)}\b(?:terminat\w+"
        rf"|end(?:s|ed)|ceas\w+|conclude[sd]|expire[sd])\b",
        "departed", None,
        ("On July 31, 2013 the employment of John Doe as Chief Medical Officer was terminated without cause.",),
    ),
    _frame(
        "dismissed", "Somebody dismissed or removed a person from an office.",
        rf"\b(?:dismiss(?:ed|es|ing)?|remov(?:ed|es|ing)|terminat(?:ed|es|ing)|discharg(?:ed|es)|relieved|fired"
        rf"|ousted)\s(?:the\semployment\sof\s)?(?P<p>{P}){gap(40)}{_FROM_T}\s(?P<t>{TL})",
        "departed", None,
        ("On May 1, 2009 the board removed John Doe as President.",),
    ),
    _frame(
        "departed-bare", "An officer leaves, retires or dies; the office stands beside the name.",
        rf"(?P<p>{P})(?:,\s|\s\(|,?\s(?:who|which)\s(?:was|is|had\sbeen|has\sbeen|served\sas"
        rf"|has\sserved\sas)\s)(?P<t>{TL})(?=[^;{P[1:-1]}]{{0,130}}?(?:{P}[^;{P[1:-1]}{T[1:-1]}]{{0,30}}?)?\b"
        rf"(?P<v>{DEPART})\b(?!\s(?:as|from|of)\s{T})(?!\s(?:Medal|behind|open)))",
        "departed", None,
        ("Jane Roe, our Vice President of Research since 1996, will retire on June 30, 2002.",
         "John Doe, the Treasurer, has told us that he will leave on May 5, 2005."),
    ),
    _frame(
        "departed-title-first", "The office, the officer's name, and that he or she leaves.",
        rf"(?P<t>{T})(?:,\s|\s)(?P<p>{P})(?=[^;{P[1:-1]}]{{0,130}}?(?:{P}[^;{P[1:-1]}{T[1:-1]}]{{0,30}}?)?\b"
        rf"(?P<v>{DEPART})\b(?!\s(?:as|from|of)\s{T})(?!\s(?:Medal|behind|open)))",
        "departed", None,
        ("Our Chief Medical Officer, Dr. Jane Roe, will retire on May 31, 2012.",),
        ("Our Chief Medical Officer, Dr. Jane Roe, has left no doubt.",),
    ),
    _frame(
        "in-place-of", "Somebody in place of whom another was appointed.",
        rf"(?P<t>{T})[^;{P[1:-1]}{T[1:-1]}]{{0,80}}?\b(?:succeeding|replacing|to\ssucceed|to\sreplace"
        rf"|in\splace\sof|in\ssuccession\sto|in\sthe\splace\sof|as\s(?:the\s)?successor\s(?:to|of)"
        rf"|on\sthe\s(?:departure|retirement|resignation|death)\sof|in\sreplacement\sof"
        rf"|following\sthe\s(?:departure|retirement|resignation|death)\sof|instead\sof|taking\sover\sfrom"
        rf"|who\s(?:replaces|replaced|succeeds|succeeded)|predecessor,?|(?:created|left|caused|opened|arising"
        rf"|resulting|arose|occasioned)\s(?:by|from|through|on"
        rf"|upon)\s(?:the\s)?{_GONE}{gap(20)}\sof)\s(?P<p>{P})(?!,?\s(?:as|in\sthe\s(?:post|office|role|position)))",
        "departed", None,
        ("Jane Roe was elected a director on June 10, 1999 in place of John Doe.",),
    ),
    _frame(
        "held", "A person is, serves as, remains or has been an officer.",
        rf"{SUBJECT}(?:,?\s(?:who|and|which))?(?:,)?{gap(100)}\b(?<!\bnot\s)(?<!was\s){_STILL}{_HELD_T}\s"
        rf"(?P<t>{TL})(?!,?\s{P}['’])",
        "holds", None,
        ("Jane Roe has been our President since May 2000.",
         "John Doe also serves as a director of Acme Tools, Inc.",
         "Ann Poe remains a director."),
        ("Jane Roe was Chief Executive Officer of Acme Tools, Inc. until 1999.",
         "From 1988 to 2000 John Doe was Treasurer of Acme Tools, Inc."),
    ),
    _frame(
        "held-too", "A person has one office beside another.",
        rf"(?P<p>{P})[^;{P[1:-1]}]{{0,220}}?(?:(?:,|\sand|\swho|\sbut|\swhile|\sstill)\s(?:also\s|now\s"
        rf"|currently\s|since\s(?:then|{D})\s|who\s|will\s|he\s|she\s)*{_STILL}{_HELD_T}"
        rf"|\sin\saddition\sto\s(?:being|(?:his|her)\s(?:\w+\s)?(?:role|position|duties|office|post|service"
        rf"|responsibilities)s?\s(?:as|of)|serving\sas|remaining)|\swhile\s(?:also\s)?(?:remaining"
        rf"|continuing\s(?:to\sserve\s|to\sact\s)?as|keeping|retaining|serving(?:\salso)?\sas)|\s(?:besides"
        rf"|alongside|apart\sfrom)\s(?:being|his|her)(?:\s\w+\sas)?)\s(?P<t>{TL})(?!,?\s{P}['’])",
        "holds", None,
        ("Jane Roe becomes Acting Treasurer on May 1, 2006 while remaining Controller.",
         "John Doe has been appointed Treasurer from June 1, 2009, in addition to being Head of Planning.",
         "Ann Poe joined us as Controller in 1993 and has been Chief Financial Officer since June 1999."),
        ("Jane Roe joined us as Controller in 1993 and was Treasurer until 1999.",),
    ),
    _frame(
        "held-list", "Our officers, or directors, are so-and-so.",
        rf"(?P<t>{T})(?:\s(?:are|include|consist\sof|comprise|continue\sto\sbe|remain|of\sthe\scompany\sare"
        rf"|now\sare|will\scontinue\sto\sbe)|:|\sare\snow)\s(?:as\sfollows:\s)?(?P<p>{NOTED})",
        "holds", None,
        ("Our remaining directors are Jane Roe and John Doe.",),
    ),
    _frame(
        "board-consists", "The board consists of these persons.",
        rf"(?P<t>{T})\s(?:now|currently|presently|thus|then|will\sthen"
        rf"|of\sthe\scompany\snow)?\s?(?:consists?\sof|comprises?|is\s(?:composed|made\sup)\sof|includes?|(?:has|numbers)\s\w+\s(?:members|directors)[:,]"
        rf"|has\s(?:as\s)?(?:its\s)?members)\s[^;{P[1:-1]}]{{0,40}}?(?P<p>{P}[^;]{{0,900}})",
        "holds", None,
        ("Our board now consists of Jane Roe (Chairman), John Doe and Ann Poe.",),
    ),
    _frame(
        "terms-continue", "The terms of persons as officers continue.",
        rf"\bterms?\s(?:of\soffice\s)?of\s(?P<p>{PL})\sas\s(?P<t>{T})\s(?:continue|run|have)",
        "holds", None,
        ("The terms of Jane Roe and John Doe as directors continue.",),
    ),
    _frame(
        "named-beside", "A name with the office beside it, or in the next cell of a table.",
        rf"(?P<p>{P})(?:,\s|\s[-–—]\s?|\s\(|;\s|\s?[\t,]+\s?|\s(?=as\s)|(?:[,\s*†]|\(\d\))*\s\(?[2-9]\d\)?\s"
        rf"|:\s)(?:[\t\s,]*(?:\(?\d{{1,4}}\)?|n/a|[*†])[\t\s,]*){{0,3}}(?:who\sis\s|presently\s|currently\s"
        rf"|now\s|being\s|as\s|in\s(?:his|her)\scapacity\sas\s|acting\sas\s|also\s|himself\s|herself\s"
        rf"|likewise\s|the\ssaid\s){{0,2}}(?P<t>{TL})(?!\s(?i:to\s(?:depart|retire|resign|leave|step)))",
        "holds", None,
        ("“We are pleased,” said Jane Roe, Ph.D., Chief Medical Officer of Acme Tools, Inc.",
         "Jane Roe (Treasurer), John Doe (Controller) and Ann Poe (Secretary) are our executive officers."),
        ("Jane Roe, formerly Chief Executive Officer of Acme Tools, Inc., spoke.",),
        0.93,
    ),
    _frame(
        "title-before", "The office first, then the name.",
        rf"(?P<t>{T})(?:\s\([^()]{{1,40}}\))?,?\s(?:and\s(?:one\sof\s)?(?:our|its)\sco-?founders?,?\s|is\s"
        rf"|will\sbe\s)?(?P<p>{PL})",
        "holds", None,
        ("“We are pleased,” said Chief Executive Officer Jane Roe.",
         "Our Chief Scientific Officer, John Doe, will lead the work."),
        ("Our former President, Jane Roe, spoke.",),
        0.93,
    ),
    _frame(
        "title-both", "Persons listed before a title in the plural.",
        rf"(?P<p>{P}(?:(?:,\s(?:and\s)?|\sand\s){P})+),?\s(?:(?:each|both|all)\s(?:of\swhom\s(?:is"
        rf"|are)\s)?)?(?P<t>{T})",
        "holds", None,
        ("Jane Roe and John Doe, both directors, voted for it.",),
    ),
)  # fmt: skip
