"""A small tag on a stem that can be moved along the axis: a version's pin, or a day of the journey.

By mouse it is dragged; Escape puts it back. By keyboard, arrows go to the next or previous state of the
law, with Ctrl by one day, Home and End to the first and the last state.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.parts.focus import paint_focus

FORWARD, BACK = Qt.Key.Key_Right, Qt.Key.Key_Left
FIRST, LAST = Qt.Key.Key_Home, Qt.Key.Key_End
FAR = 10**6
"""More states than any law has."""


class Tag(QWidget):
    """Words on a soft ground. ``stepped`` and ``dragged`` ask to move it; nothing moves by itself."""

    grabbed = Signal()
    released = Signal()
    cancelled = Signal()
    dragged = Signal(float)
    """To which place of the strip its stem shall go."""
    stepped = Signal(int, int, bool)
    """By how many states, by how many days, and whether a key is being held down."""
    focused = Signal()

    def __init__(self, parent: QWidget, key: str) -> None:
        super().__init__(parent)
        self.key = key
        self.words = ""
        self.loose = False
        self.anchor = 0.0
        self._held: float | None = None  # how far the mouse is from the stem
        self.setObjectName(f"tag-{key}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    @property
    def held(self) -> bool:
        """Whether the mouse has it."""
        return self._held is not None

    def show_words(self, words: str, spoken: str, *, loose: bool = False) -> None:
        """Show words; a ``loose`` tag has a broken edge: it only hangs at the day where it stands."""
        if (words, loose) != (self.words, self.loose):
            self.words, self.loose = words, loose
            self.update()
        if spoken != self.accessibleName():
            self.setAccessibleName(spoken)
            self.setToolTip(theme.plain_tip(spoken))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("small"))
        return QSize(metrics.horizontalAdvance(self.words) + 2 * pad(), metrics.height() + 2)

    # --- mouse ------------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = self.anchor - self._place(event)
            self.grabbed.emit()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self.dragged.emit(self._place(event) + self._held)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is not None and event.button() == Qt.MouseButton.LeftButton:
            self._let_go()
            self.released.emit()

    def _place(self, event: QMouseEvent) -> float:
        return self.mapToParent(event.position()).x()

    def _let_go(self) -> None:
        self._held = None
        self.update()

    # --- keys -------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self._held is not None:
            self._let_go()
            self.cancelled.emit()
        elif key in (FORWARD, BACK):
            way = 1 if key == FORWARD else -1
            by_day = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.stepped.emit(0 if by_day else way, way if by_day else 0, event.isAutoRepeat())
        elif key in (FIRST, LAST):
            self.stepped.emit(FAR if key == LAST else -FAR, 0, False)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if self._held is None and not event.isAutoRepeat():
            self.released.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.raise_()
        self.focused.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._let_go()
        self.released.emit()
        self.focused.emit()
        self.update()

    # --- looks ------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("accent"), 1)
        if self.loose:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour("accent" if self.held else "surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.space(0.75), theme.space(0.75))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("on_accent" if self.held else "link"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter.value, self.words)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))


def pad() -> int:
    """The room left and right of a tag's words."""
    return theme.space(1)


def paint_stem(painter: QPainter, x: float, top: float, bottom: float, knob: float | None) -> None:
    """Paint the line from a tag to its place, and a knob where it counts."""
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    if knob is not None:
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QPointF(x, knob), theme.space(0.6), theme.space(0.6))
