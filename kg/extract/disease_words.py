"""The words with which filings write diseases, as data: heads, endings, modifiers, and what is no disease."""

from __future__ import annotations

# Words before a disease that belong to its name as written.
MODIFIERS = frozenset(
    """mild moderate severe acute subacute chronic recurrent recurring relapsed relapsing refractory resistant
    persistent progressive advanced metastatic unresectable resectable inoperable invasive early late newly
    previously diagnosed treated untreated stage primary secondary tertiary idiopathic congenital hereditary familial
    inherited sporadic juvenile pediatric paediatric adult neonatal infantile childhood adolescent geriatric
    postmenopausal perimenopausal premenopausal senile wet dry neovascular proliferative diffuse localized localised
    generalized generalised systemic focal partial complex symptomatic asymptomatic active stable unstable
    complicated uncomplicated seasonal perennial nocturnal diabetic alcoholic nonalcoholic viral bacterial fungal
    parasitic disseminated locally moderately severely solid homozygous heterozygous obstructive nonobstructive
    cutaneous ocular canine feline equine bovine porcine small large non classic classical atypical typical
    intermittent episodic transient i ii iii iv iiia iiib iiic high low intermediate risk grade hormone dependent
    oral nasal lower upper post chronically critically androgenic vasospastic vasomotor decompensated indolent
    aggressive malignant benign wild type mutant mutated positive negative life threatening erosive nonerosive plaque
    inverse extensive lean transfusional bariatric deep superficial infected painful catheter related cystic
    noncystic fibrotic inflammatory autoimmune immune mediated hematologic hematological haematological heavily
    pretreated exudative geographic urge vernal postherpetic septic opioid back abdominal knee hip joint rapidly
    sudden mixed female male menopausal humoral postoperative perioperative vulvar vaginal
    allograft graft antitrypsin alpha-1
    slowly progressing hand foot scalp nail eyelid elbow shoulder wrist ankle heel limb breakthrough
    """.split()
)
# Endings of hyphenated modifiers: "HER2-positive", "castration-resistant", "hospital-acquired".
HYPHENATED = """positive negative mutant mutated resistant refractory associated induced related dependent independent
    mediated sensitive naive onset deficient amplified linked acquired stage risk type line transformed driven
    muscle experienced treated relapsed
    altered rearranged susceptible severe grade responsive releasing threatening degree
    specific fusion cell ineligible eligible small alcoholic invasive term herpetic operative surgical traumatic
    partum bariatric selected
    """.split()
LINKERS = frozenset({"or", "to", "and/or", "/"})
# Modifiers that "and" joins into one: "relapsed and refractory".
PAIRED = frozenset(
    "mild moderate severe relapsed relapsing refractory recurrent advanced metastatic unresectable".split()
)
# Words of the vocabularies that do not belong to a disease's name in running text.
NOT_BEFORE = frozenset(
    """the a an of in for with and or by to from on due patient patients drug drugs treatment therapy human other
    such various certain new novel potential clinical commercial additional several all any its our their his her
    this that these those both each some many most first last rare orphan common specific significant general medical
    serious major minor normal associated not no unspecified treat treating including prevent preventing develop
    developing target targeting as is are was were has have had against unmet debilitating devastating underlying
    following single topical market use being after before between if when while study studies trial trials phase
    subjects people women men children adults one two three four number lead product candidate program company
    research indication indications application worldwide vaccine intravenous investigational approved further
    possible suspected established confirmed proven existing concomitant
    """.split()
)
# Last words of diseases; a modifier must stand before them, except before those of ALONE.
HEADS = frozenset(
    """cancer carcinoma lymphoma leukemia leukaemia sarcoma tumor tumour malignancy malignancies neoplasm disease
    syndrome disorder infection deficiency deficiencies dystrophy dystrophies failure pain ulcer injury injuries
    atrophy anemia anaemia ataxia insufficiency degeneration impairment dysfunction hypertension obesity hyperplasia
    seizure spasm spasticity tremor dyskinesia overload rejection incontinence thrombosis embolism stroke hemorrhage
    bleeding burn wound fracture wart nausea vomiting mucositis addiction withdrawal dependence allergy allergies
    intolerance stenosis fibrosis lesion metastases defect retardation delay loss blindness edema exacerbation attack
    episode dementia depression anxiety psychosis hypogonadism acne erosion angina arrhythmia fibrillation infarction
    ischemia claudication shock sepsis symptoms cirrhosis encephalopathy fistula fissure scar pruritus itch
    constipation insomnia vertigo cachexia dyspepsia heartburn prurigo baldness cramp hyperkalemia overdose poisoning
    lipodystrophy toxicity cough cessation contraception infertility stature sleepiness hives wrinkle fatigue
    hiccups drooling agitation wheeze snoring enuresis halitosis pectoris tinnitus strabismus gravis emesis apnea bite
    sickness hemostasis dermatosis
    """.split()
) | {
    "use disorder",
    *("general anesthesia", "local anesthesia", "regional anesthesia", "procedural sedation", "pseudobulbar affect"),
    *("skin and skin structure infection", "skin and skin-structure infection", "skin and soft tissue infection"),
    *("skin structure infection", "dermatoses", "emergence agitation", "jet lag disorder", "shift work disorder"),
    *("nausea and vomiting", "vomiting and nausea", "signs and symptoms", "prurigo nodularis"),
    *("hot flash", "hot flashes", "hot flush", "hot flushes"),
}
# Heads that stand as an indication without any modifier; their plurals too.
ALONE = frozenset(
    """cancer pain stroke obesity hypertension sepsis lymphoma leukemia leukaemia sarcoma acne dementia depression
    anxiety psychosis carcinoma incontinence angina anemia anaemia mucositis spasticity cirrhosis hypogonadism nausea
    vomiting lipodystrophy wart seizure burn thrombosis pruritus constipation insomnia vertigo cachexia dyspepsia
    heartburn prurigo cough infertility contraception hives tinnitus hyperkalemia sunburn emesis
    """.split()
) | {"general anesthesia", "local anesthesia", "regional anesthesia", "procedural sedation", "pseudobulbar affect",
     "jet lag disorder", "shift work disorder", "skin and skin structure infection", "skin and soft tissue infection"}
