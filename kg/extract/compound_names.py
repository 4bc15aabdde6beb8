"""Texts of a filing → the names of drugs in them (`Found`) and which names mean the same drug (`Link`).

A name is found by its shape (a research code, an INN stem) or by what is said around it ("the enzyme dornavase",
"X®, which Y sells for …"); shape alone never suffices for a code, it needs words of drug development nearby.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
    "compound-code", 1, "A research code beside words of drug development",
    ("Our lead compound, QRX-117, is in a Phase 2 trial.", "We license BNK 4410 for the treatment of asthma.",
     "The trial compared 177Lu-ABT-20 with standard care in patients."),
    ("The form required by Rule 24b-2 is filed.", "An antibody against PD-1 and CD19 was studied in patients.",
     "The trial HORIZON-2 enrolled patients.", "Clinical sites are at Suite B-12 and PO Box 117."),
    0.95,
)
STEM_RULE = Rule(
    "compound-stem", 1, "A word that ends in a stem of international nonproprietary names",
    ("Patients received brolotinib daily.", "Sales of generic enalapril fell."),
    ("The April concept was excepted.", "Each peptide was combined by the machine."),
    0.93,
)
APPOSED_RULE = Rule(
    "compound-apposed", 1, "A name directly after what kind of drug it is",
    ("It sells the enzyme dolvanase in Japan for patients.", "Rights to the compound known as trelovatine were licensed."),
    ("The drug combination was tested.", "The vaccine against typhoid is sold."),
    0.9,
)
BRAND_RULE = Rule(
    "compound-brand", 1, "A brand by its mark or by words of selling a medicine",
    ("Velotrex® is sold in Europe for asthma.", "It would compete with Sanorel, which Holm Pharma sells for gout.",
     "The tablets are marketed under the name Dexira for hypertension."),
    ("DataRoom® software is licensed to patients.", "Microsoft, which Holm sells computers for, is large."),
    0.88,
)
ALIAS_RULE = Rule(
    "compound-alias", 1, "Two names said to mean one drug",
    ("QRX-117 (trelovatine) is an oral compound.", "Trelovatine, formerly QRX-117, is in a Phase 2 trial.",
     "The compound trelovatine, known at Wold as QRX-117, is in trials."),
    ("QRX-117 (worldwide) is licensed for patients.", "QRX-117 and QRX-118 are compounds in trials."),
    0.95,
)
RULES = (CODE_RULE, STEM_RULE, APPOSED_RULE, BRAND_RULE, ALIAS_RULE)

HYPHEN = "-‐‑–"
CODE_SHAPE = (
    rf"(?:\[?\d{{2,3}}(?:m)?[A-Z][a-z]?\]?[{HYPHEN}])?"  # isotope label: 177Lu-
    rf"(?:[A-Z]{{1,6}}[a-z]{{0,4}}(?:[{HYPHEN}][A-Z]{{2,5}})?(?:[{HYPHEN}]| ?/ ?)?\d{{1,8}}|[A-Z]{{2,5}} \d{{2,6}}|[a-z]{{1,3}}[A-Z]{{2,5}}[{HYPHEN}]?\d{{1,6}}|"
    rf"[A-Z]{{2,6}}[{HYPHEN}](?:VAX|VAC|Vax|Vac))"
    rf"(?:[A-Za-z]\d{{0,4}}|[a-z]{{2,3}})?(?:[{HYPHEN}][A-Z0-9]{{1,6}}[a-z]{{0,2}})?"
)
_CODE = re.compile(rf"(?<![\w.&’'])(?<![\w][{HYPHEN}])({CODE_SHAPE})(?![\w]|[.,]\d|[{HYPHEN}]\w|%|/\w)")
_CODE_ONLY = re.compile(rf"{CODE_SHAPE}\Z")
_DIGITS = re.compile(r"\d")
_MARK = r"(?: ?(?:®|™|\(R\)|\(TM\)|\((?:r|tm)\)))"
_TOKEN = re.compile(r"[A-Za-z][a-z]{5,}")
_GATE = re.compile(
    r"(?i)\b(?:compounds?|drugs?|clinical|FDA|therap(?:y|ies|eutics?)|antibod(?:y|ies)|vaccines?|preclinical|phase|trials?|licen[sc]e|"
    r"pharmaceuticals?|medicin\w+|biologics?|treatment)\b"
)
_SALT_AFTER = re.compile(rf"{SUFFIX}")
_STOP_CAPITAL = frozenset(
    "the this that these those there they then with when where which while what after before under over from into upon each every "
    "both such some many most more other another any all our its his her their company corporation university institute "
    "agreement license licence product products drug drugs compound phase trial study patients fda europe japan china canada "
    "germany france italy spain israel korea taiwan australia mexico brazil india america american european japanese chinese "
    "united states kingdom north south east west january february march april june july august september october november "
    "december monday tuesday wednesday thursday friday first second third fourth new national international group hospital "
    "foundation research pharma pharmaceuticals pharmaceutical therapeutics biosciences biotech biologics medicines sciences "
    "placebo candidate indication stage status program partner region territory licensed field party parties section item "
    "note exhibit article schedule board director chairman president officer chief vice executive doctor professor licensor "
    "licensee name names study number per january nasdaq nyse form worldwide exclusive recombinant human methods field sole "
    "subject pursuant results based currently however although because since until during between among also only other others "
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
    rf"(?:the |an? |our |its )?[“\"‘']?({CODE_SHAPE}|[A-Za-z][A-Za-z]{{3,}}(?:-[A-Z0-9][A-Za-z0-9]*)?{SUFFIX})(?![\w])(?!{_MARK}? [A-Z][a-z]+,? (?:Inc|Corp|Ltd|LLC))"
)


def kind_of(name: str) -> str | None:
    """Kind of `name` by its look: "code", "inn" for a word with a drug's ending, "brand" for another capitalised word."""
    if is_code(name):
        return "code"
    first = name.split(" ")[0].split("-")[0]
    if first.islower() or first.isupper() and len(first) > 5:
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
    rf"(?:\b{DRUG_NOUN}|\b(?:of|to|for|with|as|called|designated|developing|develop|test|tested|testing|given|dose|received|"
    r"and|or|in|on|evaluating|including|is|that|advance|advancing|study|our|using|add)|,|\(|:|“|\"|;)\s$",
    re.I,
)
_TRIAL_AFTER = re.compile(r"\s?(?:\(Phase|(?:clinical )?(?:trial|study|studies|trials)\b)")
_TRIAL_BEFORE = re.compile(r"(?:\b(?:trial|study),? (?:which we call|called|named|known as|designated) |\bthe )$", re.I)


