"""Text of an agreement (exhibit 10) → its title, parties with their defined names, dates, and whether it grants and binds.

All is read from where contracts state it: the preamble ("THIS AGREEMENT … is made as of … by and between …"), the title
page, "Effective Date" among the definitions, and the granting clauses. Nothing is guessed from file names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ContractParty:
    """A party by its full name at `span`, with the names the agreement gives it ("Licensee", "Acme")."""

    name: str
    aliases: tuple[str, ...]
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Contract:
    """What an agreement says of itself; a date is ISO ("2018-03" when the day is blank) or None where none is stated.

    `exclusivity` and `license_grant` say whether a clause of that kind was found; the `_span` fields tell where each stands.
    """

    title: str | None = None
    parties: tuple[ContractParty, ...] = ()
    agreement_date: str | None = None
    effective_date: str | None = None
    exclusivity: bool = False
    license_grant: bool = False
    agreement_date_span: tuple[int, int] | None = None
    effective_date_span: tuple[int, int] | None = None
    exclusivity_span: tuple[int, int] | None = None
    license_grant_span: tuple[int, int] | None = None


# ── dates ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|"
        "december dec".split("|"),
        1,
    )
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_BLANK = r"(?:\[[^\]]{0,12}\]|[_•*.]{2,}|[_•]|\( *\))"


def _day(form: int) -> str:
    return rf"(?:(?P<day{form}>\d{{1,2}})(?: ?(?:st|nd|rd|th|t h|s t|n d|r d))?|{_BLANK})"


_DATE = re.compile(
    rf"(?P<month1>{_MONTH}) ?{_day(1)}? ?,? ?,? ?(?P<year1>(?:19|20)\d\d)(?!\d)"
    rf"|{_day(2)} ?(?:day of|of)? ?[ ,_-]*(?P<month2>{_MONTH}) ?,? ?(?P<year2>(?:19|20)\d\d)(?!\d)"
    rf"|(?P<month3>\d{{1,2}})[/.-](?P<day3>\d{{1,2}})[/.-](?P<year3>(?:19|20)?\d\d)(?![\d/])"
    rf"|{_BLANK} day of {_BLANK} ?,? ?(?P<year4>(?:19|20)\d\d)(?!\d)",
    re.I,
)


def _iso(found: re.Match[str]) -> str | None:
    """The ISO form of a `_DATE` match, as precise as it is; None when the numbers make no date."""
    form = next(n for n in "1234" if found[f"year{n}"])
    year = int(found[f"year{form}"])
    if year < 100:
        year += 1900 if year > 60 else 2000
    if form == "4":
        return f"{year:04d}"
    word = found[f"month{form}"].lower().rstrip(".")
    month = int(word) if word.isdigit() else _MONTHS[word]
    day = found[f"day{form}"]
    if not 1 <= month <= 12 or (day and not 1 <= int(day) <= 31):
        return None
    return f"{year:04d}-{month:02d}" + (f"-{int(day):02d}" if day else "")


Dated = tuple[str, tuple[int, int]]


_YEAR = re.compile(r"(?<![\d$,])(?:(?:19|20)\d\d|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d)(?![\d/])")


def _dates(text: str, start: int, end: int) -> Iterator[Dated]:
    """Dates in `[start, end)`; only places that hold a year are looked at closely, which keeps this fast."""
    floor = start
    for year in _YEAR.finditer(text, start, end):
        for found in _DATE.finditer(text, max(floor, year.start() - 50), year.end()):
            value = _iso(found)
            if value:
                floor = found.end()
                yield value, found.span()


# ── the preamble ────────────────────────────────────────────────────────────────────────────────────────────────────

_KIND = r"(?:AGREEMENT|Agreement|AMENDMENT|Amendment|CONTRACT|Contract|LICENSE|License|LICENCE|Licence|LEASE|Lease|DEED|Deed|Memorandum|MEMORANDUM)"
_OPENING = re.compile(
    rf"\b(?:THIS|This|The|THE) (?:[^.;:]{{0,160}}?)\b{_KIND}\b|\b[A-Z][A-Z ,&/()-]{{6,90}}(?:AGREEMENT|CONTRACT)\b(?= (?:dated|made|is|between|by|among|entered|effective|BETWEEN|BY|\())"
)
_BETWEEN = re.compile(r"\b(?:by,? and between|by,? and among|by and amongst|by and|between and among|between|among|amongst|BETWEEN|AMONG|Between|Among|BY AND BETWEEN|BY AND AMONG|By and Between|By and Among|by)\b:? ?")
_CLOSING = re.compile(
    r"\b(?:WITNESSETH|W I T N E S S E T H|Witnesseth|WHEREAS|Whereas|RECITALS?|Recitals?\b(?=[: ])|BACKGROUND|Background(?=[: ])|NOW,? THEREFORE|Now,? therefore|INTRODUCTION|"
    r"PREAMBLE|R E C I T A L S|\b1\.? [A-Z][A-Z]{3,}|(?:THIS|This) [\w ,&/-]{0,90}(?:AGREEMENT|Agreement)\b|STATEMENT OF|TABLE OF CONTENTS|Table of Contents|ARTICLE (?:I|1)\b|Article (?:I|1)\b|DEFINITIONS|IT IS (?:HEREBY )?AGREED|PREMISES|"
    r"(?:is|are) (?:entered into|made|dated|effective) (?:and entered into )?(?:as of|on|this)|agree as follows|FACTUAL)"
)


_STOP = re.compile(r"(?:[”\")\]]|(?<![A-Z])\b(?!Inc|Corp|Ltd|Co|No|St|Ft|Dr|Mr|Mrs|Ave|Av|Blvd|Rd|Str|Ste|Jr|Sr|Esq|Bldg|Hwy|Pkwy|Dept|Attn|Univ)[A-Za-z]{2,}|\d{5})\. (?=[A-Z][a-z]* )")


def _sentence_end(text: str, start: int, end: int) -> int | None:
    """Where the opening sentence is over, once somebody has been introduced in it; None when it runs on."""
    for stop in _STOP.finditer(text, start + 60, end):
        said = text[start : stop.end()]
        if said.count("(") == said.count(")") and len(_DEFINED.findall(said)) > 1:
            return stop.end()
    return None


@dataclass(frozen=True, slots=True)
class _Preamble:
    start: int
    parties: int
    end: int


def _preamble(text: str) -> _Preamble | None:
    """Where the parties are introduced: the opening sentence, else "between …" on the title page."""
    best: tuple[int, _Preamble] | None = None
    limit = min(len(text), 60_000)
    for opening in _OPENING.finditer(text, 0, limit):
        window = text[opening.end() : opening.end() + 420]
        between = _BETWEEN.search(text, opening.end(), opening.end() + 420)
        if not between or "shall" in window[: between.start() - opening.end()]:
            continue
        closing = _CLOSING.search(text, between.end() + 20, min(between.end() + 4000, limit))
        end = closing.start() if closing else min(between.end() + 2000, len(text))
        stop = _sentence_end(text, between.end(), end)
        end = stop or end
        score = 2 * bool(_DEFINED.search(text, between.end(), end)) + bool(re.search(r"made|entered|dated|effective", window)) - (opening.start() > 40_000)
        if best is None or score > best[0]:
            best = score, _Preamble(opening.start(), between.end(), end)
        if score >= 3:
            break
    if best and best[0] >= 1:
        return best[1]
    for between in _BETWEEN.finditer(text, 0, min(len(text), 12_000)):
        closing = _CLOSING.search(text, between.end() + 20, between.end() + 3000)
        end = closing.start() if closing else between.end() + 1200
        if between[0].strip().lower() != "by" and _LEGAL.search(text, between.end(), end):
            made = _Preamble(max(0, between.start() - 200), between.end(), min(end, len(text)))
            if len(_parties(text, made.parties, made.end)) > 1:
                return made
    return best[1] if best else None


# ── parties ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_QUOTED = re.compile(
    r"(?<![\w,.;])[“\"]{1,2} ?([^“”\"()]{1,60}?),? ?[”\"]{1,2}(?!\w)|(?:(?<=\()|(?<=the ))[‘']([^‘’'()]{1,40})[’'](?=[\s,;)])"
)
_DEFINED = re.compile(r"[“\"][^“”\"]{1,60}[”\"]|\([A-Z][A-Za-z]+\)")
_CORPORATE = (
    r"(?<![A-Za-z])(?:Inc|INC|Incorporated|INCORPORATED|Corp|CORP|Corporation|CORPORATION|Ltd|LTD|Limited|LIMITED|LLC|L\.L\.C|LLP|L\.P|LP|PLC|plc|Plc|GmbH|GMBH|AG|S\.A|SA|"
    r"S\.p\.A|N\.V|NV|B\.V|BV|A/S|AB|AS|K\.K|KK|Co|CO|Company|COMPANY|KGaA|SE|Oy|OYJ|Oyj|S\.A\.S|SAS|S\.r\.l|S\.R\.L|Pte|Pty|ULC)(?![A-Za-z])\.?"
    r"(?:,? (?:Ltd|LTD|Limited|LIMITED|LLC|LP|L\.P|Inc|INC|KG|Co\. KG|KGaA|Corp)\b\.?)?"
)
_LEGAL_FORM = re.compile(_CORPORATE)
_LEGAL = re.compile(
    _CORPORATE + r"|(?<![A-Za-z])(?i:University|Institute|Hospital|Foundation|Bank|Trust|Partnership|Center|Centre|College|Society|Association|Authority|Universit\w+|Department|"
    r"Institutes|Clinic|Council|Fund|Ministry)(?![A-Za-z])"
)
# where a party's name ends and its description begins
_DESCRIBED = re.compile(
    r" ?\((?!\w+\) (?:Limited|LIMITED|Ltd|LTD|Inc|INC|Holdings|HOLDINGS|Company|COMPANY|Co|Corp|GmbH|LLC|Pte|Pty|B\.V|PLC|plc))| ?[\[;:“\"—–]| -|,? (?:hereinafter|hereafter|having|whose|located|organi[sz]ed|incorporated|existing|duly|acting|doing business|d/b/a|D/B/A|f/k/a|F/K/A|formerly|"
    r"registered|on behalf|residing|individually|each|together|collectively|herein|referred|for and|through|under|constituted|established|as (?:successor|agent|a |an |the |amended|represented)|"
    r"(?:and )?(?:on behalf of )?(?:itself and )?its (?:successors|affiliates|Affiliates|subsidiar|wholly|permitted|principal|registered|business|office)|(?:with|at) (?:its|a|an|offices?|an? address|principal|registered|place|the|headquarters|business|address)\b|"
    r"in (?:his|her|its) |on the one|on the other|effective|dated|is |are |shall |will |agree|[Aa]n? [Ii]ndividual|Individual\b|with offices|the (?:general partner|owner|parent)|(?:both|all) |represented|headquartered|domiciled|maintaining|trading as|successor|subsidiary|company number|Company (?:No|number)|and (?:any|all|each) )"
    r"|,? (?:a|an) (?!/)(?=[A-Z]?[\w./-]+[ ,])|,? of (?=\d)|, (?=\d)|,? at \d|, of | \d{2,}"
)
_SPLIT = re.compile(
    r"(?P<list>(?:^|[;,)] ?|\s)(?:and|AND|&)?\s*\(?(?:\d|[a-e]|[ivx]{1,3})\) (?=[A-Z]))"  # "(1) X Limited and (2) Y Limited"
    r"|[,;]?[ -]+(?:and|AND|And)(?: between| among)?:?[ -]+(?=\(?(?:the |THE |The |by )?(?:[A-Z0-9Èé]|[a-z][A-Z]))|(?<=[)\]”\"])[,;.]? ?(?=(?!Limited|LIMITED|Ltd|LTD|Inc|INC|Holdings|HOLDINGS|Company|COMPANY|Co\b|Corp|GmbH|LLC|Pte|Pty)(?:the |The )?(?:[A-Z0-9]|[a-z][A-Z]))|; (?=(?:the )?[A-Z])"
)
_NOT_ALIAS = re.compile(
    r"^(?:this |the )?(?:(?:\w+ )*agreement|part(?:y|ies)|(?:effective|execution|closing|commencement|signing|agreement|restatement|amendment) date|contract|amendment|act|sec|code|term|"
    r"territory|products?|system|date|state|collaboration|license|licence|execution date|plan|project|services?|program|technology)s?,?$",
    re.I,
)
_NOT_NAME = re.compile(
    r"^(?:Whereas|WHEREAS|Each|Either|Both|Party|Parties|Agreement|Effective|Capitali[sz]ed|Section|Article|Now|Suite|Attention|Attn|P\.? ?O\.? Box|Federal|State|Commonwealth|United|U\.S|"
    r"Street|Avenue|Drive|Road|Exhibit|Source|Page|Date|In|It|As|All|This|That|These|For|If|With|Where|Witnesseth|Recitals?|Collectively|Individually|Together|Hereinafter|Tel|Fax|Telephone|"
    r"Zip|NW|NE|SW|SE|Building|Floor|Room|County|City of \w+, State|Switzerland|Germany|France|England|Wales|Company$|Board$|Employee$|Executive$|Chief|President|Chairman|Note|Code|Committee$|Lender$|Borrower$|Licensor$|Licensee$|Japan|Canada|Delaware|California|New York|New Jersey|Massachusetts|Israel|China|USA|US|UK)(?=[\s,.;:)]|$)"
)


_CONNECTORS = frozenset("of and for the de la le du des der den von van di da do e y et und i plc f".split())  # noqa: SIM905


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;:.-_&":
        start += 1
    while end > start and text[end - 1] in " ,;:-_(":
        end -= 1
    return start, end


def _name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name at the begin of a party's introduction `[start, end)`."""
    start, end = _trim(text, start, end)
    lead = re.compile(r"(?:and|AND|between|among|by|BETWEEN|AMONG|the (?=[a-z])|\(?(?:\d|[a-e]|[ivx]{1,3})\)|\([A-Z][a-z]+\)|(?:on )?(?:the )?(?:one|other) (?:hand|part),?)[,:]? ?").match(text, start, end)
    while lead and lead.end() > start:
        start = lead.end()
        lead = lead.re.match(text, start, end)
    stop = _DESCRIBED.search(text, start + 1, end)
    name_end = stop.start() if stop else end
    # a legal form inside, followed by an address: the name ends with the form
    for form in _LEGAL_FORM.finditer(text, start, name_end):
        if re.match(r",? (?:[\w.'-]+ ){0,3}?\d|,? of [A-Z]|,| [a-z]", text[form.end() : end]) and not re.match(" and (?:Company|Co)", text[form.end() :]):
            name_end = form.end()
            break
    start, name_end = _trim(text, start, name_end)
    name = text[start:name_end]
    bare = name[4:] if name[:4].lower() == "the " else name
    first = bare[:1]
    if len(name) < 3 or not (first.isupper() or first.isdigit() or name[1:2].isupper()) or len(name.split()) > 14 or _NOT_NAME.match(bare):
        return None
    if any(word.isalpha() and word.islower() and word not in _CONNECTORS for word in bare.split()):
        return None
    if not _LEGAL.search(name) and len(name.split()) > 9:
        return None
    return start, name_end


