"""A passage → the special statuses it names, the agencies that give them, and whether it says that one was given."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.late import late
from kg.extract.scan import cue

_KIND = late(
    r"\b(?:(?P<orphan>orphan[- ](?:drug |medicinal |medicine |product )?(?:products? )?(?:and (?!rare |fast|"
    r"breakthrough|priority)[a-z "
    r"-]{3,40}?)?(?:designations?|designated|status)|[Oo]rphan (?:drug|medicinal product|medicine|product)(?!s| Act|"
    r" Regulation| exclusivity| market| legislation| (?:and \w+ )?exclusiv)|orphan(?=[, ]+(?:and|fast|breakthrough|"
    r"rare|priority|RMAT|PRIME)|:)|\ban orphan(?= for\b)|orphan(?= \()|Register of Orphan Medicin\w+(?: Products)?|"
    r"(?<=designated )orphan (?:drugs|medicinal products)|designated orphan drugs|(?<=as )orphan drugs|"
    r"(?:(?<=list of )|(?<=lists of )|(?<=register of )|(?<=roll of )|(?<=among the )|(?<=among its )|"
    r"(?<=number of its ))"
    r"(?:designated )?orphan (?:drugs|products|medicines|medicinal products))"
    r"|(?P<fast>fast[- ]?track(?:ed)?)|(?P<breakthrough>breakthrough[- ](?:therapy|designation|status|drug|"
    r"product|medicine|device)(?! device)|breakthrough(?=,? (?:and|or|/) (?:orphan|fast|rare|priority|RMAT|PRIME)|:))"
    r"|(?P<priority>(?<!voucher for )priority (?:review|track|status)(?! vouchers?))"
    r"|(?P<rmat>RMAT|regenerative medicine advanced therap(?:y|ies))|(?P<prime>PRIME(?! \w*(?:rate|lending|"
    r"Minister))|priority medicines)"
    r"|(?P<rare>(?:drug for a )?rare pa?ediatric disease(?! (?:priority review )?vouchers?))"
    r"|(?P<qidp>QIDP|qualified infectious disease product))\b",
    re.I,
)
_NAMES = {
    "orphan": "orphan-drug", "fast": "fast-track", "breakthrough": "breakthrough-therapy",
    "priority": "priority-review",
    "rmat": "rmat", "prime": "prime", "rare": "rare-pediatric-disease", "qidp": "qidp",
}  # fmt: skip
GATE = cue(
    r"(?i)orphan|fast[- ]?track|breakthrough|priority (?:review|track|status|medicines)|\bRMAT\b|"
    r"regenerative medicine adv|"
    r"\bPRIME\b|rare p(?:a?e)diatric|\bQIDP\b|qualified infectious"
)
_NEGATIVE = cue(
    r"\b(?:den(?:y|ied|ial)|declin(?:e|ed|es)|refus(?:e|ed|al)|reject(?:ed|ion)|not agree|not (?:been )?(?:grant\w*|"
    r"design\w*|received?|obtain\w*|sought|appl\w+|award\w*|given|qualif\w+|accept\w*|convey|request\w*|confer\w*)|"
    r"would not|did not|does not|do not|has not|have not|had not|(?:is|are|was|were|but) not(?! only)|cannot|never|"
    r"negative opinion|withdr[ae]wn?|"
    r"withdraw|revoked|rescinded|lost|pending|appl(?:y|ied|ying|ies)(?: to [\w .]{2,40}?)? for|applications? (?:to "
    r"[\w .]{2,40}? )?for|"
    r"request(?:s|ed|ing)?(?! (?:was|has been|were) granted)|ask(?:s|ed|ing)?|see(?:k|ks|king)|sought|pursu(?:e|"
    r"ing)|submitt(?:ed|ing) (?:an?|its|our|the)? ?(?:\w+ )?(?:application|request)|eligible|"
    r"recommend(?:s|ed|ation)?(?= that| granting| orphan| the grant| designat| for)|(?:positive|favou?rable) opinion|"
    r"petition(?:s|ed)?|"
    r"may|might|could|would|if|whether|unless|will|intends?|plans?|expects?|hopes?|potential(?:ly)?|no|none|nor|"
    r"neither|without|urg(?:e|ed|es|ing)|call(?:ed|s)? (?:up)?on|(?<!decided )(?<!agreed )(?<!decision )to (?:grant|"
    r"award|confer|designate)|designed to|intended (?:to|for)|facilitates?|qualify|(?<!that )(?:products?|drugs?|which|"
    r"that) qualifies|drugs for|purpose of|considering|"
    r"evaluating whether|awaiting|under consideration|"
    r"a (?:drug|product|company|sponsor|therapy) (?:that|which|whose|may|must|is|intended|with)|drugs? (?:that|"
    r"which|intended)|products? (?:that|which|intended) (?!sell|market)|each|any|such as the|another "
    r"company[’']?s?)\b",
    re.I,
)
_GRANTED = cue(
    r"\b(?:grant(?:s|ed|ing)?|award(?:s|ed)?|designat(?:ed|es|ing|ions?)|receiv(?:ed|es)|receipt|has|have|had|"
    r"holds?|held|enjoys?|obtain(?:ed|s)|confer(?:s|red)|accord(?:ed|s)|gave|given|gives|nam(?:ed|es)|list(?:ed|s|"
    r"ing)|"
    r"admitted|admission|accepted|benefit|benefits|carries|status|secured|won|gained|recogni[sz](?:ed|es)|"
    r"classified|assigned|approved for|under|with|conferred|is an?|are|was|were|bears?|afforded|bestowed|allowed|"
    r"selected|qualifies|qualified|informed|included|placed|put|entered|covers?|extends?|remains?|stands?|in force|"
    r"arrived|came|followed|takes part|in place|in hand|dates? from|attach(?:es|ed)|applies|belongs?|retains?|kept|"
    r"keeps?|enabled|entitle[sd]?)\b",
    re.I,
)
_HARMLESS = late(
    r"\b(?:to|for) (?:our|its|the) (?:product )?candidate|\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ll]ast|[Ee]arly|"
    r"[Ll]ate|mid) May\b|\bMay \d|\bno (?:new|other) drug|although "
    r"[^,;]*?not now[^,;]*|\bin each case\b|, which (?:is|are|was|has|have) not [^,;]*,|"
    r"(?i:new drug|licen[sc]e|authori[sz]ation|marketing|supplemental|regulatory) [Aa]pplications?(?: \([^)]*\))* for|"
    r"\b(?:[Oo]n|[Uu]pon|[Aa]t|[Ff]ollowing|[Aa]fter|[Aa]cting (?:up)?on|[Ii]n (?:answer|response) to) (?:the |"
    r"our |its |an? "
    r"|this |that )?(?:[A-Z][\w&.-]*[’']s? )?(?:\w+ )?(?:petition|request|application)\b(?= ?,| of\b| by\b| the\b)|"
    r"\b(?:asked|applied|requested|sought)(?: for)?,? and (?:[^,;]{0,30})?(?:was|were|has been|have been|later) "
    r"(?:given|granted|"
    r"awarded)|which (?:will|may|could|would)\b[^,;]*"
)
_LATER = late(
    r",? (?:and|but) (?:\w+ )?(?:may|will|plans?|expects?|intends?|hopes?|could|would|has (?:applied|asked)|is|was)\b|"
    r", (?:and|but|while|whereas|although|though|yet|making|which|who|it|we|this|so|would|will|thereby|were|is|are|"
    r"was|has|have|had|an?|the|for which)\b|; | (?:and|but) not\b"
)
"""Where what a passage says of a status ends, and something else begins."""
_OPENING = late(
    r"(?:In addition to|Besides|Apart from|Aside from|Along with|Together with|Beyond|On top of|With|As|Since|Because|"
    r"Having|Granted|Given|Awarded|Designated|Named|Holding|Now that|After|Following)\b"
)
_PREDICATE = late(r"(?:,|\b(?:is|are|as)\b[^.;]{0,20}) an? $")
_COLON = late(r" ?(?:designations?|status)?: ")
_OVERRULED = late(
    r"\b(?:granted|awarded|conferred|received|obtained|designated) (?:our|its|the|that|this|such) (?:request|"
    r"application)|(?:request|application)s? [^.;]{0,90}?\b(?:was|were|has been|have been) (?:granted|approved)|"
    r"following (?:our|its) (?:request|application)|after (?:its|our|an) application|^ ?(?:designations?|status),? "
    r"(?:(?:that|which) )?(?:it|we|(?:the )?[\w-]+) (?:has |have |had |was |were )?(?:already |been )*(?:received|"
    r"obtained|"
    r"granted|holds?|enjoys?|won|secured|awarded)\b|the (?:European )?Commission (?:then |has )?(?:followed|agreed|"
    r"concurred|"
    r"adopted|confirmed)|(?:confirmed|followed|adopted|granted|endorsed) by the (?:European )?Commission",
    re.I,
)

_PRESUMED = late(
    r" ?(?:\([A-Z]+\) ?)?(?:designations?|status)?,? (?:(?:that|which) )?(?:(?:the )?[A-Z][\w-]*|it|we) (?:has |"
    r"have |had )?"
    r"(?:been |was |were |already )*(?:given|granted|awarded|accorded|received|obtained|won|secured|holds?|enjoys?)\b"
    r"(?: by (?:the )?[A-Z][\w.]*)?(?: in (?:[A-Z]\w+ )?(?:19|20)\d\d)?(?: for [^.;,]{3,80}?(?= (?:did|does|has|"
    r"have|will|is|was)\b))?"
)
"""A designation of which it is presupposed that the drug has it."""

LIKEWISE = late(
    r"\b(?:did|has done|had done|does) (?:likewise|the same|so (?:as well|too)|so(?= in| on|[,.;]))\b|"
    r"\b[Ss]o (?:did|has|had)\b|\bas (?:did|has|had)\b|\b(?:followed|has followed) (?:suit|in|its example)\b|"
    r"\b(?:made|came to|reached|took) the same (?:decision|finding|step)\b"
)
"""What says that an agency gave what another one gave."""

AGENCIES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        late(
            r"\bFDA\b|\b(?:U\.?S\.? |United States )?Food (?:and|&) Drug Administration\b|\b(?:in the|U\.S\.|US) "
            r"(?:United States|orphan|fast)|\b(?:US|U\.S\.)(?=\)| and (?:the )?E)|"
            r"\b[Ii]n (?:both )?the (?:United States|"
            r"U\.S\.)|\b(?:U\.S\.|US|American|federal) (?:regulators?|authorities|agency|orphan|designation|"
            r"and European)|"
            r"\bOffice of Orphan Products(?: Development)?\b|\bOOPD\b|\bboth sides of the Atlantic\b|\bthe agency in "
            r"(?:Rockville|Silver Spring)|\bCBER\b|\bCDER\b|\((?:US|U\.S\.|United States)\b"
        ),
        "U.S. Food and Drug Administration",
    ),
    (
        late(
            r"\bEuropean Commission\b|\bthe EC\b|\bEC (?:granted|has|designat)|[(,/] ?EC\b|\b(?:and|by) EC\b|\bthe "
            r"Commission (?:granted|has|designat|followed|adopted|agreed)|\bCommission of the European "
            r"(?:Communities|Union)"
        ),
        "European Commission",
    ),
    (
        late(
            r"\bEuropean Medicines(?: Evaluation)? Agency\b|\bEMA\b|\bEMEA\b|\bCommittee for Orphan Medicinal "
            r"Products\b|\bCOMP\b"
        ),
        "European Medicines Agency",
    ),
    (
        late(
            r"\bNMPA\b|\bNational Medical Products Administration\b|\bCFDA\b|\bChina Food and Drug Administration\b|"
            r"\bCenter for Drug Evaluation\b"
        ),
        "National Medical Products Administration",
    ),
    (
        late(
            r"\bPMDA\b|\bMHLW\b|\bMinistry of Health,? Labou?r,? and Welfare\b|\bPharmaceuticals and Medical "
            r"Devices Agency\b|\bJapan(?:ese|’s)? (?:Ministry|regulator|authorit|orphan|health)|(?:\b(?:in|and)|"
            r",) Japan\b"
        ),
        "Japan Ministry of Health, Labour and Welfare",
    ),
    (
        late(r"\bMHRA\b|\bMedicines and Healthcare products Regulatory Agency\b", re.I),
        "Medicines and Healthcare products Regulatory Agency",
    ),
    (late(r"\bSwissmedic\b"), "Swissmedic"),
    (late(r"\bHealth Canada\b"), "Health Canada"),
    (late(r"\bTGA\b|\bTherapeutic Goods Administration\b"), "Therapeutic Goods Administration"),
    (late(r"\bMFDS\b|\bMinistry of Food and Drug Safety\b"), "Ministry of Food and Drug Safety"),
)
_IN_EUROPE = late(
    r"\b(?:U\.?S\.?|United States)(?: and|,|/| or) (?:the )?(?:EU|E\.U\.|Europe)\b|\bEU\)|\b(?:in|and) (?:Europe|the "
    r"European Union|the EU|the E\.U\.)\b|\b(?:European|EU) (?:orphan|regulators?|authorities|designation)|"
    r"orphan medicinal "
    r"product|both sides of the Atlantic|\bCommunity Register\b|\bBrussels\b|\bin both the (?:United States|"
    r"U\.?S\.?) and"
)


@dataclass(frozen=True, slots=True)
class Status:
    """A status named at `[start, end)`."""

    kind: str
    start: int
    end: int


def find_statuses(text: str, start: int, end: int) -> list[Status]:
    """Statuses named in a passage; an abbreviation beside its long form counts once."""
    out: list[Status] = []
    for match in _KIND.finditer(text, start, end):
        kind = _NAMES[str(match.lastgroup)]
        if kind == "prime" and match[0] not in ("PRIME",) and "riority" not in match[0]:
            continue
        if out and out[-1].kind == kind and match.start() - out[-1].end < 14:
            out[-1] = Status(kind, out[-1].start, match.end())
            continue
        out.append(Status(kind, match.start(), match.end()))
    if out:
        again = [Status(out[0].kind, m.start(), m.end()) for m in _AGAIN.finditer(text, out[0].end, end)]
        out = sorted([*out, *again], key=lambda s: s.start) if again and len(out) == 1 else out
    return out


_AGAIN = late(
    r"(?:(?<=named it )|(?<=designated it )|(?<=made it )|(?<=declared it ))one\b(?= for| in)|"
    r"(?<=already have )it\b(?= for)"
)
"""The status named before: "the FDA had named it one for …"."""


_BREAKS = (
    late(r", (?:and|but|while|whereas|although|having|which|with) (?!(?:on|in|by|from|for) )|\. "),
    late(r" (?:but|while|whereas) |, (?:and|but) "),
    late(r" and "),
    late(r", "),
)


def find_windows(text: str, start: int, end: int, found: Sequence[Status]) -> list[tuple[int, int]]:
    """The part of a passage that speaks of each status."""
    cuts = [start]
    for left, right in itertools.pairwise(found):
        cut = left.end
        for pattern in _BREAKS:
            places = [m.start() for m in pattern.finditer(text, left.end, right.start)]
            if places:
                cut = places[0]
                break
        cuts.append(cut)
    cuts.append(end)
    return [(cuts[i], cuts[i + 1]) for i in range(len(found))]


def find_agencies(text: str, start: int, end: int) -> list[str]:
    """The agencies that a passage names; Europe by itself means its Commission."""
    named = sorted((m.start(), name) for pattern, name in AGENCIES for m in [pattern.search(text, start, end)] if m)
    names = [name for _, name in named]
    if not any(n.startswith("European") for n in names) and _IN_EUROPE.search(text, start, end):
        names.append("European Commission")
    if "European Commission" in names and "European Medicines Agency" in names:
        names.remove("European Medicines Agency")
    return names


_TAKEN_BACK = late(
    r"(?<!would be )(?<!could be )(?<!may be )\b(?:denied|refused|withdr[ae]w|withdrawn|revoked|"
    r"rescinded|lost|expired|surrendered|lapsed)\b"
)
JOINED = late(r"(?: (?:designations?|status|therapy|drug|product))?,?(?: and| or|/)? ?(?:an? |for |both )?")


def is_doubtful(words: str) -> bool:
    """Do the words ask for, suppose, deny or take back what they name?"""
    return bool(_NEGATIVE.search(_HARMLESS.sub(" ", words)))


def granted_until(text: str, start: int, end: int, status: Status, begin: int) -> int | None:
    """Where the window's statement that the status was granted ends, None where it states no such thing.

    The verb may stand earlier, in the passage that starts at `begin`.
    """
    left, right = text[start : status.start], text[status.end : end]
    if _OVERRULED.search(left + " " + right):
        return end
    presumed = _PRESUMED.match(right)
    if presumed:  # "the designation that it was given in June … did not affect spending"
        return status.end + presumed.end() if is_doubtful(right[presumed.end() :]) else end
    cut = _LATER.search(right)
    opens = _OPENING.match(text, start) is not None
    near = right.index(",") if opens and "," in right else cut.start() if cut else len(right)
    if is_doubtful(left) or is_doubtful(right[:near]) or _TAKEN_BACK.search(right, near):
        return None
    last = end if not is_doubtful(right[near:]) else status.end + near
    own = left + " " + right[: last - status.end]
    if _PREDICATE.search(left[-30:]) or _COLON.match(right):
        return last
    given = _GRANTED.search(own) or find_agencies(text, start, end) or _GRANTED.search(text, begin, start)
    return last if given or opens else None
