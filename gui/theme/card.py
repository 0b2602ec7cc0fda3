"""A card: a quiet rounded surface with a fine edge, on which a panel stands."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from gui.theme.active import active, colour, space


class Card(QFrame):
    """A frame painted from roles; give other roles to make a banner or a mark of it."""

    def __init__(
        self, parent: QWidget | None = None, *, ground: str = "surface", edge: str = "line"
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._edge = edge
        active.changed.connect(self.update)

    def set_roles(self, ground: str, edge: str) -> None:
        """Change the roles of ground and edge."""
        if (ground, edge) != (self._ground, self._edge):
            self._ground, self._edge = ground, edge
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self._edge), 1))
        painter.setBrush(colour(self._ground))
        half = 0.5
        inside = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inside, space(1.5), space(1.5))
