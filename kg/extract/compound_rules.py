"""What finding drug names yields (`Found`, `Link`) and the rules by which it does, each with its examples."""

from __future__ import annotations

from dataclasses import dataclass

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
    "compound-code",
    1,
    "A research code beside words of drug development",
    (
        "Patients received QRX-117 in a Phase 2 trial.",
        "We license BNK 4410 for the treatment of asthma.",
        "We license the vaccine antigen WNV-E for patients.",
        "The agency designated ACM.113 an orphan medicine.",
        "Patients were given 177Lu-lorotide.",
        "The trial compared 177Lu-ABT-20 with standard care in patients.",
    ),
    (
        "The form required by Rule 24b-2 is filed.",
        "An antibody against PD-1 and CD19 was studied in patients.",
        "The trial HORIZON-2 enrolled patients.",
        "Two trials (CLARITY-1 and CLARITY-2) are under way in patients.",
        "Our monitors, the CMX-400 and the CMX-410e, are used in patients.",
        "The PMA, P090017, was approved by the FDA for patients.",
        "The merger of Acme Clinical Research Unit, Inc. (\"ACM-CRU\") helps patients.",
        "Our clinical site is in Bristol BS1 4QA.",
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
    ("Our antibody is a drug.", "The drug combination was tested.", "The vaccine against typhoid is sold."),
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
        "QRX-117, an oral inhibitor formerly designated BNK-4, is in trials.",
        "The compound BNK-4, which Holm will rename QRX-117, is in trials.",
    ),
    ("QRX-117 (worldwide) is licensed for patients.", "QRX-117 and QRX-118 are compounds in trials."),
    0.95,
)
COINED_RULE = Rule(
    "compound-coined",
    1,
    "A word of no language with a generic name's ending, where medicines are spoken of",
    (
        "After lefoprazan raised liver enzymes in three volunteers, the trial was stopped.",
        "Patients were on a stable dose of rosuvantane.",
        "Tolexafrin, a photosensitizer, is our lead product.",
    ),
    ("The proteasome and the exosome are studied.", "Hamiton, a city, has a hospital for patients."),
    0.9,
)
SLOT_RULE = Rule(
    "compound-slot",
    1,
    "A code or a coined word where only a product can stand: what rights, licences and verbs of selling are about",
    (
        "We owe our rights in OVT-2 to the Board of Regents.",
        "It may elect to license HXA-12 from the foundation.",
        "Holm gave up the exclusive licence for travazelam.",
        "We ceded to Holm all rights to develop and sell zentuzine.",
    ),
    (
        "The company sells model CM-400 monitors.",
        "We have an exclusive license to use the software.",
        "Rights to Phase 2 of the building were sold.",
    ),
    0.9,
)
LIST_RULE = Rule(
    "compound-list",
    1,
    "A brand that nothing else is called, or what stands in one list with a drug",
    (
        "Platelet inhibitors given to patients include aspirin, Trivextin and Plavix.",
        "QRX-117 failed in a trial in patients when combined with gemcitabine and Lexatane.",
    ),
    ("Patients took aspirin and Boston has a clinic.", "Patients were given aspirin, Placebo and water."),
    0.88,
)
LOUD_RULE = Rule(
    "compound-loud",
    1,
    "A brand in capitals, by what stands right beside it",
    (
        "Patients in the study took LUZARA for plaque psoriasis.",
        "The FDA approved RYLANTA (levotrine) capsules for patients.",
    ),
    (
        "The BRYTON trial enrolled patients. BRYTON is approved.",
        "Shares of KELMORA are listed for patients.",
        "THE BELMORA FOR ASTHMA treats patients.",
    ),
    0.87,
)
SCORED_RULE = Rule(
    "compound-scored",
    1,
    "A word that looks and stands as drugs' names do, weighed by a model of its look and of the words around it",
    ("Betrimorphan relieved pain after surgery in 40 patients.", "We hold all rights to PLX-Nav for gout."),
    ("Boston is home to patients with gout.",),
    0.85,
)
RULES = (
    SCORED_RULE, LOUD_RULE, LIST_RULE, COINED_RULE, SLOT_RULE, CODE_RULE, STEM_RULE, APPOSED_RULE, BRAND_RULE,
    ALIAS_RULE,
)  # fmt: skip