def _codes(text: str) -> Iterator[Found]:
    for match in _CODE.finditer(text):
        form, start, end = match[1], match.start(1), match.end(1)
        if NOT_CODE.match(form) or (len(form) < 3):
            continue
        left = text[max(0, start - 24) : start]
        if NOT_CODE_BEFORE.search(left):
            continue
        letters = re.match(r"[A-Za-z]+", form)
        head = letters[0] if letters else ""
        if " " in form and (head in NOT_SPACED or not _SPACED_CUE_BEFORE.search(left)):
            continue
        if len(head) >= 4 and head.isupper() and _TRIAL_AFTER.match(text, end):
            continue
        if TARGET_AFTER.match(text, end) and not re.search(r"\d{2}", form):
            continue
        near = text[max(0, start - 180) : end + 180]
        if not DOMAIN.search(near):
            continue
        yield Found(form, "code", start, end, CODE_RULE.name)


_NAMESAKE = re.compile(r"(?:\b(?:[A-Z][\w’'-]*|[A-Z]\.|Mr\.|Mrs\.|Ms\.|Dr\.|van|von|de)|[a-z]\)) $")  # a person's or a firm's other names
_FACTOR = re.compile(r"\b[Ff]actor (?:VIIa|VII|VIII|IX|XIII|Xa|XI)\b(?! (?:constructs?|genes?|levels?|deficien|inhibit|activity|assay|plasmid|protein|cDNA|sequence|padua))")


