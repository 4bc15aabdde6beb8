"""Word lists for telling drug names from other words: INN stems, salts, dosage forms, and codes that are no drugs.

The stems are those of the WHO's public list "The use of stems in the selection of International Nonproprietary Names",
typed here as endings. A strong ending makes a word a drug name by itself, a weak one only beside a cue.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.late import late
from kg.extract.vocabulary import load

STRONG = tuple(
    "mab tinib ciclib rafenib parib lisib zomib degib sertib metinib brutinib anib cept kinra leucel parvovec gliptin "
    "gliflozin glitazone sartan vastatin prazole conazole fungin floxacin cycline cillin mycin micin bactam penem "
    "oxacin "
    "navir tegravir buvir asvir previr ciclovir amivir vudine citabine dronate dipine olol azepam zolam setron triptan "
    "grel gatran rivaroxaban xaban parin teplase poetin grastim plestim tocog relin relix glutide tide pressin nersen "
    "mersen siran rsen ligene taxel tecan rubicin platin trexate trexed bine mustine sulfan limus imod fenacin "
    "terol caine "
    "semide oxetine pramine triptyline peridone apine spirone idone prazole piprazole perone bamate gabalin racetam "
    "toin "
    "barbital fentanil codone nidazole quine caftor lukast afil sentan ciguat prost methasone nisone sonide asone "
    "onide "
    "trelix steride lutamide trozole oxifene dronic calcitol ermin stim pril vaptan pitant orexant gepant tapide "
    "semtide dasvir virine vir stat nib glinide formin fibrate zolid rifamycin ectin antel nidazole thromycin "
    "lipase dutant dopa giline capone tirom tretin orphine orphanol traline thiazide olamine xetan ximab zumab umab "
    "pidem coxib arotene kacin kiren profen rinone tadine troban prant calcet clax trapib rasib "
    "racil cogin irudin fiban tilide kalim azoline azosin benazine lofensin carnil clone zepine iptan tant".split()
)
WEAK = tuple(
    "ine in ol ole ide one ane ene ate il ix ex an ase am en ac vert yl ax um id at ir el on ab ib et al il ast".split()
)
# Words with a strong ending that are no drug names (among words of seven letters and more).
_ORDINARY = frozenset(
    "concept except accept intercept precept percept peptide polypeptide oligopeptide dipeptide glycopeptide "
    "nucleotide "
    "oligonucleotide dinucleotide polynucleotide riptide statin statins thermostat rheostat hemostat cryostat "
    "photostat "
    "transgene antigene oncogene autogene phosgene hydrogene medicine machine engine combine turbine carabine "
    "columbine "
    "concubine outline antibody antibodies gasoline elapine alpine porcupine vaccine cytokine chemokine magazine "
    "headline "
    "discipline baseline pipeline guideline deadline airline online genuine routine marine determine examine imagine "
    "decline define refine confine combine combines woodbine sabine wolverine doctrine "
    "endorphine phone telephone milestone cornerstone limestone someone everyone anyone alone hormone testosterone "
    "ribozyme enzyme standalone cyclone capstone stone bone backbone ozone zone keystone acetone silicone gemstone "
    "nightstand elephant participant defendant abundant attendant redundant constant assistant resistant instant "
    "distant important consultant accountant tenant pregnant relevant reactant irritant inhabitant hesitant reluctant "
    "militant mutant pollutant surfactant coolant lubricant adjutant protestant contestant combatant octant resultant "
    "exultant blatant extant remnant entrant repentant concomitant disinfectant decongestant antidepressant stimulant "
    "relaxant coagulant anticoagulant immunosuppressant expectorant antioxidant clone subclone monoclone eigene eugene "
    "celestial magazine comparing preparing sparing appearing declaring sharing clearing ngene april habitat gene "
    "monastir souvenir reservoir memoir savoir choir elixir antonym interim verdict direct inspect prospect suspect "
    "unspent expect aspect lipase proteinase telomerase kinase lentivir retrovir adenovir acyclovir "
    "mongrel petrel minstrel scoundrel whippoorwill terrible incredible fluorine chlorine iodine glycerine praline "
    "saccharine tangerine submarine aquamarine gabardine sardine jardine argentine valentine clementine christine "
    "pauline caroline josephine ernestine augustine justine celestine bernadine guillotine quarantine serpentine "
    "turpentine nicotine libertine byzantine levantine florentine palestine philippine trampoline mandoline coastline "
    "waistline neckline hotline timeline lifeline streamline underline borderline storyline byline skyline frontline "
    "mainline pantomime adrenaline gelatine margarine nectarine figurine latrine tambourine intestine pristine "
    "clandestine feminine masculine canine feline equine bovine porcine divine saline benign bamboo uracil councilvir "
    "grandstand genetic pharmacogene nonprofit pergolat gonadotropin spirochete prostate phosphate substrate".split()
)
# Endogenous or household substances that a table of ingredients also lists.
_NOT_DRUGS = frozenset(
    "glucose cholesterol calcium sodium potassium magnesium oxygen nitrogen water alcohol ethanol iron zinc copper "
    "silver "
    "carbon hydrogen peroxide nitrous helium sulfur sulphur fluoride chloride bromide citrate phosphate acetate "
    "lactate "
    "testosterone estrogen progesterone cortisol hormone protein gelatin lanolin petrolatum glycerin starch sucrose "
    "dextrose fructose mannitol sorbitol honey pectin cellulose talc kaolin charcoal menthol camphor caffeine nicotine "
    "cocaine heroin morphine cannabis marijuana latex rubber arsenic mercury lead selenium chromium manganese cobalt "
    "iodine urea vitamin pollen venom antigen vaccine plasma serum albumin globulin fibrin fibrinogen collagen elastin "
    "keratin creatine creatinine carnitine choline inositol lecithin lysine leucine glycine alanine arginine taurine "
    "tyrosine tryptophan histidine histamine serotonin dopamine melatonin lutein lycopene papain pepsin lipase amylase "
    "lactase protease silicone simethicone dimethicone octinoxate oxybenzone titanium paraffin beeswax acid placebo "
    "ginger garlic ginseng soybean wheat barley tobacco cotton coconut almond orange lemon grape oatmeal mouse "
    "angiotensin renin bradykinin leptin ghrelin prolactin somatostatin gastrin secretin hemoglobin haemoglobin "
    "myoglobin bilirubin transferrin ferritin "
    "laminin actin myosin tubulin cadherin integrin attractant controller roadmap chickenpox smallpox insulin tubulin "
    "human horse rabbit chicken turkey pepper mustard nutmeg vanilla cinnamon peppermint eucalyptus alfalfa house "
    "carbapenem penem anthracycline anthrax anticholinergic benzodiazepine dihydropyridine bisphosphonate quinolone "
    "transthyretin huntingtin synuclein fibrillin frataxin progranulin sclerostin hepcidin ferroportin uromodulin "
    "podocin nephrin cystatin filaggrin eotaxin neurotrophin neuregulin heregulin kallikrein prekallikrein "
    "clusterin calprotectin mesothelin survivin hypocretin lipocalin homocysteine globotriaosylceramide semaphorin "
    "properdin immunotoxin myoblast osteoblast fibroblast radioimmunotherapy "
    "fluoroquinolone oxazolidinone glycylcycline sulfonylurea thiazolidinedione nucleoside taxane "
    "aluminum ammonia benzoin insulin thrombin trypsin hemin sodium polyvinyl povidone triclosan isopropyl coal tar "
    "coffee candida rosemary lavender chamomile cherry apple banana peach carrot tomato potato salmon oyster "
    "shrimp".split()
)

SALT = (
    r"(?:mono|di|tri|hemi|sesqui)?(?:hydrochloride|hydrobromide|mesylate|mesilate|besylate|besilate|tosylate|tosilate|"
    r"maleate|malate|tartrate|bitartrate|fumarate|succinate|citrate|acetate|sulfate|sulphate|phosphate|lactate|nitrate|"
    r"sodium|potassium|calcium|disodium|carbonate|magnesium|meglumine|tromethamine|pamoate|palmitate|propionate|"
    r"furoate|valerate|"
    r"acetonide|etexilate|medoxomil|cilexetil|axetil|pivoxil|disoproxil|alafenamide|edisylate|esylate|olamine|arginine|"
    r"hyclate|stearate|bromide|chloride|iodide|xinafoate|decanoate|enanthate|dihydrate|monohydrate)"
)
CATION = (
    r"(?:(?:di|tri)?(?:sodium|potassium)|calcium|magnesium|zinc|lithium|ferr(?:ic|ous)|alumin(?:i)?um|strontium|silver|"
    r"bismuth|ammonium)"
)
"""What stands first in the name of a salt: "sodium oxybate"."""
RELEASE = r"(?:ER|XR|SR|CR|XL|ODT)"
SUFFIX = (
    rf"(?: (?:{SALT}|alfa|beta|gamma|pegol|vedotin|emtansine|deruxtecan|ozogamicin|tiuxetan|mafodotin|pendetide|"
    rf"autoleucel|ciloleucel|vicleucel|vec|alfa-2[ab]|beta-1[ab]|[a-z]+parvovec|[a-z]+leucel|{RELEASE}\b))*"
)
FORM = (
    r"(?:tablets?|capsules?|cream|gel|ointment|lotion|lacquer|patch(?:es)?|injection|infusion|suspension|solution|"
    r"drops|"
    r"spray|film|inhaler|inhalation|powder|syrup|foam|implant|suppositor(?:y|ies)|pen|pump|nebulizer|granules|lozenge|"
    r"(?:oral|topical|ophthalmic|nasal|intranasal|intravenous|subcutaneous|extended[- ]release|sustained[- ]release|"
    r"delayed[- ]release|controlled[- ]release|transdermal|inhaled|otic|rectal|vaginal|for injection) [a-z]+)"
)
# What a drug is called when it is not called by its name; singular, as heads of noun phrases.
DRUG_NOUN = (
    r"(?:compound|drug|medicine|medication|molecule|substance|agent|therap(?:y|eutic)|treatment|product|"
    r"candidate|"
    r"antibod(?:y|ies)|vaccine|peptide|octapeptide|protein|glycoprotein|enzyme|hormone|cytokine|oligonucleotide|"
    r"antisense|"
    r"sirna|plasmid|biologic|biosimilar|inhibitor|antagonist|agonist|modulator|blocker|activator|antagonists|agonists|"
    r"inhibitors|analogs?|analogues?|prodrug|retinoid|steroid|corticosteroid|opioid|antibiotic|antifungal|antiviral|"
    r"triazole|statin|chelator|scavenger|ligand|conjugate|immunotherapy|radiotherapeutic|cannabinoid|kinase|"
    r"cephalosporin|macrolide|carbapenem|fluoroquinolone|nucleoside|interferon|toxin|mimetic|degrader|stimulator|"
    r"bispecific|fusion protein|gene therapy|cell therapy|small molecule|antidepressant|anticonvulsant|antipsychotic|"
    r"cytotoxic|anesthetic|analgesic|antiemetic|antihistamine|bronchodilator|diuretic|sedative|stimulant|eye ?drops?|"
    rf"lead|construct|derivative|formulation|{FORM})"
)
# Left of a number, words that make it something else than a drug.
NOT_CODE_BEFORE = late(
    r"(?:\b(?:rules?|regulations?|sections?|forms?|schedules?|items?|notes?|exhibits?|ex|exh|annex|appendix|suite|"
    r"ste|room|rm|"
    r"floor|unit|bldg|building|box|apt|no|nos|number|numbers|file|files|page|pages|part|parts|chapter|title|article|"
    r"articles|paragraph|clause|table|figure|fig|level|class|series|type|grade|stage|tier|category|version|release|act|"
    r"patent|patents|application|serial|lot|grant|protocol|study|trial|route|highway|interstate|exit|gate|hwy|us|u\.s|"
    r"asc|asu|fas|sfas|fin|eitf|sab|sop|apb|ias|ifrs|iso|ich|cfr|usc|code|fsp|fasb|statement|statements|topic|"
    r"subpart|subtopic|fiscal|fy|q|quarter|week|weeks|day|days|month|months|year|years|vol|volume|issue|id|cusip|isin|"
    r"aircraft|airbus|boeing|model|engine|flight|vessel|tel|telephone|fax|phone|zip|irs|ein|cik|sic|naics|license no|"
    r"licence no|contract|agreement no|invoice|order|account|block|parcel|zone|district|ward|highway|nct|register|"
    r"icd|dsm|ctcae|mutation|mutations|chromosome|exon|codon|serotype|serotypes|genotype|strain|strains|receptor|"
    r"receptors|gene|genes|anti|cells|hla|nasdaq|nyse|ftse|russell|index|bulletin|circular|notice|order|resolution)"
    r"[ .#:‑-]{0,3}|[#$€£¥§/@_=]|\b(?:anti|[a-z]{3,})[-‑])$",
    re.I,
)
# Codes by whose letters alone one sees that they are no drugs.
NOT_CODE = late(
    r"(?!(?:MAR|APR|SEPT?|CAD|AUD|SEK|ART|PL|RM|HR|RD)-\d{3,6}$|"
    r"(?:NTD?|HKD?|NIS|DM|FF|CDN|INR|SGD|ILS|NOK|DKK|CHF|BRL|MXN|"
    r"KRW)-\d{2,6}$)"  # "APR-246": with a hyphen no date, no money
    r"(?:(?:Q|FY|H|CY|W|D|M|T|N|P|V|G|E|L|R|K|F|S|A|B|C|I|X|Y|Z|J|U|O)[- ‑]?\d{1,2}(?![\d-])|"
    r"(?:RMB|DKK|SEK|NOK|USD|EUR|GBP|CHF|JPY|CAD|AUD|NZD|HKD?|NTD?|INR|KRW|ILS|NIS|BRL|MXN|SGD|US|CDN|DM|FF|"
    r"JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC|JANUARY|MARCH|APRIL|AUGUST|OCTOBER|"
    r"NO|NOS|NOTE|NOTES|ITEM|ITEMS|PAGE|PART|FORM|RULE|SEC|SFAS|FAS|ASC|ASU|EITF|FIN|SAB|SOP|APB|IAS|IFRS|ISO|ICH|FSP|"
    r"EX|EXH|EXHIBIT|ART|SECTION|SUITE|STE|ROOM|BOX|RM|FL|AVE|ST|RD|APT|UNIT|BLDG|CIK|EIN|IRS|SIC|ID|REF|VOL|"
    r"PHASE|PH|TYPE|CLASS|TIER|LEVEL|GRADE|STAGE|DAY|WEEK|YEAR|MONTH|TABLE|FIG|FIGURE|SCHEDULE|ANNEX|TITLE|"
    r"CUSIP|ISIN|TEL|FAX|PO|ACT|CFR|USC|PL|HR|AICPA|PCAOB|COSO|"
    r"CD|IL|PD|PDL|PD-L|HER|HLA|GLP|GIP|NK|CTLA|VEGFR?|FGFR?|FGF|PDGF|EGFR?|TGF|TNF|IFN|IGF|BRCA|COX|GPR|TLR|CCR|"
    r"CXCR|CCL|CXCL|LAG|TIM|MMP|HIF|SGLT|DPP|PCSK|APOC|APOL|APOE|APOA|FXR|PPAR|JAK|TYK|STAT|BTK|PDE|PARP|MEK|ERK|"
    r"AKT|CDK|HSP|KRAS|"
    r"IDH|FLT|ALK|NTRK|MUC|GD|SOX|SOD|TDP|LRRK|SMN|EZH|BCL|MCL|PRMT|HDAC|BRD|SSTR|CRF|KCNQ|TRPV|TRPM|NMDA|GABA|PSMA|"
    r"BCMA|"
    r"HIV|HPV|HCV|HBV|HSV|CMV|EBV|RSV|HTLV|COVID|SARS|MERS|CoV|HHV|VZV|JC|BK|H\dN|AAV|Ad|"
    r"HEK|CHO|HELA|VERO|PC|THP|ECOG|NYHA|DSM|ICD|ACR|PASI|DAS|EDSS|SF|EQ|HbA|FEV|UPDRS|MMSE|CDR|EASI|IGA|ADAS|"
    r"SLEDAI|PK|PD|QT|"
    r"NYSE|EUDRACT|ISRCTN)[- ‑]?\d+[A-Z]?(?:-\d+)?$|"
    r"(?:AND|OR|OF|TO|IN|AT|BY|THE|FROM|THRU|ON|AS|IS)(?:[- ‑]\d+|\d{1,2})[A-Z]?(?:-\d+)?$|NCT[- ‑]?\d{5,}$|(?:P|K|H|"
    r"DEN|BK|BP|BN|STN)[- ‑]?\d{6}(?:/S\d+)?$|"
    r"(?:AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|IA|IL|IN|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|"
    r"OK|OR|PA|"
    r"RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|[A-Z]{4,})[ -]\d{5}(?:-\d{4})?$|(?:US|EP|WO|JP|PCT|D|A|CH|F|B)[- "
    r"]?\d{4,}[A-Z]?$|"
    r"(?:Alpha|Beta|Gamma|Delta|Kappa|Sigma|Lambda|Omega)[- ‑]?\d{1,2}[a-z]?$|"
    r"[A-Z]\d{1,4}[A-Z]$|P450s?$|MCF-?7$|CYP\d\w*$|(?:NASDAQ|RUSSELL|FTSE|MSCI)-?\d+$|HT-?29$|"
    r"(?:S|F|N|G|K|SB)-\d{1,2}[A-Z]{0,2}$)"
)
# Spaced letters and figures ("CLR 131") are drugs only when the letters are none of these.
NOT_SPACED = frozenset(
    "II III IV VI VII VIII IX XI XII AM PM AD BC OK UK EU UN USA DNA RNA CEO CFO COO CMO SEC FDA EMA NIH CDC IPO "
    "IRS CPA LLC INC "
    "LTD LLP PLC CORP NEW TOP ALL OUR ITS HAS HAD WAS ARE FOR BUT NOT ONE TWO PER VIA NET TAX TOTAL ABOUT OVER UP "
    "NASDAQ NYSE OTC "
    "TSX LSE TSE S&P DOW GAAP EPS ROI EBITDA USD CLASS PLAN FORTUNE GLOBAL INDEX ANNUAL REPORT".split()
)
DOMAIN = late(
    r"\b(?:compound|drug|drugs|candidate|candidates|antibody|antibodies|vaccine|peptide|protein|enzyme|inhibitors?|"
    r"antagonists?|agonists?|analogs?|analogues?|modulator|molecule|therap(?:y|ies|eutics?)|clinical|preclinical|"
    r"trials?|"
    r"phase (?:[1-4]|i{1,3}|iv)|patients?|dos(?:e|ed|es|ing)|indications?|orphan|fast track|"
    r"\bIND\b|\bNDA\b|\bBLA\b|\bMAA\b|tumou?rs?|cancers?|diseases?|syndrome|oligonucleotide|sirna|"
    r"plasmid|treatment|treat|marketed|licen[sc]e[sd]?|licensing|sublicen[sc]ed?|gene therapy|"
    r"develop(?:s|ed|ing|ment)?|efficacy|tolerated|placebo|studies|study|pharmac\w+|formulation|biologic|cream|gel|"
    r"tablets?|vaccines|antigens?|ointment|medicines?|treats|treated|treating|antibiotic|"
    r"film|spray|capsules?|injection|exclusive (?:rights|option)|discover(?:y|ed)|lead product|royalt(?:y|ies)|"
    r"approv(?:ed|al))\b",
    re.I,
)
TARGET_AFTER = late(
    r"[- ](?:receptors?|genes?(?! therap)|mutations?|mutant|mutated|rearrange(?:d|ments?)|fusions?|alterations?|"
    r"translocations?|deletions?|gain-of-function|loss-of-function|positive|negative|kinase|inhibit(?:or|ors|ion)|"
    r"antagonists?|agonists?|"
    r"antibod(?:y|ies)|modulators?|blockers?|blockade|pathways?|expressi(?:on|ng)|expressed|signaling|levels?|specific|"
    r"targeted|directed|proteins?|cells?|cell lines?|analogs?|analogues?|vectors?|capsids?|serotypes?|promoter|"
    r"blood counts?|checkpoint|ligands?|"
    r"deficien(?:t|cy)|[a-z]{3,}(?:osis|emia|aemia|oma|pathy|trophy|uria|itis)|syndrome|disease|index|amplified|"
    r"infections?|virus|vaccines?|conjugates?|high|low)\b",
    re.I,
)


_OTHER_ENDINGS = frozenset(
    "acarbose afoxolaner altrenogest amitraz amlexanox artemether cefaclor cefepime cefixime cefotaxime cefpodoxime "
    "ceftazidime ceftiofur ceftizoxime cefuroxime ciclopirox crofelemer cromolyn deferasirox diltiazem efavirenz "
    "eltrombopag ezetimibe fondaparinux hydroxyurea icatibant lactulose maraviroc pegvisomant plerixafor podofilox "
    "pralidoxime sevelamer spinosad succimer tegaserod thiotepa ticagrelor trimethoprim".split()
)
"""Ingredients whose endings are no others'."""


