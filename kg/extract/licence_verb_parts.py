"""A verb in the shape of a sentence → who does what it says, to whom, from whom, by whom, and which right it is about."""

# ruff: noqa: E501, SIM102 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.late import late
from kg.extract.licence_event import ADVERB, Event, named_in, pattern
from kg.extract.licence_sentence import DRUG, ORG, ORGS, Sentence
from kg.model import OrgRef

_PREPOSITION = late(
    r"(?:\b(?:from|of|with|by|to|under|for|between|among|against|than|on|at|in|via|through|upon|including|like|into|toward|towards|over|about|regarding|per|notified|told|paid|pays|pay|gave|gives|granted|grants|owes?|informed|as)|[a-z]ed) +(?:the +|its +|our +|both +)?$"
)
PASSIVE = pattern(
    r"\b(?:is|are|was|were|been|being|be|stands|remains)(?: (?:\w+ly|also|now|then|not|thereby|hereby|in turn|jointly|already|since|since [A-Z]\w+ \d+, \d{4},?|first|today|each|in \d{4}|on [A-Z]\w+ \d+, \d{4}))*,? $"
)
HAVE_BEEN = pattern(
    r"\b(?:has|have|had)(?:, since [^,;]{3,30},|, in [^,;]{3,20},)? been(?: \w+ly| also| since [^,;]{3,30})?,? $"
)
_ACROSS_RELATIVE = pattern(
    rf"({ORG}),? (?:(?:to|from|with|by) )?(?:which|whom|who)\b[^;]+, (?:has|have|had|is|was|will|would)(?: {ADVERB})* *$"
)
PERFECT = pattern(rf"\b(?:has|have|had)(?:,? {ADVERB})*,? *$")
_PRONOUN_SUBJECT = pattern(
    r"(?:^|[,;:] ?|\b(?:and|that|said|because|when|while|as|until|but|which|announced|today) )(?P<who>[Ii]t|[Tt]hey|[Hh]e|[Ss]he|[Ee]ach(?: company| party)?|[Nn]either)(?: {0}| itself| is| are| was| were)*,? ?$".replace(
        "{0}", ADVERB
    )
)
DIRECT = pattern(
    rf"^(?: back| back to|,? {ADVERB}| to| in turn| upon| on| unto| with| out to| for [^,;\ue000-\uefff]{{3,60}} to)*,? (?:the )?({ORGS})(?<!\uf8fe)(?!(?: *)['’\uf8fe])"
)
TO = pattern(
    rf" (?:to|upon|unto|in favou?r of|out to|on) (?:its (?:\w+ )?(?:affiliate|subsidiary|partner|parent|licensee),? |[Tt]he )?({ORGS})(?<!\uf8fe)(?! ?['’])"
)
FROM = pattern(
    rf" from (?:its (?:\w+ )?(?:affiliate|subsidiary|partner|parent|licensor|inventor),? |the )?({ORGS})(?<!\uf8fe)(?!['’] ?s? (?:veterinary|\w+ )?affiliate)"
)
BY = pattern(
    rf"(?:^| )by (?:its (?:\w+ )?(?:affiliate|subsidiary|partner|parent|licensor),? |both |[Tt]he )?({ORGS})(?<!\uf8fe)(?!['’])"
)
OF_OWNER = pattern(rf" (?:in|to|under|for|on|of|with) ({ORG})(?:['’]s?|(?<=\uf8fe)) ")
DRUG_NAME = late(DRUG)
STRONG_RIGHT = pattern(
    rf"\b(?:(?:exclusive|co-exclusive|non-?exclusive|sole)\b[^;.]{{0,60}}?\b(?:rights?|licen[cs]es?|option)|(?:sub-?|cross-?)?licen[cs]es?\b|rights? (?:in|for) [^;.\ue000-\uefff]{{3,50}} (?:to|in|under|over) {DRUG}|rights? (?:in|to|under|over|for|of) (?:{DRUG}|[^;.]{{0,40}}(?:patent|technolog|compound|drug|program|product|molecule|invention|candidate|platform|antibod|vaccine))|\boption\b|right, title|title and interest|rights? to (?:\w+ly )?(?:develop|commerciali[sz]e|market|sell|make|use|manufacture|distribute|practi[sc]e|register|exploit|import|promote)|(?:worldwide|global|commercial|development|marketing|all|those|these|its|ex-U\.?S\.?|U\.S\.|veterinary|American|European|Japanese) rights|entire (?:right|interest)|(?:patents?|all) (?:and|,)[^;.]{{0,80}}(?:data|know-how|regulatory)|(?:the|all) patents (?:on|to|covering|for)|the right to [^;.]{{0,60}}licen[cs]e)",
    re.I,
)
ASSET = pattern(
    rf"{DRUG}|\ball (?:of its )?(?:right|asset|patent)|entire (?:right|interest)|\bassets\b|\bpatents\b|\bprogram\b",
    re.I,
)