def _stems(text: str) -> Iterator[Found]:
    for match in _FACTOR.finditer(text):
        yield Found(match[0], "inn", match.start(), match.end(), STEM_RULE.name)
    words = {w for w in set(_TOKEN.findall(text)) if is_strong(w.lower())}
    if not words:
        return
    for match in re.finditer(r"\b(?:" + "|".join(sorted(map(re.escape, words))) + r")\b", text):
        start, end = match.start(), match.end()
        if start and text[start - 1] in "-‑’'" or text[end : end + 1] in ("-", "‑") and text[end + 1 : end + 2].isalpha():
            continue
        if text[start:end].lower().endswith("ase") or TARGET_AFTER.match(text, end) and not text[start:end].endswith("mab"):
            continue
        if text[start].isupper() and text[start:end].lower() not in words and _NAMESAKE.search(text[max(0, start - 30) : start]):
            continue
        tail = _SALT_AFTER.match(text, end)
        stop = tail.end() if tail else end
        if text[start].isupper() and re.match(r",? (?:[A-Z][a-z]|[A-Z]\.)", text[stop : stop + 6]):
            continue
        yield Found(text[start:stop], "inn", start, stop, STEM_RULE.name)


# ── names by what is said around them ───────────────────────────────────────────────────────────────────────────────

_APPOSED = re.compile(
    rf"\b{DRUG_NOUN}(?:,? (?:known as|called|named|designated|code[- ]named|identified as|dubbed))? ([a-z]{{6,}})\b{SUFFIX}"
)
_SALTED = re.compile(r"\b([A-Za-z][a-z]{5,}) (?:mono|di)?(?:hydrochloride|hydrobromide|mesylate|maleate|tartrate|besylate|fumarate|succinate|tosylate)\b")


def _apposed(text: str) -> Iterator[Found]:
    for match in _APPOSED.finditer(text):
        if is_weak(match[1]):
            yield Found(text[match.start(1) : match.end()], "inn", match.start(1), match.end(), APPOSED_RULE.name)
    for match in _SALTED.finditer(text):
        if is_weak(match[1].lower()) and match[1].lower() not in ("ammonium", "lithium"):
            yield Found(match[0], "inn", match.start(), match.end(), APPOSED_RULE.name)


_MARKED = re.compile(rf"\b([A-Z][A-Za-z]{{3,}}(?:-[A-Za-z0-9]+)?){_MARK}")
_NO_DRUG = re.compile(
    r"\b(?:software|platform|trademark|trade mark|mark|logo|assay|system|device|database|data|application|website|app|network|"
    r"technology|instrument|sequenc\w+|card|service|search engine|registered|library|engine)\b",
    re.I,
)
_DRUG_USE = re.compile(
    rf"\b(?:treat(?:s|ed|ing|ment)?|patients|tablets?|capsules?|cream|gel|injection|vaccine|drug|drugs|medicine|therapy|approved|"
    rf"NDA|BLA|prescri\w+|dos(?:e|es|ing)|indicated|net sales|(?:sold|marketed|sells|markets|launched) [^.;]{{0,60}}?\bfor [A-Za-z]+|{FORM}|for [a-z-]*(?:itis|osis|emia|oma|disease|syndrome|disorder))\b",
    re.I,
)
_SELLING = re.compile(
    r"\b(?:(?:compet(?:e|es|ed|ing|ition)|comparable) with|such as|(?:sales|launch|approval|sale|marketing) of|(?:brand|trade|proprietary|product|commercial) names?|"
    r"(?:under|by) the (?:trade|brand)? ?names?|(?:marketed|sold|launched|approved|distributed|prescribed|branded|sells it|markets it) (?:in [A-Z][\w ]{2,30} )?(?:as|under the names?))(?: of)? (?=[“\"‘'A-Z])"
)
_SOLD = re.compile(
    r"(?P<mark>®|™|\(R\)|\(TM\))?(?: \([a-z][a-z -]{4,40}\))?,? (?:(?:which|that) (?:is (?:now )?)?(?:[\w&.,’'-]+ ){0,6}?(?:sells|markets|sold|marketed|launched|distributes|makes|promotes|approved)|"
    r"(?:is |are |was |were |has been |, )?(?:currently |now |already )?(?:marketed|sold|launched) (?:by|in|for|since|as|under|throughout)|"
    r",? an? (?:approved|marketed|prescription|licensed|commercial)|approved for|brought in \$)"
)


