"""How a text speaks of a former name in passing: "our old name, Y", "Y, as we were called until May", "dropped the name Y".

Patterns as those of `former_name_frames`: `x` the organisation by what it is called now, `y` by what it was called
before, `d` the day of the change; an organisation that is not named is the one that speaks.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

from kg.extract.former_name_frames import AS, NAMED, D, O, Pattern, rule

_NO = r"[^;.\ue400-\ue5ff]"
_X = rf"(?:(?P<x>{O})(?:[”\"]|['’]s)?(?:\s\([^()]{{0,60}}\))?{_NO}{{0,90}}?)?"
_SAID = rf"(?:(?P<x>{O})(?:[”\"]|['’]s)?(?:\s\([^()]{{0,60}}\))?|\b(?:company|corporation|registrant|issuer))\s{_NO}{{0,40}}?"
"""The company spoken of: a product or a plan has names too."""
Q = r"[“\"]?"
E = r"[”\"]?"
_OLD = r"(?:former|previous|prior|old|original|earlier|first|initial|maiden|erstwhile|one-?time|historic(?:al)?|legacy|pre-merger|predecessor|superseded|abandoned|then-current)"
NAME = r"(?:(?:corporate|company|legal|official|trade|business|registered|charter)\s)?(?:name|style|identity|title|designation|appellation|moniker)"


def end_day(group: str) -> str:
    """Until some day; `group` holds it."""
    return (
        r"(?:until|till|up\sto|through|before|prior\sto)\s(?:(?:the|its|our|an?|late|early)\s)?(?:[^;.\ue600-\ue7ff]{0,90}?\s)?"
        rf"(?P<{group}>{D})"
    )


def _then(group: str) -> str:
    """At some time, or until some day."""
    return rf"(?:{end_day(group)}|(?:at\s(?:the|that)\stime|when|while|until|before|prior\sto|in\sthose\sdays|back\sthen|back\sin)\b)"


_US = r"(?:it|us|ourselves|itself|the\scompany|we)"
NOT_HIS = r"(?!['’]|\s(?:shares|stock|supplier|subsidiar|employee|products?|plan|agreement|brand|trademark)\w*)"

SLOTS: tuple[Pattern, ...] = (
    rule(
        "old-name-is", "A former name given as such, of the one who speaks or is spoken of.",
        rf"{_X}\b{_OLD}\s{NAME}(?:\s(?:as|of|was|is|had\sbeen)|,|:|\s[–—-]+)?\s(?:the\s)?{Q}(?P<y>{O}){NOT_HIS}(?:{E},?\s{end_day('d3')})?",
        ("Certificates bearing our old name, Widget Tools Corp., remain valid.",
         "Acme shed its former identity as Widget Tools Corp. on June 3, 2011.",
         "The agreement was signed under the prior corporate name of Widget Tools Corp."),
        ("Our old name is dear to Widget Tools Corp.",),
    ),
    rule(
        "name-then", "A name, which is said to have been that of the company then or until some day.",
        rf"{Q}(?P<y>{O}){E},?\s\(?(?:(?:which|that)\s(?:is|was)\s)?(?:(?:what|as)\s)?(?:(?P<x>{O})(?:['’]s)?|its|the)\s(?:(?:{_OLD}|then)\s{NAME}\b"
        rf"|{NAME}\s(?:\w+\s){{0,3}}?{_then('d3')}|{NAME}\s(?:(?:{O}|it)\s)?(?:bore|used|had|went\sby|traded\sunder|carried)\s(?:\w+\s){{0,2}}?{_then('d4')}"
        rf"|(?:was|were)\s(?:{NAMED}\s)?(?:then\s|formerly\s)?{_then('d5')})",
        ("The certificates still read “Widget Tools Corp.”, the name we bore until 2011.",
         "The patents stand in the name of Widget Tools Corp., our name at the time of filing.",
         "The agreement was signed by Widget Tools Corp. (our former name).",
         "As Widget Tools Corp., which is what we were called before June 2011, we explored for copper."),
        ("We bought Widget Tools Corp., the name of which we knew.",),
    ),
    rule(
        "called-then", "A company that was called otherwise at some time.",
        rf"(?P<x>{O})(?:\s\([^()]{{0,60}}\))?(?:,?\s(?:which|that|when\sit|because\sit))?(?:,\s(?:by\sthe\sway|incidentally|however|in\sturn),)?(?:\s{_NO}{{0,40}})?\s?(?:was|were|had\sbeen|(?:used\sto|did)(?:\s(?:trade|do\sbusiness|operate|go|be))?)"
        rf"\s(?:\w+ly\s|then\s|still\s|also\s)?(?:(?P<n>{NAMED})\s)?{AS}?\s?{Q}(?P<y>{O}){NOT_HIS}{E}(?(n)(?:,?\s{end_day('d3')})?|,?\s{_then('d4')})",
        ("Shareholders will recall that we were Widget Tools Corp. when we went public in 1996.",
         "Acme Europe Limited was called Widget Ventures Limited at that time.",
         "From 1996 to 2011 the Company was called Widget Tools Corp."),
        ("Acme Europe Limited was sold by Widget Ventures Limited when it failed.",),
    ),
    rule(
        "traded-as", "A company that until some day did business under another name.",
        rf"(?P<x>{O}){_NO}{{0,60}}?\b(?:operated|traded|practi[cs]ed|did\sbusiness|conducted\sbusiness|used\sto\s(?:trade|operate|do\sbusiness)|was\slisted|(?:was|were)\sknown(?=\s(?:until|before|prior))|went)\s"
        rf"(?:{end_day('d3')}\s)?{AS}\s{Q}(?P<y>{O}){NOT_HIS}(?:{E},?\s(?:{_NO}{{0,30}}?)(?:until|through|before|prior\sto)\s(?:{_NO}{{0,30}}?)(?P<d2>{D}))?",
        ("Our distributor, Acme Analytics GmbH, operated until March 2009 as Widget Analytik GmbH.",
         "Acme Holding GmbH used to trade as Widget Analytik GmbH.",
         "Before the change of June 3, 2011 we traded as Widget Tools Corp."),
    ),
    rule(
        "name-had-been", "The name of a company had been another.",
        rf"{_X}\b{NAME}\s(?:was|were|had\sbeen|used\sto\sbe|remained)\s(?:{NAMED}\s)?{Q}(?P<y>{O}){NOT_HIS}(?={E}(?:,?\s(?:until|till|before|prior\sto|when|at\sthat|at\sthe\stime|through)\b|\.?$|\.\s|;))(?:{E},?\s{end_day('d3')})?",
        ("Our legal name was Widget Tools Corp. until the merger closed on June 3, 2011.",
         "From its organization in 1996 until June 3, 2011, our corporate name was Widget Tools Corp."),
        ("The name was Widget Tools Corp.'s to give.",),
    ),
    rule(
        "name-dropped", "A name that the company dropped.",
        rf"{_X}\b(?:drop(?:ped|ping)|abandon(?:ed|ing)|shed(?:ding)?|discard(?:ed|ing)|gave\sup|giving\sup|retir(?:ed|ing)|relinquish(?:ed|ing)|exchang(?:ed|ing)|swapp(?:ed|ing)|replac(?:ed|ing)|surrender(?:ed|ing)"
        rf"|ceas(?:ed|ing)\sto\s(?:use|bear|exist\sunder|operate\sunder|trade\sunder)|stopp(?:ed|ing)\susing)\s(?:the|our|its)\s(?:(?:old|former|corporate|longer|shorter|earlier|original|cumbersome|then|previous)\s)?{NAME}(?:\sof|\sas|,)?\s{Q}(?P<y>{O}){NOT_HIS}",
        ("In June 2011 we dropped the name Widget Tools Corp. in favor of Acme Therapeutics, Inc.",
         "We abandoned the name Widget Tools Corp. on June 3, 2011."),
        ("We replaced the name plate of Widget Tools Corp.",),
    ),
    rule(
        "change-from", "A change of name from a name.",
        rf"{_X}\b(?:{NAME}\schanges?|chang(?:e|ed|es|ing)\s(?:of\s)?(?:(?:our|its|the|{O}['’]?s?)\s)?(?:\w+\s)?{NAME}|{NAME}\s(?:of\s{O}\s)?(?:was\s|were\s|is\s)?(?:changed|altered|amended))(?:\sto\s{Q}{O}{E},?)?{_NO}{{0,40}}?\sfrom\s(?:that\sof\s)?{Q}(?P<y>{O})(?:{E},?\s(?:effective\s)?(?:in|on|as\sof|during|from|since|effective)\s(?:[^;,.\ue400-\ue7ff]{{0,40}}?\s)?(?P<d>{D}))?",
        ("We filed articles of amendment on June 3, 2011 to change our name from “Widget Tools Corp.”",
         "Our name change, from Widget Tools Corp., became effective June 3, 2011.",
         "Acme Europe Limited (name changed from Widget Ventures Limited in 2009) licensed it to us."),
        ("We changed the name on the label we had from Widget Tools Corp. and may change it again.",),
    ),
    rule(
        "changed-of", "The name of a company, which was then changed.",
        rf"(?P<y>{O}){E}(?:,\s|\s\(|['’]s\s|\s)(?:which\s(?:then\s|later\s|since\s|has\s|had\s)*changed\s(?:its\s)?{NAME}(?!\s(?:(?:in|on)\s{D}\s)?from\b)(?:\s(?:to|into)\s(?:ours|that\sof\s{O}|the\spresent\sone|what\sit\sis))?"
        rf"|{NAME}\s(?:was|has\sbeen)?\s?(?:later\s|then\s|since\s)?changed\b(?!\sfrom)(?![^()]{{0,60}}\b(?:formerly|previously|originally|from)\b)|was\s(?:later\s|then\s)?changed\sto\s{Q}(?P<x>{O})|was\sgiven\sits\s(?:present|current)\s{NAME})",
        ("Predecessor: Widget Tools Corp. (name changed June 3, 2011).",
         "The sub merged into Widget Tools Corp., which changed its name to ours on June 3, 2011.",
         "The name of the surviving corporation, Widget Tools Corp., was changed to Acme Therapeutics, Inc."),
        ("Widget Tools Corp. changed its mind about Acme Therapeutics, Inc.",),
    ),
    rule(
        "new-name-of", "A name, the new one of a company.",
        rf"(?P<x>{O}){E}(?:\s\([^()]{{0,60}}\))?(?:,)?\s(?:is|was|became|becomes|being)?\s?(?:the|a)\s(?:new|present|current|later|subsequent|successor|changed)\s{NAME}\s(?:of|for|given\s(?:in\s{D}\s)?to|adopted\s(?:in\s{D}\s)?by|taken\s(?:in\s{D}\s)?by)\s{Q}(?P<y>{O}){NOT_HIS}"
        rf"|(?P<x3>{O}){E}\s(?:is|was)\sthe\s{NAME}\s(?:given|chosen|taken|adopted)\s(?:in\s(?P<d3>{D})\s)?(?:to|for)\swhat\s(?:had\sbeen|was)\s{Q}(?P<y3>{O}){NOT_HIS}|(?P<x2>{O}){E}\sis\sthe\s{NAME}\s(?:under\swhich|by\swhich)\s(?P<y2>{O})\s(?:has\s|is\s|now\s|does\s)",
        ("Acme Therapeutics, Inc. is the new name of Widget Tools Corp.",
         "Acme Therapeutics, Inc. is the name under which Widget Tools Corp. has done business since June 2011."),
    ),
    rule(
        "new-name-to", "A company that agreed to, chose or received a new name.",
        rf"(?P<y>{O})[^;]{{0,160}}?\b(?:new|present|current)\s{NAME}(?:,|:|\sis|\swill\sbe|\s[–—-]+)?\s{Q}(?P<x>{O})(?={E}[,.;)]|$)",
        ("Widget Tools Corp., whose owners agreed on June 3, 2011 to a new name, Acme Therapeutics, Inc., has moved.",),
        ("We sold Widget Tools Corp. and it has our new name in Acme Therapeutics, Inc. files.",), 0.85,
    ),
    rule(
        "calls-itself", "A company that now calls itself another name.",
        rf"(?P<y>{O}){E}{_NO}{{0,60}}?(?:\b(?:now|today|henceforth|presently|currently|since\s{_NO}{{0,20}}?{D}|thereafter|hereafter)|{D})\s(?:(?:calls?|styles?|names?)\s(?:itself|ourselves|{O})|trades|does\sbusiness|goes|operates|do\sbusiness|trade|operate|go|works)"
        rf"(?:\s{AS})?\s{Q}(?P<x>{O})(?={E}[,.;)]|$)",
        ("Widget Analytik GmbH, which today calls itself Acme Holding GmbH, makes the assay.",
         "Widget Tools Corp. will henceforth do business as Acme Therapeutics, Inc., its directors said."),
    ),
    rule(
        "has-been-renamed", "A company that has been renamed and is now another name.",
        rf"(?P<y>{O}){E}{_NO}{{0,60}}?\b(?:renamed|is\sno\smore|no\slonger\sexists\sunder\sthat\sname|changed\sits\sname|under\sthat\sname)\b[^\ue400-\ue5ff]{{0,60}}?(?:it|the\s\w+|(?P<o>{O}))\s(?:is|are|has\sbeen|have\sbeen|became)\s(?:now\s|called\s|known\sas\s)*{Q}(?P<x>{O})(?={E}[,.;)]|$|\s(?:ever\s)?since)",
        ("Widget Ventures Limited has since been renamed: it is now Acme Europe Limited.",),
    ),
    rule(
        "started-as", "A company chartered, born or started under another name.",
        rf"(?P<x>{O}){_NO}{{0,60}}?\b(?:chartered|born|launched|created|set\sup)\b{_NO}{{0,50}}?\s(?:as|under\sthe\s(?:\w+\s)?name(?:\sof)?)\s{Q}(?P<y>{O})(?={E}(?:,|\.|;|\sin\s|\son\s|\sand\s(?:took|changed|became|issued|adopted)|\sissued|$))",
        ("Acme Europe Limited, chartered in 1991 as Widget Ventures Limited, issued the notes.",
         "Acme Europe Limited was born as Widget Ventures Limited and took its current name in 2011."),
        ("Acme Europe Limited was formed as Widget Ventures Limited's subsidiary.",), 0.85,
    ),
    rule(
        "known-to-you", "The company that somebody knew by another name.",
        rf"{_X}\b(?:know|knew|remember|recall|recogni[sz]e|think\sof)\s(?:{_US}|{O})?\s?(?:better\s|best\s|still\s)?as\s{Q}(?P<y>{O}){NOT_HIS}",
        ("Readers may remember us better as Widget Tools Corp., the copper explorer.",),
    ),
    rule(
        "set-off", "A name, and between dashes or in brackets what it was before.",
        rf"(?P<x>{O}){E}\s(?:[–—-]+\s|\()(?:ex[- ]|then\s|the\sold\s|once\s)?{Q}(?P<y>{O}){E}(?<=.)\s?(?:{end_day('d3')}|until\s[^()–—-]{{1,20}})\s?(?:[–—-]|\))"
        rf"|(?P<x2>{O}){E}\s?\((?:ex[- ]|then\s(?:still\s)?|once\s|at\s(?:the|that)\s(?:\w+\s?){{1,5}},?\s|when\s[^()\ue400-\ue5ff]{{1,30}},\s|in\sthose\sdays,?\s|back\sthen,?\s)(?:called\s|named\s|known\sas\s)?{Q}(?P<y2>{O}){E}\)",
        ("Acme Europe Limited (ex-Widget Ventures Limited) makes vaccines.",
         "We bought Acme Europe Limited (then Widget Ventures Limited) in 2003."),
    ),
    rule(
        "in-name", "A successor in name.",
        rf"(?P<x>{O}){E},?\s\(?(?:the\s|as\s|a\s)?successor\s(?:in|by)\s(?:\w+\s)?name\s(?:to|of)\s{Q}(?P<y>{O})",
        ("The lender is Acme Leasing Corp. (successor in name to Widget Savings Bank).",),
    ),
    rule(
        "known-as-before", "A company known by a name before some day.",
        rf"(?P<x>{O}){E}(?:\s\([^()]{{0,60}}\))?,?\s(?:which\s|that\s)?(?:was\s|were\s|had\sbeen\s)?(?:\w+ly\s|also\s|then\s)?{NAMED}\s(?:{AS}\s)?{Q}(?P<y>{O}){NOT_HIS}{E},?\s{end_day('d3')}",
        ("Acme Europe Limited, known as Widget Ventures Limited prior to January 1, 1999, makes vaccines.",),
        ("Acme Europe Limited, incorporated as Acme Europe Limited before 1999, makes vaccines.",),
    ),
    rule(
        "earlier-bore", "A company that earlier bore one or more names.",
        rf"(?P<x>{O}){E}(?:\s\([^()]{{0,60}}\))?,?\s(?:(?:which|that|who|it|and)\s)?{_NO}{{0,20}}?(?:(?:earlier|previously|formerly|once|successively|in\sturn|at\sfirst|first"
        rf"|initially|originally|before\sthat|in\sthe\spast|for\s(?:many|some)\syears)\s(?:bore|used|carried|went\sby|operated\sunder|traded\sunder|did\sbusiness\sunder|existed\sunder)"
        rf"|(?:has|had|having)\s(?:\w+\s)?(?:borne|used|carried|gone\sby|operated\sunder|traded\sunder|done\sbusiness\sunder|existed\sunder))\s(?:(?:the|its|these)\s)?(?:\w+\s){{0,2}}?{NAME}s?(?:\sof|:)?\s{Q}(?P<y>{O}){NOT_HIS}",
        ("Acme Group, which earlier bore the names Widget Works and Box Corp., is the parent of four companies.",),
        ("Acme Europe Limited uses the name Widget Vaccines in Leeds.",),
    ),
    rule(
        "no-longer", "A name that a company no longer has.",
        rf"{_SAID}\b(?:no\slonger\s(?:(?:be\s)?{NAMED}|us(?:es?|ing)|bears?|carr(?:y|ies)|has|go(?:es)?\sby|operat(?:es?|ing)\sunder|trad(?:es?|ing)\sunder)|ceased\sto\sbe\s{NAMED}|stopped\scalling\s\w+)(?:\s{AS})?\s{Q}(?P<y>{O}){NOT_HIS}"
        rf"(?:[^\ue400-\ue5ff]{{0,40}}?\b(?:its|our|the)\s(?:new|present|current)\s{NAME}\sis\s(?P<x2>{O}))?",
        ("Effective December 1, 2008, the Company is no longer called Widget Partners, Inc.",
         "The Company ceased to be known as Widget Tools Corp. on June 3, 2011."),
        ("The Company no longer sells to Widget Tools Corp.",),
    ),
    rule(
        "underwent", "A change of name that a company underwent, and what it is since.",
        rf"(?P<y>{O}){E}{_NO}{{0,40}}?\b(?:underwent|went\sthrough|effected|completed|made|had|after|following|upon)\s(?:a|its|the)\s(?:change\sof\s(?:its\s)?(?:\w+\s)?name|(?:\w+\s)?name\schange){_NO}{{0,60}}?\b(?:is|became|been|being|to)\s(?:now\s|{NAMED}\s)?(?:{AS}\s)?{Q}(?P<x>{O})(?={E}[,.;)]|$)",
        ("In 2013, Widget Bio BV underwent a change of name and has since been Acme Europe BV.",),
        ("Widget Bio BV completed a name change and sold its shares to Acme Europe BV's parent.",),
    ),
    rule(
        "kept-name", "A name that a company kept until some day, or gave up.",
        rf"{_SAID}\b(?:(?:retain|kept|keep|bor|carri|operat\w*\sunder|trad\w*\sunder|did\sbusiness\sunder)\w*\s(?:(?:the|its)\s{Q}(?P<y>{O}){E}\sname|(?:the|its)\s{NAME}(?:\sof)?\s{Q}(?P<y3>{O}){E})\s{end_day('d3')}"
        rf"|(?:drop|retir|abandon|shed|discard|gave\sup|surrender)\w*\sthe\s{Q}(?P<y2>{O}){E}\sname\b)",
        ("The surviving corporation retained the Widget Rehab, Inc. name until May 2006, when the present one was adopted.",),
    ),
    rule(
        "which-as", "A firm that did something under a name of its own then.",
        rf"(?P<x>{O}){E},?\s(?:[–—-]+\s)?(?:the\s[^;,.\ue400-\ue5ff]{{1,60}}\s|an?\s[^;,.\ue400-\ue5ff]{{1,60}}\s)?(?:which|that),\s(?:then\s|still\s|while\s)?(?:{NAMED}\s)?as\s{Q}(?P<y>{O}){E},\s(?:had\s|first\s|once\s)*\w+(?:ed|[^s]old|ought|ade|ound|rew)\s",
        ("Acme S.p.A. -- the firm which, as Widget Riuniti S.p.A., discovered the molecule -- will make it.",),
        ("Acme S.p.A., which, as Widget Riuniti S.p.A.’s agent, discovered the molecule, will make it.",), 0.85,
    ),
    rule(
        "was-a-shell", "What a company was when it had another name.",
        rf"(?P<x>{O}){E}(?:\s\([^()]{{0,60}}\))?,?\s(?:which\s|that\s)?(?:was|were|had\sbeen|operated\sas|existed\sas)\s(?:then\s|originally\s|previously\s)?(?:a|an)\s(?:(?!(?:of|for|to|with|by|in)\b)[\w-]+\s){{0,5}}(?:shell|corporation|company|partnership|vehicle|partnership|firm|business)(?:\s\w+)?"
        rf",?\s(?:with\sthe\s{NAME}(?:\sof)?|{NAMED}(?:\s{AS})?|{AS})\s{Q}(?P<y>{O}){NOT_HIS}(?={E}(?:[,.;]|$|\suntil|\sand|\swith))",
        ("Prior to the Merger the Company was a shell with the name of Widget 14, Inc.; at the closing it took its own.",),
        ("The Company was a customer of a company called Widget Tools Corp.",), 0.85,
    ),
    rule(
        "name-of-subsidiary", "A company that took the name of another.",
        rf"(?P<y>{O})(?:\s\([^()]{{0,60}}\))?[^.]{{0,160}}?\b(?:assum|adopt|took|tak)\w*\s(?:the\s{NAME}\sof\s)(?:its|the|our)\s(?:[\w-]+\s){{0,4}}(?:subsidiary|company|target|corporation|predecessor|entity),?\s{Q}(?P<x>{O})(?={E}[,.;)]|$)",
        ("At the closing Widget Acquisition Corp. assumed the name of its new subsidiary, Acme Therapeutics, Inc.",),
    ),
    rule(
        "at-that-time", "A firm, at that time doing business under another name.",
        rf"(?P<x>{O}){E},?\s(?:{_NO}{{1,40}}[\ue400-\ue5ff]\s)?(?:and\s|but\s|\()?(?:at\s(?:that|the)\stime|in\sthose\sdays|back\sthen|at\sthat\spoint)\s(?:still\s)?{NAMED}\s{AS}\s{Q}(?P<y>{O}){NOT_HIS}",
        ("We obtained the compound from Acme Europe SA, at that time doing business under the name Widget Laboratories.",),
    ),
    rule(
        "called-at-time", "A company, and what it was called at some time.",
        rf"(?P<x>{O}){E},?\s\(?(?:which\swas\s|that\swas\s|was\s)?{NAMED}\s(?:then|at\s(?:the|that)\s[^;,()\ue400-\ue5ff]{{1,40}}|when\s[^;,()\ue400-\ue5ff]{{1,40}}|in\sthose\sdays|back\sthen)\s{AS}\s(?:the\s)?{Q}(?P<y>{O}){NOT_HIS}",
        ("We hold a licence from Acme Research Institute (known at the time of the agreement as Widget Foundation for Virology).",),
    ),
    rule(
        "substituted", "A name put in the place of another.",
        rf"\b(?:substitut\w+\s{Q}(?P<x>{O}){E}\sfor\s{Q}(?P<y>{O})|replac\w+\s{Q}(?P<y2>{O}){E}\s(?:with|by)\s{Q}(?P<x2>{O})){E}(?=,?\s(?:as|in)\s(?:the|its|our|{O})\s?(?:\w+\s){{0,2}}(?:name|article|charter)|\swherever)",
        ("The amendment substitutes “Acme Therapeutics, Inc.” for “Widget Capital Corp.” as our name.",),
    ),
    rule(
        "called-ourselves", "What a company called itself until some day.",
        rf"(?:(?:{end_day('d3')}|(?:between|from)\s[^;.\ue400-\ue5ff]{{1,60}}\s(?:and|to|until)\s(?P<d4>{D})),?\s)?(?P<x>{O})\s(?:had\s)?(?:called|styled|named)\s(?:itself|ourselves|{O})\s{Q}(?P<y>{O}){NOT_HIS}(?:{E},?\s{end_day('d5')})?",
        ("Between our founding in 2005 and October 2009 we called ourselves Widget Surgical Ltd.",),
    ),
    rule(
        "name-of-subsidiary-changed", "Somebody changed the name of a company.",
        rf"\bchang(?:ed|es|ing)\sthe\s{NAME}\sof\s(?:{O}['’]?s?\s)?(?:[\w-]+\s){{0,5}}?,?\s?{Q}(?P<y>{O}){E},?\s(?:[^;,.\ue400-\ue5ff]{{1,60}},\s)?to\s{Q}(?P<x>{O})",
        ("In May 2009 we changed the name of our subsidiary Widget Dental, Inc. to Acme Implants, Inc.",),
    ),
    rule(
        "to-change-name", "A company that took the steps to change its name to that under which it files.",
        rf"(?P<y>{O}){E}[^;]{{0,200}}?\b(?:filed|amended|amending|effected|adopted|obtained|completed|made|order)\b[^;]{{0,120}}?\bto\s(?:change|effect\sa\schange\s(?:of|in))\s(?:its|the|our|{O}['’]?s?)\s{NAME}\sto\s{Q}(?P<x>{O})(?:{E},?\s(?:and\s)?(?:which\s\w+\s|became\s|becoming\s)?effective\s(?:on\s|as\sof\s)?(?P<d>{D}))?",
        ("On March 26, 2011, Widget Games Ltd. filed Articles of Amendment to change the Company’s name to “Acme"
         " Therapeutics, Inc.”, effective March 27, 2011.",),
        ("Widget Games Ltd. filed Articles of Amendment to change its name to Box Games Ltd. in June.",),
    ),
    rule(
        "periods-before", "What the words mean for the time before a change of name.",
        rf"(?P<x>{O}){E},?\s(?:and|or),?\s(?:for|in|during|with\srespect\sto)\s(?:the\s)?(?:periods?|times?|dates|years)\s(?:before|prior\sto)\s(?:[^;.\ue400-\ue7ff]{{0,60}}?\s)?(?P<d>{D}),?\s(?:to\s)?{Q}(?P<y>{O}){NOT_HIS}",
        ("“We” means Acme Therapeutics, Inc. and, for periods before its renaming in June 2010, Widget Services, Inc.",),
    ),
    rule(
        "will-operate", "A company that from some day on operates under another name.",
        rf"(?P<y>{O}){E}[^;]{{0,160}}?\b(?:effective|beginning|starting|from|as\sof|on)\b{_NO}{{0,60}}?(?P<d>{D}),?\s(?:it|the\scompany|{O})\s(?:will|shall|is\sto)\s(?:operate|trade|do\sbusiness|be\sknown|be\scalled|be\snamed)(?:\s{AS})?\s{Q}(?P<x>{O})(?={E}[,.;)]|$)",
        ("Widget Diseases Inc. announced today that, effective at the opening of trading on April 10, 2012, it will operate"
         " under the name Acme Therapeutics, Inc.",),
    ),
)  # fmt: skip
