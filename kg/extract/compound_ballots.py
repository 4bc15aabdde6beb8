"""Sentences of a filing → points for each organisation as developer of each drug: by possession and by verb."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.common_words import is_common
from kg.extract.compound_makers import makings
from kg.extract.document import Context
from kg.extract.late import late
from kg.extract.mentions import CompoundMention, Mentions
from kg.extract.org_memory import OrgMention
from kg.extract.program_companions import companions
from kg.model import OrgRef
from kg.names import org_key, words

_DOES = (
    r"(?:sells?|markets?|is developing|are developing|develops?|developed|is testing|are testing|is studying|are "
    r"studying|is evaluating|are evaluating|contributes|brings|adds|makes|has discovered|"
    r"have discovered|owns|has (?:developed|marketed|on the market)|manufactures|launched|is advancing|are "
    r"advancing|has (?:finished|completed|initiated|begun|started)|is (?:conducting|running|sponsoring)|are "
    r"(?:conducting|running|sponsoring)|completed|initiated|began|started|sponsors|supplies(?= (?:it )?for (?!us\b)))"
)
_OF = late(r"(?:®|™)?(?: \([^)]*\))?, an? (?:[\w/+-]+ ){1,5}(?:of|from|by|developed by|made by) (?:the )?$")
"""X, a tablet of …"""
_PRODUCT = (
    r"(?:candidate|drug|product|compound|antibody|vaccine|brand|inhibitor|treatment|therapy|medicine|tablet|molecule)"
)
_OWN_AFTER = late(rf"[’']s? (?:[\w/+-]+ ){{0,4}}?(?:{_PRODUCT}|version of)\b")
"""X, Holm's oral inhibitor …"""
_HAS = late(rf",? (?:has|have) (?:an?|one|its own) (?:[\w/+-]+ ){{0,4}}?{_PRODUCT}(?: called)?,? [“\"]?$")
"""Holm has an antibody, X, …"""
_ITS_PRODUCT = late(rf"\b{_PRODUCT} of (?:the )?$")
_OWNS = late(r"[’']s? (?:(?:[\w/+.-]+|\([^)]{1,20}\)),? ){0,7}[“\"]?$")
_OUR = late(r" (?:[\w/+.-]+,? ){0,7}[“\"]?$")
_MEETS = late(r"\b(?:would|will|may|might|could|can|must|shall|meets?|faces?|against|than|compet\w+)\b")
"""What stands between "our drug" and the drug of a rival."""
_ITS = late(r"\b(?:its|their)(?: own)? (?:[\w/+.-]+,? ){0,7}[“\"]?$")
_NOT_THE_DRUG = late(
    r"\b(?:patents?|licen[cs]es?|licen[cs]ed|rights?|covers?|covering|under|options?|stud(?:y|ies)|trials?|"
    r"agreements?|phase|sales|royalt\w+|claims?|work|supply|use|data)\b",
    re.I,
)
_THEN_DOES = late(
    rf",?(?: \([^)]*\))?,? (?:(?:which|who|that) )?(?:(?:now|currently|also|already|itself|recently) )?{_DOES}\b"
    r"[^.;:]{0,90}$"
)
_WHOSE = late(r",?(?: \([^)]*\))?,? whose (?:[\w/+-]+,? ){0,5}[“\"]?$")
_WHICH = late(r"[®™]?(?: \([^)]*\))?,?(?: an? [^,.;]{2,60})?,? ?(?:which|that)? (?:the )?$")
_WHICH_DOES = late(rf"(?: \([^)]*\))? (?:(?:now|currently|also|already) )?{_DOES}\b")
_DONE_BY = late(
    r"[^.;:]{0,70}\b(?:marketed|sold|made|developed|tested|studied|manufactured|launched|promoted|produced|being "
    r"developed|evaluated)(?: (?:in|for|at|with) [a-z -]{2,40})? by (?:the )?$|^[®™]?(?: \([^)]*\))? from (?:the )?$"
)
_PARTNER = late(r" (?:[\w-]+ ){0,3}(?:partner|licensee|sublicensee|collaborator|collaboration partner),? $")
"""What stands between "our" and the firm: "our corporate partner Holm"."""
_FOR_US = late(
    r"[^.;]{0,80}?\b(?:under|pursuant to) (?:an? |the |our |its )?(?:[\w-]+ ){0,3}(?:licen[cs]e|sublicen[cs]e)"
    r"(?: agreement)? (?:from|with) (?:us|the Company)\b"
)
"""What says that a firm develops or sells a drug that the filer licensed to it."""
_TAKES_OVER = late(
    r"\b(?:assumed|has assumed|took over|has taken over) (?:\w+ )?(?:responsibility (?:for|of) )?(?:(?:the|all|its|"
    r"their|any|further|future|clinical|worldwide) )*development\b"
)
_SOMEWHERE = late(r"[^.;]{0,60}?\b(?:in|outside|throughout) (?:the )?(?:[A-Z]\w+|rest of)")