def _brands(text: str) -> Iterator[Found]:
    for match in _MARKED.finditer(text):
        near = text[max(0, match.start() - 90) : match.end() + 110]
        if _DRUG_USE.search(near) and not _NO_DRUG.search(text[max(0, match.start() - 30) : match.end() + 40]):
            yield Found(match[1], "brand", match.start(1), match.end(1), BRAND_RULE.name)
    for match in _SELLING.finditer(text):
        named = _after(text, match.end())
        if named and named[2] != "code":
            near = text[max(0, match.start() - 140) : named[1] + 120]
            if DOMAIN.search(near) and _DRUG_USE.search(near) and not _NO_DRUG.search(near):
                form = named[0]
                begin = named[1] - len(form)
                if form[0].isupper() and not re.match(r"(?:®|™)? ?(?:\(|[a-z,.;:])|$", text[named[1] : named[1] + 3]):
                    continue
                yield Found(form, named[2], begin, named[1], BRAND_RULE.name)
    for match in _SOLD.finditer(text):
        left = re.search(r"(?:^|[\s“\"(])([A-Za-z][A-Za-z]{4,}(?:-[A-Za-z0-9]+)?)\Z", text[max(0, match.start() - 40) : match.start()])
        if left is None:
            continue
        form = left[1]
        start = match.start() - len(form)
        near = text[max(0, start - 100) : match.end() + 120]
        if not DOMAIN.search(near) or not _DRUG_USE.search(near) or _NO_DRUG.search(near):
            continue
        if form.islower():
            if is_weak(form):
                yield Found(form, "inn", start, match.start(), BRAND_RULE.name)
        elif _capital(form) and (
            re.search(rf"(?:{DRUG_NOUN},? |with |of |, |^|\. |“|such as |exist, |and |or )\Z", text[max(0, start - 24) : start], re.I)
        ):
            yield Found(form, "inn" if is_strong(form.lower()) else "brand", start, match.start(), BRAND_RULE.name)


# ── two names of one drug ───────────────────────────────────────────────────────────────────────────────────────────

_PARENTHESIS = re.compile(r"\(([^()]{2,60})\)")
_INNER = re.compile(
    rf"(?:or |the )?(?:also |formerly |previously |now |originally |then |once |later )*(?:known |called |designated |named |referred to |marketed |sold )?"
    rf"(?:as |under the name )?(?:the )?[“\"‘']?({CODE_SHAPE}|[A-Za-z][A-Za-z]{{3,}}(?:-[A-Z0-9][A-Za-z0-9]*)?{SUFFIX})[”\"’']?{_MARK}?"
    rf"(?:,? (?:{FORM}|gel|for injection))?(?:,? \d+(?:\.\d+)?%)?(?:,? or [“\"‘']?({CODE_SHAPE})[”\"’']?)?\Z"
)


def _parentheses(text: str) -> Iterator[Link]:
    for match in _PARENTHESIS.finditer(text):
        inner = _INNER.match(match[1])
        if inner is None:
            continue
        at = match.start()
        left = _before(text, at - 1 if at and text[at - 1] == " " else at)
        if left is None:
            continue
        one, other = left[0], inner[1]
        kinds = (left[2], kind_of(other))
        if kinds[1] is None or one.lower() == other.lower():
            continue
        explicit = bool(re.match(r"(?:also |formerly |previously |now |originally |known |marketed |sold )", match[1]))
        if kinds == ("code", "brand") and not (explicit or text[match.end() - 2] in "®™" or is_weak(other.lower())):
            continue
        if kinds[0] == "brand" and not (
            kinds[1] == "inn" or text[at - 2 : at - 1] in "®™" or is_weak(one.split(" ")[0].lower()) and kinds[1] == "code"
        ):
            continue
        if kinds[0] == "inn" and kinds[1] == "brand" and not (explicit or "®" in match[1] or "™" in match[1] or other in known_brands()):
            continue
        if kinds[1] == "code" and kinds[0] == "code" and not explicit and _DIGITS.findall(one) == [] :
            continue
        if not DOMAIN.search(text[max(0, left[1] - 200) : match.end() + 200]):
            continue
        yield Link(one, other, left[1], match.end(), ALIAS_RULE.name)
        if inner[2]:
            yield Link(one, inner[2], left[1], match.end(), ALIAS_RULE.name)


