"""Signature blocks → who signed, as what, when and for whom (`SignatureClaim`), and the office held (`PositionClaim`).

A block is read as laid out: the name and title stand beside or under the mark, in the same cell, the same column or the
following rows; the party is the heading above it, else the registrant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.document import Context
from kg.extract.gates import gate
from kg.extract.late import late
from kg.extract.person_names import display
from kg.extract.roles import role_codes
from kg.extract.signature_block import WITNESS, Block, begun, date_of, following_lines, is_mark, take, take_above
from kg.extract.signature_lines import MARK, Line, Row, signature_rows
from kg.extract.signature_words import (
    TITLE,
    bare_name,
    clean_name,
    ends_with_legal_form,
    is_person,
    read_title,
    same_person,
)
from kg.model import DocumentText, OrgRef, PersonRef, PositionClaim, SignatureClaim, Source
from kg.names import LEGAL_FORMS, words

RULE = "signature-block_1"
_NO_OFFICE = late(
    r"(?:an?\s)?(?:duly )?(?:authorized|authorised)\s(?:signatory|officer|representative|person|agent).*"
    r"|attorney[- ]in[- ]fact.*|agent.*|attorney.*|witness.*|signatory|individually|partner|(?:on behalf|pursuant).*",
    re.I,
)
_COMMITTEE = late(r"\bcommittees?\b", re.I)
_FOR_COMMITTEE = late(r"^[^.;]{0,80}\bcommittee\W*$", re.I)
"""The heading of a block that a committee signs: its chairman is not the company's."""
_STAR_SIGNER = gate(
    r"\*\*?\s*(?:signed\s)?by:?\s*(?:/s/\s*)?([^\n\t\v,(*]{5,60}?)(?:[\n\v\t]+[^\n\v\t]{5,60})?[\s,(]+(?:as\s)?"
    r"attorneys?[- ]in[- ]fact",
    re.I,
)
_SECTION = late(r"\W*signatures?\b\W*(?:page\b.*)?$", re.I)
_HEADING_START = late(
    r"(?:(?:signed|sealed|executed|delivered|accepted|agreed|acknowledged|consented|approved|confirmed)(?: to)?,?"
    r" (?:and )?)*"
    r"(?:as an? (?:deed|agreement|instrument) )?(?:for|by|on behalf of|for and on behalf of)\b\s*"
    r"|(?:the )?(?:common |corporate |company )?seal of\s*",
    re.I,
)
_HEADING_END = late(
    r",?\s(?:acting(?:\s(?:by|through)\b.*)?|(?:was |is |has been )?(?:hereunto |hereto )?affixed\b.*"
    r"|in the presence of\b.*|by its\b.*|(?:its|as|the)\s(?:sole |managing |ultimate )*(?:general partner"
    r"|managing member|member|manager|trustee|(?:investment )?advis[eo]r|agent)\b.*)$",
    re.I,
)
"""What may stand behind the name of a party that signs: who acts for it, or what it is to another."""
_KIND = late(r",?\s+an?\s+[A-Z].*$")
"""A party's kind behind its name: ", a Delaware corporation"."""
_CLOSING = late(
    r"^(?:very truly yours|yours (?:very )?truly|sincerely(?: yours)?|respectfully(?: submitted)?|regards),?\s+", re.I
)
_KIND_BEGUN = late(r",\s+an?$")
_SENTENCE = late(r"\d|\b(?:with|dated|agreement|between)\b", re.I)
_OF = late(r"(?:,| of| at| for| -)\s+(?:the )?([A-Z][^,]*(?:, (?:Inc|Ltd|LLC|L\.P|S\.A)\.?)?)$")
_UNIT = late(r"(?:Office|Cent(?:er|re)|Department|Division|Unit|Section|School|Faculty|Technology)\b")
"""Words that open the name of a part of an organisation: the field of an office, not whose it is."""
_SELF = ("31", "32", "24")  # exhibits that officers and directors sign as such, without "By:"
_OWN = (*_SELF, "99", "17", "13")  # exhibits that are the registrant's own words, unless a heading says otherwise
_MOST_ABOVE = 25
_ROLE = late(r"(?:THE )?[A-Z][\w’'/() -]{2,40}:")
"""The cell before a party's name that tells its part in the contract ("BANK:"): the name heads all that follows."""
_IS_BODY = late(r"\b(?:bank|n\.a\.?|n\.\s?a|trust|university|college|hospital|institute|foundation)\W*$", re.I)
_CUT_NAME = late(r"(?!.*/s/).{50,}\s(?:of|by|with|to|and|for|from|the|in|between|among)\s[A-Z][a-z]+$", re.S)
"""A line of prose that breaks off in a name: what follows is its rest and heads nothing."""
_FORMS = LEGAL_FORMS - {"the"}
_STATED = late(
    r",?\s+an?\s+(?:[A-Z][a-z]+\s+){1,3}(?:[\w-]+\s+){0,3}"
    r"(?:corporation|company|partnership|association|bank|trust)\b.*$",
    re.I,
)
"""Where a party was formed, behind its name: ", a Texas corporation"."""


