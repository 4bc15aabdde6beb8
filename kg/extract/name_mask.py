"""A sentence → the same with organisations and dates as marks, for the rules about names of companies."""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.date_book import DateBook
from kg.extract.document import Context
from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.organizations import find_names
from kg.extract.scan import cue
from kg.model import OrgRef

_WORD = r"(?:[A-ZÀ-Þ]|[a-z]{1,2}(?=[A-Z]))[\wÀ-ÿ&’'-]*(?:\.(?:com|org|net))?"
_RUN = rf"{_WORD}(?:\s(?:(?:of|and|&|for|de)\s)?{_WORD}){{0,5}}"
_BARE = cue(
    r"\b(?i:under\sthe\s(?:corporate\s)?name(?:\sof)?|by\sthe\sname\sof|by\sthe\sname|as|became|called|renamed|named"
    r"|name\sto|known\sprior\sto\s(?:\w+\s\d+,\s)?\d{4}\sas|prior\sto\s(?:\w+\s\d+,\s)?\d{4},"
    r"|the\s(?:former(?:ly)?|erstwhile)|former(?:ly)?|erstwhile|previously|hitherto|heretofore|originally|initially|née|né|f/k/a|fka|styled"
    r"|subsequently,?|(?:old|former|previous|prior|original|earlier)\sname(?:,|:|\sof|\swas|\sis)|(?:was|went)\sby|which\swas|(?:bore|borne|used|carried|under)\sthe\s(?:\w+\s)?names?(?:\sof)?"
    r"|(?:used\sto\sbe|had\sbeen)(?:\scalled|\snamed)?)\s(?:the\s)?[“\"]?"
    rf"(?P<name>(?:{_WORD},\s){{1,3}}{_WORD},?\s&\s{_WORD}\.?|{_RUN}(?:,?\s(?:Inc|Corp|Ltd|LLC|plc|Limited|Corporation|Co)\b\.?)?)"
    r"(?=[”\"]?(?:[.,;)]|\s(?:in|on|until|and|for|at)\s|$|(?<=\.)))"
)
# A name without a legal form before the words that tell its former or later one; it must sound like a name of many.
_BARE_BEFORE = gate(
    rf"(?<![\w.])(?P<name>{_RUN})[”\"]?(?=,?\s[(\[]?(?:now\s(?:known|operating|called|trading|named|styled|doing)|n/k/a|formerly|hitherto"
    r"|heretofore|f/k/a|née|previously\s(?:known|called|named)|originally\s(?:known|called|named)"
    r"|whose\s(?:prior|former|previous|original|old)\sname)\b)"
)
_COLLECTIVE = late(
    r"\b(?:Alliance|League|Society|Association|Network|Coalition|Initiative|Union|Partners|Advisors|Advisers|Associates|Services"
    r"|Ventures|Capital|Consulting|Group|Holdings|Industries|Systems|Labs|Brothers|Sons|Bank|Trust|Exchange|Council|Center|Centre"
    r"|Organi[sz]ation|Enterprises|Management|Securities|Federation|Consortium)\b|\b[A-Z][a-z]+[A-Z]"
)
_DOTCOM = gate(r"(?<![\w.@/])[A-Za-z][\w-]{2,}\.(?:com|net|org),?\s(?:Inc|Corp|Ltd|LLC|plc|Limited|Corporation)\b\.?")
_NUMBERED = gate(rf"(?<![\w.]){_RUN}\s(?:\((?:\d{{4}}|[A-Z][a-z.]+)\)|\d{{1,5}}),?\s(?:Inc|Corp|Ltd|LLC|plc|Limited|Corporation)\b\.?")
"""A name that tells of a year or a place: "Widget Chemicals (1978) Ltd."."""
_LAW = late(r"s?\s(?:[A-Z]\w+\s){0,2}(?:Law|Act|Code|Statute)\b")
OFFICE = late(
    r"\b(?:Officer|President|Directors?|Head|Manager|Chair(?:man|woman)?|Chief|Professor|Counsel|Treasurer|Secretary|Dean|Partner|Trustees?|Segment|Division|Unit|Department)\b"
)
NUMERAL = late(r"\s(?:II|III|IV|V|VI|VII|VIII|IX|X)\b(?!\.)")
"""The number of a company among many of one name ("Blue Acquisition Corp. II")."""
# A capitalised word after "as" that tells a kind of thing and is no name.
_NO_NAME = late(
    r"(?:The|A|An|Our|We|It|Its|This|That|Chief|President|Vice|Chair\w*|Director\w*|Secretary|Treasurer|Senior|Executive"
    r"|Mr|Ms|Mrs|Dr|Exhibit|Item|Section|Part|Note|Schedule|Appendix|Article|Class|Series|Common|Form|Rule|Annex"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:\w+\s)?(?:Corporation|Company)$|.*\b(?:Liability\sCompany|Holding\sCompany|Partnership|Agreement|Plan|Trust|Date|Agent|Officer|Member|Lender|Licensee"
    r"|Borrower|Purchaser|Buyer|Seller|Parent|Executive|Party|Parties|Act|Code|Market|Shares|Stock|Notes?)$"
    r"|[A-Z]{1,4}$|(?:Delaware|Nevada|Florida|Texas|New\sYork|New\sJersey|California|Colorado|Utah)\b"
)


