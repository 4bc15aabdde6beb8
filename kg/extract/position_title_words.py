"""What offices are called: the pattern of an office by its own words, and patterns of what goes on with it."""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

from kg.extract.late import late

_FIELD_WORDS = (
    r"research|development|clinical|medical|regulatory|scientific|business|corporate|commercial|financial?"
    r"|finance|accounting|legal|human|resources?"
    r"|manufacturing|operations?|technical|technolog(?:y|ies)|information|marketing|sales|investor|media"
    r"|public|government|communications?|relations|quality|assurance|controls?"
    r"|affairs|strategy|strategic|planning|product|products|programs?|projects?|project|portfolio|alliance"
    r"|alliances|management|licensing|transfer|ventures?|innovation|intellectual|property|patents?"
    r"|science|sciences|chemistry|biology|oncology|pharmacology|toxicology|immunology|virology|neurology"
    r"|cardiology|neuroscience|biometrics|biostatistics|translational|preclinical|nonclinical|drug|discovery"
    r"|safety"
    r"|supply|chain|procurement|market|access|global|international|european|worldwide|administration"
    r"|administrative|compliance|security|systems?|data|digital|engineering|process|analytical"
    r"|sponsored|contracts?|grants|economic|health|patient|advocacy|outcomes|policy|external|internal|audit"
    r"|tax|treasury|general|new|early|late|stage|antibody|protein|peptide|gene|cell|therap(?:y|ies|eutics)"
    r"|formulation|packaging|laboratory|animal|population|education|training|people|culture|talent|staff"
    r"|facilities|real|estate|risk|capital|brand|customer|distribution|logistics|mergers|acquisitions"
)
_LOWER_FIELD = (
    rf"(?:(?:{_FIELD_WORDS})(?:[ -](?:(?:and|&)\s)?(?:{_FIELD_WORDS}))*(?:,\s(?:{_FIELD_WORDS})(?:\s"
    rf"(?:{_FIELD_WORDS}))*)*(?:,?\s(?:and|&)\s(?:{_FIELD_WORDS})(?:\s(?:{_FIELD_WORDS}))*)?)\b"
)
ANY_FIELD = rf"(?i:{_LOWER_FIELD})"
# Words that open an office and so cannot belong to the field of the office before.
_OPEN = (
    r"(?i:chief|president|vice|chair(?:man|woman|person)?|director|treasurer|secretary|controller|comptroller"
    r"|counsel|head|founder|co-founder|member|executive|senior"
    r"|interim|acting|deputy|assistant|associate|principal|managing|general\s(?:counsel|manager)"
    r"|corporate\s(?:secretary|controller|treasurer)|company\ssecretary|board|company|corporation"
    r"|ceo|cfo|coo|cmo|cso|cto|cbo|cio|cco|evp|svp|vp|the|our|inc|corp|mr|ms|mrs|dr|prof|age|date|dated|by"
    r"|name|title|its|signature|phone|tel|tel\.|email|fax"
    r"|whose|who|whom|which|since|until|continuing|nominees?|standing|elected|re-elected|resigned|retired|term|terms|shares)"
)
_CAP = r"(?!" + _OPEN + r"\b)[A-ZÀ-ÖØ-Þ][\wÀ-ÿ’'&+\-‑]*"
# Looks over capitalised words cheaply before `_CAP` weighs each of them.
_AHEAD = r"(?=(?:[A-ZÀ-ÖØ-Þ][\wÀ-ÿ’'&+\-‑]*+\s){0,3}(?:"
# A hyphen is part of a word: were it a break between words too, a run of hyphens could be read in 2ⁿ ways.
_CAP_RUN = rf"{_CAP}(?:(?:\s|/|\s-\s)(?:{_CAP}))*"
_CAP_FIELD = (
    rf"(?:{_CAP_RUN}(?:,\s{_CAP_RUN}(?=,?\s(?:and|&)\s{_CAP}))*(?:,?\s(?:and|&|of|for|to|der"
    rf"|de)\s(?:the\s)?{_CAP_RUN})*)"
)
_BEFORE_FIELD = rf"(?={_CAP}|(?:{_FIELD_WORDS})\b)"

