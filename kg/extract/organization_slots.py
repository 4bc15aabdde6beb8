"""Text that speaks of licensing → the parties whose names no legal form tells: "licensed to Hansung Bio", "from Norfeld".

A capitalised phrase is weighed by what it ends with, by its words that no list of English holds, and by its slot: what
stands before it ("licensed to", "our licensor") and after it ("granted us", "'s licence"). Persons, places, drugs,
diseases, defined terms and short forms of names told in full elsewhere are none.
"""

# ruff: noqa: E501 — a pattern reads better unbroken

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.extract.common_words import is_common, is_known, is_place
from kg.extract.compound_stems import known_brands
from kg.extract.compound_words import is_coined
from kg.extract.late import late
from kg.extract.organization_words import NEVER_NAME
from kg.extract.organizations import Name
from kg.extract.person_names import find_persons, is_given_name
from kg.extract.scan import cue
from kg.extract.slot_words import (
    BLOCK,
    BODY_HEAD,
    BODY_TAIL,
    FINANCE,
    GENERAL_TAIL,
    NATIONS,
    OPENERS,
    PREFIX,
    PUBLIC,
    TRADE_TAIL,
)
from kg.names import LEGAL_FORMS, org_key

_CUE = cue(r"licen[cs]|royalt|rights? (?:to|in|of|for|under)\b|rights\b|assign(?:ed|s|ment)\b|patents?\b|invent(?:ed|ors?)\b|technology\b|options? (?:to|on|for|over|in|upon)\b|right\b|up-?front\b|milestones?\b", re.I)
_NEAR = 260
"""A name is a party when so near to a word of licensing, in one paragraph."""
_MANY = 300
"""So many different phrases of one text are looked at; each is sought in the whole of it."""
_PLACES = 40
"""So often a phrase is looked at for what stands beside it."""
_QUOTES, _UNQUOTES = ("“", '"', "‘"), ("”", '"', "’")
_SURNAME = late(r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|Professor)\.? (?:[\w.-]+ ){0,2}|\b[A-Z]\. )$")
_GOES_ON = late(r" [A-Z]| ?[®™]")
"""A longer name, or a trade mark."""
_CAP = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w-]*(?:['’](?!s\b)[\w-]+)?"
_PHRASE = late(
    rf"(?<![\w.’'&-]){_CAP}(?:(?: & | \+ | (?:of|for)(?: the)? | in right of | (?:de|del|della|di|du|des|y|e|und|et|für|w|van|der|zur|pour|per) | ){_CAP}){{0,8}}"
)
_JOINT = late(r" (?:of|for)(?: the)? ")
_WORD = late(r"[^\W\d_][\w'’-]*")
_SENTENCE_END = late(r"(?<!\b[A-Z])(?<!Inc)(?<!Ltd)(?<!Corp)(?<!Co)[.!?]['”\"’]? (?=[A-Z“\"(])|;|^", re.M)
_LETTERS = late(r"[A-Z]{2,}\d*$")

_HOLDER = (
    r"(?:co-?)?(?:licensors?|licensees?|sub-?licensors?|sub-?licensees?|partners?|inventors?|(?:co-?)?owners?|assign(?:ees?|ors?)|optionees?|collaborators?|counterpart(?:y|ies)|competitors?|makers?|compan(?:y|ies)"
    r"|firms?|group|enterprise|cooperative|originators?|holders?|distributors?|subsidiar(?:y|ies)|affiliates?|parent|predecessors?|successors?|university|institution|foundation|institute|hospital|charity|concern|house|chain|maker|shareholder|wholesaler|manufacturer|supplier|agency|grantors?|grantees?|arm)"
)
_BEFORE = late(
    rf"(?:\b{_HOLDER}(?: (?:in|for|of) [\w .-]{{2,25}})?,?(?: is| was| are|:|,| named| called| known as)?(?: now| then| currently)?|(?:[Ll]icens(?:or|ee)|[Pp]artner|Originator|[Gg]rant(?:or|ee)|Owner|Territory|Party)\w* ?[:—–-]"
    r"|\b(?:from|by|with|through|via|between|among|toward)|\bbetween [^.;]{2,90} and"
    r"|\b(?:licen|sublicen|grant|assign|sold|sell|convey|transfer|ced(?:ed|es)|made over|g[ai]ve|extend|accord|award|issue|pass|return|revert|belong|put out|royalt|fees?\b|pa(?:y|id)|owed?|due\b|obligat|let\b|confer|contribut|furnish|made available|offer|rights? )[^;]{0,110}\bto"
    r"|\b(?:licen[cs]es?|licensing|rights|patents?|property|in favou?r|hands|sublicen[cs]es?|royalt(?:y|ies)|portfolio|know-how|permission|consent|grant|leave|invention|interests?|that|those|settlement|contract|agreement|shares|acquisition|merger) of"
    r"|\bin (?:the )?(?:[\w-]+ )?hands of|\bpersuaded|\bgrants?(?:ed)?|\blicens(?:es|ed)|\bgives|\bgave|\bauthori[sz]ed|\bpermitted|\bmeans|\bin favou?r of|\bthanks to|\blicensed only) (?:the )?$",
    re.I,
)
_SURE = late(
    rf"(?:\b{_HOLDER},?|\b(?:agreement|settlement|contract|alliance|partnership|collaboration|deal|merger) with|\b(?:licensed|sublicensed|granted|assigned|sold|conveyed|transferred|ceded) [^;.]{{0,70}}\bto) (?:the )?$"
)
"""Slots in which no drug stands."""
_OBJECT = late(r"\b(?:[Rr]ights?|licen[cs]es?|titles?|access|options?|sublicen[cs]es?|interests?|claims?|relat(?:ed|es|ing)|respect|applied|use|designated|treatment|switch(?:ed)?|compared|similar|equivalent|sales) (?:to|of|with|by|in) (?:the )?$")
"""What a right is to ("rights to Abraxane") is no party unless its name says so."""
_WEAK_BEFORE = late(r"(?:\b(?:of|for|and|or|to|with|by|on|at|than|against|upon|is|was|are|becomes?|while|because|that|which|whom|how|when|since|where|what|why|did|does|has|had|whose|nor|both|neither)|[,;:(/—–-]|[.!?]['”\"’]?|\A|[“\"‘]) ?(?:the )?$", re.I)
_ADVERBS = r"(?:,[^,;.]{3,90},)?(?: (?:has|have|had|having|will|would|shall|may|must|also|then|now|in turn|thereupon|thereafter|alone|subsequently|later|already|itself|hereby|recently|still|once|since|never|not|duly|today|was|is|were|are|been|being|who|which|that|did|does|do|to|so|too|again|just|only|either|both|each|in \d{4}|ha[sd] (?:in turn|since)))*"
_AFTER = late(
    rf"{_ADVERBS} (?:grant|licens|licenc|sublicens|assign|obtain|acquir|t(?:ook|akes?)\b|h(?:eld|olds?)\b|receiv|owns?\b|owned\b|owe[sd]?\b|pa(?:ys?|id)\b|exercis|agree|terminat|g[ai]ve[sn]?\b|sold\b|sells?\b|convey|transfer|ceded?\b|ma[dk]e[s]? (?:over|available)|retain"
    r"|elect|return|commenc|recogni[sz]|gets?\b|got\b|drop|permit|furnish|kept\b|keeps?\b|relinquish|surrender|discover|develop|announc|enter|execut|sign|allow|consent|bought\b|buys?\b|purchas|derive|became|becomes?\b|remain|continu|waive|contribut|provid|extend|accord|confer|invent|market|distribut|settle|sublet|undert(?:ook|akes?)|notif|inform|charge[sd]?\b|expects?\b|ha(?:s|d|ve) (?:the|an?|its|been|no|exclusive|all|licens|assign)|said\b|says\b|merged|select|opt(?:s|ed)\b|initiat|complet|accept|controls?\b|controlled)"
    rf"|['’]s? (?:[\w-]+,? ){{0,4}}(?:licen|rights?\b|option|patent|sublicen|technolog|royalt|know-how|consent|territor|invention|portfolio|method|process|platform|compound|antibod|vaccine|vector|delivery of|drug|product|agreement|heirs)"
    rf"|,? (?:\((?:the |as |our |whose |which |“)?[“\"]?(?:[Ll]icen[cs]|[Ss]ublicen[cs]|[Oo]wner|[Pp]artner)|(?:and|with|or) (?:we|us|our|the Company)\b|as (?:the |our |its )?(?:[\w-]+ )?(?:licens|sublicens|owner|assign|grant|option))"
    rf"|, (?:the |our |its |an? |then |now |as |both |each |likewise )+(?:[\w’-]+ ){{0,5}}{_HOLDER}\b"
    rf"| (?:is|was|are|remains?|becomes?) (?:both |also |now |then |still )*(?:the |our |its |an? |sole |exclusive )+[^.;]{{0,60}}(?:licens|{_HOLDER}\b)"
    rf"|, (?:under|by) (?:a |an |the |its )?(?:[\w-]+ )?(?:licen[cs]e|sublicen[cs]e|assignment|agreement)"
)
_ACTS = late(
    r"(?:,[^,;.]{3,90},)?(?: (?:has|have|had|will|shall|also|then|now|in turn|thereupon|thereafter|subsequently|later|already|recently|never|not|duly|today|who|which|that|did|does))*"
    r" (?:grant|licens|sublicens|assign|obtain|acquir|pa(?:ys?|id)\b|agree[ds]?\b|terminat|exercis|convey|transfer|g[ai]v|return|holds?\b|held\b|owns?\b|owed?\b|took\b|takes\b|bought|sold\b|sells\b|elect|relinquish|surrender|retain)"
    r"|['’]s? (?:[\w-]+,? ){0,2}(?:licen[cs]es?\b|rights?\b|option|patents?\b|sublicen|consent)"
)
"""What one who acts does; a drug is "approved", it does not grant."""
_WEAK_AFTER = late(r"(?:,? (?:which|who|whose|to whom|to which|from which|from whom|under which|of which|an?|the|and|or|for|in|on|under|but|as|of|with|at|by|against)\b|[,;:.?)/—–]|['’]s\b|\Z| \(|[”\"’])")
_MODIFIER = late(r" (?:[\w-]+ ){0,2}(?:[Ll]icen[cs]e|[Ss]ublicen[cs]e|[Aa]greement|[Oo]ption|[Pp]atents?|[Cc]ollaboration)\b")
_SEAT = late(r", [A-Z][\w.]+(?: [A-Z][\w.]+)?(?=[,.; )]|\Z)")
_PLACE_BEFORE = late(r"\b(?:at|in|near|outside|into|throughout|within|around|across) (?:the )?$", re.I)
_FASHIONED = late(r"-[a-z]+(?:ed|ing|like|free|based|type|class)\b")
_MARKED = late(r"[®™]|\s?\((?:[a-z]{5,}|®|™|TM)")
_TITLE_BEFORE = late(r"(?:\b(?:Dr|Drs|Mr|Mrs|Ms|Prof|Messrs|St|Sir|Professor|Professors|Lord|Lady|Dame|President|Judge|Justice|Section|Item|Article|Note|Phase|Exhibit|Schedule|Form|Rule|No|Nos|Class|Series|Figure|Table|Part|Group|Docent)\b\.?|[\d$€£¥#]) ?$")


def find_parties(text: str, layout: str, names: Sequence[Name]) -> list[Name]:
    """The names with the parties found beside them, in order, none overlapping."""
    taken = [name.start for name in names]
    told = _Told(text, names)
    more: list[Name] = []
    for low, high in _windows(text, layout):
        for match in _PHRASE.finditer(text, low, high):
            for start, end in _parts(text, *match.span()):
                index = bisect_left(taken, end)
                if index and names[index - 1].end > start:
                    continue
                if more and more[-1].end > start:
                    continue
                if told.may_ask(text[start:end]) and _is_party(text, start, end, low, high) and not told.knows(text[start:end]):
                    more.append(Name(start, end, text[start:end], False))
    return sorted([*names, *more], key=lambda name: name.start) if more else list(names)


class _Told:
    """What a text says of its names elsewhere: a short form of one told in full is no name of its own."""

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        self.text = text
        self.openings: set[str] = set()
        self.asked: dict[str, bool] = {}
        for name in names:
            parts = name.name.rpartition(" of ")[2].removeprefix("the ").split()
            self.openings.update(" ".join(parts[:n]) for n in range(2, min(4, len(parts)) + 1))
            parts = name.name.split()
            self.openings.update(" ".join(parts[:n]) for n in range(1, min(4, len(parts)) + 1))

    def may_ask(self, phrase: str) -> bool:
        """A text with very many such phrases is a list; those after the first hundreds are left."""
        return len(self.asked) < _MANY or phrase in self.asked

    def knows(self, phrase: str) -> bool:
        """Is the phrase no name of its own?"""
        if phrase not in self.asked:
            self.asked[phrase] = self._known(phrase)
        return self.asked[phrase]

    def _known(self, phrase: str) -> bool:
        """Is the phrase the beginning of a name, a defined term, a surname, or, of ordinary words, written small too?"""
        if phrase in self.openings:
            return True
        single = " " not in phrase
        if (single or _ordinary(phrase)) and phrase.lower() in self.text:
            return True
        at = -1
        for _ in range(_PLACES):
            at = self.text.find(phrase, at + 1)
            if at < 0:
                break
            before, after = self.text[max(0, at - 30) : at], self.text[at + len(phrase) : at + len(phrase) + 3]
            if before.endswith(_QUOTES) and after.startswith(_UNQUOTES):
                return True
            if single and (_SURNAME.search(before) or _GOES_ON.match(after)):
                return True
        return False


def _windows(text: str, layout: str) -> Iterator[tuple[int, int]]:
    """Stretches of paragraphs around words of licensing, merged."""
    low = high = -1
    for match in _CUE.finditer(text):
        start, end = max(0, match.start() - _NEAR), min(len(text), match.end() + _NEAR)
        start = max(start, layout.rfind("\n", start, match.start()) + 1, layout.rfind("\t", start, match.start()) + 1)
        for mark in "\n\t":
            stop = layout.find(mark, match.end(), end)
            end = stop if stop >= 0 else end
        if start > high:
            if high > low:
                yield low, high
            low = start
        high = max(high, end)
    if high > low:
        yield low, high


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of a phrase between words that no name holds, and between "of" and "for" that join no name."""
    pieces: list[list[int]] = [[start, start]]
    for word in re.finditer(r"\S+", text[start:end]):
        a, b = start + word.start(), start + word.end()
        low = word[0].lower()
        first = pieces[-1][0] == pieces[-1][1]
        ahead = text[b + 1 : end].split(" ", 1)[0]
        blocked = low in BLOCK and (first or not {word[0], ahead} & (TRADE_TAIL | BODY_TAIL))
        nation = first and low in NATIONS and text[a:end].split()[-1] not in BODY_TAIL
        if word[0][0].isupper() and (blocked or nation or (first and _opens(word[0]))):
            pieces.append([b + 1, b + 1])
        elif word[0][0].isupper():
            if first:
                pieces[-1][0] = a
            pieces[-1][1] = b
    for a, b in pieces:
        while a < b:
            joint = _JOINT.search(text, a, b)
            while joint and _joins(text[a : joint.start()], text[joint.end() : b], joint[0]):
                joint = _JOINT.search(text, joint.end(), b)
            stop = joint.start() if joint else b
            yield a, stop
            a = joint.end() if joint else b


def _opens(word: str) -> bool:
    low = word.lower()
    return low in OPENERS or (low.endswith("ly") and is_common(low)) or low.endswith(("-based", "-listed", "-affiliated", "-owned", "-headquartered"))


def _joins(left: str, right: str, joint: str) -> bool:
    """Do "of" and "for" join two halves of one name ("Imperial Fund for Radium Research", "Drugs for Life Alliance")?"""
    head, tail = left.split()[-1], right.split()[-1]
    if head == "Board":
        return " " in left and not right.startswith(("Directors", "Trustees", "Regents", "Governors"))
    return head in BODY_HEAD or ("for" in joint and tail in BODY_TAIL and not _JOINT.search(right))


def _ordinary(phrase: str) -> bool:
    return all(is_common(word) for word in _WORD.findall(phrase))


def _is_party(text: str, start: int, end: int, low: int, high: int) -> bool:
    phrase = text[start:end]
    words = phrase.split()
    if len(phrase) < 4 or len(phrase) > 90 or any(c.isdigit() for c in phrase) or phrase.isupper():
        return False
    strange = [w for w in _WORD.findall(phrase) if not is_common(w) and not is_known(w)]
    trade = len(words) > 1 and words[-1] in TRADE_TAIL
    joint = _JOINT.search(phrase)
    headed = joint is not None and phrase[: joint.start()].split()[-1] in BODY_HEAD
    system = phrase.endswith((" Health System", " Medical System", " Hospital System"))
    body = len(words) > 1 and (system or headed or words[-1] in BODY_TAIL or words[0] in PREFIX)
    firm = " & " in phrase and not _ordinary(phrase)
    foreign = len(words) > 1 and not phrase.isascii()
    marked = trade or body or firm or foreign
    if not marked and not strange:
        return False
    if words[-1] in FINANCE or org_key(phrase) in PUBLIC or NEVER_NAME.fullmatch(phrase) or is_place(phrase):
        return False
    if org_key(phrase) in LEGAL_FORMS or (_LETTERS.match(words[0]) and len(words) == 1):
        return False
    ahead, behind = text[max(low, start - 150) : start], text[end : min(high, end + 130)]
    if _TITLE_BEFORE.search(ahead) or (len(words) == 1 and _MARKED.match(behind)):
        return False
    if trade and strange and not joint:
        return True
    cuts = [m.end() for m in _SENTENCE_END.finditer(ahead)]
    opens = cuts[-1] == len(ahead) if cuts else False
    ahead = ahead[cuts[-1] :] if cuts else ahead
    if not marked and (ahead.endswith("the ") or _OBJECT.search(ahead) or _SEAT.match(behind)):
        return False
    strong = bool(_BEFORE.search(ahead))
    if marked:
        if firm and not trade and behind.startswith((" LLP", ", LLP")):
            return False
        after = bool(_AFTER.match(behind))
        if words[-1] in GENERAL_TAIL and not (strange or headed or system) and not any(is_known(w) for w in words[:-1]):
            return False
        if _ordinary(phrase) and not body:
            return (strong or after) and not ahead.endswith("the ") and not (strong and _OBJECT.search(ahead))
        return strong or after or bool(_MODIFIER.match(behind)) or ((opens or bool(_WEAK_BEFORE.search(ahead))) and bool(_WEAK_AFTER.match(behind)))
    if is_place(words[0]) or _PLACE_BEFORE.search(ahead):
        return False
    if any(w.isupper() or w[-1].isupper() for w in words) or _FASHIONED.search(phrase):
        return False
    after = bool(_AFTER.match(behind))
    if any(is_coined(w.lower()) for w in words) and not (after or _SURE.search(ahead)):
        return False
    if len(words) == 1:
        sure = bool(_SURE.search(ahead))
        acts = bool(_ACTS.match(behind))
        return (acts or (strong and not opens)) and len(phrase) > 4 and not is_given_name(phrase) and (sure or phrase not in known_brands())
    if not (strong or after):
        return False
    return not any(p.full and p.weight >= 1 for p in find_persons(text, max(low, start - 12), min(high, end + 12)) if p.start < end and start < p.end)
