"""Words that make a full name of an organisation: legal forms, kinds of institution and trade; words that end one."""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re

from kg.extract.late import late

LEGAL = (
    r"DAC\b|OÜ\b|OHG\b|P\.C\.(?!\w)|S\.A\.E\.?(?!\w)|A\.E\.(?!\w)|EAD\b|E?OOD\b|Rt\.(?! ?\w)|Cyf\b\.?|Tbk\b\.?|gGmbH\b|S\.C\.A\.R\.L\.|SARL\b|S\.A\.R\.L\.?|S\.à\.?r\.l\.|BVBA\b|Sdn\b\.?|A/B\b|I/S\b|K/S\b|AŞ\b|Şti\.|L\.d\.a\.|S\.A\.L\.|Inc\b\.?|Incorporated|Limited Partnership|Corp\b\.?|Corporation|Ltd\b\.?|Limited|LLC\b|L\.L\.C\.?|PLC\b|[Pp]lc\b|p\.l\.c\.?|P\.L\.C\.?|Co\b(?!-)\.?"
    r"|Company|GmbH\b|AG\b|A\.G\.|S\.A\.C\.?(?!\w)|S\.A\.I\.C\.?|S\.A\.(?:B|P\.I)\. de C\.V\.|PCL\b|S\.A\. de C\.V\.|S\.A\.U\.|S\.A\.S\.?|S\.A\.|SA\b|S\.p\.A\.?|SpA\b|N\.V\.|NV\b|B\.V\.|BV\b|AB\b|A/S|ApS\b|ASA\b|Oyj?\b|K\.K\.|KK\b"
    r"|L\.P\.|LP\b|LLP\b|L\.L\.P\.?|Pty\b\.?|SE\b|SAS\b|S\.r\.l\.?|S\.R\.L\.?|Srl\b|SRL\b|S\.\u00e0 ?r\.l\.|KGaA\b|KG\b|Kft\b\.?|Bhd\b\.?|d\.o\.o\.?|s\.r\.o\.?|"
    r"PTE\b\.?|JSC\b|OJSC\b|ULC\b|FZ-LLC\b|de C\.V\.|Kabushiki Kaisha|Zrt\b\.?|Nyrt\b\.?|Pte\b\.?|Kaisha|e\.V\.|S\.L\.|A\.B\.|Ltda\b\.?|LTDA\b\.?|S\.C\.A\.|A\.Ş\.|Sp\. ?z ?o\. ?o\.?|d\.d\.|a\.s\.|ehf\b\.?|hf\.|CJSC\b|PJSC\b|mbH\b|m\.b\.H\.?|Lda\b\.?|Limitada\b|SNC\b|VZW\b|vzw\b|v\.z\.w\.|ASBL\b|asbl\b|Pvt\b\.?|Private Limited|INC\b\.?|INCORPORATED|CORP\b\.?|CORPORATION|LTD\b\.?|LIMITED|GMBH\b|COMPANY|CO\b\.?|AS\b"
)
INSTITUTION = (
    r"Istituto\b|Universitäts\w+|Klinik(?:um|en)\b|Universit(?:y|ies|ät|eit|é|à|et|atea)\b|Universidade?\b|Università\b|Polytechnic|College\b|Hospitals?\b|Hôpita(?:l|ux)\b|Institut(?:e|es|o)?\b|Cent(?:er|re)s?\b"
    r"|Foundation|Stiftung|Fondazione|Fondation|Fundaç?[cã]*[ãaó]o\b|Fundación|Trust\b|School\b|Regents|Trustees|Council\b|Agency|Ministry|Administration|Society|Clinic\b"
    r"|Academy|Consortium|Association|Laborator(?:y|ies)\b|Charité|Karolinska Institutet|Institutes of Health|Memorial Sloan[- ]Kettering|Sloan[- ]Kettering"
    r"|Department of|Bureau of|Authority|Infirmary|Hospice\b|Sanatorium\b|(?:Tissue|Blood|Eye|Cell|Cord|Brain|Gene|Serum|Bone|Organ|Milk|Plasma|Marrow) Bank\b|Biobank\b|(?:Agricultural|Experiment|Biological|Research|Field|Zoological) Station\b|Educational Fund\b|Command\b|Institution\b|Organisation\b|Estate of(?= (?:Dr\. )?[A-Z])|Health Service\b|Health Network\b|Research Fund\b|UNIVERSITY|HOSPITAL|INSTITUTE|FOUNDATION|COLLEGE\b|CLINIC\b|REGENTS OF|TRUSTEES OF|ACADEMY\b"
)
INDUSTRY = (
    "Therapeutics|Pharmaceuticals?|Pharma|Biosciences?|Biotech(?:nology|nologies)?|Biopharma(?:ceuticals?)?|BioPharma|Biologics|BioSciences?|"
    "Medicines?|Genetics|Genomics|Oncology|Biotherapeutics|BioTherapeutics|Labs|Seiyaku|Arzneimittel|Farmaceutici?|Farmaceutica|Holdings?|"
    "Biomedical|Immunotherapeutics|Neurosciences?|Vaccines|Biosystems|Diagnostics|Healthcare|Life Sciences|Lifesciences|Laboratoires?|Laboratori|Laboratorios|Drug Co|"
    "Farma|Ventures|Biopharm|Biopharmaceutical|Biomedicines|Pharmacia|Pharm|Pharmaceutica|Pharmazeutika|Yakuhin|Biologicals"
)
GENERIC = frozenset(
    ["affiliated", "company", "corporation", "product", "patent", "patents", "organization", "organisation", "institution", "command", "service", "network", "inc", "ltd", "limited", "llc", "co", "plc", "corporate", "trust", "computer", "functional", "genomics", "development", "common", "stock", "administration", "plan", "department", "u.s", "us", "the", "of", "and", "for", "general", "medical", "clinical", "research", "technology", "technologies", "international", "national", "regional", "central", "holdings", "holding", "group", "parent", "surviving", "sub", "merger", "acquisition", "target", "new", "old", "public", "private", "operating", "management", "administrative", "business", "systems", "products", "services", "financial", "capital", "investment", "insurance", "bank", "data", "information", "foreign", "domestic", "biotechnology", "pharmaceutical", "pharmaceuticals", "therapeutics", "oncology", "diagnostics", "healthcare", "health", "sciences", "science", "medicine", "medicines", "drug", "vaccines", "genetics", "human", "cell", "gene", "molecular", "laboratory", "laboratories", "center", "centre", "institute", "university", "hospital", "foundation", "society", "association", "council", "agency", "authority", "ministry", "school", "college", "academy", "clinic", "consortium", "partnership", "ventures", "labs", "partners", "board", "regents", "trustees", "commission", "office", "division", "food", "drugs", "internal", "external", "state", "federal", "government", "committee", "audit", "compensation", "nominating", "governance", "fund", "revenue", "customer", "sales", "marketing", "quality", "safety"]
)
# Legal forms that are ordinary words or codes in capitals: they count only after a word written in mixed case.
RISKY = frozenset({"AS", "SE", "CO", "CO.", "SA", "AB", "LP", "KG", "COMPANY", "LIMITED", "BV", "NV", "KK"})
LINK = frozenset(["&", "of", "and", "de", "du", "des", "la", "le", "für", "der", "van", "von", "y", "e", "di", "del", "for", "the", "et", "do", "da", "dos", "und"])
AND_LEFT = late(
    r"(?:Co|Company|Sons?|Sohn|Söhne|Brothers|Bros|Partners|Associates|Cie|Johnson|Infirmary|Women['’]s|Smith|Development)\b"
)
OF_LEFT = late(
    r"(?:Regents|Trustees|Board|University|Bank|College|School|Hospital|Institute|Institutes|Council|Department|Division|Ministry|Cent(?:er|re)|"
    r"Society|Governors|Fund|Fellows|Corporation|Chancellor|Masters|Scholars|Provost|Academy|Faculty|Overseers|Administrators|Visitors|Rector|"
    r"Curators|Supervisors|Directors|Court|Commonwealth|State|Foundation|Republic|Secretary|Government|Office|Agency)$"
)
# Capitalised words that stand before a name without belonging to it.
NOT_NAME = frozenset(
    ["the", "a", "an", "in", "on", "under", "with", "from", "to", "for", "by", "and", "or", "as", "at", "of", "between", "among", "both", "neither", "while", "when", "where", "if", "since", "after", "before", "during", "upon", "following", "pursuant", "because", "although", "however", "today", "yesterday", "company", "companies", "registrant", "licensor", "licensee", "our", "we", "its", "their", "his", "her", "this", "that", "these", "those", "such", "each", "any", "all", "no", "other", "another", "certain", "said", "both", "than", "through", "until", "via", "whereas", "witness", "announces", "announce", "announced", "signs", "signed", "sign", "enters", "enter", "entered", "acquires", "acquire", "grants", "grant", "licenses", "license", "licence", "licensed", "agreement", "agreements", "amendment", "option", "patent", "patents", "exhibit", "item", "items", "section", "article", "schedule", "rule", "form", "note", "notes", "part", "table", "page", "re", "contact", "contacts", "about", "source", "investors", "investor", "media", "chief", "executive", "officer", "officers", "director", "directors", "president", "vice", "chairman", "chairwoman", "chair", "chairperson", "secretary", "treasurer", "senior", "manager", "managing", "partner", "head", "founder", "co-founder", "professor", "prof", "dr", "mr", "mrs", "ms", "miss", "sir", "counsel", "general-counsel", "ceo", "cfo", "coo", "cso", "cmo", "formerly", "former", "previously", "name", "title", "date", "by:", "attn", "attention", "dear", "nasdaq", "nyse", "amex", "otc", "nasdaq-listed", "privately", "privately-held", "exclusive", "non-exclusive", "worldwide", "sublicense", "collaboration", "research-and", "parties", "party", "subsidiary", "subsidiaries", "affiliate", "affiliates", "shareholders", "stockholders", "is", "was", "has", "had", "have", "are", "were", "be", "been", "will", "shall", "may", "can", "also", "only", "then", "there", "here", "not", "but", "yet", "so", "thus", "hence", "accordingly", "separately", "meanwhile", "additionally", "finally", "first", "second", "third", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "phase", "product", "products", "drug", "drugs", "buyer", "seller", "purchaser", "parent", "issuer", "borrower", "lender", "guarantor", "assignor", "assignee", "transferor", "transferee", "sponsor", "grantor", "grantee", "partnering", "partners-with", "joins", "join", "buys", "sells", "gets", "wins", "licenses-from", "terminates", "returns", "completes", "receives", "reports", "regains", "expands", "extends", "amends", "secures", "obtains", "takes", "gains", "out-licenses", "in-licenses", "signature", "signatures", "dated", "should", "would", "could", "might", "must", "does", "do", "did", "once", "why", "what", "how", "who", "whose", "whom", "which", "rival", "rivals", "unless", "despite", "besides", "unlike", "like", "originally", "initially", "subsequently", "simultaneously", "concurrently", "recently", "currently", "historically", "similarly", "ultimately", "eventually", "likewise", "conversely", "notably", "presently", "consequently", "perhaps", "indeed", "instead", "otherwise", "therefore", "moreover", "nevertheless", "whether"]
)
NEVER_NAME = late(
    r"(?:The |An? )?(?:Private |Limited |Holding |Parent |Public |Delaware |New |Each |Such |Surviving |Joint |Stock |Trust |Insurance |Drug |Target )?(?:Company|Corporation|Limited|Laboratory|Laboratories|Institute|University|"
    r"Hospital|Foundation|Center|Centre|Trust|Council|Agency|Authority|Ministry|Administration|Society|Association|College|School|Regents|Trustees|Clinic|Academy|Consortium|Holdings?|Diagnostics|Healthcare|"
    r"Pharmaceuticals?|Therapeutics|Biologics|Medicines?|Vaccines|Oncology|Genetics|Genomics|Biotechnology|Life Sciences|Department of|Bureau of)|Regeneration|Stem Cell Research|Clinical Research|"
    r"Human Therapeutics|Cell Therapeutics Product|Board of (?:Directors|Trustees|Regents)|Securities Act|Data Cent(?:er|re)|Trial Center|Medical Oncology|Hematology[/ ]Oncology|Blue Sky.*|Call Cent(?:er|re)|"
    r"(?:Chemistry|Clinical|Technical|Steering|Global|Regulatory|Corporate|Medical|Scientific|Business|Marketing).{0,3} (?:Council|Administration|Association)|World Cent(?:er|re)|Internal Medicine",
    re.I,
)
FIELDS = (
    "Medicine|Dentistry|Sciences?|Technology|Research|Neurology|Surgery|Engineering|Health|Human|Development|Drug|Infectious|Arts|Mechanical|Kidney|Digestive|Women['’]s|"
    "Prevention|Stroke|Education|Biology|Genetics|Cancer|Medical|Biotechnology|Mental|Aging|Diseases?|Lung|Blood|Hospitals?|Innovation|Children['’]s|Arthritis|Musculoskeletal|"
    "Therapeutics|Toxicology|Public|Clinics|Care|Physics|Chemistry|Biomedical|Clinical|Translational|Healthcare|Diabetes|Hygiene|Tropical|Nutrition|Welfare|Agricultural|Oncology|Hospital|Community|Learning|Immunology|Allergy|Biochemistry|Industrial|Biodefense|Petroleum|Minerals|Biodiversity|Pharmacology|Pharmacy|Pharmaceutical|Rehabilitation|Prevention|Biophysics|Environmental|Food|Training|Applied|Social|Law|Physicians|Surgeons|Ophthalmology|Vision|Materials"
)

