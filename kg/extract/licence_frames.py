"""Shape of a sentence → who gives which right to whom: verbs in active and passive, nouns with their prepositions.

Each frame yields `Event`s with the parties it could name; what it could not (often "the Company", in the sentence before)
is left empty for the discourse to fill. No frame guesses a direction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.licence_sentence import DRUG, ORG, ORGS, Sentence
from kg.extract.licence_words import ADJ, GET, GIVE, IN_LICENSE, LICENSE_VERB, REGAIN, RETURN, RIGHT, spaced
from kg.model import OrgRef


@dataclass(frozen=True, slots=True)
class Event:
    """A right that changes hands, as one frame reads it. `[start, end)` in the shape is the clause that says so.

    `parties` are both sides when the frame does not tell who gives. `kind` as in `LicenseClaim`, None when unsaid.
    """

    start: int
    end: int
    rule: str
    licensors: tuple[OrgRef, ...] = ()
    licensees: tuple[OrgRef, ...] = ()
    parties: tuple[OrgRef, ...] = ()
    kind: str | None = None
    at: int = 0
    missing: bool = False
    """True when a role was said by a pronoun that the sentence does not resolve ("it", "they")."""
    status: str | None = None
    succession: bool = False
    """True when an existing licence changes hands: `licensors` is then the former licensee."""
    filled: bool = False
    """True when the licensor was not said and is taken to be the filer."""


def _compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(spaced(pattern), flags)


_BOUNDARY = re.compile(r"[;:]|(?<=[a-z)\d])\.(?= +[A-Z(])")
_ADVERB = r"(?:\w+ly|also|now|then|thereby|hereby|in turn|in its turn|jointly|each|first|previously|since|already|thereupon|thus|both|again|do|does|did|has|have|had|been|today|further|not only|therein|later|subsequently|itself|itself,|separately|will|shall|would|agreed to|agrees to|elected to|is to|are to|be|being|having)"
_SUBJECT_GAP = _compile(
    rf"^(?:['’]s|s['’])?(?:(?:,? {_ADVERB})|(?:,? ?(?:which|who|that|and)(?= ))|(?:,? (?:on|in|since|by|as of|effective|under|through|against|for|with|without|at|upon|from|during|pursuant to|without|to|of) (?:[^;,\ue000-\uefff]{{0,60}}?,|(?:[A-Z][a-z]+ )?(?:\d{{1,2}}, )?\d{{4}},?|(?:the )?(?:same|that) \w+,?)))* ?$"
)
_PREPOSITION = re.compile(r"(?:\b(?:from|of|with|by|to|under|for|between|among|against|than|on|at|in|via|through|upon|including|like|into|toward|towards|over|about|regarding|per|notified|told|paid|pays|pay|gave|gives|granted|grants|owes?|informed|as)|[a-z]ed) +(?:the +|its +|our +|both +)?$")
_PASSIVE = _compile(r"\b(?:is|are|was|were|been|being|be|stands|remains)(?: (?:\w+ly|also|now|then|not|thereby|hereby|in turn|jointly|already|since|since [A-Z]\w+ \d+, \d{4},?|first|today|each|in \d{4}|on [A-Z]\w+ \d+, \d{4}))*,? $")
_HAVE_BEEN = _compile(r"\b(?:has|have|had)(?:, since [^,;]{3,30},|, in [^,;]{3,20},)? been(?: \w+ly| also| since [^,;]{3,30})?,? $")
_RELATIVE = _compile(rf"({ORGS}),? (?:which|who|that)(?: |,|$)")
_ACROSS_RELATIVE = _compile(rf"({ORG}),? (?:(?:to|from|with|by) )?(?:which|whom|who)\b[^;]+, (?:has|have|had|is|was|will|would)(?: {_ADVERB})* *$")
_PERFECT = _compile(rf"\b(?:has|have|had)(?:,? {_ADVERB})*,? *$")
_PARTICIPLE_NEXT = re.compile(r" +(?:\w+ly +|also +|now +|since +|then +|already +|thereby +|in turn +|not +)*(?!exclusive)(?:\w+ed|given|taken|sold|held|made|bought|become|paid|chosen|begun|got|gotten|met|put|set|had|built|found|brought|sent|kept|won|gone|come|shown|agreed)\b")
_PRONOUN_SUBJECT = _compile(r"(?:^|[,;:] ?|\b(?:and|that|said|because|when|while|as|until|but|which|announced|today) )(?P<who>[Ii]t|[Tt]hey|[Hh]e|[Ss]he|[Ee]ach(?: company| party)?|[Nn]either)(?: {0}| itself| is| are| was| were)*,? ?$".replace("{0}", _ADVERB))
_DIRECT = _compile(rf"^(?: back| back to|,? {_ADVERB}| to| in turn| upon| on| unto| with| out to| for [^,;\ue000-\uefff]{{3,60}} to)*,? ({ORGS})(?!(?: *)['’\uf8fe])")
_TO = _compile(rf" (?:to|upon|unto|in favou?r of|out to|on) (?:its (?:\w+ )?(?:affiliate|subsidiary|partner|parent|licensee),? )?({ORGS})(?<!\uf8fe)(?! ?['’])")
_FROM = _compile(rf" from (?:its (?:\w+ )?(?:affiliate|subsidiary|partner|parent|licensor|inventor),? |the )?({ORGS})(?<!\uf8fe)(?!['’] ?s? (?:veterinary|\w+ )?affiliate)")
_BY = _compile(rf"(?:^| )by (?:its (?:\w+ )?(?:affiliate|subsidiary|partner|parent|licensor),? |both )?({ORGS})(?<!\uf8fe)(?!['’])")
_OF_OWNER = _compile(rf" (?:in|to|under|for|on|of|with) ({ORG})(?:['’]s?|(?<=\uf8fe)) ")
_RIGHT = _compile(RIGHT, re.I)
_DRUG = re.compile(DRUG)
_STRONG_RIGHT = _compile(rf"\b(?:(?:exclusive|co-exclusive|non-?exclusive|sole)\b[^;.]{{0,60}}?\b(?:rights?|licen[cs]es?|option)|(?:sub-?|cross-?)?licen[cs]es?\b|rights? (?:in|to|under|over|for|of) (?:{DRUG}|[^;.]{{0,40}}(?:patent|technolog|compound|drug|program|product|molecule|invention|candidate|platform|antibod|vaccine))|\boption\b|right, title|title and interest|rights? to (?:\w+ly )?(?:develop|commerciali[sz]e|market|sell|make|use|manufacture|distribute|practi[sc]e|register|exploit|import|promote)|(?:worldwide|global|commercial|development|marketing|all|those|these|its|ex-U\.?S\.?|U\.S\.|veterinary|American|European|Japanese) rights|entire (?:right|interest)|(?:patents?|all) (?:and|,)[^;.]{{0,80}}(?:data|know-how|regulatory)|(?:the|all) patents (?:on|to|covering|for)|the right to [^;.]{{0,60}}licen[cs]e)", re.I)
_ASSET = _compile(rf"{DRUG}|\ball (?:of its )?(?:right|asset|patent)|entire (?:right|interest)|\bassets\b|\bpatents\b|\bprogram\b", re.I)
_MODAL_NOT = re.compile(r"\b(?:may|might|could|cannot|not|never|neither|no|if|to)\b[^;,.]{0,24}$")

_LICENSE = re.compile(rf"\b(?:{LICENSE_VERB})(?=[ ,;.:]|$)", re.I)
_VERB = re.compile(rf"\b(?:(?P<inlic>{IN_LICENSE})|(?P<lic>{LICENSE_VERB})|(?P<again>{REGAIN})|(?P<ret>{RETURN})|(?P<give>{GIVE})|(?P<get>{GET}))\b(?!-)", re.I)
_NOUN_BEFORE = _compile(
    rf"(?:\b(?:an?|the|this|that|its|our|their|his|such|any|each|every|no|one|new|exclusive|non-?exclusive|co-exclusive|sole|worldwide|world-wide|perpetual|free|royalty-free|patent|separate|head|library|software|under|of|and|or|these|those|same|former|earlier|existing|original|two|paid-up|bearing|paid|up|limited|direct|in|further|irrevocable|transferable|cross|on|by|to an?|for|with)|['’]s?|\uf8fe|\d{{4}}|[,(“\"])[ -]$"
)


def _groups(sentence: Sentence, marked: str | None) -> tuple[OrgRef, ...]:
    return sentence.orgs_of(marked) if marked else ()


def _clause(shape: str, at: int) -> tuple[int, int]:
    """The clause around `at`: to the next semicolon, colon or list mark on either side."""
    start, end = 0, len(shape)
    for match in _BOUNDARY.finditer(shape):
        if match.end() <= at:
            start = match.end()
        else:
            end = match.start()
            break
    return start, end


def _subject(sentence: Sentence, start: int, at: int) -> tuple[tuple[OrgRef, ...], bool, int]:
    """Who does what the verb at `at` says, whether a pronoun said it, and where that subject begins."""
    left = sentence.shape[start:at]
    apart = _ACROSS_RELATIVE.search(left)
    if apart:
        return _groups(sentence, apart[1]), False, start + apart.start()
    said = _PRONOUN_SUBJECT.search(left)
    if said and not re.search(ORG, left[said.end("who") :]):
        agreed = re.search(rf"(?:with|by|from) +({ORG})[^;\ue000-\ue7ff]{{0,60}} that +$", left[: said.start("who")])
        if agreed:
            return _groups(sentence, agreed[1]), False, start + said.start("who")
        before = [m for m in re.finditer(ORGS, left[: said.start()]) if not _PREPOSITION.search(left[: m.start()])]
        after = sentence.orgs_of(sentence.shape[at:])
        for found in reversed(before) if len(before) > 1 else before:
            orgs = tuple(o for o in _groups(sentence, found[0]) if o not in after)
            if orgs and left[found.end() : found.end() + 1] not in ("'", "’"):
                return orgs, False, start + said.start("who")
        return (), True, start + said.start("who")
    for found in reversed(list(re.finditer(ORGS, left))):
        gap = left[found.end() :]
        if found[0].endswith("\uf8fe") or re.match(r" ?['’]", gap):
            if not re.match(r" ?['’]s? *$", gap):
                continue
        governed = _PREPOSITION.search(left[: found.start()])
        relative = re.match(r" *,? +(?:which|who|that(?! +(?:it|they|we|he|she|the|an?|its|our|there|[\ue000-\ue7ff])))\b", gap)
        if relative and re.search(r"\b(?:to|from|under|by|of|with|for|in) +$", left[: found.end() + relative.end()][: -len("which")] or ""):
            relative = None
        if not relative and re.search(r"[a-zA-Z)],? +(?:which|who) [^,;]{0,60}$", gap) and not re.match(r" *,? +(?:which|who)", gap):
            return (), False, at
        if governed and not relative:
            # "On March 2, Acme …": a preposition that governs a date, not the name.
            if not re.search(r"(?:\d{4}|same day|date),? +$", left[: found.start()]):
                continue
        if len(gap) > 170:
            break
        return _groups(sentence, found[0]), False, start + found.start()
    return (), False, at


def _kind(words: str) -> str | None:
    low = words.lower()
    if re.search(r"sub-?licen", low):
        return "sublicense"
    if re.search(r"\boption\b|^until .* to (?:decide|choose|elect|exercise|take|notify|extend)$|right to (?:choose|elect|decide)", low):
        return "option"
    return None


def _verb_events(sentence: Sentence) -> Iterator[Event]:
    shape = sentence.shape
    for verb in _VERB.finditer(shape):
        at, stop = verb.span()
        start, end = _clause(shape, at)
        left, right = shape[start:at], shape[stop:end]
        word = verb[0].lower()
        if verb["lic"] and re.match(r" +(?:[Aa]greements?|fees?|revenues?|income|payments?|issue|holders?)\b", shape[stop:]):
            continue
        passive = bool(_PASSIVE.search(left) or _HAVE_BEEN.search(left)) and not word.endswith("ing")
        if verb["lic"] or verb["inlic"]:
            finite = passive or bool(re.search(rf"(?:{ORG}|\b(?:which|who|that|it|they|we|company|party|university|center))(?:['’]s)?(?:,? +{_ADVERB})* *$", left) or re.search(r"\b(?:to|will|would|has|have|had|shall|be|and|then|by|in|not|may|also)(?: \w+ly)? +$", left))
            participle = word.endswith(("ed", "ed out", "ed back"))
            if not participle and not word.endswith(("s", "ing")) and _INFINITIVE.search(left) and not _WILLING.search(left):
                continue
            if not participle and (not finite or _NOUN_BEFORE.search(left)) and not (finite and re.search(rf"(?:{ORG}|which|who|jointly|would|will|shall|not|to|may|has|have) +$", left) and not re.search(r"['’]s? +$|\uf8fe +$", left)):
                continue
            yield from _license_verb(sentence, verb, start, end, left, right, passive, participle)
        elif verb["again"]:
            if not passive and re.search(r"\brights?\b|licen", right[:80]) and not re.search(r"\b(?:may|would|could|might|if)\b[^,;]{0,30}$", left):
                subject, missing, begin = _subject(sentence, start, at)
                source = _FROM.search(right)
                if subject and source:
                    yield Event(begin, end, "license-regained", subject, _groups(sentence, source[1]), (), None, at, missing, "terminated")
        elif verb["ret"]:
            yield from _return(sentence, verb, start, end, left, right, passive)
        elif verb["give"]:
            yield from _give(sentence, verb, start, end, left, right, passive)
        else:
            yield from _get(sentence, verb, start, end, left, right, passive)


def _license_verb(
    sentence: Sentence, verb: re.Match[str], start: int, end: int, left: str, right: str, passive: bool, participle: bool
) -> Iterator[Event]:
    word = verb[0].lower()
    kind = _kind(word)
    to, source, by = _TO.search(right), _FROM.search(right), _BY.match(right) or _BY.search(right[:120])
    inward = bool(verb["inlic"])
    if passive or (participle and not _PERFECT.search(left) and not re.search(rf"(?:{ORG}|\b(?:which|who|that|it|they|has|have|had))(?: +{_ADVERB})*,? *$", left) and (by or to or source)):
        if source and not by and not to:
            subject, missing, begin = _subject(sentence, start, verb.start())
            yield Event(start, end, "license-licensed-from", _groups(sentence, source[1]), (), (), kind, verb.start())
            return
        receivers = _groups(sentence, to[1]) if to else ()
        givers = _groups(sentence, by[1]) if by else ()
        subject, missing, begin = _subject(sentence, start, verb.start())
        if not receivers and subject and passive:
            receivers = subject
        relative = re.search(rf"({ORGS}),? *$", left)
        if givers or receivers:
            yield Event(start, end, "license-licensed-passive", givers, receivers, (), kind, verb.start())
        return
    subject, missing, begin = _subject(sentence, start, verb.start())
    reach = _compile(rf"({ORGS}),? (?:to|from) (?:which|whom) {ORG}").search(sentence.shape[start : verb.end()])
    if reach and sentence.shape[start : verb.start()].endswith(reach[0][-3:] + " ") or (reach and reach.end() > len(left) - 30):
        other = _groups(sentence, reach[1])
        giver = _groups(sentence, re.findall(ORG, reach[0])[-1])
        if " from " in re.sub(" +", " ", reach[0]):
            yield Event(start, end, "license-relative", other, giver, (), kind, verb.start())
        else:
            yield Event(start, end, "license-relative", giver, other, (), kind, verb.start())
        return
    if source and (inward or not to or source.start() < to.start()):
        yield Event(begin if subject else start, end, "license-licensed-from", _groups(sentence, source[1]), subject, (), kind, verb.start(), missing)
        return
    if inward:
        yield Event(begin if subject else start, end, "license-in-licensed", (), subject, (), kind, verb.start(), missing)
        return
    direct = _DIRECT.match(right) or to
    receivers = _groups(sentence, direct[1]) if direct else ()
    if not subject and not missing and not receivers:
        return
    subject = tuple(o for o in subject if o not in receivers)
    owner = _compile(rf"^(?: {_ADVERB})* ({ORG})(?:['’]s?|(?<=\uf8fe)) ").match(right)
    if owner and not receivers and subject and not set(subject) & set(_groups(sentence, owner[1])):
        yield Event(begin, end, "license-licensed-owner", _groups(sentence, owner[1]), subject, (), kind, verb.start(), missing)
        return
    it = re.match(r"(?: +(?:out|exclusively))* +to +(?:it|them)\b", right)
    if receivers or it:
        yield Event(begin if subject else start, end, "license-licensed", subject, receivers, (), kind, verb.start(), missing or bool(it))
    if receivers and direct:
        yield from _further(sentence, subject, verb.end() + direct.end(), end, kind, missing)


_AND_TO = _compile(rf"(?:,|,? and|;)(?: [^;\ue000-\ue7ff]{{0,70}})? to ({ORG})(?!['’]|\uf8fe)")


def _further(sentence: Sentence, givers: tuple[OrgRef, ...], at: int, end: int, kind: str | None, missing: bool) -> Iterator[Event]:
    """"to A in Europe and to B in Japan": a second receiver is a second licence."""
    while match := _AND_TO.match(sentence.shape, at) or _AND_TO.search(sentence.shape[:end], at):
        between = sentence.shape[at : match.start()]
        if re.search(r"\b(?:which|who|that)\b|licen|grant|assign", match[0]):
            return
        if re.search(r"[\ue000-\ue7ff]|\b(?:is|are|was|were|has|have|had|will|pays?|paid|agreed)\b", between) or re.search(r"\b(?:pays?|paid|report|according|relat|payment|sold|suppl|deliver)\w*\b", match[0]):
            return
        yield Event(match.start(), end, "license-further", givers, _groups(sentence, match[1]), (), kind, match.start() + 2, missing)
        at = match.end()


_NOT_OBJECT = re.compile(r"^(?: +\w+)? +(?:written +|prior +|its +|due +)?(?:notice|consent|effect|rise|way|up|birth|approval|permission to prepare|no|nothing|none|neither)\b|^ +(?:no|any other) +")
_EVERY = re.compile(r" +(?:every|all)\b(?! \w+ (?:and \w+ )?(?:licen|rights? from))")
_INFINITIVE = re.compile(r"(?:\bto|\band|\bor|,|\bfor|\bto \w+ly) +$")
_WILLING = re.compile(r"(?:agree[sd]?|agreeing|elect(?:s|ed)?|is|are|was|were|obliged|undert(?:akes|ook)|decided|has|have|had|bound|asked|required) +to +$|\bhereby +$")


def _hollow(left: str, right: str, word: str) -> bool:
    """Is the verb an infinitive of purpose ("rights to make and sell"), or its object no right ("gave notice")?"""
    if _NOT_OBJECT.match(right) or (_HAS.match(word) and _EVERY.match(right)):
        return True
    bare = not word.endswith(("s", "ed", "en", "old", "ave", "ook", "ot", "ing", "ad", "ought", "ade over", "es"))
    return bare and bool(_INFINITIVE.search(left)) and not _WILLING.search(left)


def _give(sentence: Sentence, verb: re.Match[str], start: int, end: int, left: str, right: str, passive: bool) -> Iterator[Event]:
    word = verb[0].lower()
    if _hollow(left, right, word):
        return
    near = right[:260]
    object_right = _STRONG_RIGHT.search(near)
    before_right = _STRONG_RIGHT.search(left[-160:])
    selling = re.match(r"assign|transfer|s[eo]l[dl]|contribut|divest", word) is not None
    appointing = re.match(r"appoint|nam|designat|authori|permit|allow|let|pass|extend|provid|issu", word) is not None
    to, by = _TO.search(right), _BY.search(right[:140])
    kind = None
    scope = near[:200]
    if appointing:
        licensee = _compile(rf"^(?: {_ADVERB})* ({ORGS}),? (?:as |to be |its |our |the |an? )*(?:{ADJ})?(?:sub)?licensee", re.I).match(right)
        if licensee:
            subject, missing, begin = _subject(sentence, start, verb.start())
            yield Event(begin, end, "license-appointed", subject, _groups(sentence, licensee[1]), (), None, verb.start(), missing)
        elif re.match(r"permit|allow|authori", word) and object_right and "licen" in object_right[0].lower():
            pass
        return
    if passive or (word.endswith(("ed", "en", "sold")) and not _active_subject(left) and not _PERFECT.search(left) and (by or to)):
        subject, missing, begin = _subject(sentence, start, verb.start())
        givers = _groups(sentence, by[1]) if by else ()
        receivers = _groups(sentence, to[1]) if to else ()
        if not receivers and subject and passive and object_right:
            receivers = subject
        right_before = before_right or (selling and _ASSET.search(left[-200:]))
        if not (object_right and passive) and not right_before:
            return
        if not givers and not receivers:
            return
        words = (object_right[0] if object_right and receivers == subject else before_right[0] if before_right else "")
        kind = "assignment" if selling else _kind(_right_phrase(near if receivers == subject else left[-80:]) + words)
        if selling and not _ASSET.search(left[-200:] + " " + right[:200]):
            return
        if word.startswith("s") and not re.search(r"right|title|interest|assets?\b|patents?\b|program", left[-120:]):
            return
        if selling and re.search(r"shares?|invention|employee|agreement (?:was|is)|common stock", left[-80:]):
            return
        yield Event(start, end, "license-granted-passive", givers, receivers, (), kind, verb.start(), missing and not receivers)
        return
    subject, missing, begin = _subject(sentence, start, verb.start())
    direct = _DIRECT.match(right) or to
    receivers = _groups(sentence, direct[1]) if direct else ()
    it = re.match(r" +(?:to +)?(?:it|them)\b", right)
    missing = missing or bool(it and subject)
    subject = tuple(o for o in subject if o not in receivers)
    right_that = before_right and re.search(r"\b(?:that|which|licen[cs]es?|rights?|option) *(?:[\ue000-\ue7ff]\uf8ff*(?: +(?:had|has|have|previously|already))* *)$", left)
    trusted = re.match(r"entrust|ced|made over|makes over|hand|turn", word) is not None and bool(receivers)
    if receivers and subject and len(right) < 90 and not object_right and sentence.shape[end : end + 1] == ";":
        yield from _listed(sentence, Event(end, end, "", subject, receivers, (), None, end, missing))
        return
    if not object_right and not right_that and not (selling and _ASSET.search(right)) and not trusted:
        return
    if selling and not receivers:
        return
    if selling and object_right and _SAME_LICENCE.search(near[: object_right.end() + 2]):
        yield Event(begin if subject else start, end, "license-assigned-on", subject, receivers, (), None, verb.start(), missing, None, True)
        return
    if not subject and not missing:
        agreement = re.search(r"(?:[Aa]greement|[Ii]nstrument|[Aa]mendment|[Cc]ontract|[Ll]icen[cs]e)\b[^;,]{0,80}$", left)
        if not agreement and not receivers:
            return
    if selling:
        if re.search(r"shares? of|common stock|\bnotes?\b|units|warrants", near[:120]) and "right" not in near[:80]:
            return
        if re.search(r"agreement|contract", near[:60]) and not _DRUG.search(near[:60]):
            return
        if word.startswith(("sell", "sold")) and not re.search(r"right|interest|title|asset|patent|program|all of", near[:160]):
            return
        kind = "assignment" if not re.match(r"(?:exclusive|[^;]{0,20}licen[cs])", near.strip()) else _kind(near[:60])
    elif object_right and re.search(r"entire (?:right|interest)|right, title", near[: object_right.end() + 30]):
        kind = "assignment"
    else:
        kind = _kind(_right_phrase(object_right[0] if object_right else left[-100:]) + " " + (near[: object_right.end()] if object_right else ""))
    if direct and object_right and object_right.start() < direct.start() and _is_owner_only(near):
        receivers = ()
    yield Event(begin if subject else start, end, "license-granted", subject, receivers, (), kind, verb.start(), missing)
    if receivers and direct and not selling:
        yield from _further(sentence, subject, verb.end() + direct.end(), end, kind, missing)


_ITEM = _compile(r"^(?: *;)? *(?:and )?(?:under [^;]{3,60}?,? )?(?:an?|the|one) (?:[\w-]+,? ){0,6}?(?:sub-?licen[cs]e|licen[cs]e|rights?|option)\b")


def _listed(sentence: Sentence, event: Event) -> Iterator[Event]:
    """"A grants B (i) an exclusive licence …; and (ii) a non-exclusive licence …": one event for each item."""
    shape, start = sentence.shape, event.end
    while start < len(shape):
        stop = shape.find(";", start + 1)
        stop = len(shape) if stop < 0 else stop
        item = _ITEM.match(shape[start:stop])
        if item:
            yield Event(start, stop, "license-granted-listed", event.licensors, event.licensees, (), _kind(item[0]), start + item.end() - 1, event.missing)
        elif shape[start:stop].strip("; ") not in ("", "and"):
            return
        start = stop


def _is_owner_only(near: str) -> bool:
    return False


def _right_phrase(text: str) -> str:
    match = re.search(r"(?:sub-?licen[cs]e|option|licen[cs]e|rights?)", text, re.I)
    return match[0] if match else ""


def _active_subject(left: str) -> bool:
    return bool(re.search(rf"(?:{ORG}|\b(?:which|who|it|they|It|They))(?:,? +{_ADVERB}|, +(?:on|in) [^;\ue000-\ue7ff]{{3,30}},)* *$", left))


def _return(sentence: Sentence, verb: re.Match[str], start: int, end: int, left: str, right: str, passive: bool) -> Iterator[Event]:
    """Rights that go back: who hands them back was the licensee, to whom they go the licensor."""
    if passive or _INFINITIVE.search(left) and not re.search(r"(?:will|agreed to|elected to|and) +$", left):
        return
    if not re.search(r"\brights?\b|licen[cs]e", right[:120]) or re.search(r"\b(?:may|might|could|would|if)\b[^;,]{0,30}$", left):
        return
    subject, missing, begin = _subject(sentence, start, verb.start())
    to = _DIRECT.match(right) or _TO.search(right)
    receivers = _groups(sentence, to[1]) if to else ()
    source = _compile(rf"(?:from|with|by) ({ORGS})(?<!\uf8fe)(?!['’])").search(right)
    if not receivers and source:
        receivers = _groups(sentence, source[1])
    if not subject or set(subject) & set(receivers):
        return
    yield Event(begin, end, "license-returned", receivers, subject, (), _kind(_right_phrase(right[:120])), verb.start(), missing, "terminated")


_HAS = re.compile(r"ha(?:s|ve|d|ving)$|h(?:olds?|eld|olding)$|enjoys?|enjoyed|retains?|controls?|own|possess|practice|is entitled|are entitled|was entitled", re.I)


_SAME_LICENCE = re.compile(r"\b(?:that|the|this|its|such|said) +(?:sub-?)?licen[cs]e\b")
_FRONTED = _compile(rf"^(?:-|•|·)? ?[Ff]rom (?:the )?({ORG}),? (?:{ORG} ?$|[^;]{{0,40}}{ORG} ?$)")
_MONEY_FIRST = re.compile(r"[$€£¥]|\bmillion\b|\bin exchange for\b|\bin return for\b|\bin consideration (?:of|for)\b|\bpayment\b|\bfee\b|\bnotice\b")


def _get(sentence: Sentence, verb: re.Match[str], start: int, end: int, left: str, right: str, passive: bool) -> Iterator[Event]:
    word = verb[0].lower()
    if _hollow(left, right, word) or re.match(r" +(?:not|been|no)\b", right):
        return
    if word in ("has", "have", "had", "having") and _PARTICIPLE_NEXT.match(right):
        return
    near = right[:260]
    object_right = _STRONG_RIGHT.search(near)
    if object_right and _MONEY_FIRST.search(near[: object_right.start()]):
        # What is received first is money: the one who receives it gives the right.
        if word.startswith(("receiv", "got", "get", "collect", "took", "take", "accept")):
            subject, missing, begin = _subject(sentence, start, verb.start())
            payer = _FROM.search(right)
            payers = _groups(sentence, payer[1]) if payer else ()
            if subject or payers:
                yield Event(begin if subject else start, end, "license-paid-for", subject, payers, (), _kind(_right_phrase(object_right[0])), verb.start(), missing)
            return
        if "notice" in near[: object_right.start()]:
            return
    fronted = _FRONTED.match(left)
    source = (fronted if fronted and re.search(r"exclusiv|licen|rights?", near) else None) or _FROM.search(right) or _compile(rf"\bgranted by ({ORGS})").search(right)
    buying = re.match(r"purchas|buy|bought|acquir", word) is not None
    if re.match(r"own|control|derive|retain|enter|practi", word) and not (object_right and source):
        return
    if passive:
        # "was obtained from Acme", "rights acquired by us from Acme"
        by = _BY.search(right[:100])
        if source and _STRONG_RIGHT.search(left[-160:]):
            subject, missing, begin = _subject(sentence, start, verb.start())
            receivers = _groups(sentence, by[1]) if by else ()
            yield Event(start, end, "license-obtained-passive", _groups(sentence, source[1]), receivers, (), _kind(_right_phrase(left[-160:])), verb.start())
        return
    if buying and source and _ASSET.search(right[:200]) and not re.search(r"shares|common stock|company named|outstanding", near[:120]):
        subject, missing, begin = _subject(sentence, start, verb.start())
        licence = object_right and re.search(r"licen|exclusive|option", object_right[0], re.I)
        kind = _kind(object_right[0]) if licence and object_right else "assignment"
        yield Event(begin if subject else start, end, "license-purchased", _groups(sentence, source[1]), subject, (), kind, verb.start(), missing)
        return
    pronoun_object = re.match(r" +(?:it|them|those rights|these rights|those|the same)\b", right) and source and re.search(r"rights?\b|licen", left)
    right_that = source and re.search(rf"(?:licen[cs]e|rights?|option) +(?:which|that) +{ORG} +$", left)
    drug_object = _DRUG.match(right.lstrip()) and (re.search(r"exclusiv", right) or re.search(r"licen[cs]e\b[^;]{0,60}(?:by|under) which", left)) and re.match(r"obtain|acquir|receiv|secur|take|took|gain", word)
    if (pronoun_object or right_that or drug_object) and (not object_right or pronoun_object):
        subject, missing, begin = _subject(sentence, start, verb.start())
        if subject or missing:
            yield Event(start if right_that else begin if subject else start, end, "license-obtained", _groups(sentence, source[1]) if source else (), subject, (), _kind(left[-40:]), verb.start(), missing)
        return
    if re.search(r"owner +of$", word) and _DRUG.search(right[:60]):
        subject, missing, begin = _subject(sentence, start, verb.start())
        if subject:
            yield Event(begin, end, "license-owner-of", _groups(sentence, source[1]) if source else (), subject, (), "assignment", verb.start(), missing)
        return
    if not object_right or object_right.start() > 170:
        return
    if _SAME_LICENCE.match(near.lstrip()) and source and buying:
        subject, missing, begin = _subject(sentence, start, verb.start())
        yield Event(begin if subject else start, end, "license-taken-over", _groups(sentence, source[1]), subject, (), None, verb.start(), missing, None, True)
        return
    if re.search(r"\b\w{2,}(?:ed|ght|cted|ven) +(?:that|to|in|on|the|its)\b|\bthat\b|\bnot\b|\bno\b", near[: object_right.start()]) and not re.match(r" *,? +(?:since|in|under|by)\b", near):
        return
    if re.match(r"\W*(?:the +)?(?:right|option) +to +(?:terminate|purchase|vote|receive)", object_right[0]):
        return
    if word in ("having", "had", "has", "have") and re.match(r" +(?:been|not|no|now |\w+ed |also been|since)", right) and not re.match(r" +(?:rights?|the|an?|exclusive|now|since|also|in)\b", right):
        return
    subject, missing, begin = _subject(sentence, start, verb.start())
    givers: tuple[OrgRef, ...] = ()
    if source:
        givers = _groups(sentence, source[1])
    else:
        owner = _OF_OWNER.search(right)
        granted = _BY.search(right)
        if granted and re.search(r"(?:granted|given|licen[cs]ed|conferred) +$", right[: granted.start() + 1]):
            givers = _groups(sentence, granted[1])
        elif owner and owner.start() > object_right.start() - 5 and owner.start() < 110:
            givers = _groups(sentence, owner[1])
    if fronted:
        subject = sentence.orgs_of(left[fronted.end(1) :])[:1]
    givers = tuple(o for o in givers if o not in subject)
    if not subject and not missing and not givers:
        return
    held = bool(_HAS.match(word))
    if held and not givers and not re.search(r"exclusive|\bsole\b|licen[cs]e|option|rights? to|rights? (?:in|under|over)|right,", near[object_right.start() : object_right.end() + 12], re.I):
        return
    phrase = near[: object_right.end()]
    kind = _kind(phrase)
    yield Event(begin if subject else start, end, "license-held" if held else "license-obtained", givers, subject, (), kind, verb.start(), missing)


_NOMINAL: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("license-of-to", _compile(rf"(?P<G>{ORG})(?:['’]s?|(?<=\uf8fe)) (?P<what>{ADJ}(?:sub-?)?(?:licen[cs]e|option|rights))(?:,? (?:of|dated|in|for) [^,;\ue000-\ue7ff]{{2,60}}?)? (?:to|with) (?P<R>{ORGS})(?!['’])", re.I)),
    ("license-of-from", _compile(rf"(?P<R>{ORG})(?:['’]s?|(?<=\uf8fe)) (?P<what>{ADJ}(?:sub-?|in-)?(?:licen[cs]e|option|rights))(?:,? (?:to|of|dated|in|for|under) [^;\ue000-\ue7ff]{{2,100}}?)?,? from (?P<G>{ORGS})(?!['’])", re.I)),
    ("license-from-to", _compile(rf"(?P<what>(?:sub-?)?(?:licen[cs]e|option|rights)) (?:of [^,;\ue000-\ue7ff]{{2,40}} )?from (?P<G>{ORGS}) (?:back )?to (?P<R>{ORGS})(?!['’])", re.I)),
    ("license-from", _compile(rf"(?P<what>(?:sub-?|in-)?(?:licen[cs]e|option))\b(?:(?:(?! receive| paid| pays| and (?:will|has|is|had|was)\b| which | that |,? collect)[^;\ue000-\ue7ff]){{0,110}}?)? from (?:[Tt]he )?(?P<G>{ORGS})(?!['’])", re.I)),
    ("license-rights-from", _compile(rf"(?P<what>(?:exclusive|worldwide|development|commercial) rights)\b(?:[^;\ue000-\ue7ff]{{0,80}}?)? from (?P<G>{ORGS})(?!['’])", re.I)),
    ("license-granted-by", _compile(rf"(?P<what>(?:sub-?)?(?:licen[cs]e|option|rights))\b(?:[^;\ue000-\ue7ff]{{0,90}}?)? (?:granted|given|conferred) by (?P<G>{ORGS})(?!['’])", re.I)),
    ("license-paid-grant", _compile(rf"(?:grant of|for|in exchange for|in return for|in consideration of) (?:an?|the|its) (?:{ADJ})(?P<what>licen[cs]e|option|rights)\b[^;\ue000-\ue7ff]{{0,60}}, (?P<R>{ORG})(?: {_ADVERB})* (?:paid|pays|agreed to pay|made|will pay) (?P<G>{ORG})(?!['’])")),
    ("license-made-payment", _compile(rf"(?:[Ii]n (?:exchange|return|consideration)|[Aa]s consideration) (?:for|of) (?:the )?(?:grant of )?(?:an? |the |such |those )?(?:{ADJ})(?P<what>rights|licen[cs]e|option)\b[^;\ue000-\ue7ff]{{0,90}}, (?P<R>{ORG})(?: {_ADVERB})* (?:paid|made|pays|makes|issued|agreed to|transferred|wired)\b[^;\ue000-\ue7ff]{{0,120}} to (?P<G>{ORG})(?!['’])")),
    ("license-shared-under", _compile(rf"(?P<R>{ORGS})(?!['’])[^;\ue000-\ue7ff]{{3,90}} (?:under|pursuant to|by virtue of|through) an? (?:{ADJ})(?P<what>(?:sub-?)?licen[cs]e)[^;\ue000-\ue7ff]{{0,40}} (?:granted by|given by|from) (?P<G>{ORGS})(?!['’])")),
    ("license-completed-sale", _compile(rf"\b(?:complet|clos|conclud|announc|effect|made|agreed)\w* (?:to )?(?:the|its|our|that|a) (?:sale|divestiture|disposition|disposal) of (?P<what>{DRUG}|[^;\ue000-\ue7ff]{{3,80}}(?:rights|assets|program|business)[^;\ue000-\ue7ff]{{0,40}})[^;\ue000-\ue7ff]{{0,40}} to (?P<R>{ORGS})(?!['’])")),
    ("license-passed", _compile(rf"\b(?P<what>[Oo]wnership|[Tt]itle|[Rr]ights?) (?:of|to|in|for|over) [^;\ue000-\ue7ff]{{1,60}} (?:passed|moved|went|were transferred|was transferred|transferred) from (?P<G>{ORG}) to (?P<R>{ORG})(?!['’])")),
    ("license-whose-to", _compile(rf"(?P<G>{ORG}),? whose (?:{ADJ})(?P<what>(?:sub-?)?licen[cs]e|option) to (?P<R>{ORG})")),
    ("license-whose-from", _compile(rf"(?P<R>{ORG}),? whose (?:{ADJ})(?P<what>(?:sub-?)?licen[cs]e|option|rights) [^;\ue000-\ue7ff]{{0,30}}from (?P<G>{ORG})")),
    ("license-patents-of", _compile(rf"(?P<R>{ORG})(?!['’])[^;\ue000-\ue7ff]{{0,60}} (?P<what>licen[cs]e) (?:under|to|on) (?:certain |the |its |several |some )*(?P<G>{ORG}) (?:patents?|technology|intellectual|know-how|compounds?)")),
    ("license-said-its", _compile(rf"(?P<R>{ORG})(?!['’])[^;\ue000-\ue7ff]{{0,30}} (?:told|informed|notified|advised) {ORG} that it [^;\ue000-\ue7ff]{{0,60}} its (?:{ADJ})(?P<what>option|(?:sub-?)?licen[cs]e)(?! agreement)\b")),
    ("license-its-own", _compile(rf"(?P<R>{ORG})(?!['’])(?:(?! that )[^;\ue000-\ue7ff]){{0,60}}? (?:renew\w*|gave|giving|served|delivered|sent|terminat\w+|surrender\w*|relinquish\w*|declined|exercis\w+|allowed|lost|forfeited|gave up)\b[^;\ue000-\ue7ff]{{0,50}}? (?:its|their) (?:{ADJ})(?P<what>option|(?:sub-?)?licen[cs]e)(?! agreement)\b")),
    ("license-acquisition", _compile(rf"\b(?:acquisition|purchase) of (?:[^;\ue000-\uefff]{{0,60}})?(?P<what>{DRUG}|rights?|patents)[^;\ue000-\ue7ff]{{0,60}} from (?P<G>{ORGS})(?!['’])")),
    ("license-sale", _compile(rf"\b(?:sale|assignment|transfer) of (?:all |substantially all |the |its |our |worldwide )*(?P<what>rights?|assets|patents)[^;\ue000-\ue7ff]{{0,60}} to (?P<R>{ORGS})(?!['’])")),
    ("license-paid-under", _compile(rf"\b(?:[Rr]oyalt\w*|[Pp]ayments?|[Mm]ilestones?|[Ff]ees?|[Rr]evenues?)\b[^;\ue000-\ue7ff]{{0,60}} from (?P<R>{ORG})(?!['’])[^;\ue000-\ue7ff]{{0,40}} under (?:(?:{ORG}|the|its|an?|that)(?:['’]s)?) (?:[\w-]+ ){{0,3}}?(?P<what>(?:sub-?)?licen[cs]e)")),
    ("license-paid-to-under", _compile(rf"\b(?:[Rr]oyalt\w*|[Pp]ayments?|[Mm]ilestones?|[Ff]ees?)\b[^;\ue000-\ue7ff]{{0,60}} to (?P<G>{ORG})(?!['’])[^;\ue000-\ue7ff]{{0,40}} under (?:(?:{ORG}|the|its|an?|that)(?:['’]s)?) (?:[\w-]+ ){{0,3}}?(?P<what>(?:sub-?)?licen[cs]e)")),
    ("license-consideration-to", _compile(rf"(?:consideration (?:of|for)|return for|exchange for) (?:the|this|an?) (?:{ADJ})(?P<what>licen[cs]e|rights)\b[^;]{{0,140}} to (?P<G>{ORG})(?!['’])")),
    ("license-option-granted", _compile(rf"(?P<R>{ORG})(?!['’])[^;\ue000-\ue7ff]{{0,160}} (?:under|pursuant to) (?:the|an) (?P<what>option),? (?:that |which )?(?P<G>{ORG}) (?:had |has )?(?:granted|gave|sold)")),
    ("license-licensor-apposed", _compile(rf"(?P<G>{ORGS}),? (?:is |was |as |remains |which is )?(?P<R>{ORG})(?:['’]s?|(?<=\uf8fe)) (?:{ADJ})(?P<what>licensor)\b")),
    ("license-noun-to", _compile(rf"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]hat|[Tt]his) (?:{ADJ})(?P<what>(?:sub-?)?licen[cs]e)(?: (?:granted|given|issued))? to (?P<R>{ORGS})(?!['’]|\uf8fe)")),
    ("license-fee-paid", _compile(rf"(?P<R>{ORG}) (?:has |had |have )?(?:paid|pays) (?P<G>{ORG}) (?:an? |the )?[^;\ue000-\ue7ff]{{0,30}}(?P<what>(?:license|licence|option) (?:issue )?fee|(?:license |licence )?issue fee)")),
    ("license-under-granted", _compile(rf"(?P<R>{ORG})[^;\ue000-\ue7ff]{{5,140}} (?:under|pursuant to|by virtue of|through|by) (?:an?|the) (?:{ADJ})(?P<what>(?:sub-?)?licen[cs]e),? (?:that |which )?(?P<G>{ORG}) (?:had |has |have )?(?:granted|gave|given)")),
    ("license-licensee-of", _compile(rf"(?P<R>{ORGS})(?:,| is| are| was| were| became| become| remain| remains| as| the| an?| now|,? {_ADVERB})* (?:{ADJ})(?P<what>(?:sub-?)?licensees?),? (?:of|for [^;\ue000-\ue7ff]{{2,40}} of|under [^;\ue000-\ue7ff]{{2,60}} (?:with|from)) (?:[Tt]he )?(?P<G>{ORG}(?:,? (?:and )?(?:of )?(?:[Tt]he )?{ORG})*)(?!['’])")),
    ("license-our-licensee", _compile(rf"(?P<G>{ORG})(?:['’]s?|(?<=\uf8fe)) (?:{ADJ})(?:\w+ )?(?P<what>(?:sub-?)?licensee),? (?P<R>{ORGS})(?!['’])")),
    ("license-licensee-apposed", _compile(rf"(?P<R>{ORGS}),? (?:as |is |was |has been |becomes |became |remains |will be |which is )?(?P<G>{ORG})(?:['’]s?|(?<=\uf8fe)) (?:{ADJ})(?:\w+ )?(?P<what>(?:sub-?)?licensee)")),
    ("license-became-licensee", _compile(rf"(?P<R>{ORGS})(?:,? {_ADVERB})* (?:becomes?|became|is|was|has been|acts? as|as)(?: appointed| named| designated)?(?: as)? (?:the |an? |now the )*(?:{ADJ})(?P<what>(?:sub-?)?licensee)\b(?! of [\ue000-\ue7ff])")),
    ("license-as-licensee", _compile(rf"(?P<R>{ORGS}),? (?:will|may|shall|to) [^;\ue000-\ue7ff]{{5,160}}, as (?P<G>{ORG})(?:['’]s?|(?<=\uf8fe)) (?:{ADJ})(?P<what>(?:sub-?)?licensee)")),
    ("license-as-licensor", _compile(rf"(?P<G>{ORGS}),? (?:as )(?:the )?(?P<what>licensor|assignor|sublicensor|seller),?[^;]{{0,60}}? (?P<R>{ORGS}),? (?:as )(?:the )?(?:sub-?licensee|licensee|assignee|buyer|purchaser)")),
    ("license-as-licensee-licensor", _compile(rf"(?P<R>{ORGS})(?:,? as| is)(?: the)? (?P<what>(?:sub-?)?licensee),? and (?P<G>{ORGS})(?: the|,? as(?: the)?)? (?:sub-?)?licensor")),
    ("license-option-of", _compile(rf"(?P<what>option) (?:of|held by) (?P<R>{ORGS}) to ", re.I)),
    ("license-option-that", _compile(rf"(?P<what>option) (?:that|which) (?P<R>{ORGS}) (?:had )?(?:bought|purchased|obtained|acquired|held|holds|took)", re.I)),
    ("license-gives", _compile(rf"(?:agreement|instrument|contract|amendment|letter|license|licence)\b(?: with {ORG})?[^;.\ue000-\ue7ff]{{0,90}}? (?:gives|gave|grants|granted|has given|confers|conferred|provides|provided|allows|allowed) (?:to )?(?P<R>{ORGS})(?!['’]) (?:with )?(?P<what>[^;]{{0,60}}?(?:exclusive|licen[cs]e|rights|option))", re.I)),
    ("license-under-which", _compile(rf"licen[cs]e agreement\b[^;]{{0,60}}(?:under|by|pursuant to) which (?P<R>{ORGS}) (?:will|may|shall|is to|can) (?:develop|market|sell|commerciali[sz]e|register|make|distribute|manufacture)(?P<what>)", re.I)),
    ("license-right-of", _compile(rf"(?P<R>{ORG})(?:['’]s?|(?<=\uf8fe)) (?:{ADJ})(?P<what>right to (?:develop|sell|market|commerciali[sz]e|use|make|manufacture|distribute|practi[sc]e)\b|(?:exclusive|licen[cs]ed) territory)")),
    ("license-paid-for", _compile(rf"(?P<R>{ORG}),? (?:{_ADVERB} )*(?:paid|pays|is to pay|will pay|agreed to pay|remitted)(?: (?:to )?(?P<G>{ORG}))?[^;\ue000-\ue7ff]{{0,70}} (?:for|in exchange for|in return for) (?:the |an? )?(?:[\w-]+ ){{0,2}}(?P<what>right to (?:choose|take|acquire|obtain|license|elect)|(?:exclusive |non-exclusive )*option|(?:exclusive |non-exclusive )*licen[cs]e)\b")),
    ("license-to-which", _compile(rf"(?P<R>{ORGS})(?:, [A-Z]\w+)?,? to (?:which|whom) (?P<G>{ORG})[^;\ue000-\ue7ff]{{0,40}}? (?P<what>(?:sub)?licen[cs]ed|granted|gave|assigned|had (?:licensed|granted))")),
    ("license-from-which", _compile(rf"(?P<G>{ORGS})(?:, [A-Z]\w+)?,? from (?:which|whom) (?P<R>{ORG})[^;\ue000-\ue7ff]{{0,60}}? (?P<what>(?:sub)?licen[cs]ed?|rights|option)")),
    ("license-owned-held", _compile(rf"owned by (?P<G>{ORG})[^;\ue000-\ue7ff]{{0,20}} (?:held by|licen[cs]ed (?:exclusively )?to) (?P<R>{ORG})(?P<what>)")),
    ("license-listed-from", _compile(rf"^(?:-|•|·|;)? ?from (?:[Tt]he )?(?P<G>{ORG}),?[^;\ue000-\ue7ff]{{0,50}} (?P<what>licen[cs]e|rights)", re.I)),
    ("license-one-to", _compile(rf"(?P<G>{ORG}) (?:has |had |have )?(?:made|granted|given|issued|signed) (?:one|a|an|only one|two) (?P<what>(?:sub)?licen[cs]e)[^;\ue000-\ue7ff]{{0,120}} to (?P<R>{ORGS})")),
    ("license-licensor-under", _compile(rf"(?P<G>{ORGS})[^;.]{{0,40}} (?:is|are) (?:each )?(?:an? |the |our |co-)*(?P<what>licensors?)\b")),
    ("license-succeeded-consent", _compile(rf"consent of (?:[Tt]he )?(?P<G>{ORG})[^;\ue000-\ue7ff]{{0,20}},? (?P<R>{ORG}) (?:took over|succeeded|was substituted|steps in|stepped in|stands|became|was accepted) (?:as )?(?:the )?(?P<what>licensee)")),
    ("license-succeeded", _compile(rf"(?P<R>{ORG}) (?:took over|succeeded|was substituted|steps in|stepped in|stands) as (?:the )?(?P<what>licensee)")),
    ("license-until-choose", _compile(rf"(?:gave|gives|given|allows|allowed|has|have) (?P<R>{ORG})? ?(?P<what>until [^;]{{4,40}} to (?:decide|choose|elect|exercise|take|notify|extend)) [^;]{{0,60}}(?:licen|option|rights?)", re.I)),
    ("license-partner", _compile(rf"(?P<R>{ORG}|\b[Ii]t) (?:has )?(?:became|becomes|become|is|was) (?P<G>{ORG})(?:['’]s?|(?<=\uf8fe)) (?:[\w-]+ ){{0,4}}(?P<what>partner) for (?={DRUG})")),
    ("license-option-from", _compile(rf"(?P<R>{ORGS}) [^;\ue000-\ue7ff]{{0,100}}(?P<what>option)[^;\ue000-\ue7ff]{{0,120}} (?:to )?(?:obtain|acquire|receive|take) from (?P<G>{ORGS})", re.I)),
)  # fmt: skip
_AGREED = r"(?:[Aa]greements?|AGREEMENT|[Ii]nstruments?|[Cc]ontracts?|[Dd]eed)\b"
_TITLED = rf"(?:{_AGREED}|[Ll]etter of [Ii]ntent|[Tt]erm [Ss]heet|[Mm]emorandum of [Uu]nderstanding|[Hh]eads of [Tt]erms)"
_PAIRS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("license-agreement-between", _compile(rf"(?P<title>{_AGREED})[^;]{{0,120}}? (?:between|among|by and between) (?:[Tt]he )?(?P<A>{ORG}),? (?:as \w+,? )?and (?:[Tt]he )?(?P<B>{ORG})(?!['’])")),
    ("license-agreement-signed", _compile(rf"(?P<A>{ORG}),? and (?:[Tt]he )?(?P<B>{ORG})(?:,? {_ADVERB}|,? (?:on|in) [^;\ue000-\ue7ff]{{3,30}}?|,? (?:as )?part[^;\ue000-\ue7ff]{{3,40}}?)*,? (?:entered|signed|executed|concluded|made|agreed|became|are|were|have|had|replaced|renewed|extended|restated|terminated|cancelled|rescinded|amended|closed|announced|settled|reached|completed|established|formed|set out|have set)\b(?P<title>[^;]{{0,150}}?(?:{_TITLED}|\b(?:an?|the) (?:{ADJ})(?:sub-?)?licen[cs]e\b)|)")),
    ("license-agreement-with", _compile(rf"(?P<title>{_TITLED}|[Ll]icen[cs]es?|[Ss]ublicen[cs]es?|[Cc]ollaboration|[Pp]artnership|[Oo]ption)\b(?:,? (?:dated|of|made|effective|signed|executed|entered into|as of|as amended|on|in|for|concerning|relating to|covering) [^;\ue000-\ue7ff]{{2,70}}?)*,? (?:that (?:\w+ ){{1,4}}(?:signed|entered into) )?with (?:[Tt]he )?(?P<B>{ORG})(?!['’])")),
    ("license-with-which", _compile(rf"(?P<B>{ORG}),? with (?:which|whom) (?:it|they|(?P<A>{ORG}))(?: {_ADVERB})* (?:entered into|signed|executed|concluded|made|has|had|have)(?P<title>[^;]{{0,80}}?{_TITLED})")),
    ("license-named", _compile(rf"(?:^|[.;] |\b)[Tt]he (?P<B>{ORG}) (?P<title>(?:sub)?licen[cs]e|option|collaboration|(?:license |option |collaboration )?agreement)\b")),
    ("license-notice", _compile(rf"(?P<A>{ORG})(?: {_ADVERB})* (?:notified|informed|gave notice to|served notice on|advised|gave) (?P<B>{ORG})[^;]{{0,100}}? (?:terminat\w+|cancel\w*|ending|end|exercis\w+)[^;]{{0,40}}? (?P<title>(?:[\w-]+ ){{0,3}}(?:[Ll]icen[cs]e|[Ss]ublicen[cs]e|[Oo]ption|[Cc]ollaboration)(?: [Aa]greement)?)")),
    ("license-agreement-by", _compile(rf"[Bb]y (?:an? )?(?P<title>(?:[\w&/,-]+ ){{0,7}}{_AGREED})(?:,? (?:dated|of|made|executed|signed) [^;,\ue000-\ue7ff]{{2,40}})?,? (?:(?P<A>{ORG}) and )?(?:with )?(?P<B>{ORG})(?!['’])")),
)  # fmt: skip


_ANY = ("licen", "right", "option", "partner")
_NEEDS: dict[str, tuple[str, ...]] = {
    "license-licensor-apposed": ("licensor",), "license-noun-to": ("licence", "license"), "license-licensee-of": ("licensee",),
    "license-our-licensee": ("licensee",), "license-licensee-apposed": ("licensee",), "license-became-licensee": ("licensee",),
    "license-as-licensee": ("licensee",), "license-as-licensor": ("licensor", "assignor", "seller"), "license-as-licensee-licensor": ("licensor",),
    "license-option-of": ("option",), "license-option-that": ("option",), "license-option-from": ("option",), "license-option-granted": ("option",),
    "license-paid-for": (" for ",), "license-paid-grant": (" for ", " of "), "license-its-own": (" its ", " their "), "license-acquisition": (" from ",),
    "license-sale": ("sale of", "assignment of", "transfer of"), "license-completed-sale": (" sale ", "divest", "dispos"), "license-paid-under": (" under ",),
    "license-paid-to-under": (" under ",), "license-consideration-to": ("consideration", "exchange", "return"), "license-fee-paid": (" fee",),
    "license-under-granted": ("grant", "gave", "given"), "license-shared-under": (" from ", " by "), "license-made-payment": ("exchange", "return", "consideration"),
    "license-partner": ("partner",), "license-until-choose": ("until",), "license-one-to": (" to ",), "license-licensor-under": ("licensor",),
    "license-succeeded": ("licensee",), "license-succeeded-consent": ("licensee",), "license-owned-held": ("owned by",), "license-to-which": ("which", "whom"),
    "license-from-which": ("which", "whom"), "license-under-which": ("which",), "license-gives": ("agreement", "instrument", "contract", "amendment", "letter", "licen"),
    "license-granted-by": (" by ",), "license-from": (" from ",), "license-rights-from": (" from ",), "license-of-from": (" from ",), "license-from-to": (" from ",),
    "license-listed-from": ("from ",), "license-right-of": ("right", "territory"),
}  # fmt: skip


def _nominal_events(sentence: Sentence) -> Iterator[Event]:
    shape = sentence.shape
    low = shape.lower()
    for rule, pattern in _NOMINAL:
        if not any(piece in low for piece in _NEEDS.get(rule, _ANY)):
            continue
        for match in pattern.finditer(shape):
            named = match.groupdict()
            givers, takers = _groups(sentence, named.get("G")), _groups(sentence, named.get("R"))
            missing = named.get("R") in ("it", "It")
            if givers and takers and set(givers) & set(takers):
                continue
            start, end = _clause(shape, match.start())
            kind = "assignment" if rule == "license-passed" and named["what"].lower() in ("ownership", "title") or rule in ("license-acquisition", "license-sale", "license-completed-sale") else _kind(named.get("what") or "")
            status = "amended" if rule.startswith("license-succeeded") else None
            yield Event(start, max(end, match.end()), rule, givers, takers, (), kind, match.start(), missing, status)


_PAIR_NEEDS = ("greement", "AGREEMENT", "icens", "icenc", "ption", "ollaborat", "nstrument", "ontract", "eed", "artner", "etter", "heet", "emorandum", "eads", "entered", "signed")


_ROSTER = _compile(rf"({ORG})(?:['’]s?|(?<=\uf8fe)) (?:{ADJ})(?P<role>(?:sub-?)?licensees|licensors) (?:are|include|were|today are|now are),?(?= )")


def _roster_events(sentence: Sentence) -> Iterator[Event]:
    """"Our licensees are A, for Europe, and B, for Japan": each is a licence of its own."""
    match = _ROSTER.search(sentence.shape)
    if not match:
        return
    own = _groups(sentence, match[1])
    for found in re.finditer(ORG, sentence.shape[match.end() :]):
        other = tuple(o for o in _groups(sentence, found[0]) if o not in own)
        roles = (other, own) if match["role"] == "licensors" else (own, other)
        if other:
            at = match.end() + found.start()
            yield Event(at, len(sentence.shape), "license-roster", *roles, (), _kind(match["role"]), at)


def _pair_events(sentence: Sentence) -> Iterator[tuple[Event, str]]:
    shape = sentence.shape
    if not any(piece in shape for piece in _PAIR_NEEDS):
        return
    for rule, pattern in _PAIRS:
        for match in pattern.finditer(shape):
            named = match.groupdict()
            one, two = _groups(sentence, named.get("A")), _groups(sentence, named.get("B"))
            if not two or set(one) & set(two):
                continue
            opening = re.split(r"[;:.()“”\"]", sentence.text[max(0, match.start("title") - 70) : match.start("title")])[-1]
            title = opening + sentence.text[match.start("title") : match.end("title")]
            start, end = _clause(shape, match.start())
            yield Event(start, end, rule, (), (), one + two, None, match.start()), title


_RIGHTS_FLOW = _compile(rf"(?:[Tt]hose|[Ii]ts|[Tt]hese|[Oo]ur|[Tt]he|[Tt]heir|{ORG}['’]s?) (?:[\w-]+ ){{0,3}}?(?:rights|licen[cs]e)[^;\ue000-\ue7ff]{{0,40}} (?:flows?|comes?|came|derives?|derived|stems?|stemmed|run|runs|originates?|were obtained|was obtained)[^;\ue000-\ue7ff]{{0,20}} from ({ORG})")


def source_of_rights(sentence: Sentence) -> tuple[OrgRef, ...]:
    """Whom the rights spoken of before come from ("Those rights flow from Acme"); empty when unsaid."""
    match = _RIGHTS_FLOW.search(sentence.shape)
    return _groups(sentence, match[1]) if match else ()


_BOTH_GIVE = _compile(r"(?:[Ee]ach of (?:these|the|them|the two)|[Tt]hese|[Bb]oth|[Tt]he two|[Bb]oth of these)(?: \w+)? (?:\w+ )?(?:is|are) (?:an? |the |our |each |joint |co-)*licensors?\b")


def both_give(sentence: Sentence) -> bool:
    """Does the sentence call those named before the licensors?"""
    return _BOTH_GIVE.search(sentence.shape) is not None


_OPTION_AGREEMENT = _compile(r"[Bb]y (?:an |the |that )?(?:[Oo]ption [Aa]greement)[^;\ue000-\ue7ff]{0,60}|[Uu]nder (?:an )?[Oo]ption [Aa]greement[^;\ue000-\ue7ff]{0,60}")


def option_agreement(sentence: Sentence) -> re.Match[str] | None:
    """A separate option agreement named without its parties ("By an option agreement made June 1")."""
    return _OPTION_AGREEMENT.search(sentence.shape)


_MUTUAL = _compile(rf"\b(?:each (?:of them|company|party|side)|the (?:two )?parties)[^;]{{0,60}}(?:licen[cs]ed|granted|licen[cs]es|grants)[^;]{{0,30}} (?:to )?(?:the other|each other|one another)|cross-licen[cs]ed? (?:each other|their)|\bexchang\w+ (?:[\w-]+ ){{0,4}}licen[cs]es", re.I)


def directed(sentence: Sentence) -> list[Event]:
    """Events of a sentence that name at least one role, in order of place, each verb or noun once."""
    events = [*_verb_events(sentence), *_nominal_events(sentence), *_roster_events(sentence)]
    return sorted(events, key=lambda e: (e.at, not (e.licensors and e.licensees)))


def undirected(sentence: Sentence) -> list[tuple[Event, str]]:
    """Agreements whose two sides the sentence names without saying who gives, each with the agreement's title."""
    return sorted(_pair_events(sentence), key=lambda pair: pair[0].at)


def mutual(sentence: Sentence) -> bool:
    """Does the sentence say that each side licenses the other?"""
    return _MUTUAL.search(sentence.shape) is not None
