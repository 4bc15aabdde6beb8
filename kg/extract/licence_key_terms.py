"""A list of key terms ("Licensor: X. Licensee: Y."; "Partner: X … Our role: licensor") → who gives and who gets.

Term sheets, schedules and summaries name the parties by labels: a label of a side settles it, "our role" says which
side the filer is, and a line of a schedule of licences says from or to whom.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.gates import gate
from kg.extract.late import late
from kg.model import OrgRef

_GIVES = r"(?:head |original )?(?:sub-?)?licensors?|grantors?(?: of rights)?|owners?|assignors?|sellers?"
_GETS = r"(?:sub-?|exclusive )?licensees?|grantees?|holders?(?: of rights)?|assignees?|buyers?|purchasers?"
LABELLED = gate(
    rf"(?:^|[.;\n\t] ?|[\u2022·–-] )(?:\(?\w{{1,3}}[.)] ?)?(?:Name of (?:the )?)?(?:(?P<gives>{_GIVES})|(?P<gets>{_GETS})|(?P<partner>(?:licensing )?(?:partner|counter-?party|collaborator|other party))|(?P<role>our role|role of the (?:company|group)|we are|company(?:['’]s)? role))(?: *:| *[\t\n])",
    re.I,
)
def labelled(text: str, start: int, end: int) -> bool:
    """May a label stand in `[start, end)`? What ends one is sought first."""
    return any(text.find(mark, start, end) >= 0 for mark in ":\t\n") and LABELLED.search(text, start, end) is not None


CUE = late(r"icensor|icensee|ICENSOR|ICENSEE|[Oo]ur role|Grantor|grantor|role", re.I)
_SUB = late(r"sub-?licen", re.I)
_NO = late(r"^\s*(?:none|n/?a|not applicable|no\b|—|-)", re.I)
_OTHER = late(r"\b(?:software|trade-?mark|premises|lease|loan|stock|shares)\b", re.I)
_ROLE = late(r"\b(?P<gives>(?:sub-?)?licensor|grantor|owner)|(?P<gets>(?:sub-?)?licensee|grantee)\b", re.I)


@dataclass(frozen=True, slots=True)
class Said:
    """Both sides of an agreement that a list of key terms tells, from the first label to the last."""

    givers: tuple[OrgRef, ...]
    takers: tuple[OrgRef, ...]
    kind: str | None
    start: int
    end: int


def key_terms(
    text: str, start: int, end: int, filer: OrgRef, orgs_in: Callable[[int, int], Sequence[OrgRef]]
) -> Iterator[Said]:
    """The agreement that the labels in `[start, end)` of a text tell; nothing when they do not name both sides."""
    if not CUE.search(text, start, end):
        return
    labels = list(LABELLED.finditer(text, max(0, start - 1), end))
    givers: tuple[OrgRef, ...] = ()
    takers: tuple[OrgRef, ...] = ()
    partner: tuple[OrgRef, ...] = ()
    role, low, high, sub = "", end, start, False
    for number, label in enumerate(labels):
        stop = labels[number + 1].start() if number + 1 < len(labels) else end
        dot = re.compile(r"[.;\n](?= ?[A-Z(]|$)").search(text, label.end(), stop)
        value_end = min(stop, label.end() + 200)
        value = text[label.end() : value_end]
        if _NO.match(value):
            continue
        if label["role"]:
            said = _ROLE.search(value[: (dot.start() - label.end()) if dot else 60])
            role = "gives" if said and said["gives"] else "gets" if said else ""
        else:
            named = tuple(orgs_in(label.end(), value_end))[:1]
            if not named:
                continue
            givers = givers or (named if label["gives"] else ())
            takers = takers or (named if label["gets"] else ())
            partner = partner or (named if label["partner"] else ())
        sub = sub or bool(_SUB.search(label[0]))
        low, high = min(low, label.start()), max(high, value_end)
    if partner and role and not (givers or takers):
        givers, takers = ((filer,), partner) if role == "gives" else (partner, (filer,))
    if givers and takers and not set(givers) & set(takers) and not _OTHER.search(text, low, high):
        yield Said(givers, takers, "sublicense" if sub else None, low, high)