def signatures(context: Context) -> Iterator[SignatureClaim | PositionClaim]:
    """Signatures under every document of the filing, in text order, each with the office it states."""
    for text in context.read.texts:
        yield from _document(context, text)


def _document(context: Context, text: DocumentText) -> Iterator[SignatureClaim | PositionClaim]:
    star = _STAR_SIGNER.search(text.layout) if "*" in text.layout else None
    seen: set[tuple[str, str, str]] = set()
    for rows in signature_rows(text.layout, bool(star)):
        for block, org in _blocks(context, text, rows, display(star[1].strip()) if star else None):
            yield from _claims(context, text, block, org, seen)


def _blocks(
    context: Context, text: DocumentText, rows: list[Row], attorney: str | None
) -> Iterator[tuple[Block, OrgRef | None]]:
    """Each signature with the lines that belong to it and the party it binds."""
    above: list[
        tuple[int | None, Line, str]
    ] = []  # lines that may head a block: column (None: all), line, the one above
    known: dict[int, OrgRef | None] = {}
    dated: Line | None = None
    for number, row in enumerate(rows):
        marked = [[is_mark(line, attorney) for line in cell] for cell in row]
        marks = sum(map(any, marked))
        for column, cell in enumerate(row):
            for place, line in enumerate(cell):
                if marked[column][place]:
                    block = begun(line, attorney)
                    for following in following_lines(rows, number, column, place, marks, attorney, block.name):
                        if block.closed:
                            break
                        if following is None:
                            block.beside = bool(block.titles)
                        else:
                            take(block, following)
                    take_above(block, rows[number - 1] if number else ())
                    if not block.date_line and dated:
                        block.date_line, block.date = dated, date_of(dated)
                    block.witness = block.witness or line.label == "other" or bool(WITNESS.search(_prefix(line)[1]))
                    block.committee = any(_FOR_COMMITTEE.search(head.text) for _, head, _ in above[-3:])
                    yield block, _party(context, text, line, above, column, known)
                elif len(line.text) > 300 or _SECTION.match(line.text):
                    above, dated = [], None
                else:
                    dated = line if date_of(line) else dated
                    if line.label not in ("name", "title", "date", "other"):
                        alone = len(row) < 2 or (len(row) == 2 and bool(_ROLE.fullmatch(row[0][0].text)))
                        role = alone and column and not place
                        before = row[0][0].text if role else _above(rows, number, column, place)
                        above.append((None if alone else column, line, before))


def _prefix(line: Line) -> tuple[Line, str]:
    """What stands before the mark in its line: "Acme, Inc. By: /s/ …", "Signed for the Clinic by: /s/ …"."""
    mark = MARK.search(line.text)
    end = line.start + (mark.start() if mark else 0)
    return Line(line.begin, line.start, end, line.text[: end - line.start]), line.text[: end - line.start]


def _party(
    context: Context,
    text: DocumentText,
    line: Line,
    above: list[tuple[int | None, Line, str]],
    column: int,
    known: dict[int, OrgRef | None],
) -> OrgRef | None:
    """For whom a mark binds: the party named in its own line, else the nearest heading above it in its column."""
    for own in (_prefix(line)[0], Line(line.begin, line.begin, line.start, text.text[line.begin : line.start])):
        named = _heading(context, text.sequence, own)
        if named:
            return named
    for place, candidate, before in above[: -_MOST_ABOVE - 1 : -1]:
        if place is not None and place != column:
            continue
        if candidate.start not in known:
            known[candidate.start] = _heading(context, text.sequence, candidate, before)
        if known[candidate.start]:
            return known[candidate.start]
    return None


def _above(rows: list[Row], number: int, column: int, place: int) -> str:
    """The line above in the same cell or column."""
    if place:
        return rows[number][column][place - 1].text
    if number and len(rows[number - 1]) == len(rows[number]):
        return rows[number - 1][column][-1].text
    return ""


