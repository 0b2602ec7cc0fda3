"""The pair of outcomes of each case in the library, computed when there is nothing else to do.

Nothing is stored in the cases themselves: what the browser shows is what the window would show.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from core.case.library import library
from core.decision.compare import compare
from core.decision.model import Comparison

_known: dict[str, Comparison] = {}


def pair(entry_id: str) -> Comparison:
    """Return how a case of the library comes out, computed once."""
    if entry_id not in _known:
        file = library().load(entry_id)
        _known[entry_id] = compare(file.case, file.setup)
    return _known[entry_id]


def known(entry_id: str) -> Comparison | None:
    """Return how a case comes out if that is known already."""
    return _known.get(entry_id)


class IdlePairs(QObject):
    """Computes one case at a time between the events of the window."""

    found = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[str] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._one)

    def want(self, entry_ids: Iterable[str]) -> None:
        """Compute these, in this order."""
        self._waiting = [id_ for id_ in entry_ids if known(id_) is None]
        if self._waiting:
            self._timer.start()

    def _one(self) -> None:
        if not self._waiting:
            self._timer.stop()
            return
        entry_id = self._waiting.pop(0)
        pair(entry_id)
        self.found.emit(entry_id)
