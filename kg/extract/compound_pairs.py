"""Places of drugs' names in a text → which neighbouring ones are said to mean one drug, by the words between them.

Unlike `compound_links` this looks at names already found, of whatever build: "PLX-Nav (formerly known as SDX-1016)".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from kg.extract.compound_stems import FORM, known_drugs
from kg.extract.late import late

Place = tuple[int, int, str]
"""Start, end, key of the name."""
REACH = 170

_WITH = late(r"\b(?:with|plus|and|versus|vs|against|target\w*|partner|inhibit\w*|based on|or placebo|not)\b|[+/]")
_OPEN = late(
    r"[”\"’']?(?:®|™|\(R\)|\(TM\))?,? ?[(\[](?:(?:the )?(?:INN|USAN|generic(?: name)?|generically|brand(?:ed)?(?: "
    r"name)?|trade ?name|code(?: name)?|"
    r"compound|drug|product|active ingredient|also|formerly|previously|originally|now|then|once|known|called|named|"
    r"designated|marketed|sold|as|under|the|name|our|its|its|an?|or|a/k/a|f/k/a|aka|i\.e\.|e\.g\.|oral|topical|"
    r"injectable|nasal|proposed|in|[A-Z]\w+)[:,]? ?){0,5}[“\"‘']?$"
)
_CLOSE = late(r"[”\"’'®™]*(?: (?:[\w%./-]+)){0,3}[”\"’']?[)\],;]")
_NAMED = late(
    r",? ?(?:\(|which |that |and |and which |a drug |the drug |it )?[^.;:()]{0,70}?"
    r"\b(?:known|called|calls?|named|designated|referred to|identified|coded|code-named|renamed|christened|dubbed|"
    r"know|knows|knew|trade-?named|branded|re-?christened)\b(?: it| them)?(?: [^.;:,()]{0,45})?(?: as| by| under| "
    r"to)?(?: the (?:name|code|designation)(?: of)?)?,? "
    r"[“\"‘']?$"
)
_DONE_AS = late(
    r",? ?(?:which |that |and )?[^.;:()]{0,50}\b(?:acquired|licensed|bought|developed|tested|studied|published|"
    r"discovered|began life|came to us|"
    r"entered the clinic|(?:went|goes|go|going) by|answers to)(?: it)?(?: [^.;:,()]{0,30})?(?: as| the name| to)? "
    r"[“\"‘']?$"
)
_BY_NAME = late(r"\b(?:as|by|to|by the name) [“\"‘']?$")
_SOLD_AS = late(
    r"\b(?:sold|sells?|markets?|marketed|launched|launches|distribut\w+|trades?|traded|promot\w+|"
    r"available)\b[^.;:]{0,80}\b(?:as|under the (?:trade |brand |proprietary )?(?:name|mark|brand)(?: of)?) "
    r"[“\"‘']?$"
)
_ONCE = late(
    r",? ?(?:\(|which |and )?(?:(?:is|was) )?(?:formerly|previously|originally|until recently|now|then|a/k/a|f/k/a|"
    r"aka|alias|née|i\.e\.,?|that is,|or rather)"
    r"(?: our| the)? [“\"‘']?$"
)
_OR = late(r", (?:or|viz\.?|namely) [“\"‘']?$")
_NAME_OF = late(
    r",? (?:is |being |was )?(?:the |an? |our |its )?(?:[\w-]+ ){0,3}(?:INN|USAN|name|brand|code|designation|"
    r"version|form)"
    r"(?: (?:we|they|it) (?:use|gave|chose))?(?: of| for| given to| is| being| will be| was)(?: the [a-z]+)? [“\"‘']?$"
)
_FORM_OF = late(
    rf"[”\"’']?(?:®|™)?,? (?:(?:is|was) |which is |, ?)?(?:what we call )?(?:an?|our|the|its|[A-Z][\w.&-]*(?: "
    rf"[A-Z][\w.&-]*){{0,2}}[’']s?) (?:[\w./%-]+,? ){{0,5}}?"
    rf"(?:{FORM}|formulation|salt|isomer form|preparation|version|crystal form|polymorph|form) (?:of|containing)(?: "
    rf"the [a-z]+)?(?: \d[\d.]*%)? $"
)
_BARE = late(r",? (?:our|its|the Company[’']s|[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,2}[’']s?)(?: (?:recombinant|human|oral|"
             r"synthetic|pegylated|injectable|topical|inhaled))*(?: \d[\d.]*%)? $")  # fmt: skip
_EXCEPT = late(
    r"\b(?:unlike|compet\w*|rival|compar\w*|with|versus|than|against|and|plus|analog\w*|follow\w*|successor|second|"
    r"another|biosimilar|antibody to(?! be))\b")
_COMBINED = late(r"(?:\w ?[+/]|plus|with) ?\Z")
_MADE_OF = late(r"\bof (?:the )?\Z")
_CARRIED = late(r"\bdeliver(?:y|s|ing)? (?:of )?[^.;()]{0,50}\Z")


def same(text: str, places: Sequence[Place], kinds: dict[str, str]) -> Iterator[tuple[str, str, int, int]]:
    """(one key, other key, start, end) for each two neighbours that a passage says to be one drug."""
    for (start, end, one), (begin, stop, other) in itertools.pairwise(places):
        if one == other or begin - end > REACH or begin < end:
            continue
        gap = text[end:begin]
        if _CARRIED.search(text, max(0, start - 70), start):
            continue  # what the drug carries, not its other name
        if text[start:end].lower() in known_drugs() and _MADE_OF.search(text, max(0, start - 12), start):
            continue  # a new form of an old drug is a drug of its own
        if kinds.get(other) == "code" and _COMBINED.search(text, max(0, start - 12), start):
            continue  # the code of a combination
        if _says(gap, text[stop : stop + 60], kinds.get(one, ""), kinds.get(other, "")):
            yield one, other, start, stop


def _says(gap: str, after: str, one: str, other: str) -> bool:
    differ = one != other
    if _ONCE.match(gap):
        return True
    if _OPEN.match(gap):
        explicit = re.search(r"formerly|previously|originally|known|called|also|now", gap)
        close = _CLOSE.match(after)
        return bool(close) and not _WITH.search(after[: close.end()] if close else "") and (differ or bool(explicit))
    if ". " in gap or (";" in gap and not _SOLD_AS.search(gap)):
        return False
    if _NAMED.match(gap):
        return not _EXCEPT.search(gap.replace("and which", "").replace("and is", "").replace("and now", ""))
    if _DONE_AS.match(gap) and _BY_NAME.search(gap):
        return not _EXCEPT.search(gap)
    if not differ:
        return False
    if _OR.match(gap):
        return after[:1] in ",.)"
    if _SOLD_AS.search(gap):
        return "brand" in (one, other) and not _EXCEPT.search(gap)
    if _FORM_OF.match(gap) or _BARE.match(gap):
        return other == "inn"
    return bool(_NAME_OF.match(gap))
