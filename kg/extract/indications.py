"""Text → diseases as a careful reader would underline them: with their modifiers, coordination resolved, vocabulary ids.

A mention starts from a core, which is a name of the vocabularies or a word that looks like a disease ("-itis",
"… syndrome"); it then grows to the left over modifiers ("relapsed or refractory") and to the right over complements
("with preserved ejection fraction", "associated with chronic hepatitis C"). "Duchenne and Becker muscular dystrophy" gives
two mentions. Abbreviations count where the document defines them (`abbreviations`), or where everybody knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.diseases import DiseaseIndex, disease_index
from kg.extract.spelling import fold
from kg.extract.vocabulary import load


@dataclass(frozen=True, slots=True)
class IndicationMention:
    """A disease at `[start, end)` of the text; `name` as written, completed where a coordination shares words.

    `ids` are vocabulary ids ("DOID:9538", "NCIT:C3242") of the disease, else of the nearest name inside the mention.
    """

    start: int
    end: int
    name: str
    ids: tuple[str, ...] = ()


# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_MODIFIERS = frozenset(
    """mild moderate severe acute subacute chronic recurrent recurring relapsed relapsing refractory resistant persistent progressive
    advanced metastatic unresectable resectable inoperable invasive early late newly previously diagnosed treated untreated stage
    primary secondary tertiary idiopathic congenital hereditary familial inherited sporadic juvenile pediatric paediatric adult
    neonatal infantile childhood adolescent geriatric postmenopausal perimenopausal premenopausal senile wet dry neovascular
    proliferative diffuse localized localised generalized generalised systemic focal partial complex symptomatic asymptomatic active
    stable unstable complicated uncomplicated seasonal perennial nocturnal diabetic alcoholic nonalcoholic viral bacterial fungal
    parasitic disseminated locally moderately severely solid homozygous heterozygous obstructive nonobstructive cutaneous ocular
    canine feline equine bovine porcine small large non classic classical atypical typical intermittent episodic transient
    i ii iii iv iiia iiib iiic high low intermediate risk grade hormone dependent oral nasal lower upper post chronically critically
    androgenic vasospastic vasomotor decompensated invasive indolent aggressive malignant benign wild type mutant mutated positive
    negative life threatening erosive nonerosive plaque inverse extensive lean transfusional bariatric
    deep superficial infected painful catheter related cystic noncystic fibrotic inflammatory autoimmune immune mediated
    hematologic hematological haematological heavily pretreated exudative geographic urge vernal postherpetic septic opioid back abdominal knee hip joint rapidly slowly progressing
    """.split()  # noqa: SIM905
)
_HYPHENATED = re.compile(
    r"(?:.*-)?(?:positive|negative|mutant|mutated|resistant|refractory|associated|induced|related|dependent|independent|mediated|"
    r"sensitive|naive|onset|deficient|amplified|linked|acquired|stage|risk|type|line|transformed|driven|experienced|treated|"
    r"relapsed|altered|rearranged|susceptible|severe|grade|responsive|releasing|threatening|degree|specific|fusion|cell|"
    r"ineligible|eligible|small|alcoholic|invasive|term|herpetic|operative|surgical|traumatic|partum|bariatric|selected)$",
    re.I,
)
_MARKER = re.compile(r"[A-Z]\d{2,4}[A-Z]$|[A-Z][A-Za-z]{0,4}\d{0,3}[A-Z]?\d?[+\-−–]$|(?:EGFR|HER2|KRAS|BRAF|ALK|FLT3|IDH\d?|PD-L1|ROS1|NTRK|MET|RET|BRCA\d?|ER|PR|KIT)$")
_LINKERS = frozenset({"or", "to", "and/or", "/"})
_PAIRED = frozenset("mild moderate severe relapsed relapsing refractory recurrent advanced metastatic unresectable".split())  # noqa: SIM905
_NOT_BEFORE = frozenset(  # words of the vocabularies that do not belong to a disease's name in running text
    """the a an of in for with and or by to from on due patient patients drug drugs treatment therapy human other such
    various certain new novel potential clinical commercial additional several all any its our their his her this that these those
    both each some many most first last rare orphan common specific significant general medical serious major minor normal
    associated not no unspecified treat treating including prevent preventing develop developing target targeting as is are was were
    has have had against unmet debilitating devastating underlying following single multiple-dose oral-dose topical market use
    being after before between if when while study studies trial trials phase subjects people women men children adults one two
    three four number lead product candidate program company research indication indications application worldwide potential vaccine
    intravenous investigational approved further possible suspected established confirmed proven existing concomitant
    """.split()  # noqa: SIM905
)
_HEADS = (
    r"nausea and vomiting|vomiting and nausea|signs and symptoms|cancers?|carcinomas?|lymphomas?|leuk(?:a)?emias?|sarcomas?|tumou?rs?|malignanc(?:y|ies)|neoplasms?|diseases?|syndromes?|disorders?|"
    r"infections?|deficienc(?:y|ies)|dystroph(?:y|ies)|failure|pain|ulcers?|injur(?:y|ies)|atroph(?:y|ies)|anemias?|ataxias?|insufficiency|"
    r"degeneration|impairment|dysfunction|hypertension|obesity|hyperplasia|seizures?|spasms?|spasticity|tremors?|dyskinesias?|overload|"
    r"rejection|incontinence|hot flash(?:es)?|hot flush(?:es)?|thrombosis|embolism|stroke|hemorrhage|bleeding|burns?|wounds?|fractures?|warts?|"
    r"nausea|vomiting|mucositis|addiction|withdrawal|dependence|allerg(?:y|ies)|intolerance|stenosis|fibrosis|lesions?|metastases|"
    r"defects?|retardation|delay|loss|blindness|edema|exacerbations?|attacks?|episodes?|dementia|depression|anxiety|psychosis|"
    r"hypogonadism|acne|erosions?|angina|arrhythmias?|fibrillation|infarction|ischemia|claudication|shock|sepsis|symptoms|"
    r"storage disease|cirrhosis|encephalopathy|fistulas?|fissures?|scars?|pruritus|itch|constipation|insomnia|vertigo|cachexia|dyspepsia|baldness|hair loss|cramps?|hyperkalemia|overdose|poisoning|toxicity|lipodystrophy"
)
_ALONE = frozenset(  # heads that stand as an indication without any modifier
    """cancer cancers pain stroke obesity hypertension sepsis lymphoma lymphomas leukemia leukemias sarcoma sarcomas acne dementia
    depression anxiety psychosis carcinoma incontinence angina anemia mucositis spasticity cirrhosis hypogonadism nausea vomiting
    lipodystrophy warts pruritus constipation insomnia vertigo cachexia dyspepsia seizures burns thrombosis""".split()  # noqa: SIM905
)
_MORPHOLOGY = (
    r"[a-z]{3,}(?:itis|[^n]osis|(?:at|er|ic|it|el|fibr|scler|sten|thromb|cyt|myc)oses|emia|emias|aemia|aemias|[^dr]oma|[^dr]omas|omata|opathy|opathies|plegia|penia|uria|algia|[ou]dynia|philia|"
    r"rrh(?:o)?ea|sclerosis|ectasis|iasis|asthenia|lepsy|plasia|dystonia|megaly|dystrophy|dystrophies|cystosis|inism|trophy|ostomia|"
    r"ectasia|pnea|phagia|paresis|keratosis|keratoses|syndrome|aplasia|osmia|opia|gonadism|thyroidism|capnia|natremia|kalemia|acusis)"
)
_NOT_DISEASES = frozenset(
    """apoptosis mitosis meiosis symbiosis osmosis metamorphosis dosis aroma diploma coma soma oklahoma tacoma sonoma roma academia
    bohemia multimedia homeopathy osteopathy allopathy naturopathy trophy phagocytosis endocytosis exocytosis hematopoiesis diagnoses
    prognoses phenotypia symptoma transcytosis pinocytosis utopia myopathia ketosis anastomosis hypnosis genoma carcinoma-free copia
    cornucopia ethiopia haemophilus symposia media encyclopedia chromosoma autophagia antihyperplasia anticoagulia psychotherapy
    stroma glycemia euglycemia viremia bacteriuria plasma toma idioma pathosis diagnosis prognosis telepathy sympathy empathy apathy
    dystopia withdrawn allergic syncope pediatric""".split()  # noqa: SIM905
)
_CORE = re.compile(rf"(?<![a-z0-9])(?:({_MORPHOLOGY})|({_HEADS}))(?![a-z0-9])")
_BODY = (
    r"(?:head and neck|head|neck|lung|lungs|breast|liver|kidney|bladder|brain|skin|eye|eyes|colon|rectum|prostate|ovary|pancreas|stomach|"
    r"cervix|esophagus|thyroid|scalp|face|foot|feet|hand|hands|knee|knees|hip|nails?|toenails?|lower limbs?|upper limbs?|spine|heart|"
    r"central nervous system|nervous system|bile ducts?|gastrointestinal tract|urinary tract|respiratory tract|urinary bladder)"
)
_COMPLEMENT = re.compile(
    rf"(?: with (?:preserved|reduced|mid-range) ejection fraction| types? (?:[IVX]{{1,4}}|\d[A-Da-d]?|[A-D])\b| of (?:the )?{_BODY}(?: (?:and|or) {_BODY})?(?!\w)"
    r"| (?:caused by|due to|with) [A-Z][a-z]+(?:\.|[a-z]{2,}) [a-z]{4,}| (?:[A-E])(?= infections?\b))"
)
_JOIN = re.compile(
    r" (?:with|without|(?:that (?:is|are) )?(?:associated with|related to|due to|caused by|secondary to|resulting from|induced by|following|complicated by|"
    r"(?:with )?progression to)|in (?=the setting of))(?: the| a| an)? "
)
_ORGANISATION = re.compile(
    r"['’]?s?(?: (?:[A-Z][\w&-]*|and|of|for))*? (?:Foundation|Society|Institutes?|Association|Cent(?:er|re)s?|Network|Alliance|Fund|Trust|Consortium|Hospital|"
    r"Therapeutics|Pharmaceuticals?|Company|Corp(?:oration)?|Inc|Ltd|Campaign|Council|Coalition|Program|Initiative|League|Research|Clinic|"
    r"Division|Department|Group|Laborator(?:y|ies)|Act|Journal|Conference|Symposium|Congress|Meeting|Partners|Solutions|Committee)\b"
)
_ORGANISATION_BEFORE = re.compile(r"(?:National|American|European|International|Leukemia & |Leukemia and |Society of|Institute of|Centers for|Institute for|Association for|Society for|Foundation for|Institutes? on|Journal of) ?$")
_NOT_AFTER = re.compile(r"[ -](?:cells?|factors?|antigens?|necrosis factor|suppressor|inhibitory|microenvironment|markers?|biology|biopsy|biopsies|virus(?!es? infection| infection)|drugs?\b(?= delivery))\b", re.I)
_PREFIXED = re.compile(r"(?:anti|pro|counter)[-‐‑–]?$", re.I)
_KNOWN = {  # abbreviations that filings use without saying what they stand for → the vocabulary's name
    "ALS": "amyotrophic lateral sclerosis", "COPD": "chronic obstructive pulmonary disease", "NSCLC": "non-small cell lung carcinoma",
    "SCLC": "small cell lung cancer", "AML": "acute myeloid leukemia", "CLL": "chronic lymphocytic leukemia",
    "CML": "chronic myeloid leukemia", "NASH": "nonalcoholic steatohepatitis", "MASH": "metabolic dysfunction-associated steatohepatitis",
    "GERD": "gastroesophageal reflux disease", "ADHD": "attention deficit hyperactivity disorder", "AIDS": "acquired immunodeficiency syndrome",
    "HIV": "human immunodeficiency virus infectious disease", "DLBCL": "diffuse large B-cell lymphoma", "PTSD": "post-traumatic stress disorder",
    "COVID-19": "COVID-19", "IPF": "idiopathic pulmonary fibrosis", "HIV/AIDS": "acquired immunodeficiency syndrome",
    "HIV infection": "human immunodeficiency virus infectious disease",
}  # fmt: skip
_KNOWN_CORE = re.compile(r"(?<![\w-])(?:HIV infections?|" + "|".join(sorted(map(re.escape, _KNOWN), key=len, reverse=True)) + r")(?![\w-])")
_TOO_GENERAL = frozenset(
    phrase.strip()
    for phrase in     """disease|diseases|rare disease|rare diseases|orphan disease|orphan diseases|pediatric disease|pediatric diseases|rare pediatric disease|
    rare pediatric diseases|serious disease|serious diseases|infectious|human disease|human diseases|genetic|other diseases|other cancers|loss|
    symptoms|toxicity|delay|failure|lesions|lesion|metastases|defects|defect|injury|injuries|episodes|attacks|rejection|withdrawal|bleeding|
    dependence|deficiency|insufficiency|dysfunction|impairment|degeneration|overload|wounds|fractures|shock|exacerbations|infection|infections|
    tumor|tumors|tumour|tumours|disorder|disorders|syndrome|syndromes|malignancy|malignancies|neoplasm|neoplasms|ulcer|ulcers|primary disease|
    chronic disease|chronic diseases|active disease|advanced disease|stable disease|progressive disease|metastatic disease|early disease|
    net loss|primary loss|partial loss|critical|secondary loss|chronic use|residual disease|measurable disease|minimal residual disease|severe disease|
    acute toxicity|chronic toxicity|systemic toxicity|stage disease|late stage disease|early stage disease|rapid|primary defects|recurrent disease|
    power failure|market withdrawal|early withdrawal|systems failure|system failure""".split("|")
)  # fmt: skip


# ── finding ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=1)
def _vocabulary_words() -> frozenset[str]:
    return frozenset(row[0] for row in load("disease-words")) - _NOT_BEFORE


_ADJECTIVE = re.compile(r"[a-z]{2,}(?:al|ic|ary|ous|ar|ive|oid|ant|ile|otic|atic|ian|ured|ated|eal|ial)$")


_EPONYM = re.compile(r"(?!Compan|Licens|Patient|Part)[A-ZÀ-Þ][\w-]+['’]s?$|[A-ZÀ-Þ][a-zß-ÿ]{3,}(?:-[A-ZÀ-Þ][\w-]+)*$")
_SYMBOL = re.compile(r"(?!FDA|EMA|NDA|IND|BLA|US|EU|UK|Phase|TNF)[A-Z][A-Z0-9]{2,6}$")  # a gene: "CDKL5 deficiency disorder"


def _grows(word: str, generic: bool) -> bool:
    """Whether the word before a disease belongs to it; before a generic head ("disease") more words do."""
    low = word.lower()
    if low in _MODIFIERS or _MARKER.match(word) or ("-" in word and _HYPHENATED.match(word)):
        return True
    if low in _NOT_BEFORE:
        return False
    folded = fold(low)
    known = folded in _vocabulary_words() or all(part in _vocabulary_words() for part in folded.split())
    if generic:
        return known or bool(_EPONYM.match(word) or _SYMBOL.match(word))
    return known and bool(_ADJECTIVE.match(folded.split()[-1]))


# heads that mostly mean something else in filings → the words one of which must stand before them
_WEAK = {
    head: frozenset(words.split())
    for heads, words in {
        "loss": "hair bone vision hearing weight muscle memory blood pregnancy fetal tooth visual sensorineural",
        "impairment": "cognitive hearing visual renal hepatic neurocognitive vision kidney motor speech memory neurological",
        "failure": "heart renal kidney liver hepatic respiratory cardiac ovarian organ graft bone-marrow intestinal pulmonary circulatory growth marrow",
        "defects defect": "birth septal tube cartilage bone epithelial corneal cardiac genetic retinal",
        "deficiency deficiencies": "hormone factor lipase deaminase antitrypsin iron vitamin enzyme immune testosterone carboxylase dehydrogenase "
        "oxidase synthase transferase kinase pituitary growth adrenal insulin phosphatase",
        "withdrawal dependence addiction": "alcohol opioid opiate nicotine cocaine heroin drug tobacco substance",
        "rejection": "transplant graft organ allograft kidney acute chronic renal heart",
        "injury injuries": "brain spinal cord kidney lung liver head traumatic reperfusion nerve muscle knee renal radiation",
        "delay": "puberty growth developmental pubertal",
        "shock": "septic cardiogenic hemorrhagic anaphylactic",
        "insufficiency": "adrenal renal pancreatic venous cardiac hepatic respiratory mitral aortic exocrine",
        "overload": "iron fluid volume",
        "attacks attack episodes episode": "heart ischemic panic hae acute asthma migraine bipolar depressive angioedema manic",
        "burns burn wounds wound scars lesions": "partial-thickness thermal deep chronic diabetic acute severe skin hypertrophic surgical pressure corneal",
        "erosions erosion toxicity intolerance exacerbations flushes symptoms": "corneal lactose glucose copd asthma hot vasomotor menopausal "
        "statin acute gastric bladder tract motor",
        "degeneration atrophy": "macular retinal muscular spinal geographic system frontotemporal cerebellar disc lobar optic vaginal vulvar",
        "tolerance allergy allergies": "food peanut drug seasonal milk egg cat ragweed pollen dust",
    }.items()
    for head in heads.split()
}


def _weak_alone(surface: str) -> bool:
    """"capital loss": a weak head without one of its words."""
    words = surface.lower().split()
    wanted = _WEAK.get(words[-1])
    return wanted is not None and not any(part in wanted for word in words[:-1] for part in (word, *word.split("-")))


def _first_word(text: str, start: int) -> str:
    return re.split(r"[\s-]", text[start : start + 40], maxsplit=1)[0].lower()


def _left(text: str, floor: int, start: int, generic: bool) -> int:
    """Where a mention whose core begins at `start` begins with its modifiers."""
    if start > floor and text[start - 1] in "-‐‑–/":  # inside a hyphenated word: all of it
        back = text.rfind(" ", floor, start) + 1
        start = max(back, floor) if start - back < 40 else start
    best = start
    position = start
    linked = False
    modified = _first_word(text, start) in _MODIFIERS  # a name like "refractory multiple myeloma" brings its own
    for _ in range(9):
        if position <= floor or text[position - 1] != " ":
            break
        back = max(text.rfind(" ", max(floor, position - 60), position - 1) + 1, floor)
        word = text[back : position - 1]
        if not word or position - back > 40:
            break
        bare = word.lstrip("([“\"‘'")
        paired = bare.lower() == "and" and _first_word(text, best).lower() in _PAIRED
        if (paired or bare.lower() in _LINKERS) and (best < start or modified) and not linked:
            linked = True
            position = back
            continue
        if word[-1] in ",;:.)" or not bare:
            break
        if not _grows(bare, generic and not linked):
            break
        if linked and bare.lower() not in _MODIFIERS and not ("-" in bare and _HYPHENATED.match(bare)):
            break
        best = position = back + (len(word) - len(bare))
        linked = False
        if bare != word:
            break
    return best


def _cores(text: str, folded: str, base: int, index: DiseaseIndex, short: re.Pattern[str] | None) -> list[tuple[int, int, str]]:
    """Disjoint cores `(start, end, kind)` by position; of two that overlap the longer one, or the earlier."""
    found = [(start, end, "name") for start, end in index.spans(folded)]
    for hit in _CORE.finditer(folded):
        if hit[1]:
            if hit[0] not in _NOT_DISEASES:
                found.append((hit.start(), hit.end(), "name"))
        else:
            found.append((hit.start(), hit.end(), "head"))
    found += [(hit.start() - base, hit.end() - base, "known") for hit in _KNOWN_CORE.finditer(text, base, base + len(folded))]
    if short is not None:
        found += [(hit.start() - base, hit.end() - base, "defined") for hit in short.finditer(text, base, base + len(folded))]
    found.sort(key=lambda core: (core[0], -core[1]))
    kept: list[tuple[int, int, str]] = []
    for core in found:
        if kept and core[0] < kept[-1][1]:
            if core[1] - core[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = core
            continue
        kept.append(core)
    return [core for core in kept if folded[core[0] : core[1]] not in _NOT_DISEASES]


def find(text: str, start: int = 0, end: int | None = None, abbreviations: Mapping[str, str] | None = None) -> list[IndicationMention]:
    """Diseases in `text[start:end]`, left to right. `abbreviations` are the document's own (see `abbreviations_of`)."""
    end = len(text) if end is None else end
    index = disease_index()
    folded = fold(text[start:end])
    short = _either(tuple(sorted(abbreviations))) if abbreviations else None
    mentions: list[IndicationMention] = []
    floor = start
    cores = _cores(text, folded, start, index, short)
    number = 0
    while number < len(cores):
        core_start, core_end, kind = cores[number]
        number += 1
        first, last = core_start + start, core_end + start
        if first < floor or _PREFIXED.search(text, max(floor, first - 8), first) and _prefixed(text, floor, first):
            continue
        begin = _left(text, floor, first, kind == "head")
        # neighbours: "prostate | cancer", "thrombocytopenia associated with | chronic hepatitis C"
        while number < len(cores):
            following = cores[number][0] + start
            gap = text[last:following]
            touching = gap in (" ", "-") and (text[following].islower() or not text[following - len(gap) - 1].islower() or _title(text[begin:last]))
            if folded[cores[number][0] : cores[number][1]] == "symptoms" and touching:
                break
            if touching or (gap.count(" ") < 9 and _join(text, last, following)):
                last = cores[number][1] + start
                if kind != "defined" and not (kind == "head" and cores[number][2] == "head"):
                    kind = "name"
                number += 1
            else:
                break
        more = _COMPLEMENT.match(text, last, end)
        if more:
            last = more.end()
        surface = text[begin:last]
        low = surface.lower()
        if kind == "head" and begin == first and not more and low not in _ALONE:
            continue
        if kind == "head" and not more and _weak_alone(surface):
            continue
        if low in _TOO_GENERAL or _not_a_disease(text, floor, begin, last):
            continue
        written = surface
        if kind == "defined" and abbreviations:
            written = _either(tuple(sorted(abbreviations))).sub(lambda hit: abbreviations[hit[0]], surface)
        mentions += _coordinated(text, floor, begin, last, written, index)
        floor = last
    return mentions


