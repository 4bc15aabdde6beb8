"""Text → abbreviations it defines in parentheses after their long form: "multiple myeloma (MM)" → MM."""

from __future__ import annotations

from kg.extract.late import late

_SHORT = late(  # (MM), (“MM”), (MM; see …)
    r"\((?:or |the )?[“\"‘]?([A-Z][A-Za-z0-9/&-]{0,8}[A-Z0-9a-z])[”\"’]?(?:[,;][^()]{0,40})?\)"
)
_REACH = 160


def long_form(before: str, short: str) -> str | None:
    """The words at the end of `before` that `short` abbreviates, or None.

    Words whose initials spell it win; else the shortest run of words that holds its letters in order, beginning with
    the first (Schwartz and Hearst 2003).

    >>> long_form("patients with multiple myeloma", "MM")
    'multiple myeloma'
    """
    letters = [c for c in short.lower() if c.isalnum()]
    most = min(len(letters) + 5, len(letters) * 2)
    words = before.split(" ")[-most:]
    initials = words[-len(letters) :]
    if [word[:1].lower() for word in initials] == letters:
        return " ".join(initials)
    window = " ".join(words)
    low = window.lower()
    if len(low) != len(window):
        return None
    position = len(low)
    for number in range(len(letters) - 1, -1, -1):
        position = low.rfind(letters[number], 0, position)
        while number == 0 and position > 0 and low[position - 1].isalnum():
            position = low.rfind(letters[0], 0, position)
        if position < 0:
            return None
    found = window[position:]
    whole = found.count("(") == found.count(")") and ";" not in found
    return found if whole and len(found) > len(short) else None


def abbreviations_of(text: str) -> dict[str, str]:
    """Every abbreviation the text defines, with its long form as written; of several definitions the first."""
    found: dict[str, str] = {}
    for hit in _SHORT.finditer(text):
        short = hit[1]
        if short in found or sum(c.isupper() for c in short) < 2:
            continue
        long = long_form(text[max(0, hit.start() - _REACH) : hit.start()].rstrip(), short)
        if long:
            found[short] = long
    return found
