"""The vocabulary of licensing: verbs of giving and getting, names of rights and agreements, words that rule a licence out."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re

from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.scan import cue

OPENING = (
    "licens", "Licens", "LICENS", "licenc", "Licenc", "LICENC", "right", "Right", "RIGHT", "option", "Option", "OPTION", "ssign", "SSIGN",
    "ollaborat", "OLLABORAT", "ivest", "cquisition of", "sale of", "ontribut", "ntrust", "onvey", " cede", "made over", " over to ", "anded", "ransferred to",
    "urchased", "ought", "wnership", "itle to", "owner of", "cquire", "sold ", "xclusiv", "ndenture", "ntitled to", "only company", "eamed up", "greement", "partner", "taken", "rescinded", "obtained from",
    "atent", "ontract", "permit", "uthori", "allow", "arted with", "etter of intent", "erm sheet", "emorandum of", " choose", "reedom to", "onced", "onferred", "sposed of", "rincip",
)  # fmt: skip
"""Pieces of words one of which a paragraph must hold to open an agreement; plain substrings, because they are many times faster."""
UNSETTLED = (
    "etter",
    "erm sheet",
    "inding",
    "efinitive",
    "emorandum",
    "eads of",
    "rinciple",
    "xpression",
    "roposed",
    "roposal",
)
"""Pieces of words without which nothing is merely proposed."""
PAYING = ("oyalt", "ilestone", "pfront", "p-front", "ayment")
"""Pieces of words that let a sentence speak of an agreement told of long before, if it names a party."""
CONTINUING = (
    "icens", "icenc", "right", "Right", "ption", "greement", "oyalt", "ilestone", "aymen", "paid", "pays", " pay ", "$", "€", "%", "ermina", "xclusiv",
    "erritor", "price", "Price", "fee", "returned", "xpire", "million", "ercent", "per cent", "first", "second", "other", "consent", "receive", "owes", "owe ", "overs ", "mbrace",
    "xtend", "grant", "concern", "limited to", "signed", "dated", "igned", "It is", "dates from", "relates", "kept", "hand", "ays ", "each to ", "each all ",
)  # fmt: skip
"""Pieces of words one of which a sentence must hold to add to an agreement told of before."""

ADJ = (
    r"(?:(?:exclusive(?:ly)?|non-?exclusive|co-?exclusive|semi-exclusive|sole|worldwide|world-wide|global|perpetual|irrevocable|royalty-free|royalty-bearing|fully|paid-up|paid|up|"
    r"limited|certain|sublicen[cs]able|transferable|non-?transferable|no-cost|cost-free|free|broad|full|commercial|development|marketing|distribution|manufacturing|"
    r"patent|existing|separate|direct|new|additional|further|similar|ex-U\.?S\.?|U\.?S\.?|North|American|European|Japanese|Chinese|Asian|Canadian|Korean|Latin|"
    r"veterinary|human|all|of|its|the|an?|their|any|these|those|such|two|research|commercialization|co-development|know-how|technology|and|or|to|United|States|intellectual|property|product|"
    r"multi-year|long-term|definitive|revocable|back|cross|head|sub|one|first|second|third|substantially|every)[ ,]+)*"
)
RIGHT = (
    r"(?:sub-?|cross-?|in-|out-|head )?licen[cs]es?\b(?! agreement)|\brights?\b(?! (?:of (?:first|negotiation|setoff|set-off|action|appeal)|to (?:terminate|purchase|vote|negotiate|receive|be |require|indemn|acquire shares|audit|appoint|nominate|recei|cancel|participate|attend|convert|put|payment)|offering|plan|agent|issue))"
    r"|\boption\b(?! (?:grant|plan|holder|award|exercise price|to purchase (?:\d|shares|up|common)|shares|s\b))|\btitle\b|\binterests?\b"
)
STRONG = gate(
    r"(?:sub-?)?licen[cs]|exclusiv|co-exclusive|\bsole\b|\boption\b|right, title|all (?:of its )?rights?|\brights?\b",
    re.I,
)

GIVE = (
    r"grant(?:s|ed|ing)?|giv(?:es?|en|ing)|gave|confer(?:s|red|ring)?|convey(?:s|ed|ing)?|afford(?:s|ed|ing)?|award(?:s|ed)?|extend(?:s|ed)?|"
    r"transfer(?:s|red|ring)?|assign(?:s|ed|ing)?|sell(?:s|ing)?|sold|ma[dk]es? over|made over|ced(?:es?|ed)|entrust(?:s|ed|ing)?|vest(?:s|ed)?|provid(?:es?|ed)|"
    r"relinquish(?:es|ed)?|hand(?:s|ed) over|turn(?:s|ed) over|contribut(?:es?|ed)|bestow(?:s|ed)?|conced(?:es?|ed)|made available|makes available|accord(?:s|ed)?|"
    r"allow(?:s|ed)?|allot(?:s|ted)?|deed(?:s|ed)?|sign(?:s|ed) over|pass(?:es|ed)|let|lets|permit(?:s|ted)?|authori[sz](?:es?|ed)|appoint(?:s|ed)?|nam(?:es|ed)|designat(?:es?|ed)|"
    r"divest(?:s|ed)?|issu(?:es?|ed)"
)
LICENSE_VERB = r"(?:out-?|sub-?|cross-?|co-)?-?licen[cs](?:es?|ed|ing)(?: out| back)?"
IN_LICENSE = r"in-?licen[cs](?:es?|ed|ing)|licen[cs](?:es|ed|ing) in"
GET = (
    r"obtain(?:s|ed|ing)?|acquir(?:es?|ed|ing)|receiv(?:es?|ed|ing)|secur(?:es?|ed|ing)|t(?:akes?|ook|aken|aking)|g(?:ets?|ot|otten|aining)|gain(?:s|ed)?|"
    r"h(?:olds?|eld|olding)|ha(?:s|ve|d|ving)(?! +[a-z]+ (?:grant|licens|sublicens|assign|transferr|sold|convey))|enjoy(?:s|ed)?|accept(?:s|ed)?|purchas(?:es?|ed|ing)|buys?|bought|possess(?:es|ed)?|w(?:ins|on)|"
    r"inherit(?:s|ed)?|assum(?:es?|ed)|picks? up|picked up|lands?|landed|choose|own(?:s|ed)?|controls?|controlled|derives?|procur(?:es?|ed)|retains?|is entitled to|was entitled to|are entitled to|enter(?:s|ed)? into|"
    r"becomes? the (?:holder|owner) of|became the (?:holder|owner) of|is (?:now )?the (?:holder|owner) of|practices?"
)
REGAIN = r"regain(?:s|ed|ing)?|re-?acquir(?:es?|ed|ing)|recover(?:s|ed)?|reclaim(?:s|ed)?|recaptur(?:es?|ed)|repurchas(?:es?|ed)|bought back|takes? back|took back|won back|got back"
RETURN = r"return(?:s|ed|ing)?|hand(?:s|ed)? back|g(?:ive|ives|ave|iven) (?:up|back)|surrender(?:s|ed)?|relinquish(?:es|ed)?|abandon(?:s|ed)?|revert(?:s|ed)?"

OPTION_GIVEN_UP = late(
    r"would not exercise|will not exercise|did not exercise|not to exercise|declined to (?:exercise|extend)|let (?:the|its|their|that) option[^.;]{0,60}(?:lapse|expire|run out)|went unexercised|was never (?:taken up|exercised)",
    re.I,
)
AMENDED = late(
    r"\bamend(?:ed|ment|s|ing)\b|\bAmendment\b|\benlarged\b|\bwidened\b|\bbroadened\b|\b(?:extended|expanded) to (?:include|cover|take in)\b|\bmodified\b|\brestated\b|should become|made (?:that|the) licen[cs]e|\bnovat(?:ed|ion|es)\b",
    re.I,
)
PROPOSED = cue(
    r"proposal[^.]{0,40}pending|letter of intent|letters of intent|term sheet|non-?binding|not yet binding|memorandum of understanding|heads of (?:terms|agreement)|in principle|(?:if|until|unless|toward|towards|negotiat\w+|no|subject to|pending)(?: \w+){0,4} definitive|definitive (?:\w+ )?agreement (?:follows|is (?:signed|reached|concluded)|has not)|proposed licen|"
    r"no (?:definitive|binding) (?:agreement|contract)|expressions? of interest",
    re.I,
)
UNREAL = cue(
    r"\b(?:(?-i:may)|might|could)\b(?! (?:be called on|earn|owe|reach|total|come|add|amount|have to pay|receive up|practi[sc]e|sell|now|each|use|sublicen|not))|\bif (?:we|the company|our|it|any|a licen)|\bthere can be no assurance|no assurance|would (?:need|be able|have a right|not be bound|be bound|seek|require)|"
    r"\bseek(?:s|ing)? (?:a|to)\b|\bintends? to\b|\bin the future\b|unable to|\bconsider(?:ed|ing) (?:an? |the |whether )|\bexpects? to (?:enter|sign|grant|obtain|licen)|\boffer(?:ed|ing) (?:us |it |to |the Company )?(?:an? |to )|\bnegotiat(?:e|ing|ion|ions)\b|\bdiscussions?\b|\bdiscussed\b|\bto discuss\b|\bhad hoped\b|\btalks\b|right of first|first (?:refusal|offer|negotiation)|\boffered a licen|rejected|declined|\bsought\b|tried to|attempted to|\bapproached\b|"
    r"no (?:rights|licen[cs]e|agreement) (?:to \S+ )?(?:ha[sv]e?|was|were|is|are|in)\b|does not grant|not granted|has no rights|no obligation|no grant of rights|under no obligation|plans? to licen|hopes? to|wish(?:es)? to|has offered|is prepared to|Nothing in this",
    re.I,
)
OPTION_OF_RIGHTS = late(
    r"licen[cs]|sublicen|\brights?\b|develop|commerciali[sz]|compound|technology|patent|product|antibod|molecule|programme?\b|territor|co-promot|collaborat|option agreement|option fee|option period|indication",
    re.I,
)
OTHER_OPTION = cue(
    r"foreign exchange|currency|hedg|option contracts?|option price|stock|\bshares?\b|securities|redeem|redemption|\bnotes?\b|bonds?\b|warrant|renew the lease|lease|to extend the term|option (?:holder|plan|grant|award|pool|expense)|optionee|vest(?:ed|ing)|equity interest|ownership|"
    r"compensation|fair value|\bputs?\b|call option|over-allotment|underwriter|premium|interest payments?|real estate|to purchase (?:the )?(?:building|property|facility|land)|Company Option|incentive",
    re.I,
)
BIOMEDICAL = cue(
    r"\b(?:clinical trials?|therapeutic|pharmaceutical|biotech|patients|FDA|Food and Drug Administration|drug candidate|compound|vaccine|biologic|preclinical|gene therapy|medicin(?:e|al)|disease)\b",
    re.I,
)
NOT_LICENCE = cue(
    r"export licen[cs]es?\b|licenses or permits|F\.?D\.?A\.?,? (?:has |have |had )?licensed|index licen|Underlying Index|broadcast|casino|gaming|trade-?\s?marks?|\bmark [A-Z]{3,}|\bof the mark\b|registered mark|logo|(?:trade|brand|company) names?\b|\bthe [A-Z]{3,} (?:name|brand)\b|\buse (?:of )?the names?\b|\bthe (?:word|name|brand|sign|legend) [A-Z]{3,}|\brights? to (?:mark|brand|label)\b|\bmark (?:it|them|its \w+|the \w+) with\b|Boards? of (?:Pharmacy|Medicine|Health)|agreement (?:which|that) (?:includes|contains) (?:a|the|such) (?:limited )?licen|software|to the extent contained|solely (?:for|to) (?:perform|manufactur|supply)\w*|for the sole purpose of (?:supplying|performing|manufacturing|its services)|data capture|information system|operating system|electronic data|database licen|enterprise licen|source code|professional licen|business licen|"
    r"driver|liquor|telecommunications|premises|\blease[ds]?\b|sublease|building|medical licen|state licen|manufacturing licen[cs]e, permit|pharmacy licen|licensed (?:physician|pharmac|professional|practitioner|by the (?:state|FDA|DEA))|"
    r"licen[cs]es?,? (?:and )?permits?|permits? (?:and|or) licen|import licen[cs]es?\b|wholesale licen|drug (?:manufacturing )?licen|biologics licen[cs]e|establishment licen|stock option|share option|option(?:s)? to purchase (?:\d|shares|up|common|its shares)|"
    r"licen[cs]e from the (?:State|Commonwealth|Department|Board|City|County|FDA|DEA|Food)|security interest|\blien\b|collateral|pledged?\b|director of licensing|licensing revenue|named patients|lenders?\b|upon a default|among other remedies|standby|laboratory information|reserve[sd]? (?:the )?right|"
    r"(?:keeps?|kept|retains?|reserves?)(?: for itself)? the right|merger agreement|voting rights|stockholder rights|rights plan|contingent value|registration rights|appraisal rights|copyright|"
    r"manages (?:[a-z]+ ){0,3}\d[\d,]* (?:[a-z]+ ){0,2}licen|licen[cs]es (?:its |their )?(?:inventions|discoveries|technologies) to|licen[cs]es (?:its |their )?(?:inventions|discoveries) and",
    re.I,
)
AGREEMENT = (
    r"(?:(?:[A-Z][\w&/-]*|and|or|of|&|,|the|for|[Ee]xclusive|[Nn]on-[Ee]xclusive|[Cc]o-[Ee]xclusive|license|licence|sublicense|option|collaboration|research|development|commercialization|patent|cross-license|asset purchase|assignment|definitive|separate|written|letter|sublicence|contribution|co-development|distribution|and)[ ,]+){0,8}"
    r"(?:[Aa]greements?|AGREEMENT|[Ii]nstruments?|[Cc]ontracts?|[Dd]eed)\b"
)
LICENCE_TITLE = late(
    r"letter of intent|term sheet|memorandum of understanding|heads of terms|licen[cs]|option|collaborat|assign|asset purchase|purchase and sale|settlement|commerciali[sz]|contribution agreement|co-?development|partnership|alliance|acquisition agreement",
    re.I,
)
OTHER_TITLE = cue(
    r"(?:supply|manufactur\w+|service|employment|consult\w+|merger|stock purchase|share purchase|securities purchase|subscription|lease|credit|loan|underwriting|grant|research and development agreement|confidential\w*|material transfer|"
    r"clinical trial|distribution|equity|note purchase|registration rights|rights|voting|indemnif\w+|separation|severance|purchase option|data-sharing|quality|tenancy|business cooperation|cooperation)[\w ]{0,20} agreement",
    re.I,
)


def spaced(pattern: str) -> str:
    """A pattern in which each single blank stands for one or more, because shapes hold runs where asides were."""
    return re.sub(r" (?![+*?{])", " +", pattern)