def _title(surface: str) -> bool:
    return all(word[:1].isupper() for word in surface.split())


def _prefixed(text: str, floor: int, first: int) -> bool:
    found = re.search(r"(?<!\w)(?:anti|pro|counter)[-‐‑–]?$", text[max(floor, first - 9) : first], re.I)
    return found is not None


def _join(text: str, last: int, following: int) -> bool:
    """Whether text between two cores makes them one disease: a joining phrase, then only modifiers."""
    joined = _JOIN.match(text, last, following + 1)
    if not joined:
        return False
    return all(_grows(word, True) for word in text[joined.end() : following].split())


def _not_a_disease(text: str, floor: int, begin: int, last: int) -> bool:
    """Organisations ("Cystic Fibrosis Foundation") and parts of other names ("tumor necrosis factor")."""
    if _NOT_AFTER.match(text, last):
        return True
    head = text[begin:last].split()[-1]
    if head[0].isupper() and not head.isupper():
        if _ORGANISATION.match(text, last, last + 80):
            return True
        if _ORGANISATION_BEFORE.search(text[max(0, begin - 24) : begin]):
            return True
    return False


_AND = re.compile(r"(?:([\w-]+(?: [\w-]+)?), )?(?:([\w-]+(?: [\w-]+)?), )?([\w-]+(?: [\w-]+)?),? (?:and|or|and/or) $")
_AND_LAST = re.compile(r" (?:and|or|and/or) (type )?([A-Z]|[IVX]{1,4}|\d[a-z]?)\b(?![-\w])")


