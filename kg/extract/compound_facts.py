"""Mentions and licences of a filing → `CompoundFact`s: who develops each drug, by possession, by verb or by licence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.compound_stems import known_drugs
from kg.extract.document import Context
from kg.extract.late import late
from kg.extract.mentions import CompoundMention, Drug, Mentions
from kg.extract.org_memory import OrgMention
from kg.extract.organizations import org_kind
from kg.extract.rules import Rule
from kg.model import Claim, CompoundFact, DesignationClaim, Evidence, LicenseClaim, OrgRef, ProgramClaim, Source
from kg.names import org_key, words

DEVELOPER = Rule(
    "compound-developer",
    1,
    "Who develops or sells a drug, by possession, by verb or by licence",
    (
        "Holm Pharma sells Sanorel for gout.",
        "Sanorel, marketed by Holm Pharma Inc., treats gout.",
        "Our antibody QRX-117 is in trials.",
        "Holm's Sanorel, which is a tablet, is marketed for gout.",
    ),
    ("Patients of Holm Pharma Inc. also took warfarin.",),
    0.9,
)
RULES = (DEVELOPER,)

_DOES = (
    r"(?:sells?|markets?|is developing|are developing|develops?|developed|is testing|are testing|is studying|are "
    r"studying|is evaluating|are evaluating|contributes|brings|adds|makes|has discovered|"
    r"have discovered|owns|has (?:developed|marketed|on the market)|manufactures|launched|is advancing|are "
    r"advancing|has (?:finished|completed)|is conducting|are conducting|completed)"
)
_OWNS = late(r"[’']s? (?:(?:[\w/+.-]+|\([^)]{1,20}\)),? ){0,7}[“\"]?$")
_OUR = late(r" (?:[\w/+.-]+,? ){0,7}[“\"]?$")
_ITS = late(r"\b(?:its|their)(?: own)? (?:[\w/+.-]+,? ){0,7}[“\"]?$")
_NOT_THE_DRUG = late(
    r"\b(?:patents?|licen[cs]es?|licen[cs]ed|rights?|covers?|covering|under|options?|stud(?:y|ies)|trials?|"
    r"agreements?|phase|sales|royalt\w+|claims?|work|supply|use|data)\b",
    re.I,
)
_THEN_DOES = late(rf",?(?: \([^)]*\))?,? (?:(?:now|currently|also|already|itself) )?{_DOES}\b[^.;:]{{0,90}}$")
_WHICH = late(r"[®™]?(?: \([^)]*\))?,?(?: an? [^,.;]{2,60})?,? ?(?:which|that)? (?:the )?$")
_WHICH_DOES = late(rf"(?: \([^)]*\))? (?:(?:now|currently|also|already) )?{_DOES}\b")
_DONE_BY = late(
    r"[^.;:]{0,70}\b(?:marketed|sold|made|developed|tested|studied|manufactured|launched|promoted|produced|being "
    r"developed|evaluated)(?: (?:in|for|at|with) [a-z -]{2,40})? by (?:the )?$|^[®™]?(?: \([^)]*\))? from (?:the )?$"
)

_TAKEN = late(r"\b(?:in-)?(?:licen[cs]|acquir|obtain|purchas|bought|receiv)")


# A firm the filing does not introduce ("Janssen's Propulsid", "Enbrel and Humira, marketed by Amgen and Abbott").
_FIRM = r"[A-Z][\w&-]{2,}(?: (?:[A-Z][\w&-]+|&)){0,3}"
_FIRM_BEFORE = late(rf"(?<![\w.’'&-])({_FIRM})(?:[’']s|(?<=s)[’']) \Z")
_FIRM_AFTER = late(
    rf"(?:®|™| ?\(R\)| ?\(TM\))?(?: \([^)]{{3,40}}\))?,? (?:(?:which (?:is|are) )?(?:now )?(?:marketed|sold|made|"
    rf"manufactured|developed|distributed|promoted)(?: \w+){{0,4}}? by|of|from) ({_FIRM})(?: and ({_FIRM}),?"
    rf"(?= respectively))?(?=[,.;)]| (?:and|for|in|is|was|respectively|as|to|under|throughout)\b)"
)
_FIRM_SELLS = late(
    rf"(?:®|™| ?\(R\)| ?\(TM\))?(?: \([^)]{{3,40}}\))?, (?:which|that) ({_FIRM}) (?:sells|markets|makes|launched|"
    r"developed|is developing|manufactures|promotes)\b"
)
_NO_FIRM = frozenset("the company our its phase europe japan china united states canada germany we patients fda "
                     "crohn parkinson alzheimer hodgkin huntington".split())  # fmt: skip


def _named_firms(text: str, drugs: Sequence[CompoundMention], start: int, end: int) -> Iterator[tuple[str, str]]:
    """(drug, firm) where a firm's bare name stands right before or after a drug as its seller or maker."""
    for index, drug in enumerate(drugs):
        before = _FIRM_BEFORE.search(text, max(start, drug.start - 50), drug.start)
        after = _FIRM_AFTER.match(text, drug.end, end) or _FIRM_SELLS.match(text, drug.end, end)
        if before:
            yield drug.name, before[1]
        elif after:
            second = after[2] if after.re.pattern == _FIRM_AFTER.pattern else None
            paired = second and index and re.fullmatch(r"(?:®|™)? and ", text[drugs[index - 1].end : drug.start])
            yield drug.name, after[2] if paired else after[1]
            if paired:
                yield drugs[index - 1].name, after[1]


