"""Texts of a filing → the names of drugs in them (`Found`) and which names mean the same drug (`Link`).

A name is found by its shape (a research code, an INN stem) or by what is said around it ("the enzyme dornavase",
"X®, which Y sells for …"); shape alone never suffices for a code, it needs words of drug development nearby.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick

from kg.extract.compound_stems import (
    DOMAIN,
    DRUG_NOUN,
    FORM,
    NOT_CODE,
    NOT_CODE_BEFORE,
    NOT_SPACED,
    SUFFIX,
    TARGET_AFTER,
    is_strong,
    is_weak,
    known_brands,
)
from kg.extract.rules import Rule
from kg.extract.scan import Scanner, cue, lower


@dataclass(frozen=True, slots=True)
class Found:
    """A drug name where the rule saw it. `kind`: "code", "inn" (or another generic name) or "brand"."""

    form: str
    kind: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Link:
    """The passage says that the names `one` and `other` mean the same drug."""

    one: str
    other: str
    start: int
    end: int
    rule: str


CODE_RULE = Rule(
    "compound-code",
    1,
    "A research code beside words of drug development",
    (
        "Our lead compound, QRX-117, is in a Phase 2 trial.",
        "We license BNK 4410 for the treatment of asthma.",
        "The trial compared 177Lu-ABT-20 with standard care in patients.",
    ),
    (
        "The form required by Rule 24b-2 is filed.",
        "An antibody against PD-1 and CD19 was studied in patients.",
        "The trial HORIZON-2 enrolled patients.",
        "Clinical sites are at Suite B-12 and PO Box 117.",
    ),
    0.95,
)
STEM_RULE = Rule(
    "compound-stem",
    1,
    "A word that ends in a stem of international nonproprietary names",
    ("Patients received brolotinib daily.", "Sales of generic enalapril fell."),
    ("The April concept was excepted.", "Each peptide was combined by the machine."),
    0.93,
)
APPOSED_RULE = Rule(
    "compound-apposed",
    1,
    "A name directly after what kind of drug it is",
    (
        "It sells the enzyme dolvanase in Japan for patients.",
        "Rights to the compound known as trelovatine were licensed.",
    ),
    ("The drug combination was tested.", "The vaccine against typhoid is sold."),
    0.9,
)
BRAND_RULE = Rule(
    "compound-brand",
    1,
    "A brand by its mark or by words of selling a medicine",
    (
        "Velotrex® is sold in Europe for asthma.",
        "It would compete with Sanorel, which Holm Pharma sells for gout.",
        "The tablets are marketed under the name Dexira for hypertension.",
    ),
    ("DataRoom® software is licensed to patients.", "Microsoft, which Holm sells computers for, is large."),
    0.88,
)
ALIAS_RULE = Rule(
    "compound-alias",
    1,
    "Two names said to mean one drug",
    (
        "QRX-117 (trelovatine) is an oral compound.",
        "Trelovatine, formerly QRX-117, is in a Phase 2 trial.",
        "The compound trelovatine, known at Wold as QRX-117, is in trials.",
    ),
    ("QRX-117 (worldwide) is licensed for patients.", "QRX-117 and QRX-118 are compounds in trials."),
    0.95,
)
RULES = (CODE_RULE, STEM_RULE, APPOSED_RULE, BRAND_RULE, ALIAS_RULE)

HYPHEN = "-‐‑–"
CODE_SHAPE = (
    rf"(?:\[?\d{{2,3}}(?:m)?[A-Z][a-z]?\]?[{HYPHEN}])?"  # isotope label: 177Lu-
    rf"(?:[A-Z]{{1,6}}[a-z]{{0,4}}(?:[{HYPHEN}][A-Z]{{2,5}})?(?:[{HYPHEN}]| ?/ ?)?\d{{1,8}}|[A-Z]{{2,5}} \d{{2,6}}|"
    rf"[a-z]{{1,3}}[A-Z]{{2,5}}[{HYPHEN}]?\d{{1,6}}|"
    rf"[A-Z]{{2,6}}[{HYPHEN}](?:VAX|VAC|Vax|Vac))"
    rf"(?:[A-Za-z]\d{{0,4}}|[a-z]{{2,3}})?(?:[{HYPHEN}][A-Z0-9]{{1,6}}[a-z]{{0,2}})?"
)
_CODE = re.compile(rf"(?<![\w.&’'])(?<![\w][{HYPHEN}])({CODE_SHAPE})(?![\w]|[.,]\d|[{HYPHEN}]\w|%|/[A-Z\d])")
_CODE_ONLY = re.compile(rf"{CODE_SHAPE}\Z")
_DIGITS = re.compile(r"\d")
_MARK = r"(?: ?(?:®|™|\(R\)|\(TM\)|\((?:r|tm)\)))"
_PUNCTUATION = ".,;:!?()[]“”‘’\"'®™*"
_SALT_AFTER = re.compile(rf"{SUFFIX}")
_STOP_CAPITAL = frozenset(
    "the this that these those there they then with when where which while what after before under over from into "
    "upon each every "
    "both such some many most more other another any all our its his her their company corporation university "
    "institute "
    "agreement license licence product products drug drugs compound phase trial study patients fda europe japan "
    "china canada "
    "germany france italy spain israel korea taiwan australia mexico brazil india america american european "
    "japanese chinese "
    "united states kingdom north south east west january february march april june july august september october "
    "november "
    "december monday tuesday wednesday thursday friday first second third fourth new national international group "
    "hospital "
    "foundation research pharma pharmaceuticals pharmaceutical therapeutics biosciences biotech biologics medicines "
    "sciences "
    "placebo candidate indication stage status program partner region territory licensed field party parties "
    "section item "
    "note exhibit article schedule board director chairman president officer chief vice executive doctor professor "
    "licensor "
    "licensee name names study number per january nasdaq nyse form worldwide exclusive recombinant human methods "
    "field sole "
    "subject pursuant results based currently however although because since until during between among also only "
    "other others "
    "additional certain several various including medicare medicaid congress internet microsoft windows oracle".split()
)


def is_code(text: str) -> bool:
    """Has `text` the shape of a research code, and is it none of the known other things of that shape?"""
    if not _CODE_ONLY.match(text) or NOT_CODE.match(text):
        return False
    head = re.match(r"[A-Za-z]+", text)
    if " " in text and (head is None or head[0] in NOT_SPACED):
        return False
    return True


def _capital(word: str) -> bool:
    return len(word) >= 4 and word[0].isupper() and word.lower() not in _STOP_CAPITAL


_NAME_BEFORE = re.compile(
    rf"({CODE_SHAPE}|\b[A-Za-z][A-Za-z]{{3,}}(?:-[A-Z0-9][A-Za-z0-9]*)?{SUFFIX}){_MARK}?"
    rf"(?: (?:{FORM}|gel|program|enzyme|antibody|protein|peptide|vaccine|compound))?[,;]? ?[“\"‘']?\Z"
)
_NAME_AFTER = re.compile(
    rf"(?:the |an? |our |its )?[“\"‘']?({CODE_SHAPE}|[A-Za-z][A-Za-z]{{3,}}(?:-[A-Z0-9][A-Za-z0-9]*)?{SUFFIX})(?![\w"
    rf"])(?!{_MARK}? [A-Z][a-z]+,? (?:Inc|Corp|Ltd|LLC))"
)


def kind_of(name: str) -> str | None:
    """Kind of `name` by its look: "code", "inn" for a word with a drug's ending, "brand" for another capitalised word."""
    if is_code(name):
        return "code"
    first = name.split(" ")[0].split("-")[0]
    if first.islower() or (first.isupper() and len(first) > 5):
        return "inn" if is_weak(first.lower()) else None
    if is_strong(first.lower()):
        return "inn"
    return "brand" if _capital(first) else None


