"""What the frames read in a masked sentence → the same, with the offices that they missed and a model holds for likely."""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.late import late
from kg.extract.person_mask import D, Masked, P, T
from kg.extract.person_names import is_given_name, is_surname
from kg.extract.position_dates import event_mark, since_mark
from kg.extract.position_features import features, pairs, tokens
from kg.extract.position_model import probabilities
from kg.extract.position_reading import Reading, of_committee
from kg.extract.position_unreal import hypothetical, left_since
from kg.extract.rules import Rule

PROPOSE = 0.6
"""An office no frame speaks of is a person's when at least this likely."""
SCORED = Rule(
    "position-scored", 1, "An office that the words around a person and a title make likely.",
    ("Jane Roe took the oath as Treasurer on May 1, 2012.",
     "Jane Roe combines the functions of President and Treasurer."),
    ("Jane Roe was once Treasurer of Acme Tools, Inc.",), 0.7,
)  # fmt: skip
Pair = tuple[str, str]
EVENT = 0.45
"""And the event that it is given must be at least this likely."""
_BEFORE = late(
    r"\b(?:formerly|previously|(?:most\s)?recently|ex-?|past|once|earlier|had\s(?:been|served)|served(?:\sas)?|acted|held|including"
    r"|was(?:,?\sfrom)?|were|then|until|at\sone\stime|retired|used\sto|each|any|every|such|certain|other|no|several|various)\b"
    rf"[^;{P[1:-1]}{T[1:-1]}]{{0,40}}$"
)
_ELSEWHERE = late(
    rf"^\W*(?:Previously|Formerly|Earlier)\b|\b(?:[Pp]rior\sto|[Bb]efore)\s(?:joining|that|his|her|coming|(?:he|she)\sjoined)\b|\b[Ff]rom\s(?:\w+\s)?{D}\s(?:to|until|through)\b"
    rf"|\b(?:attorneys?(?:-in-fact)?|[Pp]lan|ATTORNEY|indenture|by-?laws|[Aa]rticles|defendants?|plaintiffs?|v\.|deemed)\b"
)
_FORM = late(r"\t|/s/|\b(?:Name|Title|Its|By|Attention|Attn|Re):|\b(?:[Aa]ttention|with\sa\scopy)\b|\b[Bb]etween\s")
_STEP = late(
    rf"\b(?:promot|elevat|advanc|mov|rais|ris|rose|progress|graduat|upgrad|step)\w*\b[^;.{T[1:-1]}]{{0,120}}?\sfrom\s(?:(?:being|his|her|the)\s)?(?:(?:post|position|office|role)\sof\s)?$"
)
"""Before the office from which somebody rises to another."""
_IN_CAPACITY = late(r"\bin\s(?:his|her|the)\scapacity\sas\s(?:an?\s|our\s)?$")
_NOT = late(r"\b(?:(?:is|are|was|were|has|have|does|do|did)\s(?:now\s|currently\s|yet\s)?(?:not|never)|isn['’]t|no\slonger|never)\b")
"""Between a person and an office: it is denied."""
_FAR = 220
"""A person and an office further apart than so many characters are not looked at."""


def frame_features(masked: Masked, readings: Sequence[Reading], person: str, office: str) -> set[str]:
    """What the frames say of a pair, as features."""
    name = masked.person(person).name
    here = [r for r in readings if masked.person(r.person).name == name]
    said = {f for r in here if r.office == office for f in (f"frame:{r.event}", f"frame:{r.rule.id}")}
    if said:
        return said
    said = {f"frame:other:{r.event}" for r in readings if r.office == office}
    return said | {f"frame:else:{r.event}" for r in here} or {"frame:none"}


def looked_at(masked: Masked, readings: Sequence[Reading]) -> list[tuple[Pair, set[str]]]:
    """Each person and office of the sentence with their features."""
    line = tokens(masked)
    return [
        ((person, office), features(masked, line, person, office) | frame_features(masked, readings, person, office))
        for person, office in pairs(masked, line)
    ]


def weigh(masked: Masked, readings: list[Reading]) -> list[Reading]:
    """The readings of a sentence, and those of offices that no frame speaks of."""
    told = {r.office for r in readings}
    if not masked.people or not masked.offices or _FORM.search(masked.text) or _ELSEWHERE.search(masked.text) or all(m in told for m in re.findall(T, masked.text)):
        return readings
    added: dict[str, tuple[float, Reading]] = {}
    for (person, office), seen in looked_at(masked, readings):
        if office in told or _ruled_out(masked, person, office):
            continue
        chance = probabilities(seen)
        event = max((e for e in chance if e != "none"), key=chance.__getitem__)
        likely = 1 - chance["none"]
        if likely < PROPOSE or chance[event] < EVENT or (office in added and added[office][0] >= likely):
            continue
        if _IN_CAPACITY.search(masked.text, 0, masked.text.find(office)):
            event = "holds"
        low, high = sorted((masked.text.find(person), masked.text.find(office)))
        if hypothetical(masked.text, low, high) or (event != "departed" and _NOT.search(masked.text, low, high)):
            continue
        added[office] = likely, _dated(masked, Reading(person, office, event, None, SCORED, low, high + 1))
    return readings + [reading for _, reading in added.values()]


def _ruled_out(masked: Masked, person: str, office: str) -> bool:
    """Do the words around an office tell that it is of long ago, of a committee or a kind of office?"""
    at = masked.text.find(office)
    words = re.findall(r"[^\W\d_][\w’'-]*", masked.person(person).name)
    title = masked.office(office).title
    return (
        masked.office(office).former
        or not (is_given_name(words[0]) or is_surname(words[-1]))
        or bool(re.search(r"\bPlan\b", title.text))
        or (title.plural and not masked.office(office).board_seat)
        or (title.text.lower() in ("trustee", "administrator") and masked.office(office).org is None)
        or abs(masked.text.find(person) - at) > _FAR
        or bool(_BEFORE.search(masked.text, max(0, at - 60), at) or _STEP.search(masked.text, max(0, at - 180), at))
        or left_since(masked.text, "appointed", at, at + 1)
        or of_committee(masked.text, masked, office, at)
        or masked.text.find(person) < 0
    )


def _dated(masked: Masked, reading: Reading) -> Reading:
    """A reading with the date that its words give."""
    text, at = masked.text, masked.text.find(reading.office)
    if reading.event == "holds":
        return replace(reading, date=since_mark(text, at + 1, len(text)))
    date, firm = event_mark(text, reading.at, max(reading.end, at + 1), len(text), 0, reading.event)
    return replace(reading, date=date, firm=firm)
