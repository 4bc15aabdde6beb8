"""Text → full names of organisations in it, their kind, short forms and acronyms; no gazetteer of companies is needed.

A name is found from its anchor, the word that makes it one (a legal form, "University", "Therapeutics"), and grown to
the left and right over capitalised words; so the scan is one regular expression and the rest costs only where a name is.
"""

# ruff: noqa: E501, SIM102 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.scan import cue
from kg.names import LEGAL_FORMS, org_key, words


@dataclass(frozen=True, slots=True)
class Name:
    """A full name at `[start, end)` of the text; `legal` when it ends with a legal form."""

    start: int
    end: int
    name: str
    legal: bool


_LEGAL = (
    r"Inc\b\.?|Incorporated|Corp\b\.?|Corporation|Ltd\b\.?|Limited|LLC\b|L\.L\.C\.?|PLC\b|[Pp]lc\b|p\.l\.c\.?|P\.L\.C\.?|Co\b\.?"
    r"|Company|GmbH\b|AG\b|A\.G\.|S\.A\.S\.?|S\.A\.|SA\b|S\.p\.A\.?|SpA\b|N\.V\.|NV\b|B\.V\.|BV\b|AB\b|A/S|ApS\b|ASA\b|Oyj?\b|K\.K\.|KK\b"
    r"|L\.P\.|LP\b|LLP\b|L\.L\.P\.?|Pty\b\.?|SE\b|SAS\b|S\.r\.l\.?|S\.R\.L\.?|Srl\b|SRL\b|S\.\u00e0 ?r\.l\.|KGaA\b|KG\b|Kft\b\.?|Bhd\b\.?|d\.o\.o\.?|s\.r\.o\.?|"
    r"PTE\b\.?|JSC\b|OJSC\b|ULC\b|FZ-LLC\b|S\.A\. de C\.V\.|de C\.V\.|Kabushiki Kaisha|Zrt\b\.?|Nyrt\b\.?|Pte\b\.?|Kaisha|e\.V\.|S\.L\.|S\.A\.U\.|A\.B\.|INC\b\.?|INCORPORATED|CORP\b\.?|CORPORATION|LTD\b\.?|LIMITED|GMBH\b|COMPANY|CO\b\.?|AS\b"
)
_INSTITUTION = (
    r"Istituto\b|Universitäts\w+|Klinik(?:um|en)\b|Universit(?:y|ies|ät|eit|é|à|et|atea)\b|Universidade?\b|Università\b|Polytechnic|College\b|Hospitals?\b|Hôpita(?:l|ux)\b|Institut(?:e|es|o)?\b|Cent(?:er|re)s?\b"
    r"|Foundation|Stiftung|Fondazione|Fondation|Fundaç?[cã]*[ãaó]o\b|Fundación|Trust\b|School\b|Regents|Trustees|Council\b|Agency|Ministry|Administration|Society|Clinic\b"
    r"|Academy|Consortium|Association|Laborator(?:y|ies)\b|Charité|Karolinska Institutet|Institutes of Health|Memorial Sloan[- ]Kettering|Sloan[- ]Kettering"
    r"|Department of|Bureau of|Authority|Infirmary|Research Fund\b|UNIVERSITY|HOSPITAL|INSTITUTE|FOUNDATION"
)
_INDUSTRY_WORDS = (
    "Therapeutics|Pharmaceuticals?|Pharma|Biosciences?|Biotech(?:nology|nologies)?|Biopharma(?:ceuticals?)?|BioPharma|Biologics|BioSciences?|"
    "Medicines?|Genetics|Genomics|Oncology|Biotherapeutics|BioTherapeutics|Labs|Seiyaku|Arzneimittel|Farmaceutici?|Farmaceutica|Holdings?|"
    "Biomedical|Immunotherapeutics|Neurosciences?|Vaccines|Biosystems|Diagnostics|Healthcare|Life Sciences|Lifesciences|Laboratoires?|Laboratori|Laboratorios|Drug Co|"
    "Farma|Ventures|Biopharm|Biopharmaceutical|Biomedicines|Pharmacia|Pharm|Pharmaceutica|Pharmazeutika|Yakuhin|Biologicals"
)
_ANCHOR = cue(rf"(?<![\w])(?:(?P<legal>{_LEGAL})|(?P<inst>{_INSTITUTION})|(?P<trade>(?:{_INDUSTRY_WORDS})\b))")
_TRADE = re.compile(rf"(?:{_INDUSTRY_WORDS}|Sciences?|Technolog(?:y|ies)|Group|Medical|Research|International|Global|Health|Partners|Systems|Industries|Enterprises|Products|Brands|Capital|Bio|Life|Medicine|Management|Development|Innovations?|Solutions|Biomed)", re.I)
_LEGAL_WORD = re.compile(rf"(?:{_LEGAL}),?")
_MORE_LEGAL = re.compile(rf",? (?:{_LEGAL})")
_INSTITUTION_WORD = re.compile(rf"(?:{_INSTITUTION})$")
_GENERIC = frozenset(
    ["affiliated", "company", "corporation", "inc", "ltd", "limited", "llc", "co", "plc", "corporate", "trust", "computer", "functional", "genomics", "development", "common", "stock", "administration", "plan", "department", "u.s", "us", "the", "of", "and", "for", "general", "medical", "clinical", "research", "technology", "technologies", "international", "national", "regional", "central", "holdings", "holding", "group", "parent", "surviving", "sub", "merger", "acquisition", "target", "new", "old", "public", "private", "operating", "management", "administrative", "business", "systems", "products", "services", "financial", "capital", "investment", "insurance", "bank", "data", "information", "foreign", "domestic", "biotechnology", "pharmaceutical", "pharmaceuticals", "therapeutics", "oncology", "diagnostics", "healthcare", "health", "sciences", "science", "medicine", "medicines", "drug", "vaccines", "genetics", "human", "cell", "gene", "molecular", "laboratory", "laboratories", "center", "centre", "institute", "university", "hospital", "foundation", "society", "association", "council", "agency", "authority", "ministry", "school", "college", "academy", "clinic", "consortium", "partnership", "ventures", "labs", "partners", "board", "regents", "trustees", "commission", "office", "division", "food", "drugs", "internal", "external", "state", "federal", "government", "committee", "audit", "compensation", "nominating", "governance", "fund", "revenue", "customer", "sales", "marketing", "quality", "safety"]
)
# Legal forms that are ordinary words or codes in capitals: they count only after a word written in mixed case.
_RISKY = frozenset({"AS", "SE", "CO", "CO.", "SA", "AB", "LP", "KG", "COMPANY", "LIMITED", "BV", "NV", "KK"})
_GENERIC_LEGAL = frozenset({"Company", "COMPANY", "Corporation", "Limited", "CORPORATION", "LIMITED"})
_CAPITAL = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][\w'’.&/+-]*|\d+[A-Za-z][\w-]*|[a-z]{1,4}[A-Z][\w'’-]*|\d{1,3}\Z)$")
_LINK = frozenset(["&", "of", "and", "de", "du", "des", "la", "le", "für", "der", "van", "von", "y", "e", "di", "del", "for", "the", "et", "do", "da", "dos", "und"])
_AND_LEFT = re.compile(
    r"(?:Co|Company|Sons?|Sohn|Söhne|Brothers|Bros|Partners|Associates|Cie|Johnson|Infirmary|Women['’]s|Smith|Development)\b"
)
_OF_LEFT = re.compile(
    r"(?:Regents|Trustees|Board|University|Bank|College|School|Hospital|Institute|Institutes|Council|Department|Division|Ministry|Cent(?:er|re)|"
    r"Society|Governors|Fund|Fellows|Corporation|Chancellor|Masters|Scholars|Provost|Academy|Faculty|Overseers|Administrators|Visitors|Rector|"
    r"Curators|Supervisors|Court|Commonwealth|State|Foundation|Republic|Secretary|Government|Office|Agency)$"
)
# Capitalised words that stand before a name without belonging to it.
_NOT_NAME = frozenset(
    ["the", "a", "an", "in", "on", "under", "with", "from", "to", "for", "by", "and", "or", "as", "at", "of", "between", "among", "both", "neither", "while", "when", "where", "if", "since", "after", "before", "during", "upon", "following", "pursuant", "because", "although", "however", "today", "yesterday", "company", "companies", "registrant", "licensor", "licensee", "our", "we", "its", "their", "his", "her", "this", "that", "these", "those", "such", "each", "any", "all", "no", "other", "another", "certain", "said", "both", "than", "through", "until", "via", "whereas", "witness", "announces", "announce", "announced", "signs", "signed", "sign", "enters", "enter", "entered", "acquires", "acquire", "grants", "grant", "licenses", "license", "licence", "licensed", "agreement", "agreements", "amendment", "option", "patent", "patents", "exhibit", "item", "items", "section", "article", "schedule", "rule", "form", "note", "notes", "part", "table", "page", "re", "contact", "contacts", "about", "source", "investors", "investor", "media", "chief", "executive", "officer", "officers", "director", "directors", "president", "vice", "chairman", "chairwoman", "chair", "chairperson", "secretary", "treasurer", "senior", "manager", "managing", "partner", "head", "founder", "co-founder", "professor", "prof", "dr", "mr", "mrs", "ms", "miss", "sir", "counsel", "general-counsel", "ceo", "cfo", "coo", "cso", "cmo", "formerly", "former", "previously", "name", "title", "date", "by:", "attn", "attention", "dear", "nasdaq", "nyse", "amex", "otc", "nasdaq-listed", "privately", "privately-held", "exclusive", "non-exclusive", "worldwide", "sublicense", "collaboration", "research-and", "parties", "party", "subsidiary", "subsidiaries", "affiliate", "affiliates", "shareholders", "stockholders", "is", "was", "has", "had", "have", "are", "were", "be", "been", "will", "shall", "may", "can", "also", "only", "then", "there", "here", "not", "but", "yet", "so", "thus", "hence", "accordingly", "separately", "meanwhile", "additionally", "finally", "first", "second", "third", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "phase", "product", "products", "drug", "drugs", "buyer", "seller", "purchaser", "parent", "issuer", "borrower", "lender", "guarantor", "assignor", "assignee", "transferor", "transferee", "sponsor", "grantor", "grantee", "partnering", "partners-with", "joins", "join", "buys", "sells", "gets", "wins", "licenses-from", "terminates", "returns", "completes", "receives", "reports", "regains", "expands", "extends", "amends", "secures", "obtains", "takes", "gains", "out-licenses", "in-licenses", "signature", "signatures", "dated"]
)
_NEVER_NAME = re.compile(
    r"(?:The |An? )?(?:Private |Limited |Holding |Parent |Public |Delaware |New |Each |Such |Surviving |Joint |Stock |Trust |Insurance |Drug |Target )?(?:Company|Corporation|Limited|Laboratory|Laboratories|Institute|University|"
    r"Hospital|Foundation|Center|Centre|Trust|Council|Agency|Authority|Ministry|Administration|Society|Association|College|School|Regents|Trustees|Clinic|Academy|Consortium|Holdings?|Diagnostics|Healthcare|"
    r"Pharmaceuticals?|Therapeutics|Biologics|Medicines?|Vaccines|Oncology|Genetics|Genomics|Biotechnology|Life Sciences|Department of|Bureau of)|Regeneration|Stem Cell Research|Clinical Research|"
    r"Human Therapeutics|Cell Therapeutics Product|Board of (?:Directors|Trustees|Regents)|Securities Act|Data Cent(?:er|re)|Trial Center|Medical Oncology|Hematology[/ ]Oncology|Blue Sky.*|Call Cent(?:er|re)|"
    r"(?:Chemistry|Clinical|Technical|Steering|Global|Regulatory|Corporate|Medical|Scientific|Business|Marketing).{0,3} (?:Council|Administration|Association)|World Cent(?:er|re)|Internal Medicine",
    re.I,
)
_FIELDS = (
    "Medicine|Dentistry|Sciences?|Technology|Research|Neurology|Surgery|Engineering|Health|Human|Development|Drug|Infectious|Arts|Mechanical|Kidney|Digestive|Women['’]s|"
    "Prevention|Stroke|Education|Biology|Genetics|Cancer|Medical|Biotechnology|Mental|Aging|Diseases?|Lung|Blood|Hospitals?|Innovation|Children['’]s|Arthritis|Musculoskeletal|"
    "Therapeutics|Toxicology|Public|Clinics|Care|Physics|Chemistry|Biomedical|Clinical|Translational|Healthcare|Diabetes|Hygiene|Tropical|Nutrition|Welfare|Agricultural|Oncology|Hospital|Community|Learning"
)
_CAP_WORD = r"(?:St\.|[A-ZÀ-Þ][\w'’-]*)"
_TAIL_OF = re.compile(
    rf"(?:(?: of| for| at| de| du| di| für| la| le| zu| pour)(?: the| la| les?| los)? {_CAP_WORD}(?:[ -](?:{_CAP_WORD}|and (?:{_FIELDS})\b|& (?:{_FIELDS})\b))*(?:, (?:Arts|Mechanical)(?:,)? and {_CAP_WORD})?)"
    rf"|(?: (?:Hospitals?|Cent(?:er|re)|Institute|School|Medical|Research|Cancer|Health|Clinic|Foundation|College|Trust|System|Laboratory|Press|Hospital Corporation|Fund|Council|Technologies)\b)"
)
_FOREIGN = re.compile(
    r"(?:Institut|Istituto|Instituto|Hôpital|Fondation|Fondazione|Fundaç?[cã]*[ãaó]o|Fundación|Universität\w*|Universidad\w*|Klinikum|Stiftung|Centre|INSTITUT)$"
)
_FOREIGN_TAIL = re.compile(rf" {_CAP_WORD}(?: {_CAP_WORD})?(?= |[,.;)]|$)")
_CAPS_TAIL = re.compile(r"(?: (?:OF|FOR|AT|AND|THE) [A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+)?)+(?![a-z])")
_BREAK = re.compile(r"[\n\t]")
_OF_TECHNOLOGY = re.compile(r" (?:of|and) (?:Advanced )?(?:Science and )?Technology\b")
_SEAT = re.compile(rf" of {_CAP_WORD}(?:[ -]{_CAP_WORD})?")
_BEARER = re.compile(r"(?:St\.|Saint|Mount|Mt\.|Sainte|San|Santa) [A-Z]|(?!Children|Women|Men)[A-Z][\w’'-]*['’]s (?:Hospital|Clinic)\b")
_NOT_TAIL = re.compile(
    r" (?:of|for|in|at) (?:the )?(?:Phase|Item|Section|Article|[A-Z]{1,4}[- ]?\d|January|February|March|April|May|June|July|August|September|October|November|December|Directors)\b"
)
_PLACE_NAME = re.compile(
    r"\b(?:Europe|Japan|China|Asia|Korea|Canada|Africa|America|Germany|France|Italy|Spain|India|Australia|Israel|Brazil|Mexico|Taiwan|Russia|United|North|South|Latin|Greater|EU|U\.S|US)\b"
)
_TITLE_STOP = re.compile(
    r"\b(?:License|Licence|Agreement|Option|Patent|Patents|Rights|Announces?|Program|Technology|Product|Products|Compound|Study|Trial)\b"
)
_KINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\b(?:food and drug administration|fda|european medicines agency|ema|pmda|mhra|agency|ministry|national institutes of health|nih|department of|bureau of|commission|administration|authority|government|national cancer institute|national institute of (?:allergy|mental|neuro|arthritis|diabetes|general|aging|child))\b",
            re.I,
        ),
        "agency",
    ),
    (
        re.compile(
            r"\b(?:universit\w*|universidade?|college|polytechnic|institute of technology|regents|school of|academ\w+|università|eth)\b",
            re.I,
        ),
        "university",
    ),
    (
        re.compile(
            r"\b(?:hospitals?|clinic|infirmary|medical cent(?:er|re)|hôpita\w+|cancer cent(?:er|re)|health system|sloan|charité|klinik\w*)\b",
            re.I,
        ),
        "hospital",
    ),
    (re.compile(r"\b(?:foundation|stiftung|fondazione|fondation|trust|charity|fund)\b", re.I), "foundation"),
    (
        re.compile(
            r"\b(?:institut\w*|research cent(?:er|re)|laboratory|council|cent(?:er|re) for|society|consortium|inserm|cnrs)\b",
            re.I,
        ),
        "institute",
    ),
    (re.compile(r"\b(?:pharma\w*|drug|seiyaku|yakuhin|arzneimittel|farma\w*)\b", re.I), "pharma"),
    (
        re.compile(r"\b(?:\w*therapeutics|bio\w*|gen\w*tics|genomics|immun\w*|cell\w*|onc\w*|neuro\w*)\b", re.I),
        "biotech",
    ),
)


