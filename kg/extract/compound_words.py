"""A word → is it a coined one such as generic names are: an ending that they have, and no word of English?"""

from __future__ import annotations

import lzma
from functools import lru_cache

from kg.extract.compound_stems import _ENGLISH, _NOT_DRUGS, is_strong
from kg.extract.late import late
from kg.extract.vocabulary import DATA, load

_ENDINGS = tuple(
    "ine in im am om ol ole ide one ane ene ate il ix ex an or ac vert yl ax um id at ir el on ab ib et al ast "
    "ost os us ep ten ime ox".split()
)
# Words of biology, chemistry and trade that lists of English words do not hold.
_SCIENCE = late(
    r"(?:particles?|some|dextrin|peptide|nucleotide|globulin|feron|nucleoside|saccharide|glycan|lipid|protein|kinase|"
    r"chain|line|type|plasmid|virus|phage|toxin|toxoid|polymer|gen|omics|scope|gram|bead|sphere|assay|film|gel|"
    r"site|base|able|somal|ional|ical|ular|form|man|time|date|phone|wide|side|code|mail|store|scale|state|formulation|"
    r"(?:insecti|fungi|pesti|herbi|bacteri|viru|spermi|germi)cide|licensor|ion|strain|cell|blood|cillium|bacterium|coccus|bacter|monas|myces|plasma|soma|"
    r"phosphate|sulfate|acetate|benzoate|phthalate|acrylate|urethane|ethylene|propylene|silane|siloxane|cresol|phenol)$"
)
_OTHERS = frozenset(
    "biotech biopharma sublicensor hyaluronan alginate chitosan dextran fibronectin vitronectin laminin selectin "
    "integrin cadherin catenin ubiquitin chromatin telomerase caspase cathepsin calpain annexin keratin mucin "
    "lactoferrin transferrin ferritin agarose polylactide glycolide lactide poloxamer carbomer povidone crospovidone "
    "polysorbate sorbitan cytokeratin thymosin perforin granzyme interleukin interferon endothelin adiponectin "
    "neuropilin nectin galectin plectin claudin occludin tenascin periostin myostatin follistatin activin inhibin "
    "osteopontin resistin visfatin apelin orexin kisspeptin vaccinia adenoviral lentiviral retroviral intrathecal "
    "intranasal transdermal parenteral intradermal intravitreal subretinal sublingual transmucosal allosteric "
    "orthosteric isoform exosome epitope paratope aptamer glycoform antisense immunogen proteasome inflammasome "
    "retinoid triazole cannabinoid thiazole imidazole carbazole pyrazole indole azole tetrazole steroid opioid opiate "
    "sesquiterpene terpene flavone isoflavone catechin anthocyanin carotene lutein motilin ghrelin utrophin dystrophin "
    "antitrypsin cytokine chemokine thrombopoietin erythropoietin leukotriene prostaglandin thromboxane bradykinin "
    "cholecystokinin vasopressin oxytocin superoxide carbodiimide succinimide maleimide acrylamide ceramide glutamine "
    "leucovorin molluscum contagiosum haemophilus hemophilus "
    "microbiome epigenome proteome transcriptome metabolome kinome secretome interactome biobank biopharmaceutical "
    "nutraceutical radiopharmaceutical radiolabel excipient prodrug biosimilar biobetter teleradiology".split()
)


def has_shape(word: str) -> bool:
    """Has `word` (lower case) the length and the ending of a generic name, and none of an English word?"""
    plain = len(word) >= 7 and word.isascii() and word.isalpha()
    return plain and word.endswith(_ENDINGS) and not _ENGLISH.search(word)


_PREFIXES = (
    "non sub over under inter multi pre post anti bio micro nano neuro immuno photo radio chemo poly mono super auto "
    "cyto electro hyper hypo trans thermo cardio patho phyto"
).split()


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    return frozenset(lzma.decompress((DATA / "english-words.txt.xz").read_bytes()).decode().split())


@lru_cache(maxsize=1)
def _diseases() -> frozenset[str]:
    return frozenset(row[0] for row in load("disease-words"))


@lru_cache(maxsize=4096)
def is_coined(word: str) -> bool:
    """May `word` (lower case) be the generic name of a drug wherever a drug is spoken of?"""
    if is_strong(word):
        return True
    if not has_shape(word) or _SCIENCE.search(word) or word in _OTHERS | _NOT_DRUGS or _is_english(word):
        return False
    return not any(word.startswith(p) and _is_english(word[len(p) :]) for p in _PREFIXES)


def _is_english(word: str) -> bool:
    """Is `word` one that lists of English or of diseases hold ("anti" + "migraine", "bio" + "fungicide")?"""
    return word in _english() or word in _diseases()
