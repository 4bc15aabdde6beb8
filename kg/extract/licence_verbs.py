"""Shape of a sentence → events told by verbs: who grants, licenses, sells, obtains, holds, returns, in active and passive."""

# ruff: noqa: E501, SIM102 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.licence_event import ADVERB, Event, clause_of, kind_of, named_in, pattern
from kg.extract.licence_sentence import DRUG, ORG, ORGS, Sentence
from kg.extract.licence_words import ADJ, GET, GIVE, IN_LICENSE, LICENSE_VERB, REGAIN, RETURN
from kg.extract.scan import cue
from kg.model import OrgRef

_PREPOSITION = re.compile(
    r"(?:\b(?:from|of|with|by|to|under|for|between|among|against|than|on|at|in|via|through|upon|including|like|into|toward|towards|over|about|regarding|per|notified|told|paid|pays|pay|gave|gives|granted|grants|owes?|informed|as)|[a-z]ed) +(?:the +|its +|our +|both +)?$"
)
_PASSIVE = pattern(
    r"\b(?:is|are|was|were|been|being|be|stands|remains)(?: (?:\w+ly|also|now|then|not|thereby|hereby|in turn|jointly|already|since|since [A-Z]\w+ \d+, \d{4},?|first|today|each|in \d{4}|on [A-Z]\w+ \d+, \d{4}))*,? $"
)
_HAVE_BEEN = pattern(
    r"\b(?:has|have|had)(?:, since [^,;]{3,30},|, in [^,;]{3,20},)? been(?: \w+ly| also| since [^,;]{3,30})?,? $"
)
_ACROSS_RELATIVE = pattern(
    rf"({ORG}),? (?:(?:to|from|with|by) )?(?:which|whom|who)\b[^;]+, (?:has|have|had|is|was|will|would)(?: {ADVERB})* *$"
)
_PERFECT = pattern(rf"\b(?:has|have|had)(?:,? {ADVERB})*,? *$")
_PARTICIPLE_NEXT = re.compile(
    r" +(?:\w+ly +|also +|now +|since +|then +|already +|thereby +|in turn +|not +)*(?!exclusive)(?:\w+ed|given|taken|sold|held|made|bought|become|paid|chosen|begun|got|gotten|met|put|set|had|built|found|brought|sent|kept|won|gone|come|shown|agreed)\b"
)
_PRONOUN_SUBJECT = pattern(
    r"(?:^|[,;:] ?|\b(?:and|that|said|because|when|while|as|until|but|which|announced|today) )(?P<who>[Ii]t|[Tt]hey|[Hh]e|[Ss]he|[Ee]ach(?: company| party)?|[Nn]either)(?: {0}| itself| is| are| was| were)*,? ?$".replace(
        "{0}", ADVERB
    )
)
_DIRECT = pattern(
    rf"^(?: back| back to|,? {ADVERB}| to| in turn| upon| on| unto| with| out to| for [^,;\ue000-\uefff]{{3,60}} to)*,? (?:the )?({ORGS})(?<!\uf8fe)(?!(?: *)['’\uf8fe])"
)
_TO = pattern(
    rf" (?:to|upon|unto|in favou?r of|out to|on) (?:its (?:\w+ )?(?:affiliate|subsidiary|partner|parent|licensee),? |[Tt]he )?({ORGS})(?<!\uf8fe)(?! ?['’])"
)
_FROM = pattern(
    rf" from (?:its (?:\w+ )?(?:affiliate|subsidiary|partner|parent|licensor|inventor),? |the )?({ORGS})(?<!\uf8fe)(?!['’] ?s? (?:veterinary|\w+ )?affiliate)"
)
_BY = pattern(
    rf"(?:^| )by (?:its (?:\w+ )?(?:affiliate|subsidiary|partner|parent|licensor),? |both |[Tt]he )?({ORGS})(?<!\uf8fe)(?!['’])"
)
_OF_OWNER = pattern(rf" (?:in|to|under|for|on|of|with) ({ORG})(?:['’]s?|(?<=\uf8fe)) ")
_DRUG = re.compile(DRUG)
_STRONG_RIGHT = pattern(
    rf"\b(?:(?:exclusive|co-exclusive|non-?exclusive|sole)\b[^;.]{{0,60}}?\b(?:rights?|licen[cs]es?|option)|(?:sub-?|cross-?)?licen[cs]es?\b|rights? (?:in|for) [^;.\ue000-\uefff]{{3,50}} (?:to|in|under|over) {DRUG}|rights? (?:in|to|under|over|for|of) (?:{DRUG}|[^;.]{{0,40}}(?:patent|technolog|compound|drug|program|product|molecule|invention|candidate|platform|antibod|vaccine))|\boption\b|right, title|title and interest|rights? to (?:\w+ly )?(?:develop|commerciali[sz]e|market|sell|make|use|manufacture|distribute|practi[sc]e|register|exploit|import|promote)|(?:worldwide|global|commercial|development|marketing|all|those|these|its|ex-U\.?S\.?|U\.S\.|veterinary|American|European|Japanese) rights|entire (?:right|interest)|(?:patents?|all) (?:and|,)[^;.]{{0,80}}(?:data|know-how|regulatory)|(?:the|all) patents (?:on|to|covering|for)|the right to [^;.]{{0,60}}licen[cs]e)",
    re.I,
)
_ASSET = pattern(
    rf"{DRUG}|\ball (?:of its )?(?:right|asset|patent)|entire (?:right|interest)|\bassets\b|\bpatents\b|\bprogram\b",
    re.I,
)
_VERB = cue(
    rf"\b(?:(?P<inlic>{IN_LICENSE})|(?P<lic>{LICENSE_VERB})|(?P<again>{REGAIN})|(?P<ret>{RETURN})|(?P<give>{GIVE})|(?P<get>{GET}))\b(?!-)",
    re.I,
)
_NOUN_BEFORE = pattern(
    r"(?:\b(?:an?|the|this|that|its|our|their|his|such|any|each|every|no|one|new|exclusive|non-?exclusive|co-exclusive|sole|worldwide|world-wide|perpetual|free|royalty-free|patent|separate|head|library|software|under|of|and|or|these|those|same|former|earlier|existing|original|two|paid-up|bearing|paid|up|limited|direct|in|further|irrevocable|transferable|cross|on|by|to an?|for|with)|['’]s?|\uf8fe|\d{4}|[,(“\"])[ -]$"
)


