"""Wording of signature blocks: what is a person's name, what a title, and how a title of several lines reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.extract.late import late
from kg.names import HONORIFICS, LEGAL_FORMS, words

_HEAD = (
    r"officers?|president|chair(?:man|woman|person)?|directors?|secretary|treasurer|controller|comptroller|counsel"
    r"|managers?|partner|trustee|head|ceo|cfo|coo|cmo|cso|cto|cbo|evp|svp|avp|vp|provost|dean|chancellor|member"
    r"|representative|administrator|founder|commissioner|owner|executive|prokurist|geschäftsführer|rector|registrar"
    r"|governor|principal|cofounder|co-founder|signatory"
)
TITLE = late(rf"\b(?:{_HEAD}|vice|chief|attorney[- ]in[- ]fact|agent|legal affairs)\b", re.I)
"""A word of office."""
OPEN_END = late(
    r"(?:[,&/]|\b(?:and|of|for|the|chief|vice|senior|executive|general|principal|managing|assistant|deputy|interim"
    r"|acting))$",
    re.I,
)
"""The end of a line whose title goes on in the next."""
_ENDS_TITLE = late(rf"\b(?:{_HEAD})\W*$", re.I)
_STARTS_TITLE = late(
    r"(?:chief|president|vice|executive vice|senior|director|secretary|treasurer|chair|controller|general counsel"
    r"|principal|corporate|interim|acting|member|managing|co-|assistant|founder|ceo|cfo|coo|evp|svp|vp)",
    re.I,
)
_OPENS_TITLE = late(
    r"(?:chief|president|vice|executive|senior|director|secretary|treasurer|chair(?:man|woman|person)?|controller"
    r"|comptroller|general|principal|corporate|company|interim|acting|member|managing|assistant|associate|deputy|co-\w+"
    r"|(?:co-?)?founder|head|manager|partner|trustee|authori[sz]ed|ceo|cfo|coo|evp|svp|vp|group|global)(?=[\s,.;/&-]|$)",
    re.I,
)
_WORD = late(r"\S+")
_PRINCIPAL = late(r"\s*[(\[][^()\[\]]*\b(?:principal|authorized|authorised|duly)\b[^()\[\]]*[)\]]", re.I)
_CUT_PRINCIPAL = late(r"\s*\((?:co-)?(?:principal|authorized|duly)\b[^)]*$|\s+cc:.*$", re.I)
_FIELD = late(
    r"finance|research|operations?|development|interim|acting|legal|europe|americas?|asia|u\.?s\.?\b|commercial"
    r"|clinical"
    r"|corporate",
    re.I,
)
_DEGREES = late(
    r"[,\s]+(?:(?:[A-Z][A-Za-z]{0,4}\.\s?){2,}|(?:Ph\.?D|M\.?D|M\.?B\.?A|J\.?D|C\.?P\.?A|Esq|Jr|Sr|MPH|DVM|PharmD"
    r"|Pharm\.D|RN|DO|DSc|MSc|MS|MA|BA|BS|LLM|CFA|OBE|CBE|MBE|FCA|ACA|QC|KC|PE|FRCP|FACP|FRS|II|III|IV)\b\.?)"
    r"(?=[,\s()]|$)"
)
NAME_BREAK = late(r",\s|\s?/\s?|\s[-–—]\s|\s?[(:]|\s{2,}|;\s")
"""What may stand between a name and what follows it."""
_GENERATION = late(r",?\s+(?!(?:Jr|Sr|II|III|IV)\b)")
_PARTICLES = frozenset(
    "van von der den de del della di da dos du la le y e ibn bin al el ter ten zu zur und i st thi".split()
)
_SHARED_FORMS = frozenset(("as", "ab", "ag", "sa", "se", "co", "the", "kg"))  # legal forms that are names' words too


def is_title(text: str) -> bool:
    if re.match(r"[*\[]|cc\b|re:|see\b", text, re.I):
        return False
    return (
        bool(TITLE.search(text))
        and len(text) < 160
        and not re.search(r"[a-z]{3}\.$|\b(?:shall|has|have|was|is|were|hereby|agrees?)\b", text)
    )


def ends_with_legal_form(text: str) -> bool:
    return bool(set(words(text)[-2:]) & (LEGAL_FORMS - {"the"})) and len(text) < 80


def unfinished(name: str) -> bool:
    """A name cut at its line end: "Morag T.", "Ilse Brandt,", "Morag"."""
    return bool(re.search(r"\b[A-Z]\.$|,$", name)) or " " not in name


def before_title(text: str) -> int:
    """Where a name is over behind which a title stands without a comma ("Jane Roe President and CEO"); 0 for none."""
    for word in list(_WORD.finditer(text[:120]))[2:6]:
        if _OPENS_TITLE.match(text, word.start()):
            name = text[: word.start()].rstrip()
            return len(name) if is_person(name) and is_title(text[word.start() :]) else 0
    return 0


def split_name(text: str) -> tuple[str, str]:
    """ "Roe Smith, Ph.D., Treasurer" → ("Roe Smith, Ph.D.", "Treasurer")."""
    text = re.sub(r"^(?:(?:by|name):?\s+|\()", "", text, flags=re.I)
    cut = NAME_BREAK.search(text)
    end = before_title(text)
    if end and (not cut or end < cut.start()):
        return text[:end], text[end:].strip()
    if not cut:
        return text, ""
    end = behind_degrees(text, cut.start()) if cut[0].startswith(",") else cut.start()
    return text[:end], text[end:].strip(" ,;:-–—/").removesuffix(")") if "(" not in text[end:] else text[end:].strip(
        " ,;:-–—/"
    )


def behind_degrees(text: str, end: int) -> int:
    """Where the degrees and generations that follow a name at `end` are over."""
    found = _DEGREES.match(text, end)
    while found:
        end = found.end()
        found = _DEGREES.match(text, end)
    return end


def said_once(name: str) -> str:
    """A name without the signature before it: "J. Roe Jane Roe" and "Jane Roe (Jane Roe)" are "Jane Roe"."""
    plain = name.split()
    for cut in range(2, len(plain) - 1):
        first, second = " ".join(plain[:cut]), " ".join(plain[cut:]).strip("()")
        if same_person(first, second) and core_words(first)[-1] == core_words(second)[-1]:
            return second
    return name


def bare_name(name: str) -> str:
    """A name without the degrees behind it; "Jr." and "III" belong to it."""
    first = _GENERATION.search(name)
    while first:
        if behind_degrees(name, first.start()) >= len(name.rstrip(" .,")):
            return name[: first.start()].rstrip(" ,")
        first = _GENERATION.search(name, first.end())
    return name


def clean_name(text: str) -> str:
    """A name without blanks, underscores, stars and a trailing comma."""
    return re.sub(
        r"^(?:by:?|name:?|and|as)\s+", "", " ".join(text.replace("_", " ").split()).strip(" ,;:*()"), flags=re.I
    )


def is_person(name: str) -> bool:
    """Two to seven capitalised words without a digit, a legal form or a word of office."""
    plain = [word for word in re.split(r"[\s,]+", name) if word]
    if not 2 <= len(plain) <= 8 or any(c.isdigit() for c in name) or TITLE.search(re.sub(r",.*", "", name)):
        return False
    if set(words(name)) & (LEGAL_FORMS - _SHARED_FORMS) or " & " in name:
        return False
    return all(
        word[0].isupper()
        or word[0] in "(\"“'‘"
        or word.lower().strip(".") in _PARTICLES
        or word[:2] in ("d'", "d’", "al")
        for word in plain
    )


_IN_QUOTES = late(r"[(\"“][^)\"”]*[)\"”]")


@lru_cache(maxsize=1024)  # the lines of a block are compared with its name again and again
def core_words(name: str) -> tuple[str, ...]:
    return tuple(word for word in words(_IN_QUOTES.sub(" ", bare_name(name))) if word not in HONORIFICS)


def same_person(one: str, other: str) -> bool:
    """Same last name and same first letter: "K.-O. Falk" and "Karl-Otto Falk"."""
    a, b = core_words(one), core_words(other)
    return bool(a and b) and a[0][0] == b[0][0] and (a[-1] == b[-1] or (len(a) > 2 and len(b) > 2 and a[:2] == b[:2]))


def read_title(lines: Sequence[str]) -> str:
    """A title as a careful reader writes it: its lines joined, "(Principal …)" and foreign glosses left out."""
    made = ""
    for number, line in enumerate(lines):
        part = line.strip(" ,;")
        if not made:
            made = part
        elif _goes_on(made, part):
            made = f"{made} {part}"
        else:
            made = f"{made}, {part}"
        if number + 1 < len(lines) and line.rstrip().endswith(","):
            made += ","
    plain = _CUT_PRINCIPAL.sub("", _PRINCIPAL.sub("", made).strip(" ,;.-–")).rstrip(" ,;")
    if plain[:1] in ("(", "[") or plain.count("(") != plain.count(")"):
        plain = plain.strip("()[]")
    plain = re.sub(r",?\s+in the presence of\b.*$", "", plain, flags=re.I)
    gloss = re.search(r"\s+\((?!Chief\b)[^()]+\)$", plain)
    if gloss and gloss.start() and not _FIELD.search(gloss[0]):
        plain = plain[: gloss.start()]
    return re.sub(r"^(?:and|as|its|the|,)\s+", "", plain or made.strip("()[] "), flags=re.I)


def _goes_on(made: str, part: str) -> bool:
    """Does `part` continue the title read so far, rather than name another?"""
    if OPEN_END.search(made) or part[:1].islower() or part[:1] in ("(", "&"):
        return True
    return not _ENDS_TITLE.search(made) and not _STARTS_TITLE.match(part)
