"""Text → the persons named in it: full names, short mentions ("Dr. Roe"), and a memory that resolves the short to the full.

A name is found by its shape (capitalised words, initials, particles, hyphens, nicknames) and weighed by honorific, degree
and the census name lists; words of offices, organisations, places and months cut a run of capitals or rule it out.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_HONORIFIC = (
    r"(?:(?:Dr|DR|Mr|MR|Mrs|MRS|Ms|MS|Messrs|Prof|PROF|Hon|Rev|Fr|Sen|Gov|Gen|Col|Capt|Lt|Maj|Adm|Amb|Mme|Mlle"
    r"|Sra|dr|prof"
    r"|Drs|Dres|Ing|h\.c)\.|(?:Dr|Mr|Mrs|Ms|Mx|Miss|MISS|Prof|Professor|PROFESSOR|Sir|Dame|Lord|Lady|Rabbi"
    r"|Bishop|Captain|Colonel"
    r"|Major|Admiral|Judge|Justice|Senator|Congressman|Governor|Ambassador|Count|Countess|Baron|Baroness"
    r"|Viscount|Jonkheer"
    r"|Freifrau|Frau|Herr|Herrn|Monsieur|Madame|Señor|Señora|Doctor|Father|Sister|Brother|Reverend|Prince|Princess"
    r"|Sheikh|Dato|Tan Sri|Messrs))"
)
_INITIAL = r"(?:[A-Z]\.-?)+(?![a-z])|[A-Z](?=\s[A-Z])"
_WORD = rf"(?:[dlDL]['’]|'t |St\. |Ste\. |Mc|Mac|O['’])?[{UP}][\w'’\-‑]*"
_PARTICLE = (
    r"(?:van|von|vom|der|den|de|del|della|delle|di|da|do|dos|das|du|la|le|las|los|y|e|ibn|bin|bint|ben|al|el"
    r"|ten|ter|te|zu"
    r"|und|af|av|Freiherr|Graf|zur|zum|abu|mac|ap|i)"
)
_NICK = rf"[“\"(‘'][{UP}][\w.\- ]{{0,14}}[”\")’']"
_PART = rf"(?:{_INITIAL}|{_WORD})"
_DEGREE = (
    r"(?:Ph\.?\s?D\b\.?|M\.\s?D\.|MD\b|Pharm\.?\s?D\b\.?|PharmD\b|Sc\.?D\b\.?|D\.?Sc\b\.?|D\.?\s?Phil\b\.?"
    r"|M\.\s?B\.\s?A\.|MBA\b"
    r"|M\.\s?P\.\s?H\.|MPH\b|J\.\s?D\.|JD\b|LL\.?[MBD]\b\.?|Esq\b\.?|Esquire\b|C\.P\.A\.|CPA\b|C\.?F\.?A\b\.?"
    r"|D\.?V\.?M\b\.?|VMD\b|R\.?Ph\b\.?"
    r"|R\.N\.|RN\b|M\.?Sc\b\.?|MS\b|M\.S\.|B\.?Sc\b\.?|BS\b|BA\b|MA\b|MBBS\b|MBChB\b|MB\b|B\.?Ch\b\.?|FRCPC?\b"
    r"|FACP\b|FACS\b|FACC\b|FAAN\b|FRSE?\b"
    r"|OBE\b|CBE\b|MBE\b|KBE\b|DBE\b|Dr\.?\s?P\.?H\b\.?|D\.O\.|DO\b|D\.D\.S\.|DDS\b|Ed\.?D\b\.?|USN\b|USAF\b"
    r"|USMC\b|\([Rr]et(?:ired|\.)?\)|FCA\b|ACA\b|MRCP\b"
    r"|MHA\b|MHS\b|MPA\b|MMSc\b|MPhil\b|M\.Phil\.|FFPM\b|FASCO\b|CIPP\b|AO\b|AM\b|QC\b|KC\b|Dipl\.-\w+\."
    r"|(?:[A-Z][a-z]{0,2}\.){2,5})"
)
_AGE = (
    r"(?:,?\s\(?(?:age|aged|Age)\s\d\d\)?(?:\s(?:years\sold|years))?|,\s\d\d\syears\s(?:old|of\sage)"
    r"|,\s[2-9]\d(?=,)|\s?\([2-9]\d\)|(?:\s?\(\d{1,2}\))+|\s?\*+)"
)
_NAME = re.compile(
    rf"(?<![\w.])(?P<hon>(?:{_HONORIFIC}\s(?:and\s(?={_HONORIFIC}))?)*)"
    rf"(?P<body>{_PART}(?: {_NICK})?(?: (?:{_PARTICLE} ){{0,3}}{_PART}(?: {_NICK})?){{0,24}}"
    rf"|(?<=\s)(?:{_PARTICLE} ){{1,3}}{_WORD}(?: {_WORD})?)"
    rf"(?P<suffix>,?\s(?:Jr|Sr|JR|SR)\b\.?|,?\s(?:II|III|IV)\b)?"
    rf"(?P<degree>(?:(?:,\s?|\s|/|,?\sand\s){_DEGREE}(?![\w]))*)(?P<age>{_AGE})?"
)
_TOKEN = re.compile(r"\S+")
_IS_PARTICLE = re.compile(_PARTICLE)
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_CAPITAL = re.compile(rf"[{UP}]")
_OPENS_NAME = re.compile(rf"(?:[dl]['’])?[{UP}]")
_AMPERSAND = re.compile(r"\s?&\s|,\s[^\W\d_]+ & ")
_DIGIT = re.compile(r"\d")
_NUMERAL = re.compile(r",?\s(?:II|III|IV)\b")

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
    " yesterday "
    "pro tem tempore "
    "emeritus distinguished visiting adjunct faculty professor-of lecturer fellow scholar investigator"
    " scientist surgeon physician".split()
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
    "syndrome disease disorder carcinoma lymphoma leukemia sclerosis dystrophy arthritis receptor inhibitor"
    " antibody".split()
)  # fmt: skip
# Words above that are given names or surnames too, where a name goes on before or after them.
_GIVEN_TOO = frozenset(
    "carolina virginia georgia april may june august dakota montana israel paris london dean chase france dallas"
    " austin boston".split()
)
_SEASONS = frozenset(
    "winter summer spring autumn public sales price marketing legal media quality commercial market common"
    " capital group hall banks rhodes".split()
)
_SURNAME_TOO = frozenset(
    "park west north east dean england english french france london may page head house street law bank day"
    " boston york holder post march major lead fellow"
    " partner square college church early good march israel case key price power first general king"
    " washington dallas houston denver austin".split()
)


@dataclass(frozen=True, slots=True)
class PersonMention:
    """`[start, end)` with honorific, degrees and age; `name` without them. `full`: a first and a last name stand there.

    `weight` is the evidence of the words themselves: 3 honorific or degree, 2 known given name, 1 known surname; summed.
    """

    start: int
    end: int
    name: str
    full: bool
    weight: int


@lru_cache(maxsize=4)
def _names(which: str) -> frozenset[str]:
    """A shipped name list: "given-names" or "surnames"."""
    packed = (files("kg.extract") / "data" / f"{which}.txt.xz").read_bytes()
    return frozenset(lzma.decompress(packed).decode().split("\n"))


def is_given_name(word: str) -> bool:
    """Is the word, or the first half of a double name, a given name of the census list?"""
    return re.split(r"[-‑]", word.lower())[0] in _names("given-names")


def is_surname(word: str) -> bool:
    """Is the word, or either half of a double name, among the commoner surnames of the census list?"""
    return any(half in _names("surnames") for half in re.split(r"[-‑]", word.lower()))


def _is_name_here(text: str, token: re.Match[str], begin: int | None, end: int, bare: str) -> bool:
    """Is a word that mostly is no name one here: "St." in "St. Clair", "Carolina" before a surname, "Park" after a given name?"""
    after = text[token.end() : min(end, token.end() + 24)]
    if token[0] in ("St.", "Ste."):
        return bool(re.match(rf" [{UP}]", after))
    if begin is None:
        follow = re.match(rf" (?:[A-Z]\. )?([{UP}][\w’'-]+)", after)
        return bare in _GIVEN_TOO and bool(follow) and follow[1].lower() not in STOP | KILL if follow else False
    if bare in _SEASONS and re.match(rf" [{UP}][a-z]", after):
        return False
    if (
        bare not in _SURNAME_TOO | _SEASONS
        and not (
            bare in STOP and is_surname(bare) and re.search(r"^[A-Z][a-z]+ (?:[A-Z]\. )+$", text[begin : token.start()])
        )
    ) or re.match(rf" [{UP}][a-z]", after):
        return False
    before = text[begin : token.start()].split()
    if len(before) == 1 and bare in _SEASONS and is_given_name(before[0]):
        return True
    return len(before) <= 2 and (
        is_given_name(before[0])
        or "-" in before[0]
        or any("." in w for w in before[1:])
        or bool(re.search(r"(?:Dr|Mr|Ms|Mrs)\. $", text[max(0, begin - 5) : begin]))
    )


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Runs without stop words inside `[start, end)` as (start, end, alive); `alive` is False for names of organisations."""
    begin: int | None = None
    stop = start
    alive = True
    for token in _TOKEN.finditer(text, start, end):
        word = token[0]
        bare = word.strip("“”\"()‘’'.,").lower()
        possessive = bare.endswith(("’s", "'s"))
        if possessive:
            bare = bare[:-2]
        known = bare in STOP or bare in KILL
        if known and _is_name_here(text, token, begin, end, bare):
            if begin is None:
                begin = token.start()
            stop = token.end() - (2 if possessive else 0)
        elif bare in KILL:
            if begin is None:
                begin = token.start()
            alive = False
            stop = token.end()
        elif (known and not _INITIALS.fullmatch(word)) or bare.endswith("s’") or _DIGIT.search(word):
            if begin is not None:
                yield begin, stop, alive
            begin, alive = None, True
            continue
        else:
            if begin is None:
                begin = token.start()
            stop = token.end() - (2 if possessive else 0)
        if possessive and begin is not None:
            yield begin, stop, alive
            begin, alive = None, True
    if begin is not None:
        yield begin, stop, alive


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A piece without particles, numerals or quotes left hanging at its end, or a comma."""
    while True:
        words = text[start:end].split(" ")
        last = words[-1]
        if len(words) > 1 and (last in {"", "II", "III", "IV"} or _IS_PARTICLE.fullmatch(last)):
            end -= len(last) + 1
            continue
        while end > start and text[end - 1] in ",;:-–":
            end -= 1
        return start, end


def _shape(words: Sequence[str]) -> bool:
    """Do the words look like a person's, from two to seven with at least two real ones or an initial and one?"""
    real = [
        w
        for w in words
        if len(w.strip(".")) > 1 and w[0].isalpha() and not _IS_PARTICLE.fullmatch(w) and "." not in w[1:-1]
    ]
    if not 2 <= len(words) <= 8 or not real or not _OPENS_NAME.match(words[-1]):
        return False
    if len(words[-1].strip(".")) < 2 or words[-1] in {"II", "III", "IV"}:
        return False
    caps = [w for w in real if w.isupper()]
    return not caps or len(caps) == len(real)


