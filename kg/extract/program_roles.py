"""A sentence with stages → the part that speaks of each, its drugs, its diseases, and what is said of its course."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from kg.extract.late import late
from kg.extract.mentions import CompoundMention, DiseaseMention
from kg.extract.program_companions import companions
from kg.extract.program_memory import AN_EVENT, NOT_THE_INDICATION
from kg.extract.program_phrases import Trigger
from kg.extract.program_status import GENERIC, HYPOTHETICAL, OF_OTHERS, ONGOING, PERIOD, PLANNED, status_of
from kg.extract.scan import cue

_OF_DRUG = late(
    r"^[^;:.]{0,90}?(?:\b(?:(?<!favor )(?<!favour )(?<!instead )(?<!ahead )(?<!because )(?<!place )of|with|test|tests|"
    r"testing|evaluate|evaluating|evaluates|for|studying|study|using|on|"
    r"give|giving|given|receive|received|receiving|called|its|the name|comparing|assessing|examining|to|include|"
    r"includes|including|are|is)|,)"
    r"(?: (?:[\w’'®™-]+)){0,4} [“\"(]?$"
)
_TESTS = late(
    r"(?:(?<!favor )(?<!favour )(?<!instead )(?<!ahead )(?<!because )(?<!place )\bof|\btest(?:ing)?|\bevaluat\w+)"
    r"(?: [\w’'-]+){0,3} [“\"(]?$"
)
_DIRECT = late(
    r"^(?: (?:clinical |pivotal |human |[\w-]+ )*(?:trials?|stud(?:y|ies)|program(?:me)?s?|development|testing|"
    r"tests?|data|results?|work|evaluation|investigation|proof of concept))?(?: (?:of|with|testing|to test|"
    r"evaluating|to evaluate|for|comparing)) (?:[\w’'®™-]+ ){0,3}[“\"(]?$"
)
_SOLD_DIRECT = late(r"^ ?(?:of |, )?(?:[\w’'®™-]+ ){0,4}[“\"(]?$")
_APPROVES = late(
    r"(?:has|have|had|FDA|EMA|Commission|Agency|Administration|Ministry|agency|authorities|regulators?) (?:\w+ )?"
    r"(?:approved|cleared|authori[sz]ed)|to (?:market|sell)"
)
_TAKEN_OFF = late(
    r"\b(?:(?:has|have|was|been|were) (?:since |later |then )*(?:been )?(?:withdrawn|discontinued|taken off)(?! \w+ "
    r"(?:treatment|trial|study))|no longer (?:sold|marketed))\b"
)
_WHERE = late(r"\)?,? (?:where|in which|for which|in whom|for whom)\b[^.;,]{0,60}")
_TOPIC = late(
    r"(?:.{0,3}\s)?(?:As (?:to|for|regards)|In|For|Against|Regarding|With (?:respect|regard) to|Turning to) (?:the )?"
)
"""How a sentence opens that names the disease it speaks of."""
_WOULD = late(
    r"[^.;]{0,90}?\bwould (?:cost|require|need|take|have to|probably|likely|be (?:needed|required|necessary|costly|"
    r"expensive|too|paid|due))\b"
)
_NOT_TO_COME = late(
    r"\b(?:will|would|does|do|did|shall|could|can) not (?:see|start|begin|enter|reach|conduct|run|undertake|initiate|"
    r"need|"
    r"require|proceed (?:in)?to|go (?:on )?(?:in)?to|move (?:in)?to|advance (?:in)?to|progress to) (?:an?|the|its|our|"
    r"any)? ?$"
)
_NOT_FILED = late(
    r"\b(?:(?:will|would|does|do|did|has|have|had|shall|could) not (?:yet |be |been )?|not to |decided against |never )"
    r"(?:file|filed|filing|submit|submitted|submitting|seek|apply|applied)(?: for)? ?(?:an?|the|its|our|any)? ?"
    r"(?:\w+ ){0,2}$"
)
_NOT_MEANT = late(
    r"\b(?:do|does|did) not (?:currently |now )?(?:intend|plan|expect) to (?!.*\b(?:further|more|additional|other)\b)"
    r"(?:\w+ ){0,4}(?:an?|the|its|our|any) ?$"
)
_NOT_BEGUN = late(
    r"(?: (?:trials?|stud(?:y|ies)|program(?:me)?|testing))? (?:will|would|is|are|was|were|has|have) not (?:been |be )?"
    r"(?:undertaken|begun|started|conducted|run|initiated|planned|foreseen|funded)\b"
)
_NONE_OF_OURS = late(r"\b(?:no|none of (?:our|its)|any) (?:\w+ )?(?:products?|drugs?|compounds?|candidates?)\b")
_DESIGNATED = cue(r"\b(?:orphan|fast[- ]track|breakthrough|designat\w+|priority review|PRIME|RMAT|QIDP)\b", re.I)
_BOUNDARIES = (
    late(r"; "),
    late(r", (?:where|(?:for|in|of) which) "),
    late(r", (?:and|but|while|whereas|although|though|yet|with) "),
    late(r" (?:and|but|while|whereas|although|whose|before|after) "),
    late(r", | [–—] |\. "),
    late(r": "),
)
_DEFINED = late(r"[”\"’'] (?:means?|refers to|indicates) |\A means ")
_PART = late(r"\b(?:part|portion|component|segment)\b")
_FILED_DONE = late(
    r"(?<!be )(?<!to )\b(?:submitted|filed|accepted|validated|under (?:\w+ )?review|pending|went to|lodged|in "
    r"review|went in|approvable|response letter|re-?examin\w+|seeks|(?:being|is) (?:reviewed|assessed|examined)|"
    r"before the FDA|on "
    r"file|lies with|awaits|awaiting|being reviewed|action date|decision date|voted|advisory|review (?:by|"
    r"at|of)|resubmitted|"
    r"subject of|is with the|completed (?:the )?(?:rolling )?submission|submission (?:was|is|of)|has sent|"
    r"filing of|which (?:occurred|was (?:done|achieved|made))|submission of|"
    r"sent)\b(?! (?:by|in) (?:the )?(?:first|second|third|fourth|end|early|mid|late|20|next))",
    re.I,
)
_IND_DONE = late(
    r"(?<!be )(?<!to )\b(?:submitted|filed|sent|lodged|went to|went in|cleared|accepted|allowed|opened|active|"
    r"effective|in effect|took "
    r"effect|"
    r"approved|stage|open|in place|on file|cleared|clearance|acceptance|under (?:an?|the|our|its|that)|has|holds|"
    r"received|may (?:now )?proceed|no[- ]objection|authori[sz]ed|granted|lifted)\b",
    re.I,
)


def _bracketed(text: str, start: int, at: int) -> bool:
    """Does `at` stand in parentheses that open after `start`?"""
    return text.count("(", start, at) > text.count(")", start, at)


def _apart(text: str, start: int, end: int) -> bool:
    """Do parentheses open or close in between?"""
    return "(" in text[start:end] or ")" in text[start:end]


def segments(text: str, start: int, end: int, triggers: Sequence[Trigger]) -> Iterator[tuple[int, int, Trigger]]:
    """Each stage with the part of the sentence that speaks of it."""
    cuts = [start]
    for left, right in itertools.pairwise(triggers):
        cut = right.start
        for boundary in _BOUNDARIES:
            found = [m.start() for m in boundary.finditer(text, left.end, right.start)]
            if "(" in text[start : right.start] and _apart(text, left.end, right.start):
                found = [at for at in found if not _bracketed(text, start, at)]
            if found:
                cut = found[-1] + 1
                break
        cuts.append(cut)
    cuts.append(end)
    for number, trigger in enumerate(triggers):
        yield cuts[number], cuts[number + 1], trigger


def _coordinated(text: str, group: list[CompoundMention], chosen: CompoundMention) -> list[str]:
    """The chosen drug with those named in one breath with it ("A and B")."""
    index = group.index(chosen)
    kept = {index}
    for step, stop in ((-1, -1), (1, len(group))):
        here = chosen
        for other in range(index + step, stop, step):
            one, two = sorted((here, group[other]))
            gap = text[one.end : two.start].replace(")", "")
            if not (re.fullmatch(r",? and |, | & ", gap) or (gap == " (" and one.name == two.name)):
                break
            here = group[other]
            kept.add(other)
    return list(dict.fromkeys(group[i].name for i in sorted(kept)))


def compounds_told(text: str, start: int, end: int, trigger: Trigger, found: Sequence[CompoundMention]) -> list[str]:
    """The drugs whose stage the segment tells."""
    sold = trigger.phase in ("marketed", "approved")
    inside = [m for m in found if start <= m.start and m.end <= end]
    beside = () if sold else companions(text, start, inside)
    if inside and not sold:
        upto = [m for m in found if m.end <= end]
        beside = [*beside, *(m for m in companions(text, upto[0].start, upto) if m.start >= trigger.end)]
    named = [m for m in inside if m not in beside]
    if not named:
        return []
    before = [m for m in named if m.end <= trigger.start]
    after = [m for m in named if m.start >= trigger.end]
    gap = text[trigger.end : after[0].start] if after else ""
    if after and (_SOLD_DIRECT.match(gap) and not before if trigger.phase == "marketed" else _DIRECT.match(gap)):
        return _coordinated(text, named, after[0])
    if trigger.phase == "approved" and after and _SOLD_DIRECT.match(gap) and _APPROVES.search(
        text, trigger.start, trigger.end + 1
    ):  # fmt: skip
        return _coordinated(text, named, after[0])
    if (
        trigger.phase == "marketed"
        and after
        and re.match(
            r"(?:net )?sales of|sells|markets|we sell|we market|launched|has|have", text[trigger.start : trigger.end]
        )
        and _SOLD_DIRECT.match(gap)
    ):
        return _coordinated(text, named, after[0])
    if (
        after
        and _OF_DRUG.match(gap)
        and (
            not before
            or (
                after[0].form == "name"
                and _TESTS.search(gap)
            )
        )
    ):
        return _coordinated(text, named, after[0])
    if before:
        inside = [m for m in before if m.form == "name"] or before
        chosen = before[-1] if before[-1].form == "pronoun" else inside[-1]
        at = before.index(chosen)
        while at and text[before[at - 1].end : before[at].start] == " or ":
            at -= 1  # "either A or B": B is the comparator
        return _coordinated(text, before, before[at])
    inside = [m for m in named if m.start < trigger.end and m.end > trigger.start]
    return [inside[0].name] if inside else _coordinated(text, named, after[0]) if after and len(gap) < 140 else []


def diseases_told(
    text: str, start: int, end: int, trigger: Trigger, found: Sequence[DiseaseMention]
) -> tuple[DiseaseMention, ...]:
    """The diseases for which the segment tells the stage."""
    usable = [
        m
        for m in found
        if start <= m.start
        and m.end <= end
        and not NOT_THE_INDICATION.search(text[max(start, m.start - 60) : m.start])
        and not AN_EVENT.match(text, m.end)
    ]
    after = [m for m in usable if m.start >= trigger.end]
    for mention in usable:
        if mention.end <= trigger.start and _WHERE.fullmatch(text, mention.end, trigger.start):
            return (mention,)  # "gout, where Phase 3 is under way, and lupus, where …"
    if after and any(m.end <= trigger.start for m in usable) and "; " in text[trigger.end : after[0].start]:
        after = []  # what stands after the clause belongs to another
    if after:
        cut = _DESIGNATED.search(text, trigger.end, end)
        near = [m for m in after if cut is None or m.end <= cut.start()] or after[:1]
        stop = re.search(
            r"; |, (?:which|where|but|while|who|whose|including|such as|and (?:with|the|other|by|to|we|it|its|our|"
            r"has|have|is|are)) |"
            r" and by | and (?:that )?(?:nothing|no (?:work|trials?|stud(?:y|ies)|testing)) | "
            r"(?:were|was|had|showed|reported|included|experienced|developed) |(?<=[a-z]): | which | (?:but|and) not "
            r"(?:yet )?(?:for|in|to|against) |, not ",
            text[near[0].end : end],
        )
        limit = near[0].end + stop.start() if stop else end
        kept = [m for m in near if m.start < limit]
        return tuple(kept)
    before = [m for m in usable if m.end <= trigger.start]
    if not before:
        return tuple(usable)
    if _TOPIC.fullmatch(text, start, before[0].start) and text[before[0].end : before[0].end + 1] == ",":
        return (before[0],)
    group = [before[-1]]
    for mention in reversed(before[:-1]):
        between = text[mention.end : group[0].start]
        if not re.fullmatch(
            r"(?:,? (?:and|or)|,)(?: (?:in|for|the|of|with|patients|treatment|another|those|\d+|one|two|three|four|"
            r"five|six|"
            r"seven|eight|nine|ten|eleven|twelve))* ?",
            between,
        ):
            break
        group.insert(0, mention)
    return tuple(group)


def judge(text: str, start: int, end: int, trigger: Trigger) -> tuple[str, bool] | None:
    """(status, said) of a stage in its segment, None where the words state no fact."""
    passage = text[start:end]
    left = text[start : trigger.start]
    if GENERIC.search(passage) or re.search(
        r"\b[Bb]ased (?:up)?on (?:[\w-]+,? ){0,6}$", text[max(0, trigger.start - 70) : trigger.start]
    ):
        return None
    if _WOULD.match(text, trigger.end, end):
        return None
    near = text[max(start, trigger.start - 60) : trigger.start]
    if trigger.phase in ("filed", "ind") and _NOT_FILED.search(near):
        return None
    if trigger.phase[0].isdigit() and (
        _NOT_TO_COME.search(near) or _NOT_MEANT.search(near) or _NOT_BEGUN.match(text, trigger.end, end)
    ):
        return None
    if _DEFINED.search(text, trigger.end, min(end, trigger.end + 40)) or re.search(
        r"[”\"’'] means (?:that )?(?:an? )?$", text[max(0, trigger.start - 30) : trigger.start]
    ):
        return None  # '"NDA submitted" means that …'
    if HYPOTHETICAL.search(left) and not re.search(
        r"\bshould (?:enter|begin|start|get)", left + text[trigger.start : trigger.end]
    ):
        return None
    if trigger.phase in ("preclinical", "discovery") and _NONE_OF_OURS.search(left):
        return None
    if OF_OTHERS.search(passage) and trigger.phase[0].isdigit():
        return None
    if trigger.phase == "filed" and re.search(r"\bpatents?\b", passage):
        return None
    if trigger.phase == "marketed" and re.search(r"\bvouchers?\b|\bsupply agreement\b", passage):
        return None
    if trigger.phase in ("marketed", "approved"):
        if (
            re.search(
                r"\b(?:no longer|discontinued|withdrawn|withdrew|pulled|not (?:been |yet )?(?:approved|launched|"
                r"marketed|"
                r"sold)|ceased|off the market)\b",
                passage,
            )
            and (trigger.phase == "marketed" or _TAKEN_OFF.search(passage))
        ):
            return (
                ("discontinued", True)
                if re.search(r"no longer (?:sold|market)|withdr[ae]w|pulled|discontinued|off the market", passage)
                else None
            )
        return "active", True
    status, said = status_of(passage, trigger, start)
    if "-" in trigger.phase and status == "completed" and _PART.search(passage) and ONGOING.search(passage):
        status = "active"  # the first part of a Phase 1/2 trial is over, the second is not
    if trigger.phase in ("filed", "ind"):
        if status == "discontinued":
            return status, True
        if PERIOD.match(text, trigger.end + 1) and text[trigger.end : trigger.end + 1] in " (":
            return "planned", True  # "IND 1Q24"
        done = (_FILED_DONE if trigger.phase == "filed" else _IND_DONE).search(passage)
        if trigger.status == "active" or (done and not PLANNED.search(passage[: done.end()][-60:])):
            return "active", True
        return ("planned", True) if PLANNED.search(passage) else None
    if trigger.phase in ("preclinical", "discovery") and (
        status == "completed"
        or re.match(r"in |to ", text[trigger.start : trigger.end])
        or (status == "planned" and not PLANNED.search(text, max(start, trigger.start - 70), trigger.start))
    ):
        status = "active"
    return status, said