def _before(text: str, at: int) -> tuple[str, int, str] | None:
    """The name that ends at `at`: (form, start, kind)."""
    match = _NAME_BEFORE.search(text, max(0, at - 70), at)
    if match is None:
        return None
    kind = kind_of(match[1])
    return (match[1], match.start(1), kind) if kind else None


def _after(text: str, at: int) -> tuple[str, int, str] | None:
    """The name that starts at `at`: (form, end, kind)."""
    match = _NAME_AFTER.match(text, at)
    if match is None:
        return None
    kind = kind_of(match[1])
    return (match[1], match.end(1), kind) if kind else None


# ── names by shape ──────────────────────────────────────────────────────────────────────────────────────────────────

_SPACED_CUE_BEFORE = re.compile(
    rf"(?:\b{DRUG_NOUN}\s|\b(?:of|to|for|with|as|called|designated|developing|develop|test|tested|testing|given|"
    rf"dose|received|"
    r"and|or|in|on|evaluating|including|is|that|advance|advancing|study|our|using|add|licen[cs]ed?|licensing|"
    r"acquired?|call(?:s|ed)|named|sells?|selected|took|take)\s|[,:;]\s|[(“\"])$",
    re.I,
)
_SPACED_CUE_AFTER = re.compile(
    r", (?:an?|the|our|its|which|now)\b|[’']s (?:lead|phase|develop)|,? (?:is an?|is the|is our|is in|is being|has "
    r"completed|entered|for the treatment)\b"
)
_TRIAL_AFTER = re.compile(r"\s?(?:\(Phase|(?:clinical )?(?:trial|study|studies|trials)\b)")
_TRIAL_BEFORE = re.compile(r"(?:\b(?:trial|study),? (?:which we call|called|named|known as|designated) |\bthe )$", re.I)


