"""A segmented control: a few positions side by side, one of them chosen, or none yet.

Where the words do not fit side by side the positions stand under one another, each as tall as
its words need. Arrow keys move between positions, Space or Enter chooses; the chosen one
carries a tick as well as a colour.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui import theme
from gui.parts.focus import ENTER_KEYS, paint_focus

TICK = "✓ "
FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
BACKWARD = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class Segment(QAbstractButton):
    """One position. Its words wrap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.position = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def natural_width(self) -> int:
        """Return the width that shows the words on one line, ticked or not."""
        words = QFontMetrics(theme.font("strong")).horizontalAdvance(TICK + self.text())
        return words + 2 * theme.space(2) + 2

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(theme.font("strong"))
        room = QRect(0, 0, max(width - 2 * theme.space(2), 1), 1 << 16)
        text = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap.value), TICK + self.text())
        return text.height() + 2 * theme.space(0.75)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.click()
        else:
            event.ignore() if event.key() in (*FORWARD, *BACKWARD) else super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Stay as the document says; the click alone asks for a change."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(theme.colour("accent" if on else "line_strong"), 1))
        painter.setBrush(theme.colour("accent" if on else self._ground()))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.space(1), theme.space(1))
        painter.setFont(theme.font("strong" if on else "body"))
        painter.setPen(theme.colour("on_accent" if on else "text"))
        text = self.rect().adjusted(theme.space(1), 0, -theme.space(1), 0)
        flags = int(Qt.AlignmentFlag.AlignCenter.value) | int(Qt.TextFlag.TextWordWrap.value)
        painter.drawText(text, flags, TICK + self.text() if on else self.text())
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))

    def _ground(self) -> str:
        return "hover" if self.underMouse() else "surface"


class Segments(QWidget):
    """The positions of one switch; `picked` says which one a person chose."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pool: list[Segment] = []
        self._count = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    def show_positions(
        self, positions: tuple[tuple[str, str], ...], holds: str | None, question: str
    ) -> None:
        """Show the positions, with the one that holds, in the segments that are there."""
        self.setAccessibleName(question)
        self._count = len(positions)
        while len(self._pool) < len(positions):
            self._pool.append(self._new_segment())
        for segment, (position, text) in zip(self._pool, positions, strict=False):
            segment.position = position
            segment.setText(text)
            segment.setAccessibleName(f"{question} {text}")
            segment.setChecked(position == holds)
        for number, segment in enumerate(self._pool):
            segment.setVisible(number < self._count)
        self._place()
        self.updateGeometry()

    def segments(self) -> list[Segment]:
        """Return the segments in use."""
        return self._pool[: self._count]

    def sizeHint(self) -> QSize:
        width = sum(segment.natural_width() for segment in self.segments())
        return QSize(width + self._gaps(), self.heightForWidth(width + self._gaps()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rects = self._rects(width)
        return max((rect.bottom() + 1 for rect in rects), default=0)

    def resizeEvent(self, event: object) -> None:
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        there = self.segments()
        at = next((n for n, segment in enumerate(there) if segment.hasFocus()), None)
        step = (event.key() in FORWARD) - (event.key() in BACKWARD)
        if at is None or not step:
            super().keyPressEvent(event)
            return
        there[(at + step) % len(there)].setFocus(Qt.FocusReason.TabFocusReason)

    def _new_segment(self) -> Segment:
        segment = Segment(self)
        segment.clicked.connect(lambda: self.picked.emit(segment.position))
        return segment

    def _gaps(self) -> int:
        return theme.space(0.5) * max(self._count - 1, 0)

    def _rects(self, width: int) -> list[QRect]:
        there = self.segments()
        natural = [segment.natural_width() for segment in there]
        gap = theme.space(0.5)
        x = y = 0
        rects = []
        abreast = sum(natural) + self._gaps() <= width
        for segment, wide in zip(there, natural, strict=True):
            wide = wide if abreast else min(wide, width)
            rects.append(QRect(x, y, wide, segment.heightForWidth(wide)))
            x, y = (x + wide + gap, y) if abreast else (x, rects[-1].bottom() + 1 + gap)
        return rects

    def _place(self) -> None:
        for segment, rect in zip(self.segments(), self._rects(self.width()), strict=True):
            segment.setGeometry(rect)

    def _restyle(self) -> None:
        self._place()
        self.updateGeometry()
        self.update()
