"""The rows one under the other: one widget for each provision, kept while the page lives."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent

from gui import theme
from gui.explore.whynot.row import Row
from gui.explore.whynot.views import View
from gui.parts.rowlist import RowList


class Rows(RowList[Row]):
    """The rows of the page, with a line over each provision that stands under no other."""

    fact_chosen = Signal(str)

    def make(self) -> Row:
        row = Row(self)
        row.fact_chosen.connect(self.fact_chosen)
        return row

    def above(self, row: Row) -> int:
        return theme.space(1.5 if row.view.depth == 0 else 0.25)

    def show_views(self, views: tuple[View, ...]) -> None:
        """Show these rows, each in the widget that its provision already has."""
        shown = [self.widget(view.key) for view in views]
        for row, view in zip(shown, views, strict=True):
            row.show_view(view)
        self.put(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.colour("line"))
        for row in self._shown[1:]:
            if row.view.depth == 0:
                y = row.y() - self.above(row) // 2
                painter.drawLine(0, y, self.width(), y)

    def _replace(self) -> None:
        super()._replace()
        self.update()
