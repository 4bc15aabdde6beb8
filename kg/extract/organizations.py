"""Text → full names of organisations in it, their kind, short forms and acronyms; no gazetteer of companies is needed.

A name is found from its anchor, the word that makes it one (a legal form, "University", "Therapeutics"), and grown to
the left and right over capitalised words; so the scan is one regular expression and the rest costs only where a name is.
"""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.common_words import is_common, is_known, is_place
from kg.extract.late import late
from kg.extract.organization_growth import TITLE_STOP, grow_left, grow_right
from kg.extract.organization_words import (
    APPOSED,
    CITY,
    COMPOUND_HEAD,
    DEPARTMENT,
    FIELDS,
    FOREIGN_FIRM,
    FOREIGN_HEAD,
    GENERIC,
    GOVERNING,
    INDUSTRY,
    INSTITUTION,
    LEGAL,
    NEVER_NAME,
    RISKY,
    SMALL_LEGAL,
    SMALL_NAME,
    STOCK_COMPANY,
    WHOLE,
)
from kg.extract.person_names import is_given_name
from kg.extract.scan import cue
from kg.names import LEGAL_FORMS, org_key, words


@dataclass(frozen=True, slots=True)
class Name:
    """A full name at `[start, end)` of the text; `legal` when it ends with a legal form."""

    start: int
    end: int
    name: str
    legal: bool


