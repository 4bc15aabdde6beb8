"""A sentence whose persons, organisations and dates are masked → its titles masked too, each with whose office it is."""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re

from kg.extract.document import Context
from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.office_nouns import TERMS, Spans, anaphors, is_free, nearest, nouns, put
from kg.extract.person_mask import ANY, LIMIT, D, Masked, O, Office, P, replaced
from kg.extract.position_titles import Title, find_titles, is_field
from kg.extract.signature_words import ends_with_legal_form
from kg.model import OrgRef

_ADJECTIVE = (
    r"(?:new|current|(?<!at\s)present|newly\s(?:appointed|elected|created)|long-?\s?time|long-serving|first|permanent|next"
    r"|two|three|other|existing|own)\s"
)
_OWNER = late(
    rf"(?<!\w)(?:(?P<one>[Oo]ne\sof\s)?(?:(?P<org>{O})(?:['’]s?)?\s"
    rf"|(?:[Tt]he|[Ii]ts|{O}(?:['’]s)?)\s[Bb]oard(?:\sof\s[Dd]irectors)?['’]s\s"
    rf"|(?P<poss>[A-ZÀ-Þ][\w&-]+(?:\s[A-ZÀ-Þ][\w&-]+){{0,3}})['’]s?\s|(?P<its>[Ii]ts|[Tt]heir|whose"
    rf"|[Tt]he\s(?:latter|former)['’]s)\s|(?P<det>[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Mm]y)\s)?)"
    rf"(?:{_ADJECTIVE}|(?<={O} )remaining\s)?(?P<former>"
    rf"(?:then[- ]|[Ff]ormer\s|ex-|[Rr]etired\s|[Pp]ast\s|[Pp]revious\s|erstwhile\s|late\s"
    rf"|[Ff]ormerly\s(?:its\s|our\s|the\s)?|[Pp]reviously\s|[Oo]ne-?time\s))?$"
)
_FIRM_WHOSE = late(r"(?:^|[.;]\s|\b(?:by|and|with|to|of|from)\s)(?P<name>[A-ZÀ-Þ][\w&’'-]+(?:\s(?:of\s|&\s)?[A-ZÀ-Þ][\w&’'-]+){1,4}),\swhose$")
"""A firm that nothing else of the filing names: "Ludlow Street Capital, whose general partner …"."""
_OF = late(
    rf"(?:\s\([^()]{{2,80}}\))?(?:,?\sand\s(?:an?\s)?(?:(?:principal|majority|sole|controlling|largest|large|major|significant|part)\s)?"
    rf"(?:co-?owner|owner|shareholder|stockholder|proprietor|co-?founder|founder))?,?\s(?:(?:of|at|for|with|in|to|und|de|von)\s)(?:both\s"
    rf"|each\sof\s)?(?:[Tt]he\s)?(?P<org>{O})(?:['’]s(?:\s[A-Z][\w-]+(?:\s(?:of|and|for))?){{1,6}})?(?!['’])(?:\s\([^()]{{1,40}}\))?"
)
_OF_FIELD = late(rf"(?P<field>\s(?:of|for)\s{O}),?\s(?:at|of|for)\s(?:the\s)?(?P<org>{O})(?!['’])")
_BESIDE = late(rf",\s(?P<org>{O})(?=[.;)”\"\n\t]|$)|,\ssince\s{D},\s(?:of|at|with)\s(?:[Tt]he\s)?(?P<org2>{O})")
# "…, President, Acme, Inc., 12 Main Street" beside a name; "Acme, Inc. (President: Jane Roe)"; "Acme, of which she is".
_BESIDE_NAME = late(rf",\s(?P<org>{O})(?=,\s(?!(?:and|or|an?|the|our|its|which|who|by|with)\s))")
_AFTER_NAME = late(rf"{P}(?:,\s|\s\()(?:an?\s|the\s)?$")
_INSIDE = late(rf"(?P<org>{O})\s\($")
_INSIDE_BESIDE = late(rf"(?P<org>{O})\s\({P},\s$")  # "Acme, Inc. (Jane Roe, President)"
_OF_WHICH = late(
    rf"(?P<org>{O})(?:\s\([^()]{{0,60}}\))?,?\s(?:of|at|for|in)\swhich\s(?:the\s$|(?:{P}(?:(?:,\s(?:and\s)?|\sand\s){P})*|he|she)\s(?:is|are|was|has\sbeen|serves\sas|acts\sas)"
    r"\s(?:an?\s|the\s|now\s|also\s)*$)"
)
_WORKS_FOR = late(
    rf"\b(?:employed\sby|worked?\sfor|works\sfor|serves|joined|with|at)\s(?:the\s)?(?P<org>{O})(?:\s(?:in|on)\s{D})?,?\sas\s"
    r"(?:an?\s|its\s|the\s)?$"
)
_OF_AFTER_NAME = late(rf",?\s{P},?\s(?:of|at|from)\s(?:the\s)?(?P<org>{O})(?!['’])")
_OF_NAME = late(
    r",?\s(?:(?:in|at|with)\sthe\s(?:\w+\s){1,2}firm\s)?(?:of|at|(?<=artner\s)(?:in|with))\s(?:the\s)?(?P<name>(?:(?:[A-ZÀ-Þ]|[a-z]{1,2}(?=[A-Z]))[\wÀ-ÿ&.'’-]*)(?:\s(?:of|and|&|for|de"
    r"|the)?\s?[A-ZÀ-Þ][\wÀ-ÿ&.'’-]*){0,5}(?:(?:,\s[A-ZÀ-Þ][\wÀ-ÿ'’-]+){1,4},?\s&\s[A-ZÀ-Þ][\wÀ-ÿ'’-]+|,\s(?:Inc|Ltd|LLC|L\.P|S\.A|Corp|F\.S\.B|N\.A|S\.S\.B)\.?)?)"
)
_OF_PERSON = late(rf",?\s(?:of|at|with)\s(?:[Tt]he\s)?(?P<org>{P})(?:\s[A-ZÀ-Þ][\w&-]*){{0,3}}(?!['’])")
"""What follows an office and "of" has the shape of a person's name and is a firm's: "Chairman of Pixel Animation"."""
_OF_ITS = late(
    rf",?\s(?:of|at)\s(?:its|their|the|his|her|our)\s(?:[a-z-]+\s){{0,2}}?(?:general\spartner|parent|subsidiary|affiliate|manager"
    rf"|managing\smember|advis[eo]r|sponsor|licensee|licensor|partner|shareholder|stockholder|distributor|supplier)(?:\s(?:company|corporation))?,\s(?P<org>{O})"
)
"""Whose an office is, told by what the firm is to another: "the managing member of its general partner, Acme GP LLC"."""
_SINCE_OF = late(
    rf",?\ssince\s(?:\w+\s)?{D},?\s(?:of|at|with|for)\s(?:[Tt]he\s)?(?:(?P<org>{O})|(?P<name>[A-ZÀ-Þ][\wÀ-ÿ&'’-]*(?:\s[A-ZÀ-Þ][\wÀ-ÿ&'’-]*){{0,5}}))"
)
_UNIT_WORD = (
    r"(?!(?:Board|Annual|Common|Since|From|Age|Class|Director|Officer|President|Vice|Chief|Chairman|Executive|Senior|Mr|Ms|Mrs|Dr)\b)"
    r"[A-ZÀ-Þ][\w&-]*[a-zA-Z]\b"
)
_UNIT = late(
    rf"[\s\v](?:{_UNIT_WORD}|{O})(?:[\s\v]{_UNIT_WORD}){{0,3}}"
    rf"(?:[\s\v](?:and|&)\s(?:{_UNIT_WORD}\s){{0,2}}(?:Technologies|Services|Group|Division|Systems|Products|Operations|Learning|Sciences|International))?"
    r"(?=[,.;)\n\t]|\s(?:since|in|on|to|from|as|for|until|effective)\b|\s[\ue600-\ue7ff]|$)"
)
"""Capitalised words behind a company's name: a part of it ("Acme Europe", "Acme Publishing Services")."""
_COMMA_ORG = late(rf",\s(?P<org>{O})")
_BOARD_OF = late(
    r"(?:.*['’]s\s)?(?:the\s)?board(?:\sof\s(?:directors|trustees|governors|managers|regents|supervisors))?(?:\sof\s(?:the\s)?(?P<rest>.+))?",
    re.I,
)
_BODY = late(
    r"\b(?:Trust|Funds?|Foundation|Universit\w+|College|School|Hospital|Institut\w+|Association|Museum|Society|Bank|Church|Cent(?:er|re)|Group|Corporation|Company)\b"
)
_DIRECTORS = late(r"\sof\s(?:[Dd]irectors|[Tt]rustees|[Mm]anagers|[Gg]overnors)\b")
_FIRM = late(r"(?P<office>.*\b(?:Director|President|Partner|Chairman|Chair|Trustee|Manager|Officer))\sof\s(?:the\s)?(?P<name>[A-ZÀ-Þ].+)")
_IS_FIRM = late(
    r",\s(?:an?|the)\s(?:[\w&-]+,?\s){0,5}?(?:compan(?:y|ies)|corporation|firm|non-?profit|not-for-profit|bank|fund|foundation|organi[sz]ation"
    r"|charity|provider|manufacturer|maker|developer|distributor|retailer|publisher|consultancy|partnership|association|institute"
    r"|subsidiary|affiliate)\b"
)
"""Behind what looks like a field of work: it is the name of a firm ("Director of Open Hands, a non-profit that …")."""
_SEAT = gate(
    rf"(?<![\w])(?P<before>(?:to|from|on|onto|off|join(?:s|ed|ing)?|leav(?:es?|ing)|left|quit|quits|constitutes?|compose|comprise|form|make\sup"
    rf"|entered?)\s)(?P<det>(?:(?P<org>{O})(?:['’]s?)?\s|its\s|the\s|their\s)?)"
    rf"(?:entire\s|full\s)?(?P<kind>(?:Supervisory|Management"
    rf"|Executive)\s)?[Bb]oards?(?:\sof\s[Dd]irectors)?(?P<of>\sof\s(?P<org2>{O}))?(?![\w’'])(?!\s(?:[Cc]ommittee"
    rf"|[Mm]eeting|of\s|approved|has|and\s(?:the\s)?(?:[Cc]ommittee|stockholders|shareholders)))"
)
_AND_ORG = late(rf"(?:,\sand\s|,\s|\sand\s)(?:of\s)?(?P<org>{O})")
_BOARD_IS = gate(
    rf"(?<!\w)(?P<before>)(?P<det>(?:(?P<org>{O})(?:['’]s?)?\s|[Ii]ts\s|[Tt]he\s"
    rf"|[Tt]heir\s)?)(?P<kind>(?:Supervisory|Management"
    rf"|Executive)\s)?[Bb]oard(?:\sof\s[Dd]irectors)?(?P<of>\sof\s(?P<org2>{O}))?"
    r"(?=\s(?:now\s|currently\s|presently\s|then\s|thus\s)?(?:consists?\sof|comprises?\s|is\s(?:composed"
    r"|made\sup)\sof|(?:has|numbers)\s\w+\s(?:members|directors)[:,]))"
)
_BOARD_MEMBER = late(
    r"(?i)members?\sof\s(?:(?!board|management|supervisory)[^\s]+\s){1,5}(?=(?:board|management|supervisory"
    r"|executive)\b)"
)
_BANK = late(r",\s(?:F\.\s?S\.\s?B\.|N\.\s?A\.|S\.\s?S\.\s?B\.|FSB\b|SSB\b)")
"""The charter of a bank, behind its name."""
_CHAIRS_IT = late(rf"chairs\s(?:the|its|our|their|both|each|a|an|{O}(?:['’]s?)?)\s")
"""A verb: who presides over what follows."""
_NO_OWNER = late(
    r"(?:The|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_OF_OWN = late(
    r",?\s(?:of|at|for|with)\s(?:the|our|this)\s(?:[Cc]ompany|[Cc]orporation|[Rr]egistrant|[Bb]ank|[Pp]artnership"
    r"|[Ff]irm)\b"
)


