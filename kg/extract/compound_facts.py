"""Mentions and licences of a filing → `CompoundFact`s: who develops each drug, by possession, by verb or by licence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.extract.compound_ballots import family, votes
from kg.extract.compound_stems import known_drugs
from kg.extract.document import Context
from kg.extract.late import late
from kg.extract.mentions import Drug, Mentions
from kg.extract.organizations import org_kind
from kg.extract.program_companions import companions
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
        "Holm Pharma Inc., whose antibody lorotamab is in Phase 2 for gout, is a competitor.",
        "Sanorel, a tablet of Holm Pharma Inc., is approved for gout.",
        "Lorotamab, which is for gout, is being developed by our partner Holm Pharma Inc. in Phase 2.",
        "Holm Pharma Inc. exercised its option to lorotamab, an antibody, and assumed responsibility for development.",
        "Roche is studying lorotamab in a Phase 2 trial in gout.",
    ),
    (
        "Patients of Holm Pharma Inc. also took warfarin.",
        "Holm Pharma Inc. is studying gout in patients taking warfarin.",
    ),
    0.9,
)
RULES = (DEVELOPER,)

def _leading(context: Context, mentions: Mentions) -> set[str]:
    """The drugs that some sentence names otherwise than beside another drug."""
    names: set[str] = set()
    for document in context.read.texts:
        done = -1
        for mention in mentions.named.get(document.sequence, ()):
            if mention.name in names or mention.start < done:
                continue
            start, end = context.sentence_at(document.sequence, mention.start)
            drugs = mentions.compounds_in(document.sequence, start, end)
            beside = companions(document.text, start, drugs)
            names |= {d.name for d in drugs if d not in beside}
            done = end
    return names


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
        giver, taker = family(claim.licensors[0], filer), family(claim.licensees[0], filer)
        institution = org_kind(giver.name) in _INSTITUTIONS
        own = any(_prefixed(c, filer) for c in drug.codes)
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
                or (claim.kind == "license" and territories and whole and exclusive)
                or (claim.kind == "collaboration" and territories and whole and exclusive and not own)
            ):
                return taker, claim, True
            verdict = (filer, claim, True)
            continue
        if taker != filer:
            holder = giver if not institution else filer if own else taker  # a university develops nothing
            verdict = verdict if verdict[2] else (holder, claim, True)
            continue
        if verdict[0] is filer:
            continue
        if claim.kind == "option" or claim.status == "proposed":
            verdict = (giver, claim, True)
        elif claim.status == "terminated":
            verdict = (
                verdict
                if verdict[2]
                else (filer if own else None, claim, True)
            )
        elif own or claim.kind == "assignment":
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
        org_key(o.name) for a in agreements if any(family(x, filer) == filer for x in a.licensors) for o in a.licensees
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
    ballots = votes(context, mentions)
    alone = _leading(context, mentions)
    for drug in mentions.drugs:
        ballot = ballots[drug.name]
        numbers = {number for name in (drug.name, *drug.aliases) for number in granting.get(name, ())}
        by_licence, licence, known = _licensed(drug, [agreements[n] for n in sorted(numbers)], filer)
        givers = {
            org_key(o.name)
            for n in numbers
            if not any(g.territory for g in agreements[n].grants)
            for o in agreements[n].licensors
        }
        scores = {
            org: points
            for org, points in ballot.points.items()
            if org == filer
            or org in ballot.owners
            or (not (by_licence == filer and org_key(org.name) in partners | givers) and org_kind(org.name) != "agency")
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
        if not drug.codes and drug.name not in alone and not programmed[drug.name]:
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
    r"\b(?:(?:stand|stack(?:s|ed)? up|compares?d?|differ\w*|superior|advantages?) (?:against|to|with|from|over)|versus|"
    r"competitors?(?:[’']s?)?|compet(?:e|es|ing|ition)|others?[’']|approved therapies|such as|generic|"
    r"(?:an?|another|one|some|several|many|certain|various|other|large|bigger) (?:[\w-]+ ){0,2}(?:compan(?:y|ies)|"
    r"firms?|manufacturers?|houses?|suppliers?|groups?)(?= (?:sells?|markets?|makes?|offers?|suppl(?:y|ies)|has|have|"
    r"launched|developed|promotes?|introduced)\b))\b",
    re.I,
)


def _others(context: Context, mentions: Mentions, drug: Drug) -> bool:
    """Is the drug first named as somebody else's?"""
    sequence, start, _, _ = drug.seen
    begin, end = context.sentence_at(sequence, start)
    return _OTHERS.search(context.text(sequence), begin, end) is not None