# Endings by which a word looks like a disease.
ENDINGS = """itis osis emia aemia oma omata opathy opathies plegia penia uria algia odynia udynia philia rrhea rrhoea
    sclerosis ectasis iasis asthenia lepsy plasia dystonia megaly dystrophy dystrophies cystosis trophy ostomia
    ectasia pnea phagia paresis aplasia osmia gonadism thyroidism insulinism capnia natremia kalemia acusis
    dermatoses mycoses stenoses thromboses keratoses fibroses sclerosis scleroses amyloidoses
    """.split()
NOT_DISEASES = frozenset(
    """apoptosis mitosis meiosis symbiosis osmosis metamorphosis dosis aroma aromas diploma diplomas coma soma
    oklahoma tacoma sonoma roma academia bohemia homeopathy osteopathy allopathy naturopathy trophy phagocytosis
    endocytosis exocytosis hematopoiesis transcytosis pinocytosis ketosis hypnosis chroma stroma plasma glycemia
    euglycemia diagnosis prognosis diagnoses prognoses telepathy sympathy empathy apathy withdrawn allergic pediatric
    atrophy hypertrophy symptoma paloma loma chioma hybridoma hybridomas viremia
    phagocytoses electroosmosis electrodialysis
    """.split()
) - {"atrophy", "hypertrophy"}
# Heads that mostly mean something else in filings → the words one of which must stand before them.
WEAK = {
    head: frozenset(words.split())
    for heads, words in {
        "loss": "hair bone vision hearing weight muscle memory blood pregnancy fetal tooth visual sensorineural",
        "impairment": "cognitive hearing visual renal hepatic neurocognitive vision kidney motor speech memory "
        "neurological",
        "failure": "heart renal kidney liver hepatic respiratory cardiac ovarian organ graft intestinal pulmonary "
        "circulatory "
        "growth marrow",
        "defects defect": "birth septal tube cartilage bone epithelial corneal cardiac genetic retinal",
        "deficiency deficiencies": "hormone factor lipase deaminase antitrypsin iron vitamin enzyme immune "
        "testosterone "
        "carboxylase dehydrogenase oxidase synthase transferase kinase pituitary growth adrenal insulin phosphatase",
        "withdrawal dependence addiction": "alcohol opioid opiate nicotine cocaine heroin drug tobacco substance",
        "rejection": "transplant graft organ allograft kidney acute chronic renal heart",
        "injury injuries": "brain spinal cord kidney lung liver head traumatic reperfusion nerve muscle knee renal "
        "radiation",
        "delay": "puberty growth developmental pubertal",
        "shock": "septic cardiogenic hemorrhagic anaphylactic",
        "insufficiency": "adrenal renal pancreatic venous cardiac hepatic respiratory mitral aortic exocrine",
        "overload": "iron fluid volume",
        "attacks attack episodes episode": "heart ischemic panic hae acute asthma migraine bipolar depressive "
        "angioedema manic",
        "burns burn wounds wound scars scar lesions lesion fissures fissure": "thickness thermal deep "
        "chronic diabetic acute severe skin hypertrophic surgical pressure corneal anal",
        "erosions erosion toxicity intolerance exacerbations exacerbation symptoms": "corneal lactose glucose copd "
        "asthma hot vasomotor menopausal statin acute gastric bladder tract motor pulmonary",
        "degeneration atrophy": "macular retinal muscular spinal geographic system frontotemporal cerebellar disc "
        "lobar optic "
        "vaginal vulvar",
        "allergy allergies": "food peanut drug seasonal milk egg cat ragweed pollen dust",
        "cessation": "smoking tobacco nicotine",
        "stature": "short",
        "fatigue": "chronic cancer related",
        "agitation": "alzheimer acute dementia",
        "bleeding": "uterine menstrual gastrointestinal variceal perioperative surgical severe acute",
        "bite bites": "snake insect tick spider animal dog",
        "sickness": "motion altitude mountain sleeping decompression radiation serum sea",
        "apnea": "sleep obstructive central",
        "hemostasis": "surgical",
        "cramp cramps": "menstrual muscle leg",
        "episode episodes": "depressive manic hypoglycemic acute bleeding",
    }.items()
    for head in heads.split()
}
# Phrases that name no disease in particular.
TOO_GENERAL = frozenset(
    f"{modifier} {head}".strip()
    for modifier in (
        "",
        *"""rare orphan pediatric serious human other chronic active advanced stable progressive metastatic early
        residual measurable severe recurrent primary secondary stage critical infectious late common new""".split(),
        *("rare pediatric", "late stage", "early stage", "late-stage", "early-stage", "minimal residual"),
        "life-threatening",
    )
    for head in "disease diseases disorder disorders condition conditions".split()
) - {"infectious disease", "infectious diseases"} | frozenset(
    """infectious genetic loss symptoms toxicity delay failure lesions lesion metastases defects defect injury
    injuries episodes attacks rejection withdrawal bleeding dependence deficiency insufficiency dysfunction
    impairment degeneration overload wounds fractures shock exacerbations infection infections tumor tumors tumour
    tumours syndrome syndromes malignancy malignancies neoplasm neoplasms ulcer ulcers
    """.split()
)  # fmt: skip
# Abbreviations that filings use without saying what they stand for → the vocabulary's name.
KNOWN = {
    "ALS": "amyotrophic lateral sclerosis",
    "COPD": "chronic obstructive pulmonary disease",
    "NSCLC": "non-small cell lung carcinoma",
    "SCLC": "small cell lung cancer",
    "AML": "acute myeloid leukemia",
    "CLL": "chronic lymphocytic leukemia",
    "CML": "chronic myeloid leukemia",
    "NASH": "nonalcoholic steatohepatitis",
    "MASH": "metabolic dysfunction-associated steatohepatitis",
    "GERD": "gastroesophageal reflux disease",
    "ADHD": "attention deficit hyperactivity disorder",
    "AIDS": "acquired immunodeficiency syndrome",
    "HIV/AIDS": "acquired immunodeficiency syndrome",
    "HIV": "human immunodeficiency virus infectious disease",
    "HIV infection": "human immunodeficiency virus infectious disease",
    "HIV infections": "human immunodeficiency virus infectious disease",
    "DLBCL": "diffuse large B-cell lymphoma",
    "PTSD": "post-traumatic stress disorder",
    "COVID-19": "COVID-19",
    "AMD": "age-related macular degeneration",
    "DMD": "Duchenne muscular dystrophy",
    "GVHD": "graft-versus-host disease",
    "PNH": "paroxysmal nocturnal hemoglobinuria",
    "CIDP": "chronic inflammatory demyelinating polyneuropathy",
    "HCC": "hepatocellular carcinoma",
    "SLE": "systemic lupus erythematosus",
    "CTCL": "cutaneous T-cell lymphoma",
    "IPF": "idiopathic pulmonary fibrosis",
}
BODY = (
    "head and neck|head|neck|lungs?|breast|liver|kidney|bladder|brain|skin|eyes?|colon|rectum|prostate|ovary|"
    "pancreas|stomach|"
    "cervix|esophagus|thyroid|scalp|face|foot|feet|hands?|knees?|hip|nails?|toenails?|lower limbs?|upper limbs?|"
    "spine|heart|"
    "central nervous system|nervous system|bile ducts?|gastrointestinal tract|urinary tract|respiratory tract|"
    "urinary bladder"
)
ORGANISATIONS = (
    "Foundation|Society|Institutes?|Association|Cent(?:er|re)s?|Network|Alliance|Fund|Trust|Consortium|Hospital|"
    "Therapeutics|"
    "Pharmaceuticals?|Company|Corp(?:oration)?|Inc|Ltd|Campaign|Council|Coalition|Program|Initiative|League|Research|"
    "Clinic|"
    "Division|Department|Group|Laborator(?:y|ies)|Act|Journal|Conference|Symposium|Congress|Meeting|Partners|Solutions|"
    "Committee"
)
