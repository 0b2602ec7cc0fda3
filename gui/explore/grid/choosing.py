"""Which two facts stand against each other: a menu for each axis, and one of pairs worth looking at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from core.case.case import Case
from core.case.catalogue import catalogue
from core.explore.gridpresets import Offer
from core.report.facts import capital, fact_words
from gui import theme
from gui.explore.labelled import LabelledCombo

LETTERS = 26
"""So many letters of a fact are in sight in any case."""


class AxisPicker(LabelledCombo):
    """A label with a mnemonic and a menu of facts, station by station."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, LETTERS)
        self.combo.activated.connect(self._picked)
        self._shown: list[tuple[str, str]] = []

    def show_facts(
        self, case: Case, paths: Sequence[str], path: str, label: str, lang: str
    ) -> None:
        """Offer facts, with the chosen one in sight."""
        self.label.setText(label)
        facts = [(p, capital(fact_words(case, p, lang))) for p in paths]
        with QSignalBlocker(self.combo):
            if facts != self._shown:
                self._shown = facts
                self._fill(facts)
            at = self.combo.findData(path)
            if at != self.combo.currentIndex():
                self.combo.setCurrentIndex(at)
        self.combo.setToolTip(theme.plain_tip(self.combo.currentText()))

    def _fill(self, facts: list[tuple[str, str]]) -> None:
        self.combo.clear()
        before = ""
        for path, words in facts:
            station = catalogue().fact(path).station
            if before and station != before:
                self.combo.insertSeparator(self.combo.count())
            before = station
            self.combo.addItem(words, path)

    def _picked(self, index: int) -> None:
        path = self.combo.itemData(index)
        if path:
            self.picked.emit(path)


class PairsButton(QPushButton):
    """A button with a menu of pairs of facts."""

    picked = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pairs = QMenu(self)
        self.setMenu(self.pairs)

    def show_offers(self, offers: Sequence[Offer], lang: str) -> None:
        """Offer pairs; with none of them there is no button."""
        self.setVisible(bool(offers))
        self.pairs.clear()
        for at, offer in enumerate(offers, 1):
            action = self.pairs.addAction(f"&{at}  {offer.preset.title[lang]}")
            action.triggered.connect(
                lambda _=False, offer=offer: self.picked.emit(offer.across, offer.down)
            )
