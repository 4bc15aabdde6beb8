"""Words around an office in a masked sentence → is it told as a possibility, a proposal or a thing of the past?"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re

from kg.extract.late import late
from kg.extract.person_mask import D, T
from kg.extract.position_frame import Frame

_HYPOTHETICAL = late(
    r"\b(?:nominat\w+(?!\sand\sCorporate|\sand\sGovernance|\sCommittee)"
    r"|(?<!elected\sthe\s)(?<!following\s)(?<!elected\sall\s)nominees?|candidates?|propos(?:es?|ed|al|als|ing)"
    r"|asked\sto\s(?:elect|vote|approve|appoint|re-?elect)|be\sasked\sto|offered|stand\sfor\selection|would"
    r"|could|should|if|unless|may|might|intends?\sto\snominate|considered|declined|in\sthe\sevent|whether"
    r"|upon\sany|prior\sto\sjoining"
    r"|vote\s(?:for|on)|withdrawn\sbefore|rejected|not\sbeen|was\snot|has\sno|seeks?\sto|right\sto"
    r"|entitled\sto|to\select\b(?!ed)|(?:is|are)\s(?:currently\s)?expected\sto\s(?:be|become|join|serve|assume))\b",
    re.I,
)
_NO_DEPARTURE = late(
    r"\b(?:if|may|might|could|would|unless|in\sthe\sevent|upon\sany|whether|denied|refused|no\splans?\sto"
    r"|not\sleaving|withdr[ae]w\w*(?!\s(?:from|as)\s)|rescind\w*|never|event\sof|prior\sto\s(?:joining|his|her))\b",
    re.I,
)
_AGREED = late(r"\bagreed\sto\b")
_CONDITION = late(
    r",?\s(?:(?:up)?on|after|following)\s(?:the\s)?(?:completion|closing|consummation|effectiveness)\b|,?\s(?:subject|conditional)"
    r"|,?\s(?:when|once|as\ssoon\sas)\s[^.;]{0,40}\b(?:clos|complet|consummat|becomes?\seffective)"
)
_SERVED_UNTIL = late(
    rf"[^;{T[1:-1]}]{{0,40}}?\b(?:serv(?:ed|ing)|remain(?:ed|ing)|held|acted)\b[^;{T[1:-1]}]{{0,50}}?\buntil\s"
    r"(?!(?:the|our|its)\s(?:next|annual|\d)|(?:his|her|a)\s(?:successor|replacement))"
    rf"|,?\s(?:before\s(?:being|becoming|joining|leaving|moving)|prior\sto\s(?:being|becoming|joining))\b"
    rf"|\sfrom\s{D}\s(?:to|until|through)\s"
)
_ALSO_SERVED = late(r"\b(?:has|have)\s(?:also|previously)\sserved\b")


def left_since(text: str, event: str, start: int, end: int) -> bool:
    """Do the words after an office tell that it was left long since, or "has also served" not that it goes on?"""
    if event == "appointed":
        return bool(_SERVED_UNTIL.match(text, end))
    return event == "holds" and bool(_ALSO_SERVED.search(text, start, end)) and "since" not in text[start:]


def _clause(text: str, at: int) -> int:
    """Where the clause that holds `at` begins: after the last semicolon or full stop, at most 160 characters back."""
    floor = max(0, at - 160)
    return max((m.end() + floor for m in re.finditer(r";\s|\.\s(?=[A-Z\ue000-\ue1ff])", text[floor:at])), default=floor)


def refused(text: str, frame: Frame, start: int, end: int) -> bool:
    """Does the sentence make the event a possibility, a proposal or a thing of the past?"""
    before = _REPORTED.sub("", text[_clause(text, start) : end])
    if frame.event in ("appointed", "joined"):
        after = text[end : end + 90]
        return bool(
            _HYPOTHETICAL.search(_ON_BEHALF_OF.sub("", before))
            or re.match(r"[^;]{0,80}?\b(?:withdrawn\sbefore|rejected|not\s(?:adopted|approved|elected)|rescinded|revoked|annulled|cancelled|canceled)\b", after, re.I)
            or (_AGREED.search(before) and _CONDITION.match(after))
        )
    if frame.event == "departed":
        return bool(_NO_DEPARTURE.search(before) and not re.search(r"not\sleaving\sthe\sboard", before))
    return False


_REPORTED = late(
    r"\b(?:told|inform(?:ed|ing)|advis(?:ed|ing)|notif(?:ied|ying)|said|say(?:s|ing)|announc(?:ed|ing)|stat(?:ed|ing)|indicat(?:ed|ing)"
    r"|decided|agreed|confirm(?:ed|ing)|wrote|disclos(?:ed|ing)|report(?:ed|ing)|determined|notice|letter)\b[^;:]{0,90}?\bwould\b"
    r"(?!\s(?:not\s(?!be\sstanding|stand|seek|offer|run|continue|accept)|have|like|consider|prefer))"
)
"""What somebody said would happen is no mere possibility."""
_ON_BEHALF_OF = late(r"\bmay\s(?=\d)|\bas\s(?:(?:his|her|the|an?|its)\s)?(?:nominee|designee)s?\b")
"""Words that look like a possibility and are none."""


def hypothetical(text: str, start: int, end: int) -> bool:
    """Does the clause around `[start, end)` speak of a proposal or a possibility?"""
    return bool(_HYPOTHETICAL.search(re.sub(r"\bmay\s(?=\d)", "", text[_clause(text, start) : end])))
