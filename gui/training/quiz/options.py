"""One question with its choices, of which one can be taken: words that wrap, with a ring before each."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui import theme
from gui.parts.focus import ENTER_KEYS, paint_focus
from gui.parts.label import RoleLabel
from gui.parts.pairs import PairLayout, follow_width

Choices = tuple[tuple[str, str], ...]
RING = 0.3
DOT = 0.15
"""Radius of the ring and of the dot that fills it, in lines of text."""


class Option(QAbstractButton):
    """One choice. Arrow keys move among its neighbours, as in any group of which one holds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        follow_width(self)
        theme.changed.connect(self.updateGeometry)

    def say(self, choice: str, words: str, question: str) -> None:
        """Offer a choice; the question goes into its name, for those who do not see it."""
        self.choice = choice
        self.setText(words)
        self.setAccessibleName(f"{question} {words}")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - self._left() - theme.space(1), 1), 1 << 16)
        flags = int(Qt.TextFlag.TextWordWrap.value)
        # The strong font is the wider one: a choice does not change its height by being taken.
        strong = QFontMetrics(theme.font("strong")).boundingRect(room, flags, self.text())
        return strong.height() + 2 * theme.space(0.75)

    def sizeHint(self) -> QSize:
        return QSize(theme.space(20), self.heightForWidth(theme.space(60)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection" if on else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.space(1), theme.space(1))
        self._paint_ring(painter, on=on)
        painter.setFont(theme.font("strong" if on else "body"))
        painter.setPen(theme.colour("text"))
        text = self.rect().adjusted(self._left(), theme.space(0.75), -theme.space(1), 0)
        flags = int(Qt.AlignmentFlag.AlignLeft.value) | int(Qt.TextFlag.TextWordWrap.value)
        painter.drawText(text, flags, self.text())
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))

    def _paint_ring(self, painter: QPainter, *, on: bool) -> None:
        line = self._line()
        middle = QPointF(theme.space(1) + line * 0.5, theme.space(0.75) + line * 0.5)
        painter.setPen(QPen(theme.colour("link" if on else "line_strong"), max(line * 0.08, 1)))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(middle, line * RING, line * RING)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("link"))
            painter.drawEllipse(middle, line * DOT, line * DOT)

    def _left(self) -> int:
        return theme.space(2) + self._line()

    @staticmethod
    def _line() -> int:
        return QFontMetrics(theme.font("body")).height()


class Options(QWidget):
    """A question and its choices, in widgets that are kept; `picked` says which one a person took."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = RoleLabel(self, font="strong")
        self._pool: list[Option] = []
        self._shown = 0
        self._column = PairLayout(self, spacing=0.25)
        self._column.addWidget(self._heading)
        follow_width(self)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_choices(self, question: str, choices: Choices, holds: str | None) -> None:
        """Ask a question; ``holds`` is what was taken before, if anything."""
        self._heading.say(question)
        self.setAccessibleName(question)
        while len(self._pool) < len(choices):
            self._pool.append(self._new())
        self._shown = len(choices)
        for number, option in enumerate(self._pool):
            there = number < len(choices)
            option.say(*(choices[number] if there else ("", "")), question)
            option.setVisible(there)
        self._hold(holds)
        self.updateGeometry()

    @property
    def holds(self) -> str | None:
        """The choice that is taken."""
        return next((o.choice for o in self.options() if o.isChecked()), None)

    def options(self) -> list[Option]:
        """The choices that are offered."""
        return self._pool[: self._shown]

    def _hold(self, choice: str | None) -> None:
        for option in self._pool:  # none may hold, which a group of Qt's own does not allow
            option.setAutoExclusive(False)
            option.setChecked(choice is not None and option.choice == choice)
            option.setAutoExclusive(True)

    def _new(self) -> Option:
        option = Option(self)
        option.clicked.connect(lambda: self.picked.emit(option.choice))
        self._column.addWidget(option)
        return option

    def _restyle(self) -> None:
        self._column.setContentsMargins(0, theme.space(2), 0, 0)
        self.updateGeometry()
