"""A grid to take away: a picture at twice the size of the screen, or a table for spreadsheets."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from core.files.atomic import write_bytes
from core.report.grid import GridWords
from core.report.gridtable import as_csv
from gui import theme
from gui.explore.grid import legend
from gui.explore.grid.paint import paint_grid
from gui.explore.grid.shape import Shape

TWICE = 2
PICTURE, TABLE = ".png", ".csv"


def ask_path(parent: QWidget, title: str, suggested: Path) -> Path | None:
    """Ask where a file shall go; it gets the ending of the one suggested."""
    kind = suggested.suffix
    name, _ = QFileDialog.getSaveFileName(
        parent, title, str(suggested), f"{kind[1:].upper()} (*{kind})"
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == kind else path.with_name(path.name + kind)


def write(path: Path, words: GridWords, title: str, room: QSize) -> None:
    """Write the picture or the table, by the ending of the path. Raises OSError."""
    if path.suffix.lower() == TABLE:
        write_bytes(path, as_csv(words).encode("utf-8-sig"))
        return
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture(words, title, room))
    write_bytes(path, bytes(buffer.data().data()))


def picture(words: GridWords, title: str, room: QSize) -> QImage:
    """The whole grid with its title and what its signs mean, on the ground of the window's cards."""
    shape, edge = Shape(words, room), theme.space(4)
    head = QFontMetrics(theme.font("heading")).height() + theme.space(2)
    signs = list(legend.items(words))
    wide = max(shape.size.width(), room.width())
    foot = legend.height(signs, wide) + theme.space(2)
    size = QSize(wide + 2 * edge, head + shape.size.height() + foot + 2 * edge)
    image = QImage(size * TWICE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(TWICE)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    painter.translate(edge, edge)
    painter.setFont(theme.font("heading"))
    painter.setPen(theme.colour("text"))
    painter.drawText(0, 0, wide, head, Qt.AlignmentFlag.AlignTop.value, title)
    painter.translate(0, head)
    paint_grid(painter, shape, None)
    painter.translate(0, shape.size.height() + theme.space(2))
    legend.paint(painter, signs, wide)
    painter.end()
    return image
