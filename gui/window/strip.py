"""Both outcomes in a line or two, for when the columns themselves are behind another tab.

Whatever folds away, the words of the outcomes and whether the versions part stay on the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.report.sentences import outcome_words
from core.words import say
from gui import theme
from gui.columns.agreement import AgreementLine
from gui.document import Document

if TYPE_CHECKING:
    from core.decision.model import Decision


class OutcomeShape(QWidget):
    """The shape of an outcome, as high as a line of text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._outcome = "undetermined"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_outcome(self, outcome: str) -> None:
        """Show another outcome."""
        self._outcome = outcome
        self.update()

    def sizeHint(self) -> QSize:
        side = QFontMetrics(theme.font("strong")).height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme.shapes.paint_outcome(painter, QRectF(self.rect()), self._outcome)


class OutcomeWord(QWidget):
    """One column's outcome: shape and word on the outcome's own ground."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._outcome = "undetermined"
        self._shape = OutcomeShape(self)
        self._word = QLabel(self)
        self._word.setTextFormat(Qt.TextFormat.PlainText)
        self._word.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._shape)
        self._row.addWidget(self._word, 1)
        self.restyle()

    @property
    def words(self) -> str:
        """The outcome as it is written."""
        return self._word.text()

    def show_decision(self, decision: Decision, lang: str) -> None:
        """Show how a version decides."""
        self._outcome = decision.outcome
        self._shape.show_outcome(decision.outcome)
        self._word.setText(outcome_words(decision, lang).headline)
        self._colour()

    def restyle(self) -> None:
        """Take fonts, colours and sizes from the theme."""
        self._row.setContentsMargins(theme.space(2), theme.space(1), theme.space(2), theme.space(1))
        self._row.setSpacing(theme.space(1.5))
        self._word.setFont(theme.font("strong"))
        self._shape.updateGeometry()
        self._colour()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(f"{self._outcome}_soft"))

    def _colour(self) -> None:
        palette = self._word.palette()
        palette.setColor(self._word.foregroundRole(), theme.colour(self._outcome))
        self._word.setPalette(palette)
        self.update()


class OutcomeStrip(QWidget):
    """Left outcome, right outcome, and where they part."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("outcomes")
        self._document = document
        self.left = OutcomeWord(self)
        self.right = OutcomeWord(self)
        self.agreement = AgreementLine(self)
        self._row = QHBoxLayout()
        for word in (self.left, self.right):
            self._row.addWidget(word, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self.agreement)
        self.restyle()

    def refresh(self) -> None:
        """Show the comparison as it now is."""
        comparison, lang = self._document.shown, self._document.lang
        self.left.show_decision(comparison.left, lang)
        self.right.show_decision(comparison.right, lang)
        self.agreement.show_comparison(comparison, lang)
        self.setAccessibleName(
            say(lang, "Left: {left}. Right: {right}.", left=self.left.words, right=self.right.words)
        )

    def restyle(self) -> None:
        """Take sizes from the theme."""
        self._row.setSpacing(theme.space(1.5))
        self._column.setSpacing(theme.space(1))
        self.left.restyle()
        self.right.restyle()
