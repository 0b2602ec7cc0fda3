"""A label with a mnemonic, and a menu of values of which none is "whatever"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from gui.explore.labelled import LabelledCombo

Offer = tuple[str | None, str]


class Choice(LabelledCombo):
    """One question with its answers; ``value`` is None for any."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, letters: int) -> None:
        super().__init__(parent, letters)
        self._offers: list[Offer] = []
        self.combo.currentIndexChanged.connect(lambda _: self.chosen.emit(self.value))

    @property
    def value(self) -> str | None:
        """What is chosen."""
        found = self.combo.currentData()
        return found if isinstance(found, str) else None

    def choose(self, value: str | None) -> None:
        """Choose a value; one that is not offered leaves all as it is."""
        at = next((n for n, (one, _) in enumerate(self._offers) if one == value), -1)
        if at >= 0:
            self.combo.setCurrentIndex(at)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer values with their words; what is chosen stays chosen where it is still offered."""
        if list(offers) == self._offers:
            return
        now = self.value
        self._offers = list(offers)
        with QSignalBlocker(self.combo):
            self.combo.clear()
            for value, words in offers:
                self.combo.addItem(words, value)
            self.choose(now)

    def name(self, words: str) -> None:
        """Word the label."""
        self.label.setText(words)
        self.combo.setAccessibleName(words.replace("&", "").rstrip(" :"))
