"""Text → the persons named in it: full names and short mentions ("Dr. Roe").

A name is found by its shape (capitalised words, initials, particles, hyphens, nicknames) and weighed by honorific,
degree and the census name lists; words of offices, organisations, places and months cut a run of capitals.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from kg.extract.late import late
from kg.extract.person_words import GIVEN_TOO, KILL, ORDINARY_TOO, STOP, SURNAME_TOO

UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_HONORIFIC = (
    r"(?:(?:Dr|DR|Mr|MR|Mrs|MRS|Ms|MS|Messrs|Prof|PROF|Hon|Rev|Fr|Sen|Gov|Gen|Col|Capt|Lt|Maj|Adm|Amb|Mme|Mlle"
    r"|Msgr|Sr(?=\. Mary )"
    r"|Sra|dr|prof"
    r"|Drs|Dres|Ing|MUDr|MVDr|PhDr|RNDr|JUDr|PharmDr|Mag|Lic|h\.c)\.|(?:Dr|Mr|Mrs|Ms|Mx|Miss|MISS|Prof|Professor|PROFESSOR|Sir|Dame|Lord|Lady|Rabbi"
    r"|Bishop|Captain|CAPTAIN|Colonel|COLONEL|ADMIRAL|SIR|DAME"
    r"|Major|Admiral|Judge|Justice|Senator|Congressman|Governor|Ambassador|Count|Countess|Baron|Baroness"
    r"|Viscount|Jonkheer"
    r"|Freifrau|Frau|Herr|Herrn|Monsieur|Madame|Madam|Señor|Señora|Doctor|Father|Sister|Brother|Reverend|Prince|Princess"
    r"|Sheikh|Dato|Tan Sri|Messrs))"
)
_INITIAL = r"(?:[A-Z]\.-?)+(?![a-z])|[A-Z](?=\s[A-Z])"
_WORD = rf"(?:[dlDL]['’]|'t |St\. |Ste\. |Mc|Mac|O['’])?[{UP}][\w'’\-‑]*"
PARTICLES = frozenset(
    "van von vom der den de del della delle di da do dos das du la le las los y e ibn bin bint ben al el ten ter te zu"
    " und af av Freiherr Graf zur zum abu mac ap i".split()
)
_PARTICLE = f"(?:{'|'.join(sorted(PARTICLES, reverse=True))})"
_NICK = rf"(?:\([“\"]|[“\"(‘'])[{UP}][\w.\- ]{{0,14}}(?:[”\"]\)|[”\")’'])"
_SHORTENED = r"(?:Wm|Chas|Geo|Jas|Thos|Jos|Robt|Edw|Saml|Danl|Benj|Alex|Fredk|Jno|Theo|Wilh|Joh)\.(?=\s[A-Z])"
_PART = rf"(?:{_INITIAL}|{_SHORTENED}|{_WORD})"
_DEGREE = (
    r"(?:P[Hh]\.?\s?D\b\.?|M\.\s?D\.|MD\b|Pharm\.?\s?D\b\.?|PharmD\b|Sc\.?D\b\.?|D\.?Sc\b\.?|D\.?\s?Phil\b\.?"
    r"|M\.\s?B\.\s?A\.|MBA\b"
    r"|M\.\s?P\.\s?H\.|MPH\b|J\.\s?D\.|JD\b|LL\.?[MBD]\b\.?|Esq\b\.?|Esquire\b|C\.P\.A\.|CPA\b|C\.?F\.?A\b\.?"
    r"|D\.?V\.?M\b\.?|VMD\b|R\.?Ph\b\.?"
    r"|R\.N\.|RN\b|M\.?Sc\b\.?|MS\b|M\.S\.|B\.?Sc\b\.?|BS\b|BA\b|MA\b|MBBS\b|MBChB\b|MB\b|B\.?Ch\b\.?|FRCPC?\b"
    r"|FACP\b|FACS\b|FACC\b|FAAN\b|FRSE?\b"
    r"|OBE\b|CBE\b|MBE\b|KBE\b|DBE\b|Dr\.?\s?P\.?H\b\.?|D\.O\.|DO\b|D\.D\.S\.|DDS\b|Ed\.?D\b\.?|USN\b|USAF\b"
    r"|USMC\b|\([Rr]et(?:ired|\.)?\)|FCA\b|ACA\b|MRCP\b"
    r"|FMedSci\b|FRCPath\b|FRACP\b|FTSE\b|FRS\b|FCMA\b|FFPM\b|MHA\b|MHS\b|MPA\b|MMSc\b|MPhil\b|M\.Phil\.|FFPM\b|FASCO\b|CIPP\b|AO\b|AM\b|QC\b|KC\b|Dipl\.-\w+\."
    r"|(?:[A-Z][a-z]{0,2}\.){2,5})"
)
_AGE = (
    r"(?:,?\s\(?(?:age|aged|Age)\s\d\d\)?(?:\s(?:years\sold|years))?|,\s\d\d\syears\s(?:old|of\sage)"
    r"|,\s[2-9]\d(?=,(?!\d))|\s?\([2-9]\d\)|(?:\s?\(\d{1,2}\))+|\s?\*+)"
)
_NAME = late(
    rf"(?<![\w.])(?=[{UP}']|[dl]['’]|dr\.|prof\.|h\.c\.|{_PARTICLE} )"
    rf"(?P<hon>(?:{_HONORIFIC}\s(?:and\s(?={_HONORIFIC}))?)*)"
    rf"(?P<body>{_PART}(?: {_NICK})?(?: (?:{_PARTICLE} ){{0,3}}{_PART}(?: {_NICK})?){{0,24}}"
    rf"|(?<=\s)(?:{_PARTICLE} ){{1,3}}{_WORD}(?: {_WORD})?)"
    rf"(?P<suffix>,? (?:Jr|Sr|JR|SR)\b\.?|,? (?:II|III|IV)\b)?"
    rf"(?P<degree>(?:(?:,\s?|\s|/|,?\sand\s){_DEGREE}(?![\w]))*)(?P<age>{_AGE})?"
)
_TOKEN = late(r"\S+")
_SURNAME_FIRST = late(r"(?:^|(?<=[\n\t\v]))([A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+)?(?: (?:II|III|IV))?), $")
_POSTNOMINAL = late(_DEGREE)
_INITIALS = late(r"(?:[A-Z]\.)+")
_CAPITAL = late(rf"[{UP}]")
_OPENS_NAME = late(rf"(?:[dl]['’])?[{UP}]")
_AMPERSAND = late(r"\s?&\s|,\s[^\W\d_]+ & ")
_DIGIT = late(r"\d")
_NUMERAL = late(r",? (?:II|III|IV)\b")

@dataclass(frozen=True, slots=True)
class PersonMention:
    """`[start, end)` with honorific, degrees and age; `name` without them. `full`: a first and a last name stand there.

    `weight` is the evidence of the words: 3 honorific or degree, 2 known given name, 1 known surname; summed.
    """

    start: int
    end: int
    name: str
    full: bool
    weight: int


@lru_cache(maxsize=4)
def _names(which: str) -> frozenset[str]:
    """A shipped name list: "given-names" or "surnames"."""
    packed = (files("kg.extract") / "data" / f"{which}.txt.xz").read_bytes()
    return frozenset(lzma.decompress(packed).decode().split("\n"))


def is_given_name(word: str) -> bool:
    """Is the word, or the first half of a double name, a given name of the census list?"""
    return word.lower().replace("‑", "-").partition("-")[0] in _names("given-names")


def is_surname(word: str) -> bool:
    """Is the word, or either half of a double name, among the commoner surnames of the census list?"""
    return any(half in _names("surnames") for half in word.lower().replace("‑", "-").split("-"))


_CAPITAL_NEXT = late(rf" [{UP}]")
_NAME_NEXT = late(rf" (?:[A-Z]\. )?([{UP}][\w’'-]+)")
_WORD_NEXT = late(rf" [{UP}][a-z]")
_TITLE_BEFORE = late(r"(?:Dr|Mr|Ms|Mrs)\. \Z")
_HONORED = late(rf"(?<![\w.])(?:{_HONORIFIC} )+\Z")
_GIVEN_INITIALS = late(r"[A-Z][a-z]+ (?:[A-Z]\. )+\Z")


def _is_name_here(text: str, token: re.Match[str], begin: int | None, end: int, bare: str) -> bool:
    """Is a word that mostly is no name one here: "St." in "St. Clair", "Park" after a given name?"""
    at = token.end()
    stop = min(end, at + 24)
    if token[0] in ("St.", "Ste."):
        return _CAPITAL_NEXT.match(text, at, stop) is not None
    if begin is None:
        follow = _NAME_NEXT.match(text, at, stop) if bare in GIVEN_TOO else None
        if follow is None or (after := follow[1].lower()) in STOP or after in KILL:
            return False
        return bare != "may" or is_surname(follow[1])  # "May Amend By-Laws" is no name
    if _WORD_NEXT.match(text, at, stop):
        return False
    if (
        bare not in SURNAME_TOO
        and bare not in ORDINARY_TOO
        and not (bare in STOP and is_surname(bare) and _GIVEN_INITIALS.match(text, begin, token.start()))
    ):
        return False
    before = text[begin : token.start()].split()
    if len(before) == 1 and bare in ORDINARY_TOO and is_given_name(before[0]):
        return True
    return len(before) <= 2 and (
        is_given_name(before[0])
        or "-" in before[0]
        or any("." in w for w in before[1:])
        or _TITLE_BEFORE.search(text, max(0, begin - 5), begin) is not None
    )


_OF_FIRMS = ("ventures", "therapeutics", "pharma", "pharmaceuticals", "biotech", "biosciences", "biologics", "capital")


@lru_cache(maxsize=4096)
def _kind(word: str) -> tuple[str, bool, bool, bool, bool]:
    """A word → itself bare and small, whether it is possessive, names an organisation, is no name, ends a name."""
    bare = word.strip("“”\"()‘’'.,").lower()
    possessive = bare.endswith(("’s", "'s"))
    if possessive:
        bare = bare[:-2]
    killed = bare in KILL or bare.endswith(_OF_FIRMS)
    known = killed or bare in STOP
    ends = (known and not _INITIALS.fullmatch(word)) or bare.endswith("s’") or bool(_DIGIT.search(word))
    return bare, possessive, killed, known, ends


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Runs without stop words as (start, end, alive); `alive` is False for names of organisations."""
    begin: int | None = None
    stop = start
    alive = True
    for token in _TOKEN.finditer(text, start, end):
        bare, possessive, killed, known, ends = _kind(token[0])
        name = known and _is_name_here(text, token, begin, end, bare)
        if ends and not name and not killed:
            if begin is not None:
                yield begin, stop, alive
            begin, alive = None, True
            continue
        if killed and not name:
            alive = False
            stop = token.end()
        else:
            stop = token.end() - (2 if possessive else 0)
        if begin is None:
            begin = token.start()
        if possessive:
            yield begin, stop, alive
            begin, alive = None, True
    if begin is not None:
        yield begin, stop, alive