_CODE_SEED = re.compile(rf"[A-Za-z\]][{HYPHEN}/]?\d|[A-Z] \d|[A-Z][{HYPHEN}]V[Aa][XxCc]")


def _codes(text: str, layout: str, near: Domain) -> Iterator[Found]:
    done = -1
    for seed in _CODE_SEED.finditer(text):
        begin = text.rfind(" ", max(0, seed.start() - 16), seed.start() + 1) + 1
        if begin == 0:
            begin = max(0, seed.start() - 16) if seed.start() > 16 else 0
        match = _CODE.search(text, max(begin, done), seed.end() + 24) if seed.end() > done else None
        if match is None or match.end() < seed.end():
            continue
        form, start, end = match[1], match.start(1), match.end(1)
        done = end
        if NOT_CODE.match(form) or len(form) < 3 or not near(start, end, 180):
            continue
        left = text[max(0, start - 24) : start]
        if start and layout[start - 1] in "\t\n":
            left = ""  # a cell or paragraph of its own
        if NOT_CODE_BEFORE.search(left):
            continue
        letters = re.match(r"[A-Za-z]+", form)
        head = letters[0] if letters else ""
        if " " in form and (
            head in NOT_SPACED
            or not (_SPACED_CUE_BEFORE.search(left) or (len(form) > 6 and _SPACED_CUE_AFTER.match(text, end)))
        ):
            continue
        if len(head) >= 4 and head.isupper() and _TRIAL_AFTER.match(text, end):
            continue
        if TARGET_AFTER.match(text, end) and not re.search(r"\d{2}", form):
            continue
        yield Found(form, "code", start, end, CODE_RULE.name)


_NAMESAKE = re.compile(
    r"(?:\b(?:[A-Z][\w-]*|[A-Z]\.|Mr\.|Mrs\.|Ms\.|Dr\.|van|von|de)|[a-z]\)) $"
)  # a person's or a firm's other names
_FACTOR = re.compile(
    r"\b[Ff]actor (?:VIIa|VII|VIII|IX|XIII|Xa|XI)\b(?! (?:constructs?|genes?|levels?|deficien|inhibit|activity|"
    r"assay|plasmid|protein|cDNA|sequence|padua))"
)


def _stems(text: str) -> Iterator[Found]:
    for match in _FACTOR.finditer(text) if "actor " in text else ():
        yield Found(match[0], "inn", match.start(), match.end(), STEM_RULE.name)
    words = {
        w
        for w in {w.strip(_PUNCTUATION) for w in set(text.split(" "))}
        if len(w) > 5 and w.isalpha() and w[1:].islower() and is_strong(w.lower())
    }
    if not words:
        return
    for match in re.finditer(r"\b(?:" + "|".join(sorted(map(re.escape, words))) + r")\b", text):
        start, end = match.start(), match.end()
        if (start and text[start - 1] in "-‑’'") or (
            text[end : end + 1] in ("-", "‑") and text[end + 1 : end + 2].isalpha()
        ):
            continue
        if text[start:end].lower().endswith("ase") or (
            TARGET_AFTER.match(text, end) and not text[start:end].endswith("mab")
        ):
            continue
        if (
            text[start].isupper()
            and text[start:end].lower() not in words
            and _NAMESAKE.search(text[max(0, start - 30) : start])
        ):
            continue
        tail = _SALT_AFTER.match(text, end)
        stop = tail.end() if tail else end
        if text[start].isupper() and re.match(r",? (?:[A-Z][a-z]|[A-Z]\.)", text[stop : stop + 6]):
            continue
        yield Found(text[start:stop], "inn", start, stop, STEM_RULE.name)


# ── names by what is said around them ───────────────────────────────────────────────────────────────────────────────

