"""A sentence that names no drug we know → does it speak of a drug whose name was not read (`speaks_of_another`)?

Such a sentence must not be taken to speak of the drug named before it.
"""

from __future__ import annotations

from kg.extract.common_words import is_common, is_known, is_place
from kg.extract.late import late
from kg.extract.mentions import Mentions

_DOES = (
    r"(?:is|was|are|has|had|entered|enters|completed|remains|continues|met|failed|went|received|will|helps|treats|"
    r"targets|"
    r"showed|reached|did)"
)
_SUBJECT = late(
    rf"(?:\A|[;,:] (?:and |but |while |where )?|\b(?:drug|product|candidate|compound|vaccine|antibody|brand|agent|of|"
    rf"for),? )"
    rf"([A-Z][A-Za-z]{{3,}}(?:-[A-Za-z0-9]+)?)(?:®|™|\(R\))?,?(?: \([^()]{{1,60}}\),?)? {_DOES}\b"
)
_OF_ITS_OWNER = late(
    rf"\b(?:whose|[Ii]ts|their|[A-Z][\w-]+[’']s)(?: [a-z][\w-]*){{0,5}},? ([A-Z][a-z]{{3,}}|"
    rf"[A-Z]{{5,}})(?: [a-z]+){{0,2}}"
    rf"(?:,|(?: which)? {_DOES}\b| in | for )"
)
_AMONG = late(r"\b(?:among them|such as|including|namely|called|named|example is) ([A-Z][a-z]{3,})(?:,| \()")


def is_unread(mentions: Mentions, sequence: int, word: str, at: int) -> bool:
    """Is a capitalised word at `at` no common one, and the name of nobody and nothing that the filing speaks of?"""
    if is_common(word) or is_known(word) or is_place(word) or mentions.context.org_named(word) is not None:
        return False
    end = at + len(word)
    near = mentions.context.sentence_at(sequence, at)
    known = [(o.start, o.end) for o in mentions.context.orgs_in(sequence, *near)]
    known += [(d.start, d.end) for d in mentions.indications_in(sequence, *near)]
    return not any(start < end and at < stop for start, stop in known)


def speaks_of_another(mentions: Mentions, sequence: int, start: int, end: int) -> bool:
    """Does a name stand in the sentence, where a drug's would, that belongs to nobody the filing speaks of?"""
    text = mentions.context.text(sequence)[start:end]
    return any(
        is_unread(mentions, sequence, match[1], start + match.start(1))
        for pattern in (_SUBJECT, _OF_ITS_OWNER, _AMONG)
        for match in pattern.finditer(text)
    )