@dataclass
class _Ballot:
    """Points for each organisation as developer of one drug, with the best sentence for each."""

    points: dict[OrgRef, float] = field(default_factory=lambda: defaultdict(float))
    spans: dict[OrgRef, tuple[int, int, int]] = field(default_factory=dict)
    owners: set[OrgRef] = field(default_factory=set)
    """Whose drug it is called ("its product X")."""

    def give(self, org: OrgRef, points: float, span: tuple[int, int, int]) -> None:
        self.points[org] += points
        self.spans.setdefault(org, span)


def _family(org: OrgRef, filer: OrgRef) -> OrgRef:
    """The filer for its subsidiaries ("Shanghai Acme Biotech" of "Acme Holdings"), else the organisation itself."""
    if (org.cik == filer.cik and org.cik) or org_key(org.name) == org_key(filer.name):
        return filer
    mine = [w for w in words(filer.name) if len(w) > 3][:1]
    return filer if mine and mine[0] in words(org.name) else org


def _votes(context: Context, mentions: Mentions) -> dict[str, _Ballot]:
    ballots: dict[str, _Ballot] = defaultdict(_Ballot)
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
            for drug in drugs:
                _vote(ballots[drug.name], text, drug, orgs, (sequence, start, end), context.filer)
    return ballots


def _vote(
    ballot: _Ballot,
    text: str,
    drug: CompoundMention,
    orgs: Sequence[OrgMention],
    span: tuple[int, int, int],
    filer: OrgRef,
) -> None:
    before = [o for o in orgs if o.end <= drug.start]
    after = [o for o in orgs if o.start >= drug.end]
    if before:
        near = before[-1]
        gap = text[near.end : drug.start]
        org = _family(near.org, filer)
        own = near.form == "pronoun" and text[near.start : near.end].lower() == "our"
        once = re.search(
            r"\b(?:formerly|previously|originally|once) $", text[max(span[1], near.start - 14) : near.start]
        )
        if (
            len(gap) < 90
            and not once
            and not _NOT_THE_DRUG.search(gap)
            and (_OUR.fullmatch(gap) if own else _OWNS.match(gap))
        ):
            ballot.give(org, 2, span)
            ballot.owners.add(org)
        if len(gap) < 160 and _THEN_DOES.match(gap):
            ballot.give(org, 2.5, span)
        its = _ITS.search(text[max(span[1], drug.start - 90) : drug.start])
        if its and not _NOT_THE_DRUG.search(its[0]):
            subject = before[0]
            ballot.owners.add(_family(subject.org, filer))
            if not re.search(r"[.;]", text[subject.end : drug.start]):
                ballot.give(_family(subject.org, filer), 1.5, span)
    if after:
        near = after[0]
        gap = text[drug.end : near.start]
        org = _family(near.org, filer)
        if (len(gap) < 90 and _WHICH.match(gap) and _WHICH_DOES.match(text, near.end)) or (
            len(gap) < 130
            and _DONE_BY.match(gap)
            and not (re.search(r" from (?:the )?$", gap) and _TAKEN.search(text, span[1], drug.start))
        ):
            ballot.give(org, 3, span)