def _subject(sentence: Sentence, start: int, at: int) -> tuple[tuple[OrgRef, ...], bool, int]:
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


def verb_events(sentence: Sentence) -> Iterator[Event]:
    shape = sentence.shape
    for verb in _VERB.finditer(shape):
        at, stop = verb.span()
        start, end = clause_of(shape, at)
        left, right = shape[start:at], shape[stop:end]
        word = verb[0].lower()
        if verb["lic"] and re.match(
            r" +(?:[Aa]greements?|fees?|revenues?|income|payments?|issue|holders?)\b", shape[stop:]
        ):
            continue
        passive = bool(_PASSIVE.search(left) or _HAVE_BEEN.search(left)) and not word.endswith("ing")
        if verb["lic"] or verb["inlic"]:
            finite = passive or bool(
                re.search(
                    rf"(?:{ORG}|\b(?:which|who|that|it|they|we|company|party|university|center))(?:['’]s)?(?:,? +{ADVERB})* *$",
                    left,
                )
                or re.search(
                    r"\b(?:to|will|would|has|have|had|shall|be|and|then|by|in|not|may|also)(?: \w+ly)? +$", left
                )
            )
            participle = word.endswith(("ed", "ed out", "ed back"))
            if (
                not participle
                and not word.endswith(("s", "ing"))
                and _INFINITIVE.search(left)
                and not _WILLING.search(left)
            ):
                continue
            if (
                not participle
                and (not finite or _NOUN_BEFORE.search(left))
                and not (
                    finite
                    and re.search(rf"(?:{ORG}|which|who|jointly|would|will|shall|not|to|may|has|have) +$", left)
                    and not re.search(r"['’]s? +$|\uf8fe +$", left)
                )
            ):
                continue
            yield from _license_verb(sentence, verb, start, end, left, right, passive, participle)
        elif verb["again"]:
            if (
                not passive
                and re.search(r"\brights?\b|licen", right[:80])
                and not re.search(r"\b(?:may|would|could|might|if)\b[^,;]{0,30}$", left)
            ):
                subject, missing, begin = _subject(sentence, start, at)
                source = _FROM.search(right)
                if subject and source:
                    yield Event(
                        begin,
                        end,
                        "license-regained",
                        subject,
                        named_in(sentence, source[1]),
                        (),
                        None,
                        at,
                        missing,
                        "terminated",
                    )
        elif verb["ret"]:
            yield from _return(sentence, verb, start, end, left, right, passive)
        elif verb["give"]:
            yield from _give(sentence, verb, start, end, left, right, passive)
        else:
            yield from _get(sentence, verb, start, end, left, right, passive)


