"""Part of a sentence that speaks of an agreement → whether it is proposed, amended or at an end."""

# ruff: noqa: E501, SIM102 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re

from kg.extract import licence_words as words
from kg.extract.licence_record import Record

_AS_AMENDED = re.compile(
    r"amended and restated (?=(?:[\w-]+ ){0,4}(?:agreement|licen))|,? as amended(?:,| and restated)(?! (?:on|in|by|effective|as of))", re.I
)
_ENDS = re.compile(
    r"\b(?:notice|elected|elects|decided|decision|right|agreed|will|would|informed|notified)\b[^.;]{0,80}?\b(?:end|bring to an end|discontinue)(?:,[^.;,]{3,30},)? (?:the|that|this|its|their|our|both|all)\b[^.;]{0,50}\b(?:licen[cs]e|agreement|collaborat|alliance|partnership)"
    r"|\b(?:relinquish|surrender|renounc)(?:ed|es)\b[^.;]{0,30}\blicen[cs]e|\blicen[cs]e[^.;]{0,40}\b(?:was|were|is|being) (?:thereby )?(?:extinguished|surrendered|relinquished)|agreed to part company|\b(?:gave|given|received|served|delivered)\b[^.;]{0,40}\bnotice of termination",
    re.I,
)
_MAY_END = re.compile(r"\b(?:(?-i:may)|can|could|might|if|unless|either|each|except|until|upon|no)\b[^.;]{0,70}$", re.I)
_REVISED = re.compile(r"\b(?:have|has|had|we|parties|and [^.;,]{2,30})\b[^.;,]{0,20}\brevised (?:their|its|our|the)\b[^.;]{0,40}\b(?:agreement|licen[cs]e)", re.I)
_NOT_AMENDED = re.compile(r"\b(?:no|any|without(?: any)?|never|not(?: been)?) amend\w*|amendments?[^.;]{0,40} (?:was|were|is|are) (?:not )?(?:required|needed)", re.I)


def add_status(record: Record, text: str, opened: bool, proposed: bool) -> bool:
    used = False
    if record.kind == "option" and words.OPTION_GIVEN_UP.search(text):
        record.status, used = "terminated", True
    for match in words.TERMINATED.finditer(text):
        before = text[max(0, match.start() - 100) : match.start()]
        if words.CONDITIONAL.search(before) or re.search(
            r"\b(?:trial|study|employment|exclusivity[^.;]*|patents?|lease|term|discussions|negotiations|waiting period|offer|merger|first negotiation|Phase \S+|months|quarter|year|weeks|period|days|years) $",
            before,
        ):
            if not re.search(
                r"notice[^.;]{0,40}(?:elect\w* to|would|will|that it)[^.;]{0,20}$|agreed to $|elected to $|elects to $|(?:was|were|been) $",
                before,
            ):
                continue
        if re.search(r"\b(?:employment|trial|study)\b[^.,;]{0,40}$", before):
            continue
        if not re.search(r"licen|agreement|rights?|collaborat|option|arrangement|contract", text, re.I):
            continue
        if "amendment" in before.lower()[-30:] or re.search(r"replace|supersede", before[-40:]):
            continue
        record.status, used = "terminated", True
    ended = _ENDS.search(text)
    if ended and not _MAY_END.search(text[: ended.start() + 12]):
        record.status, used = "terminated", True
    if (
        record.status != "terminated"
        and (words.AMENDED.search(_NOT_AMENDED.sub("", _AS_AMENDED.sub("", text))) or _REVISED.search(text))
        and not re.search(r"Amended and Restated|amendment fee", text)
        and re.search(r"licen|agreement|amend|restated|royalt|milestone", text, re.I)
    ) and record.status != "proposed":
        record.status, used = "amended", True
    if (
        proposed
        and opened
        and record.status is None
        and re.search(
            r"letter of intent|term sheet|would|definitive|non-?binding|set out terms|proposal", text, re.I
        )
    ):
        record.status, used = "proposed", True
    if record.kind == "option" and re.search(
        r"\bexercis(?:ed|ing) (?:its|the|that|this) (?:\w+ )?option|notice of exercise|option (?:was|has been) exercised",
        text,
    ):
        record.rights["exercised"] = None
        used = True
    return used