def _known(context: Context, name: str) -> OrgRef:
    """The organisation a capitalised name stands for: one the filing knows by it or a longer one, else one so named."""
    known = context.org_named(name)
    if known:
        return known
    plain = name if re.search(r"(?:Inc|Ltd|Corp|Co|S\.A|L\.P|N\.A|S\.B)\.$", name) else name.rstrip(".,")
    whole = {org for memory in context.memories.values() for org in memory.opening_with(plain.casefold() + ", ")}
    if len(whole) == 1:  # "First Banks" beside "First Banks, Inc." and "First Banks America, Inc."
        return next(iter(whole))
    opening = plain.casefold() + " "
    owners = {org for memory in context.memories.values() for org in memory.opening_with(opening)}
    owners |= {
        context.filer
        for party in context.read.filing.parties
        for former in party.former_names
        if former.name.casefold().startswith(opening)
    }
    return next(iter(owners)) if len(owners) == 1 else OrgRef(plain)


def _holder(context: Context, org: OrgRef | None, default: OrgRef) -> OrgRef | None:
    """Whose office it is, where the words name its board: an office on "the Board of Trustees of Acme" is Acme's."""
    board = _BOARD_OF.fullmatch(org.name) if org else None
    if org is None or board is None:
        return org
    if not board["rest"]:
        return default
    known = context.org_named(board["rest"])
    if known == org:
        return OrgRef(board["rest"])
    return known or (OrgRef(board["rest"]) if ends_with_legal_form(board["rest"]) or _BODY.search(board["rest"]) else org)




