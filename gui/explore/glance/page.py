"""What most people look for first, in a few lines that stay on the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.document import Document
from gui.explore.changes.line import ChangesLine
from gui.explore.page import Page
from gui.explore.timeline.line import TimelineLine


class GlancePage(Page):
    """Lines one under the other; each line is a page of its own kind, made elsewhere."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(document, parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.lines: list[Page] = [ChangesLine(document, self), TimelineLine(document, self)]
        for line in self.lines:
            self._column.addWidget(line)
            line.page_wanted.connect(self.page_wanted)

    def sizeHint(self) -> QSize:
        """As high as the lines are, one under the other."""
        high = sum(line.sizeHint().height() for line in self.lines)
        return QSize(0, high + self._column.spacing() * (len(self.lines) - 1))

    def refresh(self) -> None:
        for line in self.lines:
            line.refresh()

    def restyle(self) -> None:
        self._column.setSpacing(theme.space(1.5))
        for line in self.lines:
            line.restyle()

    def leave(self) -> None:
        for line in self.lines:
            line.leave()