def org_kind(name: str) -> str:
    """Kind of an organisation by its name: agency, university, hospital, foundation, institute, pharma, biotech, company."""
    legal = bool(words(name)) and words(name)[-1] in LEGAL_FORMS
    for pattern, kind in _KINDS:
        if pattern.search(name) and not (legal and kind in ("agency", "foundation", "institute", "university")):
            return kind
    return "company"


def _grow_left(text: str, layout: str, start: int, commas: bool) -> int:
    """Where the capitalised words before `start` begin; `commas` lets one comma stand directly before the anchor."""
    low = max(0, start - 120)
    brk = max(layout.rfind("\n", low, start), layout.rfind("\t", low, start))
    low = brk + 1 if brk >= 0 else low
    at, kept, right = start, start, ""
    for _ in range(10):
        end = at
        while end > low and text[end - 1] == " ":
            end -= 1
        if end <= low:
            break
        begin = text.rfind(" ", low, end) + 1 or low
        if begin < low:
            begin = low
        token = text[begin:end]
        opened = token.lstrip("(\"“‘'[")
        begin += len(token) - len(opened)
        bare, closed = opened, len(opened) != len(token)
        if bare.endswith(","):
            if not commas or kept != start:
                break
            bare = bare[:-1]
        commas = commas and kept == start and bool(_LEGAL_WORD.fullmatch(bare))
        if not bare or bare[-1] in ';:)"”’]—–':
            if not (bare.endswith(")") and closed and bare[:-1].isalpha() and _CAPITAL.match(bare[:-1])):
                break
            bare, closed, begin = bare[:-1], False, begin - 1
        if (
            bare.endswith(".")
            and len(bare) > 3
            and not re.fullmatch(r"(?:[A-Z]\.)+|St\.|Dr\.|Mt\.|Co\.|Ltd\.|Pty\.", bare)
        ):
            break
        low_word = bare.lower().rstrip(".,")
        if (low_word in _LINK and bare[0].islower()) or bare in ("&", "OF", "THE"):
            if low_word == "and" and not _AND_LEFT.match(right or text[start : start + 12]):
                break
            right = bare.lower()
            at = begin
            continue
        if not _CAPITAL.match(bare) or bare in ("I", "II", "III"):
            break
        if low_word in _NOT_NAME and not (low_word == "drug" and kept == start and text[start : start + 2] == "Co"):
            break
        if right == "of" or (right == "the" and text[kept - 7 : kept].strip().lower() == "of the"):
            if not _OF_LEFT.match(bare.title() if bare.isupper() else bare):
                break
        elif right in ("the", "for") and not _OF_LEFT.match(bare.title() if bare.isupper() else bare):
            break
        if _LEGAL_WORD.fullmatch(bare) and kept != start and bare not in ("Drug",):
            if not (commas or text[kept : kept + 3] in ("Ltd", "Inc", "LLC", "L.L", "Lim", "Pty")):
                break
        kept, at, right = begin, begin, bare
        if closed:
            break
    return kept


