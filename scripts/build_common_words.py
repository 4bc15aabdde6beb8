"""English word lists (one word a line) → `kg/extract/data/common-words.txt.xz`: words and well-known names.

Made from SCOWL 2020.12.07, sizes up to 60, American and British (Debian's wamerican and wbritish):

    python scripts/build_common_words.py /usr/share/dict/american-english /usr/share/dict/british-english
"""

from __future__ import annotations

import lzma
import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "kg" / "extract" / "data" / "common-words.txt.xz"


def main(paths: list[str]) -> None:
    """Writes the words of letters alone, as they are spelt: "boston" is not among them, "Boston" is."""
    words = {line.strip() for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines()}
    kept = sorted(w for w in words if len(w) > 1 and w.isalpha() and not w.isupper())
    TARGET.write_bytes(lzma.compress("\n".join(kept).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(kept)} words → {TARGET}")


if __name__ == "__main__":
    main(sys.argv[1:])