def _prefixed(code: str, org: OrgRef) -> bool:
    """Do the letters of a code come from the organisation's name ("HLV-0311" of Halvern)?"""
    letters = re.match(r"[A-Za-z]{2,}", code)
    if not letters:
        return False
    name = "".join(words(org.name))
    at = -1
    for letter in letters[0].lower():
        at = name.find(letter, at + 1)
        if at < 0 or (letter == letters[0][0].lower() and at > 0 and at == name.find(letter) and name[0] != letter):
            return False
    return name[:1] == letters[0][0].lower()


_INSTITUTIONS = ("university", "hospital", "foundation", "institute")


def _licensed(
    drug: Drug, mine: Sequence[LicenseClaim], filer: OrgRef
) -> tuple[OrgRef | None, LicenseClaim | None, bool]:
    """(developer by the licences of the drug, the licence that says so, known): None and True where nobody is left."""
    verdict: tuple[OrgRef | None, LicenseClaim | None, bool] = (None, None, False)
    for claim in mine:
        giver, taker = _family(claim.licensors[0], filer), _family(claim.licensees[0], filer)
        institution = org_kind(giver.name) in _INSTITUTIONS
        territories = " ".join(t for g in claim.grants for t in g.territory).lower()
        exclusive = any(g.exclusivity in ("exclusive", "sole") for g in claim.grants)
        partial = any(g.excluded_territory for g in claim.grants) or re.search(
            r"\b(?:outside|except|other than|excluding|but)\b|\bex-", territories
        )
        whole = not partial and (
            not territories or any(w in territories for w in ("world", "global", "all countries", "every country"))
        )
        if giver == filer:
            if org_kind(taker.name) in _INSTITUTIONS or any(
                taker in a.licensors and filer in a.licensees for a in mine
            ):
                continue  # a licence back
            if claim.status in ("executed", "amended") and (
                claim.kind == "assignment"
                or (claim.kind in ("license", "collaboration") and territories and whole and exclusive)
            ):
                return taker, claim, True
            verdict = (filer, claim, True)
            continue
        if taker != filer:
            verdict = verdict if verdict[2] else (giver, claim, True)
            continue
        if verdict[0] is filer:
            continue
        if claim.kind == "option" or claim.status == "proposed":
            verdict = (giver, claim, True)
        elif claim.status == "terminated":
            verdict = (
                verdict
                if verdict[2]
                else (filer if any(_prefixed(c, filer) for c in drug.codes) else None, claim, True)
            )
        elif any(_prefixed(c, filer) for c in drug.codes) or claim.kind == "assignment":
            verdict = (filer, claim, True)
        elif (partial and any(_prefixed(c, giver) for c in drug.codes)) or (
            not whole and (not institution or not exclusive)
        ):
            verdict = (giver, claim, True)
        else:
            verdict = (filer, claim, True)
    return verdict