def _license_verb(
    sentence: Sentence,
    verb: re.Match[str],
    start: int,
    end: int,
    left: str,
    right: str,
    passive: bool,
    participle: bool,
) -> Iterator[Event]:
    word = verb[0].lower()
    kind = kind_of(word)
    to, source, by = _TO.search(right), _FROM.search(right), _BY.match(right) or _BY.search(right[:120])
    inward = bool(verb["inlic"])
    if passive or (
        participle
        and not _PERFECT.search(left)
        and not re.search(rf"(?:{ORG}|\b(?:which|who|that|it|they|has|have|had))(?: +{ADVERB})*,? *$", left)
        and (by or to or source)
    ):
        if source and not by and not to:
            subject, missing, begin = _subject(sentence, start, verb.start())
            yield Event(start, end, "license-licensed-from", named_in(sentence, source[1]), (), (), kind, verb.start())
            return
        receivers = named_in(sentence, to[1]) if to else ()
        givers = named_in(sentence, by[1]) if by else ()
        subject, missing, begin = _subject(sentence, start, verb.start())
        if not receivers and subject and passive:
            receivers = subject
        if givers or receivers:
            yield Event(start, end, "license-licensed-passive", givers, receivers, (), kind, verb.start())
        return
    subject, missing, begin = _subject(sentence, start, verb.start())
    reach = pattern(rf"({ORGS}),? (?:to|from) (?:which|whom) {ORG}").search(sentence.shape[start : verb.end()])
    if (
        (reach
        and sentence.shape[start : verb.start()].endswith(reach[0][-3:] + " "))
        or (reach and reach.end() > len(left) - 30)
    ):
        other = named_in(sentence, reach[1])
        giver = named_in(sentence, re.findall(ORG, reach[0])[-1])
        if " from " in re.sub(" +", " ", reach[0]):
            yield Event(start, end, "license-relative", other, giver, (), kind, verb.start())
        else:
            yield Event(start, end, "license-relative", giver, other, (), kind, verb.start())
        return
    if source and (inward or not to or source.start() < to.start()):
        yield Event(
            begin if subject else start,
            end,
            "license-licensed-from",
            named_in(sentence, source[1]),
            subject,
            (),
            kind,
            verb.start(),
            missing,
        )
        return
    if inward:
        yield Event(
            begin if subject else start, end, "license-in-licensed", (), subject, (), kind, verb.start(), missing
        )
        return
    direct = _DIRECT.match(right) or to
    receivers = named_in(sentence, direct[1]) if direct else ()
    if not subject and not missing and not receivers:
        return
    subject = tuple(o for o in subject if o not in receivers)
    owner = pattern(rf"^(?: {ADVERB})* ({ORG})(?:['’]s?|(?<=\uf8fe)) ").match(right)
    if owner and not receivers and subject and not set(subject) & set(named_in(sentence, owner[1])):
        yield Event(
            begin, end, "license-licensed-owner", named_in(sentence, owner[1]), subject, (), kind, verb.start(), missing
        )
        return
    it = re.match(r"(?: +(?:out|exclusively))* +to +(?:it|them)\b", right)
    if receivers or it:
        yield Event(
            begin if subject else start,
            end,
            "license-licensed",
            subject,
            receivers,
            (),
            kind,
            verb.start(),
            missing or bool(it),
        )
    if receivers and direct:
        yield from _further(sentence, subject, verb.end() + direct.end(), end, kind, missing)


