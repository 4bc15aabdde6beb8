"""How a text tells a former name by the time when it was borne: "until 2009 we were Y", "which then bore the name Y".

Patterns as those of `former_name_frames`: `x` the organisation by what it is called now, `y` by what it was called
before, `d` the day of the change; an organisation that is not named is the one that speaks.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

from kg.extract.former_name_frames import AS, NAMED, D, O, Pattern, rule
from kg.extract.former_name_slots import NAME, NOT_HIS, E, Q, end_day

_NO = r"[^;.\ue400-\ue5ff]"
_THEN = (
    r"(?:then|still|formerly|previously|originally|initially|once|yet|at\sfirst|for\sa\s(?:time|while)|back\sthen|as\syet"
    r"|at\s(?:that|the)\stime|in\sthose\sdays|in\sthat\syear)"
)
"""Words that say of a name that it is past."""
_BORE = (
    rf"(?:(?:bore|borne|carried|used|had|went\sby|gone\sby|ran\sunder|operated\sunder|traded\sunder|did\sbusiness\sunder|existed\sunder|lived\sunder)\s(?:the|its)\s{NAME}(?:\sof)?"
    rf"|(?:went|gone)\sby|(?:called|styled|named)\s(?:itself|ourselves|themselves|us)|(?:was|were|been)(?:\s{NAMED}(?:\s{AS})?)?"
    rf"|(?:traded|operated|practi[cs]ed|did\sbusiness|conducted\sbusiness)\s{AS})"
)
_PAST = (
    rf"(?:{end_day('d1')}|(?:between|from)\s[^;.\ue400-\ue5ff]{{1,60}}\s(?:and|to|until|through)\s(?:[^;.,\ue400-\ue7ff]{{0,30}}\s)?(?P<d2>{D})"
    rf"|(?:for|during)\s(?:[\w-]+\s){{1,4}}(?:years|months|decades)(?:\s(?:before|until)\s[^;.]{{0,60}}?)?)"
)
"""A time that is over: until a day, from one to another, for so many years."""
_STOP = rf"(?={E}(?:[,.;:)]|$|\s(?:and|when|until|till|before|for|in|on)\b))"
_GIVEN_UP = (
    r"(?:gave\sup|g[ia]ven?\sup|dropped|abandoned|shed|shortened|changed|replaced|discarded|relinquished|retired|laid\saside|put\saside|left\sbehind|outgr[eo]wn?|parted\swith)"
)
_LEFT = rf"(?:(?:(?P<x>{O})|it|they)\s(?:have\s|has\s|had\s)?(?:since\s|later\s|then\s)?|(?:was|has\sbeen)\s(?:since\s|later\s|then\s)?|(?:since|later|now|then)\s)?{_GIVEN_UP}\b(?:\s[^;.\ue400-\ue7ff]{{0,40}}?\b(?:in|on|as\sof|effective|since)\s(?P<d>{D}))?"
_LEFT2 = (
    rf"(?:(?:(?:(?P<x2>{O})|it|they)\s(?:have\s|has\s|had\s)?(?:since\s|later\s|then\s)?|(?:was|has\sbeen)\s(?:since\s|later\s|then\s)?|(?:since|later|now|then)\s)?{_GIVEN_UP}\b(?:\s[^;.\ue400-\ue7ff]{{0,40}}?\b(?:in|on|as\sof|effective|since)\s(?P<d2>{D}))?"
    rf"|(?:(?P<x3>{O})|it)\s(?:bore|used|had|carried|went\sby)\s(?:{end_day('d3')}|from\s[^;.\ue400-\ue5ff]{{1,40}}\s(?:to|until)\s(?P<d4>{D})))"
)

TIMES: tuple[Pattern, ...] = (
    rule(
        "which-then", "A company which at some time bore another name.",
        rf"(?P<x>{O}){E}(?:\s\([^()]{{0,60}}\))?,?\s\(?(?:which|that|who|when\sit|because\sit|as\sit)\s(?:had\s)?(?:{_THEN},?\s){{1,2}}{_BORE}\s(?:the\s)?{Q}(?P<y>{O}){NOT_HIS}{_STOP}",
        ("In June 2009 the Company, which then bore the name Widget Holdings LLC, licensed the compound.",
         "The patents belong to Acme Europe Limited, which at that time still called itself Widget Tools Limited."),
        ("In June 2009 the Company, which then owned Widget Holdings LLC, licensed the compound.",
         "Acme Europe Limited, which then was Widget Tools Limited's agent, sold us the patents."),
    ),
    rule(
        "then-still", "A company, and what it still was at some time.",
        rf"(?P<x>{O}){E}(?:\s\([^()]{{0,60}}\))?,?\s\(?(?:(?:at\s(?:that|the)\stime|in\sthose\sdays|back\sthen|in\sthat\syear),?\s(?:still\s|yet\s)?|then\sstill\s|still\s)(?:{NAMED}\s)?(?:{AS}\s)?{Q}(?P<y>{O}){NOT_HIS}(?={E}[,;)])",
        ("In 2009 the Company, at that time still called Widget Holdings LLC, licensed the compound.",),
        ("In 2009 the Company, at that time with Widget Holdings LLC, licensed the compound.",),
    ),
    rule(
        "when-still", "When a company still was another name.",
        rf"\bwhen\s(?P<x>{O})\s(?:was|were)\s(?:still|yet|not\syet\s{O},?\sbut)\s(?:{NAMED}\s)?(?:{AS}\s)?{Q}(?P<y>{O}){NOT_HIS}{_STOP}",
        ("We were listed in 1999, when we were still Widget Tools Corp.",),
        ("That was when we were still Widget Tools Corp.'s tenant.",),
    ),
    rule(
        "until-was", "A company was another name until some day, or for so long.",
        rf"(?:^|[“\"(,;:]\s?|\bthat\s|\band\s){_PAST},?\s(?P<x>{O})\s(?:had\s)?(?:was|were|been)\s(?:still\s|simply\s|plain\s)?{Q}(?P<y>{O}){NOT_HIS}(?={E}(?:[.;:)]|,(?!\s{O}|\sand\s{O})|$|\s(?:until|before|for|when)\b))",
        ("Until 2009 we were Widget Cellular, Inc.",
         "From 2004 to 2009 the Company was Widget Cellular, Inc.",
         "Incorporated in England, we were for twenty months Widget Newco Ltd.; for twenty months we were Widget Newco Ltd."),
        ("Until 2009 our parent was Widget Cellular, Inc.",
         "Until 2009 we were Widget Cellular, Inc.'s tenant.",
         "Until 2009 the sole shareholder of the Company was Widget Cellular, Inc."),
        0.88,
    ),
    rule(
        "before-it-became", "What a company was before it became something else and took the present name.",
        rf"\b(?:before|until|prior\sto|up\sto)\s(?:(?:it|we|this|its|our|the|{O})(?:['’]s?)?\s)[^;.\ue400-\ue7ff]{{0,60}}?\b(?:bec[ao]m\w*|conver\w+|list\w*|merg\w+|reorgani\w+|re-?incorp\w+|re-?regist\w+|took|tak\w+|adopt\w*|assum\w+|chang\w+|name|float\w*|went)\b"
        rf"[^;.\ue400-\ue7ff]{{0,60}}?(?P<d>{D})(?:[^;.\ue400-\ue7ff]{{0,60}})?,?\s(?P<x>{O})\s(?:was|were|had\sbeen|bore\sthe\s{NAME}(?:\sof)?)(?:\s{NAMED}(?:\s{AS})?)?\s{Q}(?P<y>{O}){NOT_HIS}(?={E}(?:[.;:)]|$|,(?!\s{O}|\sand\s{O})))",
        ("Before it became a public company on August 19, 2011 and took its present name, the Company was Widget Newco Limited.",
         "Prior to its conversion into a corporation on May 4, 2010 the Company was Widget Newco LLC."),
        ("Before it became a customer on August 19, 2011, the Company was Widget Newco Limited's landlord.",),
        0.88,
    ),
    rule(
        "name-at-birth", "The name a company had when it was founded.",
        rf"(?:(?:(?P<x>{O})(?:['’]s?)?|\b(?:its|the|it))\s)?(?:(?:first|original|earliest|initial)\s{NAME},\s(?:in|of|from)\s{D},|{NAME}\s(?:at\s(?:birth|first|(?:(?:its|the|{O})\s)?(?:founding|formation|incorporation|outset|start|beginning|inception))"
        rf"|given\s(?:to\s)?(?:it|{O})\sat\s(?:birth|(?:(?:its|the|{O})\s)?(?:founding|formation|incorporation|inception)))(?:,?\s(?:in|on)\s{D},?)?|(?<=[Aa]t\sbirth\s{O}\s){NAME})"
        rf"\s(?:was|had\sbeen|read)\s{Q}(?P<y>{O}){NOT_HIS}(?={E}(?:[,.;)]|$))",
        ("We are now listed; our name at birth, in 2002, had been Widget Newco, Inc.",
         "Our first name, in 2002, was Widget Newco, Inc."),
        ("Our supplier's name at first was known to Widget Newco, Inc.",),
        0.88,
    ),
    rule(
        "was-for", "A company was another name for so long before it settled on the present one.",
        rf"(?P<x>{O})\s(?:was|were)\s(?:for\s(?:[\w-]+\s){{1,4}}(?:years|months|decades)\s)?{Q}(?P<y>{O}){NOT_HIS}{E},?\s(?:for\s(?:[\w-]+\s){{1,4}}(?:years|months|decades)\s)?(?:before|until)\s(?:settling|deciding|choosing|adopting|taking|assuming|agreeing|(?:it|we)\s(?:took|adopted|chose|settled|assumed))\b[^;.]{{0,40}}?\b(?:present|current|new)\s{NAME}\b",
        ("Founded as a shell, we were Widget Newco Ltd. for twenty months before settling on our present name.",),
        ("We were Widget Newco Ltd.'s tenant before settling on our present name.",),
    ),
    rule(
        "before-that", "What a company was before it had its present name.",
        rf"\b(?:present|current|new|existing)\s{NAME}\b[^;.\ue400-\ue7ff]{{0,60}}?(?P<d>{D})?[^;.\ue400-\ue5ff]{{0,20}}[;,.:–—]\s?(?:and\s|but\s)?(?:before\sthat|before|earlier|previously|until\sthen|originally|at\sfirst|prior\sto\sthat|formerly),?\s(?:(?:it|this|that)\s(?:was|had\sbeen|read)|(?:{O}|we|it)\s(?:was|were|had\sbeen)(?:\s{NAMED}(?:\s{AS})?)?)\s{Q}(?P<y>{O}){NOT_HIS}(?={E}[,.;)]|$)",
        ("We have had our present name since May 2010; before that it was Widget Tools Corp.",),
        ("Our present name is older than the parent we had: before that it was owned by Widget Tools Corp.",),
    ),
    rule(
        "given-up", "A name that was given up.",
        rf"{Q}(?P<y>{O}){E},?\s(?:the|a|our|its|that)\s{NAME},?\s(?:(?:which|that)\s)?{_LEFT}"
        rf"|\b{NAME}(?:\sof|,)?\s{Q}(?P<y2>{O}){NOT_HIS}{E},?\s(?:a\s{NAME}\s|the\s{NAME}\s)?(?:(?:which|that)\s)?{_LEFT2}",
        ("The contract was signed by us as Widget Tools Corp., the name we gave up in 2010.",
         "Readers of older reports will find us under the name Widget Tools Corp., given up in May 2010.",
         "The name Widget Tools Corp., which we bore from 1999 to 2010, still appears on some certificates."),
        ("The contract was signed by us and by Widget Tools Corp., the name of which we know.",
         "We sell lathes under the name Widget Tools, which we have used since 2004."),
    ),
    rule(
        "exchange-name", "A vote to give a name up for that under which the company files.",
        rf"\bto\s(?:exchange|swap|drop|abandon|replace|give\sup|shed|trade|discard)\s(?:the|our|its)\s(?:old\s|former\s|present\s|then\s)?{NAME}(?:\sof|,)?\s{Q}(?P<y>{O}){NOT_HIS}{E}\s(?:for|in\sfavou?r\sof|with|by|and\sto\s(?:take|adopt|assume))\s(?:the\s{NAME}(?:\sof)?\s|that\sof\s)?{Q}(?P<x>{O})",
        ("Our stockholders voted in May 2010 to exchange the name Widget Tools Corp. for Acme Therapeutics, Inc.",),
        ("Stockholders voted in May 2010 to exchange the name Widget Tools Corp. for Box Corp.",),
    ),
    rule(
        "named-us", "What somebody had named the company.",
        rf"(?:\b(?:founders?|founding\s\w+|parents?|owners?|predecessors?|promoters?|incorporators?|charter|(?:articles|certificate)(?:\sof\s(?:incorporation|association))?)\b(?:\sof\s{D})?[^;.\ue400-\ue7ff]{{0,20}}?\s(?:had\s)?(?:first\s|once\s|originally\s)?"
        rf"(?:called|named|christened|baptized|styled)\s(?:it\s|(?P<x>{O})\s)|\b(?:gave|given)\s(?:it\s|(?P<x2>{O})\s)the\s{NAME}(?:\sof)?\s){Q}(?P<y>{O}){NOT_HIS}(?={E}[,.;)]|$)",
        ("Since May 2010 we have been Acme Therapeutics, Inc.; our founders had called us Widget Tools Corp.",
         "Our charter of 1999 gave us the name Widget Tools Corp., which we shortened in May 2010."),
        ("Our founders called Widget Tools Corp. to order.",),
        0.88,
    ),
    rule(
        "until-appositive", "A name, another one, and until when.",
        rf"(?<!,\s)(?<!and\s)(?P<x>{O}){E},\s{Q}(?P<y>{O}){NOT_HIS}{E}\s(?:until|till|up\sto|before)\s(?:[^;.,\ue400-\ue7ff]{{0,30}}\s)?(?P<d>{D})(?=,(?!\s(?:and\s|or\s)?{O}))",
        ("Acme Europe Limited, Widget Tools Limited until 2008, sold us the patents.",),
        ("Our licensees were Acme Europe Limited, Widget Tools Limited until 2008, and Box Limited.",),
        0.88,
    ),
    rule(
        "in-days-as", "The days of a company under another name.",
        rf"(?P<x>{O}){E},?\s\(?in\s(?:its|their|our)\s(?:\w+\s){{0,2}}(?:days|years|life|incarnation|existence)\s(?:(?:as|under\sthe\s{NAME}(?:\sof)?|{NAMED}(?:\s{AS})?)\s)?{Q}(?P<y>{O}){NOT_HIS}(?={E}[,;)])"
        rf"|\bin\s(?:our|its|the\s\w+['’]s|(?P<x2>{O})['’]s?|{O})\s(?:\w+\s){{0,2}}(?:days|years|life|incarnation|existence)\s(?:as|under\sthe\s{NAME}(?:\sof)?)\s{Q}(?P<y2>{O}){NOT_HIS}(?={E}[,;.)]|\s(?:we|it|the)\b|\s{O})",
        ("Acme Europe Limited, in its earlier days Widget Tools Limited, makes drugs.",
         "In our years as Widget Tools Corp. we sold lathes."),
        ("In our years as Widget Tools Corp.'s licensee we sold lathes.",),
        0.88,
    ),
    rule(
        "reported-as", "The name under which a company reported, signed or was listed until some day.",
        rf"{end_day('d1')},?\s(?P<x>{O})\s(?:had\s|was\s|were\s)?(?:filed|reported|published|signed|contracted|appeared|listed|quoted|registered|wrote)\b[^;.]{{0,50}}?\s(?:as|under\sthe\s{NAME}(?:\sof)?)\s{Q}(?P<y>{O}){NOT_HIS}(?={E}[,;.)]|$)"
        rf"|\b(?:shares|stock|securities|reports),?\s(?:which\s)?(?:were\s)?(?:listed|quoted|traded|filed|registered|admitted)\s{end_day('d2')}\s(?:as|under\sthe\s{NAME}(?:\sof)?)\s{Q}(?P<y2>{O}){NOT_HIS}(?={E}[,;.)]|$)",
        ("Before May 2010 we filed our reports as Widget Tools Corp.",
         "The shares, listed before May 2010 under the name Widget Tools Corp., are traded on Nasdaq."),
        ("Before May 2010 we filed our reports as Widget Tools Corp.'s subsidiary.",),
        0.85,
    ),
    rule(
        "renamed-from", "A company renamed from another name.",
        rf"(?P<x>{O}){E}(?:\s\([^()]{{0,60}}\))?,?\s\(?{_NO}{{0,60}}?\bre-?named(?:\s(?:in|on)\s(?P<d>{D}))?\sfrom\s{Q}(?P<y>{O}){NOT_HIS}(?:{E}\s(?:in|on)\s(?P<d2>{D}))?",
        ("Acme Europe Limited, which has been renamed from Widget Tools Limited, sold us the patents.",),
    ),
    rule(
        "as-itself", "A company that did something under a name of its own then.",
        rf"(?P<x>{O}),\s(?:then\s)?(?:as|under\sthe\s{NAME}(?:\sof)?|writing\sas|signing\sas|trading\sas|acting\sunder\sthe\s{NAME}(?:\sof)?)\s{Q}(?P<y>{O}){E},\s(?:had\s|first\s|once\s)*(?:licensed|acquired|bought|sold|signed|entered|granted|leased|filed|issued|agreed|made|obtained|received|took|gave)\b",
        ("In 2009 the Company, as Widget Holdings LLC, licensed the compound from Ohio Foundation.",),
        ("In 2009 the Company, as Widget Holdings LLC's agent, licensed the compound from Ohio Foundation.",),
        0.85,
    ),
    rule(
        "became-apposed", "Our landlord, one name, became another.",
        rf"(?:{O}|\b(?:the|its|their))\s(?:[\w-]+\s){{0,4}}[\w-]+,\s(?P<y>{O}){E},\s(?:then\s|later\s|has\ssince\s)?(?:became|become)\s(?:known\sas\s|called\s)?{Q}(?P<x>{O})(?={E}(?:,|\.|;|\sin\s{D}|\son\s{D}|\sby\schange|$))",
        ("Our landlord, Widget Tools Limited, became Cobalt Labs Limited in 2008.",),
        ("Our landlord, Widget Tools Limited, became Cobalt Labs Limited's tenant in 2008.",),
        0.85,
    ),
)  # fmt: skip
