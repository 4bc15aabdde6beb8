"""A verb of getting in the shape of a sentence → events: who obtains, buys, holds, in active and passive."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.late import late
from kg.extract.licence_event import Event, kind_of, named_in, pattern
from kg.extract.licence_sentence import ORG, ORGS, Sentence
from kg.extract.licence_verb_parts import (
    ASSET,
    BY,
    DRUG_NAME,
    FROM,
    HAS,
    OF_OWNER,
    SAME_LICENCE,
    STRONG_RIGHT,
    hollow,
    right_phrase,
    subject_of,
)
from kg.model import OrgRef

_PARTICIPLE_NEXT = late(
    r" +(?:\w+ly +|also +|now +|since +|then +|already +|thereby +|in turn +|not +)*(?!exclusive)(?:\w+ed|given|taken|sold|held|made|bought|become|paid|chosen|begun|got|gotten|met|put|set|had|built|found|brought|sent|kept|won|gone|come|shown|agreed)\b"
)
_ALL_RIGHTS = late(r"\b(?:all|every|entire|whole|full)\b[^;]{0,40}\b(?:rights?|interest)|right, title")
_FRONTED = pattern(rf"^(?:-|•|·)? ?[Ff]rom (?:the )?({ORG}),? (?:{ORG} ?$|[^;]{{0,40}}{ORG} ?$)")
_IN_DEAL = pattern(rf" (?:in|under|through|by|via) (?:an? |the )?(?:[\w$-]+ ){{0,4}}(?:deal|agreement|accord|pact|transaction|alliance|licen[cs]e) with ({ORGS})(?!['’])")
"""Who gets rights "in a deal with Acme" gets them from Acme."""
_NEXT_VERB = late(r"(?:, (?:and |but )?| and | but )(?:has|have|had|is|was|will|resells?)\b")
_MONEY_FIRST = late(
    r"[$€£¥]|\bmillion\b|\bin exchange for\b|\bin return for\b|\bin consideration (?:of|for)\b|\bpayment\b|\bfee\b|\bnotice\b"
)


def got(
    sentence: Sentence, verb: re.Match[str], start: int, end: int, left: str, right: str, passive: bool
) -> Iterator[Event]:
    """What a verb of getting between the `left` and the `right` of its clause tells."""
    word = verb[0].lower()
    if hollow(left, right, word) or re.match(r" +(?:not|been|no)\b", right):
        return
    if word in ("has", "have", "had", "having") and _PARTICIPLE_NEXT.match(right):
        return
    near = right[:260]
    object_right = STRONG_RIGHT.search(near)
    if object_right and "notice" not in near[: object_right.start()] and _MONEY_FIRST.search(near[: object_right.start()]):
        # What is received first is money: the one who receives it gives the right.
        if word.startswith(("receiv", "got", "get", "collect", "took", "take", "accept")):
            subject, missing, begin = subject_of(sentence, start, verb.start())
            payer = FROM.search(right)
            payers = named_in(sentence, payer[1]) if payer else ()
            if subject or payers:
                yield Event(
                    begin if subject else start,
                    end,
                    "license-paid-for-right",
                    subject,
                    payers,
                    (),
                    kind_of(right_phrase(object_right[0])),
                    verb.start(),
                    missing,
                )
            return
        if "notice" in near[: object_right.start()]:
            return
    fronted = _FRONTED.match(left)
    source = (
        (fronted if fronted and re.search(r"exclusiv|licen|rights?", near) else None)
        or FROM.search(right)
        or pattern(rf"\bgranted by ({ORGS})").search(right)
        or (_IN_DEAL.search(right) if word.startswith(("g", "obtain", "acquir", "secur", "win", "won", "land", "pick", "gain", "snap", "tak", "took")) else None)
    )
    buying = re.match(r"purchas|buy|bought|acquir", word) is not None
    if re.match(r"own|control|derive|retain|enter|practi", word) and not (object_right and source):
        return
    if passive:
        # "was obtained from Acme", "rights acquired by us from Acme"
        by = BY.search(right[:100])
        if source and STRONG_RIGHT.search(left[-160:]):
            subject, missing, begin = subject_of(sentence, start, verb.start())
            receivers = named_in(sentence, by[1]) if by else ()
            yield Event(
                start,
                end,
                "license-obtained-passive",
                named_in(sentence, source[1]),
                receivers,
                (),
                kind_of(right_phrase(left[-160:])),
                verb.start(),
            )
        return
    if (
        buying
        and source
        and ASSET.search(_NEXT_VERB.split(right[:200])[0])
        and not re.search(r"shares|common stock|company named|outstanding|finished|bottles|tablets|vials|capsules|at a list price|\bunits of", near[:120])
    ):
        subject, missing, begin = subject_of(sentence, start, verb.start())
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
        DRUG_NAME.match(right.lstrip())
        and (re.search(r"exclusiv", right) or re.search(r"licen[cs]e\b[^;]{0,60}(?:by|under) which", left))
        and re.match(r"obtain|acquir|receiv|secur|take|took|gain", word)
    )
    if (pronoun_object or right_that or drug_object) and (not object_right or pronoun_object):
        subject, missing, begin = subject_of(sentence, start, verb.start())
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
    if re.search(r"owner +of$", word) and DRUG_NAME.search(right[:60]):
        subject, missing, begin = subject_of(sentence, start, verb.start())
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
    if SAME_LICENCE.match(near.lstrip()) and source and buying:
        subject, missing, begin = subject_of(sentence, start, verb.start())
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
    subject, missing, begin = subject_of(sentence, start, verb.start())
    givers: tuple[OrgRef, ...] = ()
    if source:
        givers = named_in(sentence, source[1])
    else:
        owner = OF_OWNER.search(right)
        granted = BY.search(right)
        if granted and re.search(r"(?:granted|given|licen[cs]ed|conferred) +$", right[: granted.start() + 1]):
            givers = named_in(sentence, granted[1])
        elif owner and owner.start() > object_right.start() - 5 and owner.start() < 110:
            givers = named_in(sentence, owner[1])
    if fronted:
        subject = sentence.orgs_of(left[fronted.end(1) :])[:1]
    givers = tuple(o for o in givers if o not in subject)
    if not subject and not missing and not givers:
        return
    held = bool(HAS.match(word))
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