_AND_TO = pattern(rf"(?:,|,? and|;)(?: [^;\ue000-\ue7ff]{{0,70}})? to ({ORG})(?!['’]|\uf8fe)")


def _further(
    sentence: Sentence, givers: tuple[OrgRef, ...], at: int, end: int, kind: str | None, missing: bool
) -> Iterator[Event]:
    """ "to A in Europe and to B in Japan": a second receiver is a second licence."""
    while match := _AND_TO.match(sentence.shape, at) or _AND_TO.search(sentence.shape[:end], at):
        between = sentence.shape[at : match.start()]
        if re.search(r"\b(?:which|who|that)\b|licen|grant|assign", match[0]):
            return
        if re.search(
            r"[\ue000-\ue7ff]|\b(?:is|are|was|were|has|have|had|will|pays?|paid|agreed)\b", between
        ) or re.search(r"\b(?:pays?|paid|report|according|relat|payment|sold|suppl|deliver)\w*\b", match[0]):
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


_NOT_OBJECT = re.compile(
    r"^(?: +\w+)? +(?:written +|prior +|its +|due +)?(?:notice|consent|effect|rise|way|up|birth|approval|permission to prepare|no|nothing|none|neither)\b|^ +(?:no|any other) +"
)
_NOTICE = re.compile(rf"^ +{ORG}(?: +(?:[\w’'-]+|\d+)){{0,4}} +notice\b")
_RIGHTS_GO = pattern(
    r"\brights?(?: [^;,\ue000-\ue7ff]{0,50})? (?:(?:were|was|are|is|have|has|had|been|being|then|therefore|all|thereby|thereupon) )*$|\brights? $"
)
_ALL_RIGHTS = re.compile(r"\b(?:all|every|entire|whole|full)\b[^;]{0,40}\b(?:rights?|interest)|right, title")
_EVERY = re.compile(r" +(?:every|all)\b(?! \w+ (?:and \w+ )?(?:licen|rights? from))")
_INFINITIVE = re.compile(r"(?:\bto|\band|\bor|,|\bfor|\bto \w+ly) +$")
_WILLING = re.compile(
    r"(?:agree[sd]?|agreeing|elect(?:s|ed)?|is|are|was|were|obliged|undert(?:akes|ook)|decided|has|have|had|bound|asked|required) +to +$|\bhereby +$"
)


_THAT_WHO = pattern(rf"\b(?:that|which) {ORG}(?:,? {ADVERB})* (?:was|were|had been|has been|have been)(?:,? {ADVERB})* *$")
_UNKNOWN_WHO = re.compile(r"\bwho\b[^;]{0,40}$")
_AGREEMENT_WHICH = re.compile(r"(?:agreement|licen[cs]e|instrument|contract|deed|amendment)\b[^;,]{0,80}$", re.I)


def _hollow(left: str, right: str, word: str) -> bool:
    """Is the verb an infinitive of purpose ("rights to make and sell"), or its object no right ("gave notice")?"""
    if _NOT_OBJECT.match(right) or (_HAS.match(word) and _EVERY.match(right)):
        return True
    if word.startswith(("g", "serv")) and _NOTICE.match(right):
        return True
    bare = not word.endswith(("s", "ed", "en", "old", "ave", "ook", "ot", "ing", "ad", "ought", "ade over", "es"))
    return bare and bool(_INFINITIVE.search(left)) and not _WILLING.search(left)


