"""The shapes that carry meaning beside colour and words: truth marks and outcomes.

Each truth has a ground of its own as well as a sign of its own, so that they stay apart on a grey
projector and at the size of a letter: met is a full disc with a tick, not met an open ring with a
cross, unknown a full diamond with a question mark, not reached a bare dash; what follows from an
outcome is an arrowhead. The outcomes: heard is
a tick in a door, returned an arrow that turns back, barred a bar across a ring, undetermined a
question mark in a broken ring.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from gui.theme.active import colour

TRUTHS = ("met", "not_met", "unknown", "not_reached", "follows")
OUTCOMES = ("heard", "returned", "barred", "undetermined")


def paint_truth(
    painter: QPainter,
    rect: QRectF,
    name: str,
    ink: QColor | None = None,
    ground: QColor | None = None,
) -> None:
    """Paint a truth mark into the largest square of `rect`.

    `ink` is the colour of the mark (the role of its name by default), `ground` what it stands on.
    """
    draw = {
        "met": _met,
        "not_met": _not_met,
        "unknown": _unknown,
        "not_reached": _not_reached,
        "follows": _follows,
    }
    _in_unit_square(painter, rect)
    draw[name](painter, ink or colour(name), ground or colour("surface"))
    painter.restore()


def paint_outcome(painter: QPainter, rect: QRectF, outcome: str, ink: QColor | None = None) -> None:
    """Paint an outcome's shape into the largest square of `rect`, in the outcome's own colour."""
    draw = {
        "heard": _heard,
        "returned": _returned,
        "barred": _barred,
        "undetermined": _undetermined,
    }
    _in_unit_square(painter, rect)
    draw[outcome](painter, ink or colour(outcome))
    painter.restore()


def _in_unit_square(painter: QPainter, rect: QRectF) -> None:
    """Let 0…1 span the square in the middle of `rect`; the caller restores the painter."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side, side)


def _pen(ink: QColor, width: float) -> QPen:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(ink, width, Qt.PenStyle.SolidLine, cap, join)


def _stroke(painter: QPainter, ink: QColor, width: float, *points: tuple[float, float]) -> None:
    painter.setPen(_pen(ink, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _question(painter: QPainter, ink: QColor, middle: QPointF, height: float) -> None:
    """Paint a question mark as a shape, the same whatever fonts there are."""
    radius, x, y = height * 0.24, middle.x(), middle.y() - height * 0.2
    path = QPainterPath(QPointF(x - radius, y))
    path.arcTo(QRectF(x - radius, y - radius, 2 * radius, 2 * radius), 180, -230)
    path.quadTo(QPointF(x, y + height * 0.24), QPointF(x, y + height * 0.38))
    painter.setPen(_pen(ink, height * 0.14))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(x, y + height * 0.63), height * 0.09, height * 0.09)


def _disc(painter: QPainter, ink: QColor, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(0.5, 0.5), radius, radius)


def _ring(painter: QPainter, pen: QPen, radius: float) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0.5, 0.5), radius, radius)


def _met(painter: QPainter, ink: QColor, ground: QColor) -> None:
    _disc(painter, ink, 0.48)
    _stroke(painter, ground, 0.11, (0.29, 0.52), (0.44, 0.67), (0.72, 0.35))


def _not_met(painter: QPainter, ink: QColor, ground: QColor) -> None:
    _ring(painter, _pen(ink, 0.08), 0.43)
    _stroke(painter, ink, 0.1, (0.34, 0.34), (0.66, 0.66))
    _stroke(painter, ink, 0.1, (0.66, 0.34), (0.34, 0.66))


def _unknown(painter: QPainter, ink: QColor, ground: QColor) -> None:
    painter.setPen(_pen(ink, 0.08))
    painter.setBrush(ink)
    corners = ((0.5, 0.05), (0.95, 0.5), (0.5, 0.95), (0.05, 0.5))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    _question(painter, ground, QPointF(0.5, 0.43), 0.5)


def _not_reached(painter: QPainter, ink: QColor, ground: QColor) -> None:
    _stroke(painter, ink, 0.1, (0.28, 0.5), (0.72, 0.5))


def _follows(painter: QPainter, ink: QColor, ground: QColor) -> None:
    painter.setPen(_pen(ink, 0.08))
    painter.setBrush(ink)
    corners = ((0.32, 0.22), (0.74, 0.5), (0.32, 0.78))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))


def _heard(painter: QPainter, ink: QColor) -> None:
    """A door, with a tick on it."""
    door = QPainterPath(QPointF(0.14, 0.94))
    door.lineTo(0.14, 0.42)
    door.cubicTo(QPointF(0.14, 0.18), QPointF(0.3, 0.06), QPointF(0.5, 0.06))
    door.cubicTo(QPointF(0.7, 0.06), QPointF(0.86, 0.18), QPointF(0.86, 0.42))
    door.lineTo(0.86, 0.94)
    door.closeSubpath()
    painter.setPen(_pen(ink, 0.08))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(door)
    _stroke(painter, ink, 0.13, (0.31, 0.54), (0.45, 0.69), (0.7, 0.38))


def _returned(painter: QPainter, ink: QColor) -> None:
    """An arrow that goes in and turns back."""
    way = QPainterPath(QPointF(0.14, 0.8))
    way.lineTo(0.6, 0.8)
    way.cubicTo(QPointF(0.98, 0.8), QPointF(0.98, 0.3), QPointF(0.6, 0.3))
    way.lineTo(0.16, 0.3)
    painter.setPen(_pen(ink, 0.12))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(way)
    _stroke(painter, ink, 0.12, (0.36, 0.08), (0.12, 0.3), (0.36, 0.52))


def _barred(painter: QPainter, ink: QColor) -> None:
    """A ring with a bar across."""
    _ring(painter, _pen(ink, 0.11), 0.41)
    _stroke(painter, ink, 0.16, (0.27, 0.5), (0.73, 0.5))


def _undetermined(painter: QPainter, ink: QColor) -> None:
    """A question mark in a broken ring."""
    pen = _pen(ink, 0.08)
    pen.setDashPattern([2.1, 2.3])
    _ring(painter, pen, 0.43)
    _question(painter, ink, QPointF(0.5, 0.42), 0.56)


def paint_diamond(painter: QPainter, rect: QRectF, ink: QColor | None = None) -> None:
    """Paint the small diamond that marks the parting of two versions."""
    _in_unit_square(painter, rect)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink or colour("parting"))
    corners = ((0.5, 0.04), (0.96, 0.5), (0.5, 0.96), (0.04, 0.5))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    painter.restore()
