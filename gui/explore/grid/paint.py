"""How a grid is painted: each cell with the shapes of its outcomes, the left version's on the left.

Where both versions come out alike, a cell has one shape; where they part, two halves and a slanted line
between them. Cells whose facts contradict each other are hatched. The case as it stands has a frame.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPen, QPolygonF

from core.explore.grid import Cell
from core.report.grid import mark
from gui import theme
from gui.explore.grid.shape import FLAT, UPRIGHT, Shape

FAINT = 0.4
"""How strong shapes are in a cell that contradicts itself, and the whole while a new one is worked out."""
MARK = 0.62
"""How high the shape of an outcome is, of the cell."""


def paint_grid(
    painter: QPainter,
    shape: Shape,
    cursor: tuple[int, int] | None,
    seen: QPointF | None = None,
) -> None:
    """Paint everything; ``cursor`` is the cell that is looked at, if its names shall stand out.

    ``seen`` is the corner from which the grid is seen: its names stay in sight.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    far = QPointF(1 << 20, 1 << 20)
    seen = seen or QPointF(0, 0)
    corner = seen + QPointF(shape.left - 2, shape.top - 2)
    painter.save()
    painter.setClipRect(QRectF(corner, far))
    _cells(painter, shape)
    painter.restore()
    painter.save()
    painter.setClipRect(QRectF(QPointF(corner.x(), 0), far))
    painter.translate(0, seen.y())
    _column_names(painter, shape, cursor)
    painter.restore()
    painter.save()
    painter.setClipRect(QRectF(QPointF(0, corner.y()), far))
    painter.translate(seen.x(), 0)
    _row_names(painter, shape, cursor)
    painter.restore()
    painter.save()
    painter.translate(seen)
    _titles(painter, shape)
    painter.restore()


def _cells(painter: QPainter, shape: Shape) -> None:
    grid = shape.words.grid
    for y, row in enumerate(grid.rows):
        for x, cell in enumerate(row):
            paint_cell(painter, shape.cell(x, y), cell)
    _borders(painter, shape)
    paint_frame(painter, shape.cell(*grid.here))


def paint_cell(painter: QPainter, rect: QRectF, cell: Cell) -> None:
    """Paint one cell."""
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    one, other = mark(cell.left), mark(cell.right)
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, theme.colour(f"{one}_soft"))
    halves = cell.left != cell.right
    slant = min(box.height(), box.width()) * 0.08
    middle = box.center().x()
    above, below = QPointF(middle + slant, box.top()), QPointF(middle - slant, box.bottom())
    if halves:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{other}_soft"))
        painter.drawPolygon(QPolygonF([above, box.topRight(), box.bottomRight(), below]))
    if not cell.consistent:
        painter.fillRect(box, QBrush(theme.colour("line_strong"), Qt.BrushStyle.BDiagPattern))
        painter.setOpacity(FAINT)
    side = min(box.height() * MARK, theme.space(6), (box.width() / (2 if halves else 1)) * 0.7)
    if halves:
        painter.setPen(QPen(theme.colour("parting"), 1.2))
        painter.drawLine(above, below)
    places = (0.25, 0.75) if halves else (0.5,)
    for share, outcome in zip(places, (one, other), strict=False):
        centre = QPointF(box.left() + box.width() * share, box.center().y())
        spot = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        theme.shapes.paint_outcome(painter, spot, outcome)
    painter.restore()


def paint_frame(painter: QPainter, rect: QRectF) -> None:
    """Paint the frame of the case as it stands."""
    pen = QPen(theme.colour("text"), 2.2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))


def _borders(painter: QPainter, shape: Shape) -> None:
    """Paint the outline of each region of cells that come out alike."""
    painter.setPen(QPen(theme.colour("line_strong"), 1.2))
    for x, y, right in shape.words.grid.borders():
        rect = shape.cell(x, y)
        if right and shape.gaps[x + 1]:
            continue
        if right:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        else:
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())


# --- words around ----------------------------------------------------------------------------------
def _titles(painter: QPainter, shape: Shape) -> None:
    font = theme.font("strong")
    painter.setFont(font)
    painter.setPen(theme.colour("text"))
    high = painter.fontMetrics().height()
    wide = max(shape.size.width() - shape.left, shape.room.width() - shape.left)
    _text(painter, QRectF(shape.left, 0, wide, high), shape.across_title)
    foot = shape.top - high - theme.space(0.5)
    _text(painter, QRectF(0, foot, shape.left - theme.space(1), high), shape.down_title)


def _row_names(painter: QPainter, shape: Shape, cursor: tuple[int, int] | None) -> None:
    pad = theme.space(1)
    for y, name in enumerate(shape.rows):
        _pen(painter, strong=cursor is not None and cursor[1] == y)
        rect = shape.cell(0, y)
        box = QRectF(0, rect.top(), shape.left - pad, rect.height())
        lines = max(1, int(rect.height() // shape.line))
        _fitted(painter, box, name, lines)


def _column_names(painter: QPainter, shape: Shape, cursor: tuple[int, int] | None) -> None:
    for x, name in enumerate(shape.columns):
        _pen(painter, strong=cursor is not None and cursor[0] == x)
        rect = shape.cell(x, 0)
        foot = rect.top() - theme.space(0.5)
        box = QRectF(rect.left(), foot - shape.head, rect.width(), shape.head)
        if shape.head_kind == UPRIGHT:
            _upright(painter, box, name)
        elif shape.head_kind == FLAT:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter.value, name)
        else:
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(box, flags.value | Qt.TextFlag.TextWordWrap.value, name)


def _pen(painter: QPainter, *, strong: bool) -> None:
    font = theme.font("small")
    font.setWeight(QFont.Weight.DemiBold if strong else font.weight())
    painter.setFont(font)
    painter.setPen(theme.colour("text" if strong else "text_muted"))


def _text(painter: QPainter, box: QRectF, words: str) -> None:
    """One line of words, shortened to its box."""
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter.value, shown)


def _fitted(painter: QPainter, box: QRectF, words: str, lines: int) -> None:
    """Words on as many lines as their box has room for, shortened if that is not enough."""
    metrics = painter.fontMetrics()
    flags = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value
    high = metrics.boundingRect(box.toRect(), flags, words).height()
    if metrics.horizontalAdvance(words) <= box.width() or high > lines * metrics.height():
        _text(painter, box, words)
    else:
        painter.drawText(box, flags, words)


def _upright(painter: QPainter, box: QRectF, words: str) -> None:
    """Words read from below upwards, in the middle of a column."""
    painter.save()
    painter.translate(box.center().x(), box.bottom())
    painter.rotate(-90)
    turned = QRectF(0, -box.width() / 2, box.height(), box.width())
    _text(painter, turned, words)
    painter.restore()