def _parted(text: str, start: int, end: int, alive: bool) -> Iterator[tuple[int, int, bool]]:
    """A piece in two where a name in capitals is said again, or behind the words of an organisation or a department."""
    if alive and text.count(" ", start, end) < 2:
        yield start, end, alive
        return
    tokens = list(_TOKEN.finditer(text, start, end))
    if not alive:
        for number in range(len(tokens) - 1, -1, -1):
            if tokens[number][0].strip(",.").lower() in KILL:
                rest = tokens[number + 1 :]
                known = len(rest) in (2, 3) and tokens[number][0].lower() in STOP
                if known and is_given_name(rest[0][0]) and is_surname(rest[-1][0].strip(",.")):
                    yield rest[0].start(), end, True
                    return
                break
        yield start, end, alive
        return
    for number in range(2, len(tokens) - 1):  # "J. Roe Jane Roe", "Jane Roe (Jane Roe)"
        first, again = tokens[0][0].lstrip("("), tokens[number][0].lstrip("(")
        if tokens[number - 1][0] == tokens[-1][0].rstrip(")") and first[0] == again[:1] and len(first) > 1:
            yield start, tokens[number - 1].end(), alive
            yield tokens[number].end() - len(again), end - tokens[-1][0].endswith(")"), alive
            return
    upper = [t[0].isupper() for t in tokens]
    long = [len(t[0].strip(".")) > 1 for t in tokens]
    for number in range(2, len(tokens) - 1):
        before = [u for u, w in zip(upper[:number], long[:number], strict=True) if w]
        after = [u for u, w in zip(upper[number:], long[number:], strict=True) if w]
        if len(before) > 1 and all(before) and len(after) > 1 and not any(after) and long[number]:
            yield start, tokens[number - 1].end(), alive
            yield tokens[number].start(), end, alive
            return
    code = tokens[0][0]
    short = len(tokens) > 2 and code.isupper() and 2 <= len(code) <= 5 and "." not in code and not upper[1]
    if short and (len(code) > 2 or is_given_name(tokens[1][0]) or is_surname(tokens[-1][0].strip(",."))):
        start = tokens[1].start()  # "Head of CMC Jane Roe"
    yield start, end, alive


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A piece without particles, numerals or quotes left hanging at its end, or a comma."""
    while True:
        words = text[start:end].split(" ")
        last = words[-1]
        if len(words) > 1 and (last in {"", "II", "III", "IV"} or last in PARTICLES):
            end -= len(last) + 1
            continue
        if len(words) > 2 and not text[start:end].isupper() and _POSTNOMINAL.fullmatch(last):
            end -= len(last) + 1
            continue
        while end > start and text[end - 1] in ",;:-–":
            end -= 1
        return start, end


def _shape(words: Sequence[str]) -> bool:
    """Do the words look like a person's, from two to seven with at least two real ones or an initial and one?"""
    real = [
        w
        for w in words
        if len(w.strip(".")) > 1 and w[0].isalpha() and w not in PARTICLES and "." not in w[1:-1]
    ]
    if not 2 <= len(words) <= 8 or not real or not _OPENS_NAME.match(words[-1]):
        return False
    if len(words[-1].strip(".")) < 2 or words[-1] in {"II", "III", "IV"}:
        return False
    caps = [w for w in real if w.isupper()]
    return not caps or len(caps) == len(real)


