"""Marked text → text and layout: the private-use marks by which the HTML and ASCII readers say where things end."""

from __future__ import annotations

import re
from itertools import pairwise

CELL, ROW, LINE, SOFT, SEAM = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
"""Start of a table cell; end of a row or paragraph; a line break of unknown weight; one that ends no sentence; a page
break inside a paragraph, with words of the page's head or foot left out."""

_MARKS = str.maketrans(dict.fromkeys(CELL + ROW + LINE + SOFT + SEAM, " "))
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb\x00-\x08\x0e-\x1b\x7f]")
# White space and marks, spelt out: a set is searched four times as fast as `\s`.
_BLANK = "[ \t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ue000-\ue004]"
_RUN = re.compile(f"{_BLANK}(?:(?<! ){_BLANK}*|{_BLANK}+)")  # any run but the single space
_LONGEST_ROW = 4000  # characters; a "row" longer than this is a page laid out by a table, whose paragraphs stay apart
_WIDEST_WRAP = 135  # characters; lines longer than this were not wrapped by a typist
_SLACK = 8  # characters by which a wrapped line may fall short beyond its next word

_SIGNED = re.compile(r"(?:^|[\s:*])/s/", re.I)
_ALONE = {"\n": "\n", CELL: "\t", ROW: "\x1e", LINE: "\v", SOFT: "\x1f", SEAM: "\f"}


def unmarked(source: str) -> str:
    """`source` without characters that would be taken for marks."""
    return source.translate(_MARKS) if any(mark in source for mark in (CELL, ROW, LINE, SOFT, SEAM)) else source


def wrapped(line: str, following: str, width: int) -> bool:
    """True when `line` ends because `following` did not fit into `width`, not because the writer ended it there."""
    if not line or not following:
        return False
    if ("/" in line and _SIGNED.search(line)) or _SIGNED.match(following):
        return False
    first = following.split(None, 1)[0]
    if first[0].islower() and not _is_marker(first):
        return True
    if line[-1] in ",&" and width > 45 and len(line) > 30:
        return True
    return 45 < width <= _WIDEST_WRAP and len(line) + 1 + len(first) > width - _SLACK


def _is_marker(word: str) -> bool:
    """List markers and addresses of the web may begin with a lower-case letter: "o", "a)", "www."."""
    return (
        (len(word) == 1 and word != "a") or (word[-1] in ").:" and len(word) < 5) or word.startswith(("www.", "http"))
    )


def fold(marked: str) -> tuple[str, str]:
    """Marked text → (text, layout) of equal length: every white-space run is one character.

    In the text it is a space. In the layout "\\n" ends a paragraph or table row, "\\t" separates cells, and "\\v" is a
    line break that ends no sentence (hard-wrapped lines, lines and paragraphs within one cell of a row); "\\f" is the
    seam of a paragraph cut by a page break, where the source has a page number or running head between the words.
    """
    runs = _RUN.sub(_weigh, _INVISIBLE.sub("", marked)).strip()
    layout = "\n".join(map(_settle, runs.split("\x1e"))) if "\v" in runs or "\t" in runs else runs.replace("\x1e", "\n")
    text = layout.replace("\n", " ").replace("\t", " ").replace("\v", " ").replace("\x1f", " ").replace("\f", " ")
    return text, layout.replace("\x1f", "\v")


def _weigh(run: re.Match[str]) -> str:
    seen = run[0]
    if len(seen) == 1:
        return _ALONE.get(seen, " ")
    if ROW in seen:
        return "\x1e"
    if CELL in seen:
        return "\t"
    if SEAM in seen:
        return "\f"
    if "\n" in seen or seen.count(LINE) > 1:
        return "\n"
    if LINE in seen:
        return "\v"
    return "\x1f" if SOFT in seen else " "


def _settle(row: str) -> str:
    """Decides the line breaks of one row: all soft among cells, else by whether they look like a typist's wrapping."""
    if "\t" in row and len(row) < _LONGEST_ROW:
        return row.replace("\n", "\x1f").replace("\v", "\x1f")
    if "\v" not in row:
        return row
    return "\n".join(_settle_lines(block) if "\v" in block else block for block in row.split("\n"))


def _settle_lines(block: str) -> str:
    lines = block.split("\v")
    width = max(map(len, lines))
    out = [lines[0]]
    for before, after in pairwise(lines):
        out.append("\x1f" if wrapped(before, after, width) else "\n")
        out.append(after)
    return "".join(out)