def _seated(name: str, tail: str) -> bool:
    """Does a tail only tell the seat of an institution whose name is whole without it ("Institut Arval of Geneva")?"""
    if not _SEAT.fullmatch(tail):
        return False
    parts = name.split()
    if _FOREIGN.match(parts[0]) and len(parts) > 1:
        return True
    return not re.search(r"Universit|College|School", name) and bool(_BEARER.match(name))


def _inside_caps(text: str, start: int, end: int) -> bool:
    return text[start:end].upper() == text[start:end]


def find_names(text: str, layout: str) -> list[Name]:
    """Full names in order, none overlapping; the longest wins where two anchors belong to one name."""
    found: list[Name] = []
    for match in _ANCHOR.finditer(text):
        start, end = match.span()
        if found and end <= found[-1].end:
            continue
        legal = match["legal"] is not None
        begin = _grow_left(text, layout, start, legal)
        if legal:
            word = match[0]
            if begin == start:
                continue
            if word in _RISKY and _inside_caps(text, begin, start) and word not in ("SA", "AB"):
                continue
            following = _MORE_LEGAL.match(text, end)
            while following:
                end = following.end()
                following = _MORE_LEGAL.match(text, end)
            if text[end - 1] == "." and not re.search(
                r"(?:\b[A-Za-z]|Inc|Corp|Ltd|Co|Pty|INC|CORP|LTD|CO|Kft|Zrt|Bhd|Pte)\.$", text[begin:end]
            ):
                end -= 1
        else:
            if match["trade"] and begin == start:
                continue
            limit = _BREAK.search(layout, end, end + 160)  # a name ends with its cell or paragraph
            stop_at = limit.start() if limit else len(text)
            foreign = _FOREIGN.search(match[0]) and _FOREIGN_TAIL.match(text, end, stop_at)
            if foreign:
                end = foreign.end()
            capitals = match[0].isupper() and _CAPS_TAIL.match(text, end, stop_at)
            if capitals:
                end = capitals.end()
            for _ in range(4):
                if _NOT_TAIL.match(text, end):
                    break
                tail = _TAIL_OF.match(text, end, stop_at)
                if not tail:
                    break
                if match["trade"] and tail[0].startswith((" of", " for", " at")):
                    break
                if tail[0].startswith(" for ") and (
                    match[0].startswith(("Univ", "Coll")) or _PLACE_NAME.search(tail[0])
                ):
                    break
                if any(c.isdigit() for c in tail[0]):
                    break
                stop = _TITLE_STOP.search(_OF_TECHNOLOGY.sub("", tail[0]))
                if stop:
                    break
                if _seated(text[begin:end], tail[0]):
                    break
                end = tail.end()
        while end > begin and text[end - 1] in " ,-'’":
            end -= 1
        if text[begin:end].endswith(("'s", "’s")) and not legal:
            end -= 2
        name = text[begin:end]
        cut = re.match(
            r"(?:.*\b(?:Company|Registrant|Licensor|Licensee|Parent)['’]s |(?:Plaintiffs?|Defendants?|Registrant|Licensor|Licensee) )(?=[A-Z])",
            name,
        )
        if cut:
            begin += cut.end()
            name = name[cut.end() :]
        if all(w in _GENERIC for w in re.findall(r"[a-z.]+", name.lower().rstrip("."))):
            continue
        if _NEVER_NAME.fullmatch(name) or not org_key(name) or len(name) > 140:
            continue
        if not legal and " " not in name and not name.startswith(("Charité", "Memorial")):
            continue
        if match["inst"] and _inside_caps(text, begin, end) and len(name) < 12:
            continue
        while found and found[-1].start >= begin:
            found.pop()
        if found and found[-1].end > begin:
            if legal and found[-1].end >= start - 2:
                begin = found.pop().start
                name = text[begin:end]
            else:
                continue
        found.append(Name(begin, end, name, legal))
    return found


