"""Both versions of a setup over the same variants, and the checks that a case must keep.

>>> from core.case.case import Case
>>> from core.case.setup import Setup
>>> from core.explore.variants import product
>>> case = Case.from_data({"journey": {"into": "ca"}})
>>> sorted(Sides.of(product(case, {}), Setup()).possible(0, 0))
['barred', 'heard', 'returned']
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.setup import Setup
from core.case.turn import turned, turned_value
from core.decision.situation import choices_of
from core.decision.which import version_for
from core.explore.planes import Memo, Plane, Planes
from core.explore.variants import Column, Variants
from core.law.version import Version

Memos = dict[str, Memo]
"""What leaves answered, by version."""


@dataclass(frozen=True)
class Sides:
    """What two versions make of some variants."""

    variants: Variants
    planes: tuple[Planes, ...]
    broken: frozenset[str] = frozenset()
    """The checks that need not be kept, because the case breaks them as it is."""

    @staticmethod
    def of(
        variants: Variants,
        setup: Setup,
        memos: Memos | None = None,
        broken: frozenset[str] = frozenset(),
    ) -> Sides:
        """Both versions of a setup; one alone where they are the same. Raises VersionError.

        ``memos`` may be given where variants of one case are asked again and again, all with the same
        columns; ``broken`` names checks that need not be kept.
        """
        known: Memos = {} if memos is None else memos
        names = dict.fromkeys((setup.left, setup.right))
        planes = tuple(_planes(variants, n, setup, known.setdefault(n, {})) for n in names)
        return Sides(variants, planes, broken)

    @property
    def versions(self) -> tuple[Version, ...]:
        """The versions, the left one first."""
        return tuple(planes.version for planes in self.planes)

    @cached_property
    def outcomes(self) -> tuple[dict[str, int], ...]:
        """For each version and outcome the variants where it is possible."""
        return tuple(planes.outcomes() for planes in self.planes)

    def possible(self, side: int, variant: int) -> set[str]:
        """The outcomes that one version (0 left, 1 right) leaves possible in a variant."""
        found = self.outcomes[min(side, len(self.outcomes) - 1)]
        return {outcome for outcome, mask in found.items() if mask >> variant & 1}

    def pairs(self, variant: int) -> set[tuple[str, str]]:
        """The pairs of outcomes, left and right, that a variant leaves possible."""
        left = self.possible(0, variant)
        if len(self.outcomes) == 1:
            return {(outcome, outcome) for outcome in left}
        return {(one, other) for one in left for other in self.possible(1, variant)}

    @cached_property
    def _journey(self) -> Planes:
        """The variants as they are: what contradicts itself does so in the journey's own direction."""
        first = self.planes[0]
        if first.variants is self.variants:
            return first
        return Planes(self.variants, first.version, first.choices)

    @cached_property
    def checks(self) -> Plane:
        """Where the checks must hold, and where they may."""
        must, may = self.variants.full, self.variants.full
        planes = self._journey
        for check in catalogue().checks:
            if check.id in self.broken:
                continue
            one, other = planes.condition(check.holds, {})
            must, may = must & one, may & other
        return must, may

    def broken_in(self, variant: int) -> frozenset[str]:
        """The checks that a variant breaks, whatever is still unknown."""
        planes = self._journey
        found = ((check.id, planes.condition(check.holds, {})) for check in catalogue().checks)
        return frozenset(name for name, (_, may) in found if not may >> variant & 1)

    def consistent(self, variant: int) -> bool:
        """Whether a variant may still keep the checks."""
        return bool(self.checks[1] >> variant & 1)

    def wanting(self) -> Counter[str]:
        """What the versions did not find, and how often they looked for it."""
        found: Counter[str] = Counter()
        assert self.outcomes
        for planes in self.planes:
            found.update(planes.wanting)
        if self._journey is not self.planes[0]:
            found.update(self._journey.wanting)
        return found


def _planes(variants: Variants, name: str, setup: Setup, memo: Memo) -> Planes:
    version = version_for(variants.case, name, setup)
    own = turned_round(variants, version.country)
    return Planes(own, version, choices_of(version, setup), memo)


def turned_round(variants: Variants, into: str) -> Variants:
    """The variants as journeys into another country: what means nothing there becomes unknown."""
    across = turned(variants.case, into).case
    if across is variants.case:
        return variants
    columns = {path: _turned(column, into) for path, column in variants.columns.items()}
    return Variants(across, variants.count, columns, variants.noting)


def _turned(column: Column, into: str) -> Column:
    if column.path.endswith("]"):
        return column
    fact = catalogue().fact(column.path)
    plain = [turned_value(fact, value, into) for value in column.plain]
    return Column(column.path, plain, column.masks)


def versions_of(case: Case, setup: Setup) -> tuple[Version, Version]:
    """Both versions of a setup for a case. Raises VersionError."""
    return version_for(case, setup.left, setup), version_for(case, setup.right, setup)