_ALIAS = re.compile(
    r"(?P<verb>(?:which (?:is |was )?|that (?:is |was )?|now |from now on |also |previously |formerly |once |originally |initially |generically |internally |"
    r"better |to be |being |then |and |has been |is |was |will be )*(?:known|called|designated|named|renamed|referred to|marketed|sold|branded|developed|coded|code-named|identified)"
    r"(?: (?:within|at|by|in|to|inside|as|under|outside|internally|generically) [^,.;()]{1,40}?)?(?: as|,) (?:the )?(?=[“\"‘'A-Za-z]))"
    r"|(?P<plain>(?:formerly|previously|originally|now|then called|a/k/a|f/k/a|aka)(?: [A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}[’']s?)? (?=[“\"‘'A-Za-z]))"
    r"|(?P<which>which (?:[\w’'&.,-]+ ){1,6}?(?:call|calls|called|refers? to as|designates?|has designated|have designated|names?|named|knew as|knows? as|markets? as|sells? as|"
    r"markets? under the name|sells? under the name|renamed|will call|developed as|develops as) (?=[“\"‘'A-Za-z]))"
    r"|(?P<whose>whose (?:[a-z-]+ ){0,3}name (?:is|will be|was) (?=[“\"‘'A-Za-z]))"
    r"|(?P<or>or (?=[“\"‘'A-Za-z]))"
)
_ALIAS_GATE = re.compile(
    r"\b(?:known|called|designated|named|renamed|referred to|formerly|previously|originally|whose|coded|code-named|call|calls|designates?|knew as|markets?|marketed|"
    r"sells?|sold|branded|developed as|develops as|now|under the|name|or)\b"
)
_THEN = re.compile(r",? (?:and|but) (?:[a-z]+ ){0,4}?(?:by [A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3} )?(?:as|from now on|now|called) (?=[“\"‘'A-Za-z])")
_UNDER_NAME = re.compile(r"\bunder the (?:brand |trade |proprietary |commercial )?names? (?:of )?(?=[“\"‘'A-Z])")
_FORM_OF = re.compile(
    r",? (?:an?|our|the|its)(?: [a-z-]+){0,3} (?:form|formulation|version|salt|solution|preparation|crystal form) of (?:the )?(?:[a-z-]+ )?(?=[a-z])"
)


def _spoken(text: str) -> Iterator[Link]:
    """Links by words: "X, formerly Y", "X, known at Z as Y", "X … under the name Y"."""
    for match in _ALIAS.finditer(text):
        at = match.start()
        gap = text[max(0, at - 2) : at]
        if match["or"] and gap != ", ":
            continue
        other = _after(text, match.end())
        if other is None:
            continue
        one = _before(text, at - 1) if at and text[at - 1] == " " else None
        chained = _THEN.match(text, other[1])
        third = _after(text, chained.end()) if chained else None
        if match["or"] and (one is None or {one[2], other[2]} != {"code", "inn"} or text[other[1] : other[1] + 1] not in (",", ".", ")")):
            continue
        if one and "brand" in (one[2], other[2]) and "code" not in (one[2], other[2]) and not (match["verb"] and "inn" in (one[2], other[2])):
            one = None
        elif one and one[2] == "brand":
            one = None if not is_weak(one[0].lower()) and one[0] not in known_brands() and "®" not in gap else one
        if one and one[0].lower() != other[0].lower():
            yield Link(one[0], other[0], one[1], other[1], ALIAS_RULE.name)
        if third and "code" in (third[2], other[2]) and third[0] != other[0]:
            yield Link(other[0], third[0], at, third[1], ALIAS_RULE.name)
    for match in _FORM_OF.finditer(text):
        one = _before(text, match.start())
        other = _after(text, match.end())
        if one and other and one[2] == "code" and other[2] == "inn":
            yield Link(one[0], other[0], one[1], other[1], ALIAS_RULE.name)


def find_names(text: str) -> tuple[tuple[Found, ...], tuple[Link, ...]]:
    """Every drug name that `text` shows, in order of place, and every statement that two of them are one."""
    if not _GATE.search(text):
        return (), ()
    links = sorted({*_parentheses(text), *_spoken(text)}, key=lambda link: (link.start, link.end, link.other))
    found = [*_codes(text), *_stems(text), *_apposed(text), *_brands(text)]
    return tuple(sorted(set(found), key=lambda f: (f.start, f.end, f.form))), tuple(links)
