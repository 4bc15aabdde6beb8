"""A word → is it one of every writer's English, a well-known name, a place?"""

# ruff: noqa: E501 — lists of words read better in few lines

from __future__ import annotations

import lzma
import re
from functools import lru_cache
from importlib.resources import files

from kg.extract.places import find_territories

_PLACES = frozenset(
    "Alabama Alaska Arizona Arkansas California Carolina Colorado Connecticut Dakota Delaware Florida Georgia Hawaii Idaho Illinois "
    "Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska "
    "Nevada Hampshire Jersey Mexico York Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington "
    "Wisconsin Wyoming Ontario Quebec Alberta Manitoba Saskatchewan Queensland Victoria Bavaria Catalonia Saxony Flanders Wallonia "
    "Scotland England Wales Ireland Britain Boston Chicago Houston Philadelphia Phoenix Dallas Austin Denver Seattle Portland Atlanta "
    "Miami Baltimore Pittsburgh Cleveland Cincinnati Detroit Milwaukee Minneapolis Nashville Oakland Sacramento Cambridge Princeton "
    "Toronto Montreal Vancouver Calgary Edmonton Ottawa Winnipeg Halifax London Oxford Edinburgh Glasgow Manchester Birmingham "
    "Bristol Leeds Liverpool Cardiff Belfast Dublin Cork Galway Paris Lyon Marseille Toulouse Lille Nantes Strasbourg Bordeaux Berlin "
    "Munich Hamburg Frankfurt Cologne Heidelberg Leipzig Dresden Stuttgart Düsseldorf Mainz Vienna Graz Salzburg Innsbruck Linz Zurich "
    "Zürich Basel Geneva Bern Lausanne Lugano Brussels Antwerp Ghent Leuven Amsterdam Rotterdam Utrecht Leiden Copenhagen Aarhus Odense "
    "Stockholm Gothenburg Malmö Lund Uppsala Oslo Bergen Trondheim Helsinki Turku Tampere Madrid Barcelona Valencia Seville Bilbao "
    "Lisbon Porto Rome Milan Turin Florence Naples Bologna Genoa Siena Athens Thessaloniki Prague Brno Budapest Szeged Warsaw Krakow "
    "Gdansk Bucharest Sofia Belgrade Zagreb Ljubljana Bratislava Riga Vilnius Tallinn Moscow Petersburg Kiev Kyiv Minsk Istanbul Ankara "
    "Izmir Jerusalem Haifa Rehovot Cairo Lagos Nairobi Johannesburg Durban Mumbai Delhi Bangalore Hyderabad Chennai Pune Kolkata "
    "Ahmedabad Karachi Lahore Dhaka Colombo Singapore Bangkok Hanoi Jakarta Manila Taipei Hsinchu Beijing Shanghai Shenzhen Guangzhou "
    "Suzhou Hangzhou Nanjing Wuhan Chengdu Tianjin Shenyang Tokyo Osaka Kyoto Kobe Nagoya Yokohama Fukuoka Sapporo Sendai Seoul Busan "
    "Incheon Daejeon Sydney Melbourne Brisbane Perth Adelaide Auckland Wellington Havana Bogotá Lima Santiago Caracas Montevideo "
    "Birkenhead Worcester Wichita Hollywood Brooklyn Manhattan Honolulu Memphis Tucson Albuquerque Raleigh Durham Rochester Buffalo "
    "Syracuse Albany Hartford Providence Wilmington Newark Trenton Richmond Norfolk Charleston Columbus Dayton Toledo Indianapolis "
    "Madison Omaha Tulsa Zaragoza Granada Málaga Tampa Orlando Brazil Japan Europe Asia".split()
)  # fmt: skip


@lru_cache(maxsize=1)
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    packed = (files("kg.extract") / "data" / "common-words.txt.xz").read_bytes()
    every = lzma.decompress(packed).decode().split("\n")
    return frozenset(w for w in every if w.islower()), frozenset(w for w in every if not w.islower())


_TRADE = frozenset(
    "sublicense sublicensed sublicenses sublicensing sublicensee sublicensor sublicence licencing biotech biopharma genomics genomic "
    "proteomics biosimilar biosimilars biologics biologic immunotherapy immunotherapies biomarker biomarkers oncology preclinical nonclinical "
    "therapeutics dermatology ophthalmology nephrology hepatology endocrinology rheumatology commercialization commercialize "
    "pharmacokinetic pharmacodynamic biotechnology nanotechnology microbiome nutraceutical nutraceuticals telehealth online website "
    "email blockchain fintech covid coronavirus lentiviral retroviral adenoviral biomedical bioscience biosciences".split()
)


def is_common(word: str) -> bool:
    """Is the word, in small letters, one of every writer's English, or of this trade's?"""
    low = word.lower().replace("’", "'")
    low = low[:-2] if low.endswith("'s") else low
    small = _lists()[0]
    return low in small or low in _TRADE or ("-" in low and all(not part or part in small for part in low.split("-")))


def is_known(word: str) -> bool:
    """Is the word a well-known name of a person, a place, a brand?"""
    return word in _lists()[1] or word in _PLACES


@lru_cache(maxsize=8192)
def is_place(phrase: str) -> bool:
    """Is the whole phrase the name of a country, a region, a state or a well-known city?"""
    if phrase in _PLACES or re.fullmatch(r"(?:New|North|South|East|West|San|Los|Las|Santa|St\.?|Saint|Fort|Port|El|Hong|Kuala|Buenos|Rio|Cape|Salt|Tel) [A-Z]\w+(?: City| Lake| de Janeiro)?", phrase):
        return True
    found = find_territories(phrase)
    return bool(found) and found[0].start == 0 and found[0].end == len(phrase)
