"""Where two versions part: the smallest set of differences that makes the left decide like the right.

The left version is given some differences from the right (:mod:`core.decision.mixture`), ever larger
sets, until it comes out as the right one does. Of several smallest sets the first in the officer's order
is taken.

Not every set has to be tried. A mixture tells which differences its outcome hangs on. If it comes out
wrong, whatever comes out right has one more of *those*; so each set is grown by these alone, and by none
that an earlier branch has grown by. Nothing smaller is missed.

>>> from core.case.library import library
>>> from core.decision.decide import decide
>>> from core.law.version import find_version
>>> case = library().load("an-empty-road").case
>>> left, right = (decide(case, find_version(v)) for v in ("2018-05-01", "whole_border_2018"))
>>> [unit.id for unit in find_parting(left, right).all]
['ca.irpr.159.4(1)(a)']
"""

from __future__ import annotations

from collections.abc import Iterator

from core.decision.mixture import Mixtures
from core.decision.model import Decision, Parting
from core.decision.settle import Settled

MOST_TRIED = 4000
"""So many mixtures are decided; then a set is given from which nothing can be left out, and it says so."""


def find_parting(left: Decision, right: Decision) -> Parting | None:
    """The parting of two decisions under one country's law, or None if outcome and how are the same."""
    if settled_of(left) == settled_of(right):
        return None
    search = Search(Mixtures(left, right))
    if not search.mixtures.units:
        return None
    try:
        found = search.smallest()
    except Exhausted:
        return Parting(search.mixtures.units_of(search.pruned()), exact=False)
    return Parting(search.mixtures.units_of(found)) if found else None


def settled_of(decision: Decision) -> Settled:
    """What of a decision another has to come to."""
    return Settled(decision.outcome, decision.how, decision.possible)


class Exhausted(Exception):
    """More mixtures would have to be tried than there is time for."""


class Search:
    """Looks for the smallest set of differences that gives the left version the right one's outcome."""

    def __init__(self, mixtures: Mixtures) -> None:
        self.mixtures = mixtures
        self._goal = settled_of(mixtures.right)
        self._by_outcome = mixtures.left.possible != mixtures.right.possible

    def reached(self, mask: int) -> bool:
        """Whether the left version, given these, comes out as the right one does."""
        found = self.mixtures.what(mask).settled
        if self._by_outcome:
            return found.possible == self._goal.possible
        return found == self._goal

    def smallest(self) -> int:
        """The smallest set that does; 0 if none does. Raises Exhausted."""
        for size in range(1, len(self.mixtures.units) + 1):
            found = self._of_size(size, 0, 0)
            first = next(found, 0)
            if first:  # of sets of one, the first is the first in the officer's order
                return first if size == 1 else min((first, *found), key=_places)
        return 0

    def _of_size(self, size: int, chosen: int, barred: int) -> Iterator[int]:
        """The sets of ``size`` more that do it, with ``chosen`` and without ``barred``."""
        if self.reached(chosen):
            yield chosen
            return
        if not size:
            return
        if self.mixtures.decided > MOST_TRIED:
            raise Exhausted
        grown_by = self.mixtures.what(chosen).read & ~chosen & ~barred
        while grown_by:
            bit = grown_by & -grown_by
            grown_by ^= bit
            yield from self._of_size(size - 1, chosen | bit, barred)
            barred |= bit

    def pruned(self) -> int:
        """All differences without those that can be left out one after another, the last first."""
        kept = (1 << len(self.mixtures.units)) - 1
        for at in reversed(range(len(self.mixtures.units))):
            fewer = kept & ~(1 << at)
            if self.reached(fewer):
                kept = fewer
        return kept


def _places(mask: int) -> tuple[int, ...]:
    """Where the differences of a set stand in the officer's order."""
    return tuple(at for at in range(mask.bit_length()) if mask >> at & 1)