_QUALIFIER = (
    r"(?:(?i:interim|acting|co-|co\s|deputy|assistant|associate|senior|executive|sr\.|exec\.|asst\.|group|global|corporate"
    r"|regional|worldwide|non-?\s?executive|independent|lead|leading|external|delegated|employee-elected|staff-elected"
    r"|outside|inside|sole|managing|founding|honorary|permanent|presiding|principal|first(?=\svice)|full-time|part-time"
    r"|international|national|european|medical|scientific|technical"
    r"|temporary|joint|statutory|representative|public|employee|shareholder|class\s(?:i{1,3}|iv|[1-4abc])\b"
    r"|term|u\.s\.|us|uk|north\samerican|asia[- ]pacific|designated|adviser\s)[\s-]?)"
)
_CHIEF_WORD = r"(?!(?i:officer|president|director|chairman|treasurer|secretary)\b)[A-Za-z][\w&/\-‑]*"
_BOARD = (
    r"(?:\s(?:of|to)\s(?:the\s|our\s|its\s|their\s)?(?:entire\s)?(?i:(?:board\sof\s(?:directors|trustees"
    r"|management|managers|governors|supervisors)|(?:foundation|supervisory|management|executive|advisory"
    r"|unitary)\sboard|trustees|governors"
    r"|board|(?:executive|management)\scommittee|management|company)))"
)
_BEARERS = (
    "Officer|Executive|Scientist|Lead|Fellow|Physician|Partner|Member|Secretary|Actuary|Administrator|Superintendent"
    "|Commissioner"
)
_OFFICE = (
    r"(?:"
    rf"(?i:chief)(?:\s|\s&\s|,\s|/){_CHIEF_WORD}(?:(?:,\s|\s|\s&\s|\sand\s"
    rf"|,\sand\s){_CHIEF_WORD}){{0,4}}?\s(?i:officers?)(?P<chief>)"
    r"|(?i:principal\s(?:executive|financial|accounting)(?:(?:,\s|\sand\s|,\sand\s)(?:executive|financial"
    r"|accounting)){0,2}\sofficer)"
    r"|(?i:chief)\s(?:(?i:executives?|scientist|economist|counsel|engineer|technologist|physician|pharmacist"
    r"|actuary|veterinarian|operating)\b|(?i:of\sstaff)\b)"
    r"|(?i:chief)\sof\s(?:the\s)?(?:[a-z]+(?:\sand)?\s){0,2}(?:[a-z]+(?:ology|iatrics|iatry|esthesia|surgery|medicine|genetics)"
    r"|surgery|medicine|transplantation|radiotherapy|pathology|research|operations|pharmacy|nursing)\b"
    rf"|(?=[\w&]++\s[Cc]hief)(?:R&D|(?i:{_FIELD_WORDS}))\s[Cc]hief\b(?!\s(?i:\w+\s)?(?i:officer|executive|scien\w+))"
    r"|\b(?:CEO|CFO|COO|CMO|CSO|CTO|CBO|CIO|CCO|CAO|CDO|CLO|CHRO|CPO|CPTO|CIPO)\b"
    rf"|(?i:vice[\s-]presidents?|(?<![A-Z])(?:[ES]?VP|AVP)s?\b|(?<![\w.])(?:[ES]\.\s?)?V\.\s?P\.)(?P<vice_president>)"
    r"|(?i:presidents?)\b(?:-(?i:directeur\sgénéral))?(?P<president>)"
    r"|(?i:(?:board\s(?=chair(?:man|woman|person)?\b(?!\sof)))?(?:vice[\s-])?chair(?:man|woman|person|men|s)?)\b(?!ed|ing)(?i:\s(?:emeritus|designate))?(?P<chair>)"
    rf"|(?i:(?:managing|general|medical|research|scientific|clinical|technical|creative|finance|financial|commercial"
    rf"|sales|site|plant|program|project|executive|laboratory|national\ssales|investor\srelations"
    rf"|marketing)\sdirectors?)\b(?P<managing_director>)"
    rf"|{_AHEAD}Director))(?:{_CAP}[^\S\t\n]){{0,3}}Directors?\b(?P<capital_director>)"
    rf"|(?i:directors?)\b(?!['’]|\sgeneral\b)(?P<director>)|(?i:director[\s-]general)"
    r"|(?i:officer(?=\s(?:and|&)\s(?:sole\s)?director\b))"
    r"|(?<=Executive\s)Officer\b(?=(?:,|,?\sand)\s(?:Head|General\sManager|President|Division|Group|Vice|Senior|Managing|Deputy)\b"
    r"|,?\s(?:of|at)\s[\ue400-\ue5ff])"
    r"|(?i:board\smembers?\b)"
    r"|(?i:members?)"
    + r"\s(?i:of)\s(?:(?:(?i:the|our|its|their)|[\ue400-\ue5ff](?:['’]s?)?)\s)?(?i:(?:management|supervisory"
    r"|executive|foundation)\sboard|board\sof\s(?:directors|management|trustees|managers|governors)"
    r"|board\b(?!\sof)|executive\s(?:committee|team)(?=\sof))"
    r"|(?i:secretary[-/]treasurer|treasurer[-/]secretary|treasurers?|comptrollers?|(?:financial|finance|divisional|plant)\s(?:controllers?|comptrollers?)|(?:company|corporate|recording|board|executive|assistant"
    r"|general)\ssecretary|controllers?|secretary)\b(?!\sof\s(?:the\s)?(?:State|Commonwealth|Health|Treasury"
    r"|Defense|Currency))"
    r"|(?i:(?:general|corporate|legal|associate|deputy|assistant|senior|group|regulatory"
    r"|intellectual\sproperty|in-house|chief|company)\scounsel)\b"
    rf"|(?i:general\smanagers?)\b(?P<general_manager>)"
    rf"|(?i:(?:global\s|worldwide\s|group\s)?heads?)\s(?i:of)\s(?:the\s)?{_BEFORE_FIELD}(?P<head>)"
    rf"|Head,\s(?={_CAP})(?P<capital_head>)|{_AHEAD}Head))(?:{_CAP}[^\S\t\n]){{1,3}}Head\b"
    rf"|{_AHEAD}Manager))(?:{_CAP}[^\S\t\n]){{0,3}}Manager\b(?P<capital_manager>)|(?i:managers?)\s(?i:of)\s{_BEFORE_FIELD}(?P<manager>)"
    rf"|{_AHEAD}{_BEARERS}))(?:{_CAP}[^\S\t\n]){{1,3}}(?:{_BEARERS})\b(?P<bearer>)"
    r"|(?i:managing\s(?:partner|member|principal)|general\spartner|operating\spartner|venture\spartner"
    r"|senior\spartner|founding\spartner)\b|\b[Pp]artner(?=\s(?:in|of|at|with)\s(?:the|an?)\s(?:\w+\s){1,2}firm\b)"
    r"|\b(?:Partner|Principal)\b(?=,?\s(?:at|of|in|with)\s)"
    r"|\b(?:partner|principal)\b(?=\s(?:at|of|in|with)\s(?:the\s)?[A-Z\ue000-\ue1ff\ue400-\ue5ff])"
    r"|(?:(?<=\sis\sa\s)|(?<=\sis\sthe\s)|(?<=\sremains\sa\s)|(?<=\sis\salso\sa\s))(?:partner|principal)\b(?=[.,;)]|\s(?:and|since|but)\b|$)"
    r"|(?:Team|Project|Group|Program(?:me)?|Section|Unit|Division|Area)\sLeader\b(?P<leader>)"
    rf"|(?<=Executive\s)Officer\b(?P<executive_officer>)(?=,\s(?=[A-Z])(?i:{_FIELD_WORDS})\b)"
    r"|(?i:delegates?\sof\sthe\sboard(?:\sof\sdirectors)?)\b|\bReceiver(?:\sand\sManager)?\b|\bLiquidator\b"
    r"|(?i:co-?founders?|founders?)\b"
    r"|(?i:trustees?)\b(?!\sin\b)"
    r"|(?i:(?:vice\s|deputy\s|associate\s)*(?:provost|chancellor|rector|dean|warden|bursar|registrar))\b(?P<dean>)"
    r"|\b(?:Commissioner|Administrator|Superintendent)\b(?P<commissioner>)"
    r"|(?i:legal\srepresentative|representative\sdirector|authori[sz]ed\s(?:signatory|representative)"
    r"|proprietor)\b"
    r"|(?i:prokurist(?:in)?|konserndirektør|konsernsjef|administrerende\sdirektør|verkställande\sdirektör|toimitusjohtaja"
    r"|vorstandsvorsitzende[rn]?|aufsichtsratsvorsitzende[rn]?|finanzvorstand|generaldirekt[øo]r|koncernchef"
    r"|bestuursvoorzitter|statutair\sdirecteur|présidente-directrice\sgénérale|direttore\s(?:generale|scientifico|medico|tecnico|sanitario)"
    r"|direct(?:or|ora)\s(?:general|científic[oa]|médic[oa])|presidenta|gerente\sgeneral|directeur\s(?:financier|scientifique|médical)"
    r"|directrice\s(?:financière|scientifique|médicale))\b"
    r"|Geschäftsführer(?:in)?|(?i:directeur\sgénéral(?:\sdélégué)?|directrice\sgénérale"
    r"|amministratore\s(?:delegato|unico)|consejero\sdelegado|président(?:-directeur\sgénéral|\sdu\sconseil)?"
    r"|gérant|chef\sde\sla\sdirection(?:\sfinancière)?|vice-président(?:e)?(?:\sprincipal(?:e)?)?)|Vorstand|Vorsitzender"
    r")"
)
_JOIN = (
    r"(?:,?\s(?:and|&|et)\s(?:as\s)?(?:(?:also\s)?(?:an?)\s(?=\S))?|,\s|\s?[/;]\s?|\s(?=(?:and\s)?[A-Z])"
    r"|\s?[–—-]\s)"
)
TITLE = late(rf"(?<![\w’'.-])(?:{_QUALIFIER}){{0,4}}{_OFFICE}")
"""An office as far as its own words go; the last group that took part says what may follow."""
NEXT = late(_JOIN)
_WORK = (("", _CAP_FIELD), ("", _LOWER_FIELD))
_OF = r",?\s(?:of|for)\s(?:the\s)?"
_OF_OR_IN_CHARGE = r",?\s(?:of|for|in\scharge\sof)\s(?:the\s)?"
_APART = r"(?:,|\s[-–—]|--|[–—]|-(?=[A-Z])|:|\s?/)\s?"
_OF_FIELD = ((_OF, _CAP_FIELD), (_OF, _LOWER_FIELD))
_FIELD = (
    (rf"{_APART}(?:Head\sof\s|Global\s)", _CAP_FIELD),
    (_APART, _CAP_FIELD),
    (_OF_OR_IN_CHARGE, _CAP_FIELD),
    (_OF_OR_IN_CHARGE, _LOWER_FIELD),
    (r"\s(?=[A-Z])", _CAP_FIELD),
    (r",\s", _LOWER_FIELD + r"(?=[.;,)]|$|\sand\b)"),
)
_PARTS_OF_BUSINESS = (
    r"(?:North|South|Europe|Asia|US|U\.S\.|Americas|Research|R&D|Global|International|Worldwide|EMEA|Japan|China|Pharma"
    r"|Commercial|Oncology)"
)
_WORK_OF_DIRECTORS = (
    r"(?:Corporate|Clinical|Regulatory|Quality|Marketing|Sales|Strategic|Product|Technical|Engineering|Manufacturing"
    r"|International|Worldwide|Global|Investor|Government|Public|External|Information)\s[A-Z]"
)
AFTER: dict[str, tuple[tuple[str, str], ...]] = {
    "chief": ((r",?\s(?:of|for)\s", ANY_FIELD),),
    "vice_president": _FIELD,
    "president": (
        (rf",\s(?={_PARTS_OF_BUSINESS})", _CAP_FIELD),
        (r",\s", rf"{_CAP_FIELD}(?=,?\s(?:at|of|for)\s(?:the\s)?[\ue400-\ue5ff])"),
        ("", _BOARD),
        ("", r"\s(?i:emeritus|elect)"),
        (r"\sof\s", r"(?:Global\s)?(?:Research(?:\sand\sDevelopment)?|R&D|Operations|Commercial\sOperations|Oncology)\b"),
        (r"\sof\s(?:the\s)?", rf"{_CAP_RUN}\s(?:Division|Group|Unit|Business|Operations|Board)"),
    ),
    "chair": (("", _BOARD), (r"\sof\s(?:the\s)?Department\sof\s", _CAP_RUN)),
    "managing_director": (*_OF_FIELD, (r",\s", _CAP_FIELD)),
    "capital_director": _FIELD,
    "director": (*_OF_FIELD, (rf",\s(?={_WORK_OF_DIRECTORS})", _CAP_FIELD)),
    "general_manager": _FIELD,
    "head": _WORK,
    "capital_head": _WORK,
    "capital_manager": _FIELD,
    "manager": _WORK,
    "bearer": _OF_FIELD,
    "dean": _FIELD,
    "leader": _FIELD,
    "executive_officer": _FIELD,
    "commissioner": _OF_FIELD,
}
"""By group of `TITLE`, what goes on with the office: what leads to it, and its words; the first that is there counts.

Patterns apart from `TITLE`: a field of work is long, may stand after most offices, and would be compiled for each.
"""
