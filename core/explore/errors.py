"""Errors put into the law, one at a time: noticed by the library, without effect on any case, or missed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

from core.explore.equivalent import difference
from core.explore.forced import forced
from core.explore.mutants import Mutant, mutants
from core.explore.noticing import Watch
from core.law.load import law
from core.law.provisions import Law

NOTICED, NO_EFFECT, MISSED = "noticed", "no_effect", "missed"
MAKERS: dict[str, Callable[[Law], Iterator[Mutant]]] = {"mutants": mutants, "forced": forced}


@dataclass(frozen=True)
class Fate:
    """What became of an error; ``version`` is one under which a missed error would show."""

    name: str
    kind: str
    fate: str
    version: str = ""


def fates(which: str, workers: int | None = None) -> list[Fate]:
    """What becomes of every error of a sort (``mutants`` or ``forced``), worked on by all processors."""
    many = workers or os.cpu_count() or 1
    if many == 1:
        return fates_of(which, 0, 1)
    with ProcessPoolExecutor(many) as pool:
        shares = list(pool.map(partial(fates_of, which, shares=many), range(many)))
    return [fate for share in shares for fate in share]


def fates_of(which: str, share: int, shares: int) -> list[Fate]:
    """What becomes of one share of the errors of a sort."""
    watch = Watch()
    errors = list(MAKERS[which](law()))
    return [fate(watch, error) for error in errors[share::shares]]


def fate(watch: Watch, error: Mutant) -> Fate:
    """What becomes of one error."""
    if watch.notices(error) is not None:
        return Fate(error.name, error.kind, NOTICED)
    found = difference(law(), error.law)
    if found is None:
        return Fate(error.name, error.kind, NO_EFFECT)
    return Fate(error.name, error.kind, MISSED, found.version)
