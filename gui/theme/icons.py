"""Our own one-colour icons, drawn from SVG and tinted by the theme each time they are painted.

The files use `currentColor` and nothing else, so one drawing serves light, dark and disabled, and
a button's icon follows a change of scheme without being set again.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui.theme.active import colour


@cache
def drawing(name: str) -> str:
    """Read an icon's SVG."""
    file = resources.files("resources").joinpath("icons", f"{name}.svg")
    return file.read_text(encoding="utf-8")


@cache
def _renderer(name: str, ink: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(drawing(name).replace("currentColor", ink).encode()))


def _ink(mode: QIcon.Mode) -> QColor:
    roles = {QIcon.Mode.Disabled: "line_strong", QIcon.Mode.Selected: "on_accent"}
    return colour(roles.get(mode, "text_muted"))


class TintedEngine(QIconEngine):
    """Paints one drawing in the colour that the theme has at that moment."""

    def __init__(self, name: str, role: str | None = None) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ink = colour(self._role) if self._role and mode != QIcon.Mode.Disabled else _ink(mode)
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        _renderer(self._name, ink.name()).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        if pixmap.isNull():  # a button that has no room yet asks for a picture of no size
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return TintedEngine(self._name, self._role)


def icon(name: str, role: str | None = None) -> QIcon:
    """Return an icon by its name, tinted by a role (muted text where none is given)."""
    drawing(name)
    return QIcon(TintedEngine(name, role))
