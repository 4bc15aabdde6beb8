"""Words → do they look like a drug's name (a code, an INN stem, a brand)? And names found by their shape alone.

Shape never suffices for a code: words of drug development must stand nearby (`Domain`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kg.extract.compound_domain import Domain
from kg.extract.compound_rules import CODE_RULE, STEM_RULE, Found
from kg.extract.compound_stems import (
    CATION,
    DRUG_NOUN,
    FORM,
    NOT_CODE,
    NOT_CODE_BEFORE,
    NOT_SPACED,
    RELEASE,
    SUFFIX,
    TARGET_AFTER,
    is_strong,
    is_weak,
)
from kg.extract.late import late
from kg.extract.scan import cue

HYPHEN = "-‐‑–"
CODE_SHAPE = (
    rf"(?:\[?\d{{2,3}}(?:m)?[A-Z][a-z]?\]?[{HYPHEN}])?"  # isotope label: 177Lu-
    rf"(?:[A-Z]{{1,6}}[a-z]{{0,4}}(?:[{HYPHEN}][A-Z]{{2,5}})?(?:[{HYPHEN}]| ?/ ?)?\d{{1,8}}|[A-Z]{{2,5}} \d{{2,6}}|"
    rf"[a-z]{{1,3}}[A-Z]{{2,5}}[{HYPHEN}]?\d{{1,6}}|[a-z][A-Z]{{1,3}}[{HYPHEN}][A-Z]{{1,4}}\d{{1,4}}|"
    rf"[A-Z]{{2,6}}[{HYPHEN}](?:VAX|VAC|Vax|Vac))"
    rf"(?:[A-Za-z]\d{{0,4}}|[a-z]{{2,3}})?(?:[{HYPHEN}][A-Z0-9]{{1,6}}[a-z]{{0,2}})?"
)
_CODE = late(rf"(?<![\w.&’'·#])(?<![\w][{HYPHEN}])({CODE_SHAPE})(?![\w]|[.,]\d|[{HYPHEN}]\w|%|/[A-Z\d])")
_CODE_ONLY = late(rf"{CODE_SHAPE}\Z")
MARK = r"(?: ?(?:®|™|\(R\)|\(TM\)|\((?:r|tm)\)))"
NOT_NAMES = frozenset(
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
    "additional certain several various including controller system relief medicare medicaid congress "
    "internet microsoft windows oracle".split()
)


def is_code(text: str) -> bool:
    """Has `text` the shape of a research code, and is it none of the known other things of that shape?"""
    if not _CODE_ONLY.match(text) or NOT_CODE.match(text):
        return False
    head = re.match(r"[A-Za-z]+", text)
    return not (" " in text and (head is None or head[0] in NOT_SPACED))


def is_capital(word: str) -> bool:
    return len(word) >= 4 and word[0].isupper() and word.lower() not in NOT_NAMES


_NAME_BEFORE = late(
    rf"({CODE_SHAPE}|\b[A-Za-z][A-Za-z]{{3,}}(?:-[A-Z0-9][A-Za-z0-9]*)?{SUFFIX}){MARK}?"
    rf"(?: (?:{FORM}|gel|program|enzyme|antibody|protein|peptide|vaccine|compound))?[,;]? ?[“\"‘']?\Z"
)
_NAME_AFTER = late(
    rf"(?:the |an? |our |its )?[“\"‘']?({CODE_SHAPE}|[A-Za-z][A-Za-z]{{3,}}(?:-[A-Z0-9][A-Za-z0-9]*)?{SUFFIX})(?![\w"
    rf"])(?!{MARK}? [A-Z][a-z]+,? (?:Inc|Corp|Ltd|LLC))"
)


_CATION_FIRST = late(rf"{CATION} ", re.I)


def kind_of(name: str) -> str | None:
    """Kind of `name` by its look: "code", "inn" for a word with a drug's ending, "brand" for another capital."""
    if is_code(name):
        return "code"
    salt = _CATION_FIRST.match(name)
    first = (name[salt.end() :] if salt else name).split(" ")[0].split("-")[0]
    if salt and not (first.islower() and is_weak(first)):
        return None
    if first.islower() or (first.isupper() and len(first) > 5):
        return "inn" if is_weak(first.lower()) else None
    if is_strong(first.lower()):
        return "inn"
    return "brand" if is_capital(first) else None


