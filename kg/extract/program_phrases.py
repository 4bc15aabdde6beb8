"""The words by which filings tell how far a drug's development is, as data: `find_triggers(text)` → stages named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.late import late
from kg.extract.scan import Scanner, lower


@dataclass(frozen=True, slots=True, order=True)
class Trigger:
    """A stage named at `[start, end)`: `phase` as in `ProgramClaim`, `part` a letter (2a), `status` if implied."""

    start: int
    end: int
    phase: str
    part: str = ""
    status: str | None = None


_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "one": "1", "two": "2", "three": "3", "four": "4"}
_NUMBER = r"(?:I{1,3}|IV|[1-4]|[Oo]ne|[Tt]wo|[Tt]hree|ONE|TWO|THREE)"
_PHASE = late(
    rf"\b(?:Phases?|PHASES?|phases?)[ -]?({_NUMBER})\s?([abc]\b|[abc](?=[/ ,.;)-]|$)|[AB]\b)?"
    rf"(?:\s?(?:/|-|–|‑)\s?(?:Phase )?({_NUMBER})?([abc])?(?=\W|$))?(?!\w)"
)
_SHORT = late(
    r"\bPh\.? ?([123]|I{1,3})()(?:([ab])|(?:\s?[/–-]\s?(?:Ph\.? ?)?([123]|I{2,3})([ab])?))?(?![\w.])"
)
"""A phase as charts shorten it: "Ph 2b"."""
_LISTED = late(rf"(?:, | and |, and | or )(?:Phase )?({_NUMBER})([ab])?\b(?=[ ,.;)](?!\d))")

NDA = (
    r"(?:(?:[Nn]ew [Dd]rug|[Bb]iologics? [Ll]icen[sc]e|[Mm]arketing [Aa]uthori[sz]ation|[Pp]roduct [Ll]icen[sc]e|"
    r"[Pp]remarket [Aa]pproval|marketing|registration|approval) [Aa]pplications?|[Nn]ew [Dd]rug [Ss]ubmissions?|"
    r"registration dossiers?|applications? for (?:marketing|registration|regulatory|approval)|(?:NDAs?|sNDAs?|BLAs?|"
    r"sBLAs?|MAAs?|NDS|JNDA|ANDAs?)\b)"
)
_OTHER: tuple[tuple[str, str, str | None, re.Pattern[str]], ...] = (
    (
        "3",
        "",
        None,
        late(
            r"\b(?:pivotal|registration(?:al)?(?:[- ](?:directed|enabling|intended))?|registrational|confirmatory) "
            r"(?:clinical )?(?:[A-Z][\w-]{2,20} )?(?:trials?|stud(?:y|ies)|programs?|programmes?)\b",
            re.I,
        ),
    ),
    (
        "1",
        "",
        None,
        late(
            r"\bfirst[- ]in[- ](?:human|man)s?\b(?: (?:clinical )?(?:trial|study))?|\b(?:entered|enters|enter|"
            r"entering|entry into) (?:the clinic|clinical (?:trials|testing|development)|human (?:trials|"
            r"testing))\b(?! \w+ Phase)",
            re.I,
        ),
    ),
    (
        "preclinical",
        "",
        None,
        late(
            r"\b(?:pre-?clinical(?:ly)?|non-?clinical(?= (?:development|testing|studies|stage))|IND[- ]enabling|"
            r"(?:work|tests?|testing|toxicology|experiments|studies) (?:(?:that|which) (?:\w+ )?(?:supports?|"
            r"is needed for|are "
            r"needed for)|in support of|to support|supporting|towards?|for) (?:an?|the|its|our) (?:IND|CTA)\b|"
            r"pre-?clin(?=\.?$)|"
            r"pre-?IND\b(?! meeting)|(?:getting|being made|being|made) read(?:y|ied) for (?:the clinic|an IND|human)|"
            r"toxicology package|(?:completed|finished|begun|started|conducting|through) (?:its |"
            r"the )?(?:GLP )?toxicology|preparing (?:it )?for (?:the clinic|an IND)|GLP (?:tox\w*|safety|stud(?:y|"
            r"ies))|"
            r"not (?:yet )?in (?:the clinic|human (?:trials|"
            r"testing))|yet to (?:enter (?:the clinic|clinical|human)|be (?:tested|given|tried) (?:in|to) (?:humans|"
            r"people|"
            r"patients|man))|at the bench|toxicology (?:needed|required)|"
            r"animal (?:testing|stud(?:y|ies)|models?|trials?|tests|experiments|data)|"
            r"(?:evidence|data|results|proof|findings) from (?:\w+ )?(?:animals|mice|rats|dogs|monkeys|rabbits|"
            r"primates)|"
            r"(?<!use )(?<!sale )(?<!sold )(?<!marketed )(?:in|to) (?:laboratory )?(?:animals|mice|rats|"
            r"dogs|monkeys|rodents|rabbits|primates|pigs|sheep|ferrets|hamsters|minipigs|non-?human "
            r"primates)\b|only to animals|only in animals|"
            r"(?:mouse|mice|rat|rabbit|rodent|murine|primate|monkey|dog|canine|porcine|animal) (?:models?|work|"
            r"tests?|stud(?:y|"
            r"ies)|"
            r"immunogenicity|efficacy|toxicology)|stud(?:y|ies) in (?:\w+ )?(?:mice|rats|dogs|monkeys|rabbits|"
            r"primates)|toxicology (?:stud(?:y|"
            r"ies)|testing|work)|not (?:yet )?been (?:tested|studied|given) (?:in|to) (?:humans|people|patients|"
            r"man))\b",
            re.I,
        ),
    ),
    (
        "discovery",
        "",
        None,
        late(
            r"\b(?:(?:at|in) (?:the )?(?:research|discovery)(?: (?:stage|phase))|(?:at|in) discovery|discovery[- "
            r"](?:stage|phase)|lead[- ](?:optimi[sz]ation|identification|generation|selection)|"
            r"hit[- ]to[- ]lead|target validation|screening stage|being screened|screening (?:program|effort)|"
            r"early research stage|(?:at|in) the stage of discovery|discovery (?:research|"
            r"program|effort)|^discovery$|discovery\b(?=[;,.]|$)|before (?:an?|the|any) (?:lead|candidate|"
            r"(?:clinical|development|drug|lead) (?:candidate|compound)) (?:had|has|was|is|could)\b)",
            re.I,
        ),
    ),
    (
        "ind",
        "",
        None,
        late(
            r"(?<![Pp]re-)\b(?:IND|Investigational New Drug(?: [Aa]pplications?)?|"
            r"investigational new drug(?: applications?)?|"
            r"Clinical Trial Applications?|clinical trial applications?|CTAs?)\b"
            r"(?! ?[- ]?[Ee]nabling)(?! holder)|\b[Aa]pplications? (?:(?:with|to) [^.;,]{2,40}? )?(?:for (?:permission|"
            r"approval|clearance) )?"
            r"to (?:begin|start|conduct|commence) (?:human |clinical |an? )*(?:trials?|stud(?:y|ies)|testing)\b",
        ),
    ),
    ("filed", "", None, late(rf"\b{NDA}")),
    (
        "filed",
        "",
        "active",
        late(
            r"\bunder (?:active |priority |standard |regulatory )?review (?:at|by|with) (?:the )?(?:U\.S\. )?(?:FDA|"
            r"Food and Drug|EMA|European|NMPA|PMDA|MHRA|Health Canada)|\bbefore the (?:FDA|EMA)\b|\b(?:PDUFA|target "
            r"action|goal|action|decision) date\b|\basked the (?:U\.S\. )?(?:FDA|Food and Drug Administration|EMA|"
            r"agency|authorities|regulators?) to (?:approve|license|register)\b|\bon the (?:FDA|EMA|agency)[’']s desk\b"
        ),
    ),
    (
        "filed",
        "",
        "active",
        late(
            r"\b(?:has|have) been (?:filed|submitted) (?:in|with|to) (?:the )?(?=[A-Z])|"
            r"\b(?:filed|applied|submitted) (?:in [A-Z]\w+ |with the \w+ )?for (?:marketing |regulatory |its |FDA |US |"
            r"U\.S\. |European )?"
            r"(?:approval|registration|clearance|licensure|(?:marketing )?authori[sz]ation)\b|\b(?:approvable|complete "
            r"response|not approvable) letters?\b|\b(?:await(?:s|ing)?|pending before|pending with) (?:an? |the |its |"
            r"their )?(?:FDA|EMA|EU|European|U\.S\.|US|regulatory|agency|Commission|marketing|final)(?:[’']s)? "
            r"(?:\w+ )?"
            r"(?:verdict|decision|approval|action|ruling|clearance|opinion|review|authori[sz]ation)\b"
        ),
    ),
    (
        "filed",
        "",
        None,
        late(
            r"\b(?:seek|file for|apply for|request|pursue|seeking|applying for|filing for) (?:marketing |regulatory |"
            r"FDA |U\.S\. |US |EU |European )*(?:approval|clearance|registration|authori[sz]ation|licensure)\b"
            r"(?! of the| by| from (?:our|the (?:stock|share|board)))"
        ),
    ),
    (
        "approved",
        "",
        "active",
        late(
            r"(?<!be )(?<!not )(?<!if )(?<!until )(?<!when )(?<!once )(?<!first )\bapproved (?=(?:by|in|for|as|to "
            r"treat|product|drug|gel|cream|medicine|vaccine|last|on|therapy|treatment|and)\b)|\b(?:authori[sz]ed|"
            r"registered|cleared) (?=(?:for (?!sale of|issuance)|by (?:the )?(?:FDA|EMA|European|MHRA|Health Canada|"
            r"Ministry|NMPA|PMDA)|in [A-Z]\w+ (?:and [A-Z]\w+ )?for|to treat)\b)|\b(?:has|have|had|FDA|EMA|Commission|"
            r"Agency|Administration|Ministry|agency|authorities|regulators?) (?:just |recently |also )?(?:approved|"
            r"cleared|authori[sz]ed) "
            r"(?=(?:our |its |the )?(?!INDs?\b|CTAs?\b|Investigational|Clinical|Phase|Plan\b)[A-Z0-9][\w®-]+)|"
            r"\bclearance (?:from [\w .,]{2,40}? )?to (?:market|sell)\b|\bmarketing clearance\b|\b(?:[Aa]pproval|"
            r"authori[sz]ation|clearance)(?: (?:in|from|by|of) [^.;,]{2,50}?)?,? (?:has been |was |were |have been )"
            r"(?:today |just |recently |now )?(?:obtained|granted|received|given|secured|won|bestowed|conferred|issued|"
            r"announced|awarded)\b|\b[Aa]pproval of (?=[A-Z][^.;]{2,90}? (?:came|arrived|followed) (?:in|on|last|"
            r"this)\b)|\bFDA "
            r"approval (?=(?:in )?(?:19|20)\d\d)|\bapproved "
            r"(?=[A-Z][\w®-]+ (?:for|as|in|to treat)\b)|"
            r"\b(?:received|"
            r"obtained|won|granted|secured|gained|holds?|has) "
            r"(?!been )(?:\w+ ){0,4}?(?<!for )(?:marketing |regulatory |accelerated |full |FDA |conditional )?"
            r"(?:approval|marketing authori[sz]ation)\b"
            r"(?! (?:(?:from|of|by) [^.;,]{2,30} )?to (?:proceed|begin|conduct|start|initiate|test|run|commence)\b)"
            r"(?! (?:of|for) (?:the|its|our|an?) (?:IND|protocol|trial|study)\b)|\bapproval (?:was (?:granted|"
            r"obtained|received)|came)",
        ),
    ),
    (
        "marketed",
        "",
        "active",
        late(
            r"\b(?:(?:which|that) (?:an?|another|one|some|several) (?:[\w-]+ ){0,2}(?:company|companies|firm|"
            r"firms|house|"
            r"manufacturer|group) (?:now )?(?:sells?|markets?|supplies|supply|makes?)\b|"
            r"(?:which|that) (?:[A-ZÀ-Þ][\w&.’'-]*(?:,? (?:[A-Z&À-Þ][\w&.’'-]*|plc|and|of|de)){0,5}) (?:now |also )?"
            r"supplies (?=(?:it )?for (?!us\b))"
            r"|(?:which|that|who) (?:[A-ZÀ-Þ][\w&.’'-]*(?:,? (?:[A-Z&À-Þ][\w&.’'-]*|plc|and|of|de)){0,5} |we |it "
            r"|the Company "
            r")?(?:now |currently |already |also )?(?:sells|markets|sell|market|launched|promotes|distributes)\b"
            r"|(?:is|are|has been|have been) (?:now |currently |already |also |being |first )?(?:marketed|sold|"
            r"launched|commerciali[sz]ed|commercially available|on the market|available commercially|prescribed)\b"
            r"|(?:has|have) (?:now |already |also |since |since then )?(?:marketed|sold|launched)\b|, (?:marketed|"
            r"sold|launched|distributed) (?:by|in|for|as|under|since)\b"
            r"|\b(?:sells|launched|promotes)\b|(?<!the )(?<!in )(?<!of )(?<!or )(?<!an )\bmarkets "
            r"(?!(?:in|for|of|or|to|are|is|were|have|has|had|will|would|could|may|can|such|that|which|where|who|"
            r"through|with|on|at|as|"
            r"by|from|over|outside|other|and (?!sells|distributes|promotes|makes))\b)|\b[Ww]e (?:sell|market)\b|"
            r"\b(?:we|and|have) (?:sold|"
            r"marketed) (?:it|them)\b|\bon (?:the |both )?(?:(?:[A-Z][\w.]*|American|European|"
            r"Japanese) (?:and )?){0,3}markets?\b|\bmarketed (?:product|drug|treatment|therapy|medicine|"
            r"vaccine|brand|asthma)s?\b|\bits marketed\b"
            r"|\b(?:[Nn]et )?(?:[Pp]roduct )?(?:[Ss]ales|[Rr]evenues?) (?:of|from)(?= (?:[A-Z][\w®™-]+|our|the (?:drug|"
            r"product)|its)\b)|\b[Nn]et sales\b|\bof sales\b|\bproduct sales\b|\bcommercial-stage\b|\b[Ss]old "
            r"(?:by|in|throughout|under|for(?! [$€£\d]))\b|\bmarketed (?:by|in|for|as|under|throughout)\b"
            r"|\b(?:[Ll]aunched|[Mm]arketed|[Ii]ntroduced) (?:in|since) (?:the |early |late |[A-Z]\w+ )?(?:19|"
            r"20)\d\d\b|"
            r"\bwithdr(?:ew|awn) (?=[^.;]{0,70} from (?:the )?(?:[\w.]+ ){0,3}markets?\b)|\bpulled (?=[^.;]{0,70} from "
            r"(?:the )?(?:[\w.]+ ){0,3}markets?\b)|\b(?:is|are) (?:now )?(?:launching|selling|marketing)\b|"
            r"\b(?:began|begun|started|commenced) (?:selling|marketing|shipping|sales of)\b|"
            r"\bderive\w* (?:[\w,]+ ){0,8}?(?:revenues?|sales|income) from\b|"
            r"\b(?:has|have) sold (?:it|them)\b|\bsold (?:there|here)\b|\btaken off the market\b|\b[Tt]urnover of\b|"
            r"\bcontinues? to (?:market|sell|promote|distribute)\b|\b(?:we|it|and) shipped\b|\bavailable from\b|"
            r"\b(?:the|a) mainstay (?:of|in|for)\b|"
            r"\bbe(?:en|come) the (?:\w+ )?(?:mainstay|standard)\b|\blong the standard\b|"
            r"\bcommercially available\b|\breached the market\b|\b(?:brought|took) [A-Z]\w+ to market\b|\bcame to "
            r"market\b|\b(?:went|is|are) on sale\b|"
            r"\b(?:is|are|remains) (?:the |an? )?(?:(?:most|widely|commonly|leading|standard|frequently|often|"
            r"first-line) )+"
            r"(?:used |prescribed )?(?:treatment|drug|therapy|medicine|used|prescribed)\b|\bavailable by "
            r"prescription\b|\babl[ey] to prescribe\b|\bour (?:commercial|marketed) product\b|"
            r"\b(?:has|have) (?:long )?been (?:in (?:\w+ )?use\b(?= (?:for|in|since|against))|(?:in|on) "
            r"(?:the )?(?:\w+ )?(?:drug ?stores|pharmacies|shelves)|(?:dispensed|to be had)\b)|"
            r"\bon (?:pharmacy|drug ?store) shelves\b|"
            r"\b(?:has|have) (?:now |long |already )?prescribed\b|\bbrought out\b(?= (?:in|for|by|last)\b))"
        ),
    ),
)
_NOT_MARKETED_BEFORE = late(
    r"(?:\b(?:to|may|might|could|would|will|can|shall|cannot|not|rights?|right to) (?:\w+ ){0,1}|\b(?:make|develop|"
    r"manufacture|register|produce|use|import|promote|distribute|offer|commerciali[sz]e|promotes?|making|register,) "
    r"(?:and|or) |\b(?:royalt(?:y|ies)|percent|% )(?: \w+){0,3} (?:on|of) (?:\w+[’']?s? ){0,3}|"
    r"\b(?:of|on|its|our|their|annual|worldwide|future|product|cent of|from|tiered|’s|'s) |(?:%|\bpercent|"
    r"\bper cent) )$",
    re.I,
)
_PHASE_AWAY = late(
    r"(?:\b(?:no|without|"
    r"until|before|prior to|through|(?<!followed )by|costs? of|share of|funding of|if|each|any|after (?:the )?(?:end|"
    r"completion|start) of|(?:upon|until|by) (?:the )?(?:successful )?(?:completion|end|commencement|initiation|"
    r"start|conclusion) of|"
    r"(?<!came to the )(?<!come to the )(?<!reached the )end of|commencement of|initiation of|ready for|readiness for|"
    r"suitable for) (?:the |an? |its |any |each |first "
    r"|such |global |planned |proposed |pivotal |next )*(?:\w+ of (?:the |an? )?)?)$",
    re.I,
)
_TAKEN_THROUGH = late(
    r"\b(?:taken|took|carried|brought|put|gone|went|been|passed|come|came|comes|got|"
    r"made it)(?: [\w-]+){0,4} through (?:a )?$"
)
_NO_TRIAL = late(
    r"[ -](?:doses?(?![ -](?:escalation|expansion|finding|ranging|response|comparison))|meetings?|units?|clinics?|"
    r"protocol assistance)\b"
)
_RESULTS_KNOWN = late(r" (?:results|data|read-?outs?)\b")
_UNTIL = late(
    r"\b(?:after|until|before|once|when|pending|upon|await\w*|following) (?:the |our |its |those )?$", re.I
)
_ONLY_AIMED_AT = late(
    r"\b(?:precedes?|needed for|required for|necessary for|support(?:ing)? (?:of )?|towards?|before (?:filing|"
    r"submitting|"
    r"lodging)|preceding|prior to) (?:an?|the|its|our)? ?$"
)
_READY = late(r"[ -](?:ready|enabling)\b")


def _number(word: str) -> str:
    return _ROMAN.get(word.lower(), word)


def _phase(text: str, match: re.Match[str]) -> list[Trigger]:
    """The stages of one "Phase …" ("Phases 1 and 2" are two)."""
    short = match.re.pattern == _SHORT.pattern
    first, part = _number(match[1]), (match[2] or match[3] if short else match[2] or "") or ""
    after = match[4] if short else match[3]
    part, second = part.lower(), _number(after) if after else ""
    if first == "4" or _READY.match(text, match.end()):
        return []
    phase, part = (f"{first}-{second}", "") if second and second > first else (first, part)
    out = [Trigger(match.start(), match.end(), phase, part)]
    listed = _LISTED.match(text, match.end()) if match[0].lower().startswith("phases") else None
    while listed:
        out.append(Trigger(listed.start(), listed.end(), _number(listed[1]), listed[2] or ""))
        listed = _LISTED.match(text, listed.end())
    return [t for t in out if t.phase in ("1", "2", "3", "1-2", "2-3")]


_PATTERNS = {"phase": _PHASE, "phase short": _SHORT, **{str(number): row[3] for number, row in enumerate(_OTHER)}}


@lru_cache(maxsize=1)
def _scanner() -> Scanner:
    return Scanner(_PATTERNS)


def find_stages(text: str, low: str, start: int = 0, end: int | None = None) -> list[Trigger]:
    """Every stage named in `text[start:end]`, in order; `low` is the text in lower case."""
    out: list[Trigger] = []
    for name, match in _scanner().scan(text, low, start, end):
        if name.startswith("phase"):
            out += _phase(text, match)
            continue
        phase, part, status, _ = _OTHER[int(name)]
        left = text[max(start, match.start() - 48) : match.start()]
        if phase == "marketed" and _NOT_MARKETED_BEFORE.search(left):
            continue
        if (
            phase == "approved"
            and re.search(r"\b(?:be|not|no|if|once|when|until|any|to|yet|of|an?) $", left)
            and not re.search(r"\ban $", left)
        ):
            continue
        out.append(Trigger(match.start(), match.end(), phase, part, status))
    return sorted(out)


_COMBINED = late(r"[Pp]hase ?(?:1|I|2|II)[ab]?\s?[/–-]\s?(?:[Pp]hase )?(?:2|3|II)")
_DONE_WITH = late(
    r"\b(?:cleared|clearance|accept(?:ed|ance)|fil(?:e|ed|ing)|submit(?:s|ted)?|submission|in effect|effective|open|"
    r"opened|allowed|active|proceed|no[- ]objection|lodged|went to|(?:IND|CTA|submission|filing) (?:planned|expected|"
    r"targeted|anticipated))\b", re.I
)
_CLAUSE = late(r"; |\),? (?:and |or )?[A-Z]|, (?:and|but|with|while|which|so|we) |\. | and (?=(?:\w+ ){0,2}"
                     r"(?:expect|plan|intend|hope|"
                     r"aim|will|the first|dosing|enrol|the trial|is|are|has|have)\w*\b)|"
                     r" (?:opens|clears|paves) the way ")  # fmt: skip


def _stands_alone(text: str, filing: Trigger, numbered: Sequence[Trigger], start: int) -> bool:
    """Is an application to begin trials told in a clause apart from the trials (not "IND for a Phase 1 trial")?"""
    for trial in numbered:
        first, second = sorted((filing, trial))
        if _CLAUSE.search(text, first.end, second.start) is None:
            return False
    before = max([start, *(t.end for t in numbered if t.end <= filing.start)])
    after = min([len(text), *(t.start for t in numbered if t.start >= filing.end)])
    return _DONE_WITH.search(text[max(before, filing.start - 80) : min(after, filing.end + 110)]) is not None


def settle(text: str, found: Sequence[Trigger], start: int) -> list[Trigger]:
    """The stages of a sentence (it starts at `start`) without those only mentioned ("until the end of Phase 2")."""
    numbered = [t for t in found if text[t.start : t.start + 2].lower() == "ph"]
    kept: list[Trigger] = []
    for trigger in found:
        if trigger not in numbered and (
            (trigger.phase == "1" and numbered)
            or (trigger.phase == "3" and any(abs(p.start - trigger.start) < 60 for p in numbered))
        ):
            continue
        left = text[max(start, trigger.start - 60) : trigger.start]
        if trigger in numbered and _PHASE_AWAY.search(left) and not _TAKEN_THROUGH.search(left):
            continue
        if kept and (
            trigger.start < kept[-1].end
            or (trigger.phase == kept[-1].phase and text[kept[-1].end : trigger.start] in (" (", ", or "))
        ):
            continue  # "New Drug Application (NDA)"
        if trigger.phase == "ind" and _ONLY_AIMED_AT.search(text[max(start, trigger.start - 40) : trigger.start]):
            continue
        filed_twice = kept and trigger.phase == kept[-1].phase == "filed"
        if filed_twice and not _CLAUSE.search(text, kept[-1].end, trigger.start):
            continue  # "before the FDA under an NDA"
        if trigger in numbered and _NO_TRIAL.match(text, trigger.end):
            continue  # "the recommended Phase 2 dose"
        if (
            trigger in numbered
            and _RESULTS_KNOWN.match(text, trigger.end)
            and _UNTIL.search(text[max(start, trigger.start - 24) : trigger.start])
        ):
            continue  # "we will seek a partner after the Phase 2 results are known"
        if (
            trigger in numbered
            and re.match(r" (?:part|portion|component|segment|arm)\b", text[trigger.end : trigger.end + 12])
            and _COMBINED.search(text, max(0, start - 800), trigger.end + 200)
        ):
            continue  # the first part of a Phase 1/2 trial is no trial of its own
        kept.append(trigger)
    filings = [t.end for t in kept if t.phase == "ind"]
    if filings:  # it was the trial that was cleared
        kept = [
            t
            for t in kept
            if t.phase != "approved"
            or not (
                re.match("clearance|authori", text[t.start : t.end])
                or any(e <= t.start and not _CLAUSE.search(text, e, t.start) for e in filings)
            )
        ]
    numbered = [t for t in kept if t.phase[0].isdigit()]
    return [t for t in kept if t.phase != "ind" or not numbered or _stands_alone(text, t, numbered, start)]


def find_triggers(text: str, start: int = 0, end: int | None = None) -> list[Trigger]:
    """Stages stated in the passage `text[start:end]`."""
    stop = len(text) if end is None else end
    passage = text[start:stop]
    found = find_stages(passage, lower(passage))
    moved = [Trigger(t.start + start, t.end + start, t.phase, t.part, t.status) for t in found]
    return settle(text, moved, start)
