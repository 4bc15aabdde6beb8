"""Layout of a document → sentence spans. One regular expression finds candidate ends, a word list vetoes abbreviations."""

# ruff: noqa: E501 — a pattern reads better unbroken, a veto better under what it vetoes

from __future__ import annotations

from kg.extract.late import late

# It begins with one class of characters: only then does `re` skip the text between at full speed.
_END = late(r"[.!?…](?=[ \t)\]\"”’'»])(?:[)\]]*[\"”’'»]*|[\"”’'»]*[)\]]*)[ \t](?=[\"“‘'(\[«•·]*[A-Z0-9À-Þ$€£])")
_BREAK = late(r"\n")
# Words whose full stop does not end a sentence, whatever follows (titles, abbreviations that want a number or a name).
_NEVER = frozenset(
    ["mr", "mrs", "ms", "dr", "drs", "prof", "messrs", "st", "mt", "ft", "hon", "rev", "gen", "col", "capt", "lt", "sgt", "no", "nos", "art", "sec", "fig", "figs", "vol", "pp", "p", "ref", "approx", "ca", "cf", "vs", "v", "e.g", "i.e", "viz", "seq", "inst", "al", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "cal", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "me", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "n.j", "n.y", "n.c", "n.h", "n.d", "n.m", "s.c", "s.d", "okla", "ore", "pa", "penn", "r.i", "tenn", "tex", "ut", "va", "vt", "wash", "wis", "w.va", "wyo", "d.c", "mssrs", "eq", "ext", "est", "dept", "univ", "hosp", "reg"]
)
# Words whose full stop may end a sentence: it does when the next word is one that usually opens one.
_MAYBE = frozenset(
    ["inc", "corp", "co", "ltd", "llc", "l.l.c", "cos", "plc", "bros", "jr", "sr", "esq", "u.s", "u.k", "e.u", "u.s.a", "ph.d", "m.d", "d.o", "m.b.a", "s.a", "s.p.a", "n.v", "b.v", "a.g", "k.k", "a.s", "a.b", "a.d", "b.c", "a.m", "p.m", "etc", "j.d", "d.v.m", "pharm.d", "m.s", "b.s", "b.a", "m.a", "sc.d", "m.p.h", "d.sc", "r.n", "f.r.c.p", "l.p", "l.l.p", "pty", "pte", "sdn", "bhd", "kft", "zrt", "s.r.l", "s.a.r.l", "s.r.o", "a.p.s", "d.o.o", "gmbh", "p.c"]
)
_OPENERS = late(
    r"[\"“‘'(\[«•·]*(?:The|In|On|Under|We|Our|It|Its|This|That|These|Those|As|At|By|For|From|If|He|She|They|Their|His|Her|"
    r"Mr|Mrs|Ms|Dr|Prof|Such|Each|Any|All|No|Upon|Pursuant|Both|After|Before|During|Since|When|While|With|An?|Also|And|But|"
    r"There|Either|Neither|Neither|However|Additionally|Although|Effective|Following|Prior|Subject|To|Through|Until|Some|One|"
    r"Two|Nothing|Neither|Not|Should|Once|Unless|Otherwise|Further|Furthermore|Moreover|Accordingly|Consequently|Item|ITEM|"
    r"Forward|About|Terms|Financial|Net|Total|Revenue|Research|Most|Other|Another|Several|Together|Except|Where|Which|Who|"
    r"You|Your|I(?!\.)|What|Because|Between|Besides|Beyond|Concurrently|Simultaneously|Thereafter|Then|Thus|Today|Later|Earlier|Last)\b"
)
_BEFORE_WORD = late(r"(?s).*[\s\"“”‘’(\[—–/]")  # greedy: up to the last blank or bracket before a word


def _ends(layout: str, stop: int) -> bool:
    """Does the full stop at `stop` end a sentence?"""
    if layout[stop] != ".":
        return True
    low = max(0, stop - 24)
    before = _BEFORE_WORD.match(layout, low, stop)
    word = layout[before.end() if before else low : stop].lower()
    if word in _NEVER:
        return False
    if word in _MAYBE or (len(word) == 1 and word.isalpha()) or (len(word) == 3 and word[1] == "."):
        if len(word) == 1 and word == "i" and layout[max(0, stop - 8) : stop].lower().endswith("phase i"):
            return True
        after = stop + 1
        while after < len(layout) and layout[after] in " \t)]\"”’'»":
            after += 1
        return _OPENERS.match(layout, after) is not None
    return True


def find_sentences(layout: str) -> tuple[tuple[int, int], ...]:
    """Spans in order, without blanks at either end; a row or paragraph break ("\\n") always ends one."""
    stops = [match.end() - 1 for match in _END.finditer(layout) if _ends(layout, match.start())]
    breaks = [match.start() for match in _BREAK.finditer(layout)]
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in sorted([*stops, *breaks]):
        said = layout[start:stop].lstrip(" \t")
        if said and not said.isspace():
            spans.append((stop - len(said), stop))
        start = stop + 1
    said = layout[start:].rstrip()
    if said:
        spans.append((start + len(said) - len(said.lstrip()), start + len(said)))
    return tuple(spans)
