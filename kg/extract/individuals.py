"""A sentence → the persons in it who give or take a right themselves: inventors who assign, owners who license.

Officers sign, speak and negotiate for others, and inventors invent for their employers; so a person counts as a party
only in a sentence that speaks of rights, in a slot of giving or taking. One with a title may stand in any such slot;
one without in the plainest alone.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.document import Context
from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.person_names import PersonMention, display, find_persons, is_given_name
from kg.model import OrgRef

_TITLED = r"(?:Drs?|Mr|Mrs|Ms|Prof(?:essors?)?|Professors?|Docent|Messrs|Sir|Dame)\b"
_GAVE = (
    r"(?:assigned|licensed|sublicensed|granted|conveyed|transferred|sold|made over|ceded|contributed|gave|given|extended|accorded|awarded|bequeathed|donated|presented|signed over|parted with|leased|"
    r"assigns|licenses|grants|conveys|transfers|sells|makes over|gives|leases|retains|retained|reserved|made (?:the|his|her|this|that|all) [\w ]{3,40} over)"
)
CUE = late(rf"\b{_TITLED}|\b(?:Ph\.? ?D|M\.? ?D)\b|\b[Ii]nventors?\b|\bfounders?\b|\b[A-Z][\w’'-]+,? (?:has |have |had |also |then )*{_GAVE}\b|\b(?:from|by|to) [A-Z][\w’'-]+ (?:[A-Z][\w’'.-]* )?[A-Z][\w’'-]+")
"""What a paragraph must hold for a person to be a party in it."""

_RIGHT = gate(r"licen[cs]|\bassign|\bpatents?\b|\brights?\b|\btitle\b|\binventions?\b|\bknow-how\b|\broyalt", re.I)
_NEVER = late(
    r"[Rr]egistration [Rr]ights|\bwarrants?\b|\bemploy(?:ment|ed by us)|\bconsult(?:ing|ancy) (?:agreement|fee|serv)|\boptions? to purchase|\bstock options?\b|\bpromissory|\bsalary (?:of|and|at)|\bnotes? payable|\bseverance|\bindemnif|\bloan(?:ed)?\b|"
    r"\bthe lease\b|\blandlord|\b(?:general|outside|legal|patent) counsel\b|\bresign|\bappoint(?:ed|ment)\b|\belect(?:ed|ion)\b|\bnominat|\bhas been named|\bsteps? down|\bjoin(?:ed|s)\b[^.;]{0,30}\bboard\b|\d options\b",
    re.I,
)
_SHARES = late(r"\bshares?\b|\bstock\b|owner by assignment|\bemploy|\bconsult|\bofficer\b|\bexecutive\b|\bcounsel\b|\bsalary\b|\bunits\b", re.I)
_ADVERBS = r"(?:(?: personally| himself| herself| alone| and (?:his|her) [^,;.]{3,30}|,? (?:has|have|had|having|also|then|thereupon|jointly|together|each|already|in turn|once|at once|now|never|later|thereafter|subsequently|originally|first|hereby|irrevocably|by [^,;.]{3,60},|in (?:\w+ )?\d{4}|on \w+ \d+, \d{4},?))*)"
_APPOSED = r"(?: \([^()]{1,60}\))?(?:, [^,;.()]{3,70}(?:, [^,;.()]{3,50})?,)?"
_GIVES = late(
    rf"{_APPOSED}(?:,? (?:who|which|he|she))?{_ADVERBS},? {_GAVE}\b"
    rf"|(?: and [A-Z][^,;.]{{3,40}})?, (?:being |as |acting as |collectively (?:as )?|both |each )?(?:the |a |an |its |our |joint |sole |co-|original |individual )*(?:licen[cs]ors?|(?:co-)?owners?|assignors?|patentees?|grantors?|licen[cs]ees?|patent holders?)\b"
    rf"|{_APPOSED} (?:is|was|are|remains?|were) (?:himself |herself |also |now |still |the |sole |our |its |Company[’']s |joint |a |an |principal )*(?:licen[cs]ors?|owners?|licen[cs]ees?|patentees?|proprietors?)\b"
    rf"|['’]s? (?:[\w-]+ ){{0,3}}(?:licen[cs]es?|patents?|heirs|rights|patent (?:rights|applications?)|royalt(?:y|ies)|invention)\b"
    rf"|,? (?:from|to|by) whom\b|, whose (?:\w+ ){{0,3}}(?:patent|licen|invention|method|device|process|formula)|,? \((?:the |as )?[“\"]?(?:[Ll]icen[cs]|[Ii]nventor|[Oo]wner)"
    rf"|{_APPOSED} (?:owns?|owned|holds|held|receives?|received|controls|enjoys|is (?:paid|entitled|owed)|could|may|might|is to) (?:[\w’'-]+,? ){{0,6}}(?:patents?|royalt|licen[cs]|rights?\b|title|invention|practi[cs]e)"
)
_SOURCE = late(
    r"(?:\b(?:licen[cs]\w*|sublicen[cs]\w*|in-licen\w+|agreement|deed|settlement|contract|rights?|patents?|title|interest|obtained|acquired|purchased|bought|received|assign\w*|invention|know-how|taken|took|derive[sd]?|secured|have it|had (?:it|them)|held|holds?|comes?|came|originat\w+)\b[^;]{0,150}?"
    r"\b(?:from|with)|\b(?:licen[cs]ed|assigned|granted|conveyed|transferred|sold|ceded|made over|owned|given|bequeathed|held|extended|retained|controlled|licen[cs]es?|one|that|patented|assignment|grant|gift|release|withdrawal)\b(?: to [^;]{2,50}?)?(?:,? [^,;]{2,40},)? by|\b(?:between|among)\b[^;]{0,110}|,? and|^[“\"(]?[Ff]rom|\((?:i{1,3}|iv|v|\d|[a-d])\) from|[;:,] from"
    r"|\b(?:dependent|depends?|reliant|relies|rel(?:y|ied)) (?:up)?on|\b(?:licen[cs]ors?|licen[cs]ees?|inventors?|owners?|patentees?|property|hands|behalf|estate|heirs|licen[cs]e|patents?|invention|death|favou?r) of|(?:licen[cs]ors?|licen[cs]ees?|sole owner|co-owner|owner|inventors?|patentee|widow|assignor|discoverer)[,:]?(?: was| is)?)"
    r" (?:the (?:inventors?|late|individual)(?: of [^,;.]{2,40})?,? |its (?:inventors?|then president),? |(?:our|the) founders?,? |an individual,? |his brother,? |Messrs\. )?$"
)
_TAKES = late(
    r"(?:\b(?:licen[cs]ed|sublicensed|assigned|conveyed|transferred|sold|ceded|licen[cs]es?|gave back|given|granted|confirmed|returned|reverted|revert|made over|royalt(?:y|ies)|payable|owed|paid|pays?|debt|due|sums?|rights?|consideration|obligat\w+)\b[^;]{0,110}? (?:back )?to"
    r"|\b(?:owes?|owed|granted|gave|paid|pays|persuaded|authori[sz]ed|permitted|licen[cs]ed|agreed that)|^To) (?:the inventors?,? |its inventors?,? |the individual,? )?$"
)
_NO_PARTY_BEFORE = late(
    r"\b(?:said|says|stated|commented|explained|added|quipped|joked|smiled|noted|observed|according to|led|headed|chaired|directed|supervised|managed|discovered|invented|developed|identified|conducted|founded|established|formed|set up|synthesi[sz]ed|pioneered|described|reported|"
    r"published|signed|negotiated|executed|countersigned|attested|witnessed|represented|introduced|introduction|served|serves|named|work|laborator(?:y|ies)|group|team|leadership|direction|supervision|employs?|engaged|retained|hired|joined|welcomed|appointment|answer|question|interview|asked|told|of which|thank(?:s|ed)?|congratulat\w+)"
    r"(?: (?:in the|of|by|from|to|as|under|with|the|jointly by|first by))*(?: [^;“”]{0,60}?(?:president|chairm[ae]n|chairwoman|officer|executive|founder|director|chief|counsel|scientist|head))? $",
    re.I,
)
_NO_PARTY_AFTER = late(
    r"['’]s? (?:[\w-]+ ){0,2}(?:laborator|group|team|work|research|employment|office|discover|appointment|election|resignation|views?|opinion|statement|family)"
    r"|,? (?:who (?:had |has )?)?(?:said|says|stated|commented|explained|added|noted|observed|signed|negotiated|executed|served|serves|joined|joins|attested|remarked|told|asked|answered|replied|led|leads|heads|chairs|discovered|invented|developed|published|found\b|witnessed|consent)"
)
_JOINED = late(r",? (?:and )?(?:by |to |from )?")
"""Between persons who give or take together: one's slot is the other's."""
_PLACES = 20
"""How often a surname is looked at for a first name before it; people are introduced early."""
_OFFICE = late(
    r",? (?:its|our|the Company’s|the Company's|who is (?:the|our)|as|acting as|in (?:his|her) capacity as|(?:then |now )?(?:the|an?)) (?:[\w-]+ ){0,4}(?:officer|president|chairman|chairwoman|counsel|secretary|treasurer|attorney|agent|analyst|reporter|judge|mediator|arbitrator|witness|spokes\w+)\b",
    re.I,
)
_HIM = late(r"\b(?:(?P<gives>[Hh]e|[Ss]he)|(?P<other>him|her(?=[,.;)]| (?:on|in|for|under|by|and|at|the|an?|our|exclusive|non-exclusive|all)\b)))\b")
"""Who was named before may be meant; "her" before a noun tells whose it is."""
_PASSAGE = 700
"""So far back in a paragraph a person is sought whom "he" means."""
_GERMAN = late(r"(?:\b(?:Prof|Dr|Docent|Dozent|PD|Ing|Privatdozent)\b\.?(?:[- ](?:med|rer|nat|phil|h|c|habil|Ing|dent|vet|pharm|techn|sc|univ)\.)* ?)+$")
"""Titles in the German manner: "Prof. Dr. med."."""


def individuals(
    context: Context, sequence: int, start: int, end: int, taken: Sequence[tuple[int, int]]
) -> list[tuple[int, int, OrgRef]]:
    """`[start, end)` and name of each person who gives or takes a right in the sentence; `taken` spans are others' names."""
    text = context.text(sequence)
    said = text[start:end]
    if not _RIGHT.search(said):
        return []
    meant = _HIM.search(said)
    if not (meant or CUE.search(said)) or _NEVER.search(said):
        return []
    shares = bool(_SHARES.search(said))
    group: list[PersonMention] = []
    parties: list[PersonMention] = []
    told = False
    for person in find_persons(text, start, end, taken):
        before, after = text[max(start, person.start - 190) : person.start], text[person.end : min(end, person.end + 170)]
        titled = person.weight >= 3 or bool(_GERMAN.search(before))
        initial = person.name[1:2] == "."  # "Q. Roe" without a title is too little
        apposed = "nventor" in before[-30:] and _BOUGHT_FROM.search(before)
        if not titled and not (person.full and person.weight >= 2 and (apposed or not shares) and not initial):
            continue
        if not group or not _JOINED.fullmatch(text[group[-1].end : person.start]):
            parties += group if told else []
            group, told = [], False
        group.append(person)
        told = told or _party(before, after, titled, shares)
    parties += group if told else []
    layout = context.memories[sequence].text.layout
    named = ((p, display(p.name) if p.full else _full_name(layout, p)) for p in parties)
    found = [(p.start, p.end, OrgRef(name, individual=True)) for p, name in named if name]
    return found or (list(_spoken_of(layout, start, said, shares)) if meant else [])


