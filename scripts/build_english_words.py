"""An English word list (one word a line) → `kg/extract/data/english-words.txt.xz`: those that look like a drug's name.

Made from SCOWL 2020.12.07, sizes up to 70, American and British (Debian's wamerican-large and wbritish):

    python scripts/build_english_words.py /usr/share/dict/american-english-large /usr/share/dict/british-english
"""

from __future__ import annotations

import lzma
import sys
from pathlib import Path

from kg.extract.compound_words import has_shape

TARGET = Path(__file__).parent.parent / "kg" / "extract" / "data" / "english-words.txt.xz"


def main(paths: list[str]) -> None:
    """Writes the words of the lists at `paths` that a name of a drug could be mistaken for."""
    listed = {word.lower() for path in paths for word in Path(path).read_text(encoding="utf-8").split()}
    kept = sorted(word for word in listed if has_shape(word))
    TARGET.write_bytes(lzma.compress("".join(f"{word}\n" for word in kept).encode(), preset=9))
    print(f"{len(kept)} words")


if __name__ == "__main__":
    main(sys.argv[1:])
