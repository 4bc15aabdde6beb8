"""Text → territories named in it: countries, regions and phrases such as "every country except Japan"."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.late import late


@dataclass(frozen=True, slots=True)
class Territory:
    """Words at `[start, end)` that name a territory; `label` as written ("worldwide" for the world), what is left out."""

    start: int
    end: int
    label: str
    excluded: tuple[str, ...] = ()


_COUNTRIES = (
    "Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh|Belarus|Belgium|"
    "Bolivia|Bosnia(?: and Herzegovina)?|Brazil|Brunei|Bulgaria|Cambodia|Cameroon|Canada|Chile|(?:[Mm]ainland |Greater |the )?(?:People['’]s Republic of )?China(?: \\(PRC\\))?|PRC|"
    "Colombia|Costa Rica|Croatia|Cuba|Cyprus|(?:the )?Czech Republic|Czechia|Denmark|(?:the )?Dominican Republic|Ecuador|Egypt|El Salvador|Estonia|Ethiopia|"
    "Finland|France|Germany|Ghana|Great Britain|Greece|Guatemala|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq|Northern Ireland|"
    "(?:the )?Republic of Ireland|Ireland|Israel|Italy|Jamaica|Japan|Jordan|Kazakhstan|Kenya|(?:the )?Republic of Korea|South Korea|North Korea|Korea|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|"
    "Libya|Liechtenstein|Lithuania|Luxembourg|Macau|Macao|(?:North )?Macedonia|Malaysia|Malta|Mexico|Moldova|Monaco|Mongolia|Montenegro|Morocco|Myanmar|Nepal|"
    "(?:the )?Netherlands|New Zealand|Nicaragua|Nigeria|Norway|Oman|Pakistan|(?:the )?Palestinian (?:Authority|Territories)|Panama|Paraguay|Peru|(?:the )?Philippines|Poland|Portugal|Puerto Rico|Qatar|Romania|"
    "Russia|(?:the )?Russian Federation|Saudi Arabia|Serbia|Singapore|Slovakia|(?:the )?Slovak Republic|Slovenia|South Africa|Spain|Sri Lanka|Sweden|Switzerland|Syria|Taiwan|"
    "Tajikistan|Tanzania|Thailand|Tunisia|Turkey|Türkiye|Turkmenistan|Uganda|Ukraine|(?:the )?United Arab Emirates|(?:the )?UAE|(?:the )?United Kingdom|(?:the )?UK\\b|(?:the )?U\\.K\\.|"
    "England|Scotland|Wales|(?:the )?United States of America|(?:the )?United States|(?:the )?U\\.S\\.A?\\.?|(?:the )?USA\\b|(?:the )?US(?![\\w$])|Uruguay|Uzbekistan|Venezuela|Vietnam|Yemen|Georgia"
)
_REGIONS = (
    "North and South America|North and Central America|Central and South America|North America|South America|Central America|Latin America|(?:the )?Americas|"
    "(?:the )?European Union|(?:the )?E\\.?U\\.?(?!\\w)|(?:the )?European Economic Area|(?:the )?EEA\\b|(?:Western |Eastern |Central |Continental |Central and Eastern )?Europe|(?:Southeast |South-East |East |South |Southeastern |Central )?Asia(?:[ -]Pacific)?(?: region)?|"
    "(?:the )?Asia[- /]Pacific(?: region)?|(?:the )?Pacific Rim|(?:the )?Far East|(?:the )?Middle East(?:ern countries)?|(?:North |sub-Saharan |Sub-Saharan |South )?Africa|Australasia|Oceania|Scandinavia|(?:the )?Nordic(?: countries| region| territories)?|(?:the )?Baltic(?: states| countries)?|"
    "(?:the )?Benelux(?: countries)?|(?:the )?Caribbean|(?:the )?Caucasus|(?:the )?Commonwealth of Independent States|(?:the )?CIS\\b|ASEAN(?: (?:countries|member states|region))?|(?:the )?Andean (?:countries|region|states|Community|Pact)|(?:the )?DACH(?: region| countries)|(?:the )?EU-?5\\b|(?:the )?Mercosur(?: countries| states)?|(?:the )?Southern Cone|(?:the )?APAC(?: region)?|(?:the )?Gulf States|LATAM|(?:the )?MENA(?: region)?|(?:the )?Balkans|Iberia|(?:the )?Gulf(?: states)|(?:the )?Gulf Cooperation Council(?: countries| states)?|Greater China|(?:the )?former Soviet Union|(?:the )?(?:Western|Eastern|Northern|Southern) [Hh]emisphere|(?:the )?Levant|Antarctica|(?:the )?Maghreb|(?:the )?British Isles|(?:the )?Iberian Peninsula|(?:the )?West Indies|(?:the )?Indian [Ss]ubcontinent"
)
_ADJECTIVES = {
    "North American": "North America", "South American": "South America", "Latin American": "Latin America", "European": "Europe",
    "Japanese": "Japan", "Asian": "Asia", "Chinese": "China", "Korean": "Korea", "Canadian": "Canada", "Australian": "Australia",
    "German": "Germany", "French": "France", "Italian": "Italy", "Spanish": "Spain", "Nordic": "Nordic countries",
    "Scandinavian": "Scandinavia", "Israeli": "Israel", "Brazilian": "Brazil", "Mexican": "Mexico", "Indian": "India",
    "Russian": "Russia", "British": "United Kingdom", "American": "United States", "Taiwanese": "Taiwan",
}  # fmt: skip
_SPEAKING = r"(?:(?:the )?[A-Z][a-z]+-speaking (?:(?:parts?|cantons?|regions?|provinces?|areas?|countries) (?:of|in) )?)"
_ONE = rf"(?:{_SPEAKING}?(?:{_REGIONS}|{_COUNTRIES}))"
_EXTRA = (
    r"(?:(?: and|, (?:and |with |including )?| with|, together with|, including) ?(?:its|their|all(?: of)? its|all) (?:territories(?:,? (?:and )?(?:protectorates and )?possessions)?|possessions(?: and territories)?|commonwealths|provinces(?: and territories)?|dependencies|overseas territories|colonies))?"
)
_PLACE = rf"(?<![\w.-])(?:the )?{_ONE}(?!\w){_EXTRA}"
_LIST = rf"{_PLACE}(?:(?:, | and |, and | or | & )(?:in )?{_PLACE})*"
_SAVE = r"(?:,? ?\(?(?:except(?:ing)?(?: for| in)?|other than|but(?: not)?|excluding|outside(?: of)?|save(?: for| in)?|apart from|exclusive of|with the exception of|not including|beyond|aside from))"
_WORLD = (
    rf"(?:(?:in |for |of |throughout |across |to )?(?:all|every|each|any)(?: of the)? (?:other )?(?:countr(?:y|ies)|territor(?:y|ies)|jurisdictions?|markets?)(?: (?:of|in|around|throughout) the world|(?! (?:of|in) {_PLACE}))"
    rf"|(?:throughout|in|across|around|all over|of|anywhere in|for|to) the (?:(?:entire|whole|rest of the) )?(?:world|globe|universe)|the (?:entire|whole) world|the world(?={_SAVE} (?:in )?{_PLACE})|anywhere(?: in the world)?"
    r"|world-?\s?wide|global(?:ly)?|Worldwide|Global|WORLDWIDE|(?:without|has no|with no|no|subject to no|free of) (?:any )?(?:geographic(?:al)?|territorial) (?:limit(?:ation)?s?|restrictions?|bounds?)|(?:every|all) fields and territories|everywhere|on (?:every|all) continents?|unrestricted (?:as to|in) (?:territory|geography|country|place)|without (?:any )?(?:limit|limitation|restriction)s? (?:as to|of|on) (?:territory|geography|country|place))"
)
_TERRITORY = late(
    rf"(?P<countries>(?:(?:in |for |throughout |across |to )?(?:all|every|any|each)|the)(?: of the)?(?: other)? (?:countr(?:y|ies)|member states?|states|markets?|territor(?:y|ies)) (?:of|in) (?P<of>{_PLACE})(?:{_SAVE} (?:in )?(?P<not>{_LIST})\)?)?)"
    rf"|(?P<world>(?<![\w-]){_WORLD})(?P<save>(?: rights?| licen[cs]es?| basis)?{_SAVE} (?:in )?(?:(?:those|that|countries) (?:of|in) )?(?P<but>{_LIST})\)?)?"
    rf"|(?P<outside>(?<![\w-])(?:(?:all |every |other )?(?:countr(?:y|ies)|territor(?:y|ies)|markets|world|rights) )?(?:outside(?: of)? |ex-|excluding |(?<=ies )(?:other than|except(?: for)?) )(?P<beyond>(?:the )?{_ONE}(?!\w){_EXTRA}(?:(?:, | and | or ){_PLACE})*|those (?:\w+ )?countries))"
    rf"|(?P<rest>(?:the )?rest of (?:the world|world|{_PLACE})|every other country|(?:all |(?<!certain )(?<!some )(?<!several ))other countries|elsewhere)"
    rf"|(?P<people>(?<![\w-])(?:{'|'.join(_ADJECTIVES)}))(?=,? (?:(?:and|or) \w+ )?(?:[a-z]+ ){{0,2}}(?:rights|licen[cs]e|market|territory|option))"
    rf"|(?P<provinces>(?:the )?(?:(?:neighbou?ring|coastal|Chinese|western|eastern|northern|southern) )?(?:provinces?|cantons?|prefectures?|departments?|emirates?) of (?P<names>[A-Z]\w+(?:(?:, and |, | and )(?:the )?[A-Z]\w+(?: [A-Z]\w+)?)*))"
    rf"|(?P<list>{_LIST})(?P<limit>{_SAVE} (?P<minus>{_LIST})\)?|, including (?P<with>{_LIST}))?"
)
_REGION = late(rf"(?:the )?(?:{_REGIONS})")
_SPLIT = late(
    r"(?<!North)(?<!Central)(?<!South)(?:, and | and |, | or | & )(?:in )?(?!its |their |all |Herzegovina)(?=the |[A-Zm])"
)
_PLACE_IN_NAME = late(
    r"(?:[Uu]niversity of|[Bb]ank of|[Ii]nstitute of|[Cc]ollege of|[Hh]ospital of|\d{5}|State of|laws of|incorporated in|organi[sz]ed in|under the laws of|law of|courts? of|Government of|government of|Army of|issued|Bureau of|dollars of)(?: the)? ?$"
)
_ADJECTIVAL = late(
    r"\s?(?:patents?|dollars?|[Gg]overnment|law|courts?|GAAP|Patent|Food|Securities|Department|District|Treasury|federal|Federal|citizen|person|Army|Pharmacopeia|patent application|Dollars|currency|taxpayer|Code|regulat|Internal|tax|Bankruptcy|Attorney|Dist)"
)


_OVERSEAS = late(r",.*")


def strip_the(label: str) -> str:
    """ "the United States" → "United States"."""
    label = re.sub(r"^(?:in |for |of |throughout (?=the U|C|E)|across |to )?(?:the )?", "", label).strip(" ,")
    return label.rpartition("(")[0].strip() if label.count("(") > label.count(")") else label


def _parts(listed: str) -> list[str]:
    return [strip_the(part) for part in _SPLIT.split(listed) if strip_the(part)]


def find_territories(text: str) -> list[Territory]:
    """Territories in order; each member of a list is one, a limited phrase ("Asia excluding Japan") stays whole."""
    found: list[Territory] = []
    for match in _TERRITORY.finditer(text):
        start, end = match.span()
        whole = match[0]
        if match["world"]:
            if match["save"]:
                found.append(Territory(start, end, strip_the(whole), tuple(_parts(match["but"]))))
            elif re.match(r"(?:in |for |of |to |throughout |across )?(?:any|each) ", whole) or (
                whole in ("everywhere", "anywhere", "globally")
            ):
                if whole in ("globally", "anywhere", "everywhere"):
                    found.append(Territory(start, end, "worldwide"))
            elif " other " in whole or re.search(r"rest of", whole):
                found.append(Territory(start, end, strip_the(whole)))
            else:
                found.append(Territory(start, end, "worldwide"))
        elif match["countries"] or match["outside"] or match["rest"]:
            label = strip_the(whole)
            if label == "elsewhere":
                continue
            label = re.sub(r"^(?:rights|world) (?=outside|ex)", "", label)
            excluded = (
                tuple(_parts(match["beyond"])) if match["beyond"] and not match["beyond"].startswith("those") else ()
            ) or (tuple(_parts(match["not"])) if match["not"] else ())
            found.append(Territory(start, end, label, excluded))
        elif match["provinces"]:
            at = match.start("names")
            for part in re.split(r", and |, | and ", match["names"]):
                here = text.index(part, at, end)
                at = here + len(part)
                found.append(Territory(here, at, strip_the(part)))
        elif match["people"]:
            found.append(Territory(start, end, _ADJECTIVES[whole]))
        elif match["list"]:
            if _PLACE_IN_NAME.search(text, max(0, start - 26), start):
                continue
            if match["limit"] and match["with"] and not _REGION.fullmatch(kept := strip_the(whole[: match.start("limit") - start])):
                found.append(Territory(start, match.start("limit"), kept))  # "China, including Hong Kong": a country and its parts
                found += [
                    Territory(here := text.index(part, match.start("with"), end), here + len(part), part)
                    for part in _parts(match["with"])
                ]
                continue
            if match["limit"]:
                excluded = tuple(_parts(match["minus"])) if match["minus"] else ()
                kept = whole[: match.start("limit") - start]
                if excluded and len(members := _parts(kept)) > 1:
                    here = start
                    for part in members:  # "mainland China, Hong Kong and Macau, but not Taiwan"
                        here = text.index(part, here, end)
                        limited = part == members[-1] and _REGION.fullmatch(part)  # "Spain and Latin America (other than Brazil)"
                        found.append(Territory(here, end, strip_the(text[here:end]), excluded) if limited else Territory(here, here + len(part), part))
                    continue
                found.append(Territory(start, end, strip_the(whole), excluded))
                continue
            if _ADJECTIVAL.match(text, end) or text[end : end + 2] in ("'s", "’s") or text[end : end + 1] == "-":
                continue
            at = start
            for part in _SPLIT.split(whole):
                here = text.index(part, at, end)
                at = here + len(part)
                found.append(Territory(here, at, _OVERSEAS.sub("", strip_the(part))))
    return found
