"""Text → phrases that stand where only an indication can: "for the treatment of glabellar lines" (`in_slots`).

Names that no vocabulary knows and that do not look like diseases are read by their place. A phrase of lower-case words
counts; it ends at a verb, a preposition or a mark, and must not be about people, places, times or business.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.common_words import is_common
from kg.extract.disease_words import MODIFIERS, NOT_BEFORE
from kg.extract.late import late
from kg.extract.scan import cue

_PHASE = r"[Pp]hase (?:[1-3]|I{1,3})[abc]?(?:/(?:[1-3]|I{1,3})[ab]?)?"
_OF = r"(?: (?:of|for|with|testing|evaluating|comparing) [^ ,;:]+(?: \([^)]{2,30}\))?)?"
_SLOT = cue(
    r"\b(?:treatment|prevention|management|prophylaxis|relief|prevent|treat|treating|temporary improvement) (?:of )?|"
    rf"\bindicated (?:for|in) |\b{_PHASE}(?: (?:clinical )?(?:trials?|study|studies|program|programme|development|"
    rf"testing))?{_OF} (?:in|for|against) |\b(?:NDA|BLA|sNDA|sBLA|MAA|PLA|IND|CTA|[Aa]pplications?){_OF}(?: (?:filed|"
    r"submitted) (?:with|to) the FDA(?: in \w+ \d{4})?)? (?:for|in|against) |\b(?:approved|authori[sz]ed|marketed|sold|"
    r"prescribed)(?: by (?:the )?[A-Z]\w+(?: [A-Z][\w&.-]*){0,4}| in [A-Z]\w+| over the counter| since (?:19|"
    r"20)\d\d)? for |"
    r"\b(?:designation|status)(?: (?:to|for|of) [^ ,;:]+)? (?:for|in) |\b[Oo]rphan drug for |\bintended for |"
    r"\bvaccines? (?:candidates? )?(?:against|for) |"
    r"\bPROGRAM: [^|\n]{3,60}\| "
)
_ENDS = frozenset(
    """associated related
    in for with by from to at on as of or and is are was were be been has have had which that who whom whose when
    where while until after before during under over than but if not no this these those its our their his her it we
    they will would may can could should must versus using via through per since about among within without between
    expected planned ongoing completed started began begins met showed failed because against into also now only
    """.split()
)
_NEVER = frozenset(
    """patient patients adult adults child children subject subjects volunteer volunteers people person persons human
    humans animal animals man men woman women infant infants use sale sales marketing commercial commerce market
    markets year years month months quarter half time day days combination development trial trials study studies
    disease diseases disorder disorders condition conditions indication indications indications. uses purpose purposes
    product products drug drugs compound compounds candidate candidates company companies option options stock shares
    goodwill tax taxes income employees waste water cash approval approvals review country countries territory europe
    parallel same other others certain several various many most more any all each some both such which one two three
    four five first second third least part order general particular addition accordance choice therapy therapies
    treatment treatments program programs programme application applications regulatory clinical preclinical doses dose
    dosing safety efficacy results data evidence payment payments agreement license licence fraud loss losses purchase
    daily oral administration practice care setting settings monotherapy centers sites hospital hospitalized
    escalating previously naive regulators authorities importation publication inclusion comparison contrast
    connection conjunction relation respect accord cooperation collaboration partnership participants males females
    distribution commercialization manufacture manufacturing import export registration inventory services rights
    week weeks fortnight morning spring summer autumn winter season decade century hours minutes date dates moment
    reasons prescription consumers physicians hospitals pharmacies issuance filing fair cost costs interest purposes
    """.split()
)
_WORD = late(r"[a-z][a-zé'’-]+|[A-Z][a-z]+['’]s")
_SKIP = late(
    r"(?:(?:the|an?|adult|pediatric|adults?|children|women|men|patients|subjects|people|persons|individuals) "
    r"(?:(?:with|who have|suffering from|having) )?){1,3}"
)


def _telling(words: list[str]) -> list[str]:
    """The words of a phrase without a last "disease" that others tell apart ("cold agglutinin disease")."""
    named = len(words) > 2 and words[-1] in ("disease", "disorder", "syndrome") and MODIFIERS.isdisjoint(words)
    return words[:-1] if named and NOT_BEFORE.isdisjoint(words) else words


def _odd(word: str, opens: str) -> bool:
    """Is a single word after "Phase 2 for" none that everybody uses?"""
    return opens.endswith((" for", " against")) and not is_common(word)


def in_slots(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """`(start, end)` of phrases in the slots of `text[start:end]`, left to right."""
    for slot in _SLOT.finditer(text, start, end):
        position = slot.end()
        skipped = _SKIP.match(text, position, end)
        position = skipped.end() if skipped else position
        begin = position
        words: list[str] = []
        last = begin
        while len(words) < 5:
            word = _WORD.match(text, position, end)
            if word is None or word[0] in _ENDS or (word[0].endswith("ly") and words):
                break
            words.append(word[0])
            last = position = word.end()
            if text[position : position + 1] != " ":
                break
            position += 1
        whole = text[last : last + 1] in (" ", ",", ".", ";", ":", ")", "") and last > begin
        after = _WORD.match(text, last + 1, end) if text[last : last + 1] == " " else None
        if not whole or len(words) > 4 or (after and after[0] not in _ENDS) or not _NEVER.isdisjoint(_telling(words)):
            continue
        opens = text[slot.start() : slot.end()].rstrip()
        if len(words) > 1 or (len(words[0]) > 6 and (opens.endswith((" of", "|")) or _odd(words[0], opens))):
            yield begin, last
