"""Sentences in which a drug stands with a firm as what it makes, sells, tests or hopes to sell → whose drug it is.

A sentence is read with marks: the drug asked for, other drugs, the filer, other firms. Each frame is tried on the whole
sentence, so that the order of firm and drug, and what stands between, is the frame's own matter.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.late import late
from kg.extract.mentions import CompoundMention
from kg.extract.org_memory import OrgMention
from kg.extract.organizations import org_kind
from kg.model import OrgRef

_O, _F, _X, _Y = "\ue400", "\ue401", "\ue402", "\ue403"
"""The marks: another firm, the filer, the drug, another drug."""
_FIRM = r"[A-Z][\w&-]{2,}(?: (?:[A-Z][\w&-]+|&)){0,3}"
_BY = rf"(?:the )?(?:[a-z-]+ (?:firm|company|group|house|maker|concern) )?(?:{_O}|{_FIRM}(?=[,.;)]|$| (?:and|for|in|is|was|since|to|under)\b))"
_GAP = rf"[^.;:,{_O}{_F}{_X}]"
_NAMED = rf"{_X}(?:®|™)?(?: ?\([^()]{{1,40}}\))?"
"""The drug, with its other name in brackets."""
_ADVERBS = (
    r"(?: (?:now|also|already|itself|currently|still|since|alone|has|have|had|been|is|are|was|long|recently|once|just|and))*"
)
_SELLS = (
    r"(?:sold|sells?|selling|markets?|marketed|marketing|offers?|introduc(?:es|ed)|launched|brought out|brings out|put on sale|puts? out"
    r"|promotes?|makes?|owns?|distributes|supplies(?= (?:it )?for (?!us\b)))"
)
_TRIES = (
    r"(?:develop(?:s|ed|ing)?|test(?:s|ed|ing)?|stud(?:ies|ied|ying)|tr(?:ies|ied|ying)|investigat(?:es|ed|ing)|evaluat(?:es|ed|ing)"
    r"|invented|discovered|devised|tak(?:es|ing)|taken|took|advanc(?:es|ed|ing)|hopes? to|expects? to|plans? to|intends? to|wants? to"
    r"|is (?:about|preparing|getting ready) to)"
)
_DONE = (
    r"(?:sold|marketed|developed|made|tested|studied|launched|introduced|brought out|brought to market|put on the market|put out|promoted|invented"
    r"|discovered|owned|sponsored|devised|taken|advanced|tried|investigated)"
)
_MAKER = (
    r"(?:makers?|manufacturers?|producers?|sellers?|marketers?|originators?|owners?|inventors?|developers?|sponsors?|discoverers?|proprietors?"
    r"|home|(?:company|firm|group|people|house|team) behind)"
)
_NO_LAND = r"(?! (?:for|in|throughout|outside|across|everywhere|there) (?:the |all of |all )?[A-Z])(?! (?:there|alone)\b)"
"""No rights in some country."""
_POSSESSION = late(
    rf"{_O}(?:,? (?:which|that) (?:is|was))?,? (?:is )?(?:the |an? |its |now |as )*(?:\w+ )?{_MAKER} (?:of|behind|for) (?:[\w -]{{0,40}} )?{_X}"
    rf"|\b{_MAKER} of (?:the )?(?:[\w-]+ ){{0,3}}{_NAMED},? (?:is |was |are )?{_BY}"
    rf"|{_O}(?:,? (?:which|that|who))?(?: now| already| also| itself)? (?:has|have|owns?|offers?|fields|boasts)(?: now| already| also)? (?:an?|one|its own|another|two) "
    rf"{_GAP}{{3,70}}?,? (?:called |named |known as )?{_X}"
    rf"|{_O}(?:,? (?:which|that|who))?(?: now| already| also)? (?:has|have|owns|offers|boasts)(?: now| already| also)? (?:its |the [\w-]+ ){{0,2}}{_X}{_NO_LAND}"
    rf"|{_O}(?:,? (?:which|that|who))? (?:is|are)(?: now| already| also)? (?:in|at|ahead|further|furthest|testing|ready)\b{_GAP}{{0,50}} with (?:its )?{_X}"
    rf"|\b(?:leader|leaders|rivals?|competitors?|closest|nearest|ahead|furthest|first)\b[^.;:{_F}]{{0,40}}{_O}(?:[’']s|,)? (?:with|and) (?:its )?{_X}"
    rf"|{_O}(?:, | is | are )(?:best |well |chiefly |mainly |otherwise )?(?:known|noted|remembered) for (?:its )?{_X}"
    rf"|(?:\A|[.;,] )(?:[Aa]t|[Ii]n the (?:hands|pipeline|portfolio|laboratories|labs|care) of) {_O},? {_NAMED} (?:is|has|was|entered|remains)\b"
    rf"|{_NAMED} ?,? ?\((?:a product of |of |from |by |made by |sold by )?{_BY}(?:[,;][^()]{{0,60}})?\)"
    rf"|{_NAMED},? (?:which )?(?:is |was )?(?:an? |the |its )?(?:[\w-]+ ){{0,3}}?(?:property|product|brand|drug|invention|creation|asset|tablet|child|own|work) of {_BY}"
    rf"|{_NAMED}(?:,? (?:which|that))? (?:belongs to|is owned by|is the property of|rests with|lies with|is at home with) {_BY}"
    rf"|{_NAMED}(?:,? (?:which|that))? (?:is|was) {_O}[’']s(?=[,.;]| own\b)"
    rf"|{_NAMED},? (?:belonging to|owned by|the property of|property of|in the hands of|in the portfolio of) {_BY}"
    rf"|{_NAMED} (?:earned|earns|made|makes|brought|brings) (?:in )?(?:for )?{_O}"
    rf"|{_NAMED},? (?:by|of) {_O}(?=$|[,.;)]| (?:is|was|has|in|and)\b)"
)
"""Whose drug it is called."""
_IS_OF = late(
    rf"{_NAMED} (?:is|was) an? (?:[\w-]+ ){{0,3}}?(?:product|drug|peptide|antibody|vaccine|compound|molecule|medicine|inhibitor|antagonist|agonist"
    rf"|candidate|enzyme|vector|gene therapy|cell therapy|capsule|tablet|cream|injection) of {_O}(?![’'])"
)
"""Whose drug it is said to be in so many words: "X is a peptide of Holm"."""
_ACTION = late(
    rf"{_O}(?:,? (?:which|that|who))?{_ADVERBS} (?:{_SELLS}|{_TRIES})(?! (?:to )?{_F}| us\b| it\b){_GAP}{{0,90}}? ?{_X}"
    rf"|{_O}(?:,? (?:which|that|who))?{_ADVERBS} (?:filed|submitted|applied|lodged|completed|finished|begun|began|started|won|received|obtained|gained|expects?|awaits?|awaiting|seeks?|seeking|preparing|running|conducting)"
    rf"(?! (?:by|from|under)\b){_GAP}{{0,70}} (?:of|for|on|with|to (?:sell|market)) (?:its |the [\w-]+ )?{_X}"
    rf"|{_NAMED},? (?:which|that) {_O}{_ADVERBS} (?:{_SELLS}|{_TRIES}|brought)"
    rf"|{_NAMED},? (?:an?|the) {_GAP}{{2,70}} (?:which|that) {_O}{_ADVERBS} (?:{_SELLS}|{_TRIES}|brought)"
    rf"|{_NAMED}(?:,? (?:an?|the) {_GAP}{{2,70}}?)?,?(?: (?:which|that))?(?: (?:is|was|are|being|now|also|currently|has|been))* {_DONE}(?: {_GAP}{{0,60}}?)? by {_BY}"
    rf"|{_NAMED},? (?:which )?(?:comes|came|hails) from {_BY}"
    rf"|{_NAMED}{_GAP}{{0,60}},? and {_O}{_ADVERBS} (?:{_SELLS}|{_TRIES}) it\b"
    rf"|{_X}[^.;:{_F}]{{0,80}}{_O},? (?:which|that|who){_ADVERBS} (?:{_SELLS}|{_TRIES}) it\b"
    rf"|{_NAMED},? (?:which |that )?(?:is |was )?(?:now |already )?(?:in|at) (?:the )?(?:[Pp]hase|pivotal|preclinical|late|early|discovery|clinical){_GAP}{{0,60}}? (?:at|with|in the hands of|under) {_O}"
    rf"|\({_NAMED},? from {_BY}"
)
"""What a firm does with a drug."""
_OPTION = late(
    rf"{_O} (?:gave|granted|grants|gives|accorded|accords|sold|allowed|left) (?:{_F}|us)[^.;:{_O}]{{0,90}}?\b(?:(?:first |exclusive )?option|in which to|right to call|choice)\b[^.;:{_O}]{{0,90}}? (?:to|for|on|over|of) {_X}"
    rf"|{_O}[^.;:]{{0,120}}?\b(?:option|choice|whether|may|could|right) (?:[\w-]+ ){{0,3}}?(?:to )?(?:licen[sc]e|acquire|buy|obtain|sublicen[sc]e|purchase|take)(?: \w+){{0,2}} from it,? (?:the )?(?:[\w-]+ ){{0,3}}?{_X}"
)
"""A drug that somebody else still has."""
_SERVES = late(
    rf"\b(?:for {_F}|for us|on (?:our|its|{_F}) behalf|under contract|contractors?|contract (?:research|manufactur)\w*|suppl(?:y|ies|ied)|our investigators?|licen[cs]\w*|sublicen\w*|assign\w*"
    r"|royalt\w*|grants?|granted|agreements?|payable)\b",
    re.I,
)
"""The sentence speaks of what a firm does for the filer, or of rights."""
_SOMEWHERE = late(r"[^.;]{0,60}?\b(?:in|outside|throughout) (?:the )?(?:[A-Z]\w+|rest of)")
_NO_FIRM = late(r"(?:The|Our|Its|We|Phase|FDA|EMA|Europe|Japan|China|United|Canada|Germany|January|February|March|April|May|June|July|August|September|October|November|December|Patients|Dr|Mr|Ms|Prof)\b")
_LAST = late(rf"\b(?:by|of|from|to|with|at|\()? ?(?:the )?({_FIRM})(?:[,;][^()]{{0,60}})?\)?\Z")
_SITES = ("university", "hospital", "foundation", "institute", "agency")


@dataclass(frozen=True, slots=True)
class Making:
    """Whose drug a sentence says it is: a known organisation, else a firm by its bare name."""

    org: OrgRef | None
    firm: str
    points: float
    owner: bool


def _marked(
    text: str, start: int, end: int, drug: CompoundMention, drugs: Sequence[CompoundMention], orgs: Sequence[OrgMention], filer: OrgRef
) -> tuple[str, list[OrgRef]]:  # fmt: skip
    """The sentence with marks, and the other firms in order."""
    marks: list[tuple[int, int, str, OrgRef | None]] = [
        (o.start, o.end, _F if o.org == filer else _O, o.org) for o in orgs
    ]
    for other in drugs:
        if other.form == "name" and not any(a < other.end and other.start < z for a, z, _, _ in marks):
            marks.append((other.start, other.end, _X if other.start == drug.start else _Y, None))
    out: list[str] = []
    firms: list[OrgRef] = []
    at = start
    for a, z, mark, org in sorted(marks, key=lambda m: m[:2]):
        if a < at:
            continue
        out += (text[at:a], mark)
        if mark == _O and org is not None:
            firms.append(org)
        at = z
    return "".join([*out, text[at:end]]), firms


def makings(
    text: str, span: tuple[int, int], drug: CompoundMention, drugs: Sequence[CompoundMention], orgs: Sequence[OrgMention], filer: OrgRef, beside: bool = False
) -> Iterator[Making]:  # fmt: skip
    """What a sentence says of whose drug one of its drugs is, which may be given only `beside` another."""
    if span[1] - span[0] > 1200:
        return
    masked, firms = _marked(text, *span, drug, drugs, orgs, filer)
    if _X not in masked or not (firms or " by " in masked or "(" in masked or " of " in masked or " to " in masked):
        return
    for frame, points, owner in (
        (_IS_OF, 4.0, True), (_POSSESSION, 3.0, True), (_OPTION, 3.5, True), (_ACTION, 2.5, False)
    ):
        match = frame.search(masked)
        if match is None:
            continue
        drug_at = match[0].rindex(_X)
        near = min((m.start() for m in re.finditer(_O, match[0])), key=lambda at: abs(at - drug_at), default=-1)
        org = firms[masked.count(_O, 0, match.start() + near)] if near >= 0 else None
        told = _LAST.search(match[0]) if org is None else None
        firm = told[1] if told else ""
        if org is None and (not firm or _NO_FIRM.match(firm)):
            continue
        if org is not None and org_kind(org.name) in _SITES and frame is not _OPTION:
            continue
        if frame is not _OPTION and _SERVES.search(masked):
            continue
        if beside and frame is _ACTION and match[0].startswith(_O):
            continue
        if frame is _ACTION and _SOMEWHERE.match(masked, match.end()) and _F in masked:
            continue
        yield Making(org, firm, points, owner)
        return
