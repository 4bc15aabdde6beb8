"""Words that end a run of capitals or make it the name of something else than a person; those that are names too."""

from __future__ import annotations

# Words that are never part of a person's name and end a run of capitals: offices, fields of work, months, openers.
STOP = frozenset(
    "a an the of and or for to in on at by with from as is was are were be been has have had will would shall"
    " may our its his her their my your we i he she they it "
    "this that these those such each any all no not some both either neither one two three four five six"
    " seven eight nine ten "
    "while when where who whom whose which what why how if then than until since after before during upon"
    " under over between among "
    "also additionally however therefore thus moreover furthermore meanwhile accordingly although though"
    " because effective immediately "
    "concurrently simultaneously separately previously formerly currently prior following pursuant except"
    " subject including said says "
    "added commented stated today yesterday tomorrow recently later earlier another other most many more new"
    " former late then-current "
    "chief executive officer officers president vice chairman chairwoman chairperson chair director directors"
    " treasurer secretary controller "
    "comptroller counsel manager management managing general head founder co-founder cofounder partner"
    " principal principals member members trustee "
    "provost chancellor dean commissioner administrator representative interim acting deputy assistant"
    " associate senior sr executive-vice "
    "lead independent external non-executive nonexecutive class corporate company ceo cfo coo cmo cso cto cio"
    " cbo cco cao cdo clo chro cpo vp svp evp md&a avp ir pr "
    "financial finance accounting medical scientific clinical commercial business operating operations"
    " technical technology information "
    "legal human resources research development discovery regulatory affairs quality manufacturing marketing"
    " sales strategy strategic "
    "communications relations investor investors media public corporate-development administrative"
    " administration compliance security supply chain "
    "market access global worldwide international national regional north south east west northern southern"
    " eastern western "
    "january february march april june july august september october november december monday tuesday"
    " wednesday thursday friday "
    "saturday sunday spring summer autumn winter fiscal quarter year annual meeting special notice date dated"
    " signature signatures "
    "name names age ages title titles position positions office offices item items exhibit exhibits section"
    " article form report schedule part table page note notes "
    "board boards committee committees audit compensation nominating governance council panel advisory "
    "agreement agreements license licence contract plan plans program programs project amendment letter press"
    " release statement statements securities exchange act rule rules "
    "stock shares common preferred options award awards equity capital market markets product products patent patents "
    "phase study studies trial trials drug drugs disease cancer therapy therapies treatment orphan fast track"
    " breakthrough designation approval "
    "state states united kingdom america europe european american japan japanese china chinese germany german"
    " france french canada canadian "
    "israel israeli ireland irish scotland scottish england english london paris tokyo boston york jersey"
    " california massachusetts connecticut maryland pennsylvania virginia carolina "
    "texas florida illinois ohio michigan minnesota wisconsin georgia washington oregon colorado arizona utah"
    " nevada delaware missouri tennessee "
    "kentucky indiana iowa kansas nebraska louisiana alabama mississippi oklahoma arkansas maine vermont"
    " hampshire rhode island dakota montana wyoming idaho hawaii alaska "
    "san los angeles francisco diego chicago philadelphia houston dallas seattle denver atlanta cambridge princeton "
    "registrant licensor licensee parties party seller buyer purchaser lender borrower employer employee"
    " employees executives consultant "
    "mr mrs ms dr prof dear re attention attn contact contacts tel fax phone email call enquiries inquiries"
    " source about forward-looking "
    "internal revenue service code federal government department ministry agency administration food and-drug"
    " nasdaq nyse amex stockholders shareholders stockholder shareholder "
    "yes none see total by its per via chapter step success succession transition appointment appointments"
    " resignation election elections retirement departure death promotion "
    "biology chemistry biostatistics pharmacology toxicology oncology neurology immunology translational"
    " preclinical nonclinical biometrics safety alliance alliances portfolio "
    "engineering software data analytics digital brand customer people talent culture facilities procurement"
    " logistics tax treasury planning innovation ventures licensing transactions "
    "licensed signed witness witnessed executed acknowledged agreed accepted approved certified duly"
    " authorized authorised undersigned whereas hereby true lawful attorney attorney-in-fact "
    "directeur directrice général générale président délégué délégué amministratore delegato unico consejero"
    " delegado geschäftsführer geschäftsführerin vorstand gérant presidente "
    "milestone milestones earned reports results announces announce completes enters receives good reason"
    " cause control highlights update pipeline korean swiss swedish danish dutch italian spanish indian"
    " australian belgian austrian norwegian finnish russian brazilian mexican asian african british "
    "replacing succeeding joining leaving serving beginning commencing starting appointing electing naming"
    " being having representing speaking according taking becoming assuming chairing heading reporting "
    "addressing presenting welcoming introducing announcing completing appointed elected named promoted"
    " joined represented founded led retired resigned recently newly lately finally only even like hence"
    " yesterday succeed succeeds replace replaces join joins retire retires resign resigns appoint appoints become"
    " becomes serve serves depart departs assume assumes "
    "pro tem tempore initial continuous status entertainment industry region division sector pacific atlantic due "
    "latin central area away first file proofs amend adviser advisor nominated "
    "professor agent registrar authenticating "
    "welcomed hired recruited strengthened expanded added "
    "intellectual property animal nutrition facilities process cell gene formulation imaging device devices"
    " epidemiology"
    " economics managed policy specialty consumer hospitality raad aufsichtsrat conseil presidents chairmen secretaries"
    " treasurers controllers prokurist prokuristin konserndirektør direktør direktor direktorin presidenta"
    " vorstandsvorsitzender vorstandsvorsitzende aufsichtsratsvorsitzender finanzvorstand toimitusjohtaja bestuurder"
    " voorzitter gerente sekretær voorzitster directora vicepresidente tesorero secretario adjunct direttore"
    " generaldirektør generaldirektor présidente-directrice "
    "restated articles bylaws by-laws offering offerings periodic asset assets purchase children studios tv "
    "terms term continue continues continuing continued expire expires expiring expired ends ending nominee nominees"
    " incumbent incumbents reelection re-election biographical biography beneficial owner owners ownership"
    " summary background experience qualifications occupation served tenure vote votes withheld abstentions broker"
    " retiring proposed signing counterpart guarantor addendum recitals purchasers salary bonus number percent amount"
    " years hematology dermatology neurosciences equipment "
    "emeritus distinguished visiting adjunct faculty professor-of lecturer fellow scholar investigator"
    " scientist surgeon physician leader receiver liquidator delegate compensatory arrangements".split()
)  # fmt: skip
# Words that make the run they stand in the name of something else than a person.
KILL = frozenset(
    "inc incorporated corp corporation ltd limited llc llp lp plc co company companies gmbh ag kg sa nv bv ab"
    " as aps oy spa srl kk kgaa ltda pty pte "
    "holdings holding group partners capital ventures advisors advisers associates management fund funds"
    " trust bank bancorp insurance "
    "pharma pharmaceuticals pharmaceutical therapeutics biosciences bioscience biopharma biotech"
    " biotechnology biologics biotherapeutics biotherapies genetics genomics sciences "
    "laboratories laboratory labs oncology diagnostics medicines medicine medical health healthcare"
    " technologies systems solutions industries enterprises international networks "
    "university universities college school institute institutes institution hospital hospitals clinic center"
    " centre foundation academy society association federation faculty "
    "court street st avenue ave road rd boulevard blvd drive lane suite floor building plaza park square house "
    "agency commission authority bureau army navy newswire wire times journal post herald magazine "
    "waterhouse marwick lybrand deloitte touche kpmg pricewaterhousecoopers "
    "consulting consultants communications agency solutions "
    "chemical chemicals chemie chimie chemists polymers plastics foods beverages brewing brewery cosmetics brands"
    " motors automotive airlines airways aerospace shipping railway railways railroad petroleum refining electric"
    " mining minerals metals refrigeration instruments apparatus electronics semiconductor semiconductors wireless"
    " telecom telecommunications broadcasting pictures publishing publishers stores textiles hotels resorts realty"
    " properties utilities savings brokerage underwriters reinsurance "
    "vaccines biosystems biomedical biomed surgical dental orthopedics orthopaedics robotics nutritionals naturals"
    " botanicals farmaceutici farmaceutica farmacéutica oncologie "
    "ranch farm farms "
    "rx syndrome disease disorder carcinoma lymphoma leukemia sclerosis dystrophy arthritis receptor inhibitor"
    " antibody".split()
)  # fmt: skip
# Words above that are given names or surnames too, where a name goes on before or after them.
GIVEN_TOO = frozenset(
    "carolina virginia georgia april may june august dakota montana israel paris london dean chase france dallas"
    " austin boston".split()
)
ORDINARY_TOO = frozenset(
    "winter summer spring autumn prior price hall banks rhodes".split()
)
SURNAME_TOO = frozenset(
    "park west north east dean england english french france london may page head house street law day"
    " boston york post march major lead fellow"
    " partner square college church early good march israel case key price power first general king"
    " washington dallas houston denver austin".split()
)
# Short forms of given names → the names they stand for.
NICKNAMES: dict[str, tuple[str, ...]] = {
    short: tuple(names.split())
    for short, _, names in (
        line.partition(" ")
        for line in (
            "abby abigail", "al alan albert alfred", "alex alexander alexandra", "andy andrew", "barb barbara",
            "ben benjamin", "bernie bernard", "beth elizabeth", "betsy elizabeth", "bill william", "bob robert",
            "cathy catherine", "charlie charles", "chris christopher christine christina", "chuck charles",
            "cindy cynthia", "dan daniel", "dave david", "deb deborah debra", "debbie deborah debra", "dick richard",
            "don donald", "doug douglas", "ed edward edwin edmund", "eddie edward edwin", "frank francis franklin",
            "fred frederick alfred", "gene eugene", "gerry gerald gerard geraldine", "greg gregory", "hal harold",
            "hank henry", "harry harold henry", "jack john", "jan janet janice", "jeff jeffrey", "jen jennifer",
            "jenny jennifer", "jerry gerald jerome jeremiah", "jim james", "jimmy james", "joe joseph", "jon jonathan",
            "kate katherine catherine", "kathy katherine kathleen", "ken kenneth", "larry lawrence laurence",
            "liz elizabeth", "lou louis", "maggie margaret", "matt matthew", "meg margaret", "mike michael",
            "mitch mitchell", "nate nathan nathaniel", "nick nicholas", "pam pamela", "pat patrick patricia",
            "peggy margaret", "pete peter", "phil philip phillip", "ray raymond", "rich richard", "rick richard",
            "rob robert", "ron ronald", "russ russell", "sam samuel samantha", "sandy sandra",
            "steve steven stephen", "stu stuart", "sue susan suzanne", "ted theodore edward",
            "terry terence terrence theresa", "tim timothy",
            "tom thomas", "tony anthony", "val valerie", "vic victor", "vince vincent", "walt walter", "will william",
        )
    )
}  # fmt: skip