_SMALL = frozenset(["of", "the", "and", "for", "de", "at", "in", "&", "du", "la", "le", "von"])


def acronyms(name: str) -> tuple[str, ...]:
    """Initials by which a name may go: "Food and Drug Administration" → "FDA"; with and without its legal form."""
    parts = [w for w in re.split(r"[\s-]+", re.sub(r"[,.()]", "", name)) if w and w.lower() not in _SMALL]
    every = "".join(w[0] for w in parts if w[0].isalnum()).upper()
    core = "".join(w[0] for w in parts if w[0].isalnum() and w.lower() not in LEGAL_FORMS).upper()
    return tuple(dict.fromkeys(a for a in (core, every) if len(a) >= 2))


# First words too common to stand for a company by themselves.
_COMMON = frozenset(
    ["american", "united", "first", "general", "national", "international", "global", "advanced", "new", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "pacific", "atlantic", "central", "royal", "university", "institute", "board", "regents", "trustees", "the", "medical", "research", "cancer", "children", "children's", "memorial", "hospital", "department", "ministry", "food", "european", "european-american", "british", "french", "german", "swiss", "japan", "japanese", "china", "chinese", "korea", "korean", "india", "indian", "canada", "canadian", "australia", "australian", "california", "texas", "florida", "boston", "massachusetts", "york", "london", "paris", "tokyo", "beijing", "shanghai", "pharmaceutical", "drug", "bio", "life", "health", "clinical", "therapeutics", "vaccine", "gene", "cell", "molecular", "human", "public", "world", "state", "city", "bank", "trust", "foundation", "school", "college", "federal", "securities", "nasdaq", "new-york", "great", "big", "blue", "red", "green", "white", "black", "golden", "silver", "saint", "st", "mount", "good", "best", "one", "two", "three", "first", "second", "in", "on", "at", "by", "to", "of", "for", "and", "a", "an", "company", "corporation", "dr", "mr", "mrs", "prof", "john", "james", "robert", "william", "mary", "david", "columbia", "washington", "pennsylvania", "michigan", "wisconsin", "minnesota", "ohio", "georgia", "virginia", "carolina", "jersey", "duke", "alpha", "beta", "gamma", "delta", "omega", "applied", "integrated", "innovative", "specialty", "special", "total", "universal", "modern", "future", "novel", "precision", "orphan", "rare", "open", "clear", "true", "next", "alliance", "community", "center", "centre", "council", "agency", "office", "us", "uk", "eu", "stem", "max", "memorial"]
)


