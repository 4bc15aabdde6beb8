"""The full names of a filing → what "Dr. Roe", "J. Roe", capitals and short given names in it mean (`PersonMemory`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extract.person_names import PersonMention, display
from kg.extract.person_words import NICKNAMES


def _fold(word: str) -> str:
    return word.strip(".,’'").casefold()


_NAMESAKES = 40
"""So many persons of one surname are told apart; a list with more is not searched for whom "Dr. Roe" means."""


@dataclass(frozen=True, slots=True)
class PersonMemory:
    """The full names of a filing, by each of their words; resolves "Dr. Roe", "J. Roe" and capitals to them."""

    by_last: dict[str, tuple[str, ...]]
    by_word: dict[str, tuple[str, ...]]
    by_both: dict[tuple[str, str], str] = field(default_factory=dict)

    def resolve(self, mention: PersonMention, near: str | None = None) -> str | None:
        """The full name meant; None for a short mention that fits nobody, or several without `near` among them."""
        words = [w for w in re.sub(r",?\s(?:Jr|Sr|II|III|IV)\.?$", "", mention.name).replace(".", ". ").split() if w]
        if not words:
            return None
        last = _fold(words[-1])
        candidates = self.by_last.get(last, ())
        if mention.full:
            initials = [w for w in words[:-1] if len(w.strip(".-")) > 1]
            same = self.by_both.get((_fold(words[0]), last))
            if same:
                return same
            whole = " ".join(_fold(w) for w in words)
            tails = [c for c in candidates if " ".join(_fold(w) for w in c.split()).endswith(" " + whole)]
            if mention.weight >= 3 and len(tails) == 1:
                return tails[0]
            if not initials and candidates:
                fits = [
                    c for c in candidates if c[:1].upper() == words[0][:1].upper() and len(c.split()[0].strip(".")) > 1
                ]
                if len(fits) == 1:
                    return fits[0]
            return display(mention.name)
        pool = candidates or self.by_word.get(last, ())
        if len(words) > 1:
            tail = " ".join(map(_fold, words))
            longer = [c for c in pool if tail in " ".join(map(_fold, c.split()))]
            pool = tuple(longer) or pool
        if near in pool:
            return near
        return pool[0] if len(pool) == 1 else None


def remember(mentions: Iterable[PersonMention]) -> PersonMemory:
    """A memory of the full names among `mentions`; of two spellings of one person the longer, mixed-case one stays."""
    best: dict[tuple[str, str], str] = {}
    for mention in mentions:
        if not mention.full:
            continue
        name = display(mention.name)
        words = [_fold(w) for w in re.sub(r",?\s(?:Jr|Sr|II|III|IV)\.?$", "", name).split()]
        if not words:
            continue
        key = (words[0], words[-1])
        known = best.get(key)
        if known is None or (mention.name == name, len(name)) > (True, len(known)):
            best[key] = name
    for first, last in [key for key, name in best.items() if " " in name and key[0] in NICKNAMES]:
        formal = [(given, last) for given in NICKNAMES[first] if (given, last) in best]
        if len(formal) == 1:
            best[first, last] = best[formal[0]]
    by_last: dict[str, list[str]] = {}
    by_word: dict[str, list[str]] = {}
    for last, name in dict.fromkeys((last, name) for (_, last), name in best.items()):
        by_last.setdefault(last, []).append(name)
        for word in {_fold(w) for w in name.split()} - {last}:
            by_word.setdefault(word, []).append(name)
    return PersonMemory(
        {k: tuple(v[:_NAMESAKES]) for k, v in by_last.items()},
        {k: tuple(v[:_NAMESAKES]) for k, v in by_word.items()},
        best,
    )
