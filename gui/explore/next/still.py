"""One column's open outcomes: the version, and each outcome it can still come to with its shape and words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.report.next import NextWords
from gui import theme
from gui.parts.label import RoleLabel
from gui.parts.mark import ShapeMark

OUTCOMES = 3
"""So many outcomes there are."""


class Still(QWidget):
    """The outcomes that one version leaves open; one alone where it is settled."""

    def __init__(self, parent: QWidget, side: str) -> None:
        super().__init__(parent)
        self.side = side
        self.version = RoleLabel(self, font="small", colour="text_muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.version)
        self.rows = [Outcome(self) for _ in range(OUTCOMES)]
        for row in self.rows:
            self._column.addWidget(row)

    def show_words(self, words: NextWords) -> None:
        """Show what is still open, in the widgets that are there."""
        head = words.version(self.side)
        self.version.say(head)
        outcomes = words.outcomes(self.side)
        names = [words.outcome(self.side, outcome) for outcome in outcomes]
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(outcomes))
            if at < len(outcomes):
                row.show_outcome(outcomes[at], names[at], alone=len(outcomes) == 1)
        self.setAccessibleName(f"{head}. {', '.join(names)}")

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._column.setSpacing(theme.space(0.5))
        for row in self.rows:
            row.restyle()


class Outcome(QWidget):
    """The shape and the words of one outcome."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.mark = ShapeMark(self, theme.shapes.paint_outcome, "", font="body")
        self.words = RoleLabel(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.mark)
        self._row.addWidget(self.words, 1)

    def show_outcome(self, outcome: str, words: str, *, alone: bool) -> None:
        """Show an outcome; the only one that is left stands out."""
        self.mark.show_shape(outcome)
        self.words.say(words)
        self.words.set_font("strong" if alone else "body")

    def restyle(self) -> None:
        """Take the distance between shape and words from the theme."""
        self._row.setSpacing(theme.space(1))
