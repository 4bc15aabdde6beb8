"""How a text tells what an organisation was called before: patterns over a sentence with names and dates as marks.

In each `x` is what the organisation is called now, `y` what it was called before, `d` the day of the change.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.rules import Rule

O, D = "[\ue400-\ue5ff]", "[\ue600-\ue7ff]"  # noqa: E741 — the letters in which the patterns are written
_G = r"[^;\ue400-\ue5ff]"
_NAME_WORDS = (
    r"(?:(?:corporate|company|legal|official|present|current|trade|firm|registered|then|first)\s)?(?:name|style|title)"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern; an organisation without `x` is the one that speaks."""

    rule: Rule
    pattern: re.Pattern[str]


def rule(
    number: str,
    description: str,
    pattern: str,
    positive: tuple[str, ...],
    negative: tuple[str, ...] = (),
    confidence: float = 0.92,
) -> Pattern:
    return Pattern(
        Rule(f"former-name-{number}", 1, description, positive, negative, confidence), late(pattern, re.I)
    )


_CHANGE = r"(?:amendment|change|merger|reincorporation|conversion|listing|reorgani[sz]ation|restructuring|rebranding|redomestication)"
_BEFORE = (
    rf"(?:formerly|previously|hitherto|heretofore|theretofore|f/[kn]/a|f\.[kn]\.a\.|fka|née|né|then|once|originally|initially"
    rf"|erstwhile|at\sfirst|at\sone\stime|in\s(?:former|earlier)\s(?:times|days|years)|lately"
    rf"|(?:until|up\sto)\s(?:its\s{_NAME_WORDS}\swas\schanged\s(?:in|on)\s)?(?P<d>{D})|until\s(?:(?:very\s)?(?:recently|lately)|then|last\s\w+|yesterday|earlier\sthis\s\w+|(?:a\s)?(?:few|two|three|some)\s\w+\sago)"
    rf"|(?:formerly|previously|hitherto|originally),?\sand\s(?:until|up\sto|before|prior\sto)\s[^;()\ue400-\ue7ff]{{0,50}}?(?P<d6>{D}),?|(?:prior\sto|before|until)\s(?:(?:an?|its|the)\s)?(?P<d0>{D}),?(?:\s{_CHANGE}\b,?)?)"
)
AS = (
    r"(?:as|by|by\s(?:the\s)?(?:\w+\s)?(?:name|style|title)(?:\sof)?|under\s(?:the|its)\s(?:\w+\s){0,2}(?:name|style|title)"
    r"(?:\sof)?|the\s(?:\w+\s)?(?:name|style|title)(?:\sof)?)"
)
NAMED = (
    r"(?:known|called|named|styled|titled|entitled|designated|denominated|trading|traded|operating|operated"
    r"|conducting\sbusiness|incorporated|doing\sbusiness|going|bearing|listed|quoted|registered|organized)"
)
_CALLED = rf"(?:\s?,?\s{NAMED})?(?:\s{AS})?"
_TOOK = (
    r"(?:adopt(?:ed|s|ing)|assum(?:ed|es|ing)|took|takes|taking|acquir(?:ed|es|ing)|receiv(?:ed|es|ing)"
    r"|chos(?:e|en)|choosing|(?:was|were|been)\sgiven|(?:began|begun|started)\s(?:using|to\suse|to\sbear))"
)
_TURNED = (
    r"(?:emerg(?:ed|es|ing)|re-?emerged|surviv(?:ed|es)|continu(?:ed|es)|reincorporated|redomesticated|redomiciled|relaunched"
    r"|reborn|re-?constituted|re-?registered|converted|transformed|restyled|retitled|redesignated|reorgani[sz]ed"
    r"|re-?christened|rebranded|re-?named|(?:became|becoming)(?=\san?\s))"
)
_X_THEN_Y = (
    rf"(?P<x>{O})[”\"]?(?:\sand\s(?:its\s)?(?:consolidated\s|wholly[\s-]owned\s)?subsidiar(?:y|ies))?(?:\s\([^()]{{0,60}}\))?,?\s[(\[]?(?:which\swas\s|itself\s|a\scompany\s|was\s"
    rf"|is\sthe\scompany\s|an?\s(?:[A-Z][\w-]*\s){{0,3}}(?:\w+\s){{0,3}}(?:corporation|company|partnership|firm"
    rf"|entity|society|institute|foundation|association)(?:\s(?:organized|incorporated|formed|based)?\s?(?:in|of"
    rf"|under\sthe\slaws\sof)\s[^,;\ue400-\ue7ff]{{1,40}})?,?\s)?"
)