# Names in other tongues put the kind first and grow to the right over link words in small letters.
FOREIGN_HEAD = (
    r"Centre(?= (?:[\w-]+ ){0,3}(?:de|du|des|pour)\b| (?:[\w-]+ ){0,3}d['’])|Zentrum\b|Institutt?um\b|Hospital(?= (?:Universit[aá]ri|Universitaire|Univ|de\b|del\b|do\b|da\b|Cl[ií]nic|Provincial|Infantil|Geral|São|San ))|Hospital[eo]?t?\b(?<!Hospital)|Centre Hospitalier\b|CH[RU]U?(?= [A-ZÀ-Þ][a-zà-ÿ])|Agence\b|Assistance Publique\b|Association(?= (?:[Ff]ran|Nationale|Belge|Suisse))|Escuela\b|Faculdade\b|Facultad\b|Instytut\b|Inštitut\b|Institutul\b|Uniwersytet\b|Univerzita\b|Univerzitet\b|Ústav\b|Prifysgol\b|Kliniek\b|Hogeschool\b|Kantonsspital\b|Bundesinstitut\b|Bundesamt\b|Rijksinstituut\b|Farmac[eéê]utic[ao]s?\b|Accademia\b|Academia\b|Académie\b|Collège\b|Colegio\b|Fonds\b|Fondo\b|Fundacja\b|Nadace\b|(?:ZAO|OOO|OAO|PAO|UAB|TOO)\b|Universit(?:ät|eit|é|à|at|atea|etet|etssykehuset)\b|Universidade?\b|Universitat\b|Fondazione\b|Fondation\b|Fundaç?[cã]*[ãaó]o\b|Fundación\b|Fundació\b|"
    r"Consor[zc]io\b|Grupo\b|Gruppo\b|Groupe\b|Politecnico\b|Politécnico\b|École\b|Ecole\b|Consejo\b|Conselho\b|Consiglio\b|Commissariat\b|Hospices\b|Centro\b|Centrum\b|"
    r"Istituto\b|Instituto\b|Institut\b|Instituut\b|Hôpita(?:l|ux)\b|Ospedale\b|Azienda\b|Stichting\b|Stiftung\b|Gesellschaft\b|Anstalt\b|Hochschule\b|Klinikum\b|Universitäts\w+|"
    r"Ziekenhuis\b|Organisatie\b|Rijksuniversiteit\b|Krankenhaus\b|Laboratoires?\b|Laborat[oó]rios?\b|Laboratori\b|Droguería\b|Société\b|Sociedad\b|Società\b|Asociación\b|Associação\b|Associazione\b|Akademie\b|Verein\b|Kabushiki Kaisha\b"
)
"""First words; "Laboratoires" and the like may end a name too."""
COMPOUND_HEAD = "zentrum|universiteit|universität|gesellschaft|anstalt|hochschule|ziekenhuis|hospitalet|sjukhuset|sykehus|klinikum|stiftung|institut|institutet|instituttet|instituut|seruminstitut|klinik|spital|spitalet|kliniken|hospital|fakultät|hogeschool|akademie|fonds|verband"
"""Ends of words that make them a head: "Krebsforschungszentrum"."""
FOREIGN_LINK = frozenset(
    "w we z ve na de du des la le les los las para per pour por di del della dello dei degli delle dell da do das dos zur zum für der dem den des van voor te het von vom und & et y e i à aux al alla"
    " en sur im am libre catholique öffentlichen angewandten técnica nazionale".split()
)
FOREIGN_KIND = frozenset("national central royal technique international regional social mental dental medical public".split())
"""Words in small letters that are English too and yet may follow the head of such a name ("Institut national de …")."""
FOREIGN_FIRM = late(r"[POC]?JSC|Kabushiki Kaisha")
"""Legal forms that may stand before a name: "JSC Arvel Farma"."""
STOCK_COMPANY = late(r"(?:(?:Closed|Open|Public) )?Joint[- ][Ss]tock Company")
"""The same in words: "Closed Joint Stock Company Arvel"."""
FOREIGN_SMALL = late(r"(?:d|l|dell|all|nell|sull|dall)['’](?=[A-ZÀ-ÖØ-Þ])")
"""A link that is written together with the word after it: "d’Investigació"."""
_OFFICE = "(?:President|Chancellor|Provost|Masters?|Fellows|Wardens?|Principal|Rector|Dean|Presidents|Governors|PRESIDENT|CHANCELLOR|PROVOST|MASTERS?|FELLOWS|WARDEN|PRINCIPAL|RECTOR)"
GOVERNING = late(
    rf"(?:(?:{_OFFICE}(?:, {_OFFICE})*,? (?:and|AND) )(?=(?:Fellows|Scholars|Trustees|Directors|Governors|Overseers|FELLOWS|SCHOLARS|TRUSTEES)\b)"
    r"|(?:Corporation|CORPORATION|Master and Fellows|Provost and Fellows|Warden and Fellows) (?:of|OF) (?:the )?(?=(?!The )[A-Z])|Board of (?:Regents|(?:Trustees|Governors|Supervisors)(?=, The)),? (?:The )?(?=(?!The )[A-Z])|Rutgers, [Tt]he (?=State)|National Heart, Lung,? and (?=Blood))"
)
"""Governing bodies before the name of what they govern."""
PAIR = late(
    r"(?:Science|Technolog(?:y|ies)|Research|Health|Development|Engineering|Education|Training|Applications|Services|Infrastructure|Medicine|Biology|Biotechnology|Innovation|Agriculture|Agricultural|"
    r"Mechanical|Pharmacy|Allergy|Immunology|Chemistry|Biochemistry|Physics|Surgery|Neurology|Nutrition|Food|Prevention|Industrial|Scientific)$"
)
"""Two of these joined by "and" belong to one name ("Health and Science University")."""
OFF_NOUN = frozenset(["product", "products", "drug", "drugs", "patent", "patents", "agreement", "option", "investors"])
"""Words that end a name to the left, save where they are its last before the legal form ("Home Products Corporation")."""
SHORTENED = late(r"(?:[A-Z]\.)+|(?:St|Dr|Mt|Co|Ltd|Pty|Pvt|Chr|Pharm|Chem|Ind|Mfg|Bros|Labs?|Tech|Wm|Geo|Jos|Chas|Ste|Fr)\.")
PLACED = late(r"\([A-Z][A-Za-z.]+(?: (?:of )?[A-Z][A-Za-z.]+){0,2}\)$")
"""A country within a name: "Acme (Hong Kong) Limited"."""
WHOLE = late(
    r"(?:Medical Research Council|University Health Network|(?:Agency|Institute|Council|Ministry|Office) (?:of|for) \w+, \w+,? and \w+|Public Health Service|(?:The )?General Hospital Corporation|National Research Council|Research Corporation Technologies(?:, Inc\.?)?|Research Development Foundation|"
    r"(?:National|World) Health (?:Service|Organi[sz]ation)|[A-Z]\w+ [A-Z]\w+(?: [A-Z]\w+)*, (?:Inc|LLC)\b\.?)"
)
"""Names though each of their words is common."""
CITY = late(
    r" (?:London|Dublin|Cork|Galway|Boston|Los Angeles|Oakland|Philadelphia|Chicago|Denver|Pittsburgh|Atlanta|Seattle|Dallas|Houston|Oxford|Cambridge|Edinburgh|Belfast|Leeds|Leuven|Gent|Brussel|Dordrecht|Swansea|Cardiff|Bristol)\b(?!,? [A-Z])"
)
"""Cities that follow the name of a college or hospital as part of it."""
DEPARTMENT = late(
    r" (?:the )?(?:Health|Defen[sc]e|Veterans|Energy|Agriculture|Justice|Commerce|Labor|Treasury|State|Environmental|Homeland|Financial|Public|Transportation|Education|Revenue|Insurance|Human|Interior|Industry|Trade)\b"
)
"""What a department of a government is for; a department of anything else belongs to a school."""
APPOSED = (
    r", an? (?:[A-Za-z.-]+ ){0,6}?(?:[Cc]orporation|[Pp]artnership|[Bb]ody [Cc]orporate|[Ll]imited [Ll]iability [Cc]ompany|"
    r"(?:[Cc]ompany|[Ff]irm|[Ii]nstitution|[Ff]oundation|[Oo]rgani[sz]ation|[Aa]ssociation|[Cc]harity|[Uu]niversity|[Hh]ospital|[Ss]ociety|[Ee]ntity),? (?:duly |validly )?(?:organi[sz]ed|existing|incorporated|established|registered|having|with (?:its|an?) (?:principal|place|office|registered)))\b"
)
"""What a contract says of a party after its name: "a general partnership", "a company organized under the laws of"."""
_NO_NAME = "(?!(?:the|an?|and|or|of|by|to|its|our|his|her|their|company|parent|corporation|such|said|other|entity|subsidiary|affiliate|with|from|for|in|on|as|at|between|is|was|are|were|be|named|called|that|which|who|this|into|under)\\b)"
SMALL_NAME = late(
    rf"(?:(?<=with )|(?<=from )|(?<=by )|(?<=and )|(?<=to )|(?<=of )|(?<=at )|(?<=between )|(?<=[(“\"\n])|(?<=, ))"
    rf"{_NO_NAME}(?:[a-z][a-z0-9-]{{2,15}}|[a-z]{{1,5}}\d{{1,3}}|[a-z]{{1,4}}[A-Z]\w+)(?: {_NO_NAME}[a-z]{{2,15}}){{0,2}},? \Z"
)
"""A name in small letters directly before a legal form: "bluebird bio, Inc."."""
SMALL_LEGAL = late(r"(?:Inc\b|LLC\b|Ltd\b|Corp\b|GmbH|SE\b|N\.V\.|A/S|ehf|B\.V\.|AG\b|S\.A\.|AB\b|U\.S\. LLC)")
