"""Which expectation of the library notices an error in the law, if any does.

Most errors that are noticed change an outcome, or the way to it. These are looked for first, since the
outcome alone is quickly found; only then is everything compared that a case is expected to come to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from core.case.turn import turned
from core.decision.decide import decide
from core.decision.settle import UNDETERMINED, settle
from core.decision.situation import Situation, choices_of
from core.explore.expected import Expectation, expectations
from core.explore.mutants import Mutant
from core.explore.touched import Error
from core.law.load import law
from core.law.provisions import Law
from core.law.version import OWN, Version, VersionError


@dataclass(frozen=True)
class Watched:
    """An expectation with the version that it is about."""

    row: Expectation
    sound: Version

    @property
    def key(self) -> object:
        """The same for expectations about the same version."""
        return id(self.row) if self.sound.asked == OWN else self.sound.name

    def quickly(self, version: Version) -> bool | None:
        """Whether the case comes out as expected under a version; None where it takes more to tell."""
        case = turned(self.row.case, version.country).case
        found = settle(Situation(case, version, choices_of(version, self.row.setup)))
        if found.outcome == UNDETERMINED:  # what is open is still to be tried
            return None
        got, said = {"outcome": found.outcome, "how": found.how}, self.row.said
        if any(got[key] != said.get(key, got[key]) for key in got):
            return False
        return True if said.keys() <= got.keys() else None

    def holds(self, version: Version) -> bool:
        """Whether the case comes out as expected under a version, in all that is expected."""
        return self.row.said_of(decide(self.row.case, version, self.row.setup)) == self.row.said


class Erroneous:
    """The versions of the law with an error that do not read as before, each made once."""

    def __init__(self, changed: Law) -> None:
        self._changed = changed
        self._error = Error(law(), changed)
        self._versions: dict[object, Version | None] = {}

    def version(self, watched: Watched) -> Version | None:
        """That of an expectation; None where it reads as before. Raises VersionError."""
        if watched.key not in self._versions:
            again = partial(watched.row.version_of, self._changed)
            self._versions[watched.key] = self._error.in_version(watched.sound, again)
        return self._versions[watched.key]


class Watch:
    """The expectations, those that noticed the errors of before first."""

    def __init__(self, rows: Iterable[Expectation] | None = None) -> None:
        found = expectations() if rows is None else rows
        self._rows = [Watched(row, row.version_of()) for row in found]

    def add(self, row: Expectation) -> None:
        """One more expectation."""
        self._rows.insert(0, Watched(row, row.version_of()))

    def unmet(self) -> list[Expectation]:
        """The expectations that the law as it ships does not meet."""
        return [watched.row for watched in self._rows if not watched.row.holds()]

    def notices(self, mutant: Mutant) -> Expectation | None:
        """An expectation that the law with the error does not meet; None if it meets them all."""
        at = self._noticing(Erroneous(mutant.law))
        if at is None:
            return None
        found = self._rows.pop(at)
        self._rows.insert(0, found)
        return found.row

    def _noticing(self, erroneous: Erroneous) -> int | None:
        """The place of an expectation that is not met."""
        left: list[tuple[int, Version]] = []
        for at, watched in enumerate(self._rows):
            try:
                version = erroneous.version(watched)
            except VersionError:  # the law with the error has no such version
                return at
            met = version is None or watched.quickly(version)
            if met is False:
                return at
            if met is None and version is not None:
                left.append((at, version))
        return next((at for at, version in left if not self._rows[at].holds(version)), None)