def _give(
    sentence: Sentence, verb: re.Match[str], start: int, end: int, left: str, right: str, passive: bool
) -> Iterator[Event]:
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
    near[:200]
    if appointing:
        licensee = pattern(
            rf"^(?: {ADVERB})* ({ORGS}),? (?:as |to be |its |the |an? |{ORG} )*(?:{ADJ})?(?:sub)?licensee", re.I
        ).match(right)
        if licensee:
            subject, missing, begin = _subject(sentence, start, verb.start())
            yield Event(
                begin,
                end,
                "license-appointed",
                subject,
                named_in(sentence, licensee[1]),
                (),
                None,
                verb.start(),
                missing,
            )
        elif re.match(r"permit|allow|authori", word) and object_right and "licen" in object_right[0].lower():
            pass
        return
    if passive or (
        word.endswith(("ed", "en", "sold")) and not _active_subject(left) and not _PERFECT.search(left) and (by or to)
    ):
        subject, missing, begin = _subject(sentence, start, verb.start())
        givers = named_in(sentence, by[1]) if by else ()
        receivers = named_in(sentence, to[1]) if to else ()
        if not receivers and subject and passive and object_right:
            receivers = subject
        right_before = before_right or (selling and _ASSET.search(left[-200:]))
        if not (object_right and passive) and not right_before:
            return
        if passive and subject and _THAT_WHO.search(left):
            receivers = subject  # "the rights that Acme had been granted"
        elif passive and object_right and not before_right and not subject and not missing and not receivers:
            return  # somebody unknown was granted it
        if not givers and not receivers:
            return
        words = object_right[0] if object_right and receivers == subject else before_right[0] if before_right else ""
        kind = "assignment" if selling else kind_of(_right_phrase(near if receivers == subject else left[-80:]) + words)
        if selling and not _ASSET.search(left[-200:] + " " + right[:200]):
            return
        if word.startswith("s") and not re.search(r"right|title|interest|assets?\b|patents?\b|program", left[-120:]):
            return
        if selling and re.search(r"shares?|invention|employee|agreement (?:was|is)|common stock", left[-80:]):
            return
        yield Event(
            start, end, "license-granted-passive", givers, receivers, (), kind, verb.start(), missing and not receivers
        )
        return
    subject, missing, begin = _subject(sentence, start, verb.start())
    direct = _DIRECT.match(right) or to
    receivers = named_in(sentence, direct[1]) if direct else ()
    it = re.match(r" +(?:to +)?(?:it|them)\b", right)
    missing = missing or bool(it and subject)
    subject = tuple(o for o in subject if o not in receivers)
    right_that = before_right and re.search(
        r"\b(?:that|which|licen[cs]es?|rights?|option) *(?:[\ue000-\ue7ff]\uf8ff*(?: +(?:had|has|have|previously|already))* *)$",
        left,
    )
    trusted = re.match(r"entrust|ced|made over|makes over|hand|turn", word) is not None and bool(receivers)
    if receivers and subject and len(right) < 90 and not object_right and sentence.shape[end : end + 1] == ";":
        yield from _listed(sentence, Event(end, end, "", subject, receivers, (), None, end, missing))
        return
    if not object_right and not right_that and not (selling and _ASSET.search(right)) and not trusted:
        return
    if selling and not receivers:
        return
    if selling and object_right and _SAME_LICENCE.search(near[: object_right.end() + 2]):
        yield Event(
            begin if subject else start,
            end,
            "license-assigned-on",
            subject,
            receivers,
            (),
            None,
            verb.start(),
            missing,
            None,
            True,
        )
        return
    if not subject and not missing and _UNKNOWN_WHO.search(left) and not _AGREEMENT_WHICH.search(left):
        return
    if not subject and not missing:
        agreement = re.search(
            r"(?:[Aa]greement|[Ii]nstrument|[Aa]mendment|[Cc]ontract|[Ll]icen[cs]e)\b[^;,]{0,80}$", left
        )
        if not agreement and not receivers:
            return
    if selling:
        if re.search(r"shares? of|common stock|\bnotes?\b|units|warrants", near[:120]) and "right" not in near[:80]:
            return
        if re.search(r"agreement|contract", near[:60]) and not _DRUG.search(near[:60]):
            return
        if word.startswith(("sell", "sold")) and not re.search(
            r"right|interest|title|asset|patent|program|all of", near[:160]
        ):
            return
        kind = "assignment" if not re.match(r"(?:exclusive|[^;]{0,20}licen[cs])", near.strip()) else kind_of(near[:60])
    elif object_right and re.search(r"entire (?:right|interest)|right, title", near[: object_right.end() + 30]):
        kind = "assignment"
    else:
        kind = kind_of(
            _right_phrase(object_right[0] if object_right else left[-100:])
            + " "
            + (near[: object_right.end()] if object_right else "")
        )
    yield Event(
        begin if subject else start, end, "license-granted", subject, receivers, (), kind, verb.start(), missing
    )
    if receivers and direct and not selling:
        yield from _further(sentence, subject, verb.end() + direct.end(), end, kind, missing)