def find_persons(text: str, start: int, end: int, blocked: Sequence[tuple[int, int]] = ()) -> list[PersonMention]:
    """Persons named in `text[start:end]`, in order; runs that overlap a `blocked` span (an organisation) are left out.

    Tabs and line ends in `text` (a layout) end a name. Names in capitals alone are returned with weight 0 unless listed.
    """
    found: list[PersonMention] = []
    for match in _NAME.finditer(text, start, end):
        body_start, body_end = match.span("body")
        honorific = match["hon"]
        if not honorific and text.find(" ", body_start, body_end) < 0:
            continue
        pieces = list(_pieces(text, body_start, body_end))
        for number, (begin, stop, alive) in enumerate(pieces):
            first, last = number == 0 and begin == body_start, number == len(pieces) - 1 and stop == body_end
            begin, stop = _trim(text, begin, stop)
            if not alive or begin >= stop:
                continue
            if any(s < stop and begin < e for s, e in blocked):
                continue
            if _AMPERSAND.match(text, stop) or text[max(0, begin - 3) : begin].endswith(
                "& "
            ):
                continue
            words = text[begin:stop].split(" ")
            if text[begin:stop].isspace():
                continue
            own = honorific if first else ""
            full = _shape(words) and bool(_CAPITAL.match(words[0]))
            if not full and not (own and len(words) <= 4):
                continue
            weight = 3 * bool(own)
            numeral = _NUMERAL.match(text, stop)
            suffix = numeral[0] if numeral else match["suffix"] if last and match["suffix"] else ""
            tail = stop + len(suffix)
            if last:
                weight += 3 * bool(match["degree"])
                tail = max(tail, match.end("age") if match["age"] else match.end("degree"))
            plain = [w for w in words if w[0].isalpha() and "." not in w]
            if full and plain:
                weight += 2 * is_given_name(plain[0]) + is_surname(plain[-1])
                weight += any("." in w for w in words[:-1])
            name = (text[begin:stop] + suffix).strip()
            found.append(PersonMention(match.start() if own else begin, tail, name, full, weight))
    return found


