"""Text of a contract → where it introduces its parties (`find_preamble`), and who they are (`read_parties`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.late import late


@dataclass(frozen=True, slots=True)
class ContractParty:
    """A party by its full name at `span`, with the names the agreement gives it ("Licensee", "Acme")."""

    name: str
    aliases: tuple[str, ...]
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Preamble:
    """The opening of an agreement: it begins at `start`, the parties at `parties`, and it ends at `end`."""

    start: int
    parties: int
    end: int


def _any(words: str) -> str:
    """Alternatives of a regular expression from words divided by bars and any blanks around them."""
    return "(?:" + "|".join(word.strip() for word in words.split("|")) + ")"


# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_FORMS = r"""Inc|INC|Incorporated|INCORPORATED|Corp|CORP|Corporation|CORPORATION|Ltd|LTD|Limited|LIMITED|LLC|L\.L\.C|
    LLP|L\.P|LP|PLC|plc|Plc|GmbH|GMBH|AG|S\.A|SA|S\.p\.A|N\.V|NV|B\.V|BV|A/S|AB|AS|K\.K|KK|Co|CO|Company|
    COMPANY|KGaA|SE|Oy|OYJ|Oyj|S\.A\.S|SAS|S\.r\.l|S\.R\.L|Pte|Pty|ULC"""
_SECOND_FORM = r"Ltd|LTD|Limited|LIMITED|LLC|LP|L\.P|Inc|INC|KG|Co\. KG|KGaA|Corp"
_AFTER_PAREN = (
    r"Limited|LIMITED|Ltd|LTD|Inc|INC|Holdings|HOLDINGS|Company|COMPANY|Co\b|Corp|GmbH|LLC|Pte|Pty|B\.V|PLC|plc"
)
_INSTITUTIONS = r"""University|Institute|Institutes|Hospital|Foundation|Bank|Trust|Partnership|Center|Centre|College|
    Society|Association|Authority|Universit\w+|Department|Clinic|Council|Fund|Ministry"""
_CORPORATE = rf"(?<![A-Za-z]){_any(_FORMS)}(?![A-Za-z])\.?(?:,? {_any(_SECOND_FORM)}\b\.?)?"
_LEGAL_FORM = late(_CORPORATE)
_LEGAL = late(rf"{_CORPORATE}|(?<![A-Za-z])(?i:{_any(_INSTITUTIONS)})(?![A-Za-z])")

_KIND = _any(
    """AGREEMENT|Agreement|AMENDMENT|Amendment|CONTRACT|Contract|LICENSE|License|LICENCE|Licence|LEASE|Lease|DEED|
    Deed|Memorandum|MEMORANDUM"""
)
_OPENING = late(
    rf"\b(?:THIS|This|The|THE) (?:[^.;:]{{0,160}}?)\b{_KIND}\b"
    r"|\b[A-Z][A-Z ,&/()-]{6,90}(?:AGREEMENT|CONTRACT)\b"
    r"(?= (?:dated|made|is|between|by|among|entered|effective|BETWEEN|BY|\())"
)
_BETWEEN = late(
    r"\b(?:[Bb]y,? and [Bb]etween|[Bb]y,? and [Aa]mong|by and amongst|BY AND BETWEEN|BY AND AMONG|by and|"
    r"between and among|[Bb]etween|[Aa]mong|amongst|BETWEEN|AMONG|by)\b:? ?"
)
_CLOSING = late(
    r"\b(?:WITNESSETH|W I T N E S S E T H|Witnesseth|WHEREAS|Whereas|RECITALS?|Recitals?\b(?=[: ])|R E C I T A L S|"
    r"BACKGROUND|Background(?=[: ])|NOW,? THEREFORE|Now,? therefore|INTRODUCTION|PREAMBLE|PREMISES|FACTUAL|"
    r"STATEMENT OF|TABLE OF CONTENTS|Table of Contents|ARTICLE (?:I|1)\b|Article (?:I|1)\b|DEFINITIONS|"
    r"1\.? [A-Z][A-Z]{3,}|(?:THIS|This) [\w ,&/-]{0,90}(?:AGREEMENT|Agreement)\b|IT IS (?:HEREBY )?AGREED|"
    r"agree as follows|(?:is|are) (?:entered into|made|dated|effective) (?:and entered into )?(?:as of|on|this))"
)
_ABBREVIATED = _any(
    """Inc|Corp|Ltd|Co|No|St|Ft|Dr|Mr|Mrs|Ave|Av|Blvd|Rd|Str|Ste|Jr|Sr|Esq|Bldg|Hwy|Pkwy|Dept|Attn|Univ"""
)
_STOP = late(rf"(?:[”\")\]]|(?<![A-Z])\b(?!{_ABBREVIATED})[A-Za-z]{{2,}}|\d{{5}})\. (?=[A-Z][a-z]* )")
_DEFINED = late(r"[“\"][^“”\"]{1,60}[”\"]|\([A-Z][A-Za-z]+\)")
_DATED = late(r"made|entered|dated|effective")

# ── the preamble ────────────────────────────────────────────────────────────────────────────────────────────────────


def _sentence_end(text: str, start: int, end: int) -> int | None:
    """Where the opening sentence is over, once somebody has been introduced in it; None when it runs on."""
    for stop in _STOP.finditer(text, start + 60, end):
        said = text[start : stop.end()]
        if said.count("(") == said.count(")") and len(_DEFINED.findall(said)) > 1:
            return stop.end()
    return None


def find_preamble(text: str) -> Preamble | None:
    """Where the parties are introduced: the opening sentence, else "between …" on the title page."""
    best: tuple[int, Preamble] | None = None
    limit = min(len(text), 60_000)
    for opening in _OPENING.finditer(text, 0, limit):
        window = text[opening.end() : opening.end() + 420]
        between = _BETWEEN.search(text, opening.end(), opening.end() + 420)
        if not between or "shall" in window[: between.start() - opening.end()]:
            continue
        closing = _CLOSING.search(text, between.end() + 20, min(between.end() + 4000, limit))
        end = closing.start() if closing else min(between.end() + 2000, len(text))
        end = _sentence_end(text, between.end(), end) or end
        score = 2 * bool(_DEFINED.search(text, between.end(), end)) + bool(_DATED.search(window))
        if best is None or score > best[0]:
            best = score, Preamble(opening.start(), between.end(), end)
        if score == 3:
            break
    if best and best[0] > 0:
        return best[1]
    return _title_page(text) or (best[1] if best else None)


def _title_page(text: str) -> Preamble | None:
    """The parties after "between" on a title page, when there are at least two."""
    for between in _BETWEEN.finditer(text, 0, min(len(text), 12_000)):
        closing = _CLOSING.search(text, between.end() + 20, between.end() + 3000)
        end = min(closing.start() if closing else between.end() + 1200, len(text))
        if between[0].strip().lower() != "by" and _LEGAL.search(text, between.end(), end):
            made = Preamble(max(0, between.start() - 200), between.end(), end)
            if len(read_parties(text, made.parties, made.end)) > 1:
                return made
    return None


# ── one party ───────────────────────────────────────────────────────────────────────────────────────────────────────

_QUOTED = late(
    r"(?<![\w,.;])[“\"]{1,2} ?([^“”\"()]{1,60}?),? ?[”\"]{1,2}(?!\w)"
    r"|(?:(?<=\()|(?<=the ))[‘']([^‘’'()]{1,40})[’'](?=[\s,;)])"
)
# words with which a party's description begins, after its name
_DESCRIPTION = _any(
    r"""hereinafter|hereafter|herein|having|whose|located|organi[sz]ed|incorporated|existing|duly|acting|doing business|
    d/b/a|D/B/A|f/k/a|F/K/A|formerly|registered|on behalf|residing|individually|each|together|collectively|referred|
    for and|through|under|constituted|established|represented|headquartered|domiciled|maintaining|trading as|successor|
    subsidiary|effective|dated|is\b|are\b|shall\b|will\b|agree|[Aa]n? [Ii]ndividual|Individual\b|on the one|
    on the other|company number|Company (?:No|number)|with offices|the (?:general partner|owner|parent)|(?:both|all)\b|
    as (?:successor|agent|a\b|an\b|the\b|amended|represented)|and (?:any|all|each)\b|in (?:his|her|its)\b"""
)
_OWN_AFFILIATES = (
    r"(?:and )?(?:on behalf of )?(?:itself and )?its (?:successors|affiliates|Affiliates|subsidiar|wholly|permitted|"
    r"principal|registered|business|office)"
)
_PLACED = r"(?:with|at) (?:its|an?|offices?|principal|registered|place|the|headquarters|business|address)\b"
_DESCRIBED = late(
    rf" ?\((?!\w+\) (?:{_AFTER_PAREN}))| ?[\[;:“\"—–]| -|,? (?:{_DESCRIPTION}|{_OWN_AFFILIATES}|{_PLACED})"
    r"|,? (?:a|an) (?!/)(?=[A-Z]?[\w./-]+[ ,])|,? of (?=\d)|, (?=\d)|,? at \d|, of | \d{2,}"
)
_NOT_ALIAS = late(
    r"^(?:this |the )?(?:(?:\w+ )*agreement|part(?:y|ies)|contract|amendment|act|sec|code|term|territory|products?|"
    r"system|date|"
    r"(?:effective|execution|closing|commencement|signing|agreement|restatement|amendment) date|state|collaboration|"
    r"license|licence|plan|project|services?|program|technology)s?,?$",
    re.I,
)
_NOT_NAME = late(
    r"^(?:\d+\. |"
    + _any(
        r"""Whereas|WHEREAS|Each|Either|Both|Party|Parties|Agreement|Effective|Capitali[sz]ed|Section|Article|Now|
        Suite|Attention|Attn|P\.? ?O\.? Box|Federal|State|Commonwealth|United|U\.S|Street|Avenue|Drive|Road|
        Exhibit|Source|Page|Date|In|It|As|All|This|That|These|For|If|With|Where|Witnesseth|Recitals?|
        Collectively|Individually|Together|Hereinafter|Tel|Fax|Telephone|Zip|NW|NE|SW|SE|Building|Floor|Room|
        County|City of \w+, State|Chief|President|Chairman|Note|Code|Company$|Board$|Employee$|Executive$|
        Committee$|Lender$|Administrator|Maker$|Borrower$|Licensor$|Licensee$|Switzerland|Germany|France|England|Wales|Japan|Canada|
        Delaware|California|New York|New Jersey|Massachusetts|Israel|China|USA|US|UK"""
    )
    + r"(?=[\s,.;:)]|$))"
)
_LEAD = late(
    r"(?:and|AND|between|among|by|BETWEEN|AMONG|the (?=[a-z])|\(?(?:\d|[a-e]|[ivx]{1,3})\)|\([A-Z][a-z]+\)|"
    r"(?:on )?(?:the )?(?:one|other) (?:hand|part),?)[,:]? ?"
)
_ADDRESS = late(r",? (?:[\w.'-]+ ){0,3}?\d|,? of [A-Z]|,| (?!and (?:Company|Co))[a-z]")
_CONNECTORS = frozenset("of and for the de la le du des der den von van di da do e y et und i plc".split())


_SENTENCE = late(r"[A-Za-z]{5,}\. [A-Z]")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;:.-_&":
        start += 1
    while end > start and text[end - 1] in " ,;:-_(":
        end -= 1
    return start, end


def _name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name at the begin of a party's introduction `[start, end)`."""
    start, end = _trim(text, start, end)
    while lead := _LEAD.match(text, start, end):
        start = lead.end()
    stop = _DESCRIBED.search(text, start + 1, end)
    name_end = stop.start() if stop else end
    for form in _LEGAL_FORM.finditer(text, start, name_end):  # what follows a legal form is no name
        if _ADDRESS.match(text, form.end(), end):
            name_end = form.end()
            break
    start, name_end = _trim(text, start, name_end)
    name = text[start:name_end]
    bare = name[4:] if name[:4].lower() == "the " else name
    words = bare.split()
    if len(name) < 3 or not words or len(words) > (13 if _LEGAL.search(name) else 9) or _NOT_NAME.match(bare):
        return None
    if not (bare[0].isupper() or bare[0].isdigit() or name[1].isupper()):
        return None
    if _SENTENCE.search(bare) or any(word.isalpha() and word.islower() and word not in _CONNECTORS for word in words):
        return None
    return start, name_end