def subject_of(sentence: Sentence, start: int, at: int) -> tuple[tuple[OrgRef, ...], bool, int]:
    """Who does what the verb at `at` says, whether a pronoun said it, and where that subject begins."""
    left = sentence.shape[start:at]
    apart = _ACROSS_RELATIVE.search(left)
    if apart:
        return named_in(sentence, apart[1]), False, start + apart.start()
    said = _PRONOUN_SUBJECT.search(left)
    if said and not re.search(ORG, left[said.end("who") :]):
        agreed = re.search(rf"(?:with|by|from) +({ORG})[^;\ue000-\ue7ff]{{0,60}} that +$", left[: said.start("who")])
        if agreed:
            return named_in(sentence, agreed[1]), False, start + said.start("who")
        before = [m for m in re.finditer(ORGS, left[: said.start()]) if not _PREPOSITION.search(left[: m.start()])]
        after = sentence.orgs_of(sentence.shape[at:])
        for found in reversed(before) if len(before) > 1 else before:
            orgs = tuple(o for o in named_in(sentence, found[0]) if o not in after)
            if orgs and left[found.end() : found.end() + 1] not in ("'", "’"):
                return orgs, False, start + said.start("who")
        return (), True, start + said.start("who")
    for found in reversed(list(re.finditer(ORGS, left))):
        gap = left[found.end() :]
        if (found[0].endswith("\uf8fe") or re.match(r" ?['’]", gap)) and not re.match(r" ?['’]s? *$", gap):
            continue
        governed = _PREPOSITION.search(left[: found.start()])
        relative = re.match(
            r" *,? +(?:which|who|that(?! +(?:it|they|we|he|she|the|an?|its|our|there|[\ue000-\ue7ff])))\b", gap
        )
        if relative and re.search(
            r"\b(?:to|from|under|by|of|with|for|in) +$", left[: found.end() + relative.end()][: -len("which")] or ""
        ):
            relative = None
        if (
            not relative
            and re.search(r"[a-zA-Z)],? +(?:which|who) [^,;]{0,60}$", gap)
            and not re.match(r" *,? +(?:which|who)", gap)
        ):
            return (), False, at
        if governed and not relative:
            # "On March 2, Acme …": a preposition that governs a date, not the name.
            if not re.search(r"(?:\d{4}|same day|date),? +$", left[: found.start()]):
                continue
        if len(gap) > 170:
            break
        return named_in(sentence, found[0]), False, start + found.start()
    return (), False, at


_AND_TO = pattern(rf"(?:,|,? and|;)(?: [^;\ue000-\ue7ff]{{0,70}})? to ({ORG})(?!['’]|\uf8fe)")


def further(
    sentence: Sentence, givers: tuple[OrgRef, ...], at: int, end: int, kind: str | None, missing: bool
) -> Iterator[Event]:
    """ "to A in Europe and to B in Japan": a second receiver is a second licence."""
    while match := _AND_TO.match(sentence.shape, at) or _AND_TO.search(sentence.shape[:end], at):
        between = sentence.shape[at : match.start()]
        if re.search(r"\b(?:which|who|that)\b|licen|grant|assign", match[0]):
            return
        if re.search(
            r"[\ue000-\ue7ff]|\b(?:is|are|was|were|has|have|had|will|pays?|paid|agreed)\b", between
        ) or re.search(r"\b(?:pays?|paid|report|according|relat|payment|sold|suppl|deliver|compar|similar|prior|due|owed|refer|submi|present)\w*\b", match[0]):
            return
        yield Event(
            match.start(),
            end,
            "license-further",
            givers,
            named_in(sentence, match[1]),
            (),
            kind,
            match.start() + 2,
            missing,
        )
        at = match.end()


_NOT_OBJECT = late(
    r"^(?: +\w+)? +(?:written +|prior +|its +|due +)?(?:notice|consent|effect|rise|way|up|birth|approval|permission to prepare|no|nothing|none|neither)\b|^ +(?:no|any other) +"
)
_NOTICE = late(rf"^ +(?:the +)?{ORG}(?: +(?:[\w’'-]+|\d+)){{0,4}} +notice\b")
_EVERY = late(r" +(?:every|all)\b(?! \w+ (?:and \w+ )?(?:licen|rights? from))")
INFINITIVE = late(r"(?:\bto|\band|\bor|,|\bfor|\bto \w+ly) +$")
WILLING = late(
    r"(?:agree[sd]?|agreeing|elect(?:s|ed)?|is|are|was|were|obliged|undert(?:akes|ook)|decided|has|have|had|bound|asked|required) +to +$|\bhereby +$"
)


def hollow(left: str, right: str, word: str) -> bool:
    """Is the verb an infinitive of purpose ("rights to make and sell"), or its object no right ("gave notice")?"""
    if _NOT_OBJECT.match(right) or (HAS.match(word) and _EVERY.match(right)):
        return True
    if word.startswith(("g", "serv")) and _NOTICE.match(right):
        return True
    bare = not word.endswith(("s", "ed", "en", "old", "ave", "ook", "ot", "ing", "ad", "ought", "ade over", "es"))
    return bare and bool(INFINITIVE.search(left)) and not WILLING.search(left)


def right_phrase(text: str) -> str:
    """The first word for a right in a text, "" when there is none."""
    match = re.search(r"(?:sub-?licen[cs]e|option|licen[cs]e|rights?)", text, re.I)
    return match[0] if match else ""


HAS = late(
    r"ha(?:s|ve|d|ving)$|h(?:olds?|eld|olding)$|enjoys?|enjoyed|retains?|controls?|own|possess|practice|is entitled|are entitled|was entitled",
    re.I,
)
SAME_LICENCE = late(r"\b(?:that|the|this|its|such|said) +(?:sub-?)?licen[cs]e\b")