class _Part(NamedTuple):
    """A run of words in a body of capitals that may be a name: its place there, and whether it opens or ends the body.

    `full` and `weight` as in a `PersonMention`, of the words alone.
    """

    begin: int
    end: int
    first: bool
    last: bool
    words: int
    full: bool
    weight: int


@lru_cache(maxsize=4096)  # names and titles are said again and again
def _parts(body: str, titled: bool) -> tuple[_Part, ...]:
    """The runs of `body` that may be names; `titled` when "Dr." or the like stands before it."""
    text = "Dr. " + body if titled else body
    low = len(text) - len(body)
    pieces = [part for piece in _pieces(text, low, len(text)) for part in _parted(text, *piece)]
    found: list[_Part] = []
    for number, (start, stop, alive) in enumerate(pieces):
        first, last = number == 0 and start == low, number == len(pieces) - 1 and stop == len(text)
        begin, end = _trim(text, start, stop)
        if not alive or begin >= end or text[begin:end].isspace():
            continue
        words = text[begin:end].split(" ")
        full = _shape(words) and bool(_CAPITAL.match(words[0]))
        plain = [w for w in words if w[0].isalpha() and "." not in w] if full else []
        weight = 2 * is_given_name(plain[0]) + is_surname(plain[-1]) if plain else 0
        weight += bool(plain) and any("." in w for w in words[:-1])
        found.append(_Part(begin - low, end - low, first, last, len(words), full, weight))
    return tuple(found)


