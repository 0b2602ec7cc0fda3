"""A label with a mnemonic, and a menu beside it that may be narrower than its longest entry."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from gui import theme

MOST_IN_SIGHT = 24


class CalmCombo(QComboBox):
    """A menu whose choice the wheel never changes: it scrolls the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class LabelledCombo(QWidget):
    """``letters`` of a choice are in sight in any case."""

    def __init__(self, parent: QWidget, letters: int) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.combo = CalmCombo(self)
        self.combo.setMaxVisibleItems(MOST_IN_SIGHT)
        self.combo.setMinimumContentsLength(letters)
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.label.setBuddy(self.combo)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.label)
        self._row.addWidget(self.combo)

    def restyle(self) -> None:
        """Take fonts and sizes from the theme."""
        self.label.setFont(theme.font("body"))
        self.combo.setFont(theme.font("body"))
        self._row.setSpacing(theme.space(1))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