_APPOSED = re.compile(
    rf"\b{DRUG_NOUN}(?:,? (?:known as|called|named|designated|code[- ]named|identified as|dubbed))? "
    rf"([a-z]{{6,}})\b{SUFFIX}"
)
_KIND_OF_DRUG = (
    r"(?:compound|drug|medicine|medication|molecule|candidate|antibody|vaccine|peptide|protein|enzyme|"
    r"oligonucleotide|biologic|inhibitor|antagonist|"
    r"agonist|modulator|blocker|analog(?:ue)?|prodrug|antibiotic|antifungal|antiviral|therapy|immunotherapy|"
    r"treatment|tablet|capsule|cream|gel|ointment|spray|conjugate|statin|steroid)"
)
_NAMED = {
    # "our lead candidate, Tavligo, …"
    "introduced": re.compile(
        rf"\b(?:{_KIND_OF_DRUG}|(?:marketed|commercial|approved|lead|first|principal|only|second|other|main|"
        rf"flagship|core|key|prescription|competing) (?:product|brand)),? (?:called |named "
        rf")?(?=[“\"]?[A-Z][A-Za-z]{{4,}}(?:-[A-Z0-9]\w*)?[”\"]?(?:®|™|\(R\)|\(TM\))?(?:,| is | has | had | was | will | "
        rf"for | in | remains | generated | \())"
    ),
    # "Tavligo, our oral inhibitor of …"
    "explained": re.compile(
        rf", (?:our|an?|its|the [Cc]ompany[’']s|the)(?: [\w/αβγ+-]+){{0,6}}? {_KIND_OF_DRUG}(?=[,.;)]| (?:for|that|"
        rf"which|in|being|to|against|of|designed|under|with|candidate|targeting)\b)"
    ),
}
_SALTED = re.compile(
    r"\b([A-Za-z][a-z]{5,}) (?:mono|di)?(?:hydrochloride|hydrobromide|mesylate|maleate|tartrate|besylate|fumarate|"
    r"succinate|tosylate)\b"
)
_SALT_WORDS = (
    "hydrochloride",
    "hydrobromide",
    "mesylate",
    "maleate",
    "tartrate",
    "besylate",
    "fumarate",
    "succinate",
    "tosylate",
)


def _introduced(text: str, matches: Sequence[tuple[str, re.Match[str]]], near: Domain) -> Iterator[Found]:
    """Names beside the words that say what kind of drug they are: capitalised ones too."""
    for kind, match in matches:
        named = _after(text, match.end()) if kind == "introduced" else None
        if named:
            form, end = named[0], named[1]
            if (
                named[2] != "code"
                and not _NO_DRUG.search(text[match.start() : end + 20])
                and near(match.start(), end, 160)
            ):
                yield Found(form, named[2], end - len(form), end, APPOSED_RULE.name)
        elif kind == "explained":
            left = _before(text, match.start())
            if left is None or left[2] == "code" or text[left[1] + len(left[0]) : match.start()].strip("®™ "):
                continue
            if left[2] == "brand" and (
                " " in left[0]
                or re.search(r"(?:[A-Z][\w.&’'-]*|\b[A-Z]\.) $", text[max(0, left[1] - 24) : left[1]])
                or _PERSON.search(text[max(0, left[1] - 30) : left[1]])
            ):
                continue
            yield Found(left[0], left[2], left[1], left[1] + len(left[0]), APPOSED_RULE.name)


_PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Professor|by|from|with|by the|and|of)\.? $")


def _apposed(text: str, matches: Sequence[re.Match[str]]) -> Iterator[Found]:
    for match in matches:
        if is_weak(match[1]):
            yield Found(text[match.start(1) : match.end()], "inn", match.start(1), match.end(), APPOSED_RULE.name)
    if any(word in text for word in _SALT_WORDS):
        for match in _SALTED.finditer(text):
            if is_weak(match[1].lower()) and match[1].lower() not in ("ammonium", "lithium"):
                yield Found(match[0], "inn", match.start(), match.end(), APPOSED_RULE.name)


