"""Sets widgets like words: side by side, and on the next line when there is no room.

So one line carries a question, its positions and its default where the column is wide, and
nothing is ever cut off where it is narrow.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from gui import theme
from gui.parts.itemlayout import ItemLayout


class FlowLayout(ItemLayout):
    """Left to right, wrapping; each line's items are centred on its height."""

    def __init__(self, parent: QWidget, spacing: float = 2) -> None:
        super().__init__(parent)
        self._steps = spacing

    def sizeHint(self) -> QSize:
        there = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = theme.space(self._steps) * max(len(there) - 1, 0)
        return QSize(
            sum(size.width() for size in there) + gaps,
            max((size.height() for size in there), default=0),
        )

    def arrange(self, rect: QRect, *, place: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        y, gap = inner.top(), theme.space(self._steps)
        for number, line in enumerate(self._lines(inner.width(), gap)):
            height = max(size.height() for _, size in line)
            y += theme.space(self._steps / 2) if number else 0
            x = inner.left()
            for item, size in line:
                if place:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + gap
            y += height
        return y - rect.top() + margins.bottom()

    def _lines(self, width: int, gap: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        room = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _size(item, width)
            if not lines or size.width() > room:
                lines.append([])
                room = width
            lines[-1].append((item, size))
            room -= size.width() + gap
        return lines


def _size(item: QLayoutItem, width: int) -> QSize:
    """Return the item's natural size, or its height at the full width when it is too wide."""
    natural = item.sizeHint()
    if natural.width() <= width:
        return natural
    if item.hasHeightForWidth():
        return QSize(width, item.heightForWidth(width))
    return QSize(width, natural.height())