def _coordinated(text: str, floor: int, begin: int, last: int, written: str, index: DiseaseIndex) -> Iterator[IndicationMention]:
    """The mention, with those that share its last words before it ("breast and ovarian cancer") and its first after it."""
    shared: list[IndicationMention] = []
    before = _AND.search(text[max(floor, begin - 80) : begin])
    if before:
        words = written.split()
        for part in before.groups():
            for piece in _tails(part):
                named = next((name for cut in range(1, len(words)) if index.ids(name := " ".join((piece, *words[cut:])))), None)
                if named:
                    place = text.rfind(piece, max(floor, begin - 80), begin)
                    shared.append(IndicationMention(place, last, named, index.ids(named)))
                    break
    yield from shared
    yield IndicationMention(begin, last, written, _ids(written, index))
    after = _AND_LAST.match(text, last)
    if after and len(written.split()) > 1:
        name = written.rsplit(" ", 1)[0] + " " + after[2]
        ids = index.ids(name)
        if ids:
            yield IndicationMention(begin, after.end(), name, ids)


def _tails(part: str | None) -> Iterator[str]:
    """The words of a conjunct that may belong to a disease, longest first."""
    words = (part or "").split()
    while words:
        yield " ".join(words)
        words = words[1:]


def _ids(name: str, index: DiseaseIndex) -> tuple[str, ...]:
    """Ids of the whole name, else of its longest ending that is known, else of the first name inside it."""
    cut = _COMPLEMENT.search(name) or _JOIN.search(name)
    for part in (name, name[: cut.start()] if cut else ""):
        words = part.split()
        for begin in range(len(words)):
            found = index.ids(" ".join(words[begin:]))
            if found and (begin == 0 or not cut or part is not name):
                return found
    folded = fold(name)
    for start, end in index.spans(folded):
        return index.ids(folded[start:end])
    words = name.split()
    return index.ids(_KNOWN[words[-1]]) if words and words[-1] in _KNOWN else ()


