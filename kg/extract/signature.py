"""Signature blocks → who signed, as what, when and for whom (`SignatureClaim`), and the office so held (`PositionClaim`).

A block is read as laid out: the name and title stand beside or under the mark, in the same cell, the same column or the
following rows; the party is the heading above it, else the registrant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.dates import find_dates
from kg.extract.document import Context
from kg.extract.person_names import display
from kg.extract.roles import role_codes
from kg.extract.signature_lines import MARK, STAR, Line, Row, signature_rows
from kg.model import DocumentText, OrgRef, PersonRef, PositionClaim, SignatureClaim, Source
from kg.names import HONORIFICS, LEGAL_FORMS, words

RULE = "signature-block_1"
_HEAD = (
    r"officers?|president|chair(?:man|woman|person)?|directors?|secretary|treasurer|controller|comptroller|counsel|managers?|partner"
    r"|trustee|head|ceo|cfo|coo|cmo|cso|cto|cbo|evp|svp|avp|vp|provost|dean|chancellor|member|representative|administrator|founder"
    r"|commissioner|owner|executive|prokurist|geschäftsführer|rector|registrar|governor|principal|cofounder|co-founder|signatory"
)
_TITLE = re.compile(rf"\b(?:{_HEAD}|vice|chief|attorney[- ]in[- ]fact|agent|legal affairs)\b", re.I)
_ENDS_TITLE = re.compile(rf"\b(?:{_HEAD})\W*$", re.I)
_STARTS_TITLE = re.compile(
    r"(?:chief|president|vice|executive vice|senior|director|secretary|treasurer|chair|controller|general counsel|principal|corporate"
    r"|interim|acting|member|managing|co-|assistant|founder|ceo|cfo|coo|evp|svp|vp)", re.I
)  # fmt: skip
_OPEN_END = re.compile(r"(?:[,&/]|\b(?:and|of|for|the|chief|vice|senior|executive|general|principal|managing|assistant|deputy|interim|acting))$", re.I)
_PRINCIPAL = re.compile(r"\s*[(\[][^()\[\]]*\b(?:principal|authorized|authorised|duly|chief accounting officer\))[^()\[\]]*[)\]]", re.I)
_NO_OFFICE = re.compile(
    r"(?:an?\s)?(?:duly )?(?:authorized|authorised)\s(?:signatory|officer|representative|person|agent).*|attorney[- ]in[- ]fact.*|agent.*|attorney.*"
    r"|witness.*|signatory|individually|partner|(?:on behalf|pursuant).*", re.I
)  # fmt: skip
_COMMITTEE = re.compile(r"\bcommittees?\b", re.I)
_ATTORNEY = re.compile(r"attorneys?[- ]in[- ]fact|power of attorney", re.I)
_STAR_SIGNER = re.compile(
    r"\*{1,2}\s*(?:signed\s)?by:?\s*(?:/s/\s*)?([^\n\t\v,(*]{5,60}?)(?:[\n\v\t]+[^\n\v\t]{5,60})?[\s,(]+(?:as\s)?attorneys?[- ]in[- ]fact", re.I
)
_WITNESS = re.compile(r"witness|presence of|as to form|notar|translat|\bindividual(?:ly| capacity)\b", re.I)
_SECTION = re.compile(r"\W*signatures?\b\W*(?:page\b.*)?$", re.I)
_FIELD = re.compile(r"finance|research|operations?|development|interim|acting|legal|europe|americas?|asia|u\.?s\.?\b|commercial|clinical|corporate", re.I)
_HEADING_START = re.compile(r"(?:signed |executed |accepted |agreed |acknowledged )*(?:for|by|on behalf of|for and on behalf of)\b\s*", re.I)
_DEGREES = re.compile(
    r"[,\s]+(?:(?:[A-Z][A-Za-z]{0,4}\.\s?){2,}|(?:Ph\.?D|M\.?D|M\.?B\.?A|J\.?D|C\.?P\.?A|Esq|Jr|Sr|MPH|DVM|PharmD|Pharm\.D|RN|DO|DSc|MSc|MS|MA|BA|BS|LLM|CFA"
    r"|OBE|CBE|MBE|FCA|ACA|QC|KC|PE|FRCP|FACP|FRS|II|III|IV)\b\.?)(?=[,\s()]|$)"
)
_NAME_BREAK = re.compile(r",\s|\s?/\s?|\s[-–—]\s|\s?[(:]|\s{2,}|;\s")
_PARTICLES = frozenset("van von der den de del della di da dos du la le y e ibn bin al el ter ten zu zur und i st thi".split())
_MOST_LINES, _MOST_ABOVE = 9, 25


@dataclass(slots=True)
class _Block:
    """What the lines after one mark say."""

    mark: Line
    conformed: str
    name: str
    titles: list[Line] = field(default_factory=list)
    date: str | None = None
    date_line: Line | None = None
    attorney: str | None = None
    printed: str | None = None
    closed: bool = False
    beside: bool = False
    witness: bool = False


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


def _blocks(context: Context, text: DocumentText, rows: list[Row], attorney: str | None) -> Iterator[tuple[_Block, OrgRef | None]]:
    """Each signature with the lines that belong to it and the party it binds."""
    above: list[tuple[int | None, Line, str]] = []  # lines that may head a block: column (None: all), line, the one above
    known: dict[int, OrgRef | None] = {}
    dated: Line | None = None
    for number, row in enumerate(rows):
        marks = [column for column, cell in enumerate(row) if any(_is_mark(line, attorney) for line in cell)]
        for column, cell in enumerate(row):
            for place, line in enumerate(cell):
                if _is_mark(line, attorney):
                    block = _begun(line, attorney)
                    for following in _following(rows, number, column, place, len(marks), attorney, block.name):
                        if block.closed:
                            break
                        if following is None:
                            block.beside = bool(block.titles)
                        else:
                            _take(block, following)
                    _take_above(block, rows[number - 1] if number else ())
                    if not block.date_line and dated:
                        block.date_line, block.date = dated, _date(dated)
                    block.witness = block.witness or line.label == "other" or bool(_WITNESS.search(_prefix(line)[1]))
                    yield block, _party(context, text, line, above, column, known)
                elif len(line.text) > 300 or _SECTION.match(line.text):
                    above, dated = [], None
                else:
                    dated = line if _date(line) else dated
                    if line.label not in ("name", "title", "date", "other"):
                        above.append((column if len(row) > 1 else None, line, _above(rows, number, column, place)))


def _prefix(line: Line) -> tuple[Line, str]:
    """What stands before the mark in its line: "Tessellate RNA, Inc. By: /s/ …", "Signed for the Hospital by: /s/ …"."""
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


def _take_above(block: _Block, row: Row) -> None:
    """A title set in the middle of its row begins on the line above the signature: "Chief Executive" / "Officer"."""
    if not (block.titles and block.beside and len(row) == 1 and len(row[0]) == 1):
        return
    line, first = row[0][0], block.titles[0]
    starts_inside = re.match(r"officer|and\b|of\b|[a-z]", first.text, re.I)
    if starts_inside and not line.label and len(line.text) < 60 and (_is_title(line.text) or _OPEN_END.search(line.text)) and not line.signed:
        block.titles.insert(0, line)


def _is_mark(line: Line, attorney: str | None) -> bool:
    return line.signed or (attorney is not None and bool(STAR.match(line.text)))


def _begun(line: Line, attorney: str | None) -> _Block:
    """The block of a mark: its conformed signature, and what its own line adds."""
    mark = MARK.search(line.text)
    if not mark:
        rest = line.text.lstrip("*").strip()
        block = _Block(line, "*", _clean_name(rest), attorney=attorney)
        return block
    after = line.text[mark.end() :].strip(" _")
    block = _Block(line, line.text[mark.start() :].strip(), "")
    inner = re.search(r"\(([^()]+)\)", after)
    cut = _NAME_BREAK.search(after)
    name = after[: cut.start()] if cut else after
    rest = after[cut.end() :].strip() if cut else ""
    if cut and cut[0].startswith(","):
        end = _behind_degrees(after, cut.start())
        name, rest = after[:end], after[end:].strip(" ,")
    block.name = _clean_name(name)
    block.conformed = line.text[mark.start() : mark.end() + len(line.text[mark.end() :]) - len(line.text[mark.end() :].lstrip()) + len(name)].strip()
    if inner and (rest.startswith("(") or (cut and "(" in cut[0])):
        rest = inner[1]
    if rest and _ATTORNEY.search(rest):
        principal = re.search(r"(?:for|on behalf of)\s+(.+)$", rest, re.I)
        if principal:
            block.attorney, block.name = block.name, _clean_name(principal[1])
    elif rest:
        at = line.text.find(rest, mark.end())
        _take(block, Line(line.start + at, line.start + at, line.start + at + len(rest), rest))
    return block


def _following(rows: list[Row], number: int, column: int, place: int, marks: int, attorney: str | None, name: str) -> Iterator[Line | None]:
    """Lines that may belong to the mark at `place` of its cell: the rest of the cell, of the row, of the rows below.

    None stands between the cells beside the mark and the rows below.
    """
    row = rows[number]
    for line in row[column][place + 1 :]:
        if _is_mark(line, attorney):
            return
        yield line
    if marks == 1:
        for line in (line for cell in row[:column] for line in cell if _date(line) or line.label == "name"):
            yield line
        for cell in row[column + 1 :]:
            yield _joined(cell)
        if len(row) > column + 1:
            yield None
    mine = column == 0
    for below in rows[number + 1 : number + 1 + _MOST_LINES]:
        if marks > 1 and len(below) != len(row):
            if len(below) > 1 or len(below[0]) > 1 or _is_mark(below[0][0], attorney):
                return
            if below[0][0].label == "name":
                mine = _same_person(_split_name(below[0][0].text)[0], name)
            if mine or _date(below[0][0]):  # the left column goes on, or the one that is named, or a date for all
                yield below[0][0]
            continue
        cells = below if marks == 1 else below[column : column + 1]
        for cell in cells:
            for line in cell:
                if _is_mark(line, attorney):
                    return
                yield line


def _joined(cell: tuple[Line, ...]) -> Line:
    """A cell beside the signature is one title, however many lines it takes."""
    if len(cell) > 1 and not any(line.label or _date(line) for line in cell) and _TITLE.search(cell[0].text):
        text = " ".join(line.text for line in cell)
        if cell[-1].end - cell[0].start == len(text):
            return Line(cell[0].begin, cell[0].start, cell[-1].end, text)
    return cell[0]


def _take(block: _Block, line: Line) -> None:
    """Adds one line to a block: name, title, date; anything else closes it."""
    line = _without_date(block, line)
    text = line.text.strip()
    if not text or block.closed:
        return
    if line.label == "name":
        name, rest = _split_name(text)
        block.printed = block.printed or _clean_name(name)
        if rest and _is_title(rest):
            _add_title(block, line, rest)
    elif line.label == "title":
        if not block.titles:
            _add_title(block, line, text)
    elif _date(line):
        if not block.date_line:
            block.date_line, block.date = line, _date(line)
        return
    elif line.label == "other":
        return
    elif _ATTORNEY.search(text) and len(text) < 120:
        block.attorney = block.attorney or block.printed or block.name
    elif block.printed and (_same_person(text, block.printed) or (_core(text) and set(_core(text)) <= set(_core(block.printed)))):
        return
    elif block.name and not line.label and not _same_person(text, block.name) and _core(text) and set(_core(text)) <= set(_core(block.name)):
        return  # a piece of the name in a narrow column
    elif block.name and not block.printed and not block.titles and _unfinished(block.name) and len(text.split()) < 3 and not _is_title(text):
        block.name = _clean_name(f"{block.name} {text}")
    elif not block.printed and (not block.name or _same_person(_split_name(text, block.name)[0], block.name)):
        name, rest = _split_name(text, block.name)
        if not _is_person(name):
            block.witness = block.witness or (not block.name and _is_heading_like(text))
            block.closed = not (block.name and _is_title(text)) and not _is_heading_like(text)
            if not block.closed and _is_title(text):
                _add_title(block, line, text)
            return
        block.printed = _clean_name(name)
        block.witness = block.witness or bool(_WITNESS.search(rest))
        if rest and (_is_title(rest) or _TITLE.search(rest)):
            _add_title(block, line, rest)
    elif _continues(block, text):
        _add_title(block, line, text)
    else:
        block.closed = bool(block.titles or block.printed) or (bool(block.name) and _is_person(text))


def _without_date(block: _Block, line: Line) -> Line:
    """Takes the date that stands behind a title off its line: "Chief Financial Officer August 11, 1997"."""
    if len(line.text) > 160 or not any(c.isdigit() for c in line.text) or _date(line):
        return line
    dates = find_dates(line.text)
    if not dates or dates[-1][1] < len(line.text.rstrip(" .")) or not _TITLE.search(line.text[: dates[-1][0]]):
        return line
    start = dates[-1][0]
    label = re.search(r"\W*(?:dated?:?)?\W*$", line.text[:start], re.I)
    if not block.date_line:
        block.date = dates[-1][2]
        block.date_line = Line(line.start + start, line.start + start, line.start + dates[-1][1], line.text[start : dates[-1][1]])
    end = label.start() if label else start
    return Line(line.begin, line.start, line.start + end, line.text[:end], line.label)


def _continues(block: _Block, text: str) -> bool:
    if not block.titles:
        return _is_title(text)
    if text in (line.text for line in block.titles) or len(block.titles) > 3:
        return False
    last = block.titles[-1].text
    if _is_title(text) and not block.beside:
        return True
    if len(text) > 60:
        return False
    return bool(_OPEN_END.search(last.rstrip()) or last.count("(") > last.count(")")) or text[:1] in "(&" or (text[:1].islower() and _is_title(text))


def _add_title(block: _Block, line: Line, text: str) -> None:
    at = line.text.rfind(text)
    start = line.start + max(at, 0)
    block.titles.append(Line(line.begin if line.label == "title" else start, start, start + len(text), text, line.label))


def _unfinished(name: str) -> bool:
    """A name cut at its line end: "William V.", "Albert Gore,", "Peter"."""
    return bool(re.search(r"\b[A-Z]\.$|,$", name)) or " " not in name


def _is_title(text: str) -> bool:
    if re.match(r"[*\[]|cc\b|re:|see\b", text, re.I):
        return False
    return bool(_TITLE.search(text)) and len(text) < 160 and not re.search(r"[a-z]{3}\.$|\b(?:shall|has|have|was|is|were|hereby|agrees?)\b", text)


def _is_heading_like(text: str) -> bool:
    return bool(set(words(text)[-2:]) & LEGAL_FORMS) and len(text) < 80


def _split_name(text: str, name: str = "") -> tuple[str, str]:
    """"Roe Smith, Ph.D., Treasurer" → ("Roe Smith, Ph.D.", "Treasurer")."""
    text = re.sub(r"^(?:(?:by|name):?\s+|\()", "", text, flags=re.I)
    cut = _NAME_BREAK.search(text)
    if not cut:
        return text, ""
    end = _behind_degrees(text, cut.start()) if cut[0].startswith(",") else cut.start()
    return text[:end], text[end:].strip(" ,;:-–—/").removesuffix(")") if "(" not in text[end:] else text[end:].strip(" ,;:-–—/")


def _behind_degrees(text: str, end: int) -> int:
    """Where the degrees and generations that follow a name at `end` are over."""
    found = _DEGREES.match(text, end)
    while found:
        end = found.end()
        found = _DEGREES.match(text, end)
    return end


def _bare(name: str) -> str:
    """A name without the degrees behind it; "Jr." and "III" belong to it."""
    first = re.search(r",?\s+(?!(?:Jr|Sr|II|III|IV)\b)(?=(?:[A-Z][A-Za-z]{1,4}\.\s?){2,}|(?:[A-Z]\.\s?){2,}\W*$|\S)", name)
    while first:
        if _behind_degrees(name, first.start()) >= len(name.rstrip(" .,")):
            return name[: first.start()].rstrip(" ,")
        first = re.compile(r",?\s+(?!(?:Jr|Sr|II|III|IV)\b)").search(name, first.end())
    return name


def _clean_name(text: str) -> str:
    """A name without blanks, underscores, stars and a trailing comma."""
    return re.sub(r"^(?:by:?|name:?|and|as)\s+", "", " ".join(text.replace("_", " ").split()).strip(" ,;:*()"), flags=re.I)


def _is_person(name: str) -> bool:
    """Two to seven capitalised words without a digit, a legal form or a word of office."""
    plain = [word for word in re.split(r"[\s,]+", name) if word]
    if not 2 <= len(plain) <= 8 or any(c.isdigit() for c in name) or _TITLE.search(re.sub(r",.*", "", name)):
        return False
    if set(words(name)) & (LEGAL_FORMS - {"as", "ab", "ag", "sa", "se", "co", "the", "kg"}) or " & " in name:
        return False
    return all(word[0].isupper() or word[0] in "(\"“'‘" or word.lower().strip(".") in _PARTICLES or word[:2] in ("d'", "d’", "al") for word in plain)


def _core(name: str) -> list[str]:
    return [word for word in words(re.sub(r"[(\"“][^)\"”]*[)\"”]", " ", _bare(name))) if word not in HONORIFICS]


def _same_person(one: str, other: str) -> bool:
    """Same last name and same first letter: "J.-P. Dall" and "Jens-Peter Dall"."""
    a, b = _core(one), _core(other)
    return bool(a and b) and a[0][0] == b[0][0] and (a[-1] == b[-1] or (len(a) > 2 and len(b) > 2 and a[:2] == b[:2]))


def _date(line: Line) -> str | None:
    """The ISO date of a line that is a date and nothing else."""
    if len(line.text) > 60 or not any(c.isdigit() for c in line.text):
        return None
    dates = find_dates(line.text)
    rest = len(line.text) - sum(end - start for start, end, _ in dates)
    return dates[-1][2] if dates and (line.label == "date" or rest <= 10 or re.match(r"\D{0,25},? ?$", line.text[: dates[0][0]]) and rest < 28) else None


def _above(rows: list[Row], number: int, column: int, place: int) -> str:
    """The line above in the same cell or column."""
    if place:
        return rows[number][column][place - 1].text
    if number and len(rows[number - 1]) == len(rows[number]):
        return rows[number - 1][column][-1].text
    return ""


def _heading(context: Context, sequence: int, line: Line, above: str = "") -> OrgRef | None:
    """The party a line names when it is the heading of a signature block; a long name may begin on the line above."""
    text = line.text.strip()
    if _TITLE.search(text) and not set(words(text)[-2:]) & LEGAL_FORMS and not _HEADING_START.match(text):
        return None
    if not 2 < len(text) < 140 or line.label in ("name", "title", "date", "other"):
        return None
    text = re.sub(r"\s*[,:]?\s*by:?$", "", text, flags=re.I).strip(" :,*")
    lead = _HEADING_START.match(text)
    named = text[lead.end() :] if lead else text
    if above and re.match(r"an?\s+[A-Z]", named):
        named, above = above.strip(" ,"), ""
    if above and named.isupper() == above.isupper() and len(above) < 60 and set(words(named)[-2:]) & LEGAL_FORMS and not above.endswith((".", ":")):
        whole = context.org_named(f"{above.strip()} {named}")
        if whole or len([word for word in words(named) if word not in LEGAL_FORMS]) < 2:
            return whole or OrgRef(f"{above.strip()} {named}")
    known = context.org_named(re.sub(r"^the ", "", named, flags=re.I), sequence) or context.org_named(named)
    if known:
        return known
    mentions = context.orgs_in(sequence, line.start, line.end)
    if mentions:
        last = mentions[-1]
        if lead or (last.end - last.start) * 2 >= len(text) or re.match(r"[A-Z ]{4,}[A-Za-z ,0-9.]*:", text):
            return last.org
    named = re.sub(r",?\s+an?\s+[A-Z].*$", "", named)
    if len(named) < 5 or re.search(r"\d|\b(?:with|dated|agreement|between)\b", named, re.I):
        return None
    if set(words(named)[-2:]) & LEGAL_FORMS and named[0].isupper() and len(named) < 80 and not re.search(r"[a-z]\.$", named[:-4]):
        return OrgRef(re.sub(r"^[A-Z ]+:\s*", "", named))
    return None


def _title(context: Context, sequence: int, block: _Block) -> str:
    """The title as a careful reader writes it: lines joined, without "(Principal …)" and the organisation's name."""
    made = ""
    for line in block.titles:
        part = line.text.strip(" ,;")
        if not made:
            made = part
        elif _OPEN_END.search(made) or not _ENDS_TITLE.search(made) and not _STARTS_TITLE.match(part) or part[:1].islower() or part[:1] in "(&":
            made = f"{made} {part}"
        else:
            made = f"{made}, {part}"
        made = made if line is block.titles[-1] else made + ("," if line.text.rstrip().endswith(",") else "")
    plain = _PRINCIPAL.sub("", made).strip(" ,;.-–")
    plain = re.sub(r"\s*\((?:co-)?(?:principal|authorized|duly)\b[^)]*$|\s+cc:.*$", "", plain, flags=re.I).rstrip(" ,;")
    plain = plain.strip("()[]") if plain[:1] in "([" or plain.count("(") != plain.count(")") else plain
    gloss = re.search(r"\s+\([^()]+\)$", plain)
    if gloss and gloss.start() and not _FIELD.search(gloss[0]):
        plain = plain[: gloss.start()]
    made = plain or made.strip("()[] ")
    of = re.search(r"(?:,| of| at| for| -)\s+(?:the )?([A-Z][^,]*(?:, (?:Inc|Ltd|LLC|L\.P|S\.A)\.?)?)$", made)
    if of and not _TITLE.search(of[1]) and (context.org_named(of[1], sequence) or of[1].lower() in ("company", "registrant", "corporation") or _is_heading_like(of[1])):
        made = made[: of.start()].strip(" ,")
    return re.sub(r"^(?:and|as|its|the|,)\s+", "", made, flags=re.I)


