"""A push button with wrapped words and, before them, an icon of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from gui import theme
from gui.parts.focus import paint_focus
from gui.questions.wrap import WRAP, WrapsWords


class Push(WrapsWords, QPushButton):
    """Framed for a deed (add, none of the rest), quiet for a fold or a chip's neighbour."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        framed: bool = True,
        ink: str = "text",
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._framed = framed
        self._ink = ink
        self.lead = 1.4 if icon else 0.0
        self.edge = 2.0 if framed else 0.5
        self.prepare()

    def set_icon(self, name: str) -> None:
        """Change the icon, as a fold does when it opens."""
        self._icon = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        role = self._ink if self.isEnabled() else "text_faint"
        if self._icon:
            theme.icon(self._icon, role).paint(painter, self.sign_rect())
        painter.setPen(theme.colour(role))
        flags = WRAP | Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value
        painter.drawText(self.text_rect(), flags, self.text())
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))

    def _paint_ground(self, painter: QPainter) -> None:
        clear = QColor(Qt.GlobalColor.transparent)
        warm = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setPen(QPen(theme.colour("line_strong") if self._framed else clear, 1))
        painter.setBrush(theme.colour("hover") if warm else clear)
        inside = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inside, theme.space(1), theme.space(1))
