"""Part of a sentence that speaks of an agreement → its dates, each by what it dates."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.dates import find_dates
from kg.extract.late import late
from kg.extract.scan import cue

_DEADLINE = late(
    r"(?:\b(?:until|till|before|by|through|no later than|not later than|expir(?:es?|ing|ation)(?: on| in| date)?|prior to|ending|ends|end of|at any time before|up to|open until|deadline|beyond|within|to|period ended|quarter ended|year ended|months ended|ended|at|as of the (?:date|close)|patents? .{0,30}expire)"
    r"(?: (?:the|the end of|on|in|about|or before|late|early|mid|or about))*) ?$",
    re.I,
)
_AMENDING = late(
    r"(?:\bamend(?:ed|ment|ments)(?! and restated)\b[^.;]{0,60}|[Aa]mendment(?:,? (?:No\.?|Number) ?\w+)?,? (?:of|dated|signed|effective)[^.;]{0,30}|\bagain in |until now|\bconsent[^.;]{0,30}|made that license[^.;]{0,20}|both sides agreed[^.;]{0,30})$",
    re.I,
)
_ENDING = cue(
    r"(?:\bterminat\w+|\brescind\w+|\blaps\w+|\brun out|\bran out|\bended|\bending|\breturn\w*|\bhand\w* back|\bnotif\w+|\bnotice|\bgave up|\bsurrender\w*|\bexpir\w+|\breacquir\w+|\bregain\w*|effective (?:as of )?)[^.;]{0,70}$",
    re.I,
)
_END_TOLD = late(
    r"terminat|rescind|rescission|laps|\br[ua]n out\b|\bend(?:ed|ing|s)?\b|return|hand\w* back|notif|notice|gave up|surrender|expir|acquir|regain|cancel|revert|came back",
    re.I,
)
_MAKING = late(
    r"(?:\b(?:dated|made|signed|executed|entered into|effective|concluded|granted|closed|since|of|licen[cs]ed|acquired|obtained|from|begun|commenced|initial+ed|dates from|dated from|dates? back to|bear(?:s|ing)?(?: the)?(?: same)? date(?: of)?|took|purchased|bought|assigned|gave|given|in effect|in force since|commencing|completed|existing|"
    r"took effect|came into (?:force|effect|being|existence)|became (?:effective|binding)|notari[sz]ed|sealed|struck|inked|finali[sz]ed|consummated)"
    r"(?: (?:as of|on|in|the|about|early|late|mid|on or about|back in|from|since|effective|effective as of|and effective))*,? ?)$",
    re.I,
)


_OTHER_DEED = late(
    r"(?<![Ll]icense )(?<![Ll]icense and )(?<![Ll]icense, )(?<![Ll]icence )(?<![Ll]icence and )(?<!development and )(?<!Development and )"
    r"\b(?:[Ss]upply|[Mm]anufactur\w+|[Ss]ervices?|[Ee]mployment|[Cc]onsult\w+|[Ll]ease|[Cc]redit|[Ll]oan|(?:[Ss]tock|[Ss]hare|[Ss]ecurities|[Nn]ote|[Uu]nit) [Pp]urchase|[Dd]ata-sharing|[Ss]ecrecy|[Cc]onfidential\w*|[Mm]aterial [Tt]ransfer|[Qq]uality|[Pp]harmacovigilance|[Mm]erger|[Rr]egistration [Rr]ights|[Ii]ndemni\w+|[Cc]linical [Tt]rial) (?:[Aa]greement|[Ll]etter|[Cc]ontract)(?: with [^.;,]{2,40})?,? (?:(?:dated|of|signed|executed|made|effective|entered into)(?: as of| on| in)? )+$"
)
"""Another deed than that of the licence."""
_ON_THE_MARKET = late(r"\b(?:marketed|approved|launched|introduced|available|on the market|tested|studied|founded|incorporated|established|formed|listed)\b[^.;,]{0,40}\b(?:since|in|from) $")
_BY_CONSENT = late(r"\b(?:letter|consent|novation|deed of (?:novation|assignment|adherence))(?: agreement)?,? (?:of|dated) $", re.I)
_IN_PLACE = late(r"\b(?:replace|succeed|consent|novat|in (?:its|the|their) (?:place|stead))", re.I)
_END_DEED = late(r"\b(?:[Tt]ermination|[Rr]eversion|[Rr]elease|[Rr]escission)(?: and (?:\w+ ){1,3})? ?[Aa]greement,? (?:(?:dated|of|effective|made)(?: as of)? )+$")
_AMENDMENT_LISTED = late(r"\W*(?:\w+ )?Amendment (?:No\.? ?\d+ )?to ")
_OF_ITS_AGREEMENT = late(r"[Aa]greement,? (?:dated|of)(?: as of)? $")
"""In a list of exhibits "Amendment to License Agreement dated …" leaves open which of them is dated."""
_FILED = late(r",? [^.;]{0,140}?\bfiled (?:a|an|its|our|the) (?:[\w“”]+ ){0,3}(?:[Rr]eport|Form|registration)")
_RESTATED = late(r"\bamended and restated(?: in (?:its|their) entirety)?(?:,? (?:on|as of|effective(?: as of)?|in|by an agreement (?:of|dated)))+ $", re.I)
_NOT_ITS_OWN = late(
    r"(?:press release|news release|quarter|fiscal year|year|months|Form \S+|report)(?: \w+)? (?:dated|ended|of|on|for) $"
)
_IN_QUARTER = late(
    r"(?:^|\b(?P<made>signed|executed|entered into|concluded|granted|made|acquired|licen[cs]ed|obtained)\b[^.;,]{0,12} )(?:in|In|during|During) (?:the )?(?:first|second|third|fourth|last) (?:fiscal )?quarter of (?:fiscal (?:year )?)?$"
)
_THIS_MONTH = late(r"\b(?:earlier |late |early |later )?(?P<which>this|last) month\b(?! of)", re.I)
_DEFINITIVE = late(r",? (?:an?|the|their|its) definitive\b")
_BY_LETTER = late(r"\b(?:[Bb]y|[Ii]n) (?:a )?(?:written )?(?:letter|notice)(?: to \w+)?(?: dated| of| received| delivered| received on| dated as of)? (?:on )?$")
_END_ON = late(
    r"\b(?:terminat\w*|ended|ending|laps\w+|rescind\w+|end the \w+)\b(?![^.;]*\b(?:dated|entered|signed|executed|granted) )[^.;]{0,44}?(?:effective(?: as of| on)?|as of|on|with effect from) (?:the )?$"
)
_AGREEMENT_OF = late(r"(?:option|sublicen[cs]e|licen[cs]e|development|collaboration|) ?[Aa]greement (?:of|dated) $")
_SUPERSEDED = late(r"\b(?:replaces?|supersedes?|replaced|superseded|in place of)\b[^.;]{0,90}$")
_A_DEED = late(r"(?:licen[cs]e|agreement|letter of intent)\b[^.;]{0,40}$", re.I)
_AMENDED_ASIDE = late(r"\(amended (?:in|on) $|^[^(]*\(amended[^)]*$")
_DEED = r"(?:[Aa]greement|[Ll]icen[cs]e|[Ss]ublicen[cs]e|[Oo]ption|[Dd]eed|letter(?: of intent| agreement)|term sheet|AGREEMENT|LICEN[CS]E|that they had signed on|[Cc]ollaboration(?: \w+)?)"
_OF_DEED = late(
    rf"{_DEED}(?: (?:with|between|among) [^.;,]{{2,60}})?,?(?: which was| is)? (?:(?:made|dated|of|executed|signed|effective|entered into|granted|concluded|made effective|in)(?: and effective)?(?: as of| on| in| this| the)* ?)+$|{_DEED} \($"
)
_DEED_OF_DAY = late(r" (?:[Ll]icen|[Aa]greement|[Oo]ption|[Cc]ollab)")
_OF_AMENDED_DEED = late(
    r"(?:restated|[Aa]greement|[Ll]icen[cs]e|Agreement,?)(?: (?!was|were|is|has|had|been|amend)\w+){0,4}? (?:dated|of|on|effective)(?: as of)? $|amended and restated[^.;]{0,30}$|(?<!amended) since $"
)
_NOT_ENDING = late(
    r"\b(?:made|and|is) effective(?: as of)? $|\b(?:entered into|signed|executed|concluded) (?:on|as of|in) $|\b(?:dated|granted|signed|had (?:been )?(?:signed|licensed|given|entered|held)[^.;]{0,40}|since|of|licen[cs]ed to \w+ in|by a licen[cs]e of|made on|in a) $|had[^.;]{0,60}$"
)
_GRANTED_ON = late(
    r"\b(?:gave|granted|licen[cs]ed|obtained|took|acquired|signed|received|entered|paid)\b[^.;,]{0,60}\b(?:in|on) $"
)
_THEN_ENDS = late(
    r"[^.;]{0,70}?\b(?:terminat|rescind|laps|ended\b|returned|notif|deliver\w* notice|gave notice|gave up|surrender|expired)"
)
_THEN_GRANTS = late(r"[^.;]{0,40}?\b(?:granted|licensed|entered|signed|obtained|had)")
_THEN_AMENDS = late(r"[^.;]{0,40}?\b(?:amend|modif|enlarged|extended)")
_DATELINE = late(r"^(?:\W*[A-Z][\w.,/&’' ()-]{1,70}?(?:,|-|–|—|\()? ?)?$")
_AFTER_DATELINE = late(r"\)? ?(?:–|—|--?|/|\.? ?\((?:[A-Z][\w ]*(?:WIRE|Wire)|[A-Z]{2,}))")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a clause by what it dates: "made", "event", "amended", "ended", "deadline", "dateline"."""

    start: int
    iso: str
    role: str