_TAKEN = late(r"\b(?:in-)?(?:licen[cs]|acquir|obtain|purchas|bought|receiv)")


# A firm the filing does not introduce ("Janssen's Propulsid", "Enbrel and Humira, marketed by Amgen and Abbott").
_FIRM = r"[A-Z][\w&-]{2,}(?: (?:[A-Z][\w&-]+|&)){0,3}"
_FIRM_BEFORE = late(rf"(?<![\w.’'&-])({_FIRM})(?:[’']s|(?<=s)[’']) \Z")
_FIRM_AFTER = late(
    rf"(?:®|™| ?\(R\)| ?\(TM\))?(?: \([^)]{{3,40}}\))?,? (?:(?:which (?:is|are) )?(?:now )?(?:marketed|sold|made|"
    rf"manufactured|developed|distributed|promoted|(?:being|in|under) develop(?:ed|ment))(?: \w+){{0,4}}? by|of|"
    rf"from) ({_FIRM})(?: and ({_FIRM}),?"
    rf"(?= respectively))?(?=[,.;)]| (?:and|for|in|is|was|respectively|as|to|under|throughout)\b)"
)
_FIRM_SELLS = late(
    rf"(?:®|™| ?\(R\)| ?\(TM\))?(?: \([^)]{{3,40}}\))?, (?:which|that) ({_FIRM}) (?:sells|markets|makes|launched|"
    r"developed|is developing|manufactures|promotes|has (?:marketed|sold|developed|launched)|introduced|is testing|"
    r"is studying)\b"
)
_FIRM_DOES = late(
    rf"(?:\A|[.;,] |\band |\bwhile |\binclude )(?P<firm>{_FIRM}) (?:is|are) (?:now |currently |also )?(?:studying|"
    rf"developing|"
    r"testing|evaluating|conducting [^.;,]{3,50} (?:of|with)) (?:(?:oral|its|an?|the|inhibitor|antibody) )*\Z"
)
_NO_FIRM = frozenset("the company our its phase europe japan china united states canada germany we patients fda "
                     "crohn parkinson alzheimer hodgkin huntington".split())  # fmt: skip


def _named_firms(text: str, drugs: Sequence[CompoundMention], start: int, end: int) -> Iterator[tuple[str, str]]:
    """(drug, firm) where a firm's bare name stands right before or after a drug as its seller or maker."""
    for index, drug in enumerate(drugs):
        before = _FIRM_BEFORE.search(text, max(start, drug.start - 50), drug.start)
        after = _FIRM_AFTER.match(text, drug.end, end) or _FIRM_SELLS.match(text, drug.end, end)
        does = _FIRM_DOES.search(text[max(start, drug.start - 110) : drug.start])
        before = before or (does if does and not is_common(does["firm"].split(" ")[0]) else None)
        if before:
            yield drug.name, before[1]
        elif after:
            second = after[2] if after.re.pattern == _FIRM_AFTER.pattern else None
            paired = second and index and re.fullmatch(r"(?:®|™)? and ", text[drugs[index - 1].end : drug.start])
            yield drug.name, after[2] if paired else after[1]
            if paired:
                yield drugs[index - 1].name, after[1]


@dataclass
class Ballot:
    """Points for each organisation as developer of one drug, with the best sentence for each."""

    points: dict[OrgRef, float] = field(default_factory=lambda: defaultdict(float))
    spans: dict[OrgRef, tuple[int, int, int]] = field(default_factory=dict)
    owners: set[OrgRef] = field(default_factory=set)
    """Whose drug it is called ("its product X")."""

    def give(self, org: OrgRef, points: float, span: tuple[int, int, int]) -> None:
        self.points[org] += points
        self.spans.setdefault(org, span)


def family(org: OrgRef, filer: OrgRef) -> OrgRef:
    """The filer for its subsidiaries ("Shanghai Acme Biotech" of "Acme Holdings"), else the organisation itself."""
    if (org.cik == filer.cik and org.cik) or org_key(org.name) == org_key(filer.name):
        return filer
    mine = [w for w in words(filer.name) if len(w) > 3][:1]
    return filer if mine and mine[0] in words(org.name) else org


