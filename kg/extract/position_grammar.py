"""The phrases of which the frames of offices are made: subjects, verbs and nouns of coming, going and staying.

All are patterns over a masked sentence (see `person_mask`): P a person, T a title, O an organisation, D a date.
"""

from __future__ import annotations

from kg.extract.person_mask import P, T


def gap(most: int) -> str:
    """Up to `most` characters without person, title or semicolon."""
    return rf"[^{P[1:-1]}{T[1:-1]};]{{0,{most}}}?"


PL = rf"{P}(?:(?:,\s(?:and\s)?|\sand\s|\s&\s|;\s(?:and\s)?|,\sas\swell\sas\s|\stogether\swith\s|\sand\sof\s){P})*"
NOTED = (
    rf"{P}(?:\s\([^();]{{1,60}}\))?(?:(?:,\s(?:and\s)?|\sand\s|\s&\s|;\s(?:and\s)?)"
    rf"{P}(?:\s\([^();]{{1,60}}\))?(?!,?\s{T})"
    rf"|,\s(?:\w+\s){{0,2}}{T}[^;{P[1:-1]}{T[1:-1]}]{{0,60}};\s(?:and\s)?{P})*"
)
TL = (
    rf"{T}(?:(?:,\s|,?\s(?:and|&)\s|,?\sas\swell\sas\s|,?\sand\salso\s)(?:\(i+\)\s)?(?:also\s)?(?:(?:as|from|of|to"
    rf"|to\sbe)\s)?{T}(?!,?\s{P}))*"
)
APPOSED = (
    rf"(?:(?:,\s|\s\(|\s[-–—]\s)(?:who\s(?:is|was|has\sbeen|has\sserved\sas|serves\sas|has\sacted\sas|became|joined)\s)?(?:already\s|currently\s|presently\s|now\s|most\srecently\s"
    rf"|formerly\s|previously\s)?{T}[^{P[1:-1]}{T[1:-1]};]{{0,60}}?)?"
)
SUBJECT = rf"(?P<p>{PL}){APPOSED}"
BE = r"(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen|will\sbe|to\sbe|be|been|being|is\sbeing|shall\sbe|got)"
APPOINT = (
    r"(?i:(?:re-?)?(?:appoint(?:s|ed|ing)?|elect(?:s|ed|ing)?|elevat(?:es?|ed|ing)|name[sd]?|naming"
    r"|promot(?:es?|ed|ing)|hire[sd]?|hiring|made|makes|making|choos(?:es?|ing)|chose|chosen|select(?:s|ed"
    r"|ing)?|constituted|retained(?=\s[\ue000-\ue1ff])|recruit(?:s|ed|ing)?|seated|sworn(?:\sin)?|inducted"
    r"|install(?:s|ed)?|designat(?:es?|ed|ing)|engag(?:es?|ed|ing)|tapp(?:s|ed)|taps|brought(?:\sin|\son)?"
    r"|brings(?:\sin|\son)?|voted(?:\sin)?|asked|asks|add(?:s|ed|ing)|welcom(?:es?|ed|ing)|confirm(?:s|ed)?"
    r"|co-?opt(?:s|ed)|return(?:s|ed)|picked|picks|tasked|called|invited|advanced|employed))"
)
NOMINAL = (
    r"(?i:(?:re-?)?(?:appointment|election|elevation|promotion|hiring|hire|naming|selection|designation|arrival"
    r"|addition|installation|nomination\sand\selection|recruitment|accession|re-?election)s?)"
)
TO_T = (
    r"(?:\s(?:as|to\sbe|to\sbecome|to\sserve\s(?:as|on|in)|to\sact\sas|to\sfill|to\sjoin|to|for|into"
    r"|in\sthe)(?:\sits|\sthe)?(?:\s(?:additional|new|newly\screated|combined|vacant|interim))?(?:\s(?:position"
    r"|positions|office|offices|post|posts|role|roles|title|capacity|seat|functions?|duties|job)s?\sof"
    r"|\sthe\sseat\sof|\s(?:an?|the|his|her|existing)\s(?:[a-z-]+\s)?(?:seats?|place|vacanc(?:y|ies)|opening)\son)?)"
)
DEPART = (
    r"(?:(?:stands?|stood|standing)\s(?:down|aside)|re?signs?|resigned|resigning|retires?|retired|retiring|steps?\s(?:down|aside|back)|stepped\s(?:down"
    r"|aside|back)|stepping\s(?:down|aside|back)|departs?|departed|departing|(?:left|(?<!on\s)(?<!medical\s)(?<!maternity\s)(?<!parental\s)(?<!paid\s)(?<!sick\s)(?<!family\s)leaves?"
    r"|leaving)(?!\sof\sabsence|\s(?:us|[\ue400-\ue5ff])\s(?:no|with|a|the|little|some)\s|\sopen|\sit\s"
    r"|\sbehind|\sno\s)|relinquish(?:es|ed|ing)?|vacat(?:es?|ed|ing)"
    r"|(?:gave|gives?|given|giving)(?:\s(?:it|this|them))?\sup|hand(?:s|ed|ing)?\sover|(?:lays?|laid|laying)(?:\s(?:it|this|them))?\sdown|ceas(?:es?|ed"
    r"|ing)(?:\sto\s(?:be|serve|act|hold)|\s(?:serving|acting|being)(?=\s(?:as|an?)\s))?"
    r"|accept(?:s|ed|ing)\s(?:a|an|another)\s(?:\w+\s)?(?:position|post|job|offer|role)\s(?:elsewhere|(?:with|at|from)\s(?:another|a\sdifferent))|(?:is|are|was|were|be)\sno\slonger(?=\s(?:an?\s|our\s|its\s|the\s|one\s|serving\b|acting\b|employed\b|with\s|associated\b|part\b|[\ue200-\ue3ff]))|no\slonger\s(?:be|is|are|serves?|acts?|holds?)|(?:was|were|is|are"
    r"|been|be)\s(?:removed|terminated|dismissed|relieved|released|discharged|ousted|replaced)"
    r"|surrender(?:s|ed)?|quits?|(?:agreed\sto\spart|parts?|parted)(?:\s(?:ways|company|from|with))?(?=\s(?:with|from|on|as|in|effective|amicably)\b)|separat(?:es?|ed|ing)(?=\sfrom\s[\ue400-\ue5ff])|concluded?\s(?:his|her|its)|not\s(?:to\s)?(?:stand|seek|run|offer"
    r"|be\sstanding)(?:\sfor)?(?:\sre-?election)?|(?:offer|stand|seek|run)(?:ed|s)?\s(?:himself|herself"
    r"|themselves)?\s?(?:for\sre-?election\s)?again|declined\sto\sstand|died|passed\saway|(?:was|were)\slet\sgo|end(?:s|ed)\s(?:his"
    r"|her)\s(?:service|tenure|term)|move[sd]?\son"
    r"|withdr(?:ew|aws?|awing|awn)(?=\sfrom\s[\ue200-\ue3ff]|\sas\s[\ue200-\ue3ff]|\sfrom\sit\b)"
    r"|return(?:s|ed|ing)\sto\s(?:academ\w+|private\s(?:practice|life|industry)|(?:full-time\s)?(?:research|teaching|practice|medicine)\b)"
    r"|transition(?:s|ed|ing)?|exit(?:s|ed|ing)?|conclude[sd]?|complete[sd]?\s(?:his|her)\sterm|rel?ieved\sof"
    r"|(?:went|goes|go|going|gone)\s(?:on|into)\s(?:\w+\s)?retirement|(?:took|takes?|taking)\s(?:\w+\s)?retirement|enter(?:s|ed)?\s(?:upon\s)?(?:his|her)?\s?retirement)"
)
TENDER = (
    rf"(?:tender(?:s|ed)?|submit(?:s|ted)?|deliver(?:s|ed)?|gave|gives|has\sgiven|handed\sin)\s(?:{P}’s|his|her|their)\s"
    r"(?:\w+\s)?(?:resignation|notice\sof\s(?:resignation|retirement))"
)
GONE = (
    r"(?i:resignations?|retirements?|departures?|removal|dismissal|termination|death|passing|loss|exit|ouster"
    r"|demise|separation)"
)
FROM_T = (
    r"(?:\s(?:as|from|(?:for\s)?re-?election\s(?:as|to)|(?<=election\s)(?:as|to)|(?<=election)\s(?:as|to)|being|(?:from\s)?(?:his|her|their|the|all|that|those"
    r"|such)?\s?(?:current\s|existing\s|additional\s|second\s|other\s|further\s|respective\s|former\s)?(?:positions?|offices?|posts?|roles?|duties|dut(?:y|ies)|services?"
    r"|functions?|employment|seats?|capacit(?:y|ies)|responsibilities|titles?|job|employ"
    r"|term)(?:\s\(i+\))?(?:\s(?:as|of|on|with))?)(?:\s\(?(?:i+|1|a)\))?(?:\sas)?(?:\sthe)?)"
)
STILL = (
    r"(?<!to\s)(?:is|are|has\s(?:(?:also|since|long|always|now|likewise)\s)?been|have\s(?:(?:also|both|each)\s)?been|serves|serve|has\s(?:also\s|since\s)?served|have\sserved|acts|act|has\sacted"
    r"|continu(?:es?|ed|ing)(?:\s(?:to\s(?:serve|be|act|hold)|in\soffice|in\s(?:his|her|their|the)\s(?:\w+\s)?(?:role"
    r"|office|position|post|capacity)))?|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?(?:\son)?|holds|has\sheld|keeps"
    r"|kept|retain(?:s|ed|ing)?|occupies|sits|sit|has\ssat|have\ssat"
    r"|will\s(?:remain|continue|stay|retain|keep|also\sremain|also\scontinue)(?:\s(?:on|to\sserve|to\sbe"
    r"|to\sact|in\s(?:his|her|their|the)\s(?:\w+\s)?(?:role|office|position|post|capacity)))?|now\sserves"
    r"|(?:will\s)?(?:goes|go|carries|carry)\son|doubles|functions|chairs\sit\sas|am|having\sbeen|which\sremains|being)"
)
HELD_T = (
    r"(?:\s(?:as|on|in|the|also|at\sthe\ssame\stime|at\spresent|simultaneously|currently|presently|now|concurrently|additionally|jointly|in\saddition|to\sbe|both"
    r"|its|with\sus|with\s\S+|to\sserve|a\smember\sof)|,\sin\saddition,|\s(?:the\s)?(?:position|office|post|role"
    r"|title|function|job)s?\sof|\s(?:his|her)\s(?:\w+\s){0,2}(?:position|office|post|role|title|job),?){0,4}"
)
