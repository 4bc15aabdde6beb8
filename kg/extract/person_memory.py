"""The full names of a filing → what "Dr. Roe", "J. Roe", capitals and short given names in it mean (`PersonMemory`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extract.late import late
from kg.extract.person_names import PARTICLES, PersonMention, display
from kg.extract.person_words import NICKNAMES


def _fold(word: str) -> str:
    return word.strip(".,’'").casefold()


_NUMBERED = late(r",? (?:II|III|IV)$")
_NAMESAKES = 40
"""So many persons of one surname are told apart; a list with more is not searched for whom "Dr. Roe" means."""


@dataclass(frozen=True, slots=True)
class PersonMemory:
    """The full names of a filing, by each of their words; resolves "Dr. Roe", "J. Roe" and capitals to them."""

    by_last: dict[str, tuple[str, ...]]
    by_word: dict[str, tuple[str, ...]]
    by_both: dict[tuple[str, str], str] = field(default_factory=dict)
    twins: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """Names that differ in the middle initial alone: "Robert T. Roe" and "Robert L. Roe"."""

    def resolve(self, mention: PersonMention, near: str | None = None) -> str | None:
        """The full name meant; None for a short mention that fits nobody, or several without `near` among them."""
        words = [w for w in re.sub(r",?\s(?:Jr|Sr|II|III|IV)\.?$", "", mention.name).replace(".", ". ").split() if w]
        if not words:
            return None
        last = _fold(words[-1])
        candidates = self.by_last.get(last, ())
        if mention.full:
            initials = [w for w in words[:-1] if len(w.strip(".-")) > 1]
            twins = self.twins.get((_fold(words[0]), last))
            if twins:
                mine = [c for c in twins if middle_initial(c) == middle_initial(mention.name)]
                return mine[0] if len(mine) == 1 else display(mention.name)
            same = self.by_both.get((_fold(words[0]), last))
            if same:
                return display(mention.name) if _NUMBERED.search(mention.name) and not _NUMBERED.search(same) else same
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


def middle_initial(name: str) -> str:
    """The first letter between a given name and a surname, "" where nothing stands there."""
    words = re.sub(r",?\s(?:Jr|Sr|II|III|IV)\.?$", "", name).replace(".", ". ").split()
    return words[1][0].upper() if len(words) > 2 and words[1][0].isupper() else ""


def _surname_alone(mention: PersonMention, names: Iterable[str]) -> bool:
    """Is "Mr. De Roe" the surname of a person named in full?"""
    first, _, rest = mention.name.partition(" ")
    return bool(
        mention.weight >= 3
        and rest
        and first.lower() in PARTICLES
        and any(name.endswith(" " + mention.name) for name in names)
    )


def remember(mentions: Iterable[PersonMention]) -> PersonMemory:
    """A memory of the full names among `mentions`; of two spellings of one person the longer, mixed-case one stays."""
    best: dict[tuple[str, str], str] = {}
    twins: dict[tuple[str, str], dict[str, str]] = {}
    full = [mention for mention in mentions if mention.full]
    led = {m.name for m in full if m.name.partition(" ")[0].lower() in PARTICLES}
    led = led if len(led) < _NAMESAKES else set()
    whole = {m.name for m in full if any(m.name.endswith(" " + name) for name in led)} if led else set()
    said: Counter[tuple[str, str, str]] = Counter()
    numbered: Counter[tuple[str, str]] = Counter()
    plain: dict[tuple[str, str], Counter[str]] = {}
    for mention in full:
        if mention.name in led and _surname_alone(mention, whole):
            continue
        name = display(mention.name)
        words = [_fold(w) for w in re.sub(r",?\s(?:Jr|Sr|II|III|IV)\.?$", "", name).split()]
        if not words:
            continue
        key = (words[0], words[-1])
        said[*key, middle_initial(name)] += 1
        if _NUMBERED.search(name):
            numbered[key] += 1
        elif mention.name == name:
            plain.setdefault(key, Counter())[name] += 1
        known = best.get(key)
        if known and middle_initial(known) and middle_initial(name) and middle_initial(known) != middle_initial(name):
            twins.setdefault(key, {middle_initial(known): known}).setdefault(middle_initial(name), name)
            continue
        if known is None or (mention.name == name, len(name)) > (True, len(known)):
            best[key] = name
    for key in numbered:
        unnumbered = plain.get(key, Counter())
        if sum(unnumbered.values()) >= 3 * numbered[key]:  # father and son: "James Roe" is not "James Roe, II"
            best[key] = max(unnumbered, key=lambda name: (len(name), name))
    for first, last in [key for key, name in best.items() if " " in name and key[0] in NICKNAMES]:
        formal = [(given, last) for given in NICKNAMES[first] if (given, last) in best]
        if len(formal) == 1:
            best[first, last] = best[formal[0]]
    by_last: dict[str, list[str]] = {}
    by_word: dict[str, list[str]] = {}
    twins = {
        key: others
        for key, others in twins.items()
        if 2 * min(said[*key, i] for i in others) > max(said[*key, i] for i in others)  # else a slip of the pen
    }
    every = [*best.items(), *((key, name) for key, others in twins.items() for name in others.values())]
    for last, name in dict.fromkeys((last, name) for (_, last), name in every):
        by_last.setdefault(last, []).append(name)
        for word in {_fold(w) for w in name.split()} - {last}:
            by_word.setdefault(word, []).append(name)
    return PersonMemory(
        {k: tuple(v[:_NAMESAKES]) for k, v in by_last.items()},
        {k: tuple(v[:_NAMESAKES]) for k, v in by_word.items()},
        best,
        {key: tuple(others.values()) for key, others in twins.items()},
    )
