"""Compile the catalogues of sentences: each `threshold.po` becomes the `.mo` that gettext reads.

    python tools/words.py

Only what is older than its source is compiled, so a second call costs next to nothing. The set-up
script calls this; polib comes from the locked requirements.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

WORDS = Path(__file__).resolve().parent.parent / "resources" / "words"


def stale_catalogues(words: Path = WORDS) -> Iterator[tuple[Path, Path]]:
    """Yield each (source, compiled) pair whose compiled file is missing or older."""
    for source in sorted(words.glob("*/LC_MESSAGES/threshold.po")):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns:
            yield source, compiled


def compile_catalogue(source: Path, compiled: Path) -> None:
    """Write the compiled catalogue in one step, so that no reader meets half a file."""
    import polib  # here, because it is not needed when all is up to date, which is nearly always

    catalogue = polib.pofile(str(source), check_for_duplicates=True)
    half = compiled.with_suffix(f".{os.getpid()}")
    catalogue.save_as_mofile(str(half))
    half.replace(compiled)


def main() -> int:
    """Compile what is stale; return 1 where a catalogue cannot be read."""
    for source, compiled in stale_catalogues():
        try:
            compile_catalogue(source, compiled)
        except (OSError, ValueError) as error:
            print(f"{source}: this catalogue cannot be compiled: {error}", file=sys.stderr)
            return 1
        print(f"Compiled {source.relative_to(WORDS.parent.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
