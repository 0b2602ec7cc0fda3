"""A warning: a sign and a sentence, on a soft ground; colour is the least of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui import theme
from gui.parts.label import RoleLabel
from gui.parts.mark import ShapeMark


def paint_sign(painter: QPainter, rect: QRectF, name: str) -> None:
    """Paint an icon of the theme in the colour of warnings."""
    theme.icon(name, "warning").paint(painter, rect.toRect())


class Warn(QWidget):
    """Takes no room until it has something to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = RoleLabel(self, font="small", colour="text")
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(ShapeMark(self, paint_sign, "warning"), 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(self.words, 1)
        self._follow_theme()
        theme.changed.connect(self._follow_theme)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence, or nothing."""
        self.words.say(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """Return what it says."""
        return self.words.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("warning_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.space(1), theme.space(1))

    def _follow_theme(self) -> None:
        self._layout.setContentsMargins(*(theme.space(1),) * 4)
        self._layout.setSpacing(theme.space(1.5))
        self.update()
