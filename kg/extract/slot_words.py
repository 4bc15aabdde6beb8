"""Words that end names of firms and bodies which have no legal form; words that no name holds or that only open a sentence."""

# ruff: noqa: E501 — lists of words read better in few lines

from __future__ import annotations

TRADE_TAIL = frozenset(
    "Bio Biotech Bioscience Biosciences Bio-Science Biologie Biologics Biologicals Biologica Biothérapies Biotherapies Biotherapie Biochem Biochemical Biochemicals "
    "Biomedical Biomed Biomedica Bioindustries Biofarma Biopharma Biopharm Biotechnology Biotechnologies Bionics Biosystems Biotec Biologika "
    "Pharma Pharm Pharmaceutical Pharmaceuticals Pharmaceutics Pharmacal Pharmachem Pharmaceutica Farma Farmaka Farmakeftiki Therapeutics Therapeutix Therapies Therapy Thérapeutique "
    "Sciences Science Lifesciences Neurologics Neuro Neurosciences Neuroscience Otologics Dermatologics Dermatology Dermatique Allergenics Ophthalmics Ophthalmology "
    "Oncology Oncologics Onco Cardio Cardiology Cardiovascular Vascular Respiratory Pulmonary Renal Ortho Orthopedics Orthopaedics Dental Hearing Vision Optics Ocular Retina "
    "Hepatics Urologics Urology Endocrine Metabolics Metabolic Immune Immunology Immunologics Immunotherapies Immuno Genetics Gene Genes Genomics Genetix Genomix Proteomics Peptides Proteins Antibodies "
    "Vaccines Vaccine Serum Sera Plasma Biologic Cell Cells Cellular Cytogenetics Enzymes Lipids Polymers Biopolymers Molecules Molecular Chemistry Chemical Chemicals Chemie Chimie Chemicos Química "
    "Chimica Kagaku Kasei Kogyo Kōgyō Yakuhin Seiyaku Seiki Shoji Shokai Seizai Sangyo Kaihatsu Kenkyusho Radiopharma Radiopharmaceuticals Radiologics Imaging Diagnostics Dx Rx "
    "Medical Medicals Medica Medico Medicines Medicine Médicaments Medicamentos Medicamenta Medicinal Medtech Medisch Surgical Devices Instruments Implants Healthcare Health Wellness Care Labs Lab Laboratories "
    "Laboratoires Discovery Research Recherche Ricerca Forschung Investigación Development Developments Innovations Innovation Technology Technologies Tech Systems Solutions Delivery "
    "Products Brands Generics Remedies Cures Drugs Medicinals Nutrition Nutritionals Nutraceuticals Nutrients Botanicals Extracts Naturals Foods Cosmetics Dermaceuticals "
    "Industries Industrie Industria Enterprises Works Werke Manufacturing Supply Supplies Imports Exports Trading Distribution Distributors "
    "Group Gruppe Groep Holding Holdings International Worldwide Global Partners Partnership Associates Royalty Royalties Royalties "
    "Robotics Analytics Informatics Digital Software Networks Sensors Biosensors Optronics Photonics Materials Plastics Agro Agri AgriSciences Seeds Crop Animal Veterinary Vet Animale "
    "Salute Santé Sante Salud Saúde Gesundheit Arzneimittel Impfstoffe Hygiene Frères Fratelli Brothers Bros Sons Fils Söhne Zonen Töchter Hermanos Nordic Nordica Asia Europe Canada Japan China Korea Iberia Italia France Deutschland "
    "İlaç Ilac Lék Léčiva Gyógyszer Gyógyszergyár Farmaceutica Farmaceutici Farmacêutica Farmacéutica Farmaceutico Farmaceutyczny Degrader Biomaterials Biomolecules Nanomedicine Nano Nanosystems Therapix Venoms Toxins Isotopes".split()
)
"""Last words of a firm's name."""
GENERAL_TAIL = frozenset(
    "Technology Technologies System Systems Tech Software Digital Network Networks Products Development Developments Solutions Delivery Global Distribution Materials Research Care Science Health Innovation "
    "Manufacturing Asia Europe Canada Japan China Korea France Italia Italy Supply Supplies Vision Hearing Imaging Discovery Sensors Gene Cell Vaccine Vaccines Therapy Therapies Serum Plasma Cells Polymers Lipids Molecules Chemistry Antibodies Peptides Royalty Trading".split()
)
"""Those that as often end the name of a thing: at least one word before them must be no ordinary one."""
FINANCE = frozenset("Capital Bank Banque Bancorp Securities Advisors Advisers Equity Lending Insurance Logistics Nominees Board Court Code".split())
"""Last words of those who lend, advise and carry, and are no parties to licences."""
BODY_TAIL = frozenset(
    "Alliance Fund Charity Union Guild League Federation Cooperative Co-operative Depository Repository Hospice Sanatorium Prefecture Commission Bureau Board Order Mission Initiative "
    "Garden Gardens Museum Observatory Infirmary Dispensary Clinic Clinics Sanitarium Registry Network Cancerfond Fonds Fond Vakfı Vakfi Stiftelse Stiftelsen Säätiö Egyesület "
    "Faculty Facility Authority Collaborative Coalition Institution Society Association Council Confederation Trust Estate Heirs System Centre Center School Institute Academy "
    "Instituut Institut Institutet Universiteit Universität Egyetem Enstitüsü Üniversitesi Intézet Hospitaler Krankenhaus Klinik".split()
)
"""Last words of a body's name."""
BODY_HEAD = frozenset(
    "Fund Bureau Union Commission Alliance Charity Board Crown Prefecture Order Sisters Brothers House Patents Products Works Guild League Council Federation Academy Friends "
    "Government Institute Institution Institutes Foundation Museum Society Association Confraternity Congregation Hospice Clinic Estate Heirs Presidents Scholars Province Commonwealth Canton "
    "School College University Faculty Hospital Centre Center Agency Trustees Regents Governors Fellows Wardens Infirmary Network Coalition Cooperative Network".split()
)
"""Words before "of" or "for" in a body's name."""
BLOCK = frozenset(
    "agreement agreements license licenses licence licences licensed licensing licensee licensees licensor licensors sublicense sublicensed sublicensee sublicensees sublicensor sublicence amendment contract "
    "addendum letter deed memorandum exhibit item section article schedule annex appendix note notes part phase effective date dates term terms territory territories field patent letters "
    "rights right option options royalties royalty milestone milestones payment payments fee fees net sales closing company companies registrant registrants party parties purchaser seller buyer vendor parent subsidiary "
    "product compound compounds program programs programme project projects study studies trial trials application applications approval act law code rule regulation regulations court "
    "agreement's chief executive officer officers director president vice chairman chairwoman chair secretary treasurer counsel committee "
    "common preferred stock share shares securities exchange nasdaq nyse amex form report annual quarterly proxy prospectus "
    "january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday "
    "q a dr mr mrs ms prof professor professors docent sir lord lady messrs inventor inventors confidential material definitive accounting overview business competition competitors employees "
    "exclusive non-exclusive nonexclusive nda bla anda ind eu us usa uk u.s fda ema emea epa sec irs pto uspto cash revenue revenues therapy treatment disease syndrome disorder dated".split()
)
"""A phrase is cut at these; its other pieces may be names."""
OPENERS = frozenset(
    "the a an in on under with from to for by and or as at of between among both neither either while when where whereas if since after before during upon following pursuant because although though however "
    "today yesterday tomorrow our we its it their they his her he she him them this that these those such each any all no not none other others another certain some several many most more few than through until till via within without "
    "what why who whom whose which how whether does did do is was are were be been being has had have having can could may might must shall should will would let never ever always also only then there here thus hence so yet still but nor once "
    "first second third fourth last next one two three four five six seven eight nine ten eleven twelve half both "
    "former formerly previously originally rival rivals partner partners partnering licensor's among amid amidst besides despite except including like unlike near nearby off out outside inside over per plus post pre re regarding respecting since toward towards unless unlike up versus "
    "announces announce announced signs signed grants granted gives gave sells sold buys bought acquires acquired regains returns receives received enters entered takes took gets got wins won hands handed terminates amends expands extends completes licenses "
    "again already indeed perhaps maybe meanwhile moreover furthermore nevertheless nonetheless otherwise instead therefore accordingly additionally separately subsequently later earlier soon now sometimes "
    "ask asked says said see note please thank thanks yes hello welcome dear new old young big small little great good bad best better early late long short high low "
    "based founded headquartered listed privately publicly name names title product territory owner licensee licensor source sponsor manufacturer supplier distributor maker head heads question answer plaintiff plaintiffs defendant defendants "
    "doctor father mother sister brother king queen prince princess".split()
)
"""Words that open a sentence or stand before a name."""
NATIONS = frozenset(
    "american european japanese chinese korean german french italian spanish swedish danish norwegian finnish dutch belgian swiss austrian british english scottish irish welsh canadian "
    "australian indian israeli russian polish czech hungarian greek turkish brazilian mexican taiwanese portuguese asian african".split()
)
"""Words that stand before a firm's name, but belong to that of a body."""
PREFIX = frozenset("NV BV AB SA PT CHU CHR CHRU OOO ZAO OAO PAO UAB SIA TOO".split())
"""Legal forms and kinds that stand first."""
PUBLIC = frozenset(
    ["european commission", "european union", "european patent office", "securities and exchange commission", "federal trade commission", "united nations", "world bank", "customs union", "soviet union", "european community", "european parliament", "internal revenue service", "supreme court", "federal reserve system", "safe harbor", "scientific advisory board", "data safety monitoring board", "clinical advisory board"]
)
"""Public bodies that are named beside licences and hold none."""
