"""The rows under the outcomes: one widget for each provision, kept while the window lives."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gui import theme
from gui.columns.rows import RowView
from gui.columns.rowwidget import RowWidget
from gui.parts.rowlist import RowList as Rows


class RowList(Rows[RowWidget]):
    """The rows of both columns, all equally far apart; ``spread`` asks for a row's reasons."""

    spread = Signal(str, bool)

    def make(self) -> RowWidget:
        row = RowWidget(self)
        row.spread.connect(self.spread)
        return row

    def above(self, row: RowWidget) -> int:
        return theme.space(0.5)

    def show_rows(self, views: tuple[RowView, ...], lang: str) -> None:
        """Show these rows, each in the widget that its provision already has."""
        shown = [self.widget(view.key) for view in views]
        for row, view in zip(shown, views, strict=True):
            row.show_row(view, lang)
        self.put(shown)

    def height_of(self, views: tuple[RowView, ...], width: int) -> int:
        """Return the height that these rows would have, without showing them."""
        rows = [self.widget(view.key) for view in views]
        heights = [row.height_of(view, width) for row, view in zip(rows, views, strict=True)]
        return sum(heights) + sum(self.above(row) for row in rows[1:])