@lru_cache(maxsize=1)
def known_drugs() -> frozenset[str]:
    """Single-word ingredient names (lower case) of the table of brands, without food, salts and the body's own."""
    names = set()
    for row in load("brands"):
        for part in row[1].lower().split(" / "):
            word = part.split(" ")[0]
            plain = word.endswith(STRONG + WEAK) and not _ENGLISH.search(word)
            if len(word) >= 6 and word.isalpha() and (plain or word in _OTHER_ENDINGS):
                names.add(word)
    return frozenset(names - _NOT_DRUGS - _ORDINARY - _COMMON)


@lru_cache(maxsize=1)
def known_brands() -> frozenset[str]:
    """Single-word brand names as printed ("Humira"): drugs only beside a cue, since many are also ordinary words."""
    return frozenset(row[0] for row in load("brands") if row[0].isalpha() and len(row[0]) >= 5)


_CLASSES = ("peptide", "nucleotide", "nucleoside")  # "a synthetic pentapeptide": what it is, not what it is called


@lru_cache(maxsize=1 << 16)
def is_strong(word: str) -> bool:
    """Is `word` (lower case) a drug name by its ending, or a known ingredient?"""
    if len(word) < 6 or word in _ORDINARY or word in _NOT_DRUGS or word.endswith(_CLASSES):
        return False
    return word in known_drugs() or (len(word) >= 7 and word.endswith(STRONG))