_ANCHOR = cue(
    rf"(?<![\w])(?:(?P<legal>{LEGAL})|(?P<head>{FOREIGN_HEAD})|(?P<inst>{INSTITUTION})|(?P<trade>(?:{INDUSTRY})\b))"
    rf"|(?<=[a-zäöüß])(?P<compound>{COMPOUND_HEAD})\b"
)
_TRADE = late(rf"(?:{INDUSTRY}|Sciences?|Technolog(?:y|ies)|Group|Medical|Research|International|Global|Health|Partners|Systems|Industries|Enterprises|Products|Brands|Capital|Bio|Life|Medicine|Management|Development|Innovations?|Solutions|Biomed)", re.I)
_APPOSED = cue(APPOSED)
_MORE_LEGAL = late(rf",? (?:{LEGAL})")
_INSTITUTION_WORD = late(rf"(?:{INSTITUTION})$")
_CAP_WORD = r"(?:St\.|[A-ZÀ-Þ][\w'’-]*)"
_TAIL_OF = late(
    rf"(?:(?: of| for| at|(?<=Institute) on| de| du| di| für| la| le| zu| pour)(?: the| la| les?| los)? {_CAP_WORD}(?:[ -](?:{_CAP_WORD}|and (?:{FIELDS})\b|& (?:{FIELDS})\b))*(?:(?:, (?:{FIELDS})\b(?: (?:{FIELDS})\b)?){{1,3}},? and (?:{FIELDS})\b(?: (?:{FIELDS})\b)?)?)"
    r"|(?: in the City of New York\b)"
    rf"|(?: (?:Hospitals?|Cent(?:er|re)|Institute|School|Medical|Research|Cancer|Health|Health Sciences|Sciences|Agricultural and Mechanical|Network|Clinic|Foundation|College|Trust|System|Laboratory|Press|Hospital Corporation|Fund|Council|Technologies|Supply|Products|Services|Pharmacy)\b)"
    r"|(?: & (?:Sanatorium|Sanitarium|Clinics?|Hospitals?|Research Cent(?:er|re)|Institute|Medical Cent(?:er|re)|Infirmary|Dispensary)\b)"
)
_FOREIGN = late(rf"(?:{FOREIGN_HEAD})")
_PLAIN = r"[A-ZÀ-Þ][\w-]+(?:['’](?!s\b)\w+)?"
_AFTER_OF = late(
    rf" (?:the )?(?:Dr\. )?{_PLAIN}(?: (?:[A-Z]\. )?{_PLAIN}){{0,3}}"
    rf"(?: and {_PLAIN}(?= (?:Services|Affairs|Resources|Security|Welfare|Development|Protection)) \w+)?"
)
_CAPS_TAIL = late(r"(?: (?:OF|FOR|AT|AND|THE) [A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+)?)+(?![a-z])")
_VEHICLE = late(r"\b(?:Sub|Merger|Acquisition|Parent|Target|Surviving|New|Old|Holdings?|Company|Trust|Plan|Affiliated)\b", re.I)
_BREAK = late(r"[\n\t]")
_OWNER = late(r"(?:[A-ZÀ-Þ][\w’'&.-]* (?:of |the )*){0,4}?(?P<owner>[A-ZÀ-Þ]\w+)['’]s (?=[A-ZÀ-Þ])")
"""Whose a body is: "Prague's Institute of Corneal Physics", "Regional Government of Catalonia's Institut Català"."""
_NATION = late(r"(?:American|Japanese|Chinese|Korean|German|French|Italian|Spanish|Swedish|Danish|Norwegian|Finnish|Dutch|Belgian|Swiss|Austrian|British|Scottish|Irish|Canadian|Australian|Indian|Israeli|Russian|Polish|Czech|Hungarian|Greek|Turkish|Brazilian|Mexican|Taiwanese|Portuguese) (?=[A-ZÀ-Þ]\w+ [A-ZÀ-Þ])")
_GOVERNS = late(r"Government|Ministry|Republic|Kingdom|State|Province|City|Prefecture|Department")
_HYPHENED = late(r"\w{3,}-(?:\w+-)?(?:Stiftung|Institut|Universität|Hochschule|Klinik(?:um)?|Hospital|Gesellschaft|Akademie|Instituut|Universiteit)$")
_MORE_TRADE = late(r"(?: (?:Group|International|Industries|Worldwide|Holdings?|Enterprises|Partners|Research|Technologies|Sciences)\b(?! (?:Agreement|Committee|Plan)))+")
_SECOND_BODY = late(r"(?:College|University|Hospital|Institute|School|Foundation|Clinic)[^,]*?(?P<cut> and (?:[A-Z][\w’']+ ){1,3}(?:College|University|Hospital|Institute|School|Foundation|Clinic|Cent(?:er|re))\b)")
"""Two bodies joined by "and": "Trustees of Penrith College and Children's Institute"."""
_OF_TECHNOLOGY = late(r"(?: of| and| for|,)(?: [A-Z]\w+)?(?: and)? Technology\b")
_SEAT = late(rf" of {_CAP_WORD}(?:[ -]{_CAP_WORD})?")
_FIELD_TAIL = late(rf" of (?:{FIELDS})\b")
_BEARER = late(r"(?:St\.|Saint|Mount|Mt\.|Sainte|San|Santa) [A-Z]|(?!Children|Women|Men)[A-Z][\w’'-]*['’]s (?:Hospital|Clinic)\b")
_NOT_TAIL = late(
    r" (?:of|for|in|at) (?:the )?(?:Phase|Item|Section|Article|[A-Z]{1,4}[- ]?\d|January|February|March|April|May|June|July|August|September|October|November|December|Directors|Company|Registrant|Licensor|Licensee|Part(?:y|ies)|Seller|Buyer|Purchaser)\b"
)
_PLACE_NAME = late(
    r"\b(?:Europe|Japan|China|Asia|Korea|Canada|Africa|America|Germany|France|Italy|Spain|India|Australia|Israel|Brazil|Mexico|Taiwan|Russia|United|North|South|Latin|Greater|EU|U\.S|US)\b"
)
_KINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        late(
            r"\b(?:food and drug administration|fda|european medicines agency|ema|pmda|mhra|agency|ministry|national institutes of health|nih|department of|bureau of|commission|administration|authority|government|national cancer institute|national institute of (?:allergy|mental|neuro|arthritis|diabetes|general|aging|child))\b",
            re.I,
        ),
        "agency",
    ),
    (
        late(
            r"\b(?:universit\w*|universidade?|college|polytechnic|institute of technology|regents|school of|academ\w+|università|eth)\b",
            re.I,
        ),
        "university",
    ),
    (
        late(
            r"\b(?:hospitals?|clinic|infirmary|medical cent(?:er|re)|hôpita\w+|cancer cent(?:er|re)|health system|sloan|charité|klinik\w*)\b",
            re.I,
        ),
        "hospital",
    ),
    (late(r"\b(?:foundation|stiftung|fondazione|fondation|trust|charity|fund)\b", re.I), "foundation"),
    (
        late(
            r"\b(?:institut\w*|research cent(?:er|re)|laboratory|council|cent(?:er|re) for|society|consortium|inserm|cnrs)\b",
            re.I,
        ),
        "institute",
    ),
    (late(r"\b(?:pharma\w*|drug|seiyaku|yakuhin|arzneimittel|farma\w*)\b", re.I), "pharma"),
    (
        late(r"\b(?:\w*therapeutics|bio\w*|gen\w*tics|genomics|immun\w*|cell\w*|onc\w*|neuro\w*)\b", re.I),
        "biotech",
    ),
)


