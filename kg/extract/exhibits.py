"""Exhibit index and text of the main document → what they say of each exhibit filed with it: title, date, status."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.dates import find_dates
from kg.extract.document import Context
from kg.extract.late import late
from kg.extract.scan import cue
from kg.model import DocumentText, Evidence, ExhibitClaim, Source

RULE = "exhibit-index_1"
_INDEX_LINE = late(
    r"(?:^|(?<=[\n\t\v]))(?:ex(?:hibit|\.)?[\s-]*)?(?:no\.?\s*)?(\d{1,3}(?:[.\-]?\(?[A-Za-z0-9]{1,4}\)?){0,4})[#*†+^"
    r"]*(?=[\t\v ])[\t\v ]*[#*†+^–—:\-]*[\t\v ]*(?=[A-Z“\"])",
    re.I,
)
_STATED = cue(
    r"\b(?P<status>furnished|filed)(?:, (?:and )?not (?:furnished|filed),?)?(?: (?:herewith|hereby|hereto"
    r"|with this \w+(?: report)?(?: on Form \w+-?\w*)?))?,? as (?:an )?exhibits? (?P<number>\d[\w.()-]*\w\)?)",
    re.I,
)
_NOTED = late(
    r"\b(?P<status>furnished|filed)(?: herewith| with this (?:report|filing|form)| hereby| electronically)|(?:\("
    r"|\t)(?P<only>furnished|filed)\b",
    re.I,
)
_NAMED = cue(r"\bexhibits? (?P<number>\d[\w.()-]*\w\)?)", re.I)
_NOT_FILED = late(
    r"not be deemed (?:to be )?[“\"']?filed|(?:is|are|being|be) (?:being )?furnished\b"
    r"|furnished,? (?:and )?not [“\"']?filed|furnished pursuant to",
    re.I,
)
_QUOTED = late(r"(?:entitled|titled|headed|captioned),? [“\"]([^”\"]{8,400})[”\"]", re.I)
_NOTES = late(
    r"\s*(?:\((?:filed|furnished|incorporated|previously|management|\d{1,2}\))[^)]*\)?.*|[#*†+^]+\s*"
    r"|\bincorporated (?:herein )?by reference.*|\bfiled (?:herewith|as exhibit|with this).*|\bfurnished (?:herewith"
    r"|with this).*)$",
    re.I,
)
_PAGE = late(r"\s*[\t\v]\s*[A-Z]?-?\d{1,4}$|(?<=[.)])\s+\d{1,3}$")


def exhibits(context: Context) -> Iterator[ExhibitClaim]:
    """One claim for each exhibit of which the main document says more than that it is there."""
    main = next((text for text in context.read.texts if not text.is_exhibit), None)
    if main is None:
        return
    wanted: dict[str, int] = {}
    for document in context.read.texts:
        if document.exhibit:
            wanted.setdefault(_key(document.exhibit), document.sequence)
    if not wanted:
        return
    lines = _index(main, set(wanted))
    status = _statuses(context, main, set(wanted))
    for number, sequence in wanted.items():
        if number in lines or number in status:
            yield _claim(context, main, sequence, lines.get(number), status.get(number))


def _key(number: str) -> str:
    """ "10.1", "10(1)" and "10-1" alike: "10.1"."""
    return re.sub(r"[^\w]+", ".", number.lower()).strip(".")


def _index(main: DocumentText, wanted: set[str]) -> dict[str, tuple[int, int, int]]:
    """Lines of the exhibit index: number → (start of the line, start of the description, end); the last one stands."""
    begin = _index_start(main)
    found: dict[str, tuple[int, int, int]] = {}
    for match in _INDEX_LINE.finditer(main.layout, begin):
        number = _key(match[1])
        if number in wanted:
            end = _description_end(main.layout, match.end())
            if 5 < end - match.end() < 600:
                found[number] = (match.start(), match.end(), end)
    return found


def _description_end(layout: str, begin: int) -> int:
    """The end of a description, which may go on in the next lines up to a full stop or the next number."""
    end = layout.find("\n", begin)
    for _ in range(3):
        if end < 0 or layout[end - 1] in ".)" or _INDEX_LINE.match(layout, end + 1):
            break
        following = layout.find("\n", end + 1)
        line = layout[end + 1 : following if following >= 0 else len(layout)]
        if (
            len(line) > 90
            or re.match(r"\W*(?:item|signatures?|exhibit|part|reports|\d|\(|\w\)|[*†])", line, re.I)
            or line.isupper()
        ):
            break
        end = following
    return len(layout) if end < 0 else end


def _index_start(main: DocumentText) -> int:
    """Where the section on exhibits begins: the last item that names them, else the last third of the document."""
    named = [section.start for section in main.sections if "exhibit" in section.title.lower()]
    return named[-1] if named else len(main.text) * 2 // 3 if len(main.text) > 20_000 else 0


def _statuses(context: Context, main: DocumentText, wanted: set[str]) -> dict[str, tuple[str, Evidence]]:
    """Exhibits said to be filed or furnished in a sentence that names them."""
    found: dict[str, tuple[str, Evidence]] = {}
    if not wanted:
        return found
    for match in _STATED.finditer(main.text):
        number = _key(match["number"])
        if number in wanted and number not in found:
            start, _ = context.sentence_at(main.sequence, match.start())
            found[number] = (match["status"].lower(), context.evidence(main.sequence, start, match.end()))
    for match in _NAMED.finditer(main.text):
        number = _key(match["number"])
        if number not in wanted or number in found:
            continue
        start, end = context.sentence_at(main.sequence, match.start())
        if end - start < 800 and _NOT_FILED.search(main.text, start, end):
            found[number] = ("furnished", context.evidence(main.sequence, start, end))
    return found


def _claim(
    context: Context,
    main: DocumentText,
    sequence: int,
    line: tuple[int, int, int] | None,
    status: tuple[str, Evidence] | None,
) -> ExhibitClaim:
    evidence = [status[1]] if status else []
    stated = status[0] if status else None
    title = issued = None
    if line:
        start, begin, end = line
        row = main.layout[begin:end]
        evidence.append(context.evidence(main.sequence, start, min(end, start + 300)))
        noted = _NOTED.search(row)
        stated = stated or (noted and (noted["status"] or noted["only"]).lower()) or None
        title = _title(row)
        dated = re.search(r"\bdated?\b(?: as of)?[\s,]*", row)
        dates = [date for date in find_dates(row) if dated and date[0] >= dated.end() - 1]
        issued = dates[0][2] if dates else None
    return ExhibitClaim(sequence, Source(RULE, 0.97, tuple(sorted(evidence))), stated, title, issued)


def _title(row: str) -> str | None:
    """The title in quotes, else the description without page number and notes."""
    quoted = _QUOTED.search(row)
    if quoted:
        return " ".join(quoted[1].split()).rstrip(",")
    plain = _NOTES.sub("", _NOTES.sub("", _PAGE.sub("", row)))
    title = " ".join(plain.split()).rstrip(" ,;")
    return (title if re.search(r"\b(?:Inc|Corp|Ltd|Co|L\.P|N\.A|S\.A|Jr)\.$", title) else title.rstrip(".")) or None
