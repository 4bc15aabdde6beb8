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
from functools import cache

import ahocorasick

from kg.extract.beginnings import beginnings
from kg.extract.late import late
from kg.extract.position_title_words import AFTER, ANY_FIELD, NEXT, TITLE
from kg.extract.scan import lower

_WORD = late(r"\w(?<![\w’'.-]\w)")
# Words of which a passage must hold one to name an office or tell of its end; each is looked for in three cases.
_HINTS = (
    "officer chief# president chair director treasurer secretary controller comptroller counsel manager head founder"
    " partner trustee provost chancellor rector "
    "representative resign retire stepped#down steps#down step#down stepping#down passed#away died seats vacanc"
    " predecessor principal#of partner#of partner#at partner#in a#partner a#principal principal#at principal#in general#director"
    " prokurist konserndirektør konsernsjef direktør direktör toimitusjohtaja vorstandsvorsitzend"
    " finanzvorstand generaldirekt koncernchef bestuursvoorzitter direttore présidente presidenta gerente"
    " her#office his#office her#position his#position present#position present#post current#position that#office that#position"
    " the#seat vacated#seat his#seat her#seat his#post her#post that#post the#post been#such became#such seat#became seat#fell stays#until stays#through leaves#us leave#us left#us"
    " re-election reelection not#stand not#seek not#run co-opt coopt"
    " nominees: managing#member managing#principal #board directeur directrice amministratore delegato delegado"
).split()
_EXACT_HINTS = (
    "VP CEO CFO COO CMO CSO CTO CIO CBO CCO CLO CAO CDO CPO CHRO Commissioner Administrator Superintendent"
    " Geschäftsführer Prokurist Vorstand presidency Scientist Executive Dean Principal Member Leader Delegate Receiver Liquidator"
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


_PLURAL = late(
    r"(?i)(?<!board of )\b(directors|presidents|officers|executives|chairmen|members|trustees|managers|heads|controllers"
    r"|treasurers|founders|partners)\b"
)
# Offices that are none: committees, advisory boards, faculty; a bare word that is an office only beside another.
_NOT = late(
    r"(?i)^(?:independent |outside |non-employee )?(?:committee|(?:scientific |academic |original |principal )?(?:co-?)?founders?|principal|partner"
    r"|fellow|lead|executive|members? of (?:the )?(?:executive team)|founding member"
    r"|authori[sz]ed (?:signatory|representative))$"
)
_WHERE = late(r"(?:\b(?:of|in|at)\swhich|\bwhere)\s(?:\S+\s){1,4}$")
_OF_FIRM = late(r"\s(?:at|of|in|with)\s(?:the\s)?[A-Z\ue000-\ue1ff\ue400-\ue5ff]")
# A title of honour, and an office that one may come to have.
_HONORARY = late(r"(?i)^(?:[\w ]+ )?(?:emerit(?:us|a)|(?:director|trustee|chair(?:man|woman|person)?|chief executive(?: officer)?)[ -](?:nominee|elect|designate))$")
_OFFICER_AND = late(r"(?i)sole officer (?:and|&) (?=(?:sole )?director$)")
_GENERIC_TAIL = late(
    r"(?i)^\s+(?:compensation|meeting|fees?|nominees?|elections?|liability|insurance|independence|indemnification"
    r"|report|certificat|search|team|committee\b|council\b|of the board of directors compensation|and officers?|or officers?|or director"
    r"|or executive)"
)
# "of X" at the end of a title when X is an organisation and no field of work.
_ORGANIZATION_TAIL = late(
    r",?\s(?:of|for)\s(?:the\s)?(?:[A-ZÀ-Þ][\w’'&.\-]*\s)*(?:Inc|Corp|Corporation|Company|Co|Ltd|LLC|LP|plc"
    r"|PLC|AG|GmbH|[A-Z][a-z]+ventures|Pharma|Pharmaceuticals|Therapeutics"
    r"|Biosciences?|Biotech|Biosystems|Biologics|Biopharma|Labs?|Laboratories|University|College|Institute"
    r"|Hospital|Foundation(?!\sBoard)|Bank|Partners|Group|Holdings|Capital)\b.*$"
)
# "director of Acme": the lower-case office is of a company unless the capitalised word is a known field of work.
_OWN_LABORATORIES = late(
    r"\b[Hh]ead\s(?:of|for)\s(?:the\s)?(?:(?:Research|Clinical|Central|Analytical|Development|Quality|Discovery)\s)+(?:Labs?|Laboratories|Institute|Group)$"
)
"""A part of the company that someone heads, not another organisation."""
_LOWER_OF = late(r"\b(?:director|president|manager|chairman|chair)s?(?P<of>\s(?:of|for)\s)(?P<field>[A-ZÀ-Þ].*)$")
_COMMITTEE = late(
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


@cache
def _beginnings() -> frozenset[str]:
    """With what a title may begin."""
    return beginnings(TITLE)


@cache
def _pattern(source: str) -> re.Pattern[str]:
    """A pattern of `AFTER`, compiled when it is first asked."""
    return re.compile(source)


def office_end(text: str, at: int, stop: int) -> int | None:
    """Where the office that begins at `at` ends, with all that goes on with it; None when none begins there."""
    office = TITLE.match(text, at, stop)
    if office is None:
        return None
    for lead, words in AFTER.get(office.lastgroup or "", ()):
        led = _pattern(lead).match(text, office.end(), stop)
        after = led and _pattern(words).match(text, led.end(), stop)
        if after:
            return after.end()
    return office.end()


def _places(text: str, start: int, stop: int) -> Iterator[int]:
    """Where in `text[start:stop]` words stand that may open an office, in order."""
    known, low = _beginnings(), lower(text[start:stop])
    for word in _WORD.finditer(text, start, stop):
        at = word.start()
        head = low[at - start : at - start + 3]
        if head in known or head[:2] in known or text[at].isupper():
            yield at


def _each(text: str) -> Iterator[str]:
    """The single offices of a text, in order."""
    over = 0
    for at in _places(text, 0, len(text)):
        if at >= over and (end := office_end(text, at, len(text))) is not None:
            yield text[at:end]
            over = end


def _joined(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Spans of offices named together in `text[start:stop]`, in order."""
    over = start
    for first in _places(text, start, stop):
        if first < over or (end := office_end(text, first, stop)) is None:
            continue
        joint = NEXT.match(text, end, stop)
        while joint and (further := office_end(text, joint.end(), stop)) is not None:
            end = further
            joint = NEXT.match(text, end, stop)
        yield first, end
        over = end


_UNFINISHED = late(r"(?i)(?:\b(?:chief|and|of|vice|executive|senior)|[&,-])\s*$")


def _cell(words: str) -> str:
    """A title without the next cell of its row, unless that cell goes on with it ("Executive", "Vice President")."""
    while "\t" in words:
        head, _, last = words.rpartition("\t")
        whole = TITLE.search(head) and TITLE.match(last)  # two offices in two cells
        if last[:1].islower() or _UNFINISHED.search(head) or (TITLE.search(last) and not whole):
            break
        words = head
    return words


_OF_BOARD = late(r"(?i)\bboards?\sof\s(?:the\s)?$|\bof\scounsel$|\bof\s$(?<=counsel of )")
_OF_WHAT = late(r"\s(?:of|on|for)\s(?:the\s|our\s|its\s)?(?=\S)")
_OF_COMMITTEE = late(r"(?i)\b(?:audit|compensation|nominating|governance|steering|advisory)\b.*\bcommittee")


def find_titles(text: str, start: int = 0, end: int | None = None) -> list[Title]:
    """Titles in `text[start:end]`, in order, longest first at each place. Committee chairs and members are left out."""
    stop = len(text) if end is None else end
    found: list[Title] = []
    for a, z in _joined(text, start, stop):
        if _OF_BOARD.search(text[max(0, a - 14) : a]):
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
        if lower and not is_field(lower["field"]):
            words = words[: lower.start("of")]
            z = a + len(words)
            tail = text[z : z + 80]
        firm = words.lower() in ("partner", "principal") and (_OF_FIRM.match(tail) or _WHERE.search(text, max(0, a - 60), a))
        if _HONORARY.search(words) or (_NOT.match(words) and not firm) or _GENERIC_TAIL.match(tail):
            continue
        of = _OF_WHAT.match(tail)
        if of and _COMMITTEE.match(tail[of.end() :]) and not re.search(r"(?i)\b(?:and|&|,)\b", words):
            continue
        if _OF_COMMITTEE.search(words):
            continue
        name, plural = singular(words)
        found.append(Title(a, z, name, plural))
    return found


def is_field(words: str) -> bool:
    """Do words begin with a field of work ("Clinical Operations")?"""
    return _pattern(ANY_FIELD).match(words) is not None


def offices(title: str) -> tuple[str, ...]:
    """The single offices of a title, in order: "President and CEO" → ("President", "CEO")."""
    parts = [office.strip(" ,;/-–—&") for office in _each(title)]
    return tuple(parts) or (title,)