def mask_offices(
    context: Context, masked: Masked, layout: str, default: OrgRef, last: Office | None, told: OrgRef | None = None
) -> tuple[str, list[int]]:
    """Titles of the string masked so far, each with its owner, replaced by marks.

    `last` is meant by "that post", `told` by "its" where the sentence names no organisation before.
    """
    spans: Spans = []
    _titles(context, masked, layout, default, spans, told)
    _seats(context, masked, default, spans)
    nouns(masked, spans)
    spans.sort()
    anaphors(masked, spans, last)
    for term in TERMS.finditer(masked.text):
        if is_free(masked, spans, term):
            put(masked, spans, Office(Title(*term.span(), "director"), None, board_seat=True), *term.span())
    return replaced(masked.text, masked.offsets, sorted(spans))


def _titles(
    context: Context, masked: Masked, layout: str, default: OrgRef, spans: Spans, before_all: OrgRef | None
) -> None:
    """Titles by their names."""
    text = masked.text

    def in_layout(start: int, end: int) -> str:
        stop = masked.offsets[end] - masked.offsets[0] if end < len(text) else len(layout)
        return layout[masked.offsets[start] - masked.offsets[0] : stop]

    for title in find_titles(text)[:LIMIT]:
        start, end = title.start, title.end
        if (spans and start < spans[-1][1]) or (title.text.lower() in ("chair", "chairs") and _CHAIRS_IT.match(text, start)):
            continue
        org: OrgRef | None = None
        before = _OWNER.search(text, max(0, start - 60), start)
        former = False
        if before:
            former = bool(before["former"])
            start = before.start()
            if spans:
                start = max(start, spans[-1][1])
            if before["org"]:
                org = masked.org(before["org"]).org
            elif before["poss"]:
                org = _known(context, before["poss"])
            elif before["its"]:
                firm = _FIRM_WHOSE.search(text, max(0, before.start() - 80), before.end("its"))
                near = nearest(masked, text, before.start())
                org = _known(context, firm["name"]) if firm else near or (before_all if before["its"] in ("its", "Its") else None)
                told = masked.offices[-1].org if masked.offices else None
                if told and spans and not re.search(O, text[spans[-1][1] : before.start()]):
                    org = told  # "managing director of Acme, and John Doe, its chairman"
            if before["one"] and not title.plural:
                start = title.start
        inside = _INSIDE.search(text, max(0, start - 80), start) if text[end : end + 2] == ": " else None
        if inside is None and text[end : end + 1] == ")":
            inside = _INSIDE_BESIDE.search(text, max(0, start - 80), start)
        which = inside or _OF_WHICH.search(text, max(0, start - 120), start)
        if which:
            org = masked.org(which["org"]).org
        after = _OF.match(text, end)
        other = _OF_ITS.match(text, end)
        board = _BOARD_OF.fullmatch(masked.org(after["org"]).org.name) if after else None
        if after and board and not board["rest"] and after.end() == after.end("org"):  # "Chair of the Board", a term for the filer's
            also = _DIRECTORS.match(text, after.end())
            end = also.end() if also else after.end()
            title = Title(title.start, end, " ".join(in_layout(title.start, end).split()), title.plural)
            after = _OF.match(text, end)
        field_of = _OF_FIELD.match(text, end)
        unit = _COMMA_ORG.match(text, end)
        unit_end = _UNIT.match(text, unit.end()) if unit and masked.org(unit["org"]).form in _NAMED else None
        firm = _FIRM.fullmatch(title.text) if not ANY.search(title.text) else None
        if firm and not (_IS_FIRM.match(text, end) or re.search(r"(?<!Chief)(?<!Executive) Officer$", firm["office"])):
            firm = None
        if other:
            org, end = masked.org(other["org"]).org, other.end()
        elif unit and _is_work(title.text, in_layout(unit.start("org"), unit.end())):
            end = unit.end()
            title = Title(title.start, end, " ".join(in_layout(title.start, end).split()), title.plural)
        elif unit_end and org is None:  # "President, Acme Europe"
            end = unit_end.end()
            title = Title(title.start, end, " ".join(in_layout(title.start, end).split()), title.plural)
        elif firm and not is_field(firm["name"]):
            org = _known(context, firm["name"])
            title = Title(title.start, title.start + len(firm["office"]), firm["office"], title.plural)
        elif field_of:
            field_end = field_of.end("field")
            title = Title(title.start, field_end, in_layout(title.start, field_end).strip())
            org, end = masked.org(field_of["org"]).org, field_of.end()
        elif after and layout[masked.offsets[after.start("org")] - masked.offsets[0] :][:4].lower() != "our ":
            org, end = masked.org(after["org"]).org, after.end()
            bank = _BANK.match(text, end)
            if bank and masked.org(after["org"]).form != "pronoun":
                org, end = OrgRef(org.name + bank[0]), bank.end()
            part = _UNIT.match(text, end) if text[end - 1] == after["org"] else None
            if part and masked.org(after["org"]).form in _NAMED and not ends_with_legal_form(part[0]):
                end = part.end()  # "President of Acme Europe" is an officer of Acme
                title = Title(title.start, end, " ".join(in_layout(title.start, end).split()), title.plural)
        elif org is None:
            begun = start + len(before[0]) if before else start
            org, end = _owner(context, masked, layout, default, start, begun, end)
        if ANY.search(title.text):
            words = in_layout(title.start, title.end - 1) + layout[masked.offsets[title.end - 1] - masked.offsets[0]]
            title = Title(title.start, title.end, _BOARD_MEMBER.sub("member of the ", words), title.plural)
        put(masked, spans, Office(title, _holder(context, org, default), former), start, end)
        if after and end == after.end() and _SEATS.fullmatch(title.text):
            _at_each(context, masked, spans, title, former, end)


