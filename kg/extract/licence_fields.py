"""Part of a sentence that speaks of an agreement → the diseases and fields of medicine that its right is tied to."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.late import late
from kg.extract.licence_sentence import Sentence
from kg.extract.mentions import Mentions
from kg.model import IndicationRef

_TIED = late(
    r"(?:\bfor(?: use)?(?: in| against)?|\bto treat|\b(?:methods?|uses?) of (?:treating|preventing)|\bagainst|\b(?:limited|restricted|confined) to|\bin respect of|\bfor the (?:treatment|prevention|therapy|management)(?: or prevention| and prevention)? of|\bin the (?:field|treatment|indications?) (?:of )?|\b[Ff]ield of (?:the|this|that|our|its) (?:licen[cs]e|agreement|grant|rights?),? (?:is|are|\(|being|covers|comprises|namely)|\bas a treatment (?:for|of)|\btreatment of|\bprevention of|\ball uses in|\badds|\bfor use in|\buses? in|\bdirected (?:to|at|against)|\bin)"
    r"(?: the(?: treatment of)?| patients with| adults with| people with| human| children with| chronic| acute)* *(?:[A-Z][A-Za-z]{1,5}(?:,| and| or)+ )*$",
    re.I,
)
_APPOSITION = late(r"(?:\uf8ff *,? +|, )(?:\([^)]*\) *)?,? *(?:an?|its|our|the) (?:(?!rights?\b|licen|option|sublic)(?-i:[a-z\d])[\w-]* ){0,6}$|\b(?:candidate|agent|inhibitor|agonist|antagonist|antibody|therapy|molecule|treatment|vaccine|modulator|peptide|protein|ADC|biomarker|data) *$|\b(?:trial|study|studies|studying|studied|evaluat(?:ed|ing)|investigat(?:ed|ing)|(?:discover|identify|find) \w+|tested|model|models|approved|(?<!co-)development|Phase \S+|indicated|program|(?<!to )(?<!, )(?<!and )(?<!or )market|marketed|markets|marketed \S+|designation|testing|work)\b[^.;,]{0,40}$", re.I)  # fmt: skip
_USED_IN = late(r"\bfor use in (?:[\w-]+ ){0,4}$")
_DESCRIBES = late(r"(?: *\([^()]*\))* *, +(?:an?|the|its|our|whose|then|formerly)\b")
"""An apposition tells what somebody or something is, not what a right is for."""
_AREA = (
    r"(?:dermatology|ophthalmology|oncology|cardiology|neurology|psychiatry|urology|hematology|gastroenterology|transplantation|anesthesia"
    r"|(?:dermatological|dermatologic|ophthalmic|ophthalmological|ocular|oncological|cardiovascular|neurological|psychiatric|urological|dental|respiratory|gastrointestinal) (?:uses?|indications?|applications?)"
    r"|(?:companion )?animal health)"
)
_FIELD = late(
    rf"\b(?:for|in)(?: use in| all uses in)?(?: the field of| the area of)?(?: all| any)? (?P<area>{_AREA})\b(?! (?:company|business|division|unit|franchise|department|products?))"
)


def tied_indications(mentions: Mentions, sentence: Sentence, start: int, end: int) -> Iterator[IndicationRef]:
    """Diseases inside `[start, end)` of the sentence for which a right is given, else the fields of medicine."""
    text, any_found = sentence.text, False
    for ref in _diseases(mentions, sentence, start, end):
        any_found = True
        yield ref
    for match in () if any_found else _FIELD.finditer(text, start, end):
        yield IndicationRef(match["area"])


def _diseases(mentions: Mentions, sentence: Sentence, start: int, end: int) -> Iterator[IndicationRef]:
    text = sentence.text
    last = -1
    for disease in mentions.indications_in(sentence.sequence, sentence.start + start, sentence.start + end):
        at, stop = disease.start - sentence.start, disease.end - sentence.start
        before = text[max(0, at - 90) : at]
        joined = (
            last >= 0
            and re.fullmatch(
                r"(?:,? (?:and|or|and in|or in|and for|and the|and of|as well as)(?: (?:all |any )?other)?|,|,? and (?:the )?(?:treatment|prevention) of) ?",
                text[last:at],
            )
            is not None
        )
        tied = _TIED.search(before)
        if (
            tied
            and re.search(r"\bin (?:the )?$", tied[0] + "")
            and re.match(r"in", tied[0].strip())
            and not re.search(r"licen|right|exclusiv|sublicen|option|uses", text[max(0, at - 150) : at])
        ):
            tied = None
        if any(a <= at < b and _DESCRIBES.match(text, a) for a, b in sentence.asides):
            continue
        shape = sentence.shape[max(0, at - 110) : at - len(tied[0])] if tied else ""
        if joined or (tied and (_USED_IN.search(shape) or not _APPOSITION.search(shape))):
            yield disease.ref
            last = stop