def _heading(context: Context, sequence: int, line: Line, above: str = "") -> OrgRef | None:
    """The party a line names when it is the heading of a signature block; a long name may begin on the line above."""
    if len(line.text) > 300:
        return None
    text = _HEADING_END.sub("", re.sub(r"\s*[,:]?\s*by:?$", "", line.text.strip(), flags=re.I)).strip(" :,*")
    text = _CLOSING.sub("", _KIND.sub("", text))
    if TITLE.search(text) and not set(words(text)[-2:]) & _FORMS and not _HEADING_START.match(text):
        return None
    if _CUT_NAME.match(above.strip()):
        return None
    if not 2 < len(text) < 140 or line.label in ("name", "title", "date", "other"):
        return None
    lead = _HEADING_START.match(text)
    named = text[lead.end() :] if lead else text
    if above and (re.match(r"an?\s+[A-Z]", named) or _KIND_BEGUN.search(above)):
        named, above = _KIND_BEGUN.sub("", above).strip(" ,"), ""
    if (
        above
        and named.isupper() == above.isupper()
        and len(above) < 60
        and set(words(named)[-2:]) & _FORMS
        and not above.endswith((".", ":"))
    ):
        joined = _STATED.sub("", f"{above.strip()} {named}")
        whole = context.org_named(joined)
        if whole or len([word for word in words(named) if word not in LEGAL_FORMS]) < 2:
            return whole or OrgRef(joined)
    known = context.org_named(re.sub(r"^the ", "", named, flags=re.I), sequence) or context.org_named(named)
    if known:
        return known
    mentions = context.orgs_in(sequence, line.start, line.end)
    if mentions:
        last = mentions[-1]
        if lead or (last.end - last.start) * 2 >= len(text) or re.match(r"[A-Z ]{4,}[A-Za-z ,0-9.]*:", text):
            return last.org
    if len(named) < 5 or _SENTENCE.search(named):
        return None
    body = _IS_BODY.search(named) and (named.isupper() or _ROLE.fullmatch(above.strip()))
    if (
        (set(words(named)[-2:]) & _FORMS or body)
        and named[0].isupper()
        and len(named) < 80
        and not re.search(r"[a-z]\.$", named[:-4])
    ):
        return OrgRef(re.sub(r"^[A-Z ]+:\s*", "", named))
    return None


def _title(context: Context, sequence: int, block: Block) -> str:
    """The block's title without the organisation's name."""
    made = read_title([line.text for line in block.titles])
    of = _OF.search(made)
    if not of or TITLE.search(of[1]):
        return made
    if of[0].startswith(",") and _UNIT.match(of[1]):
        return made
    named = of[1].lower() in ("company", "registrant", "corporation") or ends_with_legal_form(of[1])
    return made[: of.start()].strip(" ,") if named or context.org_named(of[1], sequence) else made


def _claims(
    context: Context, text: DocumentText, block: Block, org: OrgRef | None, seen: set[tuple[str, str, str]]
) -> Iterator[SignatureClaim | PositionClaim]:
    name = block.printed if block.printed and is_person(block.printed) else block.name
    name = display(bare_name(clean_name(name)))
    if block.witness or not is_person(name) or (block.conformed == "*" and not block.titles):
        return
    if org is None and text.is_exhibit and not (text.exhibit or "").startswith(_OWN):
        return
    if text.is_exhibit and not block.titles and block.mark.label != "by" and not (text.exhibit or "").startswith(_SELF):
        return  # a party or witness who signs for himself
    if block.attorney and same_person(block.attorney, name):
        block.attorney = None
    person = PersonRef(name, org or context.filer)
    title = _title(context, text.sequence, block) if block.titles else ""
    key = (name, person.organization.name, title)
    if key in seen:
        return
    seen.add(key)
    mark = context.evidence(text.sequence, *_conformed_span(block))
    evidence = [mark]
    if block.date_line:
        evidence.insert(0, context.evidence(text.sequence, block.date_line.begin, block.date_line.end))
    stated = [context.evidence(text.sequence, block.titles[0].begin, block.titles[-1].end)] if block.titles else []
    sure = 0.99 if org or not text.is_exhibit else 0.9
    source = Source(RULE, sure, tuple(sorted({*evidence, *stated})))
    yield SignatureClaim(person, text.sequence, block.conformed, source, title or None, block.date, block.attorney)
    chair = block.committee and title.lower().startswith("chair")
    if title and not chair and not _NO_OFFICE.fullmatch(title) and not _COMMITTEE.search(title):
        yield PositionClaim(
            person, title, "holds", Source(RULE, sure, tuple(sorted({mark, *stated}))), role_codes(title)
        )


def _conformed_span(block: Block) -> tuple[int, int]:
    if block.conformed == "*":
        return block.mark.start, block.mark.end
    at = block.mark.text.find(block.conformed)
    return block.mark.start + max(at, 0), block.mark.start + max(at, 0) + len(block.conformed)