@lru_cache(maxsize=8192)
def short_forms(name: str) -> tuple[str, ...]:
    """Forms by which the text may call an organisation later: without legal form, without trade words, first word alone."""
    bare = re.sub(rf"(?:,? (?:{_LEGAL}))+$", "", name).strip(" ,")
    forms = [bare] if bare != name else []
    stripped = re.sub(r"^(?:The|THE) ", "", bare)
    if stripped != bare:
        forms.append(stripped)
    parts = stripped.split()
    if len(parts) > 1 and not re.match(r"(?:University|Institute|Regents|Board|Trustees|Hospital|College|School|Department|Ministry|Bank|Society|Center|Centre|National|President)\b", stripped):
        kept = list(parts)
        while len(kept) > 1 and (
            _TRADE.fullmatch(kept[-1])
            or _INSTITUTION_WORD.match(kept[-1])
            or kept[-1] in ("&", "and", "Medical", "Research", "Cancer", "State", "Drug", "Sciences")
        ):
            kept.pop()
            if kept[-1] not in ("&", "and"):
                forms.append(" ".join(kept))
        if kept[0] not in ("&",):
            forms.append(kept[0].rstrip(",."))
        if len(kept) > 2 and kept[1] in ("&", "and", "+"):
            forms.append(" ".join(kept[:3]))
    return tuple(
        dict.fromkeys(
            f
            for f in forms
            if len(f) > 2 and f != name and not f[0].islower() and not _TRADE.fullmatch(f) and f.lower() not in _COMMON
        )
    )