_MARKED = re.compile(rf"\b([A-Z][A-Za-z]{{3,}}(?:-[A-Za-z0-9]+)?){_MARK}")
_NO_DRUG = cue(
    r"\b(?:software|platform|trademark|trade mark|mark|logo|assay|system|device|database|data|application|website|"
    r"app|network|"
    r"insecticide|fungicide|herbicide|pesticide|biofungicide|trap|lure|catheter|stent|monitor|vest|clearance system|"
    r"test kit|"
    r"technology|instrument|sequenc\w+|card|service|search engine|registered|library|engine)\b",
    re.I,
)
_DRUG_USE = cue(
    rf"\b(?:treat(?:s|ed|ing|ment)?|patients|tablets?|capsules?|cream|gel|injection|vaccine|drug|drugs|medicine|"
    rf"therapy|approved|"
    rf"NDA|BLA|prescri\w+|dos(?:e|es|ing)|indicated|combination|net sales|(?:sold|marketed|sells|markets|launched) "
    rf"[^.;]{{0,60}}?\bfor [A-Za-z]+|{FORM}|for [a-z-]*(?:itis|osis|emia|oma|disease|syndrome|disorder))\b",
    re.I,
)
_SELLING = re.compile(
    r"\b(?:(?:compet(?:e|es|ed|ing|ition)|comparable) with|such as|(?:sales|launch|approval|sale|marketing) of|"
    r"(?:brand|trade|proprietary|product|commercial) names?|"
    r"(?:under|by) the (?:trade|brand)? ?names?|(?:marketed|sold|launched|approved|distributed|prescribed|branded|"
    r"sells it|markets it) (?:in [A-Z][\w ]{2,30} )?(?:as|under the names?))(?: of)? (?=[“\"‘'A-Z])"
    r"|\b(?:sells?|markets?|launched|promotes?|sell|commerciali[sz]es?|introduced|prescribes?) "
    r"(?=[A-Z][A-Za-z]{4,}(?:®|™|\(R\)|,| for | in | as | to treat | under | throughout | worldwide| \())"
)
_SOLD = re.compile(
    r"(?:sells|markets|sold|marketed|launched|distributes|makes|promotes|approved|brought in \$)(?![a-z])"
)
_SOLD_BEFORE = re.compile(
    r"(?:^|[\s“\"(])([A-Za-z][A-Za-z]{4,}(?:-[A-Za-z0-9]+)?)(?:®|™|\(R\)|\(TM\))?(?: \([a-z][a-z -]{4,40}\))?"
    r"(?:,? (?:which|that) (?:is (?:now )?)?(?:[\w&.,’'-]+ ){0,6}?|(?:,| is| are| was| were| has been)? "
    r"(?:(?:currently|now|already|an?) )?)\Z"
)
_SOLD_AFTER = re.compile(
    r" (?:by|in|for|since|as|under|throughout|gel|drug|product|cream|medicine|treatment|vaccine|therapy|tablets?)\b|"
    r"\d|[^a-z]*$"
)


_VACCINE = re.compile(r"\b([A-Z][a-zA-Z]{3,})(?:®|™|\(R\)|\(TM\))? \([^()]{3,50} [Vv]accine[^()]{0,30}\)")


def _brands(
    text: str, selling: Sequence[re.Match[str]], sold: Sequence[re.Match[str]], near: Domain
) -> Iterator[Found]:
    for mark in ("®", "™", "(R)", "(TM)"):
        at = text.find(mark)
        while at >= 0:
            match = _MARKED.search(text, max(0, at - 40), at + len(mark))
            if match and match.end() == at + len(mark):
                passage = text[max(0, match.start() - 90) : match.end() + 110]
                if _DRUG_USE.search(passage) and not _NO_DRUG.search(
                    text[max(0, match.start() - 30) : match.end() + 40]
                ):
                    yield Found(match[1], "brand", match.start(1), match.end(1), BRAND_RULE.name)
            at = text.find(mark, at + 1)
    for match in _VACCINE.finditer(text) if " vaccine" in text or " Vaccine" in text else ():
        if _capital(match[1]):
            yield Found(match[1], "brand", match.start(1), match.end(1), BRAND_RULE.name)
    for match in selling:
        if not near(match.start(), match.end(), 160):
            continue
        named = _after(text, match.end())
        if named and named[2] != "code":
            passage = text[max(0, match.start() - 140) : named[1] + 120]
            if _DRUG_USE.search(passage) and not _NO_DRUG.search(passage):
                form = named[0]
                begin = named[1] - len(form)
                if form[0].isupper() and not re.match(r"(?:®|™)? ?(?:\(|[a-z,.;:])|$", text[named[1] : named[1] + 3]):
                    continue
                yield Found(form, named[2], begin, named[1], BRAND_RULE.name)
    for match in sold:
        at = match.start()
        if not near(at, at, 160):
            continue
        left = _SOLD_BEFORE.search(text, max(0, at - 90), at)
        if left is None or (left[0].endswith(("an ", "a ")) and not _SOLD_AFTER.match(text, match.end())):
            continue
        form, start, end = left[1], left.start(1), left.end(1)
        which = " which " in left[0] or " that " in left[0]
        if not which and match[0] in ("sells", "markets", "makes", "promotes", "distributes"):
            continue
        if (
            not which
            and match[0] in ("sold", "marketed", "launched", "approved")
            and not _SOLD_AFTER.match(text, match.end())
        ):
            continue
        passage = text[max(0, start - 100) : match.end() + 120]
        if not _DRUG_USE.search(passage) or _NO_DRUG.search(passage):
            continue
        if form.islower():
            if is_weak(form) and form not in _STOP_CAPITAL:
                yield Found(form, "inn", start, end, BRAND_RULE.name)
        elif _capital(form) and (
            re.search(
                rf"(?:{DRUG_NOUN},? |with |of |, |^|[.;] |“|such as |exist, |and |or |to it |to us |[’']s )\Z",
                text[max(0, start - 24) : start],
                re.I,
            )
        ):
            yield Found(form, "inn" if is_strong(form.lower()) else "brand", start, end, BRAND_RULE.name)


