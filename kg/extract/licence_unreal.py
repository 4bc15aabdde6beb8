"""Part of a sentence that names sums or rates → whether they are those of an agreement in force, or former, disputed or supposed ones."""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

from kg.extract.late import late
from kg.extract.scan import cue

FORMER_TERMS = (
    "Before the amendment, we were eligible for up to $70.0 million in milestones.",
    "Prior to its restatement the agreement provided for royalties of 6%.",
    "As originally signed, the agreement called for milestones of up to $20 million.",
    "Schedule 3, under which three payments amounting to US$4,000,000 might have fallen due, is deleted.",
)
DISPUTED_TERMS = (
    "In 2021 Whitlock asserted that a payment of $0.4 million was overdue.",
    "An arbitrator might impose a rate of up to 12%.",
    "The report first filed gave the initial payment as $150,000.",
    "The release wrongly stated an upfront payment of $4 million.",
    "The university claims that it is owed $2 million.",
)
SUPPOSED_TERMS = (
    "We might seek a license under that patent, which could require us to pay an upfront fee of $1 million and royalties.",
    "We may have to obtain a license from Borrowdale at a royalty of 5%.",
    "Half of any royalty paid to such third party may be credited against royalties due.",
    "If any third party asserted such a patent, we might owe it royalties of 3%.",
)
REAL_TERMS = (
    "We may be required to pay milestones of up to $12.5 million.",
    "The agreement, as amended in May 2009, provides for royalties of 4%.",
    "We could owe the university up to $3 million under the license.",
    "Before the end of the year it paid us $3 million.",
)

_FORMER = late(
    r"^\W*(?:\(\w{1,3}\) )?(?:(?:Before|Prior to|Until) (?:the|this|that|such|its|their|our|both) (?:\w+ ){0,3}?(?:amend(?:ed|ment|ments|ing)|restat\w+|revision|modification|renegotiation)|(?:As|Under the agreement as|In its form as) (?:originally|first) (?:signed|agreed|executed|made|concluded|written|granted|given))\b"
)
_DISPUTED = cue(
    r"\b(?:assert(?:s|ed|ing)|alleg(?:es|ed|ing)|claim(?:s|ed|ing)|contend(?:s|ed|ing)|argu(?:es|ed)|demand(?:s|ed)) that\b"
    r"|\b(?:arbitrators?|arbitral \w+|court|tribunal|jury|judge)\b[^.;]{0,30}\b(?:might|could|may|would)\b"
)
_SUPPOSED = cue(
    r"\b(?:may|might|could|would|must)(?: then| also| therefore)? (?:(?:have to |need to |be (?:required|forced|obliged|compelled) to )(?:seek|obtain|negotiate|acquire|take)|seek|need)(?: an?| other| additional| further| such| one or more)? (?:\w+ )?licen[cs]es?\b"
    r"|\b[Ii]f (?:a|any) third part(?:y|ies)\b"
)
_WRONG = late(
    r"\b(?:[Aa]s (?:first|originally|initially) (?:reported|filed|published|issued)|(?:report|release|note|filing|announcement|statement) (?:first|originally|initially) (?:filed|issued|published|made))\b"
    r"|\b(?:gave|stated|reported|said|put)\b[^.;]{0,50}\b(?:in error|wrongly|erroneously|incorrectly|mistakenly)\b|\b(?:in error|wrongly|erroneously|incorrectly|mistakenly) (?:gave|stated|reported|said|put)\b"
)
_STRUCK = cue(r"\b(?:is|are|shall be|was|were)(?: hereby)? (?:deleted|struck out|cancelled)\.?$")
_TO_OTHERS = cue(r"\b(?:royalt\w+|amounts?|sums?) (?:paid|payable|due|owed)(?: by \w+)? to (?:such |any |a |the |that |those )*third part")


def unreal_from(text: str) -> int:
    """Where in `text` figures begin that are told of the past, of a quarrel or of what might be; its length if nowhere."""
    if _FORMER.match(text) or _WRONG.search(text):
        return 0
    found = (pattern.search(text) for pattern in (_DISPUTED, _SUPPOSED))
    first = min((match.start() for match in found if match), default=len(text))
    return 0 if _TO_OTHERS.search(text) or _STRUCK.search(text) else first


def former(text: str) -> bool:
    """Does a sentence tell how an agreement was before it was changed?"""
    return _FORMER.match(text) is not None