def votes(context: Context, mentions: Mentions) -> dict[str, Ballot]:
    ballots: dict[str, Ballot] = defaultdict(Ballot)
    for document in context.read.texts:
        sequence, text = document.sequence, document.text
        named = mentions.named.get(sequence, ())
        done: set[int] = set()
        for mention in named:
            start, end = context.sentence_at(sequence, mention.start)
            if start in done or end - start > 3000:
                continue
            done.add(start)
            orgs = context.orgs_in(sequence, start, end)
            drugs = mentions.compounds_in(sequence, start, end)
            for name, firm in _named_firms(text, drugs, start, end):
                known = context.org_named(firm)
                if known is None and not set(words(firm)) & _NO_FIRM and mentions.canonical(firm) is None:
                    ballots[name].give(OrgRef(firm), 3, (sequence, start, end))
                    ballots[name].owners.add(OrgRef(firm))
            beside = companions(text, start, drugs)
            for drug in drugs:
                ballot = ballots[drug.name]
                told = dict(ballot.points)
                _vote(ballot, text, drug, orgs, (sequence, start, end), context.filer, drug in beside)
                if ballot.points == told and drug.form == "name":
                    _make(ballot, context, mentions, (text, sequence, start, end), drug, drugs, orgs, drug in beside)
            over = _TAKES_OVER.search(text, start, end)
            taker = [o for o in orgs if over and o.end <= over.start()]
            if taker and len({d.name for d in drugs}) == 1:
                org = family(taker[-1].org, context.filer)
                ballots[drugs[0].name].give(org, 4, (sequence, start, end))
                ballots[drugs[0].name].owners.add(org)
    return ballots


def _make(
    ballot: Ballot,
    context: Context,
    mentions: Mentions,
    told: tuple[str, int, int, int],
    drug: CompoundMention,
    drugs: Sequence[CompoundMention],
    orgs: Sequence[OrgMention],
    beside: bool,
) -> None:
    """Adds whose drug the frames of a whole sentence say it is, where nothing beside the drug does."""
    text, sequence, start, end = told
    for making in makings(text, (start, end), drug, drugs, orgs, context.filer, beside):
        org = making.org
        if org is None:
            if set(words(making.firm)) & _NO_FIRM or mentions.canonical(making.firm) is not None:
                continue
            org = context.org_named(making.firm) or OrgRef(making.firm)
        org = family(org, context.filer)
        ballot.give(org, making.points, (sequence, start, end))
        if making.owner and org != context.filer:
            ballot.owners.add(org)


def _vote(
    ballot: Ballot,
    text: str,
    drug: CompoundMention,
    orgs: Sequence[OrgMention],
    span: tuple[int, int, int],
    filer: OrgRef,
    beside: bool,
) -> None:
    """Adds what a sentence says of who develops a drug, which may be named only `beside` another."""
    before = [o for o in orgs if o.end <= drug.start]
    after = [o for o in orgs if o.start >= drug.end]
    if before:
        near = before[-1]
        gap = text[near.end : drug.start]
        org = family(near.org, filer)
        own = near.form == "pronoun" and text[near.start : near.end].lower() == "our"
        once = re.search(
            r"\b(?:formerly|previously|originally|once) $", text[max(span[1], near.start - 14) : near.start]
        )
        if (
            len(gap) < 90
            and not once
            and not _NOT_THE_DRUG.search(gap)
            and (_OUR.fullmatch(gap) and not _MEETS.search(gap) if own else _OWNS.match(gap) or _WHOSE.match(gap))
        ):
            ballot.give(org, 2, span)
            ballot.owners.add(org)
        if len(gap) < 160 and not beside and _THEN_DOES.match(gap):
            ballot.give(org, 2.5, span)
        if _HAS.match(gap) or (
            gap == ", " and _ITS_PRODUCT.search(text[max(span[1], near.start - 40) : near.start])
        ):
            ballot.give(org, 3, span)
            ballot.owners.add(org)
        its = _ITS.search(text[max(span[1], drug.start - 90) : drug.start])
        if its and not beside and not _NOT_THE_DRUG.search(its[0]):
            here = [o for o in before if not re.search(r"[.;]", text[o.end : drug.start])]
            subject = (here or before)[0]
            ballot.owners.add(family(subject.org, filer))
            if here:
                ballot.give(family(subject.org, filer), 1.5, span)
    if after:
        near = after[0]
        partner = (
            len(after) > 1 and near.form == "pronoun" and _PARTNER.fullmatch(text, near.end, after[1].start) is not None
        )
        gap = text[drug.end : near.start]
        near = after[1] if partner else near
        org = family(near.org, filer)
        if (len(gap) < 90 and _WHICH.match(gap) and _WHICH_DOES.match(text, near.end)) or (
            len(gap) < 130
            and _DONE_BY.match(gap)
            and not (re.search(r" from (?:the )?$", gap) and _TAKEN.search(text, span[1], drug.start))
        ) or _OF.fullmatch(gap) or (
            re.fullmatch(r"(?:®|™)?(?: \([^)]*\))?, ", gap) and _OWN_AFTER.match(text, near.end)
        ):
            ballot.give(org, 3, span)
            if org != filer and (partner or _FOR_US.match(text, near.end, span[2])) and not (
                _SOMEWHERE.match(text, near.end, span[2])
            ):
                ballot.give(org, 2, span)
                ballot.owners.add(org)
