"""One smallest change as a button: its class, what changes, and the outcome with its shape.

Hover or the keys look at it, a click or Enter makes it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.explore.ways import Contrast
from gui import theme
from gui.parts.focus import ENTER_KEYS, paint_focus
from gui.theme import shapes

LINGER = 120
"""Milliseconds that the mouse rests on a change before it is looked at."""
WIDE = 52
"""Letters, at most, of a change on the line."""


class ChangeButton(QAbstractButton):
    """``looked`` gives the contrast that is looked at, or None when it is left."""

    looked = Signal(object)
    taken = Signal(object)

    def __init__(self, parent: QWidget, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self.contrast: Contrast | None = None
        self._words, self._cls = "", ""
        self._after: list[tuple[str, str]] = []
        self._wraps = wraps
        self._soon = QTimer(self, singleShot=True, interval=LINGER)
        self._soon.timeout.connect(self._look)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        high = QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, high)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: self.taken.emit(self.contrast))

    def show_contrast(
        self, contrast: Contrast, cls: str, words: str, after: list[tuple[str, str]]
    ) -> None:
        """Show a change in words; ``after`` are outcomes, by name and in words."""
        self.contrast, self._cls, self._words, self._after = contrast, cls, words, after
        whole = f"{cls} · {words} → {' | '.join(name for _, name in after)}"
        self.setAccessibleName(whole)
        self.setToolTip("" if self._wraps else theme.plain_tip(whole))
        self.setVisible(True)
        self.updateGeometry()
        self.update()

    # --- looking -----------------------------------------------------------------------------------
    def enterEvent(self, event: QEnterEvent) -> None:
        self._soon.start()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._soon.stop()
        self.update()
        if not self.hasFocus():
            self.looked.emit(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._look()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.looked.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.looked.emit(None)
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        if self.isVisible():
            self.looked.emit(self.contrast)

    # --- measures ----------------------------------------------------------------------------------
    def _text(self) -> str:
        return f"{self._cls} · {self._words}"

    def _tail(self) -> int:
        """The width of the arrow and the outcomes."""
        metrics = QFontMetrics(theme.font("small"))
        side = metrics.ascent() + theme.space(1)
        words = sum(
            metrics.horizontalAdvance(name) + side + theme.space(2) for _, name in self._after
        )
        return metrics.horizontalAdvance("→") + theme.space(2) + words

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("small"))
        words = min(metrics.horizontalAdvance(self._text()) + 2, metrics.averageCharWidth() * WIDE)
        width = words + self._tail() + 2 * theme.space(1.5)
        return QSize(width, metrics.height() + 2 * theme.space(0.75))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(theme.font("small"))
        room = max(width - self._tail() - 2 * theme.space(1.5), metrics.averageCharWidth() * 12)
        flags = int(Qt.TextFlag.TextWordWrap.value)
        text = metrics.boundingRect(QRect(0, 0, room, 1 << 16), flags, self._text())
        return text.height() + 2 * theme.space(0.75)

    # --- painting ----------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outcome = self._after[0][0] if len(self._after) == 1 else ""
        edge = theme.colour(outcome or "line_strong")
        ground = theme.colour(f"{outcome}_soft" if outcome else "surface")
        painter.setPen(QPen(edge, 2 if self.underMouse() else 1))
        painter.setBrush(ground)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = theme.space(1) if self._wraps else box.height() / 2
        painter.drawRoundedRect(box, radius, radius)
        self._paint_words(painter)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))

    def _paint_words(self, painter: QPainter) -> None:
        font = theme.font("small")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        pad, tail = theme.space(1.5), self._tail()
        room = self.rect().adjusted(pad, 0, -pad - tail, 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter.value)
        if self._wraps:
            painter.drawText(room, middle | int(Qt.TextFlag.TextWordWrap.value), self._text())
            x = self.width() - pad - tail
        else:
            cut = metrics.elidedText(self._text(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, middle, cut)
            x = room.left() + metrics.horizontalAdvance(cut)
        side = metrics.ascent()
        for at, (outcome, name) in enumerate(self._after):
            sign = "→" if at == 0 else "|"
            x += theme.space(1)
            painter.setPen(theme.colour("text_muted"))
            wide = metrics.horizontalAdvance(sign)
            painter.drawText(QRect(x, 0, wide + 2, self.height()), middle, sign)
            x += wide + theme.space(1)
            shape = QRectF(x, (self.height() - side) / 2, side, side)
            shapes.paint_outcome(painter, shape, outcome)
            x += side + theme.space(0.5)
            painter.setPen(theme.colour(outcome))
            wide = metrics.horizontalAdvance(name)
            painter.drawText(QRect(x, 0, wide + 2, self.height()), middle, name)
            x += wide
