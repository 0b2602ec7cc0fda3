"""Compute the key of every session pack of the program anew and store it in the pack's file.

    python tools/pack_keys.py            # restamp what differs, and say which answers moved
    python tools/pack_keys.py --check    # write nothing; exit 1 if a stamp is not of today's law

What a person wrote in the file stays as it is: only the last part, ``stored:``, is replaced.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core.files.atomic import write_text
from core.training.key import stamp
from core.training.packfile import PackError, read_pack, with_stored
from core.training.stale import look

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sessions"


def main(argv: list[str]) -> int:
    """Restamp or check; returns the exit code."""
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("--check", action="store_true", help="write nothing")
    given.add_argument("paths", nargs="*", type=Path, help="packs; those of the program if none")
    options = given.parse_args(argv)
    differ = 0
    for path in options.paths or sorted(FOLDER.glob("*.yaml")):
        try:
            pack = read_pack(path).pack
        except PackError as error:
            print(error, file=sys.stderr)
            return 2
        found, stored = look(pack), stamp(pack)
        for standing in found.stale:
            print(f"{path.name}: {standing.id}: {standing.state}")
            for move in standing.moves:
                print(f"  {move.column} {move.what}: {move.then!r} -> {move.now!r}")
        if stored == pack.stored:
            continue
        differ += 1
        if not options.check:
            write_text(path, with_stored(path.read_text(encoding="utf-8"), stored))
            print(f"{path.name}: stamped")
    return 1 if options.check and differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