def month_in(text: str, today: str | None) -> str | None:
    """The month that "earlier this month" or "last month" is, `today` being the day of the news."""
    said = _THIS_MONTH.search(text) if today and "month" in text else None
    if not said or not today:
        return None
    months = int(today[:4]) * 12 + int(today[5:7]) - (1 if said["which"].lower() == "this" else 2)
    return f"{months // 12}-{months % 12 + 1:02}"


def dates_in(text: str, year: str | None = None) -> list[Dated]:
    """Every date of a clause with its role: "made" when a word of making governs it, "event" when nothing does."""
    return [Dated(start, iso, _role(text, start, end)) for start, end, iso in find_dates(text, year)]


def _role(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - 90) : start], text[end : end + 110]
    if start < 80 and _DATELINE.match(text[:start]) and _AFTER_DATELINE.match(after):
        return "dateline"
    if _RESTATED.search(before) or (_AMENDMENT_LISTED.match(text) and _OF_ITS_AGREEMENT.search(before)):
        return "amended"
    if _IN_QUARTER.search(before):
        return "made" if _IN_QUARTER.search(before)["made"] else "event"  # type: ignore[index]
    if _DEFINITIVE.match(after):
        return "made"
    if _END_DEED.search(before):
        return "ended"
    if _BY_CONSENT.search(before) and _IN_PLACE.search(text) and "letter of intent" not in before:
        return "amended"
    if _OTHER_DEED.search(before) or _ON_THE_MARKET.search(before) or _FILED.match(after) or _NOT_ITS_OWN.search(before) or re.match(r" (?:expir|deadline|maturity|end\b)", after) or (
        _BY_LETTER.search(before) and _END_TOLD.search(text) and "exercis" not in text
    ):
        return "deadline"
    if _END_ON.search(before) and not _AGREEMENT_OF.search(before):
        return "ended"
    if _SUPERSEDED.search(before) and _A_DEED.search(before):
        return "deadline"
    if _AMENDED_ASIDE.search(before):
        return "amended"
    if _DEADLINE.search(before) and not re.search(r"(?:effective as of|made|dated) $", before):
        return "deadline"
    if _DEED_OF_DAY.match(after):
        return "made"
    if (
        re.match(r" [Aa]mendment", after)
        or (
            re.search(r"[Aa]mendment (?:No\. ?\d+ )?to [^.;]{0,80}$", before)
            and not re.search(r"[Aa]greement (?:dated|of|made) (?:as of )?$", before)
        )
        or (_AMENDING.search(before) and not _OF_AMENDED_DEED.search(before))
    ):
        return "amended"
    if _OF_DEED.search(before):
        return "made"
    if _ENDING.search(before) and _END_TOLD.search(text) and not _NOT_ENDING.search(before):
        return "ended"
    if _MAKING.search(before):
        return "made"
    if _GRANTED_ON.search(before):
        return "event"
    if _THEN_ENDS.match(after) and not _THEN_GRANTS.match(after):
        return "ended"
    if _THEN_AMENDS.match(after) and not re.match(r"[^.;]{0,20}?\bentered", after):
        return "amended"
    return "event"