_ITEM = pattern(
    r"^(?: *;)? *(?:and )?(?:under [^;]{3,60}?,? )?(?:an?|the|one) (?:[\w-]+,? ){0,6}?(?:sub-?licen[cs]e|licen[cs]e|rights?|option)\b"
)


def _listed(sentence: Sentence, event: Event) -> Iterator[Event]:
    """ "A grants B (i) an exclusive licence …; and (ii) a non-exclusive licence …": one event for each item."""
    shape, start = sentence.shape, event.end
    while start < len(shape):
        stop = shape.find(";", start + 1)
        stop = len(shape) if stop < 0 else stop
        item = _ITEM.match(shape[start:stop])
        if item:
            yield Event(
                start,
                stop,
                "license-granted-listed",
                event.licensors,
                event.licensees,
                (),
                kind_of(item[0]),
                start + item.end() - 1,
                event.missing,
            )
        elif shape[start:stop].strip("; ") not in ("", "and"):
            return
        start = stop


def _right_phrase(text: str) -> str:
    match = re.search(r"(?:sub-?licen[cs]e|option|licen[cs]e|rights?)", text, re.I)
    return match[0] if match else ""


def _active_subject(left: str) -> bool:
    return bool(
        re.search(
            rf"(?:{ORG}|\b(?:which|who|it|they|It|They))(?:,? +{ADVERB}|, +(?:on|in) [^;\ue000-\ue7ff]{{3,30}},)* *$",
            left,
        )
    )


def _return(
    sentence: Sentence, verb: re.Match[str], start: int, end: int, left: str, right: str, passive: bool
) -> Iterator[Event]:
    """Rights that go back: who hands them back was the licensee, to whom they go the licensor."""
    if _RIGHTS_GO.search(left):
        # The rights themselves return: they go back to the licensor, named or "it", from the one named with "by" or "from".
        direct, giver_back = _DIRECT.match(right), pattern(rf"^(?: to {ORG})? (?:by|from) (?:the )?({ORGS})").match(right)
        back = named_in(sentence, direct[1]) if direct else ()
        takers = named_in(sentence, giver_back[1]) if giver_back else ()
        if back and not set(back) & set(takers):
            yield Event(start, end, "license-returned", back, takers, (), None, verb.start(), False, "terminated")
            return
    if passive or (_INFINITIVE.search(left) and not re.search(r"(?:will|agreed to|elected to|and) +$", left)):
        return
    if not re.search(r"\brights?\b|licen[cs]e", right[:120]) or re.search(
        r"\b(?:may|might|could|would|if)\b[^;,]{0,30}$", left
    ):
        return
    subject, missing, begin = _subject(sentence, start, verb.start())
    to = _DIRECT.match(right) or _TO.search(right)
    receivers = named_in(sentence, to[1]) if to else ()
    if verb[0].lower().startswith("revert"):
        # What reverts are the rights: they go back to the licensor, named or "it".
        direct = _DIRECT.match(right)
        back = named_in(sentence, direct[1]) if direct else (subject if re.match(r" +to +it\b", right) else ())
        if back:
            yield Event(start, end, "license-returned", back, (), (), None, verb.start(), False, "terminated")
        return
    source = pattern(rf"(?:from|with|by) ({ORGS})(?<!\uf8fe)(?!['’])").search(right)
    if not receivers and source:
        receivers = named_in(sentence, source[1])
    if not subject or set(subject) & set(receivers):
        return
    yield Event(
        begin,
        end,
        "license-returned",
        receivers,
        subject,
        (),
        kind_of(_right_phrase(right[:120])),
        verb.start(),
        missing,
        "terminated",
    )