def find_persons(text: str, start: int, end: int, blocked: Sequence[tuple[int, int]] = ()) -> list[PersonMention]:
    """Persons named in `text[start:end]`, in order; runs that overlap a `blocked` span (an organisation) are left out.

    Tabs and line ends in `text` (a layout) end a name.
    """
    found: list[PersonMention] = []
    for match in _NAME.finditer(text, start, end):
        body, honorific = match["body"], match["hon"]
        if not honorific and " " not in body:
            continue
        at = match.start("body")
        for part in _parts(body, _TITLE_BEFORE.search(text, max(0, at - 5), at) is not None):
            own = honorific if part.first else ""
            begin, stop = at + part.begin, at + part.end
            ahead = None if own else _HONORED.search(text, max(start, begin - 24), begin)  # "Treasurer Dr. Jane Roe"
            own = ahead[0] if ahead else own
            if not (part.full or (own and part.words <= 4)) or any(s < stop and begin < e for s, e in blocked):
                continue
            if _AMPERSAND.match(text, stop) or text.endswith("& ", max(0, begin - 3), begin):
                continue
            weight = part.weight + 3 * bool(own)
            numeral = _NUMERAL.match(text, stop)
            suffix = numeral[0] if numeral else match["suffix"] if part.last and match["suffix"] else ""
            tail = stop + len(suffix)
            if part.last:
                weight += 3 * bool(match["degree"])
                tail = max(tail, match.end("age") if match["age"] else match.end("degree"))
            name, full = (text[begin:stop] + suffix).strip(), part.full
            surname = _SURNAME_FIRST.search(text, max(start, begin - 40), begin) if name.isupper() else None
            if surname:
                begin, name, full = surname.start(1), f"{name} {surname[1]}", True
            opens = ahead.start() if ahead else match.start() if own else begin
            found.append(PersonMention(opens, tail, name, full, weight))
    return found


def display(name: str) -> str:
    """A name as one would write it: "ROSAMUND J. PELL" → "Rosamund J. Pell"."""
    if not name.isupper():
        return name

    def word(part: re.Match[str]) -> str:
        return part[0] if len(part[0]) == 1 or part[0] in {"II", "III", "IV"} else part[0].capitalize()

    return re.sub(r"[^\W\d_]+", word, name)
