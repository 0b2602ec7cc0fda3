"""One painted shape, as tall as a line of text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme


class ShapeMark(QWidget):
    """One painted shape, as tall as a line of a font role; its words stand beside it."""

    def __init__(
        self,
        parent: QWidget,
        paint: Callable[[QPainter, QRectF, str], None],
        name: str,
        *,
        font: str = "body",
        lines: float = 1,
    ) -> None:
        super().__init__(parent)
        self._paint = paint
        self._name = name
        self._font_role = font
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_shape(self, name: str) -> None:
        """Paint another shape."""
        if name != self._name:
            self._name = name
            self.update()

    def sizeHint(self) -> QSize:
        side = round(QFontMetrics(theme.font(self._font_role)).ascent() * self._lines)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            self._paint(QPainter(self), QRectF(self.rect()), self._name)