_ENGLISH = late(
    r"(?:ive|ed|ing|al|ly|tion|sion|ment|ness|ity|able|ible|ous|ary|ory|ic|ist|ism|ship|ence|ance|ent|ant|ers?|ors?|"
    r"ies|"
    r"less|ful|ward|wise|ures?|ages?|ics|tions|ments|ated|ized|ised|ish|ery|ency|ancy|acy|tude|th|ght|ck|nd|"
    r"(?<!a)st|rd|ss|ys|es)$"
)
_COMMON = frozenset(
    "combination program programs platform library line license licence regimen design class family portfolio "
    "market markets "
    "supply label action plan form based alone called known named designated itself discovery which whose where "
    "when that this "
    "these those them they then than there their with within without under until upon through from into about "
    "against among "
    "after before during again also been being both each every have having here itself made make more most much "
    "must only "
    "other over same some such under very well were what while will would because between could should never since "
    "approval administration agreement amount area base body brand case company control country data date deal "
    "delivery "
    "effect field firm group human leader level list maker makers name names patent patents price product products "
    "profile "
    "program project range rate region result results review right rights role sale sales school science score series "
    "service side site size space specialist sponsor staff stage standard state status step store study substance "
    "success "
    "system target team technology term test tests thing time title tool total trade trial trials type unit usage "
    "use user "
    "users value vector vectors version world year common general formula reaction option volume genome serum plasma "
    "domain origin margin design campaign domain certain obtain contain remain maintain retain sustain explain "
    "again plain chain main "
    "brain strain grain pain gain train european american african asian german italian spanish christian russian "
    "veteran human woman women "
    "children citizen often even open seven eleven given taken driven written proven kitchen broken chosen token "
    "screen green "
    "income outcome someone anyone alone phone undisclosed outside inside beside decide provide divide guide wide "
    "worldwide nationwide "
    "code mode episode decade trade grade upgrade private corporate climate estimate candidate mandate update "
    "template associate "
    "tablet increase decrease disease release purchase lease database anhydrase pheromone ointment compound factor "
    "conjugate influenza typhoid hepatitis moderate separate duplicate alternate ultimate "
    "appropriate approximate adequate accurate immediate intermediate aggregate "
    "relate create state rebate debate donate locate generate operate facilitate negotiate evaluate terminate "
    "designate initiate "
    "site white write invite despite definite finite granite opposite composite website favorite appetite satellite "
    "petite "
    "parent normal several capital total final annual control enrol school protocol symbol alcohol capitol bureau "
    "vessel "
    "channel personnel panel model novel travel level label hotel fuel counsel council civil april detail email "
    "retail fail until "
    "profile mobile while agile fragile sterile juvenile infantile volatile hostile textile percentile quartile "
    "versatile "
    "minimum maximum medium premium museum forum album platinum aluminum momentum spectrum referendum memorandum "
    "continuum optimum "
    "focus bonus virus status campus census surplus genus thus versus consensus stimulus apparatus placebo "
    "basis analysis synthesis diagnosis prognosis crisis thesis emphasis hypothesis axis tennis this "
    "fast breakfast contrast forecast broadcast coast least northeast southeast midwest broadcast overcast "
    "steadfast program diagram exam team stream cream dream system item".split()
)


def is_weak(word: str) -> bool:
    """May `word` (lower case, one word) be a drug name beside a cue? It has an ending drugs have, no English one."""
    if len(word) < 6 or not word.isalpha() or word in _COMMON or word in _ORDINARY or word in _NOT_DRUGS:
        return False
    if word in known_drugs():
        return True
    return (word.endswith(WEAK) and not _ENGLISH.search(word)) or is_strong(word)