def _aliases(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """Names defined in `[start, end)`: those of the party before them, and those of several together."""
    own: list[str] = []
    shared: list[str] = []
    for quoted in _QUOTED.finditer(text, start, end):
        alias = (quoted[1] or quoted[2]).strip().rstrip(",.;")
        before = text[max(start, quoted.start() - 70) : quoted.start()]
        if _NOT_ALIAS.match(alias) or not alias[:1].isalnum() or (alias.islower() and not alias.startswith("plan")):
            continue
        alias = re.sub(r"^(?:the|The|THE) ", "", alias)
        into = shared if re.search(r"(?:collectively|together|jointly)[^“\"]{0,60}$", before) else own
        if alias not in into:
            into.append(alias)
    if not own and not shared:
        plain = re.search(r"\((?:the )?([A-Z][\w-]+(?: [A-Z][\w-]+)?)\)", text[start:end])
        if plain and not _NOT_ALIAS.match(plain[1]):
            own.append(plain[1])
    return own, shared


def _parties(text: str, start: int, end: int) -> tuple[ContractParty, ...]:
    """Parties introduced in `[start, end)`, in order."""
    cuts = [start]
    depth = 0
    position = start
    for found in _SPLIT.finditer(text, start, end):
        between = text[position : found.start()]
        depth += between.count("(") - between.count(")")
        position = found.start()
        if depth <= 0:
            cuts.append(found.end())
            depth = 0
    cuts.append(end)
    parties: list[ContractParty] = []
    for begin, stop in zip(cuts, cuts[1:], strict=False):
        own, shared = _aliases(text, begin, stop)
        name = _name(text, begin, stop)
        convincing = name and (own or _LEGAL.search(text, *name) or shared)
        if name and not convincing and begin == start:
            convincing = True
        if name and not convincing and stop - begin < 400 and re.search(r",? an? [A-Z]?[\w. ]{2,40}(?:corporation|company|individual|university|resident)", text[begin:stop]):
            convincing = True
        if name and convincing and text[name[0] : name[1]] not in {party.name for party in parties}:
            parties.append(ContractParty(text[name[0] : name[1]], tuple(own), name))
        elif parties and own:
            last = parties[-1]
            parties[-1] = ContractParty(last.name, tuple(dict.fromkeys((*last.aliases, *own))), last.span)
        if shared:
            parties = [ContractParty(p.name, tuple(dict.fromkeys((*p.aliases, *shared))), p.span) for p in parties]
    return tuple(parties)


_INTRODUCED = re.compile(
    rf"((?:[A-Z][\w&'’.-]*,? ){{1,6}}?{_CORPORATE})"
    r"(?= \((?:[Cc]ompany|[Rr]egistered) (?:[Nn]o|[Nn]umber)|,? (?:whose registered|having its (?:registered|principal))|,? an? (?:[\w-]+ ){1,5}(?:corporation|company|partnership)\b"
    r"| is an? (?:[\w-]+ ){1,4}(?:company|corporation)\b)"
)


def _introduced(text: str) -> tuple[ContractParty, ...]:
    """Companies introduced with their seat or kind, for agreements without an opening sentence."""
    found: dict[str, ContractParty] = {}
    for hit in _INTRODUCED.finditer(text, 0, 80_000):
        own, _ = _aliases(text, hit.end(), min(hit.end() + 220, len(text)))
        found.setdefault(hit[1].casefold(), ContractParty(hit[1], tuple(own[:1]), hit.span(1)))
    return tuple(found.values())[:2]


# ── dates of the agreement ──────────────────────────────────────────────────────────────────────────────────────────

_EFFECTIVE_MARK = re.compile(r"[”\"]?\)?,? ?\(?(?:the |such date,? |hereinafter |hereafter |referred to as |called |herein |the date of which is )*(?:the )?[“\"]? ?(?:Effective|EFFECTIVE|Commencement) (?:Date|DATE)", re.I)
_EFFECTIVE_BEFORE = re.compile(r"(?:effective|is effective)(?: as of| on| from| date| the)*[:,]? ?(?:the |this )?$", re.I)
_EFFECTIVE_DEFINED = re.compile(
    r"[“\"](?:Effective|EFFECTIVE|Commencement) (?:Date|DATE)[”\"][^.;]{0,60}?(?:[Mm]eans|shall mean|is|:|shall be)\s?|(?:EFFECTIVE|Effective) (?:DATE|Date)(?: of this Agreement)?(?: is| shall be|:)\s?|"
    r"(?:[Tt]his|[Tt]he) Agreement (?:is|shall be|shall become|becomes) (?:made )?effective (?:as of|on|from)?\s?|(?:This|this) [Aa]greement (?:shall )?(?:commences?|begins?)(?: on| as of)? |"
    r"[Tt]erm of this Agreement (?:shall )?(?:commences?|begins?) (?:on|as of)? |(?:Contract|promotion) (?:start|shall begin)(?: on)?:? "
)
_SAME_DATE = re.compile(r"(?:the )?(?:date (?:first )?(?:hereof|of this Agreement|above|(?:set forth|written|stated) (?:above|on)|first (?:above|set|written|stated))|day and year first)", re.I)


def _agreement_date(text: str, preamble: _Preamble | None) -> Dated | None:
    """The date by which the agreement is called: of its preamble, its title page, or the last signature."""
    if preamble:
        for dated in _dates(text, preamble.start, preamble.parties + 40):
            return dated
        for dated in _dates(text, preamble.parties, preamble.end + 160):
            before = text[dated[1][0] - 60 : dated[1][0]]
            if re.search(r"(?:made|entered into|dated|effective|as of|on this|this)(?! date)[^.;:]{0,40}$", before, re.I):
                return dated
        head = re.compile(r"(?:dated|DATED|Dated|as of|AS OF|effective|EFFECTIVE)(?: as of| on| date)?:? ", re.I)
        for mark in head.finditer(text, 0, preamble.start):
            for dated in _dates(text, mark.end(), mark.end() + 40):
                return dated
    else:
        for mark in _DATED.finditer(text, 0, 60_000):
            for dated in _dates(text, mark.end(), mark.end() + 30):
                return dated
    return _signature_date(text)


_DATED = re.compile(r"\b(?:DATED|Dated)(?: as of| this)?:? ")
_WITNESS = re.compile(r"IN WITNESS WHEREOF|In [Ww]itness [Ww]hereof|/s/|\b[Ss]/ |\b(?:Date|DATE|Dated|DATED|Date signed):")


def _signature_date(text: str) -> Dated | None:
    """The latest date beside the signatures; "Source: …, 8-K, 2/5/2020" at the foot of a page is none."""
    found: list[Dated] = []
    reached = 0
    for mark in _WITNESS.finditer(text, max(0, len(text) - 250_000)):
        if mark.start() < reached:
            continue
        reached = mark.end() + 500
        if not _SIGNING.search(text, max(0, mark.start() - 300), reached):
            continue
        for value, span in _dates(text, max(0, mark.start() - 120), reached):
            if not _OTHER_DATE.search(text[max(0, span[0] - 40) : span[0]]):
                found.append((value, span))
    return max(found, default=None)


_OTHER_DATE = re.compile(r"(?:10-[KQ]|8-K|20-F|6-K|S-\d+|SB-2|F-\d+)[/A]*,? $|\b(?:Act of|dated|effective|commenc|until|through|expir|term)[^.;]{0,30}$", re.I)
_SIGNING = re.compile(r"/s/|\bS/ |\b(?:By|BY|Name|NAME|Signature):")


def _effective_date(text: str, preamble: _Preamble | None, agreement: Dated | None) -> Dated | None:
    """The date the agreement says it takes effect; None where it says nothing or makes it depend on an event."""
    if preamble:
        for dated in _dates(text, preamble.start, preamble.end + 200):
            span = dated[1]
            if _EFFECTIVE_MARK.match(text, span[1]) or _EFFECTIVE_BEFORE.search(text[max(0, span[0] - 40) : span[0]]):
                return dated
    for mark in _EFFECTIVE_DEFINED.finditer(text):
        first = next(_dates(text, mark.end(), mark.end() + 60), None)
        if first:
            return first
        if _SAME_DATE.search(text, mark.end(), mark.end() + 60):
            return agreement
    return None


# ── clauses ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_GRANT = re.compile(
    r"\b(?:hereby (?:does )?grants?|(?:shall|does|do|will)(?:,? and hereby does,?)? (?:hereby )?grant|grants?(?:ed)?(?= (?:to|an?|the|such|each|and|it|unto|[A-Z]))|agrees? to grant)\b(?! back| Date)[^.;]{0,260}?\b"
    r"(?:sub-?licen[sc]es?|licen[sc]es?|rights? (?:to|of) (?:use|reproduce|distribute|market|manufacture|make|sell|promote|produce|commerciali[sz]e|practice))\b"
    r"|\b(?:is|are) (?:hereby )?granted (?:an?|the) [^.;]{0,80}\blicen[sc]e\b|\bhereby licen[sc]es\b|\b(?:is|are) (?:hereby )?(?:permitted|licensed|authorized) to use the\b|"
    r"\bagrees? that [\w’' ]{2,40} may use\b"
)
_EXCLUSIVE = re.compile(r"(?<![A-Za-z-])(?<!non )(?:exclusive(?:ly)?|sole(?: and exclusive)?)\b", re.I)