def name_before(text: str, at: int) -> tuple[str, int, str] | None:
    """The name that ends at `at`: (form, start, kind)."""
    match = _NAME_BEFORE.search(text, max(0, at - 70), at)
    if match is None:
        return None
    kind = kind_of(match[1])
    return (match[1], match.start(1), kind) if kind else None


def name_after(text: str, at: int) -> tuple[str, int, str] | None:
    """The name that starts at `at`: (form, end, kind)."""
    match = _NAME_AFTER.match(text, at)
    if match is None:
        return None
    kind = kind_of(match[1])
    return (match[1], match.end(1), kind) if kind else None


_PUNCTUATION = ".,;:!?()[]“”‘’\"'®™*"
_SALT_AFTER = late(rf"{SUFFIX}")


# ── names by shape ──────────────────────────────────────────────────────────────────────────────────────────────────

_SPACED_CUE_BEFORE = late(
    rf"(?:\b{DRUG_NOUN}\s|\b(?:of|to|for|with|as|called|designated|developing|develop|test|tested|testing|given|"
    rf"dose|received|"
    r"and|or|in|on|evaluating|including|is|that|advance|advancing|study|our|using|add|licen[cs]ed?|licensing|"
    r"acquired?|call(?:s|ed)|named|sells?|selected|took|take)\s|[,:;]\s|[(“\"])$",
    re.I,
)
_SPACED_CUE_AFTER = late(
    r", (?:an?|the|our|its|which|now)\b|[’']s (?:lead|phase|develop)|,? (?:is an?|is the|is our|is in|is being|has "
    r"completed|entered|for the treatment)\b"
)
_TRIAL_AFTER = late(r"\s?(?:\(Phase|(?:clinical )?(?:trial|study|studies|trials)\b)")


_POSTCODE = late(
    r"[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|"
    r"(?:DK|SE|S|NO|N|FIN?|DE?|CH|AT?|FR?|BE?|LU?|NL|IT?|ES?|PL|CZ|SK|SI|HR|HU?|IS|LT|LV|EE)-\d{4,5} [A-Z][\w-]+"
)
"""BS1 4QA; DK-2100 Copenhagen."""
_PESTICIDE = late(rf"(?i:{MARK}? (?:bio)?(?:insecti|fungi|pesti|herbi)cide)")
_DEVICE = (
    r"(?:monitor|device|catheter|instrument|analy[sz]er|scanner|laser|stent|pump|defibrillator|ventilator|machine|"
    r"sequencer|microscope|camera|console|sensor|probe|printer|server|vehicle|aircraft)s?"
)
_DEVICE_BEFORE = late(
    rf"\b{_DEVICE},? (?:the |called |named |designated )?(?:[A-Z][A-Za-z]*-?\d+\w* and (?:the )?)?$"
)
_DEVICE_AFTER = late(rf" (?:[a-z]+ )?(?:{_DEVICE}|suites?|laborator(?:y|ies)|containment|facilit(?:y|ies))\b")
# "two trials (CLEAR-1 and CLEAR-2)", "the study, HORIZON-3,"
_TRIALS_BEFORE = late(
    r"\b(?:trials?|stud(?:y|ies)),? ?\(?(?:the |called |named |known as |designated )?"
    r"(?:[A-Z]{4,}-?\d+(?:,| and|, and) )*$"
)
_RELEASE = late(rf" {RELEASE}\b(?![-‑]\w)")
_CELL_END = late(rf"{MARK}?[\t\n]|{MARK}?$")
_CODE_SEED = late(rf"[A-Za-z\]][{HYPHEN}/]?\d|[A-Z] \d|[A-Z][{HYPHEN}]V[Aa][XxCc]")


LETTERED = late(
    r"\b(?:(?P<kind>compound|drug|molecule|candidate|antibody|vaccine|peptide|antigen|conjugate|construct|"
    r"immunotherapy|gene therapy|product) (?P<code>[A-Z]{3,5}[-‑][A-Z]{1,4})|(?P<vector>r?AAV\d{0,2}[-‑.][A-Z]\w{2,9}))"
    r"(?![\w-])"
)


def _lettered(text: str, matches: Iterable[re.Match[str]]) -> Iterator[Found]:
    """Codes without figures: "our antigen WNV-E", "rAAV-BCK"."""
    for match in matches:
        group = "code" if match["code"] else "vector"
        start, end = match.span(group)
        if not (TARGET_AFTER.match(text, end) or NOT_CODE.match(match[group] + "1")):
            yield Found(match[group], "code", start, end, CODE_RULE.name)


