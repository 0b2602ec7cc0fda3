"""Finds smallest changes in slices: those of one fact first, then of two; what is there can be shown."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from core.case.case import Case
from core.case.setup import Setup
from core.decision.model import Comparison
from core.explore.flips import Flips, flips_by_size
from core.explore.goals import Goal
from core.explore.ways import Contrast, contrasts
from gui.explore.slices import Slices

SIDES = ("left", "right")


def goal_of(kind: str, comparison: Comparison) -> Goal:
    """The goal of a kind: another outcome of a side than that of now, agreement or difference."""
    return Goal.turn(kind, getattr(comparison, kind).outcome) if kind in SIDES else Goal(kind)


class Finder(QObject):
    """One search at a time; ``came`` says that ``found`` holds more, or that the search has ended."""

    came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.flips: Flips | None = None
        self.found: list[Contrast] = []
        self._slices = Slices(self)

    @property
    def busy(self) -> bool:
        """Whether the search goes on."""
        return self._slices.busy

    def start(
        self, case: Case, setup: Setup, goal: Goal, locks: Iterable[str] = (), most: int = 4
    ) -> None:
        """Look for the smallest changes of a case, in place of what was looked for."""
        self.flips = None

        def told(found: Flips) -> None:
            self._take(case, setup, found)

        search = flips_by_size(case, setup, goal, tuple(locks), most, told)
        self._slices.start(search, lambda found: self._take(case, setup, found))

    def finish(self) -> None:
        """Find them now; for pictures and tests."""
        self._slices.finish()

    def stop(self) -> None:
        """Leave the search."""
        self._slices.stop()

    def _take(self, case: Case, setup: Setup, found: Flips) -> None:
        if self.flips is None or len(found.flips) != len(self.flips.flips):
            self.found = contrasts(case, setup, found.flips)
        self.flips = found
        self.came.emit()