@lru_cache(maxsize=8192)
def org_kind(name: str) -> str:
    """Kind of an organisation by its name: agency, university, hospital, foundation, institute, pharma, biotech, company."""
    legal = bool(words(name)) and words(name)[-1] in LEGAL_FORMS
    for pattern, kind in _KINDS:
        if pattern.search(name) and not (legal and kind in ("agency", "foundation", "institute", "university")):
            return kind
    return "company"


def _seated(name: str, tail: str) -> bool:
    """Does a tail only tell the seat of an institution whose name is whole without it ("Institut Arval of Geneva")?"""
    if not _SEAT.fullmatch(tail) or _FIELD_TAIL.match(tail):
        return False
    parts = name.split()
    if (_HYPHENED.match(name) or (not is_common(parts[0]) and not is_known(parts[0]))) and is_place(tail[4:]):
        return not re.search(r"Universit|College|School", name)
    if _FOREIGN.match(parts[0]) and len(parts) > 1:
        return True
    return not re.search(r"Universit|College|School", name) and bool(_BEARER.match(name))


def _owns(owned: re.Match[str], name: str) -> bool:
    """Is what stands before the apostrophe a place or a government, and the rest a name of its own?"""
    rest = re.findall(r"[\w.]+", name[owned.end() :].lower())
    owner = owned["owner"]
    if name.startswith(("St", "Saint", "Mount", "Mt")):
        return False
    if owned.start("owner") and not _GOVERNS.search(name, 0, owned.start("owner")):
        return is_place(name[: owned.end() - 3])
    return not all(w in GENERIC for w in rest) and (is_place(owner) or (is_known(owner) and not is_given_name(owner) and len(rest) > 1))


def _inside_caps(text: str, start: int, end: int) -> bool:
    return text[start:end].upper() == text[start:end]


_INTRODUCED = late(r",? \(|,? (?:an? |whose |having |incorporated |organi[sz]ed |registered |acting |a company |of [A-Z0-9]|located |with (?:its )?(?:a )?(?:registered|principal)|company number)|[;:]? (?:By|BY)?:|;")
_NO_FIRM = frozenset("BE IS ARE SHALL WILL NOT MAY BY WITHOUT ANY NO IF SUCH THIS THAT EACH EITHER OTHER TO IN WITH FROM".split())


def _capital_firm(text: str, begin: int, start: int, end: int) -> bool:
    """Is "ACME THERAPEUTICS LIMITED, whose registered office …" introduced, and not "SHALL BE LIMITED"?"""
    before = text[begin:start].split()
    more = _MORE_LEGAL.match(text, end)
    if not before or _NO_FIRM & set(before) or not _INTRODUCED.match(text, more.end() if more else end):
        return False
    return text[start:end] in ("LIMITED", "COMPANY") and any(
        not is_common(w.strip(".,&").lower()) or _TRADE.fullmatch(w.title()) for w in before
    )


_LETTERED = late(r"[A-K]\. (?=[A-Z])")
_ENDED = late(r"(?:\A|[.;:\n])\s*$")
_LETTERS = 400
"""Of so many lettered names it is asked whether the letter is a paragraph's; each costs a walk over the text."""
"""A letter with a point that opens a paragraph or sentence counts it ("A. Acme GmbH owns …"), unless a name bears it again."""


