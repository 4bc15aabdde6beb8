"""Names → comparison keys and slugs. Pure functions over strings; nothing here knows RDF or filings."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from functools import lru_cache

# Legal forms that carry no identity of their own. Kept as one set so that "S.p.A." (squeezed to "spa") is found too.
LEGAL_FORMS = frozenset(
    "inc incorporated corp corporation ltd limited llc plc co company gmbh ag sa spa srl sarl bv nv ab as aps oy oyj "
    "kk lp llp pty the sas se kgaa kg kft ehf asa pte pvt ltda limitada lda zrt nyrt bhd sdn tbk jsc pjsc ojsc cjsc "
    "ulc ohg uab eood cyf mbh asbl vzw dac doo sro bvba oü".split()
)
# Which law a company is under, as far as its name says. "Inc", "Corp" and "Company" are written for one another.
_FAMILY = {
    "inc": "corp", "incorporated": "corp", "corp": "corp", "corporation": "corp", "co": "corp", "company": "corp",
    "ltd": "ltd", "limited": "ltd", "pty": "ltd", "pte": "ltd", "llc": "llc", "plc": "plc", "lp": "lp", "llp": "lp",
    "gmbh": "gmbh", "ag": "ag", "se": "ag", "kgaa": "kgaa", "kg": "kgaa", "sa": "sa", "sas": "sas", "sarl": "sarl",
    "spa": "spa", "srl": "srl", "bv": "bv", "nv": "nv", "ab": "ab", "aps": "aps", "oy": "oy", "oyj": "oy", "kk": "kk",
    "kft": "kft", "ehf": "ehf", "pvt": "ltd", "dac": "ltd", "doo": "doo", "sro": "sro", "zrt": "zrt", "ltda": "ltda",
    "oü": "oü", "limitada": "ltda", "lda": "ltda", "bhd": "bhd", "sdn": "bhd", "mbh": "gmbh",
    "jsc": "jsc", "pjsc": "jsc", "ojsc": "jsc", "cjsc": "jsc",
}  # fmt: skip
HONORIFICS = frozenset(
    "dr mr mrs ms miss sir dame prof professor hon md phd mba jd esq cpa dvm pharmd do ms msc mph rn dsc scd dphil "
    "frcp facp jr sr ii iii iv".split()
)
_LETTERS = str.maketrans({
    "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i",
})  # fmt: skip
"""Letters that Unicode does not take apart, as EDGAR's headers, which know plain letters only, write them."""
_DOTTED = re.compile(r"(?<=\b\w)\.(?=\w\b|\s|$|,)")
_WORD = re.compile(r"[^\W_]+")


def plain_letters(text: str) -> str:
    """Without accents and foreign letters: "Nymølle" → "Nymolle", "Société" → "Societe"."""
    if text.isascii():
        return text
    parted = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """Lower-cased words of a name; dotted initials are squeezed first: "S.p.A." → ["spa"]."""
    folded = html.unescape(text).casefold().replace("&", " and ")
    return _WORD.findall(_DOTTED.sub("", folded))


@lru_cache(maxsize=65536)
def org_key(name: str) -> str:
    """Comparison key of an organisation: words without legal forms and accents, which a header has none of.

    Never empty for a name with a letter or digit.
    """
    every = words(name)
    return plain_letters(" ".join(w for w in every if w not in LEGAL_FORMS) or " ".join(every))


@lru_cache(maxsize=65536)
def legal_family(name: str) -> str:
    """The kind of company that the end of a name states: "Acme GmbH" → "gmbh", "Acme Co., Ltd." → "ltd".

    "corp" for Inc, Corp and Company; "" when it states none.
    """
    every = words(name)
    found = {_FAMILY[word] for word in every[1:] if word in _FAMILY}
    return min(found - {"corp"}, default="corp" if found else "")


def person_key(name: str) -> str:
    """Comparison key of a person inside one organisation: first and last name, without initials and honours."""
    kept = [w for w in words(name) if w not in HONORIFICS and len(w) > 1]
    return f"{kept[0]} {kept[-1]}" if kept else " ".join(words(name))


def compound_key(name: str) -> str:
    """Comparison key of a compound: letters and digits only, so "CLR 131", "CLR-131" and "CLR131" are equal."""
    return "".join(words(name))


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """ASCII slug for an IRI: "Société Générale" → "societe-generale".

    Text without any ASCII letter or digit becomes `x` + 12 hex digits of its SHA-256, so that a slug is never empty.
    """
    plain = plain_letters(html.unescape(text)).encode("ascii", "ignore").decode()
    folded = plain.lower().replace("&", " and ")
    made = "-".join(re.findall(r"[a-z0-9]+", folded.replace("'", "")))
    return made or "x" + digest(text)


def digest(*fields: str) -> str:
    """12 hex digits of SHA-256 over the fields joined by U+001F: the tail of IRIs that have no better name."""
    return hashlib.sha256("\x1f".join(fields).encode("utf-8", "surrogatepass")).hexdigest()[:12]