def _is_cell(layout: str, item: Found) -> bool:
    """Does a name fill a cell or a line of its own?"""
    begins = item.start == 0 or layout[item.start - 1] in "\t\n"
    return begins and _CELL_END.match(layout, item.end) is not None


def _of_firm(form: str, firms: Sequence[str]) -> bool:
    """Does a hyphened code begin as the name of a firm of the filing does ("FIN-31" of Finlay)?"""
    head, joint, _ = form.partition("-")
    return bool(joint) and len(head) > 2 and head.isupper() and any(f.upper().startswith(head) for f in firms)


def find_codes(
    text: str, layout: str, lettered: Iterable[re.Match[str]], near: Domain, firms: Sequence[str] = ()
) -> Iterator[Found]:
    """Codes near words of drug development; `lettered` are the matches of `LETTERED`."""
    done = -1
    heads: set[str] = set()
    waiting: list[tuple[str, Found]] = []
    for seed in (s for window in near.windows(text, 180) for s in _CODE_SEED.finditer(text, *window)):
        begin = text.rfind(" ", max(0, seed.start() - 16), seed.start() + 1) + 1
        if begin == 0:
            begin = max(0, seed.start() - 16) if seed.start() > 16 else 0
        match = _CODE.search(text, max(begin, done), seed.end() + 24) if seed.end() > done else None
        if match is None or match.end() < seed.end():
            continue
        form, start, end = match[1], match.start(1), match.end(1)
        done = end
        if NOT_CODE.match(form) and not _of_firm(form, firms):
            continue
        if _POSTCODE.match(text, start) or len(form) < 3 or not near(start, end, 180):
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
            waiting.append((head, Found(form, "code", start, end, CODE_RULE.name)))
            continue
        if len(head) >= 4 and head.isupper() and _TRIAL_AFTER.match(text, end):
            continue
        if _PESTICIDE.match(text, end) or _DEVICE_AFTER.match(text, end):
            continue
        before = text[max(0, start - 60) : start]
        if _DEVICE_BEFORE.search(before) or (len(head) >= 4 and head.isupper() and _TRIALS_BEFORE.search(before)):
            continue
        if TARGET_AFTER.match(text, end) and not re.search(r"\d{2}", form):
            continue
        heads.add(head)
        released = _RELEASE.match(text, end)
        if released:
            form, end = form + released[0], released.end()
        yield Found(form, "code", start, end, CODE_RULE.name)
    cells = Counter(head for head, item in waiting if _is_cell(layout, item))
    heads |= {head for head, times in cells.items() if times > 1 and len(head) > 2}
    for head, spaced in waiting:
        if head in heads and head not in NOT_SPACED:
            yield spaced  # another number of a series that is told as drugs: "CLR 131 … CLR 140"
    yield from _lettered(text, lettered)


_NAMESAKE = late(
    r"(?:\b(?:[A-Z][\w-]*|[A-Z]\.|Mr\.|Mrs\.|Ms\.|Dr\.|van|von|de)|[a-z]\)) $"
)  # a person's or a firm's other names
_FACTOR = late(
    r"\b[Ff]actor (?:VIIa|VII|VIII|IX|XIII|Xa|XI)\b(?! (?:constructs?|genes?|levels?|deficien|inhibit|activity|"
    r"assay|plasmid|protein|cDNA|sequence|padua|mimetic|bypass|product|replacement|concentrate|therap)|[-‑][a-z])"
)


_SUBTYPE = late(r" [A-Z]{1,2}\d?[a-zA-Z]?[- ](?:sub-?type )?receptor")


def find_stems(text: str) -> Iterator[Found]:
    for match in _FACTOR.finditer(text) if "actor " in text else ():
        yield Found(match[0], "inn", match.start(), match.end(), STEM_RULE.name)
    words = {
        w
        for w in {w.strip(_PUNCTUATION) for w in set(text.split(" ")) if len(w) > 5}
        if len(w) > 5 and w.isalpha() and w[1:].islower() and is_strong(w.lower())
    }
    if not words:
        return
    for match in cue(r"\b(?:" + "|".join(sorted(map(re.escape, words))) + r")\b").finditer(text):
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
        if _SUBTYPE.match(text, end):
            continue  # "vasopressin V2 receptor"
        tail = _SALT_AFTER.match(text, end)
        stop = tail.end() if tail else end
        if text[start].isupper() and re.match(r",? (?:[A-Z][a-z]|[A-Z]\.)", text[stop : stop + 6]):
            continue
        yield Found(text[start:stop], "inn", start, stop, STEM_RULE.name)