def find_names(text: str, layout: str) -> list[Name]:
    """Full names in order, none overlapping; the longest wins where two anchors belong to one name."""
    found: list[Name] = []
    lettered = 0
    for match in _ANCHOR.finditer(text):
        start, end = match.span()
        if found and end <= found[-1].end:
            continue
        legal = match["legal"] is not None
        foreign = match["head"] is not None or match["compound"] is not None
        begin = grow_left(text, layout, start, legal, legal or match["trade"] is not None)
        if legal:
            word = match[0]
            if STOCK_COMPANY.fullmatch(text, begin, end) or (begin == start and FOREIGN_FIRM.fullmatch(word)):
                end = grow_right(text, end, len(text))
            if begin == start and end == match.end():
                small = SMALL_LEGAL.match(text, start) and SMALL_NAME.search(text, max(0, start - 48), start)
                if not small or _BREAK.search(layout, small.start(), start):
                    continue
                begin = small.start()
            if word in RISKY and _inside_caps(text, begin, start) and word not in ("SA", "AB"):
                joined = text.endswith(" & ", begin, start) or (
                    text.endswith(" AND ", begin, start) and text.startswith((",", " ("), end)
                )
                if not joined and not _capital_firm(text, begin, start, end):  # "ELI LILLY AND COMPANY, an Indiana corporation"
                    continue
            following = _MORE_LEGAL.match(text, end)
            while following:
                end = following.end()
                following = _MORE_LEGAL.match(text, end)
            if text[end - 1] == "." and not re.search(
                r"(?:\b[^\W\d_]|Inc|Corp|Ltd|Co|Pty|INC|CORP|LTD|CO|Kft|Zrt|Bhd|Pte|Pvt|Ltda|LTDA|ehf)\.$", text[begin:end]
            ):
                end -= 1
        else:
            if match["trade"] and begin == start:
                continue
            limit = _BREAK.search(layout, end, end + 160)  # a name ends with its cell or paragraph
            stop_at = limit.start() if limit else len(text)
            if foreign or _FOREIGN.match(match[0]):
                end = grow_right(text, end, stop_at)
            if match[0] == "Estate of" or (match[0].endswith(" of") and DEPARTMENT.match(text, end, stop_at)):
                after = _AFTER_OF.match(text, end, stop_at)
                end = after.end() if after else end
            elif match[0] == "Bureau of" and begin < start:  # "Commonwealth Agricultural Bureau of Trinidad"
                after = _AFTER_OF.match(text, end, stop_at)
                end = after.end() if after else start
            elif match[0].endswith(" of"):  # "Harbrook University Department of Surgery"
                end = start
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
                if tail[0].startswith(" at") and (" of " in text[begin:end] or " for " in text[begin:end]) and not match[0].startswith("Univ"):
                    break  # the seat of a body whose name is whole: "Institute of Virology at Cherkasy"
                second = _SECOND_BODY.search(text, end, tail.end())
                if second:
                    end = second.start("cut")
                    break
                stop = TITLE_STOP.search(_OF_TECHNOLOGY.sub("", tail[0]))
                if stop:
                    break
                if _seated(text[begin:end], tail[0]):
                    break
                end = tail.end()
            group = match["trade"] and _MORE_TRADE.match(text, end, stop_at)
            if group:
                end = group.end()
            city = match[0] in ("College", "Hospital", "Universiteit") and CITY.match(text, end, stop_at)
            if city:
                end = city.end()
        if text.startswith(("and ", "AND ", "The ", "the ", "ts, ", "s of "), max(0, begin - 4)) or text.startswith("s, ", begin - 3):
            over = GOVERNING.search(text, max(0, begin - 70), begin + 8)
            if over and over.end() == begin and not _BREAK.search(layout, over.start(), begin):
                begin = over.start()
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
        numbered = _LETTERED.match(name)
        if numbered and _ENDED.search(layout, max(0, begin - 3), begin) and lettered < _LETTERS:
            lettered += 1
            if text.count(name) == 1:
                begin += numbered.end()
                name = name[numbered.end() :]
        nation = legal and _NATION.match(name)
        if nation and text.endswith(("the ", "an ", " a ", "its ", "our "), max(0, begin - 4), begin) and not is_common(name[nation.end() :].split()[0]):
            begin += nation.end()
            name = name[nation.end() :]
        owned = _OWNER.match(name)
        if owned and _owns(owned, name):
            begin += owned.end()
            name = name[owned.end() :]
        if all(w in GENERIC for w in re.findall(r"[a-z.]+", name.lower().rstrip("."))) and not (
            WHOLE.fullmatch(name) and not _VEHICLE.search(name)
        ):
            continue
        if NEVER_NAME.fullmatch(name) or not org_key(name) or len(name) > 140:
            continue
        if not legal and text.startswith(" Act", end):
            continue
        if not legal and " " not in name and not name.startswith(("Charité", "Memorial")) and not _HYPHENED.match(name):
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
    return _with_parties(text, layout, found)


def _with_parties(text: str, layout: str, found: list[Name]) -> list[Name]:
    """The names, with those that only an apposition tells ("SEVERN & LOWE RESEARCH, a general partnership")."""
    more: list[Name] = []
    starts = [name.start for name in found]
    keys = sorted(org_key(name.name) for name in found)
    for match in _APPOSED.finditer(text):
        end = match.start()
        begin = grow_left(text, layout, end, False, False)
        name = text[begin:end]
        if " " not in name or len(name) > 140 or name.isdigit():
            continue
        index = bisect_left(starts, end)
        if index and found[index - 1].end > begin:
            continue
        if all(w in GENERIC for w in re.findall(r"[a-z.]+", name.lower())) or NEVER_NAME.fullmatch(name):
            continue
        key = org_key(name)
        whole = bisect_left(keys, key)
        if whole < len(keys) and keys[whole].startswith(key):
            continue  # a short form of a name that is told whole elsewhere
        more.append(Name(begin, end, name, False))
    return sorted([*found, *more], key=lambda name: name.start) if more else found


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
    bare = re.sub(rf"(?:,? (?:{LEGAL}))+$", "", name).strip(" ,")
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
