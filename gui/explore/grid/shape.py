"""Where the cells of a grid stand, and the words around them; all of it from the size of the text.

Names of rows stand on the left, those of columns above: on one line where they fit, else wrapped, else
turned upright. Between days that do not follow each other there is a gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics

from core.explore.axes import Axis
from core.report.dates import FIRM
from core.report.facts import capital
from core.report.grid import GridWords
from gui import theme

FLAT, WRAPPED, UPRIGHT = "flat", "wrapped", "upright"
EASY, HIGHEST = 1.4, 3.2
"""How high a row is, in lines, where the rows have no room anyway, and at most."""
WIDEST = 4.5
"""How many times as wide as high a cell is at most."""
MARGIN_SHARE, HEAD_SHARE = 0.34, 0.42
"""How much of the room the names of rows, or of columns, may take at most."""


@dataclass(frozen=True)
class Shape:
    """A grid laid out in a room; it may need more than it is given (``size``)."""

    words: GridWords
    room: QSize

    # --- words -------------------------------------------------------------------------------------
    @cached_property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return _names(self.words, self.words.grid.across)

    @cached_property
    def rows(self) -> list[str]:
        """The names of the rows."""
        return _names(self.words, self.words.grid.down)

    @cached_property
    def metrics(self) -> QFontMetrics:
        """Of the names."""
        return QFontMetrics(theme.font("small"))

    @property
    def line(self) -> int:
        """The height of a line of names."""
        return self.metrics.height()

    # --- sizes -------------------------------------------------------------------------------------
    @cached_property
    def least(self) -> int:
        """How wide and high a cell is at least: room for two marks beside each other."""
        return round(self.line * 1.2)

    @cached_property
    def left(self) -> int:
        """How wide the names of the rows are."""
        strong = QFontMetrics(theme.font("strong"))
        title = strong.horizontalAdvance(self.down_title) + theme.space(1)
        widest = max(self.metrics.horizontalAdvance(name) for name in self.rows)
        most = round(self.room.width() * MARGIN_SHARE)
        return min(max(widest, title), max(most, self.line * 6)) + theme.space(2)

    @property
    def down_title(self) -> str:
        """The title over the names of the rows."""
        return f"↓ {capital(self.words.title(self.words.grid.down))}"

    @property
    def across_title(self) -> str:
        """The title over the columns."""
        return f"→ {capital(self.words.title(self.words.grid.across))}"

    @cached_property
    def gaps(self) -> list[int]:
        """The room before each column; before each row there is none."""
        days = self.words.grid.across.days
        wide = theme.space(2.5)
        later = [
            wide if one is None or other is None or other - one > 1 else 0
            for one, other in pairwise(days)
        ]
        return [0, *later] if days else [0] * len(self.columns)

    @cached_property
    def cell_width(self) -> float:
        """How wide a cell is."""
        free = self.room.width() - self.left - sum(self.gaps) - theme.space(0.5)
        fitting = free / len(self.columns)
        half = max(self.metrics.horizontalAdvance(name) for name in self.columns) / 2
        most = max(self._cell_height_for(0) * WIDEST, half + theme.space(3))
        return max(self.least, min(fitting, most))

    @cached_property
    def head_kind(self) -> str:
        """How the names of the columns are set."""
        room = self.cell_width - theme.space(0.5)
        widths = [self.metrics.horizontalAdvance(name) for name in self.columns]
        if max(widths) <= room:
            return FLAT
        words = (word for name in self.columns for word in name.split())
        if max(map(self.metrics.horizontalAdvance, words)) > room:
            return UPRIGHT
        return WRAPPED if self._wrapped(room) <= self._upright else UPRIGHT

    @cached_property
    def _upright(self) -> int:
        longest = max(self.metrics.horizontalAdvance(name) for name in self.columns)
        return min(longest, max(round(self.room.height() * HEAD_SHARE), self.line * 5))

    def _wrapped(self, room: float) -> int:
        flags = Qt.TextFlag.TextWordWrap.value
        box = QRect(0, 0, int(room), 1 << 14)
        return max(self.metrics.boundingRect(box, flags, name).height() for name in self.columns)

    @cached_property
    def head(self) -> int:
        """How high the names of the columns are."""
        if self.head_kind == FLAT:
            return self.line
        if self.head_kind == WRAPPED:
            return self._wrapped(self.cell_width - theme.space(0.5))
        return self._upright

    @property
    def top(self) -> int:
        """Where the first row begins."""
        return QFontMetrics(theme.font("strong")).height() + self.head + theme.space(1.5)

    @cached_property
    def cell_height(self) -> float:
        """How high a cell is."""
        return self._cell_height_for(self.top)

    def _cell_height_for(self, top: int) -> float:
        free = (self.room.height() - top - theme.space(0.5)) / len(self.rows)
        return self.line * EASY if free < self.least else min(free, self.line * HIGHEST)

    @property
    def size(self) -> QSize:
        """What the whole needs."""
        wide = self.left + len(self.columns) * self.cell_width + sum(self.gaps)
        high = self.top + len(self.rows) * self.cell_height
        return QSize(round(wide) + theme.space(0.5), round(high) + theme.space(0.5))

    # --- places ------------------------------------------------------------------------------------
    @cached_property
    def _lefts(self) -> list[float]:
        found, x = [], float(self.left)
        for gap in self.gaps:
            x += gap
            found.append(x)
            x += self.cell_width
        return found

    def cell(self, column: int, row: int) -> QRectF:
        """The place of a cell."""
        y = self.top + row * self.cell_height
        return QRectF(self._lefts[column], y, self.cell_width, self.cell_height)

    def at(self, place: QPointF) -> tuple[int, int] | None:
        """The cell at a place."""
        row = int((place.y() - self.top) // self.cell_height)
        if not 0 <= row < len(self.rows):
            return None
        found = (n for n, x in enumerate(self._lefts) if x <= place.x() < x + self.cell_width)
        column = next(found, None)
        return None if column is None else (column, row)


def _names(words: GridWords, axis: Axis) -> list[str]:
    names = (capital(words.short(axis, number)) for number in range(len(axis.values)))
    return [name.replace(FIRM, " ") for name in names]