# ── abbreviations ───────────────────────────────────────────────────────────────────────────────────────────────────

_SHORT = re.compile(r"\((?:or |the )?[“\"‘]?([A-Z][A-Za-z0-9/&-]{0,8}[A-Z0-9a-z])[”\"’]?(?:[,;][^()]{0,40})?\)")


@lru_cache(maxsize=256)
def _either(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")(?![\w-])")


def long_form(before: str, short: str) -> str | None:
    """The words at the end of `before` that `short` abbreviates (Schwartz & Hearst 2003), or None.

    >>> long_form("patients with multiple myeloma", "MM")
    'multiple myeloma'
    """
    letters = [c for c in short.lower() if c.isalnum()]
    most = min(len(letters) + 5, len(letters) * 2)
    words = before.split(" ")[-most:]
    initials = words[-len(letters) :]
    if [word[:1].lower() for word in initials] == letters:
        return " ".join(initials)
    window = " ".join(words)
    low = window.lower()
    if len(low) != len(window):
        return None
    position = len(low)
    for number in range(len(letters) - 1, -1, -1):
        position = low.rfind(letters[number], 0, position)
        while number == 0 and position > 0 and low[position - 1].isalnum():
            position = low.rfind(letters[0], 0, position)
        if position < 0:
            return None
    found = window[position:]
    return found if len(found) > len(short) and len(found.split()) <= most else None


def abbreviations_of(text: str) -> dict[str, str]:
    """Every abbreviation defined in parentheses after what it stands for: {"MM": "multiple myeloma"}; the first wins."""
    found: dict[str, str] = {}
    for hit in _SHORT.finditer(text):
        short = hit[1]
        if short in found or sum(c.isupper() for c in short) < 2:
            continue
        long = long_form(text[max(0, hit.start() - 160) : hit.start()].rstrip(), short)
        if long:
            found[short] = long
    return found


def disease_abbreviations(text: str) -> dict[str, str]:
    """Those of `abbreviations_of` that stand for diseases: what `find` wants."""
    kept = {}
    for short, long in abbreviations_of(text).items():
        inside = find(long)
        if inside and inside[-1].end == len(long) and inside[0].start == 0:
            kept[short] = long
    return kept
