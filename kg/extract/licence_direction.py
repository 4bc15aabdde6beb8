"""Part of a sentence that speaks of a pair → who of them gives: by who pays, develops, holds or owns."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re

from kg.extract.late import late
from kg.extract.licence_record import Record
from kg.extract.licence_sentence import ORG, Sentence

PAYER = late(
    rf"({ORG})(?!['’\uf8fe]) *,?(?: +(?:has|had|have|will|would|shall|is|are|may|must|also|in turn|then|agreed|to|could|itself|already|on signing|thereupon|now|further|in addition|thereafter|therefore|hereby))* +(?:pa(?:y|ys|id|ying)|remit(?:s|ted)?|owes?|ma[dk]es? (?:a|an) (?:\w+[ -]){{0,3}}payments?|made payments?|bears?|reimburses?)\b"
)
PAYEE = late(
    rf"(?:({ORG})(?!['’\uf8fe]) *,?(?: +(?:has|had|have|will|would|shall|is|may|also|stands?|to|could|was|been|be|due|eligible|entitled|the|which))* +(?:receiv(?:e|es|ed|ing)|collects?|collected|earn(?:s|ed)?|(?:is|was|be|been) (?:also )?(?:paid|due))\b|bringing +({ORG})|\bpa(?:y|ys|id|ying)(?: to)? +({ORG})(?!['’\uf8fe])|(?:payments?|royalt\w+|fees|sums) +(?:(?:of [^;]{{3,30}}|payable|due|owed) +)?to +({ORG})(?!['’\uf8fe])|\bowes? +({ORG})|remit\w* [^;]{{3,30}} to +({ORG}))"
)
_HELD_BY = late(
    rf"(?:relating to|covering|under|to|concerning|on|of|for) +({ORG})(?:['’]s?|(?<=\uf8fe)) +(?:[\w-]+ +){{0,4}}(?:patents?|technology|library|platform|know-how|process|vectors?|cell lines?)\b"
)
_UNDER_WHICH = late(
    rf"(?:[Uu]nder|[Pp]ursuant to|[Bb]y) +which,? +({ORG})(?!['’\uf8fe])(?: +(?:has|had|is|was|would|to|been|now|then|alone))* +(?:develop|commerciali[sz]|market|s[eo]l[dl]|distribut|regist|obtain|receiv|acquir|gain|h[eo]ld|took|takes?)\w*"
)
_REVERTED = late(
    rf"\brights?\b[^;\ue000-\ue7ff]{{0,50}} (?:revert(?:ed|s)?|return(?:ed|s)?|came back|come back|go back|went back)(?: +back)? +to +({ORG})(?!['’])"
)
_DEVELOPS = late(
    rf"({ORG})(?!['’\uf8fe]),?(?: +alone| +only| +itself)?(?: +(?:will|shall|may|is to|are to|has the right to|can|becomes responsible for|assumes responsibility for))(?: +\w+ly)? +(?:be (?:solely )?responsible for )?(?:develop\w*|commerciali[sz]\w*|market\w*|sell\w*|register\w*|distribut\w*|regist\w+)"
)


def settle_direction(record: Record, sentence: Sentence, shape: str) -> None:
    if record.directed or len(record.parties) != 2:
        return
    develops = _DEVELOPS.search(shape)
    back = _REVERTED.search(shape)
    if back and sentence.orgs_of(back[1])[0] in record.parties:
        record.direct(sentence.orgs_of(back[1])[0], None)
        return
    payee, payer = PAYEE.search(shape), PAYER.search(shape)
    held_under = _UNDER_WHICH.search(shape)
    if held_under:
        record.direct(None, sentence.orgs_of(held_under[1])[0])
    elif develops:
        record.direct(None, sentence.orgs_of(develops[1])[0])
    elif payee and re.search(r"\$|milestone|royalt|payment|upfront|million|percent|%", shape):
        marked = next(g for g in payee.groups() if g)
        record.direct(sentence.orgs_of(marked)[0], None)
    elif payer and re.search(r"\$|milestone|royalt|payment|upfront|million|percent|%", shape):
        record.direct(None, sentence.orgs_of(payer[1])[0])
    elif held := _HELD_BY.search(shape):
        record.hint = record.hint or next((o for o in sentence.orgs_of(held[1]) if o in record.parties), None)
    elif owner := re.search(
        rf"({ORG})(?:['’]s?|(?<=\uf8fe)) +(?:(?!rights?\b|licen|work\b|trial|stud|interest|option|agreement|use\b|for\b|to\b)[\w-]+ +){{0,5}}[\ue800-\uefff]",
        shape,
    ):
        hint = sentence.orgs_of(owner[1])[0]
        record.hint = record.hint or (hint if hint in record.parties else None)
