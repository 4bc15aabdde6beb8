"""A sentence that names no drug we know → does it speak of a drug whose name was not read (`speaks_of_another`)?

Such a sentence must not be taken to speak of the drug named before it.
"""

from __future__ import annotations

import re

from kg.extract.common_words import is_common, is_known, is_place
from kg.extract.mentions import Mentions

_DOES = (
    r"(?:is|was|are|has|had|entered|enters|completed|remains|continues|met|failed|went|received|will|helps|treats|"
    r"targets|"
    r"showed|reached|did)"
)
_SUBJECT = re.compile(
    rf"(?:\A|[;,:] (?:and |but |while |where )?|\b(?:drug|product|candidate|compound|vaccine|antibody|brand|agent|of|"
    rf"for),? )"
    rf"([A-Z][A-Za-z]{{3,}}(?:-[A-Za-z0-9]+)?)(?:®|™|\(R\))?,?(?: \([^()]{{1,60}}\),?)? {_DOES}\b"
)
_OF_ITS_OWNER = re.compile(
    rf"\b(?:whose|[Ii]ts|their|[A-Z][\w-]+[’']s)(?: [a-z][\w-]*){{0,5}},? ([A-Z][a-z]{{3,}}|"
    rf"[A-Z]{{5,}})(?: [a-z]+){{0,2}}"
    rf"(?:,|(?: which)? {_DOES}\b| in | for )"
)
_AMONG = re.compile(r"\b(?:among them|such as|including|namely|called|named|example is) ([A-Z][a-z]{3,})(?:,| \()")


def speaks_of_another(mentions: Mentions, sequence: int, start: int, end: int) -> bool:
    """Does a name stand in the sentence, where a drug's would, that belongs to nobody the filing speaks of?"""
    context = mentions.context
    text = context.text(sequence)[start:end]
    known = [(o.start - start, o.end - start) for o in context.orgs_in(sequence, start, end)]
    known += [(d.start - start, d.end - start) for d in mentions.indications_in(sequence, start, end)]
    return any(
        not is_common(match[1])
        and not is_known(match[1])
        and not is_place(match[1])
        and context.org_named(match[1]) is None
        and not any(begin <= match.start(1) < stop for begin, stop in known)
        for pattern in (_SUBJECT, _OF_ITS_OWNER, _AMONG)
        for match in pattern.finditer(text)
    )