_OPERATIVE = re.compile(r"NOW,? THEREFORE|Now,? [Tt]herefore|(?:agree|AGREE)D? as follows|AGREE AS FOLLOWS|IT IS (?:HEREBY )?AGREED", re.I)


def _operative(text: str) -> int:
    """Where the recitals, which tell of other agreements, are over."""
    found = _OPERATIVE.search(text, 0, 40_000)
    return found.end() if found else 0


def _license_grant(text: str) -> tuple[int, int] | None:
    for found in _GRANT.finditer(text, _operative(text)):
        before = text[max(0, found.start() - 60) : found.start()]
        if re.search(r"\b(?:not|nothing|no|nor|never)\b[^.;]{0,50}$", before, re.I) or re.search(r"\b(?:no|any)(?: necessary| other| further)? (?:right|licen)", found[0], re.I):
            continue
        return found.span()
    return None


_EXCLUSIVE_BUSINESS = re.compile(
    r"^(?:(?:,|and|or|even as to[^)]*\)|\([^)]*\)|[\w’'-]+,?) ){0,9}?(?:sub-?licen[sc]es?|licen[sc]es?|rights?|distributors?|distribution|suppliers?|options?|appointment|agent|"
    r"provider|sponsor|basis|purchase|from|franchise\w*|territory|period|reseller|manufacturer|marketing|promot\w+|representative|supply)\b",
    re.I,
)
_EXCLUSIVE_OTHER = re.compile(r"(?:exclusive(?:ly)?|sole(?: and exclusive)?),? (?:\w+ ){0,2}?(?:jurisdiction|venue|remed|property|owner|liabilit|discretion|responsib|cost|expense|judgment|risk|forum|exploitation|rights? of ownership|purpose|benefit|obligation|means|control|cause|courts?|use)", re.I)