def developers(context: Context, mentions: Mentions, claims: Sequence[Claim]) -> Iterator[CompoundFact]:
    """Who develops each drug, as far as the filing says or plainly shows; `claims` are the licences and programmes."""
    filer = context.filer
    agreements = [c for c in claims if isinstance(c, LicenseClaim)]
    partners = {
        org_key(o.name) for a in agreements if any(_family(x, filer) == filer for x in a.licensors) for o in a.licensees
    }
    programmed = defaultdict(list)
    for claim in claims:
        if isinstance(claim, (ProgramClaim, DesignationClaim)):
            programmed[claim.compound].append(claim)
    granting: dict[str, set[int]] = defaultdict(set)
    for number, agreement in enumerate(agreements):
        for grant in agreement.grants:
            for compound in grant.compounds:
                granting[compound].add(number)
    ballots = _votes(context, mentions)
    for drug in mentions.drugs:
        ballot = ballots[drug.name]
        numbers = {number for name in (drug.name, *drug.aliases) for number in granting.get(name, ())}
        by_licence, licence, known = _licensed(drug, [agreements[n] for n in sorted(numbers)], filer)
        scores = {
            org: points
            for org, points in ballot.points.items()
            if org == filer
            or org in ballot.owners
            or (not (by_licence == filer and org_key(org.name) in partners) and org_kind(org.name) != "agency")
        }
        if known and by_licence is not None:
            scores[by_licence] = scores.get(by_licence, 0) + (
                3 if by_licence == filer or (licence and licence.kind in ("option", "assignment")) else 2
            )
        if (
            scores
            and by_licence in (None, filer)
            and not (set(scores) - {filer}) & ballot.owners
            and any(_prefixed(c, filer) for c in drug.codes)
        ):
            scores[filer] = scores.get(filer, 0) + (1 if filer in scores else 3.5)
        if (known and by_licence is None) or (
            not drug.codes and not drug.brands and (drug.inn or "").split(" ")[0] in known_drugs()
        ):
            scores = {org: points for org, points in scores.items() if points >= 2.5 and org in ballot.points}
        if scores:
            best = max(scores, key=lambda o: (scores[o], o == filer, o.name))
            evidence: tuple[Evidence, ...] = ()
            if best in ballot.spans:
                evidence = (context.evidence(*ballot.spans[best]),)
            elif licence is not None:
                evidence = licence.source.evidence[:1]
            else:
                evidence = (_told(context, drug, programmed[drug.name]),)
            yield CompoundFact(
                drug.name, "developer", best, Source(DEVELOPER.name, 0.9 if scores[best] >= 3 else 0.85, evidence)
            )
            continue
        if (known and by_licence is None) or not filer.name or (not drug.codes and drug.inn in known_drugs()):
            continue
        mine = bool(drug.codes) or (
            bool(programmed[drug.name])
            and not any(
                isinstance(c, ProgramClaim) and c.phase in ("marketed", "approved") for c in programmed[drug.name]
            )
        )
        if mine or (
            any(isinstance(c, ProgramClaim) for c in programmed[drug.name]) and not _others(context, mentions, drug)
        ):
            first = _told(context, drug, programmed[drug.name])
            yield CompoundFact(drug.name, "developer", filer, Source(DEVELOPER.name, 0.75, (first,)))


def _told(context: Context, drug: Drug, claims: Sequence[ProgramClaim | DesignationClaim]) -> Evidence:
    """The first passage on a drug's development, else the sentence that first names it."""
    if claims:
        return claims[0].source.evidence[0]
    sequence, start, _, _ = drug.seen
    return context.evidence(sequence, *context.sentence_at(sequence, start))


_OTHERS = late(
    r"\b(?:competitors?(?:[’']s?)?|compet(?:e|es|ing|ition)|another company|others?[’']|approved therapies|such as|"
    r"generic)\b",
    re.I,
)


def _others(context: Context, mentions: Mentions, drug: Drug) -> bool:
    """Is the drug first named as somebody else's?"""
    sequence, start, _, _ = drug.seen
    begin, end = context.sentence_at(sequence, start)
    return _OTHERS.search(context.text(sequence), begin, end) is not None