_HAS = re.compile(
    r"ha(?:s|ve|d|ving)$|h(?:olds?|eld|olding)$|enjoys?|enjoyed|retains?|controls?|own|possess|practice|is entitled|are entitled|was entitled",
    re.I,
)
_SAME_LICENCE = re.compile(r"\b(?:that|the|this|its|such|said) +(?:sub-?)?licen[cs]e\b")
_FRONTED = pattern(rf"^(?:-|•|·)? ?[Ff]rom (?:the )?({ORG}),? (?:{ORG} ?$|[^;]{{0,40}}{ORG} ?$)")
_MONEY_FIRST = re.compile(
    r"[$€£¥]|\bmillion\b|\bin exchange for\b|\bin return for\b|\bin consideration (?:of|for)\b|\bpayment\b|\bfee\b|\bnotice\b"
)


def _get(
    sentence: Sentence, verb: re.Match[str], start: int, end: int, left: str, right: str, passive: bool
) -> Iterator[Event]:
    word = verb[0].lower()
    if _hollow(left, right, word) or re.match(r" +(?:not|been|no)\b", right):
        return
    if word in ("has", "have", "had", "having") and _PARTICIPLE_NEXT.match(right):
        return
    near = right[:260]
    object_right = _STRONG_RIGHT.search(near)
    if object_right and "notice" not in near[: object_right.start()] and _MONEY_FIRST.search(near[: object_right.start()]):
        # What is received first is money: the one who receives it gives the right.
        if word.startswith(("receiv", "got", "get", "collect", "took", "take", "accept")):
            subject, missing, begin = _subject(sentence, start, verb.start())
            payer = _FROM.search(right)
            payers = named_in(sentence, payer[1]) if payer else ()
            if subject or payers:
                yield Event(
                    begin if subject else start,
                    end,
                    "license-paid-for-right",
                    subject,
                    payers,
                    (),
                    kind_of(_right_phrase(object_right[0])),
                    verb.start(),
                    missing,
                )
            return
        if "notice" in near[: object_right.start()]:
            return
    fronted = _FRONTED.match(left)
    source = (
        (fronted if fronted and re.search(r"exclusiv|licen|rights?", near) else None)
        or _FROM.search(right)
        or pattern(rf"\bgranted by ({ORGS})").search(right)
    )
    buying = re.match(r"purchas|buy|bought|acquir", word) is not None
    if re.match(r"own|control|derive|retain|enter|practi", word) and not (object_right and source):
        return
    if passive:
        # "was obtained from Acme", "rights acquired by us from Acme"
        by = _BY.search(right[:100])
        if source and _STRONG_RIGHT.search(left[-160:]):
            subject, missing, begin = _subject(sentence, start, verb.start())
            receivers = named_in(sentence, by[1]) if by else ()
            yield Event(
                start,
                end,
                "license-obtained-passive",
                named_in(sentence, source[1]),
                receivers,
                (),
                kind_of(_right_phrase(left[-160:])),
                verb.start(),
            )
        return
    if (
        buying
        and source
        and _ASSET.search(right[:200])
        and not re.search(r"shares|common stock|company named|outstanding", near[:120])
    ):
        subject, missing, begin = _subject(sentence, start, verb.start())
        licence = object_right and re.search(r"licen|exclusive|option", object_right[0], re.I)
        kind = kind_of(object_right[0]) if licence and object_right else "assignment"
        yield Event(
            begin if subject else start,
            end,
            "license-purchased",
            named_in(sentence, source[1]),
            subject,
            (),
            kind,
            verb.start(),
            missing,
        )
        return
    pronoun_object = (
        re.match(r" +(?:it|them|those rights|these rights|those|the same)\b", right)
        and source
        and re.search(r"rights?\b|licen", left)
    )
    right_that = source and re.search(rf"(?:licen[cs]e|rights?|option) +(?:which|that) +{ORG} +$", left)
    drug_object = (
        _DRUG.match(right.lstrip())
        and (re.search(r"exclusiv", right) or re.search(r"licen[cs]e\b[^;]{0,60}(?:by|under) which", left))
        and re.match(r"obtain|acquir|receiv|secur|take|took|gain", word)
    )
    if (pronoun_object or right_that or drug_object) and (not object_right or pronoun_object):
        subject, missing, begin = _subject(sentence, start, verb.start())
        if subject or missing:
            yield Event(
                start if right_that else begin if subject else start,
                end,
                "license-obtained",
                named_in(sentence, source[1]) if source else (),
                subject,
                (),
                kind_of(left[-40:]),
                verb.start(),
                missing,
            )
        return
    if re.search(r"owner +of$", word) and _DRUG.search(right[:60]):
        subject, missing, begin = _subject(sentence, start, verb.start())
        if subject:
            yield Event(
                begin,
                end,
                "license-owner-of",
                named_in(sentence, source[1]) if source else (),
                subject,
                (),
                "assignment",
                verb.start(),
                missing,
            )
        return
    if not object_right or object_right.start() > 170:
        return
    if _SAME_LICENCE.match(near.lstrip()) and source and buying:
        subject, missing, begin = _subject(sentence, start, verb.start())
        yield Event(
            begin if subject else start,
            end,
            "license-taken-over",
            named_in(sentence, source[1]),
            subject,
            (),
            None,
            verb.start(),
            missing,
            None,
            True,
        )
        return
    if re.search(
        r"\b\w{2,}(?:ed|ght|cted|ven) +(?:that|to|in|on|the|its)\b|\bthat\b|\bnot\b|\bno\b",
        near[: object_right.start()],
    ) and not re.match(r" *,? +(?:since|in|under|by)\b", near):
        return
    if re.match(r"\W*(?:the +)?(?:right|option) +to +(?:terminate|purchase|vote|receive)", object_right[0]):
        return
    if (
        word in ("having", "had", "has", "have")
        and re.match(r" +(?:been|not|no|now |\w+ed |also been|since)", right)
        and not re.match(r" +(?:rights?|the|an?|exclusive|now|since|also|in)\b", right)
    ):
        return
    subject, missing, begin = _subject(sentence, start, verb.start())
    givers: tuple[OrgRef, ...] = ()
    if source:
        givers = named_in(sentence, source[1])
    else:
        owner = _OF_OWNER.search(right)
        granted = _BY.search(right)
        if granted and re.search(r"(?:granted|given|licen[cs]ed|conferred) +$", right[: granted.start() + 1]):
            givers = named_in(sentence, granted[1])
        elif owner and owner.start() > object_right.start() - 5 and owner.start() < 110:
            givers = named_in(sentence, owner[1])
    if fronted:
        subject = sentence.orgs_of(left[fronted.end(1) :])[:1]
    givers = tuple(o for o in givers if o not in subject)
    if not subject and not missing and not givers:
        return
    held = bool(_HAS.match(word))
    if (
        held
        and not givers
        and not re.search(
            r"exclusive|\bsole\b|licen[cs]e|option|rights? to|rights? (?:in|under|over)|right,",
            near[object_right.start() : object_right.end() + 12],
            re.I,
        )
    ):
        return
    phrase = near[: object_right.end()]
    kind = kind_of(phrase)
    if buying and _ALL_RIGHTS.search(phrase) and not re.search(r"licen|exclusive|option", phrase, re.I):
        kind = "assignment"
    yield Event(
        begin if subject else start,
        end,
        "license-held" if held else "license-obtained",
        givers,
        subject,
        (),
        kind,
        verb.start(),
        missing,
    )
