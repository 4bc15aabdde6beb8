"""Part of a sentence that speaks of an agreement → its dates, each by what it dates."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.dates import find_dates
from kg.extract.scan import cue

_DEADLINE = re.compile(
    r"(?:\b(?:until|till|before|by|through|no later than|not later than|expir(?:es?|ing|ation)(?: on| in| date)?|prior to|ending|ends|end of|at any time before|up to|open until|deadline|beyond|within|to|period ended|quarter ended|year ended|months ended|ended|at|as of the (?:date|close)|patents? .{0,30}expire)"
    r"(?: (?:the|the end of|on|in|about|or before|late|early|mid|or about))*) ?$",
    re.I,
)
_AMENDING = re.compile(
    r"(?:\bamend(?:ed|ment|ments)(?! and restated)\b[^.;]{0,60}|[Aa]mendment,? (?:of|dated|signed|effective)[^.;]{0,30}|\bagain in |until now|\bconsent[^.;]{0,30}|made that license[^.;]{0,20}|both sides agreed[^.;]{0,30})$",
    re.I,
)
_ENDING = cue(
    r"(?:\bterminat\w+|\brescind\w+|\blaps\w+|\bended|\bending|\breturn\w*|\bhand\w* back|\bnotif\w+|\bnotice|\bgave up|\bsurrender\w*|\bexpir\w+|\breacquir\w+|\bregain\w*|effective (?:as of )?)[^.;]{0,70}$",
    re.I,
)
_END_TOLD = re.compile(
    r"terminat|rescind|rescission|laps|\bend(?:ed|ing|s)?\b|return|hand\w* back|notif|notice|gave up|surrender|expir|acquir|regain|cancel|revert|came back",
    re.I,
)
_MAKING = re.compile(
    r"(?:\b(?:dated|made|signed|executed|entered into|effective|concluded|granted|closed|since|of|licen[cs]ed|acquired|obtained|from|dates from|dated from|dates? back to|bear(?:s|ing)(?: the)? date(?: of)?|took|purchased|bought|assigned|gave|given|in effect|in force since|commencing|completed|existing)"
    r"(?: (?:as of|on|in|the|about|early|late|mid|on or about|back in|from|since|effective|effective as of|and effective))*,? ?)$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a clause by what it dates: "made", "event", "amended", "ended", "deadline"."""

    start: int
    iso: str
    role: str


def dates_in(text: str, year: str | None = None) -> list[Dated]:
    """Every date of a clause with its role: "made" when a word of making governs it, "event" when nothing does."""
    out = []
    for start, end, iso in find_dates(text, year):
        before = text[max(0, start - 90) : start]
        if re.search(
            r"(?:press release|news release|quarter|fiscal year|year|months|Form \S+|report)(?: \w+)? (?:dated|ended|of|on|for) $",
            before,
        ):
            out.append(Dated(start, iso, "deadline"))
            continue
        if re.search(
            r"\b(?:terminat\w*|ended|ending|laps\w+|rescind\w+)\b(?![^.;]*\bdated )[^.;]{0,44}?(?:effective(?: as of| on)?|as of|on) (?:the )?$",
            before,
        ) and not re.search(
            r"(?:option|sublicen[cs]e|licen[cs]e|development|collaboration|) ?[Aa]greement (?:of|dated) $", before
        ):
            out.append(Dated(start, iso, "ended"))
            continue
        if (
            re.search(
                r"\b(?:replaces?|supersedes?|replaced|superseded|in place of|previous|prior|earlier|first|original)\b[^.;]{0,50}$",
                before,
            )
            and re.search(r"(?:licen[cs]e|agreement|letter of intent)\b[^.;]{0,20}$", before, re.I)
            and re.search(r"replace|supersede|in place", before)
        ):
            out.append(Dated(start, iso, "deadline"))
            continue
        if re.search(r"\(amended (?:in|on) $|^[^(]*\(amended[^)]*$", before):
            out.append(Dated(start, iso, "amended"))
            continue
        if _DEADLINE.search(before) and not re.search(r"(?:effective as of|made|dated) $", before):
            role = "deadline"
        elif (
            re.match(r" [Aa]mendment", text[end:])
            or (
                re.search(r"[Aa]mendment (?:No\. ?\d+ )?to [^.;]{0,80}$", before)
                and not re.search(r"[Aa]greement (?:dated|of|made) (?:as of )?$", before)
            )
            or (_AMENDING.search(before)
            and not re.search(
                r"(?:restated|[Aa]greement|[Ll]icen[cs]e|Agreement,?)(?: \w+)? (?:dated|of|on|effective)(?: as of)? $|amended and restated[^.;]{0,30}$",
                before,
            ))
        ):
            role = "amended"
        elif re.match(r" (?:[Ll]icen|[Aa]greement|[Oo]ption|[Cc]ollab)", text[end:]) or re.search(
            r"(?:[Aa]greement|[Ll]icen[cs]e|[Ss]ublicen[cs]e|[Oo]ption|[Dd]eed|letter(?: of intent)?|term sheet|AGREEMENT|that they had signed on|[Cc]ollaboration(?: \w+)?)(?: with [^.;,]{2,60})?,?(?: which was)? (?:(?:made|dated|of|executed|signed|effective|entered into|granted|concluded|made effective|in)(?: and effective)?(?: as of| on| in| this| the)* ?)+$",
            before,
        ):
            role = "made"
        elif _ENDING.search(before) and _END_TOLD.search(text) and not re.search(
            r"\b(?:made|and|is) effective(?: as of)? $|\b(?:dated|granted|signed|had (?:been )?(?:signed|licensed|given|entered|held)[^.;]{0,40}|since|of|licen[cs]ed to \w+ in|by a licen[cs]e of|made on|in a) $|had[^.;]{0,60}$",
            before,
        ):
            role = "ended"
        elif _MAKING.search(before):
            role = "made"
        else:
            role = "event"
            after = text[end : end + 110]
            if re.search(
                r"\b(?:gave|granted|licen[cs]ed|obtained|took|acquired|signed|received|entered)\b[^.;,]{0,60}\b(?:in|on) $",
                before,
            ):
                out.append(Dated(start, iso, "event"))
                continue
            if re.match(
                r"[^.;]{0,70}?\b(?:terminat|rescind|laps|ended\b|returned|notif|deliver\w* notice|gave notice|gave up|surrender|expired)",
                after,
            ) and not re.match(r"[^.;]{0,40}?\b(?:granted|licensed|entered|signed|obtained|had)", after):
                role = "ended"
            elif re.match(r"[^.;]{0,40}?\b(?:amend|modif|enlarged|extended)", after) and not re.match(
                r"[^.;]{0,20}?\bentered", after
            ):
                role = "amended"
        out.append(Dated(start, iso, role))
    return out