# ── two names of one drug ───────────────────────────────────────────────────────────────────────────────────────────

_PARENTHESIS = re.compile(r"\(([^()]{2,60})\)")
_INNER = re.compile(
    rf"(?:(?:INN|USAN|generic(?: name)?|brand(?: name)?|trade name|code(?: name)?|or|the|a|our|its)(?:: ?| "
    rf"))?(?:also |formerly |previously |now |originally |then |once |later )*(?:known |called |designated |named |"
    rf"referred to |marketed |sold )?"
    rf"(?:as |under the name )?(?:the )?[“\"‘']?({CODE_SHAPE}|[A-Za-z][A-Za-z]{{3,}}(?:-[A-Z0-9][A-Za-z0-9]*)?"
    rf"{SUFFIX})[”\"’']?{_MARK}?"
    rf"(?:,? (?:{FORM}|gel|for injection))?(?:,? \d[\d.,]* ?(?:%|mg|mcg|µg|g|mL|ml|IU)(?:/m[Ll])?)?(?:,? or "
    rf"[“\"‘']?({CODE_SHAPE})[”\"’']?)?\Z"
)


def _parentheses(text: str, near: Domain) -> Iterator[Link]:
    for match in _PARENTHESIS.finditer(text):
        at = match.start()
        inner = _INNER.match(match[1]) if near(at, match.end(), 200) else None
        if inner is None or kind_of(inner[1]) is None:
            continue
        left = _before(text, at - 1 if at and text[at - 1] == " " else at)
        if left is None:
            continue
        one, other = left[0], inner[1]
        kinds = (left[2], kind_of(other))
        if kinds[1] is None or one.lower() == other.lower():
            continue
        if kinds[1] == "code" and re.search(
            r"\bdeliver(?:y|s|ing)? (?:of )?[^.;()]{0,50}$", text[max(0, left[1] - 70) : left[1]]
        ):
            continue  # what the drug carries, not its other name
        explicit = bool(re.match(r"(?:also |formerly |previously |now |originally |known |marketed |sold )", match[1]))
        if kinds == ("code", "brand") and not (explicit or text[match.end() - 2] in "®™" or is_weak(other.lower())):
            continue
        if kinds[0] == "brand" and not (
            kinds[1] == "inn"
            or text[at - 2 : at - 1] in "®™"
            or (is_weak(one.split(" ")[0].lower()) and kinds[1] == "code")
        ):
            continue
        if (
            kinds[0] == "inn"
            and kinds[1] == "brand"
            and not (explicit or "®" in match[1] or "™" in match[1] or other in known_brands())
        ):
            continue
        if kinds[1] == "code" and kinds[0] == "code" and not explicit and _DIGITS.findall(one) == []:
            continue
        yield Link(one, other, left[1], match.end(), ALIAS_RULE.name)
        if inner[2]:
            yield Link(one, inner[2], left[1], match.end(), ALIAS_RULE.name)


