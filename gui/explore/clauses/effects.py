"""The shapes of what a clause does: a full disc alone, half a disc together, a ring for the way, a point."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui import theme

QUARTER = 16 * 90


def paint_effect(painter: QPainter, rect: QRectF, kind: str) -> None:
    """Paint the shape of an effect into the middle of ``rect``; one nobody knows yet is not painted."""
    side = min(rect.width(), rect.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(rect.center())
    inner = box.adjusted(side * 0.12, side * 0.12, -side * 0.12, -side * 0.12)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.colour("parting" if kind in ("alone", "together") else "text_muted")
    painter.setPen(QPen(ink, max(side * 0.1, 1)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind == "alone":
        painter.setBrush(ink)
        painter.drawEllipse(inner)
    elif kind == "together":
        painter.drawEllipse(inner)
        painter.setBrush(ink)
        painter.drawPie(inner, QUARTER, 2 * QUARTER)
    elif kind == "way":
        middle, far = inner.center(), inner.width() / 2
        corners = [(0, -far), (far, 0), (0, far), (-far, 0)]
        painter.drawPolygon([QPointF(middle.x() + x, middle.y() + y) for x, y in corners])
    elif kind == "none":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line_strong"))
        painter.drawEllipse(box.center(), side * 0.08, side * 0.08)
    painter.restore()
