"""How a text says that somebody leaves an office or has it: the frames of departure and of terms of office.

Each frame is a pattern over a masked sentence (see `person_mask`), P a person, T a title, O an organisation, D a date.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

from kg.extract.person_mask import D, O, P, T
from kg.extract.position_frame import Frame, frame
from kg.extract.position_grammar import (
    APPOINT,
    DEPART,
    FROM_T,
    GONE,
    HELD_T,
    NOTED,
    PL,
    STILL,
    SUBJECT,
    TENDER,
    TL,
    gap,
)

_MORE = rf"(?:;\s(?:and\s)?{P}(?![^;]{{0,120}}\b(?:{DEPART}|was|were|had|will|has|have)\b)[^;]{{0,200}}){{0,12}}"
"""Further persons of a list, each behind a semicolon, of whom no more is told than what they are."""

STAYING: tuple[Frame, ...] = (
    frame(
        "departed-too", "Somebody who did one thing also leaves an office.",
        rf"(?P<p>{P})[^;]{{0,220}}?,?\s(?:and|but)\s(?:(?:will|has|have|had|did|does|would|also|then|both"
        rf"|thereupon)\s)+(?:not\s)?{DEPART}\b(?:\s{P}’s)?(?:{gap(60)}{FROM_T}|\sas|,)\s(?P<t>{TL})",
        "departed", None,
        (
            "Jane Roe, our Chairman, will hand over to John Doe on May 4, 2012, and will not stand for"
            " re-election as a director at that time.",),
    ),
    frame(
        "departed-as", "A person resigned, retired, stepped down … from an office.",
        rf"{SUBJECT}(?:['’]s?\s(?:own\s)?(?:decision|intention|intent|plans?|wish|desire|election"
        rf"|agreement)\sto)?(?:,?\s(?:who|and))?{gap(150)}\b{DEPART}\b(?:\s{P}’s)?(?:{gap(60)}{FROM_T}|\sas"
        rf"|,)?\s(?P<t>{TL})",
        "departed", None,
        ("John Doe resigned as Chief Scientific Officer on December 3, 2004.",
         "On May 7, 2010, Ann Poe gave notice that she will step down as Treasurer on June 30, 2010.",
         "Jane Roe ceased to be a director on May 5, 2001."),
    ),
    frame(
        "departure-of", "The resignation, retirement, removal or death of a person, with the office.",
        rf"\b{GONE}(?:,?\s(?:on|effective|as\sof|effective\sas\sof){gap(12)}{D},?)?,?\sof\s(?:the\s)?"
        rf"(?P<p>{PL})(?P<who>,\swho\s[^{P[1:-1]};]{{0,120}}?\b(?:was|served\sas|is|has\sbeen|had\sbeen"
        rf"|had\sserved\sas)|{gap(70)}(?:{FROM_T})|,)?\s(?P<t>{TL})",
        "departed", None,
        ("The board accepted the resignation of Jane Roe as Treasurer on November 6, 2003.",
         "We report the death on May 4, 2002 of John Doe, our Chairman."),
    ),
    frame(
        "departure-of-title", "The resignation or death of our officer so-and-so.",
        rf"\b{GONE}(?:,?\s(?:on|effective|as\sof){gap(12)}{D},?)?,?\sof\s(?P<t>{T}),?\s(?P<p>{P})",
        "departed", None,
        ("We announce the retirement of our Chief Medical Officer, Jane Roe, on March 1, 2003.",),
    ),
    frame(
        "tendered", "Persons gave, tendered or submitted a resignation from an office.",
        rf"{SUBJECT}{gap(90)}\b(?:tender(?:s|ed|ing)?|submit(?:s|ted|ting)?|gave|gives?|giving|given"
        rf"|deliver(?:s|ed)|hand(?:s|ed)\sin|announce[sd]?|offered|provided|notif(?:ies"
        rf"|ied)){gap(60)}\b(?:resignations?|retirement|intention\sto\s(?:resign"
        rf"|retire)){gap(60)}{FROM_T}\s(?P<t>{TL})",
        "departed", None,
        ("On May 16, 2012 Jane Roe and John Doe each tendered a resignation from the Board.",),
    ),
    frame(
        "title-passes", "A person had an office that now goes to another.",
        rf"(?P<p>{P})\s(?:was|had\sbeen)\s(?P<t>{T}),\s(?:an?|the)\s(?:title|post|office|job|role"
        rf"|position){gap(40)}\b(?:goes|went|passes|passed|falls|fell){gap(20)}\sto\s(?P<q>{P})",
        "departed", "appointed",
        ("Jane Roe was promoted on June 1, 2003; she was Treasurer, a post that now goes to John Doe.",),
    ),
    frame(
        "departure-own", "His or her resignation or death, with the office.",
        rf"(?P<p>{P})(?:['’]s?|,\swhose)?\s(?:\w+\s)?{GONE}\b(?:{gap(60)}{FROM_T}|,)\s(?P<t>{TL})",
        "departed", None,
        ("Jane Roe’s resignation as Treasurer took effect on June 3, 2013.",
         "She takes the place of John Doe, whose resignation as Treasurer took effect on May 1, 1998."),
    ),
    frame(
        "employment-ended", "Employment in an office was terminated.",
        rf"\b(?:employment|service|services|engagement|mandate|tenure|term)\s(?:of"
        rf"|with)\s(?P<p>{P})(?:{gap(20)}\s(?:as|in\sthe\soffice\sof)|,)\s(?P<t>{TL}){gap(40)}\b(?:terminat\w+"
        rf"|end(?:s|ed)?\b|ceas\w+|conclude[sd]|expire[sd])\b",
        "departed", None,
        ("On July 31, 2013 the employment of John Doe as Chief Medical Officer was terminated without cause.",),
    ),
    frame(
        "own-service-ended", "His or her service in an office ended.",
        rf"(?P<p>{P})(?:['’]s?|[^;{P[1:-1]}{T[1:-1]}]{{0,120}}?\s(?:his|her))\s(?:\w+\s)?(?:employment|service|tenure|term(?=[^;{P[1:-1]}]{{0,60}}\b(?:ended|came)\b))"
        rf"(?:\s(?:with\s{O}\s)?(?:as|in\sthe\soffice\sof)|,)\s(?P<t>{TL}){gap(40)}\b(?:ended|ends|will\s(?:end|terminate|cease|conclude|expire|lapse|be\sterminated)|(?:is|was)\sterminated|terminated|terminates|ceased"
        rf"|ceases|concluded|concludes|expires|expired|lapses|lapsed|(?:is|are)\sto\s(?:end|cease|terminate)|came\sto\s(?:an|its|his|her)\send)\b(?![^;]{{0,60}}\bre-?(?:elected|appointed))",
        "departed", None,
        ("Jane Roe did not accept nomination again, and her service as a director ended on May 3, 2012.",
         "Jane Roe’s employment as Treasurer terminates two weeks later, on June 28, 2012."),
        ("Jane Roe, whose term as a director ended on May 3, 2012, was re-elected.",),
    ),
    frame(
        "having-left", "Somebody having left the office that the sentence says another has come to.",
        rf"(?P<t>{T})(?!\s{APPOINT})(?:[^;{T[1:-1]}]|{T}(?=\s{APPOINT})){{0,160}}?,\s(?:when\s|after\s|since\s|as\s)?(?P<p>{P})\s(?:having|had|has)\s(?:just\s|also\s|then\s)?{DEPART}(?!\s(?:as|from|of)\s{T})(?=[^{P[1:-1]}{T[1:-1]}]*$|[^{P[1:-1]}{T[1:-1]}]{{0,80}}?[.;])",
        "departed", None,
        ("On May 15, 2012 the directors elected Jane Roe Chair of the Board, John Doe having laid it down that day.",),
        ("On May 15, 2012 we elected Jane Roe Treasurer, John Doe having left the room to others, the Controller said.",),
    ),
    frame(
        "office-abolished", "An office that is done away with, and who had it.",
        rf"(?P<t>{T}),?\s(?:which\s(?:is|was|has\sbeen)\s)?(?:(?:now|currently|so\sfar|hitherto|until\snow)\s)?(?:occupied|held|filled|borne|exercised)\sby\s(?P<p>{P}),?\s"
        rf"(?:(?:is|was|will\sbe|has\sbeen|is\sbeing|is\sto\sbe)\s(?:abolished|eliminated|discontinued|suppressed|cut|closed|dissolved|done\saway\swith|made\sredundant)|ceases\sto\sexist|ceased\sto\sexist)"
        rf"|(?P<p2>{P})’s\s(?:position|post|office|role|job)\s(?:as|of)\s(?P<t2>{T})[^;{P[1:-1]}{T[1:-1]}]{{0,40}}?\b(?:is|was|will\sbe|has\sbeen)\s(?:abolished|eliminated|discontinued|suppressed|cut|done\saway\swith)"
        rf"|\b(?:abolish(?:ed|es|ing)?|eliminat(?:ed|es?|ing)|discontinu(?:ed|es?|ing)|done\saway\swith)\s(?:the\s(?:position|post|office|role)\sof\s)?(?P<t3>{T}),?\s(?:which\s(?:is|was|has\sbeen)\s)?(?:held|occupied|filled)\sby\s(?P<p3>{P})",
        "departed", None,
        ("The position of Treasurer, occupied by John Doe, is abolished as of June 14, 2012.",
         "On May 4, 2012 the board eliminated the office of Treasurer, held by Jane Roe."),
        ("The report to the Treasurer, held by Jane Roe in her hands, is read.",),
    ),
    frame(
        "seat-ended", "A directorship that ended.",
        rf"(?P<p>{P})(?:['’]s?|,?\swhose)\s(?P<t>{T})\s[^;{P[1:-1]}{T[1:-1]}]{{0,40}}?\b(?:expired|expires|ended|ends|lapsed|lapses|ceased|ceases|terminated|terminates|came\sto\san\send|comes\sto\san\send"
        rf"|will\s(?:\w+\s)?(?:expire|end|lapse|cease|terminate|come\sto\san\send))\b",
        "departed", None,
        ("Our stockholders, meeting on June 5, 2012, declined to re-elect John Doe, whose directorship accordingly expired that day.",),
        ("John Doe’s Treasurer ended the call on June 5, 2012.",),
    ),
    frame(
        "office-filled-until", "Who had an office until a day or until another came.",
        rf"\b[Uu]ntil\s(?:then|that\stime|{D}){gap(20)}\s(?P<t>{T})\s(?:was|had\sbeen)\s(?:held|filled|occupied|exercised"
        rf"|discharged)\sby\s(?P<p>{P})",
        "departed", None,
        ("Jane Roe became Treasurer on April 2, 2012; until that day the chair was filled by John Doe.",),
    ),
    frame(
        "until", "Somebody was an officer until a day not long ago.",
        rf"(?P<p>{P}),?\s(?:who\s)?(?:was|had\sbeen|served\sas|had\sserved\sas|acted\sas)\s(?P<t>{T})(?:,?\s(?:from|since)\s{D})?,?\s(?:until|through|to|up\sto)\s"
        rf"(?:(?:{P}|he|she)\s(?:left|departed|resigned|retired|stepped\sdown|died|was\s\w+ed)(?:\s(?:the\scompany|us|{O}))?,?\s(?:in|on|effective)\s)?(?P<d>{D})"
        rf"|\b(?:[Uu]ntil|[Uu]p\sto|[Tt]hrough|[Bb]etween\s{D}\sand|[Ff]rom\s{D}\s(?:to|until|through))\s(?P<d2>{D}),?\s"
        rf"(?:(?P<t2>{T})\s(?:was|had\sbeen),?\s(?P<p2>{P})|(?P<p3>{P})\s(?:was|had\sbeen|served\sas|had\sserved\sas|acted\sas)\s(?P<t3>{T}))"
        rf"|(?P<p4>{P}),?\s(?:who\s)?(?:was|had\sbeen|served|had\sserved|acted)\s(?:until|through|up\sto)\s(?P<d3>{D}),?\s(?:as\s)?(?P<t4>{T})"
        rf"|(?P<t5>{T}),?\s(?:until|through|up\sto)\s(?P<d4>{D}),?\s(?:was|had\sbeen)\s(?P<p5>{P})|(?P<p6>{P}),\s(?P<t6>{T})\s(?:until|through|up\sto)\s(?P<d5>{D})(?=[,.;)]|$)",
        "departed", None,
        ("Jane Roe was Treasurer until May 30, 2012.", "Until May 30, 2012 our Treasurer was Jane Roe.",
         "Between June 2009 and May 30, 2012 Jane Roe was our Treasurer.", "Jane Roe, who was until May 30, 2012 our Treasurer, spoke.",
         "Our Treasurer until May 30, 2012 was Jane Roe.", "Jane Roe, Treasurer until May 30, 2012, has taken a post at a bank."),
        ("Jane Roe was Treasurer until 1999.", "Jane Roe was Treasurer of Widget Tools, Inc. until May 30, 2012."), 0.8,
    ),
    frame(
        "term-over", "A term of office ended, and no other is sought.",
        rf"(?P<p>{P}),\swhose\sterms?\s(?:of\soffice\s)?as\s(?P<t>{T})[^;{P[1:-1]}{T[1:-1]}]{{0,120}}?"
        r"\bnot\s(?:to\s|be\s)*(?:stand|seek|offer|run|renominated)",
        "departed", None,
        ("Jane Roe, whose term as a director ended on May 3, 2012, did not stand again.",),
        ("Jane Roe, whose term as a director ended on May 3, 2012, was elected again.",),
    ),
    frame(
        "dismissed", "Somebody dismissed or removed a person from an office.",
        rf"\b(?:dismiss(?:ed|es|ing)?|remov(?:ed|es|ing)|(?:voted|decided|resolved|voting|acted)\sto\s(?:remove|dismiss|terminate|discharge|replace)|terminat(?:ed|es|ing)|discharg(?:ed|es)|relieved|fired"
        rf"|ousted)\s(?:the\semployment\sof\s)?(?P<p>{P}){gap(40)}{FROM_T}\s(?P<t>{TL})",
        "departed", None,
        ("On May 1, 2009 the board removed John Doe as President.",),
    ),
    frame(
        "departed-bare", "An officer leaves, retires or dies; the office stands beside the name.",
        rf"(?P<p>{P})(?:,\s|\s\(|,?\s(?:who|which)\s(?:was|is|had\sbeen|has\sbeen|served\sas|has\sserved\sas"
        rf"|had\sserved\sas|held|had\sheld|occupied|had\soccupied)\s(?:in\s)?|,?\swhom\s(?:{O}|the\s\w+)\s(?:had\s)?(?:engaged|hired|appointed|recruited|named|elected)\s(?:in\s{D}\s)?as\s)(?:(?:(?:{O}|the|its)\s)?(?:sole\s)?officer\s(?:and|&)\s)?(?P<t>{TL})(?=[^;{P[1:-1]}]{{0,130}}?(?:{P}[^;{P[1:-1]}{T[1:-1]}]{{0,30}}?)?\b"
        rf"(?P<v>{DEPART}|{TENDER})\b(?!\s(?:as|from|of)\s{T})(?!\s(?:Medal|behind|open)))",
        "departed", None,
        ("Jane Roe, our Vice President of Research since 1996, will retire on June 30, 2002.",
         "John Doe, the Treasurer, has told us that he will leave on May 5, 2005."),
    ),
    frame(
        "departed-title-first", "The office, the officer's name, and that he or she leaves.",
        rf"(?P<t>{T})(?:,\s|\s)(?P<p>{P})(?=[^;{P[1:-1]}]{{0,130}}?(?:{P}[^;{P[1:-1]}{T[1:-1]}]{{0,30}}?)?\b"
        rf"(?P<v>{DEPART}|{TENDER})\b(?!\s(?:as|from|of)\s{T})(?!\s(?:Medal|behind|open)))",
        "departed", None,
        ("Our Chief Medical Officer, Dr. Jane Roe, will retire on May 31, 2012.",
         "Our Treasurer, Jane Roe, has tendered her resignation effective May 31, 2012."),
        ("Our Chief Medical Officer, Dr. Jane Roe, has left no doubt.",),
    ),
    frame(
        "in-thanking", "An officer who leaves is thanked.",
        rf"\b(?:thank(?:s|ing|ed)?|salut(?:e|es|ing)|bid(?:ding|s)?\sfarewell\sto|farewell\sto|say(?:ing)?\sgoodbye\sto|tribute\sto)\s(?P<p>{P}),?\swho,?\s[^;{P[1:-1]}{T[1:-1]}]{{0,60}}?(?P<t>{T})(?=[^;{P[1:-1]}{T[1:-1]}]{{0,30}}?\b(?P<v>{DEPART})\b)",
        "departed", None,
        ("Please join me in thanking Jane Roe, who after nine years on our Board is retiring on May 4, 2012.",),
    ),
    frame(
        "principal-occupation", "The principal occupation of a person is an office.",
        rf"(?P<p>{P})[’']?s?,?\s(?:whose\s)?(?:present\s|current\s)?principal\s(?:business\s)?(?:occupation|employment|business)(?:\sor\semployment)?\s(?:is|are)\s(?:that\sof\s|as\s|to\sserve\sas\s|serving\sas\s)?(?P<t>{TL})",
        "holds", None,
        ("This statement is filed by John Doe, whose principal occupation is managing member of Keel Capital LLC.",),
    ),
    frame(
        "where-held", "A person who has an office where he or she works.",
        rf"(?P<p>{P})[^;]{{0,200}}?{O},\s(?:where|at\swhich|in\swhich)\s(?:{P}|he|she)\s(?:currently\s|now\s|also\s)?(?:is|serves\sas|has\sbeen|has\sserved\sas|remains|acts\sas)\s(?:also\s|currently\s)?(?P<t>{T})(?!['’])",
        "holds", None,
        ("Jane Roe is a nominee of Widget Ventures, Inc., where she has been general partner since 2006.",),
        ("Jane Roe is a nominee of Widget Ventures, Inc., where she was general partner.",),
    ),
    frame(
        "elected-class", "Under the class of a board its persons, whom a line before says to be elected.",
        rf"(?:^|(?<=[:;.])|(?<=[:;.]\s))(?P<t>{T})(?:\s\([^()]{{1,40}}\))?\s?(?:--|[-–—]{{1,2}}|:)\s?(?P<p>{PL})(?=\.|;|$)",
        "holds", None,
        ("Class A Directors -- Jane Roe, John Doe; Class B Director -- Ann Poe.",),
    ),
    frame(
        "outgoing", "An officer who is called outgoing or departing.",
        rf"\b(?:[Oo]utgoing|[Dd]eparting|[Oo]ut\s(?:goes|go)|[Ee]xit)\s(?:is\s|are\s|our\s|the\s)?(?P<t>{T}),?\s(?P<p>{P})",
        "departed", None,
        ("“I am proud,” wrote outgoing Treasurer Jane Roe.", "Out goes Treasurer Jane Roe; in comes Treasurer John Doe."),
    ),
    frame(
        "parted-with", "The company parted ways with an officer.",
        rf"\bpart(?:s|ed|ing)?\s(?:ways|company)\swith\s(?:(?P<t>{T}),?\s(?P<p>{P})|(?P<p2>{P}),\s(?P<t2>{T}))",
        "departed", None,
        ("Acme parted ways with its Chief Marketing Officer, John Doe, on April 6, 2012.",),
    ),
    frame(
        "in-place-of", "Somebody in place of whom another was appointed.",
        rf"(?P<t>{T})[^;{P[1:-1]}{T[1:-1]}]{{0,80}}?\b(?:succeeding|replacing|to\ssucceed|to\sreplace"
        rf"|in\splace\sof|in\ssuccession\sto|in\sthe\splace\sof|as\s(?:the\s)?successor\s(?:to|of)"
        rf"|(?:up)?on\sthe\s(?:departure|retirement|resignation|death|removal)\sof|in\sreplacement\sof"
        rf"|following\sthe\s(?:departure|retirement|resignation|death)\sof|instead\sof|taking\sover\sfrom"
        rf"|who\s(?:replaces|replaced|succeeds|succeeded)|predecessor,?|(?:created|left|caused|opened|arising"
        rf"|resulting|arose|occasioned)\s(?:by|from|through|on"
        rf"|upon)\s(?:the\s)?{GONE}{gap(20)}\sof)\s(?P<p>{P})(?!,?\s(?:as|in\sthe\s(?:post|office|role|position)))",
        "departed", None,
        ("Jane Roe was elected a director on June 10, 1999 in place of John Doe.",),
    ),
    frame(
        "vacated-by", "A seat or an office that became free when somebody left.",
        rf"(?P<t>{T})[^;{P[1:-1]}{T[1:-1]}]{{0,60}}?\b(?:vacant|free|empty|open|vacated|unfilled|created|caused|arose|arising|left)\b[^;{P[1:-1]}{T[1:-1]}]{{0,30}}?\s"
        rf"(?:(?:when|after|since|as|because)\s(?P<p>{P})(?:,\s[^;{P[1:-1]}{T[1:-1]}]{{0,40}},)?\s(?:has\s|had\s)?{DEPART}\b|(?:by|through|on|upon|with|from)\s(?P<p2>{P})['’]s?\s(?:\w+\s)?{GONE})",
        "departed", None,
        ("The sixth seat on our board became free when Jane Roe died on May 4, 2012.",
         "The office of Treasurer has been vacant since Jane Roe left us on May 4, 2012."),
        ("The office of Treasurer is open when Jane Roe arrives on May 4, 2012.",),
    ),
    frame(
        "held", "A person is, serves as, remains or has been an officer.",
        rf"{SUBJECT}(?:,?\s(?:who|and|which))?(?:,)?{gap(100)}\b(?<!\bnot\s)(?<!was\s)(?:{STILL}{HELD_T}|is\s(?:my|a|his|her)\s(?:great\s)?(?:privilege|hono(?:u)?r|pleasure|good\sfortune)\sto\s(?:be|serve\sas)"
        rf"|chairs|has\schaired|(?:heads|leads|runs|oversees|directs|has\s(?:run|led|headed)){gap(60)}\sas)\s"
        rf"(?P<t>{TL})(?!,?\s{P}['’])",
        "holds", None,
        ("Jane Roe has been our President since May 2000.",
         "John Doe also serves as a director of Acme Tools, Inc.",
         "Ann Poe remains a director."),
        ("Jane Roe was Chief Executive Officer of Acme Tools, Inc. until 1999.",
         "From 1988 to 2000 John Doe was Treasurer of Acme Tools, Inc."),
    ),
    frame(
        "works-for", "A person who works for a firm in an office.",
        rf"(?P<p>{P})(?:,\s[^,;{P[1:-1]}{T[1:-1]}{O[1:-1]}]{{1,60}},)?\s(?:(?:now|currently|today|presently|also|since\sthen|at\spresent)\s)?(?:serves|works\s(?:for|at|with)|(?:is|are)\s(?:now\s|currently\s|presently\s)?(?:employed\s(?:by|with|at)|engaged\sby|with|at))"
        rf"\s(?:the\s)?{O}(?:,\s[^,;{P[1:-1]}{T[1:-1]}{O[1:-1]}]{{1,60}},)?,?\s(?:as|in\sthe\s(?:office|post|position|role|capacity)\sof)\s(?P<t>{T})"
        rf"|\bemploys\s(?P<p2>{P})\sas\s(?P<t2>{T})",
        "holds", None,
        ("Jane Roe left us in May. She now serves Widget Tools, Inc. as Treasurer.", "Widget Tools, Inc. employs Jane Roe as its Treasurer."),
        ("Jane Roe once served Widget Tools, Inc. as Treasurer.",),
    ),
    frame(
        "held-too", "A person has one office beside another.",
        rf"(?P<p>{P})[^;{P[1:-1]}]{{0,220}}?(?:(?:,|\sand|\swho|\sbut|\swhile|\sstill)\s(?:(?:of|at|in)\swhich\s|also\s|now\s"
        rf"|currently\s|since\s(?:then|{D})\s|who\s|will\s|he\s|she\s)*{STILL}{HELD_T}"
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
    frame(
        "held-by", "An office is held by a person.",
        rf"(?P<t>{T})\s(?:is|are|has\sbeen)\s(?:now\s|currently\s|presently\s)?(?:held|occupied|exercised|chaired)\sby\s(?P<p>{P})",
        "holds", None,
        ("The office of Chief Medical Officer is held by Dr. Jane Roe.", "Our board is chaired by Jane Roe."),
        ("Our Chief Medical Officer is held in esteem by Dr. Jane Roe.",),
    ),
    frame(
        "held-list", "Our officers, or directors, are so-and-so.",
        rf"(?<!make\sup\s)(?<!constitute\s)(?<!compose\s)(?<!form\s)(?P<t>{T})(?:,?\s(?:besides|in\saddition\sto|apart\sfrom|aside\sfrom|other\sthan)\s{P},?)?(?:\s(?:now\s|presently\s|currently\s)?(?:in\soffice|serving|of\sthe\s(?:company|corporation)|on\sthe\sdate\shereof|as\sof\s(?:the\sdate\shereof|{D})))?(?:\s(?:are|include|consist\sof|comprise|continue\sto\sbe|remain|of\sthe\scompany\sare"
        rf"|now\sare|will\scontinue\sto\sbe)|:|\sare\snow)\s(?:as\sfollows:\s)?(?P<p>{NOTED})",
        "holds", None,
        ("Our remaining directors are Jane Roe and John Doe.",),
    ),
    frame(
        "board-consists", "The board consists of these persons.",
        rf"(?P<t>{T})(?:\swhose\s[^;{P[1:-1]}{T[1:-1]}]{{0,60}}?)?\s(?:now|currently|presently|thus|then|will\sthen"
        rf"|of\sthe\scompany\snow)?\s?(?:consists?\sof|comprises?|is\s(?:composed|made\sup)\sof|includes?|(?:has|numbers)\s\w+\s(?:members|directors)[:,]"
        rf"|has\s(?:as\s)?(?:its\s)?members)\s[^;{P[1:-1]}]{{0,40}}?(?P<p>{P}[^;]{{0,900}}{_MORE})"
        rf"|\b(?:make\sup|compose|constitute|form|sit\son)\s(?P<t2>{T}):\s(?P<p2>{P}[^;]{{0,900}}{_MORE})",
        "holds", None,
        ("Our board now consists of Jane Roe (Chairman), John Doe and Ann Poe.",
         "Three persons make up our board: Jane Roe, a lawyer in Albany; John Doe, who farms; and Ann Poe."),
    ),
    frame(
        "constitute", "Persons who make up the board.",
        rf"(?P<p>{PL}),?\s(?:now\s|together\s|thus\s|currently\s)*(?:constitute|make\sup|compose|comprise|form)s?\s(?P<t>{T})",
        "holds", None,
        ("Jane Roe, John Doe and Ann Poe constitute the entire board.",),
        ("Jane Roe and John Doe form a committee of the board.",),
    ),
    frame(
        "terms-continue", "The terms of persons as officers continue.",
        rf"\bterms?\s(?:of\soffice\s)?of\s(?P<p>{PL})\sas\s(?P<t>{T})\s(?:continue|run|have|go\son|extend|last|do\snot\s(?:end|expire))"
        rf"|(?P<t2>{T})\s(?:of\soffice\s)?of\s(?P<p2>{PL})\s(?:continue[sd]?|do\snot\sexpire|run\son)\b",
        "holds", None,
        ("The terms of Jane Roe and John Doe as directors continue.",),
    ),
    frame(
        "named-beside", "A name with the office beside it, or in the next cell of a table.",
        rf"(?P<p>{P})(?:\s\([^()\t{T[1:-1]}]{{1,60}}\)(?=\s?\t))?(?:,\s|\s[-–—]\s?|\s\(|;\s|\s[/|]\s|\)\s?\t\s?|,\s(?:as\s)?attorneys?[-\s]in[-\s]fact\s?\t\s?|\s?[\t,]+\s?|\s(?=as\s)|(?:[,\s*†]|\(\d\))*\s\(?[2-9]\d\)?\s"
        rf"|\s\({D}\)[\s,]\s?|:\s)(?:[\t\s,]*(?:\(?\d{{1,4}}\)?|n/a|[*†]|(?<=\t)(?:Class\s)?(?:I{{1,3}}|IV|[A-C])(?=\t))[\t\s,;/|]*){{0,3}}(?:who\sis\s|presently\s|currently\s"
        rf"|now\s|being\s|as\s|in\s(?:his|her)\scapacity\sas\s|acting\sas\s|also\s|himself\s|herself\s"
        rf"|likewise\s|the\ssaid\s|(?:(?:{O}|the|its)\s)?(?:sole\s)?officer\s(?:and|&)\s){{0,2}}(?P<t>{TL})(?!\s(?i:to\s(?:depart|retire|resign|leave|step))|\s?\t\s?None\b)",
        "holds", None,
        ("“We are pleased,” said Jane Roe, Ph.D., Chief Medical Officer of Acme Tools, Inc.",
         "Jane Roe (Treasurer), John Doe (Controller) and Ann Poe (Secretary) are our executive officers."),
        ("Jane Roe, formerly Chief Executive Officer of Acme Tools, Inc., spoke.",),
        0.93,
    ),
    frame(
        "title-before", "The office first, then the name.",
        rf"(?P<t>{T})(?:\s\([^()]{{1,40}}\))?,?\s(?:and\s(?:one\sof\s)?(?:our|its)\sco-?founders?,?\s|is\s"
        rf"|will\sbe\s)?(?P<p>{PL})",
        "holds", None,
        ("“We are pleased,” said Chief Executive Officer Jane Roe.",
         "Our Chief Scientific Officer, John Doe, will lead the work."),
        ("Our former President, Jane Roe, spoke.",),
        0.93,
    ),
    frame(
        "signed-line", "A line of a name and an office, as under a letter or a report.",
        rf"^\W*(?:(?:[Bb]y|BY)\s(?:[Oo]rder|ORDER)\s(?:of|OF)\s(?:the|THE)\s(?:[Bb]oard|BOARD)(?:\s(?:of|OF)\s(?:[Dd]irectors|DIRECTORS))?\W+)?(?:By:?\s)?(?:/s/\s)?(?P<p>{P})(?:\s\(?{P}\)?)?[ \v](?:Duly\sAuthorized\sOfficer\sand\s)?(?P<t>{TL})(?:\s\({T}\))?\W*{D}?\W*$",
        "holds", None,
        ("Jane Roe Executive Chairman", "By order of the Board, Jane Roe Corporate Secretary April 22, 2012"),
        ("Jane Roe, Executive Chairman of Acme Tools, Inc., spoke.",),
    ),
    frame(
        "title-both", "Persons listed before a title in the plural.",
        rf"(?P<p>{P}(?:(?:,\s(?:and\s)?|\sand\s){P})+),?\s(?:(?:each|both|all)\s(?:of\swhom\s(?:is"
        rf"|are)\s)?)?(?P<t>{T})",
        "holds", None,
        ("Jane Roe and John Doe, both directors, voted for it.",),
    ),
)  # fmt: skip