FORMER_NAMES: tuple[Pattern, ...] = (
    rule(
        "formerly", "A name followed by the former one.",
            rf"{_X_THEN_Y}(?:(?:as\s|the\s)?successor\s(?:in\sinterest\s)?(?:to|of),?\s(?:and|or)\s|name\schanged\s(?:in|on|as\sof|effective)\s(?P<d7>{D})[;,]\s)?{_BEFORE}{_CALLED},?:?\s(?:the\s)?[“\"]?(?P<y>{O})(?:,?\suntil\s{_G}{{0,40}}?(?P<d2>{D}))?",
        ("Acme Therapeutics, Inc. (formerly known as Widget Tools Corp.) has its office in Ohio.",
         "Acme Therapeutics, Inc., formerly Widget Tools Corp., makes drugs."),
        ("Acme Therapeutics, Inc. acquired Widget Tools Corp.",),
    ),
    rule(
        "which-until", "A company which until some day was called otherwise.",
            rf"(?P<x>{O})(?:\s\([^()]{{0,60}}\))?,?\s(?:which|that)\s(?:until\s(?P<d>{D}),?\s(?:was|had\sbeen|bore\sthe\sname|traded"
            rf"|operated|did\sbusiness|went)|(?:was|had\sbeen|traded|operated|did\sbusiness)\s(?:until|prior\sto|before)\s(?P<d0>{D}))"
            rf"(?:\s(?:called|named|known|listed|registered|quoted|trading))?(?:\s(?:on|in|at)\s[^;,\ue400-\ue7ff]{{1,30}})?"
            rf"(?:\s(?:as|by\sthe\sname\sof|under\sthe\sname(?:\sof)?))?\s[“\"]?(?P<y>{O})",
        ("Acme Therapeutics, Inc., which until May 2010 was called Widget Tools Corp., makes drugs.",
         "Acme Therapeutics, Inc., which until May 3, 2010 traded on AIM as Widget Tools plc, has moved.",),
    ),
    rule(
        "as-it-was-called", "A name, as the company was then called.",
            rf"(?P<y>{O}),?\s(?:as\s(?P<x>{O})\s(?:was|were)\s(?:then|formerly|previously|at\sthe\stime|originally)\s(?:called|known|named|styled))",
        ("The licence was granted to Widget Tools Corp., as Acme Therapeutics, Inc. was then called.",),
    ),
    rule(
        "known-until", "A name, and until when the company was known by another.", 
            rf"(?P<x>{O})(?:\s\([^()]{{0,60}}\))?,?\s(?:which\swas\s|was\s)?{NAMED}\s(?:until|prior\sto|before)\s(?:(?P<d>{D})|[^;\ue400-\ue7ff]{{1,40}})\s(?:as|by\sthe\sname(?:\sof)?"
            rf"|under\sthe\sname(?:\sof)?)?\s?[“\"]?(?P<y>{O})",
        ("Acme Therapeutics, Inc., known until August 1991 as Widget Tools Corp., makes drugs.",),
    ),
    rule(
        "whose-name", "A company whose name had been another.", 
            rf"(?P<x>{O})(?:\s\([^()]{{0,60}}\))?,?\s(?:an?\s[^;,\ue400-\ue5ff]{{1,60}}\s)?whose\s{_NAME_WORDS}\s(?:had|was"
            rf"|has)\s{_G}{{0,40}}?\s?[“\"]?(?P<y>{O})(?:\s(?:before|until|prior\sto)\s{_G}{{0,20}}?(?P<d>{D}))?(?:[^;]{{0,20}}?\bbec[ao]me[s]?\s(?P<x2>{O}))?",
        (
            "Effective May 2, 2012, the Company, whose corporate name had until then been Widget Tools Corp.,"
            " became Acme Therapeutics, Inc.",),
    ),
    rule(
        "renamed", "A company renamed.", 
            rf"(?P<y>{O})(?:\s\([^()]{{0,60}}\))?,?{_G}{{0,40}}?\b(?:was|were|is|has\sbeen|had\sbeen|be|since"
            rf"|subsequently|thereupon|and)?\s?(?:re-?named|rechristened|rebranded)(?:\sitself)?(?:\s(?:as|to"
            rf"|into))?\s[“\"]?(?P<x>{O})",
        ("On June 14, 1999 Widget Tools Limited was renamed Acme Europe Limited.",),
    ),
    rule(
        "name-changed", "The change of a name from one to another.", 
            rf"\bname\b{_G}{{0,40}}?\b(?:was|has\sbeen|is|had\sbeen)?\s?(?:changed"
            rf"|change)?\s?from\s[“\"]?(?P<y>{O})[”\"]?,?\sto\s[“\"]?(?P<x>{O})",
        ("The name of the corporation was changed on May 5, 2003 from Widget Tools Corp. to Acme Therapeutics, Inc.",
         "On May 5, 2003 we changed our name from Widget Tools Corp. to Acme Therapeutics, Inc."),
        ("We may change our name from Widget Tools Corp. to Acme Therapeutics, Inc.",),
    ),
    rule(
        "changed-to", "A company changed its name to another.", 
            rf"(?P<y>{O})(?:\s\([^()]{{0,60}}\))?{_G}{{0,200}}?\b(?:chang(?:ed|es|ing)|has\schanged)\s(?:its|their"
            rf"|the|our)\s{_NAME_WORDS}\sto\s[“\"]?(?P<x>{O})",
        ("In May 2003 Widget Tools Corp. changed its name to Acme Therapeutics, Inc.",),
        ("Widget Tools Corp. may have changed its name to Acme Therapeutics, Inc.",
         "In May 2003 the Company acquired Widget Tools Corp. and changed its name to Acme Therapeutics, Inc."),
    ),
    rule(
        "adopted", "A company took, adopted or assumed a name.", 
            rf"(?P<y>{O})(?:\s\([^()]{{0,60}}\))?[^;]{{0,200}}?\b{_TOOK}\s(?:(?:the|its|a|as\sits|for\sits|as\sa)\s"
            rf"(?:new\s)?{_NAME_WORDS}(?:\sof|:|,)?\s[“\"]?(?P<x>{O})"
            rf"|[“\"]?(?P<x2>{O})[”\"]?\s(?:as|for)\s(?:its|a|the)\s(?:new\s)?{_NAME_WORDS})",
        ("In May 2003 Widget Tools Corp. adopted the name Acme Therapeutics, Inc.",
         "In May 2003 Widget Tools Corp. merged with a shell and took Acme Therapeutics, Inc. as its name.",
         "By resolution of May 2, 2003 Widget Tools Limited adopted the style Acme Therapeutics, Inc."),
    ),
    rule(
        "formed-as", "A company formed under another name, which it has changed since.",
        rf"(?P<x>{O})[^;]{{0,80}}?\b(?:formed|founded|incorporated|organi[sz]ed|established|began|started"
        rf"|commenced)\b(?!\s(?:an?|our|its|the|two|several|another)\s(?:[\w-]+\s){{0,4}}(?:subsidiar|compan|corporation|venture|entit|affiliate|partnership)){_G}{{0,60}}?\b(?:as|under\sthe\sname(?:\sof)?)\s[“\"]?(?P<y>{O})(?!['’]s\b)(?:[^;]{{0,120}}?\b"
        rf"(?:name|renamed)\b[^;]{{0,40}}?(?P<d>{D})?)?",
        ("The Company was formed in 2004 as Widget Tools Limited and took its present name on 1 May 2007.",
         "We were incorporated in Nevada under the name Widget Tools Corp."),
        ("We were incorporated in Nevada as a corporation.", "We began in 1999 as Widget Tools Corp.'s tenant."),
    ),
    rule(
        "became", "One full name became another.", 
            rf"(?P<y>{O})(?:\s\([^()]{{0,60}}\))?\sbecame\s(?:known\sas\s|called\s)?(?P<x>{O})(?=,|\.|\sby\s|\s\("
            rf"|\supon|\son\s|$)",
        ("A few minutes later Widget Tools Corp. became Acme Therapeutics, Inc.",),
        ("Widget Tools Corp. became a subsidiary of Acme Therapeutics, Inc.",), 0.8,
    ),
    rule(
        "known-as-now", "A company henceforth known by another name.", 
            rf"(?P<y>{O})[^;]{{0,200}}?\b(?:henceforth|now|hereafter|thereafter|since\sthen|today"
            rf"|currently|thenceforth)\s(?:be\s)?(?:known|called|named|styled|titled|designated)\s(?:as\s|by\sthe\sname\s(?:of\s)?)?[“\"]?(?P<x>{O})",
        ("Holders of Widget Tools Corp. voted that the corporation is henceforth known as Acme Therapeutics, Inc.",),
    ),
    rule(
        "former-name", "A former name given as such.", 
            rf"(?:(?P<x2>{O})[”\"]?,?\s\(?whose\s|\b)(?:former|previous|prior|old|original|earlier|first|initial|maiden|one-?time|erstwhile)"
            rf"\s{_NAME_WORDS}(?:,|:|\s\()?\s(?:was\s|is\s|of\s(?P<x>{O})\s(?:was"
            rf"|is)\s|had\sbeen\s|being\s)?(?:the\s)?[“\"]?(?P<y>{O})(?=[”\"]?(?:[,.;:)]|\s(?:[a-z]|{D})|$))",
        ("The shares traded under our former name, Widget Tools Corp., until May.",),
    ),
    rule(
        "predecessor-name", "The old name before the new one.", 
            rf"(?P<y>{O})(?:\s(?:of|in)\s[A-Z]\w+)?\s?[,(]\s?(?:now|which\sis\snow|now\sknown\sas|which\sis\snow\sknown\sas|n/k/a"
            rf"|which\shas\ssince\sbeen\srenamed|since\srenamed|today)\s(?:known\sas\s|called\s"
            rf"|named\s|(?:trading|operating|doing\sbusiness)\s(?:as|under\sthe\sname(?:\sof)?)\s"
            r"|by\s(?:a\s)?(?:change\sof\s(?:its\s)?name|name\schange)\s(?:to\s)?"
            rf"|{NAMED},\s[^;:()\ue400-\ue5ff]{{1,60}},\s{AS}\s)?(?P<x>{O})",
        ("We licensed the patents to Widget Tools Corp. (now Acme Therapeutics, Inc.) in 1999.",),
    ),
    rule(
        "was-then", "A company which was another name at some time, or for years.",
            rf"(?P<x>{O})(?:\s\([^()]{{0,60}}\))?,?\s\(?(?:which|that|who|then|itself)\s(?:(?:went\sby|bore|carried|used"
            rf"|operated\sunder|traded\sunder|did\sbusiness\sunder)(?:\s(?:the|its)\s(?:\w+\s)?(?:name|style|title)(?:\sof)?)?"
            rf"|used\sto\sbe(?:\s{NAMED}(?:\s{AS})?)?|(?P<was>was|were|had\sbeen))\s(?:the\s)?[“\"]?(?P<y>{O})[”\"]?"
            rf"(?P<end>\s(?:(?:until|up\sto|before|prior\sto|through)\s(?:[^;.,\ue400-\ue7ff]{{0,60}}?\s)?(?P<d>{D})"
            rf"|(?:at\s(?:the|that)\stime|when|while|until|back\s(?:in|then|when)|in\sthose\sdays|before\s(?:its|the|it)\b"
            rf"|prior\sto\s(?:its|the)\b|for\s(?:\w+\s){{1,6}}(?:years|decades))))?(?(end)|(?(was)(?!)|))",
        ("The patents are held by Acme Therapeutics, Inc., which was Widget Tools Corp. when they were issued.",
         "Our supplier Acme Therapeutics, Inc. (which went by Widget Tools Corp. before May 2, 2011) is in Ohio."),
        ("We bought Acme Therapeutics, Inc., which was Widget Tools Corp.'s supplier.",),
    ),
    rule(
        "was-now", "It was one name for years; it is another now.",
            rf"\b(?:was|had\sbeen|were)\s(?:(?:known|called|named)\s(?:as\s)?)?[“\"]?(?P<y>{O})[”\"]?[^.;\ue400-\ue5ff]{{0,80}}[;,.]\s(?:but\s|and\s)?"
            rf"(?:it|we|the\s\w+)\s(?:is|are|was|were|became|has\sbecome)\s(?:now\s|today\s)?(?:(?:known|called|named)\s(?:as\s)?)?"
            rf"[“\"]?(?P<x>{O})",
        ("For thirty years the parent was Widget Tools Corp.; it is now Acme Therapeutics, Inc., its chairman said.",),
    ),
    rule(
        "it-had-been", "A company, and behind it that it had been another name.",
            rf"(?P<x>{O})[^\ue400-\ue5ff]{{0,160}}?\b(?:it|which|that|and)\s(?:had\s(?:\w+\s){{0,2}}been|used\sto\sbe"
            rf"|was\s(?:once|formerly|previously|originally|first|initially))\s(?:{NAMED}\s)?(?:{AS}\s)?[“\"]?(?P<y>{O})(?=[”\"]?[,.;)])",
        ("Acme Therapeutics plc was re-registered on April 6, 2011; as a private company it had been Widget Tools"
         " Limited, and earlier still, up to 2009, Box Limited.",),
        ("Acme Therapeutics plc wrote that it had been Widget Tools Limited that sold it.",),
    ),
    rule(
        "has-become", "A company that has become another name.",
            rf"(?P<y>{O})[^;]{{0,200}}?\b(?:has|have|had)\s(?:\w+\s)?become\s(?:{NAMED}\s)?(?:{AS}\s)?[“\"]?(?P<x>{O})(?=[”\"]?[,.;)]|$)",
        ("The seller, Widget Tools Corp., has sold its name and, as of May 3, 2012, has accordingly become Acme"
         " Wind-Down LLC.",),
        ("Widget Tools Corp. has become Acme Therapeutics, Inc.'s supplier.",), 0.85,
    ),
    rule(
        "is-now", "From some day on a name is another.",
            rf"\b(?:effective|as\sof|from|starting|beginning)\s(?:on\s)?{D},?\s(?P<y>{O})\s(?:is|becomes)\s(?:now\s)?(?P<x>{O})(?=[”\"]?[,.;)]|$)",
        ("Effective June 1, 2012, Widget Tools, Inc. is Acme Therapeutics, Inc.",),
    ),
    rule(
        "word-added", "A name into which a word was put.",
            rf"(?P<y>{O})[^;]{{0,240}}?[“\"][^“”\"]{{1,30}}[”\"]\s(?:was|were)\s(?:inserted|added|appended|dropped|removed|deleted)\s(?:in|into|to"
            rf"|from)\s(?:(?:{O}|its|the)(?:[’']s)?\s)(?:\w+\s)?name\b",
        ("In May 2010 Widget Tools Corporation was continued into Delaware and the word “Holdings” was added to our name.",),
    ),
    rule(
        "turned-into", "A company that emerged, was converted or continued as one of another name.",
            rf"(?P<y>{O})(?:\s\([^()]{{0,60}}\))?[^;\ue400-\ue5ff]{{0,160}}?\b{_TURNED}\b[^;\ue400-\ue5ff]{{0,80}}?"
            rf"\s(?:(?:bearing|under|with|taking|using)\sthe\s(?:\w+\s)?(?:name|style|title)(?:\sof)?|as|called|named|known\sas|to\sbe)"
            rf"\s[“\"]?(?P<x>{O})(?![’']|\s(?:supplier|agent|licensee|distributor|partner|subsidiar))",
        ("Widget Tools Corp., an Ohio corporation, on May 2, 2012 merged into its subsidiary and emerged as Acme"
         " Therapeutics, Inc.",
         "Widget Tools LLC was converted into a Delaware corporation under the name Acme Therapeutics, Inc."),
        ("Widget Tools Corp. continued to act for the licensee as Acme Therapeutics, Inc.'s supplier.",), 0.85,
    ),
    rule(
        "rename-it", "Somebody renamed a company.",
            rf"(?:(?P<y>{O})[^.;\ue400-\ue5ff]{{0,120}}?\b(?:re-?nam(?:e|ed|ing)|rechristen(?:ed|ing)?|restyl(?:e|ed|ing)|rebrand(?:ed|ing)?)\s"
            rf"(?:it|itself|that\scompany|the\s(?:company|corporation|business|entity|shell))"
            rf"|\b(?:re-?nam(?:ed|ing)|rechristen(?:ed|ing)|rebrand(?:ed|ing))\s(?P<y2>{O}))(?:,)?\s(?:as\s|to\s(?:be\s)?)?[“\"]?(?P<x>{O})",
        ("At the meeting the owners of Widget Tools AG resolved to rename it Acme Therapeutics, Inc.",
         "In May 2010 we bought a shell and renamed Widget Tools Corp. Acme Therapeutics, Inc."),
    ),
    rule(
        "new-name-replaced", "The new name, which replaced another.",
            rf"\bname\b[^.;\ue400-\ue5ff]{{0,60}}?\b(?:replac(?:ed|es|ing)|supersed(?:ed|es|ing)|in\s(?:place|lieu)\sof|instead\sof"
            rf"|(?:was|were)\schanged\sfrom|changed\sfrom)\s(?:the\s(?:old|former)\s(?:one|name),?\s)?[“\"]?(?P<y>{O})",
        ("It was our first year under our new name, which replaced “Widget Tools, Inc.” on May 1, 2012.",),
        ("We may choose a name instead of Widget Tools, Inc.",),
    ),
    rule(
        "word-dropped", "A name from which a word was dropped.",
            rf"\b(?:drop(?:s|ped|ping)|delet(?:es|ed|ing)|remov(?:es|ed|ing)|str(?:ikes|uck|iking))\s(?:the\swords?\s)?"
            rf"[“\"][^“”\"]{{1,30}}[”\"]\sfrom\s(?:(?:the|its|our)\s(?:\w+\s)?name,?\s)?[“\"]?(?P<y>{O})",
        ("The restated charter drops “Holdings” from Widget Tools Holdings Corporation as of May 3, 2012.",),
    ),
    rule(
        "the-former", "A company, the former one of another name.",
            rf"(?P<x>{O})[”\"]?,?\s\(?(?:itself\s)?(?:the|our)\s(?:former|erstwhile|one-?time|old)\s[“\"]?(?P<y>{O})(?=[”\"]?[,.;)])",
        ("Acme Therapeutics, Inc., the former Widget Tools Corp., makes drugs.",),
        ("Acme Therapeutics, Inc. hired the former Widget Tools Corp. executives.",),
    ),
    rule(
        "successor-by-name", "A company that is another by change of name.",
            rf"(?P<x>{O})[”\"]?,?\s\(?(?:the\s|as\s|an?\s)?(?:successor\s(?:in\sname\s)?(?:by|through|upon|following)\s(?:a\s|its\s)?"
            rf"(?:change\sof\s(?:corporate\s)?name|name\schange)\s(?:to|from|of)"
            rf"|(?:by|following|through|after)\s(?:a\s|its\s)?(?:change\sof\s(?:its\s)?(?:corporate\s)?name|name\schange)\sfrom)\s[“\"]?(?P<y>{O})",
        ("The lease is between Oak Road Associates and Acme Therapeutics, Inc., successor by change of name to Widget"
         " Tools Corp., as Tenant.",),
    ),
    rule(
        "until-in-brackets", "A name with the former one and its last day in brackets.",
            rf"(?P<x>{O})\s?\((?:[^();]{{0,40}};\s)?(?:(?P<y>{O})[”\"]?,?\s(?:until|up\sto|to|through|before|prior\sto)\s(?P<d>{D})"
            rf"|(?:until|up\sto|to|through|before|prior\sto)\s(?P<d0>{D})[:,]?\s[“\"]?(?P<y2>{O}))[^();\ue400-\ue5ff]{{0,20}}\)",
        ("Subsidiaries and former name if any: Acme Services Ltd. (Scotland; Widget Assays Ltd. until 2010).",),
    ),
)  # fmt: skip
AND_BEFORE = late(
    rf"[”\"]?(?:,?\sand|;|,)\s(?:(?:which|itself)\s(?:in\sturn,?\s)?(?:(?:was|had\sbeen)\s)?(?=formerly|previously|originally|once|known|called|named|f/k/a))?(?:(?:even|still)\s)?(?:(?:earlier(?:\sstill)?|before\sthat|previously|prior\sto\sthat"
    rf"|prior\sthereto|originally|subsequently|later|thereafter|then|formerly|after\sthat|next|initially),?\s?)?"
    rf"(?:(?:(?:prior\sto|before|until|up\sto|from)\s(?:(?:an?|its|the)\s)?(?P<d>{D}),?(?:\s{_CHANGE}\b,?)?)\s)?"
    rf"(?:{NAMED}\s)?(?:{AS}\s)?[“\"]?(?P<y>{O})(?=[”\"]?(?:[,.;)]|\s\()|$)",
    re.I,
)
"""What a company was called before that, behind one former name."""
AMENDMENT = Rule(
    "former-name-amendment", 1, "A certificate that amends the article on the name of a company.",
    ("The undersigned, being the Secretary of Widget Tools Corp., certifies that Article I is amended to read: “The name"
     " of the corporation is Acme Therapeutics, Inc.”",
     "The name of the corporation is Widget Tools Corp. Article First is hereby amended to read as follows: The name of"
     " the corporation is Acme Therapeutics, Inc."),
    ("The name of the corporation is Acme Therapeutics, Inc.",), 0.9,
)  # fmt: skip
HEADINGS = Rule(
    "former-name-heading", 1, "A line under a name, or above the words of a cover page, that gives the former name.",
    ("ACME THERAPEUTICS, INC.\n(formerly Widget Tools Corp.)\nBalance sheets\n",
     "Widget Tools Corp. (Former name or former address, if changed since last report)"),
    ("Not applicable (Former name or former address, if changed since last report)",), 0.9,
)  # fmt: skip
HEADING = gate(
    rf"^\W*(?:formerly|previously|f/[kn]/a|f\.[kn]\.a\.|fka|originally)\s(?:{NAMED}\s)?(?:{AS}\s)?[“\"]?(?P<y>{O})[”\"]?\W*$", re.I
)
"""A line under a name: "(formerly Widget Tools Corp.)"."""
COVER = gate(rf"^\W*(?P<y>{O})[,.\s]*\(former\sname\b", re.I)
"""The line of a cover page that names the former name."""
COVER_LINE = late(r"\W*(?:former\sname\b|name\sof\s(?:the\s)?(?:registrant|issuer|company)\sas\spreviously\sspecified)", re.I)
"""The words under the former name on a cover page."""
LABELS = gate(
    rf"\b(?:(?:predecessor|former|previous|prior|earlier|past|old)\s(?:corporate\s|company\s|legal\s)?names(?:\sof\s(?:the\s\w+|(?P<x>{O})))?"
    rf"|name\shistory)(?:,?\sif\sany)?\s?(?::|[–—-]+|\s(?:are|were|include|included|have\sbeen)\b)\s?(?=[“\"]?{O})", re.I
)
"""Before a list of former names."""
LABELLED = late(
    rf"[“\"]?(?P<y>{O})[”\"]?(?:,?\s\(?(?:(?:[^();\ue400-\ue7ff]{{0,30}})?{D}?\s?(?:[–—-]|to|until|through|changed\sin|changed\son)?\s?(?:(?P<d>{D})|(?P<year>(?:19|20)\d\d)(?=\))))\)?)?[”\"]?(?:[;,]?\s(?:and\s)?|[;,.]|$)", re.I
)
"""One of such a list, with its last day or year."""