_ALIAS = {
    "verb": re.compile(
        r"\b(?:known|called|designated|named|renamed|referred to|marketed|sold|branded|developed|coded|code-named|"
        r"identified)"
        r"(?: (?:within|at|by|in|to|inside|under|outside|internally|generically) [^,.;()]{1,40}?)??(?: as|,) (?:the "
        r")?(?=[“\"‘'A-Za-z])|\b(?:called|named|designated|renamed|branded) (?=[“\"‘'A-Z])"
    ),
    "plain": re.compile(
        r"\b(?:formerly|previously|originally|now|then called|a/k/a|f/k/a|aka)(?: [A-Z][\w&.-]*(?: "
        r"[A-Z][\w&.-]*){0,3}[’']s?)? (?=[“\"‘'A-Za-z])"
    ),
    "which": re.compile(
        r"\b(?:call|calls|called|refers? to as|designates?|designated|names?|named|knew as|knows? as|markets? (?:as|"
        r"under the name)|sells? (?:as|under the name)|renamed|will call|developed as|develops as) "
        r"(?=[“\"‘'A-Za-z])"
    ),
    "whose": re.compile(r"(?:\bwhose|[’']s) (?:[a-z-]+ ){0,3}name (?:is|will be|was) (?=[“\"‘'A-Za-z])"),
    "brand": re.compile(
        r"\b(?:brand|trade|proprietary|generic|commercial|branded|nonproprietary|chemical)(?: name| version| form)? "
        r"(?:of|for) (?=[“\"‘'A-Za-z])"
    ),
    "or": re.compile(r", or (?=[“\"‘'A-Za-z])"),
    "form": re.compile(
        r"(?:,? an?|, our|, the|, its)(?: [a-z-]+){0,3} (?:form|formulation|version|salt|solution|preparation|"
        r"crystal form) of (?:the )?(?:[a-z-]+ )?(?=[a-z])"
    ),
}
_FILLER = frozenset(
    "which is was that now also previously formerly once originally initially generically internally better to be "
    "being then and has been will from on are were have".split()
)
_THEN = re.compile(
    r",? (?:and|but) (?:which )?(?:[a-z]+ ){0,5}?(?:by [A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3} )?(?:as|from now on|now|"
    r"called|renamed|designated) (?=[“\"‘'A-Za-z])"
)


_BRAND_OF = re.compile(r"(?:, (?:the|an?|its|our)|[®™]? (?:is|was)(?: the| an?)?)(?: [\w’'&.-]+){0,2}? \Z")


def _unfilled(text: str, at: int) -> int:
    """Where a clause such as "which is also" before `at` begins: there the first name ends."""
    while at > 1 and text[at - 1] == " ":
        begin = text.rfind(" ", max(0, at - 14), at - 1) + 1
        if text[begin : at - 1].lower() not in _FILLER:
            break
        at = begin
    return at


def _spoken(text: str, matches: Sequence[tuple[str, re.Match[str]]], near: Domain) -> Iterator[Link]:
    """Links by words: "X, formerly Y", "X, known at Z as Y", "X, which Z calls Y"."""
    for kind, match in matches:
        at = match.start()
        if not near(at, match.end(), 200):
            continue
        other = _after(text, match.end())
        if other is None:
            continue
        if kind == "which":
            which = text.rfind("which ", max(0, at - 60), at)
            if which < 0 or text[which:at].count(" ") > 7:
                continue
            at = which
        elif kind in ("verb", "plain"):
            at = _unfilled(text, at)
        elif kind == "brand":
            lead = _BRAND_OF.search(text, max(0, at - 40), at)
            if lead is None:
                continue
            at = lead.start() + (text[lead.start()] == " ")
        one = _before(text, at - 1 if at and text[at - 1] == " " else at)
        if kind == "form":
            if one and one[2] == "code" and other[2] == "inn":
                yield Link(one[0], other[0], one[1], other[1], ALIAS_RULE.name)
            continue
        if kind == "or" and (
            one is None or {one[2], other[2]} != {"code", "inn"} or text[other[1] : other[1] + 1] not in (",", ".", ")")
        ):
            continue
        chained = _THEN.match(text, other[1])
        third = _after(text, chained.end()) if chained else None
        if (
            one
            and "brand" in (one[2], other[2])
            and "code" not in (one[2], other[2])
            and not (kind in ("verb", "which", "brand") and "inn" in (one[2], other[2]))
        ):
            one = None
        elif (
            one
            and one[2] == "brand"
            and kind != "brand"
            and not is_weak(one[0].lower())
            and one[0] not in known_brands()
        ):
            one = None
        elif (
            one
            and one[2] == "inn"
            and other[2] == "brand"
            and kind != "brand"
            and not re.match(r"(?:marketed|sold|branded|markets|sells)|whose brand", match[0])
        ):
            one = None
        if one and one[0].lower() != other[0].lower():
            yield Link(one[0], other[0], one[1], other[1], ALIAS_RULE.name)
        if third and "code" in (third[2], other[2]) and third[0] != other[0]:
            yield Link(other[0], third[0], at, third[1], ALIAS_RULE.name)


