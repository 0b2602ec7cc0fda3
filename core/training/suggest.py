"""Cases of the library that would close the gaps of a pack, the one that closes most first.

>>> from core.training.packfile import packs
>>> suggestions(packs()["debate-2018"].pack, most=1)[0].case not in ("an-empty-road",)
True
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.case.casefile import CaseFile
from core.case.library import library
from core.case.setup import Setup
from core.law.version import VersionError
from core.training.coverage import coverage, touch_of
from core.training.model import Exercise, Pack
from core.training.work import case_of, setup_of, work_case


@dataclass(frozen=True)
class Suggestion:
    """A case of the library, the versions to compare, and the gaps in which it would turn."""

    case: str
    left: str
    right: str
    closes: tuple[str, ...]


def suggestions(pack: Pack, most: int = 5) -> tuple[Suggestion, ...]:
    """At most so many cases, chosen one after another for the most gaps still open.

    Each is tried under the pairs of versions that the pack compares. Of two that close as many, the first
    of the library's teaching order is taken.
    """
    gaps = {row.provision.id for row in coverage(pack).left_out}
    tried = list(_tried(pack))
    found: list[Suggestion] = []
    while gaps and tried and len(found) < most:
        name, setup, decisive = max(tried, key=lambda row: len(row[2] & gaps))
        closes = decisive & gaps
        if not closes:
            break
        found.append(Suggestion(name, setup.left, setup.right, tuple(sorted(closes))))
        gaps -= closes
    return tuple(found)


def _tried(pack: Pack) -> Iterator[tuple[str, Setup, frozenset[str]]]:
    """Every case of the library that is not in the pack, under every pair of versions of the pack."""
    used = {e.case for e in pack.active if isinstance(e.case, str)}
    setups = {(s.left, s.right): s for s in (setup_of(pack, e) for e in pack.active)}
    ways = {_into(pack, e) for e in pack.active}
    for name in library().ids():
        file = library().load(name)
        if name in used or file.case.get("journey.into") not in ways:
            continue
        for setup in setups.values():
            decisive = _decisive(name, file, setup)
            if decisive:
                yield name, setup, decisive


def _into(pack: Pack, exercise: Exercise) -> str | None:
    into: str | None = case_of(exercise).case.get("journey.into")
    return into


def _decisive(name: str, file: CaseFile, setup: Setup) -> frozenset[str]:
    """What the case would turn on; nothing where it cannot be decided under these versions."""
    exercise = Exercise(id="tried", case=name)
    try:
        return touch_of(work_case(exercise, file, setup).comparison).decisive
    except VersionError:
        return frozenset()