_SHORT = late(r"[A-Z][\w&-]*,?\s(?:Inc|Corp|Ltd|LLC|Limited|Corporation|Co|Company)\b\.?")
_LEAD = late(r"(?:(?<=\s)|^)(?:[A-Z][\w&’'-]+\s){1,4}(?:of\s)?$")
_NO_LEAD = late(
    r"\b(?:The|A|An|Our|Its|This|That|By|In|On|At|Of|For|To|With|From|And|Or|As|If|When|While|Until|Before|After|Since|Mr|Ms|Mrs|Dr|Messrs|Board|Sellers?|Buyers?"
    r"|Share|Stock|Shareholders?|Stockholders?|Members?|Holders?|Certificates?|Articles?|Subsidiar(?:y|ies)|Shares|Plan|State|Secretary|Agreement|Notes?|Offices?|Name|Item|Formerly"
    r"|Predecessor|Successor|Division|Company|Corporation|Inc|Corp|Ltd|Parent|Affiliates?|Purchase|License|Merger|Sub|Bank)\b"
)


def _opening(text: str, start: int, end: int) -> int:
    """Where a name begins of which only the last word was found: "Jackson Brothers Drug" before "Supply Co."."""
    if not _SHORT.fullmatch(text, start, end):
        return start
    lead = _LEAD.search(text[max(0, start - 60) : start])
    if lead is None or _NO_LEAD.search(lead[0]) or OFFICE.search(lead[0]) or _NO_NAME.match(lead[0]):
        return start
    return start - len(lead[0])


def _bare(text: str) -> Iterator[tuple[int, int]]:
    """Names without a legal form, where the words before tell that a company was called so."""
    for match in _BARE.finditer(text):
        if not _NO_NAME.match(match["name"]) and not OFFICE.search(match["name"]):
            a, z = match.span("name")
            both = re.search(r"names(?:\sof)?\s[“\"]?$", text[match.start() : a]) and match["name"].find(" and ")
            if both and both > 0:  # "the names Widget Works and Box Corp."
                yield a, a + both
                yield a + both + 5, z
            else:
                yield a, z
    for pattern in (_DOTCOM, _NUMBERED):
        for match in pattern.finditer(text):
            yield match.span()
    for match in _BARE_BEFORE.finditer(text):
        if _COLLECTIVE.search(match["name"]) and not OFFICE.search(match["name"]) and not _NO_NAME.match(match["name"]):
            yield match.span("name")


def is_full_name(name: str) -> bool:
    """Is it the full name of a company, and not a role ("the Company") or a code?"""
    return (
        len(name) > 4
        and not re.match(r"(?:that|this|such|said)\b", name, re.I)
        and bool(re.search(r"[A-Za-z]{3}", name))
        and " " in name
        and not re.match(r"(?:the|our|we|us|its)\b", name, re.I)
        and not re.search(r"\b(?:Segment|Division|Department|Business) of\b", name)
    )


