"""How a text says that somebody comes into an office: the frames of appointment, election and succession.

Each frame is a pattern over a masked sentence (see `person_mask`), P a person, T a title, O an organisation, D a date.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

from kg.extract.person_mask import D, O, P, T
from kg.extract.position_frame import Frame, frame
from kg.extract.position_grammar import (
    APPOINT,
    APPOSED,
    BE,
    DEPART,
    NOMINAL,
    PL,
    SUBJECT,
    TL,
    TO_T,
    gap,
)

COMING: tuple[Frame, ...] = (
    frame(
        "withdrawn", "A resignation taken back: the office is still held.",
        rf"(?P<p>{P})(?={gap(0)}[^;]{{0,200}}\b(?:withdr[ae]w\w*(?!\s(?:from|as)\s)|rescind\w*|revok\w+|took\sback|retract\w*"
        rf"|reconsidered|treated\sas\swithdrawn)\b)(?=[^;]{{0,260}}\b(?:resign\w*|notice)\b"
        rf"|[^;]{{0,60}}\bwithdr\w+(?!\s(?:from|as)\s))[^{P[1:-1]};]{{0,160}}?(?P<t>{TL})",
        "holds", None,
        ("On May 3, 2011 Jane Roe, our Treasurer, withdrew the resignation that she had submitted in April.",),
    ),
    frame(
        "succeeds", "Somebody succeeds somebody in an office: an appointment and a departure.",
        rf"{SUBJECT}{gap(90)}\b(?:succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|follow(?:s|ed)|takes?\sover\sfrom"
        rf"|took\sover\sfrom|takes?\sthe\splace\sof|took\sthe\splace\sof|relie(?:ves"
        rf"|ved))\s(?P<q>{P})(?:’s)?(?:,\swho{gap(120)})?(?:,?\sas|\sin\sthe\s(?:office|post|role|position)\sof|,"
        rf"|\sin\s(?:his|her)\s(?:role|position|post)\sas|{gap(30)}\bas)\s(?P<t>{TL})",
        "appointed", "departed",
        ("On April 4, 2012 Mr. John Doe succeeded Jane Roe as General Counsel.",
         "Ann Poe succeeds Jane Roe as Treasurer effective June 1, 2015."),
    ),
    frame(
        "replacing", "In place of an officer there is now another; the verb comes first.",
        rf"\b(?i:replacing|succeeding|following)\s(?P<q>{P})(?:’s)?,?\s(?:as|in\sthe\s(?:post|office|role"
        rf"|position)\sof)\s(?P<t>{TL})[^;{P[1:-1]}]{{0,60}}?\s(?:is|was|will\sbe|comes|came)\s(?P<p>{P})",
        "appointed", "departed",
        ("Replacing John Doe as Treasurer on June 4, 2012 is Jane Roe.",),
    ),
    frame(
        "takes-over-from", "An office taken over from somebody.",
        rf"(?P<p>{P})[^;{P[1:-1]}]{{0,160}}?\b(?:takes?|took|taking)\sover\s(?:as|the\s(?:post|office|role"
        rf"|position|duties)\sof)\s(?P<t>{TL}){gap(40)}\bfrom\s(?P<q>{P})",
        "appointed", "departed",
        ("Effective May 1, 2012 Jane Roe took over as Treasurer from John Doe.",),
    ),
    frame(
        "succeeded-by", "An officer is succeeded or replaced by somebody: a departure and an appointment.",
        rf"(?P<p>{P})(?:,\s(?P<t>{T}),?)?{gap(80)}\b(?:will\sbe|was|is|has\sbeen|be)\s(?:succeeded|replaced"
        rf"|followed)(?:\sas\s(?P<t2>{TL}))?{gap(30)}\sby\s(?P<q>{P})",
        "departed", "appointed",
        ("On June 1, 2015 Jane Roe was succeeded as Treasurer by John Doe.",),
    ),
    frame(
        "succeeded-then", "Who follows the officer who leaves an office, in the same breath.",
        rf"(?P<t>{T})[^;{P[1:-1]}{T[1:-1]}]{{0,80}}?\b(?:was|is|will\sbe|has\sbeen|be)\s(?:then\s)?(?:succeeded|replaced|followed)"
        rf"(?:\sin\s(?:(?:that|this|the)\s(?:office|post|role|position|capacity)|{T}))?\sby\s(?P<p>{P})",
        "appointed", None,
        ("On May 31, 2012 John Doe retired as Secretary and was succeeded in that office by Jane Roe.",),
    ),
    frame(
        "appointed-passive", "A person was appointed, elected, named, promoted … to an office.",
        rf"{SUBJECT}(?:,?\s(?:who|whom))?{gap(110)}\b{BE}\s(?:\w+ly\s|first\s|also\s|then\s|both\s"
        rf"|each\s|all\s|again\s|since\s|this\sday\s)?{APPOINT}\b(?:{gap(70)}{TO_T}|\sto|,)?\s(?P<t>{TL})",
        "appointed", None,
        ("Jane Roe was elected a director on May 9, 2006.",
         "John Doe has been promoted to Vice President, Market Access, effective July 1, 2014.",
         "Ann Poe, our Controller, was also named Acting Treasurer on June 1, 1998."),
        ("Jane Roe has been nominated as a director.", "The compensation of directors was set by the board."),
    ),
    frame(
        "fills-vacancy", "A vacancy on the board is filled with a person.",
        rf"\b(?i:fill(?:s|ed|ing)?)\s(?P<t>{T}){gap(60)}\b(?:by\s(?:the\s)?(?:electing|appointing|naming"
        rf"|choosing|election\sof|appointment\sof|adding)|with)\s(?P<p>{PL})(?!{APPOSED}(?:,|)(?:\sas)\s{T})",
        "appointed", None,
        ("On March 10, 2003 the board filled the vacancy by electing Jane Roe.",),
    ),
    frame(
        "incoming", "An officer who is called incoming.",
        rf"\b(?:[Ii]ncoming|[Ii]n\s(?:comes?))\s(?:is\s|are\s|our\s|the\s)?(?P<t>{T}),?\s(?P<p>{P})",
        "appointed", None,
        ("Our incoming Treasurer, Jane Roe, starts on May 1, 2012.",),
        ("Our incoming mail is read by the Treasurer, Jane Roe.",),
    ),
    frame(
        "seats", "In the seats of others, persons were elected.",
        rf"(?<!{P}\s)\b(?i:in|to|to\sfill|for|to\stake)\s(?P<t>{T})[^;{P[1:-1]}{T[1:-1]}]{{0,90}}?\b(?:elected|appointed|chose"
        rf"|named){gap(20)}\s(?P<p>{PL})(?!\sas\s)",
        "appointed", None,
        ("Two directors left on May 4, 2000. In their seats you elected Jane Roe and John Doe.",),
    ),
    frame(
        "in-his-stead", "Somebody elected in the stead of the one who was removed or left.",
        rf"(?P<t>{T})[^;{P[1:-1]}{T[1:-1]}]{{0,40}}?\b(?:elected|appointed|named|chose|installed)\s(?:(?:{gap(4)}{P}’s|(?:in|as|to\stake)\s(?:his|her|their))\s?(?:stead|place|successor|replacement|seat),?\s(?P<p>{P})"
        rf"|(?P<p2>{P})\s(?:in|as|to\stake)\s(?:{P}’s|his|her|their)\s(?:stead|place|successor|replacement|seat)\b)",
        "appointed", None,
        ("On May 15, 2012 the owners removed John Doe from the Board and elected in his stead Dr. Jane Roe.",),
    ),
    frame(
        "when-succeeded", "Who follows when the officer leaves.",
        rf"(?P<t>{T})[^;{P[1:-1]}{T[1:-1]}]{{0,140}}?,?\s(?:when|at\swhich\s(?:time|point)|whereupon|upon\swhich)\s(?:{P}|he|she)\s(?:will\sbe|was|is|is\sto\sbe)\s(?:succeeded|replaced|followed)\sby\s(?P<p>{P})",
        "appointed", None,
        ("Jane Roe will retire as Chairman on May 21, 2012, when Ms. Roe will be succeeded by John Doe.",),
    ),
    frame(
        "whom-elected", "An officer whom somebody elected.",
        rf"(?P<t>{T})[^;{T[1:-1]}]{{0,80}}?(?P<p>{P}),\s(?:whom\s{gap(60)}\b(?:elected|appointed|chose|named"
        rf"|added)|who\s(?:was|has\sbeen)\s(?:elected|appointed|added|chosen))\b(?=[^;{T[1:-1]}]{{0,60}}{D})",
        "appointed", None,
        ("Our directors are John Doe and Ann Poe, whom the shareholders elected on May 3, 2009.",),
    ),
    frame(
        "hands-over", "An officer hands the office over to another.",
        rf"(?P<p>{P})(?:,\s|\s\(|,\swho\s(?:is|was|has|had|have)\s[^;{P[1:-1]}{T[1:-1]}]{{0,60}}?)(?P<t>{T})[^;{P[1:-1]}]{{0,60}}?\b(?:hand(?:s|ed|ing)?\sover|pass(?:es"
        rf"|ed)?(?:\son)?|turn(?:s|ed)?\sover|yield(?:s|ed)?|cede[sd]?)\s[^;{P[1:-1]}]{{0,40}}?\bto\s(?P<q>{P})",
        "departed", "appointed",
        ("Jane Roe, our Chairman, will hand over the chair to John Doe on June 1, 2012.",
         "Jane Roe, who had been filling in as Treasurer since July, will hand over the reins to John Doe on January 5, 2013."),
    ),
    frame(
        "names-successor", "An officer leaves, and another is named as successor.",
        rf"(?P<p>{P})[^;{P[1:-1]}{T[1:-1]}]{{0,60}}?\b(?i:{DEPART})\b[^;{P[1:-1]}{T[1:-1]}]{{0,30}}?\s(?:(?:from|of)\s)?(?P<t>{TL})[^{P[1:-1]}{T[1:-1]}]{{0,90}}?"
        rf"\b(?i:names?|named|appoints?|appointed|elects?|elected|chooses?|chose|picks?|picked|selects?|selected|welcomes?|welcomed)\s(?P<q>{P})\s(?i:as|to\sbe)\s(?i:(?:his|her|the|its)\s)?(?i:successor|replacement)\b",
        "departed", "appointed",
        ("Jane Roe to step down as Treasurer in December; the board names John Doe as successor.",),
        ("Jane Roe will step down as Treasurer; the board named no successor.",),
    ),
    frame(
        "cedes-office", "An officer cedes an office to another.",
        rf"(?P<p>{P})[^;{P[1:-1]}]{{0,160}}?\b(?:ced(?:es?|ed|ing)|turn(?:s|ed|ing)?(?:\sover)?|hand(?:s|ed|ing)?(?:\sover)?|pass(?:es|ed|ing)?(?:\son)?|yield(?:s|ed|ing)?"
        rf"|surrender(?:s|ed|ing)?|transfer(?:s|red|ring)?|relinquish(?:es|ed|ing)?)\s(?:the\s(?:office|post|title|role|position)\sof\s)?(?P<t>{T})"
        rf"(?:\s(?:title|post|role|office|position|job|duties))?\sto\s(?P<q>{P})",
        "departed", "appointed",
        ("Jane Roe continues as President but ceded the Treasurer title to John Doe on December 3, 2011.",),
        ("Jane Roe passed the Treasurer a note to hand to John Doe.",),
    ),
    frame(
        "yields-all", "All the offices of one, named in brackets, pass to another.",
        rf"(?P<p>{P})[^;{P[1:-1]}{T[1:-1]}]{{0,60}}?\b(?:yield|hand|pass|turn|cede|surrender|transfer|resign)(?:s|ed|red)?\b"
        rf"[^;{T[1:-1]}]{{0,40}}?\b(?:offices|posts|positions|titles)\s\((?P<t>{TL})\)(?:\sover)?\s(?:to|in\sfavou?r\sof)\s(?P<q>{P})",
        "departed", "appointed",
        ("On May 4, 2012 Jane Roe yielded all of her offices (President and Treasurer) to John Doe.",),
    ),
    frame(
        "appointed-list", "Several persons named after the office they were appointed to.",
        rf"\b{APPOINT}\b(?:\sto\sserve)?(?:{TO_T})?\s(?P<t>{T}){gap(140)}(?::|—|–|\b(?:namely|are|were|being"
        rf"|in\sthe\spersons\sof)\b)\s(?P<p>{PL})",
        "appointed", None,
        ("At our meeting on May 1, 2008 the following were elected directors: Jane Roe, John Doe and Ann Poe.",),
    ),
    frame(
        "appointed-active", "Somebody appointed, elected, named, hired … a person to an office.",
        rf"(?<![”\"“]\s)\b{APPOINT}(?:\sof)?(?:\s(?:each\sof|both|all\sof|all|also|then|the\sfollowing|one\sof\sits\sown"
        rf"|a\sformer\s\w+|its\sown|(?:an?\s)?(?:former|industry|veteran|long-?time|biotech\w*|pharma\w*|seasoned|experienced)\s[^;{P[1:-1]}{T[1:-1]}{D[1:-1]}]{{0,40}}?))?,?\s(?P<p>{PL}){APPOSED}(?:{gap(90)}{TO_T}|,|\sa|,\sas)?\s(?P<t>{TL})",
        "appointed", None,
        ("On May 2, 2011 the board appointed Jane Roe, Ph.D., age 51, as Chief Financial Officer.",
         "The company has named John Doe Vice President, Sales.",
         "On June 1, 2004 the directors elected Ann Poe to the Board."),
        ("Shareholders will be asked to elect Jane Roe as a director.",
         "We have offered John Doe the position of Treasurer."),
    ),
    frame(
        "first-day", "A person's first day, or term, in an office, and when it is.",
        rf"(?P<p>{P})(?:['’]s?|[^;{P[1:-1]}{T[1:-1]}]{{0,90}}?\s(?:his|her))\s(?:\w+\s)?(?:(?:first|initial)\s(?:\w+\s)?day|service|employment|tenure|term(?:\sof\soffice)?|duties|work|engagement)"
        rf"(?:\swith\s{O})?\s(?:as|in\s(?:the|that|this)\s(?:\w+\s)?(?:office|post|role|position|job)\s(?:of|as)|in)\s(?P<t>{T})\s(?:(?:will|is\sto|are\sto|to)\s)?(?:be|is|was|begins?|began|starts?|started|commences?|commenced|runs?|ran)"
        rf"(?:\s(?:on|in|from|as\sof))?\s{D}",
        "appointed", None,
        ("The board has found a successor. Jane Roe’s first day as Treasurer will be May 7, 2012.",
         "We hired Jane Roe, and her tenure as Treasurer began on May 7, 2012."),
        ("Jane Roe’s last day as Treasurer will be May 7, 2012.",),
    ),
    frame(
        "co-opted", "The board, or its directors, took a person into their number.",
        rf"(?P<t>{T})[^;{P[1:-1]}{T[1:-1]}]{{0,60}}?\bco-?opt(?:s|ed)\s(?P<p>{PL})(?!(?:,\s\w+)?\s(?:as|to|onto|on)\s{T})",
        "appointed", None,
        ("To replace him the remaining directors have co-opted Jane Roe, who is a lawyer, as of May 4, 2012.",
         "The Board co-opted Jane Roe on May 4, 2012."),
        ("The directors were co-opted; Jane Roe left.",),
    ),
    frame(
        "appointed-nominees", "The nominees elected, after a colon or beside the board.",
        rf"\b(?i:elected|re-elected|appointed)\s(?:to\s(?P<t>{T})\s)?[^;{P[1:-1]}{T[1:-1]}]{{0,30}}?\b"
        rf"(?:nominees|individuals|persons|people|directors|candidates"
        rf"|following)\b{gap(60)}(?:\s(?P<t2>{T}))?{gap(80)}(?::|—|–|,)\s(?:namely,?\s)?(?P<p>{PL})",
        "appointed", None,
        (
            "At the meeting on June 5, 2012 the stockholders elected the following nominees to the Board: Jane"
            " Roe, John Doe and Ann Poe.",),
    ),
    frame(
        "promoted-from", "A person promoted from one office to another.",
        rf"(?:\b(?i:promot(?:ed|es|ing)|elevat(?:ed|es|ing)|mov(?:ed|es|ing)|rais(?:ed|es|ing)|advanc(?:ed|es|ing))\s(?P<p>{P}){gap(60)}"
        rf"|(?P<p3>{P})['’]s?\s(?:\w+\s)?(?:title|position|role|post)\s(?:was|is|has\sbeen|will\sbe)\schanged{gap(60)}"
        rf"|(?P<p2>{P})[^;{P[1:-1]}{T[1:-1]}]{{0,120}}?\b(?:(?:was|has\sbeen|is|will\sbe)\s(?:promoted|elevated|moved|raised|advanced)"
        rf"|(?:move[sd]?|r[io]ses?|risen|advance[sd]?|step(?:s|ped)|progress(?:es|ed)|graduate[sd]?)(?:\sup)?){gap(60)})\sfrom\s(?:being\s|the\s(?:post|position|office|role)\sof\s)?{T},?\s?{gap(30)}\b(?:in)?to\s"
        rf"(?:(?:be|become|that\sof|the\s(?:post|position|office|role)\sof)\s)?(?P<t>{TL})",
        "appointed", None,
        ("On May 3, 2010 the board promoted Jane Roe from Controller to Chief Financial Officer.",
         "On May 3, 2012 we raised Jane Roe, who is 44, from Vice President, Biology, to Chief Scientific Officer.",
         "Jane Roe moves up from Controller to Treasurer on June 1, 2012."),
        ("Jane Roe moved from Ohio to Maine; our Treasurer stayed.",),
    ),
    frame(
        "appointment-of", "The appointment, election or promotion of a person to an office.",
        rf"\b{NOMINAL}\s(?:on\s{D}\s|\(?effective{gap(20)}{D}\)?,?\s)?of\s(?:(?:one\sof\sits\sown"
        rf"|our\sown),\s)?(?P<p>{PL})(?:{gap(90)}{TO_T}|,(?:\sas)?)?\s(?P<t>{TL})",
        "appointed", None,
        ("On May 2, 2011 the board approved the appointment of Jane Roe as Chief Financial Officer.",),
        ("The proposal for the election of Jane Roe as a director will be voted on.",),
    ),
    frame(
        "appointment-own", "His or her appointment to an office.",
        rf"(?P<p>{P})(?:['’]s?)?\s(?:\w+\s)?{NOMINAL}{TO_T}\s(?P<t>{TL})",
        "appointed", None,
        ("Jane Roe’s appointment as Treasurer takes effect on June 3, 2013.",),
    ),
    frame(
        "becomes", "A person becomes, or takes over as, an officer.",
        rf"{SUBJECT}(?:,?\s(?:who|and))?{gap(110)}\b(?:becom(?:es?|ing)|became|assum(?:es?|ed|ing)"
        rf"|takes?\s(?:over|up|on|office)|took\s(?:over|up|on|office)|taking\s(?:over|up|on|office)|step(?:s"
        rf"|ped|ping)?\s(?:in|into|up)|fill(?:s|ed|ing)?|accepted|accepts|moves?\s(?:up\s)?(?:in)?to"
        rf"|moved\s(?:up\s)?(?:in)?to|advance[sd]\sto|rises?\sto|rose\sto|return(?:s|ed)?"
        rf"|(?:takes?|took|taking|gain(?:s|ed)|has\staken|have\staken)\s(?:an?|his|her|their)\s(?:seat|place)s?(?:\s(?:on|in))?)\b"
        rf"(?:{gap(40)}{TO_T}|{gap(30)}\s(?:the|his|her|its)?\s?(?:additional\s)?(?:positions?|offices?|posts?"
        rf"|roles?|titles?|duties|responsibilities|functions?|helm|job|seat)(?:\sand\s\w+)?(?:\sof|\sas)"
        rf"|{gap(30)}\sas)?\s(?P<t>{TL})",
        "appointed", None,
        ("Jane Roe became Chief Financial Officer on May 1, 1999.",
         "Dr. John Doe will assume the post of Chief Medical Officer on July 1, 2010."),
    ),
    frame(
        "joins", "A person joins the company in an office.",
        rf"{SUBJECT}(?:,?\s(?:who|and))?{gap(110)}\b(?P<v>join(?:s|ed|ing)?|com(?:es?|ing)\sto|came\sto"
        rf"|enter(?:s|ed|ing)?|start(?:s|ed|ing)?|begins?|began|commence[sd]?|signs?\son|signed\son"
        rf"|comes?\s(?:aboard|on\sboard)|came\s(?:aboard|on\sboard)){gap(90)}\s(?:as|in\sthe\s(?:role|position"
        rf"|post|office|capacity)\sof|to\sbe|to\sserve\sas|to\sbecome)\s(?P<t>{TL})",
        "joined", None,
        ("Jane Roe joined the company on March 5, 2007 as Vice President, Research.",),
    ),
    frame(
        "joins-board", "A person joins the board.",
        rf"{SUBJECT}(?:,?\s(?:who|and))?{gap(80)}\bjoin(?:s|ed|ing)?\s(?P<t>{T})",
        "appointed", None,
        ("Jane Roe joined our board on March 5, 2007.",),
    ),
    frame(
        "will-serve", "A person will serve in an office, or has been asked or has agreed to.",
        rf"{SUBJECT}(?:,?\s(?:who|and))?{gap(90)}\b(?:will|shall|is\sto|are\sto|agreed\sto|asked{gap(30)}\sto"
        rf"|consented\sto|continues\sto\shelp\sand\sto)\s(?:also\s|then\s|now\s|thereupon\s"
        rf"|henceforth\s)?(?:(?:serve|act|work|lead\s\S+|head\s\S+)\b(?!\sa\sterm){gap(70)}(?:\s(?:as|on"
        rf"|in\sthe\s(?:role|position|capacity)\sof))|be)\s(?P<t>{TL})(?!['’])",
        "appointed", None,
        ("John Doe, the Controller, will serve as Acting Treasurer, beginning September 1, 2012.",),
        ("Jane Roe will be a panelist with directors of other companies.",),
    ),
    frame(
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
    frame(
        "gives-up-to-become", "Somebody who gives up one office to take another.",
        rf"(?P<p>{P})[^;{P[1:-1]}]{{0,160}}?\b(?:{DEPART})\b[^;{P[1:-1]}]{{0,80}}?\s(?:in\sorder\s)?to"
        rf"\s(?:become|take\sover\sas|assume\sthe\s(?:office|post|position|role|duties)\sof|serve\sas|take\sup"
        rf"\sthe\s(?:office|post|position|role)\sof)\s(?P<t>{TL})",
        "appointed", None,
        ("On June 24, 2009 Jane Roe gave up her post as Controller to become Chief Financial Officer.",),
        ("Jane Roe gave up her post as Controller to become a professor.",),
    ),
    frame(
        "office-taken-up", "An officer, and when he or she was appointed to that office or took it up.",
        rf"(?P<p>{P})(?:,\s[^,;{P[1:-1]}{T[1:-1]}]{{1,40}},|\s\([^()]{{1,20}}\),?)?(?:,?\s(?:is|are|serves\sas|holds(?:\sthe\s(?:office|post|position)\sof)?)|,)\s(?P<t>{T}),\s"
        rf"(?:(?:(?:an?|the)\s)?(?:post|position|office|role|seat|dignity|function|title)?\s?(?:(?:to|into)\swhich\s(?:(?:she|he)\s)?(?:{P}\s)?(?:was\s{APPOINT}|came|acceded|succeeded)"
        rf"|(?:to|into|for)\swhich\s[^;{P[1:-1]}{D[1:-1]}]{{1,60}}?\b{APPOINT}\s(?:{P}|him|her)"
        rf"|(?:that|which)?\s?(?:{P}\s|she\s|he\s)?(?:assumed|took\s(?:up|on|over)|entered|inherited|(?:was|were)\sgiven)(?:\sfrom\s(?P<q>{P}))?)"
        rf"|who\s(?:took\s(?:up|on|over)|assumed|entered(?:\supon)?|came\sto)\s(?:that|the|this|such)"
        rf"\s(?:post|position|office|role)"
        rf"|having\sbeen\s(?:\w+ly\s)?{APPOINT}(?:\s(?:to|as|into))?\s{T})(?=[^;{P[1:-1]}{T[1:-1]}]{{0,40}}{D})",
        "appointed", "departed",
        ("Jane Roe is Treasurer, a post to which she was appointed on May 4, 2012.",
         "Jane Roe, 66 (Class I), is Treasurer, a post to which the directors elected her on May 4, 2012.",
         "Jane Roe holds the office of Treasurer, which she took over from John Doe on May 15, 2012.",
         "Jane Roe is our Treasurer, having been elected to that office on May 15, 2012.",
         "Jane Roe, Treasurer, who took up that office on May 4, 2012; John Doe, Controller."),
        ("Jane Roe is Treasurer, a post of which she was proud on May 4, 2004.",),
    ),
    frame(
        "appointed-inverted", "The office first, then the person appointed to it.",
        rf"(?<![”\"“]\s)\b(?:has|have|had)\s{APPOINT}{TO_T}\s(?P<t>{TL}),?\s(?:to\s[^;{P[1:-1]}{T[1:-1]}]{{0,120}}?,\s)?(?P<p>{P})",
        "appointed", None,
        ("The board has appointed as Treasurer, to serve from May 4, 2004 until the meeting, Jane Roe.",),
    ),
    frame(
        "elected-named-last", "The office somebody was elected to, the term, and the persons last.",
        rf"(?<!was\s)(?<!were\s)(?<!been\s)(?<!be\s)(?<!being\s)(?<![”\"“]\s)\b(?:re-)?(?:elected|appointed|named|chose){TO_T}\s(?P<t>{T})"
        rf"(?:,\s(?:each|both|all|to|for|with|until|effective)\b[^;{P[1:-1]}{T[1:-1]}]{{0,120}}?,)?\s(?P<p>{PL})"
        rf"(?=\.|;|$|,\s(?:each|both|all|who|to\sserve|for)\b)",
        "appointed", None,
        ("On June 7, 2012 the stockholders elected to the Board, each to serve a year, Jane Roe and John Doe.",
         "On June 7, 2012 the owners appointed to our Board of Directors Jane Roe, who is a farmer."),
        ("When the owners had named to the Board John Doe’s widow, she declined.",),
    ),
    frame(
        "seat-given", "Somebody gives an office or a seat to a person.",
        rf"\b(?:gave|gives|given|giving|award(?:s|ed)|assign(?:s|ed)|entrust(?:s|ed)|confer(?:s|red))\s(?P<t>{T})"
        rf"(?:\s(?:left|vacated|made|held|which|that|of)\b[^;{T[1:-1]}]{{0,60}}?)?(?:,\s[^,;{P[1:-1]}{T[1:-1]}]{{1,60}},)?\s(?:up)?(?:on|to)\s(?P<p>{P})",
        "appointed", None,
        ("On May 30, 2012 the board gave the seat left empty by John Doe to Jane Roe.",
         "On May 30, 2012 the Board gave the new seat, with immediate effect, to Jane Roe."),
        ("The board gave the Treasurer to understand that Jane Roe had left.",),
    ),
    frame(
        "given", "A person was given an office or received it.",
        rf"{SUBJECT}(?:,?\s(?:who|and))?{gap(80)}\b(?:{BE}\s(?:\w+ly\s|also\s|then\s)?(?:given|awarded|granted|handed|assigned|accorded"
        rf"|(?:entrusted|charged|vested|invested)\swith)|received|receives|(?:was|is)\sto\sreceive|acquired|gained|obtained)"
        rf"\s(?:the\s|an?\s)?(?:additional\s|further\s|new\s|combined\s|higher\s)?(?:title|office|position|post|role|job|rank|dignity|duties|functions?|responsibilities)"
        rf"(?:\sand\s\w+)?\s(?:of|as)\s(?P<t>{TL})",
        "appointed", None,
        ("On May 10, 2012 Jane Roe was given the office of Acting Treasurer.",
         "On May 10, 2012 Jane Roe received the additional title of Treasurer."),
        ("Jane Roe was given the address of the Treasurer.",),
    ),
    frame(
        "conferred", "An office is conferred on a person.",
        rf"\b(?:confer(?:s|red)|bestow(?:s|ed)|devolv(?:es|ed))\s(?:up)?on\s(?P<p>{P}){gap(40)}\s(?P<t>{T})"
        rf"|\b(?:gave|gives|given|hand(?:s|ed)|assign(?:s|ed)|award(?:s|ed)|grant(?:s|ed))\s(?P<p2>{P})\s(?:the\s)?(?:additional\s|further\s|new\s)?"
        rf"(?:title|office|position|post|role|job)\sof\s(?P<t2>{T})",
        "appointed", None,
        ("On May 10, 2012 the board conferred on Jane Roe the office of Treasurer.",
         "On May 10, 2012 we gave Jane Roe the title of Treasurer."),
        ("On May 10, 2012 the board gave Jane Roe the address of the Treasurer.",),
    ),
    frame(
        "filled-at-once", "A seat that was made and filled with a person.",
        rf"(?P<t>{T})[^;{P[1:-1]}{T[1:-1]}]{{0,80}}?\b(?:and|which\s(?:it|we|they)|,)\s(?:(?:has|have|it|then|also|at\sonce|immediately)\s)*(?:filled|gave|fills|gives)\s"
        rf"(?:(?:it|them|the\ssame)\s)?(?:(?:at\sonce|immediately)\s)?(?:with|to|by\s(?:electing|appointing|naming|choosing|the\s(?:election|appointment)\sof))\s(?P<p>{PL})"
        rf"|\bput\s(?P<p2>{P})\s(?:in|into|on)\s(?P<t2>{T})",
        "appointed", None,
        ("On May 21, 2012 the Board created an eighth seat and filled it with Jane Roe.",),
        ("On May 21, 2012 the Board created an eighth seat and filled the room with guests; Jane Roe spoke.",),
    ),
    frame(
        "new-officer", "An officer, and when he or she started.",
        rf"(?P<t>{T}),?\s(?P<p>{P}),\swho\s(?:started|starts|will\sstart|began|begins|will\sbegin|arrived|arrives|took\soffice|takes\soffice|came\s(?:aboard|on\sboard))\b(?:\s(?:work|duties|there|here|with\s{O}))?\s(?:on\s|in\s)?{D}",
        "appointed", None,
        ("We have a new Treasurer, Jane Roe, who started on May 4, 2012.",),
        ("Our Treasurer, Jane Roe, who started the meeting, spoke on May 4, 2012.",),
    ),
    frame(
        "to-which", "An office to which somebody was appointed.",
        rf"(?P<t>{T}),\sto\swhich\s[^;{P[1:-1]}{T[1:-1]}]{{0,60}}?\b{APPOINT}\s(?P<p>{P})",
        "appointed", None,
        ("The board created the office of Treasurer, to which it appointed Jane Roe with effect from July 15, 2012.",),
        ("The board created the office of Treasurer, to which nobody was appointed; Jane Roe declined.",),
    ),
    frame(
        "goes-to", "An office goes to a person.",
        rf"(?P<t>{T})(?![^;{P[1:-1]}]{{0,60}}\b(?:duties|responsibilities|work)\s(?:have|has|were|are|will))"
        rf"[^;{P[1:-1]}]{{0,60}}?\b(?:goes|went|passes|passed|falls|fell|go|pass|(?:will\sbe|was|were"
        rf"|are|is|has\sbeen|have\sbeen)\s(?:at\sonce\s|\w+ly\s|then\s|now\s)?(?:given|assumed|taken(?:\sover)?|filled|entrusted|assigned"
        rf"|conferred)|given|entrusted|assigned)\b{gap(40)}\b(?:to|by|on|with)\s(?:the\s(?:appointment|election"
        rf"|promotion|hiring)\sof\s)?(?:{T},?\s)?(?P<p>{P})(?:[^;{P[1:-1]}]{{0,80}}?\sas\s(?P<t2>{TL}))?",
        "appointed", None,
        ("The office of Treasurer passed to Jane Roe on June 1, 2001.",
         "From June 1, 2012 the chair will be filled by Jane Roe, without duties, as Non-Executive Chair."),
    ),
)  # fmt: skip
