"""One line at the foot of the strip: what the keys stand on, or what a dragged tag comes to."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui import theme

SLACK = 4
"""Pixels that shortened words are measured wider by than whole ones."""


class Readout(QWidget):
    """Words on the ground of the card; they are shortened to the room, and the tip has them all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ""
        self.setProperty("elided", True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: str, anchor: float, room: QRect) -> None:
        """Show words near a place, within a room; nothing where there are none."""
        self.words = words
        self.setVisible(bool(words))
        if not words:
            return
        need = (
            QFontMetrics(theme.font("small")).horizontalAdvance(words) + 2 * theme.space(1) + SLACK
        )
        wide = min(need, room.width())
        left = min(max(round(anchor - wide / 2), room.left()), room.left() + room.width() - wide)
        self.setGeometry(left, room.top(), wide, room.height())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        font = theme.font("small")
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        pad = theme.space(1)
        room = self.rect().adjusted(pad, 0, -pad, 0)
        words = QFontMetrics(font).elidedText(self.words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter.value, words)
