"""Work in slices: a long search goes on between two events, so that the window never stands still.

A search is a generator of :class:`core.explore.steps.Step` that returns its answer. It is run for a few
milliseconds at a time; a new search, or :meth:`Slices.stop`, leaves the old one where it is.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.explore.steps import Search, Step

SLICE = 0.006
"""Seconds of work between two events: well under a frame."""


class Slices(QObject):
    """Runs one search at a time; ``told`` gives its steps, ``found`` its answer."""

    told = Signal(object)
    found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._search: Search[Any] | None = None
        self._then: Callable[[Any], None] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work)

    @property
    def busy(self) -> bool:
        """Whether a search is under way."""
        return self._search is not None

    def start(self, search: Search[Any], then: Callable[[Any], None] | None = None) -> None:
        """Begin a search in place of the one under way, with the next event: no edit waits for it."""
        self.stop()
        self._search, self._then = search, then
        self._timer.start()

    def stop(self) -> None:
        """Leave the search under way."""
        self._timer.stop()
        if self._search is not None:
            self._search.close()
        self._search = self._then = None

    def finish(self) -> None:
        """Work until the answer is there; for pictures and tests."""
        while self._search is not None:
            self._work()

    def _work(self) -> None:
        search, step = self._search, None
        if search is None:
            return
        until = perf_counter() + SLICE
        try:
            while perf_counter() < until:
                step = next(search)
        except StopIteration as end:
            self._end(end.value)
            return
        if isinstance(step, Step):
            self.told.emit(step)

    def _end(self, answer: Any) -> None:
        then = self._then
        self._timer.stop()
        self._search = self._then = None
        if then is not None:
            then(answer)
        self.found.emit(answer)
