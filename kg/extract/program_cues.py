"""A text → the places that may speak of a stage of development, more widely than the phrases that surely do (`Cue`)."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kg.extract.drug_triples import Cue
from kg.extract.late import late
from kg.extract.program_phrases import Trigger
from kg.extract.scan import Scanner, lower

_WIDE = {
    "approved": late(
        r"\b(?:[Aa]pprov(?:ed|al|als|es)|[Cc]lear(?:ed|ance|s)|[Aa]uthori[sz](?:ed|ation|es)|licensed|licensure|"
        r"registered)\b"),
    "filed": late(
        r"\b(?:[sJ]?NDAs?|s?BLAs?|MAAs?|PLAs?|PMAs?|[Aa]pplications?|dossiers?|submissions?|submitted|filed|filing|"
        r"[Aa]pprovable|response letter|advisory (?:panel|committee)|under review|reviewed|PDUFA|action date|CHMP|"
        r"lodged|regulators?|before the (?:FDA|EMA)|with the (?:FDA|EMA|agency))\b"
    ),
    "marketed": late(
        r"\b(?:sold|sells?|selling|[Ss]ales|market(?:ed|s|ing)?|launch(?:ed|es|ing)?|prescri\w+|[Pp]harmac(?:y|ies)|"
        r"available|"
        r"commerciali[sz]ed|distribut(?:ed|es)|revenues?|shipp\w+|introduced|dispensed|turnover)\b"
    ),
    "preclinical": late(
        r"\b(?:[Pp]re-?clinical\w*|[Tt]oxicolog\w*|animals?|mice|mouse|rats?|rabbits?|dogs?|primates?|monkeys?|"
        r"IND[- ]enabling|GLP|in vitro|in vivo|laboratory|pharmacology|minipigs?|ferrets?|human)\b"
    ),
    "ind": late(
        r"\b(?:INDs?|CTAs?|[Ii]nvestigational new drug|Investigational New Drug|[Cc]linical [Tt]rial (?:[Aa]pplication|"
        r"[Aa]uthori[sz]ation|[Nn]otification)s?|CTN)\b"
    ),
    "discovery": late(
        r"\b(?:[Dd]iscovery|[Ll]ead[- ](?:optimi[sz]ation|series|identification|selection)|screen(?:ing|s)|hit-to-lead|"
        r"target validation|research)\b"
    ),
}  # fmt: skip


@lru_cache(maxsize=1)
def _scanner() -> Scanner:
    return Scanner(_WIDE)


def program_cues(
    text: str, spans: Sequence[tuple[int, int]], named: Iterable[Trigger]
) -> list[tuple[int, list[Cue]]]:
    """The cues of a text by the number of their sentence, the `named` stages among them; of a kind at a place once."""
    found = {Cue(t.start, t.end, t.phase) for t in named}
    found |= {Cue(match.start(), match.end(), kind) for kind, match in _scanner().scan(text, lower(text))}
    grouped: dict[int, list[Cue]] = defaultdict(list)
    for cue in sorted(found):
        number = bisect_right(spans, cue.start, key=lambda s: s[0]) - 1
        if number < 0 or cue.end > spans[number][1]:
            continue
        group = grouped[number]
        if any(c.kind == cue.kind and c.start < cue.end and cue.start < c.end for c in group):
            continue
        group.append(cue)
    return sorted(grouped.items())