_NAMED = ("name", "alias")
_OF_WORK = late(r"(?i)(?:vice\spresident|director|head|manager|chief\sof|[se]?vp)$")


def _is_work(office: str, words: str) -> bool:
    """Are words that were taken for a firm the work of an office: "Vice President, Translational Medicine"?"""
    return bool(_OF_WORK.search(office)) and is_field(words) and not ends_with_legal_form(words) and not _BODY.search(words)


_SEATS = late(r"(?i)(?:(?:independent|outside|non-executive) )?(?:director|trustee|board member|member of the board(?: of (?:directors|trustees))?)")


def _at_each(context: Context, masked: Masked, spans: Spans, title: Title, former: bool, end: int) -> None:
    """The same seat at each company of a list: "director of Acme, Inc., Widget Corp. and Gizmo Ltd."."""
    text = masked.text
    more = _AND_ORG.match(text, end)
    while more and len(masked.offices) < LIMIT and masked.org(more["org"]).form == "name":
        at = more.end()
        if text.startswith(("'", "’"), at):
            return
        here = Title(more.start("org"), at, title.text)
        org = _holder(context, masked.org(more["org"]).org, context.filer)
        put(masked, spans, Office(here, org, former), more.start("org"), at)
        more = _AND_ORG.match(text, at)


