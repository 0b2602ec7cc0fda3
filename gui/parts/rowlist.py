"""Rows one under the other: one widget for each key, kept while the list lives.

New views go into the widgets that are there; each compares and redraws only what differs, so focus,
scroll position and whatever a screen reader is in the middle of stay where they are. The list
is one stop for the Tab key; inside it the arrow keys move.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.parts.pairs import follow_width


class Row(QWidget):
    """One row. ``opened`` names a provision, ``moved`` asks for the row so many steps further down,
    ``entered`` gives the key of the row that has the keys now.
    """

    opened = Signal(str)
    moved = Signal(int)
    entered = Signal(str)

    @property
    def key(self) -> str:
        """Which row it is."""
        raise NotImplementedError

    def height_for(self, width: int) -> int:
        """The height that it needs at a width."""
        raise NotImplementedError

    def place(self) -> None:
        """Put its parts into their places."""
        raise NotImplementedError


R = TypeVar("R", bound=Row)


class RowList(QWidget, Generic[R]):
    """Places the rows and moves the focus between them; what a row is, and how far apart they stand,
    is said by :meth:`make` and :meth:`above`.
    """

    opened = Signal(str)
    focused = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pool: dict[str, R] = {}
        self._shown: list[R] = []
        self._current = ""
        follow_width(self)
        theme.changed.connect(self._replace)

    # --- of each kind -------------------------------------------------------------------------------
    def make(self) -> R:
        """A new row."""
        raise NotImplementedError

    def above(self, row: R) -> int:
        """The room over a row that is not the first."""
        raise NotImplementedError

    # --- showing ------------------------------------------------------------------------------------
    def widget(self, key: str) -> R:
        """The row of a key, shown or not, made when it is first asked for."""
        if key not in self._pool:
            row = self.make()
            row.opened.connect(self.opened)
            row.moved.connect(lambda step: self._move(row, step))
            row.entered.connect(self._set_current)
            self._pool[key] = row
        return self._pool[key]

    def put(self, shown: list[R]) -> None:
        """Show these rows, whose views are up to date, and no others."""
        gone = set(self._shown) - set(shown)
        self._shown = shown
        self._set_current(self._current)
        self._replace()
        for row in gone:
            row.hide()

    def rows(self) -> list[R]:
        """The rows that are shown, from the top down."""
        return list(self._shown)

    def row(self, key: str) -> R | None:
        """The row of a provision, if it is shown."""
        return next((row for row in self._shown if row.key == key), None)

    # --- keys ---------------------------------------------------------------------------------------
    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Give the keys to the row that had them last."""
        row = self.row(self._current)
        if row is not None:
            row.setFocus(reason)

    def _move(self, row: R, step: int) -> None:
        at = min(max(self._shown.index(row) + step, 0), len(self._shown) - 1)
        self._shown[at].setFocus(Qt.FocusReason.TabFocusReason)
        self.focused.emit(self._shown[at])

    def _set_current(self, key: str) -> None:
        """Make one row, the one last used or else the first, the stop of the Tab key."""
        keys = [row.key for row in self._shown]
        self._current = key if key in keys or not keys else keys[0]
        for row in self._shown:
            here = row.key == self._current
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    # --- places -------------------------------------------------------------------------------------
    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = self._shown
        return sum(row.height_for(width) for row in rows) + sum(self.above(row) for row in rows[1:])

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: object) -> None:
        self._place()

    def _replace(self) -> None:
        self._place()
        self.updateGeometry()

    def _place(self) -> None:
        y, width = 0, self.width()
        for at, row in enumerate(self._shown):
            y += self.above(row) if at else 0
            height = row.height_for(width)
            row.setGeometry(QRect(0, y, width, height))
            row.place()
            if row.isHidden():
                row.show()
            y += height
