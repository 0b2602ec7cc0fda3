"""The line that says what follows from an outcome, and opens the list of it.

It is one line whatever happens: the titles that have no room are in its full name, and in the list.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.words import say
from gui import theme
from gui.parts.focus import paint_focus
from gui.parts.link import LinkButton

SHUT, OPEN = "▸ ", "▾ "


class FollowLine(LinkButton):
    """A toggle with a summary behind it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("elided", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._summary = ""

    def show_titles(self, titles: tuple[str, ...], lang: str, *, is_open: bool) -> None:
        """Show what follows in short; nothing takes no room. An open list needs no summary."""
        words = say(lang, "What follows")
        summary = " · ".join(titles)
        self._summary = "" if is_open else summary
        self.say((OPEN if is_open else SHUT) + words if titles else "")
        self.setAccessibleName(say(lang, "{label}: {value}", label=words, value=summary))
        self.setToolTip("" if is_open else theme.plain_tip("\n".join(titles)))
        self.update()

    def hasHeightForWidth(self) -> bool:
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pad, metrics = self._pad(), QFontMetrics(self.font())
        room = self.rect().adjusted(pad, 1, -pad, -1)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self.font())
        painter.setPen(theme.colour("link"))
        painter.drawText(room, flags, self.text())
        room.setLeft(room.left() + metrics.horizontalAdvance(self.text()) + theme.space(2))
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(
            room,
            flags,
            metrics.elidedText(self._summary, Qt.TextElideMode.ElideRight, room.width()),
        )
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))
