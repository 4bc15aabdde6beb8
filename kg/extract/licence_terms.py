"""Part of a sentence → exclusivity of a right and its territory."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re

from kg.extract.late import late
from kg.extract.places import Territory, find_territories

_EXCLUSIVITY = late(
    r"(?P<co>\bco-?\s?exclusive(?:ly)?\b|\bsemi-?exclusive\b|jointly exclusive|\bright,? (?:alongside|together with|in parallel with|side by side with|concurrently with|jointly with) [^.;,]{2,50}, to )|(?P<non>\bnon-?\s?exclusive(?:ly)?\b|\bnot exclusive\b|without exclusivity|the second is not\b|\bopen to all comers\b|\bfree to (?:license|sublicense|appoint|admit|put|let in|grant|authori[sz]e) (?:[\w-]+ ){0,4}(?:others|(?:any|every)(?:one|body) (?:else|it)|whom|other|as many))|"
    r"(?P<ex>\bexclusive(?:ly)?\b|\bexclusivity (?:goes|applies|extends|is given|is granted|holds|was given|covers)\b|\bsole,? and exclusive|\bsole exclusive|to the exclusion(?: even)? of|on an exclusive basis|\bwith exclusivity\b|\bshuts? out (?:everyone|everybody|all others)|\b(?:nobody|no one|no-one|no other (?:party|person|company|firm|licensee)|no third part(?:y|ies)) (?:else )?(?:may|shall|can|is to|will be (?:allowed|permitted|entitled|licensed))|\b(?:nobody|no one|no-one) (?:but|except|save|besides|other than) [^.;,]{2,40}? (?:is|was|are|were|has|had|have|may|shall|can)\b|\b(?:us|it|them|him), and (?:us|it|them|him) alone\b|\bwith (?:nobody|no one) (?:else )?to share\b|\b(?:has|have|had|holds?|held|enjoys?) (?:it|them) alone\b|\bthe only (?:party|company|one|firm|person|licensee|concern)s? (?:\w+ ){0,2}?(?:entitled|allowed|permitted|authori[sz]ed|licensed|with (?:a |the )?rights?)|\balone (?:may|can|shall|is (?:entitled|allowed|permitted|free) to|has the right to) (?:[\w-]+,? (?:and |or )?){0,3}?(?:sell|make|use|market|develop|exploit|practi[sc]e|work|distribute|commerciali[sz]e)\b|\b(?:shall|will|may|undert(?:ook|akes?|aking)|promis(?:ed|es|ing)|agree[sd]?|bound (?:itself|ourselves)) (?:not (?:to )?|(?:to )?(?:\w+ )?no )(?:other (?:\w+ )?|one else |)(?:confer|admit|let in|licen[cs]e|appoint|allow|permit|grant)(?: (?:it|them|(?:the )?(?:same|like|rights?)))?(?: (?:on|to|upon|in))? (?:another|any (?:other|third)|anyone else|anybody else|others|a (?:second|third)|third)\b|\ballow no (?:other|one else|third))|(?P<sole>\bsole\b(?!,? (?:and )?exclusive|,? (?:customer|purpose|discretion|remedy|option|responsib|director|shareholder|employee|member|owner|supplier|cost|expense|source))|\bsole right)",
    re.I,
)
_NOT_EXCLUSIVITY = late(
    r"(?:exclusive (?:negotiat|right of first|supplier|manufactur|of (?:all|any|tax|sales|interest)|dealing|forum|jurisdiction|business cooperation|period|basis all)|exclusivity (?:period|under))",
    re.I,
)


def exclusivity_in(text: str, exclusive_option: bool = False) -> str | None:
    """exclusive, non-exclusive, co-exclusive, sole or None; the first one that speaks of a right."""
    if re.search(r"but[^.;]{0,60}not exclusive", text) and re.search(r"\bsole\b", text):
        return "sole"
    for match in _EXCLUSIVITY.finditer(text):
        if _NOT_EXCLUSIVITY.match(text, match.start()):
            continue
        if (
            match["ex"]
            and match["ex"][:9].lower() == "exclusive"
            and re.search(
                r"(?:\bnot|\bno longer|previously|been|made that licen[cs]e|Before) $",
                text[max(0, match.start() - 16) : match.start()],
            )
            and "been exclusive" not in text[max(0, match.start() - 6) : match.end()]
        ):
            return "non-exclusive"
        return (
            "co-exclusive"
            if match["co"]
            else "non-exclusive"
            if match["non"]
            else "exclusive"
            if match["ex"]
            else "sole"
        )
    return None


_PLACE_ASIDE = late(
    r"(?:\b(?:trials?|stud(?:y|ies)|patients?|testing|work|subsidiary|affiliate|company|corporation|headquartered|based|located|incorporated|office|approv\w+|centers?|sites?|launch\w*|maker|regulator|first patient|data|filed|filings?|application|taxes|laws?|Council|Bureau|import|stud(?:ied|ies)|University|Hospital|Institute|children|adults|marketed|plant)"
    r"(?: \w+){0,3} (?:in|of|from|for|throughout) (?:the )?|\d{5},? |, )$",
    re.I,
)
_EVERYWHERE_ELSE = late(r"(?:in |for |throughout )?(?:all|every|each|any|outside|countries|territories|the rest)\b")


_KEPT = late(r"\b(?:retains?|retained|retaining|reserves?|reserved) (?:all |the |its |full |exclusive |other |rights |commercial |to |in |for |and |development |sole )*$")
"""What the giver keeps is no place of the right given."""
_SPELT_OUT = late(
    r",? ?\((?:the )?(?:(?:being|namely|consisting of|comprising|comprised of|that is|i\.e\.|meaning|defined as|which means),? (?:the )?)?"
    r"|,? (?:being|namely|consisting of|comprising|comprised of|that is|i\.e\.|meaning),? (?:the )?"
)


def territories_in(text: str, asides: tuple[tuple[int, int], ...] = ()) -> list[Territory]:
    """Territories of a right in a clause; places of companies, trials and patients are left out."""
    found: list[Territory] = []
    for place in find_territories(text):
        if any(a <= place.start < b for a, b in asides):
            continue
        before = text[max(0, place.start - 60) : place.start]
        if _KEPT.search(text, 0, place.start):
            continue
        if place.label == "worldwide" and re.search(
            r"(?:sales|market|leader|prevalence|patients|people|net sales|revenue|largest)\W*$", before
        ):
            continue
        if (
            _PLACE_ASIDE.search(before)
            and not (before.endswith(", ") and _EVERYWHERE_ELSE.match(text, place.start))
            and place.label != "worldwide"
            and not re.search(r"territor", text[place.end : place.end + 30])
            and not re.search(r"(?:licen[cs]e|rights?|exclusiv\w*|sell|market|territory)[^.;]{0,40}$", before)
        ) and not (found and text[found[-1].end : place.start] in (", ", " and ", ", and ")):
            continue
        if found and _SPELT_OUT.fullmatch(text[found[-1].end : place.start]):
            found.pop()  # "Greater China (mainland China, Hong Kong, …)" is told by its members
        found.append(place)
    return found


_SPELLS = late(r"\b(?:covers|comprises|extends to|includes|territory|consists of)\b", re.I)


def spells_out(text: str) -> bool:
    """May a sentence spell out a region named before ("The agreement covers the European Union, Norway and Iceland")?"""
    return _SPELLS.search(text) is not None


_IN_WHICH = late(r",? (?:in which|where|for which|which)\b")


def left_out(text: str, start: int) -> tuple[str, ...]:
    """The places left out of a right, in which a clause at `start` tells of another: "except Japan, in which it licensed …"."""
    low = max(0, start - 140)
    near = text[low : start + 40]
    places = [p for p in find_territories(near) if p.excluded and _IN_WHICH.match(near, p.end)]
    return places[-1].excluded if places and low + places[-1].end >= start - 60 else ()
