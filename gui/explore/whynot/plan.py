"""Where everything in one cell goes: shape, title, citation at the right, and a sentence with links in it.

A plan is made for a width and says how tall that is. The links are parts of the sentence, so it wraps as a
sentence does; a plan tells which of them lies under a point, and where each is.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout

from core.report.whynot import Piece
from gui import theme
from gui.columns.cellplan import wrap
from gui.explore.whynot.views import Cell

CITE_SHARE = 0.45
"""A citation stands beside the title while it takes no more of the room than this."""
DEEPEST = 4
"""So many steps a row is moved in, at most."""


class Plan:
    """One cell laid out in a width."""

    def __init__(self, cell: Cell, depth: int, width: float, cite: QSize) -> None:
        self.cell = cell
        line = QFontMetricsF(theme.font("strong")).height()
        side = line * 0.8
        left = indent_of(depth)
        self.mark = QRectF(left, (line - side) / 2, side, side)
        self._x = left + side + theme.space(1.5)
        room = max(width - self._x, 1)
        beside = cite.width() <= room * CITE_SHARE
        title_room = room - cite.width() - theme.space(2) if beside else room
        self._title, height = wrap(cell.title, theme.font("strong"), title_room)
        self.cite = QRectF(width - cite.width(), 0, cite.width(), cite.height())
        self._y = max(height, cite.height()) if beside else height
        if not beside:
            self.cite = QRectF(
                self._x - theme.space(0.5), height, min(cite.width(), room), cite.height()
            )
            self._y = self.cite.bottom()
        self._places = _places(cell)
        font = theme.font("small")
        self._sentence, tall = wrap(cell.sentence, font, room, self._formats())
        self.height = self._y + tall

    # --- links --------------------------------------------------------------------------------------
    def link_at(self, point: QPointF) -> int:
        """The number of the link under a point of the cell; -1 if there is none."""
        for number in range(len(self._places)):
            if any(rect.contains(point) for rect in self.link_rects(number)):
                return number
        return -1

    def link_rects(self, number: int) -> list[QRectF]:
        """Where a link is, line by line."""
        start, length, _ = self._places[number]
        found = []
        for at in range(self._sentence.lineCount()):
            line = self._sentence.lineAt(at)
            first = max(start, line.textStart())
            last = min(start + length, line.textStart() + line.textLength())
            if first >= last:
                continue
            x1, x2 = (_x(line.cursorToX(place)) for place in (first, last))
            at_y = self._y + line.y()
            found.append(QRectF(self._x + x1, at_y, x2 - x1, line.height()))
        return found

    def _formats(self) -> list[QTextLayout.FormatRange]:
        lead = QTextLayout.FormatRange()
        lead.start, lead.length = 0, len(self.cell.lead)
        lead.format.setForeground(theme.colour("text"))
        lead.format.setFontWeight(QFont.Weight.DemiBold)
        return [lead, *(self._link_format(number) for number in range(len(self._places)))]

    def _link_format(self, number: int, *, line: bool = False) -> QTextLayout.FormatRange:
        link = QTextLayout.FormatRange()
        link.start, link.length, _ = self._places[number]
        link.format.setForeground(theme.colour("link"))
        link.format.setFontUnderline(line)
        return link

    # --- painting -----------------------------------------------------------------------------------
    def paint(self, painter: QPainter, at: QPointF, ground: QColor, over: int, chosen: int) -> None:
        """Paint everything but the citation, which is a button of its own."""
        painter.save()
        painter.translate(at)
        theme.shapes.paint_truth(painter, self.mark, self.cell.shape, ground=ground)
        painter.setPen(theme.colour("text"))
        self._title.draw(painter, QPointF(self._x, 0))
        painter.setPen(theme.colour("text_muted"))
        lines = [self._link_format(n, line=True) for n in {over, chosen} - {-1}]
        self._sentence.draw(painter, QPointF(self._x, self._y), lines)
        if chosen >= 0:
            painter.setPen(theme.colour("focus"))
            for rect in self.link_rects(chosen):
                painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 2, 2)
        painter.restore()


def indent_of(depth: int) -> int:
    """How far from the left a row stands that stands under so many others."""
    return theme.space(3.5) * min(depth, DEEPEST)


def _places(cell: Cell) -> list[tuple[int, int, Piece]]:
    """Where in the sentence each link stands: start, length, and the piece."""
    found, at = [], len(cell.lead)
    for piece in cell.pieces:
        if piece.path:
            found.append((at, len(piece.text), piece))
        at += len(piece.text)
    return found


def _x(place: object) -> float:
    """Qt answers with the place, and in some versions with a cursor beside it."""
    return float(place[0] if isinstance(place, tuple) else place)  # type: ignore[arg-type]
