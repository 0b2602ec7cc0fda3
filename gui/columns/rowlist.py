"""The rows under the outcomes: one widget for each provision, kept while the window lives.

An edit hands over new views; each widget compares and redraws only what differs, so focus,
scroll position and whatever a screen reader is in the middle of stay where they are. The list
is one stop for the Tab key; inside it the arrow keys move.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.columns.rows import RowView
from gui.columns.rowwidget import RowWidget
from gui.parts.pairs import follow_width


class RowList(QWidget):
    """Places the rows one under the other and moves the focus between them."""

    opened = Signal(str)
    spread = Signal(str, bool)
    focused = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pool: dict[str, RowWidget] = {}
        self._shown: list[RowWidget] = []
        self._current = ""
        follow_width(self)
        theme.changed.connect(self._replace)

    def show_rows(self, views: tuple[RowView, ...], lang: str) -> None:
        """Show these rows, each in the widget that its provision already has."""
        shown = [self._widget(view.key) for view in views]
        for widget, view in zip(shown, views, strict=True):
            widget.show_row(view, lang)
        gone = set(self._shown) - set(shown)
        self._shown = shown
        self._set_current(self._current)
        self._replace()
        for widget in gone:
            widget.hide()

    def rows(self) -> list[RowWidget]:
        """Return the rows that are shown, from the top down."""
        return list(self._shown)

    def row(self, key: str) -> RowWidget | None:
        """Return the row of a provision, if it is shown."""
        return next((widget for widget in self._shown if widget.view.key == key), None)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Give the keys to the row that had them last."""
        row = self.row(self._current)
        if row is not None:
            row.setFocus(reason)

    def height_of(self, views: tuple[RowView, ...], width: int) -> int:
        """Return the height that these rows would have, without showing them."""
        heights = [self._widget(view.key).height_of(view, width) for view in views]
        return sum(heights) + self._gap() * max(len(heights) - 1, 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        heights = [row.height_for(width) for row in self._shown]
        return sum(heights) + self._gap() * max(len(heights) - 1, 0)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: object) -> None:
        self._place()

    @staticmethod
    def _gap() -> int:
        return theme.space(0.5)

    def _replace(self) -> None:
        self._place()
        self.updateGeometry()

    def _place(self) -> None:
        y, width = 0, self.width()
        for row in self._shown:
            height = row.height_for(width)
            row.setGeometry(QRect(0, y, width, height))
            row.place()
            if row.isHidden():
                row.show()
            y += height + self._gap()

    def _widget(self, key: str) -> RowWidget:
        if key not in self._pool:
            widget = RowWidget(self)
            widget.opened.connect(self.opened)
            widget.spread.connect(self.spread)
            widget.moved.connect(lambda step: self._move(widget, step))
            widget.entered.connect(self._set_current)
            self._pool[key] = widget
        return self._pool[key]

    def _move(self, widget: RowWidget, step: int) -> None:
        at = self._shown.index(widget) + step
        if 0 <= at < len(self._shown):
            self._shown[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.focused.emit(self._shown[at])

    def _set_current(self, key: str) -> None:
        """Make one row, the one last used or else the first, the stop of the Tab key."""
        keys = [row.view.key for row in self._shown]
        self._current = key if key in keys or not keys else keys[0]
        for row in self._shown:
            here = row.view.key == self._current
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
