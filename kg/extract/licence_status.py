"""Part of a sentence that speaks of an agreement → whether it is proposed, amended or at an end."""

# ruff: noqa: E501, SIM102 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re

from kg.extract import licence_words as words
from kg.extract.licence_record import Record

_AS_AMENDED = re.compile(
    r"amended and restated (?=(?:[\w-]+ ){0,4}(?:agreement|licen))|,? as amended(?:,| and restated)(?! (?:on|in|by|effective|as of))", re.I
)


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
        if re.search(r"\b(?:employment|trial|study)\b[^.;]{0,40}$", before):
            continue
        if not re.search(r"licen|agreement|rights?|collaborat|option|arrangement|contract", text, re.I):
            continue
        if "amendment" in before.lower()[-30:] or re.search(r"replace|supersede", before[-40:]):
            continue
        record.status, used = "terminated", True
    if (
        record.status != "terminated"
        and words.AMENDED.search(
            _AS_AMENDED.sub("", text)
        )
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
