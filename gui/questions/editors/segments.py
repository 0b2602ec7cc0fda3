"""A choice among few: side by side where there is room, else one below the other.

Each segment is a radio button, so arrows move the choice and a screen reader says which of how many
is chosen. The first letter of a segment chooses it; Delete chooses "unknown". A value that follows
from other facts stands chosen but hollow: to click it states it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from gui import theme
from gui.parts.focus import paint_focus
from gui.questions.wrap import WRAP, WrapsWords, height_for_width, shown

CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def rove(button: QRadioButton, *, here: bool) -> None:
    """Let Tab stop at one button of a group, the chosen one; arrows reach the others."""
    policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
    button.setFocusPolicy(policy)


class Segment(WrapsWords, QRadioButton):
    """One of the segments; `derived` draws it hollow, `quiet` without the colour of an answer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.derived = False
        self.quiet = False
        self.prepare()

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, ink = self._roles()
        pen = QPen(theme.colour(edge), 1)
        if self._hollow():
            pen = QPen(theme.colour(edge), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.setPen(theme.colour(ink))
        painter.drawText(self.text_rect(), WRAP | Qt.AlignmentFlag.AlignCenter.value, self.text())
        if self.hasFocus():
            painter.setPen(QPen(theme.colour(ink), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 2, 2)
            paint_focus(painter, QRectF(self.rect()))

    def _hollow(self) -> bool:
        return self.derived and self.isChecked()

    def _roles(self) -> tuple[str, str, str]:
        if self._hollow():
            return "selection", "accent", "text"
        if self.quiet and self.isChecked():
            return "hover", "line_strong", "text"
        if self.isChecked():
            return "accent", "accent", "on_accent"
        return ("hover" if self.underMouse() else "surface"), "line_strong", "text"


class Segments(QWidget):
    """A group of segments, each with a value; emits `chosen` when a person chooses one."""

    chosen = Signal(int)

    def __init__(self, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons = [Segment(self) for _ in range(count)]
        self.buttons[-1].quiet = True  # "unknown" is no answer
        self._spoken = ("", "")
        self._group = QButtonGroup(self)
        for number, button in enumerate(self.buttons):
            self._group.addButton(button, number)
        self._group.idClicked.connect(self.chosen)
        height_for_width(self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        theme.changed.connect(self._follow_theme)

    def reword(self, words: Sequence[str]) -> None:
        """Set the words of the segments, in their order."""
        if [button.text() for button in self.buttons] != list(words):
            for button, text in zip(self.buttons, words, strict=True):
                button.reword(text)
            self.name(*self._spoken)
            self._follow_theme()

    def check(self, number: int, *, derived: bool = False) -> None:
        """Show one segment as chosen."""
        button = self.buttons[number]
        for other in self.buttons:
            if other.derived != (derived and other is button):
                other.derived = not other.derived
                other.update()
        button.setChecked(True)
        for other in self.buttons:
            rove(other, here=other is button)

    def name(self, question: str, description: str) -> None:
        """Tell a screen reader the question with every answer."""
        self._spoken = (question, description)
        self.setAccessibleName(question)
        for button in self.buttons:
            button.setAccessibleName(f"{question} {shown(button.text())}".strip())
            button.setAccessibleDescription(description)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the chosen segment. (A proxy would make Tab go in a circle.)"""
        chosen = self._group.checkedButton()
        (chosen or self.buttons[0]).setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = self._number_of(event)
        if number is None:
            super().keyPressEvent(event)
            return
        self.buttons[number].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.buttons[number].click()

    def _number_of(self, event: QKeyEvent) -> int | None:
        if event.key() in CLEARING:
            return len(self.buttons) - 1
        letter = event.text().casefold()
        if not letter.strip():
            return None
        starts = [n for n, b in enumerate(self.buttons) if b.text().casefold().startswith(letter)]
        return starts[0] if len(starts) == 1 else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(width)
        return max(box.bottom() + 1 for box in boxes)

    def sizeHint(self) -> QSize:
        width = sum(button.natural_width() for button in self.buttons)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = max(button.least_width() for button in self.buttons)
        return QSize(width, self.buttons[0].fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        for button, box in zip(self.buttons, self._boxes(self.width()), strict=True):
            button.setGeometry(box)

    def _boxes(self, width: int) -> list[QRect]:
        """Return the segments' places: equal shares, else natural ones, else stacked."""
        natural = [button.natural_width() for button in self.buttons]
        if sum(natural) > width:
            return self._stacked(width)
        share = width // len(natural)
        if max(natural) > share:
            spare = (width - sum(natural)) // len(natural)
            return self._in_row([wide + spare for wide in natural], width)
        return self._in_row([share] * len(natural), width)

    def _in_row(self, widths: list[int], whole: int) -> list[QRect]:
        widths = [*widths[:-1], whole - sum(widths[:-1])]
        height = max(b.heightForWidth(w) for b, w in zip(self.buttons, widths, strict=True))
        lefts = [sum(widths[:n]) - (1 if n else 0) for n in range(len(widths))]
        return [QRect(left, 0, sum(widths[: n + 1]) - left, height) for n, left in enumerate(lefts)]

    def _stacked(self, width: int) -> list[QRect]:
        boxes, top = [], 0
        for button in self.buttons:
            height = button.heightForWidth(width)
            boxes.append(QRect(0, top, width, height))
            top += height - 1
        return boxes

    def _follow_theme(self) -> None:
        self._place()
        self.updateGeometry()