def _spoken_of(layout: str, start: int, said: str, shares: bool) -> Iterator[tuple[int, int, OrgRef]]:
    """Whom "he" and "him" mean who gives or takes: the one person whom the paragraph has named before."""
    slots = [
        match
        for match in _HIM.finditer(said)
        if ((_MADE_OVER.match(said, match.end()) or (_GIVES.match(said, match.end()) and not shares)) if match["gives"] else _party(said[max(0, match.start() - 190) : match.start()], said[match.end() :], True, shares))
    ]
    opening = max(layout.rfind("\n", 0, start) + 1, start - _PASSAGE)
    before = list(find_persons(layout, opening, start)) if slots else []
    if not before or len({p.name.split()[-1] for p in before}) > 1:
        return
    person = before[-1]
    name = display(person.name) if person.full else _full_name(layout, person)
    for match in slots if name else ():
        yield start + match.start(), start + match.end(), OrgRef(name or "", individual=True)


def _party(before: str, after: str, titled: bool, shares: bool) -> bool:
    """Does a person with these words around give or take?"""
    gives = _GIVES.match(after)
    if _NO_PARTY_BEFORE.search(before) and not (gives and "who" in gives[0]):
        return False
    if (not gives or " who " not in after[:8]) and _NO_PARTY_AFTER.match(after):
        return False
    if _OFFICE.match(after) and not (gives and titled):
        return False
    before = _OWN_TITLE.sub("", before)
    bought = _BOUGHT_FROM.search(before)
    if bought and (not bought[0].endswith("From ") or _BOUGHT.match(after)) and (_THINGS.search(before[-160:]) or _BOUGHT.match(after)):
        return True
    if shares:
        return bool(_MADE_OVER.match(after)) or bool(gives and _GAVE_RIGHT.search(after)) or bool(_TAKES.search(before) and _RIGHT.search(after))
    return bool(gives or _SOURCE.search(before) or _TAKES.search(before))


