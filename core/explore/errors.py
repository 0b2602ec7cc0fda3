"""Errors put into the law, one at a time: noticed by the library, without effect on any case, or missed.

A *guard* is without effect as well, but the law could not be written without it
(:mod:`core.explore.guards`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial

from core.explore.equivalent import difference
from core.explore.forced import forced
from core.explore.guards import let_in
from core.explore.mutants import Mutant, mutants
from core.explore.noticing import Watch
from core.law.load import law
from core.law.provisions import Law

NOTICED, GUARD, NO_EFFECT, MISSED = "noticed", "guard", "no_effect", "missed"
MAKERS: dict[str, Callable[[Law], Iterator[Mutant]]] = {"mutants": mutants, "forced": forced}
SHARES = 8
"""So many shares of the errors for each processor: errors take unlike times."""


@dataclass(frozen=True)
class Fate:
    """What became of an error.

    ``version`` is one under which a missed error would show; ``lets`` what a guard lets be asked.
    """

    name: str
    kind: str
    fate: str
    version: str = ""
    lets: tuple[str, ...] = ()


def fates(which: str, workers: int | None = None) -> list[Fate]:
    """What becomes of every error of a sort (``mutants`` or ``forced``), worked on by all processors."""
    many = workers or os.cpu_count() or 1
    if many == 1:
        return fates_of(which, 0, 1)
    shares = many * SHARES
    with ProcessPoolExecutor(many) as pool:
        found = list(pool.map(partial(fates_of, which, shares=shares), range(shares)))
    return [fate for share in found for fate in share]


def fates_of(which: str, share: int, shares: int) -> list[Fate]:
    """What becomes of one share of the errors of a sort: of those that follow each other."""
    errors = list(MAKERS[which](law()))
    first, last = (len(errors) * at // shares for at in (share, share + 1))
    return [fate(_watch(), error) for error in errors[first:last]]


@cache
def _watch() -> Watch:
    """The expectations of the library, read once by each process."""
    return Watch()


def fate(watch: Watch, error: Mutant) -> Fate:
    """What becomes of one error."""
    if watch.notices(error) is not None:
        return Fate(error.name, error.kind, NOTICED)
    found = difference(law(), error.law)
    if found is not None:
        return Fate(error.name, error.kind, MISSED, found.version)
    lets = let_in(law(), error.law)
    return Fate(error.name, error.kind, GUARD if lets else NO_EFFECT, lets=lets)
