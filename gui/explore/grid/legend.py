"""What the signs of a grid mean: which half is which version, the shapes, hatching and the frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.report.grid import GridWords, mark
from core.words import say
from gui import theme
from gui.explore.grid.paint import paint_frame

Sign = Callable[[QPainter, QRectF], None]
Item = tuple[Sign, str]


class Legend(QWidget):
    """The signs that are in the grid, side by side, and on the next line when there is no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[Item] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_grid(self, words: GridWords | None) -> None:
        """Explain what is in a grid."""
        self._items = [] if words is None else list(items(words))
        self.setAccessibleName("; ".join(said for _, said in self._items))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return height(self._items, width)

    def sizeHint(self) -> QSize:
        return QSize(theme.space(40), self.heightForWidth(max(self.width(), 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint(QPainter(self), self._items, self.width())


def items(words: GridWords) -> Iterator[Item]:
    """The signs that a grid has, with what they mean."""
    lang = words.lang
    cells = [cell for row in words.grid.rows for cell in row]
    for side, version in enumerate(words.sides):
        yield _half(side), version
    seen = {mark(possible) for cell in cells for possible in (cell.left, cell.right)}
    said = {
        "heard": say(lang, "heard"),
        "returned": say(lang, "returned"),
        "barred": say(lang, "barred"),
        "undetermined": say(lang, "not determined"),
    }
    for outcome, word in said.items():
        if outcome in seen:
            yield _shape(outcome), word
    yield paint_frame, say(lang, "the case as it stands")
    if not all(cell.consistent for cell in cells):
        yield _hatch, say(lang, "facts that contradict each other")


def _shape(outcome: str) -> Sign:
    return lambda painter, box: theme.shapes.paint_outcome(painter, box, outcome)


def _hatch(painter: QPainter, box: QRectF) -> None:
    painter.fillRect(box, QBrush(theme.colour("line_strong"), Qt.BrushStyle.BDiagPattern))


def _half(side: int) -> Sign:
    def sign(painter: QPainter, box: QRectF) -> None:
        half = QRectF(box.left() + side * box.width() / 2, box.top(), box.width() / 2, box.height())
        painter.fillRect(half, theme.colour("text_muted"))
        painter.setPen(QPen(theme.colour("text_muted"), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    return sign


# --- places ----------------------------------------------------------------------------------------
def _places(all_items: list[Item], width: int) -> Iterator[tuple[Item, QPointF]]:
    metrics = QFontMetrics(theme.font("small"))
    side, gap, between = metrics.ascent(), theme.space(0.75), theme.space(3)
    x = y = 0
    for item in all_items:
        wide = side + gap + metrics.horizontalAdvance(item[1])
        if x and x + wide > width:
            x, y = 0, y + metrics.height() + theme.space(0.5)
        yield item, QPointF(x, y)
        x += wide + between


def height(all_items: list[Item], width: int) -> int:
    """How high the signs stand in a width."""
    line = QFontMetrics(theme.font("small")).height()
    return max((round(place.y()) + line for _, place in _places(all_items, width)), default=line)


def paint(painter: QPainter, all_items: list[Item], width: int) -> None:
    """Paint the signs with their words."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = theme.font("small")
    metrics = QFontMetrics(font)
    side, line = metrics.ascent(), metrics.height()
    for (sign, words), place in _places(all_items, width):
        painter.save()
        sign(painter, QRectF(place.x() + 1, place.y() + (line - side) / 2 + 1, side - 2, side - 2))
        painter.restore()
        painter.setFont(font)
        painter.setPen(theme.colour("text_muted"))
        left = place.x() + side + theme.space(0.75)
        box = QRectF(left, place.y(), metrics.horizontalAdvance(words) + 4, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter.value, words)
