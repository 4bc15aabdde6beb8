"""Text → the titles of office in it, with their bounds: "President and Chief Executive Officer", "Class II director".

A title is one or more offices named together. Words are matched in any case where the word alone is an office; a field
of work ("Vice President, Market Access", "director of clinical operations") belongs to the title. Private-use
characters stand for names masked out before and end every title.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import ahocorasick

from kg.extract.beginnings import beginnings
from kg.extract.scan import lower

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
_CAP_RUN = rf"{_CAP}(?:(?:\s|/|-|\s-\s)(?:{_CAP}))*"
_CAP_FIELD = (
    rf"(?:{_CAP_RUN}(?:,\s{_CAP_RUN}(?=,?\s(?:and|&)\s{_CAP}))*(?:,?\s(?:and|&|of|for|to|der"
    rf"|de)\s(?:the\s)?{_CAP_RUN})*)"
)
_FIELD = (
    rf"(?:(?:,|\s[-–—]|--|[–—]|-(?=[A-Z])|:|\s?/)\s?(?:Head\sof\s|Global\s)?{_CAP_FIELD}|,?\s(?:of|for"
    rf"|in\scharge\sof)\s(?:the\s)?(?:{_CAP_FIELD}|{_LOWER_FIELD})|\s(?=[A-Z]){_CAP_FIELD}"
    rf"|,\s{_LOWER_FIELD}(?=[.;,)]|$|\sand\b))"
)
_OF_FIELD = rf"(?:,?\s(?:of|for)\s(?:the\s)?(?:{_CAP_FIELD}|{_LOWER_FIELD}))"

_QUALIFIER = (
    r"(?:(?i:interim|acting|co-|co\s|deputy|assistant|associate|senior|executive|sr\.|exec\.|asst\.|group|global|corporate"
    r"|regional|worldwide|non-?\s?executive|independent|lead|leading|external|employee-elected|staff-elected"
    r"|outside|inside|sole|managing|founding|honorary|permanent|presiding|principal|first(?=\svice)|full-time|part-time"
    r"|international|national|european|medical|scientific|technical"
    r"|temporary|joint|statutory|representative|public|employee|shareholder|class\s(?:i{1,3}|iv|[1-4abc])\b"
    r"|term|u\.s\.|us|uk|north\samerican|asia[- ]pacific|designated|adviser\s)[\s-]?)"
)
_CHIEF_WORD = r"(?!(?i:officer|president|director|chairman|treasurer|secretary)\b)[A-Za-z][\w&/\-‑]*"
_BOARD = (
    r"(?:\s(?:of|to)\s(?:the\s|our\s|its\s|their\s)?(?:entire\s)?(?i:(?:board\sof\s(?:directors|trustees"
    r"|management|managers|governors|supervisors)|(?:foundation|supervisory|management|executive|advisory"
    r"|unitary)\sboard"
    r"|board|(?:executive|management)\scommittee|management|company)))"
)
_BEARERS = (
    "Officer|Executive|Scientist|Lead|Fellow|Physician|Partner|Member|Secretary|Actuary|Administrator|Superintendent"
    "|Commissioner"
)
_OFFICE = (
    r"(?:"
    rf"(?i:chief)(?:\s|\s&\s|,\s|/){_CHIEF_WORD}(?:(?:,\s|\s|\s&\s|\sand\s"
    rf"|,\sand\s){_CHIEF_WORD}){{0,4}}?\s(?i:officers?)(?:,?\s(?:of|for)\s(?i:{_LOWER_FIELD}))?"
    r"|(?i:principal\s(?:executive|financial|accounting)(?:(?:,\s|\sand\s|,\sand\s)(?:executive|financial"
    r"|accounting)){0,2}\sofficer)"
    r"|(?i:chief)\s(?:(?i:executives?|scientist|economist|counsel|engineer|technologist|physician|pharmacist"
    r"|actuary|veterinarian|operating)\b|(?i:of\sstaff)\b)"
    r"|(?i:chief)\sof\s(?:the\s)?(?:[a-z]+(?:\sand)?\s){0,2}(?:[a-z]+(?:ology|iatrics|iatry|esthesia|surgery|medicine|genetics)"
    r"|surgery|medicine|transplantation|radiotherapy|pathology|research|operations|pharmacy|nursing)\b"
    rf"|(?=[\w&]++\s[Cc]hief)(?:R&D|(?i:{_FIELD_WORDS}))\s[Cc]hief\b(?!\s(?i:\w+\s)?(?i:officer|executive|scien\w+))"
    r"|\b(?:CEO|CFO|COO|CMO|CSO|CTO|CBO|CIO|CCO|CAO|CDO|CLO|CHRO|CPO|CPTO|CIPO)\b"
    rf"|(?i:vice[\s-]presidents?|(?<![A-Z])(?:[ES]?VP|AVP)s?\b|(?<![\w.])(?:[ES]\.\s?)?V\.\s?P\.)(?:{_FIELD})?"
    rf"|(?i:presidents?)\b(?:-(?i:directeur\sgénéral))?(?:,\s(?=(?:North|South|Europe|Asia|US|U\.S\.|Americas"
    rf"|Research|R&D|Global|International|Worldwide|EMEA|Japan|China|Pharma|Commercial|Oncology)){_CAP_FIELD}"
    rf"|,\s{_CAP_FIELD}(?=,?\s(?:at|of|for)\s(?:the\s)?[\ue400-\ue5ff])|{_BOARD}|\s(?i:emeritus|elect)"
    rf"|\sof\s(?:Global\s)?(?:Research(?:\sand\sDevelopment)?|R&D|Operations|Commercial\sOperations|Oncology)\b|\sof\s(?:the\s)?{_CAP_RUN}\s(?:Division|Group|Unit|Business|Operations"
    rf"|Board))?"
    rf"|(?i:(?:vice[\s-])?chair(?:man|woman|person|men|s)?)\b(?!ed|ing)(?i:\s(?:emeritus"
    rf"|designate))?(?:{_BOARD}|\sof\s(?:the\s)?Department\sof\s{_CAP_RUN})?"
    rf"|(?i:(?:managing|general|medical|research|scientific|clinical|technical|creative|finance|financial|commercial"
    rf"|sales|site|plant|program|project|executive|laboratory|national\ssales|investor\srelations"
    rf"|marketing)\sdirectors?)\b(?:{_OF_FIELD}|,\s{_CAP_FIELD})?"
    rf"|{_AHEAD}Director))(?:{_CAP}\s){{0,3}}Directors?\b(?:{_FIELD})?"
    rf"|(?i:directors?)\b(?!['’]|\sgeneral\b)(?:{_OF_FIELD}|,\s(?=(?:Corporate|Clinical|Regulatory|Quality|Marketing|Sales|Strategic|Product"
    rf"|Technical|Engineering|Manufacturing|International|Worldwide|Global|Investor|Government|Public|External|Information)\s[A-Z]){_CAP_FIELD})?|(?i:director[\s-]general)"
    r"|(?i:officer(?=\s(?:and|&)\s(?:sole\s)?director\b))"
    r"|(?<=Executive\s)Officer\b(?=(?:,|,?\sand)\s(?:Head|General\sManager|President|Division|Group|Vice|Senior|Managing|Deputy)\b"
    r"|,?\s(?:of|at)\s[\ue400-\ue5ff])"
    r"|(?i:board\smembers?\b)"
    r"|(?i:members?)"
    + r"\s(?i:of)\s(?:(?:(?i:the|our|its|their)|[\ue400-\ue5ff](?:['’]s?)?)\s)?(?i:(?:management|supervisory"
    r"|executive|foundation)\sboard|board\sof\s(?:directors|management|trustees|managers|governors)"
    r"|board\b(?!\sof)|executive\s(?:committee|team)(?=\sof))"
    r"|(?i:treasurers?|comptrollers?|(?:company|corporate|recording|board|executive|assistant"
    r"|general)\ssecretary|controllers?|secretary)\b(?!\sof\s(?:the\s)?(?:State|Commonwealth|Health|Treasury"
    r"|Defense|Currency))"
    r"|(?i:(?:general|corporate|legal|associate|deputy|assistant|senior|group|regulatory"
    r"|intellectual\sproperty|in-house|chief|company)\scounsel)\b"
    rf"|(?i:general\smanagers?)\b(?:{_FIELD})?"
    rf"|(?i:(?:global\s|worldwide\s|group\s)?heads?)\s(?i:of)\s(?:the\s)?(?:{_CAP_FIELD}|{_LOWER_FIELD})"
    rf"|Head,\s{_CAP_FIELD}|{_AHEAD}Head))(?:{_CAP}\s){{1,3}}Head\b"
    rf"|{_AHEAD}Manager))(?:{_CAP}\s){{0,3}}Manager\b(?:{_FIELD})?|(?i:managers?)\s(?i:of)\s(?:{_CAP_FIELD}|{_LOWER_FIELD})"
    rf"|{_AHEAD}{_BEARERS}))(?:{_CAP}\s){{1,3}}(?:{_BEARERS})\b(?:{_OF_FIELD})?"
    r"|(?i:managing\s(?:partner|member|principal)|general\spartner|operating\spartner|venture\spartner"
    r"|senior\spartner|founding\spartner)\b|\b[Pp]artner(?=\s(?:in|of|at|with)\s(?:the|an?)\s(?:\w+\s){1,2}firm\b)"
    r"|\b(?:Partner|Principal)\b(?=,?\s(?:at|of|in|with)\s)"
    r"|\b(?:partner|principal)\b(?=\s(?:at|of|in|with)\s(?:the\s)?[A-Z\ue000-\ue1ff\ue400-\ue5ff])"
    r"|(?i:co-?founders?|founders?)\b"
    r"|(?i:trustees?)\b(?!\sin\b)"
    rf"|(?i:(?:vice\s|deputy\s|associate\s)*(?:provost|chancellor|rector|dean|warden|bursar|registrar))\b(?:{_FIELD})?"
    rf"|\b(?:Commissioner|Administrator|Superintendent)\b(?:{_OF_FIELD})?"
    r"|(?i:legal\srepresentative|representative\sdirector|authori[sz]ed\s(?:signatory|representative)"
    r"|proprietor)\b"
    r"|(?i:prokurist(?:in)?|konserndirektør|konsernsjef|administrerende\sdirektør|verkställande\sdirektör|toimitusjohtaja"
    r"|vorstandsvorsitzende[rn]?|aufsichtsratsvorsitzende[rn]?|finanzvorstand|generaldirekt[øo]r|koncernchef"
    r"|bestuursvoorzitter|statutair\sdirecteur|présidente-directrice\sgénérale|direttore\s(?:generale|scientifico|medico|tecnico|sanitario)"
    r"|direct(?:or|ora)\s(?:general|científic[oa]|médic[oa])|presidenta|gerente\sgeneral|directeur\s(?:financier|scientifique|médical)"
    r"|directrice\s(?:financière|scientifique|médicale))\b"
    r"|Geschäftsführer(?:in)?|(?i:directeur\sgénéral(?:\sdélégué)?|directrice\sgénérale"
    r"|amministratore\s(?:delegato|unico)|consejero\sdelegado|président(?:-directeur\sgénéral|\sdu\sconseil)?"
    r"|gérant)|Vorstand|Vorsitzender"
    r")"
)
_ONE = rf"(?:{_QUALIFIER}){{0,4}}{_OFFICE}"
_JOIN = (
    r"(?:,?\s(?:and|&)\s(?:as\s)?(?:(?:also\s)?(?:an?)\s(?=\S))?|,\s|\s?[/;]\s?|\s(?=(?:and\s)?[A-Z])"
    r"|\s?[–—-]\s)"
)
# An office, and what joins it to the next, are patterns of their own: `_ONE` is long, and is compiled once.
_TITLE = re.compile(rf"(?<![\w’'.-]){_ONE}")
_NEXT = re.compile(_JOIN)
_WORD = re.compile(r"\w(?<![\w’'.-]\w)")
_BEGINNINGS = beginnings(_TITLE)
# Words of which a passage must hold one to name an office or tell of its end; each is looked for in three cases.
_HINTS = (
    "officer chief# president chair director treasurer secretary controller comptroller counsel manager head founder"
    " partner trustee provost chancellor rector "
    "representative resign retire stepped#down steps#down step#down stepping#down passed#away died seats vacanc"
    " predecessor principal#of partner#of partner#at partner#in principal#at principal#in general#director"
    " prokurist konserndirektør konsernsjef direktør direktör toimitusjohtaja vorstandsvorsitzend"
    " finanzvorstand generaldirekt koncernchef bestuursvoorzitter direttore présidente presidenta gerente"
    " her#office his#office her#position his#position present#position present#post current#position that#office that#position"
    " the#seat vacated#seat his#seat her#seat"
    " #board directeur directrice amministratore delegato delegado"
).split()
_EXACT_HINTS = (
    "VP CEO CFO COO CMO CSO CTO CIO CBO CCO CLO CAO CDO CPO CHRO Commissioner Administrator Superintendent"
    " Geschäftsführer Prokurist Vorstand presidency Scientist Executive Dean Principal Member"
).split()


def _hint_automaton() -> ahocorasick.Automaton:
    made = ahocorasick.Automaton()
    for hint in _HINTS:
        word = hint.replace("#", " ")
        for form in {word, word.upper(), word.capitalize(), word.title()}:
            made.add_word(form, len(form))
    for word in _EXACT_HINTS:
        made.add_word(word, len(word))
    made.make_automaton()
    return made


_HINT = _hint_automaton()


def hints(layout: str) -> Iterator[int]:
    """Places of words that may be part of an office or tell of a departure, in order; one cheap scan."""
    for last, length in _HINT.iter(layout):
        yield last - length + 1


_PLURAL = re.compile(
    r"(?i)(?<!board of )\b(directors|presidents|officers|executives|chairmen|members|trustees|managers|heads|controllers"
    r"|treasurers|founders|partners)\b"
)
# Offices that are none: committees, advisory boards, faculty; a bare word that is an office only beside another.
_NOT = re.compile(
    r"(?i)^(?:independent |outside |non-employee )?(?:committee|(?:scientific |academic |original |principal )?(?:co-?)?founders?|principal|partner"
    r"|fellow|lead|executive|members? of (?:the )?(?:executive team)|founding member"
    r"|authori[sz]ed (?:signatory|representative))$"
)
_OF_FIRM = re.compile(r"\s(?:at|of|in|with)\s(?:the\s)?[A-Z\ue000-\ue1ff\ue400-\ue5ff]")
# A title of honour, and an office that one may come to have.
_HONORARY = re.compile(r"(?i)^(?:[\w ]+ )?(?:emerit(?:us|a)|(?:director|trustee)[ -](?:nominee|elect|designate))$")
_OFFICER_AND = re.compile(r"(?i)sole officer (?:and|&) (?=(?:sole )?director$)")
_GENERIC_TAIL = re.compile(
    r"(?i)^\s+(?:compensation|meeting|fees?|nominees?|elections?|liability|insurance|independence|indemnification"
    r"|report|certificat|search|team|committee\b|council\b|of the board of directors compensation|and officers?|or officers?|or director"
    r"|or executive)"
)
# "of X" at the end of a title when X is an organisation and no field of work.
_ORGANIZATION_TAIL = re.compile(
    r",?\s(?:of|for)\s(?:the\s)?(?:[A-ZÀ-Þ][\w’'&.\-]*\s)*(?:Inc|Corp|Corporation|Company|Co|Ltd|LLC|LP|plc"
    r"|PLC|AG|GmbH|[A-Z][a-z]+ventures|Pharma|Pharmaceuticals|Therapeutics"
    r"|Biosciences?|Biotech|Biosystems|Biologics|Biopharma|Labs?|Laboratories|University|College|Institute"
    r"|Hospital|Foundation(?!\sBoard)|Bank|Partners|Group|Holdings|Capital)\b.*$"
)
# "director of Acme": the lower-case office is of a company unless the capitalised word is a known field of work.
_OWN_LABORATORIES = re.compile(
    r"\b[Hh]ead\s(?:of|for)\s(?:the\s)?(?:(?:Research|Clinical|Central|Analytical|Development|Quality|Discovery)\s)+(?:Labs?|Laboratories|Institute|Group)$"
)
"""A part of the company that someone heads, not another organisation."""
_LOWER_OF = re.compile(r"\b(?:director|president|manager|chairman|chair)s?(?P<of>\s(?:of|for)\s)(?P<field>[A-ZÀ-Þ].*)$")
_KNOWN_FIELD = re.compile(rf"(?i:{_LOWER_FIELD})\b")
_COMMITTEE = re.compile(
    r"^[\s\w’',]{0,60}?\b(?:[Cc]ommittees?|COMMITTEE|[Aa]dvisory\s(?:[Bb]oard|[Pp]anel|[Cc]ouncil)"
    r"|[Tt]ask\s[Ff]orce|[Pp]anel)\b"
)


@dataclass(frozen=True, slots=True)
class Title:
    """`[start, end)` of a title; `text` in the singular; `plural` when several persons are meant ("directors")."""

    start: int
    end: int
    text: str
    plural: bool = False


def singular(title: str) -> tuple[str, bool]:
    """A title of one person, and whether it stood in the plural: "Class II directors" → "Class II director"."""
    changed = _PLURAL.sub(
        lambda m: re.sub(r"(?i)men$", "man", m[0]) if m[0].lower().endswith("men") else m[0][:-1], title
    )
    return changed, changed != title


def _search(text: str, low: str, start: int, stop: int) -> re.Match[str] | None:
    """The first office in `text[start:stop]`, sought at the words that may open one; `low` is `lower(text)`."""
    for word in _WORD.finditer(text, start, stop):
        at = word.start()
        if low[at : at + 3] in _BEGINNINGS or low[at : at + 2] in _BEGINNINGS or text[at].isupper():
            match = _TITLE.match(text, at, stop)
            if match:
                return match
    return None


def _joined(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Spans of offices named together in `text[start:stop]`, in order."""
    low = lower(text)
    match = _search(text, low, start, stop)
    while match:
        end = match.end()
        joint = _NEXT.match(text, end, stop)
        while joint and (further := _TITLE.match(text, joint.end(), stop)):
            end = further.end()
            joint = _NEXT.match(text, end, stop)
        yield match.start(), end
        match = _search(text, low, end, stop)


