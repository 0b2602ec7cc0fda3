"""Which changes leave a case whole: they contradict nothing that it states, and where its law moves.

A fact that is found from others may be stated as well. Who changes one of them alone makes a case that
says two things at once; both must change. Under the case's own law a changed day can pick another law:
such a case is decided by itself.

>>> from core.case.library import library
>>> case = library().load("the-train-to-vancouver").case
>>> keeping = Keeping(case, Setup())
>>> keeping.keeps({"relatives[sister].age": 19})
False
>>> keeping.keeps({"relatives[sister].age": 19, "relatives[sister].birth_date": "1998-10-20"})
True
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.checks import broken_checks
from core.case.setup import Setup
from core.decision.settle import settle
from core.decision.situation import Situation, choices_of
from core.explore.contradicting import contradictions
from core.explore.rows import Row, case_with
from core.explore.sampling import concrete
from core.explore.sides import versions_of
from core.explore.trying import bases, listed_bases
from core.law.version import OWN, Version, VersionError

Outcomes = tuple[str, str]
PICKING = ("claim.date", "claim.decision_date")
"""The days that pick a case's own law."""


class Keeping:
    """A case and its setup, before anything is changed."""

    def __init__(self, case: Case, setup: Setup) -> None:
        self._case, self._setup = case, setup
        self.versions = versions_of(case, setup)
        self.own_law = any(version.asked == OWN for version in self.versions)

    @cached_property
    def _tied(self) -> frozenset[str]:
        """The stated facts that others tell as well, and those others."""
        found: set[str] = set()
        for fact in catalogue().facts.values():
            if fact.derived:
                for path in concrete(self._case, fact):
                    found.update((path, *bases(path), *listed_bases(path)))
        return frozenset(found)

    @cached_property
    def _before(self) -> frozenset[object]:
        return frozenset(contradictions(self._case, self._setup))

    def ties(self, path: str) -> bool:
        """Whether a change of a path can contradict something, or mend what another contradicts."""
        return path in self._tied or path.partition("[")[0] in self._tied

    def keeps(self, row: Row) -> bool:
        """Whether changed facts contradict nothing that was not contradicted before."""
        if not any(self.ties(path) for path in row):
            return True
        changed = case_with(self._case, row)
        return not contradictions(changed, self._setup) - self._before

    def moves(self, row: Row) -> bool:
        """Whether changed facts pick another law, or none."""
        if not self.moving(row):
            return False
        try:
            found = versions_of(case_with(self._case, row), self._setup)
        except VersionError:
            return True
        return not all(a.texts == b.texts for a, b in zip(found, self.versions, strict=True))

    def decided(self, row: Row) -> Outcomes | None:
        """What a changed case comes to by itself; None where a check breaks or there is no law."""
        case = case_with(self._case, row)
        try:
            versions = versions_of(case, self._setup)
        except VersionError:
            return None
        if broken_checks(case, self._setup.readings):
            return None
        left, right = (self._outcome(case, version) for version in versions)
        return left, right

    def _outcome(self, case: Case, version: Version) -> str:
        return settle(Situation(case, version, choices_of(version, self._setup))).outcome

    def moving(self, paths: Iterable[str]) -> frozenset[str]:
        """The paths whose change may pick another law."""
        if not self.own_law:
            return frozenset()
        return picking().intersection(paths)


def picking() -> frozenset[str]:
    """The facts that tell by which days a case's own law is picked."""
    return frozenset(path for day in PICKING for path in (day, *bases(day)))