def _aliases(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """Names defined in `[start, end)`: those of the party before them, and those of several together."""
    own: list[str] = []
    shared: list[str] = []
    for quoted in _QUOTED.finditer(text, start, end):
        alias = re.sub(r"^(?:the|The|THE) ", "", (quoted[1] or quoted[2]).strip().rstrip(",.;"))
        if _NOT_ALIAS.match(alias) or not alias[:1].isalnum() or (alias.islower() and alias.isalpha()):
            continue
        before = text[max(start, quoted.start() - 70) : quoted.start()]
        into = shared if re.search(r"(?:collectively|together|jointly)[^“\"]{0,60}$", before) else own
        if alias not in into:
            into.append(alias)
    if not own and not shared:
        plain = re.search(r"\((?:the )?([A-Z][\w-]+(?: [A-Z][\w-]+)?) ?\)", text[start:end])
        if plain and not _NOT_ALIAS.match(plain[1]):
            own.append(plain[1])
    return own, shared


# ── all parties ─────────────────────────────────────────────────────────────────────────────────────────────────────

_BEGINS = r"(?:[A-Z0-9Èé]|[a-z][A-Z])"
_SPLIT = late(
    r"(?:^|[;,)] ?|\s)(?:and|AND|&)?\s*\(?(?:\d|[a-e]|[ivx]{1,3})\) (?=[A-Z])"  # "(1) X Limited and (2) Y Limited"
    rf"|[,;]?[ -]+(?:and|AND|And)(?: between| among)?:?[ -]+(?=\(?(?:the |THE |The |by )?{_BEGINS})"
    rf"|(?:(?<=[)\]”])[,;.]? ?|(?<=\")[,;.]? )(?=(?!{_AFTER_PAREN})(?:the |The )?{_BEGINS})|; (?=(?:the )?[A-Z])"
)
_KIND_OF_PARTY = late(r",? an? [A-Z]?[\w. ]{2,40}(?:corporation|company|individual|university|resident)")


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The introductions of single parties in `[start, end)`; nothing is cut inside parentheses."""
    pieces: list[tuple[int, int]] = []
    depth = 0
    begin = position = start
    for found in _SPLIT.finditer(text, start, end):
        between = text[position : found.start()]
        depth += between.count("(") - between.count(")")
        position = found.start()
        if depth <= 0:
            pieces.append((begin, found.start()))
            begin = found.end()
            depth = 0
    return [*pieces, (begin, end)]


def _more(party: ContractParty, aliases: list[str]) -> ContractParty:
    return ContractParty(party.name, tuple(dict.fromkeys((*party.aliases, *aliases))), party.span)


def read_parties(text: str, start: int, end: int) -> tuple[ContractParty, ...]:
    """Parties introduced in `[start, end)`, in order."""
    parties: list[ContractParty] = []
    for begin, stop in _pieces(text, start, end):
        own, shared = _aliases(text, begin, stop)
        span = _name(text, begin, stop)
        name = text[span[0] : span[1]] if span else ""
        convincing = span and (
            own
            or shared
            or begin == start
            or _LEGAL.search(name)
            or (stop - begin < 400 and _KIND_OF_PARTY.search(text, begin, stop))
        )
        if span and convincing and name not in {party.name for party in parties}:
            parties.append(ContractParty(name, tuple(own), span))
        elif parties and own:
            parties[-1] = _more(parties[-1], own)
        if shared:
            parties = [_more(party, shared) for party in parties]
    return tuple(parties)


_INTRODUCED = late(
    rf"((?:[A-Z](?:[\w&'’-]|\.(?=\w))*,? ){{1,6}}?{_CORPORATE})"
    r"(?= \((?:[Cc]ompany|[Rr]egistered) (?:[Nn]o|[Nn]umber)|,? (?:whose registered|having its (?:registered|"
    r"principal))|"
    r",? an? (?:[\w-]+ ){1,5}(?:corporation|company|partnership)\b| is an? (?:[\w-]+ ){1,4}(?:company|corporation)\b)"
)


def introduced(text: str) -> tuple[ContractParty, ...]:
    """The first two companies introduced with their seat or kind, for agreements without an opening sentence."""
    found: dict[str, ContractParty] = {}
    for hit in _INTRODUCED.finditer(text, 0, 80_000):
        own, _ = _aliases(text, hit.end(), min(hit.end() + 220, len(text)))
        found.setdefault(hit[1].casefold(), ContractParty(hit[1], tuple(own[:1]), hit.span(1)))
    return tuple(found.values())[:2]


def has_legal_form(name: str) -> bool:
    """Whether a name holds a legal form or the word for an institution."""
    return _LEGAL.search(name) is not None
