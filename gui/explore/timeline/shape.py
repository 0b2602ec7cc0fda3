"""How high the rows of the strip are, and where each stands; all of it from the size of the text.

tags of the two pins
a bar for each country's law, with the marks of its instruments below
years, and the tags of the entry and the claim
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics

from gui import theme
from gui.explore.timeline.axis import Axis


@dataclass(frozen=True)
class Shape:
    """The rows of a strip that is ``width`` pixels wide and shows ``tracks`` bars."""

    width: int
    tracks: int
    side: float
    """Room left of the bars, for their labels."""

    @property
    def tag(self) -> int:
        """The height of a tag, and of the words in a bar."""
        return QFontMetrics(theme.font("small")).height() + 2

    @property
    def bar(self) -> int:
        """The height of a bar."""
        return self.tag + theme.space(1)

    @property
    def marks(self) -> int:
        """The height of the marks below a bar."""
        return round(self.tag * 0.45)

    @property
    def gap(self) -> int:
        """The room between the tags and the first bar."""
        return theme.space(0.5)

    @property
    def foot(self) -> int:
        """Where the years stand."""
        return self.tag + self.gap + self.tracks * (self.bar + self.marks)

    @property
    def height(self) -> int:
        """The height of everything."""
        return self.foot + self.tag

    def bar_rect(self, track: int) -> QRectF:
        """The place of a bar."""
        top = self.tag + self.gap + track * (self.bar + self.marks)
        return QRectF(self.side, top, max(self.width - self.side - theme.space(2), 1), self.bar)

    def axis(self, begins: date, ends: date) -> Axis:
        """The axis on which the bars stand."""
        rect = self.bar_rect(0)
        return Axis(begins, ends, rect.left(), rect.right())