def _exclusivity(text: str) -> tuple[int, int] | None:
    for found in _EXCLUSIVE.finditer(text, _operative(text)):
        if _EXCLUSIVE_OTHER.match(text, found.start()):
            continue
        if re.search(r"\b(?:not|nothing|neither|no)\b[^.;]{0,100}$", text[max(0, found.start() - 110) : found.start()], re.I):
            continue
        if re.search(r"\b(?:not|belong|owned?|vest\w*|in)[ ,]*$", text[max(0, found.start() - 12) : found.start()]):
            continue
        window = text[found.end() + 1 : found.end() + 120]
        if re.match(r"(?:agent|distributor|supplier|provider|licensee)\b", window) and found[0].lower() == "sole":
            return found.span()
        if found[0].lower() != "sole" and _EXCLUSIVE_BUSINESS.match(window):
            before = text[max(0, found.start() - 120) : found.start()]
            if re.search(r"\b(?:grants?|granted|appoints?|appointed|appointment|have|has|retains?|agrees?|be|shall|its|as|the|purchase|an)\b[^.;]*$", before):
                return found.span()
    return None


# ── all of it ───────────────────────────────────────────────────────────────────────────────────────────────────────

_TITLE = re.compile(
    r"(?:THIS|This|THE|The) ((?:[A-Z][\w,&/()’'-]*\s|(?:of|and|for|to|the|in|on|with)\s){0,14}?(?:AGREEMENT|Agreement|AMENDMENT|Amendment|CONTRACT|Contract|LEASE|Lease|LICENSE|License)\b"
    r"(?: (?:No\.|NO\.|Number|#) ?\d+)?(?: (?:to|TO|and|AND)(?: (?:the|THE))?(?: (?:(?:[A-Z][\w,&/’'-]*)|and|of|for)){0,9}? (?:AGREEMENT|Agreement|MERGER|Merger|CONTRACT|LEASE|Lease)\b)?)"
)
_HEADING = re.compile(
    r"(?<![\w-])(?:(?!THIS\b|WHEREAS\b)[A-Z][A-Z0-9,&/()’'.-]*\s){0,12}(?:AGREEMENT|CONTRACT|AMENDMENT|LICENSE|LEASE|DEED)\b(?: (?:NO\.|NUMBER|#) ?\d+)?"
    r"(?:\s(?:TO|OF|AND|FOR|THE|[A-Z]{3,})){0,8}?(?=\n|$| [A-Za-z]?[a-z]| THIS)"
)
_NOT_TITLE = re.compile(r"^(?:(?:EXHIBIT|EX|ANNEX|SCHEDULE|APPENDIX)[\s-]*[\d.\w()-]*\s+|(?:EXECUTION|CONFORMED|FINAL) (?:COPY|VERSION)\s+|[^A-Z]+|[A-Z]\s(?=[A-Z]{3}))+")


