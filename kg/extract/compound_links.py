"""Sentences → statements that two names mean one drug: "X (Y)", "X, formerly Y", "X, sold under the name Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.compound_domain import Domain
from kg.extract.compound_rules import ALIAS_RULE, Link
from kg.extract.compound_shapes import CODE_SHAPE, MARK, kind_of, name_after, name_before
from kg.extract.compound_stems import CATION, FORM, SUFFIX, is_weak, known_brands
from kg.extract.late import late

_DIGITS = late(r"\d")
_PARENTHESIS = late(r"\(([^()]{2,60})\)")
_INNER = late(
    rf"(?:(?:[A-Z][\w&.’'-]* )?(?:(?:internal |laboratory |lab |project )?(?:reference|docket|code|"
    rf"ref\.)(?: (?:number|no\.))?):? )?"
    rf"(?:the (?:compound|drug|product|molecule|candidate|antibody) (?:that )?(?:[A-Z][\w&.-]*|we|it|the Company) )?"
    rf"(?:(?:INN|USAN|generic(?: name)?|brand(?: name)?|trade name|code(?: name)?|or|the|a|our|its)(?:: ?| "
    rf"))?(?:also |formerly |previously |now |originally |then |once |later |had )*(?:known |called |designated "
    rf"|named |"
    rf"referred to |marketed |sold )?"
    rf"(?:as |under the name )?(?:the )?(?:recombinant |human |humanized |synthetic |inhaled |oral |intravenous |"
    rf"topical |injectable |injected |subcutaneous |nasal |intranasal |transdermal |ophthalmic |liposomal |pegylated |"
    rf"micronized |generic |(?:extended|sustained|delayed|controlled|immediate)-release )*[“\"‘']?({CODE_SHAPE}|"
    rf"(?:{CATION} )?[A-Za-z][A-Za-z]{{3,}}(?:-[A-Z0-9][A-Za-z0-9]*)?"
    rf"{SUFFIX})[”\"’']?{MARK}?"
    rf"(?:,? (?:{FORM}|gel|for injection))?(?:,? \d[\d.,]* ?(?:%|mg|mcg|µg|g|mL|ml|IU)(?:/m[Ll])?)?(?:,? or "
    rf"[“\"‘']?({CODE_SHAPE})[”\"’']?)?\Z"
)


def parentheses(text: str, near: Domain) -> Iterator[Link]:
    for match in _PARENTHESIS.finditer(text):
        at = match.start()
        inner = _INNER.match(match[1]) if near(at, match.end(), 500) else None
        if inner is None or kind_of(inner[1]) is None:
            continue
        left = name_before(text, at - 1 if at and text[at - 1] == " " else at)
        if left is None:
            continue
        if kind_of(inner[1]) == "code" and re.search(
            r"[\w®™] ?(?:\+|/|plus|with) \Z", text[max(0, left[1] - 12) : left[1]]
        ):
            continue  # the code of a combination
        one, other = left[0], inner[1]
        kinds = (left[2], kind_of(other))
        if kinds[1] is None or one.lower() == other.lower():
            continue
        if kinds[1] == "code" and re.search(
            r"\bdeliver(?:y|s|ing)? (?:of )?[^.;()]{0,50}$", text[max(0, left[1] - 70) : left[1]]
        ):
            continue  # what the drug carries, not its other name
        explicit = bool(re.match(r"(?:also |formerly |previously |now |originally |known |marketed |sold )", match[1]))
        if kinds == ("code", "brand") and not (explicit or text[match.end() - 2] in "®™" or is_weak(other.lower())):
            continue
        if kinds[0] == "brand" and not (
            kinds[1] == "inn"
            or text[at - 2 : at - 1] in "®™"
            or (is_weak(one.split(" ")[0].lower()) and kinds[1] == "code")
        ):
            continue
        if (
            kinds[0] == "inn"
            and kinds[1] == "brand"
            and not (explicit or "®" in match[1] or "™" in match[1] or other in known_brands())
        ):
            continue
        if kinds[1] == "code" and kinds[0] == "code" and not explicit and _DIGITS.findall(one) == []:
            continue
        yield Link(one, other, left[1], match.end(), ALIAS_RULE.name)
        if inner[2]:
            yield Link(one, inner[2], left[1], match.end(), ALIAS_RULE.name)


ALIAS = {
    "verb": late(
        r"\b(?:known|called|designated|named|renamed|referred to|marketed|sold|branded|developed|coded|code-named|"
        r"identified|docketed|catalogu?ed|indexed|recorded)"
        r"(?: (?:within|at|by|in|to|inside|under|outside|internally|generically) [^,.;()]{1,40}?)??(?: as|,) (?:the "
        r")?(?=[“\"‘'A-Za-z])|\b(?:called|named|designated|renamed|branded|written|dubbed|"
        r"numbered|nicknamed|labell?ed) (?=[“\"‘'A-Z])"
    ),
    "plain": late(
        r"\b(?:formerly|previously|originally|now|then called|a/k/a|f/k/a|aka)(?: [A-Z][\w&.-]*(?: "
        r"[A-Z][\w&.-]*){0,3}[’']s?)? (?=[“\"‘'A-Za-z])"
    ),
    "which": late(
        r"\b(?:call|calls|called|refers? to as|designates?|designated|names?|named|knew as|knows? as|markets? (?:as|"
        r"under the name)|sells? (?:as|under the name)|renames?|renamed|will call|developed as|develops as|"
        r"(?:advance|develop|develops|test|study|market|sell|take forward|pursue) (?:it )?(?:as|under the (?:name|"
        r"code name|code|designation))) "
        r"(?=[“\"‘'A-Za-z])"
    ),
    "whose": late(r"(?:\bwhose|[’']s) (?:[a-z-]+ ){0,3}name (?:is|will be|was) (?=[“\"‘'A-Za-z])"),
    "brand": late(
        r"\b(?:brand|trade|proprietary|generic|commercial|branded|nonproprietary|chemical)(?: name| version| form)? "
        r"(?:of|for) (?=[“\"‘'A-Za-z])"
    ),
    "assigned": late(
        r"\b(?:assigned|given|chosen|adopted|selected|approved|granted|accepted)(?: (?:it|to it))? the "
        r"(?:[a-z-]+ ){0,2}names? (?=[“\"‘'A-Za-z])"
    ),
    "or": late(r", or (?=[“\"‘'A-Za-z])"),
    "form": late(
        r"(?:,? an?|, our|, the|, its)(?: [a-z-]+){0,3} (?:form|formulation|version|salt|solution|preparation|"
        r"crystal form) of (?:the )?(?:(?:[\w-]+ ){1,4}(?:inhibitor|agonist|antagonist|modulator|blocker|peptide|"
        r"steroid|"
        r"antibiotic|opioid|nucleoside) |[a-z-]+ )?(?=[a-z])"
    ),
}
_FILLER = frozenset(
    "which is was that now also previously formerly once originally initially generically internally better to be "
    "being then and has been will from on are were have".split()
)
_THEN = late(
    r",? (?:and|but) (?:which )?(?:[a-z]+ ){0,5}?(?:by [A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3} )?(?:as|from now on|now|"
    r"called|renamed|designated|(?:(?:the )?[A-Z][\w&.-]*|we) (?:calls?|designates?|names?|knows? as|refers? to as)) "
    r"(?=[“\"‘'A-Za-z])"
)


_BRAND_OF = late(r"(?:, (?:the|an?|its|our)|[®™]? (?:is|was)(?: the| an?)?)(?: [\w’'&.-]+){0,2}? \Z")

_DESCRIBED = late(r", (?:an?|the|our|its) [^,.;:()]{3,80},? ?\Z")  # "X, an oral inhibitor formerly called Y"


def _unfilled(text: str, at: int) -> int:
    """Where a clause such as "which is also" before `at` begins: there the first name ends."""
    while at > 1 and text[at - 1] == " ":
        begin = text.rfind(" ", max(0, at - 14), at - 1) + 1
        if text[begin : at - 1].lower() not in _FILLER:
            break
        at = begin
    return at


def spoken_links(text: str, matches: Sequence[tuple[str, re.Match[str]]], near: Domain) -> Iterator[Link]:
    """Links by words: "X, formerly Y", "X, known at Z as Y", "X, which Z calls Y"."""
    for kind, match in matches:
        at = match.start()
        if not near(at, match.end(), 200):
            continue
        other = name_after(text, match.end())
        if other is None:
            continue
        if kind == "which":
            which = text.rfind("which ", max(0, at - 60), at)
            if which < 0 or text[which:at].count(" ") > 7:
                continue
            at = which
        elif kind == "assigned":
            at = text.rfind(", for which ", max(0, at - 110), at)
            if at < 0:
                continue
        elif kind in ("verb", "plain"):
            at = _unfilled(text, at)
        elif kind == "brand":
            lead = _BRAND_OF.search(text, max(0, at - 40), at)
            if lead is None:
                continue
            at = lead.start() + (text[lead.start()] == " ")
        one = name_before(text, at - 1 if at and text[at - 1] == " " else at)
        described = _DESCRIBED.search(text, max(0, at - 100), at) if one is None and kind in ("verb", "plain") else None
        if described:
            one = name_before(text, described.start())
            one = one if one and one[2] == "code" and other[2] == "code" else None
        if kind == "form":
            if one and one[2] == "code" and other[2] == "inn":
                yield Link(one[0], other[0], one[1], other[1], ALIAS_RULE.name)
            continue
        if kind == "or" and (
            one is None or {one[2], other[2]} != {"code", "inn"} or text[other[1] : other[1] + 1] not in (",", ".", ")")
        ):
            continue
        chained = _THEN.match(text, other[1])
        third = name_after(text, chained.end()) if chained else None
        if (
            (
                one
                and "brand" in (one[2], other[2])
                and "code" not in (one[2], other[2])
                and not (kind in ("verb", "which", "brand") and "inn" in (one[2], other[2]))
            )
            or (
                one
                and one[2] == "brand"
                and kind != "brand"
                and not is_weak(one[0].lower())
                and one[0] not in known_brands()
            )
            or (
                one
                and one[2] == "inn"
                and other[2] == "brand"
                and kind != "brand"
                and not re.match(r"(?:marketed|sold|branded|markets|sells)|whose brand", match[0])
            )
        ):
            one = None
        if one and one[0].lower() != other[0].lower():
            yield Link(one[0], other[0], one[1], other[1], ALIAS_RULE.name)
        if third and "code" in (third[2], other[2]) and third[0] != other[0]:
            yield Link(other[0], third[0], at, third[1], ALIAS_RULE.name)
