"""One case on the bench: asked in many variants, with what was answered before remembered.

Every path that may ever vary has a column in every set of variants, so that an answer remembered from one
set holds in another.

>>> from core.case.library import library
>>> from core.case.setup import Setup
>>> bench = Bench(library().load("an-empty-road").case, Setup(), ["claimant.stateless"])
>>> bench.rows([{}, {"claimant.stateless": True}]).pairs(0)
{('heard', 'returned')}
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.case.case import Case
from core.case.setup import Setup
from core.decision.settle import settle
from core.decision.situation import Situation, choices_of
from core.explore.rows import Row
from core.explore.sides import Memos, Sides
from core.explore.variants import Column, Variants, of_records, plain_at


class Bench:
    """A case, two versions, and the paths that may vary."""

    def __init__(self, case: Case, setup: Setup, paths: Sequence[str]) -> None:
        self.case, self.setup = case, setup
        self.paths = list(paths)
        self._own = {path: Column(path, (plain_at(case, path),), (1,)) for path in paths}
        self._memos: Memos = {}

    def ask(self, count: int, columns: Mapping[str, Column]) -> Sides:
        """Both versions over some variants; a path without a column is as the case says."""
        full = (1 << count) - 1
        whole = {
            path: columns[path] if path in columns else own.everywhere(full)
            for path, own in self._own.items()
        }
        return Sides.of(Variants(self.case, count, whole), self.setup, self._memos)

    def rows(self, rows: Sequence[Row]) -> Sides:
        """One variant for each row of values."""
        paths = list(dict.fromkeys(path for row in rows for path in row))
        found = of_records(self.case, rows, paths)
        return self.ask(found.count, found.columns)

    def as_it_is_and_unknown(self) -> Sides:
        """The case as it is, and with every path unknown."""
        columns = {
            path: Column(path, (own.plain[0], None), (1, 2)) for path, own in self._own.items()
        }
        return self.ask(2, columns)


def outcomes_of(sides: Sides, variant: int, setup: Setup) -> tuple[str, str]:
    """What both versions make of one variant; where planes alone leave a side open, it is settled."""
    left, right = (_outcome(sides, side, variant, setup) for side in (0, 1))
    return left, right


def _outcome(sides: Sides, side: int, variant: int, setup: Setup) -> str:
    possible = sides.possible(side, variant)
    if len(possible) == 1:
        return possible.pop()
    planes = sides.planes[min(side, len(sides.planes) - 1)]
    case = planes.variants.case_of(variant)
    return settle(Situation(case, planes.version, choices_of(planes.version, setup))).outcome
