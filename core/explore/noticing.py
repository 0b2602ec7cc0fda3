"""Which expectation of the library notices an error in the law, if any does."""

from __future__ import annotations

from collections.abc import Iterable

from core.decision.decide import decide
from core.explore.equivalent import reads_alike
from core.explore.expected import Expectation, expectations
from core.explore.mutants import Mutant
from core.law.provisions import Law
from core.law.version import OWN, Version, VersionError


class Watch:
    """The expectations, those that noticed the errors of before first."""

    def __init__(self, rows: Iterable[Expectation] | None = None) -> None:
        self._rows = list(expectations() if rows is None else rows)
        self._sound = {id(row): row.version_of() for row in self._rows}

    def add(self, row: Expectation) -> None:
        """One more expectation."""
        self._rows.insert(0, row)
        self._sound[id(row)] = row.version_of()

    def unmet(self) -> list[Expectation]:
        """The expectations that the law as it ships does not meet."""
        return [row for row in self._rows if not row.holds()]

    def notices(self, mutant: Mutant) -> Expectation | None:
        """The first expectation that the law with the error does not meet."""
        versions: dict[object, Version | None] = {}
        for at, row in enumerate(self._rows):
            if self._noticed(row, mutant.law, versions):
                self._rows.insert(0, self._rows.pop(at))
                return row
        return None

    def _noticed(
        self, row: Expectation, changed: Law, versions: dict[object, Version | None]
    ) -> bool:
        sound = self._sound[id(row)]
        key: object = id(row) if sound.asked == OWN else sound.name
        if key not in versions:
            versions[key] = self._changed(row, changed)
        version = versions[key]
        if version is None:
            return True
        if reads_alike(version, sound):
            return False
        return row.said_of(decide(row.case, version, row.setup)) != row.said

    def _changed(self, row: Expectation, changed: Law) -> Version | None:
        try:
            return row.version_of(changed)
        except VersionError:
            return None