def _title(text: str, layout: str, preamble: _Preamble | None) -> str | None:
    """The heading in capitals that names the agreement, else the words after "This" in its opening sentence."""
    if preamble:
        found = _TITLE.match(text, preamble.start)
        if found and len(found[1].split()) > 1:
            return found[1].strip()
    end = preamble.parties if preamble else 1500
    for heading in _HEADING.finditer(layout, max(0, end - 3000), end):
        title = _NOT_TITLE.sub("", " ".join(heading[0].split()))
        if len(title.split()) > 1:
            return title
    return None


def read_contract(text: str, layout: str = "") -> Contract:
    """Reads one agreement; `layout` is `text` with line breaks kept (see `DocumentText`), used for the title alone."""
    preamble = _preamble(text)
    parties = _parties(text, preamble.parties, preamble.end) if preamble else ()
    if not any(_LEGAL.search(party.name) for party in parties):
        parties = _introduced(text) or parties
    agreement = _agreement_date(text, preamble)
    effective = _effective_date(text, preamble, agreement)
    exclusivity = _exclusivity(text)
    grant = _license_grant(text)
    return Contract(
        _title(text, layout or text, preamble),
        parties,
        agreement and agreement[0],
        effective and effective[0],
        exclusivity is not None,
        grant is not None,
        agreement and agreement[1],
        effective and effective[1],
        exclusivity,
        grant,
    )
