"""Titles of office → role codes ("chief-executive-officer", "director"), which the ontology lists as `role_<code>`.

`ROLES` is the one list of codes with their labels; `role_codes(title)` gives the codes of a title, in its order.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.late import late
from kg.extract.position_titles import offices

ROLES: dict[str, str] = {
    "chief-executive-officer": "Chief executive officer",
    "chief-financial-officer": "Chief financial officer",
    "chief-operating-officer": "Chief operating officer",
    "chief-medical-officer": "Chief medical officer",
    "chief-scientific-officer": "Chief scientific officer",
    "chief-technology-officer": "Chief technology or technical officer",
    "chief-business-officer": "Chief business officer",
    "chief-commercial-officer": "Chief commercial officer",
    "chief-legal-officer": "Chief legal officer",
    "chief-accounting-officer": "Chief accounting officer",
    "chief-administrative-officer": "Chief administrative officer",
    "chief-development-officer": "Chief development officer",
    "chief-human-resources-officer": "Chief human resources or people officer",
    "chief-information-officer": "Chief information officer",
    "chief-compliance-officer": "Chief compliance officer",
    "chief-strategy-officer": "Chief strategy officer",
    "chief-regulatory-officer": "Chief regulatory officer",
    "chief-manufacturing-officer": "Chief manufacturing officer",
    "chief-marketing-officer": "Chief marketing officer",
    "chief-officer": "Other chief officer",
    "principal-executive-officer": "Principal executive officer",
    "principal-financial-officer": "Principal financial officer",
    "principal-accounting-officer": "Principal accounting officer",
    "president": "President",
    "executive-vice-president": "Executive vice president",
    "senior-vice-president": "Senior vice president",
    "vice-president": "Vice president",
    "executive-chair": "Executive chair",
    "chair": "Chair of the board",
    "vice-chair": "Vice chair of the board",
    "lead-independent-director": "Lead independent director",
    "director": "Director (member of the board)",
    "managing-director": "Managing director",
    "executive-director": "Executive director",
    "area-director": "Director of a field of work",
    "supervisory-board-member": "Member of a supervisory board",
    "management-board-member": "Member of a management board",
    "trustee": "Trustee",
    "treasurer": "Treasurer",
    "controller": "Controller",
    "secretary": "Secretary",
    "general-counsel": "General counsel",
    "counsel": "Counsel",
    "general-manager": "General manager",
    "manager": "Manager",
    "head": "Head of a field of work",
    "partner": "Partner",
    "founder": "Founder",
    "academic-officer": "Officer of a university",
    "legal-representative": "Legal representative",
    "officer": "Other officer",
}

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (late(pattern, re.I), code)
    for pattern, code in (
        (r"\bchief executive and (?:chief )?financial officer\b", "chief-executive-officer"),
        (
            r"\bchief executive(?: officer)?\b|\bceo\b|directeur général(?! délégué)|directrice générale"
            r"|amministratore delegato|consejero delegado", "chief-executive-officer"),
        (r"\bchief (?:[\w&, ]+ )?financ(?:e|ial) (?:[\w&, ]+ )?officer\b|\bcfo\b", "chief-financial-officer"),
        (r"\bchief (?:[\w&, ]+ )?operati(?:ng|ons) officer\b|\bcoo\b", "chief-operating-officer"),
        (r"\bchief (?:[\w&, ]+ )?medical officer\b|\bcmo\b", "chief-medical-officer"),
        (r"\bchief (?:[\w&, ]+ )?(?:scientific|science|research) officer\b|\bchief scientist\b|\bcso\b",
         "chief-scientific-officer"),
        (r"\bchief (?:[\w&, ]+ )?techn(?:ology|ical) officer\b|\bcto\b", "chief-technology-officer"),
        (r"\bchief (?:[\w&, ]+ )?business officer\b|\bcbo\b", "chief-business-officer"),
        (r"\bchief (?:[\w&, ]+ )?commercial officer\b|\bcco\b", "chief-commercial-officer"),
        (r"\bchief (?:[\w&, ]+ )?legal officer\b|\bclo\b|\bchief counsel\b", "chief-legal-officer"),
        (r"\bchief (?:[\w&, ]+ )?accounting officer\b", "chief-accounting-officer"),
        (r"\bchief (?:[\w&, ]+ )?administrative officer\b|\bcao\b", "chief-administrative-officer"),
        (r"\bchief (?:[\w&, ]+ )?development officer\b|\bcdo\b", "chief-development-officer"),
        (r"\bchief (?:[\w&, ]+ )?(?:human resources|people|talent)(?: [\w&, ]+)? officer\b|\bchro\b|\bcpo\b",
         "chief-human-resources-officer"),
        (r"\bchief (?:[\w&, ]+ )?information officer\b|\bcio\b", "chief-information-officer"),
        (r"\bchief (?:[\w&, ]+ )?compliance officer\b", "chief-compliance-officer"),
        (r"\bchief (?:[\w&, ]+ )?strateg(?:y|ic) officer\b", "chief-strategy-officer"),
        (r"\bchief (?:[\w&, ]+ )?regulatory(?: affairs)? officer\b", "chief-regulatory-officer"),
        (r"\bchief (?:[\w&, ]+ )?(?:manufacturing|production)(?: [\w&]+)? officer\b", "chief-manufacturing-officer"),
        (r"\bchief (?:[\w&, ]+ )?marketing officer\b", "chief-marketing-officer"),
        (r"\bchief\b", "chief-officer"),
        (r"\bprincipal executive\b", "principal-executive-officer"),
        (r"\bprincipal financial\b", "principal-financial-officer"),
        (r"\bprincipal (?:financial and )?accounting\b", "principal-accounting-officer"),
        (r"\bexecutive[ -]vice[ -]president\b|\bevp\b", "executive-vice-president"),
        (r"\b(?:senior|sr\.)[ -]vice[ -]president\b|\bsvp\b", "senior-vice-president"),
        (r"\bvice[ -]president\b|\bvp\b", "vice-president"),
        (r"(?<!vice )(?<!vice-)\bpresident\b|président-directeur", "president"),
        (r"(?<!non-)(?<!non )(?<!non)\bexecutive chair", "executive-chair"),
        (r"\b(?:vice|deputy)[ -]chair", "vice-chair"),
        (r"(?<!vice )(?<!vice-)(?<!deputy )\bchair(?:man|woman|person)?\b|président du conseil", "chair"),
        (r"\blead(?:ing)? independent director\b|\bsenior independent director\b", "lead-independent-director"),
        (r"\bmanaging director\b|geschäftsführer", "managing-director"),
        (r"(?<!non-)(?<!non )\bexecutive director\b", "executive-director"),
        (r"\bsupervisory board\b", "supervisory-board-member"),
        (r"\b(?:management|executive) board\b|\bboard of management\b", "management-board-member"),
        (
            r"\bdirector(?: of (?!the board|directors)|, )\w|\b(?:medical|research|scientific|clinical|technical"
            r"|senior|associate|finance|sales) director\b", "area-director"),
        (
            r"\bmember of (?:the )?board\b|\bboard member\b"
            r"|(?<!managing )(?<!executive )(?<!medical )(?<!research )(?<!scientific )(?<!clinical )(?<!technical"
            r" )(?<!senior )(?<!associate )(?<!finance )(?<!sales )\bdirector\b(?! of (?!the board))(?!, [A-Z])"
            r"(?!s\b)", "director"),
        (r"\bnon-?executive director\b|\bamministratore unico\b", "director"),
        (r"\btrustee\b", "trustee"),
        (r"\btreasurer\b", "treasurer"),
        (r"\b(?:controller|comptroller)\b", "controller"),
        (r"\bsecretary\b", "secretary"),
        (r"\bgeneral counsel\b", "general-counsel"),
        (r"(?<!general )(?<!chief )\bcounsel\b", "counsel"),
        (r"\bgeneral manager\b", "general-manager"),
        (r"(?<!general )\bmanager\b", "manager"),
        (r"\bhead\b", "head"),
        (r"\bpartner\b", "partner"),
        (r"\bfounder\b", "founder"),
        (r"\b(?:provost|chancellor|rector|dean|registrar|bursar|department)\b", "academic-officer"),
        (r"\blegal representative\b", "legal-representative"),
    )
)  # fmt: skip


@lru_cache(maxsize=1024)
def role_codes(title: str) -> tuple[str, ...]:
    """The codes of every office in a title, in order of the text; ("officer",) for an office the list does not know."""
    codes: dict[str, None] = {}
    for office in offices(title):
        taken: list[tuple[int, int, str]] = []
        for pattern, code in _RULES:
            for match in pattern.finditer(office):
                a, z = match.span()
                if not any(a < end and start < z for start, end, _ in taken):
                    taken.append((a, z, code))
        codes.update(dict.fromkeys(code for _, _, code in sorted(taken)))
    return tuple(codes) or ("officer",)