def _owner(
    context: Context, masked: Masked, layout: str, default: OrgRef, start: int, begun: int, end: int
) -> tuple[OrgRef | None, int]:
    """(whose the title is by the words beside it, where these end); its words of owner start at `start`, it at `begun`."""
    text = masked.text
    firm = _OF_PERSON.match(text, end)
    if firm and masked.person(firm["org"]).spoken == "name" and not text.startswith("rustee", start + 1):
        at = masked.offsets[firm.start("org")] - masked.offsets[0]
        stop = masked.offsets[firm.end()] - masked.offsets[0] if firm.end() < len(text) else len(layout)
        words = " ".join(layout[at:stop].split())
        if not re.match(r"(?:Dr|Mr|Ms|Mrs|Prof)\.", words):
            return _known(context, words), firm.end()
    since = _SINCE_OF.match(text, end)
    if since:
        return (masked.org(since["org"]).org if since["org"] else _known(context, since["name"])), end
    named = _OF_NAME.match(text, end)
    if named and not _NO_OWNER.match(named["name"]):
        return _known(context, named["name"]), named.end()
    own = _OF_OWN.match(text, end)
    if own:
        return default, own.end()
    named_for = _OF_AFTER_NAME.match(text, end)
    if named_for:
        return masked.org(named_for["org"]).org, end
    beside = _BESIDE.match(text, end)
    if beside is None and _AFTER_NAME.search(text, max(0, start - 8), start):
        beside = _BESIDE_NAME.match(text, end)
    if beside:
        return masked.org(beside[beside.lastindex or 1]).org, end
    works = _WORKS_FOR.search(text, max(0, start - 80), begun)
    return masked.org(works["org"]).org if works else None, end


def _seats(context: Context, masked: Masked, default: OrgRef, spans: Spans) -> None:
    """Boards that somebody joins, leaves or makes up: a director's office."""
    text = masked.text
    for seat in (*_SEAT.finditer(text), *_BOARD_IS.finditer(text)):
        if not is_free(masked, spans, seat, "det"):
            continue
        at = seat.end()
        while seat["of"] and len(masked.offices) < LIMIT:
            other = _AND_ORG.match(text, at)
            if other is None:
                break
            at = other.end()
            also = Title(other.start("org"), at, "director")
            office = Office(also, masked.org(other["org"]).org, board_seat=True)
            put(masked, spans, office, other.start("org"), at)
        holder, kind = seat["org2"] or seat["org"], seat["kind"]
        start, end = seat.start("det"), seat.end()
        title = Title(start, end, f"member of the {kind.strip()} Board" if kind else "director")
        put(masked, spans, Office(title, _holder(context, masked.org(holder).org if holder else None, default), board_seat=True), start, end)