def _claims(
    context: Context, text: DocumentText, block: _Block, org: OrgRef | None, seen: set[tuple[str, str, str]]
) -> Iterator[SignatureClaim | PositionClaim]:
    name = block.printed if block.printed and _is_person(block.printed) else block.name
    name = display(_bare(_clean_name(name)))
    if block.witness or not _is_person(name) or (block.conformed == "*" and not block.titles):
        return
    if org is None and text.is_exhibit and not (text.exhibit or "").startswith(("31", "32", "99", "24", "17", "13")):
        return
    if text.is_exhibit and not block.titles and block.mark.label != "by" and not (text.exhibit or "").startswith(("31", "32", "24")):
        return  # a party or witness who signs for himself
    if block.attorney and _same_person(block.attorney, name):
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
    if title and not _NO_OFFICE.fullmatch(title) and not _COMMITTEE.search(title):
        yield PositionClaim(person, title, "holds", Source(RULE, sure, tuple(sorted({mark, *stated}))), role_codes(title))


def _conformed_span(block: _Block) -> tuple[int, int]:
    if block.conformed == "*":
        return block.mark.start, block.mark.end
    at = block.mark.text.find(block.conformed)
    return block.mark.start + max(at, 0), block.mark.start + max(at, 0) + len(block.conformed)
