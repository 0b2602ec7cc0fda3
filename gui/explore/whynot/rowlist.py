"""The rows one under the other: one widget for each provision, kept while the page lives.

The list is one stop for the Tab key; inside it the arrow keys move.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.explore.whynot.row import Row
from gui.explore.whynot.views import View
from gui.parts.pairs import follow_width


class Rows(QWidget):
    """Places the rows and moves the focus between them."""

    opened = Signal(str)
    fact_chosen = Signal(str)
    focused = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pool: dict[str, Row] = {}
        self._shown: list[Row] = []
        self._current = ""
        follow_width(self)
        theme.changed.connect(self._replace)

    def show_views(self, views: tuple[View, ...]) -> None:
        """Show these rows, each in the widget that its provision already has."""
        shown = [self._widget(view.key) for view in views]
        for row, view in zip(shown, views, strict=True):
            row.show_view(view)
        gone = set(self._shown) - set(shown)
        self._shown = shown
        self._set_current(self._current)
        self._replace()
        for row in gone:
            row.hide()

    def rows(self) -> list[Row]:
        """The rows that are shown, from the top down."""
        return list(self._shown)

    def row(self, key: str) -> Row | None:
        """The row of a provision, if it is shown."""
        return next((row for row in self._shown if row.view.key == key), None)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Give the keys to the row that had them last."""
        row = self.row(self._current)
        if row is not None:
            row.setFocus(reason)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(row.height_for(width) + self._above(row) for row in self._shown)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: object) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line over each provision that stands under no other."""
        painter = QPainter(self)
        painter.setPen(theme.colour("line"))
        for row in self._shown[1:]:
            if row.view.depth == 0:
                y = row.y() - self._above(row) // 2
                painter.drawLine(0, y, self.width(), y)

    def _above(self, row: Row) -> int:
        """The room over a row."""
        if row is self._shown[0]:
            return 0
        return theme.space(1.5 if row.view.depth == 0 else 0.25)

    def _replace(self) -> None:
        self._place()
        self.updateGeometry()
        self.update()

    def _place(self) -> None:
        y, width = 0, self.width()
        for row in self._shown:
            y += self._above(row)
            height = row.height_for(width)
            row.setGeometry(QRect(0, y, width, height))
            row.place()
            if row.isHidden():
                row.show()
            y += height

    def _widget(self, key: str) -> Row:
        if key not in self._pool:
            row = Row(self)
            row.opened.connect(self.opened)
            row.fact_chosen.connect(self.fact_chosen)
            row.moved.connect(lambda step: self._move(row, step))
            row.entered.connect(self._set_current)
            self._pool[key] = row
        return self._pool[key]

    def _move(self, row: Row, step: int) -> None:
        at = min(max(self._shown.index(row) + step, 0), len(self._shown) - 1)
        self._shown[at].setFocus(Qt.FocusReason.TabFocusReason)
        self.focused.emit(self._shown[at])

    def _set_current(self, key: str) -> None:
        """Make one row, the one last used or else the first, the stop of the Tab key."""
        keys = [row.view.key for row in self._shown]
        self._current = key if key in keys or not keys else keys[0]
        for row in self._shown:
            here = row.view.key == self._current
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
