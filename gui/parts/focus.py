"""The ring that says where the keys go, and the keys that open what has it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui import theme

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def paint_focus(painter: QPainter, rect: QRectF) -> None:
    """Draw the ring that says where the keys go."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = theme.space(1)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()
