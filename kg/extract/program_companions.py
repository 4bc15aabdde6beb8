"""The drugs of a passage → those that another drug is only given with, compared with, or made of (`companions`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.late import late
from kg.extract.mentions import CompoundMention

_COMPARATOR = late(
    r"(?:\b(?:versus|vs\.?|compar(?:ed|es|ing) (?:with|to|[A-Z][\w-]+ (?:with|to|and|against))|against|added to|on "
    r"top of|in combination with|combined with|plus|together with|over|than|relative to|"
    r"compete(?:s|d)? with|competing with|alternative to|background|receiving|standard|following|failed|unlike|"
    r"similar to|derived from|analog(?:ue)? of|as well as standard)"
    r"(?: (?:the|an?|standard|its|oral|current|approved|conventional|free|branded|single-agent|PD-1|antibody|"
    r"inhibitor|drug)){0,3}(?: [A-Z][\w&.]*[’']s?)? )$",
    re.I,
)
_COMPANION = late(
    r"(?:\b(?:(?:is|was) an? (?:[\w-]+ ){1,5}(?:of|containing|with)|respon(?:d|ds|ded|se) to|intolerant (?:of|to)|"
    r"refractory to|resistant to|na[iï]ve to|treated with|"
    r"conditioned with|progress(?:ed|ing|ion) on|progression after|taking|tak(?:e|es)|took|given with|such as|like|"
    r"(?:controlled|maintained|stabili[sz]ed|reliant|dependent|relaps\w+|recur\w+) (?:on|after|with|by)|"
    r"form of|formulation of|depot of|version of|prodrug of|equivalents? (?:of|to)|generic(?:s| form) of|isomer of|"
    r"measured against|separate from|distinguish\w* from|different from|superior to|superiority (?:over|to)|"
    r"inferior to|"
    r"inferiority (?:to|against)|better than|switch(?:ed|ing)? from|listed drug is|comparator is|reference product is|"
    r"stable(?: doses? of)?|tolerate|contains?|containing|bioequivalent to|biosimilar to|biosimilar of|resembles?|"
    r"alongside|successor (?:to|of)|combination of|combin(?:es|ing)|joining|combination (?:trial|study|therapy|"
    r"regimen|treatment|arm|cohort) (?:with|of))"
    r"(?: (?!(?:and|or|in|of|for|by|but|to|while|when|after|is|was|that|which|with)\b)[a-z-]+){0,4} )$",
    re.I,
)
_WITH = late(
    r"\b(?:with|without|from|than|after|plus)(?: [a-z-]+| (?:PD|PD-L|CD|IL|CTLA|TNF|HER|KRAS|EGFR)-?\d*){0,4} [“\"(]?$"
)


_AND_THEN = late(
    r"[®™]?(?: \([^()]{0,40}\))?,? (?:and|or|and/or|plus) (?:with )?(?:the )?(?:[a-z]+-[a-z]+ |oral |antimuscarinic )?"
)


def companions(text: str, start: int, found: Sequence[CompoundMention]) -> list[CompoundMention]:
    """Drugs of a passage that are only given beside another, compared with it, or what it is made of.

    "with X" says so where another drug was named before; "failed X" always.
    """
    out: list[CompoundMention] = []
    lead: str | None = None
    last: CompoundMention | None = None
    for mention in found:
        again = last is not None and last.name == mention.name and text[last.end : mention.start] == " ("
        joined = last is not None and mention.name != lead and _AND_THEN.fullmatch(text, last.end, mention.start)
        if last in out and (again or joined):
            last = mention
            out.append(mention)
            continue
        last = mention
        left = text[max(start, mention.start - 60) : mention.start]
        beside = bool(_COMPARATOR.search(left) or _COMPANION.search(left))
        if beside or (lead is not None and lead != mention.name and _WITH.search(left)):
            out.append(mention)
        elif mention.form == "name":
            lead = mention.name
    return out