_GAVE_RIGHT = gate(r"licen[cs]|\bpatents?\b|\binventions?\b|\brights? (?:to|in|under)\b|\broyalt", re.I)
_THING = r"(?:patents?|inventions?|discover(?:y|ies)|compound|molecule|formula|recipe|whole right|(?:whole|entire) (?:interest|title)|right, title|rights? (?:to|in|under)|title (?:to|in)|all (?:that|(?:of )?(?:his|her) (?:rights?|interest))|[A-Z]{2,}-?\d+)\b"
_MADE_OVER = late(rf"(?:,? {_ADVERBS},?)?,? (?:ced(?:es|ed)|assign(?:s|ed)|convey(?:s|ed)|made|makes|transfer(?:s|red)|sold|sells|parted with|gave|gives|signed)\b(?! (?:options|\d))[^;]{{0,60}}?\b{_THING}")
"""What "he" hands over is the property itself, whatever it is paid with."""
_BOUGHT_FROM = late(rf"(?:^|[;:,] )From $|\b(?:acquired|bought|purchased|obtained|received|took|taken)\b(?! (?:\d|options|shares))(?:[^;]{{0,90}}?\b{_THING}[^;]{{0,60}}?)? from (?:its |the |one of its |an |our )?(?:(?:sole |original |individual )?(?:inventors?|discoverers?|owners?|patentees?|individuals?),? (?:of [^,;.]{{2,40}},? )?)?$")
"""A person from whom a drug or its patents are bought."""
_THINGS = late(_THING)
_OWN_TITLE = late(rf"{_TITLED}\.? $")
_BOUGHT = late(rf"^[^;]{{0,110}}?\b(?:acquired|bought|purchased|obtained|received|took)\b(?! (?:\d|options|shares))[^;]{{0,110}}?\b{_THING}")


def _full_name(layout: str, person: PersonMention) -> str | None:
    """The first full name in the document that ends with the surname, among the first places it stands.

    Where none is told, the title is part of what the text calls him: "Dr. Roe".
    """
    surname, at = person.name, -1
    for _ in range(_PLACES):
        at = layout.find(f" {surname}", at + 1)
        if at < 0:
            break
        opening = layout.find(" ", max(0, at - 60), at) + 1 if at > 60 else 0
        for other in find_persons(layout, opening, at + len(surname) + 1):
            if other.full and other.name.endswith(surname) and other.name != surname:
                return display(other.name)
    capitals = re.compile(rf"\b([A-Z][A-Z'’-]+) (?:[A-Z]\. )?{re.escape(surname.upper())}\b(?P<told>,? (?:M\.? ?D|Ph\.? ?D|\(?\d\d\b))?").search(layout)
    if capitals and (capitals["told"] or is_given_name(capitals[1].title())):
        return " ".join(part.title() for part in layout[capitals.start() : capitals.start("told") if capitals["told"] else capitals.end()].split())
    titled = re.match(rf"{_TITLED}\.? ", layout[person.start : person.end])
    return f"{titled[0]}{surname}" if titled and " " not in surname else None
