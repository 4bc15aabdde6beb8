"""Names of diseases → the spellings under which they stand in texts: case, hyphens, accents, British words, plurals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.late import late

# Words that name no disease by themselves; "cancer" stays, filings use it as an indication.
GENERIC = frozenset(
    """disease syndrome disorder neoplasm condition finding infection injury disability lesion mass death stress
    change disorders complication symptom sign failure abnormality toxicity trauma ring fever recurrence obstruction
    perforation rash wound cyst ulcer stricture stone polyp block shock weakness dependence tolerance withdrawal
    abuse tumor tumour malignancy hernia bleeding hemorrhage inflammation edema metastasis relapse remission cold
    bite burn fall allergic atretic colic corn crabs deformity hypercoagulable hypersensitive infectious intrinsic
    malformation manic mole mono regression rumination sensitive sensitivity stenotic withdrawn hyperplastic
    lymphomatous polia pica prolapse squint leeches intersex exhibitionism torula vaccinia borrelia legionella
    neurotoxicity analgesia agenesis amelia alexia delle yaba amusia boil malnourished varix photosensitiveness noma
    pinta favus mania stye pregnancy aging allergy phobia retraction crisis drift tic cough swelling seizure
    discharge hypersensitivity poisoning
    """.split()
)
# British spelling → American, for looking up; the second replaces the first wherever it stands.
_BRITISH = {
    "haem": "hem",
    "aemi": "emi",
    "oede": "ede",
    "tumour": "tumor",
    "oesoph": "esoph",
    "paed": "ped",
    "rrhoe": "rrhe",
    "oestr": "estr",
    "anaem": "anem",
    "foet": "fet",
    "coeli": "celi",
    "gynae": "gyne",
    "caecal": "cecal",
    "leucom": "leukom",
}
IS_BRITISH = late("|".join(sorted(_BRITISH, key=len, reverse=True)))
_ACCENTS = zip("áàâäãåçéèêëíìîïñóòôöõøúùûüýÿ", "aaaaaaceeeeiiiinoooooouuuuyy", strict=True)
_FOLD = dict.fromkeys("-‐‑–—'’‘`´/\"“”([{", " ") | dict(_ACCENTS)
_SPECIAL = late(r"[^\x00-\x7f]")


def fold(text: str) -> str:
    """`text` in lower case, equal in length: hyphens, slashes, quotes and opening brackets as blanks, accents removed.

    >>> fold("Sjögren’s syndrome")
    'sjogren s syndrome'
    """
    low = text.lower()
    if len(low) != len(text):  # a few capitals grow in lower case ("İ"): offsets matter more than they do
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    if low.isascii():
        for mark in "-'/\"([":
            low = low.replace(mark, " ")
        return low
    for mark in sorted(set(_SPECIAL.findall(low)) | set("-'`/\"([{")):
        if mark in _FOLD:
            low = low.replace(mark, _FOLD[mark])
    return low


def american(folded: str) -> str:
    """A folded name in American spelling: "anaemia" → "anemia"."""
    return IS_BRITISH.sub(lambda found: _BRITISH[found[0]], folded)


def american_with_cuts(folded: str) -> tuple[str, list[int], list[int]]:
    """`american(folded)` with, for each place where letters went, its offset there and how many went up to it."""
    parts: list[str] = []
    cuts: list[int] = []
    lost = [0]
    position = gone = 0
    for found in IS_BRITISH.finditer(folded):
        spelling = _BRITISH[found[0]]
        parts += (folded[position : found.start()], spelling)
        gone += len(found[0]) - len(spelling)
        cuts.append(found.end() - gone)
        lost.append(gone)
        position = found.end()
    return "".join((*parts, folded[position:])), cuts, lost


def name_key(name: str) -> str:
    """The key under which names are compared: folded, American, single blanks, no commas."""
    return american(" ".join(fold(name).replace(",", " ").split()))


_EPONYM = late(r"[A-Z][a-zé\-]{3,}[a-rt-z] (?:disease|syndrome|lymphoma|sarcoma|chorea|ataxia)$")


def spellings(name: str) -> tuple[str, ...]:
    """Keys of a name: "Parkinson's disease" also as "parkinson disease", and the other way round."""
    key = name_key(name)
    if " s " in key:
        return key, key.replace(" s ", " ")
    if name.endswith(("disease", "syndrome", "oma", "ataxia", "chorea")) and _EPONYM.match(name):
        return key, key.replace(" ", " s ", 1)
    return (key,)


def plural(key: str) -> str | None:
    """The plural of a key where it is not made by "s" alone: "dystrophy" → "dystrophies"."""
    if key.endswith("y") and len(key) > 5:
        return key[:-1] + "ies"
    if key.endswith("is"):
        return key[:-2] + "es"
    if key.endswith("oma"):
        return key + "ta"
    return None


def usable(name: str) -> bool:
    """False for abbreviations (they stand for too many things) and generic words."""
    if len(name) < 4 or (len(name) < 8 and sum(c.isupper() or c.isdigit() for c in name) > 1):
        return False
    return name.casefold() not in GENERIC


_LONGEST = 64  # characters; longer names are looked up, but no text is searched for them
# "psoriasis 5" is a gene's number, and "psoriasis 5 mg" is not; "infant ALL" would find "infant all"
_NUMBERED = late(
    r"^(?!.*\b(?:type|trisomy|monosomy|covid)\b).* \d+[a-z]{0,2}$| (?:all|net|als|is|as)$|^(?:all|net|ap) "
)


def spelled(terms: Iterable[Sequence[str]]) -> Iterator[tuple[str, str, str]]:
    """Rows (form, ids, searched) of disease terms (id, label, synonyms, parents, same), sorted by form.

    `ids` are those of the best term, then what means the same elsewhere, joined by "|"; a label outranks a synonym, an
    earlier table a later one. `searched` is "y" where texts are searched for the form. Abbreviations keep their case.
    """
    best: dict[str, tuple[int, list[str]]] = {}
    for identifier, label, synonyms, *more in terms:
        same = more[1].split("|") if len(more) > 1 and more[1] else []
        for rank, name in enumerate((label, *filter(None, synonyms.split("|")))):
            if name.casefold() in GENERIC:
                continue
            keys = spellings(name) if usable(name) else (name,)
            for key in keys:
                if key not in best or (rank == 0 and best[key][0] > 0):
                    known = best.pop(key, (0, []))[1]
                    best[key] = (min(rank, 1), [identifier, *same, *known])
                else:
                    best[key][1].extend((identifier, *same))
    for key in list(best):
        other = plural(key)
        if other and key.islower():
            best.setdefault(other, best[key])
    for key in sorted(best):
        ids = list(dict.fromkeys(best[key][1]))
        kept = [ids[0], *(i for i in ids[1:] if i.partition(":")[0] != ids[0].partition(":")[0])][:4]
        search = key == key.lower() and len(key) < _LONGEST and usable(key) and not _NUMBERED.search(key)
        yield key, "|".join(kept), "y" if search else ""
