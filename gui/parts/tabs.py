"""Tabs as quiet as the rest of the window: words, and a bar under those that hold."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from gui import theme


class Tabs(QTabBar):
    """A tab bar painted from roles; everything else is Qt's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def restyle(self) -> None:
        """Take the font from the theme."""
        self.setFont(theme.font("strong"))
        self.updateGeometry()
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        metrics = QFontMetrics(theme.font("strong"))
        width = metrics.horizontalAdvance(self.tabText(index)) + theme.space(8)
        return QSize(width, metrics.height() + theme.space(2.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font("strong"))
        for index in range(self.count()):
            if self.isTabVisible(index):
                self._paint_tab(painter, index)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        rect = self.tabRect(index)
        chosen = index == self.currentIndex()
        painter.setPen(theme.colour("link" if chosen else "text_muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
        thick = theme.space(0.75) if chosen else 1
        bar = QRect(rect.left(), rect.bottom() - thick + 1, rect.width(), thick)
        painter.fillRect(bar, theme.colour("accent" if chosen else "line"))
        if chosen and self.hasFocus():
            painter.setPen(theme.colour("focus"))
            painter.drawRect(rect.adjusted(2, 2, -2, -2))