def display(name: str) -> str:
    """A name as one would write it: capitals alone become capitalised words ("ROSAMUND J. PELL" → "Rosamund J. Pell")."""
    if not name.isupper():
        return name

    def word(part: re.Match[str]) -> str:
        return part[0] if len(part[0]) == 1 or part[0] in {"II", "III", "IV"} else part[0].capitalize()

    return re.sub(r"[^\W\d_]+", word, name)


def _fold(word: str) -> str:
    return word.strip(".,’'").casefold()


_NAMESAKES = 40
"""So many persons of one surname are told apart; a list with more is not searched for whom "Dr. Roe" means."""


@dataclass(frozen=True, slots=True)
class PersonMemory:
    """The full names of a filing, by each of their words; resolves "Dr. Roe", "J. Roe" and capitals to them."""

    by_last: dict[str, tuple[str, ...]]
    by_word: dict[str, tuple[str, ...]]
    by_both: dict[tuple[str, str], str] = field(default_factory=dict)

    def resolve(self, mention: PersonMention, near: str | None = None) -> str | None:
        """The full name meant; for a short mention None when nobody, or more than one, fits. `near`: preferred on a tie."""
        words = [w for w in re.sub(r",?\s(?:Jr|Sr|II|III|IV)\.?$", "", mention.name).replace(".", ". ").split() if w]
        if not words:
            return None
        last = _fold(words[-1])
        candidates = self.by_last.get(last, ())
        if mention.full:
            initials = [w for w in words[:-1] if len(w.strip(".-")) > 1]
            same = self.by_both.get((_fold(words[0]), last))
            if same:
                return same
            whole = " ".join(_fold(w) for w in words)
            tails = [c for c in candidates if " ".join(_fold(w) for w in c.split()).endswith(" " + whole)]
            if mention.weight >= 3 and len(tails) == 1:
                return tails[0]
            if not initials and candidates:
                fits = [
                    c for c in candidates if c[:1].upper() == words[0][:1].upper() and len(c.split()[0].strip(".")) > 1
                ]
                if len(fits) == 1:
                    return fits[0]
            return display(mention.name)
        pool = candidates or self.by_word.get(last, ())
        if len(words) > 1:
            tail = " ".join(map(_fold, words))
            longer = [c for c in pool if tail in " ".join(map(_fold, c.split()))]
            pool = tuple(longer) or pool
        if near in pool:
            return near
        return pool[0] if len(pool) == 1 else None


def remember(mentions: Iterable[PersonMention]) -> PersonMemory:
    """A memory of the full names among `mentions`; of two spellings of one person the longer, mixed-case one stays."""
    best: dict[tuple[str, str], str] = {}
    for mention in mentions:
        if not mention.full:
            continue
        name = display(mention.name)
        words = [_fold(w) for w in re.sub(r",?\s(?:Jr|Sr|II|III|IV)\.?$", "", name).split()]
        if not words:
            continue
        key = (words[0], words[-1])
        known = best.get(key)
        if known is None or (mention.name == name, len(name)) > (True, len(known)):
            best[key] = name
    by_last: dict[str, list[str]] = {}
    by_word: dict[str, list[str]] = {}
    for (_, last), name in best.items():
        by_last.setdefault(last, []).append(name)
        for word in {_fold(w) for w in name.split()} - {last}:
            by_word.setdefault(word, []).append(name)
    return PersonMemory(
        {k: tuple(v[:_NAMESAKES]) for k, v in by_last.items()}, {k: tuple(v[:_NAMESAKES]) for k, v in by_word.items()}, best
    )