# ── one pass over a text ────────────────────────────────────────────────────────────────────────────────────────────

_MEDICAL = {
    "trial": "clinical trial|clinical stud|clinical development|clinical testing|clinical-stage|preclinical|pre-clinical",
    "phase": "phase i|phase 1|phase 2|phase 3",
    "agency": "fda|food and drug administration|european medicines|orphan",
    "application": "new drug application|biologics license|investigational new drug|nda|ind",
    "drug": "drug|drugs|drug candidate|product candidate|medicine|medicines|medicinal",
    "compound": "compound|compounds|molecule|small molecule",
    "biologic": "antibody|antibodies|vaccine|vaccines|peptide|enzyme|oligonucleotide|gene therapy|cell therapy|protein|"
    "antisense",
    "action": "inhibitor|agonist|antagonist|modulator|analog|retinoid",
    "patient": "patients|placebo|dose|dosing|doses",
    "disease": "disease|cancer|tumors|syndrome|asthma|diabetes|psoriasis|arthritis|hepatitis|sclerosis|disorder|leukemia|"
    "lymphoma|carcinoma",
    "company": "therapeutics|pharmaceuticals|pharma|biosciences|biologics|biopharma|pharmaceutical|oncology",
    "therapy": "therapy|therapies|therapeutic|treatment",
    "indication": "indication|indications",
}
_TELLING = frozenset({"trial", "phase", "agency", "application", "drug", "compound", "biologic", "action"})


@lru_cache(maxsize=1)
def _medical() -> ahocorasick.Automaton:
    made = ahocorasick.Automaton()
    for kind, listed in _MEDICAL.items():
        for word in listed.split("|"):
            made.add_word(word, (len(word), kind))
    made.make_automaton()
    return made


def is_medical(texts: Iterable[str], maker: bool) -> bool:
    """Do the texts of a filing speak of medicines? Those of a `maker` of medicines do with one telling kind of word;
    those of another company with four kinds, two of them telling."""
    seen: set[str] = set()
    for text in texts:
        low = lower(text)
        for last, (length, kind) in _medical().iter(low):
            if kind in seen:
                continue
            start, end = last - length + 1, last + 1
            if not (low[start - 1 : start].isalnum() or low[end : end + 1].isalnum()) or kind in ("trial", "phase"):
                seen.add(kind)
                if (maker and (kind in _TELLING or len(seen) >= 2)) or (len(seen) >= 4 and len(seen & _TELLING) >= 2):
                    return True
    return False


class Domain:
    """Answers whether words of drug development stand within some characters of a place."""

    def __init__(self, places: Sequence[int]) -> None:
        self.places = places

    def __call__(self, start: int, end: int, radius: int) -> bool:
        """Is there such a word between `start - radius` and `end + radius`?"""
        index = bisect_left(self.places, start - radius)
        return index < len(self.places) and self.places[index] < end + radius


@lru_cache(maxsize=1)
def _scanner() -> Scanner:
    return Scanner({**_ALIAS, **_NAMED, "apposed": _APPOSED, "selling": _SELLING, "sold": _SOLD, "domain": DOMAIN})


def find_names(text: str, layout: str) -> tuple[tuple[Found, ...], tuple[Link, ...]]:
    """Every drug name that a text (with its layout) shows, in order of place, and every statement that two of them are one."""
    by_kind: dict[str, list[re.Match[str]]] = defaultdict(list)
    spoken: list[tuple[str, re.Match[str]]] = []
    named: list[tuple[str, re.Match[str]]] = []
    places: list[int] = []
    for kind, match in _scanner().scan(text, lower(text)):
        if kind == "domain":
            places.append(match.start())
        elif kind in _ALIAS:
            spoken.append((kind, match))
        elif kind in _NAMED:
            named.append((kind, match))
        else:
            by_kind[kind].append(match)
    if not places:
        return (), ()
    near = Domain(places)
    links = sorted(
        {*_parentheses(text, near), *_spoken(text, spoken, near)}, key=lambda link: (link.start, link.end, link.other)
    )
    found = [
        *_codes(text, layout, near),
        *_stems(text),
        *_apposed(text, by_kind["apposed"]),
        *_introduced(text, named, near),
        *_brands(text, by_kind["selling"], by_kind["sold"], near),
    ]
    return tuple(sorted(set(found), key=lambda f: (f.start, f.end, f.form))), tuple(links)