def is_name(name: str) -> bool:
    """Is it a name, be it of one word, and not a role ("the Company")?"""
    if is_full_name(name):
        return True
    return not OFFICE.search(name) and bool(re.fullmatch(r"[A-Z][\w’'&-]*[a-z][\w’'&-]{2,}", name))


_PRIVATE = late("[\ue000-\uf8ff]")
_EX = late(r"(?<=\bex)-(?=[A-Z])")
_Span = tuple[int, int, OrgRef | None]
_Item = tuple[int, int, int, str, OrgRef | None]
_STOP = late(r"(?<=\bC|\bc)o\.(?=\s[a-z]|,)|(?<=\bIn)c\.(?=\s[a-z]|,)|(?<=\bCor)p\.(?=\s[a-z]|,)|(?<=\bLt)d\.(?=\s[a-z]|,)")
"""The full stop of a legal form before the sentence goes on."""
_MARKS = '“”" ,'


@dataclass(frozen=True)
class NameMask:
    """The sentences of one document with organisations and dates as marks, each read once however often it is asked for."""

    context: Context
    sequence: int
    book: DateBook
    named: dict[tuple[int, int], tuple[str, list[_Span]]] = field(default_factory=dict, repr=False)
    read: dict[tuple[int, int], tuple[str, list[_Item]]] = field(default_factory=dict, repr=False)

    def tells_a_name(self, start: int, end: int) -> bool:
        """Does `[start, end)` name an organisation otherwise than the filer by its role ("we")? No other was renamed."""
        text, spans = self._named(start, end)
        return any(org != self.context.filer or is_name(text[a:z].strip(_MARKS)) for a, z, org in spans)

    def masked(self, start: int, end: int, orgs: list[tuple[str, OrgRef | None]], days: list[str]) -> str:
        """The masked text of `[start, end)`; each organisation is added with its words and whom they stand for."""
        if (start, end) not in self.read:
            self.read[start, end] = self._items(start, end)
        text, items = self.read[start, end]
        out: list[str] = []
        at = 0
        for a, z, kind, iso, org in items:
            if a < at or len(orgs) >= 500 or len(days) >= 500:
                continue
            out.append(text[at:a])
            if kind == 0:
                words = text[a:z]
                orgs.append((words, org or self.context.org_named(words, self.sequence)))
                out.append(chr(0xE400 + len(orgs) - 1))
            else:
                days.append(iso)
                out.append(chr(0xE600 + len(days) - 1))
            at = z
        return "".join([*out, text[at:]])

    def _named(self, start: int, end: int) -> tuple[str, list[_Span]]:
        """A sentence and where it names organisations, with whom a mention stands for."""
        known = self.named.get((start, end))
        if known is not None:
            return known
        text = _EX.sub(" ", _PRIVATE.sub(" ", self.context.text(self.sequence)[start:end]))
        spans: list[_Span] = []
        for found in find_names(text, text):
            if _LAW.match(text, found.end):
                continue
            numeral = NUMERAL.match(text, found.end)
            spans.append((_opening(text, found.start, found.end), numeral.end() if numeral else found.end, None))
        for mention in self.context.orgs_in(self.sequence, start, end):
            a, z = mention.start - start, mention.end - start
            if not any(s < z and a < e for s, e, _ in spans) and not _LAW.match(text, z):
                spans.append((a, z, mention.org))
        for a, z in _bare(text):
            inside = [span for span in spans if span[0] < z and a < span[1]]
            if all(a <= s and e <= z for s, e, _ in inside):
                spans = [*(span for span in spans if span not in inside), (a, z, None)]
        spans = [(a, z + bool(_STOP.match(text, z - 1)), org) for a, z, org in spans]
        self.named[start, end] = text, spans
        return text, spans

    def _items(self, start: int, end: int) -> tuple[str, list[_Item]]:
        """A sentence and the spans of it that marks replace, in order."""
        text, spans = self._named(start, end)
        items: list[_Item] = [(a, z, 0, "", org) for a, z, org in spans]
        items += ((a - start, z - start, 1, iso, None) for a, z, iso in self.book.within(start, end))
        return text, sorted(items)