_UNFINISHED = re.compile(r"(?i)(?:\b(?:chief|and|of|vice|executive|senior)|[&,-])\s*$")


def _cell(words: str) -> str:
    """A title without the next cell of its row, unless that cell goes on with it ("Executive", "Vice President")."""
    while "\t" in words:
        head, _, last = words.rpartition("\t")
        whole = _TITLE.search(head) and _TITLE.match(last)  # two offices in two cells
        if last[:1].islower() or _UNFINISHED.search(head) or (_TITLE.search(last) and not whole):
            break
        words = head
    return words


def find_titles(text: str, start: int = 0, end: int | None = None) -> list[Title]:
    """Titles in `text[start:end]`, in order, longest first at each place. Committee chairs and members are left out."""
    stop = len(text) if end is None else end
    found: list[Title] = []
    for a, z in _joined(text, start, stop):
        if re.search(
            r"(?i)\bboards?\sof\s(?:the\s)?$|\bof\scounsel$|\bof\s$(?<=counsel of )", text[max(0, a - 14) : a]
        ):
            continue
        words = _cell(text[a:z]).rstrip(" ,;/-–—&")
        sole = _OFFICER_AND.match(words)
        a += sole.end() if sole else 0
        words = words[sole.end() :] if sole else words
        z = a + len(words)
        tail = text[z : z + 80]
        cut = _ORGANIZATION_TAIL.search(words)
        if cut and not _OWN_LABORATORIES.search(words):
            words = words[: cut.start()]
            z = a + len(words)
            tail = text[z : z + 80]
        lower = _LOWER_OF.search(words)
        if lower and not _KNOWN_FIELD.match(lower["field"]):
            words = words[: lower.start("of")]
            z = a + len(words)
            tail = text[z : z + 80]
        firm = words.lower() in ("partner", "principal") and _OF_FIRM.match(tail)
        if _HONORARY.search(words) or (_NOT.match(words) and not firm) or _GENERIC_TAIL.match(tail):
            continue
        of = re.match(r"\s(?:of|on|for)\s(?:the\s|our\s|its\s)?(?=\S)", tail)
        if of and _COMMITTEE.match(tail[of.end() :]) and not re.search(r"(?i)\b(?:and|&|,)\b", words):
            continue
        if re.search(r"(?i)\b(?:audit|compensation|nominating|governance|steering|advisory)\b.*\bcommittee", words):
            continue
        name, plural = singular(words)
        found.append(Title(a, z, name, plural))
    return found


def is_field(words: str) -> bool:
    """Do words begin with a field of work ("Clinical Operations")?"""
    return _KNOWN_FIELD.match(words) is not None


def offices(title: str) -> tuple[str, ...]:
    """The single offices of a title, in order: "President and CEO" → ("President", "CEO")."""
    parts = [m[0].strip(" ,;/-–—&") for m in _TITLE.finditer(title)]
    return tuple(parts) or (title,)
