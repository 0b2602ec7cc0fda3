"""The painted grid as a control: arrows move, Enter or a click makes a cell the case."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.report.grid import GridWords
from gui import theme
from gui.explore.grid.paint import FAINT, paint_grid
from gui.explore.grid.shape import Shape
from gui.parts.focus import ENTER_KEYS, paint_focus

STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Home: (-(10**6), 0),
    Qt.Key.Key_End: (10**6, 0),
    Qt.Key.Key_PageUp: (0, -(10**6)),
    Qt.Key.Key_PageDown: (0, 10**6),
}
Place = tuple[int, int]


class GridCanvas(QWidget):
    """Shows a grid. ``told`` says which cell is looked at, ``chosen`` which one shall be the case."""

    told = Signal(int, int)
    chosen = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("grid")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.words: GridWords | None = None
        self.cursor_at: Place = (0, 0)
        self._over: Place | None = None
        self._faint = False
        self._room = QSize(1, 1)
        self._shape: Shape | None = None

    # --- showing -----------------------------------------------------------------------------------
    def show_grid(self, words: GridWords | None) -> None:
        """Show a grid; the keys stay where they stand if the axes are the same, else they go to the case."""
        before, self.words = self.words, words
        self._faint = False
        self._over = None
        if words is not None and not _same_axes(before, words):
            self.cursor_at = words.grid.here
        self.place(self._room)
        self._speak()

    def show_faint(self, faint: bool) -> None:
        """Let the grid fade while another one is being worked out."""
        self._faint = faint
        self.update()

    def place(self, room: QSize) -> None:
        """Lay the grid out in a room; the canvas is as large as it needs."""
        self._room = room
        self._shape = None if self.words is None else Shape(self.words, room)
        self.setFixedSize(room if self._shape is None else self._shape.size.expandedTo(room))
        self.update()

    @property
    def shape_now(self) -> Shape | None:
        """How the grid is laid out."""
        return self._shape

    @property
    def looked_at(self) -> Place:
        """The cell under the mouse, or else the one that the keys stand on."""
        return self._over or self.cursor_at

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shape is None:
            return
        painter = QPainter(self)
        painter.setOpacity(FAINT if self._faint else 1)
        seen = self.seen()
        paint_grid(painter, self._shape, self.looked_at, seen.topLeft())
        painter.setClipRect(self._inner(seen).adjusted(-3, -3, 3, 3))
        if self._over is not None:
            painter.setPen(theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._shape.cell(*self._over).adjusted(0.5, 0.5, -0.5, -0.5))
        if self.hasFocus():
            paint_focus(painter, self._shape.cell(*self.cursor_at).adjusted(-2, -2, 2, 2))

    # --- keys and mouse ----------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if self.words is not None and step is not None:
            self._go((self.cursor_at[0] + step[0], self.cursor_at[1] + step[1]))
        elif self.words is not None and event.key() in (*ENTER_KEYS, Qt.Key.Key_Space):
            self.chosen.emit(*self.cursor_at)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self._over = None
        self._speak()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.cell_at(event.position())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self.cursor_at = at
            self.chosen.emit(*at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._speak()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self.cell_at(QPointF(event.pos()))
            words = self.words.sentence(*at) if self.words is not None and at else ""
            QToolTip.showText(event.globalPos(), theme.plain_tip(words), self)
            return True
        return super().event(event)

    def cell_at(self, place: QPointF) -> Place | None:
        """The cell that is seen at a place."""
        if self._shape is None or not self._inner(self.seen()).contains(place):
            return None
        return self._shape.at(place)

    def seen(self) -> QRectF:
        """The part of the canvas that is in sight."""
        return QRectF(self.visibleRegion().boundingRect())

    def _inner(self, seen: QRectF) -> QRectF:
        """The part of what is seen where cells are, not names."""
        assert self._shape is not None
        return seen.adjusted(self._shape.left, self._shape.top, 0, 0)

    def cursor_rect(self) -> QRectF:
        """Where the cell is that the keys stand on."""
        return QRectF() if self._shape is None else self._shape.cell(*self.cursor_at)

    def _go(self, to: Place) -> None:
        assert self.words is not None
        grid = self.words.grid
        wide, high = len(grid.across.values), len(grid.down.values)
        self.cursor_at = (min(max(to[0], 0), wide - 1), min(max(to[1], 0), high - 1))
        self._over = None
        self._speak()

    def _point(self, place: QPointF) -> None:
        over = self.cell_at(place)
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        if over != self._over:
            self._over = over
            self._speak()

    def _speak(self) -> None:
        """Tell which cell is looked at, a screen reader too."""
        self.update()
        if self.words is None:
            return
        at = self.looked_at
        self.setAccessibleDescription(self.words.sentence(*self.cursor_at))
        if self.hasFocus():
            changed = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(changed)
        self.told.emit(*at)


def _same_axes(before: GridWords | None, words: GridWords) -> bool:
    if before is None:
        return False
    one, other = before.grid, words.grid
    return (one.across.path, one.down.path, one.across.values, one.down.values) == (
        other.across.path,
        other.down.path,
        other.across.values,
        other.down.values,
    )
