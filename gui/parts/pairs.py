"""A layout of pairs: what stands left and what stands right share one height, all the way down.

A pair is as tall as the taller of the two, so a provision, an outcome or a picker is always
level with its counterpart. A single widget may span both columns. The same layout carries the
heads that stay and the rows that scroll, so their columns can never drift apart.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QSizePolicy, QWidget

from gui import theme
from gui.parts.itemlayout import ItemLayout


def column_rects(width: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return (x, width) of the left and of the right column within a width."""
    gutter = theme.space(GUTTER)
    each = max((width - gutter) // 2, 0)
    return (0, each), (width - each, each)


GUTTER = 4
LEFT, RIGHT, WIDE = "left", "right", "wide"


class PairLayout(ItemLayout):
    """Stacks pairs (added one after the other, left first) and wide widgets."""

    def __init__(self, parent: QWidget, spacing: float = 2, *, stack_below: float = 0) -> None:
        """`stack_below` says under how many steps of width a pair stands one above the other."""
        super().__init__(parent)
        self._stack_below = stack_below
        self._steps = spacing
        self._places: list[str] = []
        self._next = WIDE

    def add_pair(self, left: QWidget, right: QWidget) -> None:
        """Add two widgets that share one height."""
        for place, widget in ((LEFT, left), (RIGHT, right)):
            self._next = place
            self.addWidget(widget)
        self._next = WIDE

    def insert_pair(self, index: int, left: QWidget, right: QWidget) -> None:
        """Take a pair in at a place, out of whatever layout it stood in."""
        self.add_pair(left, right)
        self._move_last(index, 2)

    def insert_wide(self, index: int, widget: QWidget) -> None:
        """Take a wide widget in at a place, out of whatever layout it stood in."""
        self.addWidget(widget)
        self._move_last(index, 1)

    def _move_last(self, index: int, number: int) -> None:
        for things in (self._items, self._places):
            moved = things[-number:]
            del things[-number:]
            things[index:index] = moved  # type: ignore[assignment]
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        super().addItem(item)
        self._places.append(self._next)

    def takeAt(self, index: int) -> QLayoutItem | None:
        if 0 <= index < len(self._places):
            del self._places[index]
        return super().takeAt(index)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        return QSize(theme.space(60), 0)

    def arrange(self, rect: QRect, *, place: bool) -> int:
        """Walk down the pairs and return the height; move the widgets where asked."""
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        y, gap, first = inner.top(), theme.space(self._steps), True
        for line in self._lines(inner.width()):
            height = max((_height(item, self._span(inner, at)[1]) for item, at in line), default=0)
            if height <= 0:
                continue
            y += 0 if first else gap
            first = False
            for item, at in line:
                x, width = self._span(inner, at)
                if place:
                    item.setGeometry(QRect(inner.left() + x, y, width, height))
            y += height
        return y - rect.top() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, str]]]:
        """Return the visible items, pairs together unless they stack."""
        lines: list[list[tuple[QLayoutItem, str]]] = []
        stacks = width < theme.space(self._stack_below)
        for item, place in zip(self._items, self._places, strict=True):
            at = WIDE if stacks else place
            if at != RIGHT:
                lines.append([])
            if not item.isEmpty():
                lines[-1].append((item, at))
        return lines

    @staticmethod
    def _span(inner: QRect, at: str) -> tuple[int, int]:
        if at == WIDE:
            return 0, inner.width()
        left, right = column_rects(inner.width())
        return left if at == LEFT else right


def follow_width(widget: QWidget) -> None:
    """Let a widget's height follow from its width, and from nothing else."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
